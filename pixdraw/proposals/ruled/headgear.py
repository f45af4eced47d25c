"""Hats, helmets and masks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, arc, curve, dots, hoop, polygon, star, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import GEMS, Look


def pirate_hat(e: Easel, look: Look) -> None:
    """A cocked hat with a skull and crossbones."""
    felt, trim = look.whole("#2e2a3a"), look.part("trim", "gold")
    brim = e.shape(
        *curve((1.5, 24), (4, 12), (9, 6), (16, 4.4), (23, 6), (28, 12), (30.5, 24)), (24, 26.4), (16, 27.4), (8, 26.4)
    )
    e.paint(brim, felt, 0.5, ROUND)
    edge = e.line(
        (2, 24), *curve((2, 24), (4.4, 12.4), (9.4, 6.6), (16, 5), (22.6, 6.6), (27.6, 12.4), (30, 24)), wide=1.7
    )
    e.paint(edge, trim, 0.6)
    e.paint(e.line((2, 24.4), (8, 26.8), (16, 27.8), (24, 26.8), (30, 24.4), wide=1.7), trim, 0.45)
    bone = look.part("skull", "bone")
    e.paint(
        e.line((10.4, 22.6), (21.6, 15), wide=1.7) | e.line((10.4, 15), (21.6, 22.6), wide=1.7), bone, 0.6, seam=True
    )
    e.paint(e.disc(16, 16.4, 4.2, 4) | e.box(13.8, 18, 18.2, 22), bone, 0.75, ROUND, seam=True)
    e.paint(dots(e, (13.6, 16), (16.6, 16), size=1.9) | e.box(15.4, 19.4, 16.6, 21.6), look.of(INK), 0.2)


def brimmed(e: Easel, look: Look) -> None:
    """A hat with a round crown and a wide brim: of straw, of a cowboy, of felt."""
    straw, cowboy = look.has("straw", "sun", "farmer", "farmer's"), look.has("cowboy", "western", "sheriff", "ranger")
    stuff = look.whole("straw" if straw else "leather" if cowboy else "#6a5a4a")
    band = look.part("band", "#c8342c" if straw else "#3a2418")
    e.paint(e.disc(16, 23, 15, 5.4), stuff, 0.45)
    e.paint(e.disc(16, 22, 14.6, 4.4), stuff, 0.7)
    if cowboy:
        for way in (-1, 1):
            e.paint(
                e.shape((16 + 9 * way, 21), (16 + 12 * way, 16), (16 + 15.4 * way, 17.6), (16 + 13.6 * way, 25)),
                stuff,
                0.6,
            )
    crown = (
        turned(e, (7, 5.6), (9, 8), (16, 9), (23, 9.6))
        if not cowboy
        else e.shape((7.4, 22), (9, 9), (12, 5.6), (16, 8), (20, 5.6), (23, 9), (24.6, 22))
    )
    e.paint(crown | e.disc(16, 22.6, 9, 2), stuff, 0.55, ROUND, seam=True)
    if straw:
        e.paint((crown | e.disc(16, 23, 14, 4.6)) & ((e.x + 2 * e.y) % 5 < 1), stuff, 0.25)
        e.paint((crown | e.disc(16, 23, 14, 4.6)) & ((e.x - 2 * e.y) % 7 < 1), stuff, 0.95)
    e.paint(crown & (e.y > 17.4) & (e.y < 21), band, 0.5, POLE, seam=True)
    if look.has("sheriff"):
        e.paint(star(e, 16, 19, 2.6), look.of("gold"), 0.8)
    if look.has("feather"):
        e.paint(e.line(*curve((22, 19), (26, 12), (30, 8)), wide=2.4), look.part("feather", "#d23838"), 0.6, seam=True)


def cap(e: Easel, look: Look) -> None:
    """A cap with a peak, or a woollen hat."""
    cloth = look.whole("#d23838", "#3a62b8", "#3c9a58")
    if look.has("beanie", "woolly", "knit", "knitted", "winter"):
        e.paint(e.disc(16, 4.6, 3.4), look.part("pompom", WHITE), 0.6, ROUND)
        dome = e.disc(16, 20, 12.4, 13.4) & (e.y < 22)
        e.paint(dome, cloth, 0.5, ROUND, seam=True)
        e.paint(dome & (e.y > 13) & (e.y < 16), look.part("stripe", "#f4f0e6"), 0.6)
        e.paint(e.box(2.6, 20, 29.4, 27), cloth, 0.6, seam=True)
        e.paint(e.box(2.6, 20, 29.4, 27) & (e.x % 4 < 1), cloth, 0.2)
        return
    peak = e.shape(*curve((13, 20), (20, 18), (29, 20), (31, 25)), (24, 26), (13, 24))
    e.paint(peak, cloth, 0.35)
    dome = e.disc(14, 21, 11.4, 13) & (e.y < 23)
    e.paint(dome, cloth, 0.55, ROUND, seam=True)
    e.paint(
        e.line(*curve((14, 8.4), (8, 13), (8.4, 22)), wide=1) | e.line(*curve((14, 8.4), (19, 13), (19, 22)), wide=1),
        cloth,
        0.2,
    )
    e.paint(e.box(12.4, 6.6, 15.6, 8.8), cloth, 0.8, seam=True)


def wizardly(e: Easel, look: Look) -> None:
    """A tall pointed hat with a bent tip."""
    cloth = look.whole("#3a2a4a" if look.has("witch", "witch's") else "#4a4ac0")
    e.paint(e.disc(16, 26, 15, 4.4), cloth, 0.45)
    cone = e.shape((6.4, 26), (11, 13), (15, 6), (24, 2.4), (20, 8), (22.6, 15), (25.6, 26))
    e.paint(cone, cloth, 0.55, ROUND, seam=True)
    e.paint(cone & e.line((7, 23), (16, 25.4), (25, 23), wide=3.4), look.part("band", "#e0b030"), 0.5, seam=True)
    if look.has("witch", "witch's"):
        e.paint(e.box(13.6, 22, 18.6, 26.6) & ~e.box(15, 23.4, 17.2, 25.4), look.of("gold"), 0.8)
    else:
        e.paint(star(e, 14, 17, 3) | star(e, 19.4, 12, 2), look.part("star", "#f8d848"), 0.7)


def top_hat(e: Easel, look: Look) -> None:
    """A top hat."""
    felt = look.whole("#2e2e3e")
    e.paint(e.disc(16, 25, 15, 4.4), felt, 0.45, BEAM)
    e.paint(turned(e, (4, 10), (14, 8.8), (25.6, 9.4)), felt, 0.5, POLE, seam=True)
    e.paint(turned(e, (19, 9), (24, 9.3)), look.part("band", "#c8342c"), 0.5, POLE)
    e.paint(e.disc(16, 4.4, 10, 2), felt, 0.75)


def knightly(e: Easel, look: Look) -> None:
    """A great helm, a helmet with horns, a samurai's, a Spartan's, or a plain one."""
    metal = look.whole("iron")
    if look.has("spartan", "greek", "roman", "gladiator", "centurion"):
        metal = look.whole("bronze")
        e.paint(e.line(*arc(16, 14, 12.4, 170, 350), wide=5), look.part("plume", "#d23838"), 0.5, ROUND)
    if look.has("horned", "horns", "viking", "demon"):
        for way in (-1, 1):
            horn = e.shape(
                (16 + 8 * way, 16),
                *curve((16 + 9 * way, 10), (16 + 15 * way, 10), (16 + 13.4 * way, 1.6)),
                *curve((16 + 13.4 * way, 1.6), (16 + 16.4 * way, 14), (16 + 9 * way, 18)),
            )
            e.paint(horn, look.part("horn", "bone"), 0.65)
    dome = e.disc(16, 16, 10.6, 12) & (e.y < 17)
    low = e.shape((5.4, 16), (26.6, 16), (25.4, 28), (19, 29.6), (13, 29.6), (6.6, 28))
    e.paint(dome | low, metal, 0.5, ROUND, seam=True)
    e.paint(
        e.shape((8.4, 16.6), (14.6, 18), (14.6, 20.4), (9, 20))
        | e.shape((23.6, 16.6), (17.4, 18), (17.4, 20.4), (23, 20)),
        look.of(INK),
        0.2,
    )
    e.paint(e.shape((14.6, 20), (17.4, 20), (19.4, 29.8), (12.6, 29.8)), look.of(INK), 0.3)
    e.paint(e.shape((14.6, 4), (17.4, 4), (17.4, 21), (16, 23), (14.6, 21)), metal, 0.85, seam=True)
    e.paint(e.line((5.8, 15), (16, 16.4), (26.2, 15), wide=2), look.part("trim", "gold"), 0.5, seam=True)


def samurai_helmet(e: Easel, look: Look) -> None:
    """A samurai's helmet with a golden crest."""
    red, gold = look.whole("#b8302c"), look.part("crest", "gold")
    for way in (-1, 1):
        crest = e.shape(
            (16, 11),
            *curve((16 + 2 * way, 8), (16 + 8 * way, 8), (16 + 9.4 * way, 0.8)),
            *curve((16 + 9.4 * way, 0.8), (16 + 12 * way, 11), (16, 13.4)),
        )
        e.paint(crest, gold, 0.65)
        e.paint(
            e.shape((16 + 9 * way, 15), (16 + 14.6 * way, 20), (16 + 14 * way, 28), (16 + 8.4 * way, 27)),
            red,
            0.45,
            seam=True,
        )
        for y in (20, 23.4):
            e.paint(e.line((16 + 9.4 * way, y), (16 + 14.4 * way, y + 1.6), wide=1), red, 0.1)
    e.paint(e.disc(16, 18, 10, 9.4) & (e.y < 19), look.of("#34303c"), 0.5, ROUND, seam=True)
    e.paint(e.shape((6, 17), (26, 17), (24, 21), (8, 21)), red, 0.6, seam=True)
    e.paint(e.shape((9.4, 21), (22.6, 21), (21, 30), (11, 30)), look.of("#34303c"), 0.35, seam=True)
    e.paint(e.box(10.4, 22, 14.4, 24) | e.box(17.6, 22, 21.6, 24), look.of("#f4e8c8"), 0.6)
    e.paint(e.line((12, 27.4), (16, 26.6), (20, 27.4), wide=1.2), look.of("#f4e8c8"), 0.6)
    e.paint(e.disc(16, 12, 2.2), gold, 0.8, ROUND, seam=True)


