import math

import pytest
import torch

from pixdraw.engine.prompt_loss import ContrastLoss, PromptLoss
from pixdraw.interfaces import Frame
from pixdraw.models.targets import make_targets, spherical_distance
from pixdraw.text.prompts import Prompt, parse_prompts


class Words:
    """Embeds a text as the unit vector of its first letter."""

    name, image_size, embed_dim = "words", 8, 26

    def encode_text(self, texts):
        return torch.eye(26)[[ord(text[0]) - ord("a") for text in texts]]


def frame(embeds: torch.Tensor) -> Frame:
    image = torch.zeros(len(embeds), 3, 8, 8)
    return Frame(0, 10, image, None, {"words": embeds}, lambda name, other: embeds, None)  # type: ignore[arg-type]


def loss_of(embeds: torch.Tensor, *items: str) -> torch.Tensor:
    targets = make_targets(Words(), [parse_prompts(item) for item in items], torch.device("cpu"))  # type: ignore[arg-type]
    return PromptLoss({"words": targets})(frame(embeds))


def unit(*letters: str) -> torch.Tensor:
    total = torch.stack([torch.eye(26)[ord(letter) - ord("a")] for letter in letters]).sum(0)
    return total / total.norm()


def test_spherical_distance_is_half_the_squared_angle() -> None:
    x, y = torch.randn(50, 7), torch.randn(50, 7)
    x, y = x / x.norm(dim=1, keepdim=True), y / y.norm(dim=1, keepdim=True)
    angle = (x * y).sum(1).acos()
    assert torch.allclose(spherical_distance(x, y), angle.square() / 2, atol=1e-5)


def test_its_gradient_is_finite_at_the_target_and_opposite_it() -> None:
    y = torch.tensor([[1.0, 0], [1.0, 0]])
    x = torch.tensor([[1.0, 0], [-1.0, 0]], requires_grad=True)
    spherical_distance(x, y).sum().backward()
    assert x.grad is not None and x.grad.isfinite().all()


def test_value_is_the_weighted_sum_over_prompts_of_the_mean_over_cutouts() -> None:
    embeds = torch.stack([unit("a"), unit("b")])[None]
    right = (math.pi / 2) ** 2 / 2
    assert loss_of(embeds, "a").item() == pytest.approx(right / 2, abs=1e-5)
    assert loss_of(embeds, "a:3|b:0.5").item() == pytest.approx(3.5 * right / 2, abs=1e-4)
    assert loss_of(embeds, "a:-2").item() == pytest.approx(-2 * right / 2, abs=1e-4)


def test_several_perceptors_add_up() -> None:
    embeds = unit("a", "b")[None, None]
    targets = make_targets(Words(), [(Prompt("a"),)], torch.device("cpu"))  # type: ignore[arg-type]
    one = PromptLoss({"words": targets})(frame(embeds))
    both = Frame(0, 1, torch.zeros(1, 3, 8, 8), None, {"x": embeds, "y": embeds}, lambda n, o: embeds, None)  # type: ignore[arg-type]
    assert torch.allclose(PromptLoss({"x": targets, "y": targets})(both), 2 * one)


def test_stop_ends_the_gradient_but_not_the_value() -> None:
    embeds = unit("a", "b")[None, None].clone().requires_grad_()  # 45 degrees from a: distance 0.308
    free, stopped = loss_of(embeds, "a:1:0.2"), loss_of(embeds, "a:1:0.5")
    assert torch.allclose(free, stopped)
    (gradient,) = torch.autograd.grad(free.sum(), embeds, retain_graph=True)
    assert gradient.abs().sum() > 0
    (gradient,) = torch.autograd.grad(stopped.sum(), embeds)
    assert gradient.abs().sum() == 0


def test_ragged_batch_equals_its_single_runs() -> None:
    torch.manual_seed(0)
    embeds = torch.nn.functional.normalize(torch.randn(3, 5, 26), dim=-1)
    items = ["a:2|b:-1|c:1:0.4", "d", "e|f:0.3"]
    batch = loss_of(embeds, *items)
    for index, item in enumerate(items):
        assert torch.equal(batch[index], loss_of(embeds[index : index + 1], item)[0])


def test_contrast_prefers_the_prompt_to_the_bank() -> None:
    targets = make_targets(Words(), [(Prompt("a"),)], torch.device("cpu"))  # type: ignore[arg-type]
    bank = Words().encode_text(["a", "b", "c"])  # the prompt itself does not count against it
    loss = ContrastLoss({"words": targets}, {"words": bank})
    at = {letter: loss(frame(unit(letter)[None, None])).item() for letter in "abz"}
    assert at["a"] < at["z"] < at["b"]
    z = math.log(1 + 2) / 20  # equally far from the prompt and two bank texts
    assert at["z"] == pytest.approx(z, abs=1e-5)
