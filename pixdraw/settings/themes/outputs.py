"""Files that are written, and the display during a run."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationInfo, field_validator

from pixdraw.errors import suggestion
from pixdraw.fields import setting
from pixdraw.formats.actions_catalog import ACTIONS
from pixdraw.formats.catalog import FORMATS
from pixdraw.settings.texts import texts_of
from pixdraw.text.units import parse_duration


class Outputs(BaseModel):
    """Settings of outputs."""

    save_every: str = setting(
        "0 iterations",
        help="How often the picture is written while it is drawn, as in 20 iterations or 10% (of the run);"
        " 0: only at the end.",
        writes=True,
    )
    display_every: str = setting(
        "20 iterations",
        help="How often a notebook shows the picture while it is drawn, as in 20 iterations; 0: only at the end.",
        hosted=True,
        text="duration",
        was=("display_freq", "display_rate"),
    )
    output: str = setting(
        "",
        help="File name of the picture, as in fox.png. Left empty: made from prompt and seed.",
        writes=True,
        everyday=True,
    )
    outdir: str = setting(
        "",
        help="Folder for everything that the run writes; %DATE% and %SEQ% are replaced by the date and the "
        "next free number.",
        writes=True,
        everyday=True,
    )
    overwrite: bool = setting(False, help="Replace existing files instead of choosing a free name.", writes=True)
    save_svg: bool | None = setting(
        None,
        help="Also write the picture as SVG. Default: only if it consists of strokes.",
        writes=True,
        everyday=True,
    )
    save_sprite: bool = setting(
        False, help="Also write the sprite: the picture with one pixel for each cell.", writes=True, everyday=True
    )
    save_steps: bool = setting(
        False,
        help="Also write numbered intermediate pictures, steps/frame_0000.png and so on, one every save_every "
        "(default: every 10 iterations).",
        writes=True,
        was=("save_intermediates", "save_progress"),
    )
    make_video: bool = setting(
        False,
        help="Also write an MP4 that shows the picture being drawn.",
        writes=True,
        everyday=True,
        was=("video", "save_video"),
    )
    make_gif: bool = setting(
        False,
        help="Also write a GIF that shows the picture being drawn.",
        writes=True,
        everyday=True,
        was=("save_gif",),
    )
    credits: bool = setting(
        False,
        help="Name in PNG and SVG files the works that the built-in models learned from, with authors and licences.",
        hosted=True,
    )
    save_settings: bool = setting(False, help="Also write the settings as settings.yaml.", writes=True)
    save_losses: bool = setting(
        False, help="Also write what each loss was in the course of the run, as a CSV table.", writes=True
    )
    save_checkpoint: bool = setting(
        False, help="Also write a checkpoint, from which `pixdraw resume` continues the run.", writes=True
    )
    save_indexed: bool = setting(
        False,
        help="Also write an indexed-colour PNG of the sprite (of the picture, if the drawer has no cells), with the "
        "colour table in the order of the palette.",
        writes=True,
    )
    save_sheet: bool = setting(
        False, help="Also write all pictures as one sprite sheet, with a JSON file in Aseprite's layout.", writes=True
    )
    sheet_columns: int | None = setting(
        None,
        ge=1,
        le=4096,
        help="Number of columns of the sheet and of the tileset. Default: about as many as rows.",
        needs="save_sheet or save_tileset",
        refusal="output_format says what is written",
    )
    sheet_duration_ms: int = setting(
        100,
        ge=1,
        le=60_000,
        help="How long an animation of the sheet shows each picture, in milliseconds, as its JSON file "
        "says, 1 to 60000.",
        needs="save_sheet",
        refusal="output_format says what is written",
    )
    save_tileset: bool = setting(
        False,
        help="Also write all pictures as a tileset for the map editor Tiled: a PNG, a TSJ file, and an example TMX map "
        "made of the tiles.",
        writes=True,
    )
    make_webp: bool = setting(
        False, help="Also write an animated WebP that shows the picture being drawn.", writes=True
    )
    make_apng: bool = setting(False, help="Also write an animated PNG that shows the picture being drawn.", writes=True)
    export: tuple[str, ...] = setting(
        (),
        help="Also export to editors and game engines, comma-separated formats: " + ", ".join(FORMATS) + ". Their "
        "frames are all pictures or, with action, the movements of each picture.",
        writes=True,
    )
    action: tuple[str, ...] = setting(
        (),
        help="Also animate each sprite, comma-separated: "
        + ", ".join(ACTIONS)
        + ". They are written as export says, otherwise as GIFs.",
        writes=True,
    )
    action_frames: int | None = setting(
        None,
        ge=2,
        le=64,
        help="Frames of each action, 2 to 64. Default: 4 to 8, depending on the action.",
        writes=True,
        needs="action",
    )

    @field_validator("export", "action", mode="before")
    @classmethod
    def _known(cls, value: Any, info: ValidationInfo) -> Any:
        known = FORMATS if info.field_name == "export" else ACTIONS
        for name in (names := tuple(dict.fromkeys(str(name) for name in texts_of(value, ",")))):
            if name not in known:
                near = suggestion(name, known)
                raise ValueError(f"{info.field_name}={name!r}: choose from {', '.join(known)}{near}")
        return names

    @field_validator("save_every", "display_every", mode="before")
    @classmethod
    def _duration(cls, value: Any, info: ValidationInfo) -> Any:
        return str(parse_duration(value, "iterations", name=str(info.field_name)))
