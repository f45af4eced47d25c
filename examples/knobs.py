"""The pages of docs/knobs: what each setting does to one picture, drawn and written by this script.

    python examples/knobs.py                  # every page
    python examples/knobs.py guidance time    # some; pictures that exist are kept, --again draws them anew

Each row shows the picture without the setting and with it, all else being equal.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import numpy as np
import torch
from PIL import Image, ImageDraw, ImageSequence
from torch import Tensor
from torch.nn import functional as F

from pixdraw.assembly.session import start
from pixdraw.drawing import Drawing
from pixdraw.engine.animation import Animation
from pixdraw.events import Stepped
from pixdraw.filters._tiles import tiled
from pixdraw.imaging.files import read, to_pil
from pixdraw.models.cache import ModelCache
from pixdraw.registry import KINDS
from pixdraw.settings.model import Settings, resolve

OUT = Path("docs/knobs")
SIDE = 128
"""Of each picture on the sheets, in pixels."""
BASE: dict[str, Any] = {
    "prompts": "a red heart", "seed": 1, "iterations": 30, "num_cuts": 4, "size": "128x128", "pixel_size": "16x16",
}  # fmt: skip


@dataclass(frozen=True)
class Knob:
    """One row: a setting, what it is set to, and what else both pictures have."""

    name: str
    given: Mapping[str, Any]
    base: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    copies: int = 1
    """How many of each picture to show side by side and one above the other."""
    file: str = ""
    """What is shown beside the picture: a file of the run, instead of the picture with the setting."""


FRAMES = OUT / "made/frames"
HOUSE, BADGE, BLUE, GUIDES = (str(OUT / "made" / name) for name in ("house.png", "badge.png", "blue.png", "guides"))
OPAQUE = {"transparent": False}
FREE = {
    "freedom": 0.3, "prompt_strength": 0.01, "iterations": 40, "palette": "ramps-32", "palette_mode": "exact",
}  # fmt: skip
"""For settings that a run shows only if it may move away from its sprite."""
FINE = {**FREE, "prompts": "a castle", "pixel_size": "32x32"}
BOW = {"prompts": "a rainbow"}
SCREEN = {"palette": "game-boy", "palette_mode": "lookup", "pixel_size": "32x32", **OPAQUE}
DUSK = {"prompts": "a sunset over the sea", **SCREEN}
GUIDED = FREE
STAR = {**GUIDED, "prompts": "a green tree"}
GENTLE = {"learning_rate": 0.02, **OPAQUE}
FAINT = {"overlay_alpha": 30, **FREE, **OPAQUE}
PLAIN = {"init": "none", "iterations": 60, "losses": "smoothness:10"}
MORPH = {**FREE, "freedom": 1, "prompt_strength": 1, "learning_rate_drops": "none"}
WOOD = {**FREE, "prompts": "a forest", "pixel_size": "32x32", **OPAQUE}
CONSOLE = {"palette": "pico-8", "palette_mode": "exact", **BOW}
TABLE = "One pixel per cell, shown enlarged, above its colour table: the palette in its own order."
HEX = {"pixel_type": "hex", "pixel_size": "17x17"}
FILMED = {"zoom": 1.07, "zoom_every": 3, **OPAQUE}
TWO = {"prompts": ["a red heart", "a yellow star"]}
FOUR = {"prompts": ["a red heart", "a green apple"], "seed": [1, 2]}
STROKES = {"drawer": "clipdraw", "pixel_size": None, "iterations": 20, "strokes": 64}
SLOW = {"stroke_color_lr": 0.05, **STROKES}

FEW = {"prompts": "a penguin", "iterations": 6, "pixel_size": "32x32"}
PHOTO = {"init_image": HOUSE, "iterations": 1, "pixel_lr": 0.001, "pixel_size": "24x24"}

SIDES = {
    "": "Left: without the setting. Right: with it.",
    "outputs": "Left: the picture. Right: the file. Animations are shown frame by frame.",
}
"""Page → which picture is which; "" for all others."""

PAGES: dict[str, tuple[str, list[Knob]]] = {
    "cells": (
        "The grid of the drawer `pixel`: how many cells, of which shape, and what they take of the picture that a run "
        "starts from. `pixdraw drawers pixel` lists all its settings.",
        [
            Knob("pixel_size", {"pixel_size": "16x16"}, FEW),
            Knob("pixel_size", {"pixel_size": "64x64"}, FEW),
            Knob("pixel_type", {"pixel_type": "hex"}, FEW),
            Knob("pixel_type", {"pixel_type": "tri"}, FEW),
            Knob("pixel_type", {"pixel_type": "diamond"}, FEW),
            Knob("pixel_type", {"pixel_type": "rectshift"}, FEW),
            Knob("pixel_type", {"pixel_type": "knit"}, FEW),
            Knob("pixel_resample", {"pixel_resample": "mean"}, {"pixel_hard_alpha": False, **FEW}),
            Knob("pixel_resample", {"pixel_resample": "mode"}, PHOTO, "An `init_image` has the mean by default."),
            Knob("pixel_hard_alpha", {"pixel_hard_alpha": False}, {**FEW, "pixel_resample": "mean"}),
        ],
    ),
    "palettes": (
        "Which colours the picture has. `--palette` takes a name, a list, a ramp or a file (`@mine.gpl`): "
        "[colours](../control.md#colours) has all forms. `--palette-size` chooses colours by itself.",
        [
            Knob("palette", {"palette": "[navy, crimson, gold, white]", "palette_mode": "exact"}, BOW),
            Knob("palette_mode", {"palette_mode": "lookup"}, {"palette": "cga", **BOW}),
            Knob("palette_mode", {"palette_mode": "exact"}, {"palette": "pico-8", **BOW}),
            Knob("palette_size", {"palette_size": 4, "palette_mode": "exact"}, BOW),
            Knob("lookup_dither", {"lookup_dither": "ordered"}, DUSK),
            Knob("lookup_dither", {"lookup_dither": "diffusion"}, DUSK),
        ],
    ),
    "losses": (
        "What you want of the picture in addition to its prompt, each with a weight: `--losses smoothness:2,symmetry`. "
        "They add to the `priors` of the built-in quality. [Plug-ins](../plugins.md) shows how to write your own.",
        [
            Knob("priors", {"priors": "none"}, FINE),
            Knob("losses", {"losses": "saturation:0.5"}, FINE, "More vivid colours."),
            Knob("losses", {"losses": "saturation:-2"}, FINE, "A negative weight: greyer colours."),
            Knob("losses", {"losses": "smoothness:2"}, FINE, "Neighbouring pixels are alike."),
            Knob("losses", {"losses": "tv:20"}, FINE, "Total variation: few and short edges."),
            Knob("losses", {"losses": "symmetry:5"}, {**FINE, "prompts": "a fish"}, "The halves are mirror images."),
            Knob("symmetry_axis", {"symmetry_axis": "vertical"}, {"losses": "symmetry:5", **FINE}),
            Knob(
                "losses", {"losses": "centred:0.3"}, {"priors": "none", **FREE},
                "Opaque parts of a transparent picture are in the middle.",
            ),
            Knob(
                "losses", {"losses": "edge:5", "edge_color": "gold", "edge_thickness": 10}, {**FINE, **OPAQUE},
                "The border has one colour. `edge_thickness` is in percent.",
            ),
            Knob(
                "losses", {"losses": "gaussian:1", "gaussian_color": "navy"}, {**FINE, **OPAQUE},
                "Everything but the middle fades into one colour.",
            ),
            Knob(
                "losses", {"losses": "style:1", "style_file": HOUSE}, {**FINE, **OPAQUE},
                "Textures and colours are like those of another picture.",
            ),
            Knob("losses", {"losses": "length:30"}, SLOW, "Strokes are short."),
            Knob("losses", {"losses": "opacity:30"}, SLOW, "Strokes are faint or few."),
        ],
    ),
    "filters": (
        "What changes the picture before it is scored and saved. All but the last show two by two copies, as "
        "`pixdraw tile` puts them side by side.",
        [
            Knob("filters", {"filters": "tiler"}, WOOD, "Repeats in both directions.", copies=2),
            Knob("filters", {"filters": "wallpaper", "wallpaper_type": "horizontal"}, WOOD, "Repeats side by side.", 2),
            Knob("filters", {"filters": "wallpaper", "wallpaper_type": "vertical"}, WOOD, "Repeats downwards.", 2),
            Knob("filters", {"filters": "wallpaper", "wallpaper_type": "shift"}, WOOD, "Repeats like bricks.", 2),
            Knob("wallpaper_edge_match", {"wallpaper_edge_match": 16}, {"filters": "wallpaper", **WOOD}, copies=2),
            Knob("filters", {"filters": "lookup"}, BOW, "Only colours of the palette, by default PICO-8's."),
        ],
    ),
    "guidance": (
        "What else the picture should look like. All of it applies to every picture of a batch. "
        "`pixdraw vector` computes directions for `vector_prompts` from two folders. The built-in perceptor "
        "knows objects by name; whole sentences, as in `labels`, need CLIP models. "
        "Weights are large here, so that their effect shows after few steps.",
        [
            Knob("image_prompts", {"image_prompts": f"{BLUE}:15"}, GUIDED),
            Knob("image_prompt_shuffle", {"image_prompt_shuffle": True}, {"image_prompts": f"{BLUE}:15", **GUIDED}),
            Knob("image_prompt_weight", {"image_prompt_weight": 0.01}, {"image_prompts": f"{BLUE}:15", **GUIDED}),
            Knob("target_images", {"target_images": f"{BLUE}:15"}, GUIDED),
            Knob("image_labels", {"image_labels": HOUSE, "image_label_weight": 10}, {**FREE, **OPAQUE}),
            Knob("negative_prompts", {"negative_prompts": "red:6"}, GUIDED),
            Knob("labels", {"labels": "banana:15"}, GUIDED),
            Knob("spot_prompts", {"spot_prompts": "a yellow star:8"}, STAR),
            Knob("spot_prompts_off", {"spot_prompts_off": "a blue square:15"}, STAR),
            Knob("spot_file", {"spot_file": BADGE}, {"spot_prompts": "a yellow star:8", **STAR}),
            Knob("noise_prompt_seeds", {"noise_prompt_seeds": "1,2", "noise_prompt_weights": "6"}, GUIDED),
            Knob("vector_prompts", {"vector_prompts": "textoff:60"}, GUIDED),
            Knob("guides", {"guides": GUIDES, "guide_weight": 20, "guide_count": 1, "guide_randomness": 0}, GUIDED),
        ],
    ),
    "start": (
        "What the run starts from, and what keeps the picture near it. Times are iterations or percent of the run.",
        [
            Knob("init_noise", {"init_noise": "pixels"}, {**PLAIN, **OPAQUE}),
            Knob("init_noise", {"init_noise": "gradient"}, {**PLAIN, **OPAQUE}),
            Knob("init_image", {"init_image": HOUSE}, GENTLE),
            Knob("init_image_alpha", {"init_image_alpha": 100}, {"init_image": HOUSE, "init_noise": "snow", **GENTLE}),
            Knob("init_weight_pix", {"init_weight_pix": 30}, {"init_image": HOUSE, **OPAQUE}),
            Knob("init_weight_dist", {"init_weight_dist": 300}, {"init_image": HOUSE, **OPAQUE}),
            Knob("overlay_image", {"overlay_image": BADGE}, {**FREE, **OPAQUE}),
            Knob("overlay_alpha", {"overlay_alpha": 60}, {"overlay_image": BADGE, **FREE, **OPAQUE}),
            Knob("overlay_every", {"overlay_every": "1 iteration"}, {"overlay_image": BADGE, **FAINT}),
            Knob("overlay_until", {"overlay_until": "5%"}, {"overlay_image": BADGE, "overlay_every": "2", **FAINT}),
            Knob("overlay_offset", {"overlay_offset": "95%"}, {"overlay_image": BADGE, "overlay_every": "2", **FAINT}),
            Knob("overlay_image", {"overlay_image": BADGE, "overlay_every": "25%"}, STROKES),
        ],
    ),
    "time": (
        "Prompts that change over time (`prompt_fade` blends them), a camera that moves, animations. "
        "`--make-gif`, `--make-webp`, `--make-apng` and `--make-video` write a time-lapse of the drawing process.",
        [
            Knob("prompts", {"prompts": "0: a red heart | 10%: a green apple:3"}, MORPH),
            Knob("zoom", {"zoom": 1.1}, {**FREE, **OPAQUE}),
            Knob("zoom_angle_deg", {"zoom_angle_deg": 15}, {**FREE, **OPAQUE}),
            Knob("zoom_pan", {"zoom_pan": "5,0"}, {**FREE, **OPAQUE}),
            Knob("zoom_every", {"zoom_every": 5}, {"zoom": 1.1, **FREE, **OPAQUE}),
            Knob("zoom_start", {"zoom_start": "70%"}, {"zoom": 1.1, **FREE, **OPAQUE}),
            Knob(
                "loop_coherence", {"loop_coherence": 0.3},
                {**FREE, "prompts": ["a red heart", "a blue circle"], "loop_frames": 4, "loop_coherence": 0},
                "The frames in their order. Top: without coherence. Bottom: with it.",
            ),
            Knob(
                "animation_frames", {"animation_frames": str(FRAMES), "iterations": 20},
                {**OPAQUE, "prompts": "a red apple"},
                "Top: the pictures of the folder. Bottom: what is drawn from them.",
            ),
        ],
    ),
    "outputs": (
        "Files that are written in addition to the picture. Each contains the settings: `pixdraw again FILE` "
        "draws it again.",
        [
            Knob("save_sprite", {"save_sprite": True}, BOW, "One pixel per cell, shown enlarged.", file="x-sprite.png"),
            Knob("save_indexed", {"save_indexed": True}, CONSOLE, TABLE, file="x-indexed.png"),
            Knob("save_sheet", {"save_sheet": True}, FOUR, "With JSON in Aseprite's layout.", file="sheet.png"),
            Knob("save_tileset", {"save_tileset": True}, FOUR, "The example map as Tiled shows it.", file="tiles.tmx"),
            Knob("save_svg", {"save_svg": True}, HEX, "A detail of the PNG and of the SVG, enlarged.", file="x.svg"),
            Knob("make_gif", {"make_gif": True}, FILMED, "Four of its frames.", file="x.gif"),
            Knob("loop_frames", {"loop_frames": 4}, TWO, "The frames of the GIF and WebP.", file="loop.gif"),
        ],
    ),
}  # fmt: skip


def main() -> None:
    """Draw and write the pages named on the command line, or all."""
    torch.set_num_threads(1)
    names = [name for name in sys.argv[1:] if not name.startswith("--")] or list(PAGES)
    OUT.mkdir(parents=True, exist_ok=True)
    make_sources()
    cache, done = ModelCache(), dict[str, Tensor]()
    links = " · ".join(f"[{name}]({name}.md)" for name in PAGES)
    for name in names:
        intro, knobs = PAGES[name]
        parts = [
            f"# {name.capitalize()}",
            f"{links} · [all settings](../control.md)",
            f"{intro} {SIDES.get(name, SIDES[''])}",
            "Each command draws the picture on the right, with few steps and coarse cells, in a copy of the repository."
            " Made by `python examples/knobs.py`.",
        ]
        for number, knob in enumerate(knobs, 1):
            path = OUT / f"{name}-{number:02d}-{knob.name}.png"
            if not path.exists() or "--again" in sys.argv:
                sheet(rows_of(knob, cache, done)).quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)
                print(path, flush=True)
            parts += section(knob, path, knobs[: number - 1], knobs[number:])
        (OUT / f"{name}.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def rows_of(knob: Knob, cache: ModelCache, done: dict[str, Tensor]) -> list[Tensor]:
    """Return the pictures without the setting and with it, [B, 3, H, W] each."""
    if knob.file:
        return written({**BASE, **knob.base, **knob.given}, knob.file, cache)
    rows = []
    for more in ({}, knob.given):
        given = {**BASE, **knob.base, **more}
        bricks = given.get("wallpaper_type") == "shift"
        rows.append(tiled(draw(given, cache, done), knob.copies, knob.copies, bricks=bricks))
    if knob.name == "animation_frames":
        rows[0] = torch.cat([on_white(read(path)) for path in sorted(FRAMES.iterdir())])
    return rows


def draw(given: dict[str, Any], cache: ModelCache, done: dict[str, Tensor]) -> Tensor:
    """Return the pictures [B, 3, SIDE, SIDE] of some settings; what is drawn once is not drawn again."""
    key = repr(sorted(given.items(), key=str))
    if key not in done:
        session = start(resolve(given), cache)
        frames = list[Tensor]()
        for event in session.run():
            if isinstance(session, Animation) and isinstance(event, Stepped) and session.done > len(frames):
                frames.append(session.images())
        image = torch.cat(frames) if frames else session.images()
        done[key] = on_white(image)
    return done[key]


def written(given: dict[str, Any], name: str, cache: ModelCache) -> list[Tensor]:
    """Return the first picture of a run and what a file that it writes holds; of films some frames alone."""
    with TemporaryDirectory() as folder:
        drawing = Drawing(resolve({**given, "outdir": folder, "output": "x"}), cache=cache).write().finish()
        path = Path(folder) / name
        picture = on_white(drawing.tensor()[:1])
        if path.suffix == ".gif":
            return [film(path)]
        if path.suffix == ".svg":
            corner = SIDE // 8
            detail = picture[..., corner : corner + SIDE // 4, corner : corner + SIDE // 4]
            return [F.interpolate(detail, (SIDE, SIDE)), shapes(path, corner)]
        if path.suffix == ".tmx":
            return [picture, plan(path)]
        shown = [on_white(read(path))]
        if "indexed" in name:
            shown[0][..., -SIDE // 16 :, :] = swatches(path)
        return [picture, *shown]


def film(path: Path) -> Tensor:
    """Return four frames of a film, evenly spaced."""
    with Image.open(path) as found:
        frames = [to_tensor(frame.convert("RGBA")) for frame in ImageSequence.Iterator(found)]
    return torch.cat([on_white(frames[round(part * (len(frames) - 1) / 3)]) for part in range(4)])


def shapes(path: Path, corner: int) -> Tensor:
    """Return the polygons of an SVG, fourfold, from a corner on."""
    image = Image.new("RGB", (SIDE, SIDE), "white")
    for data, fill, opacity in re.findall(r'd="M([^"]*)Z" fill="#(\w+)"(?: fill-opacity="([\d.]+))?', path.read_text()):
        share = float(opacity or 1)
        colour = tuple(round(share * byte + 255 * (1 - share)) for byte in bytes.fromhex(fill))
        points = [tuple(4 * (float(number) - corner) for number in point.split()) for point in data.split("L")]
        ImageDraw.Draw(image).polygon(points, fill=colour)
    return to_tensor(image)


def plan(path: Path) -> Tensor:
    """Return a map with its tiles laid."""
    root = ElementTree.parse(path).getroot()
    tiles = read(path.with_name(root.find("tileset/image").get("source")))
    size = tiles.shape[3] // int(root.find("tileset").get("columns"))
    parts = [part for row in tiles.split(size, 2) for part in row.split(size, 3)]
    rows = [row.strip(",").split(",") for row in root.findtext("layer/data").split()]
    return on_white(torch.cat([torch.cat([parts[int(number) - 1] for number in row], 3) for row in rows], 2))


def swatches(path: Path) -> Tensor:
    """Return the colours of a picture's table in a row, [1, 3, 1, SIDE]."""
    with Image.open(path) as image:
        table = torch.tensor(image.getpalette()).view(-1, 3)[: image.info["transparency"]]
    return F.interpolate(table.T[None].float() / 255, SIDE).unsqueeze(2)


