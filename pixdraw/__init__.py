"""Text to pixel art and vector drawings. `import pixdraw` loads nothing heavy; names arrive when used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pixdraw.compat import add_settings as add_settings
    from pixdraw.compat import apply_settings as apply_settings
    from pixdraw.compat import do_init as do_init
    from pixdraw.compat import do_run as do_run
    from pixdraw.compat import get_settings as get_settings
    from pixdraw.compat import reset_settings as reset_settings
    from pixdraw.compat import run as run
    from pixdraw.engine.custom_losses import add_custom_loss as add_custom_loss
    from pixdraw.engine.session import Session as Session
    from pixdraw.errors import PixdrawError as PixdrawError
    from pixdraw.settings.model import Settings as Settings
    from pixdraw.settings.model import resolve as resolve

_HOMES = {
    "reset_settings": "compat",
    "add_settings": "compat",
    "get_settings": "compat",
    "apply_settings": "compat",
    "do_init": "compat",
    "do_run": "compat",
    "run": "compat",
    "add_custom_loss": "engine.custom_losses",
    "Settings": "settings.model",
    "resolve": "settings.model",
    "Session": "engine.session",
    "PixdrawError": "errors",
}

__all__ = list(_HOMES)
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f"pixdraw.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'pixdraw' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
