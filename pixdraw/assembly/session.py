"""Settings → Session: the one module that knows every part."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from pixdraw.assembly.edits import blended, first_picture, make_edits
from pixdraw.assembly.filters import chooses_itself, make_filters, palette_of
from pixdraw.assembly.guidance import guidance_losses
from pixdraw.engine.animation import Animation, Moment
from pixdraw.engine.cutouts import Cutouts
from pixdraw.engine.prompt_loss import ContrastLoss, PromptLoss, schedule
from pixdraw.engine.rates import Schedule
from pixdraw.engine.session import Parts, Session, Weighted
from pixdraw.engine.updater import make_mover
from pixdraw.errors import (
    FileError,
    ModelError,
    OutOfMemory,
    PixdrawError,
    PromptError,
    SettingsError,
    brief,
    is_out_of_memory,
)
from pixdraw.events import Event, Finished
from pixdraw.imaging import files
from pixdraw.imaging.compositing import premultiply
from pixdraw.imaging.sources import Sources, using
from pixdraw.interfaces import (
    BeginningDrawer,
    Canvas,
    Context,
    Drawer,
    Frame,
    GridDrawer,
    PaletteDrawer,
    Perceptor,
    PromptedDrawer,
)
from pixdraw.interrupts import shielded
from pixdraw.models import clip_catalog
from pixdraw.models.diffusion import built_in
from pixdraw.models.perceptors import PerceptorCache
from pixdraw.models.targets import make_targets
from pixdraw.proposals import propose
from pixdraw.proposals.cells import PIXELS
from pixdraw.proposals.concepts import known, warn_if_far
from pixdraw.registry import DRAWERS, LOSSES
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings, iterate_items
from pixdraw.settings.unused import warn_if_idle
from pixdraw.text.prompts import Prompt, parse_prompts
from pixdraw.text.units import parse_duration, parse_durations

FAMILIAR_PERCEPTORS = 2
"""Prompt terms of all perceptors add up. Weights of other losses are meant against the two of pixray's `normal`."""

Sink = Callable[[Event, Any], None]
"""Listens to a session or an animation."""


def start(
    settings: Settings, cache: PerceptorCache | None = None, sources: Sources | None = None
) -> Session | Animation:
    """Make what draws `settings`: a session, or where there are animation_frames one for each of them.

    `sources` are the files that it is made of, where a checkpoint holds them.
    """
    if not settings.animation_frames:
        return build(settings, cache, sources=sources)
    clip_catalog = PerceptorCache() if cache is None else cache
    return Animation(settings, lambda moment: build(settings, clip_catalog, moment))


def build(
    settings: Settings,
    cache: PerceptorCache | None = None,
    moment: Moment | None = None,
    *,
    sources: Sources | None = None,
) -> Session:
    """Make the session that draws `settings`. Models are taken from `cache` and left in it.

    `moment` says which frame of an animation it draws; files come from `sources` as far as they are there. Raises
    PromptError without a prompt, ModelError without a model's weights, SettingsError for what does not fit.
    """
    if settings.animation_frames and moment is None:
        raise SettingsError("animation_frames: an animation is no single picture; leave it out, or use build.start")
    kept = Sources(keeping=settings.save_checkpoint) if sources is None else sources
    try:
        with using(kept):
            session = _assemble(settings, cache, moment)
    except (MemoryError, RuntimeError, OSError) as error:
        if isinstance(error, PixdrawError) or not is_out_of_memory(error):
            raise
        raise OutOfMemory(_less_memory(settings, "before the first step")) from error
    session.parts = replace(session.parts, sources=kept)
    return session


