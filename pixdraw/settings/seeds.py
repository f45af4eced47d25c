"""Reads seeds: numbers, texts, or several of them."""

from __future__ import annotations

import hashlib
import re
import secrets
import warnings
from collections.abc import Iterable, Sequence
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.web import shown

SEED_LIMIT = 2**32
MOST_GIVEN = 2**64
"""Numbers up to this, as other programs use them, are taken modulo 2**32; larger ones are refused."""
MOST_SEEDS = 4096
"""Most seeds of a run: more are a mistake, such as an endless `range`."""

_SEVERAL = re.compile(r"-?\d+(?:\s*,\s*-?\d+)+")


def parse_seed(seed: Any) -> int:
    """Return a seed in [0, 2**32): an int as it is, a string of digits as its number, other text by SHA-512, None as a
    new random seed.

    SHA-512 of the text as one big integer modulo 2**32 is what pixray does, so familiar word seeds name the same
    number. A number from 2**32 to 2**64, as other programs draw them, is taken modulo 2**32, with a warning. Raises
    SettingsError for negative and larger numbers, and for what is neither a number nor a text.
    """
    if seed is None:
        return secrets.randbelow(SEED_LIMIT)
    if isinstance(seed, float) and seed.is_integer():
        seed = int(seed)
    if isinstance(seed, bool) or not isinstance(seed, int | str):
        raise SettingsError(f"seed={shown(repr(seed))}: expected a whole number or a text")
    text = seed.strip() if isinstance(seed, str) else ""
    digits = text.removeprefix("-")
    if isinstance(seed, str) and not (digits.isascii() and digits.isdigit()):
        return int.from_bytes(hashlib.sha512(text.encode("utf-8", "surrogatepass")).digest(), "big") % SEED_LIMIT
    number = seed if isinstance(seed, int) else MOST_GIVEN if len(digits) > len(str(MOST_GIVEN)) else int(text)
    if not 0 <= number < MOST_GIVEN:
        given = text if isinstance(seed, str) else str(number) if abs(number) < MOST_GIVEN else hex(number)
        advice = f"expected 0 to {SEED_LIMIT - 1}, or a text; leave it out for a fresh one"
        raise SettingsError(f"seed={shown(given)}: {advice}")
    if number >= SEED_LIMIT:
        warnings.warn(
            f"seed={number} is taken as {number % SEED_LIMIT}: the largest seed is {SEED_LIMIT - 1}", stacklevel=2
        )
    return number % SEED_LIMIT


def parse_seeds(value: Any) -> tuple[int, ...]:
    """Return all seeds of a value: one, a list, a range, or numbers with commas between them ("1, 2").

    Raises SettingsError if there is no seed, or a part is not one.
    """
    parts = value if isinstance(value, Iterable) and not isinstance(value, str | bytes) else [value]
    seeds: list[int] = []
    for part in parts:
        several = isinstance(part, str) and _SEVERAL.fullmatch(part.strip())
        seeds += map(parse_seed, part.split(",") if several else [part])
        if len(seeds) > MOST_SEEDS:
            raise SettingsError(f"seed: more than {MOST_SEEDS} seeds; give fewer, each is a picture")
    if not seeds:
        raise SettingsError("seed: expected a number, a text, or several; leave it out for a fresh seed")
    return tuple(seeds)


def parse_line(texts: Sequence[str]) -> list[tuple[int, float]]:
    """Return the seeds of a picture and of its variations, each of the latter with its fraction: "7", "1:0.4".

    The fraction of the first one is 1. Raises SettingsError.
    """
    found = []
    for place, text in enumerate(texts):
        seed, _, fraction = text.partition(":") if place else (text, "", "1")
        try:
            share = float(fraction)
        except ValueError:
            share = 0.0
        if not 0 < share <= 1:
            raise SettingsError(
                f"vary_seed={shown(text)}: expected seed:fraction for a variation, with a fraction above 0 to 1, as in "
                "7,1:0.4"
            )
        found.append((parse_seed(seed), share))
    return found
