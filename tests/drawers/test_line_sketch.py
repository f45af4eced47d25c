"""The line drawer: contract, pen and paper, fitting, SVG."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
import torch
from pydantic import ValidationError

from drawers import line_sketch
from drawers.line_sketch import Config, LineSketch, build
from pixdraw.interfaces import Canvas
from pixdraw.rng import Rng
from pixdraw.testing import check_drawer
from tests.fakes import assert_batch_equals_singles

SVG = "{http://www.w3.org/2000/svg}"


def make(
    height: int = 60, width: int = 80, seeds: tuple[int, ...] = (1,), transparent: bool = False, **settings: Any
) -> LineSketch:
    return build(Config(**settings), Canvas(height, width, len(seeds), transparent), Rng(seeds), "cpu")


@pytest.fixture
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fitting in a few steps: what it keeps to does not depend on them."""
    monkeypatch.setattr(line_sketch, "FIT_STEPS", 2)
    monkeypatch.setattr(line_sketch, "REFINE_STEPS", 4)


def test_the_contract_holds() -> None:
    # Dark lines cannot resemble bright areas; what fitting does is tested below. A transparent canvas has no paper.
    config = Config(strokes=4, stroke_length=2, allow_paper_color=True)
    check_drawer(line_sketch, config=config, canvas=Canvas(16, 24, 1), fits=None)


def test_runs_in_a_batch_give_the_bits_of_their_single_runs(brief: None) -> None:
    small = {"strokes": 4, "stroke_length": 2, "size": "24x20", "iterations": 3}
    assert_batch_equals_singles(drawer="line_sketch", init_noise="gradient", allow_paper_color=True, **small)


def test_lines_are_black_on_pixrays_paper() -> None:
    picture = make().render()[0]
    assert picture[:, 0, 0].mul(255).round().int().tolist() == [0xF2, 0xEE, 0xCB]
    assert picture.amin() < 0.2


def test_both_bounds_of_the_pen_count_and_points_stay_on_the_paper() -> None:
    drawer = make(100, 50, min_stroke_width=1, max_stroke_width=3)
    with torch.no_grad():
        for change, width in ((-50, 2.0), (50, 6.0)):
            drawer.widths.add_(change)
            drawer.points.add_(30 * change)
            drawer.project()
            assert torch.allclose(drawer.widths, torch.tensor(width))
            assert drawer.points.amin() >= 0
            assert drawer.points[..., 0].amax() <= 50 and drawer.points[..., 1].amax() <= 100
    with pytest.raises(ValidationError, match="above max_stroke_width"):
        Config(min_stroke_width=3)


def test_paper_is_optimised_only_if_allowed() -> None:
    assert [group.name for group in make().param_groups()] == ["points", "widths"]
    assert [group.name for group in make(allow_paper_color=True).param_groups()] == ["points", "widths", "paper"]
    assert len(make(allow_paper_color=True, transparent=True).param_groups()) == 2


def test_a_transparent_canvas_has_no_paper() -> None:
    drawer = make(transparent=True)
    assert drawer.render()[0, 3, 0, 0] == 0
    assert "background" not in drawer.to_svg(0)


def test_fit_traces_outlines(brief: None) -> None:
    y, x = torch.meshgrid(torch.arange(96.0), torch.arange(96.0), indexing="ij")
    distance = ((x - 48) ** 2 + (y - 48) ** 2).sqrt()
    disc = torch.where(distance < 30, 0.4, 0.9).expand(1, 3, 96, 96)
    drawer = make(96, 96, strokes=6)
    drawer.fit(disc)
    dark = drawer.render()[0].mean(0) < 0.4
    ring = (distance - 30).abs() < 4
    assert dark[ring].float().mean() > 0.3
    assert dark[~ring].float().mean() < 0.05


def test_fit_takes_the_papers_colour_if_allowed(brief: None) -> None:
    drawer = make(allow_paper_color=True, strokes=4)
    drawer.fit(torch.tensor([0.3, 0.6, 0.9])[None, :, None, None].expand(1, 3, 60, 80))
    assert torch.allclose(drawer.paper, torch.tensor([0.3, 0.6, 0.9]), atol=0.01)


def test_the_svg_has_a_path_for_each_line() -> None:
    drawer = make(strokes=5, seeds=(1, 2))
    root = ElementTree.fromstring(drawer.to_svg(1))
    paths = root.findall(f"{SVG}path")
    assert 1 <= len(paths) <= 5
    assert all(path.get("stroke") == "#000000" for path in paths)
    assert root.find(f"{SVG}rect").get("fill") == "#f2eecb"  # type: ignore[union-attr]


