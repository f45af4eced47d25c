"""Exceptions of pixdraw. Messages are one line: what was given, what was expected, what to do."""

from __future__ import annotations

import difflib
import errno
from collections.abc import Iterable

LONGEST_NAME = 80
"""Longer names get no suggestion: comparing takes time by the square of the length."""


LONGEST_TEXT = 1000
LONGEST_BRIEF = 160


class PixdrawError(Exception):
    """Base of all errors that a user can correct; the text is one line of limited length, whatever was given."""

    def __str__(self) -> str:
        text = " ".join(" ".join(map(str, self.args)).split())
        return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT // 2]} ... {text[-LONGEST_TEXT // 2 :]}"


class SettingsError(PixdrawError, ValueError):
    """A setting's name or value is wrong."""


class PromptError(PixdrawError, ValueError):
    """A prompt cannot be read."""


class PluginError(PixdrawError):
    """A drawer, loss, filter or perceptor is unknown, not installed or broken."""


class ModelError(PixdrawError):
    """A model's weights are missing, damaged or of another kind."""


class FileError(PixdrawError, OSError):
    """A file cannot be read or written."""


class NumericalError(PixdrawError, ArithmeticError):
    """A loss or its gradient became NaN or infinite."""


class OutOfMemory(PixdrawError, MemoryError):
    """The device has too little memory for the run."""


ONEDNN_LACKS_MEMORY = "could not create a primitive"
"""What oneDNN, torch's library for CPUs, says where it cannot get memory for the code it is about to make."""


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether an error, of Python, numpy, torch or the system, says that memory ran out."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    words = str(error).lower()
    says_so = "alloc" in words and "memory" in words or "bad_alloc" in words
    return isinstance(error, RuntimeError) and (says_so or words == ONEDNN_LACKS_MEMORY)


def raise_if_out_of_memory(error: BaseException, file: object) -> None:
    """Raise OutOfMemory if `error`, raised while reading `file`, means that memory ran out (so that the file is not
    reported as damaged).
    """
    if is_out_of_memory(error):
        raise OutOfMemory(f"out of memory while reading {file}: set a smaller size, or close other programs") from error


def nearest(name: str, known: Iterable[str], *, most: int = 1) -> list[str]:
    """Return up to `most` known names that resemble `name`, best first."""
    return difflib.get_close_matches(name, list(known), n=most, cutoff=0.5) if len(name) <= LONGEST_NAME else []


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return " (did you mean X?)" for the nearest known name, or nothing if none is near."""
    found = nearest(name, known)
    return f" (did you mean {found[0]}?)" if found else ""


def brief(error: BaseException) -> str:
    """Return an error as one line of limited length."""
    return cut(" ".join(str(error).split()) or type(error).__name__)


def cut(text: str) -> str:
    """Return a line, ended with dots where it is longer than LONGEST_BRIEF."""
    return text if len(text) <= LONGEST_BRIEF else f"{text[: LONGEST_BRIEF - 3]}..."
