"""Scores of finished pictures, by which the best of them are chosen.

A picture's scores do not depend on the others of its batch: it is what it would be as a run of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.engine.prompt_loss import PromptLoss
from pixdraw.engine.ranking import Ranking, ordered
from pixdraw.engine.session import Session
from pixdraw.errors import SettingsError, suggestion
from pixdraw.imaging import files
from pixdraw.imaging.compositing import add_alpha, mix, premultiply
from pixdraw.imaging.craft import MAPS, Cells, shares
from pixdraw.interfaces import GridDrawer, Perceptor
from pixdraw.settings.model import Settings
from pixdraw.settings.themes.choosing import RANKS

GROUNDS = (1.0, 0.5)
"""Grey levels of the backgrounds that transparent pictures are composited over for scoring (white and mid grey)."""
POINTS = 100.0
"""Scale of the scores: points for a cosine similarity of 1, and minus points for faults in all cells."""


def rank(session: Session) -> Ranking:
    """Return the scores of all pictures of a run as they are now, and which are kept.

    Raises SettingsError if `rank` names what the run does not have.
    """
    session.show(None)
    images, terms = session.images(), session.terms()
    scores: dict[str, Tensor] = {}
    total = images.new_zeros(len(images))
    for name, weight in session.settings.ranked_by():
        score = _score(name, session, images, terms)
        if score is not None:
            scores[name] = score.cpu()
            total = total + weight * score
    if not scores:  # without prompts and cells
        scores["loss"] = _of_terms(terms).cpu()
        total = total + _of_terms(terms)
    total = total.cpu()
    order, kept = ordered(total, len(session.settings.seed), session.settings.keep_best or len(session.settings.seed))
    pairs = zip(session.labels, session.manners, strict=True)
    labels = tuple(f"{label}, {words}" if words else label for label, words in pairs)
    return Ranking(labels, session.seeds, scores, total, order, kept, images.cpu())


def check_ranks(settings: Settings, losses: Iterable[str]) -> None:
    """Raise SettingsError if `rank` names a loss that is none of the run's `losses`."""
    known = list(dict.fromkeys([*RANKS, *losses]))
    for name, _ in settings.ranked_by():
        if name not in known:
            raise SettingsError(
                f"rank={name}: this run has no such loss; choose it with losses={name}, or rank by one of "
                f"{', '.join(known)}{suggestion(name, known)}"
            )


def _score(name: str, session: Session, images: Tensor, terms: Mapping[str, Tensor]) -> Tensor | None:
    """Return a score [B], or None if the run has nothing that could have it."""
    if name == "prompt":
        return _nearness(session, images)
    if name == "craft":
        return _craft(session)
    if name == "loss":
        return _of_terms(terms)
    weights = {weighted.name: weighted.weight for weighted in session.parts.losses}
    return -terms[name] / (weights[name] or 1.0)


def _of_terms(terms: Mapping[str, Tensor]) -> Tensor:
    return -POINTS * torch.stack(list(terms.values())).sum(0)


@torch.no_grad()
def _nearness(session: Session, images: Tensor) -> Tensor | None:
    """Return [B]: cosine similarity of the whole picture to its prompts times 100, averaged over perceptors (weighted
    by prompt weight).
    """
    found = next((w.loss for w in session.parts.losses if w.name == "prompts"), None)
    if not isinstance(found, PromptLoss):
        return None
    parts = []
    for name, targets in found.targets.items():
        wanted = targets.at(session.step)
        seen = _seen(session.parts.perceptors[name], images)
        cosines = torch.stack([(one @ texts.T).mean(0) for one, texts in zip(seen, wanted.embeds, strict=True)])
        shares_of = wanted.weights / wanted.weights.abs().sum(1, keepdim=True).clamp(min=1e-8)
        parts.append((cosines * shares_of).sum(1))
    return POINTS * torch.stack(parts).mean(0)


def _seen(perceptor: Perceptor, images: Tensor) -> list[Tensor]:
    """Return for each picture the embeddings [G, D] of the whole picture, padded to a square with its border pixels;
    transparent pictures once over each of GROUNDS, else G = 1.
    """
    out = []
    for image in images.split(1):  # one by one, so that a batch equals its single runs
        height, width = image.shape[2:]
        factor = perceptor.image_size / max(height, width)
        small = files.resize(image, max(1, round(height * factor)), max(1, round(width * factor)))
        views = [small] if image.shape[1] == 3 else [mix(small[:, :3], small[:, 3:], ground) for ground in GROUNDS]
        out.append(perceptor.encode_image(torch.cat([_squared(view, perceptor.image_size) for view in views])))
    return out


def _squared(view: Tensor, side: int) -> Tensor:
    """Pad [1, 3, h, w] with its outermost pixels to [1, 3, side, side]."""
    down, right = side - view.shape[2], side - view.shape[3]
    return F.pad(view, (right // 2, right - right // 2, down // 2, down - down // 2), mode="replicate").clamp(0, 1)


@torch.no_grad()
def _craft(session: Session) -> Tensor | None:
    """Return [B]: minus the sum, over the faults in `craft.MAPS`, of the percentage of opaque cells that have the
    fault; None if the drawer has no cells.
    """
    if not isinstance(session.drawer, GridDrawer):
        return None
    cells = Cells(premultiply(add_alpha(session.cells())))
    faults = shares({name: measure(cells) for name, measure in MAPS.items()}, cells)
    return -POINTS * torch.stack(list(faults.values())).sum(0)
