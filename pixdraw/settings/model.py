"""Settings: one flat mapping of names to values in, one validated object out.

The API, YAML files, the command line and hosted predictions all end in `resolve`. Common settings are the fields of
`Settings`; a drawer's, loss's or filter's own are the fields of its `Config`, flat beside the common ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from pixdraw.errors import SettingsError, suggestion
from pixdraw.fields import choices_of
from pixdraw.guidance.files import frame_files
from pixdraw.registry import DRAWERS, KINDS
from pixdraw.settings import presets
from pixdraw.settings.catalog import known_names
from pixdraw.settings.common import Settings
from pixdraw.settings.legacy import old_names, translate
from pixdraw.settings.messages import validated
from pixdraw.settings.plugins import implied, selected
from pixdraw.settings.seeds import SEED_LIMIT, parse_seed
from pixdraw.settings.yaml_file import read_yaml
from pixdraw.text.prompts import loop_prompts
from pixdraw.text.units import split_numbers

PLACES = ("output", "outdir", "overwrite")
"""Settings that say where files go and nothing about the picture."""


def resolve(given: Mapping[str, Any]) -> Settings:
    """Make Settings of a flat mapping: old names translated, presets filled in, every value checked.

    Raises SettingsError with one line for an unknown name or a wrong value, PluginError for an unknown plug-in.
    """
    values = translate(given)
    quality = str(values.get("quality") or Settings.model_fields["quality"].default).lower()
    drawer = DRAWERS.resolve(str(values.get("drawer") or DRAWERS.default()))
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
            f"{suggestion(name, [*known, *old_names()])}; `pixdraw draw --help` lists all"
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


__all__ = [
    "PLACES", "SEED_LIMIT", "Settings", "choices_of", "iterate_items", "known_names", "parse_seed", "read_yaml",
    "resolve", "translate",
]  # fmt: skip
