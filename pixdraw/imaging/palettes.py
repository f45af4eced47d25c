r"""Palettes from a string: pixray's grammar, with blanks allowed anywhere between its parts.

- `;` separates sections, which are joined.
- `red` is a ramp from black to red of 16 colours, `red\8` of 8; `A->B->C\9` a ramp through all of them.
- `[red, #00ff00, blue]` are these colours; `[…]\9` resamples them to 9. A ramp of one colour is its last one.
- `@file.png` (any picture, or an http(s) address) stands for its colours, at most 255, or N with `\N`. Few enough
colours are taken as they are, those of a strip in its order, others the commonest first; more are reduced by median
cut. Tables of
  colours (`palette_files`), whatever their name, are taken whole, or resampled with `\N`.
- A colour is a CSS name, `#rgb`, `#rrggbb`, `rrggbb`, `rgb(…)`, `hsl(…)`; `(255+128+0)`; `[1+0.5+0]`; a name of
  `BUILT_IN`; or one of the 949 of the xkcd survey, `blood red` or `xkcd:red`.
- A name of `NAMED`, such as `pico-8`, is that palette.

Differs from pixray: `red` is CSS #ff0000, where pixray takes the names of the xkcd survey first (#e50000, here
`xkcd:red`); `mat:red` is accepted for `red`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import torch
from PIL import ImageColor
from torch import Tensor

from pixdraw.errors import FileError, SettingsError, suggestion
from pixdraw.imaging import files as images
from pixdraw.imaging.palette_files import read_table
from pixdraw.web import shown


def _composite_colours() -> Iterator[str]:
    """Decode the signals of an 8-bit console's composite video: four square waves, twelve phases, and their greys.

    Volts as measured on hardware (nesdev.org/wiki/NTSC_video); YUV to RGB after ITU-R BT.470.
    """
    black, white = 0.518, 1.962
    for low, high in ((0.350, 1.094), (0.518, 1.506), (0.962, 1.962), (1.550, 1.962)):
        for hue in range(13):
            top, bottom = (high - black) / (white - black), ((low if hue else high) - black) / (white - black)
            luma, chroma = (top + bottom) / 2, (top - bottom) / 2 * 4 / math.pi
            u, v = (chroma * wave(math.radians(30 * (hue - 2))) for wave in (math.cos, math.sin))
            rgb = (luma + 1.140 * v, luma - 0.395 * u - 0.581 * v, luma + 2.032 * u)
            yield "#" + "".join(f"{round(255 * min(max(value, 0.0), 1.0)):02x}" for value in rgb)


def _ramp_colours() -> Iterator[str]:
    """Make 32 colours as pixel artists lay them out: greys, and seven hues from dark to light.

    Shadows shift towards blue, lights towards yellow. In OKLCH (Ottosson, A perceptual color space for image
    processing, 2020).
    """
    steps = ((0.38, 0.12, -18), (0.55, 0.17, -6), (0.72, 0.15, 6), (0.88, 0.09, 18))
    yield from (_oklch(light, 0.012, 270) for light in (0.16, 0.45, 0.72, 0.97))
    for hue in (5, 33, 65, 105, 148, 240, 308):
        way = 1 if (100 - hue) % 360 < 180 else -1  # to yellow
        for light, chroma, lean in steps:
            yield _oklch(light, chroma, hue + way * lean)


def _oklch(light: float, chroma: float, hue_deg: float) -> str:
    a, b = chroma * math.cos(math.radians(hue_deg)), chroma * math.sin(math.radians(hue_deg))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    bent = [12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055 for x in linear]
    return "#" + "".join(f"{round(255 * min(max(x, 0.0), 1.0)):02x}" for x in bent)


_STEPS = range(0, 256, 51)

BUILT_IN: Mapping[str, tuple[float, float, float]] = {
    "pixel_green": (0.44, 1.0, 0.53),
    "pixel_orange": (1.0, 0.8, 0.2),
    "pixel_blue": (0.44, 0.53, 1.0),
    "pixel_red": (1.0, 0.53, 0.44),
    "pixel_grayscale": (1.0, 1.0, 1.0),
}
NAMED: Mapping[str, str] = {
    # By Joseph White, CC0; see NOTICE.
    "pico-8": "#000000 #1d2b53 #7e2553 #008751 #ab5236 #5f574f #c2c3c7 #fff1e8 "
    "#ff004d #ffa300 #ffec27 #00e436 #29adff #83769c #ff77a8 #ffccaa",
    # The four shades of the first handheld's green screen, evenly spaced by eye; no copy of a published table.
    "game-boy": "#10300f #2f6432 #7da030 #c3d35a",
    # What the hardware can show: two levels, or one intensity bit, of red, green and blue.
    "cga": "#000000 #0000aa #00aa00 #00aaaa #aa0000 #aa00aa #aa5500 #aaaaaa "
    "#555555 #5555ff #55ff55 #55ffff #ff5555 #ff55ff #ffff55 #ffffff",
    "zx-spectrum": "#000000 #0000d7 #d70000 #d700d7 #00d700 #00d7d7 #d7d700 #d7d7d7 "
    "#0000ff #ff0000 #ff00ff #00ff00 #00ffff #ffff00 #ffffff",
    "1-bit": "#000000 #ffffff",
    "nes-like": " ".join(dict.fromkeys(["#000000", *_composite_colours()])),
    # Our own, laid out like pixel artists' palettes of 32 colours.
    "ramps-32": " ".join(_ramp_colours()),
    "web-safe": " ".join(f"#{r:02x}{g:02x}{b:02x}" for r in _STEPS for g in _STEPS for b in _STEPS),
}
"""Palettes by name: those of old hardware, one published as CC0, one of our own."""

RAMP_COLOURS = 16
PICTURE_COLOURS = 255
MOST_COLOURS = 4096
MOST_PICTURE_COLOURS = 256

FOREIGN = (".ase", ".aseprite", ".aco")
"""Suffixes of other programs' palette files that are not read."""

