"""Wants the texture and colours of another picture: its style, not its content.

Usage: `losses=style:0.5 style_file=painting.png`, or of several pictures `style_file="waves.png | stars.png:0.5"`;
with init_image and no prompt it is style transfer alone.

Source: the Gram matrices of Gatys, Ecker and Bethge (2015), over layers of the perceptors, or over one layer of fixed
random filters at several scales, which Ustyuzhaninov et al., What does it take to generate natural textures? (ICLR
2017), found as good as VGG for textures. Differs from pixray's `style`, STROTSS, in that: no further weights to
download, and it works from the first step on. Its optimal transport is there as `style_form=transport`, sliced: along
random lines of the features (Heitz et al., A sliced Wasserstein loss for neural texture synthesis, CVPR 2021), which
compares all of their distribution, not its moments.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch
from pydantic import BaseModel, ConfigDict, field_validator
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError
from pixdraw.fields import setting
from pixdraw.guidance.files import find, pictures_below
from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.interfaces import Context, Frame, LayeredPerceptor
from pixdraw.rng import Rng
from pixdraw.text.prompts import parse_prompt, weighted_files

DEAD = {
    "styleloss_content_weight": "the style loss has no content term; hold a picture with init_weight_pix",
    "styleloss_ospace": "the style loss works on the drawer's parameters",
    "styleloss_every": "the style loss counts in each step",
}


class Config(BaseModel):
    """Settings of the style loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    style_file: tuple[str, ...] = setting(
        (),
        help="pictures whose style (texture and colours) is wanted, separated by |, each file:weight: "
        "files, folders or http(s) addresses; * ? {a,b} stand for several files",
        opens="file",
    )
    style_form: Literal["gram", "transport"] = setting(
        "gram",
        help="what of a style is compared: gram (how features occur together) or transport (how often each"
        " occurs, by optimal transport)",
        refusal="it needs a file",
    )
    style_features: Literal["auto", "perceptor", "filters"] = setting(
        "auto",
        help="which features are compared: perceptor (layers of the perceptors), filters (fixed random "
        "ones at three scales), or auto: filters where no perceptor shows its layers",
        refusal="it needs a file",
    )
    style_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants the style of style_file",
        refusal="it needs a file",
    )
    styleloss_skip: int = setting(
        0, ge=0, help="number of iterations before this loss begins to count", refusal="it needs a file"
    )

    @field_validator("style_file", mode="before")
    @classmethod
    def _files(cls, value: Any) -> Any:
        return weighted_files(value, "style_file")


SIDE = 128
"""Square root of the area, in pixels, at which the largest scale is compared."""
SCALES = 3
FILTERS, WIDTH = 32, 5
LINES, QUANTILES = 32, 256
"""Number of random projection directions, and number of quantiles per direction."""


Extractor = Callable[[Tensor], list[Tensor]]
"""One picture [1, 3, H, W] → features [C, M] of each scale or layer."""


@dataclass(frozen=True)
class StyleLoss:
    """Mean over the scales or layers of the gap between the picture and the style.

    gram: |G - G'|² / mean(|G|², |G'|²) of the Gram matrices, at most 2. (Dividing by |G'|² alone gives values in the
    thousands for a bright start; Adam's second moment then stays so large that the picture turns flat grey.) transport:
    squared Wasserstein distance divided by the variance of the style's features.
    """

    config: Config
    extractors: tuple[Extractor, ...]
    describe: Callable[[Tensor], Tensor]
    """Features [C, M] → what is compared."""
    gap: Callable[[Tensor, Tensor], Tensor]
    """The picture's and the style's → how far they are apart, []."""
    wanted: tuple[tuple[float, tuple[Tensor, ...]], ...]
    """Each style's share of the loss, and what is wanted of each scale or layer."""

    def __call__(self, frame: Frame) -> Tensor:
        if frame.step < self.config.styleloss_skip:
            return 0 * frame.image.flatten(1).sum(1)
        # Item by item: convolutions choose their order of summation by the size of the batch.
        return torch.stack([self._distance(item[None]) for item in frame.image]) * self.config.style_weight

    def _distance(self, image: Tensor) -> Tensor:
        found = [self.describe(features) for extract in self.extractors for features in extract(image)]
        gaps = [
            share * torch.stack([self.gap(g, s) for g, s in zip(found, style, strict=True)]).mean()
            for share, style in self.wanted
        ]
        return torch.stack(gaps).sum()


def check(config: Config, perceptors: Sequence[str]) -> None:
    """Raise SettingsError if no style is named, FileError if its file does not exist; no model is loaded."""
    if not config.style_file:
        raise SettingsError("loss style: set style_file to the picture whose style is wanted")
    for text in config.style_file:
        pictures_of(text)


