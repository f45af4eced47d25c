"""Every file of a run in few colours holds these alone: the colours of what is saved are counted."""

import re
from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.assembly.driving import drive
from pixdraw.imaging.files import read, to_uint8
from pixdraw.imaging.palettes import parse_palette
from pixdraw.sinks.standard import standard_sinks
from tests.fakes import small_session

PALETTE = "[#102030, #e04020, #20c060, #f0f0e0]"
KINDS = ("save_indexed", "save_sheet", "save_tileset", "save_sprite", "save_svg")
STROKES = {"drawer": "clipdraw", "strokes": 12, "save_sprite": False}


def saved(folder: Path, **given: Any) -> dict[str, Path]:
    wanted = {**dict.fromkeys(KINDS, True), "iterations": 3, "pixel_init_noise": 0.4, **given}
    if "drawer" in given:
        del wanted["pixel_init_noise"]
    session = small_session(outdir=str(folder), output="x", **wanted)
    sinks = standard_sinks(session)
    for _ in drive(session, sinks):
        pass
    return {path.name: path for sink in sinks for path in sink.written if path.suffix in (".png", ".svg")}


def colours_in(path: Path) -> set[tuple[int, ...]]:
    if path.suffix == ".svg":
        found = re.findall(r'(?:fill|stroke)="#(\w\w)(\w\w)(\w\w)"', path.read_text())
        return {tuple(int(part, 16) for part in colour) for colour in found}
    pixels = to_uint8(read(path)[0]).flatten(1).T
    if pixels.shape[1] == 4:
        pixels = pixels[pixels[:, 3] > 0, :3]
    return {tuple(row) for row in pixels.tolist()}


SQUARE: dict[str, Any] = {}
HEX = {"pixel_type": "hex"}
CASES = [
    *((SQUARE, "exact", "none", transparent) for transparent in (False, True)),
    *((SQUARE, "lookup", dither, alpha) for dither in ("none", "ordered", "diffusion") for alpha in (False, True)),
    (HEX, "exact", "none", True), (HEX, "lookup", "ordered", True), (HEX, "lookup", "diffusion", False),
    (STROKES, "exact", "none", True), (STROKES, "lookup", "none", True), (STROKES, "lookup", "diffusion", False),
]  # fmt: skip
"""What is drawn, how its colours are kept, whether it is dithered, and whether it is transparent."""


@pytest.mark.parametrize(("drawer", "mode", "dither", "transparent"), CASES)
def test_all_files_have_palette_colours_only(
    drawer: dict, mode: str, dither: str, transparent: bool, tmp_path: Path
) -> None:
    given = {**drawer, "palette_mode": mode, "lookup_dither": dither, "transparent": transparent}
    for folder, colours in (("palette", {"palette": PALETTE}), ("size", {"palette_size": 4})):
        files = saved(tmp_path / folder, **given, **colours)
        found = {name: colours_in(path) for name, path in files.items()}
        allowed = {tuple(row) for row in to_uint8(parse_palette(PALETTE)).tolist()} if folder == "palette" else None
        for name, used in found.items():
            assert used <= (allowed or found["x.png"] | used), name
            assert len(used) <= 4, name
            if mode == "exact" and name.endswith(".png") and transparent:
                assert set(to_uint8(read(files[name])[0, 3]).unique().tolist()) <= {0, 255}, name


def test_without_a_palette_the_filters_own_counts(tmp_path: Path) -> None:
    allowed = {tuple(row) for row in to_uint8(parse_palette("pico-8")).tolist()}
    for name, path in saved(tmp_path, filters="lookup", transparent=False).items():
        assert colours_in(path) <= allowed, name


@pytest.mark.parametrize("dither", ["none", "ordered", "diffusion"])
@pytest.mark.parametrize("size", ["40x32", "43x35"])
def test_the_sprite_is_the_picture_dot_for_cell(dither: str, size: str, tmp_path: Path) -> None:
    given: dict[str, Any] = {
        "palette": PALETTE,
        "palette_mode": "lookup",
        "lookup_dither": dither,
        "transparent": False,
    }
    files = saved(tmp_path, **given, size=size, lookup_dither_strength=0.6)
    picture, sprite = read(files["x.png"]), read(files["x-sprite.png"])
    height, width = picture.shape[2:]
    middles = [((torch.arange(n) + 0.5) * side / n).long() for n, side in ((8, height), (10, width))]
    assert torch.equal(picture[:, :, middles[0]][..., middles[1]], sprite)
    assert torch.equal(read(files["x-indexed.png"])[:, :3], sprite)
