"""What viewers said of drawings decides which kinds of art are taken."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from tests.sprite_generators import small_generator
from training import drawings


def test_ratings_are_read_by_sheet_and_number(tmp_path: Path) -> None:
    key = [(f"name {number}", "set", 1, 0) for number in range(drawings.A_SHEET + 2)]
    (tmp_path / "key.json").write_text(json.dumps(key), encoding="utf-8")
    (tmp_path / "ratings-a.txt").write_text("01|0: 2 3|2: 1\n", encoding="utf-8")
    (tmp_path / "ratings-b.txt").write_text("a remark\n02|0:|2: 2\n", encoding="utf-8")
    rated = {name: rating for name, *_, rating in drawings.read_ratings(tmp_path)}
    assert len(rated) == len(key)
    assert [rated[f"name {number}"] for number in (0, 1, 2, 3, drawings.A_SHEET, drawings.A_SHEET + 1)] == [
        2, 0, 0, 1, 1, 2
    ]  # fmt: skip


def test_only_good_drawings_are_taken_where_there_are_any_and_bad_ones_never(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = small_generator()
    manner = generator.manners[0]
    kinds = tuple(((0, 0, 1.0), (0, 1, 1.0), (1, 0, 0.1), (1, 1, 0.1)) for _ in generator.names)
    tiles = dict.fromkeys(generator.names[:2], ((0, 0, 0.1),))
    first, second, third, _ = generator.names
    rated_by_eye = {
        (first, manner, 1, False): 0,
        (first, manner, 2, False): 1,
        (first, generator.manners[1], 2, False): 1,
        (third, generator.manners[1], 1, False): 2,
        (first, manner, 1, True): 2,
        (second, manner, 1, True): 0,
    }
    monkeypatch.setattr("training.ratings.table", lambda file: rated_by_eye)
    rated = drawings.as_rated(replace(generator, kinds=kinds, tiles=tiles))
    assert rated.kinds[0] == ((0, 1, 0.3), (1, 0, 0.1))
    assert rated.kinds[1] == kinds[1]
    assert rated.kinds[2] == ((1, 0, 0.5),)
    assert rated.tiles == {first: ((0, 0, 0.5),)}


def test_a_good_drawing_is_seldom_taken_beside_a_better_one(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = small_generator()
    one, other = generator.manners[:2]
    kinds = tuple(((0, 0, 1.0), (1, 0, 1.0)) for _ in generator.names)
    name = generator.names[0]
    monkeypatch.setattr("training.ratings.table", lambda file: {(name, one, 1, False): 2, (name, other, 1, False): 3})
    rated = drawings.as_rated(replace(generator, kinds=kinds))
    assert rated.kinds[0] == ((0, 0, 0.15), (1, 0, 1.0))


def test_every_sheet_shows_each_drawing_with_its_number() -> None:
    pictures = torch.rand(13, 4, 32, 32, generator=torch.Generator().manual_seed(0)).round()
    made = drawings.sheet(pictures, [f"a thing {number}" for number in range(13)])
    assert made.size == (12 * 104, 2 * 122)
    picture = pictures[12].permute(1, 2, 0)
    y, x = (int(one) for one in (picture[..., 3] == 1).nonzero()[0])
    seen = made.getpixel((drawings.TIMES * x, 122 + drawings.TIMES * y))
    assert seen == tuple(int(255 * one) for one in picture[y, x, :3])
