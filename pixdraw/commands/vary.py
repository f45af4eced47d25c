"""`pixdraw vary`."""

from __future__ import annotations

from pathlib import Path

from pixdraw import streams


def vary(
    picture: Path,
    *,
    strength: float = 0.4,
    n: int = 4,
    prompt: str | None = None,
    seed: int = 1,
    iterations: int | None = None,
    output: str = "",
    trust: bool = False,
) -> None:
    """Draw variations of a picture as one batch: a share of it is drawn anew, the rest stays to the bit.

    For example: pixdraw vary knight.png --strength 0.3 --n 8

    Parameters
    ----------
    picture
        One that pixdraw drew, or any other with --prompt.
    strength
        The share that is drawn anew, above 0 to 1.
    n
        How many variations, 1 to 64.
    prompt
        What it shows, or shall show; left out: as it was drawn.
    seed
        Of the first variation; the others follow.
    iterations
        Steps of the drawing; left out: as it was drawn.
    output
        Folder and NAME of what is written; left out: NAME-varied, in the working folder. No file is replaced.
    trust
        Use the files, addresses, models and plug-ins that the picture names; only where you know where it comes from.
    """
    from pixdraw.drawing import Drawing
    from pixdraw.tools.vary import variations

    changed = {} if iterations is None else {"iterations": iterations}
    settings = variations(
        picture,
        () if prompt is None else (prompt,),
        strength=strength,
        count=n,
        seed=seed,
        output=output or f"{picture.stem}-varied",
        trust=trust,
        **changed,
    )
    for path in Drawing(settings).write().finish().written:
        streams.say(path)
