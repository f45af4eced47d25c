"""What a checkpoint must hold for a run to go on from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.engine import checkpoint
from pixdraw.errors import FileError
from tests.fakes import small_session

GIVEN: dict[str, Any] = {"seed": [1, 2], "transparent": False, "iterations": 6}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The checkpoint of two pictures after three steps."""
    session = small_session(**GIVEN)
    for _ in range(3):
        session.take_step()
    checkpoint.save(session, tmp_path / "a.checkpoint")
    return tmp_path / "a.checkpoint"


def test_a_run_goes_on_as_if_it_had_not_been_stopped(path: Path) -> None:
    whole, second = small_session(**GIVEN), small_session(**GIVEN)
    checkpoint.restore(second, checkpoint.read(path), path)
    for session in (whole, second):
        for _ in session.run():
            pass
    assert second.step == whole.step == 6
    assert torch.equal(second.images(), whole.images())


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("best", lambda best: []),
        ("best", lambda best: None),
        ("best", lambda best: best + best),
        ("best", lambda best: {"a": best[0]}),
        ("best", lambda best: [part[:1] for part in best]),
        ("best", lambda best: [part.double() for part in best]),
        ("best", lambda best: [part * float("nan") for part in best]),
        ("best", lambda best: ["red" for part in best]),
        ("best_loss", lambda loss: loss[:1]),
        ("since_best", lambda since: since.float()),
        ("drops", lambda drops: [0.5 for _ in drops]),
        ("ended", lambda ended: ended[:1]),
        ("step", lambda step: 7),
        ("step", lambda step: -1),
        ("step", lambda step: "3"),
    ],
)
def test_a_damaged_part_is_named_in_one_line_and_nothing_is_restored(
    name: str, change: Callable[[Any], Any], path: Path
) -> None:
    state, session = checkpoint.read(path), small_session(**GIVEN)
    before = session.images()
    with pytest.raises(FileError, match=f"damaged.* {name}") as caught:
        checkpoint.restore(session, {**state, name: change(state[name])}, path)
    assert "\n" not in str(caught.value) and str(path) in str(caught.value)
    assert session.step == 0 and torch.equal(session.images(), before)
    state.pop(name)
    with pytest.raises(FileError, match=f"damaged.* {name}"):
        checkpoint.restore(session, state, path)
