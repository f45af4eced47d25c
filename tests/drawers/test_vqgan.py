"""The VQGAN drawer: contract, codes, gradients, sizes, tiles, starts."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from drawers import vqgan
from drawers.vqgan import Config, VqganDrawer, build, round_canvas
from pixdraw.assembly import proposal
from pixdraw.assembly.session import build as build_run
from pixdraw.errors import ModelError, SettingsError
from pixdraw.imaging.compositing import on_white
from pixdraw.interfaces import Canvas, LatentDrawer
from pixdraw.models.vqgan.codes import clamp, nearest, quantise
from pixdraw.models.vqgan.network import VqNetwork
from pixdraw.models.vqgan.tiles import decode_tiled, encode_tiled, places
from pixdraw.rng import Rng
from pixdraw.settings.model import resolve
from pixdraw.testing import check_drawer
from tests import checkpoints
from tests.fakes import small_session

GENERATOR = torch.Generator().manual_seed(7)
BOUND = 22.0
"""Of the built-in model, in decibels."""


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(checkpoints.plain(tmp_path_factory.mktemp("vqgan")))


def make(
    checkpoint: str, height: int = 16, width: int = 24, seeds: tuple[int, ...] = (1,), **given: Any
) -> VqganDrawer:
    config = Config(vqgan_checkpoint=checkpoint, **given)
    return build(config, Canvas(height, width, len(seeds)), Rng(seeds), "cpu")


@pytest.mark.filterwarnings("ignore:drawer vqgan draws opaque")
@pytest.mark.parametrize("start", ["noise", "codes"])
def test_the_contract_holds(checkpoint: str, start: Any) -> None:
    config = Config(vqgan_checkpoint=checkpoint, vqgan_init=start)
    # Weights are random, so that a picture's codes do not look like it.
    check_drawer(vqgan, config=config, canvas=Canvas(16, 24, 1), tolerance=0, fits=None)


def test_gumbel_and_other_sizes_keep_the_contract(tmp_path: Path) -> None:
    config = Config(vqgan_checkpoint=str(checkpoints.plain(tmp_path, "gumbel")))
    drawer = build(config, Canvas(13, 18, 2), Rng((1, 2)), "cpu")
    assert drawer.render().shape == (2, 3, 13, 18)
    assert drawer.latent().shape == (2, 16, 4, 5)


def test_the_latent_alone_is_parameter_and_state(checkpoint: str) -> None:
    drawer = make(checkpoint)
    assert isinstance(drawer, LatentDrawer)
    assert [name for name, _ in drawer.named_parameters()] == ["z"]
    assert list(drawer.state_dict()) == ["z"]
    assert drawer.latent() is drawer.z


@pytest.mark.parametrize("chunk", [1, 100, 2**22])
def test_nearest_codes_are_the_nearest(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pixdraw.models.vqgan.codes.CHUNK", chunk)
    z = torch.randn(2, 5, 6, 7, generator=GENERATOR)
    codebook = torch.randn(33, 5, generator=GENERATOR)
    wanted = (z.movedim(1, -1)[..., None, :] - codebook).square().sum(-1).argmin(-1)
    assert torch.equal(nearest(z, codebook), wanted)


def test_the_gradient_passes_the_codes_unchanged() -> None:
    z = torch.randn(2, 5, 3, 3, generator=GENERATOR, requires_grad=True)
    codebook = torch.randn(9, 5, generator=GENERATOR)
    codes = quantise(z, codebook)
    assert (codes.movedim(1, -1)[..., None, :] == codebook).all(-1).any(-1).all()
    slope = torch.randn(codes.shape, generator=GENERATOR)
    codes.backward(slope)
    assert z.grad is not None and torch.equal(z.grad, slope)


def test_clamped_values_can_only_come_back() -> None:
    x = torch.tensor([-0.5, -0.5, 0.5, 1.5, 1.5], requires_grad=True)
    slope = torch.tensor([1.0, -1.0, 1.0, 1.0, -1.0])
    shown = clamp(x)
    shown.backward(slope)
    assert shown.tolist() == [0, 0, 0.5, 1, 1]
    assert x.grad is not None and x.grad.tolist() == [0, -1, 1, 1, 0]


def test_the_latent_stays_in_the_codebooks_range(checkpoint: str) -> None:
    drawer = make(checkpoint)
    with torch.no_grad():
        drawer.z.mul_(100)
    drawer.project()
    codebook = checkpoints.network().codebook
    for channel in range(16):
        assert drawer.z[:, channel].max() <= codebook[:, channel].max()
        assert drawer.z[:, channel].min() >= codebook[:, channel].min()


def test_a_picture_is_fitted_by_its_codes(checkpoint: str) -> None:
    network = checkpoints.network()
    image = torch.rand(1, 3, 16, 24, generator=GENERATOR)
    drawer = make(checkpoint, seeds=(1, 2))
    drawer.fit(image)
    wanted = network.decode(network.embed(network.encode(image))).clamp(0, 1)
    assert torch.equal(drawer.render(), wanted.expand(2, -1, -1, -1))
    see_through = torch.cat([image, torch.rand(1, 1, 16, 24, generator=GENERATOR)], 1)
    drawer.fit(see_through)
    white = on_white(see_through)
    assert torch.equal(drawer.render()[:1], network.decode(network.embed(network.encode(white))).clamp(0, 1))


def test_fitting_by_gradient_comes_nearer_and_batch_equals_single(checkpoint: str) -> None:
    network = checkpoints.network()
    image = network.decode(network.embed(torch.randint(24, (2, 4, 6), generator=GENERATOR))).clamp(0, 1)
    plain, better = make(checkpoint, seeds=(1, 2)), make(checkpoint, seeds=(1, 2), vqgan_fit_steps=20)
    plain.fit(image)
    better.fit(image)
    errors = [(drawer.render() - image).abs().mean((1, 2, 3)) for drawer in (plain, better)]
    assert (errors[1] < 0.95 * errors[0]).all()
    alone = make(checkpoint, seeds=(2,), vqgan_fit_steps=20)
    alone.fit(image[1:])
    assert torch.equal(alone.render()[0], better.render()[1])


def test_sizes_are_rounded_to_whole_cells_and_told(checkpoint: str) -> None:
    config = Config(vqgan_checkpoint=checkpoint)
    with pytest.warns(UserWarning, match="size 30x17 becomes 28x16"):
        assert round_canvas(config, Canvas(17, 30, 1)) == Canvas(16, 28, 1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert round_canvas(config, Canvas(16, 28, 3)) == Canvas(16, 28, 3)


def test_a_run_draws_the_rounded_size_and_lowers_its_loss(checkpoint: str) -> None:
    given: dict[str, Any] = {
        "drawer": "vqgan",
        "vqgan_checkpoint": checkpoint,
        "size": "30x17",
        "transparent": False,
        "vqgan_lr": 0.3,
    }
    with pytest.warns(UserWarning, match="becomes 28x16"):
        session = small_session(**given, pixel_size=None, iterations=40, num_cuts=16)
    losses = [float(event.loss) for event in session.run() if hasattr(event, "loss")]  # type: ignore[attr-defined]
    assert session.images().shape == (1, 3, 16, 28)
    assert sum(losses[-8:]) / 8 < sum(losses[:3]) / 3 - 0.03


def test_one_tile_is_the_whole() -> None:
    network = checkpoints.network()
    z = network.embed(torch.randint(24, (1, 6, 8), generator=GENERATOR))
    assert torch.equal(decode_tiled(network.decode, z, 8, 4), network.decode(z))


@pytest.mark.parametrize(("length", "side"), [(8, 8), (9, 8), (40, 8), (41, 16), (3, 1), (128, 64)])
def test_tiles_cover_and_overlap(length: int, side: int) -> None:
    found = places(length, side)
    assert found[0][0] == 0 and found[-1][1] == length
    assert all(end - start <= max(side, 2) for start, end in found)
    assert all(second[0] < first[1] for first, second in zip(found, found[1:], strict=False))


def test_tiles_of_a_local_decoder_show_no_seam() -> None:
    def decode(z: Tensor) -> Tensor:
        return z[:, :3].repeat_interleave(4, 2).repeat_interleave(4, 3)

    z = torch.randn(2, 5, 21, 13, generator=GENERATOR)
    assert torch.allclose(decode_tiled(decode, z, 8, 4), decode(z), atol=1e-6)


def test_tiles_of_a_local_encoder_show_no_seam() -> None:
    def encode(image: Tensor) -> Tensor:
        return torch.nn.functional.avg_pool2d(image, 4).repeat(1, 2, 1, 1)

    image = torch.rand(2, 3, 84, 52, generator=GENERATOR)
    assert torch.allclose(encode_tiled(encode, image, 8, 4), encode(image), atol=1e-6)


def test_no_more_than_a_tile_is_encoded_at_once(checkpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, ...]] = []
    features = VqNetwork.features
    monkeypatch.setattr(VqNetwork, "features", lambda self, image: (seen.append(image.shape), features(self, image))[1])
    drawer = make(checkpoint, 64, 160, vqgan_tile=64)
    image = torch.rand(1, 3, 64, 160, generator=GENERATOR)
    drawer.fit(image)
    assert {shape[2:] for shape in seen} == {(64, 64)}
    whole = make(checkpoint, 64, 160)
    whole.fit(image)
    same = (drawer.latent() == whole.latent()).all(1).float().mean()
    assert 0.3 < same < 1, "tiles see less, and much the same"


def test_tiles_have_the_gradient_of_what_they_show(checkpoint: str) -> None:
    whole, tiled = (make(checkpoint, 64, 128, vqgan_tile=tile, vqgan_init="codes") for tile in (512, 64))
    assert not torch.equal(whole.render(), tiled.render())
    assert (whole.render() - tiled.render()).abs().mean() < 0.1
    network = checkpoints.network()
    z = network.embed(torch.randint(24, (1, 4, 12), generator=GENERATOR)).requires_grad_()
    picture = decode_tiled(network.decode, z, 6, 4)
    slope = torch.randn(picture.shape, generator=GENERATOR)
    direction = torch.randn(z.shape, generator=GENERATOR)
    (grad,) = torch.autograd.grad((picture * slope).sum(), z)
    with torch.no_grad():
        ahead, behind = (decode_tiled(network.decode, z + s * 1e-3 * direction, 6, 4) for s in (1, -1))
    change = ((ahead - behind) * slope).sum() / 2e-3
    assert torch.allclose((grad * direction).sum(), change, rtol=0.02)


def test_noise_of_no_contrast_is_one_start_for_all_seeds(checkpoint: str) -> None:
    first, second = (make(checkpoint, seeds=(seed,), vqgan_init_contrast=0).z for seed in (1, 2))
    assert torch.equal(first, second)


def test_what_does_not_fit_together_is_told(checkpoint: str) -> None:
    canvas, rng = Canvas(16, 16, 1), Rng((1,))
    with pytest.raises(SettingsError, match="needs vqgan_checkpoint"):
        build(Config(vqgan_config="a.yaml"), canvas, rng, "cpu")
    with pytest.raises(ModelError, match="did you mean"):
        build(Config(vqgan_model="imagnet_f16_1024"), canvas, rng, "cpu")
    with pytest.warns(UserWarning, match="opaque"):
        build(Config(vqgan_checkpoint=checkpoint), Canvas(16, 16, 1, True), rng, "cpu")


def psnr(first: Tensor, second: Tensor) -> float:
    """Decibels."""
    return -10 * (first - second).square().mean().log10().item()


def blot(height: int = 128, width: int = 128) -> Tensor:
    """A blue disc with a red one before it, on an even ground, [1, 3, H, W]."""
    y, x = torch.meshgrid(torch.arange(height) - height / 2 + 0.5, torch.arange(width) - width / 2 + 0.5, indexing="ij")
    picture = torch.tensor([0.9, 0.85, 0.6]).view(3, 1, 1).expand(3, height, width)
    for colour, off, radius in (((0.1, 0.2, 0.7), 14, 40), ((0.8, 0.1, 0.1), -10, 30)):
        inside = (radius + 0.5 - ((x - off).square() + (y - off).square()).sqrt()).clamp(0, 1)
        picture = torch.lerp(picture, torch.tensor(colour).view(3, 1, 1).expand_as(picture), inside)
    return picture[None]


def test_the_built_in_model_redraws_a_picture_at_other_sizes_too() -> None:
    for size in ((128, 128), (64, 192)):
        drawer = build(Config(), Canvas(*size, 1), Rng((1,)), "cpu")
        drawer.fit(blot(*size))
        assert psnr(drawer.render(), blot(*size)) > BOUND
    assert drawer.latent().shape == (1, 8, 8, 24)


def test_quality_tiny_draws_its_proposal_and_changes_its_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    fitted: list[Tensor] = []
    fit = VqganDrawer.fit
    monkeypatch.setattr(proposal, "CANDIDATES", 1)
    monkeypatch.setattr(VqganDrawer, "fit", lambda self, image: (fitted.append(image), fit(self, image))[1])
    given: dict[str, Any] = {
        "prompts": "a red heart",
        "drawer": "vqgan",
        "seed": 1,
        "device": "cpu",
        "num_cuts": 2,
        "proposal_steps": 4,
        "size": "128x128",
    }
    session = build_run(resolve(given))
    drawer = session.drawer
    assert isinstance(drawer, VqganDrawer) and len(fitted) == 1
    colour, alpha = fitted[0][:, :3], fitted[0][:, 3:]
    assert psnr(drawer.render(), colour * alpha + 1 - alpha) > BOUND - 1  # a sprite has outlines of one cell
    codebook = drawer._network.codebook
    before = nearest(drawer.z, codebook)
    for _ in session.run():
        pass
    assert session.images().shape == (1, 3, 128, 128)
    assert (nearest(drawer.z, codebook) != before).float().mean() > 0.003


@pytest.mark.filterwarnings("ignore:drawer vqgan draws opaque")
def test_the_built_in_model_keeps_the_contract() -> None:
    check_drawer(vqgan, config=Config(), canvas=Canvas(16, 24, 1), tolerance=0, fits=None)
