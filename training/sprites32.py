"""Batches of small RGBA sprites with what is said of them, composed as they are needed: what the judge learns from.

Objects as they are drawn, recoloured, counted, plain shapes, and whole scenes (opaque) from the composer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from pixdraw.imaging.compositing import add_alpha, over, premultiply
from pixdraw.models import perceptors
from pixdraw.proposals.places import SETTINGS
from training import game_icons
from training.aliases import aliases
from training.concepts import Concept
from training.grounds import GROUNDS
from training.live import recoloured
from training.paraphrases import PARAPHRASES
from training.recolour import COLOURS
from training.scenes import article, held_out, plural
from training.shapes import SHAPES, draw_shape
from training.sources import TRAINING_SETS, IconSet
from training.sprites import Sprites, load
from training.wordnet import WordNet

CHANNELS = 4
STYLES = ("noto", "twemoji", "fluent-emoji-flat", "fluent-emoji", "fxemoji", "streamline-emojis", "shape", "scene")
STYLED = STYLES[:3]
"""The coloured ones that are drawn most alike."""
SAID = tuple(COLOURS)
RGB = torch.tensor([COLOURS[name] for name in SAID])
COUNTS = {2: "two", 3: "three", 4: "four"}
SCENE_KINDS = {"setting": 0.5, "coloured in setting": 0.25, "on colour": 0.15, "place": 0.1}
SCENE_STYLES = ("fluent-emoji-flat", "noto", "twemoji", "fxemoji", "fluent-emoji", "streamline-emojis")
"""Whose picture of a thing stands in scenes: the first that there is."""
GROUND_VARIANTS = 64
"""So many pictures of every setting, and of every colour."""
PLACES = {2: ((0.5, 0), (0.5, 1)), 3: ((0, 0.5), (1, 0), (1, 1)), 4: ((0, 0), (0, 1), (1, 0), (1, 1))}
"""Where that many stand: down and right, in halves of the picture."""
STYLE_SHARES = {"fluent-emoji": 0.25, "fxemoji": 0.4, "streamline-emojis": 0.3}
"""How often pictures of the styles that differ most from the others are taken."""
MONO_SHARE = 0.2
"""How often a picture of one ink is taken, beside a coloured one of the same thing."""
SOLID = (3, 4, 5, 6, 7, game_icons.GROUP)
"""Groups of what may be recoloured, counted and stand somewhere."""
SHAPE_VARIANTS = 24
COMMON_SHARE = 1.5
"""How much oftener a thing's everyday names are said than its other ones, at least."""
MEANT = {
    "tree": "deciduous tree",
    "car": "automobile",
    "clock": "alarm clock",
    "moon": "crescent moon",
    "flower": "blossom",
    "happy face": "smiling face",
    "smiley": "smiling face",
}
"""What an everyday name of several things means, where none has it as its label."""
SHARES = {"object": 0.62, "coloured": 0.21, "shape": 0.06, "counted": 0.02, "scene": 0.09}
"""Few counted things and scenes: what is drawn of them is put together of things (pixdraw/proposals/plan.py)."""

Embed = Callable[[list[str]], Tensor]
"""Texts → unit vectors [N, D]."""


@dataclass(frozen=True)
class Collection:
    """Icon sets that are learned from together."""

    name: str
    """Of the folder of their pictures."""
    sets: tuple[IconSet, ...]
    everyday: bool = False
    """Whether icons that are called by a thing's everyday name show it, too."""


PERCEPTOR = Collection("perceptor", tuple(TRAINING_SETS))


@dataclass(frozen=True)
class Lesson:
    """Premultiplied RGBA in [0, 1] [B, 4, S, S], texts [B, D] of unit length, styles [B]."""

    picture: Tensor
    text: Tensor
    style: Tensor


@dataclass(frozen=True)
class _Names:
    """Texts of every concept, as rows of one table of embeddings."""

    table: Tensor
    plain: list[np.ndarray]
    """Rows that may be said of each concept."""
    coloured: np.ndarray
    """[K, colours] rows, -1 where the pair is held out."""
    counted: np.ndarray
    """[K, counts] rows."""


