"""Rows of a list, resolved: what each draws, and the key by which it is known again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pixdraw.assembly.checks import check_all
from pixdraw.errors import FileError, PixdrawError, SettingsError, cut, suggestion
from pixdraw.guidance.files import find
from pixdraw.imaging.sources import content, home, is_file, is_folder, split_frame
from pixdraw.models import clip_catalog
from pixdraw.settings.catalog import find as find_setting
from pixdraw.settings.legacy import translate
from pixdraw.settings.model import Item, Settings, iterate_items, resolve
from pixdraw.settings.trust import files_named, found_beside
from pixdraw.tools.many.lists import Written, read_list
from pixdraw.web import is_address

SEED = 1
"""Of a row that gives none, so that it is the same picture whenever it is drawn."""
KEY_LENGTH = 16
OURS = ("outdir", "overwrite", "save_checkpoint")
"""Settings that are the batch's own affair."""
MOST_TOLD = 5
"""Mistakes that an error tells, each once, and lines of each that it names."""


@dataclass(frozen=True)
class Row:
    """A row that can be drawn."""

    file: str
    line: int
    values: Mapping[str, Any]
    """What `resolve` makes its settings of."""
    settings: Settings
    key: str
    """KEY_LENGTH hexadecimal digits that follow from every setting, and from the content of files that they name."""

    @property
    def place(self) -> str:
        """Where it is written, as errors say it."""
        return f"{self.file}, line {self.line}"

    @property
    def items(self) -> list[Item]:
        """What is drawn of it."""
        return list(iterate_items(self.settings))

    @property
    def steps(self) -> int:
        """How many steps it takes, each picture counted."""
        return max(1, self.settings.iterations) * len(self.items)


def rows_of(file: str | Path, given: Mapping[str, Any] | None = None) -> list[Row]:
    """Read a list and resolve every row, over the settings `given` for all of them.

    Files that a row names are looked for beside the list first. Raises FileError if the list cannot be read, and
    SettingsError, in one line with file and lines, where rows are wrong: all of them are told at once. Nothing is
    fetched, and no model is loaded.
    """
    rows: list[Row] = []
    wrong: list[tuple[int, PixdrawError]] = []
    for written in read_list(file):
        try:
            rows.append(_resolved(written, str(file), given or {}))
        except PixdrawError as error:
            wrong.append((written.line, error))
    if wrong:
        raise SettingsError(f"{file}, {_told(wrong)}")
    return rows


def _told(wrong: Sequence[tuple[int, PixdrawError]]) -> str:
    """Return one message per mistake with its line numbers; beyond MOST_TOLD mistakes only the line numbers."""
    found: dict[str, list[int]] = {}
    for line, error in wrong:
        found.setdefault(str(error), []).append(line)
    told = [f"{_lines(lines)}: {text if len(found) == 1 else cut(text)}" for text, lines in found.items()]
    rest = [line for lines in list(found.values())[MOST_TOLD:] for line in lines]
    return "; ".join([*told[:MOST_TOLD], *([f"wrong as well: {_lines(rest)}"] if rest else [])])


def _lines(numbers: Sequence[int]) -> str:
    shown, more = [str(number) for number in numbers[:MOST_TOLD]], len(numbers) - MOST_TOLD
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(shown)}{f' and {more} more' if more > 0 else ''}"


def _resolved(written: Written, file: str, given: Mapping[str, Any]) -> Row:
    today = translate(given, found_beside(translate(written.values), Path(file).parent))
    for name in OURS:
        if today.get(name):
            raise SettingsError(f"{name}={today[name]}: a batch sees to this itself; leave it out")
    if set(str(today.get("output", ""))) & set("/\\"):
        raise SettingsError(f"output={today['output']!r}: give a plain name; the batch has a folder of its own")
    today.setdefault("seed", SEED)
    settings = resolve(today)
    if not settings.prompts and not settings.is_guided() and not settings.losses:
        raise SettingsError("nothing to draw: give the row prompts, for example prompts=a red heart")
    check_all(settings)
    for model in clip_catalog.missing(settings.perceptors):
        raise SettingsError(f"model {model} is not on this machine; fetch it with `pixdraw models pull`")
    return Row(file, written.line, today, settings, _key(settings))


def _key(settings: Settings) -> str:
    """Return what follows from the settings; a file counts by its name and content, wherever it lies."""
    flat = {name: value for name, value in settings.flat().items() if name not in OURS}
    for name, files in files_named(flat).items():
        flat[name] = [f"{Path(file).name} {_content(file, name)}" for file in files]
    return hashlib.sha256(json.dumps(flat, sort_keys=True).encode()).hexdigest()[:KEY_LENGTH]


def _content(file: str, setting: str) -> str:
    """Return a digest of a file, or of names and sizes in a folder; empty for an address or a pattern.

    Raises FileError if there is no such file, and none that a pattern matches.
    """
    if is_address(file):
        return ""
    if set(file) & set("*?{") and not is_file(file):
        find(file, setting)
        return ""
    name = split_frame(file)[0]
    if is_folder(name):
        inside = [path for path in home(name).rglob("*") if path.is_file()]
        sizes = sorted((path.relative_to(home(name)).as_posix(), path.stat().st_size) for path in inside)
        return hashlib.sha256(repr(sizes).encode()).hexdigest()
    try:
        return hashlib.sha256(content(name)).hexdigest()
    except FileError as error:
        known = [name for one in find_setting(setting) for name in one.facts.ours]
        raise FileError(f"{setting}: {error}{suggestion(file, known)}") from error


def name_of(row: Row) -> str:
    """Return what the names of a row's files begin with, where it says so; empty: prompt and seed."""
    return row.settings.output.removesuffix(".png")


def shard_of(rows: Sequence[Row], shard: str) -> list[Row]:
    """Return the rows of one share, as in "2/8": every eighth, from the second on."""
    number, slash, count = shard.partition("/")
    if not (slash and number.strip().isdecimal() and count.strip().isdecimal() and 1 <= int(number) <= int(count)):
        raise SettingsError(f"shard {shard!r}: expected i/n, from 1/n to n/n, as in --shard 2/8")
    return list(rows[int(number) - 1 :: int(count)])
