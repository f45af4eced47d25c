"""Known sprites, damaged, come back: `pixdraw.repair` and the command."""

import io
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageFilter

import pixdraw
from pixdraw import cli
from pixdraw.errors import FileError, SettingsError
from pixdraw.tools import cells

NEAREST = Image.Resampling.NEAREST


def sprite(side: int = 16, seed: int = 0) -> np.ndarray:
    """A mirrored figure of five colours with an outline, on clear ground: [side, side, 4]."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:side, :side] - (side - 1) / 2
    body = np.hypot(y * 1.1, np.abs(x)) < side * (0.3 + 0.12 * np.cos(3 * np.arctan2(y, np.abs(x))))
    out = np.zeros((side, side, 4), np.uint8)
    half = rng.integers(0, 4, (side, side))
    colours = np.array([(200, 60, 50), (240, 160, 60), (250, 230, 160), (60, 90, 160)])
    out[body, :3] = colours[np.where(x < 0, half, half[:, ::-1])][body]
    inner = body & np.roll(body, 1, 0) & np.roll(body, -1, 0) & np.roll(body, 1, 1) & np.roll(body, -1, 1)
    out[body & ~inner, :3] = (24, 20, 40)
    out[body, 3] = 255
    return out


def enlarged(wide: float, high: float, truth: np.ndarray | None = None) -> Image.Image:
    truth = sprite() if truth is None else truth
    return Image.fromarray(truth).resize((round(truth.shape[1] * wide), round(truth.shape[0] * high)), NEAREST)


def flat(picture: Image.Image) -> Image.Image:
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")


def pixels(done: pixdraw.Repaired, item: int = 0) -> np.ndarray:
    return (done.image[item] * 255).round().byte().permute(1, 2, 0).numpy()


@pytest.mark.parametrize("size", [(8, 8), (3, 3), (7.3, 7.3), (6.4, 9)])
def test_enlarged_sprites_come_back_to_the_bit(size: tuple[float, float]) -> None:
    done = pixdraw.repair(enlarged(*size))
    assert np.array_equal(pixels(done), sprite())
    assert done.cell == pytest.approx(size, rel=0.01)
    assert done.even and done.verdict == "sure"
    assert len(done.palette) == 5


def test_cells_that_drift_are_followed() -> None:
    truth = np.random.default_rng(0).integers(0, 4, (24, 24, 3)).astype(np.uint8) * 80
    wave = 9 * (1 + 0.15 * np.sin(np.linspace(0, 6, 24)))
    pick = np.repeat(np.arange(24), np.diff(np.round(np.concatenate([[0], np.cumsum(wave)])).astype(int)))
    done = pixdraw.repair(truth[pick][:, pick])
    assert not done.even
    assert np.array_equal(pixels(done), truth)


def test_blur_noise_and_compression_together() -> None:
    truth = flat(Image.fromarray(sprite(24)))
    picture = flat(enlarged(8.6, 7.7, sprite(24))).filter(ImageFilter.GaussianBlur(1.2))
    noisy = np.array(picture) + np.random.default_rng(1).normal(0, 5, (*picture.size[::-1], 3))
    file = io.BytesIO()
    Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(file, "JPEG", quality=80)
    done = pixdraw.repair(Image.open(file))
    got = pixels(done).astype(int)
    assert got.shape == (24, 24, 3)
    assert (np.abs(got - np.array(truth)).max(2) < 48).mean() > 0.95
    assert len(done.palette) < 24


def test_compression_leaves_few_colours_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    flat(enlarged(5.3, 5.3, sprite(24))).save(file, "JPEG", quality=75)
    done = pixdraw.repair(Image.open(file), grid=(24, 24))
    monkeypatch.setattr(cells, "KIN", 0)
    before = pixdraw.repair(Image.open(file), grid=(24, 24))
    assert 6 <= len(done.palette) <= 0.75 * len(before.palette)  # of 6 in the sprite and its ground
    truth = np.array(flat(Image.fromarray(sprite(24)))).astype(int)
    right, was = ((np.abs(pixels(one).astype(int) - truth).max(2) < 48).mean() for one in (done, before))
    assert right >= was - 0.005


@pytest.mark.parametrize("seed", [3, 7])
def test_a_small_screenshot_has_its_cells_not_twice_as_large_ones(seed: int) -> None:
    soft = Image.fromarray(sprite(16, seed)).convert("RGBa").resize((104, 104), Image.Resampling.BILINEAR)
    shown = Image.alpha_composite(Image.new("RGBA", soft.size, "#303040"), soft.convert("RGBA")).convert("RGB")
    file = io.BytesIO()
    shown.save(file, "JPEG", quality=85)
    assert pixdraw.repair(Image.open(file)).image.shape[2:] == (16, 16)


def test_half_transparent_edges_become_hard() -> None:
    soft = enlarged(8, 8).convert("RGBa").filter(ImageFilter.GaussianBlur(1.5)).convert("RGBA")
    done = pixdraw.repair(soft)
    assert set(done.image[:, 3].unique().tolist()) == {0.0, 1.0}
    assert torch.equal(done.image[0, 3], torch.from_numpy(sprite()[..., 3] / 255).float())


def test_frames_share_grid_and_palette() -> None:
    frames = [enlarged(7, 7, sprite(16, seed)) for seed in range(3)]
    done = pixdraw.repair(frames)
    assert done.image.shape == (3, 4, 16, 16)
    for item in range(3):
        assert np.array_equal(pixels(done, item), sprite(16, item))
    assert len(done.palette) == 5


def test_what_is_given_overrides_what_is_found() -> None:
    assert pixdraw.repair(enlarged(8, 8), grid=(8, 4)).image.shape == (1, 4, 4, 8)
    assert pixdraw.repair(enlarged(8, 8), cell=16).image.shape == (1, 4, 8, 8)
    two = torch.tensor([[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]])
    done = pixdraw.repair(enlarged(8, 8), palette=two)
    assert {tuple(colour) for colour in done.palette.tolist()} <= {(0.0, 0.0, 0.0), (1.0, 1.0, 1.0)}
    assert len(pixdraw.repair(enlarged(8, 8), colours=3).palette) <= 3


def test_true_pixel_art_stays_as_it_is() -> None:
    for seed in range(3):
        done = pixdraw.repair(sprite(16, seed))
        assert np.array_equal(pixels(done), sprite(16, seed))
        assert done.verdict == "sure" and done.cell == (1, 1)


def test_arrays_and_tensors_are_pictures_too() -> None:
    array = np.array(enlarged(5, 5))
    tensor = torch.from_numpy(array).permute(2, 0, 1) / 255
    assert torch.equal(pixdraw.repair(array).image, pixdraw.repair(tensor).image)


def test_no_grid_is_told() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (40, 40, 3), dtype=np.uint8)
    assert pixdraw.repair(noise).verdict == "unsure"
    done = pixdraw.repair(np.full((20, 30, 3), 90, np.uint8))
    assert done.image.shape == (1, 3, 20, 30)
    assert done.confidence == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"grid": (0, 4)}, "grid 0x4: expected 1 to 48 columns"),
        ({"grid": (4, 4), "cell": 3}, "grid and cell"),
        ({"cell": 0.2}, "cell=0.2"),
        ({"colours": 0}, "colours=0"),
    ],
)
def test_wrong_values_are_one_line(arguments: dict, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        pixdraw.repair(enlarged(3, 3), **arguments)
    assert "\n" not in str(caught.value)


def test_the_command_writes_beside_and_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    enlarged(7.3, 7.3).save(tmp_path / "knight.png")
    cli.app(["repair", str(tmp_path / "knight.png")])
    cli.app(["repair", str(tmp_path / "knight.png"), "--scale", "2"])
    told = capsys.readouterr()
    assert told.out.splitlines() == [str(tmp_path / "knight-repaired.png"), str(tmp_path / "knight-repaired-2.png")]
    assert "16x16 cells of 7.312x7.312 pixels, 5 colours; sure" in told.err
    assert np.array_equal(np.array(Image.open(tmp_path / "knight-repaired.png")), sprite())
    assert Image.open(tmp_path / "knight-repaired-2.png").size == (32, 32)


def test_the_command_repairs_a_film_and_goes_on_after_a_bad_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    frames = [flat(enlarged(6, 6, sprite(16, seed))) for seed in range(2)]
    frames[0].save(tmp_path / "walk.gif", save_all=True, append_images=frames[1:], duration=[80, 160], loop=0)
    (tmp_path / "bad.png").write_bytes(b"no picture")
    with pytest.raises(FileError, match="1 of 2 files failed, the first one: .*bad.png"):
        cli.app(["repair", str(tmp_path), "--output", str(tmp_path / "out")])
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "out/walk-repaired.gif")]
    with Image.open(tmp_path / "out/walk-repaired.gif") as film:
        assert (film.size, film.n_frames, film.info["duration"]) == ((16, 16), 2, 80)  # type: ignore[attr-defined]
        film.seek(1)
        assert film.info["duration"] == 160
        assert np.array_equal(np.array(film.convert("RGB")), np.array(flat(Image.fromarray(sprite(16, 1)))))


@pytest.mark.parametrize("words", [["missing.png"], ["--grid", "axb", "x.png"], ["--scale", "0", "x.png"]])
def test_the_commands_errors(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (20, 20)).save("x.png")
    with pytest.raises((SettingsError, FileError)) as caught:
        cli.app(["repair", *words])
    assert words[-2 if len(words) > 1 else 0].strip("-") in str(caught.value) or "axb" in str(caught.value)
