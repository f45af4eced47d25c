"""Rows that can share an optimisation, as one batch: a batch equals its single runs to the bit on a CPU."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pixdraw.settings.model import PLACES, Item, Settings
from pixdraw.settings.themes.stages import Stages
from pixdraw.sinks.paths import OutputPaths, named
from pixdraw.tools.many.rows import Row, name_of

TOGETHER = ("prompts", "manner", "seed", "output")
"""Settings in which the rows of a group may differ."""
_EACH = (
    *("output", "save_svg", "save_sprite", "save_indexed"),
    *Stages.model_fields,
)
"""Files that each picture has; a row that asks for more, such as a sheet of all its pictures, is drawn alone."""
_ALONE = ("keep_best", "loop_frames", "animation_frames", "auto_stop", "time_limit_s", "palette_shared")
"""Settings that make the pictures of a run depend on each other, or on the time."""
MOST_GPU, MOST_CPU = 64, 4
"""Pictures of a group where the caller does not say: on a CPU a batch is hardly faster, and more is lost with it."""


@dataclass(frozen=True)
class Group:
    """Rows that are drawn as one run."""

    rows: tuple[Row, ...]

    @property
    def key(self) -> str:
        """Of its first row."""
        return self.rows[0].key

    @property
    def items(self) -> list[Item]:
        """The pictures, those of each row together."""
        return [item for row in self.rows for item in row.items]

    @property
    def steps(self) -> int:
        """How many steps it takes, each picture counted."""
        return sum(row.steps for row in self.rows)

    def settings(self) -> Settings:
        """Return the settings of the run."""
        first, items = self.rows[0].settings, self.items
        if len(self.rows) == 1:
            return first
        values = {
            "prompts": tuple(dict.fromkeys(item.prompt for item in items if item.prompt)),
            "manner": tuple(dict.fromkeys(item.manner for item in items if item.manner)),
            "seed": tuple(dict.fromkeys(item.seed for item in items)),
        }
        return first.shown_with(**values).only(items)

    def paths(self, folder: Path) -> OutputPaths:
        """Return the files of the run: the name of each ends with the key of its row, which no other has."""
        each = [_paths(row, folder) for row in self.rows]
        if len(each) == 1:
            return each[0]
        return OutputPaths(folder, tuple(stem for paths in each for stem in paths.stems), each[0].base, False)

    def split(self) -> list[Group]:
        """Return two halves of it."""
        middle = len(self.rows) // 2
        return [Group(self.rows[:middle]), Group(self.rows[middle:])]


def grouped(rows: Iterable[Row], most: int) -> list[Group]:
    """Put rows that differ in prompt, manner, seed and name alone together, up to `most` pictures, in their order."""
    groups: list[list[Row]] = []
    open_: dict[str, list[Row]] = {}
    for row in rows:
        likeness = _likeness(row.settings)
        group = open_.get(likeness)
        if group is None or _pictures([*group, row]) > most:
            group = []
            groups.append(group)
            if likeness:
                open_[likeness] = group
        group.append(row)
    return [Group(tuple(group)) for group in groups]


def _pictures(rows: Sequence[Row]) -> int:
    return sum(len(row.items) for row in rows)


def _likeness(settings: Settings) -> str:
    """Return what rows of one group have in common; empty if a row is to be drawn alone."""
    defaults = {name: Settings.model_fields[name].default for name in PLACES if name not in _EACH}
    if any(getattr(settings, name) for name in _ALONE):
        return ""
    if any(getattr(settings, name) != default for name, default in defaults.items()):
        return ""
    flat = {name: value for name, value in settings.flat().items() if name not in TOGETHER}
    given = {name: value for name, value in settings.given().items() if name not in TOGETHER}
    return json.dumps([flat, given, bool(settings.manner), bool(settings.prompts)], sort_keys=True)


def _paths(row: Row, folder: Path) -> OutputPaths:
    settings, items = row.settings, row.items
    prompts = max(len(settings.prompts), 1) * max(len(settings.manner), 1)
    return named(
        folder,
        [item.prompt for item in items],
        [item.seed for item in items],
        name=name_of(row),
        ending=f"-{row.key}",
        kept=settings.keep_best and settings.keep_best * prompts,
    )
