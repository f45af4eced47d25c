"""Finds what somebody else's settings use from outside of pixdraw: files, addresses, models, plug-ins.

Such settings from a stranger's picture or checkpoint are used only if the user allows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.imaging.sources import is_file
from pixdraw.plugin_files import one_look
from pixdraw.registry import KINDS, PERCEPTORS
from pixdraw.settings.catalog import Known, every_setting
from pixdraw.settings.common import Settings
from pixdraw.settings.plugins import selected
from pixdraw.settings.texts import is_none, texts_of
from pixdraw.text.prompts import parse_prompt

_WEIGHTED = re.compile(r":[-\d.]+$")
SHOWN = 5
"""Maximum number of settings that one error names."""


@one_look()
def without_places(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings without those of what is written and where."""
    writing = {known.name for known in every_setting() if known.facts.writes}
    return {str(name): value for name, value in values.items() if str(name) not in writing}


@one_look()
def outside(values: Mapping[str, Any], here: Callable[[str], bool] = lambda name: False) -> dict[str, str]:
    """Return {setting: external things that it names}.

    `here(name)` tells whether the file of that name is already available (then it is not reported).
    """
    found: dict[str, str] = {}
    for known in every_setting():
        if known.name in values and not is_none(values[known.name]):
            named = [name for name in _names(known, values[known.name]) if not here(name)]
            if named:
                found[known.name] = ", ".join(dict.fromkeys([*filter(None, [found.get(known.name)]), *named]))
    return found


def check_trusted(
    values: Mapping[str, Any], source: str | Path, advice: str, here: Callable[[str], bool] = lambda name: False
) -> None:
    """Raise SettingsError, naming each, if settings of the file `source` use things from outside of pixdraw."""
    found = outside(values, here)
    if found:
        shown = [f"{name}={named:.80}" for name, named in found.items()]
        more = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
        raise SettingsError(
            f"{source}: its settings use files, addresses, models or plug-ins from outside pixdraw: "
            f"{'; '.join(shown[:SHOWN])}{more}; {advice}"
        )


@one_look()
def found_beside(values: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Return settings with relative file names changed to files in `folder`, where these exist."""
    moved = dict(values)
    for known in every_setting():
        if known.facts.opens == "file" and isinstance(moved.get(known.name), str | list | tuple):
            moved[known.name] = _beside(moved[known.name], folder)
    return moved


@one_look()
def files_named(values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return setting → the files, folders, patterns and addresses that its value names, without weights.

    Of palettes those files that are there.
    """
    found: dict[str, list[str]] = {}
    for known in every_setting():
        value = values.get(known.name)
        if is_none(value) or known.facts.opens not in ("file", "palette"):
            continue
        names = [str(name) for name in _names(known, value)]
        if known.facts.opens == "palette":
            names = [name.strip().removeprefix("@") for name in names]
            names = [name for name in names if is_file(name)]
        else:
            names = [parse_prompt(name).text if _WEIGHTED.search(name) else name for name in names]
        if names:
            found[known.name] = list(dict.fromkeys([*found.get(known.name, []), *names]))
    return found


def _beside(value: Any, folder: Path) -> Any:
    if not isinstance(value, str):
        return [_beside(part, folder) for part in value]
    name = parse_prompt(value).text if _WEIGHTED.search(value) else value
    if not name or "://" in name or Path(name).is_absolute():
        return value
    place = folder / name
    there = bool(list(folder.glob(name))) if any(sign in name for sign in "*?[") else place.exists()
    return value.replace(name, str(place), 1) if there else value


def _names(known: Known, value: Any) -> Iterator[str]:
    """Yield the things outside of pixdraw that a setting's value names."""
    facts = known.facts
    if not known.is_built_in and not facts.opens:
        texts = value if isinstance(value, list | tuple) else [value]
        yield from (text for text in texts if isinstance(text, str) and text)
    elif facts.opens == "file":
        parts = texts_of(value, "|") if known.model is Settings else texts_of(value, "\0")
        for part in (piece for text in parts for piece in texts_of(str(text), "|")):
            if part.partition(":")[0] not in facts.ours:
                yield part
    elif facts.opens == "palette":
        yield from (section for section in str(value).split(";") if "@" in section or "/" in section)
    elif facts.opens == "model":
        for name in texts_of(value, ","):
            if facts.ours and name not in facts.ours or ":" in str(name) or str(name) in PERCEPTORS.modules():
                yield str(name)
    elif facts.opens == "plugin":
        yield from _foreign_plugins(known.name, value)


def _foreign_plugins(setting: str, value: Any) -> Iterator[str]:
    kind = "losses" if setting == "priors" else setting
    registry = KINDS[kind]
    for name, _ in selected(kind, {setting: value}):
        known = name in registry.modules() or name in registry.aliases()
        if known and name not in registry.added and not registry.is_built_in(registry.resolve(name)):
            yield name
