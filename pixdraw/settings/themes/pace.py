"""How long a run goes on, how fast, and where."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, field_validator

from pixdraw.fields import Hosted, setting
from pixdraw.settings import presets
from pixdraw.text.units import parse_durations


class Pace(BaseModel):
    """Settings of pace."""

    iterations: int = setting(
        ...,
        ge=0,
        le=100_000,
        help="Number of optimisation steps; 0 gives the picture that the run starts from. Left out: as quality says.",
        hosted=Hosted(least=1, most=100_000, input=True),
        everyday=True,
        was=("max_iterations", "steps"),
    )
    learning_rate: float | None = setting(
        None,
        gt=0,
        le=100,
        help="Learning rate of the drawer's main parameters; its other rates are scaled with it.",
        hosted=True,
        was=("step_size", "lr"),
    )
    learning_rate_drops: tuple[str, ...] = setting(
        ("75%",),
        help="When the learning rate falls to a tenth, comma-separated: 75% or 200 iterations; none: never.",
        hosted=True,
        text="duration",
        takes_none=True,
    )
    optimiser: Literal[presets.OPTIMISERS] = setting(  # type: ignore[valid-type]
        "Adam", help="Optimiser of the drawer's parameters.", hosted=True, was=("optimizer",)
    )
    auto_stop: bool = setting(
        False, help="Stop, or lower the learning rate early, when the loss no longer falls.", hosted=True
    )
    time_limit_s: float | None = setting(
        None,
        gt=0,
        le=86_400,
        help="End after this many seconds of drawing, with the best pictures so far.",
        hosted=True,
    )
    device: str = setting(
        "auto",
        help="Where to compute: auto, cpu, cuda, cuda:1, xpu or mps.",
        refusal="it is the server's to decide",
        was=("cuda_device",),
    )

    @field_validator("learning_rate_drops", mode="before")
    @classmethod
    def _drops(cls, value: Any) -> Any:
        return tuple(str(drop) for drop in parse_durations(value))
