"""The contracts of losses and filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor

from pixdraw.imaging.cells import enlarge
from pixdraw.interfaces import Canvas, Context, Filter, Frame, Loss, ParamGroup
from pixdraw.rng import Rng
from pixdraw.testing._tools import SEEDS, assert_near, assert_range, build_of, config_of, patterns


def check_loss(
    plugin: Any, *, config: Any = None, context: Context | None = None, resolution_tolerance: float | None = 0.1
) -> None:
    """Check the Loss contract: [B], finite, differentiable, batch = singles, the same for more pixels or cutouts.

    `resolution_tolerance` is the largest relative change when every pixel becomes 2 x 2 of them; None skips that.
    """
    context, config = context or example_context(), config_of(plugin, config)
    build = build_of(plugin)

    def measure(image: Tensor, seeds: tuple[int, ...], step: int, repeats: int = 1) -> Tensor:
        canvas = Canvas(height=image.shape[2], width=image.shape[3], items=len(image))
        mine = replace(context, canvas=canvas, rng=Rng(seeds))
        loss: Loss = build(config, mine)
        return loss(example_frame(image, mine, step, repeats=repeats))

    image = patterns(context.canvas, len(SEEDS), context.device)
    for step in (0, 5):
        leaf = image.clone().requires_grad_()
        values = measure(leaf, SEEDS, step)
        assert tuple(values.shape) == (len(SEEDS),), f"the loss gave {tuple(values.shape)}, expected [B]"
        assert bool(values.isfinite().all()), f"the loss is not finite: {values.tolist()}"
        grad = torch.autograd.grad(values.sum(), leaf, allow_unused=True)[0] if values.requires_grad else None
        assert grad is not None and bool(grad.any()), "the loss has no gradient in the picture; what detaches it?"
        assert bool(grad.isfinite().all()), "the loss has a gradient that is not finite"
        values = values.detach()
        alone = torch.cat([measure(image[i : i + 1], SEEDS[i : i + 1], step) for i in range(len(SEEDS))])
        assert_near(values, alone, 1e-5, "a batch differs from single runs; what reduces over dimension 0?")
        backwards = measure(image.flip(0), SEEDS[::-1], step).flip(0)
        assert_near(values, backwards, 1e-5, "the order of the items changes their losses")
        doubled = measure(image, SEEDS, step, repeats=2)
        assert_near(values, doubled, 1e-4, "twice the same cutouts changed the loss; take a mean, not a sum")
        if resolution_tolerance is not None:
            large = measure(enlarge(image, 2), SEEDS, step)
            cause = "twice the resolution changed the loss; take a mean over pixels, not a sum"
            assert_near(values, large, resolution_tolerance, cause)


def check_filter(plugin: Any, *, config: Any = None, context: Context | None = None) -> None:
    """Check the Filter contract: same shape, in range, differentiable, repeatable, batch = singles, RGB and RGBA."""
    context = context or example_context()
    apply: Filter = build_of(plugin)(config_of(plugin, config), context)
    rng = Rng(SEEDS)
    for channels in (3, 4):
        image = patterns(context.canvas, len(SEEDS), context.device, channels)
        leaf = image.clone().requires_grad_()
        out, penalty = apply(leaf, rng, 3)
        assert out.shape == image.shape, f"the filter gave {tuple(out.shape)} for {tuple(image.shape)}"
        assert torch.equal(leaf, image), "the filter changed its input in place"
        assert_range(out, "the filter's picture")
        weights = torch.linspace(0.1, 1, out.numel()).view_as(out).to(out)
        grad = torch.autograd.grad((out * weights).sum(), leaf, allow_unused=True)[0] if out.requires_grad else None
        assert grad is not None and bool(grad.any()), "no gradient passes the filter; use a straight-through estimate"
        assert bool(grad.isfinite().all()), "the filter's gradient is not finite"
        if penalty is not None:
            assert tuple(penalty.shape) == (len(SEEDS),), f"the penalty is {tuple(penalty.shape)}, expected [B]"
            assert bool(penalty.isfinite().all()), f"the penalty is not finite: {penalty.tolist()}"
        again, _ = apply(image, rng, 3)
        assert torch.equal(out, again), "one step filtered twice differs; draw random numbers from rng.at(stream, step)"
        kept, _ = apply(image, rng, None)
        assert kept.shape[:2] == image.shape[:2], f"step None: the filter gave {tuple(kept.shape)}, expected [B, C, …]"
        assert_range(kept, "the filter's picture at step None")
        other, _ = apply(image, Rng(tuple(seed + 1 for seed in SEEDS)), None)
        assert torch.equal(kept, other), "the picture that is kept (step None) depends on random numbers"
        for item in range(len(SEEDS)):
            single, cost = apply(image[item : item + 1], rng.item(item), 3)
            assert_near(out[item].detach(), single[0], 1e-6, f"item {item} of a batch differs from its single run")
            assert (cost is None) == (penalty is None), "the filter has a penalty only for some numbers of items"
            if cost is not None and penalty is not None:
                assert_near(penalty[item].detach(), cost[0], 1e-5, f"the penalty of item {item} differs alone")


class _Perceptor:
    """A fixed random projection of the picture's 4 x 4 means; texts become random directions."""

    name, image_size, embed_dim = "testing", 16, 8

    def encode_image(self, pixels: Tensor) -> Tensor:
        """[M, 3, S, S] → [M, 8] of unit norm."""
        small = torch.nn.functional.adaptive_avg_pool2d(pixels, 4).flatten(1) - 0.5
        weights = Rng((0,)).at("testing.perceptor").normal(48, self.embed_dim)[0].to(small)
        return torch.nn.functional.normalize(small @ weights, dim=1)

    def encode_text(self, texts: Sequence[str]) -> Tensor:
        """Texts → [len(texts), 8] of unit norm."""
        rows = [Rng((0,)).at(f"testing.text.{text}").normal(self.embed_dim)[0] for text in texts]
        return torch.nn.functional.normalize(torch.stack(rows), dim=1)


