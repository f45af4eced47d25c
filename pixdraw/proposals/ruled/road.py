"""Cars, trucks and machines on wheels, drawn from the side and facing right: each kind is a row that says its form."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pixdraw.proposals.ruled import fittings as fit
from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import Point
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.stamps import lettered, stamp

TYRE, PANE, LIGHT, TAIL = "#34363e", "#8ad0f0", "#fff0a0", "#e8402c"


def wheel(e: Easel, look: Look, x: float, y: float, size: float, hub: str = "iron", *, deep: bool = False) -> None:
    """Draw a wheel; a `deep` one has a tread as of a tractor."""
    tyre = look.of(TYRE)
    e.paint(e.disc(x, y, size), tyre, 0.4, seam=True)
    if deep:
        for number in range(8):
            angle = number * 0.785
            at = (x + size * 0.86 * math.cos(angle), y + size * 0.86 * math.sin(angle))
            fit.flat(e, e.disc(x, y, size) & e.disc(*at, 0.9), tyre, 0.8)
    e.paint(e.disc(x, y, size * 0.52), look.part("wheel", hub), 0.7, ROUND)
    fit.flat(e, e.disc(x, y, size * 0.2), tyre, 0.3)


def spoked(e: Easel, look: Look, x: float, y: float, size: float, colour: str = "wood", count: int = 8) -> None:
    """Draw a wheel with spokes."""
    rim = look.part("wheel", colour)
    e.paint(e.disc(x, y, size) & ~e.disc(x, y, size - 1.5), rim, 0.4, seam=True)
    for number in range(count // 2):
        angle = number * 2 * 3.1416 / count + 0.2
        across, down = (size - 0.8) * math.cos(angle), (size - 0.8) * math.sin(angle)
        fit.flat(e, e.line((x - across, y - down), (x + across, y + down), wide=0.9), rim, 0.45)
    e.paint(e.disc(x, y, 1.3), rim, 0.7)


@dataclass(frozen=True)
class Road:
    """A vehicle with a body, panes and wheels."""

    body: tuple[Point, ...]
    panes: tuple[tuple[Point, ...], ...]
    wheels: tuple[tuple[float, float], ...]
    """Where along each wheel is, and its size."""
    colours: tuple[str, ...] = ("#d8282c", "#3a78d8", "#3c9a58", "#e0a028")
    cabin: tuple[Point, ...] = ()
    """A second part in the same colour, before which the body is; or of the colour `second`."""
    second: str = ""
    stripe: str = ""
    stripe_at: float = 20.0
    extras: tuple[str, ...] = ()
    """What else it has: keys of EXTRAS."""
    foot: float = 28.4
    """Where its wheels stand."""
    deep: bool = False

    def __call__(self, e: Easel, look: Look) -> None:
        """Draw the vehicle."""
        paint = look.whole(*self.colours)
        for extra in self.extras:
            if extra in BEHIND:
                BEHIND[extra](e, look, paint)
        if self.cabin:
            e.paint(e.shape(*self.cabin), look.of(self.second) if self.second else paint, 0.6, seam=True)
        body = e.shape(*self.body)
        e.paint(body, paint, 0.5, BEAM, seam=True)
        if self.stripe:
            fit.flat(e, body & (abs(e.y - self.stripe_at) < 1.1), look.part("stripe", self.stripe), 0.55)
        for corners in self.panes:
            where = e.shape(*corners)
            e.paint(where, look.part("window", PANE), 0.5, seam=True)
            left, top = min(x for x, _ in corners), min(y for _, y in corners)
            fit.flat(e, where & (e.x + e.y < left + top + 4.4), look.part("window", PANE), 0.95)
        front, back = max(x for x, _ in self.body), min(x for x, _ in self.body)
        low = max(y for x, y in self.body if x > front - 3) - 5
        fit.flat(e, e.box(front - 2, low, front, low + 2), look.of(LIGHT), 0.7)
        fit.flat(e, e.box(back, low, back + 1.3, low + 2), look.of(TAIL), 0.5)
        for extra in self.extras:
            if extra in OVER:
                OVER[extra](e, look, paint)
        for x, size in self.wheels:
            arch = e.disc(x, self.foot - size, size + 1.0) & body
            fit.flat(e, arch, look.of("#20202c"), 0.2)
            wheel(e, look, x, self.foot - size, size, deep=self.deep)


def _ladder(e: Easel, look: Look, paint: Ramp) -> None:
    steel = look.part("ladder", "#d8dce4")
    e.paint(e.box(1, 7, 21, 11), steel, 0.5)
    e.erase((e.y > 8.2) & (e.y < 9.8) & (e.x % 3 > 1) & e.box(1.4, 8, 20.6, 10))
    e.paint(e.box(4, 10.6, 6, 14) | e.box(15, 10.6, 17, 14), look.of("iron"), 0.4)


def _lamps(x: float, y: float) -> Callable[[Easel, Look, Ramp], None]:
    def draw(e: Easel, look: Look, paint: Ramp) -> None:
        e.paint(e.box(x - 2.6, y - 2.4, x, y), look.of("#e03030"), 0.7)
        e.paint(e.box(x, y - 2.4, x + 2.6, y), look.of("#3a6af0"), 0.7)

    return draw


def _cross(e: Easel, look: Look, paint: Ramp) -> None:
    stamp(e, look, "cross", 10, 14.4)


def _taxi(e: Easel, look: Look, paint: Ramp) -> None:
    e.paint(e.box(8.4, 3.4, 23.6, 9.4), look.of("#f6f2e8"), 0.6)
    lettered(e, look, "TAXI", 16, 6.4)


def _checks(e: Easel, look: Look, paint: Ramp) -> None:
    dark = look.of("#241c28")
    strip = (e.y > 18) & (e.y < 20) & (e.x > 2) & (e.x < 30) & e.seen
    fit.flat(e, strip & ((e.columns // 1 + (e.rows - 18) // 1) % 2 < 1), dark, 0.4)


def _box(colour: str, mark: str = "", word: str = "") -> Callable[[Easel, Look, Ramp], None]:
    def draw(e: Easel, look: Look, paint: Ramp) -> None:
        load = look.part("cargo", colour)
        e.paint(e.box(1.4, 6, 20, 23), load, 0.55, seam=True)
        if mark:
            stamp(e, look, mark, 10.6, 14)
        elif word:
            lettered(e, look, word, 10.8, 14)
        else:
            fit.flat(e, e.box(2.4, 8, 19, 22) & (e.columns % 4 < 1), load, 0.3)

    return draw


def _bed(e: Easel, look: Look, paint: Ramp) -> None:
    """The load of a pickup, where one is said."""
    if look.has("wood", "logs", "crates", "boxes", "load", "cargo"):
        e.paint(e.box(3, 13, 8, 18) | e.box(8.4, 11, 13, 18), look.of("wood"), 0.5, seam=True)
    elif look.has("hay"):
        e.paint(e.box(3, 12, 13, 18), look.of("straw"), 0.5, seam=True)


def _tipper(e: Easel, look: Look, paint: Ramp) -> None:
    e.paint(e.disc(10.4, 11, 8, 3.4), look.of("mud"), 0.55, ROUND)
    e.paint(e.shape((1, 10), (20, 10), (18.6, 22), (5, 22)), paint, 0.6, seam=True)
    for x in (6, 10.4, 14.8):
        fit.flat(e, e.box(x, 11, x + 1, 21), paint, 0.25)


def _drum(e: Easel, look: Look, paint: Ramp) -> None:
    drum = look.part("drum", "#d8dce4")
    shape = e.shape((1.4, 11), (6, 7.4), (15, 9), (19.6, 14), (18, 20), (6, 22), (2, 18))
    e.paint(shape, drum, 0.55, BEAM, seam=True)
    for x in (6, 11, 16):
        fit.flat(e, shape & e.line((x, 7), (x - 3, 22), wide=1.3), look.of("#e0682c"), 0.5)


def _tanker(e: Easel, look: Look, paint: Ramp) -> None:
    e.paint(
        e.box(3, 9, 18, 22) | e.disc(4.4, 15.5, 3.4, 6.5) | e.disc(17, 15.5, 3.4, 6.5),
        look.part("cargo", "#d8dce4"),
        0.55,
        BEAM,
        seam=True,
    )
    for x in (7, 14):
        fit.flat(e, e.box(x, 9, x + 1, 22), look.of("iron"), 0.3)


def _hook(e: Easel, look: Look, paint: Ramp) -> None:
    e.paint(e.line((13, 17), (4, 6), wide=2.2), look.of("#e0a028"), 0.5, seam=True)
    e.paint(e.line((4, 6.6), (4, 14), wide=1), look.of("iron"), 0.4)
    e.paint(e.line((4, 14), (5.4, 16), (3, 16.4), wide=1.2), look.of("iron"), 0.5)


def _wing(e: Easel, look: Look, paint: Ramp) -> None:
    e.paint(e.box(2.6, 14, 4.4, 20), look.of("#34363e"), 0.5)
    e.paint(e.shape((0.9, 12), (7, 12), (7, 14.6), (0.9, 14)), paint, 0.7, seam=True)


def _number(e: Easel, look: Look, paint: Ramp) -> None:
    digit = next((word for word in ("1", "3", "7", "8", "9") if look.has(word)), "")
    e.paint(e.disc(14, 20.4, 2.9), look.of("#f6f2e8"), 0.6)
    fit.flat(e, e.box(13.5, 18.8, 14.6, 22.2) | e.box(12.8, 19, 14, 20), look.of("#241c28"), 0.3) if not digit else None


def _driver(e: Easel, look: Look, paint: Ramp) -> None:
    e.paint(e.disc(15.4, 14.4, 3, 2.9), look.part("helmet", "#f0c040", "#f6f2e8", "#3a78d8"), 0.55, ROUND, seam=True)
    fit.flat(e, e.box(16, 13.8, 18.4, 15.4), look.of("#241c28"), 0.3)


def _flames(e: Easel, look: Look, paint: Ramp) -> None:
    for x, long in ((26, 9), (25, 6)):
        y = 16 + (26 - x) * 2.4
        fit.flat(e, e.shape((x, y - 1.6), (x - long, y), (x, y + 1.6)) & e.seen, look.of("fire"), 0.6)


def _stack(x: float, y: float) -> Callable[[Easel, Look, Ramp], None]:
    def draw(e: Easel, look: Look, paint: Ramp) -> None:
        e.paint(e.box(x - 0.8, y, x + 0.8, y + 9), look.of("iron"), 0.5, POLE)
        e.paint(e.box(x - 1.4, y, x + 1.4, y + 1.4), look.of("iron"), 0.7)

    return draw


def _cone(e: Easel, look: Look, paint: Ramp) -> None:
    e.paint(e.shape((5, 6), (9, 6), (7, 9.6)), look.of("#e0a868"), 0.5)
    e.paint(e.disc(7, 4, 2.7, 2.8), look.of("#f08ab8"), 0.6, ROUND)


def _hatch(e: Easel, look: Look, paint: Ramp) -> None:
    e.paint(e.box(5, 11, 16, 18), look.of("#4a3a4a"), 0.4, seam=True)
    e.paint(e.box(4, 17, 17, 18.6), look.of("#f6f2e8"), 0.6)
    fit.awning(e, look, (5, 8, 16, 12.6), "#d23838", stripes=5)


def _rack(e: Easel, look: Look, paint: Ramp) -> None:
    e.paint(e.box(5, 6, 19, 7), look.of("iron"), 0.4)
    e.paint(e.box(6, 3, 12, 6.4) | e.box(12.6, 4, 18, 6.4), look.of("leather"), 0.5, seam=True)


def _spare(e: Easel, look: Look, paint: Ramp) -> None:
    wheel(e, look, 2.6, 16.6, 2.6)


def _bars(e: Easel, look: Look, paint: Ramp) -> None:
    for x in (4, 7, 10, 13):
        fit.flat(e, e.box(x, 11, x + 1, 15), look.of("iron"), 0.3)


BEHIND: Mapping[str, Callable[[Easel, Look, Ramp], None]] = {
    "cargo": _box("#e8e4dc"), "mail": _box("#f6f2e8", "letter"), "crate": _box("wood"), "bed": _bed, "tipper": _tipper,
    "drum": _drum, "tanker": _tanker, "hook": _hook, "driver": _driver, "stack": _stack(20.6, 4), "wing": _wing,
    "bin": _box("#4a8a4a"), "move": _box("#e0a028"),
}  # fmt: skip
"""Extra behind the body → how it is drawn."""
OVER: Mapping[str, Callable[[Easel, Look, Ramp], None]] = {
    "ladder": _ladder, "lamps": _lamps(25.4, 8), "roof lamps": _lamps(16, 8), "low lamps": _lamps(21, 7),
    "cross": _cross, "taxi": _taxi, "checks": _checks, "number": _number, "flames": _flames, "cone": _cone,
    "hatch": _hatch, "rack": _rack, "spare": _spare, "bars": _bars,
}  # fmt: skip
"""Extra before the body → how it is drawn."""
_CAB = ((20, 22), (20, 9.4), (26.4, 9.4), (29.4, 16), (30.4, 17), (30.4, 25), (1.4, 25), (1.4, 22))
_CAB_PANES = (((22, 16), (22, 11.4), (25.4, 11.4), (27.4, 16)),)
_VAN = ((1.6, 25), (1.6, 9), (3, 7.4), (22, 7.4), (27, 15), (30.4, 17), (30.4, 25))
_VAN_PANES = (((20, 15.4), (20, 9.6), (21.4, 9.6), (25.4, 15.4)),)
_SALOON = (
    (1.4, 25),
    (1.6, 17),
    (4, 15.6),
    (7.6, 15),
    (11, 8.6),
    (20.4, 8.6),
    (25, 15.4),
    (29.4, 16.6),
    (30.6, 19),
    (30.6, 25),
)
_SALOON_PANES = (((9.6, 15), (12, 10.4), (15, 10.4), (15, 15)), ((16.8, 15), (16.8, 10.4), (19.6, 10.4), (22.8, 15)))
_TWO, _THREE = ((7.6, 3.7), (24.4, 3.7)), ((6, 3.4), (13.4, 3.4), (25, 3.4))
_PICKUP = ((1.4, 25), (1.4, 17.4), (13, 17.4), (14.4, 9.4), (21.6, 9.4), (25, 16), (30, 17), (30.6, 25))
_PICKUP_PANES = (((15.4, 15.6), (16.2, 11.4), (20.6, 11.4), (22.8, 15.6)),)
_FORMULA = ((1, 24.4), (1.6, 19.6), (7, 17.6), (11, 15), (13, 18.4), (19, 18.4), (22, 20), (31, 22.4), (31, 24.4))
_JEEP = ((2.4, 24), (2.4, 15), (20, 15), (21, 17), (29, 17), (30, 18.4), (30, 24))

KINDS: tuple[Kind, ...] = (
    Kind("truck, delivery truck, lorry, box truck, cargo truck, delivery lorry",
         Road(_CAB, _CAB_PANES, _TWO, extras=("cargo",)), "cargo, big, delivery, old"),
    Kind("semi truck, semi, big rig, semi-truck, tractor trailer, articulated lorry, 18 wheeler",
         Road(_CAB, _CAB_PANES, _THREE, ("#d8282c", "#3a78d8", "#2c2c38"), extras=("cargo", "stack")), "long, big"),
    Kind("moving truck, moving van", Road(_CAB, _CAB_PANES, _TWO, ("#f6f2e8", "#d8282c"), extras=("move",))),
    Kind("mail truck, post truck, postal truck", Road(_CAB, _CAB_PANES, _TWO, ("#3a62b8", "#e0a028"),
         extras=("mail",))),
    Kind("garbage truck, trash truck, bin lorry, recycling truck", Road(_CAB, _CAB_PANES, _THREE, ("#3c9a58",
         "#e0a028"), extras=("bin",))),
    Kind("dump truck, tipper truck, tipper, mining truck", Road(_CAB, _CAB_PANES, _THREE, ("#f0b428",),
         extras=("tipper",)), "yellow, big"),
    Kind("cement mixer, cement truck, concrete mixer, concrete truck, mixer truck", Road(_CAB, _CAB_PANES, _THREE,
         ("#3a78d8", "#e0a028"), extras=("drum",))),
    Kind("tanker truck, fuel truck, oil truck, gas truck, milk truck", Road(_CAB, _CAB_PANES, _THREE,
         extras=("tanker",)), "fuel"),
    Kind("tow truck, wrecker", Road(_PICKUP, _PICKUP_PANES, _TWO, ("#e0a028", "#3a78d8"), extras=("hook",
         "low lamps"))),
    Kind("pickup, pickup truck, pick-up truck, pick up truck, farm truck", Road(_PICKUP, _PICKUP_PANES, _TWO,
         extras=("bed",)), "old, farm"),
    Kind("monster truck", Road(tuple((x, y - 5) for x, y in _PICKUP), (((15.4, 10.6), (16.2, 6.4), (20.6, 6.4), (22.8,
         10.6)),), ((7.6, 6.2), (24.2, 6.2)),
         ("#7a3c9a", "#d8282c", "#3c9a58"), extras=("flames",), foot=30.4, deep=True), freedom=0.4),
    Kind("van, minivan, delivery van, camper van, campervan, minibus, hippie van", Road(_VAN, (*_VAN_PANES, ((5,
         15.4), (5, 10), (10, 10), (10, 15.4)), ((12, 15.4), (12, 10), (17.6, 10), (17.6, 15.4))), _TWO,
         ("#f6f2e8", "#3a9ab8", "#e0682c"), stripe="#f6e8c8", stripe_at=19), "camper, old, hippie, vintage"),
    Kind("ambulance, emergency vehicle", Road(_VAN, _VAN_PANES, _TWO, ("#f4f4f2",), stripe="#d8343a", stripe_at=20.4,
         extras=("cross", "low lamps"))),
    Kind("ice cream truck, ice cream van", Road(_VAN, _VAN_PANES, _TWO, ("#f8d8e4", "#d8f0f4"), stripe="#f08ab8",
         stripe_at=21, extras=("hatch", "cone"))),
    Kind("food truck, taco truck, burger van, food van", Road(_VAN, _VAN_PANES, _TWO, ("#3ab8a0", "#e0a028",
         "#d8282c"), extras=("hatch",)), "taco, mexican"),
    Kind("police van, prison van, swat van, swat truck, armored truck, armoured truck, armored van, money truck",
         Road(_VAN, _VAN_PANES, _TWO, ("#2c3a5c", "#5a6478"), stripe="#f6f2e8", extras=("bars", "low lamps"))),
    Kind("fire truck, firetruck, fire engine, fire brigade truck", Road((*_CAB[:6], (1.4, 25), (1.4, 13), (20, 13)),
         _CAB_PANES, _THREE, ("#d8282c",), stripe="#f6f2e8", stripe_at=19.4, extras=("ladder", "lamps"))),
    Kind("taxi, taxis, taxi cab, cab, yellow cab, taxicab", Road(_SALOON, _SALOON_PANES, _TWO, ("#f4bc1e",),
         extras=("checks", "taxi")), "new, york, yellow, city"),
    Kind("police cruiser", Road(_SALOON, _SALOON_PANES, _TWO, ("#2c3a5c",), stripe="#f6f2e8", extras=("roof lamps",))),
    Kind("formula 1 car, f1 car, formula one car, race car, racing car, racecar, go kart, go-kart, kart, formula car",
         Road(_FORMULA, (), ((6.4, 4.2), (25, 3.7)), ("#d8282c", "#3a78d8", "#3c9a58", "#f0b428"),
         stripe="#f6f2e8", stripe_at=22.4, extras=("driver", "wing", "number")), "formula, fast, 1, one, racing, f1, "
              "red, sports", 0.5),
    Kind("jeep, off-road car, off-road vehicle, safari jeep, army jeep, military jeep, suv", Road(_JEEP, (((16.4, 15),
         (18, 9.4), (19.4, 9.4), (21, 15)),), ((7.6, 4.2), (24, 4.2)), ("#5f7a3a", "#a8894a", "#8a9a3a"), (
         (3, 15), (3, 8), (4.4, 8), (17, 8), (18, 9.4), (19.4, 15)), "#4a4a3a", extras=("spare",)), "safari, army, "
              "military"),
    Kind("rv, camper, motorhome, motor home, recreational vehicle", Road(((1.4, 25), (1.4, 7), (25, 7), (26.4, 10),
         (24.6, 12), (28, 17), (30.6, 18), (30.6, 25)), (((22.4, 16.4), (22.4, 12.4), (24, 12.4), (26.6, 16.4)), ((4,
         15.4), (4, 10.4), (9.4, 10.4), (9.4, 15.4)), ((12, 15.4), (12, 10.4), (18, 10.4), (18, 15.4))), _TWO,
         ("#f4ece0",), stripe="#c87a3a", stripe_at=20, extras=("rack",))),
    Kind("limousine, limo, hearse", Road(((0.9, 25), (0.9, 17.4), (3, 16), (5, 15.6), (7.6, 11), (23, 11), (26.4, 16),
         (30.4, 17.4), (31.1, 25)), tuple(((x, 15.6), (x + 0.4, 12.4), (x + 4, 12.4), (x + 4, 15.6)) for x in (7.4,
         12.6, 17.8)), ((6, 3.2), (25.8, 3.2)), ("#2c2c38", "#f4f4f2")), "long, black"),
    Kind("convertible, cabriolet, roadster, open car", Road(((1.4, 25), (1.4, 17), (5, 15.6), (25, 15.6), (30, 17.4),
         (30.6, 25)), (((18.6, 15.6), (20.6, 10), (21.8, 10), (23.4, 15.6)),), _TWO, ("#d8282c", "#3a9ab8",
         "#f0b428"), (
         (8, 16), (8, 13), (10.4, 12), (11, 16)), "#8a4a2c"), "red"),
)  # fmt: skip
