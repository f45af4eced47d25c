"""What the page shows, as HTML."""

from pathlib import Path

from pixdraw.page import shown
from pixdraw.page.opening import Opened
from pixdraw.page.works import Look
from tests.page.small import drawn, visit_in

EVIL = '"><script>alert(1)</script>${x}`'


def test_what_people_write_is_text_and_never_code(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    drawn(visit, prompts=EVIL)
    opened = Opened({"prompts": EVIL}, f"a: {EVIL}", {"mask": EVIL}, EVIL, EVIL)
    look = Look(EVIL, 0.5, ((b"x", EVIL),))
    picture = visit.taken()
    said = (shown.sheet(look), shown.status(look), shown.large(picture), shown.about(picture), shown.opened(opened))
    for made in said:
        assert "<script" not in made and "&lt;script" in made
    assert "<" not in shown.brush_of(picture)["told"] and shown.trouble(EVIL).count("<") == 2


def test_pictures_have_words_and_progress_a_role(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    drawn(visit)
    assert 'alt="red, seed 1"' in shown.large(visit.taken()) and "pixels" in shown.large(visit.taken())
    going, ended = shown.status(Look("Step 1 of 2", 0.5)), shown.status(Look("Done", 1, ended=True))
    assert 'role="status"' in going and 'value="0.500"' in going and "<progress" not in ended
    assert 'role="alert"' in shown.trouble("no")
    told = shown.trouble("settings: output cannot be set in a request: lower num_outputs")
    assert "output cannot be set on this page: lower the number of pictures" in told and "settings" not in told
    assert shown.sheet(Look("", 0)) == shown.EMPTY


def test_what_draws_a_picture_is_listed_and_the_brush_knows_its_cells(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    drawn(visit, palette="pico-8")
    told = shown.about(visit.taken())
    assert "<dt>palette</dt><dd>pico-8</dd>" in told and "time limit" not in told
    assert told.index("<dt>prompts</dt>") < told.index("<dt>seed</dt>") < told.index("<dt>iterations</dt>")
    assert "<dt>aspect</dt>" not in told  # what every picture has
    assert shown.has_settings(visit.taken())
    brush = shown.brush_of(visit.taken())
    assert (brush["columns"], brush["rows"], brush["painted"]) == (4, 4, "")
    assert shown.brush_of(None)["told"] == "no picture yet"
    assert "holds no settings" in shown.opened(Opened())


def test_the_style_and_scripts_name_no_other_host() -> None:
    for name in ("page.css", "names.js", "brush.html", "brush.js", "palette.html", "palette.js"):
        assert "http" not in shown.static(name) and "//cdn" not in shown.static(name)
    assert "image-rendering: pixelated" in shown.static("page.css")
