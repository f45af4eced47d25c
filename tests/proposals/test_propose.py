"""The proposal: what it depends on, how it is laid on the canvas, and every drawer's start from it."""

import io
from pathlib import Path

import pytest
import torch
from torch import Tensor

from pixdraw.engine.session import Session
from pixdraw.errors import ModelError, SettingsError
from pixdraw.imaging import files
from pixdraw.imaging.compositing import premultiply, unpremultiply
from pixdraw.interfaces import Canvas
from pixdraw.models import perceptors
from pixdraw.models.diffusion import built_in, network
from pixdraw.models.diffusion.built_in import as_sprite
from pixdraw.proposals import plan
from pixdraw.proposals import propose as proposal
from pixdraw.proposals.language.scene import WEARING
from pixdraw.proposals.layouts import LAYOUTS
from pixdraw.proposals.propose import Recipe, enlarged, propose, sprite_shape
from pixdraw.rng import Rng
from pixdraw.settings import presets
from pixdraw.settings.model import resolve
from pixdraw.text.prompts import Prompt, parse_prompts
from tests.denoisers import STYLES, build_in, small_denoiser
from tests.fakes import ColourPerceptor, small_session

BUILT_IN = network.BUILT_IN


@pytest.fixture(autouse=True)
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_in(tmp_path / "sprites", monkeypatch)


def asked(*texts: str) -> list[tuple[Prompt, ...]]:
    return [parse_prompts(text) for text in texts]


def drawn(texts: tuple[str, ...] = ("red",), seeds: tuple[int, ...] = (1,), **given: object) -> Tensor:
    recipe = Recipe(**{"steps": 4, **given})  # type: ignore[arg-type]
    return propose(small_denoiser(), ColourPerceptor(), asked(*texts), Rng(seeds), recipe)


def test_a_proposal_is_a_sprite_with_alpha() -> None:
    sprite = drawn()
    assert sprite.shape == (1, 4, 32, 32)
    assert sprite.amin() >= 0 and sprite.amax() <= 1


@pytest.mark.parametrize("given", [{}, {"eta": 0.0}, {"style": "any", "guidance": 1.0}])
def test_batch_equals_single_runs(given: dict) -> None:
    batch = drawn(("red", "green"), (1, 2), **given)
    assert torch.equal(batch[0], drawn(("red",), (1,), **given)[0])
    assert torch.equal(batch[1], drawn(("green",), (2,), **given)[0])


def test_a_list_is_a_proposal_of_each_of_its_things() -> None:
    texts, seeds = ("a cat and two dogs", "red", "a cat"), (1, 2, 1)
    batch = drawn(texts, seeds)
    assert batch.shape == (3, 4, 32, 32)
    for item, (text, seed) in enumerate(zip(texts, seeds, strict=True)):
        assert torch.equal(batch[item], drawn((text,), (seed,))[0])
    things = [premultiply(drawn((text,))) for text in ("a cat", "a dog")]
    wanted = unpremultiply(network.arranged(torch.cat(things), [1, 2]))
    assert torch.allclose(batch[:1], wanted, atol=1e-4)


def test_things_in_a_relation_are_a_proposal_each() -> None:
    texts, seeds = ("a cat wearing a hat", "a cat holding a dog", "red"), (1, 2, 1)
    batch = drawn(texts, seeds)
    for item, (text, seed) in enumerate(zip(texts, seeds, strict=True)):
        assert torch.equal(batch[item], drawn((text,), (seed,))[0])
    things = [premultiply(drawn((text,))) for text in ("a cat", "a hat")]
    assert torch.allclose(batch[:1], unpremultiply(LAYOUTS[WEARING](torch.cat(things))), atol=1e-4)


def test_seed_prompt_style_and_guidance_change_it() -> None:
    first = drawn()
    assert torch.equal(first, drawn())
    for other in (
        drawn(seeds=(2,)),
        drawn(("green",)),
        drawn(style="shape"),
        drawn(guidance=1.0),
        drawn(eta=0.0),
        drawn(end=0.0),
        drawn(looks=0),
    ):
        assert not torch.equal(first, other)


def test_the_settings_list_the_styles() -> None:
    assert (plan.AUTO, plan.ANY, *STYLES) == presets.PROPOSAL_STYLES
    with pytest.raises(SettingsError, match="did you mean scene"):
        resolve({"prompts": "red", "proposal_style": "scenes"})


