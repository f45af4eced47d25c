"""One command re-makes the built-in perceptor: `python -m training.perceptor --work build/training --sprites SPRITES`.

Without `--part` the parts run one after the other; `pool`, `vision` and `text` may also run side by side, each resumes
where it was stopped, and `export` can be called at any time for a snapshot.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch

from training import bank, pool, text, vision
from training.architecture import build_model, export
from training.sources import TRAINING_SETS
from training.sprites import load

PARTS = ("pool", "vision", "text", "export")
WEIGHTS = Path(__file__).parents[1] / "pixdraw" / "weights" / "tiny"
FILE = "open_clip_model.safetensors"


def write_weights(work: Path, folder: Path, sprites: Path | None, start: Path | None) -> None:
    """Put both towers together as they are now, and beside them what they know by name.

    Where the text tower learned nothing, it is that of `start`, and what is known by name stays.
    """
    average = torch.load(work / vision.SAVED, map_location="cpu", weights_only=True)["average"]
    student, learned = text.Student(build_model(work, start)), work / text.SAVED
    if learned.exists() or start is None:
        student.load_state_dict(torch.load(learned, map_location="cpu", weights_only=True)["student"])
    state = {key: value for key, value in average.items() if key.startswith("visual.")}
    export(state | student.tensors() | {"logit_scale": average["log_scale"]}, folder)
    if learned.exists():
        bank.write_all(folder, work, sprites)
    print(f"{folder}: {sum(path.stat().st_size for path in folder.iterdir()) / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part; may be given several times")
    parser.add_argument("--sprites", type=Path, help="folder of pixel art with its labels.tsv")
    parser.add_argument("--shards", type=int, default=6)
    parser.add_argument("--vision-minutes", type=float, default=vision.Plan.minutes)
    parser.add_argument("--text-minutes", type=float, default=text.TextPlan.minutes)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--go-on", action="store_true", help="start from the shipped weights")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    device, parts = torch.device(args.device), args.part or PARTS
    start = WEIGHTS / FILE if args.go_on else None
    if "pool" in parts:
        pool.fill(args.work / "pool", load(TRAINING_SETS, args.work, "perceptor", True), args.shards)
    if "vision" in parts:
        vision.train(args.work, device, vision.Plan(minutes=args.vision_minutes), start, args.sprites)
    if "text" in parts:
        text.train(args.work, device, replace(text.TextPlan(), minutes=args.text_minutes), start, args.sprites)
    if "export" in parts:
        write_weights(args.work, args.out, args.sprites, start)


if __name__ == "__main__":
    main()
