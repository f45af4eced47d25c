"""What sprites of one artist have in common: colours, outline, tones, size, and how much of it they fill."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import nearest_index, oklab, own_colours

MOST_COLOURS = 32
"""Maximum number of colours of a style; larger sets are reduced to the most representative ones."""
GREY = 0.012
"""Chroma in OKLab below which a colour has no hue."""
SECTORS = 6
"""Hues that are told apart, beside the greys."""
DARKER = 0.06
"""An outline's cells are darker than what is inside by at least that much lightness."""
MOST_OF = 0.6
"""Fraction of the border cells that must be darker for the outline to count as dark."""
SHOWN = 0.03
"""Colours with a smaller share of a sprite's cells are not counted as tones (eyes, highlights)."""


@dataclass(frozen=True)
class Style:
    """What sprites have in common."""

    palette: Tensor
    """[P, 3] in [0, 1], the commonest first."""
    outline: Tensor | str
    """Its colour [3]; or darker, where each cell of it is darker than what it surrounds; or bare."""
    tones: int
    """How many tones a hue has, 1 to 8."""
    size: tuple[int, int]
    """Columns and rows."""
    fill: float
    """The larger of the shares of height and width that the thing takes up, above 0 to 1."""


def style_of(sprites: Sequence[Tensor]) -> Style:
    """Return the style of sprites, each [4, H, W] in [0, 1], alpha 0 or 1, that are not all clear."""
    cells = torch.cat([sprite[:3, sprite[3] > 0] for sprite in sprites], 1)
    palette = palette_of(cells)
    kinds = [outline_of(sprite) for sprite in sprites]
    sizes = Counter((sprite.shape[2], sprite.shape[1]) for sprite in sprites)
    tones = [tones_of(sprite) for sprite in sprites]
    return Style(
        palette=palette,
        outline=_common(kinds, palette),
        tones=max(1, min(8, round(sum(tones) / len(tones)))),
        size=sizes.most_common(1)[0][0],
        fill=round(sum(fill_of(sprite) for sprite in sprites) / len(sprites), 3),
    )


def palette_of(cells: Tensor) -> Tensor:
    """Return the colours [P, 3] of cells [3, N], the commonest first; of too many, those that stand best for them."""
    levels = (cells * 255).round() / 255
    colours, counts = levels.T.unique(dim=0, return_counts=True)
    if len(colours) > MOST_COLOURS:
        own = (own_colours(levels[None, :, None], MOST_COLOURS)[0] * 255).round() / 255
        colours = own.unique(dim=0)
        counts = nearest_index(levels[None], colours)[0].bincount(minlength=len(colours))
    ordered: Tensor = colours[counts.argsort(descending=True, stable=True)]
    return ordered


def border(seen: Tensor) -> Tensor:
    """Return the cells of [H, W] that have a clear one, or the edge of the canvas, at one of their four sides."""
    clear = F.pad(~seen, (1, 1, 1, 1), value=True)
    rim: Tensor = seen & (clear[:-2, 1:-1] | clear[2:, 1:-1] | clear[1:-1, :-2] | clear[1:-1, 2:])
    return rim


def outline_of(sprite: Tensor) -> Tensor | str:
    """Return the outline of a sprite [4, H, W]: its colour [3], darker, or bare.

    It has a colour where most of the border has one that is darker than the rest and is not what most of it is filled
    with; it is darker where most cells of the border are darker than what they surround.
    """
    seen = sprite[3] > 0
    rim = border(seen)
    if rim.sum() == seen.sum():
        return "bare"
    colours, counts = sprite[:3, rim].T.unique(dim=0, return_counts=True)
    most = int(counts.argmax())
    same = (sprite[:3] == colours[most].view(3, 1, 1)).all(0) & seen
    fills = float(same[seen & ~rim].float().mean()) > 0.5
    if float(counts[most]) >= MOST_OF * int(rim.sum()) and not fills:
        gap = lightness(sprite[:3, seen & ~same]).mean() - lightness(colours[most : most + 1].T)[0]
        return colours[most] if float(gap) > DARKER else "bare"
    inner = inside(sprite)
    known = rim & (inner[3] > 0)
    gaps = lightness(inner[:3, known]) - lightness(sprite[:3, known])
    return "darker" if float((gaps > DARKER).float().mean()) >= MOST_OF else "bare"


