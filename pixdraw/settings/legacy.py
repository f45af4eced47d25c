"""Old names of settings, from clipit and pixray, become today's.

Those of the common settings are in `presets`, those of a plug-in in its own file.
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel

from pixdraw.errors import SettingsError
from pixdraw.fields import Switch, Tables, facts_of
from pixdraw.registry import KINDS
from pixdraw.settings import presets
from pixdraw.settings.common import Settings
from pixdraw.settings.texts import NO, YES, is_none, takes_none, texts_of
from pixdraw.settings.values import to_plain


@dataclass(frozen=True)
class _Owner:
    """Whose settings they are: a plug-in's, or where `kind` is empty all drawings'."""

    kind: str
    name: str
    model: type[BaseModel]
    tables: Tables

    @functools.cached_property
    def renamed(self) -> dict[str, str]:
        """Old name → today's."""
        told = {name: facts_of(info) for name, info in self.model.model_fields.items()}
        return {old: name for name, facts in told.items() if facts for old in facts.was}

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """The settings it knows, of today and of old."""
        tables = self.tables
        replaced = (name for name, _ in tables.replaced)
        return frozenset({*self.model.model_fields, *self.renamed, *tables.switches, *tables.dead, *replaced})


_COMMON = _Owner("", "", Settings, Tables(replaced=presets.REPLACED, dead=presets.DEAD))


class _Owners:
    """Whose each setting is; the plug-ins are looked through where the common ones do not know it."""

    def of(self, name: str) -> _Owner:
        """Return whose setting it is; of one that nobody knows, all drawings'."""
        return _COMMON if name in _COMMON.names else self._of_plugins.get(name, _COMMON)

    @functools.cached_property
    def _of_plugins(self) -> dict[str, _Owner]:
        found: dict[str, _Owner] = {}
        for kind, registry in KINDS.items():
            for plugin, config, tables in registry.known():
                owner = _Owner(kind, plugin, config, tables)
                found.update({name: owner for name in owner.names if name not in found})
        return found


class _Switched(NamedTuple):
    """An old setting that chose a plug-in."""

    owner: _Owner
    name: str
    value: Any


def translate(given: Mapping[str, Any]) -> dict[str, Any]:
    """Replace old names by today's; what is None or none is as if not given. SettingsError where two names collide."""
    owners = _Owners()
    out: dict[str, Any] = {}
    switched: list[_Switched] = []
    for name, value in given.items():
        name = str(name).strip().lstrip("-").replace("-", "_")
        value = to_plain(value, name)
        if value is None:
            continue
        owner = owners.of(name)
        if name in owner.tables.switches:
            switched.append(_Switched(owner, name, value))
        elif name in owner.tables.dead:
            warnings.warn(f"{name}={value} is left out: {owner.tables.dead[name]}", stacklevel=2)
        else:
            _refuse_unavailable(name, value, given)
            for today, new in _today(owner, name, value).items():
                if today in out and out[today] != new:
                    raise SettingsError(f"{name}={value!r}: {today} is already {out[today]!r}; give one of the two")
                out[today] = new
    for old in switched:
        _switch_on(out, old)
    out = {name: value for name, value in out.items() if not is_none(value) or takes_none(owners.of(name).model, name)}
    _choose(out, owners)
    if "animation_dir" in out:
        _animate(out)
    return out


def today(name: str) -> str:
    """Return today's name of a setting; its own where there is none."""
    name = name.strip().lstrip("-").replace("-", "_")
    return _Owners().of(name).renamed.get(name, name)


def old_names() -> list[str]:
    """Return the old names of common settings, for suggestions."""
    return [*_COMMON.renamed, *(name for name, _ in presets.REPLACED)]


def _refuse_unavailable(name: str, value: Any, given: Mapping[str, Any]) -> None:
    hint = presets.UNAVAILABLE.get((name, str(value)))
    if hint and not (name == "aspect" and (given.get("init_image") or given.get("animation_frames"))):
        raise SettingsError(f"{name}={value}: {hint}")


def _today(owner: _Owner, name: str, value: Any) -> Mapping[str, Any]:
    """Return what a setting and its value are called today."""
    replaced = owner.tables.replaced
    if (name, True) in replaced:
        value = _switch(name, value)
    if name == "ezsize":
        return {"scale": _pick("ezsize", value, presets.EZSIZES)}
    if isinstance(value, str | bool) and (name, value) in replaced:
        return replaced[name, value]
    return {owner.renamed.get(name, name): value}


def _switch_on(out: dict[str, Any], old: _Switched) -> None:
    """Choose the plug-in that an old setting switched on; 0 leaves it off."""
    owner, name, value = old
    switch: Switch = owner.tables.switches[name]
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{name}={value!r}: expected a number") from error
    if switch.needs and switch.needs not in out:
        return
    if switch.ramp and number > 0:
        out.update({switch.ramp: number, **switch.also})
    factor = (1.0 if switch.ramp else number) * switch.weight if number else 0.0
    if factor or switch.needs:  # without a weight of 0 what it needs would choose it
        out[owner.kind] = [*texts_of(out.get(owner.kind), ","), f"{owner.name}:{factor:g}"]


def _choose(out: dict[str, Any], owners: _Owners) -> None:
    """Choose the plug-ins of which a setting that chooses them is given; those of nothing are left out."""
    for name in [name for name in out if name not in Settings.model_fields]:
        owner = owners.of(name)
        facts = facts_of(owner.model.model_fields[name]) if name in owner.model.model_fields else None
        if name not in out or not owner.kind or not facts or not facts.chooses:
            continue
        chosen = [str(text).partition(":")[0].strip() for text in texts_of(out.get(owner.kind), ",")]
        if owner.name in chosen:
            continue
        given = [other for other in owner.model.model_fields if other in out]
        if all(str(out[other]).strip() in ("", "0", "0.0", "False") for other in given):
            for other in given:
                del out[other]
        else:
            out[owner.kind] = [*texts_of(out.get(owner.kind), ","), owner.name]


def _animate(out: dict[str, Any]) -> None:
    """Take pixray's animation: the frames are whichever files are several, their drawings go to animation_dir."""
    folder = out.pop("animation_dir")
    roles = ("init_image", "overlay_image", "target_images", "image_prompts")
    several = [role for role in roles if any(sign in str(out.get(role, "")) for sign in "*?{")]
    if not several or len({str(out[role]) for role in several}) > 1:
        raise SettingsError(
            f"animation_dir={folder!r}: no frames; set animation_frames=FOLDER, and outdir for the drawings"
        )
    frames = out[several[0]]
    for role in several:
        del out[role]
    out.update({"animation_frames": frames, "animation_as": tuple(several), "outdir": out.get("outdir") or str(folder)})


def _pick(name: str, value: Any, table: Mapping[str, Any]) -> Any:
    if str(value) not in table:
        raise SettingsError(f"{name}={value!r} does not exist; choose one of {', '.join(table)}")
    return table[str(value)]


def _switch(name: str, value: Any) -> bool:
    """Return an old switch's value, written in any of the ways that clipit and pixray take."""
    word = str(value).lower()
    if word not in (*YES, *NO):
        raise SettingsError(f"{name}={value!r}: expected True or False")
    return word in YES


__all__ = ["old_names", "texts_of", "today", "translate"]
