"""Where a run computes."""

from __future__ import annotations

import torch

from pixdraw.errors import SettingsError


def pick_device(name: str) -> torch.device:
    """Return the device behind a setting; "auto" takes CUDA, then Apple's MPS, then the CPU."""
    if name == "auto":
        if torch.cuda.is_available():
            return torch.device("cuda")
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise SettingsError(f"device={name!r} does not exist; use auto, cpu, cuda, cuda:1 or mps") from error
    try:
        torch.zeros(1, device=device).item()
    except (RuntimeError, AssertionError, NotImplementedError) as error:  # each kind of device has its own
        raise SettingsError(f"device={name}: this machine has none; use device=auto or device=cpu") from error
    return device
