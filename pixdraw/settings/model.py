"""Settings: one flat mapping of names to values in, one validated object out.

The API, YAML files, the command line and hosted predictions all end in `resolve`. Common settings are the fields of
`Settings`; a drawer's, loss's or filter's own are the fields of its `Config`, flat beside the common ones.
"""

from __future__ import annotations

import codecs
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationInfo, field_validator

from pixdraw.errors import FileError, PixdrawError, SettingsError, suggestion
from pixdraw.fields import Hosted, setting
from pixdraw.guidance.files import frame_files
from pixdraw.registry import DRAWERS, KINDS
from pixdraw.settings import presets
from pixdraw.settings.legacy import texts_of, translate
from pixdraw.settings.messages import choices_of, validated
from pixdraw.settings.plugins import implied, no_priors, selected
from pixdraw.settings.seeds import SEED_LIMIT, parse_seed, parse_seeds
from pixdraw.settings.themes.animation import Animation
from pixdraw.settings.themes.guidance import Guidance
from pixdraw.settings.themes.motion import Motion
from pixdraw.settings.themes.outputs import Outputs
from pixdraw.settings.themes.overlay import Overlay
from pixdraw.settings.values import palette_text
from pixdraw.settings.yaml_text import read_text
from pixdraw.text.prompts import loop_prompts, parse_prompts
from pixdraw.text.units import parse_duration, parse_durations, split_numbers

LEAST_SIDE = presets.LEAST_SIDE
MOST_SIDE = 8192

CHOICES = ("optimiser", "quality", "aspect", "cut_method", "init_noise", "palette_mode", "init", "proposal_style")
"""Settings that are one of a few words, written in capitals or not."""

_CHOOSING = {"drawer", "losses", "priors", "filters", "palette", "palette_mode", "palette_size"}
"""Settings that choose plug-ins."""

PLACES = ("output", "outdir", "overwrite")
"""Settings that say where files go and nothing about the picture."""


