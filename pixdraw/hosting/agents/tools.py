"""What each tool does: arguments that fit its schema in, files in the folder and a result out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw import deadline
from pixdraw.drawing import Drawing
from pixdraw.engine.session import Session
from pixdraw.errors import FileError, ModelError, SettingsError
from pixdraw.events import Event, Stepped
from pixdraw.formats.writers import png_bytes
from pixdraw.hosting.agents.desk import Desk
from pixdraw.hosting.allowed import check_bounds, check_numbers
from pixdraw.hosting.limits import Limits
from pixdraw.hosting.requests import read_request
from pixdraw.imaging import files
from pixdraw.imaging.cells import enlarge
from pixdraw.imaging.folders import is_picture
from pixdraw.imaging.palettes import NAMED, parse_palette
from pixdraw.models import clip_catalog
from pixdraw.settings.model import Settings
from pixdraw.text.prompts import slug
from pixdraw.tools import animate as animating
from pixdraw.tools import batch, export
from pixdraw.tools import inspect as inspecting
from pixdraw.tools import palettes as palette_desk
from pixdraw.tools import pixelise as pixelising
from pixdraw.tools import repair as repairing
from pixdraw.tools import tileset as tilesets
from pixdraw.tools.terrain import terrains as made_of
from pixdraw.tools.vary import variations

MOST_PIXELS = 2**22
"""Of a picture that is repaired, pixelised or inspected: time that nobody can stop."""
TABLES = (".gpl", ".pal", ".act", ".hex")
"""Endings of palettes' files."""
_SIGNS = set(";*?{}#|\\")
"""What means something in a palette's text, and is in no name of a file that is put into one."""

Tell = Callable[[int, int], object]
"""Is told of steps done and steps in all; what it raises ends the drawing."""


@dataclass(frozen=True)
class Made:
    """What a tool made."""

    told: Mapping[str, Any]
    """As plain JSON values; `files` are the names of what was written."""
    shown: tuple[Tensor, ...] = ()
    """Pictures [3 or 4, H, W] in [0, 1] for whoever asked to look at."""


def draw(desk: Desk, given: Mapping[str, Any], tell: Tell) -> Made:
    """Draw a text."""
    with tempfile.TemporaryDirectory(prefix="pixdraw-") as folder:
        inputs, name = dict(given), given.get("init_image")
        if name is not None:
            inputs["init_image"] = desk.file(name)
        request = read_request(inputs, Limits(), desk.folder, Path(folder))
        return _drawn(desk, request.settings, name, request.output_format, tell)


def vary(desk: Desk, given: Mapping[str, Any], tell: Tell) -> Made:
    """Draw variations of a picture."""
    path = desk.file(given["picture"])
    changed = {"iterations": given["iterations"]} if "iterations" in given else {}
    settings = variations(
        path,
        (given["prompt"],) if "prompt" in given else (),
        strength=given.get("strength", 0.4),
        count=given.get("count", 4),
        seed=given.get("seed", 1),
        **changed,
    )
    limits = Limits()
    flat = settings.flat()
    check_bounds(flat)
    check_numbers(flat)
    limits.check(settings, "png")
    if settings.time_limit_s is None:
        settings = settings.shown_with(time_limit_s=limits.time_s)
    return _drawn(desk, settings, given["picture"], "png", tell)


def repair(desk: Desk, given: Mapping[str, Any], tell: Tell) -> Made:
    """Turn fake pixel art into true pixel art."""
    path = desk.file(given["picture"])
    grid = tuple(round(side) for side in batch.pair(given["grid"], "grid")) if "grid" in given else None
    done = repairing.repair(
        _read(path),
        grid=grid,  # type: ignore[arg-type]
        colours=given.get("colours"),
        palette=_palette(desk, given),
    )
    target = desk.target(f"{path.stem}-repaired")
    written = batch.save(enlarge(done.image, given.get("scale", 1)), target)
    rows, columns = done.image.shape[2:]
    told = {
        "files": [desk.name_of(written)],
        "columns": columns,
        "rows": rows,
        "cell": [round(side, 3) for side in done.cell],
        "colours": _codes(done.palette),
        "confidence": round(done.confidence, 3),
        "verdict": done.verdict,
    }
    return Made(told, (done.image[0],))


