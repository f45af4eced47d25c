"""Where a run computes."""

from __future__ import annotations

import torch

from pixdraw.errors import SettingsError


def pick_device(name: str) -> torch.device:
    """Return the device behind a setting; "auto" takes this machine's accelerator, else the CPU.

    An accelerator is what PyTorch was built for: NVIDIA's CUDA, AMD's ROCm (which is called cuda), Intel's XPU, Apple's
    MPS.
    """
    if name == "auto":
        found = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else None
        return found or torch.device("cpu")
    check_device(name)
    device = torch.device(name)
    try:
        torch.zeros(1, device=device).item()
    except (RuntimeError, AssertionError, NotImplementedError) as error:  # each kind of device has its own
        raise SettingsError(f"device={name}: this machine has none; use device=auto or device=cpu") from error
    return device


def check_device(name: str) -> None:
    """Raise SettingsError for a name that no device has, on this machine or another."""
    try:
        torch.device("cpu" if name == "auto" else name)
    except RuntimeError as error:
        raise SettingsError(f"device={name!r} does not exist; use auto, cpu, cuda, cuda:1, xpu or mps") from error
