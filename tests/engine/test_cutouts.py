from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import pytest
import torch
from torch import Tensor

from pixdraw.engine.cut_recipes import BORDER, FILL, FLAT, RECIPES, REFLECT, SPECKLE, Group, Recipe
from pixdraw.engine.cutouts import Cutouts, Views
from pixdraw.engine.homographies import homographies
from pixdraw.errors import SettingsError
from pixdraw.rng import Rng
from tests.fakes import assert_batch_equals_singles

CANVASES = {"square": (90, 90), "wide": (60, 110), "tall": (110, 50), "small": (12, 16), "line": (8, 200)}
"""Name → (height, width)."""

STILL = Recipe((Group(1.0, "fit"),), noise=0.0, grounds=(1.0, 0.0, 0.0, 0.0), grey=True, max_pool=False)
"""Shows the whole picture as it is."""


SQUARE = torch.tensor([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])


def picture(canvas: str, channels: int, items: int = 1) -> Tensor:
    generator = torch.Generator().manual_seed(7)
    return torch.rand(items, channels, *CANVASES[canvas], generator=generator)


def affine(views: Views, height: int, width: int) -> list[Tensor]:
    parts = homographies(views, height, width).flatten(0, 1)
    return [part / parts[8] for part in parts]


def only(group: Group) -> Recipe:
    return replace(STILL, groups=(group,))


@pytest.fixture(params=[1, 2])
def threads(request: pytest.FixtureRequest) -> Iterator[int]:
    before = torch.get_num_threads()
    torch.set_num_threads(request.param)
    yield request.param
    torch.set_num_threads(before)


@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("method", RECIPES)
def test_cutouts_are_pictures_and_pass_gradients(method: str, channels: int, canvas: str) -> None:
    cutouts = Cutouts(replace(RECIPES[method], noise=0.0), 5, 32)
    image = picture(canvas, channels, items=2).requires_grad_()
    out = cutouts.apply(image, cutouts.sample(Rng((1, 2)), 3))
    assert out.shape == (2, 5, 3, 32, 32)
    assert out.dtype == torch.float32
    assert out.min() >= 0 and out.max() <= 1
    out.square().sum().backward()
    assert image.grad is not None
    assert image.grad.isfinite().all()
    assert (image.grad.flatten(1).abs().sum(1) > 0).all()


@pytest.mark.parametrize("canvas", ["wide", "small"])
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("method", RECIPES)
def test_batch_equals_single_runs(method: str, channels: int, canvas: str, threads: int) -> None:
    cutouts = Cutouts(method, 6, 33)
    image = picture(canvas, channels, items=3).requires_grad_()
    rng = Rng((11, 12, 13))
    together = cutouts.apply(image, cutouts.sample(rng, 4))
    slope = torch.autograd.grad(together.pow(3).sum(), image)[0]
    for item in range(3):
        alone = picture(canvas, channels, items=3)[item : item + 1].requires_grad_()
        out = cutouts.apply(alone, cutouts.sample(rng.item(item), 4))
        assert torch.equal(out[0], together[item])
        assert torch.equal(torch.autograd.grad(out.pow(3).sum(), alone)[0][0], slope[item])


def test_sampling_is_a_function_of_seed_and_step() -> None:
    cutouts, image = Cutouts("sprite", 4, 32), picture("wide", 4)
    state = torch.get_rng_state()

    def see(seed: int, step: int) -> Tensor:
        return cutouts.apply(image, cutouts.sample(Rng((seed,)), step))

    assert torch.equal(see(1, 5), see(1, 5))
    assert not torch.equal(see(1, 5), see(1, 6))
    assert not torch.equal(see(1, 5), see(2, 5))
    assert torch.equal(torch.get_rng_state(), state), "drew from torch's global generator"


def test_one_picture_is_seen_through_the_views_of_every_item() -> None:
    cutouts, image = Cutouts("classic", 4, 32), picture("tall", 3)
    views = cutouts.sample(Rng((1, 2, 3)), 0)
    assert torch.equal(cutouts.apply(image, views), cutouts.apply(image.expand(3, -1, -1, -1), views))


def test_views_apply_to_pictures_of_other_sizes_alike() -> None:
    cutouts = Cutouts(replace(RECIPES["sprite"], noise=0.0), 6, 32)
    views = cutouts.sample(Rng((1,)), 0)
    small = picture("wide", 4).repeat_interleave(2, 2).repeat_interleave(2, 3)
    large = small.repeat_interleave(3, 2).repeat_interleave(3, 3)
    assert (cutouts.apply(small, views) - cutouts.apply(large, views)).abs().mean() < 0.05


