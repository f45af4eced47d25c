"""Sampling with a diffusion network, guided by the perceptor: every step of the run is a step of the schedule.

Source: CLIP-guided diffusion (Katherine Crowson's notebooks and v-diffusion-pytorch, MIT), after Dhariwal & Nichol 2021
(arXiv 2105.05233); Disco Diffusion's clamp of the gradient; steps repeated as in Universal Guidance (Bansal et al.
2023, arXiv 2302.07121). Differs from them: the picture seen and saved is always the denoised estimate; batches of
different prompts; the network's grid has its trained size, whatever the canvas; transparent pictures.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Literal

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor, nn

from pixdraw.errors import SettingsError
from pixdraw.fields import Preset, setting
from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.interfaces import Canvas, ParamGroup, Perceptor
from pixdraw.models.diffusion import catalog, networks
from pixdraw.models.diffusion.backbones import Backbone, PromptBatch
from pixdraw.models.diffusion.sampling import (
    Conditioning,
    FreshNoise,
    add_noise,
    bound_x0,
    ddim_step,
    guided,
    levels,
    predict_x0,
    renoise,
    time_at,
)
from pixdraw.proposals.laying import lay, unlay
from pixdraw.rng import Rng
from pixdraw.settings.presets import AUTO, PROPOSAL_STYLES
from pixdraw.text.prompts import Prompt
from pixdraw.text.scene import Scenes

ALIASES = ("vdiff",)
REPLACED = {("vdiff_schedule", "default"): {"diffusion_schedule": "spliced"}}

PRESETS = (
    # 12 pixels a cell of the network's 32 by 32, which draws from nothing, step by step.
    Preset({"quality": "tiny"}, {"scale": 2.56, "iterations": 50, "init": "none"}),
    Preset({"quality": ["draft", "normal", "better", "best", "supreme", "robust"]}, {"diffusion_model": "cc12m_1_cfg"}),
)

OWN = "auto"
SCHEDULE_NAMES = (OWN, "cosine", "spliced", "ddpm", "log")


class Config(BaseModel):
    """Settings of the diffusion drawer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    diffusion_model: str = setting(
        "sprites",
        help="the network: sprites (built in); a published one by name (see `pixdraw models list`); or "
        "diffusers:FOLDER, a model of the package diffusers",
        opens="model",
        was=("vdiff_model",),
    )
    diffusion_checkpoint: str | None = setting(
        None, help="file with the weights of a published diffusion_model, instead of the downloaded one", opens="file"
    )
    diffusion_schedule: Literal[SCHEDULE_NAMES] = setting(  # type: ignore[valid-type]
        OWN,
        help="noise schedule: cosine, spliced (more steps at low noise), ddpm or log (as in v-diffusion); auto: the "
        "schedule the network was trained with",
        hosted=True,
        was=("vdiff_schedule",),
    )
    diffusion_eta: float = setting(
        1.0,
        ge=0,
        le=1,
        help="share of fresh noise in each step, from 0 (none, DDIM) to 1 (DDPM)",
        hosted=True,
        was=("eta",),
    )
    diffusion_guidance: float = setting(
        3.0,
        ge=0,
        le=20,
        help="how strongly the network follows the prompt, 0 to 20 (classifier-free guidance); 1: as it learned it",
        hosted=True,
    )
    diffusion_gradient: float | None = setting(
        None,
        ge=0,
        le=1e6,
        help="how strongly the losses move the picture in each step, 0 to 1000000; default: depends on the network",
        hosted=True,
    )
    diffusion_clamp: float = setting(
        0.1,
        gt=0,
        le=10,
        help="clipping of the guidance gradient: its maximum RMS per step, in units of the noise standard deviation, "
        "above 0 to 10",
        hosted=True,
        was=("clamp_max",),
    )
    diffusion_repeats: int = setting(
        1,
        ge=1,
        le=50,
        help="number of run steps per step of the noise schedule (re-noising in between, as in Universal Guidance), 1 "
        "to 50; more make the losses guide more strongly",
        hosted=True,
    )
    diffusion_skip: float = setting(
        30.0,
        ge=0,
        le=99,
        help="percent of the noise schedule that is skipped if the run starts from a picture, 0 to 99; more keeps more "
        "of it",
        hosted=True,
        was=("vdiff_skip",),
    )
    diffusion_end: float | None = setting(
        None,
        ge=0,
        lt=1,
        help="noise level (time) at which the schedule ends, 0 to below 1; larger values give smoother pictures; "
        "default: depends on the network",
        hosted=True,
    )
    diffusion_style: Literal[PROPOSAL_STYLES] = setting(  # type: ignore[valid-type]
        AUTO,
        help="set of sprites that the built-in network's picture is to look like, by name; auto: one that "
        "has the thing",
        hosted=True,
    )


_REACH = 8.0  # standard normal samples practically never exceed this
_LEAST_ALPHA = 0.02  # below it the estimate is too vague to be guided


