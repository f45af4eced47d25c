"""Odd houses of stories and gardens, stalls, forts and palaces, drawn from the front."""

from __future__ import annotations

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.stamps import lettered


def mushroom_house(e: Easel, look: Look) -> None:
    """A mushroom with a door and a window."""
    cap, stem = look.part("roof", "#d8343a") if look.own is None else look.own, look.of("#f0e4cc")
    e.paint(e.disc(16, 30, 13, 1.9) & (e.y < 31), look.of("leaf"), 0.5)
    e.paint(e.box(24, 3, 27, 11), look.of("stone"), 0.45, POLE)
    e.paint(e.shape((9.6, 15), (22.4, 15), (24.4, 30), (7.6, 30)), stem, 0.6, POLE)
    top = e.disc(16, 16, 14.8, 13) & (e.y < 17.6)
    e.paint(top, cap, 0.55, ROUND, seam=True)
    e.paint((e.disc(16, 17.4, 13, 2.2)) & (e.y > 16.8), look.of("#e0c8a0"), 0.4)
    for x, y, size in ((16, 7, 2.5), (8.4, 11.4, 2.4), (23.4, 12, 2.6), (14, 13.4, 1.7), (3.6, 15.4, 1.3)):
        fit.flat(e, e.disc(x, y, size, size * 0.9) & fit.shrunk(top), look.part("spot", "#f8f0e0"), 0.6)
    fit.door(e, look, (10.6, 20.6, 16, 30), arched=True)
    e.paint(e.disc(20, 22.6, 2.4), look.of("wood"), 0.4, seam=True)
    fit.pane(e, look, e.disc(20, 22.6, 1.5), fit.LAMP)


def hill_house(e: Easel, look: Look) -> None:
    """A house in a green hill with a round door."""
    grass, door = look.of("leaf"), look.whole("#3c8a4a", "#d8b030", "#3a62a8", "#a83a3a")
    e.paint(e.box(21.4, 3, 25, 11), look.of("clay"), 0.45, POLE)
    hill = e.shape((0.9, 30), (2, 21), (6, 13), (12, 8), (19, 7.4), (26, 11), (30, 19), (31.1, 30))
    e.paint(hill, grass, 0.5, ROUND)
    for x, y in ((8, 13), (20, 9.6), (26, 15), (4.6, 20)):
        fit.flat(e, e.box(x - 1, y, x + 1, y + 1), grass, 0.85)
    e.paint(e.disc(13.6, 22.4, 8.2) & (e.y < 30), look.of("stone"), 0.55, ROUND, seam=True)
    where = e.disc(13.6, 22.6, 6.2) & (e.y < 29.4)
    e.paint(where, door, 0.5, seam=True)
    fit.flat(e, where & (e.columns % 3 < 1), door, 0.25)
    fit.flat(e, e.disc(13.6, 22.6, 1.2), look.of("gold"), 0.7)
    e.paint(e.disc(25.4, 22.4, 3.1), look.of("wood"), 0.4, seam=True)
    fit.pane(e, look, e.disc(25.4, 22.4, 2), fit.LAMP)
    e.paint(e.box(6, 29, 22, 30.6), look.of("stone"), 0.6, seam=True)


def witch_hut(e: Easel, look: Look) -> None:
    """A crooked hut with a bent pointed roof."""
    wall, roof = look.whole("#8a7460", "#7a6a80"), look.part("roof", "#5a3a7a", "#3a4a5a", "#6a3a3a")
    e.paint(e.box(23, 9, 25.6, 16), look.of("stone"), 0.4, POLE)
    front = e.shape((7, 16), (25, 17), (24, 29), (8, 29))
    e.paint(front, wall, 0.55)
    fit.boards(e, front, wall, upright=True)
    slope = e.shape((2, 18.6), (9, 9), (12, 3), (19, 0.9), (16.4, 4), (22, 10.4), (30, 19))
    e.paint(slope, roof, 0.55, seam=True)
    fit.tiles(e, slope, roof)
    fit.door(e, look, (10, 20, 15.4, 29), "#4a2a24", arched=True)
    e.paint(e.disc(20, 22.4, 2.7), look.of("#3a2418"), 0.4, seam=True)
    fit.flat(e, e.disc(20, 22.4, 1.8), look.part("window", "#a8f05a", "#f8d048"), 0.6)
    if look.has("legs", "leg", "baba", "yaga"):
        for x in (12.0, 20.0):
            e.paint(e.line((x, 28), (x, 30.4), wide=1.4), look.of("#e0a028"), 0.5)
    for x in (4.6, 27.4):
        e.paint(e.disc(x, 29, 2.7, 1.9), look.of("leaf"), 0.4, ROUND)
    e.paint(e.box(6, 28.6, 26, 30.4), look.of("#5a4a3a"), 0.45, seam=True)