def visor_helmet(e: Easel, look: Look) -> None:
    """A closed round helmet with a visor: of an astronaut, a racer, a motorcyclist."""
    space = look.has("space", "astronaut", "spaceman", "sci-fi")
    shell = look.whole("#eceff4" if space else "#d23838")
    e.paint(e.disc(16, 15, 13, 13) | e.box(6, 18, 26, 27), shell, 0.55, ROUND)
    glass = e.disc(17.4, 16, 9.6, 7.6)
    e.paint(glass, look.part("visor", "#e0a028" if space else "#3a4a6a"), 0.4, ROUND, seam=True)
    e.paint(e.line(*arc(17.4, 16, 6.8, 190, 250, 5), wide=1.8), look.of(WHITE), 0.8)
    if space:
        e.paint(e.box(5, 26, 27, 30), look.of("iron"), 0.6, BEAM, seam=True)
        e.paint(e.box(1.6, 13, 5, 20), look.of("iron"), 0.5, POLE, seam=True)
    else:
        e.paint((e.disc(16, 15, 13, 13)) & (abs(e.x - 16) < 1.6) & (e.y < 8), look.of(WHITE), 0.7)


def hard_hat(e: Easel, look: Look) -> None:
    """A hard hat; a miner's has a lamp."""
    shell = look.whole("#f4b81e")
    e.paint(e.disc(16, 24, 15, 3.6), shell, 0.45, BEAM)
    e.paint(e.disc(16, 23, 12, 16) & (e.y < 24), shell, 0.55, ROUND, seam=True)
    ribs = e.disc(16, 23, 12, 16) & (e.y < 22)
    e.paint(ribs & ((abs(e.x - 11) < 0.6) | (abs(e.x - 21) < 0.6)), shell, 0.3)
    e.paint(e.box(14.4, 5.6, 17.6, 22), shell, 0.8, seam=True)
    if look.has("miner", "miner's", "mining", "lamp", "light"):
        e.paint(e.disc(16, 15, 4.6), look.of("iron"), 0.5, seam=True)
        e.paint(e.disc(16, 15, 3), look.of("#fff2a0"), 0.7, ROUND)


