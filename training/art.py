"""Free pixel art as the perceptor is shown it: every label with how often it deserves to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.cells import Art, pixel_art
from training.concepts import Concept
from training.recolour import COLOUR_SYNONYMS, COLOURS
from training.scenes import SIDE

ART_WEIGHTS = {
    **dict.fromkeys(("animal", "food", "building or plant", "plant", "vehicle", "scene"), 2.0),
    **dict.fromkeys(("item", "object"), 1.2),
    **dict.fromkeys(("monster", "mixed sprite"), 0.7),
    **dict.fromkeys(("terrain", "effect", "people", "icon"), 0.3),
    "face": 0.1,
}
"""How often a label of a category is shown; others 1."""
COMPOSED_SOURCES = {"crawl_dolls": 0.12, "dicebear_pixel_art": 0.1}
"""Pictures that a program put together, hundreds of much the same."""
UNCOLOURED = {"terrain", "effect", "scene", "icon", "face", "people"}
"""Categories that are never recoloured."""
MOST_PICTURES = 8
"""A label of pixel art keeps so many pictures: tiles come in dozens of variants."""
NAMED_COLOURS = {
    *(word for many in COLOUR_SYNONYMS.values() for text in many for word in text.split()),
    *[
        "golden",
        "iron",
        "steel",
        "copper",
        "bronze",
        "brass",
        "wooden",
        "stone",
        "ruby",
        "sapphire",
        "diamond",
        "crystal",
        "bone",
        "ivory",
        "jade",
        "obsidian",
    ],
    *[
        "fire",
        "fiery",
        "ice",
        "icy",
        "frost",
        "rainbow",
        "mossy",
        "bloody",
        "glowing",
        "mithril",
        "adamantine",
        "dark",
        "light",
        "pale",
        "ashen",
    ],
}
"""Words that say what colour a thing has."""
MOST_WORDS = 12
"""Labels of more are descriptions of put-together figures."""


@dataclass(frozen=True)
class PixelArt:
    """Free pixel art, every pixel of it a square of whole pixels of the picture."""

    pixels: Tensor
    """[N, 4, SIDE, SIDE] uint8, premultiplied."""
    concept_of: np.ndarray
    concepts: list[Concept]
    colourable: Tensor
    """[K] bool: may be given another colour."""


def pixel_art_in(folder: Path, path: Path) -> PixelArt:
    """Read the folder of sprites that `training.cells` describes, once."""
    if not path.exists():
        by_label: dict[str, list[Art]] = {}
        for art in pixel_art(folder):
            by_label.setdefault(art.label, []).append(art)
        rng, kept = np.random.default_rng(0), []
        for arts in by_label.values():
            if len(arts[0].label.split()) > MOST_WORDS:
                continue
            kept.append([arts[index] for index in rng.permutation(len(arts))[:MOST_PICTURES]])
        cells = torch.from_numpy(np.stack([art.pixels for arts in kept for art in arts])).permute(0, 3, 1, 2)
        whole = SIDE // cells.shape[-1]
        torch.save(
            {
                "pixels": cells.repeat_interleave(whole, 2).repeat_interleave(whole, 3).contiguous(),
                "concept_of": [index for index, arts in enumerate(kept) for _ in arts],
                "labels": [arts[0].label for arts in kept],
                "said": [sorted({text for art in arts for text in art.said}) for arts in kept],
                "weights": [_art_weight(arts[0]) for arts in kept],
                "colourable": [_colourable(arts[0]) for arts in kept],
            },
            path,
        )
    saved = torch.load(path, weights_only=True)
    rows = zip(saved["labels"], saved["weights"], saved["said"], strict=True)
    concepts = [Concept(label, weight, said) for label, weight, said in rows]
    return PixelArt(saved["pixels"], np.array(saved["concept_of"]), concepts, torch.tensor(saved["colourable"]))


def _art_weight(art: Art) -> float:
    return COMPOSED_SOURCES.get(art.source, ART_WEIGHTS.get(art.category, 1.0))


def _colourable(art: Art) -> bool:
    """Whether it may be given a colour: nothing whose label has one, or a material, already."""
    named = set(art.label.split()) & (COLOURS.keys() | NAMED_COLOURS)
    allowed = art.category not in UNCOLOURED and art.source not in COMPOSED_SOURCES
    return allowed and not named and len(art.label.split()) <= 2
