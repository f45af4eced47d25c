"""Pixel art: a grid of square, shifted, hexagonal, triangular, diamond or knitted cells, one colour each.

Source: the PixelDraw drawer of pixray, re-implemented from its geometry. Differs from it: no rasteriser but a fixed
map from pixels to cells, cells reach the canvas' edge, mixing of RGBA is premultiplied, batches, and other parameters
to choose: the multi-resolution sum of Direct Ascent Synthesis (Fort and Whitaker 2025, arXiv 2502.07753), and SD-piXL's
logits of palette colours (Binninger and Sorkine-Hornung 2024, arXiv 2410.06236).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Literal

import torch
from pydantic import BaseModel, ConfigDict, Field
from torch import Tensor, nn

from drawers._grid import outlines
from drawers._grid.choices import Choices
from drawers._grid.clamping import clamped
from drawers._grid.grids import Grids, pyramid
from drawers._grid.keeping import OF_SPRITES
from drawers._grid.latents import Latents
from drawers._grid.lattice import SHIFTED, Lattice
from drawers._grid.painters import Painter, mean, mode, painter, smaller_sizes
from drawers._grid.parametrisation import Parametrisation
from pixdraw.errors import SettingsError
from pixdraw.fields import FROM_NOTHING, GIVEN, Hosted, Preset, setting
from pixdraw.imaging.colour import mix_colours, own_colours
from pixdraw.imaging.compositing import add_alpha, on_white
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.rng import Rng

ALIASES = ("pixeldraw", "fast_pixel")
REPLACED = {("use_pixeldraw", True): {"drawer": "pixel"}, ("use_pixeldraw", False): {}}

PRESETS = (
    *OF_SPRITES,
    # 32 by 32 cells of 12 pixels are as many as proposals have. What was tried is in training/RESULTS.md.
    Preset({"quality": "tiny"}, {"scale": 2.56, "pixel_lr": 0.05, "priors": ("tv:4",)}),
    Preset({"quality": "tiny", "transparent": True}, {"priors": ("tv:4", "solid:0.06"), "pixel_hard_alpha": True}),
    Preset({"quality": "tiny", "pixel_size": None}, {"pixel_scale": 1.25}),
    Preset({"quality": "tiny", "pixel_init": ["white", "black", "random"]}, {"init": "none"}),
    # From nothing the cells are latents of sprites, held by a loss whose weight suits the built-in perceptor. With
    # another one, or a picture that they would not show exactly, they are a pyramid, of which large shapes move first;
    # priors then keep areas even and edges decided.
    Preset(
        {"quality": "tiny", "init": None},
        {"pixel_parameters": "pyramid", "pixel_level_decay": 0.5, "pixel_init_alpha": 0.8, "iterations": 120},
    ),
    Preset({**FROM_NOTHING, "pixel_init": "grey"}, {"pixel_parameters": "latents"}),
    Preset({"pixel_parameters": "latents"}, {"pixel_lr": 0.2, "priors": ("tv:0.5", "spritelike:48")}),
    Preset({"pixel_parameters": "latents", "palette": GIVEN}, {"palette_mode": "exact"}),
    Preset({"quality": "tiny", "animation_frames": GIVEN}, {"iterations": 30, "freedom": 0.09}),
    Preset({"init": "proposal"}, {"pixel_resample": "mode"}),
)

CellType = Literal["rect", "rectshift", "hex", "tri", "diamond", "knit"]
Side = Annotated[int, Field(ge=1)]


class Config(BaseModel):
    """Settings of the pixel drawer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pixel_type: CellType = setting(
        "rect",
        help="shape of the cells: rect (rectangles), rectshift (laid like bricks), hex (hexagons), tri "
        "(triangles), diamond, or knit (stitches)",
        hosted=Hosted(input=True),
        everyday=True,
    )
    pixel_size: tuple[Side, Side] | None = setting(
        None,
        help="columns and rows of the grid, as in 32x32, at most one cell per pixel; default: 80,45 (wide canvas), "
        "40,40 (square) or 40,50 (tall), divided by 1.25 with quality=tiny; with mask, keep or vary of a sprite: the "
        "sprite's own grid",
        hosted=Hosted(input=True),
        everyday=True,
    )
    pixel_scale: float | None = setting(
        None,
        gt=0,
        help="divides the number of columns and rows; 2 makes cells twice as wide and high",
        hosted=Hosted(least=0.1, most=64, input=True),
    )
    pixel_iso_check: bool = setting(
        True,
        help="if pixel_size is not set, have more columns of tri and more rows of hex and diamond, so that cells are "
        "about as wide as high",
        hosted=True,
    )
    pixel_edge_check: bool = setting(
        True,
        help="round columns and rows so that the shapes end well at the borders: odd numbers with "
        "rectshift, hex and diamond, odd columns and even rows with tri",
        hosted=True,
    )
    pixel_parameters: Literal["cells", "pyramid", "logits", "latents"] = setting(
        "cells",
        help="parametrisation of the cells: one colour per cell (cells), a sum of grids from about 4x4 to the full "
        "resolution (pyramid), logits over the palette colours per cell (logits), or the latents of the built-in "
        "sprite autoencoder (latents); default: cells, or latents with the built-in perceptor and nothing to start "
        "from",
        hosted=True,
    )
    pixel_resample: Literal["mean", "mode"] = setting(
        "mean",
        help="how a cell's colour is computed from the initial picture: mean of its area, or mode (the most frequent "
        "colour, which keeps edges sharp); default: mean, or mode with init=proposal",
        hosted=True,
    )
    pixel_hard_alpha: bool = setting(
        False,
        help="make each cell of a transparent canvas fully opaque or fully transparent in the saved picture; default: "
        "on with quality=tiny on a transparent canvas",
        hosted=True,
    )
    pixel_lr: float = setting(
        0.03,
        gt=0,
        le=1,
        help="learning rate of the cells' colours: how far they move in a step, where 1 is from black to white",
        hosted=True,
    )
    pixel_level_decay: float = setting(
        0.6,
        gt=0,
        le=1,
        help="with pixel_parameters=pyramid: learning rate of each finer grid as a share of that of the "
        "next coarser one, above 0 to 1; less gives larger and calmer shapes",
        hosted=True,
    )
    pixel_init: Literal["grey", "white", "black", "random"] = setting(
        "grey", help="colour of the cells at the start if there is no picture to start from", hosted=True
    )
    pixel_init_noise: float = setting(
        0.02,
        ge=0,
        le=1,
        help="how much the colours of that start vary at random, 0 to 1: a standard deviation, where 1 is "
        "from black to white",
        hosted=True,
    )
    pixel_init_alpha: float = setting(
        0.5, ge=0, le=1, help="opacity of the cells at that start, 0 to 1, where the canvas is transparent", hosted=True
    )


