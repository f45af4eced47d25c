"""The kinds of file that a drawing can be written as: the ending of each, and the sink that writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pixdraw.engine.animation import Animation
from pixdraw.engine.checkpoint import CheckpointSink
from pixdraw.engine.session import Session
from pixdraw.errors import SettingsError, suggestion
from pixdraw.events import Finished
from pixdraw.imaging.palettes import parse_palette
from pixdraw.sinks.base import Sink
from pixdraw.sinks.chosen import CandidatesSink, candidates_sheet
from pixdraw.sinks.engines import EngineSink
from pixdraw.sinks.indexed import IndexedSink
from pixdraw.sinks.loop import LoopSink
from pixdraw.sinks.losses import LossesSink
from pixdraw.sinks.paths import ITEM_KINDS, RUN_KINDS, Destination, OutputPaths, plan
from pixdraw.sinks.png import PngSink
from pixdraw.sinks.record import Record
from pixdraw.sinks.settings_file import SettingsSink
from pixdraw.sinks.sprite import SpriteSink
from pixdraw.sinks.svg import SvgSink
from pixdraw.sinks.tileset import TilesetSink
from pixdraw.sinks.video import VideoSink

ENDINGS: Mapping[str, str] = {
    "png": ".png",
    "sprite": ".png",
    "indexed": ".png",
    "sheet": ".png",
    "candidates": ".png",
    "tileset": ".png",
    "unity": ".png",
    "aseprite": ".aseprite",
    "godot": ".tres",
    "phaser": ".json",
    "svg": ".svg",
    "gif": ".gif",
    "webp": ".webp",
    "apng": ".apng",
    "mp4": ".mp4",
    "settings": ".yaml",
    "losses": ".csv",
    "checkpoint": ".checkpoint",
}
"""Kind of file → its ending; of an ending that several kinds have, the first is meant."""

ENGINES = ("sheet", "aseprite", "godot", "unity", "phaser")
"""Those of `pixdraw.formats` that show every picture of a run as a frame."""

FILMS = ("gif", "webp", "apng", "mp4")


_ASKED_BY = {
    ".svg": "save_svg",
    ".gif": "make_gif",
    ".webp": "make_webp",
    ".apng": "make_apng",
    ".mp4": "make_video",
    ".json": "save_sheet",
    ".tsj": "save_tileset",
    ".tmx": "save_tileset",
}
"""Ending of a file → the setting that asks for one."""


def settings_for(path: Path, settings: Mapping[str, Any]) -> dict[str, bool]:
    """Return the settings that ask for a file of the kind of `path`, of a run with these `settings`."""
    name = _ASKED_BY.get(path.suffix.lower())
    if name is None or (name.startswith("make_") and (settings.get("loop_frames") or settings.get("animation_frames"))):
        return {}  # these write their films anyway
    return {name: True}


def make_sink(kind: str, paths: OutputPaths, run: Any, record: Record | None = None) -> Sink[Any]:
    """Return the sink that writes a file of this kind at the end of a run.

    `record` holds the frames and losses collected so far.

    Raises SettingsError if the run cannot give what the kind needs.
    """
    return _film(kind, paths, run, record) if kind in FILMS else _MAKERS[kind](paths, run, record)


def save(run: Session | Animation, record: Record, path: str | Path, kind: str | None = None) -> list[Path]:
    """Write the run as drawn so far and return the files; see `pixdraw.Drawing.save`."""
    kind, name = _kind_and_name(str(path), kind)
    plain = plan(run.labels, run.seeds, Destination(name, overwrite=not name.endswith("/")))
    own = kind in ENGINES and name.endswith("/")  # their further files must not meet those of other kinds
    sink = make_sink(kind, plain if own else _Exactly(**vars(plain)), run, record)
    sink(Finished(run.step, run.total, "done"), run)
    return list(sink.written)


@dataclass(frozen=True)
class _Exactly(OutputPaths):
    """Names files exactly as the caller said, with the ending of their kind."""

    def item(self, index: int, kind: str) -> Path:
        return self.folder / f"{self.stems[index]}{Path(ITEM_KINDS[kind]).suffix}"

    def run(self, kind: str) -> Path:
        return self.folder / f"{self.base}{Path(RUN_KINDS[kind][0]).suffix}"


def _kind_and_name(path: str, kind: str | None) -> tuple[str, str]:
    """Return the kind of file to write, and its name with the ending .png, or its folder with a slash at the end."""
    if kind is not None and kind not in ENDINGS:
        raise SettingsError(f"kind={kind!r}: choose one of {', '.join(ENDINGS)}{suggestion(kind, ENDINGS)}")
    if not path:
        raise SettingsError("path is empty: name the file to write, for example heart.png")
    if path.endswith(("/", "\\")) or Path(path).is_dir():
        return kind or "png", path.rstrip("/\\") + "/"
    ending = Path(path).suffix.lower()
    kinds = [name for name, own in ENDINGS.items() if own == ending]
    if kind is None and not kinds:
        raise SettingsError(f"{path}: end the name with one of {', '.join(dict.fromkeys(ENDINGS.values()))}")
    if kind is not None and kind not in kinds:
        raise SettingsError(f"{path}: kind={kind} is written to a file that ends with {ENDINGS[kind]}")
    return kind or kinds[0], path[: -len(ending)] + ".png"


def _film(kind: str, paths: OutputPaths, run: Any, record: Record | None) -> Sink[Any]:
    settings = run.settings
    if settings.loop_frames and kind in ("gif", "webp"):
        return LoopSink(paths, settings.loop_duration_ms, (kind,))
    if record is not None and not record.frames:
        if record.frames is not None:
            raise SettingsError("nothing is drawn yet that a film could show: draw first")
        name = "make_video" if kind == "mp4" else f"make_{kind}"
        raise SettingsError(f"a film of the making needs its frames: draw with {name}=True to keep them")
    duration = round(1000 / settings.animation_fps) if isinstance(run, Animation) else None
    return VideoSink(paths, (kind,), record.frames if record else None, duration)


def _checkpoint(paths: OutputPaths, run: Any, record: Record | None) -> Sink[Any]:
    if isinstance(run, Animation):
        raise SettingsError("an animation has no checkpoint: leave kind=checkpoint out")
    keepers = record.keepers() if record else {}
    return CheckpointSink(paths.run("checkpoint"), "0 iterations", keepers, paths.names())


def _candidates(paths: OutputPaths, run: Any) -> Sink[Any]:
    candidates_sheet(run)  # what is not ranked is told before anything is written
    return CandidatesSink(paths)


def _indexed(paths: OutputPaths, run: Any, record: Record | None) -> Sink[Any]:
    palette = None if run.settings.palette is None else parse_palette(run.settings.palette)
    return IndexedSink(paths, run, palette)


def _engine(kind: str, paths: OutputPaths, run: Any, record: Record | None) -> Sink[Any]:
    settings = run.settings
    duration = settings.loop_duration_ms if settings.loop_frames else settings.sheet_duration_ms
    return EngineSink(paths, kind, settings.sheet_columns, duration)


_MAKERS: Mapping[str, Callable[[OutputPaths, Any, Record | None], Sink[Any]]] = {
    "png": lambda paths, run, record: PngSink(paths),
    "sprite": lambda paths, run, record: SpriteSink(paths, run),
    "indexed": _indexed,
    "candidates": lambda paths, run, record: _candidates(paths, run),
    "tileset": lambda paths, run, record: TilesetSink(paths, run.settings.sheet_columns),
    "svg": lambda paths, run, record: SvgSink(paths, run),
    "settings": lambda paths, run, record: SettingsSink(paths),
    "losses": lambda paths, run, record: LossesSink(paths, record.losses if record else None),
    "checkpoint": _checkpoint,
    **{kind: partial(_engine, kind) for kind in ENGINES},
}
"""Kind, but for films → what makes its sink."""
