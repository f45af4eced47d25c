"""`pixdraw tileset`."""

from __future__ import annotations

from pathlib import Path

from pixdraw import streams


def tileset(
    *terrains: str,
    output: str = "",
    side: int = 16,
    seed: int = 1,
    roughness: float = 0.6,
    rim: bool = True,
    tile_x: bool = True,
    tile_y: bool = True,
    iterations: int | None = None,
    palette: str | None = None,
    overwrite: bool = False,
) -> None:
    """Make transition tiles between two terrains, the first on the second, for Tiled: 16 corner and 47 blob tiles.

    For example: pixdraw tileset grass dirt --output game/meadow, or: pixdraw tileset grass.png dirt.png. Of one terrain
    a tile is made that repeats without a seam: pixdraw tileset bricks --no-tile-y

    Parameters
    ----------
    terrains
        One or two terrains: texts, which are drawn, or pictures of one tile.
    output
        Folder and NAME of what is written; default: made from the terrains.
    side
        Width and height of a drawn tile in cells.
    seed
        Random seed of borders, maps and drawings.
    roughness
        How uneven the borders are, 0 to 1.
    rim
        Darken the edge of the first terrain.
    tile_x
        Make tiles repeat side by side.
    tile_y
        Make tiles repeat one above the other.
    iterations
        Number of steps of the drawing.
    palette
        Colours to draw with, as for `pixdraw draw --palette`.
    overwrite
        Replace files that exist; otherwise NAME-2, NAME-3, … is written.
    """
    from pixdraw.errors import SettingsError
    from pixdraw.formats.writers import png_bytes
    from pixdraw.settings.seeds import parse_seed
    from pixdraw.text.prompts import slug
    from pixdraw.tools import tileset as tool
    from pixdraw.tools.terrain import terrains as made_of

    if not 1 <= len(terrains) <= 2:
        raise SettingsError(f"{len(terrains)} terrains: give one or two, for example: pixdraw tileset grass dirt")
    seed = parse_seed(seed)
    if not 0 <= roughness <= 1:
        raise SettingsError(f"roughness={roughness}: expected a number from 0 to 1")
    if len(terrains) == 2 and not (tile_x and tile_y):
        raise SettingsError(
            "--no-tile-x and --no-tile-y work only with a single terrain: two terrains must tile in both directions"
        )
    given = {"iterations": iterations, "palette": palette}
    settings = {name: value for name, value in given.items() if value is not None}
    if settings and all(tool.is_given(name) for name in terrains):
        raise SettingsError(
            f"{' and '.join(settings)} is for terrains that are drawn: these are pictures; leave it out"
        )
    exact = {"palette_mode": "exact"} if palette else {}
    fills = tool.fills(terrains, side, tile_x=tile_x, tile_y=tile_y, seed=[seed], **settings, **exact)
    words = [Path(name).stem for name in terrains]
    target = Path(output or "-".join(slug(word, seed).rpartition("-")[0] or word for word in words))
    tiles = made_of(fills[1], fills[0], seed=seed, roughness=roughness, rim=rim) if len(fills) == 2 else None

    def made(name: str) -> dict[str, bytes]:
        if tiles is None:
            return {f"{name}.png": png_bytes(fills[0])}
        return tool.files_of(tiles, (words[1], words[0]), name, seed)

    for path in tool.write(target, made, overwrite=overwrite):
        streams.say(path)
