"""Drawings of visitors."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageChops

import pixdraw
from pixdraw.errors import OutOfMemory, PixdrawError, SettingsError
from pixdraw.page import works
from pixdraw.page.asking import asked, asked_grid
from pixdraw.tools import vary
from tests.fakes import Cache
from tests.page.small import FORM, FURTHER, drawn, easel, looks, visit_in
from tests.sprite_generators import build_in


def test_a_picture_grows_and_ends_in_the_gallery_with_its_files(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    seen = drawn(visit)
    assert [look.told for look in seen[1:]] == ["Step 0 of 2", "Step 1 of 2", "Step 2 of 2", "Done: 2 of 2 steps"]
    assert [look.share for look in seen[1:]] == [0, 0.5, 1, 1] and seen[-1].ended
    assert seen[1].pictures != seen[-1].pictures and seen[-1].pictures[0][1] == "red, seed 1"
    picture = visit.taken()
    assert sorted(picture.files) == ["aseprite", "png", "sheet", "sprite", "svg", "zip"]
    assert Image.open(picture.files["sprite"]).size == (4, 4)
    shown = Image.open(io.BytesIO(seen[-1].pictures[0][0]))
    assert ImageChops.difference(shown, Image.open(picture.path)).getbbox() is None
    again = pixdraw.again(picture.path, cache=Cache(), num_cuts=1)
    assert ImageChops.difference(again.images()[0], shown).getbbox() is None
    with zipfile.ZipFile(picture.files["zip"]) as bundle:
        assert {Path(name).suffix for name in bundle.namelist()} == {".png", ".svg", ".json", ".aseprite"}


def test_candidates_are_ranked_and_the_best_is_kept(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    seen = drawn(visit, candidates=3, keep_best=1)
    assert len(seen[1].pictures) == 3 and len(seen[-1].pictures) == 1
    assert "prompt" in visit.taken().told and len(visit.pictures()) == 1


def test_a_stopped_drawing_is_kept_as_far_as_it_came(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    seen = []
    for look in looks(visit, iterations=50):
        seen.append(look)
        if look.told == "Step 2 of 50":
            visit.stop()
    assert seen[-1].told == "Stopped; showing the picture so far: 3 of 50 steps" and len(visit.pictures()) == 1


def test_a_drawing_that_is_stopped_while_it_waits_never_begins(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    waiting = looks(visit)
    visit.stop()
    assert [look.told for look in waiting] == ["Stopped before it began"] and visit.pictures() == []


def test_it_looks_no_more_often_than_the_easel_says(tmp_path: Path) -> None:
    visit, now = visit_in(tmp_path), iter(range(1000))
    slow = works.Easel(cache=Cache(), every_s=1e9, clock=lambda: float(next(now)))
    seen = list(works.draw(visit, visit.ticket(), asked({**FORM, "iterations": 9}, FURTHER), slow))
    assert [look.told for look in seen[1:]] == ["Step 0 of 9", "Done: 9 of 9 steps"]


def test_variations_and_a_part_drawn_anew_leave_the_rest_to_the_bit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_in(monkeypatch)
    visit = visit_in(tmp_path)
    drawn(visit)
    first = visit.taken()
    settings = vary.variations(first.path, strength=0.5, count=2, seed=5, mask=None)
    list(works.draw(visit, visit.ticket(), settings, easel()))
    assert [picture.told for picture in visit.pictures()] == ["red, seed 5", "red, seed 6", "red, seed 1"]
    mask = Image.new("L", (16, 16), 0)
    mask.paste(255, (0, 0, 8, 16))
    mask.save(tmp_path / "mask.png")
    settings = vary.part(first.path, tmp_path / "mask.png", ["blue"], seed=3)
    list(works.draw(visit, visit.ticket(), settings, easel()))
    before, after = Image.open(first.path).convert("RGBA"), Image.open(visit.taken().path).convert("RGBA")
    changed = ImageChops.difference(before, after).getbbox(alpha_only=False)
    assert changed is not None and changed[2] <= 8


def test_a_grid_grows_and_is_grey_where_it_was_stopped(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    plan = asked_grid(FORM, FURTHER, ("transparent", "yes,no"), ("", ""))
    seen = list(works.draw_grid(visit, visit.ticket(), plan, easel()))
    assert seen[0].told == "Part 1 of 2: Step 0 of 2" and seen[-1].told == "Done: 2 pictures"
    assert [look.share for look in seen] == sorted(look.share for look in seen)
    assert sorted(visit.taken().files) == ["html", "png", "zip"]
    stopped = []
    for look in works.draw_grid(visit, visit.ticket(), plan, easel()):
        stopped.append(look)
        visit.stop()
    assert stopped[-1].told == "Stopped; the rest is grey"
    image = Image.open(io.BytesIO(stopped[-1].pictures[0][0])).convert("RGB")
    assert (221, 221, 221) in {colour for _, colour in image.getcolors(10**6)}
    waiting = works.draw_grid(visit, ticket := visit.ticket(), plan, easel())
    visit.stop()
    assert ticket and [look.told for look in waiting] == ["Stopped before it began"]


@pytest.mark.parametrize(
    ("raised", "told", "kind"),
    [
        (SettingsError("no /root/secret/x.png here"), "no x.png here", SettingsError),
        (MemoryError(), "out of memory", OutOfMemory),
        (OSError(28, "No space left on device"), "No space left", PixdrawError),
    ],
    ids=["settings", "memory", "disk"],
)
def test_errors_are_told_without_paths(raised: Exception, told: str, kind: type) -> None:
    with pytest.raises(kind, match=told), works.told_in_public():
        raise raised


def test_a_fault_of_ours_is_none_of_the_visitor() -> None:
    with pytest.raises(RuntimeError, match="ours"), works.told_in_public():
        raise RuntimeError("ours")
