"""The `settings` input: a short YAML text from a stranger, as a flat mapping."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import yaml

from pixdraw.errors import SettingsError
from pixdraw.settings.yaml_text import PlainLoader, read_text

MOST_CHARACTERS = 4096
MOST_DEPTH = 2
"""The mapping itself, and lists in it."""
MOST_EVENTS = 500
"""Parts of the text, as the YAML parser counts them."""
MOST_VALUE_CHARACTERS = 500


def read_settings_text(text: Any) -> dict[str, Any]:
    """Read `name: value` lines; SettingsError for anything a plain list of settings has no use for.

    Refused are aliases, anchors, tags, nesting, several documents, a name given twice, and numbers that are not finite.
    The text is checked piece by piece before anything is built from it.
    """
    if not isinstance(text, str):
        raise SettingsError(f"settings: expected a text of `name: value` lines, got {type(text).__name__}")
    if len(text) > MOST_CHARACTERS:
        raise SettingsError(f"settings: {len(text)} characters are too many; give at most {MOST_CHARACTERS}")
    try:
        _check_shape(text)
    except yaml.YAMLError as error:
        raise SettingsError(f"settings: this is not YAML ({_brief(error)}); write `name: value` lines") from error
    found = read_text(text, "settings")
    for doubt in found.doubts:
        raise SettingsError(f"settings: {doubt}")
    for name, value in found.values.items():
        _check_value(name, value)
    return found.values


def read_settings_object(given: Any) -> dict[str, Any]:
    """Return settings that came as an object of JSON; SettingsError for what `read_settings_text` refuses."""
    if not isinstance(given, dict) or len(given) > MOST_EVENTS:
        raise SettingsError('settings: expected an object of names and values, such as {"num_cuts": 24}')
    for name, value in given.items():
        _check_value(name, value)
    return dict(given)


def _check_shape(text: str) -> None:
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader=PlainLoader)):
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise SettingsError("settings: anchors, aliases and tags are not read; write `name: value` lines")
        nested = isinstance(event, yaml.MappingStartEvent) and depth > 1
        if nested or depth > MOST_DEPTH or documents > 1 or count > MOST_EVENTS:
            raise SettingsError("settings: too deep or too long; write a few `name: value` lines")


def _check_value(name: Any, value: Any) -> None:
    if not isinstance(name, str):
        raise SettingsError(f"settings: {name!r:.80} is not a name of a setting; write `name: value` lines")
    for part in _parts(value):
        if not isinstance(part, str | int | float | type(None)):
            raise SettingsError(f"settings: {name[:80]} is a {type(part).__name__}; give a number, a text or a list")
        if isinstance(part, float) and not math.isfinite(part):
            raise SettingsError(f"settings: {name[:80]}={part} is not a finite number")
        if isinstance(part, str) and len(part) > MOST_VALUE_CHARACTERS:
            raise SettingsError(f"settings: {name[:80]} is longer than {MOST_VALUE_CHARACTERS} characters")


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        if len(value) > MOST_EVENTS:
            raise SettingsError(f"settings: a list of {len(value)} values; give at most {MOST_EVENTS}")
        yield from value
    else:
        yield value


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:160]
