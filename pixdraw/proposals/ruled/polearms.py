"""Weapons and tools on a long shaft, from one painter: each kind's head is a function in a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pixdraw.proposals.ruled.easel import ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import Axis, curve, hoop
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import GEMS, Look

Head = Callable[[Easel, Look, Axis], None]


def shafted(head: Head, e: Easel, look: Look) -> None:
    """A thing with a long shaft from below on the left to above on the right."""
    axis = Axis(e, (3, 29), (29, 3))
    wood = look.part("handle", "wood")
    if "shaft" in look.parts:
        wood = look.part("shaft", "wood")
    e.paint(axis.band(0, 30, 2.3), wood, 0.55)
    e.paint(axis.band(9, 13, 2.9), look.of("leather"), 0.4, seam=True)
    head(e, look, axis)


def _metal(look: Look) -> Ramp:
    """Return the shades of a head of metal; a wooden one only where all is of wood."""
    return look.part("blade", "iron") if "blade" in look.parts else look.whole("iron")


def _trident(e: Easel, look: Look, axis: Axis) -> None:
    metal = look.whole("gold" if look.has("poseidon", "poseidon's", "sea", "royal", "mermaid") else "iron")
    for way in (-1, 1):
        prong = axis.line((22.4, 0), (22.4, 4.6 * way), (24, 5.6 * way), (31, 5.6 * way), wide=2.2)
        e.paint(prong, metal, 0.55, seam=True)
        e.paint(axis.shape((36, 5.6 * way), (30, 3.2 * way), (30, 8 * way)), metal, 0.75, seam=True)
    e.paint(axis.band(18, 31, 2.4), metal, 0.6, seam=True)
    e.paint(axis.shape((37, 0), (30.4, -2.6), (30.4, 2.6)), metal, 0.8, seam=True)
    e.paint(axis.band(18, 20.4, 3.8), metal, 0.5, seam=True)


def _halberd(e: Easel, look: Look, axis: Axis) -> None:
    metal = _metal(look)
    e.paint(axis.shape((28, 0), (29, 1.8), (36, 0), (29, -1.8)), metal, 0.75, seam=True)
    edge = curve((17, -7), (20, -11.4), (27, -10.4), (30.4, -6))
    blade = axis.shape((22, -1), *edge, (26, -1))
    e.paint(blade, metal, 0.5, seam=True)
    e.paint(blade & axis.line(*edge, wide=3), metal, 0.95)
    e.paint(axis.shape((21, 1), (21, 3), (19.4, 8), (25.4, 5), (27, 1)), metal, 0.6, seam=True)
    e.paint(axis.band(19.4, 28.6, 3), metal, 0.4, seam=True)


def _glaive(e: Easel, look: Look, axis: Axis) -> None:
    metal = _metal(look)
    blade = axis.swept(20.5, 35.6, (1.6, 2.4, 2.8, 2.6, 0.3), 1.4)
    e.paint(blade, metal, 0.6)
    e.paint(blade & (axis.aside > 1.2), metal, 0.95)
    e.paint(axis.disc(20.4, 0, 1.3, 2.7), look.of("gold"), 0.6, ROUND, seam=True)
    e.paint(axis.line((18.4, 1), (17, 3.6), (14.6, 4), wide=1.8), look.of("#d23838"), 0.5, seam=True)


def _pike(e: Easel, look: Look, axis: Axis) -> None:
    metal = _metal(look)
    e.paint(axis.swept(24, 36, (1.4, 2.4, 1.8, 0.2)), metal, 0.7, seam=True)
    e.paint(axis.swept(24, 35, (0.5, 0.6, 0.5, 0.2)), metal, 0.3)


def _scythe(e: Easel, look: Look, axis: Axis) -> None:
    metal = _metal(look)
    outer = curve((28.6, 0.4), (33, -7), (27, -16), (15, -18.5))
    inner = curve((15, -18.5), (24, -13), (27, -6), (25.6, 0.4))
    blade = axis.shape(*outer, *inner)
    e.paint(blade, metal, 0.6, seam=True)
    e.paint(blade & axis.line(*inner, wide=2), metal, 0.95)
    e.paint(axis.band(25, 29.6, 3.4), metal, 0.35, seam=True)
    e.paint(axis.line((14, 0), (15.6, 4.4), wide=2), look.part("handle", "wood"), 0.5, seam=True)


def _pitchfork(e: Easel, look: Look, axis: Axis) -> None:
    metal = _metal(look)
    for way in (-1, 0, 1):
        e.paint(
            axis.line((24 - abs(way), 0), (24.6, 4.4 * way), (35.4 - 0.4 * abs(way), 4.4 * way), wide=1.6), metal, 0.6
        )
    e.paint(axis.line((24, -4.6), (24, 4.6), wide=1.9), metal, 0.7, seam=True)
    e.paint(axis.band(20, 24, 3), metal, 0.45, seam=True)


def _hoe(e: Easel, look: Look, axis: Axis) -> None:
    metal = _metal(look)
    e.paint(axis.line((28.4, 0), (31, 2), (29.6, 5), wide=2.2), metal, 0.45, seam=True)
    blade = axis.shape((31, 3), (30, 9.4), (21.4, 11), (23.4, 4.4))
    e.paint(blade, metal, 0.6, seam=True)
    e.paint(blade & (axis.aside > 8.4), metal, 0.95)
    e.paint(axis.band(25, 29.4, 3.2), metal, 0.4, seam=True)


def _rake(e: Easel, look: Look, axis: Axis) -> None:
    metal = _metal(look)
    for aside in (-7.4, -4.4, -1.5, 1.5, 4.4, 7.4):
        e.paint(axis.line((29.4, aside), (33.8, aside), wide=1.4), metal, 0.65)
    e.paint(axis.line((29, -8), (29, 8), wide=2.2), metal, 0.55, seam=True)
    e.paint(axis.band(25, 29.4, 3), metal, 0.4, seam=True)


def _broom(e: Easel, look: Look, axis: Axis) -> None:
    straw = look.part("bristle", "straw")
    brush = axis.shape((20, -1.8), (25, -3.6), (35, -6.4), (35.6, 0), (35, 6.4), (25, 3.6), (20, 1.8))
    e.paint(brush, straw, 0.55, seam=True)
    for aside in (-0.55, -0.2, 0.2, 0.55):
        e.paint(brush & axis.line((24, aside * 5), (35, aside * 10), wide=1), straw, 0.2)
    e.paint(axis.line((23.4, -3.6), (23.4, 3.6), wide=1.9), look.of("#a8342c"), 0.5, seam=True)


def _mop(e: Easel, look: Look, axis: Axis) -> None:
    cord = look.part("mop", "#dfe6ee")
    for aside in (-4.8, -2.4, 0.0, 2.4, 4.8):
        strand = axis.line(
            *curve((25, aside * 0.6), (30, aside), (33, aside * 1.5), (35.4 - abs(aside) * 0.3, aside * 1.3)), wide=2.6
        )
        e.paint(strand, cord, 0.6, seam=True)
    e.paint(axis.line((24.4, -3.4), (24.4, 3.4), wide=2.2), look.of("#3a72c8"), 0.5, seam=True)


def _oar(e: Easel, look: Look, axis: Axis) -> None:
    wood = look.whole("wood")
    blade = axis.swept(20, 35.4, (1.2, 3, 3.6, 3.6, 3.2, 2.2))
    e.paint(blade, wood, 0.6, seam=True)
    e.paint(blade & (abs(axis.aside) < 0.6), wood, 0.3)


def _orb_staff(e: Easel, look: Look, axis: Axis) -> None:
    if look.has("skull"):
        _skull_staff(e, look, axis)
        return
    if "crystal" in look.parts or look.has("crystal"):
        _crystal_staff(e, look, axis)
        return
    gem = next((word for word in sorted(look.words) if word in GEMS), None)
    usual = {
        "fire": "fire",
        "ice": "ice",
        "nature": "#58c83c",
        "healing": "#f2e070",
        "lightning": "lightning",
        "necromancer": "#58d848",
        "water": "water",
        "shadow": "#7a3cc8",
        "holy": "#f8e48a",
    }
    power = next((colour for word, colour in usual.items() if look.has(word)), None)
    glow = look.part("orb", power or gem or look.pick("orb", "#46a8f0", "#b058f0", "#e84a5a", "#4ad08a"))
    glow = look.part("gem", "ruby") if "gem" in look.parts else glow
    hold = look.of("gold")
    for way in (-1, 1):
        e.paint(axis.line(*curve((23, 0), (25, 6 * way), (31, 7 * way), (34, 3 * way)), wide=2.2), hold, 0.5)
    e.paint(axis.disc(29.4, 0, 4), glow, 0.55, ROUND, seam=True)
    x, y = axis.at(30, -1.4)
    e.paint(e.box(x - 1, y - 1, x + 0.6, y + 0.6), glow[-1:], 1)
    e.paint(axis.band(21.6, 25, 3.4), hold, 0.55, seam=True)


def _crystal_staff(e: Easel, look: Look, axis: Axis) -> None:
    gem = next((word for word in sorted(look.words) if word in GEMS), "amethyst")
    ramp = look.part("crystal", gem if gem != "crystal" else "crystal")
    tip = axis.shape((22, 0), (26, 3.8), (30, 3.4), (36, 0), (30, -3.4), (26, -3.8))
    for way in (-1, 1):
        e.paint(
            axis.line((20, 0), (24, 4.6 * way), (28.6, 5 * way), wide=2), look.part("handle", "wood"), 0.5, seam=True
        )
    e.paint(tip, ramp, 0.7, seam=True)
    e.paint(tip & (axis.aside > 0), ramp, 0.4)
    e.paint(tip & (axis.aside < -1.8), ramp, 0.95)


def _crook(e: Easel, look: Look, axis: Axis) -> None:
    wood = look.part("handle", "wood")
    hook = axis.line((24, 0), (28, 0), *curve((28, 0), (36, -1), (35, -9), (28, -9), (26.6, -5.6)), wide=2.8)
    e.paint(hook, wood, 0.55)
    if not look.has("shepherd", "shepherd's", "crook"):
        leaf_green = look.of("#5ab03c")
        e.paint(axis.shape((22, 1), (24, 5.4), (27, 4), (24.6, 1)), leaf_green, 0.6, seam=True)
        e.paint(axis.disc(30.4, -4.6, 1.8), look.part("gem", "#58d8a0"), 0.6, ROUND, seam=True)


def _skull_staff(e: Easel, look: Look, axis: Axis) -> None:
    bone = look.of("bone")
    x, y = axis.at(30.4)
    e.paint(e.box(x - 2.6, y + 2, x + 2.6, y + 6.4), bone, 0.5, seam=True)
    e.paint(e.disc(x, y, 5.2, 4.8), bone, 0.6, ROUND, seam=True)
    glow = look.part("eye", "#58e048")
    for way in (-1, 1):
        e.paint(e.disc(x + 2.1 * way, y + 0.6, 1.3), look.of("#181820"), 0.2)
        e.paint(e.box(x + 2.1 * way - 0.5, y + 0.2, x + 2.1 * way + 0.5, y + 1.2), glow, 0.8)
    e.paint(e.box(x - 0.5, y + 3.4, x + 0.5, y + 6.4), look.of("#181820"), 0.3)


def _plain_staff(e: Easel, look: Look, axis: Axis) -> None:
    for start in (1.0, 30.0):
        e.paint(axis.band(start, start + 4, 3.2), look.of("iron"), 0.55, seam=True)
    e.paint(axis.band(4, 31, 2.6) & (axis.along % 6 < 1), look.part("handle", "wood"), 0.2)


def _rod(e: Easel, look: Look, axis: Axis) -> None:
    """The reel, line, float and hook of a fishing rod."""
    cord, red = look.of("#e8ecf4"), look.part("float", "#e03a3a")
    e.paint(axis.band(28, 35, 1.3), look.part("handle", "wood"), 0.7)
    e.paint(axis.band(0, 7, 3.4), look.of("leather"), 0.45, seam=True)
    e.paint(axis.disc(10.6, 2.6, 2.5), look.of("iron"), 0.6, ROUND, seam=True)
    e.paint(e.line((28.6, 3.6), (28.6, 20), wide=0.9), cord, 0.6)
    e.paint(e.disc(28.4, 17.6, 1.9, 2.4), red, 0.6, ROUND, seam=True)
    e.paint(e.box(26.6, 17.6, 30.4, 20) & e.disc(28.4, 17.6, 1.9, 2.4), look.of("#f4f2ec"), 0.7)
    hook = e.line((28.6, 20), (28.6, 26), *curve((28.6, 26), (28.4, 29.4), (24.6, 29), (25, 25.8)), wide=1.1)
    e.paint(hook, look.of("iron"), 0.6)


def _net(e: Easel, look: Look, axis: Axis) -> None:
    """A net on a hoop."""
    x, y = axis.at(29)
    mesh = look.of("#e8e4d4")
    bag = e.shape((x - 6, y - 1), (x + 6, y - 1), (x + 4.4, y + 9), (x, y + 12), (x - 4.4, y + 9))
    e.paint(bag & (((e.x + e.y) % 3 < 1) | ((e.x - e.y) % 3 < 1)), mesh, 0.55)
    e.paint(hoop(e, x, y - 1, 7, 1.7, 4), look.of("iron"), 0.6, seam=True)


_STAFF = (
    "wizard, wizard's, mage, mage's, magic, druid, fire, ice, frost, nature, healing, lightning, necromancer, "
    "water, shadow, holy, arcane, ruby, emerald, sapphire, amethyst, crystal, orb, glowing, long, sorcerer's, "
    "magical"
)

KINDS = (
    Kind(
        "trident, fishing trident, trident spear, poseidon's trident, sea trident",
        partial(shafted, _trident),
        "poseidon's, sea, royal, mermaid, triton's",
    ),
    Kind("halberd, poleaxe, pole axe, poleax, bardiche", partial(shafted, _halberd), "guard, royal"),
    Kind("glaive, naginata, guandao, polearm, pole arm, voulge", partial(shafted, _glaive), "samurai"),
    Kind("pike, javelin, harpoon, throwing spear", partial(shafted, _pike), "whaling"),
    Kind(
        "scythe, war scythe, reaper scythe, death scythe, reaper's scythe",
        partial(shafted, _scythe),
        "reaper's, reaper, death, death's, war, grim",
    ),
    Kind("pitchfork, pitch fork, hay fork, hayfork", partial(shafted, _pitchfork), "hay, farm, devil's, devil"),
    Kind("hoe, garden hoe, farming hoe", partial(shafted, _hoe), "garden, farm, farming, gardening"),
    Kind("rake, garden rake, leaf rake", partial(shafted, _rake), "garden, leaf"),
    Kind(
        "broom, broomstick, witch broom, witch's broom, flying broom, witch broomstick",
        partial(shafted, _broom),
        "witch, witch's, magic, flying",
    ),
    Kind("mop", partial(shafted, _mop)),
    Kind("oar, paddle, boat paddle, canoe paddle", partial(shafted, _oar), "boat, canoe"),
    Kind(
        "staff, magic staff, wizard staff, wizard's staff, mage staff, scepter, sceptre, orb staff, fire staff, "
        "ice staff",
        partial(shafted, _orb_staff),
        _STAFF + ", royal",
    ),
    Kind("crystal staff, gem staff", partial(shafted, _crystal_staff), _STAFF),
    Kind(
        "druid staff, nature staff, wooden staff, shepherd's crook, shepherd crook, gnarled staff, crook",
        partial(shafted, _crook),
        _STAFF + ", gnarled, twisted",
    ),
    Kind("skull staff, necromancer staff, necromancer's staff", partial(shafted, _skull_staff), _STAFF),
    Kind("bo staff, quarterstaff, walking stick, fighting staff, bo", partial(shafted, _plain_staff)),
    Kind("fishing rod, fishing pole, fishingrod, fishing line", partial(shafted, _rod), "bamboo"),
    Kind("butterfly net, bug net, fishing net, insect net, bug catching net, hand net", partial(shafted, _net)),
)
