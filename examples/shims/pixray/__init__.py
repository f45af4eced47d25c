"""`import pixray` for code that was written for it: its calls, by pixdraw.

What pixdraw draws differs; docs/migration.md says how.
"""

from __future__ import annotations

from typing import Any

import pixdraw
from pixdraw.compat import (
    add_settings,
    apply_settings,
    do_init,
    do_run,
    get_settings,
    process_args,
    reset_settings,
    run,
    setup_parser,
)  # fmt: skip

__all__ = [
    "add_custom_loss", "add_settings", "apply_settings", "do_init", "do_run", "get_settings", "main", "process_args",
    "reset_settings", "run", "setup_parser",
]  # fmt: skip


def add_custom_loss(name: str, loss: Any) -> None:
    """Make a loss known by name, a class of theirs among others."""
    pixdraw.add_custom_loss(name, loss)


def main() -> None:
    """Draw by the command line."""
    from pixdraw.cli import main as draw

    draw()


def __getattr__(name: str) -> Any:
    return getattr(pixdraw, name)
