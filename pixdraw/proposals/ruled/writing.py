"""What one writes with and sends: pencils, ink, letters, paper."""

from __future__ import annotations

from pixdraw.proposals.ruled.easel import POLE, ROUND, Easel
from pixdraw.proposals.ruled.forms import (
    INK,
    WHITE,
    Axis,
    dots,
    heart,
    turned,
)
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


def inkwell(e: Easel, look: Look) -> None:
    """A pot of ink with a quill in it."""
    glass = look.part("bottle", "#4a5a8a")
    axis = Axis(e, (14, 20), (29, 2))
    e.paint(axis.swept(4, axis.long, (0.8, 3.4, 4, 3.4, 0.3)), look.whole("#f0ead8"), 0.6)
    e.paint(axis.line((0, 0), (axis.long - 3, 0), wide=1), look.of("#c8b890"), 0.5)
    e.paint(e.box(9, 16, 19, 20), glass, 0.6, POLE, seam=True)
    e.paint(turned(e, (20, 5), (22.4, 10), (29.6, 10.4), x=14), glass, 0.5, POLE, seam=True)
    e.paint(e.box(6.6, 24, 8, 28), look.of(WHITE), 0.8)
    e.paint(e.box(9, 24, 20, 28), look.of("#f0e4c4"), 0.6, seam=True)


def pencil(e: Easel, look: Look) -> None:
    """A pencil, a pen, a crayon or a brush."""
    axis, body = Axis(e, (4, 28), (28, 4)), look.whole("#f0b020", "#f0b020", "#f0b020", "#d23838")
    if look.has("brush", "paintbrush"):
        e.paint(axis.swept(10, axis.long, (1.6, 1.9, 1.4, 1.2, 0.8)), look.part("handle", "wood"), 0.6)
        e.paint(axis.band(8.4, 14, 5), look.of("iron"), 0.6, seam=True)
        e.paint(
            axis.swept(-1.6, 8.6, (0.3, 2.8, 3.2, 2.5)),
            look.part("paint", "#d23838", "#3a72c8", "#3c9a58") if look.own is None else look.own,
            0.55,
            seam=True,
        )
        return
    e.paint(axis.band(6, axis.long - 2, 6), body, 0.55)
    e.paint(axis.band(6, axis.long - 2, 6) & (axis.aside > 1), body, 0.3)
    e.paint(axis.band(6, axis.long - 2, 2) & (axis.aside < 1), body, 0.85)
    e.paint(axis.shape((-1.4, 0), (6.4, 3), (6.4, -3)), look.of("#f0d8a8"), 0.6)
    e.paint(
        axis.shape((-1.4, 0), (1.8, 1.5), (1.8, -1.5)), look.of(INK) if not look.has("crayon", "colored") else body, 0.5
    )
    e.paint(axis.band(axis.long - 5, axis.long - 2.6, 6.4), look.of("silver"), 0.6)
    e.paint(axis.band(axis.long - 2.6, axis.long + 1, 6), look.of("#f08a9a"), 0.6)


def letter(e: Easel, look: Look) -> None:
    """A letter in its envelope, sealed; a love letter with a heart."""
    paper, seal = look.whole("#f2e8d0"), look.part("seal", "#c8242c")
    e.paint(e.box(2, 6, 30, 26), paper, 0.6)
    e.paint(e.line((2.6, 25.4), (12.6, 15.4), wide=1) | e.line((29.4, 25.4), (19.4, 15.4), wide=1), paper, 0.25)
    e.paint(e.shape((2, 6), (30, 6), (16, 18.6)), paper, 0.8, seam=True)
    e.paint(e.line((2.6, 6.6), (16, 18), (29.4, 6.6), wide=1.1), paper, 0.25)
    if look.has("love", "heart", "valentine"):
        e.paint(heart(e, 16, 17, 4.6), seal, 0.6, ROUND, seam=True)
    else:
        e.paint(e.disc(16, 17.4, 3.8), seal, 0.55, ROUND, seam=True)
        e.paint(e.disc(16, 17.4, 1.7), seal, 0.2)


def paper(e: Easel, look: Look) -> None:
    """A sheet of paper with writing; a poster, a note, a list, a contract."""
    sheet = look.whole("#ecd8a4" if look.has("wanted", "quest", "poster", "contract", "old") else "#f6f4ea")
    e.paint(e.shape((6, 2), (21, 2), (27, 8), (27, 30), (6, 30)), sheet, 0.65)
    e.paint(e.shape((21, 2), (27, 8), (21, 8)), sheet, 0.3, seam=True)
    ink = look.of("#5a4a44")
    if look.has("wanted", "poster"):
        e.paint(e.box(9, 5, 20, 7.4), ink, 0.3)
        e.paint(e.box(11, 10, 22, 21), sheet, 0.25, seam=True)
        e.paint(e.disc(16.4, 14, 2.8) | e.disc(16.4, 20.6, 4.6, 3.4) & (e.y < 21), ink, 0.3)
        e.paint(e.box(10, 24, 23, 26.4), look.of("#a8342c"), 0.5)
        return
    for y, right in ((10, 23), (13.4, 24), (16.8, 21), (20.2, 24), (23.6, 18)):
        e.paint(e.box(9, y, right, y + 1.1), ink, 0.4)
    if look.has("checklist", "list", "quest"):
        e.paint(dots(e, (8.4, 9.4), (8.4, 12.8), (8.4, 16.2), (8.4, 19.6), size=2), look.of("#3c9a58"), 0.5)
    if look.has("contract", "quest"):
        e.paint(e.disc(22, 26, 2.5), look.of("#c8242c"), 0.55, ROUND, seam=True)


KINDS = (
    Kind("inkwell, ink bottle, quill and ink, ink pot, quill and inkwell, ink", inkwell),
    Kind("pencil, pen, crayon, paintbrush, paint brush, marker, colored pencil", pencil, "colored, paint"),
    Kind(
        "letter, envelope, mail, love letter, sealed letter, mail envelope, invitation",
        letter,
        "love, sealed, wax, secret, royal",
        freedom=0.2,
    ),
    Kind(
        "paper, note, sheet of paper, document, contract, wanted poster, quest note, quest paper, list, "
        "checklist, newspaper, piece of paper, poster",
        paper,
        "quest, wanted, old, shopping, secret",
    ),
)
