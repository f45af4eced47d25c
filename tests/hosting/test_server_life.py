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
from tests.hosting.served import LONG, SMALL, drawn, outputs, refusal, wait_ready

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
