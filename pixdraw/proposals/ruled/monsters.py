"""Monsters that stand, seen from the front: golems, living trees and mushrooms, harpies, mimics."""

from __future__ import annotations

from dataclasses import dataclass

from pixdraw.proposals.ruled.anatomy import (
    BONE,
    FLOOR,
    PINK,
    Coat,
    Kind,
    blob_of,
    coat_of,
    dimmer,
    eye,
    glowing,
)
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Monster(Kind):
    """A kind of monster that stands."""

    form: str = "golem"
    """One of: golem, hairy, tree, mushroom, plant, mimic, scarecrow, genie, bat."""
    marks: str = ""
    """Any of: cracks, moss, glow, horns."""
    eyes: str = ""
    """Colour of eyes that glow."""
    cloth: str = "#7a5a3c"


def monster(e: Easel, look: Look, kind: Monster) -> None:
    """Paint a monster that stands."""
    _FORMS[kind.form](e, look, kind, coat_of(kind, look))


def _golem(e: Easel, look: Look, m: Monster, c: Coat) -> None:
    """Paint a golem of blocks: a small head between great shoulders, long arms with fists."""
    for way in (-1, 1):
        e.paint(
            e.shape((16 + way * 1.6, 22), (16 + way * 8, 22), (16 + way * 8.4, FLOOR), (16 + way * 2.4, FLOOR)),
            c.skin,
            0.4,
            POLE,
            seam=True,
        )
    body = e.shape((5, 10.4), (10, 7), (22, 7), (27, 10.4), (22.6, 24.6), (9.4, 24.6))
    e.paint(body, c.skin, 0.5, ROUND, seam=True)
    e.paint(e.shape((9, 8), (16, 7.4), (15, 12), (7.4, 12.6)), c.skin, 0.75)
    for way in (-1, 1):
        upper = blob_of(e, 16 + way * 10.8, 13.4, 4, 4.4)
        lower = e.shape((16 + way * 8.6, 17), (16 + way * 14, 17), (16 + way * 15.2, 24), (16 + way * 8.8, 24))
        e.paint(lower, c.skin, 0.45, POLE, seam=True)
        e.paint(upper, c.skin, 0.6 - 0.06 * way, ROUND, seam=True)
        e.paint(blob_of(e, 16 + way * 11.6, 25, 3.9, 3.6), c.skin, 0.55 - 0.06 * way, ROUND, seam=True)
        e.paint(e.line((16 + way * 11.6, 24.4), (16 + way * 11.6, 28), wide=0.9), c.skin, 0.1)
    e.paint(blob_of(e, 16, 7, 5.6, 5.4), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.box(10.6, 4.4, 21.4, 5.6) & e.seen & blob_of(e, 16, 7, 5.6, 5.4), c.skin, 0.1)
    glowing(e, look, c, m.eyes, 6, 2.4)
    e.paint(e.box(14, 10, 18, 11), c.ink)
    if "cracks" in m.marks:
        ramp = look.of("fire") if "glow" in m.marks else c.skin
        for path in (
            ((12, 13), (14.6, 15.4), (13.4, 18), (16, 20.4)),
            ((21, 12.6), (19.6, 16), (21.4, 18.6)),
            ((11, 26), (12, 28.4)),
        ):
            e.paint(e.seen & e.line(*path, wide=1), ramp, 0.8 if "glow" in m.marks else 0.0)
    if "moss" in m.marks or look.has("mossy", "moss"):
        for x, y, wide in ((8, 9.4, 3.4), (23.4, 9.6, 2.6), (17, 2.6, 3), (14, 23.4, 2.6)):
            e.paint(e.seen & e.disc(x, y, wide, 1.6), look.of("#5c9a3c"), 0.6)


