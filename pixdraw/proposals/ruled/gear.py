"""Tools of smiths, builders, farmers, sailors and hunters."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import INK, Axis, arc, curve, hoop, polygon, turned
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def sickle(e: Easel, look: Look) -> None:
    """A sickle."""
    metal = look.whole("iron")
    outer, inner = curve((12, 20), (2, 2), (24, -3), (29.4, 10)), curve((29.4, 10), (22, 2), (8, 8), (14.6, 18.6))
    blade = e.shape(*outer, *inner)
    e.paint(blade, metal, 0.55)
    e.paint(blade & e.line(*inner, wide=2), metal, 0.95)
    e.paint(e.line((13, 18.6), (21, 28.4), wide=4), look.part("handle", "wood"), 0.5, seam=True)
    e.paint(e.line((12, 17.4), (14.4, 20.4), wide=4.6), look.of("gold"), 0.55, seam=True)


def saw(e: Easel, look: Look) -> None:
    """A hand saw."""
    axis, metal = Axis(e, (3, 26), (31, 8)), look.whole("iron")
    blade = axis.shape((8, -4.4), (axis.long, -3), (axis.long, 0.4), (8, 5))
    teeth = axis.shape((8, 5), (axis.long, 0.4), (axis.long, 2), (8, 6.8)) & (axis.along % 2.6 < 1.4)
    e.paint(blade | teeth, metal, 0.6)
    e.paint(axis.line((10, -3), (axis.long - 1, -2), wide=1), metal, 0.95)
    handle = axis.shape((-1.4, -5), (7, -5.4), (9.4, -1), (8.4, 5.6), (1, 6.4), (-1.8, 2))
    e.paint(handle, look.part("handle", "wood"), 0.55, ROUND, seam=True)
    e.erase(axis.disc(3.6, 0.4, 2.2, 2.7))
    e.paint(hoop(e, *axis.at(3.6, 0.4), 3, 1) & handle, look.part("handle", "wood"), 0.2)


def wrench(e: Easel, look: Look) -> None:
    """A spanner."""
    axis, metal = Axis(e, (6, 26), (25, 7)), look.whole("iron")
    jaws = axis.disc(axis.long, 0, 6) & ~axis.shape(
        (axis.long - 0.6, -2.4), (axis.long + 8, -3), (axis.long + 8, 3), (axis.long - 0.6, 2.4)
    )
    ring = axis.disc(0, 0, 5) & ~axis.disc(0, 0, 2.2)
    e.paint(jaws | ring | axis.band(3, axis.long - 3, 4.6), metal, 0.55, BEAM)
    e.paint(axis.band(6, axis.long - 6, 1.4), metal, 0.2)


def screwdriver(e: Easel, look: Look) -> None:
    """A screwdriver."""
    axis = Axis(e, (4, 28), (29, 3))
    e.paint(axis.band(14, 32, 2.2), look.of("iron"), 0.65)
    e.paint(axis.shape((31, -1.6), (35, -2.2), (35, 2.2), (31, 1.6)), look.of("iron"), 0.8)
    grip = axis.swept(0, 15, (2, 3.4, 3.4, 3.2, 3.4, 2.4))
    e.paint(grip, look.part("handle", "#d23838") if look.own is None else look.own, 0.5, seam=True)
    e.paint(grip & ((abs(axis.aside) < 0.6) | (abs(axis.aside - 2) < 0.5)), look.part("handle", "#d23838"), 0.15)


def drill(e: Easel, look: Look) -> None:
    """A power drill; a mining drill has a large spiral bit."""
    body = look.whole("#f0b020", "#3a72c8", "#d23838")
    e.paint(e.box(22, 9, 25, 14), look.of(INK), 0.5)
    e.paint(e.shape((24, 9.4), (31, 11.5), (24, 13.6)), look.of("iron"), 0.7)
    e.paint(e.shape((6, 13), (13, 13), (11.4, 25), (5.4, 25)), body, 0.4, seam=True)
    e.paint(e.box(2.4, 24, 14, 29.6), look.of("#3a3e4a"), 0.5, seam=True)
    e.paint(e.box(3, 5, 23, 15) | e.disc(4, 10, 2.4, 5), body, 0.55, BEAM, seam=True)
    e.paint(e.box(17, 5, 19, 15), look.of(INK), 0.6)
    e.paint(e.box(12.6, 15, 15.4, 19), look.of(INK), 0.6, seam=True)


def pliers(e: Easel, look: Look) -> None:
    """Pliers, or scissors where that is said."""
    metal, grip = look.of("iron"), look.whole("#d23838", "#3a72c8")
    if look.has("scissors", "shears"):
        for way in (-1, 1):
            axis = Axis(e, (16, 17), (16 - 7 * way, 1.4))
            e.paint(axis.swept(-1, axis.long, (1.7, 2, 1.7, 1.2, 0.3)), metal, 0.7 if way > 0 else 0.5, seam=True)
            e.paint(e.line((16, 16), (16 + 4.4 * way, 22), wide=2.4), grip, 0.5, seam=True)
            e.paint(hoop(e, 16 + 6.4 * way, 25, 5, 2, 5.4), grip, 0.6)
    else:
        for way in (-1, 1):
            e.paint(
                e.line(*curve((16 - 1 * way, 13), (16 + 9 * way, 16), (16 + 8 * way, 24), (16 + 6 * way, 30)), wide=4),
                grip,
                0.5,
            )
            e.paint(
                e.shape((16, 15), (16 + 6 * way, 10), (16 + 4 * way, 4), (16 + 0.8 * way, 1.6)),
                metal,
                0.7 if way < 0 else 0.5,
                seam=True,
            )
    e.paint(e.disc(16, 14.6 if not look.has("scissors", "shears") else 16.4, 2.4), metal, 0.8, ROUND, seam=True)


def nail(e: Easel, look: Look) -> None:
    """A nail or a screw; a bolt with its nut."""
    metal = look.whole("iron")
    axis = Axis(e, (26, 6), (5, 28))
    shaft = axis.swept(
        2, axis.long, (1.9, 1.9, 1.9, 1.8, 0.3) if not look.has("screw", "bolt") else (2.8, 2.8, 2.6, 2.2, 0.3)
    )
    e.paint(shaft, metal, 0.55)
    if look.has("screw", "bolt"):
        e.paint(shaft & ((axis.along + axis.aside * 0.5) % 3 < 1.2), metal, 0.1)
    e.paint(axis.disc(1, 0, 1.8, 5.4), metal, 0.75, ROUND, seam=True)


def cog(e: Easel, look: Look) -> None:
    """A gear wheel; two where a plural is said."""
    wheels = ((11, 19.4, 9), (23.4, 8.6, 6)) if look.has("gears", "cogs", "cogwheels") else ((16, 16, 12.4),)
    for number, (x, y, size) in enumerate(wheels):
        metal = look.whole("bronze", "iron") if number == 0 else look.of("iron")
        teeth = 8 if size > 7 else 6
        for turn in np.arange(teeth) * 2 * np.pi / teeth:
            right, down = float(np.cos(turn)), float(np.sin(turn))
            far = (x + size * 1.2 * right, y + size * 1.2 * down)
            e.paint(e.bar((x + size * 0.7 * right, y + size * 0.7 * down), far, size * 0.42), metal, 0.6)
        e.paint(e.disc(x, y, size * 0.95), metal, 0.5, ROUND)
        e.paint(hoop(e, x, y, size * 0.66, 1.2), metal, 0.15)
        e.erase(e.disc(x, y, size * 0.3))
        e.paint(hoop(e, x, y, size * 0.44, size * 0.16), metal, 0.85)


def bucket(e: Easel, look: Look) -> None:
    """A bucket of wood or metal, with what is in it."""
    wood = look.own is None and not look.has("metal") or look.has("wooden")
    stuff, iron = look.whole("wood"), look.of("iron")
    e.paint(e.line(*arc(16, 11, 12.4, 180, 360, 9.4), wide=1.6), iron, 0.6)
    body = turned(e, (10, 12), (29.4, 8.6)) | e.disc(16, 29, 8.6, 1.9)
    e.paint(body, stuff, 0.5, POLE)
    if wood:
        for at in (-7.4, -2.6, 2.6, 7.4):
            e.paint(body & (abs(e.x - 16 - at * (1.2 - e.y / 90)) < 0.5), stuff, 0.15)
    for y in (14.6, 24):
        e.paint(body & (e.y > y) & (e.y < y + 2.2), iron if wood else stuff, 0.5 if wood else 0.2, POLE)
    e.paint(e.disc(16, 10, 12.4, 3.6), stuff, 0.75, seam=True)
    content = next(
        (
            c
            for w, c in (
                ("water", "water"),
                ("milk", "#f6f4ee"),
                ("lava", "lava"),
                ("sand", "sand"),
                ("paint", "#d23838"),
                ("slime", "slime"),
                ("popcorn", "#f8e8b0"),
            )
            if look.has(w)
        ),
        None,
    )
    inside = e.disc(16, 10.2, 10.8, 2.5)
    e.paint(inside, look.of(content) if content else stuff, 0.6 if content else 0.05)
    if content:
        e.paint(inside & (abs(e.y - 9.6) < 0.6) & (e.x < 14), look.of(content), 0.95)
    for x in (4, 28):
        e.paint(e.disc(x, 11, 1.5), iron, 0.7)


def coil(e: Easel, look: Look) -> None:
    """A coil of rope; a lasso where that is said."""
    rope = look.whole("straw")
    if look.has("lasso"):
        path = [(5, 30), *curve((5, 30), (8, 22), (18, 24), (18, 19))]
        e.paint(e.line(*path, wide=2.6), rope, 0.55)
        ring = hoop(e, 17, 10, 12, 2.8, 8.4)
        e.paint(ring, rope, 0.55, seam=True)
        e.paint((ring | e.line(*path, wide=2.6)) & ((e.x + e.y) % 3 < 1), rope, 0.2)
        return
    e.paint(e.line(*curve((22, 20), (30, 20), (27, 28), (30.4, 30)), wide=2.8), rope, 0.55)
    for y in (22.4, 18.4, 14.4):
        ring = hoop(e, 15, y, 12.6, 4.4, 7.2)
        e.paint(ring, rope, 0.55, POLE, seam=True)
        e.paint(ring & ((e.x + 1.4 * e.y) % 4 < 1.2), rope, 0.2)
    for x in (5.4, 22):
        e.paint(e.box(x - 1.4, 11, x + 1.8, 23), rope, 0.8, POLE, seam=True)


def chain(e: Easel, look: Look) -> None:
    """Links of a chain; with shackles where they are said."""
    metal = look.whole("iron")
    if look.has("handcuffs", "shackles", "cuffs", "manacles"):
        for x, y in ((9, 20), (23, 12)):
            e.paint(hoop(e, x, y, 7.6, 2.4), metal, 0.55, ROUND, seam=True)
        for at_x, at_y in ((13.6, 17), (16, 15.6), (18.4, 14.6)):
            e.paint(e.disc(at_x, at_y, 1.6), metal, 0.75, seam=True)
        return
    axis = Axis(e, (4, 28), (28, 4))
    for number, along in enumerate((2.6, 10, 17.4, 24.8, 31.4)):
        if number % 2:
            e.paint(axis.band(along - 4.6, along + 4.6, 2.2), metal, 0.7, seam=True)
        else:
            link = axis.disc(along, 0, 5.4, 3.9) & ~axis.disc(along, 0, 3, 1.6)
            e.paint(link, metal, 0.55, ROUND, seam=True)


def padlock(e: Easel, look: Look) -> None:
    """A padlock, open or shut."""
    metal = look.whole("gold")
    shift = 6.4 if look.has("open", "unlocked") else 0
    bow = hoop(e, 16 + shift, 11 - shift * 0.3, 7.4, 2.7, 8.4) & (e.y < 12 - shift * 0.3)
    e.paint(
        bow
        | e.box(8.6 + shift, 11 - shift * 0.3, 11.3 + shift, 15)
        | e.box(20.7 + shift, 11, 23.4 + shift, 15) * (shift == 0),
        look.of("iron"),
        0.6,
    )
    e.paint(e.box(5, 14, 27, 29) | e.disc(16, 28.6, 11, 1.7), metal, 0.55, POLE, seam=True)
    e.paint(e.box(5, 14, 27, 16) | e.box(5, 27, 27, 28), metal, 0.85)
    e.paint(e.disc(16, 20.4, 2.4) | e.shape((15, 21), (17, 21), (18.2, 26.4), (13.8, 26.4)), look.of(INK), 0.2)


def lever(e: Easel, look: Look) -> None:
    """A lever in its stone block."""
    e.paint(e.line((16, 24), (24, 7), wide=2.8), look.of("wood"), 0.55)
    e.paint(
        e.disc(24.4, 6, 3.6), look.part("knob", "#d23838") if look.own is None else look.own, 0.55, ROUND, seam=True
    )
    e.paint(e.shape((4, 22), (28, 22), (30.4, 30), (1.6, 30)), look.of("stone"), 0.5, BEAM, seam=True)
    e.paint(e.box(10, 23, 22, 25), look.of(INK), 0.3)


def press_button(e: Easel, look: Look) -> None:
    """A push button on a plate; a pressure plate lies flat."""
    red = look.whole("#d82c34")
    e.paint(
        e.disc(16, 24, 14, 5.6) | e.box(2, 20, 30, 24) | e.disc(16, 20, 14, 5.6),
        look.of("stone" if look.has("stone") else "iron"),
        0.5,
        POLE,
    )
    e.paint(e.disc(16, 19.6, 13, 4.8), look.of("iron"), 0.75)
    e.paint(e.box(6.6, 13, 25.4, 19) | e.disc(16, 19, 9.4, 3.6), red, 0.4, POLE, seam=True)
    e.paint(e.disc(16, 13, 9.4, 4), red, 0.7)
    e.paint(e.disc(13.4, 12, 4, 1.2), red, 0.98)


def anvil(e: Easel, look: Look) -> None:
    """An anvil."""
    iron = look.whole("#4a5262")
    e.paint(e.shape((12, 16), (22, 16), (21, 22), (26, 26), (27, 30), (7, 30), (8, 26), (13, 22)), iron, 0.45, POLE)
    e.paint(e.shape((1, 9), (9, 8), (30, 8), (30, 13), (23, 17), (11, 17), (8, 14)), iron, 0.5, BEAM, seam=True)
    e.paint(e.box(9, 7, 30, 9.4), iron, 0.9)
    e.paint(e.box(7, 26.4, 27, 27.4), iron, 0.15)


def ladder(e: Easel, look: Look) -> None:
    """A ladder."""
    wood = look.whole("wood")
    for y in (4.4, 9.6, 14.8, 20, 25.2):
        e.paint(e.box(9, y, 23, y + 2.6), wood, 0.6, BEAM)
    for x in (7, 21.6):
        e.paint(e.box(x, 1, x + 3.4, 31), wood, 0.5, POLE, seam=True)


def bear_trap(e: Easel, look: Look) -> None:
    """A trap with teeth; a plate of spikes where that is said."""
    metal = look.whole("iron")
    if look.has("spike", "spikes", "floor"):
        e.paint(e.box(1.6, 24, 30.4, 30), look.of("stone"), 0.5, BEAM)
        for x in (4.6, 10.4, 16, 21.6, 27.4):
            e.paint(e.shape((x, 6), (x + 2.8, 25), (x - 2.8, 25)), metal, 0.5, seam=True)
            e.paint(e.shape((x, 6), (x, 25), (x - 2.8, 25)), metal, 0.85)
        return
    e.paint(e.line(*arc(16, 21, 13.4, 180, 360, 10), wide=2.6), metal, 0.45)
    for turn in np.radians((195, 225, 255, 285, 315, 345)):
        x, y = 16 + 13 * float(np.cos(turn)), 21 + 9.6 * float(np.sin(turn))
        e.paint(e.shape((x - 1.9, y), (x + 1.9, y), (x, y - 5)), metal, 0.8)
    e.paint(e.disc(16, 23, 5, 2.4), metal, 0.6, seam=True)
    e.paint(e.line(*arc(16, 22, 13.4, 0, 180, 6), wide=2.8), metal, 0.55, seam=True)
    for x in (6, 11, 16, 21, 26):
        y = 22 + 6 * float(np.sqrt(max(1 - ((x - 16) / 13.4) ** 2, 0)))
        e.paint(e.shape((x - 1.9, y), (x + 1.9, y), (x, y - 5.6)), metal, 0.85, seam=True)
    e.paint(e.box(1, 20, 4.4, 24) | e.box(27.6, 20, 31, 24), metal, 0.7, seam=True)


def anchor(e: Easel, look: Look) -> None:
    """An anchor; a grappling hook where that is said."""
    metal = look.whole("iron")
    e.paint(hoop(e, 16, 4.6, 4, 1.9), metal, 0.6)
    e.paint(e.line(*curve((4, 17), (4, 29), (16, 29), (28, 29), (28, 17)), wide=3.4), metal, 0.5, seam=True)
    for way in (-1, 1):
        x = 16 + 12.4 * way
        e.paint(e.shape((x, 12), (x + 3 * way, 19), (x - 4.6 * way, 19.4)), metal, 0.7, seam=True)
    e.paint(e.box(14.4, 7, 17.6, 28), metal, 0.55, POLE, seam=True)
    e.paint(e.box(8.6, 9.6, 23.4, 12.4), look.of("wood") if look.has("wood") else metal, 0.7, BEAM, seam=True)


def hook(e: Easel, look: Look) -> None:
    """A hook."""
    metal = look.whole("iron")
    path = [(13, 6), (13, 16), *curve((13, 16), (12, 29), (26, 30), (25, 17))]
    e.paint(e.line(*path, wide=3), metal, 0.6)
    e.paint(e.shape((25, 11), (22.4, 18), (28, 17.6)), metal, 0.75, seam=True)
    if look.has("pirate", "hand"):
        e.paint(e.shape((6, 1), (20, 1), (17.6, 10), (8.4, 10)), look.of("leather"), 0.5, POLE, seam=True)
    else:
        e.paint(hoop(e, 13, 4, 3.4, 1.6), metal, 0.6)


def wheel(e: Easel, look: Look) -> None:
    """A wheel of wood; of a ship or a car where that is said."""
    if look.has("tire", "tyre", "car"):
        e.paint(e.disc(16, 16, 14), look.of("#2a2a32"), 0.5, ROUND)
        e.paint(e.disc(16, 16, 8), look.of("silver"), 0.5, ROUND, seam=True)
        e.paint(polygon(e, 16, 16, 5, 5), look.of("#2a2a32"), 0.5)
        e.paint(e.disc(16, 16, 2.4), look.of("silver"), 0.8)
        return
    wood = look.whole("wood")
    reach = 15 if look.has("ship", "ship's", "helm", "steering", "pirate") else 12
    for turn in np.arange(4) * np.pi / 4:
        right, down = reach * float(np.cos(turn)), reach * float(np.sin(turn))
        e.paint(e.line((16 - right, 16 - down), (16 + right, 16 + down), wide=2.4), wood, 0.6)
    e.paint(hoop(e, 16, 16, 12 if reach > 12 else 14, 3), wood, 0.5, ROUND, seam=True)
    e.paint(hoop(e, 16, 16, 12 if reach > 12 else 14, 3) & ((abs(e.x - 16) < 0.5) | (abs(e.y - 16) < 0.5)), wood, 0.1)
    e.paint(e.disc(16, 16, 3.4), look.of("gold" if reach > 12 else "iron"), 0.6, ROUND, seam=True)


def bedroll(e: Easel, look: Look) -> None:
    """A rolled blanket, held by straps; a sleeping bag."""
    cloth, strap = look.whole("#5a7a4a", "#b0583c", "#4a6a9a"), look.of("leather")
    e.paint(e.box(5, 11, 28, 26) | e.disc(28, 18.5, 2.4, 7.5), cloth, 0.55, BEAM)
    e.paint(e.disc(6.4, 18.5, 4.6, 7.6), cloth, 0.75, seam=True)
    for size in (5.4, 2.6):
        e.paint(hoop(e, 6.4, 18.5, size * 0.6, 1, size), cloth, 0.2)
    for x in (13, 22):
        e.paint(e.box(x, 10.4, x + 2.6, 26.6), strap, 0.5, BEAM, seam=True)
        e.paint(e.box(x - 0.4, 16, x + 3, 19), look.of("gold"), 0.7)


KINDS = (
    Kind("sickle, farming sickle, hand sickle, kama", sickle, "farming, harvest, druid"),
    Kind("saw, hand saw, handsaw, wood saw", saw, "hand, wood"),
    Kind("wrench, spanner, monkey wrench", wrench, "monkey"),
    Kind("screwdriver, screw driver", screwdriver),
    Kind("drill, power drill, electric drill", drill, "power, electric"),
    Kind(
        "scissors, pair of scissors, shears, pliers, tongs, sewing scissors", pliers, "sewing, garden", is_several=True
    ),
    Kind("nail, screw, bolt, rusty nail", nail, "metal"),
    Kind(
        "gear, cog, cogwheel, gears, cogs, gear wheel, clockwork gear",
        cog,
        "clockwork, steampunk, machine",
        freedom=0.3,
    ),
    Kind(
        "bucket, water bucket, bucket of water, pail, bucket of milk, milk bucket, lava bucket, bucket of lava, "
        "paint bucket, bucket of paint, bucket of sand, bucket of slime",
        bucket,
        "water, milk, lava, paint, sand",
    ),
    Kind("rope, coil of rope, lasso, coiled rope, climbing rope, rope coil", coil, "climbing, coiled"),
    Kind(
        "chain, chains, handcuffs, shackles, metal chain, manacles, iron chain",
        chain,
        "metal, prison, police",
        is_several=True,
    ),
    Kind("lock, padlock, open lock, golden lock, door lock, open padlock", padlock, "door, golden"),
    Kind("lever, switch, wall lever, floor lever, pull lever", lever, "wall, stone"),
    Kind(
        "push button, red button, big red button, pressure plate, floor button, alarm button",
        press_button,
        "big, red, floor",
    ),
    Kind("anvil, blacksmith anvil, blacksmith's anvil", anvil, "blacksmith, blacksmith's, smith's"),
    Kind("ladder, step ladder, stepladder, rope ladder", ladder, "wood, rope"),
    Kind(
        "bear trap, trap, spike trap, spikes, floor spikes, animal trap, spike, trap spikes, metal spikes",
        bear_trap,
        "spike, bear, floor, metal, hunter's",
        is_several=True,
    ),
    Kind("anchor, ship anchor, ship's anchor, boat anchor", anchor, "ship, ship's, boat"),
    Kind(
        "hook, fish hook, fishing hook, pirate hook, hook hand, grappling hook, hand hook",
        hook,
        "fishing, pirate, grappling",
    ),
    Kind(
        "wheel, ship wheel, ship's wheel, wagon wheel, ship steering wheel, tire, cart wheel, helm wheel, "
        "car wheel, car tire",
        wheel,
        "ship, ship's, wagon, cart, steering, pirate, car",
        freedom=0.3,
    ),
    Kind("bedroll, sleeping bag, rolled blanket, bed roll, camping mat", bedroll, "camping"),
)
