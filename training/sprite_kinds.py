"""Which kinds of art show each name well: what the sprite generator is written with beside its weights.

A kind of art is a manner and the width of its cells. It counts for a name as often as it was learned from, and only
where the trained generator draws the name alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

from pixdraw.imaging.colour import oklab
from pixdraw.models.sprites.autoencoder import DEPTH, GRID
from pixdraw.models.sprites.denoiser import COLOURS, LATENTS, SCALES, Asked
from pixdraw.models.sprites.generator import Kind, SpriteGenerator, SpriteRecipe
from pixdraw.models.sprites.sampling import polished, sample
from training.cell_texts import SAID, Row, sampling_weights
from training.precision import halved
from training.ratings import DRAWN, rating

USUAL = {
    "crawl", "dawnlike", "angband_gervais", "twemoji", "fluent-emoji-flat", "makecode_arcade", "ninja_adventure",
    "nouns", "superpowers", "tiny_creatures", "farmersdelight", "terasology", "dungeon_0x72", "kenney_tiny_dungeon",
    "game-icons", "rules",
}  # fmt: skip
UNUSUAL = 0.2
"""How often a picture of another source, or one with a long name, is taken beside the usual ones."""
SMALL = 64
"""Cells below which a picture is too small to be drawn like, though it is learned from."""
NEARLY = 0.08
"""Distance in OKLab of colours that are nearly the same."""
LEAST_ALIKE = 0.4
"""Share of cells that a drawing has in common with a learned picture, for its kind of art to be drawn like."""
LEAST_SHOWN = 0.03
"""Of a name that is drawn, how often its kinds of art are taken together."""
RECIPE, TRIED = SpriteRecipe(), 10
"""How sprites are drawn, and steps of those that are only to be compared."""
SELDOM = 0.1
"""Kinds of art that were learned from less than this share of a name's most usual one come out shapeless."""
TERRAIN, FULL = "terrain", 0.97
"""Category of tiles, and the share of their cells that has a colour."""
OPENINGS = {
    "trap", "portal", "door", "staircase", "store", "entrance", "teleporter", "fountain", "board", "pit", "gateway",
    "exit", "edge", "shop", "gate", "altar", "stairs", "ladder", "statue", "arch",
}  # fmt: skip
"""Words of terrain that is no ground or wall."""
PLAIN = {*SAID, "male", "female", "small", "big", "large", "a", "the", "of"}
"""Words that do not make a name long."""


def is_usual(row: Row) -> bool:
    words = [word for word in row[0].split() if word not in PLAIN]
    return row[1] in USUAL and row[2] not in {"effect", "icon", "face"} and len(words) <= 2 and row[5] >= 0.9


def as_learned(generator: SpriteGenerator, cells: dict[str, Any]) -> tuple[tuple[Kind, ...], ...]:
    """Return the kinds of art of each name, without those whose drawings are unlike what they were learned from.

    A name that is left with little has none: it is understood, but others are drawn for it.
    """
    pairs = [(name, kind) for name, kinds in zip(generator.names, generator.kinds, strict=True) for kind in kinds]
    kept: dict[str, list[Kind]] = {name: [] for name in generator.names}
    for (name, kind), alike in zip(pairs, drawn_alike(generator, cells, pairs), strict=True):
        if alike >= LEAST_ALIKE:
            kept[name].append((kind[0], kind[1], round(kind[2] * alike, 3)))
    print(f"{sum(map(len, kept.values()))} of {len(pairs)} kinds of art are drawn as they were learned")
    return tuple(tuple(many) if sum(much for *_, much in many) >= LEAST_SHOWN else () for many in kept.values())


