import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pytest
import torch
from PIL import Image

from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging import files, sources
from pixdraw.imaging.files import (
    INIT_NOISES,
    atomic_path,
    init_noise,
    read,
    read_png_text,
    resize,
    save_png,
    to_pil,
    to_uint8,
    write_atomic,
)
from pixdraw.rng import Rng


def encoded(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def picture(mode: str = "RGB") -> Image.Image:
    pixels = np.arange(5 * 7 * 4, dtype=np.uint8).reshape(5, 7, 4)
    image = Image.fromarray(pixels)
    return image.convert("RGB").convert(mode) if mode == "P" else image.convert(mode)


def test_pixels_are_read_as_they_are() -> None:
    got = read(encoded(picture()))
    assert got.shape == (1, 3, 5, 7) and got.dtype == torch.float32 and got.is_contiguous()
    assert torch.equal((got * 255).round().byte()[0].permute(1, 2, 0), torch.from_numpy(np.array(picture())))


@pytest.mark.parametrize(
    ("mode", "channels"),
    [("RGB", 3), ("RGBA", 4), ("L", 3), ("LA", 4), ("1", 3), ("P", 3), ("CMYK", 3), ("I;16", 3), ("F", 3)],
)
def test_every_mode_becomes_three_or_four_channels(mode: str, channels: int) -> None:
    image = Image.new(mode, (7, 5)) if mode in ("I;16", "F") else picture(mode)
    got = read(encoded(image, "TIFF" if mode in ("CMYK", "F") else "PNG"))
    assert got.shape == (1, channels, 5, 7)
    assert got.min() >= 0 and got.max() <= 1


def test_alpha_is_straight_and_colour_under_it_kept() -> None:
    got = read(encoded(Image.new("RGBA", (2, 2), (200, 100, 50, 0))))
    assert torch.equal((got[0, :, 0, 0] * 255).round(), torch.tensor([200.0, 100.0, 50.0, 0.0]))


def test_a_palette_with_a_transparent_colour_has_alpha() -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.putpixel((1, 0), 1)
    got = read(encoded(image, transparency=1))
    assert got[0, :, 0, 0].tolist() == [1, 0, 0, 1] and got[0, 3, 0, 1] == 0


def test_sixteen_bits_keep_their_range() -> None:
    image = Image.fromarray(np.array([[0, 32768, 65535]], dtype=np.uint16))
    assert read(encoded(image))[0, 1, 0].tolist() == pytest.approx([0, 32768 / 65535, 1])


def png_of_16_bits(values: list[int], clear: int | None = None) -> bytes:
    buffer = io.BytesIO()
    image = Image.fromarray(np.array([values], np.uint16))
    image.save(buffer, "PNG", **({} if clear is None else {"transparency": clear}))
    data = buffer.getvalue()
    if clear is not None and b"tRNS" not in data:  # Pillow does not write it for this mode
        import struct
        import zlib

        chunk = b"tRNS" + struct.pack(">H", clear)
        data = data[:33] + struct.pack(">I", 2) + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[33:]
    return data


def test_sixteen_bits_of_grey_may_have_a_transparent_value() -> None:
    image = files.read(png_of_16_bits([0, 300, 65535], clear=300))
    assert image.shape == (1, 4, 1, 3)
    assert image[0, 3, 0].tolist() == [1, 0, 1]
    assert image[0, 0, 0, ::2].tolist() == [0, 1]


def tiff(values: list[float], kind: type[np.generic]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(np.array([values], kind)).save(buffer, "TIFF")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        ([0, 51, 255], np.float32, [0, 0.2, 1]),
        ([0, 13107, 65535], np.float32, [0, 0.2, 1]),
        ([0, 0.2e6, 1e6], np.float32, [0, 0.2, 1]),
        ([0, 200_000, 1_000_000], np.int32, [0, 0.2, 1]),
    ],
)
def test_grey_of_another_range_is_told(values: list[float], kind: type[np.generic], expected: list[float]) -> None:
    with pytest.warns(UserWarning, match="is taken as white"):
        image = files.read(tiff(values, kind))
    assert image[0, 0, 0].tolist() == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(("values", "kind"), [([-1, 0.5, 1], np.float32), ([0, 32768, 65535], np.int32)])
