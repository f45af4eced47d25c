"""Prompts that change in the course of a run, and endless animations."""

from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from torch import Tensor

from pixdraw.assembly.driving import drive
from pixdraw.assembly.losses import neighbour_gap
from pixdraw.engine import checkpoint
from pixdraw.engine.prompt_loss import schedule
from pixdraw.engine.session import Session
from pixdraw.errors import PixdrawError, PromptError, SettingsError
from pixdraw.imaging.files import read
from pixdraw.models.targets import make_targets
from pixdraw.settings.model import resolve
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.standard import standard_sinks
from pixdraw.testing import example_context, example_frame
from pixdraw.text.prompts import Prompt, loop_prompts, parse_prompts, slug
from pixdraw.text.units import Duration
from tests.fakes import ColourPerceptor, small_session

STORY = "0: a seed | 50%: a tree:2 | an owl | 80%: fire"


def finish(session: Session) -> Tensor:
    for _ in session.run():
        pass
    return session.images()


def test_times_in_front_of_parts_make_a_schedule() -> None:
    half, late = Duration(50, "percent"), Duration(80, "percent")
    wanted = (Prompt("a seed"), Prompt("a tree", 2.0, begins=half), Prompt("an owl", begins=half))
    assert parse_prompts(STORY) == (*wanted, Prompt("fire", begins=late))
    assert parse_prompts("a seed | 30 iterations: a tree")[1].begins == Duration(30, "iterations")
    assert parse_prompts("a seed|.5 % : a tree:3")[1] == Prompt("a tree", 3.0, begins=Duration(0.5, "percent"))
    assert slug(STORY, 3) == "a-seed-a-tree-an-owl-fire-3"


@pytest.mark.parametrize("text", ["3: the sequel", "16:9 poster|a", "a|at 10:30", "a|2 cats: the film", "see: this|b"])
def test_other_colons_are_text(text: str) -> None:
    assert all(prompt.begins.value == 0 for prompt in parse_prompts(text))
    assert parse_prompts(text)[0].text == text.split("|")[0]


def weights(text: str, total: int = 101, fade: int = 0) -> dict[int, list[float]]:
    items = [parse_prompts(text), parse_prompts("other")]
    targets = schedule(make_targets(ColourPerceptor(), items, torch.device("cpu")), items, total, fade)
    assert all(targets.at(step).weights[1].tolist()[0] == 1 for step in range(total))
    return {step: targets.at(step).weights[0].tolist() for step in range(total)}


def test_prompts_count_in_their_time_alone() -> None:
    found = weights(STORY)
    assert found[0] == found[49] == [1, 0, 0, 0]
    assert found[50] == found[79] == [0, 2, 1, 0]
    assert found[80] == found[100] == [0, 0, 0, 1]


def test_a_fade_shares_the_weight_about_the_border() -> None:
    found = weights("a|50%: b", fade=20)
    assert found[39] == [1, 0] and found[61] == [0, 1] and found[50] == [0.5, 0.5]
    assert found[45] == pytest.approx([0.75, 0.25])
    assert all(sum(pair) == pytest.approx(1) for pair in found.values())


@pytest.mark.parametrize("text", ["a|50%: b|20%: c", "a|200 iterations: b", "a|5: b|5%: c"])
def test_times_grow_and_lie_in_the_run(text: str) -> None:
    with pytest.raises(PromptError, match="start times must be increasing and lie within the run of 101"):
        weights(text)


def test_a_story_of_a_batch_is_its_single_runs_and_goes_on_after_a_stop(tmp_path: Path) -> None:
    given: dict[str, Any] = {"iterations": 8, "prompt_fade": "2 iterations", "contrast": 0}
    both = finish(small_session(prompts=[STORY, "red"], **given))
    assert torch.equal(both[0], finish(small_session(prompts=STORY, **given))[0])
    assert torch.equal(both[1], finish(small_session(prompts="red", **given))[0])
    assert not torch.equal(both[0], finish(small_session(prompts="a seed", **given))[0])
    stopped = small_session(prompts=STORY, **given)
    for _ in range(5):
        stopped.take_step()
    checkpoint.save(stopped, tmp_path / "x")
    resumed = small_session(prompts=STORY, **given)
    checkpoint.restore(resumed, checkpoint.read(tmp_path / "x"), "x")
    assert torch.equal(finish(resumed)[0], both[0])


