"""What stands in rooms, gardens and streets."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

DARK, FLAME = "#3a2418", "fire"


def table(e: Easel, look: Look) -> None:
    """A table."""
    wood = look.whole("wood")
    for x in (5.0, 24.0):
        e.paint(e.box(x, 15, x + 3.4, 30), wood, 0.4, POLE)
    for x in (9.5, 20):
        e.paint(e.box(x, 15, x + 2.4, 26), wood, 0.2)
    e.paint(e.shape((6, 8), (26, 8), (30.5, 14.5), (1.5, 14.5)), wood, 0.6)
    e.paint(e.shape((6, 8), (26, 8), (30.5, 14.5), (1.5, 14.5)) & (e.y % 3 < 1), wood, 0.35)
    e.paint(e.box(1.5, 14, 30.5, 17.4), wood, 0.5, BEAM, seam=True)


def fence(e: Easel, look: Look) -> None:
    """A fence of pickets."""
    wood = look.whole("wood")
    for y in (14, 23):
        e.paint(e.box(1, y, 31, y + 3.4), wood, 0.4, BEAM)
    for x in (2, 9.6, 17.2, 24.8):
        e.paint(e.shape((x, 10), (x + 2.6, 6), (x + 5.2, 10), (x + 5.2, 30), (x, 30)), wood, 0.55, POLE, seam=True)
        for y in (15, 24):
            e.paint(e.box(x + 2, y, x + 3.2, y + 1), wood, 0.1)


def signpost(e: Easel, look: Look) -> None:
    """A wooden sign on a post."""
    wood = look.whole("wood")
    e.paint(e.box(14, 3, 18, 31), wood, 0.35, POLE)
    arrow = look.has("arrow", "direction", "road", "way", "post", "signpost")
    board = e.shape((3, 6), (25, 6), (30.5, 12), (25, 18), (3, 18)) if arrow else e.box(2.5, 5, 29.5, 20)
    e.paint(board, wood, 0.6, seam=True)
    e.paint(board & (abs(e.y - 12) < 0.5), wood, 0.35)
    for left, right, y in ((6, 21, 9), (6, 18, 14.4)):
        e.paint(e.box(left, y, right, y + 1.1), look.of(DARK), 0.3)


def street_lamp(e: Easel, look: Look) -> None:
    """A street lamp."""
    iron, glow = look.whole("#3c4456"), look.of("#ffd84a")
    e.paint(e.box(14.6, 12, 17.4, 29), iron, 0.5, POLE)
    e.paint(e.shape((12, 26), (20, 26), (22, 30.5), (10, 30.5)), iron, 0.5, POLE, seam=True)
    e.paint(e.shape((10.6, 4.6), (21.4, 4.6), (19.4, 13), (12.6, 13)), glow, 0.65, seam=True)
    e.paint(e.disc(16, 9, 2.6, 3.4), glow, 0.95)
    e.paint(e.shape((9.5, 5), (16, 1), (22.5, 5)), iron, 0.5, seam=True)
    e.paint(e.box(11.6, 12.4, 20.4, 14.4), iron, 0.6, seam=True)


def mailbox(e: Easel, look: Look) -> None:
    """A letter box on a post, its flag up."""
    metal = look.whole("#3a72c8")
    e.paint(e.box(13.6, 19, 17.4, 31), look.of("wood"), 0.5, POLE)
    e.paint(e.box(21, 6, 22.6, 14) | e.box(21, 4.6, 26.4, 8.4), look.part("flag", "#d8282c"), 0.55)
    body = e.box(3, 13, 28, 21) | e.disc(8.6, 13.4, 5.6, 5.6) | (e.box(8, 8, 23, 14)) | e.disc(22.6, 13.4, 5.6, 5.6)
    e.paint(body & (e.y < 21), metal, 0.5, BEAM)
    face = (e.disc(8.6, 13.4, 5.6) | e.box(3, 13.4, 14.2, 21)) & (e.y < 21)
    e.paint(face, metal, 0.7, seam=True)
    e.paint(e.box(6, 12, 11.4, 14), look.of("#20202c"), 0.3)
    e.paint(e.box(21, 9, 22.6, 14), look.part("flag", "#d8282c"), 0.45, seam=True)


def campfire(e: Easel, look: Look) -> None:
    """A fire on logs."""
    wood = look.of("wood")
    for way in (-1, 1):
        e.paint(e.line((16 - 12 * way, 29), (16 + 9 * way, 23.4), wide=4.4), wood, 0.45, seam=True)
        e.paint(e.disc(16 - 12 * way, 28.8, 2.3), wood, 0.85, seam=True)
    for corners, colour in (
        (
            ((16, 1.5), (20, 8), (23, 7), (25, 15), (23, 22), (19, 26), (13, 26), (9, 22), (7, 15), (10, 10), (12, 13)),
            "#e8501c",
        ),
        (((16, 8), (20, 14), (21.4, 19), (19, 25), (13, 25), (10.4, 19), (12.4, 15), (14, 16)), "#f8a020"),
        (((16, 15), (18.6, 20), (17.6, 25), (14.4, 25), (13.4, 20)), "#fff0a0"),
    ):
        e.paint(e.shape(*corners), look.of(colour), 0.55)
    if look.has("pot", "cauldron"):
        e.paint(e.disc(16, 11, 8, 6) & (e.y > 7), look.of("#3c4048"), 0.5, ROUND, seam=True)
        e.paint(e.box(7, 6, 25, 8.4), look.of("#3c4048"), 0.7, seam=True)


def candle(e: Easel, look: Look) -> None:
    """A lit candle on a dish."""
    wax = look.whole("#f4e8c8")
    e.paint(e.disc(16, 28, 9.4, 2.6), look.of("gold"), 0.5)
    e.paint((e.disc(26, 27, 3.4) & ~e.disc(26, 27, 1.8)), look.of("gold"), 0.5)
    e.paint(e.box(12, 13, 20, 28), wax, 0.6, POLE, seam=True)
    e.paint(e.box(12, 13, 14, 19) | e.box(17.4, 13, 19, 16.4), wax, 0.95)
    e.paint(e.box(15.5, 10.6, 16.5, 14), look.of(DARK), 0.3)
    e.paint(e.shape((16, 1.5), (19.4, 7.4), (18.4, 11), (13.6, 11), (12.6, 7.4)), look.of("#f8961e"), 0.6)
    e.paint(e.shape((16, 5.4), (17.6, 8.4), (17, 11), (15, 11), (14.4, 8.4)), look.of("#fff0a0"), 0.75)


def torch(e: Easel, look: Look) -> None:
    """A burning torch."""
    e.paint(e.shape((13, 17), (19, 17), (17.4, 31), (14.6, 31)), look.of("wood"), 0.5, POLE)
    e.paint(e.box(11.6, 15, 20.4, 19), look.of("iron"), 0.5, POLE, seam=True)
    outer = ((16, 0.8), (19, 5), (21.4, 4.6), (23, 10), (20.6, 15.4), (11.4, 15.4), (9, 10), (11, 6), (13, 7.4))
    e.paint(e.shape(*outer), look.of("#e8501c"), 0.55)
    e.paint(
        e.shape((16, 5), (19, 9), (19, 13), (17.6, 15.4), (14.4, 15.4), (13, 13), (13, 10)), look.of("#f8a020"), 0.6
    )
    e.paint(e.shape((16, 9.4), (17.6, 13), (17, 15.4), (15, 15.4), (14.4, 13)), look.of("#fff0a0"), 0.75)


def fish_bowl(e: Easel, look: Look) -> None:
    """A round bowl of water with a goldfish."""
    glass, water, fish = look.of("#b8dcec"), look.of("#5ab4e8"), look.of("#f08a24")
    bowl = e.disc(16, 17.5, 13.6, 12.6) & (e.y > 7.4)
    e.paint(bowl, glass, 0.8, ROUND)
    inner = e.disc(16, 17.5, 12, 11)
    e.paint(inner & (e.y > 11), water, 0.55, ROUND)
    e.paint(inner & (e.y > 11) & (e.y < 12.1), water, 0.9)
    e.paint(inner & (e.y > 25.4), look.of("sand"), 0.6)
    e.paint(e.shape((19, 18), (24, 14), (23, 18.4), (24, 23)), fish, 0.45, seam=True)
    e.paint(e.disc(14.6, 18.4, 5.6, 3.8), fish, 0.55, ROUND, seam=True)
    e.paint(e.box(11, 17, 12.4, 18.4), look.of("#14141c"), 0.3)
    for x, y in ((7.4, 15), (8.4, 13)):
        e.paint(e.box(x, y, x + 1, y + 1), look.of("#ffffff"), 0.8)
    e.paint(e.box(6, 6, 26, 8.4), glass, 0.9, seam=True)


def cutlery(e: Easel, look: Look) -> None:
    """A knife and a fork."""
    steel, grip = look.whole("iron"), look.part("handle", "wood")
    for left in (6, 8.4, 10.8):
        e.paint(e.box(left, 2, left + 1.4, 10), steel, 0.7)
    e.paint(e.box(6, 9, 12.2, 13), steel, 0.6)
    e.paint(e.box(8, 12, 10.2, 19), steel, 0.55)
    e.paint(e.box(7.4, 18, 10.8, 30), grip, 0.5, POLE, seam=True)
    e.paint(e.shape((20.4, 2), (24, 4), (25.4, 10), (24.6, 19), (20.4, 19)), steel, 0.65)
    e.paint(e.box(20.4, 18, 24, 30), grip, 0.5, POLE, seam=True)


def bridge(e: Easel, look: Look) -> None:
    """A bridge with an arch."""
    stuff, rail = look.whole("wood"), look.whole("wood")
    arch = e.disc(16, 26, 19, 15) & ~e.disc(16, 30, 15, 14) & (e.y < 28)
    e.paint(arch, stuff, 0.5)
    e.paint(arch & (e.x % 4 < 1), stuff, 0.2)
    rails = e.disc(16, 19, 18, 14) & ~e.disc(16, 20.6, 17, 13.4) & (e.y < 17)
    for x, top, low in ((3, 12, 20), (9.4, 8, 15), (16, 6.6, 13), (22.6, 8, 15), (29, 12, 20)):
        e.paint(e.box(x - 1, top - 1.6, x + 1, low), rail, 0.6, POLE, seam=True)
    e.paint(rails, rail, 0.7, seam=True)


def door(e: Easel, look: Look) -> None:
    """A door of boards with iron bands, in an arch."""
    wood, iron = look.whole("wood"), look.of("iron")
    frame = e.box(4, 13, 28, 31) | e.disc(16, 13, 12, 11.6)
    e.paint(frame, look.of("stone"), 0.5, POLE)
    leaf = e.box(7, 13, 25, 31) | e.disc(16, 13, 9, 8.6)
    e.paint(leaf, wood, 0.55, seam=True)
    e.paint(leaf & ((e.x - 7) % 4.5 < 1), wood, 0.15)
    for y in (12.4, 24):
        e.paint(leaf & (e.y > y) & (e.y < y + 2.4), iron, 0.45)
    e.paint((e.disc(21.4, 19.4, 2.2) & ~e.disc(21.4, 19.4, 1)), look.of("gold"), 0.7, seam=True)


def window(e: Easel, look: Look) -> None:
    """A window of four panes over a sill."""
    wood, pane = look.whole("wood"), look.of("#ffd84a" if look.has("lit", "night", "glowing") else "#7cc4ee")
    e.paint(e.box(5, 3, 27, 27), wood, 0.55)
    for left in (8, 17):
        for top in (6, 15.6):
            e.paint(e.box(left, top, left + 7, top + 8), pane, 0.55, seam=True)
            e.paint(e.shape((left, top), (left + 4, top), (left, top + 4)), pane, 0.9)
    e.paint(e.box(3, 26, 29, 30), wood, 0.65, BEAM, seam=True)
