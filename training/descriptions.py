"""Writes what is said of the drawn things, from WordNet's definitions and CLDR's keywords: `python -m
training.descriptions`. Each name has the words that tell something, once each.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path

from pixdraw.models.diffusion.network import BUILT_IN
from pixdraw.proposals.language.descriptions import content
from training.concepts import Concept, label_of
from training.game_icons import GROUP, chosen
from training.sources import TRAINING_SETS, emoji_names
from training.sprites import load
from training.sprites32 import names_called
from training.wordnet import WordNet

KINDS = 3
"""From a thing to the kinds that it is of, so many steps."""
PROPER = re.compile(r"\b[A-Z]\w*")
"""Families of plants, peoples, countries."""
OFFENSIVE = re.compile(
    r"breast|crazy|fat|gay|killer|lesbian|mental|murderer|naked|native|pissed|primitive|retards|sassy|savage|sexy?|ugly"
)
"""Said of people, these would find something that is no compliment."""


def descriptions(names: Mapping[str, str], work: Path) -> dict[str, str]:
    """Return {name: the words of its names, keywords, definition and kinds}, given {name: label}."""
    wordnet = WordNet(work)
    concepts = {one.label: one for one in load(TRAINING_SETS, work, "perceptor").concepts}
    concepts |= {label: Concept(label, 1.0, group=GROUP) for label in chosen()}
    tags = {label_of(entry["label"]): entry.get("tags", []) for entry in emoji_names(work)}
    called: dict[str, list[str]] = {}
    for name, label in names.items():
        called.setdefault(label, []).append(name)
    found = {}
    for label, mine in called.items():
        said = [*mine, *tags.get(label, ())]
        meaning = wordnet.meaning(concepts[label], mine) if label in concepts else None
        if meaning is not None and not meaning.is_rude:
            said += [PROPER.sub("", meaning.definition), *wordnet.kinds_of(meaning, KINDS)]
        words = {word for word in content(" ".join(said)) if not OFFENSIVE.fullmatch(word)}
        found |= dict.fromkeys(mine, " ".join(sorted(words)))
    return dict(sorted(found.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=BUILT_IN / "descriptions.json")
    args = parser.parse_args()
    found = descriptions(names_called(args.work), args.work)
    args.out.write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{args.out}: {len(found)} names")


if __name__ == "__main__":
    main()
