"""`pixdraw read`: a prompt's reading, plainly."""

import subprocess
import sys

import pytest

from pixdraw.commands.read import read
from pixdraw.errors import PixdrawError


def test_it_says_what_a_prompt_is_read_as(capsys: pytest.CaptureFixture[str]) -> None:
    read("two knights with red capes in a forest at night, side view #pixelart")
    assert capsys.readouterr().out == (
        "two knights with red capes in a forest at night, side view #pixelart\n"
        "  thing         2 times a knight (knight)\n"
        "    wears       2 times a red cape\n"
        "  place         in a forest, at night\n"
        "  seen          side view\n"
        "  manner        #pixelart\n"
        "  models read   two knights with red capes in a forest at night, side view\n"
    )


def test_it_says_what_it_does_not_know_and_cannot_lay_out(capsys: pytest.CaptureFixture[str]) -> None:
    read("a blorp on a chair", "twenty cats: 2", "red")
    said = capsys.readouterr().out
    assert "a blorp (blorp, a word that the lexicon does not have)" in said
    assert "20 copies of one object requested, only 12 are drawn" in said
    assert "none that is named" in said and "\n  not read" in said


def test_no_prompt_is_one_line_of_error() -> None:
    with pytest.raises(PixdrawError, match="pixdraw read"):
        read()


def test_reading_needs_no_torch() -> None:
    code = (
        "import sys; from pixdraw.proposals.language.reading import read; read('a cat'); print('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
