"""Write SVG documents, and read back the settings embedded in them.

Every vector drawer writes through here, so that their documents agree: user units are pixels of the canvas, colours
are `#rrggbb` with a separate opacity, widths are full widths, shapes stand in paint order, a background is an element
of its own with the id "background".
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from pixdraw.errors import FileError, brief

Point = tuple[float, float]
NAMESPACE = "http://www.w3.org/2000/svg"
SETTINGS_ID = "pixdraw-settings"
_FORBIDDEN = ("<!DOCTYPE", "<!ENTITY")
_OPENING = re.compile(r"""<svg(?:[^>"']|"[^"]*"|'[^']*')*>""")
_EMBEDDED = re.compile(rf"\n<title>[^<]*</title>\n<desc>[^<]*</desc>\n<metadata id=\"{SETTINGS_ID}\">[^<]*</metadata>")
# What XML 1.0 cannot hold, even escaped (section 2.2).
_UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Paint:
    """A colour with an opacity, 8 bits each, as (red, green, blue, alpha)."""

    red: int
    green: int
    blue: int
    alpha: int = 255

    @classmethod
    def of(cls, values: Sequence[float]) -> Paint:
        """Round 3 or 4 numbers in [0, 1]; values outside are clamped."""
        return cls(*(round(255 * min(max(value, 0.0), 1.0)) for value in values))

    @property
    def visible(self) -> bool:
        """False where nothing would be seen."""
        return self.alpha > 0

    def attributes(self, role: str) -> dict[str, str]:
        """Return `role` ("fill" or "stroke") and its opacity as SVG attributes."""
        found = {role: f"#{self.red:02x}{self.green:02x}{self.blue:02x}"}
        if self.alpha < 255:
            found[f"{role}-opacity"] = number(self.alpha / 255)
        return found


def number(value: float, digits: int = 3) -> str:
    """Write a coordinate with at most `digits` decimals and no trailing zeros."""
    if not math.isfinite(value):
        raise ValueError(f"coordinate {value}: SVG holds finite numbers only")
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def element(name: str, attributes: Mapping[str, str], body: str = "") -> str:
    """Return one element; `body` is markup already."""
    opening = f"<{name}" + "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"{opening}>{body}</{name}>" if body else f"{opening}/>"


def rectangle(left: float, top: float, right: float, bottom: float, paint: Paint) -> str:
    """Return a filled rectangle; its far sides are rounded like near ones, so that neighbours meet."""
    x, y = number(left), number(top)
    sides = {"width": number(float(number(right)) - float(x)), "height": number(float(number(bottom)) - float(y))}
    return element("rect", {"x": x, "y": y, **sides, **paint.attributes("fill")})


def polygon(points: Iterable[Point], paint: Paint) -> str:
    """Return a filled polygon."""
    return element("path", {"d": polyline_data(points) + "Z", **paint.attributes("fill")})


def stroke(data: str, paint: Paint, width: float) -> str:
    """Return an open path with round caps and joins; `data` is its `d` attribute, `width` the full width."""
    style = {"fill": "none", "stroke-width": number(width), "stroke-linecap": "round", "stroke-linejoin": "round"}
    return element("path", {"d": data, **style, **paint.attributes("stroke")})


def polyline_data(points: Iterable[Point]) -> str:
    """Return the `d` attribute of straight lines through the points."""
    return "M" + "L".join(_pair(point) for point in points)


def cubic_data(points: Sequence[Point]) -> str:
    """Return the `d` attribute of joined cubic Béziers through 1 + 3 n control points."""
    if len(points) < 4 or len(points) % 3 != 1:
        raise ValueError(f"{len(points)} control points: joined cubics have 4, 7, 10 …")
    return f"M{_pair(points[0])}C" + " ".join(_pair(point) for point in points[1:])


def background(width: float, height: float, paint: Paint) -> str:
    """Return the rectangle behind everything, with the id "background" so that it can be taken out."""
    attributes = {"id": "background", "width": number(width), "height": number(height), **paint.attributes("fill")}
    return element("rect", attributes)


def group(shapes: Iterable[str], **attributes: str) -> str:
    """Return shapes under one parent; underscores in attribute names become hyphens."""
    return element("g", {key.replace("_", "-"): value for key, value in attributes.items()}, _lines(shapes))


def document(width: int, height: int, shapes: Iterable[str]) -> str:
    """Return a complete document of width x height pixels."""
    attributes = {
        "xmlns": NAMESPACE,
        "width": str(width),
        "height": str(height),
        "viewBox": f"0 0 {width} {height}",
    }
    return element("svg", attributes, _lines(shapes)) + "\n"


def embed(svg_text: str, title: str, settings: Mapping[str, Any]) -> str:
    """Return the document with a title, a description and `settings` as JSON in its metadata.

    Embedding again replaces what an earlier call put there.
    """
    _parse(svg_text)  # raises before anything is put into what is no SVG
    text = _EMBEDDED.sub("", svg_text, count=1)
    opening = _OPENING.search(text)
    assert opening is not None, "a parsed document has an opening tag"
    start = opening.group(0)
    rest = text[opening.end() :]
    if start.endswith("/>"):
        start, rest = start[:-2].rstrip() + ">", "\n</svg>" + rest
    head = (
        f"\n<title>{escape(_printable(title))}</title>"
        "\n<desc>Drawn by pixdraw; the metadata holds the settings that draw it again.</desc>"
        f'\n<metadata id="{SETTINGS_ID}">{escape(json.dumps(dict(settings), default=str))}</metadata>'
    )
    return text[: opening.start()] + start + head + rest


def extract(svg_text: str) -> dict[str, Any]:
    """Return the settings that `embed` put into the document; raises FileError if there are none."""
    found = next((child for child in _parse(svg_text) if _is_settings(child)), None)
    if found is None:
        raise FileError("this SVG holds no pixdraw settings; give one that pixdraw saved")
    try:
        settings = json.loads(found.text or "")
    except (ValueError, RecursionError) as error:
        raise FileError(f"the settings in this SVG are damaged: {brief(error)}") from error
    if not isinstance(settings, dict):
        raise FileError(f"the settings in this SVG are a {type(settings).__name__}, not a mapping")
    return settings


def repaint(svg_text: str, nearest: Callable[[tuple[int, int, int]], tuple[int, int, int]]) -> str:
    """Return the document with each shape's colour replaced by what `nearest` returns for it, in 8 bits."""

    def new(found: re.Match[str]) -> str:
        red, green, blue = nearest((int(found[2][:2], 16), int(found[2][2:4], 16), int(found[2][4:], 16)))
        return f'{found[1]}="#{red:02x}{green:02x}{blue:02x}"'

    return re.sub(r'\b(fill|stroke)="#([0-9a-f]{6})"', new, svg_text)


def _parse(svg_text: str) -> ElementTree.Element:
    # Entities can only be declared in a DOCTYPE: without one there is nothing to expand or to fetch.
    if any(word in svg_text.upper() for word in _FORBIDDEN):
        raise FileError("this SVG has a DOCTYPE or ENTITY declaration, which is not read; save it without one")
    try:
        root = ElementTree.fromstring(svg_text)
    except ElementTree.ParseError as error:
        raise FileError(f"this is not well-formed SVG: {error}") from error
    if root.tag != f"{{{NAMESPACE}}}svg":
        raise FileError(f"the outermost element is {root.tag!r}, not an SVG document")
    return root


def _is_settings(node: ElementTree.Element) -> bool:
    return node.tag == f"{{{NAMESPACE}}}metadata" and node.get("id") == SETTINGS_ID


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def _pair(point: Point) -> str:
    return f"{number(point[0], 2)} {number(point[1], 2)}"


def _lines(shapes: Iterable[str]) -> str:
    return "".join(f"\n{shape}" for shape in shapes) + "\n"
