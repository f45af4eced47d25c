"""Losses that hold a picture near its start."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import pytest
import torch
from torch import Tensor

import pixdraw.assembly.session
from pixdraw.errors import SettingsError
from pixdraw.interfaces import ParamGroup
from pixdraw.losses import init
from pixdraw.losses.init import Config, build
from pixdraw.settings.model import resolve
from pixdraw.testing import example_context, example_frame
from tests.fakes import small_session


@dataclass
class Latent:
    """A drawer whose latent is the picture itself."""

    z: Tensor
    channels: int = 3

    def latent(self) -> Tensor:
        return self.z

    def render(self) -> Tensor:
        return self.z

    def param_groups(self) -> list[ParamGroup]:
        return [ParamGroup("z", [self.z], 0.1)]

    def project(self) -> None: ...
    def fit(self, image: Tensor, /) -> None: ...
    def state_dict(self) -> dict[str, Any]:
        return {}

    def load_state_dict(self, state: Any, /) -> None: ...


def held(start: Tensor, now: Tensor, step: Any = 0, **weights: float) -> Tensor:
    context = replace(example_context(height=start.shape[2], width=start.shape[3]), drawer=Latent(start))
    frame = example_frame(now, context, step)
    return build(Config(**weights), context)(replace(frame, drawer=Latent(now)))


START = torch.rand(2, 3, 8, 12, generator=torch.Generator().manual_seed(1))
NOW = torch.rand(2, 3, 8, 12, generator=torch.Generator().manual_seed(2))


@pytest.mark.parametrize("name", ["init_weight", "init_weight_dist", "init_weight_cos", "init_weight_pix"])
def test_the_start_itself_costs_nothing_and_each_item_has_its_own(name: str) -> None:
    assert held(START, START, **{name: 3.0}).abs().max() < 1e-5
    both = held(START, NOW, **{name: 3.0})
    assert both.shape == (2,) and (both > 1e-3).all()
    assert torch.allclose(both[1:], held(START[1:], NOW[1:], **{name: 3.0}), atol=1e-6)
    assert torch.allclose(2 * both, held(START, NOW, **{name: 6.0}), atol=1e-5)


def test_values_by_hand() -> None:
    start, now = torch.zeros(1, 3, 8, 8), torch.zeros(1, 3, 8, 8)
    start[0, 0, 0, 0], now[0, 0, 0, 1] = 1.0, 2.0  # at right angles
    assert float(held(start, now, init_weight=1)) == pytest.approx(2 * (math.pi / 4) ** 2, rel=1e-5)
    assert float(held(start, now, init_weight_cos=1)) == pytest.approx(1)
    assert float(held(start, now, init_weight_dist=1)) == pytest.approx(5 / 192 / 2)
    assert float(held(start, now, init_weight_pix=1)) == pytest.approx(3 / 192 / 2)
    assert float(held(start, now, init_weight_decay=1)) == pytest.approx(4 / 192 / 2)
    assert float(held(start, now, step=3, init_weight_decay=1)) == pytest.approx(4 / 192 / 2 / 7)
    for step in (0, 3):  # alpha times mean(z²), in every step
        assert float(held(start, now, step=step, init_weight_norm=0.1)) == pytest.approx(0.1 * 4 / 192)


def test_the_gradient_leads_back_and_is_finite_at_the_start() -> None:
    weights = {"init_weight": 1.0, "init_weight_dist": 1.0, "init_weight_cos": 1.0, "init_weight_pix": 1.0}
    leaf = START.clone().requires_grad_()
    held(START, leaf, **weights).sum().backward()
    assert leaf.grad is not None and bool(leaf.grad.isfinite().all())
    for name in weights:
        leaf = NOW.clone().requires_grad_()
        before = held(START, leaf, **{name: 1.0}).sum()
        before.backward()
        assert leaf.grad is not None
        moved = NOW - 1e-2 * leaf.grad / leaf.grad.norm()
        assert held(START, moved, **{name: 1.0}).sum() < before


def test_old_names_choose_the_loss() -> None:
    given: dict[str, Any] = {"prompts": "a", "seed": 1, "drawer": "vqgan"}
    settings = resolve({**given, "init_weight": 0.5, "init_weight_pix": 2})
    assert settings.chosen("losses") == [("init", 1.0)]
    assert settings.plugin("losses", "init").model_dump() == Config(init_weight=0.5, init_weight_pix=2).model_dump()
    assert resolve({**given, "init_weight": None, "init_weight_dist": 0}).chosen("losses") == []
    twice = resolve({**given, "init_weight": 0.5, "losses": "init:2"})
    assert twice.chosen("losses") == [("init", 2.0)]


def test_a_run_is_held_near_its_start() -> None:
    far, near = (small_session(losses="", iterations=6), small_session(init_weight_pix=1000, iterations=6))
    gaps = []
    for session in (far, near):
        start = session.images()
        list(session.run())
        gaps.append(float((session.images() - start).abs().mean()))
    assert gaps[1] < 0.7 * gaps[0]


def test_drawers_without_a_latent_are_held_by_their_parameters() -> None:
    gaps = []
    for weight in (0, 500):
        session = small_session(iterations=20, transparent=False, init_weight_dist=weight)
        start = session.images()
        list(session.run())
        gaps.append(float((session.images() - start).abs().mean()))
    assert gaps[1] < 0.7 * gaps[0]


def test_by_its_name_alone_it_holds_pixels() -> None:
    assert torch.equal(held(START, NOW), held(START, NOW, init_weight_pix=1.0))


def test_of_a_transparent_picture_alpha_is_held_and_no_colour_that_is_not_seen() -> None:
    context = replace(example_context(height=8, width=12), drawer=Latent(torch.cat([START, 0 * START[:, :1]], 1)))
    frame = replace(example_frame(NOW, context, 0), drawn=torch.cat([NOW, torch.full((2, 1, 8, 12), 0.25)], 1))
    assert build(Config(), context)(frame).tolist() == pytest.approx([0.125, 0.125])


def test_nothing_to_hold_is_told() -> None:
    with pytest.raises(SettingsError, match="drawer"):
        init.build(Config(init_weight=1), example_context())


def test_a_drawer_of_numbers_a_picture_each_can_be_held() -> None:
    """Diffusion's parameters are noisy pictures, and one time of each."""
    given: dict[str, Any] = {"drawer": "diffusion", "size": "32x32", "num_cuts": 1, "iterations": 2, "seed": [1, 2]}
    session = pixdraw.assembly.session.build(
        resolve({"prompts": "a red heart", **given, "losses": "init", "init_weight": 1.0})
    )
    for _ in session.run():
        pass
    assert session.images().isfinite().all()
