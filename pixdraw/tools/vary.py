"""Variations of a picture: a share of it is drawn anew, in patches or in what chance decides; they differ by seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pixdraw import __version__
from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging import files
from pixdraw.models.sprites import files as sprite_files
from pixdraw.proposals.language.reading import leading_scene, read_all
from pixdraw.proposals.planning import draws_by_rules
from pixdraw.settings.model import Settings, names_here, resolve
from pixdraw.settings.presets import AUTO
from pixdraw.settings.record import ADVICE, Record
from pixdraw.settings.sizes import sprite_cells
from pixdraw.settings.trust import check_trusted, found_beside, without_places
from pixdraw.sinks.metadata import read_record
from pixdraw.text.prompts import parse_prompts

MOST = 64
"""Maximum number of variations of one batch."""
_STARTS = ("init_image", "keep", "mask", "animation_frames", "loop_frames")
"""Settings of pictures that are not drawn from a prompt alone."""


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

    `strength` is the share that is drawn anew, above 0 to 1. Where rules drew the picture (see `is_drawn_again`), it is
    drawn again as a whole, and that share of all that chance decided is decided anew. In any other picture patches are
    drawn, and the rest stays to the bit. The prompt and all other settings are those in the file, where pixdraw drew
    it, else `prompts` and the defaults; `settings` change some.
    Files, addresses, models and plug-ins that the file names are used only with `trust`. Draw them with
    `pixdraw.Drawing(variations(…)).finish()`. Raises SettingsError and FileError.
    """
    if not 0 < strength <= 1:
        raise SettingsError(f"strength={strength}: expected a number above 0, at most 1, the share that is drawn anew")
    if not 1 <= count <= MOST:
        raise SettingsError(f"n={count}: expected 1 to {MOST}")
    own = {"vary": strength, "seed": list(range(seed, seed + count)), **settings}
    record = _record(file)
    if is_drawn_again(record, prompts, settings):
        own["vary_seed"] = _line(record.settings)
    return _anew(file, prompts, own, trust)


def is_drawn_again(record: Record, prompts: Sequence[str] = (), settings: Mapping[str, Any] | None = None) -> bool:
    """Return whether variations of the picture of a record, with other `settings`, are whole pictures drawn again.

    They are if this version drew the picture from one prompt and one seed alone, the prompt stays, and rules paint or
    dress something that it shows.
    """
    given = {**record.settings, **(settings or {})}
    texts, seeds = record.settings.get("prompts", ()), record.settings.get("seed", ())
    is_one = all(isinstance(one, list | tuple) and len(one) == 1 for one in (texts, seeds))
    if record.version != __version__ or not is_one or not isinstance(texts[0], str):
        return False
    if (prompts and list(prompts) != list(texts)) or any(given.get(name) for name in _STARTS):
        return False
    if given.get("init") != "proposal" or given.get("proposal_style") != AUTO:
        return False
    items = [parse_prompts(texts[0])]
    return draws_by_rules(leading_scene(items[0], read_all(items)), sprite_files.nouns(sprite_files.BUILT_IN))


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
    given = without_places(_record(file).settings)
    start = {} if "vary_seed" in changed else {"init_image": str(file)}
    for name in ("init", "vary_seed") if start else ():
        given.pop(name, None)
    height, width = files.read(file).shape[2:]
    size = {} if given or sprite_cells(file) else {"size": [width, height]}
    texts = list(prompts) or given.get("prompts")
    if not texts:
        raise SettingsError(f"{file}: holds no settings of pixdraw; say what it shows with --prompt")
    own = {"prompts": texts, **start, **changed}
    kept = {name: value for name, value in given.items() if name not in own}
    if not trust:
        check_trusted(kept, file, ADVICE)
    merged = {**found_beside(kept, Path(file).parent), **size, **own}
    here = names_here(merged)
    return resolve({name: value for name, value in merged.items() if name in here})


def _record(file: str | Path) -> Record:
    """Return what a picture says of its run; an empty record of a picture of another program."""
    with suppress(FileError):
        return read_record(file)
    return Record({})


def _line(settings: Mapping[str, Any]) -> list[str]:
    """Return `vary_seed` of a variation of a picture: the seeds that it varies itself, and its own."""
    (seed,) = settings["seed"]
    former = list(settings.get("vary_seed") or ())
    return [*former, f"{seed}:{settings.get('vary')}" if former else str(seed)]
