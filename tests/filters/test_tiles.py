"""Filters that make pictures tile: what is seen rolls, what is kept does not, and its seams are no edges."""

from typing import Any

import pytest
import torch
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.filters import tiler, wallpaper
from pixdraw.filters._tiles import BANDS, offsets, seam, tiled, window
from pixdraw.rng import Rng
from pixdraw.testing import check_filter, example_context
from tests.fakes import assert_grid_equals_singles, small_session

KINDS = ["none", "horizontal", "vertical", "shift"]


def apply(image: Tensor, step: int | None, **given: Any) -> tuple[Tensor, Tensor | None]:
    return wallpaper.build(wallpaper.Config(**given), example_context())(image, Rng((1,) * len(image)), step)


@pytest.mark.parametrize("kind", KINDS)
def test_contract(kind: Any) -> None:
    check_filter(wallpaper, config=wallpaper.Config(wallpaper_type=kind))
    check_filter(tiler)


@pytest.mark.parametrize("bricks", [False, True])
def test_a_window_is_cut_from_the_tiled_plane(bricks: bool) -> None:
    image = torch.rand(2, 3, 6, 8)
    plane = tiled(image, 2, 3, bricks=bricks)
    seen = window(image, torch.tensor([4, 0]), torch.tensor([3, 7]), bricks=bricks)
    assert torch.equal(seen[0], plane[0, :, 4:10, 3:11])
    assert torch.equal(seen[1], plane[1, :, 0:6, 7:15])
    seen = window(image, torch.tensor([-2, -2]), torch.tensor([0, 0]), bricks=bricks)
    assert torch.equal(seen[:, :, 2:], image[:, :, :-2])  # most of what is seen is the tile in its place
    assert torch.equal(seen[:, :, :2], image[:, :, -2:].roll(4 if bricks else 0, 3))


def test_bricks_lie_half_a_tile_off() -> None:
    image = torch.arange(8.0).expand(1, 1, 2, 8)
    plane = tiled(image, 2, 2, bricks=True)
    assert plane[0, 0, 0].tolist() == [*range(8)] * 2
    assert plane[0, 0, 2].tolist() == [4, 5, 6, 7, 0, 1, 2, 3] * 2


def test_what_is_seen_rolls_along_the_axes_of_the_type() -> None:
    image = torch.rand(1, 3, 32, 48)
    for kind in KINDS:
        seen = torch.cat([apply(image, step, wallpaper_type=kind, wallpaper_reach=1)[0] for step in range(4)])
        assert len({tuple(one.flatten().tolist()) for one in seen}) == 4
        assert torch.equal(seen.flatten(2).sort().values, image.flatten(2).sort().values.expand(4, -1, -1))
        if kind == "horizontal":
            assert torch.allclose(seen.sum(3), image.sum(3).expand(4, -1, -1), atol=1e-4)
        if kind == "vertical":
            assert torch.allclose(seen.sum(2), image.sum(2).expand(4, -1, -1), atol=1e-4)


def test_a_roll_goes_half_its_reach_either_way() -> None:
    draws = [offsets(Rng((1,)).at("x", step), 40, 0.25).item() for step in range(200)]
    assert set(draws) == set(range(-5, 5))
    assert {offsets(Rng((1,)).at("x", step), 8, 1).item() for step in range(100)} == set(range(-4, 4))


@pytest.mark.parametrize("name", ["tiler", *KINDS])
def test_the_kept_picture_is_not_rolled(name: str) -> None:
    given: dict[str, Any] = (
        {"filters": "tiler"} if name == "tiler" else {"filters": "wallpaper", "wallpaper_type": name}
    )
    session = small_session(**given)
    for _ in session.run():
        assert torch.equal(session.images(), session.drawer.kept())  # type: ignore[attr-defined]


