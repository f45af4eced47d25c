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
        help="Number of optimisation steps; 0 returns the initial picture. Default: set by quality.",
        hosted=Hosted(least=1, most=100_000, input=True),
        everyday=True,
        was=("max_iterations", "steps"),
    )
    learning_rate: float | None = setting(
        None,
        gt=0,
        le=100,
        help="Learning rate of the drawer's main parameter group, above 0 to 100; its other rates are scaled by the "
        "same factor. Default: the drawer's own rate, such as pixel_lr.",
        hosted=True,
        was=("step_size", "lr"),
    )
    learning_rate_drops: tuple[str, ...] = setting(
        ("75%",),
        help="When to divide the learning rate by 10, comma-separated, as in 75% (of the run) or 200 iterations; none: "
        "never.",
        hosted=True,
        text="duration",
        takes_none=True,
    )
    optimiser: Literal[presets.OPTIMISERS] = setting(  # type: ignore[valid-type]
        "Adam", help="Optimiser of the drawer's parameters.", hosted=True, was=("optimizer",)
    )
    auto_stop: bool = setting(
        False,
        help="Per picture: if the loss stops improving, drop the learning rate at once, and after the last drop stop.",
        hosted=True,
    )
    time_limit_s: float | None = setting(
        None,
        gt=0,
        le=86_400,
        help="Stop after this many seconds of drawing, above 0 to 86400, and keep the best pictures so far. Default: "
        "no limit.",
        hosted=True,
    )
    device: str = setting(
        "auto",
        help="Where to compute: auto (a graphics card if there is one), cpu, cuda (NVIDIA or AMD; cuda:1 is the second "
        "card), xpu (Intel) or mps (Apple).",
        refusal="it is the server's to decide",
        was=("cuda_device",),
    )

    @field_validator("learning_rate_drops", mode="before")
    @classmethod
    def _drops(cls, value: Any) -> Any:
        return tuple(str(drop) for drop in parse_durations(value))