class DiffusionDrawer(nn.Module):
    """A noisy picture and its time for each item, and the network they share."""

    start: Tensor
    """Time at which the schedule begins, in [0, 1]; a part of the state, because an overlay may change it."""

    def __init__(
        self, backbone: Backbone, config: Config, canvas: Canvas, rng: Rng, device: torch.device | str
    ) -> None:
        super().__init__()
        self.channels: int = 4 if canvas.transparent and backbone.transparent else 3
        self.reads = backbone.reads
        self._shared = (backbone,)  # in a tuple: its weights are no parameters or state of the drawing
        self._config, self._canvas, self._rng = config, canvas, rng
        self._step, self._total = 0, 0
        self.register_buffer("start", torch.tensor(1.0, dtype=torch.float64))
        self._condition_on(backbone.condition(PromptBatch([()] * canvas.items), rng, torch.device(device)))
        self._estimate: tuple[Tensor, Tensor] | None = None
        shape = backbone.shape(canvas.height, canvas.width)
        self.x = nn.Parameter(rng.at("diffusion.start", device=device).normal(*shape))
        self.time = nn.Parameter(torch.full((canvas.items,), self._time(0, 1), device=device))

    def render(self) -> Tensor:
        """Return the denoised estimate, [B, channels, H, W] in [0, 1], differentiable in the noisy picture."""
        return self._on_canvas(self._cells(keep=torch.is_grad_enabled()))

    @torch.no_grad()
    def kept(self) -> Tensor:
        """Return the pictures as they are saved, [B, channels, H, W]: for a network of palette indices, one colour is
        chosen per cell.
        """
        return self._on_canvas(self._cells(keep=False))

    @torch.no_grad()
    def cells(self) -> Tensor:
        """Return the estimate on the network's own grid, [B, channels, rows, columns], no finer than the canvas."""
        cells = self._cells(keep=False)
        rows, columns = min(cells.shape[2], self._canvas.height), min(cells.shape[3], self._canvas.width)
        return files.resize(cells, rows, columns).clamp(0, 1)

    def param_groups(self) -> list[ParamGroup]:
        """Return one group, the noisy pictures and their times; its rate is the strength of the guidance."""
        given = self._config.diffusion_gradient
        strength = self._backbone.gradient if given is None else given
        return [ParamGroup("noise", [self.x, self.time], max(strength, 1e-12))]

    @torch.no_grad()
    def project(self) -> None:
        """Keep noise and times in the range they can have."""
        self.x.nan_to_num_(0.0, _REACH, -_REACH).clamp_(-_REACH, _REACH)
        self.time.nan_to_num_(1.0).clamp_(0, 1)

    def advance(self, step: int, total: int) -> None:
        """Store the number of the next step."""
        self._step, self._total = step, total

    @torch.no_grad()
    def tick(self, rates: Sequence[float], frozen: Sequence[bool], /) -> None:
        """Go one step along the schedule, the noise shifted by the gradient as in v-diffusion-pytorch's cond_sample."""
        assert self._estimate is not None, "tick() before a render() with gradients"
        index, rounds = self._step // self._config.diffusion_repeats, self._config.diffusion_repeats
        time, after = self._time(index, self._total), self._time(index + 1, self._total)
        picture, noise = self._guided(*self._estimate, rates, time)
        if self._backbone.bound is not None:
            picture, noise = bound_x0(add_noise(picture, noise, time), picture, noise, time, self._backbone.bound)
        draws = self._rng.at("diffusion.step", self._step, device=self.x.device)
        fresh = FreshNoise(self._config.diffusion_eta, draws.normal(*picture.shape[1:]))
        moved = ddim_step(picture, noise, time, after, fresh)
        if (self._step + 1) % rounds and self._step + 1 < self._total:
            moved = renoise(moved, after, time, draws.normal(*picture.shape[1:]))
            after = time
        stays = torch.tensor(frozen, device=self.x.device)
        self.x.copy_(torch.where(stays[:, None, None, None], self.x, moved))
        self.time.copy_(torch.where(stays, self.time, after))
        self._estimate = None

    @torch.no_grad()
    def fit(self, image: Tensor, /) -> None:
        """Set the noisy state from the picture: encode it and add noise of the time after diffusion_skip (at step 0) or
        of the current time.
        """
        shape = (self._canvas.height, self._canvas.width)
        assert image.shape[2:] == shape, f"picture {tuple(image.shape)}"
        image = image.to(self.x).expand(self._canvas.items, -1, -1, -1)
        backbone = self._backbone
        rows, columns = (side * backbone.cell for side in self.x.shape[2:])
        small = unlay(image, backbone.side) if backbone.square else files.resize(image, rows, columns)
        noise = self._rng.at("diffusion.fit", self._step, device=self.x.device).normal(*self.x.shape[1:])
        if self._step == 0:
            self.start.fill_(1 - self._config.diffusion_skip / 100)
            self.time.fill_(self._time(0, 1))
        estimates = torch.cat([backbone.encode(one) for one in small.split(1)])
        for item, time in enumerate(self.time.tolist()):
            self.x[item] = add_noise(estimates[item], noise[item], time)

    @torch.no_grad()
    def read(self, perceptor: Perceptor | None, prompts: Sequence[Sequence[Prompt]], scenes: Scenes, /) -> None:
        """Condition the network on the prompts, and choose its style."""
        guidance = self._config.diffusion_guidance
        batch = PromptBatch(prompts, perceptor, scenes)
        self._condition_on(self._backbone.condition(batch, self._rng, self.x.device, guidance))

    def _condition_on(self, conditioning: Conditioning) -> None:
        self._conditioning, self._predict_v = conditioning, guided(self._backbone.network, conditioning)

    @property
    def _backbone(self) -> Backbone:
        return self._shared[0]

    def _time(self, index: int, total: int) -> float:
        """Return the time before the schedule's step `index`, in a run of `total` steps."""
        steps = -(-max(total, 1) // self._config.diffusion_repeats)
        given = self._config.diffusion_schedule
        end = self._backbone.end if self._config.diffusion_end is None else self._config.diffusion_end
        schedule = self._backbone.schedule if given == OWN else given
        return time_at(schedule, index, steps, start=float(self.start), end=end)

    def _cells(self, *, keep: bool) -> Tensor:
        """Return the estimate as [B, channels, rows, columns] in [0, 1]; `keep` notes it for the next tick."""
        times = self.time.tolist()
        picture: Tensor = self.x
        noise = torch.zeros_like(picture)
        if any(times):
            v = self._predict_v(self.x, times)
            parts = [predict_x0(x[None], one[None], time) for x, one, time in zip(self.x, v, times, strict=True)]
            picture, noise = (torch.cat(both) for both in zip(*parts, strict=True))
        if keep:
            self._estimate = picture.detach(), noise.detach()
        decode = self._backbone.decode if keep else self._backbone.decide
        shown = torch.cat([decode(one) for one in picture.split(1)])
        return shown if self.channels == shown.shape[1] else on_white(shown)

    def _on_canvas(self, cells: Tensor) -> Tensor:
        if not self._backbone.square:
            return files.resize(cells, self._canvas.height, self._canvas.width)
        return lay(cells, self._canvas, fills=False, crisp=True, margin=0.0 if self.channels == 4 else 1.0)

    def _guided(self, picture: Tensor, noise: Tensor, rates: Sequence[float], time: float) -> tuple[Tensor, Tensor]:
        """Shift the estimate against the loss: noise + sigma g, picture - sigma² / alpha g, x unchanged."""
        alpha, sigma = levels(time)
        if self.x.grad is None or alpha < _LEAST_ALPHA:
            return picture, noise
        push = torch.stack([self._clamped(slope * rate) for slope, rate in zip(self.x.grad, rates, strict=True)])
        return picture - push * (sigma**2 / alpha), noise + push * sigma

    def _clamped(self, push: Tensor) -> Tensor:
        """Limit one item's [C, rows, columns] to diffusion_clamp, by its root mean square."""
        size = push.square().mean().sqrt()
        return push * (self._config.diffusion_clamp / size.clamp(min=1e-20)).clamp(max=1)


def check(config: Config) -> None:
    """Raise ModelError for a model that does not exist, SettingsError for settings that are not for it."""
    name, file = _plain(config), config.diffusion_checkpoint
    if file is not None and name not in catalog.KNOWN:
        known = ", ".join(catalog.KNOWN)
        raise SettingsError(f"diffusion_checkpoint={file} needs the diffusion_model it was made for: one of {known}")
    if name != catalog.BUILT_IN and config.diffusion_style != AUTO:
        raise SettingsError(
            f"diffusion_style={config.diffusion_style} is for diffusion_model={catalog.BUILT_IN}; "
            f"{config.diffusion_model} has no styles: name the style in the prompt"
        )


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> DiffusionDrawer:
    """Build the drawer; raises ModelError if the network's weights or package are missing, or do not fit."""
    check(config)
    backbone = _backbone(config, device)
    if canvas.transparent and not backbone.transparent:
        warnings.warn(f"{config.diffusion_model} draws opaque pictures: transparent=True is not used", stacklevel=2)
    return DiffusionDrawer(backbone, config, canvas, rng, device)


def _backbone(config: Config, device: torch.device | str) -> Backbone:
    name = _plain(config)
    if name == catalog.BUILT_IN:
        from pixdraw.proposals import backbone

        return backbone.load(device, None if config.diffusion_style == AUTO else config.diffusion_style)
    return networks.load(name, config.diffusion_checkpoint, device)


def _plain(config: Config) -> str:
    """Return the model's known name; raises ModelError if there is none."""
    name = config.diffusion_model
    return name if name.startswith(catalog.PIPELINE) else catalog.resolve(name)
