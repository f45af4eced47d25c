"""Command lines as clipit, pixray and VQGAN-CLIP took them, and every declared value in every way of giving it."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pixdraw import cli
from pixdraw.commands.former import modernised
from pixdraw.commands.options import given_by, option_of
from pixdraw.errors import SettingsError
from pixdraw.fields import bounds_of, choices_of
from pixdraw.settings.catalog import Known, every_setting
from pixdraw.settings.legacy import former_names
from pixdraw.settings.letters import LETTERS
from pixdraw.settings.messages import validated
from pixdraw.settings.model import resolve
from pixdraw.settings.yaml_file import read_yaml


def parsed(line: str) -> dict[str, Any]:
    """The settings that a command line gives, as written."""
    _, bound = cli.parsed(shlex.split(line))
    options, prompts = bound.arguments.get("options"), list(bound.arguments.get("prompts", ()))
    return {**(given_by(options) if options else {}), **({"prompts": prompts} if prompts else {})}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("--prompt 'a cat' --clip_models ViT-B/32,RN50", {"prompts": ["a cat"], "perceptors": ["ViT-B/32", "RN50"]}),
        ("a --custom_loss symmetry:2 --label cat", {"losses": ["symmetry:2"], "labels": ["cat"]}),
        ("a --custom-loss symmetry --alpha_use_g True", {"losses": ["symmetry"]}),
        ("a --size 768 128 --pixel_size 8 6", {"size": [768, 128], "pixel_size": [8, 6]}),
        ("a --zoom-pan -2 0.5", {"zoom_pan": [-2.0, 0.5]}),
        ("a --learning_rate_drops 50 '80 %' --noise_prompt_seeds 1 2", {"learning_rate_drops": ["50%", "80%"]}),
        ("a --transparent True --make_video no", {"transparent": True, "make_video": False}),
        ("a --transparent=none", {"prompts": ["a"]}),
        ("--use_pixeldraw 'a cat'", {"drawer": "pixel", "prompts": ["a cat"]}),
        ("--use_clipdraw True 'a cat'", {"drawer": "clipdraw", "prompts": ["a cat"]}),
        (
            "a --enforce_smoothness=10 --enforce_smoothness_type log",
            {"losses": ["smoothness:1"], "smoothness_ramp": 10.0},
        ),
        ("-p 'a cat' -i 20 -s 64 48 -sd 3 -qua draft", {"prompts": ["a cat"], "iterations": 20, "size": [64, 48]}),
        ("-p a -pd True -tp 'red->blue' -m ViT-B/32", {"palette": "red->blue", "perceptors": ["ViT-B/32"]}),
        ("a --deterministic --display_clear yes", {"prompts": ["a"]}),
        ("a --smoothness-edge-order 1 --losses smoothness", {"smoothness_edge_order": 1}),
        ("a --edge_margins 1 2 3 4 --losses edge", {"edge_margins": [1.0, 2.0, 3.0, 4.0]}),
        ("-- --size", {"prompts": ["--size"]}),
    ],
)
@pytest.mark.filterwarnings("ignore:.*is ignored")
def test_old_command_lines_say_what_they_said(line: str, expected: dict[str, Any]) -> None:
    flat = resolve(parsed(line)).flat()
    assert {name: flat[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("a --iteratons 5", "--iterations"),
        ("a --custom_los edge", "--custom-loss"),
        ("a --vqgan_modell x", "--vqgan-model"),
        ("again a.png --exakt", "--exact"),
    ],
)
def test_a_wrong_option_names_the_nearest(line: str, near: str) -> None:
    with pytest.raises(SettingsError, match=rf"does not exist \(did you mean {near}\?\);"):
        parsed(line)


def test_other_commands_keep_their_own_options() -> None:
    assert modernised(["vary", "x.png", "--prompt", "a", "--n_more=2"], old_names=False)[2:] == [
        "--prompt",
        "a",
        "--n-more=2",
    ]
    assert not cli._draws(["vary", "x.png"]) and cli._draws(["a cat"]) and cli._draws(["again", "x.png"])


def test_every_old_name_is_an_option() -> None:
    names = former_names()
    assert {"prompt", "custom_loss", "use_pixeldraw", "use_vqgan", "saturation", "alpha_use_g", "do_mono"} <= set(names)
    everything = {known.name for known in every_setting()}
    assert not set(names) & everything
    assert set(LETTERS.values()) <= {*names, *everything}


def _values(known: Known) -> Iterator[Any]:
    """Every choice of a setting, and each of its bounds that it may have."""
    choices, bounds = choices_of(known.model, known.name), bounds_of(known.field)
    if choices:
        yield from (choice for choice in choices if choice != "retain")
    elif "tuple[" not in str(known.field.annotation):
        whole = "int" in str(known.field.annotation)
        step = 1 if whole else 0.0625
        yield from (bounds[key] for key in ("ge", "le") if key in bounds)
        yield from (bounds[key] + sign * step for key, sign in (("gt", 1), ("lt", -1)) if key in bounds)
        if "bool" in str(known.field.annotation):
            yield from (True, False)


def _taken(known: Known, value: Any) -> Any:
    """What the setting is where it is given so; of a plug-in's, what its own checks make of it."""
    if known.registry:
        width: dict[str, dict[str, Any]] = {
            "min_stroke_width": {"max_stroke_width": 100},
            "max_stroke_width": {"min_stroke_width": 0.01},
        }
        return getattr(validated(known.model, {**width.get(known.name, {}), known.name: value}), known.name)
    needed: dict[str, dict[str, Any]] = {
        "palette_mode": {"palette": "pico-8"},
        "scale": {"size": [64, 64]},
        "keep_best": {"candidates": 256},
    }
    more = needed.get(known.name, {})
    return resolve({"prompts": "a", "seed": 1, **more, known.name: value}).flat()[known.name]


@pytest.mark.filterwarnings("ignore")
def test_every_choice_and_bound_is_taken_in_every_way(tmp_path: Path) -> None:
    rows: dict[int, dict[str, tuple[Known, Any]]] = {}
    for known in every_setting():
        for number, value in enumerate(_values(known)):
            whole = int(value) if isinstance(value, float) and value.is_integer() else value
            rows.setdefault(number, {}).setdefault(known.name, (known, whole))
    for row in rows.values():
        written = parsed(" ".join(f"{option_of(name)}={value}" for name, (_, value) in row.items()))
        (tmp_path / "s.yaml").write_text(yaml.safe_dump({name: value for name, (_, value) in row.items()}))
        read = read_yaml(tmp_path / "s.yaml")
        for name, (known, value) in row.items():
            taken, given = _taken(known, value), written[name]
            same = repr(given) == repr(value) or _taken(known, given) == taken
            assert read[name] == value and same, (name, value)
    assert sum(map(len, rows.values())) > 300


def test_two_settings_that_do_not_fit_are_one_line() -> None:
    with pytest.raises(SettingsError, match="min_stroke_width"):
        resolve({"prompts": "a", "drawer": "clipdraw", "min_stroke_width": 100})
