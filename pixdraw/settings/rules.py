"""Defaults that depend on other settings: the presets of all drawings, and those of the drawer after them.

A default depends only on the values of other settings, not on whether they were given explicitly: giving a setting its
default value changes nothing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from pixdraw.errors import SettingsError
from pixdraw.fields import GIVEN, SPRITE, Following, Preset, choices_of
from pixdraw.settings import presets
from pixdraw.settings.common import Settings
from pixdraw.settings.sizes import sprite_cells
from pixdraw.settings.texts import NO, YES, texts_of

Cells = Callable[[str], tuple[int, int] | None]
"""A picture's name → the (columns, rows) of a sprite: `sprite_cells`, or what remembers it."""


class Rules:
    """The defaults of a run with some `given` settings, and the presets that they come from."""

    def __init__(self, given: Mapping[str, Any], config: type[BaseModel], own: Sequence[Preset]) -> None:
        """Take the settings that are given, and the drawer's `Config` and presets."""
        known = _plain(Settings, "quality", given.get("quality")) in presets.QUALITIES
        self._given = given if known or "quality" not in given else {**given, "quality": "normal"}  # an error, later
        self._config = config
        self._presets = [*presets.of_all_drawers(), *own]
        self._found: dict[str, Preset | None] = {}
        self._open: list[str] = []
        self._cells: Cells = functools.cache(sprite_cells)  # a picture, which may be an address, is read once

    def value(self, name: str) -> Any:
        """Return the value of a setting: the given one, or its default."""
        model = self._model(name)
        if name in self._given:
            return _plain(model, name, self._given[name])
        preset = self.preset(name)
        if preset is not None:
            return self._of(preset, name)
        default = model.model_fields[name].get_default(call_default_factory=True)
        return None if default is PydanticUndefined else default

    def preset(self, name: str) -> Preset | None:
        """Return the preset that a setting's default comes from; None if the default is the same in all runs."""
        if name not in self._found:
            if not self._knows(name):
                return None
            if name in self._open:
                raise SettingsError(f"the presets of {' and '.join(self._open)} depend on each other")
            self._open.append(name)
            saying = [preset for preset in self._presets if name in preset.then]
            self._found[name] = next((preset for preset in reversed(saying) if self._holds(preset)), None)
            self._open.pop()
        return self._found[name]

    def defaults(self) -> dict[str, Any]:
        """Return the defaults that come from presets, of settings that are not given."""
        names = dict.fromkeys(name for preset in self._presets for name in preset.then)
        here = [name for name in names if name not in self._given and self._knows(name)]
        found = {name: self.preset(name) for name in here}
        return {name: self._of(preset, name) for name, preset in found.items() if preset is not None}

    def _of(self, preset: Preset, name: str) -> Any:
        value = preset.then[name]
        return value.found(self.value, self._cells) if isinstance(value, Following) else value

    def _holds(self, preset: Preset) -> bool:
        when = preset.when.items()
        return all(self._knows(name) and is_so(self.value(name), wanted, self._cells) for name, wanted in when)

    def _knows(self, name: str) -> bool:
        return name in Settings.model_fields or name in self._config.model_fields

    def _model(self, name: str) -> type[BaseModel]:
        return Settings if name in Settings.model_fields else self._config


def is_so(value: Any, wanted: Any, cells: Cells = sprite_cells) -> bool:
    """Return whether a setting's value meets the condition of a preset; `cells` finds those of a picture's name."""
    if wanted == SPRITE:
        return is_so(value, GIVEN) and cells(str(value)) is not None
    if wanted is None or wanted == GIVEN:
        return (value in (None, "", (), [], 0, "none")) == (wanted is None)
    return value in wanted if isinstance(wanted, list) else bool(value == wanted)


def _plain(model: type[BaseModel], name: str, value: Any) -> Any:
    """Return a given value, not validated yet, in the form that presets compare."""
    kind = str(model.model_fields[name].annotation)
    choices = {str(choice).lower(): choice for choice in choices_of(model, name)}
    if choices:
        return choices.get(str(value).strip().lower(), str(value) if isinstance(value, list | tuple) else value)
    if "bool" in kind:
        word = str(value).strip().lower()
        return True if word in YES else False if word in NO else value
    if "tuple[" in kind:
        return texts_of(value, ",")
    if ("int" in kind or "float" in kind) and isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return value
    return value
