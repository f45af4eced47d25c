"""Further monsters and animals: giants, gremlins, a hermit crab, an urchin, a mole, a tadpole, a cupid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixdraw.proposals.ruled.anatomy import BONE, FLOOR, PINK, WHITE, Coat, Kind, blob_of, coat_of, eye, glowing
from pixdraw.proposals.ruled.beasts import Beast
from pixdraw.proposals.ruled.birds import Bird
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import arc, curve, heart
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Being(Kind):
    """A kind of monster or small animal with a form of its own."""

    form: str = "giant"
    """One of: giant, gremlin, wendigo, hermit, urchin, mole, tadpole, cupid."""
    hair: str = "#8a4a28"
    """Colour of hair and beard."""
    cloth: str = "#7a5a3c"
    eyes: str = ""
    """Colour of eyes that glow."""
    arm: str = ""
    """What it holds, one of: club, ice, fire, or none."""


def being(e: Easel, look: Look, kind: Being) -> None:
    """Paint a being in its form."""
    _FORMS[kind.form](e, look, kind, coat_of(kind, look))


def _giant(e: Easel, look: Look, m: Being, c: Coat) -> None:
    """Paint a giant: small head with a beard, broad shoulders, fists, and a weapon in one of them."""
    hair, cloth = look.part("beard", m.hair), look.part("cloth", m.cloth)
    weapon = look.between("weapon", -1.4, 1)
    if m.arm:
        shaft = look.of("wood") if m.arm != "fire" else look.of("#4a3a44")
        e.paint(e.line((27.6, 24), (28.4, 5), wide=2.2), shaft, 0.5)
        top = {"club": "wood", "ice": "ice", "fire": "#f0641c"}[m.arm]
        head = e.shape((25, 8), (26, 1 - weapon), (30 + weapon / 2, 0.6), (31.6, 7), (30, 12), (26.6, 12))
        e.paint(head, look.of(top), 0.5, ROUND, seam=True)
        for x, y in ((27, 4), (29.6, 6.4), (27.6, 9)):
            e.paint(head & e.disc(x, y, 1.1), look.of("#fbe070" if m.arm == "fire" else top), 0.95)
    for way in (-1, 1):
        e.paint(
            e.shape((16 + way, 22), (16 + way * 7.4, 22), (16 + way * 7.6, 28), (16 + way * 1.6, 28)),
            c.skin,
            0.4,
            POLE,
            seam=True,
        )
        e.paint(blob_of(e, 16 + way * 5.2, 28.6, 4.2, 2), cloth, 0.45, ROUND, seam=True)
    torso = e.shape((5.6, 11.4), (9, 8.6), (23, 8.6), (26.4, 11.4), (23, 23.6), (9, 23.6))
    e.paint(torso, c.skin, 0.5, ROUND, seam=True)
    e.paint(e.line((12, 15.4), (15.4, 16), wide=1) | e.line((16.8, 16), (20.4, 15.4), wide=1), c.skin, 0.15)
    kilt = e.shape((8.6, 20), (23.4, 20), (25, 25), (22, 26.6), (19, 25), (16, 27), (13, 25), (10, 26.6), (7, 25))
    e.paint(kilt, cloth, 0.5, POLE, seam=True)
    e.paint(e.box(8.6, 19.4, 23.4, 21.4), look.part("belt", "#5a3a28"), 0.5, seam=True)
    e.paint(e.box(14.6, 19, 17.4, 22), look.of("gold"), 0.65)
    for way in (-1, 1):
        e.paint(
            e.line((16 + way * 9.6, 12), (16 + way * 12, 17), (16 + way * 11.4, 22), wide=5),
            c.skin,
            0.5,
            ROUND,
            seam=True,
        )
        e.paint(e.disc(16 + way * 11.2, 23.6, 3, 2.7), c.skin, 0.6, ROUND, seam=True)
        e.paint(e.line((16 + way * 9.8, 19.4), (16 + way * 13.8, 19.8), wide=1.8), look.of("gold"), 0.5)
        e.paint(blob_of(e, 16 + way * 8.8, 10.6, 4.4, 3), cloth, 0.6, ROUND, seam=True)
    e.paint(blob_of(e, 16, 7, 5.8, 5.6), c.skin, 0.6, ROUND, seam=True)
    if m.arm == "fire":
        crown = e.shape(
            (9.6, 6.4),
            (8.6, 1.6),
            (11.6, 3),
            (13.4, -0.6),
            (16, 2),
            (19, -0.6),
            (20.4, 3),
            (23.4, 1.6),
            (22.4, 6.4),
            (16, 4),
        )
    else:
        crown = (blob_of(e, 16, 5.6, 6.4, 5.2) & (e.y < 4.2)) | e.box(9.6, 3, 11.4, 9) | e.box(20.6, 3, 22.4, 9)
    e.paint(crown, hair, 0.55)
    beard = e.shape(
        (10, 8.4), (13, 10), (19, 10), (22, 8.4), (21.4, 13), (18.6, 15), (16, 18.4), (13.4, 15), (10.6, 13)
    )
    e.paint(beard, hair, 0.55, ROUND, seam=True)
    e.paint(e.box(13.6, 10.6, 18.4, 11.6), c.ink)
    if m.arm == "fire":
        e.paint(e.disc(16, 13.6, 2, 2.4) | e.disc(16, 1.8, 1.6), look.of("#fbe070"), 0.6)
    e.paint(e.disc(16, 8.6, 1.5, 1.4), c.skin, 0.75)
    glowing(e, look, c, m.eyes, 5.6, 2.6)
    e.paint(e.box(11.4, 4.6, 15, 5.6) | e.box(17, 4.6, 20.6, 5.6), hair, 0.2)
    if look.has("horned", "horns", "viking") or m.arm == "ice":
        for way in (-1, 1):
            e.paint(
                e.line((16 + way * 5.6, 4), (16 + way * 9, 3), (16 + way * 9.4, 0.4), wide=2),
                look.part("horn", BONE),
                0.6,
            )


def _gremlin(e: Easel, look: Look, m: Being, c: Coat) -> None:
    """Paint a gremlin: great ears and eyes, a wide mouth of teeth, thin limbs with claws."""
    ear, claw = look.between("ears", -2.4, 2), look.of(BONE)
    for way in (-1, 1):
        e.paint(e.line((16 + way * 3, 24), (16 + way * 5.6, 26), (16 + way * 4.6, 28.6), wide=2.8), c.skin, 0.45)
        e.paint(
            e.shape((16 + way * 2, FLOOR), (16 + way * 2.6, 27.6), (16 + way * 7, 27.6), (16 + way * 9, FLOOR)),
            c.skin,
            0.5,
            seam=True,
        )
        e.paint(
            e.line((16 + way * 5, 18.6), (16 + way * 9.4, 21), (16 + way * 8.4, 16.4), wide=2.4), c.skin, 0.5, seam=True
        )
        for tip in (-1.8, 0, 1.8):
            e.paint(e.line((16 + way * 8.6, 16), (16 + way * 8.8 + tip, 13.2), wide=1), claw, 0.6)
        flap = e.shape(
            (16 + way * 6, 6),
            (16 + way * 15, 2 + ear),
            (16 + way * 13, 8 + ear / 2),
            (16 + way * 10, 10.6),
            (16 + way * 6, 11.6),
        )
        e.paint(flap, c.skin, 0.5 - 0.08 * way, seam=True)
        inner = e.shape((16 + way * 7, 7.2), (16 + way * 13.2, 4 + ear), (16 + way * 10, 9), (16 + way * 7, 10))
        e.paint(inner, look.of("#e09a8a"), 0.45)
    e.paint(e.disc(16, 21.4, 6, 5.6), c.skin, 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 22.4, 3.8, 3.8), c.pale, 0.5, ROUND)
    e.paint(blob_of(e, 16, 9.8, 8, 7.4, 2.2), c.skin, 0.6, ROUND, seam=True)
    for x in (13.0, 16.0, 19.0):
        e.paint(e.shape((x - 1.3, 3.6), (x + (x - 16) * 0.3, 0.2), (x + 1.3, 3.6)), c.mark, 0.5)
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 3.6, 7.8, 2.7, 2.6), look.part("eye", m.eyes or "#f8d838"), 0.7, ROUND, seam=True)
        e.paint(e.box(15.4 + way * 3.2, 6.6, 16.6 + way * 3.2, 9.4), c.ink)
        e.paint(e.line((16 + way * 1.4, 5.8), (16 + way * 6, 4.2), wide=1.2), c.skin, 0.1)
    e.paint(e.shape((9.8, 11.4), (22.2, 11.4), (20, 15.6), (16, 16.6), (12, 15.6)), look.of("#5a1626"), 0.4)
    for x in (10.6, 13, 15.4, 17.8, 20.2):
        e.paint(e.shape((x, 11.4), (x + 1.8, 11.4), (x + 0.9, 14)), c.white)


def _wendigo(e: Easel, look: Look, m: Being, c: Coat) -> None:
    """Paint a wendigo: a deer's skull with antlers on a thin, furred body with long claws."""
    bone, spread = look.part("skull", BONE), look.between("antlers", -1, 1.2)
    for way in (-1, 1):
        e.paint(e.line((16 + way * 2.6, 22), (16 + way * 5, 26), (16 + way * 3.6, 29), wide=3), c.skin, 0.4)
        e.paint(e.box(16 + way * 4 - 2.2, 28, 16 + way * 4 + 2.2, FLOOR), c.mark, 0.5)
        e.paint(
            e.line((16 + way * 5.4, 14.4), (16 + way * 9, 19), (16 + way * 9.6, 24), wide=2.8), c.skin, 0.5, seam=True
        )
        for tip in (-1.8, 0.2, 2.2):
            e.paint(e.line((16 + way * 9.6, 24), (16 + way * 9.8 + tip, 28), wide=1.1), bone, 0.45)
        antler = e.line(
            (16 + way * 2.4, 6),
            (16 + way * 6, 3),
            (16 + way * (9 + spread), 3.6),
            (16 + way * (11.6 + spread), 0.6),
            wide=1.7,
        )
        antler |= e.line((16 + way * 5, 3.4), (16 + way * 5.4, 0.4), wide=1.4)
        antler |= e.line((16 + way * (8.4 + spread), 3.6), (16 + way * (12.4 + spread), 5.4), wide=1.4)
        e.paint(antler, bone, 0.4)
    body = e.shape((9, 13), (16, 10.6), (23, 13), (21.4, 18), (19.4, 24.4), (12.6, 24.4), (10.6, 18))
    e.paint(body, c.skin, 0.5, ROUND, seam=True)
    for y in (17.4, 19.8, 22.2):
        e.paint(e.line((13, y), (15, y + 0.6), wide=1) | e.line((17, y + 0.6), (19, y), wide=1), bone, 0.4)
    for x in (8.6, 11.4, 14.4, 17.6, 20.6, 23.4):
        e.paint(e.shape((x - 1.9, 12), (x + 1.9, 12), (x + (x - 16) * 0.1, 16.8)), c.mark, 0.55, seam=True)
    skull = e.shape((11.4, 6), (13, 3.8), (19, 3.8), (20.6, 6), (19.6, 10), (18.4, 15.6), (13.6, 15.6), (12.4, 10))
    e.paint(skull, bone, 0.65, ROUND, seam=True)
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 2.5, 8, 1.7, 1.8), c.ink)
        e.paint(e.box(15.4 + way * 2.5, 7.4, 16.6 + way * 2.5, 8.6), look.part("eye", m.eyes or "#f0343c")[2:4], 0.6)
        e.paint(e.box(15.5 + way * 1.1, 12.4, 16.5 + way * 1.1, 13.8), c.ink)


