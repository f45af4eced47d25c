"""What stands in rooms, gardens and streets."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import CLOTHS, Look

DARK, FLAME = "#3a2418", "fire"


def table(e: Easel, look: Look) -> None:
    """A table."""
    wood, form = look.whole("wood"), look.pick("top", "square", "round", "cloth")
    legs = look.pick("legs", "posts", "posts", "splayed", "pillar")
    thick = look.between("leg", 2.8, 4.4)
    if legs == "pillar":
        e.paint(e.box(14, 15, 18, 29), wood, 0.4, POLE)
        e.paint(e.shape((16, 25), (25, 28), (25, 30), (7, 30), (7, 28)), wood, 0.4, seam=True)
    else:
        spread = 2.6 if legs == "splayed" else 0.0
        for way in (-1, 1):
            top, low = 16 + 9.4 * way, 16 + (9.4 + spread) * way
            leg = e.shape((top - thick / 2, 15), (top + thick / 2, 15), (low + thick / 2, 30), (low - thick / 2, 30))
            e.paint(leg, wood, 0.4, POLE)
            e.paint(e.box(16 + 5.6 * way - 1.2, 15, 16 + 5.6 * way + 1.2, 26), wood, 0.2)
    sheet = e.disc(16, 11.6, 14.4, 4) if form == "round" else e.shape((6, 8), (26, 8), (30.5, 14.5), (1.5, 14.5))
    e.paint(sheet, wood, 0.6)
    e.paint(sheet & (e.rows % 3 < 1), wood, 0.35)
    edge = (e.disc(16, 14.4, 14.4, 4) & (e.y > 12.4) & ~sheet) if form == "round" else e.box(1.5, 14, 30.5, 17.4)
    e.paint(edge, wood, 0.5, BEAM, seam=True)
    if form == "cloth":
        cloth = look.part("cloth", "#f2ece0", *CLOTHS)
        e.paint(
            e.shape((12, 8), (20, 8), (22, 14.5), (22, 19), (16, 21.4), (10, 19), (10, 14.5)), cloth, 0.6, seam=True
        )
        e.paint(e.box(10, 14.5, 22, 15.6), cloth, 0.9)


def fence(e: Easel, look: Look) -> None:
    """A fence of pickets."""
    wood, top = look.whole("wood", "wood", "#eceae4"), look.pick("top", "pointed", "round", "flat", "notched")
    lie = look.pick("rails", "two", "two", "three", "crossed")
    for y in {"two": (14, 23), "three": (12, 18, 24), "crossed": (14, 23)}[lie]:
        e.paint(e.box(1, y, 31, y + (3.4 if lie != "three" else 2.4)), wood, 0.4, BEAM)
    if lie == "crossed":
        e.paint(e.line((3, 25), (29, 15), wide=2), wood, 0.35)
    few = look.chance("few", 0.35)
    for number, x in enumerate((3, 13.4, 23.8) if few else (2, 9.6, 17.2, 24.8)):
        rise = look.between(f"picket {number}", -1.6, 1.6) if look.chance("rough", 0.4) else 0.0
        head, low = 6 + rise, 10 + rise
        heads = {
            "pointed": ((x, low), (x + 2.6, head), (x + 5.2, low)),
            "round": ((x, low), (x + 0.8, head + 1.4), (x + 2.6, head), (x + 4.4, head + 1.4), (x + 5.2, low)),
            "flat": ((x, head + 1), (x + 5.2, head + 1)),
            "notched": ((x, head + 0.4), (x + 2.6, low - 0.4), (x + 5.2, head + 0.4)),
        }[top]
        e.paint(e.shape(*heads, (x + 5.2, 30), (x, 30)), wood, 0.55, POLE, seam=True)
        for y in (15, 24):
            e.paint(e.box(x + 2, y, x + 3.2, y + 1), wood, 0.1)


def signpost(e: Easel, look: Look) -> None:
    """A wooden sign on a post."""
    wood, ink = look.whole("wood"), look.of(DARK)
    e.paint(e.box(14, 3, 18, 31), wood, 0.35, POLE)
    is_arrow = look.has("arrow", "direction", "road", "way", "post", "signpost") and not look.chance("plain", 0.25)
    form = look.pick("board", "one", "two", "notched") if is_arrow else look.pick("board", "square", "round", "hung")
    if form == "two":
        boards = [
            e.shape((5, 4), (25, 4), (30, 8), (25, 12), (5, 12)),
            e.shape((27, 14), (8, 14), (3, 18), (8, 22), (27, 22)),
        ]
    elif is_arrow:
        tail = ((3, 18), (6, 12)) if form == "notched" else ((3, 18),)
        boards = [e.shape((3, 6), (25, 6), (30.5, 12), (25, 18), *tail)]
    else:
        boards = [{"square": e.box(2.5, 5, 29.5, 20), "round": e.disc(16, 12.6, 14, 8.4),
                   "hung": e.shape((3, 6), (29, 6), (27.5, 19), (4.5, 19))}[form]]  # fmt: skip
    for board in boards:
        e.paint(board, wood, 0.6, seam=True)
        e.paint(board & (abs(e.y - 12) < 0.5) & (form != "two"), wood, 0.35)
    lines = ((9, 21, 7), (10, 24, 17)) if form == "two" else ((7, 21, 9), (7, 18, 14.4))
    picture = look.pick("picture", "words", "words", "mark")
    for number, (left, right, y) in enumerate(lines):
        if picture == "words" or form == "two":
            e.paint(e.box(left, y, right - look.between(f"word {number}", 0, 5), y + 1.1), ink, 0.3)
    if picture == "mark" and form != "two":
        e.paint(e.shape((12, 9), (15, 12), (12, 15)) | e.box(7, 11.2, 13, 12.8), ink, 0.3)
    if look.chance("grass", 0.4):
        e.paint(e.shape((9, 31), (11, 27), (13, 31)) | e.shape((18, 31), (21, 26.6), (23, 31)), look.of("leaf"), 0.55)


def street_lamp(e: Easel, look: Look) -> None:
    """A street lamp."""
    iron, glow = look.whole("#3c4456", "#2f4a40", "#4a3c38"), look.part("light", "#ffd84a", "#ffe9a0", "#ffb84a")
    form, low = look.pick("form", "lantern", "globe", "arm"), look.pick("foot", "cone", "steps")
    e.paint(e.box(14.6, 5 if form == "arm" else 12, 17.4, 29), iron, 0.5, POLE)
    feet = e.shape((12, 26), (20, 26), (22, 30.5), (10, 30.5)) if low == "cone" else e.box(12.6, 25, 19.4, 28) | e.box(
        10, 28, 22, 30.5)  # fmt: skip
    e.paint(feet, iron, 0.5, POLE, seam=True)
    if look.chance("bar", 0.5) and form != "arm":
        e.paint(e.box(10, 15.4, 22, 17), iron, 0.6, seam=True)
    if form == "globe":
        e.paint(e.disc(16, 7.6, 6.4), glow, 0.65, ROUND, seam=True)
        e.paint(e.disc(14.6, 6, 2.4), glow, 0.98)
        e.paint(e.box(12, 12.4, 20, 14.6), iron, 0.6, seam=True)
        e.paint(e.shape((13, 2), (16, 0.6), (19, 2)), iron, 0.5)
        return
    at = 16.0
    if form == "arm":
        at = 23.5
        e.paint(e.line((16, 12), (16, 5), (19, 3), (23.5, 3), wide=2.4), iron, 0.5)
        e.paint(e.line((16, 12), (21, 5), wide=1.2), iron, 0.4)
        e.paint(e.shape((21, 7), (26, 7), (28, 14), (19, 14)), glow, 0.65, seam=True)
        e.paint(e.disc(23.5, 11, 2, 2.6), glow, 0.95)
        e.paint(e.shape((19, 8), (22, 3.4), (25, 3.4), (28, 8)), iron, 0.5, seam=True)
        return
    e.paint(e.shape((at - 5.4, 4.6), (at + 5.4, 4.6), (at + 3.4, 13), (at - 3.4, 13)), glow, 0.65, seam=True)
    e.paint(e.disc(at, 9, 2.6, 3.4), glow, 0.95)
    e.paint(e.shape((at - 6.5, 5), (at, 1), (at + 6.5, 5)), iron, 0.5, seam=True)
    e.paint(e.box(at - 4.4, 12.4, at + 4.4, 14.4), iron, 0.6, seam=True)


def mailbox(e: Easel, look: Look) -> None:
    """A letter box on a post, its flag up."""
    metal = look.whole("#3a72c8", "#c83a3a", "#4a8a58", "#9aa6b3")
    is_up = look.chance("raised", 0.65)
    e.paint(e.box(13.6, 19, 17.4, 31), look.of("wood"), 0.5, POLE)
    if look.chance("brace", 0.4):
        e.paint(e.line((16, 27), (23, 21), wide=2), look.of("wood"), 0.4)
    if is_up:
        e.paint(e.box(21, 6, 22.6, 14) | e.box(21, 4.6, 26.4, 8.4), look.part("flag", "#d8282c", "#f0c040"), 0.55)
    body = e.box(3, 13, 28, 21) | e.disc(8.6, 13.4, 5.6, 5.6) | (e.box(8, 8, 23, 14)) | e.disc(22.6, 13.4, 5.6, 5.6)
    e.paint(body & (e.y < 21), metal, 0.5, BEAM)
    face = (e.disc(8.6, 13.4, 5.6) | e.box(3, 13.4, 14.2, 21)) & (e.y < 21)
    e.paint(face, metal, 0.7, seam=True)
    if look.chance("letter", 0.35):
        e.paint(e.box(4.6, 14, 12.6, 19), look.of("#f6f0e0"), 0.7, seam=True)
        e.paint(e.line((5, 14.6), (8.6, 17), (12.2, 14.6), wide=1), look.of("#b0a088"), 0.4)
    else:
        e.paint(e.box(6, 12, 11.4, 14), look.of("#20202c"), 0.3)
    flag = e.box(21, 9, 22.6, 14) if is_up else e.box(19, 14.6, 27, 16.4)
    e.paint(flag, look.part("flag", "#d8282c", "#f0c040"), 0.45, seam=True)


def campfire(e: Easel, look: Look) -> None:
    """A fire on logs."""
    wood, base = look.of("wood"), look.pick("base", "logs", "stones", "stack")
    for way in (-1, 1) if base != "stack" else ():
        e.paint(e.line((16 - 12 * way, 29), (16 + 9 * way, 23.4), wide=4.4), wood, 0.45, seam=True)
        e.paint(e.disc(16 - 12 * way, 28.8, 2.3), wood, 0.85, seam=True)
    if base == "stack":
        for x, y in ((9, 28.4), (16, 28.4), (23, 28.4), (12.5, 24.6), (19.5, 24.6)):
            e.paint(e.disc(x, y, 3.2, 2.4), wood, 0.5, ROUND, seam=True)
            e.paint(e.disc(x, y, 1.4, 1), wood, 0.9)
    lean, high = look.between("lean", -3, 3), look.between("high", -1, 4)
    tongues = look.pick("flames", "one", "two", "three")
    outer = {
        "one": (
            (16, 1.5),
            (20, 8),
            (23, 7),
            (25, 15),
            (23, 22),
            (19, 26),
            (13, 26),
            (9, 22),
            (7, 15),
            (10, 10),
            (12, 13),
        ),
        "two": ((12, 2.5), (16, 9), (21, 3.5), (25, 13), (23.6, 22), (19, 26), (13, 26), (8.4, 22), (7, 14)),
        "three": (
            (16, 2),
            (19, 9),
            (24, 6),
            (26, 16),
            (23.6, 22),
            (19, 26),
            (13, 26),
            (8.4, 22),
            (6, 16),
            (8, 6),
            (13, 9),
        ),
    }[tongues]
    colours = look.pick("fire", "#e8501c #f8a020 #fff0a0", "#e8501c #f8a020 #fff0a0", "#d83a1a #f8801c #ffe070").split()
    middle = ((16, 8), (20, 14), (21.4, 19), (19, 25), (13, 25), (10.4, 19), (12.4, 15), (14, 16))
    heart = ((16, 15), (18.6, 20), (17.6, 25), (14.4, 25), (13.4, 20))
    for corners, colour in zip((outer, middle, heart), colours, strict=True):
        moved = [(x + lean * (26 - y) / 24, y + max(high, -0.9) * (26 - y) / 24) for x, y in corners]
        e.paint(e.shape(*moved), look.of(colour), 0.55)
    if base == "stones":
        for x, y in ((5, 28.4), (11, 29.4), (17, 29.6), (23, 29.2), (28, 28)):
            e.paint(e.disc(x, y, 3.2, 2.2), look.of("stone"), 0.5, ROUND, seam=True)
    if look.has("pot", "cauldron"):
        e.paint(e.disc(16, 11, 8, 6) & (e.y > 7), look.of("#3c4048"), 0.5, ROUND, seam=True)
        e.paint(e.box(7, 6, 25, 8.4), look.of("#3c4048"), 0.7, seam=True)


def candle(e: Easel, look: Look) -> None:
    """A lit candle on a dish."""
    wax, metal = look.whole("#f4e8c8", "#f4e8c8", "#f6f4f0", "#e0b0a0"), look.of("gold", "gold", "silver", "bronze")
    foot, top, half = (
        look.pick("foot", "dish", "stand", "puddle"),
        look.between("high", 11, 15),
        look.between("thick", 4.4, 6),
    )
    if foot == "dish":
        e.paint(e.disc(16, 28, 9.4, 2.6), metal, 0.5)
        e.paint((e.disc(26, 27, 3.4) & ~e.disc(26, 27, 1.8)), metal, 0.5)
    elif foot == "stand":
        e.paint(e.disc(16, 29, 7.4, 1.9), metal, 0.45)
        e.paint(e.box(14.4, 23, 17.6, 29), metal, 0.5, POLE)
        e.paint(e.box(10, 22, 22, 24.4), metal, 0.6, BEAM, seam=True)
    else:
        e.paint(e.disc(16, 28, 8, 2.4), wax, 0.45)
    low = 22.4 if foot == "stand" else 28
    e.paint(e.box(16 - half, top, 16 + half, low), wax, 0.6, POLE, seam=True)
    for side, deep in ((-1, look.between("left drop", 3, 8)), (1, look.between("right drop", 2, 7))):
        left = 16 - half if side < 0 else 16 + half - 1.8
        e.paint(e.box(left, top, left + 1.8, min(top + deep, low - 1)), wax, 0.95)
    e.paint(e.box(15.5, top - 2.4, 16.5, top + 1), look.of(DARK), 0.3)
    lean, high = look.between("lean", -2, 2), look.between("flame", 8, 11)
    outer = ((16 + lean, top - 2 - high), (19.4, top - 5.6), (18.4, top - 2), (13.6, top - 2), (12.6, top - 5.6))
    inner = ((16 + lean / 2, top - 7.6), (17.6, top - 4.6), (17, top - 2), (15, top - 2), (14.4, top - 4.6))
    e.paint(e.shape(*outer), look.of("#f8961e"), 0.6)
    e.paint(e.shape(*inner), look.of("#fff0a0"), 0.75)


_HELD = ("wooden", "wood", "iron", "metal", "stone", "golden", "gold", "bronze", "steel", "bamboo")
"""Materials of torches, which are not those of their flames."""


def torch(e: Easel, look: Look) -> None:
    """A burning torch."""
    head, lean = look.pick("head", "ring", "cage", "cloth"), look.between("lean", -2.4, 2.4)
    e.paint(e.shape((13, 17), (19, 17), (17.4, 31), (14.6, 31)), look.of("wood"), 0.5, POLE)
    if look.chance("wraps", 0.5):
        e.paint(e.box(13.4, 24, 18.6, 26) | e.box(13.4, 20.4, 18.6, 21.6), look.of("leather"), 0.4)
    heads = {
        "ring": e.box(11.6, 15, 20.4, 19),
        "cage": e.shape((9.6, 13), (22.4, 13), (19, 20), (13, 20)),
        "cloth": e.disc(16, 16.4, 4.8, 4.4),
    }
    e.paint(heads[head], look.of("straw" if head == "cloth" else "iron"), 0.5, POLE, seam=True)
    outer = {
        "one": ((16, 0.8), (19, 5), (21.4, 4.6), (23, 10), (20.6, 15.4), (11.4, 15.4), (9, 10), (11, 6), (13, 7.4)),
        "two": ((13, 1.5), (16, 6), (20, 1.5), (23.6, 9), (20.6, 15.4), (11.4, 15.4), (8.4, 9)),
        "slim": ((16, 0.8), (19, 7), (21, 11), (19.6, 15.4), (12.4, 15.4), (11, 11), (13, 7)),
    }[look.pick("flame", "one", "two", "slim")]
    middle = ((16, 5), (19, 9), (19, 13), (17.6, 15.4), (14.4, 15.4), (13, 13), (13, 10))
    heart = ((16, 9.4), (17.6, 13), (17, 15.4), (15, 15.4), (14.4, 13))
    fires = ((outer, "#e8501c", 0.55, 0.3), (middle, "#f8a020", 0.6, 0.65), (heart, "#fff0a0", 0.75, 1.0))
    said = look.parts.get("flame", look.parts.get("fire", None if look.has(*_HELD) else look.own))
    for corners, colour, level, own_level in fires:
        tongue = e.shape(*((x + lean * (15.4 - y) / 14, y) for x, y in corners))
        e.paint(tongue, look.of(colour) if said is None else said, level if said is None else own_level)
    if head == "cage":
        for x in (11.4, 16, 20.6):
            e.paint(e.line((x, 12), (16 + (x - 16) * 0.6, 19), wide=1.1), look.of("iron"), 0.35)


def fish_bowl(e: Easel, look: Look) -> None:
    """A round bowl of water with a goldfish."""
    glass, water, fish = (
        look.of("#b8dcec"),
        look.of("#5ab4e8", "#5ab4e8", "#58c8c0"),
        look.of("#f08a24", "#f08a24", "#e8542c"),
    )
    bowl = e.disc(16, 17.5, 13.6, 12.6) & (e.y > 7.4)
    e.paint(bowl, glass, 0.8, ROUND)
    inner, surface = e.disc(16, 17.5, 12, 11), look.between("filled", 10, 13)
    e.paint(inner & (e.y > surface), water, 0.55, ROUND)
    e.paint(inner & (e.y > surface) & (e.y < surface + 1.1), water, 0.9)
    e.paint(inner & (e.y > look.between("sand", 24, 26.4)), look.of("sand", "sand", "#8a94a8", "#d88a8a"), 0.6)
    if look.chance("plant", 0.6):
        x = look.between("plant at", 9, 23)
        e.paint(inner & e.line((x, 27), (x - 1, 22), (x + 1, 18), wide=2), look.of("#3f9a48"), 0.5)
    at_x, at_y, way = look.between("x", -2, 2), look.between("y", -1.4, 2.4), 1 if look.chance("left", 0.5) else -1
    tail = ((19, 18), (24, 14), (23, 18.4), (24, 23))
    e.paint(e.shape(*((16 + way * (x - 16) + at_x, y + at_y) for x, y in tail)), fish, 0.45, seam=True)
    e.paint(e.disc(16 - 1.4 * way + at_x, 18.4 + at_y, 5.6, 3.8), fish, 0.55, ROUND, seam=True)
    e.paint(
        e.box(16 - 4.4 * way + at_x - 0.7, 17 + at_y, 16 - 4.4 * way + at_x + 0.7, 18.4 + at_y), look.of("#14141c"), 0.3
    )
    for x, y in ((7.4, 15), (8.4, 13)):
        e.paint(e.box(x, y, x + 1, y + 1), look.of("#ffffff"), 0.8)
    e.paint(e.box(6, 6, 26, 8.4), glass, 0.9, seam=True)


def cutlery(e: Easel, look: Look) -> None:
    """A knife and a fork."""
    steel, grip = look.whole("iron", "silver", "gold"), look.part("handle", "wood", "#2c3448", "#b03a3a", "bone")
    for left in (6, 8.4, 10.8) if look.chance("three prongs", 0.6) else (5.8, 7.6, 9.4, 11.2):
        e.paint(e.box(left, 2, left + 1.4, 10), steel, 0.7)
    e.paint(e.box(6, 9, 12.2, 13), steel, 0.6)
    e.paint(e.box(8, 12, 10.2, 19), steel, 0.55)
    e.paint(e.box(7.4, 18, 10.8, 30), grip, 0.5, POLE, seam=True)
    blades = {
        "round": ((20.4, 2), (24, 4), (25.4, 10), (24.6, 19), (20.4, 19)),
        "pointed": ((20.4, 1), (25, 9), (25, 19), (20.4, 19)),
        "butter": ((20.4, 3), (22, 2), (26, 3), (26.4, 11), (24, 13), (24, 19), (20.4, 19)),
    }
    e.paint(e.shape(*blades[look.pick("knife form", "round", "pointed", "butter")]), steel, 0.65)
    e.paint(e.box(20.4, 18, 24, 30), grip, 0.5, POLE, seam=True)


def door(e: Easel, look: Look) -> None:
    """A door of boards with iron bands, in an arch."""
    wood, iron = look.whole("wood", "wood", "#3f5f8a", "#4a7048"), look.of("iron")
    form = look.pick("form", "arched", "square", "pointed")
    tops = {
        "arched": (e.disc(16, 13, 12, 11.6), e.disc(16, 13, 9, 8.6)),
        "square": (e.box(4, 3, 28, 14), e.box(7, 6, 25, 14)),
        "pointed": (e.shape((4, 14), (6, 8), (16, 0.9), (26, 8), (28, 14)),
                    e.shape((7, 14), (8.6, 9.4), (16, 4.4), (23.4, 9.4), (25, 14))),
    }[form]  # fmt: skip
    e.paint(e.box(4, 13, 28, 31) | tops[0], look.of("stone", "stone", "wood"), 0.5, POLE)
    leaf = e.box(7, 13, 25, 31) | tops[1]
    e.paint(leaf, wood, 0.55, seam=True)
    style = look.pick("style", "boards", "boards", "panels", "window")
    if style == "panels":
        for left in (9, 17):
            for top in (11, 20.4):
                e.paint(e.box(left, top, left + 6, top + 7.4), wood, 0.25, seam=True)
    else:
        e.paint(leaf & ((e.columns - 7) % 4.5 < 1), wood, 0.15)
        for y in (look.between("band", 11.4, 15), 24):
            e.paint(leaf & (e.y > y) & (e.y < y + 2.4), iron, 0.45)
    if style == "window":
        e.paint(e.box(13, 7.4, 19, 13), iron, 0.4, seam=True)
        e.paint(e.box(14, 8.4, 18, 12) & (e.columns % 2 < 1), look.of("#14141c"), 0.3)
    ring = e.disc(21.4, 19.4, 2.2) & ~e.disc(21.4, 19.4, 1)
    e.paint(
        ring if look.chance("ring", 0.6) else e.box(20.4, 18, 22.4, 21), look.of("gold", "gold", "iron"), 0.7, seam=True
    )


def window(e: Easel, look: Look) -> None:
    """A window of four panes over a sill."""
    wood, is_lit = look.whole("wood", "wood", "#eceae4", "#4a6a8a"), look.has("lit", "night", "glowing")
    pane = look.of("#ffd84a") if is_lit else look.of("#7cc4ee", "#7cc4ee", "#9ad4e8", "#6aa4e0")
    form = look.pick("form", "square", "arched", "round")
    top = {"square": 6.0, "arched": 4.0, "round": 4.0}[form]
    whole = {
        "square": e.box(5, 3, 27, 27),
        "arched": e.box(5, 12, 27, 27) | e.disc(16, 12.4, 11, 10.4),
        "round": e.disc(16, 15, 13, 13),
    }[form]
    inner = {
        "square": e.box(8, top, 24, 24),
        "arched": e.box(8, 12, 24, 24) | e.disc(16, 12.4, 8, 7.4),
        "round": e.disc(16, 15, 10, 10),
    }[form]
    e.paint(whole, wood, 0.55)
    e.paint(inner, pane, 0.55, seam=True)
    for left in (8, 17):
        e.paint(inner & e.shape((left, top + 1), (left + 5, top + 1), (left, top + 6)), pane, 0.9)
        e.paint(inner & e.shape((left, 16), (left + 4, 16), (left, 20)), pane, 0.9)
    bars = look.pick("bars", "cross", "lattice", "upright", "cross")
    where = {
        "cross": e.box(15, 2, 17, 27) | e.box(6, 14, 26, 16),
        "upright": e.box(12, 2, 13.6, 27) | e.box(18.4, 2, 20, 27),
        "lattice": ((e.x + e.y - 1) % 7 < 1.2) | ((e.x - e.y + 0.6) % 7 < 1.2),
    }[bars]
    e.paint(inner & where, wood, 0.5)
    if look.chance("curtain", 0.35):
        cloth = look.part("curtain", *CLOTHS)
        e.paint(inner & (e.x < 12 - (e.y - 14) * 0.2), cloth, 0.6)
        e.paint(inner & (e.x > 20 + (e.y - 14) * 0.2), cloth, 0.45)
    if form == "round":
        return
    e.paint(e.box(3, 26, 29, 30), wood, 0.65, BEAM, seam=True)
    if look.chance("flowers", 0.35):
        e.paint(e.box(5, 24, 27, 28), look.of("clay"), 0.5, BEAM, seam=True)
        for number, x in enumerate((7, 11, 15, 19, 23, 26)):
            e.paint(e.disc(x, 23.4, 2, 1.6), look.of("leaf"), 0.6)
            if number % 2:
                e.paint(e.disc(x, 22.4, 1.4), look.of(*CLOTHS), 0.65)


KINDS = (
    Kind("table", table, takes="dining, kitchen, coffee", freedom=1.0),
    Kind("fence, picket fence", fence, takes="picket, garden", freedom=1.0),
    Kind(
        "signpost, sign post, wooden sign, road sign, direction sign",
        signpost,
        takes="road, direction, village",
        freedom=1.0,
    ),
    Kind("street lamp, streetlamp, lamp post, lamppost, street light, streetlight", street_lamp, freedom=0.5),
    Kind("mailbox, mail box, letterbox, letter box", mailbox, takes="letter", freedom=1.0),
    Kind("campfire, camp fire, bonfire", campfire, freedom=1.0),
    Kind("candle", candle, freedom=1.0),
    Kind("door, wooden door, dungeon door, castle door", door, takes="dungeon, castle", freedom=0.5),
    Kind("window", window, freedom=0.7),
    Kind("torch, wall torch", torch, takes="wall", freedom=1.0),
    Kind("fish bowl, fishbowl, goldfish bowl, fish tank", fish_bowl, takes="goldfish", freedom=0.2),
    Kind("cutlery, knife and fork, fork and knife", cutlery, freedom=1.0),
)
