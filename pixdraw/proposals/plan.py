"""What the built-in denoiser is asked for: things, how they are drawn, and the grounds that they stand before."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError, suggestion
from pixdraw.imaging.compositing import add_alpha
from pixdraw.imaging.files import resize
from pixdraw.interfaces import Perceptor
from pixdraw.models.diffusion.network import SCENE, Denoiser, arranged, before, stood
from pixdraw.models.diffusion.sampling import make_conditioning
from pixdraw.models.targets import make_targets
from pixdraw.proposals.concepts import known, names_known, nearness, towards_known
from pixdraw.proposals.language.reading import read
from pixdraw.proposals.language.scene import BESIDE, Scene, Thing
from pixdraw.proposals.language.thesaurus import drawn_names, in_known_words, known_noun
from pixdraw.proposals.layouts import LAYOUTS
from pixdraw.proposals.parts import Parts, parts_of, whole
from pixdraw.proposals.places import Atlas, View, view_of
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt

AUTO, ANY = "auto", "any"
ROUNDED = 1e-3
"""Names of places are known ones, too, and those are kept in half precision."""
OBJECT_STYLES = ("noto", "twemoji", "fluent-emoji-flat")
"""What `auto` chooses from for a thing: the coloured ones that it draws well."""
SURE = 15.0
"""Log odds from which on what cannot be painted is taken for a place all the same, such as a coloured background."""

HORIZON, LOW = 0.6, 0.82
"""Shares of the height: about where painted places have their horizon, and where it lies in what is cut out of them."""
ALOFT = 1 / 16
"""Share of the free height that is above several things up in a place; below those on its ground."""


@dataclass(frozen=True)
class Stage:
    """What each item is asked for: R things, each drawn as a picture of its own, put together to B pictures."""

    owners: tuple[int, ...]
    """[R]: the item that each thing belongs to, in order."""
    embeds: Tensor
    """[R, P, D]: the prompts, where a thing is staged or one of several the thing alone."""
    weights: Tensor
    """[R, P]."""
    styles: Tensor
    """[R] int64."""
    counts: tuple[int, ...]
    """[R]: so many of the thing."""
    layouts: tuple[str, ...]
    """[B]: how the things are set out."""
    grounds: Tensor
    """[B, 3, h, w] in [0, 1], the shorter side S: what staged things stand before."""
    staged: tuple[bool, ...]
    high: tuple[bool, ...]
    """Up in the place, not down on its ground."""
    bare: tuple[bool, ...]
    """A place with nothing in it."""
    things: tuple[Thing, ...] = ()
    """[R]: what each is, as it was read."""

    def whole(self, pictures: Tensor) -> Tensor:
        """Set things [R, 4, S, S] out, before their grounds: [B, 4, h, w], premultiplied, in [0, 1], differentiable."""
        things, rows = pictures.split(1), []
        for item, ground in enumerate(self.grounds.split(1)):
            mine = [row for row, owner in enumerate(self.owners) if owner == item]
            counts, picture = [self.counts[row] for row in mine], torch.cat([things[row] for row in mine])
            related = self.layouts[item] in LAYOUTS
            listed = len(mine) > 1 and self.staged[item] and not related  # small enough as they are
            if related:
                picture = LAYOUTS[self.layouts[item]](picture)
            elif sum(counts) > 1:
                picture = arranged(picture, counts, (ALOFT if self.high[item] else 1 - ALOFT) if listed else 0.5)
            if self.bare[item]:
                picture = add_alpha(ground) + 0 * picture.sum()
            elif listed:
                picture = before(_widened(picture, ground, 0.0 if self.high[item] else 1.0), ground)
            elif self.staged[item]:
                picture = stood(picture, ground, high=self.high[item])
            elif picture.shape[2:] != ground.shape[2:]:
                scene = float(picture.detach()[:, 3].amin()) == 1
                picture = (
                    add_alpha(_cut(picture[:, :3], *ground.shape[2:])) if scene else _widened(picture, ground, 0.5)
                )
            rows.append(picture)
        return torch.cat(rows)


def _widened(picture: Tensor, ground: Tensor, down: float) -> Tensor:
    """Put [1, 4, S, S] in the middle of a clear picture of the ground's shape, `down` its free height."""
    rows, columns = (long - short for long, short in zip(ground.shape[2:], picture.shape[2:], strict=True))
    above, left = round(down * rows), columns // 2
    return F.pad(picture, (left, columns - left, above, rows - above))


