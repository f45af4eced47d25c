"""How long a training has computed."""

from __future__ import annotations

import time

import torch


def used_s(device: torch.device) -> float:
    """Return seconds of this process' own computing, so that a busy machine stretches a run; on a GPU of the clock."""
    return time.process_time() if device.type == "cpu" else time.monotonic()
