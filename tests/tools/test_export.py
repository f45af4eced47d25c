"""`pixdraw export`: files of any program in, files for engines out."""

import json
from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.cli import app
from pixdraw.errors import FileError, SettingsError
from pixdraw.formats.frames import Tag
from pixdraw.formats.reading import read_frames
from pixdraw.formats.writers import files_of, write_files
from pixdraw.imaging.files import save_png, to_uint8
from pixdraw.sinks.engines import EngineSink
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.paths import Destination, plan
from pixdraw.tools.export import export, read, reduced
from tests.formats.fakes import hero
from tests.sinks.fakes import FakeSession, drive


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", ["aseprite", "sheet", "texturepacker"])
def test_what_is_written_is_read_again(kind: str) -> None:
    frames = hero()
    files = write_files(Path(), files_of(kind, frames, "hero"))
    found = read_frames([files[0] if kind == "aseprite" else Path("hero.json")])
    assert torch.equal(found.pixels.mul(255).round(), frames.pixels.mul(255).round())
    assert (found.durations_ms, found.tags, found.names) == (frames.durations_ms, frames.tags, frames.names)


@pytest.mark.parametrize("kind", ["gif", "webp", "apng"])
def test_films_are_tags_named_by_what_tells_them_apart(kind: str) -> None:
    frames = hero()
    for name in ("hero-walk", "hero-idle"):
        write_files(Path(), files_of(kind, frames, name))
    found = read([f"hero-walk.{kind}", f"hero-idle.{kind}"])
    assert [tag.name for tag in found.tags] == ["walk", "idle"]
    assert sum(found.durations_ms) == 1500 and found.tags[1].last == len(found) - 1
    assert found.names[0] == "walk_0" and len(set(found.names)) == len(found)


def test_numbered_pictures_are_one_animation_with_their_feet_on_one_line() -> None:
    for number, (height, width) in enumerate([(4, 2), (6, 5)]):
        save_png(torch.ones(3, height, width), f"run_{number}.png")
    save_png(torch.ones(4, 3, 3) * 0.2, "hit.png")
    found = read(["run_0.png", "run_1.png", "hit.png"], duration_ms=70)
    assert found.tags == (Tag("run", 0, 1), Tag("hit", 2, 2))
    assert found.size == (6, 5) and found.durations_ms == (70, 70, 70)
    assert found.pixels[0, 3].nonzero().amin(0).tolist() == [2, 1] and found.pixels[0, 3, -1].sum() == 2


def test_enlarged_pictures_come_back_to_one_pixel_a_cell() -> None:
    cells = torch.randint(0, 2, (1, 4, 6, 5), generator=torch.Generator().manual_seed(2)).float()
    large = cells.repeat_interleave(7, 2).repeat_interleave(7, 3)
    assert torch.equal(reduced(large), cells)
    flat = torch.ones(1, 4, 12, 12)
    assert torch.equal(reduced(flat), flat)
    save_png(large[0], "big.png")
    assert read(["big.png"], native=True).size == (6, 5)
    assert read(["big.png"]).size == (42, 35)  # of another program: as it is
    save_png(large[0], "ours.png", {"pixdraw": json.dumps({"pixel_size": [5, 6]})})
    assert read(["ours.png"]).size == (6, 5) and read(["ours.png"], scale=3).size == (18, 15)
    uneven = torch.nn.functional.interpolate(cells, (16, 13), mode="nearest-exact")
    assert torch.equal(reduced(uneven, {"pixel_size": [5, 6]}), cells)


def test_nothing_is_overwritten_unless_asked() -> None:
    first = export(hero(), "out/hero", "godot")
    assert [path.name for path in first] == ["hero.tres", "hero.tscn", "hero.png.import", "hero.png"]
    before = {path: path.read_bytes() for path in first}
    second = export(hero(9), "out/hero.tres", "godot")
    assert second[0].name == "hero-2.tres" and b'path="hero-2.png"' in second[0].read_bytes()
    assert all(path.read_bytes() == data for path, data in before.items())
    assert export(hero(9), "out/hero", "godot", overwrite=True) == first
    assert Path("out/hero.png").read_bytes() != before[Path("out/hero.png")]


def test_unity_keeps_what_scenes_know_the_picture_by() -> None:
    export(hero(), "hero", "unity")
    meta = Path("hero.png.meta")
    guid = meta.read_text().split("guid: ")[1][:32]
    meta.write_text(meta.read_text().replace(guid, "0123456789abcdef" * 2))
    export(hero(9), "hero", "unity", overwrite=True)
    assert "guid: " + "0123456789abcdef" * 2 in meta.read_text()


def test_the_command_says_what_it_wrote(capsys: pytest.CaptureFixture[str]) -> None:
    write_files(Path(), files_of("gif", hero(), "hero"))
    app(
        [
            "export",
            "hero.gif",
            "--format",
            "phaser",
            "--output",
            "game/hero",
            "--padding",
            "1",
            "--extrude",
            "1",
            "--trim",
        ]
    )
    assert capsys.readouterr().out.split() == ["game/hero.png", "game/hero.json", "game/hero-anims.json"]
    app(["export", "game"])
    assert Path("game.aseprite").exists()


