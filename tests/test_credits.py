"""The table of sources names all that training reads, the notice names the table's, and a picture may carry them."""

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import pixdraw
from pixdraw.models.built_in import FOLDER
from pixdraw.models.sprites import files
from training import credits
from training.sources import EMOJI_NAMES, JUDGE_SETS, OUTLINE_SETS, TRAINING_SETS

ROWS = {row["source"]: row for row in credits.rows()}
NOTICE = (Path(__file__).parent.parent / "NOTICE").read_text("utf-8")


def test_every_row_is_whole() -> None:
    assert len(ROWS) == len(credits.rows())
    assert not [row for row in ROWS.values() if not all(value.strip() for value in row.values())]


@pytest.mark.parametrize("sets", [TRAINING_SETS, OUTLINE_SETS, JUDGE_SETS])
def test_every_icon_set_is_in_the_table_as_it_is_fetched(sets: tuple) -> None:
    for one in sets:
        assert (ROWS[one.name]["version"], ROWS[one.name]["licence"]) == (one.version, one.licence), one.name
    name, version = EMOJI_NAMES
    assert ROWS[name]["version"] == version


def test_every_manner_of_the_sprite_generator_is_in_the_table() -> None:
    manners = json.loads((files.BUILT_IN / "config.json").read_text("utf-8"))["denoiser"]["manners"]
    art = [one for one in manners if one != "rules"]  # its pictures are the program's own
    assert len(art) == len(manners) - 1
    assert not [one for one in art if "sprites" not in ROWS[one]["used_by"].split()]


def test_the_notice_names_every_source_and_its_version() -> None:
    said = " ".join(NOTICE.split())
    for row in ROWS.values():
        name = row["source"].removesuffix("-filled")  # one font, drawn in two ways
        assert name in said or name.capitalize() in said, name
        version = row["version"].split()[-1].removesuffix(",")
        assert version in said, (name, version)


def test_what_is_shipped_is_the_table() -> None:
    assert json.loads((FOLDER / "credits.json").read_text("utf-8")) == credits.shipped()


def test_a_picture_carries_them_where_that_is_asked_for(tmp_path: Path) -> None:
    given: dict[str, Any] = {
        "prompts": "a red heart",
        "size": "32x32",
        "pixel_size": [4, 4],
        "iterations": 1,
        "num_cuts": 1,
        "seed": 1,
    }
    for credited in (True, False):
        drawing = pixdraw.draw(**given, init="none", credits=credited)
        for _ in drawing:
            pass
        drawing.save(tmp_path / "heart.png")
        with Image.open(tmp_path / "heart.png") as image:
            found = image.info.get("Credits", "")
        assert ("twemoji (1.2.5), Twitter" in found) is credited
