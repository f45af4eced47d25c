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
"""How the text of a hosted request is checked; "own": by the setting's own validator. Not needed for numbers and
choices."""


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
    """Condition for the setting to have an effect: `init_image`, `init=proposal`; alternatives joined by ` or `,
    several required conditions joined by ` and ` (` or ` binds tighter)."""
    rule: str = ""
    """What decides its value if it is not set and the default is not a constant."""
    everyday: bool = False
    """Whether the short help of `draw` shows it."""
    hosted: Hosted | None = None
    """Bounds for hosted requests; None if they may not set it."""
    refusal: str = ""
    """Why hosted requests may not set it, where `opens` and `writes` do not explain it."""
    text: Text = ""
    opens: Opens = ""
    ours: tuple[str, ...] = ()
    """Values of an `opens` setting that are safe because they ship with pixdraw or come from a fixed address; all other
    values need `--trust` when they come from a file."""
    writes: bool = False
    """Whether it decides what is written and where; it is then never taken from a picture's file."""
    was: tuple[str, ...] = ()
    """Its names in clipit, pixray and earlier versions."""
    chooses: bool = False
    """Whether a value above 0 also selects the setting's plug-in."""
    replaces: tuple[str, ...] = ()
    """Settings that are dropped when a picture is redrawn with this setting changed (for example `size` when `aspect`
    changes)."""
    pulls: bool = False
    """Whether the setting adds a loss besides the prompts; `warn_if_held` warns about it in runs with small
    `freedom`."""
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
    """Conditional defaults: `then` applies if every condition in `when` holds.

    Plug-in files declare `PRESETS = (Preset(…), …)`. If several matching presets set the same setting, the last one
    wins; a drawer's presets come after the common ones.
    """

    when: Mapping[str, Any]
    """Setting → required value or list of allowed values; GIVEN: any non-empty value; None: not set; SPRITE: a picture
    file of pixel art."""
    then: Mapping[str, Any]
    """Setting → its default, or how that follows from other settings."""


class Following(NamedTuple):
    """In a preset's `then`: a default that is worked out from the values of other settings."""

    words: str
    """What it is, for explanations."""
    found: Callable[[Callable[[str], Any], Callable[[str], Any]], Any]
    """Function (value_of, cells_of) → default. value_of(name) returns a setting's value; cells_of(file) returns the
    (columns, rows) of a picture file (see `settings.sizes.sprite_cells`)."""


GIVEN = "(given)"
"""In a preset's `when`: the setting has a value that is neither None nor empty."""
SPRITE = "(sprite)"
"""In a preset's `when`: the setting names a picture file of a sprite: see `settings.sizes.sprite_cells`."""
FROM_NOTHING: Mapping[str, Any] = {
    "quality": "tiny",
    "perceptors": ("tiny",),
    **dict.fromkeys(("init", "init_image", "init_noise", "base", "overlay_image", "target_images")),
    **dict.fromkeys(("animation_frames", "loop_frames", "zoom_angle_deg")),
    "zoom": 1.0,
    "zoom_pan": (0.0, 0.0),
}
"""In a preset's `when`: the built-in perceptor guides a run that is given no picture, to show or to be like."""


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