def army_helmet(e: Easel, look: Look) -> None:
    """A soldier's helmet."""
    green = look.whole("#5a6e3a")
    e.paint(e.shape((3, 22), (29, 22), (30.4, 25.4), (1.6, 25.4)), green, 0.4, BEAM)
    dome = e.disc(16, 22, 13, 15) & (e.y < 23)
    e.paint(dome, green, 0.5, ROUND, seam=True)
    for x, y, wide in ((10, 13, 3), (20, 11, 2.6), (24, 18, 2.6), (13, 19, 3)):
        e.paint(e.disc(x, y, wide, 1.6) & dome, green, 0.15)
    e.paint(e.line(*curve((5, 25), (8, 32), (16, 30), (24, 32), (27, 25)), wide=1.4), look.of("leather"), 0.4)


def tiara(e: Easel, look: Look) -> None:
    """A tiara with a stone."""
    named = next((word for word in sorted(look.words) if word in GEMS), None)
    metal = look.of("silver") if named else look.whole("silver")
    stone = look.part("gem", *((named,) if named else ("sapphire", "ruby", "amethyst")))
    band = e.line(*curve((2.4, 22), (8, 28), (24, 28), (29.6, 22)), wide=2.8)
    for x, top in ((5, 17), (10, 13), (22, 13), (27, 17)):
        e.paint(e.line((x, top), (x + (16 - x) * 0.06, 24), wide=2), metal, 0.6)
        e.paint(e.disc(x, top - 1, 1.7), stone, 0.7, ROUND, seam=True)
    e.paint(e.shape((10.4, 25), (16, 5), (21.6, 25)) & ~e.shape((13.4, 22.6), (16, 14), (18.6, 22.6)), metal, 0.6)
    e.paint(band, metal, 0.6, BEAM, seam=True)
    e.paint(e.shape((16, 7), (19, 12), (16, 18), (13, 12)), stone, 0.6, seam=True)
    e.paint(e.shape((16, 7), (16, 18), (13, 12)), stone, 0.9)


