"""Effects of games (explosions, fire, lightning, smoke, swirls, shields, slashes), the sky and its weather."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, arc, curve, dots, heart, hoop, polygon, sparkle, star
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

_POWERS = {
    "fire": "fire", "flame": "fire", "ice": "ice", "frost": "ice", "water": "water", "lightning": "lightning",
    "electric": "lightning", "poison": "slime", "shadow": "shadow", "dark": "shadow", "holy": "#f8e48a",
    "healing": "#6ae87a", "nature": "#5ac83c", "wind": "#b8f0e0", "arcane": "#b06af0", "magic": "#8a6af0",
    "blood": "blood", "void": "shadow", "light": "#fbf0b0", "energy": "#5ad8f0", "plasma": "#e06af0",
}  # fmt: skip


def power(look: Look, usual: str) -> Ramp:
    """Return the shades of the power that is named, else of the colour, else the usual ones."""
    plain = look.own is not None and not look.has(*_POWERS)
    name = next((colour for word, colour in _POWERS.items() if look.has(word)), usual)
    return look.own if plain and look.own is not None else look.of(name)


def explosion(e: Easel, look: Look) -> None:
    """A burst of fire with smoke."""
    count = 9 + int(look.chances("points").integers(0, 4))
    for size, inner, colour, level in (
        (15.4, 0.68, "#a8281c", 0.5),
        (13, 0.66, "#f0641c", 0.55),
        (9.6, 0.62, "#f8b030", 0.6),
        (6, 0.6, "#fff0a8", 0.8),
    ):
        ramp = look.of(colour) if look.own is None or look.has("fire", "fiery") else look.own
        lift = level if look.own is None or look.has("fire", "fiery") else {15.4: 0.1, 13: 0.4, 9.6: 0.7, 6: 1.0}[size]
        e.paint(star(e, 16, 16, size, count, inner), ramp, lift)
    if look.has("smoke", "smoky", "mushroom"):
        for x, y, size in ((6, 25, 4), (26, 25, 4), (4, 9, 3), (28, 9, 3)):
            e.paint(e.disc(x, y, size), look.of("#6a6670"), 0.5, ROUND, seam=True)


def fire(e: Easel, look: Look) -> None:
    """A flame; a fireball has a tail; of another colour where that is said."""
    own = (
        None
        if look.own is None
        or look.has("fire", "flame", "fireball")
        and not look.has("blue", "green", "purple", "white", "black", "pink")
        else look.own
    )
    ramps = [look.of(c) if own is None else own for c in ("#d8381c", "#f07c1c", "#f8b830", "#fff2b0")]
    levels = (0.55, 0.55, 0.6, 0.8) if own is None else (0.1, 0.45, 0.75, 1.0)
    if look.has("fireball", "ball", "comet", "meteor"):
        for (size, tail), ramp, level in zip(((9.4, 25), (7.4, 18), (5.2, 12), (2.8, 6)), ramps, levels, strict=True):
            axis = Axis(e, (11, 21), (29, 3))
            lick = axis.swept(-1, tail, (size, size * 0.92, size * 0.7, size * 0.5, size * 0.3, 0.2))
            e.paint(e.disc(11, 21, size) | lick, ramp, level)
        if look.has("meteor", "comet", "asteroid"):
            e.paint(e.disc(10.4, 21.6, 6), look.of("#5a4a44"), 0.5, ROUND, seam=True)
            e.paint(e.disc(8.6, 20.6, 1.4) | e.disc(12.6, 23, 1.1), look.of("#5a4a44"), 0.1)
        return
    for u, ramp, level in zip((1.0, 0.74, 0.5, 0.28), ramps, levels, strict=True):
        low = 30.6 - 1.2 * (1 - u)
        form = e.shape(
            *curve((16, low), (16 - 20 * u, low), (16 - 12 * u, low - 16 * u), (16 - 7 * u, low - 20 * u)),
            (16 - 5 * u, low - 14 * u),
            *curve((16 - 5 * u, low - 14 * u), (16 - 4 * u, low - 24 * u), (16 + 1 * u, low - 29.4 * u)),
            *curve((16 + 1 * u, low - 29.4 * u), (16 + 3 * u, low - 20 * u), (16 + 7 * u, low - 15 * u)),
            (16 + 9 * u, low - 20 * u),
            *curve((16 + 9 * u, low - 20 * u), (16 + 16 * u, low - 10 * u), (16 + 14 * u, low), (16, low)),
        )
        e.paint(form, ramp, level)


def lightning(e: Easel, look: Look) -> None:
    """A bolt of lightning."""
    ramp = look.whole("lightning")
    bolt = e.shape((19, 1), (6, 18), (13.6, 18), (10, 31), (26, 12.4), (17.6, 12.4), (24, 1))
    e.paint(bolt, ramp, 0.5)
    e.paint(e.shape((19, 3), (9.4, 16.6), (13, 16.6), (20, 4)), ramp, 0.85)


def cloud(e: Easel, look: Look) -> None:
    """A cloud: of the sky, of smoke, of poison, with rain, snow or lightning where they are said."""
    usual = (
        "#8a9a3c"
        if look.has("poison", "toxic", "gas")
        else "#70707c"
        if look.has("smoke", "storm", "rain", "thunder", "dust")
        else "#f2f6fc"
    )
    ramp = look.of("#d8b888") if look.has("dust") else look.whole(usual)
    low = 0.0
    if look.has("rain", "rainy", "raining"):
        low = 7
        for x, y in ((7, 22), (13, 25), (19, 22), (25, 25), (10, 28), (22, 28.4)):
            e.paint(e.line((x, y), (x - 1.4, y + 3), wide=1.5), look.of("#4a9af0"), 0.6)
    elif look.has("thunder", "lightning", "storm", "thundercloud"):
        low = 7
        e.paint(
            e.shape((17, 18), (11, 26), (15, 26), (13, 31.4), (21, 23), (17, 23), (20, 18)), look.of("lightning"), 0.6
        )
    elif look.has("snow", "snowy"):
        low = 7
        for x, y in ((8, 24), (16, 26), (24, 24), (12, 29), (20, 29)):
            e.paint(sparkle(e, x, y, 1.2), look.of(WHITE), 0.8)
    for x, y, size in ((7, 21, 5.6), (25, 21, 5.6), (11, 14.6, 6.4), (20, 13, 7.4), (15, 21, 7), (20, 21, 6.4)):
        e.paint(e.disc(x, y - low, size), ramp, 0.55, ROUND)
    body = e.seen & (e.y < 28 - low)
    e.paint(body & e.box(0, 24 - low, 32, 28 - low), ramp, 0.3)
    e.paint(e.line(*arc(11, 14.6 - low, 4, 200, 300), wide=1.4), ramp, 1)
    e.paint(
        e.line(*arc(20, 21 - low, 4.6, 190, 270), wide=1.1) | e.line(*arc(12, 20 - low, 4, 200, 300), wide=1.1),
        ramp,
        0.2,
    )


def swirl(e: Easel, look: Look) -> None:
    """A swirl of magic with sparks; a tornado stands upright."""
    ramp = power(look, "#9a6af0")
    if look.has("tornado", "whirlwind", "cyclone"):
        ramp = look.whole("#a8b4c4")
        for y, half, shift in ((4, 14, 0), (9, 11.4, 1), (14, 9, -1), (19, 6.6, 1), (23.6, 4.4, 0), (28, 2.4, 1)):
            e.paint(e.disc(16 + shift, y, half, 2.6), ramp, 0.55, ROUND, seam=True)
            e.paint(e.line((16 + shift - half * 0.5, y + 0.6), (16 + shift + half * 0.2, y + 0.8), wide=1), ramp, 0.15)
        return
    for start in (0.0, 2.09, 4.19):
        reach = np.linspace(2.4, 14.4, 24)
        turn = start + np.linspace(0, 3.6, 24)
        for number, (far, angle) in enumerate(zip(reach, turn, strict=True)):
            e.paint(
                e.disc(
                    16 + far * float(np.cos(angle)),
                    16 + far * float(np.sin(angle)),
                    0.8 + 2 * float(np.sin(np.pi * number / 23)),
                ),
                ramp,
                0.35 + 0.5 * (1 - number / 23),
            )
    e.paint(e.disc(16, 16, 3), ramp, 1)
    for x, y in ((6, 5), (27, 8), (24, 27), (4, 22)):
        e.paint(sparkle(e, x, y, 1.6), ramp, 0.9)


def bubble(e: Easel, look: Look) -> None:
    """A shining bubble; a shield of energy has a net of six-sided cells."""
    ramp = power(look, "#5ac8f0")
    if look.has("shield", "barrier", "force", "forcefield", "energy", "protection"):
        e.paint(hoop(e, 16, 16, 14.6, 2), ramp, 0.6)
        ball = e.disc(16, 16, 12.8)
        e.paint(ball, ramp, 0.15, ROUND)
        for row, y in enumerate(np.arange(4, 30, 5.2)):
            for x in np.arange(1 + 3 * (row % 2), 32, 6):
                ring = polygon(e, float(x), float(y), 3.5, 6) & ~polygon(e, float(x), float(y), 2.3, 6)
                e.paint(ring & ball, ramp, 0.7)
        e.paint(e.line(*arc(16, 16, 10.6, 190, 260), wide=2), ramp, 1)
        return
    e.paint(hoop(e, 16, 16, 14, 1.5), ramp, 0.6)
    e.paint(e.disc(16, 16, 12.6), look.of("#d8f2fc") if look.own is None else ramp, 0.75)
    e.paint(hoop(e, 16, 16, 12.6, 2) & (e.x + e.y > 38), look.of("#f0b8e0"), 0.6)
    e.paint(e.line(*arc(16, 16, 9.4, 195, 255), wide=2.4), look.of(WHITE), 0.9)
    e.paint(e.disc(22, 22, 1.5), look.of(WHITE), 0.9)


def slash(e: Easel, look: Look) -> None:
    """The mark of a blade's swing; claws leave three."""
    ramp = power(look, "#e8f2fc")
    if look.has("claw", "claws", "scratch"):
        ramp = look.whole("#d8242c")
        for x in (8, 16, 24):
            e.paint(Axis(e, (x + 4, 1.4), (x - 4, 30)).swept(0, 29, (0.3, 1.6, 2.2, 1.9, 1.2, 0.3)), ramp, 0.55)
        return
    moon = e.disc(12, 20, 18, 18) & ~e.disc(9, 23, 16.4, 16.4) & e.shape((0, 6), (8, 0), (32, 0), (32, 30), (26, 32))
    e.paint(moon, ramp, 0.6)
    e.paint(e.disc(11.4, 20.6, 17.6, 17.6) & ~e.disc(9, 23, 17, 17) & moon, ramp, 1)


