"""Reading a text takes time in proportion to its length, whatever is in it: by growth, not by seconds."""

import time
from collections.abc import Callable

import pytest

from pixdraw.errors import PixdrawError, nearest
from pixdraw.hosting.requests import _grid
from pixdraw.imaging.palettes import parse_palette
from pixdraw.proposals.language.reading import read
from pixdraw.settings.model import parse_seed
from pixdraw.settings.plugins import selected
from pixdraw.text.prompts import loop_prompts, parse_prompts, slug
from pixdraw.text.units import parse_duration, parse_durations, split_numbers

LENGTH, TIMES = 3000, 4
LINEAR, SQUARE = TIMES, TIMES**2
NOTICED_S = 0.02
"""What takes less is fast enough, and too short to be measured."""

READERS: dict[str, Callable[[str], object]] = {
    "prompts": parse_prompts,
    "file names": slug,
    "loops": lambda text: loop_prompts([text, "b"], 3),
    "reading": read,
    "durations": parse_duration,
    "learning_rate_drops": parse_durations,
    "numbers": split_numbers,
    "palettes": parse_palette,
    "names and weights": lambda text: selected("losses", {"losses": text}),
    "grids": _grid,
    "seeds": parse_seed,
    "suggestions": lambda text: nearest(text, ["apple", "pear"]),
}
PARTS = [
    " ",
    ", ",
    "a",
    "1",
    ":",
    "1:",
    "a ",
    "|",
    "#",
    "-",
    "1,",
    "1.",
    "[a,",
    "(",
    "\\",
    "->",
    "8-bit ",
    "ratio ",
    "\n",
]
AROUND = [("", ""), ("a", "x"), ("a:", ":x"), ("a:1", "x"), ("1", "x"), ("[", "]"), ("[blood", "red]")]


def seconds(read: Callable[[str], object], text: str, tries: int) -> float:
    best = 1e9
    for _ in range(tries):
        start = time.thread_time()
        try:
            read(text)
        except PixdrawError as error:
            assert len(str(error)) < 2 * len(text) + 1000
        best = min(best, time.thread_time() - start)
        if best < NOTICED_S:
            break
    return best


@pytest.mark.parametrize("name", READERS)
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    for part in PARTS:
        for before, after in AROUND:
            short, long = (before + part * (LENGTH * times // len(part)) + after for times in (1, TIMES))
            # Once is enough where it is quick or even; what another program held up is measured again.
            assert any(is_even(READERS[name], short, long, tries) for tries in (1, 3)), (before, part, after)


def is_even(read: Callable[[str], object], short: str, long: str, tries: int) -> bool:
    """Whether the time grows with the length rather than with its square."""
    taken = seconds(read, long, tries)
    return taken <= NOTICED_S or taken < seconds(read, short, tries) * (LINEAR + SQUARE) / 2
