"""Turns the things of a scene into subjects of the sprite generator."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import torch
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.imaging.palettes import parse_colour
from pixdraw.interfaces import Perceptor
from pixdraw.models.sprites.subject import PROTOTYPES, SHADES, Subject
from pixdraw.proposals.language.naming import alike, in_common, words
from pixdraw.proposals.materials import finishes_of
from pixdraw.text.scene import Thing


def subjects_of(things: Sequence[Thing], reader: Perceptor, names: Sequence[str]) -> list[Subject]:
    """Return the subject of each thing, encoded by `reader`, the built-in perceptor.

    `names` are those that the generator knows.
    """
    subjects = []
    for thing in things:
        shown = _material(thing)
        shares, same = in_common(shown, names)
        (embed,) = reader.encode_text([shown.text])
        spoken = tuple(words(shown.text))
        kin = alike(shown, names)
        like = torch.tensor(shares), torch.tensor(same), None if kin is None else torch.tensor(kin)
        subjects.append(Subject(shown.text, embed, spoken, *like, colour_of(thing), finishes_of(thing), thing.is_tile))
    return subjects


def colour_of(thing: Thing) -> Tensor | None:
    """Return the colour [3] of a thing of one; None of others, and where the colour's name is not known.

    Of a name that is not known as a whole the last word tells: ruby red is red.
    """
    if len(thing.colours) != 1:
        return None
    whole = thing.colours[0].replace("-", " ")
    for name in (SHADES.get(one, one) for one in (whole, whole.split()[-1])):
        with suppress(SettingsError):
            return torch.tensor(parse_colour(PROTOTYPES.get(name, name), "prompts"))
    return None


def _material(thing: Thing) -> Thing:
    """Return a tile of a material as that material, "lava" for a lava tile; other things unchanged."""
    if not thing.is_material:
        return thing
    material = thing.noun_phrase.split()[:-1]
    noun = thing.noun.rsplit(" ", 1)[0] if " " in thing.noun else material[-1].lower()
    return replace(thing, noun=noun, noun_phrase=" ".join(material), text=" ".join(material))
