"""SVG documents are well-formed, look as they should in an independent renderer, and keep their settings."""

from __future__ import annotations

import io
import math
from xml.etree import ElementTree

import numpy
import pytest
import resvg_py
from PIL import Image

from pixdraw.errors import FileError
from pixdraw.imaging import svg

NASTY = "a \"cat\" & <dog> 'n' ]]> 🎨 ünïcödé\n--> \x00\x1f\ufffe tail"


def pixels(text: str) -> numpy.ndarray:
    """Render by resvg: uint8 [H, W, 4]."""
    return numpy.asarray(Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=text))).convert("RGBA"))


def test_a_document_has_the_size_and_shapes_it_was_given() -> None:
    red, half = svg.Paint(255, 0, 0), svg.Paint(0, 0, 255, 128)
    text = svg.document(8, 6, [svg.rectangle(0, 0, 4, 6, red), svg.polygon([(4, 0), (8, 0), (8, 6), (4, 6)], half)])
    root = ElementTree.fromstring(text)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("8", "6", "0 0 8 6")
    image = pixels(text)
    assert image.shape == (6, 8, 4)
    assert (image[:, :4] == [255, 0, 0, 255]).all()
    assert (image[:, 4:] == [0, 0, 255, 128]).all()


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-0.0, "0"), (1.5, "1.5"), (10, "10"), (100.0, "100"), (1 / 3, "0.333"), (-1e-9, "0")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert svg.number(value) == text


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_numbers_are_finite(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        svg.number(value)


def test_colours_are_rounded_and_clamped() -> None:
    assert svg.Paint.of([0.5, -1, 2]) == svg.Paint(128, 0, 255, 255)
    assert svg.Paint.of([0, 0, 0, 0.25]).attributes("fill") == {"fill": "#000000", "fill-opacity": "0.251"}
    assert not svg.Paint.of([1, 1, 1, 0.001]).visible


def test_every_opacity_survives_rendering() -> None:
    for alpha in (1, 2, 127, 254):
        text = svg.document(1, 1, [svg.rectangle(0, 0, 1, 1, svg.Paint(0, 0, 0, alpha))])
        assert abs(int(pixels(text)[0, 0, 3]) - alpha) <= 1


def test_neighbouring_rectangles_share_their_sides() -> None:
    left = ElementTree.fromstring(svg.rectangle(0, 0, 100 / 3, 1, svg.Paint(0, 0, 0)))
    right = ElementTree.fromstring(svg.rectangle(100 / 3, 0, 200 / 3, 1, svg.Paint(0, 0, 0)))
    assert float(left.get("x", "")) + float(left.get("width", "")) == float(right.get("x", ""))


def test_strokes_have_round_ends_and_full_widths() -> None:
    ink = svg.Paint(0, 0, 0)
    text = svg.document(20, 10, [svg.stroke(svg.polyline_data([(5, 5), (15, 5)]), ink, 4)])
    alpha = pixels(text)[..., 3] / 255
    assert alpha.sum() == pytest.approx(10 * 4 + math.pi * 2**2, rel=0.02)


@pytest.mark.parametrize(
    "data",
    [
        svg.cubic_data([(2, 5), (6, 5), (10, 5), (18, 5)]),
        svg.cubic_data([(2, 5), (4, 5), (6, 5), (8, 5), (10, 5), (12, 5), (18, 5)]),
    ],
)
def test_curves_are_drawn_as_strokes(data: str) -> None:
    alpha = pixels(svg.document(20, 10, [svg.stroke(data, svg.Paint(0, 0, 0), 2)]))[..., 3] / 255
    assert alpha.sum() == pytest.approx(16 * 2 + math.pi, rel=0.03)


def test_incomplete_curves_are_refused() -> None:
    with pytest.raises(ValueError, match="5 control points"):
        svg.cubic_data([(0, 0)] * 5)


def test_the_background_can_be_found_and_taken_out() -> None:
    text = svg.document(4, 4, [svg.background(4, 4, svg.Paint(255, 255, 255))])
    root = ElementTree.fromstring(text)
    found = root.find(f"{{{svg.NAMESPACE}}}rect[@id='background']")
    assert found is not None
    root.remove(found)
    assert pixels(ElementTree.tostring(root, encoding="unicode"))[..., 3].max() == 0


def test_groups_carry_attributes() -> None:
    group = ElementTree.fromstring(svg.group([svg.element("rect", {})], id="a<b", shape_rendering="crispEdges"))
    assert group.attrib == {"id": "a<b", "shape-rendering": "crispEdges"}
    assert len(group) == 1


def test_settings_come_back_as_they_went_in() -> None:
    settings = {"prompts": [NASTY, "日本語", "\ud800"], "seed": 7, "weight": -0.5, "size": [8, 9], "none": None}
    text = svg.embed(svg.document(4, 4, [svg.background(4, 4, svg.Paint(1, 2, 3))]), NASTY, settings)
    assert svg.extract(text) == settings
    title = ElementTree.fromstring(text)[0]
    assert title.tag.endswith("title")
    assert title.text == "a \"cat\" & <dog> 'n' ]]> 🎨 ünïcödé\n-->  tail"


def test_embedding_does_not_change_the_picture() -> None:
    plain = svg.document(4, 4, [svg.rectangle(1, 1, 3, 3, svg.Paint(9, 99, 199))])
    assert (pixels(plain) == pixels(svg.embed(plain, NASTY, {"a": NASTY.replace("\x00", "")}))).all()


def test_embedding_again_replaces() -> None:
    plain = svg.document(4, 4, [])
    once = svg.embed(plain, "one", {"seed": 1})
    assert svg.embed(once, "two", {"seed": 2}) == svg.embed(plain, "two", {"seed": 2})


def test_settings_can_be_embedded_in_an_empty_element() -> None:
    text = f'<?xml version="1.0"?>\n<svg xmlns="{svg.NAMESPACE}" aria-label="1 > 0" width="1" height="1"/>'
    assert svg.extract(svg.embed(text, "t", {"seed": 1})) == {"seed": 1}


BOMB = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<svg xmlns="{svg.NAMESPACE}"><metadata id="{svg.SETTINGS_ID}">&b;</metadata></svg>'
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BOMB, "DOCTYPE"),
        (BOMB.replace("DOCTYPE", "doctype"), "DOCTYPE"),
        ("not xml", "well-formed"),
        ("", "well-formed"),
        ("<html/>", "not an SVG"),
        ("<svg/>", "not an SVG"),
        (svg.document(1, 1, []), "no pixdraw settings"),
        (svg.embed(svg.document(1, 1, []), "", {}).replace("{}", "{"), "damaged"),
        (svg.embed(svg.document(1, 1, []), "", {}).replace("{}", "[1]"), "not a mapping"),
    ],
)
def test_what_holds_no_settings_is_refused(text: str, message: str) -> None:
    with pytest.raises(FileError, match=message):
        svg.extract(text)


def test_nothing_is_embedded_in_what_is_no_svg() -> None:
    with pytest.raises(FileError):
        svg.embed("<html/>", "t", {})
