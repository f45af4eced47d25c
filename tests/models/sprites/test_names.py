"""A text finds the name in the generator's memory that means it."""

import torch
from torch import Tensor

from pixdraw.models.sprites.denoiser import COLOURS
from pixdraw.models.sprites.names import colours_in, towards_names
from pixdraw.rng import Rng

NAMES = ("sword", "short sword", "wooden shield", "dragon", "green dragon")


def chosen(text: str, embed: Tensor | None = None, seed: int = 0) -> str:
    embeds = torch.zeros(1, 5) if embed is None else embed[None]
    pulled, names = towards_names(torch.eye(5), NAMES, [text], embeds, Rng((seed,)))
    assert NAMES[int(pulled[0].argmax())] == names[0]
    return names[0]


def test_words_find_their_name() -> None:
    assert chosen("an iron sword") == "sword"
    assert chosen("a shield of wood, a wooden shield") == "wooden shield"
    assert chosen("a red dragon with a sword") == "dragon"
    assert chosen("two green dragons") == "green dragon"


def test_meaning_finds_what_other_words_say() -> None:
    assert chosen("a wyvern", torch.eye(5)[3]) == "dragon"


def test_colours_are_read_from_the_text() -> None:
    asked = colours_in(["a golden key", "a RED and grey fox", "a key"])
    assert [COLOURS[index] for index in asked[0].nonzero()[:-1, 0]] == ["yellow"]
    assert [COLOURS[index] for index in asked[1].nonzero()[:-1, 0]] == ["red", "grey"]
    assert not asked[2].any()
