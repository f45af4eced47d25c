"""`pixdraw again` and `pixdraw resume` of what other commands made: collages and grids."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pixdraw.errors import FileError, SettingsError

if TYPE_CHECKING:
    from pixdraw.sinks.metadata import Made


def again(made: Made, picture: Path, changes: Mapping[str, Any], *, trust: bool = False) -> None:
    """Make a collage or grid again, with some settings of its drawings changed; nothing is replaced.

    Raises SettingsError if it reaches for files and models, unless `trust` is given.
    """
    from pixdraw import __version__
    from pixdraw.commands import collage, grid

    record = _looked_at(made, picture, trust=trust)
    if made.version != __version__:
        warnings.warn(
            f"{picture} was made by pixdraw {made.version}, this is {__version__}: where defaults have changed it will "
            "look different",
            stacklevel=2,
        )
    change = {name: value for name, value in changes.items() if name != "output"}
    name = Path(str(changes.get("output") or made.name or picture.stem)).with_suffix("")
    for varied in set(change) & set(record["vary"] if isinstance(record.get("vary"), dict) else ()):
        raise SettingsError(
            f"{varied}={change[varied]}: this {made.command} varies {varied}, so nothing would change; draw a new one "
            f"with --vary {varied}={change[varied]}"
        )
    record = {**record, "set": {**record["set"], **change}}
    collage.made_anew(record, name) if made.command == COLLAGE else grid.made_anew(record, name.with_suffix(".png"))


def resume(made: Made, picture: Path, *, trust: bool = False) -> None:
    """Go on with a collage that was stopped; FileError for anything else."""
    from pixdraw.commands import collage

    if made.command != COLLAGE:
        raise FileError(f"{picture}: a {made.command} cannot be resumed; `pixdraw again {picture}` draws it again")
    _looked_at(made, picture, trust=trust)
    collage.resumed(made, picture)


COLLAGE, GRID = "collage", "grid"


def _looked_at(made: Made, picture: Path, *, trust: bool) -> dict[str, Any]:
    """Return the record without its file name.

    A collage's library folder is replaced by the folder of the same name next to the picture, if that exists. Raises
    SettingsError if it uses external files and `trust` is false.
    """
    from pixdraw.settings.model import with_drawer
    from pixdraw.settings.record import ADVICE
    from pixdraw.settings.trust import check_trusted, without_places

    record = {name: value for name, value in made.record.items() if name != "name"}
    if made.command not in (COLLAGE, GRID) or not isinstance(record.get("set"), dict):
        raise FileError(f"{picture}: its pixdraw metadata is damaged; use the original file written by pixdraw")
    record["set"] = without_places(record["set"])
    if made.command == COLLAGE:
        library = str(record.get("library", ""))
        if not trust:
            raise SettingsError(f"{picture}: it is made of the pictures in {library:.80}; {ADVICE.partition(',')[0]}")
        beside = picture.parent / library
        return {**record, "library": str(beside if beside.is_dir() else library)}
    if not trust:
        varied = record.get("vary")
        varied = varied if isinstance(varied, dict) else {}
        most = max((len(values) for values in varied.values() if isinstance(values, list)), default=0)
        for number in range(max(most, 1)):
            values = {name: some[min(number, len(some) - 1)] for name, some in varied.items() if some}
            check_trusted(with_drawer({**record["set"], **values}), picture, ADVICE)
    return record
