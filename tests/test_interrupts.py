"""Ctrl-C, TERM and HUP: what is drawn is saved, and nothing is said that is not true."""

import fcntl
import os
import signal
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from pixdraw import interrupts
from pixdraw.assembly.driving import drive
from pixdraw.engine import checkpoint
from pixdraw.errors import FileError
from pixdraw.events import Event, Finished, Stepped
from pixdraw.interrupts import Interrupts, shielded
from tests.fakes import small_session

ROOT = Path(__file__).parents[1]
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        signal.signal(number, signal.default_int_handler)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_before_something_is_drawn_a_signal_ends_at_once(number: int) -> None:
    with Interrupts() as taken, pytest.raises(KeyboardInterrupt):
        signal.raise_signal(number)
    assert taken.asked and signal.getsignal(number) is signal.default_int_handler


def test_while_drawing_signals_wait_for_the_step_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    with Interrupts() as taken:
        taken.drawing = True
        for number in SIGNALS * 3:
            signal.raise_signal(number)
        assert taken.asked
        monkeypatch.setattr(interrupts, "PATIENCE_S", -1.0)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_what_was_to_be_ignored_stays_so() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    with Interrupts() as taken:
        signal.raise_signal(signal.SIGHUP)
    assert not taken.asked


def test_other_threads_set_no_handlers() -> None:
    def enter() -> None:
        with Interrupts(), shielded():
            pass

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("number", SIGNALS)
def test_saving_once_begun_is_finished_in_notebooks_too(number: int) -> None:
    saved: list[int] = []

    def impatient(event: Event, session: object) -> None:
        if isinstance(event, Stepped) and event.step == 2:
            raise KeyboardInterrupt
        if isinstance(event, Finished):
            for _ in range(3):
                signal.raise_signal(number)

    with pytest.raises(KeyboardInterrupt):
        list(drive(small_session(), [impatient, lambda event, _: saved.append(event.step)]))
    assert saved[-1] == 2
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(number)  # afterwards it is as before


def test_who_stops_is_told_what_could_not_be_saved() -> None:
    def full(event: Event, session: object) -> None:
        if isinstance(event, Finished):
            raise FileError("no space")
        if event.step == 1:
            raise KeyboardInterrupt

    with pytest.raises(FileError, match="no space"):
        list(drive(small_session(), [full]))


@pytest.mark.parametrize("sent", [[signal.SIGHUP] * 3, [signal.SIGINT, signal.SIGTERM, signal.SIGINT]])
def test_a_run_that_is_stopped_can_go_on(sent: list[signal.Signals], tmp_path: Path, colours_path: str) -> None:
    options = {"perceptors": "colours", "iterations": 5000, "size": "48x40", "num-cuts": 2, "seed": 1}
    words = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "pixdraw", "a", *words, "--output=x", "--make-gif", "--save-checkpoint"]
    env = {**os.environ, "PYTHONPATH": colours_path}
    terminal, end = os.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(command, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=end, text=True)
    os.close(end)
    shown = b""
    while b"/5000" not in shown or b"loss" not in shown:
        shown += os.read(terminal, 1000)
    if signal.SIGHUP in sent:
        os.close(terminal)  # as a closed window does
    for number in sent:
        process.send_signal(number)
    out, _ = process.communicate()
    if signal.SIGHUP not in sent:
        while b"\n" not in shown.partition(b"stopped")[2]:
            shown += os.read(terminal, 1000)
        os.close(terminal)
        assert b"what is drawn is saved" in shown
    assert process.returncode == 130 and out.split() == ["x.png", "x.gif", "x.checkpoint"]
    state = checkpoint.read(tmp_path / "x.checkpoint")
    assert 0 < state["step"] < 5000
    with Image.open(tmp_path / "x.gif") as film:
        film.seek(film.n_frames - 1)  # type: ignore[attr-defined]


def test_nothing_large_is_imported_before_signals_are_taken() -> None:
    code = "import sys; before = set(sys.modules); import pixdraw.__main__; print(*set(sys.modules) - before)"
    told = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    late = {"typing", "contextlib", "threading", "importlib", "re", "pathlib", "dataclasses", "pixdraw.interrupts"}
    assert "pixdraw.__main__" in told.stdout and not late & set(told.stdout.split())


def test_a_signal_before_that_ends_without_a_word() -> None:
    code = "import pixdraw.__main__ as m, signal; m._end_silently(); signal.raise_signal(signal.SIGINT); print('on')"
    told = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, cwd=ROOT, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (130, b"", b"")
