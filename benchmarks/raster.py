"""What the rasteriser costs.

Where pydiffvg is importable it is timed beside ours in the same run (bar on a CPU: at least 20 times its forward and
backward). It is not on PyPI; a build of commit 85802a7 with 2x2 samples, two threads, took 430, 971, 3220 and 15830 ms
for the four rows of strokes below and 289, 1443 and 1301 ms for the rows of fills, on a machine where an earlier
version of this rasteriser took 11.5, 31, 118 and 600, and 10.7, 65 and 66 ms.
The last table sets 1024 strokes beside ViT-B-32 on 32 cutouts, forward and backward (bar: at most 5 % of a step).
"""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Callable, Iterator
from dataclasses import replace

import torch
from torch import Tensor

from benchmarks.peak import peak_mb
from benchmarks.tables import Cell, Table, Wanted
from benchmarks.timing import apart, in_turn
from drawers._raster import Cells, Fills, Strokes, draw
from pixdraw.models._torchvision import declare_missing_operators

WHITE = (1.0, 1.0, 1.0)
COLUMNS = ("scene", "forward, ms", "forward+backward, ms", "a shape, µs", "diffvg, ms", "diffvg / ours")


def measure(wanted: Wanted) -> Iterator[Table]:
    """Yield tables of scenes, of strokes by their number, of memory, and beside a perceptor."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    yield Table("Scenes", COLUMNS, list(_scenes(device, wanted)))
    rows: list[list[Cell]] = []
    for count in (64, 256) if wanted.quick else (64, 256, 1024, 4096):
        scene = strokes(count, 224, device)
        shrunk = replace(scene, widths=scene.widths * 0 + 6)
        seconds = in_turn([lambda scene=shrunk: _both(scene, 224)], wanted.rounds)[0]  # type: ignore[misc]
        rows.append([count, 1e6 * seconds / count])
    many = f"a stroke of {rows[-1][0]} takes {rows[-1][1]:.0f} µs"
    yield Table("Strokes of equal total area on 224x224", ("strokes", "a stroke, µs"), rows, headline=many)
    if not wanted.quick:
        memory: list[list[Cell]] = [
            [f"{n} strokes @{size}", *apart(_peaks, n, size)] for n, size in ((256, 224), (1024, 224), (1024, 512))
        ]
        yield Table("Memory", ("scene", "above the start, MB", "growth over 30 more runs, MB"), memory)
        columns = ("1024 strokes, ms", "ViT-B-32 on 32 cutouts, ms", "share, %")
        yield Table("Beside a perceptor", columns, [_beside_vit(device, 3)])


def _scenes(device: str, wanted: Wanted) -> Iterator[list[Cell]]:
    for count, size in ((64, 224), (256, 224), (1024, 224), (1024, 512))[: 2 if wanted.quick else None]:
        yield _row(f"{count} strokes @{size}", strokes(count, size, device), size, count, wanted.rounds)
    for count, side in ((16, 0.5), (128, 0.3), (512, 0.12))[: 1 if wanted.quick else None]:
        yield _row(f"{count} blobs @224", blobs(count, 224, side, device), 224, count, wanted.rounds)
    yield _row("40x40 cells @360", Cells(torch.rand(1, 4, 40, 40, device=device)), 360, 1600, wanted.rounds)
    yield _row("4 scenes of 256 strokes @224", strokes(256, 224, device, items=4), 224, 1024, wanted.rounds)


def strokes(count: int, size: int, device: str, items: int = 1) -> Strokes:
    """Strokes as CLIPDraw has them: 1 to 3 cubics, steps of a twentieth of the frame, full widths of 1 to 5 %."""
    generator = torch.Generator().manual_seed(count)
    steps = torch.rand(items, count, 10, 2, generator=generator)
    steps[:, :, 1:] = 0.1 * (steps[:, :, 1:] - 0.5)
    widths = (0.01 + 0.04 * torch.rand(items, count, generator=generator)) * size
    colors = torch.rand(items, count, 4, generator=generator)
    segments = torch.randint(1, 4, (items, count), generator=generator)
    return Strokes(*(v.to(device) for v in (steps.cumsum(2) * size, widths, colors, segments)))


def blobs(count: int, size: int, side_frac: float, device: str) -> Fills:
    """Closed paths of four cubics around random centres."""
    generator = torch.Generator().manual_seed(count)
    angle = torch.arange(12) / 12 * 2 * math.pi
    radius = size * side_frac / 2 * (0.6 + 0.4 * torch.rand(1, count, 12, generator=generator))
    around = torch.stack([angle.cos(), angle.sin()], -1) * radius[..., None]
    points = torch.rand(1, count, 1, 2, generator=generator) * size + around
    return Fills(points.to(device), torch.rand(1, count, 4, generator=generator).to(device))


def _row(title: str, scene: Strokes | Fills | Cells, size: int, shapes: int, rounds: int) -> list[Cell]:
    ground = torch.tensor(WHITE, device=scene.colors.device)
    calls: list[Callable[[], object]] = [lambda: draw(scene, (size, size), ground), lambda: _both(scene, size)]
    if _has_diffvg() and not isinstance(scene, Cells):
        from drawers._raster.diffvg import draw_with_diffvg

        calls.append(lambda: _both(scene, size, draw_with_diffvg))
    forward, both, *other = in_turn(calls, rounds)
    beside: list[Cell] = [1000 * other[0], other[0] / both] if other else [None, None]
    return [title, 1000 * forward, 1000 * both, 1e6 * both / shapes, *beside]


def _both(scene: Strokes | Fills | Cells, size: int, function: Callable[..., Tensor] = draw) -> None:
    """Forward and backward to every parameter."""
    fields = ("colors",) if isinstance(scene, Cells) else ("colors", "points")
    leaves = {field: getattr(scene, field).clone().requires_grad_() for field in fields}
    if isinstance(scene, Strokes):
        leaves["widths"] = scene.widths.clone().requires_grad_()
    ground = torch.tensor(WHITE, device=scene.colors.device)
    function(replace(scene, **leaves), (size, size), ground)[:, :3].square().mean().backward()


def _peaks(count: int, size: int) -> tuple[float, float]:
    """Return the megabytes of a few runs above the start, and what 30 more add."""
    _both(strokes(1, 32, "cpu"), 32)
    start = peak_mb()
    scene = strokes(count, size, "cpu")
    for _ in range(3):
        _both(scene, size)
    once = peak_mb()
    for _ in range(30):
        _both(scene, size)
    return once - start, peak_mb() - once


def _beside_vit(device: str, rounds: int) -> list[Cell]:
    declare_missing_operators()
    import open_clip

    tower = open_clip.create_model("ViT-B-32", load_weights=False).visual.to(device)
    scene = strokes(1024, 224, device)
    cuts = torch.rand(32, 3, 224, 224, device=device)

    def look() -> None:
        pixels = cuts.clone().requires_grad_()
        torch.autograd.grad(tower(pixels).sum(), pixels)

    ours, vit = in_turn([lambda: _both(scene, 224), look], rounds)
    return [1000 * ours, 1000 * vit, 100 * ours / vit]


def _has_diffvg() -> bool:
    return importlib.util.find_spec("pydiffvg") is not None
