"""Remains and things of magic: skulls, bones, feathers, orbs, runes, idols, eggs, shells, teeth."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import (
    INK,
    WHITE,
    Axis,
    curve,
    glint,
    hoop,
    sparkle,
    turned,
)
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def skull(e: Easel, look: Look) -> None:
    """A skull with its teeth."""
    bone, dark = look.whole("bone"), look.of("#241c24")
    for way in (-1, 1) if look.has("crossbones", "bones") else ():
        e.paint(e.line((16 - 13 * way, 20), (16 + 13 * way, 29), wide=2.8), bone, 0.5)
        for x, y in ((16 - 13 * way, 20), (16 + 13 * way, 29)):
            e.paint(e.disc(x, y - 1.4, 1.9) | e.disc(x, y + 1.4, 1.9), bone, 0.6)
    e.paint(e.box(8.6, 19, 23.4, 29.4) | e.disc(16, 27, 7.2, 3.4), bone, 0.4, POLE)
    e.paint(e.disc(16, 13, 12.6, 11.4) | e.box(6, 13, 26, 22), bone, 0.6, ROUND, seam=True)
    glow = look.part("eye", "#241c24")
    for way in (-1, 1):
        e.paint(e.disc(16 + 5.4 * way, 15.4, 3.8, 3.6), dark, 0.3)
        if "eye" in look.parts or look.has("glowing", "flaming"):
            e.paint(e.disc(16 + 5.4 * way, 15.6, 1.6), glow if "eye" in look.parts else look.of("#58e048"), 0.8)
    e.paint(e.shape((16, 18.4), (18.4, 22.4), (13.6, 22.4)), dark, 0.3)
    for left in (10.6, 13.6, 16.6, 19.6):
        e.paint(e.box(left, 24, left + 1, 29), dark, 0.3)
    e.paint(e.box(9, 23.4, 23, 24.4), dark, 0.3)
    glint(e, e.line((9.4, 7), (13, 4.6), wide=1.6), bone)
    if look.has("cracked", "broken"):
        e.paint(e.line((18, 2), (20, 5), (18.6, 7.4), (21, 10), wide=1), dark, 0.3)


def bone(e: Easel, look: Look) -> None:
    """A bone, or a heap of them."""
    ramp = look.whole("bone")
    pairs = [((7, 25), (25, 7))]
    if look.has("bones", "pile", "crossbones"):
        pairs = [((6, 12), (27, 25)), ((5, 25), (26, 11))]
    for start, end in pairs:
        axis = Axis(e, start, end)
        ends = [axis.disc(along, aside, 3.3) for along in (0, axis.long) for aside in (-2.6, 2.6)]
        e.paint(axis.band(-1, axis.long + 1, 4.8) | np.logical_or.reduce(ends), ramp, 0.6, ROUND, seam=True)
        e.paint(axis.line((4, -1.2), (axis.long - 4, -1.2), wide=1.1), ramp, 1)


def feather(e: Easel, look: Look) -> None:
    """A feather; a quill has a nib and often an inkwell."""
    vane = (
        look.whole("#f0ead8" if look.has("quill", "pen", "ink") else "#3a72c8")
        if not look.has("phoenix")
        else look.of("fire")
    )
    axis = Axis(e, (5, 29), (27, 4))
    quill = axis.swept(9, axis.long + 1, (0.8, 4, 5.4, 5.4, 4.6, 2.8, 0.4), 1.2)
    notches = ((axis.along % 7 < 1.4) & (axis.aside > 2.6)) | ((axis.along % 6 < 1.3) & (axis.aside < -2))
    e.paint(quill & ~notches, vane, 0.55)
    e.paint(quill & ~notches & (axis.aside > 1.2), vane, 0.3)
    e.paint(axis.line((0, 0), (12, 0), (24, 1.2), (31, 0.6), wide=1.3), look.of("#f4eede"), 0.8)
    if look.has("quill", "pen", "ink"):
        e.paint(axis.shape((-1.6, 0), (5, 1.4), (5, -1.4)), look.of(INK), 0.5)


def orb(e: Easel, look: Look) -> None:
    """A ball of crystal on a stand, with light inside."""
    usual = {
        "fire": "fire",
        "ice": "ice",
        "water": "water",
        "lightning": "lightning",
        "shadow": "shadow",
        "dark": "shadow",
    }
    power = next((colour for word, colour in usual.items() if look.has(word)), None)
    glass = look.whole(power or "#7a5ae0") if power is None or look.own is not None else look.of(power)
    e.paint(turned(e, (23, 6.4), (26, 5), (28, 8.6), (30.6, 9.4)), look.part("stand", "gold"), 0.5, POLE)
    e.paint(e.disc(16, 14, 11.6), glass, 0.5, ROUND, seam=True)
    e.paint(e.line(*curve((9, 18), (13, 9), (18, 22), (23, 11)), wide=1.9), glass, 0.85)
    e.paint(e.line(*curve((11, 20), (17, 13), (19, 8)), wide=1.1), glass, 1)
    e.paint(e.disc(11.6, 8.6, 2.8, 2), look.of(WHITE), 0.9)
    for x, y in ((18, 17), (13, 14), (20, 10)):
        e.paint(sparkle(e, x, y, 1), look.of(WHITE), 0.8)


_RUNES = {
    "fire": ((11, 22), (16, 9), (21, 22), (11, 22)),
    "life": ((16, 8), (16, 24), (16, 15), (11, 10), (16, 15), (21, 10)),
    "travel": ((12, 24), (12, 8), (20, 12), (12, 16), (20, 24)), "sun": ((11, 9), (20, 14), (12, 18), (21, 24)),
    "shield": ((12, 24), (12, 9), (20, 16), (20, 9), (20, 24)), "water": ((12, 8), (12, 24), (12, 11), (21, 16)),
}  # fmt: skip


def rune_stone(e: Easel, look: Look) -> None:
    """A stone with a glowing sign."""
    stone = (
        look.of("stone")
        if look.own is None or not look.has("wooden", "gold", "golden", "obsidian", "jade")
        else look.own
    )
    said = look.own if look.own is not None and not look.has("stone", "wooden", "gold", "obsidian", "jade") else None
    colours = {"blue": "#4ab0f8", "red": "#f0503c", "green": "#7af05a", "purple": "#c86af0", "orange": "#f08a2c"}
    usual = next((colour for word, colour in colours.items() if look.has(word)), None)
    light = look.part("rune", *((usual,) if usual else tuple(colours.values()))) if said is None else said
    form = e.shape((6, 28), (4, 18), (7, 7), (13, 2.4), (21, 3), (26.4, 9), (28, 19), (25, 28), (16, 30))
    e.paint(form, stone, 0.5, ROUND)
    e.paint(e.line((8, 26), (6.6, 20), wide=1) | e.line((24, 8), (21, 6), wide=1), stone, 0.15)
    name = look.pick("rune", *_RUNES)
    e.paint(e.line(*_RUNES[name], wide=3.2), light, 0.2)
    e.paint(e.line(*_RUNES[name], wide=1.7), light, 0.8)


def idol(e: Easel, look: Look) -> None:
    """A golden figure from a temple."""
    gold, stone = look.whole("gold"), look.part("gem", "emerald", "ruby")
    e.paint(e.box(6, 25.6, 26, 30.4), look.of("stone"), 0.5, BEAM)
    e.paint(turned(e, (14, 8.6), (18, 9.4), (25.6, 11)), gold, 0.45, POLE, seam=True)
    for way in (-1, 1):
        e.paint(e.line((16 + 8.6 * way, 16), (16 + 9.6 * way, 22), (16 + 3 * way, 23), wide=3), gold, 0.6, seam=True)
        e.paint(e.disc(16 + 9 * way, 9, 2.6, 3.4), gold, 0.5)
    e.paint(e.disc(16, 8.6, 8.4, 7.4), gold, 0.6, ROUND, seam=True)
    for x in (11, 17.6):
        e.paint(e.box(x, 6.6, x + 3.4, 9.4), look.of(INK), 0.2)
    e.paint(e.box(12, 11.6, 20, 13.6), look.of(INK), 0.2)
    e.paint(e.box(12, 11.6, 20, 12.6) & (e.x % 2.6 > 1), gold, 0.9)
    e.paint(e.disc(16, 18.6, 2), stone, 0.7, ROUND, seam=True)


def egg(e: Easel, look: Look) -> None:
    """An egg: of a dragon with scales, spotted, for Easter, in a nest."""
    shell = (
        look.whole("#7a3cc8", "#3c9a58", "#c8342c", "#3a72c8")
        if look.has("dragon", "dinosaur", "monster", "alien")
        else look.whole("#f4e4c8")
    )
    form = turned(e, (1.6, 0.6), (3, 4), (6, 7), (10, 9.4), (15, 11), (20, 11.4), (25, 9.8), (28, 7), (30, 2))
    e.paint(form, shell, 0.5, ROUND)
    if look.has("dragon", "dinosaur", "scaly"):
        for row, y in enumerate(range(6, 30, 4)):
            for x in np.arange(4 + 2.6 * (row % 2), 30, 5.2):
                scale = form & e.disc(float(x), y, 2.8, 3) & (e.y > y)
                e.paint(scale & ~e.disc(float(x), y - 1, 2.6, 3), shell, 0.1)
        glint(e, form & e.line((11, 9), (9, 13), wide=1.7), shell)
    elif look.has("easter", "painted", "decorated"):
        for band, colour in ((10, "#e85a8a"), (16.4, "#4ab0e8"), (23, "#f0c030")):
            e.paint(form & (abs(e.y - band - 1.4 * abs(e.x % 6 - 3) / 3) < 1.4), look.of(colour), 0.6, POLE)
    else:
        spots = look.part("spot", "#a8744a" if look.own is None else "#f4e8c8")
        if look.has("spotted", "yoshi", "alien", "monster") or "spot" in look.parts:
            for x, y, size in ((12, 10, 2.6), (20, 15, 3.2), (10, 20, 2.8), (19, 24, 2.4), (17, 6, 1.6)):
                e.paint(form & e.disc(x, y, size), spots, 0.5, ROUND)
        glint(e, form & e.disc(11.6, 11, 1.7, 3), shell)
    if look.has("cracked", "hatching", "cracking"):
        e.paint(
            form & e.line((4, 17), (8, 14), (11, 19), (15, 14), (19, 19), (23, 14), (28, 17), wide=1.3),
            look.of(INK),
            0.2,
        )
    if look.has("nest"):
        e.paint(e.disc(16, 27, 15, 4.6), look.of("wood"), 0.5, BEAM, seam=True)
        e.paint(e.disc(16, 27, 15, 4.6) & ((e.x + 2 * e.y) % 5 < 1), look.of("wood"), 0.15)


def seashell(e: Easel, look: Look) -> None:
    """A scallop; a spiral shell where that is said."""
    ramp = look.whole("#f0a88c", "#f0b8c8", "#e8c890")
    if look.has("conch", "spiral", "nautilus", "snail"):
        e.paint(e.shape((4, 27), (11, 9), (27, 8), (28, 20), (18, 27)), ramp, 0.5, ROUND)
        for x, y, size in ((20, 12, 9), (21, 9.4, 6.4), (22, 7, 4)):
            e.paint(e.disc(x, y, size, size * 0.86), ramp, 0.55, ROUND, seam=True)
        e.paint(e.shape((5, 26), (12, 14), (17, 18), (15, 26)), look.of("#f8d8c8"), 0.6, seam=True)
        return
    fan = e.disc(16, 16, 14, 13) & (e.y < 25) | e.shape((3, 18), (29, 18), (20, 28), (12, 28))
    e.paint(fan, ramp, 0.55, ROUND)
    for far in (3.0, 8.4, 16.0, 23.6, 29.0):
        e.paint(fan & e.line((16, 29), (far, 3 + abs(far - 16) * 0.5), wide=1.1), ramp, 0.15)
    e.paint(e.shape((10.6, 26), (21.4, 26), (19, 30.4), (13, 30.4)), ramp, 0.7, seam=True)


def fang(e: Easel, look: Look) -> None:
    """A tooth, fang or claw on a cord, or a horn."""
    ramp = look.whole("bone")
    tooth = e.shape(*curve((9, 6), (10, 20), (16, 26), (27, 29)), *curve((27, 29), (25, 18), (24, 12), (22, 5)))
    e.paint(tooth, ramp, 0.55, ROUND)
    e.paint(e.line(*curve((11.6, 8), (12.6, 18), (18, 24)), wide=1.4), ramp, 1)
    e.paint(e.box(8, 3, 23, 8), look.of("leather" if look.has("necklace") else "#c8646a"), 0.5, POLE, seam=True)


def tooth(e: Easel, look: Look) -> None:
    """A molar."""
    ramp = look.whole("#f6f4ee")
    form = (
        e.disc(10.4, 10, 7, 7.4)
        | e.disc(21.6, 10, 7, 7.4)
        | e.shape((4, 12), (28, 12), (25, 22), (22, 30), (19, 22), (16, 19), (13, 22), (10, 30), (7, 22))
    )
    e.paint(form | e.box(10, 5, 22, 15), ramp, 0.6, ROUND)
    e.paint(e.line((12, 6), (16, 8), (20, 6), wide=1), ramp, 0.25)


def eyeball(e: Easel, look: Look) -> None:
    """An eyeball with its nerve, or an open eye."""
    iris = look.part("iris", "#4a9ad8", "#58b848", "#c8502c") if look.own is None else look.own
    e.paint(e.line(*curve((23, 23), (29, 25), (27, 30)), wide=2.8), look.of("#c83a44"), 0.5)
    e.paint(e.disc(15, 15, 12.6), look.of("#f6f2f0"), 0.6, ROUND, seam=True)
    for points in (((25, 21), (22, 22), (20, 25)), ((26, 12), (23.6, 14)), ((8, 25), (10, 22.6), (9, 20.4))):
        e.paint(e.line(*points, wide=1) & e.disc(15, 15, 12.6), look.of("#d84a54"), 0.6)
    e.paint(e.disc(13, 14, 6.4), iris, 0.5, ROUND, seam=True)
    e.paint(e.disc(13, 14, 3), look.of(INK), 0.1)
    e.paint(e.disc(10.8, 11.4, 1.7), look.of(WHITE), 0.9)


def brain(e: Easel, look: Look) -> None:
    """A brain."""
    ramp = look.whole("#f09aa8")
    for x, y, size in ((9, 15, 7), (14, 9, 6.6), (22, 10, 7), (25, 17, 6), (19, 20, 7.4), (11, 21, 6)):
        e.paint(e.disc(x, y, size), ramp, 0.5, ROUND, seam=True)
    e.paint(e.shape((20, 24), (25, 23), (24, 30), (21, 30)), ramp, 0.35, seam=True)
    for points in (
        ((8, 12), (12, 14), (10, 18)),
        ((18, 6), (17, 11), (21, 13)),
        ((24, 13), (22, 17), (26, 19)),
        ((14, 17), (17, 20), (15, 23)),
    ):
        e.paint(e.line(*curve(*points), wide=1.1), ramp, 0.1)


def horseshoe(e: Easel, look: Look) -> None:
    """A horseshoe, or a magnet where that is said."""
    ramp = look.whole("#d23838" if look.has("magnet") else "iron")
    form = (hoop(e, 16, 14, 13, 6) & (e.y < 16)) | e.box(3, 14, 9, 28) | e.box(23, 14, 29, 28)
    e.paint(form, ramp, 0.55, ROUND)
    if look.has("magnet"):
        e.paint(form & (e.y > 22), look.of("silver"), 0.7)
    else:
        for x, y in ((5, 22), (5, 15), (9, 7), (22, 7), (26, 15), (26, 22)):
            e.paint(e.box(x, y, x + 1.4, y + 2), look.of(INK), 0.3)


KINDS = (
    Kind(
        "skull, human skull, skull and crossbones, cracked skull, skeleton head, skull head",
        skull,
        "human, cracked, evil",
    ),
    Kind("bone, femur, bones, pile of bones, dog bone, crossbones, heap of bones", bone, "dog, dinosaur, dragon, old"),
    Kind(
        "feather, quill, bird feather, phoenix feather, quill pen, writing quill, eagle feather, peacock feather",
        feather,
        "phoenix, bird, eagle, crow, raven, griffin, writing, angel",
    ),
    Kind(
        "magic orb, orb, crystal ball, magic ball, fortune teller's ball, crystal orb, energy orb, dragon orb, "
        "fire orb",
        orb,
        "magic, glowing, fire, ice, water, dark, light, energy, fortune, dragon, lightning, shadow, mana",
        freedom=0.3,
    ),
    Kind(
        "rune stone, runestone, rune, magic rune, rune tablet, magic stone, ancient rune",
        rune_stone,
        "magic, ancient, fire, ice, glowing",
    ),
    Kind("idol, golden idol, temple idol, tiki statue, aztec idol", idol, "temple, aztec, mayan, tiki"),
    Kind(
        "egg, dragon egg, easter egg, dinosaur egg, chicken egg, monster egg, alien egg, egg in a nest, "
        "painted egg, spotted egg",
        egg,
        "dragon, easter, dinosaur, chicken, monster, alien, golden, phoenix, spotted",
        freedom=0.3,
    ),
    Kind(
        "seashell, shell, scallop, sea shell, conch, conch shell, spiral shell, scallop shell, clam, clam shell",
        seashell,
        "sea, beach, spiral, nautilus, conch",
    ),
    Kind(
        "fang, dragon tooth, monster tooth, dragon fang, wolf fang, claw, shark tooth, dragon claw, "
        "monster claw, vampire fang, horn",
        fang,
        "dragon, wolf, monster, shark, vampire, beast, demon, goat",
    ),
    Kind("tooth, molar", tooth),
    Kind(
        "eye, monster eye, eye ball",
        eyeball,
        "monster, human, evil, dragon, zombie",
        freedom=0.3,
    ),
    Kind("brain, brains, zombie brain", brain, "human, zombie"),
    Kind("horseshoe, horse shoe, magnet, lucky horseshoe, horseshoe magnet", horseshoe, "lucky"),
)
