"""Parts that many buildings have: roofs, doors, windows, columns, battlements, flags, awnings, ivy."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import FLAT, POLE, Easel, Ramp
from pixdraw.proposals.ruled.look import Look
from pixdraw.proposals.ruled.stamps import lettered, stamp, width

PANE = "#8ad0f0"
"""Colour of glass in vehicles and works."""
GLASS, LAMP, DARK = "#7cc4ee", "#ffd84a", "#2a1c28"
DESERTED = (
    "ruined",
    "ruin",
    "abandoned",
    "derelict",
    "destroyed",
    "crumbling",
    "broken",
    "haunted",
    "spooky",
    "creepy",
)
"""Words of what nobody lives in."""
EERIE = ("haunted", "spooky", "creepy", "ghostly", "cursed")


def tiles(e: Easel, slope: np.ndarray, roof: Ramp, *, straw: bool = False) -> None:
    """Draw the rows of tiles of a roof, or the strands of a thatched one."""
    across, down = e.columns, e.rows
    if straw:
        e.paint(slope & ((across + down // 4) % 3 < 1) & (down % 4 > 1), roof, 0.3)
        return
    rows = slope & (down % 4 < 1)
    e.paint(rows, roof, 0.2)
    e.paint(slope & ~rows & ((across + 2 * ((down // 4) % 2)) % 4 < 1), roof, 0.35)


def roof(e: Easel, look: Look, *corners: tuple[float, float], usual: str = "clay", plain: bool = False) -> None:
    """Draw a roof by its corners; thatched where that is said."""
    straw = look.has("thatched", "thatch", "straw")
    colour = look.part("roof", "straw" if straw else usual)
    slope = e.shape(*corners)
    e.paint(slope, colour, 0.55, seam=True)
    if not plain:
        tiles(e, slope, colour, straw=straw)


def joints(e: Easel, wall: np.ndarray, ramp: Ramp, *, high: int = 3, wide: int = 6, level: float = 0.3) -> None:
    """Draw the joints between courses of stones or bricks."""
    down, across = e.rows, e.columns
    course = down // high
    upright = ((across + course % 2 * wide / 2) % wide < 1) & (down % high >= 1)
    some = (np.floor(across / wide) * 7 + course * 5) % 3 < 2  # not every joint is seen
    e.paint(wall & ((down % high < 1) & (across % (2 * wide) > 2) | upright) & some, ramp, level, FLAT)


def flat(e: Easel, where: np.ndarray, ramp: Ramp, level: float) -> None:
    """Paint a part in one shade, without bright and dark edges."""
    index = int(round(min(max(level, 0.0), 1.0) * (len(ramp) - 1)))
    e.paint(where, np.repeat(ramp[index : index + 1], len(ramp), 0))


def boards(e: Easel, wall: np.ndarray, ramp: Ramp, *, upright: bool = False, level: float = 0.25) -> None:
    """Draw the seams between boards."""
    flat(e, wall & ((e.columns if upright else e.rows) % 3 < 1), ramp, level)


def surface(e: Easel, wall: np.ndarray, ramp: Ramp, finish: str) -> None:
    """Draw what a wall is built of: brick, stone, boards, logs, or nothing to be seen."""
    if finish == "brick":
        joints(e, wall, ramp, high=2, wide=4, level=0.25)
    elif finish == "stone":
        joints(e, wall, ramp, high=4, wide=6, level=0.25)
    elif finish == "boards":
        boards(e, wall, ramp, upright=True)
    elif finish == "logs":
        boards(e, wall, ramp)


def door(
    e: Easel, look: Look, box: tuple[float, float, float, float], usual: str = "wood", *, arched: bool = False
) -> None:
    """Draw a door with a knob."""
    left, top, right, bottom = box
    ramp = look.part("door", usual)
    where = e.box(left, top, right, bottom)
    if arched:
        half = (right - left) / 2
        where = e.box(left, top + half, right, bottom) | (e.disc(left + half, top + half, half) & (e.y < top + half))
    e.paint(where, ramp, 0.4, seam=True)
    if right - left > 4:
        flat(e, where & (abs(e.x - (left + right) / 2) < 0.6) & (e.y > top + 1), ramp, 0.1)
    at = (top + bottom) / 2
    flat(e, e.box(right - 2, at, right - 1, at + 1), look.of("gold"), 0.75)


def window(
    e: Easel, look: Look, box: tuple[float, float, float, float], frame: str = "wood", glass: str = GLASS
) -> None:
    """Draw a window: lit at night and where it is haunted, dark where nobody lives, else of glass."""
    left, top, right, bottom = box
    e.paint(e.box(left, top, right, bottom), look.of(frame), 0.4, seam=True)
    inner = e.box(left + 1, top + 1, right - 1, bottom - 1)
    pane(e, look, inner, glass)
    if right - left > 5.5:
        flat(e, inner & (abs(e.x - (left + right) / 2) < 0.6), look.of(frame), 0.3)


def pane(e: Easel, look: Look, where: np.ndarray, glass: str = GLASS) -> None:
    """Paint glass where a window is, with a shine at its upper left."""
    if look.has(*EERIE, "night", "cozy", "lit", "glowing"):
        return flat(e, where, look.of(LAMP), 0.5)
    if look.has(*DESERTED):
        return flat(e, where, look.of(DARK), 0.4)
    flat(e, where, look.part("window", glass), 0.5)
    if where.any():
        left, top = e.columns[where].min(), e.rows[where].min()
        flat(e, where & (e.columns + e.rows < left + top + 2.5), look.part("window", glass), 0.85)
    return None


def column(e: Easel, ramp: Ramp, x: float, top: float, bottom: float, wide: float = 3.0) -> None:
    """Draw a column with its capital and foot."""
    e.paint(e.box(x - wide / 2, top, x + wide / 2, bottom), ramp, 0.62, POLE, seam=True)
    for at in (top, bottom - 1):
        e.paint(e.box(x - wide / 2 - 0.9, at, x + wide / 2 + 0.9, at + 1), ramp, 0.75)


def steps(e: Easel, ramp: Ramp, left: float, right: float, top: float, *, count: int = 2) -> None:
    """Draw wide steps, the lowest one the widest, a unit and a half each."""
    for number in range(count):
        at = top + number * 1.5
        e.paint(e.box(left - number * 1.2, at, right + number * 1.2, at + 1.6), ramp, 0.68 - 0.2 * (number % 2))


def battlements(e: Easel, ramp: Ramp, left: float, right: float, top: float, bottom: float) -> None:
    """Draw the top of a wall with gaps between its teeth."""
    e.paint(e.box(left, top, right, bottom), ramp, 0.62, seam=True)
    count = max(int((right - left) // 4), 1)
    pitch = (right - left) / (count + (count - 1) * 0.6)
    for number in range(count - 1):
        at = left + pitch * (number * 1.6 + 1)
        e.erase(e.box(at, top - 1, at + 0.6 * pitch, top + (bottom - top) * 0.5))


def flag(e: Easel, look: Look, x: float, foot: float, tall: float = 7.0, usual: str = "#d23838") -> None:
    """Draw a flag that flies to the right of its pole."""
    e.paint(e.box(x - 0.6, foot - tall, x + 0.6, foot), look.of("wood"), 0.35)
    cloth = look.part("flag", usual)
    high = min(tall * 0.6, 4.6)
    e.paint(
        e.shape((x + 0.6, foot - tall), (x + 6.6, foot - tall + high / 2), (x + 0.6, foot - tall + high)), cloth, 0.5
    )


def chimney(e: Easel, look: Look, x: float, top: float, bottom: float, usual: str = "stone") -> None:
    """Draw a chimney."""
    ramp = look.part("chimney", usual)
    e.paint(e.box(x - 2, top, x + 2, bottom), ramp, 0.4, POLE)
    e.paint(e.box(x - 2.9, top, x + 2.9, top + 2), ramp, 0.6)


def awning(e: Easel, look: Look, box: tuple[float, float, float, float], usual: str, *, stripes: int = 7) -> None:
    """Draw a striped awning with a scalloped edge."""
    left, top, right, bottom = box
    cloth, white = look.part("awning", usual), look.of("#f6f0e4")
    spread = 1.6
    slope = e.shape((left, top), (right, top), (right + spread, bottom - 1.5), (left - spread, bottom - 1.5))
    wide = (right - left + 2 * spread) / stripes
    low = right - left + 2 * spread
    ends = np.logical_or.reduce(
        [e.disc(left - spread + wide * (n + 0.5), bottom - 1.8, wide / 2, 2.2) for n in range(stripes)]
    )
    hanging = slope | (ends & (e.y > bottom - 1.9))
    e.paint(hanging, white, 0.7, seam=True)
    down = ((e.y - top) / max(bottom - 1.5 - top, 1)).clip(0, 1)
    across = (e.x - (left + right) / 2) / (right - left + 2 * spread * down) * low + low / 2
    e.paint(hanging & (np.floor(across / wide) % 2 == 0), cloth, 0.5)


def board(e: Easel, look: Look, x: float, y: float, text: str, ground: str = "#f4e4b4") -> None:
    """Hang a board with letters, its middle at a place."""
    half = width(text) / 2 + 1.5
    e.paint(e.box(x - half, y - 4, x + half, y + 4), look.of("wood"), 0.4, seam=True)
    e.paint(e.box(x - half + 0.6, y - 3.4, x + half - 0.6, y + 3.4), look.part("sign", ground), 0.6)
    lettered(e, look, text, x, y)


def hung_sign(e: Easel, look: Look, x: float, y: float, mark: str) -> None:
    """Hang a sign with a mark from an arm that comes from the left; its middle is at a place."""
    e.paint(e.box(x - 6.5, y - 6.6, x + 4, y - 5.4), look.of("wood"), 0.3, seam=True)
    for at in (-2.5, 2.5):
        e.paint(e.box(x + at - 0.5, y - 5.6, x + at + 0.5, y - 4), look.of("iron"), 0.3)
    e.paint(e.box(x - 4.5, y - 4.5, x + 4.5, y + 4.5), look.of("wood"), 0.45, seam=True)
    e.paint(e.box(x - 3.8, y - 3.8, x + 3.8, y + 3.8), look.part("sign", "#3f6a4a"), 0.4)
    stamp(e, look, mark, x, y)


def ivy(e: Easel, look: Look, where: np.ndarray) -> None:
    """Grow ivy over a part of what is seen there, from its lower left up."""
    wave = 3 * np.sin(e.columns * 1.9) + 2 * np.sin(e.columns * 0.7 + e.rows * 1.3)
    left, low = (e.columns[where].min(), e.rows[where].max()) if where.any() else (0.0, 0.0)
    grown = where & ((e.columns - left) * 1.6 + (low - e.rows) * 0.55 + wave < 12)
    e.paint(grown, look.of("leaf"), 0.45)
    e.paint(grown & ((e.columns * 3 + e.rows * 5) % 7 < 1.5), look.of("leaf"), 0.75)


def shrunk(where: np.ndarray) -> np.ndarray:
    """Return cells of a part without those at its edge."""
    inner = where.copy()
    for axis, way in ((0, 1), (0, -1), (1, 1), (1, -1)):
        inner &= np.roll(where, way, axis)
    return np.asarray(inner)
