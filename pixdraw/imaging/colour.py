"""Colours of pictures: the nearest colour of a palette for each pixel, and the few colours that suit a picture best.

A palette is [P, 3] for all items, or [B, P, 3] with one for each. Everything here is elementwise or goes item by item,
so that a batch equals its single runs to the bit. Distances are those of OKLab, where near colours look alike; in sRGB
the red of a heart is as near to PICO-8's brown as to its red.
"""

from __future__ import annotations

import torch
from torch import Tensor

SAMPLED_SIDE = 64
"""A picture's own colours are learned from at most this many rows and columns of it."""
CHUNK = 2**15
"""Pixels that are compared with all colours at once, which bounds the memory."""
ROUNDS = 8
"""Rounds of k-means; further ones hardly move the colours."""


_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_DARK = 1e-3
"""Added before the cube root, because its slope at black would be infinite."""
_STRETCH = 2.5
"""Factor on OKLab that makes distances of colours about those of sRGB in [0, 1]."""


def oklab(colours: Tensor) -> Tensor:
    """sRGB [3, M] in [0, 1] → OKLab [3, M], differentiable.

    Source: Ottosson 2020, A perceptual color space for image processing. Differs from it: black has lightness 0.1,
    where the slope of the cube root is finite.
    """
    colours = colours.clamp(0, 1)
    linear = torch.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    cones: Tensor = (linear.new_tensor(_TO_CONES) @ linear + _DARK) ** (1 / 3)
    return linear.new_tensor(_TO_LAB) @ cones


@torch.no_grad()
def nearest_index(image: Tensor, palette: Tensor) -> Tensor:
    """Return the index of the nearest palette colour (OKLab distance) for each pixel of [B, 3, …]: int64 [B, …]."""
    palette = palette.to(image).expand(len(image), -1, -1)
    rows = [_nearest(item, own) for item, own in zip(image.flatten(2), palette, strict=True)]
    return torch.stack(rows).view(len(image), *image.shape[2:])


def _nearest(pixels: Tensor, palette: Tensor) -> Tensor:
    """[3, M] and [P, 3] → [M]. Computed in chunks of one item, so that the order of sums does not depend on B."""
    places = oklab(palette.T).T
    return torch.cat([_least(oklab(part), places) for part in pixels.split(CHUNK, 1)])


def _least(pixels: Tensor, palette: Tensor) -> Tensor:
    """[3, M] and [P, 3] of any space → [M]: the nearest in it."""
    half_square = palette.square().sum(1) / 2
    return torch.addmm(half_square, pixels.T.contiguous(), palette.T, alpha=-1).min(1).indices


def look_up(index: Tensor, palette: Tensor) -> Tensor:
    """Return the colours of the numbers [B, …]: [B, 3, …]."""
    table = palette.expand(len(index), -1, -1).transpose(1, 2)
    flat = index.flatten(1).unsqueeze(1).expand(-1, 3, -1)
    return table.gather(2, flat).view(len(index), 3, *index.shape[1:])


def nearest_colour(image: Tensor, palette: Tensor) -> Tensor:
    """Return the nearest palette colour of each pixel of [B, 3, …], without gradient."""
    return look_up(nearest_index(image, palette), palette.to(image))


def mix_colours(image: Tensor, palette: Tensor, sharpness: float) -> Tensor:
    """Show each pixel of [B, 3, …] as a mix of the palette, differentiable: the nearer a colour, the more of it.

    Weights are the softmax of -sharpness · squared distance in OKLab, scaled to be about that of sRGB; infinite
    `sharpness` takes the nearest colour alone and passes the gradient unchanged (straight-through).
    """
    if sharpness == torch.inf:
        return nearest_colour(image, palette) + (image - image.detach())
    palette = palette.to(image).expand(len(image), -1, -1)
    # Item by item: exp rounds by an element's place in memory. A colour that is named twice counts once, so that a
    # batch's shorter palettes can repeat one.
    pairs = zip(image, palette, strict=True)
    return torch.stack([_mixed(item, own.unique(dim=0), sharpness) for item, own in pairs])


@torch.no_grad()
def own_colours(image: Tensor, count: int, weight: Tensor | None = None) -> Tensor:
    """Return the `count` colours [B, count, 3] that represent the pixels of [B, 3, H, W] best, by k-means.

    It starts from the pixel nearest to the mean and then adds the one farthest from all chosen so far (Gonzalez 1985,
    Clustering to minimize the maximum intercluster distance), so that equal pictures give equal colours. `weight`
    [B, 1, H, W] says how much each pixel counts: its opacity.
    """
    rows, columns = (max(1, -(-side // SAMPLED_SIDE)) for side in image.shape[2:])
    pixels = image[:, :, ::rows, ::columns].flatten(2)
    counts = torch.ones_like(pixels[:, 0]) if weight is None else weight[:, 0, ::rows, ::columns].flatten(1)
    middle = (pixels * counts[:, None]).sum(2) / counts.sum(1, keepdim=True).clamp(min=1e-6)
    least = _distance(pixels, middle)
    taken = [_pick(pixels, torch.where(counts > 0, least, torch.inf).argmin(1))]
    for _ in range(count - 1):
        distance = _distance(pixels, taken[-1])
        least = distance if len(taken) == 1 else torch.minimum(least, distance)
        taken.append(_pick(pixels, (least * counts).argmax(1)))
    palette = torch.stack(taken, 1)
    for _ in range(ROUNDS):
        palette = _centres(pixels, counts, palette)
    return palette


def _mixed(item: Tensor, palette: Tensor, sharpness: float) -> Tensor:
    place, places = _STRETCH * oklab(item.flatten(1)), _STRETCH * oklab(palette.T)
    # Negative squared distances without the term |pixel|², which is constant and cancels in the softmax.
    near = torch.addmm(places.square().sum(0)[:, None], places.T, place, beta=-1, alpha=2)
    weights = torch.softmax(sharpness * near, 0)
    mixed: Tensor = palette.T @ weights
    return mixed.view_as(item)


def _distance(pixels: Tensor, colour: Tensor) -> Tensor:
    red, green, blue = (pixels - colour[:, :, None]).square().unbind(1)
    return red + green + blue


def _pick(pixels: Tensor, place: Tensor) -> Tensor:
    return pixels.gather(2, place[:, None, None].expand(-1, 3, 1))[:, :, 0]


def _centres(pixels: Tensor, counts: Tensor, palette: Tensor) -> Tensor:
    """One round of k-means: each colour becomes the weighted mean of the pixels nearest to it, if there are any."""
    index = torch.stack([_least(item, own) for item, own in zip(pixels, palette, strict=True)])
    members = (index[:, None] == torch.arange(palette.shape[1], device=index.device)[:, None]) * counts[:, None]
    total = members.sum(2)
    means = torch.stack([(members * channel[:, None]).sum(2) for channel in pixels.unbind(1)], 2)
    return torch.where(total[..., None] > 0, means / total[..., None].clamp(min=1e-6), palette)
