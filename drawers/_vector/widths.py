"""Common settings of stroke widths; imports no torch, because help and validation read it."""

from __future__ import annotations

from typing import Protocol, TypeVar


class HasWidths(Protocol):
    """Settings of a least and a largest width."""

    @property
    def min_stroke_width(self) -> float: ...
    @property
    def max_stroke_width(self) -> float: ...


C = TypeVar("C", bound=HasWidths)


def in_order(config: C) -> C:
    """Return the settings; raises ValueError if min_stroke_width is above max_stroke_width."""
    if config.min_stroke_width > config.max_stroke_width:
        raise ValueError(
            f"min_stroke_width {config.min_stroke_width:g} is above max_stroke_width {config.max_stroke_width:g}; "
            "set a smaller min_stroke_width"
        )
    return config
