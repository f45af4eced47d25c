"""Targets given as embeddings with weights: labels, negative prompts, noise, directions, whole pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.guidance.files import find
from pixdraw.guidance.remembered import Memory, picture_key
from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.imaging.sources import split_frame
from pixdraw.interfaces import Perceptor
from pixdraw.models.targets import Targets
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt

TEMPLATES = (
    "itap of a {}.",
    "a bad photo of the {}.",
    "a origami {}.",
    "a photo of the large {}.",
    "a {} in a video game.",
    "art of the {}.",
    "a photo of the small {}.",
)
"""The seven sentences of "Prompt Engineering for ImageNet" in github.com/openai/CLIP (MIT)."""


@dataclass(frozen=True)
class Row:
    """One target embedding."""

    embed: Tensor
    """[D], unit norm."""
    weight: float = 1.0
    stop: float = -math.inf


def shared(rows: Sequence[Row], items: int, device: torch.device) -> Targets:
    """Return the same rows for each of `items` pictures."""
    embeds = torch.stack([row.embed.to(device) for row in rows])
    weights = torch.tensor([row.weight for row in rows], device=device)
    stops = torch.tensor([row.stop for row in rows], device=device)
    every = [part.expand(items, *part.shape).contiguous() for part in (embeds, weights, stops)]
    return Targets(every[0], every[1], every[2])


def text_rows(perceptor: Perceptor, prompts: Sequence[Prompt], sign: float = 1.0) -> list[Row]:
    """Return the texts' embeddings, their weights times `sign`."""
    return [Row(perceptor.encode_text([p.text])[0], sign * p.weight, p.stop) for p in prompts]


def label_rows(perceptor: Perceptor, prompts: Sequence[Prompt]) -> list[Row]:
    """Return for each label the mean of its sentences' embeddings, of unit norm."""
    return [Row(_label(perceptor, p.text), p.weight, p.stop) for p in prompts]


def noise_rows(perceptor: Perceptor, seeds: Sequence[int], weights: Sequence[float]) -> list[Row]:
    """Return a random direction for each seed.

    Seeds beyond the given weights get the last weight; without weights, 1.
    """
    rows = []
    for index, seed in enumerate(seeds):
        weight = weights[min(index, len(weights) - 1)] if weights else 1.0
        direction = Rng((seed,)).at("noise_prompt").normal(perceptor.embed_dim)[0]
        rows.append(Row(F.normalize(direction, dim=0), weight))
    return rows


def picture_rows(perceptor: Perceptor, sources: Sequence[Prompt], device: torch.device) -> list[Row]:
    """Return the embeddings of whole pictures; files that match the same pattern share its weight."""
    rows, memory = [], Memory(perceptor, device)
    for source in sources:
        paths = find(source.text, "target_images")
        for path in paths:
            embed = embed_file(perceptor, path, memory, device)
            rows.append(Row(embed, source.weight / len(paths), source.stop))
    return rows


def embed_file(perceptor: Perceptor, path: str, memory: Memory, device: torch.device) -> Tensor:
    """Return the embedding [D] of a picture file or address, worked out where it is not remembered."""
    name, frame = split_frame(path)
    data = files.load_bytes(name)
    source: str | bytes = path if frame else data
    return memory.embed(picture_key(data, frame), lambda: embed_picture(perceptor, files.read(source, path).to(device)))


@torch.no_grad()
def embed_picture(perceptor: Perceptor, image: Tensor) -> Tensor:
    """Return the embedding [D] of a picture [1, 3 or 4, H, W], composited over white, scaled to the shorter side and
    centre-cropped.
    """
    side = perceptor.image_size
    height, width = image.shape[2:]
    factor = side / min(height, width)
    size = (max(side, round(height * factor)), max(side, round(width * factor)))
    scaled = on_white(files.resize(image, *size))
    top, left = (size[0] - side) // 2, (size[1] - side) // 2
    return perceptor.encode_image(scaled[:, :, top : top + side, left : left + side].clamp(0, 1))[0]


def _label(perceptor: Perceptor, text: str) -> Tensor:
    embeds = [perceptor.encode_text([template.format(text)])[0] for template in TEMPLATES]
    return F.normalize(torch.stack(embeds).mean(0), dim=0)
