"""Makes the pictures of the pages about the artist's desk: `python -m examples.desk`, or some: `… masks profiles`.

Each is drawn as its page tells, with the settings shown there, and replaces docs/desk/NAME.png. They show what the
built-in models draw, so they are made anew where these have changed. Two pages show what is not drawn by them and stay:
the photograph of pixelise, and the sheet of export.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import cyclopts
import torch
from PIL import Image, ImageDraw, ImageFont
from torch import Tensor

import pixdraw
from examples.game import damaged
from examples.game import main as make_scene
from pixdraw.imaging.compositing import add_alpha
from pixdraw.imaging.files import save_png, to_pil, to_uint8
from pixdraw.imaging.palettes import parse_palette
from pixdraw.imaging.sheets import Tile, contact_sheet, on_squares, sized
from pixdraw.settings.looks import built_in
from pixdraw.sinks.chosen import candidates_sheet
from pixdraw.sinks.native import sprites
from pixdraw.tools import collage as collages
from pixdraw.tools import grid as grids
from pixdraw.tools import terrain, tileset
from pixdraw.tools.animate import animate
from pixdraw.tools.looks import sheet_of_bases
from pixdraw.tools.palettes import VISIONS, ramps, seen_by, swap_colours
from pixdraw.tools.vary import variations

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs/desk"
STYLE = {"palette": "pico-8", "palette_mode": "exact", "pixel_size": "24x24", "sprite_outline": "#1d2b53"}
SWAPS = {"#29adff": "#ff004d", "#83769c": "#ffa300", "#5f574f": "#ab5236", "#c2c3c7": "#ffccaa", "#008751": "#7e2553"}
SQUARE = 24
"""Pixels of a palette's colour."""


def main(*names: Annotated[str, cyclopts.Parameter(help="Pictures to make; left out: all.")]) -> None:
    """Make the pictures."""
    for name in names or tuple(MAKERS):
        if name not in MAKERS:
            raise SystemExit(f"{name}: expected one of {', '.join(MAKERS)}")
        picture = MAKERS[name]()
        colours = picture.convert("RGB").getcolors(256)
        small = picture.convert("RGB").quantize(256 if colours is None else len(colours), dither=Image.Dither.NONE)
        small.save(FOLDER / f"{name}.png", optimize=True)
        print(FOLDER / f"{name}.png", picture.size)


def sprite(prompt: str, seed: int = 1, **settings: object) -> Tensor:
    """Return a sprite [4, rows, columns]."""
    return add_alpha(sprites(pixdraw.draw(prompt, seed=seed, **settings).session))[0]


def tiles(pictures: Sequence[Tensor], lines: Sequence[str]) -> list[Tile]:
    """Return sprites [4, rows, columns] with a line below each."""
    return [Tile(to_pil(one), (line,)) for one, line in zip(pictures, lines, strict=True)]


def stacked(rows: Sequence[tuple[str, Sequence[Image.Image]]]) -> Image.Image:
    """Return rows of pictures as large as they are, each below its heading."""
    font, gap, line = ImageFont.load_default(13), 8, 20
    width = max(max(round(font.getlength(heading)), sum(one.width + gap for one in some)) for heading, some in rows)
    height = sum(line + max(one.height for one in some) + gap for _, some in rows)
    out = Image.new("RGB", (width + 2 * gap, height + gap), "white")
    pen, top = ImageDraw.Draw(out), gap
    for heading, some in rows:
        pen.text((gap, top), heading, "black", font)
        left = gap
        for one in some:
            out.paste(one, (left, top + line))
            left += one.width + gap
        top += line + max(one.height for one in some) + gap
    return out


