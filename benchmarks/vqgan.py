"""What the engine adds to a VQGAN: `python -m benchmarks.vqgan`, two Markdown tables out.

A step of a run is timed in turn with a bare forward+backward of the same decoder and of the same perceptor, as the
session calls them, so that a noisy machine slows all alike. Bar: at most 1.10 times their sum. Memory is the peak of a
process of its own that draws two steps; canvases above vqgan_tile are decoded in tiles.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import cyclopts
import torch

from benchmarks.engine import PROMPT, in_turn, look
from pixdraw.assembly.session import build
from pixdraw.engine.session import Session
from pixdraw.models.cache import ModelCache
from pixdraw.models.vqgan import catalog
from pixdraw.models.vqgan.files import Shape, write_slim
from pixdraw.models.vqgan.network import VqNetwork
from pixdraw.settings.model import resolve

F16 = Shape(
    kind="vq",
    codes=16384,
    embed_dim=256,
    layers={
        "double_z": False,
        "z_channels": 256,
        "resolution": 256,
        "in_channels": 3,
        "out_ch": 3,
        "ch": 128,
        "ch_mult": [1, 1, 2, 2, 4],
        "num_res_blocks": 2,
        "attn_resolutions": [16],
        "dropout": 0.0,
    },
)
"""The published imagenet_f16_16384."""

BUILT_IN, RANDOM = "built-in", "f16 of random weights"

app = cyclopts.App()


@app.default
def main(
    *,
    repeats: int = 7,
    sizes: Annotated[tuple[int, ...], cyclopts.Parameter(consume_multiple=True)] = (256, 512, 1024),
    full: bool = False,
    threads: int | None = None,
) -> None:
    """Print both tables.

    Parameters
    ----------
    repeats
        Timed rounds per row.
    sizes
        Sides of the canvases whose memory is measured.
    full
        Also a network of the published size, of random weights: seconds a step, gigabytes. Without built-in weights
        it is the only one.
    threads
        Torch threads; by default torch's own choice.
    """
    if threads:
        torch.set_num_threads(threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    print(f"torch {torch.__version__}, {device}, {torch.get_num_threads()} threads\n")
    with tempfile.TemporaryDirectory() as folder:
        models = [(BUILT_IN, catalog.BUILT_IN_FILE)] if catalog.BUILT_IN_FILE.is_file() else []
        if full or not models:
            models.append((RANDOM, write_slim(F16, VqNetwork(F16).state_dict(), Path(folder) / "f16.safetensors")))
        print("| model | canvas | step | bare decoder | bare perceptor | step / both |")
        print("|---|---|---|---|---|---|")
        for name, path in models:
            row(name, path, repeats)
        print("\n| model | canvas | peak memory |\n|---|---|---|")
        for name, path in models:
            for side in sizes:
                print(f"| {name} | {side}x{side} | {peak(path, side)} MB |", flush=True)


@app.command
def child(path: Path, side: int) -> None:
    """Draw two steps and print the peak of this process' memory, of the device's on CUDA, in megabytes."""
    session = session_of(path, side)
    session.take_step()
    session.take_step()
    if torch.cuda.is_available():
        print(round(torch.cuda.max_memory_allocated() / 2**20))
    else:
        print(round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def session_of(path: Path, side: int) -> Session:
    """Return a run on a canvas of `side` by `side`."""
    given: dict[str, Any] = {"drawer": "vqgan", "vqgan_checkpoint": str(path), "size": f"{side}x{side}"}
    return build(resolve({"prompts": PROMPT, "seed": 1, "iterations": 10_000, **given}), ModelCache())


def row(name: str, path: Path, repeats: int, side: int = 128) -> None:
    """Print one row of the table of times."""
    session = session_of(path, side)
    drawer: Any = session.drawer
    network: VqNetwork = drawer._network
    z = network.embed(network.encode(drawer.render().detach()))
    (perceptor,) = session.parts.perceptors.values()
    cuts = torch.rand(1, session.settings.num_cuts, 3, perceptor.image_size, perceptor.image_size, device=z.device)
    half = torch.autocast("cuda", torch.bfloat16, enabled=z.is_cuda)

    def decode() -> None:
        with half:
            network.decode(z.clone().requires_grad_()).float().sum().backward()

    step, bare, seen = in_turn(session.take_step, decode, lambda: look(session, perceptor, cuts), repeats)
    times = " | ".join(f"{1000 * value:.0f} ms" for value in (step, bare, seen))
    print(f"| {name} | {side}x{side} | {times} | {step / (bare + seen):.2f} |", flush=True)


def peak(path: Path, side: int) -> int:
    """Return the megabytes that a process of its own reached."""
    command = [sys.executable, "-m", "benchmarks.vqgan", "child", str(path), str(side)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ))
    return int(done.stdout.split()[-1])


if __name__ == "__main__":
    app()
