"""How a setting is declared: once, on its field, with all facts about it.

A field of `Settings`, or of a plug-in's `Config`, is written `name: type = setting(default, help="…", …)`. Validation,
help, the command line, hosted requests and files all read this declaration. A plug-in may also use a plain pydantic
`Field`: hosted requests may then not set it, and its texts are treated as names of files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

Opens: TypeAlias = Literal["", "file", "model", "plugin", "palette"]
"""Kind of things outside of the package that a value may name: files and folders, models, plug-ins, palettes' files."""

Text: TypeAlias = Literal["", "prompt", "duration", "colour", "plugins", "own"]
"""How the text of a hosted request is checked; own: by the setting itself. Numbers and choices need no such word."""


@dataclass(frozen=True)
class Hosted:
    """Bounds for hosted requests, in addition to the field's own."""

    least: float | None = None
    most: float | None = None
    input: bool = False
    """Whether it is an input of its own of the hosted model, not a line of its `settings` text."""


@dataclass(frozen=True)
class Facts:
    """Facts about a setting other than type, default and bounds. Given to pydantic as `json_schema_extra`."""

    group: str = ""
    """Its group in help; empty: that of its class."""
    needs: str = ""
    """The condition for it to have an effect: `init_image`, `init=proposal`, or alternatives joined by ` or `."""
    rule: str = ""
    """What decides its value where it is left out, if the default is not a constant."""
    everyday: bool = False
    """Whether the short help of `draw` shows it."""
    hosted: Hosted | None = None
    """Bounds for hosted requests; None where they may not set it."""
    refusal: str = ""
    """Why hosted requests may not set it, where `opens` and `writes` do not explain it."""
    text: Text = ""
    opens: Opens = ""
    ours: tuple[str, ...] = ()
    """Of the names that it `opens`, those that come with the package or can be fetched; others must be trusted."""
    writes: bool = False
    """Whether it decides what is written and where; it is then never taken from a picture's file."""
    was: tuple[str, ...] = ()
    """Its names in clipit, pixray and earlier versions."""
    chooses: bool = False
    """Whether any value above 0 also chooses its plug-in."""
    replaces: tuple[str, ...] = ()
    """Settings whose place it takes, where a picture is drawn again with this one changed."""
    pulls: bool = False
    """Whether it pulls the picture beside the prompts: it shows little in a run that may move little."""
    takes_none: bool = False
    """Whether the word none is one of its values."""

    def __call__(self, schema: dict[str, Any]) -> None:
        """Add to the JSON schema of the field what readers of it can use."""
        schema.update({"group": self.group, "needs": self.needs, "everyday": self.everyday})


def setting(
    default: Any = ...,
    *,
    help: str,  # noqa: A002 (what it is)
    hosted: Hosted | bool = False,
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
    lt: float | None = None,
    **facts: Any,
) -> Any:  # Any, as pydantic's Field: the value of a field of any type
    """Declare a setting: its default (`...`: filled in by rule), `help` in plain words, bounds, and further `Facts`."""
    declared = Facts(hosted=Hosted() if hosted is True else hosted or None, **facts)
    return Field(default, description=help, ge=ge, gt=gt, le=le, lt=lt, json_schema_extra=declared)


def facts_of(info: FieldInfo) -> Facts | None:
    """Return what is declared of a field, or None of a plain one."""
    extra = info.json_schema_extra
    return extra if isinstance(extra, Facts) else None


def bounds_of(info: FieldInfo) -> dict[str, float]:
    """Return a field's bounds: of ge, gt, le and lt those it has."""
    found: dict[str, float] = {}
    for part in info.metadata:
        found.update({key: getattr(part, key) for key in ("ge", "gt", "le", "lt") if hasattr(part, key)})
    return found


def choices_of(model: type[BaseModel], name: str) -> tuple[Any, ...]:
    """Return the allowed values of a Literal field, or nothing."""
    annotation = model.model_fields[name].annotation
    for part in (annotation, *getattr(annotation, "__args__", ())):
        if getattr(part, "__origin__", None) is Literal:
            return tuple(part.__args__)
    return ()


class Switch(NamedTuple):
    """An old setting that chose a loss and gave its weight: in a loss's file, `SWITCHES = {"smoothness": Switch()}`."""

    weight: float = 1.0
    """Factor of its value; with `ramp` the weight itself."""
    ramp: str = ""
    """The setting that its value is given to instead."""
    also: Mapping[str, Any] = {}
    """Further settings that it stands for."""
    needs: str = ""
    """Without this setting it meant nothing."""


class Preset(NamedTuple):
    """Defaults that hold where some settings have some values: in a plug-in's file, `PRESETS = (Preset(…), …)`.

    Of several that hold and say something of a setting the last one counts; a drawer's come after those of all drawers.
    """

    when: Mapping[str, Any]
    """Setting → the value it must have, or a list of them; GIVEN for any, None for none, SPRITE for pixel art."""
    then: Mapping[str, Any]
    """Setting → its default, or how that follows from other settings."""


class Following(NamedTuple):
    """In a preset's `then`: a default that is worked out from the values of other settings."""

    words: str
    """What it is, for explanations."""
    found: Callable[[Callable[[str], Any], Callable[[str], Any]], Any]
    """Takes what returns a setting's value by its name, and what returns the cells of a picture by its (see
    `settings.sizes.sprite_cells`); returns the default."""


GIVEN = "(given)"
"""In a preset's `when`: the setting has a value that is neither None nor empty."""
SPRITE = "(sprite)"
"""In a preset's `when`: the setting names a picture file of a sprite: see `settings.sizes.sprite_cells`."""


@dataclass(frozen=True)
class Tables:
    """Tables in a plug-in's file beside its `Config`, each with a name in capitals."""

    presets: tuple[Preset, ...] = ()
    aliases: tuple[str, ...] = ()
    """Its other names."""
    replaced: Mapping[tuple[str, Any], Mapping[str, Any]] = field(default_factory=dict)
    """(old setting, its value) → today's settings."""
    switches: Mapping[str, Switch] = field(default_factory=dict)
    """Old settings that chose it."""
    dead: Mapping[str, str] = field(default_factory=dict)
    """Old settings without a meaning here, and why."""
    keeps_palette: tuple[str, ...] = ()
    """The values of palette_mode that choose it; the first one's plug-in is the default."""


@dataclass(frozen=True)
class Cost:
    """What one picture of a drawer costs beside its pixels and steps; `cost(config, canvas)` in a drawer's file."""

    shapes: int = 0
    """Strokes, or pieces of long ones."""
    covered_pixels: int = 0
    """Pixels under these shapes, counted once for each shape."""
    decoded_pixels: int = 0
    """Pixels that latents are decoded to."""


__all__ = [
    "GIVEN", "SPRITE", "Cost", "Facts", "Following", "Hosted", "Preset", "Switch", "Tables", "bounds_of", "choices_of",
    "facts_of", "setting",
]  # fmt: skip
