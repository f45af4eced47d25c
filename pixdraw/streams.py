"""Standard output and error, which may be closed, full, or unable to write a name's letters."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import Any

from pixdraw.errors import PixdrawError, brief

LEAST_COLUMNS = 40
"""Help is laid out no narrower: at one column its library breaks words without end."""


class OutputError(PixdrawError):
    """Standard output takes no more."""


def prepare() -> None:
    """Let both streams write what they can: other letters than their encoding's as escapes, nothing if closed.

    A closed one is opened on nothing, so that no file of ours takes its number. A terminal is taken to be at least
    LEAST_COLUMNS wide.
    """
    columns = os.environ.get("COLUMNS", "")
    if (int(columns) if columns.isdecimal() else shutil.get_terminal_size().columns) < LEAST_COLUMNS:
        os.environ["COLUMNS"] = str(LEAST_COLUMNS)
    for number, name in ((0, "stdin"), (1, "stdout"), (2, "stderr")):
        stream: Any = getattr(sys, name)
        if stream is None:
            with suppress(OSError):
                while os.open(os.devnull, os.O_RDWR) < number:
                    pass
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115, PTH123
        elif name != "stdin" and hasattr(stream, "reconfigure"):
            with suppress(OSError, ValueError):
                stream.reconfigure(errors="backslashreplace")


_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


def shown(text: object) -> str:
    """Return the text with terminal control characters escaped (they could come from the settings in a file)."""
    return str(text).translate(_CONTROLS)


def say(text: object) -> None:
    """Print a line on standard output; raises OutputError if it is full.

    A reader who has gone raises BrokenPipeError.
    """
    try:
        print(text)
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise OutputError(unwritable(error)) from error


def unwritable(error: Exception) -> str:
    """Return what to tell where standard output could not be written."""
    return f"standard output cannot be written ({getattr(error, 'strerror', None) or brief(error)}); the files are"


def tell(text: str) -> None:
    """Print a line on standard error, if somebody is there to read it."""
    with suppress(OSError, ValueError):
        print(shown(text), file=sys.stderr, flush=True)


def finish() -> Exception | None:
    """Write out what was printed; return what stands in the way, or None. Afterwards nothing more can fail."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return error
    return None
