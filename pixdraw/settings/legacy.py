"""Old names of settings, from clipit and pixray, become today's."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.settings import presets
from pixdraw.settings.values import to_plain

YES, NO = ("true", "yes", "on", "t", "y", "1"), ("false", "no", "off", "f", "n", "0")


def translate(given: Mapping[str, Any]) -> dict[str, Any]:
    """Replace old names by today's; values of None are as if not given. SettingsError where two names collide."""
    out: dict[str, Any] = {}
    added: list[tuple[str, Any]] = []
    for name, value in given.items():
        name = str(name).strip().lstrip("-").replace("-", "_")
        value = to_plain(value, name)
        if value is None:
            continue
        if name in presets.ADDED:
            added.append((name, value))
            continue
        if name in presets.DEAD:
            warnings.warn(f"{name}={value} is left out: {presets.DEAD[name]}", stacklevel=2)
            continue
        hint = presets.UNAVAILABLE.get((name, str(value)))
        if hint and not (name == "aspect" and (given.get("init_image") or given.get("animation_frames"))):
            raise SettingsError(f"{name}={value}: {hint}")
        if (name, True) in presets.REPLACED:
            value = _switch(name, value)
        key = (name, value) if isinstance(value, str | bool) else None
        if name == "ezsize":
            new: Mapping[str, Any] = {"scale": _pick("ezsize", value, presets.EZSIZES)}
        elif key in presets.REPLACED:
            new = presets.REPLACED[key]
        else:
            new = {presets.RENAMED.get(name, name): value}
        for key_new, value_new in new.items():
            if key_new in out and out[key_new] != value_new:
                raise SettingsError(f"{name}={value!r}: {key_new} is already {out[key_new]!r}; give one of the two")
            out[key_new] = value_new
    for name, value in added:
        _add_plugin(out, name, value)
    for loss, weights in presets.SWITCHES.items():
        _switch_on(out, loss, weights)
    if "animation_dir" in out:
        _animate(out)
    return out


def _animate(out: dict[str, Any]) -> None:
    """Take pixray's animation: the frames are whichever files are several, their drawings go to animation_dir."""
    folder = out.pop("animation_dir")
    roles = ("init_image", "overlay_image", "target_images", "image_prompts")
    several = [role for role in roles if any(sign in str(out.get(role, "")) for sign in "*?{")]
    if not several or len({str(out[role]) for role in several}) > 1:
        raise SettingsError(
            f"animation_dir={folder!r}: no frames; set animation_frames=FOLDER, and outdir for the drawings"
        )
    frames = out[several[0]]
    for role in several:
        del out[role]
    out.update({"animation_frames": frames, "animation_as": tuple(several), "outdir": out.get("outdir") or str(folder)})


def _switch_on(out: dict[str, Any], loss: str, weights: tuple[str, ...]) -> None:
    """Choose the loss where one of its weights is given; weights of nothing are left out."""
    given = [name for name in weights if name in out]
    chosen = [str(text).partition(":")[0].strip() for text in texts_of(out.get("losses"), ",")]
    if not given or loss in chosen:
        return
    if all(str(out[name]).strip() in ("None", "none", "", "0", "0.0", "False") for name in given):
        for name in given:
            del out[name]
    else:
        out["losses"] = [*texts_of(out.get("losses"), ","), loss]


def _add_plugin(out: dict[str, Any], old: str, value: Any) -> None:
    """Choose the loss or filter that an old setting switched on; 0 leaves it off."""
    kind, name, weight, ramp = presets.ADDED[old]
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{old}={value!r}: expected a number") from error
    if name == "palette" and "palette" not in out:
        return  # there, too, it meant nothing without target_palette
    if ramp and number > 0:
        out.update({ramp: number, **({"palette_warmup": 0} if name == "palette" else {})})
    factor = (1.0 if ramp else number) * weight if number else 0.0
    if factor or name == "palette":  # without a weight of 0 the palette's own loss would be chosen
        out[kind] = [*texts_of(out.get(kind), ","), f"{name}:{factor:g}"]


def texts_of(value: Any, separator: str) -> tuple[Any, ...]:
    """Return the parts of a text, without blanks; of a sequence its members; of nothing none."""
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(separator) if part.strip())
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _pick(name: str, value: Any, table: Mapping[str, Any]) -> Any:
    if str(value) not in table:
        raise SettingsError(f"{name}={value!r} does not exist; choose one of {', '.join(table)}")
    return table[str(value)]


def _switch(name: str, value: Any) -> bool:
    """Return an old switch's value, written in any of the ways that clipit and pixray take."""
    word = str(value).lower()
    if word not in (*YES, *NO):
        raise SettingsError(f"{name}={value!r}: expected True or False")
    return word in YES
