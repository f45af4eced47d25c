"""Values as texts: several parts in one text, and words for yes, no and none."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from pixdraw.fields import choices_of, facts_of

YES, NO = ("true", "yes", "on", "t", "y", "1"), ("false", "no", "off", "f", "n", "0")


def texts_of(value: Any, separator: str) -> tuple[Any, ...]:
    """Return the parts of a text, stripped; the members of a sequence; nothing for None."""
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(separator) if part.strip())
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def is_none(value: Any) -> bool:
    """Return whether a value is None or the word none, which unsets a setting."""
    return value is None or (isinstance(value, str) and value.strip().lower() == "none")


def takes_none(model: type[BaseModel], name: str) -> bool:
    """Return whether none is a proper value of the setting."""
    if name not in model.model_fields:
        return False
    facts = facts_of(model.model_fields[name])
    return bool(facts and facts.takes_none) or "none" in choices_of(model, name)
