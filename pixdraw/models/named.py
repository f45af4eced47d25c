"""Names whose exact text embeddings come with the built-in perceptor, and correct its text tower.

The text tower was distilled from a much larger sentence encoder. For the names that occur in its training pictures
(about 12,500) that encoder's exact embeddings are stored next to the weights, together with about 12,000 synonyms. If a
text contains such a name, its embedding is corrected by the difference between the exact embedding of the name and the
tower's. Like a tokenizer, this looks a text's words up in a vocabulary; what a prompt asks for is read in
`proposals/language`, by the same rules of spelling.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load, save_file
from torch import Tensor
from torch.nn import functional as F

from pixdraw.text.plurals import stems
from pixdraw.text.words import lowered, tokens

Encode = Callable[[Sequence[str]], Tensor]
NAMES, EMBEDS, SYNONYMS = "named.json", "named.safetensors", "synonyms.json"
ARTICLES = ("a", "an", "the")
STEPS = 127
"""Embeddings are quantised to this many steps on each side of zero, scaled by each row's largest number."""


class NamedEmbeddings:
    """K names with their embeddings [K, D], of unit norm, and `synonyms` {noun: name or names}, which have their
    name's, or the mean of several: a bird of prey is an eagle, a hawk or an owl.
    """

    def __init__(
        self, names: Sequence[str], embeds: Tensor, synonyms: Mapping[str, str | Sequence[str]] | None = None
    ) -> None:
        assert len(names) == len(embeds), (len(names), tuple(embeds.shape))
        self.names, self.embeds = list(names), F.normalize(embeds.float(), dim=-1)
        row = {name: row for row, name in enumerate(names)}
        given = {noun: [one] if isinstance(one, str) else one for noun, one in (synonyms or {}).items()}
        self._rows = {noun: [row[name] for name in some] for noun, some in given.items()}
        self._rows |= {name: [at] for name, at in row.items()}
        self._spelled = {tuple(_words(noun)): noun for noun in (*(synonyms or {}), *reversed(self.names))}
        self._longest = max(map(len, self._spelled), default=0)

    def __contains__(self, name: str) -> bool:
        return name in self._rows

    def of(self, names: Sequence[str]) -> Tensor:
        """Return the embeddings of `names` or synonyms of them; raises KeyError for one that is not known."""
        rows = [self._rows[name] for name in names]
        if all(len(row) == 1 for row in rows):
            return self.embeds[[row[0] for row in rows]]
        return torch.stack([F.normalize(self.embeds[row].mean(0), dim=0) for row in rows])

    def found(self, text: str) -> list[str]:
        """Return names and synonyms in a text from left to right, the longest where they overlap; plurals count."""
        words, found, at = _words(text), list[str](), 0
        while at < len(words):
            spans = (words[at : at + length] for length in range(min(self._longest, len(words) - at), 0, -1))
            name, length = next(((one, len(span)) for span in spans if (one := self._name(span))), ("", 1))
            found += [name] if name else []
            at += length
        return found

    def corrected(self, texts: Sequence[str], embeds: Tensor, encode: Encode) -> Tensor:
        """Return `embeds` [N, D] of `texts`, shifted by the error of `encode` for the names in each text.

        A text that is a name or a synonym of one gets the name's exact embedding; with several the mean error counts.
        """
        rows = []
        for text, row in zip(texts, embeds, strict=True):
            names = self.found(text)
            exact = self.of(names).to(row)
            if len(names) == 1 and _bare(text) == _bare(names[0]):
                row = exact[0]
            elif names:
                row = F.normalize(
                    row + (exact - torch.cat([encode([with_article(name)]) for name in names])).mean(0), dim=0
                )
            rows.append(row)
        return torch.stack(rows) if rows else embeds

    def _name(self, words: Sequence[str]) -> str:
        """Return the name that these words are or are the plural of, or None."""
        forms = (words[-1], *stems(words[-1]))
        return next((found for form in forms if (found := self._spelled.get((*words[:-1], form)))), "")


@cache
def built_in() -> NamedEmbeddings:
    """Return the names that ship with the built-in perceptor."""
    folder = files("pixdraw").joinpath("weights/tiny")
    saved = load(folder.joinpath(EMBEDS).read_bytes())
    listed, synonyms = (json.loads(folder.joinpath(name).read_text("utf-8")) for name in (NAMES, SYNONYMS))
    return NamedEmbeddings(listed, saved["embeds"].float(), synonyms)


def write(folder: Path, names: Sequence[str], embeds: Tensor) -> None:
    """Write names and embeddings [K, D] to `folder`, in 8 bits; their norms are not kept."""
    steps = (embeds / embeds.abs().amax(1, keepdim=True) * STEPS).round().to(torch.int8)
    (folder / NAMES).write_text(json.dumps(list(names), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    temporary = folder / "named.tmp"
    save_file({"embeds": steps}, temporary)
    (folder / EMBEDS).write_bytes(temporary.read_bytes())  # the library creates files that only their owner may read
    temporary.unlink()


def with_article(name: str) -> str:
    """Return a name with the article that it has in a sentence: "an apple", "scissors", "the night sky"."""
    plural = name.endswith("s") and not name.endswith("ss")
    as_it_is = plural or not name or name.split()[0] in ARTICLES
    return name if as_it_is else ("an " if name[0] in "aeiou" else "a ") + name


def _words(text: str) -> list[str]:
    if text.replace(" ", "").isalnum():
        return text.lower().split()  # as below, for twenty thousand names in a fifth of the time
    return [lowered(token[0]) for token in tokens(text)]


def _bare(text: str) -> list[str]:
    """Return the words of a text without the article that it begins with."""
    words = _words(text)
    return words[1:] if words and words[0] in ARTICLES else words
