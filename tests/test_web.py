"""Addresses, as they are given and as hosts answer them; the host is one of our own, on this machine."""

import base64
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pixdraw import web
from pixdraw.errors import FileError
from pixdraw.imaging.files import read
from pixdraw.imaging.palettes import parse_palette
from pixdraw.web import fetch, is_address, shown
from tests.imaging.test_files import WHOLE

OK = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
ANSWERS: dict[str, bytes] = {
    "/a.png": OK % len(WHOLE) + WHOLE,
    "/rot%20%C3%A9.png": OK % len(WHOLE) + WHOLE,
    "/q?a=b%20c&d=%2F": OK % len(WHOLE) + WHOLE,
    "/p.hex": OK % 14 + b"ff0000\n00ff00\n",
    "/no-length": b"HTTP/1.0 200 OK\r\n\r\n" + WHOLE,
    "/short": OK % (len(WHOLE) + 5) + WHOLE,
    "/no-http": b"what do you want?\r\n\r\n",
    "/nothing": b"",
    "/long-line": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000 + b"\r\n\r\n",
    "/bad-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
    "/cut-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc",
    "/bad-length": b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + WHOLE,
    "/teapot": b"HTTP/1.1 418 I am a\tteapot\r\nContent-Length: 0\r\n\r\n",
    "/moved": b"HTTP/1.1 302 Found\r\nLocation: /a.png\r\nContent-Length: 0\r\n\r\n",
    "/round": b"HTTP/1.1 302 Found\r\nLocation: /round\r\nContent-Length: 0\r\n\r\n",
    "/to-file": b"HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0\r\n\r\n",
}


@pytest.fixture
def host() -> Iterator[tuple[str, list[str]]]:
    """An address that answers as in ANSWERS, byte by byte, and what it was asked."""
    asked: list[str] = []

    def serve(client: socket.socket) -> None:
        with client:
            head = b""
            while b"\r\n\r\n" not in head and (block := client.recv(4096)):
                head += block
            asked.append(head.decode("latin-1"))
            words = asked[-1].split(" ")
            client.sendall(
                ANSWERS.get(words[1] if len(words) > 1 else "", b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
            )

    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=serve, args=(client,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield f"127.0.0.1:{server.getsockname()[1]}", asked


@pytest.mark.parametrize(
    "form",
    [
        "http://{}/a.png", "HTTP://{}/a.png", " http://{}/a.png\n", "http://{}/rot é.png", "http://{}/rot%20é.png",
        "Http://{}/q?a=b c&d=%2F", "http://{}/no-length", "http://{}/moved", "http://{}/a.png#part",
    ],
)  # fmt: skip
def test_addresses_as_people_write_them(form: str, host: tuple[str, list[str]]) -> None:
    assert is_address(form) and read(form.format(host[0])).shape == (1, 3, 64, 64)
    assert all(f"User-Agent: {web.AGENT}" in asked for asked in host[1]) and "Python-urllib" not in str(host[1])


def test_palettes_come_the_same_way(host: tuple[str, list[str]]) -> None:
    assert parse_palette(f"@HTTP://{host[0]}/p.hex").tolist() == [[1, 0, 0], [0, 1, 0]]
    assert parse_palette(f"http://{host[0]}/p.hex").tolist() == [[1, 0, 0], [0, 1, 0]]


@pytest.mark.parametrize(
    "path",
    ["/short", "/no-http", "/nothing", "/long-line", "/bad-chunk", "/cut-chunk", "/teapot", "/round", "/to-file", "/?"],
)
def test_what_a_host_does_wrong_is_one_line(path: str, host: tuple[str, list[str]]) -> None:
    with pytest.raises(FileError) as caught:
        fetch(f"http://{host[0]}{path}")
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 300 and path in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "http://", "http://[::1", "http://a b/c", "http://127.0.0.1:port/x", "http://127.0.0.1:99999/x", "http://\0/x",
        "http://127.0.0.1:9/x", f"http://{'a' * 70}.example/x", "https://127.0.0.1:9/x", "http://.../", "data:x",
        "data:;base64,a", "http://..é/", "http://user:word@127.0.0.1:9/x", "http://127.0.0.1:9/a\r\nHost: b",
    ],
)  # fmt: skip
def test_what_is_no_address_is_one_line(address: str) -> None:
    with pytest.raises(FileError) as caught:
        read(address)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 300


def test_a_bad_length_is_read_all_the_same_or_told(host: tuple[str, list[str]]) -> None:
    assert fetch(f"http://{host[0]}/bad-length") == WHOLE


def test_no_more_is_read_than_the_limit(host: tuple[str, list[str]]) -> None:
    for path in ("/a.png", "/no-length"):
        with pytest.raises(FileError, match="larger than 100 bytes"):
            fetch(f"http://{host[0]}{path}", 100)


def test_an_address_that_holds_its_content(tmp_path: Path) -> None:
    held = "data:image/png;base64," + base64.b64encode(WHOLE).decode()
    assert read(held).shape == (1, 3, 64, 64) and read("DATA" + held[4:]).shape == (1, 3, 64, 64)
    assert fetch("data:,a%20b") == b"a b"
    with pytest.raises(FileError) as caught:
        read(held[:-2000])
    assert len(str(caught.value)) < 300
    with pytest.raises(FileError, match="larger than"):
        fetch(held, 100)


def test_errors_show_no_more_than_a_line_of_a_name() -> None:
    assert shown("x" * 1000) == "x" * 77 + "..." and shown("a\nb") == "a b"
    assert shown("/folder" * 20 + "/heart.png").endswith("/folder/heart.png") and len(shown("/folder" * 20)) == 80
    assert shown("https://example.org/" + "x" * 100).startswith("https://example.org/x")
