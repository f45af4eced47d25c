import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixdraw.errors import PromptError
from pixdraw.text.prompts import SLUG_LENGTH, Prompt, format_prompt, parse_prompt, parse_prompts, slug


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a", Prompt("a")),
        (" a red heart #pixelart ", Prompt("a red heart #pixelart")),
        ("a:2", Prompt("a", 2)),
        ("a:2:0.5", Prompt("a", 2, 0.5)),
        ("a:-1", Prompt("a", -1)),
        ("a:-.5:-1e-3", Prompt("a", -0.5, -0.001)),
        ("a : 2", Prompt("a", 2)),
        ("a:0", Prompt("a", 0)),
        ("a:2:-inf", Prompt("a", 2)),
        ("a:1:2:3", Prompt("a:1", 2, 3)),
        ("route 66:2", Prompt("route 66", 2)),
        ("apollo 11:2", Prompt("apollo 11", 2)),
        ("blade runner 2049:10", Prompt("blade runner 2049", 10)),
    ],
)
def test_weights_and_stops_are_peeled_from_the_right(given: str, expected: Prompt) -> None:
    assert parse_prompt(given) == expected


@pytest.mark.parametrize(
    "text",
    [
        "time 10:30",
        "9:05:30",
        "John 3:16",
        "ratio 16:9",
        "a picture in 4:3",
        "a model, scale 1:100",
        "see: this",
        "http://host:8080",
        "https://example.com/a.png",
        "a:nan",
        "a:inf",
        "a:-inf",
        "a:1e999",
        "a:1_000",
        "a:",
        ": a",
    ],
)
def test_colons_of_the_text_stay_in_it_and_take_a_weight_all_the_same(text: str) -> None:
    assert parse_prompt(text) == Prompt(text)
    assert parse_prompt(f"{text}:2") == Prompt(text, 2)
    assert parse_prompt(f"{text}:2.0:0.25") == Prompt(text, 2, 0.25)


def test_a_decimal_point_makes_a_number_a_weight() -> None:
    assert parse_prompt("time 10:30.0") == Prompt("time 10", 30)


@pytest.mark.parametrize("given", ["", "  ", ":2", "a||b", "a|", "|", [], [""], ["a", "b| "]])
def test_an_empty_prompt_is_one_line(given: str | list[str]) -> None:
    with pytest.raises(PromptError) as caught:
        parse_prompts(given)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("weight", "stop"), [(math.nan, 0.0), (math.inf, 0.0), (-1e300, 0.0), (1.0, math.nan), (1.0, math.inf), (1, -1e39)]
)
def test_a_prompt_has_numbers_that_can_be_reckoned_with(weight: float, stop: float) -> None:
    with pytest.raises(PromptError, match="at most 1e\\+09"):
        Prompt("a", weight, stop)


@pytest.mark.parametrize("given", [None, 5, 0.5, True, {"a": 1}, ["a", None], [["a"]], b"a"])
def test_what_is_no_text_is_one_line(given: object) -> None:
    with pytest.raises(PromptError, match="expected text"):
        parse_prompts(given)  # type: ignore[arg-type]


def test_prompts_are_separated_by_bars_and_lists() -> None:
    expected = (Prompt("sun"), Prompt("sea", 0.5), Prompt("fog", -1))
    assert parse_prompts("sun | sea:0.5|fog:-1") == expected
    assert parse_prompts(["sun|sea:0.5", Prompt("fog", -1)]) == expected


TEXTS = ["a", "time 10", "time 10:30", "a:2", "a:2:3", "a:1:2:3", "see: this", "ratio 16", "16:9"]
TEXTS += ["a:", "a:nan", "a:-inf"]
NUMBERS = [1.0, 2.0, 30.0, 9.0, -1.0, 0.0, 0.1, 1 / 3, 1e-9, 123456789.0, 1e9]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_written_reads_back(text: str) -> None:
    for weight, stop in itertools.product(NUMBERS, [-math.inf, *NUMBERS]):
        prompt = Prompt(text, weight, stop)
        assert parse_prompt(format_prompt(prompt)) == prompt
        assert parse_prompts(f"x|{format_prompt(prompt)}|y")[1] == prompt


def test_a_plain_prompt_is_written_plainly() -> None:
    assert format_prompt(Prompt("a red heart")) == "a red heart"
    assert format_prompt(Prompt("time 10:30")) == "time 10:30"
    assert format_prompt(Prompt("a", 2, 0.5)) == "a:2:0.5"
    assert format_prompt(Prompt("a:2")) == "a:2:1:-inf"


@pytest.mark.parametrize("text", ["a|b", " a"])
def test_text_that_no_prompt_can_hold_is_refused(text: str) -> None:
    with pytest.raises(PromptError):
        format_prompt(Prompt(text))


@pytest.mark.parametrize(
    ("text", "seed", "expected"),
    [
        ("a red heart #pixelart", 7, "a-red-heart-7"),
        ("Café: naïve/../..\\x?*", None, "cafe-naive-x"),
        ("sun:2|sea:-0.5:1", None, "sun-sea"),
        ("#pixelart", None, "pixelart"),
        ("猫", 3, "猫-3"),
        ("Красное сердце #pixelart", 3, "красное-сердце-3"),
        ("한국어 그림", 3, "한국어-그림-3"),
        ("लाल दिल", 3, "लाल-दिल-3"),
        ("Straße № 5", 3, "strasse-no-5-3"),
        ("🐱", 3, "cat-face-3"),
        ("\u2764\ufe0f", 3, "heavy-black-heart-3"),
        ("心" * 200, 3, "心" * 53 + "-3"),
        ("...", 3, "picture-3"),
        ("", None, "picture"),
        ("CON", None, "con-picture"),
        ("con", 1, "con-1"),
        ("time 10:30", None, "time-10-30"),
        ("x" * 200, 2**32 - 1, "x" * 49 + "-4294967295"),
    ],
)
def test_slugs_are_safe_file_names(text: str, seed: int | None, expected: str) -> None:
    assert slug(text, seed) == expected
    assert len(expected) <= SLUG_LENGTH


def test_slugs_end_with_a_whole_word() -> None:
    assert slug("word " * 40) == "-".join(["word"] * 12)


def test_names_are_ascii_where_the_file_system_takes_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsencode", lambda text: text.encode("latin-1"))
    assert slug("красное heart", 3) == "heart-3"
    assert slug("красное", 3) == "picture-3"
    assert slug("cœur", 3) == "cur-3"


CHARACTERS = st.characters(exclude_characters="|", exclude_categories=["Cs"])
WORDS = st.text(CHARACTERS, min_size=1, max_size=20).filter(lambda text: text.strip() == text)


@settings(deadline=None, derandomize=True, database=None)
@given(WORDS, st.floats(-1e9, 1e9), st.one_of(st.just(-math.inf), st.floats(-1e9, 1e9)))
def test_any_prompt_reads_back_as_it_was(text: str, weight: float, stop: float) -> None:
    prompt = Prompt(text, weight, stop)
    assert parse_prompt(format_prompt(prompt)) == prompt
