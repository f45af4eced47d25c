"""The size at which the loop looks at pictures: as small as nothing is lost by it, and what is kept stays as it was."""

from pathlib import Path

import pytest
from PIL import Image
from torch import Tensor

import pixdraw
from pixdraw.interfaces import Frame
from tests.fakes import small_session

GIVEN = {"size": "96x96", "pixel_size": (8, 8), "init": "none", "iterations": 3, "palette": None}


def seen(**given: object) -> tuple[int, int]:
    """Return the size of what perceptors and losses see of a picture of 96 x 96; theirs see cutouts of 16."""
    session = small_session(**{**GIVEN, **given})
    render = session.parts.render
    assert render is not None
    assert session.images().shape[2:] == session.drawer.render().shape[2:] == (96, 96)
    height, width = render().shape[2:]
    return height, width


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"losses": "tv,symmetry:0.5,saturation,orphans"},
        {"negative_prompts": "a blurry photo"},
        {"palette": "pico-8", "palette_mode": "exact"},
        {"transparent": False},
    ],
)
def test_as_many_pixels_are_drawn_as_the_cutouts_need(given: dict[str, object]) -> None:
    assert seen(**given) == (24, 24)


@pytest.mark.parametrize(
    "given",
    [
        {"losses": "smoothness"},
        {"filters": "wallpaper"},
        {"filters": "lookup"},
        {"palette": "pico-8", "palette_mode": "exact", "lookup_dither": "ordered"},
        {"spot_prompts": "blue"},
        {"drawer": "fft", "pixel_size": None},
    ],
)
def test_the_whole_canvas_is_seen_where_something_works_on_its_pixels(given: dict[str, object]) -> None:
    assert seen(**given) == (96, 96)


def test_the_whole_canvas_is_seen_where_a_part_stays(tmp_path: Path) -> None:
    Image.new("RGBA", (8, 8), "red").save(tmp_path / "red.png")
    mask = Image.new("L", (8, 8))
    mask.paste(255, (0, 0, 4, 8))
    mask.save(tmp_path / "mask.png")
    given = {"init_image": str(tmp_path / "red.png"), "mask": str(tmp_path / "mask.png"), "pixel_size": None}
    assert seen(**given) == (96, 96)


def test_a_loss_of_ones_own_sees_the_whole_canvas() -> None:
    shapes = []

    def dark(frame: Frame) -> Tensor:
        shapes.append(tuple(frame.image.shape))
        return frame.image.flatten(1).mean(1)

    pixdraw.add_custom_loss("dark_ones", dark)
    small_session(**GIVEN, losses="dark_ones").take_step()
    assert shapes == [(1, 3, 96, 96)]


@pytest.mark.parametrize("given", [{}, {"pixel_type": "hex"}, {"transparent": False, "cut_method": "classic"}])
def test_pictures_are_those_of_a_run_that_sees_the_whole_canvas(
    given: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    losses = "tv" if "transparent" in given else "tv,solid:0.1"

    def drawn(iterations: int) -> Tensor:
        session = small_session(**{**GIVEN, **given, "losses": losses, "iterations": iterations})
        for _ in session.run():
            pass
        return session.images()

    start, small = drawn(0), drawn(4)
    monkeypatch.setattr("drawers.pixel.PixelDrawer.smaller", lambda self, *least: (self._canvas, self.render))
    large = drawn(4)
    assert (small - start).abs().max() > 0.05
    assert (small - large).abs().max() < (0.01 if "pixel_type" in given else 1e-4)
