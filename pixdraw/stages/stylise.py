"""A finished picture drawn again in the style of others: what it shows stays, texture and colours are theirs.

Source: Gatys, Ecker and Bethge, Image style transfer using convolutional neural networks (CVPR 2016), with Gram
matrices; with form=transport the features' distributions, sliced (losses/style.py). Differs from it: layers of the
perceptors and fixed random filters where VGG-19's weights are not on the machine; the picture is a sum of resolutions,
as in Kolkin et al., STROTSS (CVPR 2019), so that broad areas change, too, and colours are compared by themselves;
several styles by their weights; transparent pictures keep their outline.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError, suggestion
from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.interfaces import LayeredPerceptor, Perceptor
from pixdraw.late_compiler import without_compiler
from pixdraw.losses import style
from pixdraw.models import vgg

FEATURES = ("auto", "vgg", "perceptor", "filters")
LEVELS = 5
"""Resolutions of the picture, each half as fine as the next."""
LR, FINER = 0.15, 0.6
"""Learning rate of the coarsest resolution, in logits per step, and the factor for each finer one: without it, fine
noise would come first."""
COLOURS_SIDE = 64
"""Square root of the area, in pixels, at which colours are compared."""
LEAST = 1 / 256


@dataclass(frozen=True)
class StyleOptions:
    """How pictures are stylised."""

    form: str = "transport"
    """gram or transport."""
    content: float = 1.0
    """Weight of what the picture shows beside the styles."""
    steps: int = 100


def stylise(
    image: Tensor,
    styles: Sequence[Tensor],
    extractors: Sequence[style.Extractor],
    options: StyleOptions | None = None,
    weights: Sequence[float] | None = None,
) -> Tensor:
    """Return pictures [B, 3 or 4, H, W] in [0, 1] in the style of others, each [1, 3 or 4, h, w] of any size.

    `extractors` say by which features, as `extractors_of` gives them. A picture of a batch is what it is alone.
    """
    options = StyleOptions() if options is None else options
    _check(options, styles, weights)
    shares = torch.tensor(weights or [1.0] * len(styles))
    describe, gap = style.FORMS[options.form]
    seen = (*extractors, _colours)
    with torch.no_grad():
        wanted = [[describe(f) for extract in seen for f in extract(on_white(one.to(image)))] for one in styles]
    colour, alpha = image[:, :3], image[:, 3:] if image.shape[1] == 4 else torch.ones_like(image[:, :1])
    made = []
    for picture, cover in zip(colour.split(1), alpha.split(1), strict=True):
        with torch.no_grad():
            shown = [features for extract in extractors for features in extract(picture * cover + 1 - cover)]

        def far(drawn: Tensor, shown: list[Tensor] = shown, cover: Tensor = cover) -> Tensor:
            found = [features for extract in seen for features in extract(drawn * cover + 1 - cover)]
            described = [describe(features) for features in found]
            gaps = torch.stack(
                [torch.stack([gap(f, w) for f, w in zip(described, one, strict=True)]).mean() for one in wanted]
            )
            kept = torch.stack([_changed(f, s) for f, s in zip(found, shown, strict=False)]).mean()
            return (gaps * shares.to(gaps)).sum() / shares.sum() + options.content * kept

        made.append(_moved(picture, far, options.steps))
    out = torch.cat(made)
    return out if image.shape[1] == 3 else torch.cat([out, alpha], 1)


def styles_of(texts: Sequence[str], name: str = "style") -> tuple[list[Tensor], list[float]]:
    """Return the pictures, each [1, 3 or 4, H, W], of files and folders, and their weights; one text is file:weight.

    A folder's pictures share its weight. Raises FileError, naming the setting `name`, if there is none.
    """
    found = [style.pictures_of(text, name) for text in texts]
    weights = [weight / len(paths) for paths, weight in found for _ in paths]
    return [files.read(path) for paths, _ in found for path in paths], weights


def extractors_of(
    features: str, perceptors: Sequence[Perceptor], device: torch.device | str = "cpu"
) -> tuple[style.Extractor, ...]:
    """Return the functions that extract features: with auto VGG-19 if its weights are here, else the perceptors' layers
    and filters.

    Raises SettingsError for a name that is none of FEATURES, for vgg without its weights, and for perceptor where no
    perceptor shows its layers.
    """
    if features not in FEATURES:
        raise SettingsError(
            f"features={features}: expected one of {', '.join(FEATURES)}{suggestion(features, FEATURES)}"
        )
    file = vgg.locate()
    if features == "vgg" and file is None:
        raise SettingsError(
            f"features=vgg: torchvision's {vgg.FILE} is not in torch's cache; put it into "
            "~/.cache/torch/hub/checkpoints, or use features=auto"
        )
    if file is not None and features in ("auto", "vgg"):
        return (vgg.load(file, device),)
    layered = tuple(style.layers(one) for one in perceptors if isinstance(one, LayeredPerceptor))
    if features == "perceptor" and not layered:
        raise SettingsError("features=perceptor: no perceptor here shows its layers; use features=filters")
    return layered if features == "perceptor" else (*layered * (features == "auto"), style.filters(device))


def _check(options: StyleOptions, styles: Sequence[Tensor], weights: Sequence[float] | None) -> None:
    if options.form not in style.FORMS:
        raise SettingsError(f"form={options.form}: expected {' or '.join(style.FORMS)}")
    if not styles:
        raise SettingsError("no style: name at least one picture whose style is wanted")
    if options.steps < 1 or not 0 <= options.content < math.inf:
        raise SettingsError(
            f"steps={options.steps}, content={options.content}: expected at least 1 step and no weight below 0"
        )
    if weights is not None and (len(weights) != len(styles) or min(weights) < 0 or not 0 < sum(weights) < math.inf):
        raise SettingsError(f"{len(weights)} weights for {len(styles)} styles: expected one each, 0 or more")


def _colours(image: Tensor) -> list[Tensor]:
    """Return the picture's colours as features [3, M]: filters hardly see which colour an even area has."""
    height, width = image.shape[2:]
    factor = COLOURS_SIDE / (height * width) ** 0.5
    size = [max(1, round(side * factor)) for side in (height, width)]
    return [F.interpolate(image, size, mode="bilinear", antialias=True).flatten(2)[0]]


