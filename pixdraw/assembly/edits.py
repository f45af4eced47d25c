"""Makes the initial picture and the edits between steps from the settings of start, overlay and camera."""

from __future__ import annotations

import torch
from torch import Tensor

from pixdraw.engine.edits import Edit, Overlay, Times, Zoom
from pixdraw.guidance.files import find
from pixdraw.imaging import files
from pixdraw.imaging.compositing import add_alpha, over_straight
from pixdraw.interfaces import Canvas, Drawer
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings
from pixdraw.text.units import parse_duration


def first_picture(settings: Settings, rng: Rng, canvas: Canvas, drawer: Drawer) -> Tensor | None:
    """Return the picture that the drawer starts from, [1 or B, 3 or 4, H, W], or None for the drawer's own start.

    It is the init image; with init_image_alpha, that image composited over the noise or over the drawer's own start;
    without an init image the noise alone.
    """
    noise = None
    if settings.init_noise != "none":
        noise = files.init_noise(settings.init_noise, rng, canvas.height, canvas.width)
    if not settings.init_image:
        return noise
    image = files.resize(files.read(settings.init_image), canvas.height, canvas.width)
    if settings.init_image_alpha is None:
        return image
    if noise is None:
        with torch.no_grad():
            noise = drawer.render().clamp(0, 1).cpu()
    return over_straight(image, noise, settings.init_image_alpha / 255)


def blended(previous: Tensor, first: Tensor | None, drawer: Drawer, alpha: int) -> Tensor:
    """Lay the previous frame's pictures over the start of the next, with an opacity of `alpha` / 255.

    The start is `first`, or the drawer's own.
    """
    if first is None:
        with torch.no_grad():
            first = drawer.render().clamp(0, 1)
    under = first.to(previous.device).expand(len(previous), -1, -1, -1)
    if previous.shape[1] == 4:  # transparent pixels of the previous frame must not become black
        under = add_alpha(under)
    return over_straight(previous, under, alpha / 255)


def make_edits(settings: Settings, canvas: Canvas, device: torch.device) -> list[Edit]:
    """Return the edits that the settings ask for: first the camera moves, then the overlay is pasted."""
    edits: list[Edit] = []
    total = settings.iterations
    if settings.moves():
        times = Times(
            parse_duration(settings.zoom_every).period(total), parse_duration(settings.zoom_start).steps(total)
        )
        pan = (settings.zoom_pan[0] / 100, settings.zoom_pan[1] / 100)
        edits.append(Zoom(settings.zoom, settings.zoom_angle_deg, pan, times))
    if settings.overlay_image:
        image = files.read(find(settings.overlay_image, "overlay_image")[0])
        until = settings.overlay_until
        times = Times(
            parse_duration(settings.overlay_every).period(total),
            parse_duration(settings.overlay_offset).steps(total),
            None if until is None else parse_duration(until).steps(total),
        )
        opacity = 1.0 if settings.overlay_alpha is None else settings.overlay_alpha / 255
        picture = files.resize(image, canvas.height, canvas.width).to(device)
        edits.append(Overlay(picture, opacity, times))
    return edits
