"""Birds: perched or standing, from the front, and with their wings up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pixdraw.proposals.ruled.anatomy import (
    AGAPE,
    FLOOR,
    INK,
    WHITE,
    Coat,
    Kind,
    big_eye,
    blob_of,
    coat_of,
    dimmer,
    eye,
    sized,
)
from pixdraw.proposals.ruled.easel import ROUND, Easel
from pixdraw.proposals.ruled.look import Look

_FLYING = ("flying", "soaring", "gliding", "diving", "swooping", "hovering")


@dataclass(frozen=True)
class Bird(Kind):
    """A kind of bird, in units of which 32 are the side of the picture."""

    form: str = "side"
    """Its usual form: side, front or wings."""
    beak: str = "#f0a028"
    bill: str = "short"
    """One of: short, hook, long, broad, huge."""
    body: float = 7.0
    """Half its body's height."""
    long: float = 8.4
    """Half its body's length."""
    head: float = 5.4
    neck: float = 0.0
    """How much higher than usual its head is."""
    leg: float = 3.0
    tail: str = "short"
    """One of: short, long, up, fan, serpent."""
    crest: str = ""
    """One of: comb, tuft, crest, or none."""
    marks: str = ""
    """Any of: belly, hood (a head of the colour of marks), white head, cheeks, wing, barred."""
    feet: str = ""
    """Colour of its feet; that of the beak if empty."""


def bird(e: Easel, look: Look, kind: Bird) -> None:
    """Paint a bird in the form that the prompt tells, else in its own."""
    kind = sized(kind, look, head=1.16, neck=0.6, leg=0.8)
    flies = look.has(*_FLYING) or (look.has("wings", "winged") and look.has("spread", "open", "outstretched"))
    if flies or kind.form == "wings":
        _winged(e, look, kind)
    elif kind.form == "front":
        _front(e, look, kind)
    else:
        _side(e, look, kind)


def _side(e: Easel, look: Look, b: Bird) -> None:
    """Paint a bird that stands, seen from the side, its head at the left."""
    c, beak = coat_of(b, look), look.part("beak", b.beak)
    legs = look.part("leg", b.feet or b.beak)
    y = FLOOR - b.leg - b.body * 0.86
    head_x = 18 - b.long * 0.72
    head_y = max(y - b.body * 0.5 - b.head * 0.6 - b.neck, b.head + 1.6)
    _tail(e, look, b, c, y)
    for x in (15.6, 20):
        e.paint(e.box(x, y, x + 1.4, FLOOR), legs, 0.45)
        e.paint(e.box(x - 2, FLOOR - 1.2, x + 2.4, FLOOR), legs, 0.5)
    body = e.disc(17, y, b.long, b.body) | e.shape(
        (20, y - b.body * 0.8), (17 + b.long * 1.2, y - b.body * 0.2), (20, y + b.body * 0.6)
    )
    body |= e.line(
        (head_x, head_y), (head_x + 1, y - b.body * 0.5), (16, y), wide=b.head * (1.5 if b.neck < 3 else 0.8)
    )
    e.paint(body, c.skin, 0.5, ROUND)
    if "belly" in b.marks:
        e.paint(body & e.disc(13.6, y + b.body * 0.3, b.long * 0.66, b.body * 0.8), c.pale, 0.6, ROUND)
    hood = c.mark if "hood" in b.marks else c.pale if "white head" in b.marks else c.skin
    _bill(e, look, b, beak, head_x, head_y)
    skull = e.disc(head_x, head_y, b.head, b.head * 0.94)
    if hood is not c.skin and b.neck < 3:
        skull |= e.disc(head_x + 1.2, head_y + b.head * 0.8, b.head * 0.9, b.head * 0.5)
    e.paint(skull, hood, 0.6, ROUND, seam=hood is not c.skin)
    if "cheeks" in b.marks:
        e.paint(e.disc(head_x - b.head * 0.3, head_y + 0.4, b.head * 0.6, b.head * 0.56), c.pale, 0.65, ROUND)
    wing = e.shape(
        (13, y - b.body * 0.45),
        (20, y - b.body * 0.5),
        (17 + b.long * 1.15, y + b.body * 0.25),
        (19, y + b.body * 0.5),
        (14.4, y + b.body * 0.35),
    )
    feathers = look.part("wing", b.mark) if "wing" in look.parts else c.mark if "wing" in b.marks else c.skin
    if "bat" in b.marks:
        wing = e.shape(
            (13, y),
            (15, y - 10),
            (20, y - 13),
            (27.6, y - 9),
            (25, y - 7),
            (25.4, y - 3),
            (21.6, y - 3.4),
            (20, y + 1.6),
        )
    e.paint(wing, feathers, 0.45, ROUND, seam=True)
    if "barred" in b.marks:
        e.paint(wing & (e.y % 3 < 1), c.mark, 0.4)
    _crest(e, look, b, c, head_x, head_y)
    on = hood if "cheeks" not in b.marks else c.pale
    eye(e, look, c, head_x - b.head * 0.5, head_y - 1.6, high=3 if b.head > 5 else 2, on=on)


