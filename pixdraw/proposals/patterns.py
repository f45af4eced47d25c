"""Patterns of floors, walls and grounds, drawn by rules as pixel artists draw tiles: their edges join on all sides.

A painter takes chance, how many cells a side has, and how many cells wide a brick, board or stone is, and returns
levels [side, side] in [0, 1]: 0 is the darkest shade of the material, 1 the lightest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

Rng = np.random.Generator
Painter = Callable[[Rng, int, int], np.ndarray]
EDGE, LOW, MIDDLE, HIGH, SHINE = 0.0, 0.3, 0.5, 0.72, 1.0
"""Levels: of joints, of shade, of the material itself, of light, and of glints."""


def noise(rng: Rng, side: int, cells: int) -> np.ndarray:
    """Return smooth noise [side, side] in [0, 1] whose edges join."""
    smooth = between(rng.random((cells, cells)), np.arange(side) * cells / side)
    level: np.ndarray = (smooth - smooth.min()) / max(smooth.max() - smooth.min(), 1e-6)
    return level


def between(coarse: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Return what a coarse grid [N, N] has at the places [S] of its rows and columns, smoothly: [S, S]; edges join."""
    low = at.astype(int)
    part = (at - low).astype(coarse.dtype)
    part = part * part * (3 - 2 * part)
    low, next_one = low % len(coarse), (low + 1) % len(coarse)
    rows = coarse[low] * (1 - part)[:, None] + coarse[next_one] * part[:, None]
    return np.asarray(rows[:, low] * (1 - part) + rows[:, next_one] * part)


