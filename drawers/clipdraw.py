"""Strokes or blobs of translucent colour, moved until the picture looks right.

Source: CLIPDraw (Frans, Soros, Witkowski 2021, arXiv 2106.14843) as pixray has it. Differs from it: an exact rasteriser
of our own, so the picture is the SVG; batches; opaque or transparent ground; rates and widths in proportion to the
canvas; fitting to a picture, or to its flat colours; closed shapes; invisible shapes start again where the loss asks
for a change.
"""

from __future__ import annotations

from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict, model_validator
from torch import Tensor, nn
from torch.nn import functional as F

from drawers._raster import Fills, Strokes
from drawers._vector import export, fitting
from drawers._vector.blobs import ellipse, ring
from drawers._vector.cost import of_strokes
from drawers._vector.flats import flattened
from drawers._vector.paint import Shapes, paint, visible_ink
from drawers._vector.placing import Brush, Placed, controls, place
from drawers._vector.widths import in_order
from pixdraw.fields import FROM_NOTHING, Cost, Preset, setting
from pixdraw.imaging.colour import nearest_colour, own_colours
from pixdraw.imaging.palettes import parse_colour
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.rng import Rng

ALIASES = ("clip_draw",)
REPLACED = {("use_clipdraw", True): {"drawer": "clipdraw"}, ("use_clipdraw", False): {}}

PRESETS = (
    # Few broad, almost invisible strokes on a small canvas, because an SVG can be shown at any size.
    Preset(
        {"quality": "tiny"},
        {
            "scale": 1.0,
            "iterations": 80,
            "priors": ("tv:4",),
            "strokes": 256,
            "max_stroke_width": 8.0,
            "stroke_start_opacity": 0.1,
            "stroke_color_lr": 0.04,
        },
    ),
    # What the sprite generator sees in the strokes, beside the perceptor's gradients, shows finer parts.
    Preset(
        FROM_NOTHING,
        {
            "priors": ("tv:4", "spritelike:240"),
            "iterations": 120,
            "strokes": 384,
            "min_stroke_width": 0.7,
            "max_stroke_width": 6.0,
        },
    ),
    # The proposal in flat colours, in broad and fine strokes; with more freedom edges would tear.
    Preset(
        {"quality": "tiny", "init": "proposal"},
        {
            "scale": 1.5,
            "iterations": 30,
            "freedom": 0.08,
            "min_stroke_width": 0.5,
            "max_stroke_width": 6.0,
            "stroke_start_opacity": 1.0,
            "stroke_fit_colors": 8,
            "stroke_rebirth": False,
        },
    ),
)

BASE_SIDE = 224
"""CLIPDraw's canvas: rates in pixels are for a shorter side of this many."""
SEGMENTS = 3
REBIRTH_EVERY, REBIRTH_UNTIL = 20, 0.7
"""Steps between rebirths, and the part of the run in which they happen."""
DEAD_SHARE = 0.02
"""A shape counts as dead if its visible area is less than this fraction of canvas area / number of shapes."""
MEMORY = 0.8
"""Decay per step of the moving average of the gradient (`pull`)."""
MEMORY_SIDE = 56
FIT_STEPS, REFINE_STEPS = 12, 25
FIT_POINT_LR, FIT_WIDTH_LR, FIT_COLOR_LR = 1.0, 0.1, 0.03
"""Rates of fitting, whatever the run's are; the first two in pixels a step at BASE_SIDE."""
ROOM = 0.5
"""How far outside the canvas points may be, as a fraction of its sides."""


