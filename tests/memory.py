"""What a process holds."""

import ctypes
import gc
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import torch

STATM = Path("/proc/self/statm")


def resident_mb() -> float:
    """Return the memory of this process that is in RAM, in MB, what is free given back; 0 where Linux is not there."""
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's; what is freed may stay with it otherwise
        if trim is not None:
            trim(0)
    return int(STATM.read_text().split()[1]) * 4096 / 1e6 if STATM.exists() else 0.0


def tensors_mb() -> float:
    """Return what all tensors that are alive hold, in MB, each storage once."""
    gc.collect()
    found = [thing for thing in gc.get_objects() if type(thing) in (torch.Tensor, torch.nn.Parameter)]
    return sum({x.data_ptr(): x.untyped_storage().nbytes() for x in found}.values()) / 1e6


def grows(measured: list[float], most: float) -> bool:
    """Whether every measurement is more than `most` above the one before, as with a leak; caches fill now and then."""
    return all(after > before + most for before, after in pairwise(measured))


def in_a_new_process(code: str, *arguments: str) -> str:
    """Run code where no other test left memory free, which could be used beyond a bound, and return its output."""
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stderr
    return run.stdout
