"""Wants pictures that are rated high: a linear head over a perceptor's embedding.

Usage: `losses=aesthetic:0.5`, or with a file of yours `aesthetic_head=my_head.pth`.

Source: pixray's `aesthetic` loss; LAION's aesthetic predictors (github.com/LAION-AI/aesthetic-predictor and
christophschuhmann/improved-aesthetic-predictor), fetched by name for ViT-B/32, ViT-B/16 and ViT-L/14. Differs from
pixray: the head of whichever perceptor has one, not of the last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.errors import SettingsError, suggestion
from pixdraw.fields import setting
from pixdraw.interfaces import Context, Frame, Perceptor
from pixdraw.models.aesthetic_heads import HEADS, fetched, head_for, read_head

ENDINGS = (".pth", ".pt", ".ckpt", ".safetensors")

ANY_SIZE = True


class Config(BaseModel):
    """Settings of the aesthetic loss."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    aesthetic_weight: float = setting(
        1.0,
        ge=-1000,
        le=1000,
        help="multiplies the weight of this loss, -1000 to 1000; it wants pictures that people rate high",
        refusal="quality and drawer choose the models",
    )
    aesthetic_target: float = setting(
        10.0,
        ge=0,
        le=10,
        help="the rating that the picture is pulled to, 0 to 10",
        refusal="quality and drawer choose the models",
    )
    aesthetic_head: str = setting(
        "",
        help="what rates the picture: one of laion-vit-b-32, laion-vit-b-16, laion-vit-l-14, improved-vit-l-14, "
        "downloaded once, or a file (.pth, .safetensors) with weight and bias of a linear layer; "
        "left empty: the one for the perceptor",
        opens="file",
        ours=("laion-vit-b-32", "laion-vit-b-16", "laion-vit-l-14", "improved-vit-l-14"),
    )
    aesthetic_perceptor: str = setting(
        "",
        help="the perceptor whose embeddings are rated; default: the one that aesthetic_head was trained for",
        opens="model",
    )


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


def check(config: Config, perceptors: Sequence[str]) -> None:
    """Raise SettingsError if there is no head for the perceptors, or none of its name; nothing is fetched.

    Raises FileError for a file that holds none.
    """
    name = _head(config, perceptors)
    known = ", ".join(f"{name} for {head.perceptor}" for name, head in HEADS.items())
    if name is None:
        raise SettingsError(
            f"loss aesthetic: there is no head for {', '.join(perceptors)}; set perceptors to another model or "
            f"aesthetic_head to a file: there are {known}"
        )
    if name in HEADS:
        if HEADS[name].perceptor not in perceptors:
            raise SettingsError(
                f"aesthetic_head={name} is for {HEADS[name].perceptor}; perceptors are {', '.join(perceptors)}"
            )
    elif not name.lower().endswith(ENDINGS):
        raise SettingsError(
            f"aesthetic_head={name!r}: expected a file ending in {', '.join(ENDINGS)}, or one of {known}"
            f"{suggestion(name, HEADS)}"
        )
    else:
        read_head(Path(name).expanduser())


def fetch(config: Config, perceptors: Sequence[str]) -> None:
    """Fetch a published head unless it is here; raises ModelError if that is not possible."""
    name = _head(config, perceptors)
    if name in HEADS:
        fetched(name)


def build(config: Config, context: Context) -> AestheticLoss:
    """Build the loss; FileError for a head that cannot be read, SettingsError if no perceptor fits it."""
    check(config, list(context.perceptors))
    name = _head(config, list(context.perceptors)) or ""
    weight, bias = read_head(fetched(name) if name in HEADS else Path(name).expanduser())
    owner = HEADS[name].perceptor if name in HEADS else _fitting(config, context.perceptors, len(weight))
    return AestheticLoss(config, owner, weight.to(context.device), bias)


def _head(config: Config, perceptors: Sequence[str]) -> str | None:
    """Return the head's name or file; None if none is known for the perceptors."""
    return config.aesthetic_head or head_for(
        [config.aesthetic_perceptor] if config.aesthetic_perceptor else list(perceptors)
    )


def _fitting(config: Config, perceptors: Mapping[str, Perceptor], size: int) -> str:
    wanted = config.aesthetic_perceptor
    fitting = [name for name, perceptor in perceptors.items() if perceptor.embed_dim == size and wanted in ("", name)]
    if len(fitting) == 1:
        return fitting[0]
    have = ", ".join(f"{name} ({perceptor.embed_dim})" for name, perceptor in perceptors.items())
    problem = "set aesthetic_perceptor to one" if fitting else "set perceptors to the model that the head is for"
    raise SettingsError(f"aesthetic_head is for embeddings of {size} numbers; perceptors are {have}: {problem}")
