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
        help="Pictures whose style is to be matched: 1 to 9 files separated by |, or the name of a saved "
"profile (`pixdraw profile`). Their colours, size, outline, tones and fill become the "
"settings palette, size, sprite_outline, sprite_tones and sprite_fill.",
        opens="file",
        replaces=("palette", "palette_mode", "palette_size", "size", "pixel_size", "sprite_outline", "sprite_tones",
                  "sprite_fill"),
    )  # fmt: skip
    sprite_outline: str | None = setting(
        None,
        help="Outline of the sprites that the drawing starts from: a colour; darker: each part's own "
        "colour, darker; bare: no outline. Left out: as the generator draws it.",
        refusal="a hosted request's sprites have the outline that they come with",
        needs="init=proposal",
    )
    sprite_tones: int | None = setting(
        None,
        ge=1,
        le=8,
        help="Most tones, from light to dark, that these sprites have of each hue, 1 to 8. Left out: as "
        "many as the generator draws.",
        hosted=True,
        needs="init=proposal",
    )
    sprite_fill: float | None = setting(
        None,
        gt=0.1,
        le=1,
        help="How large these sprites are: the larger of their shares of the canvas' width and height, "
        "above 0.1 to 1. Left out: as the generator draws them.",
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
