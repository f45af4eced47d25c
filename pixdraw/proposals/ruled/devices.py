"""Devices with screens, keys and lenses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from pixdraw.proposals.ruled.easel import BEAM, POLE, ROUND, Easel, Ramp
from pixdraw.proposals.ruled.forms import INK, WHITE, Axis, arc, curve, dots, hoop
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.look import Look


@dataclass(frozen=True)
class Screen:
    """How a device with a screen is made."""

    form: str
    """phone, tablet, television, monitor, laptop, console or arcade."""
    usual: str = "#3a3e4a"


def screen(form: Screen, e: Easel, look: Look) -> None:
    """A device with a screen that shows something."""
    case = look.whole(form.usual)
    if form.form in ("phone", "tablet"):
        left, right, top, low = (8, 24, 1.4, 30.6) if form.form == "phone" else (4, 28, 2, 30)
        e.paint(e.box(left, top, right, low), case, 0.5)
        _shown(e, look, left + 1.6, top + 3.4, right - 1.6, low - 4)
        e.paint(e.disc((left + right) / 2, low - 2, 1.1), case, 0.9)
    elif form.form == "television":
        retro = look.has("old", "retro", "crt", "vintage") or look.chance("retro", 0.5)
        if retro:
            e.paint(e.line((16, 8), (9, 1), wide=1.4) | e.line((16, 8), (23, 1), wide=1.4), look.of("iron"), 0.6)
            for x in (8, 21):
                e.paint(e.box(x, 27, x + 3, 30.6), case, 0.3)
            body = look.own if look.own is not None else look.of("wood")
            e.paint(e.box(2, 7.4, 30, 28), body, 0.5, BEAM, seam=True)
            _shown(e, look, 4.4, 10, 22, 25.4)
            for y in (12, 17):
                e.paint(e.disc(26, y, 1.8), look.of("silver"), 0.6, ROUND, seam=True)
            e.paint(e.box(24.4, 21, 27.6, 22) | e.box(24.4, 23.4, 27.6, 24.4), look.of(INK), 0.4)
        else:
            e.paint(e.box(13.4, 24, 18.6, 28), case, 0.4)
            e.paint(e.box(8, 27.4, 24, 29.6), case, 0.5, BEAM, seam=True)
            e.paint(e.box(1, 5, 31, 25), case, 0.5, seam=True)
            _shown(e, look, 2.6, 6.6, 29.4, 23.2)
    elif form.form == "monitor":
        e.paint(e.box(13, 19, 19, 25), case, 0.4)
        e.paint(e.box(3, 2.4, 29, 21), case, 0.5, seam=True)
        _shown(e, look, 5, 4.4, 27, 18.4)
        e.paint(e.shape((4, 25), (28, 25), (31, 30.4), (1, 30.4)), case, 0.6, seam=True)
        e.paint(e.box(4, 26, 28, 29.4) & (e.x % 3 < 2) & (e.y % 2 < 1), case, 0.95)
    elif form.form == "laptop":
        e.paint(e.box(5, 4, 27, 21), case, 0.5)
        _shown(e, look, 6.8, 5.8, 25.2, 19.2)
        e.paint(
            e.shape((5, 21), (27, 21), (31, 28), (1, 28)),
            look.of("silver") if look.own is None else case,
            0.55,
            seam=True,
        )
        e.paint(e.shape((6, 22), (26, 22), (28, 25.4), (4, 25.4)) & (e.x % 3 < 2) & (e.y % 2 < 1), look.of(INK), 0.5)
        e.paint(e.box(12.6, 26, 19.4, 27.4), look.of("#8a92a0"), 0.6)
    elif form.form == "console":
        e.paint(
            e.box(6, 1.4, 26, 30.6),
            look.own if look.own is not None else look.of("#c8ccd4", "#8a5ac8", "#e0b030"),
            0.5,
            POLE,
        )
        e.paint(e.box(8, 3.4, 24, 15), look.of("#4a4e5e"), 0.5, seam=True)
        _shown(e, look, 10, 5, 22, 13.4, green=True)
        e.paint(e.box(8.4, 20, 14.4, 22) | e.box(10.4, 18, 12.4, 24), look.of(INK), 0.5)
        e.paint(e.disc(22, 19.4, 1.9) | e.disc(18.6, 22.6, 1.9), look.of("#d8305a"), 0.6)
        e.paint(e.box(12, 26.6, 14.6, 27.8) | e.box(16, 26.6, 18.6, 27.8), look.of("#6a6e7e"), 0.4)
    else:
        e.paint(
            e.shape((7, 1.4), (25, 1.4), (26, 7), (24, 16), (26, 20), (26, 31), (6, 31), (6, 20), (8, 16), (6, 7)),
            look.whole("#3a4ab0", "#b8303c"),
            0.5,
            POLE,
        )
        e.paint(e.box(8, 2.4, 24, 6.4), look.of("#f8d848"), 0.6, seam=True)
        _shown(e, look, 9, 7.6, 23, 16)
        e.paint(e.shape((7, 18), (25, 18), (26.4, 22), (5.6, 22)), look.of("#2a2c3a"), 0.6, seam=True)
        e.paint(e.box(11, 15.4, 12.4, 19.4), look.of(INK), 0.4)
        e.paint(e.disc(11.6, 15.6, 1.6), look.of("#d8343c"), 0.6)
        e.paint(dots(e, (17, 19.4), (20.4, 19.4), size=1.8), look.of("#f8d848"), 0.7)
        e.paint(e.box(13, 25, 19, 29), look.of("#2a2c3a"), 0.5, seam=True)


def _shown(e: Easel, look: Look, left: float, top: float, right: float, low: float, *, green: bool = False) -> None:
    """Paint a lit screen with something on it."""
    back = look.part("screen", "#8aa84a" if green else look.pick("screen", "#3a8ae0", "#58c8e8", "#4a6ad0"))
    area = e.box(left, top, right, low)
    e.paint(area, back, 0.55, seam=True)
    if look.has("broken", "cracked"):
        middle = ((left + right) / 2, (top + low) / 2)
        e.paint(
            area
            & (
                e.line(middle, (left, top), wide=1)
                | e.line(middle, (right, top + 3), wide=1)
                | e.line(middle, (left + 3, low), wide=1)
            ),
            look.of(WHITE),
            0.8,
        )
    elif look.has("off"):
        e.paint(area, look.of(INK), 0.4)
    else:
        kind = look.pick("shown", "hills", "lines", "apps")
        if kind == "hills" and right - left > 10:
            e.paint(
                area & e.disc(left + (right - left) * 0.3, low + 2, (right - left) * 0.4, (low - top) * 0.5),
                look.of("#4aa84a"),
                0.55,
            )
            e.paint(
                area & e.disc(left + (right - left) * 0.75, low + 3, (right - left) * 0.45, (low - top) * 0.6),
                look.of("#4aa84a"),
                0.35,
            )
            e.paint(area & e.disc(right - 3.4, top + 3, 1.7), look.of("#f8e060"), 0.7)
        elif kind == "lines":
            for number, y in enumerate(np.arange(top + 2, low - 1.6, 3)):
                e.paint(e.box(left + 2, float(y), right - 2 - 2 * (number % 3), float(y) + 1.2), back, 1)
        elif kind == "apps":
            colours = ("#e0404a", "#f0b030", "#4ab858", "#f4f6fa", "#b05ad8", "#f08a3c")
            for number, x in enumerate(np.arange(left + 1.6, right - 3, 4)):
                for row, y in enumerate(np.arange(top + 2, low - 3, 4.4)):
                    e.paint(
                        e.box(float(x), float(y), float(x) + 2.8, float(y) + 2.8),
                        look.of(colours[(2 * number + row + look.first(6)) % 6]),
                        0.6,
                    )
    e.paint(area & (abs(e.x + e.y - left - top - 2.4) < 1), look.of(WHITE), 0.7)


def camera(e: Easel, look: Look) -> None:
    """A camera; a film camera has reels; one for security hangs on an arm."""
    body = look.whole("#3a3e4a")
    if look.has("video", "movie", "film", "camcorder"):
        for x, y, size in ((9, 8, 6.4), (20, 7, 5.4)):
            e.paint(e.disc(x, y, size), body, 0.5, ROUND, seam=True)
            e.paint(e.disc(x, y, 1.7), look.of("silver"), 0.7)
        e.paint(e.box(3, 14, 22, 28), body, 0.55, seam=True)
        e.paint(e.shape((22, 18), (30.4, 14), (30.4, 28), (22, 24)), body, 0.4, seam=True)
        e.paint(e.disc(6.4, 17.4, 1.4), look.of("#e0303a"), 0.7)
        return
    e.paint(e.box(10, 4.4, 20, 9), body, 0.6, seam=True)
    e.paint(e.box(22, 6, 27, 9), look.of("#d8343c"), 0.6)
    e.paint(e.box(1.6, 8, 30.4, 27), body, 0.5, BEAM, seam=True)
    e.paint(e.box(1.6, 8, 30.4, 12), look.of("silver"), 0.65, BEAM)
    e.paint(e.disc(16, 18.4, 8.4), look.of("silver"), 0.5, ROUND, seam=True)
    e.paint(e.disc(16, 18.4, 6.4), look.of(INK), 0.5, seam=True)
    e.paint(e.disc(16, 18.4, 4.6), look.of("#3a72c8"), 0.5, ROUND)
    e.paint(e.disc(14, 16.4, 1.5), look.of(WHITE), 0.9)
    e.paint(e.box(24.6, 13.4, 28, 16), look.of("#f8e890"), 0.7, seam=True)


def radio(e: Easel, look: Look) -> None:
    """A radio, or a boombox; a walkie-talkie stands upright."""
    case = look.whole("wood" if look.has("old", "retro", "vintage") else "#b8383c", "#3a6a9a")
    if look.has("walkie", "talkie", "walkie-talkie", "handheld"):
        e.paint(e.box(11, 1, 13.4, 11), look.of(INK), 0.5, POLE)
        e.paint(e.box(8, 10, 24, 30.6), look.whole("#3a4a3a", "#3a3e4a"), 0.5, POLE, seam=True)
        e.paint(e.box(10.4, 12.4, 21.6, 17), look.of("#8ad86a"), 0.55, seam=True)
        e.paint(e.box(10.4, 19.4, 21.6, 28) & (e.y % 2 < 1), look.of(INK), 0.4)
        return
    e.paint(e.line((24, 9), (29.4, 1), wide=1.4), look.of("iron"), 0.6)
    e.paint(hoop(e, 16, 9, 8, 2, 4.4) & (e.y < 9), case, 0.35)
    e.paint(e.box(1.6, 8.6, 30.4, 28), case, 0.5, BEAM, seam=True)
    stereo = look.has("boombox", "cassette", "stereo", "ghetto")
    for x in (8, 24) if stereo else (9.6,):
        e.paint(e.disc(x, 19, 6 if stereo else 7), look.of("#2a2c36"), 0.5, ROUND, seam=True)
        e.paint(e.disc(x, 19, 2.4), look.of("silver"), 0.6, ROUND)
    if stereo:
        e.paint(e.box(13, 15, 19, 23), look.of("#d8d0b8"), 0.6, seam=True)
    else:
        e.paint(e.box(18, 11.4, 28, 16), look.of("#f4e8b0"), 0.65, seam=True)
        e.paint(e.box(22.4, 11.4, 23.6, 16), look.of("#d8343c"), 0.5)
        for x in (20.4, 26):
            e.paint(e.disc(x, 21.4, 2.4), look.of("silver"), 0.6, ROUND, seam=True)


def controller(e: Easel, look: Look) -> None:
    """A gamepad; a joystick stands on a base."""
    case = look.whole("#3a3e4a", "#e8eaf0", "#8a5ac8")
    if look.has("joystick", "stick"):
        e.paint(e.box(14.4, 9, 17.6, 24), look.of("silver"), 0.5, POLE)
        e.paint(e.disc(16, 7, 5.4), look.of("#e0303a") if look.own is None else case, 0.5, ROUND, seam=True)
        e.paint(e.shape((5, 21), (27, 21), (30, 30), (2, 30)), look.of("#3a3e4a"), 0.5, BEAM, seam=True)
        e.paint(e.disc(9, 22.4, 3, 1.5), look.of("#e0303a"), 0.6, seam=True)
        return
    e.paint(
        e.shape(
            *curve((3, 28), (0, 16), (5, 8), (11, 9)),
            (21, 9),
            *curve((21, 9), (27, 8), (32, 16), (29, 28)),
            *curve((29, 28), (25, 30), (23, 22), (20, 21)),
            (12, 21),
            *curve((12, 21), (9, 22), (7, 30), (3, 28)),
        ),
        case,
        0.5,
        ROUND,
    )
    dark = look.of(INK) if case[2].mean() > 0.4 else look.of("#8a92a4")
    e.paint(e.box(5.4, 13.4, 12, 15.6) | e.box(7.6, 11.2, 9.8, 17.8), dark, 0.5)
    for x, y, colour in (
        (23.4, 11.6, "#f0c030"),
        (26, 14.4, "#e0303a"),
        (23.4, 17.2, "#3ab84a"),
        (20.8, 14.4, "#3a8ae0"),
    ):
        e.paint(e.disc(x, y, 1.5), look.of(colour), 0.6)
    for x in (12.4, 19.6):
        e.paint(e.disc(x, 18.6, 2.2), dark, 0.6, ROUND, seam=True)


def small_thing(e: Easel, look: Look) -> None:
    """Small hardware: a disc, a chip, a cartridge, a cassette, a key card, a stick of memory."""
    if look.has("cd", "disc", "dvd", "record", "vinyl"):
        vinyl = look.has("vinyl", "record")
        e.paint(e.disc(16, 16, 14), look.of("#2a2a32") if vinyl else look.whole("silver"), 0.5, ROUND)
        if vinyl:
            for size in (11.4, 8.4):
                e.paint(hoop(e, 16, 16, size, 0.9), look.of("#2a2a32"), 0.9)
            e.paint(e.disc(16, 16, 5), look.whole("#e0303a", "#f0b030"), 0.55, seam=True)
        else:
            turn = np.degrees(np.arctan2(e.y - 16, e.x - 16)) % 360
            for low, colour in ((20, "#8ad8f0"), (50, "#b8f0a0"), (200, "#f0b8e0"), (230, "#b8c8f8")):
                e.paint(e.disc(16, 16, 13.4) & (turn > low) & (turn < low + 24), look.of(colour), 0.7)
            e.paint(e.disc(16, 16, 4), look.of("#d8e0ea"), 0.8, seam=True)
        e.erase(e.disc(16, 16, 1.4))
    elif look.has("chip", "microchip", "cpu", "processor"):
        for at in (7, 12, 17, 22):
            e.paint(e.box(at, 2, at + 2.4, 30) | e.box(2, at, 30, at + 2.4), look.of("gold"), 0.6)
        e.paint(e.box(5, 5, 27, 27), look.whole("#2f4a3a", "#2a2e3a"), 0.5, seam=True)
        e.paint(e.box(10, 10, 22, 22), look.of("silver"), 0.55, seam=True)
        e.paint(e.disc(8, 8, 1.1), look.of("gold"), 0.8)
    elif look.has("cartridge", "game"):
        e.paint(
            e.shape((5, 2), (27, 2), (27, 24), (24, 24), (24, 30), (8, 30), (8, 24), (5, 24)),
            look.whole("#8a8e9a", "#e0b030"),
            0.5,
            POLE,
        )
        e.paint(e.box(8, 6, 24, 20), look.part("label", "#3a8ae0", "#e0303a"), 0.55, seam=True)
        e.paint(e.disc(16, 13, 4), look.of("#f8d848"), 0.6, ROUND)
        e.paint(e.box(9, 26, 23, 29) & (e.x % 3 < 2), look.of("gold"), 0.6)
    elif look.has("cassette", "tape", "vhs"):
        e.paint(e.box(1.6, 6, 30.4, 26), look.whole("#3a3e4a"), 0.5, BEAM)
        e.paint(e.box(4, 8, 28, 20), look.part("label", "#f0a030", "#e85a8a"), 0.6, seam=True)
        e.paint(e.box(7, 12, 25, 18), look.of("#f4f0e4"), 0.6, seam=True)
        for x in (11, 21):
            e.paint(hoop(e, x, 15, 2.6, 1.3), look.of(INK), 0.4)
        e.paint(e.shape((8, 22), (24, 22), (26, 26), (6, 26)), look.of("#6a6e7a"), 0.5, seam=True)
    else:
        card = look.whole("#3a72c8", "#e0a030", "#3ab84a")
        e.paint(e.box(2, 7, 30, 25), card, 0.55)
        e.paint(e.box(2, 10, 30, 13.4), look.of(INK), 0.5)
        e.paint(e.box(5, 16, 11, 20.6), look.of("gold"), 0.65, seam=True)
        e.paint(e.box(14, 18, 26, 19.2) | e.box(14, 21, 22, 22.2), card, 1)


def headphones(e: Easel, look: Look) -> None:
    """Headphones; a microphone or megaphone."""
    case = look.whole("#3a3e4a", "#e0303a", "#3a72c8")
    if look.has("microphone", "mic"):
        axis = Axis(e, (5, 28), (22, 10))
        e.paint(axis.swept(-1, axis.long, (1.6, 2.2, 2.6, 3.2)), case, 0.5, seam=True)
        e.paint(axis.band(axis.long - 4, axis.long, 7.4), look.of("silver"), 0.6, seam=True)
        e.paint(e.disc(23.4, 8.6, 7), look.of("silver"), 0.5, ROUND, seam=True)
        e.paint(e.disc(23.4, 8.6, 6.4) & (((e.x + e.y) % 3 < 1) | ((e.x - e.y) % 3 < 1)), look.of("silver"), 0.15)
    elif look.has("megaphone", "loudspeaker", "bullhorn"):
        e.paint(e.shape((9, 20), (14, 20), (15, 28), (11, 28)), look.of(INK), 0.5)
        e.paint(
            e.shape((3, 13), (8, 12), (25, 4), (25, 28), (8, 20), (3, 19)), look.whole("#e0303a"), 0.5, BEAM, seam=True
        )
        e.paint(e.disc(25.4, 16, 3, 12.4), look.of("#f4f0ea"), 0.6, ROUND, seam=True)
    elif look.has("speaker", "loudspeaker"):
        e.paint(e.box(6, 1.4, 26, 30.6), look.whole("#3a3e4a", "wood"), 0.5, POLE)
        for y, size in ((9, 5), (21, 7.4)):
            e.paint(e.disc(16, y, size), look.of("silver"), 0.4, seam=True)
            e.paint(e.disc(16, y, size - 1.4), look.of(INK), 0.5, ROUND)
            e.paint(e.disc(16, y, size * 0.32), look.of("silver"), 0.6, ROUND)
    else:
        e.paint(e.line(*arc(16, 16, 11.6, 180, 360, 12.4), wide=2.8), case, 0.55)
        for way in (-1, 1):
            e.paint(e.box(16 + 11 * way - 3, 15, 16 + 11 * way + 3, 27.4), case, 0.5, POLE, seam=True)
            e.paint(e.box(16 + 8 * way - 1.4, 16, 16 + 8 * way + 1.4, 26.4), look.of("#6a6e7e"), 0.4, seam=True)


def keyboard(e: Easel, look: Look) -> None:
    """A keyboard of a computer; a mouse of one; a printer, a calculator, a telephone."""
    if look.has("mouse"):
        case = look.whole("#e4e8ee")
        e.paint(e.line(*curve((16, 8), (16, 2), (22, 4), (24, 1)), wide=1.5), look.of("#6a6e7e"), 0.5)
        e.paint(e.disc(16, 19, 9, 12), case, 0.55, ROUND, seam=True)
        e.paint(e.disc(16, 19, 9, 12) & ((abs(e.y - 16) < 0.6) | (abs(e.x - 16) < 0.6) & (e.y < 16)), case, 0.15)
        e.paint(e.box(14.8, 9.6, 17.2, 14), look.of("#6a6e7e"), 0.5, seam=True)
    elif look.has("calculator"):
        e.paint(e.box(6, 1.4, 26, 30.6), look.whole("#4a5060"), 0.5)
        e.paint(e.box(8.4, 4, 23.6, 10), look.of("#b8d8a0"), 0.6, seam=True)
        for row, y in enumerate((13, 17.4, 21.8, 26.2)):
            for column, x in enumerate((8.6, 14, 19.4)):
                e.paint(e.box(x, y, x + 4, y + 3), look.of("#f08a2c" if column == 2 and row == 3 else "#e8eaf0"), 0.6)
    elif look.has("telephone", "phone"):
        red = look.whole("#d8303a", "#2a2c36")
        e.paint(e.shape((8, 13), (24, 13), (29, 29), (3, 29)), red, 0.5, POLE)
        e.paint(e.disc(16, 21.4, 5.6), look.of("#f4f0e4"), 0.6, seam=True)
        e.paint(e.disc(16, 21.4, 2.2), red, 0.5)
        e.paint(e.line(*curve((4, 10), (6, 4), (26, 4), (28, 10)), wide=5.4), red, 0.6, seam=True)
        e.paint(e.disc(5, 10.6, 4, 3.4) | e.disc(27, 10.6, 4, 3.4), red, 0.5, ROUND)
    else:
        case = look.whole("#d8dce4", "#3a3e4a")
        e.paint(e.shape((3, 10), (29, 10), (31, 24), (1, 24)), case, 0.5, BEAM)
        key_ramp = look.of("#f4f6fa") if case[2].mean() < 0.5 else look.of("#6a7080")
        for row, y in enumerate((12, 15, 18)):
            for x in np.arange(4 + 0.7 * (row % 2), 27, 3):
                e.paint(e.box(float(x), y, float(x) + 2, y + 2), key_ramp, 0.6)
        e.paint(e.box(9, 21, 23, 23), key_ramp, 0.6)


def vending(e: Easel, look: Look) -> None:
    """A vending machine; a toy robot's box of buttons."""
    case: Ramp = look.whole("#c8303c", "#3a62b8")
    e.paint(e.box(4, 1.4, 28, 31), case, 0.5, POLE)
    e.paint(e.box(6, 4, 21, 23), look.of("#cfeaf6"), 0.6, seam=True)
    colours = ("#e0303a", "#f0b030", "#3ab84a", "#3a72c8", "#8a4ac8", "#f08a2c")
    for row, y in enumerate((5.4, 11.4, 17.4)):
        for column, x in enumerate((7.6, 12.2, 16.8)):
            e.paint(e.box(x, y, x + 3, y + 4.4), look.of(colours[(row * 2 + column + look.first(6)) % 6]), 0.55, POLE)
        e.paint(e.box(6, y + 4.4, 21, y + 5.4), look.of("#6a7080"), 0.6)
    e.paint(e.box(22.4, 6, 26.6, 10), look.of("#8ad86a"), 0.6, seam=True)
    e.paint(dots(e, (22.6, 12.4), (24.8, 12.4), (22.6, 15), (24.8, 15), size=1.5), look.of(WHITE), 0.7)
    e.paint(e.box(7, 25, 20, 29), look.of(INK), 0.4, seam=True)


