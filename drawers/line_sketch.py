"""A few long dark lines on paper.

Source: pixray's line_sketch. Differs from it: the picture is the SVG; batches; both bounds of the pen's width count;
points stay on the paper; colours of pen and paper are settings; a transparent canvas has no paper; fitting traces the
dark parts and edges of a picture, or the lines between its flat colours.
"""

from __future__ import annotations

from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict, model_validator
from torch import Tensor, nn
from torch.nn import functional as F

from drawers._raster import Strokes, over
from drawers._vector import export, fitting
from drawers._vector.cost import of_strokes
from drawers._vector.flats import flat
from drawers._vector.outlines import outlines, spread
from drawers._vector.paint import draw_each, paint, scaled
from drawers._vector.placing import Brush, blurred, controls, place
from drawers._vector.widths import in_order
from pixdraw.fields import Cost, Preset, setting
from pixdraw.imaging.compositing import unpremultiply
from pixdraw.imaging.palettes import parse_colour
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.rng import Rng

ALIASES = ("linedraw", "linesketch")

PRESETS = (
    Preset({"quality": "tiny"}, {"scale": 2.0, "transparent": False}),
    # The lines between its flat colours.
    Preset(
        {"quality": "tiny", "init": "proposal"},
        {
            "freedom": 0.08,
            "strokes": 32,
            "stroke_fit_colors": 8,
            "min_stroke_width": 0.3,
            "max_stroke_width": 0.8,
        },
    ),
)

BASE_SIDE = 224
"""Shorter side of the canvas, in pixels, that rates in pixels refer to."""
FIT_STEPS, REFINE_STEPS = 20, 40
FIT_POINT_LR, FIT_WIDTH_LR = 1.0, 0.1
"""Rates of fitting, whatever the run's are, in pixels a step at BASE_SIDE."""
REACH_FRAC = 0.8
"""Length of a fitted line, as a fraction of the canvas' shorter side."""
STRONG_EDGES = 0.96
"""Quantile of the gradient's length above which an edge becomes a line."""
FAINT, ASIDE = 0.3, 2
"""A line ends if there is no mark stronger than FAINT within ASIDE pixels."""
DARK = 0.8
"""Minimum darkness of a tone that is drawn, from 0 (paper) to 1 (pen)."""


