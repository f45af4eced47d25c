"""Spiders, insects, snails and worms."""

from __future__ import annotations

from dataclasses import dataclass

from pixdraw.proposals.ruled.anatomy import FLOOR, INK, Coat, Kind, coat_of, dimmer, eye
from pixdraw.proposals.ruled.easel import ROUND, Easel
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Bug(Kind):
    """A kind of spider, insect or other small animal."""

    form: str = "beetle"
    """One of: spider, beetle, ant, butterfly, fly, scorpion, snail, slug, worm, hopper."""
    marks: str = ""
    """Any of: spots, hourglass, stripes, horn, hairy, skull."""
    wing: str = "#cfe4f4"


def bug(e: Easel, look: Look, kind: Bug) -> None:
    """Paint a spider, an insect or another small animal."""
    _FORMS[kind.form](e, look, kind, coat_of(kind, look))


def _spider(e: Easel, look: Look, b: Bug, c: Coat) -> None:
    """Paint a spider seen from the front and above, its legs bent."""
    leg = look.part("leg", b.skin.split()[0]) if "leg" in look.parts else c.skin
    for way in (-1, 1):
        for knee, foot in (
            ((11.4, 5.6), (14.4, 14.6)),
            ((13, 11), (15, 21)),
            ((12.6, 17.6), (14.4, 27.4)),
            ((8.4, 21.6), (9.4, 30)),
        ):
            path = ((16 + way * 4, 18), (16 + way * knee[0] * 0.94, knee[1]), (16 + way * foot[0], foot[1]))
            e.paint(e.line(*path, wide=2.0 if "hairy" not in b.marks else 2.6), leg, 0.4, seam=True)
    abdomen = e.disc(16, 12, 8.4, 8.4)
    e.paint(abdomen, c.skin, 0.5, ROUND, seam=True)
    if "hourglass" in b.marks and not look.has("markings", "marking"):
        mark = look.parts.get("hourglass", c.mark)
        e.paint(abdomen & e.shape((13, 6.6), (19, 6.6), (16.6, 11), (19, 15.4), (13, 15.4), (15.4, 11)), mark, 0.6)
    else:
        for y, wide in ((6.8, 1.4), (10.2, 2.4), (13.6, 2)):
            for way in (-1, 1):
                e.paint(abdomen & e.disc(16 + way * wide * 1.5, y, wide * 0.85, 1.3), c.mark, 0.55)
    head = e.disc(16, 21.4, 6.4, 5.4)
    e.paint(head, c.skin, 0.55, ROUND, seam=True)
    eyes = look.part("eye", "#f04a3a")[2:3]
    for x, y in ((12, 20), (18, 20)):
        e.paint(e.box(x, y, x + 2, y + 2), eyes)
        e.paint(e.box(x, y, x + 1, y + 1), c.white)
    for x in (14, 17):
        e.paint(e.box(x, 18, x + 1, 19), eyes)
    for way in (-1, 1):
        e.paint(
            e.shape((16 + way * 3.4, 25), (16 + way * 0.6, 25), (16 + way * 1.6, 29)),
            look.part("fang", "#efe6cc"),
            0.6,
            seam=True,
        )


def _beetle(e: Easel, look: Look, b: Bug, c: Coat) -> None:
    """Paint a beetle seen from above."""
    ink = look.of(INK)
    for way in (-1, 1):
        for y, far in ((14, 9), (19, 11), (24, 9.6)):
            e.paint(e.line((16, y), (16 + way * far, y - 1), (16 + way * (far + 2.6), y + 3), wide=1.8), ink, 0.4)
        e.paint(e.line((16 + way * 2, 6), (16 + way * 5.6, 1.6), wide=1.2), ink, 0.4)
    if "horn" in b.marks:
        e.paint(e.shape((14, 8), (15, 1.2), (18, 2), (17, 4), (18, 8)), c.skin, 0.5)
    e.paint(e.disc(16, 8.4, 5.4, 4.6), ink if "spots" in b.marks else dimmer(c.skin, 0.8), 0.5, ROUND)
    shell = e.disc(16, 19.6, 10, 10)
    e.paint(shell, c.skin, 0.55, ROUND, seam=True)
    e.paint(shell & ((abs(e.x - 16) < 0.6) | (e.y < 12.6) & (e.y > 11.6)), ink, 0.3)
    if "spots" in b.marks:
        for way in (-1, 1):
            for x, high, r in ((5.4, 15.4, 2), (4.4, 22.6, 2.2), (8, 19.6, 1.2)):
                e.paint(e.disc(16 + way * x, high, r) & shell, c.mark, 0.4)
    elif "stripes" in b.marks:
        e.paint(shell & (abs((e.y - 17) % 4 - 2) < 0.9), c.mark, 0.5)
    else:
        e.paint(e.line((10, 16), (9.4, 20), wide=1.4) & shell, c.skin, 1.0)
    for way in (-1, 1):
        e.paint(e.box(round(15.5 + way * 3.5), 6, round(15.5 + way * 3.5) + 1, 8), c.white)


