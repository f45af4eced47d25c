"""Proposals of true pixel art: hard alpha, few colours, seeds, batches, places; the loop keeps the colours."""

import functools
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from drawers import clipdraw, line_sketch
from pixdraw.assembly import proposal
from pixdraw.engine.session import Session
from pixdraw.errors import ModelError, SettingsError
from pixdraw.imaging.files import save_png
from pixdraw.models.sprites import files
from pixdraw.models.sprites.generator import SpriteGenerator, SpriteRecipe
from pixdraw.models.sprites.names import PULL
from pixdraw.models.sprites.subject import Subject
from pixdraw.proposals import cells
from pixdraw.proposals.cells import Wanted, draw_cells, judge_of
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled.known import drawn as drawn_by_rules
from pixdraw.proposals.ruled.known import painter_of
from pixdraw.proposals.subjects import subjects_of
from pixdraw.rng import Rng
from pixdraw.settings import presets
from pixdraw.settings.model import resolve
from tests.fakes import ColourPerceptor, small_session
from tests.sprite_generators import NAMES, build_in, small_generator

FEW = SpriteRecipe(steps=2)
generator = functools.cache(small_generator)


def drawn(
    texts: tuple[str, ...] = ("a red cat",), seeds: tuple[int, ...] = (1,), wanted: Wanted | None = None
) -> Tensor:
    scenes = [read(text) for text in texts]
    return draw_cells(generator(), ColourPerceptor(), scenes, Rng(seeds), wanted or Wanted(recipe=FEW))


def colours_of(picture: Tensor) -> set[tuple[float, ...]]:
    return {tuple(one) for one in picture[:3, picture[3] > 0].T.tolist()}


def test_its_cells_are_of_few_colours_or_clear() -> None:
    for text in ("a red cat", "two cats", "a village", "a cat and a dog in a forest"):
        sprite = drawn((text,))[0]
        assert sprite.shape == (4, 32, 32)
        assert set(sprite[3].unique().tolist()) <= {0.0, 1.0}
        assert 1 <= len(colours_of(sprite)) <= 20


@pytest.mark.parametrize("text", ["a sword", "a stone floor tile", "two red apples and a house", "a village"])
def test_a_variation_keeps_a_share_of_what_chance_decides(text: str) -> None:
    def varied(share: float, *seeds: int) -> Tensor:
        rng = Rng(seeds, ((9, share),))
        return draw_cells(small_generator(), ColourPerceptor(), [read(text)] * len(seeds), rng, Wanted(recipe=FEW))

    first, kin = drawn((text,), (9,)), varied(0.4, 1, 2, 3)
    assert torch.equal(varied(1e-9, 1), first)
    assert len({one.numpy().tobytes() for one in (*first, *kin)}) > 2
    assert torch.equal(kin[1:2], varied(0.4, 2))  # a batch is its single runs


def test_a_variation_that_is_the_same_picture_is_drawn_again() -> None:
    def draw(rng: Rng, items: Sequence[int]) -> Tensor:
        return torch.full((len(items), 4, 1, 1), float(rng.seeds[0] >= 2 * 2**32 + 5))

    scenes, rng = [read("a cat")] * 2, Rng((4, 5), ((1, 0.4),))
    found = proposal._unlike_former(torch.zeros(2, 4, 1, 1), scenes, draw, rng)
    assert found.flatten(1).amax(1).tolist() == [1.0, 1.0]
    same = proposal._unlike_former(torch.zeros(2, 4, 1, 1), scenes, lambda _, items: torch.zeros(1, 4, 1, 1), rng)
    assert not same.any()  # where nothing can differ


def test_batch_equals_single_runs() -> None:
    texts = ("a red cat", "a cat and a dog", "three dogs", "a city at night")
    batch = drawn(texts, (1, 2, 3, 4))
    for item, text in enumerate(texts):
        assert torch.equal(batch[item : item + 1], drawn((text,), (item + 1,)))


def test_seeds_differ() -> None:
    assert len({drawn(seeds=(seed,)).numpy().tobytes() for seed in range(3)}) == 3


@pytest.mark.parametrize(("rows", "columns"), [(16, 16), (24, 24), (32, 64), (50, 40), (130, 130)])
def test_pictures_have_the_cells_asked_for(rows: int, columns: int) -> None:
    picture = drawn(wanted=Wanted(rows, columns, FEW))
    assert picture.shape == (1, 4, rows, columns)
    if rows == 130:  # three by three are one
        assert torch.equal(picture[:, :, :129:3, :129:3], picture[:, :, 1:129:3, 2:129:3])


