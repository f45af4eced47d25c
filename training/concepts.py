"""What the pictures show: one table of concepts with labels, synonyms and how often each is trained on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.aliases import aliases
from training.sources import IconSet, emoji_names, icons

# Emoji groups and subgroups as emojibase numbers them (its meta/groups.json).
GROUP_WEIGHTS = {0: 0.6, 1: 0.3, 3: 2.2, 4: 1.8, 5: 1.5, 6: 1.1, 7: 1.2, 8: 0.12}
SUBGROUP_WEIGHTS = {14: 1.5, 57: 0.5, 58: 0.4, 59: 1.2, 84: 0.1, 94: 0.0, 95: 0.0, 96: 0.5}
"""14 hearts, 57 hotels, 58 clocks, 59 sky, 84 warnings, 94 keycaps, 95 letters, 96 geometric shapes."""
EXTRA_WEIGHTS = {"game-icons": 0.05, "flat-color-icons": 0.12, "streamline-emojis": 0.35, "meteocons": 0.12}
DROPPED = re.compile(
    r"skin tone|medium|[- ]dark\b|keycap|regional|\bbutton\b"
    r"|(?<!with )(?<!and )arrow|^flag |o’clock|-thirty|zodiac|sign of|Japanese “"
    r"|\bbeats?\b|type-\d|variant|^(man|woman|men|women) |-(fill|line|outline)$|\d(?! ball)"
)
SUFFIX = re.compile(r"(-(\d+|fill|duotone|duo|flat|solid))+$")
KEPT_PEOPLE = re.compile(r"^(man|woman|baby|boy|girl|king|queen|prince|princess)$")


@dataclass
class Concept:
    """One thing with a name; its pictures are found by its index in the table."""

    label: str
    weight: float
    synonyms: list[str] = field(default_factory=list)
    group: int = -1
    """Emoji group, or -1 for an icon that is no emoji."""


@dataclass(frozen=True)
class Picture:
    """One SVG of one concept in one set."""

    concept: int
    icon_set: str
    svg: str


def gather(sets: Iterable[IconSet], work: Path, everyday: bool = False) -> tuple[list[Concept], list[Picture]]:
    """Return the concepts that the sets draw and every picture of them, in a fixed order.

    With `everyday`, icons named as `aliases` has it ("car", "tree") count as pictures of the emoji meant.
    """
    table = _Table(emoji_names(work))
    if everyday:
        table.learn(aliases())
    pictures: list[Picture] = []
    fluent: dict[str, str] = {}
    for icon_set in sorted(sets, key=lambda one: (one.name != "fluent-emoji-flat", one.name)):
        svgs, chars = icons(icon_set, work)
        by_name = {name: code for code, name in chars.items()}
        if icon_set.name == "fluent-emoji-flat":
            fluent = by_name
        elif icon_set.name == "fluent-emoji":
            by_name = fluent  # the same names, without code points of its own
        for name, svg in svgs.items():
            found = table.find(by_name.get(name), name, icon_set.name)
            if found is not None:
                pictures.append(Picture(found, icon_set.name, svg))
    return _compact(table.concepts, pictures)


def label_of(name: str) -> str:
    """Return the label of a concept that CLDR names so."""
    return name.replace(":", "").replace("’", "'").replace("“", "").replace("”", "").lower()


class _Table:
    """Finds or adds the concept of an icon by its code points or its name."""

    def __init__(self, emoji: list[dict[str, Any]]) -> None:
        self.concepts: list[Concept] = []
        self.by_code: dict[str, int | None] = {}
        self.by_name: dict[str, int | None] = {}
        tags = Counter(tag for entry in emoji for tag in set(entry.get("tags", ())))
        for entry in emoji:
            weight = _weight(entry)
            index = None
            if weight > 0:
                index = len(self.concepts)
                synonyms = [tag for tag in entry.get("tags", ()) if tags[tag] <= 2 and tag != entry["label"]]
                self.concepts.append(Concept(label_of(entry["label"]), weight, synonyms, entry["group"]))
            self.by_code[_code(entry["hexcode"])] = index
            self.by_name[_squeeze(entry["label"])] = index
            for skin in entry.get("skins", ()):
                self.by_code[_code(skin["hexcode"])] = None

    def learn(self, everyday: Mapping[str, Iterable[str]]) -> None:
        """Let everyday names find the concepts they stand for."""
        for label, names in everyday.items():
            index = self.by_name.get(_squeeze(label))
            for name in names:
                self.by_name.setdefault(_squeeze(name), index)

    def find(self, code: str | None, name: str, set_name: str) -> int | None:
        if code is not None and _code(code) in self.by_code:
            return self.by_code[_code(code)]
        if "/" in name:
            return next((self.by_name[key] for key in map(_squeeze, name.split("/")) if key in self.by_name), None)
        key = _squeeze(SUFFIX.sub("", name))
        if key in self.by_name:
            return self.by_name[key]
        words = SUFFIX.sub("", name).replace("-", " ").replace("_", " ")
        words = re.sub(r" fill$", "", words)
        weight = EXTRA_WEIGHTS.get(set_name, 0.0)
        if (
            DROPPED.search(words)
            or DROPPED.search(name)
            and set_name != "meteocons"
            or len(words.split()) > 3
            or not weight
        ):
            return None
        self.by_name[key] = len(self.concepts)
        self.concepts.append(Concept(words, weight))
        return self.by_name[key]


def _weight(entry: dict[str, Any]) -> float:
    group, label = entry.get("group"), entry["label"]
    if group not in GROUP_WEIGHTS:
        return 0.0
    if DROPPED.search(label) and not KEPT_PEOPLE.match(label):
        return 0.0
    if group == 1 and (":" in label or "man " in label or "woman " in label):
        return 0.0
    return SUBGROUP_WEIGHTS.get(entry.get("subgroup", -1), GROUP_WEIGHTS[group])


def _code(code: str) -> str:
    return "-".join(part for part in code.lower().split("-") if part != "fe0f")


def _squeeze(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _compact(concepts: list[Concept], pictures: list[Picture]) -> tuple[list[Concept], list[Picture]]:
    used = sorted({picture.concept for picture in pictures})
    new = {old: index for index, old in enumerate(used)}
    kept = [concepts[old] for old in used]
    return kept, [Picture(new[p.concept], p.icon_set, p.svg) for p in pictures]
