"""`python -m benchmarks`: measure everything, or what is named, and write one report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from benchmarks.catalog import ALL, chosen
from benchmarks.report import Report
from benchmarks.tables import Wanted
from pixdraw.claims import free_name
from pixdraw.errors import PixdrawError

app = App(name="python -m benchmarks", help_format="plaintext", result_action="return_value")

Names = Annotated[tuple[str, ...], Parameter(consume_multiple=True)]


@app.default
def main(
    *,
    only: Names = (),
    quick: bool = False,
    output: Path = Path("measured"),
    threads: int = 0,
    sprites: Path | None = None,
    pictures: Path | None = None,
    list_: Annotated[bool, Parameter("--list", negative="")] = False,
) -> None:
    """Measure, print each table as it is found, and write RESULTS.md, results.json and plots.

    Parameters
    ----------
    only
        Names of benchmarks; all if left out.
    quick
        Few rounds and rows, about two minutes in all on a quiet machine: whether everything runs.
    output
        Folder of the report; where there is one of this name already, NAME-2 and so on.
    threads
        Torch threads; 0: torch's own choice.
    sprites
        Folder of true pixel art for `repair`; sprites drawn by rule if left out.
    pictures
        Folder of photographs for `pixelise`; free ones of scikit-image if left out.
    list_
        Print the names of the benchmarks and what they ask, and end.
    """
    if list_:
        for one in ALL:
            print(f"{one.name:10} {one.question}{'' if one.in_quick else ' (not in --quick)'}")
        return
    picked = chosen(only, quick)
    wanted = Wanted(quick, threads, sprites, pictures)
    output.parent.mkdir(parents=True, exist_ok=True)
    with free_name(output.parent, output.name, lambda name: [name]) as name:
        folder = output.parent / name
        folder.mkdir(parents=True)
    report = Report(folder, wanted)
    for one in picked:
        report.add(one)
    print(f"\nwritten: {folder}/RESULTS.md, results.json")
    if report.failed:
        sys.exit(f"failed: {', '.join(report.failed)}")


if __name__ == "__main__":
    try:
        app()
    except PixdrawError as error:
        sys.exit(str(error))
