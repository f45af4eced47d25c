"""Profiles of how much a picture's colours change along one axis, from which a grid of cells is found.

A border between two cells is a place where many rows change at once. In a blurred picture the change is spread over
some pixels; it is found as the steepest place of each row, after smoothing by a fraction of the cell (Canny 1986, A
computational approach to edge detection: maxima of the gradient of a Gaussian).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

Array = NDArray[np.float64]

BINS = 8
"""Places per pixel."""
MOST_ROWS = 256
"""Maximum number of rows that are examined; of more, every second, third, …"""
LEAST_CHANGE = 0.012
"""Smallest change of a row that counts as a border, in sRGB from 0 to 1."""
ABOVE_NOISE = 4.5
"""A border changes more than this factor times the quietest quarter of all places."""
RINGING = 0.2
"""Changes smaller than this fraction of a stronger one nearby are ringing of sharp filters or JPEG."""
EVERYWHERE = 0.3
"""Quantile of the changes at all places that counts as background, which belongs to no border."""
EVENNESS = 0.5
"""Exponent of the change at a place: a long border counts more than a short one, but less than in proportion."""


@dataclass(frozen=True)
class Profile:
    """How much changes at each place along an axis; the values sum to 1, or to 0 where nothing changes."""

    smoothing: float
    """Standard deviation of the Gaussian, in pixels."""
    length: int
    """Length of the axis, in pixels."""
    mass: Array
    """[length · BINS]: place i is i / BINS pixels from the picture's edge."""

    @cached_property
    def filled(self) -> tuple[Array, Array]:
        """The places with changes, in pixels, and their values."""
        places = np.flatnonzero(self.mass)
        return places / BINS, self.mass[places]


def profiles(pictures: Tensor, smoothings: list[float]) -> list[Profile]:
    """Return the profile of the last axis of premultiplied [B, C, H, W] for each smoothing, all pictures together."""
    rows = pictures.transpose(1, 2).flatten(0, 1)
    rows = rows[:: max(1, -(-len(rows) // MOST_ROWS))]
    steps = (rows[:, :, 1:] - rows[:, :, :-1]).numpy()  # [R, C, W - 1]
    reach = int(3 * max(smoothings, default=0)) + 1
    padded = 2 * -(-(steps.shape[2] + reach) // 2)
    spectrum = np.fft.rfft(steps, padded)  # padding with zeros prevents wrap-around from the other edge
    return [_profile(_steepness(steps, spectrum, smoothing), smoothing) for smoothing in smoothings]


def _profile(steep: Array, smoothing: float) -> Profile:
    """Return the profile of the gradients' lengths [R, W + 1] at the border before each pixel."""
    length = steep.shape[1] - 1
    peak = (steep[:, 1:-1] >= steep[:, :-2]) & (steep[:, 1:-1] > steep[:, 2:])
    quiet, strong = np.quantile(steep, (0.25, 0.9))
    least = max(LEAST_CHANGE / max(1.0, 2.5 * smoothing), min(ABOVE_NOISE * quiet, strong / 2))
    peak &= steep[:, 1:-1] > np.maximum(least, RINGING * _strongest_near(steep, smoothing)[:, 1:-1])
    row, place = np.nonzero(peak)
    place += 1
    before, here, after = (steep[row, place + shift] for shift in (-1, 0, 1))
    if not len(here):
        return Profile(smoothing, length, np.zeros(length * BINS))
    curve = np.maximum(2 * here - before - after, 1e-9)
    exact = place + np.clip(0.5 * (after - before) / curve, -0.5, 0.5)
    weight = np.minimum(here, np.quantile(here, 0.75))
    bins = np.clip(np.round(exact * BINS).astype(int), 0, length * BINS - 1)
    mass = np.bincount(bins, weight, minlength=length * BINS)
    near = np.convolve(mass, np.ones(BINS + 1), "same")
    clear = np.maximum(near - 1.5 * np.quantile(near, EVERYWHERE), 0)
    mass = mass * clear**EVENNESS / np.where(near > 0, near, 1)
    return Profile(smoothing, length, mass / max(mass.sum(), 1e-9))


def _strongest_near(steep: Array, smoothing: float) -> Array:
    """Return the steepest place of a row within about a cell and a half: [R, W + 1]."""
    reach = round(7 * smoothing)
    return F.max_pool1d(torch.from_numpy(steep), 2 * reach + 1, 1, reach).numpy()


def _steepness(steps: Array, spectrum: NDArray[np.complex128], smoothing: float) -> Array:
    """Return the length of the gradient of smoothed rows, [R, W + 1], 0 at both ends."""
    if smoothing > 0:
        length = 2 * (spectrum.shape[2] - 1)
        bell = np.exp(-2 * (np.pi * smoothing * np.fft.rfftfreq(length)) ** 2)
        steps = np.fft.irfft(spectrum * bell, length)[:, :, : steps.shape[2]]
    return np.pad(np.sqrt(np.square(steps).sum(1)), ((0, 0), (1, 1)))
