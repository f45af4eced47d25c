"""Settings as YAML: `name: value` lines.

Implicit YAML 1.1 types (dates, sexagesimals, octals) are disabled, and values cut off by a `#` cause a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import yaml

from pixdraw.errors import SettingsError, brief
from pixdraw.web import shown

_COMMENT = re.compile(r"\s+(#\S.*)")
_HASH = re.compile(r"(?:^|[\s\[,{])#\S", re.MULTILINE)


class PlainLoader(yaml.SafeLoader):
    """A YAML loader of plain values only: texts, numbers, true and false, null.

    Differs from YAML 1.1: dates, `16:9`, which there is 969, and `007` are texts; `<<` is a name like any other.
    """


def _resolvers() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    prefix = "tag:yaml.org,2002:"
    number = re.compile(r"[-+]?(?:0|[1-9][0-9_]*|0b[01_]+|0x[0-9a-fA-F_]+)$")
    point = re.compile(
        r"(?:[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$"
    )
    own = {f"{prefix}int": number, f"{prefix}float": point}
    left_out = {f"{prefix}{name}" for name in ("timestamp", "merge", "value")}
    return {
        first: [(tag, own.get(tag, pattern)) for tag, pattern in known if tag not in left_out]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


PlainLoader.yaml_implicit_resolvers = _resolvers()


@dataclass(frozen=True)
class Read:
    """The settings that were read from a text."""

    values: dict[Any, Any]
    doubts: tuple[str, ...]
    """Warnings of probable mistakes, each with the remedy: values cut off at a `#`, names without a value."""


def read_text(text: str, called: str) -> Read:
    """Read `name: value` lines; SettingsError, in one line that begins with `called`, for anything else."""
    with _read(text, called) as (loader, node):
        if node is None:
            return Read({}, ())
        return _mapping(loader, node, text, called)


def read_rows(text: str, called: str) -> list[tuple[int, str | Read]]:
    """Read a YAML list whose entries are texts or mappings, as pairs (line number from 1, entry).

    SettingsError, in one line that begins with `called`, for anything else.
    """
    with _read(text, called) as (loader, node):
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise SettingsError(f"{called}: expected a list, each row `- prompts: a red heart` and further settings")
        rows: list[tuple[int, str | Read]] = []
        for part in node.value:
            line = part.start_mark.line + 1
            if isinstance(part, yaml.ScalarNode):
                rows.append((line, part.value))
            else:
                rows.append((line, _mapping(loader, part, text, f"{called}, line {line}")))
        return rows


@contextmanager
def _read(text: str, called: str) -> Iterator[tuple[PlainLoader, yaml.Node | None]]:
    """Parse a text for the block; YAML's errors in it become a SettingsError."""
    loader = None
    try:
        loader = PlainLoader(text)
        yield loader, loader.get_single_node()
    except SettingsError:
        raise
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, RecursionError) as error:
        remedy = "; a # begins a comment: put colours and hashtags in quotes" if _HASH.search(text) else ""
        reason = "nested too deep" if isinstance(error, RecursionError) else brief(error)
        raise SettingsError(f"{called}: not YAML: {reason}{remedy}") from error
    finally:
        if loader is not None:
            loader.dispose()  # type: ignore[no-untyped-call]


def _mapping(loader: PlainLoader, node: yaml.Node, text: str, called: str) -> Read:
    if not isinstance(node, yaml.MappingNode):
        kind = "a list" if isinstance(node, yaml.SequenceNode) else "a text"
        raise SettingsError(f"{called}: expected `name: value` lines, got {kind}")
    _check_names(node, called)
    doubts = tuple(_doubts(node, text.splitlines()))
    return Read(loader.construct_document(node), doubts)


def _check_names(node: yaml.MappingNode, called: str) -> None:
    lines: dict[str, int] = {}
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode):
            if key.value in lines:
                where = f"lines {lines[key.value]} and {key.start_mark.line + 1}"
                raise SettingsError(f"{called}: {shown(key.value)!r} is given twice, in {where}; give it once")
            lines[key.value] = key.start_mark.line + 1


def _doubts(node: yaml.MappingNode, lines: list[str]) -> Iterator[str]:
    for key, value in node.value:
        name = shown(getattr(key, "value", "?"))
        for part in value.value if isinstance(value, yaml.SequenceNode) else [value]:
            if not isinstance(part, yaml.ScalarNode) or not part.tag.endswith((":str", ":null")):
                continue
            line, column = part.end_mark.line, part.end_mark.column
            comment = _COMMENT.fullmatch(lines[line][column:]) if line < len(lines) else None
            if comment:
                whole = f"{part.value} {comment[1]}".strip().rstrip("]}").replace('"', "'")
                yield f'line {line + 1}: {shown(comment[1])} counts as a comment; write {name}: "{shown(whole)}"'
            elif part.value == "" and part.style is None:
                yield f"line {line + 1}: {name} has no value and is ignored; write one, or remove the line"
