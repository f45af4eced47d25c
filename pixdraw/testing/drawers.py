"""The drawer's contract, check by check."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from xml.etree import ElementTree

import torch
from torch import Tensor

from pixdraw.imaging.compositing import on_white
from pixdraw.interfaces import (
    BeginningDrawer,
    Canvas,
    Drawer,
    GridDrawer,
    KeptDrawer,
    ParamGroup,
    ShrinkingDrawer,
    SteppedDrawer,
    VectorDrawer,
)
from pixdraw.late_compiler import without_compiler
from pixdraw.models.cache import ModelCache, using_models
from pixdraw.rng import Rng
from pixdraw.testing._tools import SEEDS, assert_range, build_of, config_of, patterns


def check_drawer(
    plugin: Any,
    *,
    config: Any = None,
    canvas: Canvas | None = None,
    device: str = "cpu",
    tolerance: float = 1e-6,
    fits: float | None = 0.7,
    seeded: bool = True,
) -> None:
    """Check the whole Drawer contract, on an opaque and on a transparent canvas of 48 x 64 pixels.

    Args:
        plugin: a drawer module, or its `build`.
        config: what to build with; the module's `Config()` unless given.
        canvas: another canvas; its `items` and `transparent` are set here.
        device: where to build.
        tolerance: the largest difference, in colour range, of a batch from single runs.
        fits: the largest error after `fit` as a share of the error before; None for a drawer that cannot fit.
        seeded: whether different seeds start with different pictures.
    """
    config = config_of(plugin, config)
    canvas = canvas or Canvas(height=48, width=64, items=1)
    with using_models(ModelCache()):  # or each of some fifty builds would read its models anew
        for transparent in (False, True):
            make = _Maker(build_of(plugin), config, replace(canvas, transparent=transparent), device)
            check_render(make)
            if transparent and make(SEEDS[0]).channels == 3:
                continue  # it draws the same opaque pictures as before
            check_gradients(make)
            check_seeds(make, seeded=seeded)
            check_batch(make, tolerance=tolerance)
            check_project(make)
            check_state(make)
            check_abilities(make)
            if fits is not None:
                check_fit(make, fits=fits)


@dataclass(frozen=True)
class _Maker:
    """Builds the drawer under test for some seeds."""

    build: Callable[..., Drawer]
    config: Any
    canvas: Canvas
    device: str

    def __call__(self, *seeds: int) -> Drawer:
        return self.build(self.config, replace(self.canvas, items=len(seeds)), Rng(seeds), self.device)


def check_render(make: _Maker) -> None:
    """Pictures are [B, channels, H, W] float32 in [0, 1], for one and three items, wide and tall."""
    height, width = make.canvas.height, make.canvas.width
    for canvas, seeds in ((make.canvas, SEEDS), (replace(make.canvas, height=width, width=height), SEEDS[:1])):
        drawer = replace(make, canvas=canvas)(*seeds)
        assert isinstance(drawer, Drawer), f"{type(drawer).__name__} lacks a method or attribute of Drawer"
        assert drawer.channels in (3, 4), f"channels is {drawer.channels}, expected 3, or 4 with alpha"
        wanted = (len(seeds), drawer.channels, canvas.height, canvas.width)
        image = _render(drawer)
        assert tuple(image.shape) == wanted, f"render() gave {tuple(image.shape)}, expected {wanted} [B, C, H, W]"
        assert image.dtype == torch.float32, f"render() gave {image.dtype}, expected float32"
        assert_range(image, "render()")


def check_gradients(make: _Maker) -> None:
    """Every group has leaves of first dimension B, and each item's picture moves its own parameters only."""
    drawer = make(*SEEDS)
    groups = list(drawer.param_groups())
    assert groups, "param_groups() is empty: nothing would be optimised"
    names = [group.name for group in groups]
    assert len(set(names)) == len(names), f"two parameter groups have one name: {names}"
    for group in groups:
        assert group.lr > 0, f"group {group.name!r}: lr is {group.lr}, expected more than 0"
        for param in group.params:
            assert param.is_leaf and param.requires_grad, f"group {group.name!r}: a parameter is no leaf with gradient"
            found = f"group {group.name!r}: a parameter of shape {tuple(param.shape)}"
            assert param.shape[:1] == (len(SEEDS),), f"{found}, expected first dimension B = {len(SEEDS)}"
            assert param.is_contiguous(), f"{found} is not contiguous: give .contiguous() leaves"
    _distance(drawer).sum().backward()
    for group in groups:
        grads = _grads(group)
        assert all(bool(grad.isfinite().all()) for grad in grads), f"group {group.name!r}: the gradient is not finite"
        for item in range(len(SEEDS)):
            assert any(bool(grad[item].any()) for grad in grads), (
                f"group {group.name!r}: the gradient of item {item} is zero everywhere; is render() detached?"
            )
    drawer = make(*SEEDS)
    _distance(drawer)[0].backward()
    for group in drawer.param_groups():
        leak = any(bool(grad[1:].any()) for grad in _grads(group))
        assert not leak, f"group {group.name!r}: item 0's picture depends on other items; what mixes dimension 0?"


