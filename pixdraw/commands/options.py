"""Every setting as an option: those that most people use are in the help, `pixdraw settings` has all of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from cyclopts import Group, Parameter, Token
from pydantic import SkipValidation

from pixdraw.errors import SettingsError
from pixdraw.fields import choices_of
from pixdraw.plugin_files import one_look
from pixdraw.settings.catalog import Known, every_setting
from pixdraw.settings.texts import is_none
from pixdraw.settings.yaml_file import read_yaml

MANY = ("prompts", "seed", "like")
"""Settings whose option may be given several times."""

FORMER = "--former"
"""The hidden option, name=value, that an old name becomes; it may come several times."""
NONE = "--take-back"
"""The hidden option that names a yes-or-no setting to unset; `--transparent=none` becomes it."""


@one_look()
def make_options(names: Collection[str] | None = None) -> type:
    """Make the dataclass of all options from the settings and every plug-in's Config; of those in `names` alone."""
    groups: dict[str, Group] = {}
    fields: dict[str, Any] = {}
    for known in every_setting():
        if known.name not in fields and (names is None or known.name in names):
            group = groups.setdefault(known.group, Group(known.group.capitalize(), sort_key=2 + len(groups)))
            fields[known.name] = _option(known, group)
    for option in (NONE, FORMER):
        name = option.lstrip("-").replace("-", "_")
        fields[name] = Annotated[list[str] | None, Parameter(name=option, show=False, negative=())]
    made = [(name, annotation, dataclasses.field(default=None)) for name, annotation in fields.items()]
    options = dataclasses.make_dataclass("Options", made, frozen=True)
    options.__module__ = __name__  # cyclopts takes classes of the module `types` for built-in ones
    return options


def given_by(options: Any) -> dict[str, Any]:
    """Return {setting: value} for the options that were given.

    A repeatable option given only as `none` becomes the word none.
    """
    values = {field.name: getattr(options, field.name) for field in dataclasses.fields(options)}
    for name in MANY:
        words = values.get(name)  # options may be those of the command line alone
        if words and len(words) == 1 and is_none(words[0]):
            values[name] = "none"
    back = dict.fromkeys(values.pop("take_back") or (), "none")
    former = {name: value for name, _, value in (word.partition("=") for word in values.pop("former") or ())}
    return {**{name: value for name, value in values.items() if value is not None}, **back, **former}


def named_in(words: Sequence[str]) -> set[str]:
    """Return the setting names that the options in `words` can refer to; --no-x also counts as x."""
    names = {word[2:].partition("=")[0].replace("-", "_") for word in words if word.startswith("--")}
    return names | {name[3:] for name in names if name.startswith("no_")}


def given_with(config: Path | None, words: Sequence[str]) -> dict[str, Any]:
    """Return the settings of a YAML file, and over them those that `--set NAME=VALUE` gave."""
    given = dict(read_yaml(config)) if config else {}
    for text in words:
        name, equals, value = text.partition("=")
        if not equals:
            raise SettingsError(f"set {text!r}: expected NAME=VALUE, as in --set quality=draft")
        given[name.strip().lstrip("-").replace("-", "_")] = value
    return given


def option_of(name: str) -> str:
    """Return a setting's option."""
    return "--" + name.replace("_", "-")


def kind_of(known: Known) -> Any:
    """Return the type that help shows: bool, int, float, the choices as a Literal, or str."""
    annotation = known.field.annotation
    parts = [part for part in (annotation, *get_args(annotation)) if isinstance(part, type)]
    choices = choices_of(known.model, known.name)
    if choices:
        return Literal[choices]
    return next((kind for kind in (bool, int, float) if kind in parts and "tuple" not in str(annotation)), str)


def _option(known: Known, group: Group) -> Any:
    kind = kind_of(known)
    many = known.name in MANY
    return Annotated[
        (list[str] if many else kind) | None,
        # Without this, cyclopts would validate with pydantic what `_as_written` passes on to the settings unchecked.
        SkipValidation(),  # type: ignore[type-arg]
        Parameter(
            name=option_of(known.name),
            help=known.field.description or "",
            group=group,
            show=known.facts.everyday and known.name != "prompts",  # these are the words themselves
            negative=None if kind is bool else (),  # --no-transparent, but no --empty-seed
            converter=None if many or kind is bool else _as_written,
        ),
    ]


def _as_written(kind: Any, tokens: Sequence[Token]) -> Any:
    """Leave a value to the settings' own checks, which know what it is for, and what `none` is."""
    return tokens[0].value
