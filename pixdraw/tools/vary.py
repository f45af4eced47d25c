"""Variations of a picture: a share of it is drawn anew, in patches that differ by seed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging import files
from pixdraw.settings.model import Settings, names_here, resolve
from pixdraw.settings.record import ADVICE
from pixdraw.settings.sizes import sprite_cells
from pixdraw.settings.trust import check_trusted, found_beside, without_places
from pixdraw.sinks.metadata import read_settings

MOST = 64
"""Maximum number of variations of one batch."""


def variations(
    file: str | Path,
    prompts: Sequence[str] = (),
    *,
    strength: float = 0.4,
    count: int = 4,
    seed: int = 1,
    trust: bool = False,
    **settings: Any,
) -> Settings:
    """Return the settings that draw `count` variations of a picture as one batch, with seeds from `seed` on.

    `strength` is the share that is drawn anew, above 0 to 1; the rest stays to the bit. The prompt and all other
    settings are those in the file, where pixdraw drew it, else `prompts` and the defaults; `settings` change some.
    Files, addresses, models and plug-ins that the file names are used only with `trust`. Draw them with
    `pixdraw.Drawing(variations(…)).finish()`. Raises SettingsError and FileError.
    """
    if not 0 < strength <= 1:
        raise SettingsError(f"strength={strength}: expected a number above 0, at most 1, the share that is drawn anew")
    if not 1 <= count <= MOST:
        raise SettingsError(f"n={count}: expected 1 to {MOST}")
    own = {"vary": strength, "seed": list(range(seed, seed + count))}
    return _anew(file, prompts, {**own, **settings}, trust)


def part(
    file: str | Path, mask: str | Path, prompts: Sequence[str] = (), *, trust: bool = False, **settings: Any
) -> Settings:
    """Return the settings that draw a part of a picture anew: the opaque or white part of the picture file `mask`.

    The rest stays to the bit. Prompt and other settings are taken as `variations` does. Raises SettingsError and
    FileError.
    """
    return _anew(file, prompts, {"mask": str(mask), "vary": None, **settings}, trust)


def _anew(file: str | Path, prompts: Sequence[str], changed: dict[str, Any], trust: bool) -> Settings:
    """Return the settings of a picture with some changed; the run starts from it. Sprites have rules of their own."""
    given: dict[str, Any] = {}
    with suppress(FileError):  # of another program
        given = without_places(read_settings(file))
        given.pop("init", None)
    height, width = files.read(file).shape[2:]
    size = {} if given or sprite_cells(file) else {"size": [width, height]}
    texts = list(prompts) or given.get("prompts")
    if not texts:
        raise SettingsError(f"{file}: holds no settings of pixdraw; say what it shows with --prompt")
    own = {"prompts": texts, "init_image": str(file), **changed}
    kept = {name: value for name, value in given.items() if name not in own}
    if not trust:
        check_trusted(kept, file, ADVICE)
    merged = {**found_beside(kept, Path(file).parent), **size, **own}
    here = names_here(merged)
    return resolve({name: value for name, value in merged.items() if name in here})
