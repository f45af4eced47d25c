"""CLIP's tokens, as open_clip gives them."""

import json
import random
from collections.abc import Sequence

import pytest
import torch

from pixdraw.models import built_in
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.tiny.tokenizer import Tokenizer

NAMES = json.loads((built_in.FOLDER / "tiny" / "named.json").read_text("utf-8"))
ODD = (
    *(
        "",
        " ",
        "a\r\nb\tc\0d\x1b[31mred",
        "<end_of_text> a <START_OF_TEXT>",
        "&amp;amp; &lt;b&gt;",
        "schÃ¶n",
        "!!!???...",
    ),
    *(
        "aabaabaab abab abababab aaaaaaa",
        "don't it's WE'LL I'M they'd 're",
        "l’été “q” ﬁ",
        "漢字 🙂🙂🙂",
        "１２３ ½ ٣ 1234",
    ),
    *("ÀÉ ß ŉ İ", "x" * 100, "word " * 60),
)


def chance(seed: int) -> str:
    draw = random.Random(seed)
    kinds = (range(32, 127), range(97, 100), range(32, 33), range(0x3000), range(0xD800))
    return "".join(chr(draw.choice(draw.choice(kinds))) for _ in range(draw.randrange(1, 60)))


@pytest.mark.parametrize(
    "texts", [NAMES[::7], ODD, [chance(seed) for seed in range(500)]], ids=["names", "odd", "chance"]
)
def test_tokens_are_open_clips(texts: Sequence[str]) -> None:
    declare_missing_operators()
    from open_clip.tokenizer import SimpleTokenizer

    ours, theirs = Tokenizer(12), SimpleTokenizer(context_length=12)
    assert torch.equal(ours(texts), theirs(texts))
    assert [ours.encode(text) for text in texts] == [theirs.encode(text) for text in texts]
