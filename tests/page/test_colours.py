"""The palette editor."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pixdraw.errors import SettingsError
from pixdraw.imaging.palettes import parse_palette
from pixdraw.page import colours
from tests.page.small import visit_in, with_picture


def test_a_palette_goes_in_and_out() -> None:
    codes = colours.codes_of("pico-8")
    assert len(codes) == 16 and codes[0] == "#000000"
    assert parse_palette(colours.text_of(codes)).shape == (16, 3)
    assert sorted(colours.sorted_codes(codes)) == sorted(codes) != colours.sorted_codes(codes)
    assert len(colours.reduced_codes(codes, 5)) == 5
    assert len(colours.codes_of("web-safe")) == colours.MOST_COLOURS
    assert colours.doubts(["#ff0000", "#fe0000", "#0000ff"]) == ["#ff0000 and #fe0000: everybody"]


def test_the_colours_of_a_picture(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    picture = Image.new("RGB", (4, 4), "#ff8000")
    picture.putpixel((0, 0), (0, 0, 0))
    assert colours.codes_in(with_picture(visit, picture)) == ["#000000", "#ff8000"]
    with pytest.raises(SettingsError, match="colours"):
        colours.codes_in(with_picture(visit, Image.merge("RGB", [Image.effect_noise((64, 64), 90) for _ in "rgb"])))


@pytest.mark.parametrize("kind", colours.FILES)
def test_files_are_written(tmp_path: Path, kind: str) -> None:
    path = colours.export(["#ff8000", "#000000"], kind, tmp_path)
    assert path.stat().st_size > 0 and path.stem == "palette"


@pytest.mark.parametrize("text", ["@/etc/passwd", "http://127.0.0.1/a", "/etc/passwd", "no colour at all"])
def test_files_and_addresses_are_not_read(text: str) -> None:
    with pytest.raises(SettingsError):
        colours.codes_of(text)


NONE: tuple[Any, ...] = (None, [], "#ff8000", ["red"], [5], ["#ff8000"] * 65, [["#ff8000"]])


@pytest.mark.parametrize("codes", NONE, ids=lambda value: str(value)[:20])
def test_what_is_no_palette_is_refused(codes: Any) -> None:
    with pytest.raises(SettingsError, match="palette"):
        colours.text_of(codes)
