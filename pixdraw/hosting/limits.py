"""How much one request may ask for, decided from its settings before anything is allocated."""

from __future__ import annotations

from dataclasses import dataclass

from pixdraw.errors import SettingsError
from pixdraw.settings import Settings
from pixdraw.sinks.video import MAX_FRAMES

FILMS = ("gif", "mp4")


@dataclass(frozen=True)
class Limits:
    """What a server draws at most; every amount counts all pictures of a request together."""

    pixels: int = 2**23
    """Of the canvases: memory."""
    decoded_pixels: int = 2**19
    """Of the canvases of a drawer that decodes a latent: memory, a few kilobytes a pixel."""
    cutouts: int = 1024
    """That one pass looks at, with each perceptor: memory."""
    strokes: int = 2**14
    """Of drawers of strokes, or pieces of long ones: memory and time."""
    views: int = 2**21
    """Cutouts over all passes and perceptors: time."""
    denoisings: int = 2**10
    """Steps of proposals, which come before the drawing: time."""
    drawn_pixels: int = 2**32
    """Over all passes: time."""
    film_pixels: int = 2**30
    """Over all frames of films: disk and time."""
    time_s: float = 600.0
    """Wall clock of the drawing, and what a request gets that asks for no less."""

    def check(self, settings: Settings, output_format: str) -> None:
        """Raise SettingsError, saying what to lower, where `settings` ask for more."""
        width, height = settings.size
        pictures = len(settings.prompts) * len(settings.seed)
        pixels = pictures * width * height
        passes = settings.iterations * settings.batches
        cutouts = pictures * settings.num_cuts
        flat = settings.flat()
        decoded = pixels if settings.drawer == "vqgan" else 0
        strokes = pictures * flat.get("strokes", 0) * flat.get("stroke_length", 1)
        denoisings = pictures * settings.proposal_steps if settings.init == "proposal" else 0
        frames = min(settings.iterations + 1, MAX_FRAMES) if output_format in FILMS else 0
        amounts = (
            ("pixels", pixels, self.pixels, "size, scale or num_outputs"),
            ("pixels to decode", decoded, self.decoded_pixels, "size, scale or num_outputs"),
            ("cutouts a pass", cutouts, self.cutouts, "num_cuts or num_outputs"),
            ("strokes", strokes, self.strokes, "strokes or num_outputs"),
            (
                "cutouts in all",
                cutouts * passes * len(settings.perceptors),
                self.views,
                "iterations, num_cuts, batches or num_outputs",
            ),
            ("steps of proposals", denoisings, self.denoisings, "proposal_steps or num_outputs"),
            ("pixels in all passes", pixels * passes, self.drawn_pixels, "iterations, size or num_outputs"),
            ("pixels of film", pixels * frames, self.film_pixels, "size or num_outputs, or take output_format=png"),
        )
        for what, amount, most, advice in amounts:
            if amount > most:
                raise SettingsError(f"{amount} {what} are too many, {most} are allowed; lower {advice}")
        if settings.time_limit_s is not None and settings.time_limit_s > self.time_s:
            raise SettingsError(f"time_limit_s={settings.time_limit_s}: at most {self.time_s} are allowed")
