"""What the `settings` text of a request may set."""

from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml

from pixdraw.errors import PixdrawError, SettingsError
from pixdraw.hosting.allowed import (
    ALLOWED,
    CHOOSING,
    COLOURS,
    DURATIONS,
    INPUTS,
    OWN,
    PLUGINS,
    REFUSED,
    TEXTS,
    UNDECLARED,
)
from pixdraw.registry import KINDS
from pixdraw.settings.model import PLACES, Settings, known_names
from tests.hosting.texts import EVERY_TEXT, read


def field_types() -> dict[str, Any]:
    fields = dict(Settings.model_fields)
    for registry in KINDS.values():
        for name in registry.names():
            fields.update(registry.config(name).model_fields)
    return {name: field.annotation for name, field in fields.items()}


def holds_text(kind: Any) -> bool:
    return kind is str or get_origin(kind) is not Literal and any(map(holds_text, get_args(kind)))


def test_every_setting_is_an_input_or_allowed_or_refused_with_a_reason() -> None:
    built_in = {name for name in known_names() if not name.startswith("_")}
    assert built_in == ALLOWED | set(REFUSED) | set(INPUTS)
    undeclared = [name for name, why in REFUSED.items() if why == UNDECLARED]
    assert not undeclared, f"say hosted=… or refusal=… where {', '.join(undeclared)} is declared"
    assert not ALLOWED & set(REFUSED) and not ALLOWED & set(INPUTS) and not set(REFUSED) & set(INPUTS)
    assert not ALLOWED & {*PLACES, "drawer", "perceptors", "device", "save_checkpoint", "rasterizer"}


def test_what_a_text_may_set_is_a_number_a_choice_or_a_text_that_is_checked() -> None:
    types = field_types()
    checked = {*TEXTS, *DURATIONS, *COLOURS, *CHOOSING, *OWN}
    assert {name for name in ALLOWED if holds_text(types[name])} == checked


@pytest.mark.parametrize("kind", PLUGINS)
def test_plugins_of_a_request_are_built_in_ones_that_read_nothing(kind: str) -> None:
    registry = KINDS[kind]
    assert {name for name in PLUGINS[kind] if not registry.modules()[name].startswith("pixdraw.")} == set()
    for name in PLUGINS[kind]:
        fields = registry.config(name).model_fields
        assert set(fields) <= ALLOWED | {"edge_input_image", "edge_mask_image"}


def test_every_allowed_setting_is_tried() -> None:
    untried = ALLOWED ^ {name for _, text in EVERY_TEXT for name in text}
    assert not untried, f"add a value to EVERY_TEXT in tests/hosting/texts.py: {', '.join(sorted(untried))}"


@pytest.mark.parametrize(("inputs", "text"), EVERY_TEXT, ids=lambda given: next(iter(given.values())))
def test_what_a_text_sets_is_what_the_run_gets(
    folders: tuple[Path, Path], inputs: dict[str, Any], text: dict[str, Any]
) -> None:
    found = read(folders, settings=yaml.safe_dump(text), **inputs).settings.flat()
    assert {name: found[name] for name in text} == text


@pytest.mark.parametrize(
    "text",
    [
        "losses: aesthetic",
        "losses: style",
        "losses: no_such",
        "losses: tv:1001",
        "losses: tv:inf",
        "losses: tv:nan",
        "losses: tv,tv",
        "losses: {tv: 1}",
        "priors: aesthetic",
        "filters: no_such",
        "filters: lookup:-2000",
        "edge_color: '@/etc/passwd'",
        "edge_color: 5",
        "edge_input_image: x.png\nlosses: edge",
        "vector_prompts: textoff",
        "image_prompts: x.png",
        "overlay_image: x.png",
        "guides: /",
        "loop_frames: 4",
        "save_sheet: true",
        "style_file: x.png\nlosses: style",
        "noise_prompt_weights: [1e30]",
        "palette_ramp: 1e12\nlosses: palette",
        "negative_prompts: 'blur:-1'",
        "zoom: 100",
        "zoom_every: x",
        "zoom_pan: [500, 0]",
        "labels: '" + "|".join("x" * 40) + "'",
        "noise_prompt_seeds: [" + ",".join("1" * 300) + "]",
        "spot_prompts: a\nnum_cuts: 600",
        "labels: ''\nproposal_steps: 1001",
    ],
)
def test_texts_that_reach_too_far_are_refused(folders: tuple[Path, Path], text: str) -> None:
    with pytest.raises(PixdrawError):
        read(folders, settings=text)


def test_a_refusal_says_why(folders: tuple[Path, Path]) -> None:
    for name, reason in (("overlay_image", "not opened"), ("vqgan_model", "models"), ("save_sheet", "output_format")):
        with pytest.raises(SettingsError, match=reason):
            read(folders, settings=f"{name}: {'a.png' if name == 'keep' else 1}")  # a number of candidates may be kept


def test_text_inputs_reach_files_nowhere() -> None:
    types = field_types()
    assert {name for name in INPUTS if holds_text(types[name])} == {"prompts", "drawer", "palette", "init_image"}


@pytest.mark.parametrize(
    "name",
    [
        *sorted({*known_names(), "clip_models", "vector_prompts", "video", "target_palette", "no_such"} - ALLOWED),
        "__class__",
        "_plugins",
    ],
)
def test_every_other_setting_is_refused_in_the_text(folders: tuple[Path, Path], name: str) -> None:
    with pytest.raises(PixdrawError):
        read(folders, settings=f"{name}: {'a.png' if name == 'keep' else 1}")  # a number of candidates may be kept