def test_seams_by_hand() -> None:
    rising = torch.linspace(0, 1, 32).expand(1, 3, 32, 32)
    # Means over squares of k rise from (k - 1) / 62 to 1 - (k - 1) / 62: the border's jump less a mean step.
    jumps = [1 - (32 / count - 1) / 31 for count in BANDS]
    wanted = sum(jump - jump / (count - 1) for jump, count in zip(jumps, BANDS, strict=True))
    assert seam(rising, (3,)).tolist() == pytest.approx([wanted], rel=1e-5)
    assert seam(rising, (2,)).tolist() == [0]


def test_bricks_meet_the_other_half() -> None:
    image = torch.zeros(1, 3, 32, 32)
    image[:, :, -8:, :16] = 1
    image[:, :, :8, 16:] = 1  # a brick higher stands half a tile off: dark on dark, light on light
    assert seam(image, (2,), bricks=True).tolist() == [0] and seam(image, (2,)) > 1


def test_matched_borders_are_penalised_and_trimmed() -> None:
    image = torch.zeros(1, 3, 32, 48)
    image[..., :4] = 0.5  # the first columns differ from the last by a half, the rows are alike
    kept, penalty = apply(image, None, wallpaper_edge_match=4)
    assert kept.shape == (1, 3, 28, 44)
    assert torch.equal(kept, image[:, :, 2:-2, 2:-2])
    assert penalty is not None
    assert (penalty - seam(kept, (2, 3))).tolist() == pytest.approx([0.25 / 4])
    kept, penalty = apply(image, 3, wallpaper_edge_match=4, wallpaper_type="vertical")
    assert kept.shape == (1, 3, 28, 48) and penalty.tolist() == [0]


def test_borders_that_leave_no_picture_are_refused() -> None:
    with pytest.raises(SettingsError, match="at most half"):
        apply(torch.rand(1, 3, 32, 48), 0, wallpaper_edge_match=17)
    with pytest.raises(SettingsError, match="not for wallpaper_type=shift"):
        apply(torch.rand(1, 3, 32, 48), 0, wallpaper_edge_match=2, wallpaper_type="shift")


def steepness(filters: str, **given: Any) -> tuple[float, float, float]:
    """Mean difference across the seams between tiles put 2 x 2: left to right, top to bottom; and between cells."""
    session = small_session(
        iterations=30, num_cuts=2, size="40x32", pixel_size=[10, 8], losses="smoothness:100", transparent=False,
        filters=filters, pixel_init="random", learning_rate_drops="none", **given,
    )  # fmt: skip
    for _ in session.run():
        pass
    plane = tiled(session.images(), 2, 2, bricks=given.get("wallpaper_type") == "shift")
    across, down = plane.diff(dim=3).abs().mean((0, 1, 2)), plane.diff(dim=2).abs().mean((0, 1, 3))
    inside = torch.cat([across[3:39:4], down[3:31:4]]).mean()
    return across[39].item(), down[31].item(), inside.item()


def test_tiles_meet_as_smoothly_as_their_cells() -> None:
    across, down, inside = steepness("tiler")
    bare = steepness("")
    assert across < 2 * inside and down < 2 * inside
    assert bare[0] > 3 * bare[2] and bare[1] > 3 * bare[2]


@pytest.mark.parametrize(("kind", "meets"), [("horizontal", (True, False)), ("vertical", (False, True))])
def test_strips_meet_along_their_axis_only(kind: str, meets: tuple[bool, bool]) -> None:
    *seams, inside = steepness("wallpaper", wallpaper_type=kind)
    for step, smooth in zip(seams, meets, strict=True):
        assert step < 2 * inside if smooth else step > 3 * inside


def test_bricks_meet_smoothly() -> None:
    across, down, inside = steepness("wallpaper", wallpaper_type="shift", wallpaper_reach=1)
    assert across < 2 * inside and down < 2 * inside


@pytest.mark.parametrize(
    "given", [{"filters": "tiler"}, {"filters": "wallpaper", "wallpaper_type": "shift"}]
    + [{"filters": "wallpaper:2", "wallpaper_edge_match": 4}],
)  # fmt: skip
def test_batch_equals_single_runs(given: dict) -> None:
    assert_grid_equals_singles(**given)
