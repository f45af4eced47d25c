# mypy: disable-error-code="attr-defined,misc,arg-type,assignment"
# Another program's reader, of types that its own code does not keep.
"""Tiles that join: every legal pair, seamless fills, and what Tiled's readers make of the files."""

import json
from functools import partial
from itertools import product
from pathlib import Path

import pytest
import torch

from pixdraw.cli import app
from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging.files import read, save_png
from pixdraw.tools.seams import seam_excess, seamless
from pixdraw.tools.terrain import Terrains, corner_map, corner_sets, lay, neighbour_map, neighbour_sets, terrains
from pixdraw.tools.tileset import files_of, fills, write


def fill(seed: int, side: int = 16) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    colours = torch.rand(4, 3, generator=generator)
    return colours[torch.randint(0, 4, (side, side), generator=generator)].permute(2, 0, 1)


@pytest.fixture(scope="module", params=[(1, 16, 0.6), (7, 8, 1.0), (2, 5, 0.0)], ids=str)
def made(request: pytest.FixtureRequest) -> Terrains:
    seed, side, roughness = request.param
    return terrains(fill(1, side), fill(2, side), seed=seed, roughness=roughness)


def assert_joined(masks: torch.Tensor, one: int, other: int, axis: int) -> None:
    """The border's cells of two tiles are of the same terrains; `axis` 1: the other lies to the right, 0: below."""
    assert torch.equal(masks[one].select(axis, -1), masks[other].select(axis, 0)), (one, other)


def test_every_legal_pair_of_corner_tiles_joins(made: Terrains) -> None:
    pairs = 0
    for (one, a), (other, b) in product(enumerate(corner_sets()), repeat=2):
        if (a[1], a[2]) == (b[0], b[3]):
            assert_joined(made.masks, one, other, 1)
            pairs += 1
        if (a[3], a[2]) == (b[0], b[1]):
            assert_joined(made.masks, one, other, 0)
            pairs += 1
    assert pairs == 2 * 16 * 4


def test_every_legal_pair_of_neighbour_tiles_joins(made: Terrains) -> None:
    sets = neighbour_sets()
    assert len(set(sets)) == 47
    pairs = 0
    for (one, a), (other, b) in product(enumerate(sets, 16), repeat=2):
        if a.right and b.left and (a.top_right, a.bottom_right) == (b.top_left, b.bottom_left):
            assert_joined(made.masks, one, other, 1)
            pairs += 1
        if a.bottom and b.top and (a.bottom_left, a.bottom_right) == (b.top_left, b.top_right):
            assert_joined(made.masks, one, other, 0)
            pairs += 1
    assert pairs > 600
    for number, near in enumerate(sets, 16):  # beside the lower terrain alone, tile 0
        for side, border in (("right", made.masks[number, :, -1]), ("left", made.masks[number, :, 0]),
                             ("bottom", made.masks[number, -1]), ("top", made.masks[number, 0])):  # fmt: skip
            assert getattr(near, side) or not border.any()
        assert made.masks[number].any()


def test_tiles_are_their_terrains_and_no_two_are_alike(made: Terrains) -> None:
    side = made.masks.shape[1]
    lower, upper = fill(1, side), fill(2, side)
    assert torch.equal(made.tiles[0], lower) and torch.equal(made.tiles[15], upper)
    assert torch.equal(made.tiles[63], upper) and made.masks[62].all()
    assert torch.equal(torch.where(made.masks[:, None], 0, made.tiles), torch.where(made.masks[:, None], 0, lower))
    own = {tuple(row) for row in torch.cat([lower, upper], 2).flatten(1).T.tolist()}
    assert {tuple(row) for row in made.tiles.movedim(1, -1).flatten(0, 2).tolist()} <= own
    if side > 5:
        assert len({tile.numpy().tobytes() for tile in made.masks[:16]}) == 16
        assert len({tile.numpy().tobytes() for tile in made.masks[16:63]}) == 47


def test_seeds_and_roughness_change_the_borders_and_nothing_else() -> None:
    one, other, plain = (terrains(fill(1), fill(2), seed=s, roughness=r) for s, r in ((1, 0.6), (2, 0.6), (1, 0)))
    assert not torch.equal(one.masks, other.masks) and not torch.equal(one.masks, plain.masks)
    assert torch.equal(one.masks, terrains(fill(1), fill(2), seed=1).masks)
    assert plain.masks[3].float().diff(dim=1).eq(0).all()  # a straight border


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_maps_are_laid_so_that_everything_joins(seed: int) -> None:
    made = terrains(fill(1), fill(2), seed=seed)
    for numbers in (corner_map(9, 13, seed), neighbour_map(9, 13, seed)):
        assert numbers.shape == (9, 13) and len(numbers.unique()) > 8
        for y, x in product(range(9), range(13)):
            for axis, (v, u) in ((1, (y, x + 1)), (0, (y + 1, x))):
                if v < 9 and u < 13:
                    assert_joined(made.masks, int(numbers[y, x]), int(numbers[v, u]), axis)
        assert lay(made.tiles, numbers).shape == (3, 144, 208)


