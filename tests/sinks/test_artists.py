"""Colour tables, sheets, tilesets and films, read by other programs' readers."""

import json
from pathlib import Path
from typing import Any

import imageio.v3 as imageio
import imageio_ffmpeg
import numpy as np
import pytest
import torch
from PIL import Image

from pixdraw.assembly.driving import drive
from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging.files import read, to_uint8
from pixdraw.imaging.palettes import parse_palette
from pixdraw.settings.model import PLACES
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.native import indexed, sheet
from pixdraw.sinks.standard import standard_sinks
from tests.fakes import small_session

PALETTE = "[black, white, red, #00ff00, blue]"
EVERYTHING = ("save_indexed", "save_sheet", "save_tileset", "make_webp", "make_apng", "make_gif", "make_video")


def draw(folder: Path, **given: Any) -> tuple[dict[str, Path], torch.Tensor]:
    session = small_session(outdir=str(folder), iterations=3, **given)
    sinks = standard_sinks(session)
    for _ in drive(session, sinks):
        pass
    return {path.name: path for sink in sinks for path in sink.written}, session.drawer.cells().detach()  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Path], torch.Tensor]:
    return draw(
        tmp_path_factory.mktemp("run"), prompts=["red", "green"], seed=[1, 2], palette=PALETTE, palette_mode="exact",
        transparent=True, pixel_init_noise=0.5, pixel_lr=0.2, sheet_duration_ms=80, **dict.fromkeys(EVERYTHING, True),
    )  # fmt: skip


def table(path: Path) -> list[tuple[int, ...]]:
    with Image.open(path) as picture:
        assert picture.mode == "P"
        flat = picture.getpalette()
        return [tuple(flat[start : start + 3]) for start in range(0, len(flat), 3)]  # type: ignore[index]


def test_the_colour_table_is_the_palette_in_its_order_and_one_clear_entry(run: tuple) -> None:
    files, cells = run
    path = files["red-1-indexed.png"]
    wanted = [tuple(row) for row in to_uint8(parse_palette(PALETTE)).tolist()]
    assert table(path)[:5] == wanted
    with Image.open(path) as picture:
        assert picture.size == (10, 8) and picture.info["transparency"] == 5
        numbers = torch.frombuffer(bytearray(picture.tobytes()), dtype=torch.uint8).view(8, 10).long()
    clear = cells[0, 3] < 0.5
    assert clear.any() and not clear.all() and torch.equal(numbers == 5, clear)
    shown = parse_palette(PALETTE)[numbers.clamp(max=4)].permute(2, 0, 1)
    assert torch.equal(shown[:, ~clear], cells[0, :3][:, ~clear])


def test_without_a_palette_the_table_is_the_sprites_own_commonest_first() -> None:
    sprite = torch.zeros(3, 4, 4)
    sprite[0, 0], sprite[1, 1, :2] = 1, 1
    picture = indexed(sprite, None)
    assert (picture.getpalette() or [])[:9] == [0, 0, 0, 255, 0, 0, 0, 255, 0]
    many = torch.rand(4, 40, 40)
    many[3] = 1
    assert max(indexed(many, None).tobytes()) <= 254
    clear = torch.zeros(4, 3, 3)
    assert set(indexed(clear, None).tobytes()) == {1}


def test_a_palette_longer_than_a_table_is_refused_before_the_run(tmp_path: Path) -> None:
    for transparent, count in ((True, 256), (False, 257)):
        with pytest.raises(SettingsError, match=f"holds {count - 1} colours.*the palette has {count}"):
            draw(tmp_path / "x", palette=rf"red->blue\{count}", save_indexed=True, transparent=transparent)


def test_a_sheet_has_every_sprite_where_its_json_says(run: tuple) -> None:
    files, cells = run
    layout = json.loads(files["sheet.json"].read_text())
    image = read(files["sheet.png"])[0]
    assert layout["meta"]["image"] == "sheet.png" and layout["meta"]["size"] == {"w": 20, "h": 16}
    assert [frame["filename"] for frame in layout["frames"]] == ["red-1", "red-2", "green-1", "green-2"]
    for frame, sprite in zip(layout["frames"], cells, strict=True):
        x, y, w, h = (frame["frame"][key] for key in "xywh")
        assert torch.equal(to_uint8(image[:, y : y + h, x : x + w]), to_uint8(sprite).where(sprite >= 0, 0))
        assert frame["duration"] == 80 and frame["sourceSize"] == {"w": 10, "h": 8}
    tags = [(tag["name"], tag["from"], tag["to"]) for tag in layout["meta"]["frameTags"]]
    assert tags == [("red", 0, 1), ("green", 2, 3)]


def test_sheets_have_the_columns_asked_for() -> None:
    pictures = torch.arange(5.0).view(5, 1, 1, 1).expand(5, 3, 2, 4)
    image, columns = sheet(pictures, 2)
    assert columns == 2 and image.shape == (3, 6, 8)
    assert image[0, ::2, ::4].tolist() == [[0, 1], [2, 3], [4, 0]]
    assert sheet(pictures, 99)[1] == 5
    assert sheet(pictures, None)[0].shape == (3, 6, 8)


