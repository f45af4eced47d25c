"""The movements: each returns the frame of a sprite at a phase from 0 (the sprite as it is) to 1 (the same again)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.formats.actions_catalog import ACTIONS
from pixdraw.imaging.style import border, outline_of
from pixdraw.tools.motion import leaned, over, part_of, resized, shifted, squeezed, turned
from pixdraw.tools.parts import Body

BURNS = 0.75
"""Minimum brightness of a flame's cells, in parts of that of its brightest."""
Action = Callable[[Tensor, Body, float], Tensor]


def frame(action: str, sprite: Tensor, body: Body, phase: float) -> Tensor:
    """Return the frame [4, H, W] of an action of ACTIONS; the sprite needs clear cells around it to move in."""
    assert action in ACTIONS
    if phase == 0:
        return sprite
    return _outlined(action, sprite, body, phase) if action in _TEARING else _MOVES[action](sprite, body, phase)


def _outlined(action: str, sprite: Tensor, body: Body, phase: float) -> Tensor:
    """Return a frame whose outline is whole again where parts have come apart, if the sprite's outline has a colour."""
    rim = border(sprite[3] > 0)
    moved = _MOVES[action](torch.cat([sprite, rim[None].float()]), body, phase)
    out, was_rim = moved[:4], moved[4] > 0
    colour = outline_of(sprite)
    if isinstance(colour, str):
        return out
    edge = border(out[3] > 0)
    solid = ((out[3] > 0) & ~edge).float()
    around = F.max_pool2d(solid[None], (3, 1), 1, (1, 0)) + F.max_pool2d(solid[None], (1, 3), 1, (0, 1))
    bare = edge & ~was_rim & (around[0] > 0)  # of what is too thin to have an inside, the colour stays
    return torch.where(bare, torch.cat([colour, colour.new_ones(1)]).view(4, 1, 1), out)


