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
    Picture('"an orc warrior" --seed 1'),
    Picture('"a wizard in a blue robe" --seed 3'),
    Picture('"a knight" --seed 1'),
    Picture('"a unicorn" --seed 5'),
    Picture('"a ninja" --seed 1'),
    Picture('"a slime" --seed 1'),
    Picture('"a lava golem" --seed 1'),
    Picture('"a battle axe" --seed 3'),
    Picture('"a crossbow" --seed 3'),
    Picture('"a steel pickaxe" --seed 1'),
    Picture('"a treasure chest" --seed 2'),
    Picture('"a red potion" --seed 4'),
    Picture('"a spell book" --seed 1'),
    Picture('"a ruby sword" --seed 1'),
    Picture('"a cat in a box" --seed 1'),
    Picture('"a red apple" --seed 2'),
    Picture('"a slice of pizza" --seed 1'),
    Picture('"a hamburger" --seed 2'),
    Picture('"a birthday cake" --seed 1'),
    Picture('"a mushroom" --seed 4'),
    Picture('"a cactus" --seed 2'),
    Picture('"a fox" --seed 1'),
    Picture('"an owl" --seed 1'),
    Picture('"a penguin" --seed 1'),
    Picture('"a horse" --seed 1'),
    Picture('"a butterfly" --seed 4'),
    Picture('"a cat wearing a wizard hat" --seed 2'),
    Picture('"a dragon in a cave" --seed 1'),
    Picture('"a castle" --seed 2'),
    Picture('"a submarine" --seed 1'),
    Picture('"a rocket" --seed 5'),
    Picture('"a campfire in a forest" --seed 4'),
    Picture('"a snowy mountain" --seed 2'),
    Picture('"a forest at night" --seed 2'),
    Picture('"a city skyline at night" --seed 3'),
    Picture('"a grass tile" --seed 1'),
    Picture('"a mossy stone brick wall" --seed 1'),
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
