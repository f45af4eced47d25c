"""What the engine adds to a VQGAN, and how much memory large canvases take.

A step of a run is timed in turn with a bare forward+backward of the same decoder and of the same perceptor, as the
session calls them, so that a noisy machine slows all alike. Bar: at most 1.10 times their sum. Memory is the peak of a
process of its own that draws two steps; canvases above vqgan_tile are decoded in tiles.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from benchmarks.engine import PROMPT, between, look
from benchmarks.peak import peak_mb
from benchmarks.tables import Cell, Table, Wanted
from benchmarks.timing import apart, in_turn
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


def measure(wanted: Wanted) -> Iterator[Table]:
    """Yield the tables of times and of memory, of the built-in network and of one of the published size."""
    with tempfile.TemporaryDirectory() as folder:
        models = [(BUILT_IN, catalog.BUILT_IN_FILE)]
        if not wanted.quick:
            models.append((RANDOM, write_slim(F16, VqNetwork(F16).state_dict(), Path(folder) / "f16.safetensors")))
        columns = ("model", "canvas", "step, ms", "bare decoder, ms", "bare perceptor, ms", "step / both")
        steps = [_row(name, path, 2 if name == RANDOM else wanted.rounds) for name, path in models]
        yield Table("A step", columns, steps, headline=between(steps, 5))
        sides = (256,) if wanted.quick else (256, 512, 1024)
        rows = [(f"{side}x{side}", apart(_peak, catalog.BUILT_IN_FILE, side, wanted.threads)) for side in sides]
        held = f"{rows[-1][1]:.0f} MB for {rows[-1][0]} pixels"
        yield Table(f"Memory, {BUILT_IN}", ("canvas", "peak memory, MB"), rows, headline=held)


def _peak(path: Path, side: int, threads: int) -> float:
    """Draw two steps and return the peak of this process' memory, of the device's on CUDA, in megabytes."""
    if threads:
        torch.set_num_threads(threads)
    session = _session_of(path, side)
    session.take_step()
    session.take_step()
    return torch.cuda.max_memory_allocated() / 2**20 if torch.cuda.is_available() else peak_mb()


def _session_of(path: Path, side: int) -> Session:
    given: dict[str, Any] = {"drawer": "vqgan", "vqgan_checkpoint": str(path), "size": f"{side}x{side}"}
    return build(resolve({"prompts": PROMPT, "seed": 1, "iterations": 10_000, **given}), ModelCache())


def _row(name: str, path: Path, rounds: int, side: int = 128) -> list[Cell]:
    session = _session_of(path, side)
    drawer: Any = session.drawer
    network: VqNetwork = drawer._network
    z = network.embed(network.encode(drawer.render().detach()))
    (perceptor,) = session.parts.perceptors.values()
    cuts = torch.rand(1, session.settings.num_cuts, 3, perceptor.image_size, perceptor.image_size, device=z.device)
    half = torch.autocast("cuda", torch.bfloat16, enabled=z.is_cuda)

    def decode() -> None:
        with half:
            network.decode(z.clone().requires_grad_()).float().sum().backward()

    step, bare, seen = in_turn([session.take_step, decode, lambda: look(session, perceptor, cuts)], rounds)
    return [name, f"{side}x{side}", 1000 * step, 1000 * bare, 1000 * seen, step / (bare + seen)]
