"""The style loss: Gram matrices, or sliced optimal transport, of layers of the perceptor or fixed random filters."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from pixdraw.assembly.session import build
from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging import files
from pixdraw.losses import style
from pixdraw.models.cache import shared_cache
from pixdraw.settings.model import resolve
from pixdraw.testing import check_loss, example_context, example_frame
from tests.fakes import small_session


def stripes(phase: int = 0) -> Tensor:
    wave = ((torch.arange(64) + phase) // 4 % 2).float()
    return torch.stack([wave, 0 * wave, 1 - wave]).view(1, 3, 1, 64).expand(1, 3, 64, 64).contiguous()


@pytest.fixture
def striped(tmp_path: Path) -> str:
    files.save_png(stripes(), tmp_path / "style.png")
    return str(tmp_path / "style.png")


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Features of a quarter of the places, which have the same statistics."""
    monkeypatch.setattr(style, "SIDE", 64)


def value(image: Tensor, path: Any, **given: Any) -> float:
    context = example_context()
    config = style.Config(style_file=path, **{"style_features": "filters", **given})
    return style.build(config, context)(example_frame(image, context)).item()


FORMS = pytest.mark.parametrize("form", ["gram", "transport"])


@FORMS
def test_contract(coarse: None, striped: Any, form: Any) -> None:
    for features in ("filters", "auto"):
        check_loss(style, config=style.Config(style_file=striped, style_form=form, style_features=features))


def test_transport_is_the_squared_distance_of_sorted_values_over_their_spread() -> None:
    found = style.along_lines(torch.arange(512.0, -1, -1)[None])  # of one channel every line is it, or its opposite
    assert found.shape == (style.LINES, style.QUANTILES)
    first = 0.0 if style._lines(1)[3, 0] > 0 else -512.0
    assert torch.allclose(found[3], torch.linspace(first, first + 512, style.QUANTILES), atol=1e-3)


def test_both_forms_see_contrast_and_not_place(striped: Any) -> None:
    half = stripes() * 0.5 + 0.25
    for form in ("gram", "transport"):
        assert value(stripes(), striped, style_form=form) < 1e-6 < value(half, striped, style_form=form)
    shifted, flat = (value(image, striped, style_form="transport") for image in (stripes(4), stripes() * 0 + 0.5))
    assert shifted < 0.1 * flat


def test_it_sees_texture_not_place(striped: Any) -> None:
    same, shifted, flat, turned = (
        value(image, striped) for image in (stripes(), stripes(4), stripes() * 0 + 0.5, stripes().transpose(2, 3))
    )
    assert same == pytest.approx(0, abs=1e-6)
    assert shifted < 0.1 * min(flat, turned)
    assert flat == pytest.approx(2, abs=0.1)  # a picture without texture has no Gram matrix to speak of


def test_the_gap_of_gram_matrices_by_hand() -> None:
    found, wanted = style.gram(torch.tensor([[1.0, 3], [0, 2]])), torch.tensor([[5.0, 0], [0, 0]])
    assert found.tolist() == [[5, 3], [3, 2]]  # (1 + 9) / 2, 3 * 2 / 2, 4 / 2
    assert style.gram_gap(found, wanted).item() == pytest.approx(2 * (9 + 9 + 4) / (25 + 9 + 9 + 4 + 25))


def test_the_gap_of_sorted_values_is_over_the_spread_of_what_is_wanted() -> None:
    assert style.lines_gap(torch.tensor([[1.0, 3.0]]), torch.tensor([[0.0, 4.0]])).item() == (1 + 1) / (4 + 4)


def test_brightness_is_seen_where_all_is_flat_and_each_scale_is_half_of_the_one_before(tmp_path: Path) -> None:
    light, dark = (torch.full((1, 3, 32, 32), grey) for grey in (0.8, 0.2))
    files.save_png(light, tmp_path / "light.png")
    assert value(light, str(tmp_path / "light.png")) < 1e-6 < 0.1 < value(dark, str(tmp_path / "light.png"))
    found = style.filters("cpu")(light)
    assert [one.shape[1] for one in found] == [(side - style.WIDTH + 1) ** 2 for side in (128, 64, 32)]


