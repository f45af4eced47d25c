"""The pixel drawer: grids, geometry, exactness, transparency, fitting, SVG."""

from __future__ import annotations

import io
from typing import Any, get_args

import numpy
import pytest
import resvg_py
import torch
from PIL import Image
from pydantic import ValidationError
from torch import Tensor, nn

from drawers import pixel
from drawers._grid.grids import Grids
from drawers._grid.lattice import Lattice
from drawers._grid.maps import cover, resize_map
from drawers._grid.outlines import merged
from drawers.pixel import CellType, Config, PixelDrawer, build, grid_size
from pixdraw.errors import SettingsError
from pixdraw.imaging import svg
from pixdraw.imaging.compositing import premultiply
from pixdraw.interfaces import BeginningDrawer, Canvas, GridDrawer, KeptDrawer, VectorDrawer
from pixdraw.rng import Rng
from pixdraw.testing import check_drawer

KINDS = get_args(CellType)
SMALL = (9, 7)  # columns, rows


def grids(drawer: PixelDrawer) -> nn.ParameterList:
    """Return the grids that a drawer's cells are held as."""
    assert isinstance(drawer.held, Grids)
    return drawer.held.levels


def make(
    height: int = 40, width: int = 52, seeds: tuple[int, ...] = (1,), transparent: bool = False, **settings: Any
) -> PixelDrawer:
    settings = {"pixel_size": SMALL, "pixel_init": "random", **settings}
    return build(Config(**settings), Canvas(height, width, len(seeds), transparent), Rng(seeds), "cpu")


def over(image: Tensor, colour: Tensor) -> Tensor:
    """Composite [B, 4, …] over a colour [3]."""
    shape = (1, 3) + (1,) * (image.ndim - 2)
    return image[:, :3] * image[:, 3:] + colour.view(shape) * (1 - image[:, 3:])


@pytest.mark.parametrize(("kind", "parameters"), [*((kind, "cells") for kind in KINDS), ("hex", "pyramid")])
def test_the_contract_holds(kind: str, parameters: str) -> None:
    config = Config(pixel_type=kind, pixel_size=SMALL, pixel_parameters=parameters)  # type: ignore[arg-type]
    check_drawer(pixel, config=config, canvas=Canvas(16, 20, 1))


