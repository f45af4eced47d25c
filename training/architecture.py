"""The perceptor's shape, in open_clip's own words, and how it is written out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from pixdraw.models import _torchvision

EMBED_DIM = 256
IMAGE_SIZE = 64
CONFIG: dict[str, Any] = {
    "embed_dim": EMBED_DIM,
    "vision_cfg": {"layers": [1, 1, 1, 1], "width": 24, "head_width": 64, "image_size": IMAGE_SIZE},
    "text_cfg": {"context_length": 32, "vocab_size": 49408, "width": 112, "heads": 4, "layers": 4, "proj_bias": True},
}
MEAN = STD = (0.5, 0.5, 0.5)


def build_model(work: Path, start: Path | None = None) -> nn.Module:
    """Return the whole CLIP as open_clip builds it from the config, fresh or with the weights of the file `start`."""
    _torchvision.declare_missing_operators()
    import open_clip

    path = work / "pixdraw-tiny.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(CONFIG, indent=2))
    open_clip.add_model_config(path)
    model: nn.Module = open_clip.create_model(path.stem, pretrained=None)
    if start is not None:
        model.load_state_dict({key: value.float() for key, value in load_file(start).items()}, strict=False)
    return model


def build_visual(work: Path, start: Path | None = None) -> nn.Module:
    """Return the image tower alone."""
    visual = build_model(work, start).visual
    assert isinstance(visual, nn.Module)
    return visual


def export(state: dict[str, Tensor], folder: Path) -> int:
    """Write config and fp16 weights; return the bytes written."""
    folder.mkdir(parents=True, exist_ok=True)
    config = {
        "model_cfg": CONFIG,
        "preprocess_cfg": {"mean": MEAN, "std": STD, "interpolation": "bicubic", "resize_mode": "squash"},
    }
    (folder / "open_clip_config.json").write_text(json.dumps(config, indent=2) + "\n")
    half = {
        key: (value.half() if value.is_floating_point() else value).detach().cpu().contiguous()
        for key, value in state.items()
    }
    temporary = folder / "weights.tmp"
    save_file(half, temporary, metadata={"format": "pt"})
    temporary.chmod(0o644)
    temporary.replace(folder / "open_clip_model.safetensors")
    return sum(path.stat().st_size for path in folder.iterdir())