def doghouse(e: Easel, look: Look) -> None:
    """A house for a dog: a round opening and a bone over it."""
    wall = look.whole("#d8343a", "wood", "#3a78d8")
    e.paint(e.box(5, 14, 27, 30), wall, 0.55)
    fit.boards(e, e.box(5, 15, 27, 30), wall)
    fit.flat(e, e.box(10.4, 20, 21.6, 30) | (e.disc(16, 20, 5.6)), look.of(fit.DARK), 0.25)
    e.paint(e.shape((5, 15), (16, 5), (27, 15)), wall, 0.6)
    e.paint(e.line((1.6, 17), (16, 4), (30.4, 17), wide=3.4), look.part("roof", "#7c5a48", "#5c6c90"), 0.5, seam=True)
    bone = look.of("bone")
    e.paint(e.box(12.6, 10.4, 19.4, 12), bone, 0.7)
    for x in (12.4, 19.6):
        e.paint(e.disc(x, 10.4, 1.3) | e.disc(x, 12, 1.3), bone, 0.7)


def birdhouse(e: Easel, look: Look) -> None:
    """A house for birds on a pole."""
    wall = look.whole("#d8b078", "#3a9ab8", "#d8343a")
    e.paint(e.box(14.6, 22, 17.4, 30.6), look.of("wood"), 0.4, POLE)
    e.paint(e.shape((8, 24), (8, 12), (16, 4), (24, 12), (24, 24)), wall, 0.55)
    e.paint(e.disc(16, 15, 3.2), look.of("wood"), 0.4, seam=True)
    fit.flat(e, e.disc(16, 15, 2.2), look.of(fit.DARK), 0.2)
    e.paint(e.box(15.2, 19, 16.8, 21), look.of("wood"), 0.6, seam=True)
    e.paint(
        e.line((4.6, 14.6), (16, 3.4), (27.4, 14.6), wide=3), look.part("roof", "#a83a3a", "#5c6c90"), 0.5, seam=True
    )
    e.paint(e.box(6.4, 23.4, 25.6, 25.6), look.of("wood"), 0.55, seam=True)


def outhouse(e: Easel, look: Look) -> None:
    """A small house of boards, with a moon in its door."""
    wood = look.whole("wood")
    e.paint(e.box(8.6, 9, 23.4, 30), wood, 0.55)
    fit.boards(e, e.box(8.6, 10, 23.4, 30), wood, upright=True)
    fit.door(e, look, (11.4, 12, 20.6, 29.6))
    moon = e.disc(16, 16.6, 2.4) & ~e.disc(17.2, 16, 2)
    fit.flat(e, moon, look.of(fit.LAMP), 0.6)
    fit.roof(e, look, (5.4, 11), (9, 4), (23, 4), (26.6, 11), usual="#7c5a48")


