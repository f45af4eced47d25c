"""Where a run writes: the file of each picture and kind, free names, the %DATE%_%SEQ% folder."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from pixdraw.claims import Claims, endings
from pixdraw.errors import FileError, SettingsError
from pixdraw.text.prompts import slug

ITEM_KINDS = {
    "png": "{stem}.png",
    "sprite": "{stem}-sprite.png",
    "svg": "{stem}.svg",
    "mp4": "{stem}.mp4",
    "gif": "{stem}.gif",
    "webp": "{stem}.webp",
    "apng": "{stem}.apng",
    "indexed": "{stem}-indexed.png",
    "styled": "{stem}-styled.png",
    "larger": "{stem}-larger.png",
}
"""Kind of file that each picture has → its name."""

RUN_KINDS = {
    "settings": ("{stem}-settings.yaml", "settings.yaml"),
    "losses": ("{stem}-losses.csv", "losses.csv"),
    "checkpoint": ("{stem}.checkpoint", "run.checkpoint"),
    "steps": ("{stem}-steps", "steps"),
    "frames": ("{stem}-frames", "frames"),
    "loop_gif": ("{stem}-loop.gif", "loop.gif"),
    "loop_webp": ("{stem}-loop.webp", "loop.webp"),
    "candidates": ("{stem}-candidates.png", "candidates.png"),
    "sheet": ("{stem}-sheet.png", "sheet.png"),
    "sheet_json": ("{stem}-sheet.json", "sheet.json"),
    "aseprite": ("{stem}.aseprite", "sprites.aseprite"),
    "godot": ("{stem}-godot.tres", "godot.tres"),
    "unity": ("{stem}-unity.png", "unity.png"),
    "phaser": ("{stem}-phaser.json", "phaser.json"),
    "tiles": ("{stem}-tiles.png", "tiles.png"),
    "tsj": ("{stem}-tiles.tsj", "tiles.tsj"),
    "tmx": ("{stem}-tiles.tmx", "tiles.tmx"),
}
"""Kind of file or folder that a run has once → its name beside the picture, and in a folder of its own."""

_PICTURE_SUFFIXES = (".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".mp4", ".webm")


@dataclass(frozen=True)
class OutputPaths:
    """The files of one run."""

    folder: Path
    stems: tuple[str, ...]
    """[B] file name of each picture without suffix, all different."""
    base: str
    """File name, without suffix, of what the run has once."""
    collected: bool
    """True where `folder` is the run's own."""
    suffix: str = ""
    """Ending of the names of a second run in the same folder."""

    def item(self, index: int, kind: str) -> Path:
        """Return the file of one picture; `kind` is a key of ITEM_KINDS."""
        return self.folder / ITEM_KINDS[kind].format(stem=self.stems[index])

    def run(self, kind: str) -> Path:
        """Return a file or folder of the whole run; `kind` is a key of RUN_KINDS."""
        name = Path(RUN_KINDS[kind][self.collected].format(stem=self.base))
        return self.folder / (f"{name.stem}{self.suffix}{name.suffix}" if self.collected else name)

    def frame(self, index: int, number: int) -> Path:
        """Return the file of one step frame: numbered from 0, in a folder for each picture if there are several."""
        folder = self.run("steps")
        return (folder / self.stems[index] if len(self.stems) > 1 else folder) / f"frame_{number:04d}.png"

    def frames(self, number: int) -> OutputPaths:
        """Return the files of one frame of an animation, in a folder for each picture if there are several."""
        name = f"frame_{number:04d}"
        stems = tuple(f"{stem}/{name}" if len(self.stems) > 1 else name for stem in self.stems)
        return OutputPaths(self.run("frames"), stems, self.base, True)

    def later(self, step: int) -> OutputPaths:
        """Return other names for a run resumed at `step` that cannot append to these files."""
        ending = f"-from-{step}"
        stems = tuple(stem + ending for stem in self.stems)
        return OutputPaths(self.folder, stems, self.base + ending, self.collected, self.suffix + ending)

    def of(self, places: Sequence[int], items: int) -> OutputPaths:
        """Return the files of the pictures at these places of `items`; a name for each place that is left stays."""
        if len(self.stems) == items:
            return replace(self, stems=tuple(self.stems[place] for place in places))
        return self

    def names(self) -> dict[str, Any]:
        """Return the names for a checkpoint, without their folder: a resumed run writes them beside the checkpoint."""
        return {"stems": list(self.stems), "base": self.base, "collected": self.collected, "suffix": self.suffix}

    def everything(self) -> list[Path]:
        """Return every path that the run may write to; numbered frames are represented by their folder."""
        items = [self.item(index, kind) for index in range(len(self.stems)) for kind in ITEM_KINDS]
        return items + [self.run(kind) for kind in RUN_KINDS]


@dataclass(frozen=True)
class Destination:
    """Where a run is to write, as the user says."""

    output: str = ""
    """Name of the picture, which may include a folder; empty: the name is made from prompt and seed."""
    outdir: str = ""
    """Folder of everything that the run writes: %DATE% becomes YYYYMMDD, %SEQ% the next unused number."""
    overwrite: bool = False
    """Whether files of these names are replaced; otherwise the next free name is chosen."""


