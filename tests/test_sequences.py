"""The calls of clipit's and pixray's notebooks, one after the other in one process: files come, memory stays flat.

Sizes, steps and models are small; every other setting is as notebooks give it.
"""

from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

import pixdraw
from pixdraw.imaging.files import save_png
from tests import checkpoints
from tests.memory import grows, resident_mb, tensors_mb

Calls = list[dict[str, Any]]

SEQUENCES: dict[str, Calls] = {
    "article": [
        {"prompts": "Humans use Machine Learning to make art #pixelart", "aspect": "widescreen"},
        {"quality": "better", "scale": 2.5},
        {"use_pixeldraw": True},
        {"iterations": 300, "display_every": 50},
    ],
    "clipdraw": [{"prompts": "a green apple|art:0.5", "use_clipdraw": True, "strokes": 8, "save_intermediates": True}],
    "line_sketch": [{"prompts": "a cat", "drawer": "linedraw", "strokes": 2, "stroke_length": 3}],
    "vqgan": [{"prompts": "a red heart", "drawer": "vqgan", "vqgan_checkpoint": "in/model.ckpt", "init_weight": 0.5}],
    "palette": [
        {"prompts": "fire", "drawer": "pixel", "target_palette": r"red\8;blue->yellow\8"},
        {"custom_loss": "palette,saturation:0.5,symmetry", "pixel_type": "hex"},
    ],
    "enforced": [
        {"prompts": "sea", "use_pixeldraw": True, "target_palette": "[black, white]", "enforce_saturation": 100},
        {"enforce_palette_annealing": 5000, "enforce_smoothness": 20, "enforce_smoothness_type": "log"},
    ],
    "tiles": [
        {"prompts": "leaves #pixelart", "drawer": "pixel", "pixel_size": [16, 8], "filters": "wallpaper"},
        {"wallpaper_shift": True, "custom_loss": "smoothness:0.5", "smoothness_type": "clipped"},
    ],
    "grayscale": [
        {"prompts": "an owl", "drawer": "fast_pixel", "filters": "lookup", "palette": r"black->white\256"},
        {"custom_loss": "smoothness:0.25,edge", "edge_thickness": 2, "edge_color": "black"},
    ],
    "spots": [{"spot_prompts": "the sun", "spot_prompts_off": "the sky:0.5", "prompts": "a hill", "label": "sun"}],
    "pictures": [
        {"image_prompts": "in/*.png", "image_prompt_weight": 0.5, "target_images": "in/frame_{1,2}.png:0.3"},
        {"prompts": "x", "vector_prompts": "textoff:4", "noise_prompt_seeds": [1, 2], "image_labels": "in/frame_1.png"},
    ],
    "overlay": [
        {"prompts": "x", "init_image": "in/frame_1.png", "init_noise": "pixels", "init_image_alpha": 200},
        {"overlay_image": "in/frame_2.png", "overlay_every": "50%", "overlay_alpha": 100, "init_weight_pix": 1},
    ],
    "animation": [{"prompts": "x", "init_image": "in/*.png", "animation_dir": "anim", "animation_alpha": 128}],
    "rates": [
        {"prompts": "x", "learning_rate_drops": [50, "90%"], "auto_stop": True, "optimiser": "DiffGrad", "batches": 2}
    ],
    "checkpoint_alone": [
        {"prompts": "x", "vqgan_checkpoint": "in/model.ckpt", "vector_prompts": "textoff2", "target_palette": ""}
    ],
    "style_alone": [
        {"prompts": None, "init_image": "in/frame_1.png", "use_pixeldraw": True},
        {"custom_loss": "style:1", "style_file": "in/frame_2.png|in/frame_3.png:0.5"},
    ],
    "later_counts": [
        {"prompts": "x", "use_pixeldraw": True, "display_freq": 5, "custom_loss": "edge"},
        {"drawer": "clipdraw", "strokes": 4, "display_every": 1, "losses": "symmetry"},
    ],
    "sprite": [
        {"prompts": "a sword", "transparent": True, "transparent_weight": 0.1, "video": True, "seed": "excalibur"},
        {"custom_loss": "gaussian", "gaussian_std": (40, 40), "outdir": "outputs/%DATE%_%SEQ%"},
    ],
}


@pytest.fixture
def small(model_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for number in (1, 2, 3):
        save_png(torch.rand(3, 24, 32), tmp_path / f"in/frame_{number}.png")
    checkpoints.plain(tmp_path / "in")
    return {"perceptors": f"local-dir:{model_dir}", "iterations": 2, "num_cuts": 2}


def play(calls: Calls, small: dict[str, Any]) -> None:
    pixdraw.reset_settings()
    for call in calls:
        pixdraw.add_settings(**call)
    pixdraw.add_settings(**small, size=[32, 24])
    settings = pixdraw.apply_settings()
    pixdraw.do_init(settings)
    while not pixdraw.do_run(settings, return_display=True):
        pass


def test_sequences_leave_their_files_and_no_memory(small: dict[str, Any]) -> None:
    resident: list[float] = []
    tensors: list[float] = []
    while len(resident) < 2 or (grows(resident, 5) and len(resident) < 3):  # a third time only where it matters
        for name, calls in SEQUENCES.items():
            try:
                play(calls, small)
            except pixdraw.PixdrawError as error:
                raise AssertionError(name) from error
        resident.append(resident_mb())
        tensors.append(tensors_mb())
    assert Image.open("output.png").size == (32, 24)
    assert sorted(path.name for path in Path("anim/frames").iterdir()) == [f"frame_{n:04d}.png" for n in range(3)]
    assert len(list(Path("outputs").iterdir())) == len(resident) and list(Path("outputs").rglob("*.mp4"))
    assert tensors[-1] <= tensors[0] + 0.1
    assert not grows(resident, 5)  # one session left behind at each run would be tensors, too
