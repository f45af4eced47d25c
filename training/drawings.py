"""How well the sprite generator draws each name in each kind of art, as rated by eye: training/drawings.tsv.

    python -m training.drawings OUT            # draws every kind once: OUT/01.png and so on, with names; OUT/key.json
    python -m training.drawings OUT --rated    # reads OUT/ratings-*.txt, writes training/drawings.tsv

Viewers gave 2 where a drawing says its name plainly and is clean, 1 where it is passable once the name is known, 0
where one could not say what it is. Where several kinds of art show a name well, others saw these drawings side by side
and gave 3 to those that could be used in a game as they are, and 0 to 2 to the rest (art of 16 by 16 kept its 2 where
they gave 1: small sprites need it). A line of OUT/ratings-*.txt is a sheet with the numbers of its 0s and 2s,
"03|0: 1 7|2: 4 5"; all others have 1. Ratings hold for the weights that drew: after further training, rate anew.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from PIL import Image
from torch import Tensor

from pixdraw.models import perceptors
from pixdraw.models.sprites import files
from pixdraw.models.sprites.choices import costs, decided, in_colours, without_clear
from pixdraw.models.sprites.denoiser import LATENTS, Asked
from pixdraw.models.sprites.generator import Kind, SpriteGenerator, SpriteRecipe
from pixdraw.models.sprites.names import pulled
from pixdraw.models.sprites.sampling import polished, sample
from pixdraw.models.sprites.subject import colours_of
from pixdraw.proposals.subjects import subjects_of
from pixdraw.rng import Rng
from pixdraw.text.scene import Thing
from training import by_rules, ratings, sprite_report

FILE = Path(__file__).with_name("drawings.tsv")
SHOWN = 0.3
"""Kinds of art that show a name less than this are not drawn for viewers where it has a better one: they are hardly
ever taken."""
BEST, GOOD = 3, 2
OFTEN, PASSABLE = 0.5, 0.3
"""How often the kind of art of a good drawing is taken at least; how often one is that is only passable, as a share of
how much was learned of it."""
BESIDE_BEST = 0.15
"""How often good kinds of art are taken beside better ones, all together, as a share of the most usual one."""
SELDOM = 0.05
"""A kind of art that is only passable gives way where it would be taken less often than this."""
BATCH = 32
A_SHEET, ACROSS, TIMES = 120, 12, 3
BELOW, LETTERS = 26, 18
"""Height in pixels of the two lines below a drawing, and how many letters one holds."""

Asking = tuple[str, Kind, bool]
"""A name, the kind of art it is drawn in, and whether it fills its square, as a floor or a wall does."""


def as_rated(generator: SpriteGenerator) -> SpriteGenerator:
    """Return the generator with kinds of art taken as often as their drawings are good; what is drawn badly, never."""
    things = [
        _rated(generator, name, kinds, fills=False)
        for name, kinds in zip(generator.names, generator.kinds, strict=True)
    ]
    tiles = {name: _rated(generator, name, kinds, fills=True) for name, kinds in generator.tiles.items()}
    return replace(generator, kinds=tuple(things), tiles={name: kinds for name, kinds in tiles.items() if kinds})


def _rated(generator: SpriteGenerator, name: str, kinds: Sequence[Kind], *, fills: bool) -> tuple[Kind, ...]:
    """Return the kinds of art that are drawn well; where rules alone do, or none, also those that are passable or that
    nobody rated.
    """
    rated = ratings.table(FILE)
    good, others = list[Kind](), list[Kind]()
    ratings_of = [
        rated.get((name, source, scale + 1, int(fills)), BEST if source == by_rules.SOURCE else None)
        for source, scale in ((generator.manners[manner], scale) for manner, scale, _ in kinds)
    ]
    beside = BESIDE_BEST * max([OFTEN, *(much for *_, much in kinds)]) / max(ratings_of.count(GOOD), 1)
    for (manner, scale, much), rating in zip(kinds, ratings_of, strict=True):
        share = much * (PASSABLE if rating == 1 else 1)
        if rating == BEST or (rating == GOOD and BEST not in ratings_of):
            good.append((manner, scale, round(max(much, OFTEN), 3)))
        elif rating == GOOD:
            good.append((manner, scale, round(beside, 3)))
        elif rating != 0 and (rating is None or share >= SELDOM):
            others.append((manner, scale, round(share, 3)))
    ruled = all(generator.manners[manner] == by_rules.SOURCE for manner, _, _ in good)
    return tuple(good + others if ruled else good)


def asked_for(generator: SpriteGenerator) -> list[Asking]:
    """Return what viewers are shown: names in each kind of art, those together that end with the same word."""
    pairs = zip(generator.names, generator.kinds, strict=True)
    things = [
        (name, kind, False)
        for name, kinds in pairs
        for kind in kinds
        if kind[2] >= SHOWN or kind[2] == max(much for *_, much in kinds)
    ]
    tiles = [(name, kind, True) for name, kinds in generator.tiles.items() for kind in kinds]
    return sorted(things, key=lambda one: (one[0].split()[-1], one)) + sorted(tiles)


@torch.no_grad()
def draw(generator: SpriteGenerator, asking: Sequence[Asking], seed: int) -> Tensor:
    """Return a drawing of each, as the program draws one candidate: pictures [B, 4, 32, 32]."""
    reader, recipe = perceptors.load("tiny"), SpriteRecipe()
    subjects = subjects_of([Thing(name, name, name) for name, *_ in asking], reader, ())
    keys = generator.network.keys[[generator.names.index(name) for name, *_ in asking]].cpu()
    asked = Asked(
        pulled(torch.stack([subject.embed for subject in subjects]).float(), keys),
        torch.tensor([kind[0] for _, kind, _ in asking]),
        torch.tensor([kind[1] for _, kind, _ in asking]),
        colours_of(subjects),
    )
    rng = Rng((seed,)).item(0)
    latents = sample(
        generator.network,
        asked,
        (recipe.steps, recipe.guidance, recipe.eta),
        lambda step: rng.at("sprites.noise", step + 1).normal(len(asking), LATENTS)[0],
    )
    latents = polished(
        generator.network,
        latents,
        asked,
        lambda index: rng.at("sprites.polish", index).normal(recipe.polish, LATENTS)[0],
    )
    odds = generator.odds_of(latents, asked, recipe.size, [not fills for *_, fills in asking])
    odds = [without_clear(one) if fills else one for one, (*_, fills) in zip(odds, asking, strict=True)]
    cost = costs(generator.colours, generator.colours)
    return in_colours(torch.stack([decided([one], cost, recipe.palette_size)[0] for one in odds]), generator.colours)


def write_sheets(generator: SpriteGenerator, out: Path) -> None:
    """Write every drawing with its number and name, and what each is."""
    asking = asked_for(generator)
    for start in range(0, len(asking), A_SHEET):
        part = asking[start : start + A_SHEET]
        drawn = torch.cat([draw(generator, part[at : at + BATCH], start + at + 1) for at in range(0, len(part), BATCH)])
        sheet(drawn, [name for name, *_ in part]).save(out / f"{start // A_SHEET + 1:02d}.png")
        print(f"{start + len(part)} of {len(asking)}", flush=True)
    key = [(name, generator.manners[manner], scale + 1, int(fills)) for name, (manner, scale, _), fills in asking]
    (out / "key.json").write_text(json.dumps(key), encoding="utf-8")


def sheet(pictures: Tensor, names: Sequence[str]) -> Image.Image:
    """Return pictures [B, 4, S, S] in rows, three times as large, with numbers and names in two lines below."""
    titles = [f"{number} {name}" for number, name in enumerate(names, 1)]
    lines = [f"{title[:LETTERS]}\n{title[LETTERS : 2 * LETTERS]}" for title in titles]
    return sprite_report.sheet(list(pictures), lines, ACROSS, TIMES, BELOW)


def read_ratings(out: Path) -> list[tuple[str, str, int, int, int]]:
    """Return (name, source, width of a cell, 1 where it fills its square, rating) of what is on the sheets rated."""
    key = json.loads((out / "key.json").read_text(encoding="utf-8"))
    rows = []
    for line in "\n".join(path.read_text("utf-8") for path in sorted(out.glob("ratings-*.txt"))).splitlines():
        if "|" not in line:
            continue
        number, *listed = line.split("|")
        bad, good = ({int(one) for one in part.split(":")[1].split()} for part in listed)
        first = (int(number) - 1) * A_SHEET
        for at, (name, source, width, fills) in enumerate(key[first : first + A_SHEET], 1):
            rows.append((name, source, width, fills, 0 if at in bad else 2 if at in good else 1))
    return sorted(rows)


def main() -> None:
    """Draw what viewers rate, or read what they said."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rated", action="store_true", help="read the viewers' ratings")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    if not given.rated:
        write_sheets(files.load(), given.out)
        return
    rows = read_ratings(given.out)
    with FILE.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("name", "source", "width", "fills", "rating"))
        writer.writerows(rows)
    print(f"{len(rows)} drawings: " + ", ".join(f"{sum(row[-1] == one for row in rows)} of {one}" for one in (0, 1, 2)))


if __name__ == "__main__":
    main()
