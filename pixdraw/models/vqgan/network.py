"""A VQGAN (Esser, Rombach & Ommer 2021, arXiv 2012.09841): taming-transformers' encoder and decoder around a codebook.

Module names are taming-transformers', so that the weights of its VQModel and GumbelVQ load by name. Differs from its
classes: no losses, no Lightning; GumbelVQ encodes to its likeliest code where the original draws one at random.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping
from pathlib import Path

import torch
from taming.modules.diffusionmodules.model import Decoder, Encoder
from torch import Tensor, nn

from pixdraw.errors import ModelError
from pixdraw.models.vqgan.codes import gather, nearest
from pixdraw.models.vqgan.files import Shape, read_model

IGNORED = ("quantize.embedding.cluster_size", "quantize.embedding.embed_avg", "quantize.used")
"""Running means of EMAVQ and the remapping of latent diffusion: not used for drawing."""


class VqNetwork(nn.Module):
    """Pictures to codes and back."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        width = shape.layers["z_channels"]
        with contextlib.redirect_stdout(io.StringIO()):  # taming's decoder tells its size
            self.encoder: nn.Module = Encoder(**shape.layers)
            self.decoder: nn.Module = Decoder(**shape.layers)
        self.quantize = nn.Module()
        if shape.kind == "gumbel":
            self.quantize.proj = nn.Conv2d(shape.embed_dim, shape.codes, 1)
            self.quantize.embed = nn.Embedding(shape.codes, shape.embed_dim)
        else:
            self.quantize.embedding = nn.Embedding(shape.codes, shape.embed_dim)
        self.quant_conv = nn.Conv2d(width, shape.embed_dim, 1)
        self.post_quant_conv = nn.Conv2d(shape.embed_dim, width, 1)

    @property
    def codebook(self) -> Tensor:
        """[K, D]."""
        table = self.quantize.embed if self.shape.kind == "gumbel" else self.quantize.embedding
        assert isinstance(table, nn.Embedding)
        return table.weight

    def features(self, image: Tensor) -> Tensor:
        """[M, 3, H, W] in [0, 1], sides multiples of the factor → [M, D, h, w], before quantisation."""
        out: Tensor = self.quant_conv(self.encoder(2 * image - 1))
        return out

    def encode(self, image: Tensor) -> Tensor:
        """[M, 3, H, W] in [0, 1] → the codes' numbers, [M, h, w]."""
        return self.choose(self.features(image))

    def choose(self, features: Tensor) -> Tensor:
        """Features [M, D, h, w] → the codes' numbers, [M, h, w]."""
        if self.shape.kind == "gumbel":
            scores: Tensor = self.quantize.proj(features)  # type: ignore[operator]
            return scores.argmax(1)
        return nearest(features, self.codebook)

    def embed(self, numbers: Tensor) -> Tensor:
        """Numbers of codes [M, h, w] → their vectors [M, D, h, w], laid out in memory as taming's quantisers do.

        The order of the decoder's sums depends on the layout; results differ by some 1e-5.
        """
        codes = gather(numbers, self.codebook)
        if self.shape.kind == "gumbel" and len(numbers) > 1:  # its einsum of a batch
            return codes.contiguous(memory_format=torch.channels_last)
        return codes

    def decode(self, z: Tensor) -> Tensor:
        """[M, D, h, w], quantised → [M, 3, H, W], about [0, 1] and not clamped."""
        out: Tensor = self.decoder(self.post_quant_conv(z))
        return (out + 1) / 2


def load_network(weights: Path, config: Path | None, device: torch.device | str) -> VqNetwork:
    """Return the network of a checkpoint, frozen, in eval mode and float32. Raises ModelError if they do not fit."""
    shape, tensors = read_model(weights, config)
    tensors = {name: value for name, value in tensors.items() if name not in IGNORED}
    with torch.device("meta"):  # nothing is allocated before the file is known to fit
        try:
            network = VqNetwork(shape)
        except (ValueError, TypeError, RuntimeError, AssertionError) as error:
            reason = " ".join(str(error).split())
            raise ModelError(
                f"{config or weights}: no network can be built of this configuration ({reason})"
            ) from error
    _check(weights, network.state_dict(), tensors)
    network.to_empty(device=device)
    network.load_state_dict({name: value.float() for name, value in tensors.items()})
    if torch.device(device).type == "cuda":
        network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network.eval().requires_grad_(False)


def _check(weights: Path, wanted: Mapping[str, Tensor], found: Mapping[str, Tensor]) -> None:
    advice = "give vqgan_config the .yaml that came with this file"
    for name, value in wanted.items():
        if name not in found:
            raise ModelError(f"{weights} lacks {name}, which its configuration requires; {advice}")
        if found[name].shape != value.shape:
            shapes = f"{list(found[name].shape)}, not {list(value.shape)} as by its configuration"
            raise ModelError(f"{weights}: {name} is {shapes}; {advice}")
        if not found[name].is_floating_point():
            raise ModelError(f"{weights}: {name} holds {found[name].dtype}, no weights")
        if not found[name].float().isfinite().all():
            raise ModelError(f"{weights}: {name} holds values that are not numbers; fetch it again")
    if extra := next((name for name in found if name not in wanted), None):
        raise ModelError(f"{weights} has {extra}, which its configuration does not know; {advice}")
