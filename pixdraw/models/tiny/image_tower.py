"""The image tower: EfficientNet-Lite0 with its normalisations folded into the convolutions, under timm's names."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from torch import Tensor, nn
from torch.nn import functional as F

STEM, HEAD = 32, 1280
"""Channels of the first and the last convolution."""
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 1, 6, 192),  # differs from EfficientNet-Lite0: this stage halves no side, so that a map of 4 by 4 remains
    (1, 3, 1, 6, 320),
)
"""Blocks, side of their kernels, stride of the first one, factor by which they widen their input, channels."""
SHOWN = (0, 1, 2, 4, 6)
"""Stages whose maps are features, as timm chooses them."""


class ImageTower(nn.Module):
    """Pictures [M, 3, S, S], normalised by `image_mean` and `image_std`, to [M, D].

    Tan and Le 2019, arXiv 1905.11946, without its squeeze-and-excitation, and with ReLU6, as its Lite variants.
    """

    def __init__(self, embed_dim: int, image_size: int, mean: Sequence[float], std: Sequence[float]) -> None:
        super().__init__()
        self.image_size, self.image_mean, self.image_std = image_size, list(mean), list(std)
        self.trunk = _Trunk(embed_dim)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.trunk(x)
        return out

    def forward_intermediates(self, x: Tensor, *, intermediates_only: bool) -> dict[str, list[Tensor]]:
        """Return the maps [M, C, H, W] of the SHOWN stages, in the form of open_clip's towers, and nothing else."""
        assert intermediates_only
        x, maps = self.trunk.begun(x), list[Tensor]()
        for stage in self.trunk.blocks:
            x = stage(x)
            maps.append(x)
        return {"image_intermediates": [maps[index] for index in SHOWN]}


class _Trunk(nn.Module):
    def __init__(self, outputs: int) -> None:
        super().__init__()
        self.conv_stem = _Halving(3, STEM, 3, 2)
        stages, width = list[nn.Module](), STEM
        for count, side, stride, factor, channels in STAGES:
            first = _Block(width, channels, side, stride, factor)
            stages.append(
                nn.Sequential(first, *(_Block(channels, channels, side, 1, factor) for _ in range(count - 1)))
            )
            width = channels
        self.blocks = nn.Sequential(*stages)
        self.conv_head = nn.Conv2d(width, HEAD, 1)
        self.classifier = nn.Linear(HEAD, outputs)

    def begun(self, x: Tensor) -> Tensor:
        """Return what the first block sees."""
        return F.relu6(self.conv_stem(x), inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        x = F.relu6(self.conv_head(self.blocks(self.begun(x))), inplace=True)
        out: Tensor = self.classifier(F.adaptive_avg_pool2d(x, 1).flatten(1))
        return out


class _Block(nn.Sequential):
    """A depthwise convolution between pointwise ones, the first of which is left out where it would not widen."""

    def __init__(self, width: int, channels: int, side: int, stride: int, factor: int) -> None:
        wide = width * factor
        if stride == 1:
            deep: nn.Module = nn.Conv2d(wide, wide, side, padding=side // 2, groups=wide)
        else:
            deep = _Halving(wide, wide, side, stride, groups=wide)
        if factor == 1:
            layers = {"conv_dw": deep, "conv_pw": nn.Conv2d(wide, channels, 1)}
        else:
            layers = {"conv_pw": nn.Conv2d(width, wide, 1), "conv_dw": deep, "conv_pwl": nn.Conv2d(wide, channels, 1)}
        super().__init__(OrderedDict(layers))
        self._adds = stride == 1 and width == channels

    def forward(self, x: Tensor) -> Tensor:
        *layers, last = self
        wide = x
        for layer in layers:
            wide = F.relu6(layer(wide), inplace=True)
        out: Tensor = last(wide)
        return out + x if self._adds else out


class _Halving(nn.Conv2d):
    """A convolution that pads as TensorFlow does: an odd pixel goes to the right and the bottom."""

    def forward(self, x: Tensor) -> Tensor:
        padding = list[int]()
        for length, side, stride in zip(reversed(x.shape[2:]), self.kernel_size[::-1], self.stride[::-1], strict=True):
            spare = max((-(-length // stride) - 1) * stride + side - length, 0)
            padding += [spare // 2, spare - spare // 2]
        return super().forward(F.pad(x, padding))