def mask(e: Easel, look: Look) -> None:
    """A mask: of the theatre, a tribe, a demon, a carnival, a doctor of the plague."""
    if look.has("plague"):
        leather = look.whole("#4a3a34")
        e.paint(e.shape((12, 14), (18, 26), (30, 30), (24, 18), (20, 10)), leather, 0.6, BEAM)
        e.paint(e.disc(12.4, 12.6, 10, 11), leather, 0.5, ROUND, seam=True)
        e.paint(e.disc(9, 12, 3.6), look.of("gold"), 0.5, seam=True)
        e.paint(e.disc(9, 12, 2.4), look.of("#d84a3a"), 0.6, ROUND)
        return
    if look.has("oni", "demon", "devil", "hannya", "kabuki"):
        _demon_mask(e, look)
    elif look.has("tribal", "wooden", "tiki", "african", "voodoo", "witch"):
        _tribal_mask(e, look)
    elif look.has("gas"):
        rubber = look.whole("#4a5240")
        e.paint(e.disc(16, 13, 12, 12), rubber, 0.5, ROUND)
        for x in (10.4, 21.6):
            e.paint(e.disc(x, 12, 4.8), look.of("iron"), 0.5, seam=True)
            e.paint(e.disc(x, 12, 3.4), look.of("#8ad0e0"), 0.6, ROUND)
        e.paint(e.disc(16, 23, 6.4), look.of("iron"), 0.5, ROUND, seam=True)
        e.paint(e.disc(16, 23, 4) & (e.x % 2 < 1), look.of(INK), 0.3)
    else:
        face = look.whole("#f4f0e8")
        form = e.shape((3, 4), (29, 4), (28.4, 18), (22, 27.6), (16, 30), (10, 27.6), (3.6, 18))
        e.paint(form, face, 0.6, ROUND)
        sad = look.has("sad", "tragedy", "crying")
        for way in (-1, 1):
            e.paint(
                e.line(*curve((16 + 3.4 * way, 13.4), (16 + 6.6 * way, 8.6), (16 + 9.8 * way, 13.4)), wide=2.4),
                look.of(INK),
                0.2,
            )
        mouth = curve((9.6, 24), (16, 15.6), (22.4, 24)) if sad else curve((8.6, 18), (16, 29.4), (23.4, 18))
        e.paint(e.shape(*mouth), look.of(INK), 0.2)


