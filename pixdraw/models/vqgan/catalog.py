"""The VQGANs that are known by name, where their files are, and how to fetch them."""

from __future__ import annotations

import os
import zipfile
from dataclasses import dataclass
from pathlib import Path

from pixdraw.errors import FileError, ModelError, suggestion
from pixdraw.imaging.files import atomic_path
from pixdraw.models import built_in
from pixdraw.models.download import download, hold_to_record, recorded

PREFIX = "vqgan/"
"""Prefix of a VQGAN's name in lists of all models."""

BUILT_IN = "tiny"
BUILT_IN_FILE = built_in.FOLDER / "vqgan" / "model.safetensors"

HEIBOX = "https://heibox.uni-heidelberg.de/d"
ELEIBER = "https://github.com/Eleiber/VQGAN-Mirrors/releases/download/0.0.1"
PIXRAY = "https://github.com/pixray/pixray/releases/download/v1.7.1"
KOOFR = "https://app.koofr.net/content/links"
OMMER = "https://ommer-lab.com/files/latent-diffusion"
LDM = "https://raw.githubusercontent.com/CompVis/latent-diffusion/main/models/first_stage_models"
EAIDATA = "http://eaidata.bmk.sh/data/Wikiart_16384/wikiart_f16_16384_8145600"
SFLCKR = f"{HEIBOX}/73487ab6e5314cb5adba/files/?p=%2F"
FACES = (
    f"{KOOFR}/a04deec9-0c59-4673-8b37-3d696fe63a5d/files/get/last.ckpt?path=%2F2020-11-13T21-41-45_faceshq_transformer"
)
FFHQ = f"{KOOFR}/0fc005bf-3dca-4079-9d40-cdf38d42cd7a/files/get"


@dataclass(frozen=True)
class Known:
    """A published VQGAN.

    No checksums were published; that of the first download is kept beside the file, and compared whenever the file is
    used or fetched again.
    """

    configs: tuple[str, ...]
    weights: tuple[str, ...]
    """Mirrors, the authors' own first. An address that ends in .zip holds the checkpoint as its one .ckpt."""
    about_mb: int | None = None
    sha256: str | None = None


KNOWN: dict[str, Known] = {
    "imagenet_f16_16384": Known(
        (
            f"{HEIBOX}/a7530b09fed84f80a887/files/?p=%2Fconfigs%2Fmodel.yaml&dl=1",
            f"{ELEIBER}/vqgan_imagenet_f16_16384.yaml",
        ),
        (
            f"{HEIBOX}/a7530b09fed84f80a887/files/?p=%2Fckpts%2Flast.ckpt&dl=1",
            f"{ELEIBER}/vqgan_imagenet_f16_16384.ckpt",
        ),
        980,
    ),
    "imagenet_f16_1024": Known(
        (
            f"{HEIBOX}/8088892a516d4e3baf92/files/?p=%2Fconfigs%2Fmodel.yaml&dl=1",
            f"{ELEIBER}/vqgan_imagenet_f16_1024.yaml",
        ),
        (
            f"{HEIBOX}/8088892a516d4e3baf92/files/?p=%2Fckpts%2Flast.ckpt&dl=1",
            f"{ELEIBER}/vqgan_imagenet_f16_1024.ckpt",
        ),
        958,
    ),
    "gumbel_f8_8192": Known(
        (f"{HEIBOX}/2e5662443a6b4307b470/files/?p=%2Fconfigs%2Fmodel.yaml&dl=1",),
        (f"{HEIBOX}/2e5662443a6b4307b470/files/?p=%2Fckpts%2Flast.ckpt&dl=1",),
        376,
    ),
    "wikiart_1024": Known(
        (f"{PIXRAY}/vqgan_wikiart_1024.yaml", f"{ELEIBER}/wikiart_1024.yaml"),
        (f"{PIXRAY}/vqgan_wikiart_1024.ckpt", f"{ELEIBER}/wikiart_1024.ckpt"),
        958,
    ),
    "wikiart_16384": Known(
        (f"{PIXRAY}/vqgan_wikiart_16384.yaml", f"{EAIDATA}.yaml"),
        (f"{PIXRAY}/vqgan_wikiart_16384.ckpt", f"{EAIDATA}.ckpt"),
    ),
    "sflckr": Known(
        (f"{SFLCKR}configs%2F2020-11-09T13-31-51-project.yaml&dl=1",), (f"{SFLCKR}checkpoints%2Flast.ckpt&dl=1",)
    ),
    "coco": Known(("https://dl.nmkd.de/ai/clip/coco/coco.yaml",), ("https://dl.nmkd.de/ai/clip/coco/coco.ckpt",), 8400),
    "faceshq": Known(
        ("https://drive.google.com/uc?export=download&id=1fHwGx_hnBtC8nsq7hesJvs-Klv-P0gzT",),
        (f"{FACES}%2Fcheckpoints%2Flast.ckpt",),
    ),
    "ffhq": Known(
        (
            f"{FFHQ}/2021-04-23T18-19-01-project.yaml"
            "?path=%2F2021-04-23T18-19-01_ffhq_transformer%2Fconfigs%2F2021-04-23T18-19-01-project.yaml&force",
        ),
        (f"{FFHQ}/last.ckpt?path=%2F2021-04-23T18-19-01_ffhq_transformer%2Fcheckpoints%2Flast.ckpt",),
    ),
    "vq-f8": Known((f"{LDM}/vq-f8/config.yaml",), (f"{OMMER}/vq-f8.zip",)),
    "vq-f8-n256": Known((f"{LDM}/vq-f8-n256/config.yaml",), (f"{OMMER}/vq-f8-n256.zip",)),
}
"""Name → the published model; addresses as in the projects that used them, unverified."""

