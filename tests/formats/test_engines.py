"""What engines read: sheets, their descriptions, films; each read again by another program's reader."""

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations, product

import pytest
import torch
import yaml
from PIL import Image, ImageSequence

from pixdraw.errors import SettingsError
from pixdraw.formats.catalog import FORMATS
from pixdraw.formats.frames import SpriteFrames
from pixdraw.formats.normals import normal_map
from pixdraw.formats.packing import Packing, Place, pack
from pixdraw.formats.writers import ExportOptions, files_of
from pixdraw.imaging.files import read, to_uint8
from tests.formats.fakes import hero

PACKINGS = [Packing(), Packing(2, 1), Packing(3, 2, 2), Packing(None, 1, 1, True), Packing(trim=True)]


def whole(image: torch.Tensor, place: Place, size: tuple[int, int]) -> torch.Tensor:
    """Put a packed frame back where it lay."""
    frame = torch.zeros(4, *size)
    part = image[:, place.y : place.y + place.height, place.x : place.x + place.width]
    frame[:, place.top : place.top + place.height, place.left : place.left + place.width] = part
    return frame


@pytest.mark.parametrize("packing", PACKINGS, ids=str)
def test_every_frame_lies_where_the_sheet_says_and_none_bleeds_into_another(packing: Packing) -> None:
    frames = hero(9)
    atlas = pack(frames.pixels, packing)
    for frame, place in zip(frames.pixels, atlas.places, strict=True):
        assert torch.equal(whole(atlas.image, place, frames.size), frame)
    around = packing.extrude
    for one, other in combinations(set(atlas.places), 2):
        apart = [
            max(other.x - one.x - one.width, one.x - other.x - other.width),
            max(other.y - one.y - one.height, one.y - other.y - other.height),
        ]
        assert max(apart) >= packing.padding + 2 * around
    for place in atlas.places:
        ring = atlas.image[
            :, place.y - around : place.y + place.height + around, place.x - around : place.x + place.width + around
        ]
        assert ring.shape[1:] == (place.height + 2 * around, place.width + 2 * around)
        if around:
            inner = ring[:, around : around + place.height, around : around + place.width]
            assert torch.equal(
                ring[:, 0], torch.nn.functional.pad(inner[:, 0][None], (around, around), mode="replicate")[0]
            )
    assert len(set(atlas.places)) == (3 if packing.trim else 4)


def test_a_sheet_too_large_for_a_graphics_card_is_refused() -> None:
    with pytest.raises(SettingsError, match="32767x1 pixels, expected at most 16384"):
        pack(torch.zeros(2, 4, 1, 16383), Packing(2, 1))


def pixels_of(files: Mapping[str, bytes], entry: dict, image: str) -> torch.Tensor:
    x, y, w, h = (entry["frame"][key] for key in "xywh")
    spot = entry["spriteSourceSize"]
    place = Place(x, y, w, h, spot["x"], spot["y"])
    return whole(read(files[image])[0], place, (entry["sourceSize"]["h"], entry["sourceSize"]["w"]))


@pytest.mark.parametrize(("kind", "packing"), product(["phaser", "texturepacker", "sheet"], PACKINGS))
def test_json_cuts_the_sheet_into_the_frames(kind: str, packing: Packing) -> None:
    frames = hero()
    files = files_of(kind, frames, "hero", ExportOptions(packing))
    told = json.loads(files["hero.json"])
    entries = told["frames"]
    if kind == "sheet":
        entries = {entry["filename"]: entry for entry in entries}
    assert list(entries) == ["walk_0", "walk_1", "walk_2", "idle_0"]
    for entry, frame in zip(entries.values(), frames.pixels, strict=True):
        assert torch.equal(pixels_of(files, entry, told["meta"]["image"]), frame)
    assert [entry["duration"] for entry in entries.values()] == [100, 150, 100, 400]
    assert [(tag["name"], tag["from"], tag["to"]) for tag in told["meta"]["frameTags"]] == [
        ("walk", 0, 2),
        ("idle", 3, 3),
    ]