def _demon_mask(e: Easel, look: Look) -> None:
    red = look.whole("#c8302c")
    for way in (-1, 1):
        e.paint(e.shape((16 + 4 * way, 9), (16 + 10 * way, 9), (16 + 11.4 * way, 1)), look.of("bone"), 0.6)
    e.paint(e.shape((4, 9), (28, 9), (29, 18), (24, 28), (16, 30.4), (8, 28), (3, 18)), red, 0.55, ROUND, seam=True)
    for way in (-1, 1):
        e.paint(e.line((16 + 3 * way, 14.6), (16 + 10.4 * way, 10.6), wide=2), look.of(INK), 0.2)
        e.paint(e.shape((16 + 3.6 * way, 16.4), (16 + 10 * way, 14), (16 + 8.4 * way, 18.4)), look.of("#ffd84a"), 0.7)
    e.paint(e.disc(16, 19, 2.8, 2.2), red, 0.8, seam=True)
    e.paint(e.shape((8, 22.4), (24, 22.4), (21, 27.6), (11, 27.6)), look.of(INK), 0.2)
    for x in (9, 20.4):
        e.paint(e.shape((x, 28), (x + 1.4, 21.6), (x + 2.8, 28)), look.of("bone"), 0.85)
    e.paint(e.box(12.4, 22.4, 19.6, 24.4), look.of("bone"), 0.8)


def _tribal_mask(e: Easel, look: Look) -> None:
    wood = look.whole("wood")
    for x, colour in ((8, "#d23838"), (12, "#e8b030"), (16, "#3c9a58"), (20, "#e8b030"), (24, "#d23838")):
        e.paint(e.shape((x - 2, 9), (x + (x - 16) * 0.3, 0.6), (x + 2, 9)), look.of(colour), 0.6, seam=True)
    e.paint(e.shape((6, 7), (26, 7), (28, 17), (23, 29), (9, 29), (4, 17)), wood, 0.55, POLE, seam=True)
    for way in (-1, 1):
        e.paint(e.disc(16 + 5.4 * way, 14.4, 3.6, 2.6), look.of("#f4f0e6"), 0.7, seam=True)
        e.paint(e.disc(16 + 5.4 * way, 14.4, 1.5), look.of(INK), 0.2)
        e.paint(e.box(16 + 8.6 * way - 1.4, 19, 16 + 8.6 * way + 1.4, 21), look.of("#d23838"), 0.6)
    e.paint(e.shape((14, 12), (18, 12), (19.4, 21), (12.6, 21)), wood, 0.75, seam=True)
    e.paint(e.box(10, 23, 22, 27), look.of(INK), 0.2)
    e.paint(e.box(11, 23, 21, 24.6) & (e.x % 3 > 1), look.of("#f4f0e6"), 0.8)


def hood(e: Easel, look: Look) -> None:
    """A hood with its collar."""
    cloth = look.whole("#5a3a8a", "#3c6a4a", "#7a3434", "#3a4a6a")
    e.paint(e.shape((5, 25), (27, 25), (30, 30.4), (2, 30.4)), cloth, 0.45)
    outer = e.shape(*curve((4, 26), (4, 8), (10, 1), (16, 0.8), (22, 1), (28, 8), (28, 26)), (22, 29.4), (10, 29.4))
    e.paint(outer, cloth, 0.55, ROUND, seam=True)
    e.paint(
        e.shape(*curve((9.4, 26), (8, 14), (12, 9), (16, 6.6), (20, 9), (24, 14), (22.6, 26)), (16, 29)), cloth, 0.05
    )
    e.paint(
        e.line(*curve((9.4, 26), (8, 14), (12, 9), (16, 6.6), (20, 9), (24, 14), (22.6, 26)), wide=1.3), cloth, 0.85
    )
    e.paint(e.disc(16, 28.4, 2), look.part("clasp", "gold"), 0.7, ROUND, seam=True)


@dataclass(frozen=True)
class Specs:
    """How glasses are made."""

    glass: str
    frame: str
    corners: int = 0
    """Of each glass; 0 of a round one."""


def glasses(form: Specs, e: Easel, look: Look) -> None:
    """Glasses, seen from the front."""
    frame = look.part("frame", form.frame) if look.own is None else look.own
    glass = look.part("lens", form.glass)
    for way in (-1, 1):
        x = 16 + 7.6 * way
        outer = e.disc(x, 17, 6.8, 6.4) if not form.corners else polygon(e, x, 17, 7.8, form.corners, 45)
        inner = e.disc(x, 17, 5, 4.6) if not form.corners else polygon(e, x, 17, 5.6, form.corners, 45)
        e.paint(outer, frame, 0.5)
        e.paint(inner, glass, 0.45)
        e.paint(inner & (abs(e.x + e.y - x - 15) < 0.8), look.of(WHITE), 0.7)
        e.paint(e.line((16 + 14 * way, 15), (16 + 15 * way, 12), wide=1.6), frame, 0.4)
    e.paint(e.line(*curve((14, 16), (16, 13.6), (18, 16)), wide=1.7), frame, 0.6)


