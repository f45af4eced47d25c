import gc
import socket
import sys
import tempfile
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

import pixdraw.hosting.studio
from pixdraw import deadline
from pixdraw.engine.session import Session
from pixdraw.errors import FileError, OutOfMemory, PixdrawError
from pixdraw.hosting import workspace
from pixdraw.hosting.studio import MOST_PREVIEWS, Studio
from pixdraw.settings import presets
from tests.memory import in_a_new_process

SMALL: dict[str, Any] = {"prompts": "red", "iterations": 3, "pixel_size": "8x8", "settings": "size: 32x32\nnum_cuts: 2"}


@pytest.fixture(scope="module", autouse=True)
def nothing_to_collect() -> None:
    """Collections are quick, and count no drawings of other tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def studio(model_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    """A studio whose qualities draft and normal have the same small model of random weights, under two names."""
    for quality, name in (("draft", f"local-dir:{model_dir}"), ("normal", f"local-dir:{model_dir}/.")):
        monkeypatch.setitem(presets.QUALITIES, quality, {**presets.QUALITIES[quality], "perceptors": (name,)})
    made = Studio(qualities=("draft", "normal"))
    yield made
    workspace._remove(made.workspace.root)


def draw(studio: Studio, **inputs: Any) -> tuple[list[Path], dict[str, Any], list[str]]:
    records: dict[str, Any] = {}
    log: list[str] = []
    files = list(studio.draw({**SMALL, "quality": "draft", **inputs}, log.append, records.__setitem__))
    return files, records, log


def sessions() -> int:
    return sum(isinstance(thing, Session) for thing in gc.get_objects())


def test_models_stay_loaded_and_a_changed_quality_swaps_them(studio: Studio) -> None:
    def held() -> list[Any]:
        return list(studio.cache._perceptors.values())

    assert "loading" in draw(studio)[2][0]
    (first,) = held()
    assert not any("loading" in line for line in draw(studio)[2])
    assert held()[0] is first
    past = weakref.ref(first)
    del first
    assert "loading" in draw(studio, quality="normal")[2][0]
    assert len(held()) == 1
    assert past() is None
    with pytest.raises(PixdrawError, match="served are draft, normal"):
        draw(studio, quality="best")


@pytest.mark.parametrize(("iterations", "every"), [(100, "1 iterations"), (21, "1"), (20, "1"), (7, "3"), (50, "50%")])
def test_previews_are_twenty_at_most_each_in_its_own_file(studio: Studio, iterations: int, every: str) -> None:
    text = f"size: 32x32\nnum_cuts: 1\ndisplay_every: {every}"
    files, _, _ = draw(studio, iterations=iterations, settings=text, num_outputs=2)
    previews, results = files[:-2], files[-2:]
    assert 0 < len(previews) <= MOST_PREVIEWS
    assert all(path.name.startswith("preview") for path in previews)
    assert [path.name for path in results] == ["picture-1.png", "picture-2.png"]
    assert len(set(files)) == len(files)
    assert all(path.stat().st_size for path in files)


def test_no_previews_where_none_are_wanted(studio: Studio) -> None:
    files, _, _ = draw(studio, iterations=30, settings="size: 32x32\nnum_cuts: 1\ndisplay_every: 0")
    assert len(files) == 1


def test_seed_loss_and_timings_are_recorded(studio: Studio) -> None:
    _, records, log = draw(studio, seed=7, num_outputs=2)
    assert records["seed"] == [7, 8]
    assert len(records["loss"]) == 2
    assert records["steps"] == 3
    assert records["ended"] == "done"
    assert all(records[f"timing.{name}_s"] >= 0 for name in ("load", "start", "draw", "write"))
    assert any(line.startswith("step 3 of 3, loss ") for line in log)


def test_a_prediction_removes_the_files_of_the_one_before(studio: Studio) -> None:
    first, _, _ = draw(studio)
    (studio.workspace.inbox / "left over").write_text("x")
    second, _, _ = draw(studio)
    assert not any(path.exists() for path in first)
    assert all(path.exists() for path in second)
    assert {path.parent for path in second} == {second[0].parent}
    assert list(studio.workspace.inbox.iterdir()) == []
    assert {path for path in studio.workspace.root.rglob("*") if path.is_file()} == set(second)


def test_a_refused_prediction_removes_files_all_the_same(studio: Studio) -> None:
    first, _, _ = draw(studio)
    with pytest.raises(PixdrawError):
        draw(studio, prompts="")
    assert not any(path.exists() for path in first)


class Cancelled(BaseException):
    """As Cog's runtime raises it, between two bytecodes."""


