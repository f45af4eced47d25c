"""A client of the hosted model, standard library only: one answer, a stream of events, cancelling.

Serve the model (`python -m pixdraw.hosting.local`, or the image of `cog build`), then

    python examples/http_client.py "a red heart #pixelart" --output heart.png
    python examples/http_client.py "a red heart #pixelart" --stream -i iterations=300
    python examples/http_client.py "a red heart #pixelart" --cancel-after 2 -i init_image=@photo.png
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import json
import mimetypes
import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Refused(Exception):
    """The server did not take the request: `status` 422 for wrong inputs, 409 while it is busy."""

    def __init__(self, status: int, answer: Any) -> None:
        super().__init__(f"HTTP {status}: {answer}")
        self.status, self.answer = status, answer


class Failed(Exception):
    """The prediction failed; the message is the server's."""


class Client:
    """Talks to one server, which draws one prediction at a time."""

    def __init__(self, url: str, *, patience_s: float = 60.0) -> None:
        self.url = url.rstrip("/")
        self._patience_s = patience_s

    def predict(self, **inputs: Any) -> dict[str, Any]:
        """Draw and return the whole answer: output (data: URLs, the results last), logs, metrics. Raises Failed.

        Closing the connection cancels the prediction.
        """
        with self._send("POST", "/predictions", {"input": inputs}) as response:
            answer: dict[str, Any] = json.load(response)
        if answer["status"] != "succeeded":
            raise Failed(answer.get("error") or answer["status"])
        return answer

    def stream(self, **inputs: Any) -> Iterator[tuple[str, dict[str, Any]]]:
        """Draw and yield events as they come: start, log, metric, output (previews, then results), completed."""
        accept = {"Accept": "text/event-stream"}
        with self._send("POST", "/predictions", {"input": inputs}, accept) as response:
            event = ""
            for line in response:
                field, _, value = line.decode().rstrip("\n").partition(": ")
                if field == "event":
                    event = value
                elif field == "data":
                    yield event, json.loads(value)

    def start(self, **inputs: Any) -> str:
        """Begin drawing in the background and return the prediction's name, for `cancel`.

        There is no asking for its state: give the server a webhook, or use `stream`.
        """
        name = secrets.token_hex(12)  # letters and digits only: the server makes a folder of this name
        self._send("PUT", f"/predictions/{name}", {"input": inputs}, {"Prefer": "respond-async"}).close()
        return name

    def cancel(self, name: str) -> None:
        """End a prediction that `start` began."""
        self._send("POST", f"/predictions/{name}/cancel", {}).close()

    def health(self) -> str:
        """Return READY, BUSY, or another word for a server that takes no predictions."""
        with urllib.request.urlopen(f"{self.url}/health-check", timeout=60) as response:
            return str(json.load(response)["status"])

    def _send(self, method: str, path: str, body: Any, headers: dict[str, str] | None = None) -> Any:
        """Send a request; a busy server (409) is asked again until patience runs out."""
        ends_at = time.monotonic() + self._patience_s
        headers = {"Content-Type": "application/json", **(headers or {})}
        while True:
            request = urllib.request.Request(self.url + path, json.dumps(body).encode(), headers, method=method)
            try:
                return urllib.request.urlopen(request, timeout=900)
            except urllib.error.HTTPError as error:
                text = error.read().decode(errors="replace")
                if error.code != 409 or time.monotonic() > ends_at:
                    raise Refused(error.code, text) from error
            time.sleep(0.1)


def data_url(path: str | Path) -> str:
    """Return a file as the data: URL that file inputs take."""
    kind = mimetypes.guess_type(str(path))[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(Path(path).read_bytes()).decode()}"


def content(url: str) -> bytes:
    """Return the bytes in a data: URL."""
    return base64.b64decode(url.partition(",")[2])


def _inputs(pairs: list[str]) -> dict[str, Any]:
    inputs: dict[str, Any] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        inputs[name] = data_url(value[1:]) if value.startswith("@") else value
        with contextlib.suppress(ValueError):
            inputs[name] = json.loads(value)
    return inputs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prompts")
    parser.add_argument("--url", default="http://127.0.0.1:5000")
    parser.add_argument("--output", type=Path, default=Path("output.png"), help="file of the last picture")
    parser.add_argument("-i", action="append", default=[], metavar="NAME=VALUE", help="another input; @file sends one")
    parser.add_argument("--stream", action="store_true", help="show events as they come")
    parser.add_argument("--cancel-after", type=float, metavar="SECONDS")
    given = parser.parse_args()
    client, inputs = Client(given.url), {"prompts": given.prompts, **_inputs(given.i)}
    if given.cancel_after is not None:
        name = client.start(**inputs)
        time.sleep(given.cancel_after)
        client.cancel(name)
        print("cancelled")
    elif given.stream:
        for event, data in client.stream(**inputs):
            if event == "output":
                given.output.write_bytes(content(data["chunk"]))
                print(f"picture {data['index']} → {given.output}")
            elif event == "log":
                print(data["data"], end="")
    else:
        answer = client.predict(**inputs)
        given.output.write_bytes(content(answer["output"][-1]))
        print(f"{given.output}: {answer['metrics']}")


if __name__ == "__main__":
    main()
