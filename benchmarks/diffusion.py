"""What the engine adds to sampling: `python -m benchmarks.diffusion`, a Markdown table out.

A step of a run is timed in turn with a bare forward+backward of the same network, with the same texts, and of the same
perceptor, as the session calls them, so that a noisy machine slows all alike. Bar: at most 1.10 times their sum.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Any

import cyclopts
import torch

from benchmarks.engine import PROMPT, in_turn, look, random_model
from drawers.diffusion import DiffusionDrawer
from pixdraw.assembly.session import build
from pixdraw.engine.session import Session
from pixdraw.models.cache import ModelCache
from pixdraw.models.diffusion.sampling import classifier_free_guidance
from pixdraw.settings.model import resolve


def main(
    *,
    repeats: int = 7,
    batch: Annotated[tuple[int, ...], cyclopts.Parameter(consume_multiple=True)] = (1, 4),
    vit: bool = True,
    published: str = "",
    threads: int | None = None,
) -> None:
    """Print the table.

    Parameters
    ----------
    repeats
        Timed rounds per row.
    batch
        Pictures in a batch, one row each.
    vit
        Also time the built-in network with a ViT-B-32 of random weights.
    published
        Also time this v-diffusion model, random weights of its full size; takes its memory.
    threads
        Torch threads; by default torch's own choice.
    """
    if threads:
        torch.set_num_threads(threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    print(f"torch {torch.__version__}, {device}, {torch.get_num_threads()} threads\n")
    print("| run | step | bare network | bare perceptor | ratio |")
    print("|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for items in batch:
            row(f"built-in, {items} pictures", {"seed": list(range(items))}, repeats)
        if vit:
            given = {"perceptors": random_model("ViT-B-32", folder), "num_cuts": 16, "seed": 1}
            row("built-in, ViT-B-32 of random weights", given, max(3, repeats // 2))
        if published:
            file = _random_published(published, folder)
            given = {"diffusion_model": published, "diffusion_checkpoint": str(file), "seed": 1, "transparent": False}
            row(f"{published} of random weights", given, max(3, repeats // 2))


def row(title: str, given: dict[str, object], repeats: int) -> None:
    """Print one row of the table."""
    values = {"prompts": PROMPT, "drawer": "diffusion", "iterations": 10_000, **given}
    session = build(resolve(values), ModelCache())
    session.take_step()  # away from pure noise, where nothing is guided yet
    (_, perceptor), *_ = session.parts.perceptors.items()
    cuts = torch.rand(len(session.labels), session.settings.num_cuts, 3, perceptor.image_size, perceptor.image_size)
    cuts = cuts.to(session.parts.device)
    calls: list[Any] = [session.take_step, lambda: denoise(session), lambda: look(session, perceptor, cuts)]
    step, network, seen = in_turn(*calls, repeats)
    cells = [f"{1000 * value:.1f} ms" for value in (step, network, seen)]
    print(f"| {title} | {' | '.join(cells)} | {step / (network + seen):.2f} |", flush=True)


def denoise(session: Session) -> None:
    """Bare forward+backward to the noisy picture, of the drawer's own network and texts, which a run reads but once."""
    drawer = session.drawer
    assert isinstance(drawer, DiffusionDrawer)
    x = drawer.x.detach().clone().requires_grad_()
    classifier_free_guidance(drawer._backbone.network, x, drawer.time.tolist(), drawer._conditioning).sum().backward()


def _random_published(name: str, folder: Path) -> Path:
    from diffusion import get_model

    file = folder / f"{name}.pth"
    torch.save(get_model(name)().state_dict(), file)
    return file


if __name__ == "__main__":
    cyclopts.run(main)
