"""Animals on four legs, seen from the side."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from pixdraw.proposals.ruled.anatomy import (
    AGAPE,
    BONE,
    FLOOR,
    INK,
    PINK,
    STOUT,
    Coat,
    Kind,
    blob_of,
    coat_of,
    dimmer,
    eye,
    paler,
    sized,
    spots,
)
from pixdraw.proposals.ruled.dragons import heads_of
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

_GRAZING = ("grazing", "eating", "drinking", "sniffing")
_RUNNING = ("running", "jumping", "galloping", "leaping", "charging", "chasing", "hunting", "pouncing")


@dataclass(frozen=True)
class Beast(Kind):
    """A kind of animal on four legs, in units of which 32 are the side of the picture."""

    long: float = 9.0
    """Half its body's length."""
    deep: float = 5.0
    """Half its body's height."""
    leg: float = 6.0
    thick: float = 3.2
    """How thick its legs are."""
    head: float = 6.0
    """Half its head's height."""
    neck: float = 0.0
    """How much higher than the body its head is, beside that of an animal with a short neck."""
    snout: float = 3.0
    """How far that stands out from the head."""
    jaw: float = 4.4
    """How high the snout is."""
    drop: float = 2.0
    """How far the tip of the snout is below the middle of the head."""
    ears: str = "pointed"
    """One of: pointed, round, dish, floppy, long, side, big, gills, none."""
    tail: str = "up"
    """One of: up, thin, tuft, bushy, curl, stub, horse, rat, plume, ringed, paddle, thick, nine, sting, snake, none."""
    horns: str = ""
    """One of: cow, goat, ram, antlers, unicorn, rhino, tusks, knobs, or none."""
    mane: str = ""
    """One of: horse, lion, or none."""
    marks: str = ""
    """Any of: stripes, bands, patches, spots, belly, saddle, socks, wool, spines, armour, hump, mask, cheeks, panda; of
    a face seen from the front: face, patched eyes, blaze; white head."""
    foot: str = ""
    """Colour of hoofs or paws; that of the legs if empty."""
    nose: str = INK
    """Colour of its nose, or: snout, trunk, beak."""
    wings: str = ""
    """One of: feather, bat, or none."""
    heads: int = 1
    poses: str = "standing"
    """How it is drawn: standing, sitting or both, of which one is by chance."""


@dataclass(frozen=True)
class _Place:
    """Where the middles of an animal's body and head are."""

    x: float
    y: float
    head_x: float
    head_y: float


def standing(e: Easel, look: Look, beast: Beast) -> None:
    """Paint an animal that stands, seen from the side, its head at the left."""
    beast = sized(beast, look, head=1.12, leg=0.72, long=0.86, snout=0.7, neck=0.7)
    if look.has(*STOUT):
        beast = replace(beast, deep=beast.deep * 1.2)
    is_low = look.has(*_GRAZING)
    if is_low:
        small = {"long": 0.84, "head": 0.86, "leg": 1.25, "neck": 0.0}
        beast = replace(
            beast,
            mane=beast.mane.replace("horse", ""),
            **{name: getattr(beast, name) * by for name, by in small.items()},
        )
    coat, at = coat_of(beast, look), _lowered(beast) if is_low else _place(beast)
    _tail(e, look, beast, coat, at)
    _legs(e, look, beast, coat, at)
    if is_low:
        neck = e.line((at.head_x + 1, at.head_y), (at.x - beast.long * 0.6, at.y), wide=beast.head * 1.1)
        e.paint(neck, coat.mark if "wool" in beast.marks else coat.skin, 0.5, ROUND)
    _body(e, look, beast, coat, at)
    if beast.wings or look.has("winged", "wings"):
        _wing(e, look, beast, coat, at)
    for number in range(heads_of(look, beast.heads) - 1, 0, -1):
        there = replace(at, head_x=at.head_x + 7.6 * number, head_y=at.head_y - (4 if number == 1 else 0))
        neck = e.line((there.head_x + 1, there.head_y), (at.x - 3 + 2 * number, at.y), wide=beast.head)
        e.paint(neck, coat.skin, 0.5, ROUND, seam=True)
        _head(e, look, beast, coat, there)
    _head(e, look, beast, coat, at)


