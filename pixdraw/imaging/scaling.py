"""Enlarging pixel art by rules, without a network: whole pixels, Scale2x and Scale3x, xBR.

All rules look at a pixel and its neighbours and choose among their colours, so that no new colour appears. Pictures are
[B, C, H, W] with straight alpha; C is 3 or 4.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.cells import enlarge

YUV = ((0.299, 0.587, 0.114), (-0.169, -0.331, 0.5), (0.5, -0.419, -0.081))
XBR_WEIGHTS = (48.0, 7.0, 6.0)
"""Of brightness and the two chromas in what two colours differ by (Hyllian's xBR, xbr-lv2.cg)."""
ALPHA_WEIGHT = 48.0
EQUAL = 15.0
"""Colours that differ by less are taken for one: levels of 255, weighted as above over the sum of XBR_WEIGHTS."""


Step = Callable[..., Tensor]
"""Scale2x or Scale3x."""


def scale2x(image: Tensor, colours: Tensor | None = None) -> Tensor:
    """Double a picture by Scale2x, also known as EPX (Andrea Mazzoleni, scale2x.it).

    Edges are found in the picture itself, or in `colours` [B, C', H, W] where the image holds other values, such as the
    probabilities of what each pixel is.
    """
    b, d, f, h = ((-1, 0), (0, -1), (0, 1), (1, 0))
    around = {step: _moved(image if colours is None else colours, *step) for step in (b, d, f, h)}
    bent = ~(_same(around[b], around[h]) | _same(around[d], around[f]))
    corners = ((d, b), (b, f), (d, h), (h, f))
    picked = [
        torch.where(bent & _same(around[one], around[other]), _moved(image, *one), image) for one, other in corners
    ]
    return _woven(picked, 2)


def scale3x(image: Tensor, colours: Tensor | None = None) -> Tensor:
    """Triple a picture by Scale3x (ibid.); `colours` as for `scale2x`."""
    seen = image if colours is None else colours
    a, b, c, d, f, g, h, i = (
        _moved(seen, y, x) for y in (-1, 0, 1) for x in (-1, 0, 1) if (y, x) != (0, 0)
    )  # fmt: skip
    e, bent = seen, ~(_same(b, h) | _same(d, f))
    db, bf, dh, hf = (bent & _same(one, other) for one, other in ((d, b), (b, f), (d, h), (h, f)))
    top = (db & ~_same(e, c)) | (bf & ~_same(e, a))
    left = (db & ~_same(e, g)) | (dh & ~_same(e, a))
    right = (bf & ~_same(e, i)) | (hf & ~_same(e, c))
    bottom = (dh & ~_same(e, i)) | (hf & ~_same(e, g))
    above, leftwards, rightwards, below = ((-1, 0), (0, -1), (0, 1), (1, 0))
    rules = (
        (db, leftwards), (top, above), (bf, rightwards),
        (left, leftwards), (db & ~db, above), (right, rightwards),
        (dh, leftwards), (bottom, below), (hf, rightwards),
    )  # fmt: skip
    return _woven([torch.where(rule, _moved(image, *step), image) for rule, step in rules], 3)


def xbr(image: Tensor, factor: int) -> Tensor:
    """Enlarge by xBR: a corner of a pixel takes its neighbour's colour where an edge runs across it.

    Source: Hyllian's xbr-lv2.cg (MIT): edges at 45, 30 and 60 degrees, found in a neighbourhood of 5 by 5. Differs from
    it: a pixel of the result takes the one colour that its middle lies in, instead of a mixture.
    """
    out = enlarge(image, factor)
    for turns in range(4):
        turned = torch.rot90(image, turns, (2, 3))
        edge, left, up, colour = _corner(turned)
        rule = [
            enlarge(mask, factor) & line.repeat(1, 1, *turned.shape[2:])
            for mask, line in zip((edge, edge & left, edge & up), _lines(factor, image), strict=True)
        ]
        chosen = torch.rot90(rule[0] | rule[1] | rule[2], -turns, (2, 3))
        out = torch.where(chosen, torch.rot90(enlarge(colour, factor), -turns, (2, 3)), out)
    return out


def _lines(factor: int, like: Tensor) -> list[Tensor]:
    """Return for edges at 45, 30 and 60 degrees which pixels of a square lie beyond: [1, 1, factor, factor]."""
    at = (torch.arange(factor, device=like.device) + 0.5) / factor
    y, x = at[:, None], at
    return [line[None, None] for line in (y + x >= 1.5, y + 0.5 * x >= 1.0, 0.5 * y + x >= 1.0)]


def _corner(image: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return whether an edge crosses each pixel's lower right corner, and whether it is flat or steep: [B, 1, H, W].

    And the image's value beyond it, [B, C, H, W]. Letters as in the source: E the pixel, F right, H below, I between.
    """
    seen = torch.cat([_signal(image), image], 1)
    steps = {
        "b": (-1, 0), "c": (-1, 1), "d": (0, -1), "e": (0, 0), "f": (0, 1), "g": (1, -1), "h": (1, 0), "i": (1, 1),
        "f4": (0, 2), "i4": (1, 2), "h5": (2, 0), "i5": (2, 1),
    }  # fmt: skip
    at = {name: _moved(seen, *step) for name, step in steps.items()}
    split = len(XBR_WEIGHTS) + 1

    def df(one: str, other: str) -> Tensor:
        gap: Tensor = (at[one][:, :split] - at[other][:, :split]).abs().sum(1, keepdim=True)
        return gap

    def eq(one: str, other: str) -> Tensor:
        return df(one, other) < EQUAL

    def ne(one: str, other: str) -> Tensor:
        return df(one, other) > 0

    across = df("e", "c") + df("e", "g") + df("i", "h5") + df("i", "f4") + 4 * df("h", "f")
    along = df("h", "d") + df("h", "i5") + df("f", "i4") + df("f", "b") + 4 * df("e", "i")
    plain = (
        (~eq("f", "b") & ~eq("f", "c"))
        | (~eq("h", "d") & ~eq("h", "g"))
        | (eq("e", "i") & ((~eq("f", "f4") & ~eq("f", "i4")) | (~eq("h", "h5") & ~eq("h", "i5"))))
        | eq("e", "g")
        | eq("e", "c")
    )
    edge = (across < along) & ne("e", "f") & ne("e", "h") & plain
    left = (2 * df("f", "g") <= df("h", "c")) & ne("e", "g") & ne("d", "g")
    up = (df("f", "g") >= 2 * df("h", "c")) & ne("e", "c") & ne("b", "c")
    nearer = df("e", "f") <= df("e", "h")
    return edge, left, up, torch.where(nearer, at["f"][:, split:], at["h"][:, split:])


def _signal(image: Tensor) -> Tensor:
    """Return [B, 4, H, W] whose absolute differences are what xBR compares: weighted YUV over black, and alpha."""
    alpha = image[:, 3:] if image.shape[1] == 4 else torch.ones_like(image[:, :1])
    rows = torch.tensor(YUV, device=image.device) * torch.tensor(XBR_WEIGHTS, device=image.device)[:, None]
    coloured = torch.einsum("rc,bchw->brhw", rows, image[:, :3] * alpha)
    return 255 / sum(XBR_WEIGHTS) * torch.cat([coloured, ALPHA_WEIGHT * alpha], 1)


def _moved(image: Tensor, down: int, right: int) -> Tensor:
    """Return for each pixel the one so far down and right of it; beyond the edge the outermost one."""
    reach = max(abs(down), abs(right))
    if not reach:
        return image
    height, width = image.shape[2:]
    padded = F.pad(image, [reach] * 4, mode="replicate")
    return padded[:, :, reach + down : reach + down + height, reach + right : reach + right + width]


def _same(one: Tensor, other: Tensor) -> Tensor:
    return (one == other).all(1, keepdim=True)


def _woven(parts: list[Tensor], factor: int) -> Tensor:
    """Put factor² pictures [B, C, H, W], by rows, into the squares of one [B, C, factor H, factor W]."""
    batch, channels, height, width = parts[0].shape
    squares = torch.stack(parts, 2).view(batch, channels, factor, factor, height, width)
    return squares.permute(0, 1, 4, 2, 5, 3).reshape(batch, channels, height * factor, width * factor)


def _powers(steps: dict[int, Step]) -> dict[int, tuple[Step, ...]]:
    """Return factor → the steps that make it."""
    double, triple = steps[2], steps[3]
    return {2: (double,), 3: (triple,), 4: (double, double), 6: (triple, double), 8: (double,) * 3, 9: (triple, triple)}


SCALE = _powers({2: scale2x, 3: scale3x})
"""Factor → the steps of Scale2x and Scale3x that make it."""
