"""The calls notebook users of clipit and pixray know.

`reset_settings(); add_settings(...); s = apply_settings(); do_init(s); do_run(s)` draws and leaves `output.png` in the
working directory. `_notebook` is the package's only mutable state, one for each thread; the command line is never read.
"""

from __future__ import annotations

import argparse
import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pixdraw.errors import SettingsError
from pixdraw.settings.catalog import every_setting
from pixdraw.settings.legacy import former_names
from pixdraw.settings.letters import LETTERS
from pixdraw.settings.model import Settings, resolve, translate
from pixdraw.settings.yaml_file import read_yaml

if TYPE_CHECKING:
    from pixdraw.drawing import Drawing
    from pixdraw.engine.animation import Animation
    from pixdraw.engine.session import Session


class _Notebook(threading.local):
    """What was added so far and what is being drawn, of each thread for itself."""

    def __init__(self) -> None:
        self.calls: list[dict[str, Any]] = []
        """Settings added so far, one mapping per call; later calls override earlier ones, under any name of a
        setting."""
        self.drawing: Drawing | None = None
        self.started = False


_notebook = _Notebook()

_FILES = {"output": "output.png", "overwrite": True}
"""Where these calls write, unless told otherwise."""


def reset_settings() -> None:
    """Forget all settings."""
    _notebook.calls = []


def add_settings(**settings: Any) -> None:
    """Add or replace settings by name; None unsets one. SettingsError for an unknown name comes at apply."""
    for call in _notebook.calls:
        for name in settings:
            call.pop(name, None)
    _notebook.calls.append(settings)


def get_settings() -> dict[str, Any]:
    """Return a copy of what was added so far."""
    return {name: value for call in _notebook.calls for name, value in call.items() if value is not None}


def apply_settings(**ignored: bool) -> Settings:
    """Check what was added and return it resolved.

    Takes clipit's `do_both` and ignores it: settings never come from the command line of the calling program.
    """
    unknown = set(ignored) - {"do_both"}
    if unknown:
        raise SettingsError(f"apply_settings({', '.join(unknown)}=…): give settings to add_settings")
    return _applied(*_notebook.calls)


def setup_parser(parser: argparse.ArgumentParser | None = None) -> argparse.ArgumentParser:
    """Return clipit's and pixray's parser: an option for each setting, under its old names and letters, too.

    Adds them to `parser`, where one is given. What it parses is for `process_args`, which checks it.
    """
    parser = argparse.ArgumentParser() if parser is None else parser
    letters = {name: f"-{letter}" for letter, name in LETTERS.items()}
    for name in dict.fromkeys([*(known.name for known in every_setting()), *former_names()]):
        flags = [flag for flag in (letters.get(name), f"--{name}") if flag]
        parser.add_argument(*flags, dest=name, nargs="*", default=None, help=argparse.SUPPRESS)
    return parser


def process_args(parser: argparse.ArgumentParser, namespace: argparse.Namespace | None = None) -> Settings:
    """Check what a parser of `setup_parser` parsed, and return it resolved, as `apply_settings` does.

    Without `namespace` the parser reads the command line of the calling program.
    """
    args = parser.parse_args() if namespace is None else namespace
    given = {name: value for name, value in vars(args).items() if value is not None}
    return _applied({name: _one(value) if isinstance(value, list) else value for name, value in given.items()})


def _one(words: list[Any]) -> Any:
    """Return the value that words after an option are: alone it is True."""
    return True if not words else words[0] if len(words) == 1 else words


def _applied(*calls: Mapping[str, Any]) -> Settings:
    files = [str(call["config_file"]) for call in calls if call.get("config_file")]
    said = [{name: value for name, value in call.items() if name != "config_file"} for call in calls]
    given = translate(*map(read_yaml, files), *said)
    places = {**_FILES, **({"output": ""} if "outdir" in given else {})}
    shown = given.get("display_every")  # what is shown is on disk, too
    return resolve({**places, **({"save_every": shown} if shown else {}), **given})


def do_init(settings: Settings) -> Session | Animation:
    """Load the models and build the drawing; models of earlier calls are used again."""
    from pixdraw.drawing import Drawing

    if _notebook.drawing is not None:
        _notebook.drawing.close()
    _notebook.drawing, _notebook.started = None, False  # its memory is free before the next one is built
    _notebook.drawing = Drawing(settings)
    return _notebook.drawing.session


def do_run(settings: Settings, return_display: bool = False) -> bool:
    """Draw to the end and return True.

    With `return_display`, return False after every `display_every` iterations; the next call goes on from there.
    Ctrl-C ends the run, saves what is drawn and returns True.
    """
    from pixdraw.events import Stepped
    from pixdraw.text.units import parse_duration

    drawing = _notebook.drawing
    if drawing is None or drawing.settings is not settings:
        raise SettingsError("do_run(settings): call do_init(settings) first, with the same settings")
    if not _notebook.started:
        drawing.write(display=True)
        _notebook.started = True
    every = parse_duration(settings.display_every, "iterations", name="display_every").period(drawing.total)
    try:
        for event in drawing:
            due = return_display and isinstance(event, Stepped) and every and event.step % every == 0
            if due and event.step < drawing.total:
                return False
    except KeyboardInterrupt:
        print(f"stopped at step {drawing.step} of {drawing.total}; what is drawn is saved")
    return True


def run(prompts: str | Sequence[str] | None = None, drawer: str | None = None, **settings: Any) -> Session | Animation:
    """Draw in one call and return the session, whose `images()` is [B, C, H, W].

    Every text of a list of prompts is drawn with every seed of a list of seeds, in one optimisation.
    """
    reset_settings()
    add_settings(prompts=prompts, drawer=drawer, **settings)
    applied = apply_settings()
    session = do_init(applied)
    do_run(applied)
    return session
