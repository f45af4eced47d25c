"""Five nodes over pixdraw's calls, in ComfyUI's V3 schema: draw, palette, repair, pixelise, sheet.

IMAGE is [B, H, W, 3] in [0, 1]; MASK is [B, H, W], 1 where a picture is clear, as ComfyUI's own loader gives it. Help,
defaults and bounds of settings are those that pixdraw declares.
"""

from __future__ import annotations

from typing import Any

import torch
from comfy_api.latest import ComfyExtension, io
from torch import Tensor
from typing_extensions import override

import pixdraw
from pixdraw.errors import SettingsError
from pixdraw.imaging.compositing import add_alpha
from pixdraw.imaging.dithering import DITHERS, dithered
from pixdraw.imaging.palettes import parse_palette
from pixdraw.settings.catalog import find
from pixdraw.settings.model import SEED_LIMIT, resolve
from pixdraw.settings.yaml_text import read_text
from pixdraw.sinks.native import sheet, sprites

CATEGORY = "pixdraw"


def to_comfy(pictures: Tensor) -> tuple[Tensor, Tensor]:
    """Return pictures [B, 3 or 4, H, W] as IMAGE, black where they are clear, and MASK."""
    whole = add_alpha(pictures.detach().float().cpu())
    colours, alpha = whole[:, :3], whole[:, 3:]
    return (colours * (alpha > 0)).movedim(1, -1).contiguous(), 1 - alpha[:, 0]


def from_comfy(image: Tensor, mask: Tensor | None = None) -> Tensor:
    """Return IMAGE, and MASK where there is one, as pictures [B, 3 or 4, H, W]; SettingsError where sizes differ."""
    pictures = image[..., :3].movedim(-1, 1).float().cpu().clamp(0, 1)
    if mask is None:
        return pictures.contiguous()
    if mask.shape[-2:] != pictures.shape[-2:]:
        told = "x".join(map(str, reversed(mask.shape[-2:])))
        raise SettingsError(f"the mask has {told} pixels, the image another size: give the mask of the image")
    clear = mask.float().cpu().clamp(0, 1).reshape(-1, 1, *mask.shape[-2:]).expand(len(pictures), -1, -1, -1)
    return torch.cat([pictures, 1 - clear], 1)


def told(name: str) -> str:
    """Return a setting's help."""
    return str(find(name)[0].field.description)


def _palette_input(**more: Any) -> Any:
    return io.String.Input("palette", default="", tooltip=told("palette"), **more)


def _dither_input() -> Any:
    return io.Combo.Input("dither", options=list(DITHERS), default=DITHERS[0], tooltip="Dots between two colours.")


def _colours(palette: str) -> Tensor | None:
    """Return the colours [P, 3] of a palette's text; None where it is empty."""
    return parse_palette(palette) if palette.strip() else None


def _outputs() -> list[Any]:
    return [io.Image.Output("IMAGE", display_name="image"), io.Mask.Output("MASK", display_name="mask")]


