"""What the engine adds to the perceptor.

A step of a run is timed in turn with a bare forward+backward of the same perceptor on an equal batch of cutouts, so
that a noisy machine slows both. Bars (CPU): ViT-B-32 at most 1.10, built-in at most 1.15. On CUDA: at most 1.15.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch

from benchmarks.tables import Cell, Table, Wanted
from benchmarks.timing import in_turn
from pixdraw.assembly.session import build
from pixdraw.engine.session import Session
from pixdraw.interfaces import Perceptor
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.cache import ModelCache
from pixdraw.settings.model import resolve

PROMPT = "a red heart #pixelart"
COLUMNS = ("step, ms", "bare perceptor, ms", "ratio", "render, %", "cutouts, %", "perceptor, %", "rest, %")


def measure(wanted: Wanted) -> Iterator[Table]:
    """Yield a table of the built-in perceptor by pictures in a batch, and of a ViT-B-32 of random weights."""
    batches = (1,) if wanted.quick else (1, 4, 16)
    rows = [row(f"built-in, {count} pictures", {"seed": list(range(count))}, wanted.rounds) for count in batches]
    if not wanted.quick:
        with tempfile.TemporaryDirectory() as folder:
            name = random_model("ViT-B-32", Path(folder))
            given = {"quality": "draft", "num_cuts": 30, "perceptors": name, "size": "600x600", "seed": 1}
            rows.append(row("ViT-B-32 of random weights, 30 cutouts", given, 3))
    yield Table("A step, and its parts alone", ("run", *COLUMNS), rows, headline=between(rows))


def row(title: str, given: dict[str, object], rounds: int) -> list[Cell]:
    """Return the title and the COLUMNS of a run."""
    session = build(resolve({"prompts": PROMPT, "iterations": 10_000, **given}), ModelCache())
    (name, perceptor), *_ = session.parts.perceptors.items()
    cuts = torch.rand(len(session.labels), session.settings.num_cuts, 3, perceptor.image_size, perceptor.image_size)
    cuts = cuts.to(session.parts.device)
    step, bare = in_turn([session.take_step, lambda: look(session, perceptor, cuts)], rounds)
    parts = breakdown(session, name, perceptor, rounds)
    shares = [100 * part / step for part in (*parts, max(0.0, step - sum(parts)))]
    return [title, 1000 * step, 1000 * bare, step / bare, *shares]


def between(rows: Sequence[Sequence[Cell]], place: int = 3) -> str:
    """Return in words between which ratios, the cells at `place`, the rows lie."""
    ratios = {str(row[0]): float(row[place] or 0) for row in rows}
    least, most = min(ratios, key=ratios.__getitem__), max(ratios, key=ratios.__getitem__)
    one = f"a step takes {ratios[least]:.2f} times what its models alone take ({least})"
    return one if least == most else f"{one} to {ratios[most]:.2f} times ({most})"


def look(session: Session, perceptor: Perceptor, cuts: torch.Tensor) -> None:
    """Bare forward+backward to the pixels, called as the session calls it."""
    pixels = cuts.clone().requires_grad_()
    session._embed(perceptor, pixels).sum().backward()


def breakdown(session: Session, name: str, perceptor: Perceptor, rounds: int) -> list[float]:
    """Time render, cutouts and perceptor alone, forward and backward, in seconds."""
    cutouts, draw = session.parts.cutouts[name], session.parts.render or session.drawer.render

    def render() -> None:
        draw().sum().backward()

    image = draw().detach()

    def cut() -> None:
        cutouts.apply(image.clone().requires_grad_(), cutouts.sample(session.parts.rng, 0)).sum().backward()

    cuts = cutouts.apply(image, cutouts.sample(session.parts.rng, 0))
    return in_turn([render, cut, lambda: look(session, perceptor, cuts)], rounds)


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
