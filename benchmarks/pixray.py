"""pixray's own recipe beside ours: one step of each in turn, and how soon ours has pixray's score.

The recipe is written anew from its description (pixray 1.9, `MakeCutouts`, `Prompt`, `train`): cutouts by kornia, its
prompt loss, its order of work, Adam at its rate with its drop at three quarters of the run. Differs from it: the
perceptor is ours, the same for both; cells are painted by nearest neighbour, as its fast_pixel does, not by diffvg,
which no package index has. Both make it faster than it was.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from benchmarks.engine import random_model
from benchmarks.tables import Cell, Table, Wanted
from benchmarks.timing import in_turn
from pixdraw.assembly.session import build
from pixdraw.engine.session import Session
from pixdraw.interfaces import Perceptor
from pixdraw.models.cache import ModelCache
from pixdraw.models.targets import spherical_distance
from pixdraw.settings.model import resolve

PROMPTS = ("a red heart", "a wizard")
"""Each takes minutes."""
SIDE, CELLS, STEPS, CUTS = 288, 40, 250, 30
"""Canvas, grid, steps and cutouts of pixray's quality `normal`, square."""
VIEWS = 32
"""Views by which both are scored: pixray's own cutouts, the same ones for all pictures."""
SCORES = ("parts", "whole")
SAME: dict[str, Any] = {
    "cut_method": "classic", "contrast": 0, "transparent": False, "init": "none", "priors": "none",
    "pixel_parameters": "cells", "pixel_lr": 0.03,
}  # fmt: skip
"""Settings that make our run pixray's: its cutouts, loss, parameters and rate."""
OURS: dict[str, dict[str, Any]] = {
    "pixray's recipe": SAME,
    "from nothing": {"init": "none", "num_cuts": 6},
    "by default": {"num_cuts": 6},
}
"""How we draw: with pixray's choices, with our own, and from what the built-in models propose."""
OFTEN = 5
"""Ours is scored after each of so many first steps, then after every so many."""


def measure(wanted: Wanted) -> Iterator[Table]:
    """Yield the table of steps and the table of scores."""
    models = ModelCache()
    columns = ["perceptor and recipe", "pixdraw, ms", "pixray, ms", "pixray / pixdraw"]
    rows = _steps(wanted)
    faster = ", ".join(f"{float(row[3] or 0):.1f} ({row[0]})" for row in rows)
    yield Table("A step", columns, rows, headline=f"pixray's step takes this many times as long: {faster}")
    steps, cuts, prompts = (20, 8, PROMPTS[:1]) if wanted.quick else (STEPS, CUTS, PROMPTS)
    columns = ["prompt", "pixray, s", "ours"]
    for kind in SCORES:
        columns += [f"pixray's score, {kind}", "our steps to it", "our s to it", "our score at the end"]
    note = (
        f"Score: mean spherical distance to the prompt, lower is better; pixray's after {steps} steps of {cuts} "
        f"cutouts, seed 1, built-in perceptor. In parts: of {VIEWS} cutouts taken pixray's way, the same for all; its "
        "recipe draws by such. As a whole: of the picture in one. Ours are drawn to the end; – where the score is "
        "never reached. Seconds are those of steps alone."
    )
    rows = _race(prompts, steps, cuts, models)
    yield Table(f"Steps to pixray's score after {steps} steps", columns, rows, note, _reached(rows))


def _reached(rows: Sequence[Sequence[Cell]]) -> str:
    """Return in words how soon our pictures had pixray's score as a whole."""
    place = 3 + 4 * SCORES.index("whole") + 1
    told = []
    for ours in OURS:
        steps = [row[place] for row in rows if row[2] == ours]
        reached = sorted(step for step in steps if isinstance(step, int))
        told.append(f"{ours} in {len(reached)} of {len(steps)}{f', after {reached} steps' if reached else ''}")
    return f"pixray's score as a whole is reached: {'; '.join(told)}"


def _steps(wanted: Wanted) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    with tempfile.TemporaryDirectory() as folder:
        kinds = {"built-in": "tiny"} if wanted.quick else {"built-in": "tiny", "ViT-B-32 of random weights": "ViT-B-32"}
        for title, name in kinds.items():
            perceptor = "tiny" if name == "tiny" else random_model(name, Path(folder))
            cases = {f"{title}, pixray's recipe in both": {**SAME, "num_cuts": CUTS}}
            if name == "tiny":
                cases[f"{title}, ours as by default from nothing"] = {}
            for case, more in cases.items():
                ours = _session("a red heart", perceptor, {"init": "none", "iterations": 10_000, **more})
                (looking,) = ours.parts.perceptors.values()
                theirs = Recipe(looking, "a red heart", CUTS)
                step, other = in_turn([ours.take_step, theirs.take_step], wanted.rounds)
                rows.append([case, 1000 * step, 1000 * other, other / step])
    return rows


def _session(prompt: str, perceptor: str, more: dict[str, Any], models: ModelCache | None = None) -> Session:
    given = {"prompts": prompt, "seed": 1, "perceptors": perceptor, "size": f"{SIDE}x{SIDE}"}
    return build(resolve({**given, "pixel_size": f"{CELLS}x{CELLS}", **more}), models or ModelCache())


def _race(prompts: Sequence[str], steps: int, cuts: int, models: ModelCache) -> list[list[Cell]]:
    """Draw each prompt by pixray's recipe, and by each of ours until it has both of the other's scores."""
    rows: list[list[Cell]] = []
    for prompt in prompts:
        theirs = Recipe(models.get("tiny", "cpu"), prompt, cuts, steps)
        start = time.perf_counter()
        for _ in range(steps):
            theirs.take_step()
        seconds, bars = time.perf_counter() - start, theirs.scores(theirs.picture())
        for ours, given in OURS.items():
            session = _session(prompt, "tiny", {"iterations": steps, "num_cuts": cuts, **given}, models)
            found = _followed(session, theirs, bars)
            told = [cell for bar, ours_then in zip(bars, found, strict=True) for cell in (bar, *ours_then)]
            rows.append([prompt, seconds, ours, *told])
    return rows