def _hairy(e: Easel, look: Look, m: Monster, c: Coat) -> None:
    """Paint an ape-like monster with long fur."""
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 5, 28, 4, 2), c.mark, 0.5, ROUND)
        arm = e.line((16 + way * 8, 13), (16 + way * 12, 20), (16 + way * 11, 24.4), wide=6)
        e.paint(arm, c.skin, 0.5 - 0.05 * way, ROUND, seam=True)
        e.paint(e.disc(16 + way * 11, 25.6, 2.9, 2.6), c.mark, 0.5, ROUND, seam=True)
    fur = blob_of(e, 16, 19, 9.4, 9.6, 2.3)
    for x in (8, 11, 14, 18, 21, 24):
        fur |= e.shape((x - 1.8, 26), (x, 29.6), (x + 1.8, 26))
    e.paint(fur, c.skin, 0.5, ROUND, seam=True)
    for x, y in ((11, 18), (15, 21), (20, 19), (13, 25), (18, 25)):
        e.paint(e.line((x - 1, y - 1), (x, y + 0.4), (x + 1, y - 1), wide=0.9), c.skin, 0.15)
    if "horns" in m.marks:
        for way in (-1, 1):
            e.paint(
                e.line((16 + way * 6, 6), (16 + way * 9.4, 4.4), (16 + way * 10, 1.8), wide=2.2),
                look.part("horn", BONE),
                0.55,
            )
    e.paint(blob_of(e, 16, 9.6, 8, 7.4, 2.2), c.skin, 0.6, ROUND, seam=True)
    e.paint(blob_of(e, 16, 11, 5.6, 4.8, 2.4), c.mark, 0.55, ROUND)
    for way in (-1, 1):
        eye(e, look, c, 15 + way * 2.6, 8, on=c.mark)
    e.paint(e.box(12.6, 13, 19.4, 14), c.ink)
    for x in (13, 18):
        e.paint(e.box(x, 12, x + 1, 14), c.white)


def _tree(e: Easel, look: Look, m: Monster, c: Coat) -> None:
    """Paint a tree with a face, arms of branches and feet of roots."""
    bare = look.has("dead", "bare", "withered", "burnt")
    leaves = look.part("leaf", "#4a9a3c")
    leaves = look.parts.get("leave", leaves)
    for way in (-1, 1):
        branch = e.line((16 + way * 4, 18), (16 + way * 10, 19), (16 + way * 13, 14), wide=3)
        e.paint(
            branch
            | e.line((16 + way * 10, 19), (16 + way * 14, 21), wide=1.8)
            | e.line((16 + way * 12, 16), (16 + way * 10.4, 12.6), wide=1.6),
            c.skin,
            0.45,
        )
        e.paint(
            e.shape((16 + way * 1, 24), (16 + way * 5.4, 22), (16 + way * 9.6, FLOOR), (16 + way * 2, FLOOR)),
            c.skin,
            0.4,
        )
    trunk = e.shape((11, 9), (21, 9), (21.4, 18), (23, 27), (19, 25.6), (16, 27.4), (13, 25.6), (9, 27), (10.6, 18))
    e.paint(trunk, c.skin, 0.5, POLE, seam=True)
    for x, y in ((12.4, 22.4), (19.6, 23.4), (16, 24.4)):
        e.paint(e.line((x, y - 1.6), (x, y + 1.6), wide=1) & trunk, c.skin, 0.1)
    if not bare:
        for x, y, r in ((8, 8, 5.4), (24, 8, 5.4), (12.4, 5.4, 4.6), (19.6, 5.4, 4.6), (16, 6.4, 5)):
            e.paint(e.disc(x, y, r, r * 0.86), leaves, 0.5, ROUND, seam=True)
        for way in (-1, 1):
            e.paint(e.disc(16 + way * 13, 12.6, 2.4), leaves, 0.55, ROUND, seam=True)
    else:
        for way in (-1, 1):
            e.paint(
                e.line((16 + way * 2, 10), (16 + way * 6, 5), (16 + way * 5, 1.6), wide=2)
                | e.line((16 + way * 5, 6), (16 + way * 10, 4), wide=1.5),
                c.skin,
                0.5,
            )
    m_eyes = look.part("eye", m.eyes or "#f8d84a")[2:3]
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 2.7, 14.4, 2, 2.2), c.ink)
        left = round(15.5 + way * 2.7)
        e.paint(e.box(left - 1, 14, left + 1, 16), m_eyes)
    e.paint(e.shape((12.8, 18.4), (19.2, 18.4), (18, 21.4), (14, 21.4)), c.ink)
    for x in (13.6, 16.6):
        e.paint(e.shape((x, 18.2), (x + 2, 18.2), (x + 1, 20)), c.skin, 0.8)


