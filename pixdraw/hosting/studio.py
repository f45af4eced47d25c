"""Draws one request after another, with models that stay loaded."""

from __future__ import annotations

import ctypes
import gc
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from math import ceil
from pathlib import Path
from typing import Any

import torch

from pixdraw import deadline
from pixdraw.assembly.devices import pick_device
from pixdraw.assembly.session import build
from pixdraw.engine.session import Session
from pixdraw.errors import FileError, ModelError, OutOfMemory, PixdrawError, is_out_of_memory
from pixdraw.events import Event, Finished, Stepped
from pixdraw.hosting.limits import Limits
from pixdraw.hosting.memory import bound_memory
from pixdraw.hosting.messages import public
from pixdraw.hosting.requests import OUTPUT_FORMATS, Request, read_request
from pixdraw.hosting.workspace import Workspace
from pixdraw.imaging import files
from pixdraw.models import clip_catalog
from pixdraw.models.cache import ModelCache
from pixdraw.settings.model import Settings
from pixdraw.settings.presets import QUALITIES
from pixdraw.sinks.base import Sink
from pixdraw.sinks.chosen import ChosenSink, Ranker
from pixdraw.sinks.kinds import make_sink
from pixdraw.sinks.notebook import side_by_side
from pixdraw.sinks.paths import Destination, OutputPaths, plan
from pixdraw.sinks.record import Record as Collected
from pixdraw.text.units import parse_duration

MOST_PREVIEWS = 20
"""The runtime keeps every file of a prediction in its final answer."""
PREVIEW_SIDE = 512
FIRST_QUALITY = "tiny"
"""Its models are loaded before the first request; they come with the package."""

Log = Callable[[str], None]
Record = Callable[[str, Any], None]


@dataclass
class Studio:
    """What a server keeps between predictions: the models, and the folder it writes to."""

    workspace: Workspace = field(default_factory=Workspace)
    limits: Limits = field(default_factory=Limits)
    cache: ModelCache = field(default_factory=ModelCache)
    loaded: frozenset[str] = frozenset()
    qualities: tuple[str, ...] = (FIRST_QUALITY,)

    def open(self, log: Log) -> None:
        """Load the first models; needs no network."""
        gc.collect()
        gc.freeze()  # a hundred thousand objects of libraries, which each collection would walk through
        device = pick_device("auto")
        for name in QUALITIES[FIRST_QUALITY]["perceptors"]:
            self.cache.get(name, device)
        self.loaded = frozenset(QUALITIES[FIRST_QUALITY]["perceptors"])
        self.qualities = served_qualities()
        log(f"ready on {device}; qualities: {', '.join(self.qualities)}")

    def draw(self, inputs: Mapping[str, Any], log: Log, record: Record) -> Iterator[Path]:
        """Draw what the inputs of a prediction ask for: yield previews while drawing, then the results.

        Every file has a name of its own and stays until the next call. Raises PixdrawError in one line. However it
        ends, the memory of the drawing is free again, the models are kept.
        """
        failure: Exception | None = None
        try:
            yield from self._draw(inputs, log, record)
        except PixdrawError as error:
            failure = type(error)(public(str(error)))  # a new one: the old one's frames hold the drawing
            clear_frames(error)
        except (MemoryError, RuntimeError, OSError) as error:
            clear_frames(error)
            failure = _failure_of(error)
            if failure is None:
                raise
        except BaseException as error:  # cancelled, disconnected, or a fault of ours
            clear_frames(error)
            raise
        finally:
            free_memory()
        if failure is not None:
            raise failure

    def _draw(self, inputs: Mapping[str, Any], log: Log, record: Record) -> Iterator[Path]:
        started = time.monotonic()
        if pick_device("auto").type == "cpu":  # a GPU's driver reserves more than there is
            bound_memory()
        picture = inputs.get("init_image")
        outputs = self.workspace.renew(keep=picture if isinstance(picture, Path) else None)
        request = read_request(inputs, self.limits, self.workspace.inbox, outputs)
        self._load(request.settings, log)
        loaded = time.monotonic()
        record("timing.load_s", round(loaded - started, 3))
        with deadline.within(request.settings.time_limit_s or self.limits.time_s):
            session = self._build(request)
        record("seed", list(session.seeds))
        ready = time.monotonic()
        record("timing.start_s", round(ready - loaded, 3))
        sinks = self._sinks(session, request.output_format, outputs)
        progress = Progress(session, log, record)
        for event in session.run(spent_s=ready - loaded):
            drawn = time.monotonic()
            for sink in sinks:
                sink(event, session)
            if progress(event):
                yield write_preview(session, outputs)
            if isinstance(event, Finished):
                record("seed", list(session.seeds))
                record("steps", event.step)
                record("ended", event.reason)
                record("timing.draw_s", round(drawn - ready, 3))
                record("timing.write_s", round(time.monotonic() - drawn, 3))
                log(f"{event.reason} after {event.step} of {event.total} steps")
        yield from sinks[-1].written

    def _sinks(self, session: Session, output_format: str, outputs: Path) -> list[Sink[Any]]:
        """Return the sinks of a run; the last one writes its results: those that are kept, where some are."""
        keep, prompts = session.settings.keep_best, len(session.labels) // len(session.settings.seed)
        destination = Destination("picture", str(outputs))
        paths = plan(session.labels, session.seeds, destination, kept=keep and keep * prompts)
        if keep is None:
            return [make_sink(output_format, paths, session)]
        collected = Collected.of(session)

        def make(own: OutputPaths) -> list[Sink[Any]]:
            return [make_sink(output_format, own, session, collected if collected.frames else None)]

        return [collected, Ranker(session), ChosenSink(session, paths, make)]

    def _load(self, settings: Settings, log: Log) -> None:
        """Load the perceptors of a request and drop those before; raises ModelError if the image lacks them."""
        if settings.quality not in self.qualities:
            raise ModelError(
                f"quality={settings.quality}: its models are not in this image; served are {', '.join(self.qualities)}"
            )
        wanted = frozenset(settings.perceptors)
        self.cache.keep_only(wanted)
        new, self.loaded = wanted - self.loaded, self.loaded & wanted
        if new:
            log(f"loading {', '.join(sorted(new))}")
            free_memory()
        for name in settings.perceptors:
            self.cache.get(name, device=pick_device(settings.device))
        self.loaded = wanted

    def _build(self, request: Request) -> Session:
        session = build(request.settings, self.cache)
        if request.picture is not None:  # where it lies is ours to know, not the result's
            shown = request.settings.shown_with(init_image=request.picture.name)
            session.parts = replace(session.parts, settings=shown)
        return session


