"""Values as programs give them: what is one of a setting is taken, everything else is one line."""

import collections
import datetime
import decimal
import enum
import fractions
import uuid
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from pixdraw.errors import FileError, PixdrawError, SettingsError
from pixdraw.settings.model import resolve
from pixdraw.settings.values import palette_text, to_plain


class Colour(enum.Enum):
    RED = "red"
    PATH = Path("x")


class Count(enum.IntEnum):
    THREE = 3


class Silent:
    def __repr__(self) -> str:
        raise RuntimeError("no words")

    __str__ = __repr__


def endless() -> Any:
    number = 0
    while True:
        yield (number := number + 1)


SELF: list[Any] = []
SELF.append(SELF)


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        (Colour.RED, "red"), (Colour.PATH, "x"), (Count.THREE, 3), (decimal.Decimal("1.5"), 1.5), (None, None),
        (fractions.Fraction(1, 4), 0.25), ((part for part in (1, 2)), [1, 2]), (range(3), [0, 1, 2]), (True, True),
        (np.str_("a"), "a"), (np.float16(0.5), 0.5), (np.bool_(True), True), (torch.tensor([1.0]), [1.0]),
        ((1, (2, "a")), (1, (2, "a"))), (map(str, (1, 2)), ["1", "2"]), ([Colour.RED, Path("y")], ["red", "y"]),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_what_says_a_value_is_taken(given: Any, plain: Any) -> None:
    found = to_plain(given, "losses")
    assert found == plain and type(found) is type(plain) or isinstance(given, str)


@pytest.mark.parametrize(
    "given",
    [
        {"a": 1}, {1, 2}, b"red", bytearray(b"x"), 1j, lambda: 1, Silent(), SELF, [[[1]]], int, ..., endless(),
        range(10**9), datetime.date(2024, 1, 1), uuid.UUID(int=1), collections.OrderedDict(a=1), 10**5000,
        decimal.Decimal("sNaN"), fractions.Fraction(10**999), np.zeros((1, 1, 1)), np.array([b"x"]), np.array([{}]),
    ],
    ids=lambda given: type(given).__name__,
)  # fmt: skip
@pytest.mark.parametrize("name", ["quality", "noise_prompt_seeds", "losses", "seed", "size"])
def test_what_says_none_is_one_line(given: Any, name: str) -> None:
    with pytest.raises(SettingsError) as caught:
        resolve({"prompts": "x", name: given})
    assert "\n" not in str(caught.value) and str(caught.value).startswith(name)


@pytest.mark.parametrize("given", [["tiny"], (), ["a", "b"], [["draft"]]])
def test_a_list_is_no_choice(given: Any) -> None:
    with pytest.raises(SettingsError, match="quality=.* does not exist"):
        resolve({"prompts": "x", "quality": given})


@pytest.mark.parametrize("error", [PixdrawError, SettingsError, FileError])
def test_an_error_is_one_line_of_bearable_length(error: type[PixdrawError]) -> None:
    text = str(error("drawer " + "x" * 10**6 + "\n\tdoes not exist"))
    assert len(text) < 1100 and "\n" not in text and text.startswith("drawer x") and text.endswith("x does not exist")
    assert str(error("one")) == "one" and str(error()) == ""


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("iterations", "1e9", "a whole number"),
        ("iterations", 2.5, "a whole number"),
        ("iterations", [1, 2], "a whole number"),
        ("learning_rate", "fast", "a number"),
        ("transparent", "perhaps", "yes or no"),
    ],
)
def test_a_value_of_another_type_is_told_plainly(name: str, value: Any, expected: str) -> None:
    with pytest.raises(SettingsError) as raised:
        resolve({"prompts": "x", name: value})
    assert str(raised.value) == f"{name}={value!r}: expected {expected}"


def test_rows_of_a_palette_are_bytes_or_shares_of_one() -> None:
    assert palette_text([[255, 0, 128]]) == "[#ff0080]" and palette_text([[1.0, 0.5, 0.0]]) == "[#ff8000]"
