"""A resumed run equals an unbroken one in everything it writes, wherever its checkpoint lies."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from pixdraw.assembly.driving import drive
from pixdraw.assembly.session import start
from pixdraw.engine import checkpoint
from pixdraw.engine.session import Session
from pixdraw.errors import FileError
from pixdraw.events import Stepped
from pixdraw.settings.model import resolve
from pixdraw.sinks import reel
from pixdraw.sinks.resumed import Broken
from pixdraw.sinks.standard import standard_sinks
from tests.fakes import Cache, small_session

FILMS = dict.fromkeys(["make_gif", "make_video", "make_webp", "make_apng"], True)
ALL: dict[str, Any] = {
    **FILMS, **dict.fromkeys(["save_losses", "save_steps", "save_settings", "save_sheet", "save_tileset"], True),
    "save_sprite": True, "save_indexed": True, "save_svg": True, "save_checkpoint": True, "iterations": 9,
}  # fmt: skip


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def draw(session: Any, stop_at: int | None = None, broken: Broken | None = None) -> list[Path]:
    sinks = standard_sinks(session, broken=broken)
    events = drive(session, sinks)
    for event in events:
        if isinstance(event, Stepped) and event.step == stop_at:
            break
    events.close()
    return [path for sink in sinks for path in sink.written if path.exists()]


def go_on(file: Path) -> list[Path]:
    state = checkpoint.read(file)
    settings = checkpoint.settings_of(state, file, {"overwrite": True}, trust=True)
    session = start(settings, Cache(), checkpoint.sources_of(state))
    assert isinstance(session, Session)
    checkpoint.restore(session, state, file)
    return draw(session, broken=Broken(state, file.parent))


def contents(folder: Path) -> Iterator[tuple[str, object]]:
    """Everything in a folder; checkpoints by what they hold, as their archives carry a name of their own."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix == ".checkpoint":
            state = checkpoint.read(path)
            yield path.name, {name: state[name] for name in ("step", "names", "sources")} | {
                "frames": state["kept"]["frames"]["steps"], "losses": len(state["kept"]["losses"]["parts"])
            }  # fmt: skip
        else:
            yield str(path.relative_to(folder)), path.read_bytes()


@pytest.mark.parametrize(
    ("given", "stop_at"),
    [
        ({}, 1), ({}, 8), ({"prompts": ["red", "sea"], "seed": [1, 2]}, 3), ({"save_every": "2 steps"}, 5),
        ({"zoom": 1.1, "zoom_every": "4 iterations"}, 5), ({"time_limit_s": 1000}, 2), ({"output": "cat"}, 2),
    ],
)  # fmt: skip
def test_all_files_are_those_of_the_unbroken_run(given: dict, stop_at: int) -> None:
    for folder in ("whole", "broken"):
        draw(small_session(**{**ALL, **given, "outdir": folder}), stop_at if folder == "broken" else None)
    go_on(Path("broken/run.checkpoint"))
    whole, broken = dict(contents(Path("whole"))), dict(contents(Path("broken")))
    broken["settings.yaml"] = broken["settings.yaml"].replace(b"broken", b"whole")  # type: ignore[attr-defined]
    assert whole.keys() == broken.keys()
    assert [name for name in whole if whole[name] != broken[name]] == []


def test_a_run_killed_after_a_saved_step_goes_on_with_its_film() -> None:
    given = {**ALL, "save_every": "3 iterations"}
    draw(small_session(**given, outdir="whole"))
    session = small_session(**given, outdir="broken")
    sinks = standard_sinks(session)
    for event in drive(session, sinks):
        if event.step == 5:
            shutil.copytree("broken", "killed")  # as kill -9 leaves it: no Finished
    assert checkpoint.read("killed/run.checkpoint")["step"] == 3
    go_on(Path("killed/run.checkpoint"))
    for name in ("red-1.gif", "red-1.mp4", "losses.csv"):
        assert Path("killed", name).read_bytes() == Path("whole", name).read_bytes()


def test_a_finished_run_is_what_it_was() -> None:
    draw(small_session(**{**ALL, "outdir": "run"}))
    before = dict(contents(Path("run")))
    go_on(Path("run/run.checkpoint"))
    assert dict(contents(Path("run"))) == before


