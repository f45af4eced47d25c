"""The model over HTTP, as `python -m cog.server.http` serves it."""

import http.client
import io
import json
import re
import resource
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from examples.http_client import Client, Failed, Refused, content
from pixdraw.hosting.local import LocalServer
from pixdraw.sinks.metadata import read_settings
from tests.hosting.files import BAD_PICTURES, data_url, picture
from tests.hosting.test_requests import EVERY_TEXT

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
SMALL = {"prompts": "a red heart", "iterations": 2, "settings": "size: 32x32\nnum_cuts: 2\ninit: none"}
LONG = {"prompts": "a red heart", "iterations": 20_000, "settings": "size: 64x64\nnum_cuts: 4\ninit: none"}


def drawn(client: Client, **inputs: Any) -> tuple[bytes, dict[str, Any]]:
    """The last result, and the whole answer."""
    answer = client.predict(**{**SMALL, **inputs})
    return content(answer["output"][-1]), answer


def settings_in(result: bytes, folder: Path) -> dict[str, Any]:
    path = folder / "result.png"
    path.write_bytes(result)
    return read_settings(path)


def wait_ready(client: Client, most_s: float = 10.0) -> float:
    started = time.monotonic()
    while client.health() != "READY":
        assert time.monotonic() - started < most_s, "the server does not become ready"
        time.sleep(0.02)
    return time.monotonic() - started


