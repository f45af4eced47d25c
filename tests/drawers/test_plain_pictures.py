"""Drawers of plain pixels: a spectrum, a sum of resolutions."""

import math

import pytest
import torch
from torch import Tensor

from drawers import fft, pyramid
from pixdraw.interfaces import Canvas
from pixdraw.rng import Rng
from pixdraw.testing import check_drawer
from pixdraw.testing._tools import patterns

MODULES = [fft, pyramid]
ODD = Canvas(height=31, width=45, items=2)


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("canvas", [None, Canvas(height=31, width=45, items=1)], ids=["even", "odd"])
def test_contract(module, canvas: Canvas | None) -> None:
    check_drawer(module, canvas=canvas, tolerance=0.0, fits=0.05)


def test_a_picture_is_its_spectrum() -> None:
    for transparent in (False, True):
        canvas = Canvas(ODD.height, ODD.width, 2, transparent)
        drawer = fft.build(fft.Config(), canvas, Rng((1, 2)), "cpu")
        image = patterns(canvas, 2, "cpu", 4 if transparent else 3).clamp(0.05, 0.95)
        drawer.fit(image)
        torch.testing.assert_close(drawer.render().detach(), image, atol=1e-3, rtol=0)


def test_one_entry_of_the_spectrum_is_one_wave() -> None:
    canvas = Canvas(height=16, width=32, items=1)
    drawer = fft.build(fft.Config(fft_contrast=0), canvas, Rng((1,)), "cpu")
    with torch.no_grad():
        drawer.spectrum[0, 0, 0, 3, 0] = 1.0  # brightness, three waves across
    drawn = drawer.render().detach().logit()[0]
    wave = torch.cos(2 * math.pi * 3 * torch.arange(32) / 32)
    for channel in drawn:
        along = channel[0]
        torch.testing.assert_close(channel, along.expand(16, 32), atol=1e-5, rtol=0)
        torch.testing.assert_close(along / along[0], wave, atol=1e-4, rtol=0)


def test_fine_waves_move_less_with_more_decay() -> None:
    def share(decay: float) -> float:
        drawer = fft.build(fft.Config(fft_decay=decay), Canvas(64, 64, 1), Rng((1,)), "cpu")
        power = torch.fft.rfft2(drawer.render().detach().logit()).abs().square()
        return float(power[..., 16:48, 16:].sum() / power[..., 1:, 1:].sum())

    assert share(0.0) > 0.2 > share(1.0) > share(2.0)


def test_more_colours_are_more_saturated() -> None:
    def spread(colors: float) -> float:
        config = fft.Config(fft_colors=colors, fft_contrast=0.1)
        image = fft.build(config, Canvas(32, 32, 1), Rng((1,)), "cpu").render().detach()
        return float((image.amax(1) - image.amin(1)).mean() / image.std())

    assert spread(0.5) < spread(1.5) < spread(5.0)


@pytest.mark.parametrize("ratio", [1.1, 2.0, 8.0])
def test_resolutions_run_from_one_pixel_to_the_canvas(ratio: float) -> None:
    found = pyramid.sizes(pyramid.Config(pyramid_ratio=ratio), Canvas(48, 64, 1))
    assert found[0] == (1, 1) and found[-1] == (48, 64)
    assert found == sorted(set(found))
    assert max(fine[1] / coarse[1] for coarse, fine in zip(found, found[1:], strict=False)) <= ratio + 1
    finest = pyramid.Config(pyramid_ratio=ratio, pyramid_finest=16)
    assert pyramid.sizes(finest, Canvas(48, 64, 1))[-1] == (12, 16)


def test_the_sum_of_resolutions_moves_broad_forms_first() -> None:
    """After one step of equal rates towards a half black and half white picture with noise, the halves are seen."""
    canvas = Canvas(32, 32, 1)
    halves = (torch.arange(32) < 16).float().expand(1, 3, 32, 32)
    noisy = (halves + 0.5 * torch.randn(1, 3, 32, 32, generator=torch.Generator().manual_seed(1))).clamp(0, 1)

    def step(module, config) -> Tensor:
        drawer = module.build(config, canvas, Rng((1,)), "cpu")
        groups = [{"params": list(g.params), "lr": g.lr} for g in drawer.param_groups()]
        (drawer.render() - noisy).square().sum().backward()
        torch.optim.Adam(groups).step()
        change = drawer.render().detach() - 0.5
        wanted = (halves - 0.5) / (halves - 0.5).norm()
        return (change * wanted).sum() / change.norm()

    plain = pyramid.Config(pyramid_contrast=0, pyramid_decay=0, pyramid_ratio=1.1)
    many = step(pyramid, plain)
    alone = step(fft, fft.Config(fft_contrast=0, fft_decay=0.0))
    assert many > 0.9 > alone


def test_finer_resolutions_move_slower_with_decay() -> None:
    config = pyramid.Config(pyramid_decay=1.0, pyramid_lr=0.1)
    groups = pyramid.build(config, Canvas(32, 64, 1), Rng((1,)), "cpu").param_groups()
    assert groups[0].name == "1x1" and groups[0].lr == pytest.approx(0.1)
    assert groups[-1].name == "64x32" and groups[-1].lr == pytest.approx(0.1 / 64)