def stall(e: Easel, look: Look) -> None:
    """A market stall: goods on a counter under a striped cloth."""
    wood = look.whole("wood")
    for x in (4, 26.4):
        e.paint(e.box(x, 10, x + 1.8, 30), wood, 0.45, POLE)
    e.paint(e.box(5.8, 12, 26.2, 20), look.of(fit.DARK), 0.35)
    kinds = {
        "fruit": ("#d8343a", "#f08a2c", "#4aa848"), "lemonade": ("#f8d838", "#f8e050", "#f0c828"),
        "fish": ("#6ab0e0", "#8ac8f0", "#5a9ad0"),
        "bread": ("#d89a50", "#e8b870", "#c88840"), "flower": ("#f06aa0", "#f8d048", "#9a62d8"),
        "potion": ("#d8343a", "#3a78d8", "#4aa848"), "weapon": ("#a8b0bc", "#c8d0d8", "#8a94a4"),
    }  # fmt: skip
    words = {"vegetable": "fruit", "food": "bread", "bakery": "bread", "flowers": "flower", "weapons": "weapon"}
    named = next((words.get(word, word) for word in (*kinds, *words) if look.has(word)), "fruit")
    for left, colour in zip((5.6, 12.6, 19.6), kinds[named], strict=True):
        for across, up in ((1.6, 0), (4.8, 0), (3.2, -2)):
            e.paint(e.disc(left + across, 18.4 + up, 1.9), look.of(colour), 0.55, ROUND, seam=True)
    e.paint(e.box(3, 20, 29, 23), wood, 0.65, seam=True)
    e.paint(e.box(4, 23, 28, 29.6), wood, 0.45, seam=True)
    fit.boards(e, e.box(4, 24, 28, 29.6), wood, upright=True)
    if look.has("lemonade"):
        e.paint(e.box(5, 22.6, 27, 29.4), look.of("#f8f0d8"), 0.6, seam=True)
        lettered(e, look, "LEMON", 16, 26)
    fit.awning(e, look, (4, 3, 28, 12), look.pick("cloth", "#d23838", "#3a62b8", "#3c9a58", "#e0a028"))


def cathedral(e: Easel, look: Look) -> None:
    """A cathedral: two towers, a rose window and a high door."""
    stone, roof = look.whole("stone", "#c8b898", "#b0a8b0"), look.part("roof", "#4a5a7a", "#5f7a70")
    e.paint(e.shape((9, 16), (16, 8), (23, 16), (23, 30), (9, 30)), stone, 0.55)
    for left in (2.4, 22):
        e.paint(e.box(left, 11, left + 7.6, 30), stone, 0.5, seam=True)
        e.paint(e.shape((left - 0.9, 11.6), (left + 3.8, 1.6), (left + 8.5, 11.6)), roof, 0.5, seam=True)
        e.paint(e.box(left + 2.6, 14, left + 5, 19) | e.disc(left + 3.8, 14, 1.2), look.of("#3a4a8a"), 0.45, seam=True)
        e.paint(e.box(left + 2.6, 22, left + 5, 27) | e.disc(left + 3.8, 22, 1.2), look.of("#3a4a8a"), 0.45, seam=True)
    e.paint(e.line((9.6, 16), (16, 8.6), (22.4, 16), wide=1.6), roof, 0.5)
    e.paint(e.disc(16, 16.4, 3.7), look.of("gold"), 0.45, seam=True)
    rose = e.disc(16, 16.4, 2.7)
    fit.flat(e, rose, look.part("window", "#5a8ae8"), 0.5)
    fit.flat(e, rose & ((e.x > 16) ^ (e.y > 16.4)), look.of("#d84a6a"), 0.5)
    fit.door(e, look, (12.6, 22, 19.4, 30), arched=True)
    e.paint(e.box(15.4, 3.6, 16.6, 9) | e.box(13.8, 5, 18.2, 6.2), look.of("gold"), 0.6)


