"""What prompts say: the table of readings, and what must hold for any prompt."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.reading import read
from pixdraw.text.scene import BESIDE, Scene, Thing, bare

WORDS = lexicon.load()
TABLE = [
    line.split("  =>  ")
    for line in Path(__file__).with_name("readings.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def counted(one: Thing) -> str:
    return f"{one.count} {one.noun_phrase}" if one.count > 1 else one.noun_phrase


def thing(one: Thing) -> str:
    """A thing in one line: how many, its noun phrase, its noun where that is not plain, and what is said of it."""
    parts = [counted(one)] if bare(one.noun_phrase).endswith(one.noun) else [f"{counted(one)} [{one.noun}]"]
    parts += [f"coloured {colour}" for colour in one.colours]
    parts += [f"made of {material}" for material in one.materials]
    parts += [f"is {word}" for word in one.modifiers]
    parts += [f"wears {counted(worn)}" for worn in one.wears]
    parts += [f"holds {counted(held)}" for held in one.holds]
    parts += [f"- {detail}" for detail in one.details]
    parts += [] if one.is_known else ["unknown"]
    return "; ".join(parts)


def line(scene: Scene) -> str:
    """A scene in one line."""
    parts = [" + ".join(map(thing, scene.things)) or "nothing"]
    parts += [f"layout {scene.layout}"] if scene.layout != BESIDE else []
    parts += [f"place {place.text}{' (high)' if place.is_high else ''}" for place in scene.places]
    parts += [f"view {view}" for view in scene.views]
    parts += [f"manner {word}" for word in scene.manner]
    parts += [f"unread {word}" for word in scene.unread]
    return " | ".join(parts)


def test_prompts_read_as_the_table_says() -> None:
    """All in one test: by itself each would take longer to be set up than to be read."""
    wrong = {text: found for text, reading in TABLE if (found := line(read(text))) != reading}
    assert not wrong


@pytest.mark.parametrize(
    ("text", "said", "things"),
    [
        ("a goblin who wears a cloak and carries a dagger", "", ["a goblin who wears a cloak and carries a dagger"]),
        ("a cat, cute, detailed, pixel art", "a cat, cute", ["a cat, cute"]),
        ("pixel art, a knight , 8-bit, in a cave", "a knight, in a cave", ["a knight"]),
        ("two wolves howling #pixelart in the snow", "two wolves howling in the snow", ["a wolf howling"]),
        ("draw me a tower. Retro", "a tower", ["a tower"]),
        ("the cat is sitting on the mat", "", ["the cat is sitting", "the mat"]),
        ("cats are sleeping", "", ["a cat sleeping"]),
        ("a plant of the desert with spines", "", ["a plant of the desert with spines"]),
        ("a knight with a red sword in a cave", "", ["a knight", "a red sword"]),
        ("three blue slimes and a \u201cblorp\u201d", "", ["a blue slime", "a blorp"]),
    ],
)
def test_what_models_read(text: str, said: str, things: list[str]) -> None:
    scene = read(text)
    assert scene.text == (said or text) and [thing.text for thing in scene.parts] == things


def test_the_table_has_prompts_of_all_kinds_once() -> None:
    texts = [text for text, _ in TABLE]
    assert len(set(texts)) == len(texts) >= 150


THINGS = sorted(noun for noun, flags in WORDS.nouns.items() if "r" not in flags and noun.isalpha())
THINGS = [noun for noun in THINGS if WORDS.singular(noun) == noun]
ADJECTIVES = sorted(WORDS.classes["adjective"] - set(WORDS.nouns))
COLOURS = sorted(WORDS.classes["colour"] - set(WORDS.nouns))
PEOPLE = sorted(WORDS.classes["alone"])
PLAIN = sorted({*ADJECTIVES, *COLOURS}.difference(PEOPLE))
PLACES = ("", " in the forest", " at night", " by the river", " on a hill, side view")
SAID = ("", " with a red hat", " holding a sword", " made of gold", " howling at the moon", " and a dog", ", cute")


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    st.sampled_from(("a", "the", "two", "")),
    st.lists(st.sampled_from(ADJECTIVES + COLOURS), max_size=3),
    st.sampled_from(THINGS),
    st.sampled_from(SAID),
    st.sampled_from(PLACES),
)
def test_no_phrase_is_without_its_noun(article: str, adjectives: list[str], noun: str, said: str, place: str) -> None:
    scene = read(" ".join(filter(None, (article, *adjectives, noun))) + said + place)
    for one in scene.things:
        assert one.noun in WORDS.nouns or not one.is_known, scene
        assert one.noun.split()[-1] in bare(one.noun_phrase), scene
    assert any(noun in one.noun_phrase for one in scene.things), scene


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=3), st.sampled_from(("a ", "the ", "")))
def test_adjectives_alone_are_no_thing(adjectives: list[str], article: str) -> None:
    assert read(article + " ".join(adjectives)).things == ()


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.sampled_from(PEOPLE), st.sampled_from(SAID), st.sampled_from(PLACES), st.sampled_from(THINGS))
def test_adjectives_that_name_people_are_nouns_only_where_none_follows(
    word: str, said: str, place: str, noun: str
) -> None:
    assert read(f"a {word}{said}{place}").things[0].noun == word
    assert word not in {one.noun for one in read(f"a {word} {noun}{said}{place}").things}


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_and_nothing_of_it_lost(text: str) -> None:
    scene = read(text)
    kept = " ".join((scene.text, *scene.manner))
    assert all(word in kept or word in text.split() for word in scene.unread)
    assert scene.prompt == text and (scene.text or not text.strip())


@pytest.mark.parametrize(
    "word", ["with ", "a ", "and ", "on ", "in the style ", "of ", "#a ", "red ", "cat, ", "by x "]
)
def test_reading_takes_time_in_proportion_to_the_length(word: str) -> None:
    start = time.process_time()
    scene = read("a cat " + word * 20_000)
    assert time.process_time() - start < 5 and scene.things


def test_a_scene_depends_on_the_text_alone_and_cannot_be_changed() -> None:
    assert read("a blue whale in the sea") == read("a blue whale in the sea")
    with pytest.raises(AttributeError):
        read("a cat").text = "a dog"  # type: ignore[misc]
