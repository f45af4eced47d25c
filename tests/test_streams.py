"""Standard output and error in all their states: no traceback, names on a best effort."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pixdraw import streams

DRAWN = ["--perceptors=colours", "--iterations=2", "--size=48x40", "--num-cuts=2", "--seed=1"]


def pixdraw(*words: str, redirect: str = "", folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    command = ["sh", "-c", f'exec "$0" -m pixdraw "$@" {redirect}', sys.executable, *words]
    return subprocess.run(command, cwd=folder, env={**os.environ, **env}, capture_output=True, check=False)


@pytest.fixture(autouse=True)
def known(colours_path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", colours_path)


def test_names_that_the_encoding_does_not_know_are_escaped_beside_a_bar_of_any_width(tmp_path: Path) -> None:
    done = pixdraw("赤い café", *DRAWN, folder=tmp_path, PYTHONIOENCODING="ascii", COLUMNS="1", LINES="1")
    assert done.returncode == 0 and b"Traceback" not in done.stderr and done.stdout.endswith(b"-cafe-1.png\n")
    assert (tmp_path / "赤い-cafe-1.png").is_file()


@pytest.mark.parametrize(
    ("redirect", "code", "said"),
    [
        (">&-", 0, b""), ("2>&-", 0, b""), (">/dev/full", 1, b"cannot be written (No space"), ("2>/dev/full", 0, b""),
    ],
)  # fmt: skip
def test_a_closed_or_full_stream(redirect: str, code: int, said: bytes, tmp_path: Path) -> None:
    done = pixdraw("drawers", redirect=redirect, folder=tmp_path, PYTHONUNBUFFERED="1")  # fails at once, not at the end
    assert done.returncode == code and b"Traceback" not in done.stderr and said in done.stderr, done.stderr


@pytest.mark.parametrize(("redirect", "code"), [(">&- 2>&- <&-", 0), (">/dev/full 2>/dev/full", 1)])
def test_a_drawing_without_any_stream_is_saved(redirect: str, code: int, tmp_path: Path) -> None:
    done = pixdraw("x", *DRAWN, "--make-video", redirect=redirect, folder=tmp_path)
    assert done.returncode == code and b"Traceback" not in done.stderr, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x-1.mp4", "x-1.png"]


NARROW = {"COLUMNS": "1", "PYTHONIOENCODING": "ascii"}


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (["draw", "--help"], NARROW),
        (["draw", "--help"], {"COLUMNS": "x"}),
        (["nonsense", "--bad"], {**NARROW, "COLUMNS": "0"}),
    ],
)
def test_help_and_errors_at_any_width(words: list[str], env: dict[str, str], tmp_path: Path) -> None:
    done = pixdraw(*words, folder=tmp_path, **env)
    assert b"Traceback" not in done.stderr and done.returncode in (0, 2), done.stderr


@pytest.mark.parametrize("sign", ["\x1b]0;owned\x07", "\x9b2J", "\x08", "\r", "\x00", "\x7f"])
def test_signs_that_steer_a_terminal_are_told_as_escapes(sign: str, capsys: pytest.CaptureFixture[str]) -> None:
    streams.tell(f"error: {sign}é 赤 -> \ttab")
    told = capsys.readouterr().err
    assert sign not in told and "\\x" in told and told.endswith("é 赤 -> \ttab\n")
