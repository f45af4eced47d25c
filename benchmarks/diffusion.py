"""What the engine adds to sampling.

A step of a run is timed in turn with a bare forward+backward of the same network, with the same texts, and of the same
perceptor, as the session calls them, so that a noisy machine slows all alike. Bar: at most 1.10 times their sum.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import torch

from benchmarks.engine import PROMPT, between, look, random_model
from benchmarks.tables import Cell, Table, Wanted
from benchmarks.timing import in_turn
from drawers.diffusion import DiffusionDrawer
from pixdraw.assembly.session import build
from pixdraw.engine.session import Session
from pixdraw.models.cache import ModelCache
from pixdraw.models.diffusion.sampling import classifier_free_guidance
from pixdraw.settings.model import resolve

COLUMNS = ("run", "step, ms", "bare network, ms", "bare perceptor, ms", "step / both")


def measure(wanted: Wanted) -> Iterator[Table]:
    """Yield a table: the built-in network by pictures in a batch, with a ViT-B-32, and a published network's size."""
    rows = [_row(f"built-in, {count} pictures", {"seed": list(range(count))}, wanted.rounds) for count in (1, 4)]
    if not wanted.quick:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            given: dict[str, object] = {"perceptors": random_model("ViT-B-32", folder), "num_cuts": 16, "seed": 1}
            rows.append(_row("built-in, ViT-B-32 of random weights", given, 3))
    yield Table("A step of guided sampling", COLUMNS, rows, headline=between(rows, 4))


def _row(title: str, given: dict[str, object], rounds: int) -> list[Cell]:
    values = {"prompts": PROMPT, "drawer": "diffusion", "iterations": 10_000, **given}
    session = build(resolve(values), ModelCache())
    session.take_step()  # away from pure noise, where nothing is guided yet
    (_, perceptor), *_ = session.parts.perceptors.items()
    cuts = torch.rand(len(session.labels), session.settings.num_cuts, 3, perceptor.image_size, perceptor.image_size)
    cuts = cuts.to(session.parts.device)
    calls = [session.take_step, lambda: denoise(session), lambda: look(session, perceptor, cuts)]
    step, network, seen = in_turn(calls, rounds)
    return [title, 1000 * step, 1000 * network, 1000 * seen, step / (network + seen)]


def denoise(session: Session) -> None:
    """Bare forward+backward to the noisy picture, of the drawer's own network and texts, which a run reads but once."""
    drawer = session.drawer
    assert isinstance(drawer, DiffusionDrawer)
    x = drawer.x.detach().clone().requires_grad_()
    classifier_free_guidance(drawer._backbone.network, x, drawer.time.tolist(), drawer._conditioning).sum().backward()