def _lowered(b: Beast) -> _Place:
    """Return where body and head are of an animal whose mouth is at the ground."""
    at, reach = _place(b), 1.4 + b.head * 0.7 + b.snout
    return replace(at, x=at.x + b.long * 0.2, head_x=reach, head_y=FLOOR - max(b.head * 0.94, b.drop + b.jaw / 2))


def _place(b: Beast) -> _Place:
    y = FLOOR - b.leg - b.deep * 0.75
    reach = 1.4 + b.head * 0.7 + b.snout
    head_x = max(18.0 - b.long + 0.6 - 0.35 * b.neck, reach)
    return _Place(
        18.0 if b.tail != "nine" else 16.0, y, head_x, max(y - b.deep * 0.5 - b.head * 0.5 - b.neck, b.head + 1.4)
    )


def _legs(e: Easel, look: Look, b: Beast, c: Coat, at: _Place) -> None:
    """Paint the legs behind, then those before."""
    half = b.thick / 2
    hoof = look.of(b.foot) if b.foot else None
    legs = c.mark if b.marks in ("panda", "wool") or "socks" in b.marks else c.skin
    for x, is_far in ((at.x - b.long * 0.34, True), (at.x + b.long * 0.5, True),
                      (at.x - b.long * 0.72, False), (at.x + b.long * 0.82, False)):  # fmt: skip
        leg = e.box(x - half, at.y, x + half, FLOOR)
        if look.has(*_RUNNING):
            to = x + (b.leg * 0.55 if x > at.x else -b.leg * 0.45) * (0.3 if is_far else 1)
            leg = e.line((x, at.y), (to, FLOOR - half), wide=b.thick)
        elif not is_far:
            leg |= e.box(x - half - 0.8, FLOOR - 1.6, x + half, FLOOR) if hoof is None else leg
        ramp = c.skin if "socks" in b.marks else legs
        e.paint(leg, dimmer(ramp, 0.75) if is_far else ramp, 0.45, ROUND)
        if hoof is not None or "socks" in b.marks:
            foot = leg & (e.y > FLOOR - (2 if hoof is not None else b.leg * 0.55))
            ramp = legs if hoof is None else hoof
            e.paint(foot, dimmer(ramp, 0.75) if is_far else ramp, 0.45, ROUND)


def _body(e: Easel, look: Look, b: Beast, c: Coat, at: _Place) -> None:
    body = blob_of(e, at.x, at.y, b.long, b.deep)
    if b.neck >= 2:
        body |= e.shape(
            (at.head_x + b.head * 0.75, at.head_y - b.head * 0.3), (at.x - b.long * 0.05, at.y - b.deep * 0.85),
            (at.x - b.long * 0.6, at.y + b.deep * 0.6), (at.x - b.long * 0.98, at.y + b.deep * 0.1),
            (at.head_x - b.head * 0.35, at.head_y + b.head * 0.4),
        )  # fmt: skip
    if "wool" in b.marks:
        for turn in np.linspace(0, 2 * np.pi, 11)[:-1]:
            body |= e.disc(at.x + b.long * 0.86 * np.cos(turn), at.y + b.deep * 0.8 * np.sin(turn), 3.2)
    if "hump" in b.marks:
        body |= e.disc(at.x + 1.6, at.y - b.deep - 0.6, 4.4, 4.8)
    e.paint(body, c.skin, 0.5, ROUND)
    _marked(e, look, b, c, at, body)
    if b.mane == "horse":
        hair = look.part("mane", b.mark) if look.own is None or "mane" in look.parts else dimmer(c.skin)
        crest = e.line(
            (at.head_x + b.head * 0.3, at.head_y - b.head), (at.head_x + b.head * 1.15, at.head_y + b.head * 0.2),
            (at.x - b.long * 0.25, at.y - b.deep * 0.7), wide=5.0,
        )  # fmt: skip
        e.paint(crest, hair, 0.5, ROUND, seam=True)


