"""Reads and writes Aseprite's own files.

Source of the layout: aseprite/aseprite, docs/ase-file-specs.md (chunks of version 1.3). Tilemaps are not supported, and
only the sprite's user data is kept.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pixdraw.errors import FileError
from pixdraw.formats._ase_bytes import Reader, chunk, framed, text_bytes
from pixdraw.formats.frames import Direction, Slice, Tag

Bytes = NDArray[np.uint8]

FILE_MAGIC, FRAME_MAGIC = 0xA5E0, 0xF1FA
LAYER, CEL, PROFILE, TAGS, PALETTE, USER_DATA, SLICE = 0x2004, 0x2005, 0x2007, 0x2018, 0x2019, 0x2020, 0x2022
OLD_PALETTE, OLDER_PALETTE = 0x0004, 0x0011
RAW, LINKED, COMPRESSED = 0, 1, 2
VISIBLE, EDITABLE, BACKGROUND = 1, 2, 8
DIRECTIONS: tuple[Direction, ...] = ("forward", "reverse", "pingpong")
CHANNELS = {8: 1, 16: 2, 32: 4}
"""Bits of a pixel → its bytes: an entry of the palette; grey and alpha; red, green, blue and alpha."""
MOST_PIXELS = 2**26
"""Maximum number of pixels of all cels together; files with more are refused."""


@dataclass(frozen=True)
class Layer:
    """One layer; `level` is its depth in groups; a group is a layer without cels."""

    name: str
    visible: bool = True
    opacity: int = 255
    blend: int = 0
    group: bool = False
    level: int = 0
    background: bool = False


@dataclass(frozen=True)
class Cel:
    """The content of a layer in a frame: `pixels` uint8 [h, w, channels] with their corner at (x, y)."""

    frame: int
    layer: int
    x: int
    y: int
    pixels: Bytes
    opacity: int = 255
    z: int = 0
    """Number of layers that it is moved up in this frame."""
    raw: bool = False
    """Whether its pixels are stored uncompressed."""


@dataclass(frozen=True)
class Document:
    """A whole file. `palette` is uint8 [P, 4]; of 8 bits a pixel, entry `clear` is transparent."""

    width: int
    height: int
    depth: int
    durations_ms: tuple[int, ...]
    layers: tuple[Layer, ...]
    cels: tuple[Cel, ...]
    palette: Bytes = field(default_factory=lambda: np.zeros((0, 4), np.uint8))
    clear: int = 0
    tags: tuple[Tag, ...] = ()
    slices: tuple[Slice, ...] = ()
    text: str = ""
    """The sprite's user data; left out of the file where it is longer than 65,535 bytes."""


def write(document: Document) -> bytes:
    """Return the file's bytes; equal cels of a layer in frames that follow are linked, as Aseprite does."""
    body = b""
    for frame, duration in enumerate(document.durations_ms):
        chunks = _head(document) if frame == 0 else []
        chunks += [_cel(document, cel) for cel in document.cels if cel.frame == frame]
        data = b"".join(chunks)
        head = struct.pack("<IHHH2xI", 16 + len(data), FRAME_MAGIC, min(len(chunks), 0xFFFF), duration, len(chunks))
        body += head + data
    colours = len(document.palette)
    head = struct.pack(
        "<IHHHHHIHIIB3xHBBhhHH84x",
        128 + len(body), FILE_MAGIC, len(document.durations_ms), document.width, document.height, document.depth,
        1, document.durations_ms[0], 0, 0, document.clear, colours, 1, 1, 0, 0, 16, 16,
    )  # fmt: skip
    return head + body


def _head(document: Document) -> list[bytes]:
    """Return the chunks that the first frame begins with."""
    chunks = [chunk(PROFILE, struct.pack("<HHI8x", 1, 0, 0))]
    if len(document.palette):
        entries = b"".join(struct.pack("<H4B", 0, *entry) for entry in document.palette.tolist())
        head = struct.pack("<III8x", len(document.palette), 0, len(document.palette) - 1)
        chunks.append(chunk(PALETTE, head + entries))
        data = text_bytes(document.text)
        if document.text and len(data) <= 0xFFFF:
            chunks.append(chunk(USER_DATA, struct.pack("<I", 1) + framed(data)))
    for layer in document.layers:
        flags = VISIBLE * layer.visible | EDITABLE | BACKGROUND * layer.background
        head = struct.pack("<HHHHHHB3x", flags, int(layer.group), layer.level, 0, 0, layer.blend, layer.opacity)
        chunks.append(chunk(LAYER, head + framed(text_bytes(layer.name))))
    if document.tags:
        entries = b"".join(
            struct.pack("<HHBH6x3Bx", tag.first, tag.last, DIRECTIONS.index(tag.direction), 0, 0, 0, 0)
            + framed(text_bytes(tag.name))
            for tag in document.tags
        )
        chunks.append(chunk(TAGS, struct.pack("<H8x", len(document.tags)) + entries))
    return chunks + [_slice(part) for part in document.slices]


