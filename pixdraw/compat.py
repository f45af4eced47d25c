"""The calls notebook users of clipit and pixray know.

`reset_settings(); add_settings(...); s = apply_settings(); do_init(s); do_run(s)` draws and leaves `output.png` in the
working directory. `_notebook` is the package's only mutable state; the command line is never read.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pixdraw.errors import SettingsError
from pixdraw.settings.model import Settings, resolve, translate

if TYPE_CHECKING:
    from pixdraw.engine.animation import Animation
    from pixdraw.engine.session import Session
    from pixdraw.events import Event
    from pixdraw.models.perceptors import PerceptorCache


@dataclass
class _Notebook:
    values: dict[str, Any] = field(default_factory=dict)
    cache: PerceptorCache | None = None
    session: Session | Animation | None = None
    events: Generator[Event, None, None] | None = None


_notebook = _Notebook()

_FILES = {"output": "output.png", "overwrite": True}
"""Where these calls write, unless told otherwise."""


def reset_settings() -> None:
    """Forget all settings."""
    _notebook.values = {}


def add_settings(**settings: Any) -> None:
    """Add or replace settings by name; None takes one back. SettingsError for an unknown name comes at apply."""
    for name, value in settings.items():
        if value is None:
            _notebook.values.pop(name, None)
        else:
            _notebook.values[name] = value


def get_settings() -> dict[str, Any]:
    """Return a copy of what was added so far."""
    return dict(_notebook.values)


def apply_settings(**ignored: bool) -> Settings:
    """Check what was added and return it resolved.

    Takes clipit's `do_both` and ignores it: settings never come from the command line of the calling program.
    """
    unknown = set(ignored) - {"do_both"}
    if unknown:
        raise SettingsError(f"apply_settings({', '.join(unknown)}=…): give settings to add_settings")
    given = translate(_notebook.values)
    places = {**_FILES, **({"output": ""} if "outdir" in given else {})}
    shown = given.get("display_every")  # what is shown is on disk, too
    return resolve({**places, **({"save_every": shown} if shown else {}), **given})


def do_init(settings: Settings) -> Session | Animation:
    """Load the models and build the drawing; models of earlier calls are used again."""
    from pixdraw.assembly.session import start
    from pixdraw.models.perceptors import PerceptorCache

    _close()
    if _notebook.cache is None:
        _notebook.cache = PerceptorCache()
    _notebook.cache.keep_only(settings.perceptors)
    _notebook.session = start(settings, _notebook.cache)
    return _notebook.session


def do_run(settings: Settings, return_display: bool = False) -> bool:
    """Draw to the end and return True.

    With `return_display`, return False after every `display_every` iterations; the next call goes on from there.
    Ctrl-C ends the run, saves what is drawn and returns True.
    """
    from pixdraw.assembly.session import drive
    from pixdraw.events import Finished, Stepped
    from pixdraw.sinks.standard import standard_sinks
    from pixdraw.text.units import parse_duration

    session = _notebook.session
    if session is None or session.settings is not settings:
        raise SettingsError("do_run(settings): call do_init(settings) first, with the same settings")
    events = _notebook.events or drive(session, standard_sinks(session, display=True))
    _notebook.events = events
    every = parse_duration(settings.display_every, "iterations", name="display_every").period(session.total)
    try:
        for event in events:
            if isinstance(event, Finished):
                break
            if return_display and isinstance(event, Stepped) and every and event.step % every == 0:
                return event.step >= session.total and _finish()
    except KeyboardInterrupt:
        print(f"stopped at step {session.step} of {session.total}; what is drawn is saved")
    return _finish()


def run(prompts: str | Sequence[str] | None = None, drawer: str = "pixel", **settings: Any) -> Session | Animation:
    """Draw in one call and return the session, whose `images()` is [B, C, H, W].

    Every text of a list of prompts is drawn with every seed of a list of seeds, in one optimisation.
    """
    reset_settings()
    add_settings(prompts=prompts, drawer=drawer, **settings)
    applied = apply_settings()
    session = do_init(applied)
    do_run(applied)
    return session


def _finish() -> bool:
    events, _notebook.events = _notebook.events, None
    if events is not None:
        for _ in events:  # the sinks' last words
            pass
    return True


def _close() -> None:
    """Drop an unfinished run: its sinks save what it drew."""
    if _notebook.events is not None:
        _notebook.events.close()
    _notebook.events, _notebook.session = None, None
