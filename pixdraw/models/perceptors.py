"""Perceptors: open_clip's models and the built-in one, as `interfaces.Perceptor`s.

`clip_catalog` resolves names and finds weights; this file makes `Perceptor`s of them. Those of other packages are
entry points of the group `pixdraw.perceptors`: a module with `Config` and `build(config, device) -> Perceptor`.
"""

from __future__ import annotations

import functools
import logging
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor, nn
from torch.nn import functional as F

from pixdraw.errors import ModelError, brief, raise_if_out_of_memory
from pixdraw.interfaces import Perceptor
from pixdraw.late_compiler import without_compiler
from pixdraw.models import clip_catalog, named
from pixdraw.models._building import built_alone
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.clip_catalog import Source
from pixdraw.models.named import NamedEmbeddings
from pixdraw.models.tiny import network as tiny
from pixdraw.models.torchscript import is_torchscript, read_torchscript
from pixdraw.registry import PERCEPTORS

PRECISION = {torch.float32: "fp32", torch.float16: "fp16"}

TEXT_CHUNK = 128
"""Texts that are encoded at once, which bounds the memory."""

HALF_GRADIENT = 16.0
"""Loss scaling for half precision: gradients of the embeddings are scaled per row so that their largest component has
this value, and scaled back at the pixels, so that they do not underflow."""


class _Enlarge(torch.autograd.Function):
    """Identity on [M, D].

    In the backward pass each row's gradient is scaled to a maximum of HALF_GRADIENT; the factors are appended to
    `factors`.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, factors: list[Tensor]) -> Tensor:  # Any: torch gives it no public type
        ctx.factors = factors
        return x.view_as(x)

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor, None]:
        factor = HALF_GRADIENT / slopes[0].abs().amax(1).clamp(min=1e-20)
        ctx.factors.append(factor)
        return slopes[0] * factor[:, None], None


class _Restore(torch.autograd.Function):
    """Identity on [M, 3, S, S] whose gradient is divided by what `_Enlarge` multiplied it by."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, factors: list[Tensor]) -> Tensor:
        ctx.factors = factors
        return x.view_as(x)

    @staticmethod
    def backward(ctx: Any, *slopes: Tensor) -> tuple[Tensor, None]:
        return slopes[0] / ctx.factors.pop()[:, None, None, None], None


