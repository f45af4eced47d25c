"""Small frames with known pixels."""

import torch

from pixdraw.formats.frames import SpriteFrames, Tag, named


def hero(colours: int = 3) -> SpriteFrames:
    """Four frames of 6x5 pixels: walk has three, the second of them twice, idle one; two pixels of the border clear."""
    pixels = torch.zeros(4, 4, 6, 5)
    for number in range(4):
        column = 1 + min(number, 1)
        pixels[number, :3, 1:5, column] = torch.tensor([1.0, 0.0, 0.0])[:, None]
        pixels[number, :3, 2, column] = torch.tensor([0.0, number / 5 if number == 3 else 0.2, 1.0])
        pixels[number, 3, 1:5, column] = 1
    for number in range(colours - 3):
        pixels[3, 0, number // 5 % 6, number % 5] = number / 255
        pixels[3, 3, number // 5 % 6, number % 5] = 1
    tags = (Tag("walk", 0, 2), Tag("idle", 3, 3, "pingpong"))
    return SpriteFrames(pixels, (100, 150, 100, 400), named(tags, 4), tags)
