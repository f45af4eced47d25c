"""Schedules, DDIM steps and guidance, against their closed forms and v-diffusion-pytorch."""

import math
from collections.abc import Callable
from itertools import pairwise

import pytest
import torch
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.diffusion.sampling import (
    SCHEDULES,
    ConditionedNetwork,
    Conditioning,
    FreshNoise,
    GuidedNetwork,
    Network,
    add_noise,
    bound_x0,
    classifier_free_guidance,
    ddim_step,
    guided,
    guided_batch,
    levels,
    make_conditioning,
    make_times,
    predict_x0,
    renoise,
)


def normal(*shape: int, seed: int = 0) -> Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_times_fall_from_noise_to_the_clean_picture(schedule: str) -> None:
    times = make_times(schedule, 20)
    assert len(times) == 21 and times[-1] == 0
    assert all(time > after for time, after in pairwise(times))
    assert 0.95 < times[0] <= 1
    assert make_times(schedule, 10, 0.5)[:-1] == pytest.approx([SCHEDULES[schedule](0.5 - i / 20) for i in range(10)])


def test_the_last_look_may_come_earlier() -> None:
    assert make_times("cosine", 4, 1.0, 0.4) == pytest.approx([1.0, 0.8, 0.6, 0.4, 0.0])
    assert make_times("cosine", 3, 0.2, 0.4) == pytest.approx([0.2, 0.15, 0.1, 0.0])
    assert make_times("cosine", 1, 0.5, 0.1) == (0.5, 0.0)


def test_schedules_are_v_diffusions() -> None:
    declare_missing_operators()
    utils = pytest.importorskip("diffusion.utils")
    t = torch.linspace(1, 0, 26, dtype=torch.float64)[:-1]
    theirs = {
        "spliced": utils.get_spliced_ddpm_cosine_schedule(t),
        "ddpm": utils.get_ddpm_schedule(t),
        "log": utils.get_log_schedule(t),
        "cosine": t,
    }
    for name, times in theirs.items():
        assert make_times(name, 25)[:-1] == pytest.approx(times.tolist(), abs=1e-9)


def test_an_unknown_schedule_names_the_nearest() -> None:
    with pytest.raises(SettingsError, match=r"did you mean spliced.*cosine"):
        make_times("splined", 5)


def test_split_undoes_mix() -> None:
    picture, noise = normal(2, 3, 4, 4), normal(2, 3, 4, 4, seed=1)
    for time in (0.0, 0.3, 1.0):
        alpha, sigma = levels(time)
        found = predict_x0(add_noise(picture, noise, time), alpha * noise - sigma * picture, time)
        assert torch.allclose(found[0], picture, atol=1e-6) and torch.allclose(found[1], noise, atol=1e-6)


