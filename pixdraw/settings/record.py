"""The record of a run in its files: the given settings, all resolved settings, and the version of pixdraw."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pixdraw import __version__
from pixdraw.settings.catalog import every_setting, known_names
from pixdraw.settings.legacy import today, translate
from pixdraw.settings.model import Settings, names_here, resolve, with_drawer
from pixdraw.settings.texts import is_none, takes_none
from pixdraw.settings.trust import check_trusted, found_beside, without_places
from pixdraw.settings.unused import is_met

ADVICE = "give --trust (trust=True) if you know where the file comes from, or give these again yourself"

GIVEN, VERSION = "given", "version"
"""Their keys in a file, beside those of the settings."""


@dataclass(frozen=True)
class Record:
    """The settings of a run, those that were given, and the version of pixdraw."""

    settings: Mapping[str, Any]
    """Every setting with its value in that run."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """The settings that were given, seeds included; the others are defaults."""
    version: str = ""
    """Empty in files of early versions, which only have `settings`."""

    def flat(self) -> dict[str, Any]:
        """Return settings, given ones and version as one mapping of plain JSON values."""
        return {**self.settings, GIVEN: dict(self.given), VERSION: self.version}

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Record:
        """Return the record that `flat` wrote."""
        settings = {str(name): value for name, value in values.items() if name not in (GIVEN, VERSION)}
        given, version = values.get(GIVEN), values.get(VERSION)
        whole = isinstance(given, Mapping) and isinstance(version, str)
        return cls(settings, dict(given) if whole else settings, str(version) if whole else "")  # type: ignore[arg-type]


def redraw(
    record: Record, changes: Mapping[str, Any], source: Path, *, exact: bool = False, trust: bool = False
) -> Settings:
    """Return the settings that redraw a picture, with `changes` applied; changing a setting to none unsets it.

    The given settings are resolved again, so the result equals a new run with the same arguments. If nothing changes
    and the version is the same, or with `exact`, every setting (defaults included) keeps its recorded value. Output
    locations are never taken from the file. `source` is the file that holds the record; files that it names are looked
    for in its folder. Raises SettingsError if the record uses files, addresses, models or plug-ins from outside of
    pixdraw, unless `trust` is given.
    """
    renamed = {name: value for old, given in changes.items() for name, value in _renamed(old, given).items()}
    cleared = {name for name, value in renamed.items() if is_none(value) and not takes_none_of(name)}
    changed = translate({name: value for name, value in renamed.items() if name not in cleared})
    drawn = without_places(dict.fromkeys({*changed, *cleared}))
    same = not drawn and record.version == __version__
    if not (exact or same) and record.version not in ("", __version__):
        warnings.warn(
            f"{source} was drawn by pixdraw {record.version}, this is {__version__}: where defaults have changed it "
            "will look different; --exact draws it with the defaults of that version",
            stacklevel=2,
        )
    exact = exact or same or not record.version
    base = translate(without_places(record.settings if exact else record.given))
    base = _fitting({name: value for name, value in base.items() if name not in {*changed, *cleared}}, changed, cleared)
    if not trust:
        check_trusted(with_drawer(base), source, ADVICE)
    base = found_beside(base, source.parent)
    if same:
        given = {name: base[name] for name in record.given if name in base}
        return exactly(Record(base, given, record.version), changed)
    return resolve({**base, **changed})


def exactly(record: Record, changes: Mapping[str, Any]) -> Settings:
    """Return the settings of a record with the given `changes`; all others keep their values."""
    whole = resolve({**record.settings, **changes})
    fresh = resolve({**record.given, **changes})
    return fresh if fresh.flat() == whole.flat() else whole


def takes_none_of(name: str) -> bool:
    """Return whether none is a proper value of the setting of this name, common or a plug-in's."""
    return any(takes_none(known.model, name) for known in every_setting() if known.name == name)


def _renamed(name: str, value: Any) -> dict[str, Any]:
    """Return a change under today's name where it unsets a setting, otherwise unchanged."""
    if not is_none(value):
        return {name: value}
    return {today(name): value}


def _fitting(base: dict[str, Any], changed: Mapping[str, Any], cleared: set[str]) -> dict[str, Any]:
    """Return the old settings that still apply with the changed ones; warns of those that are ignored."""
    facts = {known.name: known.facts for known in every_setting()}
    replaced = {old for name in changed if name in facts for old in facts[name].replaces}
    kept = {name: value for name, value in base.items() if name not in replaced}
    while True:
        now = {**kept, **changed}
        lost = [
            name
            for name in kept
            if name in Settings.model_fields
            and _needs_what_is_gone(facts[name].needs, {**base, **changed}, now, cleared)
        ]
        if not lost:
            break
        kept = {name: value for name, value in kept.items() if name not in lost}
    here, known = names_here({**kept, **changed}), known_names()
    foreign = {name: kept[name] for name in kept if name not in here and name in known}
    for owner in dict.fromkeys(known[name] for name in foreign):
        own = [f"{name}={value}" for name, value in foreign.items() if known[name] == owner]
        warnings.warn(f"ignored, because this run does not use {owner}: {', '.join(own)}", stacklevel=2)
    return {name: value for name, value in kept.items() if name not in foreign}


def _needs_what_is_gone(needs: str, before: Mapping[str, Any], now: Mapping[str, Any], cleared: set[str]) -> bool:
    """Return whether a setting needs another one that the changes have removed."""
    for need in filter(None, needs.split(" and ")):
        names = {part.partition("=")[0] for part in need.split(" or ")}
        if not is_met(need, now) and (names & cleared or is_met(need, before)):
            return True
    return False
