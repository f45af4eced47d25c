"""Writes the lexicon that prompts are read with: `python -m training.lexicon`.

Nouns, adjectives and verbs are WordNet's; the names of what the built-in models draw and of labelled sprites are added
as words; small closed classes are `training.lexicon_words`. Every noun's plural by inflect must lead back to it by the
rules of `pixdraw.text.plurals`; where it does not and simplemma agrees, a table has it.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from pathlib import Path

import inflect
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from pixdraw.proposals.language.lexicon import FILE, LONGEST
from pixdraw.text.plurals import singular
from training import lexicon_words as own
from training.sources import fetch
from training.wordnet import PACKAGE, PERSON, VISIBLE, WordNet

WEIGHTS = FILE.parent.parent
CATEGORIES = ("monster", "item", "character", "object", "animal", "plant", "food", "people", "vehicle")
"""Of labelled sprites; the names of effects, terrain and icons are mostly no nouns."""
KINDS = {
    "a": ("animal", "person", "spiritual being", "imaginary being"),
    "h": ("headdress", "helmet", "tiara"),
    "w": ("clothing", "footwear", "jewelry", "body armor", "spectacles"),
    "t": ("weapon", "hand tool", "musical instrument", "edge tool"),
    "p": ("geological formation", "body of water", "building", "room", "road", "geographical area", "vegetation"),
}
"""Flag → what a noun so flagged is a kind of, by its commonest meaning."""
GIVEN = {"a": own.BEINGS, "h": own.HEADWEAR, "w": own.WEARABLE, "t": own.HELD, "p": own.PLACES, "m": own.MASS,
         "r": own.MOSTLY_ADJECTIVES}  # fmt: skip
NAME = re.compile(r"[a-z][a-z'-]*(?: [a-z][a-z'-]*)*")
LINKS = frozenset(("of", "in", "on", "and", "the", "with", "to", "by", "at", "for", "under", "o'", "a", "an", "me"))
STEPS = 12
"""From a meaning up to its kinds, at most."""


def listed(text: str) -> list[str]:
    """Return the words of a list, where blanks within phrases are written `_`."""
    return [word.replace("_", " ") for word in dict.fromkeys(text.split())]


CLASSES = {
    "colour": own.COLOURS, "shade": own.SHADES, "material": own.MATERIALS, "metal": own.METALS,
    "determiner": own.DETERMINERS, "placing": own.PLACING, "high": own.HIGH, "here": own.HERE,
    "within": own.WITHIN, "beside": own.BESIDE,
    "resting": own.RESTING, "about": own.ABOUT, "made": own.MADE_OF, "together": own.TOGETHER, "joining": own.JOINING,
    "relative": own.RELATIVE, "being": own.BEING, "having": own.HAVING, "there": own.THERE, "request": own.REQUESTS,
    "wearing": own.WEARING, "holding": own.HOLDING, "riding": own.RIDING, "interacting": own.INTERACTING,
    "posture": own.POSTURES, "aimed": own.AIMED, "idiom": own.IDIOMS, "view": own.VIEWS, "manner": own.MANNERS,
    "look": own.LOOKS,
    "picture": own.PICTURES, "depiction": own.DEPICTIONS, "part": own.PARTS, "time": own.TIMES,
    "weather": own.WEATHER, "alone": own.ALONE, "adverb": own.ADVERBS, "pronoun": own.PRONOUNS,
}  # fmt: skip

CLOSED = (own.BEING, own.HAVING, own.PLACING, own.ABOUT, own.RELATIVE, own.DETERMINERS, own.JOINING, own.PRONOUNS)

OPEN = ("time", "part", "picture", "depiction", "weather", "alone")
"""Classes whose words are of other classes, too."""
DOUBLE = (own.ADJECTIVES, own.POSTURES, own.INTERACTING, own.SHADES)
"""Of other classes, and adjectives."""


class Nouns:
    """The nouns of the lexicon with their flags."""

    def __init__(self, wordnet: WordNet, counts: Mapping[tuple[str, str], int], adjectives: Collection[str]) -> None:
        self.wordnet, self.counts, self.adjectives = wordnet, counts, adjectives
        self.flags: dict[str, set[str]] = {}

    def add(self, noun: str) -> None:
        """Add a noun or noun phrase."""
        if NAME.fullmatch(noun) and len(noun) > 1 and len(noun.split()) <= LONGEST:
            self.flags.setdefault(noun, self._kinds(noun))

    def give(self) -> None:
        """Flag what our own lists name, which WordNet does not tell or tells otherwise."""
        for flag, text in GIVEN.items():
            for noun in listed(text):
                self.flags.setdefault(noun, set()).add(flag)
        for noun in listed(own.NO_PLACES + own.HEADWEAR + own.WEARABLE + own.HELD):
            self.flags.setdefault(noun, set()).discard("p")
        for noun in listed(own.HEADWEAR + own.WEARABLE):
            self.flags.setdefault(noun, set()).discard("a")  # no hoodlum

    def _kinds(self, noun: str) -> set[str]:
        found = {"r"} if self._is_rarely_a_noun(noun) else set()
        for name in dict.fromkeys((noun, noun.split()[-1])):
            senses = self.wordnet.senses.get(name.replace(" ", "_"), [])
            seen = [one for one in senses if self.wordnet.synsets[one].file in (*VISIBLE, PERSON)]
            if seen:
                meaning = self.wordnet.synsets[seen[0]]
                kinds = {*meaning.words, *self.wordnet.kinds_of(meaning, STEPS)}
                return found | {flag for flag, names in KINDS.items() if kinds.intersection(names)}
        return found

    def is_no_thing(self, noun: str) -> bool:
        """Return whether a word is mostly an adjective, and neither a person nor anything that can be seen."""
        if noun in listed(own.COLOURS):
            return noun not in listed(own.COLOURED_THINGS)
        return noun in self.adjectives and noun[-3:] != "ing" and self._is_mostly_said_of_things(noun)

    def _is_rarely_a_noun(self, noun: str) -> bool:
        if noun.endswith("ing") and noun not in listed(own.EVENTS):
            return noun in self.wordnet.senses and not self.wordnet.is_seen_first(noun)
        return noun in self.adjectives and self._is_mostly_said_of_things(noun)

    def _is_mostly_said_of_things(self, word: str) -> bool:
        if word in listed(own.ADJECTIVES):
            return not any(self.wordnet.synsets[one].file in VISIBLE for one in self.wordnet.visible(word))
        return not self.wordnet.visible(word) and self.counts[word, "1"] <= max(
            self.counts[word, "3"], self.counts[word, "5"]
        )


def sense_counts(folder: Path) -> Mapping[tuple[str, str], int]:
    """Return {(word, part of speech): how often WordNet's texts have it}; 1 is noun, 2 verb, 3 and 5 adjective."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, _, _, count = line.split()
        word, _, rest = key.partition("%")
        counts[word.replace("_", " "), rest[0]] += int(count)
    return counts


def words_of(folder: Path, kind: str) -> list[str]:
    """Return WordNet's words of a kind ("adj", "verb") that have one part."""
    lines = (folder / f"index.{kind}").read_text(encoding="utf-8").splitlines()
    words = (line.split(" ", 1)[0] for line in lines if not line.startswith(" "))
    return [word for word in words if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", word)]


def doing(verb: str) -> list[str]:
    """Return how the present participle of a verb may be written: "running" and "runing"."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    return [f"{stem}ing", f"{stem}{stem[-1]}ing"] if len(verb) > 2 and verb.isalpha() else []


def done(verb: str) -> list[str]:
    """Return how the past participle of a regular verb may be written: "stopped" and "stoped"."""
    if len(verb) < 3 or not verb.isalpha():
        return []
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [f"{verb[:-1]}ied"]
    return [f"{verb}d"] if verb.endswith("e") else [f"{verb}ed", f"{verb}{verb[-1]}ed"]


def labels(path: Path) -> list[str]:
    """Return the words that end the labels of sprites of things."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    ends = (row["label"].lower().split()[-1:] for row in rows if row["category"] in CATEGORIES)
    return sorted({end for words in ends for end in words if re.fullmatch(r"[a-z]{4,}", end)})


def compounds(wordnet: WordNet, drawn: Collection[str], loose: Collection[str]) -> list[str]:
    """Return the phrases that are one noun: drawn ones, and others that the last noun alone would misread.

    What begins with a colour, a material or an adjective is no compound, unless our own list has it: a red heart is a
    heart. `loose` are such words.
    """
    found = [*listed(own.PAIRS), *listed(own.COMPOUNDS)]
    for synset in wordnet.synsets.values():
        if synset.file in (*VISIBLE, PERSON) and not synset.is_rude:
            for words in (word.split() for word in synset.words):
                if (
                    1 < len(words) <= 4
                    and words[0] not in listed(own.COLOURS)
                    and (LINKS.intersection(words[1:]) or words[0].endswith("ing"))
                ):
                    found.append(" ".join(words))
    for name in drawn:
        first, *rest = name.split()
        seen = not rest or any(
            wordnet.synsets[one].file in VISIBLE for one in wordnet.senses.get(rest[-1], [0])[:1] if one
        )
        if (
            rest
            and first not in loose
            and first not in LINKS
            and (seen or LINKS & set(rest))
            and rest[-1][-3:] != "ing"
        ):
            found.append(name)
    return sorted(set(found))


def irregular_forms(nouns: Collection[str], invariant: Collection[str]) -> dict[str, str]:
    """Return {plural: singular} of plurals that the rules of spelling do not lead back to their noun."""
    english, known = inflect.engine(), DefaultDictionaryFactory().get_dictionary("en")
    table = dict(own.IRREGULAR)
    for noun in sorted(nouns):
        form = english.plural_noun(noun) if noun.isalpha() else ""
        if form and form not in nouns and singular(form, nouns, table, invariant) != noun and known.get(form) == noun:
            table.setdefault(form, noun)
    return table


def make(work: Path, sprites: Path | None) -> dict[str, object]:
    """Return all that the file holds."""
    wordnet, folder = WordNet(work), fetch(*PACKAGE, work) / "dict"
    verbs = set(words_of(folder, "verb"))
    counts, adjectives = sense_counts(folder), {*words_of(folder, "adj"), *listed(own.ADJECTIVES)}
    drawn = json.loads((WEIGHTS / "tiny" / "concepts.json").read_text("utf-8"))
    drawn += json.loads((WEIGHTS / "language" / "thesaurus.json").read_text("utf-8"))
    loose = {*adjectives, *listed(own.COLOURS), *listed(own.MATERIALS)} - set(listed(own.BEINGS))
    nouns = Nouns(wordnet, counts, adjectives)
    rude = {word for one in wordnet.synsets.values() if one.is_rude for word in one.words}
    small = {word for name, text in CLASSES.items() if name not in OPEN for word in listed(text)}
    adjectives -= set(own.NUMBERS)
    adjectives -= small - {word for text in DOUBLE for word in listed(text)}
    closed = {word for text in CLOSED for word in listed(text)}
    small -= {*listed(own.COLOURS), *listed(own.MATERIALS), *listed(own.MANNERS), *listed(own.LOOKS)}
    for lemma in wordnet.senses:
        if lemma in rude or lemma in small or len(lemma) < 3 or "_" in lemma or nouns.is_no_thing(lemma):
            continue
        if any(lemma in wordnet.synsets[one].words for one in wordnet.senses[lemma]):
            nouns.add(lemma)
    for noun in (*drawn, *listed(own.EXTRA_NOUNS), *(labels(sprites) if sprites else ())):
        if " " not in noun and noun not in small and not nouns.is_no_thing(noun):
            nouns.add(noun)
    for noun in (*listed(own.TIMES), *listed(own.PARTS)):
        nouns.add(noun)
    for noun in compounds(wordnet, drawn, loose):
        nouns.add(noun)
    nouns.give()
    invariant = listed(own.INVARIANT)
    for noun in invariant:
        nouns.add(noun)
    grouped: dict[str, list[str]] = defaultdict(list)
    for noun, flags in sorted(nouns.flags.items()):
        grouped["".join(sorted(flags))].append(noun)
    classes = {name: listed(text) for name, text in CLASSES.items()} | {
        "adjective": sorted(adjectives),
        "doing": sorted(set().union(*map(doing, verbs))),
        "done": sorted(set(listed(own.PARTICIPLES)).union(*map(done, verbs)) - closed),
        "adverb": sorted({*listed(own.ADVERBS), *words_of(folder, "adv")} - adjectives - closed - set(nouns.flags)),
        "verb": sorted(verb for verb in verbs - small if counts[verb, "2"]),
    }
    return {
        "nouns": {flags: "\n".join(words) for flags, words in sorted(grouped.items())},
        "irregular": irregular_forms(nouns.flags, invariant),
        "invariant": "\n".join(invariant),
        "classes": {name: "\n".join(words) for name, words in classes.items()},
        "numbers": own.NUMBERS,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--sprites", type=Path, help="table of labelled sprites, of which names are taken as words")
    parser.add_argument("--out", type=Path, default=FILE)
    args = parser.parse_args()
    data = make(args.work, args.sprites)
    args.out.write_bytes(gzip.compress(json.dumps(data, sort_keys=True).encode(), 9, mtime=0))
    print(f"{args.out}: {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
