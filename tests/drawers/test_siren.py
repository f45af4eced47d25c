"""The drawer whose pictures are networks."""

import torch

from drawers import siren
from pixdraw.interfaces import Canvas
from pixdraw.rng import Rng
from pixdraw.testing import check_drawer
from pixdraw.testing._tools import patterns
from tests.fakes import small_session

SMALL = siren.Config(siren_layers=2, siren_width=24, siren_side=32, siren_fit_steps=40, siren_lr=0.002)


def build(canvas: Canvas, config: siren.Config = SMALL) -> siren.SirenDrawer:
    return siren.build(config, canvas, Rng(tuple(range(1, canvas.items + 1))), "cpu")


def test_contract() -> None:
    tiny = SMALL.model_copy(update={"siren_width": 12, "siren_side": 16})
    check_drawer(siren, config=tiny, canvas=Canvas(16, 24, 1), tolerance=0.0, fits=0.6)


def test_places_run_from_edge_to_edge() -> None:
    at = siren.places(2, 4).view(2, 4, 2)
    assert at[0, :, 0].tolist() == [-0.75, -0.25, 0.25, 0.75]
    assert at[:, 0, 1].tolist() == [-0.25, 0.25]


def test_what_is_kept_has_detail_that_a_judged_picture_lacks() -> None:
    canvas = Canvas(64, 96, 1)
    drawer = build(canvas)
    drawer.fit(patterns(canvas, 1, "cpu"))
    kept, judged = drawer.kept(), drawer.render().detach()
    assert kept.shape == judged.shape == (1, 3, 64, 96)
    assert (kept - judged).abs().mean() < 0.1
    fine = build(canvas, SMALL.model_copy(update={"siren_side": 96}))
    fine.load_state_dict(drawer.state_dict())
    torch.testing.assert_close(fine.render().detach(), kept, atol=1e-5, rtol=0)
    assert not torch.equal(kept, judged)


def test_a_large_canvas_is_worked_out_in_parts(monkeypatch) -> None:
    drawer = build(Canvas(48, 64, 2))
    whole = drawer.kept()
    monkeypatch.setattr(siren, "CHUNK", 100)
    torch.testing.assert_close(drawer.kept(), whole, atol=1e-5, rtol=0)


def test_detail_is_how_fast_colours_change() -> None:
    def change(detail: float) -> float:
        image = build(Canvas(32, 32, 1), SMALL.model_copy(update={"siren_detail": detail})).render().detach()
        return float(image.diff(dim=3).abs().mean() / image.std())

    assert change(3.0) < change(20.0) < change(100.0)


def test_it_draws_in_a_run() -> None:
    session = small_session(drawer="siren", **SMALL.model_dump(), transparent=False, iterations=15)
    losses = [float(event.loss) for event in session.run() if hasattr(event, "loss")]
    assert losses[-1] < losses[0]
    torch.testing.assert_close(session.images(), session.drawer.kept())  # type: ignore[attr-defined]
