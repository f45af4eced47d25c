"""Settings say what they are: on pages, in lists, in options, in settings.yaml."""

import re
from typing import Any

import pytest
import yaml

from pixdraw import cli
from pixdraw.commands.options import given_by, option_of
from pixdraw.errors import SettingsError
from pixdraw.fields import choices_of
from pixdraw.settings.catalog import Known, every_setting
from pixdraw.settings.explain import as_yaml, explain
from pixdraw.settings.model import resolve
from pixdraw.settings.record import Record

HEART: dict[str, Any] = {"prompts": ["red"], "seed": 1}
EVERY = {known.name: known for known in every_setting()}


def test_all_settings_are_listed_in_groups_and_each_has_its_page() -> None:
    listed = explain()
    for name, known in EVERY.items():
        assert re.search(rf"^  {name}\b", listed, re.M), name
        assert f"\n{known.group.capitalize()}\n" in f"\n{listed}"
        page = explain(name)
        assert page.startswith(f"{name}: ") and f"option      {option_of(name)}" in page and "  values" in page
        assert max(map(len, page.splitlines())) <= 100 and "Undefined" not in page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("iterations", ["if quality=tiny\n", "200 if quality=draft", "init=proposal", "(drawer clipdraw)"]),
        ("init", ["none in every run", "proposal if quality=tiny", "prompts given", "init_image not set"]),
        ("init", ["a value of its own"]),
        ("size", ["aspect times scale", "the cells of keep, each", "at most 96 cells a side"]),
        ("smoothness_edge_order", ["values      1, 2", "default     1"]),
        ("guide-count", ["whole number from 1 to 256", "needs       guides"]),
        ("--optimizer", ["optimiser: ", "old names   optimizer", "Adam, AdamW"]),
        ("freedom", ["a value of its own", " if quality=tiny, init=proposal", "none in every run"]),
        ("strokes", ["drawer clipdraw", "drawer line_sketch"]),
        ("seed", ["a fresh one in each run"]),
        ("output", ["may not set it"]),
    ],
)
def test_a_page_says_what_is_true_of_it(name: str, words: list[str]) -> None:
    page = explain(name)
    for word in words:
        assert word in page, page


def test_words_are_looked_for_in_names_and_help() -> None:
    found = explain("stroke width")
    assert "min_stroke_width" in found and "pixel_size" not in found
    assert "overlay_image" in explain("pasted")
    with pytest.raises(SettingsError, match="did you mean palette") as caught:
        explain("palete")
    assert "\n" not in str(caught.value)


def test_settings_yaml_says_what_was_given_and_which_rule_gave_the_rest() -> None:
    settings = resolve({"prompts": ["a: #1", "b"], "seed": 1, "drawer": "clipdraw", "zoom_pan": "2,0"})
    text = as_yaml(Record(settings.flat(), settings.given()), settings.presets())
    assert yaml.safe_load(text) == settings.given()
    assert resolve(yaml.safe_load(text)).flat() == settings.flat()
    assert f"# iterations: {settings.iterations}  # quality=tiny, init=proposal\n" in text
    assert "# zoom: 1.0\n" in text and "# size: [225, 225]  # aspect times scale" in text
    whole = re.sub(r"^# (?=\w+: )", "", text, flags=re.M)  # every line made a setting
    assert resolve(yaml.safe_load(whole)).flat() == settings.flat()


def test_help_is_short_and_shows_types(capsys: pytest.CaptureFixture[str]) -> None:
    cli.app.help_print(["draw"])
    text = capsys.readouterr().out
    shown = {name for name, known in EVERY.items() if known.facts.everyday}
    assert len(shown - {"prompts"}) == 20
    for name in EVERY:
        assert (f"{option_of(name)} " in text) == (name in shown - {"prompts"}), name
    assert "--iterations INT" in text and "--quality CHOICE" in text and "supreme" in text
    assert "pixdraw settings" in text


def run_of(known: Known) -> dict[str, Any]:
    """A run that has a setting."""
    kinds = {"drawer": "drawer", "loss": "losses", "filter": "filters"}
    return {**HEART, **({kinds[known.registry.kind]: known.plugin} if known.registry else {})}


def parsed(words: list[str]) -> dict[str, Any]:
    """What the settings get of a command line."""
    _, bound = cli.parsed(["draw", "red", *words])
    return given_by(bound.arguments["options"])


def written(name: str, value: Any) -> list[str]:
    """A setting on the command line."""
    if isinstance(value, bool):
        return [option_of(name) if value else "--no-" + name.replace("_", "-")]
    return [option_of(name), ",".join(map(str, value)) if isinstance(value, list) else str(value)]


def test_every_choice_can_be_made_on_the_command_line() -> None:
    choices = {name: choices_of(known.model, name) for name, known in EVERY.items() if choices_of(known.model, name)}
    for index in range(max(map(len, choices.values()))):
        picked = {name: all_[index] for name, all_ in choices.items() if index < len(all_)}
        given = parsed([word for name, choice in picked.items() for word in written(name, choice)])
        for name, choice in picked.items():
            if (name, choice) not in ASK_MORE:
                more = {"palette": "red"} if name == "palette_mode" else {}
                assert resolve({**run_of(EVERY[name]), **more, name: given[name]}).flat()[name] == choice


def test_every_default_can_be_stated_on_the_command_line() -> None:
    runs = {known.group: run_of(known) for known in EVERY.values()}
    before = {group: resolve(run).flat() for group, run in runs.items()}
    stated = {name: before[known.group][name] for name, known in EVERY.items()}
    stated = {name: value for name, value in stated.items() if value not in (None, "", []) and name != "prompts"}
    given = parsed([word for name, value in stated.items() for word in written(name, value)])
    assert set(given) == set(stated)
    for group, run in runs.items():
        own = {name: value for name, value in given.items() if EVERY[name].group == group}
        assert resolve({**run, **own}).flat() == before[group]


ASK_MORE = {("aspect", "retain"), ("init", "proposal")}
"""Choices that do not stand alone."""


def test_any_option_takes_none() -> None:
    for word in ("--iterations none", "--pixel-size none", "--transparent=none", "--optimiser None"):
        given = parsed(word.split())
        assert len(given) == 1 and str(*given.values()).lower() == "none", word
        assert resolve({"prompts": "red", "seed": 1, **given}).flat() == resolve({"prompts": "red", "seed": 1}).flat()
