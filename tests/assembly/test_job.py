"""A prompt is read once, and what was read is handed on to all who take part in a run."""

from collections import Counter
from typing import Any

import pytest

from pixdraw.assembly.job import worded_for
from pixdraw.assembly.session import start
from pixdraw.models.cache import ModelCache
from pixdraw.proposals import concepts
from pixdraw.proposals.language import reading, spans
from pixdraw.proposals.language.lexicon import Lexicon
from pixdraw.settings.model import resolve
from pixdraw.text.prompts import parse_prompts
from tests.fakes import ColourPerceptor
from tests.sprite_generators import build_in


class BuiltIn(ColourPerceptor):
    name = "tiny"


def test_the_built_in_perceptor_is_given_no_words_of_manner() -> None:
    items = [parse_prompts("pixel art of a cat:2|a dog #pixelart"), parse_prompts("#pixelart")]
    scenes = reading.read_all(items)
    told = worded_for(BuiltIn(), items, scenes)
    assert [[prompt.text for prompt in item] for item in told] == [["a cat", "a dog"], ["#pixelart"]]
    assert told[0][0].weight == 2
    assert worded_for(ColourPerceptor(), items, scenes) == [list(item) for item in items]


@pytest.mark.parametrize(
    ("more", "further"),
    [
        ({}, ()),
        ({"drawer": "diffusion", "init": "none"}, ()),
        ({"manner": "in red", "drawer": "diffusion"}, ("a cat in a hat #pixelart, in red", "a red dog, in red")),
        (
            {"negative_prompts": "a blurry photo", "labels": "a cow", "spot_prompts": "an eye"},
            ("a blurry photo", "a cow", "an eye"),
        ),
    ],
    ids=["proposal", "diffusion", "manner", "guidance"],
)
def test_a_text_is_read_once_in_a_run(
    monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], further: tuple[str, ...]
) -> None:
    build_in(monkeypatch)
    cache = ModelCache()
    cache._perceptors[("tiny", "cpu")] = BuiltIn()
    monkeypatch.setattr(
        concepts, "known", lambda reader: (["cat", "dog", "cow"], reader.encode_text(["cat", "dog", "cow"]))
    )
    seen: Counter[str] = Counter()
    split = spans.split

    def counted(text: str, words: Lexicon) -> Any:
        seen[text] += 1
        return split(text, words)

    monkeypatch.setattr(reading, "split", counted)  # what every reading begins with
    given: dict[str, Any] = {
        "prompts": ["a cat in a hat #pixelart", "a red dog"],
        "seed": [1, 2],
        "size": (32, 32),
        "contrast": 0,
    }
    session = start(resolve({**given, **more, "iterations": 1, "device": "cpu"}), cache)
    assert len(session.labels) == 4
    assert set(seen) == {*given["prompts"], *further} and set(seen.values()) == {1}