def smoke(e: Easel, look: Look) -> None:
    """Puffs of smoke or dust that rise."""
    ramp = look.whole("#c8a878" if look.has("dust", "sand") else "#b0b4c0")
    for x, y, size in (
        (10, 27, 4),
        (20, 26, 5),
        (14, 20, 5.4),
        (20, 15, 5),
        (13, 11, 4.4),
        (18, 6, 3.6),
        (12.6, 3.6, 2.2),
    ):
        e.paint(e.disc(x, y, size), ramp, 0.3)
        e.paint(e.disc(x - 0.6, y - 0.8, size * 0.82), ramp, 0.6, ROUND)


def beam(e: Easel, look: Look) -> None:
    """A ray of energy, or a shot of it."""
    ramp = power(look, "#f0384c" if look.has("laser") else "#5ad8f0")
    axis = Axis(e, (3, 29), (29, 3))
    e.paint(axis.swept(-1, axis.long + 1, (0.4, 3, 3.6, 3.6, 3.6, 3, 0.4)), ramp, 0.45)
    e.paint(axis.swept(1, axis.long - 1, (0.3, 1.7, 2.1, 2.1, 2.1, 1.7, 0.3)), ramp, 0.85)
    e.paint(axis.swept(4, axis.long - 4, (0.3, 0.9, 1, 1, 0.9, 0.3)), look.of(WHITE), 1)


