"""What a request may ask for: inputs in, checked settings out."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pixdraw.errors import PixdrawError, SettingsError, suggestion
from pixdraw.hosting.allowed import INPUTS, check_allowed, check_bounds, check_numbers
from pixdraw.hosting.limits import Limits
from pixdraw.hosting.pictures import accept_picture
from pixdraw.hosting.settings_text import read_settings_object, read_settings_text
from pixdraw.settings.model import SEED_LIMIT, Settings, resolve, translate
from pixdraw.text.units import parse_durations

OUTPUT_FORMATS: dict[str, dict[str, Any]] = {
    "png": {},
    "svg": {"save_svg": True},
    "sprite": {"save_sprite": True},
    "gif": {"make_gif": True},
    "mp4": {"make_video": True},
}
"""Output format → the settings that ask for it."""

MOST_OUTPUTS = 16
MOST_PROMPT_CHARACTERS = 1000
MOST_PALETTE_CHARACTERS = 500


@dataclass(frozen=True)
class Request:
    """A request that passed every check but those that need the models."""

    settings: Settings
    output_format: str
    picture: Path | None
    """Our copy of the init image."""


def read_request(inputs: Mapping[str, Any], limits: Limits, inbox: Path, outputs: Path) -> Request:
    """Check the inputs of a prediction; None is as if not given.

    `inbox` is where the runtime puts files that were sent, `outputs` the prediction's own folder. Raises a
    PixdrawError, in one line, for everything that will not be drawn.
    """
    given = {name: value for name, value in inputs.items() if value is not None}
    output_format, count = _output_format(given), _count(given)
    picture = None
    with _readable():
        told = given.pop("settings", "")
        extra = read_settings_object(told) if isinstance(told, dict) else read_settings_text(told)
        values = {**read_values(given, extra), **OUTPUT_FORMATS[output_format]}
        values["seed"] = following(values["seed"], count)
        if "init_image" in values:
            picture = accept_picture(values["init_image"], inbox, outputs / "init_image.png")
            values["init_image"] = str(picture)
    return Request(settled(values, limits, output_format), output_format, picture)


def read_values(inputs: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of inputs that are settings, with a seed, and of further settings, each checked by itself.

    Raises a PixdrawError, in one line, for what a request may not set.
    """
    with _readable():
        return {**_extra(extra), **_explicit(dict(inputs))}


def settled(values: Mapping[str, Any], limits: Limits, output_format: str = "png") -> Settings:
    """Return the settings of values, resolved; a PixdrawError, in one line, where they ask for too much."""
    with _readable():
        settings = resolve({"time_limit_s": limits.time_s, **values})
        check_numbers(settings.flat())
        limits.check(settings, output_format)
        for drop in parse_durations(settings.learning_rate_drops):
            drop.steps(settings.iterations)
    return settings


def following(seed: int, count: int) -> list[int]:
    """Return a seed and those after it, `count` in all."""
    return [(seed + index) % SEED_LIMIT for index in range(count)]


@contextmanager
def _readable() -> Iterator[None]:
    """Tell of absurd numbers in one line, wherever they meet arithmetic."""
    try:
        yield
    except PixdrawError:
        raise
    except (ArithmeticError, ValueError, TypeError) as error:
        raise SettingsError(f"the settings cannot be read ({' '.join(str(error).split())[:160]})") from error


def _output_format(given: dict[str, Any]) -> str:
    name = given.pop("output_format", "png")
    if not isinstance(name, str) or name not in OUTPUT_FORMATS:
        near = suggestion(str(name), OUTPUT_FORMATS)
        raise SettingsError(f"output_format={name!r:.80}: choose one of {', '.join(OUTPUT_FORMATS)}{near}")
    return name


def _count(given: dict[str, Any]) -> int:
    count = given.pop("num_outputs", 1)
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= MOST_OUTPUTS:
        raise SettingsError(f"num_outputs={count!r:.80}: expected a whole number from 1 to {MOST_OUTPUTS}")
    return count


def _explicit(given: dict[str, Any]) -> dict[str, Any]:
    unknown = sorted(set(given) - set(INPUTS))
    if unknown:
        raise SettingsError(f"input {unknown[0]!r:.80} does not exist{suggestion(unknown[0], INPUTS)}")
    values = given
    prompts = values.get("prompts")
    if not isinstance(prompts, str) or not prompts.strip() or len(prompts) > MOST_PROMPT_CHARACTERS:
        raise SettingsError(f"prompts: expected a text of 1 to {MOST_PROMPT_CHARACTERS} characters: what to draw")
    seed = values.setdefault("seed", secrets.randbelow(SEED_LIMIT))
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < SEED_LIMIT:
        raise SettingsError(f"seed={seed!r:.80}: expected a whole number from 0 to {SEED_LIMIT - 1}")
    if "pixel_size" in values:
        values["pixel_size"] = _grid(values["pixel_size"])
    check_bounds(values)
    if "palette" in values:
        _check_palette(values["palette"])
    return values


def _extra(given: Mapping[str, Any]) -> dict[str, Any]:
    values = translate(given)
    for name in values:
        if name in INPUTS:
            raise SettingsError(f"settings: {name} is an input of its own; give it there")
    check_allowed(values)
    return values


def _grid(text: Any) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,4})(?:\s*[x,]\s*|\s+)(\d{1,4})", text.strip()) if isinstance(text, str) else None
    if match is None:
        raise SettingsError(f"pixel_size={text!r:.80}: expected columns and rows, as in 40x40")
    return int(match[1]), int(match[2])


def _check_palette(text: Any) -> None:
    if not isinstance(text, str) or len(text) > MOST_PALETTE_CHARACTERS:
        raise SettingsError(f"palette: expected a text of at most {MOST_PALETTE_CHARACTERS} characters")
    if "@" in text or "/" in text:
        raise SettingsError("palette: colours of files and addresses are not read here; name the colours")
