"""The settings that the page shows, as they are declared: names, help, choices and bounds."""

from __future__ import annotations

import html
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pixdraw.fields import bounds_of, choices_of
from pixdraw.hosting.allowed import ALLOWED, INPUTS, PLUGINS
from pixdraw.hosting.studio import served_qualities
from pixdraw.imaging.palettes import NAMED
from pixdraw.registry import DRAWERS
from pixdraw.settings.catalog import Known, every_setting
from pixdraw.settings.explain import values_of
from pixdraw.settings.looks import built_in

FIRST = ("prompts", "seed", "pixel_size", "palette", "drawer")
"""Settings that are in sight at once, in this order."""
ALSO = ("manner", "base", "candidates", "keep_best")
"""Settings shown beside those of the short help."""
ELSEWHERE = ("init_image",)
"""Settings that are no field of their own: a picture of the gallery is the start."""


@dataclass(frozen=True)
class Field:
    """A setting as the page shows it."""

    known: Known
    kind: type
    """bool, int, float or str; what it is given as."""
    choices: tuple[str, ...]
    """What to choose from; empty for numbers and free texts."""
    several: bool = False
    """Several of the choices at once."""
    free: bool = False
    """Other texts than the choices, too."""

    @property
    def name(self) -> str:
        """As in files and on the command line."""
        return self.known.name

    @property
    def label(self) -> str:
        """Its name in words."""
        return self.name.replace("_", " ").capitalize()

    @property
    def help(self) -> str:
        """What it does, as declared."""
        return str(self.known.field.description or "")

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Minimum and maximum of a number."""
        own, hosted = bounds_of(self.known.field), self.known.facts.hosted
        least, most = own.get("ge", own.get("gt")), own.get("le", own.get("lt"))
        if hosted is not None:
            least = least if hosted.least is None else hosted.least
            most = most if hosted.most is None else hosted.most
        return least, most


@cache
def shown_fields() -> tuple[Field, ...]:
    """Return the settings that have a field of their own: those in sight, then those of the short help."""
    known = {one.name: one for one in every_setting() if one.is_built_in and may_be_set(one.name)}
    everyday = [name for name, one in known.items() if one.facts.everyday and name not in (*FIRST, *ELSEWHERE)]
    return tuple(_field(known[name]) for name in (*FIRST, *everyday, *ALSO))


@cache
def other_settings() -> dict[str, Known]:
    """Return name → setting of all others that a visitor may set."""
    shown = {field.name for field in shown_fields()}
    found = {one.name: one for one in every_setting() if one.is_built_in and may_be_set(one.name)}
    return {name: one for name, one in found.items() if name not in {*shown, *ELSEWHERE}}


def may_be_set(name: str) -> bool:
    """Tell whether a visitor may set a setting: as a hosted request may."""
    return name in INPUTS or name in ALLOWED


def told(known: Known) -> str:
    """Return what there is to say of a setting, as HTML: its help, its values, what it needs, whose it is."""
    rows = [("values", values_of(known)), ("needs", known.facts.needs), ("belongs to", known.owner)]
    parts = [f"<dt>{label}</dt><dd>{html.escape(text)}</dd>" for label, text in rows if text]
    return f"<p>{html.escape(str(known.field.description or ''))}</p><dl>{''.join(parts)}</dl>"


def belongs(field: Field, drawer: str) -> bool:
    """Tell whether a setting is one of a run with this drawer."""
    return field.known.registry is None or field.known.plugin == DRAWERS.resolve(drawer)


def _field(known: Known) -> Field:
    kind = _kind(known)
    choices = choices_of(known.model, known.name)
    if known.name in _CHOICES:
        one = _CHOICES[known.name]
        return Field(known, str, tuple(one.choices()), one.several, one.free)
    return Field(known, kind, tuple(map(str, choices)) or (("yes", "no") if kind is bool else ()))


def _kind(known: Known) -> type:
    annotation = known.field.annotation
    parts = [part for part in (annotation, *get_args(annotation)) if isinstance(part, type)]
    several = any(isinstance(part, types.GenericAlias) for part in (annotation, *get_args(annotation)))
    if known.name == "seed":
        return int  # of the first picture
    return next((kind for kind in (bool, int, float) if kind in parts and not several), str)


@dataclass(frozen=True)
class _Choices:
    choices: Callable[[], Any]
    several: bool = False
    free: bool = False


_CHOICES: Mapping[str, _Choices] = {
    "drawer": _Choices(lambda: [name for name in DRAWERS.names() if DRAWERS.is_built_in(name)]),
    "quality": _Choices(served_qualities),
    "palette": _Choices(lambda: NAMED, free=True),
    "pixel_size": _Choices(lambda: [f"{side}x{side}" for side in (8, 16, 24, 32, 48, 64, 96)], free=True),
    "losses": _Choices(lambda: PLUGINS["losses"], several=True, free=True),
    "filters": _Choices(lambda: PLUGINS["filters"], several=True, free=True),
    "manner": _Choices(lambda: built_in()["manners"], several=True, free=True),
    "base": _Choices(lambda: built_in()["bases"], free=True),
}
"""Setting → what else than its declared values there is to choose from: names that are in other tables."""
