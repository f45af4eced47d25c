"""What the built-in denoiser is asked for: styles, things and the grounds that they stand before."""

import json
from dataclasses import replace
from importlib.resources import files

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError
from pixdraw.models import perceptors
from pixdraw.models.diffusion import built_in, network
from pixdraw.proposals import concepts, plan
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.language.scene import BESIDE, HOLDING, ON, WEARING, Thing
from pixdraw.proposals.language.thesaurus import drawn_names, in_known_words
from pixdraw.proposals.layouts import LAYOUTS
from pixdraw.proposals.places import View
from pixdraw.proposals.plan import Reading, Stage, make_stage, pick_styles
from pixdraw.rng import Rng
from pixdraw.text.prompts import parse_prompts
from tests.denoisers import STYLES, small_denoiser
from tests.fakes import ColourPerceptor

SOME = Reading(torch.zeros(1))


def stage(*texts: str, style: str = "auto", whole: bool = False) -> Stage:
    """What the shipped weights make of texts, all with seed 1."""
    items = [parse_prompts(text) for text in texts]
    model = built_in.load_denoiser("cpu")
    return make_stage(model, perceptors.load("tiny"), items, Rng((1,) * len(items)), style, whole=whole)


def test_auto_draws_a_coloured_style_by_seed_and_a_scene_for_places() -> None:
    model, seeds = small_denoiser(), tuple(range(40))
    styles = pick_styles(model, [SOME] * 40, Rng(seeds), "auto")
    assert {STYLES[style] for style in styles.tolist()} == set(plan.OBJECT_STYLES)
    scenic = [Reading(torch.zeros(1), scenic=item == 3) for item in range(40)]
    mixed = pick_styles(model, scenic, Rng(seeds), "auto")
    assert STYLES[mixed[3]] == "scene"
    assert torch.equal(mixed[4:], styles[4:])


def test_a_style_by_name_and_an_unknown_one() -> None:
    def pick(name: str) -> list[int]:
        return pick_styles(small_denoiser(), [SOME], Rng((1,)), name).tolist()

    assert pick("fxemoji") == [STYLES.index("fxemoji")]
    assert pick("any") == [len(STYLES)]
    with pytest.raises(SettingsError, match="did you mean noto.*auto, any"):
        pick("notto")


def test_the_built_in_model_tells_places_from_things() -> None:
    things = ["a red heart", "a green apple", "a dog", "a purple cat", "a rocket", "a house", "two stars", "a castle"]
    places = ["a cat in the forest", "a red car in the desert", "a sailing ship on the sea", "a castle at night"]
    model, reader = built_in.load_denoiser("cpu"), perceptors.load("tiny")
    told = model.sketch.speaks_of_place(reader.encode_text(things + places))
    assert told.tolist() == [False] * len(things) + [True] * len(places)


def test_a_thing_in_a_place_is_asked_for_alone_and_stands_before_the_place() -> None:
    made = stage("an owl in a forest", "an owl", "an owl on a mat", "the sun over the sea", "a city skyline at night")
    assert made.staged == (True, False, False, True, True)
    assert made.bare == (False, False, False, False, True)
    assert made.high == (False, False, False, True, False)
    assert torch.allclose(made.embeds[0], made.embeds[1], atol=1e-6)
    names = [STYLES[style] for style in made.styles.tolist()]
    assert names[0] == names[1] != "scene"  # of one seed
    view = View("forest").picture(int(Rng((1,)).at("proposal.ground").integers(high=2**31)), 32)
    assert torch.equal(made.grounds[0], view)


def test_a_place_without_a_painter_is_the_models_own() -> None:
    made = stage("a cat on a blue background")
    assert made.staged == (True,)
    red, _, blue = made.grounds[0].mean((1, 2)).tolist()
    assert blue > red + 0.3


