"""What painters of animals and monsters share: how a kind of animal is written down, its colours, eyes and mouths."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np

from pixdraw.proposals.ruled.easel import ROUND, Easel, Ramp
from pixdraw.proposals.ruled.look import Look, ramp_of

INK, WHITE, PINK, BONE = "#20202c", "#fbfaf4", "#f29aa8", "#efe6cc"
FLOOR = 29.6
"""Where feet stand, in units from the top."""
ASLEEP = ("sleeping", "asleep", "napping", "sleepy", "curled", "resting", "snoozing")
YOUNG = ("baby", "cub", "puppy", "kitten", "calf", "foal", "piglet", "chick", "fawn", "pup", "young", "chibi", "little")
STOUT = ("fat", "chubby", "plump", "obese", "round")
AGAPE = (
    "roaring",
    "screaming",
    "singing",
    "howling",
    "growling",
    "angry",
    "hungry",
    "laughing",
    "barking",
    "breathing",
)
_SECOND = ("marking", "spot", "stripe", "patch", "pattern")
"""Words for what is on a coat, whose colour may be told."""
_BELLIES = ("belly", "chest", "stomach", "face")


@dataclass(frozen=True)
class Kind:
    """What every kind of animal or monster has: its names, and its colours by name or hexadecimal code."""

    names: str
    """What it is called, by commas; the first one names its painter."""
    skin: str
    """Usual colours of most of it, by spaces."""
    pale: str = ""
    """Colour of belly and muzzle; its own, lighter, if empty."""
    mark: str = INK
    """Colour of stripes, spots, mane and whatever else differs."""
    iris: str = field(default="", kw_only=True)
    """Colour of eyes; dark ones on what is light, yellow ones on what is dark, if empty."""
    takes: str = field(default="", kw_only=True)
    """Further words, by spaces, that may be before its names."""


@dataclass(frozen=True)
class Coat:
    """Shades [R, 3] of the parts of an animal."""

    skin: Ramp
    pale: Ramp
    mark: Ramp
    ink: Ramp
    """One shade, of eyes and mouths."""
    white: Ramp
    """One shade, of what shines and of teeth."""
    iris: str = ""
    """Usual colour of the eyes, if they are of one."""


AnyKind = TypeVar("AnyKind", bound=Kind)


def coat_of(kind: Kind, look: Look) -> Coat:
    """Return the colours of an animal: what the prompt says of it and of its parts, else those of its kind."""
    skin, second = look.own, look.others[0] if look.others else None
    usual_is_lighter = _brightness(ramp_of(kind.skin.split()[0])) > _brightness(ramp_of(kind.mark))
    if skin is not None and second is not None and (_brightness(skin) > _brightness(second)) != usual_is_lighter:
        skin, second = second, skin
    usual = look.pick("skin", *kind.skin.split())
    own = look.of(usual) if skin is None else skin
    is_usual = skin is None and usual == kind.skin.split()[0]
    mark = next((look.parts[one] for one in _SECOND if one in look.parts), second)
    if mark is None:
        mark = look.of(kind.mark)
        if not is_usual and usual_is_lighter and np.ptp(mark[len(mark) // 2]) > 0.2:
            mark = dimmer(own, 0.55) if _brightness(own) > 0.12 else paler(dimmer(own))
        elif not is_usual and abs(_brightness(mark) - _brightness(own)) < 0.08:
            mark = look.of(INK if _brightness(own) > 0.25 else "#d8d4cc")
    pale = next((look.parts[one] for one in _BELLIES if one in look.parts), None)
    if pale is None:
        pale = look.of(kind.pale) if kind.pale and (skin is None or kind.pale in (WHITE, BONE)) else paler(own)
    return Coat(own, pale, mark, look.of(INK)[:1], look.of(WHITE)[2:3], kind.iris)


def paler(ramp: Ramp) -> Ramp:
    """Return a colour's lighter twin."""
    return (ramp * 0.5 + np.array((1.0, 0.96, 0.86)) * 0.5).clip(0, 1)


def dimmer(ramp: Ramp, much: float = 0.62) -> Ramp:
    """Return a colour's darker twin."""
    return np.asarray(ramp * much + np.array((0.02, 0.01, 0.05)))


