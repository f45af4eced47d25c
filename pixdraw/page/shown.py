"""What the page shows beside its fields, as HTML: pictures, how far a drawing is, what a dropped picture says."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.resources import files
from math import ceil
from typing import Any

from pixdraw.errors import FileError
from pixdraw.page.brush import cells_of
from pixdraw.page.fields import FIRST
from pixdraw.page.opening import Opened
from pixdraw.page.visits import Picture
from pixdraw.page.works import Look
from pixdraw.settings.catalog import every_setting
from pixdraw.settings.explain import shown as as_written
from pixdraw.sinks.metadata import read_record

MOST_TOLD = 24
"""Settings of a picture that are listed."""
_WORDS = {
    "settings: ": "",
    "init_image: ": "",
    "cannot be set in a request": "cannot be set on this page",
    "cannot be chosen in a request": "cannot be chosen on this page",
    "see docs/hosting.md": "Every other setting lists what can",
    "output_format says what is written": "the buttons below a picture fetch its files",
    "num_outputs": "the number of pictures",
}
"""Words of hosted requests → those of the page."""
EMPTY = (
    '<div class="empty"><strong>Nothing drawn yet</strong>'
    "<span>Say what to draw and press Draw. Or drop a picture under Open.</span></div>"
)
_COLOURS = ("#ff004d", "#ffa300", "#ffec27", "#00e436", "#29adff", "#83769c", "#ff77a8", "#ffccaa", "#7e2553")
HEAD = (
    '<h1><span class="mark" aria-hidden="true">'
    + "".join(f'<i style="--c:{colour}"></i>' for colour in _COLOURS)
    + "</span>pixdraw</h1><p>Type what you want to see, get pixel art. Everything is drawn on this machine.</p>"
)


def static(name: str) -> str:
    """Return a file of the page's own: style, script or template."""
    return files("pixdraw").joinpath(f"page/static/{name}").read_text("utf-8")


def address(png: bytes) -> str:
    """Return a PNG as an address that holds it."""
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def sheet(look: Look) -> str:
    """Return the pictures of a look, side by side."""
    if not look.pictures:
        return EMPTY
    across = ceil(len(look.pictures) ** 0.5)
    made = "".join(_figure(png, told) for png, told in look.pictures)
    return f'<div class="sheet" style="--across:{across}">{made}</div>'


def large(picture: Picture) -> str:
    """Return a picture of the gallery."""
    wide = ' class="sheet grid"' if "html" in picture.files else ' class="sheet"'
    return f"<div{wide}>{_figure(picture.path.read_bytes(), picture.told)}</div>"


def status(look: Look) -> str:
    """Return how far a drawing is, for eyes and for screen readers."""
    bar = "" if look.ended else f'<progress max="1" value="{look.share:.3f}" aria-label="progress"></progress>'
    return f'<div class="line">{bar}<span role="status" aria-live="polite">{html.escape(look.told)}</span></div>'


def trouble(text: str) -> str:
    """Return why something could not be done, in the words of the page where they are those of a request's inputs."""
    for theirs, ours in _WORDS.items():
        text = text.replace(theirs, ours)
    return f'<div class="line trouble" role="alert">{html.escape(text)}</div>'


def has_settings(picture: Picture) -> bool:
    """Tell whether a picture's file says what draws it."""
    with suppress(FileError):
        return bool(read_record(picture.path).settings)
    return False


def about(picture: Picture) -> str:
    """Return what draws a picture again: the settings that were given and are not what every picture has."""
    given: dict[str, Any] = {}
    with suppress(FileError):
        given = dict(read_record(picture.path).given)
    given.pop("time_limit_s", None)
    written = {name: as_written(given[name]) for name in (*FIRST, *given) if name in given}
    rows = [(name.replace("_", " "), text) for name, text in written.items() if _usual().get(name) != text]
    return f"<p><strong>{html.escape(picture.told)}</strong></p>{_rows(rows[:MOST_TOLD])}"


def opened(found: Opened) -> str:
    """Return what a dropped picture's settings are, what of them is not taken, and why."""
    if not found.form and not found.left_out and not found.trouble:
        return "<p>It holds no settings of pixdraw. It is in the gallery: redraw a part, vary it, take its colours.</p>"
    written = {name: as_written(found.form[name]) for name in (*FIRST, *found.form) if name in found.form}
    written |= {name: value.strip() for name, _, value in map(_parted, found.further.splitlines())}
    told = [(name.replace("_", " "), text) for name, text in written.items()]
    parts = [f"<p>Drawn by pixdraw {html.escape(found.version or 'of an early version')}, with:</p>{_rows(told)}"]
    if found.left_out:
        parts += ["<p>Not taken from a file:</p>", _rows([(n, why) for n, why in found.left_out.items()])]
    if found.trouble:
        parts.append(f"<p><strong>They cannot be used: {html.escape(found.trouble)}</strong></p>")
    return f'<div class="about">{"".join(parts)}</div>'


def brush_of(picture: Picture | None) -> dict[str, Any]:
    """Return what the brush shows: a picture and its cells, none painted."""
    if picture is None:
        return {"picture": address(_CLEAR), "columns": 16, "rows": 16, "painted": "", "told": "no picture yet"}
    columns, rows = cells_of(picture)
    told = html.escape(picture.told, quote=True)
    shown = address(picture.path.read_bytes())
    return {"picture": shown, "columns": columns, "rows": rows, "painted": "", "told": told}


@cache
def _usual() -> dict[str, str]:
    """Return each setting's value where nothing is given, as it is written."""
    return {one.name: as_written(one.field.get_default(call_default_factory=True)) for one in every_setting()}


_CLEAR = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
)
"""A clear pixel, PNG."""


def _figure(png: bytes, told: str) -> str:
    return f'<figure><img class="pixels checks" alt="{html.escape(told, quote=True)}" src="{address(png)}"></figure>'


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    made = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(value[:300])}</dd>" for name, value in rows)
    return f"<dl>{made}</dl>"


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition(":")
