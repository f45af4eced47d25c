"""A subject finds the name in the generator's memory that means it, and its colours."""

import torch
from torch import Tensor

from pixdraw.models.sprites.denoiser import COLOURS
from pixdraw.models.sprites.names import towards_name
from pixdraw.models.sprites.subject import Subject, colours_of
from pixdraw.proposals.language.naming import alike, in_common
from pixdraw.proposals.language.reading import read
from pixdraw.rng import Rng
from pixdraw.text.scene import Thing

NAMES = ("sword", "short sword", "wooden shield", "dragon", "green dragon", "orb of fire")


def chosen(text: str, embed: Tensor | None = None, seed: int = 0, never: tuple[str, ...] = ()) -> str:
    shares, same = in_common(read(text).things[0], NAMES)
    embed = torch.zeros(len(NAMES)) if embed is None else embed
    subject = Subject(text, embed, (), torch.tensor(shares), torch.tensor(same))
    shown = torch.tensor([float(name not in never) for name in NAMES])
    pulled, name = towards_name(torch.eye(len(NAMES)), subject, Rng((seed,)), shown)
    assert int(pulled.argmax()) == name
    return NAMES[name]


def test_words_find_their_name() -> None:
    assert chosen("an iron sword") == "sword"
    assert chosen("a shield of wood, a wooden shield") == "wooden shield"
    assert chosen("a red dragon with a sword") == "dragon"
    assert chosen("two green dragons") == "green dragon"


def test_a_thing_is_its_noun_whatever_is_said_after_it() -> None:
    assert {chosen("a dragon breathing fire", seed=seed) for seed in range(9)} <= {"dragon", "green dragon"}
    assert in_common(read("a fire").things[0], NAMES)[1] == [False] * len(NAMES)
    assert in_common(read("orbs").things[0], NAMES)[1] == [False] * 5 + [True]


def test_meaning_finds_what_other_words_say() -> None:
    assert chosen("a wyvern", torch.eye(len(NAMES))[3]) == "dragon"


def test_a_name_that_is_never_drawn_gives_way_to_the_next() -> None:
    assert chosen("two green dragons", never=("green dragon",)) == "dragon"
    assert chosen("an iron sword", never=("sword",)) == "short sword"


def test_colours_are_those_that_are_said() -> None:
    said = (("a", "golden", "key"), ("a", "red", "and", "grey", "fox"), ("a", "key"))
    asked = colours_of([Subject("", torch.zeros(1), words) for words in said])
    assert [COLOURS[index] for index in asked[0].nonzero()[:-1, 0]] == ["yellow"]
    assert [COLOURS[index] for index in asked[1].nonzero()[:-1, 0]] == ["red", "grey"]
    assert not asked[2].any()


def test_a_being_is_drawn_as_one() -> None:
    keys = torch.eye(2)
    near_thing = torch.nn.functional.normalize(torch.tensor([1.0, 0.6]), dim=0)
    for kin, index in ((None, 0), (torch.tensor([False, True]), 1)):
        subject = Subject("a bat", near_thing, alike=kin)
        assert towards_name(keys, subject, Rng((1,)), torch.ones(2))[1] == index


def test_names_are_beings_or_none_and_what_is_named_after_one_tells_of_it() -> None:
    names = ("baseball bat", "vampire bat", "chef's hat", "cook", "gnoll")
    assert alike(read("a bat").things[0], names) == [False, True, False, True, False]
    assert alike(read("a chef").things[0], names) == [False, True, True, True, False]
    assert alike(read("a chair").things[0], names) == [True, False, True, False, True]
    assert alike(Thing("zorblax", "a zorblax", "a zorblax"), names) is None


def names_by_seed(advantage: float, shares: tuple[float, float], same: tuple[bool, bool], shown: tuple[float, float]):  # type: ignore[no-untyped-def]
    """The names, 0 or 1, that a subject whose text is nearer to the first one finds by each of many seeds."""
    subject = Subject("", torch.tensor([advantage, 0.0]), (), torch.tensor(shares), torch.tensor(same))
    return [towards_name(torch.eye(2), subject, Rng((seed,)), torch.tensor(shown))[1] for seed in range(80)]


def test_the_same_noun_and_plain_art_count_a_little() -> None:
    assert set(names_by_seed(0.14, (0.0, 0.0), (False, True), (1.0, 1.0))) == {1}
    assert set(names_by_seed(0.17, (0.0, 0.0), (False, False), (0.2, 1.0))) == {1}
    assert set(names_by_seed(0.23, (0.0, 0.0), (False, False), (0.2, 1.0))) == {0}


def test_chance_may_choose_another_of_the_same_noun_most_where_a_name_is_meant_exactly() -> None:
    assert set(names_by_seed(0.0, (1.0, 0.25), (True, True), (1.0, 1.0))) == {0, 1}
    assert set(names_by_seed(0.0, (0.9, 0.15), (True, True), (1.0, 1.0))) == {0}
