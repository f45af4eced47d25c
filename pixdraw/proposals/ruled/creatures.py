"""Small animals of which the sets have only others, or heads."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import ROUND, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

INK = "#20202c"


def bee(e: Easel, look: Look) -> None:
    """A bee with stripes."""
    yellow, wing = look.whole("#f8c828", "#f8c828", "#f4b828", "#f8d840"), look.of("#cfe8f8")
    lift, spread = look.between("wings", -0.4, 2.4), look.between("spread", -1.6, 1.6)
    for x, y, wide, high in ((12 - spread, 7 + lift, 4.6, 6), (20 + spread, 7.4 + lift, 5, 6.4)):
        e.paint(e.disc(x, y, wide, high), wing, 0.65, ROUND, seam=True)
    e.paint(e.shape((26, 17), (31, 19), (26, 21.4)), look.of(INK), 0.4)
    body = e.disc(16, 18.6, 12, look.between("body", 7.4, 9.6))
    e.paint(body, yellow, 0.55, ROUND, seam=True)
    for x in {"two": (14, 20), "three": (13, 17.6, 22.2)}[look.pick("stripes", "two", "three")]:
        e.paint(body & (abs(e.x - x - 0.08 * (e.y - 18) ** 2 * 0.4) < 1.6), look.of(INK), 0.45)
    e.paint(body & (e.x > 25), look.of(INK), 0.45)
    e.paint(e.disc(8.6, 17.4, 1.7, 2.1), look.of(INK), 0.3)
    e.paint(e.box(8, 16, 9, 17), look.of("#ffffff"), 0.9)
    e.paint(e.line((5.6, 20.6), (7, 22), (9, 22), wide=1), look.of(INK), 0.3)
    feel = look.between("feelers", -1.4, 1.4)
    e.paint(e.line((7, 11), (5 + feel, 7.4), wide=1) | e.line((10, 10.4), (9.6 + feel, 6.6), wide=1), look.of(INK), 0.3)
    for x in (11, 15, 19):
        e.paint(e.line((x, 26.4), (x - 0.6, 29.4), wide=1.1), look.of(INK), 0.3)


def clownfish(e: Easel, look: Look) -> None:
    """An orange fish with white bands."""
    orange, white = look.whole("#f0761e", "#f0761e", "#e8562a", "#f89a30"), look.of("#fbf8f2")
    tail, fin = look.pick("tail", "forked", "round", "forked"), look.between("fin", 3.4, 7)
    tails = {"forked": e.shape((23, 16), (30.4, 9), (29, 16), (30.4, 23)), "round": e.disc(26.6, 16, 4, 5.6)}
    e.paint(tails[tail], orange, 0.5)
    e.paint(e.shape((8, 11), (13, fin), (22, fin + 2.4), (23, 12)), orange, 0.4)
    e.paint(e.shape((11, 21), (14, look.between("low fin", 25, 28.4)), (20, 25), (21, 20)), orange, 0.4)
    body = e.disc(14, 16, 11.6, look.between("body", 6.8, 9))
    e.paint(body, orange, 0.55, ROUND, seam=True)
    shift, wider = look.between("bands", -0.8, 1.2), look.between("band wide", 0.85, 1.2)
    bands = ((8.4 + shift, 3 * wider), (15.6 + shift, 3.2 * wider), (22.4, 2.2))
    for left, wide in bands:
        band = body & (e.x > left) & (e.x < left + wide)
        edge = body & (e.x > left - 1) & (e.x < left + wide + 1)
        e.paint(edge, look.of(INK), 0.3)
        e.paint(band, white, 0.65, ROUND)
    e.paint(e.disc(6, 14.4, 1.5), look.of(INK), 0.3)
    e.paint(e.box(5, 13.4, 6, 14.4), look.of("#ffffff"), 0.9)


def seahorse(e: Easel, look: Look) -> None:
    """A seahorse, its tail curled."""
    skin, pale = look.whole("#f2a83a", "#f2a83a", "#e8784a", "#58b0b8", "#c88ad0"), look.of("#fbe4b0")
    belly, curl, snout = look.between("belly", 6, 8.4), look.between("curl", -1.4, 1.4), look.between("snout", 4, 7)
    e.paint(e.shape((20, 13), (26.4, 14), (25, 20), (20, 20)), skin, 0.35)
    body = e.line((16, 9), (18, 13), (18.4, 18), (16, 22.4), wide=belly)
    e.paint(body, skin, 0.5, ROUND)
    tail = ((16, 22), (13.6 + curl, 26.6), (16 + curl, 29.4), (19.4 + curl, 28.4), (18.4 + curl, 25.8))
    e.paint(e.line(*tail, wide=3), skin, 0.55, seam=True)
    e.paint(e.disc(14.4, 7.4, 5, 4.6), skin, 0.6, ROUND)
    e.paint(e.line((11, 9), (snout, 11.4), wide=3), skin, 0.6)
    crests = {
        "spikes": ((12.6, 3.4), (14.4, 0.6), (16, 3), (18.4, 1.6), (18, 5.4)),
        "fan": ((12.6, 3.6), (15, 0.6), (19, 1.4), (20.4, 5), (18, 7)),
        "small": ((14, 3.4), (15.6, 1.2), (17, 4)),
    }
    e.paint(e.shape(*crests[look.pick("crest", "spikes", "fan", "small")]), skin, 0.45)
    e.paint(e.line((14, 13), (14.6, 18), (13.4, 21), wide=2.2), pale, 0.6)
    for y in (13, 16, 19, 22):
        e.paint(body & (abs(e.y - y) < 0.5) & (e.x > 15), skin, 0.2)
    e.paint(e.box(12.6, 6, 14.4, 8), look.of(INK), 0.3)


def duckling(e: Easel, look: Look) -> None:
    """A duck, or its chick, from the side."""
    is_chick = look.has("duckling", "rubber", "chick")
    down = look.whole(
        *(("#f8d838", "#f8d838", "#f4c428") if is_chick else ("#f4f2ec", "#f4f2ec", "#f8d84c", "#f8d84c"))
    )
    orange, is_drake = (
        look.of("#f08a1e", "#f08a1e", "#e8b020"),
        not is_chick and look.own is None and look.chance("drake", 0.35),
    )
    down = look.of("#a8845c") if is_drake else down
    tail, wing = look.between("tail", 10.6, 15.6), look.between("wing", 4.6, 6.6)
    for x in (13, 18):
        e.paint(e.box(x, 26, x + 1.6, 29.4) | e.box(x - 2, 28.4, x + 2, 30), orange, 0.5)
    e.paint(e.shape((22, 18), (30.4, tail), (28, 23)), down, 0.5)
    e.paint(e.disc(17, 20.6, 10.6, look.between("body", 6.8, 8.2)), down, 0.55, ROUND)
    head = look.between("head", 5.6, 7.2)
    e.paint(e.disc(10.6, 9.6, head), look.of("#2f8a5a") if is_drake else down, 0.6, ROUND)
    if is_drake:
        e.paint(e.box(6, 14.4, 14.6, 15.8) & e.seen, look.of("#ffffff"), 0.7)
    elif look.chance("tuft", 0.35):
        e.paint(e.shape((9, 4.6), (10, 1.2), (11.4, 3), (13.4, 1.6), (13, 5)), down, 0.6)
    e.paint(e.disc(19, 20, wing, 3.8), down, 0.4, ROUND, seam=True)
    e.paint(e.shape((5, 9), (0.8, 11.6), (5.4, 13.4)), orange, 0.55, seam=True)
    e.paint(e.box(8, 7, 10, 9.4), look.of(INK), 0.3)


def rabbit(e: Easel, look: Look) -> None:
    """A rabbit that sits, from the side."""
    fur, pink = look.whole("#c89a6a", "#c89a6a", "#f2ece4", "#8c8f98", "#8a5f40"), look.of("#f4a8b8")
    long, form = look.between("ears", 4.6, 6.6), look.pick("ear form", "up", "up", "back", "one down")
    e.paint(e.disc(27.6, 23.4, 2.8), look.of("#fbf8f2"), 0.7, ROUND)
    e.paint(e.disc(19, 21, 9.4, 8.4), fur, 0.55, ROUND, seam=True)
    e.paint(e.disc(21.4, 24.4, 5.4, 5), fur, 0.5, ROUND, seam=True)
    e.paint(e.box(13.4, 27.4, 26, 30), fur, 0.7, seam=True)
    e.paint(e.box(7.4, 27.4, 13, 30) | e.box(9.4, 22, 12.4, 29), fur, 0.6, seam=True)
    for number, (x, tilt) in enumerate(((13.4, 2), (9.4, -0.6))):
        if form == "back" or (form == "one down" and number == 0):
            ear = e.line((x, 11), (x + 4.4, 7), (x + 8.4, 6 + 3 * number), wide=4)
            e.paint(ear, fur, 0.55, seam=True)
            e.paint(e.line((x + 1.4, 9.6), (x + 7, 6.6 + 3 * number), wide=1.4), pink, 0.6)
            continue
        ear = e.disc(x + tilt, 12 - long, 2.4, long)
        e.paint(ear, fur, 0.55, seam=True)
        e.paint(e.disc(x + tilt, 12.4 - long, 1.1, long - 2), pink, 0.6)
    if look.chance("patch", 0.4) and look.own is None:
        e.paint(e.disc(21, 18, 4, 3.4) & e.seen, look.of("#fbf8f2", "#5a4a40"), 0.6)
    e.paint(e.disc(10, 15, 6.6, 5.8), fur, 0.6, ROUND, seam=True)
    e.paint(e.box(7, 13, 9, 15.4), look.of(INK), 0.3)
    e.paint(e.box(3.4, 15.4, 5, 16.8), pink, 0.5)


KINDS = (
    Kind("bee, bumblebee, honeybee, honey bee, bumble bee", bee, takes="honey, bumble", freedom=0.6),
    Kind("clownfish, clown fish", clownfish, freedom=0.6),
    Kind("seahorse, sea horse", seahorse, freedom=0.6),
    Kind("duckling, duck, rubber duck", duckling, takes="rubber", freedom=0.6),
    Kind("rabbit, bunny, hare, bunny rabbit", rabbit, freedom=0.6),
)
