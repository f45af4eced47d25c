"""Runs side by side."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from pixdraw.claims import Claims, free_name
from pixdraw.events import Finished
from pixdraw.imaging.files import write_free
from pixdraw.sinks.paths import Destination, OutputPaths, plan

CLAIM = """
import sys, time
from pixdraw.claims import Claims, free_name
from pixdraw.sinks.paths import Destination, plan
claims = Claims()
print(plan(["a"], [1], Destination(**eval(sys.argv[1])), claims=claims).item(0, "png"), flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def start(**given: Any) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-c", CLAIM, repr(given)]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def files(paths: OutputPaths) -> set[str]:
    return {str(path) for path in paths.everything()}


@pytest.mark.parametrize("given", [{"output": "cat.png"}, {}, {"outdir": "run"}, {"outdir": "run", "output": "cat"}])
def test_another_process_that_still_draws_has_its_names(given: dict[str, Any]) -> None:
    process, name = start(**given)
    mine = plan(["a"], [1], Destination(**given), claims=Claims())
    assert str(mine.item(0, "png")) != name
    process.communicate("")
    third = Claims()
    plan(["a"], [1], Destination(**given), claims=third)
    assert (
        str(plan(["a"], [1], Destination(**given)).item(0, "png")) == name
    )  # it wrote nothing, so the name is free again


def test_what_a_killed_run_leaves_holds_nobody_up() -> None:
    process, name = start(output="cat.png")
    process.kill()
    process.communicate()
    assert len(list(Path().iterdir())) == 1
    claims = Claims()
    assert str(plan(["a"], [1], Destination(output="cat.png"), claims=claims).item(0, "png")) == name
    claims.release()
    assert not list(Path().iterdir())


def test_no_two_of_many_threads_have_a_file_in_common() -> None:
    claims = [Claims() for _ in range(24)]
    options: list[dict[str, Any]] = [
        {"output": "cat.png"}, {"output": "cat-1"}, {"output": "cat-sprite"}, {"outdir": "."}, {}, {"output": "CAT"}
    ] * 4  # fmt: skip

    def take(number: int) -> OutputPaths:
        labels = ["a", "b"] if number % 2 else ["a"]
        return plan(labels, [1] * len(labels), Destination(**options[number]), claims=claims[number])

    with ThreadPoolExecutor(24) as pool:
        found = [files(paths) for paths in pool.map(take, range(24))]
    folded = [{name.casefold() for name in names} for names in found]
    assert all(not one & other for index, one in enumerate(folded) for other in folded[:index])


def test_the_names_are_given_back_at_the_end_and_when_forgotten() -> None:
    claims = Claims()
    plan(["a"], [1], Destination(output="cat.png"), claims=claims)
    claims(Finished(1, 1, "done"), None)
    claims(Finished(1, 1, "failed"), None)
    assert not list(Path().iterdir())
    plan(["a"], [1], Destination(output="cat.png"), claims=Claims())
    assert not list(Path().iterdir())


def test_who_overwrites_is_still_seen_by_others() -> None:
    Path("cat.png").touch()
    claims = Claims()
    assert (
        str(plan(["a"], [1], Destination(output="cat.png", overwrite=True), claims=claims).item(0, "png")) == "cat.png"
    )
    Path("cat.png").unlink()
    assert str(plan(["a"], [1], Destination(output="cat.png"), claims=Claims()).item(0, "png")) == "cat-2.png"


def test_a_link_to_nowhere_is_something_there() -> None:
    Path("cat.png").symlink_to("gone.png")
    assert str(plan(["a"], [1], Destination(output="cat.png"), claims=Claims()).item(0, "png")) == "cat-2.png"


def test_a_set_of_files_takes_the_first_number_that_is_free_for_all_of_them() -> None:
    Path("hero.png").touch()
    Path("hero-2.json").touch()

    def names(stem: str) -> list[str]:
        return [f"{stem}.png", f"{stem}.json"]

    with free_name(Path(), "hero", names) as first, free_name(Path(), "hero", names) as second:
        assert (first, second) == ("hero-3", "hero-4")  # what is claimed is not free either
    with free_name(Path(), "hero", names) as third, free_name(Path(), "hero", names, overwrite=True) as forced:
        assert (third, forced) == ("hero-3", "hero")
    assert len(list(Path().iterdir())) == 2


def test_tools_leave_the_names_of_a_run_that_still_draws() -> None:
    claims = Claims()
    assert str(plan(["a"], [1], Destination(output="cat.png"), claims=claims).item(0, "png")) == "cat.png"
    assert write_free("cat.png", b"") == Path("cat-2.png")
    claims.release()
    assert write_free("cat.png", b"") == Path("cat.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders")
def test_a_pipe_or_link_with_a_claims_name_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".pixdraw-pipe.claim")
    (tmp_path / "elsewhere").write_text("cat.png")
    (tmp_path / ".pixdraw-link.claim").symlink_to(tmp_path / "elsewhere")
    assert Claims().take(tmp_path, [tmp_path / "cat.png"])
    assert (tmp_path / "elsewhere").read_text() == "cat.png"