def test_grey_of_the_usual_range_is_taken_as_it_is(values: list[float], kind: type[np.generic]) -> None:
    assert files.read(tiff(values, kind))[0, 0, 0].tolist() == pytest.approx([0, 0.5, 1], abs=1e-4)
    assert files.read(tiff([0, float("nan"), 1], np.float32))[0, 0, 0].tolist() == [0, 0, 1]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "EPS"),
        (b"\xc5\xd0\xd3\xc6" + bytes(40), "EPS"),
        (b"%PDF-1.4\n", "PDF"),
        (b"  <svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
    ],
)
def test_what_is_no_picture_of_pixels_is_called_by_its_name(data: bytes, words: str) -> None:
    with pytest.raises(FileError, match=f"{words}.*export"):
        files.read(data)


def test_frames_of_an_animation_have_names(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "lime", "blue")]
    frames[0].save(tmp_path / "in.gif", save_all=True, append_images=frames[1:])
    names = files.frames_of(tmp_path / "in.gif")
    assert names == [f"{tmp_path / 'in.gif'}#{number}" for number in range(3)]
    assert [files.read(name)[0, :, 0, 0].argmax().item() for name in names] == [0, 1, 2]
    with pytest.raises(FileError, match=r"in\.gif#3"):
        files.read(f"{tmp_path / 'in.gif'}#3")
    (tmp_path / "in.gif#1").write_bytes((tmp_path / "in.gif").read_bytes())  # a file of that very name goes before
    assert files.read(f"{tmp_path / 'in.gif#1'}")[0, :, 0, 0].argmax() == 0
    frames[0].save(tmp_path / "one.gif")
    assert files.frames_of(tmp_path / "one.gif") == [str(tmp_path / "one.gif")]


def test_exif_turns_the_picture_upright() -> None:
    image = Image.new("RGB", (7, 5))
    image.putpixel((0, 0), (255, 255, 255))
    exif = Image.Exif()
    exif[0x0112] = 6  # stored turned left: shown turned right by 90°
    got = read(encoded(image, "PNG", exif=exif))
    assert got.shape == (1, 3, 7, 5) and got[0, 0, 0, 4] == 1


def test_an_animation_gives_its_first_frame() -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("#ff0000", "#00ff00")]
    got = read(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert got[0, :3, 0, 0].tolist() == [1, 0, 0]


WHOLE = encoded(Image.fromarray(np.random.default_rng(0).integers(0, 255, (64, 64, 3), dtype=np.uint8)))


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", WHOLE[:20], WHOLE[:60], WHOLE[:2000], WHOLE[:500] + b"\0" * 500 + WHOLE[1000:]]
)
def test_damaged_files_are_one_line(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(data)
    for source in (data, tmp_path / "x.png", str(tmp_path / "x.png")):
        with pytest.raises(FileError) as caught:
            read(source)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["missing.png", ".", "nul\0.png", "http://[bad", "x" * 300])
def test_what_cannot_be_opened_is_one_line(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileError) as caught:
        read(name)
    assert "\n" not in str(caught.value)


def test_too_large_a_picture_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    huge = encoded(Image.new("1", (9000, 9000)))
    with pytest.raises(FileError, match="too large"):
        read(huge)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(FileError, match="too large"):
        read(encoded(Image.new("1", (90, 90))))


def test_resize_to_the_same_size_is_the_same_tensor() -> None:
    image = torch.rand(2, 4, 5, 7)
    assert resize(image, 5, 7) is image


def test_resize_keeps_flat_pictures_and_range() -> None:
    for channels in (1, 3, 4):
        for height, width in ((3, 4), (11, 13), (1, 1)):
            flat = torch.full((2, channels, 5, 7), 0.25)
            assert torch.allclose(resize(flat, height, width), torch.full((2, channels, height, width), 0.25))
            noise = resize(torch.rand(2, channels, 5, 7), height, width)
            assert noise.min() >= 0 and noise.max() <= 1


