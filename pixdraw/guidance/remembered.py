"""Embeddings of pictures, kept from run to run in the user's cache folder: a folder of guides is embedded once.

The key combines the SHA-256 of the file with a fingerprint of the perceptor: its embedding of a fixed picture on this
machine. Different weights, devices or kernels give a different key, so cached embeddings are bit-identical to
recomputed ones. Beyond MOST_BYTES those that were not used for longest are forgotten. Where the folder cannot be
written nothing is kept, and the run continues.
"""

from __future__ import annotations

import functools
import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from pixdraw.interfaces import Perceptor

MOST_BYTES = 2**26
"""Largest size of the file: some 25,000 embeddings of 512 numbers."""
WAIT_S = 2.0
"""How long another process may hold the file before nothing is remembered."""
_TABLE = "CREATE TABLE IF NOT EXISTS embeddings (key TEXT PRIMARY KEY, used REAL NOT NULL, numbers BLOB NOT NULL)"


def place() -> Path:
    """Return the file of the embeddings: in PIXDRAW_CACHE, or pixdraw in the user's cache."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "pixdraw"
    return Path(os.environ.get("PIXDRAW_CACHE") or base).expanduser() / "embeddings.sqlite"


def picture_key(content: bytes, frame: str | int = "") -> str:
    """Return the key of a picture: its file's SHA-256, and which frame of it."""
    return f"picture {hashlib.sha256(content).hexdigest()} {frame}"


class Memory:
    """What is remembered of one perceptor on one device."""

    def __init__(self, perceptor: Perceptor, device: torch.device) -> None:
        self._perceptor, self._device = perceptor, device

    def embed(self, what: str, make: Callable[[], Tensor]) -> Tensor:
        """Return the embedding [D] of `what`, a key: the one that is kept of earlier, or what `make` makes of it."""
        key = hashlib.sha256(f"{what}\n{self._fingerprint}".encode()).hexdigest()
        known = self._known(key)
        if known is not None:
            return known
        made = make()
        numbers = made.detach().float().cpu().contiguous().numpy().tobytes()
        with suppress(sqlite3.Error, OSError), _opened() as found:
            found.execute("INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)", (key, time.time(), numbers))
            _forget(found)
        return made

    def _known(self, key: str) -> Tensor | None:
        with suppress(sqlite3.Error, OSError, ValueError), _opened() as found:
            row = found.execute("SELECT numbers FROM embeddings WHERE key = ?", (key,)).fetchone()
            numbers = torch.from_numpy(np.frombuffer(row[0], np.float32).copy()) if row else torch.zeros(0)
            if numbers.shape == (self._perceptor.embed_dim,) and bool(numbers.isfinite().all()):
                found.execute("UPDATE embeddings SET used = ? WHERE key = ?", (time.time(), key))
                return numbers.to(self._device)
        return None

    @functools.cached_property
    @torch.no_grad()
    def _fingerprint(self) -> str:
        side = self._perceptor.image_size
        ramp = (torch.arange(side, device=self._device, dtype=torch.float32) / side).expand(side, side)
        picture = torch.stack([ramp, ramp.T, ramp * ramp.T])[None]
        seen = self._perceptor.encode_image(picture)[0].float().cpu().numpy().tobytes()
        return f"{self._perceptor.name} {side} {hashlib.sha256(seen).hexdigest()}"


@contextmanager
def _opened() -> Iterator[sqlite3.Connection]:
    file = place()
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(file, timeout=WAIT_S)) as found, found:
            found.execute("PRAGMA auto_vacuum = FULL")
            found.execute(_TABLE)
            yield found
    except sqlite3.OperationalError:
        raise  # held by another process, or not to be written
    except sqlite3.DatabaseError:
        file.unlink(missing_ok=True)  # damaged
        raise


def _forget(found: sqlite3.Connection) -> None:
    """Remove what was not used for longest, a quarter at once, where the file is too large."""
    (pages,), (size,) = (found.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
    if pages * size <= MOST_BYTES:
        return
    (count,) = found.execute("SELECT COUNT(*) FROM embeddings").fetchone()
    oldest = "SELECT key FROM embeddings ORDER BY used LIMIT ?"
    found.execute(f"DELETE FROM embeddings WHERE key IN ({oldest})", (max(1, count // 4),))
