"""One colour for each cell of a grid: the mode of its pixels, among the few colours of the picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pixdraw.imaging.colour import oklab
from pixdraw.tools.borders import Array

INNER = 0.5
"""Fraction of a cell, along each axis, around its middle that is sampled."""
INNERMOST = 0.15
FLOWING = 0.6
"""Colours are gradients where differences in the innermost part are less than this share of those in the inner one."""
POINTS = 5
"""Points along each axis of that part."""
LEAST_ALPHA = 0.5
"""Minimum mean alpha of a cell that is not clear."""
EQUAL = 0.004
"""Distance in OKLab below which colours are equal, in a picture with less noise than this."""
LEAST_MERGED, MOST_MERGED = 0.02, 0.04
"""Bounds of that distance in noisier pictures, where it is the noise; 0.02 is hardly visible."""
RARE, KIN = 0.004, 0.05
"""In noisy pictures, a colour with at most the fraction RARE of the cells is merged into a more common colour within
OKLab distance KIN.

Compression shifts the colour of single cells as a whole."""
TYPICAL = 0.7
"""Quantile of the cells' noise that is taken as the picture's: a flat ground has none."""
MOST_COMPARED = 3000
"""Maximum number of colours that are compared pairwise; of more, similar ones are counted together first."""


@dataclass(frozen=True)
class Cells:
    """The cells of B pictures of one grid, in one palette."""

    image: Tensor
    """[B, 3 or 4, rows, columns]; alpha is 0 or 1."""
    palette: Tensor
    """[P, 3], the commonest first."""
    agreement: float
    """Mean share of a cell's points that have its colour, 0 to 1."""


def read_cells(
    pictures: Tensor, rows: Array, columns: Array, *, palette: Tensor | None = None, colours: int | None = None
) -> Cells:
    """Read the cells between borders of straight pictures [B, 3 or 4, H, W].

    `palette` [P, 3] are the only colours allowed; without it the pictures' own, at most `colours` of them.
    """
    part, noise = _inner(pictures, rows, columns)
    points, weights = _points(pictures, rows, columns, part)
    alpha = points[:, 3] if points.shape[1] == 4 else torch.ones_like(points[:, 0])
    opaque = (alpha * weights).sum(2) / weights.sum() >= LEAST_ALPHA  # [B, cells]
    places = oklab(points[:, :3].transpose(0, 1).flatten(1)).view(3, *alpha.shape)
    counts = weights * (alpha >= LEAST_ALPHA)
    middle = _middles(places, points[:, :3], counts, opaque)
    if palette is None:
        palette = _palette(middle[opaque], noise, colours)
    index, share = _votes(places, counts, palette)
    image = palette[index].movedim(2, 1).unflatten(2, (len(rows) - 1, len(columns) - 1))
    if pictures.shape[1] == 4:
        whole = opaque.unflatten(1, image.shape[2:]).unsqueeze(1).to(image)
        image = torch.cat([image * whole, whole], 1)
    used = index[opaque].bincount(minlength=len(palette))
    order = used.argsort(descending=True, stable=True)
    agreement = float(share[opaque].mean()) if opaque.any() else 1.0
    return Cells(image, palette[order[used[order] > 0]], agreement)


def _inner(pictures: Tensor, rows: Array, columns: Array) -> tuple[float, float]:
    """Return the fraction of the cells to sample, small where colours are gradients, and their noise."""
    spread = []
    for part in (INNER, INNERMOST):
        points, _ = _points(pictures, rows, columns, part)
        apart = (points - points.mean(3, keepdim=True)).square().sum(1).mean(2).sqrt().flatten()
        spread.append(float(apart.sort().values[int(TYPICAL * (len(apart) - 1))]))
    return (INNERMOST if spread[1] < FLOWING * spread[0] else INNER), spread[0]


def _points(pictures: Tensor, rows: Array, columns: Array, part: float) -> tuple[Tensor, Tensor]:
    """Return the sampled pixels, [B, C, cells, K], and the weight [K] of each, larger in the middle."""
    count = POINTS if min(np.diff(rows).mean(), np.diff(columns).mean()) > 1 else 1
    steps = (np.arange(count) - (count - 1) / 2) / count * part
    height, width = pictures.shape[2:]
    places = []
    for lines, length in ((rows, height), (columns, width)):
        centre, size = (lines[1:] + lines[:-1]) / 2, lines[1:] - lines[:-1]
        exact = np.clip(centre[:, None] + size[:, None] * steps, 0, length - 1e-3)
        places.append(torch.from_numpy(np.floor(exact + 1e-9).astype(np.int64)))
    down, across = places
    picked = pictures[:, :, down[:, None, :, None], across[None, :, None, :]]
    weight = torch.from_numpy(np.exp(-((steps / part) ** 2) * 4)).float()
    return picked.flatten(4, 5).flatten(2, 3), (weight[:, None] * weight).flatten()


