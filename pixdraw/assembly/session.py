"""Settings → Session: the one module that knows every part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from pixdraw.assembly.base import before_base
from pixdraw.assembly.checks import check_plugins, fetch_for_losses
from pixdraw.assembly.cuts import cut_plan
from pixdraw.assembly.devices import pick_device
from pixdraw.assembly.drawer import begin, canvas_of, make_drawer, picture_to_start_from
from pixdraw.assembly.edits import make_edits
from pixdraw.assembly.filters import make_filters, palette_of
from pixdraw.assembly.guidance import guidance_losses, texts_of_guidance
from pixdraw.assembly.hold import make_hold, stirred
from pixdraw.assembly.job import Job
from pixdraw.assembly.looks import looked_at
from pixdraw.assembly.losses import make_losses
from pixdraw.assembly.proposal import keep_colours, make_cells
from pixdraw.engine.animation import Animation, Moment
from pixdraw.engine.cutouts import Cutouts
from pixdraw.engine.hold import Hold
from pixdraw.engine.memory import memory_advice_outside_steps
from pixdraw.engine.rates import Schedule
from pixdraw.engine.session import Parts, Session
from pixdraw.engine.updater import make_updater, pace
from pixdraw.errors import ModelError, OutOfMemory, PixdrawError, PromptError, SettingsError, is_out_of_memory
from pixdraw.imaging.sources import Sources, using
from pixdraw.interfaces import Context, Drawer, GridDrawer, Perceptor, PromptedDrawer
from pixdraw.models import clip_catalog
from pixdraw.models.cache import ModelCache, shared_cache, using_models
from pixdraw.models.sprites.generator import READS
from pixdraw.proposals.concepts import warn_if_far
from pixdraw.proposals.language.reading import read_all
from pixdraw.rng import Rng
from pixdraw.settings.model import Settings, iterate_items
from pixdraw.settings.seeds import parse_line
from pixdraw.settings.unused import warn_if_held, warn_if_unused
from pixdraw.text.prompts import Prompt, active, in_manner, parse_prompts
from pixdraw.text.units import parse_durations


def start(settings: Settings, cache: ModelCache | None = None, sources: Sources | None = None) -> Session | Animation:
    """Make what draws `settings`: one session, or with animation_frames one session for each frame.

    `sources` are the files that it is made of, where a checkpoint holds them.
    """
    models = _models(settings, cache)
    if not settings.animation_frames:
        return build(settings, models, sources=sources)
    return Animation(settings, lambda moment: build(settings, models, moment))


def build(
    settings: Settings,
    cache: ModelCache | None = None,
    moment: Moment | None = None,
    *,
    sources: Sources | None = None,
) -> Session:
    """Build the session for `settings`.

    Models are loaded through `cache` (default: the cache of the process). `moment` selects the frame of an animation;
    input files are taken from `sources` (stored in a checkpoint) if they are there. Raises PromptError without a
    prompt, ModelError without a model's weights, SettingsError for what does not fit.
    """
    if settings.animation_frames and moment is None:
        raise SettingsError("animation_frames is for animations, and one picture is wanted here; leave it out")
    kept = Sources(keeping=settings.save_checkpoint) if sources is None else sources
    try:
        models = _models(settings, cache)
        with using(kept), using_models(models):
            session = _assemble(settings, models, moment)
    except (MemoryError, RuntimeError, OSError) as error:
        if isinstance(error, PixdrawError) or not is_out_of_memory(error):
            raise
        raise OutOfMemory(memory_advice_outside_steps(settings, "before the first step")) from error
    session.parts = replace(session.parts, sources=kept)
    return session


def _models(settings: Settings, cache: ModelCache | None) -> ModelCache:
    """Return the cache; without one, that of the process, which keeps the models of this drawing and the one before."""
    if cache is None:
        cache = shared_cache()
        cache.keep_only(settings.perceptors)
    return cache


def _assemble(settings: Settings, cache: ModelCache, moment: Moment | None) -> Session:
    whole, settings = settings, moment.applied(settings) if moment else settings
    if not (settings.prompts or settings.is_guided() or settings.losses):
        raise PromptError('nothing to draw: prompts is empty; say what to draw, for example prompts="a red heart"')
    check_plugins(settings)
    fetch_for_losses(settings)
    device = pick_device(settings.device)
    labels, manners, seeds = zip(*iterate_items(settings), strict=True)
    prompts = [parse_prompts(label) if label else () for label in labels]
    wanted = [in_manner(item, words) for item, words in zip(prompts, manners, strict=True)]
    scenes = read_all([*prompts, *wanted, *texts_of_guidance(settings).values()])
    rng = Rng(tuple(seeds), _varied(settings))
    job = Job(settings, prompts, scenes, rng, canvas_of(settings), device)
    judged = replace(job, prompts=wanted)
    perceptors = _perceptors(settings, cache, device)
    drawer, hold = _begun(job, wanted, cache, moment.previous if moment else None)
    palette, colours = palette_of(settings), settings.palette_size
    context = Context(job.canvas, perceptors, job.rng, str(device), palette, colours, drawer, wanted, scenes)
    cutouts = {
        name: Cutouts(settings.cut_method, settings.num_cuts, perceptor.image_size, *cut_plan(settings, labels))
        for name, perceptor in perceptors.items()
    }
    filters = make_filters(settings, context, drawer)
    seen, render = looked_at(settings, drawer, job.canvas, cutouts.values(), filters, hold)
    context = replace(context, canvas=seen)
    warn_if_unused(whole)
    warn_if_held(whole)
    warn_if_far(perceptors, prompts, scenes)
    parts = Parts(
        settings=whole,
        labels=labels,
        manners=manners,
        rng=job.rng,
        drawer=drawer,
        perceptors=perceptors,
        cutouts=cutouts,
        losses=[*make_losses(judged, context), *guidance_losses(judged, context)],
        optimiser=make_updater(
            settings.optimiser, drawer, settings.learning_rate, pace(settings.freedom, settings.iterations)
        ),
        schedule=_schedule(settings),
        device=device,
        filters=filters,
        edits=make_edits(settings, job.canvas, device),
        hold=hold,
        render=render,
        steady=not settings.moves() and not any(p.begins.value for item in prompts for p in item),
    )
    return Session(parts)


def _varied(settings: Settings) -> tuple[tuple[int, float], ...]:
    """Return the seeds that are varied, each with the share of what it decides that the next one decides anew."""
    if settings.vary is None or not settings.vary_seed:
        return ()
    seeds, shares = zip(*parse_line(settings.vary_seed), strict=True)
    return tuple(zip(seeds, (*shares[1:], settings.vary), strict=True))


def _begun(
    job: Job, wanted: Sequence[Sequence[Prompt]], cache: ModelCache, previous: Tensor | None
) -> tuple[Drawer, Hold | None]:
    """Build the drawer, condition it on the prompts and initialise it; return (drawer, pixels to preserve or None).

    `wanted` are the prompts with the style words of `manner`; the initial picture is generated from `job.prompts`,
    without them.
    """
    settings, rng, canvas, device = job.settings, job.rng, job.canvas, job.device
    drawer = make_drawer(settings, rng, canvas, device)
    hold = make_hold(settings, canvas, rng, drawer)
    if isinstance(drawer, PromptedDrawer):
        drawer.read(cache.get(drawer.reads, device=device) if drawer.reads else None, wanted, job.scenes)
    picture = picture_to_start_from(settings, rng, drawer, canvas, _sprites(job, cache, drawer, hold), previous)
    if hold is not None and settings.vary is not None:
        picture = stirred(picture, hold, rng)
    begin(drawer, None if picture is None else picture.to(device))
    return drawer, hold


def _sprites(job: Job, cache: ModelCache, drawer: Drawer, hold: Hold | None) -> Tensor | None:
    """Return what the built-in models propose, [B, 4, h, w]; None if the run starts from something else."""
    if job.settings.init != "proposal" or not job.settings.prompts:  # other guidance starts as the drawer does
        return None
    reader = cache.get(READS, device=job.device)
    first = replace(job, prompts=[active(item, 0, job.settings.iterations) for item in job.prompts])
    drawn = make_cells(first, reader, drawer, hold)
    cells = before_base(job.settings, job.rng, drawn, few=isinstance(drawer, GridDrawer))
    keep_colours(job.settings, drawer, cells)
    return cells


def _perceptors(settings: Settings, cache: ModelCache, device: torch.device) -> dict[str, Perceptor]:
    try:
        return {name: cache.get(name, device=device) for name in settings.perceptors}
    except ModelError as error:
        missing = clip_catalog.missing(settings.perceptors)
        if len(missing) < 2:
            raise
        raise ModelError(f"{error}; missing in all: {', '.join(missing)}") from error


def _schedule(settings: Settings) -> Schedule:
    drops = [drop.steps(settings.iterations) for drop in parse_durations(settings.learning_rate_drops)]
    return Schedule(settings.iterations, settings.batches, drops, settings.auto_stop)
