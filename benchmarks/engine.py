"""What the engine adds to the perceptor: `python -m benchmarks.engine`, a Markdown table out.

A step of a run is timed in turn with a bare forward+backward of the same perceptor on an equal batch of cutouts, so
that a noisy machine slows both. Bars (CPU): ViT-B-32 at most 1.10, built-in at most 1.6, peak memory of a tiny run
at most 1.5 GB, prompt to file at most 30 s. On CUDA: at most 1.15.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import cyclopts
import torch

from pixdraw.assembly.session import build
from pixdraw.engine.session import Session
from pixdraw.interfaces import Perceptor
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.cache import ModelCache
from pixdraw.settings.model import resolve

PROMPT = "a red heart #pixelart"


def main(
    *,
    repeats: int = 7,
    vit: bool = True,
    batch: Annotated[tuple[int, ...], cyclopts.Parameter(consume_multiple=True)] = (1, 4, 16),
    threads: int | None = None,
) -> None:
    """Print the table.

    Parameters
    ----------
    repeats
        Timed pairs per row.
    vit
        Also time a ViT-B-32 of random weights at 224 with 30 cutouts.
    batch
        Pictures in a batch, one row each for the built-in perceptor.
    threads
        Torch threads; by default torch's own choice.
    """
    if threads:
        torch.set_num_threads(threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    seconds, megabytes = whole_run()  # first: a child's peak counts what its parent held when it was forked
    print(f"torch {torch.__version__}, {device}, {torch.get_num_threads()} threads\n")
    print("| run | step | bare perceptor | ratio | render | cutouts | perceptor | rest |")
    print("|---|---|---|---|---|---|---|---|")
    for items in batch:
        row(f"built-in, {items} pictures", {"seed": list(range(items))}, repeats)
    if vit:
        with tempfile.TemporaryDirectory() as folder:
            name = random_model("ViT-B-32", Path(folder))
            given = {"quality": "draft", "num_cuts": 30, "perceptors": name, "size": "600x600", "seed": 1}
            row("ViT-B-32, 30 cutouts", given, max(3, repeats // 2))
    print()
    print(f"`pixdraw {PROMPT!r}` from start to file: {seconds:.1f} s, peak memory {megabytes:.0f} MB")


def row(title: str, given: dict[str, object], repeats: int) -> None:
    """Print one row of the table."""
    session = build(resolve({"prompts": PROMPT, "iterations": 10_000, **given}), ModelCache())
    (name, perceptor), *_ = session.parts.perceptors.items()
    cuts = torch.rand(len(session.labels), session.settings.num_cuts, 3, perceptor.image_size, perceptor.image_size)
    cuts = cuts.to(session.parts.device)
    step, bare = in_turn(session.take_step, lambda: look(session, perceptor, cuts), repeats)
    shares = breakdown(session, name, perceptor, repeats)
    rest = max(0.0, step - sum(shares.values()))
    cells = [f"{1000 * value:.1f} ms" for value in (step, bare)]
    cells += [f"{step / bare:.2f}", *(f"{100 * value / step:.0f} %" for value in (*shares.values(), rest))]
    print(f"| {title} | {' | '.join(cells)} |", flush=True)


def look(session: Session, perceptor: Perceptor, cuts: torch.Tensor) -> None:
    """Bare forward+backward to the pixels, called as the session calls it."""
    pixels = cuts.clone().requires_grad_()
    session._embed(perceptor, pixels).sum().backward()


def breakdown(session: Session, name: str, perceptor: Perceptor, repeats: int) -> dict[str, float]:
    """Time render, cutouts and perceptor alone, forward and backward, in seconds."""
    cutouts = session.parts.cutouts[name]

    def render() -> None:
        session.drawer.render().sum().backward()

    image = session.drawer.render().detach()

    def cut() -> None:
        cutouts.apply(image.clone().requires_grad_(), cutouts.sample(session.parts.rng, 0)).sum().backward()

    cuts = cutouts.apply(image, cutouts.sample(session.parts.rng, 0))
    render_s, cut_s, look_s = in_turn(render, cut, lambda: look(session, perceptor, cuts), repeats)  # type: ignore[arg-type]
    return {"render": render_s, "cutouts": cut_s, "perceptor": look_s}


def in_turn(*calls: Callable[[], object] | int) -> list[float]:
    """Return the median seconds of each call, run in turn; the last argument is how often."""
    *functions, repeats = calls
    times: list[list[float]] = [[] for _ in functions]
    for attempt in range(int(repeats) + 1):  # type: ignore[call-overload]
        for function, found in zip(functions, times, strict=True):
            start = time.perf_counter()
            function()  # type: ignore[operator]
            if torch.cuda.is_available():
                torch.cuda.synchronize()
            if attempt:  # the first round warms up
                found.append(time.perf_counter() - start)
    return [statistics.median(found) for found in times]


def random_model(name: str, folder: Path) -> str:
    """Write an open_clip model of random weights and return the name that loads it."""
    declare_missing_operators()
    import open_clip
    from safetensors.torch import save_file

    model = open_clip.create_model(name)
    config = {"model_cfg": open_clip.get_model_config(name), "preprocess_cfg": {}}
    (folder / "open_clip_config.json").write_text(json.dumps(config))
    weights = {key: value.contiguous() for key, value in model.state_dict().items()}
    save_file(weights, folder / "open_clip_model.safetensors")
    return f"local-dir:{folder}"


def whole_run() -> tuple[float, float]:
    """Run the command line in a process of its own: (seconds, peak megabytes)."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        command = [sys.executable, "-m", "pixdraw", PROMPT, "--seed", "1", "--output", f"{folder}/heart.png"]
        path = os.pathsep.join(filter(None, [str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH")]))
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": path})
        seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    cyclopts.run(main)
