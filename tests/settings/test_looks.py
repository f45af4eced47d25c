"""Bases and manners: names become what they stand for, a user's own among them."""

from pathlib import Path
from typing import Any

import pytest
import torch

import pixdraw
from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging.bases import parse_base
from pixdraw.settings.looks import built_in
from pixdraw.settings.model import iterate_items, resolve
from pixdraw.text.prompts import in_manner, parse_prompts

SMALL: dict[str, Any] = {
    "size": "16x16",
    "pixel_size": "8x8",
    "iterations": 1,
    "num_cuts": 1,
    "init": "none",
    "pixel_parameters": "cells",
    "priors": "none",
}


def test_every_base_that_comes_with_pixdraw_can_be_drawn() -> None:
    looks = built_in()
    assert len(looks["bases"]) >= 20 and len(looks["manners"]) >= 30
    for text in looks["bases"].values():
        parse_base(text)


def test_names_become_what_they_stand_for_and_stay_so() -> None:
    settings = resolve({"prompts": "a", "base": "Sunset", "manner": "Oil Painting|in wool"})
    assert settings.base == built_in()["bases"]["sunset"]
    assert settings.manner == (built_in()["manners"]["oil painting"], "in wool")
    assert not settings.transparent
    assert resolve(settings.flat()).flat() == settings.flat()


def test_own_ones_come_from_a_file_and_need_it_no_more(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("bases:\n  swamp: sky=#4a5a3a; noise=0.1\nmanners:\n  my hand: loose ink\n")
    settings = resolve({"prompts": "a", "base": "swamp", "manner": "my hand", "looks_file": str(file)})
    assert settings.base == "sky=#4a5a3a; noise=0.1" and settings.manner == ("loose ink",)
    assert settings.looks_file is None and "looks_file" not in settings.given()
    wrong = (
        ({"base": "sunsett"}, SettingsError, "did you mean sunset"),
        ({"base": "sunset", "init_noise": "snow"}, SettingsError, "would cover base"),
        ({"base": "swamp", "looks_file": str(tmp_path / "no.yaml")}, FileError, "cannot be read"),
        ({"manner": "a|b", "loop_frames": 2}, SettingsError, "at most one manner"),
    )
    for given, kind, told in wrong:
        with pytest.raises(kind, match=told):
            list(iterate_items(resolve({"prompts": "a", **given})))
    for text in ("- a list", "bases: sky", "skies:\n  a: sky=red", "bases:\n  a: [1]"):
        file.write_text(text)
        with pytest.raises(SettingsError, match=r"mine\.yaml"):
            resolve({"prompts": "a", "base": "sunset", "looks_file": str(file)})


def test_half_of_a_prompts_weight_goes_to_it_in_its_manner() -> None:
    found = in_manner(parse_prompts("a cat:2|fog:-1"), "in ink")
    assert [(prompt.text, prompt.weight) for prompt in found] == [("a cat", 1), ("a cat, in ink", 1), ("fog", -1)]
    assert in_manner(parse_prompts("a cat"), "") == parse_prompts("a cat")


def test_a_run_without_another_start_starts_from_its_base_and_others_stand_before_it(tmp_path: Path) -> None:
    base = "sky=red; ground=blue; horizon=0.5"
    given = {**SMALL, "learning_rate": 1e-6}
    plain = pixdraw.draw("a", base=base, seed=1, **given).tensor()[0]
    assert torch.allclose(plain[:3, 2, 8], torch.tensor([1.0, 0.0, 0.0]), atol=0.02)
    assert torch.allclose(plain[:3, 13, 8], torch.tensor([0.0, 0.0, 1.0]), atol=0.02)
    picture = torch.zeros(1, 4, 16, 16)
    picture[:, 1, 4:12, 4:12], picture[:, 3, 4:12, 4:12] = 1, 1
    pixdraw.imaging.files.save_png(picture, tmp_path / "square.png")
    before = pixdraw.draw("a", base=base, init_image=tmp_path / "square.png", seed=1, **given).tensor()[0]
    assert torch.allclose(before[:3, 6, 8], torch.tensor([0.0, 1.0, 0.0]), atol=0.02)
    assert torch.allclose(before[:3, 2, 2], torch.tensor([1.0, 0.0, 0.0]), atol=0.02)


def test_every_prompt_is_drawn_in_every_manner_and_each_is_its_single_run(tmp_path: Path) -> None:
    drawing = pixdraw.draw(["a cat", "a dog"], manner="ink|in wool", seed=[1, 2], **SMALL)
    assert drawing.labels == ("a cat",) * 4 + ("a dog",) * 4 and drawing.seeds == (1, 2) * 4
    alone = pixdraw.draw("a dog", manner="in wool", seed=1, **SMALL)
    assert torch.equal(alone.tensor()[0], drawing.tensor()[6])
    assert not torch.equal(drawing.tensor()[4], drawing.tensor()[6])
    paths = drawing.save(tmp_path / "p.png")
    assert torch.equal(pixdraw.again(paths[6]).tensor()[0], drawing.tensor()[6])
    (whole,) = drawing.save(tmp_path / "all.yaml")
    assert "in wool" in whole.read_text() and "bold black lines" in whole.read_text()
