"""Memory that runs out, wherever: one line, and what is drawn is kept."""

from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from pixdraw.assembly.driving import drive
from pixdraw.engine import checkpoint
from pixdraw.engine.cutouts import Cutouts
from pixdraw.errors import OutOfMemory, is_out_of_memory
from pixdraw.imaging import files
from pixdraw.models.checkpoint_reader import read_tensors
from pixdraw.models.sprites import files as sprite_files
from pixdraw.sinks.standard import standard_sinks
from tests.fakes import small_session

WAYS = {
    "python": MemoryError(),
    "torch": RuntimeError("[enforce fail at alloc_cpu.cpp:121] DefaultCPUAllocator: can't allocate memory: you tried"),
    "a device": torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
    "the system": OSError(12, "Cannot allocate memory"),
    "c++": RuntimeError("std::bad_alloc"),
}


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def failing(error: Exception) -> Any:
    def fail(*_: object, **__: Any) -> None:
        raise error

    return fail


@pytest.mark.parametrize("way", WAYS)
def test_while_a_run_is_built(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cutouts, "__init__", failing(WAYS[way]))
    with pytest.raises(OutOfMemory, match="before the first step.*set a smaller size") as caught:
        small_session()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("way", WAYS)
def test_while_a_step_is_drawn(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    session = small_session()
    sinks = standard_sinks(session)
    events = drive(session, sinks)
    next(events), next(events)
    monkeypatch.setattr(Cutouts, "apply", failing(WAYS[way]))
    with pytest.raises(OutOfMemory):
        list(events)
    Image.open("red-1.png").load()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "place", ["pixdraw.formats.films.images_of", "pixdraw.sinks.video.write_mp4", "pixdraw.sinks.engines.files_of",
              "pixdraw.engine.checkpoint.save", "pixdraw.sinks.sprite.save_png"],
)  # fmt: skip
def test_while_something_is_saved(way: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["make_gif", "make_video", "save_sheet", "save_checkpoint", "save_sprite"]
    session = small_session(**dict.fromkeys(asked, True))
    sinks = standard_sinks(session)
    monkeypatch.setattr(place, failing(WAYS[way]))
    with pytest.raises(OutOfMemory, match="set a smaller size") as caught, pytest.MonkeyPatch.context():
        list(drive(session, sinks))
    assert "\n" not in str(caught.value)
    left = {path.name for path in Path().iterdir()}
    whole = {
        "red-1.png",
        "red-1.gif",
        "red-1.mp4",
        "red-1-sheet.png",
        "red-1-sheet.json",
        "red-1.checkpoint",
        "red-1-sprite.png",
    }
    assert len(whole - left) in (1, 2) and left <= whole, whole - left


def test_while_a_picture_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGB", (9, 9)).save("a.png")
    monkeypatch.setattr(files, "_to_tensor", failing(MemoryError()))
    with pytest.raises(OutOfMemory, match="a.png: too little memory to read the picture"):
        files.read("a.png")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("reader", "place"),
    [
        (lambda device: sprite_files.load(), "pixdraw.models.sprites.files._read"),
        (lambda device: checkpoint.read("a.checkpoint"), "pixdraw.engine.checkpoint.torch.load"),
        (lambda device: read_tensors(Path("a.checkpoint")), "pixdraw.models.checkpoint_reader._load"),
    ],
)
def test_while_weights_are_read_no_file_is_called_damaged(
    way: str, reader: Any, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.checkpoint").write_bytes(b"x")
    monkeypatch.setattr(place, failing(WAYS[way]))
    with pytest.raises(OutOfMemory, match="out of memory while reading") as caught:
        reader("cpu")
    assert "damaged" not in str(caught.value) and "\n" not in str(caught.value)


def test_other_errors_are_no_lack_of_memory() -> None:
    assert not any(map(is_out_of_memory, [ValueError("alloc memory"), OSError(28, "full"), RuntimeError("shape")]))
    assert is_out_of_memory(RuntimeError("could not create a primitive"))
