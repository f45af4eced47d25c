"""Settings → Session: the one module that knows every part."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import torch
from safetensors.torch import load
from torch import Tensor
from torch.nn import functional as F

from pixdraw import images
from pixdraw.colours import nearest_colour
from pixdraw.cutouts import Cutouts
from pixdraw.errors import PixdrawError, PromptError, SettingsError
from pixdraw.events import Event, Finished
from pixdraw.interfaces import Canvas, Context, Drawer, Filter, Frame, PaletteDrawer, Perceptor
from pixdraw.optim import ItemOptimiser
from pixdraw.palette import parse_palette
from pixdraw.perceptors import PerceptorCache
from pixdraw.prompt_loss import ContrastLoss, PromptLoss, make_targets
from pixdraw.prompts import Prompt, parse_prompts
from pixdraw.registry import DRAWERS, FILTERS, LOSSES
from pixdraw.rng import Rng
from pixdraw.session import Parts, Schedule, Session, Weighted
from pixdraw.settings import Settings, iterate_items
from pixdraw.units import parse_durations

FAR = 0.6
"""Cosine to the nearest known concept under which the built-in perceptor does not know a text. What it was trained on
reaches 0.75 and more under other names, known things in known places 0.62. It misses many: nonsense can come near."""

FAMILIAR_PERCEPTORS = 2
"""Prompt terms of all perceptors add up. Weights of other losses are meant against the two of pixray's `normal`."""

Sink = Callable[[Event, Session], None]


def build(settings: Settings, cache: PerceptorCache | None = None) -> Session:
    """Make the session that draws `settings`. Models are taken from `cache` and left in it.

    Raises PromptError without a prompt, ModelError without a model's weights, SettingsError for what does not fit.
    """
    if not settings.prompts:
        raise PromptError('nothing to draw: prompts is empty; say what to draw, for example prompts="a red heart"')
    device = pick_device(settings.device)
    labels, seeds = zip(*iterate_items(settings), strict=True)
    rng = Rng(tuple(seeds))
    prompts = [parse_prompts(label) for label in labels]
    cache = PerceptorCache() if cache is None else cache
    perceptors = {name: cache.get(name, device=device) for name in settings.perceptors}
    drawer = build_drawer(settings, rng, device)
    cutouts = {
        name: Cutouts(settings.cut_method, settings.num_cuts, perceptor.image_size)
        for name, perceptor in perceptors.items()
    }
    canvas = canvas_of(settings)
    context = Context(canvas, perceptors, rng, str(device), _palette(settings), settings.palette_size)
    warn_if_far(perceptors, prompts)
    return Session(
        Parts(
            settings=settings,
            labels=labels,
            rng=rng,
            drawer=drawer,
            perceptors=perceptors,
            cutouts=cutouts,
            losses=_losses(settings, perceptors, prompts, context, device),
            optimiser=ItemOptimiser(settings.optimiser, drawer.param_groups(), settings.learning_rate),
            schedule=_schedule(settings),
            device=device,
            filters=_filters(settings, context, drawer),
        )
    )


def canvas_of(settings: Settings) -> Canvas:
    """Return the canvas of a run."""
    width, height = settings.size
    return Canvas(height, width, len(settings.prompts) * len(settings.seed), settings.transparent)


def build_drawer(settings: Settings, rng: Rng, device: torch.device) -> Drawer:
    """Make the drawer and let it start from the init image or noise."""
    canvas = canvas_of(settings)
    module = DRAWERS.load(settings.drawer)
    drawer: Drawer = module.build(settings.plugin("drawer", settings.drawer), canvas, rng, device)
    if settings.palette_mode == "exact" and isinstance(drawer, PaletteDrawer):
        palette = _palette(settings)
        drawer.limit_colours(settings.palette_size or 0 if palette is None else palette.to(device))
    if settings.init_image:
        start = images.resize(images.read(settings.init_image), canvas.height, canvas.width)
        drawer.fit(start.to(device))
    elif settings.init_noise != "none":
        drawer.fit(images.init_noise(settings.init_noise, rng, canvas.height, canvas.width).to(device))
    drawer.project()
    return drawer


def drive(session: Session, sinks: Sequence[Sink]) -> Generator[Event, None, None]:
    """Run the session and tell every sink; whatever ends the run early, the sinks still save what is drawn."""
    try:
        for event in session.run():
            for sink in sinks:
                sink(event, session)
            yield event
    except BaseException as error:
        reason = "interrupted" if isinstance(error, KeyboardInterrupt | GeneratorExit) else "failed"
        for sink in sinks:
            try:
                sink(Finished(session.step, session.total, reason), session)
            except PixdrawError as other:  # the first error is the one to raise; the other sinks still save
                warnings.warn(str(other), stacklevel=2)
        raise


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
    if device.type == "cuda" and not torch.cuda.is_available():
        raise SettingsError(f"device={name}: this machine has no CUDA device; use device=auto or device=cpu")
    return device


