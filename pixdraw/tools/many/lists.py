"""Lists of rows, each prompts and settings: CSV, JSON lines, YAML, or one prompt a line."""

from __future__ import annotations

import csv
import json
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pixdraw.errors import FileError, SettingsError, brief, suggestion
from pixdraw.imaging.sources import content
from pixdraw.settings.catalog import known_names
from pixdraw.settings.legacy import old_names
from pixdraw.settings.yaml_text import read_rows
from pixdraw.web import shown

SEPARATORS = ",;\t"
"""Between the cells of a CSV; which one is told by its first line."""
COMMENT = "# "
"""What a line of a text begins with that is no prompt; `#pixelart` is one."""


class Written(NamedTuple):
    """A row as it is written."""

    line: int
    """That it begins in, counted from 1."""
    values: dict[str, Any]
    """Its settings, the prompts among them."""


def read_list(file: str | Path) -> list[Written]:
    """Return the rows of a list; what kind it is its ending says: .csv, .tsv, .jsonl, .yaml, .yml, else lines of text.

    Raises FileError if it cannot be read or has no rows, SettingsError, with file and line, for a row that is none.
    """
    path = Path(file)
    try:
        text = content(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: not text ({brief(error)}); save it as UTF-8") from error
    rows = list(_READERS.get(path.suffix.lower(), _lines)(text, str(path)))
    if not rows:
        raise FileError(f"{path}: has no rows; write one prompt a line, or see docs/batch.md")
    return rows


def _lines(text: str, called: str) -> Iterator[Written]:
    for number, line in enumerate(text.splitlines(), 1):
        prompt = line.strip()
        if prompt and not prompt.startswith(COMMENT):
            yield Written(number, {"prompts": [prompt]})


def _csv(text: str, called: str) -> Iterator[Written]:
    lines = text.splitlines(keepends=True)
    separator = max(SEPARATORS, key=lines[0].count) if lines else ","
    reader = csv.reader(lines, delimiter=separator, strict=True)
    names: list[str] = []
    begins = 1
    try:
        for cells in reader:
            line, begins = begins, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names = _columns(cells, f"{called}, line {line}")
            elif len(cells) > len(names):
                raise SettingsError(
                    f"{called}, line {line}: {len(cells)} cells, and the first line names {len(names)}; put a text "
                    f"with {separator!r} in it in double quotes"
                )
            else:
                found = zip(names, cells, strict=False)
                yield Written(line, {name: cell.strip() for name, cell in found if cell.strip()})
    except csv.Error as error:
        raise SettingsError(f"{called}, line {reader.line_num}: not CSV: {brief(error)}") from error


def _columns(cells: list[str], called: str) -> list[str]:
    """Return the settings that the first line of a CSV names."""
    known = {*known_names(), *old_names()}
    names = [cell.strip().lstrip("-").replace("-", "_") for cell in cells]
    for name in names:
        if name not in known:
            given = f"column {shown(name)!r:.80} is not a setting" if name else "a column has no name"
            advice = "the first line names the settings, such as prompts,seed; `pixdraw settings` lists all"
            raise SettingsError(f"{called}: {given}{suggestion(name, known)}; {advice}")
        if names.count(name) > 1:
            raise SettingsError(f"{called}: column {name} is there twice; leave one out")
    return names


def _json_lines(text: str, called: str) -> Iterator[Written]:
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):  # splitlines knows more ends than JSON
        if not line.strip():
            continue
        where = f"{called}, line {number}"
        try:
            found = json.loads(line, object_pairs_hook=partial(_once, where=where))
        except (json.JSONDecodeError, RecursionError) as error:
            raise SettingsError(f"{where}: not JSON: {brief(error)}; write one object a line") from error
        yield Written(number, _values(found, where))


def _once(pairs: list[tuple[str, Any]], where: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise SettingsError(f"{where}: {shown(name)!r:.80} is given twice; give it once")
        found[name] = value
    return found


def _yaml(text: str, called: str) -> Iterator[Written]:
    for line, row in read_rows(text, called):
        if isinstance(row, str):
            yield Written(line, {"prompts": [row]})
            continue
        for doubt in row.doubts:
            warnings.warn(f"{called}, {doubt}", stacklevel=2)
        yield Written(line, _values(row.values, f"{called}, line {line}"))


def _values(found: Any, where: str) -> dict[str, Any]:
    if isinstance(found, str):
        return {"prompts": [found]}
    if not isinstance(found, dict) or not all(isinstance(name, str) for name in found):
        raise SettingsError(f'{where}: expected settings, such as {{"prompts": "a red heart", "seed": 1}}')
    return found


_READERS: Mapping[str, Callable[[str, str], Iterator[Written]]] = {
    ".csv": _csv,
    ".tsv": _csv,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".yaml": _yaml,
    ".yml": _yaml,
}
"""Ending → what reads such a list; any other is text."""