def test_faint_pixels_vanish_and_colours_are_straight() -> None:
    premultiplied = torch.tensor([0.3, 0.15, 0.0, 0.5, 0.9, 0.9, 0.9, 0.97, 0.02, 0.02, 0.02, 0.03]).view(3, 4, 1, 1)
    sprite = as_sprite(premultiplied * 2 - 1)[..., 0, 0]
    assert sprite[0].tolist() == pytest.approx([0.6, 0.3, 0.0, 0.5], abs=1e-5)
    assert sprite[1, 3] == 1 and sprite[2, 3] == 0


def test_a_grid_of_32_by_32_gets_the_sprites_pixels() -> None:
    sprite = drawn().round()  # alpha 0 or 1: the colour of what is not there cannot be kept
    session = small_session(size="320x320", pixel_size=[32, 32], transparent=True, num_cuts=1)
    session.drawer.fit(enlarged(sprite, Canvas(320, 320, 1, True), crisp=True))
    cells = session.drawer.cells().detach()  # type: ignore[attr-defined]
    assert torch.equal(cells[:, 3:], sprite[:, 3:])
    assert torch.allclose(cells[:, :3] * sprite[:, 3:], sprite[:, :3] * sprite[:, 3:], atol=1e-6)


def test_things_stand_in_the_middle_and_scenes_fill_the_canvas() -> None:
    thing, scene = drawn(), drawn()
    thing[:, 3] = thing[:, 3].clamp(max=0.9)
    scene[:, 3] = 1
    for crisp in (True, False):
        wide = enlarged(torch.cat([thing, scene]), Canvas(64, 128, 2, True), crisp=crisp)
        assert wide.shape == (2, 4, 64, 128)
        assert not wide[0, 3, :, :32].any() and not wide[0, 3, :, 96:].any()
        assert bool((wide[1, 3] > 0.999).all())
    crisp_thing = enlarged(thing, Canvas(64, 128, 1, True), crisp=True)
    assert torch.equal(crisp_thing[0, :, ::2, 32:96:2], thing[0])


@pytest.mark.parametrize(
    ("height", "width", "shape"),
    [(280, 500, (32, 57)), (64, 64, (32, 32)), (160, 128, (40, 32)), (16, 400, (32, 128)), (400, 16, (128, 32))],
)
def test_sprites_have_the_canvas_shape(height: int, width: int, shape: tuple[int, int]) -> None:
    canvas = Canvas(height, width, 1, True)
    assert sprite_shape(32, canvas) == shape
    sprite = propose(small_denoiser(), ColourPerceptor(), asked("red"), Rng((1,)), Recipe(steps=2), canvas=canvas)
    assert sprite.shape == (1, 4, *shape)
    sprite[:, 3] = 1
    for crisp in (True, False):
        laid = enlarged(sprite, canvas, crisp=crisp)
        assert laid.shape == (1, 4, height, width) and bool((laid[:, 3] > 0.999).all())


def test_a_picture_to_start_from_is_kept_at_little_strength() -> None:
    picture = torch.zeros(1, 3, 64, 32)
    picture[:, 0] = 1

    def distance(strength: float) -> float:
        recipe = Recipe(style="any", steps=6, eta=0.0, strength=strength)
        sprite = propose(small_denoiser(), ColourPerceptor(), asked("red"), Rng((1,)), recipe, picture)
        return float((sprite[:, :3, :, 10:22] - picture[:, :, :32, 10:22]).abs().mean())

    assert distance(0.01) < 0.05 < distance(1.0)


SOFT = {"proposal_sharp": False, "proposal_looks": 1}
"""Leaves out what takes long and has tests of its own."""


def run(**given: object) -> Session:
    session = small_session(
        **{"init": "proposal", "proposal_style": "auto", "proposal_steps": 3, "iterations": 3, **SOFT, **given}
    )
    for _ in session.run():
        pass
    return session


DRAWERS = [
    {},
    {"transparent": False},
    {"drawer": "clipdraw", "strokes": 6, "pixel_size": None},
    {"drawer": "line_sketch", "strokes": 4, "pixel_size": None},
]


@pytest.mark.parametrize("given", [{}, {"transparent": False}])
def test_a_batch_of_runs_equals_its_single_runs(given: dict) -> None:
    prompts, seeds = ["red", "green|blue:-0.5"], [1, 2]
    batch = run(prompts=prompts, seed=seeds, **given).images()
    for place, (prompt, seed) in enumerate((p, s) for p in prompts for s in seeds):
        assert torch.equal(batch[place], run(prompts=prompt, seed=seed, **given).images()[0])


