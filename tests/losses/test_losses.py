"""The built-in losses: their contract, values computed by hand, batches, what they do to a drawing."""

import importlib
import math
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import torch
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.interfaces import Canvas, Frame, Loss
from pixdraw.losses._measure import STANDARD_SIDE
from pixdraw.losses.tv import variation
from pixdraw.registry import LOSSES
from pixdraw.testing import check_loss, example_context, example_frame
from tests.fakes import assert_grid_equals_singles, small_session

VARIANTS: dict[str, list[dict[str, Any]]] = {
    "palette": [{}, {"palette_ramp": 5.0}],
    "saturation": [{}, {"saturation_ramp": 5.0, "saturation_weight": -1.0}],
    "smoothness": [{}, {"smoothness_type": "clipped"}, {"smoothness_type": "log"}]
    + [{"smoothness_gaussian_kernel": 5, "smoothness_edge_order": 2, "smoothness_spacing": 2.0}],
    "symmetry": [{}, {"symmetry_axis": "both"}],  # the contract's patterns are symmetric top to bottom
    "edge": [{}, {"edge_margins": (10.0, 0.0, 3.0, 0.0), "edge_color": "black"}],
    "tv": [{}],
    "gaussian": [{}, {"gaussian_color": "#102030", "gaussian_std": (5.0, 50.0)}],
}
CASES = [(name, given) for name, variants in VARIANTS.items() for given in variants]


def value(name: str, image: Tensor, *, step: int = 0, alpha: Tensor | None = None, **given: Any) -> Tensor:
    module = importlib.import_module(f"pixdraw.losses.{name}")
    context = example_context()
    frame = example_frame(image, context, step)
    frame = Frame(step, 10, image, alpha, frame.embeds, frame.see, frame.drawer)
    return module.build(module.Config(**given), context)(frame)


def flat(*colour: float, height: int = 20, width: int = 40) -> Tensor:
    return torch.tensor(colour, dtype=torch.float32).view(1, 3, 1, 1).expand(1, 3, height, width).clone()


@pytest.mark.parametrize(("name", "given"), CASES)
def test_contract(name: str, given: dict) -> None:
    module = importlib.import_module(f"pixdraw.losses.{name}")
    ramped = any(key.endswith("_ramp") for key in given)
    if not ramped:  # at step 0 a ramped loss is 0 and has no gradient, on purpose
        check_loss(module, config=module.Config(**given))
    image = torch.rand(1, 3, 16, 16)
    if ramped:
        (ramp,) = (key for key in given if key.endswith("_ramp"))
        full = value(name, image, step=10, **{**given, ramp: 0.0})
        assert value(name, image, step=0, **given).item() == 0
        assert value(name, image, step=10, **given).item() == pytest.approx(2 * full.item())


SEEN_SMALL = (
    *("banding", "centred", "doubled", "gaussian", "jaggies", "orphans", "pillow", "saturation", "solid", "symmetry"),
    "tv",
)
"""Losses that steps may show fewer pixels, beside those that look at no pixels at all."""


def test_losses_that_take_any_size_are_known() -> None:
    sized = {name for name in LOSSES.names() if getattr(LOSSES.load(name), "ANY_SIZE", False)}
    assert sized == {*SEEN_SMALL, "aesthetic", "length", "opacity", "spritelike"}


@pytest.mark.parametrize("name", SEEN_SMALL)
def test_they_are_the_same_however_many_pixels_a_cell_has(name: str) -> None:
    draws = torch.Generator().manual_seed(1)
    cells = (
        torch.rand(1, 4, 32, 48, generator=draws).round() * 0.8 + 0.1
    )  # as many as are taken of pictures without cells

    def seen(pixels: int) -> float:
        image = cells.repeat_interleave(pixels, 2).repeat_interleave(pixels, 3)
        canvas = Canvas(image.shape[2], image.shape[3], 1, transparent=True)
        context = replace(example_context(), canvas=canvas)
        frame = example_frame(image[:, :3], context)
        module = LOSSES.load(name)
        loss: Loss = module.build(module.Config(), context)
        found: float = loss(replace(frame, alpha=image[:, 3:])).item()
        return found

    assert seen(2) == pytest.approx(seen(6), rel=0.01) and seen(6) != 0


