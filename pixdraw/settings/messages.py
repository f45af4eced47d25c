"""Turns pydantic's errors into messages for users of settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from pixdraw.errors import SettingsError, suggestion
from pixdraw.fields import choices_of
from pixdraw.settings.texts import is_none, takes_none
from pixdraw.web import shown

EXPECTED = {"int": "expected a whole number", "float": "expected a number", "bool": "expected yes or no"}
"""Beginning of the type of pydantic's error → message about a value of another type."""
SHOWN = 3
"""Maximum number of mistakes that one error reports."""


def validated(model: type[BaseModel], values: Mapping[str, Any]) -> Any:
    """Return an instance of `model`; SettingsError, in one line, with its first mistakes."""
    try:
        return model.model_validate(matched(model, values))
    except ValidationError as error:
        wrong = dict.fromkeys(_explain(model, values, problem) for problem in error.errors())
        raise SettingsError("; ".join(list(wrong)[:SHOWN])) from error


def matched(model: type[BaseModel], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return `values` with each choice in the spelling of its setting: `Adam` for adam, 1 for "1"."""
    found = dict(values)
    for name in set(values) & set(model.model_fields):
        choices = {str(choice).lower(): choice for choice in choices_of(model, name)}
        if values[name] is None and "none" in choices:
            found[name] = "none"
        elif not choices and takes_none(model, name) and is_none(values[name]):
            found[name] = None if "None" in str(model.model_fields[name].annotation) else values[name]
        elif isinstance(values[name], str | int):
            found[name] = choices.get(str(values[name]).strip().lower(), values[name])
    return found


def _explain(model: type[BaseModel], values: Mapping[str, Any], problem: Any) -> str:
    message = str(problem["msg"].removeprefix("Value error, "))
    if not problem["loc"]:  # an error about several settings together
        return message
    name = str(problem["loc"][0])
    value = values.get(name, problem.get("input"))
    choices = choices_of(model, name) if name in model.model_fields else ()
    if choices and problem["type"] == "literal_error":
        near = suggestion(str(value), map(str, choices))
        return f"{name}={shown(repr(value))} does not exist; choose one of {', '.join(map(str, choices))}{near}"
    if problem["type"] == "missing" and name not in values:
        return f"{name} is missing"
    if problem["type"] in ("tuple_type", "too_long", "missing"):
        texts = "tuple[str" in str(model.model_fields[name].annotation)
        message = "expected a text, or several" if texts else "expected several numbers, with commas or x between them"
    message = EXPECTED.get(problem["type"].partition("_")[0], message.replace("Input should", "should"))
    return message if message.startswith(name) else f"{name}={shown(repr(value))}: {message}"
