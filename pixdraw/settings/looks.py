"""Bases and manners by name: built-in ones, and a user's own in a YAML file of the same form.

A name is replaced by the text that it stands for, so that a file can be drawn again on any machine.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from pixdraw.errors import FileError, SettingsError, nearest
from pixdraw.settings.texts import texts_of
from pixdraw.settings.yaml_text import read_text

Looks = Mapping[str, Mapping[str, str]]
"""bases or manners → name → the text that it stands for."""

OWN = "looks_file"
"""The setting that names a user's file."""


def with_looks(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings with the names in `base` and `manner` replaced by their texts, and without the file of names.

    A manner that is not a name is taken as words. Raises SettingsError for a base that is neither a name nor a valid
    base, FileError for a file that cannot be read.
    """
    out = {name: value for name, value in given.items() if name != OWN}
    own = given.get(OWN)
    if "base" not in given and "manner" not in given:
        return out
    looks = _together(built_in(), read_looks(str(own))) if own else built_in()
    if given.get("base"):
        out["base"] = _base(str(given["base"]), looks["bases"])
    if given.get("manner"):
        known = {name.casefold(): words for name, words in looks["manners"].items()}
        out["manner"] = [known.get(str(text).strip().casefold(), text) for text in texts_of(given["manner"], "|")]
    return out


@functools.cache
def built_in() -> Looks:
    """Return the built-in ones."""
    return _checked(files("pixdraw").joinpath("settings/looks.yaml").read_text("utf-8"), "looks.yaml")


def read_looks(path: str) -> Looks:
    """Read a file with `bases:` and `manners:`, each with lines of name: text; raises FileError or SettingsError."""
    try:
        text = Path(path).expanduser().read_text("utf-8")
    except (OSError, UnicodeDecodeError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "not text"
        raise FileError(f"{OWN}={path}: cannot be read ({reason}); name a YAML file") from error
    return _checked(text, f"{OWN}={path}")


def _checked(text: str, called: str) -> Looks:
    values = read_text(text, called).values
    found: dict[str, Mapping[str, str]] = {"bases": {}, "manners": {}}
    for kind, entries in values.items():
        if kind not in found or not isinstance(entries, dict) or not all(isinstance(t, str) for t in entries.values()):
            raise SettingsError(
                f"{called}: expected bases: and manners:, each with lines of name: text; not {kind!r:.40}"
            )
        found[kind] = {str(name).strip(): str(text).strip() for name, text in entries.items()}
    return found


def _together(one: Looks, other: Looks) -> Looks:
    return {kind: {**one[kind], **other[kind]} for kind in one}


def _base(text: str, known: Mapping[str, str]) -> str:
    from pixdraw.imaging.bases import parse_base  # torch, only if there is a base

    if "=" not in text:
        names = {name.casefold(): value for name, value in known.items()}
        if text.strip().casefold() not in names:
            near = nearest(text, known)
            hint = f"did you mean {near[0]}? " if near else ""
            raise SettingsError(
                f"base={text!r:.60}: no such base; {hint}there are {', '.join(known)}; or sky=navy,gold"
            )
        text = names[text.strip().casefold()]
    parse_base(text)
    return text