@pytest.mark.parametrize("why", ["too large", "old"])
def test_a_film_that_cannot_go_on_is_kept_and_the_rest_lies_beside_it(
    why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why == "too large":
        monkeypatch.setattr(reel, "MEMORY_BYTES", 10)
    draw(small_session(**FILMS, save_checkpoint=True, save_losses=True), 5)
    if why == "old":
        state = checkpoint.read("red-1.checkpoint")
        del state["kept"], state["sources"]
        torch.save(state, "red-1.checkpoint")
    before = {path: path.read_bytes() for path in Path().glob("red-1.*") if path.suffix in (".gif", ".mp4", ".webp")}
    with pytest.warns(UserWarning, match="are not in the checkpoint"):
        written = go_on(Path("red-1.checkpoint"))
    assert all(path.read_bytes() == data for path, data in before.items()) and len(before) == 3
    assert {Path("red-1-from-5.gif"), Path("red-1-from-5.mp4"), Path("red-1.png")} <= set(written)
    with Image.open("red-1-from-5.gif") as film:
        assert film.n_frames == 4  # type: ignore[attr-defined]  # steps 5 to 8
    assert Path("red-1-losses.csv").read_text().count("\n") == (6 if why == "old" else 9)


def test_the_second_run_of_a_name_goes_on_under_its_own() -> None:
    draw(small_session(prompts=["red", "sea"], save_checkpoint=True))
    first = Path("red-1.png").read_bytes()
    draw(small_session(prompts=["red", "sea"], save_checkpoint=True), 2)
    assert set(map(str, go_on(Path("red-1-2.checkpoint")))) == {"red-1-2.png", "sea-1-2.png", "red-1-2.checkpoint"}
    assert Path("red-1.png").read_bytes() == first


def test_in_another_folder_no_other_picture_is_overwritten() -> None:
    draw(small_session(save_checkpoint=True, output="cat"), 2)
    other = Path("elsewhere")
    draw(small_session(prompts="sea", output="elsewhere/cat"))
    before = (other / "cat.png").read_bytes()
    shutil.copy("cat.checkpoint", other)
    state = checkpoint.read(other / "cat.checkpoint")
    session = start(resolve({**state["settings"], "output": "elsewhere/cat", "overwrite": True}), Cache())
    assert isinstance(session, Session)
    checkpoint.restore(session, state, "")
    written = draw(session, broken=Broken(state, other))
    assert (other / "cat.png").read_bytes() == before and other / "cat-2.png" in written


@pytest.mark.parametrize("mine", ["plan.svg", "plan.gif", "plan-losses.csv", "plan-sheet.json", "plan-steps/a.txt"])
def test_a_strangers_checkpoint_replaces_no_file_of_mine(mine: str) -> None:
    draw(small_session(save_checkpoint=True, output="cat"), 2)
    state = checkpoint.read("cat.checkpoint")
    state["names"] |= {"stems": ["plan"], "base": "plan"}
    Path("plan-steps").mkdir()
    Path(mine).write_text("mine")
    every = {**FILMS, **dict.fromkeys(["save_losses", "save_steps", "save_sheet", "save_svg"], True), "output": "cat"}
    session = small_session(**every)
    written = draw(session, broken=Broken(state, Path()))
    assert Path(mine).read_text() == "mine" and written and not [path for path in written if path.stem == "plan"]


@pytest.mark.parametrize("base", ["other", "catalogue", "ca/t", ""])
def test_what_a_run_has_once_is_named_after_its_pictures(base: str) -> None:
    draw(small_session(save_checkpoint=True, output="cat"), 2)
    state = checkpoint.read("cat.checkpoint")
    state["names"]["base"] = base
    with pytest.raises(FileError, match="names of files in the checkpoint are damaged"):
        draw(small_session(), broken=Broken(state, Path()))


@pytest.mark.parametrize("stem", ["../x", "/tmp/x", "", "..", "a\0b", 7, None])
def test_names_in_a_strangers_checkpoint_lead_nowhere(stem: object) -> None:
    draw(small_session(save_checkpoint=True, output="cat"), 2)
    state = checkpoint.read("cat.checkpoint")
    state["names"]["stems"] = [stem]
    with pytest.raises(FileError, match="names of files in the checkpoint are damaged"):
        draw(small_session(), broken=Broken(state, Path()))


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("frames", {}), ("frames", {"places": "x"}), ("frames", {"steps": [1]}), ("frames", {"shape": [9, 9, 9]}),
        ("frames", {"data": torch.zeros(9, dtype=torch.uint8)}), ("losses", {}), ("losses", {"parts": [{}]}),
        ("losses", {"parts": [{"names": ["a"], "steps": [1], "values": torch.zeros(1, 1, 1)}]}),
    ],
)  # fmt: skip
def test_a_damaged_part_is_one_line(part: str, wrong: dict) -> None:
    draw(small_session(save_checkpoint=True, make_gif=True, save_losses=True), 2)
    state = checkpoint.read("red-1.checkpoint")
    state["kept"][part] = {**state["kept"][part], **wrong} if wrong else {}
    session = small_session(save_checkpoint=True, make_gif=True, save_losses=True)
    assert isinstance(session, Session)
    checkpoint.restore(session, state, "")
    with pytest.raises(FileError, match="in the checkpoint (is|are) (damaged|of other)"):
        draw(session, broken=Broken(state, Path()))


def picture(name: str, colour: tuple[int, int, int]) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((8, 8, 3), colour, np.uint8)).save(name)


NEEDS: dict[str, Any] = {
    "init_image": ({"init_image": "in/init.png"}, ["in/init.png"]),
    "the loss of the init image": ({"init_image": "in/init.png", "losses": "init", "init_weight": 1}, ["in/init.png"]),
    "overlay": ({"overlay_image": "in/over{,2}.png"}, ["in/over.png", "in/over2.png"]),
    "patterns": ({"image_prompts": "in/*.png:2"}, ["in/a.png", "in/b.png"]),
    "targets": ({"target_images": "in/a.png|in/b.png"}, ["in/a.png", "in/b.png"]),
    "a folder": ({"guides": "in"}, ["in/a.png", "in/deep/b.png"]),
    "the spot": ({"spot_prompts": "sea", "spot_file": "in/spot.png"}, ["in/spot.png"]),
    "edges": ({"losses": "edge", "edge_input_image": "in/a.png"}, ["in/a.png"]),
}


@pytest.mark.parametrize("what", NEEDS)
def test_a_checkpoint_is_enough_by_itself(what: str) -> None:
    given, names = NEEDS[what]
    for number, name in enumerate(names):
        picture(name, (200, 40 * number, 90))
    whole = small_session(**given, save_checkpoint=True)
    draw(whole)
    Path("red-1.png").unlink()
    draw(small_session(**given, save_checkpoint=True, overwrite=True), 3)
    shutil.rmtree("in")
    other = Path("other machine")
    other.mkdir()
    Path("red-1.checkpoint").rename(other / "red-1.checkpoint")
    written = go_on(other / "red-1.checkpoint")
    assert other / "red-1.png" in written
    found = torch.from_numpy(np.array(Image.open(other / "red-1.png")))
    assert torch.equal(found, (whole.images()[0] * 255).round().byte().permute(1, 2, 0))