def _hermit(e: Easel, look: Look, m: Being, c: Coat) -> None:
    """Paint a hermit crab in its spiral shell, its head at the left."""
    shell = look.part("shell", m.hair, "#d8a878", "#b87a9a", "#8aa0b8")
    for x, to in ((12, 8.6), (15.4, 13), (19, 18), (22.4, 23.4)):
        e.paint(e.line((x, 22), (to - 1.4, 25), (to - 2, FLOOR), wide=2), c.skin, 0.4)
    for x, size, level in ((24.6, 4.4, 0.4), (26.6, 3, 0.4)):
        e.paint(e.disc(x, 18.4 - (x - 24.6), size, size * 1.1), shell, level, ROUND, seam=True)
    e.paint(e.disc(18.6, 14, 10.4, 10.6), shell, 0.55, ROUND, seam=True)
    turns = np.linspace(0, 2.1 * 2 * np.pi, 40)
    coil = [
        (19.4 + (9.4 - 0.62 * t) * float(np.cos(t + 2)), 13.4 + (9.4 - 0.62 * t) * float(np.sin(t + 2))) for t in turns
    ]
    e.paint(e.line(*coil, wide=1) & e.disc(18.6, 14, 10, 10.2), shell, 0.05)
    for x, y in ((16, 6), (23, 7), (24.6, 14)):
        e.paint(e.disc(x, y, 1.5, 1.2), shell, 0.95)
    e.paint(e.disc(10.4, 21, 5, 4.2), c.skin, 0.5, ROUND, seam=True)
    for x, to in ((8, 6), (11.4, 11)):
        e.paint(e.line((x, 18.6), (to, 13.4), wide=1.4), c.skin, 0.6, seam=True)
        e.paint(e.disc(to, 12.4, 1.9), c.white)
        e.paint(e.box(to - 1.2, 12, to + 0.2, 13.4), c.ink)
    for x, y, size in ((5.6, 25, 4.6), (13, 27, 3.2)):
        claw = e.disc(x, y, size, size * 0.84) & ~e.shape(
            (x - size - 1, y - 1.2), (x - size * 0.1, y), (x - size - 1, y + 1.2)
        )
        e.paint(claw, c.skin, 0.6, ROUND, seam=True)
    e.paint(e.box(6, 21, 9, 22), c.ink)