class Settings(Guidance, Overlay, Motion, Animation, Outputs):
    """Everything a run depends on, resolved: no value is left open. Made by `resolve`."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    prompts: tuple[str, ...] = setting(
        (),
        help="What to draw. Each text is a picture; `|` joins prompts of one picture, each text:weight:stop.",
        hosted=Hosted(input=True),
        everyday=True,
        was=("prompt",),
    )
    seed: tuple[int, ...] = setting(
        (),
        help="Number from 0 to 4294967295, any text, or several (1,2): every prompt is drawn with every seed. "
        "Left out: a fresh one.",
        hosted=Hosted(input=True),
        everyday=True,
    )
    drawer: str = setting(
        "pixel", help="What draws: see `pixdraw drawers`.", hosted=Hosted(input=True), opens="plugin", everyday=True
    )
    losses: tuple[str, ...] = setting(
        (),
        help="Further losses, each name:weight, comma-separated.",
        hosted=True,
        text="plugins",
        opens="plugin",
        everyday=True,
        was=("custom_loss",),
    )
    priors: tuple[str, ...] = setting(
        (),
        help="Losses that the quality adds to yours, each name:weight; by quality and drawer; none for none.",
        hosted=True,
        text="plugins",
        opens="plugin",
        takes_none=True,
    )
    filters: tuple[str, ...] = setting(
        (),
        help="Filters over the picture, each name:weight, comma-separated.",
        hosted=True,
        text="plugins",
        opens="plugin",
        everyday=True,
        was=("color_mapper",),
    )

    quality: Literal["tiny", "draft", "normal", "better", "best", "supreme"] = setting(
        "tiny",
        help="Preset of perceptors, iterations, scale and cutouts; tiny needs no download.",
        hosted=Hosted(input=True),
        everyday=True,
    )
    perceptors: tuple[str, ...] = setting(
        ..., help="Models that judge the picture, comma-separated; by quality.", opens="model", was=("clip_models",)
    )
    iterations: int = setting(
        ...,
        ge=1,
        le=100_000,
        help="Optimisation steps; by quality.",
        hosted=Hosted(input=True),
        everyday=True,
        was=("max_iterations",),
    )
    num_cuts: int = setting(
        ...,
        ge=1,
        le=1024,
        help="Cutouts of the picture per step and perceptor; by quality.",
        hosted=True,
        everyday=True,
    )
    batches: int = setting(..., ge=1, le=256, help="Gradient accumulation: passes per step; by quality.", hosted=True)
    cut_method: Literal["classic", "sprite"] = setting(
        ..., help="How cutouts are taken; sprite suits tiny.", hosted=True
    )
    prompt_strength: float = setting(
        1.0,
        ge=0,
        le=100,
        help="Multiplies the pull of all prompts, contrast included, beside other losses.",
        hosted=True,
    )
    contrast: float = setting(
        0.0, ge=0, le=100, help="Weight of the prompt against a bank of other texts, as a softmax.", hosted=True
    )

    aspect: Literal["square", "widescreen", "portrait", "retain"] = setting(
        ...,
        help="Shape of the canvas; retain keeps init_image's.",
        hosted=Hosted(input=True),
        everyday=True,
        replaces=("size",),
    )
    scale: float = setting(
        ...,
        gt=0,
        le=presets.MOST_SCALE,
        help="Multiplies the aspect's base size; by quality.",
        hosted=True,
        replaces=("size",),
    )
    size: tuple[int, int] = setting(
        ..., help="Width and height of the picture in pixels; overrides scale.", hosted=True, everyday=True
    )
    palette: str | None = setting(
        None,
        help=r"Colours: pico-8, ramps like red->yellow\8, lists like [black, #ff8000], @file; joined by ;.",
        hosted=Hosted(input=True),
        opens="palette",
        everyday=True,
        replaces=("palette_size",),
        was=("target_palette",),
    )
    palette_mode: Literal["loss", "lookup", "exact"] | None = setting(
        None,
        help="How strict the palette is: a wish (loss, the default), each pixel shown in its nearest colour, "
        "or each cell chosen from the palette. Left out where losses has palette or filters has lookup: these alone.",
        hosted=True,
        needs="palette or palette_size",
        everyday=True,
    )
    palette_size: int | None = setting(
        None,
        ge=1,
        le=256,
        help="Without palette: draw with this many colours, which ones is learned.",
        hosted=True,
        replaces=("palette",),
    )
    transparent: bool = setting(
        ...,
        help="Draw on transparent ground and keep it in the file.",
        hosted=Hosted(input=True),
        everyday=True,
        was=("transparency",),
    )
    transparent_weight: float = setting(
        0.0, ge=-100, le=100, help="Adds this times the mean alpha to the loss.", hosted=True, was=("alpha_weight",)
    )
    init_image: str | None = setting(
        None, help="Picture file to start from.", hosted=Hosted(input=True), opens="file", everyday=True
    )
    init_noise: Literal["none", "pixels", "gradient", "snow"] = setting(
        "none", help="What to start from without init_image: none is the drawer's own start.", hosted=True
    )
    init: Literal["none", "proposal"] = setting(
        "none",
        help="proposal: start from a sprite that the built-in diffusion model draws of the prompt.",
        hosted=True,
        everyday=True,
    )
    proposal_style: Literal[presets.PROPOSALS] = setting(  # type: ignore[valid-type]
        "auto",
        help="How the proposal is drawn; auto: scene for places, else by seed; any: as it likes"
        + ("; pixels: as true pixel art, cell by cell." if "pixels" in presets.PROPOSALS else "."),
        hosted=True,
    )
    proposal_guidance: float = setting(
        2.0,
        ge=0,
        le=20,
        help="How strongly the proposal is drawn to the prompt, 0 to 20; 1: as it learned.",
        hosted=True,
    )
    proposal_steps: int = setting(16, ge=1, le=1000, help="Denoising steps of the proposal, 1 to 1000.", hosted=True)
    proposal_eta: float = setting(
        1.0, ge=0, le=1, help="Share of fresh noise in them, 0 (DDIM) to 1 (DDPM).", hosted=True
    )
    proposal_end: float = setting(
        0.3, ge=0, lt=1, help="Share of noise at the last of them; more is smoother.", hosted=True
    )
    proposal_looks: int = setting(
        8, ge=0, le=256, help="Looks at it, of which it is the mean; more is smoother.", hosted=True
    )
    proposal_sharp: bool = setting(
        True, help="Draw it anew by the built-in VQGAN: sharp edges, even areas.", hosted=True
    )
    proposal_strength: float = setting(
        0.7, gt=0, le=1, help="How far the proposal leaves init_image, above 0 to 1; 1 hardly looks at it.", hosted=True
    )

    learning_rate: float | None = setting(
        None,
        gt=0,
        le=100,
        help="Rate of the drawer's main parameters; its other rates scale along.",
        hosted=True,
        was=("step_size",),
    )
    learning_rate_drops: tuple[str, ...] = setting(
        ("75%",),
        help="When the rate falls to a tenth, comma-separated: 75% or 200 iterations; none for never.",
        hosted=True,
        text="duration",
        takes_none=True,
    )
    optimiser: Literal[presets.OPTIMISERS] = setting(  # type: ignore[valid-type]
        "Adam", help="Optimiser of the drawer's parameters.", hosted=True, was=("optimizer",)
    )
    auto_stop: bool = setting(False, help="Stop (or drop the rate early) when the loss no longer falls.", hosted=True)
    time_limit_s: float | None = setting(
        None, gt=0, le=86_400, help="End after so many seconds of drawing, with the best pictures so far.", hosted=True
    )
    device: str = setting(
        "auto", help="auto, cpu, cuda, cuda:1, mps.", refusal="it is the server's to decide", was=("cuda_device",)
    )

    save_every: str = setting(
        "0 iterations", help="Write the picture this often while drawing; 0: at the end.", writes=True
    )
    display_every: str = setting(
        "20 iterations",
        help="Show the picture this often in a notebook.",
        hosted=True,
        text="duration",
        was=("display_freq",),
    )
    output: str = setting(
        "", help="File of the picture; left empty: named after prompt and seed.", writes=True, everyday=True
    )
    outdir: str = setting(
        "", help="Folder for everything the run writes; %DATE% and %SEQ% are filled in.", writes=True, everyday=True
    )
    overwrite: bool = setting(False, help="Replace existing files instead of choosing a free name.", writes=True)
    save_svg: bool | None = setting(
        None, help="Also write SVG; by default where the picture is strokes.", writes=True, everyday=True
    )
    save_sprite: bool = setting(False, help="Also write the sprite, one pixel a cell.", writes=True, everyday=True)
    save_steps: bool = setting(
        False, help="Also write every saved step to steps/frame_0000.png.", writes=True, was=("save_intermediates",)
    )
    make_video: bool = setting(
        False, help="Also write an MP4 of the making.", writes=True, everyday=True, was=("video",)
    )
    make_gif: bool = setting(False, help="Also write a GIF of the making.", writes=True, everyday=True)
    save_settings: bool = setting(False, help="Also write settings.yaml.", writes=True)
    save_losses: bool = setting(False, help="Also write the loss history as CSV.", writes=True)
    save_checkpoint: bool = setting(False, help="Also write a checkpoint that `pixdraw resume` continues.", writes=True)

    _plugins: dict[str, dict[str, BaseModel]] = PrivateAttr(default_factory=dict)

    @field_validator("perceptors", "losses", "priors", "filters", mode="before")
    @classmethod
    def _split(cls, value: Any, info: ValidationInfo) -> Any:
        texts = texts_of(no_priors(value) if info.field_name == "priors" else value, ",")
        if info.field_name == "perceptors" and not texts:
            raise ValueError("perceptors is empty: name at least one, such as tiny, or leave it out")
        return texts

    @field_validator("prompts", mode="before")
    @classmethod
    def _prompts(cls, value: Any) -> Any:
        texts = [value] if isinstance(value, str) else value
        if isinstance(texts, Sequence):
            for text in texts:
                parse_prompts(text)
        return texts

    @field_validator("seed", mode="before")
    @classmethod
    def _seed(cls, value: Any) -> Any:
        return parse_seeds(value)

    @field_validator("size", mode="before")
    @classmethod
    def _size(cls, value: Any) -> Any:
        sides = split_numbers(value)
        sides = [sides] if isinstance(sides, str) else sides
        if not isinstance(sides, Sequence) or len(sides) != 2 or not all(str(side).isdigit() for side in sides):
            raise ValueError("expected two whole numbers, width and height, as in size=500x280")
        return tuple(int(side) for side in sides)

    @field_validator("size")
    @classmethod
    def _sides(cls, value: tuple[int, int]) -> tuple[int, int]:
        if not all(LEAST_SIDE <= side <= MOST_SIDE for side in value):
            near = ",".join(str(min(max(side, 64), MOST_SIDE)) for side in value)
            raise ValueError(f"both sides must be {LEAST_SIDE} to {MOST_SIDE} pixels; set size={near}")
        return value

    @field_validator("palette", mode="before")
    @classmethod
    def _palette_text(cls, value: Any) -> Any:
        return palette_text(value)

    @field_validator("palette")
    @classmethod
    def _palette(cls, value: str | None) -> str | None:
        if value is None:
            return None
        from pixdraw.imaging.palettes import parse_palette, write_palette  # torch, only where a palette is asked for

        colours = parse_palette(value)
        # What a file holds today is what the picture is drawn with again.
        return write_palette(colours) if "@" in value or "://" in value else value

    @field_validator("palette_size")
    @classmethod
    def _palette_size(cls, value: int | None, info: ValidationInfo) -> int | None:
        palette, mode = info.data.get("palette"), info.data.get("palette_mode")
        if palette is not None and value is not None:
            raise ValueError(r"palette_size is for learning colours; to cut a palette to 8 write palette='…\8'")
        if mode and palette is None and value is None and "palette" in info.data:
            raise ValueError(f"palette_size or palette is missing: palette_mode={mode} needs colours")
        return value

    @field_validator("learning_rate_drops", mode="before")
    @classmethod
    def _drops(cls, value: Any) -> Any:
        return tuple(str(drop) for drop in parse_durations(value))

    @field_validator("save_every", "display_every", mode="before")
    @classmethod
    def _duration(cls, value: Any, info: ValidationInfo) -> Any:
        return str(parse_duration(value, "iterations", name=str(info.field_name)))

    @field_validator("init")
    @classmethod
    def _init(cls, value: str, info: ValidationInfo) -> str:
        noise = info.data.get("init_noise", "none")
        if value != "none" and noise != "none":
            raise ValueError(f"init_noise={noise} is another start; give one of the two")
        return value

    @field_validator(*CHOICES, mode="before")
    @classmethod
    def _choice(cls, value: Any, info: ValidationInfo) -> Any:
        choices = {choice.lower(): choice for choice in choices_of(cls, str(info.field_name))}
        if value is None and "none" in choices:
            return "none"
        return choices.get(str(value).lower(), value)

    def plugin(self, kind: str, name: str) -> BaseModel:
        """Return the `Config` of a chosen plug-in; kind is "drawer", "losses" or "filters"."""
        return self._plugins[kind][name]

    def chosen(self, kind: str) -> list[tuple[str, float]]:
        """Return (name, weight) of each chosen plug-in of a kind."""
        values = self.model_dump(include=_CHOOSING)
        found, more = selected(kind, values), implied(values)
        return [*found, (more[1], 1.0)] if more and more[0] == kind else found

    def flat(self) -> dict[str, Any]:
        """Return every setting as one flat mapping of plain JSON values; `resolve` makes the same Settings of it."""
        values = self.model_dump(mode="json")
        for configs in self._plugins.values():
            for config in configs.values():
                values.update(config.model_dump(mode="json"))
        return values


def resolve(given: Mapping[str, Any]) -> Settings:
    """Make Settings of a flat mapping: old names translated, presets filled in, every value checked.

    Raises SettingsError with one line for an unknown name or a wrong value, PluginError for an unknown plug-in.
    """
    values = translate(given)
    quality = str(values.get("quality") or Settings.model_fields["quality"].default).lower()
    drawer = DRAWERS.resolve(str(values.get("drawer") or Settings.model_fields["drawer"].default))
    values["drawer"] = drawer
    values = {**presets.defaults(quality, drawer, values), **values}
    values.setdefault("seed", [None])
    configs = {
        kind: {name: registry.config(name) for name, _ in selected(kind, values)} for kind, registry in KINDS.items()
    }
    if more := implied(values):
        configs[more[0]][more[1]] = KINDS[more[0]].config(more[1])
    _reject_unknown(values, configs)
    core = {name: value for name, value in values.items() if name in Settings.model_fields}
    if "size" not in core or core["size"] is None:
        frames = core.get("animation_frames")
        shaped = {"init_image": frame_files(str(frames), "animation_frames")[0]} if frames else {}
        core["size"] = presets.canvas_size({**core, **shaped})
    settings: Settings = validated(Settings, core)
    for kind, classes in configs.items():
        settings._plugins[kind] = {name: validated(config, _own(config, values)) for name, config in classes.items()}
    return settings


def read_yaml(path: str | Path) -> dict[str, Any]:
    """Read a flat mapping of settings from a YAML file; FileError where it is none.

    What was probably meant otherwise, such as a colour behind a `#`, is warned of.
    """
    called = f"settings file {path}"
    try:
        data = Path(path).read_bytes()
        coded = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
        found = read_text(data.decode(coded), called)
    except OSError as error:
        raise FileError(f"{called}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise FileError(f"{called}: not YAML: {error}; save it as UTF-8") from error
    except SettingsError as error:
        raise FileError(str(error)) from error
    for doubt in found.doubts:
        warnings.warn(f"{called}, {doubt}", stacklevel=2)
    return found.values


def known_names() -> dict[str, str]:
    """Return every setting's name → where it belongs ("" for common ones, else "drawer pixel" and the like)."""
    names = dict.fromkeys(Settings.model_fields, "")
    for kind, registry in KINDS.items():
        for plugin in registry.names():
            try:
                fields = registry.config(plugin).model_fields
            except PixdrawError:
                continue  # a broken plug-in must not hide the others' names
            names.update({name: f"{registry.kind} {plugin}" for name in fields if name not in names})
        assert kind in Settings.model_fields
    return names