def test_a_seam_is_covered_without_a_new_colour() -> None:
    y, x = torch.meshgrid(torch.arange(24), torch.arange(24), indexing="ij")
    dots = torch.rand(24, 24, generator=torch.Generator().manual_seed(1)).round() / 4
    hill = torch.stack([(x / 23 * 5).round() / 5, (y / 23 * 5).round() / 5, dots]).float()
    for ways, axes in (((True, True), (1, 2)), ((True, False), (2,)), ((False, True), (1,))):
        found = seamless(hill, tile_x=ways[0], tile_y=ways[1])
        for axis in axes:
            assert seam_excess(hill, axis) > 4 and seam_excess(found, axis) < 2
        before, after = ({tuple(row) for row in picture.flatten(1).T.tolist()} for picture in (hill, found))
        assert after <= before
    assert torch.equal(seamless(hill, tile_x=False, tile_y=False), hill)
    assert torch.equal(seamless(fill(1)), fill(1))  # it has no seam


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("meadow")
    write(folder / "meadow", partial(files_of, terrains(fill(1), fill(2)), ("dirt", "grass")))
    return folder


def test_tsx_and_tsj_are_read_by_pytiled_parser(written: Path) -> None:
    pytiled_parser = pytest.importorskip("pytiled_parser")
    from pytiled_parser.parsers.json import tileset

    tsj = written / "meadow.tsj"
    of_tmx = pytiled_parser.parse_map(written / "meadow-corners.tmx").tilesets[1]
    for found in (of_tmx, tileset.parse(json.loads(tsj.read_text()), 1, tsj.parent)):
        assert (found.tile_count, found.columns, found.tile_width, found.image_width) == (64, 8, 16, 128)
        corners, near = found.wang_sets
        assert (corners.wang_type, near.wang_type) == ("corner", "mixed")
        assert [colour.name for colour in corners.wang_colors] == ["dirt", "grass"]
        assert (len(corners.wang_tiles), len(near.wang_tiles)) == (16, 47)
        for number, around in enumerate(corner_sets()):
            ids = corners.wang_tiles[number].wang_id
            assert [ids[place] for place in (7, 1, 3, 5)] == [corner + 1 for corner in around]
            assert not any(ids[0::2])
        for number, around in enumerate(neighbour_sets(), 16):
            ids = near.wang_tiles[number].wang_id
            assert [ids[place] - 1 for place in (0, 2, 4, 6)] == [around.top, around.right, around.bottom, around.left]
            assert ids[7] - 1 == around.top_left and ids[3] - 1 == around.bottom_right


@pytest.mark.parametrize("kind", ["corners", "neighbours"])
def test_maps_are_read_by_pytmx_and_look_as_their_picture(written: Path, kind: str) -> None:
    pytmx = pytest.importorskip("pytmx")
    found = pytmx.TiledMap(str(written / f"meadow-{kind}.tmx"))
    assert (found.width, found.height, found.tilewidth) == (20, 12, 16)
    sheet, picture = (read(written / name)[0] for name in ("meadow.png", f"meadow-{kind}.png"))
    gids = {x + y * 20: found.tiledgidmap[gid] - 1 for x, y, gid in found.layers[0].iter_data()}
    tiles = torch.stack([sheet[:, n // 8 * 16 : n // 8 * 16 + 16, n % 8 * 16 : n % 8 * 16 + 16] for n in range(64)])
    numbers = torch.tensor([gids[place] for place in range(240)]).view(12, 20)
    assert torch.equal(lay(tiles, numbers), picture)


def test_the_command_takes_pictures_and_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    save_png(fill(1), "dirt.png")
    save_png(fill(2), "grass.png")
    save_png(fill(2, 8), "small.png")
    app(["tileset", "grass.png", "dirt.png", "--output", "out/meadow"])
    assert capsys.readouterr().out.split() == [
        f"out/meadow{end}" for end in (".png", ".tsx", ".tsj", "-corners.tmx", "-corners.png", "-neighbours.tmx",
                                       "-neighbours.png")
    ]  # fmt: skip
    app(["tileset", "grass.png", "dirt.png", "--output", "out/meadow"])
    assert capsys.readouterr().out.split()[1] == "out/meadow-2.tsx"
    assert [f'"meadow{end}.png"' in Path(f"out/meadow{end}.tsx").read_text() for end in ("", "-2")] == [True, True]
    app(["tileset", "grass.png", "--no-tile-y", "--output", "lawn"])
    assert read("lawn.png").shape == (1, 3, 16, 16)
    for words, message in (
        (["grass.png", "small.png"], "fills of different sizes (grass.png 16x16, small.png 8x8)"),
        (["grass.png", "none.png"], "none.png: cannot be read"),
        (["a", "b", "c"], "3 terrains: give one or two"),
        (["grass.png", "dirt.png", "--no-tile-x"], "work only with a single terrain"),
        (["grass.png", "dirt.png", "--palette", "pico-8"], "palette is for terrains that are drawn"),
        (["grass", "--side", "0"], "side=0: expected 4 to 256 cells"),
        (["grass.png", "dirt.png", "--roughness", "2"], "roughness=2.0: expected a number from 0 to 1"),
    ):
        with pytest.raises((SettingsError, FileError)) as caught:
            app(["tileset", *words], exit_on_error=False, print_error=False)
        assert message in str(caught.value) and "\n" not in str(caught.value)


def test_fills_that_are_no_squares_are_refused() -> None:
    with pytest.raises(SettingsError, match="fills of 16x8 and 16x8 cells: give two squares of one size, 4 to 256"):
        terrains(fill(1)[:, :8], fill(2)[:, :8])


def test_terrains_of_known_materials_are_drawn_by_rules_unless_more_is_asked_for() -> None:
    grass, water, again = fills(["grass", "water", "grass"], 16, seed=[3])
    assert grass.shape == (3, 16, 16) and torch.equal(grass, again) and not torch.equal(grass, water)
    assert grass[1].mean() > grass[2].mean() and water[2].mean() > water[0].mean()
    assert not torch.equal(grass, fills(["grass"], 16, seed=[4])[0])