def _assemble(settings: Settings, cache: PerceptorCache | None, moment: Moment | None) -> Session:
    whole, settings = settings, moment.applied(settings) if moment else settings
    if not settings.prompts and not settings.is_guided():
        raise PromptError('nothing to draw: prompts is empty; say what to draw, for example prompts="a red heart"')
    device = pick_device(settings.device)
    labels, seeds = zip(*iterate_items(settings), strict=True)
    rng = Rng(tuple(seeds))
    prompts = [parse_prompts(label) if label else () for label in labels]
    cache = PerceptorCache() if cache is None else cache
    perceptors = _perceptors(settings, cache, device)
    canvas = canvas_of(settings)
    sprites = None
    if settings.init == "proposal" and settings.prompts:  # other guidance starts as the drawer does
        reader = cache.get(built_in.TEXT_PERCEPTOR, device=device)
        first = [[p for p in item if not p.begins.value] or item for item in prompts]
        sprites = make_proposal(settings, reader, first, rng, canvas, device)

    def tell_prompts(drawer: Drawer) -> None:
        if isinstance(drawer, PromptedDrawer) and drawer.reads:
            reader = cache.get(drawer.reads, device=device)
            drawer.read(reader, prompts)

    previous = moment.previous if moment else None
    drawer = build_drawer(settings, rng, canvas, device, sprites, tell_prompts, previous=previous)
    cutouts = {
        name: Cutouts(settings.cut_method, settings.num_cuts, perceptor.image_size)
        for name, perceptor in perceptors.items()
    }
    context = Context(canvas, perceptors, rng, str(device), palette_of(settings), settings.palette_size, drawer)
    warn_if_idle(whole)
    warn_if_far(perceptors, prompts)
    return Session(
        Parts(
            settings=whole,
            labels=labels,
            rng=rng,
            drawer=drawer,
            perceptors=perceptors,
            cutouts=cutouts,
            losses=[
                *_losses(settings, perceptors, prompts, context, device),
                *guidance_losses(settings, context, prompts, device),
            ],
            optimiser=make_mover(settings.optimiser, drawer, settings.learning_rate),
            schedule=_schedule(settings),
            device=device,
            filters=make_filters(settings, context, drawer),
            edits=make_edits(settings, canvas, device),
            steady=not settings.moves() and not any(p.begins.value for item in prompts for p in item),
        )
    )


def canvas_of(settings: Settings) -> Canvas:
    """Return the canvas of a run: of `size`, or what the drawer's module rounds it to."""
    width, height = settings.size
    canvas = Canvas(height, width, len(list(iterate_items(settings))), settings.transparent)
    rounded: Callable[..., Canvas] | None = getattr(DRAWERS.load(settings.drawer), "round_canvas", None)
    return canvas if rounded is None else rounded(settings.plugin("drawer", settings.drawer), canvas)


def make_proposal(
    settings: Settings,
    reader: Perceptor,
    prompts: Sequence[Sequence[Prompt]],
    rng: Rng,
    canvas: Canvas,
    device: torch.device,
) -> Tensor:
    """Return the sprites [B, 4, h, w] in [0, 1] that the built-in diffusion model draws of the prompts.

    An init image is what they start from. `reader` is the built-in perceptor. Sharp ones are larger: the built-in VQGAN
    draws them anew.
    """
    recipe = propose.Recipe(
        settings.proposal_style,
        settings.proposal_guidance,
        settings.proposal_steps,
        settings.proposal_eta,
        settings.proposal_end,
        settings.proposal_looks,
        strength=settings.proposal_strength,
    )
    start = files.read(settings.init_image).to(device) if settings.init_image else None
    model = built_in.load_denoiser(device)
    sprites = propose.propose(model, reader, prompts, rng, recipe, start, canvas)
    if not settings.proposal_sharp or settings.proposal_style == PIXELS:
        return sprites
    redrawn: Callable[[Tensor], Tensor] = DRAWERS.load("vqgan").redrawn
    return redrawn(sprites)


def build_drawer(
    settings: Settings,
    rng: Rng,
    canvas: Canvas,
    device: torch.device,
    sprites: Tensor | None = None,
    prepare: Callable[[Drawer], None] | None = None,
    *,
    previous: Tensor | None = None,
) -> Drawer:
    """Make the drawer and let it start from the proposed `sprites` [B, 4, h, w], the init image or noise.

    `prepare` tells it what it must know before it starts. The `previous` pictures of an animation lie over the start.
    """
    drawer: Drawer = DRAWERS.build(settings.drawer, settings.plugin("drawer", settings.drawer), canvas, rng, device)
    if isinstance(drawer, PaletteDrawer) and chooses_itself(settings):
        palette = palette_of(settings)
        drawer.limit_colours(settings.palette_size or 0 if palette is None else palette.to(device))
    if prepare:
        prepare(drawer)
    if sprites is not None:
        first: Tensor | None = propose.enlarged(sprites, canvas, crisp=isinstance(drawer, GridDrawer))
    else:
        first = first_picture(settings, rng, canvas, drawer)
    if previous is not None and settings.animation_alpha:
        first = blended(previous, first, drawer, settings.animation_alpha)
    if first is not None:
        begin = drawer.begin if isinstance(drawer, BeginningDrawer) else drawer.fit
        begin(first.to(device))
    drawer.project()
    return drawer