class OpenClipPerceptor:
    """An open_clip model as a `Perceptor`: frozen, in eval mode, with the normalisation that came with its weights."""

    def __init__(
        self,
        name: str,
        model: nn.Module,
        tokenizer: Any,
        dtype: torch.dtype = torch.float32,
        *,
        names: NamedEmbeddings | None = None,
    ) -> None:
        self.name = name
        self._names = names
        self._model: Any = model.eval().requires_grad_(False)  # open_clip's classes have no common type
        self._tokenizer = tokenizer
        self._dtype = dtype
        self._device = next(model.parameters()).device
        visual: Any = self._model.visual
        if self._device.type == "cpu":  # convolutions of few pictures take two thirds of the time
            visual.to(memory_format=torch.channels_last)
        size = visual.image_size if isinstance(visual.image_size, tuple | list) else [visual.image_size]
        if size[0] != size[-1]:
            raise ModelError(f"perceptor {name!r} sees pictures of {size[1]}x{size[0]}; it must be square")
        self.image_size = int(size[0])
        self._mean = torch.tensor(visual.image_mean, device=self._device)[:, None, None]
        self._std = torch.tensor(visual.image_std, device=self._device)[:, None, None]
        self.embed_dim = self.encode_text(["a"]).shape[1]

    def encode_image(self, pixels: Tensor) -> Tensor:
        """[M, 3, S, S] in [0, 1] → [M, D] of unit norm, float32, differentiable."""
        assert pixels.shape[1:] == (3, self.image_size, self.image_size), tuple(pixels.shape)
        normal = (pixels - self._mean) / self._std
        if self._dtype == torch.float32:
            return F.normalize(self._model.encode_image(normal), dim=-1)
        factors: list[Tensor] = []
        features = self._model.encode_image(_apply(_Restore, normal, factors).to(self._dtype))
        return F.normalize(_apply(_Enlarge, features.float(), factors), dim=-1)

    def features(self, pixels: Tensor) -> list[Tensor]:
        """[M, 3, S, S] in [0, 1] → maps [M, C, H, W] of layers at a quarter, half and three quarters of the depth."""
        assert pixels.shape[1:] == (3, self.image_size, self.image_size), tuple(pixels.shape)
        forward = getattr(self._model.visual, "forward_intermediates", None)
        if forward is None:
            raise ModelError(
                f"perceptor {self.name!r} does not show its layers; use another one, or style_features=filters"
            )
        normal = ((pixels - self._mean) / self._std).to(self._dtype)
        layers: list[Tensor] = forward(normal, intermediates_only=True)["image_intermediates"]
        return [layers[len(layers) * quarter // 4].float() for quarter in (1, 2, 3)]

    @torch.no_grad()
    def encode_text(self, texts: Sequence[str]) -> Tensor:
        """Texts → [len(texts), D] of unit norm, float32; warns of each that has more tokens than the model reads."""
        for text in texts:
            self._warn_if_long(text)  # warns at the caller's caller: torch wraps this function
        embeds = self._embed(texts)
        return embeds if self._names is None else self._names.corrected(texts, embeds, self._embed)

    def _embed(self, texts: Sequence[str]) -> Tensor:
        rows = [torch.zeros(0, getattr(self, "embed_dim", 0), device=self._device)] if not texts else []
        for start in range(0, len(texts), TEXT_CHUNK):
            tokens = self._tokenizer(list(texts[start : start + TEXT_CHUNK])).to(self._device)
            rows.append(F.normalize(self._model.encode_text(tokens).float(), dim=-1))
        return torch.cat(rows)

    def _warn_if_long(self, text: str) -> None:
        tokenizer = self._tokenizer
        if hasattr(tokenizer, "encode"):
            length = len(tokenizer.encode(text)) + 2  # start and end
        else:
            length = len(tokenizer.tokenizer(tokenizer.clean_fn(text))["input_ids"])
        if length > tokenizer.context_length:
            shown = text if len(text) <= 60 else text[:57] + "..."
            warnings.warn(
                f"{shown!r} has {length} tokens; {self.name} reads {tokenizer.context_length} and ignores the rest",
                stacklevel=4,
            )


def _apply(function: type[torch.autograd.Function], x: Tensor, factors: list[Tensor]) -> Tensor:
    out: Tensor = function.apply(x, factors)
    return out


def load(name: str, device: torch.device | str = "cpu") -> Perceptor:
    """Return the perceptor behind `name`, freshly loaded; raises ModelError."""
    device = torch.device(device)
    if name not in clip_catalog.KNOWN and name in PERCEPTORS.modules():
        plugin = PERCEPTORS.load(name)
        built: Perceptor = plugin.build(plugin.Config(), device)
        return built
    source = clip_catalog.resolve(name)
    place = clip_catalog.ensure(source)
    with built_alone():
        if tiny.is_in(place):
            model, tokenizer = _build_tiny(place)
            names = named.built_in() if name == "tiny" else None
            return OpenClipPerceptor(name, model.to(device), tokenizer, names=names)
        return _load_open_clip(source, place, device)


def _load_open_clip(source: Source, place: Path, device: torch.device) -> Perceptor:
    with _quiet(), without_compiler():
        declare_missing_operators()
        try:
            text = clip_catalog.text_config(source, place)
            dtype = precision(device, text)
            model = _build_folder(place, dtype) if place.is_dir() else _build(source, place, text, dtype)
            tokenizer = _tokenizer(source, place, text)
        except ImportError as error:
            raise ModelError(
                f"perceptor {source.name!r} needs a package that is not installed ({brief(error)}): install it"
            ) from error
    return OpenClipPerceptor(source.name, model.to(device), tokenizer, dtype)


def precision(device: torch.device, text: Mapping[str, Any]) -> torch.dtype:
    """Return the precision of the weights, given the `text_cfg` of open_clip's configuration.

    open_clip (3.3) halves no text projection that has a bias, but fails; such models, the built-in one among them, stay
    in single precision.
    """
    return torch.float16 if device.type == "cuda" and not text.get("proj_bias") else torch.float32


def _build_tiny(folder: Path) -> tuple[nn.Module, Any]:
    _check_folder(folder)
    try:
        return tiny.read(folder)
    except Exception as error:  # json's, safetensors', torch's, of many kinds; all mean the same
        raise ModelError(f"{folder}: the weights do not fit {clip_catalog.CONFIG}: {brief(error)}") from error


def _build_folder(folder: Path, dtype: torch.dtype) -> nn.Module:
    import open_clip

    _check_folder(folder)
    try:
        return open_clip.create_model(f"local-dir:{folder}", precision=PRECISION[dtype])  # type: ignore[no-any-return]
    except Exception as error:  # open_clip's, torch's, of many kinds; all mean the same
        raise ModelError(f"{folder}: the weights do not fit {clip_catalog.CONFIG}: {brief(error)}") from error


def _build(source: Source, file: Path, text: Mapping[str, Any], dtype: torch.dtype) -> nn.Module:
    import open_clip

    _check(file)
    script = is_torchscript(file)
    helpers = {}
    if text.get("hf_model_name"):
        folder = str(clip_catalog.helper_folder(source, text["hf_model_name"]))
        helpers = {"text_cfg": {**text, "hf_model_name": folder, "hf_model_pretrained": False}}
    try:
        model: nn.Module = open_clip.create_model(
            source.architecture,
            pretrained=None if script else str(file),
            precision=PRECISION[dtype],
            force_quick_gelu=source.quick_gelu or script,  # TorchScript is how OpenAI published its weights
            force_preprocess_cfg=dict(source.preprocess),
            **helpers,
        )
        if script:
            model.load_state_dict(read_torchscript(file))
    except Exception as error:  # open_clip's, torch's, of many kinds; all mean the same
        raise ModelError(
            f"{file} does not hold the weights of {source.architecture} ({brief(error)}); "
            "write MODEL:FILE with the architecture it was made for"
        ) from error
    return model


def _check_folder(folder: Path) -> None:
    """Raise ModelError for a folder without weights, or with damaged ones."""
    files = [path for end in ("safetensors", "bin", "pth") for path in sorted(folder.glob(f"*.{end}"))]
    if not files:  # open_clip would continue with random weights
        raise ModelError(f"{folder} holds no weights: open_clip_model.safetensors is missing")
    _check(files[0])


def _check(file: Path) -> None:
    """Raise ModelError for a file that is cut off, holds no weights, or holds more than weights."""
    try:
        if file.suffix == ".safetensors":
            with safe_open(file, "pt"):
                return
        if not is_torchscript(file):
            torch.load(file, map_location="cpu", mmap=zipfile.is_zipfile(file), weights_only=True)
    except Exception as error:  # each reader has its own
        raise_if_out_of_memory(error, file)
        raise ModelError(f"{file} is damaged or no file of weights ({brief(error)}); fetch it again") from error


def _tokenizer(source: Source, place: Path, text: Mapping[str, Any]) -> Any:
    from open_clip.tokenizer import HFTokenizer, SimpleTokenizer

    length, options = text.get("context_length", 77), text.get("tokenizer_kwargs", {})
    if not text.get("hf_tokenizer_name"):
        return SimpleTokenizer(context_length=length, **options) if options else _plain_tokenizer(length)
    own = place.is_dir() and any((place / name).is_file() for name in clip_catalog.TOKENIZER_FILES)
    folder = place if own else clip_catalog.helper_folder(source, text["hf_tokenizer_name"])
    return HFTokenizer(str(folder), context_length=length, tokenizer_mode=text.get("tokenizer_mode"), **options)


@functools.cache
def _plain_tokenizer(length: int) -> Any:
    """Return CLIP's tokenizer, whose vocabulary takes a quarter of a second to read."""
    from open_clip.tokenizer import SimpleTokenizer

    return SimpleTokenizer(context_length=length)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep open_clip from configuring the root logger, which would print to the terminal."""
    handler = logging.NullHandler()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
