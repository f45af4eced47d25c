"""Pictures of bases."""

from __future__ import annotations

from collections.abc import Mapping

from PIL import Image

from pixdraw.errors import SettingsError
from pixdraw.imaging.bases import draw_base, parse_base
from pixdraw.imaging.files import to_pil
from pixdraw.imaging.sheets import Tile, contact_sheet
from pixdraw.rng import Rng

SIZE = (112, 150)
"""Height and width of each, in pixels."""


def sheet_of_bases(bases: Mapping[str, str]) -> Image.Image:
    """Return one labelled sheet of bases, each name → its text."""
    if not bases:
        raise SettingsError("there are no bases to show; write some under bases:")
    rng = Rng((1,))
    tiles = [Tile(to_pil(draw_base(parse_base(text), rng, *SIZE)[0]), (name,)) for name, text in bases.items()]
    return contact_sheet([("bases", tiles)])
