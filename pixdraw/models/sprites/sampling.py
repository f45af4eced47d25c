"""Sprites cell by cell: unknown patches are filled in a few rounds, the surest first, from the allowed colours only."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.imaging.colour import nearest_index
from pixdraw.models.sprites.network import COLOURS, ENTRIES, PATCH, SCALES, UNKNOWN, Condition, SpriteNetwork
from pixdraw.rng import Rng

SURE = math.log(0.8)
"""Log odds from which on a cell may be unlike all its neighbours, such as an eye."""


@dataclass(frozen=True)
class SpriteRecipe:
    """How sprites are sampled."""

    steps: int = 8
    """Rounds; in each the surest patches are kept."""
    guidance: float = 1.5
    """How strongly the text pulls: 1 as learned, more is plainer (Ho & Salimans 2022, arXiv 2207.12598)."""
    chance: float = 1.0
    """How much chance decides which patches are kept first; with 0 all seeds give the same sprite."""
    palette_size: int | None = 20
    """At most so many colours a sprite, or None for as many as come."""


@torch.no_grad()
def draw_sprites(
    network: SpriteNetwork,
    text: Tensor,
    rng: Rng,
    recipe: SpriteRecipe,
    *,
    manner: Tensor | None = None,
    scale: Tensor | None = None,
    colours: Tensor | None = None,
    palette: Tensor | None = None,
    known: Tensor | None = None,
) -> Tensor:
    """Return entries [B, S, S] int64 of texts [B, text_dim]: 0 is clear, k the colour k - 1 of the palette.

    `palette` [P, 3] in [0, 1] replaces the network's own. `known` [B, S, S] holds entries of the network's palette to
    keep, and UNKNOWN where cells are to be drawn: so a part is drawn anew. `manner`, `scale` and `colours` are as
    `SpriteNetwork.ask` takes them. Items are drawn one by one, so that a batch equals single runs to the bit.
    """
    count, config = len(text), network.config
    manner = torch.full((count,), len(config.manners)) if manner is None else manner
    scale = torch.full((count,), SCALES) if scale is None else scale
    colours = torch.zeros(count, len(COLOURS) + 1) if colours is None else colours
    known = torch.full((count, config.side, config.side), UNKNOWN) if known is None else known
    group = groups(network.palette, palette)
    rows = []
    for item in range(count):
        one = slice(item, item + 1)
        condition = _with_and_without(network, text[one], manner[one], scale[one], colours[one])
        rows.append(_fill(network, condition, known[one], rng.item(item), recipe, group, int(scale[item]) == 1))
    return torch.cat(rows)


def redraw(known: Tensor, mask: Tensor) -> Tensor:
    """Return the entries [B, S, S] with those where `mask` is true UNKNOWN, whole patches of 4 by 4 cells at a time."""
    touched = F.max_pool2d(mask[:, None].float(), PATCH)[:, 0] > 0
    return torch.where(_in_cells(touched), UNKNOWN, known)


def groups(own: Tensor, palette: Tensor | None) -> Tensor:
    """Return for each of the network's ENTRIES the number of the wanted palette's entry that is nearest to it."""
    if palette is None:
        return torch.arange(ENTRIES)
    nearest = nearest_index(own.T[None], palette.T[None].transpose(1, 2))[0] + 1
    return torch.cat([torch.zeros(1, dtype=torch.long), nearest])


def in_colours(entries: Tensor, palette: Tensor) -> Tensor:
    """Entries [B, S, S] of a palette [P, 3] → pictures [B, 4, S, S] in [0, 1], straight alpha."""
    table = torch.cat([F.pad(palette.new_zeros(1, 3), (0, 1)), F.pad(palette, (0, 1), value=1.0)])
    return table[entries].permute(0, 3, 1, 2)


def _with_and_without(
    network: SpriteNetwork, text: Tensor, manner: Tensor, scale: Tensor, colours: Tensor
) -> Condition:
    """Return the condition of one item in row 0, and that of nothing asked for in row 1."""
    nothing, any_manner = torch.zeros_like(text), torch.full_like(manner, len(network.config.manners))
    return network.ask(
        torch.cat([text, nothing]),
        torch.cat([manner, any_manner]),
        torch.cat([scale, torch.full_like(scale, SCALES)]),
        torch.cat([colours, torch.zeros_like(colours)]),
        torch.tensor([1.0, 0.0]),
    )


def _fill(
    network: SpriteNetwork,
    condition: Condition,
    known: Tensor,
    rng: Rng,
    recipe: SpriteRecipe,
    group: Tensor,
    doubled: bool,
) -> Tensor:
    """Return one sprite [1, S, S] of entries of the wanted palette; of `doubled` art two by two cells are one."""
    cells, high = known.clone(), network.config.side // PATCH
    given = known != UNKNOWN
    shown, stands_for = group[known.clamp(max=ENTRIES - 1)], _stand_ins(group)
    allowed: Tensor | None = None
    for step in range(recipe.steps):
        asked, free = network(cells.expand(2, -1, -1), condition)
        odds = _grouped((free + recipe.guidance * (asked - free)).log_softmax(-1), group)
        odds = _in_twos(odds) if doubled else odds
        if allowed is None:
            allowed = _most_used(odds, recipe.palette_size, set(shown[given].tolist()))
        odds = odds.masked_fill(~allowed, -math.inf).log_softmax(-1)
        sure, choice = odds.max(-1)
        choice = choice if doubled else _as_neighbours(odds, choice)
        chance = rng.at("sprites.order", step).uniform(high, high)
        left = 1 - (step + 1) / recipe.steps
        score = F.avg_pool2d(sure[None, None], PATCH)[:, 0] + recipe.chance * left * chance
        open_patches = F.max_pool2d((cells == UNKNOWN)[:, None].float(), PATCH)[:, 0] > 0
        keep = round(int(open_patches.sum()) * _share(step, recipe.steps))
        best = score.masked_fill(~open_patches, -math.inf).flatten().topk(keep).indices
        now = torch.zeros(high * high, dtype=torch.bool).index_fill(0, best, True).view(1, high, high)
        fresh = _in_cells(now) & (cells == UNKNOWN)
        cells = torch.where(fresh, stands_for[choice], cells)
        shown = torch.where(fresh, choice, shown)
    return torch.where(given, shown, _without_specks(shown))


def _share(step: int, steps: int) -> float:
    """Share of the patches still open that this round keeps: few at first, all at last (MaskGIT's cosine)."""
    before, after = (math.cos(number / steps * math.pi / 2) for number in (step, step + 1))
    return 1.0 if step == steps - 1 else 1 - after / before


def _stand_ins(group: Tensor) -> Tensor:
    """Return for each wanted colour the first entry of the network's that means it."""
    first = torch.zeros(int(group.max()) + 1, dtype=torch.long)
    for entry in reversed(range(len(group))):
        first[group[entry]] = entry
    return first


def _grouped(odds: Tensor, group: Tensor) -> Tensor:
    """Log odds [S, S, ENTRIES] → [S, S, P + 1]: of each wanted colour, the sum of what means it."""
    out = odds.new_zeros(*odds.shape[:-1], int(group.max()) + 1)
    return out.index_add_(-1, group, odds.exp()).clamp(min=1e-30).log()


def _most_used(odds: Tensor, count: int | None, given: set[int]) -> Tensor:
    """Return which entries a sprite may use: no colour, those `given`, and the likeliest up to `count` colours."""
    allowed = torch.ones(odds.shape[-1], dtype=torch.bool)
    if count is None or count >= len(allowed) - 1:
        return allowed
    winners = F.one_hot(odds.argmax(-1), len(allowed)).float() + 0.3 * odds.exp()
    shares = winners.sum((0, 1))
    shares[[0, *given]] = math.inf
    allowed[:] = False
    allowed[shares.topk(min(max(count + 1, len(given | {0})), len(allowed))).indices] = True
    return allowed


def _in_twos(odds: Tensor) -> Tensor:
    """Give two by two cells [S, S, E] the mean of their log odds."""
    mean = F.avg_pool2d(odds.permute(2, 0, 1)[None], 2)[0].permute(1, 2, 0)
    return mean.repeat_interleave(2, 0).repeat_interleave(2, 1)


def _as_neighbours(odds: Tensor, choice: Tensor) -> Tensor:
    """Let cells [S, S] that are unlike all around them, and unsure, be the likeliest of what is around them."""
    side = len(choice)
    wide = F.pad(choice[None].float(), (1, 1, 1, 1), mode="replicate")[0].long()
    shifts = [(top, left) for top in range(3) for left in range(3) if (top, left) != (1, 1)]
    around = torch.stack([wide[top : top + side, left : left + side] for top, left in shifts], -1)
    alone = (around != choice[..., None]).all(-1) & (odds.amax(-1) < SURE)
    best = around.gather(-1, odds.gather(-1, around).argmax(-1, keepdim=True))[..., 0]
    return torch.where(alone, best, choice)


def _without_specks(entries: Tensor) -> Tensor:
    """Clear cells with nothing around them; fill clear single cells with what is left of, or above them."""
    solid = (entries > 0).float()[:, None]
    around = F.avg_pool2d(solid, 3, 1, 1)[:, 0] * 9 - solid[:, 0]
    entries = torch.where((solid[:, 0] > 0) & (around < 0.5), 0, entries)
    hole = (solid[:, 0] == 0) & (around > 7.5)
    return torch.where(hole, entries.roll(1, 2), entries)


def _in_cells(patches: Tensor) -> Tensor:
    """[B, h, h] → [B, S, S]."""
    return patches.repeat_interleave(PATCH, 1).repeat_interleave(PATCH, 2)