def _brightness(ramp: Ramp) -> float:
    return float(ramp[len(ramp) // 2] @ (0.3, 0.59, 0.11))


def is_dark(ramp: Ramp) -> bool:
    """Return whether dark eyes would not show on a colour."""
    return _brightness(ramp) < 0.24


def sized(kind: AnyKind, look: Look, **times: float) -> AnyKind:
    """Return a kind as it is when young: measures `times` as large."""
    return replace(kind, **{name: getattr(kind, name) * by for name, by in times.items()}) if look.has(*YOUNG) else kind


def eye(e: Easel, look: Look, coat: Coat, x: float, y: float, *, high: float = 2.0, on: Ramp | None = None) -> None:
    """Paint an eye two units wide with a shine, its corner given; closed if the animal sleeps."""
    x, y = round(x), round(y)
    dark = is_dark(coat.skin if on is None else on)
    colour = look.part("eye", coat.iris or ("#f8d84a" if dark else INK))
    if look.has(*ASLEEP):
        e.paint(e.box(x - 0.5, y + 1, x + 2.5, y + 2), look.of("#c8c0b8")[2:3] if dark else coat.ink)
        return
    if "eye" in look.parts or dark or coat.iris:
        e.paint(e.box(x, y, x + 2, y + 2), colour[2:3])
        e.paint(e.box(x, y + 1, x + 1, y + 2), coat.ink)
    else:
        e.paint(e.box(x, y, x + 2, y + high), coat.ink)
        e.paint(e.box(x, y, x + 1, y + 1), coat.white)
    if look.has("angry", "evil", "fierce", "furious", "menacing"):
        e.paint(e.box(x - 1, y - 1, x + 3, y), coat.ink)


def big_eye(e: Easel, look: Look, x: float, y: float, size: float, iris: str = "#4aa0e0") -> None:
    """Paint a round eye seen from the front, with iris, pupil and shine."""
    e.paint(e.disc(x, y, size), look.of(WHITE), 0.7, ROUND, seam=True)
    colour = look.part("eye", iris)
    e.paint(e.disc(x, y + size * 0.1, size * 0.62), colour, 0.5, ROUND)
    e.paint(e.disc(x, y + size * 0.1, max(size * 0.34, 0.9)), look.of(INK)[:1])
    glint = max(size * 0.2, 1)
    e.paint(e.box(x - size * 0.4, y - size * 0.4, x - size * 0.4 + glint, y - size * 0.4 + glint), look.of(WHITE)[2:3])


def glowing(e: Easel, look: Look, coat: Coat, colour: str, y: float, apart: float) -> None:
    """Paint two eyes seen from the front, glowing ones where their `colour` is given."""
    for way in (-1, 1):
        if colour or "eye" in look.parts:
            left = round(15 + way * apart)
            e.paint(e.box(left, y, left + 2, y + 2), look.part("eye", colour or INK)[2:3])
        else:
            eye(e, look, coat, 15 + way * apart, y, high=3)


def mouth(e: Easel, look: Look, coat: Coat, x: float, y: float, wide: float, *, fangs: bool = True) -> None:
    """Paint a mouth seen from the front, its middle given: open with teeth where the animal roars or is angry."""
    if look.has(*AGAPE):
        e.paint(e.disc(x, y + 1, wide, 2.4), look.of("#7a1c2c")[1:2])
        if fangs:
            e.paint(e.box(x - wide + 1, y - 1, x + wide - 1, y) & e.disc(x, y + 1, wide, 2.4), coat.white)
        return
    x, y = round(x), round(y)
    e.paint(e.box(x - 1, y - 1, x + 1, y), coat.ink)
    e.paint(e.box(x - wide, y, x - 1, y + 1) | e.box(x + 1, y, x + wide, y + 1), coat.ink)


def blob_of(e: Easel, x: float, y: float, wide: float, high: float, square: float = 2.6) -> np.ndarray:
    """Return where a rounded box is, [side, side]; the larger `square`, the squarer."""
    inside: np.ndarray = abs((e.x - x) / wide) ** square + abs((e.y - y) / high) ** square <= 1
    return inside


def spots(e: Easel, where: np.ndarray, size: float, apart: float) -> np.ndarray:
    """Return spots in rows that are set off against each other, within a part."""
    row = np.floor(e.y / apart)
    x = (e.x + (row % 2) * apart / 2) % apart - apart / 2
    y = e.y % apart - apart / 2
    inside: np.ndarray = where & (x**2 + y**2 <= size**2)
    return inside