def test_phaser_shows_each_frame_as_long_as_it_should() -> None:
    told = json.loads(files_of("phaser", hero(), "hero")["hero-anims.json"])
    walk, idle = told["anims"]
    assert [frame["frame"] for frame in walk["frames"]] == ["walk_0"] * 2 + ["walk_1"] * 3 + ["walk_2"] * 2
    assert (walk["key"], walk["frameRate"], walk["repeat"], walk["frames"][0]["key"]) == ("walk", 20, -1, "hero")
    assert (len(idle["frames"]), idle["frameRate"]) == (1, 2.5)


@pytest.mark.parametrize("packing", PACKINGS, ids=str)
def test_godots_resource_is_read_and_its_regions_are_the_frames(packing: Packing) -> None:
    godot = pytest.importorskip("godot_parser")
    frames = hero()
    files = files_of("godot", frames, "hero", ExportOptions(packing, normal_map=True))
    text = files["hero.tres"].decode()
    assert '&"walk"' in text  # the parser does not know Godot 4's names, so they are given to it as texts
    resource = godot.parse(text.replace("&", ""))
    assert resource.find_section("gd_resource").header.attributes["type"] == "SpriteFrames"
    parts = {part.id: part.properties for part in resource.get_sub_resources() if part.type == "AtlasTexture"}
    assert resource.find_section("gd_resource").header.attributes["load_steps"] == 4 + 1 + 2 + 1
    image = read(files["hero.png"])[0]
    height, width = frames.size
    for number, frame in enumerate(frames.pixels):
        region, margin = parts[f"frame_{number}"]["region"].args, parts[f"frame_{number}"].get("margin")
        left, top, more_width, more_height = margin.args if margin else (0, 0, 0, 0)
        assert (region[2] + more_width, region[3] + more_height) == (width, height)
        assert torch.equal(whole(image, Place(*map(int, (*region, left, top))), frames.size), frame)
    walk, idle = resource.find_section("resource").properties["animations"]
    assert (walk["name"], walk["speed"], walk["loop"]) == ("walk", 10.0, True)
    assert [frame["duration"] for frame in walk["frames"]] == [1.0, 1.5, 1.0]
    assert (idle["speed"], idle["frames"][0]["texture"].id) == (2.5, "frame_3")
    node = godot.parse(files["hero.tscn"].decode().replace("&", "")).find_section("node")
    assert node.properties["texture_filter"] == 1  # CanvasItem.TEXTURE_FILTER_NEAREST
    assert "mipmaps/generate=false" in files["hero.png.import"].decode()
    assert to_uint8(read(files["hero-normal.png"])).shape[2:] == image.shape[1:]


@pytest.mark.parametrize("packing", PACKINGS, ids=str)
def test_unitys_meta_cuts_the_sheet_from_below_and_pivots_stand_on_the_ground(packing: Packing) -> None:
    frames = hero()
    files = files_of("unity", frames, "hero", ExportOptions(packing, pixels_per_unit=8))
    meta = yaml.safe_load(files["hero.png.meta"])
    importer = meta["TextureImporter"]
    assert (importer["spriteMode"], importer["textureSettings"]["filterMode"], importer["spritePixelsToUnits"]) == (
        2,
        0,
        8,
    )
    image = read(files["hero.png"])[0].flip(1)
    sprites = importer["spriteSheet"]["sprites"]
    assert [sprite["name"] for sprite in sprites] == list(frames.names)
    assert len({sprite["internalID"] for sprite in sprites}) == 4
    for sprite, frame in zip(sprites, frames.pixels, strict=True):
        x, y, w, h = (sprite["rect"][key] for key in ("x", "y", "width", "height"))
        part = image[:, y : y + h, x : x + w].flip(1)
        pivot_x, pivot_y = sprite["pivot"]["x"] * w, h - sprite["pivot"]["y"] * h  # from the part's corner
        seen = frame[3].nonzero()
        assert round(pivot_y - (part[3].nonzero()[-1, 0] + 1).item(), 3) == 0  # the feet
        assert round(pivot_x - part[3].nonzero()[0, 1].item(), 3) == 2.5 - seen[0, 1].item()
    kept = files_of(
        "unity", frames, "hero", ExportOptions(kept={"hero.png.meta": b"fileFormatVersion: 2\nguid: " + b"ab" * 16})
    )
    assert yaml.safe_load(kept["hero.png.meta"])["guid"] == "ab" * 16 != meta["guid"]
    clips = json.loads(files["hero-clips.json"])["clips"]
    assert clips[0]["sprites"] == ["walk_0", "walk_1", "walk_2"] and clips[0]["durations_ms"] == [100, 150, 100]


