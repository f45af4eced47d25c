"""Options as the settings that they give."""

import pytest

from pixdraw.cli import Options
from pixdraw.commands.options import given_by


@pytest.mark.parametrize(
    ("words", "given"),
    [(["None"], "none"), (["none", "1"], ["none", "1"]), (["7"], ["7"]), (["nonesuch"], ["nonesuch"])],
)
@pytest.mark.parametrize("name", ["seed", "prompts", "like"])
def test_none_alone_unsets_a_setting_of_several_values(name: str, words: list[str], given: object) -> None:
    assert given_by(Options(**{name: words})) == {name: given}
