"""The quick gradients of depthwise convolutions are PyTorch's own."""

import copy

import pytest
import torch
from torch import nn

from training.depthwise import quicken


def layers(size: int, channels: int) -> nn.Sequential:
    """Return two depthwise convolutions, the first of which is quickened on small maps, between plain ones."""
    depthwise = nn.Conv2d(channels, channels, size, padding=size // 2, groups=channels)
    halving = nn.Conv2d(channels, channels, size, stride=2, padding=size // 2, groups=channels, bias=False)
    return nn.Sequential(nn.Conv2d(3, channels, 1), depthwise, nn.Tanh(), halving)


@pytest.mark.parametrize(("size", "height", "width"), [(3, 4, 4), (5, 4, 4), (5, 8, 6), (5, 2, 3), (3, 12, 12)])
def test_gradients_are_those_of_the_plain_convolution(size: int, height: int, width: int) -> None:
    torch.manual_seed(0)
    plain = layers(size, 6)
    quick = quicken(copy.deepcopy(plain))
    given = torch.randn(7, 3, height, width)
    found = []
    for net in (plain, quick):
        pixels = given.clone().requires_grad_()
        result = net(pixels)
        (result * torch.linspace(-1, 2, result.numel()).view_as(result)).sum().backward()
        found.append([result, pixels.grad, *(parameter.grad for parameter in net.parameters())])
    for wanted, got in zip(*found, strict=True):
        assert torch.allclose(wanted, got, atol=1e-4, rtol=1e-4)


def test_under_autocast_what_halves_maps_computes_in_full_and_gradients_are_near() -> None:
    torch.manual_seed(0)
    plain = layers(5, 6)
    quick = quicken(copy.deepcopy(plain))
    given, found = torch.randn(7, 3, 8, 6), []
    for net, half in ((plain, False), (quick, True)):
        pixels = given.clone().requires_grad_()
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            result = net(pixels)
        assert result.dtype == torch.float32
        result.square().sum().backward()
        found.append([pixels.grad, *(parameter.grad for parameter in net.parameters())])
    for wanted, got in zip(*found, strict=True):
        assert wanted is not None and got is not None
        assert (wanted - got).norm() < 0.05 * wanted.norm()


def test_plain_convolutions_are_left_as_they_are() -> None:
    net = quicken(layers(3, 4))
    assert ["forward" in vars(layer) for layer in net.children()] == [False, True, False, True]