_STARTS = {"grey": 0.5, "white": 1.0, "black": 0.0}
_SOFT, _SHARP, _HARD_FROM = 5.0, 300.0, 0.85  # sharpness at the start and where it becomes infinite, part of the run
_SQUARE, _TALL, _WIDE = (40, 40), (40, 50), (80, 45)  # columns, rows


class PixelDrawer(nn.Module):
    """A grid of cells, held as its parametrisation says."""

    def __init__(self, held: Parametrisation, lattice: Lattice, canvas: Canvas, config: Config, rng: Rng) -> None:
        super().__init__()
        self.channels: int = 4 if canvas.transparent else 3
        self.held = held
        self._rng, self._canvas, self._lattice, self._config = rng, canvas, lattice, config
        device = next(held.parameters()).device
        self._painter: Painter = painter(lattice, canvas.height, canvas.width, device)
        self._seen = _seen(lattice).to(device)
        self._limit: Tensor | int | None = None
        self._sharpness = torch.inf

    def render(self) -> Tensor:
        """Return [B, channels, H, W] in [0, 1], differentiable in every parameter."""
        return self._painter.paint(self._shown(self._sharpness))

    def smaller(self, height: int, width: int, /) -> tuple[Canvas, Callable[[], Tensor]]:
        """Return the function that renders the pictures in fewer pixels, at least these many, and their canvas."""
        own = self._canvas
        sizes = smaller_sizes(self._lattice, own.height, own.width)
        size = next(((down, across) for down, across in sizes if down >= height and across >= width), None)
        if size is None:
            return own, self.render
        small = painter(self._lattice, *size, self._seen.device)
        return replace(own, height=size[0], width=size[1]), lambda: small.paint(self._shown(self._sharpness))

    def kept(self) -> Tensor:
        """Return the same, with hard alpha where pixel_hard_alpha asks for it."""
        return self._painter.paint(self._hardened(self._shown(self._sharpness, kept=True)))

    def cells(self) -> Tensor:
        """Return the sprite at native resolution, [B, channels, rows, columns]; short rows repeat their last cell."""
        total = self._hardened(self._shown(torch.inf, kept=True))
        return total.flatten(2)[..., self._seen].view_as(total) if self._lattice.kind in SHIFTED else total

    def limit_colours(self, palette: Tensor | int, /) -> None:
        """Restrict the colours to `palette` [P, 3] or [B, P, 3]; an int P: to P colours found by k-means of the
        picture.

        Cells keep continuous colours and are rendered as a softmax-weighted mixture of the nearest palette colours.
        `advance` sharpens the mix until each is its nearest colour: an assignment annealed from soft to hard, as in
        SD-piXL (Binninger and Sorkine-Hornung 2024, arXiv 2410.06236). Differs from it: weights follow from distances
        and need no parameters or noise of their own.
        """
        self._limit = palette
        if self._config.pixel_parameters == "logits":
            self.held = Choices(self.held.mixed().detach(), palette, self._rng)

    def advance(self, step: int, total: int) -> None:
        """Sharpen the choice of colours, where they are limited."""
        done = step / max(total, 1) / _HARD_FROM
        self._sharpness = torch.inf if done >= 1 else _SOFT * (_SHARP / _SOFT) ** done
        self.held.advance(step)

    def colours(self) -> Tensor:
        """Return the colours in use, [B, P, 3], where they are limited."""
        assert self._limit is not None, "colours() without limit_colours()"
        own = self.held.colours()
        return own if own is not None else self._palette(clamped(self.held.mixed()).detach())

    def param_groups(self) -> list[ParamGroup]:
        """Return the groups of the parametrisation; SettingsError for choices among colours that nobody gave."""
        if self._config.pixel_parameters == "logits" and self.held.colours() is None:
            raise SettingsError(
                "pixel_parameters=logits needs colours to choose from: set palette, or palette_size, with "
                "palette_mode=exact, or start from a proposal"
            )
        return self.held.groups(self._config.pixel_lr)

    def project(self) -> None:
        """Keep the parameters in their range."""
        self.held.project()

    def fit(self, image: Tensor, /) -> None:
        """Give each cell the mean of its area. Opaque drawers see a picture with alpha over white."""
        self._take(image, mean)

    def begin(self, image: Tensor, /) -> None:
        """Give each cell the mean of its area, or its mode: the picture is what the run starts from."""
        self._take(image, mode if self._config.pixel_resample == "mode" else mean)

    @torch.no_grad()
    def _take(self, image: Tensor, resample: Callable[[Painter, Tensor], Tensor]) -> None:
        assert image.shape[2:] == (self._canvas.height, self._canvas.width), f"picture {tuple(image.shape)}"
        image = image.to(self._seen.device, torch.float32).expand(self._canvas.items, -1, -1, -1)
        image = on_white(image) if self.channels == 3 else add_alpha(image)
        self.held.assign(resample(self._painter, image))
        self.held.project()

    def to_svg(self, item: int) -> str:
        """Return one shape for each visible cell; equal neighbours of the rect grid are one rectangle."""
        return self.cells_svg(self.cells()[item])

    def cells_svg(self, cells: Tensor, /) -> str:
        """Return the SVG of any cells [channels, rows, columns]."""
        return outlines.to_svg(cells, self._lattice, self._canvas)

    def _shown(self, sharpness: float, *, kept: bool = False) -> Tensor:
        cells = self.held.chosen() if kept else self.held.mixed()
        if self.held.colours() is not None:
            return cells
        cells = clamped(cells)
        if self._limit is None:
            return cells
        colour, alpha = cells[:, :3], cells[:, 3:]
        shown = mix_colours(colour, self._palette(cells.detach()), sharpness)
        if sharpness == torch.inf:  # a cell is either drawn or not
            alpha = alpha.detach().round() + (alpha - alpha.detach())
        return torch.cat([shown, alpha], 1)

    def _hardened(self, cells: Tensor) -> Tensor:
        return torch.cat([cells[:, :3], cells[:, 3:].round()], 1) if self._config.pixel_hard_alpha else cells

    def _palette(self, cells: Tensor) -> Tensor:
        assert self._limit is not None
        if isinstance(self._limit, Tensor):
            return self._limit.to(cells).expand(len(cells), -1, -1)
        return own_colours(cells[:, :3], self._limit, cells[:, 3:] if self.channels == 4 else None)


