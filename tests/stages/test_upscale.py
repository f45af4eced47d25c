"""Pictures made larger."""

import math
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from pixdraw.errors import ModelError, SettingsError
from pixdraw.imaging.cells import enlarge
from pixdraw.models.upscalers import load_upscaler
from pixdraw.stages import upscale


def sprite(height: int = 9, width: int = 12, channels: int = 3, seed: int = 0) -> Tensor:
    """Random pixels of four colours."""
    generator = torch.Generator().manual_seed(seed)
    colours = torch.rand(4, channels, generator=generator)
    return colours[torch.randint(4, (2, height, width), generator=generator)].permute(0, 3, 1, 2)


def colours_of(image: Tensor) -> set[tuple[float, ...]]:
    return set(map(tuple, image.transpose(0, 1).flatten(1).T.tolist()))


@pytest.mark.parametrize(("method", "factor"), [("nearest", 5), ("scale2x", 3), ("scale2x", 4), ("xbr", 2), ("xbr", 5)])
def test_rules_keep_the_colours_and_what_is_even(method: str, factor: int) -> None:
    image = sprite(channels=4)
    made = upscale.upscale(image, factor, method)
    assert made.shape == (2, 4, 9 * factor, 12 * factor)
    assert colours_of(made) <= colours_of(image)
    even = image[:, :, :1, :1].expand(-1, -1, 6, 7).contiguous()
    assert torch.equal(upscale.upscale(even, factor, method), enlarge(even, factor))
    assert torch.equal(upscale.upscale(image, 1, "nearest"), image)


def stairs(slope: float, method: str) -> float:
    """How far the edge of a slanted half plane of 12 pixels leaves a straight line once enlarged, in pixels."""
    y, x = torch.meshgrid(torch.arange(12.0), torch.arange(12.0), indexing="ij")
    small = (x > slope * y + 2.01).float().expand(1, 3, 12, 12).contiguous()
    edge = (1 - upscale.upscale(small, 4, method)[0, 0]).sum(1)[8:-8]
    line = torch.arange(len(edge)) * slope
    return float((edge - line - (edge - line).mean()).abs().mean())


def test_a_slanted_edge_becomes_straighter() -> None:
    for slope in (0.5, 1.0):
        rough, round_, fine = (stairs(slope, method) for method in upscale.METHODS[:3])
        assert fine <= round_ <= rough and fine < 0.7 * rough
    assert stairs(0.5, "xbr") == 0.25, "two rows a pixel: the straightest line there is"


@pytest.mark.parametrize("method", ["nearest", "scale2x", "xbr"])
def test_strips_are_the_whole(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    image = sprite(height=23)
    whole = upscale.upscale(image, 4, method)
    monkeypatch.setattr(upscale, "STRIP_PIXELS", 60)
    assert torch.equal(upscale.upscale(image, 4, method), whole)


def test_enlarged_pixel_art_is_seen_as_small() -> None:
    image = sprite(channels=4)
    assert torch.equal(upscale.native(enlarge(image, 6)), image)
    assert torch.equal(upscale.native(image), image)


def compact(channels: int, scale: int) -> dict[str, Tensor]:
    """Random weights of Real-ESRGAN's smallest kind, SRVGGNetCompact, by their names in its files."""
    torch.manual_seed(0)
    body = nn.Sequential(
        nn.Conv2d(channels, 4, 3), nn.PReLU(4), nn.Conv2d(4, 4, 3), nn.PReLU(4), nn.Conv2d(4, channels * scale**2, 3)
    )
    return {f"body.{name}": value for name, value in body.state_dict().items()}


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    torch.save({"params_ema": compact(3, 4)}, tmp_path / "RealESRGAN_tiny_x4.pth")
    return tmp_path / "RealESRGAN_tiny_x4.pth"


def test_a_network_draws_tile_by_tile_what_it_draws_at_once(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image = torch.rand(2, 4, 40, 56, generator=torch.Generator().manual_seed(1))
    whole = upscale.upscale(image, model=weights)
    assert whole.shape == (2, 4, 160, 224) and whole.min() >= 0 and whole.max() <= 1
    network = load_upscaler(weights, "cpu")
    torch.testing.assert_close(upscale._tiled(network, image[:, :3], 56), network(image[:, :3]), atol=1e-5, rtol=0)
    seen: list[int] = []
    monkeypatch.setattr(type(network), "__call__", _counted(type(network).__call__, seen))
    tiled = upscale.upscale(image, model=weights, tile=16)
    torch.testing.assert_close(tiled, whole, atol=1e-4, rtol=0)
    assert max(seen) <= (16 + 2 * upscale.HALO) ** 2
    half = upscale.upscale(image, 2, model=weights)
    assert half.shape == (2, 4, 80, 112)


def _counted(call, seen: list[int]):
    def counted(self: object, image: Tensor) -> Tensor:
        seen.append(math.prod(image.shape[2:]))
        return call(self, image)

    return counted


def test_a_network_for_greys_sees_each_colour(tmp_path: Path) -> None:
    torch.save(compact(1, 2), tmp_path / "grey.pth")
    network = load_upscaler(tmp_path / "grey.pth", "cpu")
    image = torch.rand(1, 3, 8, 10)
    made = network(image)
    assert made.shape == (1, 3, 16, 20)
    torch.testing.assert_close(network(image[:, 1:2].expand(-1, 3, -1, -1))[:, 0], made[:, 1])


def test_what_is_wrong_is_told_in_one_line(tmp_path: Path) -> None:
    image = sprite()
    for wrong, told in (
        ({"factor": 0}, "1 to 64"),
        ({"factor": 5, "method": "scale2x"}, "xbr makes any"),
        ({"method": "xrb"}, "did you mean"),
        ({"method": "model"}, "name the file"),
    ):
        with pytest.raises(SettingsError, match=told):
            upscale.upscale(image, **wrong)
    with pytest.raises(SettingsError, match="too many pixels"):
        upscale.upscale(torch.zeros(1, 3, 4000, 4000), 8)
    torch.save(nn.Linear(2, 2).state_dict(), tmp_path / "no.pth")
    (tmp_path / "cut.pth").write_bytes(b"PK\x03\x04")
    for name, told in (("no.pth", "spandrel knows"), ("cut.pth", "damaged"), ("gone.pth", "no such file")):
        with pytest.raises(ModelError, match=told):
            load_upscaler(tmp_path / name, "cpu")
