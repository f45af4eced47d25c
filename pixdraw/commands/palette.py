"""`pixdraw palette`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from pixdraw import streams


def palette(
    name: str | None = None,
    *,
    sort: bool = False,
    reduce: int | None = None,
    export: Path | None = None,
    kind: str | None = None,
    swap: Annotated[list[str] | None, Parameter(name=("--swap", "--palette-swap"), negative=())] = None,
    check: bool = False,
) -> None:
    """Show the colours of a palette or picture; sort, reduce, check or export them, or swap colours of the picture.

    For example: pixdraw palette knight.png --sort --export knight.gpl

    Without a name, the palettes that come with pixdraw are listed.

    Parameters
    ----------
    name
        A palette's name, such as pico-8; a picture, or a .gpl, .pal, .act or .hex file; or colours, as in
        `pixdraw draw --palette`.
    sort
        Sort the colours in ramps: greys first, then hue after hue, each from dark to light.
    reduce
        Reduce the palette to this many colours.
    export
        File to write: .gpl, .pal, .act, .hex, .png, .json or .css.
    kind
        File format if the extension is ambiguous: riff for Microsoft's .pal (default: JASC).
    swap
        OLD=NEW, any number of times: write the picture, or those of a folder, with the colour NEW in place of OLD.
    check
        List the colours that are hard to tell apart, for everybody or for colour-blind people.
    """
    from pixdraw.errors import FileError, SettingsError
    from pixdraw.imaging.folders import is_picture
    from pixdraw.imaging.palettes import NAMED, parse_palette
    from pixdraw.imaging.sources import is_file
    from pixdraw.tools import batch
    from pixdraw.tools import palettes as desk
    from pixdraw.tools.palette_files import FORMATS, write_palette_file

    if name is None:
        for known in NAMED:
            streams.say(known)
        return
    if kind is not None and export is None:
        raise SettingsError(f"kind={kind} is the format for --export: give --export too, or omit kind")
    if swap and (sort or check or reduce is not None or export is not None):
        raise SettingsError(
            "--swap cannot be combined with --sort, --reduce, --check or --export: run it on its own first"
        )
    if swap:
        paths = batch.pictures_of([Path(name)])
        for line in batch.one_by_one(paths, lambda path: [_swapped(path, swap)]):
            streams.say(line)
        return
    if (is_picture(name) or Path(name).suffix.lower().removeprefix(".") in FORMATS) and not is_file(name):
        raise FileError(f"{name}: cannot be read (no such file); check the name")
    table = parse_palette(f"@{name}" if is_file(name) else name)
    table = desk.reduce_palette(table, reduce) if reduce is not None else table
    table = desk.sort_palette(table) if sort else table
    if export is not None:
        streams.say(write_palette_file(table, export, kind))
        return
    codes = ["#{:02x}{:02x}{:02x}".format(*row) for row in (table * 255).round().int().tolist()]
    white, black = table.new_ones(3), table.new_zeros(3)
    for code, colour, (light, chroma, hue) in zip(codes, table, desk.oklch(table).tolist(), strict=True):
        on_white, on_black = (float(desk.contrast(colour, ground)) for ground in (white, black))
        shade = f"light {light:.2f}, chroma {chroma:.2f}, hue {hue:3.0f}"
        streams.say(f"{code}  {shade}; contrast {on_white:.1f} on white, {on_black:.1f} on black")
    for pair in desk.confusions(table) if check else ():
        streams.say(f"{codes[pair.first]} and {codes[pair.second]} are hard to tell apart: {pair.vision}")


def _swapped(path: Path, swaps: list[str]) -> str:
    from pixdraw.tools import batch
    from pixdraw.tools.palettes import swap_colours

    return str(batch.save(swap_colours(path, swaps)[:1], path.with_name(f"{path.stem}-swapped")))
