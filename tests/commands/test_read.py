"""`pixdraw read`: how a prompt is understood, in plain words."""

import subprocess
import sys

import pytest

from pixdraw.commands.read import read
from pixdraw.errors import PixdrawError


def said(capsys: pytest.CaptureFixture[str], *prompts: str) -> dict[str, str]:
    """Return what is said of prompts: label → text, the first line left out."""
    read(*prompts)
    lines = capsys.readouterr().out.splitlines()[1:]
    return {label: text.strip() for label, _, text in (line.strip().partition("  ") for line in lines)}


def test_it_says_how_a_prompt_is_understood(capsys: pytest.CaptureFixture[str]) -> None:
    read("two knights with red capes in a forest at night, side view #pixelart")
    assert capsys.readouterr().out == (
        "two knights with red capes in a forest at night, side view #pixelart\n"
        "  subject          a knight\n"
        "    how many       2\n"
        "    wears          a red cape\n"
        "  place or time    in a forest, at night\n"
        "  view             side view\n"
        "  style            #pixelart\n"
        "  text for models  two knights with red capes in a forest at night, side view\n"
    )


def test_several_subjects_are_numbered_and_it_says_how_they_stand(capsys: pytest.CaptureFixture[str]) -> None:
    read("a black cat sitting on a wooden chair")
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  subject 1    a black cat",
        "    colour     black",
        "    action     sitting",
        "  subject 2    a wooden chair",
        "    material   wooden",
        "  arrangement  subject 1 on subject 2",
    ]
    assert said(capsys, "a cat and a dog")["arrangement"] == "side by side"


@pytest.mark.parametrize(
    ("prompt", "action", "details"),
    [
        ("a wolf howling at the moon", "howling at the moon", None),
        ("a dog chasing a cat", "chasing a cat", None),
        ("a girl with long blonde hair", None, "with long blonde hair"),
    ],
)
def test_what_it_does_is_told_from_what_it_has(
    capsys: pytest.CaptureFixture[str], prompt: str, action: str | None, details: str | None
) -> None:
    facts = said(capsys, prompt)
    assert facts.get("action") == action and facts.get("details") == details


def test_how_many_are_held_is_said_of_one_subject(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "a knight holding two swords")["holds"] == "a sword (2 of them)"


def test_weights_stops_and_times_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    read("a castle | people:-0.3", "a fox:1:0.8", "0: a seed | 50%: a tree")
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert ["weight", "-0.3: the picture keeps away from this"] in lines
    assert ["stop", "0.8: no effect on a picture that is closer to the text"] in lines
    assert ["begins", "after 50% of the run"] in lines


def test_it_says_what_it_does_not_know_and_does_not_draw(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "a blorp on a chair")["unknown word"] == "blorp"
    assert "20 copies of one object requested, only 12 are drawn" in said(capsys, "twenty cats: 2")["note"]
    nothing = said(capsys, "red")
    assert nothing["subject"] == "none found" and nothing["not understood"] == "red"


def test_no_prompt_is_one_line_of_error() -> None:
    with pytest.raises(PixdrawError, match="pixdraw read"):
        read()


def test_reading_needs_no_torch() -> None:
    code = (
        "import sys; from pixdraw.proposals.language.reading import read; read('a cat'); print('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
