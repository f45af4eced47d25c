"""Measures the shipped perceptor without drawing: `python -m training.retrieval --work build/training`.

Prints how often a fresh composed picture finds its label among all emoji labels, how often its caption beats captions
that nearly fit (other colour, object or place), how often a paraphrase's text finds the label that is meant, and with
`--sprites` how often pixel art finds its label among all of its labels. With `--unseen` the same of pictures from icon
sets that it never learned from.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from pixdraw.imaging.compositing import over
from pixdraw.interfaces import Perceptor
from pixdraw.models.perceptors import load as load_perceptor
from training.art import pixel_art_in
from training.paraphrases import PARAPHRASES
from training.perceptor import WEIGHTS
from training.scenes import SIDE, Composer, article
from training.sources import JUDGE_SETS, TRAINING_SETS
from training.sprites import Sprites, load
from training.teacher import Teacher
from training.words import Words

SEED = 99
"""No scene of the pool has it."""
SAME = 0.9
"""Labels whose teacher embeddings are closer than this say the same."""


def labels_found(perceptor: Perceptor, sprites: Sprites, count: int) -> dict[str, float]:
    """Rank the emoji labels for pictures of one object on a meaningless ground."""
    composer, rng = Composer(sprites, SIDE), np.random.default_rng(SEED)
    emoji = [index for index, concept in enumerate(sprites.concepts) if concept.group >= 0]
    place = {concept: row for row, concept in enumerate(emoji)}
    scenes: list[Any] = []
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


def art_found(perceptor: Perceptor, folder: Path, work: Path, count: int) -> dict[str, float]:
    """Rank all labels of pixel art for some of it over plain grounds; labels that say the same are no error."""
    art = pixel_art_in(folder, work / "art-perceptor.pt")
    generator = torch.Generator().manual_seed(SEED)
    chosen = torch.randperm(len(art.pixels), generator=generator)[:count]
    pixels, right = art.pixels[chosen].float() / 255, torch.from_numpy(art.concept_of)[chosen]
    ground = torch.rand(count, 3, 1, 1, generator=generator)
    sentences = Teacher()([article(one.label) for one in art.concepts])
    with torch.no_grad():
        images = torch.cat([perceptor.encode_image(part) for part in over(pixels, ground).split(64)])
    scores = images @ Words()(sentences).T
    better = (scores > scores.gather(1, right[:, None])) & (sentences[right] @ sentences.T < SAME)
    rank = better.sum(1)
    return {
        "labels": float(len(sentences)),
        "top-1": float((rank == 0).float().mean()),
        "top-5": float((rank < 5).float().mean()),
    }


def _embed(perceptor: Perceptor, images: list[np.ndarray]) -> Tensor:
    pixels = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).float()
    with torch.no_grad():
        return torch.cat([perceptor.encode_image(part) for part in pixels.split(64)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--sprites", type=Path, help="folder of pixel art with its labels.tsv")
    parser.add_argument("--unseen", action="store_true", help="also the judge's icon sets, that it never saw")
    parser.add_argument("--count", type=int, default=384)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    perceptor = load_perceptor("tiny" if args.weights == WEIGHTS else f"local-dir:{args.weights.resolve()}")
    sprites = load(TRAINING_SETS, args.work, "perceptor", True)
    labels = [concept.label for concept in sprites.concepts if concept.group >= 0]
    print("picture to label", labels_found(perceptor, sprites, args.count))
    if args.unseen:
        unseen = load(JUDGE_SETS, args.work, "judge", everyday=True)
        print("picture of a set never seen to label", labels_found(perceptor, unseen, args.count))
    for kind in ("coloured", "setting"):
        print(f"own caption beats near ones, {kind}: {binding(perceptor, sprites, kind, args.count):.3f}")
    print("paraphrase to label", paraphrases_found(perceptor, labels))
    if args.sprites:
        print("pixel art to label", art_found(perceptor, args.sprites, args.work, args.count))


if __name__ == "__main__":
    main()
