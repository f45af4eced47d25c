"""The calls for programs."""

import gc
import io
import json
import signal
import threading
import warnings
import weakref
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

import pixdraw
from pixdraw.drawing import Drawing
from pixdraw.events import Finished, Started, Stepped

PROMPTS = ("a red heart", "a green apple", "a cat", "a boat")


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def small(model_dir: Path) -> dict[str, Any]:
    return {"perceptors": f"local-dir:{model_dir}", "iterations": 3, "num_cuts": 2, "size": [48, 40], "seed": 1}


def test_draws_and_gives_pictures_sprites_and_labels(small: dict) -> None:
    drawing = pixdraw.draw(["a red heart", "a cat"], **small, pixel_size=[12, 10])
    assert [(image.size, image.mode) for image in drawing.images()] == [((48, 40), "RGBA")] * 2
    assert [sprite.size for sprite in drawing.sprites()] == [(12, 10)] * 2
    assert drawing.tensor().shape == (2, 4, 40, 48)
    assert (drawing.labels, drawing.seeds) == (("a red heart", "a cat"), (1, 1))
    assert (drawing.step, drawing.total, drawing.reason) == (3, 3, "done")
    assert drawing.settings.iterations == 3
    assert [step for step, _ in drawing.losses] == [1, 2, 3]
    assert all(len(losses["total"]) == 2 for _, losses in drawing.losses)
    assert repr(drawing) == "<Drawing of 'a red heart', 'a cat': 2 pictures, done>"
    assert Image.open(io.BytesIO(drawing._repr_png_())).size == (48 * 2 + 4, 40)


