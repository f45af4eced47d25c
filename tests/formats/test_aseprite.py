# mypy: disable-error-code="attr-defined"
# Another program's reader, without types.
"""Aseprite's files: what is written is read again, by us and by other programs' readers."""

import json
import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from pixdraw.errors import FileError
from pixdraw.formats import aseprite
from pixdraw.formats.ase_frames import document_of, frames_of
from pixdraw.formats.aseprite import Cel, Document, Layer
from pixdraw.formats.frames import Slice, Tag
from pixdraw.imaging.files import to_uint8
from tests.formats.fakes import hero


def layered(depth: int = 32) -> Document:
    """Two frames of three layers in a group, one of them hidden, with every part of a file."""
    channels = aseprite.CHANNELS[depth]
    rng = np.random.default_rng(1)
    bits = [rng.integers(0, 4, (3, 2, channels), dtype=np.uint8) for _ in range(4)]
    layers = (
        Layer("ground", background=depth != 32), Layer("figure", group=True), Layer("body", level=1, opacity=128),
        Layer("arm", level=1, visible=False, blend=1),
    )  # fmt: skip
    cels = (
        Cel(0, 0, 0, 0, bits[0]), Cel(0, 2, -1, 2, bits[1], opacity=200, z=1), Cel(0, 3, 1, 1, bits[2]),
        Cel(1, 0, 0, 0, bits[0]), Cel(1, 2, 3, 2, bits[3], raw=True),
    )  # fmt: skip
    palette = np.array([[0, 0, 0, 255], [250, 10, 20, 255], [1, 2, 3, 255], [0, 0, 0, 0]], np.uint8)
    tags = (Tag("walk", 0, 1, "pingpong"), Tag("läuft", 1, 1, "reverse"))
    slices = (Slice("box", 1, -2, 3, 4, (1, 3)), Slice("plain", 0, 0, 4, 4))
    return Document(4, 5, depth, (100, 250), layers, cels, palette, 3, tags, slices, '{"prompts": ["ä"]}')


def assert_same(one: Document, other: Document) -> None:
    for name in ("width", "height", "depth", "durations_ms", "layers", "clear", "tags", "slices", "text"):
        assert getattr(one, name) == getattr(other, name), name
    assert np.array_equal(one.palette, other.palette)
    assert len(one.cels) == len(other.cels)
    for mine, theirs in zip(one.cels, other.cels, strict=True):
        assert replace(mine, pixels=0, raw=0) == replace(theirs, pixels=0, raw=0)  # type: ignore[arg-type]
        assert np.array_equal(mine.pixels, theirs.pixels)


@pytest.mark.parametrize("depth", [8, 16, 32])
def test_a_document_is_read_as_it_was_written(depth: int) -> None:
    document = layered(depth)
    data = aseprite.write(document)
    assert_same(aseprite.read(data), document)
    assert struct.unpack_from("<IH", data) == (len(data), 0xA5E0)
    assert aseprite.read(data).cels[4].raw


@pytest.mark.parametrize("depth", [8, 16, 32])
def test_another_reader_finds_every_part(depth: int) -> None:
    py_aseprite = pytest.importorskip("py_aseprite")
    from py_aseprite import chunks

    document = layered(depth)
    found = py_aseprite.AsepriteFile(aseprite.write(document))
    assert (found.header.width, found.header.height, found.header.color_depth) == (4, 5, depth)
    assert [frame.frame_duration for frame in found.frames] == [100, 250]
    assert [layer.name for layer in found.layers] == ["ground", "figure", "body", "arm"]
    assert [layer.name for layer in found.layer_tree] == ["ground", "figure"]
    assert [layer.name for layer in found.layer_tree[1].children] == ["body", "arm"]
    kinds = {kind: [part for part in found.frames[0].chunks if isinstance(part, kind)] for kind in vars(chunks).values()
             if isinstance(kind, type)}  # fmt: skip
    (tags,) = kinds[chunks.FrameTagsChunk]
    assert [(tag["name"], tag["from"], tag["to"], tag["loop"]) for tag in tags.tags] == [
        ("walk", 0, 1, 2), ("läuft", 1, 1, 1)
    ]  # fmt: skip
    (palette,) = kinds[chunks.PaletteChunk]
    assert [colour["red"] for colour in palette.colors] == [0, 250, 1, 0]
    box, plain = kinds[chunks.SliceChunk]
    assert (box.name, box.slices[0]["x"], box.slices[0]["y"], box.slices[0]["pivot"]) == (
        "box",
        1,
        -2,
        {"x": 1, "y": 3},
    )
    assert (plain.name, plain.slices[0]["width"]) == ("plain", 4)
    assert json.loads(kinds[chunks.UserDataChunk][0].string) == {"prompts": ["ä"]}
    first, body, _ = kinds[chunks.CelChunk]
    assert first.data["data"] == document.cels[0].pixels.tobytes()
    assert (body.layer_index, body.x_pos, body.y_pos, body.opacity) == (2, -1, 2, 200)
    linked, raw = (part for part in found.frames[1].chunks if isinstance(part, chunks.CelChunk))
    assert (linked.cel_type, linked.data["link"]) == (1, (0,))
    assert (raw.cel_type, raw.data["data"]) == (0, document.cels[4].pixels.tobytes())