def check_seeds(make: _Maker, *, seeded: bool = True) -> None:
    """Equal seeds start with the same picture, different ones with different pictures."""
    first, again, other = (_render(make(seed)) for seed in (SEEDS[0], SEEDS[0], SEEDS[1]))
    assert torch.equal(first, again), "two builds of one seed differ; draw every random number from rng.at(…)"
    if seeded:
        assert not torch.equal(first, other), "two seeds gave one picture; is the start drawn from rng.at(…)?"


def check_batch(make: _Maker, *, tolerance: float = 1e-6) -> None:
    """A batch equals its single runs, before and after a step, in any order."""
    targets = patterns(make.canvas, len(SEEDS), make.device)
    singles = [_before_and_after(make(seed), targets[i : i + 1]) for i, seed in enumerate(SEEDS)]
    for order in ((0, 1, 2), (2, 0)):
        batch = _before_and_after(make(*(SEEDS[i] for i in order)), targets[list(order)])
        moments = zip(("at the start", "after a step"), batch, zip(*singles, strict=True), strict=True)
        for when, pictures, alone in moments:
            for place, item in enumerate(order):
                gap = float((pictures[place] - alone[item][0]).abs().max())
                assert gap <= tolerance, (
                    f"item {item} at place {place} of a batch differs from its single run {when} by {gap:.2g} "
                    f"(at most {tolerance:.2g}); what reduces over dimension 0, or draws without rng?"
                )


def check_project(make: _Maker) -> None:
    """project() leaves a valid drawer alone, restores the range, and does nothing more the second time."""
    drawer = make(*SEEDS)
    fresh = _copies(drawer)
    drawer.project()
    gap = _largest_gap(fresh, _copies(drawer))
    assert gap <= 1e-6, f"project() changed a drawer just built by {gap:.2g}; start inside the valid range"
    noise = Rng(SEEDS).at("testing.push")
    with torch.no_grad():
        for group in drawer.param_groups():
            for param in group.params:
                param += 5 * noise.normal(*param.shape[1:]).to(param)
    drawer.project()
    assert_range(_render(drawer), "render() after parameters left their range and project()")
    once = _copies(drawer)
    drawer.project()
    gap = _largest_gap(once, _copies(drawer))
    assert gap <= 1e-6, f"project() a second time still changed a parameter by {gap:.2g}; it must be idempotent"


def check_state(make: _Maker) -> None:
    """The state survives torch.save and a load with weights_only=True, and carries the whole picture."""
    seeds = SEEDS[:2]
    drawer, other = make(*seeds), make(*(seed + 1 for seed in seeds))
    _before_and_after(drawer, patterns(make.canvas, len(seeds), make.device))
    file = io.BytesIO()
    torch.save(dict(drawer.state_dict()), file)
    file.seek(0)
    other.load_state_dict(torch.load(file, weights_only=True))
    same = torch.equal(_render(drawer), _render(other))
    assert same, "a drawer with another's state draws another picture; state_dict() must hold all that render() uses"


def check_fit(make: _Maker, *, fits: float = 0.7) -> None:
    """fit() brings every item clearly nearer to its own picture, opaque or with alpha, one for all or one each."""
    seeds = SEEDS[:2]
    own, shared = (4, 3) if make.canvas.transparent else (3, 4)  # channels: on the other canvas the other way round
    for channels, count in ((own, len(seeds)), (shared, 1)):
        drawer = make(*seeds)
        image = patterns(make.canvas, count, make.device, channels)
        target = image.expand(len(seeds), -1, -1, -1)
        kept = image.clone()
        before = _errors(_render(drawer), target)
        drawer.fit(image)
        assert torch.equal(image, kept), "fit() changed the picture it was given; copy before writing"
        after = _render(drawer)
        assert_range(after, "render() after fit()")
        share = float((_errors(after, target) / before).max())
        assert share <= fits, (
            f"fit() of a picture {tuple(image.shape)} left {share:.0%} of an item's error, at most {fits:.0%}"
        )


