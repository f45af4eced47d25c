"""The tables of kinds: each name leads to its kind, each kind draws, and what befalls a thing shows."""

from dataclasses import replace
from types import ModuleType

import pytest
import torch
from torch import Tensor

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled import carts, flight, houses, machines, road, ships, shops, temples, works
from pixdraw.proposals.ruled.easel import Easel
from pixdraw.proposals.ruled.kinds import Kind
from pixdraw.proposals.ruled.known import Ruled, counted, drawn, painter_of
from pixdraw.proposals.ruled.look import look_of
from pixdraw.proposals.ruled.stamps import lettered, written
from pixdraw.proposals.ruled.tables import MODULES, THINGS, kinds
from pixdraw.text.scene import Thing


def thing(name: str, said: str = "") -> Thing:
    return Thing(name, name, f"{name} {said}".strip())


def picture(text: str, seed: int = 1, side: int = 32) -> Tensor:
    one = read(text).things[0]
    ruled = painter_of(one)
    assert ruled is not None
    return drawn(one, ruled, seed, side)


def names(kind: Kind) -> list[str]:
    return [name.strip() for name in kind.names.split(",")]


def test_no_two_kinds_have_a_name_in_common() -> None:
    all_names = [name for kind in kinds().values() if not kind.needs for name in names(kind)]
    assert sorted(all_names) == sorted(set(all_names))
    assert len(kinds()) == sum(len(module.KINDS) for module in MODULES)


def test_each_name_leads_to_its_kind() -> None:
    for kind in kinds().values():
        for name in names(kind):
            found = painter_of(thing(name, kind.needs.partition(",")[0]))
            assert found is not None and found.name == kind.name, name


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_each_kind_fills_enough_of_its_square_in_whole_cells(module: ModuleType) -> None:
    for kind in module.KINDS:
        easel = Easel(16)
        kind.paint(easel, look_of(thing(kind.name, kind.needs.partition(",")[0]), 1))
        one = easel.picture()
        assert one.min() >= 0 and one.max() <= 1 and set(one[..., 3].flat) <= {0.0, 1.0}, kind.name
        assert one[..., 3].mean() > 0.04, kind.name


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_thing_is_drawn_whole_and_clear_around(module: ModuleType) -> None:
    kind = module.KINDS[0]
    one = drawn(thing(kind.name), Ruled(kind.name, kind.paint), 1, 20)
    assert one.amin() >= 0 and one.amax() <= 1 and set(one[3].unique().tolist()) == {0.0, 1.0}
    assert 0.04 < float(one[3].mean()) < 0.99


@pytest.mark.parametrize("kind", [houses.KINDS[0], shops.KINDS[0], temples.KINDS[1], road.KINDS[0], carts.KINDS[0],
                                  machines.KINDS[0], ships.KINDS[0], flight.KINDS[0], works.KINDS[0]],
                         ids=lambda kind: kind.name)  # fmt: skip
def test_seeds_differ_in_shape_or_colour(kind: Kind) -> None:
    ruled = painter_of(thing(kind.name))
    assert ruled is not None
    first, *others = (drawn(thing(kind.name), ruled, seed, 24) for seed in range(4))
    assert not any(torch.equal(first, other) for other in others)


@pytest.mark.parametrize(
    "text",
    ["a car key", "a house key", "a toy car", "a rocket launcher", "a space station wallpaper",
     "a school bag", "a train conductor", "a bank robber", "a temple guardian", "a tank top", "a bus driver"],
)  # fmt: skip
def test_names_that_mean_something_else_are_no_buildings_or_vehicles(text: str) -> None:
    found = painter_of(read(text).things[0])
    built = {kind.name for module in MODULES if module not in THINGS for kind in module.KINDS}
    assert found is None or found.name not in built


def test_torn_sails_are_torn_and_whole_ones_are_left_to_the_other_painter() -> None:
    torn, whole = (painter_of(read(text).things[0]) for text in ("pirate ship with torn sails", "a pirate ship"))
    assert torn is not None and torn.name == "pirate ship" and whole is not None and whole.name == "ship"


def share(one: Tensor, where: Tensor) -> float:
    return float((where & (one[3] > 0)).float().mean())


def test_what_burns_has_flames_and_what_is_in_ruins_has_lost_a_corner() -> None:
    plain, burning, ruined = (picture(text) for text in ("a bakery", "a burning bakery", "a ruined bakery"))
    hot = [(one[0] > 0.8) & (one[1] > 0.3) & (one[1] < 0.8) & (one[2] < 0.3) for one in (plain, burning)]
    assert share(burning, hot[1]) > share(plain, hot[0]) + 0.02
    assert float(ruined[3, :16, 16:].mean()) < 0.7 * float(plain[3, :16, 16:].mean())


def test_snow_lies_on_top() -> None:
    plain, snowed = (picture(f"a clock tower{said}") for said in ("", " covered in snow"))
    assert float(snowed[:3, :12].mean()) > float(plain[:3, :12].mean()) + 0.03


def test_several_stones_are_one_drawing() -> None:
    assert counted(read("ruins").things[0]).count == 1
    assert counted(replace(read("two temples").things[0])).count == 2


def test_letters_are_upright_however_the_thing_stands() -> None:
    look, easel, turned = look_of(thing("bank"), 1), Easel(32), Easel(32)
    turned.x = 32 - turned.x
    for one in (easel, turned):
        lettered(one, look, "CAFE", 16, 16)
    assert (easel.seen == turned.seen).mean() > 0.9
    first = ["".join("#" if cell else "." for cell in row) for row in turned.seen]
    assert any(written("CAFE")[0] in row for row in first)
    small = Easel(16)
    lettered(small, look, "CAFE", 16, 16)
    assert small.seen.any()
