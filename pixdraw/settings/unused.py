"""Warns of settings without effect: one that they need is not set, or the run moves too little."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

from pydantic.fields import FieldInfo

from pixdraw.fields import facts_of
from pixdraw.settings.common import Settings
from pixdraw.settings.plugins import name_weight

LITTLE = 0.02
"""Value of freedom up to which losses other than the prompt's have almost no visible effect."""
ROOM = "freedom=0.3 iterations=40 prompt_strength=0.01"
"""Settings with which such losses become visible. The prompt weight is low because a higher one would add speckle to a
proposal that already shows the prompt."""


def needs_of(name: str) -> list[str]:
    """Return the conditions, all required, for a common setting to have an effect; alternatives are joined by or."""
    facts = facts_of(Settings.model_fields[name])
    return [need for need in (facts.needs if facts else "").split(" and ") if need]


def is_met(need: str, values: Mapping[str, Any]) -> bool:
    """Return whether `values` meet a condition: `init_image`, `init=proposal`, or alternatives joined by or."""
    for part in need.split(" or "):
        name, _, wanted = part.partition("=")
        value = values.get(name)
        if value == wanted if wanted else value not in (None, Settings.model_fields[name].default, (), []):
            return True
    return False


def warn_if_unused(settings: Settings) -> None:
    """Warn of each setting that differs from its default and has no effect, and name what it needs."""
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


def warn_if_held(settings: Settings) -> None:
    """Warn once of losses and guides that hardly show because the run may not move far from its start."""
    if settings.init != "proposal" or not settings.prompts or (settings.freedom or 1.0) > LITTLE:
        return
    found = {name: getattr(settings, name) for name, field in Settings.model_fields.items() if _pulls(field)}
    found["losses"] = tuple(text for text in settings.losses if name_weight(text)[1])
    faint = [f"{name}={_written(value)}" for name, value in found.items() if value]
    if faint:
        warnings.warn(
            f"{' '.join(faint)} will have almost no visible effect: the run starts from a proposal and "
            f"freedom={settings.freedom:g} lets it change only a little; set for example {ROOM}",
            stacklevel=2,
        )


def _pulls(field: FieldInfo) -> bool:
    facts = facts_of(field)
    return facts is not None and facts.pulls


def _written(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
