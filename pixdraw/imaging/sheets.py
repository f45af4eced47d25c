"""Pictures with words below or beside them on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

MARGIN = 8
FONT_PX = 13
LINE_PX = 17
MOST_SIDE = 256
"""Longest side of a picture on a sheet in pixels; larger pictures are shrunk."""
LEAST_SIDE = 96
"""Pictures with shorter sides are enlarged by a whole factor."""
WIDEST = 2400
MARK, INK, PAPER, FAINT = "#0a7d32", "black", "white", "#666666"
GROUND = ("#ffffff", "#e4e4e4")
"""Colours of the squares behind transparent pictures."""
SQUARE = 8

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
"""Type of Pillow's own font, which depends on whether FreeType is there."""


@dataclass(frozen=True)
class Tile:
    """A picture and the lines below it; a marked one has a frame, and its first line in the frame's colour."""

    picture: Image.Image
    lines: tuple[str, ...]
    marked: bool = False


def contact_sheet(groups: Sequence[tuple[str, Sequence[Tile]]]) -> Image.Image:
    """Lay groups of tiles out one below the other, each under its heading, in as many columns as fit WIDEST."""
    font = ImageFont.load_default(FONT_PX)
    shown = [(heading, [_shown(tile) for tile in tiles]) for heading, tiles in groups]
    every = [tile for _, tiles in shown for tile in tiles]
    width = max(max(tile.picture.width, *(_long(line, font) for line in tile.lines)) for tile in every) + MARGIN
    height = max(tile.picture.height + len(tile.lines) * LINE_PX for tile in every) + 2 * MARGIN
    most = max(len(tiles) for _, tiles in shown)
    columns = max(1, min(most, (WIDEST - MARGIN) // width, -(-most // 2) if most > 6 else most))
    wide = max(columns * width, *(_long(heading, font) for heading, _ in shown)) + 2 * MARGIN
    rows = [-(-len(tiles) // columns) for _, tiles in shown]
    out = Image.new("RGB", (wide, sum(LINE_PX + MARGIN + count * height for count in rows) + MARGIN), PAPER)
    pen, top = ImageDraw.Draw(out), MARGIN
    for (heading, tiles), count in zip(shown, rows, strict=True):
        pen.text((MARGIN, top), heading, INK, font)
        for number, tile in enumerate(tiles):
            row, column = divmod(number, columns)
            _put(out, tile, (MARGIN + column * width, top + LINE_PX + MARGIN // 2 + row * height), font)
        top += LINE_PX + MARGIN + count * height
    return out


def on_squares(picture: Image.Image) -> Image.Image:
    """Return a picture without transparency: what is clear shows grey squares."""
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    ground = Image.new("RGB", picture.size, GROUND[0])
    pen = ImageDraw.Draw(ground)
    for top in range(0, picture.height, SQUARE):
        for left in range(top % (2 * SQUARE), picture.width, 2 * SQUARE):
            pen.rectangle((left, top, left + SQUARE - 1, top + SQUARE - 1), GROUND[1])
    ground.paste(picture, (0, 0), picture)
    return ground


def sized(picture: Image.Image) -> Image.Image:
    """Return a picture at the size that sheets show it in."""
    side = max(picture.size)
    if side > MOST_SIDE:
        shape = [max(1, round(one * MOST_SIDE / side)) for one in picture.size]
        return picture.resize((shape[0], shape[1]), Image.Resampling.LANCZOS)
    times = -(-LEAST_SIDE // side)
    return picture.resize((picture.width * times, picture.height * times), Image.Resampling.NEAREST)


def _shown(tile: Tile) -> Tile:
    return Tile(on_squares(sized(tile.picture)), tile.lines, tile.marked)


def _put(sheet: Image.Image, tile: Tile, place: tuple[int, int], font: Font) -> None:
    left, top = place
    pen = ImageDraw.Draw(sheet)
    sheet.paste(tile.picture, place)
    if tile.marked:
        pen.rectangle((left - 3, top - 3, left + tile.picture.width + 2, top + tile.picture.height + 2), None, MARK, 3)
    for number, line in enumerate(tile.lines):
        colour = FAINT if number else MARK if tile.marked else INK
        pen.text((left, top + tile.picture.height + 4 + number * LINE_PX), line, colour, font)


def _long(text: str, font: Font) -> int:
    return round(font.getlength(text)) + MARGIN
