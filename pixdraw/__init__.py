"""Text to pixel art and vector drawings.

`import pixdraw` imports nothing heavy; public names are imported lazily on first access.

`pixdraw.draw("a red heart").save("heart.png")` draws; the calls of clipit's and pixray's notebooks are there as well.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it; `typing` would take longer to import than all else before signals are
if TYPE_CHECKING:
    from typing import Any

    from pixdraw.compat import add_settings as add_settings
    from pixdraw.compat import apply_settings as apply_settings
    from pixdraw.compat import do_init as do_init
    from pixdraw.compat import do_run as do_run
    from pixdraw.compat import get_settings as get_settings
    from pixdraw.compat import process_args as process_args
    from pixdraw.compat import reset_settings as reset_settings
    from pixdraw.compat import run as run
    from pixdraw.compat import setup_parser as setup_parser
    from pixdraw.drawing import Drawing as Drawing
    from pixdraw.drawing import again as again
    from pixdraw.drawing import draw as draw
    from pixdraw.drawing import resume as resume
    from pixdraw.engine.custom_losses import add_custom_loss as add_custom_loss
    from pixdraw.engine.session import Session as Session
    from pixdraw.errors import FileError as FileError
    from pixdraw.errors import ModelError as ModelError
    from pixdraw.errors import NumericalError as NumericalError
    from pixdraw.errors import OutOfMemory as OutOfMemory
    from pixdraw.errors import PixdrawError as PixdrawError
    from pixdraw.errors import PluginError as PluginError
    from pixdraw.errors import PromptError as PromptError
    from pixdraw.errors import SettingsError as SettingsError
    from pixdraw.events import Finished as Finished
    from pixdraw.events import Started as Started
    from pixdraw.events import Stepped as Stepped
    from pixdraw.models.cache import ModelCache as ModelCache
    from pixdraw.settings.model import Settings as Settings
    from pixdraw.settings.model import resolve as resolve
    from pixdraw.sinks.metadata import read_settings as read_settings
    from pixdraw.tools.collage import CollagePlan as CollagePlan
    from pixdraw.tools.collage import collage as collage
    from pixdraw.tools.inspect import Report as Report
    from pixdraw.tools.inspect import inspect as inspect
    from pixdraw.tools.many.drawing import Batch as Batch
    from pixdraw.tools.many.drawing import batch as batch
    from pixdraw.tools.many.on_ray import OnRay as OnRay
    from pixdraw.tools.palettes import confusions as confusions
    from pixdraw.tools.palettes import contrast as contrast
    from pixdraw.tools.palettes import ramps as ramps
    from pixdraw.tools.palettes import reduce_palette as reduce_palette
    from pixdraw.tools.palettes import seen_by as seen_by
    from pixdraw.tools.palettes import sort_palette as sort_palette
    from pixdraw.tools.palettes import swap_colours as swap_colours
    from pixdraw.tools.palettes import swap_palette as swap_palette
    from pixdraw.tools.pixelise import Pixelised as Pixelised
    from pixdraw.tools.pixelise import pixelise as pixelise
    from pixdraw.tools.repair import Repaired as Repaired
    from pixdraw.tools.repair import repair as repair

_NAMES = {
    "drawing": ("draw", "again", "resume", "Drawing"),
    "compat": ("reset_settings", "add_settings", "get_settings", "apply_settings", "do_init", "do_run", "run",
               "setup_parser", "process_args"),
    "settings.model": ("Settings", "resolve"),
    "sinks.metadata": ("read_settings",),
    "engine.session": ("Session",),
    "engine.custom_losses": ("add_custom_loss",),
    "models.cache": ("ModelCache",),
    "tools.inspect": ("inspect", "Report"),
    "tools.collage": ("collage", "CollagePlan"),
    "tools.many.drawing": ("batch", "Batch"),
    "tools.many.on_ray": ("OnRay",),
    "tools.palettes": (
        "confusions", "contrast", "ramps", "reduce_palette", "seen_by", "sort_palette",
        "swap_colours", "swap_palette",
    ),
    "tools.pixelise": ("pixelise", "Pixelised"),
    "tools.repair": ("repair", "Repaired"),
    "events": ("Started", "Stepped", "Finished"),
    "errors": (
        "PixdrawError", "SettingsError", "PromptError", "PluginError", "ModelError", "FileError", "NumericalError",
        "OutOfMemory",
    ),
}  # fmt: skip
"""Module → the public names that it holds."""

_HOMES = {name: module for module, names in _NAMES.items() for name in names}

__all__ = list(_HOMES)
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(f"pixdraw.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'pixdraw' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
