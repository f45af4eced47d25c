"""Filled paths and cells against brute force."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d, cosine_similarity

from drawers._raster import Cells, Fills, draw
from drawers._raster.scene import Rule
from tests.drawers.raster.scenes import true_fills

WHITE = torch.ones(3)


def blobs(shapes: int, size: int, seed: int, rule: Rule = "nonzero") -> Fills:
    """Closed paths of four cubics around random centres, some of them folded over themselves."""
    generator = torch.Generator().manual_seed(seed)
    angle = torch.linspace(0, 2 * math.pi, 13)[:12]
    radius = size * (0.04 + 0.12 * torch.rand(1, shapes, 12, generator=generator))
    centre = torch.rand(1, shapes, 1, 2, generator=generator) * size
    around = torch.stack([angle.cos(), angle.sin()], -1) * radius[..., None]
    return Fills(centre + around, torch.rand(1, shapes, 4, generator=generator), rule)


def pentagram(rule: Rule) -> Fills:
    corner = torch.arange(5) * 4 * math.pi / 5
    corners = torch.stack([32 + 28 * corner.sin(), 32 - 28 * corner.cos()], -1)
    thirds = torch.linspace(0, 1, 4)[:3, None]
    sides = [a + (b - a) * thirds for a, b in zip(corners, corners.roll(-1, 0), strict=True)]
    return Fills(torch.cat(sides)[None, None], torch.tensor([[[0.0, 0, 0, 1]]]), rule)


@pytest.mark.parametrize("rule", ["nonzero", "evenodd"])
def test_picture_is_the_supersampled_truth(rule: Rule) -> None:
    scene = blobs(24, 128, 1, rule)
    error = (draw(scene, (128, 128), WHITE)[0, :3] - true_fills(scene, 128, 12)).abs()
    assert error.mean() <= 0.0008


@pytest.mark.parametrize("rule", ["nonzero", "evenodd"])
def test_a_pentagram_has_its_area(rule: Rule) -> None:
    scene = pentagram(rule)
    ink = draw(scene, (64, 64))[0, 3].sum()
    # Edges of opposite winding cancel in the pixels of the tips.
    assert ink / (1 - true_fills(scene, 64, 16)[0]).sum() == pytest.approx(1, abs=0.005)


def test_a_polygon_is_exact() -> None:
    corners = torch.tensor([[3.3, 2.1], [17.8, 6.4], [9.2, 15.7]])
    thirds = torch.linspace(0, 1, 4)[:3, None]
    sides = torch.cat([a + (b - a) * thirds for a, b in zip(corners, corners.roll(-1, 0), strict=True)])
    (ax, ay), (bx, by) = (corners[1] - corners[0]).tolist(), (corners[2] - corners[0]).tolist()
    ink = draw(Fills(sides[None, None], torch.ones(1, 1, 4)), (20, 20))[0, 3].sum()
    assert ink.item() == pytest.approx(abs(ax * by - ay * bx) / 2, rel=1e-5)


def rings(shapes: int, size: int, seed: int, rule: Rule, *, opposite: bool) -> Fills:
    """Paths of a blob of four cubics, one of three inside it that may run the other way round, and unused points."""
    outside, inside = blobs(shapes, size, seed), blobs(shapes, size, seed + 1)
    centre = outside.points.mean(2, keepdim=True)
    hole = (inside.points - inside.points.mean(2, keepdim=True))[:, :, :9] * 0.7 + centre
    hole = hole.flip(2) if opposite else hole
    unused = torch.full((1, shapes, 6, 2), torch.nan)
    counts = torch.tensor([4, 3]).expand(1, shapes, 2)
    return Fills(torch.cat([outside.points, hole, unused], 2), outside.colors, rule, counts)


@pytest.mark.parametrize(("rule", "opposite"), [("nonzero", True), ("nonzero", False), ("evenodd", False)])
def test_contours_are_counted_together(rule: Rule, opposite: bool) -> None:
    scene = rings(16, 128, 3, rule, opposite=opposite)
    error = (draw(scene, (128, 128), WHITE)[0, :3] - true_fills(scene, 128, 12)).abs()
    assert error.mean() <= 0.0008


@pytest.mark.parametrize(
    ("rule", "opposite", "holed"), [("nonzero", True, 1), ("nonzero", False, 0), ("evenodd", 0, 1)]
)
def test_a_hole_is_cut_by_its_winding_or_by_parity(rule: Rule, opposite: bool, holed: int) -> None:
    def box(low: float, high: float) -> Tensor:
        corners = torch.tensor([[low, low], [high, low], [high, high], [low, high]])
        thirds = torch.linspace(0, 1, 4)[:3, None]
        return torch.cat([a + (b - a) * thirds for a, b in zip(corners, corners.roll(-1, 0), strict=True)])

    hole = box(8.5, 15.5)
    hole = torch.cat([hole[:1], hole[1:].flip(0)]) if opposite else hole
    points = torch.cat([box(2.25, 20.75), hole])[None, None]
    scene = Fills(points, torch.ones(1, 1, 4), rule, torch.tensor([[[4, 4]]]))
    assert draw(scene, (24, 24))[0, 3].sum().item() == pytest.approx(18.5**2 - holed * 49, rel=1e-5)


def test_contours_have_derivatives_in_float64() -> None:
    scene = rings(5, 64, 3, "nonzero", opposite=True)
    points = scene.points.double().requires_grad_()
    weight = torch.rand(1, 4, 64, 64, generator=torch.Generator().manual_seed(1), dtype=torch.float64)

    def loss(at: Tensor) -> Tensor:
        return (draw(Fills(at, scene.colors.double(), "nonzero", scene.contours), (64, 64)) * weight).sum()

    loss(points).backward()
    assert points.grad is not None and (points.grad[:, :, 21:] == 0).all()
    for seed in range(3):
        direction = torch.randn(points.shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
        measured = (loss(points.detach() + 1e-5 * direction) - loss(points.detach() - 1e-5 * direction)) / 2e-5
        predicted = (points.grad * direction)[:, :, :21].sum()
        assert predicted.item() == pytest.approx(measured.item(), rel=1e-4)


def test_one_contour_is_a_plain_path() -> None:
    scene = blobs(8, 64, 3)
    counted = Fills(scene.points, scene.colors, contours=torch.full((1, 8, 1), 4))
    assert torch.equal(draw(counted, (64, 64)), draw(scene, (64, 64)))


def test_a_path_past_the_left_edge_still_fills() -> None:
    square = pentagram("nonzero")
    whole = draw(square, (64, 64))
    shifted = draw(Fills(square.points - torch.tensor([20.0, 0]), square.colors), (64, 64))
    torch.testing.assert_close(shifted[..., :44], whole[..., 20:], atol=1e-5, rtol=0)


def test_gradients_point_where_the_truth_points() -> None:
    size, times = 96, 6
    scene = blobs(12, size, 2)
    generator = torch.Generator().manual_seed(3)
    target = avg_pool2d(torch.rand(1, 3, size + 16, size + 16, generator=generator), 17, 1) * 4

    def gradients(factor: int) -> list[Tensor]:
        points, colors = scene.points.clone().requires_grad_(), scene.colors.clone().requires_grad_()
        picture = draw(Fills(points * factor, colors), (size * factor, size * factor), WHITE)[:, :3]
        ((avg_pool2d(picture, factor) - target) ** 2).mean().backward()
        assert points.grad is not None and colors.grad is not None
        return [points.grad.flatten(), colors.grad.flatten()]

    for mine, true in zip(gradients(1), gradients(times), strict=True):
        assert cosine_similarity(mine, true, dim=0) >= 0.995


def test_batch_equals_singles() -> None:
    one, two = blobs(8, 64, 3), blobs(8, 64, 4)
    both = draw(Fills(torch.cat([one.points, two.points]), torch.cat([one.colors, two.colors])), (64, 64))
    for item, single in enumerate((one, two)):
        torch.testing.assert_close(draw(single, (64, 64))[0], both[item], atol=1e-6, rtol=0)


def test_paths_that_are_not_finite_or_off_the_frame_are_left_out() -> None:
    scene = blobs(4, 64, 5)
    points = scene.points.clone()
    points[0, 1, 3, 0], points[0, 2] = torch.nan, points[0, 2] + 900
    kept = [0, 3]
    assert torch.equal(
        draw(Fills(points, scene.colors), (64, 64)),
        draw(Fills(points[:, kept], scene.colors[:, kept]), (64, 64)),
    )
    empty = Fills(points[:, :0], scene.colors[:, :0])
    assert (draw(empty, (64, 64)) == 0).all()


def test_cells_keep_their_mean_at_any_scale() -> None:
    cells = torch.rand(2, 4, 5, 7, generator=torch.Generator().manual_seed(6))
    picture = draw(Cells(cells), (33, 45))
    alpha = cells[:, 3:]
    premultiplied = torch.cat([cells[:, :3] * alpha, alpha], 1)
    torch.testing.assert_close(picture.mean((2, 3)), premultiplied.mean((2, 3)))
    exact = draw(Cells(cells), (20, 28))
    assert torch.equal(exact[:, :, 1::4, 1::4], premultiplied)
