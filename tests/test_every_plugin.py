"""What must hold for every loss and filter there is: a batch is its single runs."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from pixdraw.imaging.files import save_png
from pixdraw.registry import FILTERS, LOSSES
from pixdraw.settings.model import resolve
from tests.fakes import small_session

ROOT = Path(__file__).parent.parent / "pixdraw"
STROKES = {"drawer": "clipdraw", "pixel_size": None, "strokes": 6}
OPAQUE = {"transparent": False}
PALETTE: dict[str, Any] = {"palette": r"red->yellow\4;[black]"}

LOSS_CASES: dict[str, dict] = {
    "aesthetic": {"aesthetic_head": "head.pth"},
    "banding": OPAQUE,
    "centred": {"transparent": True},
    "doubled": OPAQUE,
    "edge": {"edge_color": "gold"},
    "gaussian": OPAQUE,
    "init": {"init_weight": 1.0, "init_weight_dist": 1.0, "init_weight_cos": 1.0, "init_weight_pix": 1.0},
    "jaggies": OPAQUE,
    "length": STROKES,
    "opacity": STROKES,
    "orphans": OPAQUE,
    "palette": PALETTE,
    "pillow": OPAQUE,
    "saturation": OPAQUE,
    "solid": {"transparent": True},
    "smoothness": {"smoothness_type": "clipped", "smoothness_gaussian_kernel": 3},
    "spritelike": {},
    "style": {"style_file": "look.png", "style_form": "transport"},
    "symmetry": {"symmetry_axis": "both"},
    "tv": OPAQUE,
}
ELSEWHERE = {"distill": "drawers/test_diffusion_latents.py"}
"""Where this is tested of losses whose models are tested there."""
FILTER_CASES: dict[str, dict] = {
    "lookup": {**PALETTE, "lookup_dither": "ordered"},
    "tiler": OPAQUE,
    "wallpaper": {"wallpaper_type": "horizontal", "wallpaper_edge_match": 2},
}


def test_no_plugin_is_left_out() -> None:
    assert {*LOSS_CASES, *ELSEWHERE} == set(LOSSES.names()) and set(FILTER_CASES) == set(FILTERS.names())


@pytest.mark.parametrize(
    ("kind", "name"), [*(("losses", name) for name in LOSS_CASES), *(("filters", name) for name in FILTER_CASES)]
)
def test_batch_equals_single_runs(kind: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    torch.save({"weight": torch.eye(24)[:1], "bias": torch.tensor([5.0])}, "head.pth")
    save_png(torch.rand(3, 24, 24, generator=torch.Generator().manual_seed(0)), tmp_path / "look.png")
    cases = LOSS_CASES if kind == "losses" else FILTER_CASES
    given: dict[str, Any] = {"iterations": 2, "num_cuts": 2, kind: f"{name}:3", **cases[name]}

    def finish(**more: Any) -> Tensor:
        session = small_session(**given, **more)
        terms = [event.terms for event in session.run() if hasattr(event, "terms")]
        assert kind == "filters" or all(name in term for term in terms)
        return session.images()

    batch = finish(prompts=["red", "green"], seed=[1, 2])
    singles = [finish(prompts=prompt, seed=seed) for prompt in ("red", "green") for seed in (1, 2)]
    assert torch.equal(batch, torch.cat(singles))
    assert not torch.equal(batch[0], batch[1]) and not torch.equal(batch[0], batch[2])


@pytest.mark.parametrize(
    ("kind", "name"), [*(("losses", n) for n in LOSSES.names()), *(("filters", n) for n in FILTERS.names())]
)
def test_its_file_says_how_it_is_used(kind: str, name: str) -> None:
    text = ast.get_docstring(ast.parse((ROOT / f"{kind}/{name}.py").read_text())) or ""
    usage = re.search(r"^Usage: `([^`]+)`", text, re.M)
    assert usage, f"{kind}/{name}.py: say how it is chosen, as in `{kind}={name}`"
    settings = resolve({"prompts": "a", **dict(part.split("=", 1) for part in usage[1].split())})
    assert name in [chosen for chosen, _ in settings.chosen(kind)]
