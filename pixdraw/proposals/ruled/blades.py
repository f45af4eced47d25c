"""Swords and other bladed weapons, from one painter: how each kind's blade and guard are made is a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import WHITE, Axis, curve, sparkle
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import GEMS, Look

_GLOW = ("fire", "flaming", "burning", "ice", "frost", "lightning", "thunder", "poison", "shadow", "holy", "water")


@dataclass(frozen=True)
class Blade:
    """How a bladed weapon is made; lengths in units of its axis, some 35 long."""

    halves: tuple[float, ...] = (2.2, 2.2, 2.1, 2.0, 1.8, 0.3)
    """Half widths of the blade, evenly from the guard to its tip."""
    bend: float = 0.0
    guard: str = "cross"
    """cross, disc, cup, bow, wings or none."""
    hilt: float = 10.0
    """Length of the grip with the guard."""
    tip: float = 34.5
    is_single: bool = False
    """Whether it has one edge."""
    usual: str = "iron"
    grip: str = "leather"


def bladed(form: Blade, e: Easel, look: Look) -> None:
    """A sword or knife, its point up to the right; a broken one has half its blade."""
    axis, steel = Axis(e, (4, 28), (29, 3)), _steel(look, form)
    tip = form.tip
    blade = axis.swept(form.hilt, tip, form.halves, form.bend)
    if look.has("broken", "shattered"):
        ragged = 0.6 * (tip - form.hilt) + form.hilt + 1.6 * np.sin(axis.aside * 2.4)
        blade &= axis.along < ragged
    share = (axis.along - form.hilt) / (tip - form.hilt)
    beside = axis.aside - form.bend * 4 * share * (1 - share)
    e.paint(blade, steel, 0.75)
    if form.is_single:
        e.paint(blade & (beside > 0.3), steel, 0.95)
        e.paint(blade & (beside < -0.4), steel, 0.4)
    else:
        e.paint(blade & (beside > 0), steel, 0.45)
        if max(form.halves) > 1.8:
            e.paint(blade & (abs(beside) < 0.55) & (share < 0.8), steel, 0.25)
    _grip(e, look, axis, form)
    _guard(e, look, axis, form)


def _steel(look: Look, form: Blade) -> Ramp:
    """Return the shades of a blade."""
    glow = next((word for word in _GLOW if look.has(word)), None)
    if "blade" in look.parts:
        return look.part("blade", form.usual)
    if glow and look.own is None:
        return look.of("gold" if glow == "holy" else glow)
    return look.whole(form.usual)


def _grip(e: Easel, look: Look, axis: Axis, form: Blade) -> None:
    grip = look.part("handle", form.grip)
    held = axis.band(0.6, form.hilt, 3.0)
    e.paint(held, grip, 0.45, seam=True)
    e.paint(held & (axis.along % 2.6 < 1), grip, 0.1)
    if form.guard != "none":
        e.paint(axis.disc(0.3, 0, 2), look.part("hilt", "gold"), 0.6, ROUND, seam=True)


def _guard(e: Easel, look: Look, axis: Axis, form: Blade) -> None:
    gold, at = look.part("hilt", "gold"), form.hilt
    if form.guard == "cross":
        e.paint(axis.line((at, -5.2), (at, 5.2), wide=2.7), gold, 0.55, seam=True)
    elif form.guard == "disc":
        e.paint(axis.disc(at, 0, 1.5, 3.8), gold, 0.55, ROUND, seam=True)
    elif form.guard == "cup":
        bow = axis.line(*curve((at, 4.4), (at * 0.6, 6.4), (0.6, 3.4), (0.2, 0.4)), wide=1.3)
        e.paint(bow, gold, 0.6)
        e.paint(axis.disc(at - 0.4, 0.4, 2.4, 5) & (axis.along > at - 2.4), gold, 0.6, ROUND, seam=True)
        e.paint(axis.line((at + 0.8, -6.4), (at + 0.8, 5), wide=1.3), gold, 0.75)
    elif form.guard == "bow":
        e.paint(axis.line(*curve((at, 4.6), (at * 0.5, 8), (0.2, 5), (0.2, 0.6)), wide=2.1), gold, 0.55, seam=True)
        e.paint(axis.line((at, -3.8), (at, 5), wide=2.5), gold, 0.6, seam=True)
    elif form.guard == "wings":
        for way in (-1, 1):
            wing = axis.shape(
                (at - 1.4, 0), (at - 0.4, 3 * way), (at + 3.6, 7.4 * way), (at + 2.6, 3.4 * way), (at + 2, 0)
            )
            e.paint(wing, gold, 0.6, seam=True)
        gems = [word for word in sorted(look.words) if word in GEMS] or ["ruby"]
        e.paint(axis.disc(at + 0.4, 0, 1.9), look.part("gem", gems[0]), 0.6, ROUND, seam=True)


def enchanted(e: Easel, look: Look) -> None:
    """A sword of magic: a shining blade with runes, winged hilt and sparks."""
    glow = look.own if look.own is not None else look.of(look.pick("glow", "#58b8f0", "#9a6af0", "#5ad8a0"))
    form = Blade((2.5, 2.3, 2.3, 2.4, 2.2, 0.3), guard="wings")
    axis = Axis(e, (4, 28), (29, 3))
    bladed(form, e, look if look.own is not None else _dyed(look, glow))
    e.paint(axis.line((13, 0), (29, 0), wide=1.1) & (axis.along % 3 < 2), glow[-1:], 1)
    for x, y in ((9, 5), (27.5, 20), (15, 8.5)):
        e.paint(sparkle(e, x, y, 1.7), glow, 0.85)


def _dyed(look: Look, ramp: Ramp) -> Look:
    """Return a look whose blade has given shades."""
    return Look(look.seed, look.words, look.own, {**look.parts, "blade": ramp})


def beam_sword(e: Easel, look: Look) -> None:
    """A sword whose blade is light."""
    axis, metal = Axis(e, (4, 28), (29, 3)), look.of("iron")
    light = look.of(look.pick("light", "#3a9af8", "#f0383c", "#48d848", "#b058f0")) if look.own is None else look.own
    e.paint(axis.band(10.5, 34, 4.2) | axis.disc(34, 0, 1.6, 2.1), light, 0.5)
    e.paint(axis.band(10.5, 33.6, 2.2), light, 0.85)
    e.paint(axis.band(11, 33, 1.2), look.of(WHITE), 1)
    e.paint(axis.band(0, 11, 4), metal, 0.5, seam=True)
    e.paint(axis.band(2, 6.4, 4) & (axis.along % 2 < 1), metal, 0.1)
    e.paint(axis.band(9, 11, 5), metal, 0.85, seam=True)
    e.paint(axis.disc(7.6, -0.6, 1.1), look.of("#e03a3a"), 0.7)


def cleaver(e: Easel, look: Look) -> None:
    """A cleaver: a broad blade with a hole."""
    axis, steel = Axis(e, (4, 28), (29, 3)), look.whole("iron")
    broad = axis.shape((12, -3), (30, -5), (33, -3), (33, 6), (31, 7), (12, 5))
    e.paint(broad, steel, 0.65)
    e.paint(broad & (axis.aside > 4), steel, 0.95)
    e.paint(axis.disc(30, -2.4, 1.1), look.of("#20202c"), 0.3)
    e.paint(axis.band(0, 13, 3.6), look.part("handle", "wood"), 0.5, BEAM, seam=True)
    for along in (3, 8.4):
        e.paint(axis.disc(along, 0, 0.8), look.of("gold"), 0.8)


def sai(e: Easel, look: Look) -> None:
    """A sai: a spike with two curved prongs."""
    axis, steel = Axis(e, (4, 28), (29, 3)), look.whole("iron")
    e.paint(axis.swept(10, 34, (1.4, 1.3, 1.1, 0.4)), steel, 0.7)
    for way in (-1, 1):
        prong = axis.line(*curve((10, 0), (10, 7.4 * way), (17, 5.4 * way), (20, 7 * way)), wide=1.7)
        e.paint(prong, steel, 0.6, seam=True)
    e.paint(axis.band(0, 10, 3), look.part("handle", "#a8342c"), 0.5, seam=True)
    e.paint(axis.disc(0, 0, 1.9), steel, 0.6, ROUND, seam=True)


_THIN = (0.9, 0.9, 0.9, 0.85, 0.8, 0.4)
_CURVED = (1.7, 1.7, 1.7, 1.6, 1.5, 0.3)
_BROAD = (1.9, 2.1, 2.4, 2.9, 2.7, 0.3)
_GREAT = (2.9, 2.9, 2.8, 2.8, 2.6, 0.4)

KINDS = (
    Kind(
        "rapier, fencing sword, epee, fencing foil, estoc, dueling sword",
        partial(bladed, Blade(_THIN, guard="cup")),
        "musketeer's, noble, dueling, swashbuckler's",
    ),
    Kind(
        "cutlass, pirate sword, saber, sabre, pirate cutlass, cavalry saber",
        partial(bladed, Blade((1.8, 2.0, 2.2, 2.4, 2.2, 0.3), 2.6, "bow", is_single=True)),
        "pirate, cavalry",
    ),
    Kind(
        "scimitar, falchion, shamshir, arabian sword, desert sword, curved sword",
        partial(bladed, Blade(_BROAD, 3.2, is_single=True)),
        "desert",
    ),
    Kind(
        "katana, samurai sword, ninja sword, wakizashi, nodachi, ninjato, odachi, tachi",
        partial(bladed, Blade(_CURVED, 1.6, "disc", 12.0, is_single=True, grip="#3a3450")),
        "samurai, ninja",
    ),
    Kind(
        "machete, kukri",
        partial(bladed, Blade((1.8, 2.0, 2.5, 2.9, 2.8, 0.6), 1.2, "none", is_single=True, grip="#2c2c34")),
        "jungle",
    ),
    Kind(
        "greatsword, great sword, claymore, zweihander, two-handed sword, buster sword, two handed sword, "
        "big sword, giant sword, huge sword",
        partial(bladed, Blade(_GREAT, hilt=11.5)),
        "knight, hero",
    ),
    Kind("broken sword, shattered sword, broken blade", partial(bladed, Blade())),
    Kind(
        "kitchen knife, chef's knife, chef knife, butcher knife, combat knife, hunting knife, survival knife",
        partial(bladed, Blade((2.2, 2.3, 2.2, 2.0, 1.4, 0.2), 0.8, "none", 13.0, is_single=True, grip="#2c2c34")),
    ),
    Kind(
        "stiletto, dirk, throwing knife, tanto, poison dagger, assassin dagger, assassin's dagger, thief dagger, "
        "ritual dagger, cursed dagger, shadow dagger",
        partial(bladed, Blade((1.5, 1.4, 1.2, 1.0, 0.3), hilt=12.0, tip=31.0)),
    ),
    Kind(
        "magic sword, enchanted sword, legendary sword, holy sword, excalibur, hero's sword, master sword, "
        "mystic sword, magical sword, rune sword, divine sword",
        enchanted,
        "glowing",
    ),
    Kind(
        "lightsaber, light saber, laser sword, energy sword, beam sword, plasma sword, energy blade, "
        "laser blade, light sword",
        beam_sword,
        "glowing",
    ),
    Kind("cleaver, meat cleaver, butcher cleaver", cleaver, "butcher's, meat"),
    Kind("sai, sai dagger", sai),
)
