"""What rules paint as the perceptor is shown it: all names of `pixdraw.proposals.ruled`, each at several seeds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from pixdraw.imaging.compositing import premultiply
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled import known
from training.art import NAMED_COLOURS, PixelArt
from training.concepts import Concept
from training.recolour import COLOURS
from training.scenes import SIDE, article

CELLS, SEEDS = 32, 4


@dataclass(frozen=True)
class Painted:
    """What rules paint, by name."""

    art: PixelArt
    painter_of: Tensor
    """[K]: names of one number have one painter, so that their pictures don't tell them apart."""


def painted(path: Path) -> Painted:
    """Paint every name that rules know at SEEDS seeds, once: nobody draws with these seeds."""
    if not path.exists():
        pictures, labels, painters = list[Tensor](), list[str](), list[str]()
        for name, painter in known.names().items():
            things = read(article(name)).things
            ruled = known.painter_of(things[0]) if len(things) == 1 else None
            if ruled is None or ruled.name != painter:
                continue
            seeds = range(10_007, 10_007 + SEEDS)
            pictures += [_as_seen(known.drawn(things[0], ruled, seed, CELLS)) for seed in seeds]
            labels.append(name)
            painters.append(painter)
        torch.save({"pixels": torch.stack(pictures), "labels": labels, "painters": painters}, path)
    saved = torch.load(path, weights_only=True)
    often = Counter(saved["painters"])
    pairs = zip(saved["labels"], saved["painters"], strict=True)
    concepts = [Concept(label, often[painter] ** -0.5) for label, painter in pairs]
    plain = [not set(label.split()) & (COLOURS.keys() | NAMED_COLOURS) for label in saved["labels"]]
    number = {painter: index for index, painter in enumerate(often)}
    art = PixelArt(saved["pixels"], np.arange(len(saved["pixels"])) // SEEDS, concepts, torch.tensor(plain))
    return Painted(art, torch.tensor([number[painter] for painter in saved["painters"]]))


def _as_seen(cells: Tensor) -> Tensor:
    """Return cells [4, CELLS, CELLS] as a premultiplied picture [4, SIDE, SIDE] uint8."""
    times = SIDE // CELLS
    whole = premultiply(cells[None])[0].repeat_interleave(times, 1).repeat_interleave(times, 2)
    return (whole * 255).round().to(torch.uint8)
