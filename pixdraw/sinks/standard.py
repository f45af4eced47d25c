"""The sinks a run's settings ask for."""

from __future__ import annotations

import sys
from typing import Any

from pixdraw.engine.animation import Animation
from pixdraw.engine.checkpoint import CheckpointSink
from pixdraw.engine.session import Session
from pixdraw.imaging.palettes import parse_palette
from pixdraw.interfaces import VectorDrawer
from pixdraw.settings.model import Settings
from pixdraw.sinks.animation import AnimationSink
from pixdraw.sinks.base import SessionView, Sink
from pixdraw.sinks.claims import Claims
from pixdraw.sinks.frames import FramesSink
from pixdraw.sinks.indexed import IndexedSink
from pixdraw.sinks.loop import LoopSink
from pixdraw.sinks.losses import LossesSink
from pixdraw.sinks.notebook import NotebookSink
from pixdraw.sinks.paths import OutputPaths, plan
from pixdraw.sinks.png import PngSink
from pixdraw.sinks.progress import ProgressSink
from pixdraw.sinks.settings_file import SettingsSink
from pixdraw.sinks.sheet import SheetSink, TilesetSink
from pixdraw.sinks.sprite import SpriteSink
from pixdraw.sinks.svg import SvgSink
from pixdraw.sinks.video import VideoSink
from pixdraw.text.units import parse_duration


def standard_sinks(session: Session | Animation, *, display: bool = False) -> list[Sink[Any]]:
    """Make the sinks of a run; with `display`, also one that shows the picture where this is a notebook.

    Raises SettingsError where the drawer cannot give what is asked for, FileError where nothing can be written.
    """
    settings = session.settings
    claims = Claims()
    paths = plan(
        session.labels,
        session.seeds,
        output=settings.output,
        outdir=settings.outdir,
        overwrite=settings.overwrite,
        claims=claims,
    )
    pictures = [_frames(session, paths)] if isinstance(session, Animation) else _pictures(session, paths)
    # The bar first: it is closed before anything else is said. The names last: they are given back when all is written.
    return [*_views(session, display), *pictures, *_records(session, paths), claims]


def _frames(animation: Animation, paths: OutputPaths) -> Sink[Any]:
    settings = animation.settings

    def make(session: SessionView, frame: OutputPaths) -> list[Sink[SessionView]]:
        return _each(settings, session, frame)

    make(animation, paths)  # what the drawer cannot give is refused at once
    asked = {"mp4": settings.make_video, "gif": settings.make_gif, "webp": settings.make_webp}
    kinds = [kind for kind, wanted in {**asked, "apng": settings.make_apng}.items() if wanted]
    return AnimationSink(paths, make, kinds or ["gif"], round(1000 / settings.animation_fps))


def _each(settings: Settings, session: SessionView, paths: OutputPaths) -> list[Sink[SessionView]]:
    """Return what writes each picture, in all the forms that are asked for."""
    sinks: list[Sink[SessionView]] = [PngSink(paths, settings.save_every)]
    # A picture of shapes is its SVG; a grid is as well kept in the PNG.
    shapes = isinstance(session.drawer, VectorDrawer) and not hasattr(session.drawer, "cells")
    if shapes if settings.save_svg is None else settings.save_svg:
        sinks.append(SvgSink(paths, session))
    if settings.save_sprite:
        sinks.append(SpriteSink(paths, session))
    if settings.save_indexed:
        palette = None if settings.palette is None else parse_palette(settings.palette)
        sinks.append(IndexedSink(paths, session, palette))
    return sinks


def _pictures(session: Session, paths: OutputPaths) -> list[Sink[SessionView]]:
    settings = session.settings
    sinks = _each(settings, session, paths)
    if settings.save_steps:
        sinks.append(FramesSink(paths, settings.save_every))
    if settings.save_sheet:
        duration = settings.loop_duration_ms if settings.loop_frames else settings.sheet_duration_ms
        sinks.append(SheetSink(paths, settings.sheet_columns, duration))
    if settings.loop_frames:
        sinks.append(LoopSink(paths, settings.loop_duration_ms))
    if settings.save_tileset:
        sinks.append(TilesetSink(paths, settings.sheet_columns))
    more = [kind for kind in ("webp", "apng") if getattr(settings, f"make_{kind}")]
    if settings.make_video or settings.make_gif or more:
        sinks.append(
            VideoSink(paths, mp4=settings.make_video, gif=settings.make_gif, every=_frames_every(session), more=more)
        )
    return sinks


def _frames_every(session: Session) -> int:
    """Return the steps between two frames of a film: a moving camera's own, else 0 for as many as fit."""
    settings = session.settings
    return parse_duration(settings.zoom_every).period(session.total) if settings.moves() else 0


def _records(session: Session | Animation, paths: OutputPaths) -> list[Sink[Any]]:
    settings = session.settings
    sinks: list[Sink[Any]] = []
    if settings.save_settings:
        sinks.append(SettingsSink(paths))
    if settings.save_losses:
        sinks.append(LossesSink(paths))
    if settings.save_checkpoint:
        sinks.append(CheckpointSink(paths.run("checkpoint"), settings.save_every))
    return sinks


def _views(session: Session | Animation, display: bool) -> list[Sink[Any]]:
    sinks: list[Sink[Any]] = [ProgressSink()]
    if display and "ipykernel" in sys.modules:
        sinks.append(NotebookSink(session.settings.display_every))
    return sinks
