"""Photographs become pixel art: `pixdraw.pixelise`, the command, and what draws on from there."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

import pixdraw
from pixdraw import cli
from pixdraw.errors import PixdrawError, SettingsError
from pixdraw.imaging.dithering import dithered
from pixdraw.imaging.files import read, save_png
from pixdraw.tools.refine import refined

PALE, DARK, RED = (0.8, 0.75, 0.6), (0.1, 0.1, 0.15), (0.8, 0.1, 0.1)


def photo(height: int = 96, width: int = 128, *, line: int = 2) -> torch.Tensor:
    """A pale ground in soft light with a dark line across, much thinner than a cell, and a red half below."""
    image = torch.tensor(PALE).view(1, 3, 1, 1).repeat(1, 1, height, width)
    image = image * torch.linspace(0.95, 1.05, width)
    image[:, :, height // 2 :] = torch.tensor(RED).view(1, 3, 1, 1)
    image[:, :, 19 : 19 + line, 8:-8] = torch.tensor(DARK).view(1, 3, 1, 1)
    return image


def rows_of(image: torch.Tensor, colour: tuple[float, float, float]) -> list[int]:
    """The rows where most cells are of about that colour."""
    near = (image[0, :3] - torch.tensor(colour).view(3, 1, 1)).abs().amax(0) < 0.15
    return (near.float().mean(1) > 0.6).nonzero()[:, 0].tolist()


def test_a_line_thinner_than_a_cell_is_kept_as_one_row_and_large_edges_stay() -> None:
    kept = pixdraw.pixelise(photo(), size=16, outline=1)
    assert kept.image.shape == (1, 3, 12, 16)
    assert rows_of(kept.image, DARK) == [2]
    assert rows_of(kept.image, RED) == [6, 7, 8, 9, 10, 11]
    assert rows_of(pixdraw.pixelise(photo(), size=16, outline=0).image, DARK) == []


def test_texture_is_no_line() -> None:
    specks = photo(line=0)
    specks[:, :, 3:40:9, 4::9] = 0.1
    specks[:, :, 4:40:9, 4::9] = 0.1
    kept = pixdraw.pixelise(specks, size=16, outline=1)
    assert rows_of(kept.image, DARK) == [] and float(kept.image[:, :, :5].amin()) > 0.4


@pytest.mark.parametrize(
    ("size", "shape"), [(32, (24, 32)), ((20, 20), (20, 20)), ((8, 12), (12, 8)), ((128, 96), (96, 128))]
)
def test_the_size_is_the_longer_side_or_both(size: int | tuple[int, int], shape: tuple[int, int]) -> None:
    assert pixdraw.pixelise(photo(), size=size).image.shape[2:] == shape


def test_another_shape_is_cut_around_the_middle() -> None:
    wide = torch.zeros(1, 3, 32, 96)
    wide[:, :, :, 32:64] = 1
    assert bool((pixdraw.pixelise(wide, size=(8, 8), colours=2).image == 1).all())


def test_colours_are_few_and_alpha_is_hard() -> None:
    alpha = torch.linspace(0, 1, 128).view(1, 1, 1, -1).expand(1, 1, 96, -1)
    done = pixdraw.pixelise(torch.cat([photo(), alpha], 1), size=32, colours=5)
    assert done.image[:, 3].unique().tolist() == [0.0, 1.0]
    seen = done.image[0].flatten(1).T
    assert {tuple(row) for row in seen[seen[:, 3] > 0, :3].tolist()} == {tuple(row) for row in done.palette.tolist()}
    assert len(done.palette) <= 5
    assert bool((done.image[:, :3] * (1 - done.image[:, 3:]) == 0).all())
    assert bool((done.image[0, 3, :, :15] == 0).all()) and bool((done.image[0, 3, :, 17:] == 1).all())


@pytest.mark.parametrize("dither", ["ordered", "diffusion"])
def test_dithering_mixes_two_colours_to_a_third(dither: str) -> None:
    grey, palette = torch.full((1, 3, 32, 32), 0.5), torch.tensor([[0.0, 0, 0], [1.0, 1, 1]])
    index = dithered(grey, palette, dither, 1.0)
    assert 0.4 < float(index.float().mean()) < 0.6
    assert len(dithered(grey, palette, "none", 1.0).unique()) == 1
    assert len(dithered(grey, palette, dither, 0.0).unique()) == 1


def test_a_palette_is_kept_and_frames_share_theirs() -> None:
    palette = torch.tensor([PALE, DARK, RED])
    done = pixdraw.pixelise([photo(), photo().flip(3)], size=16, palette=palette, dither="diffusion")
    assert {tuple(row) for row in done.palette.tolist()} <= {tuple(row) for row in palette.tolist()}
    own = pixdraw.pixelise([photo(), 1 - photo()], size=16, colours=6)
    assert len(own.palette) <= 6 and own.image.shape[0] == 2


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"size": 3}, "size=3: expected 4 to 256 cells"),
        ({"size": 200}, "size=200: the picture has 128x96 pixels"),
        ({"colours": 1}, "colours=1: expected 2 to 256"),
        ({"dither": "floyd"}, "dither='floyd': choose one of none, ordered, diffusion"),
        ({"outline": -1}, "outline=-1: expected 0 to 2"),
        ({"dither_strength": 2}, "dither_strength=2: expected 0 to 1"),
    ],
)
def test_errors_are_one_line(given: dict, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        pixdraw.pixelise(photo(), **given)


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[str, str]:
    cli.app([str(word) for word in words], exit_on_error=False, print_error=False)
    told = capsys.readouterr()
    return told.out, told.err


def test_the_command_writes_beside_the_picture_and_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_png(photo(), tmp_path / "desk.png")
    for name in ("desk-pixelised.png", "desk-pixelised-2.png"):
        out, err = run(capsys, "pixelise", tmp_path / "desk.png", "--size", "16", "--colours", "8")
        assert out.strip() == str(tmp_path / name) and "desk.png: 16x12 cells" in err
    frames = [
        Image.fromarray((photo()[0].permute(1, 2, 0).numpy() * level).clip(0, 255).astype(np.uint8))
        for level in (255, 200)
    ]
    frames[0].save(tmp_path / "film.gif", save_all=True, append_images=frames[1:], duration=90)
    run(capsys, "pixelise", tmp_path / "film.gif", "--size", "16x16", "--scale", "2")
    with Image.open(tmp_path / "film-pixelised.gif") as film:
        assert film.size == (32, 32) and getattr(film, "n_frames", 1) == 2
    for words, message in (
        (["--size", "7.5"], "expected whole numbers of cells"),
        (["--prompt", "a desk", "--strength", "0"], "strength=0: expected a number above 0"),
    ):
        with pytest.raises(SettingsError, match=message):
            run(capsys, "pixelise", tmp_path / "desk.png", *words)
    with pytest.raises(PixdrawError, match="several files need a folder"):
        run(capsys, "pixelise", tmp_path / "desk.png", tmp_path / "film.gif", "--output", "one.png")
    assert not (tmp_path / "desk-pixelised-3.png").exists()


def test_a_prompt_draws_on_in_the_same_colours_and_keeps_the_likeness(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pixdraw.tools.refine.ITERATIONS", 2)
    monkeypatch.setattr("pixdraw.tools.refine.CANVAS_SIDE", 48)
    save_png(photo(), tmp_path / "desk.png")
    out, _ = run(capsys, "pixelise", tmp_path / "desk.png", "--size", "12", "--colours", "6", "--prompt", "a red wall")
    plain, drawn = (read(path) for path in out.split())
    assert [Path(path).name for path in out.split()] == ["desk-pixelised.png", "desk-refined.png"]
    assert drawn.shape == plain.shape
    colours = {tuple(row) for row in plain[0].flatten(1).T.tolist()}
    assert {tuple(row) for row in drawn[0].flatten(1).T.tolist()} <= colours
    assert 0 < float((drawn - plain).abs().mean()) < 0.15
    assert pixdraw.read_settings(tmp_path / "desk-refined.png")["prompts"] == ["a red wall"]


def test_what_is_no_sprite_is_not_drawn_on(tmp_path: Path) -> None:
    save_png(torch.rand(3, 64, 64), tmp_path / "noise.png")
    with pytest.raises(SettingsError, match=r"colours: expected pixel art of 1 to 256"):
        refined(tmp_path / "noise.png", ("a cat",))
    save_png(torch.rand(3, 8, 8), tmp_path / "small.png")
    with pytest.raises(SettingsError, match="strength=0: expected a number above 0"):
        refined(tmp_path / "small.png", ("a cat",), strength=0)
