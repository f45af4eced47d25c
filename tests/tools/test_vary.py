"""Variations of a picture: what is asked of a run, without drawing it."""

import json
from pathlib import Path

import pytest
import torch

from pixdraw.cli import app
from pixdraw.errors import PixdrawError, SettingsError
from pixdraw.imaging.files import save_png
from pixdraw.settings.model import Settings
from pixdraw.tools.vary import variations


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_picture_of_ours_is_varied_with_its_own_settings() -> None:
    kept = {
        "prompts": ["a knight"],
        "seed": [9],
        "size": [64, 64],
        "pixel_size": [16, 16],
        "iterations": 7,
        "vary": None,
    }
    save_png(torch.rand(4, 64, 64), "knight.png", {"pixdraw": json.dumps(kept)})
    found = variations("knight.png", strength=0.3, count=3, seed=5)
    assert (found.prompts, found.seed, found.size, found.iterations) == (("a knight",), (5, 6, 7), (64, 64), 7)
    assert (found.vary, found.init_image, found.init) == (0.3, "knight.png", "proposal")
    assert found.flat()["pixel_size"] == (16, 16) or found.flat()["pixel_size"] == [16, 16]
    assert variations("knight.png", ("a king",), iterations=3).prompts == ("a king",)


def test_a_sprite_of_another_program_keeps_its_cells() -> None:
    save_png(torch.rand(4, 20, 16), "hero.png")
    found = variations("hero.png", ("a hero",))
    assert found.size == (16 * 19, 20 * 19) and tuple(found.flat()["pixel_size"]) == (16, 20)
    assert found.init == "proposal"  # the sprite generator draws the new part
    save_png(torch.rand(3, 100, 200), "photo.png")
    photo = variations("photo.png", ("a house",))
    assert photo.size == (200, 100) and photo.init == "none"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, r"hero\.png: holds no settings of pixdraw; say what it shows with --prompt"),
        ({"prompts": ("x",), "strength": 0}, "strength=0: expected a number above 0, at most 1"),
        ({"prompts": ("x",), "count": 65}, "n=65: expected 1 to 64"),
    ],
)
def test_errors_are_one_line(given: dict, message: str) -> None:
    save_png(torch.rand(4, 8, 8), "hero.png")
    with pytest.raises(SettingsError, match=message):
        variations("hero.png", **given)


@pytest.mark.parametrize(
    "named", [{"perceptors": "hf-hub:x/y"}, {"palette": "@/etc/x"}, {"image_prompts": ["http://x/"]}]
)
def test_what_a_strangers_picture_names_is_used_only_with_trust(named: dict) -> None:
    save_png(torch.rand(4, 64, 64), "evil.png", {"pixdraw": json.dumps({"prompts": ["a knight"], **named})})
    with pytest.raises(SettingsError, match=f"evil.png: its settings use .*{next(iter(named))}=.*--trust"):
        variations("evil.png")
    for more in ({"trust": True}, named):  # with the user's word
        try:
            variations("evil.png", **more)
        except PixdrawError as error:
            assert "--trust" not in str(error)


def test_places_are_not_taken_from_the_picture() -> None:
    kept = {"prompts": ["a knight"], "output": "victim.png", "overwrite": True, "save_svg": True}
    save_png(torch.rand(4, 64, 64), "evil.png", {"pixdraw": json.dumps(kept)})
    found = variations("evil.png")
    assert (found.output, found.overwrite, found.save_svg) == ("", False, None)


def test_a_folder_is_varied_picture_by_picture(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Drawn:
        def __init__(self, settings: Settings) -> None:
            self.written = [Path(f"{settings.output}-1.png"), Path(f"{settings.output}-2.png")]

        def write(self) -> "Drawn":
            return self

        def finish(self) -> "Drawn":
            return self

    monkeypatch.setattr("pixdraw.drawing.Drawing", Drawn)
    Path("all").mkdir()
    for name in ("a.png", "b.png"):
        save_png(torch.rand(4, 20, 16), f"all/{name}")
    app(["vary", "all", "--prompt", "a hero", "--n", "2"])
    app(["vary", "all", "--prompt", "a hero", "--n", "2", "--output", "out"])
    app(["vary", "all/a.png", "--prompt", "a hero", "--output", "out/hero"])
    told = capsys.readouterr().out.split()
    assert told == [
        f"{stem}-{number}.png"
        for stem in ("a-varied", "b-varied", "out/a-varied", "out/b-varied", "out/hero")
        for number in (1, 2)
    ]
