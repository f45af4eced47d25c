"""Wants pictures that people rated high: a linear head over a perceptor's embedding, from a file of yours.

Usage: `losses=aesthetic:0.5 aesthetic_head=sa_0_4_vit_b_32_linear.pth`.

Source: pixray's `aesthetic` loss and LAION's aesthetic predictor (github.com/LAION-AI/aesthetic-predictor), whose heads
fit: sa_0_4_vit_b_32_linear.pth for ViT-B/32, and so on. Differs from pixray: the perceptor is named, or the one whose
embedding fits, not the last; nothing is downloaded.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass

import torch
from pydantic import BaseModel, ConfigDict
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from pixdraw.errors import FileError, SettingsError
from pixdraw.fields import setting
from pixdraw.interfaces import Context, Frame, Perceptor


class Config(BaseModel):
    """Settings of the aesthetic loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    aesthetic_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the loss's weight, -1000 to 1000",
        refusal="quality and drawer choose the models",
    )
    aesthetic_target: float = setting(
        10.0, ge=0, le=10, help="the rating that is wanted, 0 to 10", refusal="quality and drawer choose the models"
    )
    aesthetic_head: str = setting(
        "", help="file of the linear head, .pth or .safetensors with weight and bias", opens="file"
    )
    aesthetic_perceptor: str = setting(
        "", help="the perceptor it is for; empty: the one whose embedding fits", opens="model"
    )


_DAMAGED = (SafetensorError, pickle.UnpicklingError, EOFError, ValueError, RuntimeError, KeyError, TypeError)

FACTOR = 0.02
"""As in pixray."""


@dataclass(frozen=True)
class AestheticLoss:
    """Mean squared distance of the cutouts' ratings from the target, times FACTOR."""

    config: Config
    perceptor: str
    weight: Tensor
    """[D]."""
    bias: float

    def __call__(self, frame: Frame) -> Tensor:
        ratings = (frame.embeds[self.perceptor] * self.weight).sum(2) + self.bias
        wrong = (ratings - self.config.aesthetic_target).square().mean(1)
        return FACTOR * self.config.aesthetic_weight * wrong


def build(config: Config, context: Context) -> AestheticLoss:
    """Build the loss; FileError for a head that cannot be read, SettingsError where no perceptor fits it."""
    if not config.aesthetic_head:
        raise SettingsError("loss aesthetic: set aesthetic_head to the file of a linear head, such as LAION's")
    weight, bias = _read(config.aesthetic_head)
    return AestheticLoss(config, _fitting(config, context.perceptors, len(weight)), weight.to(context.device), bias)


def _fitting(config: Config, perceptors: Mapping[str, Perceptor], size: int) -> str:
    wanted = config.aesthetic_perceptor
    fitting = [name for name, perceptor in perceptors.items() if perceptor.embed_dim == size and wanted in ("", name)]
    if len(fitting) == 1:
        return fitting[0]
    have = ", ".join(f"{name} ({perceptor.embed_dim})" for name, perceptor in perceptors.items())
    problem = "set aesthetic_perceptor to one" if fitting else "set perceptors to the model that the head is for"
    raise SettingsError(f"aesthetic_head is for embeddings of {size} numbers; perceptors are {have}: {problem}")


def _read(path: str) -> tuple[Tensor, float]:
    try:
        if path.endswith(".safetensors"):
            state = load_file(path)
        else:
            state = torch.load(path, map_location="cpu", weights_only=True)
        return state["weight"].float().flatten(), float(state["bias"])
    except OSError as error:
        raise FileError(f"aesthetic_head={path!r}: cannot be read ({error.strerror or error})") from error
    except _DAMAGED as error:
        raise FileError(f"aesthetic_head={path!r}: no linear head with weight and bias") from error
