"""Collects losses and, for films, frames during a run, to be written at its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pixdraw.engine.animation import Animation
from pixdraw.engine.checkpoint import Keeper
from pixdraw.engine.session import Session
from pixdraw.events import Event, Finished
from pixdraw.settings.model import Settings
from pixdraw.sinks.losses import LossHistory
from pixdraw.sinks.reel import Frames
from pixdraw.text.units import parse_duration


@dataclass
class Record:
    """Collects losses and frames. It hears of events before the sinks that write them."""

    losses: LossHistory
    frames: Frames | None
    lost: frozenset[str] = frozenset()
    """Of "losses" and "frames" those of which a resumed run has only what came after the break."""
    written: list[Path] = field(default_factory=list)
    """None: a record writes nothing."""

    @classmethod
    def of(cls, run: Session | Animation) -> Record:
        """Return an empty record for a run; it collects frames only if the settings ask for a film."""
        if isinstance(run, Animation):
            return cls(LossHistory(), Frames())
        return cls(LossHistory(), Frames(frames_every(run)) if films(run.settings) else None)

    def __call__(self, event: Event, run: Any, /) -> None:  # Any: a session or an animation
        self.losses.see(event)
        if self.frames is None:
            return
        if not isinstance(run, Animation):
            self.frames.see(event, run)
        elif run.done > len(self.frames) or (isinstance(event, Finished) and run.frame == len(self.frames)):
            self.frames.add(run.images(), event.step)

    def keepers(self) -> dict[str, Keeper]:
        """Return what a checkpoint must store of the record."""
        named: dict[str, Keeper | None] = {"losses": self.losses, "frames": self.frames}
        return {name: keeper for name, keeper in named.items() if keeper is not None}

    def load(self, state: Mapping[str, Any], run: Session) -> None:
        """Continue from the `state` in a checkpoint; names of missing parts are put into `lost`."""
        kept = state.get("kept")
        kept = kept if isinstance(kept, Mapping) else {}
        lost = [name for name in self.keepers() if run.step and not isinstance(kept.get(name), Mapping)]
        if isinstance(kept.get("losses"), Mapping):
            self.losses.load(kept["losses"])
        if self.frames is not None and isinstance(kept.get("frames"), Mapping):
            self.frames.load(kept["frames"], run.total)
        self.lost = frozenset(lost)


def films(settings: Settings) -> list[str]:
    """Return the kinds of film that settings ask for."""
    asked = {"mp4": settings.make_video, "gif": settings.make_gif, "webp": settings.make_webp}
    return [kind for kind, wanted in {**asked, "apng": settings.make_apng}.items() if wanted]


def frames_every(session: Session) -> int:
    """Return the number of steps between two frames of a film: that of a moving camera, else 0 (as many as fit)."""
    settings = session.settings
    return parse_duration(settings.zoom_every).period(session.total) if settings.moves() else 0
