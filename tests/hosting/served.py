"""Asking the running server."""

import time
from pathlib import Path
from typing import Any

import pytest

from examples.http_client import Client, Failed, Refused, content
from pixdraw.hosting.local import LocalServer
from pixdraw.sinks.metadata import read_settings

SMALL: dict[str, Any] = {
    "prompts": "a red heart",
    "iterations": 2,
    "settings": "size: 32x32\nnum_cuts: 2\ninit: none\npixel_parameters: cells",
}
LONG = {
    "prompts": "a red heart",
    "iterations": 20_000,
    "settings": "size: 64x64\nnum_cuts: 4\ninit: none\npixel_parameters: cells",
}

PATIENCE_S = 300.0
"""Far beyond what a busy machine takes: passing it means that something hangs."""


def drawn(client: Client, **inputs: Any) -> tuple[bytes, dict[str, Any]]:
    """The last result, and the whole answer."""
    answer = client.predict(**{**SMALL, **inputs})
    return content(answer["output"][-1]), answer


def settings_in(result: bytes, folder: Path) -> dict[str, Any]:
    path = folder / "result.png"
    path.write_bytes(result)
    return read_settings(path)


def wait_ready(client: Client) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while client.health() != "READY":
        assert time.monotonic() < deadline, "the server does not become ready"
        time.sleep(0.02)


def refusal(client: Client, **inputs: Any) -> str:
    """The one line with which a prediction fails."""
    with pytest.raises((Failed, Refused)) as error:
        client.predict(**{**SMALL, **inputs})
    assert "Traceback" not in str(error.value)
    return str(error.value)


def outputs(server: LocalServer) -> list[str]:
    return [path.name for path in server.tmp.rglob("*") if path.is_file()]
