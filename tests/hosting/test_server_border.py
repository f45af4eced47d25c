"""What the model over HTTP refuses, and in which words."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from examples.http_client import Client
from pixdraw.hosting.local import LocalServer
from tests.hosting.files import BAD_PICTURES, data_url, picture
from tests.hosting.served import SMALL, drawn, refusal, wait_ready


@pytest.mark.parametrize(
    "value",
    [
        "/etc/hostname",
        "file:///etc/hostname",
        "file:/etc/hostname",
        "../../etc/hostname",
        "etc",
        "",
        "ftp://127.0.0.1/x",
    ],
)
def test_local_paths_are_no_input_pictures(client: Client, value: str) -> None:
    assert "send the file itself" in refusal(client, init_image=value)


@contextmanager
def listener() -> Iterator[tuple[str, list[str]]]:
    """A web server that notes what is asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(picture("red"))

        def log_message(self, *args: object) -> None:
            pass

    web = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=web.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{web.server_port}/x.png", asked
    web.shutdown()
    thread.join()
    web.server_close()


def test_addresses_are_fetched_by_nobody(client: Client) -> None:
    with listener() as (url, asked):
        refusal(client, init_image=url)
        refusal(client, palette=f"@{url}")
        refusal(client, settings=f"perceptors: hf-hub:{url}")
        client.predict(**{**SMALL, "prompts": url})  # a text like any other
    assert asked == []


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_bad_pictures_are_refused(client: Client, name: str) -> None:
    assert "FileError: init_image: " in refusal(client, init_image=data_url(BAD_PICTURES[name]))


def test_pictures_of_too_many_bytes_are_refused(client: Client) -> None:
    assert "too large" in refusal(client, init_image=data_url(picture("red") + bytes(21 * 2**20)))


@pytest.mark.parametrize(
    "value", ["data:", "data:,", "data:image/png;base64,@@@", "data:image/png;base64", "data:;;;;,x"]
)
def test_damaged_data_urls_are_refused(client: Client, value: str) -> None:
    refusal(client, init_image=value)


@pytest.mark.parametrize(
    "inputs",
    [
        {"settings": "[" * 4000},
        {"settings": "a: &a [1, 2]\nb: [*a, *a]"},
        {"settings": "a: {b: {c: {}}}"},
        {"settings": "x" * 5000},
        {"settings": "num_cuts: !!python/object/apply:os.system ['true']"},
        {"settings": "perceptors: local-dir:/etc"},
        {"settings": "clip_models: local-dir:/etc"},
        {"settings": "outdir: /tmp/elsewhere"},
        {"settings": "output: ../elsewhere.png"},
        {"settings": "losses: aesthetic"},
        {"settings": "losses: tv:1e9"},
        {"settings": "filters: no_such"},
        {"settings": "overlay_image: /etc/passwd"},
        {"settings": "labels: '" + "|".join("x" * 40) + "'"},
        {"settings": "device: cuda"},
        {"settings": "save_checkpoint: true"},
        {"settings": "drawer: clipdraw"},
        {"settings": "init_image: /etc/passwd"},
        {"settings": "no_such_setting: 1"},
        {"settings": "num_cuts: many"},
        {"settings": "size: 8000x8000"},
        {"settings": "num_cuts: 1024", "num_outputs": 16},
        {"iterations": 100_000, "num_outputs": 16},
        {"iterations": 0},
        {"iterations": 100_001},
        {"num_outputs": 17},
        {"seed": -1},
        {"seed": 2**32},
        {"prompts": ""},
        {"prompts": " "},
        {"prompts": "x" * 1001},
        {"prompts": 5},
        {"prompts": "a||:2"},
        {"drawer": "no_such"},
        {"quality": "no_such"},
        {"quality": "normal"},
        {"pixel_size": "many"},
        {"pixel_size": "0x0"},
        {"pixel_scale": 0},
        {"pixel_type": "hex", "drawer": "clipdraw"},
        {"palette": "@/etc/passwd"},
        {"palette": "no such colour"},
        {"aspect": "retain"},
        {"output_format": "sprite", "drawer": "clipdraw"},
        {"output_format": "exe"},
    ],
    ids=lambda inputs: str(inputs)[:40],
)
def test_wrong_values_are_a_clear_failure(client: Client, inputs: dict) -> None:
    refusal(client, **inputs)


def test_the_server_draws_after_all_that(client: Client, server: LocalServer) -> None:
    assert drawn(client)[0].startswith(b"\x89PNG")
    wait_ready(client)