def check_abilities(make: _Maker) -> None:
    """What else it can do: SVG is well-formed and of the canvas' size; cells are a grid in [0, 1] no finer than the
    canvas; what a run begins with and what is kept are pictures; a smaller picture shows the same.
    """
    drawer = make(*SEEDS)
    height, width = make.canvas.height, make.canvas.width
    if isinstance(drawer, VectorDrawer):
        for item in range(len(SEEDS)):
            root = ElementTree.fromstring(drawer.to_svg(item))
            assert root.tag.endswith("svg"), f"to_svg({item}) has the outermost element {root.tag!r}, expected svg"
            size = root.get("width"), root.get("height")
            assert size == (str(width), str(height)), f"to_svg({item}) has size {size}, expected {width} x {height}"
    if isinstance(drawer, GridDrawer):
        cells = drawer.cells()
        assert cells.ndim == 4, f"cells() gave {tuple(cells.shape)}, expected [B, C, rows, columns]"
        assert tuple(cells.shape[:2]) == (len(SEEDS), drawer.channels), f"cells() gave {tuple(cells.shape)}"
        fine = cells.shape[2] > height or cells.shape[3] > width
        assert not fine, f"cells() gave {tuple(cells.shape)}, finer than the canvas"
        assert_range(cells, "cells()")
    if isinstance(drawer, BeginningDrawer):
        drawer.begin(patterns(make.canvas, 1, make.device))
        assert_range(_render(drawer), "render() after begin()")
    if isinstance(drawer, KeptDrawer):
        kept, shape = drawer.kept(), _render(drawer).shape
        assert kept.shape == shape, f"kept() gave {tuple(kept.shape)}, render() {tuple(shape)}: pictures of one shape"
        assert_range(kept, "kept()")
    check_smaller(make)


def check_smaller(make: _Maker) -> None:
    """smaller() gives a canvas of the same aspect, no finer than the drawer's own, and what renders the same on it."""
    drawer = make(*SEEDS)
    if not isinstance(drawer, ShrinkingDrawer):
        return
    height, width = make.canvas.height, make.canvas.width
    picture = _render(drawer)
    whole, shape = _quarters(picture), tuple(picture.shape)
    canvas, render = drawer.smaller(height, width)
    assert (canvas.height, canvas.width) == (height, width), f"smaller({height}, {width}) gave {canvas}, expected all"
    for least in ((1, 1), (height // 2, width // 2)):
        canvas, render = drawer.smaller(*least)
        size = canvas.height, canvas.width
        assert size[0] * width == size[1] * height, f"smaller{least} gave {size}: not the aspect of {height, width}"
        fits = all(a <= b <= c for a, b, c in zip(least, size, (height, width), strict=True))
        assert fits, f"smaller{least} gave {size}, expected at least that and at most the canvas"
        image = render()
        assert tuple(image.shape) == (*shape[:2], *size), f"its render gave {tuple(image.shape)}, expected {size}"
        gap = float((_quarters(image) - whole).abs().max())
        assert gap <= 0.02, f"the picture in {size} pixels shows something else: its mean colours differ by {gap:.2g}"


def _render(drawer: Drawer) -> Tensor:
    if isinstance(drawer, SteppedDrawer):
        drawer.advance(0, 10)
    return drawer.render()


@without_compiler()
def _before_and_after(drawer: Drawer, target: Tensor) -> tuple[Tensor, Tensor]:
    """Return the picture and, after one Adam step towards `target` and project(), the next one."""
    groups = [{"params": list(group.params), "lr": group.lr} for group in drawer.param_groups()]
    optimizer = torch.optim.Adam(groups)
    image = _render(drawer)
    (on_white(image) - target).square().flatten(1).sum(1).sum().backward()
    optimizer.step()
    drawer.project()
    return image.detach(), _render(drawer).detach()


def _distance(drawer: Drawer) -> Tensor:
    """Return [B]: a loss that every channel of every pixel takes part in."""
    image = _render(drawer)
    values = Rng((5,) * len(image)).at("testing.distance").uniform(*image.shape[1:]).to(image)
    return (image - values).square().flatten(1).sum(1)


def _quarters(image: Tensor) -> Tensor:
    """Return [B, 3, 2, 2]: the mean colours of the quarters of a picture over white."""
    return torch.nn.functional.interpolate(on_white(image).detach(), (2, 2), mode="bilinear", antialias=True)


def _errors(image: Tensor, target: Tensor) -> Tensor:
    """Return [B, 1 or 2]: the mean difference of two pictures over white, and of their alpha where both have one."""
    errors = [(on_white(image) - on_white(target)).abs().flatten(1).mean(1)]
    if image.shape[1] == target.shape[1] == 4:
        errors.append((image[:, 3] - target[:, 3]).abs().flatten(1).mean(1))
    return torch.stack(errors, 1).detach()


def _grads(group: ParamGroup) -> list[Tensor]:
    return [torch.zeros_like(param) if param.grad is None else param.grad for param in group.params]


def _copies(drawer: Drawer) -> list[Tensor]:
    return [param.detach().clone() for group in drawer.param_groups() for param in group.params]


def _largest_gap(before: list[Tensor], after: list[Tensor]) -> float:
    return max(float((a - b).abs().max()) for a, b in zip(before, after, strict=True))
