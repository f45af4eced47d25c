"""Tables of colours as other programs write them, recognised by their content rather than their name."""

from __future__ import annotations

import codecs
import re
import struct
import warnings
from collections.abc import Callable, Sequence
from typing import TypeAlias

Colours: TypeAlias = "list[tuple[int, int, int]]"

ACT_BYTES, ACT_LONG_BYTES = 768, 772
MOST_BARE = 512
"""Maximum number of colours in a file of nothing but colour bytes, as emulators write it."""
MOST_BYTES = 2**20
"""Maximum size of a table in bytes; longer content is treated as a picture."""
OPAQUE = 128
"""Minimum alpha of an entry that counts as a colour, as in pictures."""
SHOWN = 40

_HEX = re.compile(r"(?:#|0x)?([0-9a-f]{6})", re.IGNORECASE)
_HEX_ALPHA = re.compile(r"([0-9a-f]{2})([0-9a-f]{6})", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d{1,9}")
_ROW = re.compile(r"\s*[+-]?\d+[\s,;]+[+-]?\d+[\s,;]+[+-]?\d+(?![\w.])")
_FOREIGN = {b"ASEF": "an Adobe swatch exchange (.ase)", b"PK\x03\x04": "a zip archive", b"%PDF": "a PDF"}
_PICTURES = (b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"RIFF")
_TEXT = re.compile(r"[^\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]*")


def read_table(data: bytes, suffix: str) -> Colours | None:
    """Return the colours of a file in their order, 0 to 255; None if the content is not a table of colours.

    Known are GIMP's palettes (.gpl), JASC's (.pal), Microsoft's (RIFF), Paint.NET's, lines of hexadecimal or decimal
    colours, Adobe's colour tables (.act) and bare bytes (.pal). The `suffix` matters only for the last two, which
    cannot be recognised by their content. Entries that are more than half transparent are skipped. Raises ValueError
    for a damaged table, and warns where its parts contradict each other.
    """
    for magic, what in _FOREIGN.items():
        if data.startswith(magic):
            raise ValueError(f"it is {what}; export the palette as .gpl or .hex")
    if data.startswith(b"RIFF") and data[8:12] in (b"PAL ", b""):
        return _read_riff(data)
    if data.startswith(_PICTURES) or len(data) > MOST_BYTES:
        return None
    text = _as_text(data)
    if text is None:
        return _read_bytes(data, suffix)
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        raise ValueError("it is empty")
    head = lines[0][1].lower()
    for sign, read in _HEADED.items():
        if head.startswith(sign):
            return read(lines[1:])
    bare = [(number, line) for number, line in lines if not line.startswith((";", "//", "# "))]
    if bare and all(_HEX.fullmatch(line) for _, line in bare):
        return [_rgb(line) for _, line in bare]
    if bare and (_HEX.fullmatch(bare[0][1]) or _ROW.match(bare[0][1])):
        return [_rgb(line) for _, line in bare] if _HEX.fullmatch(bare[0][1]) else _read_rows(bare)
    if suffix in SUFFIXES:
        raise ValueError(f"line {lines[0][0]}, {_cut(lines[0][1])}, is not a colour; expected rrggbb or three numbers")
    return None


def _as_text(data: bytes) -> str | None:
    """Return the content as text; None if it is binary."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace").lstrip("\ufeff")
    text = data.decode("utf-8", "replace") if b"\0" not in data else "\0"
    return text if text.count("\ufffd") * 8 <= len(text) and _TEXT.fullmatch(text) else None


def _read_gpl(lines: Sequence[tuple[int, str]]) -> Colours:
    """GIMP palette: after the header, lines of three numbers and a name; of Aseprite's with alpha four."""
    rows = [(n, line) for n, line in lines if not line.startswith("#") and not re.match(r"[A-Za-z ]+:", line)]
    alpha = any(re.fullmatch(r"channels:\s*rgba", line, re.IGNORECASE) for _, line in lines)
    return _read_rows(rows, named=not alpha and not _has_alpha(rows))


def _has_alpha(rows: Sequence[tuple[int, str]]) -> bool:
    """Return whether the fourth words of all rows are alpha, and not numbers as names."""
    words = [line.split() for _, line in rows]
    fourth = [word[3] for word in words if len(word) > 3 and word[3].isdigit() and len(word[3]) < 4]
    known = {int(number) for number in fourth}
    counted = [int(number) for number in fourth] in (list(range(len(rows))), list(range(1, len(rows) + 1)))
    return bool(rows) and len(fourth) == len(rows) and not counted and max(known) == 255


def _read_jasc(lines: Sequence[tuple[int, str]]) -> Colours:
    """Paint Shop Pro's text: version, number of colours, then a line of three or four numbers for each."""
    head = [line for _, line in lines[:2] if re.fullmatch(r"\d{1,5}", line)]
    rows = lines[len(head) :]
    colours = _read_rows(rows)
    if len(head) == 2 and int(head[1]) != len(rows):
        warnings.warn(
            f"the palette announces {int(head[1])} colours and holds {len(rows)}, which are used", stacklevel=2
        )
    return colours


def _read_paint_net(lines: Sequence[tuple[int, str]]) -> Colours:
    """Paint.NET: lines of aarrggbb."""
    rows = [(number, line) for number, line in lines if not line.startswith(";")]
    for number, line in rows:
        if not _HEX_ALPHA.fullmatch(line):
            raise ValueError(f"line {number}, {_cut(line)}, is not aarrggbb")
    return [_rgb(line[2:]) for _, line in rows if int(line[:2], 16) >= OPAQUE]


def _read_rows(rows: Sequence[tuple[int, str]], *, named: bool = False) -> Colours:
    """Read lines of three numbers, or four with alpha; a name may follow, and where `named` it may be a number."""
    colours: Colours = []
    for number, line in rows:
        words = re.split(r"[\s,;]+", line.strip(" ,;"))
        count = 3 if named or len(words) < 4 or not _NUMBER.fullmatch(words[3]) else 4
        values = [int(word) for word in words[:count] if _NUMBER.fullmatch(word)]
        if len(values) < count or len(values) < 3 or not all(0 <= value <= 255 for value in values):
            raise ValueError(f"line {number}, {_cut(line)}, is not a colour; expected three numbers from 0 to 255")
        if count == 3 or values[3] >= OPAQUE:
            colours.append((values[0], values[1], values[2]))
    return colours


def _read_riff(data: bytes) -> Colours:
    """Microsoft's palette: red, green, blue and flags for each entry."""
    start = data.find(b"data", 12)
    if start < 0 or len(data) < start + 12:
        raise ValueError("it is cut short before its colours; save it again")
    (count,) = struct.unpack("<H", data[start + 10 : start + 12])
    entries = data[start + 12 : start + 12 + 4 * count]
    if len(entries) < 4 * count:
        raise ValueError(f"it is cut short: {len(entries) // 4} of {count} colours are there; save it again")
    return _triples(entries, 4)


def _read_bytes(data: bytes, suffix: str) -> Colours | None:
    if suffix == ".act":
        return _read_act(data)
    if suffix in SUFFIXES:
        if suffix != ".pal" or len(data) % 3 or not 0 < len(data) <= 3 * MOST_BARE:
            raise ValueError(f"its {len(data)} bytes are no palette of a known kind; export it as .gpl or .hex")
        return _triples(data, 3)
    return None


def _read_act(data: bytes) -> Colours:
    """Adobe colour table: 256 colours, and perhaps how many of them count and which is transparent."""
    if len(data) not in (ACT_BYTES, ACT_LONG_BYTES):
        raise ValueError(f"it is {len(data)} bytes, not {ACT_BYTES} or {ACT_LONG_BYTES}")
    colours = _triples(data[:ACT_BYTES], 3)
    if len(data) == ACT_BYTES:
        return colours
    (count,), (swapped,) = struct.unpack(">H", data[768:770]), struct.unpack("<H", data[768:770])
    if count > 256 and 0 < swapped <= 256:
        warnings.warn(
            f"the palette's number of colours has its bytes in reverse order: it is read as {swapped}", stacklevel=2
        )
        count = swapped
    elif count > 256:
        warnings.warn(f"the palette announces {count} colours, but has room for 256: 256 are used", stacklevel=2)
    return colours[: count or 256]


def _triples(data: bytes, stride: int) -> Colours:
    return [(data[at], data[at + 1], data[at + 2]) for at in range(0, len(data) - 2, stride)]


def _rgb(line: str) -> tuple[int, int, int]:
    match = _HEX.fullmatch(line)
    if match is None:
        raise ValueError(f"{_cut(line)} is not rrggbb")
    red, green, blue = bytes.fromhex(match[1])
    return red, green, blue


def _cut(line: str) -> str:
    return repr(line if len(line) <= SHOWN else f"{line[:SHOWN]}...")


_HEADED: dict[str, Callable[[Sequence[tuple[int, str]]], Colours]] = {
    "gimp palette": _read_gpl,
    "jasc-pal": _read_jasc,
    ";paint.net": _read_paint_net,
    "; paint.net": _read_paint_net,
}

SUFFIXES = (".act", ".gpl", ".hex", ".pal")
"""Of files that are tables and nothing else."""