def build(config: Config, context: Context) -> StyleLoss:
    """Build the loss; FileError for a picture that cannot be read, SettingsError for perceptors without layers."""
    check(config, list(context.perceptors))
    weights = [(path, weight / len(paths)) for paths, weight in map(pictures_of, config.style_file) for path in paths]
    extractors = _extractors(config.style_features, context)
    describe, gap = FORMS[config.style_form]
    with torch.no_grad():
        wanted = tuple(
            (
                weight / sum(other for _, other in weights),
                tuple(describe(f) for extract in extractors for f in extract(style)),
            )
            for path, weight in weights
            for style in [on_white(files.read(path).to(context.device))]
        )
    return StyleLoss(config, extractors, describe, gap, wanted)


def pictures_of(text: str, name: str = "style_file") -> tuple[list[str], float]:
    """Return the pictures that one part of the setting `name` stands for, and their weight together."""
    source = parse_prompt(text)
    folder = Path(source.text).expanduser()
    below = folder.is_dir() and "://" not in source.text
    paths = [str(path) for path in pictures_below(source.text, name)] if below else find(source.text, name)
    return paths, source.weight


def _extractors(features: str, context: Context) -> tuple[Extractor, ...]:
    layered = [one for one in context.perceptors.values() if isinstance(one, LayeredPerceptor)]
    if features == "filters" or (features == "auto" and not layered):
        return (filters(context.device),)
    if not layered:
        names = ", ".join(context.perceptors) or "no perceptor"
        raise SettingsError(f"style_features=perceptor: {names} shows no layers; use style_features=filters")
    return tuple(layers(one) for one in layered)


def layers(perceptor: LayeredPerceptor) -> Extractor:
    """Return the function that extracts features by the layers of a perceptor, which sees the whole picture."""

    def extract(image: Tensor) -> list[Tensor]:
        side = perceptor.image_size
        seen = F.interpolate(image, (side, side), mode="bilinear", antialias=True)
        return [features.flatten(2)[0] for features in perceptor.features(seen)]

    return extract


def filters(device: torch.device | str) -> Extractor:
    """Return the function that extracts features by fixed random filters at SCALES scales."""

    # One set of filters for all runs: what a weight means does not depend on the seed.
    kernels = Rng((0,)).at("style.filters").normal(FILTERS, 3, WIDTH, WIDTH)[0]
    kernels = (kernels - kernels.mean((2, 3), keepdim=True)) / WIDTH
    kernels[: FILTERS // 4] += 1 / WIDTH**2  # some see flat colour, too
    kernels = kernels.to(device)

    def extract(image: Tensor) -> list[Tensor]:
        height, width = image.shape[2:]
        factor = SIDE / (height * width) ** 0.5
        found = []
        for scale in range(SCALES):
            size = [max(WIDTH, round(side * factor / 2**scale)) for side in (height, width)]
            seen = F.interpolate(image, size, mode="bilinear", antialias=True)
            found.append(F.silu(4 * F.conv2d(seen - 0.5, kernels)).flatten(2)[0])
        return found

    return extract


def gram(features: Tensor) -> Tensor:
    """Features [C, M] → their Gram matrix over M, [C, C]."""
    return features @ features.T / features.shape[1]


def gram_gap(found: Tensor, wanted: Tensor) -> Tensor:
    """Return the squared distance over the mean of both squares, at most 2."""
    return 2 * (found - wanted).square().sum() / (found.square().sum() + wanted.square().sum())


def along_lines(features: Tensor) -> Tensor:
    """Return the sorted projections of the features on LINES random directions, resampled to [LINES, QUANTILES]
    quantiles (sliced Wasserstein distance).
    """
    along = (_lines(len(features)).to(features) @ features).sort(1).values
    return F.interpolate(along[None], QUANTILES, mode="linear", align_corners=True)[0]


@functools.cache
def _lines(channels: int) -> Tensor:
    return F.normalize(Rng((0,)).at("style.lines").normal(LINES, channels)[0], dim=1)


def lines_gap(found: Tensor, wanted: Tensor) -> Tensor:
    """Return the squared Wasserstein distance over the spread of what is wanted."""
    spread = (wanted - wanted.mean(1, keepdim=True)).square().sum()
    return (found - wanted).square().sum() / spread


FORMS: dict[str, tuple[Callable[[Tensor], Tensor], Callable[[Tensor, Tensor], Tensor]]] = {
    "gram": (gram, gram_gap),
    "transport": (along_lines, lines_gap),
}
"""Form of a style → what describes features [C, M], and how far two descriptions are apart."""