class PixdrawDraw(io.ComfyNode):
    """Draws pixel art of a text."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        """Return what the node takes and gives."""
        return io.Schema(
            node_id="PixdrawDraw",
            display_name="pixdraw: draw",
            category=CATEGORY,
            description="Pixel art of a text: the picture, and the sprite with one pixel a cell.",
            inputs=[
                io.String.Input("prompt", multiline=True, default="a red heart", tooltip=told("prompts")),
                io.Int.Input(
                    "seed", default=1, min=0, max=SEED_LIMIT - 1, control_after_generate=True, tooltip=told("seed")
                ),
                io.Int.Input("pictures", default=1, min=1, max=16, tooltip="With this seed and those after it."),
                io.Int.Input("columns", default=32, min=1, max=256, tooltip=told("pixel_size")),
                io.Int.Input("rows", default=32, min=1, max=256, tooltip=told("pixel_size")),
                io.Boolean.Input("transparent", default=True, tooltip=told("transparent")),
                _palette_input(),
                io.String.Input(
                    "settings", multiline=True, default="", optional=True, tooltip="Further settings, name: value."
                ),
            ],
            outputs=[
                *_outputs(),
                io.Image.Output("SPRITE", display_name="sprite"),
                io.Mask.Output("SPRITE_MASK", display_name="sprite mask"),
            ],
        )

    @classmethod
    def execute(
        cls, prompt: str, seed: int, pictures: int, columns: int, rows: int, transparent: bool, palette: str,
        settings: str = "",
    ) -> io.NodeOutput:  # fmt: skip
        """Draw."""
        seeds = [(seed + place) % SEED_LIMIT for place in range(pictures)]
        given: dict[str, Any] = {"prompts": [prompt], "seed": seeds, "pixel_size": [columns, rows]}
        given |= {"transparent": transparent, **({"palette": palette} if palette.strip() else {})}
        drawing = pixdraw.Drawing(resolve(given, read_text(settings, "settings").values)).finish()
        return io.NodeOutput(*to_comfy(drawing.tensor()), *to_comfy(sprites(drawing.session)))  # type: ignore[arg-type]


class PixdrawPalette(io.ComfyNode):
    """Shows pictures in the colours of a palette."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        """Return what the node takes and gives."""
        return io.Schema(
            node_id="PixdrawPalette",
            display_name="pixdraw: palette",
            category=CATEGORY,
            description="Every pixel in a colour of the palette, the nearest or dithered.",
            inputs=[
                io.Image.Input("image"),
                io.String.Input("palette", default="pico-8", tooltip=told("palette")),
                _dither_input(),
                io.Float.Input("strength", default=0.5, min=0.0, max=1.0, step=0.05, tooltip="How much of it."),
            ],
            outputs=[io.Image.Output("IMAGE", display_name="image")],
        )

    @classmethod
    def execute(cls, image: Tensor, palette: str, dither: str, strength: float) -> io.NodeOutput:
        """Choose a colour for each pixel."""
        colours = parse_palette(palette)
        return io.NodeOutput(colours[dithered(from_comfy(image), colours, dither, strength)])


class PixdrawRepair(io.ComfyNode):
    """Turns fake pixel art into true pixel art."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        """Return what the node takes and gives."""
        return io.Schema(
            node_id="PixdrawRepair",
            display_name="pixdraw: repair",
            category=CATEGORY,
            description="True pixel art of what only looks like it: one pixel a cell, few colours. Of a batch, all "
            "pictures share grid and palette.",
            inputs=[
                io.Image.Input("image"),
                io.Int.Input("colours", default=0, min=0, max=256, tooltip="At most so many; 0: the pictures' own."),
                _palette_input(),
                io.Mask.Input("mask", optional=True, tooltip="What is clear."),
            ],
            outputs=[*_outputs(), io.Float.Output("CONFIDENCE", display_name="confidence")],
        )

    @classmethod
    def execute(cls, image: Tensor, colours: int, palette: str, mask: Tensor | None = None) -> io.NodeOutput:
        """Find the grid and read the cells."""
        found = pixdraw.repair(from_comfy(image, mask), colours=colours or None, palette=_colours(palette))
        return io.NodeOutput(*to_comfy(found.image), found.confidence)


class PixdrawPixelise(io.ComfyNode):
    """Turns photographs and paintings into pixel art."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        """Return what the node takes and gives."""
        return io.Schema(
            node_id="PixdrawPixelise",
            display_name="pixdraw: pixelise",
            category=CATEGORY,
            description="Pixel art of photographs and paintings, thin lines kept.",
            inputs=[
                io.Image.Input("image"),
                io.Int.Input("side", default=64, min=4, max=256, tooltip="Cells along the longer side."),
                io.Int.Input("colours", default=24, min=2, max=256, tooltip="How many, without a palette."),
                _palette_input(),
                _dither_input(),
                io.Float.Input("outline", default=0.4, min=0.0, max=2.0, step=0.1, tooltip="Widens thin lines."),
                io.Mask.Input("mask", optional=True, tooltip="What is clear."),
            ],
            outputs=_outputs(),
        )

    @classmethod
    def execute(
        cls, image: Tensor, side: int, colours: int, palette: str, dither: str, outline: float,
        mask: Tensor | None = None,
    ) -> io.NodeOutput:  # fmt: skip
        """Choose cells and colours."""
        made = pixdraw.pixelise(
            from_comfy(image, mask),
            size=side,
            colours=colours,
            palette=_colours(palette),
            dither=dither,
            outline=outline,
        )
        return io.NodeOutput(*to_comfy(made.image))


class PixdrawSheet(io.ComfyNode):
    """Lays a batch out as one sprite sheet."""

    @classmethod
    def define_schema(cls) -> io.Schema:
        """Return what the node takes and gives."""
        return io.Schema(
            node_id="PixdrawSheet",
            display_name="pixdraw: sheet",
            category=CATEGORY,
            description="All pictures of a batch on one sheet, row by row.",
            inputs=[
                io.Image.Input("image"),
                io.Int.Input("columns", default=0, min=0, max=4096, tooltip="0: about as many as rows."),
                io.Mask.Input("mask", optional=True, tooltip="What is clear."),
            ],
            outputs=[*_outputs(), io.Int.Output("COLUMNS", display_name="columns")],
        )

    @classmethod
    def execute(cls, image: Tensor, columns: int, mask: Tensor | None = None) -> io.NodeOutput:
        """Lay out."""
        made, across = sheet(from_comfy(image, mask), columns or None)
        return io.NodeOutput(*to_comfy(made[None]), across)


class PixdrawExtension(ComfyExtension):
    """What ComfyUI is told of."""

    @override
    async def get_node_list(self) -> list[type[io.ComfyNode]]:
        """Return the nodes."""
        return [PixdrawDraw, PixdrawPalette, PixdrawRepair, PixdrawPixelise, PixdrawSheet]


async def comfy_entrypoint() -> PixdrawExtension:
    """Return the extension; ComfyUI calls this."""
    return PixdrawExtension()
