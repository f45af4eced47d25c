"""Batches composed as they are needed: one thing on a meaningless ground, some recoloured, plus a share from the pool.

Things are icons and, where a folder of it is given, pixel art, each label as often as its kind deserves. Easy
pictures teach most in little time; the pool adds settings, counts, pairs and styles once things are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from pixdraw.imaging.compositing import over, premultiply
from training import pool
from training.art import PixelArt, pixel_art_in
from training.concepts import Concept
from training.outlines import Outlines, outlines
from training.painted import painted
from training.recolour import COLOURS
from training.scenes import SIDE, article
from training.sources import TRAINING_SETS
from training.sprites import load
from training.teacher import WIDTH, Teacher

SAID = tuple(COLOURS)[:11]
"""Colours that objects are given here; the pool has more. No pair with an object is held out here."""
RGB = torch.tensor([COLOURS[name] for name in SAID])
LUMA = torch.tensor([0.3, 0.59, 0.11])[:, None, None]
GRIDS = (20, 24, 28, 32, 32, 40)
WRONG_COLOURS = 4
ART_SHARE, PAINTED_SHARE = 0.33, 0.25
"""So much of what is composed is pixel art that people drew, and what rules paint."""
OUTLINE_SHARE = 0.2
"""So much of the pictures of a concept are icons of one ink, where there are any."""


@dataclass(frozen=True)
class Batch:
    """Pictures and what is true and nearly true of them; the first `len(concept)` pictures show one known concept."""

    images: Tensor
    text: Tensor
    """[B, 384] of the teacher."""
    concept: Tensor
    wrong: Tensor
    """[W, 384]: captions that nearly fit picture `owner`."""
    owner: Tensor


class Live:
    """Sprites, their texts' embeddings and the pool, in memory."""

    def __init__(self, work: Path, *, noise: float, seed: int, art_folder: Path | None = None) -> None:
        name = "perceptor"
        self.noise = noise
        self.generator = torch.Generator().manual_seed(seed)
        self.rng = np.random.default_rng(seed)
        sprites = load(TRAINING_SETS, work, name, everyday=True)
        allowed = np.array([one.name != "game-icons" for one in TRAINING_SETS])[sprites.set_of]
        kept = np.flatnonzero(allowed)
        used = sorted(set(sprites.concept_of[kept].tolist()))
        number = {concept: index for index, concept in enumerate(used)}
        self.concepts: list[Concept] = [sprites.concepts[concept] for concept in used]
        concept_of = np.array([number[concept] for concept in sprites.concept_of[kept]])
        self.pictures = [np.flatnonzero(concept_of == index) for index in range(len(used))]
        self.mono = torch.from_numpy(sprites.mono[kept].copy())
        self.pixels = _shrunk(sprites.pixels, kept)
        weight = torch.tensor([max(one.weight, 0.02) for one in self.concepts])
        self.chances = weight / weight.sum()
        self.colourable = torch.ones(len(used), dtype=torch.bool)
        self.kin = torch.arange(len(used))
        """Concepts of one number are no negatives of each other."""
        if art_folder is not None:
            art = pixel_art_in(art_folder, work / f"art-{name}.pt")
            self._add(art, ART_SHARE / (1 - PAINTED_SHARE), torch.arange(len(art.concepts)))
            name += "-art"
        rules = painted(work / "painted.pt")
        self._add(rules.art, PAINTED_SHARE, rules.painter_of)
        self.outlines = [np.zeros(0, int)] * len(self.concepts)
        self._outline(outlines(self.concepts, work, work / f"outlines-{name}.pt"))
        self.texts = _texts(self.concepts, self.colourable, work / f"texts-{name}-painted.pt")
        self.offsets = np.concatenate([[0], np.cumsum([len(one.synonyms[:6]) for one in self.concepts])])
        self.pool_folder, self.shards = work / "pool", dict[int, pool.Shard]()
        self.read_pool()

    def read_pool(self) -> None:
        """Take in the shards that another process has finished."""
        for index in pool.available(self.pool_folder)[:24]:
            if index not in self.shards:
                self.shards[index] = pool.read(self.pool_folder, index)

    @property
    def bank(self) -> Tensor:
        """[K, 384]: "a …" of every concept."""
        return self.texts["base"]

    def batch(self, size: int, pooled: int, ramp: float) -> Batch:
        """Compose size - pooled pictures, take `pooled` from the pool; noise and its spread grow with `ramp`."""
        image, text, concept, wrong, owner = self._compose(size - pooled)
        if pooled:
            more = self._from_pool(pooled)
            image, text = torch.cat([image, more[0]]), torch.cat([text, more[1]])
            wrong, owner = torch.cat([wrong, more[2]]), torch.cat([owner, more[3] + size - pooled])
        return Batch(self._degrade(image, ramp), text, concept, wrong, owner)

    def _add(self, art: PixelArt, share: float, kin: Tensor) -> None:
        """Show pixel art beside what there is, as so much of the whole."""
        first, icons = len(self.concepts), len(self.pixels)
        self.kin = torch.cat([self.kin, kin + self.kin.max() + 1])
        self.concepts += art.concepts
        self.pictures += [np.flatnonzero(art.concept_of == index) + icons for index in range(len(art.concepts))]
        self.pixels = torch.cat([self.pixels, art.pixels])
        self.mono = torch.cat([self.mono, torch.zeros(len(art.pixels), dtype=torch.bool)])
        weight = torch.tensor([one.weight for one in art.concepts])
        self.chances = torch.cat([(1 - share) * self.chances, share * weight / weight.sum()])
        self.colourable = torch.cat([self.colourable, art.colourable])
        assert len(self.pictures) == first + len(art.concepts)

    def _outline(self, icons: Outlines) -> None:
        """Let icons of one ink show concepts too."""
        first = len(self.pixels)
        for index in np.unique(icons.concept_of):
            self.outlines[index] = np.flatnonzero(icons.concept_of == index) + first
        self.pixels = torch.cat([self.pixels, icons.pixels])
        self.mono = torch.cat([self.mono, torch.ones(len(icons.pixels), dtype=torch.bool)])

    def _picture_of(self, concept: int) -> int:
        """Return one of the pictures of a concept."""
        outlined = self.outlines[concept]
        of = outlined if len(outlined) and self.rng.random() < OUTLINE_SHARE else self.pictures[concept]
        return int(self.rng.choice(of))

    def _rand(self, *shape: int) -> Tensor:
        return torch.rand(*shape, generator=self.generator)

    def _compose(self, size: int) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        concept = torch.multinomial(self.chances, size, replacement=True, generator=self.generator)
        picks = torch.tensor([self._picture_of(one) for one in concept.tolist()])
        picture, mono = self.pixels[picks].float() / 255, self.mono[picks]
        coloured = (self._rand(size) < 0.25) & self.colourable[concept] | (mono & (self._rand(size) < 0.5))
        colour = torch.randint(len(SAID), (size,), generator=self.generator)
        shade = torch.where(
            coloured[:, None], (RGB[colour] + 0.12 * (self._rand(size, 3) - 0.5)).clamp(0, 1), self._rand(size, 3)
        )
        picture = recoloured(picture, shade[:, :, None, None], mono, coloured)
        text = torch.stack(
            [
                self._said(int(one), int(which) if tinted else None)
                for one, which, tinted in zip(concept, colour, coloured, strict=True)
            ]
        )
        wrong, owner = [torch.zeros(0, WIDTH)], []
        for item in torch.nonzero(coloured)[:, 0].tolist():
            others = [
                one
                for one in torch.randperm(len(SAID), generator=self.generator)[:WRONG_COLOURS].tolist()
                if one != int(colour[item])
            ]
            wrong.append(self.texts["colour"][int(concept[item]), others].float())
            owner += [item] * len(others)
        return self._placed(picture), text, concept, torch.cat(wrong), torch.tensor(owner, dtype=torch.long)

    def _said(self, concept: int, colour: int | None) -> Tensor:
        texts, draw = self.texts, self.rng.random()
        if colour is not None:
            return texts["colour"][concept, colour].float()
        if draw < 0.55:
            return texts["base" if draw < 0.4 else "bare"][concept]
        if draw < 0.7:
            return texts["pixel"][concept]
        first, last = self.offsets[concept : concept + 2]
        return texts["synonyms"][self.rng.integers(first, last)] if last > first else texts["base"][concept]

    def _placed(self, picture: Tensor) -> Tensor:
        """Zoom, turn, mirror and shift a premultiplied picture, over a ground that means nothing."""
        size = len(picture)
        zoom = 0.62 + 0.5 * self._rand(size)
        angle = 0.25 * (self._rand(size) + self._rand(size) - 1)
        room, mirror = 0.12 + (1 - zoom).clamp(min=0) * 0.9, torch.where(self._rand(size) < 0.5, -1.0, 1.0)
        cos, sin = angle.cos() / zoom, angle.sin() / zoom
        shift = [(2 * self._rand(size) - 1) * room / zoom for _ in range(2)]
        affine = torch.stack(
            [torch.stack([cos * mirror, -sin, shift[0]], 1), torch.stack([sin * mirror, cos, shift[1]], 1)], 1
        )
        seen = F.grid_sample(
            picture, F.affine_grid(affine, [size, 4, SIDE, SIDE], align_corners=False), align_corners=False
        )
        return over(seen, self._ground(size))

    def _ground(self, size: int) -> Tensor:
        """Return grounds that mean nothing: colours, ramps, clouds, noise, stripes, checks, parts of other pictures."""
        first, second, kind = self._rand(size, 3, 1, 1), self._rand(size, 3, 1, 1), self._rand(size, 1, 1, 1)
        axis, angle = torch.linspace(-0.5, 0.5, SIDE), 2 * torch.pi * self._rand(size)[:, None, None]
        slope = (axis[None, None, :] * angle.cos() + axis[None, :, None] * angle.sin() + 0.5).clamp(0, 1)[:, None]
        clouds = F.interpolate(self._rand(size, 3, 5, 5), (SIDE, SIDE), mode="bicubic", align_corners=False).clamp(0, 1)
        noise = self._rand(size, 3, SIDE, SIDE) * 0.8 + 0.2 * first
        many = ((axis + 0.5) * torch.randint(2, 9, (size, 1), generator=self.generator)).floor()
        checks = (many[:, None, :] + many[:, :, None] * (self._rand(size, 1, 1) < 0.5)) % 2
        others = self.pixels[torch.randint(len(self.pixels), (size,), generator=self.generator), :, 24:72, 24:72]
        part = over(
            F.interpolate(others.float() / 255, (SIDE, SIDE), mode="bilinear"), second.expand(-1, -1, SIDE, SIDE)
        )
        ground = part
        for most, one in (
            (0.92, first + (second - first) * checks[:, None]),
            (0.82, noise),
            (0.72, clouds),
            (0.6, first + (second - first) * slope),
            (0.4, first),
        ):
            ground = torch.where(kind < most, one, ground)
        return ground

    def _degrade(self, image: Tensor, ramp: float) -> Tensor:
        parts = []
        for part in image.chunk(4):
            kind, which, smooth = self._rand(3).tolist()
            if kind < 0.6:
                cells = GRIDS[int(which * len(GRIDS))]
                part = F.interpolate(
                    F.interpolate(part, (cells, cells), mode="area"),
                    (SIDE, SIDE),
                    mode="nearest" if smooth < 0.75 else "bilinear",
                )
            elif kind < 0.75:
                part = F.avg_pool2d(F.pad(part, (1, 1, 1, 1), mode="replicate"), 3, 1)
            parts.append(part)
        out = torch.cat(parts)
        sigma = self.noise * ramp * self._rand(len(out), 1, 1, 1) * (self._rand(len(out), 1, 1, 1) < 0.7)
        return out + sigma * torch.randn(out.shape, generator=self.generator)

    def _from_pool(self, size: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        images, texts, wrong, owner = [], [], [np.zeros((0, WIDTH), np.float16)], []
        for row in range(size):
            shard, item = self.shards[int(self.rng.choice(list(self.shards)))], self.rng.integers(pool.SHARD)
            images.append(shard.images[item])
            texts.append(shard.embeds[shard.caption[item]])
            near = [index for index in shard.wrong[item] if index >= 0]
            wrong.append(shard.embeds[near].reshape(-1, WIDTH))
            owner += [row] * len(near)
        image = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).float() / 255
        text, near_texts = torch.from_numpy(np.stack(texts)).float(), torch.from_numpy(np.concatenate(wrong)).float()
        return image, text, near_texts, torch.tensor(owner, dtype=torch.long)


