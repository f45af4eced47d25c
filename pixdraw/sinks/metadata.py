"""Settings stored inside a picture file, so that the picture can be drawn again."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pixdraw import __version__
from pixdraw.errors import FileError
from pixdraw.formats.text import IMAGE_DESCRIPTION, SETTINGS_KEY
from pixdraw.imaging import svg
from pixdraw.imaging.files import load_bytes, opened, read_png_text
from pixdraw.models.built_in import FOLDER
from pixdraw.settings.record import Record
from pixdraw.sinks.base import SessionView
from pixdraw.web import shown

CREDITS_KEY = "Credits"
MOST_LETTERS = 120
"""Of a name that a file says of itself."""
MADE_KEY = "pixdraw_made"
"""Of what a command made of several drawings, in place of the settings of one."""


@dataclass(frozen=True)
class Made:
    """Metadata of a picture that was composed from several drawings (collage or grid): the command and its record."""

    command: str
    """collage or grid."""
    record: Mapping[str, Any]
    """What the command was asked for, in plain JSON values."""
    stage: str = ""
    """Which of the pictures that it makes one after the other this is."""
    version: str = __version__

    @property
    def name(self) -> str:
        """Its file's name without ending or folder, whoever wrote the record; empty if it says none."""
        return re.sub(r"[^\w .-]", "_", Path(str(self.record.get("name") or "")).name)[:MOST_LETTERS].strip(". ")

    def described(self) -> dict[str, str]:
        """Return what a file keeps of it: key → text."""
        return {"Software": f"pixdraw {self.version}", MADE_KEY: json.dumps(asdict(self))}


def read_made(path: str | Path) -> Made | None:
    """Return what a PNG says of the command that made it; None if it is none, or says nothing of the kind.

    Raises FileError if that is damaged.
    """
    if Path(path).suffix.lower() != ".png":
        return None
    text = read_png_text(path).get(MADE_KEY)
    if text is None:
        return None
    try:
        found = json.loads(text)
        made = Made(**{name: found[name] for name in ("command", "record", "stage", "version")})
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise FileError(f"{path}: what it says of its making is damaged; give the file as pixdraw wrote it") from error
    if not isinstance(made.record, dict) or not all(isinstance(one, str) for one in (made.command, made.stage)):
        raise FileError(f"{path}: what it says of its making is damaged; give the file as pixdraw wrote it")
    return made


def describe(session: SessionView, item: int) -> dict[str, str]:
    """Return what a file says about the picture of `item`: key → text, all settings under SETTINGS_KEY."""
    return {
        "Software": f"pixdraw {__version__}",
        "Title": session.labels[item],
        "pixdraw_seed": str(session.seeds[item]),
        "pixdraw_step": f"{session.step} of {session.total}",
        **_credits(session.item_settings(item)),
        SETTINGS_KEY: json.dumps(item_record(session, item).flat()),
    }


def describe_run(session: SessionView) -> dict[str, str]:
    """Return the metadata of a file that shows all pictures of a run."""
    return {
        "Software": f"pixdraw {__version__}",
        "Title": " / ".join(dict.fromkeys(session.labels)),
        "pixdraw_step": f"{session.step} of {session.total}",
        **_credits(session.item_settings(0)),
        SETTINGS_KEY: json.dumps(run_settings(session)),
    }


