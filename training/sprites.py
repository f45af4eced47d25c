"""Every picture rendered once: RGBA, straight alpha, in one array on disk."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import resvg_py
from PIL import Image

from training.concepts import Concept, gather
from training.sources import IconSet

SIDE = 96
INK = "#28282c"


@dataclass
class Sprites:
    """All pictures with what they show."""

    pixels: np.ndarray
    """[N, S, S, 4] uint8, S being SIDE where nothing else was asked for."""
    concept_of: np.ndarray
    set_of: np.ndarray
    concepts: list[Concept]
    mono: np.ndarray
    """[N] bool: one ink, to be tinted."""

    def by_concept(self) -> list[np.ndarray]:
        return [np.flatnonzero(self.concept_of == index) for index in range(len(self.concepts))]


def load(
    sets: Sequence[IconSet],
    work: Path,
    name: str,
    everyday: bool = False,
    *,
    side: int = SIDE,
    at_most: int | None = None,
) -> Sprites:
    """Return the sprites of `sets`, or so many of them, rendering them on the first call."""
    folder = work / "sprites" / name
    if not (folder / "meta.json").exists():
        _render_all(sets, work, folder, everyday, side, at_most)
    meta = json.loads((folder / "meta.json").read_text())
    names = [one.name for one in sets]
    set_of = np.array([names.index(one) for one in meta["set_of"]])
    mono = np.array([one.mono for one in sets])[set_of]
    concepts = [Concept(**one) for one in meta["concepts"]]
    return Sprites(np.load(folder / "pixels.npy", mmap_mode="r"), np.array(meta["concept_of"]), set_of, concepts, mono)


def _render_all(
    sets: Sequence[IconSet], work: Path, folder: Path, everyday: bool, side: int, at_most: int | None
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    concepts, pictures = gather(sets, work, everyday)
    if at_most is not None and at_most < len(pictures):
        chosen = np.random.default_rng(0).choice(len(pictures), at_most, replace=False)
        pictures = [pictures[index] for index in sorted(chosen)]
    pixels = np.lib.format.open_memmap(
        folder / "pixels.npy", mode="w+", dtype=np.uint8, shape=(len(pictures), side, side, 4)
    )
    kept: list[int] = []
    loose = {one.name for one in sets if one.drawings}
    for picture_index, picture in enumerate(pictures):
        pixels[len(kept)] = (_trimmed if picture.icon_set in loose else render)(picture.svg, side)
        if int((pixels[len(kept), ..., 3] > 128).sum()) > 0.02 * side * side:
            kept.append(picture_index)
    pixels.flush()
    meta = {
        "concept_of": [pictures[index].concept for index in kept],
        "set_of": [pictures[index].icon_set for index in kept],
        "concepts": [asdict(concept) for concept in concepts],
    }
    (folder / "meta.json").write_text(json.dumps(meta))


def render(svg: str, side: int) -> np.ndarray:
    """Render one SVG; resvg writes straight alpha into its PNG."""
    svg = svg.replace("currentColor", INK)
    png = resvg_py.svg_to_bytes(svg_string=svg, width=side, height=side)
    image = Image.open(io.BytesIO(bytes(png))).convert("RGBA")
    return np.asarray(image if image.size == (side, side) else _squared(image, side, Image.Resampling.BICUBIC))


def _trimmed(svg: str, side: int) -> np.ndarray:
    """Render one drawing without its margins, as `_render` does; a clear picture where it cannot be rendered."""
    try:
        png = resvg_py.svg_to_bytes(svg_string=svg, width=3 * side)
    except ValueError:
        return np.zeros((side, side, 4), np.uint8)
    image = Image.open(io.BytesIO(bytes(png))).convert("RGBA")
    image = image.crop(image.getchannel("A").point(lambda value: 255 * (value > 8)).getbbox())
    return np.asarray(_squared(image, side, Image.Resampling.BOX))


def _squared(image: Image.Image, side: int, resampling: Image.Resampling) -> Image.Image:
    """Shrink a picture to fit `side`, and stand it in the middle of a clear square."""
    square = Image.new("RGBA", (side, side))
    image.thumbnail((side, side), resampling)
    square.paste(image, ((side - image.width) // 2, (side - image.height) // 2))
    return square