def test_a_palette_and_its_size_hold_in_scenes_too() -> None:
    palette = torch.tensor([[0.0, 0.0, 0.0], [1.0, 0.25, 0.25], [0.0, 0.5, 0.25], [0.25, 0.5, 1.0]])
    sprite = drawn(("a dog in a forest",), wanted=Wanted(recipe=FEW, palette=palette))[0]
    assert colours_of(sprite) <= {tuple(one) for one in palette.tolist()}
    few = drawn(("a dog in a forest",), wanted=Wanted(recipe=SpriteRecipe(steps=2, palette_size=6)))[0]
    assert len(colours_of(few)) <= 6


def test_shared_colours_are_few_over_all_pictures_their_places_included() -> None:
    texts, seeds = ("a dog in a forest", "a red cat in a desert", "a cat"), (1, 2, 3)
    recipe = SpriteRecipe(steps=2, palette_size=8)
    own = drawn(texts, seeds, Wanted(recipe=recipe))
    shared = drawn(texts, seeds, Wanted(recipe=replace(recipe, shared=True)))
    assert len(set.union(*map(colours_of, shared))) <= 8 < len(set.union(*map(colours_of, own)))


def test_places_fill_the_picture_and_things_leave_it_clear() -> None:
    assert (drawn(("a forest",))[0, 3] == 1).all()
    assert (drawn(("a cat in the forest",))[0, 3] == 1).all()


def test_walls_fill_their_square_and_keep_their_name() -> None:
    scenes = [read(text) for text in ("a mossy stone wall", "a lava floor", "a wall torch")]
    subjects = subjects_of([scene.things[0] for scene in scenes], ColourPerceptor(), ())
    assert [(one.text, one.fills) for one in subjects] == [
        ("a mossy stone wall", True),
        ("a lava", True),
        ("a wall torch", False),
    ]


def test_a_thing_that_rules_draw_keeps_their_colours_and_what_covers_it_spares_its_outline() -> None:
    thing = read("a lantern").things[0]
    rules = painter_of(thing)
    assert rules is not None
    seed = int(Rng((1,)).at("sprites.ruled").integers(high=2**31))
    exact, sprite = drawn_by_rules(thing, rules, seed, 32), drawn(("a lantern",))[0]
    assert torch.equal(sprite[3], exact[3]) and (sprite - exact).abs().mean() < 0.02
    plain, mossy = drawn(("a tower", "a mossy tower"), (1, 1))
    assert torch.equal(plain[3], mossy[3])
    green = (mossy[1] > mossy[0] + 0.1) & (mossy[3] > 0)
    top = int((mossy[3] > 0).any(1).nonzero()[0, 0])
    assert green.any() and not green[top].any()


def test_what_rules_draw_wants_no_network() -> None:
    def read_networks() -> Any:
        raise AssertionError("the networks are read")

    unread = replace(generator(), read=read_networks)
    alone = draw_cells(unread, ColourPerceptor(), [read("a red heart")], Rng((1,)), Wanted(recipe=FEW))
    assert torch.equal(alone, drawn(("a red heart",)))


def test_what_hangs_on_a_wall_is_drawn_on_it() -> None:
    bare, lit = drawn(("a stone wall", "a stone wall with a torch"), (1, 1))
    assert lit[3].amin() == 1 and not torch.equal(bare, lit)
    warm = (lit[0] > 0.7) & (lit[2] < 0.4)
    assert warm.any() and not ((bare[0] > 0.7) & (bare[2] < 0.4)).any()


def test_the_judge_prefers_what_looks_like_the_text() -> None:
    reader = ColourPerceptor()
    pictures = torch.rand(4, 4, 16, 16, generator=torch.Generator().manual_seed(0)).round()
    told = judge_of(reader)(pictures, "a cat")
    assert told.shape == (4,) and len(set(told.tolist())) == 4


def test_it_is_the_default_where_a_prompt_is_what_a_run_starts_from() -> None:
    assert resolve({"prompts": "a cat"}).init == "proposal"
    assert resolve({"prompts": "a cat", "init_image": "cat.png"}).init == "none"


