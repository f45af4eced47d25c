"""Frames drawn on by the loop: what stays to the bit, equal frames, one palette, closed loops."""

from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.formats.frames import SpriteFrames
from pixdraw.imaging.files import save_png, to_uint8
from pixdraw.tools.animate import animate, in_directions, measures
from pixdraw.tools.export import read
from pixdraw.tools.redraw import redrawn
from tests.commands.test_upscale import run
from tests.fakes import Cache
from tests.tools.test_animate import MAN, sprite

FAST: dict[str, Any] = {
    "iterations": 3,
    "num_cuts": 2,
    "perceptors": "x",
    "freedom": 9.0,
    "learning_rate": 0.9,
    "losses": [],
}


def finish(frames: SpriteFrames) -> SpriteFrames:
    return redrawn(frames, "red", strength=1.0, cache=Cache(), **FAST)


def test_what_has_moved_is_drawn_on_in_its_colours_and_all_else_stays() -> None:
    man = sprite(MAN)
    plain = animate(man, ["walk", "attack"], count=4)
    drawn = finish(plain)
    assert torch.equal(drawn.pixels[:, 3], plain.pixels[:, 3]) and drawn.tags == plain.tags
    assert not torch.equal(drawn.pixels, plain.pixels)
    for tag in plain.tags:
        own = slice(tag.first, tag.last + 1)
        assert torch.equal(drawn.pixels[tag.first], plain.pixels[tag.first])
        far = (plain.pixels[own] == plain.pixels[tag.first]).all(1)
        far = 1 - torch.nn.functional.max_pool2d(1 - far[:, None].float(), 3, 1, 1)
        stays = (far > 0).expand(-1, 4, -1, -1)
        assert torch.equal(drawn.pixels[own][stays], plain.pixels[own][stays])
    assert measures(drawn).new_colours == 0 and measures(drawn).overlap == measures(plain).overlap


def test_without_steps_frames_are_as_they_were() -> None:
    plain = animate(sprite(MAN), ["attack"], count=3)
    drawn = redrawn(plain, "red", cache=Cache(), **{**FAST, "iterations": 0})
    assert torch.equal(to_uint8(drawn.pixels), to_uint8(plain.pixels))


def test_equal_frames_stay_equal_and_mirrored_ones_mirrored() -> None:
    man = sprite(MAN)
    plain = animate(man, ["idle"], count=4)
    drawn = finish(plain)
    assert torch.equal(plain.pixels[1], plain.pixels[3]) == torch.equal(drawn.pixels[1], drawn.pixels[3])
    two = in_directions({"side": man}, ["walk"], 2, finish=finish, count=4)
    right, left = (two.pixels[tag.first : tag.last + 1] for tag in two.tags)
    assert torch.equal(right.flip(3), left)


def test_the_command_draws_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    save_png(sprite(MAN), "man.png")
    words = ["animate", "man.png", "--action", "attack", "--frames", "2"]
    assert run(monkeypatch, *words, "--redraw", "1", "--prompt", "a knight") == 0
    assert capfd.readouterr().out.split() == ["man-attack.gif"] and len(read(["man-attack.gif"])) == 2
    for more, told in (
        (["--redraw", "0.5"], "redraw=0.5: say what man.png shows"),
        (["--redraw", "2", "--prompt", "a"], "redraw=2: expected a number above 0"),
        (["--prompt", "a"], "give both"),
    ):
        assert run(monkeypatch, *words, *more) == 2
        told_us = capfd.readouterr().err
        assert told in told_us and told_us.count("\n") == 1
    with pytest.raises(SettingsError, match="strength=0"):
        redrawn(animate(sprite(MAN), ["attack"], count=2), "a", strength=0, cache=Cache())