def _followed(session: Session, theirs: Recipe, bars: Sequence[float]) -> list[tuple[int | None, float | None, float]]:
    """Draw to the end: for each score the steps and seconds to its bar, and what it is at the end."""
    spent, first = 0.0, dict[int, tuple[int, float]]()
    while True:
        scores = theirs.scores(_opaque(session))
        for place, (score, bar) in enumerate(zip(scores, bars, strict=True)):
            if score <= bar:
                first.setdefault(place, (session.step, spent))
        if session.step >= session.total:
            return [(*first.get(place, (None, None)), score) for place, score in enumerate(scores)]
        for _ in range(1 if session.step < OFTEN else min(OFTEN, session.total - session.step)):
            start = time.perf_counter()
            session.take_step()
            spent += time.perf_counter() - start


def _opaque(session: Session) -> Tensor:
    """Return the picture as it would be saved, over white."""
    image = session.images()
    return image[:, :3] * image[:, 3:] + 1 - image[:, 3:] if image.shape[1] == 4 else image


class Recipe:
    """One picture by pixray's recipe."""

    def __init__(self, perceptor: Perceptor, prompt: str, cuts: int, steps: int = STEPS) -> None:
        torch.manual_seed(1)
        self._perceptor, self._steps, self._step = perceptor, steps, 0
        self._cells = torch.rand(1, 3, CELLS, CELLS, requires_grad=True)
        self._cutouts = Cutouts(perceptor.image_size, cuts)
        self._target = perceptor.encode_text([prompt])
        self._optimiser = torch.optim.Adam([self._cells], lr=0.03)

    def picture(self) -> Tensor:
        """Return the canvas: [1, 3, SIDE, SIDE]."""
        return F.interpolate(self._cells, (SIDE, SIDE), mode="nearest")

    def take_step(self) -> None:
        """Do one step: cutouts, embedding, loss, backward, Adam, clip; the rate falls tenfold at three quarters."""
        self._optimiser.zero_grad()
        self._distances(self.picture(), self._cutouts).mean().backward()
        self._optimiser.step()
        with torch.no_grad():
            self._cells.clamp_(0, 1)
        if self._step == int(0.75 * (self._steps - 1)):
            self._optimiser = torch.optim.Adam([self._cells], lr=0.003)
        self._step += 1

    @torch.no_grad()
    def scores(self, picture: Tensor) -> tuple[float, float]:
        """Return the distance of a picture to the prompt in parts, the same ones for all pictures, and as a whole."""
        side = self._perceptor.image_size
        with torch.random.fork_rng():
            torch.manual_seed(99)
            parts = self._distances(picture, Cutouts(side, VIEWS)).mean()
        whole = self._perceptor.encode_image(F.interpolate(picture, (side, side), mode="area"))
        return float(parts), float(spherical_distance(whole, self._target).mean())

    def _distances(self, picture: Tensor, cutouts: Cutouts) -> Tensor:
        seen = cutouts(picture, self._step)
        seen = (seen - seen.min()) / (seen.max() - seen.min())  # pixray stretches the contrast of the whole batch
        return spherical_distance(self._perceptor.encode_image(seen), self._target)


class Cutouts(nn.Module):
    """pixray's cutouts of a square picture: three fifths of parts, the rest of the whole."""

    def __init__(self, side: int, count: int) -> None:
        super().__init__()
        from kornia import augmentation as K
        from kornia.geometry.transform import warp_perspective

        class Padded(K.RandomPerspective):  # type: ignore[misc]  # kornia's classes are not known to the checker
            """Shows the picture mirrored, or its outermost pixels, beyond its sides."""

            padding = "border"

            def apply_transform(self, input: Tensor, params: Any, flags: Any, transform: Any = None) -> Tensor:
                size = (input.shape[2], input.shape[3])
                warped: Tensor = warp_perspective(
                    input, transform, size, padding_mode=self.padding, align_corners=False
                )
                return warped

        def jitter() -> Any:
            return K.ColorJitter(hue=0.1, saturation=0.1, p=0.8)

        self._side, self._count, self._zoomed = side, count, int(0.6 * count)
        self._padded = Padded(0.4, p=0.7)
        crop = K.RandomResizedCrop((side, side), (0.25, 0.95), (0.85, 1.2), cropping_mode="resample")
        self._parts = nn.Sequential(self._padded, crop, jitter())
        shift = K.RandomAffine(0, (0.025, 0.025), (0.95, 0.95), p=1.0, padding_mode="FILL", fill_value=torch.zeros(3))
        self._shift_flags = shift.flags
        self._whole = nn.Sequential(shift, K.RandomPerspective(0.2, p=0.7), jitter())

    def forward(self, picture: Tensor, step: int) -> Tensor:
        """Return [count, 3, side, side] of a picture [1, 3, H, W]."""
        side = (self._side, self._side)
        pooled = (F.adaptive_avg_pool2d(picture, side) + F.adaptive_max_pool2d(picture, side)) / 2
        self._padded.padding = ("reflection", "border")[step % 2]
        self._shift_flags["fill_value"] = torch.rand(1).expand(3)  # one grey a step lies around whole pictures
        parts = self._parts(torch.cat([pooled] * self._zoomed))
        batch = torch.cat([parts, self._whole(torch.cat([pooled] * (self._count - self._zoomed)))])
        return batch + batch.new_empty(self._count, 1, 1, 1).uniform_(0, 0.1) * torch.randn_like(batch)