def test_the_settings_list_the_manners() -> None:
    assert (presets.AUTO, *files.load().manners) == presets.PROPOSAL_STYLES
    with pytest.raises(SettingsError, match="did you mean twemoji"):
        resolve({"prompts": "red", "proposal_style": "tweemoji"})


def test_a_word_of_the_thesaurus_is_drawn_as_what_is_known() -> None:
    assert torch.equal(drawn(("a red kitty",)), drawn(("a red cat",)))
    assert not torch.equal(drawn(("a red xyzzy",)), drawn(("a red cat",)))


def test_a_picture_to_start_from_is_kept_at_little_strength() -> None:
    cat = drawn(("a red cat",))

    def differ(strength: float) -> float:
        wanted = Wanted(recipe=FEW, start=cat, strength=strength)
        first, second = (drawn(("a green dog",), (seed,), wanted) for seed in (2, 3))
        return float((first != second).any(1).float().mean())

    assert differ(0.05) < differ(1.0)
    wide = drawn(wanted=Wanted(16, 40, FEW, start=torch.ones(1, 3, 20, 50), strength=0.5))
    assert wide.shape == (1, 4, 16, 40)


def test_what_stays_of_a_start_does_not_hang_on_the_text() -> None:
    cat = drawn(("a red cat",))
    nothing, all_of_it = torch.zeros(1, 1, 64, 64, dtype=torch.bool), torch.ones(1, 1, 64, 64, dtype=torch.bool)

    recipe = replace(FEW, manner=generator().manners[0])

    def varied(text: str, anew: Tensor) -> Tensor:
        return drawn((text,) * len(anew), (2, 3)[: len(anew)], Wanted(recipe=recipe, start=cat, anew=anew))

    assert torch.equal(varied("a red dog", nothing), varied("a red cat", nothing))
    assert not torch.equal(varied("a red dog", all_of_it), varied("a red cat", all_of_it))
    assert torch.equal(varied("a red dog on a hill", all_of_it), varied("a red dog", all_of_it))  # a hill would stay
    both = varied("a red dog", torch.cat([nothing, all_of_it]))  # each item has a part of its own
    assert torch.equal(both[:1], varied("a red cat", nothing)) and not torch.equal(both[1:], both[:1])


def run(**given: Any) -> Session:
    session = small_session(**{"init": "proposal", "proposal_steps": 2, "iterations": 3, "freedom": 1, **given})
    for _ in session.run():
        pass
    return session


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    build_in(monkeypatch)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("given", [{}, {"transparent": False}])
def test_a_batch_of_runs_equals_its_single_runs(given: dict) -> None:
    prompts, seeds = ["red", "green|blue:-0.5"], [1, 2]
    batch = run(prompts=prompts, seed=seeds, **given).images()
    for place, (prompt, seed) in enumerate((p, s) for p in prompts for s in seeds):
        assert torch.equal(batch[place], run(prompts=prompt, seed=seed, **given).images()[0])


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("given", [{}, {"palette_mode": "exact", "palette_size": 5}], ids=str)
def test_pictures_of_a_run_share_their_colours_to_the_end(given: dict) -> None:
    session = run(prompts=["red", "green", "blue"], palette_shared=True, **given)
    colours = set.union(*(colours_of(cells) for cells in session.drawer.cells()))  # type: ignore[attr-defined]
    assert len(colours) <= given.get("palette_size", 12)


@pytest.mark.usefixtures("small")
def test_an_opaque_picture_is_white_where_the_sprite_is_clear() -> None:
    clear = run(iterations=0).images()[0]
    opaque = run(iterations=0, transparent=False).images()[0]
    outside = clear[3] < 0.5
    assert outside.any() and bool((opaque[:, outside] == 1).all())


DRAWERS = [
    {},
    {"transparent": False},
    {"drawer": "clipdraw", "strokes": 6, "pixel_size": None},
    {"drawer": "line_sketch", "strokes": 4, "pixel_size": None},
]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("given", DRAWERS, ids=str)
def test_every_drawer_starts_from_it(given: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposal, "FINE", 32)
    for drawer in (clipdraw, line_sketch):  # a start that is fitted roughly is a start from it
        monkeypatch.setattr(drawer, "FIT_STEPS", 1)
        monkeypatch.setattr(drawer, "REFINE_STEPS", 1)
    plain, proposed = (small_session(**{"init": init, "proposal_steps": 2, **given}) for init in ("none", "proposal"))
    assert not torch.equal(plain.images(), proposed.images())
    assert not torch.equal(run(**given).images(), proposed.images())