_SAMPLED_PIXELS = 2**20
_SUM = r"\s*([\d.]+)\s*\+\s*([\d.]+)\s*\+\s*([\d.]+)\s*"
_BYTES, _FRACTIONS = re.compile(rf"\({_SUM}\)"), re.compile(rf"\[{_SUM}\]")
_BARE_HEX = re.compile("[0-9a-f]{6}")
_RANGES = "numbers in rgb(…) go up to 255, percentages to 100%"
_FILES = (".pal", ".gpl", ".hex", ".act", ".txt", ".png", ".gif", ".ase", ".json")
_HELP = r"write for example red->yellow\8; [black, white, #ff8000]; @picture.png"


def parse_palette(text: str) -> Tensor:
    """Return the colours of a palette string, float32 [P, 3] in [0, 1].

    Raises SettingsError for what the grammar does not know, FileError for files that cannot be read.
    """
    sections, whole = [section.strip() for section in text.split(";")], shown(text)
    if not any(sections):
        raise SettingsError(f"palette {whole!r} is empty: {_HELP}")
    parts = [_section(section, whole) for section in sections if section]
    return torch.cat(parts)


def write_palette(palette: Tensor) -> str:
    """Return the string of a palette [P, 3] as a list of #rrggbb: what `parse_palette` reads, in 8 bits."""
    return "[" + ",".join("#{:02x}{:02x}{:02x}".format(*row) for row in images.to_uint8(palette).tolist()) + "]"


def parse_colour(text: str, setting: str) -> tuple[float, float, float]:
    """Return one colour of the grammar as red, green and blue in [0, 1]; SettingsError names the setting."""
    try:
        return _colour(text, shown(text))
    except SettingsError as error:
        raise SettingsError(
            f"{setting}={shown(text)!r}: no colour; write for example white, #ff8000 or (255+128+0)"
        ) from error


def resample(stops: Tensor, count: int) -> Tensor:
    """Return `count` colours evenly spaced along the stops [M, 3], linearly between them; a single one is the last."""
    if count == 1 or len(stops) == 1:
        return stops[-1:].expand(count, 3).clone()
    position = torch.arange(count, dtype=torch.float64) * (len(stops) - 1) / (count - 1)
    left = position.floor().long().clamp(max=len(stops) - 2)
    share = (position - left).unsqueeze(1)
    exact = stops.double()
    return ((1 - share) * exact[left] + share * exact[left + 1]).float()


def _section(section: str, whole: str) -> Tensor:
    body, count = section, None
    before, backslash, number = section.rpartition("\\")
    if backslash and not (section.startswith("@") and not number.strip().isdigit()):  # C:\pictures\sky.png
        body, count = before.rstrip(), _count(number.strip(), whole)
    if body.startswith(("@", "http://", "https://")):
        return _from_file(body.removeprefix("@").strip(), count)
    if body.lower() in NAMED:
        named = torch.tensor([_colour(name, whole) for name in NAMED[body.lower()].split()])
        return resample(named, count) if count else named
    if "->" in body:
        stops = [_colour(name, whole) for name in body.split("->")]
        return resample(torch.tensor(stops), count or RAMP_COLOURS)
    if body.startswith("["):
        colours = torch.tensor(_listed(body, whole))
        return resample(colours, count) if count else colours
    return resample(torch.tensor([(0.0, 0.0, 0.0), _colour(body, whole)]), count or RAMP_COLOURS)


def _count(text: str, whole: str) -> int:
    digits = text.lstrip("0") if text.isascii() and text.isdecimal() else ""
    if not digits or len(digits) > len(str(MOST_COLOURS)) or int(digits) > MOST_COLOURS:
        raise SettingsError(
            f"palette {whole!r}: after \\ comes a number of colours, 1 to {MOST_COLOURS}, not {shown(text)!r}"
        )
    return int(digits)


def _listed(body: str, whole: str) -> list[tuple[float, float, float]]:
    if not body.endswith("]"):
        raise SettingsError(f"palette {whole!r}: the list {shown(body)!r} has no closing bracket; {_HELP}")
    if _FRACTIONS.fullmatch(body):
        return [_colour(body, whole)]
    return [_colour(name, whole) for name in _members(body[1:-1])]


