"""Cutouts: what a perceptor sees of a picture.

Parameters are sampled first, then applied, to one picture or to several that must be seen alike. The whole chain of
warps is one homography per cutout and one resampling. On the CPU everything between sampling and applying is
elementwise, and uses no exp, sin or matrix product: the last bits of their results depend on an item's place in the
batch, and a batch must equal its single runs.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.engine.cut_recipes import (
    BLOBS,
    FILL,
    FLAT,
    GRADIENT,
    RECIPES,
    REFLECT,
    SPECKLE,
    Group,
    Plan,
    Range,
    Recipe,
)
from pixdraw.engine.homographies import homographies
from pixdraw.errors import SettingsError, suggestion
from pixdraw.imaging.compositing import add_alpha, lay_over, shrink_premultiplied
from pixdraw.rng import Draws, Rng

BASE_SHORT, BASE_LONG = 1.5, 2.0
"""Before cutouts are taken, the picture is downscaled so that its shorter side is at most BASE_SHORT times, and its
longer side at most BASE_LONG times, the side of a cutout."""

LUMA = (0.299, 0.587, 0.114)
"""NTSC's Y of (R, G, B)."""

QUARTER_TURN = ((0.16774, 0.32931, -0.497049), (-0.328113, 0.035467, 0.292646), (1.249546, -1.046339, -0.203207))
"""Rotation by 90° in the chroma plane of NTSC YIQ, as a matrix on (R, G, B): T⁻¹·[[0, 0, 0], [0, 0, -1], [0, 1, 0]]·T,
where T is the RGB to YIQ matrix."""

BLOB_CELLS = 5
"""Side of the random grid that low-frequency ground is interpolated from."""


Rows = tuple[Tensor, ...]
"""Item and number of each of R cutouts, on the CPU."""


@dataclass(frozen=True)
class Views:
    """One step's cutouts as parameters, on the CPU; they hold for a picture of any size, aspect and device."""

    fits: Tensor
    """[B, N] bool: a square around the whole picture; otherwise a rectangle inside it."""
    size: Tensor
    """[B, N]. Fits: side of the square over the picture's longer side. Otherwise: part of the picture's area."""
    ratio: Tensor
    """[B, N] width over height of the rectangle, in pixels."""
    shift: Tensor
    """[B, N, 2] in [-1, 1]: how much of the room to move is used."""
    room_frac: Tensor
    """[B, N] room of a square, as a fraction of its side, beyond what the picture's shorter side leaves."""
    corners: Tensor
    """[B, N, 4, 2] how far the corners move inwards, in half sides: of the square, otherwise of the picture."""
    padding: Tensor
    """[B, N] FILL, REFLECT or BORDER."""
    color: Tensor
    """[B, N, 3, 3] what multiplies (R, G, B)."""
    flip: Tensor
    """[B, N] -1 where it is seen in a mirror, else 1."""
    noise: Tensor
    """[B, N] standard deviation."""
    ground_kind: Tensor
    """[B, N] FLAT, GRADIENT, BLOBS or SPECKLE."""
    ground_colors: Tensor
    """[B, N, 2, 3]."""
    ground_line: Tensor
    """[B, N, 2] direction of the gradient."""
    ground_blobs: Tensor
    """[B, N, 3, K, K] in [0, 1]."""
    rng: Rng
    step: int
    """With `rng`, where the noise of pixels comes from: it is drawn on the picture's device, and never kept."""


