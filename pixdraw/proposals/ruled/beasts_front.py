"""Animals on four legs as they sit, seen from the front, and as they sleep."""

from __future__ import annotations

from pixdraw.proposals.ruled import beasts
from pixdraw.proposals.ruled.anatomy import (
    ASLEEP,
    BONE,
    PINK,
    Coat,
    blob_of,
    coat_of,
    dimmer,
    eye,
    mouth,
    sized,
    spots,
)
from pixdraw.proposals.ruled.beasts import Beast
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look


def painted(e: Easel, look: Look, beast: Beast) -> None:
    """Paint an animal in the pose that the prompt tells, else in one of its own."""
    if look.has(*ASLEEP):
        asleep(e, look, beast)
    elif look.has("sitting", "seated", "sits") or look.pick("pose", *beast.poses.split()) == "sitting":
        sitting(e, look, beast)
    else:
        beasts.standing(e, look, beast)


def sitting(e: Easel, look: Look, beast: Beast) -> None:
    """Paint an animal that sits, seen from the front."""
    beast = sized(beast, look, deep=0.9)
    c = coat_of(beast, look)
    _tail(e, look, beast, c)
    wide = 6.4 + 0.24 * beast.deep
    limb = c.mark if "panda" in beast.marks or "socks" in beast.marks else c.skin
    for way in (-1, 1):
        e.paint(e.disc(16 + way * (wide - 1), 27, 3.4, 2.8), limb, 0.5, ROUND)
    body = blob_of(e, 16, 23.4, wide, 6.6, 2.3)
    e.paint(body, c.skin, 0.5, ROUND, seam=True)
    if "patches" in beast.marks:
        e.paint(body & (e.disc(11, 22, 3, 4) | e.disc(21.6, 25, 2.4, 3.6)), c.mark, 0.5, ROUND)
    if "spots" in beast.marks or look.has("spotted", "spots"):
        e.paint(spots(e, body, 1.05, 3.4), c.mark, 0.45, ROUND)
    if "stripes" in beast.marks or "bands" in beast.marks or look.has("striped", "stripes", "tabby"):
        e.paint(body & (abs((e.y - 20) % 3.4 - 1) < 0.6) & (abs(e.x - 16) > wide * 0.55), c.mark, 0.4, ROUND)
    if "spines" in beast.marks:
        e.paint(body & (abs(e.x - 16) > wide * 0.62), c.mark, 0.5, ROUND)
    if "panda" in beast.marks:
        e.paint(body & (e.y < 21), c.mark, 0.5, ROUND)
    elif beast.pale or "belly" in beast.marks or "cheeks" in beast.marks:
        e.paint(e.disc(16, 23.6, wide * 0.5, 5.4), c.pale, 0.6, ROUND)
    for way in (-1, 1):
        arm = e.line((16 + way * 3.4, 21), (16 + way * 3, 28), wide=3.4)
        e.paint(arm, limb, 0.55, ROUND, seam=True)
        e.paint(e.disc(16 + way * 3.1, 28.2, 2.4, 1.5), look.of(beast.foot) if beast.foot else limb, 0.6, seam=True)
    _face(e, look, beast, c, 16, 12.4)


def asleep(e: Easel, look: Look, beast: Beast) -> None:
    """Paint an animal that sleeps, curled up."""
    c = coat_of(beast, look)
    body = blob_of(e, 18.4, 20.8, 12, 8.4, 2.3)
    e.paint(body, c.skin, 0.5, ROUND)
    if "patches" in beast.marks:
        e.paint(body & (e.disc(22, 15, 4, 3.4) | e.disc(28, 22, 3, 4)), c.mark, 0.5, ROUND)
    if "spots" in beast.marks:
        e.paint(spots(e, body, 1.1, 3.6), c.mark, 0.45, ROUND)
    if "stripes" in beast.marks or "bands" in beast.marks or look.has("striped", "stripes", "tabby"):
        for x in (17, 21, 25):
            e.paint(body & (abs(e.x - x - 0.2 * (e.y - 13)) < 1 - (e.y - 13) * 0.08), c.mark, 0.4, ROUND)
    if "saddle" in beast.marks or "spines" in beast.marks:
        e.paint(body & (e.y < 20), c.mark, 0.5, ROUND)
    if beast.tail not in ("stub", "none", "curl", "thin", "tuft", "horse", "rat"):
        tail = e.line((29, 20), (27, 25.6), (21, 27.8), (16, 27.8), wide=5 if beast.tail != "up" else 3.4)
        e.paint(tail, look.part("tail", beast.mark) if "tail" in look.parts else c.skin, 0.55, seam=True)
        if "cheeks" in beast.marks or beast.tail == "ringed":
            e.paint(tail & (e.x < 18.4), c.pale if beast.tail == "bushy" else c.mark, 0.6)
    else:
        e.paint(e.line((26, 27.4), (17, 28.4), wide=3), dimmer(c.skin, 0.85), 0.6, POLE, seam=True)
    _face(e, look, beast, c, 10.4, 21.4, 0.82)


