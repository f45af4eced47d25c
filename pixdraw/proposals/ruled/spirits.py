"""Ghosts, slimes, floating eyes and elementals: monsters without a body of bones."""

from __future__ import annotations

from dataclasses import dataclass

from pixdraw.proposals.ruled.anatomy import AGAPE, BONE, INK, Coat, Kind, big_eye, blob_of, coat_of, is_dark
from pixdraw.proposals.ruled.easel import BEAM, ROUND, Easel
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Spirit(Kind):
    """A kind of ghost, slime, eye or elemental."""

    form: str = "ghost"
    """One of: ghost, wraith, slime, cube, eye, beholder, flame, water, shards, whirl, wisp, tentacles."""
    marks: str = ""
    """Any of: crown, hair, wings, legs."""


def spirit(e: Easel, look: Look, kind: Spirit) -> None:
    """Paint a ghost, a slime, an eye or an elemental."""
    _FORMS[kind.form](e, look, kind, coat_of(kind, look))


def _eyes(e: Easel, look: Look, c: Coat, y: float, apart: float, *, high: float = 4.0, glow: str = "") -> None:
    """Paint two tall eyes, or one big one where the prompt says so."""
    if (
        look.has("eye", "one-eyed", "eyed")
        and look.has("one", "single", "one-eyed", "big", "giant")
        and not look.has("eyes")
    ):
        big_eye(e, look, 16, y + 1, 4.4)
        return
    if look.has("three", "many") and look.has("eyes"):
        for x, up in ((16 - apart, 0), (16, -3), (16 + apart, 0)):
            big_eye(e, look, x, y + 1 + up, 2.3)
        return
    is_pale = glow or is_dark(c.skin)
    colour = look.part("eye", glow or ("#f8e86a" if is_pale else INK))[2:3] if "eye" in look.parts or is_pale else c.ink
    for way in (-1, 1):
        left = round(15 + way * apart)
        if look.has("sleeping", "asleep"):
            e.paint(e.box(left - 1, y + 2, left + 3, y + 3), colour)
            continue
        e.paint(e.box(left, y, left + 2, y + high), colour)
        if not is_pale:
            e.paint(e.box(left, y, left + 1, y + 1), c.white)
        if look.has("angry", "evil", "fierce", "scary"):
            inner = left + (2 if way < 0 else -1)
            e.paint(e.box(left, y - 1, left + 2, y) | e.box(inner, y, inner + 1, y + 1), c.ink)


def _smile(e: Easel, look: Look, c: Coat, y: float) -> None:
    if look.has("tongue"):
        e.paint(e.box(13, y, 19, y + 2), look.of("#7a1c2c")[1:2])
        e.paint(e.box(15, y + 1, 18, y + 5) | e.box(15.6, y + 4, 17.4, y + 6), look.part("tongue", "#f0607c"), 0.6)
    elif look.has(*AGAPE, "scary", "evil", "mouth"):
        e.paint(e.disc(16, y + 1, 3.6, 2.4), look.of("#7a1c2c")[1:2])
        for x in (13.4, 17):
            e.paint(e.shape((x, y - 0.8), (x + 1.8, y - 0.8), (x + 0.9, y + 1.4)), c.white)
    elif look.has("sad", "crying"):
        e.paint(e.line((13.6, y + 1.4), (15, y + 0.2), (17, y + 0.2), (18.4, y + 1.4), wide=1), c.ink)
    else:
        e.paint(e.line((13.6, y), (15, y + 1.2), (17, y + 1.2), (18.4, y), wide=1), c.ink)


