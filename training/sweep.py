"""Draws the same prompts under other settings and lets the judge compare: `python -m training.sweep VARIANT...`.

Every variant changes some settings of the defaults; its row goes to sweep.csv and its pictures to sheet-<variant>.png.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from pathlib import Path

import torch

from training.evaluate import all_labels, draw, score, seen_cases
from training.judge import Judge, known_concepts
from training.preview import sheet
from training.sources import TRAINING_SETS
from training.sprites import load


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "variants", nargs="+", help='e.g. "default", "slow:pixel_lr=0.01;iterations=100"; values are JSON'
    )
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=Path("build/sweep"))
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--seed", type=int, default=3, help="of the prompts and the pictures")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    concepts = load(TRAINING_SETS, args.work, "perceptor").concepts
    known, _ = known_concepts(args.work)
    labels, judge = all_labels(known, concepts), Judge(args.work)
    cases = seen_cases(concepts, set(known), args.count, args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    fresh = not (args.out / "sweep.csv").exists()
    with (args.out / "sweep.csv").open("a", newline="") as file:
        writer = csv.writer(file)
        if fresh:
            writer.writerow(("variant", "settings", "pictures", "top-1", "top-5", "seconds a picture"))
        for variant in args.variants:
            name, _, said = variant.partition(":")
            options = {
                key: json.loads(value) for key, _, value in (one.partition("=") for one in said.split(";") if one)
            }
            start = time.monotonic()
            images = draw(cases, args.seed, args.batch, options)
            spent = (time.monotonic() - start) / len(cases)
            figures, guesses = score(cases, images, judge, labels)
            row = (name, said, len(cases), f"{figures['top-1']:.2f}", f"{figures['top-5']:.2f}", f"{spent:.1f}")
            writer.writerow(row)
            file.flush()
            print(*row, flush=True)
            captions = [f"{case.prompt} {guess}" for case, guess in zip(cases, guesses, strict=True)]
            pictures = [image.permute(1, 2, 0).numpy() for image in images]
            sheet(pictures, captions, cell=100).save(args.out / f"sheet-{name}.png")


if __name__ == "__main__":
    main()
