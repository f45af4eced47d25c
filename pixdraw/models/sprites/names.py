"""Finds the name that a subject means among those that the generator knows; chance decides near ties."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.models.sprites.subject import Subject
from pixdraw.rng import Rng

SHARED_WORDS = 0.4
"""Bonus, in cosine, for having the same words."""
SAME_NOUN = 0.15
"""Bonus, in cosine, for having the same noun: a wooden shield is a shield."""
UNLIKE = 0.6
"""Penalty, in cosine units, for matching a living being with a non-living thing or vice versa (a chef is not a hat)."""
SHOWN = 0.25
"""Bonus, in cosine, for being shown plainly by art that was learned well."""
CHANCE, FREE = 0.25, 0.5
"""Maximum random bonus, in cosine units, for names with the same noun, so that "potion" can mean any potion. FREE
applies to subjects that have an exactly matching name, CHANCE to all others."""
PULL = 1.5
"""Weight of the chosen name's embedding beside that of the text: known names are drawn most cleanly."""


def towards_name(keys: Tensor, subject: Subject, rng: Rng, shown: Tensor) -> tuple[Tensor, int]:
    """Return the subject's text embedding [D] moved towards that of the best matching name, and the index of that name.

    `keys` [K, D] are the names' embeddings; `shown` [K] in [0, 1] says how plainly art shows each name, and one of 0 is
    never chosen; `rng` has one seed.
    """
    embed = subject.embed.cpu().float()
    none = torch.zeros(len(keys))
    shares = none if subject.shares is None else subject.shares
    same = none if subject.same_noun is None else subject.same_noun.float()
    chance = rng.at("sprites.name").uniform(len(keys))[0]
    unlike = none if subject.alike is None else 1 - subject.alike.float()
    free = FREE if shares.max() >= 1 else CHANCE
    likeness = keys @ embed - UNLIKE * unlike + (SHARED_WORDS * shares + SAME_NOUN * same) + free * chance * same
    best = int((likeness + SHOWN * shown).masked_fill(shown <= 0, -torch.inf).argmax())
    return pulled(embed, keys[best]), best


def pulled(embeds: Tensor, keys: Tensor) -> Tensor:
    """Return texts [..., D] pulled towards names of the embeddings `keys` [..., D], of unit norm."""
    return F.normalize(embeds + PULL * keys, dim=-1)
