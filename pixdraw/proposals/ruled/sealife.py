"""Fish and other animals of the sea."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixdraw.proposals.ruled.anatomy import (
    BONE,
    FLOOR,
    WHITE,
    Coat,
    Kind,
    big_eye,
    blob_of,
    coat_of,
    dimmer,
    eye,
    spots,
)
from pixdraw.proposals.ruled.easel import ROUND, Easel
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Swimmer(Kind):
    """A kind of fish, or whatever has a fish's form."""

    long: float = 11.0
    deep: float = 7.0
    tail: str = "fork"
    """One of: fork, fan, fluke, moon."""
    fins: str = "round"
    """One of: round, shark, long, none."""
    marks: str = ""
    """Any of: belly, stripes, patches, spots, scales, orca, spines."""
    mouth: str = "small"
    """One of: small, teeth, grin, bill, lure."""


def swimmer(e: Easel, look: Look, f: Swimmer) -> None:
    """Paint a fish seen from the side, its head at the left."""
    c, y = coat_of(f, look), 16.6
    x = 13.6 if f.tail != "fluke" else 14.4
    end, fin = (
        x + f.long,
        look.part("fin", f.mark) if "fin" in look.parts or "fins" in f.marks else dimmer(c.skin, 0.86),
    )
    _tail(e, f, fin, end, y)
    if f.fins == "shark":
        e.paint(e.shape((x - 2, y - f.deep * 0.7), (x + 5, y - f.deep - 6.4), (x + 5.4, y - f.deep * 0.5)), fin, 0.5)
        e.paint(e.shape((x - 3, y + f.deep * 0.5), (x + 4, y + f.deep + 5.4), (x + 2.6, y + f.deep * 0.4)), fin, 0.35)
    elif f.fins in ("round", "long"):
        high = 4 if f.fins == "round" else 7
        e.paint(
            e.shape(
                (x - 5, y - f.deep * 0.7),
                (x, y - f.deep - high),
                (x + 7, y - f.deep - high * 0.3),
                (x + 7, y - f.deep * 0.4),
            ),
            fin,
            0.5,
        )
        e.paint(
            e.shape((x - 2, y + f.deep * 0.7), (x + 2, y + f.deep + high * 0.8), (x + 6, y + f.deep * 0.4)), fin, 0.4
        )
    body = e.disc(x, y, f.long, f.deep) | e.shape(
        (x + 2, y - f.deep * 0.8), (end + 1.4, y - 1.6), (end + 1.4, y + 1.6), (x + 2, y + f.deep * 0.8)
    )
    if f.fins == "shark":
        body |= e.shape(
            (x - f.long * 0.5, y - f.deep * 0.8), (x - f.long - 1.6, y - 0.6), (x - f.long * 0.5, y + f.deep * 0.7)
        )
    e.paint(body, c.skin, 0.55, ROUND, seam=True)
    _coat(e, look, f, c, body, x, y)
    _mouth(e, look, f, c, x, y)
    if f.names.startswith("whale"):
        for way in (-1, 1):
            e.paint(
                e.line((10, y - f.deep), (10 + way * 0.6, y - f.deep - 4), (10 + way * 3, y - f.deep - 5), wide=1.6),
                look.of("#a8dcf8"),
                0.6,
            )
    if f.fins != "shark":
        e.paint(e.shape((x + 0.4, y + 1), (x + 6, y + 1.6), (x + 4.4, y + 5.6)), fin, 0.55, seam=True)
    side = x - f.long * 0.6
    if f.mouth in ("small", "lure") and f.deep > 5:
        big_eye(e, look, side + 1, y - 1.6, 2.5, "#5a5a68")
    else:
        eye(e, look, c, side, y - 2.4, on=c.mark if "orca" in f.marks else c.skin)


