"""The one way from an address to its content: with the program's name, a limit of size and of time, errors in one line.

Pictures, palettes and weights are fetched by it. Addresses are http(s) ones, and `data:` ones that hold their content.
"""

from __future__ import annotations

import base64
import binascii
import http.client
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping

from pixdraw import __version__
from pixdraw.errors import FileError, brief

AGENT = f"pixdraw/{__version__}"
MOST_BYTES = 2**26
CONNECT_S = 20.0
"""A host has this long to answer, and to send each block."""
FETCH_S = 300.0
"""Total time limit in seconds of one download."""
BLOCK_BYTES = 2**16
SHOWN = 80
"""Characters of an address that an error shows."""

NETWORK_ERRORS = (OSError, http.client.HTTPException, ValueError)
"""Errors of a connection: refused, cut off, an answer that is not HTTP, an invalid address."""

_ADDRESS = re.compile(r"\s*(https?://|data:)", re.IGNORECASE)


class Unanswered(Exception):
    """An address gave no answer, or not the content; the message says why. `answer` is what HTTP said, if it did."""

    def __init__(self, reason: str, answer: urllib.error.HTTPError | None = None) -> None:
        super().__init__(reason)
        self.answer = answer


def is_address(source: object) -> bool:
    """Return whether a file's name is an address, in capitals or not."""
    return isinstance(source, str) and _ADDRESS.match(source) is not None


def shown(source: object) -> str:
    """Return a name or address as an error shows it, not longer than a line: the end of a path, else the beginning."""
    text = " ".join(str(source).split())
    if len(text) <= SHOWN:
        return text
    is_path = "/" in text and not is_address(text)
    return f"...{text[3 - SHOWN :]}" if is_path else f"{text[: SHOWN - 3]}..."


def fetch(address: str, most: int = MOST_BYTES) -> bytes:
    """Return the content of an address; FileError, in one line, where it is not to be had or longer than `most`."""
    try:
        data = _held(address) if address.strip()[:5].lower() == "data:" else _read(address, most)
    except Unanswered as error:
        raise FileError(f"{shown(address)}: cannot be fetched ({error}); check the address") from error
    if len(data) > most:
        raise FileError(f"{shown(address)}: larger than {most} bytes; download and shrink it first")
    return data


def open_address(
    address: str, headers: Mapping[str, str] | None = None, timeout_s: float = CONNECT_S
) -> http.client.HTTPResponse:
    """Return the opened answer of an http(s) address; raises Unanswered.

    Asks in a thread, because looking up a host knows no timeout.
    """
    answers: list[http.client.HTTPResponse | Exception] = []

    def ask() -> None:
        try:
            request = urllib.request.Request(plain(address), headers={"User-Agent": AGENT, **(headers or {})})
            answers.append(urllib.request.urlopen(request, timeout=timeout_s))
        except Exception as error:  # handed to the thread that waits
            answers.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(2 * timeout_s)
    if not answers:
        raise Unanswered("does not answer")
    answer = answers[0]
    if isinstance(answer, urllib.error.HTTPError):
        raise Unanswered(f"HTTP {answer.code} {' '.join(str(answer.reason).split())}".strip(), answer) from answer
    if isinstance(answer, Exception):
        raise Unanswered(reason(answer)) from answer
    return answer


def plain(address: str) -> str:
    """Return an address as it is sent: without blanks about it, other characters than ASCII written in it."""
    parts = urllib.parse.urlsplit(address.strip())
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path = urllib.parse.quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
    return urllib.parse.urlunsplit((parts.scheme.lower(), host, path, query, ""))


def reason(error: Exception) -> str:
    """Return why a connection failed, in one line."""
    cause = getattr(error, "reason", None)
    cause = cause if isinstance(cause, Exception) else error
    return brief(OSError(getattr(cause, "strerror", None) or str(cause) or type(cause).__name__))


def _read(address: str, most: int) -> bytes:
    ends_at, parts, size = time.monotonic() + FETCH_S, [], 0
    with open_address(address) as response:
        length = response.headers.get("Content-Length") or ""
        try:
            while size <= most and (block := response.read1(BLOCK_BYTES)):
                parts.append(block)
                size += len(block)
                if time.monotonic() > ends_at:
                    raise Unanswered(f"sends too slowly: {size} bytes in {FETCH_S:.0f} s")
        except NETWORK_ERRORS as error:
            raise Unanswered(f"broke off: {reason(error)}") from error
    if size <= most and length.isdigit() and size < int(length):
        raise Unanswered(f"broke off after {size} of {length} bytes")
    return b"".join(parts)


def _held(address: str) -> bytes:
    """Return what a `data:` address holds (RFC 2397)."""
    head, comma, body = address.strip().partition(",")
    if not comma:
        raise Unanswered("no comma between what it is and its content")
    if not head.lower().endswith(";base64"):
        return urllib.parse.unquote_to_bytes(body)
    try:
        return base64.b64decode(urllib.parse.unquote_to_bytes(body), validate=False)
    except binascii.Error as error:
        raise Unanswered(f"no base64: {error}") from error
