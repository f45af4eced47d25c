import copy

import pytest
import torch

from pixdraw.engine.updater import ItemOptimiser
from pixdraw.errors import SettingsError
from pixdraw.interfaces import ParamGroup
from pixdraw.settings.presets import OPTIMISERS


def trajectory(name: str, start: torch.Tensor, target: torch.Tensor, steps: int = 8) -> torch.Tensor:
    param = start.clone().requires_grad_()
    optimiser = ItemOptimiser(name, [ParamGroup("x", [param], 0.05)], None)
    for _ in range(steps):
        optimiser.zero_grad()
        (param - target).square().flatten(1).sum(1).sum().backward()
        optimiser.step()
    return param.detach()


@pytest.mark.parametrize("name", OPTIMISERS)
def test_batch_equals_single_runs(name: str) -> None:
    torch.manual_seed(0)
    start, target = torch.randn(3, 4, 5, 5), torch.randn(3, 4, 5, 5)
    batch = trajectory(name, start, target)
    assert not torch.equal(batch, start)
    for item in range(3):
        single = trajectory(name, start[item : item + 1], target[item : item + 1])
        assert torch.equal(batch[item], single[0])


def test_adam_takes_torchs_steps() -> None:
    start, target = torch.randn(1, 6), torch.randn(1, 6)
    reference = start[0].clone().requires_grad_()
    optimiser = torch.optim.Adam([reference], lr=0.05)
    for _ in range(8):
        optimiser.zero_grad()
        (reference - target[0]).square().sum().backward()
        optimiser.step()
    assert torch.equal(trajectory("Adam", start, target)[0], reference.detach())


def test_learning_rate_sets_the_main_group_and_scales_the_others() -> None:
    a, b = torch.zeros(1, 2, requires_grad=True), torch.zeros(1, 2, requires_grad=True)
    optimiser = ItemOptimiser("SGD", [ParamGroup("a", [a], 0.5), ParamGroup("b", [b], 0.1)], 0.05)
    (a + b).sum().backward()
    optimiser.step()
    assert torch.allclose(a, torch.tensor(-0.05))
    assert torch.allclose(b, torch.tensor(-0.01))


def test_rate_zero_freezes_one_item_only() -> None:
    param = torch.zeros(2, 3, requires_grad=True)
    optimiser = ItemOptimiser("Adam", [ParamGroup("x", [param], 0.1)], None)
    for _ in range(2):
        optimiser.zero_grad()
        param.sum().backward()
        optimiser.step()
        optimiser.set_rates(0, 0.0)
    assert torch.allclose(param[0], torch.tensor(-0.1))
    assert torch.allclose(param[1], torch.tensor(-0.2), atol=1e-6)


def test_state_round_trip_goes_on_the_same() -> None:
    param = torch.zeros(2, 3, requires_grad=True)
    target = torch.randn(2, 3)
    optimiser = ItemOptimiser("Adam", [ParamGroup("x", [param], 0.1)], None)

    def go(p: torch.Tensor, o: ItemOptimiser, steps: int) -> None:
        for _ in range(steps):
            o.zero_grad()
            (p - target).square().sum().backward()
            o.step()

    go(param, optimiser, 3)
    optimiser.set_rates(1, 0.1)
    saved, state = param.detach().clone(), copy.deepcopy(optimiser.state_dict())
    go(param, optimiser, 3)
    again = saved.requires_grad_()
    other = ItemOptimiser("Adam", [ParamGroup("x", [again], 0.1)], None)
    other.load_state_dict(state)
    go(again, other, 3)
    assert torch.equal(param, again)


def test_a_drawer_without_parameters_is_an_error() -> None:
    with pytest.raises(SettingsError, match="no parameters"):
        ItemOptimiser("Adam", [], None)
