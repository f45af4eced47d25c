"""What rules paint, as the models learn from it: names of `pixdraw.proposals.ruled`, each at several seeds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from pixdraw.imaging.compositing import premultiply
from pixdraw.proposals.ruled import known
from training import by_rules
from training.art import NAMED_COLOURS, PixelArt
from training.concepts import Concept
from training.recolour import COLOURS
from training.scenes import SIDE

SEEDS = 4


@dataclass(frozen=True)
class Painted:
    """What rules paint, by name."""

    art: PixelArt
    painter_of: Tensor
    """[K]: names of one number have one painter, so that their pictures don't tell them apart."""


def painted(path: Path) -> Painted:
    """Paint every name that rules know at SEEDS seeds, once."""
    if not path.exists():
        pictures, labels, painters = list[Tensor](), list[str](), list[str]()
        for name, painter, drawn in by_rules.painted(known.names(), SEEDS):
            pictures += map(_as_seen, drawn)
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
    """Return cells [4, 32, 32] as a premultiplied picture [4, SIDE, SIDE] uint8."""
    times = SIDE // by_rules.CELLS
    whole = premultiply(cells[None])[0].repeat_interleave(times, 1).repeat_interleave(times, 2)
    return (whole * 255).round().to(torch.uint8)
