"""The sinks a run's settings ask for."""

from __future__ import annotations

import sys
import warnings
from typing import Any

from pixdraw.claims import Claims
from pixdraw.engine.animation import Animation
from pixdraw.engine.checkpoint import CheckpointSink
from pixdraw.engine.session import Session
from pixdraw.errors import SettingsError
from pixdraw.interfaces import VectorDrawer
from pixdraw.settings.model import Settings
from pixdraw.sinks.animation import AnimationSink
from pixdraw.sinks.base import SessionView, Sink
from pixdraw.sinks.chosen import CandidatesSink, ChosenSink
from pixdraw.sinks.frames import FramesSink
from pixdraw.sinks.kinds import make_sink
from pixdraw.sinks.loop import LoopSink
from pixdraw.sinks.losses import LossesSink
from pixdraw.sinks.notebook import NotebookSink
from pixdraw.sinks.paths import Destination, OutputPaths, plan
from pixdraw.sinks.png import PngSink
from pixdraw.sinks.progress import ProgressSink
from pixdraw.sinks.record import Record, films
from pixdraw.sinks.resumed import Broken
from pixdraw.sinks.settings_file import SettingsSink
from pixdraw.sinks.stages import StagesSink
from pixdraw.sinks.video import VideoSink


def standard_sinks(
    session: Session | Animation,
    *,
    display: bool = False,
    record: Record | None = None,
    broken: Broken | None = None,
) -> list[Sink[Any]]:
    """Make the sinks of a run; with `display`, also one that shows the picture in a notebook.

    `record` may be one that exists already. A resumed run writes the files of the `broken` one; films and tables whose
    beginning is not in the checkpoint are written beside the old ones. Raises SettingsError if the drawer cannot give
    what is asked for, FileError if nothing can be written.
    """
    claims = Claims()
    paths = _paths(session, claims, broken)
    own = [] if record else [Record.of(session)]
    if broken and own and isinstance(session, Session):
        own[0].load(broken.state, session)
    record = record or own[0]
    # The bar comes first: it is closed before other output. Claims come last: names are free when all is written.
    return [*_views(session, display), *own, *file_sinks(session, paths, record), claims]


def file_sinks(session: Session | Animation, paths: OutputPaths, record: Record) -> list[Sink[Any]]:
    """Make the sinks that write what a run's settings ask for to these files, which the caller has for itself alone.

    Raises SettingsError if the drawer cannot give what is asked for.
    """
    pictures = [_frames(session, paths)] if isinstance(session, Animation) else _shown(session, paths, record)
    return [*pictures, *_records(session, paths, record)]


def _paths(session: Session | Animation, claims: Claims, broken: Broken | None) -> OutputPaths:
    settings = session.settings
    if broken and (paths := broken.paths(session, claims)):
        return paths
    moved = bool(broken and broken.state.get("names"))  # others have the names of the run where its checkpoint lies now
    return plan(
        session.labels,
        session.seeds,
        Destination(settings.output, settings.outdir, settings.overwrite and not moved),
        claims=claims,
        kept=settings.keep_best and settings.keep_best * max(len(settings.prompts), 1) * max(len(settings.manner), 1),
    )


def _beside(name: str, paths: OutputPaths, record: Record, step: int) -> OutputPaths:
    """Return where frames or losses are written: under another name if their beginning is not in the checkpoint."""
    if name not in record.lost:
        return paths
    warnings.warn(
        f"the {name} up to step {step} are not in the checkpoint: what is written of them stays as it is, the rest is "
        f"written beside it, with -from-{step} in its name",
        stacklevel=2,
    )
    return paths.later(step)


def _frames(animation: Animation, paths: OutputPaths) -> Sink[Any]:
    settings = animation.settings

    def make(session: SessionView, frame: OutputPaths) -> list[Sink[SessionView]]:
        return _each(settings, session, frame)

    make(animation, paths)  # what the drawer cannot give is refused at once
    return AnimationSink(paths, make, films(settings) or ["gif"], round(1000 / settings.animation_fps))


def _each(settings: Settings, session: SessionView, paths: OutputPaths) -> list[Sink[SessionView]]:
    """Return the sinks that write each picture, one for each form that is asked for."""
    sinks: list[Sink[SessionView]] = [PngSink(paths, settings.save_every)]
    # A picture of shapes is its SVG; a grid is as well kept in the PNG.
    shapes = isinstance(session.drawer, VectorDrawer) and not hasattr(session.drawer, "cells")
    if shapes if settings.save_svg is None else settings.save_svg:
        sinks.append(make_sink("svg", paths, session))
    asked = {"sprite": settings.save_sprite, "indexed": settings.save_indexed}
    sinks += [make_sink(kind, paths, session) for kind, wanted in asked.items() if wanted]
    if settings.stylise or settings.upscale or settings.upscale_model:
        sinks.append(StagesSink(paths, settings))
    return sinks


def _shown(session: Session, paths: OutputPaths, record: Record) -> list[Sink[Any]]:
    """Return the sinks that write all pictures, or those that are kept of them."""
    settings = session.settings
    if settings.keep_best is None:
        return list(_pictures(session, paths, record))
    if settings.save_steps:
        raise SettingsError("save_steps=True: which candidates are kept is known at the end only; leave it out")
    return [ChosenSink(session, paths, lambda own: _pictures(session, own, record)), CandidatesSink(paths)]


def _pictures(session: Session, paths: OutputPaths, record: Record) -> list[Sink[SessionView]]:
    settings = session.settings
    sinks = _each(settings, session, paths)
    if settings.save_steps:
        sinks.append(FramesSink(paths, settings.save_every))
    if settings.save_sheet:
        sinks.append(make_sink("sheet", paths, session))
    if settings.loop_frames:
        sinks.append(LoopSink(paths, settings.loop_duration_ms))
    if settings.save_tileset:
        sinks.append(make_sink("tileset", paths, session))
    if kinds := films(settings):
        sinks.append(VideoSink(_beside("frames", paths, record, session.step), kinds, record.frames))
    return sinks


def _records(session: Session | Animation, paths: OutputPaths, record: Record) -> list[Sink[Any]]:
    settings = session.settings
    sinks: list[Sink[Any]] = []
    if settings.save_settings:
        sinks.append(SettingsSink(paths))
    if settings.save_losses:
        sinks.append(LossesSink(_beside("losses", paths, record, session.step), record.losses))
    if settings.save_checkpoint:
        file = paths.run("checkpoint")
        sinks.append(CheckpointSink(file, settings.save_every, record.keepers(), paths.names()))
    return sinks


def _views(session: Session | Animation, display: bool) -> list[Sink[Any]]:
    sinks: list[Sink[Any]] = [ProgressSink()]
    if display and "ipykernel" in sys.modules:
        sinks.append(NotebookSink(session.settings.display_every))
    return sinks
