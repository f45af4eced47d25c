"""The model over HTTP through cancelled, closed, long and large predictions."""

import http.client
import json
import re
import resource
import sys
import time
from pathlib import Path

import pytest

from examples.http_client import Client, Refused
from pixdraw.hosting.local import LocalServer
from tests.hosting.files import data_url, picture
from tests.hosting.served import LONG, PATIENCE_S, SMALL, drawn, outputs, refusal, wait_ready

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


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
        "settings": "size: 400x400\nnum_cuts: 4\ninit: none\npixel_parameters: cells\ntime_limit_s: 600",
        "iterations": 2000,
    }
    before = steps_told(server)
    if end == "cancel":
        name = client.start(**large)
        wait_for_step(server, before)
        client.cancel(name)
    else:
        wait_ready(client)  # else the answer is 409, busy, and nobody asks again
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("POST", "/predictions", json.dumps({"input": large}), {"Content-Type": "application/json"})
        wait_for_step(server, before)
        connection.close()
    at_end = steps_told(server)
    wait_ready(client)
    told = steps_told(server)
    assert told < at_end + 200  # a step or two on a quiet machine, out of two thousand
    drawn(client)
    assert steps_told(server) == told
    assert memory_mb(server) < idle + 100


def steps_told(server: LocalServer) -> int:
    """How many steps of such long runs the log tells of."""
    return server.log.read_text(errors="replace").count(" of 2000, loss")


def wait_for_step(server: LocalServer, before: int) -> None:
    """Wait for the log to tell of a step beyond the `before` ones."""
    deadline = time.monotonic() + PATIENCE_S
    while steps_told(server) <= before:
        assert time.monotonic() < deadline, "no step is drawn"
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
    _, answer = drawn(client, **{**LONG, "settings": f"{LONG['settings']}\ntime_limit_s: 1"})
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
        text = refusal(client, num_outputs=12, settings="size: 800x800\nnum_cuts: 16\ninit: none", iterations=5)
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
