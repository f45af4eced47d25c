"""The pages of knobs are there, each with all its pictures, and found from docs/control.md."""

import re
from pathlib import Path

import pytest

from examples.knobs import OUT, PAGES

ROOT = Path(__file__).parent.parent
MOST_BYTES, MOST_BYTES_TOGETHER = 40_000, 2_500_000


@pytest.mark.parametrize("name", PAGES)
def test_every_knob_of_a_page_has_its_picture(name: str) -> None:
    text = (ROOT / OUT / f"{name}.md").read_text()
    pictures = re.findall(r"!\[(\w+)\]\(([^)]+)\)", text)
    assert [knob for knob, _ in pictures] == [knob.name for knob in PAGES[name][1]]
    for _, file in pictures:
        assert 0 < (ROOT / OUT / file).stat().st_size < MOST_BYTES
    links = re.findall(r"\]\((\w+\.md)\)", text)
    assert links == [f"{other}.md" for other in PAGES]
    assert f"knobs/{name}.md" in (ROOT / "docs/control.md").read_text()


def test_no_picture_is_left_over_and_all_are_small() -> None:
    named = {
        file for name in PAGES for file in re.findall(r"\]\(([^)]+\.png)\)", (ROOT / OUT / f"{name}.md").read_text())
    }
    files = list((ROOT / OUT).glob("*.png"))
    assert {file.name for file in files} == named
    assert sum(file.stat().st_size for file in files) < MOST_BYTES_TOGETHER
