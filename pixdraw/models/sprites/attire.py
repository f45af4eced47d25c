"""Dresses a figure of 16 by 16 cells: colours of its clothes, hair and skin, and pieces of clothing over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import oklab
from pixdraw.imaging.scaling import SCALE
from pixdraw.models.sprites.doubling import enlarged
from pixdraw.models.sprites.recolouring import exchanged, main_shades

CELLS = 16
"""Rows and columns of a figure."""
CLEAR, NOTHING, OUTLINE = "x", ".", "o"
"""Cells of a piece that take away what is there, that leave it, and that have the colour of the figure's outline."""
SKIN = ((0.945, 0.761, 0.561), (0.839, 0.62, 0.427))
"""RGB of the skin of the sets of art whose figures are dressed."""
NEAR_SKIN, DARK = 0.08, 0.36
"""Distance in OKLab from those colours, and lightness below which a colour is that of an outline or an eye."""
LEAST, HARDLY = 0.02, 0.05
"""Share of a figure's cells from which on a colour counts as one of its own, and distance in OKLab within which a piece
takes such a colour for its own, so that few colours are enough."""
MARGIN, SURE = 2, 1e-6
"""Cells around a figure within which pieces may reach, and the probability of an entry that a cell does not have."""
CONTRAST = 0.8
"""How much of the differences in lightness among the shades of clothes stays when they get another colour."""


@dataclass(frozen=True)
class Piece:
    """Something worn, as 16 rows of 16 letters, with the RGB in [0, 1] of each letter's colour."""

    rows: tuple[str, ...]
    inks: Mapping[str, tuple[float, float, float]]


@dataclass(frozen=True)
class Attire:
    """What a figure wears; colours are RGB [3] in [0, 1], None for those that it has."""

    pieces: tuple[Piece, ...] = ()
    """The later ones lie over the earlier ones."""
    clothes: Tensor | None = None
    hair: Tensor | None = None
    skin: Tensor | None = None
    neck: int = 10
    """The first row of 16 that is no head."""


def attired(odds: Tensor, colours: Tensor, attire: Attire) -> Tensor:
    """Return log-probabilities [S, S, P + 1] of a figure of 16 by 16 cells, drawn S by S, in its attire.

    `colours` [P, 3] are in [0, 1]. Around pieces that reach beyond the figure there is an outline as around it.
    """
    places = oklab(colours.T).T
    bare = (torch.cdist(places, oklab(torch.tensor(SKIN).T).T) < NEAR_SKIN).any(1)
    neck = round(attire.neck * len(odds) / CELLS)
    covering = ~bare & (places[:, 0] >= DARK)
    own, is_skin = odds, (odds.exp()[..., 1:] * bare).sum(-1, keepdim=True) > 0.5
    if attire.clothes is not None:
        odds = torch.cat([odds[:neck], _tinted(odds[neck:], places, covering, attire.clothes)])
    if attire.hair is not None:
        odds = torch.cat([_tinted(odds[:neck], places, covering, attire.hair), odds[neck:]])
    if attire.skin is not None:
        odds = torch.where(is_skin, _tinted(own, places, bare, attire.skin, one_hue=False), odds)
    hair = None if attire.hair is None else (attire.hair, _hair_of(own[:neck], odds[:neck], covering))
    return _covered(odds, colours, attire.pieces, hair) if attire.pieces else odds


def _hair_of(own: Tensor, odds: Tensor, covering: Tensor) -> int:
    """Return the index of the colour that most cells of the hair have in a head, whose `own` colours were
    others."""
    is_hair = (own.exp()[..., 1:] * covering).sum(-1, keepdim=True) > 0.5
    return int((odds.exp()[..., 1:] * is_hair).sum((0, 1)).argmax())


