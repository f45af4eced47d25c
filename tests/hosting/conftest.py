"""The model behind Cog's own HTTP server, started once for all tests; folders of a request read without it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from examples.http_client import Client
from pixdraw.hosting.local import LocalServer
from tests.hosting.served import PATIENCE_S

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def memory_as_before() -> Iterator[None]:
    """Take back the bound that a prediction sets to its process, which is that of all tests."""
    if sys.platform != "linux":
        yield
        return
    import resource

    bounds = resource.getrlimit(resource.RLIMIT_DATA)
    yield
    resource.setrlimit(resource.RLIMIT_DATA, bounds)


@pytest.fixture(scope="session")
def server() -> Iterator[LocalServer]:
    pytest.importorskip("cog", reason="Cog is not installed: pip install 'pixdraw[cog]'")
    with LocalServer(ROOT, env={"OMP_NUM_THREADS": "1"}) as running:
        yield running


@pytest.fixture
def client(server: LocalServer) -> Client:
    return Client(server.url, patience_s=PATIENCE_S)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    inbox, outputs = tmp_path / "inbox", tmp_path / "outputs"
    inbox.mkdir()
    outputs.mkdir()
    return inbox, outputs