@pytest.mark.parametrize("eta", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("schedule", SCHEDULES)
def test_who_knows_the_picture_draws_it(eta: float, schedule: str) -> None:
    picture = normal(2, 4, 8, 8).clamp(-1, 1)

    def oracle(x: Tensor, time: float) -> Tensor:
        alpha, sigma = levels(time)
        return alpha * (x - alpha * picture) / sigma - sigma * picture

    times = make_times(schedule, 12)
    drawn = normal(2, 4, 8, 8, seed=1)
    for step, (time, after) in enumerate(pairwise(times)):
        drawn = ddim_step(
            *predict_x0(drawn, oracle(drawn, time), time),
            time,
            after,
            FreshNoise(eta, normal(2, 4, 8, 8, seed=step + 5)),
        )
    assert torch.allclose(drawn, picture, atol=1e-4)


def test_a_step_is_v_diffusions() -> None:
    declare_missing_operators()
    sampling = pytest.importorskip("diffusion.sampling")

    def model(x: Tensor, t: Tensor) -> Tensor:
        return 0.3 * torch.tanh(x.roll(1, 2)) + t[:, None, None, None]

    x, times = normal(1, 3, 8, 8), make_times("spliced", 9)
    theirs = sampling.sample(model, x, torch.tensor(times[:-1]), 0.0, {})
    mine = x
    for time, after in pairwise(times):
        mine = ddim_step(*predict_x0(mine, model(mine, torch.tensor([time])), time), time, after)
    assert torch.allclose(mine, theirs, atol=1e-5)


@pytest.mark.parametrize("eta", [0.0, 0.4, 1.0])
def test_fresh_noise_keeps_the_level_of_noise(eta: float) -> None:
    old, new = normal(1, 1, 300, 300), normal(1, 1, 300, 300, seed=1)
    x = ddim_step(torch.zeros_like(old), old, 0.8, 0.6, FreshNoise(eta, new))
    assert x.std().item() == pytest.approx(levels(0.6)[1], rel=0.01)
    assert (x * new).mean().item() > 0.1 or eta == 0
    back = renoise(x, 0.6, 0.8, normal(1, 1, 300, 300, seed=2))
    assert back.std().item() == pytest.approx(levels(0.8)[1], rel=0.01)


def test_bounding_keeps_x() -> None:
    x = 3 * normal(1, 4, 8, 8)
    picture, noise = bound_x0(x, *predict_x0(x, normal(1, 4, 8, 8, seed=1), 0.4), 0.4, lambda one: one.clamp(-1, 1))
    assert picture.abs().amax() == 1
    assert torch.allclose(add_noise(picture, noise, 0.4), x, atol=1e-5)


class Linear:
    """v is the text's first number, and a thousand for each style; counts the rows it is asked for."""

    def __init__(self) -> None:
        self.rows = 0

    def __call__(self, x: Tensor, time: Tensor, text: Tensor, style: Tensor) -> Tensor:
        self.rows += len(x)
        return (text[:, 0] + 1000 * style + 0 * time)[:, None, None, None] + 0 * x


def conditioning(*scales: float) -> Conditioning:
    texts = torch.tensor([[[2.0, 0], [5.0, 0]]])
    return Conditioning(texts, torch.tensor([[*scales]]), torch.tensor([1]))


@pytest.mark.parametrize(
    ("scales", "value", "rows"),
    [((0, 0), 0, 1), ((1, 0), 2, 1), ((3, 0), 6, 2), ((3, -1), 1, 3), ((0, -2), -10, 2)],
)
def test_guidance_goes_from_no_text_towards_the_text(scales: tuple[float, ...], value: float, rows: int) -> None:
    network = Linear()
    v = classifier_free_guidance(network, torch.zeros(1, 3, 2, 2), [0.5], conditioning(*scales))
    assert v.shape == (1, 3, 2, 2)
    assert v[0, 0, 0, 0].item() == pytest.approx(1000 + value)
    assert network.rows == rows


def test_one_call_for_all_gives_what_items_give_one_by_one() -> None:
    asked = Conditioning(normal(3, 2, 2), torch.tensor([[3.0, -1], [0, 0], [1, 0]]), torch.tensor([1, 0, 2]))
    x, times = normal(3, 3, 4, 4, seed=1), [0.9, 0.5, 0.0]
    one_by_one = classifier_free_guidance(Linear(), x, times, asked)
    assert torch.allclose(guided_batch(Linear(), asked)(x, times), one_by_one, atol=1e-3)


class Reader(Linear):
    """Counts how often it is told what to draw."""

    def __init__(self) -> None:
        super().__init__()
        self.read = 0

    def condition(self, text: Tensor, style: Tensor) -> ConditionedNetwork:
        self.read += 1
        return lambda x, time: self(x, time, text, style)


@pytest.mark.parametrize(("guide", "read"), [(guided, 3), (guided_batch, 1)])
def test_texts_are_read_once_for_all_steps(guide: Callable[[Network, Conditioning], GuidedNetwork], read: int) -> None:
    wanted = Conditioning(normal(3, 2, 2), torch.tensor([[3.0, -1], [0, 0], [1, 0]]), torch.tensor([1, 0, 2]))
    network, x = Reader(), normal(3, 3, 4, 4, seed=1)
    asked = guide(network, wanted)
    for times in ([0.9, 0.5, 0.0], [0.2, 0.1, 0.0]):
        assert torch.equal(asked(x, times), guide(Linear(), wanted)(x, times))
    assert network.read == read


def test_prompts_become_one_wish_and_one_aversion() -> None:
    embeds = torch.eye(4)[None].repeat(3, 1, 1)
    weights = torch.tensor([[1.0, 1.0, -0.5, 0], [2.0, 0, 0, 0], [0, 0, -4.0, 0]])
    made = make_conditioning(embeds, weights, torch.zeros(3, dtype=torch.long), 3.0)
    half = math.sqrt(0.5)
    assert torch.allclose(made.texts[0, 0], torch.tensor([half, half, 0, 0]))
    assert torch.equal(made.texts[0, 1], torch.tensor([0.0, 0, 1, 0]))
    assert made.scales.tolist() == [[3.0, -0.75], [3.0, 0.0], [0.0, -3.0]]


def test_padding_changes_no_wish() -> None:
    embeds, weights = normal(1, 3, 16), torch.tensor([[0.7, 0.3, -0.2]])
    alone = make_conditioning(embeds, weights, torch.zeros(1, dtype=torch.long), 2.0)
    padded = make_conditioning(
        torch.cat([embeds, normal(1, 4, 16)], 1), torch.cat([weights, torch.zeros(1, 4)], 1), alone.styles, 2.0
    )
    assert torch.equal(alone.texts, padded.texts) and torch.equal(alone.scales, padded.scales)