@dataclass
class _Picture:
    """The least drawer there can be: its parameter is the picture."""

    image: Tensor
    channels: int = 3

    def render(self) -> Tensor:
        return self.image

    def param_groups(self) -> list[ParamGroup]:
        return [ParamGroup("pixels", [self.image], 0.1)]

    def project(self) -> None:
        with torch.no_grad():
            self.image.clamp_(0, 1)

    def fit(self, image: Tensor, /) -> None:
        with torch.no_grad():
            self.image.copy_(image[:, :3])

    def state_dict(self) -> dict[str, Any]:
        return {"image": self.image.detach()}

    def load_state_dict(self, state: Any, /) -> None:
        self.fit(state["image"])


def example_context(*, height: int = 32, width: int = 48) -> Context:
    """Return what losses and filters are built with in their checks."""
    palette = torch.tensor([[0.0, 0, 0], [1, 1, 1], [1, 0, 0], [0, 0.5, 0], [0, 0, 1]])
    canvas = Canvas(height=height, width=width, items=len(SEEDS))
    return Context(canvas, {_Perceptor.name: _Perceptor()}, Rng(SEEDS), "cpu", palette)


def example_frame(image: Tensor, context: Context, step: int = 0, *, repeats: int = 1) -> Frame:
    """Return the frame of a picture [B, 3, H, W], seen whole and by its two halves, `repeats` times over."""

    def see(perceptor: str, other: Tensor) -> Tensor:
        other = other[:, :3].expand(len(image), -1, -1, -1)
        middle = other.shape[3] // 2
        views = [other, other[..., :middle], other[..., middle:]] * repeats
        embeds = [context.perceptors[perceptor].encode_image(_resized(view)) for view in views]
        return torch.stack(embeds, 1)

    embeds = {name: see(name, image) for name in context.perceptors}
    return Frame(step, 10, image, None, embeds, see, _Picture(image))


def _resized(view: Tensor) -> Tensor:
    return torch.nn.functional.adaptive_avg_pool2d(view, _Perceptor.image_size)
