"""How sprites match others of a game: outline, tones, and the share of the canvas that they fill."""

from __future__ import annotations

from pydantic import BaseModel, field_validator

from pixdraw.errors import PixdrawError
from pixdraw.fields import setting

OUTLINES = ("darker", "bare")
"""Values of sprite_outline that are not colours."""


class Matching(BaseModel):
    """Settings of matching: sprites in the style of others."""

    like: tuple[str, ...] = setting(
        (),
        help="Pictures whose style to match: 1 to 9 files separated by |, or the name of a saved profile (see `pixdraw "
        "profile`). Sets palette, size, sprite_outline, sprite_tones and sprite_fill from them.",
        opens="file",
        replaces=("palette", "palette_mode", "palette_size", "size", "pixel_size", "sprite_outline", "sprite_tones",
                  "sprite_fill"),
    )  # fmt: skip
    sprite_outline: str | None = setting(
        None,
        help="Outline of the generated sprites that the run starts from: a colour; darker (a darker shade of the "
        "colour inside); or bare (no outline). Default: as the generator draws it.",
        refusal="a hosted request's sprites have the outline that they come with",
        needs="init=proposal",
    )
    sprite_tones: int | None = setting(
        None,
        ge=1,
        le=8,
        help="Maximum number of shades per hue in the generated sprites, 1 to 8. Default: no limit.",
        hosted=True,
        needs="init=proposal",
    )
    sprite_fill: float | None = setting(
        None,
        gt=0.1,
        le=1,
        help="Size of the generated sprites as a fraction of the canvas, above 0.1 to 1: the larger of width fraction "
        "and height fraction. Default: as the generator draws them.",
        hosted=True,
        needs="init=proposal",
    )

    @field_validator("sprite_outline")
    @classmethod
    def _outline(cls, value: str | None) -> str | None:
        if value is None or value in OUTLINES:
            return value
        from pixdraw.imaging.palettes import parse_colour  # torch, only if an outline is asked for

        try:
            parse_colour(value, "sprite_outline")
        except PixdrawError as error:
            raise ValueError(f"sprite_outline={value!r}: write a colour, {' or '.join(OUTLINES)}") from error
        return value
