"""Drawing needs no float64, which Apple's MPS and some of Intel's devices lack."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from drawers._raster import sums
from pixdraw.registry import DRAWERS
from tests.fakes import small_session
from tests.sprite_generators import build_in

DRAWN: dict[str, dict[str, Any]] = {
    "pixel": {"palette": "[red, black, white]", "palette_mode": "exact", "pixel_size": [10, 8]},
    "clipdraw": {"strokes": 4},
    "line_sketch": {"strokes": 2},
    "diffusion": {},
    "vqgan": {},
    "fft": {},
    "pyramid": {},
    "siren": {"siren_layers": 2, "siren_width": 16},
}
OTHERS = {"biggan"}
"""Needs a model that does not come with pixdraw; its arithmetic is a convolutional network's alone."""


class NoFloat64(TorchDispatchMode):
    """Fails where an operation makes or takes float64."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        out = func(*args, **(kwargs or {}))
        for value in tree_leaves((args, kwargs, out)):
            if isinstance(value, Tensor) and value.dtype == torch.float64 and value.dim():
                raise AssertionError(f"{func} has float64")
        return out


@contextmanager
def as_on_mps(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sums, "has_float64", lambda device: False)
    with NoFloat64():
        yield


def test_no_drawer_is_left_out() -> None:
    assert set(DRAWN) | OTHERS == set(DRAWERS.names())


@pytest.mark.parametrize("drawer", DRAWN)
def test_steps_and_pictures_make_no_float64(drawer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    build_in(monkeypatch)
    given = {"drawer": drawer, "iterations": 2, "num_cuts": 2, "init": "none", **DRAWN[drawer]}
    session = small_session(**given)
    with as_on_mps(monkeypatch):
        session.take_step()
        session.take_step()
        images = session.images()
    assert images.isfinite().all() and images.dtype == torch.float32


def test_the_guard_sees_float64() -> None:
    with pytest.raises(AssertionError, match="float64"), NoFloat64():
        torch.ones(2).double()


SUMS: list[Callable[[Tensor], Tensor]] = [
    lambda values: sums.running_total(values, True).float(),
    lambda values: sums.add_at(values, torch.arange(len(values)) % 3, 3, True),
]


@pytest.mark.parametrize("total", SUMS, ids=["running", "add_at"])
@pytest.mark.parametrize("size", [1e-30, 1.0, 1e30])
def test_sums_without_float64_are_nearly_those_with_it(
    total: Callable[[Tensor], Tensor], size: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = torch.randn(1000, generator=torch.Generator().manual_seed(0)) * size
    long = total(values)
    monkeypatch.setattr(sums, "has_float64", lambda device: False)
    short = total(values)
    assert torch.equal(short, total(values)) and torch.allclose(short, long, rtol=1e-5, atol=1e-5 * size)