def test_plain_view_of_a_square_picture_is_the_picture() -> None:
    image = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    cutouts = Cutouts(STILL, 3, 32)
    out = cutouts.apply(image, cutouts.sample(Rng((1, 2)), 0))
    torch.testing.assert_close(out, image[:, None].expand_as(out), atol=1e-5, rtol=0)


@pytest.mark.parametrize(("height", "width"), [(200, 200), (120, 320), (320, 90)])
@pytest.mark.parametrize(
    "group", [Group(1, "fit", scale=(0.7, 1)), Group(1, "crop", area=(0.4, 1))], ids=lambda g: g.frame
)
def test_circles_stay_circles(group: Group, height: int, width: int) -> None:
    y, x = torch.meshgrid(torch.arange(height) - height / 2, torch.arange(width) - width / 2, indexing="ij")
    blob = (-(x**2 + y**2) / 2 / 9**2).exp().expand(1, 1, -1, -1)
    cutouts = Cutouts(only(group), 99, 64)
    views = cutouts.sample(Rng((3,)), 0)
    white, black = (
        cutouts.apply(torch.cat([torch.full_like(blob, tone).expand(-1, 3, -1, -1), blob], 1), views)
        for tone in (1.0, 0.0)
    )
    mass = (white - black).mean((0, 2))  # [N, S, S]: the alpha that was seen
    cut = mass[:, [0, -1]].sum((1, 2)) + mass[:, :, [0, -1]].sum((1, 2)) > 1e-3
    whole = ~cut & (mass.sum((1, 2)) > 10)
    assert whole.any()
    spread = []
    for axis in (1, 2):
        profile = mass[whole].sum(axis) / mass[whole].sum((1, 2))[:, None]
        place = torch.arange(64)
        mean = (profile * place).sum(1, keepdim=True)
        spread.append((profile * (place - mean) ** 2).sum(1).sqrt())
    torch.testing.assert_close(spread[0], spread[1], rtol=0.02, atol=0.02)


def corners_of(views: Views, points: Tensor) -> Tensor:
    """Where `points` [B, N, 4, 2] of the cutouts lie in a picture of 50x100."""
    matrix = homographies(views, 50, 100).movedim((0, 1), (-2, -1))
    found = torch.einsum("bnij,bnkj->bnki", matrix, torch.cat([points, torch.ones_like(points[..., :1])], -1))
    return found[..., :2] / found[..., 2:]


def test_perspective_moves_the_corners_of_a_fitted_square() -> None:
    bent = Cutouts(only(Group(1.0, "fit", perspective=0.4, perspective_p=1.0)), 9, 8).sample(Rng((1, 2)), 0)
    plain = replace(bent, corners=torch.zeros_like(bent.corners))
    square = SQUARE.expand(2, 9, 4, 2)
    torch.testing.assert_close(
        corners_of(bent, square * (1 - bent.corners)), corners_of(plain, square), atol=1e-5, rtol=0
    )
    assert bent.corners.std() > 0.05


def test_perspective_of_a_crop_moves_the_corners_of_the_picture() -> None:
    bent = Cutouts(only(Group(1.0, "crop", area=(0.3, 0.5), perspective=0.4, perspective_p=1.0)), 9, 8)
    views = bent.sample(Rng((1, 2)), 0)
    look = affine(replace(views, corners=torch.zeros_like(views.corners)), 50, 100)
    moved = SQUARE.expand(2, 9, 4, 2) * (1 - views.corners)
    in_cutout = torch.stack([(moved[..., i] - look[3 * i + 2][..., None]) / look[4 * i][..., None] for i in (0, 1)], -1)
    torch.testing.assert_close(corners_of(views, in_cutout), SQUARE.expand(2, 9, 4, 2), atol=1e-5, rtol=0)


@pytest.mark.parametrize("frame", ["fit", "crop"])
def test_pixels_lie_where_the_homography_says(frame: Literal["fit", "crop"]) -> None:
    group = Group(1.0, frame, area=(0.3, 0.5), scale=(1.2, 1.5), perspective=0.4, perspective_p=1.0)
    cutouts = Cutouts(only(group), 9, 64)
    views = cutouts.sample(Rng((1, 2)), 0)
    x, y = (torch.arange(length) * 2 + 1 for length in (100, 50))
    image = torch.stack(torch.broadcast_tensors(x / 200, y[:, None] / 100, torch.zeros(50, 100)))[None]
    seen = cutouts.apply(image, views)[:, :, :2, 36, 20] * 2 - 1  # what it shows is where it lies
    pixel = torch.tensor([41 / 64 - 1, 73 / 64 - 1])
    inside = corners_of(views, pixel.expand(2, 9, 4, 2))[:, :, 0]
    covered = inside.abs().amax(-1) < 0.95
    assert covered.sum() > 5
    torch.testing.assert_close(seen[covered], inside[covered], atol=1e-4, rtol=0)