class LatentPixelDrawer(PixelDrawer):
    """A grid of cells, held as latents of the sprite autoencoder."""

    held: Latents

    def latent(self) -> Tensor:
        """Return the latents [B, 16, h, w], with mean 0 and standard deviation 1 in each picture."""
        return self.held.latent()


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> PixelDrawer:
    """Build the drawer; raises SettingsError if the grid is too small for its cells."""
    rows, columns = grid_size(config, canvas.height, canvas.width)
    lattice = Lattice(config.pixel_type, rows, columns)
    if config.pixel_parameters == "latents":
        latents = Latents((4 if canvas.transparent else 3, rows, columns), rng, device)
        return LatentPixelDrawer(latents, lattice, canvas, config, rng)
    shapes = pyramid(rows, columns) if config.pixel_parameters == "pyramid" else [(rows, columns)]
    start = _start(config, canvas, rng, rows, columns).to(device)
    return PixelDrawer(Grids(start, shapes, config.pixel_level_decay), lattice, canvas, config, rng)


def grid_size(config: Config, height: int, width: int) -> tuple[int, int]:
    """Return (rows, columns) of the grid on a canvas, by pixray's rules.

    Differs from pixray: the odd counts that pixel_edge_check asks for do not exceed the canvas either.
    """
    kind, given = config.pixel_type, config.pixel_size
    columns, rows = given or (_SQUARE if width == height else _TALL if height > width else _WIDE)
    if given is None and config.pixel_iso_check:
        columns = int(1.414 * columns) if kind == "tri" else columns
        rows = {"hex": int(1.414 * rows), "diamond": 2 * rows}.get(kind, rows)
    if config.pixel_scale is not None:
        columns, rows = int(columns / config.pixel_scale), int(rows / config.pixel_scale)
    columns, rows = min(max(columns, 1), width), min(max(rows, 1), height)
    if config.pixel_edge_check and (kind in SHIFTED or kind == "tri"):
        columns = _of_parity(columns, 1, width)
        rows = _of_parity(rows, 0 if kind == "tri" else 1, height)
    if kind in SHIFTED and columns < 2:
        raise SettingsError(
            f"pixel_type {kind} on a grid of {columns}x{rows}: its shifted rows need at least 2 columns; "
            "set a larger pixel_size or a smaller pixel_scale"
        )
    return rows, columns


def _of_parity(count: int, parity: int, most: int) -> int:
    if count % 2 == parity:
        return count
    return count + 1 if count < most else max(count - 1, 1)


def _start(config: Config, canvas: Canvas, rng: Rng, rows: int, columns: int) -> Tensor:
    """Return the first cells [B, C, rows, columns]."""
    draws, channels = rng.at("pixel.start"), 4 if canvas.transparent else 3
    if config.pixel_init == "random":
        start = draws.uniform(channels, rows, columns)
    else:
        noise = config.pixel_init_noise * draws.normal(channels, rows, columns)
        start = _STARTS[config.pixel_init] + noise
    if canvas.transparent:
        start[:, 3] += config.pixel_init_alpha - start[:, 3].mean((1, 2), keepdim=True)
    return start


def _seen(lattice: Lattice) -> Tensor:
    """Return which cell each place of the sprite shows: itself, or the last cell of its short row."""
    numbers = torch.arange(lattice.rows * lattice.columns)
    numbers[lattice.spare()] -= 1
    return numbers