def _failure_of(error: Exception) -> PixdrawError | None:
    """Return the error that a client gets for trouble of the machine, such as a full disk; None for a bug of ours."""
    if is_out_of_memory(error):
        return OutOfMemory("out of memory: ask for a smaller size, fewer outputs or a lower num_cuts")
    if isinstance(error, OSError):
        return FileError(f"the server can write or read no more ({error.strerror or type(error).__name__})")
    return None


def served_qualities() -> tuple[str, ...]:
    """Return the qualities whose models are on this machine; looks at no network."""
    return tuple(
        quality
        for quality, preset in QUALITIES.items()
        if all(clip_catalog.locate(clip_catalog.resolve(name)) for name in preset["perceptors"])
    )


class Progress:
    """Tells the log and the metrics how far a run is, and when a preview is due."""

    def __init__(self, session: Session, log: Log, record: Record) -> None:
        period = parse_duration(session.settings.display_every, "iterations").period(session.total)
        least = ceil(session.total / (MOST_PREVIEWS + 1))
        self._previews = max(period, least) if period else 0
        self._lines = max(1, ceil(session.total / MOST_PREVIEWS))
        self._log, self._record = log, record

    def __call__(self, event: Event) -> bool:
        """Take note of an event; return whether a preview is due."""
        if not isinstance(event, Stepped):
            return False
        last = event.step == event.total
        if last or event.step == 1 or event.step % self._lines == 0:
            losses = [round(loss, 5) for loss in event.loss.tolist()]
            self._record("loss", losses)
            self._log(f"step {event.step} of {event.total}, loss {sum(losses) / len(losses):.4f}")
        return bool(self._previews) and not last and event.step % self._previews == 0


def write_preview(session: Session, outputs: Path) -> Path:
    """Write all pictures of the moment as one sheet, at most PREVIEW_SIDE wide and high."""
    sheet = side_by_side(session.images().cpu())
    height, width = sheet.shape[-2:]
    shrink = min(1.0, PREVIEW_SIDE / max(height, width))
    small = files.resize(sheet.unsqueeze(0), max(1, round(height * shrink)), max(1, round(width * shrink)))
    path = outputs / f"preview-{session.step:06d}.png"
    files.save_png(small[0], path)
    return path


def clear_frames(error: BaseException | None) -> None:
    """Clear the traceback frames of an error and its causes, because they keep the drawing in memory."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def free_memory() -> None:
    """Give back what no object holds any more, to the system and to the device."""
    gc.collect()
    with suppress(OSError, AttributeError):  # glibc keeps hundreds of megabytes for itself otherwise
        ctypes.CDLL(None).malloc_trim(0)
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


__all__ = ["MOST_PREVIEWS", "OUTPUT_FORMATS", "Studio"]