def _cut(picture: Tensor, rows: int, columns: int) -> Tensor:
    """Enlarge a square [1, 3, S, S] to fill rows and columns, and cut what is beyond them; horizons lie low then."""
    side = max(rows, columns)
    picture = resize(picture, side, side)
    top, left = max(round(HORIZON * side - LOW * rows), 0), (side - columns) // 2
    return picture[:, :, top : top + rows, left : left + columns]


def make_stage(
    model: Denoiser,
    reader: Perceptor,
    items: Sequence[Sequence[Prompt]],
    rng: Rng,
    style: str,
    *,
    whole: bool = False,
    shape: tuple[int, int] | None = None,
) -> Stage:
    """Read each item's prompts; the one that pulls most is staged where it can be, unless `whole` or the style is any.

    `shape` is the rows and columns of the whole pictures, the shorter the model's side; left out: both are.

    Of several things that it lists each is drawn by itself, from the item's own noise and in one style.

    Raises SettingsError for an unknown style.
    """
    device = next(model.parameters()).device
    apart, atlas, names = not whole and style != ANY, Atlas(reader), frozenset(known(reader)[0])
    told = [_parts(model, atlas, prompts, names, apart=apart) for prompts in items]
    owners = tuple(item for item, parts in enumerate(told) for _ in parts.things)
    rows = [(parts, thing) for parts in told for thing in parts.things]
    asked = [_row(items[owner], *row) for owner, row in zip(owners, rows, strict=True)]
    targets = make_targets(reader, asked, device)
    embeds, readings = targets.embeds.clone(), []
    means = make_conditioning(embeds, targets.weights, torch.zeros(len(rows)), 1.0).texts[:, 0]
    for row, (prompts, (parts, thing)) in enumerate(zip(asked, rows, strict=True)):
        reading, wanted = None, sum(prompt.weight > 0 for prompt in prompts)
        if (leader := _leader(prompts)) is not None:
            text = means[row] if wanted == 1 else embeds[row, leader]
            one = _read(model, atlas, thing, parts, text, apart=apart)
            # A thing by itself is best drawn of all that is said.
            if wanted == 1 or len(parts.things) > 1 or one.staged or one.count > 1:
                reading, embeds[row, leader] = one, one.thing
        if reading is None:
            reading = Reading(means[row], scenic=bool(model.sketch.speaks_of_place(means[row : row + 1])))
        readings.append(reading)
    things = [
        [reading for owner, reading in zip(owners, readings, strict=True) if owner == item]
        for item in range(len(items))
    ]
    places = [max(mine, key=lambda one: one.staged) for mine in things]
    return Stage(
        owners,
        embeds,
        targets.weights,
        pick_styles(model, readings, rng.rows(owners), style),
        tuple(one.count for one in readings),
        tuple(parts.layout for parts in told),
        _grounds(model, places, rng, *(shape or (model.config.side,) * 2)),
        tuple(one.staged for one in places),
        tuple(one.high for one in places),
        tuple(one.bare for one in places),
        tuple(thing for _, thing in rows),
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


def _grounds(model: Denoiser, places: Sequence[Reading], rng: Rng, rows: int, columns: int) -> Tensor:
    """Return what each item's things stand before, [B, 3, rows, columns]."""
    device, side = next(model.parameters()).device, max(rows, columns)
    grounds = torch.zeros(len(places), 3, rows, columns, device=device)
    seeds = rng.at("proposal.ground").integers(high=2**31).tolist()
    for item, (reading, seed) in enumerate(zip(places, seeds, strict=True)):
        if reading.view:
            grounds[item] = _cut(reading.view.picture(seed, side).to(device)[None], rows, columns)[0]
        elif reading.place is not None:
            grounds[item] = _cut(model.sketch.ground(reading.place[None]), rows, columns)[0]
    return grounds


def _parts(model: Denoiser, atlas: Atlas, prompts: Sequence[Prompt], names: Container[str], *, apart: bool) -> Parts:
    """Return the parts, in known words, of what an item's leader says; all that it says is one unless `apart`.

    What has a place among its things ("a forest and a river") is one thing, too.
    """
    leader = _leader(prompts)
    scene = read(prompts[leader].text) if leader is not None else Scene("", "")
    together = Parts(BESIDE, (_one(scene, names),), scene.places if scene.things else ())
    if not apart:
        return together
    parts = parts_of(scene, names)
    if len(parts.things) > 1 and any(
        _is_place(model, atlas, atlas.reader.encode_text([thing.core])[0]) for thing in parts.things
    ):
        return together
    return parts


def _one(scene: Scene, names: Container[str]) -> Thing:
    return in_known_words(scene.things[0], names) if len(scene.things) == 1 else whole(scene)


def _row(prompts: Sequence[Prompt], parts: Parts, thing: Thing) -> list[Prompt]:
    """Return an item's prompts, in the leader's stead what is said of one of its things and of their place."""
    leader = _leader(prompts)
    if leader is None or not thing.text:
        return list(prompts)
    text = " ".join((thing.text, *(place.text for place in parts.places)))
    return [replace(one, text=text) if index == leader else one for index, one in enumerate(prompts)]


def _leader(prompts: Sequence[Prompt]) -> int | None:
    """Return the prompt that pulls most; None where two do, or prompts take over from one another."""
    pulling = [prompt for prompt in prompts if prompt.weight > 0]
    most = max((prompt.weight for prompt in pulling), default=0.0)
    leaders = [index for index, prompt in enumerate(prompts) if prompt.weight == most > 0]
    return leaders[0] if len(leaders) == 1 and len({prompt.begins for prompt in pulling}) == 1 else None


def _read(model: Denoiser, atlas: Atlas, thing: Thing, parts: Parts, text: Tensor, *, apart: bool) -> Reading:
    """Say how a thing is drawn whose whole text is embedded as `text`, things and places `apart` or together.

    What is said of a thing takes a small model away from what it knows, hence the mean with the thing by itself; and
    other words than those it knows do so, hence the mean with what it knows, unless that would wash a colour out.
    """
    reader, placings = atlas.reader, [place.text for place in parts.places if place.is_known]
    place_said, high = " ".join(place.text for place in parts.places), any(place.is_high for place in parts.places)

    def embed(words: str) -> Tensor:
        return reader.encode_text([words])[0].to(text)

    def drawable(meant: Tensor, said: str = thing.text) -> Tensor:
        meant = F.normalize(meant + core, dim=0)
        return meant if thing.colours else towards_known(reader, meant, thing.core, said)

    is_long = bool(place_said or thing.said) or " " in known_noun(thing, drawn_names())
    if thing.count == 1 and is_long and names_known(reader, text):
        return Reading(text)  # "a cityscape at dusk" is one thing
    core = embed(thing.core)
    if _is_place(model, atlas, core):
        view = view_of(atlas, [thing.core, *placings])
        if view or not apart:
            return Reading(text, scenic=True, staged=apart, bare=apart, view=view)
    if placings:
        view, place = view_of(atlas, placings), embed(" ".join(placings))
        if view or model.sketch.place_odds(place[None]) > SURE:
            if not apart:
                return Reading(text, scenic=True)
            return Reading(
                drawable(embed(thing.text)), staged=True, high=high, count=thing.count, view=view, place=place
            )
    if thing.count > 1 and apart:
        return Reading(drawable(embed(thing.text)), count=thing.count)
    return Reading(drawable(text, f"{thing.text} {place_said}") if thing.count == 1 else text)


def _is_place(model: Denoiser, atlas: Atlas, core: Tensor) -> bool:
    """Return whether a text [D] tells of a place; what is nearer a thing, such as a haunted house, is none."""
    if not model.sketch.speaks_of_place(core[None]):
        return False
    return atlas.nearness(core) >= nearness(atlas.reader, core) - ROUNDED
