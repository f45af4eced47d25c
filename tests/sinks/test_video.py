from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
import pytest
import torch
from PIL import Image

from pixdraw.errors import FileError
from pixdraw.events import Finished
from pixdraw.sinks import mp4, reel, video
from pixdraw.sinks.mp4 import frames_per_second
from pixdraw.sinks.paths import Destination, plan
from pixdraw.sinks.video import VideoSink
from tests.sinks.fakes import FakeSession, Opaque, drive


def film(session: FakeSession, folder: Path, stop_at: int | None = None) -> VideoSink:
    sink = VideoSink(plan(session.labels, session.seeds, Destination(outdir=str(folder))), ("mp4", "gif"))
    drive(session, sink, stop_at=stop_at)
    return sink


def decode(path: Path) -> tuple[dict[str, Any], list[np.ndarray]]:
    frames = imageio_ffmpeg.read_frames(str(path))
    meta = next(frames)
    width, height = meta["size"]
    return meta, [np.frombuffer(frame, np.uint8).reshape(height, width, 3) for frame in frames]


@pytest.mark.parametrize(("frames", "fps"), [(2, 10), (140, 10), (280, 20), (840, 60), (10_000, 60)])
def test_the_rate_fills_14_seconds_within_limits(frames: int, fps: float) -> None:
    assert frames_per_second(frames) == fps


def test_a_film_shows_every_step_and_holds_the_last_a_second(tmp_path: Path) -> None:
    session = FakeSession(total=5, labels=("a", "b"))
    sink = film(session, tmp_path)
    assert [path.name for path in sink.written] == ["a-1.mp4", "a-1.gif", "b-2.mp4", "b-2.gif"]
    meta, frames = decode(sink.written[0])
    assert meta["size"] == (28, 16) and meta["fps"] == 10
    assert len(frames) == 6 + 9
    assert abs(frames[0][2:6, 2:6].astype(int) - 255).max() < 8  # the clear cell lies on white
    blue = [int(frame[11, 5, 2]) for frame in frames]
    assert blue[0] < 20 < blue[2] < blue[5] and blue[5] > 230 and blue[-1] == pytest.approx(blue[5], abs=3)
    assert len(list(tmp_path.iterdir())) == 4


def test_a_gif_shows_every_step_and_keeps_transparency(tmp_path: Path) -> None:
    sink = film(FakeSession(total=5), tmp_path)
    with Image.open(sink.written[1]) as gif:
        assert gif.size == (27, 16) and gif.n_frames == 6 and gif.info["loop"] == 0  # type: ignore[attr-defined]
        durations, corners, pixels = [], [], []
        for number in range(6):
            gif.seek(number)
            durations.append(gif.info["duration"])
            rgba = np.asarray(gif.convert("RGBA"))
            corners.append(int(rgba[2, 2, 3]))
            pixels.append(rgba[12, 4].tolist())
    assert durations == [100] * 5 + [1000]
    assert corners == [0] * 6
    assert [p[2] for p in pixels] == pytest.approx([0, 51, 102, 153, 204, 255], abs=2)


def test_a_long_gif_skips_frames_but_not_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(video, "MAX_GIF_FRAMES", 3)
    sink = film(FakeSession(total=5), tmp_path)
    with Image.open(sink.written[1]) as gif:
        assert gif.n_frames == 4  # type: ignore[attr-defined]
        gif.seek(3)
        assert gif.convert("RGB").getpixel((4, 12))[2] == 255  # type: ignore[index]


def test_an_interrupted_film_plays(tmp_path: Path) -> None:
    sink = film(FakeSession(total=50), tmp_path, stop_at=3)
    _, frames = decode(sink.written[0])
    assert len(frames) == 4 + 9


def test_a_long_run_has_a_bounded_film(tmp_path: Path) -> None:
    session = FakeSession(total=3 * reel.MAX_FRAMES + 1, drawer=Opaque())
    sink = VideoSink(plan(["a"], [1], Destination(outdir=str(tmp_path))), ("mp4", "gif"))
    drive(session, sink)
    meta, frames = decode(sink.written[0])
    assert meta["size"] == (10, 8)  # 9 x 7, padded to even sides
    assert len(frames) <= reel.MAX_FRAMES + 60


def test_frames_beyond_memory_go_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reel, "MEMORY_BYTES", 64)
    small = film(FakeSession(total=5), tmp_path / "a")
    monkeypatch.undo()
    large = film(FakeSession(total=5), tmp_path / "b")
    assert small.written[1].read_bytes() == large.written[1].read_bytes()


def test_a_second_end_does_no_harm(tmp_path: Path) -> None:
    session = FakeSession(total=5)
    sink = film(session, tmp_path)
    before = [path.read_bytes() for path in sink.written]
    sink(Finished(5, 5, "interrupted"), session)
    assert [path.read_bytes() for path in sink.written] == before


def test_a_film_that_cannot_be_written_is_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    session = FakeSession(total=2)
    sink = VideoSink(plan(["a"], [1], Destination(outdir=str(tmp_path / "gone"))), ("mp4",))
    (tmp_path / "gone").rmdir()
    with pytest.raises(FileError) as caught:
        drive(session, sink)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_single_frame_is_a_film(tmp_path: Path) -> None:
    mp4.write_mp4(tmp_path / "x.mp4", iter([np.zeros((4, 4, 3), np.uint8)]), 1)
    assert len(decode(tmp_path / "x.mp4")[1]) == 10
    assert torch.get_num_threads() == 1