def _urchin(e: Easel, look: Look, m: Being, c: Coat) -> None:
    """Paint a sea urchin: a ball of spines."""
    spines = 22 if look.chance("many", 0.5) else 18
    shift = look.between("turn", 0, 0.3)
    for number in range(spines):
        turn = number * 2 * np.pi / spines + shift
        right, down, long = float(np.cos(turn)), float(np.sin(turn)), 14.6 if number % 2 else 12
        foot = (
            (16 - down * 1.5 + right * 6, 16 + right * 1.5 + down * 6),
            (16 + down * 1.5 + right * 6, 16 - right * 1.5 + down * 6),
        )
        e.paint(
            e.shape(foot[0], (16 + right * long, 16 + down * long), foot[1]), c.skin, 0.45 - 0.25 * (right + down) / 1.4
        )
        e.paint(
            e.line((16, 16), (16 + right * long, 16 + down * long), wide=1), c.skin, 0.45 - 0.25 * (right + down) / 1.4
        )
    e.paint(e.disc(16, 16, 8.4), c.skin, 0.4, ROUND)
    for number in range(9):
        x, y = (
            16 + 5.4 * np.cos(number * 2.4) * (number / 9) ** 0.5,
            16 + 5.4 * np.sin(number * 2.4) * (number / 9) ** 0.5,
        )
        e.paint(e.line((float(x), float(y)), (float(x) * 1.26 - 4.2, float(y) * 1.26 - 4.2), wide=1), c.pale, 0.5)