def test_frames_go_evenly_from_prompt_to_prompt_and_back() -> None:
    assert loop_prompts(["a", "b"], 4) == ["a", "a:0.5|b:0.5", "b", "b:0.5|a:0.5"]
    assert loop_prompts(["a:2|c"], 2) == ["a:2|c", "a|c:0.5|a|c:0.5"]
    assert loop_prompts(["a", "b", "c"], 3) == ["a", "b", "c"]
    with pytest.raises(PromptError, match="0: a .* have no times; give them one by one"):
        loop_prompts(["0: a | 50%: b"], 4)


def test_neighbours_in_the_ring_cost_by_hand() -> None:
    image = torch.tensor([0.0, 0.5, 1.0]).view(3, 1, 1, 1).expand(3, 3, 4, 4)
    gaps = neighbour_gap(example_frame(image, example_context()))
    assert gaps.tolist() == pytest.approx([(0.25 + 1) / 2, (0.25 + 0.25) / 2, (0.25 + 1) / 2])


def loop(folder: Path, **given: Any) -> tuple[Tensor, dict[str, Path]]:
    values: dict[str, Any] = {
        "prompts": ["red", "sea"],
        "loop_frames": 4,
        "iterations": 20,
        "outdir": str(folder),
        **given,
    }
    session = small_session(**values)
    sinks = standard_sinks(session)
    for _ in drive(session, sinks):
        pass
    return session.images(), {path.name: path for sink in sinks for path in sink.written}


def test_coherence_brings_neighbours_together_and_a_frame_draws_the_whole_again(tmp_path: Path) -> None:
    frames, files = loop(tmp_path / "a", loop_coherence=200, save_sheet=True)
    loose, _ = loop(tmp_path / "b", loop_coherence=0)
    gaps = [(x - x.roll(-1, 0)).square().mean((1, 2, 3)).max() for x in (frames, loose)]
    assert gaps[0] < 0.5 * gaps[1]
    assert torch.equal(frames[1], frames[3]) and not torch.equal(frames[0], frames[2])  # of two prompts: there and back
    for name in ("loop.gif", "loop.webp"):
        with Image.open(files[name]) as film:
            film.load()
            assert film.n_frames == 4  # type: ignore[attr-defined]
            assert film.info["loop"] == 0 and film.info["duration"] == 120
    pictures = [path for name, path in files.items() if name.endswith(".png") and "sheet" not in name]
    for path in (pictures[1], files["loop.gif"], files["loop.webp"], files["sheet.json"]):
        settings = read_settings(path)
        assert settings["prompts"] == ["red", "sea"] and settings["loop_frames"] == 4
    again, _ = loop(tmp_path / "c", **{**settings, "outdir": str(tmp_path / "c")})
    assert torch.equal(again, frames)
    assert torch.equal(read(pictures[0])[0], (frames[0] * 255).round() / 255)


@pytest.mark.parametrize("given", [{"seed": [1, 2]}, {"prompts": list("abcde")}, {"prompts": []}])
def test_an_animation_has_one_seed_and_no_more_prompts_than_frames(given: dict) -> None:
    with pytest.raises(SettingsError, match="loop_frames=4: expected one seed, at most one manner and 1 to 4 prompts"):
        small_session(**{"loop_frames": 4, "labels": "x", **given})


def test_frames_that_start_alike_are_held_less() -> None:
    assert resolve({"prompts": "a", "loop_frames": 4}).loop_coherence == 1
    assert resolve({"prompts": "a", "loop_frames": 4, "init": "none"}).loop_coherence == 20
    assert resolve({"prompts": "a", "loop_frames": 4, "loop_coherence": 7}).loop_coherence == 7


@pytest.mark.parametrize("given", [{"prompt_fade": "soon"}, {"loop_frames": 1000}, {"loop_coherence": -1}])
def test_errors_name_the_setting(given: dict) -> None:
    with pytest.raises(PixdrawError, match=next(iter(given))):
        small_session(**given)


@pytest.mark.parametrize(("prompts", "kept"), [("red", "best"), ("0: red | 2: sea", "last")])
def test_when_time_is_up_the_best_picture_is_kept_only_where_all_steps_want_the_same(prompts: str, kept: str) -> None:
    session = small_session(prompts=prompts, time_limit_s=1e-6, iterations=9, contrast=0)
    session.take_step()
    session._best._loss.fill_(-9.0)  # no later step is better
    finish(session)
    best = session._best._params[0]
    same = torch.equal(session.drawer.param_groups()[0].params[0].detach(), best)
    assert same is (kept == "best")