@pytest.mark.parametrize("name", VARIANTS)
def test_a_weight_multiplies(name: str) -> None:
    image = torch.rand(1, 3, 16, 16)
    weight = "edge_color_weight" if name == "edge" else f"{name}_weight"
    weights: list[dict[str, Any]] = [{weight: 1.0}, {weight: 2.0}]
    once, twice = (value(name, image, **given).item() for given in weights)
    assert twice == pytest.approx(2 * once) and once != 0


def test_palette_is_three_times_the_mean_distance() -> None:
    # example palette: black, white, red, half green, blue
    def palette(image: Tensor, **given: Any) -> float:
        return value("palette", image, step=9, **given).item()

    assert palette(flat(0.9, 0, 0)) == pytest.approx(3 * 0.1, rel=1e-5)
    assert palette(flat(0.3, 0.4, 0)) == pytest.approx(3 * math.hypot(0.3, 0.1), rel=1e-5)
    half = torch.cat([flat(0.9, 0, 0), flat(1, 1, 1)], 3)
    assert palette(half) == pytest.approx(3 * 0.05, rel=1e-4)
    opaque = torch.full((1, 1, 20, 40), 0.25)
    assert palette(flat(0.9, 0, 0), alpha=opaque) == pytest.approx(3 * 0.025, rel=1e-5)
    large = flat(0.9, 0, 0, height=600, width=600)
    assert palette(large) == pytest.approx(3 * 0.1, rel=1e-5)


def test_the_pull_to_the_palette_grows_over_the_first_half_and_the_value_does_not() -> None:
    def pull(step: int, **given: Any) -> tuple[float, float]:
        image = flat(0.9, 0, 0).requires_grad_()
        found = value("palette", image, step=step, **given)
        (slope,) = torch.autograd.grad(found.sum(), image)
        return found.item(), slope[0, 0].sum().item()

    full_value, full = pull(0, palette_warmup=0.0)
    values, pulls = zip(*(pull(step) for step in range(10)), strict=True)
    assert values == pytest.approx([full_value] * 10)
    assert [one / full for one in pulls] == pytest.approx([0.2, 0.4, 0.6, 0.8, *[1.0] * 6])


def test_every_pixel_of_a_large_picture_gets_its_turn() -> None:
    image = flat(0.9, 0, 0, height=540, width=540).requires_grad_()
    total = torch.stack([value("palette", image, step=step).sum() for step in range(4)]).sum()
    (slope,) = torch.autograd.grad(total, image)
    assert bool((slope[:, 0] != 0).all())


def test_palette_pulls_to_the_nearest_colour() -> None:
    image = flat(0.8, 0.1, 0).requires_grad_()
    (slope,) = torch.autograd.grad(value("palette", image).sum(), image)
    assert (slope[:, 0] < 0).all() and (slope[:, 1] > 0).sum() == slope[:, 1].numel()


def test_saturation_is_hasler_and_suesstrunk() -> None:
    # one colour: no deviation; rg = 0.8 - 0.2, yb = 0.5 - 0.4, mean part 0.3 * sqrt(0.6² + 0.1²)
    assert value("saturation", flat(0.8, 0.2, 0.4)).item() == pytest.approx(-0.1 * 0.3 * math.hypot(0.6, 0.1), rel=1e-5)
    # half red, half cyan: rg = ±1, yb = ±0.5, both means 0
    both = torch.cat([flat(1, 0, 0), flat(0, 1, 1)], 3)
    assert value("saturation", both).item() == pytest.approx(-0.1 * math.hypot(1, 0.5), rel=1e-4)
    assert value("saturation", flat(0.5, 0.5, 0.5)).item() == pytest.approx(0, abs=1e-6)


