"""What is written, and where; what is shown meanwhile."""

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
        "0 iterations", help="Write the picture this often while drawing; 0: at the end.", writes=True
    )
    display_every: str = setting(
        "20 iterations",
        help="Show the picture this often in a notebook.",
        hosted=True,
        text="duration",
        was=("display_freq",),
    )
    output: str = setting(
        "", help="File of the picture; left empty: named after prompt and seed.", writes=True, everyday=True
    )
    outdir: str = setting(
        "", help="Folder for everything the run writes; %DATE% and %SEQ% are filled in.", writes=True, everyday=True
    )
    overwrite: bool = setting(False, help="Replace existing files instead of choosing a free name.", writes=True)
    save_svg: bool | None = setting(
        None, help="Also write SVG; by default where the picture is strokes.", writes=True, everyday=True
    )
    save_sprite: bool = setting(False, help="Also write the sprite, one pixel a cell.", writes=True, everyday=True)
    save_steps: bool = setting(
        False,
        help="Also write every saved step to steps/frame_0000.png.",
        writes=True,
        was=("save_intermediates", "save_progress"),
    )
    make_video: bool = setting(
        False, help="Also write an MP4 of the making.", writes=True, everyday=True, was=("video", "save_video")
    )
    make_gif: bool = setting(
        False, help="Also write a GIF of the making.", writes=True, everyday=True, was=("save_gif",)
    )
    credits: bool = setting(
        False,
        help="Name in PNG and SVG files the works that the built-in models learned from, with authors and licences.",
        hosted=True,
    )
    save_settings: bool = setting(False, help="Also write settings.yaml.", writes=True)
    save_losses: bool = setting(False, help="Also write the loss history as CSV.", writes=True)
    save_checkpoint: bool = setting(False, help="Also write a checkpoint that `pixdraw resume` continues.", writes=True)
    save_indexed: bool = setting(
        False,
        help="Also write the sprite (or picture) as PNG with a colour table, in the palette's own order.",
        writes=True,
    )
    save_sheet: bool = setting(
        False, help="Also write all pictures as one sprite sheet, with JSON in Aseprite's layout.", writes=True
    )
    sheet_columns: int | None = setting(
        None,
        ge=1,
        le=4096,
        help="Columns of the sheet and the tileset; left out: about as many as rows.",
        needs="save_sheet or save_tileset",
        refusal="output_format says what is written",
    )
    sheet_duration_ms: int = setting(
        100,
        ge=1,
        le=60_000,
        help="How long the sheet's JSON shows each picture.",
        needs="save_sheet",
        refusal="output_format says what is written",
    )
    save_tileset: bool = setting(
        False,
        help="Also write all pictures as a tileset for Tiled: PNG, TSJ, and a TMX map laid with them.",
        writes=True,
    )
    make_webp: bool = setting(False, help="Also write an animated WebP of the making.", writes=True)
    make_apng: bool = setting(False, help="Also write an animated PNG of the making.", writes=True)
    export: tuple[str, ...] = setting(
        (),
        help="Also write files for editors and engines, comma-separated: " + ", ".join(FORMATS) + "; all pictures as "
        "frames, or with action each picture's movements.",
        writes=True,
    )
    action: tuple[str, ...] = setting(
        (),
        help="Also move each sprite, comma-separated: " + ", ".join(ACTIONS) + "; written as export says, or as GIFs.",
        writes=True,
    )
    action_frames: int | None = setting(
        None,
        ge=2,
        le=64,
        help="Frames of each action, 2 to 64; left out: 4 to 8, as suit it.",
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
                raise ValueError(f"{info.field_name}={name!r}: choose of {', '.join(known)}{near}")
        return names

    @field_validator("save_every", "display_every", mode="before")
    @classmethod
    def _duration(cls, value: Any, info: ValidationInfo) -> Any:
        return str(parse_duration(value, "iterations", name=str(info.field_name)))