def test_a_cancelled_prediction_holds_no_memory_even_while_its_error_is_kept(studio: Studio) -> None:
    before = sessions()

    def cancel(name: str, value: object) -> None:
        if name == "loss":
            raise Cancelled

    with pytest.raises(Cancelled) as error:
        list(studio.draw({**SMALL, "quality": "draft"}, lambda line: None, cancel))
    assert sessions() == before
    assert error.tb is not None


def test_a_closed_prediction_stops_and_holds_no_memory(studio: Studio) -> None:
    before = sessions()
    log: list[str] = []
    files = studio.draw({**SMALL, "quality": "draft", "iterations": 1000}, log.append, lambda name, value: None)
    next(files)
    assert sessions() == before + 1
    lines = len(log)
    files.close()  # type: ignore[attr-defined]
    assert sessions() == before
    assert len(log) == lines


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("CUDA out of memory"),
        MemoryError(),
        RuntimeError("DefaultCPUAllocator: can't allocate memory"),
    ],
    ids=lambda error: type(error).__name__,
)
@pytest.mark.parametrize("where", ["render", "build"])
def test_out_of_memory_is_a_clear_failure_and_the_next_prediction_is_drawn(
    studio: Studio, monkeypatch: pytest.MonkeyPatch, error: Exception, where: str
) -> None:
    def fail(*args: object) -> None:
        raise error

    before = sessions()
    with monkeypatch.context() as patch:
        if where == "render":
            patch.setattr(Session, "_accumulate", fail)
        else:
            patch.setattr("pixdraw.assembly.session.Cutouts", fail)
        with pytest.raises(OutOfMemory, match="out of memory") as raised:
            draw(studio)
    assert sessions() == before
    assert "\n" not in str(raised.value)
    assert len(draw(studio)[0]) == 1


