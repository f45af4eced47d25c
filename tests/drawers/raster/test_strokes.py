"""Strokes against brute force: the picture, the ink, the gradients."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, cosine_similarity

from drawers._raster import Strokes, draw
from tests.drawers.raster.scenes import (
    item_of,
    kinked_strokes,
    leaves,
    polyline,
    random_strokes,
    scaled,
    shrink,
    true_inside,
    true_picture,
)

WHITE = torch.ones(3)


def smooth_target(size: int, seed: int, dtype: torch.dtype = torch.float32) -> Tensor:
    noise = torch.rand(1, 3, size + 16, size + 16, generator=torch.Generator().manual_seed(seed), dtype=dtype)
    return (avg_pool2d(noise, 17, 1) - 0.5) * 8 + 0.5


@pytest.mark.parametrize("seed", [1, 8, 10, 164])
def test_picture_is_the_supersampled_truth(seed: int) -> None:
    # Seed 10 has a stroke that runs beside itself three times, seed 8 deep notches, 164 edges of two nearly opaque
    # strokes in one pixel.
    scene = random_strokes(64, 224, seed)
    error = (draw(scene, (224, 224), WHITE)[0, :3] - true_picture(scene, 224, 8)).abs()
    assert error.mean() <= 0.0006
    assert error.max() <= 0.15


@pytest.mark.parametrize("seed", [24, 30, 32])
def test_hairlines_are_the_supersampled_truth(seed: int) -> None:
    # Seeds with hairlines that cross, kink or turn back within a pixel.
    scene = random_strokes(64, 224, seed, width_frac=(0.002, 0.01))
    error = (draw(scene, (224, 224), WHITE)[0, :3] - true_picture(scene, 224, 10)).abs()
    assert error.mean() <= 0.0006
    assert error.max() <= 0.15


@pytest.mark.parametrize("seed", [27, 31])
def test_acute_kinks_are_the_supersampled_truth(seed: int) -> None:
    scene = kinked_strokes(64, 224, seed, (0.3, 3.0))
    error = (draw(scene, (224, 224), WHITE)[0, :3] - true_picture(scene, 224, 10)).abs()
    assert error.mean() <= 0.0006
    assert error.max() <= 0.15


@pytest.mark.parametrize(("below", "covered"), [(0.0, 0.5), (0.25, 0.75), (9.75, 1.0), (10.0, 1.0), (10.25, 0.75)])
@pytest.mark.parametrize("turned", [False, True])
def test_edges_in_one_pixel_overlap_as_they_lie(below: float, covered: float, turned: bool) -> None:
    """Two opaque strokes 10 wide, one `below` the other; edges that met by chance would cover 0.75 of row 17 at 0."""
    first = polyline([(-20.0, 12.5), (40.0, 12.5)], 10.0)
    points = torch.cat([first.points, first.points + torch.tensor([0.0, below])], 1)
    both = Strokes(points.flip(1) if turned else points, first.widths.expand(1, 2), first.colors.expand(1, 2, 4))
    alpha = draw(both, (32, 20))[0, 3]
    assert alpha[17, 10].item() == pytest.approx(covered, abs=1e-4)


@pytest.mark.parametrize("seed", [0, 27])
def test_opaque_strokes_side_by_side_in_a_pixel_hide_what_lies_behind_them(seed: int) -> None:
    scene = random_strokes(64, 224, seed)
    colors = torch.cat([(scene.colors[..., :3] > 0.5).float(), torch.ones_like(scene.colors[..., 3:])], -1)
    scene = Strokes(scene.points, scene.widths, colors, scene.segments)
    error = (draw(scene, (224, 224), WHITE)[0, :3] - true_picture(scene, 224, 8)).abs()
    assert error.mean() <= 0.0006
    assert error.max() <= 0.15


@pytest.mark.parametrize("width", [0.5, 1.0, 1.7, 4.0, 12.0])
def test_ink_of_a_straight_stroke_is_its_area(width: float) -> None:
    generator = torch.Generator().manual_seed(3)
    lines = []
    for turn, x, y in torch.rand(40, 3, generator=generator).tolist():
        dx, dy = 20 * math.cos(2 * math.pi * turn), 20 * math.sin(2 * math.pi * turn)
        lines.append(polyline([(31 + x - dx, 31 + y - dy), (31 + x + dx, 31 + y + dy)], width))
    scene = Strokes(*(torch.cat(parts) for parts in zip(*((s.points, s.widths, s.colors) for s in lines), strict=True)))
    ink = (draw(scene, (64, 64))[:, 3].sum((1, 2)) / (40 * width + math.pi * width**2 / 4)).tolist()
    assert len(ink) == 40 and abs(sum(ink) / len(ink) - 1) <= 0.005
    assert max(abs(share - 1) for share in ink) <= 0.01


@pytest.mark.parametrize(("width", "tolerance"), [(0.4, 0.035), (1.0, 0.015), (2.0, 0.01), (5.0, 0.005)])
def test_a_kink_keeps_its_ink(width: float, tolerance: float) -> None:
    for corner in ((40.0, 14.0), (10.0, 11.0), (45.0, 33.0)):
        scene = polyline([(8.3, 12.6), corner, (14.2, 50.1)], width)
        true = (1 - true_picture(scene, 64, 16)).mean()
        ink = draw(scene, (64, 64))[0, 3].mean()
        assert abs(ink / true - 1) <= tolerance, corner


def test_evenly_spaced_control_points_are_drawn() -> None:
    """A line written as a cubic has no leading coefficient to divide by."""
    scene = polyline([(10.0, 20.0), (50.0, 20.0)], 8.0)
    assert draw(scene, (40, 64))[0, 3].sum() == pytest.approx(40 * 8 + math.pi * 16, rel=0.005)


@pytest.mark.parametrize("strokes", [16, 64])
def test_gradients_point_where_the_truth_points(strokes: int) -> None:
    """The reference draws 8 times as large, where antialiasing plays no part, and averages."""
    size, times = 128, 8
    scene = random_strokes(strokes, size, 4)
    target = smooth_target(size, 1)

    def gradients(render: Callable[[Strokes], Tensor]) -> list[Tensor]:
        scene_ = leaves(scene)
        ((render(scene_) - target) ** 2).mean().backward()
        found = [v.grad for v in (scene_.points, scene_.widths, scene_.colors)]
        return [v for v in found if v is not None]

    ours = gradients(lambda s: draw(s, (size, size), WHITE)[:, :3])
    large = (size * times, size * times)
    truth = gradients(lambda s: avg_pool2d(draw(scaled(s, times), large, WHITE)[:, :3], times))
    for mine, true in zip(ours, truth, strict=True):
        assert cosine_similarity(mine.flatten(), true.flatten(), dim=0) >= 0.995
        assert mine.norm() / true.norm() == pytest.approx(1, abs=0.02)


def test_point_gradients_are_differences_of_hard_samples() -> None:
    """Moves control points of single strokes of a scene drawn with hard samples only."""
    size, samples, step, count = 32, 12, 0.3, 3
    scene = random_strokes(count, size, 13, dtype=torch.float64, width_frac=(0.06, 0.2))
    target = smooth_target(size, 2, torch.float64)[0]
    moved = leaves(scene)
    ((draw(moved, (size, size), WHITE.double())[0, :3] - target) ** 2).sum().backward()
    assert moved.points.grad is not None
    masks = [true_inside(scene, k, size, samples) for k in range(count)]

    def loss(k: int, points: Tensor) -> float:
        changed = true_inside(Strokes(points, scene.widths, scene.colors, scene.segments), k, size, samples)
        picture = torch.ones(size * samples, size * samples, 3, dtype=torch.float64)
        for j, (inside, rows, columns) in enumerate([*masks[:k], changed, *masks[k + 1 :]]):
            patch, alpha = picture[rows, columns], scene.colors[0, j, 3]
            patch[inside] = patch[inside] * (1 - alpha) + alpha * scene.colors[0, j, :3]
        return float(((shrink(picture, samples).permute(2, 0, 1) - target) ** 2).sum())

    ours, truth = [], []
    for k in range(count):
        assert scene.segments is not None
        for vertex in range(3 * int(scene.segments[0, k]) + 1):
            for axis in (0, 1):
                shift = torch.zeros_like(scene.points)
                shift[0, k, vertex, axis] = step
                truth.append((loss(k, scene.points + shift) - loss(k, scene.points - shift)) / (2 * step))
                ours.append(float(moved.points.grad[0, k, vertex, axis]))
    assert cosine_similarity(torch.tensor(ours), torch.tensor(truth), dim=0) >= 0.995


def test_directional_derivatives_in_float64() -> None:
    """Colours exactly; widths and points but for the turning of edges inside a pixel, which counts as constant."""
    size, step = 96, 1e-5
    scene = random_strokes(40, size, 3, dtype=torch.float64, width_frac=(0.03, 0.1))
    target = smooth_target(size, 3, torch.float64)
    generator = torch.Generator().manual_seed(4)

    def loss(points: Tensor, widths: Tensor, colors: Tensor) -> Tensor:
        picture = draw(Strokes(points, widths, colors, scene.segments), (size, size), WHITE.double())
        return ((picture[:, :3] - target) ** 2).sum()

    leaf = leaves(scene)
    values = [leaf.points, leaf.widths, leaf.colors]
    loss(*values).backward()
    for index, tolerance in enumerate((0.03, 0.02, 1e-6)):
        grad = values[index].grad
        assert grad is not None
        for _ in range(4):
            # Half along the gradient, half at random: no direction has a derivative near zero.
            noise = torch.randn(grad.shape, generator=generator, dtype=grad.dtype)
            direction = grad / grad.norm() + noise / noise.norm()
            ends = []
            for sign in (1, -1):
                at = [v.detach() + (sign * step * direction if i == index else 0) for i, v in enumerate(values)]
                ends.append(loss(*at))
            measured = (ends[0] - ends[1]) / (2 * step)
            assert (grad * direction).sum().item() == pytest.approx(measured.item(), rel=tolerance)


def test_batch_equals_singles() -> None:
    batch = leaves(random_strokes(24, 70, 5, items=3))
    picture = draw(batch, (50, 70), WHITE)
    weight = torch.rand(3, 4, 50, 70, generator=torch.Generator().manual_seed(0))
    (picture * weight).sum().backward()
    for item in range(3):
        single = leaves(item_of(batch, item))
        alone = draw(single, (50, 70), WHITE)
        torch.testing.assert_close(alone[0], picture[item], atol=1e-6, rtol=0)
        (alone * weight[item]).sum().backward()
        leaf_pairs = ((single.points, batch.points), (single.widths, batch.widths), (single.colors, batch.colors))
        for mine, whole in leaf_pairs:
            assert mine.grad is not None and whole.grad is not None
            torch.testing.assert_close(mine.grad[0], whole.grad[item], atol=2e-4, rtol=2e-4)


def test_float64_agrees_with_float32() -> None:
    single, double = random_strokes(64, 128, 6), random_strokes(64, 128, 6, dtype=torch.float64)
    assert (draw(single, (128, 128)) - draw(double, (128, 128))).abs().max() < 0.002
