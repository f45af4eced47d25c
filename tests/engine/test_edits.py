"""Overlay and camera: changes between steps."""

from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from drawers import clipdraw, line_sketch
from pixdraw.engine import checkpoint
from pixdraw.engine.edits import Overlay, Times, Zoom
from pixdraw.engine.session import Session
from pixdraw.errors import PixdrawError
from pixdraw.events import Finished
from pixdraw.imaging.compositing import over_straight
from pixdraw.imaging.files import read, save_png
from tests import checkpoints
from tests.fakes import small_session
from tests.sprite_generators import build_in

FEW: dict[str, Any] = {"iterations": 2, "overlay_every": 5, "overlay_offset": 1, "zoom_every": 0, "size": "20x16"}
"""Fitting strokes takes seconds."""


@pytest.fixture
def badge(tmp_path: Path) -> str:
    """Red to the left, clear to the right."""
    picture = torch.zeros(4, 32, 40)
    picture[0], picture[3, :, :20] = 1, 1
    save_png(picture, tmp_path / "badge.png")
    return str(tmp_path / "badge.png")


def finish(session: Session) -> Tensor:
    for _ in session.run():
        pass
    return session.images()


def test_times_begin_repeat_and_end() -> None:
    def steps(*given: Any) -> list[int]:
        return [step for step in range(20) if Times(*given).has(step)]

    assert steps(5) == [0, 5, 10, 15]
    assert steps(5, 2) == [2, 7, 12, 17]
    assert steps(5, 12) == [12, 17]
    assert steps(5, 2, 12) == [2, 7]
    assert steps(0) == []


def test_over_is_porter_and_duff() -> None:
    red, grey = torch.tensor([1.0, 0, 0, 0.5]).view(1, 4, 1, 1), torch.full((2, 4, 1, 1), 0.5)
    assert over_straight(red, grey[:, :3])[0].flatten().tolist() == [0.75, 0.25, 0.25]
    assert over_straight(red, grey)[1].flatten().tolist() == pytest.approx(
        [0.625 / 0.75, 0.125 / 0.75, 0.125 / 0.75, 0.75]
    )
    assert over_straight(red, grey, 0.0).equal(grey)


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ({}, [0, 10, 20]),
        ({"overlay_every": "20%"}, [0, 5, 10, 15, 20]),
        ({"overlay_every": 8, "overlay_offset": "50%", "overlay_until": None}, [12, 20]),
        ({"overlay_every": 5, "overlay_until": "11 iterations"}, [0, 5, 10]),
        ({"overlay_every": 0}, []),
    ],
)
def test_an_overlay_lies_on_the_drawing_when_it_is_due(badge: str, given: dict, seen: list) -> None:
    session = small_session(iterations=25, transparent=False, overlay_image=badge, learning_rate=1e-6, **given)
    due, before = [], session.images()
    for step in range(25):
        with torch.no_grad():
            session.drawer.fit(before)
        session.take_step()
        if not torch.allclose(session.images(), before, atol=1e-2):
            due.append(step)
            left = session.images()[0, :, :, :20]
            assert torch.allclose(left, torch.tensor([1.0, 0, 0])[:, None, None].expand_as(left), atol=1e-2)
            assert torch.allclose(session.images()[..., 20:], before[..., 20:], atol=1e-2)
    assert due == seen


def test_its_opacity_is_a_part_of_255(badge: str) -> None:
    image = small_session(transparent=False, overlay_image=badge, overlay_alpha=51, learning_rate=1e-6, iterations=1)
    start = image.images()
    moved = finish(image)[0, 0, :, :20] - start[0, 0, :, :20]
    assert torch.allclose(moved, 0.2 * (1 - start[0, 0, :, :20]), atol=1e-2)