@dataclass(frozen=True)
class Cutouts:
    """Takes `count` cutouts of `side` pixels (N and S) of each picture, by a recipe or its name."""

    method: str | Recipe
    count: int
    side: int
    flips: tuple[float | None, ...] = (None,)
    """[B] or [1]: probability of a cutout that is seen in a mirror; None: as the recipe says."""
    plan: Plan | None = None
    """How many there are in each step instead of `count`, where the recipe has two groups."""

    @property
    def recipe(self) -> Recipe:
        """The recipe itself; raises SettingsError for an unknown name."""
        if isinstance(self.method, Recipe):
            return self.method
        if self.method not in RECIPES:
            names = ", ".join(RECIPES)
            raise SettingsError(f"cut_method={self.method!r}: there are {names}{suggestion(self.method, RECIPES)}")
        return RECIPES[self.method]

    def base(self, height: int, width: int) -> tuple[int, int]:
        """Return the (height, width) that pictures are downscaled to before cutouts are taken (see BASE_SHORT); a
        higher resolution would not be visible in the cutouts.
        """
        factor = max(min(height, width) / (BASE_SHORT * self.side), max(height, width) / (BASE_LONG * self.side), 1)
        return max(1, round(height / factor)), max(1, round(width / factor))

    def sample(self, rng: Rng, step: int, progress: float = 0.0) -> Views:
        """Draw the parameters of a step's cutouts, B from `rng`; items draw from their own seeds alone.

        `progress` is how much of the run is done, in [0, 1): some recipes take other cutouts later on.
        """
        recipe = self.recipe
        groups = self.plan.groups(recipe, progress) if self.plan else None
        if not groups:
            groups = _spread(recipe.groups, self.count, late=progress >= recipe.turn)
        n, table = len(groups), _table(tuple(groups))
        draws = rng.at("cutouts", step)
        greyed, flipped = rng.at("cutouts.looks", step).uniform(n, 2).unbind(2)
        drawn = _powers(draws.uniform(n), [group.side_power for group in groups])
        area = _between(drawn, table.area)
        area = torch.where(table.even_side, area * area, area)
        scale = _between(draws.uniform(n), table.scale)
        bent = draws.uniform(n, 1, 1) < table.perspective_p[:, None, None]
        hue = draws.uniform(n, low=-1, high=1) * table.hue_tangent
        saturation = 1 + draws.uniform(n, low=-1, high=1) * table.saturation
        saturation = torch.where(greyed < table.grey_p, 0.0, saturation)
        jittered = draws.uniform(n) < table.jitter_p
        colors = draws.uniform(n, 2, 1 if recipe.grey else 3).expand(-1, -1, -1, 3)
        return Views(
            fits=table.fits.expand_as(area),
            size=torch.where(table.fits, 1 / scale, area),
            ratio=_between(draws.uniform(n), table.ratio),
            shift=draws.uniform(n, 2, low=-1, high=1),
            room_frac=table.shift_frac.expand_as(area),
            corners=draws.uniform(n, 4, 2) * table.perspective[:, None, None] * bent,
            padding=torch.tensor([g.padding[step % len(g.padding)] for g in groups]).expand_as(area),
            color=_turn(torch.where(jittered, hue, 0.0), torch.where(jittered | (saturation == 0), saturation, 1.0)),
            flip=torch.where(flipped < self._flip_p(), -1.0, 1.0),
            noise=draws.uniform(n) * recipe.noise,
            ground_kind=_choose(draws, n, recipe.grounds),
            ground_colors=colors,
            ground_line=draws.uniform(n, 2, low=-1, high=1),
            ground_blobs=draws.uniform(n, 3, BLOB_CELLS, BLOB_CELLS),
            rng=rng,
            step=step,
        )

    def _flip_p(self) -> Tensor:
        """Return [B or 1, 1]: the probability of a mirrored cutout."""
        return torch.tensor([self.recipe.flip_p if p is None else p for p in self.flips])[:, None]

    def apply(self, image: Tensor, views: Views, *, geometry_only: bool = False) -> Tensor:
        """Return the cutouts `views` of `image` [B or 1, 3 or 4, H, W]: [B, N, 3, S, S], differentiable; in [0, 1]
        before noise is added.

        Transparent pictures are composited over each view's background; for opaque pictures it fills only the area
        outside the picture. `geometry_only` leaves out colour jitter and noise.
        """
        assert image.dim() == 4 and image.shape[1] in (3, 4), tuple(image.shape)
        assert image.shape[0] in (1, len(views.size)), f"{image.shape[0]} pictures, views of {len(views.size)}"
        opaque = image.shape[1] == 3
        base = _shrink(image, self.base(*image.shape[2:]), self.recipe.max_pool)
        grid = _grid(views, base, self.side, opaque)
        items, count = views.size.shape
        base = base.expand(items, -1, -1, -1)
        # One tall picture of N cutouts: the gradient adds up in one base instead of N copies.
        seen = F.grid_sample(base, grid.flatten(1, 2), "bilinear", "zeros", align_corners=False)
        seen = seen.unflatten(2, (count, self.side))
        color = torch.eye(3).expand_as(views.color) if geometry_only else views.color
        out = lay_over(seen, color.to(image.device), _ground(views, self.side, image.device))
        if geometry_only or self.recipe.noise == 0:
            return out
        draws = views.rng.at("cutouts.noise", views.step, device=image.device)
        sigma = views.noise.to(image.device)[..., None, None, None]
        return draws.normal(count, 3, self.side, self.side).mul_(sigma).add_(out)