def _marked(e: Easel, look: Look, b: Beast, c: Coat, at: _Place, body: np.ndarray) -> None:
    """Paint what is on a body."""
    marks = b.marks + (" stripes" if look.has("striped", "stripes", "tabby") else "")
    marks += " spots" if look.has("spotted", "spots", "polka", "dotted") else ""
    low = body & (e.y > at.y + b.deep * 0.35) & (e.x > at.x - b.long * 0.9) & (e.x < at.x + b.long * 0.85)
    if "belly" in marks:
        e.paint(low, c.pale, 0.55, ROUND)
    if "saddle" in marks:
        e.paint(body & (e.y < at.y - b.deep * 0.05) & (e.x > at.x - b.long * 0.6), c.mark, 0.5, ROUND)
    if "patches" in marks:
        where = e.disc(at.x - b.long * 0.35, at.y - b.deep * 0.5, 3.6, 3.2) | e.disc(at.x + b.long * 0.62, at.y, 3, 4.4)
        e.paint(body & (where | e.disc(at.x + 0.6, at.y + b.deep, 2.8, 2.6)), c.mark, 0.5, ROUND)
    if "spots" in marks:
        e.paint(spots(e, body & ~low, 1.05, 3.4), c.mark, 0.45, ROUND)
    if "bands" in marks or "stripes" in marks:
        whole = "bands" in marks
        for number in range(5):
            x = at.x - b.long * 0.62 + number * b.long * 0.36
            slim = 1.0 if whole else 1.0 - (e.y - at.y + b.deep) / (2.6 * b.deep)
            stripe = abs(e.x - x - 0.2 * (e.y - at.y)) < slim
            e.paint(e.seen & stripe & (body | whole & (e.y > at.y) & (e.y < FLOOR)), c.mark, 0.4, ROUND)
    if "armour" in marks:
        for along in (-0.3, 0.42):
            e.paint(body & (abs(e.x - at.x - b.long * along + 0.03 * (e.y - at.y) ** 2) < 0.6), c.skin, 0.2)
    if "wool" in marks:
        for x, y in ((-4, -1), (1, -2.4), (5, 0.6), (-1, 2), (4, 3.6)):
            curl = e.disc(at.x + x, at.y + y, 1.8) & ~e.disc(at.x + x, at.y + y - 0.9, 1.8)
            e.paint(curl & body, c.skin, 0.2)
    if "panda" in marks:
        e.paint(body & (e.x < at.x - b.long * 0.3), c.mark, 0.5, ROUND)
    if "spines" in marks:
        _spines(e, b, c, at)


def _spines(e: Easel, b: Beast, c: Coat, at: _Place) -> None:
    """Paint a coat of spines."""
    dome = blob_of(e, at.x + 1, at.y - 1, b.long, b.deep + 1.4, 2) & (e.y < at.y + b.deep * 0.6)
    for turn in np.linspace(-0.15, np.pi * 0.92, 9):
        x, y = at.x + 1 + b.long * np.cos(turn), at.y - 1 - (b.deep + 1.4) * np.sin(turn)
        tip = (at.x + 1 + (b.long + 2.6) * np.cos(turn), at.y - 1 - (b.deep + 4.2) * np.sin(turn))
        dome |= e.shape((x - 2, y + 1.4), tip, (x + 2, y + 1.4))
    e.paint(dome, c.mark, 0.5, ROUND, seam=True)
    for number, (x, y) in enumerate(((-5, -1), (-1, -4), (3, -1.4), (-2, 1), (6.4, 0.6), (6, -3.6))):
        at_x, at_y = at.x + x, at.y + y
        e.paint(e.line((at_x, at_y), (at_x + 1.4, at_y - 1.8), wide=1) & dome, c.mark, 0.85 + 0.01 * number)


