"""The contract checks of losses and filters pass good ones and fail each broken one, naming the fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from pixdraw.interfaces import Context, Frame
from pixdraw.rng import Rng
from pixdraw.testing import check_filter, check_loss

LOSSES: dict[str, tuple[Callable[[Frame], Tensor], str]] = {
    "scalar": (lambda frame: frame.image.mean(), "expected"),
    "not finite": (lambda frame: frame.image.flatten(1).mean(1) / 0, "not finite"),
    "detached": (lambda frame: frame.image.flatten(1).mean(1).detach(), "no gradient"),
    "mean over the batch": (lambda frame: frame.image.mean() + 0 * frame.image.flatten(1).mean(1), "single runs"),
    "sum over pixels": (lambda frame: frame.image.flatten(1).sum(1), "resolution"),
    "sum over cutouts": (lambda frame: frame.embeds["testing"][..., 0].sum(1), "cutouts"),
    "square root at 0": (lambda frame: (frame.image - frame.image.detach()).flatten(1).mean(1).sqrt(), "not finite"),
    "by position": (
        lambda frame: frame.image.flatten(1).mean(1) * torch.arange(1, len(frame.image) + 1),
        "single runs",
    ),
}


def test_good_losses_pass() -> None:
    check_loss(lambda config, context: lambda frame: frame.image.square().flatten(1).mean(1))
    check_loss(lambda config, context: lambda frame: frame.embeds["testing"][..., 0].mean(1))
    check_loss(lambda config, context: lambda frame: frame.see("testing", frame.image.flip(3))[..., 1].mean(1))


@pytest.mark.parametrize("name", LOSSES)
def test_a_broken_loss_fails(name: str) -> None:
    loss, message = LOSSES[name]
    with pytest.raises(AssertionError, match=message):
        check_loss(lambda config, context: loss)


def test_a_loss_may_depend_on_resolution_where_it_says_so() -> None:
    check_loss(lambda config, context: LOSSES["sum over pixels"][0], resolution_tolerance=None)


Filtered = tuple[Tensor, Tensor | None]


def shade(image: Tensor, rng: Rng, step: int | None) -> Filtered:
    """A good filter: a random brightness for each item while drawing."""
    penalty = image.flatten(1).mean(1)
    if step is None:
        return image, penalty
    return image * rng.at("shade", step).uniform(1, 1, 1, low=0.5), penalty


def shade_always(image: Tensor, rng: Rng, step: int | None) -> Filtered:
    return image * rng.at("shade", step or 0).uniform(1, 1, 1, low=0.5), None


def in_place(image: Tensor, rng: Rng, step: int | None) -> Filtered:
    with torch.no_grad():
        image *= 0.9
    return image * 1, None


def penalty_for_several(image: Tensor, rng: Rng, step: int | None) -> Filtered:
    return image * 0.9, image.flatten(1).mean(1) if len(image) > 1 else None


FILTERS: dict[str, tuple[Callable[[Tensor, Rng, int | None], Filtered], str]] = {
    "random when kept": (shade_always, "depends on random numbers"),
    "another shape": (lambda image, rng, step: (image[..., 1:], None), "the filter gave"),
    "alpha lost": (lambda image, rng, step: (image[:, :3], None), "the filter gave"),
    "in place": (in_place, "in place"),
    "out of range": (lambda image, rng, step: (image * 2, None), r"expected \[0, 1\]"),
    "no gradient": (lambda image, rng, step: (image.round(), None), "no gradient"),
    "detached": (lambda image, rng, step: (image.detach() * 0.9, None), "no gradient"),
    "one penalty for all": (lambda image, rng, step: (image * 0.9, image.mean()), "the penalty is"),
    "penalty not finite": (lambda image, rng, step: (image * 0.9, image.flatten(1).mean(1) / 0), "not finite"),
    "penalty for several": (penalty_for_several, "only for some"),
    "penalty mixes items": (
        lambda image, rng, step: (image * 0.9, image.flatten(1).mean(1) * 0 + image.mean()),
        "alone",
    ),
    "global random": (lambda image, rng, step: (image * torch.rand(1), None), "twice differs"),
    "mixed items": (lambda image, rng, step: ((image + image.mean(0, keepdim=True)) / 2, None), "single run"),
}


def test_a_good_filter_passes() -> None:
    check_filter(lambda config, context: shade)
    check_filter(lambda config, context: lambda image, rng, step: (image.clamp(0.1, 0.9), None))


@pytest.mark.parametrize("name", FILTERS)
def test_a_broken_filter_fails(name: str) -> None:
    apply, message = FILTERS[name]
    with pytest.raises(AssertionError, match=message):
        check_filter(lambda config, context: apply)


def test_plug_ins_see_the_context_they_need() -> None:
    seen: list[Context] = []

    def build(config: Any, context: Context) -> Any:
        seen.append(context)
        return shade

    check_filter(build)
    assert seen[0].palette is not None
    assert seen[0].perceptors["testing"].encode_text(["a", "b"]).shape == (2, 8)
