"""The colours a picture may have."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ValidationInfo, field_validator

from pixdraw.fields import Hosted, setting
from pixdraw.settings.values import palette_text


class Colours(BaseModel):
    """Settings of colours."""

    palette: str | None = setting(
        None,
        help=r"Colours to draw with: a name (pico-8), a ramp (red->yellow\8: eight colours from red to "
        "yellow), a list ([black, #ff8000]) or the file of a palette or picture (@file); several are "
        "joined with ;.",
        hosted=Hosted(input=True),
        opens="palette",
        everyday=True,
        replaces=("palette_size",),
        was=("target_palette",),
    )
    palette_mode: Literal["loss", "lookup", "exact"] | None = setting(
        None,
        help="How strictly the palette is enforced. loss: a loss pulls colours towards it; lookup: each pixel is shown "
        "in the nearest palette colour; exact: each cell has one of its colours. Default: loss, unless the palette "
        "loss or the lookup filter is already chosen.",
        hosted=True,
        needs="palette or palette_size",
        everyday=True,
    )
    palette_size: int | None = setting(
        None,
        ge=1,
        le=256,
        help="Number of colours, 1 to 256; the run chooses them itself. Cannot be combined with palette.",
        hosted=True,
        replaces=("palette",),
    )

    palette_shared: bool = setting(
        False,
        help="Use one common palette for all pictures of a run, at most palette_size colours (default 12). Pictures of "
        "the run then depend on each other: drawn again alone, a picture gets a different palette.",
        hosted=True,
        needs="init=proposal and drawer=pixel",
    )

    @field_validator("palette", mode="before")
    @classmethod
    def _palette_text(cls, value: Any) -> Any:
        return palette_text(value)

    @field_validator("palette")
    @classmethod
    def _palette(cls, value: str | None) -> str | None:
        if value is None:
            return None
        from pixdraw.imaging.palettes import parse_palette, write_palette  # torch, only if a palette is asked for

        colours = parse_palette(value)
        # The colours of a file are stored, so that the picture is drawn again with the same ones.
        return write_palette(colours) if "@" in value or "://" in value else value

    @field_validator("palette_size")
    @classmethod
    def _palette_size(cls, value: int | None, info: ValidationInfo) -> int | None:
        palette, mode = info.data.get("palette"), info.data.get("palette_mode")
        if palette is not None and value is not None:
            raise ValueError(r"palette_size is for learning colours; to cut a palette to 8 write palette='…\8'")
        if mode and palette is None and value is None and "palette" in info.data:
            raise ValueError(f"palette_size or palette is missing: palette_mode={mode} needs colours")
        return value