def _ant(e: Easel, look: Look, b: Bug, c: Coat) -> None:
    """Paint an ant seen from the side, its head at the left."""
    for x, foot in ((14, 9.4), (16, 15.4), (18, 21.4)):
        for way, level in ((1, 0.2), (0, 0.5)):
            e.paint(e.line((x, 20), (foot + way * 1.6 + 1.4, 22.6), (foot + way * 2.6, FLOOR), wide=1.4), c.skin, level)
    for start, to in (((6, 13), (3.4, 6)), ((8.4, 12), (8, 5))):
        e.paint(e.line(start, (to[0] + 1.6, to[1] + 3.4), to, wide=1.2), c.skin, 0.3)
    e.paint(e.disc(24.6, 17.6, 6, 5.4), c.skin, 0.55, ROUND)
    e.paint(e.disc(16.4, 18.6, 4, 3.6), c.skin, 0.55, ROUND, seam=True)
    e.paint(e.disc(8, 16.4, 5.4, 5), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.shape((3.4, 18), (1.4, 21.6), (5.4, 20.6)), c.skin, 0.35)
    eye(e, look, c, 5, 14.6, high=3)
    if "stripes" in b.marks:
        e.paint(e.disc(24.6, 17.6, 6, 5.4) & (abs(e.x % 4 - 2) < 0.9), c.mark, 0.4)


def _butterfly(e: Easel, look: Look, b: Bug, c: Coat) -> None:
    """Paint a butterfly or a moth with its wings spread."""
    ink = look.of(b.mark)
    wing = look.part("wing", b.skin.split()[0]) if "wing" in look.parts else c.skin
    for way in (-1, 1):
        low = e.disc(16 + way * 6, 22, 5.6, 6.6) | e.shape((16, 17), (16 + way * 10, 19), (16 + way * 4, 26))
        high = e.disc(16 + way * 9, 9.4, 6, 6.4) | e.shape(
            (16, 17), (16 + way * 4, 6), (16 + way * 14, 13), (16 + way * 8, 17.6)
        )
        for part in (low, high):
            e.paint(part, wing, 0.55, ROUND, seam=True)
            edge = part & ~e.disc(
                16 + way * (6.4 if part is high else 4.6), 11 if part is high else 21, 7.4 if part is high else 5.4, 6.4
            )
            e.paint(edge, ink, 0.45)
        e.paint(e.disc(16 + way * 9.4, 9, 1.7), c.pale, 0.7)
        e.paint(e.disc(16 + way * 6.4, 21.6, 1.5), c.pale, 0.6)
        e.paint(e.line((16, 9), (16 + way * 3.6, 2.4), wide=1.1), ink, 0.3)
    e.paint(e.line((16, 9), (16, 24), wide=3), ink, 0.5, ROUND)
    e.paint(e.disc(16, 8.6, 2.2), ink, 0.6, ROUND)


def _fly(e: Easel, look: Look, b: Bug, c: Coat) -> None:
    """Paint an insect with clear wings seen from above: a dragonfly, a fly or a mosquito."""
    wing, long = look.part("wing", b.wing), "dragonfly" in b.names
    for way in (-1, 1):
        pairs = ((15, 7.4, 2.6), (14.4, 15.4, 2.6)) if long else ((13.4, 23, 3.6),)
        for far, y, thick in pairs:
            path = e.line((16, 12), (16 + way * (far - 3), (y + 12) / 2 + (y - 12) * 0.4), wide=thick * 2)
            e.paint(path, wing, 0.6, ROUND, seam=True)
        for y, far in ((14, 7), (18, 8), (21, 6)) if not long else ():
            e.paint(e.line((16, y), (16 + way * far, y + 1), (16 + way * (far + 2), y + 5), wide=1.2), c.mark, 0.4)
    tail = e.line((16, 14), (16, 29), wide=3) if long else e.disc(16, 19.4, 4.8, 7)
    e.paint(tail, c.skin, 0.5, ROUND, seam=True)
    for y in (17, 20, 23, 26):
        e.paint(tail & (abs(e.y - y) < 0.5), c.mark, 0.4)
    e.paint(e.disc(16, 12, 4.4, 4), c.skin, 0.55, ROUND, seam=True)
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 3, 6.6, 2.9), look.part("eye", "#c8382c"), 0.55, ROUND, seam=True)
    if "mosquito" in b.names.split(",")[0]:
        e.paint(e.line((16, 8), (16, 1.4), wide=1.1), c.mark, 0.3)


