import pytest

from pixdraw.errors import SettingsError
from pixdraw.text.courses import parse_course
from pixdraw.text.letters import asks_for_letters


def test_parts_hold_one_after_the_other() -> None:
    course = parse_course(" [12]*400 + [4]*600", "x")
    assert [course.at(progress) for progress in (0, 0.39, 0.4, 0.99, 1)] == [12, 12, 4, 4, 4]
    assert course.most() == 12
    assert parse_course("[0.2]*4+[0]*6", "x").at(0.39) == 0.2
    assert parse_course(3, "x").at(0.7) == 3
    assert parse_course("[1]*1+[2]*0+[3]*1", "x").parts == ((1, 1), (3, 1))


@pytest.mark.parametrize(
    "text", ["", "[12]*400+", "[12]", "[12]*0", "[a]*3", "[-1]*3", "[12]*400*2", "[1]*1" + "+[1]*1" * 64]
)
def test_anything_else_is_told_in_one_line(text: str) -> None:
    with pytest.raises(SettingsError, match=r"cut_overview=.*\[12\]\*400\+\[4\]\*600") as caught:
        parse_course(text, "cut_overview")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("the word HELLO", True),
        ('a shop that says "bread"', True),
        ("a sign 'open'", True),
        ("“Fin” in gold", True),
        ("a knight facing left", True),
        ("a logo of a bakery", True),
        ("a red heart #pixelart", False),
        ("the king's crown, the queen's ring", False),
        ("a signal fire", False),
        ("a sunset|sea:0.5", False),
    ],
)
def test_letters_numbers_and_directions_are_not_for_mirrors(text: str, asks: bool) -> None:
    assert asks_for_letters(text) is asks
