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
from training.art import COMPOSED_SOURCES
from training.cells import pixel_art
from training.sprites32 import names_called
from training.teacher import Teacher
from training.thesaurus import other_names
from training.wordnet import WordNet
from training.words import Words

WEIGHTS = Path(__file__).parents[1] / "pixdraw/weights/tiny"
MOST_WORDS = 3
"""Of a sprite's label: longer ones are seldom written, and the weights are to stay small."""


def names(work: Path) -> list[str]:
    """Return all that is drawn: labels and everyday names of things, shapes, places."""
    return sorted({*names_called(work), *(setting.alone[0] for setting in SETTINGS.values())})


def art_names(folder: Path) -> list[str]:
    """Return the short labels of a folder of pixel art."""
    labels = {art.label for art in pixel_art(folder) if art.source not in COMPOSED_SOURCES}
    return sorted(label for label in labels if len(label.split()) <= MOST_WORDS)


def write(folder: Path, known: list[str], seen: list[str]) -> None:
    """Write what is `known` to the models that draw, and all that was `seen` of the perceptor, in one order."""
    (folder / "concepts.json").write_text(json.dumps(known, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    every = sorted({*known, *seen})
    named.write(folder, every, Words()(Teacher()([named.with_article(name) for name in every])))


def write_synonyms(folder: Path, names: list[str], wordnet: WordNet) -> None:
    """Write {noun: name} of the nouns that are none of `names` but stand for one, or for a kind of it.

    A material is mostly said of a thing: a steel helmet is no sword.
    """
    materials = lexicon.load().classes["material"] | lexicon.load().classes["metal"]
    others = other_names({name: name for name in names}, names, wordnet).items()
    found = {noun: name for noun, name in others if noun not in materials}
    (folder / named.SYNONYMS).write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--sprites", type=Path, help="folder of pixel art with its labels.tsv")
    args = parser.parse_args()
    write(WEIGHTS, names(args.work), art_names(args.sprites) if args.sprites else [])
    write_synonyms(WEIGHTS, json.loads((WEIGHTS / named.NAMES).read_text(encoding="utf-8")), WordNet(args.work))


if __name__ == "__main__":
    main()
