"""Food and drinks."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

RICE, NORI, CRUST = "#f4f2ea", "#1f3a30", "#d8984a"
_FILLINGS = {
    "pumpkin": "#e07820", "apple": "#ecc860", "cherry": "#c01c30", "strawberry": "#d83a48", "blueberry": "#4a48a8",
    "blackberry": "#4a2a6a", "lemon": "#f4dc50", "chocolate": "chocolate", "pecan": "#8a5424", "meat": "#7a4426",
}  # fmt: skip


def sushi(e: Easel, look: Look) -> None:
    """Raw fish on rice; a roll has it in the middle."""
    rice, fish = look.of(RICE), look.of("#f4824a", "#f4824a", "#e0404a", "#fbb06a")
    fish = look.of("#f4824a") if look.has("salmon") else fish
    fish = look.of("#e0404a") if look.has("tuna") else look.of("#fbb06a") if look.has("shrimp", "prawn") else fish
    if look.has("roll", "rolls", "maki"):
        _roll(e, look, rice, fish)
        return
    e.paint(e.box(5, 17, 27, 26) | e.disc(7, 22, 4, 4.6) | e.disc(25, 22, 4, 4.6), rice, 0.65, BEAM)
    for x, y in ((9, 23), (14, 24), (19, 22), (23, 24), (12, 21)):
        e.paint(e.box(x, y, x + 2, y + 1), rice, 0.4)
    slabs = {
        "long": ((2, 18.5), (6, 11), (12, 8), (23, 8), (28, 12), (30, 19), (26, 20.5), (20, 18.5), (10, 19), (5, 20.5)),
        "thick": ((3, 18), (5, 9), (11, 6), (22, 6), (28, 10), (29, 18), (24, 19), (9, 19)),
        "draped": ((1, 23), (3, 14), (10, 9), (22, 9), (29, 14), (31, 23), (27, 21), (22, 17), (10, 17), (5, 21)),
    }
    slab = e.shape(*slabs[look.pick("slab", "long", "thick", "draped")])
    e.paint(slab, fish, 0.55, BEAM, seam=True)
    tilt = look.between("stripes", -3, 4)
    for x in (8, 13, 18, 23) if look.chance("many stripes", 0.5) else (9, 16, 23):
        e.paint(slab & e.line((x + tilt, 7), (x - tilt / 2, 21), wide=1.3), look.of("#fde0c8"), 0.6)
    if look.has("nori", "egg", "tamago") or look.chance("band", 0.3):
        e.paint(e.box(14, 8, 19, 27) & e.seen, look.of(NORI), 0.4)


def _roll(e: Easel, look: Look, rice: Ramp, fish: Ramp) -> None:
    """Paint rolls: one from above, or two of them."""
    low = look.pick("roll form", "high", "low", "pair")
    for x, y, wide, deep in {
        "high": ((16, 11, 12, 12),), "low": ((16, 14, 14, 7),), "pair": ((20, 9, 9.4, 7), (11, 16, 9.4, 9)),
    }[low]:  # fmt: skip
        flat = wide * 0.54
        e.paint(
            e.box(x - wide, y, x + wide, y + deep) | e.disc(x, y + deep, wide, flat),
            look.of(NORI),
            0.5,
            POLE,
            seam=True,
        )
        e.paint(e.disc(x, y, wide, flat), look.of(NORI), 0.6)
        e.paint(e.disc(x, y, wide * 0.87, flat * 0.8), rice, 0.75)
        e.paint(e.disc(x - wide * 0.12, y, wide * 0.33, flat * 0.37), fish, 0.55, seam=True)
        e.paint(
            e.disc(x + wide * 0.3, y + 0.2, wide * 0.2, flat * 0.28),
            look.of("#5aa83c", "#5aa83c", "#f4d040"),
            0.6,
            seam=True,
        )


def onigiri(e: Easel, look: Look) -> None:
    """A rice ball with a sheet of seaweed."""
    rice = look.of(RICE)
    form, wrap = look.pick("form", "pointed", "round", "broad"), look.pick("seaweed", "front", "belt", "corner")
    balls = {
        "pointed": e.shape((16, 3), (20, 5), (30, 24), (28, 28), (4, 28), (2, 24), (12, 5)),
        "round": e.disc(16, 17, 13, 12.4),
        "broad": e.shape((12, 4), (20, 4), (25, 9), (30, 22), (27, 28), (5, 28), (2, 22), (7, 9)),
    }
    ball = balls[form]
    e.paint(ball, rice, 0.65, ROUND)
    for number, (x, y) in enumerate(((14, 9), (19, 13), (9, 17), (22, 19), (7, 23), (24, 24), (15, 14), (10, 12))):
        if look.chance(f"grain {number}", 0.75):
            e.paint(e.box(x, y, x + 1.6, y + 1) & ball, rice, 0.4)
    half = look.between("wide", 4, 6.6)
    sheets = {
        "front": e.box(16 - half, 19, 16 + half, 29),
        "belt": e.box(0, 18, 32, 24) & ball,
        "corner": (ball | e.box(0, 0, 0, 0)) & (e.y - 0.5 * abs(e.x - 16) > 20 - half / 2),
    }
    e.paint(sheets[wrap], look.of(NORI), 0.4, seam=True)
    if look.chance("sesame", 0.3) and wrap != "belt":
        for left, top in ((14, 13), (17, 11), (18.4, 15.4), (13, 16.4)):
            e.paint(e.box(left, top, left + 1, top + 1), look.of("#3a3028"), 0.3)
    elif look.chance("face", 0.2) and wrap == "front":
        e.paint(e.box(11.6, 13, 13, 15.4) | e.box(19, 13, 20.4, 15.4), look.of(NORI), 0.2)


def pie(e: Easel, look: Look) -> None:
    """A slice of pie with cream."""
    filling = next(
        (look.of(colour) for word, colour in _FILLINGS.items() if look.has(word)),
        look.of("#c01c30", "#c01c30", "#e07820", "#4a48a8", "#ecc860"),
    )
    crust = look.of(CRUST, CRUST, "#c8803a")
    e.paint(e.shape((2, 17), (25, 22), (25, 29), (2, 21)), filling, 0.4)
    e.paint(e.shape((2, 20), (25, 26.5), (25, 29.5), (2, 22.5)), crust, 0.4)
    e.paint(e.shape((2, 17), (20, 6), (29, 12), (25.5, 22.5)), filling, 0.65, seam=True)
    e.paint(e.line((20.5, 6.5), (26.5, 9.5), (28.5, 14), (26.5, 21), wide=4.4), crust, 0.6, ROUND, seam=True)
    for x, y in ((21, 6), (26, 9.5), (28.5, 14), (27.5, 19)):
        e.paint(e.disc(x, y, 1.2), crust, 0.9)
    if look.chance("lattice", 0.4):
        top = e.shape((3, 17), (19, 8), (26, 12), (24, 21))
        for x, y, to_x, to_y in ((9, 13, 24, 18), (14, 10, 25, 14), (8, 20, 20, 8), (16, 21, 24, 10)):
            e.paint(top & e.line((x, y), (to_x, to_y), wide=1.6), crust, 0.65)
    e.paint(e.shape((25.5, 22), (28.5, 19), (28.5, 26), (25, 29.5)), crust, 0.3)
    on_top = look.pick("topping", "cream", "cream", "berry", "none")
    if on_top == "none":
        return
    x, y = look.between("x", 12.6, 18.4), look.between("y", 12.4, 14.6)
    e.paint(e.disc(x, y, 4.4, 3), look.of("#f8f4ea"), 0.65, ROUND, seam=True)
    e.paint(e.disc(x - 0.5, y - 2.1, 2.6, 1.9), look.of("#f8f4ea"), 0.85, ROUND)
    if on_top == "berry":
        e.paint(e.disc(x, y - 4, 2, 1.9), look.of("#d8202c", "#3a4ab8"), 0.6, ROUND, seam=True)


def bread(e: Easel, look: Look) -> None:
    """A crusty loaf with cuts."""
    crust, form = look.of("#c47a34", "#c47a34", "#a8622c", "#d89a54"), look.pick("form", "oval", "tin", "round", "long")
    crumb, cut = look.of("#f2d69a"), look.pick("cuts", "slanted", "crossed", "few")
    loaves = {
        "oval": e.disc(16, 18, 14, 9) & (e.y < 25.5),
        "round": e.disc(16, 18, 11.6, 10.6) & (e.y < 27),
        "long": e.line((5, 24), (27, 10), wide=10),
        "tin": e.box(4, 15, 28, 27) | e.disc(9, 13.4, 6, 5) | e.disc(16, 12.6, 6, 5.4) | e.disc(23, 13.4, 6, 5),
    }
    loaf = loaves[form]
    e.paint(loaf, crust, 0.5, ROUND)
    if form != "long":
        e.paint(loaf & (e.y > (25 if form == "tin" else 23)), crust, 0.15)
    if cut == "crossed" and form == "round":
        mark = e.line((10, 11), (22, 22), wide=2.4) | e.line((22, 11), (10, 22), wide=2.4)
        e.paint(mark & loaf, crumb, 0.6, seam=True)
        return
    if form == "long":
        for along in (0.2, 0.5, 0.8):
            x, y = 5 + 22 * along, 24 - 14 * along
            e.paint(e.bar((x - 2.4, y - 3), (x + 2.4, y + 3), 2.4) & loaf, crumb, 0.6, seam=True)
        return
    for x in (9, 16, 23) if cut != "few" else (12, 20):
        slash = e.shape((x + 2.6, 10.5), (x + 4, 12), (x - 0.6, 20.5), (x - 2.4, 19.5))
        e.paint(slash & loaf, crumb, 0.6, seam=True)


KINDS = (
    Kind(
        "sushi, nigiri, maki, sushi roll, maki roll, piece of sushi, sushi piece",
        sushi,
        takes="salmon, tuna, shrimp, prawn, maki, sushi, nigiri, roll",
        freedom=1.0,
    ),
    Kind("onigiri, rice ball, onigiri rice ball", onigiri, takes="rice", freedom=0.2),
    Kind(
        "slice of pie, piece of pie, pie slice, slice of tart",
        pie,
        takes="pumpkin, apple, cherry, blueberry, blackberry, lemon, strawberry, chocolate, pecan, meat",
        freedom=1.0,
    ),
    Kind("bread, loaf of bread, bread loaf, loaf", bread, freedom=1.0),
)
