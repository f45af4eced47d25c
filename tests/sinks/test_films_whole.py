"""A film is whole or absent, whatever it is called and whatever becomes of ffmpeg."""

import stat
import sys
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import pytest
from PIL import Image

from pixdraw.errors import FileError
from pixdraw.sinks.metadata import read_settings
from pixdraw.sinks.paths import Destination, plan
from pixdraw.sinks.video import VideoSink
from tests.sinks.fakes import FakeSession, drive

REAL = imageio_ffmpeg.get_ffmpeg_exe()


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def film(session: FakeSession, **where: Any) -> VideoSink:
    sink = VideoSink(plan(session.labels, session.seeds, Destination(**where)), ("mp4", "gif", "webp", "apng"))
    drive(session, sink)
    return sink


@pytest.mark.parametrize(
    "name", ["take:2", "a=b", "-x", "a%d b", "a'b\"", "@x", "http:x", "#1;2", "a\\b", "-", "пёс", "file:x", "a,b|c"]
)
@pytest.mark.parametrize("where", ["output", "outdir"])
def test_a_name_means_nothing_to_ffmpeg(name: str, where: str) -> None:
    sink = film(FakeSession(total=3), **{where: name})
    assert len(sink.written) == 4 and all(path.stat().st_size for path in sink.written)
    assert read_settings(sink.written[0]) == read_settings(sink.written[1])
    assert not [path for path in Path().rglob("*") if path.name.startswith(".")]


@pytest.mark.parametrize("prompt", ["word " * 32_000, 'a=b;c#d\\e\n"f"', "é 猫 🐱"])
def test_a_prompt_of_any_length_goes_into_every_film(prompt: str) -> None:
    sink = film(FakeSession(total=3, labels=(prompt,)), output="x")
    for path in sink.written:
        assert read_settings(path)["prompts"] == [prompt], path


BROKEN = {
    "writes half and fails": "run([REAL, *args]); part = open(args[-1][5:], 'r+b'); part.truncate(200); sys.exit(1)",
    "writes nothing and says so": "sys.stdin.buffer.read(); print('no room is left', file=sys.stderr); sys.exit(228)",
    "is killed": "import os, signal; sys.stdin.buffer.read(10); os.kill(os.getpid(), signal.SIGKILL)",
    "says a lot": "sys.stderr.write('x' * 300_000); sys.exit(3)",
}


@pytest.mark.parametrize("way", BROKEN)
def test_a_cut_off_film_is_an_error_and_absent_and_the_others_are_there(
    way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    film(FakeSession(total=3), output="warm")  # which encoder there is, imageio asks once
    fake = Path("ffmpeg")
    fake.write_text(
        f"#!{sys.executable}\nimport sys\nfrom subprocess import run\n"
        f"REAL = {REAL!r}\nargs = sys.argv[1:]\n{BROKEN[way]}\n"
    )
    fake.chmod(fake.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr("imageio_ffmpeg.get_ffmpeg_exe", lambda: str(fake.absolute()))
    with pytest.raises(FileError, match=r"x\.mp4: ffmpeg could not write") as caught:
        film(FakeSession(total=300), output="x")
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 300
    assert not Path("x.mp4").exists() and not [path for path in Path().iterdir() if "tmp" in path.name]
    for name in ("x.gif", "x.webp", "x.apng"):
        with Image.open(name) as whole:
            whole.seek(whole.n_frames - 1)  # type: ignore[attr-defined]
