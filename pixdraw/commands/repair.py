"""`pixdraw repair`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pixdraw import streams


def repair(
    *pictures: Path,
    grid: str | None = None,
    cell: str | None = None,
    colours: int | None = None,
    palette: str | None = None,
    scale: int = 1,
    output: str = "",
) -> None:
    """Turn fake pixel art into true pixel art: one pixel a cell, few colours, nothing half-transparent.

    For example: pixdraw repair knight.jpg --palette pico-8

    Finds the grid of pictures that were enlarged, blurred, compressed or made by programs that only imitate pixels, and
    tells how sure it is. Writes NAME-repaired.png beside each picture; of an animation NAME-repaired.gif.

    Parameters
    ----------
    pictures
        Pictures, animations or sheets, or folders of them.
    grid
        Columns and rows of cells, such as 32x24; default: detected.
    cell
        Size of a cell in pixels, such as 7.3, or 7.3x9 for width and height; default: detected.
    colours
        Largest number of colours; default: as many as the picture has.
    palette
        The only colours allowed: a palette's name, colours or file, as in `pixdraw draw --palette`.
    scale
        Enlarge the result: width and height of each cell in pixels.
    output
        File to write, without suffix; for several pictures the folder to write to.
    """
    from pixdraw.imaging import files
    from pixdraw.imaging.cells import enlarge
    from pixdraw.imaging.palettes import parse_palette
    from pixdraw.tools import batch
    from pixdraw.tools.pictures import join
    from pixdraw.tools.repair import repair as tool

    batch.check_scale(scale)
    table = parse_palette(palette) if palette else None
    counts = tuple(round(number) for number in batch.pair(grid, "--grid")) if grid else None
    size = batch.pair(cell, "--cell") if cell else None
    paths = batch.pictures_of(pictures)

    def work(path: Path) -> Iterator[str]:
        frames, durations = files.read_film(path)
        most = min(colours or 255, 255) if len(frames) > 1 else colours
        done = tool(join(frames), grid=counts, cell=size, colours=most, palette=table)  # type: ignore[arg-type]
        target = batch.place(path, "repaired", output, several=len(paths) > 1)
        written = batch.save(enlarge(done.image, scale), target, durations, done.palette)
        rows, columns = done.image.shape[2:]
        width, height = done.cell
        kind = "" if done.even else " on average"
        yield str(written)
        streams.tell(
            f"{path.name}: {columns}x{rows} cells of {width:.4g}x{height:.4g} pixels{kind}, "
            f"{len(done.palette)} colours; {done.verdict} ({done.confidence:.2f})"
        )

    for line in batch.one_by_one(paths, work):
        streams.say(line)