def refusal(client: Client, **inputs: Any) -> str:
    """The one line with which a prediction fails."""
    with pytest.raises((Failed, Refused)) as error:
        client.predict(**{**SMALL, **inputs})
    assert "Traceback" not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({"prompts": "a blue|green tree:0.5"}, {"prompts": ["a blue|green tree:0.5"]}),
        (
            {"drawer": "clipdraw", "settings": "size: 32x32\nnum_cuts: 2\nstrokes: 8"},
            {"drawer": "clipdraw", "strokes": 8},
        ),
        ({"quality": "tiny"}, {"quality": "tiny", "perceptors": ["tiny"]}),
        ({"aspect": "widescreen", "settings": "scale: 0.25"}, {"aspect": "widescreen", "size": [50, 28]}),
        ({"pixel_type": "hex"}, {"pixel_type": "hex"}),
        ({"pixel_size": "7x5"}, {"pixel_size": [7, 5]}),
        ({"pixel_scale": 4.5}, {"pixel_scale": 4.5}),
        ({"palette": "black->white\\4"}, {"palette": "black->white\\4"}),
        ({"transparent": False}, {"transparent": False}),
        ({"transparent": True}, {"transparent": True}),
        ({"iterations": 3}, {"iterations": 3}),
        ({"seed": 12345}, {"seed": [12345]}),
        ({"seed": 5, "num_outputs": 3}, {"seed": [7]}),
        ({"output_format": "sprite"}, {"save_sprite": True}),
        (
            {"settings": "size: 48x32\nnum_cuts: 3\nauto_stop: true"},
            {"size": [48, 32], "num_cuts": 3, "auto_stop": True},
        ),
        ({"init_image": data_url(picture("red"))}, {"init_image": "init_image.png"}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_every_input_reaches_the_run(client: Client, tmp_path: Path, inputs: dict, expected: dict) -> None:
    result, answer = drawn(client, **inputs)
    found = settings_in(result, tmp_path)
    assert {name: found[name] for name in expected} == expected
    assert len(answer["output"]) == inputs.get("num_outputs", 1)


@pytest.mark.parametrize(
    ("inputs", "text"),
    [each for each in EVERY_TEXT if each[0].get("drawer") != "vqgan"],  # which may have no weights
    ids=lambda given: next(iter(given.values())),
)
def test_everything_a_text_may_set_reaches_the_run(
    client: Client, tmp_path: Path, inputs: dict[str, Any], text: dict[str, Any]
) -> None:
    text = {"size": [32, 32], "num_cuts": 2, **text, "batches": 1}
    found = settings_in(drawn(client, **inputs, settings=yaml.safe_dump(text))[0], tmp_path)
    assert {name: found[name] for name in text} == text


def test_what_a_text_sets_changes_the_picture(client: Client) -> None:
    texts = (
        "",
        "negative_prompts: red",
        "labels: sea",
        "spot_prompts: sea",
        "noise_prompt_seeds: 7",
        "zoom: 1.5\nzoom_every: 1",
        "losses: edge:20",
        "filters: tiler",
        "palette_size: 2\npalette_mode: lookup",
        "init: proposal",
        "init: proposal\nproposal_style: noto\nproposal_guidance: 0",
    )
    found = [
        drawn(client, seed=3, settings=f"size: 32x32\nnum_cuts: 2\nproposal_steps: 2\n{text}")[0] for text in texts
    ]
    assert len({Image.open(io.BytesIO(picture)).tobytes() for picture in found}) == len(texts) - 1  # "" proposes, too


@pytest.mark.parametrize("colour", ["red", "blue"])
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_the_init_image_is_what_the_drawing_starts_from(client: Client, colour: str, form: str) -> None:
    sent = data_url(picture(colour, form=form), f"image/{form.lower()}")
    result, _ = drawn(client, init_image=sent, iterations=1, transparent=False)
    with Image.open(io.BytesIO(result)) as image:
        red, _, blue = image.convert("RGB").resize((1, 1)).getpixel((0, 0))
    assert red > blue + 100 if colour == "red" else blue > red + 100


@pytest.mark.parametrize(
    ("output_format", "begin"),
    [("png", b"\x89PNG"), ("sprite", b"\x89PNG"), ("svg", b"<"), ("gif", b"GIF8"), ("mp4", b"\0\0\0")],
)
def test_every_format_is_what_it_says(client: Client, output_format: str, begin: bytes) -> None:
    result, answer = drawn(client, output_format=output_format, pixel_size="7x5")
    assert result.startswith(begin)
    assert len(answer["output"]) == 1
    if output_format == "sprite":
        with Image.open(io.BytesIO(result)) as image:
            assert image.size == (7, 5)
    if output_format == "svg":
        assert b"</svg>" in result


def test_the_answer_tells_seed_loss_and_timings_and_the_log_the_progress(client: Client) -> None:
    _, answer = drawn(client, seed=3, num_outputs=2, iterations=5)
    metrics = answer["metrics"]
    assert metrics["seed"] == [3, 4]
    assert len(metrics["loss"]) == 2
    assert set(metrics["timing"]) == {"load_s", "start_s", "draw_s", "write_s"}
    assert "step 5 of 5, loss " in answer["logs"]


def test_the_same_seed_draws_the_same_picture(client: Client) -> None:
    first, _ = drawn(client, seed=3)
    assert drawn(client, seed=3)[0] == first
    assert drawn(client, seed=4)[0] != first


def test_a_stream_shows_previews_while_drawing_then_the_results(client: Client, server: LocalServer) -> None:
    text = "size: 32x32\nnum_cuts: 1\ninit: none\ndisplay_every: 1"
    events = list(client.stream(**{**SMALL, "iterations": 63, "settings": text, "num_outputs": 2}))
    kinds = [kind for kind, _ in events]
    pictures = [data for kind, data in events if kind == "output"]
    assert kinds[0] == "start" and kinds[-1] == "completed"
    assert [data["index"] for data in pictures] == list(range(22))
    assert kinds.index("output") < max(index for index, kind in enumerate(kinds) if kind == "log")
    sizes = [Image.open(io.BytesIO(content(data["chunk"]))).size for data in pictures]
    assert set(sizes[:20]) == {(68, 32)} and sizes[20:] == [(32, 32)] * 2
    assert len(set(outputs(server))) == 22


def outputs(server: LocalServer) -> list[str]:
    return [path.name for path in server.tmp.rglob("*") if path.is_file()]


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
    assert "init_image" in refusal(client, init_image=data_url(BAD_PICTURES[name])).replace(
        "the given bytes", "init_image"
    )


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


@LINUX
@pytest.mark.parametrize("end", ["cancel", "disconnect"])
def test_a_prediction_ends_within_a_step_and_its_memory_comes_back(
    client: Client, server: LocalServer, end: str
) -> None:
    drawn(client)
    idle = memory_mb(server)
    large = {
        **LONG,
        "num_outputs": 8,
        "settings": "size: 400x400\nnum_cuts: 4\ninit: none\ntime_limit_s: 60",
        "iterations": 2000,
    }
    if end == "cancel":
        name = client.start(**large)
        wait_for_step(server)
        client.cancel(name)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("POST", "/predictions", json.dumps({"input": large}), {"Content-Type": "application/json"})
        wait_for_step(server)
        connection.close()
    assert wait_ready(client, 20) < 10  # a step takes a tenth of a second, the whole run minutes
    lines = server.log.read_text(errors="replace").count(" of 2000, loss")
    drawn(client)
    assert server.log.read_text(errors="replace").count(" of 2000, loss") == lines
    assert memory_mb(server) < idle + 100


def wait_for_step(server: LocalServer) -> None:
    """Wait for the log to tell of a first step of the prediction that was just begun."""
    before = server.log.read_text(errors="replace").count("step 1 of 2000,")
    deadline = time.monotonic() + 60
    while server.log.read_text(errors="replace").count("step 1 of 2000,") == before:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def worker(server: LocalServer) -> int:
    assert server.process is not None
    tasks = Path(f"/proc/{server.process.pid}/task").iterdir()  # the thread that started the worker is its parent
    return int(next(words for task in tasks if (words := (task / "children").read_text().split()))[0])


def memory_mb(server: LocalServer, kind: str = "VmRSS") -> float:
    found = re.search(rf"{kind}:\s+(\d+) kB", Path(f"/proc/{worker(server)}/status").read_text())
    assert found
    return int(found[1]) / 1024


def test_the_time_limit_gives_the_best_picture_so_far(client: Client) -> None:
    started = time.monotonic()
    _, answer = drawn(client, **{**LONG, "settings": LONG["settings"] + "\ntime_limit_s: 1"})
    assert time.monotonic() - started < 20
    assert answer["metrics"]["ended"] == "time_limit"
    assert 0 < answer["metrics"]["steps"] < 20_000


def test_only_one_prediction_is_drawn_at_a_time(client: Client, server: LocalServer) -> None:
    wait_ready(client)
    name = client.start(**LONG)
    with pytest.raises(Refused) as error:
        Client(server.url, patience_s=0).predict(**SMALL)
    assert error.value.status == 409
    client.cancel(name)
    wait_ready(client)


@LINUX
def test_out_of_memory_is_a_clear_failure_and_the_next_request_is_served(client: Client, server: LocalServer) -> None:
    drawn(client)
    limit = int(memory_mb(server, "VmSize") + 200) * 2**20
    resource.prlimit(worker(server), resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))
    try:
        text = refusal(client, num_outputs=12, settings="size: 800x800\nnum_cuts: 16", iterations=5)
        assert "OutOfMemory: out of memory" in text
        assert drawn(client)[0].startswith(b"\x89PNG")
    finally:
        resource.prlimit(worker(server), resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    wait_ready(client)


def test_files_are_written_in_one_folder_and_removed_by_the_next_prediction(
    client: Client, server: LocalServer
) -> None:
    drawn(client, num_outputs=3)
    (folder,) = {path.parent for path in server.tmp.rglob("*") if path.is_file()}
    assert len(outputs(server)) == 3
    drawn(client, init_image=data_url(picture("red")))
    assert not folder.exists()
    assert sorted(outputs(server)) == ["init_image.png", "picture.png"]
    assert {path.name for path in server.home.iterdir()} == {".cog", "server.log", "tmp"}
