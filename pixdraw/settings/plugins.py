"""Which plug-ins a flat mapping of settings chooses, and with which weights."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.registry import DRAWERS, KINDS
from pixdraw.settings.texts import texts_of


def selected(kind: str, values: Mapping[str, Any]) -> list[tuple[str, float]]:
    """Return (name, weight) of the plug-ins that "drawer", "losses" or "filters" name.

    `losses` are followed by those of `priors` that they do not name. SettingsError for a name given twice.
    """
    if kind == "drawer":
        return [name_weight(str(values.get(kind)))]
    found = _named(kind, values.get(kind))
    if kind == "losses":
        given = {name for name, _ in found}
        found += [(name, weight) for name, weight in _named("priors", values.get("priors")) if name not in given]
    return found


def implied(values: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the kind and name of the plug-in that palette_mode asks for, unless it is chosen already.

    Without palette_mode any plug-in that uses the palette is enough.
    """
    if not values.get("palette") and not values.get("palette_size"):
        return None
    mode = values.get("palette_mode")
    keepers = palette_keepers()
    chosen = {(kind, name) for kind in ("losses", "filters") for name, _ in selected(kind, values)}
    wanted = keepers.get(str(mode).lower()) if mode else next(iter(keepers.values()), None)
    return None if wanted in chosen or (mode is None and chosen & set(keepers.values())) else wanted


def palette_keepers() -> dict[str, tuple[str, str]]:
    """Return palette_mode → kind and name of the plug-in that implements it; the first is the default."""
    kinds = ("losses", "filters")
    known = [(kind, name, tables) for kind in kinds for name, _, tables in KINDS[kind].known()]
    return {mode: (kind, name) for kind, name, tables in known for mode in tables.keeps_palette}


def meant_drawer(names: Iterable[str]) -> str:
    """Return the drawer implied by the drawer-specific settings among `names`.

    That is the default drawer if it has all of them; else the only drawer that has all of them; else (none or several)
    the default drawer.
    """
    default = DRAWERS.default()
    own = set(names)
    if own <= set(DRAWERS.config(default).model_fields):
        return default
    known = {drawer: own & set(config.model_fields) for drawer, config, _ in DRAWERS.known()}
    wanted = set[str]().union(*known.values())
    able = [drawer for drawer, found in known.items() if found == wanted]
    return able[0] if wanted and len(able) == 1 else default


def name_weight(text: str) -> tuple[str, float]:
    """Read `name` or `name:weight`."""
    name, _, weight = str(text).partition(":")
    try:
        number = float(weight) if weight else 1.0
    except ValueError as error:
        raise SettingsError(f"{text!r}: expected name or name:weight with a number") from error
    if not math.isfinite(number):
        raise SettingsError(f"{text!r}: expected name or name:weight with a finite number")
    return name.strip(), number


def no_priors(value: Any) -> Any:
    """Return nothing for `none`, anything else as it is."""
    return () if isinstance(value, str) and value.strip().lower() == "none" else value


def _named(setting: str, value: Any) -> list[tuple[str, float]]:
    found = [name_weight(text) for text in texts_of(no_priors(value), ",")]
    names = [name for name, _ in found]
    for name in names:
        if names.count(name) > 1:
            raise SettingsError(f"{setting}: {name} is chosen twice; give it once, with one weight")
    return found
