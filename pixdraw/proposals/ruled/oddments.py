"""Throwing blades, tack of horses and dogs, and small things of every day."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled import drinks, garments
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, dots, heart, hoop, leaf, star, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, FLOWERS, Look


def shuriken(e: Easel, look: Look) -> None:
    """A throwing star with ground edges and a hole."""
    metal = look.whole("iron", "#5c6274", "#8a94a8")
    points = {"four": 4, "six": 6, "eight": 8, "three": 3}[look.pick("points", "four", "four", "four", "six", "eight")]
    turn = look.between("turn", -14, 14) - 90
    notch = {3: 4.6, 4: 5, 6: 7, 8: 8.4}[points]

    def at(deg: float, far: float) -> tuple[float, float]:
        return 16 + far * float(np.cos(np.radians(deg))), 16 + far * float(np.sin(np.radians(deg)))

    half = 180 / points
    for number in range(points):
        deg = turn + number * 360 / points
        left, right, tip = at(deg - half, notch), at(deg + half, notch), at(deg, 15)
        e.paint(e.shape((16, 16), left, tip), metal, 0.85 if np.sin(np.radians(deg - 60)) < 0 else 0.6)
        e.paint(e.shape((16, 16), tip, right), metal, 0.15 if np.sin(np.radians(deg - 60)) > 0 else 0.35)
    e.paint(e.disc(16, 16, 4.2), metal, 0.45, ROUND, seam=True)
    e.erase(e.disc(16, 16, 1.7))


def kunai(e: Easel, look: Look) -> None:
    """A kunai: a broad point, a wrapped grip, a ring."""
    metal, wrap = look.whole("#5c6274", "iron", "#7a8498"), look.part("handle", "#d8ccb4", "#a83a3a", "#4a5a8a")
    axis = Axis(e, (4, 28), (29.6, 2.4))
    wide, waist = look.between("wide", 4.4, 6), look.between("waist", 19, 22)
    e.paint(axis.disc(3, 0, 3.9) & ~axis.disc(3, 0, 1.9), metal, 0.5, ROUND)
    if look.has("ribbon", "cloth", "tag", "paper"):
        e.paint(e.line((6, 27), (12, 30), (18, 27.4), wide=2), look.part("ribbon", "#d8343a"), 0.55, seam=True)
    grip = axis.band(6.4, 15.6, 3.4)
    e.paint(grip, wrap, 0.55)
    e.paint(grip & ((axis.along + axis.aside * 0.6) % 3 < 1.1), wrap, 0.15)
    blade = axis.shape((14.8, -1.6), (waist, -wide), (axis.long, 0), (waist, wide), (14.8, 1.6))
    e.paint(blade, metal, 0.5, seam=True)
    e.paint(blade & (axis.aside < -0.4), metal, 0.85)
    e.paint(blade & (axis.aside > 0.5), metal, 0.3)


def tee(e: Easel, look: Look) -> None:
    """A T-shirt, with a print or stripes on some."""
    garments.top(garments.Top(5), e, look)
    print_ = look.part("print", "#f8f4e8")
    form = look.pick("print", "plain", "star", "heart", "stripe", "circle")
    body = e.seen.copy()
    marks = {
        "star": star(e, 16, 17.6, 4.6),
        "heart": heart(e, 16, 17, 3.6),
        "stripe": (abs(e.y - 17.6) < 1.8) & (abs(e.x - 16) < 7),
        "circle": e.disc(16, 17.6, 3.8),
    }
    if form in marks and not look.has("plain", "striped"):
        e.paint(marks[form] & body, print_, 0.6)


def bandage(e: Easel, look: Look) -> None:
    """A sticking plaster, or a roll of bandage."""
    cloth = look.whole("#f2ece0" if look.has("roll", "rolled", "gauze", "bandages") else "#e8b488")
    if look.has("roll", "rolled", "gauze", "bandages"):
        e.paint(e.shape((15, 22), (29.6, 25.4), (29.6, 29.4), (12, 29.4)), cloth, 0.55, BEAM, seam=True)
        e.paint(e.box(4, 9, 22, 28) | e.disc(13, 28, 9, 2.4), cloth, 0.55, POLE, seam=True)
        weave = e.box(4, 9, 22, 30) & ((e.y % 3 < 1) | ((e.x + e.y) % 6 < 1))
        e.paint(weave & e.seen, cloth, 0.35)
        e.paint(e.disc(13, 9, 9, 4), cloth, 0.85, seam=True)
        e.paint(hoop(e, 13, 9, 6, 1, 2.6), cloth, 0.4)
        e.paint(e.disc(13, 9, 2.4, 1.2), cloth, 0.05)
        cross = e.box(11.6, 15.6, 14.4, 23.6) | e.box(9, 18.2, 17, 21)
        e.paint(cross, look.part("cross", "#d8343a"), 0.55)
        return
    axis = Axis(e, (5, 26), (27, 6))
    mid, half = axis.long / 2, axis.long / 2 - 4.4
    strip = axis.band(mid - half, mid + half, 10.4) | axis.disc(mid - half, 0, 5.2) | axis.disc(mid + half, 0, 5.2)
    e.paint(strip, cloth, 0.55)
    e.paint(strip & (axis.aside < -4), cloth, 0.85)
    e.paint(strip & (axis.aside > 4), cloth, 0.25)
    e.paint(axis.band(mid - 4.6, mid + 4.6, 9.4), cloth, 0.85, seam=True)
    holes = [axis.at(mid + way * far, aside) for way in (-1, 1) for far in (7.4, 10.6) for aside in (-2, 2)]
    e.paint(dots(e, *((x - 0.5, y - 0.5) for x, y in holes)), cloth, 0.05)
    e.paint(dots(e, *((x - 0.5, y - 0.5) for x, y in (axis.at(mid + u, v) for u, v in ((-2, -2), (-2, 2), (2, -2),
            (2, 2), (0, 0))))), cloth, 0.4)  # fmt: skip


def flower_pot(e: Easel, look: Look) -> None:
    """A pot of clay, with a plant in it unless it is empty."""
    clay = look.whole("#c86a3c", "#c86a3c", "#b8583c", "#d88a58")
    if not look.has("empty"):
        stem, bloom = look.of("#3f8a3c"), look.part("flower", *FLOWERS)
        lean = look.between("lean", -2, 2)
        e.paint(e.line((16, 18), (16 + lean, 8), wide=1.6), stem, 0.5)
        e.paint(leaf(e, (16, 16.6), (7, 11.4), 4) | leaf(e, (16, 15), (25, 10.4), 4), stem, 0.6, seam=True)
        if not look.has("plant", "sprout"):
            for deg in range(0, 360, 60):
                x, y = 16 + lean + 3.4 * np.cos(np.radians(deg)), 6.6 + 3.4 * np.sin(np.radians(deg))
                e.paint(e.disc(float(x), float(y), 2.5), bloom, 0.65 if deg > 150 else 0.5, seam=True)
            e.paint(e.disc(16 + lean, 6.6, 2.1), look.of("#f8c830"), 0.6, seam=True)
        else:
            e.paint(leaf(e, (16 + lean, 9), (12 + lean, 1.4), 4) | leaf(e, (16 + lean, 9), (22, 2), 4), stem, 0.7)
    e.paint(turned(e, (20, 8.6), (29.6, 6.4), (30.8, 5.8)), clay, 0.5, POLE, seam=True)
    e.paint(e.box(6, 16.4, 26, 21), clay, 0.55, POLE, seam=True)
    e.paint(e.box(6, 16.4, 26, 17.4), clay, 0.9)
    if look.has("empty"):
        e.paint(e.disc(16, 16.4, 10, 2.6), clay, 0.8, seam=True)
        e.paint(e.disc(16, 16.6, 8.4, 1.7), clay, 0.05)
    if look.chance("band", 0.4):
        e.paint(e.box(8, 23.6, 24, 25) & e.seen, look.part("band", "#f0e0c0", "#3a72c8"), 0.5)


def collar(e: Easel, look: Look) -> None:
    """A collar of a pet with its buckle and tag, or with spikes."""
    strap = look.whole("#d8343a", "#3a62b8", "leather", "#3c9a58")
    e.paint(hoop(e, 16, 10.4, 13.4, 1.6, 7), strap, 0.1)
    e.paint(e.disc(16, 10.4, 13, 6.6) & (e.y < 8), strap, 0.1)
    e.erase(e.disc(16, 12.6, 11.4, 6.4) & (e.y < 14))
    ring = e.disc(16, 15, 14, 8.4) & ~e.disc(16, 9.4, 13.4, 8.4) & (e.y > 9.6)
    e.paint(ring, strap, 0.55, POLE, seam=True)
    if look.has("spiked", "spikes", "spike", "punk") or look.chance("studs", 0.3):
        for x, y in ((5.4, 18), (10.4, 21), (21.6, 21), (26.6, 18)):
            point = e.shape((x - 1.7, y - 1.4), (x + 1.7, y - 1.4), (x + (x - 16) * 0.12, y + 3.8))
            e.paint(point, look.of("silver"), 0.65, seam=True)
    e.paint(hoop(e, 16, 21.4, 3, 1.2, 2.6), look.of("gold"), 0.6, seam=True)
    gold = look.part("tag", "gold", "silver")
    if look.pick("tag", "round", "bone", "heart") == "bone":
        bone = e.box(12, 25.4, 20, 28.2) | e.disc(12, 25.4, 1.9) | e.disc(12, 28.4, 1.9)
        e.paint(bone | e.disc(20, 25.4, 1.9) | e.disc(20, 28.4, 1.9), gold, 0.6, seam=True)
    elif look.has("bell"):
        e.paint(e.disc(16, 26.6, 4), gold, 0.6, ROUND, seam=True)
        e.paint(e.box(12.4, 26, 19.6, 27) | e.box(15.4, 28, 16.6, 30), gold, 0.05)
    else:
        e.paint(e.disc(16, 26.8, 4), gold, 0.65, ROUND, seam=True)
        e.paint(dots(e, (15.2, 26), size=1.8), gold, 0.1)


def saddle(e: Easel, look: Look) -> None:
    """A saddle from the side, its stirrup hanging."""
    hide, cloth = look.whole("leather", "#8a4a28"), look.part("blanket", *CLOTHS)
    e.paint(e.shape((2.4, 14), (29, 13), (29.6, 22), (2.8, 23)), cloth, 0.5, BEAM)
    e.paint(e.box(2.6, 19, 29.4, 20.4) & e.seen, cloth, 0.85)
    skirt = e.shape((3.4, 11.4), (27, 11.6), (27.4, 18), (20, 19.4), (4, 19.4))
    e.paint(skirt, hide, 0.4, seam=True)
    seat = e.shape(*_seat(), (25.6, 13.4), (5.4, 14.4))
    e.paint(seat, hide, 0.6, BEAM, seam=True)
    e.paint(e.disc(25.4, 4.4, 2.8, 1.7), hide, 0.7, ROUND, seam=True)
    e.paint(
        e.line((14.6, 24), (13, 27), (12.4, 29.8), (20, 29.8), (19.4, 27), (17.8, 24), wide=1.6), look.of("silver"), 0.6
    )
    flap = e.shape((11.6, 13.4), (20.4, 13.4), (19, 24.4), (13.4, 24.4))
    e.paint(flap, hide, 0.55, POLE, seam=True)
    e.paint(e.box(13.6, 22, 19, 23) & flap, look.of("gold"), 0.6)
    e.paint(dots(e, (6, 16), (9, 16), (22.6, 15.6), (25, 15.4)), look.of("gold"), 0.8)


def _seat() -> tuple[tuple[float, float], ...]:
    """Return the upper edge of a saddle, from the raised back to the horn."""
    return (3.4, 6), (6.6, 5), (9, 8.6), (13, 11), (18, 11), (22, 9), (24, 5), (27, 5)


def chopsticks(e: Easel, look: Look) -> None:
    """A pair of chopsticks, one across the other."""
    wood, band = look.whole("#a83a30", "wood", "#3a3444", "#c89050"), look.part("band", "gold")
    for number, (foot, tip) in enumerate((((29, 5), (5, 28)), ((24, 2), (10, 30)))):
        axis = Axis(e, foot, tip)
        stick = axis.swept(0, axis.long, (1.9, 1.8, 1.5, 1.2, 0.8))
        e.paint(stick, wood, 0.6 - 0.1 * number, seam=True)
        e.paint(stick & (axis.aside < -0.4), wood, 0.85)
        e.paint(stick & ((abs(axis.along - 3) < 0.8) | (abs(axis.along - 6.4) < 0.8)), band, 0.65)
        e.paint(stick & (axis.along > axis.long - 7), look.of("#e8c894"), 0.55)


def pinata(e: Easel, look: Look) -> None:
    """A piñata, a donkey or a star, in rows of coloured fringes."""
    colours = ("#f0508c", "#f8c830", "#3ab0e0", "#58c050", "#f0782c")
    e.paint(e.line((16, 0.6), (16, 8), wide=1), look.of("#d8c8a4"), 0.6)
    is_star = look.pick("form", "donkey", "donkey", "star") == "star"
    if is_star:
        form = star(e, 16, 17.6, 14.6, 5, 0.5)
        e.paint(form, look.of(colours[0]), 0.5)
    else:
        head = e.shape((3, 9), (6, 5.6), (11, 6), (12, 14), (6, 14), (2.6, 12.6))
        ears = e.shape((7, 7), (6, 1.2), (9, 6)) | e.shape((9, 7), (11.4, 1.6), (11.6, 8))
        neck, body = e.shape((7, 8), (14, 7), (18, 16), (8, 16)), e.box(7.4, 13, 26, 22)
        legs = e.box(7.6, 20, 12, 30.4) | e.box(21.4, 20, 25.8, 30.4)
        tail = e.line((25, 14), (28.6, 16), (29, 22), wide=2.4)
        form = head | ears | neck | body | legs | tail
        e.paint(form, look.of(colours[0]), 0.5)
    fringe = np.floor((e.y + 0.7 * ((e.x // 1.01) % 2)) / 2.8 + look.between("shift", 0, 5)) % len(colours)
    for number, colour in enumerate(colours):
        row = form & (fringe == number)
        e.paint(row, look.of(colour) if look.own is None or number % 2 else look.own, 0.55)
        e.paint(row & ((e.y + 0.7 * ((e.x // 1.01) % 2)) % 2.8 > 1.9), look.of(colour) if look.own is None or number % 2
                else look.own, 0.3)  # fmt: skip
    if not is_star:
        e.paint(e.disc(7, 9, 1.5), look.of(WHITE), 0.7)
        e.paint(dots(e, (6.4, 8.6), size=1.2), look.of(INK), 0.2)


KINDS = (
    Kind("shuriken, throwing star, ninja star, shurikens, ninja shuriken, ninja throwing star", shuriken,
         "ninja, steel, throwing, spinning", freedom=0.2),
    Kind("kunai, kunai knife, ninja knife, throwing dagger", kunai, "ninja, throwing, steel"),
    Kind("t-shirt, t shirt, tshirt, tee shirt", tee, "cotton, plain"),
    Kind("bandage, adhesive bandage, band aid, band-aid, sticking plaster, roll of bandage, bandage roll, bandages, "
         "roll of gauze, gauze, bandaid", bandage, "medical, adhesive, rolled, roll, first, aid"),
    Kind("tea mug, cup, mug, ceramic cup, ceramic mug", drinks.cup, "tea, ceramic, drinking, china"),
    Kind("flower pot, terracotta pot, empty flower pot", flower_pot,
         "clay, terracotta, empty, flower", freedom=0.3),
    Kind("collar, dog collar, cat collar, pet collar, spiked collar", collar, "dog, cat, pet, spiked, leather",
         freedom=0.2),
    Kind("saddle, horse saddle, riding saddle, western saddle", saddle, "horse, riding, western", freedom=0.3),
    Kind("chopsticks, pair of chopsticks, chopstick", chopsticks, "bamboo", freedom=0.3, is_several=True),
    Kind("pinata, piñata, donkey pinata, star pinata", pinata, "party, donkey, star, mexican, birthday", freedom=0.2),
)  # fmt: skip