def drive(session: Session | Animation, sinks: Sequence[Sink]) -> Generator[Event, None, None]:
    """Run the session and tell every sink; whatever ends the run early, the sinks still save what is drawn."""
    try:
        for event in session.run():
            for sink in sinks:
                sink(event, session)
            yield event
    except BaseException as error:
        early = isinstance(error, KeyboardInterrupt | GeneratorExit)
        with shielded():
            others = _end(session, sinks, "interrupted" if early else "failed")
        if early and others:  # nobody is to believe that all is saved
            raise others[0] from error
        for other in others:  # the first error is the one to raise
            if str(other) not in (str(error), brief(error)):
                warnings.warn(str(other), stacklevel=2)
        if isinstance(error, PixdrawError) or not is_out_of_memory(error):
            raise
        raise OutOfMemory(_less_memory(session.settings, "while pictures were saved")) from error


def _end(session: Session | Animation, sinks: Sequence[Sink], reason: str) -> list[PixdrawError]:
    """Tell every sink that the run ended, whatever becomes of the others; return what went wrong."""
    errors: list[PixdrawError] = []
    for sink in sinks:
        try:
            sink(Finished(session.step, session.total, reason), session)
        except PixdrawError as error:
            errors.append(error)
        except Exception as error:
            if is_out_of_memory(error):
                errors.append(OutOfMemory(_less_memory(session.settings, "while pictures were saved")))
            else:
                errors.append(FileError(brief(error)))
    return errors


def _less_memory(settings: Settings, when: str) -> str:
    width, height = settings.size
    pictures = len(list(iterate_items(settings)))
    return f"out of memory {when}, at {width}x{height}, {pictures} pictures: set a smaller size or fewer pictures"


def pick_device(name: str) -> torch.device:
    """Return the device behind a setting; "auto" takes CUDA, then Apple's MPS, then the CPU."""
    if name == "auto":
        if torch.cuda.is_available():
            return torch.device("cuda")
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise SettingsError(f"device={name!r} does not exist; use auto, cpu, cuda, cuda:1 or mps") from error
    try:
        torch.zeros(1, device=device).item()
    except (RuntimeError, AssertionError, NotImplementedError) as error:  # each kind of device has its own
        raise SettingsError(f"device={name}: this machine has none; use device=auto or device=cpu") from error
    return device


def _perceptors(settings: Settings, cache: PerceptorCache, device: torch.device) -> dict[str, Perceptor]:
    try:
        return {name: cache.get(name, device=device) for name in settings.perceptors}
    except ModelError as error:
        missing = clip_catalog.missing(settings.perceptors)
        if len(missing) < 2:
            raise
        raise ModelError(f"{error}; missing in all: {', '.join(missing)}") from error


def _losses(
    settings: Settings,
    perceptors: Mapping[str, Perceptor],
    prompts: Sequence[Sequence[Prompt]],
    context: Context,
    device: torch.device,
) -> list[Weighted]:
    fade = parse_duration(settings.prompt_fade).period(settings.iterations)
    targets = {
        name: schedule(make_targets(perceptor, prompts, device), prompts, settings.iterations, fade)
        for name, perceptor in perceptors.items()
    }
    losses = [Weighted("prompts", settings.prompt_strength, PromptLoss(targets))] if settings.prompts else []
    if settings.contrast and settings.prompts:
        banks = {name: known(perceptor)[1].to(device) for name, perceptor in perceptors.items()}
        losses.append(Weighted("contrast", settings.contrast * settings.prompt_strength, ContrastLoss(targets, banks)))
    if settings.loop_frames and settings.loop_coherence:
        losses.append(Weighted("loop", settings.loop_coherence, neighbour_gap))
    if settings.transparent_weight:
        if not settings.transparent:
            raise SettingsError("transparent_weight needs transparent=True: an opaque picture has no alpha to weigh")
        losses.append(Weighted("transparent", settings.transparent_weight, _mean_alpha))
    share = len(perceptors) / FAMILIAR_PERCEPTORS
    for name, weight in settings.chosen("losses"):
        losses.append(Weighted(name, weight * share, LOSSES.build(name, settings.plugin("losses", name), context)))
    return losses


def neighbour_gap(frame: Frame) -> Tensor:
    """Return [B]: the mean squared difference of each frame from the next and the last one, in a ring, halved.

    Pictures are premultiplied where they are transparent.
    """
    colour = frame.straight
    image = colour if frame.alpha is None else premultiply(torch.cat([colour, frame.alpha], 1))
    gap = (image - image.roll(-1, 0)).square().flatten(1).mean(1)
    return (gap + gap.roll(1, 0)) / 2


def _mean_alpha(frame: Frame) -> Tensor:
    if frame.alpha is None:
        raise SettingsError("transparent_weight needs a drawer with alpha; this one draws opaque pictures")
    return frame.alpha.mean((1, 2, 3))


def _schedule(settings: Settings) -> Schedule:
    drops = [drop.steps(settings.iterations) for drop in parse_durations(settings.learning_rate_drops)]
    return Schedule(settings.iterations, settings.batches, drops, settings.auto_stop)
