"""Best of several: candidates are the seeds of one batch, ranked at the end, and only the best are kept."""

from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

import pixdraw
from pixdraw.engine.ranking import ordered
from pixdraw.errors import SettingsError
from pixdraw.events import Stepped
from pixdraw.imaging import files
from pixdraw.settings.model import PLACES, read_yaml, resolve
from pixdraw.sinks.metadata import read_settings
from tests.commands.test_upscale import run

SMALL: dict[str, Any] = {
    "size": "16x16",
    "pixel_size": "8x8",
    "iterations": 2,
    "num_cuts": 1,
    "init": "none",
    "pixel_parameters": "cells",
    "priors": "none",
}


def test_candidates_are_the_seeds_that_follow_and_mistakes_are_told() -> None:
    def seeds(**given: Any) -> tuple[tuple[int, ...], int | None]:
        settings = resolve({"prompts": "a", **given})
        return settings.seed, settings.keep_best

    assert seeds(seed=5, candidates=3) == ((5, 6, 7), 1)
    assert seeds(seed=[9, 4, 5], candidates=5, keep=2) == ((9, 4, 5, 6, 7), 2)
    assert seeds(seed=2**32 - 1, candidates=2) == ((2**32 - 1, 0), 1)
    assert seeds(seed="1,2,3", keep=2) == ((1, 2, 3), 2)
    assert seeds(seed=[1, 2]) == ((1, 2), None)
    wrong = (
        ({"seed": [1, 2, 3], "candidates": 2}, "there are 3 seeds"),
        ({"candidates": 4, "keep": 5}, "only 4 are drawn"),
        ({"candidates": 2, "loop_frames": 4}, "loop_frames"),
        ({"candidates": 0}, "candidates"),
        ({"keep": 1, "rank": "prompt,prompt"}, "different names"),
        ({"keep": 1, "rank": ""}, "different names"),
    )
    for given, told in wrong:
        with pytest.raises(SettingsError, match=told):
            resolve({"prompts": "a", **given})


def test_what_ranks_must_be_there() -> None:
    with pytest.raises(SettingsError, match=r"rank=orphan: this run has no such loss.*losses=orphan.*mean orphans"):
        pixdraw.draw("a", keep=1, rank="orphan", losses="orphans", **SMALL)


def test_the_order_is_of_each_prompt_and_scores_that_are_no_numbers_come_last() -> None:
    total = torch.tensor([1.0, 3.0, float("nan"), 2.0, 2.0, 2.5])
    assert ordered(total, 3, 2) == ((1, 0, 2, 5, 3, 4), (1, 0, 5, 3))


def test_the_best_are_kept_first_and_each_is_its_single_run() -> None:
    drawing = pixdraw.draw(["a red heart", "a blue fish"], seed=3, candidates=4, keep=2, stream=True, **SMALL)
    shown = [len(drawing.images()) for event in drawing if isinstance(event, Stepped)]
    assert shown[0] == 8 and drawing.ranking is not None
    assert drawing.labels == ("a red heart", "a red heart", "a blue fish", "a blue fish")
    total, scores = drawing.ranking.total, drawing.ranking.scores
    assert torch.equal(total, scores["prompt"] + 0.5 * scores["craft"])
    assert drawing.seeds[:2] == tuple(3 + place for place in total[:4].topk(2).indices.tolist())
    alone = pixdraw.draw("a blue fish", seed=drawing.seeds[2], keep=1, **SMALL)
    assert torch.equal(alone.tensor()[0], drawing.tensor()[2])
    assert alone.ranking is not None and torch.equal(alone.ranking.total[0], total[4:].max())


def test_a_picture_that_is_nearer_to_its_prompt_is_the_better_one(tmp_path: Path) -> None:
    heart = Path(__file__).parents[2] / "docs/gallery/a-red-heart-1.png"
    heart = heart if heart.exists() else next((Path(__file__).parents[2] / "docs/gallery").glob("a-*.png"))
    words = heart.stem.rsplit("-", 1)[0].replace("-", " ")
    files.save_png(files.read(heart), tmp_path / "heart.png")
    given = {**SMALL, "size": "64x64", "pixel_size": "32x32", "iterations": 1, "learning_rate": 1e-6, "keep": 1}
    of_it = pixdraw.draw(words, init_image=tmp_path / "heart.png", seed=1, **given)
    of_noise = pixdraw.draw(words, init_noise="pixels", seed=1, **given)
    assert of_it.ranking is not None and of_noise.ranking is not None
    assert float(of_it.ranking.scores["prompt"]) > float(of_noise.ranking.scores["prompt"]) + 10
    assert float(of_it.ranking.scores["craft"]) > float(of_noise.ranking.scores["craft"])


