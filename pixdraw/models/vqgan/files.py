"""A VQGAN's files: its configuration, its tensors, and our slim form of both in one file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import yaml
from safetensors.torch import save_file
from torch import Tensor

from pixdraw.errors import FileError, ModelError
from pixdraw.imaging.files import atomic_path
from pixdraw.models.checkpoint_reader import read_metadata, read_tensors

KINDS = {
    "VQModel": "vq",
    "VQNoDiscModel": "vq",
    "VQModelInterface": "vq",  # of latent diffusion; the same names of tensors
    "EMAVQ": "vq",
    "GumbelVQ": "gumbel",
}
"""Class in a configuration → how its codes are chosen."""

WHOLE = ("Net2NetTransformer", "LatentDiffusion")
"""Classes that hold a VQGAN as their first stage."""

PARTS = ("encoder.", "decoder.", "quantize.", "quant_conv.", "post_quant_conv.")
"""Prefixes of the tensors of encoder, decoder and codebook; the rest are losses, discriminators, transformers."""

LAYERS = ("ch", "out_ch", "ch_mult", "num_res_blocks", "attn_resolutions", "in_channels", "resolution", "z_channels")
"""Keys that every ddconfig has."""

MOST_CONFIG_BYTES = 2**20
MOST_STAGES = 4
"""Maximum number of levels of models within models: a YAML can contain itself."""
MOST_CHANNELS = 2**14
KEY = "pixdraw.vqgan"
"""Key of the Shape, as JSON, in the metadata of the slim form."""


@dataclass(frozen=True)
class Shape:
    """The network that a checkpoint's configuration describes."""

    kind: str
    """"vq", nearest codes; or "gumbel", a convolution gives each code its score."""
    codes: int
    """K."""
    embed_dim: int
    """D."""
    layers: Mapping[str, Any] = field(default_factory=dict)
    """taming's ddconfig."""

    @property
    def factor(self) -> int:
        """Pixels to a side of one latent cell."""
        return int(2 ** (len(self.layers["ch_mult"]) - 1))


def read_config(path: Path) -> tuple[Shape, str]:
    """Return the shape in a taming-transformers or latent-diffusion YAML, and the prefix of the VQGAN's tensors.

    Raises ModelError for what is missing or of another kind.
    """
    try:
        if path.stat().st_size > MOST_CONFIG_BYTES:
            raise ModelError(f"{path} is too large for a configuration; give the .yaml that came with the checkpoint")
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror or error}; check the name of the configuration") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: 2026-99-99, endless digits
        raise ModelError(f"{path} is not YAML ({' '.join(str(error).split())[:120]})") from error
    model = loaded.get("model", loaded) if isinstance(loaded, Mapping) else None
    prefix = ""
    for _ in range(MOST_STAGES):
        if not isinstance(model, Mapping) or str(model.get("target", "")).rpartition(".")[2] not in WHOLE:
            break
        params = model.get("params")
        model = params.get("first_stage_config") if isinstance(params, Mapping) else None
        prefix += "first_stage_model."
    if not isinstance(model, Mapping) or not isinstance(model.get("params"), Mapping):
        raise ModelError(f"{path}: expected model: target: and params: as taming-transformers writes them")
    return _shape(str(path), str(model.get("target", "")), model["params"]), prefix


def read_shape(weights: Path, config: Path | None = None) -> Shape:
    """Return the network's shape only; arguments and errors are those of `read_model`."""
    return _described(weights, config)[0]


def read_model(weights: Path, config: Path | None = None) -> tuple[Shape, dict[str, Tensor]]:
    """Return the network's shape and its tensors under VQModel's names; of the slim form, `config` may be omitted.

    Other checkpoints without `config` need one of the same name ending in .yaml beside them. Raises ModelError.
    """
    shape, prefix = _described(weights, config)
    tensors = read_tensors(weights)
    if prefix and not any(name.startswith(prefix) for name in tensors):
        prefix = ""  # a first stage saved alone, or slim
    cut = {name.removeprefix(prefix): value for name, value in tensors.items() if name.startswith(prefix)}
    kept = {name: value for name, value in cut.items() if name.startswith(PARTS)}
    if not kept:
        raise ModelError(f"{weights} holds no VQGAN: no tensor of {len(tensors)} is called decoder or quantize")
    return shape, kept