@pytest.mark.parametrize("transparent", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_fewer_pixels_show_the_means_of_their_areas(kind: str, transparent: bool) -> None:
    drawer = make(96, 120, transparent=transparent, pixel_type=kind, pixel_size=(10, 8))
    canvas, render = drawer.smaller(24, 30)
    assert (canvas.height, canvas.width) == (24, 30)
    laid, small = (premultiply(picture.detach()) for picture in (drawer.render(), render()))
    gap = (small - torch.nn.functional.avg_pool2d(laid, 4)).abs().max()
    assert gap < (1e-6 if kind == "rect" else 0.05)  # coverage is measured by 64 samples a pixel


@pytest.mark.parametrize(
    ("canvas", "cells", "least", "size"),
    [
        ((384, 384), (32, 32), (96, 96), (96, 96)),
        ((384, 384), (32, 32), (97, 97), (128, 128)),
        ((384, 384), (32, 16), (96, 96), (96, 96)),
        ((384, 384), (40, 40), (96, 96), (120, 120)),  # cells of 9.6 pixels become whole blocks
        ((384, 384), (40, 40), (361, 361), (384, 384)),
        ((112, 200), (80, 45), (20, 20), (112, 200)),
    ],
)
def test_the_smallest_size_with_whole_cells_is_found(
    canvas: tuple[int, int], cells: tuple[int, int], least: tuple[int, int], size: tuple[int, int]
) -> None:
    drawer = make(*canvas, pixel_size=cells)
    found, render = drawer.smaller(*least)
    assert (found.height, found.width) == size == tuple(render().shape[2:])


# The grids that pixray's users know, as columns x rows.
GRIDS = {
    "rect": ["80x45", "40x40", "40x50", "106x60", "40x22"],
    "knit": ["80x45", "40x40", "40x50", "106x60", "40x22"],
    "rectshift": ["81x45", "41x41", "41x51", "107x61", "41x23"],
    "hex": ["81x63", "41x57", "41x71", "107x85", "41x31"],
    "tri": ["113x46", "57x40", "57x50", "151x60", "57x22"],
    "diamond": ["81x91", "41x81", "41x101", "107x121", "41x45"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_grids_are_those_users_know(kind: CellType) -> None:
    canvases = [(432, 768, None), (576, 576, None), (640, 512, None), (432, 768, 0.75), (432, 768, 2)]
    found = [grid_size(Config(pixel_type=kind, pixel_scale=scale), h, w) for h, w, scale in canvases]
    assert [f"{columns}x{rows}" for rows, columns in found] == GRIDS[kind]


@pytest.mark.parametrize(
    ("settings", "canvas", "grid"),
    [
        ({"pixel_size": (64, 32)}, (64, 64), (32, 64)),
        ({"pixel_size": (64, 32), "pixel_scale": 2}, (64, 64), (16, 32)),
        ({"pixel_size": (640, 640)}, (48, 64), (48, 64)),
        ({"pixel_size": (64, 48), "pixel_type": "hex"}, (48, 64), (47, 63)),
        ({"pixel_size": (64, 48), "pixel_type": "tri"}, (48, 64), (48, 63)),
        ({"pixel_size": (20, 20), "pixel_type": "hex"}, (48, 64), (21, 21)),
        ({"pixel_size": (20, 20), "pixel_type": "hex", "pixel_edge_check": False}, (48, 64), (20, 20)),
        ({"pixel_type": "diamond", "pixel_iso_check": False}, (144, 144), (41, 41)),
        ({"pixel_scale": 1000}, (64, 64), (1, 1)),
        ({}, (8, 8), (8, 8)),
    ],
)
def test_grids_follow_the_settings_and_the_canvas(
    settings: dict[str, Any], canvas: tuple[int, int], grid: tuple[int, int]
) -> None:
    assert grid_size(Config(**settings), *canvas) == grid


@pytest.mark.parametrize("kind", ["rectshift", "hex", "diamond"])
def test_shifted_rows_need_two_columns(kind: str) -> None:
    with pytest.raises(SettingsError, match=f"pixel_type {kind} on a grid of 1x"):
        make(pixel_type=kind, pixel_size=(1, 4))


@pytest.mark.parametrize(
    "settings",
    [
        {"pixel_type": "circle"},
        {"pixel_size": (0, 4)},
        {"pixel_size": (4,)},
        {"pixel_scale": 0},
        {"pixel_lr": -1},
        {"pixel_init_alpha": 2},
        {"pixel_sise": (4, 4)},
    ],
)
def test_wrong_settings_are_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Config(**settings)


def test_a_wrong_type_lists_the_right_ones() -> None:
    with pytest.raises(ValidationError, match="'rect', 'rectshift', 'hex', 'tri', 'diamond' or 'knit'"):
        Config(pixel_type="hexagon")  # type: ignore[arg-type]


def test_every_setting_has_its_help() -> None:
    assert all(field.description for field in Config.model_fields.values())


# An inner cell's corners from its own top left, in cells.
CORNERS: dict[str, Any] = {
    "rect": {(0, 0), (1, 0), (1, 1), (0, 1)},
    "rectshift": {(0, 0), (0.5, 0), (1, 0), (1, 1), (0.5, 1), (0, 1)},
    "hex": {(0.5, -1 / 6), (0, 1 / 6), (0, 5 / 6), (0.5, 7 / 6), (1, 5 / 6), (1, 1 / 6)},
    "diamond": {(0.5, -0.5), (0, 0.5), (0.5, 1.5), (1, 0.5)},
    # the stitch of the reference, its lower end cut out by the stitch below
    "knit": {(0.5, 1.3), (1, 0.55), (0.9, 0.55), (1, -0.45), (0.9, -0.45)}
    | {(0.5, 0.3), (0.1, -0.45), (0, -0.45), (0, 0.55), (0.1, 0.55)},
}


@pytest.mark.parametrize("kind", CORNERS)
@pytest.mark.parametrize("row", [2, 3])
def test_cells_have_the_corners_users_know(kind: str, row: int) -> None:
    indent = 0.5 if row == 2 and kind in ("rectshift", "hex", "diamond") else 0
    outline = Lattice(kind, 7, 7).outline(row, 3)
    found = {(round(u - 3 - indent, 9), round(v - row, 9)) for u, v in outline}
    assert found == {(round(u, 9), round(v, 9)) for u, v in CORNERS[kind]}


def test_triangles_point_up_and_down_in_turn() -> None:
    grid = Lattice("tri", 6, 7)
    assert set(grid.outline(2, 4)) == {(4.5, 2), (3.5, 3), (5.5, 3)}
    assert set(grid.outline(2, 3)) == {(3.5, 3), (2.5, 2), (4.5, 2)}
    assert set(grid.outline(3, 4)) == {(4.5, 4), (3.5, 3), (5.5, 3)}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("rows", "columns"), [(7, 9), (6, 8), (1, 5), (2, 2), (5, 3)])
def test_outlines_cover_the_canvas_once(kind: str, rows: int, columns: int) -> None:
    grid = Lattice(kind, rows, columns)
    outlines = [grid.outline(row, column) for row in range(rows) for column in range(grid.row_length(row))]
    assert all(0 <= u <= columns and 0 <= v <= rows for outline in outlines for u, v in outline)
    assert sum(shoelace(outline) for outline in outlines) == pytest.approx(rows * columns)
    assert len(outlines) + len(grid.spare()) == rows * columns


def shoelace(outline: list[tuple[float, float]]) -> float:
    following = [*outline[1:], outline[0]]
    return abs(sum(u0 * v1 - u1 * v0 for (u0, v0), (u1, v1) in zip(outline, following, strict=True))) / 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_is_seen_and_no_spare_one(kind: str) -> None:
    grid = Lattice(kind, 7, 9)
    area = cover(grid, 40, 52, "cpu").collect(torch.ones(1, 1, 40 * 52))[0, 0]
    seen = sorted(area.nonzero().flatten().tolist())
    assert seen == sorted(set(range(63)) - set(grid.spare()))
    assert float(area.sum()) == 40 * 52


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("transparent", [False, True])
def test_one_colour_everywhere_leaves_no_edges(kind: str, transparent: bool) -> None:
    drawer = make(pixel_type=kind, transparent=transparent, pixel_init="white", pixel_init_noise=0, pixel_init_alpha=1)
    assert torch.equal(drawer.render(), torch.ones_like(drawer.render()))


def test_a_cell_a_pixel_is_the_picture_itself() -> None:
    drawer = make(48, 64, pixel_size=(64, 48), transparent=True)
    assert torch.equal(drawer.render(), drawer.cells())


def test_whole_cells_equal_the_coverage_map() -> None:
    drawer = make(42, 54, seeds=(1, 2))
    flat = drawer.cells().flatten(2)
    coverage = cover(Lattice("rect", 7, 9), 42, 54, "cpu")
    assert len(coverage.mix_pixels) == 0
    assert torch.equal(drawer.render(), coverage.paint(flat, coverage.mixes(flat)).view(2, 3, 42, 54))


def test_fractional_squares_have_the_exact_coverage() -> None:
    drawer = make(10, 10, pixel_size=(4, 4))  # cells of 2.5 pixels
    rows = resample(4, 10)
    exact = torch.einsum("yr,bcrk,xk->bcyx", rows, drawer.cells(), rows)
    assert torch.allclose(drawer.render(), exact, atol=1e-6)


def resample(cells: int, pixels: int) -> Tensor:
    """Return [pixels, cells]: how much of each pixel each cell covers along one axis."""
    edges = torch.arange(pixels + 1) * cells / pixels
    low, high = edges[:-1, None], edges[1:, None]
    index = torch.arange(cells)
    shared = torch.minimum(high, index + 1.0) - torch.maximum(low, index + 0.0)
    return shared.clamp(min=0) * pixels / cells


@pytest.mark.parametrize("kind", KINDS)
def test_the_gradient_is_the_transpose_of_the_picture(kind: str) -> None:
    drawer = make(24, 31, pixel_type=kind)
    cells, parameter = drawer.cells().numel() // 3, grids(drawer)[0]
    basis = make(24, 31, pixel_type=kind, seeds=tuple(range(cells)))
    with torch.no_grad():
        grids(basis)[0].copy_(torch.eye(cells).view(cells, 1, *parameter.shape[2:]).expand(-1, 3, -1, -1))
    matrix = basis.render()[:, 0].flatten(1).detach()  # [cells, pixels]
    upstream = torch.randn(1, 3, 24, 31, generator=torch.Generator().manual_seed(0))
    drawer.render().backward(upstream)
    assert parameter.grad is not None
    assert torch.allclose(parameter.grad.flatten(2), upstream.flatten(2) @ matrix.T, atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_gradients_with_alpha_match_finite_differences(kind: str) -> None:
    drawer = make(8, 10, pixel_type=kind, pixel_size=(4, 3), transparent=True)
    drawer.double()
    parameter = grids(drawer)[0]
    with torch.no_grad():
        parameter.mul_(0.5).add_(0.25)

    render = drawer._painter.paint
    for part in (0, 3):  # a colour and the alpha
        value = parameter.detach().clone().requires_grad_()
        render(value).square().sum().backward()
        moved = torch.zeros_like(value)
        moved[0, part] = 1e-4
        slope = (render(value.detach() + moved).square().sum() - render(value.detach() - moved).square().sum()) / 2e-4
        assert value.grad is not None
        assert float((value.grad * moved).sum() / 1e-4) == pytest.approx(float(slope), rel=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_edges_between_transparent_cells_mix_what_is_seen(kind: str) -> None:
    drawer = make(transparent=True, pixel_type=kind)
    plain = make(pixel_type=kind)
    for colour in torch.tensor([[0.0, 0, 0], [1, 1, 1], [1, 0.2, 0.4]]):
        with torch.no_grad():
            grids(plain)[0].copy_(over(grids(drawer)[0], colour))
        assert torch.allclose(over(drawer.render(), colour), plain.render(), atol=2e-4)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("parameters", ["cells", "pyramid"])
def test_nothing_visible_is_still_finite(kind: str, parameters: str) -> None:
    drawer = make(transparent=True, pixel_type=kind, pixel_parameters=parameters)
    drawer.fit(torch.zeros(1, 4, 40, 52))
    image = drawer.render()
    assert torch.equal(image[:, 3], torch.zeros(1, 40, 52))
    over(image, torch.ones(3)).sum().backward()
    assert all(level.grad is not None and bool(level.grad.isfinite().all()) for level in grids(drawer))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("parameters", ["cells", "pyramid"])
def test_pictures_and_gradients_of_a_batch_are_bit_for_bit_those_of_single_runs(kind: str, parameters: str) -> None:
    seeds = (5, 6, 7)
    settings: dict[str, Any] = {"transparent": True, "pixel_type": kind, "pixel_parameters": parameters}
    together, upstream = make(seeds=seeds, **settings), torch.rand(3, 4, 40, 52)
    together.render().backward(upstream)
    for item, seed in enumerate(seeds):
        alone = make(seeds=(seed,), **settings)
        assert torch.equal(alone.render()[0], together.render()[item])
        alone.render().backward(upstream[item : item + 1])
        for one, many in zip(grids(alone), grids(together), strict=True):
            assert one.grad is not None and many.grad is not None
            assert torch.equal(one.grad[0], many.grad[item])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("transparent", [False, True])
def test_fitting_its_own_picture_gives_the_cells_back(kind: str, transparent: bool) -> None:
    drawer, other = (make(210, 270, seeds=(seed,), transparent=transparent, pixel_type=kind) for seed in (1, 2))
    other.fit(drawer.render().detach())
    first, second = drawer.render().detach(), other.render().detach()
    if transparent:  # an invisible cell's colour cannot be seen, nor kept
        first, second = over(first, torch.ones(3)), over(second, torch.ones(3))
    assert torch.allclose(first, second, atol=0.25)
    assert float((first - second).abs().mean()) < 0.02


def test_fitting_a_sprite_keeps_its_colour_at_the_border() -> None:
    image = torch.zeros(1, 4, 40, 52)
    image[:, 0, :, :21], image[:, 3, :, :21] = 1, 1  # red left, transparent black right; the border is inside a cell
    drawer = make(transparent=True)
    drawer.fit(image)
    cells = drawer.cells()
    partly = (cells[:, 3] > 0.1) & (cells[:, 3] < 0.9)
    assert bool(partly.any())
    assert torch.allclose(cells[:, 0][partly], torch.ones(1))


def test_an_opaque_drawer_sees_alpha_over_white() -> None:
    drawer = make()
    drawer.fit(torch.zeros(1, 4, 40, 52))
    assert torch.allclose(drawer.render(), torch.ones(1))


def test_a_transparent_drawer_sees_an_opaque_picture_as_opaque() -> None:
    drawer = make(transparent=True)
    drawer.fit(torch.zeros(1, 3, 40, 52))
    assert torch.equal(drawer.render()[:, 3], torch.ones(1, 40, 52))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("transparent", [False, True])
def test_the_mode_is_what_most_of_a_cell_shows(kind: str, transparent: bool) -> None:
    settings: dict[str, Any] = {"pixel_type": kind, "transparent": transparent, "pixel_resample": "mode"}
    original, mode, mean = make(210, 270, **settings), make(210, 270, **settings), make(210, 270, **settings)
    image = original.render().detach()
    if transparent:
        image[:, 3:] = image[:, 3:].round()
    shown = image.clone()
    shown[..., torch.rand(210, 270, generator=torch.Generator().manual_seed(1)) < 0.3] = 1.0  # white all over the place
    mode.begin(shown)
    mean.fit(shown)
    seen = [drawer.render().detach() for drawer in (mode, mean)]
    if transparent:
        *seen, image = (over(picture, torch.zeros(3)) for picture in (*seen, image))
    far_mode, far_mean = ((picture - image).abs().flatten() for picture in seen)
    assert float(far_mode.median()) < 0.01
    assert float(far_mode.mean()) < 0.35 * float(far_mean.mean())


def test_the_mode_of_an_edge_is_one_side_of_it() -> None:
    image = torch.zeros(1, 4, 40, 52)
    image[:, 0, :, :21], image[:, 3, :, :21] = 1, 1  # red left, clear right; the border is inside a cell
    drawer = make(transparent=True, pixel_resample="mode")
    drawer.begin(image)
    cells = drawer.cells().detach()
    assert float((cells[:, 3] - cells[:, 3].round()).abs().max()) < 1e-3
    assert float(cells[:, 3].mean()) == pytest.approx(4 / 9, abs=1e-3)
    assert torch.allclose(cells[:, 0][cells[:, 3] > 0.5], torch.ones(1))


def test_what_a_run_begins_with_is_a_mean_unless_asked_otherwise_and_a_fit_always() -> None:
    image = torch.rand(1, 3, 40, 52)
    plain, begun, fitted = make(), make(), make(pixel_resample="mode")
    plain.fit(image)
    begun.begin(image)
    fitted.fit(image)
    assert torch.equal(plain.render(), begun.render())
    assert torch.equal(plain.render(), fitted.render())


@pytest.mark.parametrize("kind", ["rect", "hex"])
def test_the_mode_of_a_batch_is_bit_for_bit_that_of_single_runs(kind: str) -> None:
    image = torch.rand(3, 3, 40, 52)
    settings: dict[str, Any] = {"pixel_type": kind, "pixel_resample": "mode"}
    batch = make(seeds=(1, 2, 3), **settings)
    batch.begin(image)
    for index in range(3):
        single = make(**settings)
        single.begin(image[index : index + 1])
        assert torch.equal(single.render()[0], batch.render()[index])


@pytest.mark.parametrize("kind", ["rect", "hex"])
def test_hard_alpha_is_all_or_nothing_in_what_is_kept_alone(kind: str) -> None:
    drawer = make(52, 65, transparent=True, pixel_hard_alpha=True, pixel_type=kind, pixel_size=(13, 13))
    plain = make(52, 65, transparent=True, pixel_type=kind, pixel_size=(13, 13))
    assert torch.equal(drawer.render(), plain.render()) and torch.equal(plain.kept(), plain.render())
    cells = drawer.cells().detach()
    assert torch.equal(cells[:, :3], plain.cells()[:, :3])
    assert set(cells[:, 3].unique().tolist()) == {0.0, 1.0}
    between = (drawer.kept()[:, 3] % 1 != 0).float().mean()  # where slanted edges cross a pixel
    assert float(between) == 0 if kind == "rect" else 0 < float(between) < 0.5
    assert drawer.to_svg(0).count("opacity") == 0


def test_a_pyramid_fits_as_well_as_plain_cells() -> None:
    image = torch.rand(1, 3, 40, 52)
    plain, pyramid = make(), make(pixel_parameters="pyramid")
    plain.fit(image)
    pyramid.fit(image)
    assert torch.allclose(plain.render(), pyramid.render(), atol=1e-6)
    assert [tuple(level.shape[2:]) for level in grids(pyramid)] == [(4, 5), (7, 9)]


@pytest.mark.parametrize(("old", "new"), [((1, 1), (7, 9)), ((4, 5), (7, 9)), ((3, 1), (5, 2)), ((2, 2), (4, 4))])
def test_enlarging_is_bilinear(old: tuple[int, int], new: tuple[int, int]) -> None:
    x = torch.rand(2, 3, *old)
    wanted = torch.nn.functional.interpolate(x, new, mode="bilinear", align_corners=False)
    assert torch.allclose(resize_map(old, new)(x.flatten(2)).view_as(wanted), wanted, atol=1e-6)


def test_projecting_a_pyramid_twice_changes_nothing() -> None:
    drawer = make(pixel_parameters="pyramid", pixel_size=(40, 40), seeds=(1, 2, 3))
    with torch.no_grad():
        for level in grids(drawer):
            level += 50 * torch.randn(level.shape, generator=torch.Generator().manual_seed(1))
    drawer.project()
    once = [level.detach().clone() for level in grids(drawer)]
    drawer.project()
    assert all(torch.allclose(a, b, rtol=0, atol=1e-6) for a, b in zip(once, grids(drawer), strict=True))


def test_a_cell_beyond_the_border_still_gets_a_gradient() -> None:
    drawer = make(pixel_parameters="pyramid", pixel_init="white", pixel_init_noise=0)
    with torch.no_grad():
        grids(drawer)[-1] += 1e-5
    assert torch.equal(drawer.render(), torch.ones_like(drawer.render()))
    drawer.render().sum().backward()
    assert all(level.grad is not None and bool((level.grad > 0).all()) for level in grids(drawer))


def test_coarse_levels_move_the_whole_picture() -> None:
    drawer = make(pixel_parameters="pyramid")
    drawer.render().sum().backward()
    shares = [level.grad.abs().mean() for level in grids(drawer) if level.grad is not None]
    assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize("start", ["grey", "white", "black", "random"])
@pytest.mark.parametrize("transparent", [False, True])
def test_starts_are_what_they_are_called(start: str, transparent: bool) -> None:
    cells = make(pixel_init=start, transparent=transparent, pixel_size=(40, 40)).cells().detach()
    mean = {"grey": 0.5, "white": 1, "black": 0, "random": 0.5}[start]
    assert float(cells[:, :3].mean()) == pytest.approx(mean, abs=0.03)
    assert float(cells.min()) >= 0 and float(cells.max()) <= 1
    assert float(cells[:, :3].std()) > 0.005
    if transparent:
        assert float(cells[:, 3].mean()) == pytest.approx(0.5, abs=0.03)


def test_short_rows_repeat_their_last_cell_in_the_sprite() -> None:
    drawer = make(pixel_type="hex")
    cells = drawer.cells()
    assert torch.equal(cells[:, :, ::2, -1], cells[:, :, ::2, -2])
    assert not torch.equal(cells[:, :, 1::2, -1], cells[:, :, 1::2, -2])


def test_its_abilities_are_known() -> None:
    drawer = make()
    assert isinstance(drawer, VectorDrawer)
    assert isinstance(drawer, GridDrawer)
    assert isinstance(drawer, BeginningDrawer)
    assert isinstance(drawer, KeptDrawer)


def rendered(text: str, height: int, width: int, zoom: int) -> Tensor:
    """Render by resvg at `zoom` times the size and average: premultiplied [4, H, W]."""
    png = resvg_py.svg_to_bytes(svg_string=text, width=width * zoom, height=height * zoom)
    image = numpy.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))
    values = torch.from_numpy(image.copy()).float().permute(2, 0, 1) / 255
    values = torch.cat([values[:3] * values[3:], values[3:]])
    return values.view(4, height, zoom, width, zoom).mean((2, 4))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edge_check", [True, False])
@pytest.mark.parametrize("transparent", [False, True])
def test_the_svg_is_the_picture(kind: str, edge_check: bool, transparent: bool) -> None:
    settings: dict[str, Any] = {"pixel_type": kind, "pixel_size": (8, 6), "pixel_edge_check": edge_check}
    drawer = make(transparent=transparent, seeds=(1, 2), **settings)
    for item in (0, 1):
        image = drawer.render()[item].detach()
        alpha = image[3:] if transparent else torch.ones_like(image[:1])
        wanted = torch.cat([image[:3] * alpha, alpha])
        found = rendered(drawer.to_svg(item), 40, 52, zoom=16)
        gap = (found - wanted).abs()
        # An edge pixel: 1/32 from resvg's 16 pixels a side, 1/32 from our 64 samples, 1/255 from 8 bits.
        assert float(gap.max()) < 1 / 32 + 1 / 32 + 1 / 255
        assert float(gap.mean()) < 1 / 255


@pytest.mark.parametrize("kind", KINDS)
def test_transparent_cells_are_left_out_of_the_svg(kind: str) -> None:
    drawer = make(transparent=True, pixel_type=kind)
    with torch.no_grad():
        grids(drawer)[0][:, 3] = 0
        grids(drawer)[0][:, 3, 2, 3] = 1
    assert drawer.to_svg(0).count("fill=") == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("zoom", [1, 3, 7])
def test_the_svg_has_no_seams_at_any_enlargement(kind: str, zoom: int) -> None:
    assert torch.equal(rendered(make(pixel_type=kind).to_svg(0), 40, 52, zoom)[3], torch.ones(40, 52))


def test_equal_neighbours_are_one_rectangle() -> None:
    drawer = make(pixel_init="white", pixel_init_noise=0)
    assert drawer.to_svg(0).count("<rect") == 1


def test_merging_keeps_every_cell() -> None:
    numbers = torch.randint(0, 2, (9, 11), generator=torch.Generator().manual_seed(3)).tolist()
    colours = [[svg.Paint(255 * number, 0, 0) for number in row] for row in numbers]
    rectangles = merged(colours)
    again = [[-1] * 11 for _ in range(9)]
    for left, top, right, bottom, colour in rectangles:
        for y in range(top, bottom):
            for x in range(left, right):
                assert again[y][x] == -1, "two rectangles overlap"
                again[y][x] = colour.red // 255
    assert again == numbers
    assert len(rectangles) < 99 / 1.5
