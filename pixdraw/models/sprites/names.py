"""What of the generator's memory a subject means: the nearest name in meaning and words; chance decides ties."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.models.sprites.subject import Subject
from pixdraw.rng import Rng

SHARED_WORDS = 0.4
"""Cosine that it is worth to say the same words."""
SAME_NOUN = 0.15
"""Cosine that it is worth to be the same thing: a wooden shield is a shield."""
SHOWN = 0.25
"""Cosine that it is worth to be shown plainly by art that was learned well."""
CHANCE = 0.25
"""Greatest cosine by which chance prefers one name of the same thing to another: any potion is a potion."""
PULL = 1.5
"""Times the text itself, how much of the chosen name is asked for: what is known by heart is drawn most cleanly."""


def towards_name(keys: Tensor, subject: Subject, rng: Rng, shown: Tensor) -> tuple[Tensor, int]:
    """Return a subject's text [D] pulled to the name that it means, and the number of that name.

    `keys` [K, D] are the names' embeddings; `shown` [K] in [0, 1] says how plainly art shows each name, one of 0 is
    never chosen; `rng` has one seed.
    """
    embed = subject.embed.cpu().float()
    none = torch.zeros(len(keys))
    shares = none if subject.shares is None else subject.shares
    same = none if subject.same_noun is None else subject.same_noun.float()
    chance = rng.at("sprites.name").uniform(len(keys))[0]
    likeness = keys @ embed + (SHARED_WORDS * shares + SAME_NOUN * same) + CHANCE * chance * same
    best = int((likeness + SHOWN * shown).masked_fill(shown <= 0, -torch.inf).argmax())
    return F.normalize(embed + PULL * keys[best], dim=0), best