def test_a_bright_picture_does_not_flee_to_grey(coarse: None, striped: Any) -> None:
    context = example_context()
    loss = style.build(style.Config(style_file=striped, style_features="filters"), context)
    image = (0.95 + 0.02 * torch.randn(1, 3, 16, 16, generator=torch.Generator().manual_seed(0))).clamp(0, 1)
    image.requires_grad_()
    optimizer = torch.optim.Adam([image], 0.04)
    for _ in range(60):
        optimizer.zero_grad()
        loss(example_frame(image.repeat_interleave(4, 2).repeat_interleave(4, 3), context)).sum().backward()
        optimizer.step()
        with torch.no_grad():
            image.clamp_(0, 1)
    assert image.std() > 0.1


def test_it_starts_when_told(striped: Any) -> None:
    assert value(stripes() * 0, striped, styleloss_skip=1) == 0
    assert value(stripes() * 0, striped, style_weight=2.0) == pytest.approx(2 * value(stripes() * 0, striped))


def test_several_styles_count_by_their_weights(striped: Any, tmp_path: Path) -> None:
    files.save_png(stripes().transpose(2, 3), tmp_path / "turned.png")
    one, other = (value(stripes(2) * 0.7, name) for name in (striped, str(tmp_path / "turned.png")))
    assert value(stripes(2) * 0.7, f"{striped}:3 | {tmp_path}/turned.png") == pytest.approx(0.75 * one + 0.25 * other)
    for both in (str(tmp_path), f"{tmp_path}/*.png", [striped, f"{tmp_path}/turned.png"]):
        assert value(stripes(2) * 0.7, both) == pytest.approx((one + other) / 2)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match="weight above 0"):
        resolve({"prompts": "a", "losses": "style", "style_file": "a.png:-1"})


def test_style_alone_needs_no_prompt(striped: Any, tmp_path: Path) -> None:
    files.save_png(stripes().transpose(2, 3), tmp_path / "start.png")
    given: dict[str, Any] = {
        "prompts": None,
        "init_image": str(tmp_path / "start.png"),
        "losses": "style:1",
        "style_file": striped,
    }
    session = small_session(**given, style_features="filters", transparent=False, iterations=3)
    events = [event for event in session.run() if hasattr(event, "terms")]
    assert all(set(event.terms) == {"style"} for event in events) and session.labels == ("",)
    assert float(events[-1].loss) < float(events[0].loss)


def test_a_missing_style_says_so() -> None:
    with pytest.raises(SettingsError, match="set style_file"):
        small_session(losses="style")
    with pytest.raises(FileError, match="missing.png"):
        small_session(losses="style", style_file="missing.png")


@FORMS
def test_a_drawing_takes_on_the_style_and_a_batch_equals_single_runs(coarse: None, striped: Any, form: Any) -> None:
    def finish(**given: Any) -> Tensor:
        session = small_session(iterations=5, pixel_lr=0.15, transparent=False, num_cuts=2, **given)
        for _ in session.run():
            pass
        return session.images()

    given: dict[str, Any] = {
        "losses": "style:200",
        "style_file": striped,
        "style_form": form,
        "style_features": "filters",
    }
    batch = finish(seed=[1, 2], **given)
    assert torch.equal(batch, torch.cat([finish(seed=seed, **given) for seed in (1, 2)]))
    assert value(batch[:1], striped, style_form=form) < 0.9 * value(finish(seed=1), striped, style_form=form)


@FORMS
def test_by_the_perceptors_layers_too(striped: Any, form: Any) -> None:
    def finish(**given: Any) -> Tensor:
        small = {"prompts": "a red heart", "iterations": 6, "size": "32x32", "num_cuts": 1, "init": "none"}
        small["pixel_parameters"] = "cells"
        small |= {"pixel_lr": 0.25}
        session = build(resolve({**small, "transparent": False, **given}))
        list(session.run())
        return session.images()

    given: dict[str, Any] = {"losses": "style:100", "style_file": striped, "style_form": form}
    batch = finish(seed=[1, 2], **given)
    assert torch.equal(batch, torch.cat([finish(seed=seed, **given) for seed in (1, 2)]))
    context = replace(example_context(), perceptors={"tiny": shared_cache().get("tiny", torch.device("cpu"))})
    loss = style.build(style.Config(style_file=striped, style_form=form), context)
    same, styled, plain = (
        loss(example_frame(image, example_context())).item() for image in (stripes(), batch[:1], finish(seed=1))
    )
    assert same < 1e-6 < styled < 0.9 * plain


def test_a_perceptor_without_layers_is_told(striped: Any) -> None:
    with pytest.raises(SettingsError, match="shows no layers"):
        value(stripes(), striped, style_features="perceptor")
