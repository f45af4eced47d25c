"""The proposal: a sprite of the prompt by the built-in diffusion model, for any drawer to start from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw import deadline
from pixdraw.errors import ModelError
from pixdraw.imaging import files
from pixdraw.imaging.compositing import add_alpha, premultiply, unpremultiply
from pixdraw.interfaces import Canvas, Perceptor
from pixdraw.models.diffusion import network
from pixdraw.models.diffusion.built_in import END, as_sprite
from pixdraw.models.diffusion.network import Denoiser
from pixdraw.models.diffusion.sampling import (
    Conditioning,
    add_noise,
    guided,
    make_conditioning,
    make_times,
    predict_x0,
    sample,
)
from pixdraw.proposals.plan import AUTO, make_stage
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt

LONGEST = 4
"""Of a sprite, how many times as long as its shorter side it can be; on longer canvases it is cut, or stands alone."""
LOOK_TIME, LOOK_SCALE = 0.35, 1.5
"""The latest time at which the finished sprite is looked at, and how strongly the prompt pulls then: more is grainy."""


@dataclass(frozen=True)
class Recipe:
    """How a proposal is sampled."""

    style: str = AUTO
    guidance: float = 2.0
    steps: int = 16
    eta: float = 1.0
    end: float = END
    looks: int = 8
    """The sprite is the mean of so many more estimates, each through noise of its own, which leaves little grain; 0: as
    sampled."""
    strength: float = 1.0
    """Share of the schedule that is run where it starts from a picture, in (0, 1]."""


def propose(
    model: Denoiser,
    reader: Perceptor,
    items: Sequence[Sequence[Prompt]],
    rng: Rng,
    recipe: Recipe,
    start: Tensor | None = None,
    canvas: Canvas | None = None,
) -> Tensor:
    """Return sprites [B, 4, h, w] in [0, 1], straight alpha, of each item's prompts, which `reader` reads.

    They have about the shape of the canvas, the shorter side being the model's: things stand whole in the middle,
    places fill it. Without a canvas they are squares. `start` [1 or B, 3 or 4, H, W] is the picture that
    `recipe.strength` begins from.
    """
    check_reader(model, reader)
    shape = None if canvas is None else sprite_shape(model.config.side, canvas)
    stage = make_stage(model, reader, items, rng, recipe.style, whole=start is not None, shape=shape)
    conditioning = make_conditioning(stage.embeds, stage.weights, stage.styles, recipe.guidance)
    side, device, rng = model.config.side, stage.embeds.device, rng.rows(stage.owners)
    x = rng.at("proposal.start", device=device).normal(network.CHANNELS, side, side)
    times = make_times("cosine", recipe.steps, recipe.strength if start is not None else 1.0, recipe.end)
    if start is not None:
        x = add_noise(_as_seen(start, side).to(x), x, times[0])

    def fresh(step: int) -> Tensor:
        return rng.at("proposal", step, device=device).normal(*x.shape[1:])

    predict_v = guided(model, conditioning)
    picture = sample(lambda x, time: predict_v(x, [time] * len(x)), x, times, eta=recipe.eta, fresh=fresh)
    if recipe.looks:
        picture = _looked_at(model, picture, conditioning, rng, (recipe.looks, min(LOOK_TIME, times[0])))
    return unpremultiply(stage.whole(premultiply(as_sprite(picture))))


@torch.no_grad()
def _looked_at(
    model: Denoiser, picture: Tensor, conditioning: Conditioning, rng: Rng, looks: tuple[int, float]
) -> Tensor:
    """Return the mean of so many estimates of the picture [B, 4, S, S], each behind its own noise of one time."""
    predict_v = guided(model, replace(conditioning, scales=conditioning.scales.clamp(-LOOK_SCALE, LOOK_SCALE)))
    (count, time), total = looks, torch.zeros_like(picture)
    for index in range(count):
        deadline.look()
        noise = rng.at("proposal.look", index, device=picture.device).normal(*picture.shape[1:])
        x = add_noise(picture, noise, time)
        total += predict_x0(x, predict_v(x, [time] * len(x)), time)[0].clamp(-1, 1)
    return total / count


def check_reader(model: Denoiser, reader: Perceptor) -> None:
    """Raise ModelError where the denoiser was made for another perceptor's texts."""
    if reader.embed_dim != model.config.text_dim:
        raise ModelError(
            f"the diffusion model reads texts of {model.config.text_dim} numbers, perceptor {reader.name!r} writes "
            f"{reader.embed_dim}: the built-in weights belong to different versions; install pixdraw again"
        )