def _members(text: str) -> list[str]:
    """Split at commas, but not at those of `rgb(…)`."""
    members, inside = [""], False
    for part in re.findall(r"[^,()]+|.", text, re.DOTALL):
        inside = part == "(" or (inside and part != ")")
        if part == "," and not inside:
            members.append("")
        else:
            members[-1] += part
    return members


def _colour(text: str, whole: str) -> tuple[float, float, float]:
    name = text.strip().lower()
    for pattern, scale in ((_BYTES, 255.0), (_FRACTIONS, 1.0)):
        if match := pattern.fullmatch(name):
            return _triple(match, scale, whole)
    survey, name = name.startswith("xkcd:"), name.removeprefix("mat:").removeprefix("xkcd:").strip()
    if name in BUILT_IN:
        return BUILT_IN[name]
    if not survey and _BARE_HEX.fullmatch(name):
        name = f"#{name}"
    surveyed = _survey() if survey or not (name in ImageColor.colormap or set(name) & set("#(")) else {}
    try:
        red, green, blue = ImageColor.getrgb(surveyed.get(name, "" if survey else name))[:3]
    except ValueError as error:
        near = suggestion(name, [*ImageColor.colormap, *BUILT_IN, *NAMED, *surveyed])
        if Path(text).suffix.lower() in _FILES:
            near = f"; a file is named with @ before it: @{shown(text)}"
        raise SettingsError(f"palette {whole!r}: unknown colour {shown(text)!r}{near}; {_HELP}") from error
    if not all(0 <= value <= 255 for value in (red, green, blue)):
        raise SettingsError(f"palette {whole!r}: {shown(text)!r} is brighter than white; {_RANGES}")
    return red / 255, green / 255, blue / 255


def _survey() -> dict[str, str]:
    """Return the colours of the xkcd survey: name → #rrggbb."""
    lines = files("pixdraw").joinpath("xkcd.txt").read_text("utf-8").splitlines()
    return {name: colour for colour, _, name in (line.partition(" ") for line in lines)}


def _triple(match: re.Match[str], scale: float, whole: str) -> tuple[float, float, float]:
    try:
        red, green, blue = (float(number) / scale for number in match.groups())
    except ValueError as error:
        raise SettingsError(f"palette {whole!r}: {shown(match[0])!r} does not hold three numbers") from error
    if not max(red, green, blue) <= 1:
        raise SettingsError(f"palette {whole!r}: {shown(match[0])!r} has a number above {scale:.0f}")
    return red, green, blue


def _from_file(name: str, count: int | None) -> Tensor:
    suffix = Path(name).suffix.lower()
    if suffix in FOREIGN:
        raise FileError(f"{shown(name)}: {suffix} files are not read; export the palette as .gpl or .hex")
    data = images.load_bytes(name)
    try:
        colours = read_table(data, suffix)
    except ValueError as error:
        raise FileError(f"{shown(name)}: no palette that can be read: {error}") from error
    if colours is None:
        return _from_picture(images.read(data, name), name, PICTURE_COLOURS if count is None else count)
    if not colours:
        raise FileError(f"{shown(name)}: holds no colours")
    table = torch.tensor(colours[:MOST_COLOURS], dtype=torch.float32) / 255
    return resample(table, count) if count else table


def _from_picture(picture: Tensor, name: str, count: int) -> Tensor:
    stride = max(1, round((picture[0, 0].numel() / _SAMPLED_PIXELS) ** 0.5))
    sampled = images.to_uint8(picture[0, :, ::stride, ::stride])
    pixels = sampled.flatten(1).T
    if pixels.shape[1] == 4:
        pixels = pixels[pixels[:, 3] >= 128, :3]
    if not len(pixels):
        raise FileError(f"{shown(name)}: the picture is fully transparent; give one with colours")
    colours, places, numbers = _in_order(pixels)
    if len(colours) <= count:
        order = places if _is_strip(sampled) else -numbers
        return colours[order.argsort(stable=True)].float() / 255
    if count > MOST_PICTURE_COLOURS:
        raise SettingsError(
            f"palette @{shown(name)}\\{count}: at most {MOST_PICTURE_COLOURS} colours are taken from a picture"
        )
    indexed = images.to_pil(pixels.T.unsqueeze(1).float() / 255).quantize(count)
    used = len(indexed.getcolors() or [])
    return torch.tensor((indexed.getpalette() or [])[: 3 * used], dtype=torch.float32).view(-1, 3) / 255


def _in_order(pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return the different colours of pixels [N, 3] as they appear [P, 3], where each does first, and how often."""
    colours, kinds, numbers = pixels.unique(dim=0, return_inverse=True, return_counts=True)
    places = torch.full((len(colours),), len(pixels)).scatter_reduce(0, kinds, torch.arange(len(pixels)), "amin")
    order = places.argsort()
    return colours[order], places[order], numbers[order]


def _is_strip(picture: Tensor) -> bool:
    """Return whether all rows of [C, H, W], or all columns, are the same: a palette as a picture, in its order."""
    return bool((picture == picture[:, :1]).all() or (picture == picture[:, :, :1]).all())
