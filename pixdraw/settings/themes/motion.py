"""A camera that moves while the picture is drawn."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from pixdraw.text.units import parse_duration, split_numbers


class Motion(BaseModel):
    """Settings of motion: zoom, turn and pan, a little at a time; the film has a frame for each time."""

    prompt_fade: str = Field(
        "0 iterations",
        description="How long prompts of a schedule (0: a seed | 50%: a tree) give way: 20 iterations, 10%.",
    )
    loop_frames: int = Field(
        0, ge=0, le=256, description="Draws so many frames of one endless animation through the prompts, 0: none."
    )
    loop_coherence: float = Field(
        20.0,
        ge=0,
        le=1000,
        description="Weight of the mean squared difference between neighbouring frames, 0 to 1000; left out: 20, or 1 "
        "where they start from proposals.",
    )
    loop_duration_ms: int = Field(120, ge=20, le=60_000, description="How long the animation shows each frame.")
    zoom: float = Field(
        1.0, gt=0.1, lt=10, description="Enlarges the picture by this each time, 0.1 to 10: 1.02 zooms in; 1: not."
    )
    zoom_angle_deg: float = Field(
        0.0, ge=-180, le=180, description="Turns the picture by so many degrees each time, counterclockwise."
    )
    zoom_pan: tuple[float, float] = Field(
        (0.0, 0.0), description="Moves the picture each time by x,y in % of its sides: 2,0 to the right."
    )
    zoom_every: str = Field("10 iterations", description="How often: 10 iterations, 5%; 0 for never.")
    zoom_start: str = Field("0 iterations", description="When it begins: 50 iterations, 20%.")

    @field_validator("zoom_every", "zoom_start", "prompt_fade", mode="before")
    @classmethod
    def _motion_spans(cls, value: Any, info: ValidationInfo) -> Any:
        return str(parse_duration(value, "iterations", name=str(info.field_name)))

    @field_validator("zoom_pan", mode="before")
    @classmethod
    def _zoom_pan(cls, value: Any) -> Any:
        return split_numbers(value)

    @field_validator("zoom_pan")
    @classmethod
    def _pan_range(cls, value: tuple[float, float]) -> tuple[float, float]:
        if not all(-100 <= part <= 100 for part in value):
            raise ValueError(f"zoom_pan={value[0]:g},{value[1]:g}: both must be -100 to 100 percent; set zoom_pan=2,0")
        return value

    def moves(self) -> bool:
        """Tell whether the camera moves."""
        still = self.zoom == 1 and self.zoom_angle_deg == 0 and self.zoom_pan == (0, 0)
        return not still and bool(parse_duration(self.zoom_every).value)