def shown(data: bytes) -> list[torch.Tensor]:
    """Return a film's frames, each as often as 10 ms of it are shown."""
    out = []
    with Image.open(io.BytesIO(data)) as film:
        for frame in ImageSequence.Iterator(film):
            rgba = torch.frombuffer(bytearray(frame.convert("RGBA").tobytes()), dtype=torch.uint8)
            out += [rgba.view(film.height, film.width, 4).permute(2, 0, 1)] * round(frame.info["duration"] / 10)
    return out


@pytest.mark.parametrize("kind", ["gif", "webp", "apng"])
@pytest.mark.parametrize("colours", [3, 33])
def test_films_have_exactly_the_colours(kind: str, colours: int) -> None:
    frames = hero(colours)
    found = shown(files_of(kind, frames, "hero")[f"hero.{kind}"])
    wanted = [
        frame
        for frame, time in zip(to_uint8(frames.pixels), frames.durations_ms, strict=True)
        for _ in range(time // 10)
    ]
    assert len(found) == len(wanted) == 75
    for one, other in zip(found, wanted, strict=True):
        assert torch.equal(one[3], other[3]) and torch.equal(one[:3] * (one[3] > 0), other[:3] * (other[3] > 0))


def test_pictures_share_one_colour_table() -> None:
    files = files_of("png", hero(), "hero")
    tables = set()
    for name, data in files.items():
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.mode == "P" and picture.size == (5, 6)
            tables.add(bytes(picture.getpalette()[:12]))  # type: ignore[index]
        assert name in {"walk_0.png", "walk_1.png", "walk_2.png", "idle_0.png"}
    assert len(files) == 4 and len(tables) == 1


def test_a_normal_map_leans_outwards_and_is_flat_outside() -> None:
    ball = torch.zeros(1, 4, 11, 11)
    y, x = torch.meshgrid(torch.arange(11) - 5, torch.arange(11) - 5, indexing="ij")
    ball[0, :, (x**2 + y**2) < 20] = 1
    normals = normal_map(ball, detail=0)[0]
    assert (normals[0, 5] - 0.5)[1:5].lt(-0.05).any() and normals[0, 5, 8] > 0.55  # left leans left, right leans right
    assert normals[1, 2, 5] > 0.55 and normals[1, 8, 5] < 0.45  # up is bright
    assert torch.allclose(normals[:3, 0, 0], torch.tensor([0.5, 0.5, 1.0])) and normals[3, 0, 0] == 0
    length = (normals[:3] * 2 - 1).norm(dim=0)
    assert torch.allclose(length, torch.ones_like(length), atol=1e-5)


def test_the_catalog_is_what_can_be_written() -> None:
    for kind in FORMATS:
        assert files_of(kind, hero(), "hero")
    with pytest.raises(SettingsError, match=r"format='gogot': choose one of aseprite, .*did you mean godot"):
        files_of("gogot", hero(), "hero")


def test_a_ping_pong_is_written_out() -> None:
    frames = hero()
    tags = (replace(frames.tags[0], direction="pingpong"),)
    told = json.loads(
        files_of("unity", SpriteFrames(frames.pixels, frames.durations_ms, frames.names, tags), "x")["x-clips.json"]
    )
    assert told["clips"][0]["sprites"] == ["walk_0", "walk_1", "walk_2", "walk_1"]