def _wing(e: Easel, look: Look, b: Beast, c: Coat, at: _Place) -> None:
    """Paint a raised wing on the back."""
    x, y, up = at.x - 3, at.y - b.deep * 0.3, min(at.y - b.deep * 0.3 - 2, 12)
    ramp = look.part("wing", b.mark) if "wing" in look.parts or b.wings == "bat" else paler(c.skin)
    tips = ((3.4, -0.86), (12.6, -1.0), (11, -0.66), (12.4, -0.56), (9.4, -0.3), (10.2, -0.18))
    wing = e.shape(
        (x, y), (x + 0.4, y - up * 0.6), *((x + across, y + up * down) for across, down in tips), (x + 5, y + 1.4)
    )
    e.paint(wing, ramp, 0.55, ROUND, seam=True)
    for across, down in ((10.6, -0.62), (9.2, -0.26)):
        start = (x + 0.6, y - up * 0.6) if b.wings == "bat" else (x + 3, y + up * down * 0.9)
        e.paint(wing & e.line(start, (x + across, y + up * down), wide=1), ramp, 0.05)


def _tail(e: Easel, look: Look, b: Beast, c: Coat, at: _Place) -> None:
    """Paint the tail, which is behind everything."""
    x, y, hair = at.x + b.long * 0.9, at.y - b.deep * 0.4, look.part("tail", b.mark)
    own = look.part("tail", b.mark) if "tail" in look.parts else c.skin
    if b.tail == "up":
        tail = e.line((x, y + 1), (x + 3, y - 2), (x + 2.6, y - 6.4), (x + 0.6, y - 8), wide=2.4)
        e.paint(tail, own, 0.5, POLE)
        if "bands" in b.marks or "stripes" in b.marks:
            e.paint(tail & (e.y % 3.4 < 1.4), c.mark, 0.4)
    elif b.tail in ("thin", "tuft"):
        e.paint(e.line((x, y), (x + 2.6, y + 3), (x + 2.6, y + 8), wide=1.6), own, 0.4)
        if b.tail == "tuft":
            e.paint(e.disc(x + 2.6, y + 9, 1.6, 2.4), c.mark, 0.5, ROUND)
    elif b.tail in ("bushy", "ringed"):
        tail = e.line((x, y + 1), (x + 3, y - 1), (x + 3.2, y - 5), wide=5) | e.disc(x + 3, y - 7.4, 2.2, 3.4)
        e.paint(tail, own, 0.5, ROUND)
        if b.tail == "bushy" and "cheeks" in b.marks:
            e.paint(tail & (e.y < y - 5.6), c.pale, 0.6, ROUND)
        elif b.tail == "ringed":
            e.paint(tail & ((e.y - y) % 4 < 1.8), c.mark, 0.45)
    elif b.tail == "plume":
        tail = e.line((x - 1, y + 5), (x + 3.6, y + 2), (x + 3, y - 4), (x + 1, y - 8.6), wide=6.6) | e.disc(
            x - 1.4, y - 9.4, 3.4
        )
        e.paint(tail, own, 0.55, ROUND)
        e.paint(tail & e.line((x + 2.6, y + 2), (x + 2, y - 4), (x, y - 8.6), wide=1.6), own, 0.25)
    elif b.tail == "nine":
        for to in ((4, -9), (7, -6.4), (9, -2.4), (9.4, 2)):
            tip = (min(x + to[0] - 2, 28.6), y + to[1])
            tail = e.line((x - 2, y + 3), ((x + tip[0]) / 2 + 1.4, (y + tip[1]) / 2 + 2), tip, wide=4.2)
            e.paint(tail, own, 0.5, ROUND, seam=True)
            e.paint(tail & e.disc(*tip, 2.6), c.pale, 0.6)
    elif b.tail == "sting":
        e.paint(e.line((x, y + 2), (x + 3, y - 3), (x + 1, y - 9), (x - 4, y - 11), wide=2.8), c.mark, 0.5, ROUND)
        e.paint(e.shape((x - 3, y - 13.4), (x - 8, y - 9.4), (x - 3, y - 8.4)), c.mark, 0.6, seam=True)
    elif b.tail == "snake":
        e.paint(
            e.line((x, y + 2), (x + 3, y - 1), (x + 1.6, y - 5), (x + 2.6, y - 8), wide=2.6),
            look.of("#4c9a48"),
            0.5,
            ROUND,
        )
        e.paint(e.disc(x + 1.4, y - 8.6, 2.9, 2.2), look.of("#4c9a48"), 0.6, ROUND, seam=True)
        e.paint(e.box(round(x), round(y - 9), round(x) + 1, round(y - 8)), c.ink)
    elif b.tail == "curl":
        curl = e.disc(x + 2.4, y - 0.6, 2.2) & ~e.disc(x + 2.4, y - 0.6, 0.9)
        e.paint(curl, own, 0.45)
    elif b.tail == "stub":
        e.paint(e.disc(x + 1, y, 2.4, 2.2), c.pale if "belly" in b.marks else own, 0.6, ROUND)
    elif b.tail == "horse":
        hair = hair if look.own is None or "tail" in look.parts or "mane" in look.parts else dimmer(c.skin)
        hair = look.parts.get("mane", hair)
        e.paint(e.line((x - 1, y), (x + 3, y + 1), (x + 3.4, y + 8), (x + 2, y + 12), wide=3.4), hair, 0.5, ROUND)
    elif b.tail == "rat":
        e.paint(e.line((x, y + 5), (x + 2.4, y + 4), (x + 3.6, y - 1), (x + 2, y - 5), wide=1.6), look.of(PINK), 0.5)
    elif b.tail == "paddle":
        e.paint(e.disc(x + 2.4, y + 5.4, 4.2, 2.6), c.mark, 0.5, ROUND)
    elif b.tail == "thick":
        e.paint(e.shape((x - 3, y - 1), (x + 1, y + 1), (30.8, y + 7), (x - 2, y + 6)), own, 0.45, ROUND)