def _tail(e: Easel, look: Look, b: Bird, c: Coat, y: float) -> None:
    ramp = look.part("tail", b.mark) if "tail" in look.parts else dimmer(c.skin, 0.85)
    end = 17 + b.long
    if b.tail == "long":
        e.paint(
            e.shape((end - 3, y - 2), (end + 1, y - 1), (30.6, y + b.body + 2), (end + 1, y + b.body + 1)), ramp, 0.5
        )
    elif b.tail == "up":
        for lift, reach in ((9, 2.6), (6.4, 5), (3, 6)):
            e.paint(
                e.disc(end - 1 + reach * 0.4, y - lift * 0.7, 3.4, 4.4),
                c.mark if "wing" in b.marks else ramp,
                0.5,
                ROUND,
                seam=True,
            )
    elif b.tail == "fan":
        middle = (18.6, 17.0)
        for turn in (*np.linspace(-0.3, 1.4, 5), *np.linspace(3.2, 1.75, 4)):
            x, up = middle[0] + 10.4 * np.cos(turn), middle[1] - 12.6 * np.sin(turn)
            e.paint(e.line((18.6, 20), (x, up), wide=4), c.mark, 0.45, ROUND)
            e.paint(e.disc(x, up, 2.9), c.mark, 0.6, ROUND, seam=True)
            e.paint(e.disc(x, up, 1.5), look.of("#2c4cc8" if "tuft" in b.crest else "#f0dcb0"), 0.5)
    elif b.tail == "serpent":
        e.paint(e.line((end - 3, y + 3), (end + 1, y + 5), (29, y + 1), (28, y - 5), wide=3.4), c.mark, 0.5, ROUND)
        e.paint(e.shape((26, y - 5), (28, y - 9.4), (30.6, y - 5)), look.of("#d8303a"), 0.5, seam=True)
    else:
        e.paint(e.shape((end - 3, y - 1), (30.4, y + 1), (29.4, y + 4), (end - 3, y + 4)), ramp, 0.5)


def _bill(e: Easel, look: Look, b: Bird, beak: np.ndarray, x: float, y: float) -> None:
    left = x - b.head * 0.75
    opened = look.has(*AGAPE)
    if b.bill == "hook":
        e.paint(
            e.shape((left, y - 2), (left - 3.4, y - 1), (left - 3.8, y + 3), (left - 1.8, y + 2), (left + 1, y + 2.4)),
            beak,
            0.55,
        )
    elif b.bill == "long":
        e.paint(e.shape((left + 1, y - 1), (max(left - 6.4, 1), y + 2), (left + 1, y + 2)), beak, 0.55)
    elif b.bill == "broad":
        e.paint(e.shape((left + 1, y - 1), (left - 4.4, y + 1.4), (left - 4, y + 3), (left + 1, y + 3)), beak, 0.55)
    elif b.bill == "huge":
        e.paint(
            e.shape(
                (left + 2, y - 3.4), (left - 4, y - 2.6), (left - 5.4, y + 3.6), (left - 3, y + 2.4), (left + 2, y + 3)
            ),
            beak,
            0.55,
            ROUND,
        )
        e.paint(e.shape((left - 3.4, y - 1), (left - 5.4, y + 3.6), (left - 3, y + 2.4)), look.of(INK), 0.4)
    else:
        e.paint(e.shape((left, y - 1.6), (left - 3.8, y + 0.8), (left, y + 2.6)), beak, 0.55)
        if opened:
            e.paint(e.shape((left, y + 2), (left - 2.6, y + 3.8), (left + 1, y + 4)), beak, 0.4)