def _mushroom(e: Easel, look: Look, m: Monster, c: Coat) -> None:
    """Paint a mushroom with a face, arms and legs."""
    stem = look.part("stem", "#f2e4cc")
    for way in (-1, 1):
        e.paint(e.box(16 + way * 3.6 - 1.6, 25, 16 + way * 3.6 + 1.6, FLOOR), stem, 0.4, POLE)
        e.paint(e.disc(16 + way * 4.2, 28.6, 2.8, 1.5), dimmer(c.skin, 0.7), 0.5)
        e.paint(e.line((16 + way * 6, 20), (16 + way * 10, 23.4), wide=2.6), stem, 0.45)
        e.paint(e.disc(16 + way * 10.4, 23.8, 1.9), stem, 0.6)
    e.paint(blob_of(e, 16, 20, 7.2, 7.6, 2.4), stem, 0.55, ROUND, seam=True)
    cap = e.disc(16, 14.4, 14, 12.6) & (e.y < 15.6)
    e.paint(cap | (e.disc(16, 14.6, 14, 2.4)), c.skin, 0.55, ROUND, seam=True)
    dots = look.parts.get("spot", look.of("#fbf4e8"))
    for x, y, r in ((9, 9, 2.6), (17, 5.4, 2.8), (24, 10, 2.6), (15, 12.4, 1.8), (28, 14, 1.4), (4.4, 13.6, 1.4)):
        e.paint((cap | e.disc(16, 14.6, 14, 2.4)) & e.disc(x, y, r, r * 0.86), dots, 0.65, ROUND)
    angry = look.has("angry", "evil", "mad", "furious", "monster", "scary")
    for way in (-1, 1):
        left = round(15 + way * 3)
        e.paint(e.box(left, 18, left + 2, 21), c.ink)
        e.paint(e.box(left, 18, left + 1, 19), c.white)
        if angry:
            inner = left + 1 if way < 0 else left
            e.paint(e.box(left - (way < 0), 17, left + 2 + (way > 0), 18) & ~e.box(inner, 17, inner + 1, 18), c.ink)
            e.paint(e.box(inner, 18, inner + 1, 19), c.ink)
    if angry:
        e.paint(e.box(13, 22.6, 19, 25), look.of("#7a1c2c")[1:2])
        for x in (13.6, 16.6):
            e.paint(e.shape((x, 22.4), (x + 2, 22.4), (x + 1, 24.4)), c.white)
    else:
        e.paint(e.line((14, 23), (15.4, 24), (16.6, 24), (18, 23), wide=1), c.ink)


def _plant(e: Easel, look: Look, m: Monster, c: Coat) -> None:
    """Paint a plant that bites: a head with teeth on a stem with leaves."""
    green = look.part("stem", "#3c9a3c")
    leaf = look.parts.get("leaf", green)
    potted = look.has("pot", "potted", "flowerpot")
    low = 24 if potted else 29
    e.paint(e.line((17, low + 1), (19.6, 23), (17.6, 18), (17, 14), wide=2.8), green, 0.45)
    for way in (-1, 1):
        wing = e.shape(
            (17, low - 1),
            (17 + way * 6, low - 6.4),
            (17 + way * 13, low - 6),
            (17 + way * 10.4, low - 1.4),
            (17 + way * 4, low + 1),
        )
        e.paint(wing, leaf, 0.5 - 0.08 * way, ROUND, seam=True)
        e.paint(e.line((17 + way, low - 0.6), (17 + way * 10.4, low - 4.4), wide=0.9) & wing, leaf, 0.1)
    if potted:
        e.paint(
            e.shape((10.4, 25), (23.6, 25), (21.6, 30.2), (12.4, 30.2)), look.part("pot", "clay"), 0.5, POLE, seam=True
        )
        e.paint(e.box(9.4, 23.4, 24.6, 25.8), look.part("pot", "clay"), 0.65, POLE, seam=True)
    else:
        e.paint(e.disc(17, 29.4, 7, 1.4), look.of("#7a5234"), 0.5)
    head = e.disc(16.6, 10.4, 9.4, 8.8)
    wedge = e.shape((17.6, 11), (3, 4.4), (1, 12), (3.4, 17.4))
    e.paint(head, c.skin, 0.55, ROUND, seam=True)
    dots = look.parts.get("spot", look.of("#fbf4e8"))
    for x, y, r in ((20.4, 5.4, 1.7), (23, 11, 1.9), (18.6, 16.4, 1.6), (15, 4, 1.2)):
        e.paint(e.disc(x, y, r), dots, 0.65)
    e.paint(head & wedge, look.of("#6a1428")[1:2])
    for start in ((16.6, 10), (16.6, 12)):
        to = (5.4, 4.6) if start[1] == 10 else (6, 17)
        e.paint(e.line(start, to, wide=2.2), look.of("#f0a0a8" if look.own is None else "#f4d8d0"), 0.6, ROUND)
    for along in (0.3, 0.6, 0.9):
        x = 16.6 - 10.6 * along
        top, bottom = 10.6 - 5 * along, 11.6 + 4.4 * along
        e.paint(e.shape((x - 1.1, top + 0.6), (x + 1.1, top + 1.4), (x - 0.2, top + 3.6)), c.white)
        e.paint(e.shape((x - 1.1, bottom), (x + 1.1, bottom - 0.8), (x - 0.2, bottom - 2.8)), c.white)