def test_fit_outlines_a_thing_as_pale_as_the_paper(brief: None) -> None:
    y, x = torch.meshgrid(torch.arange(96.0), torch.arange(96.0), indexing="ij")
    distance = ((x - 48) ** 2 + (y - 48) ** 2).sqrt()
    paper = torch.tensor([0xF2, 0xEE, 0xCB])[:, None, None] / 255
    disc = torch.cat([paper.expand(3, 96, 96), (distance < 30)[None].float()])[None]
    drawer = make(96, 96, strokes=6)
    drawer.fit(disc)
    dark = drawer.render()[0].mean(0) < 0.4
    assert dark[(distance - 30).abs() < 4].float().mean() > 0.3


def test_fitted_lines_end_with_what_they_trace(brief: None) -> None:
    """Eight lines for two short bars: none runs on over the empty paper."""
    picture = torch.ones(1, 3, 72, 72)
    picture[..., 22:27, 15:38] = 0.0
    picture[..., 45:50, 38:60] = 0.0
    drawer = make(72, 72, strokes=8, max_stroke_width=1)
    drawer.fit(picture)
    dark = drawer.render()[0].mean(0) < 0.5
    near = torch.nn.functional.max_pool2d(1 - picture[:, :1], 15, 1, 7)[0, 0] > 0
    assert dark.any() and not (dark & ~near).any()


def test_lines_between_flat_colours_lie_on_them_and_are_of_the_pens_widths() -> None:
    at = torch.arange(100) + 0.5
    away = ((at[:, None] - 50) ** 2 + (at[None] - 50) ** 2).sqrt()
    noise = 0.1 * torch.rand(2, 3, 100, 100, generator=torch.Generator().manual_seed(1))
    image = torch.cat([0.5 + noise, (away < 35).float().expand(2, 1, 100, 100)], 1)
    image[:, 2][(away < 12).expand(2, 100, 100)] = 0.0
    drawer = make(100, 100, (1, 2), strokes=9, stroke_length=5, stroke_fit_colors=4, max_stroke_width=1.5)
    drawer.fit(image)
    inked = drawer.render()[:, 0] < 0.4
    on_line = ((away - 35).abs() < 3) | ((away - 12).abs() < 3)
    assert not inked[:, ~on_line].any()
    assert inked[:, (away - 35).abs() < 0.7].float().mean() > 0.95
    widths = drawer.widths.detach()
    assert float(widths.amax()) == pytest.approx(3.0) and float(widths.amin()) < 2.9
    alone = make(100, 100, (2,), strokes=9, stroke_length=5, stroke_fit_colors=4, max_stroke_width=1.5)
    alone.fit(image[1:])
    assert torch.equal(alone.points[0], drawer.points[1])


def test_a_second_fit_does_not_trace_the_traced_lines(brief: None) -> None:
    """The lines of a picture of lines would run along both of their sides."""
    at = torch.arange(100) + 0.5
    inside = ((at[:, None] - 50) ** 2 + (at[None] - 50) ** 2 < 35**2).float()
    drawer = make(100, 100, strokes=6, stroke_length=5, stroke_fit_colors=4)
    drawer.fit(torch.cat([torch.full((1, 3, 100, 100), 0.5), inside.expand(1, 1, 100, 100)], 1))
    first = drawer.render().detach()
    drawer.fit(first)
    middle = drawer.render()[0, 0, 50, :50].detach()
    dark = (middle < 0.6).int()
    assert int((dark.diff() > 0).sum()) == 1 and middle[15] < 0.5


def test_pictures_without_areas_are_traced_by_their_marks(brief: None) -> None:
    drawer = make(60, 80, strokes=4, stroke_length=3, stroke_fit_colors=4)
    drawer.fit(torch.ones(1, 3, 60, 80))
    assert drawer.render().isfinite().all()


def test_fitting_does_not_depend_on_the_rates_of_the_run(brief: None) -> None:
    image = torch.ones(1, 3, 60, 80)
    image[..., 20:40, 30:50] = 0
    slow, fast = make(strokes=4, stroke_point_lr=0.001), make(strokes=4, stroke_point_lr=2.0, stroke_width_lr=1.0)
    slow.fit(image)
    fast.fit(image)
    assert torch.equal(slow.points, fast.points) and torch.equal(slow.widths, fast.widths)
