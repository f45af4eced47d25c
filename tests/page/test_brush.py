"""What is painted over a picture."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pixdraw.errors import SettingsError
from pixdraw.page.brush import cells_of, write_mask
from tests.page.small import drawn, visit_in, with_picture


def test_cells_are_those_of_the_picture(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    drawn(visit)
    assert cells_of(visit.taken()) == (4, 4)
    noise = Image.effect_noise((200, 100), 50)
    assert cells_of(with_picture(visit, noise)) == (64, 32)
    assert cells_of(with_picture(visit, Image.new("RGB", (1, 1)))) == (1, 1)


def test_a_mask_is_white_where_it_was_painted(tmp_path: Path) -> None:
    visit = visit_in(tmp_path)
    drawn(visit)
    mask = Image.open(write_mask(visit.taken(), "1000" * 4, tmp_path)).convert("L")
    assert mask.size == (16, 16)
    white = {x for x in range(16) for y in range(16) if mask.getpixel((x, y)) == 255}
    assert white == {0, 1, 2, 3}


NONE = (None, "", "0" * 16, "1" * 15, "1" * 10**6, "12" * 8, 5, ["1"] * 16)


@pytest.mark.parametrize("painted", NONE, ids=lambda value: str(value)[:9])
def test_what_is_no_mask_of_the_picture_is_refused(tmp_path: Path, painted: Any) -> None:
    visit = visit_in(tmp_path)
    with_picture(visit, Image.effect_noise((4, 4), 50))
    with pytest.raises(SettingsError):
        write_mask(visit.taken(), painted, tmp_path)