def _mimic(e: Easel, look: Look, m: Monster, c: Coat) -> None:
    """Paint a chest that is a monster: teeth along its lid, a tongue, and eyes in the dark."""
    gold = look.of("gold")
    lid = e.shape((3, 13), (4, 6), (9, 2), (23, 2), (28, 6), (29, 13))
    e.paint(e.box(4, 11, 28, 20), look.of("#4a1426")[1:2])
    e.paint(e.box(3, 18.6, 29, 29.6), c.skin, 0.5, BEAM)
    e.paint(lid, c.skin, 0.55, BEAM, seam=True)
    for y in (22.4, 26):
        e.paint(e.box(3, y, 29, y + 0.9), c.skin, 0.1)
    e.paint(lid & (e.y > 7) & (e.y < 8), c.skin, 0.1)
    for left in (5.4, 23.6):
        e.paint(e.box(left, 18.6, left + 3, 29.6) | lid & e.box(left, 2, left + 3, 13), gold, 0.55)
    e.paint(lid & (e.y > 11.4) | e.box(3, 18.6, 29, 20), gold, 0.6)
    for x in (5, 9.4, 13.8, 18.2, 22.6):
        e.paint(e.shape((x, 13), (x + 4, 13), (x + 2, 17)), c.white)
    for x in (7.2, 20.8):
        e.paint(e.shape((x, 19), (x + 4, 19), (x + 2, 15.4)), c.white)
    tongue = look.part("tongue", "#e0486c")
    path = e.line((16, 17), (16.4, 21), (14, 25), (15.6, 30), wide=5)
    e.paint(path & (e.y < 30.4), tongue, 0.55, ROUND, seam=True)
    e.paint(path & e.line((16, 17), (16.4, 21), (14.2, 25), wide=1), tongue, 0.2)
    for x in (9, 20):
        e.paint(e.disc(x + 1, 6, 2.6, 2.4), look.of("#f8e8a0"), 0.7, ROUND, seam=True)
        e.paint(e.box(x + 0, 5, x + 2, 8), look.part("eye", "#c82c3c")[1:2])


