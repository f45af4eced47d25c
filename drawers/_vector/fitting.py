"""Fit shapes to a picture, coarse to fine: a wave of broad shapes, a few steps of Adam, a wave of finer ones …"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from drawers._raster import over
from drawers._vector.paint import Shapes, draw_each, scaled
from pixdraw import deadline
from pixdraw.imaging.compositing import add_alpha, premultiply
from pixdraw.imaging.files import resize
from pixdraw.late_compiler import without_compiler

WORKING_SIDE = 224
"""Longest side in pixels of the downscaled picture that shapes are fitted to; finer detail is left to the run."""


@dataclass(frozen=True)
class Wave:
    """One stage of the fit: shapes `first` … `last` - 1 are placed, then all shapes up to `last` are optimised for
    `steps` steps of Adam.
    """

    first: int
    last: int
    fineness: float
    """0 for the broadest, 1 for the finest."""
    steps: int
    fresh: bool = True
    """False moves the shapes that are there."""


def waves(shapes: int, steps: int) -> list[Wave]:
    """A sixteenth of the shapes first, then 3/16, 1/4 and the rest, each finer than the last."""
    bounds = [0, *(max(1, round(shapes * share)) for share in (1 / 16, 1 / 4, 1 / 2)), shapes]
    parts = [(first, last) for first, last in zip(bounds[:-1], bounds[1:], strict=True) if last > first]
    return [
        Wave(first, last, k / max(len(parts) - 1, 1), steps * (2 if k == len(parts) - 1 else 1))
        for k, (first, last) in enumerate(parts)
    ]


@dataclass(frozen=True)
class Fit:
    """The functions of a fit: from parameters to the scene, and how a wave of shapes is placed."""

    shapes: Callable[[int], Shapes]
    """The first `count` shapes."""
    lay: Callable[[Wave, Tensor, Tensor], None]
    """(wave, wanted, drawn) [B, C, h, w]: put shapes where they differ, on the working frame's scale."""
    project: Callable[[], None]
    groups: Sequence[tuple[Sequence[Tensor], float]]
    """Parameters and their rates, those in pixels for the canvas."""


def goal(image: Tensor, items: int, ground: Tensor, transparent: bool) -> Tensor:
    """What premultiplied pictures are compared with: [B, 3, h, w] over the ground, or [B, 4, h, w]; working size."""
    image = shrunk(image).to(ground).expand(items, -1, -1, -1)
    wanted = premultiply(add_alpha(image))
    return wanted if transparent else over(wanted, ground)[:, :3]


def shrunk(image: Tensor) -> Tensor:
    """Scale [B, C, H, W] down to the working size, if it is larger."""
    factor = min(1.0, WORKING_SIDE / max(image.shape[2:]))
    return resize(image, *(max(1, round(side * factor)) for side in image.shape[2:]))


@without_compiler()
def run(fit: Fit, plan: Sequence[Wave], wanted: Tensor, ground: Tensor, factor: float) -> None:
    """Go through the waves; `factor` is the working frame's size over the canvas'."""
    for wave in plan:
        with torch.no_grad():
            if wave.fresh:
                fit.lay(wave, wanted, drawn(fit.shapes(wave.first), wanted, ground, factor))
        leaves = [param for params, _ in fit.groups for param in params]
        # Each item's rows for themselves: Adam rounds by an element's place in memory.
        rows = [[leaf.detach()[item] for leaf in leaves] for item in range(len(wanted))]
        rates = [lr for params, lr in fit.groups for _ in params]
        optimiser = torch.optim.Adam(
            [{"params": [row], "lr": lr} for views in rows for row, lr in zip(views, rates, strict=True)]
        )
        with torch.enable_grad():
            for _ in range(wave.steps):
                deadline.check()
                for leaf in leaves:
                    leaf.grad = None
                error = drawn(fit.shapes(wave.last), wanted, ground, factor) - wanted
                error.square().flatten(1).sum(1).sum().backward()
                for item, views in enumerate(rows):
                    for row, leaf in zip(views, leaves, strict=True):
                        row.grad = None if leaf.grad is None else leaf.grad[item].contiguous()
                optimiser.step()
                with torch.no_grad():
                    fit.project()
        for leaf in leaves:
            leaf.grad = None


def drawn(shapes: Shapes, wanted: Tensor, ground: Tensor, factor: float) -> Tensor:
    """The scene as it compares with `wanted`: over the ground, or premultiplied where that has four channels."""
    size = (wanted.shape[2], wanted.shape[3])
    picture = draw_each(scaled(shapes, factor), size)
    return picture if wanted.shape[1] == 4 else over(picture, ground)[:, :3]
