"""Art of 16 by 16 cells drawn larger as an artist would: round edges instead of steps, and outlines one cell thick."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import oklab
from pixdraw.imaging.scaling import SCALE

DARK = 0.42
"""Lightness in OKLab up to which the colour around a figure is an outline."""
ALIKE = 0.06
"""Distance in OKLab of the colours of one outline."""
AROUND = 0.7
"""Share of a figure's border that an outline takes at least."""
MOST = 0.85
"""Share of all coloured cells that an outline takes at most."""
SHADOW, LOST = 0.36, 0.35
"""OKLab lightness below which a cell can be shadow, and the maximum fraction of a figure that may be removed as
shadow."""
SPECK = 8
"""Groups of at most this many cells that become isolated by the removal of a shadow are removed too."""
THICKEST, BODY = 5 / 32, 0.05
"""Maximum thickness of an outline as a fraction of the height, and the maximum fraction of outline-coloured cells that
may lie deeper; above that the figure has a dark body, not an outline."""


def enlarged(odds: Tensor, times: int) -> Tensor:
    """Log odds [1, E, h, w] → [1, E, times · h, times · w] by Scale2x and Scale3x; `times` is one of `SCALE`.

    Each new cell takes the odds of one of those around it, so that no new colour appears.
    """
    for step in SCALE[times]:
        odds = step(odds, odds.argmax(1, keepdim=True))
    return odds


def with_thin_outline(odds: Tensor, colours: Tensor) -> Tensor:
    """Return log-probabilities [S, S, E + 1] in which a figure's outline is one cell thick; what was thicker is clear.

    `colours` are [E, 3] in [0, 1]. A figure without a dark outline of one colour, or with a dark body, stays as it is.
    """
    entries = _likeliest(odds)
    outline = _outline(entries, colours)
    if outline is None:
        return odds
    kept = _grown((entries > 0) & ~outline, sides_only=True)
    return _cleared(odds, _peeled(outline & ~kept, entries > 0))


def without_shadow(odds: Tensor, colours: Tensor) -> Tensor:
    """Return log-probabilities [S, S, E + 1] in which the dark border of a figure is at most one cell thick, so that
    black drop shadows disappear.

    `colours` are [E, 3] in [0, 1]. Unchanged if more than the fraction LOST of the figure would be removed (dark
    figures).
    """
    entries = _likeliest(odds)
    dark = F.pad(oklab(colours.T)[0] < SHADOW, (1, 0), value=False)[entries] & (entries > 0)
    kept = _grown((entries > 0) & ~dark, sides_only=True) & (entries > 0)
    removed = _peeled(dark & ~(kept | _between(kept)), entries > 0)
    removed = removed | _loosened((entries > 0) & ~removed, removed)
    return _cleared(odds, removed) if int(removed.sum()) <= LOST * int((entries > 0).sum()) else odds


def _likeliest(odds: Tensor) -> Tensor:
    """Return the entries [S, S] of log-probabilities [S, S, E + 1]: clear where that is likelier than all colours
    together.
    """
    return torch.where(odds[..., 0].exp() > 0.5, 0, odds[..., 1:].argmax(-1) + 1)


def _peeled(skin: Tensor, solid: Tensor) -> Tensor:
    """Return the cells of `skin` that a flood fill (4-neighbours) from the canvas border and from all transparent cells
    of the figure reaches.
    """
    left = solid
    while bool((gone := skin & left & _grown(~left, sides_only=True, beyond=True)).any()):
        left = left & ~gone
    return solid & ~left


def _loosened(left: Tensor, removed: Tensor) -> Tensor:
    """Return the small groups of cells (at most SPECK) that were connected to the figure only through removed cells."""
    loose = torch.zeros_like(left)
    while bool(left.any()):
        group = torch.zeros_like(left)
        group.view(-1)[int(left.view(-1).int().argmax())] = True
        while int((grown := _grown(group) & left).sum()) > int(group.sum()):
            group = grown
        if int(group.sum()) <= SPECK and bool((_grown(group) & removed).any()):
            loose = loose | group
        left = left & ~group
    return loose


def _between(mask: Tensor) -> Tensor:
    """Return the cells [S, S] with a cell of the mask at both sides, or above and below: they join what it holds."""
    wide = F.pad(mask, (1, 1, 1, 1))
    return (wide[:-2, 1:-1] & wide[2:, 1:-1]) | (wide[1:-1, :-2] & wide[1:-1, 2:])


def _cleared(odds: Tensor, removed: Tensor) -> Tensor:
    clear = F.pad(odds.new_zeros(1), (0, odds.shape[-1] - 1), value=-torch.inf)
    return torch.where(removed[..., None], clear, odds)


def _outline(entries: Tensor, colours: Tensor) -> Tensor | None:
    """Return which cells [S, S] have the colour of a figure's dark outline; None if it has none."""
    solid = entries > 0
    border = solid & _grown(~solid, sides_only=True, beyond=True)
    if not border.any():
        return None
    found, counts = entries[border].unique(return_counts=True)
    lab = oklab(colours.T).T
    main = lab[found[counts.argmax()] - 1]
    same = F.pad((lab - main).norm(dim=1) < ALIKE, (1, 0), value=False)
    outline = same[entries]
    inside = solid & ~outline
    near = inside
    for _ in range(round(THICKEST * len(entries))):
        near = _grown(near)
    is_outline = (
        float(main[0]) <= DARK
        and int((outline & border).sum()) >= AROUND * int(border.sum())
        and int(outline.sum()) <= MOST * int(solid.sum())
        and int((outline & ~near).sum()) <= BODY * int(outline.sum())
    )
    return outline if is_outline and bool(inside.any()) else None


def _grown(mask: Tensor, *, sides_only: bool = False, beyond: bool = False) -> Tensor:
    """Return a mask [S, S] and the cells at its cells' sides, and unless `sides_only` at their corners.

    `beyond` tells whether what lies beyond the edge belongs to the mask.
    """
    wide = F.pad(mask, (1, 1, 1, 1), value=beyond)
    rows = wide[:-2, 1:-1] | wide[2:, 1:-1] | mask
    if sides_only:
        return rows | wide[1:-1, :-2] | wide[1:-1, 2:]
    high = wide[:-2] | wide[2:] | wide[1:-1]
    return high[:, :-2] | high[:, 2:] | high[:, 1:-1]
