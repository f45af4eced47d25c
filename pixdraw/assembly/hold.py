"""Makes the part of a picture that stays as it is, from the settings mask, keep and vary."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.engine.hold import Hold
from pixdraw.errors import SettingsError
from pixdraw.imaging import files
from pixdraw.imaging.compositing import add_alpha
from pixdraw.interfaces import Canvas, Drawer, GridDrawer
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings

PATCHES = 6
"""Side of the noise grid that the patches of `vary` are cut from: about this many patches fit along a side."""
STIR = 0.5
"""Fraction (0 to 1) by which the initial colours of the varied part are mixed with random colours of the same
picture."""


def make_hold(settings: Settings, canvas: Canvas, rng: Rng, drawer: Drawer) -> Hold | None:
    """Return the pixels to preserve, or None if mask, keep and vary are all unset.

    With `vary_seed` the whole picture is drawn. Raises SettingsError if there is no picture to preserve, FileError if
    one cannot be read. Pictures are resized to the canvas by nearest neighbour.
    """
    if settings.mask is None and settings.keep is None and settings.vary is None:
        return None
    source = settings.keep or settings.init_image
    if settings.vary is not None and settings.vary_seed:
        if source is None and settings.mask is None:
            return None
        raise SettingsError(
            f"vary_seed={','.join(settings.vary_seed)}: draws a whole picture, and init_image, mask and keep start "
            "from one; give only one of the two"
        )
    if source is None:
        name = "vary" if settings.mask is None else "mask"
        raise SettingsError(f"{name}={getattr(settings, name)}: needs init_image, the picture to keep a part of")
    picture = _sized(add_alpha(files.read(source)), canvas)
    kept = picture[:, 3:] >= 0.5 if settings.keep else torch.ones_like(picture[:, 3:], dtype=torch.bool)
    if settings.mask is not None:
        kept = kept & ~_sized(marked(files.read(settings.mask)).float(), canvas).bool()
    if settings.vary is not None:
        kept = kept & ~_patches(settings.vary, picture[:, 3:], rng, drawer)
    if kept.all():
        raise SettingsError(_why_nothing(settings))
    return Hold(picture, kept)


def _why_nothing(settings: Settings) -> str:
    """Return why nothing would be redrawn."""
    if settings.mask is not None:
        return (
            f"mask={settings.mask}: the mask selects nothing to redraw; paint that part white, or make the rest "
            "transparent"
        )
    if settings.vary is not None:
        return f"vary={settings.vary:g}: {settings.init_image} is fully transparent; give another picture"
    return (
        f"keep={settings.keep}: it is opaque all over, so nothing is left to draw; clear a part of it, or give a mask"
    )


def marked(mask: Tensor) -> Tensor:
    """Return where a mask [1, 3 or 4, H, W] allows drawing: its opaque part, or the light part of an opaque mask."""
    if mask.shape[1] == 4 and bool((mask[:, 3:] < 0.5).any()):
        return mask[:, 3:] >= 0.5
    return mask[:, :3].mean(1, keepdim=True) >= 0.5


def stirred(first: Tensor | None, hold: Hold, rng: Rng) -> Tensor | None:
    """Return the initial pictures [B, 3 or 4, H, W] with the pixels outside the held part mixed (by STIR) with other
    colours of the same picture, so that seeds differ there.

    The other colours are the picture's own, sorted by brightness and indexed by smooth noise.
    """
    if first is None:
        return None
    first = first.expand(len(rng.seeds), -1, -1, -1)
    noise = _smooth(rng.at("vary_start").uniform(1, PATCHES, PATCHES), first.shape[2], first.shape[3])[:, 0]
    others = []
    for picture, place in zip(first, noise.to(first.device), strict=True):
        seen = picture[:3, picture[3] > 0.5] if picture.shape[0] == 4 else picture.flatten(1)
        colours = seen[:, seen.sum(0).argsort()] if seen.numel() else picture.flatten(1)[:3]
        others.append(colours[:, (place * (colours.shape[1] - 1)).long()])
    mixed = torch.cat([torch.lerp(first[:, :3], torch.stack(others), STIR), first[:, 3:]], 1)
    return torch.where(hold.kept.to(first.device), first, mixed)


def _patches(share: float, alpha: Tensor, rng: Rng, drawer: Drawer) -> Tensor:
    """Return where drawing is allowed, bool [B, 1, H, W]: the fraction `share` of the visible cells and their direct
    neighbours, in whole cells.
    """
    height, width = alpha.shape[2:]
    rows, columns = drawer.cells().shape[2:] if isinstance(drawer, GridDrawer) else (height, width)
    noise = _smooth(rng.at("vary").uniform(1, PATCHES, PATCHES), rows, columns)
    seen = F.interpolate((alpha > 0).float(), (rows, columns), mode="area") > 0
    seen = F.max_pool2d(seen.float(), 3, 1, 1) > 0
    among = noise.where(seen, torch.inf).flatten(1)
    count = (seen.sum() * share).round().long().clamp(min=1)
    bound = among.sort(1).values[:, count - 1].view(-1, 1, 1, 1)
    chosen = (noise <= bound) & seen
    return F.interpolate(chosen.float(), (height, width), mode="nearest-exact") > 0.5


def _smooth(noise: Tensor, height: int, width: int) -> Tensor:
    return F.interpolate(noise.cpu(), (height, width), mode="bicubic", align_corners=True).clamp(0, 1)


def _sized(picture: Tensor, canvas: Canvas) -> Tensor:
    size = (canvas.height, canvas.width)
    return picture if picture.shape[-2:] == size else F.interpolate(picture, size, mode="nearest-exact")
