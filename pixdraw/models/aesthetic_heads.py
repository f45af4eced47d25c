"""Heads that rate pictures by their embedding: published ones, fetched like any model.

A head is a linear map: weight [D] and bias. LAION's first predictor is one; the improved one's file has five linear
layers with no activation between them, of which the product is taken.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from pixdraw.errors import FileError
from pixdraw.models.download import download
from pixdraw.models.vqgan import catalog

_V1 = "https://github.com/LAION-AI/aesthetic-predictor/raw/main/"
_V2 = "https://github.com/christophschuhmann/improved-aesthetic-predictor/raw/main/"

_DAMAGED = (SafetensorError, pickle.UnpicklingError, EOFError, ValueError, RuntimeError, KeyError, TypeError)


class Head(NamedTuple):
    """A published head, which is fetched by name."""

    perceptor: str
    """The perceptor whose embeddings it rates."""
    urls: tuple[str, ...]

    @property
    def path(self) -> Path:
        """Where its file is, or will be put."""
        return catalog.cache_dir().with_name("heads") / self.urls[0].rpartition("/")[2]


HEADS: dict[str, Head] = {
    "laion-vit-b-32": Head("ViT-B/32", (f"{_V1}sa_0_4_vit_b_32_linear.pth",)),
    "laion-vit-b-16": Head("ViT-B/16", (f"{_V1}sa_0_4_vit_b_16_linear.pth",)),
    "laion-vit-l-14": Head("ViT-L/14", (f"{_V1}sa_0_4_vit_l_14_linear.pth",)),
    "improved-vit-l-14": Head("ViT-L/14", (f"{_V2}sac%2Blogos%2Bava1-l14-linearMSE.pth",)),
}
"""Name → head; where no name is given, a perceptor gets the first of its heads."""


def head_for(perceptors: Sequence[str]) -> str | None:
    """Return the name of the head for the first of `perceptors` that has one, or None."""
    known = {head.perceptor: name for name, head in reversed(HEADS.items())}
    return next((known[name] for name in perceptors if name in known), None)


def fetched(name: str) -> Path:
    """Return the file of a head of HEADS, downloaded unless it is here; raises ModelError if it cannot be."""
    head = HEADS[name]
    return download(head.urls, head.path)


def read_head(path: Path) -> tuple[Tensor, float]:
    """Return weight [D] and bias of a head's file; raises FileError if it cannot be read or holds none."""
    try:
        if path.suffix == ".safetensors":
            state: Mapping[str, Tensor] = load_file(path)
        else:
            state = torch.load(path, map_location="cpu", weights_only=True)
        return _product(state)
    except OSError as error:
        raise FileError(
            f"aesthetic_head={str(path)!r}: cannot be read ({error.strerror or error}); check the name"
        ) from error
    except _DAMAGED as error:
        raise FileError(
            f"aesthetic_head={str(path)!r}: no linear head with weight and bias, nor linear layers"
        ) from error


def _product(state: Mapping[str, Tensor]) -> tuple[Tensor, float]:
    """Return the product of linear layers, in the order of their numbers, as one linear map."""
    names = [name.removesuffix("weight") for name in state if name.endswith("weight")]
    names.sort(key=lambda name: [int(part) for part in name.split(".") if part.isdigit()])
    if not names:
        raise KeyError("weight")
    size = state[f"{names[0]}weight"].shape[-1]
    weight, bias = torch.eye(size), torch.zeros(size)
    for name in names:
        layer = state[f"{name}weight"].float()
        layer = layer if layer.dim() == 2 else layer[None]
        weight, bias = layer @ weight, layer @ bias + state[f"{name}bias"].float().view(-1)
    if weight.shape[0] != 1:
        raise ValueError("more than one rating")
    return weight[0], float(bias)