def _tail(e: Easel, f: Swimmer, fin: np.ndarray, end: float, y: float) -> None:
    right = 30.6
    if f.tail == "fan":
        e.paint(
            e.shape(
                (end - 2, y),
                (right - 2, y - 8.6),
                (right, y - 3),
                (right - 1.4, y),
                (right, y + 3),
                (right - 2, y + 8.6),
            ),
            fin,
            0.5,
        )
    elif f.tail == "fluke":
        e.paint(e.line((end - 2, y), (end + 3, y - 5), wide=4), fin, 0.5)
        e.paint(
            e.shape((end + 3, y - 3), (end - 2, y - 9), (end + 3.4, y - 7.4), (right, y - 10), (right, y - 4)), fin, 0.6
        )
    elif f.tail == "moon":
        e.paint(
            e.shape((end - 2, y - 1.4), (right, y - 9), (right - 3, y), (right - 0.6, y + 6), (end - 2, y + 1.4)),
            fin,
            0.5,
        )
    else:
        e.paint(e.shape((end - 2, y), (right, y - 7), (right - 2.4, y), (right, y + 7)), fin, 0.5)


def _coat(e: Easel, look: Look, f: Swimmer, c: Coat, body: np.ndarray, x: float, y: float) -> None:
    marks = (
        f.marks
        + (" stripes" if look.has("striped", "stripes") else "")
        + (" spots" if look.has("spotted", "spots") else "")
    )
    if "belly" in marks:
        e.paint(body & (e.y > y + f.deep * 0.25 + 0.02 * (e.x - x) ** 2 * (e.x > x)), c.pale, 0.65, ROUND)
    if "patches" in marks:
        where = e.disc(x - 6, y - 5, 4.4, 4) | e.disc(x + 2.6, y - 3.4, 3.8, 3.4) | e.disc(x + 9, y, 2.6, 3)
        e.paint(body & where, c.mark, 0.5, ROUND)
    if "stripes" in marks:
        for along in (-3, 1.6, 6):
            e.paint(body & (abs(e.x - x - along) < 1), c.mark, 0.5, ROUND)
    if "spots" in marks:
        e.paint(spots(e, body & (e.y < y + f.deep * 0.2), 0.9, 3), c.mark, 0.45)
    if "scales" in marks:
        for along, down in ((0, -2.6), (3.4, -0.4), (0.4, 2), (6.4, -2), (6.6, 2)):
            at_x, at_y = x + along, y + down
            e.paint(e.line((at_x, at_y - 1.2), (at_x + 1.2, at_y), (at_x, at_y + 1.2), wide=0.9) & body, c.skin, 0.2)
    if "orca" in marks:
        e.paint(body & (e.y > y + f.deep * 0.45) & (e.x < x + 4), c.white, 0.6)
        e.paint(e.disc(x - f.long * 0.34, y - f.deep * 0.4, 2.4, 1.4), c.white, 0.6)
    if "spines" in marks:
        for turn in np.linspace(0, 2 * np.pi, 15)[:-1]:
            at_x, at_y = x + f.long * 0.97 * np.cos(turn), y + f.deep * 0.97 * np.sin(turn)
            tip = (x + (f.long + 2.6) * np.cos(turn), y + (f.deep + 2.6) * np.sin(turn))
            e.paint(e.line((at_x, at_y), tip, wide=1.2) & ~body, c.mark, 0.5)


def _mouth(e: Easel, look: Look, f: Swimmer, c: Coat, x: float, y: float) -> None:
    left = x - f.long
    if f.mouth == "bill":
        e.paint(e.shape((left + 2, y - 1.6), (1, y + 0.4), (left + 2, y + 1.4)), c.skin, 0.6)
    elif f.mouth == "teeth":
        gape = e.shape(
            (left - 0.4, y + 1.8), (left + f.long * 0.55, y + 1), (left + f.long * 0.5, y + 4.2), (left + 2, y + 4)
        )
        e.paint(gape & e.seen, look.of("#7a1c2c")[1:2])
        for along in (1.4, 3.4, 5.4):
            e.paint(
                e.shape((left + along, y + 1.2), (left + along + 1.6, y + 1.2), (left + along + 0.8, y + 3.4)) & e.seen,
                c.white,
            )
        for along in (0, 1.8, 3.6):
            gill = x - 1.4 + along
            e.paint(e.line((gill, y - 1.6), (gill + 0.6, y + 1.6), wide=0.9), c.skin, 0.1)
    elif f.mouth == "grin":
        e.paint(e.line((left + 0.4, y + 1.6), (left + 4, y + 2.6), (left + 7, y + 1.4), wide=1) & e.seen, c.skin, 0.0)
    else:
        e.paint(e.line((left + 0.2, y + 2.4), (left + 3.2, y + 2.8), wide=1) & e.seen, c.skin, 0.05)
    if f.mouth == "lure":
        e.paint(
            e.line((x - 4, y - f.deep), (x - 7, y - f.deep - 5), (left - 0.6, y - f.deep - 1), wide=1.1), c.skin, 0.4
        )
        e.paint(e.disc(max(left - 0.6, 2.6), y - f.deep, 1.9), look.part("light", "#a8f4f0"), 0.8, ROUND)
        for along in (0.6, 3, 5.4):
            e.paint(
                e.shape((left + along, y + 2), (left + along + 1.8, y + 2), (left + along + 0.8, y + 5)) & e.seen,
                c.white,
            )


