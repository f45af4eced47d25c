"""Settings without effect, because what they belong to is not set."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

from pixdraw.fields import facts_of
from pixdraw.settings.common import Settings


def needs_of(name: str) -> list[str]:
    """Return what a common setting needs to have an effect, all of it; each is a setting, or several joined by or."""
    facts = facts_of(Settings.model_fields[name])
    return [need for need in (facts.needs if facts else "").split(" and ") if need]


def is_met(need: str, values: Mapping[str, Any]) -> bool:
    """Tell whether `values` hold what is needed: `init_image`, `init=proposal`, or one of several joined by or."""
    for part in need.split(" or "):
        name, _, wanted = part.partition("=")
        value = values.get(name)
        if value == wanted if wanted else value not in (None, Settings.model_fields[name].default, (), []):
            return True
    return False


def warn_if_idle(settings: Settings) -> None:
    """Warn of each setting that is not as it is by default and changes nothing, and say what it needs."""
    values = {name: getattr(settings, name) for name in Settings.model_fields}
    if settings.animation_frames:
        values.update(settings.values_of_frame(settings.animation_frames))
    for name, field in Settings.model_fields.items():
        if getattr(settings, name) == field.default:
            continue
        for need in needs_of(name):
            if not is_met(need, values):
                shown = getattr(settings, name)
                warnings.warn(f"{name}={shown} has no effect without {need}", stacklevel=2)
