"""Weapons that are neither blades nor on long shafts: what is thrown, swung, or shoots."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, arc, curve, dots, hoop, sparkle, star
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

FUSE, SPARK = "#c89a5a", "#ffd84a"


def links(e: Easel, points: list[tuple[float, float]], ramp: Ramp, size: float = 1.7) -> None:
    """Paint the links of a chain along points."""
    for number, (x, y) in enumerate(points):
        e.paint(e.disc(x, y, size, size * 0.8), ramp, 0.75 if number % 2 else 0.45, seam=True)


def spiked_ball(e: Easel, x: float, y: float, size: float, ramp: Ramp) -> None:
    """Paint a ball with spikes."""
    for turn in np.radians(np.arange(8) * 45 + 22.5):
        far, aside = size * 1.55, 0.32 * size
        right, down = float(np.cos(turn)), float(np.sin(turn))
        corners = (
            (x + far * right, y + far * down),
            (x + size * 0.7 * right - aside * down, y + size * 0.7 * down + aside * right),
            (x + size * 0.7 * right + aside * down, y + size * 0.7 * down - aside * right),
        )
        e.paint(e.shape(*corners), ramp, 0.8)
    e.paint(e.disc(x, y, size), ramp, 0.5, ROUND, seam=True)
    e.paint(dots(e, (x - size * 0.45, y - size * 0.5), size=1.4), ramp, 1)


def flail(e: Easel, look: Look) -> None:
    """A flail: a spiked ball on a chain."""
    metal = look.whole("iron")
    e.paint(e.line((4, 29.4), (17, 10), wide=3), look.part("handle", "wood"), 0.5)
    e.paint(e.line((4, 29.4), (7.6, 24), wide=3.4), look.of("leather"), 0.35, seam=True)
    e.paint(e.line((15.6, 12), (17.6, 9), wide=3.6), metal, 0.55, seam=True)
    links(e, [(18, 6.6), (20.4, 4.6), (23.2, 5), (24.6, 7.6), (24.6, 10.4)], metal)
    spiked_ball(e, 23.6, 18.6, 5.2, metal)


def nunchaku(e: Easel, look: Look) -> None:
    """Two sticks on a chain."""
    wood = look.whole("wood")
    links(e, [(11.6, 6), (14.4, 4.4), (17.6, 4.4), (20.4, 6)], look.of("iron"), 1.5)
    for start, end in (((10.4, 8), (5, 28.4)), ((21.6, 8), (27, 28.4))):
        axis = Axis(e, start, end)
        e.paint(axis.band(0, axis.long, 4.4), wood, 0.5, POLE, seam=True)
        e.paint(axis.band(0, 2, 4.8) | axis.band(axis.long - 3, axis.long, 4.6), look.of("gold"), 0.6)


def whip(e: Easel, look: Look) -> None:
    """A coiled whip."""
    leather = look.whole("leather")
    lash = [(11, 20), *curve((11, 20), (3, 6), (19, -1), (28, 8), (27, 19), (17, 20)), *arc(19, 14, 4, 120, 420)]
    e.paint(e.line(*lash, wide=2.2), leather, 0.6)
    e.paint(e.line(*lash, wide=2.2) & ((e.x + e.y) % 3 < 1), leather, 0.3)
    e.paint(e.line((5, 29.6), (11, 19.6), wide=3.8), leather, 0.35, seam=True)
    e.paint(e.line((5, 29.6), (11, 19.6), wide=3.8) & ((e.x - 2 * e.y) % 5 < 1.6), leather, 0.8)
    e.paint(e.disc(4.8, 29, 2), look.of("gold"), 0.6, ROUND, seam=True)


def slingshot(e: Easel, look: Look) -> None:
    """A forked stick with a band of rubber and its pouch."""
    wood, band = look.whole("wood"), look.part("band", "#d8504a")
    e.paint(e.line(*curve((6, 4), (9, 15), (16, 16), (23, 15), (26, 4)), wide=1.7), band, 0.55)
    for way in (-1, 1):
        e.paint(e.line((16, 20), (16 + 7 * way, 13), (16 + 9.4 * way, 4), wide=3.8), wood, 0.55, seam=way > 0)
        e.paint(e.box(16 + 9.4 * way - 2.4, 4.4, 16 + 9.4 * way + 2.4, 6.6), band, 0.5)
    e.paint(e.line((16, 18), (16, 29), wide=4.6), wood, 0.5, POLE, seam=True)
    e.paint(e.box(13.8, 23, 18.2, 24) | e.box(13.8, 26, 18.2, 27), look.of("leather"), 0.3)
    e.paint(e.box(13, 11, 19, 14.4), look.of("leather"), 0.5, seam=True)


def boomerang(e: Easel, look: Look) -> None:
    """A bent throwing stick with painted ends."""
    wood, paint = look.whole("wood"), look.part("stripe", "#d23838", "#3a72c8", "#e8b030")
    path = curve((5, 28.4), (7, 8), (8, 7), (28.4, 5), steps=20)
    stick = e.line(*path, wide=6.4)
    e.paint(stick, wood, 0.55, ROUND)
    stripes = ((e.y > 20) & (e.y < 22.4)) | ((e.x > 20) & (e.x < 22.4)) | (e.y > 25.4) & (e.x < 12) | (e.x > 25.4)
    e.paint(stick & stripes, paint, 0.55)
    e.paint(e.line(*[(x - 1.1, y - 1.1) for x, y in path[4:-4]], wide=1), wood, 0.95)


def bomb(e: Easel, look: Look) -> None:
    """A round bomb with a burning fuse."""
    iron = look.whole("#3a3e50")
    e.paint(e.line(*curve((20, 8), (22, 2), (26, 2), (27.4, 6)), wide=1.7), look.of(FUSE), 0.6)
    e.paint(star(e, 27.4, 6.4, 4, 8, 0.5), look.of("#f0701c"), 0.6)
    e.paint(star(e, 27.4, 6.4, 2.2, 4, 0.5), look.of(SPARK), 0.9)
    e.paint(Axis(e, (14, 18), (21, 7)).band(8, 13, 6.4), iron, 0.7, seam=True)
    e.paint(e.disc(14.4, 19, 11), iron, 0.5, ROUND, seam=True)
    e.paint(e.line(*arc(14.4, 19, 7.8, 190, 250), wide=2), look.of(WHITE), 0.8)
    if look.has("skull", "pirate"):
        e.paint(e.disc(14.6, 19.6, 4, 3.6) | e.box(12.4, 21, 16.8, 25), look.of("bone"), 0.65)
        e.paint(dots(e, (12, 18.6), (15.4, 18.6), size=2), look.of(INK), 0.2)


def grenade(e: Easel, look: Look) -> None:
    """A hand grenade with its lever and pin."""
    body, steel = look.whole("#5a7a3a"), look.of("iron")
    e.paint(hoop(e, 8.6, 7.6, 4.2, 1.5), look.of("gold"), 0.6)
    e.paint(e.disc(15.4, 20, 8.6, 10.4), body, 0.5, ROUND)
    grooves = e.disc(15.4, 20, 8.6, 10.4) & (((e.y - 10) % 5 < 1) | ((e.x - 15.4 + 10) % 5 < 1))
    e.paint(grooves, body, 0.12)
    e.paint(dots(e, (11, 15), (12, 14)), body, 1)
    e.paint(e.box(12, 6.6, 19, 11.4), steel, 0.5, POLE, seam=True)
    e.paint(e.line((13, 4.6), (21, 4.6), (25, 9), (26, 18), wide=2.4), steel, 0.7, seam=True)


def dynamite(e: Easel, look: Look) -> None:
    """Sticks of dynamite with a burning fuse."""
    red = look.whole("#d2323a")
    e.paint(e.line(*curve((16, 9), (16, 3), (22, 2), (24, 4.6)), wide=1.6), look.of(FUSE), 0.6)
    e.paint(star(e, 24.6, 5.4, 4, 8, 0.5), look.of("#f0701c"), 0.6)
    e.paint(star(e, 24.6, 5.4, 2.2, 4, 0.5), look.of(SPARK), 0.9)
    for left in (5, 19.6, 12.2):
        e.paint(e.box(left, 9, left + 7.6, 29), red, 0.5, POLE, seam=True)
        e.paint(e.box(left, 9, left + 7.6, 11), red, 0.85)
    e.paint(e.box(4.4, 16.4, 27.8, 22.4), look.of("#f0dca8"), 0.6, seam=True)
    e.paint(e.box(8, 18.4, 24, 20), look.of("#a8342c"), 0.4)


def cannon(e: Easel, look: Look) -> None:
    """A cannon on a carriage with wheels."""
    metal, wood = look.whole("#4a5060"), look.part("wheel", "wood")
    e.paint(e.shape((4, 20), (22, 20), (26, 25), (2, 27)), wood, 0.4)
    axis = Axis(e, (3, 20), (30, 9))
    e.paint(axis.disc(-0.4, 0, 2), metal, 0.6, ROUND)
    e.paint(axis.swept(1.6, 28.4, (5.4, 5.4, 4.6, 4.2, 3.8, 4)), metal, 0.5, BEAM, seam=True)
    for along, half in ((6, 5.8), (17, 4.9), (27, 5)):
        e.paint(axis.band(along, along + 2.2, 2 * half), metal, 0.7, seam=True)
    e.paint(axis.disc(29, 0, 1.1, 2.6), look.of(INK), 0.2)
    for x, size in ((10.6, 7), (23.6, 5.4)):
        y = 30 - size
        e.paint(e.disc(x, y, size), wood, 0.3, seam=True)
        e.paint(hoop(e, x, y, size, 1.9), wood, 0.65)
        e.paint((e.disc(x, y, size - 1.8)) & ((abs(e.x - x) < 0.7) | (abs(e.y - y) < 0.7)), wood, 0.75)
        e.paint(e.disc(x, y, 1.6), look.of("iron"), 0.6, seam=True)


def cannonball(e: Easel, look: Look) -> None:
    """Cannonballs: one, or a heap."""
    iron = look.whole("#454a5a")
    heap = ((9, 23), (23, 23), (16, 12)) if look.has("cannonballs", "cannon balls", "pile") else ((16, 17),)
    size = 7 if len(heap) > 1 else 11.5
    for x, y in heap:
        e.paint(e.disc(x, y, size), iron, 0.45, ROUND, seam=True)
        e.paint(e.disc(x - size * 0.36, y - size * 0.42, size * 0.2), iron, 1)


@dataclass(frozen=True)
class Gun:
    """How a gun is made; lengths in units of 32."""

    barrel: float
    """How far its barrel reaches, to the right."""
    thick: float = 3.0
    stock: str = "grip"
    """grip, wood (a shoulder stock) or frame."""
    magazine: float = 0.0
    """How long its magazine is."""
    has_scope: bool = False
    is_double: bool = False


def gun(form: Gun, e: Easel, look: Look) -> None:
    """A gun, its muzzle to the right."""
    metal, wood = look.whole("#4c5262"), look.part("stock", "wood")
    top = 11.0
    if form.stock != "grip":
        butt = e.shape((1, 13.5), (9, 12), (13, 12), (13, 17), (9, 17.6), (2, 23))
        e.paint(butt, wood if form.stock == "wood" else metal, 0.5)
        e.paint(e.shape((11, 16), (14.6, 16), (13, 23.4), (9.4, 23.4)), wood if form.stock == "wood" else metal, 0.4)
    else:
        e.paint(e.shape((5, 15), (13, 15), (11, 28), (3.4, 28)), look.part("grip", "#6a4426"), 0.5, seam=True)
        e.paint(hoop(e, 14.4, 18, 3.6, 1.3), metal, 0.5)
    if form.magazine:
        e.paint(
            e.shape((16, 16), (20.4, 16), (21.6, 16 + form.magazine), (17.4, 16 + form.magazine)),
            metal,
            0.35,
            seam=True,
        )
    e.paint(e.box(17, top, form.barrel, top + form.thick), metal, 0.6, BEAM)
    if form.is_double:
        e.paint(e.box(17, top + form.thick, form.barrel, top + 2 * form.thick), metal, 0.45, BEAM, seam=True)
    body = e.box(4 if form.stock == "grip" else 10, top - 1, 21, top + 6)
    e.paint(body, metal, 0.5, BEAM, seam=True)
    e.paint(body & (e.y > top + 3) & (e.y < top + 4) & (e.x > 12), metal, 0.2)
    if form.stock == "wood":
        e.paint(
            e.box(17, top + form.thick * (2 if form.is_double else 1), min(form.barrel - 4, 25), top + 7),
            wood,
            0.5,
            BEAM,
            seam=True,
        )
    e.paint(e.box(form.barrel - 2, top - 1.8, form.barrel - 0.8, top), metal, 0.6)
    if form.has_scope:
        e.paint(e.box(10, 6, 20, 9.4), look.of(INK), 0.6, BEAM, seam=True)
        e.paint(e.box(13, 9, 14.4, 11) | e.box(17, 9, 18.4, 11), look.of(INK), 0.4)
        e.paint(e.box(19, 6.4, 20.4, 9), look.of("#58c8f0"), 0.7)


def revolver(e: Easel, look: Look) -> None:
    """A revolver with its cylinder; a flintlock has a cock and a long wooden grip."""
    metal, wood = look.whole("iron"), look.part("grip", "wood")
    e.paint(e.shape((4, 13), (12, 14), (10.6, 21), (8, 29), (1.6, 27), (4, 20)), wood, 0.5, seam=True)
    e.paint(hoop(e, 14.6, 19, 3.8, 1.3), metal, 0.5)
    e.paint(e.box(14, 10, 30, 13.6), metal, 0.65, BEAM)
    e.paint(e.box(28, 8.4, 29.4, 10.4), metal, 0.6)
    e.paint(e.shape((4, 11), (8, 9), (21, 9), (21, 17), (7, 17), (4, 14)), metal, 0.5, BEAM, seam=True)
    e.paint(e.shape((3, 10), (5, 5.6), (8, 7), (7, 10)), metal, 0.6, seam=True)
    e.paint(e.box(10.4, 9.6, 18.6, 17.4), metal, 0.7, BEAM, seam=True)
    e.paint(e.box(10.4, 11.6, 18.6, 12.6) | e.box(10.4, 14.4, 18.6, 15.4), metal, 0.2)


def flintlock(e: Easel, look: Look) -> None:
    """A pistol of pirates."""
    wood, brass, metal = look.whole("wood"), look.of("gold"), look.of("iron")
    e.paint(e.box(10, 8.4, 30, 11.8), metal, 0.6, BEAM)
    stock = e.shape((26, 11), (26, 14.4), (14, 16), (9.6, 21), (6.6, 28), (1.6, 25), (4.4, 17), (9, 11))
    e.paint(stock, wood, 0.5, BEAM, seam=True)
    e.paint(e.disc(3.8, 27, 2.8), brass, 0.6, ROUND, seam=True)
    e.paint(hoop(e, 14, 18, 3.2, 1.2), brass, 0.55)
    e.paint(e.box(27, 7.8, 30, 12.4), brass, 0.6, BEAM, seam=True)
    e.paint(e.shape((8, 11.4), (9.4, 4.4), (12.4, 4.4), (12, 8), (15.4, 8), (15.4, 12)), metal, 0.7, seam=True)


def bazooka(e: Easel, look: Look) -> None:
    """A rocket launcher with its rocket."""
    tube = look.whole("#5a7a3a")
    axis = Axis(e, (2, 24), (26, 9))
    e.paint(axis.swept(26, 36, (2.6, 3.6, 3, 0.2)), look.of("#c83a34"), 0.6)
    e.paint(e.shape((11, 20), (14.4, 18), (15.4, 26), (12, 27.4)), look.of(INK), 0.5)
    e.paint(axis.swept(0, 27.6, (4.2, 3, 3, 3, 3, 3, 3, 4)), tube, 0.5, BEAM, seam=True)
    e.paint(axis.band(4, 6, 6.6) | axis.band(20, 22, 6.6), tube, 0.15)
    e.paint(e.box(13, 7.6, 18.4, 11) | e.box(15, 11, 16.4, 14), look.of(INK), 0.5, seam=True)


def crossbow(e: Easel, look: Look) -> None:
    """A crossbow with a bolt."""
    wood = look.whole("wood")
    axis = Axis(e, (4, 28), (28, 4))
    e.paint(axis.line((17, 0), (22, -12), wide=0.9) | axis.line((17, 0), (22, 12), wide=0.9), look.of("#e8e0cc"), 0.7)
    limbs = axis.line(*curve((22, -12.6), (28.4, -9), (30, 0), (28.4, 9), (22, 12.6)), wide=2.6)
    e.paint(limbs, look.of("iron"), 0.55, seam=True)
    e.paint(axis.swept(0, 27, (2.8, 2.4, 1.8, 1.7, 1.7)), wood, 0.5, seam=True)
    e.paint(axis.line((14, 0), (32, 0), wide=1), look.of("#e8d8b0"), 0.8)
    e.paint(axis.shape((35, 0), (31, -2.2), (31, 2.2)), look.of("iron"), 0.85, seam=True)
    e.paint(axis.line((7, 2.4), (9.4, 5), (12.4, 3), wide=1.2), look.of("iron"), 0.5)


def bullet(e: Easel, look: Look) -> None:
    """A cartridge, or several."""
    brass, lead = look.whole("gold"), look.of("#b0683a")
    for left in (3.4, 12.4, 21.4) if look.has("bullets", "ammo", "ammunition") else (11.4,):
        wide = 7.4 if left != 11.4 else 9
        x = left + wide / 2
        e.paint(e.disc(x, 13, wide / 2, 10) & (e.y < 14), lead, 0.55, POLE)
        e.paint(e.box(left, 13, left + wide, 29), brass, 0.55, POLE, seam=True)
        e.paint(e.box(left, 25, left + wide, 26.2), brass, 0.1)


def throwing_knives(e: Easel, look: Look) -> None:
    """A spread of small blades."""
    for turn in (-32, 0, 32):
        way = np.radians(turn)
        tip = (16 + 26 * float(np.sin(way)) * 0.6, 30 - 27 * float(np.cos(way)))
        axis = Axis(e, (16, 30), tip)
        e.paint(axis.swept(9, axis.long, (1.8, 2.2, 1.7, 0.3)), look.whole("iron"), 0.7, seam=True)
        e.paint(axis.band(0, 9, 2.4), look.of("#a8342c"), 0.45, seam=True)


def fist_weapon(e: Easel, look: Look) -> None:
    """Knuckle dusters: four rings and a bar; or claws."""
    metal = look.whole("gold" if look.has("brass") else "iron")
    e.paint(e.box(4, 18, 28, 25), metal, 0.5, BEAM)
    for x in (7, 13, 19, 25):
        e.paint(hoop(e, x, 14, 4, 1.8, 4.8), metal, 0.6, seam=True)


def sparks(e: Easel, look: Look) -> None:
    """A firework rocket."""
    red = look.whole("#d2323a")
    axis = Axis(e, (6, 29), (25, 5))
    e.paint(axis.band(0, 18, 1.3), look.of("wood"), 0.6)
    e.paint(axis.band(12, 26, 6.4), red, 0.5, seam=True)
    e.paint(axis.band(12, 26, 6.4) & ((axis.along + axis.aside) % 5 < 1.8), look.of("#f4f0e0"), 0.7)
    e.paint(axis.shape((25, -4.6), (32, 0), (25, 4.6)), look.of("#3a72c8"), 0.6, seam=True)
    for x, y in ((5, 19), (14, 27)):
        e.paint(sparkle(e, x, y, 1.6), look.of(SPARK), 0.8)


KINDS = (
    Kind("flail, chain flail, ball and chain flail, spiked flail, ball and chain", flail, "spiked, chain, knight"),
    Kind("nunchaku, nunchucks, nunchuck, nunchaku sticks", nunchaku, is_several=True),
    Kind("whip, bullwhip, leather whip", whip, "adventurer's"),
    Kind("slingshot, catapult toy, sling", slingshot, "toy"),
    Kind("boomerang", boomerang),
    Kind("bomb, cherry bomb, round bomb, cartoon bomb", bomb, "pirate, cartoon", freedom=0.3),
    Kind("grenade, hand grenade, frag grenade, smoke grenade", grenade, "frag, hand, smoke, military"),
    Kind(
        "dynamite, stick of dynamite, sticks of dynamite, tnt, dynamite stick, bundle of dynamite, tnt stick",
        dynamite,
        is_several=True,
    ),
    Kind("cannon, pirate cannon, ship cannon, old cannon", cannon, "pirate, ship, naval, castle"),
    Kind(
        "cannonball, cannon ball, cannonballs, cannon balls, pile of cannonballs, iron ball",
        cannonball,
        freedom=0.3,
    ),
    Kind("gun, pistol, handgun, hand gun", partial(gun, Gun(27)), "police"),
    Kind("rifle, hunting rifle, musket, bolt action rifle", partial(gun, Gun(31, 2.4, "wood")), "hunting, hunter's"),
    Kind(
        "shotgun, double barrel shotgun, sawed-off shotgun, double-barreled shotgun",
        partial(gun, Gun(30, 2.6, "wood", is_double=True)),
        "hunting",
    ),
    Kind("sniper rifle, sniper, scoped rifle", partial(gun, Gun(31.4, 2.2, "frame", 5, has_scope=True))),
    Kind(
        "assault rifle, machine gun, submachine gun, ak-47, ak47, smg, m16, uzi, machinegun",
        partial(gun, Gun(30, 2.6, "frame", 9)),
        "military, army",
    ),
    Kind("revolver, six shooter, cowboy gun, western gun, magnum", revolver, "cowboy, western"),
    Kind("flintlock, flintlock pistol, pirate pistol, pirate gun, flintlock gun", flintlock, "pirate"),
    Kind("bazooka, rocket launcher, rpg launcher", bazooka),
    Kind("crossbow, cross bow", crossbow, "hunting, hunter's"),
    Kind("bullet, bullets, ammo, ammunition, shotgun shell, cartridge, rifle bullet", bullet, "rifle, gun, pistol"),
    Kind("throwing knives, set of throwing knives", throwing_knives, is_several=True),
    Kind("brass knuckles, knuckle dusters, knuckles", fist_weapon, is_several=True),
    Kind("firework, fireworks rocket, firework rocket", sparks),
)