@dataclass(frozen=True)
class Soft(Kind):
    """A kind of animal with arms that hang from a head: an octopus, a squid, a jellyfish."""

    form: str = "octopus"
    arms: int = 6


def soft(e: Easel, look: Look, s: Soft) -> None:
    """Paint an octopus, a squid or a jellyfish."""
    c = coat_of(s, look)
    if s.form == "jelly":
        for number, x in enumerate((9, 12.6, 16, 19.4, 23)):
            low = 29 - 2.4 * (number % 2)
            e.paint(
                e.line((x, 14), (x - 1.2, 19), (x + 1.2, 24), (x - 0.6, low), wide=1.6),
                c.mark,
                0.4 + 0.2 * (number % 2),
            )
        dome = e.disc(16, 14.6, 11.4, 11.4) & (e.y < 16.4)
        e.paint(dome, c.skin, 0.55, ROUND, seam=True)
        for x in (7, 11.4, 16, 20.6, 25):
            e.paint(e.disc(x, 16, 2.5, 1.9), c.skin, 0.4, ROUND)
        e.paint(e.disc(11.4, 8.4, 2.6, 1.8), c.skin, 1.0)
    else:
        is_squid = s.form == "squid"
        reach = (13, 9, 4.6) if not is_squid else (9, 6, 2.6)
        for far in reach:
            for way in (-1, 1):
                low = 29 - (0 if far < 6 else 1.2)
                arm = e.line(
                    (16 + way * far * 0.36, 18),
                    (16 + way * far * 0.86, 24),
                    (16 + way * far, low - 1),
                    (16 + way * (far - 2.4), low),
                    wide=3.2,
                )
                e.paint(arm, c.skin, 0.42 + 0.03 * (13 - far), ROUND, seam=True)
        e.paint(e.disc(16, 20, 8 if not is_squid else 5.4, 5.4), c.skin, 0.4, ROUND)
        head = blob_of(
            e, 16, 12 if not is_squid else 11.4, 9.4 if not is_squid else 6.2, 10 if not is_squid else 9.6, 2.2
        )
        e.paint(head, c.skin, 0.55, ROUND, seam=True)
        if is_squid:
            e.paint(e.shape((16, 1), (25, 8.4), (20.6, 9), (11.4, 9), (7, 8.4)), c.skin, 0.5, seam=True)
        for x, y in ((20.4, 6), (22, 9.4), (18.4, 4)) if not is_squid else ():
            e.paint(e.disc(x, y, 1.1), c.mark, 0.5)
    at = 12 if s.form == "jelly" else 15
    for way in (-1, 1):
        eye(e, look, c, 15 + way * (3.4 if s.form != "squid" else 2.8), at - 1, high=3)
    if s.form == "octopus":
        e.paint(e.line((14.4, 19.2), (16, 20), (17.6, 19.2), wide=1), c.ink)


@dataclass(frozen=True)
class Shelled(Kind):
    """A kind of crab, turtle, seal or the like."""

    form: str = "crab"
    """One of: crab, lobster, star, turtle, seal, ray."""


