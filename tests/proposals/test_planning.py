"""What pictures of scenes are planned to show: which things, how many, laid out how, before which place."""

from __future__ import annotations

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.places import Atlas
from pixdraw.proposals.planning import Plan, all_of, newcomer, plan_of
from pixdraw.rng import Rng
from tests.fakes import ColourPerceptor

NOUNS = frozenset(
    ("crate", "bridge", "cat", "dog", "bird", "horse", "hat", "house", "knight", "leaf", "frog", "mushroom",
     "palm tree", "crab", "sunglasses", "torch", "door", "tree", "well")
)  # fmt: skip
"""What can be drawn by the generator."""
WALL = "a stone wall"

PLANS = {
    "a cat": "cat",
    "a cat and two dogs": "cat + 2 dog",
    "a frog riding a horse": "frog on horse",
    "a cat in a hat": "cat wearing hat",
    "a cat wearing sunglasses": "cat",
    "a cat wearing a laurel": "cat",  # which the thesaurus calls a tree
    "a cat holding a zorblax": "cat",
    "a cat holding a lantern": "cat holding lantern",
    "a knight holding a sword": "knight",
    "a cat in a box": "cat inside crate",
    "two cats in a box": "2 cat",
    "a cat in a vase": "cat inside vase",
    "a cat in a forest": "cat, placed",
    "a cat in a house": "cat, placed",
    "a cat in the sky": "cat, placed",
    "a bird over the sea": "bird, placed, high",
    "a bridge over a river": "bridge, placed",
    "a stone bridge over a river": "bridge, placed",
    WALL: "nothing, all of it",
    f"{WALL} with a torch": "torch, placed, high",
    f"{WALL} with a door": "door, placed",
    f"{WALL} with moss": "nothing, all of it",
    "a carpet": "nothing, all of it",
    "a magic carpet": "magic carpet",
    "a snowman in a top hat": "snowman",
    "several apples in a basket": "basket",
    "a bowl of cereal": "bowl",
    "leather boots": "boot",
    "three boots": "3 boot",
    "a space station window looking out at a ringed planet": "nothing, all of it",
    "a window overlooking a forest": "nothing, all of it",
    "three candles on a skull": "skull",
    "a skull with a flower growing out of it": "skull",
    "a bowl of ramen with half an egg": "bowl of ramen",
    "a sand dune rover with six wheels": "dune rover",
    "a mimic bookshelf": "mimic bookshelf",
    "a crooked lighthouse on a rock": "crooked lighthouse",
    "a potion in a forest": "potion, placed",
    "a potion in a round bottle": "potion",
    "a beach with palm trees": "nothing, all of it",
    "a village": "nothing, all of it",
    "a bar": "nothing, all of it",
    "a gold bar": "bar",
}


def plan(prompt: str, rows: int = 32, columns: int = 32) -> Plan:
    return plan_of(read(prompt), NOUNS, Atlas(ColourPerceptor()), Rng((1,)), (rows, columns))


def line(planned: Plan) -> str:
    """A plan in one line."""
    counted = zip(planned.things, planned.counts, strict=True)
    names = [f"{count} {one.noun}" if count > 1 else " ".join((*one.modifiers, one.noun)) for one, count in counted]
    joined = f" {planned.layout} " if planned.layout != "beside" else " + "
    said = {"placed": planned.frame.placed, "high": planned.frame.is_high, "all of it": planned.is_exact}
    assert (planned.ground is not None) == (planned.frame.placed or planned.is_exact)
    return ", ".join([joined.join(names) or "nothing", *(word for word, is_so in said.items() if is_so)])


def test_scenes_are_planned_as_the_table_says() -> None:
    wrong = {prompt: found for prompt, wanted in PLANS.items() if (found := line(plan(prompt))) != wanted}
    assert not wrong


def test_a_pair_that_is_one_drawing_keeps_its_name_and_small_ones_are_smaller() -> None:
    assert plan("leather boots").things[0].count == 1
    large, small = plan("a horse and a small horse").sizes
    assert small < large


def test_what_a_potion_is_in_is_told_to_its_painter() -> None:
    within = plan("a potion in a round bottle")
    assert "round bottle" in within.things[0].text and within.painter is not None
    assert plan("a potion in a forest").painter is None, "a place is behind it"


def test_what_nobody_knows_is_drawn_by_the_whole_prompt() -> None:
    told = [plan(f"a {one} in a vase").things[0].text for one in ("zorblax", "cat")]
    assert told == ["a zorblax in a vase", "a cat"]


def test_in_a_part_drawn_anew_a_place_is_left_out_as_what_is_kept_is_behind() -> None:
    scene = read("a cat in a forest")
    assert (newcomer(scene).text, all_of(scene).text) == ("a cat", "a cat in a forest")
    assert newcomer(read("a cat and a dog")).text == "a cat and a dog"
