"""Cog's own HTTP server over the model, without Docker: `python -m pixdraw.hosting.local`."""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from pixdraw.errors import PixdrawError
from pixdraw.hosting.schema import SCHEMA

START_S = 600.0


class ServerError(PixdrawError):
    """The server did not start."""


class LocalServer:
    """A running server on 127.0.0.1, as a context: `with LocalServer(Path()) as server: … server.url`.

    `root` holds predict.py; the server runs in a folder of its own, with `tmp` as its temporary folder, and leaves
    `root` as it is. With `validate=False` it runs as Cog does without a schema: it then hands every input on unseen.
    """

    def __init__(
        self,
        root: Path,
        *,
        port: int | None = None,
        env: Mapping[str, str] | None = None,
        validate: bool = True,
        prepare: Callable[[], None] | None = None,
    ) -> None:
        self.root = root.resolve()
        self.port = port or _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._env, self._validate, self._prepare = dict(env or {}), validate, prepare
        self._folder = tempfile.TemporaryDirectory(prefix="pixdraw-server-")
        self.home = Path(self._folder.name)
        self.tmp = self.home / "tmp"
        self.log = self.home / "server.log"
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> LocalServer:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the server and wait until it is ready; raises ServerError with its last words."""
        self.tmp.mkdir(exist_ok=True)
        env = self._environment()
        if self._validate:
            command = [sys.executable, "-m", "pixdraw.hosting.schema"]
            subprocess.run(command, cwd=self.home, env=env, check=True)
            assert (self.home / SCHEMA).exists()
        with self.log.open("wb") as log:
            command = [sys.executable, "-m", "cog.server.http", "--host", "127.0.0.1"]
            self.process = subprocess.Popen(
                command, cwd=self.home, env=env, stdout=log, stderr=subprocess.STDOUT, preexec_fn=self._prepare
            )
        deadline = time.monotonic() + START_S
        while self.health() != "READY":
            if self.process.poll() is not None or time.monotonic() > deadline or self.health() == "SETUP_FAILED":
                words = self.log.read_text(errors="replace")[-2000:]
                self.stop()
                raise ServerError(f"the server did not start: {words}")
            time.sleep(0.1)

    def stop(self) -> None:
        """End the server and remove its folder."""
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._folder.cleanup()

    def health(self) -> str:
        """Return the server's state, READY or BUSY in good health, or nothing while it does not answer."""
        try:
            with urllib.request.urlopen(f"{self.url}/health-check", timeout=5) as response:
                return str(json.load(response)["status"])
        except (OSError, ValueError, KeyError):
            return ""

    def _environment(self) -> dict[str, str]:
        # The server starts its worker as plain `python`; both find predict.py and the package by PYTHONPATH.
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        pythonpath = f"{self.root}{os.pathsep}{os.environ.get('PYTHONPATH', '')}".rstrip(os.pathsep)
        return {
            **os.environ,
            "PATH": path,
            "PYTHONPATH": pythonpath,
            "PORT": str(self.port),
            "TMPDIR": str(self.tmp),
            "COG_PREDICT_TYPE_STUB": f"{self.root / 'predict.py'}:Predictor",
            "LOG_FORMAT": "console",
            **self._env,
        }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    """Serve predict.py of the working directory until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=5000)
    port = parser.parse_args().port
    with LocalServer(Path(), port=port) as server:
        sys.stdout.write(f"{server.url} is ready; log in {server.log}\n")
        sys.stdout.flush()
        try:
            assert server.process is not None
            server.process.wait()
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