def test_what_is_transparent_has_no_colour() -> None:
    image = torch.cat([flat(0.9, 0, 0), flat(0, 1, 1)], 3)
    alpha = torch.cat([flat(1, 1, 1), flat(0, 0, 0)], 3)[:, :1]
    alone = value("saturation", flat(0.9, 0, 0)).item()
    assert value("saturation", image, alpha=alpha).item() == pytest.approx(alone, rel=1e-5)
    assert value("palette", image, alpha=alpha, step=9).item() == pytest.approx(3 * 0.1 / 2, rel=1e-5)


def test_smoothness_is_the_mean_steepness_of_a_267_pixel_picture() -> None:
    side = round(STANDARD_SIDE)
    assert side == 267
    ramp = torch.linspace(0, 1, side).expand(1, 3, side, side)
    slope = 1 / (side - 1) * math.sqrt(3)
    assert value("smoothness", ramp).item() == pytest.approx(slope, rel=1e-3)
    assert value("smoothness", ramp, smoothness_type="log").item() == pytest.approx(math.log1p(slope), rel=1e-3)
    assert value("smoothness", ramp, smoothness_spacing=2.0).item() == pytest.approx(slope / 2, rel=1e-3)
    # black | white: central differences give 1/2 in two columns, times sqrt(3) for the channels
    half = torch.zeros(1, 3, side, side)
    half[..., side // 2 :] = 1
    edge = 2 / side
    assert value("smoothness", half).item() == pytest.approx(edge * 0.5 * math.sqrt(3), rel=1e-3)
    assert value("smoothness", half, smoothness_type="clipped").item() == pytest.approx(edge * 0.5, rel=1e-3)
    blur: dict[str, Any] = {"smoothness_gaussian_kernel": 9, "smoothness_gaussian_std": 2.0}
    blurred = value("smoothness", half, smoothness_type="clipped", **blur).item()
    assert blurred == pytest.approx(value("smoothness", half).item(), rel=0.05)  # no longer steep enough to be clipped


@pytest.mark.parametrize("kind", ["default", "clipped", "log"])
def test_smoothness_is_the_same_at_any_resolution(kind: str) -> None:
    cells = torch.rand(1, 3, 8, 12)
    values = [
        value("smoothness", cells.repeat_interleave(n, 2).repeat_interleave(n, 3), smoothness_type=kind).item()
        for n in (16, 32, 64)
    ]
    assert max(values) < 1.15 * min(values)


def test_symmetry_is_the_mean_square_of_picture_minus_mirror() -> None:
    image = torch.cat([flat(0.2, 0.2, 0.2), flat(0.7, 0.7, 0.7)], 3)
    assert value("symmetry", image).item() == pytest.approx(0.25)
    assert value("symmetry", image, symmetry_axis="vertical").item() == 0
    assert value("symmetry", image, symmetry_axis="both").item() == pytest.approx(0.25)
    assert value("symmetry", image.transpose(2, 3), symmetry_axis="vertical").item() == pytest.approx(0.25)


def test_tv_counts_the_length_of_edges() -> None:
    image = torch.cat([flat(0, 0, 0, height=40, width=20), flat(1, 1, 1, height=40, width=20)], 3)
    assert value("tv", image).item() == pytest.approx(1 / STANDARD_SIDE)  # one edge across a square picture


@pytest.mark.parametrize("size", [(7, 5), (2, 3), (1, 4)])
def test_the_gradient_of_total_variation_is_autograds(size: tuple[int, int]) -> None:
    image = torch.rand(2, 3, *size, requires_grad=True)
    slope = torch.tensor([1.0, -3.0])
    sums = [image.diff(dim=axis).abs().flatten(1).sum(1) for axis in (2, 3)]
    values = (sums[0] + sums[1]) / image[0].numel(), variation(image)
    wanted, own = (torch.autograd.grad(one, image, slope)[0] for one in values)
    assert torch.allclose(*values) and torch.allclose(wanted, own, atol=1e-6)


def test_edge_sums_four_strips_and_a_share_of_the_whole() -> None:
    grey = flat(0.5, 0.5, 0.5)
    assert value("edge", grey).item() == pytest.approx(0.1 * (4 * 0.25 + 0.05 * 0.25))
    black = flat(0, 0, 0, height=20, width=40)
    black[..., :2] = 1  # 5 % of 40 columns: the left strip is right
    assert value("edge", black).item() == pytest.approx(0.1 * (3 + 0.05 * 38 / 40))
    margins = (0.0, 0.0, 10.0, 0.0)
    top = value("edge", grey, edge_margins=margins, edge_color="(255+0+0)", global_color_weight=0.0)
    assert top.item() == pytest.approx(0.1 * 0.25)


def test_edge_looks_like_a_picture_outside_a_mask(tmp_path) -> None:
    from pixdraw.imaging import files

    mask, look = tmp_path / "mask.png", tmp_path / "look.png"
    files.save_png(torch.cat([flat(1, 1, 1), flat(0, 0, 0)], 3), mask)
    files.save_png(torch.cat([flat(0, 0, 0), flat(0, 1, 0)], 3), look)
    given: dict[str, Any] = {"edge_mask_image": str(mask), "edge_input_image": str(look), "global_color_weight": 0.0}
    image = torch.cat([flat(1, 0, 1), flat(0, 0.5, 0)], 3)  # free | off by a half in one channel
    assert value("edge", image, **given).item() == pytest.approx(0.1 * 0.25 / 3, rel=1e-3)


def test_gaussian_leaves_the_middle_free() -> None:
    image = flat(1, 1, 1, height=101, width=101)
    assert value("gaussian", image).item() == 0
    image[..., 50, 50] = 0
    assert value("gaussian", image).item() == pytest.approx(0, abs=1e-9)
    image = flat(1, 1, 1, height=10, width=10)
    image[..., 0, 5] = 0  # 0.45 from the middle in y, 0.05 in x
    bell = math.exp(-0.5 * (0.45 / 0.2) ** 2 - 0.5 * (0.05 / 0.2) ** 2)
    assert value("gaussian", image).item() == pytest.approx((1 - bell) / 100, rel=1e-5)


def test_a_palette_loss_without_colours_says_what_to_set() -> None:
    with pytest.raises(SettingsError, match="palette_size=8"):
        small_session(losses="palette")


@pytest.mark.parametrize("transparent", [False, True])
@pytest.mark.parametrize(
    "given",
    [{"losses": "saturation:0.5,smoothness:2,symmetry,edge,tv,gaussian", "symmetry_axis": "both"}]
    + [{"palette": r"red->yellow\4"}, {"palette_size": 3}, {"losses": "smoothness:1", "smoothness_type": "log"}],
)
def test_batch_equals_single_runs(given: dict, transparent: bool) -> None:
    assert_grid_equals_singles(transparent=transparent, **given)


@cache
def drawn(losses: str) -> Tensor:
    session = small_session(iterations=25, num_cuts=2, transparent=False, losses=losses)
    for _ in session.run():
        pass
    return session.images()


@pytest.mark.parametrize("name", ["saturation", "smoothness", "symmetry", "edge", "tv", "gaussian"])
def test_each_loss_gets_what_it_wants(name: str) -> None:
    assert value(name, drawn(f"{name}:100")).item() < value(name, drawn("")).item() - 1e-3


def test_palette_loss_brings_the_picture_to_the_palette() -> None:
    def distance(**given: Any) -> float:
        session = small_session(iterations=40, num_cuts=2, transparent=False, **given)
        for _ in session.run():
            pass
        image = session.images()
        return torch.minimum(image.norm(dim=1), (1 - image).norm(dim=1)).mean().item()

    assert distance(palette="1-bit", losses="palette:5") < 0.3 * distance()