def _crest(e: Easel, look: Look, b: Bird, c: Coat, x: float, y: float) -> None:
    if b.crest == "comb":
        red, top = look.part("comb", "#d8303a"), y - b.head * 0.8
        for along in (-2, 0.4, 2.8):
            e.paint(e.disc(x + along, top, 1.7, 2.2), red, 0.55, ROUND)
        e.paint(e.disc(x - b.head * 0.8, y + b.head * 0.75, 1.4, 2.2), red, 0.5, ROUND)
    elif b.crest == "tuft":
        for along in (0, 2, 4):
            e.paint(e.line((x, y - b.head * 0.7), (x + along, y - b.head - 2.6), wide=1.2), c.mark, 0.5)
    elif b.crest == "crest":
        e.paint(
            e.shape((x - 2, y - b.head * 0.7), (x + 2.6, y - b.head * 1.9), (x + 3.4, y - b.head * 0.5)),
            look.part("crest", b.mark),
            0.55,
        )


def _front(e: Easel, look: Look, b: Bird) -> None:
    """Paint an upright bird seen from the front: an owl or a penguin."""
    c, beak = coat_of(b, look), look.part("beak", b.beak)
    is_owl = "owl" in b.names
    feet = look.of(b.feet or b.beak)
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 4, 28.6, 3.2, 1.5), feet, 0.55)
    body = blob_of(e, 16, 17.4, 9.6, 11.4, 2.4)
    for way in (-1, 1):
        reach = 16 + way * (8.4 if is_owl else 9)
        out = e.disc(reach, 19, 3, 7) if is_owl else e.line((16 + way * 8, 15), (16 + way * 12, 22), wide=3.6)
        e.paint(out, c.skin, 0.4, ROUND)
    e.paint(body, c.skin, 0.5, ROUND, seam=True)
    if is_owl:
        for way in (-1, 1):
            e.paint(e.shape((16 + way * 9.2, 11), (16 + way * 9.4, 2.4), (16 + way * 3, 7)), c.skin, 0.5)
        belly = e.disc(16, 22.6, 6, 5.8)
        e.paint(belly, c.pale, 0.6, ROUND)
        for y, xs in ((20, (13, 16, 19)), (23, (14.4, 17.6)), (26, (16,))):
            for x in xs:
                e.paint(e.line((x - 1, y - 0.8), (x, y + 0.2), (x + 1, y - 0.8), wide=0.9) & belly, c.mark, 0.4)
        _owl_face(e, look, b, c)
        e.paint(e.shape((14.4, 13.4), (17.6, 13.4), (16, 17)), beak, 0.55, seam=True)
        for way in (-1, 1):
            e.paint(e.disc(16 + way * 9, 19.6, 2.6, 6.4), c.skin, 0.35, ROUND, seam=True)
    else:
        face = e.disc(12.2, 12.2, 4.4, 4.8) | e.disc(19.8, 12.2, 4.4, 4.8) | e.disc(16, 21.4, 7, 7.4)
        e.paint(face & body, c.pale, 0.65, ROUND)
        for way in (-1, 1):
            eye(e, look, c, 15 + way * 3.6, 8.4, high=3.4, on=c.pale)
        e.paint(e.shape((13.2, 13.4), (18.8, 13.4), (16, 17)), beak, 0.55, seam=True)
        if "cheeks" in b.marks:
            e.paint(e.box(10, 16.4, 22, 17.8) & body, c.mark, 0.5)


def _owl_face(e: Easel, look: Look, b: Bird, c: Coat) -> None:
    for way in (-1, 1):
        e.paint(e.disc(16 + way * 4.4, 11.4, 4.6), c.pale, 0.7, ROUND)
    for way in (-1, 1):
        if look.has("sleeping", "asleep", "sleepy"):
            eye(e, look, c, 15 + way * 4.4, 10.4, on=c.pale)
        else:
            big_eye(e, look, 16 + way * 4.4, 11.4, 3.4, "#f8b820")


