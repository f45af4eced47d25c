"""Turns photographs and paintings into pixel art: few cells, few colours, and lines thinner than a cell preserved.

A cell that is filled with its mean loses the lines that make a thing recognisable. So lines that are thinner than a
cell are widened to about one before the picture is shrunk. The idea is that of PixelOE (Kohaku-Lab, "Detail-Oriented
Pixelization based on Contrast-Aware Outline Expansion", 2024). Differs from it: thin lines are found by top-hat
transforms (Meyer 1979), so that edges between large areas stay where they are; and a cell gets the mean of the larger
of its two clusters of colours, not a mixture.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import SettingsError, suggestion
from pixdraw.imaging.colour import oklab, own_colours
from pixdraw.imaging.compositing import add_alpha, premultiply, unpremultiply
from pixdraw.imaging.dithering import DITHERS, MOST_DIFFUSED, dithered
from pixdraw.tools.pictures import Pictures, as_batch

LEAST_SIDE, MOST_SIDE = 4, 256
"""Minimum and maximum cells along a side."""
FINEST = 8
"""Maximum number of pixels along a cell's side that are used."""
THIN = 0.1
"""Minimum contrast of a line with both its sides, in OKLab's lightness."""
LONG = 1.5
"""Minimum length of a line, in cells: shorter ones are texture."""
ROUNDS = 4
"""Rounds of 2-means in each cell; further ones hardly change a colour."""
CHUNK = 2**12
"""Cells that are processed at once, which bounds the memory."""


@dataclass(frozen=True)
class Pixelised:
    """Pictures as pixel art."""

    image: Tensor
    """[B, 3 or 4, rows, columns] in [0, 1]: a pixel a cell; alpha is 0 or 1."""
    palette: Tensor
    """[P, 3] in [0, 1]: the colours that all pictures together have, the commonest first."""


def pixelise(
    pictures: Pictures,
    *,
    size: int | tuple[int, int] = 64,
    colours: int = 24,
    palette: Tensor | None = None,
    dither: str = "none",
    dither_strength: float = 0.5,
    outline: float = 0.4,
) -> Pixelised:
    """Turn photographs or paintings into pixel art; the frames of an animation share their palette.

    `pictures` are those of `pixdraw.repair`. `size` is the longer side in cells, or (columns, rows), to whose shape the
    middle is cut. `palette` [P, 3] are the only colours allowed; without it, `colours` of the pictures' own. `dither`
    is none, ordered or diffusion, `dither_strength`, 0 to 1, how much of it. `outline` says how far thin lines are
    widened: 0 not, 1 to about a cell, at most 2. Raises SettingsError for what is out of range, FileError for files.
    """
    _check(colours, palette, dither, dither_strength, outline)
    batch = as_batch(pictures)
    rows, columns = _cells_of(batch, size)
    fine, step = _fine(premultiply(_cut(batch, rows, columns)), rows, columns)
    if outline:
        fine = _widened(fine, outline * (step - 1) / 2, step)
    cells, alpha = _read(fine, step)
    if palette is None:
        joined = cells.movedim(0, 1).flatten(1, 2)[None]
        seen = alpha.movedim(0, 1).flatten(1, 2)[None]
        palette = own_colours(joined, min(colours, int(seen.sum()) or 1), seen)[0]
        palette = ((palette * 255).round() / 255).clamp(0, 1)
    ground = palette[0].view(1, 3, 1, 1)  # of clear cells, which have no error to diffuse
    index = dithered(torch.where(alpha > 0, cells, ground), palette, dither, dither_strength)
    image = palette[index].movedim(3, 1) * alpha
    used = index[alpha[:, 0] > 0].bincount(minlength=len(palette))
    order = used.argsort(descending=True, stable=True)
    image = image if batch.shape[1] == 3 else torch.cat([image, alpha], 1)
    return Pixelised(image, palette[order[used[order] > 0]])


def _check(colours: int, palette: Tensor | None, dither: str, strength: float, outline: float) -> None:
    if not 2 <= colours <= 256:
        raise SettingsError(f"colours={colours}: expected 2 to 256")
    if dither not in DITHERS:
        raise SettingsError(f"dither={dither!r}: choose one of {', '.join(DITHERS)}{suggestion(dither, DITHERS)}")
    if dither == "diffusion" and palette is not None and len(palette) > MOST_DIFFUSED:
        raise SettingsError(f"dither=diffusion: at most {MOST_DIFFUSED} colours, the palette has {len(palette)}")
    if not 0 <= strength <= 1:
        raise SettingsError(f"dither_strength={strength}: expected 0 to 1")
    if not 0 <= outline <= 2:
        raise SettingsError(f"outline={outline}: expected 0 to 2, 1 for lines of about a cell")


def _cells_of(batch: Tensor, size: int | tuple[int, int]) -> tuple[int, int]:
    """Return the rows and columns for `size`."""
    height, width = batch.shape[2:]
    longer = max(height, width)
    sides = (round(width * size / longer), round(height * size / longer)) if isinstance(size, int) else size
    columns, rows = (max(1, side) for side in sides)
    given = f"size={size}" if isinstance(size, int) else f"size={size[0]}x{size[1]}"
    if not LEAST_SIDE <= max(columns, rows) <= MOST_SIDE:
        raise SettingsError(f"{given}: expected {LEAST_SIDE} to {MOST_SIDE} cells for the longer side")
    if columns > width or rows > height:
        raise SettingsError(f"{given}: the picture has {width}x{height} pixels, and a cell needs at least one")
    return rows, columns


