"""`pixdraw inspect`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pixdraw import streams


def inspect(*pictures: Path, mark: bool = True, output: str = "") -> None:
    """Find what a pixel artist would correct: orphan pixels, jaggies, doubled outlines, banding, pillow shading.

    For example: pixdraw inspect knight.png

    Writes NAME-marked.png beside each picture: the cells enlarged, and each faulty one framed in the colour of its
    fault: orphans magenta, jaggies cyan, doubled outlines orange, banding blue, pillow shading yellow.

    Parameters
    ----------
    pictures
        Sprites, in their own size or enlarged, or folders of them; of an animation the first frame.
    mark
        Write the marked pictures; --no-mark only prints the findings.
    output
        File to write, without suffix; for several pictures the folder to write to.
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