@pytest.mark.parametrize("given", DRAWERS, ids=str)
def test_every_drawer_starts_from_it(given: dict) -> None:
    plain = small_session(prompts="red", seed=1, iterations=3, **given)
    proposed = run(**given)
    again = small_session(init="proposal", proposal_style="auto", proposal_steps=3, **SOFT, **given)
    assert not torch.equal(plain.images(), again.images())
    assert not torch.equal(proposed.images(), again.images())


def test_resume_and_again_are_exact() -> None:
    given = {"iterations": 6, "seed": [1, 2], "proposal_style": "shape"}
    whole = run(**given)
    first = small_session(init="proposal", proposal_steps=3, **SOFT, **given)
    for _ in range(3):
        first.take_step()
    file = io.BytesIO()
    torch.save(first.state_dict(), file)
    file.seek(0)
    second = small_session(init="proposal", proposal_steps=3, **SOFT, **given)
    second.load_state_dict(torch.load(file, weights_only=True))
    for _ in second.run():
        pass
    assert torch.equal(second.images(), whole.images())
    again = run(**whole.item_settings(1))
    assert torch.equal(again.images()[0], whole.images()[1])


def test_an_init_image_is_where_the_proposal_starts(tmp_path: Path) -> None:
    files.save_png(torch.tensor([1.0, 0, 0])[:, None, None].expand(3, 32, 40), tmp_path / "red.png")
    given = {"init_image": str(tmp_path / "red.png"), "init": "proposal", "proposal_style": "auto", "proposal_steps": 3}
    given |= SOFT
    near, far = (small_session(**given, proposal_strength=s).images() for s in (0.05, 1.0))
    assert (near[:, 0, 12:20, 16:24] > 0.8).all() and not torch.allclose(near, far, atol=0.1)


def test_two_starts_are_one_too_many() -> None:
    with pytest.raises(SettingsError, match="init_noise=snow is another start"):
        resolve({"prompts": "red", "init": "proposal", "proposal_style": "auto", "init_noise": "snow"})


def test_missing_and_damaged_weights_and_another_reader_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "sprites"

    class Long(ColourPerceptor):
        embed_dim = 25

    with pytest.raises(ModelError, match="reads texts of 24 numbers.*25"):
        propose(small_denoiser(), Long(), asked("red"), Rng((1,)), Recipe())
    (folder / "model.safetensors").write_bytes(b"no weights")
    with pytest.raises(ModelError, match="is damaged"):
        built_in.load_denoiser("cpu")
    (folder / "model.safetensors").unlink()
    with pytest.raises(ModelError, match="is missing from .*sprites.*install"):
        small_session(init="proposal", proposal_style="auto")


@pytest.mark.parametrize("fills", [True, False])
def test_what_lies_on_the_canvas_is_found_again(fills: bool) -> None:
    square = torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(0))
    canvas = Canvas(32, 64, 1, False)
    found = proposal.unlay(proposal.lay(square, canvas, fills=fills, crisp=True, margin=0.5), 16, fills=fills)
    middle = slice(4, 12) if fills else slice(0, 16)
    assert torch.allclose(found[:, :, middle], square[:, :, middle], atol=1e-5)


def test_looks_leave_less_grain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "BUILT_IN", BUILT_IN)
    model, reader = built_in.load_denoiser("cpu"), perceptors.load("tiny")

    def grain(looks: int) -> float:
        sprites = propose(model, reader, [parse_prompts("a red heart")] * 3, Rng((1, 2, 3)), Recipe(looks=looks))
        inner = sprites[:, :3, 12:20, 12:20]
        return float(inner.diff(dim=2).abs().mean() + inner.diff(dim=3).abs().mean())

    assert grain(8) < 0.85 * grain(0)


def test_a_sprite_has_no_half_transparent_cells() -> None:
    hard = {"pixel_hard_alpha": True, "pixel_resample": "mode", "transparent": True}
    session = small_session(
        prompts="a red heart", size="64x64", pixel_size=[16, 16], init="proposal", proposal_style="auto", **hard
    )
    for _ in session.run():
        pass
    alpha = session.drawer.cells().detach()[:, 3]
    assert set(alpha.unique().tolist()) == {0.0, 1.0}
    assert torch.equal(alpha, session.images()[:, 3, ::4, ::4])