def eyepatch(e: Easel, look: Look) -> None:
    """An eye patch on its band."""
    cloth = look.whole("#2e2a3a")
    e.paint(e.line(*curve((1.4, 8), (12, 9), (20, 10), (30.6, 19)), wide=1.8), cloth, 0.75)
    e.paint(e.shape((7, 10), (23, 11), (25, 19), (20, 27), (12, 27), (6.4, 19)), cloth, 0.5, ROUND, seam=True)


def headband(e: Easel, look: Look) -> None:
    """A headband with its tied ends; a bandana."""
    cloth = look.whole("#d23838")
    e.paint(e.shape((22, 13), (31, 18), (28, 22), (22, 17)), cloth, 0.45)
    e.paint(e.shape((22, 15), (29, 26), (24, 28), (20, 17)), cloth, 0.55, seam=True)
    e.paint(hoop(e, 13, 14, 12, 5, 7.4), cloth, 0.55, BEAM, seam=True)
    e.paint(e.box(20.6, 11.4, 25.4, 17), cloth, 0.7, seam=True)


KINDS = (
    Kind(
        "pirate hat, tricorn, tricorn hat, captain's hat, pirate captain hat, pirate captain's hat, corsair hat, "
        "tricorne",
        pirate_hat,
        "pirate, captain's",
    ),
    Kind(
        "straw hat, farmer's hat, farmer hat, sun hat, cowboy hat, sheriff hat, sheriff's hat, fedora, "
        "explorer hat, explorer's hat, safari hat, western hat, adventurer's hat, ranger hat, hat",
        brimmed,
        "straw, farmer, farmer's, sun, cowboy, sheriff, western, feather",
    ),
    Kind(
        "cap, baseball cap, beanie, woolly hat, winter hat, knit hat, knitted hat, trucker cap",
        cap,
        "baseball, winter, knit, woolly",
    ),
    Kind("witch hat, witch's hat, pointy hat", wizardly, "pointy"),
    Kind("magician's hat, magician hat", top_hat),
    Kind(
        "horned helmet, spartan helmet, roman helmet, greek helmet, gladiator helmet, demon helmet, great helm, "
        "barbarian helmet, dark helmet, dragon helmet, centurion helmet, corinthian helmet",
        knightly,
        "spartan, viking, barbarian, warrior's",
    ),
    Kind("samurai helmet, kabuto, samurai's helmet", samurai_helmet),
    Kind(
        "space helmet, astronaut helmet, racing helmet, motorcycle helmet, motorbike helmet, astronaut's helmet",
        visor_helmet,
        "space, astronaut",
    ),
    Kind(
        "hard hat, mining helmet, miner helmet, miner's helmet, construction helmet, safety helmet, hardhat",
        hard_hat,
    ),
    Kind("army helmet, soldier helmet, military helmet, soldier's helmet, war helmet", army_helmet, "ww2"),
    Kind("tiara, diadem, princess crown, circlet", tiara, "princess, elven, queen's"),
    Kind(
        "mask, theater mask, theatre mask, tribal mask, oni mask, demon mask, gas mask, plague doctor mask, "
        "plague mask, kitsune mask, tiki mask, comedy mask, tragedy mask, carnival mask, voodoo mask",
        mask,
        "theater, theatre, tribal, oni, demon, gas, plague, doctor, tiki, comedy, tragedy, devil",
    ),
    Kind(
        "hood, wizard hood, thief hood, cloak hood, assassin hood, assassin's hood, thief's hood",
        hood,
        "assassin, assassin's, thief, thief's",
    ),
    Kind(
        "glasses, eyeglasses, spectacles, reading glasses, pair of glasses, round glasses",
        partial(glasses, Specs("#cfeaf6", "#3a3440")),
        "reading, nerd",
        freedom=0.3,
        is_several=True,
    ),
    Kind(
        "sunglasses, shades, pair of sunglasses",
        partial(glasses, Specs("#2a3050", "#20202c", 4)),
        freedom=0.3,
        is_several=True,
    ),
    Kind(
        "goggles, steampunk goggles, swimming goggles, flight goggles, aviator goggles, ski goggles",
        partial(glasses, Specs("#58c0d8", "bronze")),
        "steampunk, aviator, swimming, ski",
        freedom=0.3,
        is_several=True,
    ),
    Kind("eyepatch, eye patch, pirate eyepatch", eyepatch, "pirate"),
    Kind("headband, bandana, ninja headband, hachimaki", headband, "ninja, red"),
)