def _head(e: Easel, look: Look, b: Beast, c: Coat, at: _Place) -> None:
    """Paint the head with all that is on it."""
    x, y, r = at.head_x, at.head_y, b.head
    tip = x - r * 0.7 - b.snout
    if b.mane == "lion":
        mane = look.part("mane", b.mark)
        e.paint(e.disc(x + r * 0.4, y + r * 0.2, r * 1.36, r * 1.4), mane, 0.5, ROUND, seam=True)
    _horns(e, look, b, at, is_far=True)
    _ear(e, look, b, c, at, is_far=True)
    fur = c.mark if "wool" in b.marks else c.pale if "white head" in b.marks else c.skin
    muzzle = e.line((x - r * 0.2, y + b.drop * 0.6), (tip + b.jaw / 2, y + b.drop), wide=b.jaw)
    skull = e.disc(x, y, r * 1.04, r * 0.94) | muzzle
    e.paint(skull, fur, 0.55, ROUND, seam=True)
    if "wool" in b.marks:
        e.paint(e.disc(x + 1.4, y - r * 0.75, r * 0.8, r * 0.5), c.skin, 0.65, ROUND)
    front = muzzle & (e.x < x - r * 0.5)
    if b.pale or b.marks in ("cheeks",):
        e.paint(front & (e.y > y + b.drop - b.jaw * 0.3), c.pale, 0.6, ROUND)
    if "cheeks" in b.marks:
        e.paint(skull & (e.y > y + r * 0.2 + (e.x - x) * 0.25) & (e.x < x + r * 0.5), c.pale, 0.65, ROUND)
    if "mask" in b.marks or "panda" in b.marks:
        e.paint(skull & e.disc(x - r * 0.3, y - 0.2, r * 0.5, r * 0.4), c.mark, 0.4, ROUND)
    if "stripes" in b.marks:
        for step in (0.1, 0.55):
            e.paint(skull & (abs(e.x - x - r * step) < 0.6) & (e.y < y - r * 0.3), c.mark, 0.4)
    if "patches" in b.marks:
        e.paint(skull & e.disc(x + r * 0.36, y - r * 0.56, r * 0.62, r * 0.62), c.mark, 0.45, ROUND)
    _muzzle(e, look, b, c, at, tip)
    on = c.mark if "wool" in b.marks else c.pale if "mask" in b.marks or "panda" in b.marks else c.skin
    eye(e, look, c, x - r * 0.5, y - r * 0.3, high=3 if r > 5.4 else 2, on=on)
    _ear(e, look, b, c, at, is_far=False)
    _horns(e, look, b, at, is_far=False)


