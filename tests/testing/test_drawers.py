"""The contract check of drawers passes a good one and fails each broken one, with a message that names the fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from pixdraw.imaging.svg import document
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.rng import Rng
from pixdraw.testing import check_drawer


class Good(nn.Module):
    """Blocks of 8 x 8 pixels."""

    def __init__(self, canvas: Canvas, rng: Rng) -> None:
        super().__init__()
        self.canvas, self.rng = canvas, rng
        self.channels = 4 if canvas.transparent else 3
        shape = self.channels, canvas.height // 8, canvas.width // 8
        self.blocks = nn.Parameter(rng.at("good.start").uniform(*shape, low=0.3, high=0.7))

    def render(self) -> Tensor:
        return self.blocks.repeat_interleave(8, 2).repeat_interleave(8, 3)

    def param_groups(self) -> list[ParamGroup]:
        return [ParamGroup("blocks", [self.blocks], 0.05)]

    @torch.no_grad()
    def project(self) -> None:
        self.blocks.clamp_(0, 1)

    @torch.no_grad()
    def fit(self, image: Tensor) -> None:
        if image.shape[1] == 4 and self.channels == 3:
            image = image[:, :3] * image[:, 3:] + 1 - image[:, 3:]
        if image.shape[1] == 3 and self.channels == 4:
            image = torch.cat([image, torch.ones_like(image[:, :1])], 1)
        small = nn.functional.avg_pool2d(image, 8)
        self.blocks.copy_(small.expand_as(self.blocks))

    def cells(self) -> Tensor:
        return self.blocks

    def to_svg(self, item: int) -> str:
        return document(self.canvas.width, self.canvas.height, [])


class WrongShape(Good):
    def render(self) -> Tensor:
        return super().render()[:, :, :-1]


class SwappedSides(Good):
    def render(self) -> Tensor:
        return super().render().transpose(2, 3)


class OnlyWide(Good):
    """Renders well where it is wider than high."""

    def render(self) -> Tensor:
        return super().render()[:, :, : None if self.canvas.width > self.canvas.height else -1]


class DroppedAlpha(Good):
    def render(self) -> Tensor:
        return super().render()[:, :3]


class DoublePrecision(Good):
    def render(self) -> Tensor:
        return super().render().double()


class OutOfRange(Good):
    def render(self) -> Tensor:
        return super().render() * 2


class NotFinite(Good):
    def render(self) -> Tensor:
        return super().render() / 0


class Detached(Good):
    def render(self) -> Tensor:
        return super().render().detach() + 0 * super().render()


class UnusedGroup(Good):
    def __init__(self, canvas: Canvas, rng: Rng) -> None:
        super().__init__(canvas, rng)
        self.unused = nn.Parameter(torch.zeros(canvas.items, 2))

    def param_groups(self) -> list[ParamGroup]:
        return [*super().param_groups(), ParamGroup("unused", [self.unused], 0.1)]


class TwiceOneName(Good):
    def param_groups(self) -> list[ParamGroup]:
        return super().param_groups() * 2


class NoGroups(Good):
    def param_groups(self) -> list[ParamGroup]:
        return []


class NoLeaf(Good):
    def param_groups(self) -> list[ParamGroup]:
        return [ParamGroup("blocks", [self.blocks * 1], 0.05)]


class SharedParameter(Good):
    def __init__(self, canvas: Canvas, rng: Rng) -> None:
        super().__init__(canvas, rng)
        self.shift = nn.Parameter(torch.zeros(1, 1, 1, 1))

    def render(self) -> Tensor:
        return super().render() + self.shift

    def param_groups(self) -> list[ParamGroup]:
        return [*super().param_groups(), ParamGroup("shift", [self.shift], 0.1)]


class Strided(Good):
    def __init__(self, canvas: Canvas, rng: Rng) -> None:
        super().__init__(canvas, rng)
        self.blocks = nn.Parameter(self.blocks.detach().transpose(2, 3).contiguous().transpose(2, 3))


class GradientNotFinite(Good):
    def render(self) -> Tensor:
        image = super().render()
        return image + (image - image.detach()).sqrt() * 0


class Leaking(Good):
    def render(self) -> Tensor:
        image = super().render()
        mean = image.mean(0, keepdim=True)
        return image + (mean - mean.detach())  # the value is right, only the gradient leaks


class MixedItems(Good):
    def render(self) -> Tensor:
        return (super().render() + super().render().mean(0, keepdim=True).detach()) / 2


class MeanOverBatch(Good):
    """Renders well; its step depends on the number of items."""

    @torch.no_grad()
    def project(self) -> None:
        self.blocks.add_(0.5 - self.blocks.mean())
        super().project()


class ByPosition(Good):
    def __init__(self, canvas: Canvas, rng: Rng) -> None:
        super().__init__(canvas, rng)
        with torch.no_grad():
            self.blocks.add_(0.01 * torch.arange(canvas.items)[:, None, None, None])


class ByOrder(Good):
    """Starts well with seeds that rise."""

    def __init__(self, canvas: Canvas, rng: Rng) -> None:
        super().__init__(canvas, rng)
        if list(rng.seeds) != sorted(rng.seeds):
            with torch.no_grad():
                self.blocks.add_(0.01)


class GlobalRandom(Good):
    def __init__(self, canvas: Canvas, rng: Rng) -> None:
        super().__init__(canvas, rng)
        self.blocks = nn.Parameter(torch.rand_like(self.blocks))


class Unseeded(Good):
    def __init__(self, canvas: Canvas, rng: Rng) -> None:
        super().__init__(canvas, rng)
        self.blocks = nn.Parameter(torch.full_like(self.blocks, 0.4))


class NeverProjected(Good):
    def project(self) -> None:
        return


class StartsOutside(Good):
    def __init__(self, canvas: Canvas, rng: Rng) -> None:
        super().__init__(canvas, rng)
        with torch.no_grad():
            self.blocks.sub_(0.5)

    def render(self) -> Tensor:
        return super().render().clamp(0, 1)


class Creeping(Good):
    @torch.no_grad()
    def project(self) -> None:
        outside = (self.blocks - 0.5).abs() > 0.4
        self.blocks.copy_(torch.where(outside, 0.5 + (self.blocks.clamp(0, 1) - 0.5) * 0.9, self.blocks))


class ForgetfulState(Good):
    def state_dict(self, *args: Any, **kwargs: Any) -> Any:
        return {}

    def load_state_dict(self, *given: Any, **named: Any) -> Any:
        return None


class ForgetsItsSteps(Good):
    """Counts its steps beside its state."""

    steps = 0

    def render(self) -> Tensor:
        return (super().render() + 0.01 * self.steps).clamp(0, 1)

    def project(self) -> None:
        super().project()
        self.steps += 1


class UnsafeState(Good):
    def state_dict(self, *args: Any, **kwargs: Any) -> Any:
        return {**super().state_dict(), "rng": self.rng}


class CannotFit(Good):
    def fit(self, image: Tensor) -> None:
        return


class FitsTheFirst(Good):
    def fit(self, image: Tensor) -> None:
        super().fit(image[:1])


class FitsOneToTheFirst(Good):
    """Fits well where each item has a picture of its own."""

    def fit(self, image: Tensor) -> None:
        before = self.blocks.detach().clone()
        super().fit(image)
        if len(image) < len(before):
            self.blocks.data[1:] = before[1:]


class SpoilsThePicture(Good):
    def fit(self, image: Tensor) -> None:
        super().fit(image)
        image.zero_()


class IgnoresAlpha(Good):
    def fit(self, image: Tensor) -> None:
        super().fit(image)
        if self.channels == 4:
            with torch.no_grad():
                self.blocks[:, :3] = self.blocks[:, :3] * self.blocks[:, 3:] + 1 - self.blocks[:, 3:]
                self.blocks[:, 3] = 1


class BrokenSvg(Good):
    def to_svg(self, item: int) -> str:
        return super().to_svg(item).replace("</svg>", "<g></svg>")


class SmallSvg(Good):
    def to_svg(self, item: int) -> str:
        return document(self.canvas.height, self.canvas.width, [])


class FlatCells(Good):
    def cells(self) -> Tensor:
        return self.blocks.flatten(2)


class FineCells(Good):
    def cells(self) -> Tensor:
        return self.blocks.repeat_interleave(16, 2)


class BrightBeginning(Good):
    def begin(self, image: Tensor) -> None:
        with torch.no_grad():
            self.blocks.fill_(2.0)


class HalfKept(Good):
    def kept(self) -> Tensor:
        return self.render()[..., ::2]


class DarkKept(Good):
    def kept(self) -> Tensor:
        return self.render() - 1


class Shrinking(Good):
    """Shows itself in half as many pixels a side."""

    times = 2

    def smaller(self, height: int, width: int) -> tuple[Canvas, Callable[[], Tensor]]:
        times = 1 if height > self.canvas.height // 2 else self.times
        sides = {"height": self.canvas.height // times, "width": self.canvas.width // times}
        return replace(self.canvas, **sides), lambda: nn.functional.avg_pool2d(self.render(), times)


class ShrinksTooFar(Shrinking):
    times = 4


class ShrinksToOthers(Shrinking):
    def smaller(self, height: int, width: int) -> tuple[Canvas, Callable[[], Tensor]]:
        canvas, render = super().smaller(height, width)
        return canvas, lambda: render().flip(3)


def maker(kind: type[Good]) -> Callable[..., Good]:
    return lambda config, canvas, rng, device: kind(canvas, rng)


@pytest.mark.parametrize("kind", [Good, Shrinking])
def test_a_good_drawer_passes(kind: type[Good]) -> None:
    check_drawer(maker(kind))


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (WrongShape, "expected"),
        (SwappedSides, "expected"),
        (OnlyWide, "expected"),
        (DroppedAlpha, "expected"),
        (DoublePrecision, "expected float32"),
        (OutOfRange, r"expected \[0, 1\]"),
        (NotFinite, "not finite"),
        (Detached, "is zero everywhere"),
        (UnusedGroup, "'unused': the gradient of item 0 is zero everywhere"),
        (TwiceOneName, "one name"),
        (NoGroups, "is empty"),
        (NoLeaf, "no leaf"),
        (SharedParameter, "expected first dimension B = 3"),
        (Strided, "not contiguous"),
        (GradientNotFinite, "gradient is not finite"),
        (Leaking, "depends on other items"),
        (MixedItems, "differs from its single run at the start"),
        (MeanOverBatch, "differs from its single run after a step"),
        (ByPosition, "differs from its single run at the start"),
        (ByOrder, "item 2 at place 0 of a batch differs from its single run at the start"),
        (GlobalRandom, "two builds of one seed differ"),
        (Unseeded, "two seeds gave one picture"),
        (NeverProjected, "left their range"),
        (StartsOutside, "start inside"),
        (Creeping, "idempotent"),
        (ForgetfulState, "another's state"),
        (ForgetsItsSteps, "another's state"),
        (ShrinksTooFar, "expected at least that"),
        (ShrinksToOthers, "shows something else"),
        (CannotFit, "left 100% of an item's error"),
        (FitsTheFirst, "of an item's error"),
        (FitsOneToTheFirst, "of an item's error"),
        (SpoilsThePicture, "copy before writing"),
        (IgnoresAlpha, "of an item's error"),
        (SmallSvg, "has size"),
        (FlatCells, "expected"),
        (FineCells, "finer than the canvas"),
        (BrightBeginning, r"begin\(\).*expected \[0, 1\]"),
        (HalfKept, r"kept\(\) gave"),
        (DarkKept, r"kept\(\).*expected \[0, 1\]"),
    ],
)
def test_a_broken_drawer_fails(kind: type[Good], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_drawer(maker(kind))


def test_an_svg_that_is_not_well_formed_fails() -> None:
    with pytest.raises(SyntaxError):
        check_drawer(maker(BrokenSvg))


def test_a_state_that_needs_unpickling_fails() -> None:
    with pytest.raises(Exception, match="[Ww]eights.only"):
        check_drawer(maker(UnsafeState))


def test_a_module_without_config_is_told_so() -> None:
    with pytest.raises(AssertionError, match="no Config"):
        check_drawer(SimpleNamespace(build=maker(Good)))


def test_what_is_no_plug_in_is_told_so() -> None:
    with pytest.raises(AssertionError, match="neither a build function"):
        check_drawer(42)


def test_seeds_and_fit_are_optional() -> None:
    check_drawer(maker(Unseeded), seeded=False)
    check_drawer(maker(CannotFit), fits=None)
