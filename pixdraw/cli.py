"""The command line. Every setting is an option; its help is the setting's own description."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from contextlib import nullcontext, suppress
from contextvars import ContextVar
from functools import wraps
from inspect import BoundArguments, signature
from pathlib import Path
from typing import Annotated, Any

from cyclopts import App, Parameter
from cyclopts.exceptions import CycloptsError, UnknownOptionError

from pixdraw import __version__, streams
from pixdraw.commands import remade
from pixdraw.commands.animate import animate
from pixdraw.commands.batch import batch
from pixdraw.commands.collage import collage
from pixdraw.commands.drawers import drawers
from pixdraw.commands.export import export
from pixdraw.commands.former import modernised
from pixdraw.commands.grid import grid
from pixdraw.commands.inspect import inspect
from pixdraw.commands.looks import looks
from pixdraw.commands.mcp import mcp
from pixdraw.commands.models import models
from pixdraw.commands.options import given_by, make_options, named_in, option_of
from pixdraw.commands.page import page
from pixdraw.commands.palette import palette
from pixdraw.commands.pixelise import pixelise
from pixdraw.commands.profile import profile
from pixdraw.commands.read import read
from pixdraw.commands.repair import repair
from pixdraw.commands.settings import settings
from pixdraw.commands.stylise import stylise
from pixdraw.commands.tile import tile
from pixdraw.commands.tileset import tileset
from pixdraw.commands.upscale import upscale
from pixdraw.commands.vary import vary
from pixdraw.commands.vector import vector
from pixdraw.errors import FileError, PixdrawError, SettingsError, is_out_of_memory, suggestion
from pixdraw.interrupts import EXIT_CODE, Interrupts
from pixdraw.settings.legacy import former_names
from pixdraw.settings.model import Settings, read_yaml, resolve
from pixdraw.uncollected import uncollected
from pixdraw.web import shown

HELP = ("--help", "-h")

_taken: ContextVar[Interrupts] = ContextVar("interrupts")
"""The signals that `main` takes."""

app = App(
    name="pixdraw",
    version=__version__,
    help='Text to pixel art and vector drawings: pixdraw "a red heart #pixelart"',
    help_format="plaintext",
    help_flags=HELP,
    usage="Usage: pixdraw [COMMAND] [OPTIONS] [PROMPTS...]",  # from the options it would take as long as all else
    result_action="return_value",
)


def main(interrupts: Interrupts | None = None) -> None:
    """Run the command line and exit: 0 done, 1 output unwritable, 2 wrong input or failure, 130 interrupted."""
    with Interrupts() if interrupts is None else nullcontext(interrupts) as taken:
        warnings.showwarning = lambda message, *_rest, **_more: streams.tell(f"warning: {message}")
        streams.prepare()
        code = _run(sys.argv[1:], taken)
        unwritten = streams.finish()
        if unwritten and code == 0:
            code = 1
            if not isinstance(unwritten, BrokenPipeError):  # whoever reads, as `head` does, may have had enough
                streams.tell(f"error: {streams.unwritable(unwritten)}")
        if code:
            sys.exit(code)


def _run(words: list[str], interrupts: Interrupts) -> int:
    """Do what the words of the command line say, and return the exit code."""
    _taken.set(interrupts)
    try:
        if set(HELP) & set(words):  # before the options are parsed, which takes as long again
            app.help_print([word for word in words if word not in HELP])
        else:
            command, bound = parsed(words)
            command(*bound.args, **bound.kwargs)
    except (PixdrawError, CycloptsError) as error:
        streams.tell(f"error: {' '.join(str(error).split())}")
        return EXIT_CODE if interrupts.asked else 1 if isinstance(error, streams.OutputError) else 2
    except KeyboardInterrupt:
        return EXIT_CODE
    except BrokenPipeError:
        return 1
    except Exception as error:
        if interrupts.asked:  # an import or a library that was broken off
            return EXIT_CODE
        if is_out_of_memory(error):
            streams.tell("error: out of memory: set a smaller size, fewer pictures or a lower num_cuts")
            return 2
        if not isinstance(error, OSError) or error.filename is None:
            raise
        streams.tell(f"error: {shown(error.filename)}: {error.strerror}; choose another name or place")
        return 2
    return 0


def parsed(words: list[str]) -> tuple[Callable[..., Any], BoundArguments]:
    """Return the command that the words call, and what they give it; CycloptsError for a wrong option or value."""
    draws = _draws(words)
    words = modernised(words, old_names=draws)
    if draws:
        with suppress(CycloptsError):  # `app` knows all options, and names the nearest one
            command, bound, _ = _narrow(words).parse_args(words, exit_on_error=False, print_error=False)
            return command, bound
    try:
        command, bound, _ = app.parse_args(words, exit_on_error=False, print_error=False)
    except UnknownOptionError as error:
        if not draws:
            raise
        raise _unknown(error) from error
    return command, bound


def _unknown(error: UnknownOptionError) -> SettingsError:
    """Return the error for an option that does not exist, with the nearest one there is, old names included."""
    name = error.token.keyword or error.token.value
    options = {option for argument in error.argument_collection for option in argument.names}
    near = suggestion(name, options | {option_of(old) for old in former_names()})
    return SettingsError(f"option {name} does not exist{near}; `pixdraw settings` lists all")


def _narrow(words: list[str]) -> App:
    """Return an app with the drawing commands and only the options that occur in `words`; parsing all options takes
    cyclopts half a second.
    """
    narrow = App(name="pixdraw", version=__version__, help_flags=HELP)
    options = Annotated[make_options(named_in(words)), Parameter(name="*")]  # type: ignore[valid-type]
    narrow.default(_with(draw, options))
    narrow.command(_with(draw, options), name="draw")
    narrow.command(_with(again, options), name="again")
    return narrow


def _with(command: Callable[..., None], options: object) -> Callable[..., None]:
    """Return a command that takes other options."""

    @wraps(command)
    def narrowed(*given: Any, **named: Any) -> None:
        command(*given, **named)

    told = signature(command)
    parts = [part.replace(annotation=options) if part.name == "options" else part for part in told.parameters.values()]
    vars(narrowed).update(__signature__=told.replace(parameters=parts))
    narrowed.__annotations__ = {**command.__annotations__, "options": options}
    return narrowed


Options = make_options()
_Flat = Annotated[Options, Parameter(name="*")]  # type: ignore[valid-type]
_NONE = Options()


@app.default
def draw(*prompts: str, config: Path | None = None, options: _Flat = _NONE) -> None:
    """Draw one picture for each prompt and seed.

    Below are the options that most people use. `pixdraw settings` lists all, `pixdraw settings WORD` explains some.

    Parameters
    ----------
    prompts
        What to draw; each text is a picture of its own.
    config
        YAML file of settings; options given here take precedence.
    """
    given = given_by(options)
    if prompts:
        _reject_stray(prompts)
        given["prompts"] = list(prompts)
    _draw(resolve(read_yaml(config) if config else {}, given))


app.command(draw, name="draw")
app.command(settings)
app.command(export)
app.command(batch)
app.command(grid)
app.command(looks)
app.command(collage)
app.command(animate)
app.command(inspect)
app.command(profile)
app.command(page)
app.command(read)
app.command(mcp)
app.command(palette)
app.command(pixelise)
app.command(repair)
app.command(stylise)
app.command(upscale)
app.command(tileset)
app.command(vary)


@app.command
def again(picture: Path, *, exact: bool = False, trust: bool = False, options: _Flat = _NONE) -> None:
    """Redraw a picture from the settings stored in its file.

    Given options replace the stored ones; the value none unsets a setting.

    Parameters
    ----------
    picture
        A file that pixdraw wrote: PNG, SVG, GIF, WebP, MP4, the JSON of a sheet, the TSJ or TMX of a tileset; also a
        collage or grid.
    exact
        Use every setting exactly as it was then, defaults included, even where this version has other defaults.
    trust
        Use the files, addresses, models and plug-ins that the file names: only for files whose origin you know.
    """
    from pixdraw.settings.record import redraw
    from pixdraw.sinks.kinds import settings_for
    from pixdraw.sinks.metadata import read_made, read_record

    if (made := read_made(picture)) is not None:
        remade.again(made, picture, given_by(options), trust=trust)
        return
    record = read_record(picture)
    changes = {**settings_for(picture, record.settings), **given_by(options)}
    _draw(redraw(record, changes, picture, exact=exact, trust=trust))


@app.command
def resume(checkpoint: Path, *, trust: bool = False) -> None:
    """Continue a run from its checkpoint.

    Parameters
    ----------
    checkpoint
        Checkpoint file written by --save-checkpoint; for an interrupted collage, any picture that it wrote.
    trust
        Use the files, models and plug-ins that it names but does not hold: only for files whose origin you know.
    """
    from pixdraw.engine import checkpoint as checkpoints
    from pixdraw.sinks.metadata import read_made

    if (made := read_made(checkpoint)) is not None:
        remade.resume(made, checkpoint, trust=trust)
        return
    state = checkpoints.read(checkpoint)
    kept = checkpoints.settings_of(state, checkpoint, trust=trust).flat()
    _draw(checkpoints.settings_of(state, checkpoint, _places(checkpoint, kept), trust=True), checkpoint)


app.command(tile)
app.command(vector)
app.command(drawers)
app.command(models)


def _draw(settings: Settings, checkpoint: Path | None = None) -> None:
    interrupts = _taken.get(Interrupts())
    with uncollected():
        from pixdraw.drawing import Drawing

        drawing = Drawing(settings, checkpoint=checkpoint).write()
    interrupts.drawing = True  # from here on there is something to save
    try:
        for _ in drawing:
            if interrupts.asked:
                drawing.stop()
        if interrupts.asked:
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        saved = "what is drawn is saved" if drawing.written else "nothing was to be saved"
        streams.tell(f"stopped at step {drawing.step} of {drawing.total}; {saved}")
        raise
    finally:
        for line in drawing.ranking.lines() if drawing.ranking else ():
            streams.tell(f"kept: {line}")
        for path in drawing.written:
            streams.say(path)
    if settings.export or settings.action:
        from pixdraw.tools.finish import for_engines

        for path in for_engines(drawing):
            streams.say(path)


def _draws(words: list[str]) -> bool:
    """Return whether a command line is of a command that takes the settings of drawings, under old names, too."""
    command = app[words[0]] if words and words[0] in list(app) else app
    return "options" in signature(command.default_command or draw).parameters


def _places(checkpoint: Path, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the output settings of a resumed run: it overwrites the files of the run that wrote the checkpoint."""
    if settings["outdir"]:
        return {"outdir": str(checkpoint.parent), "overwrite": True}
    named = settings["output"] or len(settings["prompts"]) * len(settings["seed"]) == 1
    output = str(checkpoint.with_suffix("")) if named else f"{checkpoint.parent}/"
    return {"output": output, "overwrite": True}


def _reject_stray(prompts: tuple[str, ...]) -> None:
    for prompt in prompts[1:]:
        if prompt.replace(".", "").isdigit():
            raise SettingsError(f"{prompt!r} is not a prompt: write pairs as one value, for example --size 500x280")
    for prompt in prompts:
        if prompt.startswith("--"):
            raise SettingsError(f"option {prompt} does not exist; `pixdraw settings` lists all")


__all__ = ["FileError", "app", "main"]
