"""Collages: a folder is searched, and what is found becomes start, targets and styles, each stage a picture."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

import pixdraw
from pixdraw.errors import FileError, SettingsError
from pixdraw.guidance.library import Found, search
from pixdraw.imaging import files
from pixdraw.text.prompts import parse_prompts
from pixdraw.tools.collage import Collage, CollagePlan, choose, side_by_side
from tests.commands.test_upscale import run
from tests.fakes import Cache, ColourPerceptor

SMALL: dict[str, Any] = {
    "size": "16x16",
    "pixel_size": "8x8",
    "iterations": 4,
    "num_cuts": 1,
    "priors": "none",
    "perceptors": "x",
}
SMALL |= {"init": "none", "quality": "normal", "seed": 3}


def noise(seed: int, side: int = 20) -> torch.Tensor:
    coarse = torch.rand(1, 3, 4, 4, generator=torch.Generator().manual_seed(seed)).round()
    return torch.nn.functional.interpolate(coarse, (side, side))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Six pictures in three folders, and four of no use."""
    root = tmp_path / "library"
    for number in range(6):
        folder = root / ("Claude_Monet", "Klee", "")[number % 3]
        folder.mkdir(parents=True, exist_ok=True)
        files.save_png(noise(number), folder / f"n{number}.png")
    files.save_png(noise(0), root / "twin.png")
    files.save_png(noise(9, 8), root / "tiny.png")
    files.save_png(torch.ones(3, 20, 20), root / "blank.png")
    (root / "broken.png").write_bytes(b"no picture")
    return root


def test_what_is_of_no_use_is_told_and_the_nearest_comes_first(library: Path) -> None:
    found = search(library, parse_prompts("red"), ColourPerceptor())  # type: ignore[arg-type]
    assert len(found.found) == 6
    assert [one.score for one in found.found] == sorted((one.score for one in found.found), reverse=True)
    told = "\n".join(found.left_out)
    for part in ("twin.png", "shows the same", "tiny.png: 8x8 is too small", "blank.png: nothing", "broken.png: not a"):
        assert part in told or (part == "twin.png" and "n0.png" in told)
    assert len(found.left_out) == 4


def test_a_folder_that_the_prompt_names_counts_by_its_weight(library: Path) -> None:
    perceptor = ColourPerceptor()
    plain = {one.path: one.score for one in search(library, parse_prompts("red|blue:0.5"), perceptor).found}  # type: ignore[arg-type]
    named = search(library, parse_prompts("red by claude monet|blue:0.5"), perceptor, names=0.0).found  # type: ignore[arg-type]
    more = search(library, parse_prompts("red by claude monet|blue:0.5"), perceptor, names=5.0).found  # type: ignore[arg-type]
    before = {one.path: one.score for one in named}
    gains = {one.folder: round(one.score - before[one.path], 4) for one in more}
    assert gains == {"claude monet": 5.0, "klee": 0.0, "": 0.0} and len(plain) == 6
    assert [one.named for one in more[:2]] == [True, True]


def test_a_folder_of_several_is_named_by_one(library: Path) -> None:
    (library / "Klee").rename(library / "Castles")
    found = search(library, parse_prompts("a castle"), ColourPerceptor()).found  # type: ignore[arg-type]
    assert {one.folder for one in found if one.named} == {"castles"}


def test_parts_are_shared_out_without_a_picture_in_two_of_them() -> None:
    found = [Found(Path(f"{n}.png"), "monet" if n == 7 else "", 1 - n / 10, n == 7) for n in range(8)]
    chosen = choose(found, CollagePlan(start_count=1, target_count=2, target_stages=2, style_count=2))
    names = [[one.path.stem for one in part] for part in (chosen.start, *chosen.targets, chosen.styles)]
    assert names == [["0"], ["2", "3"], ["4", "5"], ["7", "1"]]
    none = choose(found[:1], CollagePlan(start_count=0, target_count=3, target_stages=1, style_count=0))
    assert none.start == () and len(none.targets[0]) == 1 and none.styles == ()
    assert choose(found, CollagePlan(target_count=0)).targets == ()


def test_several_starts_lie_side_by_side() -> None:
    red, blue = (torch.tensor(colour).view(1, 3, 1, 1).expand(1, 3, 30, 10) for colour in ((1.0, 0, 0), (0, 0, 1.0)))
    both = side_by_side([red, blue], (8, 20))
    assert both.shape == (1, 3, 8, 20)
    assert torch.allclose(both[0, :, 4, 1], torch.tensor([1.0, 0, 0]), atol=0.01)
    assert torch.allclose(both[0, :, 4, 18], torch.tensor([0, 0, 1.0]), atol=0.01)


def test_every_stage_is_a_picture_and_can_be_left_out(library: Path) -> None:
    plan = CollagePlan(style_steps=2, upscale=3, upscale_method="nearest", settings=SMALL)
    making = Collage("red klee", library, plan, cache=Cache())  # type: ignore[arg-type]
    stages = list(making)
    assert [stage.name for stage in stages] == ["start", "targets-1", "targets-2", "style", "upscale"]
    assert [len(stage.used) for stage in stages] == [1, 3, 3, 2, 0]
    assert stages[-1].picture.shape[2:] == (48, 48) and stages[0].picture.shape[2:] == (16, 16)
    assert all(not torch.equal(one.picture, two.picture) for one, two in zip(stages, stages[1:], strict=False))
    again = list(Collage("red klee", library, plan, cache=Cache()))  # type: ignore[arg-type]
    assert all(torch.equal(one.picture, two.picture) for one, two in zip(stages, again, strict=True))
    bare = replace(plan, start_count=0, target_count=0, style_count=0, upscale=1)
    (alone,) = Collage("red", library, bare, cache=Cache())  # type: ignore[arg-type]
    assert alone.name == "drawing"
    assert torch.equal(alone.picture, pixdraw.draw("red", cache=Cache(), **SMALL).tensor())  # type: ignore[arg-type]


