from dataclasses import replace

import torch

from pixdraw.interfaces import Frame
from pixdraw.testing.parts import example_context, example_frame


def transparent_frame() -> Frame:
    frame = example_frame(torch.rand(2, 3, 32, 48), example_context())
    return replace(frame, alpha=torch.rand(2, 1, 32, 48), ground=torch.rand(2, 3, 1, 1))


def test_a_picture_lies_over_the_background_of_the_step() -> None:
    frame = transparent_frame()
    assert frame.alpha is not None
    assert frame.ground is not None
    over = frame.straight * frame.alpha + frame.ground * (1 - frame.alpha)
    assert torch.equal(frame.image, over)
    assert torch.equal(replace(frame, ground=None).image, frame.straight)
    assert torch.equal(replace(frame, alpha=None).image, frame.straight)


def test_a_picture_is_laid_over_the_background_once_and_only_where_a_loss_looks_at_it() -> None:
    frame = transparent_frame()
    assert "image" not in vars(frame)
    assert frame.image is frame.image