def test_crops_lie_inside_and_have_the_area_and_ratio_asked_for() -> None:
    views = Cutouts(only(Group(1.0, "crop", area=(0.25, 0.5), ratio=(0.85, 1.2))), 200, 8).sample(Rng((1,)), 0)
    m = affine(views, 100, 120)
    assert max((m[0] + m[2].abs()).max().item(), (m[4] + m[5].abs()).max().item()) <= 1 + 1e-6
    assert 0.25 <= (m[0] * m[4]).min() < 0.27 and 0.48 < (m[0] * m[4]).max() <= 0.5 + 1e-6
    ratio = m[0] / m[4] * 120 / 100
    assert 0.85 - 1e-6 <= ratio.min() < 0.87 and 1.18 < ratio.max() <= 1.2 + 1e-6


@pytest.mark.parametrize(("height", "width"), [(100, 100), (90, 160), (160, 90)])
def test_fitted_pictures_are_seen_whole(height: int, width: int) -> None:
    views = Cutouts(only(Group(1.0, "fit", scale=(0.9, 1.0))), 100, 8).sample(Rng((1,)), 0)
    m = affine(views, height, width)
    side = max(height, width)
    for half, centre, length in ((m[0], m[2], width), (m[4], m[5], height)):
        assert half.min() >= 1 - 1e-6
        moved_frac = (centre / half).abs() / 2  # of the square
        room_frac = (1 - length / side) / 2
        assert moved_frac.max() <= room_frac + 1e-6
        assert moved_frac.max() >= room_frac * 0.9
    longer = m[0] if width >= height else m[4]
    assert longer.min() >= 1 - 1e-6 and longer.max() <= 1 / 0.9 + 1e-6


def test_crops_of_an_opaque_picture_see_nothing_but_it() -> None:
    group = replace(RECIPES["classic"].groups[0], perspective_p=1.0)
    cutouts = Cutouts(replace(only(group), max_pool=True), 12, 32)
    for step in range(4):
        seen = cutouts.apply(torch.ones(1, 3, 60, 110), cutouts.sample(Rng((1,)), step), geometry_only=True)
        torch.testing.assert_close(seen, torch.ones_like(seen), atol=1e-5, rtol=0)


def test_ground_surrounds_an_opaque_picture_and_fills_a_transparent_one() -> None:
    cutouts = Cutouts(replace(STILL, grey=False), 6, 32)
    views = cutouts.sample(Rng((1, 2)), 0)
    ground = views.ground_colors[:, :, 0, :, None, None].expand(-1, -1, -1, 32, 32)
    assert torch.equal(cutouts.apply(torch.zeros(2, 4, 20, 40), views), ground)
    wide = cutouts.apply(torch.zeros(1, 3, 20, 40), views)
    assert (wide == 0).all((1, 2, 4)).any(1).all()
    assert ((wide - ground).abs() < 1e-6).all((2, 4)).any(2).all()


def test_every_cutout_has_its_own_ground_of_every_kind() -> None:
    cutouts = Cutouts(replace(STILL, grounds=(1.0, 1.0, 1.0, 1.0), grey=False), 40, 16)
    views = cutouts.sample(Rng((1,)), 0)
    assert sorted(views.ground_kind.unique().tolist()) == list(range(FLAT, SPECKLE + 1))
    seen = cutouts.apply(torch.zeros(1, 4, 16, 16), views)[0]
    flat = seen.flatten(2).std(2).mean(1) < 1e-6
    assert torch.equal(flat, views.ground_kind[0] == FLAT)
    assert len(seen.flatten(1).unique(dim=0)) == 40


def test_pictures_leave_by_the_extra_room() -> None:
    m = affine(Cutouts(only(Group(1.0, "fit", shift_frac=0.05)), 200, 8).sample(Rng((1,)), 0), 100, 100)
    for half, centre in ((m[0], m[2]), (m[4], m[5])):
        assert 0.045 < ((centre / half).abs() / 2).max() <= 0.05


