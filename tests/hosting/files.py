"""Picture files, good and bad."""

import base64
import io
import struct
import zlib

from PIL import Image


def data_url(content: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def picture(colour: str, size: tuple[int, int] = (40, 30), form: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, form)
    return buffer.getvalue()


def png(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG whose header says so many black and white pixels, whatever its rows hold."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


BAD_PICTURES = {
    "empty": b"",
    "text": b"no picture at all",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(/etc/passwd) (r) file\n",
    "bmp": picture("red", form="BMP"),
    "cut short": picture("red", (300, 200))[:-200],
    "header only": picture("red")[:30],
    "no pixels": png(0, 0),
    "bomb": png(30_000, 30_000, bytes(30_000 * 3_751 // 100)),
    "huge": png(5_000, 5_000, bytes(5_000 * 626)),
    "damaged": picture("red")[:50] + b"\0" * 20 + picture("red")[70:],
}
