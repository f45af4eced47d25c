"""What rules paint of the names that they know (`pixdraw.proposals.ruled`), for the models to learn from."""

from __future__ import annotations

from collections.abc import Container, Iterator

from torch import Tensor

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled import known
from training.scenes import article

SOURCE = "rules"
"""What these pictures have for a source."""
CELLS, FIRST_SEED = 32, 10_007
"""Nobody draws with this seed and those after it."""


def painted(names: Container[str], seeds: int) -> Iterator[tuple[str, str, list[Tensor]]]:
    """Yield each of the names that rules know, its painter, and what it paints at so many seeds, [4, CELLS, CELLS]."""
    for name, painter in known.names().items():
        things = read(article(name)).things if name in names else ()
        ruled = known.painter_of(things[0]) if len(things) == 1 else None
        if ruled is not None and ruled.name == painter:
            yield name, painter, [known.drawn(things[0], ruled, FIRST_SEED + seed, CELLS) for seed in range(seeds)]
