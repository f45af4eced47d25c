"""Directions in the embedding space of a perceptor, used as prompts: made from two sets of pictures, stored as JSON in
pixray's form.
"""

from __future__ import annotations

import json
import random
import warnings
from collections.abc import Iterable, Sequence
from functools import partial

import numpy as np
import PIL
import torch
from PIL import Image, ImageDraw, ImageFont
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import FileError, SettingsError, suggestion
from pixdraw.guidance.remembered import Memory
from pixdraw.guidance.rows import Row, embed_picture
from pixdraw.imaging.files import load_bytes
from pixdraw.interfaces import Perceptor
from pixdraw.text.prompts import Prompt

SHARE = 0.1
"""Factor of a vector prompt's weight, as in pixray."""
PAIRS = 48
"""Pictures with and without lettering that `textoff` is made of."""
SIDE = 224
MADE_BY = f"textoff, {PAIRS} pairs of {SIDE}, PIL {PIL.__version__}"
"""Key of the direction: its letters are PIL's."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def vector_rows(name: str, perceptor: Perceptor, prompts: Sequence[Prompt], device: torch.device) -> list[Row]:
    """Return the directions stored for the perceptor `name`; warn and leave out a file that has none for it."""
    rows, memory = [], Memory(perceptor, device)
    for prompt in prompts:
        if prompt.text.lower() in MADE:
            vectors = [memory.embed(MADE_BY, partial(MADE[prompt.text.lower()], perceptor, device))]
        else:
            vectors = _read(prompt.text).get(name, [])
            if not vectors:
                warnings.warn(f"vector_prompts={prompt.text}: no direction for {name} is in it", stacklevel=2)
        for vector in vectors:
            if len(vector) != perceptor.embed_dim:
                raise SettingsError(
                    f"vector_prompts={prompt.text}: {len(vector)} numbers for {name}, which has {perceptor.embed_dim}"
                )
            rows.append(Row(F.normalize(vector, dim=0), SHARE * prompt.weight / len(vectors), prompt.stop))
    return rows


def direction(perceptor: Perceptor, towards: Iterable[Tensor], away: Iterable[Tensor]) -> Tensor:
    """Return [D]: from the mean embedding of some pictures to that of others, each [1, 3 or 4, H, W]; unit norm."""
    means = [torch.stack([embed_picture(perceptor, image) for image in side]).mean(0) for side in (towards, away)]
    return F.normalize(means[0] - means[1], dim=0)


def textoff(perceptor: Perceptor, device: torch.device) -> Tensor:
    """Return the direction away from lettering, from PAIRS random drawings, each with and without words on it."""
    pairs = [lettered(seed) for seed in range(PAIRS)]
    sides = [[image.to(device) for image in side] for side in zip(*pairs, strict=True)]
    return direction(perceptor, *sides)


MADE = {"textoff": textoff, "textoff1": textoff, "textoff2": textoff}
"""Directions made when they are asked for, by name; pixray had three of one meaning, made in different ways."""


def lettered(seed: int) -> tuple[Tensor, Tensor]:
    """Return a drawing of random shapes without and with words on it, each [1, 3, SIDE, SIDE]."""
    dice = random.Random(seed)
    picture = Image.new("RGB", (SIDE, SIDE), _colour(dice))
    pen = ImageDraw.Draw(picture)
    for _ in range(dice.randrange(6)):
        box = sorted(dice.randrange(SIDE) for _ in range(2)), sorted(dice.randrange(SIDE) for _ in range(2))
        shape = dice.choice((pen.ellipse, pen.rectangle))
        shape((box[0][0], box[1][0], box[0][1] + 1, box[1][1] + 1), fill=_colour(dice))
    plain = _tensor(picture)
    for _ in range(dice.randrange(1, 4)):
        word = "".join(dice.choice(_LETTERS) for _ in range(dice.randrange(2, 9)))
        font = ImageFont.load_default(dice.randrange(24, 72))
        pen.text((dice.randrange(SIDE // 2), dice.randrange(SIDE - 40)), word, _colour(dice), font)
    return plain, _tensor(picture)


def write(vectors: dict[str, Tensor]) -> str:
    """Return the JSON of one direction for each perceptor."""
    return json.dumps({name: [[round(number, 6) for number in vector.tolist()]] for name, vector in vectors.items()})


def _read(source: str) -> dict[str, list[Tensor]]:
    if not source.lower().endswith(".json"):
        near = suggestion(source.lower(), MADE)
        raise SettingsError(f"vector_prompts={source!r}: expected {', '.join(MADE)} or a .json file{near}")
    try:
        loaded = json.loads(load_bytes(source))
        return {str(name): [torch.tensor([float(x) for x in row]) for row in rows] for name, rows in loaded.items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise FileError(
            f"{source}: expected JSON as `pixdraw vector` writes it, perceptor → rows of numbers"
        ) from error


def _colour(dice: random.Random) -> tuple[int, int, int]:
    return dice.randrange(256), dice.randrange(256), dice.randrange(256)


def _tensor(picture: Image.Image) -> Tensor:
    return torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float() / 255