@pytest.mark.parametrize("colours", [3, 300])
def test_frames_come_back_as_they_were(colours: int) -> None:
    frames = hero(min(colours, 33))
    if colours == 300:
        frames = replace(frames, pixels=torch.rand(2, 4, 20, 20).mul(255).round().div(255).clamp(min=1 / 255))
        frames = replace(frames, durations_ms=(100, 120), tags=())
    document = document_of(frames.with_pivot("hero"))
    assert document.depth == (8 if colours < 256 else 32)
    found = frames_of(aseprite.read(aseprite.write(document)))
    assert torch.equal(found.pixels.mul(255).round(), frames.pixels.mul(255).round())
    assert (found.durations_ms, found.tags) == (frames.durations_ms, frames.tags)
    if colours == 3:
        assert found.slices == (Slice("hero", 1, 1, 2, 4, (1, 4)),)


def test_a_palette_keeps_its_order_and_the_clear_entry_is_last() -> None:
    palette = torch.tensor([[0.0, 1, 0], [1, 0, 0]])
    document = document_of(replace(hero(), palette=palette))
    assert document.palette[:2, :3].tolist() == [[0, 255, 0], [255, 0, 0]]
    assert document.clear == len(document.palette) - 1 and document.palette[-1].tolist() == [0, 0, 0, 0]


def test_layers_are_laid_over_each_other_as_they_are_shown() -> None:
    red, blue = (np.array([[[*rgb, 255]]], np.uint8) for rgb in ((255, 0, 0), (0, 0, 255)))
    layers = (Layer("a"), Layer("group", visible=False, group=True), Layer("hidden", level=1), Layer("b", opacity=51))
    cels = (Cel(0, 0, 0, 0, red), Cel(0, 2, 0, 0, blue), Cel(0, 3, 0, 0, blue), Cel(0, 3, 5, 5, blue))
    shown = frames_of(Document(2, 1, 32, (100,), layers, cels)).pixels
    assert torch.allclose(shown[0, :, 0, 0], torch.tensor([0.8, 0, 0.2, 1]))
    assert shown[0, 3, 0, 1] == 0
    blended = (*layers[:3], Layer("b", blend=1))
    with pytest.raises(FileError, match="layer 'b' has a blend mode that is not supported; use normal, addition"):
        frames_of(Document(2, 1, 32, (100,), blended, cels))


@pytest.mark.parametrize("colours", [3, 30])
def test_another_program_renders_the_same_frames(colours: int, tmp_path: Path) -> None:
    reader = pytest.importorskip("aseprite_reader", exc_type=ImportError)
    frames = hero(colours)
    frames = replace(frames, pixels=frames.pixels[[0, 1, 0, 3]])  # it does not read linked cels
    if colours == 30:  # half transparent: in true colour
        frames = replace(frames, pixels=torch.cat([frames.pixels[:, :3], frames.pixels[:, 3:] * 100 / 255], 1))
    path = tmp_path / "hero.aseprite"
    path.write_bytes(aseprite.write(document_of(frames)))
    found = reader.AsepriteFile(path)
    assert [(tag.name, tag.from_frame, tag.to_frame) for tag in found.tags] == [("walk", 0, 2), ("idle", 3, 3)]
    for (number, frame), pixels in zip(found.iter_frames(), to_uint8(frames.pixels), strict=True):
        found.render(frame, tmp_path / f"{number}.png")
        with Image.open(tmp_path / f"{number}.png") as picture:
            shown = torch.from_numpy(np.array(picture.convert("RGBA"))).permute(2, 0, 1)
        assert torch.equal(shown[3], pixels[3])
        assert torch.equal(shown[:3] * (shown[3] > 0), pixels[:3] * (pixels[3] > 0))


def test_damage_is_told_in_one_line() -> None:
    data = aseprite.write(layered())
    for cut in (0, 3, 60, 130, 140, 200, 300, len(data) - 5):
        with pytest.raises(FileError, match="x.aseprite: ") as caught:
            aseprite.read(data[:cut], "x.aseprite")
        assert "\n" not in str(caught.value)
    rng = np.random.default_rng(0)
    for _ in range(300):  # whatever a byte says, nothing else is raised
        broken = bytearray(data)
        broken[rng.integers(0, len(data))] = rng.integers(0, 256)
        try:
            frames_of(aseprite.read(bytes(broken), "x"))
        except FileError as error:
            assert "\n" not in str(error)
    with pytest.raises(FileError, match="not an Aseprite file"):
        aseprite.read(b"\x89PNG" + bytes(200), "x")
