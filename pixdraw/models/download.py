"""Downloads large files from the first mirror that has them, continues interrupted downloads, and checks the result."""

from __future__ import annotations

import hashlib
import http.client
import logging
import os
import re
from collections.abc import Sequence
from pathlib import Path

from pixdraw import web
from pixdraw.errors import FileError, ModelError

_LOG = logging.getLogger(__name__)

CONNECT_S = 5.0
"""Seconds that a mirror has to answer, and to send each block."""
ATTEMPTS = 3
"""Attempts at a mirror that breaks off while it sends."""
BLOCK_BYTES = 2**20
SHA256 = re.compile("[0-9a-f]{64}")
RANGE = re.compile(r"bytes (\d+)-\d+/(?:\d+|\*)")
LONGEST_REASON = 160
TOLERANCE = 0.1
"""Largest relative difference of a file's size from a size that is only roughly known."""


def download(urls: Sequence[str], path: Path, *, sha256: str | None = None, about_mb: float | None = None) -> Path:
    """Download `path` from the first of `urls` that has it, unless it exists already; return `path`.

    Until it is complete and checked it is called PATH.part. The next call continues it where the mirror stated the
    version of the file, or where `sha256` can tell whether the pieces belong together; otherwise it starts again.
    Without a known SHA-256 that of the first download is written to PATH.sha256, and later downloads must have the
    same. Raises ModelError with what each mirror answered, FileError if nothing can be written.
    """
    if path.is_file() and path.stat().st_size:
        return path
    known = sha256 or recorded(path)
    if known is None:
        _LOG.warning("no checksum of %s is known: this download's is kept, and later ones must have it", path.name)
    part = path.with_name(f"{path.name}.part")
    answers = []
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for url in urls:
            try:
                in_pieces = _fetch(url, part, known is not None)
                try:
                    digest = _check(part, known, about_mb)
                except _Refused:
                    if not in_pieces:
                        raise
                    _fetch(url, part, known is not None)  # the pieces may be of two versions
                    digest = _check(part, known, about_mb)
            except _Refused as error:
                answers.append(f"{_host(url)}: {' '.join(str(error).split())[:LONGEST_REASON]}")
                continue
            if known is None:
                _beside(path).write_text(f"{digest}  {path.name}\n")
            part.replace(path)
            _note(part).unlink(missing_ok=True)
            return path
    except FileError:
        raise
    except OSError as error:
        raise FileError(f"{path}: cannot be written ({error.strerror or error})") from error
    raise ModelError(f"{path.name} cannot be fetched ({'; '.join(answers) or 'no mirror is known'})")


def recorded(path: Path) -> str | None:
    """Return the SHA-256 that PATH.sha256 keeps, or None."""
    try:
        words = _beside(path).read_text(encoding="utf-8", errors="replace").split()
    except OSError:
        return None
    return words[0].lower() if words and SHA256.fullmatch(words[0].lower()) else None


def hold_to_record(path: Path) -> None:
    """Write the SHA-256 of a file beside it, or compare it with the one that is there; raises ModelError if they
    differ.
    """
    known, found = recorded(path), _digest(path)
    if known is None:
        _beside(path).write_text(f"{found}  {path.name}\n")
    elif known != found:
        raise ModelError(
            f"{path}: is not the file that was fetched first (SHA-256 {found[:12]}…, then {known[:12]}…): remove it "
            f"and fetch it again, or remove {_beside(path).name} if you changed it yourself"
        )


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


class _Refused(Exception):
    """A mirror does not have the file, or has another one."""


def _fetch(url: str, part: Path, checked: bool) -> bool:
    """Download the rest of the file into `part`; return True if it was assembled from several responses.

    Raises _Refused, and OSError if it cannot be written.

    `checked`: a checksum will tell whether they are of one version, where the mirror does not say.
    """
    for attempt in range(ATTEMPTS):
        done, version = _keep(part, url, checked)
        try:
            with _ask(url, done, version) as response:
                done, total = _place(response, done, version)
                in_pieces = bool(done)
                if not done:
                    _note(part).write_text(f"{url}\n{_version(response)}")
                _LOG.warning("fetching %s, %s MB of %s", part.stem, f"{done / 1e6:.0f}", _megabytes(total))
                done += _copy(response, part, done)
        except web.Unanswered as error:
            answer = error.answer
            if answer is not None and answer.code == 416 and done:  # nothing is left to send, or the file has changed
                if (answer.headers.get("Content-Range") or "").endswith(f"/{done}"):
                    return True
                _drop(part)
                continue
            raise _Refused(str(error)) from error
        except FileError:
            raise
        except _Changed:
            _drop(part)
            continue
        except _Broken as error:
            _keep(part, url, checked)
            if attempt == ATTEMPTS - 1:
                raise _Refused(str(error)) from error
            continue
        except web.NETWORK_ERRORS as error:
            raise _Refused(web.reason(error)) from error
        if not done:
            _drop(part)
            raise _Refused("the file there is empty")
        if total is None or done == total:
            return in_pieces
    _keep(part, url, checked)
    raise _Refused(f"broke off {ATTEMPTS} times")


