"""A camera that moves while the picture is drawn."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationInfo, field_validator

from pixdraw.fields import setting
from pixdraw.text.units import parse_duration, split_numbers


class Motion(BaseModel):
    """Settings of motion: periodic zoom, rotation and pan; the film has one frame per camera move."""

    prompt_fade: str = setting(
        "0 iterations",
        help="With scheduled prompts (0: a seed | 50%: a tree): length of the cross-fade from one prompt to the next, "
        "as in 20 iterations or 10% (of the run).",
        hosted=True,
        text="duration",
    )
    loop_frames: int = setting(
        0,
        ge=0,
        le=256,
        help="Draw a seamless looping animation of this many frames, up to 256, that blends from each prompt to the "
        "next and from the last to the first; 0: no animation.",
        refusal="output_format says what is written",
    )
    loop_coherence: float = setting(
        20.0,
        ge=0,
        le=1000,
        help="Temporal coherence of loop_frames, 0 to 1000: weight of the mean squared difference between neighbouring "
        "frames. Default: 20, or 1 with init=proposal.",
        needs="loop_frames",
        refusal="output_format says what is written",
    )
    loop_duration_ms: int = setting(
        120,
        ge=20,
        le=60_000,
        help="How long the animation shows each frame of loop_frames, in milliseconds, 20 to 60000.",
        needs="loop_frames",
        refusal="output_format says what is written",
    )
    zoom: float = setting(
        1.0,
        gt=0.1,
        lt=10,
        help="Enlarge the picture by this factor at every move of the camera (see zoom_every), 0.1 to 10: "
        "1.02 zooms in; 1: no zoom.",
        hosted=True,
        was=("zoom_scale",),
    )
    zoom_angle_deg: float = setting(
        0.0,
        ge=-180,
        le=180,
        help="Turn the picture counterclockwise by this many degrees at every move of the camera, -180 to 180.",
        hosted=True,
    )
    zoom_pan: tuple[float, float] = setting(
        (0.0, 0.0),
        help="Move the picture by x,y at every move of the camera, each -100 to 100 percent of its width "
        "or height: 2,0 moves it to the right.",
        hosted=True,
    )
    zoom_every: str = setting(
        "10 iterations",
        help="How often the camera moves (zooms, turns and pans), as in 10 iterations or 5% (of the run); 0: never.",
        hosted=True,
        text="duration",
        was=("zoom_frequency", "zoom_save_every"),
        needs="zoom or zoom_angle_deg or zoom_pan",
    )
    zoom_start: str = setting(
        "0 iterations",
        help="When the camera begins to move, as in 50 iterations or 20% (of the run).",
        hosted=True,
        text="duration",
        needs="zoom or zoom_angle_deg or zoom_pan",
    )

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
        """Return whether the camera moves."""
        still = self.zoom == 1 and self.zoom_angle_deg == 0 and self.zoom_pan == (0, 0)
        return not still and bool(parse_duration(self.zoom_every).value)
