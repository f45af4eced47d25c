"""Diffusion networks that are not built in, by name: published ones, and those of diffusers."""

from __future__ import annotations

from pathlib import Path

import torch

from pixdraw.models.cache import loaded
from pixdraw.models.diffusion import catalog
from pixdraw.models.diffusion.backbones import Backbone


def load(name: str, checkpoint: str | None, device: torch.device | str) -> Backbone:
    """Return the network of a published model, its weights from the file `checkpoint` if given, or of `diffusers:…`.

    Raises ModelError if weights or a package are missing, or do not fit.
    """
    if name.startswith(catalog.PIPELINE):  # each is imported where it is used: they need optional packages
        from pixdraw.models.diffusion import pipelines

        return loaded(pipelines.load, name.removeprefix(catalog.PIPELINE), device)
    from pixdraw.models.diffusion import published

    weights = Path(checkpoint).expanduser() if checkpoint else catalog.ensure(name)
    return loaded(published.load, name, weights, device)
