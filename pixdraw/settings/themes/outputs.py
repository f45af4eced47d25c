"""What is written beside the picture for those who go on working with it."""

from __future__ import annotations

from pydantic import BaseModel, Field


class Outputs(BaseModel):
    """Settings of outputs."""

    save_indexed: bool = Field(
        False, description="Also write the sprite (or picture) as PNG with a colour table, in the palette's own order."
    )
    save_sheet: bool = Field(
        False, description="Also write all pictures as one sprite sheet, with JSON in Aseprite's layout."
    )
    sheet_columns: int | None = Field(
        None, ge=1, le=4096, description="Columns of the sheet and the tileset; left out: about as many as rows."
    )
    sheet_duration_ms: int = Field(100, ge=1, le=60_000, description="How long the sheet's JSON shows each picture.")
    save_tileset: bool = Field(
        False, description="Also write all pictures as a tileset for Tiled: PNG, TSJ, and a TMX map laid with them."
    )
    make_webp: bool = Field(False, description="Also write an animated WebP of the making.")
    make_apng: bool = Field(False, description="Also write an animated PNG of the making.")