def _reject_unknown(values: Mapping[str, Any], configs: Mapping[str, Mapping[str, type[BaseModel]]]) -> None:
    here = set(Settings.model_fields)
    for classes in configs.values():
        for config in classes.values():
            here |= set(config.model_fields)
    for name in values:
        if name in here:
            continue
        known = known_names()
        if name in known:
            kind = known[name].split()[0]
            using = ", ".join(configs.get({"drawer": "drawer", "loss": "losses", "filter": "filters"}[kind], {}))
            raise SettingsError(
                f"setting {name}={values[name]!r} belongs to {known[name]}; this run's {kind} is {using or 'none'}"
            )
        raise SettingsError(
            f"setting {name}={values[name]!r} does not exist"
            f"{suggestion(name, [*known, *presets.RENAMED, *presets.ADDED])}; `pixdraw draw --help` lists all"
        )


def _own(config: type[BaseModel], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a plug-in's values, a text of numbers split where it wants several."""
    wants = {name: "tuple[" in str(field.annotation) for name, field in config.model_fields.items() if name in values}
    return {name: split_numbers(values[name]) if several else values[name] for name, several in wants.items()}


def iterate_items(settings: Settings) -> Iterator[tuple[str, int]]:
    """Yield (prompt text, seed) of each picture of the batch: every prompt with every seed, prompts first.

    Without a prompt, what guides otherwise is drawn once for each seed; its text is empty. Of an animation the frames.
    """
    if settings.loop_frames:
        if len(settings.seed) > 1 or not 1 <= len(settings.prompts) <= settings.loop_frames:
            raise SettingsError(
                f"loop_frames={settings.loop_frames}: expected one seed and 1 to {settings.loop_frames} prompts, not "
                f"{len(settings.seed)} and {len(settings.prompts)}"
            )
        yield from ((text, settings.seed[0]) for text in loop_prompts(settings.prompts, settings.loop_frames))
        return
    for prompt in settings.prompts or ("",):
        for seed in settings.seed:
            yield prompt, seed


__all__ = ["PLACES", "SEED_LIMIT", "Settings", "iterate_items", "parse_seed", "read_yaml", "resolve", "translate"]
