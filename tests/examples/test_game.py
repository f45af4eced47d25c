"""The scene of a game, small: what it writes is opened by readers of other people."""

from pathlib import Path

import pytest
import torch

from examples import game
from pixdraw.formats.reading import read_frames
from pixdraw.imaging.files import save_png
from pixdraw.tools.animate import in_directions, write


def figure(hair: float, side: int = 16) -> torch.Tensor:
    """A figure with a head, a trunk, legs and an arm: [4, side, side]."""
    out = torch.zeros(4, side, side)
    for colour, (top, bottom, left, right) in {
        (0.1, 0.1, 0.2): (1, 7, 5, 11), (hair, 0.6, 0.5): (2, 6, 6, 10), (0.7, 0.2, 0.2): (7, 11, 5, 11),
        (0.2, 0.2, 0.6): (11, 15, 5, 7), (0.2, 0.2, 0.5): (11, 15, 9, 11), (0.9, 0.8, 0.5): (8, 9, 11, 14),
    }.items():  # fmt: skip
        out[:, top:bottom, left:right] = torch.tensor([*colour, 1.0]).view(4, 1, 1)
    return out


@pytest.fixture
def views(tmp_path: Path) -> dict[str, torch.Tensor]:
    for number, name in enumerate(game.VIEWS):
        save_png(figure(number / 4), tmp_path / f"{name}.png")
    return game.hero({name: tmp_path / f"{name}.png" for name in game.VIEWS})


def test_the_map_with_the_hero_is_opened_by_other_readers(views: dict[str, torch.Tensor], tmp_path: Path) -> None:
    pytmx = pytest.importorskip("pytmx")
    parser = pytest.importorskip("pytiled_parser")
    frames = in_directions(views, game.ACTIONS, 4)
    write(frames, str(tmp_path / "knight"), "tiled")
    fills = torch.rand(2, 3, 8, 8, generator=torch.Generator().manual_seed(1))
    path = game.ground(fills, frames, tmp_path)
    found = pytmx.TiledMap(str(path))
    heroes = list(found.get_layer_by_name("heroes"))
    assert [one.name for one in heroes] == [tag.name for tag in frames.tags] and len(heroes) == 16
    for one, tag in zip(heroes, frames.tags, strict=True):
        moves = found.get_tile_properties_by_gid(one.gid)["frames"]
        assert [move.duration for move in moves] == list(frames.durations_ms[tag.first : tag.last + 1])
    parsed = parser.parse_map(path)
    sets = sorted(parsed.tilesets.values(), key=lambda one: one.firstgid)
    assert [one.name for one in sets] == ["ground", "knight"] and sets[1].tile_count == len(frames)
    assert sets[1].tiles[frames.tags[1].first].class_ == frames.tags[1].name


def test_tiles_lie_where_the_tileset_says(views: dict[str, torch.Tensor], tmp_path: Path) -> None:
    pytmx = pytest.importorskip("pytmx")
    from pixdraw.formats.packing import Packing
    from pixdraw.formats.writers import ExportOptions, files_of
    from pixdraw.imaging.files import read

    frames = in_directions(views, ("walk",), 4)
    for name, data in files_of(
        "tiled", frames, "knight", ExportOptions(Packing(padding=2, extrude=1, trim=True))
    ).items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "one.tmx").write_text(
        '<map version="1.10" orientation="orthogonal" width="1" height="1" tilewidth="16" tileheight="16">'
        '<tileset firstgid="1" source="knight.tsx"/><layer id="1" name="a" width="1" height="1">'
        f'<data encoding="csv">{len(frames)}</data></layer></map>'
    )
    found = pytmx.TiledMap(str(tmp_path / "one.tmx"), image_loader=lambda *_, **__: lambda rect, _: rect)
    x, y, width, height = found.get_tile_image(0, 0, 0)
    shown = read(tmp_path / "knight.png")[0, :, y : y + height, x : x + width]
    assert torch.equal((shown * 255).round(), (frames.pixels[-1] * 255).round())


def test_fakes_become_true_pixel_art_again(views: dict[str, torch.Tensor], tmp_path: Path) -> None:
    names = ("enlarged by 7.3", "JPEG 60", "bilinear")
    whole = game.damaged
    game.damaged = lambda views: {name: one for name, one in whole(views).items() if name in names}
    try:
        lines = game.fakes([*views.values()], tmp_path)
    finally:
        game.damaged = whole
    assert len(lines) == 3 and all("16x16 cells" in line for line in lines), lines
    assert read_frames([tmp_path / "fakes.png"]).size == (328, 3 * 164)
