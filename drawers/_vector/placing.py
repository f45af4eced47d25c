"""Where a new stroke would help, which way it should run, and what colour it should have."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.rng import Draws

EDGE_BLUR = 1.5
"""Blur of the direction field, in widths of a stroke."""
FINE_STEPS = 4
"""Steps for each segment of a stroke that stays within bounds."""


@dataclass(frozen=True)
class Brush:
    """How many strokes to place, and their shape."""

    count: int
    segments: int
    """Segments of each stroke."""
    width: float
    """In pixels."""
    length: float
    """Of one segment, in pixels."""


@dataclass(frozen=True)
class Placed:
    """New strokes: knots with directions, and colours."""

    knots: Tensor
    """[B, n, S+1, 2] in pixels (x, y)."""
    tangents: Tensor
    """[B, n, S+1, 2], unit."""
    colors: Tensor
    """[B, n, C]: the target's at the knots, on average."""


def place(wanted: Tensor, drawn: Tensor, brush: Brush, draws: Draws, *, within: Tensor | None = None) -> Placed:
    """Lay strokes over where `drawn` is farthest from `wanted` [B, C, H, W], along its edges.

    Start points are sampled without replacement, with probability proportional to the error. Where `within` [B, 1, H,
    W] is false strokes end, the rest of their knots in one place.
    """
    # Item by item: log and atan2 round by an element's place in memory.
    grounds = [None] * len(wanted) if within is None else within.split(1)
    rows = zip(wanted.split(1), drawn.split(1), draws.generators, grounds, strict=True)
    parts = [_placed(w, d, brush, Draws((g,)), ground) for w, d, g, ground in rows]
    knots, tangents, colors = (
        torch.cat(field) for field in zip(*((p.knots, p.tangents, p.colors) for p in parts), strict=True)
    )
    return Placed(knots, tangents, colors)


def _placed(wanted: Tensor, drawn: Tensor, brush: Brush, draws: Draws, within: Tensor | None) -> Placed:
    width = brush.width
    soft = blurred(wanted, width / 2)
    starts = _starts(blurred((wanted - drawn).square().sum(1, keepdim=True), width / 2), brush.count, draws)
    field = _directions(soft, width * EDGE_BLUR)
    knots, tangents = _trace(field, starts, brush.segments, brush.length, within)
    colors = sample(soft, knots).mean(2)
    return Placed(knots, tangents, colors)


def controls(placed: Placed) -> Tensor:
    """Control points [B, n, 3S+1, 2] of the smooth curve through the knots along the tangents."""
    step = (placed.knots[:, :, 1:] - placed.knots[:, :, :-1]).norm(dim=-1, keepdim=True) / 3
    out = placed.knots[:, :, :-1] + placed.tangents[:, :, :-1] * step
    back = placed.knots[:, :, 1:] - placed.tangents[:, :, 1:] * step
    inner = torch.stack([placed.knots[:, :, :-1], out, back], 3).flatten(2, 3)
    return torch.cat([inner, placed.knots[:, :, -1:]], 2)


def blurred(picture: Tensor, radius: float) -> Tensor:
    """Blur by two box filters of about `radius` pixels, the border repeated."""
    side = 2 * int(min(radius, min(picture.shape[2:]) / 2 - 1)) + 1
    for _ in range(2 if side > 1 else 0):
        padded = F.pad(picture, [side // 2] * 4, mode="replicate")
        picture = F.avg_pool2d(F.avg_pool2d(padded, (side, 1), 1), (1, side), 1)
    return picture


def sample(picture: Tensor, points: Tensor) -> Tensor:
    """Values of [B, C, H, W] at pixel positions [B, …, 2]: [B, …, C]."""
    height, width = picture.shape[2:]
    x = points[..., 0].floor().long().clamp(0, width - 1)
    y = points[..., 1].floor().long().clamp(0, height - 1)
    index = (y * width + x).flatten(1)
    values = picture.flatten(2).gather(2, index[:, None].expand(-1, picture.shape[1], -1))
    return values.transpose(1, 2).reshape(*points.shape[:-1], picture.shape[1])


def _starts(error: Tensor, count: int, draws: Draws) -> Tensor:
    """Positions [B, count, 2], drawn without return in proportion to the error [B, 1, H, W]: Gumbel top-k."""
    height, width = error.shape[2:]
    odds = error.flatten(1)
    odds = odds / odds.sum(1, keepdim=True).clamp_min(1e-12) + 1e-9
    noise = -(-draws.uniform(height * width, low=1e-9).log()).log().to(odds)
    # More strokes than pixels start several times in one.
    places = (odds.log() + noise).topk(min(count, height * width), 1).indices
    places = places[:, torch.arange(count, device=places.device) % places.shape[1]]
    jitter = draws.uniform(count, 2).to(odds)
    return torch.stack([places % width, places // width], -1) + jitter


def _directions(picture: Tensor, radius: float) -> Tensor:
    """Along the edges: unit vectors [B, 2, H, W], from the smoothed structure tensor."""
    x = F.pad(picture, [1, 1, 0, 0], mode="replicate")
    y = F.pad(picture, [0, 0, 1, 1], mode="replicate")
    x, y = x[..., 2:] - x[..., :-2], y[..., 2:, :] - y[..., :-2, :]
    tensor = torch.stack([(x * x).sum(1), (x * y).sum(1), (y * y).sum(1)], 1)
    xx, xy, yy = blurred(tensor, radius).unbind(1)
    across = 0.5 * torch.atan2(2 * xy, xx - yy)
    return torch.stack([-across.sin(), across.cos()], 1)


def _trace(field: Tensor, starts: Tensor, segments: int, length: float, within: Tensor | None) -> tuple[Tensor, Tensor]:
    """Walk along the field both ways from the starts [B, n, 2]; knots and tangents [B, n, segments + 1, 2]."""
    middle = sample(field, starts)
    # Bounds are narrow: strokes that keep within them turn in smaller steps.
    fine = 1 if within is None else FINE_STEPS
    arms: list[list[tuple[Tensor, Tensor]]] = []
    for steps, sign in ((segments // 2, -1.0), (segments - segments // 2, 1.0)):
        at, heading, arm = starts, middle * sign, []
        going = torch.ones_like(starts[..., :1], dtype=torch.bool)
        for step in range(1, steps * fine + 1):
            ahead = at + heading * (length / fine)
            local = sample(field, ahead)
            # The field has no sign: keep the direction.
            turned = torch.where((local * heading).sum(-1, keepdim=True) < 0, -local, local)
            if within is not None:
                going = going & sample(within, ahead)
            at = torch.where(going, ahead, at)
            heading = torch.where(going, F.normalize(heading + turned, dim=-1), heading)
            if step % fine == 0:
                arm.append((at, heading * sign))
        arms.append(arm)
    walked = [*reversed(arms[0]), (starts, middle), *arms[1]]
    return torch.stack([at for at, _ in walked], 2), torch.stack([heading for _, heading in walked], 2)
