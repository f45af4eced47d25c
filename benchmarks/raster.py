"""What the rasteriser costs: `python -m benchmarks.raster`, Markdown tables out.

Where pydiffvg is importable it is timed beside ours in the same run (bar on a CPU: at least 20 times its forward and
backward). It is not on PyPI; a build of commit 85802a7 with 2x2 samples, two threads, took 430, 971, 3220 and 15830 ms
for the four rows of strokes below and 289, 1443 and 1301 ms for the rows of fills, on a machine where an earlier
version of this rasteriser took 11.5, 31, 118 and 600, and 10.7, 65 and 66 ms.
The last table sets 1024 strokes beside ViT-B-32 on 32 cutouts, forward and backward (bar: at most 5 % of a step).
"""

from __future__ import annotations

import importlib.util
import math
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cyclopts
import torch
from torch import Tensor

from benchmarks.engine import in_turn
from drawers._raster import Cells, Fills, Strokes, draw
from pixdraw.models._torchvision import declare_missing_operators

WHITE = (1.0, 1.0, 1.0)


def main(*, repeats: int = 7, threads: int | None = None, vit: bool = True) -> None:
    """Print the tables.

    Parameters
    ----------
    repeats
        Timed rounds per row; medians are shown.
    threads
        Torch threads; by default torch's own choice.
    vit
        Also time a ViT-B-32 of random weights beside 1024 strokes.
    """
    if threads:
        torch.set_num_threads(threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    print(f"torch {torch.__version__}, {device}, {torch.get_num_threads()} threads, pydiffvg {_has_diffvg()}\n")
    print("| scene | forward | forward+backward | us a shape | diffvg forward+backward | ratio |")
    print("|---|---|---|---|---|---|")
    for count, size in ((64, 224), (256, 224), (1024, 224), (1024, 512)):
        _row(f"{count} strokes @{size}", strokes(count, size, device), size, count, repeats)
    for count, side in ((16, 0.5), (128, 0.3), (512, 0.12)):
        _row(f"{count} blobs @224", blobs(count, 224, side, device), 224, count, repeats)
    _row("40x40 cells @360", Cells(torch.rand(1, 4, 40, 40, device=device)), 360, 1600, repeats)
    _row("4 scenes of 256 strokes @224", strokes(256, 224, device, items=4), 224, 1024, repeats)
    print("\n| strokes of equal total area @224 | us a stroke |\n|---|---|")
    for count in (64, 256, 1024, 4096):
        scene = strokes(count, 224, device)
        shrunk = replace(scene, widths=scene.widths * 0 + 6)
        seconds = in_turn(lambda scene=shrunk: _both(scene, 224), repeats)[0]
        print(f"| {count} | {1e6 * seconds / count:.0f} |", flush=True)
    print("\n| scene | peak memory above the start | growth over 30 more runs |\n|---|---|---|")
    for count, size in ((256, 224), (1024, 224), (1024, 512)):
        _memory(count, size)
    if vit:
        _beside_vit(device, max(3, repeats // 2))


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


def _row(title: str, scene: Strokes | Fills | Cells, size: int, shapes: int, repeats: int) -> None:
    ground = torch.tensor(WHITE, device=scene.colors.device)
    calls: list[Callable[[], object]] = [lambda: draw(scene, (size, size), ground), lambda: _both(scene, size)]
    if _has_diffvg() and not isinstance(scene, Cells):
        from drawers._raster.diffvg import draw_with_diffvg

        calls.append(lambda: _both(scene, size, draw_with_diffvg))
    forward, both, *other = in_turn(*calls, repeats)
    cells = [f"{1000 * forward:.1f} ms", f"{1000 * both:.1f} ms", f"{1e6 * both / shapes:.0f}"]
    cells += [f"{1000 * other[0]:.0f} ms", f"{other[0] / both:.0f}"] if other else ["not installed", ""]
    print(f"| {title} | {' | '.join(cells)} |", flush=True)


def _both(scene: Strokes | Fills | Cells, size: int, function: Callable[..., Tensor] = draw) -> None:
    """Forward and backward to every parameter."""
    fields = ("colors",) if isinstance(scene, Cells) else ("colors", "points")
    leaves = {field: getattr(scene, field).clone().requires_grad_() for field in fields}
    if isinstance(scene, Strokes):
        leaves["widths"] = scene.widths.clone().requires_grad_()
    ground = torch.tensor(WHITE, device=scene.colors.device)
    function(replace(scene, **leaves), (size, size), ground)[:, :3].square().mean().backward()


def _memory(count: int, size: int) -> None:
    """One row, measured in a process of its own."""
    code = f"from benchmarks.raster import _peaks; _peaks({count}, {size})"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    print(f"| {count} strokes @{size} | {found.stdout.strip()} |", flush=True)


def _peaks(count: int, size: int) -> None:
    def peak() -> float:
        # Not getrusage, whose peak a child inherits from its parent.
        status = Path("/proc/self/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    _both(strokes(1, 32, "cpu"), 32)
    start = peak()
    scene = strokes(count, size, "cpu")
    for _ in range(3):
        _both(scene, size)
    once = peak()
    for _ in range(30):
        _both(scene, size)
    print(f"{once - start:.0f} MB | {peak() - once:.0f} MB")


def _beside_vit(device: str, repeats: int) -> None:
    declare_missing_operators()
    import open_clip

    tower = open_clip.create_model("ViT-B-32", load_weights=False).visual.to(device)
    scene = strokes(1024, 224, device)
    cuts = torch.rand(32, 3, 224, 224, device=device)

    def look() -> None:
        pixels = cuts.clone().requires_grad_()
        torch.autograd.grad(tower(pixels).sum(), pixels)

    ours, vit = in_turn(lambda: _both(scene, 224), look, repeats)
    print(
        f"\nViT-B-32 on 32 cutouts: {1000 * vit:.0f} ms; 1024 strokes: {1000 * ours:.0f} ms, {100 * ours / vit:.1f} %"
    )


def _has_diffvg() -> bool:
    return importlib.util.find_spec("pydiffvg") is not None


if __name__ == "__main__":
    cyclopts.run(main)
