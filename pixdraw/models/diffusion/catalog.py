"""The diffusion models that are known by name, where their files are, and how to fetch them."""

from __future__ import annotations

import os
from pathlib import Path

from pixdraw.errors import ModelError, suggestion
from pixdraw.models import built_in
from pixdraw.models.download import download
from pixdraw.models.vqgan import catalog

PREFIX = "diffusion/"
"""Prefix of a diffusion model's name in lists of all models."""

BUILT_IN = "sprites"
PIPELINE = "diffusers:"
"""Prefix of a folder or hub repository of the package diffusers."""

MIRRORS = ("https://the-eye.eu/public/AI/models/v-diffusion",)

KNOWN: dict[str, str] = {
    "cc12m_1_cfg": "4fc95ee1b3205a3f7422a07746383776e1dbc367eaf06a5b658ad351e77b7bda",
    "cc12m_1": "63946d1f6a1cb54b823df818c305d90a9c26611e594b5f208795864d5efe0d1f",
    "yfcc_1": "a1c0f6baaf89cb4c461f691c2505e451ff1f9524744ce15332b7987cc6e3f0c8",
    "yfcc_2": "69ad4e534feaaebfd4ccefbf03853d5834231ae1b5402b9d2c3e2b331de27907",
    "danbooru_128": "1728940d3531504246dbdc75748205fd8a24238a17e90feb82a64d7c8078c449",
    "imagenet_128": "cac117cd0ed80390b2ae7f3d48bf226fd8ee0799d3262c13439517da7c214a67",
    "wikiart_128": "b3ca8d0cf8bd47dcbf92863d0ab6e90e5be3999ab176b294c093431abdce19c1",
    "wikiart_256": "da45c38aa31cd0d2680d29a3aaf2f50537a4146d80bba2ca3e7a18d227d9b627",
}
"""v-diffusion's models → SHA-256 of NAME.pth, both from the description of PyPI's v-diffusion-pytorch 0.0.2 (MIT)."""


def resolve(name: str) -> str:
    """Return the known name behind `name`, with or without PREFIX; raises ModelError with the nearest one."""
    plain = name.removeprefix(PREFIX)
    if plain not in KNOWN and plain != BUILT_IN:
        known = [BUILT_IN, *KNOWN]
        raise ModelError(
            f"diffusion_model {name!r} does not exist{suggestion(plain, known)}; there are {', '.join(known)} "
            f"and {PIPELINE}FOLDER"
        )
    return plain


def cache_dir() -> Path:
    """Return the folder of fetched models, beside that of the VQGANs."""
    return catalog.cache_dir().with_name("diffusion")


def locate(name: str) -> Path | None:
    """Return the file of weights, if it is on this machine."""
    plain = resolve(name)
    path = built_in.FOLDER / "sprites" / "model.safetensors" if plain == BUILT_IN else cache_dir() / f"{plain}.pth"
    return path if path.is_file() else None


def ensure(name: str) -> Path:
    """Return the file of weights, after fetching it if need be; raises ModelError if that is not possible."""
    plain = resolve(name)
    try:
        return pull(plain)
    except ModelError as error:
        if plain == BUILT_IN:
            raise
        raise ModelError(
            f"diffusion_model {plain} is not in {cache_dir()}, and {error}; use diffusion_model={BUILT_IN}, give "
            f"diffusion_checkpoint, or run `pixdraw models pull {PREFIX}{plain}` on a connected machine"
        ) from error


def pull(name: str) -> Path:
    """Fetch and check a model's weights, continuing an interrupted download. Raises ModelError, FileError."""
    found, plain = locate(name), resolve(name)
    if found is not None:
        return found
    if plain == BUILT_IN:
        raise ModelError("the built-in diffusion model is missing: install pixdraw again")
    if os.environ.get("HF_HUB_OFFLINE", "").upper() in ("1", "TRUE", "YES", "ON"):
        raise ModelError("HF_HUB_OFFLINE is set, so pixdraw does not use the network")
    addresses = [f"{mirror}/{plain}.pth" for mirror in MIRRORS]
    return download(addresses, cache_dir() / f"{plain}.pth", sha256=KNOWN[plain])