def _cut(batch: Tensor, rows: int, columns: int) -> Tensor:
    """Return the middle of pictures [B, C, H, W] in the shape of the cells."""
    height, width = batch.shape[2:]
    side = min(height / rows, width / columns)
    high, wide = min(height, max(rows, round(rows * side))), min(width, max(columns, round(columns * side)))
    top, left = (height - high) // 2, (width - wide) // 2
    return batch[:, :, top : top + high, left : left + wide]


def _fine(seen: Tensor, rows: int, columns: int) -> tuple[Tensor, int]:
    """Return premultiplied pictures at a whole number of pixels a cell, and this number."""
    step = max(1, min(FINEST, seen.shape[2] // rows, seen.shape[3] // columns))
    size = (rows * step, columns * step)
    if seen.shape[2:] == size:
        return seen, step
    return F.interpolate(seen, size, mode="bicubic", antialias=True, align_corners=False).clamp(0, 1), step


def _widened(fine: Tensor, reach: float, step: int) -> Tensor:
    """Return pictures [B, C, H, W] whose thin lines reach `reach` pixels farther to each side."""
    radius = round(reach)
    if radius < 1:
        return fine
    light = _lightness(fine)
    size = step + 1 - step % 2
    closed = _lowest(_highest(light, size), size)
    opened = _highest(_lowest(light, size), size)
    thin = _lines(torch.maximum(closed - light, light - opened), round(LONG * step))
    thin = torch.where(thin > THIN, thin, 0)
    window = 2 * radius + 1
    most, place = F.max_pool2d(thin, window, 1, radius, return_indices=True)
    flat = place.flatten(2).expand(-1, fine.shape[1], -1)
    spread = fine.flatten(2).gather(2, flat).view_as(fine)
    return torch.where(most > 0, spread, fine)


def _lines(thin: Tensor, length: int) -> Tensor:
    """Return the part of [B, 1, H, W] that is at least `length` long in one of eight directions, by openings."""
    ways = []
    for down, right in ((0, 2), (1, 2), (1, 1), (2, 1), (2, 0), (2, -1), (1, -1), (1, -2)):
        steps = range(-(length // (2 * max(down, abs(right)))), length // (2 * max(down, abs(right))) + 1)
        moves = [(down * step, right * step) for step in steps]
        low = torch.stack([_moved(thin, *move) for move in moves]).amin(0)
        ways.append(torch.stack([_moved(low, *move) for move in moves]).amax(0))
    return torch.stack(ways).amax(0)


def _moved(values: Tensor, down: int, right: int) -> Tensor:
    return values.roll((down, right), (2, 3))


def _lightness(fine: Tensor) -> Tensor:
    """Return OKLab's lightness of premultiplied pictures over middle grey, [B, 1, H, W]."""
    colour = fine[:, :3] if fine.shape[1] == 3 else fine[:, :3] + 0.5 * (1 - fine[:, 3:])
    return _lab(colour)[:, :1]


def _lab(colour: Tensor) -> Tensor:
    return oklab(colour.transpose(0, 1).flatten(1)).view(3, len(colour), *colour.shape[2:]).transpose(0, 1)


def _highest(values: Tensor, size: int) -> Tensor:
    return F.max_pool2d(values, size, 1, size // 2)


def _lowest(values: Tensor, size: int) -> Tensor:
    return -F.max_pool2d(-values, size, 1, size // 2)


def _read(fine: Tensor, step: int) -> tuple[Tensor, Tensor]:
    """Return the colours [B, 3, rows, columns] of cells of `step` pixels, and where they are opaque, [B, 1, …], 0 or 1.

    A colour is the mean of the larger of two clusters; where they are equal, of the one farther from the middle.
    """
    straight = add_alpha(unpremultiply(fine))
    batch, _, height, width = straight.shape
    rows, columns = height // step, width // step
    points = straight.view(batch, 4, rows, step, columns, step).permute(0, 2, 4, 3, 5, 1).reshape(-1, step * step, 4)
    colours = torch.cat([_larger_group(part[..., :3], part[..., 3]) for part in points.split(CHUNK)])
    opaque = points[..., 3].mean(1) >= 0.5
    shape = (batch, rows, columns)
    return colours.view(*shape, 3).movedim(3, 1), opaque.float().view(*shape, 1).movedim(3, 1)


def _larger_group(colours: Tensor, weights: Tensor) -> Tensor:
    """Return the mean [N, 3] of the larger of two groups of the colours [N, K, 3] of weights [N, K]."""
    place = oklab(colours.flatten(0, 1).T).T.view_as(colours)
    light = place[..., 0]
    ends = [light.masked_fill(weights <= 0, fill).sort(1).indices for fill in (2.0, -1.0)]
    centres = torch.stack(
        [place[torch.arange(len(place)), end[:, at]] for end, at in zip(ends, (0, -1), strict=True)], 1
    )
    for _ in range(ROUNDS):
        member = F.one_hot(torch.cdist(place, centres).argmin(2), 2) * weights[..., None]
        total = member.sum(1)
        means = torch.einsum("nkg,nkc->ngc", member, place) / total.clamp(min=1e-6)[..., None]
        centres = torch.where(total[..., None] > 0, means, centres)
    member = F.one_hot(torch.cdist(place, centres).argmin(2), 2) * weights[..., None]
    total = member.sum(1)
    larger = total.argmax(1)
    sums = torch.einsum("nkg,nkc->ngc", member, colours)[torch.arange(len(place)), larger]
    return sums / total.amax(1).clamp(min=1e-6)[:, None]
