"""What can be found wrong in settings before a model is loaded: names of models, devices and losses, mostly."""

from __future__ import annotations

from pixdraw.assembly.devices import check_device
from pixdraw.assembly.losses import loss_names
from pixdraw.engine.scores import check_ranks
from pixdraw.models import clip_catalog
from pixdraw.registry import DRAWERS, LOSSES
from pixdraw.settings.model import Settings


def check_all(settings: Settings) -> None:
    """Check what `resolve` does not check: names of models and devices, plug-in settings, and ranking criteria.

    Raises PixdrawError with the nearest valid name. Downloads and loads nothing.

    These are the names of models, of the device, and of what pictures are ranked by.
    """
    clip_catalog.check(settings.perceptors)
    check_device(settings.device)
    check_plugins(settings)
    if settings.keep_best is not None:
        check_ranks(settings, loss_names(settings))


def check_plugins(settings: Settings) -> None:
    """Let the drawer and the losses say what is wrong with their settings: those whose module has a `check`."""
    check = getattr(DRAWERS.load(settings.drawer), "check", None)
    if check is not None:
        check(settings.plugin("drawer", settings.drawer))
    for name, _ in settings.chosen("losses"):
        check = getattr(LOSSES.load(name), "check", None)
        if check is not None:
            check(settings.plugin("losses", name), settings.perceptors)


def fetch_for_losses(settings: Settings) -> None:
    """Let losses fetch files before any model is loaded: those whose module has a `fetch`."""
    for name, _ in settings.chosen("losses"):
        fetch = getattr(LOSSES.load(name), "fetch", None)
        if fetch is not None:
            fetch(settings.plugin("losses", name), settings.perceptors)
