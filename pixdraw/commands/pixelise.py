"""`pixdraw pixelise`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from pixdraw import streams

Dither = Literal["none", "ordered", "diffusion"]


def pixelise(
    *pictures: Path,
    size: Annotated[str, Parameter(help="Cells along the longer side, or WIDTHxHEIGHT as in 48x64.")] = "64",
    colours: int = 24,
    palette: str | None = None,
    dither: Dither = "none",
    dither_strength: float = 0.5,
    outline: float = 0.4,
    prompt: str | None = None,
    strength: float = 0.3,
    scale: int = 1,
    output: str = "",
) -> None:
    """Turn photographs and paintings into pixel art: few cells, few colours, thin lines kept.

    For example: pixdraw pixelise cat.jpg --size 64 --palette pico-8

    Writes NAME-pixelised.png beside each picture; of an animation NAME-pixelised.gif, in one palette. With --prompt
    also writes NAME-refined.png: the result optimised towards the text, in the same colours. For enlarged or
    AI-generated "fake" pixel art use `pixdraw repair`.

    Parameters
    ----------
    pictures
        Pictures or animations, or folders of them.
    colours
        Largest number of colours, 2 to 256, chosen to suit the picture.
    palette
        The only colours allowed: a palette's name, colours or file, as in `pixdraw draw --palette`.
    dither
        none, ordered (mixes colours in a regular 4x4 pattern) or diffusion (hands the error of each cell on to its
        neighbours).
    dither_strength
        Strength of the dither, 0 to 1.
    outline
        Outline expansion: how far lines thinner than a cell are widened; 0: not at all, 1: to about one cell, 2: to
        about two cells.
    prompt
        What the picture shows: it is optimised further towards this text.
    strength
        With a prompt: how far the picture may change, above 0 to 1.
    scale
        Enlarge the result: width and height of each cell in pixels.
    output
        File to write, without suffix; for several pictures the folder to write to.
    """
    from pixdraw.errors import SettingsError
    from pixdraw.imaging import files
    from pixdraw.imaging.cells import enlarge
    from pixdraw.imaging.palettes import parse_palette
    from pixdraw.tools import batch
    from pixdraw.tools.pictures import join
    from pixdraw.tools.pixelise import pixelise as tool
    from pixdraw.tools.refine import check_strength

    batch.check_scale(scale)
    if prompt:
        check_strength(strength)
    table = parse_palette(palette) if palette else None
    cells = _cells(size)
    paths = batch.pictures_of(pictures)

    def work(path: Path) -> Iterator[str]:
        frames, durations = files.read_film(path)
        if len(frames) > 1 and prompt:
            raise SettingsError(f"{path}: --prompt does not work with animations; omit it")
        most = min(colours, 255) if len(frames) > 1 else colours  # a GIF needs one for what is clear
        done = tool(
            join(frames), size=cells, colours=most, palette=table,
            dither=dither, dither_strength=dither_strength, outline=outline,
        )  # fmt: skip
        target = batch.place(path, "pixelised", output, several=len(paths) > 1)
        written = batch.save(enlarge(done.image, scale), target, durations, done.palette)
        yield str(written)
        rows, columns = done.image.shape[2:]
        streams.tell(f"{path.name}: {columns}x{rows} cells, {len(done.palette)} colours")
        if prompt:
            yield str(_refined(written, prompt, strength, scale))

    for line in batch.one_by_one(paths, work):
        streams.say(line)


def _cells(size: str) -> int | tuple[int, int]:
    from pixdraw.errors import SettingsError
    from pixdraw.tools import batch

    numbers = batch.pair(size, "--size")
    if any(number != round(number) for number in numbers):
        raise SettingsError(f"--size {size!r}: expected whole numbers of cells, as in 64 or 48x64")
    columns, rows = (int(number) for number in numbers)
    return (columns, rows) if "x" in size.lower() or "," in size else columns


def _refined(sprite: Path, prompt: str, strength: float, scale: int) -> Path:
    from pixdraw.drawing import Drawing
    from pixdraw.imaging.cells import enlarge
    from pixdraw.imaging.files import save_png
    from pixdraw.sinks.metadata import describe
    from pixdraw.sinks.native import sprites
    from pixdraw.tools.refine import refined

    session = Drawing(refined(sprite, (prompt,), strength=strength), progress=True).finish().session
    name = sprite.with_name(f"{sprite.stem.replace('-pixelised', '')}-refined.png")
    return save_png(enlarge(sprites(session), scale), name, describe(session, 0), free=True)
