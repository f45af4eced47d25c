"""What the built-in denoiser is asked for: things, how they are drawn, and the grounds that they stand before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.concepts import known, names_known, nearness, towards_known
from pixdraw.denoiser import SCENE, Denoiser, arranged, stood
from pixdraw.errors import SettingsError, suggestion
from pixdraw.interfaces import Perceptor
from pixdraw.phrases import Phrase, parse_phrase, plain
from pixdraw.places import Atlas, View, view_of
from pixdraw.prompt_loss import make_targets
from pixdraw.prompts import Prompt
from pixdraw.rng import Rng
from pixdraw.sampling import make_wishes
from pixdraw.thesaurus import in_known_words

AUTO, ANY = "auto", "any"
ROUNDED = 1e-3
"""Names of places are known ones, too, and those are kept in half precision."""
OBJECT_STYLES = ("noto", "twemoji", "fluent-emoji-flat")
"""What `auto` chooses from for a thing: the coloured ones that it draws well."""
SURE = 15.0
"""Log odds from which on what cannot be painted is taken for a place all the same, such as a coloured background."""


@dataclass(frozen=True)
class Stage:
    """What each item is asked for."""

    embeds: Tensor
    """[B, P, D]: the prompts, where a thing is staged the thing alone."""
    weights: Tensor
    """[B, P]."""
    styles: Tensor
    """[B] int64."""
    grounds: Tensor
    """[B, 3, S, S] in [0, 1]: what staged things stand before."""
    staged: tuple[bool, ...]
    high: tuple[bool, ...]
    """Up in the place, not down on its ground."""
    bare: tuple[bool, ...]
    """A place with nothing in it."""
    counts: tuple[int, ...]
    """So many of the thing."""

    def whole(self, pictures: Tensor) -> Tensor:
        """Set things out and before their grounds: premultiplied [B, 4, S, S] in [0, 1], differentiable."""
        rows = [
            arranged(picture, count) if count > 1 else picture
            for picture, count in zip(pictures.split(1), self.counts, strict=True)
        ]
        for item, ground in enumerate(self.grounds.split(1)):
            if self.bare[item]:
                rows[item] = torch.cat([ground, torch.ones_like(ground[:, :1])], 1) + 0 * rows[item]
            elif self.staged[item]:
                rows[item] = stood(rows[item], ground, high=self.high[item])
        return torch.cat(rows)


def make_stage(
    model: Denoiser, reader: Perceptor, items: Sequence[Sequence[Prompt]], rng: Rng, style: str, *, whole: bool = False
) -> Stage:
    """Read each item's prompts; the one that pulls most is staged where it can be, unless `whole` or the style is any.

    Raises SettingsError for an unknown style.
    """
    device, side = next(model.parameters()).device, model.config.side
    names = frozenset(known(reader)[0])
    items = [[replace(one, text=in_known_words(one.text, names)) for one in prompts] for prompts in items]
    targets = make_targets(reader, items, device)
    embeds, grounds = targets.embeds.clone(), torch.zeros(len(items), 3, side, side, device=device)
    means = make_wishes(embeds, targets.weights, torch.zeros(len(items)), 1.0).texts[:, 0]
    seeds = rng.at("proposal.ground").integers(high=2**31).tolist()
    atlas, readings = Atlas(reader), []
    for item, prompts in enumerate(items):
        reading, wanted = None, sum(prompt.weight > 0 for prompt in prompts)
        if (leader := _leader(prompts)) is not None:
            phrase = parse_phrase(plain(prompts[leader].text))
            text = means[item] if wanted == 1 else embeds[item, leader]
            read = _read(model, atlas, phrase, text, apart=not whole and style != ANY)
            if wanted == 1 or read.staged or read.count > 1:  # a thing by itself is best drawn of all that is said
                reading, embeds[item, leader] = read, read.thing
        if reading is None:
            reading = Reading(means[item], scenic=bool(model.sketch.speaks_of_place(means[item : item + 1])))
        if reading.view:
            grounds[item] = reading.view.picture(seeds[item], side).to(device)
        elif reading.place is not None:
            grounds[item] = model.sketch.ground(reading.place[None])[0]
        readings.append(reading)
    return Stage(
        embeds,
        targets.weights,
        pick_styles(model, readings, rng, style),
        grounds,
        tuple(one.staged for one in readings),
        tuple(one.high for one in readings),
        tuple(one.bare for one in readings),
        tuple(one.count for one in readings),
    )


@dataclass(frozen=True)
class Reading:
    """What one item's prompts tell."""

    thing: Tensor
    """[D]: the text, of a staged one the thing's, as it is best drawn."""
    scenic: bool = False
    """Whether it is to be drawn as a scene, in one piece."""
    staged: bool = False
    """Whether the thing stands before a ground."""
    bare: bool = False
    """Whether the ground is all there is."""
    high: bool = False
    count: int = 1
    view: View | None = None
    """The ground where it can be painted."""
    place: Tensor | None = None
    """[D]: what is said of it where it cannot."""


