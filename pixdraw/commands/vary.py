"""`pixdraw vary`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pixdraw import streams


def vary(
    *pictures: Path,
    strength: float = 0.4,
    n: int = 4,
    prompt: str | None = None,
    seed: int = 1,
    iterations: int | None = None,
    output: str = "",
    trust: bool = False,
) -> None:
    """Draw variations of pictures.

    A picture that pixdraw drew by rules is drawn again as a whole, with a fraction of its shapes, colours and
    proportions changed. Of any other picture a part is redrawn in patches, and all other pixels stay unchanged.

    For example: pixdraw vary knight.png --strength 0.3 --n 8

    Parameters
    ----------
    pictures
        Pictures that pixdraw drew, or with --prompt any others, or folders of them.
    strength
        Fraction of the choices to change, or of the picture to redraw, above 0 to 1.
    n
        Number of variations, 1 to 64.
    prompt
        What the picture shows or is to show; default: the prompt that it was drawn with.
    seed
        Seed of the first variation; the others have the seeds after it.
    iterations
        Number of steps; default: as many as it was drawn with.
    output
        Folder and NAME of what is written; default: NAME-varied, in the working folder. For several pictures the folder
        to write to. No file is replaced.
    trust
        Use the files, addresses, models and plug-ins that the picture names; only if you know where it comes from.
    """
    from pixdraw.drawing import Drawing
    from pixdraw.tools import batch
    from pixdraw.tools.vary import variations

    changed = {} if iterations is None else {"iterations": iterations}
    paths = batch.pictures_of(pictures)

    def work(picture: Path) -> Iterator[str]:
        several = len(paths) > 1
        place = str(batch.place(picture, "varied", output, several=several)) if several and output else output
        settings = variations(
            picture,
            () if prompt is None else (prompt,),
            strength=strength,
            count=n,
            seed=seed,
            output=place or f"{picture.stem}-varied",
            trust=trust,
            **changed,
        )
        yield from map(str, Drawing(settings).write().finish().written)

    for line in batch.one_by_one(paths, work):
        streams.say(line)