def _credits(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return what the built-in models learned from, one work a line, where the settings ask for it."""
    if not settings.get("credits"):
        return {}
    return {CREDITS_KEY: "\n".join(json.loads((FOLDER / "credits.json").read_text("utf-8")))}


def item_record(session: SessionView, item: int) -> Record:
    """Return the record that draws the picture of `item` again: what was given, every setting, and the version."""
    return Record(session.item_settings(item), session.item_given(item), __version__)


def run_record(session: SessionView) -> Record:
    """Return the record that draws the whole batch again."""
    record = item_record(session, 0)
    if record.settings.get("loop_frames"):  # those of a frame are those of all
        return record
    whole = {
        "prompts": [label for label in dict.fromkeys(session.labels) if label],
        "seed": list(dict.fromkeys(session.seeds)),
    }
    whole |= _manners(session) | session.choosing()
    return Record({**record.settings, **whole}, {**record.given, **whole}, __version__)


def _manners(session: SessionView) -> dict[str, Any]:
    found = [words for item in range(len(session.labels)) for words in session.item_settings(item).get("manner", ())]
    return {"manner": list(dict.fromkeys(found))} if found else {}


def run_settings(session: SessionView) -> dict[str, Any]:
    """Return the same as one mapping of plain JSON values, as files hold it."""
    return run_record(session).flat()


def read_settings(path: str | Path) -> dict[str, Any]:
    """Return every setting in a file that pixdraw wrote, as one flat mapping; raises FileError if there are none.

    They are somebody else's words where the file is somebody else's: `pixdraw.again` looks at what they name.
    """
    return dict(read_record(path).settings)


def read_record(path: str | Path) -> Record:
    """Return what a file that pixdraw wrote says of its run; raises FileError if it says nothing."""
    suffix = Path(path).suffix.lower()
    if suffix == ".svg":
        return Record.of(_svg_settings(Path(path)))
    if suffix not in _READERS:
        known = ", ".join([*_READERS, ".svg"])
        raise FileError(f"{path}: holds no settings of pixdraw; give a file that pixdraw wrote: {known}")
    try:
        found = _READERS[suffix](path)
        settings = json.loads(found) if isinstance(found, str | bytes) else found
    except FileError:
        raise
    except (ValueError, LookupError, TypeError, StopIteration, RecursionError, OSError, SyntaxError) as error:
        raise FileError(f"{path}: holds no settings of pixdraw; give a file as pixdraw wrote it") from error
    if not isinstance(settings, dict):
        raise FileError(f"{path}: its settings are damaged; give the file as pixdraw wrote it")
    return Record.of(settings)


def _png(path: str | Path) -> str:
    text = read_png_text(path)
    if MADE_KEY in text:
        raise FileError(f"{path}: is not a single drawing: `pixdraw again {path}` on a command line makes it again")
    return text.get(SETTINGS_KEY, "")


def _gif(path: str | Path) -> Any:
    with opened(load_bytes(path), shown(path), ["GIF"]) as image:
        return image.info["comment"]


def _webp(path: str | Path) -> Any:
    with opened(load_bytes(path), shown(path), ["WEBP"]) as image:
        return image.getexif()[IMAGE_DESCRIPTION]


def _aseprite(path: str | Path) -> str:
    from pixdraw.formats import aseprite

    return aseprite.read(load_bytes(path), str(path)).text


def _mp4(path: str | Path) -> str:
    import imageio_ffmpeg

    if load_bytes(path)[4:8] != b"ftyp":  # ffmpeg would guess what else it is, and open what that names
        raise ValueError("no MP4")
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-v",
        "error",
        "-protocol_whitelist",
        "file",
        "-f",
        "mp4",
        "-i",
        f"file:{Path(path).absolute()}",
        "-f",
        "ffmetadata",
        "-",
    ]
    done = subprocess.run(command, capture_output=True, check=False)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    (comment,) = [line.partition("=")[2] for line in lines if line.startswith("comment=")]
    plain, escaped = "", False
    for letter in comment:  # ffmpeg writes = ; # and backslash with a backslash before them
        escaped = letter == "\\" and not escaped
        plain += "" if escaped else letter
    return plain


def _sheet(path: str | Path) -> Any:
    return json.loads(load_bytes(path))["meta"][SETTINGS_KEY]


def _tileset(path: str | Path) -> Any:
    properties = json.loads(load_bytes(path))["properties"]
    return next(entry["value"] for entry in properties if entry["name"] == SETTINGS_KEY)


def _map(path: str | Path) -> Any:
    text = load_bytes(path).decode()
    if "<!" in text:  # no DOCTYPE, nothing to expand or fetch
        raise ValueError("declarations are not read")
    found = ElementTree.fromstring(text).findall("properties/property")
    return next(entry.get("value") for entry in found if entry.get("name") == SETTINGS_KEY)


_READERS: Mapping[str, Callable[[str | Path], Any]] = {
    ".png": _png,
    ".apng": _png,
    ".gif": _gif,
    ".webp": _webp,
    ".mp4": _mp4,
    ".aseprite": _aseprite,
    ".json": _sheet,
    ".tsj": _tileset,
    ".tmx": _map,
}


def _svg_settings(path: Path) -> dict[str, Any]:
    try:
        text = load_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileError(f"{path}: cannot be read (not text)") from error
    try:
        return svg.extract(text)
    except FileError as error:
        raise FileError(f"{path}: {error}") from error