def shelled(e: Easel, look: Look, s: Shelled) -> None:
    """Paint a crab from the front, a lobster or starfish from above, or one of the further forms."""
    c = coat_of(s, look)
    if s.form in ("turtle", "seal", "ray"):
        _SHAPES[s.form](e, look, s, c)
        return
    if s.form == "star":
        turns = [np.pi * (number / 5 - 0.5) for number in range(10)]
        ends = [
            (16 + (14 if n % 2 == 0 else 6.6) * np.cos(t), 17 + (14 if n % 2 == 0 else 6.6) * np.sin(t))
            for n, t in enumerate(turns)
        ]
        e.paint(e.shape(*ends), c.skin, 0.55, ROUND)
        for n in range(0, 10, 2):
            for far in (5, 8.4):
                e.paint(e.disc(16 + far * np.cos(turns[n]), 17 + far * np.sin(turns[n]), 1.1), c.pale, 0.6)
        for way in (-1, 1):
            eye(e, look, c, 15 + way * 2.6, 15)
        e.paint(e.line((14.6, 19), (16, 19.8), (17.4, 19), wide=1), c.ink)
        return
    if s.form == "lobster":
        for way in (-1, 1):
            for y in (14.0, 17.0, 20.0):
                e.paint(e.line((16, y), (16 + way * 7.4, y + 2), wide=1.4), c.skin, 0.3)
            e.paint(e.line((16 + way * 2, 10), (16 + way * 8, 11), (16 + way * 9.4, 7), wide=2.4), c.skin, 0.45)
            _claw(e, c, 16 + way * 10, 5.4, way, 4)
            e.paint(e.line((16 + way * 1.6, 7), (16 + way * 4, 1.4), wide=1), c.skin, 0.3)
        for n, y in enumerate((27.4, 25, 22.4, 19.6)):
            wide = (4.6, 3.4, 4, 4.6)[n]
            e.paint(e.disc(16, y, wide, 2.6), c.skin, 0.5, ROUND, seam=True)
        e.paint(e.disc(16, 12.6, 5, 7), c.skin, 0.55, ROUND, seam=True)
        for way in (-1, 1):
            e.paint(e.box(15 + way * 2.6, 7, 17 + way * 2.6, 9), c.ink)
        return
    for way in (-1, 1):
        for y, far in ((22, 13), (25, 11.4), (27.6, 9)):
            e.paint(
                e.line((16 + way * 6, y - 3), (16 + way * far, y - 2), (16 + way * (far + 1), y + 1.6), wide=1.8),
                c.skin,
                0.35,
            )
        e.paint(e.line((16 + way * 8, 17), (16 + way * 12, 14), (16 + way * 11.4, 9.4), wide=2.8), c.skin, 0.45)
        _claw(e, c, 16 + way * 10.6, 7, way, 4.6)
        e.paint(e.line((16 + way * 3, 14), (16 + way * 3.4, 9.6), wide=1.6), c.skin, 0.5)
    e.paint(blob_of(e, 16, 20, 10, 6.6, 2.3), c.skin, 0.55, ROUND, seam=True)
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 3.6, 9.4, 2.2), c.white)
        e.paint(e.box(round(15 + way * 3.6), 9, round(15 + way * 3.6) + 2, 11), c.ink)
    e.paint(e.line((13, 21.4), (15, 22.8), (17, 22.8), (19, 21.4), wide=1), c.ink)


def _turtle(e: Easel, look: Look, s: Shelled, c: Coat) -> None:
    """Paint a sea turtle seen from above."""
    shell = look.part("shell", s.mark)
    for way in (-1, 1):
        e.paint(
            e.shape(
                (16 + way * 6, 12), (16 + way * 12, 9), (16 + way * 15, 16), (16 + way * 14, 20), (16 + way * 8, 16)
            ),
            c.skin,
            0.5,
        )
        e.paint(
            e.shape((16 + way * 5, 23), (16 + way * 10, 25.4), (16 + way * 10.4, 29.4), (16 + way * 5, 27)),
            c.skin,
            0.45,
        )
    e.paint(e.shape((14, 27), (18, 27), (16, 31)), c.skin, 0.4)
    e.paint(e.disc(16, 6, 4, 4.6), c.skin, 0.6, ROUND)
    for way in (-1, 1):
        e.paint(e.box(round(15.5 + way * 2.5), 4, round(15.5 + way * 2.5) + 1, 6), c.ink)
    dome = e.disc(16, 18.4, 9, 10)
    e.paint(dome, shell, 0.5, ROUND, seam=True)
    for y in (13, 18, 23):
        e.paint(dome & e.shape((16, y - 2.8), (19, y), (16, y + 2.8), (13, y)), shell, 0.85)
        for way in (-1, 1):
            e.paint(
                dome
                & e.shape(
                    (16 + way * 3.6, y - 1.6),
                    (16 + way * 7.4, y - 1.4),
                    (16 + way * 7.4, y + 2.6),
                    (16 + way * 4, y + 3),
                ),
                shell,
                0.7,
            )


