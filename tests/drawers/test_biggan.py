"""The drawer whose pictures are a BigGAN's: with a small random network in the package's format."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import torch

from drawers import biggan
from pixdraw.errors import ModelError
from pixdraw.interfaces import Canvas
from pixdraw.models.biggan import load_generator
from pixdraw.rng import Rng
from pixdraw.testing import check_drawer
from tests.fakes import assert_batch_equals_singles

pytestmark = [
    pytest.mark.filterwarnings("ignore:drawer biggan draws opaque"),
    pytest.mark.skipif(find_spec("pytorch_pretrained_biggan") is None, reason="pip install 'pixdraw[biggan]'"),
]

SHAPE = {
    "output_dim": 32, "z_dim": 6, "class_embed_dim": 6, "channel_width": 4, "num_classes": 10, "n_stats": 3,
    "layers": [[True, 16, 8], [True, 8, 4], [True, 4, 2], [False, 2, 1]], "attention_layer_position": 1, "eps": 1e-4,
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from pytorch_pretrained_biggan import BigGAN, BigGANConfig

    path = tmp_path_factory.mktemp("biggan")
    torch.manual_seed(0)
    model = BigGAN(BigGANConfig.from_dict(SHAPE))
    torch.nn.init.normal_(model.generator.bn.weight, 1.0, 0.2)
    torch.nn.init.normal_(model.generator.bn.bias)
    with torch.no_grad():
        for _ in range(10):  # finds the spectral norms that the weights are divided by
            model(torch.randn(1, 6), torch.rand(1, 10), 0.5)
    torch.save(model.state_dict(), path / "pytorch_model.bin")
    (path / "config.json").write_text(json.dumps(SHAPE))
    return path


def config(folder: Path, **more: Any) -> biggan.Config:
    return biggan.Config(biggan_model=str(folder), **{"biggan_fit_steps": 30, "biggan_lr": 0.1, **more})


def test_contract(folder: Path) -> None:
    canvas = Canvas(16, 24, 1)  # no picture is like what a random network draws: what it fits is tested below
    check_drawer(biggan, config=config(folder, biggan_fit_steps=1), canvas=canvas, tolerance=0.0, fits=None)


def test_one_latent_for_all_layers_draws_what_the_package_draws(folder: Path) -> None:
    from pytorch_pretrained_biggan import BigGAN

    model = BigGAN.from_pretrained(str(folder)).eval()
    network = load_generator(str(folder), "cpu")
    assert (network.side, network.blocks) == (32, 4)
    latents, classes = torch.randn(2, 6), torch.rand(2, 10)
    layers = [one[:, None].expand(-1, 5, -1) for one in (latents, classes)]
    with torch.no_grad():
        made, wanted = network(*layers, 0.5), model(latents, classes, 0.5)
    torch.testing.assert_close(made, (wanted + 1) / 2, atol=1e-5, rtol=0)
    assert made.std() > 0.01


def test_what_is_kept_is_a_running_mean(folder: Path) -> None:
    drawer = biggan.build(config(folder, biggan_average=0.5), Canvas(32, 32, 1), Rng((1,)), "cpu")
    first = drawer.latents.detach().clone()
    drawer.advance(0, 9)
    with torch.no_grad():
        drawer.latents.add_(1.0 * torch.arange(6))
    drawer.project()
    drawer.advance(1, 9)
    torch.testing.assert_close(drawer.mean_latents, (first + drawer.latents.detach()) / 2)
    assert not torch.equal(drawer.kept(), drawer.render().detach())
    alone = biggan.build(config(folder, biggan_average=0.0), Canvas(32, 32, 1), Rng((1,)), "cpu")
    alone.advance(5, 9)
    torch.testing.assert_close(alone.kept(), alone.render().detach(), atol=1e-5, rtol=0)


def test_few_classes_are_the_strongest(folder: Path) -> None:
    drawer = biggan.build(config(folder, biggan_classes=2), Canvas(32, 32, 1), Rng((1,)), "cpu")
    drawer.render().sum().backward()
    moved = (drawer.logits.grad != 0).sum(2)
    assert (moved == 2).all()


def test_latents_stay_as_the_network_knows_them(folder: Path) -> None:
    drawer = biggan.build(config(folder), Canvas(32, 32, 2), Rng((1, 2)), "cpu")
    with torch.no_grad():
        drawer.latents.mul_(9).add_(3)
    drawer.project()
    torch.testing.assert_close(drawer.latents.mean(2), torch.zeros(2, 5), atol=1e-5, rtol=0)
    torch.testing.assert_close(drawer.latents.square().mean(2), torch.ones(2, 5), atol=1e-5, rtol=0)


def test_the_square_covers_the_canvas(folder: Path) -> None:
    wide = biggan.build(config(folder), Canvas(16, 32, 1), Rng((1,)), "cpu")
    square = biggan.build(config(folder), Canvas(32, 32, 1), Rng((1,)), "cpu")
    torch.testing.assert_close(wide.render(), square.render()[:, :, 8:24])


def test_a_batch_is_its_single_runs(folder: Path) -> None:
    assert_batch_equals_singles(drawer="biggan", biggan_model=str(folder), iterations=2, transparent=False)


def test_it_finds_a_picture_that_it_can_draw(folder: Path) -> None:
    drawer, other = (biggan.build(config(folder), Canvas(16, 16, 1), Rng((seed,)), "cpu") for seed in (1, 2))
    image = other.render().detach()
    before = (drawer.render() - image).square().mean()
    drawer.fit(image)
    assert (drawer.render() - image).square().mean() < 0.5 * before
    torch.testing.assert_close(drawer.kept(), drawer.render().detach(), atol=1e-5, rtol=0)


def test_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIXDRAW_CACHE", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="did you mean biggan-deep-256"):
        load_generator("biggan-deep-265", "cpu")
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        load_generator("biggan-deep-256", "cpu")
    monkeypatch.delenv("HF_HUB_OFFLINE")
    with monkeypatch.context() as offline, pytest.raises(ModelError, match="is not in .* biggan_model=FOLDER"):
        offline.setattr("pixdraw.models.biggan.MIRROR", "http://127.0.0.1:1")
        load_generator("biggan-deep-256", "cpu")
    (tmp_path / "pytorch_model.bin").write_bytes(b"x")
    with pytest.raises(ModelError, match="hold no BigGAN"):
        load_generator(str(tmp_path), "cpu")