def write_slim(shape: Shape, tensors: Mapping[str, Tensor], path: Path) -> Path:
    """Write both as one safetensors file, atomically; return its path. Raises FileError."""
    kept = {name: value.contiguous().clone() for name, value in tensors.items() if name.startswith(PARTS)}
    values = {**asdict(shape), "layers": dict(shape.layers)}
    with atomic_path(path) as temporary:
        save_file(kept, temporary, metadata={"format": "pt", KEY: json.dumps(values)})
        temporary.chmod(0o644)
    return path


def slim(weights: Path, config: Path | None = None, out: Path | None = None) -> Path:
    """Write a checkpoint's slim form beside it, or as `out`; return its path. Raises ModelError and FileError."""
    out = weights.with_suffix(".safetensors") if out is None else out
    if out.resolve() == weights.resolve():
        raise FileError(f"{weights} has the name of its slim form; give another with --out")
    return write_slim(*read_model(weights, config), out)


def _described(weights: Path, config: Path | None) -> tuple[Shape, str]:
    """Return the shape and the prefix of the VQGAN's tensors."""
    shape = _slim_shape(weights) if config is None and weights.suffix == ".safetensors" else None
    if shape is not None:
        return shape, ""
    if config is None:
        config = weights.with_suffix(".yaml")
        if not config.is_file():
            raise ModelError(f"{weights} needs its configuration: give vqgan_config, the .yaml that came with it")
    return read_config(config)


def _slim_shape(path: Path) -> Shape | None:
    if not path.is_file():
        raise ModelError(f"{path} does not exist or is not a file; check the name")
    text = read_metadata(path).get(KEY)
    if text is None:
        return None
    try:
        values = json.loads(text)
        params = {"n_embed": values["codes"], "embed_dim": values["embed_dim"], "ddconfig": values["layers"]}
        target = next(name for name, kind in KINDS.items() if kind == values["kind"])
    except (ValueError, KeyError, TypeError, StopIteration, RecursionError) as error:
        raise ModelError(f"{path}: its {KEY} is damaged; write it again with `pixdraw models slim`") from error
    return _shape(str(path), target, params)


def _shape(source: str, target: str, params: Mapping[str, Any]) -> Shape:
    kind = KINDS.get(target.rpartition(".")[2])
    if kind is None:
        known = ", ".join([*KINDS, *WHOLE])
        raise ModelError(f"{source}: target {target!r} is not a VQGAN of pictures; known are {known}")
    layers = params.get("ddconfig")
    if not isinstance(layers, Mapping):
        raise ModelError(f"{source}: params lack ddconfig, the sizes of the network")
    numbers = {"embed_dim": params.get("embed_dim"), "n_embed": params.get("n_embed")}
    numbers |= {name: layers.get(name) for name in LAYERS if name not in ("ch_mult", "attn_resolutions")}
    for name, value in numbers.items():
        least = 0 if name == "num_res_blocks" else 1  # the decoder adds one to it
        if type(value) is not int or not least <= value <= MOST_CHANNELS * (64 if name == "n_embed" else 1):
            raise ModelError(f"{source}: {name} is {value!r}, expected a whole number from {least}")
    for name in ("ch_mult", "attn_resolutions"):
        values = layers.get(name)
        if not isinstance(values, list | tuple) or not all(type(value) is int and value > 0 for value in values):
            raise ModelError(f"{source}: {name} is {values!r}, expected whole numbers")
    if not 1 <= len(layers["ch_mult"]) <= 8 or layers["num_res_blocks"] > 16 or max(layers["ch_mult"]) > 64:
        raise ModelError(f"{source}: ch_mult {layers['ch_mult']!r} or num_res_blocks is out of all proportion")
    if layers["num_res_blocks"] == 0 and set(layers["ch_mult"][:-1]) - {1}:
        raise ModelError(f"{source}: an encoder without blocks cannot widen as ch_mult {layers['ch_mult']!r} asks for")
    if (layers["in_channels"], layers["out_ch"]) != (3, 3):
        raise ModelError(
            f"{source}: draws {layers['out_ch']} channels, not red, green and blue: a model of segmentations or depth"
        )
    return Shape(
        kind, int(params["n_embed"]), int(params["embed_dim"]), {**layers, "double_z": bool(layers.get("double_z"))}
    )