def _scorpion(e: Easel, look: Look, b: Bug, c: Coat) -> None:
    """Paint a scorpion seen from the side, its tail over its back."""
    for x in (13, 17, 21):
        e.paint(e.line((x, 22), (x - 3, 24), (x - 3.6, FLOOR), wide=1.6), c.skin, 0.35)
    tail = ((23, 21), (28.4, 17), (28.4, 10), (23, 5.6), (17, 6))
    for start, end in zip(tail, tail[1:], strict=False):
        e.paint(e.line(start, end, wide=4.4), c.skin, 0.5, ROUND, seam=True)
    e.paint(e.shape((18, 3.4), (11.4, 6.4), (13, 10.6), (15, 7.6), (18.6, 8.4)), c.mark, 0.5, seam=True)
    for x, r in ((22, 4.6), (18, 5), (13, 5.2)):
        e.paint(e.disc(x, 21.6, r, r * 0.84), c.skin, 0.55, ROUND, seam=True)
    e.paint(e.line((11, 22), (6.4, 20), (5.4, 17), wide=2.6), c.skin, 0.4, seam=True)
    notch = e.shape((4.6, 13.4), (3.6, 8), (6.8, 8.6))
    e.paint(e.disc(5.2, 14, 3.9, 4.6) & ~notch, c.skin, 0.6, ROUND, seam=True)
    e.paint(e.line((11, 24), (7, 26.4), wide=2.2), c.skin, 0.35)
    e.paint(e.disc(5, 26, 3.4, 2.8) & ~e.shape((3.4, 25.6), (0.6, 24), (0.6, 26.4)), c.skin, 0.5, ROUND, seam=True)
    eye(e, look, c, 10, 19)


def _snail(e: Easel, look: Look, b: Bug, c: Coat) -> None:
    """Paint a snail, or a slug, which has no shell, its head at the left."""
    body = e.line((7, 17), (8.4, 24), (12, 27.4), (28, 28.4), wide=4.4) | e.shape((6, 26), (30.6, 29.8), (6, 29.8))
    e.paint(body | e.disc(7.4, 18, 4.4, 4.6), c.skin, 0.5, ROUND)
    for x, top in ((4.6, 8.4), (9.6, 8)):
        e.paint(e.line((x + 1.4, 15), (x, top), wide=1.6), c.skin, 0.5)
        e.paint(e.disc(x, top, 1.9), c.white)
        e.paint(e.box(round(x) - 1, round(top) - 1, round(x), round(top) + 1), c.ink)
    e.paint(e.line((4.4, 20), (6.6, 20.8), wide=1), c.ink)
    if b.form == "slug":
        e.paint(e.disc(19, 25.4, 8.4, 4) & (e.y < 28), c.skin, 0.6, ROUND)
        e.paint(e.disc(16, 23.4, 5, 2.4), c.mark, 0.5, ROUND)
        return
    shell = look.part("shell", b.mark)
    e.paint(e.disc(19.4, 17.4, 9.6, 9.4), shell, 0.55, ROUND, seam=True)
    for r, level in ((6.4, 0.2), (5.4, 0.6), (2.8, 0.15), (1.8, 0.7)):
        e.paint(
            e.disc(19.8, 18, r, r * 0.96), shell, level if r in (6.4, 2.8) else level, ROUND if level > 0.5 else "flat"
        )


def _worm(e: Easel, look: Look, b: Bug, c: Coat) -> None:
    """Paint a caterpillar or a worm: a row of rings, its head at the left."""
    is_hairy = b.form == "worm" and "stripes" in b.marks
    for x, y in ((28, 25), (24.4, 23.4), (20.4, 22), (16, 22.6), (12, 24)):
        if is_hairy:
            e.paint(e.box(x - 2, y, x - 0.4, FLOOR) | e.box(x + 0.6, y, x + 2, FLOOR), c.mark, 0.4)
        e.paint(e.disc(x, y, 4, 4.6), c.skin, 0.55, ROUND, seam=True)
        if is_hairy:
            e.paint(e.disc(x + 0.6, y - 1, 1.2, 1.6), c.mark, 0.6)
    e.paint(e.disc(7.4, 20.4, 6, 5.8), c.skin, 0.6, ROUND, seam=True)
    if is_hairy:
        for x in (5, 9):
            e.paint(e.line((x, 16), (x - 1.4, 10.6), wide=1.2), c.mark, 0.4)
            e.paint(e.disc(x - 1.4, 10.4, 1.4), c.mark, 0.6)
    eye(e, look, c, 4.4, 18.4, high=3)
    e.paint(e.line((4.4, 23), (6, 23.6), (8, 23), wide=1), c.ink)


