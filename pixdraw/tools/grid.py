"""Grids: all combinations of prompts, manners, seeds and other settings, drawn and laid out with labels."""

from __future__ import annotations

import base64
import html
import io
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from pixdraw.drawing import Drawing
from pixdraw.errors import SettingsError
from pixdraw.settings.model import Settings, resolve

MOST = 256
"""Maximum number of pictures of a grid."""
MANNER = "manner"
"""Labels show values of this setting, and prompts, without a name."""
TOGETHER = ("prompts", MANNER, "seed")
"""Settings whose values are drawn as one batch, in this order."""
MARGIN = 8
LONGEST = 28
"""Maximum number of letters of a line of a label."""


@dataclass(frozen=True)
class Grid:
    """Pictures in rows and columns, with the labels of both."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    pictures: tuple[tuple[Image.Image, ...], ...]


def parse_vary(texts: Sequence[str]) -> dict[str, list[str]]:
    """Read `name=value,value,…` texts; SettingsError for another form, a name given twice, and no values."""
    found: dict[str, list[str]] = {}
    for text in texts:
        name, equals, values = text.partition("=")
        name = name.strip().lstrip("-").replace("-", "_")
        split = [value.strip() for value in values.split(";" if ";" in values else ",")]
        if not equals or not name or not all(split):
            raise SettingsError(
                f"vary {text!r}: expected name=value,value, as in seed=1,2 or manner=watercolour,low-poly"
            )
        if name in found:
            raise SettingsError(f"vary {name}: it is given twice; write all its values at once, {name}=a,b,c")
        found[name] = split
    return found


def with_seed(prompts: Sequence[str], vary: Mapping[str, Sequence[str]], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of all pictures with a common seed, a fresh one where none is given or varied."""
    if "seed" in vary or not prompts:
        return dict(given)
    first = {name: values[0] for name, values in vary.items()}
    return {**given, "seed": list(resolve({**given, **first, "prompts": list(prompts[:1])}).seed)}


@dataclass(frozen=True)
class Plan:
    """A grid before it is drawn."""

    axes: Mapping[str, Sequence[str]]
    """Setting → its values; the last one runs along the columns."""
    batches: tuple[tuple[Settings, tuple[tuple[str, ...], ...]], ...]
    """Settings of each batch, and the place of each of its pictures: a value of every axis."""

    def laid_out(self, drawn: Mapping[tuple[str, ...], Image.Image]) -> Grid:
        """Return the grid of the drawn pictures, place → picture, at least one; other places are grey."""
        return _laid_out(self.axes, drawn)


def plan_grid(
    prompts: Sequence[str],
    vary: Mapping[str, Sequence[str]],
    given: Mapping[str, Any],
    resolved: Callable[[Mapping[str, Any]], Settings] = resolve,
) -> Plan:
    """Return the plan of a grid of every prompt with every combination of varied values.

    The last variation runs along the columns, prompts and all others down the rows. Pictures that differ in prompt,
    manner and seed alone are drawn as one batch. With candidates each place shows its best one. `resolved` makes
    settings from a batch's values. Raises SettingsError.
    """
    axes = {**({"prompts": prompts} if prompts else {}), **vary}
    if not prompts or not vary:
        raise SettingsError("name a prompt and what to vary, as in `pixdraw grid 'a temple' --vary seed=1,2`")
    if (count := prod(map(len, axes.values()))) > MOST:
        raise SettingsError(f"{count} pictures are too many for a grid: at most {MOST}; vary less")
    cells = [dict(zip(axes, values, strict=True)) for values in product(*axes.values())]
    batches: dict[tuple[tuple[str, str], ...], list[dict[str, str]]] = {}
    for cell in cells:
        key = tuple((name, value) for name, value in cell.items() if name not in TOGETHER)
        batches.setdefault(key, []).append(cell)
    together = {name: list(values) for name, values in axes.items() if name in TOGETHER}
    settings = [resolved({**given, **dict(key), **together}) for key in batches]
    for chosen, batch in zip(settings, batches.values(), strict=True):
        _check_one_each(chosen, len(batch))
    places = [tuple(tuple(batch[n].values()) for n in _as_drawn(batch, together)) for batch in batches.values()]
    return Plan(axes, tuple(zip(settings, places, strict=True)))