def _powers(unit: Tensor, powers: Sequence[float]) -> Tensor:
    """Return [B, N] in [0, 1], each to its power: by Python's, whose result does not depend on the place."""
    if all(power == 1 for power in powers):
        return unit
    rows = [[x**power for x, power in zip(row, powers, strict=True)] for row in unit.tolist()]
    return torch.tensor(rows, dtype=unit.dtype)


def _spread(groups: Sequence[Group], count: int, *, late: bool) -> list[Group]:
    """Return each cutout's group."""
    shares = [group.share if isinstance(group.share, float) else group.share[late] for group in groups[:-1]]
    spread = [group for group, share in zip(groups, shares, strict=False) for _ in range(int(share * count))]
    return spread + [groups[-1]] * (count - len(spread))


@dataclass(frozen=True)
class _Table:
    """Parameters of the groups of N cutouts, [N] each; ranges as (lower bound, length)."""

    fits: Tensor
    even_side: Tensor
    area: tuple[Tensor, Tensor]
    scale: tuple[Tensor, Tensor]
    ratio: tuple[Tensor, Tensor]
    shift_frac: Tensor
    perspective: Tensor
    perspective_p: Tensor
    hue_tangent: Tensor
    saturation: Tensor
    jitter_p: Tensor
    grey_p: Tensor


@functools.lru_cache(maxsize=16)
def _table(groups: tuple[Group, ...]) -> _Table:
    """Return the table of each cutout's group: the same in most steps of a run."""

    def column(value: Callable[[Group], float]) -> Tensor:
        return torch.tensor([float(value(group)) for group in groups])

    def reach(bounds: Callable[[Group], Range]) -> tuple[Tensor, Tensor]:
        low, high = column(lambda g: bounds(g)[0]), column(lambda g: bounds(g)[1])
        return low, high - low

    return _Table(
        fits=torch.tensor([group.frame == "fit" for group in groups]),
        even_side=torch.tensor([group.even_side for group in groups]),
        area=reach(lambda g: _sides(g.area) if g.even_side else g.area),
        scale=reach(lambda g: g.scale),
        ratio=reach(lambda g: g.ratio),
        shift_frac=column(lambda g: g.shift_frac),
        perspective=column(lambda g: g.perspective),
        perspective_p=column(lambda g: g.perspective_p),
        hue_tangent=column(lambda g: math.tan(math.pi * g.hue)),
        saturation=column(lambda g: g.saturation),
        jitter_p=column(lambda g: g.jitter_p),
        grey_p=column(lambda g: g.grey_p),
    )


def _between(unit: Tensor, reach: tuple[Tensor, Tensor]) -> Tensor:
    low, length = reach
    drawn: Tensor = low + unit * length
    return drawn


def _sides(area: Range) -> Range:
    return math.sqrt(area[0]), math.sqrt(area[1])


def _choose(draws: Draws, count: int, weights: Sequence[float]) -> Tensor:
    edges = torch.tensor(weights).cumsum(0)[:-1] / sum(weights)
    drawn: Tensor = (draws.uniform(count)[..., None] >= edges).sum(-1)
    return drawn


def _turn(tangent: Tensor, saturation: Tensor) -> Tensor:
    """Return colour matrices [B, N, 3, 3]: rotation of the chroma by angle a, given as `tangent` = tan(a / 2), times
    `saturation`.
    """
    luma, quarter = torch.tensor(LUMA).expand(3, 3), torch.tensor(QUARTER_TURN)
    square = tangent * tangent
    cosine, sine = (1 - square) / (1 + square), 2 * tangent / (1 + square)
    along, across = (saturation * cosine)[..., None, None], (saturation * sine)[..., None, None]
    return luma + along * (torch.eye(3) - luma) + across * quarter


