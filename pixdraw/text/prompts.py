"""Prompts: `text:weight:stop`, several of them separated by `|`; and file names made from them.

Colons: up to two `:number` fields at the end of the text are parsed as numbers; one is the weight, two are weight and
stop. A number is finite and plain (2, -0.5, .5, 1e-3), so `see: this`, `a:nan` and `a:inf` are text; blanks around it
are allowed. A number that belongs to the words is text too:

- a time of day, hours below 25 and two digits of minutes (and seconds): `time 10:30`, `at 9:05:30`, `John 3:16`;
- the aspect ratio of a picture (3:2, 4:3, 5:4, 16:9, 16:10, 21:9, either way round), any `ratio 1:4`, `scale 1:100`;
- the port of an address: `http://host:8080`.

To force such a number to be a weight, write a decimal point (`time 10:30.0`). To keep a trailing number as text, append
explicit weight and stop (`a:2:1:-inf`; `-inf` is the default stop).

Times. `0: a seed | 50%: a tree | 80%: fire:0.5 | smoke` is a schedule: a number, in iterations or per cent of the run,
a colon and a blank in front of a part say when it takes over from those before it; parts without one join the part
before them. A text without `|` is never a schedule.
"""

from __future__ import annotations

import math
import os
import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from pixdraw.errors import PromptError
from pixdraw.text.units import Duration, parse_duration

SLUG_LENGTH = 60
_MOST_BYTES = 160
"""Of a file name's words: file systems take 255 for the whole name."""
MOST_NUMBER = 1e9
"""Of weights and stops, either way: beyond, sums of float32 lose the prompts beside it."""

