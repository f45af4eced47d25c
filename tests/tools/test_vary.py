"""Variations of a picture: what is asked of a run, without drawing it."""

import json
from pathlib import Path

import pytest
import torch

from pixdraw import Drawing, __version__, again, draw
from pixdraw.cli import app
from pixdraw.errors import PixdrawError, SettingsError
from pixdraw.imaging.files import save_png
from pixdraw.settings.model import Settings, resolve
from pixdraw.sinks.metadata import read_record
from pixdraw.tools.vary import is_drawn_again, part, variations
from tests.fakes import Cache
from tests.sprite_generators import build_in


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


def ours(name: str = "sword.png", *, version: str = __version__, **settings: object) -> str:
    kept = {**resolve({"prompts": "a sword", "seed": 9, "size": "64,64", "pixel_size": "16,16"}).flat(), **settings}
    save_png(torch.rand(4, 64, 64), name, {"pixdraw": json.dumps({**kept, "given": {}, "version": version})})
    return name


def test_a_picture_that_rules_drew_is_drawn_again_with_the_seed_that_it_varies() -> None:
    found = variations(ours(), strength=0.3, count=2, seed=5, mask=None)
    assert (found.seed, found.vary, found.vary_seed) == ((5, 6), 0.3, ("9",))
    assert (found.init_image, found.init, found.size) == (None, "proposal", (64, 64))
    again = variations(ours(seed=[5], vary=0.3, vary_seed=["9"]), ("a sword",), strength=0.2)
    assert (again.vary, again.vary_seed, again.init_image) == (0.2, ("9", "5:0.3"), None)


@pytest.mark.parametrize(
    "settings",
    [
        {"prompts": ["a zorblax"]},
        {"prompts": ["a sword", "an axe"]},
        {"seed": [1, 2]},
        {"seed": 7},
        {"init_image": "sword.png"},
        {"proposal_style": "crawl"},
        {"init": "none"},
        {"version": "0.0"},
    ],
    ids=lambda given: "-".join(given),
)
def test_patches_of_other_pictures_are_drawn(settings: dict) -> None:
    assert is_drawn_again(read_record(ours("plain.png")))
    assert not is_drawn_again(read_record(ours("other.png", **settings)))
    found = variations(ours(), ("an axe",))
    assert (found.init_image, found.vary_seed) == ("sword.png", ())
    masked = part(ours(seed=[5], vary=0.3, vary_seed=["9"]), "mask.png")
    assert (masked.init_image, masked.vary, masked.vary_seed) == ("sword.png", None, ())


@pytest.mark.parametrize(
    "given", [{"vary_seed": "1,2"}, {"vary_seed": "1,2:0"}, {"vary_seed": "1,2:x"}, {"vary_seed": "-1"}], ids=str
)
def test_a_wrong_seed_to_vary_is_told(given: dict) -> None:
    with pytest.raises(SettingsError, match="expected"):
        resolve({"prompts": "a sword", **given})


def test_a_file_of_a_variation_draws_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    build_in(monkeypatch)
    small = {"size": "16,16", "pixel_size": "16,16", "iterations": 1, "num_cuts": 1}
    file = "first.png"
    first = Drawing(resolve({"prompts": "a sword", "seed": 1, "output": file, **small}), cache=Cache()).write().finish()
    several = Drawing(variations(file, count=3, output="kin"), cache=Cache()).write().finish()
    images = [image.tobytes() for image in (*first.images(), *several.images())]
    assert len(set(images)) > 2
    for name, image in zip(sorted(Path().glob("kin*.png")), several.images(), strict=True):
        assert again(name, cache=Cache()).images()[0].tobytes() == image.tobytes()
    (same,) = Drawing(variations(file, count=1, seed=2, strength=1e-9), cache=Cache()).finish().images()
    assert same.tobytes() == images[0]
    with pytest.raises(SettingsError, match="vary_seed=1: draws a whole picture"):
        draw("a sword", vary=0.3, vary_seed=1, init_image=file, cache=Cache(), **small)


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
