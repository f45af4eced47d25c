"""The command line, called as `main` calls it; the perceptor is a small one of random weights."""

import json
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
import torch
import yaml
from PIL import Image

from pixdraw import cli
from pixdraw.commands.former import modernised
from pixdraw.commands.options import given_by


@pytest.fixture
def call(model_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    """Run `pixdraw ARGS` in an empty folder: (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    quick = {"perceptors": f"local-dir:{model_dir}", "iterations": "4", "size": "48x40", "num-cuts": "2"}

    def run(*args: str, small: bool = True) -> tuple[int, str, str]:
        more = [f"--{name}={value}" for name, value in quick.items() if small and f"--{name}" not in args]
        monkeypatch.setattr(sys, "argv", ["pixdraw", *args, *more])
        code = 0
        try:
            cli.main()
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        out, err = capfd.readouterr()
        return code, out, err

    return run


def pixels(path: str) -> np.ndarray:
    return np.asarray(Image.open(path))


def test_a_prompt_just_draws(call) -> None:
    code, out, err = call("a red heart #pixelart", "--seed", "7")
    assert code == 0
    (name,) = out.split()
    assert pixels(name).shape == (40, 48, 4)
    assert "red-heart" in name and "7" in name
    assert sorted(path.name for path in Path().iterdir()) == [name]
    assert "4/4" in err and "loss" in err


def test_a_picture_is_never_overwritten_silently(call) -> None:
    first = call("x", "--seed", "7")[1].split()[0]
    before = Path(first).read_bytes()
    second = call("x", "--seed", "7", "--iterations", "2")[1].split()[0]
    assert second != first
    assert Path(first).read_bytes() == before


def test_again_draws_the_same_picture(call) -> None:
    (name,) = call("a heart", "a star:2|sun:-0.5", "--seed", "3", "--output", "batch")[1].split()[:1]
    code, out, err = call("again", name, "--output", "again.png", "--trust", small=False)
    assert (code, out) == (0, "again.png\n"), err
    assert Path("again.png").read_bytes() == Path(name).read_bytes()


def test_again_from_svg(call) -> None:
    call("a heart", "--seed", "3", "--output", "one.png", "--save-svg")
    code, _, err = call("again", "one.svg", "--output", "two.png", "--trust", small=False)
    assert code == 0, err
    assert Path("two.svg").read_bytes() == Path("one.svg").read_bytes()
    assert np.array_equal(pixels("one.png"), pixels("two.png"))


def test_again_with_changes(call) -> None:
    call("a heart", "--seed", "3", "--output", "one.png")
    call("again", "one.png", "--output", "two.png", "--seed", "4", "--pixel-type", "hex", "--trust", small=False)
    assert not np.array_equal(pixels("one.png"), pixels("two.png"))
    info = json.loads(Image.open("two.png").text["pixdraw"])  # type: ignore[attr-defined]
    assert (info["seed"], info["pixel_type"], info["prompts"]) == ([4], "hex", ["a heart"])


def test_metadata_holds_the_complete_settings(call) -> None:
    call("a heart", "--output", "one.png")
    text = Image.open("one.png").text  # type: ignore[attr-defined]
    info = json.loads(text["pixdraw"])
    assert info["iterations"] == 4 and info["pixel_type"] == "rect" and isinstance(info["seed"][0], int)


def test_resume_equals_the_unbroken_run(call) -> None:
    call("a heart", "--seed", "3", "--output", "whole.png")
    from pixdraw.assembly.session import build
    from pixdraw.engine import checkpoint
    from pixdraw.settings.model import resolve
    from pixdraw.sinks.metadata import read_settings

    info = read_settings("whole.png")
    session = build(resolve({**info, "save_checkpoint": True, "output": "part.png"}))
    for _ in range(2):
        session.take_step()
    checkpoint.save(session, Path("part.checkpoint"))
    code, out, err = call("resume", "part.checkpoint", "--trust", small=False)
    assert code == 0, err
    assert "part.png" in out
    assert np.array_equal(pixels("part.png"), pixels("whole.png"))


def test_a_yaml_file_is_the_base_and_options_go_before_it(call) -> None:
    Path("s.yaml").write_text(yaml.safe_dump({"prompts": "a heart", "seed": 5, "pixel_type": "hex", "output": "y.png"}))
    assert call("--config", "s.yaml", "--seed", "6")[0] == 0
    info = json.loads(Image.open("y.png").text["pixdraw"])  # type: ignore[attr-defined]
    assert (info["seed"], info["pixel_type"]) == ([6], "hex")


def test_every_kind_of_output(call) -> None:
    flags = ["svg", "sprite", "steps", "settings", "losses", "checkpoint"]
    args = [f"--save-{flag}" for flag in flags] + ["--make-gif", "--make-video"]
    code, out, err = call("a heart", "--seed", "1", "--outdir", "run", "--output", "o.png", *args)
    assert code == 0, err
    names = {str(path.relative_to("run")) for path in Path("run").rglob("*") if path.is_file()}
    assert {"o.png", "o.svg", "o-sprite.png", "o.gif", "o.mp4"} <= names
    assert {"settings.yaml", "losses.csv", "run.checkpoint"} <= names
    assert any(name.startswith("steps/frame_") for name in names)
    assert {path.name for path in Path().iterdir()} == {"run"}
    assert len(Path("run/losses.csv").read_text().splitlines()) == 5


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["a", "--pixle-size", "3,3"], ["--pixle-size", "--pixel-size"]),
        (["a", "--quality", "bettr"], ["bettr", "better"]),
        (["a", "--drawer", "pixl"], ["pixl", "pixel"]),
        (["a", "--size", "0x64"], ["0x64", "8 to 8192"]),
        (["a", "--scale", "1", "64"], ["500x280"]),
        (["a", "--iterations", "many"], ["iterations", "many"]),
        ([""], ["empty prompt: write what to draw"]),
        (["  "], ["empty prompt: write what to draw"]),
        ([], ["prompts"]),
        (["a", "--scale", "nan"], ["scale='nan'"]),
        (["a", "--scale", "inf"], ["scale='inf'"]),
        (["a", "--scale", "0"], ["scale='0': should be greater than 0"]),
        (["a", "--losses", "tv:nan"], ["'tv:nan'", "finite"]),
        (["a", "--perceptors", ""], ["perceptors is empty", "tiny"]),
        (["a", "--pixel-size", "5"], ["pixel_size='5'", "several numbers"]),
        (["a", "--pixel-size", "0x3"], ["pixel_size=['0', '3']", "greater than or equal to 1"]),
        (["a", "--device", "meta"], ["device=meta", "device=cpu"]),
        (["a", "--output", "x" * 300], ["'xxxxx", "too long", "choose another"]),
        (["a", "--output", "x" * 245, "--overwrite"], ["'xxxxx", "too long", "choose another"]),
        (["a", "--output", "~nobodyatall/x"], ["~nobodyatall/x", "no such user"]),
        (["a", "--init-image", "nope.png"], ["nope.png"]),
        (["again", "nope.png"], ["nope.png"]),
        (["resume", "nope.checkpoint"], ["nope.checkpoint"]),
        (["a", "--config", "nope.yaml"], ["nope.yaml"]),
        (["a", "--output", "x.jpg"], ["x.jpg", "x.png"]),
        (["a", "--strokes", "5"], ["strokes", "belongs to drawer clipdraw"]),
        (["a", "--transparent-weight", "1", "--no-transparent"], ["transparent=True"]),
        (["drawers", "nope"], ["nope"]),
    ],
)
def test_wrong_input_is_one_line_and_exit_code_2(call, args: list[str], words: list[str]) -> None:
    code, out, err = call(*args, small=args[:1] not in (["again"], ["resume"], ["drawers"]))
    assert code == 2, out + err
    assert len(err.strip().splitlines()) == 1, err
    assert err.startswith("error: ")
    for word in words:
        assert word in err


def test_a_truncated_checkpoint_and_picture_are_one_line(call) -> None:
    call("a heart", "--output", "one.png", "--save-checkpoint")
    for name, command in (("one.checkpoint", "resume"), ("one.png", "again")):
        Path(name).write_bytes(Path(name).read_bytes()[:100])
        code, _, err = call(command, name, small=False)
        assert code == 2 and len(err.strip().splitlines()) == 1 and name in err, err


@pytest.mark.parametrize(
    "change", [{"settings": None}, {"settings": {"sizes": 1}}, {"since_best": 3}, {"drawer": None}, {"step": "x"}]
)
def test_a_checkpoint_with_anything_wrong_in_it_is_one_line(call, change: dict) -> None:
    call("a heart", "--output", "one.png", "--save-checkpoint")
    torch.save({**torch.load("one.checkpoint", weights_only=True), **change}, "two.checkpoint")
    code, _, err = call("resume", "two.checkpoint", small=False)
    assert code == 2 and len(err.strip().splitlines()) == 1 and err.startswith("error: "), err


def test_drawers_lists_them_and_their_settings(call) -> None:
    assert "pixel" in call("drawers", small=False)[1].split()
    assert "pixel_type" in call("drawers", "pixel", small=False)[1]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--help"], ["[PROMPTS...]", "resume", "--pixel-size", "--config"]),
        (["draw", "-h"], ["--pixel-size", "--config"]),
        (["models", "pull", "--help"], ["models pull NAME"]),
    ],
)
def test_help_is_shown_before_anything_is_parsed(call, monkeypatch, args: list[str], words: list[str]) -> None:
    monkeypatch.setattr(type(cli.app), "parse_args", None)
    code, out, err = call(*args, small=False)
    assert (code, err) == (0, "")
    for word in words:
        assert word in out


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    script = "from pixdraw.cli import main; main()"
    run = [sys.executable, "-c", script, "drawers"]
    with subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_ctrl_c_saves_what_is_drawn(call, monkeypatch: pytest.MonkeyPatch) -> None:
    from pixdraw.engine.session import Session

    step = Session.take_step

    def interrupted(self: Session):
        if self.step == 2:
            raise KeyboardInterrupt
        return step(self)

    monkeypatch.setattr(Session, "take_step", interrupted)
    code, out, err = call("a heart", "--output", "one.png")
    assert code == 130
    assert "one.png" in out and "stopped" in err
    assert pixels("one.png").shape == (40, 48, 4)


def test_resume_writes_over_the_files_of_its_own_run(call) -> None:
    for _ in range(2):
        call("a heart", "--seed", "3", "--save-checkpoint")
    (second,) = [path.stem for path in Path().glob("*-2.checkpoint")]
    before = {path.name for path in Path().iterdir()}
    code, out, err = call("resume", f"{second}.checkpoint", "--trust", small=False)
    assert code == 0 and f"{second}.png" in out, err
    assert {path.name for path in Path().iterdir()} == before
    call("a heart", "--seed", "3", "--save-checkpoint", "--outdir", "runs/%SEQ%")
    code, out, err = call("resume", "runs/01/run.checkpoint", "--trust", small=False)
    assert code == 0 and "runs/01/" in out and not Path("runs/02").exists()


def test_tile_puts_a_picture_side_by_side(call) -> None:
    call("x", "--output", "a.png", "--filters", "wallpaper", "--wallpaper-type", "shift", "--no-transparent")
    code, out, err = call("tile", "a.png", "--rows", "2", "--columns", "2", small=False)
    assert (code, out) == (0, "a-tiled.png\n"), err
    tile, plane = pixels("a.png"), pixels("a-tiled.png")
    assert plane.shape == (80, 96, 3)
    assert (plane[:40, 48:] == tile).all()
    assert (plane[40:, :48] == np.roll(tile, -24, 1)).all()  # drawn as bricks
    assert call("tile", "a.png", "--no-bricks", small=False)[1] == "a-tiled-2.png\n"
    assert (pixels("a-tiled-2.png")[80:, 96:] == tile).all()
    code, _, err = call("tile", "a.png", "--rows", "0", small=False)
    assert code == 2 and "expected 1 to 64" in err
    assert call("tile", "missing.png", small=False)[0] == 2


@pytest.mark.parametrize("words", [["palette"], ["repair"], ["inspect"], ["export"], ["stylise", "--style", "a.png"]])
def test_a_name_that_no_system_takes_is_one_line(call, words: list[str]) -> None:
    code, out, error = call(words[0], "x" * 300, *words[1:])
    assert code == 2 and error.startswith("error: ") and error.count("\n") == 1 and "Traceback" not in error


@pytest.mark.parametrize(
    "words",
    [
        ["a cat", "--seed", "3", "--no-transparent", "--like", "x.png", "--like", "y.png"],
        ["draw", "a cat", "--palette=pico-8", "--transparent=none"],
        ["again", "x.png", "--exact", "--use_clipdraw", "True"],
    ],
)
def test_a_command_line_is_read_by_the_options_that_it_names_as_by_all(words: list[str]) -> None:
    command, bound = cli.parsed(words)
    same, all_of_them, _ = cli.app.parse_args(modernised(words), exit_on_error=False, print_error=False)
    given, given_among_all = (one.arguments.pop("options") for one in (bound, all_of_them))
    assert command.__name__ == same.__name__ and bound.arguments == all_of_them.arguments
    assert given_by(given) == given_by(given_among_all)
    assert len(fields(given)) < 6 < len(fields(given_among_all))
