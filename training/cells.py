"""Pixel art and emoji as palette entries on 32 x 32 cells: `python -m training.cells --sprites SPRITES --work WORK`.

SPRITES is a folder with `labels.tsv` (path, label, category, tier, source, use, alt) and the PNGs it names, of free
pixel art in its native size; NOTICE says whose. It is not part of the repository.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from pixdraw.imaging.colour import oklab
from pixdraw.models.sprites import files
from training import by_rules, game_icons
from training.sources import TRAINING_SETS
from training.sprites import load

SIDE, COLOURS = 32, 255
EMOJI = ("noto", "twemoji", "fluent-emoji-flat", "fxemoji", "streamline-emojis", "fluent-emoji")
SEEDS = 8
"""So many pictures by rules are there of a name."""
FEWEST_CELLS = 24
MOST_COLOURS, SOME_COLOURS = 20, 12
"""Above the first, colours are always merged, above the second where they are near, else where they are very near."""
NEAR, VERY_NEAR = 6e-5, 2e-5
"""Share of a sprite's cells times squared distance in OKLab."""


@dataclass(frozen=True)
class Art:
    """One picture with what is known of it."""

    pixels: np.ndarray
    """[32, 32, 4] uint8, alpha 0 or 255."""
    label: str
    source: str
    category: str
    scale: int
    """So many cells is a pixel of the art wide."""
    said: tuple[str, ...] = ()
    """Other names."""
    weight: float = 1.0


