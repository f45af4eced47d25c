"""Temples, shrines, tombs and what is left of them, drawn from the front."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.stamps import stamp

LACQUER = "#c83428"
"""The red of wood in Japan and China."""


def temple(e: Easel, look: Look) -> None:
    """A temple of columns under a gable, with bowls of fire by chance."""
    stone = look.whole("marble", "#d8ccb0", "#cfc4b4")
    count = int(look.pick("columns", "5", "4", "6"))
    fit.steps(e, stone, 3.4, 28.6, 26.6, count=3)
    e.paint(e.box(4.4, 13, 27.6, 27), look.of("#4a4658"), 0.35)
    e.paint(e.box(13.4, 18, 18.6, 27), look.part("door", "#2a2430"), 0.3)
    for number in range(count):
        fit.column(e, stone, 6 + 20 * number / (count - 1), 13.4, 26.6, 2.6 if count < 6 else 2.0)
    e.paint(e.box(2.4, 10.4, 29.6, 13.6), stone, 0.62, seam=True)
    gable = e.shape((1.2, 10.8), (16, 2), (30.8, 10.8))
    e.paint(gable, look.part("roof", "clay", "#5c6c90", "#c8b898"), 0.5, seam=True)
    e.paint(e.shape((6, 9.8), (16, 4.4), (26, 9.8)), stone, 0.6)
    crest = look.pick("crest", "sun", "eye", "gem")
    e.paint(e.disc(16, 7.8, 1.9 if crest != "eye" else 2.6, 1.7), look.part("emblem", "gold"), 0.6, seam=True)
    fit.flat(e, e.disc(16, 7.8, 0.9), look.of("sapphire" if crest == "gem" else "gold"), 0.3 if crest == "eye" else 0.8)


def eaves(e: Easel, ramp: Ramp, x: float, top: float, low: float, half_top: float, half_low: float) -> None:
    """Draw a roof whose ends turn up."""
    middle = top + (low - top) * 0.55
    half = half_top + (half_low - half_top) * 0.34
    right = (
        (x + half_top, top),
        (x + half, middle),
        (x + half_low, low - 2.4),
        (x + half_low - 1, low - 0.4),
        (x + half_low - 3.4, low),
    )
    slope = e.shape(*((2 * x - a, b) for a, b in reversed(right)), *right)
    e.paint(slope, ramp, 0.5, seam=True)
    fit.flat(e, slope & (e.rows > low - 1.6) & (abs(e.x - x) < half_low - 2), ramp, 0.2)
    fit.flat(e, slope & (e.columns % 3 < 1) & (e.rows < low - 1.6) & (e.y > top + 1), ramp, 0.3)


def japanese_temple(e: Easel, look: Look) -> None:
    """A temple of red wood with two roofs whose ends turn up."""
    roof = look.part("roof", "#3f5f6a", "#4a5468", "#3a6a5a")
    wood, wall = look.whole(LACQUER, LACQUER, "#a8482c"), look.of("#f4ead4")
    fit.steps(e, look.of("stone"), 4, 28, 27.4)
    e.paint(e.box(6, 18, 26, 27.6), wall, 0.55)
    for x in (6, 11, 19.6, 24.6):
        e.paint(e.box(x, 18, x + 1.6, 27.6), wood, 0.5, POLE, seam=True)
    e.paint(e.box(12.6, 20.6, 19.6, 27.6), wood, 0.3, seam=True)
    lattice = e.box(13.4, 21.4, 18.8, 25.6)
    fit.flat(e, lattice, wall, 0.6)
    fit.flat(e, lattice & ((e.columns % 2 < 1) | (e.rows % 2 < 1)), wood, 0.25)
    e.paint(e.box(5.4, 17.6, 26.6, 19.4), wood, 0.55, seam=True)
    eaves(e, roof, 16, 13, 18.4, 8.4, 15)
    e.paint(e.box(9, 9.4, 23, 13.2), wall, 0.5)
    for x in (9, 13.2, 17.4, 21.6):
        e.paint(e.box(x, 9.4, x + 1.4, 13.2), wood, 0.5)
    eaves(e, roof, 16, 3, 10, 4.6, 12.4)
    e.paint(e.box(11, 2, 21, 4), roof, 0.3, seam=True)
    for x in (11, 21):
        e.paint(e.disc(x, 2.4, 1.3), look.of("gold"), 0.6)
    for x in (4.4, 27.6):
        e.paint(e.disc(x, 21.6, 1.6, 2), look.part("lantern", "#f8c84a"), 0.6, seam=True)


def pagoda(e: Easel, look: Look) -> None:
    """A tower of several roofs, each smaller than that below it."""
    roof, wood = look.part("roof", "#3a6a5a", "#4a5468", "#7c3a2c"), look.whole(LACQUER, LACQUER, "#e0d2ac")
    count = int(look.pick("tiers", "3", "4", "5"))
    fit.steps(e, look.of("stone"), 7, 25, 27.8)
    pitch = 22.4 / count
    for tier in range(count):
        low = 28 - pitch * tier
        half = 7.6 - 4.2 * tier / count
        body = e.box(16 - half, low - pitch * 0.62, 16 + half, low)
        e.paint(body, wood, 0.55)
        fit.flat(e, body & (abs(abs(e.x - 16) - half + 0.6) < 0.7), wood, 0.15)
        if tier == 0:
            e.paint(e.box(13.6, low - pitch * 0.5, 18.4, low), look.of(fit.DARK), 0.3, seam=True)
        else:
            fit.flat(e, e.box(14.6, low - pitch * 0.42, 17.4, low - 0.8), look.part("window", "#f8d878"), 0.6)
        eaves(e, roof, 16, low - pitch * 1.02, low - pitch * 0.46, half - 2.6, half + 5.4)
    e.paint(e.box(15.3, 0.9, 16.7, 7), look.of("gold"), 0.6, POLE)
    e.paint(e.disc(16, 3, 1.6, 0.9), look.of("gold"), 0.6)


def torii(e: Easel, look: Look) -> None:
    """A gate of two posts and two beams before a shrine."""
    wood, black = look.whole(LACQUER, "#e0502c"), look.of("#2c2630")
    for x, way in ((8.0, -1.0), (24.0, 1.0)):
        e.paint(
            e.shape((x - 1.7, 7), (x + 1.7, 7), (x + 1.8 + way * 0.8, 29), (x - 1.8 + way * 0.8, 29)), wood, 0.5, POLE
        )
        e.paint(e.box(x - 2.7 + way * 0.8, 26.6, x + 2.7 + way * 0.8, 30), black, 0.55, POLE, seam=True)
    e.paint(e.box(4, 12, 28, 15), wood, 0.55, seam=True)
    e.paint(e.box(14, 8, 18, 15), look.of("#3a62b8" if look.chance("plaque", 0.4) else "gold"), 0.45, seam=True)
    fit.flat(e, e.box(15.5, 9.4, 16.5, 13.6), black, 0.3)
    e.paint(e.shape((2, 5.6), (30, 5.6), (28.6, 9), (3.4, 9)), wood, 0.55, seam=True)
    top = e.shape((0.9, 2), (6, 3.4), (26, 3.4), (31.1, 2), (30, 6), (2, 6))
    e.paint(top, black, 0.55, seam=True)
    if look.chance("rope", 0.4):
        rope = [(9.6, 16), (13, 18.6), (19, 18.6), (22.4, 16)]
        e.paint(e.line(*rope, wide=1.7), look.of("straw"), 0.5, seam=True)
        for x in (12.6, 16, 19.4):
            e.paint(
                e.shape((x - 1, 19), (x + 1, 19), (x + 0.2, 21), (x + 1.4, 23), (x - 0.6, 23)), look.of("#f6f2e8"), 0.6
            )


def shrine(e: Easel, look: Look) -> None:
    """A small shrine of one roof on a foot of stone, with a rope and a lantern."""
    roof, wood = look.part("roof", "#3f5f6a", "#7c3a2c", "#4a5468"), look.whole("wood", LACQUER)
    stone = look.of("stone")
    e.paint(e.box(5, 25, 27, 30), stone, 0.5)
    fit.surface(e, e.box(5, 25, 27, 30), stone, "stone")
    e.paint(e.box(7.4, 15, 24.6, 25.4), wood, 0.55)
    e.paint(e.box(11, 16.4, 21, 25.2), look.of(fit.DARK), 0.25, seam=True)
    e.paint(e.box(13, 22, 19, 25.2), look.of("gold"), 0.45, seam=True)
    e.paint(e.disc(16, 20, 2.3), look.part("orb", "#f8e08a", "#7cd4ee"), 0.7, ROUND)
    for x in (8.0, 24.0):
        e.paint(e.box(x - 1.2, 14, x + 1.2, 25.4), wood, 0.5, POLE, seam=True)
    e.paint(e.line((8, 15.6), (12, 17.4), (20, 17.4), (24, 15.6), wide=1.8), look.of("straw"), 0.55, seam=True)
    for x in (12.4, 19.6):
        e.paint(e.shape((x - 1, 17.6), (x + 1, 17.6), (x, 19.2), (x + 1, 21), (x - 1, 21)), look.of("#f6f2e8"), 0.6)
    eaves(e, roof, 16, 5, 14.6, 4.4, 14.6)
    e.paint(e.box(9.6, 3.6, 22.4, 6), wood, 0.4, seam=True)
    for x, way in ((12, -1), (20, 1)):
        e.paint(e.line((x, 5), (x + 2.4 * way, 1.4), wide=1.6), wood, 0.45)


def stepped_pyramid(e: Easel, look: Look) -> None:
    """A temple of great steps with a stair, as in a jungle."""
    stone = look.whole("stone", "#a8a070", "#b09878")
    tiers = ((1.6, 24.6, 30), (5, 19.4, 25), (8.4, 14.2, 20), (11.6, 9.4, 15))
    for left, top, low in tiers:
        tier = e.shape((left + 1.2, top), (30.8 - left, top), (32 - left, low), (left, low))
        e.paint(tier, stone, 0.5, seam=True)
        fit.joints(e, tier, stone, high=3, wide=5, level=0.28)
    e.paint(e.box(11, 4, 21, 10), stone, 0.6, seam=True)
    e.paint(e.box(9.8, 2, 22.2, 4.8), stone, 0.45, seam=True)
    e.paint(e.box(14, 5.8, 18, 10), look.of(fit.DARK), 0.2)
    stair = e.shape((13.6, 9.6), (18.4, 9.6), (20.4, 30), (11.6, 30))
    e.paint(stair, stone, 0.75, seam=True)
    fit.flat(e, stair & (e.rows % 2 < 1), stone, 0.3)
    for x, y in (
        ((5, 24.4), (25, 19.2), (9.6, 14))
        if look.has("jungle", "mossy", "forest", "lost", "ancient", "overgrown")
        else ()
    ):
        e.paint((e.disc(x, y, 2.6, 2.2) | e.box(x - 0.8, y, x + 0.8, y + 4)) & e.seen, look.of("leaf"), 0.5)


def pyramid(e: Easel, look: Look) -> None:
    """A pyramid of sandstone, one side in the light and one in the shade."""
    stone = look.whole("sand")
    ridge = 16 + look.between("ridge", -1, 5)
    light, dark = e.shape((0.8, 29), (16, 4), (ridge + 2, 29)), e.shape((ridge + 2, 29), (16, 4), (31.2, 29))
    for side, level in ((light, 0.7), (dark, 0.35)):
        e.paint(side, stone, level)
        fit.joints(e, side, stone, high=3, wide=5, level=level - 0.22)
    if look.chance("cap", 0.4) or look.has("gold", "golden", "capstone", "top"):
        cap = (light | dark) & (e.y < 9)
        e.paint(cap & light, look.of("gold"), 0.75)
        e.paint(cap & dark, look.of("gold"), 0.4)
    x = ridge - 3.4
    e.paint(e.box(x - 3, 21.6, x + 3, 29), stone, 0.55, seam=True)
    e.paint(e.box(x - 1.6, 23.4, x + 1.6, 29), look.of(fit.DARK), 0.25)
    if look.chance("eye", 0.4):
        e.paint(e.disc(x, 18, 2.2, 1.4), stone, 0.2)
    e.paint(e.disc(16, 30, 15.2, 1.7) & (e.y > 28.6), stone, 0.6)


def egyptian_temple(e: Easel, look: Look) -> None:
    """A temple with two leaning walls and a gate between."""
    stone = look.whole("sand")
    for left, right in ((1.6, 12.4), (19.6, 30.4)):
        wall = e.shape((left + 1.8, 7), (right - 1.8, 7), (right, 30), (left, 30))
        e.paint(wall, stone, 0.55)
        e.paint(e.box(left + 0.6, 5, right - 0.6, 7.6), stone, 0.7, seam=True)
        middle = (left + right) / 2
        e.paint(e.box(middle - 1, 14, middle + 1, 25) | e.disc(middle, 12.6, 1.8), look.of("#a8683a"), 0.45)
    e.paint(e.box(11.4, 12, 20.6, 30), stone, 0.45, seam=True)
    e.paint(e.box(10.6, 10.4, 21.4, 13.4), stone, 0.65, seam=True)
    e.paint(e.disc(16, 11.8, 1.3), look.of("gold"), 0.6)
    e.paint(e.line((12, 11.8), (20, 11.8), wide=1), look.of("#3a8ab8"), 0.5)
    e.paint(e.box(13, 16, 19, 30), look.of(fit.DARK), 0.2, seam=True)
    for x in (7, 25):
        fit.flag(e, look, x, 6, 5, "#3a8ab8")


def mausoleum(e: Easel, look: Look) -> None:
    """A tomb as a small house of stone with an iron door."""
    stone = look.whole("stone", "#9a96a4")
    fit.steps(e, stone, 4.4, 27.6, 27.4)
    e.paint(e.box(5.4, 13, 26.6, 27.6), stone, 0.5)
    fit.joints(e, e.box(5.4, 13, 26.6, 27.6), stone, high=4, wide=6)
    for x in (7.4, 24.6):
        fit.column(e, stone, x, 13.4, 27.6, 2.8)
    fit.door(e, look, (11.6, 15.6, 20.4, 27.6), "#3a4450", arched=True)
    for x in (13.4, 18.6):
        fit.flat(e, e.box(x - 0.5, 19, x + 0.5, 27), look.of("#2a2430"), 0.2)
    e.paint(e.shape((2.6, 13.6), (16, 5), (29.4, 13.6)), stone, 0.62, seam=True)
    stamp(e, look, "skull", 16, 10)
    e.paint(e.box(15.2, 0.9, 16.8, 5.6) | e.box(13.4, 2, 18.6, 3.4), stone, 0.6)


def mosque(e: Easel, look: Look) -> None:
    """A mosque: a dome between two slim towers."""
    wall, dome = look.whole("#ece0c4", "#e8e4dc"), look.part("dome", "#3a9aa0", "gold", "#3a72c0")
    for x in (4.4, 27.6):
        e.paint(e.box(x - 1.8, 8, x + 1.8, 30), wall, 0.6, POLE)
        e.paint(e.box(x - 2.7, 12, x + 2.7, 13.6), wall, 0.7, seam=True)
        e.paint(e.shape((x - 2, 8.4), (x, 2), (x + 2, 8.4)), dome, 0.5, POLE)
    e.paint(e.box(6.6, 18, 25.4, 30), wall, 0.55, seam=True)
    e.paint(e.box(8.6, 15.6, 23.4, 18.6), wall, 0.7, seam=True)
    e.paint(
        (e.disc(16, 12.6, 7.6, 6.6) & (e.y < 16)) | e.shape((13, 7.2), (16, 2.6), (19, 7.2)),
        dome,
        0.5,
        ROUND,
        seam=True,
    )
    e.paint(e.box(15.5, 0.9, 16.5, 3.4), look.of("gold"), 0.6)
    for x, half in ((10, 1.7), (16, 2.8), (22, 1.7)):
        where = e.box(x - half, 23, x + half, 30) | e.shape((x - half, 23.4), (x, 19.6), (x + half, 23.4))
        e.paint(where, look.of("#2a5a6a"), 0.35, seam=True)


def ruins(e: Easel, look: Look) -> None:
    """What is left of a temple: broken columns, a piece of a beam, and stones on the ground."""
    stone = look.whole("stone", "#b8ac94", "#a09c90")
    e.paint(e.disc(16, 29, 15, 2.2), look.of("leaf" if look.chance("grass", 0.6) else "sand"), 0.45)
    e.paint(e.box(2.6, 26.4, 29.4, 29), stone, 0.5, seam=True)
    tops = look.pick("columns", "7 7 16", "16 7 7", "5 13 18").split()
    for x, top in zip((7, 16, 25), map(float, tops), strict=True):
        body = e.box(x - 2.4, top, x + 2.4, 26.4)
        ragged = (e.y < top + 1.8) & ((e.x - x) * 0.7 + top + 1 > e.y) & (top > 10)
        e.paint(body & ~ragged, stone, 0.6, POLE, seam=True)
        fit.flat(e, body & ~ragged & ((e.columns - 7) % 2 < 1) & (e.rows % 5 < 4), stone, 0.35)
        e.paint(e.box(x - 3.4, 24.6, x + 3.4, 26.6), stone, 0.7, seam=True)
        if top < 10:
            e.paint(e.box(x - 3.4, top, x + 3.4, top + 2), stone, 0.7, seam=True)
    left = {"7": 3.4, "16": 12.4, "5": 3.4}[tops[0]]
    if tops[0] != "5":
        beam = e.shape((left, 4), (left + 13, 4), (left + 16.4, 5.4), (left + 15, 7.4), (left, 7.4))
        e.paint(beam, stone, 0.55, seam=True)
    for at, size in ((11.6, 1.9), (20.6, 2.4), (29, 1.6), (3.4, 1.5)):
        e.paint(e.disc(at, 28.6 - size * 0.5, size, size * 0.85), stone, 0.55, ROUND, seam=True)
    moss = look.of("leaf")
    for at, y in ((7, 26.6), (24, 26.4), (left + 4, 4.6)):
        e.paint(e.seen & (e.disc(at, y, 2.2, 1.2) | e.box(at + 0.4, y, at + 1.5, y + 2.4)), moss, 0.5)


def ruined_wall(e: Easel, look: Look) -> None:
    """A broken wall with an arch in it."""
    stone = look.whole("stone", "#b8ac94")
    wall = e.shape(
        (3, 30),
        (3, 9),
        (6, 6),
        (9, 8),
        (12, 3.4),
        (18, 3.4),
        (21, 6.6),
        (22, 11),
        (25, 13),
        (26, 20),
        (29, 22),
        (29, 30),
    )
    e.paint(wall, stone, 0.5)
    fit.joints(e, wall, stone, high=4, wide=6)
    arch = e.box(9, 17, 19, 30) | (e.disc(14, 17, 5) & (e.y < 17.4))
    e.paint((e.disc(14, 17, 6.8) & (e.y < 17.4)) & ~arch, stone, 0.7, seam=True)
    e.erase(arch)
    fit.ivy(e, look, wall & ~arch & e.seen)
    for x, size in ((12, 1.6), (22, 2.2), (28.6, 1.8)):
        e.paint(e.disc(x, 29.6 - size * 0.5, size, size * 0.8), stone, 0.6, ROUND, seam=True)


def stonehenge(e: Easel, look: Look) -> None:
    """Standing stones with others laid over them."""
    stone = look.whole("stone")
    e.paint(e.disc(16, 28.4, 15, 2.6), look.of("leaf"), 0.45)
    for left, top, wide in ((3, 11, 4.6), (10.6, 10.6, 4.4), (18, 11, 4.4), (25.2, 14, 4.2)):
        e.paint(
            e.shape((left + 0.5, top), (left + wide - 0.4, top), (left + wide, 28), (left - 0.3, 28)),
            stone,
            0.5,
            POLE,
            seam=True,
        )
    e.paint(e.box(2.2, 6.6, 16, 11), stone, 0.62, seam=True)
    e.paint(e.shape((17, 7), (23.6, 6.6), (23.8, 11), (17, 11)), stone, 0.62, seam=True)
    e.paint(e.seen & (np.hypot(e.x - 5, e.y - 20) < 1.2), stone, 0.3)


KINDS: tuple[Kind, ...] = (
    Kind("temple, greek temple, roman temple, parthenon, ancient temple, marble temple, temple building",
         temple, "greek, roman, ancient, old, water, fire, ice, wind, earth, light, sun, moon, stone, forest, sacred, "
              "holy, sky"),
    Kind("japanese temple, chinese temple, buddhist temple, asian temple, dojo, japanese castle, japanese house, "
         "zen temple, oriental temple, shaolin temple, chinese house, kyoto temple, japanese palace",
         japanese_temple, "old, ancient, red, traditional, samurai, ninja, feudal"),
    Kind("pagoda, japanese pagoda, chinese pagoda, japanese tower, chinese tower", pagoda, "japanese, chinese, asian, "
         "old, red, tall"),
    Kind("torii, torii gate, japanese gate, temple gate, shrine gate, shinto gate, japanese temple gate, "
         "shinto torii gate, japanese torii gate, shinto torii",
         torii, "japanese, shinto, red"),
    Kind("shrine, shinto shrine, japanese shrine, wayside shrine, altar shrine", shrine, "japanese, shinto, small, "
         "forest, ancient, little, fox"),
    Kind("mayan temple, aztec temple, jungle temple, inca temple, mayan pyramid, aztec pyramid, step pyramid, "
         "stepped pyramid, ziggurat, lost temple",
         stepped_pyramid, "ancient, jungle, lost, old, mayan, aztec"),
    Kind("pyramid, egyptian pyramid, desert pyramid, great pyramid", pyramid, "egyptian, desert, ancient, giza, sand"),
    Kind("egyptian temple, desert temple, pharaoh's temple, pharaoh temple", egyptian_temple, "ancient, old"),
    Kind("mausoleum, tomb, crypt entrance, tomb entrance, burial chamber, vampire crypt", mausoleum, "stone, "
         "ancient, old, dark, vampire"),
    Kind("mosque", mosque),
    Kind("ruins, ruin, ancient ruins, temple ruins, ruined temple, stone ruins, broken columns, broken pillars, "
         "ruined columns, greek ruins, roman ruins, temple ruin",
         ruins, "ancient, old, greek, roman, stone, temple, mossy, forgotten, lost, jungle, elven, desert",
              is_several=True, is_befallen=False),
    Kind("castle ruins, castle ruin, ruined arch, ruined archway, ruined gate", ruined_wall,
         "stone, old, ancient, mossy, medieval", is_several=True, is_befallen=False),
    Kind("stonehenge, stone circle, standing stones, dolmen, druid circle, henge, druid stones", stonehenge, "ancient, "
         "druid, old, mystic", is_several=True),
)  # fmt: skip
