"""Sprites with a colour table: which cells are clear, and where the clear entry stands."""

import torch

from pixdraw.sinks.native import indexed, sheet

RED_BLUE = torch.tensor([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])


def test_alpha_below_one_half_is_the_clear_entry_after_the_palette() -> None:
    sprite = torch.zeros(4, 1, 4)
    sprite[2] = 1.0
    sprite[3, 0] = torch.tensor([0.0, 0.49, 0.5, 1.0])
    picture = indexed(sprite, RED_BLUE)
    assert list(picture.tobytes()) == [2, 2, 1, 1] and picture.info["transparency"] == 2
    shown = picture.convert("RGBA")
    assert [shown.getpixel((x, 0)) for x in (1, 2)] == [(0, 0, 0, 0), (0, 0, 255, 255)]


def test_a_sheet_is_no_wider_than_its_pictures() -> None:
    pictures = torch.arange(3.0).view(3, 1, 1, 1).expand(3, 4, 2, 2)
    laid, columns = sheet(pictures, 8)
    assert columns == 3 and laid.shape == (4, 2, 6)
    laid, columns = sheet(pictures, 2)
    assert columns == 2 and laid.shape == (4, 4, 4) and not laid[:, 2:, 2:].any()
