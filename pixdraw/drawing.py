"""Drawing from a program: `draw` gives a `Drawing`, which shows, counts, stops and saves what is drawn.

Nothing is written, printed or changed outside the drawing unless asked: no file, no terminal, no signal handler, no
setting of torch. What a user should know, such as a setting without effect, comes as an ordinary Python warning, which
`warnings.filterwarnings` silences or turns into an error.

Threads may draw at the same time, each a `Drawing` of its own; they share the loaded models, and every picture is what
it would be alone. One `Drawing` belongs to one thread at a time, but for `stop`, which any may call.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL.Image import Image
from torch import Tensor

from pixdraw.assembly.driving import Sink, drive
from pixdraw.assembly.session import start
from pixdraw.engine import checkpoint as checkpoints
from pixdraw.engine.animation import Animation
from pixdraw.engine.ranking import Ranking
from pixdraw.engine.session import Session
from pixdraw.errors import FileError
from pixdraw.events import Event, Finished
from pixdraw.imaging.files import to_pil
from pixdraw.models.cache import ModelCache
from pixdraw.settings.model import PLACES, Settings, resolve
from pixdraw.settings.record import redraw
from pixdraw.sinks import kinds
from pixdraw.sinks.chosen import Ranker
from pixdraw.sinks.metadata import read_record
from pixdraw.sinks.native import sprites
from pixdraw.sinks.notebook import side_by_side
from pixdraw.sinks.paths import OutputPaths
from pixdraw.sinks.progress import ProgressSink
from pixdraw.sinks.record import Record
from pixdraw.sinks.resumed import Broken
from pixdraw.sinks.standard import file_sinks, standard_sinks
from pixdraw.sinks.svg import documents

_FILES = tuple(name for name in PLACES if name.removeprefix("make_") == name)
"""Settings that say what is written while drawing."""

Progress = Callable[[Event, "Drawing"], object]


def draw(
    prompts: str | Sequence[str] | None = None,
    *,
    stream: bool = False,
    progress: bool | Progress = False,
    cache: ModelCache | None = None,
    **settings: Any,
) -> Drawing:
    """Draw, and return the drawing: every text of `prompts` with every seed, as one batch.

    With `stream` the Drawing is returned before the first step: iterate over it to run it and receive one event per
    step, or call `finish`. `progress` is True for a bar on standard error, or is called with (event, drawing) after
    each step. Models are kept in `cache` (default: the cache of the process), which keeps those of the last drawing.
    `settings` are those of the command line, with underscores.

    Raises SettingsError, PromptError, PluginError, ModelError or FileError before the first step where something cannot
    be drawn, NumericalError or OutOfMemory while drawing. All are PixdrawErrors, with a message of one line. An
    exception that ends the run early (KeyboardInterrupt included) has the Drawing, with the pictures so far, as its
    attribute `drawing`.
    """
    given = settings if prompts is None else {"prompts": prompts, **settings}
    for name in set(given) & set(_FILES):
        if given[name] not in (None, Settings.model_fields[name].default):
            warnings.warn(f"{name} has no effect in draw(), which writes nothing: call save(path)", stacklevel=2)
    drawing = Drawing(resolve(given), progress=progress, cache=cache)
    return drawing if stream else drawing.finish()


def again(
    picture: str | Path,
    *,
    exact: bool = False,
    trust: bool = False,
    stream: bool = False,
    progress: bool | Progress = False,
    cache: ModelCache | None = None,
    **changes: Any,
) -> Drawing:
    """Draw a picture again from the settings in its file, some of them changed; None or "none" unsets one.

    The originally given settings are resolved again with `changes` applied, so the result equals a new drawing with the
    same arguments; with `exact` all unchanged settings, defaults included, keep their recorded values. Without changes
    and with the same version the result is the same picture. Files and models that the settings name are used only with
    `trust`, or where `changes` name them again; files are looked for beside the picture first. Further options are
    those of `draw`. Raises FileError if the file holds no settings.
    """
    settings = redraw(read_record(picture), changes, Path(picture), exact=exact, trust=trust)
    drawing = Drawing(settings, progress=progress, cache=cache)
    return drawing if stream else drawing.finish()


def resume(
    checkpoint: str | Path,
    *,
    trust: bool = False,
    stream: bool = False,
    progress: bool | Progress = False,
    cache: ModelCache | None = None,
) -> Drawing:
    """Continue from a checkpoint written by `Drawing.save` or save_checkpoint; the result is the same as that of an
    uninterrupted run.

    Files and models that its settings name, and it does not hold, are used only with `trust`. Further options are those
    of `draw`. Raises FileError if the file is not a checkpoint or is damaged.
    """
    settings = checkpoints.settings_of(checkpoints.read(checkpoint), checkpoint, trust=trust)
    drawing = Drawing(settings, checkpoint=checkpoint, progress=progress, cache=cache)
    return drawing if stream else drawing.finish()


class Drawing:
    """A run, drawn or being drawn: B pictures, one for each prompt and seed.

    With `candidates` or `keep_best`, B counts all candidates until the drawing ends, and afterwards only the kept
    pictures, best first per prompt.

    Iterating over it draws: one event a step, `Started` first and `Finished` last. Leaving the loop early keeps what is
    drawn; a further loop, or `finish`, continues from there.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        checkpoint: str | Path | None = None,
        progress: bool | Progress = False,
        cache: ModelCache | None = None,
    ) -> None:
        """Load the models and build the run that `settings`, made by `resolve`, describe; nothing is drawn yet.

        `checkpoint` is the file, saved with the same settings, that it goes on from.
        """
        state = None if checkpoint is None else checkpoints.read(checkpoint)
        sources = None if state is None else checkpoints.sources_of(state)
        self.session: Session | Animation = start(settings, cache, sources)
        """The loop behind the drawing."""
        self._record = Record.of(self.session)
        self._broken: Broken | None = None
        if checkpoint is not None and state is not None:
            if isinstance(self.session, Animation):
                raise FileError(f"checkpoint {checkpoint}: an animation has none; draw it again from its settings")
            checkpoints.restore(self.session, state, checkpoint)
            self._record.load(state, self.session)
            self._broken = Broken(state, Path(checkpoint).parent)
        self._sinks: list[Sink] = [self._record]
        if isinstance(self.session, Session) and settings.keep_best is not None:
            self._sinks.append(Ranker(self.session))
        self._files: list[Any] = []  # the sinks that write
        self._events: Generator[Event, None, None] | None = None
        self._end: Finished | None = None
        self._stopped = threading.Event()
        if progress is True:
            self._sinks.append(ProgressSink())
        elif progress:
            self._sinks.append(self._teller(progress))

    @property
    def settings(self) -> Settings:
        """Every setting of the run; none is left open."""
        return self.session.settings

    @property
    def labels(self) -> tuple[str, ...]:
        """[B] prompt of each picture."""
        return self.session.labels

    @property
    def seeds(self) -> tuple[int, ...]:
        """[B] seed of each picture."""
        return self.session.seeds

    @property
    def ranking(self) -> Ranking | None:
        """What every candidate scored, and which are kept, where the drawing has ended; None if none are chosen."""
        return self.session.ranking if isinstance(self.session, Session) else None

    @property
    def step(self) -> int:
        """How many steps are done."""
        return self.session.step

    @property
    def total(self) -> int:
        """How many steps there are in all, unless the run ends early."""
        return self.session.total

    @property
    def reason(self) -> str | None:
        """Why the run ended: done, auto_stop, time_limit, interrupted or failed; None while it goes on."""
        return self._end.reason if self._end else None

    @property
    def losses(self) -> list[tuple[int, dict[str, list[float]]]]:
        """(step, {"total" or a loss: its weighted value for each picture, candidates too}) of each step so far."""
        return self._record.losses.rows()

    @property
    def written(self) -> list[Path]:
        """The files that `write` has made so far."""
        return [path for sink in self._files for path in sink.written if path.exists()]

    def __iter__(self) -> Iterator[Event]:
        if self._events is None:
            self._events = self._run()
        for event in self._events:  # noqa: UP028 - `yield from` would end them where this iterator is left
            yield event

    def finish(self) -> Drawing:
        """Draw what is left to be drawn, and return the drawing itself."""
        for _ in self:
            pass
        return self

    def stop(self) -> None:
        """End the run after the present step, from any thread; what is drawn is kept, and a further loop goes on."""
        self._stopped.set()

    def close(self) -> None:
        """End an unfinished run; files requested by `write` are written with the pictures as they are now."""
        if self._events is not None:
            self.stop()
            self.finish()

    def write(self, *, display: bool = False) -> Drawing:
        """Let the run write the files that its settings ask for, as the command line does, and show its progress.

        With `display`, it also shows the pictures where this is a notebook. Raises SettingsError and FileError for
        what cannot be written, before anything is drawn.
        """
        self._files = standard_sinks(self.session, display=display, record=self._record, broken=self._broken)
        self._sinks += self._files
        return self

    def write_to(self, paths: OutputPaths) -> Drawing:
        """Let the run write the files that its settings ask for under these names, which nobody else uses; no bar."""
        self._files = file_sinks(self.session, paths, self._record)
        self._sinks += self._files
        return self

    def tensor(self) -> Tensor:
        """Return the pictures as they are now: [B, 3 or 4, H, W] in [0, 1], straight alpha, float32, on the CPU.

        Of an animation they are those of the present frame.
        """
        return self.session.images().cpu()

    def images(self) -> list[Image]:
        """Return the pictures as they are now, RGB or RGBA, one for each prompt and seed."""
        return [to_pil(image) for image in self.tensor()]

    def sprites(self) -> list[Image]:
        """Return them one pixel a cell; a drawer without cells gives the pictures."""
        return [to_pil(sprite) for sprite in sprites(self.session)]

    def svg(self) -> list[str]:
        """Return them as SVG documents with the settings inside; raises SettingsError if the drawer has no shapes."""
        return documents(self.session, "svg()")

    def save(self, path: str | Path, kind: str | None = None) -> list[Path]:
        """Write the pictures as they are now, with the settings that draw them again inside, and return the files.

        The ending of `path` says what is written: .png, .svg, .gif, .webp, .apng, .mp4 (the making, where settings such
        as make_gif kept its frames; of an animation its frames), .yaml, .csv (losses) or .checkpoint; .aseprite, .tres
        (Godot) and .json (Phaser) show all pictures as frames; kinds that share an ending are named by `kind`: sprite,
        indexed, sheet, unity, tileset or candidates (all of them with their scores). Several pictures get a number
        each. A file of that name is replaced, and is at every moment the old or the whole new one. A folder, with a
        slash at its end, takes files named after prompt and seed, and none is replaced.

        Raises SettingsError for what the drawing cannot give, FileError for what cannot be written.
        """
        return kinds.save(self.session, self._record, path, kind)

    def _run(self) -> Generator[Event, None, None]:
        if self._end is not None and self._end.reason != "interrupted":
            return
        events = drive(self.session, self._sinks)
        self._end = None
        try:
            for event in events:
                self._end = event if isinstance(event, Finished) else None
                yield event
                if self._stopped.is_set() and self._end is None:
                    self._stopped.clear()
                    events.close()  # its sinks hear of the end
                    self._end = Finished(self.step, self.total, "interrupted")
                    yield self._end
        except BaseException as error:
            reason = "interrupted" if isinstance(error, KeyboardInterrupt | GeneratorExit) else "failed"
            self._end = self._end or Finished(self.step, self.total, reason)
            error.drawing = self  # type: ignore[attr-defined]
            raise
        finally:
            self._events = None

    def _teller(self, progress: Progress) -> Sink:
        def tell(event: Event, _: object) -> None:
            progress(event, self)

        return tell

    def _repr_png_(self) -> bytes:
        """Show the pictures side by side in a notebook."""
        buffer = BytesIO()
        to_pil(side_by_side(self.tensor())).save(buffer, "PNG")
        return buffer.getvalue()

    def __repr__(self) -> str:
        state = self.reason or f"step {self.step} of {self.total}"
        return f"<Drawing of {', '.join(map(repr, dict.fromkeys(self.labels)))}: {len(self.labels)} pictures, {state}>"
