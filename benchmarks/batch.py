"""A list of rows drawn on a local Ray cluster, its workers lost at random: `python -m benchmarks.batch`, a table out.

Bars: the pictures are to the bit those of one process, whatever was lost; every row is drawn once. Efficiency is how
many times as fast so many workers are as one, of what they could be. It is taken from when the first group is back,
with warm models.
"""

from __future__ import annotations

import random
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cyclopts
import torch

from pixdraw.tools.many.drawing import Batch, Drawn, Here, Runner, batch
from pixdraw.tools.many.on_ray import OnRay

QUICK: dict[str, Any] = {
    "size": "32x32",
    "pixel_size": "8x8",
    "iterations": 4,
    "num_cuts": 2,
    "init": "none",
    "priors": "none",
}
THINGS = ("a red heart", "a knight", "an owl", "a boat", "a cactus", "a rocket", "a fox", "a castle")


class Broken(AssertionError):
    """A batch was not what it has to be."""


@dataclass
class Timed:
    """A runner, and when each group of its came back."""

    runner: Runner
    settled: list[str] = field(default_factory=list)
    """Keys of rows, in the order they were drawn."""
    times: list[tuple[float, int]] = field(default_factory=list)

    @property
    def most(self) -> int:
        return self.runner.most

    def run(self, *given: Any) -> Iterator[Drawn]:
        for drawn in self.runner.run(*given):
            if not drawn.error:
                self.settled += [row.key for row in drawn.group.rows]
                self.times.append((time.monotonic(), len(drawn.group.rows)))
            yield drawn

    def rate(self) -> float:
        """Return rows a second, from when the first group was back."""
        (began, _), *others = self.times
        return sum(count for _, count in others) / (others[-1][0] - began)


def write_list(path: Path, rows: int) -> None:
    """Write a list whose rows fall into several groups."""
    lines = [f"{THINGS[row % len(THINGS)]},{row},{'hex' if row % 3 == 0 else ''}" for row in range(rows)]
    path.write_text("\n".join(["prompts,seed,pixel_type", *lines]))


def check(made: Batch, drawn: Timed, rows: int, wanted: dict[str, bytes]) -> None:
    """Raise Broken where a row is missing or drawn twice, or a picture differs."""
    if made.failed or len(drawn.settled) != rows or len(set(drawn.settled)) != rows:
        raise Broken(f"of {rows} rows {len(set(drawn.settled))} were drawn, {len(drawn.settled)} times in all")
    if pictures(made.folder) != wanted:
        raise Broken("the pictures differ from those of one process")


def pictures(folder: Path) -> dict[str, bytes]:
    """Return the pictures of a batch by name."""
    return {path.name: path.read_bytes() for path in folder.glob("*.png")}


class Killer(threading.Thread):
    """Loses a worker now and then, until so many are gone."""

    def __init__(self, runner: OnRay, losses: int, every_s: float) -> None:
        super().__init__(daemon=True)
        self._runner, self._left, self._every_s = runner, losses, every_s
        self.lost = 0
        self.over = threading.Event()

    def run(self) -> None:
        import ray

        chance = random.Random(0)
        while self.lost < self._left and not self.over.wait(self._every_s * chance.uniform(0.5, 1.5)):
            if self._runner.actors:
                ray.kill(chance.choice(self._runner.actors))
                self.lost += 1


def main(*, rows: int = 200, workers: tuple[int, ...] = (1, 2), losses: int = 6, every_s: float = 5.0) -> None:
    """Draw a list in one process and by workers, and print what each took.

    Parameters
    ----------
    rows
        Of the list.
    workers
        How many to try.
    losses
        Workers that are killed in a last batch.
    every_s
        Seconds between two losses, more or less.
    """
    torch.set_num_threads(1)  # as many as a worker of one core has: to the bit, pictures depend on it
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "list.csv")
        write_list(file, rows)
        here = Timed(Here([]))
        made = batch(file, Path(folder, "here"), runner=here, **QUICK)
        wanted = pictures(made.folder)
        check(made, here, rows, wanted)
        print("| drawn by | rows/s | efficiency | lost workers |\n|---|---|---|---|")
        print(f"| one process | {here.rate():.2f} | – | – |", flush=True)
        one = 0.0
        for count in workers:
            ours = Timed(OnRay("local", workers=count))
            check(batch(file, Path(folder, f"ray-{count}"), runner=ours, **QUICK), ours, rows, wanted)
            one = one or ours.rate() / count
            efficiency = ours.rate() / count / one
            print(f"| Ray, {count} workers | {ours.rate():.2f} | {efficiency:.0%} | 0 |", flush=True)
        runner = OnRay("local", workers=workers[-1])
        killer, ours = Killer(runner, losses, every_s), Timed(runner)
        killer.start()
        made = batch(file, Path(folder, "killed"), runner=ours, **QUICK)
        killer.over.set()
        check(made, ours, rows, wanted)
        print(f"| Ray, {workers[-1]} workers | {ours.rate():.2f} | – | {killer.lost} |")


if __name__ == "__main__":
    cyclopts.run(main)
