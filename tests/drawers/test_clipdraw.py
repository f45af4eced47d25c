"""The stroke drawer: contract, widths, fitting, rebirth, SVG."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import numpy
import pytest
import resvg_py
import torch
from PIL import Image
from pydantic import ValidationError
from torch import Tensor

from drawers import clipdraw
from drawers._vector import fitting
from drawers.clipdraw import ClipDraw, Config, build
from pixdraw.errors import PluginError, SettingsError
from pixdraw.interfaces import Canvas, ParamGroup, SteppedDrawer, VectorDrawer
from pixdraw.rng import Rng
from pixdraw.testing import check_drawer
from tests.fakes import assert_batch_equals_singles, small_session

SVG = "{http://www.w3.org/2000/svg}"
BROAD: dict[str, Any] = {"min_stroke_width": 5, "max_stroke_width": 25}
"""Few such strokes cover a small picture."""


def make(
    height: int = 60, width: int = 80, seeds: tuple[int, ...] = (1,), transparent: bool = False, **settings: Any
) -> ClipDraw:
    return build(
        Config(**{"strokes": 40, **settings}), Canvas(height, width, len(seeds), transparent), Rng(seeds), "cpu"
    )


def sphere(height: int, width: int) -> Tensor:
    """A shaded ball before a graded sky: [1, 3, H, W]."""
    y, x = torch.linspace(-1, 1, height)[:, None], torch.linspace(-1, 1, width)
    ball = (1 - (x**2 + y**2) / 0.4).clamp_min(0).sqrt()
    sky = torch.stack([0.3 + 0.2 * y + 0 * x, 0.5 + 0.2 * y + 0 * x, 0.9 + 0 * (x + y)])
    return torch.where(ball > 0, torch.stack([0.2 + 0.7 * ball, 0.1 + 0.2 * ball, 0.1 + 0 * ball]), sky)[None]


def opened(document: str) -> Tensor:
    """What another program shows: [C, H, W], four channels."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=document))
    return torch.from_numpy(numpy.array(Image.open(io.BytesIO(png)).convert("RGBA"))).permute(2, 0, 1) / 255


