"""A pool of composed scenes on disk, in shards, so that composing never holds up training.

One shard is `images-NNNN.npy` [n, SIDE, SIDE, 3] uint8 and `texts-NNNN.npz`: `embeds` [t, 384] float16 of the teacher,
`caption` [n] and `wrong` [n, 3] (-1: none) indices into them, `concept` [n, 2] (-1: none); captions are kept as JSON.
Shard k depends on the seed and k only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.scenes import SIDE, Composer
from training.sprites import Sprites
from training.teacher import Teacher

SHARD = 4096
WRONG = 3


@dataclass(frozen=True)
class Shard:
    """Composed scenes with the teacher's embeddings of what is said about them."""

    images: np.ndarray
    embeds: np.ndarray
    caption: np.ndarray
    wrong: np.ndarray
    concept: np.ndarray


def shard_paths(folder: Path, index: int) -> tuple[Path, Path, Path]:
    return folder / f"images-{index:04d}.npy", folder / f"texts-{index:04d}.npz", folder / f"captions-{index:04d}.json"


def available(folder: Path) -> list[int]:
    """Return the finished shards."""
    return sorted(int(path.stem.split("-")[1]) for path in folder.glob("captions-*.json"))


def read(folder: Path, index: int) -> Shard:
    images, texts, _ = shard_paths(folder, index)
    arrays = np.load(texts)
    return Shard(np.load(images), *(arrays[name] for name in ("embeds", "caption", "wrong", "concept")))


def write(composer: Composer, teacher: Teacher, folder: Path, index: int, seed: int) -> None:
    """Compose shard `index` and write it; the captions last, as the sign that it is whole."""
    scenes = [composer.compose(np.random.default_rng((seed, index, item))) for item in range(SHARD)]
    number: dict[str, int] = {}
    for scene in scenes:
        for text in (scene.caption, *scene.wrong):
            number.setdefault(text, len(number))
    caption = np.array([number[scene.caption] for scene in scenes], np.int32)
    wrong = np.full((SHARD, WRONG), -1, np.int32)
    concept = np.full((SHARD, 2), -1, np.int32)
    for item, scene in enumerate(scenes):
        near = [number[text] for text in scene.wrong[:WRONG] if text != scene.caption]
        wrong[item, : len(near)] = near
        concept[item, : len(scene.concepts)] = scene.concepts
    embeds = teacher(list(number)).half().numpy()
    images, texts, captions = shard_paths(folder, index)
    np.save(images, np.stack([np.round(np.clip(scene.image, 0, 1) * 255).astype(np.uint8) for scene in scenes]))
    np.savez(texts, embeds=embeds, caption=caption, wrong=wrong, concept=concept)
    captions.write_text(json.dumps([scene.caption for scene in scenes]))


def fill(folder: Path, sprites: Sprites, shards: int, seed: int = 0) -> None:
    """Write the shards that are missing of the first `shards`."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = sorted(set(range(shards)) - set(available(folder)))
    if not missing:
        return
    composer, teacher = Composer(sprites, SIDE), Teacher()
    for index in missing:
        write(composer, teacher, folder, index, seed)
        print(f"shard {index + 1}/{shards}", flush=True)