def palace(e: Easel, look: Look) -> None:
    """A palace with golden domes."""
    wall, dome = look.whole("#f0e4cc", "#f0ece8", "#d8c0d8"), look.part("dome", "gold", "#3a8ab8", "#b84a8a")
    e.paint(e.box(3, 19, 29, 30), wall, 0.55)
    for x, top, half in ((5.6, 14, 3.4), (26.4, 14, 3.4)):
        e.paint(e.box(x - half, top, x + half, 30), wall, 0.6, POLE, seam=True)
        onion = e.shape((x - 1.6, top - 3), (x, top - 7), (x + 1.6, top - 3))
        onion |= e.disc(x, top, half + 0.4, 4) & (e.y < top + 0.6)
        e.paint(onion, dome, 0.55, ROUND, seam=True)
        fit.pane(e, look, e.box(x - 1.2, 20, x + 1.2, 25), "#5a8ac8")
    e.paint(e.box(10, 15, 22, 30), wall, 0.62, seam=True)
    e.paint(
        (e.disc(16, 13, 6.8, 6.6) & (e.y < 15.4)) | e.shape((13, 7.4), (16, 2), (19, 7.4)), dome, 0.55, ROUND, seam=True
    )
    fit.flat(e, e.box(15.4, 0.9, 16.6, 3), look.of("gold"), 0.7)
    fit.door(e, look, (12.6, 20, 19.4, 30), arched=True)
    for x in (10.8, 20.2):
        fit.flat(e, e.box(x, 17, x + 1.2, 19), look.of("#5a8ac8"), 0.5)
    e.paint(e.box(2, 29, 30, 30.8), look.of("marble"), 0.5, seam=True)


def fort(e: Easel, look: Look) -> None:
    """A fort of pointed logs with a gate and a lookout."""
    wood = look.whole("wood")
    e.paint(e.box(20.6, 8, 28, 22), wood, 0.4, seam=True)
    fit.boards(e, e.box(20.6, 9, 28, 22), wood)
    fit.roof(e, look, (18.8, 9.4), (24.4, 2.4), (30, 9.4), usual="#7c5a48")
    e.paint(e.box(22.6, 11, 26.2, 14), look.of(fit.DARK), 0.25, seam=True)
    fit.flag(e, look, 7, 15, 11)
    for number in range(7):
        x = 2 + number * 4
        e.paint(e.box(x, 17, x + 4, 30) | e.shape((x, 17.4), (x + 2, 13.6), (x + 4, 17.4)), wood, 0.55, POLE, seam=True)
    for y in (19.6, 26):
        e.paint(e.box(1.4, y, 30.6, y + 1.6), look.of("straw"), 0.35, seam=True)
    fit.door(e, look, (10, 19, 18, 30))


def bunker(e: Easel, look: Look) -> None:
    """A bunker of concrete with slits."""
    stone = look.whole("stone", "#8a8f78")
    e.paint(e.shape((1.4, 30), (4, 15), (8, 11.6), (24, 11.6), (28, 15), (30.6, 30)), stone, 0.5)
    e.paint(e.shape((5, 13), (8, 9), (24, 9), (27, 13)), stone, 0.65, seam=True)
    e.paint(e.box(7, 16, 25, 19.4), look.of(fit.DARK), 0.2, seam=True)
    e.paint(e.box(24, 17, 30.6, 18.6), look.of("iron"), 0.5)
    fit.door(e, look, (12.6, 22, 19.4, 30), "#5a6474")
    for x, y in ((4, 28.6), (8, 28.6), (24, 28.6), (28, 28.6), (6, 26.4), (26, 26.4)):
        e.paint(e.disc(x, y, 2.5, 1.6), look.of("sand"), 0.5, ROUND, seam=True)


def sandcastle(e: Easel, look: Look) -> None:
    """A castle of sand with a flag."""
    sand = look.whole("sand")
    e.paint(e.disc(16, 29, 15, 2.4), sand, 0.45)
    fit.flag(e, look, 16, 6, 5)
    for left, right, top in ((11, 21, 8), (3.6, 11, 15), (21, 28.4, 15)):
        e.paint(e.shape((left, top), (right, top), (right + 1, 29), (left - 1, 29)), sand, 0.55, POLE, seam=True)
        fit.battlements(e, sand, left - 0.4, right + 0.4, top - 2.4, top + 2)
    e.paint(e.box(13.6, 22, 18.4, 29) | e.disc(16, 22, 2.4), sand, 0.1, seam=True)
    for x in (7, 25):
        fit.flat(e, e.box(x - 0.8, 19, x + 0.8, 22), sand, 0.1)
    e.paint(e.disc(26, 28.6, 2.2, 1.6), look.of("#f0a8b8"), 0.6, seam=True)


