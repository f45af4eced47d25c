"""The view of a run that sinks get, and helpers that all sinks share."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol, TypeVar

from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.events import Event, Finished
from pixdraw.fields import Preset
from pixdraw.text.units import Duration

View = TypeVar("View", contravariant=True)


class SessionView(Protocol):
    """The part of a session that sinks use."""

    @property
    def step(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def drawer(self) -> Any:  # any drawer; its abilities are asked for by protocol
        ...
    @property
    def seeds(self) -> tuple[int, ...]: ...
    @property
    def labels(self) -> tuple[str, ...]:
        """[B] prompt text of each item."""

    @property
    def places(self) -> tuple[int, ...]:
        """Where the pictures lie among all that are drawn; more are, until some are chosen."""

    def choosing(self) -> dict[str, Any]:
        """Return the settings by which some will be chosen, or nothing."""

    def images(self) -> Tensor:
        """Return the pictures as they are saved: [B, C, H, W] in [0, 1], detached."""

    def colours(self) -> Tensor | None:
        """Return the palettes [B, P, 3] that the saved pictures are limited to, or None."""

    def cells(self) -> Tensor:
        """Return the sprites of a drawer of cells, in the pictures' colours: [B, C, rows, columns], detached."""

    def item_settings(self, item: int) -> dict[str, Any]:
        """Return the flat settings, plain JSON values, that draw `item` alone."""

    def item_given(self, item: int) -> dict[str, Any]:
        """Return those of them that somebody gave; the others follow by rule."""

    def presets(self) -> dict[str, Preset]:
        """Return the preset that gave each of the others its value, where they are not the same in every run."""


class Sink(Protocol[View]):
    """Listens to a run: called with every event, `Finished` last, however the run ends.

    `Finished` may arrive twice, when a listener breaks off right after it; the second time must change nothing.
    """

    written: list[Path]
    """Every file written so far, once each."""

    def __call__(self, event: Event, session: View, /) -> None: ...


def is_due(event: Event, every: Duration) -> bool:
    """Return whether a picture is due: every `every` steps while drawing (0: never), and always at the end."""
    period = every.period(event.total)
    return isinstance(event, Finished) or bool(period and event.step and event.step % period == 0)


def need(drawer: Any, ability: type, what: str) -> Any:
    """Return `drawer` where it has the ability (a runtime protocol); else SettingsError naming `what` asked for it."""
    if isinstance(drawer, ability):
        return drawer
    kind = {"VectorDrawer": "a drawer of shapes", "GridDrawer": "a drawer of cells, such as pixel"}
    name, equals, _ = what.partition("=")
    raise SettingsError(
        f"{what}: {type(drawer).__name__} cannot do this; choose {kind.get(ability.__name__, ability.__name__)}"
        + (f", or set {name}=False" if equals else "")
    )


def note(written: list[Path], path: Path) -> None:
    """Add `path` to the list of written files, unless it is there already."""
    if path not in written:
        written.append(path)
