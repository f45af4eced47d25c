"""How many pictures are drawn of each prompt, how many are kept, and how they are ranked."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, field_validator

from pixdraw.fields import Hosted, setting
from pixdraw.settings.plugins import name_weight
from pixdraw.settings.texts import texts_of

RANKS = ("prompt", "craft", "loss")
"""Criteria that pictures can be ranked by, besides any loss of the run by its name."""
MOST_CANDIDATES = 256
MOST_HOSTED = 16
MOST_WEIGHT = 1000.0


class Choosing(BaseModel):
    """Settings of choosing."""

    candidates: int | None = setting(
        None,
        ge=1,
        le=MOST_CANDIDATES,
        help="Draw this many pictures of each prompt, 1 to 256, and keep the best (keep_best, rank). Their"
        " seeds are the given ones and the numbers after the last.",
        hosted=Hosted(most=64),
    )
    keep_best: int | None = setting(
        None,
        ge=1,
        le=MOST_CANDIDATES,
        help="Number of pictures to keep per prompt, 1 to 256, best first; keep=4 means the same. Default: the number "
        "of given seeds.",
        hosted=Hosted(most=MOST_HOSTED),
    )
    rank: tuple[str, ...] = setting(
        ("prompt", "craft:0.5"),
        help="Scores that the pictures are ranked by, comma-separated, each name:weight. prompt: similarity to the "
        "prompt according to the perceptors; craft: absence of pixel-art faults (orphan pixels, jaggies, doubled "
        "outlines, banding), only for drawers of cells; loss: the total loss of the run; or the name of one loss of "
        "the run, such as aesthetic.",
        hosted=True,
        text="own",
        needs="candidates or keep_best",
    )

    @field_validator("rank", mode="before")
    @classmethod
    def _rank(cls, value: Any) -> Any:
        texts = texts_of(value, ",")
        pairs = [name_weight(text) for text in texts]
        if not pairs or len({name for name, _ in pairs}) < len(pairs) or any(not name for name, _ in pairs):
            raise ValueError(
                "expected different names with weights, as in prompt,craft:0.5; "
                f"there are {', '.join(RANKS)} and the losses of the run"
            )
        if any(abs(weight) > MOST_WEIGHT for _, weight in pairs):
            raise ValueError(f"expected weights of at most {MOST_WEIGHT:g}")
        return tuple(texts)

    def ranked_by(self) -> list[tuple[str, float]]:
        """Return the criteria that pictures are ranked by, with their weights."""
        return [name_weight(text) for text in self.rank]
