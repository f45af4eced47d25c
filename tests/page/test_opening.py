"""Pictures that visitors drop."""

import json
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pixdraw.errors import FileError
from pixdraw.page.asking import asked
from pixdraw.page.opening import open_picture, restored
from pixdraw.settings.record import Record
from tests.page.small import FORM, FURTHER, drawn, visit_in


def test_a_picture_of_ours_has_its_settings_again_and_none_is_used_yet(tmp_path: Path) -> None:
    visit, other = visit_in(tmp_path / "a"), visit_in(tmp_path / "inbox")
    drawn(visit, palette="pico-8", transparent="no", losses=["orphans:2"], manner=["ink"])
    found = open_picture(other, visit.taken().path, tmp_path)
    assert found.is_usable and found.left_out == {} and found.version
    form = {**FORM, "palette": "pico-8", "transparent": "no", "losses": ["orphans:2"]}
    assert {name: found.form[name] for name in form} == {**form, "seed": "1", "iterations": "2"}
    assert "num_cuts: 1" in found.further
    made, before = asked(found.form, found.further), asked({**form, "manner": ["ink"]}, FURTHER)
    assert made.flat() == before.flat()
    assert [picture.told for picture in other.pictures()] == [f"opened: {visit.taken().path.name}"]
    assert "pixdraw" not in Image.open(other.taken().path).info  # written anew


def test_a_picture_of_another_program_is_in_the_gallery_without_settings(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8), "red").save(tmp_path / "other.jpg")
    visit = visit_in(tmp_path / "visit")
    found = open_picture(visit, tmp_path / "other.jpg", tmp_path)
    assert not found.is_usable and not found.form and Image.open(visit.taken().path).size == (8, 8)


def test_settings_of_strangers_are_left_out_where_they_reach_outside(tmp_path: Path) -> None:
    given = {
        "prompts": ["a cat"], "seed": [7], "init_image": "/etc/passwd", "mask": "m.png", "palette": "@x.png",
        "perceptors": ["hf-hub:evil/model"], "outdir": "/root", "iterations": 2, "nonsense": 1, "losses": ["evil:1"],
    }  # fmt: skip
    found = restored(Record(given, given, "9"))
    assert set(found.left_out) == {"init_image", "mask", "palette", "perceptors", "nonsense"}
    assert found.form == {"prompts": "a cat", "seed": "7", "iterations": "2", "losses": ["evil:1"]}
    assert "losses=evil cannot be chosen" in found.trouble and not found.is_usable


@pytest.mark.parametrize("size", [[10**6, 10**6], "x", [1, 2, 3], None, {"a": 1}], ids=str)
def test_absurd_settings_are_told_and_not_usable(size: object) -> None:
    given = {"prompts": ["a"], "size": size}
    found = restored(Record(given, given, "9"))
    assert found.trouble or size is None


def test_the_checks_of_hosted_pictures_hold(tmp_path: Path) -> None:
    visit, inbox = visit_in(tmp_path / "visit"), tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "text.png").write_text("no picture")
    Image.new("RGB", (8, 8)).save(tmp_path / "outside.png")
    (inbox / "link.png").symlink_to(tmp_path / "outside.png")
    for name in ("text.png", "link.png", "missing.png", "../outside.png"):
        with pytest.raises(FileError):
            open_picture(visit, inbox / name, inbox)
    assert visit.pictures() == []
    text = PngInfo()
    text.add_text("pixdraw", json.dumps(["no settings"]))
    Image.new("RGB", (8, 8)).save(inbox / "damaged.png", pnginfo=text)
    assert not open_picture(visit, inbox / "damaged.png", inbox).is_usable
