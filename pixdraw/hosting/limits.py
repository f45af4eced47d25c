"""How much one request may ask for, decided from its settings before anything is allocated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.fields import Cost
from pixdraw.guidance.rows import TEMPLATES
from pixdraw.imaging.palettes import parse_palette
from pixdraw.interfaces import Canvas
from pixdraw.registry import DRAWERS
from pixdraw.settings.model import Settings
from pixdraw.sinks.reel import MAX_FRAMES
from pixdraw.text.prompts import parse_prompts
from pixdraw.text.units import parse_duration

FILMS = ("gif", "mp4")
POLISHES = 2
"""Cost of one more noise sample in the clean-up of a proposal (proposal_polish), in denoising steps, as an upper
bound."""


@dataclass(frozen=True)
class Limits:
    """What a server draws at most; every amount counts all pictures of a request together."""

    pixels: int = 2**23
    """Maximum number of pixels of the canvases; bounds memory."""
    decoded_pixels: int = 2**19
    """Of the canvases of a drawer that decodes a latent: memory, a few kilobytes a pixel."""
    cutouts: int = 1024
    """That one pass looks at, with each perceptor: memory."""
    strokes: int = 2**14
    """Maximum number of strokes, or of pieces of long ones; bounds memory and time."""
    covered_pixels: int = 2**26
    """Maximum number of pixels covered by strokes at their initial width and length, counted per stroke; bounds memory
    (200 bytes per pixel)."""
    colours: int = 2**12
    """Maximum number of colours of the palette, each of which every pixel may be compared with; bounds memory."""
    shares: int = 2**30
    """Pixels times colours, of a drawing that chooses each cell from a palette: memory."""
    laid_strokes: int = 2**18
    """Strokes over all times that they are fitted to a picture, the start and each move of the camera: time."""
    texts: int = 256
    """Maximum number of texts to encode (each label counts as seven template sentences); bounds time."""
    step_views: int = 2**12
    """Maximum number of cutouts per step, over all passes and perceptors; bounds the time of a single step, which
    cannot be interrupted."""
    views: int = 2**21
    """Cutouts over all passes and perceptors: time."""
    denoisings: int = 2**10
    """Steps of proposals, which come before the drawing: time."""
    drawn_pixels: int = 2**32
    """Over all passes: time."""
    film_pixels: int = 2**30
    """Over all frames of films: disk and time."""
    time_s: float = 600.0
    """Time limit in seconds of a drawing: the maximum, and the default for requests that do not set time_limit_s."""

    def check(self, settings: Settings, output_format: str) -> None:
        """Raise SettingsError, saying what to lower, where `settings` ask for more."""
        width, height = settings.size
        pictures = len(settings.prompts) * max(len(settings.manner), 1) * len(settings.seed)
        pixels = pictures * width * height
        passes = settings.iterations * settings.batches
        # Prompts for the spot, and those for the rest, look at cutouts of their own.
        looks = 1 + bool(settings.spot_prompts) + bool(settings.spot_prompts_off)
        cutouts = pictures * settings.num_cuts * looks
        cost = _cost(settings)
        shapes, covered = pictures * cost.shapes, pictures * cost.covered_pixels
        proposing = pictures * (settings.init == "proposal")
        denoisings = proposing * (settings.proposal_steps + POLISHES * settings.proposal_polish)
        frames = min(settings.iterations + 1, MAX_FRAMES) if output_format in FILMS else 0
        amounts = (
            ("pixels", pixels, self.pixels, "size, scale or num_outputs"),
            ("pixels to decode", pictures * cost.decoded_pixels, self.decoded_pixels, "size, scale or num_outputs"),
            ("cutouts a pass", cutouts, self.cutouts, "num_cuts or num_outputs"),
            ("colours of the palette", _colours(settings), self.colours, "their number"),
            ("shares of colours", _shares(settings, pixels), self.shares, "size, palette_size or num_outputs"),
            (
                "pixels under strokes",
                covered,
                self.covered_pixels,
                "strokes, their width or size",
            ),
            ("strokes", shapes, self.strokes, "strokes or num_outputs"),
            ("strokes to fit", shapes * _fits(settings), self.laid_strokes, "strokes, or set a larger zoom_every"),
            ("prompts", _texts(settings), self.texts, "their number"),
            (
                "cutouts in a step",
                cutouts * settings.batches * len(settings.perceptors),
                self.step_views,
                "num_cuts, batches or num_outputs",
            ),
            (
                "cutouts in all",
                cutouts * passes * len(settings.perceptors),
                self.views,
                "iterations, num_cuts, batches or num_outputs",
            ),
            ("steps of proposals", denoisings, self.denoisings, "proposal_steps, proposal_polish or num_outputs"),
            ("pixels in all passes", pixels * passes, self.drawn_pixels, "iterations, size or num_outputs"),
            ("pixels of film", pixels * frames, self.film_pixels, "size or num_outputs, or take output_format=png"),
        )
        for what, amount, most, advice in amounts:
            if amount > most:
                raise SettingsError(f"{amount} {what} are too many, {most} are allowed; lower {advice}")
        if settings.time_limit_s is not None and settings.time_limit_s > self.time_s:
            raise SettingsError(f"time_limit_s={settings.time_limit_s}: at most {self.time_s} are allowed")


def _fits(settings: Settings) -> int:
    """How often a drawing is fitted to a picture."""
    fits = 1
    if settings.moves():
        every = parse_duration(settings.zoom_every).period(settings.iterations)
        fits += settings.iterations // max(1, every)
    return fits


def _cost(settings: Settings) -> Cost:
    """The cost of one picture as its drawer tells it; a drawer that tells none costs its pixels and steps alone."""
    cost: Callable[[Any, Canvas], Cost] | None = getattr(DRAWERS.load(settings.drawer), "cost", None)
    width, height = settings.size
    canvas = Canvas(height, width, 1, settings.transparent)
    return Cost() if cost is None else cost(settings.plugin("drawer", settings.drawer), canvas)


def _colours(settings: Settings) -> int:
    """How many colours a pixel is compared with."""
    return settings.palette_size or (0 if settings.palette is None else len(parse_palette(settings.palette)))


def _shares(settings: Settings, pixels: int) -> int:
    """How many weights of palette colours are kept in memory; 0 where cells may have any colour."""
    return pixels * _colours(settings) if settings.palette_mode == "exact" else 0


def _texts(settings: Settings) -> int:
    """How many sentences the perceptors read, and how many directions they follow."""
    texts = sum(len(parse_prompts(text)) for text in settings.prompts) * (1 + 2 * len(settings.manner))
    texts += len(TEMPLATES) * len(settings.labels)
    others = (settings.negative_prompts, settings.spot_prompts, settings.spot_prompts_off, settings.noise_prompt_seeds)
    return texts + sum(map(len, others))
