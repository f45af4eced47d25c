import random

import pytest

from pixdraw.errors import SettingsError
from pixdraw.hosting.settings_text import read_settings_text

BAD = {
    "list": "- a\n- b",
    "word": "num_cuts",
    "nested": "a: {b: {c: 1}}",
    "deep": "[" * 4000,
    "deep mapping": "{a: " * 1000,
    "alias": "a: &x [1, 2]\nb: *x",
    "billion laughs": "a: &a [1]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}]\n" for i in range(9)),
    "anchor": "a: &x 1",
    "tag": "a: !!python/object/apply:os.system ['true']",
    "plain tag": "a: !!binary aGk=",
    "two documents": "a: 1\n---\nb: 2",
    "twice": "num_cuts: 1\nnum_cuts: 2",
    "too long": "a: " + "x" * 5000,
    "long value": "a: " + "x" * 600,
    "many": "\n".join(f"a{i}: 1" for i in range(300)),
    "merge": "<<: {num_cuts: 1}",
    "merged list": "<<: [{num_cuts: 1}, {seed: 2}]",
    "merge in a list": "a: [{<<: {b: 1}}]",
    "mapping in a mapping": "a: {b: 1}",
    "mapping in a list": "a: [{b: 1}]",
    "cut off": "pen_color: #ff8000",
    "cut off text": "labels: a heart #pixelart",
    "cut off in a list": "labels:\n- red\n- #ff8000",
    "left empty": "pen_color:",
    "infinite": "a: .inf",
    "not a number": "a: .nan",
    "list of lists": "a: [[1]]",
    "number as name": "1: 2",
    "nothing as name": "~: 2",
    "list as name": "[a]: 2",
    "control": "a: \0",
    "unclosed": "a: 'x",
    "endless number": "a: " + "9" * 450,
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_plain_list_of_settings_is_refused(name: str) -> None:
    if name == "endless number":  # a number all the same; the setting's own bounds refuse it
        assert read_settings_text(BAD[name])["a"] > 10**400
        return
    with pytest.raises(SettingsError, match="^settings: "):
        read_settings_text(BAD[name])


@pytest.mark.parametrize("given", [5, None, ["a"], {"a": 1}])
def test_what_is_no_text_is_refused(given: object) -> None:
    with pytest.raises(SettingsError):
        read_settings_text(given)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", {}),
        ("# nothing", {}),
        ("num_cuts: 4\nauto_stop: true", {"num_cuts": 4, "auto_stop": True}),
        ("size: [64, 32]\nscale: 1.5", {"size": [64, 32], "scale": 1.5}),
        ("{num_cuts: 4}", {"num_cuts": 4}),
        ("a: 2026-01-01\nb: 2026-99-99", {"a": "2026-01-01", "b": "2026-99-99"}),
        ("num_cuts: 4 # as few as that", {"num_cuts": 4}),
    ],
)
def test_plain_settings_are_read(text: str, values: dict) -> None:
    assert read_settings_text(text) == values


def test_random_text_gives_values_or_a_clear_error() -> None:
    chance = random.Random(0)
    parts = [*"a:\n []{}!|>'\"#%@\t", "b: 1", "- ", "&x", "*x"]
    for _ in range(400):
        text = "".join(chance.choices(parts, k=chance.randint(1, 12)))
        try:
            assert isinstance(read_settings_text(text), dict)
        except SettingsError as error:
            assert "\n" not in str(error)
