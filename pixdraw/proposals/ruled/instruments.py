"""Musical instruments."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, Point, curve, dots, hoop, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Strings:
    """How an instrument with a neck is made."""

    body: tuple[Point, ...]
    """Half widths of its body at heights, from the top down."""
    usual: str = "wood"
    form: str = "hole"
    """hole, electric, violin or banjo."""


def stringed(form: Strings, e: Easel, look: Look) -> None:
    """A guitar, a lute, a violin, a banjo: a body with a neck and strings."""
    wood = (
        look.whole("#d8343c", "#3a72c8", "#2a2c36")
        if form.form == "electric"
        else look.whole(form.usual)
        if form.usual != "wood"
        else look.own
        if look.own is not None and not look.has("wooden")
        else look.of("#c8803c")
    )
    neck = look.of("#5a3420")
    top = form.body[0][0]
    if form.form == "violin":
        e.paint(e.line((25, 29), (30, 2), wide=1.5), look.of("#8a5a30"), 0.5)
    if form.form == "electric":
        body = e.shape(
            (9, 13),
            (13, 17),
            (16, 16),
            (19, 17),
            (24, 12),
            (24, 18),
            (22.4, 21),
            (24.4, 27),
            (20, 30.6),
            (11, 30.6),
            (7.6, 27),
            (9.6, 21),
            (7.4, 17),
        )
    else:
        body = turned(e, *form.body)
    e.paint(body, wood if form.form != "banjo" else look.of("#f0e4cc"), 0.5, ROUND)
    if form.form == "banjo":
        e.paint(body & ~turned(e, *((y + (1.4 if y < 20 else -1.4), half - 1.7) for y, half in form.body)), wood, 0.5)
    e.paint(e.box(14.6, 3, 17.4, top + 8), neck, 0.5, POLE, seam=True)
    e.paint(e.box(14.6, 3, 17.4, top + 8) & (e.y % 3 < 1), look.of("silver"), 0.5)
    e.paint(e.box(13.4, 0.8, 18.6, 4.4), neck, 0.6, seam=True)
    for y in (1.4, 3):
        e.paint(e.box(12, y, 13.4, y + 1) | e.box(18.6, y, 20, y + 1), look.of("gold"), 0.6)
    middle = (form.body[-1][0] + top) / 2 + 1.4
    if form.form == "hole":
        e.paint(e.disc(16, middle, 3), look.of(INK), 0.4, seam=True)
    elif form.form == "violin":
        for way in (-1, 1):
            e.paint(e.line((16 + 3.4 * way, middle - 1), (16 + 4 * way, middle + 3.4), wide=1.1), look.of(INK), 0.4)
    elif form.form == "electric":
        e.paint(e.box(12.4, 20, 19.6, 21.6) | e.box(12.4, 23.4, 19.6, 25), look.of("silver"), 0.6)
    e.paint(e.box(12.6, form.body[-1][0] - 4, 19.4, form.body[-1][0] - 2.6), neck, 0.4)
    e.paint(e.box(15.5, 4, 16.5, form.body[-1][0] - 3), look.of("#f4f0e0"), 0.7)


def harp(e: Easel, look: Look) -> None:
    """A lyre, or a harp."""
    gold = look.whole("gold")
    if look.has("lyre"):
        for x in (12, 14.6, 17.4, 20):
            e.paint(e.box(x - 0.5, 6, x + 0.5, 24), look.of("#f8f4e0"), 0.7)
        for way in (-1, 1):
            e.paint(
                e.line(
                    *curve((16 + 5 * way, 25), (16 + 16 * way, 20), (16 + 2 * way, 10), (16 + 11 * way, 2)), wide=2.6
                ),
                gold,
                0.55,
                seam=True,
            )
        e.paint(e.box(7.4, 5, 24.6, 7.4), gold, 0.65, BEAM, seam=True)
        e.paint(e.disc(16, 26, 8.4, 4.4), gold, 0.5, ROUND, seam=True)
        return
    for x in (9, 12, 15, 18, 21):
        e.paint(e.line((x, 5 + abs(x - 9) * 0.3), (x, 29 - (x - 9) * 1.2), wide=1), look.of("#f8f4e0"), 0.7)
    e.paint(e.line(*curve((6, 3), (14, 9), (19, 2), (27, 6)), wide=3), gold, 0.6, seam=True)
    e.paint(e.line((6, 3), (6, 29), wide=3), gold, 0.5, seam=True)
    e.paint(e.line(*curve((7, 29), (20, 27), (26, 18), (27, 6)), wide=3.8), gold, 0.5, seam=True)


def drum(e: Easel, look: Look) -> None:
    """A drum with its sticks; a tambourine."""
    body, skin = look.whole("#c8343c", "#3a62a8"), look.of("#f4ead0")
    if look.has("tambourine"):
        e.paint(hoop(e, 16, 16, 14, 3.6), look.whole("wood"), 0.5, ROUND)
        e.paint(e.disc(16, 16, 10.4), skin, 0.6, seam=True)
        for turn in np.arange(8) * np.pi / 4:
            e.paint(
                e.disc(16 + 12.4 * float(np.cos(turn)), 16 + 12.4 * float(np.sin(turn)), 1.7),
                look.of("gold"),
                0.7,
                seam=True,
            )
        return
    e.paint(e.line((3, 3), (14, 10), wide=1.9) | e.line((29, 3), (18, 10), wide=1.9), look.of("wood"), 0.6)
    e.paint(e.disc(3.4, 3.2, 1.7) | e.disc(28.6, 3.2, 1.7), look.of("wood"), 0.8)
    drum_body = e.box(4, 12, 28, 26) | e.disc(16, 26, 12, 4)
    e.paint(drum_body, body, 0.5, POLE, seam=True)
    zig = abs((e.x - 4) % 8 - 4) * 2.6
    e.paint(drum_body & (abs(e.y - 15 - zig) < 1) & (e.y > 14) & (e.y < 27), look.of("gold"), 0.6)
    e.paint(e.disc(16, 12, 12.6, 4.4), look.of("gold"), 0.5, seam=True)
    e.paint(e.disc(16, 11.8, 11, 3.2), skin, 0.65)


@dataclass(frozen=True)
class Wind:
    """How a wind instrument is made."""

    form: str
    """flute, trumpet, horn, sax, ocarina, panpipe or bagpipe."""
    usual: str


def wind(form: Wind, e: Easel, look: Look) -> None:
    """A flute, a trumpet, a horn, a saxophone, an ocarina, pan pipes."""
    stuff = look.whole(form.usual)
    axis = Axis(e, (4, 27), (28, 5))
    if form.form == "flute":
        e.paint(axis.band(0, axis.long, 4), stuff, 0.55, BEAM)
        for along in (8, 12, 16, 20):
            e.paint(axis.disc(along, -0.4, 0.9), look.of(INK), 0.3)
        e.paint(axis.disc(28, -0.4, 1.3), look.of(INK), 0.3)
        for start in (0.0, 24.0, axis.long - 1.6):
            e.paint(axis.band(start, start + 1.7, 4.8), look.of("gold"), 0.6, seam=True)
    elif form.form == "trumpet":
        e.paint(hoop(e, 15, 19, 9, 2, 5), stuff, 0.45)
        e.paint(e.box(2, 12.6, 24, 15), stuff, 0.6, BEAM, seam=True)
        for x in (10, 14, 18):
            e.paint(e.box(x, 9, x + 2, 21), stuff, 0.8, POLE, seam=True)
            e.paint(e.box(x - 0.4, 6.6, x + 2.4, 8.4), look.of("#f4f4f0"), 0.7)
        e.paint(
            e.shape((22, 13), *curve((22, 13), (28, 12), (30.6, 6)), *curve((30.6, 22), (28, 16), (22, 15))),
            stuff,
            0.6,
            BEAM,
            seam=True,
        )
        e.paint(e.box(1, 11.4, 3.4, 16.2), stuff, 0.7, seam=True)
    elif form.form == "horn":
        path = np.asarray(curve((5, 8), (6, 26), (20, 28), (28, 10), steps=28))
        for number, (x, y) in enumerate(path):
            e.paint(e.disc(float(x), float(y), 1.4 + 5.2 * (number / 27) ** 1.4), stuff, 0.5)
        e.paint(e.seen.copy(), stuff, 0.55, ROUND)
        e.paint(e.disc(28, 9, 3, 5.4), stuff, 0.1)
        for at in (8, 18):
            x, y = path[at]
            e.paint(
                e.disc(float(x), float(y), 1.8 + 5.2 * (at / 27) ** 1.4) & (abs((e.x - x) - 0.7 * (e.y - y)) < 1.3),
                look.of("gold"),
                0.65,
            )
    elif form.form == "sax":
        e.paint(
            e.line((8, 4), (12, 3), (14, 6), (14, 22), *curve((14, 22), (14, 31), (23, 31), (24, 20)), wide=4),
            stuff,
            0.55,
            ROUND,
        )
        e.paint(e.shape((21.6, 21), (19.6, 11), (29.6, 11), (26.6, 21)), stuff, 0.6, POLE, seam=True)
        e.paint(e.disc(24.6, 11, 5, 1.8), stuff, 0.15, seam=True)
        for y in (9, 13, 17, 21):
            e.paint(e.disc(16.4, y, 1.5), stuff, 0.95, seam=True)
        e.paint(e.line((4, 5), (8.6, 4), wide=2.6), look.of(INK), 0.5)
    elif form.form == "ocarina":
        e.paint(e.shape((14, 12), (17, 3), (22, 4), (21, 13)), stuff, 0.6)
        e.paint(e.disc(15.4, 19, 13.4, 8.6), stuff, 0.5, ROUND, seam=True)
        e.paint(dots(e, (7, 17), (12, 21), (17, 21), (22, 17), size=2), look.of(INK), 0.2)
        e.paint(e.box(17.4, 9, 19.6, 11), look.of("gold"), 0.7)
    else:
        for number in range(6):
            left = 3.4 + 4.4 * number
            e.paint(e.box(left, 6, left + 4, 28 - 2.8 * number), stuff, 0.5, POLE, seam=True)
            e.paint(e.box(left + 1, 6, left + 3, 7.2), look.of(INK), 0.3)
        e.paint(e.box(2.6, 12, 30, 14.6), look.of("leather"), 0.5, BEAM, seam=True)


def piano(e: Easel, look: Look) -> None:
    """A piano; an accordion; a xylophone; a note of music."""
    if look.has("note", "notes"):
        ink = look.whole("#2a2c3a", "#7a4ac8", "#3a72c8")
        e.paint(e.disc(8.4, 25, 5.6, 4.4) | e.disc(23, 22, 5.6, 4.4), ink, 0.6, ROUND)
        e.paint(
            e.box(11.4, 6, 14, 25) | e.box(26, 3, 28.6, 22) | e.shape((11.4, 5), (28.6, 2), (28.6, 7.4), (11.4, 10.4)),
            ink,
            0.5,
        )
    elif look.has("accordion", "concertina"):
        red = look.whole("#c8303c")
        for number, x in enumerate(np.arange(11, 21, 2)):
            e.paint(e.box(float(x), 7, float(x) + 2, 26), look.of("#3a3440" if number % 2 else "#e8e0d0"), 0.5)
        e.paint(e.shape((3, 5), (11, 5), (11, 28), (3, 28)), red, 0.5, POLE, seam=True)
        e.paint(e.shape((21, 5), (29, 5), (29, 28), (21, 28)), red, 0.5, POLE, seam=True)
        for y in np.arange(8, 26, 3):
            e.paint(e.box(4.4, float(y), 8.4, float(y) + 2), look.of(WHITE), 0.7)
            e.paint(dots(e, (24, float(y)), (26.4, float(y)), size=1.2), look.of("gold"), 0.8)
    elif look.has("xylophone", "glockenspiel", "marimba"):
        for number, colour in enumerate(("#e0303a", "#f08a2c", "#f8d030", "#3ab84a", "#3a8ae0", "#8a4ac8")):
            left = 2.6 + 4.6 * number
            e.paint(e.box(left, 5 + number, left + 4, 27 - number), look.of(colour), 0.55, POLE, seam=True)
        e.paint(e.line((6, 30), (25, 12), wide=1.5), look.of("wood"), 0.6, seam=True)
        e.paint(e.disc(26, 11, 2.4), look.of("#f4f0e4"), 0.7, ROUND, seam=True)
    else:
        case = look.whole("#2f2c38", "wood")
        for foot in (4, 25):
            e.paint(e.box(foot, 20, foot + 3, 30.6), case, 0.4)
        e.paint(e.box(3, 2.4, 29, 17), case, 0.5, BEAM, seam=True)
        e.paint(e.box(9, 5, 23, 12), look.of("#f6f2e4"), 0.6, seam=True)
        for row in (7, 9.4):
            e.paint(e.box(11, row, 21, row + 1), look.of(INK), 0.5)
        e.paint(e.box(2, 16, 30, 22), look.of("#fbf8f0"), 0.65, seam=True)
        e.paint(e.box(2, 16, 30, 22) & ((e.x - 2) % 4 < 0.9), look.of(INK), 0.6)
        e.paint(e.box(2, 16, 30, 19.4) & ((e.x) % 4 < 1.9), look.of(INK), 0.4)
        e.paint(e.box(2, 21.6, 30, 24), case, 0.55, BEAM, seam=True)


_GUITAR = ((12, 3), (14, 5.6), (17, 5.8), (19.4, 4.8), (22, 6.6), (25, 8), (28, 7.4), (30.6, 4))


_LUTE = ((11, 1.8), (15, 5), (20, 8.6), (25, 9.4), (29, 6.4), (30.6, 3))


_VIOLIN = ((13, 2), (14.6, 4.4), (17, 5.4), (20, 3.6), (22, 3.8), (25, 6.2), (28, 6), (30.4, 3))


_BANJO = ((13, 3.4), (15.4, 6.4), (19, 8.4), (22, 8.8), (25, 8.4), (28.6, 6.4), (30.6, 3.4))


KINDS = (
    Kind(
        "guitar, acoustic guitar, ukulele, wooden guitar, classical guitar",
        partial(stringed, Strings(_GUITAR)),
        "acoustic, classical, bard's",
    ),
    Kind("electric guitar, bass guitar, rock guitar", partial(stringed, Strings(_GUITAR, form="electric")), "rock"),
    Kind("lute, mandolin, oud, bard's lute, balalaika, sitar", partial(stringed, Strings(_LUTE)), "bard's, bard"),
    Kind("violin, fiddle, viola, cello, double bass", partial(stringed, Strings(_VIOLIN, "#a8542c", "violin"))),
    Kind("banjo", partial(stringed, Strings(_BANJO, form="banjo"))),
    Kind("harp, lyre, golden harp, golden lyre", harp),
    Kind(
        "drum, drums, war drum, tambourine, snare drum, bongo, drum set, toy drum, bongos, taiko drum",
        drum,
        "war, snare, bass, toy, tribal",
    ),
    Kind(
        "flute, recorder, whistle, clarinet, wooden flute, oboe, bamboo flute, silver flute, magic flute",
        partial(wind, Wind("flute", "wood")),
        "bamboo, magic",
    ),
    Kind("trumpet, bugle, cornet, trombone, brass trumpet", partial(wind, Wind("trumpet", "gold")), "brass"),
    Kind(
        "war horn, drinking horn, viking horn, battle horn, hunting horn, horn of war, powder horn",
        partial(wind, Wind("horn", "bone")),
        "viking, hunting",
    ),
    Kind("saxophone, sax", partial(wind, Wind("sax", "gold"))),
    Kind("ocarina, magic ocarina", partial(wind, Wind("ocarina", "#4a7ac8")), "magic"),
    Kind("pan flute, panpipes, pan pipes, panflute, harmonica", partial(wind, Wind("panpipe", "bamboo"))),
    Kind(
        "piano, accordion, xylophone, music note, musical note, grand piano, upright piano, music notes, "
        "glockenspiel, musical notes",
        piano,
        "grand, upright, toy, musical",
    ),
)
