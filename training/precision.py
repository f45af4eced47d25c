"""Half precision where the processor computes in it: elsewhere it is emulated, up to a hundred times slower."""

from __future__ import annotations

import torch

CPU = torch.device("cpu")


def has_matrix_units(device: torch.device) -> bool:
    """Tell whether a device multiplies bfloat16 matrices fast (AMX, AVX-512 BF16); others are far slower."""
    return device.type != "cpu" or torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()


def halved(device: torch.device = CPU) -> torch.autocast:
    """Return a context in which networks on a device compute in bfloat16 where it has units for that."""
    return torch.autocast(device.type, torch.bfloat16, enabled=has_matrix_units(device))
