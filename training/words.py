"""The fixed linear map from the teacher's space into the shared one: all built-in models speak one language."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import Tensor

FILE = Path(__file__).with_name("words.safetensors")


class Words:
    """Teacher's sentence embeddings [N, 384] → unit vectors [N, 256]: principal components, partly whitened.

    Sentences crowd few directions, hence the whitening; a map learned with the pictures instead ranked paraphrases
    far worse (training/RESULTS.md).
    """

    def __init__(self, device: torch.device | str = "cpu", file: Path = FILE) -> None:
        saved = load_file(file, device=str(device))
        self.weight, self.bias = saved["weight"].float(), saved["bias"].float()

    def __call__(self, sentences: Tensor) -> Tensor:
        return F.normalize(F.linear(sentences.float(), self.weight, self.bias), dim=-1)


def fit(sentences: Tensor, dim: int = 256, power: float = 0.3, file: Path = FILE) -> None:
    """Write the map of these sentences [N, 384]: `dim` components, each divided by its deviation to `power`."""
    mean = sentences.mean(0)
    _, values, directions = torch.linalg.svd(sentences - mean, full_matrices=False)
    weight = directions[:dim] / (values[:dim, None] / values[0]) ** power
    weight = weight / ((sentences - mean) @ weight.T).norm(dim=1).mean()
    save_file({"weight": weight.contiguous(), "bias": (-weight @ mean).contiguous()}, file)