def magic_circle(e: Easel, look: Look) -> None:
    """A circle of magic with a star and signs."""
    ramp = power(look, "#b06af0")
    e.paint(hoop(e, 16, 16, 15, 1.7), ramp, 0.75)
    e.paint(hoop(e, 16, 16, 11.4, 1.3), ramp, 0.5)
    corners = [(16 + 11 * float(np.cos(t)), 16 + 11 * float(np.sin(t))) for t in np.radians(np.arange(5) * 144 - 90)]
    e.paint(e.line(*corners, corners[0], wide=1.2), ramp, 0.85)
    for turn in np.radians(np.arange(5) * 72 - 54):
        e.paint(e.disc(16 + 13 * float(np.cos(turn)), 16 + 13 * float(np.sin(turn)), 1.1), ramp, 1)


def drop(e: Easel, look: Look) -> None:
    """A drop: of water, of blood; a splash has several."""
    ramp = look.whole("#d8242c" if look.has("blood") else "water")
    if look.has("splash", "splatter"):
        e.paint(e.disc(16, 24, 13, 4.6), ramp, 0.5, ROUND)
        for x, top, lean in ((7, 12, -3), (12, 6, -1), (16, 10, 0), (20, 5, 1), (25, 12, 3)):
            e.paint(
                e.shape((16 + (x - 16) * 0.7 - 2.4, 24), (x + lean, top), (16 + (x - 16) * 0.7 + 2.4, 24)), ramp, 0.6
            )
        for x, y in ((4, 9), (9, 3), (23, 2.4), (28, 8)):
            e.paint(e.disc(x, y, 1.5, 1.9), ramp, 0.75)
        return
    form = e.disc(16, 20, 10, 10) | e.shape(*curve((16, 1), (14, 8), (6.6, 16)), *curve((25.4, 16), (18, 8), (16, 1)))
    e.paint(form, ramp, 0.5, ROUND)
    e.paint(e.line(*arc(16, 20, 6.4, 160, 230), wide=2), ramp, 1)