def pixelise(desk: Desk, given: Mapping[str, Any], tell: Tell) -> Made:
    """Turn a photograph or painting into pixel art."""
    path = desk.file(given["picture"])
    size = given.get("size", "64")
    numbers = [round(number) for number in batch.pair(size, "size")]
    cells = (numbers[0], numbers[1]) if "x" in size.lower() or "," in size else numbers[0]
    done = pixelising.pixelise(
        _read(path),
        size=cells,
        colours=given.get("colours", 24),
        palette=_palette(desk, given),
        dither=given.get("dither", "none"),
        outline=given.get("outline", 0.4),
    )
    written = batch.save(enlarge(done.image, given.get("scale", 1)), desk.target(f"{path.stem}-pixelised"))
    rows, columns = done.image.shape[2:]
    told = {
        "files": [desk.name_of(written)], "columns": columns, "rows": rows, "colours": _codes(done.palette)
    }  # fmt: skip
    return Made(told, (done.image[0],))


def animate(desk: Desk, given: Mapping[str, Any], tell: Tell) -> Made:
    """Move a sprite."""
    path = desk.file(given["picture"])
    if path.suffix.lower() not in export.READ or path.suffix.lower() == ".json":  # which would name other files
        raise FileError(f"{given['picture']}: is not a sprite; give a picture, such as hero.png")
    _check_size(_read(path), given["picture"])
    sprite = export.read([path]).pixels[0]
    actions = given.get("actions", ["idle"])
    moved = animating.animate(sprite, actions, count=given.get("frames"))
    scaled = moved.scaled(given.get("scale", 1))
    written = animating.write(scaled, str(desk.target(path.stem)), given.get("format", "gif"))
    told = {
        "files": [desk.name_of(file) for file in written],
        "actions": {tag.name: tag.last - tag.first + 1 for tag in moved.tags},
        "durations_ms": list(moved.durations_ms),
        "size": [moved.size[1], moved.size[0]],
    }
    return Made(told, (torch.cat(list(moved.pixels), 2),))


def tileset(desk: Desk, given: Mapping[str, Any], tell: Tell) -> Made:
    """Make the tiles between two terrains, or one that repeats."""
    names, seed = list(given["terrains"]), given.get("seed", 1)
    sources = [str(desk.file(name)) if is_picture(name) else name for name in names]
    for source, name in zip(sources, names, strict=True):
        if source != name:
            _check_size(_read(Path(source)), name)
    palette = given.get("palette")
    _check_words(palette)
    settings: dict[str, Any] = {"iterations": given.get("iterations"), "palette": palette}
    settings |= {"palette_mode": palette and "exact", "progress": _progress(tell)}
    fills = tilesets.fills(
        sources, given.get("side", 16), seed=[seed], **{name: value for name, value in settings.items() if value}
    )
    words = [Path(name).stem if is_picture(name) else name for name in names]
    target = desk.target("-".join(slug(word, seed).rpartition("-")[0] or "tile" for word in words))
    if len(fills) == 1:
        written = tilesets.write(target, lambda name: {f"{name}.png": png_bytes(fills[0])})
        shown = fills[0].repeat(1, 2, 2)
    else:
        tiles = made_of(fills[1], fills[0], seed=seed)
        written = tilesets.write(target, lambda name: tilesets.files_of(tiles, (words[1], words[0]), name, seed))
        shown = files.read(next(path for path in written if path.suffix == ".png"))[0]
    return Made({"files": [desk.name_of(path) for path in written], "side": fills.shape[3]}, (shown,))


