"""Finds the grid of cells in an enlarged picture: the cells' size along each axis, and the borders between them.

Sizes are compared by the share of all changes that lie on borders, above the share expected by chance. That share is as
large for halves and thirds of the true size, and smaller for its multiples, so the largest size that is about as good
as the best is taken. Borders are first searched at even distances; where these explain too little, dynamic programming
places them where most changes, about one size apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from pixdraw.tools.borders import BINS, Array, Profile, profiles

LEAST_CELL, MOST_CELL = 1.9, 80.0
"""Range of the searched sizes, in pixels."""
FEWEST_CELLS = 8
SLIP = 0.08
"""Step of the sizes of even cells: how far two grids drift apart over the whole picture, in cells."""
RATIO = 1.025
"""Step of the sizes of uneven cells: ratio to the one before."""
SMOOTHING = 0.2
"""Smoothing of the profile for a size, in cells."""
PARTS = 12
"""Places per cell at which a border can be in the search."""
FREEDOM = 3
"""Largest deviation of an uneven cell's width, in these parts."""
STIFFNESS = 8.0
"""Cost of uneven cells: this times the squared relative deviation, in borders of mean strength."""
LOCAL_CELLS = 4
"""Number of cells whose mean size is used for neighbours without visible borders."""
SQUARE = 0.2
"""Square cells are preferred if they explain at most this much less, summed over both axes."""
SQUARE_NEAR = 1.06
"""Ratio up to which two sizes count as equal."""
SURELY_EVEN, GAIN_BY_DRIFT = 0.78, 0.25
"""Cells count as even where that explains this much, or where uneven cells explain at most this much more."""
AS_GOOD_EVEN, AS_GOOD_UNEVEN = 0.08, 0.2
"""A larger size is taken where its share is less than the best by at most this fraction."""
ENOUGH = 0.25
"""Minimum share of the best size at which there is a grid."""
DOUBLED, CLEAR = 0.72, 0.22
"""A size is taken to be twice the true one if it explains less than DOUBLED times what its half explains, and the half
explains at least CLEAR."""
PAIRS, OF_PAIRS = 0.4, 0.04
"""Minimum share of cells of about two pixels: soft, compressed pictures have a little of that rhythm."""

