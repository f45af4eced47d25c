"""Embeds every concept label with the finished perceptor, beside its weights: `python -m training.bank`."""

from __future__ import annotations

import json
from pathlib import Path

from safetensors.torch import save_file

from pixdraw.perceptors import load

WEIGHTS = Path(__file__).parents[1] / "pixdraw/weights/tiny"


def write(folder: Path = WEIGHTS) -> Path:
    """Write concepts.safetensors: `embeds` [K, D] in fp16, in the order of concepts.json."""
    labels = json.loads((folder / "concepts.json").read_text(encoding="utf-8"))
    path = folder / "concepts.safetensors"
    temporary = folder / "concepts.tmp"
    save_file({"embeds": load(f"local-dir:{folder}").encode_text(labels).half()}, temporary)
    path.write_bytes(temporary.read_bytes())  # the library writes files only their owner may read
    temporary.unlink()
    return path


if __name__ == "__main__":
    print(write())