ALIASES = {"openimages_f16_8192": "gumbel_f8_8192", "openimages_8192": "gumbel_f8_8192"}
"""Other projects' names; pixray's says f16, the model is f8."""


def resolve(name: str) -> str:
    """Return the known name behind `name`, with or without PREFIX; raises ModelError with the nearest one."""
    plain = name.removeprefix(PREFIX).removeprefix("vqgan_")
    plain = ALIASES.get(plain, plain)
    if plain not in KNOWN and plain != BUILT_IN:
        known = ", ".join([BUILT_IN, *KNOWN])
        near = suggestion(plain, [BUILT_IN, *KNOWN, *ALIASES])
        raise ModelError(f"vqgan_model {name!r} does not exist{near}; there are {known}; or give vqgan_checkpoint")
    return plain


def cache_dir() -> Path:
    """Return the folder of fetched models: PIXDRAW_CACHE, or pixdraw in the user's cache."""
    given = os.environ.get("PIXDRAW_CACHE")
    base = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "pixdraw"
    return (Path(given).expanduser() if given else base) / "vqgan"


def locate(name: str) -> tuple[Path, Path | None] | None:
    """Return the files of weights and configuration if they are on this machine; the slim form is a single file."""
    plain = resolve(name)
    if plain == BUILT_IN:
        return (BUILT_IN_FILE, None) if BUILT_IN_FILE.is_file() else None
    slim = cache_dir() / f"{plain}.safetensors"
    if slim.is_file():
        return slim, None
    weights, config = cache_dir() / f"{plain}.ckpt", cache_dir() / f"{plain}.yaml"
    return (weights, config) if weights.is_file() and config.is_file() else None


def ensure(name: str) -> tuple[Path, Path | None]:
    """Return what `locate` does, fetched if need be.

    Raises ModelError if that is not possible, or where a file's SHA-256 differs from that of the first download.
    """
    found = locate(name)
    if found is not None:
        for file in found:
            if file is not None and recorded(file):
                hold_to_record(file)
        return found
    plain = resolve(name)
    try:
        return pull(plain)
    except ModelError as error:
        if plain == BUILT_IN:
            raise
        raise ModelError(
            f"vqgan_model {plain} is not in {cache_dir()}, and {error}; use vqgan_model=tiny, give vqgan_checkpoint, "
            f"or run `pixdraw models pull {PREFIX}{plain}` on a connected machine"
        ) from error


def pull(name: str) -> tuple[Path, Path | None]:
    """Fetch a model's files into the cache, continuing an interrupted download. Raises ModelError and FileError."""
    found = locate(name)
    if found is not None:
        return found
    plain = resolve(name)
    if plain == BUILT_IN:
        raise ModelError(
            "the built-in VQGAN has no weights yet: name a published one (vqgan_model), give vqgan_checkpoint, "
            "or train it (python -m training.vqgan)"
        )
    if _offline():
        raise ModelError("HF_HUB_OFFLINE is set, so pixdraw does not use the network")
    known = KNOWN[plain]
    config = download(known.configs, cache_dir() / f"{plain}.yaml")
    weights = cache_dir() / f"{plain}.ckpt"
    if known.weights[0].endswith(".zip"):
        archive = download(known.weights, weights.with_suffix(".zip"), sha256=known.sha256, about_mb=known.about_mb)
        _unpack(archive, weights)
        hold_to_record(weights)
    else:
        download(known.weights, weights, sha256=known.sha256, about_mb=known.about_mb)
    return weights, config


def _offline() -> bool:
    return os.environ.get("HF_HUB_OFFLINE", "").upper() in ("1", "TRUE", "YES", "ON")


def _unpack(archive: Path, weights: Path) -> None:
    """Put the one .ckpt of an archive at `weights` and remove the archive."""
    try:
        with zipfile.ZipFile(archive) as file, atomic_path(weights) as temporary:
            name = next(name for name in file.namelist() if name.endswith(".ckpt"))
            with file.open(name) as source, temporary.open("wb") as target:
                while block := source.read(2**20):
                    target.write(block)
    except (zipfile.BadZipFile, StopIteration) as error:
        archive.unlink(missing_ok=True)
        raise ModelError(f"{archive.name} holds no .ckpt; it is removed, try again") from error
    try:
        archive.unlink()
    except OSError as error:
        raise FileError(f"{archive}: cannot be removed ({error.strerror})") from error
