"""Running out of memory: what to do about it."""

from __future__ import annotations

from pixdraw.settings.model import Settings, iterate_items


def memory_advice(settings: Settings, pictures: int) -> str:
    """Return one line that says what a run of this many pictures asked for, and what needs less."""
    width, height = settings.size
    given = f"out of memory at {width}x{height}, num_cuts={settings.num_cuts}, {pictures} pictures"
    if settings.num_cuts > 1:
        half = max(1, settings.num_cuts // 2)
        return (
            f"{given}: set num_cuts={half} batches={settings.batches * 2}, which takes about the same number of "
            "cutouts per step in less memory"
        )
    return f"{given}: set size={width // 2},{height // 2} or fewer pictures"


def memory_advice_outside_steps(settings: Settings, when: str) -> str:
    """Return one line for a run that ran out of memory before its first step, or while pictures were saved."""
    width, height = settings.size
    pictures = len(list(iterate_items(settings)))
    return f"out of memory {when}, at {width}x{height}, {pictures} pictures: set a smaller size or fewer pictures"
