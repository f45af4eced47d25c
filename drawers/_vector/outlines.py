"""The lines between flat areas: traced along the pixels' sides, smoothed, cut into as many as there are pens' lines."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from drawers._vector.flats import Flat
from drawers._vector.placing import Placed

SMOOTH_FRAC = 0.012
"""Radius of the blur along a line, of the picture's shorter side: more than the pixels' stairs."""
LEAST_FRAC = 0.04
"""Shorter lines are specks."""
SEGMENT_FRAC = 0.09
"""Length of a line's segments if there are lines enough, of the shorter side."""
FAINT = 0.18
"""Areas whose colours are nearer than this, in colour range, have no line between them."""
OUTER = 1.0
"""Contrast of a thing's outline, whatever its colour."""
BEND = 12.0
"""When segments are distributed along a line, a bend of one radian counts like this many pixels of length (on a picture
of 224 pixels), so bends get more segments."""
BASE_SIDE = 224

Node = tuple[int, int]
Sides = tuple[int, int]


@dataclass(frozen=True)
class Outline:
    """A line between two areas."""

    points: Tensor
    """[n, 2]: (x, y) in pixels, a pixel apart before smoothing; the first again at the end where it is closed."""
    contrast: float
    """Distance of the colours on its sides, at most OUTER."""

    @property
    def length(self) -> float:
        """Length in pixels."""
        return float((self.points[1:] - self.points[:-1]).norm(dim=1).sum())


def outlines(flat: Flat) -> list[Outline]:
    """Return the lines of a picture: around what is not clear, and between areas of different colours."""
    area = flat.area.cpu()
    side = min(area.shape)
    colors = flat.colors.cpu()
    apart = torch.cdist(colors, colors).tolist()
    found = [(chain, OUTER) for _, chain in _chains((area >= 0).long())]
    for (first, second), chain in _chains(area):
        if min(first, second) >= 0 and apart[first][second] >= FAINT:
            found.append((chain, min(apart[first][second], OUTER)))
    lines = [Outline(_smoothed(torch.tensor(chain).float(), SMOOTH_FRAC * side), weight) for chain, weight in found]
    return [line for line in lines if line.length > LEAST_FRAC * side]


def spread(lines: list[Outline], count: int, segments: int, side: int) -> tuple[Placed, Tensor]:
    """Lay `count` lines of `segments` over the outlines, the clearest first; and their contrasts [1, count].

    With fewer outlines than lines the longest are cut in two, with more the faintest and shortest are left out.
    """
    limit = SEGMENT_FRAC * side * segments
    chosen: list[Outline] = []
    for line in sorted(lines, key=lambda line: -line.contrast * line.length):
        parts = max(1, math.ceil(line.length / limit))
        chosen += _cut(line, min(parts, count - len(chosen)))
    while len(chosen) < count:
        longest = max(chosen, key=lambda line: line.length)
        chosen = [part for line in chosen for part in (_cut(line, 2) if line is longest else [line])]
    knots, tangents = zip(*(_knots(line.points, segments, BEND * side / BASE_SIDE) for line in chosen), strict=True)
    contrasts = torch.tensor([[line.contrast for line in chosen]])
    return Placed(torch.stack(knots)[None], torch.stack(tangents)[None], torch.zeros(1, count, 0)), contrasts


def _chains(area: Tensor) -> list[tuple[Sides, list[Node]]]:
    """Paths (x, y) along the pixels' sides with one pair of areas on them, from fork to fork or back to the start."""
    links: dict[Node, list[tuple[Node, Sides]]] = defaultdict(list)
    rows = area.tolist()
    for y, x in (area[1:] != area[:-1]).nonzero().tolist():
        _link(links, (x, y + 1), (x + 1, y + 1), rows[y][x], rows[y + 1][x])
    for y, x in (area[:, 1:] != area[:, :-1]).nonzero().tolist():
        _link(links, (x + 1, y), (x + 1, y + 1), rows[y][x], rows[y][x + 1])
    forks = [node for node, ends in links.items() if len(ends) != 2 or ends[0][1] != ends[1][1]]
    walked: set[tuple[Node, Node]] = set()
    chains = []
    stops = set(forks)
    for start in [*forks, *links]:  # what no fork leads to goes round
        for nearest, sides in links[start]:
            if (start, nearest) in walked:
                continue
            chain = [start, nearest]
            walked |= {(start, nearest), (nearest, start)}
            while chain[-1] not in stops and chain[-1] != start:
                (following,) = (node for node, _ in links[chain[-1]] if node != chain[-2])
                walked |= {(chain[-1], following), (following, chain[-1])}
                chain.append(following)
            chains.append((sides, chain))
    return chains


def _link(links: dict[Node, list[tuple[Node, Sides]]], a: Node, b: Node, first: int, second: int) -> None:
    sides = (min(first, second), max(first, second))
    links[a].append((b, sides))
    links[b].append((a, sides))


def _smoothed(points: Tensor, radius: float) -> Tensor:
    """Blur a line along itself; its ends stay, and a closed one has none."""
    closed = bool((points[0] == points[-1]).all())
    reach = min(math.ceil(2 * radius), len(points) - 2)
    if reach < 1:
        return points
    weight = torch.exp(-0.5 * (torch.arange(-reach, reach + 1) / radius) ** 2)
    if closed:
        padded = torch.cat([points[-1 - reach : -1], points, points[1 : 1 + reach]])
    else:  # turned about its ends, which so keep their places
        before, after = points[1 : 1 + reach].flip(0), points[-1 - reach : -1].flip(0)
        padded = torch.cat([2 * points[0] - before, points, 2 * points[-1] - after])
    rows: Tensor = F.conv1d(padded.T[:, None], (weight / weight.sum())[None, None])
    return rows[:, 0].T


def _cut(line: Outline, parts: int) -> list[Outline]:
    """Cut into lines of equally many points that meet at their ends."""
    points = line.points
    if len(points) < 3:
        points = torch.stack([points[0], (points[0] + points[-1]) / 2, points[-1]])
    parts = min(parts, len(points) - 1)
    bounds = [round(k * (len(points) - 1) / parts) for k in range(parts + 1)] if parts > 0 else []
    return [Outline(points[a : b + 1], line.contrast) for a, b in zip(bounds[:-1], bounds[1:], strict=True)]


def _knots(points: Tensor, segments: int, bend: float) -> tuple[Tensor, Tensor]:
    """Positions and unit tangents [segments + 1, 2] along a line, closer together where it bends."""
    steps = points[1:] - points[:-1]
    turns = torch.atan2(
        steps[:-1, 0] * steps[1:, 1] - steps[:-1, 1] * steps[1:, 0], (steps[:-1] * steps[1:]).sum(1)
    ).abs()
    effort = steps.norm(dim=1) + 1e-4 + 0.5 * bend * (F.pad(turns, (1, 0)) + F.pad(turns, (0, 1)))
    total = F.pad(effort.cumsum(0), (1, 0))
    wanted = torch.linspace(0, 1, segments + 1) * total[-1]
    place = torch.searchsorted(total, wanted).clamp(1, len(points) - 1)
    share = ((wanted - total[place - 1]) / effort[place - 1]).clamp(0, 1)[:, None]
    ahead = F.normalize(torch.cat([steps[:1], steps[1:] + steps[:-1], steps[-1:]]), dim=1)
    tangents = ahead[place - 1] + share * (ahead[place] - ahead[place - 1])
    return points[place - 1] + share * (points[place] - points[place - 1]), F.normalize(tangents, dim=1)