def test_a_loss_of_the_run_ranks_and_drawers_without_cells_have_no_craft() -> None:
    given = {name: value for name, value in SMALL.items() if not name.startswith("pixel_")}
    drawing = pixdraw.draw(
        "a", drawer="fft", losses="saturation", rank="craft,saturation", keep=1, seed=[1, 2], **given
    )
    assert drawing.ranking is not None and list(drawing.ranking.scores) == ["saturation"]
    assert drawing.seeds == (1 + int(drawing.ranking.scores["saturation"].argmax()),)


def test_the_command_writes_what_is_kept_and_a_sheet_of_all_and_again_draws_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    options = [word for name, value in SMALL.items() for word in (f"--{name.replace('_', '-')}", str(value))]
    words = ["a fox", "--seed", "7", "--candidates", "4", *options]
    assert run(monkeypatch, *words, "--keep", "2", "--output", "fox", "--save-sprite", "--make-gif") == 0
    told = capfd.readouterr()
    files_of = ["fox-1-sprite.png", "fox-1.gif", "fox-1.png", "fox-2-sprite.png", "fox-2.gif", "fox-2.png"]
    assert sorted(told.out.split()) == sorted([*files_of, "fox-candidates.png"])
    assert told.err.count("kept: a fox, seed ") == 2
    assert run(monkeypatch, "again", "fox-1.png", "--output", "same.png") == 0
    assert torch.equal(files.read("fox-1.png"), files.read("same.png"))
    capfd.readouterr()
    assert run(monkeypatch, *words) == 0  # one, named after its seed
    (one, sheet) = sorted(capfd.readouterr().out.split(), key=lambda name: "candidates" in name)
    kept = read_settings(one)
    assert one == f"a-fox-{kept['seed'][0]}.png" and "keep_best" not in kept
    assert kept["seed"] == read_settings("fox-1.png")["seed"]
    with Image.open(sheet) as image:
        assert image.width > 4 * 96
    assert run(monkeypatch, *words, "--save-steps") == 2


def test_a_stopped_run_keeps_its_best_so_far_and_goes_on_as_if_it_had_not(tmp_path: Path) -> None:
    given = {**SMALL, "iterations": 4, "seed": 1, "candidates": 3}
    whole = pixdraw.draw("a fox", **given)
    parted = pixdraw.draw("a fox", stream=True, **given)
    next(event for event in parted if event.step == 2)
    parted.stop()
    parted.finish()
    assert parted.reason == "interrupted" and len(parted.images()) == 1
    parted.save(tmp_path / "fox.checkpoint")
    gone_on = pixdraw.resume(tmp_path / "fox.checkpoint")
    for other in (parted.finish(), gone_on):
        assert other.seeds == whole.seeds and torch.equal(other.tensor(), whole.tensor())
    (sheet,) = whole.save(tmp_path / "all.png", "candidates")
    assert sheet.stat().st_size > 500
    with pytest.raises(SettingsError, match="no pictures are ranked"):
        pixdraw.draw("a fox", stream=True, **given).save(tmp_path / "none.png", "candidates")


def test_the_command_resumes_over_its_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    given = {**SMALL, "seed": 1, "candidates": 3, "keep": 2, "save_checkpoint": True, "save_settings": True}
    drawing = pixdraw.drawing.Drawing(resolve({"prompts": "a fox", "output": "fox", **given})).write().finish()
    assert drawing.seeds[0] in (1, 2, 3)
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.png")}
    assert set(before) == {"fox-1.png", "fox-2.png", "fox-candidates.png"}
    assert run(monkeypatch, "resume", "fox.checkpoint") == 0
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.png")} == before
    again = pixdraw.draw(**resolve_file("fox-settings.yaml"))
    assert again.seeds == drawing.seeds and torch.equal(again.tensor(), drawing.tensor())


def resolve_file(name: str) -> dict[str, Any]:
    """Return the settings of a file without the places that it names."""
    return {key: value for key, value in read_yaml(Path(name)).items() if key not in PLACES}
