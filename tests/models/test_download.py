"""Downloads, from a server of the test's own that breaks off, lies and forgets."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pixdraw.errors import FileError, ModelError
from pixdraw.models import download as fetch
from pixdraw.models.download import download

DATA = bytes(range(256)) * 4096
SHA = hashlib.sha256(DATA).hexdigest()


class Mirror:
    """A server on this machine; `asked` notes each request's path and range."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []
        self.break_at: list[int] = []
        """How many bytes to send before breaking off, one for each of the next requests."""
        self.stall_at: list[int] = []
        """Likewise before falling silent."""
        self.version: str | None = '"1"'
        self.body = DATA
        self.heedless = False
        """Whether it sends the range that is asked for of any version."""
        self.off = 0
        """How many bytes too early it begins what it is asked for."""
        mirror = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                mirror.answer(self)

            def log_message(self, *args: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        wanted = request.headers.get("Range")
        self.asked.append((request.path, wanted))
        if request.path == "/gone":
            request.send_error(404)
            return
        page = request.path == "/page"
        body = b"<html>Sign in</html>" if page else b"" if request.path == "/empty" else self.body
        if wanted == f"bytes={len(DATA)}-":
            request.send_response(416)
            request.send_header("Content-Range", f"bytes */{len(DATA)}")
            request.end_headers()
            return
        if request.path == "/garbage":
            request.wfile.write(b"\x00 no\r\n\r\n")
            return
        known = self.heedless or request.headers.get("If-Range") in (None, self.version)
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and known else 0
        start = 0 if request.path == "/rangeless" else start
        request.send_response(206 if start else 200)
        if start:
            first = start - self.off
            request.send_header("Content-Range", f"bytes {first}-{len(body) - 1}/{len(body)}")
            body = body[:start] + body[first : first + len(body) - start]
        if self.version:
            request.send_header("ETag", self.version)
        request.send_header("Content-Type", "text/html" if page else "application/octet-stream")
        request.send_header("Content-Length", str(len(body) - start))
        request.end_headers()
        if self.stall_at:
            request.wfile.write(body[start : start + self.stall_at.pop(0)])
            time.sleep(1)
            return
        end = start + self.break_at.pop(0) if self.break_at else len(body)
        request.wfile.write(body[start:end])


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made = Mirror()
    yield made
    made.server.shutdown()


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_fetched_once_and_its_checksum_is_kept(mirror: Mirror, tmp_path: Path) -> None:
    path = download([f"{mirror.url}/a"], tmp_path / "sub" / "a.ckpt")
    assert path.read_bytes() == DATA
    assert files(path.parent) == ["a.ckpt", "a.ckpt.sha256"]
    assert path.with_name("a.ckpt.sha256").read_text().split() == [SHA, "a.ckpt"]
    download([f"{mirror.url}/a"], path)
    assert len(mirror.asked) == 1


def test_it_goes_on_where_it_broke_off(mirror: Mirror, tmp_path: Path) -> None:
    mirror.break_at = [1000, 500]
    path = download([f"{mirror.url}/a"], tmp_path / "a", sha256=SHA)
    assert path.read_bytes() == DATA
    assert [asked for _, asked in mirror.asked] == [None, "bytes=1000-", "bytes=1500-"]
    assert files(tmp_path) == ["a"]


def test_the_next_call_goes_on_where_the_last_gave_up(mirror: Mirror, tmp_path: Path) -> None:
    mirror.break_at = [1000] * fetch.ATTEMPTS
    with pytest.raises(ModelError, match="broke off"):
        download([f"{mirror.url}/a"], tmp_path / "a")
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "a.part").stat().st_size == 3000
    assert download([f"{mirror.url}/a"], tmp_path / "a").read_bytes() == DATA
    assert mirror.asked[-1][1] == "bytes=3000-"