def _slice(part: Slice) -> bytes:
    head = struct.pack("<III", 1, 0 if part.pivot is None else 2, 0) + framed(text_bytes(part.name))
    key = struct.pack("<IiiII", 0, part.x, part.y, part.width, part.height)
    return chunk(SLICE, head + key + (b"" if part.pivot is None else struct.pack("<ii", *part.pivot)))


def _cel(document: Document, cel: Cel) -> bytes:
    before = [other for other in document.cels if other.layer == cel.layer and other.frame == cel.frame - 1]
    twin = next((other for other in before if _alike(other, cel)), None)
    kind = LINKED if twin else RAW if cel.raw else COMPRESSED
    head = struct.pack("<HhhBHh5x", cel.layer, cel.x, cel.y, cel.opacity, kind, cel.z)
    if twin:
        return chunk(CEL, head + struct.pack("<H", _first_of(document, twin)))
    data = np.ascontiguousarray(cel.pixels).tobytes()
    size = struct.pack("<HH", cel.pixels.shape[1], cel.pixels.shape[0])
    return chunk(CEL, head + size + (data if cel.raw else zlib.compress(data, 9)))


def _alike(one: Cel, other: Cel) -> bool:
    same = (one.x, one.y, one.opacity, one.z) == (other.x, other.y, other.opacity, other.z)
    return same and np.array_equal(one.pixels, other.pixels)


def _first_of(document: Document, cel: Cel) -> int:
    """Return the frame whose cel holds the pixels of this one and of those that it equals before it."""
    for other in document.cels:
        if other.layer == cel.layer and other.frame == cel.frame - 1 and _alike(other, cel):
            return _first_of(document, other)
    return cel.frame


def read(data: bytes, name: str = "the given bytes") -> Document:
    """Read a document; FileError, with the file's `name`, where it is damaged or of another kind."""
    try:
        return _read(data)
    except FileError as error:
        raise FileError(f"{name}: {error}") from error
    except (struct.error, zlib.error, ValueError, IndexError, KeyError, UnicodeDecodeError, OverflowError) as error:
        raise FileError(f"{name}: the Aseprite file is damaged or cut short; save it again") from error


def _read(data: bytes) -> Document:
    reader = Reader(data)
    _, magic, count, width, height, depth, _, speed, _, _, clear = reader.take("<IHHHHHIHIIB")
    if magic != FILE_MAGIC:
        raise FileError("not an Aseprite file; give one that ends with .aseprite")
    if depth not in CHANNELS or not (count and width and height):
        raise FileError(
            f"{width}x{height} pixels of {depth} bits in {count} frames are not a valid sprite; save it again"
        )
    if count * width * height > MOST_PIXELS:
        raise FileError(f"{count} frames of {width}x{height} pixels are too many; scale the file down")
    reader.place = 128
    found = _Found(depth)
    durations = []
    for frame in range(count):
        start = reader.place
        size, magic, few, duration, many = reader.take("<IHHH2xI")
        if magic != FRAME_MAGIC:
            raise FileError("the Aseprite file is damaged; save it again")
        for _ in range(many or few):
            length, kind = reader.take("<IH")
            found.see(kind, Reader(reader.raw(length - 6)), frame)
        durations.append(duration or speed or 100)
        reader.place = start + size
    return Document(
        width, height, depth, tuple(durations), tuple(found.layers), tuple(found.cels),
        np.array(found.palette, np.uint8).reshape(-1, 4), clear, tuple(found.tags), tuple(found.slices), found.text,
    )  # fmt: skip


