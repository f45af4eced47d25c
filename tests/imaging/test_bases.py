"""Base pictures: what a line of text says is seen."""

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.imaging.bases import draw_base, parse_base
from pixdraw.rng import Rng


def drawn(text: str, *seeds: int) -> torch.Tensor:
    return draw_base(parse_base(text), Rng(seeds or (1,)), 20, 30)


def test_sky_ground_and_horizon_lie_where_they_are_said_to() -> None:
    picture = drawn("sky=red,blue; ground=lime; horizon=0.5")[0]
    assert torch.equal(picture[:, 0, 3], torch.tensor([1.0, 0.0, 0.0]))
    assert torch.equal(picture[:, 9, 3], torch.tensor([0.0, 0.0, 1.0]))
    assert (picture[:, 10:] == torch.tensor([0.0, 1.0, 0.0])[:, None, None]).all()
    assert torch.equal(drawn("sky=red,blue")[0][:, 19, 0], torch.tensor([0.0, 0.0, 1.0]))


def test_light_is_brightest_where_it_is_and_warm_is_redder() -> None:
    grey = drawn("sky=#404040")
    lit = drawn("sky=#404040; light=0.25,0.5,0.2,white")[0].mean(0)
    assert divmod(int(lit.argmax()), 30)[1] in range(4, 11) and float(lit[10, 7]) == 1
    assert float(lit[0, 29]) < 0.3
    warm, cold = drawn("sky=#808080; temperature=1"), drawn("sky=#808080; temperature=-1")
    assert bool((warm[:, 0] > cold[:, 0]).all()) and bool((warm[:, 2] < cold[:, 2]).all())
    assert grey.shape == (1, 3, 20, 30)


def test_noise_differs_by_seed_and_a_batch_is_its_single_pictures() -> None:
    both = drawn("sky=grey; noise=0.2", 1, 2)
    assert torch.equal(both, torch.cat([drawn("sky=grey; noise=0.2", seed) for seed in (1, 2)]))
    assert not torch.equal(both[0], both[1]) and both.min() >= 0 and both.max() <= 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ground=red", "no sky"),
        ("sky=red; sky=blue", "each once"),
        ("sky=red; skyline=2", "is not one of sky"),
        ("sky=reed", "no colour"),
        ("sky=red; horizon=2", "from 0 to 1"),
        ("sky=red; noise=nan", "from 0 to 1"),
        ("sky=red; light=0.5,gold", "across,down,radius,colour"),
        ("sky=", "each once"),
    ],
)
def test_mistakes_are_one_line(text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as error:
        parse_base(text)
    assert "\n" not in str(error.value)
