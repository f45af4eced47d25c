"""An animation over a folder of pictures: one session for each frame, one after the other, run like a single one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from torch import Tensor

from pixdraw.engine.session import Session
from pixdraw.errors import SettingsError
from pixdraw.events import Event, Finished, Started, Stepped
from pixdraw.fields import Preset
from pixdraw.guidance.files import frame_files
from pixdraw.interfaces import Drawer
from pixdraw.settings.model import Settings

WITHOUT = ("loop_frames", "save_sheet", "save_tileset", "save_steps", "save_checkpoint")
"""Settings that cannot be combined with animation_frames, because they need all pictures in one session."""


@dataclass(frozen=True)
class Moment:
    """The frame of an animation that a session draws: its file, and the pictures of the frame before it."""

    file: str
    previous: Tensor | None = None
    """[B, C, H, W]: the last frame's pictures."""

    def applied(self, settings: Settings) -> Settings:
        """Return the settings with the frame's file as the value of each setting that `animation_as` names."""
        return settings.model_copy(update=settings.values_of_frame(self.file))


class Animation:
    """Draws the frames one after the other and keeps in memory only the pictures of the most recent frame.

    Source: pixray's animation_dir. Differs from it: each frame is drawn to its end before the next one starts, all
    with the same seed; the previous frame lies over the start of the next with an alpha of 48 instead of 128, so that
    the drawing follows what moves, and over the start of the first frame lies none.
    """

    def __init__(self, settings: Settings, make: Callable[[Moment], Session]) -> None:
        for name in WITHOUT:
            if getattr(settings, name):
                raise SettingsError(
                    f"{name}={getattr(settings, name)} is not for animation_frames; leave one of them out"
                )
        self.settings = settings
        self.files = frame_files(settings.animation_frames or "", "animation_frames")
        self.frame = 0
        """Number of the frame that is being drawn."""
        self.done = 0
        """How many frames are drawn."""
        self._make = make
        self._session = make(Moment(self.files[0]))

    @property
    def step(self) -> int:
        return self.frame * self.settings.iterations + self._session.step

    @property
    def total(self) -> int:
        return len(self.files) * self.settings.iterations

    @property
    def drawer(self) -> Drawer:
        return self._session.drawer

    @property
    def labels(self) -> tuple[str, ...]:
        return self._session.labels

    @property
    def seeds(self) -> tuple[int, ...]:
        return self._session.seeds

    @property
    def places(self) -> tuple[int, ...]:
        return self._session.places

    def choosing(self) -> dict[str, Any]:
        """Return nothing: all are kept."""
        return {}

    def item_settings(self, item: int) -> dict[str, Any]:
        """Return the flat settings that draw all frames of this item."""
        return self._session.item_settings(item)

    def presets(self) -> dict[str, Preset]:
        """Return {setting: the preset of its default} of settings that were not given and depend on others."""
        return self.settings.presets()

    def item_given(self, item: int) -> dict[str, Any]:
        """Return those of these settings that were given."""
        return self._session.item_given(item)

    def images(self) -> Tensor:
        """Return the present frame's pictures: [B, C, H, W] in [0, 1]."""
        return self._session.images()

    def colours(self) -> Tensor | None:
        """Return the few colours [B, P, 3] that a filter shows them in, or None without such a filter."""
        return self._session.colours()

    def cells(self) -> Tensor:
        """Return its sprites: [B, C, rows, columns]."""
        return self._session.cells()

    def run(self) -> Iterator[Event]:
        """Draw every frame and yield an event a step, with steps counted through all frames.

        `done` grows before the event of a frame's last step.
        """
        yield Started(self.step, self.total)
        reason, each = "done", self.settings.iterations
        while True:
            last: Stepped | None = None
            for event in self._session.run():
                if isinstance(event, Stepped):
                    if last is not None:
                        yield last
                    last = replace(event, step=self.frame * each + event.step, total=self.total)
                elif isinstance(event, Finished):
                    reason = event.reason
            self.done += 1
            if last is not None:  # a frame that stopped early counts as whole
                yield replace(last, step=self.done * each)
            if self.done == len(self.files):
                break
            previous = self.images()
            self.frame = self.done
            self._session = self._make(Moment(self.files[self.frame], previous))
        yield Finished(self.total, self.total, reason)