class _Found:
    """The parts of a file that were read so far."""

    def __init__(self, depth: int) -> None:
        self.layers: list[Layer] = []
        self.cels: list[Cel] = []
        self.palette: list[tuple[int, int, int, int]] = []
        self.tags: list[Tag] = []
        self.slices: list[Slice] = []
        self.text = ""
        self._depth, self._pixels, self._last, self._new = depth, 0, 0, False

    def see(self, kind: int, reader: Reader, frame: int) -> None:
        """Add a chunk; chunks of unknown kinds are skipped."""
        readers = {
            LAYER: self._layer, TAGS: self._tags, PALETTE: self._palette, SLICE: self._slice, USER_DATA: self._user,
            OLD_PALETTE: self._old_palette, OLDER_PALETTE: self._older_palette,
        }  # fmt: skip
        if kind == CEL:
            self._cel(reader, frame)
        elif kind in readers:
            readers[kind](reader)
        self._last = kind

    def _layer(self, reader: Reader) -> None:
        flags, kind, level, _, _, blend, opacity = reader.take("<HHHHHHB3x")
        if kind not in (0, 1):
            raise FileError("the file has a tilemap layer; turn it into a normal layer in Aseprite")
        layer = Layer(reader.text(), bool(flags & VISIBLE), opacity, blend, kind == 1, level, bool(flags & BACKGROUND))
        self.layers.append(layer)

    def _cel(self, reader: Reader, frame: int) -> None:
        layer, x, y, opacity, kind, z = reader.take("<HhhBHh5x")
        if layer >= len(self.layers) or kind not in (RAW, LINKED, COMPRESSED):
            raise ValueError("no such layer or kind of cel")
        if kind == LINKED:
            (other,) = reader.take("<H")
            (pixels,) = [cel.pixels for cel in self.cels if (cel.frame, cel.layer) == (other, layer)]
        else:
            width, height = reader.take("<HH")
            shape = (height, width, CHANNELS[self._depth])
            self._pixels += width * height
            if self._pixels > MOST_PIXELS:
                raise FileError(f"more than {MOST_PIXELS} pixels; scale the file down")
            size = height * width * CHANNELS[self._depth]
            data = reader.rest() if kind == RAW else zlib.decompressobj().decompress(reader.rest(), size)
            pixels = np.frombuffer(data, np.uint8, size).reshape(shape)
        self.cels.append(Cel(frame, layer, x, y, pixels, opacity, z, kind == RAW))

    def _tags(self, reader: Reader) -> None:
        (count,) = reader.take("<H8x")
        for _ in range(count):
            first, last, way, _, _ = reader.take("<HHBH6x3sx")
            self.tags.append(Tag(reader.text(), first, last, DIRECTIONS[way % 3 if way < 3 else 2]))

    def _palette(self, reader: Reader) -> None:
        size, first, last = reader.take("<III8x")
        if size > 65_536:
            raise ValueError("no such palette")
        if not self._new:
            self.palette, self._new = [], True
        self.palette = (self.palette + [(0, 0, 0, 255)] * size)[:size]
        for index in range(first, last + 1):
            named, *colour = reader.take("<H4B")
            self.palette[index] = (colour[0], colour[1], colour[2], colour[3])
            if named & 1:
                reader.text()

    def _old_palette(self, reader: Reader, most: int = 255) -> None:
        (packets,) = reader.take("<H")
        index = 0
        for _ in range(0 if self._new else packets):
            skip, count = reader.take("<BB")
            index += skip
            for _ in range(count or 256):
                colour = [value * 255 // most for value in reader.take("<3B")]
                self.palette += [(0, 0, 0, 255)] * (index + 1 - len(self.palette))
                self.palette[index] = (colour[0], colour[1], colour[2], 255)
                index += 1

    def _older_palette(self, reader: Reader) -> None:
        self._old_palette(reader, 63)

    def _slice(self, reader: Reader) -> None:
        keys, flags, _ = reader.take("<III")
        name = reader.text()
        for number in range(keys):
            _, x, y, width, height = reader.take("<IiiII")
            if flags & 1:
                reader.take("<iiII")
            pivot = reader.take("<ii") if flags & 2 else None
            if number == 0:
                self.slices.append(Slice(name, x, y, width, height, None if pivot is None else (pivot[0], pivot[1])))

    def _user(self, reader: Reader) -> None:
        (flags,) = reader.take("<I")
        if flags & 1 and self._last in (PALETTE, OLD_PALETTE, OLDER_PALETTE):
            self.text = reader.text()
