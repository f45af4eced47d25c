"""A drawing ends in files for editors and engines without a second command."""

from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.formats.reading import read_frames
from pixdraw.settings.model import resolve
from pixdraw.tools.finish import for_engines
from tests.fakes import small_session


class Drawn:
    """A drawing that is done: a figure on clear ground, and where it was written."""

    def __init__(self, folder: Path, **given: Any) -> None:
        prompts = ["a knight", "a king"]
        given = {"prompts": prompts, "drawer": "pixel", "transparent": True, "pixel_hard_alpha": True, **given}
        self.session = small_session(init_image="figure.png", size=[24, 32], pixel_size=[12, 16], iterations=1, **given)
        self.settings, self.labels = self.session.settings, self.session.labels
        self.written = [folder / f"{label}.png" for label in ("knight", "king")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from pixdraw.imaging.files import save_png

    monkeypatch.chdir(tmp_path)
    figure = torch.zeros(4, 16, 12)
    figure[:, 2:10, 3:9] = 1
    figure[:, 10:15, 3:5] = figure[:, 10:15, 7:9] = 0.6
    figure[3] = (figure[3] > 0).float()
    save_png(figure, "figure.png")
    return tmp_path


def names(paths: list[Path]) -> set[str]:
    assert all(path.exists() for path in paths)
    return {path.name for path in paths}


def test_all_pictures_are_frames_of_one_file_with_a_tag_for_each_prompt(folder: Path) -> None:
    made = for_engines(Drawn(folder, export="aseprite,godot"))  # type: ignore[arg-type]
    assert {"knight.aseprite", "knight-godot.tres", "knight-godot.png"} <= names(made)
    frames = read_frames([folder / "knight.aseprite"])
    assert len(frames) == 2 and [tag.name for tag in frames.tags] == ["a knight", "a king"]


def test_each_sprite_is_moved_in_every_action(folder: Path) -> None:
    made = for_engines(Drawn(folder, action="walk, bob", action_frames=4, export=["aseprite"]))  # type: ignore[arg-type]
    assert names(made) == {"knight.aseprite", "king.aseprite"}
    frames = read_frames([folder / "king.aseprite"])
    assert len(frames) == 8 and [tag.name for tag in frames.tags] == ["walk", "bob"]
    films = for_engines(Drawn(folder, action="walk"))  # type: ignore[arg-type]
    assert names(films) == {"knight-walk.gif", "king-walk.gif"}
    again = for_engines(Drawn(folder, action="walk"))  # type: ignore[arg-type]
    assert names(again) == {"knight-walk-2.gif", "king-walk-2.gif"}


def test_errors_are_one_line(folder: Path) -> None:
    with pytest.raises(SettingsError, match=r"action='wakl': choose from idle, walk.*did you mean walk"):
        resolve({"prompts": ["a knight"], "action": "wakl"})
    with pytest.raises(SettingsError, match="export='gogot': choose from aseprite, godot"):
        resolve({"prompts": ["a knight"], "export": "gogot"})
    drawn = Drawn(folder, action="walk")
    drawn.written = []
    with pytest.raises(SettingsError, match="for drawings whose pictures are written"):
        for_engines(drawn)  # type: ignore[arg-type]