def _tail(e: Easel, look: Look, b: Beast, c: Coat) -> None:
    """Paint the tail of one that sits, beside it."""
    own = look.part("tail", b.mark) if "tail" in look.parts else c.skin
    if b.tail in ("bushy", "ringed", "plume"):
        tail = e.line((20, 27.6), (26, 26.6), (28, 21), (27, 17), wide=5.4 if b.tail != "plume" else 6.6)
        e.paint(tail, own, 0.5, ROUND)
        if b.tail == "ringed" or "stripes" in b.marks:
            e.paint(tail & ((e.y + 1) % 4 < 1.6), c.mark, 0.45)
        elif "cheeks" in b.marks:
            e.paint(tail & (e.y < 18.4), c.pale, 0.6, ROUND)
    elif b.tail in ("up", "tuft", "thin"):
        tail = e.line((20, 28.2), (26, 28), (28, 24.6), (26.6, 20.6), wide=2.6)
        e.paint(tail, own, 0.5, POLE)
        if b.tail == "tuft":
            e.paint(e.disc(26.6, 20, 1.8, 2.4), c.mark, 0.5, ROUND)
        elif "stripes" in b.marks:
            e.paint(tail & ((e.y + e.x) % 4 < 1.6), c.mark, 0.4)
    elif b.tail == "rat":
        e.paint(e.line((20, 28.2), (27, 28.4), (28.6, 25), wide=1.6), look.of(PINK), 0.5)


def _face(e: Easel, look: Look, b: Beast, c: Coat, x: float, y: float, size: float = 1.0) -> None:
    """Paint a head seen from the front, its middle given."""
    wide, high = 9.4 * size, 7.8 * size
    if b.mane == "lion":
        e.paint(e.disc(x, y + 0.4, wide * 1.36, high * 1.4), look.part("mane", b.mark), 0.5, ROUND, seam=True)
    fur = c.mark if "wool" in b.marks else c.skin
    if b.ears != "floppy":
        _ears(e, look, b, c, x, y, wide, high)
    skull = blob_of(e, x, y, wide, high, 2.3)
    e.paint(skull, fur, 0.55, ROUND, seam=True)
    _patterned(e, look, b, c, skull, (x, y, wide, high))
    muzzle = e.disc(x, y + high * 0.45, wide * 0.44, high * 0.4)
    if b.nose == "snout":
        e.paint(e.disc(x, y + high * 0.36, 3.6 * size, 2.6 * size), c.pale, 0.6, ROUND, seam=True)
        for way in (-1.4, 0.6):
            e.paint(
                e.box(round(x + way), round(y + high * 0.3), round(x + way) + 1, round(y + high * 0.3) + 2), c.skin, 0.0
            )
    else:
        if b.pale or "cheeks" in b.marks:
            e.paint(muzzle, c.pale, 0.65, ROUND)
        nose = round(y + high * 0.2)
        half = 2 if size > 0.9 and b.head > 5 else 1
        e.paint(e.box(round(x) - half, nose, round(x) + half, nose + 2), look.of(b.nose), 0.4)
        mouth(e, look, c, x, nose + 3, 3 if size > 0.9 else 2)
    on = (
        c.mark
        if "wool" in b.marks or "mask" in b.marks
        else c.pale
        if "face" in b.marks or "panda" in b.marks
        else c.skin
    )
    for way in (-1, 1):
        eye(e, look, c, x + way * wide * 0.46 - 1, y - 2, high=3, on=on)
    if b.ears == "floppy":
        _ears(e, look, b, c, x, y, wide, high)
    _headgear(e, look, b, x, y, wide, high)


