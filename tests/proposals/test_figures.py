"""Roles are drawn as figures: who is one, what it wears and holds, in which colours."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
import torch

from pixdraw.models.sprites.attire import Attire
from pixdraw.models.sprites.files import BUILT_IN
from pixdraw.models.sprites.subject import Figure
from pixdraw.proposals import figures, wardrobe
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.subjects import subjects_of
from tests.fakes import ColourPerceptor

NAMES = json.loads((BUILT_IN / "names.json").read_text("utf-8"))
DRAWN = frozenset(name for name, kinds in NAMES.items() if kinds)


def figure(prompt: str) -> Figure | None:
    (thing,) = read(prompt).things
    return figures.figure_of(thing, DRAWN)


def wears(prompt: str, piece: str) -> bool:
    """Return whether a prompt's figure has a piece on, in whatever colours."""
    found = figure(prompt)
    return found is not None and wardrobe.piece(piece).rows in [one.rows for one in found.attire.pieces]


def attire(prompt: str) -> Attire:
    found = figure(prompt)
    assert found is not None, prompt
    return found.attire


@pytest.mark.parametrize(
    ("prompt", "name", "pieces"),
    [
        ("a chef", "man", ("toque",)),
        ("an astronaut in a white space suit", "man", ("bubble",)),
        ("a pirate captain with an eyepatch", "man", ("tricorn", "eyepatch")),
        ("a pirate girl", "princess", ("bandana",)),
        ("a female archer", "princess", ("bow",)),
        ("old king with a long white beard", "man", ("crown", "long beard")),
        ("young wizard, blue robe and pointy hat", "wizard", ()),
        ("elf princess in green dress", "princess", ("ears",)),
        ("farmer girl with straw hat and overalls", "princess", ("brimmed", "overalls")),
        ("knight with red cape", "knight", ("cape",)),
        ("knight in silver armor with a red plume", "knight", ("plume",)),
        ("a goblin with a club", "goblin", ("club",)),
        ("a one-eyed monster", "cyclops", ()),
        ("a plague doctor", "man", ("plague mask",)),
        ("a girl with cat ears", "princess", ("cat ears",)),
        ("a boy holding a red balloon", "man", ("balloon",)),
        ("a fortune teller with a crystal ball", "princess", ("orb",)),
        ("a zombie hunter", "man", ("fedora", "sword")),
        ("a pirate captain with an eyepatch and a hook hand", "man", ("eyepatch", "hook")),
        ("an astronaut waving", "man", ("bubble", "raised arm")),
        ("a ninja throwing a star", "man", ("shuriken", "raised arm")),
        ("a sword wielding skeleton", "man", ("skull", "sword")),
        ("a knight with a sword and a shield", "knight", ("sword", "shield")),
        ("a queen of hearts", "princess", ("crown",)),
        ("a female wizard", "princess", ("pointed",)),
        ("a king with a white beard", "man", ("long beard",)),
        ("an old farmer", "man", ("long beard", "brimmed")),
        ("a knight holding an axe", "knight", ("axe",)),
    ],
)
def test_a_role_is_a_figure_in_its_clothes(prompt: str, name: str, pieces: tuple[str, ...]) -> None:
    found = figure(prompt)
    assert found is not None and found.name == name
    assert all(wears(prompt, piece) for piece in pieces)


def test_a_colour_is_that_of_clothes_or_of_the_skin_of_who_wears_none() -> None:
    knight, cyclops = figure("a red knight"), figure("a purple cyclops")
    assert knight is not None and knight.attire.clothes is not None and knight.attire.skin is None
    assert cyclops is not None and cyclops.attire.clothes is None and cyclops.attire.skin is not None
    assert not torch.equal(knight.attire.clothes, cyclops.attire.skin)


@pytest.mark.parametrize(
    "prompt",
    [
        "a chef's hat",
        "a gingerbread man",
        "a spider man",
        "a mushroom monster",
        "a chess king",
        "a dog",
        "a king cobra",
        "an alsatian guard",
    ],
)
def test_what_is_no_role_is_no_figure(prompt: str) -> None:
    assert figure(prompt) is None


def test_what_a_prompt_says_takes_the_place_of_what_is_usual() -> None:
    assert wears("a farmer", "brimmed") and not wears("a farmer with a top hat", "brimmed")
    assert wears("a farmer with a top hat", "top hat")


