"""Small pictures laid on the canvas, and taken back from it."""

import pytest
import torch

from pixdraw.interfaces import Canvas
from pixdraw.proposals.laying import enlarged, lay, squared, touched, unlay
from tests.fakes import small_session

SPRITE = torch.rand(1, 4, 32, 32, generator=torch.Generator().manual_seed(0))


def test_a_grid_of_32_by_32_gets_the_sprites_pixels() -> None:
    sprite = SPRITE.round()  # alpha 0 or 1: the colour of what is not there cannot be kept
    session = small_session(size="320x320", pixel_size=[32, 32], transparent=True, num_cuts=1)
    session.drawer.fit(enlarged(sprite, Canvas(320, 320, 1, True), crisp=True))
    cells = session.drawer.cells().detach()  # type: ignore[attr-defined]
    assert torch.equal(cells[:, 3:], sprite[:, 3:])
    assert torch.allclose(cells[:, :3] * sprite[:, 3:], sprite[:, :3] * sprite[:, 3:], atol=1e-6)


def test_things_stand_in_the_middle_and_scenes_fill_the_canvas() -> None:
    thing, scene = SPRITE.clone(), SPRITE.clone()
    thing[:, 3] = thing[:, 3].clamp(max=0.9)
    scene[:, 3] = 1
    for crisp in (True, False):
        wide = enlarged(torch.cat([thing, scene]), Canvas(64, 128, 2, True), crisp=crisp)
        assert wide.shape == (2, 4, 64, 128)
        assert not wide[0, 3, :, :32].any() and not wide[0, 3, :, 96:].any()
        assert bool((wide[1, 3] > 0.999).all())
    crisp_thing = enlarged(thing, Canvas(64, 128, 1, True), crisp=True)
    assert torch.equal(crisp_thing[0, :, ::2, 32:96:2], thing[0])


@pytest.mark.parametrize(("height", "width"), [(32, 64), (64, 32), (32, 32)])
def test_what_lies_on_the_canvas_is_found_again(height: int, width: int) -> None:
    square = SPRITE[:, :3, :16, :16]
    laid = lay(square, Canvas(height, width, 1, False), fills=False, crisp=True, margin=0.5)
    assert laid.shape == (1, 3, height, width)
    assert torch.allclose(unlay(laid, 16), square, atol=1e-5)


def test_a_picture_of_any_shape_is_whole_in_a_square() -> None:
    wide = squared(torch.ones(1, 3, 20, 40), 16)
    assert wide.shape == (1, 4, 16, 16)
    assert bool((wide[:, :, 4:12] == 1).all()) and not wide[:, 3, :4].any() and not wide[:, 3, 12:].any()


def test_a_mask_lies_in_the_square_as_its_picture_does() -> None:
    mask = torch.zeros(1, 1, 20, 40, dtype=torch.bool)
    mask[..., :10, 19] = True
    square = touched(mask, 16)
    assert square.shape == (1, 16, 16) and square.nonzero()[:, 1].unique().tolist() == [4, 5, 6, 7]
    assert square.nonzero()[:, 2].unique().tolist() == [7]
