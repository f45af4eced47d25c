"""Hundreds of mixed requests to the hosted model: `python -m benchmarks --only soak`.

Good, wrong, cancelled, disconnecting and concurrent requests in random order. Bars: every good one is answered, every
wrong one refused, the server is READY after each, and between the first quarter and the end memory grows by at most
5 % and 32 MB (of a full run: a quick one ends before the models are warm), files and open descriptors not at all.
"""

from __future__ import annotations

import base64
import http.client
import io
import json
import random
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from benchmarks.tables import Table, Wanted
from benchmarks.timing import ROOT
from examples.http_client import Client, Failed, Refused, content
from pixdraw.hosting.local import LocalServer

GOOD = {"prompts": "a red heart", "iterations": 4, "settings": "size: 64x64\nnum_cuts: 4\nproposal_steps: 4"}
LONG = {"prompts": "a blue fish", "iterations": 20_000, "settings": "size: 64x64\nnum_cuts: 4\ntime_limit_s: 60"}
READY_S = 60.0
WARM = 40
"""After so many requests each model that they ask for was used in every way: memory is judged only from there on."""


class Broken(AssertionError):
    """The server did something it must not."""


@dataclass(frozen=True)
class Sample:
    """What the server held after a request."""

    worker_mb: float
    parent_mb: float
    files: int
    descriptors: int


