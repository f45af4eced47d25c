"""Shapes on a grid: where they are, how they are lit, and the outline around them."""

import numpy as np
import pytest

from pixdraw.proposals.ruled.easel import BEAM, FLAT, POLE, ROUND, Easel, shaded

RAMP = shaded((0.8, 0.2, 0.2))


@pytest.mark.parametrize("side", [16, 32, 48])
def test_shapes_have_the_share_of_the_picture_that_their_units_tell(side: int) -> None:
    easel = Easel(side)
    assert easel.box(8, 8, 24, 24).mean() == 0.25
    assert easel.disc(16, 16, 8).mean() == pytest.approx(np.pi / 16, abs=0.03)
    assert easel.shape((0, 0), (32, 0), (0, 32)).mean() == pytest.approx(0.5, abs=0.04)
    assert easel.bar((4, 16), (28, 16), 8).mean() == pytest.approx(24 * 8 / 1024, abs=0.02)


def test_a_thin_line_has_no_gaps_on_a_coarse_grid() -> None:
    assert Easel(8).line((16, 0), (16, 32), wide=0.5).any(1).all()


def test_an_outline_is_around_what_is_painted_and_dark() -> None:
    easel = Easel(32)
    easel.paint(easel.box(8, 8, 24, 24), RAMP)
    bare, outlined = easel.picture(outline=False), easel.picture()
    rim = (outlined[..., 3] > 0) & (bare[..., 3] == 0)
    assert rim.sum() == 4 * 16 and set(np.unique(outlined[..., 3])) == {0, 1}
    assert outlined[rim][:, :3].mean() < RAMP[0].mean()


@pytest.mark.parametrize("lit", [FLAT, ROUND, POLE, BEAM])
def test_light_comes_from_above_on_the_left(lit: str) -> None:
    easel = Easel(32)
    easel.paint(easel.box(6, 6, 26, 26), RAMP, 0.5, lit)
    light = easel.colours.sum(-1)
    first, last = (light[6:9, 6:9].mean(), light[23:26, 23:26].mean())
    assert first > last


def test_a_seam_darkens_what_is_behind_a_part() -> None:
    plain, seamed = Easel(32), Easel(32)
    for easel, seam in ((plain, False), (seamed, True)):
        easel.paint(easel.box(2, 2, 30, 30), RAMP)
        easel.paint(easel.box(10, 10, 20, 20), RAMP, seam=seam)
    changed = (plain.colours != seamed.colours).any(-1)
    assert changed.sum() == 40 and seamed.colours[changed].mean() < RAMP[0].mean()


def painted(lit: str) -> np.ndarray:
    """The light on a box of 20 by 20 cells."""
    easel = Easel(32)
    easel.paint(easel.box(6, 6, 26, 26), RAMP, 0.5, lit)
    return np.asarray(easel.colours.sum(-1)[6:26, 6:26])


def test_a_pole_is_shaded_across_and_a_beam_down() -> None:
    for lit, axis in ((POLE, 0), (BEAM, 1)):
        light = painted(lit)
        assert (light == light.take([0], axis)).all() and light.std() > 0


def test_a_plate_has_a_bright_and_a_dark_edge() -> None:
    light = painted(FLAT)
    assert light[0, 10] > light[10, 10] > light[-1, 10] and light[10, 0] > light[10, 10] > light[10, -1]


def test_shades_get_lighter_from_a_bluish_to_a_yellowish_one() -> None:
    shades = shaded((0.5, 0.5, 0.5))
    assert (np.diff(shades.sum(1)) > 0).all()
    assert shades[0, 2] > shades[0, 0] and shades[-1, 2] < shades[-1, 0]


def test_what_is_erased_is_clear() -> None:
    easel = Easel(32)
    easel.paint(easel.box(8, 8, 24, 24), RAMP)
    easel.erase(easel.box(12, 12, 16, 16))
    assert easel.picture(outline=False)[..., 3].sum() == 16 * 16 - 4 * 4
