"""Running out of memory: how it is known, and what to do about it."""

from __future__ import annotations

import torch

from pixdraw.settings.model import Settings


def is_out_of_memory(error: Exception) -> bool:
    """Tell whether an error of torch or Python says that there is too little memory."""
    words = str(error).lower()
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or "alloc" in words and "memory" in words


def memory_advice(settings: Settings, pictures: int) -> str:
    """Return one line that says what a run of so many pictures asked for, and what needs less."""
    width, height = settings.size
    given = f"out of memory at {width}x{height}, num_cuts={settings.num_cuts}, {pictures} pictures"
    if settings.num_cuts > 1:
        half = max(1, settings.num_cuts // 2)
        return f"{given}: set num_cuts={half} batches={settings.batches * 2} for the same strength in less memory"
    return f"{given}: set size={width // 2},{height // 2} or fewer pictures"