def test_any_style_and_whole_pictures_are_not_staged() -> None:
    assert stage("an owl in a forest", style="any").staged == (False,)
    made = stage("an owl in a forest", whole=True)
    assert made.staged == (False,) and STYLES[made.styles[0]] == "scene"


def test_what_is_said_of_a_thing_counts_beside_the_thing_itself() -> None:
    made, reader = stage("a red house with a door"), perceptors.load("tiny")
    all_of_it, alone = reader.encode_text(["a red house with a door"]), reader.encode_text(["a red house"])
    assert torch.allclose(made.embeds[0], F.normalize(all_of_it + alone, dim=1), atol=1e-5)


def test_other_words_are_read_halfway_to_what_is_known_but_colours_kept() -> None:
    reader = perceptors.load("tiny")
    for text, known in (("a feline", "cat"), ("an automobile", "automobile")):
        read, said, meant = stage(text).embeds[0, 0], *reader.encode_text([text, known])
        assert read @ meant > said @ meant - 1e-4
    purple = stage("a purple feline").embeds[0, 0]
    assert torch.allclose(purple, reader.encode_text(["a purple feline"])[0], atol=1e-5)


def drawn_as(text: str) -> str:
    """The known name nearest to what is drawn."""
    names, bank = concepts.known(perceptors.load("tiny"))
    return names[int((bank @ stage(text).embeds[0, 0]).argmax())]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a citrus fruit", "lemon"),
        ("a tool for hitting nails", "claw hammer"),
        ("baked dough with cheese and tomato", "pizza"),
        ("a railway engine", "locomotive"),
        ("a shellfish with claws", "lobster"),
        ("a plant of the desert with spines", "cactus"),
    ],
)
def test_what_describes_a_thing_is_drawn_as_it(text: str, name: str) -> None:
    assert drawn_as(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a horse with a horn", "horse"),
        ("a house made of snow", "house"),
        ("a cat with a hat", "cat"),
        ("a woman in a red dress", "woman"),
        ("an eagle", "eagle"),
    ],
)
def test_a_known_thing_stays_whatever_is_said_of_it(text: str, name: str) -> None:
    assert drawn_as(text) == name


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("a schooner #pixelart", "a sailboat"),
        ("a red schooner at night", "a red sailboat at night"),
        ("three schooners", "three sailboats"),
        ("a cathedral with a clock, pixel art", "a church with a clock"),
        ("a schooner|cute:0.3", "a sailboat|cute:0.3"),
        ("a schooner for old sailors", "a sailboat for old sailors"),
        ("a pirate ship on the sea", "a galleon on the sea"),
        ("a potion bottle", "a potion"),
        ("an apple pie", "a pie"),
        ("a fire ball", "a fireball"),
        ("three fire balls", "three fireballs"),
        ("a t rex", "a t-rex"),
        ("a tree stump", "a tree stump with axe"),
        ("a bottle", "a green bottle"),
    ],
)
def test_other_nouns_are_drawn_as_what_the_thesaurus_has_for_them(said: str, known: str) -> None:
    one, other = stage(said), stage(known)
    assert torch.equal(one.embeds, other.embeds) and one.counts == other.counts and one.staged == other.staged


@pytest.mark.parametrize(
    "text",
    ["a sailboat", "a roman helmet", "a sand castle", "three apples", "a xyzzy", "a boat with a schooner"]
    + ["a fruit for making wine", "a blue bottle", "a nest with eggs", "an oak tree", "a monster truck"],
)
def test_known_names_and_unknown_nouns_stay(text: str) -> None:
    (thing,) = read(text).things
    assert in_known_words(thing, drawn_names()) == thing


def test_every_known_name_stays_whatever_its_first_noun_is() -> None:
    things = [Thing(name, name, name) for name in drawn_names()]
    assert [thing for thing in things if in_known_words(thing, drawn_names()) != thing] == []