def colours_of(prompt: str, piece: str) -> set[tuple[float, ...]]:
    """Return the colours that a prompt's figure has a piece in."""
    found = figure(prompt)
    assert found is not None
    (one,) = (one for one in found.attire.pieces if one.rows == wardrobe.piece(piece).rows)
    return set(one.inks.values())


def test_what_a_figure_holds_has_the_colour_that_is_asked_for() -> None:
    plain = wardrobe.piece("shield", "blue")
    assert colours_of("a knight holding a blue shield", "shield") == set(plain.inks.values())
    axe = wardrobe.piece("axe", "wood", "#f0c840").inks
    golden = colours_of("a dwarf with a golden axe", "axe")
    assert axe["2"] in golden and golden != set(wardrobe.piece("axe").inks.values())


def test_two_things_are_held_in_two_hands() -> None:
    both = figure("a knight with a sword and a torch")
    assert both is not None
    rows = [one.rows for one in both.attire.pieces]
    assert wardrobe.piece("sword").rows in rows and wardrobe.piece(f"{wardrobe.LEFT}torch").rows in rows


def test_hands_hold_what_is_said_alone_and_women_have_no_beards() -> None:
    assert wears("a knight", "sword") and not wears("a knight holding an axe", "sword")
    assert not wears("a knight holding a flower", "sword")
    assert wears("a king", "beard") and wears("a chef", "mustache") and not wears("a female chef", "mustache")


def test_pieces_have_the_colours_that_are_said_of_them_or_of_the_clothes_that_they_are() -> None:
    assert wardrobe.piece("tricorn", "red") in attire("a pirate captain with a red hat").pieces
    assert wardrobe.piece("ninja", "green") in attire("a green ninja").pieces
    assert wardrobe.piece("ninja", "green") != wardrobe.piece("ninja")
    dark, plain, light = (sum(wardrobe.piece("hood", "red").inks[letter]) for letter in "123")
    assert dark < plain < light


def test_what_lies_under_other_pieces_comes_first() -> None:
    assert attire("an adventurer").pieces[0] == wardrobe.piece("backpack")


def test_a_cape_or_several_colours_are_not_the_colour_of_the_clothes() -> None:
    assert attire("a knight with red cape").clothes is None is attire("a red and blue knight").clothes
    assert attire("a red knight").clothes is not None


def test_what_a_figure_also_is_gives_its_skin_or_hair() -> None:
    zombie, old = attire("a zombie pirate").skin, attire("an old farmer").hair
    assert zombie is not None and torch.equal(zombie, wardrobe.colour("#6fbf73"))
    assert old is not None and torch.equal(old, wardrobe.colour("white"))


def test_clothes_and_hair_get_the_colours_that_are_asked_for() -> None:
    dressed = figure("a blonde princess in a green dress")
    assert dressed is not None and dressed.attire.clothes is not None and dressed.attire.hair is not None
    assert torch.equal(dressed.attire.clothes, wardrobe.colour("green"))
    assert torch.equal(dressed.attire.hair, wardrobe.colour("blond"))


def test_the_colour_of_hair_may_be_said_in_two_words() -> None:
    found, other = figure("a red haired girl in a blue dress"), figure("a red-haired girl in a blue dress")
    assert found is not None and other is not None and found.attire.hair is not None
    assert torch.equal(found.attire.hair, wardrobe.colour("ginger"))
    assert other.attire.hair is not None and torch.equal(found.attire.hair, other.attire.hair)


def test_the_colour_of_eyes_is_not_that_of_the_body() -> None:
    (thing,) = read("a giant spider with red eyes").things
    (subject,) = subjects_of([thing], ColourPerceptor(), ("spider",))
    assert "red" not in subject.words and "spider" in subject.words


def test_every_role_has_a_figure_that_the_built_in_generator_draws() -> None:
    config = json.loads((BUILT_IN / "config.json").read_text("utf-8"))
    manners = config["denoiser"]["manners"]
    for line in files("pixdraw").joinpath("proposals/roles.txt").read_text("utf-8").splitlines():
        found = figure(f"a {line.split(',')[0].split('|')[0].strip()}")
        assert found is not None, line
        assert any(manners[manner] == found.manner for manner, _, _ in NAMES[found.name]), line


def test_every_piece_is_a_square_of_letters_that_have_a_colour() -> None:
    for name in wardrobe.names():
        one = wardrobe.piece(name)
        assert {len(row) for row in one.rows} == {len(one.rows)}, name
        assert set("".join(one.rows)) <= {*one.inks, ".", "x", "o"}, name
