"""Models that are kept: each is read once, by whichever thread asks first, and goes when it is used no more."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.assembly.session import build, start
from pixdraw.errors import ModelError
from pixdraw.imaging.files import save_png
from pixdraw.models import cache as caches
from pixdraw.models.cache import ModelCache, loaded, using_models
from pixdraw.models.perceptors import load
from pixdraw.models.sprites import files
from pixdraw.settings.model import resolve
from tests import sprite_generators
from tests.fakes import ColourPerceptor


def test_perceptors_are_loaded_once_and_forgotten(model_dir: Path) -> None:
    cache, name = ModelCache(), f"local-dir:{model_dir}"
    first = cache.get(name, "cpu")
    assert cache.get(name, torch.device("cpu")) is first is not load(name)
    cache.keep_only([name])
    assert cache.get(name, "cpu") is first
    cache.keep_only(["other"])
    second = cache.get(name, "cpu")
    assert second is not first
    cache.clear()
    assert cache.get(name, "cpu") is not second


def test_models_are_kept_by_what_loads_them_and_what_it_is_given() -> None:
    cache = ModelCache()
    first: list[str] = cache.loaded(list, "ab")
    assert first == ["a", "b"]
    assert cache.loaded(list, "ab") is first
    assert cache.loaded(list, "cd") == ["c", "d"] and cache.loaded(tuple, "ab") == ("a", "b")


def test_a_model_that_a_drawing_did_not_use_is_forgotten_at_the_next() -> None:
    cache = ModelCache()
    first: list[str] = cache.loaded(list, "ab")
    cache.keep_only([])
    assert cache.loaded(list, "ab") is first
    cache.keep_only([])
    cache.keep_only([])
    assert cache.loaded(list, "ab") is not first


@pytest.mark.parametrize("form", [str, Path])
def test_a_file_that_has_changed_is_read_again(form: type, tmp_path: Path) -> None:
    cache, file = ModelCache(), tmp_path / "folder" / "weights"
    file.parent.mkdir()
    for name in (file, file.parent):
        file.write_text("one")
        first = cache.loaded(_newest, form(name))
        assert cache.loaded(_newest, form(name)) is first
        file.write_text("other")
        assert cache.loaded(_newest, form(name)) == ["other"]


def _newest(name: str | Path) -> list[str]:
    path = Path(name)
    return [file.read_text() for file in ([path] if path.is_file() else path.iterdir())]


def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    cache, folder = ModelCache(), tmp_path / "cells"
    for _ in range(2):
        with pytest.raises(ModelError, match="is missing"):
            cache.loaded(files.load, folder)
    files.save(sprite_generators.small_generator(), folder)
    assert cache.loaded(files.load, folder).names == sprite_generators.NAMES


def test_threads_share_what_one_of_them_loads() -> None:
    cache, loads, found = ModelCache(), list[int](), list[object]()

    def slow(number: int) -> object:
        loads.append(number)
        time.sleep(0.05)
        return object()

    def work() -> None:
        with using_models(cache):
            found.append(loaded(slow, 1))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert loads == [1] and len(found) == 4 and len(set(map(id, found))) == 1


def test_outside_of_a_drawing_a_model_is_loaded_anew() -> None:
    with using_models(ModelCache()):
        assert loaded(list, "ab") is loaded(list, "ab")
    assert loaded(list, "ab") is not loaded(list, "ab")


class Colours(ModelCache):
    def get(self, name: str, device: object) -> ColourPerceptor:  # type: ignore[override]
        return ColourPerceptor()


SMALL: dict[str, Any] = {
    "prompts": "red",
    "init": "proposal",
    "seed": 1,
    "size": "40x32",
    "num_cuts": 2,
    "iterations": 2,
    "proposal_steps": 2,
}


@pytest.fixture
def reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The built-in models are small ones; notes each that is read from its file."""
    sprite_generators.build_in(monkeypatch, tmp_path / "cells")
    noted: list[str] = []
    monkeypatch.setattr(files, "_read", _noting(noted, files.__name__, files._read))
    return noted


def _noting(noted, name, read):  # type: ignore[no-untyped-def]
    def reading(*given: object) -> object:
        noted.append(name)
        return read(*given)

    return reading


@pytest.mark.parametrize("given", [{}, {"drawer": "diffusion", "init": "none"}], ids=str)
def test_a_second_drawing_reads_no_model_again(given: dict, reads: list[str]) -> None:
    cache, values = Colours(), {**SMALL, "perceptors": "colours", "device": "cpu", **given}
    one, other = (build(resolve(values), cache) for _ in range(2))
    assert len(reads) == 1
    assert torch.equal(one.images(), other.images())


def test_without_a_cache_the_models_are_those_of_the_process(
    reads: list[str], model_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Colours()
    monkeypatch.setattr("pixdraw.assembly.session.shared_cache", lambda: made)
    for _ in range(2):
        build(resolve({**SMALL, "perceptors": "colours", "device": "cpu"}))
    assert len(reads) == 1


def test_the_frames_of_an_animation_share_their_models(reads: list[str], tmp_path: Path) -> None:
    names = [tmp_path / f"{number}.png" for number in range(3)]
    for name in names:
        save_png(torch.rand(3, 32, 40), name)
    moving = {"animation_frames": str(tmp_path / "*.png"), "outdir": str(tmp_path / "out")}
    moving |= {"perceptors": "colours", "device": "cpu"}
    for _ in start(resolve({**SMALL, **moving}), Colours()).run():
        pass
    assert len(reads) == 1


def test_there_is_one_cache_for_a_process() -> None:
    assert caches.shared_cache() is caches.shared_cache()