def test_every_noun_of_the_thesaurus_leads_to_a_known_name() -> None:
    names = set(concepts.known(perceptors.load("tiny"))[0])
    table = json.loads(files("pixdraw").joinpath("weights/sprites/thesaurus.json").read_text(encoding="utf-8"))
    assert not [(noun, name) for noun, name in table.items() if name not in names or noun in names]


def test_of_several_prompts_the_one_that_pulls_most_is_staged() -> None:
    made = stage("an owl in a forest", "an owl in a forest|a tree:0.3", "a tree:0.3|three owls", "an owl:0.3|a tree|x")
    assert made.staged == (True, True, False, False) and made.counts == (1, 1, 3, 1)
    assert torch.equal(made.embeds[1, 0], made.embeds[0, 0]) and torch.equal(made.grounds[1], made.grounds[0])
    assert torch.equal(made.embeds[1, 1], perceptors.load("tiny").encode_text(["a tree"])[0])


@pytest.mark.parametrize("text", ["an owl in a forest|a tree", "0: an owl in a forest | 50%: a tree:0.3"])
def test_prompts_of_one_weight_and_of_several_times_are_not_staged(text: str) -> None:
    assert stage(text).staged == (False,)


def test_a_thing_by_itself_is_drawn_of_all_prompts_as_they_are_said() -> None:
    made, reader = stage("a feline|cute:0.3"), perceptors.load("tiny")
    assert torch.equal(made.embeds[0], torch.cat([reader.encode_text([text]) for text in ("a feline", "cute")]))


def test_pushing_prompts_do_not_count() -> None:
    assert stage("an owl in a forest|blurry:-0.5", "an owl in a forest | 50%: blurry:-0.5").staged == (True, True)