def _winged(e: Easel, look: Look, b: Bird) -> None:
    """Paint a bird that flies, its wings up, seen from the front."""
    c, beak = coat_of(b, look), look.part("beak", b.beak)
    feathers = look.part("wing", b.mark) if "wing" in look.parts else c.mark if "wing" in b.marks else c.skin
    for way in (-1, 1):
        for number, (x, y) in enumerate(((14.6, 5), (14.4, 11), (12, 16), (9, 19.6))):
            tip = (16 + way * x, y)
            feather = e.shape(
                (16 + way * 2, 13),
                (16 + way * (x - 4), y - 2),
                tip,
                (16 + way * (x - 1.6), y + 4.4),
                (16 + way * 3, 20),
            )
            e.paint(feather, feathers, 0.62 - 0.09 * number, seam=number > 0)
    for along in (-3, 3, 0):
        e.paint(
            e.shape((16, 20), (16 + along - 2.2, 29.4), (16 + along + 2.2, 29.4)), dimmer(c.skin, 0.9), 0.5, seam=True
        )
    body = e.disc(16, 18, 5.2, 7.4)
    e.paint(body, c.skin, 0.55, ROUND, seam=True)
    if "belly" in b.marks:
        e.paint(e.disc(16, 20, 3.2, 4.6), c.pale, 0.6, ROUND)
    hood = c.mark if "hood" in b.marks else c.pale if "white head" in b.marks else c.skin
    e.paint(e.disc(16, 9.6, 4.6, 4.4), hood, 0.6, ROUND, seam=True)
    if b.crest:
        _crest(e, look, b, c, 16, 9.6)
    for way in (-1, 1):
        eye(e, look, c, 15 + way * 2.6, 8, on=hood)
    e.paint(e.shape((14.4, 10.4), (17.6, 10.4), (16, 14)), beak, 0.55, seam=True)
    if b.names.startswith("phoenix"):
        for x, y in ((5, 26), (27, 26), (10, 27.4), (22, 27.4)):
            e.paint(e.shape((x - 1.2, y + 2), (x, y - 2), (x + 1.2, y + 2)), look.of("#f8d048"), 0.7)


