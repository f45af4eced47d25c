"""A folder of pictures as guides: the ones nearest to the prompt, different ones in each stage of the run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from pixdraw.guidance.files import pictures_below
from pixdraw.guidance.remembered import Memory
from pixdraw.guidance.rows import embed_file
from pixdraw.interfaces import Frame, Perceptor
from pixdraw.models.targets import spherical_distance
from pixdraw.rng import Rng


@dataclass(frozen=True)
class Choice:
    """How guides are picked."""

    count: int
    stages: int
    randomness: float
    names: float


@dataclass(frozen=True)
class Folder:
    """K pictures, embedded once."""

    paths: tuple[Path, ...]
    embeds: Mapping[str, Tensor]
    """Perceptor → [K, D]."""
    names: tuple[str, ...]
    """[K] the words of each one's folder, empty at the top."""


@dataclass(frozen=True)
class GuideLoss:
    """Mean distance of the cutouts to the guides of the current stage, summed over perceptors."""

    picked: Mapping[str, Tensor]
    """Perceptor → [B, stages, count, D]."""

    def __call__(self, frame: Frame) -> Tensor:
        parts = []
        for name, guides in self.picked.items():
            stage = min(frame.step * guides.shape[1] // max(frame.total, 1), guides.shape[1] - 1)
            distance = spherical_distance(frame.embeds[name][:, :, None], guides[:, None, stage])  # [B, N, count]
            parts.append(distance.mean(2).mean(1))
        return torch.stack(parts).sum(0)


def read_folder(folder: str, perceptors: Mapping[str, Perceptor], device: torch.device) -> Folder:
    """Embed all pictures of a folder; raises FileError if there is none."""
    paths = pictures_below(folder, "guides")
    memories = {name: Memory(perceptor, device) for name, perceptor in perceptors.items()}
    rows: dict[str, list[Tensor]] = {name: [] for name in perceptors}
    for path in paths:
        for name, perceptor in perceptors.items():
            rows[name].append(embed_file(perceptor, str(path), memories[name], device))
    root = Path(folder).expanduser()
    names = tuple(" ".join(path.relative_to(root).parent.parts).replace("_", " ").replace("-", " ") for path in paths)
    return Folder(tuple(paths), {name: torch.stack(embeds) for name, embeds in rows.items()}, names)


def pick(folder: Folder, judge: tuple[str, Perceptor], wanted: Tensor, rng: Rng, choice: Choice) -> Tensor:
    """Return the numbers of the picked guides, int64 [B, stages, count].

    A guide's score is its cosine to what is `wanted` [B, D], plus that of its folder's name times `names`, plus Gumbel
    noise times `randomness`: a draw from the softmax of score / randomness (Gumbel 1954). No picture is used in two
    stages while there are enough of them.
    """
    name, perceptor = judge
    words = sorted({words for words in folder.names if words})
    heard = {word: perceptor.encode_text([word])[0].to(wanted.device) for word in words}
    nothing = torch.zeros_like(wanted[0])
    concepts = torch.stack([heard.get(words, nothing) for words in folder.names])
    rows = []
    for item, seen in enumerate(wanted):
        score = ((folder.embeds[name] + choice.names * concepts) * seen).sum(1)
        rows.append(_stages(score, rng.item(item), choice))
    return torch.stack(rows)


def guide_loss(folder: Folder, picked: Tensor) -> GuideLoss:
    """Return the loss of the picked guides."""
    return GuideLoss({name: embeds[picked] for name, embeds in folder.embeds.items()})


def _stages(score: Tensor, rng: Rng, choice: Choice) -> Tensor:
    count, used, stages = min(choice.count, len(score)), set[int](), list[Sequence[int]]()
    for stage in range(choice.stages):
        luck = -(-rng.at("guides", stage).uniform(len(score))[0].clamp(1e-12, 1 - 1e-7).log()).log()
        order = (score.cpu() + choice.randomness * luck).argsort(descending=True, stable=True).tolist()
        fresh = [index for index in order if index not in used]
        taken = [*fresh, *(index for index in order if index in used)][:count]
        used |= set(taken)
        stages.append(taken)
    return torch.tensor(stages, device=score.device)