KINDS = (
    Kind(
        "phone, smartphone, cell phone, mobile phone, smart phone, cellphone, iphone",
        partial(screen, Screen("phone")),
        "mobile, cell, smart, modern, cracked",
    ),
    Kind("tablet, tablet computer, ipad, e-reader", partial(screen, Screen("tablet"))),
    Kind(
        "tv, television, old tv, retro tv, television set, tv set, crt tv, flat screen tv",
        partial(screen, Screen("television")),
        "old, retro, crt, vintage, flat, screen",
    ),
    Kind(
        "computer, desktop computer, monitor, pc, personal computer, retro computer, old computer, "
        "computer monitor, desktop pc, computer screen",
        partial(screen, Screen("monitor", "#d8d4c8")),
        "old, retro, desktop, gaming, office",
    ),
    Kind("laptop, laptop computer, notebook computer", partial(screen, Screen("laptop"))),
    Kind(
        "gameboy, game boy, handheld console, handheld game console, game console, portable console, handheld game",
        partial(screen, Screen("console")),
        "handheld, retro, portable",
    ),
    Kind("arcade machine, arcade cabinet, arcade game", partial(screen, Screen("arcade")), "retro"),
    Kind(
        "camera, photo camera, film camera, video camera, movie camera, polaroid camera, camcorder, old camera, "
        "digital camera, polaroid",
        camera,
        "photo, film, video, movie, old, digital",
    ),
    Kind(
        "radio, boombox, old radio, walkie-talkie, walkie talkie, cassette player, retro radio, boom box, stereo",
        radio,
        "old, retro, vintage, portable",
    ),
    Kind(
        "game controller, gamepad, controller, joystick, video game controller, game pad, arcade joystick, "
        "game joystick, console controller",
        controller,
        "game, video, arcade, retro, wireless",
    ),
    Kind(
        "cd, compact disc, dvd, vinyl record, record, microchip, chip, computer chip, cpu, game cartridge, "
        "cassette tape, cassette, keycard, key card, credit card, id card, vhs tape, vinyl, tape, access card",
        small_thing,
        "vinyl, computer, game, music, security, red",
    ),
    Kind(
        "headphones, headset, microphone, megaphone, speaker, loudspeaker, earphones, mic, headphone, bullhorn",
        headphones,
        "gaming, wireless, studio, music",
        is_several=True,
    ),
    Kind(
        "keyboard, computer keyboard, computer mouse, calculator, telephone, rotary phone, old phone, "
        "old telephone, retro phone, rotary telephone, landline phone",
        keyboard,
        "computer, gaming, mechanical, wireless, rotary, old, retro",
    ),
    Kind("vending machine, soda machine, snack machine", vending, "soda, snack, drink"),
)
