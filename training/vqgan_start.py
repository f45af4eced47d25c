"""How the built-in VQGAN begins and how its kernels move: a linear start, Muon's steps."""

from __future__ import annotations

from typing import Any

import torch
from taming.modules.diffusionmodules.model import AttnBlock, ResnetBlock
from torch import Tensor, nn

from pixdraw.models.vqgan.network import VqNetwork

GROUP = 3
"""Channels to a group of taming's normalisations here."""
ANCHOR = 2.0
"""Constant value of every third channel at the start; what flows through the others is about 0.6."""
RANDOM = 0.7
"""Gain of the convolutions at the start, beside the three colours."""


MOMENTUM = 0.95
"""Of Muon's mean of gradients."""


@torch.no_grad()
def start_linear(network: VqNetwork) -> None:
    """Give weights of which the network is linear and draws each cell's mean colour, to learn the rest from there.

    Residual branches end in zeros. What flows past them has three channels to a group of the normalisations: a value,
    its negative and a constant that is far larger, so that mean and deviation of the group are nearly those of the
    constant, whatever the picture; and swish(x) - swish(-x) = x. Three values are red, green and blue.
    """
    for module in network.modules():
        if isinstance(module, ResnetBlock):
            _ignore_constants(module.norm1, module.conv1)
            _start_at_zero(module.conv2)
        elif isinstance(module, AttnBlock):
            _ignore_constants(module.norm, module.q, module.k, module.v)
            _start_at_zero(module.proj_out)
    encoder: Any = network.encoder  # taming's, whose parts torch does not know by type
    decoder: Any = network.decoder
    _pair(encoder.conv_in, [(1, 1)], from_pairs=False)
    for level in encoder.down[:-1]:
        _pair(level.downsample.conv, [(0, 0), (0, 1), (1, 0), (1, 1)])  # taming pads below and right alone
    _pair(decoder.conv_in, [(1, 1)], from_pairs=False)
    for level in decoder.up[1:]:
        _pair(level.upsample.conv, [(1, 1)])
    for part in (encoder, decoder):
        weight = RANDOM * torch.randn(part.conv_out.out_channels, 32, 3, 3) / (32 * 9) ** 0.5
        weight[:3] = 0
        weight[range(3), range(3), 1, 1] = ANCHOR * 2**0.5 / 3
        part.conv_out.weight[:, ::GROUP], part.conv_out.weight[:, 1::GROUP] = weight, -weight
        _ignore_constants(part.norm_out, part.conv_out)
        part.conv_out.bias.zero_()
    for conv in (network.quant_conv, network.post_quant_conv):
        conv.weight[:3] = 0
        conv.weight[range(3), range(3)] = 1
        conv.bias.zero_()


def _pair(conv: nn.Conv2d, taps: list[tuple[int, int]], *, from_pairs: bool = True) -> None:
    """Let every group be a value, its negative and a constant; three values are means over taps, the others random."""
    inputs = 32 if from_pairs else conv.in_channels
    weight = RANDOM * torch.randn(32, inputs, 3, 3) / (inputs * 9) ** 0.5
    weight[:3] = 0
    for row, column in taps:
        weight[range(3), range(3), row, column] = 1 / len(taps)
    conv.weight.zero_()
    columns = slice(0, None, GROUP if from_pairs else 1)
    conv.weight[::GROUP, columns], conv.weight[1::GROUP, columns] = weight, -weight
    conv.bias.copy_(torch.tensor([0.0, 0.0, ANCHOR]).repeat(32))
    _keep_constants(conv)
    if from_pairs:
        _keep_zeros(conv)


def _start_at_zero(conv: nn.Conv2d) -> None:
    conv.weight.zero_()
    conv.bias.zero_()
    _keep_constants(conv)


def _ignore_constants(norm: nn.GroupNorm, *convs: nn.Conv2d) -> None:
    """Normalise to values and their negatives about 0; constants become 0."""
    # Of (x, -x, a) the mean is a / 3, the deviation a √2 / 3, where x is small beside a.
    norm.bias.copy_(torch.tensor([0.5**0.5, 0.5**0.5, 0.0]).repeat(32))
    norm.weight[GROUP - 1 :: GROUP] = 0
    for conv in convs:
        _keep_zeros(conv)


def _keep_zeros(conv: nn.Conv2d) -> None:
    """Read no constants: 288 equal inputs would be one bias that an update moves 288 times as far as another."""
    conv.weight[:, GROUP - 1 :: GROUP] = 0
    kept = torch.ones_like(conv.weight)
    kept[:, GROUP - 1 :: GROUP] = 0
    conv.weight.register_hook(lambda slope: slope * kept)


def _keep_constants(conv: nn.Conv2d) -> None:
    assert conv.bias is not None
    kept = torch.ones_like(conv.bias)
    kept[GROUP - 1 :: GROUP] = 0
    conv.weight.register_hook(lambda slope: slope * kept[:, None, None, None])
    conv.bias.register_hook(lambda slope: slope * kept)


class Steps:
    """Muon (Jordan et al. 2024) for the kernels inside, Adam for all that is small or at the ends.

    An update of Muon's has one length in every direction; Adam's moved hundreds of like inputs of a kernel together,
    and at any rate that learned made the pictures worse for minutes.
    """

    def __init__(self, network: VqNetwork, inner: float, outer: float) -> None:
        learned = [p for p in network.parameters() if p.requires_grad]
        self._kernels = [p for p in learned if p.dim() == 4 and min(p.shape[:2]) >= 32]
        chosen = {id(p) for p in self._kernels}
        self._momenta = [torch.zeros_like(p) for p in self._kernels]
        self._rest = torch.optim.Adam([p for p in learned if id(p) not in chosen], lr=outer, betas=(0.9, 0.98))
        self._inner, self._outer = inner, outer

    @torch.no_grad()
    def step(self, scale: float) -> None:
        """Update, at `scale` times the rates, and forget the gradients."""
        for kernel, momentum in zip(self._kernels, self._momenta, strict=True):
            assert kernel.grad is not None
            momentum.lerp_(kernel.grad, 1 - MOMENTUM)
            way = kernel.grad.lerp(momentum, MOMENTUM).flatten(1)
            kernel.sub_(_orthogonal(way).view_as(kernel), alpha=self._inner * scale)
            kernel.grad = None
        for group in self._rest.param_groups:
            group["lr"] = self._outer * scale
        self._rest.step()
        self._rest.zero_grad(set_to_none=True)

    def state_dict(self) -> dict[str, Any]:
        return {"momenta": self._momenta, "rest": self._rest.state_dict()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._momenta = state["momenta"]
        self._rest.load_state_dict(state["rest"])


def _orthogonal(matrix: Tensor) -> Tensor:
    """[R, C] → about the nearest with singular values near 1, by Newton-Schulz with Muon's coefficients."""
    x = (matrix / (matrix.norm() + 1e-9)).bfloat16()
    for _ in range(5):
        square = x @ x.T
        x = 3.4445 * x + (-4.775 * square + 2.0315 * square @ square) @ x
    return x.float()
