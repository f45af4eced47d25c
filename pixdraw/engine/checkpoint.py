"""Checkpoints: a stopped run continues and gives the same result as an uninterrupted one."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import torch
from torch import Tensor

from pixdraw import __version__
from pixdraw.engine.session import Session
from pixdraw.errors import FileError, raise_if_out_of_memory
from pixdraw.events import Event, Finished
from pixdraw.imaging.files import write_atomic
from pixdraw.imaging.sources import Sources, home
from pixdraw.settings.model import Settings
from pixdraw.settings.record import Record, exactly
from pixdraw.settings.trust import check_trusted
from pixdraw.text.units import parse_duration

FORMAT = 1

PLAIN = ("step", "drops", "ended", "since_best", "best_loss", "best")
"""Parts of a session's state that have the same form in every state of it."""


class Keeper(Protocol):
    """Data that a run collects and that must be part of the checkpoint, such as film frames and the loss history."""

    def state(self) -> dict[str, Any] | None:
        """Return its data for a checkpoint, or None if that is too much."""


def save(session: Session, path: Path, more: Mapping[str, Any] = MappingProxyType({})) -> None:
    """Write `{format, settings, step, drawer, optimizer, sources, …}` and `more`, whole or not at all."""
    record = {"settings": session.settings.flat(), "given": session.settings.given(), "version": __version__}
    state = {"format": FORMAT, **record, **session.state_dict()}
    buffer = io.BytesIO()
    torch.save({**state, "sources": session.parts.sources.state(), **more}, buffer)
    write_atomic(path, buffer.getvalue())


def sources_of(state: Mapping[str, Any]) -> Sources:
    """Return the files that the run was built from, as far as its checkpoint holds them."""
    return Sources.of(state["sources"]) if "sources" in state else Sources(keeping=True)


def read(path: str | Path) -> dict[str, Any]:
    """Read a checkpoint's state without running any code of it; raises FileError if it is none."""
    path = home(path)
    if not path.is_file():
        raise FileError(f"checkpoint {path} does not exist; save_checkpoint=True writes one while drawing")
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # torch raises half a dozen kinds for damaged files
        raise_if_out_of_memory(error, path)
        raise FileError(f"checkpoint {path} is damaged or no checkpoint; draw again from its settings") from error
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        found = state.get("format") if isinstance(state, dict) else type(state).__name__
        raise FileError(f"checkpoint {path}: expected format {FORMAT}, found {found}; draw again from its settings")
    if not isinstance(state.get("settings"), dict):
        raise FileError(f"checkpoint {path} is damaged: it holds no settings; draw again")
    return state


def settings_of(
    state: Mapping[str, Any],
    path: str | Path,
    changes: Mapping[str, Any] = MappingProxyType({}),
    *,
    trust: bool = False,
) -> Settings:
    """Return the settings of the run that left a checkpoint, with some changed.

    Raises SettingsError if they reach for what is outside of pixdraw and not in the checkpoint, unless `trust` is
    given.
    """
    kept = sources_of(state)
    record = Record.of({**state["settings"], "given": state.get("given"), "version": state.get("version")})
    if not trust:
        check_trusted({**record.settings, **changes}, path, "give --trust (trust=True) if you know it", kept.holds)
    return exactly(record, changes)


def restore(session: Session, state: dict[str, Any], path: str | Path) -> None:
    """Put a checkpoint's state into a session built from its settings."""
    own = session.state_dict()
    for name in PLAIN:
        if _form(state.get(name)) != _form(own[name]):
            raise FileError(f"checkpoint {path} is damaged: its {name} does not fit the drawing; draw again")
    if not all(best.isfinite().all() for best in state["best"]):
        raise FileError(f"checkpoint {path} is damaged: its best parameters contain NaN or infinite values; draw again")
    if not 0 <= state["step"] <= session.total:
        raise FileError(f"checkpoint {path} is damaged: step {state['step']} of {session.total}; draw again")
    try:
        session.load_state_dict(state)
    except (KeyError, RuntimeError, ValueError, TypeError, AttributeError) as error:
        raise FileError(f"checkpoint {path} does not fit its settings: {' '.join(str(error).split())}") from error


def _form(value: object) -> object:
    """Return the structure (shapes, dtypes, types) that a stored value must share with the current one."""
    if isinstance(value, Tensor):
        return value.shape, value.dtype
    return [_form(part) for part in value] if isinstance(value, list) else type(value)


class CheckpointSink:
    """Writes the checkpoint every `save_every` steps and at the end, however the run ends.

    `keepers` hold further data for the checkpoint (see `Keeper`); `names` are the names of the run's output files.
    """

    def __init__(
        self,
        path: Path,
        save_every: str,
        keepers: Mapping[str, Keeper] = MappingProxyType({}),
        names: Mapping[str, Any] | None = None,
    ) -> None:
        self.written: list[Path] = []
        self._path = path
        self._every = parse_duration(save_every, name="save_every")
        self._keepers, self._names = keepers, names

    def __call__(self, event: Event, session: Session, /) -> None:
        every = self._every.period(session.total)
        if isinstance(event, Finished) or (every and event.step and event.step % every == 0):
            kept = {name: keeper.state() for name, keeper in self._keepers.items()}
            save(session, self._path, {"kept": kept, "names": self._names})
            self.written = [self._path]