def test_outside_an_opaque_picture_lies_its_mirror_image_or_its_edge() -> None:
    image = torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(0))
    group = Group(1.0, "fit", scale=(0.5, 0.5), padding=(REFLECT, BORDER))
    mirrored, edge = (
        Cutouts(only(group), 1, 32).apply(image, Cutouts(only(group), 1, 32).sample(Rng((1,)), step))[0, 0]
        for step in (0, 1)
    )
    double = torch.nn.functional.pad(image, (8, 8, 8, 8), mode="replicate")[0]
    torch.testing.assert_close(edge, double, atol=1e-5, rtol=0)
    torch.testing.assert_close(mirrored[:, 8:24, 8:24], image[0], atol=1e-5, rtol=0)
    torch.testing.assert_close(mirrored[:, 8:24, :8], image[0, :, :, :8].flip(2), atol=1e-5, rtol=0)
    torch.testing.assert_close(mirrored[:, 24:, 8:24], image[0, :, 8:].flip(1), atol=1e-5, rtol=0)


def test_transparent_colours_do_not_bleed() -> None:
    image = torch.zeros(1, 4, 64, 64)
    image[:, 0] = 1  # red where nobody sees it
    image[:, 1:, :, 32:] = 1
    image[:, 0, :, 32:] = 0
    cutouts = Cutouts(STILL, 1, 17)
    views = replace(cutouts.sample(Rng((1,)), 0), ground_colors=torch.zeros(1, 1, 2, 3))
    assert cutouts.apply(image, views)[:, :, 0].max() < 1e-6


def test_noise_has_the_strength_of_the_view_and_can_be_left_out() -> None:
    cutouts, image = Cutouts("classic", 10, 64), torch.full((1, 3, 64, 64), 0.5)
    views = cutouts.sample(Rng((1,)), 0)
    quiet = Cutouts(replace(RECIPES["classic"], noise=0.0), 10, 64)
    noise = cutouts.apply(image, views) - quiet.apply(image, views)
    torch.testing.assert_close(noise.flatten(2).std(2), views.noise, rtol=0.03, atol=1e-4)
    assert not torch.equal(noise, cutouts.apply(image, replace(views, step=1)) - quiet.apply(image, views))
    plain = cutouts.apply(image, views, geometry_only=True)
    assert torch.equal(plain, quiet.apply(image, views, geometry_only=True))


def test_jitter_turns_colours_and_keeps_greys() -> None:
    group = Group(1.0, "fit", hue=0.1, saturation=0.1, jitter_p=1.0)
    cutouts = Cutouts(only(group), 12, 16)
    views = cutouts.sample(Rng((1,)), 0)
    grey = torch.full((1, 3, 16, 16), 0.4)
    torch.testing.assert_close(cutouts.apply(grey, views), grey[:, None].expand(-1, 12, -1, -1, -1), atol=1e-5, rtol=0)
    color = torch.tensor([0.6, 0.4, 0.45])[:, None, None].expand(1, 3, 16, 16)
    seen = cutouts.apply(color, views)[0, :, :, 8, 8]
    luma = torch.tensor([0.299, 0.587, 0.114])
    torch.testing.assert_close(seen @ luma, (color[0, :, 0, 0] @ luma).expand(12), atol=1e-5, rtol=0)
    assert seen.std(0).max() > 0.03
    assert cutouts.apply(color, views, geometry_only=True).flatten(3).std(3).max() < 1e-6


def test_a_turn_of_hue_is_a_turn() -> None:
    color = Cutouts(only(Group(1.0, "fit", hue=1 / 3, jitter_p=1.0)), 64, 8).sample(Rng((1,)), 0).color
    torch.testing.assert_close(torch.linalg.det(color), torch.ones(1, 64), atol=1e-4, rtol=0)
    trace = color.diagonal(dim1=-2, dim2=-1).sum(-1)  # 1 + 2 cos, from no turn to a third of the circle
    assert -1e-4 <= trace.min() < 0.3
    assert 2.7 < trace.max() <= 3 + 1e-4


def test_fine_detail_averages_out() -> None:
    checks = ((torch.arange(400)[:, None] + torch.arange(600)) % 2).float().expand(1, 3, -1, -1)
    cutouts = Cutouts(only(Group(1.0, "crop", area=(0.3, 1.0))), 8, 32)
    seen = cutouts.apply(checks, cutouts.sample(Rng((1,)), 0))
    assert (seen - 0.5).abs().max() < 0.05


