"""Sampling with a diffusion network, guided by the perceptor: every step of the run is a step of the schedule.

Source: CLIP-guided diffusion (Katherine Crowson's notebooks and v-diffusion-pytorch, MIT), after Dhariwal & Nichol 2021
(arXiv 2105.05233); Disco Diffusion's clamp of the gradient; steps repeated as in Universal Guidance (Bansal et al.
2023, arXiv 2302.07121). Differs from them: the picture seen and saved is always the denoised estimate; batches of
different prompts; the network's grid has its trained size, whatever the canvas; transparent pictures.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal

import torch
from pydantic import BaseModel, ConfigDict
from torch import Tensor, nn

from pixdraw.errors import SettingsError
from pixdraw.fields import Preset, setting
from pixdraw.imaging import files
from pixdraw.imaging.compositing import add_alpha, on_white, premultiply
from pixdraw.interfaces import Canvas, ParamGroup, Perceptor
from pixdraw.models.cache import loaded
from pixdraw.models.diffusion import built_in, catalog, network
from pixdraw.models.diffusion.backbones import Backbone, sprites
from pixdraw.models.diffusion.sampling import (
    Conditioning,
    FreshNoise,
    add_noise,
    clip_x0,
    ddim_step,
    guided,
    levels,
    make_conditioning,
    predict_x0,
    renoise,
    time_at,
)
from pixdraw.models.targets import make_targets
from pixdraw.proposals import propose
from pixdraw.proposals.plan import ANY, AUTO, Stage, make_stage
from pixdraw.rng import Rng
from pixdraw.settings.presets import PROPOSAL_STYLES
from pixdraw.text.prompts import Prompt

ALIASES = ("vdiff",)
REPLACED = {("vdiff_schedule", "default"): {"diffusion_schedule": "spliced"}}

PRESETS = (
    # 12 pixels a cell of the network's 32 by 32, which draws from nothing, step by step.
    Preset({"quality": "tiny"}, {"scale": 2.56, "iterations": 50, "init": "none", "contrast": 0.0}),
    Preset({"quality": ["draft", "normal", "better", "best", "supreme", "robust"]}, {"diffusion_model": "cc12m_1_cfg"}),
)

OWN = "auto"
SCHEDULE_NAMES = (OWN, "cosine", "spliced", "ddpm", "log")


class Config(BaseModel):
    """Settings of the diffusion drawer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    diffusion_model: str = setting(
        "sprites",
        help="sprites, the built-in one; a published one: see `pixdraw models list`; diffusers:FOLDER",
        opens="model",
        was=("vdiff_model",),
    )
    diffusion_checkpoint: str | None = setting(
        None, help="file of weights for a published diffusion_model, instead of the fetched one", opens="file"
    )
    diffusion_schedule: Literal[SCHEDULE_NAMES] = setting(  # type: ignore[valid-type]
        OWN,
        help="how the noise falls: cosine evenly, spliced longer at the details, ddpm, log; auto: its own",
        hosted=True,
        was=("vdiff_schedule",),
    )
    diffusion_eta: float = setting(
        1.0, ge=0, le=1, help="share of fresh noise in each step, 0 (DDIM: none) to 1 (DDPM)", hosted=True
    )
    diffusion_guidance: float = setting(
        3.0, ge=0, le=20, help="how strongly the network is drawn to the prompt, 0 to 20; 1: as it learned", hosted=True
    )
    diffusion_gradient: float | None = setting(
        None,
        ge=0,
        le=1e6,
        help="how strongly the loss guides each step, 0 to 1000000; unset: by the network",
        hosted=True,
    )
    diffusion_clamp: float = setting(
        0.1, gt=0, le=10, help="largest root mean square of that guidance in a step, in units of the noise", hosted=True
    )
    diffusion_repeats: int = setting(
        1,
        ge=1,
        le=50,
        help="steps of the run for each step of the schedule, 1 to 50; more: guided more closely",
        hosted=True,
    )
    diffusion_skip: float = setting(
        30.0,
        ge=0,
        le=99,
        help="percent of the schedule left out where it starts from a picture, 0 to 99",
        hosted=True,
        was=("vdiff_skip",),
    )
    diffusion_end: float | None = setting(
        None,
        ge=0,
        lt=1,
        help="share of noise at the last step, 0 to 1; more is smoother; unset: by the network",
        hosted=True,
    )
    diffusion_style: Literal[PROPOSAL_STYLES] = setting(  # type: ignore[valid-type]
        "auto",
        help="how the built-in network draws; auto: scene for places, else by seed; any: as it likes",
        hosted=True,
    )