def test_is_what_the_command_line_draws_and_saves(
    small: dict, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from pixdraw import cli

    pixdraw.draw("a cat", **small).save("api.png")
    more = [f"--{name.replace('_', '-')}={value}" for name, value in small.items() if name != "size"]
    monkeypatch.setattr("sys.argv", ["pixdraw", "a cat", "--size=48x40", "--output=cli.png", *more])
    cli.main()
    assert Path("api.png").read_bytes() == Path("cli.png").read_bytes()


def test_writes_and_prints_nothing_and_leaves_the_process_as_it_was(
    small: dict, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def state() -> tuple:
        handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
        flags = (torch.get_num_threads(), torch.is_grad_enabled(), torch.are_deterministic_algorithms_enabled())
        return (*handlers, *flags, warnings.filters[:], torch.random.get_rng_state().tolist())

    pixdraw.draw("a red heart", **small)  # imports
    capfd.readouterr()
    before = state()
    for drawer, more in (("pixel", {}), ("clipdraw", {"strokes": 8}), ("diffusion", {})):
        pixdraw.draw("a red heart", drawer=drawer, make_gif=True, **more, **small).images()
    assert state() == before
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_threads_draw_what_each_draws_alone(small: dict) -> None:
    small["iterations"] = 6
    given: list[dict[str, Any]] = [{"drawer": name, **small} for name in ("pixel", "clipdraw", "pixel", "vqgan")]
    given[1]["strokes"] = 8
    alone = [pixdraw.draw(prompt, **one).tensor() for prompt, one in zip(PROMPTS, given, strict=True)]
    together: dict[int, torch.Tensor] = {}
    start = threading.Barrier(len(PROMPTS))

    def work(number: int) -> None:
        start.wait()
        together[number] = pixdraw.draw(PROMPTS[number], **given[number]).tensor()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(PROMPTS))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [torch.equal(together[number], one) for number, one in enumerate(alone)] == [True] * len(alone)


def test_threads_load_a_model_once(small: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    from pixdraw.models import perceptors
    from pixdraw.models.sprites import files

    loads: list[str] = []

    def counted(load: Any) -> Any:
        def loading(*args: Any, **given: Any) -> Any:
            loads.append(f"{load.__module__} {args[0]}")
            return load(*args, **given)

        return loading

    monkeypatch.setattr(perceptors, "load", counted(perceptors.load))
    monkeypatch.setattr(files, "load", counted(files.load))
    given = {**small, "init": "proposal", "proposal_steps": 2, "cache": pixdraw.ModelCache()}
    threads = [threading.Thread(target=pixdraw.draw, args=(p,), kwargs=given) for p in PROMPTS[:3]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(loads) == len(set(loads)) == 3  # the perceptors and the sprite generator


def test_streams_events_and_goes_on_where_it_was_left(small: dict) -> None:
    drawing = pixdraw.draw("a cat", stream=True, **small)
    assert (drawing.step, drawing.reason) == (0, None)
    for event in drawing:
        if isinstance(event, Stepped) and event.step == 2:
            break
    assert (drawing.step, drawing.reason) == (2, None)
    rest = list(drawing)
    assert [type(event) for event in rest] == [Stepped, Finished]
    assert torch.equal(drawing.tensor(), pixdraw.draw("a cat", **small).tensor())
    assert list(drawing) == []


def test_progress_is_called_and_can_stop(small: dict) -> None:
    seen: list = []

    def progress(event: object, drawing: Drawing) -> None:
        seen.append(type(event))
        if isinstance(event, Stepped) and event.step == 2:
            drawing.stop()

    drawing = pixdraw.draw("a cat", progress=progress, **small)
    assert seen == [Started, Stepped, Stepped, Finished]
    assert (drawing.step, drawing.reason) == (2, "interrupted")
    drawing.finish()  # a stopped run can go on
    assert (drawing.step, drawing.reason) == (3, "done")
    assert torch.equal(drawing.tensor(), pixdraw.draw("a cat", **small).tensor())


def test_progress_true_shows_a_bar(small: dict, capfd: pytest.CaptureFixture[str]) -> None:
    pixdraw.draw("a cat", progress=True, **small)
    assert "3/3" in capfd.readouterr().err


def test_another_thread_stops_it(small: dict) -> None:
    def progress(event: object, drawing: Drawing) -> None:
        if isinstance(event, Stepped) and event.step == 1:
            threading.Thread(target=drawing.stop).start()

    drawing = pixdraw.draw("a cat", progress=progress, **{**small, "iterations": 100_000})
    assert drawing.reason == "interrupted"
    assert 0 < drawing.step < 100_000


def test_what_fails_is_raised_and_said(small: dict) -> None:
    def fail(event: object, drawing: Drawing) -> None:
        raise RuntimeError("mine")

    def fail_midway(event: object, drawing: Drawing) -> None:
        if isinstance(event, Stepped):
            raise RuntimeError("mine")

    drawing = Drawing(pixdraw.resolve({"prompts": "a", **small}), progress=fail)
    with pytest.raises(RuntimeError, match="mine"):
        drawing.finish()
    assert drawing.reason == "failed"
    with pytest.raises(RuntimeError, match="mine") as broken:
        pixdraw.draw("a", progress=fail_midway, **small)
    drawing = broken.value.drawing  # type: ignore[attr-defined]
    assert drawing.step >= 1 and drawing.save("part.png") == [Path("part.png")]
    with pytest.raises(pixdraw.SettingsError):
        pixdraw.draw("a", iterations=-1)
    with pytest.raises(pixdraw.PromptError):
        pixdraw.draw()


@pytest.mark.parametrize("name", ["x.png", "x.svg", "x.gif", "x.webp", "x.apng", "x.mp4", "x.json", "x.tsj"])
def test_what_is_saved_draws_the_same_again(small: dict, name: str) -> None:
    kind = {".json": "sheet", ".tsj": "tileset"}.get(Path(name).suffix)
    drawing = pixdraw.draw("a cat", make_gif=True, **small)
    files = drawing.save(Path(name).with_suffix(".png") if kind else name, kind)
    assert Path(name) in files and {path.name for path in files} == {path.name for path in Path().iterdir()}
    again = pixdraw.draw(**pixdraw.read_settings(name))
    assert torch.equal(again.tensor(), drawing.tensor())


def test_saved_pixels_and_sprites_are_the_drawing(small: dict) -> None:
    drawing = pixdraw.draw("a cat", pixel_size=[12, 10], **small)
    assert drawing.save("deep/down/x.png") == [Path("deep/down/x.png")]
    assert drawing.save("small.png", kind="sprite") == [Path("small.png")]
    drawing.save("few.png", "indexed")
    (image,), (sprite,) = drawing.images(), drawing.sprites()
    assert np.array_equal(np.asarray(Image.open("deep/down/x.png")), np.asarray(image))
    assert np.array_equal(np.asarray(Image.open("small.png")), np.asarray(sprite))
    assert Image.open("few.png").mode == "P"


def test_several_pictures_get_numbers_or_names_of_their_own(small: dict) -> None:
    drawing = pixdraw.draw(["a cat", "a dog"], **small)
    assert drawing.save("x.png") == [Path("x-1.png"), Path("x-2.png")]
    assert json.loads(Image.open("x-2.png").text["pixdraw"])["prompts"] == ["a dog"]  # type: ignore[attr-defined]
    names = [path.name for path in drawing.save("out/")]
    assert names == ["a-cat-1.png", "a-dog-1.png"]
    drawing.save("out/", kind="svg")
    assert len(list(Path("out").iterdir())) == 4


def test_a_file_is_replaced_a_folder_of_its_name_is_not_in_the_way(small: dict) -> None:
    Path("x").mkdir()
    Path("x.png").write_bytes(b"old")
    drawing = pixdraw.draw("a cat", **small)
    assert drawing.save("x.png") == [Path("x.png")]
    assert Image.open("x.png").size == (48, 40)
    assert sorted(path.name for path in Path().iterdir()) == ["x", "x.png"]


def test_records_are_saved(small: dict) -> None:
    drawing = pixdraw.draw("a cat", **small)
    drawing.save("x.csv")
    drawing.save("x.yaml")
    assert len(Path("x.csv").read_text().splitlines()) == 4
    assert pixdraw.resolve(pixdraw.settings.model.read_yaml("x.yaml")).iterations == 3


def test_a_checkpoint_goes_on_as_if_there_were_no_break(small: dict) -> None:
    drawing = pixdraw.draw("a cat", stream=True, **small)
    next(event for event in drawing if isinstance(event, Stepped))
    drawing.save("x.checkpoint")
    resumed = pixdraw.resume("x.checkpoint", trust=True)
    assert resumed.step == 3
    assert torch.equal(resumed.tensor(), drawing.finish().tensor())


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("x", None, [".png", ".svg"]),
        ("x.jpg", None, ["x.jpg", ".png"]),
        ("x.svg", "sprite", [".png"]),
        ("x.png", "spirte", ["did you mean sprite"]),
        ("x.gif", None, ["make_gif=True"]),
        ("x.mp4", None, ["make_video=True"]),
        ("", None, [".png"]),
    ],
)
def test_what_cannot_be_saved_is_said_in_a_line(small: dict, name: str, kind: str | None, words: list[str]) -> None:
    drawing = pixdraw.draw("a cat", **small)
    with pytest.raises(pixdraw.SettingsError) as caught:
        drawing.save(name, kind)
    assert all(word in str(caught.value) for word in words) and "\n" not in str(caught.value)
    assert list(Path().iterdir()) == []


def test_no_shapes_no_svg(small: dict) -> None:
    drawing = pixdraw.draw("a cat", drawer="vqgan", **small)
    with pytest.raises(pixdraw.SettingsError, match="svg\\(\\)"):
        drawing.svg()
    assert "<svg" in pixdraw.draw("a cat", drawer="clipdraw", **small).svg()[0]


def test_settings_that_write_are_told_to_have_no_effect(small: dict) -> None:
    with pytest.warns(UserWarning, match="output has no effect"):
        pixdraw.draw("a cat", output="x.png", **small)
    assert list(Path().iterdir()) == []


def test_an_animation_gives_its_film(small: dict) -> None:
    Path("frames").mkdir()
    for number, colour in enumerate(("red", "green", "blue")):
        Image.new("RGB", (48, 40), colour).save(f"frames/{number}.png")
    drawing = pixdraw.draw("a cat", animation_frames="frames", **small)
    assert (drawing.step, drawing.total) == (9, 9)
    drawing.save("x.gif")
    assert Image.open("x.gif").n_frames == 3  # type: ignore[attr-defined]
    with pytest.raises(pixdraw.SettingsError, match="checkpoint"):
        drawing.save("x.checkpoint")


def test_a_loop_gives_its_frames(small: dict) -> None:
    drawing = pixdraw.draw("a cat", loop_frames=4, **small)
    assert drawing.save("x.gif") == [Path("x.gif")]
    with Image.open("x.gif") as film:
        shown = []
        for number in range(film.n_frames):  # type: ignore[attr-defined]  # Pillow joins equal frames
            film.seek(number)
            shown.append(film.info["duration"])
    assert sum(shown) == 4 * drawing.settings.loop_duration_ms


def test_an_ended_drawing_is_freed_without_the_collector(small: dict) -> None:
    gc.collect()
    gc.disable()
    try:
        drawing = pixdraw.draw("a cat", **small)
        gone = weakref.ref(drawing.session)
        del drawing
        assert gone() is None
    finally:
        gc.enable()
