"""Composed pictures with their captions: objects alone, recoloured, counted, placed, in a setting, in a style."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from pixdraw.proposals.places import SETTINGS
from training.aliases import aliases
from training.backgrounds import plain
from training.grounds import GROUNDS
from training.recolour import COLOUR_SYNONYMS, COLOURS, STYLES, colour_near, tint
from training.shapes import SHAPES, draw_shape
from training.sprites import Sprites

Rng = np.random.Generator

SIDE = 64
KINDS = {
    "object": 0.42,
    "shape": 0.06,
    "coloured": 0.15,
    "setting": 0.13,
    "coloured in setting": 0.04,
    "on colour": 0.03,
    "counted": 0.04,
    "pair": 0.05,
    "style": 0.05,
    "place": 0.03,
}
NUMBERS = {2: ("two", "a pair of"), 3: ("three",), 4: ("four",), 5: ("five", "many"), 6: ("six", "lots of", "many")}
TEMPLATES = (
    "{}",
    "{}",
    "{}",
    "{}",
    "a picture of {}",
    "{} #pixelart",
    "{}, pixel art",
    "pixel art of {}",
    "emoji of {}",
    "an icon of {}",
    "a drawing of {}",
    "{} sprite",
    "8-bit {}",
    "a simple {0}",
    "{} in the style of pixel art",
    "a cute {0}",
    "{} on a plain background",
    "an illustration of {}",
    "{} #emoji",
    "clipart of {}",
    "a photo of {}",
    "{} logo",
)
HELD_OUT_PART = 12
"""One (colour, object) or (object, setting) pair in so many is never composed, so that tests can ask for it."""
VOWELS = "aeiou"


@dataclass
class Scene:
    """A picture and what may and may not be said of it."""

    image: np.ndarray
    """[SIDE, SIDE, 3] in [0, 1]."""
    caption: str
    wrong: list[str] = field(default_factory=list)
    """Captions that nearly fit: other colour, other object, other place."""
    concepts: tuple[int, ...] = ()
    kind: str = ""


def held_out(first: str, second: str) -> bool:
    """Whether this pair of attribute and object is kept from training."""
    return int(hashlib.sha256(f"{first}|{second}".encode()).hexdigest(), 16) % HELD_OUT_PART == 0


def article(name: str) -> str:
    return name if name.endswith("s") and not name.endswith("ss") else ("an " if name[0] in VOWELS else "a ") + name


def plural(name: str) -> str:
    if name.endswith(("s", "x", "ch", "sh")):
        return name if name.endswith("s") and not name.endswith("ss") else name + "es"
    if name.endswith("y") and name[-2:-1] not in VOWELS:
        return name[:-1] + "ies"
    return name + "s"


class Composer:
    """Makes scenes from sprites; every call draws everything from the generator it is given."""

    def __init__(self, sprites: Sprites, side: int = SIDE) -> None:
        self.sprites, self.side = sprites, side
        self.pictures = sprites.by_concept()
        seen = [len(pictures) > 0 for pictures in self.pictures]
        weights = np.array([concept.weight for concept in sprites.concepts]) * seen
        self.shares = [_shares(sprites.mono[pictures]) for pictures in self.pictures]
        self.weights = weights / weights.sum()
        solid = np.array([concept.weight if concept.group in (3, 4, 5, 6, 7) else 0.0 for concept in sprites.concepts])
        self.solid = solid * seen / (solid * seen).sum()
        everyday = aliases()
        self.names: list[tuple[list[str], list[str]]] = []
        for concept in sprites.concepts:
            label = concept.label
            common = [label, *everyday.get(label, ())]
            if label.endswith(" face") and concept.group == 3:
                common += [label.removesuffix(" face"), label.removesuffix(" face") + "'s face"]
            self.names.append((common, concept.synonyms))
        self.kinds = list(KINDS)
        self.chances = np.array(list(KINDS.values())) / sum(KINDS.values())

    def compose(self, rng: Rng) -> Scene:
        """Return one scene of a random kind."""
        return self.compose_kind(self.kinds[rng.choice(len(self.kinds), p=self.chances)], rng)

    def compose_kind(self, kind: str, rng: Rng) -> Scene:
        """Return one scene of the kind, a key of KINDS."""
        scene: Scene = getattr(self, "_" + kind.replace(" ", "_"))(rng)
        scene.kind = kind
        return scene

    def _pick(self, rng: Rng, solid: bool = False) -> tuple[int, str]:
        index = int(rng.choice(len(self.weights), p=self.solid if solid else self.weights))
        common, synonyms = self.names[index]
        if synonyms and not solid and rng.random() < 0.12:
            return index, str(rng.choice(synonyms))
        return index, str(common[0] if len(common) == 1 or rng.random() < 0.5 else rng.choice(common[1:]))

    def _sprite(self, rng: Rng, concept: int) -> np.ndarray:
        index = int(rng.choice(self.pictures[concept], p=self.shares[concept]))
        picture = np.asarray(self.sprites.pixels[index], np.float32) / 255
        if self.sprites.mono[index] and rng.random() < 0.7:
            picture = tint(picture, rng.random(3).astype(np.float32), whole=True)
        return picture

    def _ground(self, rng: Rng) -> np.ndarray:
        if rng.random() < 0.08:
            other = self._sprite(rng, int(rng.choice(len(self.weights), p=self.weights)))
            crop = other[24:72, 24:72]
            picture = crop[..., :3] * crop[..., 3:] + (1 - crop[..., 3:]) * rng.random(3)
            return np.asarray(_resize(picture, self.side))
        return plain(rng, self.side)

    def _caption(self, rng: Rng, thing: str) -> str:
        template = str(rng.choice(TEMPLATES))
        if "{0}" in template:
            return template.format(
                thing.split(" ", 1)[1] if thing.split(" ", 1)[0] in ("a", "an", "the") and " " in thing else thing
            )
        return template.format(thing)

    def _name(self, rng: Rng, name: str) -> str:
        return article(name) if rng.random() < 0.6 else name

    def _object(self, rng: Rng) -> Scene:
        concept, name = self._pick(rng)
        picture = self._sprite(rng, concept)
        image = _place(rng, _unlike(rng, self._ground(rng), picture, 0.12), picture, (0.55, 1.0))
        return Scene(image, self._caption(rng, self._name(rng, name)), [], (concept,))

    def _shape(self, rng: Rng) -> Scene:
        name, other = (str(one) for one in rng.choice(list(SHAPES), 2, replace=False))
        colour, second = (str(one) for one in rng.choice(list(COLOURS), 2, replace=False))
        said = str(rng.choice(SHAPES[name][0]))
        picture = draw_shape(rng, name, colour_near(rng, colour), 96)
        image = _place(rng, _unlike(rng, plain(rng, self.side), picture), picture, (0.5, 1.0))
        wrong = [article(f"{second} {said}"), article(f"{colour} {SHAPES[other][0][0]}")]
        return Scene(image, self._caption(rng, self._name(rng, f"{colour} {said}")), wrong)

    def _colour_name(self, rng: Rng, name: str) -> tuple[str, str, str]:
        """Return a colour allowed with `name`, what it is called this time, and another colour."""
        allowed = [one for one in COLOURS if not held_out(one, name)]
        colour, other = (str(one) for one in rng.choice(allowed, 2, replace=False))
        called = (
            str(rng.choice(COLOUR_SYNONYMS[colour])) if colour in COLOUR_SYNONYMS and rng.random() < 0.25 else colour
        )
        return colour, called, other

    def _tinted(self, rng: Rng, concept: int, called: str) -> np.ndarray:
        return tint(self._sprite(rng, concept), colour_near(rng, called), whole=rng.random() < 0.35)

    def _coloured(self, rng: Rng) -> Scene:
        concept, name = self._pick(rng, solid=True)
        bare = _without_colour(name)
        _, called, other = self._colour_name(rng, bare)
        picture = self._tinted(rng, concept, called)
        image = _place(rng, _unlike(rng, self._ground(rng), picture), picture, (0.55, 1.0))
        wrong = [article(f"{other} {bare}"), article(f"{called} {self._pick(rng, solid=True)[1]}")]
        return Scene(image, self._caption(rng, self._name(rng, f"{called} {bare}")), wrong, (concept,))

    def _setting_for(self, rng: Rng, name: str) -> tuple[str, str]:
        allowed = [one for one in SETTINGS if not held_out(name, one)]
        first, second = (str(one) for one in rng.choice(allowed, 2, replace=False))
        return first, second

    def _setting(self, rng: Rng) -> Scene:
        concept, name = self._pick(rng, solid=True)
        place, other = self._setting_for(rng, name)
        phrase = str(rng.choice(SETTINGS[place].behind))
        image = _place(rng, GROUNDS[place](rng, self.side), self._sprite(rng, concept), (0.4, 0.75))
        wrong = [f"{article(name)} {SETTINGS[other].behind[0]}", f"{article(self._pick(rng, solid=True)[1])} {phrase}"]
        return Scene(image, self._caption(rng, f"{self._name(rng, name)} {phrase}"), wrong, (concept,))

    def _coloured_in_setting(self, rng: Rng) -> Scene:
        concept, name = self._pick(rng, solid=True)
        bare = _without_colour(name)
        _, called, other_colour = self._colour_name(rng, bare)
        place, other = self._setting_for(rng, bare)
        phrase = str(rng.choice(SETTINGS[place].behind))
        image = _place(rng, GROUNDS[place](rng, self.side), self._tinted(rng, concept, called), (0.4, 0.75))
        wrong = [
            f"{article(f'{other_colour} {bare}')} {phrase}",
            f"{article(f'{called} {bare}')} {SETTINGS[other].behind[0]}",
        ]
        return Scene(image, self._caption(rng, f"{self._name(rng, f'{called} {bare}')} {phrase}"), wrong, (concept,))

    def _on_colour(self, rng: Rng) -> Scene:
        concept, name = self._pick(rng)
        colour, other = (str(one) for one in rng.choice(list(COLOURS), 2, replace=False))
        ground = np.broadcast_to(colour_near(rng, colour), (self.side, self.side, 3)).astype(np.float32)
        image = _place(rng, ground, self._sprite(rng, concept), (0.45, 0.85))
        wrong = [f"{article(name)} on {article(other)} background", article(f"{colour} {name}")]
        return Scene(image, f"{self._name(rng, name)} on {article(colour)} background", wrong, (concept,))

    def _counted(self, rng: Rng) -> Scene:
        concept, name = self._pick(rng, solid=True)
        count = int(rng.choice(list(NUMBERS), p=(0.3, 0.3, 0.2, 0.1, 0.1)))
        picture, image = self._sprite(rng, concept), self._ground(rng)
        thing = plural(name)
        if rng.random() < 0.25:
            colour = str(rng.choice(list(COLOURS)))
            picture, thing = (
                tint(picture, colour_near(rng, colour), whole=False),
                plural(f"{colour} {_without_colour(name)}"),
            )
        columns = 2 if count <= 4 else 3
        rows = -(-count // columns)
        cells = rng.permutation(rows * columns)[:count]
        for cell in cells:
            x, y = (cell % columns + 0.5) / columns, (cell // columns + 0.5) / rows
            size = 0.95 / columns * rng.uniform(0.8, 1.0)
            image = _paste(
                image, _resize(picture, max(8, int(size * self.side))), x + rng.normal(0, 0.02), y + rng.normal(0, 0.02)
            )
        caption = f"{rng.choice(NUMBERS[count])} {thing}"
        return Scene(image, self._caption(rng, caption), [self._name(rng, name)], (concept,))

    def _pair(self, rng: Rng) -> Scene:
        first, name = self._pick(rng, solid=True)
        second, other = self._pick(rng, solid=True)
        relation = str(rng.choice(("next to", "and", "on", "above", "under", "with")))
        if relation in ("next to", "and", "with"):
            at = ((0.27, 0.5), (0.73, 0.5)) if rng.random() < 0.5 else ((0.73, 0.5), (0.27, 0.5))
        else:
            at = ((0.5, 0.27), (0.5, 0.73)) if relation in ("on", "above") else ((0.5, 0.73), (0.5, 0.27))
        image = self._ground(rng) if rng.random() < 0.8 else GROUNDS[str(rng.choice(list(SETTINGS)))](rng, self.side)
        for concept, (x, y) in zip((second, first), at[::-1], strict=True):
            size = int(self.side * rng.uniform(0.45, 0.58))
            image = _paste(image, _resize(_turned(rng, self._sprite(rng, concept)), size), x, y)
        wrong = [
            self._name(rng, name),
            self._name(rng, other),
            f"{article(name)} {relation} {article(self._pick(rng, solid=True)[1])}",
        ]
        return Scene(
            image, self._caption(rng, f"{self._name(rng, name)} {relation} {article(other)}"), wrong, (first, second)
        )

    def _style(self, rng: Rng) -> Scene:
        concept, name = self._pick(rng)
        style = str(rng.choice(list(STYLES)))
        change, templates = STYLES[style]
        image = _place(rng, self._ground(rng), change(rng, self._sprite(rng, concept)), (0.6, 1.0))
        return Scene(image, str(rng.choice(templates)).format(name), [], (concept,))

    def _place(self, rng: Rng) -> Scene:
        place = str(rng.choice(list(SETTINGS)))
        return Scene(GROUNDS[place](rng, self.side), self._caption(rng, str(rng.choice(SETTINGS[place].alone))))


def _shares(mono: np.ndarray) -> np.ndarray:
    """Return how often each picture of a concept is taken: one-ink ones seldom where there are coloured ones."""
    share = np.where(mono, 0.25, 1.0)
    return share / max(share.sum(), 1e-9)


def _without_colour(name: str) -> str:
    words = [word for word in name.split() if word not in COLOURS]
    return " ".join(words) or name


def _resize(picture: np.ndarray, side: int) -> np.ndarray:
    """Resample a straight-alpha or opaque picture; premultiplied inside, so that clear pixels do not bleed."""
    mode = "RGBA" if picture.shape[-1] == 4 else "RGB"
    image = Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8), mode)
    return np.asarray(image.resize((side, side), Image.Resampling.BICUBIC), np.float32) / 255


def _turned(rng: Rng, picture: np.ndarray) -> np.ndarray:
    if rng.random() < 0.5:
        return picture
    image = Image.fromarray((np.clip(picture, 0, 1) * 255).astype(np.uint8), "RGBA")
    return np.asarray(image.rotate(rng.normal(0, 6), Image.Resampling.BILINEAR), np.float32) / 255


def _place(rng: Rng, ground: np.ndarray, picture: np.ndarray, scale: tuple[float, float]) -> np.ndarray:
    """Put a picture somewhere on the ground, wholly inside when it is smaller than the ground."""
    side = len(ground)
    size = int(side * rng.uniform(*scale))
    free = max(0.0, 1 - size / side) / 2
    x, y = 0.5 + rng.uniform(-free, free), 0.5 + rng.uniform(-free, free)
    return _paste(ground, _resize(_turned(rng, picture), size), x, y)


def _paste(ground: np.ndarray, picture: np.ndarray, x: float, y: float) -> np.ndarray:
    side, size = len(ground), len(picture)
    left, top = round(x * side - size / 2), round(y * side - size / 2)
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + size, side), min(top + size, side)
    cut = picture[y0 - top : y1 - top, x0 - left : x1 - left]
    out = ground.copy()
    out[y0:y1, x0:x1] = out[y0:y1, x0:x1] * (1 - cut[..., 3:]) + cut[..., :3] * cut[..., 3:]
    return out


def _unlike(rng: Rng, ground: np.ndarray, picture: np.ndarray, least: float = 0.25) -> np.ndarray:
    """Replace a ground that a picture would vanish on by a clearly lighter or darker one."""
    seen = picture[..., 3] > 0.5
    colour = picture[seen][:, :3].mean(0) if seen.any() else np.full(3, 0.5)
    if np.abs(ground.mean((0, 1)) - colour).max() > least:
        return ground
    far = np.where(colour > 0.5, rng.uniform(0, 0.2), rng.uniform(0.8, 1.0))
    return np.broadcast_to(far, ground.shape).astype(np.float32)
