"""Drinks, and what is in jars."""

from __future__ import annotations

from pixdraw.proposals.ruled.dishes import flavour, steam
from pixdraw.proposals.ruled.easel import POLE, Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

CHINA = ("#f2f0ec", "#f2f0ec", "#c8505a", "#5a8ac8", "#e8c860")
"""Colours of cups."""


def cup(e: Easel, look: Look) -> None:
    """A cup of a hot drink on its saucer, steaming."""
    china, form = look.part("cup", *CHINA), look.pick("form", "cup", "mug", "bowl")
    form = "mug" if look.has("mug") else form
    drink = look.of("#b8742c") if look.has("tea") else look.of("chocolate")
    if form != "mug" or look.chance("saucer", 0.3):
        e.paint(e.disc(15, 28, 13, 2.6), look.part("saucer", *CHINA[:1]) if look.own is None else china, 0.5)
    e.paint(e.disc(25.5, 18.5, 5, 4.8) & ~e.disc(25.5, 18.5, 2.8, 2.8), china, 0.5)
    bodies = {
        "cup": e.shape((4, 12), (26, 12), (23.5, 23), (19.5, 27.4), (10.5, 27.4), (6.5, 23)),
        "mug": e.box(5, 12, 25, 27) | e.disc(15, 27, 10, 2),
        "bowl": e.shape((4, 12), (26, 12), (25, 20), (21, 26), (16, 28), (14, 28), (9, 26), (5, 20)),
    }
    body = bodies[form]
    e.paint(body, china, 0.6, POLE, seam=True)
    pattern = look.pick("pattern", "plain", "band", "dots", "heart")
    ink = look.of("#c8505a", "#4a78c8", "#e0a040")
    if pattern == "band":
        e.paint(body & (abs(e.y - 21) < 1.6), ink, 0.55)
    elif pattern == "dots":
        for x, y in ((8.6, 18), (13, 22), (17, 18), (21, 22)):
            e.paint(e.disc(x, y, 1.4), ink, 0.55)
    elif pattern == "heart":
        e.paint(
            e.disc(13.4, 19, 2.2) | e.disc(16.8, 19, 2.2) | e.shape((11.4, 19.8), (18.8, 19.8), (15.1, 24)), ink, 0.55
        )
    e.paint(e.disc(15, 12.4, 11 if form != "mug" else 10, 3), china, 0.85)
    e.paint(e.disc(15, 12.8, 9.2 if form != "mug" else 8.4, 2), drink, 0.4)
    steam(e, look, (10, 15, 20), 8.4)


def jar(e: Easel, look: Look) -> None:
    """A jar of honey, jam or something else, with a label."""
    usual = ("#f0a81e",) if look.has("honey") else ("#f0a81e", "#c8243c", "#8a4aa0", "#6ab04a")
    glass, content = look.of("#c4e0ec"), flavour(look, *usual)
    bodies = {
        "straight": (e.box(6, 9, 26, 29) | e.disc(16, 28, 10, 2.4), e.box(7.4, 9, 24.6, 29)),
        "round": (e.disc(16, 19.4, 11.4, 10.6), e.disc(16, 19.4, 10, 9.2)),
        "square": (e.shape((8, 9), (24, 9), (27, 13), (27, 30), (5, 30), (5, 13)), e.box(6.4, 9, 25.6, 28.6)),
    }
    body, inner = bodies[look.pick("form", "straight", "round", "square")]
    e.paint(body, glass, 0.7, POLE)
    if not look.has("empty"):
        top = look.between("filled", 11.4, 15)
        e.paint(inner & (e.y > top), content, 0.5, POLE)
        e.paint(inner & (e.y > top) & (e.y < top + 1.2), content, 0.9)
        labels = {"square": e.box(10, 17, 22, 25), "round": e.disc(16, 21, 6.4, 4.8), "tag": e.box(11, 18, 21, 24)}
        form = look.pick("label", "square", "round", "tag")
        e.paint(labels[form], look.of("#f6ecd0"), 0.65, seam=True)
        e.paint(e.disc(16, 21, 2.8, 2.6) if form != "tag" else e.box(13, 20, 19, 21.4), content, 0.5)
    e.paint(e.box(8.4, 13, 9.6, 22), look.of("#ffffff"), 0.8)
    lids = ("wood",) if look.has("honey") else ("#c83a34", "#c83a34", "gold", "#3a72c8", "wood")
    kind, lid = look.pick("lid form", "screw", "cloth", "cork"), look.part("lid", *lids)
    if kind == "cloth":
        e.paint(e.shape((8, 3), (24, 3), (28, 11), (24, 9.6), (16, 11), (8, 9.6), (4, 11)), lid, 0.55, POLE, seam=True)
        e.paint(e.box(7.4, 7, 24.6, 8.4), look.of("straw"), 0.5)
    elif kind == "cork":
        e.paint(e.box(8, 2, 24, 8), look.part("lid", "wood"), 0.6, POLE, seam=True)
        e.paint(e.box(6, 7.4, 26, 10), glass, 0.8, POLE, seam=True)
    else:
        e.paint(e.box(6, 3, 26, 9), lid, 0.55, POLE, seam=True)


