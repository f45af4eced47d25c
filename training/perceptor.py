"""One command re-makes the built-in perceptor: `python -m training.perceptor --work build/training`.

Without `--part` the parts run one after the other; `pool`, `vision` and `text` may also run side by side, each resumes
where it was stopped, and `export` can be called at any time for a snapshot.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training import bank, pool
from training.architecture import CONFIG, build_model, build_visual, export
from training.live import Live
from training.sources import TRAINING_SETS
from training.sprites import load
from training.teacher import Teacher
from training.text import TextPlan, TextTrainer, corpus
from training.vision import Plan, Trainer

PARTS = ("pool", "vision", "text", "export")
WEIGHTS = Path(__file__).parents[1] / "pixdraw" / "weights" / "tiny"


def train_vision(work: Path, device: torch.device, minutes: float, start: Path | None) -> None:
    source = Live(TRAINING_SETS, work, name="perceptor", everyday=False, pool_folder=work / "pool", noise=0.3, seed=1)
    Trainer(work, lambda: build_visual(work, start), source, device, Plan(minutes=minutes)).run()


def train_text(work: Path, device: torch.device, minutes: float, start: Path | None) -> None:
    model = build_model(work, start)
    import open_clip

    tokenizer = open_clip.SimpleTokenizer(context_length=CONFIG["text_cfg"]["context_length"])
    words = [
        token[:-4] for token in tokenizer.encoder if token.endswith("</w>") and token[:-4].isalpha() and len(token) > 6
    ]
    plan = TextPlan(minutes=minutes)
    texts = corpus(work, load(TRAINING_SETS, work, "perceptor"), tokenizer, words, Teacher(), plan.seed)
    TextTrainer(work, model, device, plan).run(texts)


def write_weights(work: Path, folder: Path) -> None:
    """Put both towers together as they are now."""
    saved = torch.load(work / "vision.pt", map_location="cpu", weights_only=True)
    average = saved["average"]
    trainer = TextTrainer(work, build_model(work), torch.device("cpu"), TextPlan())
    state = {key: value for key, value in average.items() if key.startswith("visual.")}
    state |= trainer.student.tensors() | {"logit_scale": average["log_scale"]}
    size = export(state, folder)
    bank.write(folder, bank.names(work))
    print(f"{folder}: {size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part; may be given several times")
    parser.add_argument("--shards", type=int, default=48)
    parser.add_argument("--vision-minutes", type=float, default=Plan.minutes)
    parser.add_argument("--text-minutes", type=float, default=TextPlan.minutes)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--go-on", action="store_true", help="start from the shipped weights, not from noise")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    device, parts = torch.device(args.device), args.part or PARTS
    start = WEIGHTS / "open_clip_model.safetensors" if args.go_on else None
    if "pool" in parts:
        pool.fill(args.work / "pool", load(TRAINING_SETS, args.work, "perceptor"), args.shards)
    if "vision" in parts:
        train_vision(args.work, device, args.vision_minutes, start)
    if "text" in parts:
        train_text(args.work, device, args.text_minutes, start)
    if "export" in parts:
        write_weights(args.work, args.out)


if __name__ == "__main__":
    main()
