"""CLIP's byte pair encoding (Radford et al. 2021), with the vocabulary that comes with open_clip."""

from __future__ import annotations

import gzip
import html
import importlib.util
from collections.abc import Sequence
from pathlib import Path

import regex
import torch
from torch import Tensor

VOCABULARY = "bpe_simple_vocab_16e6.txt.gz"
MERGES = 48894
"""How many of its lines, after the first one, are pairs of pieces that are merged, the earliest one first."""
BEGIN, END = "<start_of_text>", "<end_of_text>"
WORD = regex.compile(rf"{BEGIN}|{END}|'s|'t|'re|'ve|'m|'ll|'d|\p{{L}}+|\p{{N}}|[^\s\p{{L}}\p{{N}}]+", regex.IGNORECASE)
LAST = "</w>"
"""Mark on the piece that ends a word."""


class Tokenizer:
    """Texts → tokens [B, context_length], the same as open_clip's SimpleTokenizer gives."""

    def __init__(self, context_length: int) -> None:
        self.context_length = context_length
        self._letters = _letters()
        _, *merges, _ = gzip.decompress(_vocabulary().read_bytes()).decode("utf-8").split("\n", MERGES + 1)
        pieces = [*self._letters.values(), *(letter + LAST for letter in self._letters.values())]
        pieces += [merge.replace(" ", "") for merge in merges]
        self._number = {piece: number for number, piece in enumerate([*pieces, BEGIN, END])}
        self._rank = {merge: rank for rank, merge in enumerate(merges)}

    def encode(self, text: str) -> list[int]:
        """Return the tokens of a text, without those that begin and end it."""
        words = WORD.findall(" ".join(_mended(text).split()).lower())
        return [self._number[piece] for word in words for piece in self._pieces(word)]

    def __call__(self, texts: Sequence[str]) -> Tensor:
        """Return the tokens [B, context_length] of texts, int64: cut off, or padded with zeros."""
        out = torch.zeros(len(texts), self.context_length, dtype=torch.long)
        for row, text in zip(out, texts, strict=True):
            tokens = [self._number[BEGIN], *self.encode(text)][: self.context_length - 1] + [self._number[END]]
            row[: len(tokens)] = torch.tensor(tokens)
        return out

    def _pieces(self, word: str) -> list[str]:
        """Return the pieces of a word, merged as long as two that are side by side may be."""
        if word in (BEGIN, END):
            return [word]
        *letters, last = (self._letters[byte] for byte in word.encode("utf-8"))
        pieces = [*letters, last + LAST]
        while pairs := [pair for pair in map(" ".join, zip(pieces, pieces[1:], strict=False)) if pair in self._rank]:
            pieces = _merged(pieces, min(pairs, key=self._rank.__getitem__))
        return pieces


def _mended(text: str) -> str:
    """Return a text with its encoding, signs and entities put right, as open_clip does."""
    if text.isascii() and text.isprintable() and "&" not in text:
        return text  # nothing can be wrong with it, and ftfy takes a while to import
    import ftfy

    return html.unescape(html.unescape(ftfy.fix_text(text)))


def _merged(pieces: Sequence[str], pair: str) -> list[str]:
    """Return the pieces with this pair, wherever it stands, as one."""
    first, second = pair.split(" ")
    out = list[str]()
    for piece in pieces:
        if piece == second and out and out[-1] == first:
            out[-1] = first + second
        else:
            out.append(piece)
    return out


def _letters() -> dict[int, str]:
    """Return the letter that stands for each byte: itself where it is printable, else one beyond the first 256."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in printable]
    return {byte: chr(byte) for byte in printable} | {byte: chr(256 + place) for place, byte in enumerate(others)}


def _vocabulary() -> Path:
    """Return the file, without importing the package that it is part of."""
    spec = importlib.util.find_spec("open_clip")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).with_name(VOCABULARY)
