"""The most memory that a process held. Nothing heavy is imported: it is measured, too."""

import os
import resource
import sys

STATUS = "/proc/self/status"


def peak_mb() -> float:
    """Return the most memory that this process held so far, in megabytes."""
    if os.path.exists(STATUS):  # not getrusage, whose peak a child inherits from its parent  # noqa: PTH110
        with open(STATUS) as file:  # noqa: PTH123
            return int(file.read().split("VmHWM:")[1].split()[0]) / 1024
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def forget_peak() -> None:
    """Begin anew with what is held now, where the system can; else peaks of growing loads are right all the same."""
    try:
        with open("/proc/self/clear_refs", "w") as file:  # noqa: PTH123
            file.write("5")
    except OSError:
        pass
