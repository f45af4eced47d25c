"""The image tower of the built-in perceptor, as a model that timm, and so open_clip, builds by name.

Needed for training, and by whoever reads its files with open_clip; drawings use `models/tiny`.
"""

from __future__ import annotations

import functools
from typing import Any

from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

FOLDED = (
    ("conv_stem", "bn1"),
    ("conv_head", "bn2"),
    *((f"blocks.0.0.{conv}", f"blocks.0.0.{norm}") for conv, norm in (("conv_dw", "bn1"), ("conv_pw", "bn2"))),
)
"""Convolutions and the normalisation that follows each, except in blocks that begin by widening."""
WIDENING = (("conv_pw", "bn1"), ("conv_dw", "bn2"), ("conv_pwl", "bn3"))


def pixdraw_lite0(pretrained: bool = False, **options: Any) -> nn.Module:
    """Return EfficientNet-Lite0 (Tan and Le 2019, arXiv 1905.11946) for pictures of 64 by 64 pixels.

    Differs from timm's `tf_efficientnet_lite0`: the last halving is omitted, so that a map of 4 by 4 remains, and the
    normalisations are folded into the convolutions (`fold`), which saves a third of a step's time.
    """
    return fold(unfolded(**options))


def fold(net: nn.Module) -> nn.Module:
    """Fold every normalisation into the convolution before it; what the network computes stays the same."""
    net.eval()
    blocks = [f"blocks.{name}" for name, block in net.get_submodule("blocks").named_modules() if hasattr(block, "bn3")]
    widening = [(f"{block}.{conv}", f"{block}.{norm}") for block in blocks for conv, norm in WIDENING]
    for conv_name, norm_name in (*FOLDED, *widening):
        norm: Any = net.get_submodule(norm_name)  # timm's BatchNormAct2d: a normalisation with its activation
        net.set_submodule(conv_name, fuse_conv_bn_eval(net.get_submodule(conv_name), norm))  # type: ignore[type-var]
        net.set_submodule(norm_name, norm.act)
    return net


@functools.cache
def declare() -> None:
    """Let timm build `pixdraw_lite0`; call it right before a model is built."""
    from timm.models import register_model

    register_model(pixdraw_lite0)


def unfolded(**options: Any) -> nn.Module:
    """Return the same network with its normalisations, as it was pretrained on photographs."""
    import timm

    net: nn.Module = timm.create_model("tf_efficientnet_lite0", pretrained=False, **options)
    last: Any = net.get_submodule("blocks.5.0.conv_dw")
    last.stride = (1, 1)
    return net
