"""How two things in a relation are set out: one on the other, on its head, or at its side."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.compositing import over
from pixdraw.proposals.language.scene import HOLDING, ON, WEARING
from pixdraw.proposals.silhouettes import head, tops


def mounted(things: Tensor) -> Tensor:
    """Put the first of premultiplied things [2, 4, S, S] on the second, and a little before it: [1, 4, S, S]."""
    rider, mount = things.split(1)
    side = things.shape[-1]
    below = _fitted(mount, side * 9 // 16, side * 7 // 8)
    height, width = below.shape[2:]
    saddle = _seen(below)[:, width // 4 : width - width // 4]
    seat = side - height + int(tops(saddle).median()) + 1 + height // 8
    above = _fitted(rider, min(seat - 1, side * 5 // 8), side * 5 // 8)
    return over(_at(above, seat, side // 2, side), _at(below, side, side // 2, side))


def capped(things: Tensor) -> Tensor:
    """Put the second of premultiplied things [2, 4, S, S], small, on the first one's head: [1, 4, S, S].

    That is the broadest part of its upper quarter; what is thin, as a tail, is none.
    """
    wearer, hat = things.split(1)
    side = things.shape[-1]
    body = _at(_fitted(wearer, side * 3 // 4, side * 7 // 8), side, side // 2, side)
    top, left, width = head(_seen(body)) or (0, side // 2, 0)
    rim = top + side * 3 // 32
    small = _fitted(hat, rim, min(max(width, side // 3), side * 13 // 32))
    return over(_at(small, rim, left + width // 2, side), body)


def handed(things: Tensor) -> Tensor:
    """Put the second of premultiplied things [2, 4, S, S], smaller, before the first one's right side: [1, 4, S, S]."""
    holder, tool = things.split(1)
    side = things.shape[-1]
    body = _fitted(holder, side * 15 // 16, side * 3 // 4)
    held = _fitted(tool, side * 5 // 8, side // 2)
    width = min(body.shape[3] + held.shape[3] - side // 8, side)
    left, right = (side - width) // 2, (side + width) // 2
    return over(
        _at(held, side * 15 // 16, right - held.shape[3] // 2, side), _at(body, side, left + body.shape[3] // 2, side)
    )


LAYOUTS: Mapping[str, Callable[[Tensor], Tensor]] = {ON: mounted, WEARING: capped, HOLDING: handed}
"""Relation → what sets its two things out."""


def _seen(thing: Tensor) -> Tensor:
    """[1, 4, h, w] → [h, w] whether there is something."""
    return thing.detach()[0, 3] > 0.5


def _fitted(thing: Tensor, height: int, width: int) -> Tensor:
    """Scale what is seen of [1, 4, S, S] to the largest [1, 4, h, w] within that height and width."""
    rows, columns = (_seen(thing).any(dim).nonzero()[:, 0].tolist() for dim in (1, 0))
    if rows:
        thing = thing[:, :, rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = min(height / thing.shape[2], width / thing.shape[3])
    shape = [max(round(length * scale), 1) for length in thing.shape[2:]]
    return F.interpolate(thing, shape, mode="bilinear", antialias=True)


def _at(thing: Tensor, bottom: int, middle: int, side: int) -> Tensor:
    """Lay [1, 4, h, w] on a clear square of that side, so that it ends above row `bottom`, about column `middle`."""
    height, width = thing.shape[2:]
    left = min(max(middle - width // 2, 0), side - width)
    return F.pad(thing, (left, side - left - width, bottom - height, side - bottom))