def inside(sprite: Tensor) -> Tensor:
    """Return for each cell the mean colour of the cells around it that lie within the border, [4, H, W]; alpha 0: none.

    Where there are none next to a cell, those two cells away count.
    """
    seen = sprite[3] > 0
    within = (seen & ~border(seen)).float()
    out = torch.zeros_like(sprite)
    for reach in (1, 2):
        size = 2 * reach + 1
        total = F.avg_pool2d(within[None, None], size, 1, reach, divisor_override=1)[0]
        sums = F.avg_pool2d((sprite[:3] * within)[None], size, 1, reach, divisor_override=1)[0]
        fresh = (out[3:] == 0) & (total > 0)
        out = torch.where(fresh, torch.cat([sums / total.clamp(min=1), torch.ones_like(total)]), out)
    return out


def lightness(colours: Tensor) -> Tensor:
    """Return OKLab's lightness [N] of colours [3, N]."""
    return oklab(colours)[0]


def hues(palette: Tensor) -> list[int]:
    """Return the number of each colour's hue, of a palette [P, 3]: 0 for greys, 1 to SECTORS for others."""
    _, a, b = oklab(palette.T)
    turns = (torch.rad2deg(torch.atan2(b, a)) % 360 / (360 / SECTORS)).long() + 1
    return torch.where(torch.hypot(a, b) < GREY, 0, turns).tolist()


def tones_of(sprite: Tensor) -> float:
    """Return how many tones the hues of a sprite [4, H, W] have on average, each counted by its cells."""
    cells = sprite[:3, sprite[3] > 0]
    colours, counts = cells.T.unique(dim=0, return_counts=True)
    groups = hues(colours)
    shown = [
        (group, int(count)) for group, count in zip(groups, counts, strict=True) if count >= SHOWN * cells.shape[1]
    ]
    tones, weight = Counter(group for group, _ in shown), Counter[int]()
    for group, count in shown:
        weight[group] += count
    return sum(tones[group] * weight[group] for group in tones) / max(1, sum(weight.values()))


def box_of(seen: Tensor) -> tuple[int, int, int, int]:
    """Return top, bottom, left and right of a mask [H, W] that is not empty; bottom and right lie behind it."""
    rows, columns = seen.any(1).nonzero()[:, 0], seen.any(0).nonzero()[:, 0]
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def fill_of(sprite: Tensor) -> float:
    """Return the larger of the shares of height and width that a sprite [4, H, W] takes up."""
    top, bottom, left, right = box_of(sprite[3] > 0)
    return max((bottom - top) / sprite.shape[1], (right - left) / sprite.shape[2])


def cell_side(pixels: Tensor) -> int:
    """Return the side of the largest squares of one colour that tile [F, C, H, W]; 1 where all is one colour."""
    height, width = pixels.shape[2:]
    down = (pixels.diff(dim=2) != 0).any(3).any(1).any(0).nonzero()[:, 0] + 1
    across = (pixels.diff(dim=3) != 0).any(2).any(1).any(0).nonzero()[:, 0] + 1
    if not len(down) and not len(across):
        return 1
    return math.gcd(*torch.cat([down, across, torch.tensor([height, width])]).tolist())


def _common(kinds: Sequence[Tensor | str], palette: Tensor) -> Tensor | str:
    """Return the outline that most sprites have; a colour is the one of the palette that most are nearest to."""
    names = Counter(kind if isinstance(kind, str) else "colour" for kind in kinds)
    most = names.most_common(1)[0][0]
    if most != "colour":
        return most
    colours = torch.stack([kind for kind in kinds if isinstance(kind, Tensor)])
    return palette[nearest_index(colours.T[None], palette)[0].mode().values]