def _muzzle(e: Easel, look: Look, b: Beast, c: Coat, at: _Place, tip: float) -> None:
    """Paint nose and mouth."""
    y = at.head_y + b.drop
    if b.nose == "snout":
        e.paint(e.disc(tip + 1.2, y, 1.8, b.jaw * 0.52), c.pale, 0.6, ROUND, seam=True)
        e.paint(e.box(round(tip), round(y) - 1, round(tip) + 1, round(y) + 1), c.skin, 0.0)
    elif b.nose == "beak":
        e.paint(
            e.shape((tip + 3.4, y - 3), (tip, y - 1.4), (tip - 0.4, y + 3.4), (tip + 1.8, y + 1.8), (tip + 4.4, y + 2)),
            look.part("beak", "#f0a828"),
            0.55,
            seam=True,
        )
    elif b.nose == "trunk":
        trunk = e.line((tip + 3, y - 1), (tip + 1.6, y + 4), (tip + 1.8, y + 10), (tip + 0.4, y + 12), wide=4)
        e.paint(trunk, c.skin, 0.5, ROUND)
        for low in (2, 5, 8):
            e.paint(trunk & (abs(e.y - y - low) < 0.5), c.skin, 0.15)
    else:
        nose = round(y - b.jaw / 2)
        e.paint(
            e.box(round(tip), nose, round(tip) + 2, nose + 2),
            c.ink if b.nose == INK else look.part("nose", b.nose),
            0.4,
        )
    if b.nose in ("trunk", "beak", "snout"):
        return
    if look.has(*AGAPE):
        gape = e.shape((tip + 0.6, y + 0.4), (tip + b.snout + 2, y + 0.2), (tip + b.snout + 1, y + 3), (tip + 2, y + 3))
        e.paint(gape, look.of("#7a1c2c")[1:2])
        e.paint(e.box(round(tip) + 1, round(y), round(tip) + 2, round(y) + 2), c.white)
    else:
        low = round(y + b.jaw * 0.22)
        e.paint(e.box(tip + 1.4, low, tip + b.snout + 1.2, low + 1), c.pale if b.pale else c.skin, 0.0)


def _ear(e: Easel, look: Look, b: Beast, c: Coat, at: _Place, *, is_far: bool) -> None:
    x, y, r = at.head_x + (-b.head * 0.55 if is_far else b.head * 0.25), at.head_y, b.head
    fur = c.mark if b.marks in ("panda",) or "wool" in b.marks else c.skin
    ramp, inner = (dimmer(fur, 0.8) if is_far else fur), look.of(PINK)
    if b.ears == "pointed":
        e.paint(e.shape((x - r * 0.3, y - r * 0.5), (x + r * 0.1, y - r * 1.6), (x + r * 0.62, y - r * 0.6)), ramp, 0.5)
        if not is_far:
            e.paint(e.shape((x, y - r * 0.6), (x + r * 0.14, y - r * 1.25), (x + r * 0.38, y - r * 0.6)), inner, 0.45)
    elif b.ears == "round":
        e.paint(e.disc(x + r * 0.2, y - r * 0.8, r * 0.42), ramp, 0.5, ROUND, seam=not is_far)
        if not is_far:
            e.paint(e.disc(x + r * 0.2, y - r * 0.76, r * 0.2), inner if fur is c.skin else c.mark, 0.45)
    elif b.ears == "dish":
        e.paint(e.disc(x + r * 0.3, y - r * 0.8, r * 0.6), ramp, 0.5, ROUND, seam=not is_far)
        if not is_far:
            e.paint(e.disc(x + r * 0.3, y - r * 0.74, r * 0.34), inner, 0.45, ROUND)
    elif b.ears == "floppy" and not is_far:
        e.paint(e.disc(x + r * 0.4, y + r * 0.1, r * 0.36, r * 0.8), dimmer(fur, 0.75), 0.5, ROUND, seam=True)
    elif b.ears == "long":
        e.paint(e.disc(x + r * 0.3, y - r * 1.35, r * 0.3, r * 0.8), ramp, 0.5, ROUND, seam=not is_far)
        if not is_far:
            e.paint(e.disc(x + r * 0.28, y - r * 1.3, r * 0.12, r * 0.5), inner, 0.5)
    elif b.ears == "side" and not is_far:
        e.paint(e.disc(x + r * 0.62, y - r * 0.55, r * 0.52, r * 0.3), ramp, 0.5, ROUND, seam=True)
    elif b.ears == "big" and not is_far:
        e.paint(e.disc(x + r * 0.5, y + r * 0.05, r * 0.8, r * 1.05), ramp, 0.5, ROUND, seam=True)