_REACH = 8.0  # no sample of noise lies beyond it
_LEAST_ALPHA = 0.02  # below it there is no picture yet that could be guided


class DiffusionDrawer(nn.Module):
    """A noisy picture for each thing of each item, the item's time, and the network they share.

    B items of R things in all, T being the most things of an item: a prompt may list several.
    """

    start: Tensor
    """When the clock begins, in [0, 1]: a part of the state, as an overlay may change it."""
    whole: Tensor
    """Whether things in places are drawn as one picture: from the first `fit` on, as no thing can be cut out of it."""

    def __init__(
        self, backbone: Backbone, config: Config, canvas: Canvas, rng: Rng, device: torch.device | str
    ) -> None:
        super().__init__()
        self.channels: int = 4 if canvas.transparent and backbone.channels == 4 else 3
        self.reads = backbone.reads
        self._shared = (backbone,)  # in a tuple: its weights are no parameters or state of the drawing
        self._config, self._canvas, self._rng = config, canvas, rng
        rows, columns = backbone.grid(canvas.height, canvas.width)
        self._step, self._total = 0, 0
        self.register_buffer("start", torch.tensor(1.0, dtype=torch.float64))
        self.register_buffer("whole", torch.tensor(False))
        self._asked: tuple[Perceptor, Sequence[Sequence[Prompt]]] | None = None
        self._stage: Stage | None = None
        self._condition_on(self._unconditional(device))
        self._estimate: tuple[Tensor, Tensor] | None = None
        # [B, T C, rows, columns]: the first dimension is the items', whatever they are made of.
        self.x = nn.Parameter(rng.at("diffusion.start", device=device).normal(backbone.channels, rows, columns))
        self.time = nn.Parameter(torch.full((canvas.items,), self._time(0, 1), device=device))

    def render(self) -> Tensor:
        """Return the denoised estimate, [B, channels, H, W] in [0, 1], differentiable in the noisy picture."""
        cells = self._cells(keep=torch.is_grad_enabled())
        if self._backbone.sprites is None:
            return files.resize(cells, self._canvas.height, self._canvas.width)
        lay = partial(propose.lay, canvas=self._canvas, crisp=True, margin=0.0 if self.channels == 4 else 1.0)
        if len(set(self._filling)) == 1:
            return lay(cells, fills=self._filling[0])
        return torch.cat([lay(one, fills=fills) for one, fills in zip(cells.split(1), self._filling, strict=True)])

    @torch.no_grad()
    def cells(self) -> Tensor:
        """Return the estimate on the network's own grid, [B, channels, rows, columns], no finer than the canvas."""
        cells = self._cells(keep=False)
        return files.resize(
            cells, min(cells.shape[2], self._canvas.height), min(cells.shape[3], self._canvas.width)
        ).clamp(0, 1)

    def param_groups(self) -> list[ParamGroup]:
        """Return one group, the noisy pictures and their times; its rate is how strongly gradients guide."""
        given = self._config.diffusion_gradient
        strength = self._backbone.gradient if given is None else given
        return [ParamGroup("noise", [self.x, self.time], max(strength, 1e-12))]

    @torch.no_grad()
    def project(self) -> None:
        """Keep noise and times in the range they can have."""
        self.x.nan_to_num_(0.0, _REACH, -_REACH).clamp_(-_REACH, _REACH)
        self.time.nan_to_num_(1.0).clamp_(0, 1)

    def advance(self, step: int, total: int) -> None:
        """Note where in the run the next step is."""
        self._step, self._total = step, total

    @torch.no_grad()
    def tick(self, rates: Sequence[float], frozen: Sequence[bool], /) -> None:
        """Go one step along the schedule, the noise shifted by the gradient as in v-diffusion-pytorch's cond_sample."""
        assert self._estimate is not None, "tick() before a render() with gradients"
        index, rounds = self._step // self._config.diffusion_repeats, self._config.diffusion_repeats
        time, after = self._time(index, self._total), self._time(index + 1, self._total)
        owners = self._owners
        picture, noise = self._guided(*self._estimate, [rates[item] for item in owners], time)
        if self._backbone.bounded:
            picture, noise = clip_x0(add_noise(picture, noise, time), picture, noise, time)
        draws = self._rng.rows(owners).at("diffusion.step", self._step, device=self.x.device)
        fresh = FreshNoise(self._config.diffusion_eta, draws.normal(*picture.shape[1:]))
        moved = ddim_step(picture, noise, time, after, fresh)
        if (self._step + 1) % rounds and self._step + 1 < self._total:
            moved = renoise(moved, after, time, draws.normal(*picture.shape[1:]))
            after = time
        for row, (item, place) in zip(moved, self._rows, strict=True):
            if not frozen[item]:
                self._things(self.x)[item, place] = row
        self.time.copy_(torch.where(torch.tensor(frozen, device=self.x.device), self.time, after))
        self._estimate = None

    @torch.no_grad()
    def fit(self, image: Tensor, /) -> None:
        """Become the picture with noise: of the time that diffusion_skip leaves at the start, of today's later on."""
        shape = (self._canvas.height, self._canvas.width)
        assert image.shape[2:] == shape, f"picture {tuple(image.shape)}"
        self.whole.fill_(True)
        self._ask()
        image = image.to(self.x).expand(self._canvas.items, -1, -1, -1)
        if self._backbone.sprites is None:
            small = files.resize(image, *self.x.shape[2:])
        else:
            pairs = zip(image, self._filling, strict=True)
            small = torch.cat([propose.unlay(one[None], self.x.shape[2], fills=fills) for one, fills in pairs])
        noise = self._rng.at("diffusion.fit", self._step, device=self.x.device).normal(*self._things(self.x).shape[2:])
        if self._step == 0:
            self.start.fill_(1 - self._config.diffusion_skip / 100)
            self.time.fill_(self._time(0, 1))
        for item, time in enumerate(self.time.tolist()):
            self._things(self.x)[item, 0] = add_noise(self._as_estimate(small[item]), noise[item], time)

    @torch.no_grad()
    def read(self, perceptor: Perceptor, prompts: Sequence[Sequence[Prompt]], /) -> None:
        """Take the prompts as what the network is asked for, and choose its style."""
        self._asked = perceptor, prompts
        self._ask()
        most = max(place for _, place in self._rows) + 1
        if most > 1:  # things of one item start from the same noise
            self.x = nn.Parameter(self.x.detach().repeat(1, most, 1, 1))

    def load_state_dict(self, state: Mapping[str, Any], strict: bool = True, assign: bool = False) -> Any:
        """Become what `state_dict` returned, of the same prompts."""
        loaded = super().load_state_dict(state, strict, assign)
        self._ask()
        return loaded

    @torch.no_grad()
    def _ask(self) -> None:
        """Ask the network for the prompts: as things before grounds, until the drawing has become a picture's."""
        if self._asked is None:
            return
        (perceptor, prompts), backbone, config = self._asked, self._backbone, self._config
        guidance = config.diffusion_guidance if backbone.classifier_free else 1.0
        if backbone.sprites is not None:
            propose.check_reader(backbone.sprites, perceptor)
            whole = bool(self.whole)
            self._stage = stage = make_stage(
                backbone.sprites, perceptor, prompts, self._rng, config.diffusion_style, whole=whole
            )
            conditioning = make_conditioning(stage.embeds, stage.weights, stage.styles, guidance)
        else:
            targets = make_targets(perceptor, prompts, self.x.device)
            conditioning = make_conditioning(targets.embeds, targets.weights, self._conditioning.styles, guidance)
        if not backbone.classifier_free:  # it knows no pictures without a text: nothing can be pushed away
            conditioning = Conditioning(
                conditioning.texts[:, :1], torch.ones_like(conditioning.scales[:, :1]), conditioning.styles
            )
        self._condition_on(conditioning)

    def _condition_on(self, conditioning: Conditioning) -> None:
        self._conditioning, self._predict_v = conditioning, guided(self._backbone.network, conditioning)
        self._filling = self._fills()

    @property
    def _backbone(self) -> Backbone:
        return self._shared[0]

    @property
    def _owners(self) -> tuple[int, ...]:
        """[R]: the item of each thing."""
        return self._stage.owners if self._stage else tuple(range(self._canvas.items))

    @property
    def _rows(self) -> list[tuple[int, int]]:
        """[R]: the item of each thing, and which of its things it is."""
        owners = self._owners
        return [(item, owners[:row].count(item)) for row, item in enumerate(owners)]

    def _things(self, x: Tensor) -> Tensor:
        """[B, T C, rows, columns] → [B, T, C, rows, columns]."""
        return x.view(len(x), -1, self._backbone.channels, *x.shape[2:])

    def _in_rows(self, x: Tensor) -> Tensor:
        """[B, T C, rows, columns] → [R, C, rows, columns]: of the things that there are."""
        items, places = zip(*self._rows, strict=True)
        rows: Tensor = self._things(x)[list(items), list(places)]
        return rows

    def _fills(self) -> list[bool]:
        """Return for each item whether its square fills the canvas, as scenes do."""
        if self._backbone.sprites is None:
            return []
        names = (*self._backbone.sprites.config.styles, ANY)
        styles = dict(zip(self._owners, self._conditioning.styles.tolist(), strict=True))
        scenes = [names[style] == network.SCENE for style in styles.values()]
        staged = self._stage.staged if self._stage else [False] * len(scenes)
        return [scene or stands for scene, stands in zip(scenes, staged, strict=True)]

    def _unconditional(self, device: torch.device | str) -> Conditioning:
        items, sprites_model = self._canvas.items, self._backbone.sprites
        any_style = len(sprites_model.config.styles) if sprites_model else 0
        texts = torch.zeros(items, 1, self._backbone.text_dim, device=device)
        return Conditioning(texts, torch.zeros(items, 1, device=device), torch.full((items,), any_style, device=device))

    def _time(self, index: int, total: int) -> float:
        """Return the time before the schedule's step `index`, in a run of `total` steps."""
        steps = -(-max(total, 1) // self._config.diffusion_repeats)
        given = self._config.diffusion_schedule
        end = self._backbone.end if self._config.diffusion_end is None else self._config.diffusion_end
        schedule = self._backbone.schedule if given == OWN else given
        return time_at(schedule, index, steps, start=float(self.start), end=end)

    def _cells(self, *, keep: bool) -> Tensor:
        """Return the estimate as [B, channels, rows, columns] in [0, 1]; `keep` notes it for the next tick."""
        of_items = self.time.tolist()
        times = [of_items[item] for item in self._owners]
        picture = rows = self._in_rows(self.x)
        if any(times):
            v = self._predict_v(rows, times)
            parts = [predict_x0(x[None], one[None], time) for x, one, time in zip(rows, v, times, strict=True)]
            picture = torch.cat([part for part, _ in parts])
            if keep:
                self._estimate = picture.detach(), torch.cat([noise for _, noise in parts]).detach()
        elif keep:
            self._estimate = picture.detach(), torch.zeros_like(picture)
        return self._as_picture(picture)

    def _as_picture(self, estimate: Tensor) -> Tensor:
        """[R, C, rows, columns] in about [-1, 1] → [B, channels, rows, columns] in [0, 1]."""
        shown = _hold(estimate / 2 + 0.5)
        if shown.shape[1] == 3:
            return shown
        if self._stage is not None:
            shown = self._stage.whole(shown)
        colour, alpha = shown[:, :3], shown[:, 3:]
        if self.channels == 3:  # over white
            return _hold(colour + 1 - alpha)
        straight = colour / alpha.detach().clamp(min=built_in.FAINT)
        return torch.cat([_hold(straight), _hold(built_in.sure(alpha))], 1)

    def _as_estimate(self, image: Tensor) -> Tensor:
        """[3 or 4, rows, columns] in [0, 1] → [C, rows, columns] in [-1, 1]: premultiplied, or over white."""
        seen = on_white(image[None]) if self._backbone.channels == 3 else premultiply(add_alpha(image[None]))
        return seen[0] * 2 - 1

    def _guided(self, picture: Tensor, noise: Tensor, rates: Sequence[float], time: float) -> tuple[Tensor, Tensor]:
        """Shift the estimate against the loss: noise + sigma g, picture - sigma² / alpha g, x unchanged."""
        alpha, sigma = levels(time)
        if self.x.grad is None or alpha < _LEAST_ALPHA:
            return picture, noise
        pushes = [self._clamped(slope * rate) for slope, rate in zip(self._in_rows(self.x.grad), rates, strict=True)]
        push = torch.stack(pushes)
        return picture - push * (sigma**2 / alpha), noise + push * sigma

    def _clamped(self, push: Tensor) -> Tensor:
        """Limit one thing's [C, rows, columns] to diffusion_clamp, by its root mean square."""
        size = push.square().mean().sqrt()
        return push * (self._config.diffusion_clamp / size.clamp(min=1e-20)).clamp(max=1)


def build(config: Config, canvas: Canvas, rng: Rng, device: torch.device | str) -> DiffusionDrawer:
    """Build the drawer; ModelError where the network's weights or package are missing, or do not fit."""
    backbone = _backbone(config, device)
    if backbone.sprites is None and config.diffusion_style not in (AUTO, ANY):
        raise SettingsError(
            f"diffusion_style={config.diffusion_style} is for diffusion_model={catalog.BUILT_IN}; "
            f"{config.diffusion_model} knows no styles: say it in the prompt"
        )
    if canvas.transparent and backbone.channels == 3:
        warnings.warn(f"{config.diffusion_model} draws opaque pictures: transparent=True is not used", stacklevel=2)
    return DiffusionDrawer(backbone, config, canvas, rng, device)


def _backbone(config: Config, device: torch.device | str) -> Backbone:
    name, file = config.diffusion_model, config.diffusion_checkpoint
    plain = name if name.startswith(catalog.PIPELINE) else catalog.resolve(name)
    if file is not None and plain not in catalog.KNOWN:
        known = ", ".join(catalog.KNOWN)
        raise SettingsError(f"diffusion_checkpoint={file} needs the diffusion_model it was made for: one of {known}")
    if plain == catalog.BUILT_IN:
        return sprites(device)
    if plain.startswith(catalog.PIPELINE):
        from pixdraw.models.diffusion import pipelines  # the file that needs the optional package

        return loaded(pipelines.load, plain.removeprefix(catalog.PIPELINE), device)
    from pixdraw.models.diffusion import published  # as above

    weights = Path(file).expanduser() if file else catalog.ensure(plain)
    return loaded(published.load, plain, weights, device)


def _hold(x: Tensor) -> Tensor:
    """Clamp to [0, 1] and let the gradient pass, so that a value beyond can come back."""
    return x + (x.clamp(0, 1) - x).detach()