@dataclass(frozen=True)
class Scenes:
    """What stands where, and what is said of it: arrays of one length."""

    picture: np.ndarray
    """Index of the thing's picture, -1 for a place alone."""
    hue: np.ndarray
    """Index of the colour it takes, -1 for its own."""
    ground: np.ndarray
    """Index of the setting, or their number and the colour's index."""
    text: Tensor
    """[N, D]."""


class School:
    """Sprites, scenes and their texts in memory; every call of `batch` draws from the one generator."""

    def __init__(
        self,
        work: Path,
        side: int,
        scenes: int = 49152,
        seed: int = 0,
        *,
        embed: Embed | None = None,
        collection: Collection = PERCEPTOR,
    ) -> None:
        self.side, self.rng = side, np.random.default_rng(seed)
        self.generator = torch.Generator().manual_seed(seed)
        self.work, self.embed = work, embed or built_in_texts
        sprites = load(collection.sets, work, collection.name, collection.everyday)
        set_names = [collection.sets[index].name for index in sprites.set_of]
        wanted = [collection != PERCEPTOR or set_name in STYLES for set_name in set_names]
        groups = [sprites.concepts[index].group for index in sprites.concept_of]
        kept = np.flatnonzero(np.array(wanted) & (np.array(groups) >= 0))
        used = sorted(set(sprites.concept_of[kept].tolist()))
        concepts = [sprites.concepts[index] for index in used]
        painted, more = game_icons.sprites(sprites, set_names) if collection == PERCEPTOR else game_icons.NONE
        self._fill_pictures(sprites, kept, used, set_names, painted)
        self._fill_names(concepts + more)
        self.grounds = _grounds(side, np.random.default_rng((seed, 1)))
        self.scenes = self._made_scenes(scenes, np.random.default_rng((seed, 2)))

    def _fill_pictures(
        self, sprites: Sprites, kept: np.ndarray, used: list[int], set_names: list[str], painted: np.ndarray
    ) -> None:
        number = {concept: index for index, concept in enumerate(used)}
        owner = np.array([number[concept] for concept in sprites.concept_of[kept]])
        style = np.array([STYLES.index(set_names[index]) if set_names[index] in STYLES else 0 for index in kept])
        side, count = self.side, len(painted)
        self.objects = len(used) + count
        shapes, shape_owner = _shapes(side, self.objects)
        # A painted icon stands for a thing in every style, for there is no other picture of it.
        again, styles = np.tile(np.arange(count), len(STYLED)), [STYLES.index(one) for one in STYLED]
        self.pixels = torch.cat(
            [_shrunk(sprites.pixels, kept, side - 2, side), _shrunk(painted, again, side - 2, side), shapes]
        )
        self.tiny = torch.cat(
            [_shrunk(all_, rows, side // 2, side // 2) for all_, rows in ((sprites.pixels, kept), (painted, again))]
        )
        self.owner = np.concatenate([owner, len(used) + again, shape_owner])
        self.style = np.concatenate([style, np.repeat(styles, count), np.full(len(shapes), STYLES.index("shape"))])
        self.mono = np.concatenate([sprites.mono[kept], np.zeros(len(again), bool), np.ones(len(shapes), bool)])
        self.pictures = [np.flatnonzero(self.owner == index) for index in range(self.objects + len(SHAPES))]
        shares = np.where(self.mono, MONO_SHARE, [STYLE_SHARES.get(STYLES[one], 1.0) for one in self.style])
        shares[: len(kept)] /= _alike(owner, sprites.set_of[kept])
        odds = [shares[pictures] for pictures in self.pictures]
        self.odds = [one / one.sum() for one in odds]

    def _fill_names(self, concepts: list[Concept]) -> None:
        weight = np.array([max(one.weight, 0.02) for one in concepts])
        self.chances = weight / weight.sum()
        solid = np.array([one.weight if one.group in SOLID else 0.02 for one in concepts])
        self.solid = solid / solid.sum()
        self.labels = [one.label for one in concepts] + list(SHAPES)
        everyday = aliases()
        common = [[one.label, *everyday.get(one.label, ())] for one in concepts]
        means = _meanings(common)
        common = [[name for name in names if means[name] == index] for index, names in enumerate(common)]
        common += [list(SHAPES[name][0]) for name in SHAPES]
        self.called = {name: names[0] for names in common for name in names}
        """What each name means: the label of a thing."""
        other = WordNet(self.work)
        avoid = {label: [prompt for prompt, right in PARAPHRASES.items() if label in right] for label in self.labels}
        rare = [[*one.synonyms[:6], *other.said_of(one, avoid[one.label])] for one in concepts]
        rare = [[name for name in names if means.get(name, index) == index] for index, names in enumerate(rare)]
        rare += [[] for _ in SHAPES]
        self.common = [names[0] for names in common[: self.objects]]
        self.names = _names(common, rare, self.embed)

    def reseed(self, seed: int) -> None:
        """Go on with other pictures than the first ones."""
        self.rng = np.random.default_rng(seed)
        self.generator.manual_seed(seed)

    def batch(self, size: int) -> Lesson:
        """Compose `size` pictures."""
        kinds = self.rng.choice(len(SHARES), size, p=list(SHARES.values()))
        counts = dict(zip(SHARES, np.bincount(kinds, minlength=len(SHARES)), strict=True))
        parts = [
            self._alone(counts["object"], counts["coloured"], counts["shape"]),
            self._counted(counts["counted"]),
            self._scene(counts["scene"]),
        ]
        return Lesson(*(torch.cat(list(part)) for part in zip(*parts, strict=True)))

    def _alone(self, plain: int, coloured: int, shapes: int) -> tuple[Tensor, Tensor, Tensor]:
        owner = np.concatenate(
            [
                self.rng.choice(self.objects, plain, p=self.chances),
                self.rng.choice(self.objects, coloured, p=self.solid),
                self.objects + self.rng.integers(len(SHAPES), size=shapes),
            ]
        )
        picked = np.array([self.rng.choice(self.pictures[one], p=self.odds[one]) for one in owner])
        picture = self.pixels[picked].float() / 255
        tinted = np.arange(len(owner)) >= plain
        tinted[plain + coloured :] = True
        rows = np.empty(len(owner), np.int64)
        hue = np.zeros(len(owner), np.int64)
        for item, one in enumerate(owner):
            if tinted[item]:
                allowed = np.flatnonzero(self.names.coloured[one] >= 0)
                hue[item] = self.rng.choice(allowed)
                rows[item] = self.names.coloured[one, hue[item]]
            else:
                rows[item] = self.rng.choice(self.names.plain[one])
        shade = (RGB[hue] + 0.06 * torch.randn(len(owner), 3, generator=self.generator)).clamp(0, 1)
        mask, flat = torch.from_numpy(tinted), torch.from_numpy(self.mono[picked])
        shade = torch.where(mask[:, None], shade, torch.rand(len(owner), 3, generator=self.generator))
        picture = recoloured(picture, shade[:, :, None, None], flat, mask)
        return picture, self.names.table[rows], torch.from_numpy(self.style[picked])

    def _counted(self, size: int) -> tuple[Tensor, Tensor, Tensor]:
        owner = self.rng.choice(self.objects, size, p=self.solid)
        picked = np.array([self.rng.choice(self.pictures[one]) for one in owner], dtype=np.int64)
        half = self.side // 2
        picture = torch.zeros(size, 4, self.side, self.side)
        rows = np.empty(size, np.int64)
        for item in range(size):
            which = int(self.rng.integers(len(COUNTS)))
            rows[item] = self.names.counted[owner[item], which]
            count = list(COUNTS)[which]
            for down, right in PLACES[count]:
                top, left = int(down * half), int(right * half)
                picture[item, :, top : top + half, left : left + half] = self.tiny[picked[item]].float() / 255
        return picture, self.names.table[rows], torch.from_numpy(self.style[picked])

    def _scene(self, size: int) -> tuple[Tensor, Tensor, Tensor]:
        chosen = self.rng.integers(len(self.scenes.picture), size=size)
        variant = self.rng.integers(GROUND_VARIANTS, size=size)
        grounds = self.grounds[self.scenes.ground[chosen], variant].float() / 255
        picture = _stood(self.things(chosen, self.generator), grounds)
        return picture, self.scenes.text[chosen], torch.full((size,), STYLES.index("scene"))

    def things(self, chosen: np.ndarray, generator: torch.Generator) -> Tensor:
        """Return what stands in the chosen scenes [N, 4, S, S], premultiplied in [0, 1]: nothing in a place alone."""
        picked, hue = self.scenes.picture[chosen], self.scenes.hue[chosen]
        picture = self.pixels[picked].float() / 255 * torch.from_numpy(picked >= 0)[:, None, None, None]
        shade = (RGB[hue] + 0.05 * torch.randn(len(hue), 3, generator=generator)).clamp(0, 1)
        flat = torch.from_numpy(self.mono[picked])
        return recoloured(picture, shade[:, :, None, None], flat, torch.from_numpy(hue >= 0))

    def _made_scenes(self, count: int, rng: np.random.Generator) -> Scenes:
        """Choose things, places and words; pairs held out are left out."""
        kinds = rng.choice(len(SCENE_KINDS), count, p=list(SCENE_KINDS.values()))
        names = list(SETTINGS)
        texts: list[str] = []
        picture, hue, ground = (np.full(count, -1) for _ in range(3))
        for item, kind in enumerate(np.array(list(SCENE_KINDS))[kinds]):
            place = int(rng.integers(len(names)))
            if kind == "place":
                ground[item] = place
                texts.append(str(rng.choice(SETTINGS[names[place]].alone)))
                continue
            owner = int(rng.choice(self.objects, p=self.solid))
            name, picture[item] = self.common[owner], self._first(owner)
            if kind == "on colour":
                colour = int(rng.integers(len(SAID)))
                ground[item] = len(names) + colour
                texts.append(f"{article(name)} on {article(SAID[colour])} background")
                continue
            allowed = [index for index, one in enumerate(names) if not held_out(name, one)]
            place = int(rng.choice(allowed))
            ground[item] = place
            if kind == "coloured in setting":
                bare = " ".join(word for word in name.split() if word not in COLOURS) or name
                hue[item] = int(rng.choice([index for index, one in enumerate(SAID) if not held_out(one, bare)]))
                name = f"{SAID[hue[item]]} {bare}"
            said = article(name) if rng.random() < 0.75 else name
            texts.append(f"{said} {rng.choice(SETTINGS[names[place]].behind)}")
        return Scenes(picture, hue, ground, self.embed(texts))

    def _first(self, owner: int) -> int:
        """Return the picture of a thing that stands in scenes."""
        mine = self.pictures[owner]
        order = [(self.mono[one], SCENE_STYLES.index(STYLES[self.style[one]])) for one in mine]
        return int(mine[min(range(len(mine)), key=order.__getitem__)])


def _stood(things: Tensor, grounds: Tensor) -> Tensor:
    """Stand premultiplied things [B, 4, S, S], three quarters as large, before [B, 3, S, S]: opaque [B, 4, S, S]."""
    side = things.shape[-1]
    inner = side * 3 // 4
    small = F.interpolate(things, (inner, inner), mode="bilinear", antialias=True)
    margin = (side - inner) // 2
    return add_alpha(over(F.pad(small, (margin, side - inner - margin, side - inner - 1, 1)), grounds))


def names_called(work: Path) -> dict[str, str]:
    """Return {name: the label of the thing that it means} of all that is drawn, embedding nothing."""
    return School(work, 32, 1, embed=lambda texts: torch.zeros(len(texts), 1)).called


def built_in_texts(texts: list[str]) -> Tensor:
    """Return what the shipped text tower says [N, D]: what the built-in models will be given."""
    reader = perceptors.load("tiny")
    with torch.no_grad():
        return torch.cat([reader.encode_text(texts[at : at + 512]) for at in range(0, len(texts), 512)])


def _grounds(side: int, rng: np.random.Generator) -> Tensor:
    """Return [settings + colours, GROUND_VARIANTS, 3, side, side] uint8."""
    rows = []
    for name in SETTINGS:
        large = np.stack([GROUNDS[name](rng, 2 * side) for _ in range(GROUND_VARIANTS)])
        small = F.interpolate(torch.from_numpy(large).permute(0, 3, 1, 2).clamp(0, 1), (side, side), mode="area")
        rows.append((small * 255).round().to(torch.uint8))
    for colour in RGB:
        near = colour + 0.05 * torch.from_numpy(rng.standard_normal((GROUND_VARIANTS, 3))).float()
        flat = near.clamp(0, 1)[:, :, None, None].expand(-1, -1, side, side)
        rows.append((flat * 255).round().to(torch.uint8))
    return torch.stack(rows)


def _shrunk(pixels: np.ndarray, kept: np.ndarray, inner: int, side: int) -> Tensor:
    """Return sprites [N, 4, side, side] uint8, premultiplied, `inner` wide in the middle."""
    out = torch.zeros(len(kept), CHANNELS, side, side, dtype=torch.uint8)
    edge = (side - inner) // 2
    for start in range(0, len(kept), 512):
        part = torch.from_numpy(np.ascontiguousarray(pixels[kept[start : start + 512]])).permute(0, 3, 1, 2) / 255
        part = premultiply(part)
        part = F.interpolate(part, (inner, inner), mode="bilinear", antialias=True)
        out[start : start + 512, :, edge : edge + inner, edge : edge + inner] = (part * 255).round().to(torch.uint8)
    return out


def _shapes(side: int, first: int) -> tuple[Tensor, np.ndarray]:
    """Return plain shapes [N, 4, side, side] uint8 in grey, to be recoloured, and their concepts' numbers."""
    rng = np.random.default_rng(0)
    drawn = [draw_shape(rng, name, np.full(3, 0.6, np.float32), 96) for name in SHAPES for _ in range(SHAPE_VARIANTS)]
    stack = (np.stack(drawn) * 255).round().astype(np.uint8)
    owner = first + np.repeat(np.arange(len(SHAPES)), SHAPE_VARIANTS)
    return _shrunk(stack, np.arange(len(stack)), side - 2, side), owner


def _alike(owner: np.ndarray, set_of: np.ndarray) -> np.ndarray:
    """Return for each picture how many one set has of its thing: a set of many does not outvote the others."""
    _, which, count = np.unique(np.stack([owner, set_of]), axis=1, return_inverse=True, return_counts=True)
    return np.asarray(count[which.reshape(-1)])


def _meanings(common: list[list[str]]) -> dict[str, int]:
    """Return which thing each name means: one picture to a word, or it would show a mixture of several."""
    labels = {names[0]: index for index, names in enumerate(common)}
    means: dict[str, int] = {}
    for index, names in enumerate(common):
        for name in names:
            means.setdefault(name, labels.get(name, labels.get(MEANT.get(name, ""), index)))
    return means


def _names(common: list[list[str]], rare: list[list[str]], embed: Embed) -> _Names:
    number: dict[str, int] = {}

    def row(text: str) -> int:
        return number.setdefault(text, len(number))

    plain, coloured, counted = [], [], []
    for names, others in zip(common, rare, strict=True):
        rows = [
            row(text) for name in names for text in (article(name), article(name), name, f"{article(name)}, pixel art")
        ]
        times = max(2, round(COMMON_SHARE * len(others) / len(rows)))
        plain.append(np.array(rows * times + [row(text) for text in others]))
        name = names[min(1, len(names) - 1)] if names[0].startswith(("red ", "green ", "blue ")) else names[0]
        bare = " ".join(word for word in name.split() if word not in COLOURS) or name
        coloured.append([-1 if held_out(colour, bare) else row(article(f"{colour} {bare}")) for colour in SAID])
        counted.append([row(f"{said} {plural(name)}") for said in COUNTS.values()])
    return _Names(embed(list(number)), plain, np.array(coloured), np.array(counted))
