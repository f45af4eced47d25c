"""Measures the shipped perceptor without drawing: `python -m training.retrieval --work build/training`.

Prints how often a fresh composed picture finds its label among all emoji labels, how often its caption beats captions
that nearly fit (other colour, object or place), and how often a paraphrase's text finds the label that is meant.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from pixdraw.interfaces import Perceptor
from pixdraw.models.perceptors import load as load_perceptor
from training.paraphrases import PARAPHRASES
from training.perceptor import WEIGHTS
from training.scenes import SIDE, Composer, article
from training.sources import TRAINING_SETS
from training.sprites import Sprites, load

SEED = 99
"""No scene of the pool has it."""


def labels_found(perceptor: Perceptor, sprites: Sprites, count: int) -> dict[str, float]:
    """Rank the emoji labels for pictures of one object on a meaningless ground."""
    composer, rng = Composer(sprites, SIDE), np.random.default_rng(SEED)
    emoji = [index for index, concept in enumerate(sprites.concepts) if concept.group >= 0]
    place = {concept: row for row, concept in enumerate(emoji)}
    scenes = []
    while len(scenes) < count:
        scene = composer.compose_kind("object", rng)
        if scene.concepts[0] in place:
            scenes.append(scene)
    images = _embed(perceptor, [scene.image for scene in scenes])
    texts = perceptor.encode_text([article(sprites.concepts[index].label) for index in emoji])
    right = torch.tensor([place[scene.concepts[0]] for scene in scenes])
    scores = images @ texts.T
    rank = (scores > scores.gather(1, right[:, None])).sum(1)
    return {
        "labels": float(len(emoji)),
        "top-1": float((rank == 0).float().mean()),
        "top-5": float((rank < 5).float().mean()),
        "median rank": float(rank.median()) + 1,
    }


def binding(perceptor: Perceptor, sprites: Sprites, kind: str, count: int) -> float:
    """Return how often a picture's own caption beats every caption that nearly fits."""
    composer, rng = Composer(sprites, SIDE), np.random.default_rng(SEED)
    scenes = [composer.compose_kind(kind, rng) for _ in range(count)]
    images, hits = _embed(perceptor, [scene.image for scene in scenes]), []
    for scene, image in zip(scenes, images, strict=True):
        texts = perceptor.encode_text([scene.caption, *scene.wrong])
        hits.append(int((texts @ image).argmax()) == 0)
    return float(np.mean(hits))


def paraphrases_found(perceptor: Perceptor, labels: list[str]) -> dict[str, float]:
    """Rank the labels for each paraphrase, text against text."""
    bank = perceptor.encode_text([article(label) for label in labels])
    prompts = perceptor.encode_text(list(PARAPHRASES))
    order = (prompts @ bank.T).topk(5).indices.tolist()
    found = [[labels[index] in right for index in row] for row, right in zip(order, PARAPHRASES.values(), strict=True)]
    return {"top-1": float(np.mean([row[0] for row in found])), "top-5": float(np.mean([any(row) for row in found]))}


def _embed(perceptor: Perceptor, images: list[np.ndarray]) -> Tensor:
    pixels = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).float()
    with torch.no_grad():
        return torch.cat([perceptor.encode_image(part) for part in pixels.split(64)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--count", type=int, default=384)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    perceptor = load_perceptor(f"local-dir:{args.weights.resolve()}")
    sprites = load(TRAINING_SETS, args.work, "perceptor")
    labels = [concept.label for concept in sprites.concepts if concept.group >= 0]
    print("picture to label", labels_found(perceptor, sprites, args.count))
    for kind in ("coloured", "setting"):
        print(f"own caption beats near ones, {kind}: {binding(perceptor, sprites, kind, args.count):.3f}")
    print("paraphrase to label", paraphrases_found(perceptor, labels))


if __name__ == "__main__":
    main()
