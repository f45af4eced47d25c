"""The built-in perceptor's image tower as timm builds it."""

import torch

from pixdraw.models import lite
from pixdraw.models._torchvision import declare_missing_operators


def test_folding_leaves_what_is_computed() -> None:
    declare_missing_operators()
    net = lite.unfolded(num_classes=4).eval()
    generator = torch.Generator().manual_seed(1)
    for name, value in net.state_dict().items():
        if "running_" in name or "bn" in name and value.is_floating_point():
            value.copy_(torch.rand(value.shape, generator=generator) + 0.5)
    pixels = torch.rand(2, 3, 64, 64, generator=generator)
    with torch.no_grad():
        before = net(pixels)
        after = lite.fold(net)(pixels)
    assert not any(isinstance(module, torch.nn.BatchNorm2d) for module in net.modules())
    assert torch.allclose(before, after, rtol=1e-3, atol=1e-4 * float(before.abs().max()))


def test_a_picture_ends_as_a_map_of_4_by_4() -> None:
    declare_missing_operators()
    lite.declare()
    import timm

    net = timm.create_model("pixdraw_lite0", num_classes=4)
    assert net.forward_features(torch.rand(1, 3, 64, 64)).shape == (1, 1280, 4, 4)