def room(body: Body) -> int:
    """Return the number of clear cells around a sprite that every action needs at most."""
    return max(4, body.height // 2, body.width // 2)


def _wave(phase: float) -> float:
    """Return 0 at the ends of a round, 1 in its middle, smoothly."""
    return (1 - math.cos(2 * math.pi * phase)) / 2


def _cells(much: float) -> int:
    """Return a length rounded to whole cells, halves upwards."""
    return math.floor(much + 0.5)


def _step(body: Body, share: int) -> int:
    """Return a share of the height in cells, at least one."""
    return max(1, _cells(body.height / share))


def _idle(sprite: Tensor, body: Body, phase: float) -> Tensor:
    """Breathe: the upper body sinks by a row or more, the feet stay."""
    rows = _cells(_wave(phase) * _step(body, 20))
    return squeezed(sprite, body.top + body.height // 3, max(body.hip, body.top + 2 * body.height // 3), rows)


def _bob(sprite: Tensor, body: Body, phase: float) -> Tensor:
    """Squash and stretch on the ground: lower and wider, then higher and narrower."""
    much = math.sin(2 * math.pi * phase)
    rows, columns = _cells(much * _step(body, 8)), _cells(much * max(1, body.width // 10))
    box = (body.top, body.ground, body.left, body.right)
    return resized(sprite, box, body.height - rows, body.width + 2 * columns)


def _float(sprite: Tensor, body: Body, phase: float) -> Tensor:
    """Rise above the ground and sink back."""
    return shifted(sprite, down=-_cells(_wave(phase) * max(2, _cells(body.height / 8))))


def _spin(sprite: Tensor, body: Body, phase: float) -> Tensor:
    """Turn about the vertical axis like a flat thing: narrower, mirrored, back."""
    much = math.cos(2 * math.pi * phase)
    width = max(1, _cells(body.width * abs(much)))
    box = (body.top, body.ground, body.left, body.right)
    if much < 0:
        whole = sprite[:, :, body.left : body.right].flip(2)
        sprite = torch.cat([sprite[:, :, : body.left], whole, sprite[:, :, body.right :]], 2)
    return resized(sprite, box, body.height, width)


def _flicker(sprite: Tensor, body: Body, phase: float) -> Tensor:
    """Shift the flame's colours along their ramp, in waves that run upwards, and let its tips waver."""
    flame = _flame(sprite)
    colours = sprite[:3].movedim(0, -1)[flame].unique(dim=0)
    light = colours @ torch.tensor([0.2126, 0.7152, 0.0722])
    ramp = colours[light.argsort()]
    index = (sprite[:3].movedim(0, -1)[:, :, None] - ramp).abs().sum(3).argmin(2)
    rows, columns = (torch.arange(size).float() for size in sprite.shape[1:])
    turns = rows[:, None] / max(3, body.height / 3) + 0.3 * torch.sin(columns * 0.9)
    swing = torch.sin(2 * math.pi * (phase + turns)) - torch.sin(2 * math.pi * turns)
    moved = (index + (swing * max(1, len(ramp) // 4)).round().long()).clamp(0, len(ramp) - 1)
    out = torch.where(flame, torch.cat([ramp[moved].movedim(-1, 0), sprite[3:]]), sprite)
    tips, third = out.clone(), body.height // 3
    for row in range(body.top, body.top + third):
        bend = math.sin(2 * math.pi * (row - body.top + 0.5) / third)
        right = _cells(math.sin(2 * math.pi * phase) * bend * float(flame[row].any()))
        tips[:, row] = shifted(out[:, row : row + 1], right=right)[:, 0]
    return tips


def _flame(sprite: Tensor) -> Tensor:
    """Return a mask [H, W] of warm, bright cells, or of the lightest half of all if there are none.

    Wood is warm, too, but not as bright as what burns.
    """
    red, green, blue = sprite[:3]
    value, seen = sprite[:3].amax(0), sprite[3] > 0
    warm: Tensor = seen & (red >= green - 0.02) & (blue <= green + 0.15 * (red - green)) & (value > 0.55)
    warm &= value - sprite[:3].amin(0) > 0.35 * value
    warm &= value >= BURNS * torch.where(warm, value, 0).amax()
    if int(warm.sum()) >= max(4, 0.05 * int(seen.sum())):
        return warm
    bright: Tensor = seen & (value >= value[seen].median())
    return bright


def _walk(sprite: Tensor, body: Body, phase: float) -> Tensor:
    """Move the legs in turn, one always on the ground; from the side they swing, from the front they are lifted."""
    swing = math.sin(2 * math.pi * phase)
    if not body.legs:
        return leaned(sprite, body.ground, body.height, swing * _step(body, 12))
    length = body.ground - body.hip
    legs = torch.stack(body.legs).any(0)
    out = torch.zeros_like(sprite)
    for number, leg in enumerate(body.legs):
        way = swing if number % 2 == 0 else -swing
        moved = _lifted if body.frontal else _swung
        out = over(out, moved(part_of(sprite, leg), body, way, length))
    trunk = part_of(sprite, ~legs)
    down = 1 if abs(swing) > 0.7 and body.height >= 12 else 0
    return over(out, shifted(trunk, down=down))


def _lifted(leg: Tensor, body: Body, way: float, length: int) -> Tensor:
    """Return a leg pulled up into the hip by up to a third of its length."""
    rows = _cells(max(way, 0) * max(1, length / 3))
    out = shifted(leg, down=-rows)
    out[:, : body.hip] = 0
    return out


def _swung(leg: Tensor, body: Body, way: float, length: int) -> Tensor:
    """Return a leg whose foot swings to one side by up to a third of its length, while the hip stays."""
    out = torch.zeros_like(leg)
    most = max(1.0, length / 3)
    for row in range(body.hip, body.ground):
        right = _cells(way * most * (row - body.hip + 1) / length)
        out[:, row] = shifted(leg[:, row : row + 1], right=right)[:, 0]
    return out


_SWEEP = ((0.0, 0.0), (0.3, -0.7), (0.5, 1.0), (0.7, 0.8), (1.0, 0.0))
"""(phase, swing): back, forward, and back to rest."""


def _attack(sprite: Tensor, body: Body, phase: float) -> Tensor:
    """Draw back and strike: the part that juts out at a side turns about its joint, and the body leans after it."""
    much = _between(_SWEEP, phase)
    lean = much * _step(body, 10)
    limb = body.limb
    if not limb.any():
        forward = _cells(much * max(1, body.width / 8))
        return shifted(leaned(sprite, body.ground, body.height, lean), right=forward)
    cells = limb.nonzero().float()
    to_right = float(cells[:, 1].mean()) + 0.5 >= body.axis
    held = cells[(cells[:, 1] - body.axis).abs().argmin()]
    rest = part_of(sprite, ~limb)
    angle = 55 * much * (1 if to_right else -1)
    swung = turned(sprite, limb, (float(held[0]), float(held[1])), angle)
    return leaned(over(rest, swung), body.ground, body.height, lean if to_right else -lean)


def _between(points: tuple[tuple[float, float], ...], phase: float) -> float:
    for (start, low), (end, high) in zip(points, points[1:], strict=False):
        if phase <= end:
            return low + (high - low) * (phase - start) / (end - start)
    return points[-1][1]


_MOVES: Mapping[str, Action] = {
    "idle": _idle, "walk": _walk, "attack": _attack, "bob": _bob, "spin": _spin, "flicker": _flicker, "float": _float,
}  # fmt: skip
_TEARING = ("walk", "attack")
"""Actions that move parts against each other; they take any channels behind alpha along."""