# Digits and blanks are each taken in one way only, so that reading takes time in proportion to the text.
_NUMBER = re.compile(r"\s*[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*", re.IGNORECASE)
_IN_TEXT = re.compile(
    r"""(?:^|\s)(?:
        (?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?         # 10:30, 9:05:30
      | 3:2 | 2:3 | 4:3 | 3:4 | 5:4 | 4:5 | 16:9 | 9:16 | 16:10 | 10:16 | 21:9 | 9:21
      | (?:ratio|scale|odds|score)(?:\ of)?\s+\d+:\d+
      | [a-z][a-z0-9+.-]*://[^\s/:]+:\d+                # http://host:8080
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_TIME = re.compile(
    r"\s*((?:\d+(?:\.\d*)?|\.\d+)\s*(?:%|percent|pct|i|it|iters?|iterations?|steps?)?)\s*:\s+(?=\S)", re.IGNORECASE
)
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


@dataclass(frozen=True)
class Prompt:
    """What is wanted of a picture."""

    text: str
    weight: float = 1.0
    """Up to MOST_NUMBER; negative pushes away."""
    stop: float = -math.inf
    """Signed distance below which the prompt no longer pulls."""
    begins: Duration = Duration(0, "iterations")
    """When it takes over from the prompts that begin earlier."""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise PromptError('empty prompt: write what to draw, for example "a red heart"')
        if not abs(self.weight) <= MOST_NUMBER or not (abs(self.stop) <= MOST_NUMBER or self.stop == -math.inf):
            raise PromptError(
                f"prompt {self.text[:80]!r}: weight {self.weight:g} and stop {self.stop:g} must be at most "
                f"{MOST_NUMBER:g}, either way"
            )


def active(prompts: Sequence[Prompt], step: int, total: int) -> tuple[Prompt, ...]:
    """Return those of a picture that count in a step of a run of `total`: they began last, or will first."""
    begins = [one.begins.steps(total) for one in prompts]
    latest = max((at for at in begins if at <= step), default=min(begins, default=0))
    return tuple(one for one, at in zip(prompts, begins, strict=True) if at == latest)


def parse_prompt(text: str) -> Prompt:
    """Read one `text`, `text:weight` or `text:weight:stop` by the rules above; raises PromptError if it is empty."""
    rest, fields = text.strip(), list[float]()
    if not rest:
        raise PromptError('empty prompt: write what to draw, for example "a red heart"')
    head, colon, tail = rest.rpartition(":")
    if colon and tail.strip() == "-inf" and _peel(head) is not None:
        fields, rest = [-math.inf], head
    while len(fields) < 2 and (peeled := _peel(rest)) is not None:
        rest, number = peeled
        fields.insert(0, number)
    if not rest:
        raise PromptError(f"prompt {text!r} has a weight but no text: write text:weight")
    weight, stop = (*fields, *(1.0, -math.inf)[len(fields) :])
    return Prompt(rest, weight, stop)


def parse_prompts(prompts: str | Prompt | Sequence[str | Prompt]) -> tuple[Prompt, ...]:
    """Read the prompts of one picture: a string with `|` between them, or a list of such strings.

    Raises PromptError for an empty part (`a||b`, `a|`) and if there is no prompt at all.
    """
    parts = [prompts] if isinstance(prompts, str) or not isinstance(prompts, Sequence) else prompts
    found: list[Prompt] = []
    for part in parts:
        if isinstance(part, Prompt):
            found.append(part)
        elif isinstance(part, str):
            found.extend(_parse_schedule(part))
        else:
            raise PromptError(f"prompt {part!r}: expected text, not {type(part).__name__}")
    if not found:
        raise PromptError('no prompt: write what to draw, for example "a red heart"')
    return tuple(found)


def in_manner(prompts: Sequence[Prompt], words: str) -> tuple[Prompt, ...]:
    """Return the prompts with style words applied: each prompt of positive weight w becomes two of weight 0.5 w, the
    plain text and "text, words".

    Negative prompts are unchanged.
    """
    found: list[Prompt] = []
    for prompt in prompts:
        if words and prompt.weight > 0:
            half = replace(prompt, weight=prompt.weight / 2)
            found += [half, replace(half, text=f"{prompt.text}, {words}")]
        else:
            found.append(prompt)
    return tuple(found)


def loop_prompts(prompts: Sequence[str], frames: int) -> list[str]:
    """Return the prompt text of each frame of a looping animation.

    It is interpolated linearly from each prompt to the next and from the last to the first.

    Frames between two prompts contain both, with weights multiplied by 1 - t and t. Raises PromptError for one that
    says when it begins: frames are drawn at once.
    """
    if (timed := next(filter(is_schedule, prompts), None)) is not None:
        raise PromptError(
            f'prompt {timed!r}: the prompts of a loop have no times; give them one by one, as in "a seed" "a tree"'
        )
    texts = []
    for frame in range(frames):
        place = frame * len(prompts) / frames
        index, share = int(place), place - int(place)
        mixed = [(prompt, 1 - share) for prompt in parse_prompts(prompts[index])]
        if share:
            mixed += [(prompt, share) for prompt in parse_prompts(prompts[(index + 1) % len(prompts)])]
        texts.append("|".join(format_prompt(replace(p, weight=round(p.weight * part, 6))) for p, part in mixed))
    return texts


def format_prompt(prompt: Prompt) -> str:
    """Write `prompt` so that parse_prompt reads the same again, as short as that allows.

    Raises PromptError for text with `|` or blanks at its ends, which no written prompt can hold.
    """
    weight, stop = float(prompt.weight), float(prompt.stop)
    for short, limit in ((f"{weight:g}", f"{stop:g}"), (repr(weight), repr(stop))):
        for fields in ([], [short], [short, limit]):
            written = ":".join([prompt.text, *fields])
            if "|" not in written and parse_prompt(written) == prompt:
                return written
    raise PromptError(f"prompt {prompt.text!r} cannot be written: take out `|` and the blanks at its ends")


def weighted_files(value: Any, name: str) -> Any:
    """Return the texts of the setting `name`, split at |, each a file and its weight; anything else as it is.

    Raises ValueError for a weight of 0 or less.
    """
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list | tuple):
        return value
    found = tuple(part.strip() for text in texts for part in str(text).split("|") if part.strip())
    for text in found:
        if parse_prompt(text).weight <= 0:
            raise ValueError(f"{name}={text!r}: expected a weight above 0, as in waves.jpg:0.5")
    return found


def slug(text: str, seed: int | None = None, *, length: int = SLUG_LENGTH) -> str:
    """Return a file name (without suffix) for the prompts in `text`: letters, digits and `-`, at most `length`.

    Hashtags and weights are dropped, accents are taken off Latin letters, other scripts stay as they are, the seed is
    the end. Pictographs are called by their Unicode name, and text without any of these `picture`. Never empty; safe on
    every file system that takes the letters, and in ASCII on those that do not.
    """
    kept = "|".join(section for section in text.split("|") if section.strip())
    plain = " ".join(prompt.text for prompt in _parse_schedule(kept))[: 20 * length] if kept else ""
    words = _words(re.sub(r"(?<!\S)#\S+", " ", plain)) or _words(plain) or _named(plain) or ["picture"]
    ending = "" if seed is None else f"-{seed}"
    room = length - len(ending)
    name = _shortened(words[0], room)
    for word in words[1:]:
        if len(name) + 1 + len(word) > room or len(f"{name}-{word}".encode()) > _MOST_BYTES:
            break
        name += f"-{word}"
    name += ending
    return f"{name}-picture" if _RESERVED.fullmatch(name) else name


def is_schedule(text: str) -> bool:
    """Return whether any part of a prompt says when it begins: `0: a seed | 50%: a tree`."""
    sections = text.split("|")
    return len(sections) > 1 and any(_TIME.match(section) for section in sections)


def _peel(text: str) -> tuple[str, float] | None:
    """Split off a `:number` field at the end, or return None if the end is text."""
    head, colon, tail = text.rpartition(":")
    if not colon or not _NUMBER.fullmatch(tail) or _IN_TEXT.search(text):
        return None
    number = float(tail)
    return (head.rstrip(), number) if math.isfinite(number) else None


def _parse_schedule(text: str) -> list[Prompt]:
    sections, found, begins = text.split("|"), list[Prompt](), Duration(0, "iterations")
    for section in sections:
        time = _TIME.match(section) if len(sections) > 1 else None
        if time:
            begins, section = parse_duration(time[1], name="prompts"), section[time.end() :]
        found.append(replace(_parse_section(section, text), begins=begins))
    return found


def _parse_section(section: str, whole: str) -> Prompt:
    if not section.strip() and whole.strip():
        raise PromptError(f"prompt {whole!r} has an empty part: write text between the `|`, as in sun|sea:0.5")
    return parse_prompt(section)


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters, those of Latin ones in ASCII."""
    plain = "".join(map(_letter, unicodedata.normalize("NFC", text).casefold()))
    words = [word for word in plain.split() if any(map(str.isalnum, word))]
    with suppress(UnicodeEncodeError):
        os.fsencode(plain)
        return words
    return [word for word in ("".join(filter(str.isascii, word)) for word in words) if word]


def _letter(char: str) -> str:
    """Return what stands for a character in a file name: a blank for what is no letter, digit or mark of one."""
    plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    if plain:
        return "".join(letter if letter.isalnum() else " " for letter in plain.lower())
    return char if unicodedata.category(char)[0] in "LN" or unicodedata.category(char) in ("Mn", "Mc") else " "


def _named(text: str) -> list[str]:
    """Return the words of the Unicode names of a text's pictographs, as in ["cat", "face"]."""
    names = (unicodedata.name(char, "") for char in text if unicodedata.category(char) == "So")
    return [word for name in names for word in re.findall(r"[a-z0-9]+", name.lower())]


def _shortened(word: str, room: int) -> str:
    word = word[:room]
    while len(word.encode()) > _MOST_BYTES:
        word = word[:-1]
    return word
