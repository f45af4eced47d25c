"""Scenes as pictures of palette entries: their things drawn by the sprite generator and arranged cell by cell."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.cells import enlarge
from pixdraw.imaging.colour import own_colours
from pixdraw.imaging.compositing import mix
from pixdraw.imaging.strays import without_strays
from pixdraw.interfaces import Perceptor
from pixdraw.models.sprites.autoencoder import SIDE
from pixdraw.models.sprites.choices import certain, in_colours
from pixdraw.models.sprites.finishing import ALL, finished
from pixdraw.models.sprites.generator import Judge, Part, SpriteGenerator, SpriteRecipe, entries_of
from pixdraw.proposals.addons import addons_of, adorned, side_beside, where_beside, without_addons
from pixdraw.proposals.arrangement import Frame, arranged, side_by_side, sides
from pixdraw.proposals.figures import figure_of
from pixdraw.proposals.laying import squared, touched
from pixdraw.proposals.materials import finishes_of, unfinished
from pixdraw.proposals.places import Atlas
from pixdraw.proposals.planning import Plan, all_of, newcomer, plan_of
from pixdraw.proposals.ruled.body import Addon
from pixdraw.proposals.ruled.known import Ruled, drawn, painter_of, shown_by
from pixdraw.proposals.subjects import subjects_of
from pixdraw.rng import Rng, Seed
from pixdraw.text.scene import BESIDE, HOLDING, Scene, Thing

MOST = 64
"""Maximum number of cells on the shorter side; in larger grids several cells are drawn as one."""
FINE = 128
"""Cells on the shorter side of the start of drawers without cells, so that outlines look smooth."""
GROUNDS = (1.0, 0.5)
"""Greys behind the candidates among which the perceptor chooses."""
GROUND_COLOURS, TILE_COLOURS = 10, 20
"""Maximum number of colours of a place, and of a tile where no other number is asked for."""


@dataclass(frozen=True)
class Wanted:
    """How pictures of cells are drawn: rows and columns, colours, and the recipe of sprites."""

    rows: int = 32
    columns: int = 32
    recipe: SpriteRecipe = SpriteRecipe()
    palette: Tensor | None = None
    """[P, 3] in [0, 1]: the only colours, or None for the generator's."""
    most: int = MOST
    start: Tensor | None = None
    """[1, 3 or 4, H, W] in [0, 1]: the picture that every item varies; its prompt is then drawn as one thing."""
    strength: float = 1.0
    """How far the pictures may differ from it, above 0 to 1."""
    anew: Tensor | None = None
    """[1 or B, 1, H, W] bool: the part of `start` that is drawn, to suit the rest of it; None for all of it."""

    @property
    def has_painters(self) -> bool:
        """Whether rules draw the things that they can draw: not in a start, and in no manner that is asked for."""
        return self.start is None and self.recipe.manner is None


