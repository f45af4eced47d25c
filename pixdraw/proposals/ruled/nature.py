"""Animals and plants that art shows badly, or only their heads."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

INK = "#20202c"


def lily_pad(e: Easel, look: Look) -> None:
    """A leaf that floats, with a notch and veins, and often a flower."""
    green, high = look.whole("#4aa848", "#4aa848", "#3a9068", "#7aa83a"), look.between("high", 5.4, 8)
    notch = look.pick("notch", "right", "front", "left")
    gap = {"right": ((16, 23), (25, 31), (32, 28)), "front": ((16, 23), (12, 32), (20, 32)),
           "left": ((16, 23), (0, 28), (7, 31))}[notch]  # fmt: skip
    pad = e.disc(16, 23, 15, high) & ~e.shape(*gap)
    e.paint(pad, green, 0.55)
    for number, to in enumerate(((3, 20), (6, 27), (16, 17.5), (28, 20), (16, 29), (10, 18), (23, 18), (26, 27))):
        if look.chance(f"vein {number}", 0.6):
            e.paint(pad & e.line((16, 23), to, wide=0.9), green, 0.8)
    if look.has("blossom", "lotus") or look.chance("flower", 0.5):
        x = look.between("flower at", 7, 25)
        lotus(e, look, x, 20, look.between("flower size", 3.4, 5))


def lotus(e: Easel, look: Look, x: float, y: float, size: float) -> None:
    """Paint a small lotus flower."""
    pink = look.part("flower", "#f27ab0", "#f27ab0", "#f8f0f4", "#b88ae8")
    for along in (-1, 1, 0):
        leaf = e.shape((x, y + size * 0.7), (x + along * size - 1, y - size * 0.1), (x + along * size * 0.8, y - size),
                       (x + along * size + 1, y - size * 0.1))  # fmt: skip
        e.paint(leaf, pink, 0.6, seam=True)


def frog(e: Easel, look: Look) -> None:
    """A frog that sits."""
    green, pale = (
        look.whole(*(("#a88a3c", "#8a9a3a") if look.has("toad") else ("#5ab03c", "#5ab03c", "#3fa05a", "#7ab83a"))),
        look.of("#dcecaa"),
    )
    eye, apart, wide = look.between("eye", 3.4, 4.6), look.between("apart", 5.6, 7.6), look.between("belly", 4.6, 7)
    head = look.between("head", 6, 7.6)
    for way in (-1, 1):
        e.paint(e.disc(16 + 9.5 * way, 23, 5, 5.5), green, 0.45, ROUND)
        e.paint(e.disc(16 + 10.5 * way, 28, 4.8, 1.6), green, 0.6, seam=True)
    e.paint(e.disc(16, 21, 9.4, 8.6), green, 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 23.6, wide, 6), pale, 0.6)
    e.paint(e.disc(16, 12.5, look.between("cheeks", 9.6, 11.8), head), green, 0.6, ROUND, seam=True)
    if look.chance("spots", 0.5):
        for x, y in ((11, 11), (20.6, 10.4), (16, 9), (8.4, 20), (23.6, 20)):
            e.paint(e.disc(x, y, 1.2) & e.seen, green, 0.2)
    for way in (-1, 1):
        e.paint(e.disc(16 + apart * way, 6.6, eye), green, 0.65, ROUND)
        e.paint(e.disc(16 + apart * way, 6.4, eye - 1.5), look.of("#ffffff"), 0.8)
        e.paint(e.box(15.1 + apart * way, 5, 17.1 + apart * way, 8), look.of(INK), 0.3)
        e.paint(e.line((16 + 3.4 * way, 21), (16 + 3.8 * way, 28.5), wide=2.2), green, 0.65, POLE, seam=True)
        e.paint(e.disc(16 + 4.2 * way, 28.8, 2.4, 1.1), green, 0.7)
    smile = look.between("smile", 14.6, 16.4)
    e.paint(e.line((8, 13.5), (12, smile), (20, smile), (24, 13.5), wide=1.1), green, 0.1)


def goldfish(e: Easel, look: Look) -> None:
    """A goldfish with a flowing tail."""
    gold = look.whole("#f08a24", "#f08a24", "#e8542c", "#f8b830")
    tails = {
        "forked": ((21, 16), (31, 6), (28.5, 15), (31, 25), (25, 21)),
        "fan": ((20, 16), (27, 6), (31, 10), (31, 22), (26, 26)),
        "veil": ((20, 14), (28, 9), (31, 14), (30, 29), (26, 23), (23, 26), (21, 19)),
    }
    e.paint(e.shape(*tails[look.pick("tail", "forked", "fan", "veil")]), gold, 0.6)
    fin = look.between("fin", 3, 7.4)
    e.paint(e.shape((8, 12), (13, fin), (20, fin + 3), (22, 13)), gold, 0.45)
    e.paint(e.shape((12, 20), (16, look.between("low fin", 25.6, 29)), (19, 21)), gold, 0.45, seam=True)
    body = e.disc(12.5, 16, 11, look.between("body", 6.6, 8.6))
    e.paint(body, gold, 0.55, ROUND, seam=True)
    e.paint(e.disc(12.5, 20.4, 7.4, 2.6), look.of("#fbe0a0"), 0.6)
    if look.chance("patches", 0.4) and look.own is None:
        e.paint((e.disc(15, 12, 4, 3) | e.disc(20, 17, 2.6, 3)) & body, look.of("#fbf4e6"), 0.6)
    for number, (x, y) in enumerate(((14, 13), (17, 15.5), (14, 17.5), (19, 18), (11, 15.4), (18, 12.4))):
        if look.chance(f"scale {number}", 0.6):
            e.paint(e.line((x, y - 1.2), (x + 1.2, y), (x, y + 1.2), wide=0.9), gold, 0.25)
    e.paint(e.disc(6.4, 14.5, 2.2), look.of("#ffffff"), 0.85)
    e.paint(e.box(5, 14, 7, 16), look.of(INK), 0.3)
    e.paint(e.line((2.5, 18), (5, 18.6), wide=1), gold, 0.1)


def turtle(e: Easel, look: Look) -> None:
    """A turtle seen from the side."""
    skin, shell = (
        look.whole("#7ab04a", "#7ab04a", "#4f9a6a", "#a8a04a"),
        look.part("shell", "#7a5a2c", "#7a5a2c", "#4a7a4a", "#a8623a"),
    )
    rise = look.between("dome", 11, 15.6)
    for x in (8, 21):
        e.paint(e.box(x, 22, x + 4.5, 29), skin, 0.4, POLE)
    e.paint(e.shape((2.5, 24), (7, 20), (8, 24)), skin, 0.45)
    e.paint(e.shape((23, 19), (25, 14), (28, 12), (31, 14), (31, 18), (28, 20), (26, 24), (22, 24)), skin, 0.6, ROUND)
    dome = e.disc(15, 22, 11.5, rise) & (e.y < 22)
    e.paint(dome, shell, 0.5, ROUND, seam=True)
    form = look.pick("plates", "plates", "spots", "rows")
    plates = (((15, 8), (12, 14)), ((12, 14), (4.5, 16.5)), ((12, 14), (18, 14)), ((18, 14), (16, 8)),
              ((18, 14), (25, 16.5)), ((12, 14), (10, 22)), ((18, 14), (20, 22)))  # fmt: skip
    for start, end in plates if form == "plates" else ():
        e.paint(dome & e.line(start, end, wide=1), shell, 0.1)
    for left, high in ((15, 12), (9.6, 16), (20.6, 16), (15, 18)) if form == "spots" else ():
        e.paint(dome & e.disc(left, high, 2, 1.7), shell, 0.15)
    if form == "rows":
        for size in (0.45, 0.75):
            edge = e.disc(15, 22, 11.5 * size, rise * size) & ~e.disc(15, 22, 11.5 * size - 1, rise * size - 1)
            e.paint(dome & edge, shell, 0.1)
    e.paint(e.box(3, 21, 27, 23.4), shell, 0.8, POLE, seam=True)
    e.paint(e.box(28, 14, 29.6, 16), look.of(INK), 0.2)
    if "shell" in look.parts and look.has("crystal", "crystals", "gem", "ice", "ruby", "emerald", "diamond"):
        for x, y in ((9, 7), (21, 7), (15, 3)):
            e.paint(
                e.shape((x, y - 1.5), (x + 2.6, y + 2.5), (x + 1.8, y + 8), (x - 1.8, y + 8), (x - 2.6, y + 2.5)),
                shell,
                0.6,
                seam=True,
            )
            e.paint(e.shape((x, y - 1.5), (x, y + 8), (x - 1.8, y + 8), (x - 2.6, y + 2.5)), shell, 0.95)


KINDS = (
    Kind("lily pad, lilypad, water lily pad", lily_pad, freedom=1.0),
    Kind("frog, toad, bullfrog, tree frog", frog, takes="green, tree", freedom=0.6),
    Kind("goldfish, gold fish", goldfish, freedom=0.6),
    Kind("turtle, tortoise", turtle, freedom=0.6),
)
