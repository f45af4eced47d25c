"""What small things sit and lie on, and plain lumps of a material: a branch, a cushion, a block of ice, a cheese."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

BARK, LEAF = "#7a5232", "#4aa040"


def branch(e: Easel, look: Look) -> None:
    """A branch across the picture, with twigs and leaves."""
    bark, leaf = look.whole(BARK), look.part("leaf", LEAF)
    e.paint(e.line((8, 18), (4, 23.6), wide=1.6) | e.line((22, 17), (26.6, 21.8), wide=1.6), bark, 0.35)
    wood = e.shape((0.8, 16), (12, 15.2), (31, 13.6), (31.4, 15.4), (20, 18.4), (0.8, 20.6))
    e.paint(wood, bark, 0.5, BEAM)
    e.paint(wood & (abs(e.y - 17.8 + 0.06 * e.x) < 0.5) & (e.x % 7 > 2.4), bark, 0.25)
    e.paint(e.disc(1.8, 18.2, 1.2, 2.2), look.of("#d8b07c"), 0.6)
    if not look.has("bare", "dead", "leafless", "snowy"):
        for x, y in ((4, 24.6), (27, 22.6), (29.4, 11.6)):
            e.paint(e.disc(x, y, 2.6, 1.6), leaf, 0.6, ROUND, seam=True)


def log(e: Easel, look: Look) -> None:
    """A felled trunk that lies, its rings at one end."""
    bark, rings = look.whole(BARK), look.of("#d8ae74")
    trunk = e.box(6, 12, 28, 24.4) | e.disc(28, 18.2, 2.6, 6.2)
    e.paint(trunk, bark, 0.5, BEAM)
    for y, left, right in ((14.6, 10, 20), (17.6, 15, 27), (20.8, 9, 17), (22.4, 19, 28)):
        e.paint(e.box(left, y, right, y + 1), bark, 0.2)
    e.paint(e.disc(6.4, 18.2, 4.6, 6.2), rings, 0.6, seam=True)
    e.paint(e.disc(6.4, 18.2, 3, 4.2) & ~e.disc(6.4, 18.2, 2, 3.2), rings, 0.3)
    e.paint(e.disc(6.4, 18.2, 0.9, 1.2), rings, 0.3)
    e.paint(e.box(20, 8.8, 22.2, 12.4), bark, 0.55)
    e.paint(e.disc(22.8, 8.4, 2.4, 1.4), look.of(LEAF), 0.6)


def cushion(e: Easel, look: Look) -> None:
    """A soft cushion with tassels at its corners."""
    cloth, trim = look.whole("#b8324a"), look.part("tassel", "gold")
    for x, y in ((3.4, 14), (28.6, 14), (3, 25.6), (29, 25.6)):
        e.paint(e.disc(x, y, 1.5), trim, 0.6)
    body = e.disc(16, 19.8, 13, 6.6) | e.box(6, 14.4, 26, 25.6)
    e.paint(body, cloth, 0.5, ROUND)
    e.paint(e.disc(16, 18.4, 1.3, 0.9), trim, 0.5)
    for way in (-1, 1):
        e.paint(e.line((16 + way * 2.4, 18.6), (16 + way * 7, 17), wide=1), cloth, 0.25)


def pedestal(e: Easel, look: Look) -> None:
    """A stone pedestal."""
    stone = look.whole("stone")
    e.paint(e.box(10, 13, 22, 26), stone, 0.5, POLE)
    for x in (13, 16, 19):
        e.paint(e.box(x - 0.5, 14, x + 0.5, 25), stone, 0.2)
    e.paint(e.box(6.6, 9, 25.4, 13.4), stone, 0.65, BEAM, seam=True)
    e.paint(e.box(6.6, 25.4, 25.4, 29.6), stone, 0.5, BEAM, seam=True)


def block(e: Easel, look: Look) -> None:
    """A cube of a material."""
    matter = look.whole("stone")
    e.paint(e.shape((16, 3), (29, 9.4), (16, 16), (3, 9.4)), matter, 0.8)
    e.paint(e.shape((3, 9.6), (16, 16.2), (16, 30), (3, 23.4)), matter, 0.5)
    e.paint(e.shape((29, 9.6), (16, 16.2), (16, 30), (29, 23.4)), matter, 0.25)
    e.paint(e.line((6, 13), (6, 18), wide=1) | e.line((12, 8.4), (16, 6.4), wide=1), matter, 0.95)
    e.paint(e.line((21, 19), (23, 21.4), (22, 24), wide=1) | e.line((9, 21), (11.4, 24), wide=1), matter, 0.1)


def lump(e: Easel, look: Look) -> None:
    """A rough lump of a material, or of stone with ore in it."""
    is_ore = look.has("ore")
    matter = look.of("stone") if is_ore else look.whole("#34343e" if look.has("coal") else "stone")
    e.paint(e.shape((4, 20), (7, 11), (14, 6), (23, 8), (29, 16), (27, 25), (17, 28), (8, 26.4)), matter, 0.45)
    e.paint(e.shape((7.4, 11.4), (14, 6.4), (19, 12), (11, 17)), matter, 0.85)
    e.paint(e.shape((14, 6.4), (23, 8.4), (26, 15), (19, 12)), matter, 0.6)
    e.paint(e.shape((19, 12), (26, 15), (25, 24), (17, 20)), matter, 0.3)
    e.paint(e.shape((11, 17), (19, 12), (17, 20), (13, 25)), matter, 0.5)
    e.paint(e.line((9, 13), (11, 11), wide=1), matter, 1.0)
    for x, y, size in ((11, 20, 2.4), (17, 10, 2), (22, 18, 2.6), (14, 14.4, 1.6), (19, 24, 1.8)) if is_ore else ():
        e.paint(
            e.shape((x - size, y), (x, y - size), (x + size, y), (x, y + size)),
            look.of("#d8996a") if look.has("iron") else look.whole("copper"),
            0.6,
        )


def empty_bowl(e: Easel, look: Look) -> None:
    """A bowl with a foot and a rim."""
    clay = look.whole("#c8643c", "#4a78b8", "wood", "#5a9a8a")
    e.paint(e.box(11, 26, 21, 29.4), clay, 0.3, POLE)
    body = e.disc(16, 14.6, 13.4, 13.4) & (e.y > 14.6)
    e.paint(body, clay, 0.5, ROUND)
    if look.chance("band", 0.5):
        e.paint(body & (e.y > 17.6) & (e.y < 20), clay, 0.8, POLE)
    e.paint(e.box(2, 13, 30, 16), clay, 0.65, BEAM, seam=True)


KINDS = (
    Kind("branch, tree branch, twig, perch", branch, takes="tree, bare, dead", freedom=1.0),
    Kind("empty bowl, bowl, clay bowl", empty_bowl, takes="clay, soup", freedom=1.0),
    Kind("tree log, fallen log, tree trunk", log, takes="tree, wood, fallen", freedom=1.0),
    Kind("velvet cushion", cushion, takes="velvet, silk", freedom=1.0),
    Kind("pedestal, plinth, stone pedestal", pedestal, takes="stone, marble", freedom=1.0),
    Kind("block", block, takes="ice, stone", freedom=1.0),
    Kind("lump, chunk, hunk", lump, takes="ice, stone, gold, iron, copper, silver, coal", freedom=1.0),
)
