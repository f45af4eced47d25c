"""Latent models of the package diffusers, as Stable Diffusion and SDXL are saved: U-Net, autoencoder, text encoders.

Source: Rombach et al. 2022 (arXiv 2112.10752) and Podell et al. 2023 (arXiv 2307.01952); texts are read as diffusers'
StableDiffusionPipeline and StableDiffusionXLPipeline read them. Nothing but safetensors is read, and no code of a
repository is run.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pixdraw.errors import ModelError, brief
from pixdraw.imaging.compositing import on_white
from pixdraw.models._building import built_alone
from pixdraw.models.diffusion.backbones import Asked, Backbone, PromptBatch
from pixdraw.rng import Rng

PATTERNS = (
    "unet/diffusion_pytorch_model.safetensors",
    "vae/diffusion_pytorch_model.safetensors",
    "text_encoder/model.safetensors",
    "text_encoder_2/model.safetensors",
    "tokenizer/*",
    "tokenizer_2/*",
)
"""Files that are fetched of a repository, in addition to its configuration."""
MARKERS = PATTERNS[:1]


@dataclass(frozen=True)
class Reading:
    """A text as encoded by the text encoders."""

    words: Tensor
    """[L, D], a vector for each token."""
    whole: Tensor
    """[P], one vector for the whole text; [0] where the network takes none."""

    @property
    def flat(self) -> Tensor:
        """Both, concatenated into one vector."""
        return torch.cat([self.words.flatten(), self.whole])


@dataclass(frozen=True)
class Texts:
    """Reads texts with one CLIP text encoder, or with the two of SDXL."""

    encoders: Sequence[Any]  # of transformers, which has no types
    tokenizers: Sequence[Any]
    device: torch.device

    @torch.no_grad()
    def __call__(self, text: str) -> Reading:
        """Return an encoded text; warns where it has too many tokens, and cuts them off."""
        if len(self.encoders) == 1:
            (encoder,) = self.encoders
            return Reading(encoder(self._tokens(0, text))[0][0], torch.zeros(0, device=self.device))
        outs = [one(self._tokens(at, text), output_hidden_states=True) for at, one in enumerate(self.encoders)]
        return Reading(torch.cat([out.hidden_states[-2][0] for out in outs], 1), outs[-1].text_embeds[0])

    def _tokens(self, at: int, text: str) -> Tensor:
        tokenizer = self.tokenizers[at]
        most = min(tokenizer.model_max_length, self.encoders[at].config.max_position_embeddings)
        found = tokenizer(text, padding="max_length", max_length=most, truncation=True, return_tensors="pt").input_ids
        if len(tokenizer(text).input_ids) > most:
            warnings.warn(f"{text[:40]!r}…: the model reads only the first {most} tokens of a prompt", stacklevel=2)
        tokens: Tensor = found.to(self.device)
        return tokens


@dataclass(frozen=True)
class LatentBackbone(Backbone):
    """A network of latents [B, C, rows, columns] with the autoencoder that makes pictures of them."""

    autoencoder: Any = None  # of diffusers, which has no types
    texts: Texts | None = None

    def shape(self, height: int, width: int) -> tuple[int, int, int]:
        """Return (channels, rows, columns) of the latents of a canvas, of its shape as nearly as possible."""
        _, rows, columns = super().shape(height, width)
        return int(self.autoencoder.config.latent_channels), rows, columns

    def ask(self, batch: PromptBatch, rng: Rng, device: torch.device) -> Asked:
        """Return each item's prompts as the pipeline's own text encoders read them."""
        assert self.texts is not None
        prompts = batch.prompts
        read = {text: self.texts(text).flat for text in sorted({prompt.text for item in prompts for prompt in item})}
        most = max(1, *(len(item) for item in prompts))
        embeds = torch.zeros(len(prompts), most, self.text_dim, device=device)
        weights = torch.zeros(len(prompts), most, device=device)
        for row, item in enumerate(prompts):
            for place, prompt in enumerate(item):
                embeds[row, place], weights[row, place] = read[prompt.text], prompt.weight
        return Asked(embeds, weights, torch.zeros(len(prompts), dtype=torch.long, device=device))

    def encode(self, picture: Tensor) -> Tensor:
        """[1, 3 or 4, rows · cell, columns · cell] in [0, 1] → latents [1, C, rows, columns], differentiable."""
        mean: Tensor = self.autoencoder.encode(on_white(picture) * 2 - 1).latent_dist.mean
        return (mean - self._shift) * float(self.autoencoder.config.scaling_factor)

    def decode(self, estimate: Tensor) -> Tensor:
        """The inverse, opaque."""
        latents = estimate / self.autoencoder.config.scaling_factor + self._shift
        return super().decode(self.autoencoder.decode(latents).sample)

    @property
    def _shift(self) -> float:
        return float(getattr(self.autoencoder.config, "shift_factor", None) or 0.0)


@dataclass(frozen=True)
class Loaded:
    """The parts of a latent pipeline, and the call of its network that `pipelines` adapts."""

    unet: Any
    autoencoder: Any
    texts: Texts
    blank: Reading
    """The encoded empty text that the network was trained with."""

    @property
    def cell(self) -> int:
        """Side in pixels of a latent's cell."""
        return int(2 ** (len(self.autoencoder.config.block_out_channels) - 1))

    def predict(self, x: Tensor, steps: Tensor, text: Tensor) -> Tensor:
        """Call the network; a text of zeros stands for no text."""
        text = torch.where(text.any(1, keepdim=True), text, self.blank.flat)
        size = self.blank.words.numel()
        words, whole = text[:, :size].unflatten(1, self.blank.words.shape), text[:, size:]
        more: dict[str, Any] = {}
        if whole.shape[1]:
            height, width = (side * self.cell for side in x.shape[2:])
            # SDXL takes the original size, the crop's corner and the target size.
            frame = x.new_tensor([height, width, 0, 0, height, width])
            more = {"added_cond_kwargs": {"text_embeds": whole, "time_ids": frame.expand(len(x), -1)}}
        out: Tensor = self.unet(x, steps, encoder_hidden_states=words, **more).sample
        return out