def test_mistakes_are_one_line(tmp_path: Path, library: Path) -> None:
    empty, useless = tmp_path / "empty", tmp_path / "useless"
    empty.mkdir()
    useless.mkdir()
    (useless / "broken.png").write_bytes(b"no picture")
    wrong = (
        (empty, CollagePlan(), FileError, "no pictures are in it"),
        (tmp_path / "none", CollagePlan(), FileError, "no such folder"),
        (useless, CollagePlan(), FileError, "none of its 1 pictures is of use; the first: broken.png"),
        (library, CollagePlan(start_count=9), SettingsError, "start-count=9: expected 0 to 4"),
        (library, CollagePlan(settings={"init_image": "a.png"}), SettingsError, "decides it"),
        (library, CollagePlan(settings={"seed": "1,2"}), SettingsError, "one picture"),
        (library, CollagePlan(settings={"sede": 1}), SettingsError, "sede"),
    )
    for folder, plan, kind, told in wrong:
        given = replace(plan, settings={**SMALL, **plan.settings})
        with pytest.raises(kind, match=told) as error:
            Collage("red", folder, given, cache=Cache())  # type: ignore[arg-type]
        assert "\n" not in str(error.value)


def test_the_command_writes_every_stage_and_a_plan_that_draws_it_again(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "c.png").write_bytes(b"mine")
    given = {**SMALL, "perceptors": "tiny", "quality": "tiny", "iterations": 2}
    options = [word for name, value in given.items() for word in ("--set", f"{name}={value}")]
    words = ["collage", "red klee", "--library", str(library), "--style-steps", "1", "--output", "c.png", *options]
    assert run(monkeypatch, *words) == 0
    out, err = capfd.readouterr()
    names = ["c-1-start.png", "c-2-targets-1.png", "c-3-targets-2.png", "c-4-style.png", "c-5-upscale.png"]
    assert out.split() == [*names, "c-2.png", "c-stages.png", "c-plan.yaml"]
    assert "skipped: broken.png" in err and "start with n" in err
    assert (tmp_path / "c.png").read_bytes() == b"mine"
    assert run(monkeypatch, "collage", "--plan", "c-plan.yaml", "--output", "d.png") == 0
    assert torch.equal(files.read("d.png"), files.read("c-2.png"))
    assert (
        run(monkeypatch, "collage", "--plan", "c-plan.yaml", "--no-style", "--start-count", "0", "--upscale", "1") == 0
    )
    assert "collage-1-targets-1.png" in capfd.readouterr().out
    for wrong in (["collage", "red"], ["collage", "--library", str(library)], [*words[:4], "--set", "x"]):
        assert run(monkeypatch, *wrong) == 2
        assert capfd.readouterr().err.count("\n") == 1


def test_it_is_made_again_gone_on_with_and_made_of_several(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from pixdraw.stages import upscale

    monkeypatch.chdir(tmp_path)
    given = {**SMALL, "perceptors": "tiny", "quality": "tiny", "iterations": 2}
    options = [word for name, value in given.items() for word in ("--set", f"{name}={value}")]
    words = ["collage", "red klee", "--library", "library", "--style-steps", "1", *options]
    assert run(monkeypatch, *words, "--output", "c.png") == 0
    whole = files.read("c.png")
    capfd.readouterr()

    assert run(monkeypatch, "again", "c.png") == 2
    assert "made of the pictures in library; give --trust" in capfd.readouterr().err
    assert run(monkeypatch, "again", "c-2-targets-1.png", "--trust", "--output", "e.png") == 0
    assert torch.equal(files.read("e.png"), whole)
    assert run(monkeypatch, "again", "c.png", "--trust", "--seed", "9") == 0
    assert "c-6.png" not in capfd.readouterr().out and not torch.equal(files.read("c-2.png"), whole)
    with pytest.raises(FileError, match="not a single drawing: `pixdraw again c.png`"):
        pixdraw.again("c.png")

    real = upscale.upscale
    monkeypatch.setattr(upscale, "upscale", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
    assert run(monkeypatch, *words, "--output", "s.png") == 130
    assert "`pixdraw resume s.png` continues" in capfd.readouterr().err
    assert torch.equal(files.read("s.png"), files.read("c-4-style.png"))
    monkeypatch.setattr(upscale, "upscale", real)
    (tmp_path / "s-3-broken.png").write_bytes(b"no picture")
    before = (tmp_path / "s-2-targets-1.png").stat().st_mtime_ns
    assert run(monkeypatch, "resume", "s.png", "--trust") == 0
    assert capfd.readouterr().out.split() == ["s-5-upscale.png", "s.png", "s-stages.png"]
    assert torch.equal(files.read("s.png"), whole) and (tmp_path / "s-2-targets-1.png").stat().st_mtime_ns == before

    few = ["--start-count", "0", "--target-count", "0", "--no-style", "--upscale", "1"]
    assert run(monkeypatch, "collage", "red", "blue", *words[2:], *few, "--set", "seed=3,4", "--output", "b.png") == 0
    made = [files.read(f"b-{number}.png") for number in range(1, 5)]
    assert all(not torch.equal(one, other) for one, other in zip(made, made[1:], strict=False))
    assert run(monkeypatch, "collage", "blue", *words[2:], *few, "--set", "seed=3", "--output", "one.png") == 0
    assert torch.equal(files.read("one.png"), made[2])