def _ghost(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a ghost like a sheet, its hem in waves."""
    is_woman = "hair" in s.marks
    hem = ((5.6, 28.6), (8.4, 25.8), (11.4, 29.4), (14.4, 26), (17.4, 29.4), (20.4, 26), (23.6, 29.4), (26.4, 25.6))
    robe = e.shape((6.4, 12), (25.6, 12), *reversed(hem)) | e.disc(16, 12, 9.8, 10)
    if is_woman:
        e.paint(
            e.disc(16, 13, 12.4, 11.4) | e.shape((4, 13), (28, 13), (29.4, 24), (25, 22), (7, 22), (2.6, 24)),
            c.mark,
            0.45,
            ROUND,
        )
    for way in (-1, 1):
        arm = e.line((16 + way * 7, 18), (16 + way * 12.4, 16.4), wide=4.4)
        e.paint(arm, c.skin, 0.5, ROUND)
    e.paint(robe if not is_woman else robe & ~e.box(0, 0, 32, 5), c.skin, 0.6, ROUND, seam=True)
    for x in (11.4, 20.4):
        e.paint(robe & e.line((x, 22.6), (x - 0.4, 27), wide=1), c.skin, 0.25)
    if is_woman:
        e.paint(
            e.shape((7, 12), (9, 4), (16, 2.4), (23, 4), (25, 12), (20, 7.4), (16, 6), (12, 7.4)), c.mark, 0.55, ROUND
        )
        _eyes(e, look, c, 10, 4, glow="#c83c4c")
        e.paint(e.disc(16, 18, 2.6, 3.6), look.of(INK)[1:2])
        return
    _eyes(e, look, c, 9, 4, high=5)
    if look.has("scary", "evil", "screaming", "angry") and not look.has("tongue"):
        e.paint(e.disc(16, 18, 3, 3.4), c.ink)
    else:
        _smile(e, look, c, 16)
    for way in (-1, 1):
        e.paint(e.box(round(15.5 + way * 6.5) - 1, 14, round(15.5 + way * 6.5) + 1, 15), look.of("#f4a8b8"), 0.6)


def _wraith(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a hooded cloak without a face, with eyes that glow."""
    hem = ((27, 30.4), (24, 26.4), (21, 30.6), (17.6, 27), (14, 30.6), (10.6, 26.6), (7.4, 30.4), (5, 26.4))
    robe = e.shape((9.4, 11), (22.6, 11), (26.4, 22), *hem)
    for way in (-1, 1):
        sleeve = e.shape((16 + way * 6, 14), (16 + way * 14.4, 18.4), (16 + way * 13.6, 24), (16 + way * 7, 21))
        e.paint(sleeve, c.skin, 0.45, ROUND)
        for far in (12.4, 14):
            e.paint(e.line((16 + way * 13, 21), (16 + way * (far + 0.4), 26), wide=1.1), look.of(BONE), 0.6)
    e.paint(robe, c.skin, 0.5, ROUND, seam=True)
    for x in (12, 20):
        e.paint(robe & e.line((x, 19), (x - 1, 27), wide=1), c.skin, 0.15)
    e.paint(e.shape((7.6, 14), (9, 6), (16, 1.6), (23, 6), (24.4, 14), (16, 19)), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.disc(16, 11.4, 5.6, 5.6), look.of("#14121c")[1:2])
    glow = look.part("eye", "#8cf0f8")[2:3]
    for way in (-1, 1):
        left = round(15 + way * 2.4)
        e.paint(e.box(left, 10, left + 2, 12), glow)


def _slime(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a drop of slime with a face."""
    dome = (e.disc(16, 21, 13, 13) & (e.y < 22)) | blob_of(e, 16, 24, 14, 5.6, 2.6)
    e.paint(dome, c.skin, 0.5, ROUND)
    e.paint(dome & blob_of(e, 15.4, 20.6, 10.6, 9.6, 2.2), c.skin, 0.62, ROUND)
    e.paint(e.line((8, 17), (9.6, 13.6), (12, 11.6), wide=2), c.skin, 1.0)
    if look.has("spiky", "spikes"):
        for x, y in ((7, 12), (16, 8.6), (25, 12)):
            e.paint(e.shape((x - 2, y + 2), (x + (x - 16) * 0.2, y - 4), (x + 2, y + 2)), c.mark, 0.55)
    _eyes(e, look, c, 17, 4.4)
    _smile(e, look, c, 23)
    if "crown" in s.marks or look.has("crown", "king", "queen"):
        gold = look.part("crown", "gold")
        e.paint(
            e.shape((9.4, 10), (8, 1.6), (12.4, 5), (16, 1), (19.6, 5), (24, 1.6), (22.6, 10)), gold, 0.6, seam=True
        )
        for x in (12, 16, 20):
            e.paint(e.disc(x, 7.8, 1.1), look.of("ruby"), 0.6)


def _cube(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a cube of jelly with bones and coins in it."""
    e.paint(e.shape((3, 9), (9, 3), (29.4, 3), (23.6, 9)), c.skin, 0.9)
    e.paint(e.shape((23.6, 9), (29.4, 3), (29.4, 23), (23.6, 29.6)), c.skin, 0.3)
    e.paint(e.box(3, 9, 24, 29.6), c.skin, 0.6)
    inner = e.box(5, 11, 22, 28)
    e.paint(inner, c.skin, 0.5)
    bone, gold = look.of(BONE), look.of("gold")
    e.paint(e.disc(9.4, 15.4, 3.2, 3) | e.box(7.6, 17, 11.4, 19.4), bone, 0.7)
    for x in (8.0, 10.0):
        e.paint(e.box(x, 15, x + 1, 17), c.ink)
    e.paint(e.line((14, 24.6), (19.4, 21), wide=1.6), bone, 0.6)
    for x, y in ((14, 24.6), (19.4, 21)):
        e.paint(e.disc(x, y, 1.5), bone, 0.7)
    e.paint(e.disc(18, 14.6, 1.9), gold, 0.6, ROUND)
    e.paint(e.disc(8, 25, 1.7), gold, 0.6, ROUND)
    e.paint(e.line((5, 13), (5, 11), (7, 11), wide=1), c.skin, 1.0)


def _eye(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint an eyeball with wings or on legs, its nerves hanging down."""
    if "wings" in s.marks or look.has("flying", "winged", "wings"):
        for way in (-1, 1):
            wing = e.shape(
                (16 + way * 8, 14),
                (16 + way * 10, 5),
                (16 + way * 15, 3),
                (16 + way * 14.6, 12),
                (16 + way * 12.4, 11),
                (16 + way * 12.6, 17),
                (16 + way * 9, 17),
            )
            e.paint(wing, look.part("wing", s.mark), 0.5, ROUND)
    for x, low in ((11.0, 29), (16.0, 30.4), (21.0, 29)):
        e.paint(e.line((x, 22), (x - 1, 26), (x + 0.6, low), wide=2.2), c.mark, 0.5, ROUND)
    e.paint(e.disc(16, 14.6, 11, 11), c.skin, 0.6, ROUND, seam=True)
    for x, y, to_x, to_y in (
        (6.6, 11, 9.4, 12.4),
        (7, 19, 10, 17.6),
        (25, 10, 22.4, 12),
        (25, 19, 22, 17.4),
        (13, 24.6, 14, 22),
    ):
        e.paint(e.line((x, y), (to_x, to_y), wide=1), look.of("#d8384c"), 0.5)
    iris = look.part("iris", ["#3c8ce0", "#48a848", "#c83c3c", "#9a4cd0"][int(look.between("iris", 0, 3.99))])
    iris = look.parts.get("eye", iris)
    e.paint(e.disc(15.4, 14.6, 6.2), iris, 0.5, ROUND, seam=True)
    slit = look.has("slit", "reptile", "dragon", "cat")
    e.paint(e.disc(15.4, 14.6, 1.4 if slit else 3, 4.6 if slit else 3), c.ink)
    e.paint(e.box(12, 11, 14, 13), c.white)
    if look.has(*AGAPE, "evil"):
        e.paint(e.disc(16, 14.6, 11, 11) & (e.y < 9 + abs(e.x - 16) * -0.3 + 2), c.mark, 0.5)


def _beholder(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a ball with one great eye, a mouth full of teeth, and eyes on stalks."""
    for foot, to in (
        ((8, 10), (3.4, 7.4)),
        ((11, 7), (9, 2.8)),
        ((16, 6), (16.4, 2.4)),
        ((21, 7), (24, 2.8)),
        ((24, 10), (29, 7.4)),
    ):
        e.paint(e.line(foot, to, wide=2), c.skin, 0.5)
        e.paint(e.disc(to[0], to[1], 2.3), look.of("#fbfaf4"), 0.7, ROUND, seam=True)
        e.paint(e.box(round(to[0]) - 1, round(to[1]) - 0.9, round(to[0]) + 1, round(to[1]) + 1), c.ink)
    e.paint(e.disc(16, 19, 12.4, 11.4), c.skin, 0.5, ROUND, seam=True)
    for x, y in ((25.4, 16), (26.4, 20), (6.4, 24)):
        e.paint(e.disc(x, y, 1.2), c.mark, 0.4)
    big_eye(e, look, 16, 14.8, 5.4, "#e8b020")
    mouth = e.shape((6.6, 21.4), (25.4, 21.4), (22, 27.4), (10, 27.4))
    e.paint(mouth, look.of("#5a1424")[1:2])
    for x in (8, 12, 16, 20):
        e.paint(e.shape((x, 21.4), (x + 3.4, 21.4), (x + 1.7, 24.4)), c.white)
    for x in (10.6, 14.6, 18.6):
        e.paint(e.shape((x, 27.6), (x + 2.8, 27.6), (x + 1.4, 25.2)), c.white)


def _flame(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a living flame with arms."""
    outer = e.shape(
        (16, 1.4),
        (20, 7),
        (23, 4),
        (25.4, 12),
        (28, 10.4),
        (27.4, 20),
        (24, 27.4),
        (18, 30.4),
        (12, 30),
        (7, 26.4),
        (4.4, 19),
        (4, 11),
        (7.4, 13),
        (9, 6),
        (12, 8.6),
    )
    e.paint(outer, c.skin, 0.4, ROUND)
    inner = e.shape(
        (16, 8),
        (19, 12),
        (22.4, 11),
        (23.6, 19),
        (20.6, 26.4),
        (16, 28.6),
        (10.6, 26.4),
        (8, 19),
        (9.4, 13),
        (12.4, 15),
    )
    e.paint(inner, c.pale, 0.5, ROUND)
    e.paint(e.shape((16, 16), (19.6, 20), (19, 25), (16, 27), (12.6, 25), (12, 20)), c.white, 0.5)
    if s.names.startswith(("fire", "flame")) and look.own is None:
        e.paint(e.shape((16, 15), (20, 20), (19.4, 25.4), (16, 27.4), (12.4, 25.4), (12, 20)), look.of("#f8f0a0"), 0.6)
    for way in (-1, 1):
        left = round(15 + way * 4)
        e.paint(
            e.shape((left - 0.6, 15.4 - way * 0), (left + 2.6, 16), (left + 2, 20), (left, 20))
            | e.box(left, 16, left + 2, 20),
            c.ink,
        )
        e.paint(e.box(left, 17, left + 1, 18), c.white)
    e.paint(e.shape((13, 22), (19, 22), (17.6, 24.6), (14.4, 24.6)), c.ink)


def _water(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a living wave with arms and a face."""
    for x, y, wide in ((9.0, 27.6, 7), (23.0, 27.6, 7), (16.0, 28.4, 10)):
        e.paint(e.disc(x, y, wide, 2.6), c.skin, 0.4, ROUND)
    for way in (-1, 1):
        e.paint(
            e.line((16 + way * 6, 17), (16 + way * 12, 15), (16 + way * 12.6, 10), wide=4),
            c.skin,
            0.5,
            ROUND,
            seam=True,
        )
        e.paint(e.disc(16 + way * 12.4, 9, 2.9, 3.2), c.skin, 0.65, ROUND)
    body = e.shape((9, 12), (23, 12), (24, 22), (22, 28), (10, 28), (8, 22)) | e.disc(16, 11, 8, 7)
    body |= e.shape((10, 8), (14.6, 1.2), (20.6, 3.4), (17.4, 5), (22, 9))
    e.paint(body, c.skin, 0.55, ROUND, seam=True)
    for x, y in ((10.6, 20), (13.4, 24), (19.4, 22)):
        e.paint(e.line((x, y), (x + 1.4, y - 1), (x + 3, y), wide=1) & body, c.pale, 0.8)
    e.paint(e.line((10.6, 9), (12.4, 6.6), wide=1.6), c.white)
    _eyes(e, look, c, 10, 3.4)
    _smile(e, look, c, 16)


def _shards(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a being of crystals."""
    for corners, level in (
        (((9, 14), (4, 5), (13, 10)), 0.4),
        (((23, 14), (28, 5), (19, 10)), 0.3),
        (((12, 10), (16, 1.4), (20, 10)), 0.6),
        (((3, 22), (1.6, 12), (8, 15), (7, 24)), 0.6),
        (((29, 22), (30.4, 12), (24, 15), (25, 24)), 0.35),
        (((3.6, 29), (1.8, 23), (7.6, 22), (8, 27)), 0.5),
        (((28.4, 29), (30.2, 23), (24.4, 22), (24, 27)), 0.3),
    ):
        e.paint(e.shape(*corners), c.skin, level, seam=True)
    for way in (-1, 1):
        e.paint(
            e.shape((16 + way * 1.4, 24), (16 + way * 7, 23), (16 + way * 6.4, 30), (16 + way * 2, 30)),
            c.skin,
            0.5 - 0.1 * way,
            seam=True,
        )
    body = e.shape((9, 8), (16, 5.6), (23, 8), (25.4, 16), (21, 25.6), (11, 25.6), (6.6, 16))
    e.paint(body, c.skin, 0.55, seam=True)
    e.paint(e.shape((9, 8), (16, 5.6), (14, 12), (8, 16)), c.skin, 0.9)
    e.paint(e.shape((21, 25.6), (25.4, 16), (19, 18)), c.skin, 0.25)
    e.paint(e.shape((11, 25.6), (16, 20), (21, 25.6)), c.skin, 0.4)
    eyes = look.part("eye", "#1c2c5c")[1:2]
    for way in (-1, 1):
        e.paint(e.shape((16 + way * 1.6, 14), (16 + way * 5.4, 11.6), (16 + way * 5, 16)), eyes)
    e.paint(e.box(14, 18, 18, 19), eyes)


def _whirl(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a whirl of air with a face."""
    for y, wide, x in ((28.6, 3, 17), (25.6, 5, 15), (22, 7.4, 17), (18, 10, 15.4), (12.4, 12.6, 16.4), (7, 13.4, 16)):
        ring = e.disc(x, y, wide, 3.4 if y > 16 else 4.4)
        e.paint(ring, c.skin, 0.55, BEAM, seam=True)
        e.paint(ring & e.disc(x - 1, y - 1.4, wide * 0.7, 1), c.skin, 0.95)
    e.paint(e.disc(16, 11, 10, 7), c.skin, 0.6, ROUND)
    _eyes(e, look, c, 8, 4)
    _smile(e, look, c, 14.4)


def _wisp(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a small light that floats, with a trail."""
    glow = e.disc(15, 19, 11, 10.4) | e.shape(
        (6, 14), (12, 9), (14, 4), (18, 7), (22, 1.6), (22.6, 8), (26, 8.4), (24.6, 15)
    )
    e.paint(glow, c.skin, 0.4, ROUND)
    e.paint(e.disc(15, 19.6, 8, 7.6) | e.shape((9, 15), (15, 9), (17, 11), (20, 8), (20, 15)), c.skin, 0.75)
    e.paint(e.disc(15, 20.4, 5.4, 5.2), c.pale, 0.85)
    for x in (12, 16):
        e.paint(e.box(x, 19, x + 2, 22), c.ink)
    e.paint(e.box(13, 24, 17, 25), c.ink)


def _tentacles(e: Easel, look: Look, s: Spirit, c: Coat) -> None:
    """Paint a lump with tentacles all around and one eye over a mouth with teeth."""
    arms = (
        ((8, 20), (2.6, 17), (3.4, 10)),
        ((9, 25), (4.4, 27), (2.2, 23.6)),
        ((24, 20), (29.4, 17), (28.6, 10)),
        ((23, 25), (27.6, 27), (29.8, 23.6)),
        ((11, 14), (8.6, 8), (10.6, 2.8)),
        ((21, 14), (23.4, 8), (21.4, 2.8)),
    )
    for n, arm in enumerate(arms):
        e.paint(e.line(*arm, wide=3.4), c.skin, 0.4 + 0.05 * n, ROUND, seam=True)
        e.paint(e.disc(arm[1][0], arm[1][1], 0.9), c.mark, 0.7)
    for x in (10.0, 16.0, 22.0):
        e.paint(e.line((x, 26), (x - 1, FLOOR_OF), wide=4), c.skin, 0.4, ROUND, seam=True)
    e.paint(blob_of(e, 16, 19.4, 9.6, 9.4, 2.2), c.skin, 0.5, ROUND, seam=True)
    big_eye(e, look, 16, 15.6, 4.6, "#e8c030")
    e.paint(e.shape((9.6, 22), (22.4, 22), (19.6, 26), (12.4, 26)), look.of("#5a1424")[1:2])
    for x in (11, 14.6, 18.2):
        e.paint(e.shape((x, 22), (x + 2.6, 22), (x + 1.3, 24.4)), c.white)


FLOOR_OF = 29.6
_FORMS = {
    "ghost": _ghost,
    "wraith": _wraith,
    "slime": _slime,
    "cube": _cube,
    "eye": _eye,
    "beholder": _beholder,
    "flame": _flame,
    "water": _water,
    "shards": _shards,
    "whirl": _whirl,
    "wisp": _wisp,
    "tentacles": _tentacles,
}

SPIRITS = (
    Spirit("ghost, little ghost, spook, phantom, poltergeist, friendly ghost, spooky ghost", "#eef0f8", "", "#8a90b0"),
    Spirit("banshee, ghost woman, ghost girl, ghost lady", "#c8e4e0", "", "#5c7c8c", "ghost", "hair"),
    Spirit("wraith, spectre, specter, shade, dementor, shadow spirit, nazgul", "#3c3450", "", "#201a2c", "wraith"),
    Spirit("slime, green slime, blob, jelly, ooze, slime monster, blob monster, jelly monster", "#58c048", "",
           "#2c7c34", "slime"),
    Spirit("slime king, king slime, slime queen, queen slime", "#4c9ce8", "", "#24589c", "slime", "crown"),
    Spirit("gelatinous cube, jelly cube, slime cube, cube slime", "#78d47c", "", "#2c7c4c", "cube"),
    Spirit("eyeball monster, floating eye, eyeball, flying eye, eye monster, evil eye, giant eye, "
           "flying eyeball", "#f6f2ee", "", "#a8344c", "eye", "wings"),
    Spirit("beholder, eye tyrant", "#8a4c9c", "", "#582c6c", "beholder"),
    Spirit("fire elemental, flame elemental, fire spirit, flame spirit, living flame, fire monster", "#e8481e",
           "#f8b030", "#8a1c1c", "flame"),
    Spirit("water elemental, water spirit, living water, water monster", "#3c8ce0", "#c8ecfa", "#1c4c98", "water"),
    Spirit("ice elemental, crystal elemental, frost elemental, ice spirit, crystal monster, ice monster", "#8cd8f4",
           "", "#3c8cc0", "shards"),
    Spirit("air elemental, wind elemental, wind spirit, air spirit, tornado monster, storm elemental, "
           "cloud monster", "#b8ccdc", "", "#6c8498", "whirl"),
    Spirit("will-o-wisp, wisp, will o wisp, will-o'-wisp, will-o-the-wisp, forest spirit, spirit, "
           "light spirit", "#4cc4f0", "", "#2c6ca8", "wisp"),
    Spirit("tentacle monster, eldritch horror, lovecraftian monster, cthulhu monster, eldritch monster", "#7c4a94", "",
           "#d890c0", "tentacles"),
)  # fmt: skip
"""Ghosts, slimes, eyes and elementals."""