def test_a_run_exports_with_its_settings() -> None:
    session = FakeSession(labels=("a heart", "a star"))
    for kind in ("aseprite", "godot", "unity", "phaser", "sheet"):
        drive(session, EngineSink(plan(session.labels, session.seeds, Destination(output="a", overwrite=True)), kind))
    assert read_settings("a.aseprite")["prompts"] == ["a heart", "a star"]
    found = read(["a.aseprite"])
    assert found.size == (2, 3) and [tag.name for tag in found.tags] == ["a heart", "a star"]
    other = read(["a-sheet.json"])
    assert torch.equal(to_uint8(other.pixels * other.pixels[:, 3:].ceil()), to_uint8(found.pixels))
    assert {path.name for path in Path().iterdir()} == {
        "a.aseprite", "a-godot.tres", "a-godot.tscn", "a-godot.png", "a-godot.png.import", "a-unity.png",
        "a-unity.png.meta", "a-unity-clips.json", "a-phaser.png", "a-phaser.json", "a-phaser-anims.json", "a-sheet.png",
        "a-sheet.json",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["export"], "no files to export; for example: pixdraw export"),
        (["export", "none.png"], "none.png: cannot be read"),
        (["export", "x.json"], "x.json: does not describe a sheet"),
        (["export", "empty"], "folder empty: no pictures are in it"),
        (["export", "a.png", "--format", "unreal"], "format='unreal': choose one of aseprite"),
        (["export", "a.png", "--padding", "-1"], "padding=-1: expected a whole number from 0"),
        (["export", "a.png", "--scale", "0"], "scale=0: expected a whole number from 1"),
        (["export", "a.png", "--output", ".."], "name the files to write"),
    ],
)
def test_errors_are_one_line(words: list[str], message: str) -> None:
    save_png(torch.ones(3, 2, 2), "a.png")
    Path("x.json").write_text('{"frames": 3}')
    Path("empty").mkdir()
    with pytest.raises((SettingsError, FileError)) as caught:
        app(words, exit_on_error=False, print_error=False)
    assert message in str(caught.value) and "\n" not in str(caught.value)


def sheet_json(**changes: Any) -> None:
    save_png(torch.rand(4, 8, 16), "hero.png")
    frame = {"frame": {"x": 0, "y": 0, "w": 8, "h": 8}, "duration": 100, **changes}
    told = {"frames": [frame, {**frame, "frame": {"x": 8, "y": 0, "w": 8, "h": 8}}], "meta": {"image": "hero.png"}}
    Path("hero.json").write_text(json.dumps({**told, **{key: changes[key] for key in changes if key in told}}))


@pytest.mark.parametrize("name", ["/etc/hero.png", "../../hero.png", "a\\hero.png", "http://127.0.0.1:9/hero.png"])
def test_a_sheet_opens_only_the_picture_beside_it(name: str) -> None:
    sheet_json(meta={"image": name})
    assert len(read_frames([Path("hero.json")])) == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"duration": 1e999}, {"sourceSize": {"w": 10**6, "h": 10**6}}, {"sourceSize": {"w": 2, "h": 2}},
        {"frame": None}, {"spriteSourceSize": {"x": -1, "y": 0}}, {"sourceSize": {"w": 1e999, "h": 8}}, {"frames": []},
        {"frames": 7}, {"frames": {}}, {"meta": []}, {"meta": {"image": "hero.png", "frameTags": [7]}},
    ],
    ids=str,
)  # fmt: skip
def test_a_sheets_numbers_are_one_line_where_they_make_no_sense(changes: dict) -> None:
    sheet_json(**changes)
    with pytest.raises(FileError, match="does not describe a sheet"):
        read_frames([Path("hero.json")])


def test_nesting_without_end_is_one_line() -> None:
    Path("deep.json").write_text("[" * 100_000)
    with pytest.raises(FileError, match="does not describe a sheet"):
        read_frames([Path("deep.json")])


@pytest.mark.parametrize("grid", ["ab", [10**9, 10**9], [0, 0], ["4", "4"], [None, 4], {"a": 1}, [[1], [2]], [-4, 4]])
def test_a_strangers_cells_are_those_that_fit(grid: object) -> None:
    pixels = torch.rand(1, 3, 8, 8)
    assert torch.equal(reduced(pixels, {"pixel_size": grid}), pixels)


def test_a_name_that_no_system_takes_is_one_line() -> None:
    save_png(torch.rand(4, 8, 8), "hero.png")
    with pytest.raises(FileError, match="x: cannot be written|x.*name"):
        export(read(["hero.png"]), "x" * 300, "aseprite")


@pytest.mark.parametrize("duration", [0, -1, 65_536, 10**11])
def test_times_are_those_that_files_can_hold(duration: int) -> None:
    save_png(torch.rand(4, 8, 8), "hero.png")
    with pytest.raises(SettingsError, match=f"duration_ms={duration}: expected a whole number from 1 to 65535"):
        read(["hero.png"], duration_ms=duration)
    sheet_json(duration=10**9)
    assert read_frames([Path("hero.json")]).durations_ms == (65_535, 65_535)


def test_a_nul_in_a_name_is_one_line() -> None:
    save_png(torch.rand(4, 8, 8), "hero.png")
    with pytest.raises(FileError, match="cannot be written"):
        export(read(["hero.png"]), "x\0y", "aseprite")