def _mole(e: Easel, look: Look, m: Being, c: Coat) -> None:
    """Paint a mole that comes out of its hill, with great paws."""
    soil, wide = look.part("hill", "#7a5234"), look.between("hill", -1, 1)
    e.paint(e.disc(16, 15.4, 8.6, 11), c.skin, 0.5, ROUND)
    e.paint(e.disc(16, 20, 5, 5.4), c.pale, 0.5, ROUND)
    e.paint(e.disc(16, 12.8, 4.6, 3.6), c.pale, 0.65, ROUND, seam=True)
    e.paint(e.disc(16, 11.2, 2.4, 1.9), look.part("nose", PINK), 0.6, ROUND, seam=True)
    e.paint(e.box(13.6, 14, 18.4, 15), c.ink)
    e.paint(e.box(14.6, 15, 15.8, 16.4) | e.box(16.2, 15, 17.4, 16.4), c.white)
    if look.has("glasses", "sunglasses"):
        for way in (-1, 1):
            e.paint(e.disc(16 + way * 3.8, 8.4, 2.8), c.ink)
        e.paint(e.box(12, 7.8, 20, 8.8), c.ink)
    else:
        for way in (-1, 1):
            e.paint(e.box(15.2 + way * 4, 7.6, 16.8 + way * 4, 9.2), c.ink)
    heap = e.shape(
        (1, 31), (4, 26.4), (9 - wide, 23.4), (13, 24.6), (19, 24.6), (23 + wide, 23.4), (28, 26.4), (31, 31)
    )
    e.paint(heap, soil, 0.5, ROUND, seam=True)
    for x, y in ((5.4, 28), (11, 29), (16.4, 27.4), (21.4, 29.4), (26.4, 28.4)):
        e.paint(e.disc(x, y, 1.5, 1.1), soil, 0.95 if x < 17 else 0.1)
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 8, 22, 3.9, 3.2), look.part("paw", PINK), 0.6, ROUND, seam=True)
        for tip in (-2.4, 0, 2.4):
            e.paint(e.line((16 + way * 8 + tip, 23), (16 + way * 8 + tip * 1.3, 26), wide=1.2), c.white)


