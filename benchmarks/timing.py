"""Time and memory: calls in turn, functions and programs in processes of their own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

ROOT = Path(__file__).parent.parent

_TOLD = """
import sys
told, sys.argv = sys.argv[1], sys.argv[2:]
try:
    if sys.argv[0] == "-c":
        exec(sys.argv[1])
    else:
        import runpy
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
finally:
    from benchmarks.peak import peak_mb
    with open(told, "w") as file:
        file.write(str(peak_mb()))
"""


def in_turn(calls: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Return the median seconds of each call, run in turn, so that a busy machine slows all alike."""
    import torch

    times: list[list[float]] = [[] for _ in calls]
    for attempt in range(rounds + 1):
        for call, found in zip(calls, times, strict=True):
            start = time.perf_counter()
            call()
            if torch.cuda.is_available():
                torch.cuda.synchronize()
            if attempt:  # the first round warms up
                found.append(time.perf_counter() - start)
    return [statistics.median(found) for found in times]


def apart(function: Callable[P, R], *given: P.args, **named: P.kwargs) -> R:
    """Call a function of a module in a fresh process, whose memory is its own, and return what it returns."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *given, **named).result()


def program(*arguments: str) -> tuple[float, float]:
    """Run Python on a module's name and its arguments, or on `-c` and code: (seconds, peak megabytes).

    Seconds include Python's own start. Files go to a folder that is removed.
    """
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "peak")
        command = [sys.executable, "-c", _TOLD, str(told), *arguments]
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, cwd=folder, env={**os.environ, "PYTHONPATH": path})
        seconds = time.perf_counter() - start
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)}: {done.stderr.decode().strip().splitlines()[-1]}")
        return seconds, float(told.read_text())
