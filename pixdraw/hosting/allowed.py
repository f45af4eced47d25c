"""What the `settings` text of a request may set, and why it may not set the rest.

A setting is allowed only if its declaration says `hosted=…`; such settings are bounded and name no local path, address,
model or plug-in. All others are refused, including the settings of third-party plug-ins.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from pixdraw.errors import SettingsError, suggestion
from pixdraw.fields import Text
from pixdraw.imaging.palettes import parse_colour
from pixdraw.registry import KINDS
from pixdraw.settings.catalog import every_setting
from pixdraw.settings.plugins import selected

MOST_WEIGHT = 1000.0
"""Maximum absolute weight of a loss or filter."""
MOST_NUMBER = 2.0**32
"""Maximum absolute value of any number that has no narrower bounds of its own."""

_OPENS = {
    "file": "files and addresses are not opened here",
    "palette": "files and addresses are not opened here",
    "model": "quality and drawer choose the models",
    "plugin": "quality and drawer choose the plug-ins",
}
"""What a setting's value names → why a request may not set it."""

UNDECLARED = "its plug-in does not say that requests may set it"


def _names_of(kind: Text) -> tuple[str, ...]:
    return tuple(name for name in ALLOWED if _FACTS[name].text == kind)


def _reason(name: str) -> str:
    """Return why a request may not set a setting, in words for its sender."""
    facts = _FACTS[name]
    if facts.refusal:
        return facts.refusal
    if facts.writes:
        return "output_format says what is written"
    if facts.opens:
        return _OPENS[facts.opens]
    needed = [_FACTS[need] for need in re.findall(r"\w+", facts.needs) if need in _FACTS]
    return next((_OPENS[need.opens] for need in needed if need.opens), UNDECLARED)


def _plugins(kind: str) -> tuple[str, ...]:
    """Return the built-in plug-ins that a request may choose: those with a setting that it may set."""
    registry = KINDS[kind]
    ours = [name for name in registry.names() if registry.is_built_in(name)]
    return tuple(name for name in ours if not ALLOWED.isdisjoint(registry.config(name).model_fields))


_FACTS = {known.name: known.facts for known in every_setting() if known.is_built_in}
INPUTS = tuple(name for name, facts in _FACTS.items() if facts.hosted and facts.hosted.input)
"""Inputs of a request that are settings of the same name."""
ALLOWED = frozenset(name for name, facts in _FACTS.items() if facts.hosted and not facts.hosted.input)
"""What the `settings` text may set."""
REFUSED = {name: _reason(name) for name in _FACTS if name not in ALLOWED and name not in INPUTS}
"""Setting → why a request may not set it."""

TEXTS, DURATIONS, COLOURS, CHOOSING = (
    _names_of("prompt"),
    _names_of("duration"),
    _names_of("colour"),
    _names_of("plugins"),
)
OWN = _names_of("own")
PLUGINS = {kind: _plugins(kind) for kind in ("losses", "filters")}
"""Kind → the built-in plug-ins that a request may choose."""


def check_allowed(values: Mapping[str, Any]) -> None:
    """Raise SettingsError, in one line, for a setting that a request may not set, or not to this value."""
    for name, value in values.items():
        if name in REFUSED:
            raise SettingsError(f"settings: {name} cannot be set in a request: {REFUSED[name]}")
        if name not in ALLOWED:
            near = suggestion(name, ALLOWED)
            raise SettingsError(f"settings: {name[:80]} cannot be set in a request{near}; see docs/hosting.md")
        if name in _CHECKS:
            _CHECKS[name](name, value)
    check_bounds(values)


def check_bounds(values: Mapping[str, Any]) -> None:
    """Raise SettingsError for a number that runs may have and requests may not."""
    for name, value in values.items():
        hosted = _FACTS[name].hosted if name in _FACTS else None
        if hosted is None or not isinstance(value, int | float):
            continue
        least, most = hosted.least, hosted.most
        if (least is not None and not value >= least) or (most is not None and not value <= most):
            raise SettingsError(f"{name}={value!r:.80}: expected {least} to {most}")


def check_numbers(flat: Mapping[str, Any]) -> None:
    """Raise SettingsError if a setting, after its text was read, has a number larger than any picture needs."""
    for name, value in flat.items():
        for part in value if isinstance(value, list | tuple) else [value]:
            if isinstance(part, int | float) and not abs(part) <= MOST_NUMBER:
                raise SettingsError(f"settings: {name}={part!r:.40} is too large; give at most {MOST_NUMBER:.0f}")


def _check_plugins(setting: str, value: Any) -> None:
    kind = "losses" if setting == "priors" else setting
    for name, weight in selected(kind, {setting: value}):
        if name not in PLUGINS[kind]:
            near = suggestion(name, PLUGINS[kind])
            raise SettingsError(
                f"settings: {setting}={name[:80]} cannot be chosen in a request; there are {', '.join(PLUGINS[kind])}"
                f"{near}"
            )
        if not math.isfinite(weight) or abs(weight) > MOST_WEIGHT:
            raise SettingsError(f"settings: {setting}={name}:{weight:g}: the weight is at most {MOST_WEIGHT:g}")


def _check_colour(setting: str, value: Any) -> None:
    if not isinstance(value, str):
        raise SettingsError(f"settings: {setting}={value!r:.40}: expected a colour, as in #ff8000")
    parse_colour(value, setting)


_CHECKS: dict[str, Callable[[str, Any], None]] = {
    **dict.fromkeys(CHOOSING, _check_plugins),
    **dict.fromkeys(COLOURS, _check_colour),
}
