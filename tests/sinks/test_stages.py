"""The stages after a run: finished pictures in the style of others, and larger."""

from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.drawing import Drawing
from pixdraw.errors import PixdrawError
from pixdraw.events import Finished
from pixdraw.imaging import files
from pixdraw.settings.model import resolve
from pixdraw.sinks.metadata import read_record
from pixdraw.sinks.paths import Destination, OutputPaths, plan
from pixdraw.sinks.stages import StagesSink
from pixdraw.stages import upscale
from tests.fakes import small_session
from tests.stages.test_stylise import stripes

SMALL = {"prompts": ["a", "b"], "seed": 1, "pixel_size": [8, 8], "size": [32, 32], "iterations": 1}


def paths_in(folder: Path, items: int = 1) -> OutputPaths:
    return plan(["a", "b"][:items], [1] * items, Destination(f"{folder}/x.png"))


def drawn(folder: Path, **given: Any) -> StagesSink:
    session = small_session(**{**SMALL, **given})
    for _ in session.run():
        pass
    sink = StagesSink(paths_in(folder, len(session.labels)), session.settings)
    sink(Finished(1, 1, "done"), session)
    files.save_png(session.images()[-1], folder / "last.png")
    return sink


@pytest.mark.parametrize("method", ["nearest", "xbr"])
def test_it_enlarges_each_picture_as_the_command_does(tmp_path: Path, method: str) -> None:
    made = drawn(tmp_path, upscale=3, upscale_method=method).written
    assert [path.name for path in made] == ["x-1-larger.png", "x-2-larger.png"]
    second = files.read(tmp_path / "last.png")
    seen = second if method == "nearest" else upscale.native(second)
    assert torch.equal(files.read(made[1]), upscale.upscale(seen, 3, method))
    assert read_record(made[1]).settings["prompts"] == ["b"]


def test_what_is_styled_is_enlarged_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    files.save_png(stripes(), tmp_path / "stripes.png")
    monkeypatch.setattr("pixdraw.sinks.stages.shared_cache", lambda: _Fakes())
    given = {"stylise": f"{tmp_path}/stripes.png:0.5", "stylise_steps": 2, "upscale": 2, "transparent": False}
    made = drawn(tmp_path, prompts="a", **given).written
    assert [path.name for path in made] == ["x-styled.png", "x-larger.png"]
    styled, larger = map(files.read, made)
    assert styled.shape[2:] == (32, 32) and torch.equal(larger, upscale.upscale(styled, 2))


class _Fakes:
    def get(self, name: str, device: torch.device) -> Any:
        return object()  # shows no layers: fixed filters are used


def test_a_run_that_was_broken_off_leaves_them_out(tmp_path: Path) -> None:
    session = small_session(**SMALL)
    sink = StagesSink(
        plan(session.labels, session.seeds, to=Destination(f"{tmp_path}/x.png")),
        resolve({"prompts": "a", "upscale": 2}),
    )
    sink(Finished(0, 1, "interrupted"), session)
    assert not sink.written and not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"stylise": "none.png"}, "stylise='none.png': there is no such file"),
        ({"upscale_model": "none.pth"}, "none.pth: there is no such file of weights"),
        ({"upscale": 5, "upscale_method": "scale2x"}, "scale2x makes 2, 3, 4, 6, 8, 9"),
        ({"upscale": 64, "size": "4096x4096"}, "too many pixels"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_drawn(given: dict[str, Any], words: str, tmp_path: Path) -> None:
    settings = resolve({"prompts": "a", "seed": 1, **given})
    with pytest.raises(PixdrawError, match=words):
        StagesSink(paths_in(tmp_path), settings)


def test_a_drawing_that_writes_its_files_writes_them(tmp_path: Path, model_dir: Path) -> None:
    given = {**SMALL, "prompts": "a", "perceptors": f"local-dir:{model_dir}", "num_cuts": 1, "priors": "none"}
    drawing = (
        Drawing(
            resolve({**given, "init": "none", "pixel_parameters": "cells", "upscale": 2, "output": f"{tmp_path}/x.png"})
        )
        .write()
        .finish()
    )
    assert [path.name for path in drawing.written] == ["x.png", "x-larger.png"]
