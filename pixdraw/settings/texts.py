"""Values as they are written: texts of several parts, words for yes, no and none."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from pixdraw.fields import choices_of, facts_of

YES, NO = ("true", "yes", "on", "t", "y", "1"), ("false", "no", "off", "f", "n", "0")


def texts_of(value: Any, separator: str) -> tuple[Any, ...]:
    """Return the parts of a text, without blanks; of a sequence its members; of nothing none."""
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(separator) if part.strip())
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def is_none(value: Any) -> bool:
    """Tell whether a value is the word none, which takes a setting back, or nothing."""
    return value is None or (isinstance(value, str) and value.strip().lower() == "none")


def takes_none(model: type[BaseModel], name: str) -> bool:
    """Tell whether none is a value of the setting."""
    if name not in model.model_fields:
        return False
    facts = facts_of(model.model_fields[name])
    return bool(facts and facts.takes_none) or "none" in choices_of(model, name)
