"""The calls notebook users know."""

import importlib
import shlex
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

import pixdraw
from pixdraw.errors import SettingsError


@pytest.fixture(autouse=True)
def small(model_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict:
    monkeypatch.chdir(tmp_path)
    pixdraw.reset_settings()
    return {"perceptors": f"local-dir:{model_dir}", "iterations": 4, "num_cuts": 2, "size": [48, 40]}


def test_the_articles_script_draws_output_png(small: dict) -> None:
    pixdraw.reset_settings()
    pixdraw.add_settings(prompts="Humans use Machine Learning to make art #pixelart", aspect="widescreen")
    pixdraw.add_settings(quality="tiny", scale=2.5)
    pixdraw.add_settings(use_pixeldraw=True)
    pixdraw.add_settings(iterations=3, display_every=50)
    pixdraw.add_settings(perceptors=small["perceptors"])
    settings = pixdraw.apply_settings()
    session = pixdraw.do_init(settings)
    assert pixdraw.do_run(settings) is True
    assert Image.open("output.png").size == (500, 280)
    assert session.step == 3
    assert [path.name for path in Path().iterdir()] == ["output.png"]


def test_run_draws_a_batch_and_returns_the_session(small: dict) -> None:
    session = pixdraw.run(["a red heart", "a green apple"], seed=[1, 2], **small)
    images = session.images()
    assert images.shape == (4, 4, 40, 48)
    single = pixdraw.run("a green apple", seed=1, **small).images()
    assert torch.equal(images[2], single[0])


def test_runs_in_a_row_share_the_models_and_overwrite_output(small: dict) -> None:
    first = pixdraw.run("a", seed=1, **small)
    second = pixdraw.run("b", seed=1, **small)
    assert next(iter(first.parts.perceptors.values())) is next(iter(second.parts.perceptors.values()))
    saved = np.asarray(Image.open("output.png")) / 255
    assert np.abs(saved - second.images()[0].permute(1, 2, 0).numpy()).max() < 0.003


def test_threads_have_settings_and_drawings_of_their_own(small: dict) -> None:
    prompts = ("a red heart", "a green apple", "the sea")
    alone = [pixdraw.run(prompt, seed=1, **small).images() for prompt in prompts]
    pixdraw.reset_settings()
    pixdraw.add_settings(prompts="mine")
    together: dict[int, torch.Tensor] = {}
    start = threading.Barrier(len(prompts))

    def work(number: int) -> None:
        assert pixdraw.get_settings() == {}
        start.wait()
        session = pixdraw.run(prompts[number], seed=1, output=f"{number}.png", **small)
        assert pixdraw.get_settings()["prompts"] == prompts[number]
        together[number] = session.images()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(prompts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [torch.equal(together[number], images) for number, images in enumerate(alone)] == [True] * len(prompts)
    assert all(Path(f"{number}.png").exists() for number in together)
    assert pixdraw.get_settings() == {"prompts": "mine"}


def test_add_settings_merges_and_none_takes_back() -> None:
    pixdraw.add_settings(prompts="a", iterations=7)
    pixdraw.add_settings(iterations=8, scale=2)
    pixdraw.add_settings(scale=None)
    assert pixdraw.get_settings() == {"prompts": "a", "iterations": 8}
    pixdraw.get_settings()["iterations"] = 9
    assert pixdraw.get_settings()["iterations"] == 8
    pixdraw.reset_settings()
    assert pixdraw.get_settings() == {}


def test_the_callers_command_line_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["prog", "--iterations", "99"])
    pixdraw.add_settings(prompts="a", skip_args=True)
    assert pixdraw.apply_settings(do_both=True).iterations != 99


def test_an_unknown_setting_names_the_nearest() -> None:
    pixdraw.add_settings(prompts="a", iteratons=3)
    with pytest.raises(SettingsError, match="did you mean iterations"):
        pixdraw.apply_settings()


def test_do_run_before_do_init_is_an_error(small: dict) -> None:
    pixdraw.add_settings(prompts="a", **small)
    with pytest.raises(SettingsError, match="do_init"):
        pixdraw.do_run(pixdraw.apply_settings())


def test_return_display_pauses_every_so_many_iterations(small: dict) -> None:
    pixdraw.add_settings(prompts="a", seed=1, display_every=2, **{**small, "iterations": 5})
    settings = pixdraw.apply_settings()
    session = pixdraw.do_init(settings)
    steps = []
    while not pixdraw.do_run(settings, return_display=True):
        steps.append(session.step)
        assert Path("output.png").exists() or len(steps) == 1
    assert steps == [2, 4]
    paused = session.images()
    whole = pixdraw.run("a", seed=1, **{**small, "iterations": 5}).images()
    assert torch.equal(paused, whole)


def test_without_weights_and_network_do_init_says_so_in_one_line(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hub"))
    pixdraw.add_settings(prompts="a", quality="better", use_pixeldraw=True)
    with pytest.raises(pixdraw.PixdrawError, match="quality=tiny") as caught:
        pixdraw.do_init(pixdraw.apply_settings())
    assert "\n" not in str(caught.value) and "RN50" in str(caught.value) and "models pull" in str(caught.value)


def test_ctrl_c_ends_do_run_quietly_and_saves(small: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    from pixdraw.engine.session import Session

    def interrupted(self: Session):
        raise KeyboardInterrupt

    pixdraw.add_settings(prompts="a", **small)
    settings = pixdraw.apply_settings()
    pixdraw.do_init(settings)
    monkeypatch.setattr(Session, "take_step", interrupted)
    assert pixdraw.do_run(settings) is True
    assert Path("output.png").exists()


def test_a_parser_of_theirs_gives_settings(small: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    parser = pixdraw.setup_parser()
    line = "-p a --use_clipdraw --size 64 48 -sd 3 --learning_rate_drops 50 80 --custom_loss symmetry"
    words = shlex.split(line)
    settings = pixdraw.process_args(parser, parser.parse_args(words))
    assert (settings.drawer, settings.size, settings.seed) == ("clipdraw", (64, 48), (3,))
    assert settings.learning_rate_drops == ("50%", "80%") and settings.losses == ("symmetry",)
    assert settings.output == "output.png"
    monkeypatch.setattr(sys, "argv", ["prog", "--prompt", "b", "--iter", "7"])
    assert pixdraw.process_args(parser).iterations == 7  # argparse's short forms, as theirs
    with pytest.raises(SettingsError, match="iterations='x'"):
        pixdraw.process_args(parser, parser.parse_args(["-p", "a", "-i", "x"]))


@pytest.mark.parametrize("name", ["clipit", "pixray", "clipit.generate"])
def test_code_that_imports_clipit_or_pixray_runs(name: str, small: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[1] / "examples/shims")
    module = importlib.import_module(name)
    module.reset_settings()
    module.add_settings(prompts="a", use_pixeldraw=True, **{**small, "iterations": 1})
    settings = module.apply_settings()
    session = module.do_init(settings)
    assert module.do_run(settings) is True and Path("output.png").exists() and session.step == 1
    assert callable(module.main) and callable(module.add_custom_loss)