def pixel_art(folder: Path) -> list[Art]:
    """Read the free sprites."""
    with (folder / "labels.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found = []
    for row in rows:
        label = re.sub(r"\s+", " ", re.sub(r"\b\d+\b|[_/()\-]", " ", row["label"].lower())).strip()
        if row["tier"] != "A" or row["use"] not in ("yes", "view") or not any(map(str.isalpha, label)):
            continue
        pixels = _hard(np.array(Image.open(folder / row["path"]).convert("RGBA")))
        if row["source"] == "crawl":
            pixels = without_shadow(pixels)
        placed = _placed(pixels)
        if placed is not None:
            said = (row["alt"],) if row["alt"] and row["source"] != "serenityos" else ()
            found.append(Art(placed[0], label, row["source"], row["category"], placed[1], said))
    return found


def emoji(work: Path) -> list[Art]:
    """Return emoji cut to cells."""
    sprites, names = load(TRAINING_SETS, work, "perceptor", True), [one.name for one in TRAINING_SETS]
    found = []
    for index, number in enumerate(sprites.set_of):
        if names[number] not in EMOJI:
            continue
        concept = sprites.concepts[sprites.concept_of[index]]
        said = tuple(concept.synonyms[:4])
        found.append(Art(_cut(sprites.pixels[index]), concept.label, names[number], "emoji", 1, said, concept.weight))
    return [art for art in found if (art.pixels[..., 3] > 0).sum() >= FEWEST_CELLS]


def painted_icons(work: Path) -> list[Art]:
    """Return what no emoji shows: icons of one ink in natural colours, cut to cells as emoji are."""
    sprites = load(TRAINING_SETS, work, "perceptor", True)
    names = [TRAINING_SETS[number].name for number in sprites.set_of]
    pictures, concepts = game_icons.sprites(sprites, names)
    pairs = zip(pictures, concepts, strict=True)
    found = [Art(_cut(picture), one.label, game_icons.SET, "painted icon", 1) for picture, one in pairs]
    return [art for art in found if (art.pixels[..., 3] > 0).sum() >= FEWEST_CELLS]


def painted_by_rules(names: Container[str]) -> list[Art]:
    """Return what rules paint of those of the names that they know."""
    return [
        Art((cells.permute(1, 2, 0) * 255).round().byte().numpy(), name, by_rules.SOURCE, "object", 1)
        for name, _, drawn in by_rules.painted(names, SEEDS)
        for cells in drawn
    ]


def _cut(pixels: np.ndarray) -> np.ndarray:
    """Cut [96, 96, 4] to 32 x 32 cells: the pixel of each nine that is nearest to the others, alpha by the median."""
    blocks = pixels.astype(np.float32).reshape(SIDE, 3, SIDE, 3, 4)
    nine = blocks.transpose(0, 2, 1, 3, 4).reshape(SIDE, SIDE, 9, 4)
    apart = np.abs(nine[:, :, :, None, :3] - nine[:, :, None, :, :3]).sum((-2, -1)) + (nine[..., 3] < 128) * 1e5
    cells = np.take_along_axis(nine, apart.argmin(2)[:, :, None, None], 2)[:, :, 0]
    cells[..., 3] = np.median(nine[..., 3], 2)
    return _hard(cells.astype(np.uint8))


def without_shadow(pixels: np.ndarray) -> np.ndarray:
    """Clear the black cells that are reached from outside and touch no coloured one."""
    solid = pixels[..., 3] > 127
    black = solid & (pixels[..., :3].max(-1) < 8)
    alone = black & ~_beside(solid & ~black)
    shadow = alone & _beside(np.pad(~solid, 1, constant_values=True))[1:-1, 1:-1]
    for _ in range(SIDE):
        shadow = shadow | (alone & _beside(shadow))
    if shadow.sum() >= 0.45 * solid.sum():  # a black thing
        return pixels
    return np.where(shadow[..., None], 0, pixels).astype(np.uint8)


def make_palette(arts: list[Art]) -> Tensor:
    """Return the COLOURS [255, 3] uint8 by k-means in OKLab, every picture's counted by the root of their cells."""
    codes, weights = [], []
    for art in arts:
        seen, counts = np.unique(_codes(art.pixels[art.pixels[..., 3] > 0]), return_counts=True)
        codes.append(seen)
        weights.append(np.sqrt(counts))
    seen, inverse = np.unique(np.concatenate(codes), return_inverse=True)
    weight = torch.from_numpy(np.bincount(inverse, np.concatenate(weights))).float()
    generator = torch.Generator().manual_seed(0)
    chosen = torch.multinomial(weight, min(60_000, len(seen)), generator=generator)
    rgb = torch.from_numpy(np.stack([seen >> 16, seen >> 8 & 255, seen & 255], 1)).to(torch.uint8)[chosen]
    points, weight = oklab(rgb.T / 255).T.contiguous(), weight[chosen].sqrt()
    centres = points[torch.multinomial(weight, COLOURS, generator=generator)]
    for _ in range(25):
        nearest = torch.cdist(points, centres).argmin(1)
        total = torch.zeros(COLOURS).index_add_(0, nearest, weight).clamp(min=1e-6)
        centres = torch.zeros(COLOURS, 3).index_add_(0, nearest, points * weight[:, None]) / total[:, None]
    real = rgb[torch.cdist(centres, points).argmin(1)]
    return real[oklab(real.T / 255)[0].argsort()]


def as_entries(pixels: np.ndarray, palette: Tensor) -> np.ndarray:
    """[32, 32, 4] → [32, 32] uint8: 0 where clear, else one more than the colour's number, near colours merged."""
    places = oklab(palette.T / 255).T
    solid = pixels[..., 3] > 0
    colours = torch.from_numpy(pixels[solid][:, :3].astype(np.float32)).T / 255
    numbers = torch.cdist(oklab(colours).T.contiguous(), places.contiguous()).argmin(1)
    counts = torch.bincount(numbers, minlength=COLOURS).double()
    stands_for = torch.arange(COLOURS)
    alive = torch.where(counts > 0)[0]
    while len(alive) > 3:
        apart = torch.cdist(places[alive], places[alive]).square().double() + 9 * torch.eye(len(alive))
        cost, nearest = apart.min(1)
        cost = cost * counts[alive] / counts.sum()
        least = int(cost.argmin())
        if len(alive) <= MOST_COLOURS and cost[least] >= (NEAR if len(alive) > SOME_COLOURS else VERY_NEAR):
            break
        gone, kept = alive[least], alive[nearest[least]]
        counts[kept] += counts[gone]
        stands_for[stands_for == gone] = kept
        alive = torch.cat([alive[:least], alive[least + 1 :]])
    entries = np.zeros(pixels.shape[:2], np.uint8)
    entries[solid] = stands_for[numbers].numpy() + 1
    return entries


def _placed(pixels: np.ndarray) -> tuple[np.ndarray, int] | None:
    """Put a sprite in the middle of 32 x 32 cells, small ones twice as large on whole twos; None for a larger one."""
    rows, columns = np.nonzero(pixels[..., 3])
    if not len(rows):
        return None
    if max(pixels.shape[:2]) > SIDE:
        pixels = pixels[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    high, wide = pixels.shape[:2]
    if max(high, wide) > SIDE:
        return None
    scale = 1 if max(high, wide) > SIDE // 2 else 2
    pixels = pixels.repeat(scale, 0).repeat(scale, 1)
    top, left = ((SIDE - length) // 2 // scale * scale for length in pixels.shape[:2])
    out = np.zeros((SIDE, SIDE, 4), np.uint8)
    out[top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels
    return (out, scale) if (out[..., 3] > 0).sum() >= FEWEST_CELLS else None


def _hard(pixels: np.ndarray) -> np.ndarray:
    """Alpha 0 or 255, and nothing where it is 0."""
    solid = pixels[..., 3:] > 127
    return np.where(solid, np.concatenate([pixels[..., :3], np.full_like(pixels[..., 3:], 255)], -1), 0).astype(
        np.uint8
    )


def _beside(mask: np.ndarray) -> np.ndarray:
    """Whether a cell left, right, above or below is set."""
    wide = np.pad(mask, 1)
    return wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]


def _codes(colours: np.ndarray) -> np.ndarray:
    """[M, 4] → [M]: 24-bit numbers of the colours."""
    red, green, blue = (colours[:, channel].astype(np.int64) for channel in range(3))
    return red << 16 | green << 8 | blue


def main() -> None:
    """Write WORK/cells.pt: entries [N, 32, 32], the palette, and a row of names for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sprites", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="folder of a generator whose colours these are to be")
    given = parser.parse_args()
    arts = pixel_art(given.sprites) + emoji(given.work) + painted_icons(given.work)
    arts += painted_by_rules({art.label for art in arts})
    palette = (files.load(given.start).colours * 255).round().byte() if given.start else make_palette(arts)
    entries = torch.from_numpy(np.stack([as_entries(art.pixels, palette) for art in arts]))
    rows = [(art.label, art.source, art.category, art.scale, art.said, art.weight) for art in arts]
    torch.save({"entries": entries, "palette": palette, "rows": rows}, given.work / "cells.pt")
    counts = [len(np.unique(one[one > 0])) for one in entries.numpy()]
    print(f"{len(arts)} pictures of {np.median(counts):.0f} colours (median)")


if __name__ == "__main__":
    main()