def _shrunk(pixels: np.ndarray, kept: np.ndarray) -> Tensor:
    """Return sprites [N, 4, SIDE, SIDE] uint8 with premultiplied alpha."""
    out = torch.empty(len(kept), 4, SIDE, SIDE, dtype=torch.uint8)
    for start in range(0, len(kept), 512):
        part = (
            torch.from_numpy(np.ascontiguousarray(pixels[kept[start : start + 512]])).permute(0, 3, 1, 2).float() / 255
        )
        part = premultiply(part)
        out[start : start + 512] = (
            (F.interpolate(part, (SIDE, SIDE), mode="bilinear", antialias=True) * 255).round().to(torch.uint8)
        )
    return out


def recoloured(picture: Tensor, shade: Tensor, mono: Tensor, coloured: Tensor) -> Tensor:
    """Give premultiplied pictures the hue of `shade`, light and dark kept; one-ink ones are filled flatly."""
    colour, alpha = picture[:, :3], picture[:, 3:]
    light = (colour / alpha.clamp(min=0.02) * LUMA).sum(1, keepdim=True)
    middle = (light * alpha).sum((2, 3), keepdim=True) / alpha.sum((2, 3), keepdim=True).clamp(min=1)
    above = light - middle
    # Lines of dark pictures differ little in light, but as much in proportion.
    darker = torch.minimum(1 + above * 1.6, light / middle.clamp(min=0.02))
    new = torch.where(above > 0, shade + (1 - shade) * above * 1.2, shade * darker).clamp(0, 1)
    new = torch.where(mono[:, None, None, None], shade.expand_as(new), new)
    return torch.cat([torch.where((coloured | mono)[:, None, None, None], new * alpha, colour), alpha], 1)


def _texts(concepts: Sequence[Concept], colourable: Tensor, path: Path) -> dict[str, Tensor]:
    """Embed what may be said of the concepts; "colour" is [K, 11, 384], zeros where none is ever given."""
    if not path.exists():
        teacher, labels = Teacher(), [one.label for one in concepts]
        synonyms = [name for one in concepts for name in one.synonyms[:6]]
        some = [label for label, may in zip(labels, colourable.tolist(), strict=True) if may]
        colour = torch.zeros(len(labels), len(SAID), WIDTH, dtype=torch.float16)
        said = teacher([f"a {colour} {label}" for label in some for colour in SAID])
        colour[colourable] = said.view(len(some), len(SAID), WIDTH).half()
        torch.save(
            {
                "base": teacher([article(label) for label in labels]),
                "bare": teacher(labels),
                "pixel": teacher([f"{article(label)}, pixel art" for label in labels]),
                "synonyms": teacher(synonyms) if synonyms else torch.zeros(0, WIDTH),
                "colour": colour,
            },
            path,
        )
    loaded: dict[str, Tensor] = torch.load(path, weights_only=True)
    return loaded