def _seal(e: Easel, look: Look, s: Shelled, c: Coat) -> None:
    """Paint a seal or a walrus, seen from the side, its head at the left."""
    e.paint(e.shape((24, 24), (30.6, 21), (29, 25.4), (31, 29), (24, 28.4)), c.skin, 0.4)
    body = e.line((11, 14), (13.4, 22), (18, 25), (26, 26.4), wide=9.4) & (e.y < 29.8)
    e.paint(body | e.disc(16, 24, 8, 5.6), c.skin, 0.5, ROUND)
    e.paint(e.seen & e.line((9, 19), (12.6, 26), (20, 29), wide=4), c.pale, 0.6)
    e.paint(e.shape((14, 23), (18, 24), (12, FLOOR), (8, FLOOR)), dimmer(c.skin, 0.8), 0.55, seam=True)
    e.paint(e.disc(10.4, 10.4, 6.4, 6), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.disc(6.4, 12.6, 3.4, 2.6), c.pale, 0.65, ROUND)
    e.paint(e.box(4, 10, 6, 12), c.ink)
    if s.names.startswith("walrus"):
        for x in (5.6, 8.4):
            e.paint(e.shape((x - 0.9, 14), (x + 0.9, 14), (x, 20)), look.of(BONE), 0.7, seam=True)
    eye(e, look, c, 9, 8, high=3)


def _ray(e: Easel, look: Look, s: Shelled, c: Coat) -> None:
    """Paint a ray seen from above."""
    e.paint(e.line((16, 22), (17, 26), (15, 30.6), wide=1.6), c.skin, 0.4)
    e.paint(e.shape((16, 4), (22, 8), (31, 15), (22, 19), (16, 24), (10, 19), (1, 15), (10, 8)), c.skin, 0.5, ROUND)
    for x, y in ((11, 13), (21, 13), (13, 18), (19, 18), (16, 14)):
        e.paint(e.disc(x, y, 1.2), c.mark, 0.5)
    for way in (-1, 1):
        eye(e, look, c, 15 + way * 3, 8)


_SHAPES = {"turtle": _turtle, "seal": _seal, "ray": _ray}


def _claw(e: Easel, c: Coat, x: float, y: float, way: int, size: float) -> None:
    """Paint a claw that is open above."""
    notch = e.shape(
        (x - way * size * 0.2, y - size * 0.1),
        (x - way * size * 0.9, y - size * 1.3),
        (x + way * size * 0.1, y - size * 1.4),
    )
    e.paint(e.disc(x, y, size * 0.94, size) & ~notch, c.skin, 0.6, ROUND, seam=True)