def _scarecrow(e: Easel, look: Look, m: Monster, c: Coat) -> None:
    """Paint a scarecrow that is alive: a sack for a head, straw for hands, a pole for a leg."""
    straw, cloth = look.of("straw"), look.part("coat", m.cloth)
    e.paint(e.box(15, 20, 17, 31), look.of("wood"), 0.5, POLE)
    for way in (-1, 1):
        for along in (-2, 0, 2):
            e.paint(e.line((16 + way * 11.6, 16), (16 + way * 15, 16 + along), wide=1.1), straw, 0.6)
        e.paint(
            e.shape((16 + way * 4, 14), (16 + way * 12, 13.6), (16 + way * 12.6, 19), (16 + way * 5, 19)),
            cloth,
            0.5,
            BEAM,
            seam=True,
        )
    e.paint(
        e.shape((10, 14), (22, 14), (24, 27), (21, 25), (18.6, 28), (16, 25.4), (13.4, 28), (11, 25), (8, 27)),
        cloth,
        0.5,
        POLE,
        seam=True,
    )
    e.paint(e.box(17.6, 19, 21, 22.4), look.of("#c8803c"), 0.5, seam=True)
    e.paint(e.shape((12, 14), (20, 14), (17.6, 17.4), (16, 15.6), (14.4, 17.4)), straw, 0.65)
    e.paint(blob_of(e, 16, 9.4, 6.6, 6, 2.3), c.skin, 0.6, ROUND, seam=True)
    hat = look.part("hat", "#5a4434")
    e.paint(e.disc(16, 5.2, 10, 1.9) | e.shape((10.6, 5), (13, 1), (17.6, 0.8), (21.4, 5)), hat, 0.5, ROUND, seam=True)
    glow = look.part("eye", "#f8a020")[2:3]
    for way in (-1, 1):
        x = 16 + way * 2.8
        e.paint(e.shape((x - 1.8, 8 + 0.8 * (way > 0)), (x + 1.8, 8 + 0.8 * (way < 0)), (x, 11)), c.ink)
        e.paint(e.box(round(x - 0.5), 9, round(x - 0.5) + 1, 10), glow)
    e.paint(e.box(11.8, 12, 20.2, 13), c.ink)
    for x in (13, 15.5, 18):
        e.paint(e.box(x, 11.4, x + 1, 14), c.ink)


def _genie(e: Easel, look: Look, m: Monster, c: Coat) -> None:
    """Paint a genie: a strong man on a tail of smoke that rises from a lamp."""
    gold = look.of("gold")
    for y, wide, x in ((27, 2, 13), (24.6, 3.2, 16), (21.6, 4.8, 17)):
        e.paint(e.disc(x, y, wide, 2.6), c.skin, 0.45, ROUND, seam=True)
    lamp = e.disc(9, 28.4, 4.6, 2) | e.line((12, 28.4), (15.6, 26.6), wide=1.4)
    e.paint(lamp, gold, 0.6, ROUND, seam=True)
    e.paint(e.shape((8.6, 11.4), (23.4, 11.4), (21, 22.4), (11, 22.4)), c.skin, 0.55, ROUND, seam=True)
    e.paint(e.shape((11.4, 19.8), (20.6, 19.8), (20, 22.6), (12, 22.6)), look.part("sash", "#d8343c"), 0.55, seam=True)
    for way in (-1, 1):
        e.paint(
            e.line((16 + way * 8, 13), (16 + way * 11.6, 16), (16 + way * 9, 20.4), wide=4),
            c.skin,
            0.6 - 0.05 * way,
            ROUND,
            seam=True,
        )
        e.paint(e.line((16 + way * 9, 18), (16 + way * 11.4, 19), wide=1.6), gold, 0.6)
        e.paint(e.disc(16 + way * 8.6, 21, 2), c.skin, 0.6, ROUND, seam=True)
    e.paint(blob_of(e, 16, 7.4, 6, 5.6, 2.2), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.line((16, 2), (18, 0.9), (20.6, 2.4), wide=2), c.ink)
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 6.4, 8, 1.2, 1.8), c.skin, 0.5)
        e.paint(e.disc(16 + way * 6.6, 10.4, 0.9), gold, 0.6)
        eye(e, look, c, 15 + way * 2.6, 6)
        e.paint(e.box(round(15 + way * 2.6), 5, round(15 + way * 2.6) + 2, 6), c.ink)
    e.paint(e.shape((14, 10), (18, 10), (16, 14.4)), c.ink)