def _patterned(
    e: Easel, look: Look, b: Beast, c: Coat, skull: object, frame: tuple[float, float, float, float]
) -> None:
    """Paint what is on a face."""
    x, y, wide, high = frame
    marks = b.marks + (" stripes" if look.has("striped", "tabby", "stripes") else "")
    inside = blob_of(e, x, y, wide, high, 2.3)
    if "cheeks" in marks:
        for way in (-1, 1):
            cheek = e.shape(
                (x, y + high * 0.1), (x + way * wide * 1.1, y - high * 0.1), (x + way * wide, y + high), (x, y + high)
            )
            e.paint(inside & cheek, c.pale, 0.65, ROUND)
    if "face" in marks:
        plate = e.disc(x - wide * 0.4, y - high * 0.1, wide * 0.44, high * 0.5) | e.disc(
            x + wide * 0.4, y - high * 0.1, wide * 0.44, high * 0.5
        )
        e.paint(inside & (plate | e.disc(x, y + high * 0.4, wide * 0.62, high * 0.5)), c.pale, 0.6, ROUND)
    if "mask" in marks:
        e.paint(inside & (abs(e.y - y + 0.6) < high * 0.56) & (abs(e.x - x) > wide * 0.16), c.pale, 0.55, ROUND)
        for way in (-1, 1):
            patch = e.disc(x + way * wide * 0.46, y - 0.2, wide * 0.36, high * 0.36)
            e.paint(inside & (patch | e.disc(x + way * wide * 0.8, y + 1.6, wide * 0.3, high * 0.26)), c.mark, 0.4)
    if "panda" in marks or "patched eyes" in marks:
        for way in (-1, 1):
            e.paint(e.disc(x + way * wide * 0.46, y - 0.2, wide * 0.28, high * 0.42), c.mark, 0.8)
    if "stripes" in marks:
        for step in (-3, 0, 3):
            e.paint(inside & (abs(e.x - x - step) < 0.7) & (e.y < y - high * (0.4 if step else 0.25)), c.mark, 0.4)
        for way in (-1, 1):
            band = (abs((e.y - y) % 3 - 1) < 0.6) & (way * (e.x - x) > wide * 0.72) & (e.y > y - 1)
            e.paint(inside & band, c.mark, 0.4)
    if "patches" in marks:
        e.paint(inside & e.disc(x + wide * 0.5, y - high * 0.3, wide * 0.46, high * 0.6), c.mark, 0.5, ROUND)
    if "blaze" in marks:
        e.paint(inside & (abs(e.x - x) < wide * 0.2), c.pale, 0.65)


def _ears(e: Easel, look: Look, b: Beast, c: Coat, x: float, y: float, wide: float, high: float) -> None:
    fur = c.mark if "panda" in b.marks or "wool" in b.marks else c.skin
    inner = look.of(PINK)
    for way in (-1, 1):
        if b.ears == "pointed":
            tip = (x + way * wide * 0.86, y - high * 1.38)
            e.paint(
                e.shape((x + way * wide * 0.96, y - high * 0.1), tip, (x + way * wide * 0.18, y - high * 0.8)),
                fur,
                0.55,
            )
            inside = (x + way * wide * 0.8, y - high * 1.1)
            e.paint(
                e.shape((x + way * wide * 0.84, y - high * 0.4), inside, (x + way * wide * 0.4, y - high * 0.7)),
                inner,
                0.45,
            )
        elif b.ears in ("round", "big", "dish"):
            r = wide * (0.34 if b.ears == "round" else 0.5)
            far = x + way * wide * (0.74 if b.ears == "round" else 0.98)
            up = y - high * (0.78 if b.ears == "round" else 0.4)
            e.paint(e.disc(far, up, r), fur, 0.5, ROUND)
            e.paint(e.disc(far, up + 0.3, r * 0.52), inner if fur is c.skin else c.mark, 0.45)
        elif b.ears == "floppy":
            ear = e.disc(x + way * wide * 0.98, y + high * 0.02, wide * 0.26, high * 0.72)
            e.paint(ear, dimmer(c.skin, 0.72) if "patches" not in b.marks else c.mark, 0.5, ROUND, seam=True)
        elif b.ears == "long":
            e.paint(e.disc(x + way * wide * 0.42, y - high * 0.98, wide * 0.24, high * 0.56), fur, 0.5, ROUND)
            e.paint(e.disc(x + way * wide * 0.42, y - high * 0.95, wide * 0.1, high * 0.36), inner, 0.5)
        elif b.ears == "gills":
            for up, far in ((0.75, 1.1), (0.3, 1.42), (-0.2, 1.3)):
                tip = (x + way * wide * far, y - high * up)
                e.paint(e.line((x + way * wide * 0.7, y - high * up * 0.5), tip, wide=2.4), c.mark, 0.55)
                e.paint(e.disc(*tip, 1.6), c.mark, 0.7, ROUND)
        elif b.ears == "side":
            e.paint(e.disc(x + way * wide * 1.06, y - high * 0.4, wide * 0.32, high * 0.24), fur, 0.5, ROUND)


def _headgear(e: Easel, look: Look, b: Beast, x: float, y: float, wide: float, high: float) -> None:
    """Paint horns seen from the front."""
    horn = look.part("horn", BONE)
    for way in (-1, 1):
        if b.horns in ("cow", "goat", "ram"):
            e.paint(
                e.line((x + way * wide * 0.5, y - high * 0.9), (x + way * wide * 0.7, y - high * 1.3), wide=1.8),
                horn,
                0.6,
            )
        elif b.horns == "antlers":
            top = y - high * 0.85
            e.paint(e.line((x + way * 3, top), (x + way * 5, top - 3), wide=1.3), look.part("antler", "#a87a4a"), 0.5)
        elif b.horns == "tusks":
            e.paint(e.line((x + way * 3, y + high * 0.8), (x + way * 4, y + high * 0.4), wide=1.3), horn, 0.7)
    if b.horns == "unicorn":
        gold = look.part("horn", "#f8d048")
        e.paint(
            e.shape((x - 1.8, y - high * 0.8), (x, y - high * 1.5), (x + 1.8, y - high * 0.8)), gold, 0.6, seam=True
        )
