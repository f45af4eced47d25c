from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from torch import Tensor

from pixdraw.assembly.driving import drive
from pixdraw.errors import SettingsError
from pixdraw.imaging.files import read
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.standard import standard_sinks
from tests.fakes import small_session

EVERYTHING = ["save_svg", "save_sprite", "save_steps", "make_video", "make_gif"]
EVERYTHING += ["save_settings", "save_losses", "save_checkpoint"]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def draw(**given: Any) -> tuple[list[Path], Tensor]:
    session = small_session(**given)
    sinks = standard_sinks(session)
    for _ in drive(session, sinks):
        pass
    return [path for sink in sinks for path in sink.written], session.images()


def test_a_plain_run_leaves_one_file() -> None:
    written, images = draw(output="output.png")
    assert written == [Path("output.png")] == list(Path().rglob("*"))
    assert torch.equal(read("output.png"), (images * 255).round() / 255)


def test_every_file_that_is_written_is_listed() -> None:
    written, _ = draw(
        prompts=["red", "green"], seed=[3], outdir="out/%SEQ%", save_every=4, **dict.fromkeys(EVERYTHING, True)
    )
    assert sorted(written) == sorted(path for path in Path().rglob("*") if path.is_file())
    assert {path.suffix for path in written} == {".png", ".svg", ".mp4", ".gif", ".yaml", ".csv", ".checkpoint"}


def test_a_picture_is_drawn_again_from_its_file() -> None:
    written, images = draw(prompts=["red", "green"], seed=[3, "word"], save_svg=True)
    assert len(written) == 8
    for item in range(4):
        for path in (written[item], written[4 + item]):
            given = read_settings(path)
            again, image = draw(**given)
            assert torch.equal(image[0], images[item])
            assert not set(again) & set(written)


@pytest.mark.parametrize("setting", ["save_svg", "save_sprite"])
def test_what_the_drawer_cannot_give_is_refused_before_the_run(setting: str) -> None:
    session = small_session(**{setting: True})
    parts = {name: getattr(session, name) for name in ("settings", "labels", "seeds")}
    with pytest.raises(SettingsError, match=f"{setting}=True"):
        standard_sinks(SimpleNamespace(**parts, drawer=object()))  # type: ignore[arg-type]
