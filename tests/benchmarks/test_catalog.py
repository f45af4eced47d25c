"""One list of benchmarks, one report of what they found."""

import json
import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks import __main__ as program
from benchmarks import plots, report
from benchmarks.catalog import ALL, Benchmark, chosen
from benchmarks.peak import peak_mb
from benchmarks.tables import Table, Wanted
from benchmarks.timing import apart, in_turn
from benchmarks.timing import program as whole_program
from pixdraw.errors import SettingsError

ROOT = Path(__file__).parent.parent.parent


def test_every_module_that_measures_is_listed_once() -> None:
    measuring = {path.stem for path in (ROOT / "benchmarks").glob("*.py") if "def measure(" in path.read_text()}
    assert sorted(measuring) == sorted(one.name for one in ALL)


def test_a_quick_run_leaves_out_what_takes_minutes_but_not_what_is_named() -> None:
    assert {one.name for one in chosen((), True)} < {one.name for one in chosen((), False)} == {one.name for one in ALL}
    assert [one.name for one in chosen(("soak", "start"), True)] == ["soak", "start"]
    with pytest.raises(SettingsError, match="did you mean growth"):
        chosen(("grwth",), False)


def test_a_table_is_markdown_with_figures_of_three_digits() -> None:
    table = Table("Sizes", ("what", "ms"), [("a", 1234.567), ("b", 0.012345), ("c", 3), ("d", None)], "A note.")
    assert table.markdown().splitlines() == [
        "### Sizes", "", "A note.", "", "| what | ms |", "|---|---|", "| a | 1235 |", "| b | 0.0123 |", "| c | 3 |",
        "| d | – |",
    ]  # fmt: skip


def measured(wanted: Wanted) -> Iterator[Table]:
    yield Table("Growth", ("seeds", "ms"), [(1, 2.0), (2, 4.5)], headline="twice the work", plot="growth")


def broken(wanted: Wanted) -> Iterator[Table]:
    yield Table("Parts", ("part", "ms"), [("render", 7.5)])
    raise ValueError("no memory\nleft")


def ended(wanted: Wanted) -> Iterator[Table]:
    raise SystemExit("as if the process were killed")


def at_once(function: Callable[..., Any], *given: Any) -> Any:
    """Call a function in this process; one that ends it is an error, as of a process of its own."""
    try:
        return function(*given)
    except SystemExit as end:
        raise RuntimeError(str(end)) from end


def test_a_report_has_every_table_the_machine_and_what_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {"growth": measured, "engine": broken, "soak": ended}
    monkeypatch.setattr(Benchmark, "load", lambda one: found[one.name])
    monkeypatch.setattr(report, "apart", at_once)
    monkeypatch.setattr(plots, "draw", lambda table, path: path.name == "growth.svg")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit, match="failed: engine, soak"):
        program.main(only=("engine", "soak", "growth"), quick=True)
    page, told = Path("measured/RESULTS.md").read_text(), json.loads(Path("measured/results.json").read_text())
    assert "| 2 | 4.5 |" in page and "![Growth](growth.svg)" in page
    assert "Failed: no memory left" in page and "| cores |" in page
    assert "| growth | twice the work |" in page and "| engine | failed: no memory left |" in page
    assert "| render | 7.5 |" in page, "what was found before it failed"
    assert told["tables"][1]["rows"] == [[1, 2.0], [2, 4.5]] and told["failed"] == ["engine", "soak"]
    assert told["machine"]["quick"] == "yes" and "processes for" in told["machine"]["load"]
    with pytest.raises(SystemExit):
        program.main(only=("engine",))
    assert Path("measured-2/RESULTS.md").exists() and "4.5" in Path("measured/RESULTS.md").read_text()


def test_a_plot_shows_each_row(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    (table,) = measured(Wanted())
    assert plots.draw(table, tmp_path / "growth.svg")
    assert (tmp_path / "growth.svg").read_text().count("<use ") >= 2


def test_calls_are_timed_in_turn_without_the_first_round() -> None:
    order: list[str] = []
    found = in_turn([lambda: order.append("a"), lambda: order.append("b")], 2)
    assert order == ["a", "b"] * 3 and len(found) == 2 and all(math.isfinite(value) for value in found)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a child's peak is its parent's at least")
def test_a_process_of_its_own_has_a_peak_of_its_own() -> None:
    held = bytearray(200 * 2**20)
    assert peak_mb() > 200 and len(held)
    assert apart(peak_mb) < 150
    seconds, megabytes = whole_program("-c", "held = b'x' * (50 * 2**20)")
    assert seconds > 0 and 50 < megabytes < 150
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        whole_program("-c", "1 / 0")
