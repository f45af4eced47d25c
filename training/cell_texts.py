"""What is said of sprites: texts in the shared word space, manners, colours, and how often each is learned from."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import oklab
from pixdraw.models import perceptors
from pixdraw.models.sprites.autoencoder import ENTRIES
from pixdraw.models.sprites.denoiser import COLOURS
from pixdraw.models.sprites.subject import PROTOTYPES
from training.aliases import aliases
from training.ratings import TAUGHT, rating
from training.teacher import Teacher
from training.words import Words

VARIANTS = 6
"""Texts of one sprite; where it has fewer they are repeated."""
SAID = {*COLOURS, "gray", "golden", "gold", "silver", "crimson", "violet", "azure", "scarlet", "emerald"}
PALER = torch.tensor([1.0] * 9 + [0.6, 0.5, 0.25])
"""White, grey and black count for less where a sprite's colour is named."""
SOURCES = {
    "angband_adam_bolt": 0.15, "dicebear_pixel_art": 0.05, "crawl_dolls": 0.25, "meltingpot": 0.2, "gb_studio": 0.2,
    "serenityos": 0.1, "fugue": 0.35, "terasology": 0.5, "fluent-emoji": 0.1, "noto": 0.6, "fluent-emoji-flat": 0.8,
    "twemoji": 1.0, "streamline-emojis": 0.1, "fxemoji": 0.2, "makecode_arcade": 1.3, "ninja_adventure": 1.4,
    "nouns": 1.3, "crawl": 1.2, "game-icons": 1.6, "superpowers": 1.2, "kenney_tiny_dungeon": 1.4, "dungeon_0x72": 1.3,
    "rules": 4.0,
}  # fmt: skip
CATEGORIES = {
    "terrain": 0.4, "effect": 0.15, "food": 1.6, "animal": 1.6, "plant": 1.6, "vehicle": 2.0, "building or plant": 1.6,
    "face": 0.3, "icon": 0.3, "people": 0.6,
}  # fmt: skip
Row = tuple[str, str, str, int, tuple[str, ...], float]


@dataclass(frozen=True)
class School:
    """All that is learned from; N sprites, V texts."""

    entries: Tensor
    """[N, 32, 32] uint8."""
    palette: Tensor
    """[255, 3] uint8."""
    vectors: Tensor
    """[2, V, 256]: of the teacher, and of the shipped text tower."""
    texts: Tensor
    """[N, VARIANTS] into `vectors`; the first is the label."""
    manners: tuple[str, ...]
    manner: Tensor
    scale: Tensor
    shares: Tensor
    """[N, 12] of COLOURS among its cells."""
    main: Tensor
    """[N]: the colour it would be called."""
    weight: Tensor
    rows: list[Row]


def sampling_weights(rows: list[Row]) -> Tensor:
    """Return how often each picture is taken: by its source and category, all of one name counting for little more."""
    alike = Counter((row[0], row[1]) for row in rows)
    return torch.tensor(
        [
            SOURCES.get(row[1], 1.0)
            * CATEGORIES.get(row[2], 1.0)
            * row[5]
            * TAUGHT[rating(row[0], row[1], row[3])]
            / alike[row[0], row[1]] ** 0.85
            for row in rows
        ]
    )


def make_school(data: dict[str, object]) -> School:
    """Name everything in what `training.cells` wrote."""
    entries, palette, rows = data["entries"], data["palette"], data["rows"]
    assert isinstance(entries, Tensor) and isinstance(palette, Tensor) and isinstance(rows, list)
    shares = colour_shares(entries, palette)
    main = main_colours(shares)
    chance, known = random.Random(0), {key.lower(): tuple(value) for key, value in aliases().items()}
    names = [_texts(row, COLOURS[int(colour)], known, chance) for row, colour in zip(rows, main, strict=True)]
    number = {text: index for index, text in enumerate(dict.fromkeys(text for many in names for text in many))}
    texts = torch.tensor([[number[text] for text in (many * VARIANTS)[:VARIANTS]] for many in names])
    vectors = vectors_of(list(number))
    manners = tuple(sorted({row[1] for row in rows}))
    manner = torch.tensor([manners.index(row[1]) for row in rows])
    scale = torch.tensor([row[3] - 1 for row in rows])
    return School(
        entries, palette, vectors, texts, manners, manner, scale, shares, main, sampling_weights(rows), list(rows)
    )


def vectors_of(texts: list[str]) -> Tensor:
    """Return [2, len(texts), 256]: texts in the shared word space, as the teacher and as the text tower read them."""
    reader = perceptors.load("tiny")
    with torch.no_grad():
        read = torch.cat([reader.encode_text(texts[at : at + 512]) for at in range(0, len(texts), 512)])
    return torch.stack([Words()(Teacher()(texts)), read.float()])


def main_colours(shares: Tensor) -> Tensor:
    """[N, 12] → [N]: the colour that a sprite would be called."""
    return (shares * PALER).argmax(1)


def colour_shares(entries: Tensor, palette: Tensor) -> Tensor:
    """[N, 32, 32] → [N, 12]: shares of COLOURS among the cells that are not clear."""
    names = torch.tensor([_name(*place) for place in oklab(palette.T / 255).T.tolist()])
    counts = F.one_hot(names, len(COLOURS)).float()
    used = torch.stack([torch.bincount(one.flatten().long(), minlength=ENTRIES)[1:] for one in entries]).float()
    return (used @ counts) / used.sum(1, keepdim=True)


def _name(light: float, green_red: float, blue_yellow: float) -> int:
    """Return the number in COLOURS of a place in OKLab."""
    if np.hypot(green_red, blue_yellow) < 0.035:
        return COLOURS.index("black" if light < 0.34 else "grey" if light < 0.84 else "white")
    if light < 0.28:
        return COLOURS.index("black")
    rgb = torch.tensor(
        [[int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)] for code in list(PROTOTYPES.values())[:9]]
    )
    apart = (oklab(rgb.T).T - torch.tensor([light, green_red, blue_yellow])) * torch.tensor([0.6, 1.0, 1.0])
    return int(apart.square().sum(1).argmin())


def _texts(row: Row, colour: str, known: dict[str, tuple[str, ...]], chance: random.Random) -> list[str]:
    """Return what a sprite is called, its label first."""
    label, _, category, _, said, _ = row
    texts = [label, *(known.get(label, ()) if category == "emoji" else ()), *said][:5]
    if category != "emoji" and chance.random() < 0.15:
        texts.append("a " + label)
    if not SAID & set(label.split()):
        texts.append(f"{colour} {label}")
    return list(dict.fromkeys(text.lower() for text in texts))