def test_resize_is_antialiased() -> None:
    noise = torch.rand(1, 4, 64, 64, generator=torch.Generator().manual_seed(0)).round()
    for image in (noise, noise[:, :3]):
        assert (resize(image, 8, 8) - 0.5).abs().max() < 0.25


def test_colour_under_transparent_pixels_does_not_bleed() -> None:
    image = torch.zeros(1, 4, 4, 4)
    image[:, 1] = 1  # green, all of it clear
    image[:, :, :, 2:] = torch.tensor([1.0, 0, 0, 1]).view(1, 4, 1, 1)
    for size in (2, 3, 9):
        got = resize(image, size, size)
        seen = got[:, 3:] > 0.01
        assert torch.allclose(got[:, :1][seen], torch.ones(1)) and torch.all(got[:, 1:2][seen] == 0)


def test_rounding_to_bytes_is_exact_and_survives_bad_numbers() -> None:
    steps = torch.arange(256) / 255
    assert torch.equal(to_uint8(steps), torch.arange(256, dtype=torch.uint8))
    assert to_uint8(torch.tensor([-1.0, 2.0, torch.nan, 0.499 / 255])).tolist() == [0, 255, 0, 0]


@pytest.mark.parametrize(("channels", "mode"), [(1, "L"), (3, "RGB"), (4, "RGBA")])
def test_pictures_turn_into_pillow_images(channels: int, mode: str) -> None:
    image = to_pil(torch.zeros(1, channels, 5, 7))
    assert image.mode == mode and image.size == (7, 5)


def test_a_png_reads_back_with_its_text(tmp_path: Path) -> None:
    image = (torch.rand(4, 5, 7) * 255).round() / 255
    text = {"pixdraw": '{"prompts": ["猫 naïve"]}', "Title": "a\nb", "long": "x" * 2_000_000, "odd": "a\ud800b"}
    save_png(image, tmp_path / "x.png", text)
    assert torch.equal(read(tmp_path / "x.png")[0], image)
    assert read_png_text(tmp_path / "x.png") == {**text, "odd": "a?b"}


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        save_png(torch.linspace(0, 1, 75).view(3, 5, 5), tmp_path / name, {"a": "b"})
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_text_of_what_is_no_png_is_one_line(tmp_path: Path) -> None:
    picture().save(tmp_path / "x.jpg")
    (tmp_path / "short.png").write_bytes(WHOLE[:2000])
    for name in ("x.jpg", "short.png", "missing.png"):
        with pytest.raises(FileError, match=name) as caught:
            read_png_text(tmp_path / name)
        assert "\n" not in str(caught.value)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")

    def full_disk(file: BinaryIO) -> None:
        file.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(FileError, match="No space left"):
        write_atomic(tmp_path / "x", full_disk)
    with pytest.raises(KeyboardInterrupt), atomic_path(tmp_path / "x") as temporary:
        temporary.write_bytes(b"half")
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["x"] and (tmp_path / "x").read_bytes() == b"old"
    write_atomic(tmp_path / "x", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["x"] and (tmp_path / "x").read_bytes() == b"new"


def test_a_written_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_atomic(tmp_path / "x", b"")
    assert (tmp_path / "x").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("name", ["gone/x.png", ".", "file/x.png", os.devnull, "x" * 300])
def test_a_place_that_cannot_be_written_is_one_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError) as caught:
        write_atomic(tmp_path / name, b"")
    assert "\n" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("kind", INIT_NOISES)
@pytest.mark.parametrize(("height", "width"), [(1, 1), (8, 300), (49, 49), (224, 721)])
def test_noise_fits_any_canvas(kind: str, height: int, width: int) -> None:
    noise = init_noise(kind, Rng((1, 2)), height, width)
    assert noise.shape == (2, 3, height, width) and noise.dtype == torch.float32
    assert noise.isfinite().all() and noise.min() >= 0 and noise.max() <= 1


