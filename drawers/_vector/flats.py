"""Pictures as flat areas with smooth, crisp edges, as an illustrator would cut them out of paper."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from drawers._vector.placing import blurred
from pixdraw.imaging.colour import nearest_index, own_colours
from pixdraw.imaging.compositing import add_alpha, premultiply, unpremultiply

EVEN_FRAC, EDGE_FRAC = 0.016, 0.007
"""Radii of the blurs that even out areas and their final edges, of the picture's shorter side."""
SPREAD = 0.025
"""Variance (RGB in [0, 1]) of the softmax that turns colour distances into votes."""
ALIKE = 0.16
"""Colours nearer than this are one."""
CALM = 0.15
"""Change of colour around a pixel from which on it says little about the areas' colours."""
RARE = 0.03
"""A colour with a smaller share of the (weighted) pixels that is close to a mixture of two others is dropped as an edge
colour."""
ROUNDS, VOTES = 3, 2
CRISP = 12
"""Power that the shares in a pixel are raised to: edges as narrow as antialiasing's."""


@dataclass(frozen=True)
class Flat:
    """One picture of flat areas."""

    picture: Tensor
    """[1, 4, h, w] in [0, 1], straight alpha."""
    area: Tensor
    """[h, w] int64: the row of `colors` of each pixel; -1 where the picture is clear."""
    colors: Tensor
    """[n, 3]"""


@torch.no_grad()
def flat(picture: Tensor, colors: int) -> Flat:
    """Segment one picture [1, 3 or 4, h, w] into flat areas of at most `colors` colours; each pixel takes the colour of
    the majority of its neighbourhood.
    """
    side = min(picture.shape[2:])
    laid = premultiply(add_alpha(picture))
    cover = laid[:, 3:]
    tone = _tone(blurred(laid, EVEN_FRAC * side))
    # Colours between two areas are a mixture of theirs, no area's own.
    calm = 1 / (1 + (_change(tone, EVEN_FRAC * side) / CALM).square())
    palette = _palette(tone, (blurred(cover, EVEN_FRAC * side) > 0.5) * calm.square(), colors)
    tone = _tone(blurred(laid, 0.5 * EVEN_FRAC * side))
    known = blurred(cover, 0.5 * EVEN_FRAC * side)
    for _ in range(ROUNDS):
        distance = (tone[0, None] - palette[:, :, None, None]).square().sum(1)
        shares = (torch.softmax(-distance / (2 * SPREAD), 0) * known[0])[None]
        for _ in range(VOTES):
            shares = blurred(shares, EVEN_FRAC * side).square()
            shares = shares / shares.sum(1, keepdim=True).clamp_min(1e-12)
        palette = _recoloured(palette, laid[0], shares[0].argmax(0))
    shares = _sharpened(blurred(shares, EDGE_FRAC * side))
    smooth = blurred(cover, EDGE_FRAC * side)
    alpha = _sharpened(torch.cat([smooth, 1 - smooth], 1))[:, :1]
    painted = (shares[0, :, None] * palette[:, :, None, None]).sum(0, keepdim=True)
    area = torch.where(alpha[0, 0] > 0.5, shares[0].argmax(0), -1)
    return Flat(torch.cat([painted.clamp(0, 1), alpha], 1), area, palette)


def flattened(pictures: Tensor, colors: int) -> Tensor:
    """Return pictures [B, 3 or 4, h, w] as flat areas, each of at most `colors` colours: [B, 4, h, w]."""
    return torch.cat([flat(picture, colors).picture for picture in pictures.split(1)])


def _tone(laid: Tensor) -> Tensor:
    """The colours under premultiplied RGBA."""
    return unpremultiply(laid, 1e-3)[:, :3]


def _change(tone: Tensor, reach: float) -> Tensor:
    """How far apart the colours are `reach` pixels to both sides of each pixel, by the larger axis: [1, 1, h, w]."""
    far = max(1, round(reach))
    wide = F.pad(tone, [far] * 4, mode="replicate")
    across = wide[..., far:-far, 2 * far :] - wide[..., far:-far, : -2 * far]
    down = wide[..., 2 * far :, far:-far] - wide[..., : -2 * far, far:-far]
    return torch.maximum(across.norm(dim=1, keepdim=True), down.norm(dim=1, keepdim=True))


def _palette(tone: Tensor, weight: Tensor, count: int) -> Tensor:
    """Up to `count` colours [n, 3] that stand for the pixels by their weight, no two of them alike."""
    palette = own_colours(tone, count, weight)[0]
    while len(palette) > 1:
        distance = torch.cdist(palette, palette) + torch.eye(len(palette), device=palette.device) * 9
        nearest = int(distance.argmin())
        if distance.flatten()[nearest] >= ALIKE:
            break
        first, second = sorted(divmod(nearest, len(palette)))
        merged = (palette[first] + palette[second]) / 2
        palette = torch.cat([palette[:first], merged[None], palette[first + 1 : second], palette[second + 1 :]])
    index = nearest_index(tone, palette)[0].flatten()
    shares = torch.zeros(len(palette), device=index.device).index_add_(0, index, weight.flatten())
    shares = shares / shares.sum().clamp_min(1e-12)
    kept = list(range(len(palette)))
    for rare in shares.argsort().tolist():
        others = palette[[k for k in kept if k != rare]]
        if shares[rare] < RARE and _lies_between(palette[rare], others):
            kept.remove(rare)
    return palette[kept]


def _lies_between(colour: Tensor, others: Tensor) -> bool:
    """Whether a colour [3] is about a mixture of two of the others [n, 3]."""
    start, way = others[:, None], others[None] - others[:, None]
    share = ((colour - start) * way).sum(-1) / way.square().sum(-1).clamp_min(1e-9)
    off = (start + share[..., None] * way - colour).norm(dim=-1)
    return bool(((share > 0.1) & (share < 0.9) & (off < ALIKE)).any())


def _recoloured(palette: Tensor, laid: Tensor, index: Tensor) -> Tensor:
    """Each colour [n, 3] as the mean of the pixels [4, h, w] that have its index; one without pixels stays."""
    members = index[None] == torch.arange(len(palette), device=index.device)[:, None, None]
    total = (members[:, None] * laid).sum((2, 3))
    return torch.where(total[:, 3:] > 1, total[:, :3] / total[:, 3:].clamp_min(1e-3), palette)


def _sharpened(shares: Tensor) -> Tensor:
    return torch.softmax(CRISP * shares.clamp_min(1e-6).log(), 1)
