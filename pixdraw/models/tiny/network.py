"""The whole network, under open_clip's names: the text tower, and the image tower inside."""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from pixdraw.models.tiny.image_tower import ImageTower
from pixdraw.models.tiny.tokenizer import Tokenizer

CONFIG, WEIGHTS = "open_clip_config.json", "open_clip_model.safetensors"
IMAGE_TOWER = "pixdraw_lite0"
"""Name of the image tower in the configuration: timm's, once it is declared (`models/lite.py`)."""


def is_in(folder: Path) -> bool:
    """Return whether a folder holds a network of this kind, as its configuration says."""
    try:
        config = json.loads((folder / CONFIG).read_text("utf-8"))
        return bool(config["model_cfg"]["vision_cfg"]["timm_model_name"] == IMAGE_TOWER)
    except (OSError, ValueError, LookupError, TypeError):
        return False  # open_clip says what is wrong with others


def read(folder: Path) -> tuple[TinyClip, Tokenizer]:
    """Return the network in a folder, in training mode, and its tokenizer.

    Raises errors of many kinds for what is damaged.
    """
    config: dict[str, Any] = json.loads((folder / CONFIG).read_text("utf-8"))
    model, shown = config["model_cfg"], config["preprocess_cfg"]
    visual = ImageTower(model["embed_dim"], model["vision_cfg"]["image_size"], shown["mean"], shown["std"])
    text = TextShape(**model["text_cfg"])
    network = TinyClip(visual, model["embed_dim"], text)
    network.load_state_dict(load_file(folder / WEIGHTS))
    return network, Tokenizer(text.context_length)


@dataclass(frozen=True)
class TextShape:
    """The shape of the text tower, in open_clip's words."""

    context_length: int
    vocab_size: int
    width: int
    heads: int
    layers: int
    proj_bias: bool


class TinyClip(nn.Module):
    """An image tower and a text tower, a causal transformer: open_clip's CLIP of this shape (its model.py)."""

    def __init__(self, visual: ImageTower, embed_dim: int, text: TextShape) -> None:
        super().__init__()
        self.visual = visual
        self.token_embedding = nn.Embedding(text.vocab_size, text.width)
        self.positional_embedding = nn.Parameter(torch.empty(text.context_length, text.width))
        blocks = [_Block(text.width, text.heads) for _ in range(text.layers)]
        self.transformer = nn.ModuleDict({"resblocks": nn.Sequential(*blocks)})
        self.ln_final = nn.LayerNorm(text.width)
        self.text_projection = nn.Linear(text.width, embed_dim, bias=text.proj_bias)
        self.logit_scale = nn.Parameter(torch.empty(()))

    def encode_image(self, pixels: Tensor) -> Tensor:
        """Normalised pictures [M, 3, S, S] → [M, D], of any norm."""
        out: Tensor = self.visual(pixels)
        return out

    def encode_text(self, tokens: Tensor) -> Tensor:
        """Tokens [M, context length] int64 → [M, D], of any norm."""
        x = self.token_embedding(tokens) + self.positional_embedding
        x = self.ln_final(self.transformer["resblocks"](x))
        ends = tokens.argmax(-1)  # the token that ends a text has the highest number
        out: Tensor = self.text_projection(x[torch.arange(len(x), device=x.device), ends])
        return out


class _Block(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.ln_1, self.ln_2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attn = nn.MultiheadAttention(width, heads, batch_first=True)
        layers = {"c_fc": nn.Linear(width, 4 * width), "gelu": nn.GELU(), "c_proj": nn.Linear(4 * width, width)}
        self.mlp = nn.Sequential(OrderedDict(layers))

    def forward(self, x: Tensor) -> Tensor:
        later = torch.full((x.shape[1], x.shape[1]), -torch.inf, dtype=x.dtype, device=x.device).triu(1)
        seen = self.ln_1(x)
        x = x + self.attn(seen, seen, seen, need_weights=False, attn_mask=later)[0]
        out: Tensor = x + self.mlp(self.ln_2(x))
        return out
