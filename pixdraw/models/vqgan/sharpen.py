"""Small soft pictures, drawn anew by the built-in VQGAN: larger and with sharp edges, which it was also trained for."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.compositing import add_alpha, premultiply
from pixdraw.imaging.files import resize
from pixdraw.models.cache import loaded
from pixdraw.models.diffusion.built_in import sure
from pixdraw.models.vqgan import catalog
from pixdraw.models.vqgan.network import VqNetwork, load_network


def redrawn(sprites: Tensor) -> Tensor:
    """Sprites [B, 4, h, w] in [0, 1], straight alpha, as the built-in network draws them: [B, 4, 8 h, 8 w], sharp."""
    return redraw(loaded(load_network, catalog.ensure(catalog.BUILT_IN)[0], None, sprites.device), sprites)


@torch.no_grad()
def redraw(network: VqNetwork, sprites: Tensor) -> Tensor:
    """Sprites [B, 4, h, w] in [0, 1], straight alpha → [B, 4, f h, f w], f being the network's factor.

    Each cell of a sprite becomes one code. Colours and alpha are drawn each for itself, or edges would have a rim of
    whatever the thing lay on. Item by item, so that a batch equals its single runs.
    """
    return torch.cat([_redraw_one(network, sprite) for sprite in sprites.split(1)])


def _redraw_one(network: VqNetwork, sprite: Tensor) -> Tensor:
    alpha = sprite[:, 3:]
    colour = _drawn(network, _spread(sprite))
    if float(alpha.amin()) == 1:
        return add_alpha(colour)
    shape = _drawn(network, alpha.expand(-1, 3, -1, -1)).mean(1, keepdim=True)
    return torch.cat([colour, sure(shape).clamp(0, 1)], 1)


def _drawn(network: VqNetwork, picture: Tensor) -> Tensor:
    """[1, 3, h, w] → [1, 3, f h, f w] in [0, 1]."""
    height, width = (network.shape.factor * side for side in picture.shape[2:])
    return network.decode(network.embed(network.encode(resize(picture, height, width)))).clamp(0, 1)


def _spread(sprite: Tensor) -> Tensor:
    """[1, 4, h, w] → its colours [1, 3, h, w], those of clear pixels being their neighbours'."""
    laid = premultiply(sprite)
    colour, known = laid[:, :3], laid[:, 3:]
    for _ in range(max(sprite.shape[2:])):
        if float(known.amin()) > 0 or float(known.amax()) == 0:
            break
        around, weight = (F.avg_pool2d(F.pad(part, (1, 1, 1, 1)), 3, 1) for part in (colour, known))
        clear = known == 0
        colour = torch.where(clear, around / weight.clamp(min=1e-9), colour)
        known = torch.where(clear, (weight > 0).to(known), known)
    return (colour / known.clamp(min=1e-6)).clamp(0, 1)