def phone_booth(e: Easel, look: Look) -> None:
    """A telephone box."""
    paint = look.whole("#c8242c", "#c8242c", "#2c4a8a")
    e.paint(e.box(8, 5, 24, 30), paint, 0.5)
    e.paint(e.box(6.6, 3, 25.4, 6) | (e.disc(16, 4, 8, 2.6) & (e.y < 4)), paint, 0.62, seam=True)
    e.paint(e.box(9.4, 6.4, 22.6, 9.4), look.of("#f6f2e8"), 0.6)
    if e.side >= 28:
        fit.flat(e, e.box(11, 7.4, 21, 8.4) & (e.columns % 2 < 1), look.of("#241c28"), 0.3)
    glass = e.box(10, 11, 22, 26)
    fit.flat(e, glass, look.of(fit.GLASS), 0.55)
    fit.flat(e, glass & ((e.x + e.y) % 14 < 3), look.of(fit.GLASS), 0.85)
    bars = (abs(e.x - 14) < 0.6) | (abs(e.x - 18) < 0.6) | ((e.y - 11) % 4 < 1)
    fit.flat(e, glass & bars, paint, 0.35)
    e.paint(e.box(6.6, 28.4, 25.4, 30.6), paint, 0.4, seam=True)


def stilt_house(e: Easel, look: Look) -> None:
    """A house on stilts over water or sand."""
    wall = look.whole("wood", "#d8b078", "#5ab0b8")
    for x in (6.4, 13, 19, 25.6):
        e.paint(e.box(x - 0.9, 22, x + 0.9, 30.4), look.of("wood"), 0.4, POLE)
    e.paint(e.disc(16, 29.6, 15, 1.5), look.of("water" if not look.has("beach", "sand") else "sand"), 0.55)
    e.paint(e.box(7, 12, 25, 22), wall, 0.55)
    fit.boards(e, e.box(7, 13, 25, 22), wall)
    fit.door(e, look, (9.6, 14.4, 14.4, 22))
    fit.window(e, look, (17, 14.4, 22.4, 18.8))
    fit.roof(e, look, (3.4, 13.4), (10, 3), (22, 3), (28.6, 13.4), usual="straw")
    e.paint(e.box(4, 21.6, 28, 23.6), look.of("wood"), 0.6, seam=True)
    for x in (25.6, 28.6):
        e.paint(e.box(x - 0.5, 22, x + 0.5, 30), look.of("wood"), 0.6)
    fit.flat(e, e.box(25.6, 23, 28.6, 30) & (e.rows % 2 < 1), look.of("wood"), 0.7)


def coop(e: Easel, look: Look) -> None:
    """A coop for hens, on legs, with a ramp."""
    wall = look.whole("#b8402c", "wood", "#d8b078")
    for x in (6, 24):
        e.paint(e.box(x - 1, 22, x + 1, 30), look.of("wood"), 0.4)
    e.paint(e.box(4, 12, 26, 24), wall, 0.55)
    fit.boards(e, e.box(4, 13, 26, 24), wall, upright=True)
    fit.flat(e, e.box(7, 16.4, 13, 24) | e.disc(10, 16.4, 3), look.of(fit.DARK), 0.25)
    fit.window(e, look, (17, 15, 23, 20))
    fit.roof(e, look, (1.4, 14), (7, 4), (23, 4), (28.6, 14), usual="#7c5a48")
    e.paint(e.shape((8, 23.6), (13, 23.6), (19, 30.4), (13, 30.4)), look.of("wood"), 0.6, seam=True)
    e.paint(e.disc(26.4, 27.4, 3, 2.4) | e.disc(28.6, 25, 1.7), look.of("#f6f2e8"), 0.6, ROUND, seam=True)
    fit.flat(e, e.box(28, 23, 29, 24), look.of("#d8343a"), 0.5)
    fit.flat(e, e.box(30, 25, 31, 26), look.of("#f0a030"), 0.6)