def sprite_shape(side: int, canvas: Canvas) -> tuple[int, int]:
    """Return the rows and columns of a sprite for the canvas, one LONGEST times the other at most."""
    short = min(canvas.height, canvas.width)
    rows, columns = (round(side * min(length / short, LONGEST)) for length in (canvas.height, canvas.width))
    return rows, columns


def enlarged(sprites: Tensor, canvas: Canvas, *, crisp: bool) -> Tensor:
    """Lay sprites [B, 4, h, w] on the canvas, [B, 4, H, W]: things whole in its middle, opaque scenes filling it.

    `crisp` keeps pixels square, for drawers of cells; the others get it smooth.
    """
    laid = [lay(sprite[None], canvas, fills=bool(sprite[3].amin() == 1), crisp=crisp) for sprite in sprites]
    return torch.cat(laid)


def lay(sprite: Tensor, canvas: Canvas, *, fills: bool, crisp: bool, margin: float = 0.0) -> Tensor:
    """Lay [M, C, h, w] on the canvas, [M, C, H, W], differentiable.

    One that `fills` it is cut where it is longer; another stands whole in its middle, the rest being `margin`.
    """
    height, width = canvas.height, canvas.width
    scales = height / sprite.shape[2], width / sprite.shape[3]
    rows, columns = (round(side * (max if fills else min)(scales)) for side in sprite.shape[2:])
    large = _blocks(sprite, rows, columns) if crisp else files.resize(sprite, rows, columns)
    top, left = (rows - height) // 2, (columns - width) // 2
    if (rows, columns) == (height, width):
        return large
    return F.pad(large, (-left, width - columns + left, -top, height - rows + top), value=margin)


def _blocks(sprite: Tensor, rows: int, columns: int) -> Tensor:
    """Scale [M, C, h, w] to rows by columns without mixing cells; whole multiples are the quicker."""
    height, width = sprite.shape[2:]
    if rows % height or columns % width:
        return F.interpolate(sprite, (rows, columns), mode="nearest-exact")
    across = sprite[..., None].expand(-1, -1, -1, -1, columns // width).flatten(3)
    return across[:, :, :, None].expand(-1, -1, -1, rows // height, -1).flatten(2, 3)


def unlay(image: Tensor, side: int, *, fills: bool) -> Tensor:
    """Return the square [M, C, side, side] of a canvas [M, C, H, W] that `lay` would put there, edges repeated."""
    height, width = image.shape[2:]
    edge = max(height, width) if fills else min(height, width)
    top, left = (edge - height) // 2, (edge - width) // 2
    if fills:
        square = F.pad(image, (left, edge - width - left, top, edge - height - top), mode="replicate")
    else:
        square = image[:, :, -top : edge - top, -left : edge - left]
    return _shrunk(square, side)


def _as_seen(image: Tensor, side: int) -> Tensor:
    """Return a picture [B, 3 or 4, H, W] as the denoiser sees it: [B, 4, side, side] premultiplied in [-1, 1]."""
    image = add_alpha(image)
    height, width = image.shape[2:]
    edge = max(height, width)
    top, left = (edge - height) // 2, (edge - width) // 2
    square = F.pad(image, (left, edge - width - left, top, edge - height - top))
    small = _shrunk(square, side)
    return premultiply(small) * 2 - 1


def _shrunk(square: Tensor, side: int) -> Tensor:
    """Scale [M, 3 or 4, E, E] to side by side, each cell the mean of its area, so that whole squares stay exact."""
    if square.shape[-1] < side:
        return files.resize(square, side, side)
    if square.shape[1] == 3:
        return F.interpolate(square, (side, side), mode="area")
    return unpremultiply(F.interpolate(premultiply(square), (side, side), mode="area"))