@dataclass
class Report:
    """What happened."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)

    def check(self) -> None:
        """Raise Broken where memory, files or descriptors grew; of few requests memory is not judged."""
        start, end = self._around(len(self.samples) // 4), self._around(len(self.samples) - 1)
        is_warm = len(self.samples) // 4 >= WARM
        if is_warm and end.worker_mb > max(start.worker_mb * 1.05, start.worker_mb + 32):
            raise Broken(f"the worker grew from {start.worker_mb:.0f} to {end.worker_mb:.0f} MB")
        if is_warm and end.parent_mb > start.parent_mb + 32:
            raise Broken(f"the server grew from {start.parent_mb:.0f} to {end.parent_mb:.0f} MB")
        if max(sample.files for sample in self.samples) > 30:
            raise Broken(f"{max(sample.files for sample in self.samples)} files at once")
        if end.descriptors > start.descriptors + 8:
            raise Broken(f"descriptors grew from {start.descriptors} to {end.descriptors}")

    def tables(self) -> Iterator[Table]:
        """Yield the seconds of each kind of request, and what the server held over time."""
        times = [(kind, self.counts[kind], self.seconds[kind]) for kind in sorted(self.counts)]
        rows = [(kind, count, statistics.median(seconds), max(seconds)) for kind, count, seconds in times]
        all_of_them = f"{len(self.samples)} requests, each answered or refused as it should be"
        yield Table("Requests", ("request", "sent", "median, s", "most, s"), rows, headline=all_of_them)
        held = []
        for part in range(5):
            index = part * (len(self.samples) - 1) // 4
            sample = self._around(index)
            held.append((index + 1, sample.worker_mb, sample.parent_mb, sample.files, sample.descriptors))
        columns = ("requests", "worker, MB", "server, MB", "files", "descriptors")
        grown = f"the worker holds {held[-1][1] - held[1][1]:.0f} MB more after the last than after a quarter of them"
        yield Table("What the server holds", columns, held, headline=grown)

    def _around(self, index: int) -> Sample:
        """The medians of up to nine samples up to one."""
        near = self.samples[max(0, index - 8) : index + 1]
        return Sample(
            statistics.median(sample.worker_mb for sample in near),
            statistics.median(sample.parent_mb for sample in near),
            round(statistics.median(sample.files for sample in near)),
            round(statistics.median(sample.descriptors for sample in near)),
        )


def soak(server: LocalServer, requests: int, seed: int = 0) -> Report:
    """Send mixed requests, looking at the server after each; raises Broken."""
    chance = random.Random(seed)
    client, report = Client(server.url), Report()
    for count in range(requests):
        kind = list(KINDS)[count] if count < len(KINDS) else chance.choice(list(KINDS))
        started = time.monotonic()
        KINDS[kind](client, server, chance)
        report.seconds.setdefault(kind, []).append(time.monotonic() - started)
        report.counts[kind] += 1
        _wait_ready(client, kind)
        report.samples.append(_look(server))
    return report


def _good(client: Client, server: LocalServer, chance: random.Random) -> None:
    inputs: dict[str, Any] = {**GOOD, "num_outputs": chance.randint(1, 4), "seed": chance.randrange(2**32)}
    if chance.random() < 0.3:
        inputs["init_image"] = _picture(chance)
    inputs["output_format"] = chance.choice(["png", "png", "svg", "sprite", "gif", "mp4"])
    inputs["iterations"] = chance.choice([1, 4, 25])
    answer = client.predict(**inputs)
    if len(answer["output"]) < inputs["num_outputs"] or not all(content(url) for url in answer["output"]):
        raise Broken(f"{inputs} gave {len(answer['output'])} pictures")


def _streamed(client: Client, server: LocalServer, chance: random.Random) -> None:
    kinds = [kind for kind, _ in client.stream(**{**GOOD, "iterations": 40})]
    if kinds[-1] != "completed" or "output" not in kinds:
        raise Broken(f"a stream ended with {kinds[-3:]}")


def _wrong(client: Client, server: LocalServer, chance: random.Random) -> None:
    wrong: dict[str, Any] = chance.choice(
        [
            {"settings": "[" * 4000},
            {"settings": "outdir: /"},
            {"settings": "num_cuts: many"},
            {"settings": "size: 8000x8000"},
            {"prompts": ""},
            {"quality": "supreme"},
            {"drawer": "no_such"},
            {"pixel_size": "x"},
            {"init_image": "/etc/hostname"},
            {"init_image": f"{server.url}/health-check"},
            {"init_image": "data:image/png;base64," + base64.b64encode(chance.randbytes(10_000)).decode()},
            {"init_image": _picture(chance)[:-400]},
        ]
    )
    try:
        client.predict(**{**GOOD, **wrong})
    except (Failed, Refused):
        return
    raise Broken(f"{str(wrong)[:100]} was drawn")


def _cancelled(client: Client, server: LocalServer, chance: random.Random) -> None:
    name = client.start(**LONG)
    time.sleep(chance.uniform(0, 0.5))
    client.cancel(name)


def _disconnected(client: Client, server: LocalServer, chance: random.Random) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    headers = {"Content-Type": "application/json"}
    if chance.random() < 0.5:
        headers["Accept"] = "text/event-stream"
    connection.request("POST", "/predictions", json.dumps({"input": LONG}), headers)
    time.sleep(chance.uniform(0, 0.5))
    connection.close()


def _concurrent(client: Client, server: LocalServer, chance: random.Random) -> None:
    """Four at once: they wait for each other, and all are drawn."""
    answers: list[object] = []

    def draw() -> None:
        try:
            answers.append(client.predict(**GOOD)["status"])
        except (Failed, Refused, OSError) as error:
            answers.append(error)

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if answers != ["succeeded"] * 4:
        raise Broken(f"of four requests at once came {answers}")


KINDS: dict[str, Callable[[Client, LocalServer, random.Random], None]] = {
    "good": _good,
    "streamed": _streamed,
    "wrong": _wrong,
    "cancelled": _cancelled,
    "disconnected": _disconnected,
    "four at once": _concurrent,
}


def _picture(chance: random.Random) -> str:
    buffer = io.BytesIO()
    side = chance.randint(1, 400)
    Image.frombytes("RGB", (side, side), chance.randbytes(side * side * 3)).save(buffer, "PNG")
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()


def _wait_ready(client: Client, kind: str) -> None:
    ends_at = time.monotonic() + READY_S
    while client.health() != "READY":
        if time.monotonic() > ends_at:
            raise Broken(f"{client.health()!r} {READY_S} s after a {kind} request")
        time.sleep(0.02)


def _look(server: LocalServer) -> Sample:
    assert server.process is not None
    parent = Path(f"/proc/{server.process.pid}")
    tasks = (parent / "task").iterdir()
    worker = Path("/proc", next(words for task in tasks if (words := (task / "children").read_text().split()))[0])
    descriptors = sum(1 for process in (parent, worker) for _ in (process / "fd").iterdir())
    return Sample(_mb(worker), _mb(parent), sum(path.is_file() for path in server.tmp.rglob("*")), descriptors)


def _mb(process: Path) -> float:
    line = next(line for line in (process / "status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(wanted: Wanted) -> Iterator[Table]:
    """Start a server, soak it and yield its tables; raises Broken."""
    with LocalServer(ROOT) as server:
        report = soak(server, 12 if wanted.quick else 240)
        yield from report.tables()
        report.check()
