import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixdraw.errors import SettingsError
from pixdraw.text.units import Duration, parse_duration, parse_durations, split_numbers


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("10 iterations", Duration(10, "iterations")),
        ("10i", Duration(10, "iterations")),
        ("10 iter", Duration(10, "iterations")),
        (" 10  Steps ", Duration(10, "iterations")),
        ("20%", Duration(20, "percent")),
        ("20 percent", Duration(20, "percent")),
        ("12.5%", Duration(12.5, "percent")),
        ("7", Duration(7, "iterations")),
        (7, Duration(7, "iterations")),
        (7.0, Duration(7, "iterations")),
        (Duration(3, "percent"), Duration(3, "percent")),
    ],
)
def test_every_accepted_form_is_read(given: str | float | Duration, expected: Duration) -> None:
    assert parse_duration(given) == expected


def test_a_bare_number_takes_the_default_unit() -> None:
    assert parse_duration("75", "percent") == parse_duration(75, "percent") == Duration(75, "percent")


@pytest.mark.parametrize("given", ["", "ten", "-5", "2.5 iterations", "10 apples", "nan", "inf", "1e3", True, None, []])
def test_anything_else_is_one_line_with_the_accepted_forms(given: object) -> None:
    with pytest.raises(SettingsError, match="save_every") as caught:
        parse_duration(given, name="save_every")  # type: ignore[arg-type]
    assert "10 iterations" in str(caught.value) and "20%" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("total", "expected"), [(100, 74), (200, 149), (250, 186), (300, 224), (350, 261), (400, 299), (1, 0)]
)
def test_the_drop_at_75_percent_lies_where_pixray_has_it(total: int, expected: int) -> None:
    assert Duration(75, "percent").steps(total) == expected


def test_percentages_are_exact_where_floats_would_round_down() -> None:
    assert [Duration(p, "percent").steps(101) for p in range(101)] == list(range(101))


def test_a_period_is_zero_for_never_and_at_least_one_otherwise() -> None:
    assert Duration(20, "percent").period(100) == 20
    assert Duration(1, "percent").period(10) == 1
    assert Duration(0, "percent").period(100) == 0
    assert Duration(0, "iterations").period(100) == 0
    assert Duration(10, "iterations").period(3) == 10


@pytest.mark.parametrize("written", ["10 iterations", "20%", "12.5%", "0%"])
def test_what_is_written_reads_back(written: str) -> None:
    assert str(parse_duration(written)) == written


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (75, ["75%"]),
        ("75", ["75%"]),
        ([75, 90], ["75%", "90%"]),
        ((75, "200 iterations"), ["75%", "200 iterations"]),
        ("75,90%", ["75%", "90%"]),
        ("[75, 120i]", ["75%", "120 iterations"]),
        (None, []),
        ("none", []),
        ("[]", []),
        ([], []),
    ],
)
def test_every_form_of_a_list_is_read(given: object, expected: list[str]) -> None:
    assert [str(d) for d in parse_durations(given)] == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "want"),
    [("500x280", ["500", "280"]), (" 3, 4 ", ["3", "4"]), ("1 2 3.5 -4", ["1", "2", "3.5", "-4"])]
    + [(same, same) for same in ("64", "axb", "", (3, 4), 5, "1x")],
)
def test_split_numbers_splits_numbers_only(given: object, want: object) -> None:
    assert split_numbers(given) == want


NUMBERS = st.integers(0, 10**17).map(float)
SHARES = st.floats(0, 1e17)


@settings(deadline=None, derandomize=True, database=None)
@given(st.builds(Duration, NUMBERS, st.just("iterations")) | st.builds(Duration, SHARES, st.just("percent")))
def test_any_duration_reads_back_as_it_was(duration: Duration) -> None:
    assert parse_duration(str(duration), "percent" if duration.unit == "iterations" else "iterations") == duration


@pytest.mark.parametrize(("value", "text"), [(1e-7, "0.0000001%"), (12.5, "12.5%"), (1e16, "10000000000000000%")])
def test_durations_are_written_without_exponents(value: float, text: str) -> None:
    assert str(Duration(value, "percent")) == text