def sun(e: Easel, look: Look) -> None:
    """The sun with its rays."""
    gold = look.whole("#f8c030")
    for number, turn in enumerate(np.arange(12) * np.pi / 6):
        far = 15.4 if number % 2 == 0 else 13.2
        axis = Axis(e, (16, 16), (16 + far * float(np.cos(turn)), 16 + far * float(np.sin(turn))))
        e.paint(axis.swept(8, far, (2.2, 1.4, 0.3)), gold, 0.45)
    e.paint(e.disc(16, 16, 9), gold, 0.6, ROUND, seam=True)
    if look.has("smiling", "happy", "face", "cute"):
        e.paint(dots(e, (12, 13), (18.4, 13), size=1.8), look.of(INK), 0.3)
        e.paint(e.line(*curve((12, 18), (16, 21.6), (20, 18)), wide=1.2), look.of(INK), 0.3)


def moon(e: Easel, look: Look) -> None:
    """A crescent moon; a full one has craters; a planet may have a ring."""
    if look.has("planet", "saturn", "mars", "earth", "jupiter", "neptune"):
        usual = "#d0582c" if look.has("mars") else "#3a7ad0" if look.has("earth", "neptune") else "#e0b070"
        ramp = (
            look.whole(usual)
            if look.has("mars", "earth", "jupiter", "neptune", "saturn")
            else look.whole("#8a6ad8", "#d0784a", "#4aa8a0", "#e0b070")
        )
        ringed = (
            look.has("saturn", "ring", "ringed", "rings") or look.chance("ring", 0.4) and not look.has("earth", "mars")
        )
        tilt = (e.y - 16) + 0.34 * (e.x - 16)
        ring = (((e.x - 16) / 15.6) ** 2 + (tilt / 4.4) ** 2 <= 1) & ~(
            ((e.x - 16) / 11.6) ** 2 + (tilt / 2.4) ** 2 <= 1
        )
        if ringed:
            e.paint(ring, look.part("ring", "#e8d0a0"), 0.5)
        ball = e.disc(16, 16, 9.4 if ringed else 13)
        e.paint(ball, ramp, 0.5, ROUND, seam=True)
        if look.has("earth"):
            e.paint(
                ball & (e.disc(12, 11, 5, 4) | e.disc(20, 19, 5, 6) | e.disc(10, 21, 3, 2.4)),
                look.of("#4aa848"),
                0.55,
                ROUND,
            )
        else:
            e.paint(
                ball & ((abs(e.y - 12 - 0.6 * np.sin(e.x)) < 1) | (abs(e.y - 19 - 0.6 * np.sin(e.x * 0.8)) < 1.4)),
                ramp,
                0.25,
                ROUND,
            )
        if ringed:
            e.paint(ring & (tilt > 0), look.part("ring", "#e8d0a0"), 0.65, seam=True)
        return
    ramp = look.whole("#f4e8b0")
    full = (
        look.has("full", "round", "crater", "craters") or not look.has("crescent", "half") and look.chance("full", 0.3)
    )
    if full:
        e.paint(e.disc(16, 16, 13.4), ramp, 0.55, ROUND)
        for x, y, size in ((11, 11, 2.8), (20, 9, 1.8), (21, 18, 3), (12, 20, 2), (17, 25, 1.7)):
            e.paint(e.disc(x, y, size), ramp, 0.25)
            e.paint(e.disc(x + 0.5, y + 0.5, size * 0.7), ramp, 0.4)
    else:
        e.paint(e.disc(15, 16, 13.4) & ~e.disc(20.4, 13, 11.4), ramp, 0.6, ROUND)


