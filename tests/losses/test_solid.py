"""The price on what is neither there nor clear."""

from dataclasses import replace

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.interfaces import Frame
from pixdraw.losses import solid
from pixdraw.testing import example_context, example_frame
from tests.fakes import small_session


def value(alpha: torch.Tensor) -> torch.Tensor:
    context = example_context(height=20, width=40)
    context = replace(context, canvas=replace(context.canvas, transparent=True))
    image = torch.zeros(len(alpha), 3, 20, 40)
    frame = example_frame(image, context)
    frame = Frame(0, 10, image, alpha, frame.embeds, frame.see, frame.drawer)
    return solid.build(solid.Config(), context)(frame)


def test_only_what_is_half_there_costs() -> None:
    there = torch.tensor([0.0, 1.0, 0.5, 0.9])[:, None, None, None].expand(-1, 1, 20, 40)
    assert value(there).tolist() == pytest.approx([0, 0, 1, 0.36])


def test_an_opaque_picture_is_an_error() -> None:
    with pytest.raises(SettingsError, match="transparent=True"):
        small_session(losses="solid", transparent=False)