@torch.no_grad()
def draw_cells(
    generator: SpriteGenerator,
    reader: Perceptor,
    scenes: Sequence[Scene],
    rng: Rng,
    wanted: Wanted,
    judge: Judge | None = None,
) -> Tensor:
    """Return pictures [B, 4, rows, columns] in [0, 1], straight alpha of 0 or 1, one of each scene.

    Items are drawn one by one, so that a batch equals single runs to the bit, unless the recipe shares the colours.
    """
    short = min(wanted.rows, wanted.columns)
    times = -(-short // wanted.most)
    shape = (-(-wanted.rows // times), -(-wanted.columns // times))
    atlas, planned = Atlas(reader), list[tuple[Plan, list[Tensor]]]()
    if wanted.start is not None:
        anew = None if wanted.anew is None else touched(wanted.anew.cpu(), SIDE)
        wanted = replace(wanted, start=squared(wanted.start.cpu(), SIDE), anew=anew)
    for item, scene in enumerate(scenes):
        if wanted.start is None:
            plan = plan_of(scene, generator.nouns, atlas, rng.item(item), shape)
        else:
            thing = all_of(scene) if wanted.anew is None else newcomer(scene)
            plan = Plan((thing,), (1,), BESIDE, Frame(max(shape), max(shape)), None)
        planned.append((plan, _likely(generator, reader, plan, rng.item(item), _of_item(wanted, item), judge)))
    colours = generator.colours if wanted.palette is None else wanted.palette.to(generator.colours)
    entries = _decided(generator, planned, colours, wanted)
    if wanted.palette is None and not wanted.recipe.shared:
        exact = [_exact(plan, rng.item(item), wanted) for item, (plan, _) in enumerate(planned)]
        entries, colours = _in_own_colours(exact, entries, colours, wanted.recipe.palette_size)
    pictures = _middle(in_colours(torch.stack(entries), colours), *shape)
    return enlarge(pictures, times)[:, :, : wanted.rows, : wanted.columns]


def _of_item(wanted: Wanted, item: int) -> Wanted:
    """Return what is wanted of one item, where each has a part of its own to draw."""
    several = wanted.anew is not None and len(wanted.anew) > 1
    return replace(wanted, anew=wanted.anew[item : item + 1]) if several and wanted.anew is not None else wanted


def _middle(pictures: Tensor, rows: int, columns: int) -> Tensor:
    """Return the middle of pictures [B, 4, h, w], which have a square of it where they vary a start."""
    top, left = (pictures.shape[2] - rows) // 2, (pictures.shape[3] - columns) // 2
    return pictures[:, :, top : top + rows, left : left + columns]


def judge_of(reader: Perceptor) -> Judge:
    """Return a scoring function for candidates: the sum of the cosine similarities with the text, on white and on grey
    backgrounds.
    """

    def judge(pictures: Tensor, text: str) -> Tensor:
        side = reader.image_size
        large = F.interpolate(pictures, (side, side), mode="nearest-exact")
        wanted = reader.encode_text([text])[0]
        views = [mix(large[:, :3], large[:, 3:], one) for one in GROUNDS]
        return torch.stack([reader.encode_image(view) @ wanted for view in views]).sum(0)

    return judge


def _chance_of_rules(rng: Rng) -> Seed:
    """Return the seed of what rules draw."""
    return rng.seed_at("sprites.ruled")


def _likely(
    generator: SpriteGenerator, reader: Perceptor, plan: Plan, rng: Rng, wanted: Wanted, judge: Judge | None
) -> list[Tensor]:
    """Return the log-probabilities of the cells for each object of a picture; with `wanted.start` they are SIDE x SIDE
    cells.
    """
    if not plan.things:
        return []
    nouns = generator.nouns if wanted.start is None else ()
    things = [
        one if wanted.start is not None or figure_of(one, nouns) else unfinished(one, generator.learned)
        for one in plan.things
    ]
    painters = [painter_of(one) if wanted.has_painters else None for one in plan.things]
    addons = [_addons(thing, painter, nouns) for thing, painter in zip(plan.things, painters, strict=True)]
    things = [without_addons(thing, added) for thing, added in zip(things, addons, strict=True)]
    sizes = sides(plan.layout, plan.counts, plan.frame, plan.sizes)
    ruled = [painter for painter in painters if painter]
    if len(ruled) == len(painters) and not plan.frame.placed and plan.layout == BESIDE and plan.counts == (1, 1):
        seed = _chance_of_rules(rng)
        boxes = [_box(drawn(thing, painter, seed, SIDE)) for thing, painter in zip(plan.things, ruled, strict=True)]
        sizes = side_by_side(sizes, boxes, plan.frame)
    if plan.layout == HOLDING and figure_of(things[0], nouns):
        sizes[0] = plan.frame.side  # art of 16 by 16 is not drawn seven eighths as large
    inner = [side_beside(added, side) for added, side in zip(addons, sizes, strict=True)]
    recipes = [replace(wanted.recipe, size=side) for side in inner]
    part = None
    if wanted.start is not None:
        whole = torch.ones(1, SIDE, SIDE, dtype=torch.bool)
        part = Part(wanted.start, whole if wanted.anew is None else wanted.anew, wanted.strength)
    learned = [thing for thing, painter in zip(things, painters, strict=True) if painter is None]
    subjects = iter(subjects_of(learned, reader, generator.names, nouns, rng))
    odds = [
        generator.likely(next(subjects), rng, recipe, wanted=wanted.palette, judge=judge, part=part)
        if painter is None
        else _by_rules(generator, thing, painter, rng, recipe.size)
        for thing, painter, recipe in zip(plan.things, painters, recipes, strict=True)
    ]
    return [_with_addons(generator, *one) if one[1] else one[0] for one in zip(odds, addons, sizes, strict=True)]


def _box(picture: Tensor) -> tuple[float, float]:
    """Return the shares of the height and width of a picture [4, S, S] that what it shows takes."""
    seen = picture[3] > 0
    used = [seen.any(dim).nonzero()[:, 0] for dim in (1, 0)]
    high, wide = (float(places.max() + 1 - places.min()) / len(seen) for places in used)
    return high, wide


def _addons(thing: Thing, painter: Ruled | None, nouns: Container[str]) -> tuple[Addon, ...]:
    """Return what is laid on the picture of a thing: nothing on a figure, which wears it, and nothing twice."""
    if not nouns or figure_of(thing, nouns):
        return ()
    return addons_of(thing, frozenset() if painter is None else shown_by(thing, painter))


def _with_addons(generator: SpriteGenerator, odds: Tensor, addons: tuple[Addon, ...], side: int) -> Tensor:
    """Return the log-probabilities [side, side, 256] of a thing, drawn smaller, with its add-ons."""
    clear = certain(torch.zeros(side, side, dtype=torch.long), odds.shape[-1])
    left, _, above, _ = where_beside(addons, len(odds), side)
    clear[above : above + len(odds), left : left + len(odds)] = odds
    picture = in_colours(clear.argmax(-1)[None], generator.colours)[0]
    whole = adorned(picture, addons)
    added = certain(entries_of(whole[None], generator.colours)[0], odds.shape[-1])
    return torch.where((whole != picture).any(0)[..., None], added, clear)


def _by_rules(generator: SpriteGenerator, thing: Thing, painter: Ruled, rng: Rng, side: int) -> Tensor:
    """Return the log-probabilities [side, side, 256] of the cells of a thing that is drawn by rules; its outline stays
    bare.
    """
    picture, inside = (drawn(thing, painter, _chance_of_rules(rng), side, outline=one) for one in (True, False))
    plain = odds = certain(entries_of(picture[None], generator.colours)[0], len(generator.colours) + 1)
    for finish in finishes_of(thing):
        if finish.where != ALL:
            odds = finished(odds, generator.colours, finish, rng)
    return torch.where(inside[3, ..., None] > 0, odds, plain)


def _decided(
    generator: SpriteGenerator, drawn: Sequence[tuple[Plan, list[Tensor]]], colours: Tensor, wanted: Wanted
) -> list[Tensor]:
    """Return the entries [rows, columns] of each picture; with `wanted.recipe.shared` all share their colours."""
    groups = [drawn] if wanted.recipe.shared else [[one] for one in drawn]
    return [entries for group in groups for entries in _decided_together(generator, group, colours, wanted)]


def _decided_together(
    generator: SpriteGenerator, drawn: Sequence[tuple[Plan, list[Tensor]]], colours: Tensor, wanted: Wanted
) -> list[Tensor]:
    """Return the entries [rows, columns] of pictures that share their colours, those of their grounds among them."""
    grounds = [plan.ground for plan, _ in drawn if plan.ground is not None]
    most = left = wanted.recipe.palette_size
    few = GROUND_COLOURS
    if most is not None and grounds:
        by_rules = any(painter_of(thing) for plan, _ in drawn for thing in plan.things)  # of parts of several colours
        left = max(most - min(GROUND_COLOURS, most // (3 if by_rules else 2)), 1)
        few = max(most - left, 1)
    odds = [one for _, things in drawn for one in things]
    decided = iter(generator.decide(odds, colours, left) if odds else [])
    pictures = [
        arranged([next(decided) for _ in things], plan.layout, plan.counts, plan.frame, plan.sizes)
        for plan, things in drawn
    ]
    if wanted.start is None:  # what stays of a start is left as it is
        pictures = [without_strays(one, colours) for one in pictures]
    if not grounds:
        return pictures
    own = own_colours(torch.cat(grounds, 2), few)[0]
    return [
        picture if plan.ground is None else torch.where(picture > 0, picture, flat(plan.ground, own, colours))
        for picture, (plan, _) in zip(pictures, drawn, strict=True)
    ]


def _exact(plan: Plan, rng: Rng, wanted: Wanted) -> Tensor | None:
    """Return a picture [1, 4, rows, columns] that rules drew, in its exact colours; None for others."""
    if plan.is_exact and plan.ground is not None:
        return torch.cat([plan.ground, torch.ones_like(plan.ground[:, :1])], 1)
    painter = plan.painter if wanted.has_painters else None
    if painter is None or any(finish.where != ALL for finish in finishes_of(plan.things[0])):
        return None
    side, thing = plan.frame.side, plan.things[0]
    addons = addons_of(thing, shown_by(thing, painter))
    inner = side_beside(addons, side)
    picture = drawn(thing, painter, _chance_of_rules(rng), inner)
    picture = adorned(F.pad(picture, where_beside(addons, inner, side)), addons)
    free, spare = plan.frame.rows - side, plan.frame.columns - side
    return F.pad(picture[None], (spare // 2, spare - spare // 2, free // 2, free - free // 2))


def _in_own_colours(
    exact: Sequence[Tensor | None], entries: Sequence[Tensor], colours: Tensor, most: int | None
) -> tuple[list[Tensor], Tensor]:
    """Return the entries of pictures, those that rules drew in their own colours, and `colours` [P, 3] with these."""
    out = []
    for picture, decided in zip(exact, entries, strict=True):
        if picture is None:
            out.append(decided)
            continue
        own = own_colours(picture[:, :3], most or TILE_COLOURS, picture[:, 3:])[0].unique(dim=0)
        found = torch.where(picture[0, 3] > 0, flat(picture[:, :3], own, own), 0)
        found = without_strays(found, own)
        out.append(torch.where(found > 0, found + len(colours), 0))
        colours = torch.cat([colours, own])
    return out, colours


def flat(picture: Tensor, own: Tensor, colours: Tensor) -> Tensor:
    """Return a picture [1, 3, h, w] as entries [h, w] of a palette `colours` [P, 3].

    Each pixel first takes the nearest of the picture's `own` colours [F, 3], so that areas are flat.
    """
    opaque = torch.cat([picture, torch.ones_like(picture[:, :1])], 1)
    few = entries_of(opaque, own) - 1
    nearest = entries_of(torch.cat([own.T[None, :, None], torch.ones(1, 1, 1, len(own))], 1), colours)[0, 0]
    return nearest[few[0]]