def a_star(e: Easel, look: Look) -> None:
    """A star; with a tail, a face or sparks where they are said."""
    gold = look.whole("#f8c830")
    if look.has("shooting", "falling", "comet"):
        for number, colour in enumerate(("#f0602c", "#f8a030", "#fbe070")):
            axis = Axis(e, (12, 20), (31, 1))
            e.paint(
                axis.swept(0, 25 - 4 * number, (6.4 - 1.8 * number, 4.4 - 1.2 * number, 2, 0.2)), look.of(colour), 0.6
            )
        e.paint(star(e, 11.4, 20.4, 10), gold, 0.6, ROUND, seam=True)
        return
    form = star(e, 16, 17.4, 15.6, inner=0.5)
    e.paint(form, gold, 0.55, ROUND)
    turns = np.radians(np.arange(5) * 72 - 90)
    for turn in turns:
        tip = (16 + 14 * float(np.cos(turn)), 17.4 + 14 * float(np.sin(turn)))
        beside = (16 + 7 * float(np.cos(turn + 0.63)), 17.4 + 7 * float(np.sin(turn + 0.63)))
        e.paint(e.shape((16, 17.4), tip, beside) & form, gold, 0.35 if np.cos(turn) > -0.4 else 0.5)
    e.paint(star(e, 15.4, 16.8, 6, inner=0.5), gold, 0.85)
    if look.has("face", "smiling", "happy", "cute"):
        e.paint(dots(e, (12.4, 14.6), (18, 14.6), size=1.9), look.of(INK), 0.3)


def a_heart(e: Easel, look: Look) -> None:
    """A heart; a broken, winged or empty one; half of one as a measure of health."""
    red = look.whole("#e0243c")
    if look.has("winged", "wings"):
        for way in (-1, 1):
            e.paint(
                e.shape(
                    (16 + 7 * way, 18),
                    (16 + 15.6 * way, 6),
                    (16 + 15 * way, 13),
                    (16 + 13.6 * way, 17),
                    (16 + 9 * way, 22),
                ),
                look.of("#f4f6fc"),
                0.7,
                seam=True,
            )
        e.paint(heart(e, 16, 17, 9), red, 0.5, ROUND, seam=True)
        return
    form = heart(e, 16, 16, 14)
    if look.has("empty", "container"):
        e.paint(form, look.of("#3a3440"), 0.4, ROUND)
        return
    e.paint(form, red, 0.5, ROUND)
    if look.has("half"):
        e.paint(form & (e.x > 16), look.of("#3a3440"), 0.4)
    e.paint(e.line(*arc(9.4, 11.4, 4.4, 180, 280), wide=2.2), red, 1)
    if look.has("broken", "cracked"):
        e.erase(e.line((17, 4), (13.4, 11), (18, 16), (14, 21), (16.4, 31), wide=1.7))


def rainbow(e: Easel, look: Look) -> None:
    """A rainbow between two clouds."""
    for number, colour in enumerate(("#e8343c", "#f48a2c", "#f8d838", "#4ac050", "#3a8ae8", "#8a4ac8")):
        size = 15 - 1.9 * number
        e.paint(hoop(e, 16, 24, size, 2) & (e.y < 25), look.of(colour), 0.5)
    for x in (5, 27):
        for dx, dy, size in ((-2.4, 0, 2.8), (2.4, 0, 2.8), (0, -1.4, 3.4)):
            e.paint(e.disc(x + dx, 25 + dy, size), look.of("#f6f8fc"), 0.6, ROUND)


def snowflake(e: Easel, look: Look) -> None:
    """A flake of snow."""
    ramp = look.whole("#a8dcf4")
    for turn in np.arange(6) * np.pi / 3 + np.pi / 6:
        right, down = float(np.cos(turn)), float(np.sin(turn))
        e.paint(e.line((16, 16), (16 + 14 * right, 16 + 14 * down), wide=1.9), ramp, 0.7)
        for at in (7, 10.6):
            for way in (-0.9, 0.9):
                end = (
                    16 + (at + 3.4) * float(np.cos(turn + way * 3 / at)),
                    16 + (at + 3.4) * float(np.sin(turn + way * 3 / at)),
                )
                e.paint(e.line((16 + at * right, 16 + at * down), end, wide=1.4), ramp, 0.6)
    e.paint(polygon(e, 16, 16, 3, 6), ramp, 0.95)