def _tadpole(e: Easel, look: Look, m: Being, c: Coat) -> None:
    """Paint a tadpole, its head at the left."""
    lift = look.between("tail", -3.4, 3.4)
    path = curve((13, 17), (20, 17), (24, 12 - lift), (30.4, 16 + lift))
    for (x, y), half in zip(path, np.linspace(5.4, 0.8, len(path)), strict=True):
        e.paint(e.disc(x, y, max(float(half) * 0.8, 1.2), float(half)), c.pale, 0.4)
    e.paint(e.line(*path, wide=2.6), c.skin, 0.45)
    if look.has("legs", "froglet") or look.chance("legs", 0.3):
        e.paint(e.line((14, 22), (17, 25.4), (20.4, 24.6), wide=1.9), c.skin, 0.4)
    e.paint(e.disc(10.4, 17, 8.6, 7.4), c.skin, 0.55, ROUND, seam=True)
    e.paint(e.disc(10.4, 20.4, 6, 3) & e.disc(10.4, 17, 8, 6.8), c.pale, 0.6)
    eye(e, look, c, 6, 13, high=3)
    e.paint(e.line((3.4, 19), (5, 20.4), (7.4, 20.6), wide=1), c.ink)


def _cupid(e: Easel, look: Look, m: Being, c: Coat) -> None:
    """Paint a cupid: a winged child with a bow and an arrow of love."""
    hair, wing, cloth = look.part("hair", m.hair, "#8a5430"), look.part("wing", WHITE), look.part("cloth", WHITE)
    lift = look.between("wings", -2, 1.4)
    for way in (-1, 1):
        for x, y, wide in ((11, 12 + lift, 4.6), (9.6, 15.4, 3.6), (8, 18, 2.8)):
            e.paint(e.disc(16 + way * x, y, wide, 2.9), wing, 0.6 - 0.05 * way, ROUND, seam=True)
        e.paint(e.line((16 + way * 2.6, 24), (16 + way * 4.2, 29), wide=3.4), c.skin, 0.5, ROUND)
    e.paint(e.disc(16, 19.6, 5.4, 5.4), c.skin, 0.55, ROUND, seam=True)
    e.paint(e.shape((10.8, 20.6), (21.2, 20.6), (21.8, 25.6), (10.2, 25.6)), cloth, 0.55, POLE, seam=True)
    e.paint(e.line(*arc(24, 20.4, 5.4, -80, 80, 8), wide=1.6), look.part("bow", "gold"), 0.55)
    e.paint(e.line((25, 12.6), (21.6, 20.4), (25, 28.2), wide=1), look.of("#f4ecd8"), 0.6)
    e.paint(e.line((18, 20.4), (29, 20.4), wide=1.1), look.of("wood"), 0.5)
    e.paint(heart(e, 29.4, 20, 2.3), look.of("#e8304c"), 0.6, seam=True)
    for x, to in ((11.6, 13), (20, 22.6)):
        e.paint(e.line((x, 17), (to, 20.4), wide=2.6), c.skin, 0.65, ROUND, seam=True)
    e.paint(e.disc(16, 9, 6.6, 6.2), c.skin, 0.65, ROUND, seam=True)
    e.paint(e.disc(16, 6.6, 7, 4.6) & (e.y < 6.4), hair, 0.5)
    for x, y in ((10, 6), (12.6, 3.4), (16, 2.6), (19.4, 3.4), (22, 6), (16.4, 5.6)):
        e.paint(e.disc(x, y, 2.1), hair, 0.6, ROUND)
    for way in (-1, 1):
        e.paint(e.box(15.4 + way * 2.6, 8, 16.6 + way * 2.6, 10.2), c.ink)
        e.paint(e.disc(16 + way * 4.2, 11.4, 1.2, 0.9), look.of("#f29aa8"), 0.5)
    e.paint(e.box(14.6, 12, 17.4, 13), c.ink)


_FORMS = {
    "giant": _giant,
    "gremlin": _gremlin,
    "wendigo": _wendigo,
    "hermit": _hermit,
    "urchin": _urchin,
    "mole": _mole,
    "tadpole": _tadpole,
    "cupid": _cupid,
}