def profiles() -> Image.Image:
    """Three sprites of one style, and others without and with --like."""
    prompts = ("a mushroom", "a key", "a wizard", "a red potion")
    with tempfile.TemporaryDirectory() as folder:
        own = [sprite(prompt, **STYLE) for prompt in ("a knight", "a slime", "a chest")]
        files = [save_png(one, Path(folder) / f"{number}.png") for number, one in enumerate(own)]
        plain = [sprite(prompt) for prompt in prompts]
        like = [sprite(prompt, like=[str(file) for file in files]) for prompt in prompts]
    return contact_sheet([
        ("the game's own", tiles(own, ("hero.png", "slime.png", "chest.png"))),
        ("without", tiles(plain, prompts)),
        ("--like hero.png --like slime.png --like chest.png", tiles(like, prompts)),
    ])  # fmt: skip


def masks() -> Image.Image:
    """A knight, what a mask lets be drawn, three seeds of it, and variations of a share."""
    with tempfile.TemporaryDirectory() as folder:
        knight = sprite("a knight", pixel_size="32x32")
        file = save_png(knight, Path(folder) / "knight.png")
        rows, columns = knight.shape[1:]
        mask = torch.zeros(1, 3, rows, columns)
        mask[:, :, : rows // 2] = 1
        area = save_png(mask, Path(folder) / "mask.png")
        given = {"init_image": str(file), "mask": str(area)}
        anew = sprites(pixdraw.draw("a crown", seed=[1, 2, 3], **given).session)
        varied = sprites(pixdraw.Drawing(variations(file, ["a knight"], strength=0.3, count=4)).finish().session)
        shown = torch.where(mask[0, :1] > 0, torch.tensor([0.86, 0.2, 0.2])[:, None, None], knight[:3])
    first = [knight, torch.cat([shown, torch.maximum(mask[0, :1], knight[3:])])]
    return contact_sheet([
        ('"a crown" --init-image knight.png --mask mask.png',
         tiles([*first, *add_alpha(anew)], ("knight.png", "mask.png, red", "seed 1", "seed 2", "seed 3"))),
        ("pixdraw vary knight.png --strength 0.3",
         tiles(list(add_alpha(varied)), [f"seed {seed}" for seed in (1, 2, 3, 4)])),
    ])  # fmt: skip


def inspect() -> Image.Image:
    """A sprite with faults, and where they are."""
    knight = sprite("a knight", **STYLE)
    spoilt = knight.clone()
    seen = (knight[3] > 0).nonzero()
    for place in seen[:: max(1, len(seen) // 6)][1:-1]:
        spoilt[:3, place[0], place[1]] = torch.tensor([1.0, 0.4, 0.9])
    marked = [pixdraw.inspect(one[None]) for one in (knight, spoilt)]
    rows = []
    for heading, one, report in zip(("as drawn", "with stray cells"), (knight, spoilt), marked, strict=True):
        shown = to_pil(report.marked()[0])
        found = [f"{name} {100 * float(amount):.1f} %" for name, amount in report.amounts.items() if amount > 0.0005]
        large = on_squares(to_pil(one).resize(shown.size, Image.Resampling.NEAREST))
        rows.append((f"{heading}: {', '.join(found) or 'nothing'}", [large, shown.convert("RGB")]))
    return stacked(rows)


def palette_desk() -> Image.Image:
    """A palette in its ramps, as people with a colour blindness see it, and a sprite with colours swapped."""
    palette = parse_palette("pico-8")
    rows = [("in its order", [palette])]
    rows += [("--sort: greys, then hue after hue", [palette[torch.tensor(ramp)] for ramp in ramps(palette) if ramp])]
    rows += [("--reduce 8", [pixdraw.reduce_palette(palette, 8)])]
    rows += [(f"--check: {name}", [seen_by(palette, name)]) for name in VISIONS]
    knight = sprite("a knight", **STYLE)
    used = ["#" + bytes(colour).hex() for colour in to_uint8(knight[:3, knight[3] > 0].T[..., None])[..., 0].tolist()]
    swaps = {old: new for old, new in SWAPS.items() if old in used}
    swapped = swap_colours(knight[None], swaps)[0] if swaps else knight
    line = ", ".join(f"{old}={new}" for old, new in swaps.items())
    large = [on_squares(sized(to_pil(one))) for one in (knight, swapped)]
    return stacked([*((heading, [_strip(one) for one in parts]) for heading, parts in rows), (f"--swap {line}", large)])


def _strip(palette: Tensor) -> Image.Image:
    return to_pil(palette.T[:, None].repeat_interleave(SQUARE, 2).repeat_interleave(SQUARE, 1))


def candidates() -> Image.Image:
    """Six candidates, two kept."""
    return candidates_sheet(pixdraw.draw("a red dragon", candidates=6, keep=2, seed=1).session)


def bases() -> Image.Image:
    """Every base by itself."""
    return sheet_of_bases(built_in()["bases"])


def base_grid() -> Image.Image:
    """A castle before two bases."""
    return grids.sheet(grids.draw_grid(["a castle"], {"base": ["sunset", "night"]}, {"seed": 2}))


def collage() -> Image.Image:
    """A castle of the gallery's pictures."""
    making = collages.Collage("a castle", ROOT / "docs/gallery", collages.CollagePlan(settings={"seed": 1}))
    return collages.sheet_of(making, list(making))


def movement() -> Image.Image:
    """Every action, a row each."""
    rows = [("a knight", "idle"), ("a knight", "walk"), ("a knight", "attack"), ("a slime", "bob"),
            ("a gold coin", "spin"), ("a campfire", "flicker"), ("a ghost", "float")]  # fmt: skip
    known: dict[str, Tensor] = {}
    groups = []
    for prompt, action in rows:
        known[prompt] = known.get(prompt, sprite(prompt, pixel_size="24x24")) if prompt not in known else known[prompt]
        moved = animate(known[prompt], [action], count=6)
        groups.append((action, [Tile(to_pil(frame), ("",)) for frame in moved.pixels]))
    return contact_sheet(groups)


def repair() -> Image.Image:
    """Fakes in four ways, and what becomes of them."""
    fakes = list(damaged([sprite("a knight", pixel_size="24x24")]).items())[::3]
    mended = [to_pil(pixdraw.repair(fake).image[0]) for _, fake in fakes]
    return contact_sheet([
        ("fakes", [Tile(fake, (name,)) for name, fake in fakes]),
        ("pixdraw repair", [Tile(one, (f"{one.width}x{one.height} cells",)) for one in mended]),
    ])  # fmt: skip


def tiles_that_join() -> Image.Image:
    """The sheet of a drawn tileset, a map by corners, a map by neighbours."""
    fills = tileset.fills(["dirt", "grass"], 16, seed=[3], iterations=60)
    made = tileset.files_of(terrain.terrains(fills[0], fills[1], seed=3, roughness=0.4), ("dirt", "grass"), "x", 3)
    shown = [Image.open(io.BytesIO(made[f"x{end}.png"])) for end in ("", "-corners", "-neighbours")]
    out = Image.new("RGB", (sum(one.width for one in shown) + 24, max(one.height for one in shown)), "white")
    left = 0
    for one in shown:
        out.paste(one.convert("RGB"), (left, 0))
        left += one.width + 12
    return out


def game() -> Image.Image:
    """The map of the example's scene."""
    with tempfile.TemporaryDirectory() as folder:
        make_scene(out=Path(folder))
        return Image.open(Path(folder) / "map.png").copy()


MAKERS: Mapping[str, Callable[[], Image.Image]] = {
    "profiles": profiles, "masks": masks, "inspect": inspect, "palette-desk": palette_desk, "candidates": candidates,
    "bases": bases, "base-grid": base_grid, "collage": collage, "movement": movement, "repair": repair,
    "tileset": tiles_that_join, "game": game,
}  # fmt: skip

if __name__ == "__main__":
    cyclopts.run(main)
