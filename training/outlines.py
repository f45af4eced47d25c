"""Icons of one ink from many free sets, as further pictures of known concepts: the same thing by many hands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from training.aliases import aliases
from training.concepts import Concept
from training.scenes import SIDE
from training.sources import OUTLINE_SETS, icons
from training.sprites import render

SUFFIX = re.compile(
    r"([-_](\d+|fill|filled|duotone|duo|flat|solid|outline|outlined|line|linear|bold|broken|thin|light|sharp|alt|"
    r"regular|rounded|twotone|tone|logo|icon|positive|negative|tall|print))+$"
)
MOST = 24
"""A concept keeps so many."""
LEAST = 0.03
"""So much of a picture is inked."""


@dataclass(frozen=True)
class Outlines:
    """Pictures of one ink and what they show."""

    pixels: Tensor
    """[N, 4, SIDE, SIDE] uint8, premultiplied."""
    concept_of: np.ndarray


def outlines(concepts: Sequence[Concept], work: Path, path: Path) -> Outlines:
    """Return the icons that have the name of a concept; the first of those of one name, and of its everyday names."""
    if not path.exists():
        named = dict[str, int]()
        for index, concept in enumerate(concepts):
            named.setdefault(concept.label, index)
        for label, names in aliases().items():
            if label in named:
                for name in names:
                    named.setdefault(name, named[label])
        pixels, of = list[Tensor](), list[int]()
        kept = dict[int, int]()
        for icon_set in OUTLINE_SETS:
            for name, svg in icons(icon_set, work)[0].items():
                called = SUFFIX.sub("", name).replace("-", " ").replace("_", " ")
                if called not in named or kept.get(named[called], 0) >= MOST:
                    continue
                alpha = torch.from_numpy(render(svg, SIDE)[..., 3].copy())
                if (alpha > 128).float().mean() < LEAST:
                    continue
                kept[named[called]] = kept.get(named[called], 0) + 1
                pixels.append(F.pad(alpha[None], (0, 0, 0, 0, 3, 0)))
                of.append(named[called])
        torch.save({"pixels": torch.stack(pixels), "concept_of": of}, path)
    saved = torch.load(path, weights_only=True)
    return Outlines(saved["pixels"], np.array(saved["concept_of"]))