BEINGS = (
    Being(
        "frost giant, ice giant, snow giant, frost giants, jotun",
        "#7ab4e0",
        "",
        form="giant",
        hair="#eef6fc",
        cloth="#dce8f0",
        eyes="#e8fbff",
        arm="ice",
    ),
    Being(
        "fire giant, lava giant, flame giant, surtr",
        "#6a3a34",
        "",
        form="giant",
        hair="#f0741c",
        cloth="#3a2e34",
        eyes="#fbe070",
        arm="fire",
    ),
    Being(
        "hill giant, mountain giant, forest giant, jotunn",
        "#c89a78 #a89a88",
        "",
        form="giant",
        hair="#8a4a28",
        cloth="#7a5a3c",
        arm="club",
    ),
    Being("gremlin, gremlins", "#6a9a3c #7a8a4a #5a8a6a", "#c8d890", "#3a5a2a", form="gremlin", eyes="#f8d838"),
    Being("wendigo, windigo, wendigo monster", "#6a5a52", "", "#4a3c38", form="wendigo", eyes="#f0343c"),
    Being("hermit crab, hermit crabs", "#e8683c #e08a4a", "", form="hermit", hair="#e8c894"),
    Being("sea urchin, urchin, sea urchins", "#5a3a8a #3a3a5a #8a2e5a", "#c8a0e8", form="urchin"),
    Being("mole, star nosed mole, star-nosed mole, moles, blind mole", "#5c5260 #6a5040", "#b8a8a8", form="mole"),
    Being("tadpole, tadpoles, polliwog", "#5a6a4a #4a5a6a #6a5a4a", "#b8c8a0", form="tadpole"),
    Being("cupid, cherub, baby angel, cherubs", "#f4c8a4 #d8a078", "", form="cupid", hair="#e8c050", takes="love"),
)
"""Monsters and small animals, each in a form of its own."""
BEASTS = (
    Beast(
        "lemur, ring-tailed lemur, lemurs",
        "#a8a4ac",
        WHITE,
        "#34323c",
        long=7.4,
        deep=4.2,
        leg=5.4,
        thick=2.6,
        head=5.6,
        snout=2,
        jaw=3,
        iris="#f0902c",
        ears="round",
        tail="ringed",
        marks="belly mask",
    ),
    Beast(
        "zombie dog, undead dog, zombie hound, zombie wolf, undead wolf",
        "#7c9468",
        "#c86a6a",
        "#5a2a34",
        long=9,
        deep=4.2,
        leg=6.4,
        thick=2.6,
        head=5.8,
        snout=3.6,
        jaw=4,
        iris="#f0e050",
        ears="floppy",
        tail="thin",
        marks="patches",
        takes="undead zombie",
    ),
    Beast(
        "chupacabra, el chupacabra",
        "#6c7460",
        "#98a08a",
        "#3a4038",
        long=8.6,
        deep=3.8,
        leg=6.4,
        thick=2.4,
        head=5.8,
        snout=3.6,
        jaw=3.4,
        iris="#f0343c",
        ears="long",
        tail="rat",
        marks="spines",
    ),
    Beast(
        "kelpie, water horse, hippocampus horse",
        "#3a8a9a",
        "#8ad0d0",
        "#1f5a5a",
        long=8.6,
        deep=4.6,
        leg=7,
        thick=2.6,
        neck=5,
        head=4.6,
        snout=4,
        jaw=3.4,
        iris="#d8fbff",
        ears="pointed",
        tail="horse",
        mane="horse",
        foot="#1f4a50",
    ),
    Beast(
        "behemoth, behemoths, bandersnatch",
        "#6a4a7c",
        "#a88ab8",
        "#3a2a4a",
        long=10,
        deep=7,
        leg=5,
        thick=5,
        head=6.4,
        snout=3,
        jaw=5.6,
        iris="#f8c830",
        ears="none",
        tail="thick",
        horns="cow",
        mane="lion",
        marks="belly spines",
        foot="#2e2438",
    ),
)
"""Further animals on four legs."""
BIRDS = (
    Bird(
        "roc, rukh, giant eagle, roc bird",
        "#8a5a34",
        "#f0dcb4",
        "#4a2e1c",
        "wings",
        crest="tuft",
        marks="belly wing",
        bill="hook",
    ),
)
"""Further birds."""
