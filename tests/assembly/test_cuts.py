"""What settings make of cutouts: mirrors, and Disco Diffusion's counts over the run's course."""

from typing import Any

import pytest
import torch

from pixdraw.assembly.cuts import cut_plan
from pixdraw.engine.cutouts import Cutouts
from pixdraw.errors import SettingsError
from pixdraw.rng import Rng
from pixdraw.settings.model import resolve
from tests.fakes import assert_batch_equals_singles, small_session


def cutouts(*labels: str, **given: Any) -> Cutouts:
    settings = resolve({"prompts": list(labels), "seed": 1, **given})
    return Cutouts(settings.cut_method, settings.num_cuts, 8, *cut_plan(settings, labels))


def test_mirrors_are_the_methods_own_unless_told() -> None:
    assert cutouts("a cat", "the word A").flips == (None, 0.0)
    assert cutouts("a cat", "the word A", cut_flips=True).flips == (0.5, 0.5)
    assert cutouts("a cat", cut_flips=False, cut_method="disco").flips == (0.0,)
    views = cutouts("a cat", "the word A", cut_method="disco", num_cuts=64).sample(Rng((1, 2)), 0)
    assert [bool((flip < 0).any()) for flip in views.flip] == [True, False]


def test_overviews_and_inner_cuts_are_counted_over_the_runs_course() -> None:
    given: dict[str, Any] = {"cut_method": "disco", "cut_overview": "[5]*1+[1]*1", "cut_innercut": "[2]*1+[7]*1"}
    plan = cutouts("a cat", **given)
    counts = [
        [int(kind.sum()) for kind in (fits, ~fits)] for fits in (plan.sample(Rng((1,)), 3, t).fits for t in (0, 0.5))
    ]
    assert counts == [[5, 2], [1, 7]]
    alone = cutouts("a cat", cut_method="disco", cut_innercut="20").sample(Rng((1,)), 0)
    assert (int(alone.fits.sum()), alone.fits.shape[1]) == (12, 32)  # Disco's own overviews


def test_inner_cuts_may_be_small_and_grey() -> None:
    given: dict[str, Any] = {"cut_method": "disco", "cut_overview": "1", "cut_innercut": "200"}
    even, small, grey = (
        cutouts("a", **given, **more).sample(Rng((1,)), 0)
        for more in ({}, {"cut_ic_pow": 3.0}, {"cut_icgray_p": "[1]*1"})
    )
    sides = [views.size[~views.fits].sqrt() for views in (even, small)]
    assert torch.allclose(sides[1], 0.1 + 0.9 * ((sides[0] - 0.1) / 0.9) ** 3, atol=1e-4)
    assert torch.equal(even.shift, small.shift)
    assert torch.allclose(grey.color[~grey.fits], grey.color[~grey.fits][:1].expand(200, 3, 3), atol=1e-6)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"cut_overview": "twelve"}, "cut_overview='twelve': expected a number, or parts"),
        ({"cut_innercut": "[2000]*1"}, "cut_innercut=.*at most 1024"),
        ({"cut_icgray_p": "2"}, "cut_icgray_p=2: expected at most 1"),
    ],
)
def test_what_is_no_course_is_told(given: dict[str, str], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        resolve({"prompts": "a", "cut_method": "disco", **given})


def test_without_discos_method_they_have_no_effect_and_that_is_told() -> None:
    with pytest.warns(UserWarning, match="cut_overview=3 has no effect without cut_method=disco"):
        small_session(cut_overview="3")


def test_a_batch_with_counts_and_letters_is_its_single_runs() -> None:
    given: dict[str, Any] = {
        "cut_method": "disco",
        "cut_overview": "[2]*1+[1]*1",
        "cut_innercut": "2",
        "cut_ic_pow": 2.5,
    }
    assert_batch_equals_singles(iterations=3, **given)
