"""What of the generator's memory a text means: the nearest name in meaning and words; chance decides ties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.models.sprites.denoiser import COLOURS
from pixdraw.rng import Rng

SHARED_WORDS = 0.4
"""Cosine that it is worth to say the same words."""
LAST_WORD = 0.15
"""Cosine that it is worth to end with the same word: a wooden shield is a shield."""
CHANCE = 0.25
"""Greatest cosine by which chance prefers one name with the same last word to another: any potion is a potion."""
PULL = 1.5
"""Times the text itself, how much of the chosen name is asked for: what is known by heart is drawn most cleanly."""
SHADES = {
    "gray": "grey", "golden": "yellow", "gold": "yellow", "silver": "grey", "crimson": "red", "scarlet": "red",
    "violet": "purple", "magenta": "pink", "turquoise": "cyan", "teal": "cyan", "azure": "blue", "navy": "blue",
    "emerald": "green",
}  # fmt: skip
COMMON = {
    "a", "an", "the", "of", "with", "in", "on", "at", "and", "to", "for", "his", "her", "its", "by", "big", "small",
    "old", "wearing", "holding",
}  # fmt: skip
_APART = re.compile(r"\b(?:with|in|on|at|near|under|wearing|holding)\b")


def towards_names(
    keys: Tensor, names: Sequence[str], texts: Sequence[str], embeds: Tensor, rng: Rng
) -> tuple[Tensor, list[str]]:
    """Return texts [B, D] pulled to the names that they mean, and those names; `embeds` [B, D] are the texts read.

    `keys` [K, D] are the names' embeddings.
    """
    chances = rng.at("sprites.name").uniform(len(names))
    rows, found = [], []
    for text, embed, chance in zip(texts, embeds, chances, strict=True):
        words = torch.tensor(_in_words(text, tuple(names)))
        likeness = keys @ embed + words.sum(1) + CHANCE * chance * (words[:, 1] > 0)
        best = int(likeness.argmax())
        rows.append(F.normalize(embed + PULL * keys[best], dim=0))
        found.append(names[best])
    return torch.stack(rows), found


def colours_in(texts: Sequence[str]) -> Tensor:
    """Return the colours that texts name, [B, 13], as `denoiser.Asked` takes them."""
    out = torch.zeros(len(texts), len(COLOURS) + 1)
    for row, text in zip(out, texts, strict=True):
        for word in re.findall(r"[a-z]+", text.lower()):
            if (name := SHADES.get(word, word)) in COLOURS:
                row[COLOURS.index(name)] = row[-1] = 1.0
    return out


@cache
def _table(names: tuple[str, ...]) -> tuple[list[list[str]], Counter[str]]:
    split = [_words(name) for name in names]
    return split, Counter(word for words in split for word in set(words))


@cache
def _in_words(text: str, names: tuple[str, ...]) -> list[tuple[float, float]]:
    """Return what each name is worth for sharing words with a text, rare ones counting for more, and for the last."""
    split, often = _table(names)
    mine = _words(_APART.split(text.lower())[0]) or _words(text)
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
