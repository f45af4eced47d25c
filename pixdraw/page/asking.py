"""What a visitor asks for: the fields of the page in, checked settings out, through the border of hosted requests."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from pixdraw.errors import SettingsError
from pixdraw.hosting.allowed import INPUTS
from pixdraw.hosting.limits import Limits
from pixdraw.hosting.requests import MOST_OUTPUTS, following, read_values, settled
from pixdraw.hosting.settings_text import read_settings_text
from pixdraw.page.fields import belongs, may_be_set, shown_fields
from pixdraw.registry import DRAWERS
from pixdraw.settings.model import SEED_LIMIT, Settings
from pixdraw.settings.texts import YES
from pixdraw.tools.grid import Plan, plan_grid

MOST_OF_A_GRID = 36
"""Pictures of a grid."""

_NUMBER = re.compile(r"[-+.\deE]+|true|false")

Form = Mapping[str, Any]
"""Setting → what its field holds; nothing, or an empty text or list, leaves it out."""


def values_of(form: Form, further: str = "", count: int = 1) -> dict[str, Any]:
    """Return the checked values of a form and of further `name: value` lines, with `count` seeds.

    Raises a PixdrawError, in one line, for what a visitor may not set.
    """
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= MOST_OUTPUTS:
        raise SettingsError(f"number of pictures {count!r:.40}: expected a whole number from 1 to {MOST_OUTPUTS}")
    given = _given(form)
    if not str(given.get("prompts", "")).strip():
        raise SettingsError("the prompt is empty: say what to draw, for example a red heart")
    inputs = {name: value for name, value in given.items() if name in INPUTS}
    extra = {name: value for name, value in given.items() if name not in INPUTS}
    values = read_values(inputs, {**extra, **read_settings_text(further)})
    return {**values, "seed": following(values["seed"], count)}


def asked(form: Form, further: str = "", count: int = 1, limits: Limits | None = None, **own: Any) -> Settings:
    """Return the settings of a drawing; `own` are files of the visit, which only the page itself names."""
    return settled({**values_of(form, further, count), **own}, limits or Limits())


def within_limits(settings: Settings, limits: Limits | None = None) -> Settings:
    """Return settings that the page made itself, of a picture of the gallery, where they ask for no more than may be.

    Raises SettingsError.
    """
    (limits or Limits()).check(settings, "png")
    return settings


def asked_grid(
    form: Form, further: str, across: tuple[str, str], down: tuple[str, str], limits: Limits | None = None
) -> Plan:
    """Return the plan of a grid: two settings, each with its values in one text, parted by semicolons or commas.

    Rows may be left empty. Every combination passes the border. Raises a PixdrawError, in one line.
    """
    given, extra = _given(form), read_settings_text(further)
    values_of(form, further)  # what is wrong without the grid is told first
    prompts = [str(given.pop("prompts"))]
    vary: dict[str, list[str]] = {}
    for name, text in (down, across):
        if not name and not text.strip():
            continue
        split = [part.strip() for part in text.split(";" if ";" in text else ",") if part.strip()]
        if not name or not split:
            raise SettingsError("a grid needs a setting and its values, as in seed and 1,2,3, for the columns at least")
        if name in vary:
            raise SettingsError(f"rows and columns both vary {name}: choose two settings")
        if name == "prompts":
            prompts = split
        else:
            vary[name] = split
    if not vary:
        raise SettingsError("a grid needs a setting that varies along the columns, as in seed: 1,2,3")
    allowed = limits or Limits()
    total = len(prompts)
    for listed in vary.values():
        total *= len(listed)
    if total > MOST_OF_A_GRID:
        raise SettingsError(f"{total} pictures are too many for a grid: at most {MOST_OF_A_GRID}; give fewer values")

    def resolved(cell: Mapping[str, Any]) -> Settings:
        return _of_cell(cell, allowed)

    return plan_grid(prompts, vary, {"seed": secrets.randbelow(SEED_LIMIT), **extra, **given}, resolved)


def grid_settings() -> list[str]:
    """Return what a grid may vary: every setting that the page shows, by name."""
    return [field.name for field in shown_fields() if field.name not in ("candidates", "keep_best")]


def prompt(text: str) -> str:
    """Return a prompt that a visitor gave beside the form, checked as the form's is."""
    return str(values_of({"prompts": text})["prompts"])


def seed(text: str | None, otherwise: int) -> int:
    """Return the seed that a field holds, or another where it is empty; SettingsError for what is none."""
    found = values_of({"prompts": "a", "seed": text})["seed"][0] if (text or "").strip() else otherwise
    return int(found)


def line(name: str, value: str) -> str:
    """Return a setting and what was written for it as a line of further settings."""
    plain = value.strip()
    return f"{name}: {plain}" if _NUMBER.fullmatch(plain) else as_lines({name: plain})


def as_lines(values: Mapping[str, Any]) -> str:
    """Return settings as `name: value` lines."""
    if not values:
        return ""
    text = yaml.safe_dump(
        dict(values), sort_keys=False, default_flow_style=None, allow_unicode=True, width=float("inf")
    )
    return str(text).strip()


def _of_cell(cell: Mapping[str, Any], limits: Limits) -> Settings:
    """Return the settings of pictures of a grid that are drawn together, each value checked as a visitor's."""
    together = {name: cell[name] for name in ("prompts", "seed", "manner") if isinstance(cell.get(name), list)}
    rest = {name: _typed(name, value) for name, value in cell.items() if name not in together}
    seeds = [_typed("seed", seed) for seed in together.pop("seed", [rest.get("seed")])]
    prompts = together.pop("prompts")
    values: dict[str, Any] = {}
    for prompt in prompts:
        for seed in seeds:
            inputs = {name: value for name, value in rest.items() if name in INPUTS}
            extra = {name: value for name, value in rest.items() if name not in INPUTS} | together
            values = read_values({**inputs, "prompts": prompt, "seed": seed}, extra)
    return settled({**values, "prompts": prompts, "seed": seeds}, limits)


def _typed(name: str, value: Any) -> Any:
    """Return a value of a grid's text as its field takes it."""
    if not isinstance(value, str):
        return value
    field = next((field for field in shown_fields() if field.name == name), None)
    if field is None or field.kind is str:
        return value
    if field.kind is bool:
        return value.strip().lower() in YES
    try:
        return field.kind(value)
    except ValueError as error:
        raise SettingsError(f"{name}={value!r:.40}: expected a number") from error


def _given(form: Form) -> dict[str, Any]:
    """Return what is filled in of a form, as settings take it, without what belongs to another drawer."""
    drawer = str(form.get("drawer") or DRAWERS.default())
    fields = {field.name: field for field in shown_fields()}
    given: dict[str, Any] = {}
    for name, value in form.items():
        if value is None or value in ("", []):
            continue
        if name not in fields or not may_be_set(name):
            raise SettingsError(f"{name:.40} is not a field of this page")
        if belongs(fields[name], drawer):
            given[name] = _as_setting(name, value)
    return given


def _as_setting(name: str, value: Any) -> Any:
    field = next(field for field in shown_fields() if field.name == name)
    if isinstance(value, Sequence) and not isinstance(value, str):
        separator = "|" if name == "manner" else ","
        return separator.join(map(str, value))
    if isinstance(value, float) and field.kind is int and value.is_integer():
        return int(value)
    return _typed(name, value) if isinstance(value, str) else value