class Config(BaseModel):
    """Settings of the stroke drawer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    strokes: int = setting(1024, ge=1, le=65536, help="number of strokes or blobs, 1 to 65536", hosted=True)
    min_stroke_width: float = setting(
        1.0,
        gt=0,
        le=100,
        help="smallest half-width (radius) of a stroke in percent of the canvas height, above 0 to 100, as in pixray",
        hosted=True,
    )
    max_stroke_width: float = setting(
        5.0,
        gt=0,
        le=100,
        help="largest half-width (radius) of a stroke in percent of the canvas height, above 0 to 100, as in pixray",
        hosted=True,
    )
    stroke_shape: Literal["stroke", "blob"] = setting(
        "stroke", help="what is painted: open strokes (stroke), or closed, filled shapes (blob)", hosted=True
    )
    stroke_ground: str = setting(
        "white", help="colour of the background where the canvas is not transparent", hosted=True, text="colour"
    )
    stroke_colors: int | None = setting(
        None,
        ge=1,
        le=256,
        help="maximum number of distinct stroke colours, 1 to 256; default: one per stroke",
        hosted=True,
    )
    stroke_opacity: float | None = setting(
        None, gt=0, le=1, help="one opacity for all strokes, above 0 to 1; default: each has its own", hosted=True
    )
    stroke_start_opacity: float = setting(
        1.0,
        gt=0,
        le=1,
        help="largest opacity at the start, above 0 to 1; with a low value the drawing begins almost empty",
        hosted=True,
    )
    stroke_rebirth: bool = setting(
        True, help="move strokes that can no longer be seen to where the picture needs them most", hosted=True
    )
    stroke_point_lr: float = setting(
        1.0,
        gt=0,
        le=100,
        help="learning rate of the strokes' points: pixels per step on a canvas of 224 pixels, above 0 to 100",
        hosted=True,
    )
    stroke_width_lr: float = setting(
        0.1,
        gt=0,
        le=100,
        help="learning rate of the strokes' widths: pixels per step on a canvas of 224 pixels, above 0 to 100",
        hosted=True,
    )
    stroke_color_lr: float = setting(
        0.01,
        gt=0,
        le=1,
        help="learning rate of the strokes' colours: how far they move in a step, where 1 is from black to white",
        hosted=True,
    )
    stroke_fit_colors: int | None = setting(
        None,
        takes_none=True,
        ge=1,
        le=64,
        help="number of flat colours, 1 to 64, to which the picture that a run starts from is reduced "
        "before strokes are fitted to it; none: it is fitted as it is",
        hosted=True,
    )
    plotter: bool = setting(
        False, help="write the SVG as single lines for a pen plotter: no fills, no opacity", hosted=True
    )
    rasterizer: Literal["builtin", "diffvg"] = setting(
        "builtin",
        help="what turns strokes into pixels: builtin, or diffvg where pydiffvg is installed",
        refusal="it is the server's to decide",
    )

    _in_order = model_validator(mode="after")(in_order)


class ClipDraw(nn.Module):
    """Strokes or blobs over a plain background, or none."""

    segments: Tensor
    pull: Tensor

    def __init__(self, config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> None:
        super().__init__()
        self.channels: int = 4 if canvas.transparent else 3
        self._config, self._canvas, self._rng = config, canvas, rng
        self._ground = torch.tensor([parse_colour(config.stroke_ground, "stroke_ground")], device=device)
        draws = rng.at("clipdraw.start")
        size = torch.tensor([canvas.width, canvas.height])
        start = draws.uniform(config.strokes, 1, 2)
        if config.stroke_shape == "blob":
            points = start * size + ring(draws.uniform(config.strokes, 12), self._start_width)
        else:
            steps = 0.1 * (draws.uniform(config.strokes, 3 * SEGMENTS, 2) - 0.5)
            points = torch.cat([start, start + steps.cumsum(2)], 2) * size
        colors = draws.uniform(config.strokes, 4)
        colors[..., 3] *= config.stroke_start_opacity
        self.points = nn.Parameter(points.to(device).contiguous())
        self.widths = nn.Parameter(torch.full(points.shape[:2], self._start_width, device=device))
        self.colors = nn.Parameter(colors.to(device))
        self.register_buffer("segments", (draws.integers(config.strokes, high=SEGMENTS) + 1).to(device))
        shrink = min(1.0, MEMORY_SIDE / max(canvas.height, canvas.width))
        small = [max(1, round(side * shrink)) for side in (canvas.height, canvas.width)]
        self.register_buffer("pull", torch.zeros(canvas.items, 3, *small, device=device))
        self.project()

    def render(self) -> Tensor:
        """Return [B, channels, H, W] in [0, 1], differentiable in points, widths and colours."""
        picture = paint(self.shapes(), self._canvas, self._ground, self._config.rasterizer)
        if picture.requires_grad and self._config.stroke_rebirth:
            picture.register_hook(self._remember)
        return picture

    def shapes(self, count: int | None = None) -> Shapes:
        """Return the scene, or its first `count` shapes."""
        colors = self._colors()[:, :count]
        if self._config.stroke_shape == "blob":
            return Fills(self.points[:, :count], colors)
        return Strokes(self.points[:, :count], self.widths[:, :count], colors, self.segments[:, :count])

    def opacities(self) -> Tensor:
        """Return how opaque each shape is: [B, K] in [0, 1]."""
        return self._colors()[..., 3]

    def lengths(self) -> Tensor:
        """Return each shape's length, that of its control polygon: [B, K] in shorter sides of the canvas."""
        legs = (self.points[:, :, 1:] - self.points[:, :, :-1]).square().sum(-1).clamp_min(1e-12).sqrt()
        if self._config.stroke_shape == "stroke":
            used = torch.arange(legs.shape[2], device=legs.device) < 3 * self.segments[..., None]
            legs = legs * used
        return legs.sum(2) / min(self._canvas.height, self._canvas.width)

    def param_groups(self) -> list[ParamGroup]:
        """Return points, widths and colours with their rates."""
        config, pixels = self._config, self._per_pixel
        groups = [ParamGroup("points", [self.points], config.stroke_point_lr * pixels)]
        if config.stroke_shape == "stroke":
            groups.append(ParamGroup("widths", [self.widths], config.stroke_width_lr * pixels))
        return [*groups, ParamGroup("colors", [self.colors], config.stroke_color_lr)]

    @torch.no_grad()
    def project(self) -> None:
        """Keep points near the canvas, widths in their range and colours in [0, 1]."""
        for axis, side in enumerate((self._canvas.width, self._canvas.height)):
            self.points[..., axis].nan_to_num_(side / 2).clamp_(-ROOM * side, (1 + ROOM) * side)
        low, high = (self._full_width(w) for w in (self._config.min_stroke_width, self._config.max_stroke_width))
        self.widths.nan_to_num_(low).clamp_(low, high)
        self.colors.nan_to_num_(0.5).clamp_(0, 1)

    @torch.no_grad()
    def advance(self, step: int, total: int) -> None:
        """Every REBIRTH_EVERY steps, move invisible shapes to where the loss asked for the largest changes."""
        due = step > 0 and step % REBIRTH_EVERY == 0 and step <= REBIRTH_UNTIL * total
        if not (due and self._config.stroke_rebirth and bool(self.pull.any())):
            return
        height, width = self._canvas.height, self._canvas.width
        dead = visible_ink(self.shapes(), height, width) < DEAD_SHARE * height * width / self._config.strokes
        if not bool(dead.any()):
            return
        factor = self.pull.shape[3] / width
        ground = self._ground if not self._canvas.transparent else torch.full_like(self._ground, 0.5)
        drawn = fitting.drawn(self.shapes(), self.pull, ground, factor)
        wide = self._start_width * factor
        brush = Brush(self._config.strokes, SEGMENTS, wide, wide)
        placed = place((drawn - self.pull).clamp(0, 1), drawn, brush, self._rng.at("clipdraw.rebirth", step))
        self._lay(placed, factor, slice(0, None), self._start_width, 0.7, dead)

    @torch.no_grad()
    def fit(self, image: Tensor, /) -> None:
        """Fit the shapes to the picture: place shapes where the error is largest, broad ones first, then refine by
        Adam.

        Items that already resemble the picture (error below half its variance) are only refined.
        """
        canvas, count = self._canvas, self._config.strokes
        if self._config.stroke_fit_colors is not None:
            image = flattened(fitting.shrunk(image), self._config.stroke_fit_colors)
        wanted = fitting.goal(image, canvas.items, self._ground, canvas.transparent)
        factor = wanted.shape[3] / canvas.width
        error = (fitting.drawn(self.shapes(), wanted, self._ground, factor) - wanted).square().flatten(1).mean(1)
        keep = error < 0.5 * (wanted - wanted.mean((2, 3), keepdim=True)).square().flatten(1).mean(1)
        pixels = self._per_pixel
        groups = [([self.points], FIT_POINT_LR * pixels), ([self.colors], FIT_COLOR_LR)]
        if self._config.stroke_shape == "stroke":
            groups.append(([self.widths], FIT_WIDTH_LR * pixels))
        draws = self._rng.at("clipdraw.fit")

        def lay(wave: fitting.Wave, wanted: Tensor, drawn: Tensor) -> None:
            low, high = (self._full_width(w) for w in (self._config.min_stroke_width, self._config.max_stroke_width))
            width = high * (low / high) ** wave.fineness
            brush = Brush(wave.last - wave.first, SEGMENTS, width * factor, width * factor)
            placed = place(wanted, drawn, brush, draws)
            self._lay(placed, factor, slice(wave.first, wave.last), width, 1.0, None)

        task = fitting.Fit(self.shapes, lay, self.project, groups)
        if not bool(keep.all()):
            kept = [param[keep].clone() for param in self.parameters()]
            fitting.run(task, fitting.waves(count, FIT_STEPS), wanted, self._ground, factor)
            for param, old in zip(self.parameters(), kept, strict=True):
                param[keep] = old
        fitting.run(task, [fitting.Wave(0, count, 1, REFINE_STEPS, fresh=False)], wanted, self._ground, factor)

    def to_svg(self, item: int) -> str:
        """Return the visible shapes in paint order."""
        with torch.no_grad():
            return export.to_svg(self.shapes(), item, self._canvas, self._ground[0], plotter=self._config.plotter)

    @property
    def _per_pixel(self) -> float:
        """Pixels of the canvas to one of CLIPDraw's."""
        return min(self._canvas.height, self._canvas.width) / BASE_SIDE

    @property
    def _start_width(self) -> float:
        """Initial full width in pixels. pixray starts with a half-width of (min + max) / 4."""
        return self._full_width((self._config.min_stroke_width + self._config.max_stroke_width) / 4)

    def _full_width(self, percent: float) -> float:
        """Pixels across for pixray's percent of the height, which diffvg took as a half-width."""
        return 2 * percent / 100 * self._canvas.height

    def _colors(self) -> Tensor:
        """Colours [B, K, 4] as rendered: quantised to stroke_colors and with stroke_opacity, if set; straight-through
        gradients.
        """
        config = self._config
        colors: Tensor = self.colors
        if config.stroke_opacity is not None:
            colors = torch.cat([colors[..., :3], torch.full_like(colors[..., 3:], config.stroke_opacity)], -1)
        if config.stroke_colors is None or config.stroke_colors >= config.strokes:
            return colors
        rows = colors.detach()[..., :3].transpose(1, 2)[:, :, None]
        weight = colors.detach()[..., 3][:, None, None] + 1e-3
        own = own_colours(rows, config.stroke_colors, weight)
        snapped = nearest_colour(rows, own)[:, :, 0].transpose(1, 2)
        rgb = colors[..., :3]
        return torch.cat([snapped + (rgb - rgb.detach()), colors[..., 3:]], -1)

    def _lay(
        self, placed: Placed, factor: float, where: slice, width: float, opacity: float, chosen: Tensor | None
    ) -> None:
        """Replace the shapes `chosen` [B, K] (None: all of slice `where`) by new ones; `placed` is in pixels of a frame
        `factor` times the canvas size.
        """
        if self._config.stroke_shape == "blob":
            points = ellipse(placed.knots, placed.tangents, width * factor)
        else:
            points = controls(placed)
        colors, alpha = placed.colors[..., :3], torch.full_like(placed.colors[..., :1], opacity)
        if placed.colors.shape[2] == 4:  # premultiplied; where the target is clear, no shape is placed
            alpha = alpha * placed.colors[..., 3:].clamp(0, 1)
            colors = colors / placed.colors[..., 3:].clamp_min(1e-3)
        colors = torch.cat([colors.clamp(0, 1), alpha], -1)
        widths = torch.full_like(self.widths[:, where], width)
        laid: list[tuple[Tensor, Tensor]] = [
            (self.points, points / factor),
            (self.colors, colors),
            (self.widths, widths),
        ]
        for param, value in laid:
            old = param[:, where]
            if chosen is None:
                old.copy_(value)
            else:
                old.copy_(torch.where(chosen.view(*chosen.shape, *[1] * (value.ndim - 2)), value, old))
        self.project()

    def _remember(self, grad: Tensor) -> None:
        """Update the running mean of the loss's gradient for the picture, scaled to a largest value of 1."""
        wanted = F.adaptive_avg_pool2d(grad.detach()[:, :3], (self.pull.shape[2], self.pull.shape[3])).nan_to_num(
            0.0, 0.0, 0.0
        )
        wanted = wanted / wanted.abs().flatten(1).amax(1).clamp_min(1e-30)[:, None, None, None]
        self.pull.mul_(MEMORY).add_(wanted, alpha=1 - MEMORY)


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> ClipDraw:
    """Build the drawer; raises PluginError if the chosen rasteriser is not installed."""
    return ClipDraw(config, canvas, rng, device)


def cost(config: Config, canvas: Canvas) -> Cost:
    """Return the cost of one picture, for the limits of hosted requests."""
    return of_strokes(config.strokes, 1, (config.min_stroke_width, config.max_stroke_width), canvas)