def to_tensor(image: Image.Image) -> Tensor:
    """Return a Pillow image as [1, C, H, W]."""
    return torch.from_numpy(np.array(image)).permute(2, 0, 1)[None] / 255


def on_white(image: Tensor) -> Tensor:
    """Return pictures [B, 3 or 4, H, W] over white, [B, 3, SIDE, SIDE]."""
    alpha = torch.ones_like(image[:, :1]) if image.shape[1] == 3 else image[:, 3:]
    return F.interpolate(image[:, :3] * alpha + 1 - alpha, (SIDE, SIDE))


def sheet(rows: list[Tensor]) -> Image.Image:
    """Put single pictures side by side, animations one below the other."""
    if all(len(row) == 1 for row in rows):
        rows = [torch.cat(rows)]
    lines = [torch.cat([F.pad(image, (4, 4, 4, 4), value=1.0) for image in row], 2) for row in rows]
    return to_pil(torch.cat(lines, 1))


def section(knob: Knob, path: Path, before: Sequence[Knob], after: Sequence[Knob]) -> Iterator[str]:
    """Yield the paragraphs of one row of a page; a setting that has several rows is explained in the first one."""
    values = [f"{name}={Path(str(value)).name}" for name, value in knob.given.items()]
    repeated = any(other.name == knob.name for other in (*before, *after))
    yield f"## {' '.join(values) if repeated else knob.name}"
    if all(other.name != knob.name for other in before):
        yield described(knob.name)
    words = {**knob.given, **BASE, **knob.base, **knob.given}
    prompts = words.pop("prompts")
    texts = [prompts] if isinstance(prompts, str) else list(prompts)
    options = " ".join(option(name, value) for name, value in words.items() if value is not None)
    yield f"`pixdraw {' '.join(repr(text) for text in texts)} {options}`"
    if knob.note:
        yield knob.note
    yield f"![{knob.name}]({path.name})"


