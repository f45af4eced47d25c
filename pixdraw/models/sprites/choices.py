"""Turns a decoder's probabilities into palette entries: few colours, a given palette, no stray cells."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import oklab
from pixdraw.models.sprites.doubling import enlarged

SPREAD = 0.07
"""Distance in OKLab within which one colour can stand for another."""
SURE = 0.95
"""Minimum probability at which a cell may differ from all its neighbours, as an eye does."""
SIDES = (1, 3, 4, 6)
"""Indices of the cells above, left, right and below among the eight around a cell."""


def resized(odds: Tensor, side: int, *, doubled: bool) -> Tensor:
    """Log odds [S, S, E] → [side, side, E].

    In `doubled` art each cell of the artwork covers 2 x 2 grid cells; it is reduced to one and then upscaled with
    `enlarged` (Scale2x/Scale3x) if `side` allows.
    """
    grid = odds.permute(2, 0, 1)[None]
    if doubled:
        grid = F.avg_pool2d(grid, 2)
        times, rest = divmod(side, grid.shape[2])
        if not rest and times in (2, 3, 4):
            grid = enlarged(grid, times)
    if grid.shape[2] != side:
        grid = F.interpolate(grid.softmax(1), (side, side), mode="bilinear", antialias=side < grid.shape[2]).log()
    return grid[0].permute(1, 2, 0).log_softmax(-1)


def without_clear(odds: Tensor) -> Tensor:
    """Return log-probabilities [S, S, E] in which no cell is clear."""
    return F.pad(odds[..., 1:].log_softmax(-1), (1, 0), value=-torch.inf)


def certain(entries: Tensor, count: int) -> Tensor:
    """Return the log-probabilities [S, S, count] of cells [S, S] whose entries are known."""
    return F.one_hot(entries, count).float().clamp(min=1e-12).log()


def costs(own: Tensor, wanted: Tensor) -> Tensor:
    """Return [E, P] in [0, 1]: the cost of using each of P colours where one of E own colours is meant.

    Both are [n, 3] in [0, 1]. The cost saturates with distance, so that a colour halfway between two is not preferred
    to either.
    """
    apart = torch.cdist(oklab(own.T).T.contiguous(), oklab(wanted.T).T.contiguous(), compute_mode=_EXACT)
    return 1 - torch.exp(-apart.square() / (2 * SPREAD**2))


def expected(odds: Tensor, colours: Tensor) -> Tensor:
    """Probabilities [B, h, w, E + 1] and colours [E, 3] → [B, 4, h, w] in [0, 1], differentiable.

    Each cell has its expected colour; its alpha is the probability that it has one.
    """
    alpha = 1 - odds[..., :1]
    colour = odds[..., 1:] @ colours.to(odds) / alpha.clamp(min=1e-6)
    return torch.cat([colour, alpha], -1).permute(0, 3, 1, 2).clamp(0, 1)


@torch.no_grad()
def decided(odds: Sequence[Tensor], cost: Tensor, most: int | None, fixed: Tensor | None = None) -> list[Tensor]:
    """Return the entries [S, S] of several sprites, 0 clear, k colour k - 1 of P, from log-probabilities [S, S, E + 1].

    `cost` [E, P] is what `costs` returns. All share at most `most` colours, any number where it is None; `fixed` [S,
    S], for a single sprite, are entries that stay (-1: none).
    """
    wrong = [(one.exp()[..., 1:] @ cost) for one in odds]
    clear = [one[..., 0].exp() > 0.5 for one in odds]
    pooled = torch.cat([one[~hole] for one, hole in zip(wrong, clear, strict=True)])
    kept = torch.unique(fixed[fixed > 0]) - 1 if fixed is not None else torch.zeros(0, dtype=torch.long)
    allowed = _fewest(pooled, most, kept)
    out = []
    for one, wrongs, hole in zip(odds, wrong, clear, strict=True):
        choice = allowed[wrongs[..., allowed].argmin(-1)] + 1
        entries = torch.where(hole, 0, choice)
        entries = without_strays(entries, 1 - wrongs.gather(-1, (choice - 1)[..., None])[..., 0], one)
        out.append(entries if fixed is None else torch.where(fixed >= 0, fixed, entries))
    return out


def without_strays(entries: Tensor, sure: Tensor, odds: Tensor) -> Tensor:
    """Replace isolated cells (different from all eight neighbours, probability `sure` below SURE) by the most common
    index of their four side neighbours.

    Isolated groups of at most three coloured cells are removed; single clear cells are filled.
    """
    for _ in range(2):  # the first pass may isolate others
        around = torch.stack(_shifted(entries), -1)
        alone = (around != entries[..., None]).all(-1) & (sure < SURE)
        common = around[..., SIDES].mode(-1).values
        common = torch.where(common > 0, common, around.amax(-1))
        entries = torch.where(alone & (entries > 0), common, entries)
    sides = torch.stack(_shifted(entries), -1)[..., SIDES]
    common = sides.mode(-1).values
    entries = torch.where(_small(entries > 0, 3), 0, entries)
    return torch.where((entries == 0) & (sides > 0).all(-1) & (odds[..., 0].exp() < 0.97), common, entries)


def in_colours(entries: Tensor, palette: Tensor) -> Tensor:
    """Entries [B, S, S] of a palette [P, 3] → pictures [B, 4, S, S] in [0, 1], straight alpha."""
    table = torch.cat([F.pad(palette.new_zeros(1, 3), (0, 1)), F.pad(palette, (0, 1), value=1.0)])
    return table[entries].permute(0, 3, 1, 2)


_EXACT = "donot_use_mm_for_euclid_dist"
_LEAST_GAIN = 0.003
"""Minimum gain of one more colour, as a share of the cells at full cost."""


def _fewest(wrong: Tensor, most: int | None, kept: Tensor) -> Tensor:
    """Return the indices of the colours to use, given the cost of each colour for each cell [M, P]; chosen greedily."""
    if most is None or not len(wrong):
        return torch.arange(wrong.shape[1])
    chosen = kept.tolist()
    left = wrong[:, chosen].amin(1) if chosen else torch.ones(len(wrong))
    gains = torch.empty_like(wrong)  # of fine cells this is some 16 MB, which takes longer to get than to fill
    while len(chosen) < min(most, wrong.shape[1]):
        gain = torch.sub(left[:, None], wrong, out=gains).clamp_(min=0).mean(0)
        gain[chosen] = -1.0
        best = int(gain.argmax())
        if chosen and float(gain[best]) < _LEAST_GAIN:
            break
        chosen.append(best)
        left = torch.minimum(left, wrong[:, best])
    return torch.tensor(sorted(chosen))


def _shifted(entries: Tensor) -> list[Tensor]:
    """Return the eight grids [h, w] of the neighbours of each cell; outside is clear."""
    down, across = entries.shape
    wide = F.pad(entries, (1, 1, 1, 1))
    places = [(top, left) for top in range(3) for left in range(3) if (top, left) != (1, 1)]
    return [wide[top : top + down, left : left + across] for top, left in places]


def _small(solid: Tensor, most: int) -> Tensor:
    """Return the cells [S, S] that belong to groups, joined by sides or corners, of at most `most` cells."""
    numbers = torch.where(solid, torch.arange(1, solid.numel() + 1).view_as(solid), 0).float()
    spread = numbers
    for _ in range(2 * most):  # far enough to label small groups; larger ones need no exact label
        spread = torch.where(solid, F.max_pool2d(spread[None], 3, 1, 1)[0], 0)
    count = torch.bincount(spread.long().flatten(), minlength=solid.numel() + 1)
    whole = F.max_pool2d(spread[None], 3, 1, 1)[0]  # a group whose label is still spreading is a large one
    return solid & (count[spread.long()] <= most) & (whole == spread)