def warn_if_far(perceptors: Mapping[str, Perceptor], items: Sequence[Sequence[Prompt]]) -> None:
    """Warn once for each text that is far from everything the built-in perceptor was trained on."""
    perceptor = perceptors.get("tiny")
    if perceptor is None:
        return
    names, bank = concepts(perceptor)
    for text in dict.fromkeys(prompt.text for prompts in items for prompt in prompts if prompt.weight > 0):
        near = bank.cpu() @ perceptor.encode_text([text])[0].cpu()
        best = near.topk(3)
        if best.values[0] < FAR:
            known = ", ".join(names[i] for i in best.indices.tolist())
            warnings.warn(
                f"{text!r} is far from what the built-in perceptor knows; the nearest are: {known}. "
                "For any prompt use real CLIP weights: quality=normal",
                stacklevel=2,
            )


def concepts(perceptor: Perceptor) -> tuple[list[str], Tensor]:
    """Return the concept texts the built-in perceptor was trained on, K of them, and their embeddings [K, D].

    Its own embeddings lie beside its weights: encoding thousands of texts takes seconds at every start.
    """
    folder = files("pixdraw").joinpath("weights/tiny")
    names: list[str] = json.loads(folder.joinpath("concepts.json").read_text("utf-8"))
    if perceptor.name != "tiny":
        return names, perceptor.encode_text(names)
    embeds = load(folder.joinpath("concepts.safetensors").read_bytes())["embeds"].float()
    return names, F.normalize(embeds, dim=-1)


def _losses(
    settings: Settings,
    perceptors: Mapping[str, Perceptor],
    prompts: Sequence[Sequence[Prompt]],
    context: Context,
    device: torch.device,
) -> list[Weighted]:
    targets = {name: make_targets(perceptor, prompts, device) for name, perceptor in perceptors.items()}
    losses = [Weighted("prompts", 1.0, PromptLoss(targets))]
    if settings.contrast:
        banks = {name: concepts(perceptor)[1].to(device) for name, perceptor in perceptors.items()}
        losses.append(Weighted("contrast", settings.contrast, ContrastLoss(targets, banks)))
    if settings.transparent_weight:
        if not settings.transparent:
            raise SettingsError("transparent_weight needs transparent=True: an opaque picture has no alpha to weigh")
        losses.append(Weighted("transparent", settings.transparent_weight, _mean_alpha))
    share = len(perceptors) / FAMILIAR_PERCEPTORS
    for name, weight in settings.chosen("losses"):
        losses.append(Weighted(name, weight * share, LOSSES.load(name).build(settings.plugin("losses", name), context)))
    return losses


def _mean_alpha(frame: Frame) -> Tensor:
    if frame.alpha is None:
        raise SettingsError("transparent_weight needs a drawer with alpha; this one draws opaque pictures")
    return frame.alpha.mean((1, 2, 3))


def _palette(settings: Settings) -> Tensor | None:
    return None if settings.palette is None else parse_palette(settings.palette)


def _filters(settings: Settings, context: Context, drawer: Drawer) -> list[tuple[str, float, Filter]]:
    filters: list[tuple[str, float, Filter]] = []
    for name, weight in settings.chosen("filters"):
        if name == "lookup" and settings.palette_mode == "exact" and isinstance(drawer, PaletteDrawer):
            filters.append((name, weight, _Exact(drawer)))  # the drawer's own choice is the better lookup
        else:
            filters.append((name, weight, FILTERS.load(name).build(settings.plugin("filters", name), context)))
    return filters


@dataclass(frozen=True)
class _Exact:
    """Keeps a picture in the drawer's colours where cells meet inside a pixel."""

    drawer: PaletteDrawer

    def __call__(self, image: Tensor, rng: Rng, step: int | None) -> tuple[Tensor, None]:
        if step is not None:
            return image, None
        return torch.cat([nearest_colour(image[:, :3], self.drawer.colours()), image[:, 3:].round()], 1), None


def _schedule(settings: Settings) -> Schedule:
    drops = [drop.steps(settings.iterations) for drop in parse_durations(settings.learning_rate_drops)]
    return Schedule(settings.iterations, settings.batches, drops, settings.auto_stop)
