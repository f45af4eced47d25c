"""`pixdraw inspect`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pixdraw import streams


def inspect(*pictures: Path, mark: bool = True, output: str = "") -> None:
    """Tell what a pixel artist would mend: orphan pixels, jaggies, doubled outlines, banding, pillow shading.

    For example: pixdraw inspect knight.png

    Writes NAME-marked.png beside each picture: the cells enlarged, with a frame of the fault's colour around each one
    that has it: orphans magenta, jaggies cyan, doubled outlines orange, banding blue, pillow shading yellow.

    Parameters
    ----------
    pictures
        Sprites, true or enlarged, or folders of them; of an animation the first frame.
    mark
        Write the marked pictures.
    output
        File to write, without suffix; for several pictures their folder.
    """
    from pixdraw.imaging import files
    from pixdraw.tools import batch
    from pixdraw.tools.inspect import inspect as tool

    paths = batch.pictures_of(pictures)

    def work(path: Path) -> Iterator[str]:
        report = tool(files.read(path))
        yield from (f"{path.name}: {line}" for line in report.lines())
        if mark:
            target = batch.place(path, "marked", output, several=len(paths) > 1)
            yield str(batch.save(report.marked(), target))

    for line in batch.one_by_one(paths, work):
        streams.say(line)