class _Broken(Exception):
    """The connection broke off in the middle."""


class _Changed(Exception):
    """The mirror's file is not the one that the received part belongs to."""


def _ask(url: str, done: int, version: str) -> http.client.HTTPResponse:
    """Return the opened answer, from byte `done` on. Raises Unanswered, and _Refused for a web page."""
    more = {"Range": f"bytes={done}-", **({"If-Range": version} if version else {})} if done else {}
    response = web.open_address(url, more, CONNECT_S)
    if (response.headers.get("Content-Type") or "").startswith("text/html"):
        response.close()
        raise _Refused("answers with a web page")
    return response


def _place(response: http.client.HTTPResponse, done: int, version: str) -> tuple[int, int | None]:
    """Return the offset of the answer and the length of the whole file; a mirror may ignore ranges. Raises _Changed."""
    if response.status == 206:
        found = RANGE.fullmatch(response.headers.get("Content-Range") or "")
        if found is None or int(found[1]) != done or (_version(response) or version) != version:
            raise _Changed  # some ignore If-Range and send ranges of any version
    else:
        done = 0
    length = response.headers.get("Content-Length")
    return done, None if length is None else done + int(length)


def _version(response: http.client.HTTPResponse) -> str:
    """Return the mirror's identifier of this version of the file, empty if it states none."""
    tag: str = response.headers.get("ETag") or response.headers.get("Last-Modified") or ""
    return "" if tag.startswith("W/") else tag  # ranges need a strong entity tag


def _copy(response: http.client.HTTPResponse, part: Path, done: int) -> int:
    """Append what is sent to `part`, from byte `done` on; return the number of bytes. Raises _Broken, FileError."""
    count = 0
    try:
        with part.open("r+b" if done else "wb") as file:
            file.seek(done)
            file.truncate()
            while block := _read(response):
                file.write(block)
                count += len(block)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise FileError(f"{part}: cannot be written ({error.strerror or error})") from error
    return count


def _read(response: http.client.HTTPResponse) -> bytes:
    try:
        return response.read1(BLOCK_BYTES)  # write what has come: a connection that stalls loses nothing
    except web.NETWORK_ERRORS as error:
        raise _Broken(f"broke off ({web.reason(error)})") from error


def _keep(part: Path, url: str, checked: bool) -> tuple[int, str]:
    """Keep the part if this mirror can continue it, otherwise remove it; return its bytes and its version."""
    note = _note(part)
    known, _, version = note.read_text().partition("\n") if note.is_file() else ("", "", "")
    size = part.stat().st_size if part.is_file() else 0
    if not size or known != url or not (version or checked):
        _drop(part)
        return 0, ""
    return size, version


def _check(part: Path, sha256: str | None, about_mb: float | None) -> str:
    """Return the SHA-256; raises _Refused, the file removed, where it or the size is not the known one."""
    size_mb = part.stat().st_size / 1e6
    if about_mb and abs(size_mb - about_mb) > TOLERANCE * about_mb:
        _drop(part)
        raise _Refused(f"sent {size_mb:.0f} MB, expected about {about_mb:.0f}")
    digest = _digest(part)
    if sha256 and digest != sha256:
        _drop(part)
        raise _Refused(f"its SHA-256 is {digest[:12]}…, expected {sha256[:12]}…, which is known or was fetched first")
    return digest


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK_BYTES):
            found.update(block)
    return found.hexdigest()


def _drop(part: Path) -> None:
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)


def _note(part: Path) -> Path:
    """Return the file that records of which mirror and which version `part` is."""
    return part.with_name(f"{part.name}.url")


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0]


def _megabytes(total: int | None) -> str:
    return "an unknown size" if total is None else f"{total / 1e6:.0f} MB"
