"""Snakes, crocodiles, lizards and dinosaurs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixdraw.proposals.ruled.anatomy import AGAPE, BONE, FLOOR, Coat, Kind, blob_of, coat_of, dimmer, eye, sized
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Reptile(Kind):
    """A kind of snake, lizard or dinosaur."""

    form: str = "snake"
    """One of: snake, serpent, maw, lizard, biped, quad."""
    marks: str = ""
    """Any of: stripes, spots, hood, rattle, crest, scutes, curl, frill, plates, long neck, crown, legs."""


def reptile(e: Easel, look: Look, kind: Reptile) -> None:
    """Paint a snake, a lizard or a dinosaur."""
    _FORMS[kind.form](e, look, kind, coat_of(kind, look))


def _snake(e: Easel, look: Look, r: Reptile, c: Coat) -> None:
    """Paint a snake that is coiled and raises its head."""
    for y, wide, high in ((26, 12, 3.8), (21.6, 9.6, 3.6)):
        coil = blob_of(e, 17, y, wide, high, 2.4)
        e.paint(coil, c.skin, 0.5, ROUND, seam=True)
        if "stripes" in r.marks or look.has("striped", "stripes"):
            e.paint(coil & (abs((e.x + y) % 6 - 3) < 1), c.mark, 0.5, ROUND)
        elif "spots" in r.marks:
            for x in (-7, -2, 3, 8):
                e.paint(coil & e.disc(17 + x, y - 0.6, 1.6, 1.4), c.mark, 0.5)
    e.paint(e.line((27, 25), (30, 22), (29.6, 18.4), wide=1.8), c.mark if "rattle" in r.marks else c.skin, 0.5)
    neck = e.line((20, 20), (18, 15), (14, 11), wide=5)
    e.paint(neck, c.skin, 0.5, ROUND, seam=True)
    e.paint(neck & e.line((17.4, 20), (15.6, 15), (12, 11.4), wide=1.8), c.pale, 0.6)
    if "hood" in r.marks:
        e.paint(e.disc(15.6, 11.6, 8, 7), c.skin, 0.45, ROUND, seam=True)
        e.paint(e.disc(14.4, 13, 4, 5), c.pale, 0.6, ROUND)
    e.paint(e.disc(11.4, 8.4, 6.4, 4.8), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.disc(9.4, 11, 4.4, 2), c.pale, 0.6)
    if "crown" in r.marks:
        for along in (-1, 2, 5):
            e.paint(
                e.shape((10 + along, 4.6), (11.6 + along, 0.8), (13 + along, 4.8)), look.part("crest", "#d8403c"), 0.55
            )
    eye(e, look, c, 8.6, 6.4)
    tongue = look.of("#d8283c")
    e.paint(
        e.line((5, 10.6), (2.6, 12), wide=1)
        | e.line((2.6, 12), (1.2, 11), wide=1)
        | e.line((2.6, 12), (1.4, 13.6), wide=1),
        tongue,
        0.5,
    )


def _serpent(e: Easel, look: Look, r: Reptile, c: Coat) -> None:
    """Paint a serpent of which loops rise over the water."""
    for x, wide, top in ((27.4, 3, 17), (20, 4.6, 13)):
        loop = (e.disc(x, 28, wide + 1.8, 28 - top) & ~e.disc(x, 30, max(wide - 2.2, 1.2), 24.6 - top)) & (e.y < 28.6)
        e.paint(loop, c.skin, 0.5, ROUND, seam=True)
        e.paint(loop & ~e.disc(x, 29, wide + 0.4, 27 - top), c.mark, 0.4)
    for y in (8, 13, 18):
        e.paint(
            e.shape((13, y - 2), (18, y), (13, y + 3.4)),
            look.part("fin", r.mark) if "fin" in look.parts else c.mark,
            0.5,
        )
    neck = e.line((11.4, 28), (12, 20), (11, 12), (9.6, 8.4), wide=6)
    e.paint(neck & (e.y < 28.6), c.skin, 0.5, ROUND, seam=True)
    e.paint(neck & e.line((9.4, 28), (9.6, 20), (8.6, 13), wide=2) & (e.y < 28.6), c.pale, 0.6)
    e.paint(e.disc(10, 8, 6, 5) | e.line((8, 9.4), (3, 10.6), wide=4.4), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.shape((11, 4), (17, 1), (14.6, 7)), c.mark, 0.55, seam=True)
    e.paint(e.line((1.6, 11.4), (7, 11.6), wide=1), c.ink)
    eye(e, look, c, 7, 6)
    for start in (2, 8, 14, 20, 26):
        e.paint(e.disc(start + 1, 29.4, 3.4, 1.5), look.of("water"), 0.7)


def _maw(e: Easel, look: Look, r: Reptile, c: Coat) -> None:
    """Paint a giant worm that rises from the ground, its round mouth full of teeth."""
    earth = look.of("#d8b470")
    body = e.line((24, 30), (25, 22), (21, 15), (13.6, 12), wide=12)
    e.paint(body, c.skin, 0.5, ROUND)
    for start, end in (
        ((17, 28), (30.4, 26)),
        ((18, 23.4), (30.6, 20)),
        ((16, 20), (25.6, 11)),
        ((12.4, 18.6), (18, 6.6)),
    ):
        e.paint(body & e.line(start, end, wide=1), c.skin, 0.1)
    e.paint(e.disc(10.6, 12.4, 8.6, 9.4), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.disc(9.8, 12.6, 6.6, 7.4), look.of("#8a2434"), 0.4, ROUND)
    e.paint(e.disc(9.6, 12.8, 3.2, 3.8), c.ink)
    for turn in np.linspace(0, 2 * np.pi, 11)[:-1]:
        x, y = 9.8 + 6.8 * np.cos(turn), 12.6 + 7.6 * np.sin(turn)
        inner = (9.8 + 3.4 * np.cos(turn), 12.6 + 4 * np.sin(turn))
        side = (1.3 * np.sin(turn), 1.3 * np.cos(turn))
        e.paint(e.shape((x - side[0], y + side[1]), inner, (x + side[0], y - side[1])), c.white)
    for x, wide in ((16, 3.4), (30, 2.6), (23, 4.6)):
        e.paint(e.disc(min(x, 28), 29, wide + 1.4, 2), earth, 0.5, ROUND, seam=True)


def _lizard(e: Easel, look: Look, r: Reptile, c: Coat) -> None:
    """Paint a lizard or crocodile, low and long, its head at the left."""
    is_croc = "scutes" in r.marks
    tail = e.line((22, 21.4), (28, 24), (30.6, 28), wide=3.4) if "curl" not in r.marks else (
        e.line((22, 21), (27, 19.4), wide=3.4) | (e.disc(27, 23, 4) & ~e.disc(27, 23.4, 1.6)))  # fmt: skip
    e.paint(tail | e.shape((19, 17.4), (26, 20.4), (27.4, 24), (19, 25)), c.skin, 0.45, ROUND)
    for x in (13.0, 23.0):
        e.paint(
            e.line((x + 1.6, 21), (x + 2.4, FLOOR - 1), (x + 0.6, FLOOR - 0.6), wide=2.4), dimmer(c.skin, 0.75), 0.5
        )
    body = blob_of(e, 17.6, 21, 7.6, 4.8, 2.2)
    if is_croc or "plates" in r.marks:
        for x in (12, 15, 18, 21, 24):
            e.paint(e.shape((x - 1.8, 18.6), (x, 14.4), (x + 1.8, 18.6)), c.mark, 0.5)
    if "crest" in r.marks:
        for x in (8, 11, 14, 17, 20):
            e.paint(e.shape((x - 1.4, 17.4), (x + 1, 12), (x + 1.8, 17.4)), c.mark, 0.55)
    e.paint(body | e.shape((8, 15), (14, 17), (12, 25), (8, 21)), c.skin, 0.55, ROUND)
    e.paint(body & (e.y > 23), c.pale, 0.55)
    if "stripes" in r.marks or "spots" in r.marks:
        for x in (13.0, 17.0, 21.0):
            e.paint(body & e.disc(x, 19, 1.2, 1.4 if "spots" in r.marks else 3), c.mark, 0.5)
    for x in (10.6, 20.8):
        e.paint(e.line((x + 1.6, 22), (x, FLOOR - 1.4), (x - 2, FLOOR - 0.7), wide=2.6), c.skin, 0.55, seam=True)
    if is_croc:
        snout = e.shape((9, 15), (1.2, 18), (1.2, 20.4), (9, 20.6))
        low = e.shape((9, 20.4), (1.6, 21 + 2 * look.has(*AGAPE)), (2, 23 + 2 * look.has(*AGAPE)), (9, 23.4))
        e.paint(low, c.skin, 0.4, seam=True)
        e.paint(snout | e.disc(9.4, 16.6, 3.6, 4), c.skin, 0.6, ROUND, seam=True)
        for x in (2, 4, 6):
            e.paint(e.shape((x, 20), (x + 1.6, 20), (x + 0.8, 22.4)), c.white)
        eye(e, look, c, 7.4, 13.6)
        return
    e.paint(e.disc(8, 17, 5.8, 4.8) | e.line((7, 18.4), (3.4, 19), wide=4.6), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.line((1.6, 20), (6, 20.4), wide=1), c.ink)
    eye(e, look, c, 5.4, 14.4, high=3)


def _biped(e: Easel, look: Look, r: Reptile, c: Coat) -> None:
    """Paint a dinosaur on two legs with a great jaw, its head at the left."""
    r = sized(r, look)
    e.paint(e.shape((17, 15), (24, 18), (30.8, 24), (30.6, 25.4), (22, 24.6), (17, 24)), c.skin, 0.45, ROUND)
    e.paint(e.line((20, 22), (22.6, 26), (21, FLOOR - 1), (18.6, FLOOR - 0.8), wide=3), dimmer(c.skin, 0.75), 0.5)
    body = e.disc(17, 19.4, 6.4, 6.4) | e.shape((9, 12), (16, 7), (21, 15), (12, 23))
    e.paint(body, c.skin, 0.5, ROUND)
    e.paint(body & e.line((9.6, 14), (11.6, 20), (15, 25.6), wide=3.2), c.pale, 0.6)
    if "stripes" in r.marks or look.has("striped", "stripes"):
        for x, y in ((16, 12), (19.6, 15), (22.6, 18.6), (26, 21.6)):
            e.paint(e.seen & e.line((x, y), (x - 1.4, y + 4), wide=1.2), c.mark, 0.45)
    leg = e.disc(17.6, 22, 4, 4.4) | e.line((17, 24), (18.4, 27), (16.6, FLOOR - 1.4), wide=3.2)
    e.paint(leg | e.line((17, FLOOR - 1), (13.4, FLOOR - 0.8), wide=2), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.line((12, 18), (9, 19.4), (8, 21.4), wide=1.7), c.skin, 0.4, seam=True)
    jaw = e.shape((13, 12.4), (4, 12.6), (4.6, 15 + 1.6 * look.has(*AGAPE)), (13, 16.4))
    e.paint(jaw, c.skin, 0.4, ROUND, seam=True)
    skull = e.shape((15, 3.4), (10, 2.2), (2, 6), (1.4, 11.6), (15, 12.4)) | e.disc(12.4, 8, 5, 5.4)
    e.paint(skull, c.skin, 0.6, ROUND, seam=True)
    for x in (3, 5.4, 7.8):
        e.paint(e.shape((x, 11), (x + 1.8, 11), (x + 0.9, 13.6)), c.white)
    e.paint(e.box(2, 8, 3, 9), c.ink)
    eye(e, look, c, 9, 5, high=3)


def _quad(e: Easel, look: Look, r: Reptile, c: Coat) -> None:
    """Paint a dinosaur on four legs: with a long neck, with plates, or with horns and a frill."""
    high = "long neck" in r.marks
    e.paint(e.shape((20, 15.6), (26, 18), (30.8, 22.4 if high else 25), (30.4, 25), (20, 24)), c.skin, 0.45, ROUND)
    for x, is_far in ((14.4, True), (22, True), (11.4, False), (19.6, False)):
        leg = e.box(x, 20, x + 3.4, FLOOR)
        e.paint(leg, dimmer(c.skin, 0.75) if is_far else c.skin, 0.5, POLE)
        e.paint(leg & (e.y > FLOOR - 1.4), c.pale, 0.5)
    if "plates" in r.marks:
        for x, y, tall in ((8.6, 17, 3.6), (12, 14.4, 6), (16.4, 13, 7.4), (21, 14.6, 6), (25, 18, 4)):
            e.paint(
                e.shape(
                    (x - 2.4, y + 1.4),
                    (x - 1.6, y - tall * 0.6),
                    (x, y - tall),
                    (x + 2, y - tall * 0.5),
                    (x + 2.4, y + 2),
                ),
                c.mark,
                0.55,
                seam=True,
            )
    body = blob_of(e, 16.4, 19, 8.4, 5.8, 2.2)
    if high:
        body |= e.line((12, 18), (8.6, 13), (8, 6.6), wide=4.4)
    e.paint(body, c.skin, 0.5, ROUND, seam="plates" in r.marks)
    e.paint(body & (e.y > 21.4), c.pale, 0.55)
    for x, y in ((14, 16), (18, 17.4), (21, 16)) if "plates" not in r.marks else ():
        e.paint(body & e.disc(x, y, 1.3, 1), c.mark, 0.5)
    if high:
        e.paint(e.disc(8.4, 5.8, 4.2, 3.4) | e.line((6, 6.8), (3.4, 7.2), wide=3.6), c.skin, 0.6, ROUND, seam=True)
        eye(e, look, c, 6, 4)
        e.paint(e.box(2, 8, 6, 9) & e.seen, c.ink)
        return
    if "frill" in r.marks:
        e.paint(e.shape((9, 22), (7, 10), (12, 8), (17, 12), (17, 20), (13, 24)), c.mark, 0.55, ROUND, seam=True)
    e.paint(e.disc(8, 19.4, 5.6, 4.8) | e.line((7, 21), (3.6, 22.4), wide=4), c.skin, 0.6, ROUND, seam=True)
    if "frill" in r.marks:
        horn = look.part("horn", BONE)
        for x, y, to in ((6, 16, (1.6, 9.4)), (9, 15.4, (6.4, 8)), (3.4, 20.4, (1.4, 17))):
            e.paint(e.shape((x - 1.2, y + 0.6), to, (x + 1.4, y)), horn, 0.6, seam=True)
    e.paint(e.box(2, 23, 6, 24) & e.seen, c.ink)
    eye(e, look, c, 6.4, 17.4)


_FORMS = {"snake": _snake, "serpent": _serpent, "maw": _maw, "lizard": _lizard, "biped": _biped, "quad": _quad}

REPTILES = (
    Reptile("snake, viper, python, boa, adder, giant snake, serpent, garden snake", "#5aa84a #4a9080", "#e4ecb0",
            "#2c5c34", marks="stripes"),
    Reptile("rattlesnake, rattle snake, sidewinder, desert snake", "#c8a468", "#f0e4c0", "#7a5430",
            marks="spots rattle"),
    Reptile("cobra, king cobra, spitting cobra", "#6a8a4a", "#ecdca4", "#2e4428", marks="hood stripes"),
    Reptile("basilisk, giant basilisk", "#4a8a58", "#d8e0a0", "#28503c", marks="crown spots"),
    Reptile("sea serpent, leviathan, sea dragon, water serpent, lake monster, loch ness monster, nessie",
            "#2c8aa8 #3c7cc8", "#b8e4dc", "#1c4c7c", "serpent"),
    Reptile("sand worm, sandworm, giant worm, death worm, purple worm, worm monster, desert worm", "#c08a5c", "",
            "#7a4c34", "maw"),
    Reptile("crocodile, alligator, croc, gator", "#5c8a44", "#dce0a4", "#3c5c2c", "lizard", "scutes"),
    Reptile("lizard, gecko, skink, salamander, newt, komodo dragon", "#5cb048 #d89040", "#e8ecb0", "#2c6c34", "lizard",
            "spots"),
    Reptile("iguana, monitor lizard", "#6aa84a", "#e8ecb0", "#c87c34", "lizard", "crest"),
    Reptile("chameleon", "#58b868", "#d8ecb0", "#e0a83c", "lizard", "curl spots"),
    Reptile("dinosaur, t-rex, t rex, trex, tyrannosaurus, tyrannosaurus rex, velociraptor, raptor, "
            "baby dinosaur, dino, allosaurus", "#5ca04c #a87848 #7c8c54", "#e8e4b4", "#345c30", "biped", "stripes"),
    Reptile("triceratops", "#8a8a5c #6c8aa0", "#dcd8b0", "#b05c3c", "quad", "frill"),
    Reptile("stegosaurus, ankylosaurus", "#6a9a5c", "#dce0b0", "#d07a3c", "quad", "plates"),
    Reptile("brachiosaurus, brontosaurus, diplodocus, long neck dinosaur, apatosaurus, long necked dinosaur",
            "#6a98a8 #7cA46c", "#dce4d0", "#44687c", "quad", "long neck"),
)  # fmt: skip
"""Snakes, lizards and dinosaurs."""
