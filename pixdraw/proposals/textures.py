"""Patterns of surfaces that are made, or grown: hexagons, circuits, panels, carpets, bark. Called as `patterns` are."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pixdraw.proposals.patterns import Painter, Rng, noise, scattered


def hexagons(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Hexagonal tiles, light above and dark below."""
    nearest, second, number, down = _lattice(side, max(unit, 5))
    shade = rng.choice((0.44, 0.52, 0.6), number.max() + 1)[number]
    out = np.where(down < -0.18 * unit, shade + 0.16, np.where(down > 0.28 * unit, shade - 0.14, shade))
    return np.where(second - nearest < 1.1, 0.08, out)


def honeycomb(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Combs of wax, some of them full of honey."""
    nearest, second, number, _ = _lattice(side, max(unit, 5))
    full = (rng.random(number.max() + 1) < 0.4)[number]
    gap = second - nearest
    return np.select([gap < 1.2, gap < 2.6], [0.92, np.where(full, 0.62, 0.4)], np.where(full, 0.72, 0.18))


def _lattice(side: int, size: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return of each cell the distances to the nearest and second of points in a hexagonal lattice, wrapped around.

    And the nearest one's number, and how far below it the cell is.
    """
    across, rows = max(2, round(side / size)), max(2, round(side / size / 0.866 / 2) * 2)
    points = [((row + 0.5) * side / rows, (column + 0.5 + 0.5 * (row % 2)) * side / across % side)
              for row in range(rows) for column in range(across)]  # fmt: skip
    at = np.moveaxis(np.mgrid[0:side, 0:side], 0, -1)[:, :, None] + 0.5
    apart = (at - np.array(points) + side / 2) % side - side / 2
    far = np.hypot(apart[..., 0], apart[..., 1])
    order = far.argsort(-1)
    nearest, second = (np.take_along_axis(far, order[..., which, None], -1)[..., 0] for which in (0, 1))
    down = np.take_along_axis(apart[..., 0], order[..., :1], -1)[..., 0]
    return nearest, second, order[..., 0], down


def parquet(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Short boards in squares, laid across each other by turns."""
    rows, columns = np.mgrid[0:side, 0:side]
    count = max(2, round(side / max(unit, 6) / 2) * 2)
    size = side / count
    row, column = (rows / size).astype(int), (columns / size).astype(int)
    lying = (row + column) % 2 == 0
    inner = np.where(lying, rows - row * size, columns - column * size)
    strip = (inner / (size / 3)).astype(int).clip(0, 2)
    shade = rng.choice((0.42, 0.5, 0.58, 0.64), (count, count, 3))[row, column, strip]
    seam = inner - strip * size / 3 < 1
    border = (np.where(lying, columns - column * size, rows - row * size) < 1) | (inner < 1)
    return np.where(seam | border, 0.14, shade)


def panels(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Panels as in spaceships: bevelled plates with vents, bolts and a stripe of light."""
    out = np.full((side, side), 0.5)
    half = side // 2
    for row, top in enumerate((0, half)):
        for column, left in enumerate((0, half)):
            bottom, right = (side if row else half), (side if column else half)
            part = out[top:bottom, left:right]
            part[:] = rng.choice((0.42, 0.5))
            part[1], part[:, 1] = 0.72, 0.72
            part[-1], part[:, -1] = 0.24, 0.24
            part[0], part[:, 0] = 0.05, 0.05
            high, wide = part.shape
            kind = (row + column) % 2 if rng.random() < 0.8 else 1
            if kind == 0 and high > 6:
                for vent in range(high // 4, high * 3 // 4, 2):
                    part[vent, wide // 4 : wide * 3 // 4] = 0.12
            elif high > 6:
                part[high // 2 : high // 2 + max(high // 8, 1), wide // 4 : wide * 3 // 4] = 1.0
                part[high // 4, wide // 4], part[high // 4, wide * 3 // 4] = 0.9, 0.9
    return out


def tread(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Tread plate: short ridges aslant, this way and that."""
    out = np.full((side, side), 0.42)
    count = max(2, round(side / max(unit * 0.75, 4) / 2) * 2)
    for row in range(count):
        for column in range(count):
            y, x, way = int(row * side / count), int(column * side / count), 1 if (row + column) % 2 else -1
            for step in (-1, 0, 1):
                out[(y + step + 2) % side, (x + way * step + 2) % side] = 0.85
                out[(y + step + 3) % side, (x + way * step + 2) % side] = 0.15
    return _worn(rng, out)


def _worn(rng: Rng, levels: np.ndarray) -> np.ndarray:
    """Return levels moved by chance, a little darker in places."""
    side = len(levels)
    moved = np.roll(levels, rng.integers(side, size=2), (0, 1))
    return np.where(noise(rng, side, max(side // 6, 2)) > 0.72, moved - 0.12, moved).clip(0, 1)


def circuit(rng: Rng, side: int, unit: int) -> np.ndarray:
    """A printed circuit: traces with pads, and chips."""
    out = np.full((side, side), 0.3)
    for row, column in scattered(rng, side, max(unit, 5)):
        for _ in range(int(rng.integers(2, 4))):
            steps = ((0, 1), (1, 0))[int(rng.integers(2))]
            for _ in range(int(rng.integers(3, max(side // 4, 4)))):
                out[row % side, column % side] = 0.66
                row, column = row + steps[0], column + steps[1]
        out[row % side, column % side] = 1.0
    for row, column in scattered(rng, side, max(unit * 2, 10))[::2]:
        for down in range(5):
            for across in range(6):
                out[(row + down) % side, (column + across) % side] = (
                    0.0 if 0 < down < 4 else 0.92 if across % 2 else 0.3
                )
    return out


def carpet(rng: Rng, side: int, unit: int) -> np.ndarray:
    """A woven carpet with lozenges."""
    rows, columns = np.mgrid[0:side, 0:side]
    count = max(2, round(side / max(unit * 1.6, 8)))
    size = side / count
    far = abs((rows + 0.5) % size - size / 2) + abs((columns + 0.5) % size - size / 2)
    ring = abs(far - size * 0.36) < 0.8
    out = np.where(far < size * 0.14, 0.88, np.where(ring, 0.8, np.where(far > size * 0.62, 0.34, 0.5)))
    return _worn(rng, np.where((rows + columns) % 2 == 0, out, out - 0.07))


def strands(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Hay: straws that lie over each other in all directions."""
    out = np.full((side, side), 0.4)
    for number in range(side * side // 7):
        row, column = rng.integers(side, size=2)
        down, across = ((0, 1), (1, 1), (1, -1), (1, 2), (1, -2))[int(rng.integers(5))]
        shade = (0.2, 0.58, 0.72, 0.9)[number % 4]
        for step in range(int(rng.integers(3, 6))):
            out[(row + step * down) % side, (column + step * across) % side] = shade
    return out


def pebbles(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Gravel: small stones close together."""
    out = np.full((side, side), 0.12)
    for turn in range(2):
        for row, column in scattered(rng, side, max(unit // 2, 3)):
            shade = float(rng.choice((0.42, 0.55, 0.68)))
            wide = 2 + (turn == 0 and rng.random() < 0.5)
            for down in range(2):
                for across in range(wide):
                    level = shade + (
                        0.2 if down == 0 and across == 0 else -0.2 if down == 1 and across == wide - 1 else 0
                    )
                    out[(row + down) % side, (column + across + turn) % side] = level
    return out


def smooth(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Plaster, concrete or leather: even, with faint patches and pits."""
    level = noise(rng, side, max(side // 6, 3))
    out = np.select([level > 0.66, level < 0.3], [0.74, 0.56], 0.65)
    for row, column in scattered(rng, side, max(unit, 6)):
        if rng.random() < 0.6:
            out[row, column], out[(row + 1) % side, column] = 0.38, 0.86
            out[row, (column + 1) % side] = 0.38
    return out


def bark(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Bark: long ridges with clefts between them, and a knot."""
    rows, columns = np.mgrid[0:side, 0:side]
    bend = np.round(1.6 * np.sin(2 * np.pi * (rows / side + rng.random())) + noise(rng, side, 4) * 3)
    count = max(3, round(side / max(unit * 0.6, 4)))
    inner = ((columns + bend) % side) * count / side % 1
    out = np.select([inner < 0.24, inner < 0.5, inner > 0.86], [0.08, 0.66, 0.34], 0.5)
    cut = (noise(rng, side, max(side // 3, 4)) > 0.74) & (inner > 0.24)
    return np.where(cut, 0.24, out)


def flesh(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Flesh: wet bulges with veins."""
    level = noise(rng, side, max(side // 6, 3))
    fine = noise(rng, side, max(side // 4, 4))
    out = 0.32 + 0.4 * np.round(level * 4) / 4
    out = np.where((level < np.roll(level, 1, 0) - 0.03) & (level > 0.6), out + 0.14, out)
    out = np.where(abs(fine - 0.5) < 0.035, 0.1, out)
    glint = (level > 0.8) & (np.roll(level, 1, 0) < 0.84)
    return np.where(glint, 1.0, out)


def bones(rng: Rng, side: int, unit: int) -> np.ndarray:
    """A wall of skulls and bones."""
    out = np.full((side, side), 0.06)
    size = max(side // max(round(side / 8), 2), 6)
    rows = ("..xxxx..", ".xXXxxx.", ".xxxxxs.", ".x..x.s.", ".xx.xxs.", "..xxxs..", "..x.x...")
    count = max(side // size, 2)
    for row in range(count):
        for column in range(count):
            top, left = row * side // count, (column * side // count + (row % 2) * size // 2)
            for down, line in enumerate(rows[:size]):
                for across, mark in enumerate(line):
                    if mark != ".":
                        level = {"x": 0.66, "X": 0.95, "s": 0.36}[mark]
                        out[(top + down) % side, (left + across) % side] = level
    return _worn(rng, out)


def stripes(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Stripes that wander, as on a zebra."""
    rows, columns = np.mgrid[0:side, 0:side]
    count = max(2, round(side / max(unit, 6)))
    bend = noise(rng, side, 3) * 1.6 + noise(rng, side, 5) * 0.5
    phase = (columns * count / side + bend) % 1
    return np.select([phase < 0.06, phase < 0.5, phase < 0.56], [0.25, 0.0, 0.25], 1.0)


def stars(rng: Rng, side: int, unit: int) -> np.ndarray:
    """A sky full of stars, with mist between them."""
    level = noise(rng, side, 3)
    out = np.select([level > 0.66, level > 0.45], [0.4, 0.25], 0.1)
    for number, (row, column) in enumerate(scattered(rng, side, max(unit, 6))):
        out[row, column] = 1.0
        if number % 4 == 0:
            for down, across in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                out[(row + down) % side, (column + across) % side] = 0.7
    return out


def puffs(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Clouds close together, lit from above."""
    rows, columns = np.mgrid[0:side, 0:side]
    out = np.full((side, side), 0.1)
    for row, column in sorted(scattered(rng, side, max(unit, 7))):
        size = rng.uniform(0.55, 0.8) * max(unit, 7)
        down = (rows - row + side / 2) % side - side / 2
        across = (columns - column + side / 2) % side - side / 2
        puff = down**2 * 1.6 + across**2 < size**2
        out = np.where(puff, np.where(down < 0, 1.0, np.where(down > size * 0.4, 0.5, 0.75)), out)
    return out


def books(rng: Rng, side: int, unit: int) -> np.ndarray:
    """Shelves of books, their backs of several shades."""
    out = np.full((side, side), 0.05)
    count = max(2, round(side / 11))
    for shelf in range(count):
        top, bottom = shelf * side // count, (shelf + 1) * side // count
        out[bottom - 2 : bottom] = 0.5
        left = 0
        while left < side - 1:
            wide, high = int(rng.integers(2, 4)), int(rng.integers(0, 3))
            shade = float(rng.choice((0.25, 0.75, 1.0)))
            out[top + 1 + high : bottom - 2, left : min(left + wide, side)] = shade
            if wide > 2:
                out[top + 1 + high : bottom - 2, min(left + wide, side) - 1] = 0.0
            left += wide
    return out


PAINTERS: Mapping[str, Painter] = {
    one.__name__: one
    for one in (hexagons, honeycomb, parquet, panels, tread, circuit, carpet, strands, pebbles, smooth, bark, flesh,
                bones, stripes, stars, puffs, books)
}  # fmt: skip
"""Name → painter."""