def _shrink(image: Tensor, size: tuple[int, int], max_pool: bool) -> Tensor:
    """Return premultiplied [B or 1, 4, *size]; antialiased by area."""
    if image.shape[1] == 4:
        return shrink_premultiplied(image, size)
    color = _mean(image, size)
    if max_pool and size != image.shape[2:]:
        color = (color + F.adaptive_max_pool2d(image, size)) / 2
    return add_alpha(color)


def _mean(image: Tensor, size: tuple[int, int]) -> Tensor:
    return image if image.shape[2:] == size else F.adaptive_avg_pool2d(image, size)


def _grid(views: Views, base: Tensor, side: int, opaque: bool) -> Tensor:
    """Return where each cutout's pixels lie in the picture: [B, N, S, S, 2] in [-1, 1], x first."""
    height, width = base.shape[2:]
    device = base.device
    m = homographies(views, height, width).to(device)[..., None, None]
    axis = (torch.arange(side, device=device) * 2 + 1) / side - 1
    x, y = axis, axis[:, None]
    depth = m[2, 0] * x + (m[2, 1] * y + m[2, 2])
    grid = depth.new_empty(*depth.shape, 2)
    for i in range(2):
        torch.div(m[i, 0] * x + (m[i, 1] * y + m[i, 2]), depth, out=grid[..., i])
    if not opaque or bool((views.padding == FILL).all()):
        return grid
    padding = views.padding.to(device)[..., None, None, None]
    edge = torch.tensor([1 - 1 / width, 1 - 1 / height], device=device)  # centres of the outermost pixels
    edge = torch.where(padding == FILL, torch.inf, edge)
    beyond = grid - grid.clamp(-1, 1)
    grid = torch.where(padding == REFLECT, grid - 2 * beyond, grid)
    return torch.minimum(torch.maximum(grid, -edge), edge)


def _ground(views: Views, side: int, device: torch.device) -> Tensor:
    """Return the backgrounds behind and around the picture, [B, N, 3, S, S], or with S = 1 if all are flat."""
    first, second = (views.ground_colors[:, :, i, :, None, None].to(device) for i in range(2))
    kinds = views.ground_kind
    if not bool((kinds != FLAT).any()):
        return first
    rows: list[Rows] = []
    shares: list[Tensor] = []
    for kind, draw in ((GRADIENT, _ramps), (BLOBS, _blobs), (SPECKLE, _speckles)):
        own = (kinds == kind).nonzero(as_tuple=True)  # each kind is drawn where it is seen alone
        if len(own[0]):
            rows.append(own)
            shares.append(draw(views, own, side, device).expand(-1, 3, -1, -1))
    there = tuple(torch.cat(index).to(device) for index in zip(*rows, strict=True))
    out, reach = first.repeat(1, 1, 1, side, side), second - first
    out[there] = torch.cat(shares).mul_(reach[there]).add_(first[there])
    return out


def _ramps(views: Views, rows: Rows, side: int, device: torch.device) -> Tensor:
    """Return [R, 1, S, S] in [0, 1]: how far along its direction a pixel lies."""
    axis = (torch.arange(side, device=device) * 2 + 1) / side - 1
    line = views.ground_line[rows].to(device)[..., None, None, None]
    reach = (line[:, 0].abs() + line[:, 1].abs()).clamp(min=1e-6)
    return ((line[:, 0] * axis + line[:, 1] * axis[:, None]) / reach + 1) / 2


def _blobs(views: Views, rows: Rows, side: int, device: torch.device) -> Tensor:
    """Return low-frequency noise [R, 3, S, S] in [0, 1]."""
    blobs = views.ground_blobs[rows].to(device)
    return F.interpolate(blobs, size=(side, side), mode="bilinear", align_corners=True)


def _speckles(views: Views, rows: Rows, side: int, device: torch.device) -> Tensor:
    """Return white noise [R, 3, S, S] in [0, 1]."""
    draws = views.rng.at("cutouts.ground", views.step, device=device)
    return draws.uniform(views.size.shape[1], 3, side, side)[tuple(index.to(device) for index in rows)]
