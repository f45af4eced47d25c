"""Translates command lines of clipit, pixray and VQGAN-CLIP: old option names, underscores, short options, and values
as separate words.

`--use_pixeldraw True -p "a cat" --size 768 128 --learning_rate_drops 50 80` says what today's options say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pixdraw.commands.options import FORMER, MANY, NONE, kind_of, option_of
from pixdraw.settings.catalog import Known, every_setting
from pixdraw.settings.legacy import former_names
from pixdraw.settings.letters import LETTERS
from pixdraw.settings.texts import NO, YES

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?")
_AMOUNT = re.compile(rf"{_NUMBER.pattern}\s*(%|[a-z]+)?")
"""A number, or one with a unit."""


def modernised(words: Sequence[str], *, old_names: bool = True) -> list[str]:
    """Return a command line whose options the parser knows; without `old_names` those are left as they are."""
    settings = {known.name: known for known in every_setting()}
    former = former_names() if old_names else {}
    rest, out = list(words), list[str]()
    while rest:
        word = rest.pop(0)
        if word == "--":
            return [*out, word, *rest]
        name, equals, value = _split(word, old_names)
        name = "config" if old_names and name == "config_file" else name
        old = former.get(name)
        if old is not None and old.today in settings:
            name = old.today
        if name in settings:
            out += _of_setting(settings[name], value if equals else None, rest)
        elif old is not None:
            out += [FORMER, f"{name}={value if equals else _value_of(rest, alone=old.alone)}"]
        else:
            out.append(f"--{name.replace('_', '-')}{equals}{value}" if name else word)
    return out


def _split(word: str, old_names: bool) -> tuple[str, str, str]:
    """Return an option's name as settings are called, = and its value; an empty name if the word is not an option."""
    option, equals, value = word.partition("=")
    if option.startswith("--"):
        return option[2:].replace("-", "_"), equals, value
    letters = option[1:] if option.startswith("-") else ""
    name = LETTERS.get(letters, "") if old_names else ""
    return (name, equals, value) if name else ("", "", "")


def _of_setting(known: Known, value: str | None, rest: list[str]) -> list[str]:
    option, kind, annotation = option_of(known.name), kind_of(known), str(known.field.annotation)
    if kind is bool:
        if value is not None and value.strip().lower() == "none":
            return [NONE, known.name]
        if value is None and rest and rest[0].strip().lower() in (*YES, *NO):
            value = str(rest.pop(0).strip().lower() in YES)
        return [option if value is None else f"{option}={value}"]
    if value is None and rest and "tuple[" in annotation and _AMOUNT.fullmatch(rest[0]) and known.name not in MANY:
        value = ",".join(_taken(rest, _most(annotation)))
    return [option if value is None else f"{option}={value}"]


def _taken(rest: list[str], most: int) -> Iterator[str]:
    while most and rest and _AMOUNT.fullmatch(rest[0]):
        yield rest.pop(0)
        most -= 1


def _most(annotation: str) -> int:
    """Return the maximum number of values of a tuple setting; effectively unlimited for `tuple[x, ...]`."""
    inner = annotation.partition("tuple[")[2].partition("]")[0]
    return len(annotation) * 99 if "..." in inner else inner.count(",") + 1


def _value_of(rest: list[str], *, alone: bool) -> str:
    """Take an old option's value from the words after it; a switch may stand alone."""
    if alone:
        return (
            rest.pop(0) if rest and (rest[0].strip().lower() in (*YES, *NO) or _NUMBER.fullmatch(rest[0])) else "True"
        )
    return rest.pop(0) if rest and (not rest[0].startswith("-") or _NUMBER.fullmatch(rest[0])) else ""
