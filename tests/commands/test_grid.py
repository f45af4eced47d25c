"""`pixdraw grid`: prompts, manners, seeds and settings against each other."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

import pixdraw
from pixdraw.drawing import Drawing
from pixdraw.errors import SettingsError
from pixdraw.tools.grid import Grid, draw_grid, parse_vary, sheet
from tests.commands.test_upscale import run

SMALL: dict[str, Any] = {
    "size": "16x16",
    "iterations": 1,
    "num_cuts": 1,
    "init": "none",
    "pixel_parameters": "cells",
    "priors": "none",
}


def test_variations_are_read_and_mistakes_told() -> None:
    assert parse_vary(["seed=1, 2", "pixel-size=8x8;4x4"]) == {"seed": ["1", "2"], "pixel_size": ["8x8", "4x4"]}
    for texts, told in ((["seed"], "name=value"), (["seed=1,"], "name=value"), (["seed=1", "seed=2"], "twice")):
        with pytest.raises(SettingsError, match=told):
            parse_vary(texts)
    for prompts, vary, told in ((["a"], {}, "what to vary"), (["a"], {"seed": ["1"] * 300}, "at most 256")):
        with pytest.raises(SettingsError, match=told):
            draw_grid(prompts, vary, SMALL)
    for vary, given, told in (
        ({"sede": ["1", "2"]}, {}, "sede"),
        ({"pixel_size": ["4x4"]}, {"seed": "1,2"}, "2 pictures for 1 places"),
        ({"seed": ["1"]}, {"candidates": 3, "keep": 2}, "2 pictures for 1 places"),
    ):
        with pytest.raises(SettingsError, match=told):
            draw_grid(["a"], vary, {**SMALL, **given})


def test_columns_of_prompts_rows_of_seeds_and_the_best_of_candidates() -> None:
    given = {**SMALL, "pixel_size": "4x4", "candidates": 3}
    made = draw_grid(["a cat"], {"seed": ["5"], "manner": ["ink", "wool"]}, given)
    assert made.rows == ("seed=5",) and made.columns == ("ink", "wool")
    for manner, picture in zip(made.columns, made.pictures[0], strict=True):
        best = pixdraw.draw("a cat", manner=manner, seed=5, **given).images()[0]
        assert ImageChops.difference(picture, best).getbbox() is None


def test_a_grid_that_is_stopped_has_what_was_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    from pixdraw.tools import grid

    class Stopped(Drawing):
        count = 0

        def finish(self) -> "Stopped":
            Stopped.count += 1
            if Stopped.count > 1:
                raise KeyboardInterrupt
            super().finish()
            return self

    monkeypatch.setattr(grid, "Drawing", Stopped)
    with pytest.raises(KeyboardInterrupt) as stop:
        draw_grid(["a"], {"pixel_size": ["4x4", "8x8"]}, {**SMALL, "seed": 1})
    drawn, missing = stop.value.grid.pictures[0]  # type: ignore[attr-defined]
    assert len(drawn.getcolors()) > 1 and missing.getcolors() == [(256, (221, 221, 221))]


def test_each_place_has_the_picture_that_its_labels_say() -> None:
    made = draw_grid(["a cat"], {"manner": ["ink", "oil"], "pixel_size": ["4x4", "8x8"], "seed": ["1", "2"]}, SMALL)
    assert made.columns == ("seed=1", "seed=2")
    assert made.rows == tuple(f"{manner}, pixel_size={size}" for manner in ("ink", "oil") for size in ("4x4", "8x8"))
    alone = pixdraw.draw("a cat", manner="oil", seed=2, pixel_size="4x4", **SMALL).images()[0]
    assert ImageChops.difference(made.pictures[2][1], alone).getbbox() is None
    assert ImageChops.difference(made.pictures[0][1], alone).convert("RGB").getbbox() is not None


def test_a_sheet_has_a_place_for_every_picture() -> None:
    red, blue = (Image.new("RGB", (20, 10), colour) for colour in ("red", "blue"))
    out = sheet(Grid(("one", "two"), ("a", "b"), ((red, blue), (blue, red))))
    counts = {colour: count for count, colour in out.getcolors(10_000)}
    assert counts[255, 0, 0] == counts[0, 0, 255] == 400


def test_it_writes_a_sheet_and_a_page_and_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "grid.png").write_bytes(b"mine")
    options = [word for name, value in SMALL.items() for word in ("--set", f"{name.replace('_', '-')}={value}")]
    assert run(monkeypatch, "grid", "a cat", "a <dog>", "--vary", "seed=1,2", *options) == 0
    assert capfd.readouterr().out.split() == ["grid-2.png", "grid-2.html"]
    text = Path("grid-2.html").read_text()
    assert text.count("<img") == 4 and "a &lt;dog&gt;" in text
    assert run(monkeypatch, "grid", "a cat", "--vary", "seed") == 2
    assert capfd.readouterr().err.count("\n") == 1


def test_its_picture_says_how_it_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    options = [word for name, value in SMALL.items() for word in ("--set", f"{name}={value}")]
    assert run(monkeypatch, "grid", "a cat", "--vary", "pixel_size=4x4;2x2", *options) == 0
    assert run(monkeypatch, "again", "grid.png", "--output", "same.png") == 0
    first, again = (Image.open(name) for name in ("grid.png", "same.png"))
    assert ImageChops.difference(first, again).getbbox() is None
    capfd.readouterr()
    assert run(monkeypatch, "again", "grid.png", "--seed", "5") == 0
    assert capfd.readouterr().out.split() == ["grid-2.png", "grid-2.html"]
    assert ImageChops.difference(first, Image.open("grid-2.png")).getbbox() is not None
    assert run(monkeypatch, "resume", "grid.png") == 2
    assert "`pixdraw again grid.png` draws it again" in capfd.readouterr().err
    (tmp_path / "look.png").write_bytes((tmp_path / "grid.png").read_bytes())
    assert run(monkeypatch, "grid", "a cat", "--vary", "image_prompts=look.png;grid.png", *options) == 0
    assert run(monkeypatch, "again", "grid-3.png") == 2
    assert "image_prompts=look.png; give --trust" in capfd.readouterr().err
