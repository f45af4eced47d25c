"""Benchmarks run one after the other, each in a process of its own, and written down as they end."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks import machine, plots
from benchmarks.catalog import Benchmark
from benchmarks.tables import Table, Wanted
from benchmarks.timing import apart
from pixdraw.errors import brief
from pixdraw.imaging.files import write_atomic


class Report:
    """What was found so far, written after each benchmark, so that a run that is ended leaves what it has."""

    def __init__(self, folder: Path, wanted: Wanted) -> None:
        self.failed: list[str] = []
        self._folder, self._wanted = folder, wanted
        told = apart(facts, wanted.threads)
        self._facts = {**told, "measured": time.strftime("%Y-%m-%d %H:%M"), "quick": "yes" if wanted.quick else "no"}
        self._parts: list[str] = []
        self._short: list[tuple[str, str, str]] = []
        self._tables: list[dict[str, Any]] = []
        print(_machine(self._facts), flush=True)

    def add(self, one: Benchmark) -> None:
        """Run a benchmark in a process of its own, and write what it found, also where it failed on the way."""
        began = time.perf_counter()
        try:
            tables, failure = apart(run, one, self._wanted)
        except Exception as error:  # the process was ended, or could not even begin
            tables, failure = [], brief(error)
        seconds = time.perf_counter() - began
        ended = f"{seconds:.0f} s; load at its end: {machine.load()}"
        if failure:
            self.failed.append(one.name)
            ended = f"Failed: {failure}"
        found = [*(table.headline for table in tables if table.headline), *([f"failed: {failure}"] if failure else [])]
        self._short.append((one.name, "; ".join(found) or "see below", f"{seconds:.0f}"))
        lines = [f"## {one.name}", "", f"{one.question} ({ended})"]
        for table in tables:
            lines += ["", table.markdown()]
            if table.plot and plots.draw(table, self._folder / f"{table.plot}.svg"):
                lines += ["", f"![{table.title}]({table.plot}.svg)"]
            kept = {"title": table.title, "columns": list(table.columns), "rows": [list(row) for row in table.rows]}
            self._tables.append({"benchmark": one.name, **kept, "note": table.note, "headline": table.headline})
        self._parts.append("\n".join(lines))
        print(f"\n{self._parts[-1]}", flush=True)
        self._write()

    def _write(self) -> None:
        short = Table("", ("benchmark", "found", "took, s"), self._short).markdown().partition("\n\n")[2]
        head = ["# Results", _machine(self._facts), "## In short", short]
        page = "\n\n".join([*head, *self._parts]) + "\n"
        write_atomic(self._folder / "RESULTS.md", page.encode())
        told = {"machine": self._facts, "failed": self.failed, "tables": self._tables}
        write_atomic(self._folder / "results.json", json.dumps(told, indent=1, ensure_ascii=False).encode())


def run(one: Benchmark, wanted: Wanted) -> tuple[list[Table], str]:
    """Measure, in this process: the tables, and what went wrong after them; empty where all went well."""
    _take(wanted.threads)
    tables: list[Table] = []
    try:
        for table in one.load()(wanted):
            tables.append(table)
    except Exception as error:  # whatever goes wrong in one, the others are measured
        return tables, brief(error)
    return tables, ""


def facts(threads: int) -> dict[str, str]:
    """Return the machine's facts, with as many threads as are taken."""
    _take(threads)
    return machine.facts()


def _take(threads: int) -> None:
    if threads:
        import torch

        torch.set_num_threads(threads)


def _machine(facts: dict[str, str]) -> str:
    rows: Iterable[str] = (f"| {name} | {value} |" for name, value in facts.items())
    return "\n".join(["| machine | |", "|---|---|", *rows])
