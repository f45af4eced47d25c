"""Twelve short runs and the checksums of their pictures: `python -m benchmarks.pictures before.tsv`.

Run it before a change that should leave pictures as they are, and after it with `--compare before.tsv`: what differs by
one bit is listed, and the command fails. Each drawer is there, palettes, losses, filters, a wide canvas and a batch.
Checksums hold for one machine and one version of torch: other processors round otherwise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cyclopts
import torch
from PIL.Image import Image

import pixdraw

SHORT = {"seed": 7, "size": [96, 96], "iterations": 3, "num_cuts": 3}
"""Settings of every run, but for those that it has of its own."""

RUNS: Mapping[str, Mapping[str, Any]] = {
    "pixel": {"prompts": "a red apple"},
    "clipdraw": {"prompts": "a green fish", "drawer": "clipdraw", "strokes": 24},
    "line_sketch": {"prompts": "a cat", "drawer": "line_sketch"},
    "vqgan": {"prompts": "a lighthouse at night", "drawer": "vqgan"},
    "diffusion": {"prompts": "a blue potion", "drawer": "diffusion"},
    "fft": {"prompts": "a house", "drawer": "fft"},
    "pyramid": {"prompts": "a tree", "drawer": "pyramid"},
    "siren": {"prompts": "a yellow duck", "drawer": "siren"},
    "palette": {"prompts": "two mushrooms in the forest", "palette": "pico-8", "palette_mode": "exact"},
    "losses": {
        "prompts": ["a golden key"],
        "init": "none",
        "losses": "symmetry:0.5,smoothness,saturation,orphans",
        "filters": "wallpaper",
        "negative_prompts": "a blurry photo",
    },
    "wide": {"prompts": "a dragon over the sea", "size": [192, 64], "pixel_type": "hex"},
    "batch": {"prompts": ["a crown", "three cherries"], "seed": [3, 4]},
}


def checksum(image: Image) -> str:
    """Return the SHA-256 of a picture's size and pixels, as hexadecimal digits."""
    kind = f"{image.mode} {image.width}x{image.height} ".encode()
    return hashlib.sha256(kind + image.tobytes()).hexdigest()


def draw(names: tuple[str, ...] = ()) -> dict[str, str]:
    """Draw the named runs, or all; picture, as RUN-NUMBER → its checksum."""
    found = {}
    for name in names or tuple(RUNS):
        for number, image in enumerate(pixdraw.draw(**{**SHORT, **RUNS[name]}).images(), 1):
            found[f"{name}-{number}"] = checksum(image)
            print(f"{name}-{number}\t{found[f'{name}-{number}']}", flush=True)
    return found


def differences(now: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    """Return the pictures that are not equal to the bit, or that one side lacks."""
    return [name for name in dict.fromkeys((*before, *now)) if now.get(name) != before.get(name)]


def main(output: Path, *, compare: Path | None = None, runs: tuple[str, ...] = ()) -> None:
    """Draw and write a table: one line a picture, its name, a tab and its checksum.

    Parameters
    ----------
    output
        The table; replaced if it is there.
    compare
        A table of another version; ends with status 1 and the names of pictures that differ.
    runs
        Which runs; by default all.
    """
    torch.set_num_threads(1)
    found = draw(runs)
    output.write_text("".join(f"{name}\t{digits}\n" for name, digits in found.items()), encoding="utf-8")
    if compare is None:
        return
    before = dict(line.split("\t") for line in compare.read_text("utf-8").splitlines())
    if runs:
        before = {name: digits for name, digits in before.items() if name.rpartition("-")[0] in runs}
    changed = differences(found, before)
    print(f"{len(found) - len(changed)} of {len(found)} pictures are equal to the bit")
    if changed:
        raise SystemExit(f"differ: {', '.join(changed)}")


if __name__ == "__main__":
    cyclopts.run(main)
