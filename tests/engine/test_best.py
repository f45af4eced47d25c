"""What is kept while a run draws, and when rates fall."""

from typing import Any

import torch

from pixdraw.engine.best import Best
from pixdraw.engine.rates import PATIENCE, Rates, Schedule


class Optimiser:
    """Notes the factors that rates are set to."""

    def __init__(self) -> None:
        self.set: list[tuple[int, float]] = []

    def set_rates(self, item: int, factor: float) -> None:
        self.set.append((item, factor))


def params_of(*rows: float) -> list[torch.Tensor]:
    param = torch.tensor(rows)[:, None].repeat(1, 2).requires_grad_()
    param.grad = torch.ones_like(param)
    return [param]


def test_each_item_keeps_the_parameters_of_its_own_lowest_loss() -> None:
    params = params_of(0.0, 0.0)
    best = Best(params, 2, torch.device("cpu"))
    for step, (values, losses) in enumerate(
        [((1.0, 1.0), (5.0, 5.0)), ((2.0, 2.0), (4.0, 6.0)), ((3.0, 3.0), (7.0, 7.0))]
    ):
        params[0].data.copy_(torch.tensor(values)[:, None])
        best.see(params, torch.tensor(losses), step)
    assert best.since.tolist() == [1, 2]
    best.restore(params, [0])
    assert params[0].detach()[:, 0].tolist() == [2.0, 3.0]
    best.restore(params, [1])
    assert params[0].detach()[:, 0].tolist() == [2.0, 1.0]


def test_of_equal_losses_the_first_is_kept_and_the_wait_goes_on() -> None:
    params = params_of(1.0)
    best = Best(params, 1, torch.device("cpu"))
    best.see(params, torch.tensor([5.0]), 0)
    params[0].data.fill_(2.0)
    best.see(params, torch.tensor([5.0]), 1)
    assert best.since.tolist() == [1]
    best.restore(params, [0])
    assert params[0].detach().tolist() == [[1.0, 1.0]]


def test_an_item_that_is_not_finite_is_held_and_noted_the_others_go_on() -> None:
    params = params_of(0.0, 0.0, 0.0)
    best = Best(params, 3, torch.device("cpu"))
    assert params[0].grad is not None
    params[0].grad[2, 1] = torch.inf
    best.see(params, torch.tensor([1.0, torch.nan, 1.0]), 4)
    assert params[0].grad.tolist() == [[1.0, 1.0], [0.0, 0.0], [0.0, 0.0]]
    assert best.bad() == [(1, 4), (2, 4)]
    assert best.since.tolist() == [0, 1, 1]


def test_rates_fall_at_planned_steps_and_on_a_plateau_and_end_after_the_last() -> None:
    rates = Rates(Schedule(100, drops=(3,), auto_stop=True), 2)
    optimiser: Any = Optimiser()
    since = torch.tensor([0, 0])
    rates.adapt(2, since, optimiser)
    assert optimiser.set == []
    rates.adapt(3, since, optimiser)
    assert optimiser.set == [(0, 0.1), (1, 0.1)]
    since[1] = PATIENCE
    rates.adapt(20, since, optimiser)
    assert optimiser.set[2:] == [(1, 0.0)] and since.tolist() == [0, 0] and not rates.all_ended()
    since[0] = PATIENCE
    rates.adapt(21, since, optimiser)
    assert rates.all_ended()
