"""A drawing that starts from the built-in model's sprites takes on the style that is asked for."""

from types import SimpleNamespace
from typing import Any

import pytest
import torch

from pixdraw.assembly import proposal
from pixdraw.imaging.style import outline_of
from tests.fakes import small_session


def test_the_start_has_the_outline_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    square = torch.zeros(1, 4, 16, 16)
    square[:, :, 4:12, 4:12] = torch.tensor([0.8, 0.2, 0.2, 1.0]).view(1, 4, 1, 1)
    monkeypatch.setattr(proposal, "draw_cells", lambda *_: square)
    monkeypatch.setattr(proposal, "loaded", lambda *_: SimpleNamespace(check_reader=lambda _: None))
    given: dict[str, Any] = {"init": "proposal", "size": [32, 32], "pixel_size": [16, 16], "transparent": True}
    session = small_session(prompts=["a red box"], sprite_outline="#000040", iterations=1, **given)
    outline = outline_of((session.cells()[0] * 255).round() / 255)
    assert isinstance(outline, torch.Tensor) and (outline * 255).round().tolist() == [0, 0, 64]