def soul(e: Easel, look: Look) -> None:
    """A small floating light: a wisp, a soul, a spirit flame."""
    ramp = look.whole("#6ad8f0", "#8af0a8", "#b88af8")
    for u, level in ((1.0, 0.3), (0.72, 0.6), (0.42, 0.95)):
        e.paint(
            e.disc(16, 21, 9 * u, 8.6 * u)
            | e.shape(
                *curve((16 - 9 * u, 21), (16 - 9 * u, 10), (16 + 5 * u, 21 - 19.6 * u)),
                *curve((16 + 5 * u, 21 - 19.6 * u), (16 + 4 * u, 12), (16 + 9 * u, 21)),
            ),
            ramp,
            level,
        )
    if look.has("face", "spirit", "ghost", "soul", "cute", "wisp", "will-o-wisp", "will-o'-the-wisp"):
        e.paint(e.box(12, 19, 14, 22.4) | e.box(18, 19, 20, 22.4), look.of(INK), 0.3)


_MAGIC = ", ".join(_POWERS)

KINDS = (
    Kind(
        "explosion, blast, boom, fire explosion, explosion effect, explosion cloud, bomb explosion",
        explosion,
        "fire, big, bomb, fiery",
        freedom=0.2,
    ),
    Kind(
        "fire, flame, fireball, flames, fire ball, blue flame, meteor, comet, burning flame, fire effect, "
        "asteroid fire, fire spell",
        fire,
        "big, burning, blue, magic",
    ),
    Kind(
        "lightning bolt, lightning, thunderbolt, bolt of lightning, thunder bolt, lightning spell, lightning strike",
        lightning,
        "electric",
    ),
    Kind(
        "cloud, rain cloud, storm cloud, thundercloud, poison cloud, fluffy cloud, raincloud, snow cloud, "
        "thunder cloud, gas cloud, dust cloud, poison gas cloud",
        cloud,
        "rain, storm, poison, thunder, snow, fluffy, toxic, gas, dust",
    ),
    Kind(
        "magic swirl, swirl, vortex, tornado, whirlwind, magic spell, spell, magic effect, whirlpool, "
        "magic burst, spell effect",
        swirl,
        _MAGIC,
        freedom=0.2,
    ),
    Kind(
        "bubble, shield bubble, soap bubble, force field, energy shield, magic shield bubble, magic barrier, "
        "forcefield, barrier",
        bubble,
        _MAGIC + ", soap, shield, force, protection",
        freedom=0.2,
    ),
    Kind(
        "slash, sword slash, slash effect, slash attack, claw marks, claw mark, claw slash, scratch, scratch marks",
        slash,
        _MAGIC + ", sword, claw",
    ),
    Kind("smoke, puff of smoke, smoke puff, dust puff, smoke cloud, puff of dust, steam", smoke, "dust"),
    Kind(
        "laser beam, energy beam, laser, beam of light, beam, energy bolt, magic missile, magic bolt, laser bolt",
        beam,
        _MAGIC + ", laser",
    ),
    Kind(
        "magic circle, summoning circle, pentagram, magic sigil, spell circle, ritual circle, rune circle",
        magic_circle,
        _MAGIC + ", demonic, summoning",
        freedom=0.2,
    ),
    Kind(
        "drop, water drop, blood drop, droplet, drop of water, drop of blood, water splash, splash, raindrop, "
        "tear, water droplet, blood splatter, teardrop",
        drop,
        "water, blood, rain",
    ),
    Kind("sun, shining sun, smiling sun", sun, "shining, smiling", freedom=0.2),
    Kind(
        "moon, crescent moon, full moon, half moon, planet, saturn, mars, planet earth, earth, jupiter, neptune, "
        "ringed planet, alien planet",
        moon,
        "crescent, full, ringed, alien, half, gas",
        freedom=0.2,
    ),
    Kind(
        "star, gold star, shooting star, golden star, falling star, yellow star",
        a_star,
        "shooting, falling, shiny",
        freedom=0.2,
    ),
    Kind(
        "heart, red heart, broken heart, winged heart, half heart, empty heart, heart container, heart piece, "
        "health heart",
        a_heart,
        "winged, half, health, pixel",
        freedom=0.2,
    ),
    Kind("rainbow", rainbow, freedom=0.2),
    Kind("snowflake, snow flake, ice crystal", snowflake, freedom=0.2),
    Kind(
        "will-o'-the-wisp, spirit flame, soul, ghost flame, spirit orb, lost soul, soul flame",
        soul,
        "ghost, spirit, lost",
    ),
)
