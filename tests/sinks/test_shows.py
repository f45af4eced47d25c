import io
import sys
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.events import Stepped
from pixdraw.sinks.notebook import NotebookSink, side_by_side
from pixdraw.sinks.progress import ProgressSink
from tests.sinks.fakes import FakeSession, drive


class Counted:
    """A loss that counts how often it is read from the device."""

    def __init__(self) -> None:
        self.reads = 0

    def mean(self) -> "Counted":
        return self

    def item(self) -> float:
        self.reads += 1
        return 0.5


def test_the_bar_shows_steps_and_loss() -> None:
    out = io.StringIO()
    drive(FakeSession(total=5), ProgressSink(out))
    assert "5/5" in out.getvalue() and "loss 0.2000" in out.getvalue()
    assert out.getvalue().endswith("\n")


def test_a_resumed_bar_starts_where_the_run_does() -> None:
    out = io.StringIO()
    drive(FakeSession(total=5), ProgressSink(out), start=3)
    assert "3/5" in out.getvalue() and "0/5" not in out.getvalue()


def test_the_loss_is_read_by_the_clock_and_not_each_step() -> None:
    now, loss, session = [0.0], Counted(), FakeSession(total=1000)
    sink = ProgressSink(io.StringIO(), clock=lambda: now[0])
    sink(next(session.events()), session)
    for step in range(1, 101):
        now[0] += 0.05
        sink(Stepped(step, 1000, loss, {}), session)  # type: ignore[arg-type]
    assert 20 <= loss.reads <= 26


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    calls: list[tuple[str, bytes]] = []

    def display(picture: Any, display_id: bool) -> Any:
        calls.append(("display", picture.data))
        return SimpleNamespace(update=lambda new: calls.append(("update", new.data)))

    module = SimpleNamespace(display=display, Image=lambda data: SimpleNamespace(data=data))
    fake = SimpleNamespace(display=module)
    monkeypatch.setitem(sys.modules, "IPython", fake)  # type: ignore[arg-type]
    return calls


def test_a_notebook_shows_one_display_updated_in_place(shown: list[tuple[str, bytes]]) -> None:
    drive(FakeSession(total=5, labels=("a", "b")), NotebookSink("2 iterations"))
    assert [call for call, _ in shown] == ["display", "update", "update"]
    assert all(data.startswith(b"\x89PNG") for _, data in shown)


def test_without_a_notebook_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "IPython", None)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match=r"pixdraw\[notebook\]"):
        NotebookSink()


def test_pictures_stand_side_by_side() -> None:
    images = torch.arange(3).view(3, 1, 1, 1).expand(3, 4, 5, 6) / 4
    sheet = side_by_side(images)
    assert sheet.shape == (4, 5 * 2 + 4, 6 * 2 + 4)
    assert torch.equal(sheet[:, :5, :6], images[0]) and torch.equal(sheet[:, :5, 10:], images[1])
    assert torch.equal(sheet[:, 9:, :6], images[2])
    assert sheet[3, 9:, 10:].sum() == 0
    assert torch.equal(side_by_side(images[:1]), images[0])
