"""`pixdraw collage`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from pixdraw import streams

if TYPE_CHECKING:
    from pixdraw.sinks.metadata import Made
    from pixdraw.tools.collage import Collage, Stage


def collage(
    *prompts: str,
    library: Path | None = None,
    plan: Path | None = None,
    start_count: int | None = None,
    target_count: int | None = None,
    target_stages: int | None = None,
    target_weight: float | None = None,
    style: bool | None = None,
    style_count: int | None = None,
    style_steps: int | None = None,
    content: float | None = None,
    upscale: int | None = None,
    upscale_method: str | None = None,
    upscale_model: Path | None = None,
    names: float | None = None,
    set: Annotated[list[str] | None, Parameter(name="--set")] = None,  # noqa: A002 (the option's name)
    output: Path = Path("collage.png"),
) -> None:
    """Draw with the help of a folder of pictures: the most similar one is the start, others are targets and styles.

    For example: pixdraw collage "a harbour at dusk | monet:0.5" --library paintings --set drawer=fft

    The result is enlarged at the end. Writes the picture, each stage as NAME-1-start.png and so on, a sheet of the
    pictures that were found, and the plan as YAML. Nothing is replaced. `pixdraw again NAME.png` makes it again,
    `pixdraw resume` continues one that was stopped.

    Parameters
    ----------
    prompts
        What to draw; several prompts or seeds make one collage each. If a prompt contains the name of a library folder
        (an artist or a concept), pictures in that folder are preferred (see --names).
    library
        Folder of pictures, with folders in it.
    plan
        YAML file that a collage wrote, to draw it again; options given here take precedence.
    start_count
        Number of pictures to start from, side by side, 0 to 4; default: 1.
    target_count
        Number of pictures to look like in each stage of the drawing; default: 3.
    target_stages
        Number of stages, each with other pictures to look like; default: 2.
    target_weight
        Weight of the target pictures relative to the prompt (weight 1); default: 1.
    style
        Draw the result again in the style of further pictures; --no-style leaves this out.
    style_count
        Number of pictures whose style is taken; default: 2.
    style_steps
        Steps in which the style is taken on; default: 60.
    content
        How much of what the drawing shows is kept when it takes on the style, 0 or more; default: 1.
    upscale
        How many times the result is enlarged at the end; 1: not at all; default: 2.
    upscale_method
        smooth, nearest, xbr, scale2x or model.
    upscale_model
        File of a network, as for `pixdraw upscale --model`.
    names
        Bonus for pictures in folders that the prompt names, added to their cosine similarity with the prompt; default:
        0.2.
    set
        NAME=VALUE: a setting of the drawing, such as --set drawer=fft or --set quality=normal.
    output
        File of the picture; the other files are written beside it.
    """
    from pixdraw.errors import SettingsError
    from pixdraw.tools import collage as tool

    counts = {"start_count": start_count, "target_count": target_count, "target_stages": target_stages}
    styles = {"style_count": 0 if style is False else style_count, "style_steps": style_steps, "content": content}
    sizes = {
        "upscale": upscale,
        "upscale_method": upscale_method,
        "upscale_model": upscale_model and str(upscale_model),
    }
    given = {"prompt": prompts, "library": library and str(library), "target_weight": target_weight, "names": names}
    if output.suffix.lower() not in ("", ".png"):
        raise SettingsError(f"output={output}: the picture is a PNG; name it {output.stem}.png")
    records = tool.spread(tool.planned(plan, {**given, **counts, **styles, **sizes}, set or []))
    name = output.with_suffix("")
    for number, record in enumerate(records, 1):
        made_anew(record, name if len(records) == 1 else name.with_name(f"{name.name}-{number}"))


def made_anew(record: Mapping[str, Any], name: Path) -> None:
    """Make the collage of a record, and write it as NAME.png and what belongs to it; nothing is replaced."""
    from pixdraw.tools import collage as tool

    making = tool.of_record(record)
    for line in making.library.left_out:
        streams.tell(f"skipped: {line}")
    _Writer(record, name).write(making)


def resumed(made: Made, picture: Path) -> None:
    """Go on with the collage that wrote `picture`, in place of what it wrote before it was stopped."""
    from contextlib import suppress

    from pixdraw.errors import FileError
    from pixdraw.imaging import files
    from pixdraw.sinks.metadata import read_made
    from pixdraw.tools import collage as tool

    name = picture.with_name(made.name or picture.stem)
    own: dict[Path, Made] = {}
    for path in sorted(picture.parent.glob("*.png")):
        with suppress(FileError):  # what is no picture is nobody's stage
            one = read_made(path) if path.stem.startswith(name.name) else None
            if one is not None and one.record == made.record:
                own[path] = one
    done = {one.stage: files.read(path) for path, one in own.items() if path.stem.endswith(f"-{one.stage}")}
    record = {key: value for key, value in made.record.items() if key != "name"}
    _Writer(record, name, frozenset(own)).write(tool.of_record(record, done))


class _Writer:
    """Writes the stages of a collage, and at the end, however it comes, the picture, the sheet and the plan."""

    def __init__(self, record: Mapping[str, Any], name: Path, replaced: frozenset[Path] = frozenset()) -> None:
        self._record, self._name, self._replaced = record, name, replaced
        self._made: list[Stage] = []

    def write(self, making: Collage) -> None:
        """Make what is to be made and write it; a collage that is stopped is written as far as it is made."""
        from pixdraw.interrupts import shielded

        try:
            for stage in making:
                self._add(stage)
        except KeyboardInterrupt:
            with shielded():
                if self._made:
                    self._finish(making)
                    streams.tell(
                        "interrupted; the picture is that of the last finished stage; `pixdraw resume "
                        f"{self._name}.png` continues"
                    )
            raise
        self._finish(making)

    def _add(self, stage: Stage) -> None:
        from pixdraw.imaging.files import to_pil

        self._made.append(stage)
        if stage.was_done:
            return
        used = f" with {', '.join(_described(one) for one in stage.used)}" if stage.used else ""
        streams.tell(f"{stage.name}{used}")
        self._save(to_pil(stage.picture[0]), f"-{len(self._made)}-{stage.name}", stage.name)

    def _finish(self, making: Collage) -> None:
        import yaml

        from pixdraw.imaging import files
        from pixdraw.imaging.files import to_pil
        from pixdraw.tools.collage import sheet_of

        last = self._made[-1]
        self._save(to_pil(last.picture[0]), "", last.name)
        self._save(sheet_of(making, self._made), "-stages", "")
        text = yaml.safe_dump(dict(self._record), sort_keys=False, allow_unicode=True).encode()
        plan = Path(f"{self._name}-plan.yaml")
        if not (self._replaced and plan.is_file() and plan.read_bytes() == text):
            streams.say(files.write_free(plan, text))

    def _save(self, picture: Any, end: str, stage: str) -> None:  # Any: of Pillow
        from pixdraw.imaging import files
        from pixdraw.sinks.metadata import Made

        path = Path(f"{self._name}{end}.png")
        made = Made("collage", {**self._record, "name": self._name.name}, stage)
        streams.say(files.save_pil(picture, path, made.described(), free=path not in self._replaced))


def _described(found: Any) -> str:  # Any: a Found
    return f"{found.path.name} ({found.score:.2f})"
