"""Score distillation sampling (SDS) from a diffusion model, for any drawer.

Usage: `losses=distill:1 distill_model=cc12m_1_cfg`, or with a latent model `distill_model=diffusers:FOLDER`.

Source: DreamFusion (Poole et al. 2022, arXiv 2209.14988), eq. 3; for strokes VectorFusion (Jain et al. 2022, arXiv
2211.11319), for cells of a palette SD-piXL (Binninger and Sorkine-Hornung 2024, arXiv 2410.06236), whose choice of
colours is the pixel drawer's `pixel_parameters=logits`. Differs from them: the mean over the network's grid in place
of the sum, so that weights mean the same at any size; no augmentations; the prompts' signs and weights count as
everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.fields import setting
from pixdraw.imaging import files
from pixdraw.interfaces import Context, Frame, Perceptor
from pixdraw.models.cache import perceptor_among
from pixdraw.models.diffusion import catalog, networks
from pixdraw.models.diffusion.backbones import Backbone, PromptBatch
from pixdraw.models.diffusion.sampling import GuidedNetwork, add_noise, guided, levels, predict_x0
from pixdraw.rng import Rng

REFUSAL = "quality and drawer choose the models"


class Config(BaseModel):
    """Settings of score distillation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    distill_model: str = setting(
        "",
        help="the diffusion model whose idea of the prompt the picture is pulled to: a published one by "
        "name (see `pixdraw models list`), or diffusers:FOLDER",
        opens="model",
        ours=(
            "",
            "cc12m_1_cfg",
            "cc12m_1",
            "yfcc_1",
            "yfcc_2",
            "danbooru_128",
            "imagenet_128",
            "wikiart_128",
            "wikiart_256",
        ),
    )
    distill_guidance: float = setting(
        100.0,
        ge=0,
        le=1000,
        help="how strongly that model follows the prompt, 0 to 1000 (classifier-free guidance); DreamFusion used 100",
        refusal=REFUSAL,
    )
    distill_least: float = setting(
        0.02,
        ge=0.001,
        le=0.999,
        help="lower bound of the random diffusion time, as a fraction of the noise schedule, 0.001 to 0.999",
        refusal=REFUSAL,
    )
    distill_most: float = setting(
        0.98,
        ge=0.001,
        le=0.999,
        help="most noise that is added before the model looks, as a share of its noise schedule, 0.001 to 0.999",
        refusal=REFUSAL,
    )


@dataclass(frozen=True)
class DistillLoss:
    """Half the mean square of σ² times the error of the predicted noise; no gradient passes through the network."""

    config: Config
    backbone: Backbone
    predict: GuidedNetwork
    shape: tuple[int, int]
    """Height and width of the picture that the network sees."""
    rng: Rng

    def __call__(self, frame: Frame) -> Tensor:
        shown = files.resize(frame.image, *self.shape)
        # Item by item: convolutions choose their order of summation by the size of the batch.
        latents = torch.cat([self.backbone.encode(one) for one in shown.split(1)])
        push = self._push(latents.detach(), frame.step)
        return ((latents - (latents - push).detach()).square() / 2).flatten(1).mean(1)

    @torch.no_grad()
    def _push(self, latents: Tensor, step: int) -> Tensor:
        """Return the gradient for latents [B, C, h, w]: σ² (ε̂ - ε)."""
        low, high = self.config.distill_least, self.config.distill_most
        times = self.rng.at("distill.time", step).uniform(low=low, high=high).tolist()
        noise = self.rng.at("distill.noise", step, device=latents.device).normal(*latents.shape[1:])
        noisy = torch.stack([add_noise(*one) for one in zip(latents, noise, times, strict=True)])
        found = self.predict(noisy, times)
        mistaken = [predict_x0(*one)[1] for one in zip(noisy, found, times, strict=True)]
        wrong = [(one - true) * levels(time)[1] ** 2 for one, true, time in zip(mistaken, noise, times, strict=True)]
        return torch.stack(wrong)


def check(config: Config, names: Sequence[str]) -> None:
    """Raise SettingsError, before any model is loaded, where no model is named or the named one cannot be distilled."""
    if config.distill_least > config.distill_most:
        raise SettingsError(
            f"distill_least={config.distill_least:g} is more than distill_most={config.distill_most:g}; swap them"
        )
    name = config.distill_model
    if name.startswith(catalog.PIPELINE):
        return
    known = f"one of {', '.join(catalog.KNOWN)}, or {catalog.PIPELINE}FOLDER"
    if not name:
        raise SettingsError(f"loss distill: distill_model is empty; set it to {known}")
    if catalog.resolve(name) == catalog.BUILT_IN:
        raise SettingsError(
            f"distill_model={name}: its latents are of chosen colours, which no gradient passes; set it to {known}"
        )


def build(config: Config, context: Context) -> DistillLoss:
    """Build the loss; SettingsError without prompts or a model, ModelError if weights or a package are missing."""
    check(config, list(context.perceptors))
    if not any(context.prompts):
        raise SettingsError("loss distill: there is no prompt whose picture a model could know; set prompts")
    name, device = config.distill_model, torch.device(context.device)
    plain = name if name.startswith(catalog.PIPELINE) else catalog.resolve(name)
    backbone = networks.load(plain, None, device)
    batch = PromptBatch(context.prompts, _reader(backbone, context), context.scenes)
    asked = backbone.condition(batch, context.rng, device, config.distill_guidance)
    _, rows, columns = backbone.shape(context.canvas.height, context.canvas.width)
    shape = rows * backbone.cell, columns * backbone.cell
    return DistillLoss(config, backbone, guided(backbone.network, asked), shape, context.rng)


def _reader(backbone: Backbone, context: Context) -> Perceptor | None:
    """Return the perceptor whose texts the network understands, where it needs one."""
    name = backbone.reads
    return None if name is None else perceptor_among(context.perceptors, name, context.device)