def _bat(e: Easel, look: Look, m: Monster, c: Coat) -> None:
    """Paint a bat with its wings spread."""
    wing = look.part("wing", m.mark) if "wing" in look.parts else c.mark
    for way in (-1, 1):
        skin = e.shape(
            (16 + way * 3, 13),
            (16 + way * 8, 6),
            (16 + way * 15, 9),
            (16 + way * 14.6, 20),
            (16 + way * 11.4, 17.4),
            (16 + way * 9, 22),
            (16 + way * 6, 18.6),
            (16 + way * 3, 22),
        )
        e.paint(skin, wing, 0.5, ROUND)
        for to in ((14.4, 18), (9, 20.4)):
            e.paint(skin & e.line((16 + way * 8, 7), (16 + way * to[0], to[1]), wide=1), wing, 0.05)
    for way in (-1, 1):
        e.paint(e.line((16 + way * 2, 24), (16 + way * 2.4, 27), wide=1.6), c.skin, 0.4)
        e.paint(e.shape((16 + way * 1.4, 9), (16 + way * 5.4, 2.4), (16 + way * 6.4, 10)), c.skin, 0.5)
        e.paint(e.shape((16 + way * 3, 8.6), (16 + way * 5, 4.8), (16 + way * 5.4, 9)), look.of(PINK), 0.5)
    e.paint(e.disc(16, 19.6, 5, 5.8), c.skin, 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 21, 3, 3.6), c.pale, 0.5, ROUND)
    e.paint(e.disc(16, 12, 6.4, 5.6), c.skin, 0.6, ROUND, seam=True)
    for way in (-1, 1):
        eye(e, look, c, 15 + way * 2.8, 10, high=3)
    e.paint(e.box(13, 15, 19, 16), c.ink)
    for x in (13.6, 17.4):
        e.paint(e.shape((x - 0.6, 15.6), (x + 1.6, 15.6), (x + 0.4, 18.4)), c.white)


_FORMS = {
    "golem": _golem,
    "hairy": _hairy,
    "tree": _tree,
    "mushroom": _mushroom,
    "plant": _plant,
    "mimic": _mimic,
    "scarecrow": _scarecrow,
    "genie": _genie,
    "bat": _bat,
}

MONSTERS = (
    Monster("golem, stone golem, rock golem, rock monster, earth elemental, rock elemental, stone monster, "
            "earth golem, stone giant", "#8c8c94 #988878", "", "#5a5a64", marks="cracks", eyes="#5ce0f0"),
    Monster("ice golem, crystal golem, frost golem, snow golem", "#9cdcf4", "", "#4c8cc0", marks="cracks",
            eyes="#2c4ca8"),
    Monster("lava golem, magma golem, fire golem, lava monster, magma elemental, lava elemental", "#4a3a40", "",
            "#2c2028", marks="cracks glow", eyes="#f8a020"),
    Monster("iron golem, steel golem, metal golem", "#a4acb8", "", "#5c6470", eyes="#f04838"),
    Monster("clay golem, mud golem, mud monster, sand golem, flesh golem", "#a8744c", "", "#6a4428", eyes="#f8d84a"),
    Monster("wood golem, moss golem, forest golem, nature golem", "#7a5634", "", "#4a3420", marks="moss",
            eyes="#a8f048"),
    Monster("gold golem", "#e8b838", "", "#a87420", marks="cracks", eyes="#f8f8f0"),
    Monster("yeti, abominable snowman, snow monster, snow beast", "#eef2f6", "", "#8cb0d0", "hairy", "horns"),
    Monster("bigfoot, sasquatch, hairy monster", "#7a5234", "", "#c89a74", "hairy"),
    Monster("treant, ent, living tree, tree monster, tree ent, evil tree, tree creature, walking tree", "#7a5434", "",
            "#4a3020", "tree", eyes="#f8d84a"),
    Monster("mushroom monster, mushroom man, living mushroom, evil mushroom, myconid, fungus monster, "
            "mushroom creature, toadstool monster", "#d8343c", "", "#8a1c28", "mushroom"),
    Monster("carnivorous plant, venus flytrap, venus fly trap, piranha plant, man eating plant, "
            "plant monster, killer plant, flytrap, monster plant, evil plant, man-eating plant", "#d8343c", "",
            "#8a1c28", "plant"),
    Monster("mimic, mimic chest, chest mimic, chest monster, monster chest, living chest", "#8a5430", "", "#5a3420",
            "mimic"),
    Monster("scarecrow monster, evil scarecrow, living scarecrow, scary scarecrow, haunted scarecrow", "#d8b478", "",
            "#8a6434", "scarecrow", cloth="#4c5c74"),
    Monster("djinn, genie, djinni, jinn", "#3c8ce0", "", "#1c4c98", "genie"),
    Monster("bat, vampire bat, giant bat, cave bat, fruit bat", "#5a4a6c", "#8a7898", "#40345a", "bat"),
)  # fmt: skip
"""Monsters that stand."""
