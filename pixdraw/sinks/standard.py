"""The sinks a run's settings ask for."""

from __future__ import annotations

import sys

from pixdraw.checkpoint import CheckpointSink
from pixdraw.interfaces import VectorDrawer
from pixdraw.session import Session
from pixdraw.sinks.base import Sink
from pixdraw.sinks.frames import FramesSink
from pixdraw.sinks.losses import LossesSink
from pixdraw.sinks.notebook import NotebookSink
from pixdraw.sinks.paths import OutputPaths, plan
from pixdraw.sinks.png import PngSink
from pixdraw.sinks.progress import ProgressSink
from pixdraw.sinks.settings_file import SettingsSink
from pixdraw.sinks.sprite import SpriteSink
from pixdraw.sinks.svg import SvgSink
from pixdraw.sinks.video import VideoSink


def standard_sinks(session: Session, *, display: bool = False) -> list[Sink[Session]]:
    """Make the sinks of a session; with `display`, also one that shows the picture where this is a notebook.

    Raises SettingsError where the drawer cannot give what is asked for, FileError where nothing can be written.
    """
    settings = session.settings
    paths = plan(
        session.labels,
        session.seeds,
        output=settings.output,
        outdir=settings.outdir,
        overwrite=settings.overwrite,
    )
    # The bar first: it is closed before anything else is said.
    return [*_views(session, display), *_pictures(session, paths), *_records(session, paths)]


def _pictures(session: Session, paths: OutputPaths) -> list[Sink[Session]]:
    settings = session.settings
    sinks: list[Sink[Session]] = [PngSink(paths, settings.save_every)]
    # A picture of shapes is its SVG; a grid is as well kept in the PNG.
    shapes = isinstance(session.drawer, VectorDrawer) and not hasattr(session.drawer, "cells")
    if shapes if settings.save_svg is None else settings.save_svg:
        sinks.append(SvgSink(paths, session))
    if settings.save_sprite:
        sinks.append(SpriteSink(paths, session))
    if settings.save_steps:
        sinks.append(FramesSink(paths, settings.save_every))
    if settings.make_video or settings.make_gif:
        sinks.append(VideoSink(paths, mp4=settings.make_video, gif=settings.make_gif))
    return sinks


def _records(session: Session, paths: OutputPaths) -> list[Sink[Session]]:
    settings = session.settings
    sinks: list[Sink[Session]] = []
    if settings.save_settings:
        sinks.append(SettingsSink(paths))
    if settings.save_losses:
        sinks.append(LossesSink(paths))
    if settings.save_checkpoint:
        sinks.append(CheckpointSink(paths.run("checkpoint"), settings.save_every))
    return sinks


def _views(session: Session, display: bool) -> list[Sink[Session]]:
    sinks: list[Sink[Session]] = [ProgressSink()]
    if display and "ipykernel" in sys.modules:
        sinks.append(NotebookSink(session.settings.display_every))
    return sinks