BIRDS = (
    Bird("chicken, hen, broody hen", "#f4f0e8 #c87c44", "", "#d8303a", tail="up", crest="comb"),
    Bird("rooster, cock, cockerel", "#c8642c", "", "#2c5c50", tail="up", crest="comb", marks="wing", neck=1),
    Bird("chick, baby chicken, baby chick", "#f8d848", "", "#e0a028", body=7, long=7.4, head=6.6, leg=2),
    Bird("turkey", "#6a4430", "", "#a85c34", tail="fan", crest="comb", body=7.4),
    Bird("mallard, mallard duck", "#8a6a4c", "", "#2c7a4c", bill="broad", leg=2, marks="hood wing"),
    Bird("goose, geese", "#f2f0ea", "", "#c8c4bc", bill="broad", neck=4, head=3.8, leg=2.6),
    Bird("swan", "#f8f8fa", "", INK, "side", "#f08a28", "broad", 6.4, 10, 3.4, 7, 0.6, "short"),
    Bird("owl, barn owl, snowy owl, night owl, wise owl", "#9a6c40", "#ecd8b0", "#6a4428", "front"),
    Bird("snow owl, white owl", "#f4f4f6", WHITE, "#98a0b0", "front"),
    Bird("penguin, emperor penguin, king penguin, baby penguin", "#34405c", WHITE, "#f8c038", "front"),
    Bird("crow, raven, blackbird, rook", "#34343f", "", "#24242c", beak="#5a5860", tail="long"),
    Bird("pigeon, dove", "#98a0b4", "", "#5c8a7c", beak="#e08a80", head=4.6, marks="hood", feet="#e06a60"),
    Bird("white dove, peace dove", "#f8f8f8", "", "#dcdce4", head=4.6, feet="#e06a60"),
    Bird("eagle, bald eagle, golden eagle, sea eagle", "#6a4428", WHITE, "#4a2e1c", bill="hook", tail="long", body=7.4,
         marks="white head"),
    Bird("hawk, falcon, kestrel, osprey", "#8a5c38", "#ecdcbc", "#4a2e1c", bill="hook", tail="long",
         marks="belly barred"),
    Bird("vulture, buzzard, condor", "#4a4048", "#e0a898", "#2e2830", bill="hook", head=4, neck=2.4,
         marks="white head"),
    Bird("parrot, macaw, parakeet, budgie", "#d8343c", WHITE, "#2c6cd0", beak="#4a4650", bill="hook", tail="long",
         marks="wing cheeks"),
    Bird("cockatoo, cockatiel", "#f6f4ec", "", "#f8d048", beak="#5a5860", bill="hook", tail="long", crest="crest"),
    Bird("toucan, hornbill", "#2c2c38", WHITE, "#18181f", bill="huge", tail="long", marks="cheeks", beak="#f8a020"),
    Bird("peacock, peafowl", "#2c5cc8", "", "#3c9a5c", tail="fan", crest="tuft", head=3.6, neck=3, body=5.4, long=6.4,
         beak="#c8c0b0"),
    Bird("flamingo", "#f284a4", "", "#c84a70", bill="hook", body=4.6, long=7, head=3.2, neck=6.6, leg=9.4,
         beak="#4a4048", feet="#e86c90"),
    Bird("ostrich, emu", "#3c3844", "", "#e8b8a4", bill="short", body=6, long=8, head=3.2, neck=6.6, leg=7.4,
         beak="#e8a878", marks="hood"),
    Bird("heron, stork, crane, egret, ibis", "#eceef2", "", "#4a5468", bill="long", body=4.8, long=7, head=3.2, neck=6,
         leg=8, marks="wing"),
    Bird("pelican", "#f2f0ea", "", "#b8b4b0", bill="huge", leg=2, head=4.6, neck=2),
    Bird("seagull, gull, albatross", "#f6f6f8", "", "#98a4b4", head=4.6, marks="wing"),
    Bird("puffin", "#2e2c38", WHITE, "#18181f", bill="huge", marks="belly cheeks", beak="#f07828"),
    Bird("robin, robin redbreast", "#8a6a4c", "#e05c30", "#5a4430", marks="belly cheeks", body=7, long=7.4,
         beak="#4a4650"),
    Bird("bird, songbird, sparrow, finch, nightingale, little bird", "#4a8cd8 #d84048 #c89060 #58a858", WHITE,
         "#3a5080", marks="belly", tail="long"),
    Bird("bluebird, blue bird, blue jay, bluejay, jay", "#3c7cd8", WHITE, "#2a3c70", marks="belly", tail="long",
         crest="crest"),
    Bird("cardinal", "#d8303c", "", "#8a1c28", tail="long", crest="crest"),
    Bird("canary", "#f8d840", "", "#d8a828", tail="long"),
    Bird("magpie", "#2c2c38", WHITE, "#1c3c5c", marks="belly wing", tail="long"),
    Bird("woodpecker", "#3a3844", WHITE, "#d8303c", bill="long", marks="belly", crest="crest", tail="long",
         beak="#6a6870"),
    Bird("hummingbird, kingfisher", "#2ca88c", WHITE, "#c83c6c", bill="long", marks="belly", body=5.4, long=7,
         head=4.6, tail="long", beak="#4a4650"),
    Bird("kiwi bird, kiwi", "#8a6a4c", "", "#5a4430", bill="long", body=7.4, long=8, head=4.2, beak="#e8d8b8"),
    Bird("dodo, dodo bird", "#8a94a4", "#e8e4dc", "#5c6474", bill="huge", beak="#d8c070", body=7.4, head=4.8),
    Bird("phoenix, fire bird, firebird", "#f0641e", "#f8c838", "#f8a020", "wings", crest="tuft", marks="belly wing",
         beak="#f8d048"),
    Bird("cockatrice, rooster dragon", "#c87c34", "", "#3c7c4c", tail="serpent", crest="comb", marks="bat wing",
         neck=1),
    Bird("pterodactyl, pteranodon, pterosaur, flying dinosaur", "#a8784c", "#e0c890", "#7a4c34", "wings",
         crest="crest", marks="belly", beak="#d8b06c"),
    Bird("thunderbird", "#3c5cc8", "#f8e048", "#f8d020", "wings", crest="tuft", marks="wing"),
)  # fmt: skip
"""Birds."""
