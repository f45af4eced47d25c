"""Profiles: the style of a user's pictures as settings, from files or saved under a name in the user's folder."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pixdraw.errors import FileError, SettingsError, suggestion
from pixdraw.registry import DRAWERS
from pixdraw.settings.common import Settings
from pixdraw.settings.texts import is_none, texts_of

MOST_PICTURES = 9
MOST_CELLS = 256
"""Cells along a side of a picture."""
CANVAS_SIDE = 384
"""Target length in pixels of the canvas' longer side; cells are sized for it."""
NAME = re.compile(r"[\w][\w .-]{0,63}")


def profile_of(sources: Sequence[str]) -> dict[str, Any]:
    """Return the settings that draw in the style of 1 to 9 pictures: palette, outline, tones, size and fill.

    Enlarged sprites are reduced to one pixel a cell. Raises SettingsError if they have no common style, FileError for
    files that cannot be read.
    """
    from pixdraw.imaging.palettes import write_palette  # torch, only if pictures are given
    from pixdraw.imaging.style import style_of

    if not 1 <= len(sources) <= MOST_PICTURES:
        raise SettingsError(f"like: {len(sources)} pictures; expected 1 to {MOST_PICTURES} of one style")
    style = style_of([_sprite(source) for source in sources])
    outline = style.outline if isinstance(style.outline, str) else write_palette(style.outline[None])[1:-1]
    return {
        "palette": write_palette(style.palette),
        "palette_mode": "exact",
        "pixel_size": list(style.size),
        "sprite_outline": outline,
        "sprite_tones": style.tones,
        "sprite_fill": style.fill,
    }


def _sprite(source: str) -> Any:
    from pixdraw.imaging import files
    from pixdraw.imaging.compositing import add_alpha
    from pixdraw.imaging.style import cell_side

    picture = add_alpha(files.read(source))
    side = cell_side(picture)
    sprite = picture[0, :, ::side, ::side]
    height, width = sprite.shape[1:]
    if max(height, width) > MOST_CELLS:
        raise SettingsError(
            f"like={source}: {width}x{height} cells; expected pixel art of at most {MOST_CELLS} a side, "
            "which `pixdraw repair` and `pixdraw pixelise` make"
        )
    sprite[3] = (sprite[3] >= 0.5).float()
    if not sprite[3].any():
        raise SettingsError(f"like={source}: the picture is fully transparent; give another one")
    return sprite


def folder() -> Path:
    """Return where profiles are kept: pixdraw/profiles in the user's folder for configuration."""
    base = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA") or "~/.config"
    return Path(base).expanduser() / "pixdraw" / "profiles"


def names() -> list[str]:
    """Return the names of the saved profiles."""
    return sorted(path.stem for path in folder().glob("*.json")) if folder().is_dir() else []


def save(name: str, sources: Sequence[str], *, overwrite: bool = False) -> Path:
    """Save the style of pictures under a name, and return the file; raises SettingsError if the name is taken."""
    from pixdraw.imaging.files import write_atomic

    path = _path(name)
    if path.exists() and not overwrite:
        raise SettingsError(f"profile {name!r} exists; choose another name, or --overwrite")
    text = json.dumps(profile_of(sources), indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"folder {path.parent}: cannot be made ({error.strerror})") from error
    write_atomic(path, text.encode())
    return path


def load(name: str) -> dict[str, Any]:
    """Return the settings of a saved profile; raises SettingsError if there is none, FileError if it is damaged."""
    path = _path(name)
    try:
        found = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        known = names()
        advice = f"choose one of {', '.join(known)}{suggestion(name, known)}" if known else "none is saved yet"
        raise SettingsError(f"profile {name!r} does not exist; {advice}; or give picture files") from None
    except (OSError, ValueError) as error:
        raise FileError(f"profile {path}: cannot be read ({error}); save it again") from error
    if not isinstance(found, dict):
        raise FileError(f"profile {path}: expected settings and their values; save it again")
    return found


def remove(name: str) -> Path:
    """Delete a saved profile, and return the file that it was; raises SettingsError if there is none."""
    load(name)
    path = _path(name)
    path.unlink()
    return path


def _path(name: str) -> Path:
    if not NAME.fullmatch(name):
        raise SettingsError(f"profile {name!r}: expected a name of letters, digits, blanks, dots and dashes")
    return folder() / f"{name}.json"


def written_out(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings with `like` replaced by the style settings that it stands for.

    Other given settings take precedence. So the picture's file stores the style itself, and it can be redrawn without
    the example pictures.
    """
    rest = dict(given)
    sources = rest.pop("like", None)
    if is_none(sources) or not (texts := [str(text) for text in texts_of(sources, "|")]):
        return rest
    single = len(texts) == 1 and not Path(texts[0]).suffix and not Path(texts[0]).exists()
    style = load(texts[0]) if single else profile_of(texts)
    if rest.get("palette") or rest.get("palette_size"):
        style = {name: value for name, value in style.items() if not name.startswith("palette")}
    if rest.get("init_image"):
        style = {name: value for name, value in style.items() if not name.startswith("sprite_")}
    columns, rows = style.get("pixel_size", (1, 1))
    times = max(1, round(CANVAS_SIDE / max(columns, rows)))
    config = DRAWERS.config(DRAWERS.resolve(str(rest.get("drawer") or DRAWERS.default()))).model_fields
    if {"size", "scale", "aspect", "pixel_size", "pixel_scale", "init_image"} & set(rest):
        style.pop("pixel_size", None)
    elif "pixel_size" in style:
        style["size"] = [columns * times, rows * times]
    here = {name: value for name, value in style.items() if name in Settings.model_fields or name in config}
    return {**here, **rest}