def test_gradient_of_full_colours_leads_back_and_never_stops() -> None:
    image = torch.ones(1, 3, 40, 60, requires_grad=True)
    cutouts = Cutouts("classic", 8, 32)
    (-cutouts.apply(image, cutouts.sample(Rng((1,)), 0))).sum().backward()
    assert image.grad is not None and image.grad.max() <= 0  # what would brighten white further may be held
    image.grad = None
    (slope,) = torch.autograd.grad(cutouts.apply(image, cutouts.sample(Rng((1,)), 0)).sum(), image)
    assert (slope > 0).all()


def test_shares_of_the_groups() -> None:
    views = Cutouts("classic", 30, 8).sample(Rng((1,)), 0)
    assert views.fits[0].tolist() == [False] * 18 + [True] * 12
    assert (views.padding[0, 18:] == FILL).all()
    padding = [Cutouts("classic", 30, 8).sample(Rng((1,)), step).padding[0, 0].item() for step in range(3)]
    assert padding[0] == padding[2] != padding[1]


def test_unknown_recipe_names_the_nearest() -> None:
    with pytest.raises(SettingsError, match="did you mean classic"):
        Cutouts("clasic", 1, 8).sample(Rng((1,)), 0)


def test_views_hold_tensors_of_their_items_first() -> None:
    views = Cutouts("sprite", 7, 8).sample(Rng((1, 2)), 0)
    for name in Views.__dataclass_fields__:
        value = getattr(views, name)
        if isinstance(value, Tensor):
            assert value.shape[:2] == (2, 7), name
            assert value.device.type == "cpu", name


def test_flips_show_the_mirror_image_and_change_nothing_else() -> None:
    plain, mirrored = (Cutouts(replace(STILL, flip_p=p), 4, 32) for p in (0.0, 1.0))
    image = picture("wide", 4, 2)
    seen, flipped = (one.apply(image, one.sample(Rng((1, 2)), 0)) for one in (plain, mirrored))
    torch.testing.assert_close(flipped, seen.flip(-1), atol=1e-5, rtol=0)
    some = Cutouts("sprite", 64, 32, flips=(0.5,)).sample(Rng((1, 2)), 0)
    assert 40 < int((some.flip < 0).sum()) < 88 and not torch.equal(some.flip[0], some.flip[1])
    same = Cutouts("sprite", 64, 32).sample(Rng((1, 2)), 0)
    assert bool((same.flip == 1).all()) and torch.equal(same.shift, some.shift)


def test_a_flip_of_a_crop_shows_the_same_part() -> None:
    group = Group(1.0, "crop", area=(0.2, 0.4), ratio=(0.8, 1.2))
    plain, mirrored = (Cutouts(replace(only(group), flip_p=p), 5, 24) for p in (0.0, 1.0))
    image = picture("tall", 3)
    seen, flipped = (one.apply(image, one.sample(Rng((3,)), 2)) for one in (plain, mirrored))
    torch.testing.assert_close(flipped, seen.flip(-1), atol=1e-4, rtol=0)


def test_inner_cuts_take_the_place_of_overviews() -> None:
    cutouts = Cutouts("disco", 16, 32)
    counts = [int(cutouts.sample(Rng((1,)), 7, progress).fits.sum()) for progress in (0.0, 0.39, 0.4, 0.99)]
    assert counts == [12, 12, 4, 4]


def test_sides_of_inner_cuts_are_even() -> None:
    group = Group(1.0, "crop", area=(0.01, 1.0), even_side=True)
    sides = Cutouts(only(group), 500, 8).sample(Rng((1, 2)), 0).size.sqrt().flatten()
    assert sides.min() >= 0.1 and sides.max() <= 1
    torch.testing.assert_close(
        sides.quantile(torch.tensor([0.25, 0.5, 0.75])), torch.tensor([0.325, 0.55, 0.775]), atol=0.04, rtol=0
    )


def test_grey_cutouts_have_no_colours() -> None:
    cutouts = Cutouts(only(Group(1.0, "fit", grey_p=0.5)), 40, 16)
    seen = cutouts.apply(picture("square", 3), cutouts.sample(Rng((1,)), 0))[0]
    spread = (seen.amax(1) - seen.amin(1)).flatten(1).amax(1)
    grey = int((spread < 1e-5).sum())
    assert 8 < grey < 32 and int((spread > 0.05).sum()) == 40 - grey


def test_a_batch_of_flipped_overviews_and_inner_cuts_is_its_single_runs() -> None:
    assert_batch_equals_singles(cut_method="disco", cut_flips=True, iterations=3)
