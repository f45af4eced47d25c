"""People of one role differ from seed to seed in what the role and the prompt leave open."""

from __future__ import annotations

import torch

from pixdraw.models.sprites.attire import Attire
from pixdraw.proposals import wardrobe
from pixdraw.proposals.figures import figure_of
from pixdraw.proposals.individuals import DARK_BEARD, DARK_SKINS, SOFT
from pixdraw.proposals.language.reading import read
from pixdraw.rng import Rng

DRAWN = frozenset(("man", "princess", "knight"))


def attires(prompt: str, count: int = 24) -> list[Attire]:
    (thing,) = read(prompt).things
    found = [figure_of(thing, DRAWN, Rng((seed,))) for seed in range(count)]
    return [one.attire for one in found if one is not None]


def colours(several: list[Attire], part: str) -> set[tuple[float, ...] | None]:
    found = [getattr(one, part) for one in several]
    return {None if one is None else tuple(one.tolist()) for one in found}


def wearing(several: list[Attire], piece: str) -> int:
    rows = wardrobe.piece(piece).rows
    return sum(rows in [one.rows for one in attire.pieces] for attire in several)


def test_seeds_have_other_hair_skin_clothes_and_beards() -> None:
    for prompt in ("a man", "a farmer", "a woman"):
        found = attires(prompt)
        assert min(len(colours(found, part)) for part in ("skin", "clothes", "hair")) >= 3
    assert 0 < wearing(attires("a man"), "beard") < 20 and 0 < wearing(attires("a woman"), "ponytail") < 20


def test_the_same_seed_is_the_same_person() -> None:
    for one, other in zip(attires("a guard", 4), attires("a guard", 4), strict=True):
        assert one.pieces == other.pieces and (one.skin is None) == (other.skin is None)


def test_what_is_said_is_that_of_every_seed() -> None:
    assert colours(attires("a man with blond hair"), "hair") == {tuple(wardrobe.colour("blond").tolist())}
    assert colours(attires("a woman in a green dress"), "clothes") == {tuple(wardrobe.colour("green").tolist())}
    assert colours(attires("a red knight"), "clothes") == {tuple(wardrobe.colour("red").tolist())}
    assert wearing(attires("a man with a beard"), "beard") == 24


def test_no_beard_grows_where_there_can_be_none() -> None:
    for prompt in ("a boy", "a woman", "a ninja", "an elf", "a clean-shaven man"):
        assert not any(wearing(attires(prompt), one) for one in ("beard", "goatee", "mustache")), prompt


def test_hair_and_beard_are_of_one_colour() -> None:
    full, small = (wardrobe.piece(name).rows for name in ("beard", "goatee"))
    dark = [wardrobe.colour(name) for name in DARK_SKINS]
    for one in attires("a king"):
        assert one.hair is not None
        is_dark = one.skin is not None and any(torch.equal(one.skin, skin) for skin in dark)
        beard = next(piece for piece in one.pieces if piece.rows == (small if is_dark else full))
        if is_dark:
            assert torch.allclose(torch.tensor(beard.inks["2"]), wardrobe.colour(DARK_BEARD))
            continue
        is_black = torch.equal(one.hair, wardrobe.colour("black"))
        colour = wardrobe.colour(SOFT) if is_black else one.hair
        assert torch.allclose(torch.tensor(beard.inks["2"]), colour)


def test_without_a_seed_a_figure_is_as_its_role_says() -> None:
    (thing,) = read("a man").things
    found = figure_of(thing, DRAWN)
    assert found is not None and found.attire.hair is None and not found.attire.pieces
