"""Makes a painted picture as clean as a pixel artist's: few colours, and no shade that a single cell has."""

from __future__ import annotations

import numpy as np

from pixdraw.proposals.ruled.easel import Easel

COLOURS = 18
"""Most colours of a picture, its outline's left out."""
_ALIKE = 0.06
"""Distance of two colours in [0, 1]^3 up to which they are one."""
_SHADE = 0.4
"""Distance of two colours up to which one may take the other's place; what is further off is an eye or a shine."""


def tidy(easel: Easel) -> None:
    """Leave a painted picture at most COLOURS colours, and no cell alone in its shade among similar ones."""
    if not easel.seen.any():
        return
    easel.rims[easel.seen] = _fewer(easel.rims[easel.seen], 4)
    easel.colours[easel.seen] = _fewer(easel.colours[easel.seen], COLOURS)
    for _ in range(2):  # a cell that was alone may leave its neighbour so
        _join(easel)


def _fewer(cells: np.ndarray, most: int) -> np.ndarray:
    """Return colours [N, 3] of which like ones are one, and at most `most` are left: the rarest go first."""
    own, index, counts = np.unique(cells.round(4), axis=0, return_inverse=True, return_counts=True)
    counts, to = counts.astype(float), np.arange(len(own))
    apart = np.linalg.norm(own[:, None] - own[None], axis=-1)
    np.fill_diagonal(apart, np.inf)
    while True:
        cost = apart * np.minimum(counts[:, None], counts[None]) ** 0.5
        near = apart < _ALIKE
        if near.any():
            cost = np.where(near, apart, np.inf)
        elif np.isfinite(apart).any(1).sum() <= most:
            break
        one, other = np.unravel_index(int(cost.argmin()), cost.shape)
        if counts[one] > counts[other]:
            one, other = other, one
        counts[other] += counts[one]
        to[to == one] = other
        apart[one], apart[:, one] = np.inf, np.inf
    return np.asarray(own[to[index.reshape(-1)]])


def _join(easel: Easel) -> None:
    """Give each cell that has no equal beside it the colour of its most similar neighbour, if it is a shade of it."""
    side = easel.side
    for y, x in zip(*np.nonzero(easel.seen), strict=True):
        own = easel.colours[y, x]
        rows, columns = slice(max(y - 1, 0), min(y + 2, side)), slice(max(x - 1, 0), min(x + 2, side))
        near = easel.colours[rows, columns][easel.seen[rows, columns]]
        apart = np.abs(near - own).sum(-1)
        if (apart < 1e-6).sum() > 1 or len(near) < 2:
            continue
        others = near[apart >= 1e-6]
        nearest = others[np.linalg.norm(others - own, axis=-1).argmin()]
        if np.linalg.norm(nearest - own) < _SHADE:
            easel.colours[y, x] = nearest
