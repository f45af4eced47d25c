"""The scene of a game, as its maker would make it: `python -m examples.game --out game`.

A knight with four actions walks on a map of a generated tileset, to both sides or, where three views of him are given,
in four directions: the built-in model does not know him from behind. Ten pictures that only look like pixel art become
pixel art; a part of a picture is drawn anew and the rest stays to the bit. Editors and engines open every file.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import cyclopts
import numpy as np
import torch
from PIL import Image, ImageFilter
from torch import Tensor

import pixdraw
from pixdraw.formats.frames import SpriteFrames
from pixdraw.imaging.compositing import add_alpha
from pixdraw.imaging.files import read, save_png, to_pil, to_uint8
from pixdraw.sinks.native import sprites
from pixdraw.tools import terrain, tileset
from pixdraw.tools.animate import in_directions, write

ACTIONS = ("idle", "walk", "attack", "bob")
VIEWS = ("front", "side", "back")
R = Image.Resampling
PROMPT, SEED, SIDE = "a knight", 1, 16


def main(
    *, out: Path = Path("game"), front: Path | None = None, side: Path | None = None, back: Path | None = None
) -> None:
    """Make the scene.

    Parameters
    ----------
    out
        Folder to write to.
    front, side, back
        Sprites of the hero, side looking right: all three for four directions; without them he is drawn.
    """
    out.mkdir(parents=True, exist_ok=True)
    views = hero({name: path for name, path in zip(VIEWS, (front, side, back), strict=True) if path})
    frames = in_directions(views, ACTIONS, 4 if len(set(views) & set(VIEWS)) == 3 else 2)
    for kind in ("aseprite", "godot", "tiled"):
        for path in write(frames, str(out / "knight"), kind, overwrite=True):
            print(path)
    fills = tileset.fills(["dirt", "grass"], 16, seed=[3])
    print(ground(fills, frames, out))
    for line in [*fakes([*views.values()], out), masked(next(iter(views.values())), out)]:
        print(line)


def hero(given: Mapping[str, Path]) -> dict[str, Tensor]:
    """Return the views [4, H, W] of the hero that files show; without any he is drawn, and is his own side."""
    views = {name: add_alpha(read(path))[0] for name, path in given.items()}
    return views or {"side": add_alpha(sprites(pixdraw.draw(PROMPT, seed=SEED, pixel_size=[SIDE, SIDE]).session))[0]}


def ground(fills: Tensor, frames: SpriteFrames, out: Path) -> Path:
    """Write a tileset and a map with the hero on it, once for each tag of his; return the map, beside its picture."""
    made = terrain.terrains(fills[0], fills[1], seed=3, roughness=0.4)
    for name, data in tileset.files_of(made, ("dirt", "grass"), "ground", 3).items():
        (out / name).write_bytes(data)
    text = (out / "ground-neighbours.tmx").read_bytes()
    root, side = ElementTree.fromstring(text), fills.shape[2]
    first = len(made.tiles) + 1
    height, width = frames.size
    root.insert(1, ElementTree.Element("tileset", firstgid=str(first), source="knight.tsx"))
    heroes = ElementTree.SubElement(root, "objectgroup", id="2", name="heroes")
    picture = to_pil(read(out / "ground-neighbours.png")[0]).convert("RGBA")
    for number, tag in enumerate(frames.tags):
        x, y = (2 + number % 8 * 2) * side, (4 + number // 8 * 6) * side
        ElementTree.SubElement(
            heroes, "object", id=str(number + 1), name=tag.name, gid=str(first + tag.first), x=str(x), y=str(y),
            width=str(width), height=str(height),
        )  # fmt: skip
        shown = to_pil(frames.pixels[tag.first + 1])
        picture.alpha_composite(shown, (max(0, x - width // 2), max(0, y - height)))  # they stand on their middle
    root.set("nextobjectid", str(len(frames.tags) + 1))
    ElementTree.indent(root, " ")
    (out / "map.tmx").write_bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
    picture.convert("RGB").resize((picture.width * 3, picture.height * 3), R.NEAREST).save(out / "map.png")
    return out / "map.tmx"


def fakes(views: list[Tensor], out: Path) -> list[str]:
    """Damage sprites in ten ways as the web does, repair them, tell the grids, and write fakes.png with both."""
    lines, pairs = [], []
    for number, (name, fake) in enumerate(damaged(views).items()):
        done = pixdraw.repair(fake)
        rows, columns = done.image.shape[2:]
        wanted = views[number % len(views)].shape[1:]
        right = "right" if (rows, columns) == tuple(wanted) else f"wanted {wanted[1]}x{wanted[0]}"
        lines.append(f"{name}: {columns}x{rows} cells, {right}, {len(done.palette)} colours, {done.verdict}")
        pairs.append((fake, to_pil(done.image[0])))
    sheet = Image.new("RGB", (len(pairs) * 164, 328), "white")
    for number, pair in enumerate(pairs):
        for row, picture in enumerate(pair):
            shown = picture.convert("RGBA").resize((160, 160), R.NEAREST if row else R.BILINEAR)
            sheet.paste(shown, (number * 164, row * 164), shown)
    sheet.save(out / "fakes.png")
    return lines


def damaged(views: list[Tensor]) -> dict[str, Image.Image]:
    """Return sprites damaged in ten ways, as the web does."""
    pictures = [to_pil(view) for view in views]

    def large(number: int, wide: float, high: float, how: Image.Resampling = R.NEAREST) -> Image.Image:
        one = pictures[number % len(pictures)]
        size = round(one.width * wide), round(one.height * high)
        return one.resize(size, how) if how == R.NEAREST else one.convert("RGBa").resize(size, how).convert("RGBA")

    def flat(picture: Image.Image, colour: str = "#e8e8e0") -> Image.Image:
        return Image.alpha_composite(Image.new("RGBA", picture.size, colour), picture).convert("RGB")

    def coded(picture: Image.Image, kind: str, quality: int) -> Image.Image:
        file = io.BytesIO()
        picture.save(file, kind, quality=quality)
        return Image.open(file).convert("RGB")

    soft = large(7, 9, 9).convert("RGBa").filter(ImageFilter.GaussianBlur(1.6)).convert("RGBA")
    noise = np.random.default_rng(1).normal(0, 6, (*large(8, 8, 8).size[::-1], 3))
    grainy = Image.fromarray((np.array(flat(large(8, 8, 8))) + noise).clip(0, 255).astype(np.uint8))
    shot = flat(large(9, 6.5, 6.5, R.BILINEAR), "#303040")
    return {
        "enlarged by 7.3": large(0, 7.3, 7.3),
        "wider than high": large(1, 9.5, 7.25),
        "bilinear": large(2, 8.4, 8.4, R.BILINEAR),
        "bicubic": large(3, 7.7, 7.7, R.BICUBIC),
        "lanczos": large(4, 9.2, 9.2, R.LANCZOS),
        "JPEG 60": coded(flat(large(5, 8, 8)), "JPEG", 60),
        "WebP 50, by 6.6": coded(flat(large(6, 6.6, 6.6)), "WEBP", 50),
        "blurred edges": soft,
        "grain": grainy,
        "screenshot, scaled, JPEG 85": coded(shot, "JPEG", 85),
    }


def masked(view: Tensor, out: Path) -> str:
    """Draw the upper third of a sprite anew, and tell how many cells outside of it changed: none."""
    height, width = view.shape[1:]
    mask = torch.zeros(3, height, width)
    mask[:, : height // 3] = 1
    save_png(view, out / "front.png")
    save_png(mask, out / "mask.png")
    drawing = pixdraw.draw("a crown", init_image=str(out / "front.png"), mask=str(out / "mask.png"), seed=1)
    drawn = sprites(drawing.session)[0]
    save_png(drawn, out / "crowned.png")
    same = (to_uint8(drawn) == to_uint8(view)).all(0)
    rest = mask[0] == 0
    inside = int((~same & ~rest).sum())
    return f"mask: {int((~same & rest).sum())} of {int(rest.sum())} cells outside changed, {inside} inside"


if __name__ == "__main__":
    cyclopts.run(main)