def test_names_of_places_are_embedded_once_for_a_batch_and_not_without_need(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    encode = perceptors.OpenClipPerceptor.encode_text

    def counted(self: perceptors.OpenClipPerceptor, texts: list[str]) -> Tensor:
        asked.append(len(texts))
        return encode(self, texts)

    monkeypatch.setattr(perceptors.OpenClipPerceptor, "encode_text", counted)
    stage("an owl in a forest", "a city at dusk", "a red car in the desert")
    assert len([count for count in asked if count > 1]) == 1
    asked.clear()
    stage("a red heart")
    assert max(asked) == 1


def test_a_batch_reads_as_its_single_runs() -> None:
    texts = (
        "an owl in a forest",
        "a red heart",
        "two cats and a dog in the snow",
        "a city at dusk",
        "a cat in a hat at night",
    )
    together = stage(*texts)
    for item, text in enumerate(texts):
        alone, rows = stage(text), [row for row, owner in enumerate(together.owners) if owner == item]
        for name in ("embeds", "styles"):
            assert torch.equal(getattr(together, name)[rows], getattr(alone, name)), (text, name)
        assert torch.equal(together.grounds[item], alone.grounds[0])
        assert together.layouts[item] == alone.layouts[0]


def square(colour: tuple[float, float, float, float]) -> Tensor:
    thing = torch.zeros(1, 4, 32, 32)
    thing[:, :, 8:24, 8:24] = torch.tensor(colour)[:, None, None]
    return thing


def test_a_scene_is_a_thing_before_a_ground() -> None:
    thing = square((0.0, 1.0, 0.0, 1.0))
    ground = torch.tensor([0.0, 0.0, 1.0])[:, None, None].expand(1, 3, 32, 32)
    scene = network.stood(thing, ground)
    assert scene[:, 3].eq(1).all()
    assert torch.equal(scene[0, :3, 0, 0], torch.tensor([0.0, 0, 1])) and scene[0, 1, 19, 16] == pytest.approx(1)
    assert float(scene[0, 1].sum()) == pytest.approx(float(thing[0, 1].sum()) * 9 / 16, rel=1e-3)
    high = network.stood(thing, ground, high=True)
    rows = torch.arange(32.0)
    assert (high[0, 1].sum(1) * rows).sum() < (scene[0, 1].sum(1) * rows).sum()


def test_whole_pictures_keep_what_is_not_staged_and_let_gradients_pass() -> None:
    ground = torch.rand(3, 3, 32, 32, generator=torch.Generator().manual_seed(1))
    made = Stage(
        owners=(0, 1, 2), embeds=torch.zeros(3, 1, 1), weights=torch.zeros(3, 1), styles=torch.zeros(3),
        counts=(1, 1, 1), layouts=(BESIDE,) * 3, grounds=ground, staged=(True, False, True), high=(False,) * 3,
        bare=(False, False, True),
    )  # fmt: skip
    things = square((0.0, 1.0, 0.0, 1.0)).repeat(3, 1, 1, 1).requires_grad_()
    whole = made.whole(things)
    assert torch.equal(whole[1], things[1]) and bool((whole[0, 3] == 1).all())
    assert torch.equal(whole[2, :3], ground[2]) and bool((whole[2, 3] == 1).all())
    whole.sum().backward()
    assert things.grad is not None and bool(things.grad[0].any()) and not things.grad[2].any()


@pytest.mark.parametrize("shape", [(32, 57), (40, 32), (32, 32)])
def test_whole_pictures_have_the_shape_of_their_grounds_and_things_are_whole_in_them(shape: tuple[int, int]) -> None:
    blue = torch.tensor([0.0, 0.0, 1.0])[:, None, None].expand(6, 3, *shape)
    made = Stage(
        owners=(0, 1, 2, 3, 4, 4, 5, 5), embeds=torch.zeros(8, 1, 1), weights=torch.zeros(8, 1), styles=torch.zeros(8),
        counts=(1,) * 8, layouts=(BESIDE,) * 6, grounds=blue, staged=(True, True, False, False, True, True),
        high=(False, True, False, False, False, True), bare=(False,) * 6,
    )  # fmt: skip
    things = square((0.0, 1.0, 0.0, 1.0)).repeat(8, 1, 1, 1)
    things[3] = things[3] + torch.tensor([1.0, 0, 0, 1])[:, None, None] * (1 - things[3, 3:])  # a scene of its own
    low, high, alone, scene, listed, up = made.whole(things)
    for picture in (low, high, alone, scene, listed, up):
        assert picture.shape == (4, *shape)
    for picture, area in ((low, 144), (high, 144), (listed, 128), (up, 128)):
        assert picture[3].eq(1).all() and float(picture[1].sum()) == pytest.approx(area, rel=1e-3)
    assert float(alone[3].sum()) == 256 and scene[3].eq(1).all() and float(scene[1].sum()) >= 255
    rows, columns = (torch.arange(float(length)) for length in shape)
    middle = [(picture[1].sum(0) * columns).sum() / picture[1].sum() for picture in (low, high, alone, scene)]
    assert torch.tensor(middle).allclose(torch.tensor((shape[1] - 1) / 2), atol=1.0)
    height = [float((picture[1].sum(1) * rows).sum() / picture[1].sum()) for picture in (low, high, listed, up)]
    assert height[0] > shape[0] - 17 and height[1] < 16 and height[2] > shape[0] / 2 > height[3]


def test_a_square_scene_is_left_as_it_is_alpha_and_its_gradient_too() -> None:
    made = Stage(
        owners=(0,), embeds=torch.zeros(1, 1, 1), weights=torch.zeros(1, 1), styles=torch.zeros(1), counts=(1,),
        layouts=(BESIDE,), grounds=torch.zeros(1, 3, 32, 32), staged=(False,), high=(False,), bare=(False,),
    )  # fmt: skip
    scene = torch.ones(1, 4, 32, 32, requires_grad=True)
    whole = made.whole(scene)
    assert torch.equal(whole, scene)
    (gradient,) = torch.autograd.grad(whole.sum(), scene)
    assert bool((gradient == 1).all())


def test_places_of_any_shape_are_painted() -> None:
    model, reader = built_in.load_denoiser("cpu"), perceptors.load("tiny")
    items = [parse_prompts(text) for text in ("a cat in a forest", "a city at night", "a cat on a blue background")]
    made = make_stage(model, reader, items, Rng((1,) * 3), "auto", shape=(32, 57))
    assert made.staged == (True,) * 3 and made.grounds.shape == (3, 3, 32, 57)
    assert float(made.grounds.std(3).amax((1, 2))[:2].amin()) > 0.02
    assert torch.equal(
        made.grounds[:1], make_stage(model, reader, items[:1], Rng((1,)), "auto", shape=(32, 57)).grounds
    )


def test_the_small_denoiser_of_tests_reads_no_place() -> None:
    made = make_stage(small_denoiser(), ColourPerceptor(), [parse_prompts("red")], Rng((1,)), "auto")
    assert made.staged == (False,)


def test_several_of_a_thing_are_copies_of_one() -> None:
    made = stage("three owls", "an owl", "two owls in a forest", "three owls|a tree")
    assert made.counts == (3, 1, 2, 1) and made.staged == (False, False, True, False)
    assert torch.allclose(made.embeds[0, 0], made.embeds[1, 0], atol=1e-6)


@pytest.mark.parametrize("count", range(2, 10))
def test_so_many_copies_stand_apart(count: int) -> None:
    from scipy.ndimage import label

    whole = network.arranged(square((0.0, 1.0, 0.0, 1.0)), [count])
    assert label((whole[0, 3] > 0.5).numpy())[1] == count


def test_a_known_thing_with_a_place_in_its_name_is_not_taken_apart() -> None:
    made = stage("a cityscape at dusk", "a city at dusk", "a house with garden")
    assert made.staged == (False, True, False)
    alone = perceptors.load("tiny").encode_text(["a house with garden"])[0]
    assert torch.allclose(made.embeds[2, 0], alone, atol=1e-6)


def test_what_is_nearer_a_thing_than_a_place_is_no_place() -> None:
    made = stage("a haunted house at night", "a haunted house", "a tropical beach", "the night sky", "a living room")
    assert made.bare == (False, False, True, True, True)
    assert made.staged[0] and not made.staged[1]


def test_what_is_of_a_painted_place_stands_in_it() -> None:
    made = stage("an animal of the forest at night", "a view of the forest", "a house of the cards")
    assert made.staged == (True, True, False)
    assert made.bare == (False, True, False)
    assert torch.equal(made.grounds[0], stage("a cat in the forest at night").grounds[0])


def test_what_is_no_place_for_sure_is_no_ground() -> None:
    made = stage("sweets on a stick", "a frozen dessert in a cone", "a cat on a blue background")
    assert made.staged == (False, False, True)
    assert "scene" not in [STYLES[style] for style in made.styles.tolist()]


def test_listed_things_are_asked_for_one_by_one_in_one_style() -> None:
    made, cat, dog = stage("a cat and two dogs", "an owl"), stage("a cat"), stage("two dogs")
    assert made.owners == (0, 0, 1) and made.counts == (1, 2, 1)
    assert torch.equal(made.embeds[0], cat.embeds[0]) and torch.equal(made.embeds[1], dog.embeds[0])
    assert made.styles[0] == made.styles[1] == cat.styles[0]


def test_listed_things_stand_in_one_place() -> None:
    made, alone = stage("a cat and a dog in the forest"), stage("a cat in the forest")
    assert made.owners == (0, 0) and made.staged == (True,)
    assert torch.equal(made.grounds, alone.grounds) and torch.equal(made.embeds[:1], alone.embeds)


def test_listed_things_are_called_by_what_is_known() -> None:
    assert torch.equal(stage("a schooner and a cat").embeds, stage("a sailboat and a cat").embeds)


def test_other_prompts_of_an_item_count_for_each_listed_thing() -> None:
    made = stage("a cat and a dog|cute:0.3|blurry:-0.5")
    assert made.weights.tolist() == [pytest.approx([1, 0.3, -0.5])] * 2
    assert torch.equal(made.embeds[0, 1:], made.embeds[1, 1:]) and not torch.equal(made.embeds[0, 0], made.embeds[1, 0])


def test_a_list_of_places_and_what_is_drawn_whole_is_one_thing() -> None:
    assert stage("a forest and a beach").owners == (0,)
    assert stage("a cat and a dog", whole=True).owners == stage("a cat and a dog", style="any").owners == (0,)


@pytest.mark.parametrize(
    ("text", "low"), [("a cat and a dog in the forest", True), ("a bird and a plane over the sea", False)]
)
def test_listed_things_are_put_side_by_side_before_their_ground(text: str, low: bool) -> None:
    made = stage(text)
    red, green = square((1.0, 0.0, 0.0, 1.0)), square((0.0, 1.0, 0.0, 1.0))
    whole = made.whole(torch.cat([red, green]))
    assert whole.shape == (1, 4, 32, 32) and bool((whole[:, 3] == 1).all())
    there = [
        (whole[0, :3] == torch.tensor(colour)[:, None, None]).all(0).nonzero() for colour in ((1.0, 0, 0), (0, 1.0, 0))
    ]
    assert [len(one) for one in there] == [64, 64]
    assert there[0][:, 1].max() < 16 <= there[1][:, 1].min()
    assert torch.equal(there[0][:, 0], there[1][:, 0]) and bool((there[0][:, 0] >= 16).all()) == low


def test_so_many_of_each_are_set_out_in_order() -> None:
    things = torch.cat([square((1.0, 0.0, 0.0, 1.0)), square((0.0, 1.0, 0.0, 1.0))])
    whole = network.arranged(things, [2, 1])
    assert whole[0, 0].sum() == 2 * whole[0, 1].sum() > 0
    assert not whole[0, 1, :16].any() and not whole[0, 1, :, :16].any()


def test_things_in_a_relation_are_asked_for_one_by_one_in_one_style() -> None:
    texts = ("a cat wearing a hat", "a cat and a hat", "a schooner on a whale", "a sailboat holding a whale")
    made = stage(*texts)
    assert made.layouts == (WEARING, BESIDE, ON, HOLDING) and made.owners == (0, 0, 1, 1, 2, 2, 3, 3)
    for row in (0, 1, 4, 5):
        assert torch.equal(made.embeds[row], made.embeds[row + 2]) and made.styles[row] == made.styles[0]


def test_things_in_a_relation_are_set_out_before_their_ground() -> None:
    made, things = stage("a cat on a chair in the snow"), [square((1.0, 0.0, 0.0, 1.0)), square((0.0, 1.0, 0.0, 1.0))]
    assert made.staged == (True,) and torch.equal(made.grounds, stage("a cat in the snow").grounds)
    alone = replace(made, staged=(False,))
    assert torch.equal(alone.whole(torch.cat(things)), LAYOUTS[ON](torch.cat(things)))
    assert torch.equal(made.whole(torch.cat(things)), network.stood(LAYOUTS[ON](torch.cat(things)), made.grounds))


def test_what_is_known_with_a_preposition_in_its_name_is_one_thing_in_a_place() -> None:
    made = stage("a knight riding a horse", "a knight on a horse", "a knight riding a horse in the forest", "a knight")
    assert made.owners == (0, 1, 2, 3) and made.staged == (False, False, True, False)
    assert torch.equal(made.embeds[0], made.embeds[1])
    assert made.embeds[2, 0] @ made.embeds[1, 0] > 0.95 > made.embeds[2, 0] @ made.embeds[3, 0]


def test_what_stands_on_a_place_or_is_drawn_whole_is_one_thing() -> None:
    assert stage("a house on a hill").layouts == stage("a beach with an umbrella").layouts == (BESIDE,)
    assert stage("a cat on a chair", whole=True).owners == stage("a cat on a chair", style="any").owners == (0,)
