"""A text finds the phrase that means it."""

import torch

from pixdraw.models.sprites.network import COLOURS, SpriteConfig, SpriteNetwork
from pixdraw.models.sprites.phrases import choose, colours_in
from pixdraw.rng import Rng

NAMES = ("sword", "short sword", "wooden shield", "dragon", "green dragon")


def network() -> SpriteNetwork:
    with torch.random.fork_rng():
        made = SpriteNetwork(
            SpriteConfig(side=8, text_dim=5, width=8, hidden=8, blocks=1, keys=5, manners=("one",) * 5)
        )
    made.keys.copy_(torch.eye(5))
    made.key_manners.copy_(torch.arange(5))
    return made.eval().requires_grad_(False)


def chosen(text: str, embed: torch.Tensor | None = None, seed: int = 0) -> str:
    embeds = torch.zeros(1, 5) if embed is None else embed[None]
    asked, manner, _ = choose(network(), NAMES, [text], embeds, Rng((seed,)))
    assert int(asked.argmax()) == int(manner)
    return NAMES[int(manner)]


def test_words_find_their_phrase() -> None:
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
