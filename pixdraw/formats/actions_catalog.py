"""The names of the movements; imports nothing heavy."""

from __future__ import annotations

from collections.abc import Mapping

ACTIONS: Mapping[str, tuple[int, int, str]] = {
    "idle": (4, 180, "breathes, the feet stand"),
    "walk": (6, 110, "legs in turn, one always on the ground"),
    "attack": (6, 90, "draws back and strikes with what juts out at a side"),
    "bob": (6, 110, "squashes and stretches on the ground"),
    "spin": (8, 90, "turns about the upright middle, as a coin does"),
    "flicker": (6, 90, "a flame's colours move along their ramp"),
    "float": (8, 110, "rises and sinks"),
}
"""Name → default number of frames, default milliseconds of a frame, description."""