@pytest.mark.parametrize(
    "drawer",
    [
        {"drawer": "pixel"},
        {"drawer": "pixel", "transparent": True, "pixel_type": "hex"},
        {"drawer": "line_sketch", "pixel_size": None, "strokes": 3, "stroke_length": 2, "transparent": False, **FEW},
        {"drawer": "clipdraw", "pixel_size": None, "strokes": 6, "transparent": True, **FEW},
        {"drawer": "vqgan", "pixel_size": None, "transparent": False, "vqgan_checkpoint": "model.ckpt"},
        {"drawer": "diffusion", "pixel_size": None},
        {"drawer": "fft", "transparent": True},
        {"drawer": "pyramid", "transparent": False},
        {"drawer": "siren", "transparent": True, "siren_side": 24, "siren_width": 12, "siren_fit_steps": 5},
    ],
    ids=["pixel", "hex", "line_sketch", "clipdraw", "vqgan", "diffusion", "fft", "pyramid", "siren"],
)
def test_edits_of_a_batch_are_those_of_single_runs_and_go_on_after_a_stop(
    badge: str, drawer: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for module in (clipdraw, line_sketch):
        monkeypatch.setattr(module, "FIT_STEPS", 2)
        monkeypatch.setattr(module, "REFINE_STEPS", 3)
    if drawer["drawer"] == "vqgan":
        checkpoints.plain(tmp_path)
    if drawer["drawer"] == "diffusion":
        build_in(monkeypatch)
    given = {
        "overlay_image": badge, "overlay_every": 2, "overlay_alpha": 128, "zoom": 1.1, "zoom_angle_deg": 5,
        "zoom_pan": "3,-2", "zoom_every": 3, "zoom_start": 1, "iterations": 5, "num_cuts": 2, **drawer,
    }  # fmt: skip
    both = finish(small_session(prompts=["red", "sea"], seed=3, **given))
    for item, prompt in enumerate(("red", "sea")):
        single = small_session(prompts=prompt, seed=3, **given)
        alone = finish(single)[0]
        assert torch.equal(alone, both[item])
    stopped = small_session(prompts="red", seed=3, **given)
    for _ in range(stopped.total // 2):
        stopped.take_step()
    checkpoint.save(stopped, tmp_path / "run.checkpoint")
    resumed = small_session(prompts="red", seed=3, **given)
    checkpoint.restore(resumed, checkpoint.read(tmp_path / "run.checkpoint"), "x")
    assert torch.equal(finish(resumed)[0], both[0])


def test_shapes_become_like_the_overlay(badge: str) -> None:
    given: dict[str, Any] = {
        "drawer": "clipdraw",
        "pixel_size": None,
        "strokes": 40,
        "transparent": False,
        "iterations": 1,
    }
    plain, laid = (finish(small_session(**given, **more)) for more in ({}, {"overlay_image": badge}))
    red = torch.tensor([1.0, 0, 0])[:, None, None]
    gaps = [(image[0, :, 4:-4, 4:16] - red).abs().mean() for image in (plain, laid)]
    assert gaps[1] < 0.5 * gaps[0]


def camera(image: Tensor, scale: float = 1.0, angle: float = 0.0, pan: tuple[float, float] = (0, 0)) -> Tensor:
    return Zoom(scale, angle, pan, Times(1))(image)


def test_the_camera_enlarges_turns_and_pans() -> None:
    image = torch.rand(2, 4, 32, 48)
    image[:, 3] = 1
    assert torch.allclose(camera(image), image, atol=1e-5)
    assert torch.allclose(camera(image, pan=(0.25, 0.5))[:, :, 16:, 12:], image[:, :, :16, :36], atol=1e-5)
    square = torch.rand(1, 3, 24, 24)
    assert torch.allclose(camera(square, angle=90), square.rot90(1, (2, 3)), atol=1e-4)
    dot = torch.zeros(1, 3, 32, 48)
    dot[:, :, 15:17, 22:26] = 1  # in the middle
    assert camera(dot, scale=2)[:, 0].sum().item() == pytest.approx(4 * dot[:, 0].sum().item(), rel=0.1)
    wide = torch.zeros(1, 4, 20, 60)
    wide[:, :, 9:11, 20:40] = 1
    turned = camera(wide, angle=90)  # a circle stays one on any canvas
    assert turned[0, 3, :, 29:31].mean() > 0.9 and turned[0, 3, :, :20].sum() == 0


def test_what_comes_in_is_mirrored_or_clear() -> None:
    image = torch.rand(1, 3, 16, 16)
    out = camera(image, pan=(0.25, 0))
    assert torch.allclose(out[..., :4], image[..., :4].flip(3), atol=1e-5)
    clear = camera(torch.ones(1, 4, 16, 16), pan=(0.25, 0))
    assert clear[:, 3, :, :4].sum() == 0 and clear[:, :, :, 4:].min() > 0.99


def test_a_film_of_a_moving_camera_has_a_frame_for_each_move(tmp_path: Path) -> None:
    from PIL import Image

    from pixdraw.assembly.driving import drive
    from pixdraw.sinks.standard import standard_sinks

    given: dict[str, Any] = {
        "zoom": 1.1,
        "zoom_every": 4,
        "iterations": 20,
        "make_gif": True,
        "output": str(tmp_path / "z"),
    }
    session = small_session(**given)
    assert isinstance(list(drive(session, standard_sinks(session)))[-1], Finished)
    with Image.open(tmp_path / "z.gif") as film:
        assert film.n_frames == 6  # type: ignore[attr-defined]


@pytest.mark.parametrize("noise", ["none", "snow"])
def test_init_image_lies_over_noise_or_the_drawers_own_start(badge: str, noise: str) -> None:
    given: dict[str, Any] = {"init_noise": noise, "transparent": False, "seed": [1, 2]}
    start = small_session(**given).images()
    mixed = small_session(**given, init_image=badge, init_image_alpha=128).images()
    left = mixed[..., :20] - (128 / 255 * torch.tensor([1.0, 0, 0])[:, None, None] + 127 / 255 * start[..., :20])
    assert left.abs().max() < 0.01 and torch.allclose(mixed[..., 20:], start[..., 20:], atol=0.01)
    plain = small_session(**given, init_image=badge).images()
    assert torch.equal(plain[0], plain[1]) and not torch.equal(mixed[0], mixed[1])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"overlay_image": "nope.png"}, "overlay_image='nope.png': there is no such file"),
        ({"overlay_every": "5 minutes"}, "overlay_every '5 minutes': 'minutes' is not a unit"),
        ({"overlay_alpha": 300}, "overlay_alpha=300"),
        ({"zoom": 0}, "zoom=0"),
        ({"zoom_pan": "200,0"}, "zoom_pan=200,0: both must be -100 to 100 percent"),
        ({"zoom_pan": "2"}, "zoom_pan"),
        ({"overlay_alfa": 3}, "did you mean overlay_alpha"),
    ],
)
def test_errors_are_one_line(given: dict, words: str) -> None:
    with pytest.raises(PixdrawError, match=words):
        small_session(**given)


def test_the_overlay_of_a_file_is_read_as_it_is(badge: str) -> None:
    overlay = Overlay(read(badge), 1.0, Times(1))
    assert torch.equal(overlay(torch.zeros(1, 3, 32, 40))[0, :, 0, [0, 39]].T, torch.tensor([[1.0, 0, 0], [0, 0, 0]]))
