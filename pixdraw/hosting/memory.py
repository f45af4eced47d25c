"""A bound on this process's memory, so that an allocation fails before the system ends the process for its size."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SHARE = 0.9
"""Fraction of the free memory that a prediction may take; the rest is the server's and the system's."""

_MACHINE = Path("/proc/meminfo")
_OWN = Path("/proc/self/status")
_GROUPS = (
    (Path("/sys/fs/cgroup"), "memory.max", "memory.current"),
    (Path("/sys/fs/cgroup/memory"), "memory.limit_in_bytes", "memory.usage_in_bytes"),
)
"""Where both versions of Linux's control groups say how many bytes a container may use, and how many it does."""


def bound_memory(share: float = SHARE) -> int | None:
    """Let this process allocate `share` of the memory that is free now, and return its bound in bytes.

    An allocation beyond it fails as one of a GPU does. What the process keeps reserved and empty (a few hundred
    megabytes after large pictures) counts as used, so filling it again is not stopped. None, without effect, where the
    system is not Linux.
    """
    free = min(_free(), default=None)
    if free is None or sys.platform != "linux":
        return None
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    bound = 1024 * _number(_OWN, r"VmData:\s+(\d+) kB") + int(share * free)
    bound = bound if most == resource.RLIM_INFINITY else min(bound, most)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, most))
    return bound


def _free() -> Iterator[int]:
    """Yield how many bytes are free in the machine, and in the container."""
    with suppress(OSError, ValueError):
        yield 1024 * _number(_MACHINE, r"MemAvailable:\s+(\d+) kB")
    for folder, most, used in _GROUPS:
        with suppress(OSError, ValueError):  # no such group; "max"
            cached = _number(folder / "memory.stat", r"inactive_file (\d+)")  # files read, given back at need
            yield max(0, int((folder / most).read_text()) - int((folder / used).read_text()) + cached)


def _number(path: Path, line: str) -> int:
    """Return the number in a line of a file; raises ValueError if there is no such line."""
    found = re.search(rf"^{line}$", path.read_text(), re.MULTILINE)
    if found is None:
        raise ValueError(f"{path} has no line {line}")
    return int(found[1])