def draw_grid(prompts: Sequence[str], vary: Mapping[str, Sequence[str]], given: Mapping[str, Any]) -> Grid:
    """Draw the grid that `plan_grid` plans.

    Raises SettingsError before anything is drawn. A KeyboardInterrupt has the pictures drawn so far as its `grid`.
    """
    plan = plan_grid(prompts, vary, given)
    drawn: dict[tuple[str, ...], Image.Image] = {}
    try:
        for settings, places in plan.batches:
            drawn |= zip(places, Drawing(settings).finish().images(), strict=True)
    except KeyboardInterrupt as stop:
        stop.grid = plan.laid_out(drawn) if drawn else None  # type: ignore[attr-defined]
        raise
    return plan.laid_out(drawn)


def sheet(grid: Grid) -> Image.Image:
    """Lay the pictures out on white, with a label before each row and above each column."""
    font = ImageFont.load_default(14)
    grid = Grid(tuple(map(_wrapped, grid.rows)), tuple(map(_wrapped, grid.columns)), grid.pictures)
    width = max(picture.width for row in grid.pictures for picture in row)
    height = max(picture.height for row in grid.pictures for picture in row)
    lines = [line for label in grid.rows for line in label.split("\n")]
    left = MARGIN * 2 + max(round(font.getlength(line)) for line in lines)
    heads = [label.split("\n") for label in grid.columns]
    wide = max(width, *(round(font.getlength(line)) for head in heads for line in head))
    top = 18 * max(map(len, heads)) + 2 * MARGIN
    size = (left + len(grid.columns) * (wide + MARGIN), top + len(grid.rows) * (height + MARGIN))
    out = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(out)
    for column, label in enumerate(grid.columns):
        pen.multiline_text((left + column * (wide + MARGIN), MARGIN), label, "black", font)
    for row, (label, pictures) in enumerate(zip(grid.rows, grid.pictures, strict=True)):
        y = top + row * (height + MARGIN)
        pen.multiline_text((MARGIN, y), label, "black", font)
        for column, picture in enumerate(pictures):
            out.paste(picture, (left + column * (wide + MARGIN), y), picture if picture.mode == "RGBA" else None)
    return out


def page(grid: Grid) -> str:
    """Return the grid as a web page with embedded pictures."""
    head = "".join(f"<th>{html.escape(label)}</th>" for label in grid.columns)
    rows = [
        f"<tr><th>{html.escape(label)}</th>{''.join(f'<td>{_embedded(picture)}</td>' for picture in pictures)}</tr>"
        for label, pictures in zip(grid.rows, grid.pictures, strict=True)
    ]
    style = "body{font-family:sans-serif}th{font-weight:normal;padding:4px;text-align:left;vertical-align:top}"
    body = f"<table><tr><th></th>{head}</tr>{''.join(rows)}</table>"
    return f'<!doctype html><meta charset="utf-8"><title>pixdraw grid</title><style>{style}</style>{body}\n'


def _as_drawn(cells: Sequence[Mapping[str, str]], together: Mapping[str, Sequence[str]]) -> list[int]:
    """Return the places of cells in the order of a batch's pictures: by prompt, manner and seed."""
    ranks = {name: {value: rank for rank, value in enumerate(together[name])} for name in TOGETHER if name in together}
    return sorted(range(len(cells)), key=lambda place: [known[cells[place][name]] for name, known in ranks.items()])


def _check_one_each(settings: Settings, places: int) -> None:
    """Raise SettingsError if a batch makes more or fewer pictures than there are places for them."""
    pictures = len(settings.prompts) * max(len(settings.manner), 1) * (settings.keep_best or len(settings.seed))
    if pictures != places:
        raise SettingsError(
            f"{pictures} pictures for {places} places of a grid: vary seed or manner rather than setting several, and "
            "leave keep out"
        )


def _laid_out(axes: Mapping[str, Sequence[str]], drawn: Mapping[tuple[str, ...], Image.Image]) -> Grid:
    *down, (name, along) = axes.items()
    rows = list(product(*(values for _, values in down)))
    missing = Image.new("RGB", next(iter(drawn.values())).size, "#dddddd")
    shown = [n for n, _ in down]
    several = len(axes["prompts"]) > 1 or len(down) == 1

    def label(row: tuple[str, ...]) -> str:
        parts = zip(shown, row, strict=True)
        return ", ".join(
            value if n in ("prompts", MANNER) else f"{n}={value}" for n, value in parts if n != "prompts" or several
        )

    def picture(row: tuple[str, ...], value: str) -> Image.Image:
        return drawn.get((*row, value), missing)

    return Grid(
        tuple(label(row) for row in rows),
        tuple(value if name == MANNER else f"{name}={value}" for value in along),
        tuple(tuple(picture(row, value) for value in along) for row in rows),
    )


def _wrapped(label: str) -> str:
    return "\n".join(textwrap.wrap(label, LONGEST)) or label


def _embedded(picture: Image.Image) -> str:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return f'<img alt="" src="data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}">'
