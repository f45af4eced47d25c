"""`pixdraw collage`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from pixdraw import streams

if TYPE_CHECKING:
    from pixdraw.tools.collage import Collage, Stage


def collage(
    prompt: str | None = None,
    *,
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
    """Draw from the pictures of a folder: the nearest is the start, others targets and styles; then it is enlarged.

    For example: pixdraw collage "a harbour at dusk | monet:0.5" --library paintings --set drawer=fft

    Writes the picture, each stage as NAME-1-start.png and so on, a sheet of what was found, and the plan as YAML.
    Nothing is replaced.

    Parameters
    ----------
    prompt
        What to draw. Folders of the library, by artist or concept, count more where it names them.
    library
        Folder of pictures, with folders in it.
    plan
        YAML file that a collage wrote, drawn again; options given here go before it.
    start_count
        Pictures to start from, side by side, 0 to 4; left out: 1.
    target_count
        Pictures to look like in each stage of the drawing; left out: 3.
    target_stages
        How often other targets are taken; left out: 2.
    target_weight
        How much they count beside the prompt; left out: 1.
    style
        --no-style leaves the style out.
    style_count
        Pictures in whose style it is drawn again; left out: 2.
    style_steps
        Steps of that; left out: 60.
    content
        How much of what it shows is kept then; left out: 1.
    upscale
        How many times as large it is made at the end, 1 for not at all; left out: 2.
    upscale_method
        smooth, nearest, xbr, scale2x or model.
    upscale_model
        File of a network, as for pixdraw upscale.
    names
        What a picture gains whose folder the prompt names, in cosines; left out: 0.2.
    set
        NAME=VALUE: a setting of the drawing, such as --set drawer=fft or --set quality=normal.
    output
        The picture; the other files lie beside it.
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
    given = {"prompt": prompt, "library": library and str(library), "target_weight": target_weight, "names": names}
    if output.suffix.lower() not in ("", ".png"):
        raise SettingsError(f"output={output}: the picture is a PNG; name it {output.stem}.png")
    record = tool.planned(plan, {**given, **counts, **styles, **sizes}, set or [])
    making = tool.of_record(record)
    for line in making.library.left_out:
        streams.tell(f"left out: {line}")
    _write(making, tool.fixed(record, making), output)


def _write(making: Collage, record: Mapping[str, Any], output: Path) -> None:
    """Write each stage when it is made, and at the end, however it comes, the picture, the sheet and the plan."""
    import yaml

    from pixdraw.imaging import files
    from pixdraw.interrupts import shielded
    from pixdraw.tools.collage import sheet_of

    name, made = output.with_suffix(""), list[Any]()
    text = yaml.safe_dump(dict(record), sort_keys=False, allow_unicode=True)

    def finish() -> None:
        streams.say(files.save_png(made[-1].picture[0], output.with_suffix(".png"), free=True))
        sheet = sheet_of(making, made)
        streams.say(files.write_free(Path(f"{name}-stages.png"), lambda file: sheet.save(file, "PNG")))
        streams.say(files.write_free(Path(f"{name}-plan.yaml"), text.encode()))

    def add(stage: Stage) -> None:
        made.append(stage)
        used = f" with {', '.join(_described(one) for one in stage.used)}" if stage.used else ""
        streams.tell(f"{stage.name}{used}")
        path = Path(f"{name}-{len(made)}-{stage.name}.png")
        streams.say(files.save_png(stage.picture[0], path, free=True))

    try:
        for stage in making:
            add(stage)
    except KeyboardInterrupt:
        with shielded():
            if made:
                finish()
                streams.tell("stopped; the picture is that of the last stage that was finished")
        raise
    finish()


def _described(found: Any) -> str:  # Any: a Found
    return f"{found.path.name} ({found.score:.2f})"