def inspect(desk: Desk, given: Mapping[str, Any], tell: Tell) -> Made:
    """Tell what a pixel artist would mend."""
    path = desk.file(given["picture"])
    report = inspecting.inspect(_read(path))
    marked = report.marked()
    written = batch.save(marked[:1], desk.target(f"{path.stem}-marked"))
    rows, columns = report.image.shape[2:]
    told = {
        "files": [desk.name_of(written)],
        "columns": columns,
        "rows": rows,
        "enlarged": report.enlarged,
        "colours": report.colours,
        "clean": report.is_clean(),
        "faults": {name: round(float(amount[0]), 4) for name, amount in report.amounts.items()},
        "report": report.lines(),
    }
    return Made(told, (marked[0],))


def palettes(desk: Desk, given: Mapping[str, Any], tell: Tell) -> Made:
    """Tell the colours of a palette, or which palettes there are."""
    table = _palette(desk, given)
    if table is None:
        return Made({"palettes": list(NAMED)})
    table = palette_desk.reduce_palette(table, given["reduce"]) if "reduce" in given else table
    table = palette_desk.sort_palette(table) if given.get("sort") else table
    codes = _codes(table)
    near = [[codes[pair.first], codes[pair.second], pair.vision] for pair in palette_desk.confusions(table)]
    swatch = table.T.unsqueeze(1).repeat_interleave(16, 1).repeat_interleave(16, 2)
    return Made({"colours": codes, "hard_to_tell_apart": near[:64]}, (swatch,))


def _drawn(desk: Desk, settings: Settings, start: str | None, output_format: str, tell: Tell) -> Made:
    """Draw, write the pictures into the folder and tell of them; `start` is what the file to start from is called."""
    for model in clip_catalog.missing(settings.perceptors):
        raise ModelError(f"model {model} is not on this machine; choose quality=tiny, or have a person fetch it")
    with deadline.within(settings.time_limit_s or Limits().time_s):
        drawing = Drawing(settings, progress=_progress(tell))
    if start is not None and isinstance(drawing.session, Session):  # where the folder lies is nobody's business
        shown = settings.shown_with(init_image=start)
        drawing.session.parts = replace(drawing.session.parts, settings=shown)
    drawing.finish()
    written = drawing.save(f"{desk.folder}/")
    if output_format != "png":
        written += drawing.save(f"{desk.folder}/", output_format)
    told = {
        "files": [desk.name_of(path) for path in written],
        "prompts": list(drawing.labels),
        "seeds": list(drawing.seeds),
        "size": list(settings.size),
        "steps": drawing.step,
        "ended": drawing.reason,
    }
    return Made(told, tuple(drawing.tensor()))


def _progress(tell: Tell) -> Callable[[Event, Drawing], object]:
    def told(event: Event, drawing: Drawing) -> None:
        if isinstance(event, Stepped):
            tell(event.step, event.total)

    return told


def _read(path: Path) -> Tensor:
    picture = files.read(path)
    _check_size(picture, path.name)
    return picture


def _check_size(picture: Tensor, name: str) -> None:
    height, width = picture.shape[2:]
    if height * width > MOST_PIXELS:
        raise FileError(f"{name}: {width}x{height} is too large; scale it to at most {MOST_PIXELS} pixels")


def _palette(desk: Desk, given: Mapping[str, Any]) -> Tensor | None:
    """Return the colours [P, 3] that arguments name: of words, or of a file in the folder."""
    text = given.get("palette")
    if text is None:
        return None
    if is_picture(text) or Path(text).suffix.lower() in TABLES:
        path = desk.file(text)
        if set(str(path)) & _SIGNS:
            raise FileError(f"{text}: its name, or the folder's, has one of {' '.join(sorted(_SIGNS))}; rename it")
        if is_picture(text):
            _read(path)
        return parse_palette(f"@{path}")
    _check_words(text)
    return parse_palette(text)


def _check_words(palette: str | None) -> None:
    if palette is not None and ("@" in palette or "/" in palette):
        raise SettingsError("palette: files and addresses are not opened here; name the colours")


def _codes(palette: Tensor) -> list[str]:
    return ["#{:02x}{:02x}{:02x}".format(*row) for row in files.to_uint8(palette).tolist()]
