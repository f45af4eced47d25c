"""What a game's interface shows: bars, buttons, pointers, bubbles, signs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import INK, WHITE, arc, dots, heart, hoop, polygon, star
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look

_GLYPHS = {
    "A": "### #.# ### #.# #.#", "B": "##. #.# ##. #.# ##.", "C": "### #.. #.. #.. ###", "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###", "G": "### #.. #.# #.# ###", "I": "### .#. .#. .#. ###", "K": "#.# #.# ##. #.# #.#",
    "L": "#.. #.. #.. #.. ###", "M": "#.# ### ### #.# #.#", "N": "##. #.# #.# #.# #.#", "O": "### #.# #.# #.# ###",
    "P": "### #.# ### #.. #..", "Q": "### #.# #.# ### ..#", "R": "##. #.# ##. #.# #.#", "S": "### #.. ### ..# ###",
    "T": "### .#. .#. .#. .#.", "U": "#.# #.# #.# #.# ###", "V": "#.# #.# #.# #.# .#.", "X": "#.# #.# .#. #.# #.#",
    "Y": "#.# #.# .#. .#. .#.", "0": "### #.# #.# #.# ###", "1": ".#. ##. .#. .#. ###", "2": "### ..# ### #.. ###",
    "3": "### ..# ### ..# ###", "5": "### #.. ### ..# ###", "9": "### #.# ### ..# ###", "F": "### #.. ##. #.. #..",
    "H": "#.# #.# ### #.# #.#", "W": "#.# #.# ### ### #.#",
}  # fmt: skip


def write(e: Easel, text: str, left: float, top: float, ramp: Ramp, cell: float = 1.0) -> None:
    """Paint letters of three by five cells."""
    for number, letter in enumerate(text):
        for down, row in enumerate(_GLYPHS.get(letter, "").split()):
            for across, sign in enumerate(row):
                if sign == "#":
                    x, y = left + (number * 4 + across) * cell, top + down * cell
                    e.paint((e.columns > x) & (e.columns <= x + cell) & (e.rows > y) & (e.rows <= y + cell), ramp, 0.6)


@dataclass(frozen=True)
class Gauge:
    """How a bar that fills is made."""

    usual: str
    sign: str = ""
    """heart, drop, bolt, star or nothing, before the bar."""


def gauge(form: Gauge, e: Easel, look: Look) -> None:
    """A bar in its frame, as full as is said."""
    fill = look.whole(form.usual)
    share = (
        0.06
        if look.has("empty")
        else 1.0
        if look.has("full")
        else 0.5
        if look.has("half")
        else 0.25
        if look.has("low")
        else look.between("share", 0.6, 0.9)
    )
    left = 8.0 if form.sign else 2.0
    e.paint(e.box(left - 1, 10, 31, 22), look.part("frame", "#6a7080", "gold", "wood"), 0.6, BEAM)
    e.paint(e.box(left + 1, 12, 29, 20), look.of("#2a2230"), 0.4, seam=True)
    end = left + 1 + (28 - left) * share
    inner = e.box(left + 1, 12, 29, 20) & (e.x < end)
    e.paint(inner, fill, 0.5, BEAM)
    e.paint(inner & (e.y > 12.4) & (e.y < 14), fill, 1)
    for x in np.arange(left + 8, 28, 7):
        e.paint(inner & (abs(e.x - x) < 0.5), fill, 0.15)
    if look.has("heart") or form.sign == "heart":
        e.paint(heart(e, 7, 16, 6.4), look.of("#e0243c") if look.own is None else fill, 0.5, ROUND, seam=True)
        e.paint(e.box(4, 12, 5.6, 13.6), look.of(WHITE), 0.9)
    elif form.sign == "drop":
        e.paint(e.disc(7, 17.6, 5, 5) | e.shape((7, 7), (11, 15), (3, 15)), fill, 0.5, ROUND, seam=True)
    elif form.sign == "bolt":
        e.paint(
            e.shape((9, 7), (2, 17), (6.4, 17), (5, 25), (12.4, 14), (7.6, 14)), look.of("lightning"), 0.6, seam=True
        )
    elif form.sign == "star":
        e.paint(star(e, 7, 16, 7), look.of("#f8c830"), 0.6, ROUND, seam=True)


_TEXTS = {
    "start": "START", "play": "", "pause": "", "stop": "", "ok": "OK", "yes": "YES", "no": "NO", "exit": "EXIT",
    "quit": "QUIT", "menu": "MENU", "next": "NEXT", "back": "BACK", "new": "NEW", "buy": "BUY", "sell": "SELL",
    "shop": "SHOP", "help": "HELP",
}  # fmt: skip


def push(e: Easel, look: Look) -> None:
    """A button of an interface, with its text or sign."""
    ramp = look.whole("#3a9a4a", "#3a72c8", "#d8343c", "#e0a028")
    text = next((shown for word, shown in _TEXTS.items() if look.has(word)), "START")
    wide = bool(text)
    left, right = (0.6, 31.4) if wide else (4, 28)
    top, low = (9, 24) if wide else (4, 28)
    e.paint(e.box(left, top, right, low), ramp, 0.25)
    e.paint(e.box(left, top, right, low - 2.4), ramp, 0.55, seam=True)
    e.paint(e.box(left + 1, top + 1, right - 1, top + 2.2), ramp, 0.95)
    white = look.part("text", WHITE)
    if wide:
        cell = _cell(e)
        across = (4 * len(text) - 1) * cell
        write(e, text, round((16 - across / 2) / cell) * cell, round((top + low - 2.4) / 2 - 2 * cell), white, cell)
    elif look.has("pause"):
        e.paint(e.box(10, 9, 14, 21) | e.box(18, 9, 22, 21), white, 0.7)
    elif look.has("stop"):
        e.paint(e.box(10, 9.6, 22, 21), white, 0.7)
    else:
        e.paint(e.shape((11, 8), (23, 15), (11, 22)), white, 0.7)


def _cell(e: Easel) -> float:
    """Return the side of one cell of the picture, in units."""
    return 32 / e.side


def cursor(e: Easel, look: Look) -> None:
    """A pointer: an arrow, a hand or a cross of aim."""
    white = look.whole("#f6f6fa")
    if look.has("hand", "glove", "pointing", "finger"):
        e.paint(e.box(9, 2, 13.4, 18) | e.disc(11.2, 2.6, 2.2), white, 0.6, POLE)
        for x in (13.4, 17.6, 21.8):
            e.paint(e.box(x, 11, x + 4.2, 20) | e.disc(x + 2.1, 11.4, 2.1), white, 0.55, POLE, seam=True)
        e.paint(e.line((8, 22), (4.4, 16), wide=4), white, 0.6, seam=True)
        e.paint(e.shape((9, 17), (26, 17), (25, 25), (23, 29), (12, 29), (8, 23)), white, 0.5, POLE)
        return
    if look.has("crosshair", "reticle", "aim", "target"):
        red = look.whole("#f0343c")
        e.paint(hoop(e, 16, 16, 11, 2), red, 0.6)
        e.paint(
            e.box(15, 1, 17, 11)
            | e.box(15, 21, 17, 31)
            | e.box(1, 15, 11, 17)
            | e.box(21, 15, 31, 17)
            | e.box(15, 15, 17, 17),
            red,
            0.6,
        )
        return
    e.paint(e.shape((6, 2), (25.4, 20), (17.4, 20.6), (21.4, 28.6), (17.6, 30.4), (13.6, 22.4), (6, 28)), white, 0.6)


def bubble(e: Easel, look: Look) -> None:
    """A bubble of speech or thought, with dots, a sign or a heart."""
    white = look.whole("#fbfbf6")
    if look.has("thought", "thinking", "dream"):
        for x, y, size in ((9, 12, 6), (23, 12, 6), (13, 8, 6), (20, 8, 6), (12, 16, 6), (20, 16, 6)):
            e.paint(e.disc(x, y, size), white, 0.6)
        e.paint(e.disc(10, 25.4, 2.8) | e.disc(6, 29.4, 1.6), white, 0.6)
    else:
        e.paint(e.box(3, 3, 29, 21) | e.box(2, 5, 30, 19), white, 0.6)
        e.paint(e.shape((8, 20), (16, 20), (7, 29.4)), white, 0.6)
    ink = look.of(INK)
    if look.has("exclamation", "alert", "!"):
        e.paint(e.box(14.4, 6, 17.6, 14) | e.box(14.4, 15.4, 17.6, 18.4), look.of("#d8242c"), 0.5)
    elif look.has("question", "?"):
        e.paint(e.line(*arc(16, 9, 3.4, 180, 380), (16, 13.6), wide=2) | e.box(15, 15.8, 17.2, 18), ink, 0.4)
    elif look.has("heart", "love"):
        e.paint(heart(e, 16, 12, 5.4), look.of("#e0243c"), 0.55)
    else:
        e.paint(dots(e, (8.4, 11), (14.6, 11), (20.8, 11), size=2.8), ink, 0.4)


def pointing_arrow(e: Easel, look: Look) -> None:
    """An arrow of an interface, in the direction that is said."""
    ramp = look.whole("#3ab04a", "#e8a028", "#3a8ae0")
    forms = {
        "left": ((2, 16), (15, 4), (15, 11), (30, 11), (30, 21), (15, 21), (15, 28)),
        "up": ((16, 2), (28, 15), (21, 15), (21, 30), (11, 30), (11, 15), (4, 15)),
        "down": ((16, 30), (28, 17), (21, 17), (21, 2), (11, 2), (11, 17), (4, 17)),
        "right": ((30, 16), (17, 4), (17, 11), (2, 11), (2, 21), (17, 21), (17, 28)),
    }
    form = next((corners for word, corners in forms.items() if look.has(word)), forms["right"])
    e.paint(e.shape(*form), ramp, 0.55)


def check(e: Easel, look: Look) -> None:
    """A tick, or a cross for what is wrong."""
    if look.has("x", "cross", "wrong", "red", "cancel", "close") and not look.has("check", "checkmark", "tick"):
        red = look.whole("#e0303a")
        e.paint(e.line((7, 7), (25, 25), wide=6.4) | e.line((25, 7), (7, 25), wide=6.4), red, 0.55)
        return
    green = look.whole("#3ab84a")
    e.paint(e.line((5, 17), (12.4, 25), (27, 7), wide=6), green, 0.55)


def mark(e: Easel, look: Look) -> None:
    """An exclamation or question mark; a plus or minus."""
    gold = look.whole("#f8c030")
    if look.has("question"):
        e.paint(e.line(*arc(16, 10, 7, 180, 400), (16, 20.4), wide=5), gold, 0.55)
        e.paint(e.box(13.4, 24, 18.6, 29.4), gold, 0.55)
    elif look.has("plus", "minus"):
        e.paint(
            e.box(4, 12.4, 28, 19.6) | (e.box(12.4, 4, 19.6, 28) & look.has("plus")),
            look.whole("#3ab84a" if look.has("plus") else "#e0303a"),
            0.55,
        )
    else:
        e.paint(e.shape((11.6, 2), (20.4, 2), (18.4, 21), (13.6, 21)), gold, 0.55)
        e.paint(e.box(13, 24, 19, 30), gold, 0.55)


def counter(e: Easel, look: Look) -> None:
    """A count of coins, gems or lives."""
    if look.has("life", "lives", "heart", "hearts"):
        e.paint(heart(e, 8, 16, 7), look.of("#e0243c"), 0.5, ROUND)
    elif look.has("gem", "gems", "diamond"):
        e.paint(e.shape((1.4, 14), (4, 9), (12, 9), (14.6, 14), (8, 23)), look.of("#3ac8e8"), 0.55)
    else:
        e.paint(e.disc(8, 16, 7.4), look.of("gold"), 0.5, ROUND)
        e.paint(e.box(7, 12, 9, 20), look.of("gold"), 0.15)
    cell = _cell(e)
    e.paint(e.box(15, 9, 31, 23), look.of("#3a4054"), 0.5, seam=True)
    write(e, "X", 17, 14, look.of(WHITE), cell)
    write(e, look.pick("count", "9", "5", "3", "2"), 22, 11, look.of(WHITE), 2 * cell)


def frame(e: Easel, look: Look) -> None:
    """An empty slot, a window or a panel of an interface, with a frame."""
    wood = look.whole("wood" if look.has("wooden", "wood") else "#5a6478")
    inside = look.of("#2a2c3a") if look.has("slot", "inventory") else look.of("#e8dcc0")
    top, low = (5, 27) if look.has("dialog", "dialogue", "text", "message") else (3, 29)
    e.paint(e.box(3, top, 29, low), wood, 0.55)
    e.paint(e.box(6, top + 3, 26, low - 3), inside, 0.5, seam=True)
    for x in (3.4, 26.6):
        for y in (top + 0.6, low - 2.6):
            e.paint(e.box(x, y, x + 2, y + 2), look.of("gold"), 0.7)
    if look.has("dialog", "dialogue", "text", "message"):
        for y, right in ((11, 24), (15, 22), (19, 18)):
            e.paint(e.box(8, y, right, y + 1.2), look.of("#5a4a3c"), 0.4)
        e.paint(e.shape((22, 20), (26, 20), (24, 23)), look.of("#5a4a3c"), 0.4)


def menu_sign(e: Easel, look: Look) -> None:
    """A sign of menus: a house, a loudspeaker, a disk for saving."""
    ramp = look.whole("#e8ecf4")
    if look.has("home", "house"):
        e.paint(e.shape((16, 2), (30, 15), (26, 15), (26, 29), (6, 29), (6, 15), (2, 15)), ramp, 0.55)
        e.paint(e.box(12.6, 18, 19.4, 29), look.of(INK), 0.5)
    elif look.has("sound", "speaker", "volume", "mute"):
        e.paint(e.shape((3, 12), (9, 12), (17, 4), (17, 28), (9, 20), (3, 20)), ramp, 0.55)
        if look.has("mute"):
            e.paint(
                e.line((21, 11), (29, 21), wide=2.2) | e.line((29, 11), (21, 21), wide=2.2), look.of("#e0303a"), 0.55
            )
        else:
            for size in (6, 11):
                e.paint(e.line(*arc(17, 16, size, -50, 50), wide=2), ramp, 0.6)
    else:
        e.paint(e.shape((3, 3), (25, 3), (29, 7), (29, 29), (3, 29)), look.whole("#3a62b8"), 0.5)
        e.paint(e.box(9, 3, 22, 11), look.of("silver"), 0.6, seam=True)
        e.paint(e.box(17, 4.4, 20, 9.6), look.of(INK), 0.4)
        e.paint(e.box(7, 16, 25, 29), look.of("#f4f2ea"), 0.6, seam=True)
        for y in (19, 22, 25):
            e.paint(e.box(9.4, y, 22.6, y + 1), look.of("#8a8a96"), 0.5)


def pin(e: Easel, look: Look) -> None:
    """A pin on a map; a dot with a hole."""
    red = look.whole("#e0303a")
    e.paint(e.disc(16, 12, 10.4) | e.shape((6.4, 15), (25.6, 15), (16, 31)), red, 0.55, ROUND)
    e.paint(e.disc(16, 12, 4.4), look.of("#fbf6f0"), 0.7, seam=True)


def plain_form(e: Easel, look: Look) -> None:
    """A plain form: a square, a circle, a cube."""
    ramp = look.whole("#e0303a", "#3a8ae0", "#3ab84a", "#f0b028")
    if look.has("triangle"):
        e.paint(e.shape((16, 3), (30, 28), (2, 28)), ramp, 0.55)
    elif look.has("circle"):
        e.paint(e.disc(16, 16, 13.6), ramp, 0.55, ROUND)
    elif look.has("hexagon"):
        e.paint(polygon(e, 16, 16, 14.6, 6), ramp, 0.55)
    elif look.has("pentagon"):
        e.paint(polygon(e, 16, 17, 14.6, 5), ramp, 0.55)
    elif look.has("cube"):
        e.paint(e.shape((16, 2), (29, 9), (16, 16), (3, 9)), ramp, 0.9)
        e.paint(e.shape((3, 9), (16, 16), (16, 30.4), (3, 23)), ramp, 0.55, seam=True)
        e.paint(e.shape((29, 9), (16, 16), (16, 30.4), (29, 23)), ramp, 0.25, seam=True)
    elif look.has("sphere"):
        e.paint(e.disc(16, 16, 13.6), ramp, 0.5, ROUND)
        e.paint(e.disc(11, 10.6, 2.6), ramp, 1)
    else:
        e.paint(e.box(4, 4, 28, 28), ramp, 0.55)


KINDS = (
    Kind(
        "health bar, hp bar, life bar, healthbar, health meter, health gauge, boss health bar",
        partial(gauge, Gauge("#e0303a", "heart")),
        "boss, low, full, half, empty, game",
        freedom=0,
    ),
    Kind(
        "mana bar, mp bar, magic bar, mana meter",
        partial(gauge, Gauge("#3a72e8", "drop")),
        "full, empty, low",
        freedom=0,
    ),
    Kind(
        "stamina bar, energy bar, energy meter, power bar, stamina meter",
        partial(gauge, Gauge("#f0b830", "bolt")),
        "full, empty, low",
        freedom=0,
    ),
    Kind(
        "progress bar, loading bar, experience bar, xp bar, exp bar, loading screen bar",
        partial(gauge, Gauge("#3ab84a")),
        "full, empty, game",
        freedom=0,
    ),
    Kind(
        "button, start button, play button, pause button, stop button, menu button, ui button, game button, "
        "ok button, exit button, buy button, shop button, wooden button",
        push,
        "start, play, pause, menu, ui, game, exit, buy, ok",
        freedom=0,
    ),
    Kind(
        "cursor, mouse cursor, mouse pointer, pointer, hand cursor, arrow cursor, crosshair, aim reticle, "
        "reticle, pointing hand, hand pointer, glove cursor",
        cursor,
        "hand, mouse, game, pointing, arrow",
        freedom=0,
    ),
    Kind(
        "speech bubble, thought bubble, dialog bubble, speech balloon, chat bubble, dialogue bubble, "
        "text bubble, alert bubble",
        bubble,
        "thought, empty, exclamation",
        freedom=0,
    ),
    Kind(
        "arrow icon, right arrow, left arrow, up arrow, down arrow, arrow button, direction arrow, arrow sign",
        pointing_arrow,
        "right, left, up, down",
        freedom=0,
    ),
    Kind(
        "checkmark, check mark, tick, green checkmark, green check mark, tick mark, check, red cross, red x, "
        "x mark, cross mark, cross icon, close button, cancel button",
        check,
        freedom=0,
    ),
    Kind(
        "exclamation mark, question mark, exclamation point, plus sign, minus sign, plus icon, quest marker, plus",
        mark,
        "quest, yellow",
        freedom=0,
    ),
    Kind(
        "coin counter, gem counter, life counter, lives counter, heart counter, score counter, coins counter, "
        "money counter",
        counter,
        "game",
        freedom=0,
    ),
    Kind(
        "inventory slot, item slot, dialog box, dialogue box, text box, ui panel, message box, inventory window, "
        "ui frame, menu panel, wooden panel, ui window, item frame",
        frame,
        "inventory, game, ui, dialog, text",
        freedom=0,
    ),
    Kind(
        "save icon, floppy disk, home icon, home button, sound icon, volume icon, mute icon, diskette, floppy, "
        "save button, speaker icon, house icon",
        menu_sign,
        "home, sound, volume, mute",
        freedom=0,
    ),
    Kind("map pin, map marker, location pin, location marker, pin, location icon", pin, "map, location", freedom=0),
    Kind("square, circle, triangle, hexagon, pentagon, cube, sphere", plain_form, freedom=0),
)
