# mypy: disable-error-code="attr-defined,call-arg"
# The drawer's own parts are looked at, which a session's drawer has by contract not.
"""The diffusion drawer: contract, its clock, guidance, starts from pictures, resume."""

import io
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from drawers import diffusion
from drawers.diffusion import SCHEDULE_NAMES, Config, DiffusionDrawer, build
from pixdraw.engine.session import Session
from pixdraw.engine.updater import DrawersClock, ItemOptimiser, make_updater
from pixdraw.errors import ModelError, SettingsError
from pixdraw.imaging import files
from pixdraw.interfaces import Canvas, ClockedDrawer, GridDrawer, PromptedDrawer
from pixdraw.models.cache import shared_cache
from pixdraw.models.diffusion import sampling
from pixdraw.models.sprites import files as sprite_files
from pixdraw.models.sprites.sampling import EARLIEST, unit
from pixdraw.proposals.language.reading import read_all
from pixdraw.rng import Rng
from pixdraw.settings.model import resolve
from pixdraw.testing import check_drawer
from pixdraw.testing._tools import patterns
from pixdraw.text.prompts import parse_prompts
from tests.fakes import ColourPerceptor, small_session
from tests.sprite_generators import build_in

REAL = sprite_files.BUILT_IN


@pytest.fixture
def real(_small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The built-in generator itself, as a random one gives no picture back."""
    monkeypatch.setattr(sprite_files, "BUILT_IN", REAL)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    build_in(monkeypatch)


def make(height: int = 64, width: int = 64, seeds: tuple[int, ...] = (1,), alpha: bool = True, **given: Any):
    return build(Config(**given), Canvas(height, width, len(seeds), alpha), Rng(seeds), "cpu")


def session(**given: Any) -> Session:
    values: dict[str, Any] = {"drawer": "diffusion", "pixel_size": None, "iterations": 6, **given}
    return small_session(**values)


def finish(made: Session) -> Tensor:
    for _ in made.run():
        pass
    return made.images()


def test_the_contract_holds() -> None:
    check_drawer(diffusion, config=Config(diffusion_skip=95), canvas=Canvas(16, 24, 1), fits=None)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(("channels", "count"), [(3, 2), (4, 1)])
def test_fitted_it_resembles_each_picture(channels: int, count: int) -> None:
    image = patterns(Canvas(16, 24, 1), count, "cpu", channels)
    drawer = make(16, 24, (1, 2), alpha=channels == 4, diffusion_skip=95)
    before = (drawer.render() - image).abs().flatten(1).mean(1)
    drawer.fit(image)
    assert bool(((drawer.render() - image).abs().flatten(1).mean(1) < 0.7 * before).all())


def test_schedules_are_those_of_sampling() -> None:
    assert ("auto", *sampling.SCHEDULES) == SCHEDULE_NAMES


def test_abilities_are_told_by_protocols() -> None:
    drawer = make()
    assert isinstance(drawer, ClockedDrawer) and isinstance(drawer, PromptedDrawer) and isinstance(drawer, GridDrawer)
    assert isinstance(drawer, DiffusionDrawer) and drawer.reads == "tiny"
    assert isinstance(make_updater("Adam", drawer, None), DrawersClock)
    assert isinstance(session(drawer="pixel").parts.optimiser, ItemOptimiser)


VARIANTS = [
    {},
    {"transparent": False, "cut_method": "classic", "diffusion_schedule": "spliced"},
    {"diffusion_eta": 0, "diffusion_repeats": 2, "iterations": 5},
    {"batches": 2, "diffusion_eta": 1.0, "diffusion_gradient": 100.0, "size": "64x40"},
    {"diffusion_gradient": 0.0, "diffusion_guidance": 1.0},
]


@pytest.mark.parametrize("given", VARIANTS, ids=str)
def test_batch_equals_single_runs(given: dict) -> None:
    prompts, seeds, given = ["red", "green|blue:-0.5"], [1, 2], {"iterations": 3, **given}
    batch = finish(session(prompts=prompts, seed=seeds, **given))
    for place, (prompt, seed) in enumerate((p, s) for p in prompts for s in seeds):
        assert torch.equal(batch[place], finish(session(prompts=prompt, seed=seed, **given))[0])
    assert not torch.equal(batch[0], batch[1]) and not torch.equal(batch[0], batch[2])


@pytest.mark.parametrize("given", VARIANTS, ids=str)
def test_resumed_run_equals_unbroken_one(given: dict) -> None:
    given = {"seed": [1, 2], **given}
    unbroken, first, second = session(**given), session(**given), session(**given)
    finish(unbroken)
    for _ in range(3):
        first.take_step()
    first.images()  # a look in between changes nothing
    file = io.BytesIO()
    torch.save(first.state_dict(), file)
    file.seek(0)
    second.load_state_dict(torch.load(file, weights_only=True))
    assert torch.equal(finish(second), unbroken.images())
    item = finish(session(**unbroken.item_settings(1)))
    assert torch.equal(item[0], unbroken.images()[1])


def test_each_step_of_the_run_is_a_step_of_the_schedule() -> None:
    made = session(iterations=4, diffusion_end=0)
    seen = [made.drawer.time.item()]
    for _ in range(4):
        made.take_step()
        seen.append(made.drawer.time.item())
    assert seen == pytest.approx([1.0, 0.75, 0.5, 0.25, 0.0])


def test_the_built_in_network_is_asked_last_at_some_noise() -> None:
    assert [make()._time(index, 5) for index in (4, 5)] == pytest.approx((EARLIEST, 0.0))


def test_steps_can_be_repeated() -> None:
    made = session(iterations=7, diffusion_repeats=3, diffusion_end=0)
    seen = []
    for _ in range(7):
        made.take_step()
        seen.append(made.drawer.time.item())
    assert seen == pytest.approx([1, 1, 2 / 3, 2 / 3, 2 / 3, 1 / 3, 0])


def test_without_gradient_it_is_plain_sampling() -> None:
    made = session(prompts="cat", iterations=5, diffusion_gradient=0.0, diffusion_eta=0.0)
    drawer = made.drawer
    network, asked, x = drawer._backbone.network, drawer._conditioning, drawer.x.detach()
    times = sampling.make_times("cosine", 5, end=EARLIEST)
    for time, after in pairwise(times):
        picture, _ = sampling.predict_x0(x, sampling.classifier_free_guidance(network, x, [time], asked), time)
        picture = unit(picture)
        noise = (x - picture * sampling.levels(time)[0]) / sampling.levels(time)[1]
        x = sampling.ddim_step(picture, noise, time, after)
    finish(made)
    assert torch.allclose(drawer.x, x, atol=1e-4)


def test_what_is_kept_has_whole_cells_of_few_colours() -> None:
    drawer = make(32, 32)
    kept = drawer.kept()
    assert set(kept[:, 3].unique().tolist()) <= {0.0, 1.0}
    assert len(kept[0, :3, kept[0, 3] > 0].T.unique(dim=0)) <= 12
    assert drawer.render().requires_grad and len(drawer.render()[0, 3].unique()) > 2


def test_the_gradient_leads_to_a_lower_loss() -> None:
    def ends(scale: float) -> float:
        made = session(
            prompts="red", iterations=12, seed=[0, 1], diffusion_gradient=scale, diffusion_clamp=0.5,
            diffusion_guidance=0.0, num_cuts=4, learning_rate_drops="none",
        )  # fmt: skip
        finish(made)
        return float(torch.stack(list(made._look(999).values())).sum(0).mean().detach())

    assert ends(1000.0) < ends(0.0) - 0.05


def test_guidance_is_clamped_and_leaves_the_noisy_picture() -> None:
    drawer = make(diffusion_clamp=0.05)
    picture, noise = torch.zeros(1, 16, 8, 8), torch.ones(1, 16, 8, 8)
    drawer.x.grad = 7 * torch.randn(1, 16, 8, 8, generator=torch.Generator().manual_seed(0))
    moved = drawer._guided(picture, noise, [100.0], 0.5)
    assert (moved[1] - noise).square().mean().sqrt().item() == pytest.approx(0.05 * sampling.levels(0.5)[1], rel=1e-4)
    assert torch.allclose(sampling.add_noise(*moved, 0.5), sampling.add_noise(picture, noise, 0.5), atol=1e-6)
    assert torch.equal(drawer._guided(picture, noise, [100.0], 1.0)[1], noise)  # nothing is to be seen yet


def test_a_frozen_item_stays() -> None:
    made = session(seed=[1, 2])
    made.take_step()
    made.parts.optimiser.set_rates(0, 0)
    x, time = made.drawer.x.detach().clone(), made.drawer.time.detach().clone()
    made.take_step()
    assert torch.equal(made.drawer.x[0], x[0]) and made.drawer.time[0] == time[0]
    assert not torch.equal(made.drawer.x[1], x[1]) and made.drawer.time[1] < time[1]


@pytest.mark.usefixtures("real")
def test_it_starts_from_an_image_and_skips_what_is_known(tmp_path: Path) -> None:
    picture = torch.zeros(3, 32, 32)
    picture[0] = 1
    files.save_png(picture, tmp_path / "red.png")
    given: dict[str, Any] = {
        "init_image": str(tmp_path / "red.png"),
        "transparent": False,
        "iterations": 3,
        "size": "32x32",
    }
    reader = shared_cache().get("tiny", torch.device("cpu"))
    near = session(**given, diffusion_skip=99, perceptor=reader)
    assert near.drawer.time.item() == pytest.approx(0.01)
    kept = (finish(near)[0] - picture).abs().mean()
    assert kept < 0.2
    far = session(**given, diffusion_skip=0, perceptor=reader)
    assert far.drawer.time.item() == 1
    assert (finish(far)[0] - picture).abs().mean() > kept + 0.1


@pytest.mark.parametrize(
    ("size", "grid"),
    [((64, 64), (32, 32)), ((112, 200), (32, 32)), ((8, 4000), (8, 32)), ((16, 16), (16, 16))],
)
def test_the_grid_is_the_networks(size: tuple[int, int], grid: tuple[int, int]) -> None:
    drawer = make(*size)
    assert tuple(drawer.cells().shape[2:]) == grid
    assert tuple(drawer.render().shape[2:]) == size


def test_cells_are_the_squares_of_the_picture() -> None:
    drawer = make(64, 64)
    assert torch.equal(drawer.kept()[..., ::2, ::2], drawer.cells())


def test_opaque_pictures_lie_over_white() -> None:
    clear, opaque = make(), make(alpha=False)
    assert clear.channels == 4 and opaque.channels == 3
    colour, alpha = clear.kept()[:, :3], clear.kept()[:, 3:]
    assert torch.allclose(opaque.kept(), colour * alpha + 1 - alpha, atol=1e-6)


def test_the_manner_follows_the_seed_and_prompts_change_the_picture() -> None:
    drawer = make(seeds=tuple(range(20)))
    prompts = [parse_prompts("cat")] * 20
    drawer.read(ColourPerceptor(), prompts, read_all(prompts))
    assert len(set(drawer._conditioning.styles.tolist())) > 1
    red, blue = (finish(session(prompts=text, diffusion_gradient=0.0)) for text in ("red", "dog"))
    assert not torch.equal(red, blue)


def test_on_a_wide_canvas_it_stands_in_the_middle() -> None:
    alpha = make(64, 128).kept()[0, 3]
    assert alpha[:, 32:96].any() and not alpha[:, :32].any() and not alpha[:, 96:].any()


def test_wrong_values_and_missing_weights_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="did you mean spliced"):
        resolve({"prompts": "red", "drawer": "diffusion", "diffusion_schedule": "splined"})
    with pytest.raises(SettingsError, match="diffusion_eta"):
        resolve({"prompts": "red", "drawer": "diffusion", "diffusion_eta": 2})
    (build_in(monkeypatch, tmp_path / "sprites") / "model.safetensors").unlink()
    with pytest.raises(ModelError, match="built-in sprite generator is missing"):
        make()


def test_the_names_of_pixray_lead_here() -> None:
    old = {"vdiff_model": "sprites", "vdiff_schedule": "default", "vdiff_skip": 20}
    settings = resolve({"prompts": "red", "drawer": "vdiff", **old})
    assert settings.drawer == "diffusion"
    flat = settings.flat()
    assert (flat["diffusion_schedule"], flat["diffusion_skip"]) == ("spliced", 20)
