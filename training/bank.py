"""Writes what the built-in models know by name, beside the perceptor's weights: `python -m training.bank`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from safetensors.torch import save_file

from pixdraw.models.perceptors import load
from pixdraw.proposals.places import SETTINGS
from training.sprites32 import names_called

WEIGHTS = Path(__file__).parents[1] / "pixdraw/weights/tiny"


def names(work: Path) -> list[str]:
    """Return all that is drawn: labels and everyday names of things, shapes, places."""
    return sorted({*names_called(work), *(setting.alone[0] for setting in SETTINGS.values())})


def write(folder: Path, known: list[str]) -> Path:
    """Write concepts.json, and concepts.safetensors: `embeds` [K, D] in fp16, in its order."""
    (folder / "concepts.json").write_text(json.dumps(known, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    path = folder / "concepts.safetensors"
    temporary = folder / "concepts.tmp"
    save_file({"embeds": load(f"local-dir:{folder}").encode_text(known).half()}, temporary)
    path.write_bytes(temporary.read_bytes())  # the library writes files only their owner may read
    temporary.unlink()
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    args = parser.parse_args()
    print(write(WEIGHTS, names(args.work)))


if __name__ == "__main__":
    main()
