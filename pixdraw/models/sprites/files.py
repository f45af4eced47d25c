"""The sprite generator on disk: its shape and names as JSON, its matrices in 6 bits with one scale a row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor

from pixdraw.errors import ModelError, raise_if_out_of_memory
from pixdraw.models._building import built_alone
from pixdraw.models.built_in import FOLDER
from pixdraw.models.sprites.autoencoder import Autoencoder
from pixdraw.models.sprites.denoiser import Denoiser, DenoiserConfig
from pixdraw.models.sprites.generator import SpriteGenerator, nouns_of

BUILT_IN = FOLDER / "sprites"
NETWORKS = ("network", "autoencoder")
"""What the names of their tensors begin with."""
SCALE = ".scale"
"""Suffix of the name of the scales that the rows of a 6-bit tensor are multiplied by."""
WIDE = 64
"""Matrices and kernels with at least this many numbers in a row are kept in BITS bits."""
BITS, MOST = 6, 31


def save(generator: SpriteGenerator, folder: Path) -> int:
    """Write config, names and weights; return the bytes written."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(_shape(generator), indent=1) + "\n")
    known = dict(zip(generator.names, generator.kinds, strict=True))
    lines = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(kinds)}" for name, kinds in known.items())
    (folder / "names.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    tensors = {"colours": (generator.colours * 255).round().to(torch.uint8)}
    for prefix, network in zip(NETWORKS, (generator.network, generator.autoencoder), strict=True):
        for name, value in network.state_dict().items():
            tensors |= _packed(f"{prefix}.{name}", value.detach().cpu().contiguous())
    temporary = folder / "weights.tmp"
    save_file(tensors, temporary, metadata={"format": "pt"})
    temporary.chmod(0o644)
    temporary.replace(folder / "model.safetensors")
    return sum(path.stat().st_size for path in folder.iterdir())


def load(folder: Path | None = None) -> SpriteGenerator:
    """Return the generator in `folder`, or the built-in one, on the CPU; ModelError if it is missing or damaged."""
    folder = BUILT_IN if folder is None else folder
    if not (folder / "model.safetensors").is_file():
        raise ModelError(f"the built-in sprite generator is missing from {folder}: install pixdraw again")
    with _told(folder):
        return _read(folder)


def nouns(folder: Path | None = None) -> frozenset[str]:
    """Return the `SpriteGenerator.nouns` of the one in `folder`, or of the built-in one, without reading its weights.

    Raises ModelError if it is missing or damaged.
    """
    folder = BUILT_IN if folder is None else folder
    try:
        known, tiles = (json.loads((folder / name).read_text("utf-8")) for name in ("names.json", "config.json"))
        return nouns_of(name for name, kinds in known.items() if kinds or name in tiles["tiles"])
    except (OSError, ValueError, LookupError, AttributeError) as error:
        raise ModelError(f"the built-in sprite generator in {folder} is damaged: install pixdraw again") from error


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Raise ModelError for whatever is wrong with the files inside."""
    try:
        yield
    except Exception as error:  # json, safetensors and torch raise many kinds of errors for damaged files
        raise_if_out_of_memory(error, folder)
        brief = " ".join(str(error).split())[:160]
        raise ModelError(f"the built-in sprite generator in {folder} is damaged ({brief}); install it again") from error


def _read(folder: Path) -> SpriteGenerator:
    given: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8"))
    config = DenoiserConfig(**given["denoiser"] | {"manners": tuple(given["denoiser"]["manners"])})
    known = json.loads((folder / "names.json").read_text("utf-8"))
    kinds = tuple(tuple((manner, scale, much) for manner, scale, much in one) for one in known.values())
    tiles = {name: tuple(map(tuple, kinds)) for name, kinds in given["tiles"].items()}
    with safe_open(folder / "model.safetensors", "pt") as saved:
        colours = saved.get_tensor("colours").float() / 255
    read = partial(_read_networks, folder, config, tuple(given["autoencoder"]))
    return SpriteGenerator(config, read, colours, tuple(known), kinds, tiles)


def _read_networks(folder: Path, config: DenoiserConfig, widths: tuple[int, ...]) -> tuple[Denoiser, Autoencoder]:
    with _told(folder):
        with built_alone():
            networks = Denoiser(config), Autoencoder(*widths)
        saved = load_file(folder / "model.safetensors")
        for prefix, network in zip(NETWORKS, networks, strict=True):
            own = network.state_dict()
            network.load_state_dict({name: _unpacked(f"{prefix}.{name}", saved, own[name].shape) for name in own})
            network.eval().requires_grad_(False)
        return networks


def _shape(generator: SpriteGenerator) -> dict[str, Any]:
    shape = {"denoiser": asdict(generator.config), "autoencoder": generator.autoencoder.widths}
    return {**shape, "tiles": generator.tiles}


def _packed(name: str, value: Tensor) -> dict[str, Tensor]:
    """Return a tensor in 16 bits; one of long rows in BITS bits, four numbers in three bytes, and their scales."""
    rows = value.flatten(1) if value.ndim > 1 else value[:, None]
    if rows.shape[1] < WIDE or rows.shape[1] % 4:
        return {name: value.half()}
    scale = (rows.abs().amax(1, keepdim=True) / MOST).clamp(min=1e-6).half()
    first, second, third, fourth = (
        ((rows / scale.float()).round().clamp(-MOST, MOST).int() + MOST).unflatten(1, (-1, 4)).unbind(2)
    )
    number = first | second << BITS | third << 2 * BITS | fourth << 3 * BITS
    packed = torch.stack([number & 255, number >> 8 & 255, number >> 16], 2).to(torch.uint8)
    return {name: packed.flatten(1), name + SCALE: scale}


def _unpacked(name: str, saved: dict[str, Tensor], shape: torch.Size) -> Tensor:
    if name + SCALE not in saved:
        return saved[name].float()
    low, middle, high = saved[name].unflatten(1, (-1, 3)).unbind(2)
    rows = torch.empty(*low.shape, 4)
    rows[..., 0] = low & 63
    rows[..., 1] = low >> BITS | middle << 2 & 63
    rows[..., 2] = middle >> 4 | high << 4 & 63
    rows[..., 3] = high >> 2
    return rows.flatten(1).sub_(MOST).mul_(saved[name + SCALE].float()).view(shape)
