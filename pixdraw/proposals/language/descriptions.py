"""Which of the things that the built-in denoiser draws a text describes: a bug that spins webs is a spider."""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

SMALL = frozenset(
    re.findall(
        r"\w+",
        """
        a an the of that in on with which and or to for by is are it its as at from into has have having used usually
        any very when who whose their them they out up not big large small little old new great thing something kind
        piece
        """,
    )
)
"""Words that say nothing of a thing."""
_ENDS = ("ing", "ies", "es", "ed", "s")


def described(text: str) -> dict[str, float]:
    """Return {known name: share} of the text's words that the name's description has, rare words counting more.

    Only names that share a word are there; shares are in (0, 1].
    """
    names, rarity, unheard = _descriptions()
    weights = {word: rarity.get(word, unheard) for word in sorted({stem(word) for word in content(text)})}
    shared: dict[str, float] = defaultdict(float)
    for word, weight in weights.items():
        for name in names.get(word, ()):
            shared[name] += weight / sum(weights.values())
    return dict(shared)


def content(text: str) -> list[str]:
    """Return the words of a text that tell something, in lower case."""
    return [word for word in words(text) if word not in SMALL and len(word) > 1]


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, without signs and digits."""
    return re.findall(r"[a-z]+", text.lower())


def stem(word: str) -> str:
    """Return a word without its ending, roughly: "spin" for "spins" and "spinning"."""
    end = next((end for end in _ENDS if word.endswith(end) and len(word) - len(end) >= 3), "")
    word = word.removesuffix(end)
    if len(word) > 3 and end in ("ing", "ed") and word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word[:-1] if word.endswith(("e", "y", "i")) and len(word) > 3 else word


@cache
def _descriptions() -> tuple[dict[str, list[str]], dict[str, float], float]:
    """Return {stem: names}, {stem: rarity} and the rarity of what no description has; see training/descriptions.py."""
    table: dict[str, str] = json.loads(
        files("pixdraw").joinpath("weights/sprites/descriptions.json").read_text(encoding="utf-8")
    )
    stems: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for name, said in table.items():
        for word in {stems.setdefault(word, stem(word)) for word in said.split()}:
            names.setdefault(word, []).append(name)

    def rarity(count: int) -> float:
        return math.log((len(table) + 1) / (count + 0.5))

    return names, {word: rarity(len(having)) for word, having in names.items()}, rarity(0)
