import csv
import json
from pathlib import Path

import pytest
import torch
import yaml

from pixdraw.errors import FileError, SettingsError
from pixdraw.events import Finished
from pixdraw.imaging.files import read, read_png_text, save_png
from pixdraw.sinks.base import Sink
from pixdraw.sinks.frames import FramesSink
from pixdraw.sinks.losses import FETCH_EVERY, LossesSink
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.paths import Destination, OutputPaths, plan
from pixdraw.sinks.png import PngSink
from pixdraw.sinks.settings_file import SettingsSink
from pixdraw.sinks.sprite import SpriteSink
from pixdraw.sinks.svg import SvgSink
from tests.sinks.fakes import FakeSession, Opaque, drive

TWO = ("a red heart", "naïve 猫 | sea:0.5")


def paths_for(session: FakeSession, folder: Path) -> OutputPaths:
    return plan(session.labels, session.seeds, Destination(outdir=str(folder / "out")))


def test_the_picture_carries_all_its_settings(tmp_path: Path) -> None:
    session = FakeSession(labels=TWO)
    sink = PngSink(paths_for(session, tmp_path))
    drive(session, sink)
    assert [path.name for path in sink.written] == ["a-red-heart-1.png", "naive-猫-sea-2.png"]
    for item, path in enumerate(sink.written):
        assert read_settings(path) == session.item_settings(item)
        text = read_png_text(path)
        assert text["Title"] == TWO[item] and text["pixdraw_seed"] == str(item + 1)
        assert text["Software"].startswith("pixdraw ") and text["pixdraw_step"] == "5 of 5"
        saved = (session.images()[item] * 255).round() / 255
        assert torch.equal(read(path)[0], saved)


def test_the_picture_is_saved_while_drawing(tmp_path: Path) -> None:
    session = FakeSession(total=6)
    sink, steps = PngSink(paths_for(session, tmp_path), "2 iterations"), []
    for event in session.events():
        sink(event, session)
        steps.append(read_png_text(sink.written[0])["pixdraw_step"].split()[0] if sink.written else "")
    assert steps == ["", "", "2", "2", "4", "4", "6", "6"]
    assert len(sink.written) == 1


def test_an_interrupted_run_leaves_what_is_drawn(tmp_path: Path) -> None:
    session = FakeSession(total=6)
    sink = PngSink(paths_for(session, tmp_path))
    drive(session, sink, stop_at=3)
    assert read_png_text(sink.written[0])["pixdraw_step"] == "3 of 6"


def test_the_sprite_has_one_pixel_a_cell(tmp_path: Path) -> None:
    session = FakeSession(labels=TWO)
    sink = SpriteSink(paths_for(session, tmp_path), session)
    drive(session, sink)
    assert sink.written[0].name == "a-red-heart-1-sprite.png"
    assert torch.equal(read(sink.written[1])[0], (session.drawer.cells()[1] * 255).round() / 255)
    assert read_settings(sink.written[1]) == session.item_settings(1)


def test_the_svg_carries_all_its_settings(tmp_path: Path) -> None:
    session = FakeSession(labels=TWO)
    sink = SvgSink(paths_for(session, tmp_path), session)
    drive(session, sink)
    assert [read_settings(path) for path in sink.written] == [session.item_settings(0), session.item_settings(1)]
    assert 'width="27"' in sink.written[0].read_text()


@pytest.mark.parametrize("kind", [SvgSink, SpriteSink])
def test_a_drawer_without_the_ability_is_refused_at_once(kind: type[SvgSink | SpriteSink], tmp_path: Path) -> None:
    session = FakeSession(drawer=Opaque())
    with pytest.raises(SettingsError, match="Opaque") as caught:
        kind(paths_for(session, tmp_path), session)
    assert "\n" not in str(caught.value)


def test_frames_are_start_steps_and_end(tmp_path: Path) -> None:
    session = FakeSession(total=5)
    sink = FramesSink(paths_for(session, tmp_path), "2 iterations")
    drive(session, sink)
    assert [path.name for path in sink.written] == [f"frame_000{number}.png" for number in range(4)]
    blue = [float(read(path)[0, 2].max()) for path in sink.written]
    assert blue == pytest.approx([0.0, 0.4, 0.8, 1.0])


def test_frames_without_save_every_come_each_tenth_step(tmp_path: Path) -> None:
    session = FakeSession(total=20)
    sink = FramesSink(paths_for(session, tmp_path))
    drive(session, sink)
    assert len(sink.written) == 3


def test_settings_yaml_holds_the_whole_batch(tmp_path: Path) -> None:
    session = FakeSession(labels=TWO)
    sink = SettingsSink(paths_for(session, tmp_path))
    drive(session, sink)
    text = sink.written[0].read_text("utf-8")
    assert yaml.safe_load(text) == {"prompts": list(TWO), "seed": [1, 2]}
    assert "# iterations: 5" in text and "# size: [27, 16]" in text


def test_the_loss_table_has_a_row_for_each_step_and_item(tmp_path: Path) -> None:
    total = FETCH_EVERY + 3
    session = FakeSession(total=total, labels=TWO)
    sink = LossesSink(paths_for(session, tmp_path))
    drive(session, sink)
    rows = list(csv.DictReader(sink.written[0].open()))
    assert len(rows) == 2 * total
    assert rows[3] == {"step": "2", "item": "1", "total": "1.5", "prompts": "1.25", "smoothness": "0.25"}
    assert [int(row["step"]) for row in rows[::2]] == list(range(1, total + 1))


def test_a_second_end_does_no_harm(tmp_path: Path) -> None:
    session = FakeSession(labels=TWO)
    paths = paths_for(session, tmp_path)
    sinks: list[Sink[FakeSession]] = [
        PngSink(paths),
        SpriteSink(paths, session),
        SvgSink(paths, session),
        FramesSink(paths),
        SettingsSink(paths),
        LossesSink(paths),
    ]
    drive(session, *sinks)
    before = {path: path.read_bytes() for sink in sinks for path in sink.written}
    written = [list(sink.written) for sink in sinks]
    for sink in sinks:
        sink(Finished(5, 5, "interrupted"), session)
    assert written == [sink.written for sink in sinks]
    assert before == {path: path.read_bytes() for path in before}


@pytest.mark.parametrize("text", [{}, {"pixdraw": "{"}, {"pixdraw": "[]"}, {"pixdraw": "[" * 100_000}])
def test_a_png_without_settings_is_one_line(text: dict[str, str], tmp_path: Path) -> None:
    save_png(torch.zeros(3, 4, 4), tmp_path / "x.png", text)
    with pytest.raises(FileError) as caught:
        read_settings(tmp_path / "x.png")
    assert "\n" not in str(caught.value) and "x.png" in str(caught.value)


def test_an_svg_without_settings_is_one_line(tmp_path: Path) -> None:
    for name, content in {"a.svg": "<svg", "b.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}.items():
        (tmp_path / name).write_text(content)
        with pytest.raises(FileError, match=name):
            read_settings(tmp_path / name)
    with pytest.raises(FileError, match="missing.svg"):
        read_settings(tmp_path / "missing.svg")


def test_settings_are_json(tmp_path: Path) -> None:
    session = FakeSession()
    sink = PngSink(paths_for(session, tmp_path))
    drive(session, sink)
    assert json.loads(read_png_text(sink.written[0])["pixdraw"])["seed"] == [1]
