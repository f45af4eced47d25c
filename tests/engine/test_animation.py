"""An animation over a folder of pictures: frames one after the other, each the start of a drawing."""

from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from torch import Tensor

from drawers import clipdraw
from pixdraw.assembly.driving import drive
from pixdraw.assembly.session import build, start
from pixdraw.engine.animation import Animation
from pixdraw.errors import PixdrawError, SettingsError
from pixdraw.events import Finished, Started, Stepped
from pixdraw.guidance.files import find, frame_files
from pixdraw.imaging.files import read, save_png
from pixdraw.settings.model import resolve
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.standard import standard_sinks
from tests.fakes import Cache
from tests.memory import grows, resident_mb, tensors_mb

RED, GREEN, BLUE = torch.eye(3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three pictures; counted, the last is frame_10."""
    found = tmp_path / "in"
    found.mkdir()
    for name, colour in (("frame_1", RED), ("frame_2", GREEN), ("frame_10", BLUE)):
        save_png(colour[:, None, None].expand(3, 32, 40), found / f"{name}.png")
    (found / "notes.txt").write_text("no picture")
    return found


def animation(folder: Path | str, **given: Any) -> Animation:
    values = {
        "prompts": "red", "seed": 1, "size": "40x32", "pixel_size": [10, 8], "iterations": 2, "num_cuts": 2,
        "perceptors": "colours", "device": "cpu", "priors": "none", "transparent": False,
        "animation_frames": str(folder), "learning_rate": 1e-6, **given,
    }  # fmt: skip
    found = start(resolve(values), Cache())
    assert isinstance(found, Animation)
    return found


def draw(run: Animation) -> dict[str, Path]:
    sinks = standard_sinks(run)
    for _ in drive(run, sinks):
        pass
    return {str(path.relative_to(run.settings.outdir)): path for sink in sinks for path in sink.written}


def colours(files: dict[str, Path], count: int, name: str = "frames/frame_{:04d}.png") -> list[Tensor]:
    return [read(files[name.format(number)]).mean((0, 2, 3)) for number in range(count)]


def test_frames_come_in_counting_order(folder: Path) -> None:
    assert [Path(path).stem for path in frame_files(str(folder), "x")] == ["frame_1", "frame_2", "frame_10"]
    assert len(frame_files(str(folder / "frame_{1,2}.png"), "x")) == 2


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A GIF of a red, a green and a blue frame."""
    frames = [Image.new("RGB", (40, 32), tuple(int(255 * part) for part in colour)) for colour in (RED, GREEN, BLUE)]
    frames[0].save(tmp_path / "in.gif", save_all=True, append_images=frames[1:])
    return tmp_path / "in.gif"


def test_an_animation_stands_for_its_frames(film: Path, folder: Path) -> None:
    names = [f"{film}#{number}" for number in range(3)]
    assert frame_files(str(film), "x") == names
    assert [find(name, "x") for name in names] == [[name] for name in names]
    assert frame_files(str(film.parent / "*.gif"), "x") == names
    film.rename(folder / "frame_0.gif")
    assert len(frame_files(str(folder), "x")) == 4  # one of a folder's pictures is one picture


@pytest.mark.parametrize("role", ["init_image", "image_prompts"])
def test_the_frames_of_a_gif_are_drawn_one_after_the_other(film: Path, tmp_path: Path, role: str) -> None:
    given: dict[str, Any] = {"animation_alpha": 0, "animation_as": role, "aspect": "retain", "size": None, "scale": 0.2}
    files = draw(animation(film, outdir=str(tmp_path / "out"), **given))
    assert "frames/frame_0002.png" in files
    if role == "init_image":
        for seen, wanted in zip(colours(files, 3), (RED, GREEN, BLUE), strict=True):
            assert torch.allclose(seen, wanted, atol=0.02)


def test_each_frame_starts_as_its_picture_under_the_last_drawing(folder: Path, tmp_path: Path) -> None:
    alone = colours(draw(animation(folder, animation_alpha=0, outdir=str(tmp_path / "a"))), 3)
    for seen, wanted in zip(alone, (RED, GREEN, BLUE), strict=True):
        assert torch.allclose(seen, wanted, atol=0.01)
    mixed = colours(draw(animation(folder, animation_alpha=51, outdir=str(tmp_path / "b"))), 3)
    second = 0.2 * RED + 0.8 * GREEN
    for seen, wanted in zip(mixed, (RED, second, 0.2 * second + 0.8 * BLUE), strict=True):
        assert torch.allclose(seen, wanted, atol=0.01)


def test_steps_count_on_and_the_film_has_every_frame(folder: Path, tmp_path: Path) -> None:
    films = dict.fromkeys(("make_video", "make_gif", "make_webp", "make_apng"), True)
    run = animation(folder, outdir=str(tmp_path / "out"), save_losses=True, **films)
    sinks, events = standard_sinks(run), []
    events = list(drive(run, sinks))
    assert [event.step for event in events] == [0, 1, 2, 3, 4, 5, 6, 6] and {event.total for event in events} == {6}
    assert isinstance(events[0], Started) and isinstance(events[3], Stepped) and isinstance(events[-1], Finished)
    files = {path.name: path for sink in sinks for path in sink.written}
    for kind in ("gif", "webp", "apng"):
        with Image.open(files[f"red-1.{kind}"]) as film:
            assert film.n_frames == 3 and film.info["loop"] == 0  # type: ignore[attr-defined]
            film.seek(1)
            film.load()
            assert film.info["duration"] == 100
    import imageio_ffmpeg

    assert imageio_ffmpeg.count_frames_and_secs(str(files["red-1.mp4"])) == (3, pytest.approx(0.3))
    assert len(files["losses.csv"].read_text().splitlines()) == 7


def test_a_batch_is_its_single_animations_and_a_frame_draws_all_again(folder: Path, tmp_path: Path) -> None:
    given: dict[str, Any] = {"learning_rate": 0.05, "save_indexed": True}
    files = draw(animation(folder, prompts=["red", "sea"], outdir=str(tmp_path / "both"), **given))
    assert "red-1.gif" in files and "frames/sea-1/frame_0002-indexed.png" in files
    settings = read_settings(files["frames/sea-1/frame_0002.png"])
    assert settings["prompts"] == ["sea"] and settings["animation_frames"] == str(folder)
    again = start(resolve({**settings, "outdir": str(tmp_path / "again")}), Cache())
    alone = draw(again)  # type: ignore[arg-type]
    for number in range(3):
        first, second = f"frames/sea-1/frame_{number:04d}.png", f"frames/frame_{number:04d}.png"
        assert torch.equal(read(files[first]), read(alone[second]))
    assert read_settings(alone["sea-1.gif"])["prompts"] == ["sea"]


@pytest.mark.parametrize("role", ["overlay_image", "target_images", "image_prompts"])
def test_frames_can_be_something_else_than_the_start(folder: Path, tmp_path: Path, role: str) -> None:
    given: dict[str, Any] = {"animation_as": role, "outdir": str(tmp_path / "x"), "prompts": (), "labels": "sea:0.01"}
    more: dict[str, Any] = {"iterations": 12, "learning_rate": 0.1, "animation_alpha": 0, "num_cuts": 4}
    often = {"overlay_every": 1} if role == "overlay_image" else {}
    seen = colours(draw(animation(folder, **{**given, **more, **often})), 3, "frames/frame_{:04d}.png")
    assert [int(colour.argmax()) for colour in seen] == [0, 1, 2]


def test_clear_places_stay_clear_and_strokes_go_along(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipdraw, "FIT_STEPS", 2)
    monkeypatch.setattr(clipdraw, "REFINE_STEPS", 2)
    sprite = torch.zeros(4, 32, 40)
    sprite[0], sprite[3, :, :20] = 1, 1
    for path in folder.iterdir():
        save_png(sprite, path) if path.suffix == ".png" else path.unlink()
    files = draw(animation(folder, transparent=True, outdir=str(tmp_path / "a")))
    kept = read(files["frames/frame_0002.png"])[0, 3]
    assert kept[:, :20].min() > 0.9 and kept[:, 20:].max() < 0.1
    more: dict[str, Any] = {
        "drawer": "clipdraw",
        "strokes": 4,
        "iterations": 1,
        "size": "20x16",
        "outdir": str(tmp_path / "b"),
    }
    (folder / "frame_2.png").unlink()
    values = {**animation(folder).settings.flat(), **more}
    values = {name: value for name, value in values.items() if not name.startswith("pixel_")}
    animated = start(resolve(values), Cache())
    assert isinstance(animated, Animation)
    files = draw(animated)
    assert "frames/frame_0001.svg" in files and len(files) == 5


def test_what_is_drawn_is_saved_when_it_is_stopped(folder: Path, tmp_path: Path) -> None:
    run = animation(folder, outdir=str(tmp_path / "x"))
    sinks = standard_sinks(run)
    events = drive(run, sinks)
    for event in events:
        if event.step == 3:
            events.close()
            break
    files = [path.name for sink in sinks for path in sink.written]
    assert files == ["frame_0000.png", "frame_0001.png", "red-1.gif"]


def test_memory_does_not_grow_with_frames(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(12):
        save_png(torch.rand(3, 128, 128), folder / f"{number}.png")
    resident, tensors = [], []
    run = animation(folder, outdir=str(tmp_path / "out"), iterations=1, size="128x128", make_video=True)
    for event in drive(run, standard_sinks(run)):
        if isinstance(event, Stepped) and event.step in (3, 6, 9, 12):
            resident.append(resident_mb())
            tensors.append(tensors_mb())
    assert tensors[-1] <= tensors[0] + 0.1  # a picture is 0.2 MB, a session several
    assert not grows(resident, 2)


def test_pixrays_animation_is_understood(folder: Path, tmp_path: Path) -> None:
    pattern = str(folder / "*.png")
    settings = resolve({"prompts": "x", "animation_dir": str(tmp_path / "o"), "init_image": pattern})
    assert settings.animation_frames == pattern and settings.animation_as == ("init_image",)
    assert settings.outdir == str(tmp_path / "o") and settings.init_image is None and settings.animation_alpha == 48
    settings = resolve({"prompts": "x", "animation_dir": "o", "target_images": pattern, "init_image": "a.png"})
    assert settings.animation_as == ("target_images",) and settings.init_image == "a.png"


def test_errors_are_one_line(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(PixdrawError, match="animation_frames='nope': there is no such file"):
        animation("nope")
    with pytest.raises(PixdrawError, match="no pictures are in it"):
        animation(tmp_path)
    with pytest.raises(SettingsError, match="loop_frames=4 is not for animation_frames"):
        animation(folder, loop_frames=4)
    with pytest.raises(SettingsError, match="animation_as='init': choose from init_image.*did you mean init_image"):
        animation(folder, animation_as="init")
    with pytest.raises(SettingsError, match="animation_dir='x': no frames"):
        resolve({"prompts": "x", "animation_dir": "x"})
    with pytest.raises(SettingsError, match="one picture is wanted here"):
        build(animation(folder).settings, Cache())


def test_retain_keeps_the_frames_shape(folder: Path) -> None:
    settings = resolve({"prompts": "x", "animation_frames": str(folder), "aspect": "retain", "scale": 1})
    assert settings.size == (150, 120)
    assert settings.iterations == 30 and settings.init == "none"
