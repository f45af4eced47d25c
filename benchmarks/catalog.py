"""Every benchmark there is. A new one is a function of a module here, and a line below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from benchmarks.tables import Table, Wanted
from pixdraw.errors import SettingsError, suggestion


@dataclass(frozen=True)
class Benchmark:
    """What is measured, and where: `benchmarks/NAME.py` has `measure(wanted)`, which yields tables."""

    name: str
    question: str
    in_quick: bool = True
    """Whether it is worth running for a first look; all others take minutes."""

    def load(self) -> Callable[[Wanted], Iterator[Table]]:
        """Import it, and with it torch."""
        measure: Callable[[Wanted], Iterator[Table]] = import_module(f"benchmarks.{self.name}").measure
        return measure


ALL = (
    Benchmark("start", "How long is it to the first picture, and how much memory does it take?"),
    Benchmark("pixray", "How does it compare with pixray's own recipe?"),
    Benchmark("engine", "What does the engine add to the perceptor?"),
    Benchmark("growth", "How do time and memory grow with prompts, seeds, size, strokes and cutouts?"),
    Benchmark("drawers", "What does each drawer add to the perceptor?"),
    Benchmark("raster", "What does the rasteriser cost?"),
    Benchmark("vqgan", "What does the engine add to a VQGAN, and how much memory do large canvases take?", False),
    Benchmark("diffusion", "What does the engine add to sampling?", False),
    Benchmark("repair", "How well is fake pixel art repaired, beside other programs?", False),
    Benchmark("pixelise", "How do photographs become pixel art, beside other ways?", False),
    Benchmark("soak", "Does the hosted model stay as it was after hundreds of mixed requests?", False),
)


def chosen(names: tuple[str, ...], quick: bool) -> list[Benchmark]:
    """Return the named benchmarks, or all, of a quick run those in it; SettingsError for a name that none has."""
    known = {one.name: one for one in ALL}
    for name in names:
        if name not in known:
            raise SettingsError(f"only={name}: there is no such benchmark{suggestion(name, known)}; --list shows all")
    if names:
        return [known[name] for name in names]
    return [one for one in ALL if one.in_quick or not quick]
