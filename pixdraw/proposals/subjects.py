"""Turns the things of a scene into subjects of the sprite generator."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

import torch
from torch import Tensor

from pixdraw.interfaces import Perceptor
from pixdraw.models.sprites.subject import Figure, Subject, rgb_called
from pixdraw.proposals.figures import figure_of, without_eyes
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.naming import alike, in_common, words
from pixdraw.proposals.materials import finishes_of
from pixdraw.proposals.roles import BEINGS
from pixdraw.rng import Rng
from pixdraw.text.scene import Thing


def subjects_of(
    things: Sequence[Thing],
    reader: Perceptor,
    names: Sequence[str],
    drawn: Container[str] = (),
    rng: Rng | None = None,
) -> list[Subject]:
    """Return the subject of each thing, encoded by `reader`, the built-in perceptor.

    `names` are those that the generator knows, `drawn` those of them that may be drawn as figures, whose looks the one
    seed of `rng` decides where they are open.
    """
    subjects = []
    for thing in things:
        if figure := figure_of(thing, drawn, rng):
            subjects.append(_of_figure(thing, figure, reader))
            continue
        shown = without_eyes(_material(thing))
        shares, same = in_common(shown, names)
        (embed,) = reader.encode_text([shown.text])
        spoken = tuple(words(shown.text))
        kin = alike(shown, names)
        like = torch.tensor(shares), torch.tensor(same), None if kin is None else torch.tensor(kin)
        clothes = _clothes(thing)
        seen = colour_of(clothes or thing), finishes_of(clothes or thing)
        subjects.append(Subject(shown.text, embed, spoken, *like, *seen, clothes is not None, thing.is_tile))
    return subjects


def _of_figure(thing: Thing, figure: Figure, reader: Perceptor) -> Subject:
    """Return a thing as a figure; its colour is that of its clothes, unless it is drawn as it is."""
    (embed,) = reader.encode_text([figure.name])
    as_it_is, seen = figure.manner == BEINGS, _clothes(thing) or thing
    colour, finishes = (colour_of(seen), finishes_of(seen)) if as_it_is else (None, ())
    finishes = tuple(one for one in finishes if one.words.isdisjoint(figure.name.split()))
    return Subject(thing.text, embed, colour=colour, finishes=finishes, figure=figure)


def colour_of(thing: Thing) -> Tensor | None:
    """Return the colour [3] of a thing of one; None of others, and if the colour's name is not known."""
    if len(thing.colours) != 1:
        return None
    rgb = rgb_called(thing.colours[0])
    return None if rgb is None else torch.tensor(rgb)


def _clothes(thing: Thing) -> Thing | None:
    """Return what a thing wears that has a colour or a material, if that is all that is said of colours; else None."""
    said = [one for one in thing.wears if "h" not in lexicon.load().nouns.get(one.noun, "")]
    said = [one for one in said if one.colours or one.materials]
    return said[0] if len(said) == 1 and not (thing.colours or finishes_of(thing)) else None


def _material(thing: Thing) -> Thing:
    """Return a tile of a material as that material, "lava" for a lava tile; other things unchanged."""
    if not thing.is_material:
        return thing
    material = thing.noun_phrase.split()[:-1]
    noun = thing.noun.rsplit(" ", 1)[0] if " " in thing.noun else material[-1].lower()
    return replace(thing, noun=noun, noun_phrase=" ".join(material), text=" ".join(material))
