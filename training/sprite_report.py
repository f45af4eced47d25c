"""Measures the sprite generator: `python -m training.sprite_report --work WORK --out OUT`.

Draws the prompts of training/blind_prompts.txt, or of another such file, for somebody who names them without knowing
them: OUT/sheet-1.png and so on have numbers alone, OUT/key.json says what each is. With `--nearest` it also tells how
near 200 draws of known names come to the sprites that were learned from (WORK/cells.pt), and puts the ten nearest on
OUT/nearest.png.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw
from torch import Tensor

from pixdraw.assembly.proposal import CANDIDATES
from pixdraw.models import perceptors
from pixdraw.models.sprites import files
from pixdraw.models.sprites.generator import SpriteGenerator, SpriteRecipe
from pixdraw.proposals.cells import Wanted, draw_cells, judge_of
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.subjects import subjects_of
from pixdraw.rng import Rng
from pixdraw.text.scene import Thing

PROMPTS = Path(__file__).with_name("blind_prompts.txt")
PAPER = (235, 235, 235, 255)
A_SHEET, ACROSS = 20, 5


def sheet(
    pictures: Sequence[Tensor], titles: Sequence[str], across: int, times: int = 5, below: int = 20
) -> Image.Image:
    """Return pictures [4, S, S] side by side, so many times as large, over their titles, `below` pixels high."""
    side = pictures[0].shape[-1] * times
    rows = -(-len(pictures) // across)
    whole = Image.new("RGBA", (across * (side + 8), rows * (side + below)), "white")
    write = ImageDraw.Draw(whole)
    for number, (picture, title) in enumerate(zip(pictures, titles, strict=True)):
        left, top = number % across * (side + 8), number // across * (side + below)
        pixels = (picture.permute(1, 2, 0) * 255).round().byte().numpy()
        tile = Image.new("RGBA", (side, side), PAPER)
        tile.alpha_composite(Image.fromarray(pixels, "RGBA").resize((side, side), Image.Resampling.NEAREST))
        whole.paste(tile, (left, top))
        write.text((left + 2, top + side + 3), title, fill="black", spacing=0)
    return whole.convert("RGB")


def prompts(file: Path = PROMPTS) -> list[str]:
    """Return the prompts of a file, one a line, that nobody tuned for."""
    lines = file.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def blind(generator: SpriteGenerator, texts: list[str], out: Path) -> None:
    """Draw the prompts in an order of chance."""
    random.Random(7).shuffle(texts)
    scenes = [read(text) for text in texts]
    reader, rng = perceptors.load("tiny"), Rng(tuple(range(1, len(texts) + 1)))
    wanted = Wanted(recipe=SpriteRecipe(candidates=CANDIDATES))
    drawn = draw_cells(generator, reader, scenes, rng, wanted, judge_of(reader))
    numbers = [str(number) for number in range(1, len(texts) + 1)]
    for start in range(0, len(texts), A_SHEET):
        part = slice(start, start + A_SHEET)
        sheet(list(drawn[part]), numbers[part], ACROSS).save(out / f"sheet-{start // A_SHEET + 1}.png")
    (out / "key.json").write_text(json.dumps(dict(zip(numbers, texts, strict=True)), indent=1))
    colours = [len(one[:3, one[3] > 0].unique(dim=1).T) for one in drawn]
    print(f"colours: median {np.median(colours):.0f}, most {max(colours)}; stray cells: {_strays_told(drawn)}")


def _strays_told(drawn: Tensor) -> str:
    """Return the mean number of stray cells of sprites, and of tiles and scenes, in which specks are meant."""
    strays, fills = np.array([_strays(one) for one in drawn]), (drawn[:, 3] > 0).all(2).all(1).numpy()
    parts = (("sprites", strays[~fills]), ("tiles and scenes", strays[fills]))
    return ", ".join(f"{np.mean(part):.2f} of {name}" for name, part in parts if len(part))


def nearest(generator: SpriteGenerator, work: Path, out: Path, count: int = 200) -> None:
    """Tell the share of cells that draws have in common with the learned sprite that is nearest to each."""
    learned = torch.load(work / "cells.pt", weights_only=True)["entries"]
    chosen = random.Random(3).sample(generator.names, count)
    things = [Thing(name, name, name) for name in chosen]
    subjects = subjects_of(things, perceptors.load("tiny"), generator.names)
    drawn = generator.draw(subjects, Rng(tuple(range(count))), SpriteRecipe(palette_size=None))
    shares, which = [], []
    for one in drawn.entries:
        either = (learned > 0) | (one > 0)
        equal = ((learned == one) & either).sum((1, 2)) / either.sum((1, 2)).clamp(min=1)
        best = int(equal.argmax())
        shares.append(float(equal[best]))
        which.append(best)
    often = np.mean(np.array(shares) > 0.9)
    print(f"nearest: median {np.median(shares):.2f} of the cells equal, over 0.9 in {often:.2f} of all")
    ten = np.argsort(shares)[::-1][:10]
    table = torch.cat([torch.zeros(1, 4), torch.cat([generator.colours, torch.ones(255, 1)], 1)])
    pairs = [one for index in ten for one in (drawn.entries[index], learned[which[index]].long())]
    pictures = [table[one].permute(2, 0, 1) for one in pairs]
    titles = [title for index in ten for title in (chosen[index], f"learned, {shares[index]:.2f}")]
    sheet(pictures, titles, 4, 3).save(out / "nearest.png")


def _strays(picture: Tensor) -> int:
    """Return how many coloured cells are unlike all eight around them."""
    code = (picture[:3] * torch.tensor([1.0, 256.0, 65536.0])[:, None, None]).sum(0) + 1
    codes = torch.where(picture[3] > 0, code, 0)
    wide = torch.nn.functional.pad(codes, (1, 1, 1, 1))
    high, across = codes.shape
    places = [(top, left) for top in range(3) for left in range(3) if (top, left) != (1, 1)]
    around = [wide[top : top + high, left : left + across] for top, left in places]
    return int(((torch.stack(around) != codes).all(0) & (codes > 0)).sum())


def main() -> None:
    """Write the sheets and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--prompts", type=Path, default=PROMPTS)
    parser.add_argument("--nearest", action="store_true")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    generator = files.load()
    blind(generator, prompts(given.prompts), given.out)
    if given.nearest:
        nearest(generator, given.work, given.out)


if __name__ == "__main__":
    main()