def planks(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Boards with grain, nails, and joints at another place in each row."""
    out = np.zeros((side, side))
    edges = _edges(side, unit)
    for top, bottom in zip(edges, edges[1:], strict=False):
        joints = (rng.integers(side) + np.array((0, side // 2 + rng.integers(-unit // 2, unit // 2 + 1)))) % side
        board = np.searchsorted(np.sort(joints), np.arange(side), "right") % 2
        out[top:bottom] = np.where(board, *rng.choice((0.42, 0.5, 0.58), 2, replace=False))
        for _ in range(side // 5 * max(1, unit // 8)):
            row, left, long = rng.integers(top + 1, max(bottom - 1, top + 2)), rng.integers(side), rng.integers(2, 6)
            out[row, np.arange(left, left + long) % side] += rng.choice((-0.16, 0.12))
        out[top] += 0.22
        out[bottom - 1] = 0.1
        for joint in joints:
            out[top : bottom - 1, joint] = 0.1
            if unit > 4:
                out[(top + 2, bottom - 3), (joint + 2) % side] = out[(top + 2, bottom - 3), joint - 2] = 0.12
    return out


def bricks(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Bricks in courses, half a brick apart, light above and dark below."""
    return _courses(rng, side, unit, 2 * unit, ragged=False)


def blocks(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Cut stones of several widths in courses."""
    return _courses(rng, side, unit, 2 * unit, ragged=True)


def slabs(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Square slabs with worn edges, some of them cracked."""
    out = _courses(rng, side, 2 * unit, 2 * unit, ragged=False, shift=0)
    speckled = (rng.random((side, side)) < 0.04) & (out > 0.3) & (out < 0.66)
    return np.where(speckled, out - 0.14, cracked(rng, out, side, 1 + side // 24))


def checks(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Polished squares, light and dark by turns."""
    rows, columns = np.mgrid[0:side, 0:side]
    count = max(2, round(side / (2 * unit)) // 2 * 2)
    row, column = rows * count // side, columns * count // side
    light = (row + column) % 2 == 0
    inner_row, inner_column = rows - -(-row * side // count), columns - -(-column * side // count)
    out = np.where(light, 0.78, 0.3)
    out[(inner_row == 0) | (inner_column == 0)] += 0.14
    size = side // count
    out[(inner_row == size - 1) | (inner_column == size - 1)] -= 0.14
    glint = (inner_row + inner_column == size // 2 + 1) & (inner_row > 0) & (inner_column > 0)
    return np.where(glint, out + 0.14, out)


def cobbles(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Round stones with dark joints, lit from above."""
    return _stones(rng, side, unit, joint=1.1, round_=0.35)


def rocks(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Rough rock: large facets, dark clefts."""
    out = _stones(rng, side, round(unit * 1.4), joint=0.7, round_=0.3)
    return np.where((noise(rng, side, max(side // 4, 2)) > 0.68) & (out > 0.2), out + 0.22, out)


def cracks(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Dried earth: flat plates between thin dark cracks."""
    nearest, second, number, _ = _cells(rng, side, round(unit * 1.3))
    gap = second - nearest
    shade = rng.choice((0.5, 0.56, 0.62), number.max() + 1)[number]
    lit = np.roll(gap, 1, 0) < 0.85
    out = np.where(lit, shade + 0.16, shade)
    speck = rng.random((side, side)) < 0.03
    return np.where(gap < 0.85, 0.06, np.where(speck, out - 0.14, out))


def glowing(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Lava: dark crust adrift on what glows."""
    nearest, second, number, _ = _cells(rng, side, round(unit * 1.5))
    gap = second - nearest + 1.2 * (noise(rng, side, max(side // 6, 2)) - 0.5)
    crust = rng.choice((0.1, 0.16, 0.22), number.max() + 1)[number]
    levels = np.select([gap < 0.7, gap < 1.6, gap < 2.6, gap < 3.4], [1.0, 0.78, 0.56, 0.32], crust)
    return np.asarray(levels)


def facets(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Crystal: facets that shine differently."""
    nearest, second, number, (down, across) = _cells(rng, side, round(unit * 1.2))
    shade = rng.choice((0.28, 0.42, 0.56, 0.7, 0.84), number.max() + 1)[number]
    shade = np.where(down + across < -1, shade + 0.14, shade)
    return np.asarray(np.where(second - nearest < 0.7, shade + 0.25, shade))


def grass(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Grass: soft patches, and tufts of blades."""
    level = noise(rng, side, max(side // 8, 2))
    out = np.select([level > 0.62, level < 0.3], [0.5, 0.38], 0.44)
    for row, column in scattered(rng, side, max(unit, 6)):
        blades = ((0, -1, 0.75), (0, 1, 0.75), (1, 0, 0.62), (1, -1, 0.62), (2, 0, 0.25), (2, -1, 0.25), (1, 1, 0.25))
        for down, along, shade in blades if rng.random() < 0.7 else ((0, 0, 0.62), (1, 0, 0.25)):
            out[(row + down) % side, (column + along) % side] = shade
    return out


def leaves(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Leaves over leaves, lit from above."""
    out = np.full((side, side), 0.12)
    for turn in range(2):
        for row, column in scattered(rng, side, max(round(unit * (0.9 - 0.25 * turn)), 4)):
            level = rng.choice((0.38, 0.5)) if turn else 0.28
            for down in range(-2, 3):
                wide = (1, 2, 2, 2, 1)[down + 2]
                for along in range(-wide, wide + 1):
                    shade = level + (0.24 if down < 0 and along <= 0 else -0.22 if down == 2 or along == wide else 0)
                    out[(row + down) % side, (column + along) % side] = shade
    return out


def earth(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Soil: patches, clods and pebbles."""
    level = noise(rng, side, max(side // 5, 2))
    out = np.select([level > 0.66, level < 0.34], [0.6, 0.38], 0.5)
    for row, column in scattered(rng, side, max(round(unit * 0.8), 5)):
        if rng.random() < 0.5:
            out[row, column], out[row, (column + 1) % side], out[(row + 1) % side, column] = 0.88, 0.75, 0.75
            out[(row + 1) % side, (column + 1) % side] = out[(row + 2) % side, column] = 0.2
        else:
            out[row, (column + np.arange(3)) % side] = 0.25
            out[(row - 1) % side, (column + 1) % side] = 0.75
    return out


def grit(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Asphalt: even, with grains of several shades."""
    grain = rng.random((side, side))
    return np.select([grain < 0.1, grain > 0.92, noise(rng, side, 3) > 0.6], [0.3, 0.7, 0.55], 0.46)


def furrows(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Tilled soil in rows."""
    edges, out = _edges(side, max(unit * 2 // 3, 4)), np.zeros((side, side))
    for top, bottom in zip(edges, edges[1:], strict=False):
        out[top:bottom] = np.linspace(0.64, 0.34, bottom - top)[:, None]
        out[bottom - 1] = 0.1
    speck = rng.random((side, side))
    return np.where((speck < 0.07) & (out > 0.2), 0.76, np.where(speck > 0.95, 0.2, out))


def ripples(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Sand: low ripples and grains."""
    rows, columns = np.mgrid[0:side, 0:side]
    waves = max(2, round(side / (unit * 1.1)))
    bend = noise(rng, side, 2) * 1.2 + 0.08 * np.sin(2 * np.pi * (2 * columns / side + rng.random()))
    phase = (rows * waves / side + bend) % 1
    fades = noise(rng, side, 3)
    out = np.where((phase < 0.17) & (fades > 0.35), 0.36, np.where((phase < 0.34) & (fades > 0.35), 0.78, 0.58))
    grain = rng.random((side, side))
    return np.select([grain < 0.02, grain > 0.98], [0.4, 0.82], out)


def waves(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Water: short crests with shade under them."""
    level = noise(rng, side, max(side // 8, 2))
    out = np.select([level > 0.64, level < 0.3], [0.5, 0.38], 0.44)
    for row, column in scattered(rng, side, max(round(unit * 0.9), 5)):
        half = int(rng.integers(2, 4 if unit > 4 else 3))
        for along in range(-half, half + 1):
            down = 1 if abs(along) == half else 0
            out[(row + down) % side, (column + along) % side] = 0.95 if abs(along) < half - 1 else 0.72
            out[(row + down + 1) % side, (column + along) % side] = 0.25
    return out


def drifts(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Snow: soft hollows and a few sparkles."""
    level = noise(rng, side, max(side // 7, 2))
    lower = np.roll(level, 1, 0)
    out = np.select([level < 0.3, lower < 0.3, level > 0.75], [0.5, 0.62, 0.88], 0.75)
    for row, column in scattered(rng, side, max(round(unit * 1.1), 6)):
        out[row, column] = 1.0
        out[(row + 1) % side, (column + np.arange(2)) % side] = 0.5
    return out


def sheet(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Ice: a smooth sheet with slanting glints and thin cracks."""
    rows, columns = np.mgrid[0:side, 0:side]
    out = np.where(noise(rng, side, max(side // 10, 2)) > 0.55, 0.58, 0.5)
    slant = (rows + columns + rng.integers(side)) % side
    lit = noise(rng, side, 4) > 0.4
    out = np.where(lit & ((slant % (side // 2)) < max(side // 16, 1)), 0.86, out)
    return cracked(rng, out, side, 1 + side // 16, level=0.24, beside=0.95)


def plates(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Metal plates with rivets in their corners."""
    out = _courses(rng, side, 2 * unit, 2 * unit, ragged=False, shift=0)
    edges = _edges(side, 2 * unit)
    for top, bottom in zip(edges, edges[1:], strict=False):
        for left, right in zip(edges, edges[1:], strict=False):
            for row in (top + 2, bottom - 4):
                for column in (left + 2, right - 4):
                    out[row, column], out[row + 1, column + 1] = 0.95, 0.2
            if rng.random() < 0.5 and min(bottom - top, right - left) >= 12:
                scratch = int(rng.integers(left + 5, right - 6))
                out[rng.integers(top + 5, bottom - 6), scratch : scratch + 3] = 0.3
    return out


def scales(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Shingles: rows of round ends, each over the row below."""
    rows, columns = np.mgrid[0:side, 0:side]
    count = max(2, round(side / unit / 2) * 2)
    size = side / count
    row = (rows / size).astype(int)

    def hangs(which: np.ndarray) -> np.ndarray:
        """Return how far the ends of a row hang over the next one."""
        inner = ((columns + 0.5 + size / 2 * (which % 2)) % size) / size * 2 - 1
        depth: np.ndarray = 0.6 * size * np.sqrt(np.clip(1 - inner**2, 0, 1))
        return depth

    gap = rows + 0.5 - row * size - hangs(row - 1)
    of = np.where(gap < 0, row - 1, row) % count
    number = ((columns + size / 2 * (of % 2)) / size).astype(int) % count + of * count
    shade = rng.choice((0.48, 0.54, 0.6), count * count)[number]
    return np.select([abs(gap) < 0.6, (gap > 0) & (gap < size / 4), (gap < 0) & (gap > -size / 4)],
                     [0.08, shade - 0.2, shade + 0.16], shade)  # fmt: skip


def weave(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Cloth, straw or wicker: strands over and under each other."""
    rows, columns = np.mgrid[0:side, 0:side]
    size = max(unit // 2, 2)
    row, column = rows // size, columns // size
    over = (row + column) % 2 == 0
    inner = np.where(over, rows % size, columns % size)
    end = np.where(over, columns % size, rows % size)
    out = np.select([inner == size - 1, inner == 0], [0.3, 0.74], 0.55)
    return np.where(end == size - 1, out - 0.2, out)


def poles(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Upright poles, such as bamboo, with knots."""
    out, edges = np.zeros((side, side)), _edges(side, unit)
    for left, right in zip(edges, edges[1:], strict=False):
        wide = right - left
        out[:, left:right] = np.interp(np.arange(wide), (0, wide * 0.3, wide - 2, wide - 1), (0.5, 0.8, 0.4, 0.08))
        knot = int(rng.integers(side))
        for row in (knot, knot + side // 2):
            out[row % side, left : right - 1] -= 0.3
            out[(row + 1) % side, left : right - 1] += 0.14
    return out


def cracked(
    rng: Rng, levels: np.ndarray, side: int, count: int, *, level: float = 0.16, beside: float | None = None
) -> np.ndarray:
    """Return levels with thin cracks that wander."""
    out: np.ndarray = levels.copy()
    for _ in range(count):
        row, column, way = rng.integers(side), rng.integers(side), rng.integers(4)
        for _ in range(int(rng.integers(side // 6, side // 3 + 1))):
            if beside is not None:
                out[(row + 1) % side, column % side] = beside
            out[row % side, column % side] = level
            step = ((0, 1), (1, 0), (1, 1), (1, -1))[way if rng.random() < 0.6 else rng.integers(4)]
            row, column = row + step[0], column + step[1]
    return out


def scattered(rng: Rng, side: int, apart: int) -> list[tuple[int, int]]:
    """Return places about this many cells apart, every second row shifted, wrapped around."""
    count = max(2, round(side / apart / 2) * 2)
    places = [(row + 0.5, column + 0.5 * (row % 2)) for row in range(count) for column in range(count)]
    moved = [(row + rng.uniform(-0.3, 0.3), column + rng.uniform(-0.3, 0.3)) for row, column in places]
    return [(int(row * side / count) % side, int(column * side / count) % side) for row, column in moved]


PAINTERS: Mapping[str, Painter] = {
    one.__name__: one
    for one in (planks, bricks, blocks, slabs, checks, cobbles, rocks, cracks, glowing, facets, grass, leaves, earth,
                furrows, grit, ripples, waves, drifts, sheet, plates, scales, weave, poles)
}  # fmt: skip
"""Name → painter."""


def _edges(side: int, unit: int) -> list[int]:
    """Return where rows of about `unit` cells begin, and the end: an even number, so that every second row joins."""
    count = max(2, round(side / unit / 2) * 2)
    return [round(number * side / count) for number in range(count + 1)]


def _courses(rng: Rng, side: int, high: int, wide: int, *, ragged: bool, shift: float = 0.5) -> np.ndarray:
    """Draw bricks or slabs in rows, each with joints at its top and left, light along its upper edges, shade below."""
    out, edges = np.zeros((side, side)), _edges(side, high)
    for number, (top, bottom) in enumerate(zip(edges, edges[1:], strict=False)):
        joints = np.array(_edges(side, wide)[:-1])
        if ragged:
            joints = joints + rng.integers(-wide // 4, wide // 4 + 1, len(joints))
        joints = np.sort((joints + round(number % 2 * shift * wide)) % side)
        for left, after in zip(joints, [*joints[1:], joints[0] + side], strict=True):
            columns = np.arange(left + 1, after) % side
            if not len(columns):
                continue
            shade = rng.choice((0.42, 0.5, 0.5, 0.58))
            inside = out[top + 1 : bottom]
            inside[:, columns] = shade
            inside[0, columns] = inside[:, columns[0]] = shade + 0.2
            inside[-1, columns] = inside[:, columns[-1]] = shade - 0.18
            if len(columns) > 5 and bottom - top > 5 and rng.random() < 0.6:
                row, column = rng.integers(2, bottom - top - 2), rng.integers(2, len(columns) - 2)
                inside[row, columns[column : column + 2]] = shade - 0.14
    return out


def _cells(rng: Rng, side: int, size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """Return of each cell the distances to the nearest and second of points about `size` apart, wrapped around.

    And the nearest one's number, and where the cell lies from it, down and across.
    """
    count = max(2, round(side / size))
    grid = np.moveaxis(np.mgrid[0:count, 0:count], 0, -1).reshape(-1, 2) + 0.5
    points = (grid + rng.uniform(-0.36, 0.36, grid.shape)) * side / count
    at = np.moveaxis(np.mgrid[0:side, 0:side], 0, -1)[:, :, None] + 0.5
    apart = (at - points + side / 2) % side - side / 2
    far = np.hypot(apart[..., 0], apart[..., 1])
    order = far.argsort(-1)
    nearest, second = (np.take_along_axis(far, order[..., which, None], -1)[..., 0] for which in (0, 1))
    number = order[..., 0]
    down, across = (np.take_along_axis(apart[..., axis], number[..., None], -1)[..., 0] for axis in (0, 1))
    return nearest, second, number, (down, across)


def _stones(rng: Rng, side: int, size: int, *, joint: float, round_: float) -> np.ndarray:
    """Draw stones of about a size: dark joints so many cells wide, light from above on the left."""
    nearest, second, number, (down, across) = _cells(rng, side, size)
    shade = rng.choice((0.46, 0.54, 0.62), number.max() + 1)[number]
    slope = (down + 0.6 * across) / size
    out = np.select([slope < -round_, slope > round_], [shade + 0.2, shade - 0.2], shade)
    return np.where(second - nearest < joint + 0.5, 0.05, out)