@pytest.mark.parametrize("kind", INIT_NOISES)
def test_noise_of_a_batch_equals_its_single_runs(kind: str) -> None:
    batch = init_noise(kind, Rng((5, 6)), 40, 60)
    assert torch.equal(batch[1:], init_noise(kind, Rng((6,)), 40, 60))
    assert torch.equal(batch, init_noise(kind, Rng((5, 6)), 40, 60))
    assert kind == "none" or not torch.equal(batch[0], batch[1])


def test_perlin_noise_is_smooth_and_full_of_contrast() -> None:
    noise = init_noise("pixels", Rng((1,)), 256, 256)
    assert noise.amin((2, 3)).max() < 0.01 and noise.amax((2, 3)).min() > 0.99
    assert (noise[..., 1:] - noise[..., :-1]).abs().mean() < 0.15
    assert abs(np.corrcoef(noise[0].flatten(1).numpy())[0, 1]) < 0.2


def test_a_gradient_runs_across_in_red_and_down_in_green_and_blue() -> None:
    noise = init_noise("gradient", Rng((1,)), 40, 60)
    assert torch.allclose(noise[:, 0, :1], noise[:, 0]) and torch.allclose(noise[:, 1:, :, :1], noise[:, 1:])


def test_an_unknown_noise_names_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="did you mean pixels"):
        init_noise("pixel", Rng((1,)), 8, 8)


def test_a_tilde_is_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in ("a.png", "~nobody.png"):
        (tmp_path / name).write_bytes(WHOLE)
    assert read("~/a.png").shape == read(Path("~/a.png")).shape == (1, 3, 64, 64)
    assert read("~nobody.png").shape == (1, 3, 64, 64)
    with pytest.raises(FileError, match="~/b.png: cannot be read"):
        read("~/b.png")


def test_whoever_looks_for_a_free_name_at_once_gets_one_of_his_own(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda number: files.write_free(tmp_path / "a.b.png", bytes([number])), range(32)))
    assert len(set(found)) == 32 and sorted(path.read_bytes()[0] for path in found) == list(range(32))
    assert tmp_path / "a.b-2.png" in found
    with pytest.raises(ZeroDivisionError):
        files.write_free(tmp_path / "a.b.png", lambda file: 1 / 0)  # type: ignore[arg-type]
    assert len(list(tmp_path.iterdir())) == 32


def film(kind: str, count: int = 3, side: int = 8) -> bytes:
    frames = [Image.new("RGB", (side, side), (80 * number, 0, 0)) for number in range(count)]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=70)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF"])
def test_a_film_is_read_frame_by_frame(kind: str) -> None:
    frames, times = files.read_film(film(kind))
    assert len(frames) == 3 and [frame.shape for frame in frames] == [(1, 3, 8, 8)] * 3
    assert times == [files.STILL_MS if kind == "TIFF" else 70] * 3
    assert files.read_film(encoded(picture()))[1] == []


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_a_film_cut_anywhere_is_one_line_or_a_film(kind: str) -> None:
    whole = film(kind)
    for length in range(0, len(whole), max(1, len(whole) // 60)):
        try:
            files.read_film(whole[:length])
        except FileError as error:
            assert "\n" not in str(error)


def test_a_film_too_long_or_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FRAMES", 2)
    with pytest.raises(FileError, match="has 3 frames; give at most 2"):
        files.read_film(film("GIF"))
    monkeypatch.setattr(files, "MAX_FRAMES", 9)
    monkeypatch.setattr(files, "MAX_PIXELS", 100)
    with pytest.raises(FileError, match="3 frames are too large together"):
        files.read_film(film("GIF"))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device without an end")
def test_what_has_no_end_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 1000)
    for name in ("/dev/zero", Path("/dev/zero")):
        with pytest.raises(FileError, match="larger than 1000 bytes"):
            files.load_bytes(name)