class Config(BaseModel):
    """Settings of the line drawer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    strokes: int = setting(24, ge=1, le=4096, help="number of lines, 1 to 4096", hosted=True)
    stroke_length: int = setting(
        8, ge=1, le=64, help="number of curved segments that make up a line, 1 to 64", hosted=True
    )
    min_stroke_width: float = setting(
        0.5,
        gt=0,
        le=100,
        help="smallest half-width (radius) of a line in percent of the canvas height, above 0 to 100, as in pixray",
        hosted=True,
    )
    max_stroke_width: float = setting(
        2.0,
        gt=0,
        le=100,
        help="largest half-width (radius) of a line in percent of the canvas height, above 0 to 100, as in pixray",
        hosted=True,
    )
    pen_color: str = setting("black", help="colour of the lines", hosted=True, text="colour")
    paper_color: str = setting(
        "#f2eecb", help="colour of the paper where the canvas is not transparent", hosted=True, text="colour"
    )
    allow_paper_color: bool = setting(False, help="let the run change the colour of the paper, too", hosted=True)
    stroke_point_lr: float = setting(
        1.0,
        gt=0,
        le=100,
        help="learning rate of the lines' points: pixels per step on a canvas of 224 pixels, above 0 to 100",
        hosted=True,
    )
    stroke_width_lr: float = setting(
        0.1,
        gt=0,
        le=100,
        help="learning rate of the lines' widths: pixels per step on a canvas of 224 pixels, above 0 to 100",
        hosted=True,
    )
    paper_color_lr: float = setting(
        0.01,
        gt=0,
        le=1,
        help="learning rate of the paper's colour: how far it moves in a step, where 1 is from black to white",
        hosted=True,
    )
    stroke_fit_colors: int | None = setting(
        None,
        takes_none=True,
        ge=1,
        le=64,
        help="number of flat colours, 1 to 64, to which the picture that a run starts from is reduced; the"
        " lines between them are then traced; none: its edges and dark parts are traced",
        hosted=True,
    )
    plotter: bool = setting(
        False, help="write the SVG as single lines of one width for a pen plotter, without paper", hosted=True
    )
    rasterizer: Literal["builtin", "diffvg"] = setting(
        "builtin",
        help="what turns lines into pixels: builtin, or diffvg where pydiffvg is installed",
        refusal="it is the server's to decide",
    )

    _in_order = model_validator(mode="after")(in_order)


class LineSketch(nn.Module):
    """Lines of one colour and changing width over paper."""

    pen: Tensor

    def __init__(self, config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> None:
        super().__init__()
        self.channels: int = 4 if canvas.transparent else 3
        self._config, self._canvas, self._rng = config, canvas, rng
        points = _start(config, canvas, rng)
        width = self._full_width(config.max_stroke_width / 2)
        paper = torch.tensor(parse_colour(config.paper_color, "paper_color")).expand(canvas.items, 3)
        pen = torch.tensor([*parse_colour(config.pen_color, "pen_color"), 1.0])
        self.points = nn.Parameter(points.to(device).contiguous())
        self.widths = nn.Parameter(torch.full((canvas.items, config.strokes), width, device=device))
        optimised = config.allow_paper_color and not canvas.transparent
        self.paper = nn.Parameter(paper.to(device).clone(), requires_grad=optimised)
        self.register_buffer("pen", pen.to(device), persistent=False)
        self.project()

    def render(self) -> Tensor:
        """Return [B, channels, H, W] in [0, 1], differentiable in points, widths and, if allowed, the paper."""
        return paint(self.shapes(), self._canvas, self.paper, self._config.rasterizer)

    def shapes(self, count: int | None = None) -> Strokes:
        """Return the lines, or the first `count` of them."""
        widths = self.widths[:, :count]
        return Strokes(self.points[:, :count], widths, self.pen.expand(*widths.shape, 4))

    def opacities(self) -> Tensor:
        """Return how opaque each line is: [B, K], all 1."""
        return torch.ones_like(self.widths)

    def lengths(self) -> Tensor:
        """Return each line's length, that of its control polygon: [B, K] in shorter sides of the canvas."""
        legs = (self.points[:, :, 1:] - self.points[:, :, :-1]).square().sum(-1).clamp_min(1e-12).sqrt()
        return legs.sum(2) / min(self._canvas.height, self._canvas.width)

    def param_groups(self) -> list[ParamGroup]:
        """Return points and widths, and the paper where it is optimised."""
        config, pixels = self._config, min(self._canvas.height, self._canvas.width) / BASE_SIDE
        groups = [
            ParamGroup("points", [self.points], config.stroke_point_lr * pixels),
            ParamGroup("widths", [self.widths], config.stroke_width_lr * pixels),
        ]
        return (
            [*groups, ParamGroup("paper", [self.paper], config.paper_color_lr)] if self.paper.requires_grad else groups
        )

    @torch.no_grad()
    def project(self) -> None:
        """Keep points on the paper, widths in their range and the paper's colour in [0, 1]."""
        for axis, side in enumerate((self._canvas.width, self._canvas.height)):
            self.points[..., axis].nan_to_num_(side / 2).clamp_(0, side)
        low, high = (self._full_width(w) for w in (self._config.min_stroke_width, self._config.max_stroke_width))
        self.widths.nan_to_num_(low).clamp_(low, high)
        self.paper.nan_to_num_(1.0).clamp_(0, 1)

    @torch.no_grad()
    def fit(self, image: Tensor, /) -> None:
        """Trace the picture's outlines and darkest parts, broad lines first."""
        clear = fitting.goal(image, self._canvas.items, self.paper, True)
        seen = over(clear, self.paper)[:, :3]
        if self.paper.requires_grad:
            # The median is hardly affected by outlines.
            self.paper.copy_(seen.flatten(2).median(2).values)
        traced = self._traced(clear, seen)
        if len(traced) < len(clear):
            self._fit_to_marks(clear, seen)
        for item, (points, widths) in traced.items():
            self.points[item], self.widths[item] = points, widths
        self.project()

    def _traced(self, clear: Tensor, seen: Tensor) -> dict[int, tuple[Tensor, Tensor]]:
        """Return {item: (points, widths)} of the lines between the flat areas of pictures [B, 4, h, w], if
        stroke_fit_colors is set.

        Omits items without flat areas and items that already resemble their picture (as after an overlay).
        """
        config, factor = self._config, clear.shape[3] / self._canvas.width
        if config.stroke_fit_colors is None:
            return {}
        error = (fitting.drawn(self.shapes(), seen, self.paper, factor) - seen).square().flatten(1).mean(1)
        alike = error < 0.5 * (seen - seen.mean((2, 3), keepdim=True)).square().flatten(1).mean(1)
        straight = unpremultiply(clear, 1e-3).clamp(0, 1)
        low, high = (self._full_width(w) for w in (config.min_stroke_width, config.max_stroke_width))
        found = {}
        for item in (~alike).nonzero().flatten().tolist():
            picture = straight[item : item + 1]
            lines = outlines(flat(picture, config.stroke_fit_colors))
            if lines:
                placed, contrast = spread(lines, config.strokes, config.stroke_length, min(picture.shape[2:]))
                points, widths = controls(placed)[0] / factor, low + (high - low) * contrast[0]
                found[item] = points.to(self.points), widths.to(self.widths)
        return found

    def _fit_to_marks(self, clear: Tensor, seen: Tensor) -> None:
        """Fit the lines to where the picture `clear` [B, 4, h, w], `seen` over the paper, is steep or dark."""
        canvas, config = self._canvas, self._config
        marks = _marks(seen, self.paper[:, :, None, None], self.pen[:3, None, None])
        # An object on a transparent background has an outline even where it is as pale as the paper.
        outline = _steepness(clear[:, 3:])
        marks = torch.maximum(marks, outline / outline.amax((2, 3), keepdim=True).clamp_min(0.05))
        ink = self.pen[:, None, None] * marks
        ground = self.paper.detach()
        wanted = ink if canvas.transparent else over(ink, ground)[:, :3]
        factor = wanted.shape[3] / canvas.width
        draws = self._rng.at("line_sketch.fit")
        high, low = self._full_width(config.max_stroke_width), self._full_width(config.min_stroke_width)
        paths = F.max_pool2d(marks, 2 * ASIDE + 1, 1, ASIDE) > FAINT
        paths |= ~paths.flatten(1).any(1)[:, None, None, None]
        length = REACH_FRAC * min(wanted.shape[2:]) / config.stroke_length

        def lay(wave: fitting.Wave, wanted: Tensor, drawn: Tensor) -> None:
            width = high * (low / high) ** wave.fineness
            laid = draw_each(scaled(self.shapes(wave.first), factor), (drawn.shape[2], drawn.shape[3]))[:, 3:]
            # Already covered marks keep a small weight, so surplus lines are drawn over others.
            left = marks * (1.1 - laid)
            brush = Brush(wave.last - wave.first, config.stroke_length, width * factor, length)
            placed = place(marks, marks - left, brush, draws, within=paths)
            self.points[:, wave.first : wave.last] = controls(placed) / factor
            self.widths[:, wave.first : wave.last] = width
            self.project()

        pixels = min(canvas.height, canvas.width) / BASE_SIDE
        groups = [([self.points], FIT_POINT_LR * pixels), ([self.widths], FIT_WIDTH_LR * pixels)]
        task = fitting.Fit(self.shapes, lay, self.project, groups)
        plan = fitting.waves(config.strokes, FIT_STEPS)
        last = fitting.Wave(0, config.strokes, 1, REFINE_STEPS, fresh=False)
        fitting.run(task, [*plan, last], wanted, ground, factor)

    def to_svg(self, item: int) -> str:
        """Return the lines on their paper."""
        with torch.no_grad():
            return export.to_svg(self.shapes(), item, self._canvas, self.paper[item], plotter=self._config.plotter)

    def _full_width(self, percent: float) -> float:
        """Pixels across for pixray's percent of the height, which diffvg took as a half-width."""
        return 2 * percent / 100 * self._canvas.height


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> LineSketch:
    """Build the drawer."""
    return LineSketch(config, canvas, rng, device)