@torch.no_grad()
def drawn_alike(generator: SpriteGenerator, cells: dict[str, Any], kinds: Sequence[tuple[str, Kind]]) -> list[float]:
    """Return of names with a kind of art how alike a drawing is to the most alike picture that it was learned from.

    The share of cells of nearly the same colour, those left out that are clear in both.
    """
    pictures: dict[tuple[str, str, int], list[int]] = {}
    for index, row in enumerate(cells["rows"]):
        pictures.setdefault((row[0], row[1], min(row[3], SCALES) - 1), []).append(index)
    colours = torch.cat([torch.full((1, 3), 9.0), oklab(generator.colours.T).T])
    near = torch.cdist(colours, colours) < NEARLY
    number, found = {name: row for row, name in enumerate(generator.names)}, []
    for start in range(0, len(kinds), 256):
        part = kinds[start : start + 256]
        asked = Asked(
            generator.network.keys[[number[name] for name, _ in part]],
            torch.tensor([kind[0] for _, kind in part]),
            torch.tensor([kind[1] for _, kind in part]),
            torch.zeros(len(part), len(COLOURS) + 1),
        )
        noise = torch.randn(len(part), LATENTS, generator=torch.Generator().manual_seed(start))
        with halved():
            latents = sample(generator.network, asked, (TRIED, RECIPE.guidance, 0.0), lambda _, noise=noise: noise)  # type: ignore[misc]
            latents = polished(generator.network, latents, asked, lambda index, start=start: _noises(start + index))  # type: ignore[misc]
            entries = generator.autoencoder.decode(latents.view(-1, DEPTH, GRID, GRID)).argmax(-1)
        for (name, kind), drawn in zip(part, entries, strict=True):
            learned = cells["entries"][pictures[name, generator.manners[kind[0]], kind[1]]].long()
            either = (learned > 0) | (drawn > 0)
            alike = (near[learned, drawn] & either).sum((1, 2)) / either.sum((1, 2)).clamp(min=1)
            found.append(float(alike.max()))
    return found


def _noises(seed: int) -> Tensor:
    return torch.randn(RECIPE.polish, LATENTS, generator=torch.Generator().manual_seed(seed))


def cells_of(cells: dict[str, Any]) -> Tensor:
    """Return how many cells of each picture have a colour."""
    entries: Tensor = cells["entries"]
    return (entries > 0).flatten(1).sum(1)


def tiles_of(cells: dict[str, Any], names: list[str], manners: list[str]) -> dict[str, tuple[Kind, ...]]:
    """Return the names of grounds and walls with the kinds of art that show one without a clear cell."""
    full = (cells_of(cells) > FULL * cells["entries"][0].numel()).tolist()
    is_tile = [
        fills and row[2] == TERRAIN and not set(row[0].split()) & OPENINGS
        for row, fills in zip(cells["rows"], full, strict=True)
    ]
    weights = torch.where(torch.tensor(is_tile), sampling_weights(cells["rows"]), 0.0)
    kinds = kinds_of(names, cells["rows"], manners, weights)
    return {name: kind for name, kind in zip(names, kinds, strict=True) if kind}


def kinds_of(
    names: Sequence[str], rows: list[Row], manners: Sequence[str], weights: Tensor
) -> tuple[tuple[Kind, ...], ...]:
    """Return for each name the manners and cells' widths of the art that shows it, and how often that was taken."""
    much: dict[str, dict[tuple[int, int], float]] = {name: {} for name in names}
    for row, weight in zip(rows, weights.tolist(), strict=True):
        if row[0] in much:
            kind = manners.index(row[1]), min(row[3], SCALES) - 1
            share = weight * (1.0 if is_usual(row) else UNUSUAL) * DRAWN[rating(row[0], row[1], row[3])]
            much[row[0]][kind] = much[row[0]].get(kind, 0.0) + share
    return tuple(_often_enough(one) for one in much.values())


def _often_enough(shares: dict[tuple[int, int], float]) -> tuple[Kind, ...]:
    """Return kinds of art with how often each is taken, without those that were learned from too little."""
    least = SELDOM * max(shares.values(), default=0.0)
    return tuple((*kind, round(share, 3)) for kind, share in shares.items() if share > least)
