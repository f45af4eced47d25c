"""Scale2x as its page states it; that all rules keep colours is tested where pictures are upscaled."""

import pytest
import torch
from torch import Tensor

from pixdraw.imaging import scaling


def sprite(channels: int) -> Tensor:
    """Return two pictures [2, C, 9, 12] of random pixels in four colours."""
    generator = torch.Generator().manual_seed(0)
    colours = torch.rand(4, channels, generator=generator)
    return colours[torch.randint(4, (2, 9, 12), generator=generator)].permute(0, 3, 1, 2)


def at(picture: Tensor, y: int, x: int) -> tuple[float, ...]:
    height, width = picture.shape[1:]
    return tuple(picture[:, min(max(y, 0), height - 1), min(max(x, 0), width - 1)].tolist())


def epx(picture: Tensor) -> Tensor:
    """Scale2x pixel by pixel, as its page states it."""
    channels, height, width = picture.shape
    out = torch.empty(channels, 2 * height, 2 * width)
    for y in range(height):
        for x in range(width):
            e, b, d, f, h = (at(picture, y + j, x + i) for j, i in ((0, 0), (-1, 0), (0, -1), (0, 1), (1, 0)))
            square = [e] * 4
            if b != h and d != f:
                square = [d if d == b else e, f if b == f else e, d if d == h else e, f if h == f else e]
            for number, colour in enumerate(square):
                out[:, 2 * y + number // 2, 2 * x + number % 2] = torch.tensor(colour)
    return out


@pytest.mark.parametrize("channels", [3, 4])
def test_scale2x_is_what_its_page_states(channels: int) -> None:
    image = sprite(channels)
    assert torch.equal(scaling.scale2x(image), torch.stack([epx(one) for one in image]))


@pytest.mark.parametrize("enlarge", [scaling.scale2x, scaling.scale3x])
def test_other_values_follow_the_edges_of_the_colours(enlarge: scaling.Step) -> None:
    image = sprite(3)
    numbers = torch.arange(9 * 12.0).view(1, 1, 9, 12).expand(2, -1, -1, -1)
    chosen = enlarge(numbers, image).long().flatten(2)
    from_where = image.flatten(2).gather(2, chosen.expand(-1, 3, -1)).view_as(enlarge(image))
    assert torch.equal(from_where, enlarge(image))
