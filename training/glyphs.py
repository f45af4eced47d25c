"""Emoji as George Douros drew them in ink for his font Symbola, free for any use, from Debian's package."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training import debian

PACKAGE, VERSION, LICENCE = "fonts-symbola", "2.60-1.1", "Symbola"
FIRST = 0x2190
"""Below are letters."""
MARGIN = 0.04
GOLDEN = 0.618


def drawings(work: Path, filled: bool) -> tuple[dict[str, str], dict[str, str]]:
    """Return {name: SVG} and {code point: name}; `filled` ones have coloured paper within their lines."""
    file = debian.unpacked(PACKAGE, VERSION, work) / "usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf"
    from fontTools.ttLib import TTFont  # here, as the table of sources is read without it

    font = TTFont(file)
    glyphs = font.getGlyphSet()
    svgs: dict[str, str] = {}
    codes: dict[str, str] = {}
    for code, name in font.getBestCmap().items():
        svg = _drawn(glyphs, name, _paper(code) if filled else None) if code >= FIRST else None
        if svg:
            svgs[name], codes[f"{code:x}"] = svg, name
    return svgs, codes


def _paper(code: int) -> str:
    red, green, blue = colorsys.hsv_to_rgb(code * GOLDEN % 1, 0.2 + 0.5 * (code * GOLDEN**2 % 1), 0.95)
    return f"rgb({255 * red:.0f},{255 * green:.0f},{255 * blue:.0f})"


def _drawn(glyphs: Mapping[str, Any], name: str, paper: str | None) -> str | None:
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.pens.svgPathPen import SVGPathPen

    bounds = BoundsPen(glyphs)
    glyphs[name].draw(bounds)
    if bounds.bounds is None:
        return None
    left, bottom, right, top = bounds.bounds
    side = max(right - left, top - bottom) * (1 + 2 * MARGIN)
    corner = ((left + right - side) / 2, -(bottom + top + side) / 2)
    ink = SVGPathPen(glyphs)
    glyphs[name].draw(ink)
    under = "".join(f'<path fill="{paper}" d="{one}"/>' for one in _contours(glyphs, name)) if paper else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{corner[0]} {corner[1]} {side} {side}">'
        f'<g transform="scale(1,-1)">{under}<path fill="currentColor" d="{ink.getCommands()}"/></g></svg>'
    )


def _contours(glyphs: Mapping[str, Any], name: str) -> list[str]:
    """Return every contour as a path of its own: together they cover all that the lines enclose."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.svgPathPen import SVGPathPen

    recorded = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(recorded)
    paths: list[str] = []
    pen = SVGPathPen(glyphs)
    for command, points in recorded.value:
        getattr(pen, command)(*points)
        if command in ("closePath", "endPath"):
            paths.append(pen.getCommands())
            pen = SVGPathPen(glyphs)
    return paths
