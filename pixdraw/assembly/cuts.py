"""Reads the settings cut_flips, cut_overview, cut_innercut, cut_ic_pow and cut_icgray_p."""

from __future__ import annotations

from collections.abc import Sequence

from pixdraw.engine.cut_recipes import Plan
from pixdraw.settings.model import Settings
from pixdraw.text.courses import parse_course
from pixdraw.text.letters import asks_for_letters

OVERVIEW, INNER = "[12]*400+[4]*600", "[4]*400+[12]*600"
"""Disco Diffusion 5's defaults, where only one of the two is given."""


def cut_plan(settings: Settings, labels: Sequence[str]) -> tuple[tuple[float | None, ...], Plan | None]:
    """Return (flip probabilities, plan): per item the probability of mirroring a cutout (None: the method's default),
    and the schedule of cutout counts (None: num_cuts).
    """
    if settings.cut_flips is not None:
        flips: tuple[float | None, ...] = (0.5 * settings.cut_flips,) * len(labels)
    else:
        flips = tuple(0.0 if asks_for_letters(label) else None for label in labels)
    given = settings.cut_overview is not None or settings.cut_innercut is not None
    if not given or settings.cut_method != "disco":
        return flips, None
    return flips, Plan(
        parse_course(settings.cut_overview or OVERVIEW, "cut_overview"),
        parse_course(settings.cut_innercut or INNER, "cut_innercut"),
        settings.cut_ic_pow,
        None if settings.cut_icgray_p is None else parse_course(settings.cut_icgray_p, "cut_icgray_p"),
    )