@pytest.mark.usefixtures("small")
def test_resume_and_again_are_exact() -> None:
    given: dict[str, Any] = {"iterations": 6, "seed": [1, 2]}
    whole = run(**given)
    first, second = (small_session(init="proposal", proposal_steps=2, freedom=1, **given) for _ in range(2))
    for _ in range(3):
        first.take_step()
    file = io.BytesIO()
    torch.save(first.state_dict(), file)
    file.seek(0)
    second.load_state_dict(torch.load(file, weights_only=True))
    for _ in second.run():
        pass
    assert torch.equal(second.images(), whole.images())
    assert torch.equal(run(**whole.item_settings(1)).images()[0], whole.images()[1])


@pytest.mark.usefixtures("small")
def test_an_init_image_is_what_the_proposal_varies(tmp_path: Path) -> None:
    save_png(torch.tensor([1.0, 0, 0])[:, None, None].expand(3, 32, 40), tmp_path / "red.png")
    given: dict[str, Any] = {"init_image": str(tmp_path / "red.png"), "init": "proposal", "proposal_steps": 3}
    near, far = (small_session(**given, proposal_strength=strength).images() for strength in (0.05, 1.0))
    assert not torch.allclose(near, far, atol=0.1)


def test_two_starts_are_one_too_many() -> None:
    with pytest.raises(SettingsError, match="init_noise=snow and init=proposal are two different starts"):
        resolve({"prompts": "red", "init": "proposal", "init_noise": "snow"})


@pytest.mark.usefixtures("small")
def test_another_reader_is_told() -> None:
    class Long(ColourPerceptor):
        embed_dim = 25

    with pytest.raises(ModelError, match="reads texts of 24 numbers.*25"):
        small_session(Long(), init="proposal")


def test_a_tile_fills_its_square_with_what_it_is_made_of() -> None:
    tiled = replace(generator(), tiles={"green": ((1, 0, 1.0),)})
    subjects = subjects_of([read(text).things[0] for text in ("a dog tile", "a dog")], ColourPerceptor(), NAMES)
    assert [subject.fills for subject in subjects] == [True, False] and subjects[0].text == "a dog"
    clear = [tiled.likely(subject, Rng((1,)), FEW)[..., 0].exp() for subject in subjects]
    assert not clear[0].any() and bool((clear[1] > 0).all())
    assert torch.equal(tiled.recall(subjects[0], Rng((1,)), FEW)[0], _pulled(tiled, "green", subjects[0]))


def _pulled(generator: SpriteGenerator, name: str, subject: Subject) -> Tensor:
    return F.normalize(subject.embed + PULL * generator.network.keys[NAMES.index(name)], dim=0)


def test_tiles_of_known_materials_fill_the_picture_and_differ_by_seed() -> None:
    first, second = (drawn(("a mossy stone wall",), (seed,))[0] for seed in (1, 2))
    assert bool((first[3] == 1).all()) and not torch.equal(first, second)
    assert 2 <= len(colours_of(first)) <= 12


def test_a_material_changes_colours_and_no_shape() -> None:
    plain, golden = (drawn((text,))[0] for text in ("a cat", "a gold cat"))
    assert torch.equal(plain[3], golden[3]) and not torch.equal(plain, golden)


@pytest.mark.parametrize("side", [16, 32])
def test_what_rules_draw_has_no_shade_that_one_cell_has_alone(side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def strays() -> int:
        picture = drawn(("slice of pepperoni pizza",), wanted=Wanted(side, side, FEW))[0]
        codes = (picture.mul(255).round() * torch.tensor([1, 256, 65536, 0])[:, None, None]).sum(0) + 1
        codes = F.pad(codes * (picture[3] > 0), (1, 1, 1, 1)).unfold(0, 3, 1).unfold(1, 3, 1).flatten(2)
        return int((((codes == codes[..., 4:5]).sum(-1) == 1) & (picture[3] > 0)).sum())

    left = strays()
    monkeypatch.setattr(cells, "without_strays", lambda entries, palette: entries)
    assert left <= strays() // 4
    assert strays() > 0