@pytest.fixture
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fitting in a twelfth of its steps: what it keeps to does not depend on them."""
    monkeypatch.setattr(clipdraw, "FIT_STEPS", 1)
    monkeypatch.setattr(clipdraw, "REFINE_STEPS", 2)


@pytest.mark.parametrize(
    ("settings", "fits"),
    [({}, 0.75), ({"stroke_shape": "blob"}, 0.75), ({"stroke_colors": 4, "stroke_opacity": 0.8}, None)],
)
def test_the_contract_holds(brief: None, settings: dict[str, Any], fits: float | None) -> None:
    config = Config(strokes=9 if fits else 6, **BROAD, **settings)
    check_drawer(clipdraw, config=config, canvas=Canvas(16, 24, 1), fits=fits)


@pytest.mark.parametrize(
    "settings",
    [{"iterations": 5}, {"stroke_shape": "blob", "transparent": True}, {"init_noise": "gradient", "stroke_colors": 3}],
    ids=["reborn", "blobs", "fitted"],
)
def test_runs_in_a_batch_give_the_bits_of_their_single_runs(
    brief: None, settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipdraw, "REBIRTH_EVERY", 2)
    assert_batch_equals_singles(drawer="clipdraw", strokes=6, size="24x20", **{"iterations": 3, **settings})


def test_it_is_stepped_and_exports() -> None:
    drawer = make()
    assert isinstance(drawer, SteppedDrawer) and isinstance(drawer, VectorDrawer)


def test_widths_are_pixrays_percent_of_the_height_as_half_widths() -> None:
    drawer = make(height=100, min_stroke_width=1, max_stroke_width=5)
    assert torch.allclose(drawer.widths, torch.tensor(3.0))
    with torch.no_grad():
        drawer.widths.add_(1000)
        drawer.project()
        assert torch.allclose(drawer.widths, torch.tensor(10.0))
        drawer.widths.sub_(1000)
        drawer.project()
        assert torch.allclose(drawer.widths, torch.tensor(2.0))


def test_bounds_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValidationError, match="above max_stroke_width"):
        Config(min_stroke_width=6)
    with pytest.raises(SettingsError, match="stroke_ground"):
        make(stroke_ground="no colour")


@pytest.mark.parametrize("shape", ["stroke", "blob"])
@pytest.mark.parametrize("transparent", [False, True])
def test_the_svg_is_the_picture(shape: str, transparent: bool) -> None:
    drawer = make(120, 160, seeds=(1, 2), transparent=transparent, stroke_shape=shape, stroke_ground="#204060")
    for item in range(2):
        shown = opened(drawer.to_svg(item))
        picture = drawer.render()[item]
        if transparent:
            premultiplied = torch.cat([picture[:3] * picture[3:], picture[3:]])
            shown = torch.cat([shown[:3] * shown[3:], shown[3:]])
            assert (premultiplied - shown).abs().mean() <= 0.006
        else:
            assert (picture - shown[:3]).abs().mean() <= 0.006


def test_the_svg_has_one_path_a_visible_stroke_and_a_removable_ground() -> None:
    drawer = make(strokes=10)
    with torch.no_grad():
        drawer.colors[..., 3] = 1.0
        drawer.colors[0, 3, 3] = 0.0
        drawer.points[0, 4] += 1000
    root = ElementTree.fromstring(drawer.to_svg(0))
    paths = root.findall(f"{SVG}path")
    assert len(paths) <= 8
    assert all(path.get("fill") == "none" and path.get("stroke-linecap") == "round" for path in paths)
    assert [rect.get("id") for rect in root.findall(f"{SVG}rect")] == ["background"]
    assert root.get("viewBox") == "0 0 80 60"


def test_a_plotter_gets_single_opaque_lines_by_pen() -> None:
    for shape in ("stroke", "blob"):
        drawer = make(strokes=30, plotter=True, stroke_colors=3, stroke_shape=shape)
        root = ElementTree.fromstring(drawer.to_svg(0))
        pens = root.findall(f"{SVG}g")
        assert 1 <= len(pens) <= 3 and not root.findall(f"{SVG}rect")
        lines = [line for pen in pens for line in pen]
        assert {line.get("fill") for line in lines} == {"none"}
        assert len({line.get("stroke-width") for line in lines}) == 1
        assert all(line.get("stroke-opacity") is None for line in lines)


def test_stroke_colors_bounds_the_colours_of_picture_and_svg() -> None:
    drawer = make(strokes=60, stroke_colors=3, seeds=(1, 2))
    for item in range(2):
        colors = drawer.shapes().colors[item, :, :3].detach()
        assert len(torch.unique(colors, dim=0)) <= 3
        root = ElementTree.fromstring(drawer.to_svg(item))
        assert len({path.get("stroke") for path in root.findall(f"{SVG}path")}) <= 3


@pytest.mark.parametrize(("shape", "least"), [("stroke", 23.0), ("blob", 27.0)])
def test_fit_resembles_a_picture(shape: str, least: float) -> None:
    picture = sphere(36, 48)
    drawer = make(36, 48, strokes=32, stroke_shape=shape, max_stroke_width=15)
    drawer.fit(picture)
    psnr = -10 * (drawer.render() - picture).square().mean().log10().item()
    assert psnr >= least


def test_a_fit_to_what_it_shows_already_keeps_the_strokes(brief: None) -> None:
    drawer = make(strokes=24)
    before = drawer.points.detach().clone()
    drawer.fit(drawer.render().detach() * 0.95)
    moved = (drawer.points - before).norm(dim=-1).median()
    assert moved < 3


def test_a_canvas_far_larger_than_the_fit_keeps_its_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "WORKING_SIDE", 32)
    monkeypatch.setattr(clipdraw, "FIT_STEPS", 4)
    monkeypatch.setattr(clipdraw, "REFINE_STEPS", 8)
    picture = sphere(24, 32)
    small, large = make(24, 32, strokes=8, **BROAD), make(72, 96, strokes=8, **BROAD)
    small.fit(picture)
    large.fit(torch.nn.functional.interpolate(picture, (72, 96), mode="bilinear"))
    shrunk = torch.nn.functional.interpolate(large.render(), (24, 32), mode="area")
    errors = [float((image.detach() - picture).square().mean()) for image in (small.render(), shrunk)]
    assert errors[1] < 2 * errors[0]


def test_unseen_strokes_are_born_again_where_the_loss_asks() -> None:
    drawer = make(60, 60, strokes=20)
    with torch.no_grad():
        drawer.colors[..., 3] = 0.0
    goal = torch.ones(1, 3, 60, 60)
    goal[:, 1:, 10:25, 10:25] = 0.0
    ((drawer.render() - goal) ** 2).sum().backward()
    drawer.advance(20, 100)
    alive = drawer.opacities()[0] > 0.5
    assert alive.all()
    middle = drawer.points[0, :, 3].detach()
    near = ((middle > 4) & (middle < 31)).all(1)
    assert near.float().mean() > 0.8
    assert (drawer.colors[0, near, 0] > drawer.colors[0, near, 1]).float().mean() > 0.8


def test_rebirth_is_a_function_of_step_and_state() -> None:
    one, other = make(seeds=(5,)), make(seeds=(5,))
    with torch.no_grad():
        one.colors[..., 3] = 0.001
    (one.render() ** 2).sum().backward()
    other.load_state_dict(one.state_dict())
    one.advance(40, 100)
    other.advance(40, 100)
    assert torch.equal(one.points, other.points)
    assert torch.equal(one.render(), other.render())


def test_more_than_256_overlapping_strokes_are_drawn() -> None:
    drawer = make(strokes=400)
    with torch.no_grad():
        drawer.points.copy_(drawer.points[:, :1].expand_as(drawer.points))
        drawer.segments.fill_(3)
        drawer.colors[..., 3] = 0.01
        drawer.colors[..., :3] = 0.0
    ink = 1 - drawer.render()[0, 0]
    ink.sum().backward()
    assert ink.amax().item() == pytest.approx(1 - 0.99**400, abs=1e-3)  # all 400 count
    grad = drawer.colors.grad
    assert grad is not None and grad.isfinite().all() and grad[0, 0, 0] != 0 and grad[0, 399, 0] != 0


def test_a_portrait_at_draft_quality_is_not_blank() -> None:
    session = small_session(drawer="clipdraw", quality="draft", aspect="portrait", size=None, iterations=3)
    drawer: Any = session.drawer
    assert drawer.points.shape[1] == 1024 and session.images().shape[2:] == (160, 128)
    for _ in session.run():
        assert inked(session.images()[0]).amin() > 0.1


def inked(picture: Tensor) -> Tensor:
    """The share of pixels [4, 4] that are clearly no longer white, for each sixteenth of the frame."""
    far = ((1 - picture).amax(0) > 0.1).float()
    return torch.nn.functional.adaptive_avg_pool2d(far[None], 4)[0]


def test_rates_grow_with_the_canvas() -> None:
    def rates(side: int) -> list[float]:
        groups: list[ParamGroup] = make(side, side).param_groups()
        return [group.lr for group in groups]

    assert rates(224) == pytest.approx([1.0, 0.1, 0.01])
    assert rates(448) == pytest.approx([2.0, 0.2, 0.01])


def test_diffvg_missing_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pydiffvg", None)
    with pytest.raises(PluginError, match="not on PyPI"):
        make(rasterizer="diffvg").render()


class FakeDiffvg:
    """Records scenes; draws the background with half of the picture covered in red."""

    def __init__(self) -> None:
        self.scenes: list[Any] = []
        self.grounds: list[Tensor] = []
        self.Path = SimpleNamespace
        self.ShapeGroup = SimpleNamespace
        self.RenderFunction = SimpleNamespace(serialize_scene=self._serialise, apply=self._apply)

    def _serialise(self, width: int, height: int, shapes: list[Any], groups: list[Any]) -> list[Any]:
        self.scenes.append((shapes, groups))
        return [shapes]

    def _apply(self, width: int, height: int, x: int, y: int, seed: int, ground: Tensor, *scene: Any) -> Tensor:
        self.grounds.append(ground)
        picture = ground.clone()
        picture[:, : width // 2, :3] = torch.tensor([1.0, 0, 0])
        return picture


def test_diffvg_gets_half_widths_an_opaque_ground_and_no_straight_cubics(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeDiffvg()
    monkeypatch.setitem(sys.modules, "pydiffvg", fake)
    drawer = make(rasterizer="diffvg", transparent=True, strokes=3)
    straight = torch.arange(10.0)[:, None].expand(10, 2) * 4
    with torch.no_grad():
        drawer.points[0, 1] = straight
    picture = drawer.render()
    (shapes, groups), *_ = fake.scenes
    assert len(shapes) == len(groups) == 3
    assert shapes[0].stroke_width.item() == pytest.approx(drawer.widths[0, 0].item() / 2)
    assert len(shapes[0].points) == 3 * int(drawer.segments[0, 0]) + 1
    assert all((ground[..., 3] == 1).all() for ground in fake.grounds)
    nudged = shapes[1].points
    assert ((nudged[3] - 3 * nudged[2] + 3 * nudged[1] - nudged[0]).abs() > 1e-3).all()
    # Covered on the left, clear on the right.
    assert torch.allclose(picture[0, :, 10, 10], torch.tensor([1.0, 0, 0, 1]))
    assert picture[0, 3, 10, 70] == 0


def test_diffvg_refuses_what_would_end_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pydiffvg", FakeDiffvg())
    drawer = make(rasterizer="diffvg", strokes=400)
    with torch.no_grad():
        drawer.points.copy_(drawer.points[:, :1].expand_as(drawer.points))
    with pytest.raises(PluginError, match="overlap"):
        drawer.render()


def test_diffvg_draws_what_we_draw() -> None:
    pytest.importorskip("pydiffvg", reason="pydiffvg is built from source, on few machines")
    ours, theirs = (make(120, 120, rasterizer=name) for name in ("builtin", "diffvg"))
    assert (ours.render() - theirs.render()).abs().mean() < 0.02


@pytest.mark.parametrize("shape", ["stroke", "blob"])
def test_fit_leaves_clear_ground_clear(brief: None, shape: str) -> None:
    """More strokes than a small thing needs: the rest are not left on the transparent ground."""
    disc = torch.zeros(1, 4, 60, 80)
    y, x = torch.meshgrid(torch.arange(60.0), torch.arange(80.0), indexing="ij")
    disc[:, :, (x - 40) ** 2 + (y - 30) ** 2 < 100] = torch.tensor([0.8, 0.2, 0.1, 1.0])[:, None]
    drawer = make(transparent=True, strokes=120, stroke_shape=shape)
    drawer.fit(disc)
    alpha = drawer.render()[0, 3].detach()
    far = (x - 40) ** 2 + (y - 30) ** 2 > 18**2
    assert alpha[far].max() < 0.1 and alpha[28:32, 38:42].min() > 0.9


@pytest.mark.parametrize("shape", ["stroke", "blob"])
def test_fitting_does_not_depend_on_the_rates_of_the_run(brief: None, shape: str) -> None:
    slow = make(strokes=12, stroke_shape=shape, stroke_point_lr=0.001, stroke_width_lr=0.001, stroke_color_lr=0.001)
    fast = make(strokes=12, stroke_shape=shape)
    for drawer in (slow, fast):
        drawer.fit(sphere(60, 80))
    for mine, other in zip(slow.parameters(), fast.parameters(), strict=True):
        assert torch.equal(mine, other)


def test_a_picture_is_seen_in_flat_colours_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipdraw, "FIT_STEPS", 4)
    monkeypatch.setattr(clipdraw, "REFINE_STEPS", 8)
    noise = 0.15 * torch.randn(1, 3, 36, 48, generator=torch.Generator().manual_seed(0))
    image = torch.tensor([0.8, 0.3, 0.2])[:, None, None].expand(1, 3, 36, 48).clone()
    image[..., 24:] = torch.tensor([0.2, 0.3, 0.8])[:, None, None]
    plain, even = (make(36, 48, strokes=12, stroke_fit_colors=colours, **BROAD) for colours in (None, 4))
    errors = []
    for drawer in (plain, even):
        drawer.fit((image + noise).clamp(0, 1))
        errors.append(float((drawer.render().detach() - image).square().mean()))
    assert errors[1] < 0.75 * errors[0]