def _horns(e: Easel, look: Look, b: Beast, at: _Place, *, is_far: bool) -> None:
    x, y, r = at.head_x - (b.head * 0.5 if is_far else 0), at.head_y, b.head
    horn = look.part("horn", BONE)
    if b.horns == "cow":
        way = -1 if is_far else 1
        x += r * 0.2
        e.paint(
            e.line((x, y - r * 0.8), (x + way * r * 0.4, y - r * 1.1), (x + way * r * 0.3, y - r * 1.5), wide=1.3),
            horn,
            0.6,
        )
    elif b.horns == "goat":
        e.paint(e.line((x, y - r * 0.7), (x + r * 0.3, y - r * 1.4), (x + r * 1.0, y - r * 1.6), wide=1.8), horn, 0.5)
    elif b.horns == "ram" and not is_far:
        e.paint(e.disc(x + r * 0.5, y - r * 0.1, r * 0.75), horn, 0.5, ROUND, seam=True)
        e.paint(e.disc(x + r * 0.5, y, r * 0.4) & ~e.disc(x + r * 0.6, y + 0.4, r * 0.16), horn, 0.1)
    elif b.horns == "antlers":
        top, way = y - r * 0.7, -1 if is_far else 1
        for branch in (((x, top), (x + way * 3, top - 2.4), (x + way * 4.4, top - 6.4)),
                       ((x + way * 2.4, top - 2), (x + way * 0.8, top - 5.4))):  # fmt: skip
            e.paint(e.line(*branch, wide=1.2), look.part("antler", "#c89a64"), 0.4 if is_far else 0.6)
    elif b.horns == "unicorn" and not is_far:
        horn = look.part("horn", "#f8d048")
        e.paint(
            e.shape((x - r * 0.7, y - r * 0.7), (x - r * 1.5, y - r * 2.1), (x - r * 0.05, y - r * 0.9)),
            horn,
            0.6,
            seam=True,
        )
    elif b.horns == "rhino" and not is_far:
        tip = x - r * 0.7 - b.snout
        e.paint(e.shape((tip + 0.4, y + 1), (tip + 0.2, y - 4.6), (tip + 3.4, y + 0.4)), horn, 0.6, seam=True)
        e.paint(e.shape((tip + 3.4, y), (tip + 4.4, y - 3), (tip + 5.6, y)), horn, 0.5)
    elif b.horns == "tusks" and not is_far:
        tip, low = x - r * 0.7 - b.snout, y + b.drop
        e.paint(e.line((tip + 4, low + 1), (tip + 2.4, low + 3), (tip + 0.6, low + 1.6), wide=1.6), horn, 0.7)
    elif b.horns == "knobs":
        e.paint(e.line((x + 1, y - r * 0.6), (x + 1.4, y - r * 1.3), wide=1.2), look.of(b.skin.split()[0]), 0.3)
        e.paint(e.disc(x + 1.4, y - r * 1.4, 1.2), look.of(b.mark), 0.4)
