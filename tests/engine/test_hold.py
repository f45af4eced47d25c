"""Masks: what is held stays to the bit in every drawer, start and filter, at every step and in all that is written."""

from pathlib import Path

import pytest
import torch

from pixdraw.assembly.hold import marked
from pixdraw.engine.hold import Hold
from pixdraw.errors import SettingsError
from pixdraw.imaging.files import read, save_png, to_uint8
from pixdraw.registry import DRAWERS
from pixdraw.sinks.kinds import save
from pixdraw.sinks.record import Record
from tests.fakes import small_session

DRAWN = [name for name in DRAWERS.names() if name not in ("biggan", "diffusion", "vqgan")]


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> torch.Tensor:
    """A picture of 40x32 in cells of 4, of which the mask's left half is drawn anew; the same with a clear half."""
    monkeypatch.chdir(tmp_path)
    cells = torch.rand(3, 8, 10, generator=torch.Generator().manual_seed(1))
    picture = cells.repeat_interleave(4, 1).repeat_interleave(4, 2)
    mask = torch.zeros(3, 32, 40)
    mask[:, :, :20] = 1
    save_png(picture, "house.png")
    save_png(mask, "mask.png")
    save_png(torch.cat([picture, 1 - mask[:1]]), "part.png")
    return read("house.png")


def assert_held(session: object, picture: torch.Tensor, kept: torch.Tensor) -> None:
    shown = to_uint8(session.images())[:, :3]  # type: ignore[attr-defined]
    assert all(torch.equal(one[:, kept], to_uint8(picture)[0][:, kept]) for one in shown)
    drawn = not any(torch.equal(one[:, ~kept], to_uint8(picture)[0][:, ~kept]) for one in shown)
    assert drawn or session.step == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize("drawer", DRAWN)
def test_what_is_kept_stays_to_the_bit_in_every_drawer(drawer: str, files: torch.Tensor) -> None:
    session = small_session(keep="part.png", drawer=drawer, seed=[1, 2], iterations=1, num_cuts=2, transparent=False)
    right = torch.arange(40).expand(32, 40) >= 20
    for _ in session.run():
        assert_held(session, files, right)


@pytest.mark.parametrize(
    "given",
    [
        {"init_image": "house.png", "mask": "mask.png", "transparent": True},
        {"init_image": "house.png", "mask": "mask.png", "palette": "[red, blue]", "palette_mode": "exact"},
        {"init_image": "house.png", "mask": "mask.png", "filters": "wallpaper", "transparent": False},
        {"init_image": "house.png", "mask": "mask.png", "filters": "tiler", "transparent": False},
        {"keep": "part.png", "palette": "pico-8", "palette_mode": "lookup", "lookup_dither": "diffusion"},
        {"keep": "part.png"},
        {"keep": "part.png", "init_noise": "snow", "transparent": False},
        {"keep": "house.png", "mask": "mask.png", "overlay_image": "mask.png", "overlay_every": "1 iterations"},
        {"keep": "part.png", "zoom": 1.2, "zoom_every": "1 iterations"},
    ],
    ids=str,
)
def test_it_stays_with_every_start_filter_and_edit(given: dict, files: torch.Tensor) -> None:
    session = small_session(iterations=2, init="none", **given)
    right = torch.arange(40).expand(32, 40) >= 20
    for _ in session.run():
        assert_held(session, files, right)
    assert torch.equal(to_uint8(session.cells())[0, :3, :, 5:], to_uint8(files[0, :, 2::4, 2::4])[:, :, 5:])


def test_files_hold_it_too(files: torch.Tensor) -> None:
    session = small_session(init_image="house.png", mask="mask.png", init="none", iterations=1)
    list(session.run())
    for name, kind in (("a.png", "png"), ("b.png", "sprite"), ("c.png", "sheet")):
        save(session, Record.of(session), name, kind)
    assert torch.equal(to_uint8(read("a.png"))[:, :3, :, 20:], to_uint8(files)[:, :, :, 20:])
    small = to_uint8(files[:, :, 2::4, 2::4])[:, :, :, 5:]
    assert torch.equal(to_uint8(read("b.png"))[:, :3, :, 5:], small)
    assert torch.equal(to_uint8(read("c.png"))[:, :3, :, 5:], small)


def test_no_gradient_reaches_what_is_held() -> None:
    image = torch.rand(2, 4, 6, 6, requires_grad=True)
    kept = torch.zeros(1, 1, 6, 6, dtype=torch.bool)
    kept[..., :3] = True
    Hold(torch.rand(1, 4, 6, 6), kept).over(image).sum().backward()
    assert image.grad is not None and image.grad[..., :3].eq(0).all() and image.grad[..., 3:].eq(1).all()


@pytest.mark.parametrize("share", [0.1, 0.4, 1.0])
def test_a_share_is_varied_in_patches_that_each_seed_lays_elsewhere(share: float, files: torch.Tensor) -> None:
    given = {"init_image": "house.png", "vary": share, "init": "none", "iterations": 1, "transparent": False}
    session = small_session(seed=[1, 2, 3], **given)
    list(session.run())
    assert session.parts.hold is not None
    drawn = ~session.parts.hold.kept[:, 0]
    assert drawn.shape == (3, 32, 40)
    assert all(abs(float(one.float().mean()) - share) < 0.02 for one in drawn)
    if share < 1:
        assert not torch.equal(drawn[0], drawn[1])
    shown = to_uint8(session.images())[:, :3]
    for one, mask in zip(shown, drawn, strict=True):
        assert torch.equal(one[:, ~mask], to_uint8(files)[0][:, ~mask])
        cells = mask.view(8, 4, 10, 4).float().mean((1, 3))
        assert ((cells == 0) | (cells == 1)).all()


def test_a_mask_is_its_opaque_part_or_of_an_opaque_one_the_light_part() -> None:
    clear = torch.zeros(1, 4, 1, 2)
    clear[0, 3, 0, 1] = 1
    assert marked(clear).flatten().tolist() == [False, True]
    assert marked(torch.tensor([0.2, 0.9]).view(1, 1, 1, 2).expand(1, 3, 1, 2)).flatten().tolist() == [False, True]
    assert marked(torch.cat([torch.ones(1, 3, 1, 2), torch.ones(1, 1, 1, 2)], 1)).all()


def test_a_mask_needs_the_picture() -> None:
    with pytest.raises(SettingsError, match=r"mask=mask\.png: needs init_image"):
        small_session(mask="mask.png")
    with pytest.raises(SettingsError, match=r"vary=0\.4: needs init_image"):
        small_session(vary=0.4)


def test_what_leaves_nothing_to_draw_is_told(tmp_path: Path) -> None:
    dark = str(save_png(torch.zeros(3, 8, 8), tmp_path / "dark.png"))
    clear = str(save_png(torch.zeros(4, 8, 8), tmp_path / "clear.png"))
    for given, message in (
        ({"init_image": dark, "mask": dark}, "the mask selects nothing to redraw"),
        ({"keep": dark}, "it is opaque all over"),
        ({"init_image": clear, "vary": 0.5}, "is fully transparent"),
    ):
        with pytest.raises(SettingsError, match=message):
            small_session(init="none", **given)