def option(name: str, value: Any) -> str:
    """Return a setting as the command line takes it."""
    flag = name.replace("_", "-")
    if isinstance(value, bool):
        return f"--{flag}" if value else f"--no-{flag}"
    text = str(value)
    return f"--{flag} {text!r}" if any(sign in text for sign in " |\\[]*#;>") else f"--{flag} {text}"


def described(name: str) -> str:
    """Return what a setting's help says, wherever it belongs."""
    if name in Settings.model_fields:
        return str(Settings.model_fields[name].description)
    for registry in KINDS.values():
        for plugin in registry.names():
            fields = registry.config(plugin).model_fields
            if name in fields:
                return f"Of {registry.kind} {plugin}: {fields[name].description}."
    raise KeyError(name)


def make_sources() -> None:
    """Draw the pictures that the pages use as input."""
    (OUT / "made").mkdir(parents=True, exist_ok=True)
    house = Image.new("RGB", (96, 96), "#3060a0")
    pen = ImageDraw.Draw(house)
    pen.rectangle((12, 46, 84, 92), fill="#e0c040")
    pen.polygon([(6, 46), (48, 6), (90, 46)], fill="#c03020")
    pen.rectangle((40, 66, 56, 92), fill="#604020")
    house.save(HOUSE)
    blue = Image.new("RGB", (96, 96), "white")
    ImageDraw.Draw(blue).ellipse((16, 16, 80, 80), fill="#2040ff")
    blue.save(BLUE)
    badge = Image.new("RGBA", (96, 96), (0, 0, 0, 0))
    ImageDraw.Draw(badge).ellipse((4, 4, 44, 44), fill="#102080")
    badge.save(BADGE)
    FRAMES.mkdir(exist_ok=True)
    for number in range(4):
        frame = Image.new("RGB", (96, 96), "#80c0ff")
        pen = ImageDraw.Draw(frame)
        pen.rectangle((0, 74, 96, 96), fill="#40a040")
        pen.ellipse((4 + 22 * number, 36, 30 + 22 * number, 62), fill="#e02020")
        frame.save(FRAMES / f"frame_{number}.png")
    for concept, colour in (("blue sea", "#2040c0"), ("green grass", "#20a040"), ("red rose", "#d01030")):
        folder = Path(GUIDES) / concept
        folder.mkdir(parents=True, exist_ok=True)
        picture = Image.new("RGB", (96, 96), colour)
        ImageDraw.Draw(picture).ellipse((24, 24, 72, 72), fill="white")
        picture.save(folder / "disc.png")


if __name__ == "__main__":
    main()
