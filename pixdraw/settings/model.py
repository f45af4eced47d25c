"""Resolves settings: from flat mappings of names to values to one validated object.

The API, YAML files, the command line and hosted predictions all end in `resolve`. Common settings are the fields of
`Settings`; a drawer's, loss's or filter's own are the fields of its `Config`, flat next to the common ones.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, NamedTuple

from pydantic import BaseModel

from pixdraw.errors import SettingsError, suggestion
from pixdraw.fields import choices_of, facts_of
from pixdraw.guidance.files import frame_files
from pixdraw.plugin_files import one_look
from pixdraw.registry import DRAWERS, KINDS
from pixdraw.settings.candidates import chosen_from
from pixdraw.settings.catalog import find, known_names
from pixdraw.settings.common import Settings
from pixdraw.settings.legacy import old_names, translate
from pixdraw.settings.looks import with_looks
from pixdraw.settings.messages import validated
from pixdraw.settings.plugins import implied, meant_drawer, selected
from pixdraw.settings.profiles import written_out
from pixdraw.settings.rules import Rules
from pixdraw.settings.seeds import SEED_LIMIT, parse_seed
from pixdraw.settings.sizes import canvas_size
from pixdraw.settings.yaml_file import read_yaml
from pixdraw.text.prompts import loop_prompts
from pixdraw.text.units import split_numbers

PLACES = tuple(name for name, info in Settings.model_fields.items() if (facts := facts_of(info)) and facts.writes)
"""Settings of what is written and where, which do not affect the picture."""


class _Plan(NamedTuple):
    """A run's settings before validation: each has a value, none of which is checked."""

    values: dict[str, Any]
    configs: dict[str, dict[str, type[BaseModel]]]
    """Kind → the chosen plug-ins' names → their settings."""
    rules: Rules

    def names(self) -> set[str]:
        """Return the names of this run's settings."""
        own = (name for classes in self.configs.values() for config in classes.values() for name in config.model_fields)
        return {*Settings.model_fields, *own}


def resolve(*given: Mapping[str, Any]) -> Settings:
    """Make Settings of flat mappings: translate old names, fill in presets, check every value.

    Later mappings override earlier ones. Raises SettingsError with one line for an unknown name or a wrong value,
    PluginError for an unknown plug-in.
    """
    with one_look():
        today = with_looks(written_out(with_drawer(translate(*given))))
        values, configs, rules = plan = _plan(today)
        values.setdefault("seed", [None])
        _reject_unknown(plan)
        common = {name: value for name, value in values.items() if name in Settings.model_fields}
        if common.get("size") is None:
            frames = common.get("animation_frames")
            shaped = {"init_image": frame_files(str(frames), "animation_frames")[0]} if frames else {}
            common["size"] = canvas_size({**common, **shaped})
        settings: Settings = validated(Settings, common)
        chosen = chosen_from(settings)
        settings = settings.model_copy(update=chosen) if chosen else settings
        for kind, classes in configs.items():
            settings._plugins[kind] = {
                name: validated(config, _own(config, values)) for name, config in classes.items()
            }
        flat = settings.flat()
        named = {"prompts", "seed", *chosen, *today}
        settings._given.update({name: value for name, value in flat.items() if name in named})  # whatever the order
        settings._presets.update(
            {name: preset for name in flat if name not in today and (preset := rules.preset(name))}
        )
        return settings


def names_here(given: Mapping[str, Any]) -> set[str]:
    """Return the names of all settings of a run with these `given` ones, those of its plug-ins included."""
    with one_look():
        return _plan(written_out(translate(given))).names()


def with_drawer(today: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings with the drawer that is implied by its own settings if none is named; warns of that."""
    foreign = [name for name in today if name not in Settings.model_fields]
    meant = DRAWERS.default() if today.get("drawer") else meant_drawer(foreign)
    if meant == DRAWERS.default():
        return dict(today)
    own = [name for name in foreign if name in DRAWERS.config(meant).model_fields]
    warnings.warn(
        f"drawer={meant} is used, the only one with {', '.join(own)}: name it, or leave these out", stacklevel=3
    )
    return {**today, "drawer": meant}


def _plan(today: Mapping[str, Any]) -> _Plan:
    drawer = DRAWERS.resolve(str(today.get("drawer") or meant_drawer(set(today) - set(Settings.model_fields))))
    given = {**today, "drawer": drawer}
    rules = Rules(given, DRAWERS.config(drawer), DRAWERS.tables(drawer).presets)
    values = {**rules.defaults(), **given}
    configs = {
        kind: {name: registry.config(name) for name, _ in selected(kind, values)} for kind, registry in KINDS.items()
    }
    if more := implied(values):
        configs[more[0]][more[1]] = KINDS[more[0]].config(more[1])
    return _Plan(values, configs, rules)


def _reject_unknown(plan: _Plan) -> None:
    values, configs, here = plan.values, plan.configs, plan.names()
    for name in values:
        if name in here:
            continue
        known = known_names()
        if name in known:
            kind = known[name].split()[0]
            owners = [one.plugin for one in find(name)]
            key = {"drawer": "drawer", "loss": "losses", "filter": "filters"}[kind]
            using = ", ".join(configs.get(key, {})) or "none"
            raise SettingsError(
                f"setting {name}={values[name]!r} belongs to {kind} {' and '.join(owners)}; this run's {kind} is "
                f"{using}: set {key}={owners[0]}, or leave {name} out"
            )
        raise SettingsError(
            f"setting {name}={values[name]!r} does not exist"
            f"{suggestion(name, [*known, *old_names()])}; `pixdraw settings` lists all"
        )


def _own(config: type[BaseModel], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a plug-in's values, with texts of numbers split where a setting takes several."""
    wants = {name: "tuple[" in str(field.annotation) for name, field in config.model_fields.items() if name in values}
    return {name: split_numbers(values[name]) if several else values[name] for name, several in wants.items()}


class Item(NamedTuple):
    """One picture of a batch."""

    prompt: str
    """Empty if something else than a prompt guides the picture."""
    manner: str
    """Words, or empty."""
    seed: int


def iterate_items(settings: Settings) -> Iterator[Item]:
    """Yield each picture of the batch: every prompt in every manner with every seed, prompts first.

    Without a prompt there is one picture for each seed; an animation yields its frames, and settings narrowed by
    `Settings.only` yield just those pictures.
    """
    if settings.items():
        yield from (Item(*item) for item in settings.items())
        return
    manners = settings.manner or ("",)
    if settings.loop_frames:
        if len(settings.seed) > 1 or len(manners) > 1 or not 1 <= len(settings.prompts) <= settings.loop_frames:
            raise SettingsError(
                f"loop_frames={settings.loop_frames}: expected one seed, at most one manner and 1 to "
                f"{settings.loop_frames} prompts, not {len(settings.seed)}, {len(manners)} and {len(settings.prompts)}"
            )
        yield from (
            Item(text, manners[0], settings.seed[0]) for text in loop_prompts(settings.prompts, settings.loop_frames)
        )
        return
    for prompt, manner, seed in product(settings.prompts or ("",), manners, settings.seed):
        yield Item(prompt, manner, seed)


__all__ = [
    "PLACES", "SEED_LIMIT", "Settings", "choices_of", "iterate_items", "known_names", "parse_seed", "read_yaml",
    "resolve", "translate",
]  # fmt: skip
