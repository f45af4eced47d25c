"""Dragons, wyverns and hydras, seen from the side."""

from __future__ import annotations

from dataclasses import dataclass

from pixdraw.proposals.ruled.anatomy import BONE, FLOOR, Coat, Kind, coat_of, dimmer, eye
from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.look import Look

_BREATHS = (
    (("ice", "frost", "freezing"), "#8ce4f8", "#f0fcff"),
    (("poison", "acid", "toxic"), "#7cd83c", "#e4fc9c"),
    (("lightning", "thunder"), "#f8e048", "#fffbd0"),
    (("fire", "flame", "flames", "breathing", "breath"), "#f07a1e", "#f8dc4c"),
)
"""Words of what a dragon breathes: its outer and its inner colour."""


@dataclass(frozen=True)
class Dragon(Kind):
    """A kind of dragon."""

    heads: int = 1
    wings: bool = True
    arms: bool = True
    """Whether it has forelegs; a wyvern has none."""
    bony: bool = False
    wing: str = ""
    """Colour of the skin of its wings; its belly's if empty."""


def heads_of(look: Look, usual: int) -> int:
    """Return how many heads a thing has: as the prompt says, else the usual number."""
    for number, words in ((2, ("two", "double", "2")), (3, ("three", "triple", "3"))):
        compound = tuple(f"{word}-headed" for word in words)
        if look.has(*compound) or (look.has("headed", "heads") and look.has(*words)):
            return number
    return usual


def dragon(e: Easel, look: Look, d: Dragon) -> None:
    """Paint a dragon that sits, its head at the left."""
    c, heads = coat_of(d, look), heads_of(look, d.heads)
    tail = e.line((20, 26), (26, 28), (29.4, 25.6), (29, 21.6), wide=3.6)
    e.paint(tail, c.skin, 0.4, ROUND)
    e.paint(e.shape((26.6, 21.6), (29, 16.6), (31.2, 21.6), (29, 23)), c.mark, 0.55, seam=True)
    for x, y in ((20.6, 14), (23, 18), (24, 22)):
        e.paint(e.shape((x - 1.4, y - 1), (x + 2.8, y - 2.4), (x + 1, y + 2.6)), c.mark, 0.5)
    if d.wings:
        _wing(e, look, d, c)
    body = e.disc(17, 22, 6.8, 7.4)
    e.paint(body, c.skin, 0.5, ROUND, seam=True)
    if heads > 1:
        size = 0.66 if heads > 2 else 0.8
        for root, to in (((20, 18), (26.4, 10.4)), ((17, 16), (16.4, 5.4)), ((14, 19), (6.6, 12.4)))[
            3 - heads if heads < 3 else 0 :
        ]:
            _neck(e, look, d, c, root, to)
            _head(e, look, d, c, to, size)
    else:
        _neck(e, look, d, c, (15.6, 18.6), (10.6, 9))
    e.paint(body & e.disc(13, 22.6, 3.6, 6), c.pale, 0.6, ROUND)
    for high in (19.0, 22.0, 25.0):
        e.paint(body & e.box(10, high, 16, high + 0.9) & e.disc(13, 22.6, 3.6, 6), c.pale, 0.15)
    if d.bony:
        for high in (17.6, 20.6, 23.6):
            e.paint(body & e.disc(18, high + 1, 5, 1.1), c.ink)
    thigh = e.disc(19.6, 25.4, 4.6, 4)
    e.paint(thigh | e.box(14.6, FLOOR - 2, 20, FLOOR), c.skin, 0.6, ROUND, seam=True)
    if d.arms:
        arm = e.line((13.4, 21.4), (11.4, 25), (11.6, 28), wide=3)
        e.paint(arm | e.box(8.6, FLOOR - 2, 13, FLOOR), c.skin, 0.6, POLE, seam=True)
    for x in (9, 11, 15, 17) if d.arms else (15, 17):
        e.paint(e.box(x, FLOOR - 1, x + 1, FLOOR), c.white)
    if heads == 1:
        _breath(e, look)
        _head(e, look, d, c, (10, 8.4), 1.0)


def _neck(e: Easel, look: Look, d: Dragon, c: Coat, root: tuple[float, float], to: tuple[float, float]) -> None:
    wide = 5.6 if d.heads == 1 else 4.2
    neck = e.line(root, ((root[0] + to[0]) / 2 + 0.8, (root[1] + to[1]) / 2), to, wide=wide)
    e.paint(neck, c.skin, 0.5, ROUND, seam=d.heads > 1)
    shifted = [(x - wide * 0.34, y + 1) for x, y in (root, to)]
    e.paint(neck & e.line(*shifted, wide=1.6), c.pale, 0.6)


