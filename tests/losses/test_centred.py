import math
from dataclasses import replace
from typing import Any

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.interfaces import Frame
from pixdraw.losses import centred
from pixdraw.testing import example_context, example_frame
from tests.fakes import small_session


def value(alpha: torch.Tensor) -> torch.Tensor:
    height, width = alpha.shape[2:]
    context = example_context(height=height, width=width)
    context = replace(context, canvas=replace(context.canvas, transparent=True))
    image = torch.zeros(len(alpha), 3, height, width)
    frame = example_frame(image, context)
    frame = Frame(0, 10, image, alpha, frame.embeds, frame.see, frame.drawer)
    return centred.build(centred.Config(), context)(frame)


def test_value_of_one_opaque_pixel_computed_by_hand() -> None:
    alpha = torch.zeros(2, 1, 20, 40)
    alpha[0, 0, 0, 0] = 1  # 9.5 up, 19.5 left of the middle, deviation 0.3 * 20
    alpha[1, 0, 9, 20] = 1  # half a pixel off both ways
    far = (1 - math.exp(-(9.5**2 + 19.5**2) / 72)) / 800
    near = (1 - math.exp(-0.5 / 72)) / 800
    assert value(alpha).tolist() == pytest.approx([far, near], rel=1e-3)


def test_resolution_does_not_matter() -> None:
    small = torch.rand(1, 1, 20, 20)
    large = small.repeat_interleave(8, 2).repeat_interleave(8, 3)
    assert value(large).item() == pytest.approx(value(small).item(), rel=0.02)


def test_an_opaque_picture_is_an_error() -> None:
    with pytest.raises(SettingsError, match="transparent=True"):
        small_session(losses="centred", transparent=False)


def test_it_clears_the_margin() -> None:
    def margin(**given: Any) -> float:
        session = small_session(iterations=40, **given)
        for _ in session.run():
            pass
        alpha = session.images()[0, 3]
        return torch.cat([alpha[:, :5], alpha[:, -5:]], 1).mean().item()

    assert margin(losses="centred:10") < margin(losses="") - 0.2


@pytest.mark.parametrize("loss", [{"priors": "centred"}, {"losses": "init", "init_weight_pix": 1}])
def test_a_picture_that_a_filter_trims_is_measured_in_its_middle(loss: dict) -> None:
    trims = {"filters": "wallpaper", "wallpaper_edge_match": 4}
    session = small_session(transparent=True, iterations=1, **trims, **loss)
    name = "centred" if "priors" in loss else "init"
    assert session.take_step().terms[name].isfinite().all()
