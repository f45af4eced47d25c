"""Drawings of the Open Clip Art Library, public domain, from Debian's package: many hands, many styles, in colour."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from training import debian

PACKAGE, VERSION, LICENCE = "openclipart-svg", "1:0.18+dfsg-19", "CC0-1.0"
LEFT_OUT = re.compile(
    r"flags/|duplicates/|computer/|special/|shapes/|logos/|cards/|signs_and|decorations/|_bw|black|hole|bullet|stickm|moon_phase"
)
"""Folders and names of what is no picture of a thing, or has no colours."""
NO_TITLE = re.compile(r"clipart|etiquette|r16|various|$", re.IGNORECASE)
VAGUE = frozenset(
    ("book", "chipmunk", "computer", "hole", "moon", "office", "person", "man", "woman", "toilet", "sunset")
)
"""Keywords of pictures that show something else."""
LARGEST = 400_000
"""Of a file, in bytes: larger ones take seconds to render."""
UNITS = {"": 1.0, "px": 1.0, "pt": 1.25, "pc": 15.0, "mm": 3.543, "cm": 35.43, "in": 90.0}
"""Pixels, as Inkscape and Sodipodi of that time counted."""


def drawings(work: Path) -> dict[str, str]:
    """Return {names, apart by slashes, likeliest first: SVG}; fetches the package with apt-get once."""
    found: dict[str, str] = {}
    root = debian.unpacked(PACKAGE, VERSION, work) / "usr/share/openclipart/svg"
    for path in sorted(root.rglob("*.svg")):
        if LEFT_OUT.search(str(path.relative_to(root))) or path.stat().st_size > LARGEST:
            continue
        try:
            tree = ElementTree.parse(path).getroot()
        except ElementTree.ParseError:
            continue
        _sized(tree)
        title, keywords = _said(tree)
        names = [*_parts(title), *_parts(path.stem), *keywords]
        found["/".join(dict.fromkeys(names))] = ElementTree.tostring(tree, "unicode")
    return found


def _said(tree: ElementTree.Element) -> tuple[str, list[str]]:
    """Return the title, empty where it is a package's, and the keywords that may be the thing's name."""
    titles = [one.text or "" for one in tree.iter("{http://purl.org/dc/elements/1.1/}title")]
    title = titles[0] if titles and not NO_TITLE.match(titles[0].strip()) else ""
    words = [(one.text or "").strip().lower() for one in tree.iter() if one.tag.endswith("}li")]
    return title, [word for word in words if len(word) > 2 and word not in VAGUE]


def _parts(name: str) -> list[str]:
    """Return a name's whole, its words in their order, and their singulars."""
    words = re.sub(r"[^a-z ]", " ", name.lower().replace("_", " ")).split()
    texts = [text for text in (" ".join(words), *words) if len(text) > 2]
    return [one for text in texts for one in (text, text.removesuffix("s"))]


def _sized(tree: ElementTree.Element) -> None:
    """Give a drawing a view box, and no size of its own."""
    sides = [re.match(r"([\d.]+)\s*(\w*)$", tree.attrib.pop(name, "")) for name in ("width", "height")]
    if "viewBox" not in tree.attrib:
        width, height = (float(side[1]) * UNITS.get(side[2], 1.0) if side else 500.0 for side in sides)
        tree.set("viewBox", f"0 0 {width} {height}")
