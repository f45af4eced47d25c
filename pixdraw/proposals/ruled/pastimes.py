"""What one plays, makes music or celebrates with."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, arc, curve, dots, hoop, star, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, Look, ramp_of


def gong(e: Easel, look: Look) -> None:
    """A gong in its frame, with its mallet."""
    wood, brass = look.part("frame", "#a83a30", "wood", "#3a3444"), look.whole("gold", "bronze")
    for x in (4, 28):
        e.paint(e.box(x - 1.6, 3, x + 1.6, 30), wood, 0.5, POLE)
        e.paint(e.box(x - 3.2, 28.6, x + 3.2, 31), wood, 0.45, seam=True)
    e.paint(e.box(1, 2.4, 31, 5.4), wood, 0.6, BEAM, seam=True)
    for x in (11, 21):
        e.paint(e.line((x, 5), (x, 10), wide=1), look.of("#d8343a"), 0.5)
    e.paint(e.disc(16, 17, 10.6), brass, 0.5, ROUND, seam=True)
    e.paint(hoop(e, 16, 17, 8.4, 1), brass, 0.1)
    e.paint(e.disc(16, 17, look.between("boss", 3, 4.4)), brass, 0.75, ROUND, seam=True)
    e.paint(e.line((30, 30), (23, 22), wide=1.6), look.of("wood"), 0.6, seam=True)
    e.paint(e.disc(22.4, 21.4, 2.6), look.of("#f0e6d0"), 0.6, ROUND, seam=True)


def tuba(e: Easel, look: Look) -> None:
    """A tuba, its bell up."""
    brass = look.whole("gold", "gold", "bronze", "silver")
    wide = look.between("bell", 8, 9.6)
    e.paint(e.line(*curve((23, 13), (29, 13), (29, 20), (28, 29), (20, 29.4)), wide=2.8), brass, 0.4)
    e.paint(
        e.line((10, 12), (10, 24), (12, 28), (17, 29.4), (21, 28), (22.6, 24), (22.6, 14), wide=4),
        brass,
        0.5,
        seam=True,
    )
    e.paint(turned(e, (3, wide), (5.4, wide * 0.62), (9, 3.6), (18, 2.4), x=10.4), brass, 0.55, POLE, seam=True)
    e.paint(e.disc(10.4, 3.2, wide, 2.2), brass, 0.85, seam=True)
    e.paint(e.disc(10.4, 3.4, wide - 1.6, 1.3), brass, 0.05)
    for x in (14, 16.6, 19.2):
        e.paint(e.box(x, 14.6, x + 1.9, 24), brass, 0.6, POLE, seam=True)
        e.paint(e.box(x - 0.2, 12.4, x + 2.1, 14.4), look.of("#f4f0e4"), 0.7)
    e.paint(e.line((23, 13), (26, 9.6), (28.6, 9.6), wide=1.8), brass, 0.7, seam=True)


def bagpipes(e: Easel, look: Look) -> None:
    """Bagpipes, their bag of tartan."""
    bag, wood = look.whole("#c8343c", "#2f7a4a", "#3a52a8"), look.of("#4a3030")
    for x, to, top in ((12, 7, 3), (15.4, 14, 0.8), (18.6, 21, 2)):
        e.paint(e.line((x, 16), (to, top), wide=2), wood, 0.5, seam=True)
        for share in (0.25, 0.6, 0.96):
            at = (x + (to - x) * share, 16 + (top - 16) * share)
            e.paint(e.disc(*at, 1.6, 1.1), look.of("#f0e8d4"), 0.6)
    e.paint(e.line((24, 17), (29.6, 9), wide=1.9), wood, 0.55)
    e.paint(e.line((8, 22), (5.6, 31), wide=2), wood, 0.55)
    e.paint(dots(e, (6.6, 25), (6, 27.4), (5.4, 29.6), size=1.1), look.of("#f0e8d4"), 0.7)
    form = e.shape(*curve((4.6, 22), (5, 12), (22, 12), (30, 17)), *curve((30, 17), (28, 31), (8, 29), (4.6, 22)))
    e.paint(form, bag, 0.5, ROUND, seam=True)
    e.paint(form & (((e.x + e.y) % 6 < 1) | ((e.x - e.y) % 6 < 1)), bag, 0.1)
    e.paint(form & ((e.x + e.y + 3) % 6 < 1) & ((e.x - e.y) % 6 > 1), look.part("stripe", "#f0d050"), 0.5)


def trampoline(e: Easel, look: Look) -> None:
    """A trampoline."""
    pad, net = look.whole(*CLOTHS), look.of("#34364a")
    for x, y in ((5, 30), (12, 31), (20, 31), (27, 30)):
        e.paint(e.box(x - 1, 16, x + 1, y), look.of("silver"), 0.5, POLE)
    e.paint(e.disc(16, 17.6, 15, 7), pad, 0.2, seam=True)
    e.paint(e.disc(16, 16.4, 15, 7), pad, 0.6, ROUND, seam=True)
    e.paint(e.disc(16, 16.4, 11.4, 4.8), net, 0.4, seam=True)
    e.paint(e.disc(16, 16.4, 10.6, 4.2) & ((e.x + 2 * e.y) % 4 < 1), net, 0.65)
    if look.chance("arrow", 0.3):
        e.paint(e.line((13, 7), (16, 3.6), (19, 7), wide=1.3) | e.line((16, 4), (16, 9), wide=1.3), look.of(WHITE), 0.8)


def skate(e: Easel, look: Look) -> None:
    """A roller skate, or an ice skate."""
    usual = ("#f4f2f0", "#3a72c8", "#e8507c", "#34364a")
    boot = look.of(*usual) if look.own is ramp_of("ice") else look.whole(*usual)
    lace = look.part("lace", "#f8c830" if look.own is None else WHITE)
    if look.has("ice", "figure", "hockey"):
        steel = look.of("silver")
        e.paint(e.shape((2, 27.4), (30.4, 27.4), (28.4, 30.4), (4, 30.4)), steel, 0.6)
        for x in (8.0, 23.0):
            e.paint(e.shape((x - 2.4, 24), (x + 2.4, 24), (x + 1.2, 28.4), (x - 1.2, 28.4)), steel, 0.4, seam=True)
    else:
        wheel = look.part("wheel", "#f0782c", "#3ab0a0", "#f8c830")
        e.paint(e.box(5, 24, 27, 26.6), look.of("#5a5e6c"), 0.5)
        for x in (8.4, 22.6):
            e.paint(e.disc(x, 28, 3.2), wheel, 0.55, ROUND, seam=True)
            e.paint(e.disc(x, 28, 1.1), look.of(WHITE), 0.6)
    form = e.shape((6, 4), (17, 4), (17.6, 12), (24, 15), (28, 18.4), (28.6, 23), (4.6, 23), (5.6, 14))
    e.paint(form, boot, 0.55, ROUND, seam=True)
    e.paint(
        e.shape((4.4, 22.4), (28.8, 22.4), (28.8, 25), (4.4, 25)), look.part("sole", "#8a5430", "#d8343a"), 0.5, BEAM
    )
    e.paint(e.box(5.4, 2.6, 17.6, 5.4), boot, 0.8, BEAM, seam=True)
    for x, y in ((14.4, 8), (15, 11), (18, 13.6), (21.4, 15.4)):
        e.paint(e.line((x - 2, y + 1), (x + 1.6, y), wide=1.2), lace, 0.6)
    if look.chance("star", 0.35):
        e.paint(star(e, 10.4, 15.4, 3.6), lace, 0.6)


def skis(e: Easel, look: Look) -> None:
    """A pair of skis with their poles."""
    ski, stripe = look.whole("#d8343a", "#3a72c8", "#3ab070", "#f0902c"), look.part("stripe", "#f8f4e8")
    for foot, tip in (((4, 30), (26, 4)), ((28, 30), (6, 4))):
        e.paint(e.line(foot, tip, wide=1.1), look.of("#4a4e5a"), 0.5)
        e.paint(e.disc(foot[0] + (tip[0] - foot[0]) * 0.12, 27, 2.2, 1), look.of("#4a4e5a"), 0.3)
        e.paint(e.line(tip, (tip[0] + (tip[0] - foot[0]) * 0.1, 1.4), wide=2.4), look.of(INK), 0.4)
    for x in (11.4, 20.6):
        form = turned(e, (0.8, 0.6), (3.4, 2.4), (6, 2.9), (16, 2.3), (28, 2.9), (31.2, 2.6), x=x)
        e.paint(form, ski, 0.5, POLE, seam=True)
        e.paint(form & (((e.y > 6) & (e.y < 8.4)) | ((e.y > 25) & (e.y < 27))), stripe, 0.6)
        e.paint(e.box(x - 2.6, 14, x + 2.6, 20), look.of("#34364a"), 0.5, POLE, seam=True)


def disc_toy(e: Easel, look: Look) -> None:
    """A frisbee, or a yoyo on its string."""
    hue = look.whole("#d8343a", "#3a8ae0", "#f0a020", "#3ab070")
    if look.has("yoyo", "yo-yo", "yo"):
        e.paint(hoop(e, 24, 4, 3, 1, 3), look.of("#f4ecd8"), 0.6)
        e.paint(e.line(*curve((22, 6), (14, 6), (24, 12), (17, 19)), wide=1.1), look.of("#f4ecd8"), 0.6)
        e.paint(e.disc(16.4, 20.4, 10.4), hue, 0.3, seam=True)
        e.paint(e.disc(14.6, 20, 10.4), hue, 0.5, ROUND, seam=True)
        e.paint(hoop(e, 14.6, 20, 8.4, 1), hue, 0.15)
        e.paint(
            star(e, 14.6, 20, 5.4) if look.chance("star", 0.5) else e.disc(14.6, 20, 4),
            look.part("star", "#f8f0d8"),
            0.6,
        )
        return
    e.paint(e.disc(16, 18, 15, 8), hue, 0.3, ROUND)
    e.paint(e.disc(16, 15.4, 15, 8), hue, 0.55, ROUND, seam=True)
    for size in (11, 7):
        e.paint(hoop(e, 16, 15.4, size, 1, size * 0.52), hue, 0.2)
    e.paint(e.disc(16, 15.4, 4.4, 2.3), look.part("middle", WHITE, "#f8c830"), 0.6)


def brick(e: Easel, look: Look) -> None:
    """A building brick with studs."""
    hue = look.whole("#d8242c", "#2a62c8", "#f8c820", "#3aa048")
    e.paint(e.shape((2, 14), (16, 8), (30, 14), (16, 20)), hue, 0.75)
    e.paint(e.shape((2, 14), (16, 20), (16, 31), (2, 25)), hue, 0.5, seam=True)
    e.paint(e.shape((30, 14), (16, 20), (16, 31), (30, 25)), hue, 0.2, seam=True)
    for x, y in ((16, 9.6), (9.4, 12.6), (22.6, 12.6), (16, 15.6)):
        e.paint(e.box(x - 3, y - 2.6, x + 3, y + 0.6) | e.disc(x, y + 0.6, 3, 1.4), hue, 0.4, POLE, seam=True)
        e.paint(e.disc(x, y - 2.4, 3, 1.5), hue, 0.95)


def domino(e: Easel, look: Look) -> None:
    """A domino with its dots."""
    face, ink = look.whole("#f4f0e4", "#f4f0e4", "#2e2e3a"), look.part("dot", INK if look.own is None else WHITE)
    is_dark = float(face[2].mean()) < 0.4
    ink = look.of(WHITE) if is_dark else ink
    e.paint(e.box(9, 2, 25, 31), face, 0.15)
    e.paint(e.box(7, 1, 23, 30), face, 0.6, seam=True)
    e.paint(e.box(8.6, 15, 21.4, 16.2), ink, 0.4)
    spots = {
        1: ((0, 0),),
        2: ((-1, -1), (1, 1)),
        3: ((-1, -1), (0, 0), (1, 1)),
        4: ((-1, -1), (1, -1), (-1, 1), (1, 1)),
        5: ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)),
        6: ((-1, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (1, 1)),
    }
    for what, y in (("upper", 8.4), ("lower", 22.6)):
        for right, down in spots[int(look.pick(what, *"123456"))]:
            e.paint(e.disc(15 + right * 4, y + down * 4.2, 1.7), ink, 0.4)


def top(e: Easel, look: Look) -> None:
    """A spinning top."""
    hue, band = look.whole("#d8343a", "#3a72c8", "#3aa058", "wood"), look.part("stripe", "#f8c830", "#f4ecd8")
    e.paint(e.box(14.4, 1.4, 17.6, 10), look.of("wood"), 0.6, POLE)
    e.paint(e.disc(16, 2, 2.4, 1.6), look.of("wood"), 0.7, seam=True)
    body = turned(e, (8.4, 4), (11, 10), (14, 13), (17, 12), (21, 7.6), (27, 2.2), (28, 1.2))
    e.paint(body, hue, 0.5, POLE, seam=True)
    e.paint(body & (e.y > 13) & (e.y < 15.6), band, 0.6, POLE)
    e.paint(body & (e.y > 19) & (e.y < 20.4), band, 0.5, POLE)
    e.paint(e.box(15.2, 27.6, 16.8, 31), look.of("silver"), 0.6)


def jack(e: Easel, look: Look) -> None:
    """A jack in the box: a clown on a spring."""
    box, cap = look.part("box", "#3a72c8", "#d8343a", "#7a3c9a"), look.part("hat", "#d8343a", "#3aa058")
    e.paint(e.shape((5, 17.6), (1, 12), (3, 10.6), (8, 17)), box, 0.4, seam=True)
    for y in (15.6, 17.6, 19.6):
        e.paint(e.line((12.6, y), (19.4, y - 0.8), wide=1.2), look.of("silver"), 0.6)
    e.paint(e.disc(11, 9.4, 2.4) | e.disc(21, 9.4, 2.4), look.of("#f0902c"), 0.55, ROUND)
    e.paint(e.disc(16, 9.6, 5), look.of("#f8e0c8"), 0.6, ROUND, seam=True)
    for way in (-1, 1):
        horn = e.shape((16, 5.6), (16 + way * 5.4, 6.6), (16 + way * 8.6, 1.6), (16 + way * 3, 2.4))
        e.paint(horn, cap if way < 0 else look.of("#f8c830"), 0.55, seam=True)
        e.paint(e.disc(16 + way * 8.6, 2.6, 1.6), look.of("gold"), 0.7)
        e.paint(e.box(15.4 + way * 2.2, 8, 16.6 + way * 2.2, 9.6), look.of(INK), 0.3)
    e.paint(e.disc(16, 10.6, 1.5), look.of("#e8242c"), 0.6)
    e.paint(e.line((13.4, 12), (16, 13.2), (18.6, 12), wide=1), look.of("#a8242c"), 0.4)
    e.paint(
        e.shape((10.6, 15.6), (13, 13.6), (16, 15), (19, 13.6), (21.4, 15.6), (16, 17)),
        look.of("#f8c830"),
        0.6,
        seam=True,
    )
    e.paint(e.box(5, 18, 27, 31), box, 0.5, seam=True)
    e.paint(e.box(5, 18, 27, 19.6) | e.box(5, 29.4, 27, 31), look.of("#f8c830"), 0.55)
    e.paint(star(e, 16, 24.6, 4.6), look.of("#f8c830"), 0.65)
    e.paint(e.line((27, 24), (30, 24), (30, 21), wide=1.3), look.of("silver"), 0.6)


def cracker(e: Easel, look: Look) -> None:
    """A firecracker, or a sparkler that burns."""
    if look.has("sparkler", "sparklers"):
        e.paint(e.line((6, 30), (18, 13), wide=1.5), look.of("#6a6e7a"), 0.5)
        for number in range(14):
            turn, far = number * 2 * np.pi / 14, 10.4 if number % 2 else 7.4
            right, down = float(np.cos(turn)), float(np.sin(turn))
            e.paint(
                e.line((18.6 + right * 2, 12 + down * 2), (18.6 + right * far, 12 + down * far), wide=1),
                look.of("#f8a828" if number % 2 else "#fbe070"),
                0.6,
            )
        e.paint(e.disc(18.6, 12, 3.6), look.part("spark", "#fbe070"), 0.7, ROUND)
        e.paint(e.disc(18.6, 12, 1.7), look.of(WHITE), 0.9)
        return
    axis, red = Axis(e, (7, 27), (22, 9)), look.whole("#d8242c", "#d8242c", "#3a62b8")
    e.paint(e.line((21, 9), (24, 6), (27.4, 7), wide=1.2), look.of("#d8c8a0"), 0.6)
    e.paint(star(e, 28, 6.4, 4, 6, 0.4), look.of("#f8b028"), 0.6)
    e.paint(e.disc(28, 6.4, 1.4), look.of("#fff4c0"), 0.8)
    body = axis.band(0, axis.long, 9.4)
    e.paint(body, red, 0.5)
    e.paint(body & (axis.aside < -3.2), red, 0.85)
    e.paint(body & (axis.aside > 2.8), red, 0.2)
    for at in (1, axis.long - 4):
        e.paint(body & (axis.along > at) & (axis.along < at + 3), look.of("gold"), 0.6)
    e.paint(axis.disc(axis.long, 0, 2, 4.7), look.of("#8a5a3c"), 0.5, seam=True)
    e.paint(axis.disc(axis.long / 2, 0, 2.6, 2.6), look.of("gold"), 0.6)


def stage(e: Easel, look: Look) -> None:
    """A stage between curtains, with lights."""
    cloth, wood = look.part("curtain", "#b8242c", "#6a2a8a", "#2f52a8"), look.of("wood")
    e.paint(e.box(3, 6, 29, 24), look.of("#2e2438"), 0.4)
    for x in (11.0, 21.0):
        e.paint(e.shape((x - 1, 5), (x + 1, 5), (x + 4.4, 24), (x - 4.4, 24)), look.of("#6a5a80"), 0.55)
    e.paint(e.shape((3, 23), (29, 23), (31.4, 27), (0.6, 27)), wood, 0.7)
    e.paint(e.box(0.6, 26.6, 31.4, 31), wood, 0.4, seam=True)
    for x in (5.0, 11.0, 16.0, 21.0, 27.0):
        e.paint(e.box(x - 0.5, 27.6, x + 0.5, 31), wood, 0.15)
    for way in (-1, 1):
        drape = e.shape(
            (16 + way * 15.4, 4), (16 + way * 7.4, 4), (16 + way * 10.6, 16), (16 + way * 9, 25), (16 + way * 15.4, 25)
        )
        e.paint(drape, cloth, 0.5, seam=True)
        e.paint(drape & (e.x % 3 < 1), cloth, 0.15)
        e.paint(drape & (abs(e.y - 16) < 1), look.of("gold"), 0.6)
    for x in (4.6, 12.2, 19.8, 27.4):
        e.paint(e.disc(x, 5, 4.4, 4.4) & (e.y > 4), cloth, 0.6, ROUND, seam=True)
    e.paint(e.box(0.6, 1, 31.4, 5), cloth, 0.65, BEAM)
    e.paint(e.box(0.6, 4.4, 31.4, 5.6), look.of("gold"), 0.6)


def seesaw(e: Easel, look: Look) -> None:
    """A seesaw."""
    board, stand = look.whole("#d8343a", "#3a72c8", "#f0a020"), look.part("stand", "#3a8ad0", "#5a5e6c")
    side = 1 if look.chance("right", 0.5) else -1
    e.paint(e.shape((16, 15), (22.4, 29.6), (9.6, 29.6)), stand, 0.5, POLE)
    low, high = (16 - side * 14.4, 24.6), (16 + side * 14.4, 9.6)
    e.paint(e.bar(low, high, 3), board, 0.6, seam=True)
    for x, y in (low, high):
        at, up = x + (1 if x < 16 else -1) * 4.6, y - 1 + (1 if y < 16 else -1) * 2.4
        e.paint(
            e.line((at, up), (at, up - 5), wide=1.3) | e.line((at - 1.6, up - 5), (at + 1.6, up - 5), wide=1.4),
            look.of("silver"),
            0.6,
        )
    e.paint(e.disc(16, 17, 2), look.of("gold"), 0.6, seam=True)
    e.paint(e.box(1, 29, 31, 31), look.part("ground", "#6aa84a"), 0.5)


def sandbox(e: Easel, look: Look) -> None:
    """A sandbox with a castle, a bucket and a spade."""
    wood, sand = look.whole("wood", "#d8343a", "#3a8ad0"), look.of("sand")
    e.paint(e.shape((6, 11), (26, 11), (31, 24), (1, 24)), wood, 0.75)
    e.paint(e.shape((7.6, 12.6), (24.4, 12.6), (28, 22.4), (4, 22.4)), sand, 0.5, seam=True)
    for x, y in ((8.0, 20.0), (12.0, 15.0), (22.0, 20.4), (18.0, 21.0)):
        e.paint(e.disc(x, y, 1.5, 0.8), sand, 0.2)
    for x, top_ in ((9.6, 8), (15.6, 8), (12.6, 4.4)):
        e.paint(e.box(x - 2, top_, x + 2, 18), sand, 0.65, POLE, seam=True)
        e.paint(e.box(x - 2, top_ - 1.2, x - 0.8, top_) | e.box(x + 0.8, top_ - 1.2, x + 2, top_), sand, 0.7)
    e.paint(e.box(11.8, 14.6, 13.6, 18), sand, 0.05)
    e.paint(
        e.shape((19, 12), (25.4, 12), (24.4, 19), (20, 19)),
        look.part("bucket", "#3a8ae0", "#d8343a"),
        0.55,
        POLE,
        seam=True,
    )
    e.paint(e.line(*arc(22.2, 12, 3, 180, 360, 3.4), wide=1.1), look.of("#f8c830"), 0.6)
    e.paint(e.shape((1, 23.6), (31, 23.6), (31, 29.6), (1, 29.6)), wood, 0.45, seam=True)
    e.paint(e.box(1, 23.6, 31, 25), wood, 0.85)


KINDS = (
    Kind("gong, chinese gong, brass gong", gong, "chinese, brass, bronze", freedom=0.3),
    Kind("tuba, sousaphone, euphonium", tuba, "brass"),
    Kind("bagpipes, bagpipe, set of bagpipes", bagpipes, "scottish", freedom=0.3, is_several=True),
    Kind("trampoline", trampoline, "round", freedom=0.3),
    Kind(
        "roller skate, roller skates, ice skate, ice skates, hockey skates, figure skate, figure skates, hockey skate",
        skate,
        "retro, roller, ice",
        freedom=0.3,
        is_several=True,
    ),
    Kind("skis, pair of skis, ski", skis, "snow", freedom=0.3, is_several=True),
    Kind("frisbee, flying disc, disc golf disc, yoyo, yo-yo, yo yo", disc_toy, "flying, toy", freedom=0.2),
    Kind(
        "lego brick, toy brick, lego, lego block, lego piece, building brick, plastic brick",
        brick,
        "toy, plastic, lego",
        freedom=0.2,
    ),
    Kind("domino, domino piece", domino, freedom=0.2),
    Kind("spinning top, toy top, dreidel", top, "toy, wooden", freedom=0.4),
    Kind("jack in the box, jack-in-the-box, jack in a box", jack, "creepy, toy, scary", freedom=0.2),
    Kind("firecracker, sparkler, firecrackers, sparklers, stick of firecracker", cracker, "lit, chinese, burning"),
    Kind("stage, theater stage, theatre stage, concert stage", stage, "theater, theatre, concert, empty", freedom=0.2),
    Kind("seesaw, see-saw, teeter totter, teeter-totter", seesaw, "playground", freedom=0.2),
    Kind("sandbox, sandpit, sand box", sandbox, "playground", freedom=0.2),
)
