"""The little-endian bytes that Aseprite's files are made of."""

from __future__ import annotations

import struct
from typing import Any


class Reader:
    """Reads bytes one after the other; ValueError or struct.error beyond the end."""

    def __init__(self, data: bytes) -> None:
        self._data, self.place = data, 0

    def take(self, layout: str) -> tuple[Any, ...]:
        """Return the next values of a struct's layout."""
        values = struct.unpack_from(layout, self._data, self.place)
        self.place += struct.calcsize(layout)
        return values

    def raw(self, count: int) -> bytes:
        """Return the next `count` bytes."""
        if not 0 <= count <= len(self._data) - self.place:
            raise ValueError("the data ends too early")
        self.place += count
        return self._data[self.place - count : self.place]

    def rest(self) -> bytes:
        """Return the remaining bytes."""
        return self.raw(len(self._data) - self.place)

    def text(self) -> str:
        """Return a text: its length in bytes, then UTF-8."""
        (length,) = self.take("<H")
        return self.raw(length).decode("utf-8", "replace")


def text_bytes(text: str) -> bytes:
    """Return a text in UTF-8; lone surrogates, which it cannot hold, as question marks."""
    return text.encode("utf-8", "replace")


def framed(data: bytes) -> bytes:
    """Return bytes with their length, 16 bits, before them; longer ones are cut off."""
    return struct.pack("<H", min(len(data), 0xFFFF)) + data[:0xFFFF]


def chunk(kind: int, data: bytes) -> bytes:
    """Return a chunk: its length, its kind, its data."""
    return struct.pack("<IH", 6 + len(data), kind) + data
