"""Explains settings: allowed values, default and its rule, prerequisites, and whether hosted requests may set them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

import yaml

from pixdraw import __version__
from pixdraw.errors import SettingsError, suggestion
from pixdraw.fields import GIVEN, SPRITE, Following, Preset, bounds_of, choices_of
from pixdraw.plugin_files import one_look
from pixdraw.registry import DRAWERS
from pixdraw.settings import presets
from pixdraw.settings.catalog import Known, every_setting
from pixdraw.settings.common import Settings
from pixdraw.settings.legacy import today
from pixdraw.settings.record import Record
from pixdraw.settings.sizes import SPRITE_SIDE
from pixdraw.settings.texts import takes_none

WIDTH, NAMES, LABELS = 100, 30, 12
"""Widths in columns: of the page, of the names in a list, of the labels of an explanation."""

_BOUNDS = {"ge": "from {:g}", "gt": "above {:g}", "le": "to {:g}", "lt": "below {:g}"}


@one_look()
def explain(word: str = "") -> str:
    """Return the explanation of a setting, or a list of settings.

    The list has those whose name or help contains the word; without a word all. Raises SettingsError if there is none.
    """
    wanted = word.strip().lstrip("-").replace("-", "_").lower()
    everything = list(every_setting())
    names = (wanted, today(wanted)) if wanted else ()
    found = [known for known in everything if known.name in names]
    if found:
        return "\n\n".join(_page(known) for known in found)
    parts = word.lower().replace("_", " ").replace("-", " ").split()
    found = [known for known in everything if all(part in _searched(known) for part in parts)]
    if not found:
        near = suggestion(wanted, [known.name for known in everything])
        raise SettingsError(f"{word!r} is in no setting's name or help{near}; `pixdraw settings` lists all")
    return _list(found)


def reason(preset: Preset) -> str:
    """Return the condition of a preset: `quality=tiny, init_image not set`."""
    return ", ".join(_condition(name, wanted) for name, wanted in preset.when.items()) or "in every run"


@one_look()
def as_yaml(record: Record, chosen: Mapping[str, Preset]) -> str:
    """Return a YAML file of settings that draws the run again, with every default as a comment.

    `chosen` are the presets that gave these defaults.
    """
    lines = [f"# pixdraw {__version__}. What was given:", _lines(record.given)]
    lines += [
        "# Defaults, as they were, and the rules that gave them if they are not the same in every run.",
        "# Take the first # of a line away to keep its value, whatever the defaults of another version are.",
    ]
    rules = {known.name: known.facts.rule for known in reversed(list(every_setting()))}
    for name, value in record.settings.items():
        if name not in record.given:
            rule = reason(chosen[name]) if name in chosen else rules.get(name)
            lines.append(f"# {_lines({name: value}).strip()}" + (f"  # {rule}" if rule else ""))
    return "\n".join(lines) + "\n"


def _lines(values: Mapping[str, Any]) -> str:
    lines = [f"{name}: {_flow(value)}" for name, value in values.items()]
    return "\n".join(lines)


def _flow(value: Any) -> str:
    """Return a value as YAML on one line."""
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf"))
    return str(text).removesuffix("...\n").strip()


def _searched(known: Known) -> str:
    words = [known.name, known.field.description, known.group, *known.facts.was, *choices_of(known.model, known.name)]
    return " ".join(map(str, words)).lower().replace("_", " ")


def _list(found: Iterable[Known]) -> str:
    lines: list[str] = []
    group = ""
    for known in found:
        if known.group != group:
            group = known.group
            lines += ["", group.capitalize()]
        help_lines = textwrap.wrap(str(known.field.description or ""), WIDTH - NAMES)
        lines.append(f"  {known.name:<{NAMES - 3}} {help_lines[0] if help_lines else ''}".rstrip())
        lines += [" " * NAMES + line for line in help_lines[1:]]
    lines += ["", "`pixdraw settings NAME` says all about one of them."]
    return "\n".join(lines[1:])


def _page(known: Known) -> str:
    facts = known.facts
    rows = [
        ("option", f"--{known.name.replace('_', '-')}"),
        ("group", known.group),
        ("values", values_of(known)),
        *_default(known),
        ("needs", facts.needs),
        ("none", "a value of its own" if takes_none(known.model, known.name) else "resets it to its default"),
        ("old names", ", ".join(facts.was)),
        ("requests", _hosted(known)),
    ]
    page = textwrap.wrap(f"{known.name}: {known.field.description or 'no description'}", WIDTH)
    for label, text in rows:
        if text:
            first = f"  {label:<{LABELS}}"
            page += textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first))
    return "\n".join(page)


def values_of(known: Known) -> str:
    """Return the type, bounds or choices of a setting as text."""
    choices = choices_of(known.model, known.name)
    if choices:
        return ", ".join(map(str, choices))
    annotation = known.field.annotation
    kinds = [part for part in (annotation, *get_args(annotation)) if isinstance(part, type)]
    if bool in kinds:
        return "yes or no"
    several = "tuple" in str(annotation)
    for kind, name in (("int", "whole number"), ("float", "number"), ("str", "text")):
        if kind in str(annotation):
            bounds = " ".join(_BOUNDS[key].format(value) for key, value in bounds_of(known.field).items())
            return " ".join(filter(None, [f"{name}s, comma-separated" if several else name, bounds]))
    return "any"


def _default(known: Known) -> Iterator[tuple[str, str]]:
    """Yield the label and text of each line about its default."""
    own = list(_saying(known))
    default = known.field.default
    if not own:
        fixed = "" if str(default) == "PydanticUndefined" else shown(default)
        yield "default", known.facts.rule or fixed
        return
    yield "default", "the last of these rules that applies:"
    if known.facts.rule:
        yield "", known.facts.rule
    elif str(default) != "PydanticUndefined":
        yield "", f"{shown(default)} in every run"
    for preset, owner in own:
        yield "", f"{shown(preset.then[known.name])} if {reason(preset)}{owner}".replace("if in every", "in every")


def _saying(known: Known) -> Iterator[tuple[Preset, str]]:
    """Yield each preset that gives the setting a default, and its owner."""
    yield from ((preset, "") for preset in presets.of_all_drawers() if known.name in preset.then)
    for name, config, tables in DRAWERS.known():
        if known.model is Settings or known.name in config.model_fields and known.plugin == name:
            owner = f" (drawer {name})" if known.model is Settings else ""
            yield from ((preset, owner) for preset in tables.presets if known.name in preset.then)


def shown(value: Any) -> str:
    """Return a value as written on a command line; for a computed default (`Following`), its description."""
    if isinstance(value, Following):
        return value.words
    if value is None or value in ((), "", []):
        return "none"
    if isinstance(value, list | tuple):
        return ",".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _condition(name: str, wanted: Any) -> str:
    if wanted is None:
        return f"{name} not set"
    if isinstance(wanted, str) and wanted == GIVEN:
        return f"{name} given"
    if isinstance(wanted, str) and wanted == SPRITE:
        return f"{name} a sprite of at most {SPRITE_SIDE} cells a side"
    return f"{name}={' or '.join(map(shown, wanted)) if isinstance(wanted, list) else shown(wanted)}"


def _hosted(known: Known) -> str:
    hosted = known.facts.hosted
    if hosted is None:
        return "may not set it"
    return "may set it, as an input of its own" if hosted.input else "may set it"