def _hopper(e: Easel, look: Look, b: Bug, c: Coat) -> None:
    """Paint a grasshopper or a mantis, its head at the left."""
    for x in (11, 15):
        e.paint(e.line((x, 21), (x - 1.6, 25), (x - 3, FLOOR), wide=1.4), c.skin, 0.4)
    e.paint(e.shape((8, 16), (14, 14), (30, 20), (30.4, 22), (12, 23.6)), c.skin, 0.5, ROUND)
    e.paint(e.shape((13, 14.6), (29, 18), (30, 21), (15, 19.4)), dimmer(c.skin, 0.8), 0.55, seam=True)
    e.paint(e.line((17, 22), (24.4, 9), wide=3.4), c.skin, 0.6, ROUND, seam=True)
    e.paint(e.line((24.4, 9.6), (27.4, 20), (26.4, FLOOR), (29, FLOOR), wide=1.5), c.skin, 0.4)
    e.paint(e.disc(7.6, 16.4, 4.8, 5), c.skin, 0.6, ROUND, seam=True)
    for to in ((3.4, 6), (8, 4.6)):
        e.paint(e.line((7, 12), to, wide=1.1), c.mark, 0.4)
    eye(e, look, c, 4.6, 14, high=3)


_FORMS = {
    "spider": _spider, "beetle": _beetle, "ant": _ant, "butterfly": _butterfly, "fly": _fly, "scorpion": _scorpion,
    "snail": _snail, "slug": _snail, "worm": _worm, "hopper": _hopper,
}  # fmt: skip

BUGS = (
    Bug("spider, giant spider, cave spider, forest spider, poison spider, spider monster, evil spider",
        "#6a4a5c #7a4a34 #4c4a64", "", "#d85c48", "spider"),
    Bug("tarantula, wolf spider, hairy spider", "#7a4c30", "", "#e0a060", "spider", "hairy"),
    Bug("black widow, black widow spider, widow spider", "#2c2a36", "", "#e0303c", "spider", "hourglass"),
    Bug("ladybug, ladybird, lady bug, lady beetle", "#d8303a", "", INK, "beetle", "spots"),
    Bug("beetle, scarab, dung beetle, bug, giant beetle, scarab beetle", "#3c6c9a #4a8a5c #6a4a8a", "", "#24344c",
        "beetle"),
    Bug("rhino beetle, rhinoceros beetle, stag beetle, hercules beetle", "#6a4430", "", "#3a241c", "beetle", "horn"),
    Bug("cockroach, roach", "#7a4a2c", "", "#4a2c1c", "beetle"),
    Bug("potato beetle, firefly beetle", "#e8b040", "", "#3a2e2c", "beetle", "stripes"),
    Bug("ant, giant ant, fire ant, black ant, worker ant, queen ant", "#8a4434 #4a3c48", "", INK, "ant"),
    Bug("termite", "#e0b888", "", "#8a5c38", "ant"),
    Bug("butterfly, monarch butterfly, monarch", "#f08a28 #4a90e0 #c868d8", "#fbf4d0", "#2c2634", "butterfly"),
    Bug("moth, luna moth, giant moth", "#c8b088 #a8d0a0", "#f4ecd8", "#6a5440", "butterfly"),
    Bug("dragonfly, dragon fly, damselfly", "#3c9ac8 #4aa868", "", "#244c6c", "fly"),
    Bug("fly, house fly, housefly", "#4c5464", "", "#2a2e38", "fly"),
    Bug("mosquito, gnat", "#6a6470", "", "#3a343e", "fly"),
    Bug("wasp, hornet", "#f0c028", "", INK, "fly"),
    Bug("scorpion, giant scorpion, sand scorpion, desert scorpion", "#c8803c #4c4658", "", "#7a3c24", "scorpion"),
    Bug("snail, garden snail, giant snail", "#e8c890", "", "#b0663c", "snail"),
    Bug("slug, banana slug, sea slug", "#c8a858 #9a8aa0", "", "#8a6c34", "slug"),
    Bug("caterpillar, grub, larva, maggot, silkworm, centipede, millipede", "#7cc048", "", "#e8a030", "worm",
        "stripes"),
    Bug("worm, earthworm, mealworm", "#e89a8c", "", "#b8605c", "worm"),
    Bug("grasshopper, cricket, locust, mantis, praying mantis", "#6ab048", "", "#3c6c2c", "hopper"),
)  # fmt: skip
"""Spiders, insects and the like."""
