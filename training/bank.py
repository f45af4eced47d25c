"""Writes what the built-in models know by name, beside the perceptor's weights: `python -m training.bank`.

`concepts.json` is what can be drawn, `named.json` with `named.safetensors` (pixdraw/models/named.py) what the perceptor
was shown pictures of, as the teacher says it, `synonyms.json` other nouns for these, from WordNet.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from pixdraw.models import named
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.places import SETTINGS
from pixdraw.proposals.ruled import known as rules
from training.art import COMPOSED_SOURCES
from training.cells import pixel_art
from training.sprites32 import names_called
from training.teacher import Teacher
from training.thesaurus import classes, named_kinds, other_names
from training.wordnet import WordNet
from training.words import Words

WEIGHTS = Path(__file__).parents[1] / "pixdraw/weights/tiny"
MOST_WORDS, PAINTED_WORDS = 3, 2
"""Of a sprite's label, and of a name of what is painted: longer ones are seldom written, and the weights are to stay
small.
"""


def names(work: Path) -> list[str]:
    """Return all that is drawn: labels and everyday names of things, shapes, places."""
    return sorted({*names_called(work), *(setting.alone[0] for setting in SETTINGS.values())})


def art_names(folder: Path) -> list[str]:
    """Return the short labels of a folder of pixel art."""
    labels = {art.label for art in pixel_art(folder) if art.source not in COMPOSED_SOURCES}
    return sorted(label for label in labels if len(label.split()) <= MOST_WORDS)


def painted_names(others: list[str], wordnet: WordNet) -> list[str]:
    """Return the short names of what rules paint, without those of whole classes of the `others`: raptors."""
    found, known = list[str](), set(others)
    for name in rules.names():
        meaning = next(iter(wordnet.visible(name)), None)
        is_class = meaning is not None and len(named_kinds(meaning, known, wordnet)) > 1
        if len(name.split()) <= PAINTED_WORDS and not is_class:
            found.append(name)
    return sorted(found)


def write(folder: Path, known: list[str], seen: list[str]) -> None:
    """Write what is `known` to the models that draw, and all that was `seen` of the perceptor, in one order."""
    (folder / "concepts.json").write_text(json.dumps(known, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    every = sorted({*known, *seen})
    named.write(folder, every, Words()(Teacher()([named.with_article(name) for name in every])))


def write_synonyms(folder: Path, names: list[str], wordnet: WordNet) -> None:
    """Write {noun: name} of the nouns that are none of `names` but stand for one, or for a kind of it, and {noun:
    names} of those that stand for several.

    A material is mostly said of a thing: a steel helmet is no sword.
    """
    materials = lexicon.load().classes["material"] | lexicon.load().classes["metal"]
    others = other_names({name: name for name in names}, names, wordnet).items()
    found: dict[str, str | list[str]] = {noun: name for noun, name in others if noun not in materials}
    found |= {
        noun: kinds for noun, kinds in classes(set(names), wordnet).items() if noun not in found or len(kinds) > 1
    }
    (folder / named.SYNONYMS).write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def write_all(folder: Path, work: Path, sprites: Path | None) -> None:
    """Write all that is known by name, of what is in WORK, and of the pixel art in `sprites`."""
    known, wordnet = names(work), WordNet(work)
    seen = art_names(sprites) if sprites else []
    write(folder, known, seen + painted_names(known + seen, wordnet))
    write_synonyms(folder, json.loads((folder / named.NAMES).read_text(encoding="utf-8")), wordnet)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--sprites", type=Path, help="folder of pixel art with its labels.tsv")
    args = parser.parse_args()
    write_all(WEIGHTS, args.work, args.sprites)


if __name__ == "__main__":
    main()