def _middles(places: Tensor, colours: Tensor, counts: Tensor, opaque: Tensor) -> Tensor:
    """Return the colour of each cell's most central point, [B, cells, 3]."""
    middle = torch.zeros(*opaque.shape, 3)
    for item in range(len(opaque)):
        for part in torch.arange(opaque.shape[1]).split(4096):
            here = places[:, item, part].permute(1, 2, 0)
            weight = counts[item, part]
            distance = (torch.cdist(here, here) @ weight.unsqueeze(2))[..., 0]
            point = (distance + 1e6 * (weight <= 0)).argmin(1)
            middle[item, part] = colours[item, :, part].permute(1, 2, 0)[torch.arange(len(part)), point]
    return middle


def _palette(middle: Tensor, noise: float, colours: int | None) -> Tensor:
    """Return the colours [P, 3] that the cells' middles [N, 3] cluster around."""
    if not len(middle):
        return torch.zeros(1, 3)
    reach = EQUAL if noise < EQUAL else min(max(LEAST_MERGED, noise), MOST_MERGED)
    found, numbers = _counted(middle)
    place = oklab(found.T).T
    group = _gathered(place, numbers, reach)
    while colours is not None and int(group.max()) + 1 > colours:
        reach *= 1.15
        group = _gathered(place, numbers, reach)
    if noise >= EQUAL and len(middle) >= 1 / RARE:
        group = _absorbed(place, numbers, group)
    return _colours_of(found, numbers, group, exact=noise < EQUAL)


def _absorbed(place: Tensor, numbers: Tensor, group: Tensor) -> Tensor:
    """Return the groups with rare ones given to the nearest commoner one that is near enough."""
    count = int(group.max()) + 1
    total = torch.zeros(count).index_add_(0, group, numbers)
    centres = torch.zeros(count, 3).index_add_(0, group, place * numbers[:, None]) / total[:, None]
    apart = torch.cdist(centres, centres).masked_fill(total[:, None] >= total, torch.inf)
    nearest = apart.min(1)
    gives_way = (total <= max(RARE * float(numbers.sum()), 1)) & (nearest.values <= KIN)
    becomes = torch.where(gives_way, nearest.indices, torch.arange(count))
    while not torch.equal(becomes, becomes[becomes]):  # one that gives way itself hands on what it got
        becomes = becomes[becomes]
    return torch.searchsorted(becomes[group].unique(), becomes[group])


def _counted(middle: Tensor) -> tuple[Tensor, Tensor]:
    """Return different colours and their counts; if there are too many, similar ones are merged."""
    for levels in (255, 127, 63, 31, 15):
        alike = (middle * levels).round()
        _, group, numbers = alike.unique(dim=0, return_inverse=True, return_counts=True)
        if len(numbers) <= MOST_COMPARED or levels == 15:
            break
    sums = torch.zeros(len(numbers), 3).index_add_(0, group, middle)
    return sums / numbers[:, None], numbers.float()


def _gathered(place: Tensor, numbers: Tensor, reach: float) -> Tensor:
    """Return the number of the cluster of each colour, int64 [M].

    Clusters form around colours that have most others within `reach`; then each colour joins the nearest mean.
    """
    near = torch.cdist(place, place) <= reach
    crowd = near.float() @ numbers
    free = torch.ones(len(place), dtype=torch.bool)
    leaders: list[int] = []
    for one in crowd.argsort(descending=True, stable=True).tolist():
        if free[one]:
            leaders.append(one)
            free &= ~near[one]
    centres = place[leaders]
    for _ in range(3):
        group = torch.cdist(place, centres).argmin(1)
        total = torch.zeros(len(centres)).index_add_(0, group, numbers)
        sums = torch.zeros(len(centres), 3).index_add_(0, group, place * numbers[:, None])
        centres = torch.where(total[:, None] > 0, sums / total.clamp(min=1e-6)[:, None], centres)
    group = torch.cdist(place, centres).argmin(1)
    return torch.searchsorted(group.unique(), group)


def _colours_of(found: Tensor, numbers: Tensor, group: Tensor, *, exact: bool) -> Tensor:
    """Return each group's colour: the commonest of its members where they are `exact`, else their mean."""
    count = int(group.max()) + 1
    if exact:
        order = numbers.argsort(stable=True)
        pick = torch.zeros(count, dtype=torch.int64)
        pick[group[order]] = order  # the last one written is the commonest
        return ((found[pick] * 255).round() / 255).clamp(0, 1)
    total = torch.zeros(count).index_add_(0, group, numbers)
    mean = torch.zeros(count, 3).index_add_(0, group, found * numbers[:, None]) / total[:, None]
    return ((mean * 255).round() / 255).clamp(0, 1)


def _votes(places: Tensor, counts: Tensor, palette: Tensor) -> tuple[Tensor, Tensor]:
    """Return the index of the colour that most points of a cell are nearest to, int64 [B, cells], and their share."""
    table = oklab(palette.T).T
    index = torch.zeros(counts.shape[:2], dtype=torch.int64)
    share = torch.zeros(counts.shape[:2])
    for item in range(len(counts)):
        for part in torch.arange(counts.shape[1]).split(4096):
            nearest = torch.cdist(places[:, item, part].permute(1, 2, 0).flatten(0, 1), table).argmin(1)
            votes = torch.zeros(len(part), len(palette))
            votes.scatter_add_(1, nearest.view(len(part), -1), counts[item, part])
            most, index[item, part] = votes.max(1)
            share[item, part] = most / votes.sum(1).clamp(min=1e-6)
    return index, share