def _start(config: Config, canvas: Canvas, rng: Rng) -> Tensor:
    """Random walks from the central half of the canvas, as pixray starts: [B, K, 3S+1, 2]."""
    draws = rng.at("line_sketch.start")
    first = draws.uniform(config.strokes, 1, 2, low=0.25, high=0.75)
    step = 1 / (config.stroke_length + 2)
    walk = step * (draws.uniform(config.strokes, 3 * config.stroke_length, 2) - 0.5)
    walk[..., 0] *= canvas.height / canvas.width
    points = torch.cat([first, first + walk.cumsum(2)], 2)
    return points.clamp(0, 1) * torch.tensor([canvas.width, canvas.height])


def _marks(seen: Tensor, paper: Tensor, pen: Tensor) -> Tensor:
    """Where a sketch of the picture [B, 3, h, w] has lines: [B, 1, h, w] in [0, 1]."""
    edges = _steepness(seen)
    strong = edges.flatten(1).quantile(STRONG_EDGES, dim=1)[:, None, None, None].clamp_min(0.05)
    way = pen - paper
    dark = ((seen - paper) * way).sum(1, keepdim=True) / way.square().sum(1, keepdim=True).clamp_min(1e-3)
    return torch.maximum((edges / strong).clamp(0, 1) ** 2, ((dark - DARK) / (1 - DARK)).clamp(0, 1))


def _steepness(picture: Tensor) -> Tensor:
    """How much a picture [B, C, h, w] changes over two pixels, over all channels: [B, 1, h, w]."""
    soft = blurred(picture, 1)
    x = F.pad(soft, [1, 1, 0, 0], mode="replicate")
    y = F.pad(soft, [0, 0, 1, 1], mode="replicate")
    steep = (x[..., 2:] - x[..., :-2]).square() + (y[..., 2:, :] - y[..., :-2, :]).square()
    return steep.sum(1, keepdim=True).sqrt()


def cost(config: Config, canvas: Canvas) -> Cost:
    """Return the cost of one picture, for the limits of hosted requests."""
    return of_strokes(config.strokes, config.stroke_length, (config.min_stroke_width, config.max_stroke_width), canvas)
