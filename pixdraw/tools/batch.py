"""Files of a command: which ones are processed, and where the results go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar

from torch import Tensor
from tqdm import tqdm  # type: ignore[import-untyped]

from pixdraw.errors import FileError, PixdrawError, SettingsError
from pixdraw.imaging import files
from pixdraw.imaging.folders import is_picture, pictures_in
from pixdraw.sinks.native import indexed

MOST_SCALE = 64
"""Maximum number of pixels that a cell of the result is enlarged to."""


def pictures_of(paths: Sequence[Path]) -> list[Path]:
    """Return the given files, and of each folder its pictures; raises FileError if there are none."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += pictures_in(path, f"folder {path}")
        elif path.exists():
            found.append(path)
        else:
            raise FileError(f"{path}: there is no such file or folder; check the name")
    if not found:
        raise SettingsError("no files given: name pictures or folders of them")
    return found


Name = TypeVar("Name")


def with_folders(names: Sequence[str]) -> list[str]:
    """Return names, and for each that is a folder those of its pictures; raises FileError if there are none."""
    return [str(one) for name in names for one in (pictures_of([Path(name)]) if Path(name).is_dir() else [name])]


def one_by_one(paths: Sequence[Name], work: Callable[[Name], Iterable[str]]) -> Iterator[str]:
    """Yield the line that `work` returns for each file, with a progress bar on standard error if there are several.

    A file that fails does not stop the others; at the end FileError says how many failed, and why the first one did.
    """
    failed: list[PixdrawError] = []
    several = len(paths) > 1
    for path in tqdm(paths, unit="file", disable=not several, dynamic_ncols=True):
        try:
            yield from work(path)
        except PixdrawError as error:
            if not several:
                raise
            failed.append(error)
    if failed:
        raise FileError(f"{len(failed)} of {len(paths)} files failed, the first one: {failed[0]}")


def place(source: Path, ending: str, output: str, *, several: bool) -> Path:
    """Return the path of a file's result without suffix: beside it with an `ending`, or as `output` says.

    `output` is a folder where it ends in a slash, is one, or there are several files; else the file's name.
    """
    name = f"{source.stem}-{ending}"
    if not output:
        return source.with_name(name)
    wanted = Path(output).expanduser()
    if several and is_picture(wanted) and not wanted.is_dir():
        raise SettingsError(f"output={output}: several files need a folder; name one")
    if output.endswith("/") or wanted.is_dir() or several:
        try:
            wanted.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileError(f"folder {wanted}: cannot be made ({error.strerror}); choose another one") from error
        return wanted / name
    if not wanted.parent.is_dir():
        raise FileError(f"{wanted}: its folder does not exist; make it, or choose another one")
    return wanted.with_suffix("") if is_picture(wanted) else wanted


def save(frames: Tensor, target: Path, durations_ms: Sequence[int] = (), palette: Tensor | None = None) -> Path:
    """Write [B, 3 or 4, H, W] as TARGET.png, or several frames as TARGET.gif in one palette [P, 3] of at most 255.

    Nothing is overwritten: where the name is taken it is the first free of NAME-2, NAME-3, … Returns the path.
    """
    if len(frames) == 1:
        return files.save_png(frames, target.with_name(f"{target.name}.png"), free=True)
    images = [indexed(frame, palette) for frame in frames]
    clear = {"transparency": images[0].info["transparency"]} if frames.shape[1] == 4 else {}

    def write(file: BinaryIO) -> None:
        images[0].save(
            file, "GIF", save_all=True, append_images=images[1:], duration=list(durations_ms) or 100, loop=0,
            disposal=2, optimize=False, **clear,
        )  # fmt: skip

    return files.write_free(target.with_name(f"{target.name}.gif"), write)


def check_scale(scale: int) -> None:
    """Raise SettingsError for a scale outside of 1 to MOST_SCALE."""
    if not 1 <= scale <= MOST_SCALE:
        raise SettingsError(f"scale {scale}: expected 1 to {MOST_SCALE} pixels a cell")


def pair(text: str, setting: str) -> tuple[float, float]:
    """Return the two numbers of WIDTHxHEIGHT, or one number twice; SettingsError names the setting."""
    try:
        numbers = [float(part) for part in text.lower().replace(",", "x").split("x")]
    except ValueError:
        numbers = []
    if len(numbers) not in (1, 2) or not all(0 < number < 1e6 for number in numbers):
        raise SettingsError(f"{setting} {text!r}: expected a number, or WIDTHxHEIGHT as in {setting} 32x24")
    return numbers[0], numbers[-1]