def _changed(found: Tensor, shown: Tensor) -> Tensor:
    """Return how far features [C, M] are from the picture's own, over their spread: Gatys' content, scaled."""
    spread = (shown - shown.mean(1, keepdim=True)).square().sum()
    return (found - shown).square().sum() / spread.clamp(min=1e-8)


@without_compiler()
def _moved(picture: Tensor, far: Callable[[Tensor], Tensor], steps: int) -> Tensor:
    """Return the picture [1, 3, H, W] moved so that `far` of it is small: a sum of resolutions, by Adam."""
    height, width = picture.shape[2:]
    sizes = [(max(1, -(-height // 2**level)), max(1, -(-width // 2**level))) for level in range(LEVELS)]
    left, levels = picture.clamp(LEAST, 1 - LEAST).logit(), []
    for size, finer in pairwise([*sizes[::-1], None]):
        level = left if finer is None else F.adaptive_avg_pool2d(left, size)
        left = left - _enlarged(level, (height, width))
        levels.append(level.detach().clone().requires_grad_())
    optimiser = torch.optim.Adam([{"params": [level], "lr": LR * FINER**n} for n, level in enumerate(levels)])

    def drawn() -> Tensor:
        return sum(
            (_enlarged(level, (height, width)) for level in levels[1:]), _enlarged(levels[0], (height, width))
        ).sigmoid()

    for _ in range(steps):
        grads = torch.autograd.grad(far(drawn()), levels)
        for level, grad in zip(levels, grads, strict=True):
            level.grad = grad
        optimiser.step()
    return drawn().detach()


def _enlarged(level: Tensor, size: tuple[int, int]) -> Tensor:
    return level if level.shape[2:] == size else F.interpolate(level, size, mode="bilinear")