_APART = np.abs((np.arange(PARTS)[:, None] - np.arange(PARTS) + PARTS // 2) % PARTS - PARTS // 2)
"""[PARTS, PARTS]: the distance between two places in consecutive cells, in parts."""


@dataclass(frozen=True)
class Axis:
    """The cells along one axis."""

    lines: Array
    """[cells + 1] borders in pixels, the first cell's begin and the last one's end included."""
    size: float
    """Mean size of a cell, in pixels."""
    share: float
    """Share of all changes that lie on borders: 0 as by chance, 1 all."""
    even: bool
    """Whether all cells are of the same size."""


def find(pictures: Tensor) -> tuple[Axis, Axis]:
    """Return the axes (rows, columns) of the grid that premultiplied pictures [B, C, H, W] share.

    Cells of one pixel with a share of 0 if there is no grid.
    """
    across, down = _Sizes(pictures), _Sizes(pictures.transpose(2, 3))
    wide, high = _pair(across.even, down.even)
    if wide == high:
        wide = high = _undoubled(wide, (across, down))
    if not (across.is_even(wide) and down.is_even(high)):
        loose = _pair(across.uneven, down.uneven)
        wide, high = loose if max(loose) > 1 else (wide, high)
    if min(wide, high) == 1:  # an axis with too few changes takes the size of the other
        wide = high = max(wide, high)
    return down.axis(high), across.axis(wide)


def _undoubled(size: float, axes: Sequence[_Sizes]) -> float:
    """Return a size, or the half of it that explains clearly more of the fine changes.

    The borders of larger cells are searched in smoother profiles, which have less noise. In the same one they explain
    as much as those of their halves, if there are no other borders between them.
    """
    half = size / 2
    if half < LEAST_CELL * 1.02:
        return size
    near = half * np.linspace(0.985, 1.015, 13)
    own = sum(axis.share_at(size, half) for axis in axes) / len(axes)
    finer = [sum(axis.share_at(one, half) for axis in axes) / len(axes) for one in near]
    return float(near[int(np.argmax(finer))]) if max(finer) > CLEAR and own < DOUBLED * max(finer) else size


def sized(pictures: Tensor, size: float) -> Axis:
    """Return the columns of premultiplied pictures for cells of a given width, placed where most changes."""
    length = pictures.shape[3]
    count = round(length / size)
    if count and abs(length / count - size) < 0.1 * size / count:
        return counted(length, count)
    return _Sizes(pictures).axis(size)


def counted(length: int, count: int) -> Axis:
    """Return an axis of `count` even cells from edge to edge."""
    return Axis(np.linspace(0, length, count + 1), length / count, 1.0, True)


@dataclass(frozen=True)
class _Shares:
    """The share of changes that each size explains."""

    sizes: Array
    """[K], ascending."""
    shares: Array
    """[K]"""
    as_good: float

    def at(self, size: float) -> float:
        """Return the best share near a size; 0 for cells of one pixel."""
        near = np.abs(np.log(self.sizes / size)) < 0.015
        return float(self.shares[near].max()) if size > 1 and near.any() else 0.0

    def best(self) -> float:
        """Return the largest size at a peak of the shares that is about as good as the best; 1 without a grid."""
        shares = np.where((np.abs(self.sizes - 2) < OF_PAIRS) & (self.shares < PAIRS), 0, self.shares)
        if not len(shares) or shares.max() < ENOUGH:
            return 1.0
        padded = np.pad(shares, 2, constant_values=-1)
        around = np.stack([padded[shift : shift + len(shares)] for shift in range(5)]).max(0)
        good = np.flatnonzero((shares >= shares.max() * (1 - self.as_good)) & (shares >= around))
        return float(self.sizes[good[-1]])

    def with_other(self, other: _Shares) -> _Shares:
        """Return the shares of both axes together."""
        most = min(self.sizes.max(initial=0), other.sizes.max(initial=0))
        sizes = np.union1d(self.sizes, other.sizes)
        sizes = sizes[sizes <= most]
        if not len(sizes):
            return _Shares(sizes, sizes, self.as_good)
        mean = sum(np.interp(sizes, one.sizes, one.shares) for one in (self, other)) / 2
        return _Shares(sizes, mean, self.as_good)


def _pair(across: _Shares, down: _Shares) -> tuple[float, float]:
    """Return width and height of the cells, square where that is nearly as good; 1 if there is no grid."""
    wide, high = across.best(), down.best()
    both = across.with_other(down).best()
    near = any(1 / SQUARE_NEAR < both / one < SQUARE_NEAR for one in (wide, high))
    if near and both > 1 and across.at(both) + down.at(both) >= across.at(wide) + down.at(high) - SQUARE:
        return both, both
    return wide, high


class _Sizes:
    """All sizes along the last axis of premultiplied pictures [B, C, H, W]."""

    def __init__(self, pictures: Tensor) -> None:
        self.length = pictures.shape[3]
        self.most = min(MOST_CELL, self.length / FEWEST_CELLS)
        scales = [0.5 * 2 ** (step / 2) for step in range(10)]
        self.profiles = profiles(pictures, [0.0, *(scale for scale in scales if scale <= SMOOTHING * self.most)])

    def profile(self, size: float) -> Profile:
        """Return the profile in which a size is searched."""
        fine = [one for one in self.profiles if one.smoothing <= SMOOTHING * size]
        return max(fine, key=lambda one: one.smoothing)

    @cached_property
    def even(self) -> _Shares:
        """The shares with even cells."""
        sizes, size = [], LEAST_CELL
        while size <= self.most:
            sizes.append(size)
            size *= 1 + SLIP * size / self.length
        shares = [_even_share(self.profile(size), size)[0] for size in sizes]
        return _Shares(np.array(sizes), np.array(shares), AS_GOOD_EVEN)

    @cached_property
    def uneven(self) -> _Shares:
        """The shares with uneven cells."""
        if self.most < LEAST_CELL:
            return _Shares(np.zeros(0), np.zeros(0), AS_GOOD_UNEVEN)
        count = int(np.log(self.most / LEAST_CELL) / np.log(RATIO)) + 1
        sizes: Array = LEAST_CELL * RATIO ** np.arange(count, dtype=np.float64)
        return _Shares(sizes, _laid(sizes, [self.profile(size) for size in sizes])[0], AS_GOOD_UNEVEN)

    def share_at(self, size: float, smooth_for: float) -> float:
        """Return the best share of even cells near a size, in the profile in which another size is searched."""
        profile = self.profile(smooth_for)
        return max(_even_share(profile, size * (1 + slip))[0] for slip in (-0.006, -0.003, 0, 0.003, 0.006))

    def is_even(self, size: float) -> bool:
        """Return whether cells of about this size are even."""
        if size == 1:
            return False
        share, loose = self.even.at(size), _laid(np.array([size]), [self.profile(size)])[0][0]
        return share >= SURELY_EVEN or share >= loose - GAIN_BY_DRIFT

    def axis(self, size: float) -> Axis:
        """Return the borders between cells of about this size."""
        if size == 1:
            return Axis(np.arange(self.length + 1.0), 1.0, 0.0, True)
        profile = self.profile(size)
        share, start = _even_share(profile, size)
        if self.is_even(size):
            start, step = _refined(profile, start, size)
            lines = _even_lines(self.length, start, step)
            return Axis(lines, float(lines[-1] - lines[0]) / (len(lines) - 1), share, True)
        shares, paths = _laid(np.array([size]), [profile])
        laid: Array = paths[0].astype(np.float64) * (size / PARTS)
        lines = _whole(*_centres(profile, laid, 0.2 * size), size, self.length)
        return Axis(lines, float(lines[-1] - lines[0]) / (len(lines) - 1), float(shares[0]), False)


def _reach(size: float) -> float:
    """Return the largest distance of a change from its border, in parts: a sixth of a cell, or over half a pixel."""
    return max(PARTS / 6, 1 + 0.5 * PARTS / size)


def _even_share(profile: Profile, size: float) -> tuple[float, float]:
    """Return the share that borders at even distances explain, and the place of the first one."""
    places, mass = profile.filled
    if not len(places):
        return 0.0, 0.0
    folded = np.bincount((places * (PARTS / size) + 0.5).astype(np.int64) % PARTS, mass, minlength=PARTS)
    kernel = np.maximum(1 - _APART / _reach(size), 0)
    caught, chance = kernel @ folded, kernel[0].sum() / PARTS
    part = int(np.argmax(caught))
    return float(np.clip((caught[part] - chance) / (1 - chance), 0, 1)), part * size / PARTS


def _laid(sizes: Array, found: list[Profile]) -> tuple[Array, list[NDArray[np.int64]]]:
    """Return the share [K] of each size with uneven cells, and its borders in parts of a cell."""
    lengths = np.array([int(one.length / size * PARTS) for one, size in zip(found, sizes, strict=True)])
    gains = np.zeros((len(sizes), lengths.max() + 1))
    chance = np.zeros(len(sizes))
    for index, (size, profile) in enumerate(zip(sizes, found, strict=True)):
        gain, chance[index] = _gain(profile, size)
        gains[index, : len(gain)] = gain[: gains.shape[1]]
    cells = np.maximum(lengths / PARTS, 1)
    gains -= (chance / cells)[:, None]
    totals, paths = _lay(gains, lengths, STIFFNESS / cells)
    return np.clip(totals / (1 - chance), 0, 1), paths


def _gain(profile: Profile, size: float) -> tuple[Array, float]:
    """Return the changes around each place, normalised to 1 in all, and the share expected by chance."""
    reach = _reach(size)
    parts = int(profile.length / size * PARTS) + 1
    edges = (np.arange(-PARTS, parts + PARTS) - 0.5) * size / PARTS * BINS
    summed = np.concatenate([[0.0], np.cumsum(profile.mass)])
    mass = np.diff(np.interp(edges + 0.5, np.arange(len(summed)), summed))
    offsets = np.arange(-int(reach), int(reach) + 1)
    kernel = np.clip(1 - np.abs(offsets) / reach, 0, 1)
    caught = np.convolve(mass, kernel, "same")[PARTS:]
    return caught[:parts], float(kernel.sum() / PARTS)


def _lay(gains: Array, lengths: NDArray[np.int64], stiffness: Array) -> tuple[Array, list[NDArray[np.int64]]]:
    """Place borders where the sum of their gains minus the cost of uneven cells is largest, for K sizes at once."""
    steps = np.arange(PARTS - FREEDOM, PARTS + FREEDOM + 1)
    cost = stiffness[:, None] * ((steps - PARTS) / PARTS) ** 2  # [K, S]
    count, long = gains.shape
    best = gains.copy()
    came = np.zeros((count, long), dtype=np.int64)
    rows = np.arange(count)
    for place in range(PARTS, long):
        before = place - steps
        value = np.where(before >= 0, best[:, before], 0.0) - cost
        pick = value.argmax(1)
        gained = value[rows, pick]
        best[:, place] += gained
        came[:, place] = steps[pick]
    totals, paths = np.zeros(count), []
    for row, last in enumerate(lengths):
        start = max(0, last - PARTS + 1)
        place = start + int(best[row, start : last + 1].argmax())
        totals[row] = best[row, place]
        path = [place]
        while came[row, path[-1]] and path[-1] - came[row, path[-1]] >= 0:
            path.append(path[-1] - int(came[row, path[-1]]))
        paths.append(np.array(path[::-1]))
    return totals, paths


def _refined(profile: Profile, start: float, step: float) -> tuple[float, float]:
    """Return start and step of even borders, fitted by least squares to the centres of changes near them."""
    for _ in range(3):
        numbers = np.arange(int((profile.length - start) / step) + 1)
        places, weights = _centres(profile, np.linspace(start, start + step * numbers[-1], len(numbers)), 0.25 * step)
        start, step = _straight(numbers, places, weights, start, step)
    return start, step


def _centres(profile: Profile, lines: Array, reach: float) -> tuple[Array, Array]:
    """Return the centre of the changes within `reach` pixels of each line, and their sum."""
    summed = np.concatenate([[0.0], np.cumsum(profile.mass)])
    moment = np.concatenate([[0.0], np.cumsum(profile.mass * np.arange(len(profile.mass)) / BINS)])
    index = np.arange(len(summed))
    low, high = ((lines + sign * reach) * BINS + 0.5 for sign in (-1, 1))
    weight = np.interp(high, index, summed) - np.interp(low, index, summed)
    place = np.interp(high, index, moment) - np.interp(low, index, moment)
    weight = np.where(weight > 1e-9, weight, 0.0)
    return np.where(weight > 0, place / np.where(weight > 0, weight, 1), lines), weight


def _straight(
    numbers: NDArray[np.int64], places: Array, weights: Array, start: float, step: float
) -> tuple[float, float]:
    """Return start and step of the line through the places, by robust least squares."""
    size = step
    trust = weights.copy()
    for _ in range(5):
        if np.count_nonzero(trust > 0) < 2:
            return start, step
        total = trust.sum()
        middle = (trust * numbers).sum() / total
        height = (trust * places).sum() / total
        spread = (trust * (numbers - middle) ** 2).sum()
        if spread < 1e-12:
            return start, step
        step = float((trust * (numbers - middle) * (places - height)).sum() / spread)
        start = float(height - step * middle)
        error = places - start - step * numbers
        trust = weights / (1 + (error / (0.1 * size)) ** 2)
    return start, step


def _even_lines(length: int, start: float, step: float) -> Array:
    """Return the borders of even cells; a cell cut by the picture's edge counts if half of it is there."""
    first = start - np.ceil(start / step - 0.5 + 1e-6) * step  # within half a cell of the edge
    count = max(1, round((length - first) / step))
    if abs(first) < 0.2 * step and abs(first + count * step - length) < 0.2 * step:
        return np.linspace(0, length, count + 1)
    return np.linspace(first, first + step * count, count + 1)


def _whole(places: Array, weights: Array, size: float, length: int) -> Array:
    """Return uneven borders from edge to edge; where no border is visible, cells have the size of their neighbours."""
    clear = np.flatnonzero((weights > 0) & (places > 0.3 * size) & (places < length - 0.3 * size))
    if len(clear) < 2:
        return np.linspace(0, length, max(1, round(length / size)) + 1)
    known, counts = places[clear], np.diff(clear)
    near = _local_sizes(known, counts)
    inner = [np.linspace(*ends, max(1, round((ends[1] - ends[0]) / one)), endpoint=False)
             for ends, one in zip(pairwise(known), near, strict=True)]  # fmt: skip
    before = np.linspace(0, known[0], max(1, round(known[0] / near[0])), endpoint=False)
    after = np.linspace(known[-1], length, max(1, round((length - known[-1]) / near[-1])) + 1)
    lines: Array = np.concatenate([before, *inner, after])
    return lines


def _local_sizes(known: Array, counts: NDArray[np.int64]) -> Array:
    """Return the approximate size of a cell in each gap between known borders, which has `counts` cells."""
    middles, gaps = (known[1:] + known[:-1]) / 2, np.diff(known)
    sure = np.flatnonzero(counts == 1)
    if not len(sure):
        return gaps / counts
    order = np.abs(middles[:, None] - middles[sure]).argsort(1, kind="stable")[:, :LOCAL_CELLS]
    local: Array = np.where(counts == 1, gaps, gaps[sure][order].mean(1))
    return local
