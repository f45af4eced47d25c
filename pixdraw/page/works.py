"""Drawings of visitors: what grows is yielded as it does, what is done goes into the gallery with all its files."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from pixdraw import deadline
from pixdraw.drawing import Drawing
from pixdraw.errors import FileError, OutOfMemory, PixdrawError, SettingsError, is_out_of_memory
from pixdraw.events import Finished, Started
from pixdraw.hosting.messages import public
from pixdraw.imaging import files
from pixdraw.models.cache import ModelCache
from pixdraw.page.visits import Picture, Visit, Work
from pixdraw.settings.model import Settings
from pixdraw.tools import grid as grids

EVERY_S = 0.25
"""The least time from one look at a growing picture to the next."""
ITEM_KINDS = ("png", "sprite", "svg")
RUN_KINDS = ("sheet", "aseprite")
"""Kinds of files that each picture has, and that a drawing has once, where it can give them."""

_ENDED = {
    "done": "Done",
    "auto_stop": "Done: the loss no longer fell",
    "time_limit": "Time limit reached; showing the picture so far",
    "interrupted": "Stopped; showing the picture so far",
}


@dataclass(frozen=True)
class Look:
    """What is to be seen of a drawing at a moment."""

    told: str
    """How far it is, in words."""
    share: float
    """How much of it is done, 0 to 1."""
    pictures: tuple[tuple[bytes, str], ...] = ()
    """PNG and description of each picture, as it is now."""
    ended: bool = False


@dataclass(frozen=True)
class Easel:
    """What drawings of one server share: the loaded models, and how often one looks."""

    cache: ModelCache = field(default_factory=ModelCache)
    every_s: float = EVERY_S
    clock: Callable[[], float] = time.monotonic


def draw(visit: Visit, ticket: int, settings: Settings, easel: Easel) -> Iterator[Look]:
    """Draw, and put the pictures into the gallery of the visit; a stopped drawing is kept as far as it came.

    Raises a PixdrawError, in one line without paths.
    """
    if visit.is_stopped(ticket):
        yield Look("Stopped before it began", 0, ended=True)
        return
    with told_in_public():
        yield Look("Reading the prompt and making a start …", 0)
        with deadline.within(settings.time_limit_s or float("inf")):
            drawing = Drawing(settings, cache=easel.cache)
        yield from _steps(drawing, lambda: visit.is_stopped(ticket), easel)
        work = _kept(visit, drawing)
        visit.add(work)
        told = f"{_ENDED[drawing.reason or 'done']}: {drawing.step} of {drawing.total} steps"
        yield Look(told, 1, _shown(drawing), ended=True)


def draw_grid(visit: Visit, ticket: int, plan: grids.Plan, easel: Easel) -> Iterator[Look]:
    """Draw a grid; what is stopped shows grey where nothing was drawn. Raises a PixdrawError as `draw` does."""
    if visit.is_stopped(ticket):
        yield Look("Stopped before it began", 0, ended=True)
        return
    drawn: dict[tuple[str, ...], Image.Image] = {}
    with told_in_public():
        for number, (settings, places) in enumerate(plan.batches):
            drawing = Drawing(settings, cache=easel.cache)
            for look in _steps(drawing, lambda: visit.is_stopped(ticket), easel):
                share = (number + look.share) / len(plan.batches)
                now = {**drawn, **dict(zip(places, drawing.images(), strict=False))}
                yield Look(f"Part {number + 1} of {len(plan.batches)}: {look.told}", share, _sheet(plan, now))
            drawn |= zip(places, drawing.images(), strict=True)
            if visit.is_stopped(ticket):
                break
        told = f"Done: {len(drawn)} pictures" if len(drawn) == _places(plan) else "Stopped; the rest is grey"
        visit.add(_kept_grid(visit, plan, drawn))
        yield Look(told, 1, _sheet(plan, drawn), ended=True)


@contextmanager
def told_in_public() -> Iterator[None]:
    """Raise errors that a visitor can do something about in one line, without paths of the machine."""
    try:
        yield
    except PixdrawError as error:
        raise type(error)(public(str(error))) from error
    except (MemoryError, RuntimeError, OSError) as error:
        if is_out_of_memory(error):
            raise OutOfMemory("out of memory: ask for a smaller size or fewer pictures") from error
        if isinstance(error, OSError):
            raise FileError(f"the server can write or read no more ({error.strerror})") from error
        raise


def png(picture: Image.Image) -> bytes:
    """Return a picture as PNG."""
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def _steps(drawing: Drawing, is_stopped: Callable[[], bool], easel: Easel) -> Iterator[Look]:
    """Draw; yield a look at the start, and then no more often than the easel says."""
    last = -float("inf")
    for event in drawing:
        if is_stopped():
            drawing.stop()
        if isinstance(event, Finished):
            return
        if isinstance(event, Started) or easel.clock() - last >= easel.every_s:
            last = easel.clock()
            share = drawing.step / max(1, drawing.total)
            yield Look(f"Step {drawing.step} of {drawing.total}", share, _shown(drawing))


def _shown(drawing: Drawing) -> tuple[tuple[bytes, str], ...]:
    return tuple(
        (png(image), f"{label}, seed {seed}")
        for image, label, seed in zip(drawing.images(), drawing.labels, drawing.seeds, strict=False)
    )


def _kept(visit: Visit, drawing: Drawing) -> Work:
    """Write every kind of file that the drawing can give."""
    folder = visit.new_folder()
    written: dict[str, list[Path]] = {}
    for kind in (*ITEM_KINDS, *RUN_KINDS):
        with suppress(SettingsError):  # a drawer without shapes has no SVG
            written[kind] = drawing.save(f"{folder}/", kind)
    bundle = _bundle(folder)
    scores = [drawing.ranking.report(place) for place in drawing.ranking.kept] if drawing.ranking else []
    pictures = []
    for item, path in enumerate(written["png"]):
        own = {kind: written[kind][item] for kind in ITEM_KINDS if kind in written}
        run = {kind: written[kind][0] for kind in RUN_KINDS if kind in written}
        run["zip"] = bundle
        told = f"{drawing.labels[item]}, seed {drawing.seeds[item]}"
        pictures.append(Picture(path, f"{told}, {scores[item]}" if scores else told, {**own, **run}))
    return Work(folder, tuple(pictures))


def _bundle(folder: Path) -> Path:
    """Write all files of a work as one ZIP, which is returned."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in sorted(folder.iterdir()):
            bundle.write(path, path.name)
    return files.write_free(folder / "all.zip", buffer.getvalue())


def _kept_grid(visit: Visit, plan: grids.Plan, drawn: Mapping[tuple[str, ...], Image.Image]) -> Work:
    folder = visit.new_folder()
    made = plan.laid_out(drawn)
    path = files.write_free(folder / "grid.png", png(grids.sheet(made)))
    page = files.write_free(folder / "grid.html", grids.page(made).encode())
    told = "grid of " + " and ".join(plan.axes)
    return Work(folder, (Picture(path, told, {"png": path, "html": page, "zip": _bundle(folder)}),))


def _sheet(plan: grids.Plan, drawn: Mapping[tuple[str, ...], Image.Image]) -> tuple[tuple[bytes, str], ...]:
    return ((png(grids.sheet(plan.laid_out(drawn))), "grid of " + " and ".join(plan.axes)),) if drawn else ()


def _places(plan: grids.Plan) -> int:
    return sum(len(places) for _, places in plan.batches)