def pick_styles(model: Denoiser, readings: Sequence[Reading], rng: Rng, style: str) -> Tensor:
    """Return each item's style [B] int64; `auto` draws one of OBJECT_STYLES by seed, a scene for a place."""
    known, device = model.config.styles, next(model.parameters()).device
    if style not in (AUTO, ANY, *known):
        near = suggestion(style, known)
        raise SettingsError(f"style {style!r} does not exist{near}; there are {', '.join((AUTO, ANY, *known))}")
    if style == ANY:
        return torch.full((len(readings),), len(known), device=device)
    pool = [known.index(name) for name in OBJECT_STYLES if name in known] or [len(known)]
    drawn = torch.tensor(pool)[rng.at("proposal.style").integers(high=len(pool))].tolist()
    styles = []
    for reading, chosen in zip(readings, drawn, strict=True):
        if style == AUTO or (style == SCENE and reading.staged):  # what is staged is a thing, whatever it stands in
            styles.append(known.index(SCENE) if reading.scenic and SCENE in known else chosen)
        else:
            styles.append(known.index(style))
    return torch.tensor(styles, device=device)


def _leader(prompts: Sequence[Prompt]) -> int | None:
    """Return the prompt that pulls most; None where two do, or prompts take over from one another."""
    pulling = [prompt for prompt in prompts if prompt.weight > 0]
    most = max((prompt.weight for prompt in pulling), default=0.0)
    leaders = [index for index, prompt in enumerate(prompts) if prompt.weight == most > 0]
    return leaders[0] if len(leaders) == 1 and len({prompt.begins for prompt in pulling}) == 1 else None


def _read(model: Denoiser, atlas: Atlas, phrase: Phrase, text: Tensor, *, apart: bool) -> Reading:
    """Read a phrase whose whole text is embedded as `text`, things and places `apart` or together.

    What is said of a thing takes a small model away from what it knows, hence the mean with the thing by itself; and
    other words than those it knows do so, hence the mean with what it knows, unless that would wash a colour out.
    """
    reader = atlas.reader

    def embed(words: str) -> Tensor:
        return reader.encode_text([words])[0].to(text)

    def drawable(thing: Tensor, said: str = phrase.thing) -> Tensor:
        thing = F.normalize(thing + core, dim=0)
        return thing if phrase.is_coloured else towards_known(reader, thing, phrase.core, said)

    if (phrase.place or phrase.said or phrase.count > 1) and names_known(reader, text):
        return Reading(text)  # "a cityscape at dusk" is one thing
    core = embed(phrase.core)
    # What is nearer a thing than a place by itself is none, such as a haunted house.
    if model.sketch.speaks_of_place(core[None]) and atlas.nearness(core) >= nearness(reader, core) - ROUNDED:
        view = view_of(atlas, [phrase.core, *phrase.placings])
        if view or not apart:
            return Reading(text, scenic=True, staged=apart, bare=apart, view=view)
    if phrase.place:
        view, place = view_of(atlas, phrase.placings), embed(phrase.place)
        if view or model.sketch.place_odds(place[None]) > SURE:
            if not apart:
                return Reading(text, scenic=True)
            return Reading(
                drawable(embed(phrase.thing)), staged=True, high=phrase.high, count=phrase.count, view=view, place=place
            )
    if phrase.count > 1 and apart:
        return Reading(drawable(embed(phrase.thing)), count=phrase.count)
    return Reading(drawable(text, f"{phrase.thing} {phrase.place}") if phrase.count == 1 else text)
