"""Makes the README's gallery: `python -m examples.gallery`.

Draws every row below with exactly the settings of its command, writes the pictures and one sheet of them to
docs/gallery, and puts the table into the README.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

import pixdraw
from pixdraw.text.prompts import slug

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs/gallery"
TILE = 150
COLUMNS = 6


@dataclass(frozen=True)
class Picture:
    """A row of the gallery: what is typed after `pixdraw`."""

    command: str

    @property
    def settings(self) -> dict[str, object]:
        prompt, *words = shlex.split(self.command)
        given: dict[str, object] = {"prompts": [prompt]}
        while words:
            name, value = words.pop(0).removeprefix("--").replace("-", "_"), True
            if name.startswith("no_"):
                name, value = name.removeprefix("no_"), False
            elif words and not words[0].startswith("--"):
                value = words.pop(0)  # type: ignore[assignment]
            given[name] = value
        return given


PICTURES = [
    Picture('"a red heart #pixelart" --seed 1'),
    Picture('"a knight" --seed 1'),
    Picture('"a wizard in a blue robe" --seed 3'),
    Picture('"a pirate captain with a hook hand" --seed 1'),
    Picture('"a plague doctor" --seed 1'),
    Picture('"a girl holding a red balloon" --seed 1'),
    Picture('"an orc warrior" --seed 1'),
    Picture('"a slime with one eye" --seed 1'),
    Picture('"a fire breathing red dragon" --seed 1'),
    Picture('"a hydra" --seed 1'),
    Picture('"a mimic" --seed 1'),
    Picture('"a giant spider with purple markings" --seed 1'),
    Picture('"a ruby sword" --seed 1'),
    Picture('"a steel battle axe" --seed 3'),
    Picture('"a treasure chest" --seed 2'),
    Picture('"a red potion in a round bottle" --seed 4'),
    Picture('"a spell book with a gold star on it" --seed 1'),
    Picture('"a golden crown with emeralds" --seed 2'),
    Picture('"a sleeping fox" --seed 1'),
    Picture('"an owl on a branch" --seed 1'),
    Picture('"a penguin with a red scarf" --seed 1'),
    Picture('"a black and white cow" --seed 1'),
    Picture('"a frog on a lily pad" --seed 1'),
    Picture('"a unicorn" --seed 5'),
    Picture('"a bowl of ramen" --seed 1'),
    Picture('"a slice of pizza" --seed 1'),
    Picture('"a strawberry cupcake" --seed 1'),
    Picture('"two red apples and a banana" --seed 1'),
    Picture('"a cactus" --seed 2'),
    Picture('"a cat in a box" --seed 1'),
    Picture('"a steam train" --seed 1'),
    Picture('"a pirate ship with torn sails" --seed 1'),
    Picture('"a green tractor" --seed 1'),
    Picture('"an airship" --seed 1'),
    Picture('"a rocket" --seed 5'),
    Picture('"a hot air balloon with red and white stripes" --seed 1'),
    Picture('"a haunted house" --seed 1'),
    Picture('"a windmill" --seed 1'),
    Picture('"a lighthouse on a rock" --seed 1'),
    Picture('"a castle tower with a red flag" --seed 2'),
    Picture('"a japanese temple" --seed 1'),
    Picture('"a campfire in a forest" --seed 4'),
    Picture('"a graveyard at night" --seed 1'),
    Picture('"a medieval village" --seed 1'),
    Picture('"a cyberpunk city in the rain" --seed 1'),
    Picture('"a waterfall in the jungle" --seed 1'),
    Picture('"snowy mountains and pine trees" --seed 1'),
    Picture('"a tavern with a fireplace" --seed 1'),
    Picture('"a grass tile with flowers" --seed 1'),
    Picture('"a mossy stone brick wall" --seed 1'),
    Picture('"a lava tile" --seed 1'),
    Picture('"a snowman" --seed 2 --palette pico-8 --palette-mode exact'),
    Picture('"a strawberry" --seed 1 --pixel-type hex'),
    Picture('"a green apple" --drawer clipdraw --seed 1'),
    Picture('"an owl" --drawer line_sketch --seed 1'),
    Picture('"a butterfly" --drawer fft --seed 4'),
    Picture('"a red apple" --drawer pyramid --seed 2'),
    Picture('"a fox" --drawer siren --seed 1'),
]


def main() -> None:
    """Draw all pictures and write the sheet and the README's table."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    publish([(picture, draw(picture)) for picture in PICTURES])


def publish(rows: list[tuple[Picture, Path]]) -> None:
    """Write the sheet and the README's table of drawn pictures."""
    sheet([path for _, path in rows]).save(FOLDER / "sheet.png")
    table = ["| picture | command |", "|---|---|"]
    for picture, path in rows:
        table.append(f'| <img src="docs/gallery/{path.name}" width="96"> | `pixdraw {picture.command}` |')
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text().partition("<!-- gallery -->")
    after = rest.partition("<!-- /gallery -->")[2]
    body = "\n".join(["<details><summary>The commands</summary>\n", *table, "\n</details>"])
    readme.write_text(f"{before}<!-- gallery -->\n{body}\n<!-- /gallery -->{after}")


def draw(picture: Picture) -> Path:
    """Draw one picture into the gallery and return its PNG."""
    drawing = pixdraw.draw(**picture.settings)
    drawer = drawing.settings.drawer
    name = slug(drawing.labels[0], drawing.seeds[0]) + ("" if drawer == "pixel" else f"-{drawer}")
    if drawer in ("clipdraw", "line_sketch"):
        drawing.save(FOLDER / f"{name}.svg")
    return drawing.save(FOLDER / f"{name}.png")[0]


def sheet(paths: list[Path]) -> Image.Image:
    """Lay the pictures out on white, in rows."""
    rows = -(-len(paths) // COLUMNS)
    out = Image.new("RGB", (COLUMNS * TILE, rows * TILE), "white")
    for index, path in enumerate(paths):
        tile = Image.open(path).convert("RGBA")
        tile.thumbnail((TILE - 6, TILE - 6), Image.Resampling.BOX)
        place = (index % COLUMNS * TILE + 3, index // COLUMNS * TILE + 3)
        out.paste(tile, place, tile)
    return out


if __name__ == "__main__":
    main()
