"""The losses that the settings of guidance ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.assembly.job import Job, worded_for
from pixdraw.engine.prompt_loss import PromptLoss
from pixdraw.engine.session import Weighted
from pixdraw.guidance import folder, latents, rows, seen, vectors
from pixdraw.guidance.files import find
from pixdraw.imaging import files
from pixdraw.interfaces import Context, Perceptor
from pixdraw.models.targets import Targets, make_targets
from pixdraw.settings.model import Settings
from pixdraw.text.prompts import Prompt, parse_prompt

Make = Callable[[str, Perceptor], list[rows.Row]]

ASKED_BY: Mapping[str, str] = {
    "labels": "labels", "negative_prompts": "negative_prompts", "target_images": "target_images",
    "noise_prompts": "noise_prompt_seeds", "vector_prompts": "vector_prompts", "image_prompts": "image_prompts",
    "image_labels": "image_labels", "spot_prompts": "spot_prompts", "spot_prompts_off": "spot_prompts_off",
    "guides": "guides",
}  # fmt: skip
"""Name of a loss of guidance → the setting that asks for it, in the order of the losses."""


def guidance_names(settings: Settings) -> list[str]:
    """Return the names of the losses that the settings of guidance ask for."""
    return [name for name, setting in ASKED_BY.items() if getattr(settings, setting)]


def guidance_losses(job: Job, context: Context) -> list[Weighted]:
    """Return the losses that the settings of guidance ask for, in a fixed order."""
    settings, device, items = job.settings, job.device, context.canvas.items
    found: list[Weighted] = []
    for name, make in _embedded(job).items():
        targets = _targets(context.perceptors, make, items, device)
        if targets:
            found.append(Weighted(name, 1.0, PromptLoss(targets)))
    if settings.image_prompts:
        found.append(Weighted("image_prompts", settings.image_prompt_weight, _image_prompts(settings, context, device)))
    if settings.image_labels:
        found.append(Weighted("image_labels", settings.image_label_weight, _image_labels(settings, context, device)))
    if settings.spot_prompts or settings.spot_prompts_off:
        found += _spots(job, context)
    if settings.guides:
        choice = folder.Choice(
            settings.guide_count, settings.guide_stages, settings.guide_randomness, settings.guide_names
        )
        opened = folder.read_folder(settings.guides, context.perceptors, device)
        judge = next(iter(context.perceptors.items()))
        picked = folder.pick(opened, judge, _wanted(judge[1], job), context.rng, choice)
        found.append(Weighted("guides", settings.guide_weight, folder.guide_loss(opened, picked)))
    return found


def texts_of_guidance(settings: Settings) -> dict[str, list[Prompt]]:
    """Return {setting of guidance: its texts as prompts}, of those whose texts perceptors read."""
    names = ("labels", "negative_prompts", "spot_prompts", "spot_prompts_off")
    return {name: _parsed(getattr(settings, name)) for name in names}


def _embedded(job: Job) -> dict[str, Make]:
    """Return {setting: function that makes its targets for a perceptor}, of the settings that are given."""
    settings, device, texts = job.settings, job.device, texts_of_guidance(job.settings)
    vector, target = _parsed(settings.vector_prompts), _parsed(settings.target_images)
    seeds, weights = settings.noise_prompt_seeds, settings.noise_prompt_weights
    makes: dict[str, Make] = {
        "labels": lambda name, p: rows.label_rows(p, _worded(p, texts["labels"], job)),
        "negative_prompts": lambda name, p: rows.text_rows(p, _worded(p, texts["negative_prompts"], job), -1.0),
        "target_images": lambda name, p: rows.picture_rows(p, target, device),
        "noise_prompts": lambda name, p: rows.noise_rows(p, seeds, weights),
        "vector_prompts": lambda name, p: vectors.vector_rows(name, p, vector, device),
    }
    return {name: makes[name] for name in guidance_names(settings) if name in makes}


def _targets(perceptors: Mapping[str, Perceptor], make: Make, items: int, device: torch.device) -> dict[str, Targets]:
    made = {name: make(name, perceptor) for name, perceptor in perceptors.items()}
    return {name: rows.shared(found, items, device) for name, found in made.items() if found}


def _image_prompts(settings: Settings, context: Context, device: torch.device) -> seen.ImagePromptLoss:
    pictures, weights, stops = [], [], []
    for source in _parsed(settings.image_prompts):
        for path in find(source.text, "image_prompts"):
            pictures.append(seen.within(files.read(path), context.canvas).to(device))
            weights.append(source.weight)
            stops.append(source.stop)
    limits = (torch.tensor(weights, device=device), torch.tensor(stops, device=device))
    return seen.ImagePromptLoss(pictures, *limits, settings.image_prompt_shuffle)


def _image_labels(settings: Settings, context: Context, device: torch.device) -> latents.LatentLabels:
    assert context.drawer is not None  # the assembly hands it over
    sources, wanted = _parsed(settings.image_labels), []
    for source in sources:
        pictures = [files.read(path) for path in find(source.text, "image_labels")]
        wanted.append(latents.mean_direction(context.drawer, pictures, context.canvas))
    weights = torch.tensor([source.weight for source in sources], device=device)
    stops = torch.tensor([source.stop for source in sources], device=device)
    return latents.LatentLabels(wanted, weights, stops)


def _spots(job: Job, context: Context) -> list[Weighted]:
    mask = seen.spot_mask(context.canvas, job.settings.spot_file).to(job.device)
    found = []
    for name, part in (("spot_prompts", mask), ("spot_prompts_off", 1 - mask)):
        texts = texts_of_guidance(job.settings)[name]
        if texts:
            made = {
                key: rows.text_rows(perceptor, _worded(perceptor, texts, job))
                for key, perceptor in context.perceptors.items()
            }
            targets = {key: rows.shared(row, context.canvas.items, job.device) for key, row in made.items()}
            found.append(Weighted(name, 1.0, seen.SpotLoss(part, targets)))
    return found


def _wanted(perceptor: Perceptor, job: Job) -> Tensor:
    """Return [B, D]: the unit-norm weighted mean embedding of each picture's prompts; of the labels if it has no
    prompts; zeros if it has neither.
    """
    texts = [list(item) or _parsed(job.settings.labels) for item in job.prompts]
    targets = make_targets(perceptor, worded_for(perceptor, texts, job.scenes), job.device)
    # Prompt by prompt: the order of a sum must not depend on how many prompts another picture has.
    total = torch.zeros(len(texts), perceptor.embed_dim, device=job.device)
    for weight, embed in zip(targets.weights.unbind(1), targets.embeds.unbind(1), strict=True):
        total = total + weight[:, None] * embed
    return F.normalize(total, dim=1)


def _worded(perceptor: Perceptor, prompts: Sequence[Prompt], job: Job) -> list[Prompt]:
    return worded_for(perceptor, [prompts], job.scenes)[0]


def _parsed(texts: Sequence[str]) -> list[Prompt]:
    return [parse_prompt(text) for text in texts]
