"""Which phrase of its memory the generator draws of a text: the nearest in meaning and words; chance decides ties."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.models.sprites.files import BUILT_IN
from pixdraw.models.sprites.network import COLOURS, SpriteNetwork
from pixdraw.rng import Rng

SHARED_WORDS = 0.4
"""Cosine that it is worth to say the same words."""
LAST_WORD = 0.15
"""Cosine that it is worth to end with the same word: a wooden shield is a shield."""
CHANCE = 0.35
"""Greatest cosine by which chance prefers one phrase with the same last word to another: any potion is a potion."""
PULL = 1.5
"""Times the text itself, how much of the chosen phrase is asked for: what is known by heart has outlines."""
SHADES = {"gray": "grey", "golden": "yellow", "gold": "yellow", "silver": "grey", "crimson": "red", "violet": "purple"}
COMMON = {
    "a",
    "an",
    "the",
    "of",
    "with",
    "in",
    "on",
    "at",
    "and",
    "to",
    "for",
    "his",
    "her",
    "its",
    "by",
    "big",
    "small",
    "old",
}


def choose(
    network: SpriteNetwork, names: Sequence[str], texts: Sequence[str], embeds: Tensor, rng: Rng
) -> tuple[Tensor, Tensor, Tensor]:
    """Return what to ask `draw_sprites` for, of texts with their embeddings [B, D]: text [B, D], manner, scale [B]."""
    words = [torch.tensor(_in_words(text, tuple(names))) for text in texts]
    likeness = torch.stack([network.keys @ one + near.sum(1) for one, near in zip(embeds, words, strict=True)])
    same_kind = torch.stack([near[:, 1] > 0 for near in words])
    likeness += CHANCE * same_kind * rng.at("sprites.phrase").uniform(len(names))
    chosen = likeness.argmax(1)
    return (
        F.normalize(embeds + PULL * network.keys[chosen], dim=1),
        network.key_manners[chosen],
        network.key_scales[chosen],
    )


def colours_in(texts: Sequence[str]) -> Tensor:
    """Return the colours that texts name, [B, 13], as `SpriteNetwork.ask` takes them."""
    out = torch.zeros(len(texts), len(COLOURS) + 1)
    for row, text in zip(out, texts, strict=True):
        for word in re.findall(r"[a-z]+", text.lower()):
            if (name := SHADES.get(word, word)) in COLOURS:
                row[COLOURS.index(name)] = row[-1] = 1.0
    return out


@cache
def names_in(folder: Path = BUILT_IN) -> tuple[str, ...]:
    """Return the phrases of the memory, in its order."""
    return tuple(json.loads((folder / "names.json").read_text("utf-8")))


@cache
def _table(names: tuple[str, ...]) -> tuple[list[list[str]], Counter[str]]:
    split = [_words(name) for name in names]
    return split, Counter(word for words in split for word in set(words))


@cache
def _in_words(text: str, names: tuple[str, ...]) -> list[tuple[float, float]]:
    """Return what each name is worth for sharing words with a text, rare ones counting for more, and for the last."""
    split, often = _table(names)
    mine = _words(re.split(r"\b(?:with|in|on|at|near|under)\b", text)[0]) or _words(text)
    said = set(_words(text))
    out = []
    for words in split:
        shared = sum(often[word] ** -0.25 for word in set(words) & said)
        either = sum(max(often[word], 1) ** -0.25 for word in set(words) | set(mine))
        ends_alike = bool(mine and words and mine[-1] == words[-1])
        out.append((SHARED_WORDS * shared / max(either, 1e-6), LAST_WORD * ends_alike))
    return out


def _words(text: str) -> list[str]:
    found = [word for word in re.findall(r"[a-z]+", text.lower()) if word not in COMMON]
    return [word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in found]