def _head(e: Easel, look: Look, d: Dragon, c: Coat, at: tuple[float, float], size: float) -> None:
    """Paint a head, given its middle."""
    x, y = at
    horn = look.part("horn", BONE)
    for back, up in ((6.4, 6.4), (8, 3.6)) if size == 1.0 else ((5.4, 5.4),):
        e.paint(
            e.shape((x + 1 * size, y - 3.6 * size), (x + back * size, y - up * size), (x + 4.4 * size, y - 1 * size)),
            horn,
            0.55,
        )
    skull = e.disc(x, y, 5.6 * size, 4.7 * size) | e.line(
        (x - 2 * size, y + 1.4 * size), (x - 6 * size, y + 2.2 * size), wide=4.6 * size
    )
    e.paint(skull, c.skin, 0.6, ROUND, seam=True)
    e.paint(skull & (e.y > y + 2.8 * size) & (e.x < x + 1), c.pale, 0.5)
    if size == 1.0:
        e.paint(e.shape((x + 2, y + 0.4), (x + 6.4, y - 0.2), (x + 3.4, y + 3.4)), c.mark, 0.5, seam=True)
        e.paint(e.box(x - 8, y + 2, x - 2, y + 3) & skull, c.ink)
        e.paint(e.box(2, round(y), 3, round(y) + 1) & skull, c.ink)
        for along in (-6.4, -4):
            e.paint(e.box(round(x + along), round(y) + 3, round(x + along) + 1, round(y) + 4) & skull, c.white)
    if d.bony:
        e.paint(e.box(round(x - 2.6 * size), round(y - 2), round(x - 2.6 * size) + 3, round(y - 2) + 3), c.ink)
        e.paint(
            e.box(round(x - 2.6 * size) + 1, round(y - 1), round(x - 2.6 * size) + 2, round(y)),
            look.part("eye", "#e83a3a")[2:3],
        )
    else:
        eye(e, look, c, x - 2.8 * size, y - 2.2 * size, high=3 if size == 1.0 else 2)


def _wing(e: Easel, look: Look, d: Dragon, c: Coat) -> None:
    """Paint a wing like a bat's, raised."""
    usual = look.of(d.wing) if d.wing and look.own is None else dimmer(c.pale, 0.85) if look.own is not None else c.mark
    ramp = look.parts.get("wing", usual)
    arm = ((18, 18), (19.6, 2.6))
    skin = e.shape((17, 19), arm[1], (24.4, 1.6), (31, 9), (27.8, 9.6), (29.4, 15), (25.2, 14.4), (25, 19.4), (20, 20))
    if d.bony:
        for to in ((30.4, 9), (28.6, 14.6), (24.6, 18.6)):
            e.paint(e.line(arm[1], to, wide=1.4), c.skin, 0.5)
    else:
        e.paint(skin, ramp, 0.5, ROUND, seam=True)
        for to in ((27.8, 9.6), (25.2, 14.4)):
            e.paint(skin & e.line(arm[1], to, wide=1), ramp, 0.1)
    e.paint(e.line(*arm, wide=2), c.skin, 0.6)
    e.paint(e.line(arm[1], (24.4, 2.2), (30.4, 8.6), wide=1.5), c.skin, 0.5)


def _breath(e: Easel, look: Look) -> None:
    """Paint what a dragon breathes out, if the prompt says that it does."""
    if not look.has("breathing", "breath", "breathes", "spitting", "spits"):
        return
    outer, inner = next((pair for words, *pair in _BREATHS if look.has(*words)), ("#f07a1e", "#f8dc4c"))
    plume = e.shape((4.6, 11.6), (1.2, 16), (1, 22), (3, 20.4), (3, 27.4), (6, 23.4), (8, 27), (9, 20), (7.6, 15))
    e.paint(plume, look.of(outer), 0.55, ROUND)
    e.paint(e.shape((4.8, 13.4), (3, 18), (5, 23), (7, 19)), look.of(inner), 0.75)


DRAGONS = (
    Dragon("dragon, fire dragon, baby dragon, little dragon, red dragon, dragon whelp, drake, fire drake, "
           "dragon hatchling, elder dragon, ancient dragon", "#cc3834 #cc3834 #3c9a54", "#f4cc84", "#7c1c30",
           takes="fire ice", wing="#f0a040"),
    Dragon("ice dragon, frost dragon, water dragon", "#4c9ce0", "#dcf2fa", "#244c98", wing="#b4e4f8"),
    Dragon("shadow dragon, dark dragon", "#40364e", "#7c6a94", "#241c30", wing="#6c3c8c"),
    Dragon("bone dragon, skeleton dragon, undead dragon, skeletal dragon, dracolich, zombie dragon", BONE, "#f8f4e4",
           "#b8ac8c", bony=True),
    Dragon("wyvern, baby wyvern", "#5c8a4c #7c5a94", "#e4dcac", "#34502c", arms=False, wing="#c8a458"),
    Dragon("hydra, lernaean hydra", "#3c8a7c", "#d4e4b0", "#1c4c50", heads=3, wings=False),
    Dragon("poison dragon, forest dragon, green dragon", "#4ca048", "#ecec9c", "#24582c", wing="#a8d05c"),
)  # fmt: skip
"""Dragons."""
