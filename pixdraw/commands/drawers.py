"""`pixdraw drawers`."""

from __future__ import annotations

from pixdraw import streams
from pixdraw.registry import DRAWERS


def drawers(name: str | None = None) -> None:
    """List the drawers, or the settings of one drawer.

    Parameters
    ----------
    name
        Drawer whose settings are shown; default: all drawers are listed.
    """
    if name is None:
        for found in DRAWERS.names():
            streams.say(found)
        return
    for key, field in DRAWERS.config(name).model_fields.items():
        streams.say(f"{key} = {field.default!r}: {field.description}")