def load(folder: Path, name: str, device: torch.device | str) -> Loaded:
    """Return the parts of a saved pipeline; raises ModelError if a package or file is missing, or one does not fit."""
    try:
        from diffusers import AutoencoderKL, UNet2DConditionModel
        from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer
    except ImportError as error:
        raise ModelError(
            f"diffusion_model diffusers:{name} needs diffusers and transformers ({error}): "
            "pip install 'pixdraw[diffusers]'"
        ) from error
    two = (folder / "text_encoder_2").is_dir()
    readers = {"": CLIPTextModel, "_2": CLIPTextModelWithProjection} if two else {"": CLIPTextModel}
    here = {"local_files_only": True}
    try:
        with built_alone(), _without_bars():
            weights = {**here, "use_safetensors": True, "torch_dtype": torch.float32, "low_cpu_mem_usage": False}
            unet = UNet2DConditionModel.from_pretrained(str(folder / "unet"), **weights)
            autoencoder = AutoencoderKL.from_pretrained(str(folder / "vae"), **weights)
            encoders = [
                kind.from_pretrained(str(folder / f"text_encoder{end}"), **here, use_safetensors=True)
                for end, kind in readers.items()
            ]
        tokenizers = [CLIPTokenizer.from_pretrained(str(folder / f"tokenizer{end}"), **here) for end in readers]
    except Exception as error:  # safetensors, json and torch raise many kinds of errors for damaged files
        raise ModelError(f"diffusion_model diffusers:{name} cannot be loaded ({brief(error)})") from error
    ready = [one.float().to(device).eval().requires_grad_(False) for one in (unet, autoencoder, *encoders)]
    texts = Texts(ready[2:], tokenizers, torch.device(device))
    blank = texts("")
    if two:  # SDXL was trained with zeros in place of an empty text
        blank = Reading(torch.zeros_like(blank.words), torch.zeros_like(blank.whole))
    loaded = Loaded(ready[0], ready[1], texts, blank)
    _check(loaded, name)
    return loaded


@contextmanager
def _without_bars() -> Iterator[None]:
    """Keep transformers from printing progress bars while it reads files."""
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()


def _check(loaded: Loaded, name: str) -> None:
    """Raise ModelError if the parts do not fit each other, or the network needs more than a prompt."""
    config, channels = loaded.unet.config, loaded.autoencoder.config.latent_channels
    if config.in_channels != channels:
        raise ModelError(
            f"diffusers:{name}: its network takes {config.in_channels} channels, its autoencoder makes {channels}; "
            "networks for inpainting or with a second picture as input are not supported"
        )
    if config.num_class_embeds or config.class_embed_type:
        raise ModelError(f"diffusers:{name} is conditioned on classes, which a prompt cannot give; use another model")
    if config.addition_embed_type not in (None, "text_time"):
        raise ModelError(f"diffusers:{name} needs {config.addition_embed_type}, which is not supported; use SD or SDXL")
    size = loaded.blank.words.shape[1]
    wanted = config.cross_attention_dim
    if size != (wanted if isinstance(wanted, int) else wanted[0]):
        raise ModelError(f"diffusers:{name}: its network reads texts of {wanted} numbers, its encoders make {size}")
