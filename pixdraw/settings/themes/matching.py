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
        help="1 to 9 pictures to match, separated by |, or the name of a profile. Their colours, size, "
"outline, tones and fill are written as the settings palette, size, sprite_outline, sprite_tones "
"and sprite_fill.",
        opens="file",
        replaces=("palette", "palette_mode", "palette_size", "size", "pixel_size", "sprite_outline", "sprite_tones",
                  "sprite_fill"),
    )  # fmt: skip
    sprite_outline: str | None = setting(
        None,
        help="Outline of the sprites that a drawing starts from: a colour; darker: a darker shade of each "
        "part's own colour; bare: none. Left out: as the generator draws it.",
        refusal="a hosted request's sprites have the outline that they come with",
        needs="init=proposal",
    )
    sprite_tones: int | None = setting(
        None,
        ge=1,
        le=8,
        help="Largest number of tones of each hue in these sprites, 1 to 8.",
        hosted=True,
        needs="init=proposal",
    )
    sprite_fill: float | None = setting(
        None,
        gt=0.1,
        le=1,
        help="How much of the canvas a thing takes up, above 0.1 to 1: the larger of its shares of height and width.",
        hosted=True,
        needs="init=proposal",
    )

    @field_validator("sprite_outline")
    @classmethod
    def _outline(cls, value: str | None) -> str | None:
        if value is None or value in OUTLINES:
            return value
        from pixdraw.imaging.palettes import parse_colour  # torch, only where an outline is asked for

        try:
            parse_colour(value, "sprite_outline")
        except PixdrawError as error:
            raise ValueError(f"sprite_outline={value!r}: write a colour, {' or '.join(OUTLINES)}") from error
        return value