def plan(
    labels: Sequence[str],
    seeds: Sequence[int],
    to: Destination = Destination(),
    *,
    claims: Claims | None = None,
    kept: int | None = None,
    now: datetime | None = None,
) -> OutputPaths:
    """Decide the files of a run and make their folder.

    Several pictures are numbered; where only `kept` of them will be written, there are so many numbers. If one of the
    names exists already or is claimed by another run, the next of `name-2`, `name-3`, … is tried. `claims` then holds
    the chosen names. `now` is the time that %DATE% stands for. Raises SettingsError for an invalid name, FileError for
    a folder that cannot be made.
    """
    output, outdir = to.output, to.outdir
    parent, name = _split_output(output)
    if outdir and parent.is_absolute():
        raise SettingsError(
            f"output={output!r} and outdir={outdir!r}: give output as a plain name, or leave outdir out"
        )
    folder = (_open_folder(outdir, now or datetime.now()) if outdir else Path()) / parent
    _make_folder(folder, exist_ok=True)
    for suffix in endings():
        stems = _stems(name, suffix, labels[: kept if name else None], seeds)
        base = name + suffix if name else stems[0]
        paths = OutputPaths(folder, stems, base, bool(outdir), suffix)
        taken = _are_taken(paths, output) and not to.overwrite
        if not taken and (claims is None or claims.take(folder, paths.everything(), force=to.overwrite)):
            return paths
    raise AssertionError("unreachable")


def named(
    folder: Path, labels: Sequence[str], seeds: Sequence[int], *, name: str, ending: str, kept: int | None = None
) -> OutputPaths:
    """Return the files of a run in a folder whose names end with `ending`, which nobody else uses there.

    `name` is what they begin with; empty: prompt and seed. Where only `kept` pictures are written, there are so many.
    """
    stems = _stems(name, ending, labels[: kept if name else None], seeds)
    return OutputPaths(folder, stems, name + ending if name else stems[0], False, ending)


def renewed(folder: Path, names: Mapping[str, Any], items: Collection[int]) -> OutputPaths:
    """Return the paths in `folder` for the `names` in a checkpoint; FileError for a number not in `items`."""
    try:
        stems, base, suffix = tuple(names["stems"]), names["base"], names["suffix"]
        parts = [*stems, base, f"x{suffix}"]
        whole = all(_is_name(part) for part in parts) and all(stem.startswith(base) for stem in stems[:1])
        if len(stems) not in items or len(set(stems)) != len(stems) or not whole:
            raise ValueError("no names of files")
    except (KeyError, TypeError, ValueError) as error:
        raise FileError("the names of files in the checkpoint are damaged; draw again") from error
    return OutputPaths(folder, stems, base, bool(names.get("collected")), suffix)


def _is_name(text: object) -> bool:
    """Return whether this is a single path component, which cannot lead to another folder."""
    return isinstance(text, str) and text not in ("", ".", "..") and not set(text) & set("/\\\0")


def _stems(name: str, suffix: str, labels: Sequence[str], seeds: Sequence[int]) -> tuple[str, ...]:
    if name:
        width = len(str(len(labels)))
        numbers = [f"-{index:0{width}d}" for index in range(1, len(labels) + 1)] if len(labels) > 1 else [""]
        return tuple(name + suffix + number for number in numbers)
    plain = [slug(label, seed) for label, seed in zip(labels, seeds, strict=True)]
    twins, met = Counter(plain), Counter[str]()
    out = []
    for stem in plain:
        met[stem] += 1
        out.append(stem + suffix + (f"-{chr(96 + met[stem])}" if twins[stem] > 1 else ""))
    return tuple(out)


def _split_output(output: str) -> tuple[Path, str]:
    """Return the folder and the name without suffix; the name is empty if it is to be made from the prompt."""
    path = _expanded(output)
    if output.endswith(("/", os.sep)) or (output and path.is_dir()):
        return path, ""
    suffix = path.suffix.lower()
    if suffix in _PICTURE_SUFFIXES:
        raise SettingsError(
            f"output={output!r}: the picture is a PNG; name it {path.stem}.png (save_svg, make_video and make_gif "
            "write further files beside it)"
        )
    return path.parent, path.name[: -len(suffix)] if suffix == ".png" else path.name


def _are_taken(paths: OutputPaths, output: str) -> bool:
    """Return whether any of the files exists; FileError for an impossible file name."""
    try:
        return any(path.exists() for path in paths.everything())
    except OSError as error:
        raise _unusable(output, error) from error


def _expanded(path: str) -> Path:
    """Return a path with `~` expanded to the home folder. Raises FileError for an impossible file name."""
    try:
        found = Path(path).expanduser()
        found.lstat()
    except RuntimeError as error:
        raise FileError(f"{path}: there is no such user on this machine; write the whole path") from error
    except (FileNotFoundError, NotADirectoryError):
        return found
    except (OSError, ValueError) as error:
        raise _unusable(path, error) from error
    return found


def _unusable(path: str, error: Exception) -> FileError:
    shown = path if len(path) <= 60 else f"{path[:57]}..."
    return FileError(f"{shown!r} cannot be a file here ({getattr(error, 'strerror', error)}); choose another name")


def _open_folder(outdir: str, now: datetime) -> Path:
    template = str(_expanded(outdir)).replace("%DATE%", now.strftime("%Y%m%d"))
    if "%SEQ%" not in template:
        return Path(template)
    for number in count(1):
        folder = Path(template.replace("%SEQ%", f"{number:02d}"))
        if not folder.exists() and _make_folder(folder, exist_ok=False):
            return folder
    raise AssertionError("unreachable")


def _make_folder(folder: Path, *, exist_ok: bool) -> bool:
    """Make a folder; return False if it must be new but exists already."""
    try:
        folder.mkdir(parents=True, exist_ok=exist_ok)
    except FileExistsError as error:
        if not exist_ok:
            return False
        raise FileError(f"folder {folder}: a file of this name is in the way; choose another folder") from error
    except OSError as error:
        raise FileError(f"folder {folder}: cannot be made ({error.strerror}); choose another folder") from error
    if not os.access(folder, os.W_OK | os.X_OK):  # said before the drawing, not after it
        raise FileError(f"folder {folder}: nothing can be written there; choose another with output or outdir")
    return True
