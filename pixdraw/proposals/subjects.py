"""The things of a scene as what the sprite generator draws."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from pixdraw.interfaces import Perceptor
from pixdraw.models.sprites.subject import Subject
from pixdraw.proposals.language.naming import in_common, words
from pixdraw.proposals.language.scene import Thing


def subjects_of(things: Sequence[Thing], reader: Perceptor, names: Sequence[str]) -> list[Subject]:
    """Return what to draw of each thing, which `reader`, the built-in perceptor, reads.

    `names` are those that the generator knows.
    """
    subjects = []
    for thing, embed in zip(things, reader.encode_text([thing.text for thing in things]), strict=True):
        shares, same = in_common(thing, names)
        said = tuple(words(thing.text))
        subjects.append(Subject(thing.text, embed, said, torch.tensor(shares), torch.tensor(same)))
    return subjects
