"""`pixdraw batch`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from pixdraw import streams
from pixdraw.commands.options import given_with

if TYPE_CHECKING:
    from pixdraw.tools.many.drawing import Batch, Runner


def batch(
    list_: Annotated[Path, Parameter(name="LIST")],
    *,
    output: Path | None = None,
    set: Annotated[list[str] | None, Parameter(name="--set")] = None,  # noqa: A002 (the option's name)
    config: Path | None = None,
    shard: str | None = None,
    group: int | None = None,
    ray: str | None = None,
    workers: int | None = None,
    worker_cpus: float | None = None,
    worker_gpus: float | None = None,
) -> None:
    """Draw every row of a list into a folder.

    Running the command again continues where it stopped; nothing is drawn twice.

    For example: pixdraw batch sprites.csv --set pixel-size=32x32

    Parameters
    ----------
    list_
        CSV whose first line names settings (prompts,seed,drawer,…), JSON lines, YAML, or text with a prompt a line.
    output
        Folder for pictures and report; default: the list's name with -batch, in the working folder.
    set
        NAME=VALUE: a setting for all rows that don't give it themselves.
    config
        YAML file of settings for all rows.
    shard
        i/n: draw only every n-th row, starting with row i, to divide the work among n machines that share the folder.
        Default: all rows.
    group
        Maximum number of pictures per run. Rows that differ only in prompt, manner, seed and output name are drawn
        together. Default: 4 on a CPU, 64 on a GPU.
    ray
        Address of a Ray cluster that draws: auto, HOST:PORT, ray://HOST:10001, or local for one of this machine.
    workers
        How many workers draw at once, for Ray; default: one for each GPU of the cluster, or for each core.
    worker_cpus
        Number of cores that each worker takes of the Ray cluster; default: 1.
    worker_gpus
        Number of GPUs that each worker takes of the Ray cluster, such as 0.5; default: 1 where it has any.
    """
    from pixdraw.errors import FileError, SettingsError
    from pixdraw.tools.many.drawing import batch as draw

    folder = output or Path(f"{list_.stem}-batch")
    if ray is None and (workers, worker_cpus, worker_gpus) != (None, None, None):
        raise SettingsError("workers, worker_cpus and worker_gpus are for Ray: give --ray ADDRESS, or leave them out")
    given = given_with(config, set or [])
    with _Bar() as bar:
        runner = None if ray is None else _on_ray(ray, workers, worker_cpus, worker_gpus)
        try:
            made = draw(list_, folder, shard=shard, group=group, runner=runner, watch=bar, **given)
        except KeyboardInterrupt:
            bar.close()
            streams.tell(f"interrupted: {bar.rows} are drawn; run the same command again to continue")
            raise
    _tell(made)
    if made.failed:
        row = next(row for row in made.rows if row.key in made.failed)
        raise FileError(
            f"{len(made.failed)} of {len(made.rows)} rows failed, the first one: {row.place}: {made.failed[row.key]}; "
            "the same command tries them again"
        )


def _on_ray(address: str, workers: int | None, cpus: float | None, gpus: float | None) -> Runner:
    from pixdraw.tools.many.on_ray import OnRay

    return OnRay(address, workers=workers, cpus=1 if cpus is None else cpus, gpus=gpus)


def _tell(made: Batch) -> None:
    parts = [f"{made.drawn} rows drawn"]
    parts += [f"{made.found} were there"] if made.found else []
    parts += [f"{len(made.failed)} failed"] if made.failed else []
    again = len(made.rows) - len({row.key for row in made.rows})
    parts += [f"{again} are the same as others"] if again else []
    parts += [f"{len(made.left)} are drawn by others"] if made.left else []
    streams.tell(", ".join(parts))
    for path in made.reports:
        streams.say(path)


class _Bar:
    """A progress bar on standard error: how much of all steps is done, rows, and the time that is left."""

    def __init__(self) -> None:
        self.rows = "no rows"
        self._bar: Any = None

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __call__(self, steps: int, all_steps: int, rows: int, all_rows: int) -> None:
        from tqdm import tqdm  # type: ignore[import-untyped]

        self.rows = f"{rows} of {all_rows} rows"
        try:
            if self._bar is None:
                self._bar = tqdm(
                    total=all_steps,
                    initial=steps,
                    desc=self.rows,
                    dynamic_ncols=True,
                    mininterval=0.2 if sys.stderr.isatty() else 30,  # a log is not to be filled with bars
                    bar_format="{percentage:3.0f}%|{bar}| {desc} [{elapsed}, {remaining} left]",
                )
            self._bar.set_description_str(self.rows, refresh=False)
            self._bar.update(steps - self._bar.n)
        except (OSError, ValueError):  # a closed terminal
            self._bar = None

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None