def _tinted(odds: Tensor, places: Tensor, allowed: Tensor, wanted: Tensor, *, one_hue: bool = True) -> Tensor:
    """Return log-probabilities in which the main shades among the `allowed` colours [P] are those of the `wanted` one
    [3].
    """
    counts = odds.exp()[..., 1:].sum((0, 1)) * allowed
    if counts.sum() < 1:
        return odds
    group = main_shades(places, counts) & allowed if one_hue else allowed
    share = (counts * group)[:, None] / (counts * group).sum().clamp(min=1e-6)
    mean, target = (places * share).sum(0), oklab(wanted[:, None])[:, 0]
    light = (target[0] + CONTRAST * (places[group, 0] - mean[0])).clamp(0, 1)
    return exchanged(odds, places, group, torch.cat([light[:, None], target[1:].expand(len(light), -1)], 1))


def _covered(odds: Tensor, colours: Tensor, pieces: tuple[Piece, ...], hair: tuple[Tensor, int] | None) -> Tensor:
    """Return log-probabilities in which pieces cover the figure; where one would be cut off, the figure moves aside.

    `hair` is the colour [3] of the hair and the index of the one that it is drawn in, which pieces of hair take, too.
    """
    side, margin = len(odds), MARGIN * len(odds) // CELLS
    clear = torch.full_like(odds[:1, :1, :], SURE).log()
    clear[..., 0] = 0
    wide_odds = clear.repeat(side + 2 * margin, side + 2 * margin, 1)
    wide_odds[margin : margin + side, margin : margin + side] = odds
    odds = wide_odds
    seen = odds[..., 0].exp() < 0.5
    places = oklab(colours.T).T
    counts = odds.exp()[..., 1:].sum((0, 1))
    dark = int((counts * (places[:, 0] < DARK)).argmax()) + 1
    taken = counts >= LEAST * counts.sum()
    cover = torch.full((CELLS, CELLS), -1)
    for piece in pieces:
        entries = {CLEAR: 0, OUTLINE: dark}
        for letter, ink in piece.inks.items():
            is_hair = hair is not None and torch.allclose(torch.tensor(ink), hair[0])
            near = hair[1] if hair and is_hair else _entry(oklab(torch.tensor(ink)[:, None])[:, 0], places, taken)
            entries[letter] = near + 1
            taken[entries[letter] - 1] = True
        for row, line in enumerate(piece.rows):
            for column, letter in enumerate(line):
                if letter != NOTHING:
                    cover[row, column] = entries[letter]
    cover = F.pad(_drawn_larger(cover, side), (margin,) * 4, value=-1)
    wide = F.pad(cover > 0, (1, 1, 1, 1))
    around = wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
    cover = torch.where(around & (cover <= 0) & ((cover == 0) | ~seen), dark, cover)
    sure = F.one_hot(cover.clamp(min=0), odds.shape[-1]).float().clamp(min=SURE).log()
    odds = torch.where(cover[..., None] >= 0, sure, odds)
    seen = torch.where(cover >= 0, cover > 0, seen)
    top, left = (_window(seen.any(dim), margin, side) for dim in (1, 0))
    return odds[top : top + side, left : left + side]


def _window(used: Tensor, margin: int, side: int) -> int:
    """Return where a window of `side` cells begins, as near to `margin` as it shows all that is `used` [S]."""
    places: list[int] = used.nonzero()[:, 0].tolist() or [margin]
    first, last = places[0], places[-1]
    if last - first >= side:
        return margin
    return min(max(margin, last - side + 1), first)


def _drawn_larger(cover: Tensor, side: int) -> Tensor:
    """Return entries [16, 16], -1 for none, drawn so many cells high and wide as the figure itself is."""
    used = cover.unique()
    layers = (cover == used[:, None, None]).float()[None]
    times, rest = divmod(side, CELLS)
    if not rest and times in SCALE:
        layers = enlarged(layers, times)
    larger: Tensor = used[F.interpolate(layers, (side, side), mode="nearest-exact")[0].argmax(0)]
    return larger


def _entry(ink: Tensor, places: Tensor, taken: Tensor) -> int:
    """Return the index of the colour of [P, 3] in OKLab for an ink [3]: one `taken` [P] where it is hardly another."""
    apart = (places - ink).norm(dim=1)
    near = apart.masked_fill(~taken, torch.inf)
    return int(near.argmin() if near.min() < HARDLY else apart.argmin())