def test_a_file_that_is_whole_but_unchecked_is_not_fetched_again(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(DATA)
    (tmp_path / "a.part.url").write_text(f"{mirror.url}/a")
    assert download([f"{mirror.url}/a"], tmp_path / "a", sha256=SHA).read_bytes() == DATA
    assert [asked for _, asked in mirror.asked] == [f"bytes={len(DATA)}-"]


def test_a_mirror_without_ranges_begins_again(mirror: Mirror, tmp_path: Path) -> None:
    mirror.break_at = [1000]
    assert download([f"{mirror.url}/rangeless"], tmp_path / "a", sha256=SHA).read_bytes() == DATA


@pytest.mark.parametrize("version", ['"new"', "Wed, 25 Nov 2020 20:00:00 GMT"])
def test_a_file_that_changed_meanwhile_begins_again(version: str, mirror: Mirror, tmp_path: Path) -> None:
    mirror.break_at, mirror.body, mirror.version = [1000] * fetch.ATTEMPTS, bytes(len(DATA)), '"old"'
    with pytest.raises(ModelError):
        download([f"{mirror.url}/a"], tmp_path / "a")
    mirror.body, mirror.version = DATA, version
    assert download([f"{mirror.url}/a"], tmp_path / "a").read_bytes() == DATA


@pytest.mark.parametrize("version", [None, 'W/"1"'])
def test_a_file_of_unknown_version_is_not_continued(version: str | None, mirror: Mirror, tmp_path: Path) -> None:
    mirror.break_at, mirror.body, mirror.version = [1000] * fetch.ATTEMPTS, bytes(len(DATA)), version
    with pytest.raises(ModelError, match="broke off"):
        download([f"{mirror.url}/a"], tmp_path / "a")
    assert files(tmp_path) == []
    mirror.break_at, mirror.body = [1000], DATA
    assert download([f"{mirror.url}/a"], tmp_path / "a").read_bytes() == DATA
    assert not any(asked for _, asked in mirror.asked)


def test_a_part_of_unknown_version_that_was_left_behind_is_not_continued(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(bytes(1000))
    (tmp_path / "a.part.url").write_text(f"{mirror.url}/a\n")
    assert download([f"{mirror.url}/a"], tmp_path / "a").read_bytes() == DATA
    assert mirror.asked == [("/a", None)]


def test_a_file_of_unknown_version_but_known_checksum_is_continued(mirror: Mirror, tmp_path: Path) -> None:
    mirror.break_at, mirror.version = [1000] * fetch.ATTEMPTS, None
    with pytest.raises(ModelError, match="broke off"):
        download([f"{mirror.url}/a"], tmp_path / "a", sha256=SHA)
    assert download([f"{mirror.url}/a"], tmp_path / "a", sha256=SHA).read_bytes() == DATA
    assert mirror.asked[-1] == ("/a", "bytes=3000-")


def test_pieces_of_two_files_are_noticed_by_their_checksum_and_fetched_again_once(
    mirror: Mirror, tmp_path: Path
) -> None:
    mirror.break_at, mirror.body, mirror.version = [1000] * fetch.ATTEMPTS, bytes(len(DATA)), None
    with pytest.raises(ModelError, match="broke off"):
        download([f"{mirror.url}/a"], tmp_path / "a", sha256=SHA)
    mirror.body = DATA
    assert download([f"{mirror.url}/a"], tmp_path / "a", sha256=SHA).read_bytes() == DATA
    assert [asked for _, asked in mirror.asked[fetch.ATTEMPTS :]] == ["bytes=3000-", None]
    mirror.asked.clear()
    mirror.break_at = [1000]
    with pytest.raises(ModelError, match="SHA-256"):
        download([f"{mirror.url}/a"], tmp_path / "b", sha256="0" * 64)
    assert [asked for _, asked in mirror.asked] == [None, "bytes=1000-", None]
    assert files(tmp_path) == ["a"]


def test_a_file_without_a_known_checksum_stays_the_one_of_the_first_fetch(
    mirror: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(fetch._LOG, "warning", lambda text, *parts: told.append(text % parts))
    path = tmp_path / "a.ckpt"
    download([f"{mirror.url}/a"], path)
    assert "no checksum of a.ckpt is known" in told[0]
    path.unlink()
    mirror.body, mirror.version = DATA[::-1], '"2"'
    with pytest.raises(ModelError, match="SHA-256.*fetched first"):
        download([f"{mirror.url}/a"], path)
    assert files(tmp_path) == ["a.ckpt.sha256"] and fetch.recorded(path) == SHA
    mirror.body = DATA
    told.clear()
    assert download([f"{mirror.url}/page", f"{mirror.url}/a"], path).read_bytes() == DATA
    assert told and not any("no checksum" in line for line in told)
    fetch.hold_to_record(path)
    path.write_bytes(DATA[:-1])
    with pytest.raises(ModelError, match="is not the file that was fetched first"):
        fetch.hold_to_record(path)


@pytest.mark.parametrize("text", ["", "no hash", "0" * 63, "é" * 64])
def test_a_damaged_record_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.sha256").write_text(text, "latin-1")
    assert fetch.recorded(tmp_path / "a") is None


def test_a_mirror_that_continues_another_version_is_not_believed(mirror: Mirror, tmp_path: Path) -> None:
    mirror.break_at, mirror.body, mirror.heedless = [1000] * fetch.ATTEMPTS, bytes(len(DATA)), True
    with pytest.raises(ModelError):
        download([f"{mirror.url}/a"], tmp_path / "a")
    mirror.body, mirror.version = DATA, '"2"'
    assert download([f"{mirror.url}/a"], tmp_path / "a").read_bytes() == DATA
    assert [asked for _, asked in mirror.asked[fetch.ATTEMPTS :]] == ["bytes=3000-", None]


def test_a_mirror_that_goes_on_elsewhere_is_not_believed(mirror: Mirror, tmp_path: Path) -> None:
    mirror.break_at, mirror.off = [1000], 500
    assert download([f"{mirror.url}/a"], tmp_path / "a").read_bytes() == DATA
    assert [asked for _, asked in mirror.asked] == [None, "bytes=1000-", None]


def test_what_came_before_a_stall_is_kept(mirror: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "CONNECT_S", 0.2)
    monkeypatch.setattr(fetch, "ATTEMPTS", 1)
    mirror.stall_at = [1000, 0]
    for _ in range(2):
        with pytest.raises(ModelError, match="broke off"):
            download([f"{mirror.url}/a"], tmp_path / "a")
        assert (tmp_path / "a.part").stat().st_size == 1000
    assert download([f"{mirror.url}/a"], tmp_path / "a").read_bytes() == DATA


def test_a_stall_before_the_first_byte_leaves_nothing(
    mirror: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "CONNECT_S", 0.2)
    mirror.stall_at = [0] * fetch.ATTEMPTS
    with pytest.raises(ModelError, match="broke off"):
        download([f"{mirror.url}/a"], tmp_path / "a")
    assert files(tmp_path) == []


def test_another_mirror_does_not_continue_the_first_ones_file(mirror: Mirror, tmp_path: Path) -> None:
    mirror.break_at = [1000] * fetch.ATTEMPTS
    path = download([f"{mirror.url}/a", f"{mirror.url}/b"], tmp_path / "a")
    assert path.read_bytes() == DATA
    assert mirror.asked[-1] == ("/b", None)


@pytest.mark.parametrize(
    ("path", "says"),
    [("gone", "HTTP 404"), ("page", "web page"), ("empty", "empty"), ("b", "SHA-256"), ("garbage", "no")],
)
def test_wrong_answers_leave_nothing_and_the_next_mirror_is_asked(
    path: str, says: str, mirror: Mirror, tmp_path: Path
) -> None:
    known = "0" * 64 if path == "b" else None
    with pytest.raises(ModelError, match=says) as caught:
        download([f"{mirror.url}/{path}"], tmp_path / "a", sha256=known)
    assert "\n" not in str(caught.value)
    assert files(tmp_path) == []
    assert download([f"{mirror.url}/{path}", f"{mirror.url}/a"], tmp_path / "c").read_bytes() if not known else True


def test_a_file_of_another_size_is_refused(mirror: Mirror, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="expected about 9"):
        download([f"{mirror.url}/a"], tmp_path / "a", about_mb=9)
    assert files(tmp_path) == []
    download([f"{mirror.url}/a"], tmp_path / "a", about_mb=1)


def test_a_leftover_of_no_bytes_is_no_file(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert download([f"{mirror.url}/a"], tmp_path / "a").read_bytes() == DATA


def test_no_mirror_that_answers_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="127.0.0.1:9") as caught:
        download(["http://127.0.0.1:9/a"], tmp_path / "a")
    assert "\n" not in str(caught.value)


def test_a_place_that_cannot_be_written_is_told(mirror: Mirror, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileError, match="cannot be written"):
        download([f"{mirror.url}/a"], tmp_path / "file" / "a")
