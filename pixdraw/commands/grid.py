"""`pixdraw grid`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from pixdraw import streams
from pixdraw.commands.options import given_with


def grid(
    *prompts: str,
    vary: list[str] | None = None,
    set: Annotated[list[str] | None, Parameter(name="--set")] = None,  # noqa: A002 (the option's name)
    config: Path | None = None,
    output: Path = Path("grid.png"),
) -> None:
    """Draw prompts with all combinations of manners, seeds or any settings, as one labelled sheet: PNG and HTML.

    For example: pixdraw grid "a temple" --vary manner=watercolour,low-poly --vary seed=1,2

    Parameters
    ----------
    prompts
        What to draw.
    vary
        NAME=VALUE,VALUE,…: a setting and the values to compare, any number of times. The last one runs along the
        columns, the others along the rows. Values that contain commas are separated by semicolons.
    set
        NAME=VALUE: a setting of all pictures.
    config
        YAML file of settings for all pictures.
    output
        File of the sheet; the HTML page is written beside it under the same name. Nothing is replaced.
    """
    from pixdraw.tools.grid import parse_vary

    given = given_with(config, set or [])
    made_anew({"prompts": [*prompts], "vary": parse_vary(vary or []), "set": given}, output)


def made_anew(record: Mapping[str, Any], output: Path) -> None:
    """Draw the grid of a record of prompts, `vary` and `set`, and write its sheet and page; nothing is replaced.

    The sheet keeps the record, with the seed that was drawn where none was given. Raises FileError if the record is not
    that of a grid.
    """
    from pixdraw.errors import FileError
    from pixdraw.imaging import files
    from pixdraw.interrupts import shielded
    from pixdraw.sinks.metadata import Made
    from pixdraw.tools import grid as tool

    prompts, vary = record.get("prompts"), record.get("vary")
    if not isinstance(prompts, list) or not isinstance(vary, dict):
        raise FileError(f"{output}: its record is not that of a grid; use the original file written by pixdraw")
    given = tool.with_seed(prompts, vary, record["set"])
    text = Made("grid", {**record, "set": given, "name": output.stem}).described()

    def write(made: tool.Grid) -> None:
        path = files.save_pil(tool.sheet(made), output, text, free=True)
        streams.say(path)
        streams.say(files.write_free(path.with_suffix(".html"), tool.page(made).encode()))

    try:
        write(tool.draw_grid(prompts, vary, given))
    except KeyboardInterrupt as stop:
        if (made := getattr(stop, "grid", None)) is not None:
            with shielded():
                write(made)
            streams.tell("stopped; what is drawn is saved, the rest is grey")
        raise
