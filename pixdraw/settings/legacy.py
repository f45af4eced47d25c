"""Translates old names of settings, from clipit and pixray, to today's.

Those of the common settings are in `presets`, those of a plug-in in its own file.
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel

from pixdraw.errors import SettingsError
from pixdraw.fields import Switch, Tables, facts_of
from pixdraw.registry import KINDS
from pixdraw.settings import presets
from pixdraw.settings.common import Settings
from pixdraw.settings.texts import NO, YES, is_none, takes_none, texts_of
from pixdraw.settings.themes.animation import ROLES, WEIGHTED
from pixdraw.settings.values import to_plain
from pixdraw.text.prompts import parse_prompt


@dataclass(frozen=True)
class _Owner:
    """The plug-in that settings belong to; with an empty `kind` they are common settings."""

    kind: str
    name: str
    model: type[BaseModel]
    tables: Tables

    @functools.cached_property
    def renamed(self) -> dict[str, str]:
        """Old name → today's."""
        declared = {name: facts_of(info) for name, info in self.model.model_fields.items()}
        return {old: name for name, facts in declared.items() if facts for old in facts.was}

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """Names of its settings, today's and old ones."""
        tables = self.tables
        replaced = (name for name, _ in tables.replaced)
        return frozenset({*self.model.model_fields, *self.renamed, *tables.switches, *tables.dead, *replaced})


_COMMON = _Owner("", "", Settings, Tables(replaced=presets.REPLACED, dead=presets.DEAD))


class _Owners:
    """Finds the owner of each setting: the common settings first, plug-ins only for other names."""

    def of(self, name: str) -> _Owner:
        """Return the owner of a setting; that of the common settings for an unknown name."""
        return _COMMON if name in _COMMON.names else self._of_plugins.get(name, _COMMON)

    def all(self) -> Iterator[_Owner]:
        """Yield the owner of the common settings, and every plug-in that can be read."""
        yield _COMMON
        for kind, registry in KINDS.items():
            for plugin, config, tables in registry.known():
                yield _Owner(kind, plugin, config, tables)

    @functools.cached_property
    def _of_plugins(self) -> dict[str, _Owner]:
        found: dict[str, _Owner] = {}
        for owner in self.all():
            found.update({name: owner for name in owner.names if name not in found})
        return found


class _Switched(NamedTuple):
    """An old setting that chose a plug-in."""

    owner: _Owner
    name: str
    value: Any
    layer: int
    """Index of the mapping that it was given in."""


def translate(*given: Mapping[str, Any]) -> dict[str, Any]:
    """Translate old setting names to current ones.

    A value of None or "none" counts as not given. Later mappings override earlier ones, under whichever name; None
    unsets a setting. Raises SettingsError if one mapping gives the same setting two different values under two names.
    """
    owners = _Owners()
    out: dict[str, Any] = {}
    said_in: dict[str, int] = {}
    switched: dict[str, _Switched] = {}
    for layer, values in enumerate(given):
        for name, value in values.items():
            name = _plain_name(name)
            value = to_plain(_first_frame(name, value), name)
            owner = owners.of(name)
            if value is None:
                for gone in (name, owner.renamed.get(name, name)):
                    out.pop(gone, None)
                    switched.pop(gone, None)
            elif name in owner.tables.switches:
                switched[name] = _Switched(owner, name, value, layer)
            elif name in owner.tables.dead and _replaced(owner, name, value) is None:
                warnings.warn(f"{name}={value} is ignored: {owner.tables.dead[name]}", stacklevel=2)
            else:
                _refuse_unavailable(name, value, {**out, **values})
                _add(out, said_in, layer, (name, value), _today(owner, name, value))
    for old in switched.values():
        _switch_on(out, old, said_in)
    _tick(out)
    out = {name: value for name, value in out.items() if not _is_left_out(owners.of(name), name, value)}
    _choose(out, owners)
    if "animation_dir" in out:
        _animate(out)
    return out


def _first_frame(name: str, value: Any) -> Any:
    """Return Disco Diffusion's {0: [text, text]} as the prompts of one picture; prompts of later frames are refused."""
    if name not in ("text_prompts", "image_prompts") or not isinstance(value, Mapping):
        return value
    if not value:
        return None
    if [str(frame) for frame in value] != ["0"]:
        raise SettingsError(
            f"{name} for frames {', '.join(map(str, value))}: give those of one picture, as in {{0: ['a cat']}}; "
            "prompts that change within a run are written '0: a cat | 50%: a dog'"
        )
    texts = next(iter(value.values()))
    return "|".join(map(str, texts)) if isinstance(texts, list | tuple) else texts


def _plain_name(name: str) -> str:
    return str(name).strip().lstrip("-").replace("-", "_")


def _add(
    out: dict[str, Any], said_in: dict[str, int], layer: int, old: tuple[str, Any], settings: Mapping[str, Any]
) -> None:
    """Add today's settings of an old one, which override earlier mappings."""
    for name, value in settings.items():
        if name in out and said_in.get(name) == layer and out[name] != value:
            raise SettingsError(f"{old[0]}={old[1]!r}: {name} is already {out[name]!r}; give one of the two")
        out[name], said_in[name] = value, layer


def _is_left_out(owner: _Owner, name: str, value: Any) -> bool:
    """Return whether a value counts as not given: the word none, or an empty one if there is no default."""
    if is_none(value):
        return not takes_none(owner.model, name)
    field = owner.model.model_fields.get(name)
    return isinstance(value, str) and not value.strip() and field is not None and field.default is None


def today(name: str) -> str:
    """Return the current name of a setting; the name itself if it is current or unknown."""
    name = _plain_name(name)
    return _Owners().of(name).renamed.get(name, name)