SHORT_OF_MEMORY = """
import torch
from pixdraw.settings import presets
from pixdraw.errors import OutOfMemory
from pixdraw.hosting import memory, studio, workspace

torch.set_num_threads(1)
presets.QUALITIES["draft"] = {**presets.QUALITIES["draft"], "perceptors": ("colours",)}
studio.pick_device = lambda name: torch.device("cpu")
one = studio.Studio(qualities=("draft",))
small = {"prompts": "red", "quality": "draft", "iterations": 1, "pixel_size": "8x8"}


def draw(size):
    settings = {**small, "settings": f"size: {size}x{size}\\nnum_cuts: 1"}
    return len(list(one.draw(settings, lambda line: None, lambda name, value: None)))


measured, memory._free = memory._free, lambda: iter([200 * 2**20])
try:
    draw(2800)
except OutOfMemory as error:
    print(error)
memory._free = measured
print(draw(32))
workspace._remove(one.workspace.root)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded as Linux does")
def test_a_prediction_that_needs_more_than_is_free_is_a_clear_failure(
    colours_path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", colours_path)
    refusal, drawn = in_a_new_process(SHORT_OF_MEMORY).splitlines()
    assert "out of memory" in refusal
    assert drawn == "1"


def test_a_refusal_is_one_line_whatever_the_request_says(studio: Studio) -> None:
    with pytest.raises(PixdrawError) as error:
        draw(studio, settings='losses: "a\\nb\\u2028c"')
    assert len(str(error.value).splitlines()) == 1


def test_results_do_not_tell_where_the_picture_lay(studio: Studio) -> None:
    from pixdraw.sinks.metadata import read_settings
    from tests.hosting.files import picture

    sent = studio.workspace.inbox / "sent.png"
    sent.write_bytes(picture("red"))
    (result,), _, _ = draw(studio, init_image=sent)
    assert read_settings(result)["init_image"] == "init_image.png"
    assert str(studio.workspace.root).encode() not in result.read_bytes()


def test_setup_opens_no_connection_and_serves_tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("cog", reason="Cog is not installed: pip install 'pixdraw[cog]'")
    import predict

    def refuse(*args: object, **more: Any) -> None:
        raise AssertionError("setup opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "gettempdir", tempfile.gettempdir)
    for name in ("HF_HUB_OFFLINE", "HF_HUB_CACHE", "http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.setenv(name, "")
        monkeypatch.setenv(name.upper(), "")
    monkeypatch.delenv("PIXDRAW_FETCH_INPUTS", raising=False)
    model = predict.Predictor()
    model.setup()
    assert "tiny" in model.studio.qualities
    files = list(model.run(**{**SMALL, "num_outputs": 1, "settings": "size: 32x32\nnum_cuts: 2", "output_format": "png",
                              "drawer": "pixel", "quality": "tiny", "aspect": None, "pixel_type": None,
                              "pixel_scale": None, "palette": None, "transparent": None, "seed": 1,
                              "init_image": None}))  # fmt: skip
    assert len(files) == 1
    workspace._remove(model.studio.workspace.root)


def test_runtime_folders_of_past_predictions_are_swept_when_empty_and_old(tmp_path: Path) -> None:
    import os

    for name in ("old", "new", "used"):
        for part in ("inputs", "outputs"):
            (tmp_path / name / part).mkdir(parents=True)
    (tmp_path / "used" / "outputs" / "file").write_text("x")
    for name in ("old", "used"):
        os.utime(tmp_path / name, (0, 0))
    workspace.sweep_runtime(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "used"]
    workspace.sweep_runtime(tmp_path / "missing")


def test_the_time_before_the_first_step_counts_against_the_limit(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "size: 32x32\nnum_cuts: 1\ntime_limit_s: 100"
    assert draw(studio, iterations=3, settings=text)[1]["ended"] == "done"
    made = pixdraw.hosting.studio.build  # type: ignore[attr-defined]

    def slow(*args: Any) -> Session:
        clock["late"] += 200
        return made(*args)

    clock, now = {"late": 0.0}, time.monotonic
    monkeypatch.setattr("pixdraw.hosting.studio.build", slow)
    monkeypatch.setattr(time, "monotonic", lambda: now() + clock["late"])
    records = draw(studio, iterations=3, settings=text)[1]
    assert (records["ended"], records["steps"]) == ("time_limit", 1)
    assert records["timing.start_s"] >= 200 > records["timing.load_s"]


def test_a_start_that_takes_too_long_fails_in_one_line(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: Any) -> Session:
        while True:
            deadline.check()

    monkeypatch.setattr("pixdraw.hosting.studio.build", endless)
    with pytest.raises(deadline.TimeUp, match="before the first step"):
        draw(studio, settings="size: 32x32\nnum_cuts: 1\ntime_limit_s: 0.05")


def test_a_full_disk_is_told_without_paths(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> Session:
        raise OSError(28, "No space left on device", "/secret/place/a.png")

    monkeypatch.setattr("pixdraw.hosting.studio.make_sink", full)
    with pytest.raises(FileError, match="No space left") as caught:
        draw(studio)
    assert "secret" not in str(caught.value)


def test_of_candidates_the_best_are_sent_and_their_number_is_bounded(studio: Studio) -> None:
    text = f"{SMALL['settings']}\ncandidates: 4\nkeep: 2"
    files, records, _ = draw(studio, seed=5, settings=text)
    assert [file.name for file in files] == ["picture-1.png", "picture-2.png"]
    assert len(records["seed"]) == 2 and set(records["seed"]) <= {5, 6, 7, 8}
    (film,), records, _ = draw(studio, seed=5, settings=text.removesuffix("\nkeep: 2"), output_format="gif")
    assert film.suffix == ".gif" and len(records["seed"]) == 1
    for wrong in ("candidates: 65", "candidates: 20\nkeep: 17", "candidates: 4\nrank: mood"):
        with pytest.raises(PixdrawError, match=r"^[^\n]+$"):
            draw(studio, settings=f"{SMALL['settings']}\n{wrong}")