def bottle(e: Easel, look: Look) -> None:
    """A bottle of glass, with a cork."""
    colours = ("#3f7a4a", "#6a2a3a") if look.has("wine") else ("#e8ecf0",) if look.has("milk") else (
        "#8cc4b4", "#8cc4b4", "#5a9a5a", "#a8783c", "#7aa8d8")  # fmt: skip
    glass, form = look.whole(*colours), look.pick("form", "sloped", "square", "round", "slim", "flask")
    form = "square" if look.has("rum") and form == "round" else form
    e.paint(e.box(13.6, 1.6, 18.4, 6), look.of("wood"), 0.6, POLE)
    bodies = {
        "sloped": e.box(13, 5, 19, 14) | e.shape((13, 11), (19, 11), (23, 16), (23, 30), (9, 30), (9, 16)),
        "square": e.box(13, 5, 19, 12) | e.shape((13, 10), (19, 10), (25, 12), (25, 30), (7, 30), (7, 12)),
        "round": e.box(13.4, 5, 18.6, 16) | e.disc(16, 20.6, 10, 9.6),
        "slim": e.box(13.4, 5, 18.6, 14) | e.shape((13.4, 10), (18.6, 10), (21, 17), (21, 30), (11, 30), (11, 17)),
        "flask": e.box(13, 5, 19, 14) | e.shape((13, 12), (19, 12), (26, 30), (6, 30)),
    }
    body = bodies[form]
    e.paint(body, glass, 0.55, POLE, seam=True)
    e.paint(e.box(12.4, 5, 19.6, 7), glass, 0.7, POLE)
    e.paint(body & e.box(10.6, 16, 12, 24) | e.box(13.8, 8, 14.8, 12), look.of("#ffffff"), 0.85)
    if look.has("wine", "beer", "rum", "milk") or look.chance("label", 0.4):
        top = look.between("label at", 18, 21)
        e.paint(body & e.box(9.6, top, 22.4, top + 7), look.of("#f6ecd0", "#f6ecd0", "#d8b04a"), 0.65, seam=True)
        e.paint(body & e.box(12, top + 2.6, 20, top + 4), look.of("#a8342c", "#2a4a8a", "#3a6a3a"), 0.5)
    elif look.chance("filled", 0.5):
        e.paint(body & (e.y > look.between("high", 15, 20)), glass, 0.3, POLE)


KINDS = (
    Kind(
        "cup of coffee, coffee cup, cup of tea, tea cup, teacup, coffee, coffee mug, mug of coffee, hot coffee",
        cup,
        takes="black",
        freedom=1.0,
    ),
    Kind(
        "jar, jar of honey, honey jar, jar of jam, jam jar, strawberry jam, glass jar, jar of strawberry jam, honey",
        jar,
        takes="honey, jam, strawberry, raspberry, cherry, blueberry, orange, grape",
        freedom=1.0,
    ),
    Kind("bottle, glass bottle", bottle, takes="wine, rum, milk", freedom=1.0),
)
