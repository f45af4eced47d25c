"""What is written beside the picture for those who go on working with it."""

from __future__ import annotations

from pydantic import BaseModel

from pixdraw.fields import setting


class Outputs(BaseModel):
    """Settings of outputs."""

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