SWIMMERS = (
    Swimmer("fish, sea fish, small fish", "#4a98d8 #f0a030 #58b870", "", "#2c5c9a", marks="belly scales"),
    Swimmer("koi, koi fish, carp", "#f6f2ea", "", "#e8541e", marks="patches", tail="fan", deep=6),
    Swimmer("salmon, trout", "#e88878", "#f4dcd0", "#8a5c64", deep=5.4, long=12, marks="belly spots"),
    Swimmer("tuna, mackerel, sardine, herring, anchovy, cod, bass, sea bass", "#4a6c98", "#e4ecf2", "#2c4468",
            deep=5.2, long=12, tail="moon", marks="belly"),
    Swimmer("tropical fish, angelfish, angel fish, reef fish", "#f8cc30", "", "#2c2c44", deep=8, long=9.4, fins="long",
            marks="stripes", tail="fan"),
    Swimmer("betta, betta fish, fighting fish", "#5a3cc8", "", "#c83c8c", deep=4.8, long=9, fins="long", tail="fan",
            marks="fins"),
    Swimmer("blue tang, surgeonfish", "#2c6ce0", "", "#1c2448", deep=6.6, marks="stripes"),
    Swimmer("pufferfish, puffer fish, blowfish, puffer", "#e0b850", WHITE, "#8a6424", deep=9.6, long=10, fins="none",
            tail="fork", marks="belly spines"),
    Swimmer("piranha", "#5c7c8c", "#d84838", "#34444c", deep=8, long=10, mouth="teeth", marks="belly"),
    Swimmer("anglerfish, angler fish, deep sea fish", "#4a4468", "#6a6080", "#2c2844", deep=9, long=10.4,
            mouth="lure"),
    Swimmer("catfish, eel", "#5a5c50", "#c8c4a8", "#3a3c34", deep=4.4, long=12, mouth="grin", marks="belly"),
    Swimmer("swordfish, marlin", "#3c6ca8", "#e4ecf2", "#24406c", deep=5, long=10, fins="shark", tail="moon",
            mouth="bill", marks="belly"),
    Swimmer("shark, great white shark, white shark, tiger shark, reef shark, baby shark", "#7c8ca0", "#f0f2f4",
            "#4a5668", deep=6, long=11, fins="shark", tail="moon", mouth="teeth", marks="belly"),
    Swimmer("whale, blue whale, humpback whale, sperm whale", "#4a7cc0", "#dce8f2", "#2c5088", deep=8.6, long=12,
            fins="none", tail="fluke", mouth="grin", marks="belly"),
    Swimmer("beluga, beluga whale, white whale", "#eef2f6", WHITE, "#c0ccd8", deep=7.6, long=12, fins="none",
            tail="fluke", mouth="grin"),
    Swimmer("orca, killer whale", "#2c2f3c", WHITE, "#181a22", deep=6.6, long=11.6, fins="shark", tail="fluke",
            mouth="grin", marks="orca"),
    Swimmer("dolphin, porpoise", "#6c94b8", "#e4eef4", "#456c90", deep=5, long=11, fins="shark", tail="fluke",
            mouth="bill", marks="belly"),
    Swimmer("narwhal", "#98a8bc", "#f0f4f6", "#6c7c90", deep=6.4, long=9.6, fins="none", tail="fluke", mouth="bill",
            marks="belly spots"),
)  # fmt: skip
"""Fish, sharks and whales."""
SOFT = (
    Soft("octopus, baby octopus", "#a868d0 #e07080", "", "#7a44a8"),
    Soft("kraken, giant octopus, sea monster, giant squid", "#8a3c6c", "", "#5a2048"),
    Soft("squid, cuttlefish, calamari squid", "#e88898", "", "#b85870", "squid"),
    Soft("jellyfish, jelly fish, medusa jellyfish", "#8cc8f0 #e8a0d8", "", "#b8a0f0", "jelly"),
)
"""Animals with arms around a head."""
SHELLED = (
    Shelled("crab, giant crab, red crab", "#e04a34", "", "#a82c20"),
    Shelled("lobster, crayfish, giant lobster", "#d83c30", "", "#a02820", "lobster"),
    Shelled("sea turtle, sea turtle seen from above, green sea turtle", "#6ab04c", "", "#8a6a34", "turtle"),
    Shelled("seal, sea lion, baby seal, harp seal, manatee, dugong", "#8a94a4", "#d8dee6", "#5a6474", "seal"),
    Shelled("walrus", "#9a6c50", "#c8a484", "#6a4430", "seal"),
    Shelled("stingray, manta ray, ray, sting ray, manta", "#5c7c9c", "", "#d8e4ee", "ray"),
    Shelled("starfish, star fish, sea star", "#f08a50", "#f8d098", "#c85c28", "star"),
)
"""Crabs, turtles, seals and the like."""