class Former(NamedTuple):
    """What an old name is on a command line."""

    today: str
    """The setting that it is another name of; empty if it is more than another name."""
    alone: bool
    """Whether it may stand without a value."""


def former_names() -> dict[str, Former]:
    """Return all old names, of common settings and of plug-ins."""
    found = {"animation_dir": Former("", False), **{name: Former("", True) for name in presets.CHECKPOINTS}}
    for owner in _Owners().all():
        tables = owner.tables
        changed = {name for name, _ in tables.replaced}
        found.update({name: Former(new, False) for name, new in owner.renamed.items() if name not in changed})
        found.update(
            {name: Former("", (name, True) in tables.replaced) for name in changed - {*owner.model.model_fields}}
        )
        found.update({name: Former("", True) for name in tables.dead})
        found.update({name: Former("", False) for name in tables.switches})
    return found


def old_names() -> list[str]:
    """Return the old names of common settings, for suggestions."""
    return [*_COMMON.renamed, *(name for name, _ in presets.REPLACED)]


def _refuse_unavailable(name: str, value: Any, given: Mapping[str, Any]) -> None:
    hint = presets.UNAVAILABLE.get((name, str(value)))
    if hint and not (name == "aspect" and (given.get("init_image") or given.get("animation_frames"))):
        raise SettingsError(f"{name}={value}: {hint}")


def _today(owner: _Owner, name: str, value: Any) -> Mapping[str, Any]:
    """Return today's settings for an old name and its value."""
    replaced = owner.tables.replaced
    if (name, True) in replaced:
        value = _switch(name, value)
    if name in presets.COUNTED and str(value).strip().isdecimal():
        return {presets.COUNTED[name]: int(value)}
    found = _replaced(owner, name, value)
    if found is not None:
        return found
    known = [str(choice) for old, choice in replaced if old == name]
    if known and name not in {*owner.model.model_fields, *owner.renamed}:
        raise SettingsError(f"{name}={value!r} does not exist; choose one of {', '.join(known)}")
    return {owner.renamed.get(name, name): value}


def _replaced(owner: _Owner, name: str, value: Any) -> Mapping[str, Any] | None:
    return owner.tables.replaced.get((name, value)) if isinstance(value, str | bool) else None


def _switch_on(out: dict[str, Any], old: _Switched, said_in: dict[str, int]) -> None:
    """Choose the plug-in that an old setting switched on; 0 leaves it off. Later mappings override earlier ones."""
    owner, name, value, layer = old
    switch: Switch = owner.tables.switches[name]
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{name}={value!r}: expected a number") from error
    if switch.needs and switch.needs not in out:
        return
    chosen = texts_of(out.get(owner.kind), ",")
    others = tuple(text for text in chosen if str(text).partition(":")[0].strip() != owner.name)
    before = said_in.get(f"{owner.kind} {owner.name}", said_in.get(owner.kind, layer))
    if len(others) < len(chosen) and before > layer:
        return
    chosen = others if before < layer else chosen
    said_in[f"{owner.kind} {owner.name}"] = layer
    if switch.ramp and number > 0:
        out.update({switch.ramp: number, **switch.also})
    factor = (1.0 if switch.ramp else number) * switch.weight if number else 0.0
    # Without a weight of 0 its other settings would choose it.
    out[owner.kind] = [*chosen, f"{owner.name}:{factor:g}"] if factor or switch.needs else [*chosen]
    if not factor and owner.name not in [str(text).partition(":")[0].strip() for text in out[owner.kind]]:
        for own in owner.model.model_fields:  # given beside the setting that switches it off
            out.pop(own, None)
    if not out[owner.kind]:
        del out[owner.kind]


def _choose(out: dict[str, Any], owners: _Owners) -> None:
    """Choose the plug-ins whose choosing setting is given; those with an empty value are dropped."""
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


def _tick(out: dict[str, Any]) -> None:
    """Translate Disco Diffusion's tick boxes of models to the perceptors that are ticked, unless these are given."""
    boxes = {name: _switch(name, out.pop(name)) for name in presets.CHECKPOINTS if name in out}
    ticked = tuple(presets.CHECKPOINTS[name] for name, on in boxes.items() if on)
    if ticked:
        out.setdefault("perceptors", ticked)


def _animate(out: dict[str, Any]) -> None:
    """Translate pixray's animation: the setting whose value is a file pattern gives the frames; drawings go to
    animation_dir.
    """
    folder = out.pop("animation_dir")
    several = {role: str(out[role]) for role in ROLES if any(sign in str(out.get(role, "")) for sign in "*?{[")}
    files = {role: parse_prompt(text).text if role in WEIGHTED else text for role, text in several.items()}
    if len(set(files.values())) != 1:
        given = " but ".join(f"{role}={text}" for role, text in files.items())
        wrong = f"the frames are {given}; give the same ones" if files else "no frames; set animation_frames=FOLDER"
        raise SettingsError(f"animation_dir={folder!r}: {wrong}, and outdir for the drawings")
    roles = [f"{role}{text[len(files[role]) :]}" for role, text in several.items()]
    for role in several:
        del out[role]
    frames = next(iter(files.values()))
    out.update({"animation_frames": frames, "animation_as": roles, "outdir": out.get("outdir") or str(folder)})


def _switch(name: str, value: Any) -> bool:
    """Return an old switch's value, in any of the spellings that clipit and pixray accept."""
    word = str(value).lower()
    if word not in (*YES, *NO):
        raise SettingsError(f"{name}={value!r}: expected True or False")
    return word in YES


__all__ = ["old_names", "texts_of", "today", "translate"]