def beehive(e: Easel, look: Look) -> None:
    """A hive of straw rings."""
    straw = look.whole("straw", "#e0a028")
    for top, low, half in ((3, 8, 5.4), (7.4, 13, 9), (12.4, 18.4, 11.4), (17.8, 23.8, 11.4), (23, 28.4, 9.4)):
        e.paint(e.disc(16, (top + low) / 2, half, (low - top) / 2 + 0.4), straw, 0.55, ROUND, seam=True)
    fit.flat(e, e.disc(16, 22, 3, 2.7), look.of(fit.DARK), 0.3)
    e.paint(e.box(6, 28, 26, 30.4), look.of("wood"), 0.5, seam=True)
    for x, y in ((4, 8), (27.4, 13)):
        e.paint(e.disc(x, y, 2, 1.4), look.of("#f8c830"), 0.6)
        fit.flat(e, e.disc(x, y, 2, 1.4) & (abs(e.x - x) < 0.6), look.of("#241c28"), 0.3)


KINDS: tuple[Kind, ...] = (
    Kind("mushroom house, toadstool house, fairy house, smurf house, gnome house, mushroom cottage, toadstool cottage, "
         "pixie house, mushroom home, fairy home", mushroom_house, "fairy, gnome, little, magic, tiny, red, cozy"),
    Kind("hobbit hole, hobbit house, hobbit home, underground house, hill house, burrow house, halfling house, "
         "halfling home, house in a hill", hill_house, "hobbit, halfling, cozy, round"),
    Kind("witch hut, witch house, witch's hut, witch cottage, witch's house, swamp hut, baba yaga hut, "
         "witch's cottage, crooked house, hag hut, shaman hut", witch_hut, "witch, witch's, swamp, old, forest, "
         "creepy"),
    Kind("dog house, doghouse, dog kennel, kennel", doghouse, "dog"),
    Kind("birdhouse, bird house, nesting box", birdhouse, "bird, wooden"),
    Kind("outhouse, wooden toilet, outdoor toilet, toilet hut", outhouse, "old"),
    Kind("market stall, stall, food stall, fruit stall, food stand, lemonade stand, hot dog stand, taco stand, "
         "market stand, vendor stall, "
         "merchant stall, market booth, fish stall, bread stall, flower stall, kiosk, potion stall, weapon stall, "
         "vegetable stall, vegetable stand, flower stand, farm stand",
         stall, "market, fruit, food, lemonade, merchant, fish, bread, flower, medieval, vegetable, farmer's, street, "
              "village"),
    Kind("cathedral, gothic church, gothic cathedral, abbey, monastery, basilica church, notre dame", cathedral,
         "gothic, old, great, medieval"),
    Kind("palace, royal palace, sultan palace, arabian palace, desert palace, taj mahal, arabian castle, "
         "sultan's palace, kremlin", palace, "royal, golden, arabian, desert, sultan, king's"),
    Kind("fort, wooden fort, palisade, military fort, outpost, bandit camp, frontier fort, log fort, stockade, "
         "wooden fortress, goblin camp", fort, "military, bandit, frontier, western, goblin"),
    Kind("bunker, military bunker, pillbox, concrete bunker, underground bunker, military base, army base, "
         "military outpost, fallout shelter", bunker, "military, concrete, army, nuclear, ww2"),
    Kind("sandcastle, sand castle", sandcastle, "beach"),
    Kind("phone booth, telephone booth, phone box, telephone box, police box, red telephone box", phone_booth,
         "british, london, old, english"),
    Kind("stilt house, beach hut, beach house, house on stilts, tiki hut, tiki bar, beach bungalow, bungalow, "
         "fishing hut, fisherman hut, fisherman's hut, jungle hut, tropical hut", stilt_house, "beach, tropical, "
         "fishing, tiki, fisherman, fisherman's"),
    Kind("chicken coop, hen house, henhouse, coop, rabbit hutch", coop, "chicken, farm, wooden"),
    Kind("beehive, bee hive, skep", beehive, "bee, honey"),
)  # fmt: skip