def test_a_map_is_read_by_pytmx(run: tuple) -> None:
    pytmx = pytest.importorskip("pytmx")
    files, _ = run
    found = pytmx.TiledMap(str(files["tiles.tmx"]))
    assert (found.width, found.height, found.tilewidth, found.tileheight) == (8, 8, 10, 8)
    (tiles,) = found.tilesets
    assert (tiles.tilecount, tiles.columns, tiles.source) == (4, 2, "tiles.png")
    assert len({gid for _, _, gid in found.layers[0].iter_data()}) == 4
    tsj = json.loads(files["tiles.tsj"].read_text())
    assert (tsj["tilecount"], tsj["imagewidth"], tsj["imageheight"]) == (4, 20, 16)


def test_map_and_tileset_are_read_by_pytiled_parser(run: tuple) -> None:
    pytiled_parser = pytest.importorskip("pytiled_parser")
    from pytiled_parser.parsers.json import tileset

    files, _ = run
    found = pytiled_parser.parse_map(files["tiles.tmx"])
    assert tuple(found.map_size) == (8, 8) and tuple(found.tile_size) == (10, 8)
    assert {gid for row in found.layers[0].data for gid in row} == {1, 2, 3, 4}
    tsj = files["tiles.tsj"]
    for tiles in (found.tilesets[1], tileset.parse(json.loads(tsj.read_text()), 1, tsj.parent)):
        assert (tiles.tile_count, tiles.columns, tiles.tile_width, tiles.tile_height) == (4, 2, 10, 8)
        assert (tiles.image.name, tiles.image_width, tiles.image_height) == ("tiles.png", 20, 16)


@pytest.mark.parametrize("kind", ["webp", "apng", "gif", "mp4"])
def test_films_are_read_by_imageio(run: tuple, kind: str) -> None:
    files, _ = run
    path = files[f"red-1.{kind}"]
    if kind == "mp4":
        frames = np.stack(list(imageio_ffmpeg.read_frames(str(path)))[1:])
        frames = np.frombuffer(frames, np.uint8).reshape(-1, 32, 40, 3)
    else:
        frames = np.stack(list(imageio.imiter(path, plugin="pillow", mode="RGBA")))
    assert len(frames) >= 4 and frames.shape[1:3] == (32, 40)
    assert (frames[0] != frames[-1]).any()


@pytest.mark.parametrize("kind", ["webp", "apng", "gif"])
def test_films_open_and_end_with_the_picture(run: tuple, kind: str) -> None:
    files, _ = run
    with Image.open(files[f"red-1.{kind}"]) as film:
        assert film.n_frames >= 2 and film.size == (40, 32)  # type: ignore[attr-defined]
        film.seek(film.n_frames - 1)  # type: ignore[attr-defined]
        last = torch.frombuffer(bytearray(film.convert("RGBA").tobytes()), dtype=torch.uint8).view(32, 40, 4)
    kept = to_uint8(read(files["red-1.png"])[0]).permute(1, 2, 0)
    shown = kept[..., 3] > 127
    assert torch.equal(last[shown][:, :3], kept[shown][:, :3])


@pytest.mark.parametrize(
    "name", ["red-1-indexed.png", "red-1.gif", "red-1.webp", "red-1.apng", "red-1.mp4", "sheet.png", "sheet.json",
             "tiles.png", "tiles.tsj", "tiles.tmx"],
)  # fmt: skip
def test_every_file_holds_what_draws_it_again(run: tuple, name: str) -> None:
    files, _ = run
    settings = read_settings(files[name])
    alone = name.startswith("red")
    assert settings["prompts"] == (["red"] if alone else ["red", "green"])
    assert settings["seed"] == ([1] if alone else [1, 2])
    assert settings["palette"] == PALETTE and settings["iterations"] == 3 and not set(PLACES) & set(settings)


def test_a_sheet_is_drawn_again_from_its_json(run: tuple, tmp_path: Path) -> None:
    files, _ = run
    asked = {"save_sheet": True, "save_tileset": True, "save_indexed": True}
    settings = {**read_settings(files["sheet.json"]), **asked}
    again, _ = draw(tmp_path / "again", **{k: v for k, v in settings.items() if k not in ("iterations", "outdir")})
    for name in ("sheet.png", "tiles.png", "red-2-indexed.png", "green-1.png"):
        assert torch.equal(read(again[name]), read(files[name]))


@pytest.mark.parametrize("name", ["x.json", "x.tmx", "x.tsj", "x.gif", "x.webp", "x.mp4", "x.txt"])
def test_foreign_files_are_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b'{"meta": {}}')
    with pytest.raises(FileError, match="holds no settings of pixdraw|not a picture that can be read"):
        read_settings(tmp_path / name)
