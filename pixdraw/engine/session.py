"""The optimisation loop: render, take cutouts and embed them, evaluate the losses, step the optimiser.

All parts are passed in by `assembly`.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from pixdraw.engine.best import Best
from pixdraw.engine.cutouts import Cutouts
from pixdraw.engine.edits import Edit
from pixdraw.engine.export import Export
from pixdraw.engine.hold import Hold
from pixdraw.engine.memory import memory_advice
from pixdraw.engine.ranking import Ranking
from pixdraw.engine.rates import Rates, Schedule
from pixdraw.engine.updater import Updater
from pixdraw.errors import NumericalError, OutOfMemory, is_out_of_memory
from pixdraw.events import Event, Finished, Started, Stepped
from pixdraw.fields import Preset
from pixdraw.imaging.sources import Sources
from pixdraw.interfaces import (
    Drawer,
    Filter,
    Frame,
    Loss,
    Perceptor,
    SteppedDrawer,
)
from pixdraw.rng import Rng
from pixdraw.settings.model import PLACES, Settings

CHECK_EVERY = 50
"""On accelerators, losses are checked for NaN and infinity every this many steps, because the check synchronises with
the device."""
CHOOSING = ("candidates", "keep_best", "rank")
"""Settings of the run that say nothing about any one picture."""


class _TimeOver(Exception):
    """A step was left because the run's time was over."""


@dataclass(frozen=True)
class Weighted:
    """A loss with its name in reports and its weight."""

    name: str
    weight: float
    loss: Loss


@dataclass(frozen=True)
class Parts:
    """The parts of a session."""

    settings: Settings
    labels: tuple[str, ...]
    """[B] prompt text of each item."""
    manners: tuple[str, ...]
    """[B] words of manner of each, or empty."""
    rng: Rng
    drawer: Drawer
    perceptors: Mapping[str, Perceptor]
    cutouts: Mapping[str, Cutouts]
    losses: Sequence[Weighted]
    optimiser: Updater
    schedule: Schedule
    device: torch.device
    filters: Sequence[tuple[str, float, Filter]] = field(default_factory=tuple)
    edits: Sequence[Edit] = field(default_factory=tuple)
    steady: bool = True
    """Whether the objective is the same in all steps (no camera moves, no scheduled prompts), so that the lowest loss
    marks the best picture."""
    hold: Hold | None = None
    """What stays as it is in every picture."""
    render: Callable[[], Tensor] | None = None
    """What renders the pictures that perceptors and losses see, in place of the drawer's own `render`."""
    sources: Sources = field(default_factory=Sources)
    """The files that it was built from."""


class Session:
    """One optimisation of B pictures. `run()` yields events; `images()` shows what is drawn at any time.

    After ranking, `show` restricts its pictures to the kept ones, best first.
    """

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.step = 0
        self._ends_at = math.inf
        items = len(parts.labels)
        self._rates = Rates(parts.schedule, items)
        self._best = Best(self._parameters(), items, parts.device)
        self._export = Export(parts.drawer, parts.filters, parts.rng, parts.hold)
        self.ranking: Ranking | None = None
        """By which the pictures that are shown were chosen; None if all are."""

    @property
    def settings(self) -> Settings:
        return self.parts.settings

    @property
    def drawer(self) -> Drawer:
        return self.parts.drawer

    @property
    def places(self) -> tuple[int, ...]:
        """Indices, among all B items, of the pictures that are currently shown."""
        return tuple(range(len(self.parts.labels))) if self.ranking is None else self.ranking.kept

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(self.parts.labels[place] for place in self.places)

    @property
    def seeds(self) -> tuple[int, ...]:
        return tuple(self.parts.rng.seeds[place] for place in self.places)

    @property
    def total(self) -> int:
        return self.parts.schedule.iterations

    def item_settings(self, item: int) -> dict[str, Any]:
        """Return the flat settings that draw this item alone, without the names of files written."""
        return self._of_item(self.settings.flat(), item)

    def item_given(self, item: int) -> dict[str, Any]:
        """Return those of these settings that were given; the others follow by rule."""
        return self._of_item(self.settings.given(), item)

    @property
    def manners(self) -> tuple[str, ...]:
        """[B] words of manner of each picture, or empty."""
        return tuple(self.parts.manners[place] for place in self.places)

    def choosing(self) -> dict[str, Any]:
        """Return the settings by which pictures are chosen, where they are not chosen yet."""
        if self.settings.keep_best is None or self.ranking is not None:
            return {}
        return {name: self.settings.flat()[name] for name in CHOOSING}

    def show(self, ranking: Ranking | None) -> None:
        """Show the pictures that a ranking keeps, in its order, from now on; None: all B."""
        self.ranking = ranking

    def presets(self) -> dict[str, Preset]:
        """Return {setting: the preset of its default} of settings that were not given and depend on others."""
        return self.settings.presets()

    def _of_item(self, settings: Mapping[str, Any], item: int) -> dict[str, Any]:
        kept = {name: value for name, value in settings.items() if name not in (*PLACES, *CHOOSING)}
        if self.settings.loop_frames:  # a frame depends on its neighbours
            return kept
        words = self.parts.manners[self.places[item]]
        own = {"prompts": [self.labels[item]] if self.labels[item] else [], "seed": [self.seeds[item]]}
        return {**kept, **own, **({"manner": [words]} if words else {})}

    def images(self) -> Tensor:
        """Return the pictures as they are saved: [B, C, H, W] in [0, 1], on the run's device."""
        return self._shown(self._export.images())

    def colours(self) -> Tensor | None:
        """Return the few colours [B, P, 3] that a filter shows the pictures in, or None without such a filter."""
        colours = self._export.colours()
        return None if colours is None else self._shown(colours)

    def cells(self) -> Tensor:
        """Return the sprites [B, C, rows, columns] of a drawer of cells, in the colours of the pictures."""
        return self._shown(self._export.cells())

    @torch.no_grad()
    def terms(self) -> dict[str, Tensor]:
        """Return the weighted term [B] of every loss of the drawing as it is now, as the next step would see it."""
        return {name: term.detach() for name, term in self._look(self.step * self.parts.schedule.batches).items()}

    def run(self, *, spent_s: float = 0.0) -> Iterator[Event]:
        """Draw to the end, an event a step; closing the iterator early keeps what is drawn.

        `spent_s` seconds of time_limit_s count as already used. Raises NumericalError (the pictures are then the best
        ones so far) or OutOfMemory.
        """
        self._ends_at = time.monotonic() - spent_s + (self.settings.time_limit_s or math.inf)
        yield Started(self.step, self.total)
        reason = "done"
        while self.step < self.total:
            try:
                stepped = self.take_step()
            except _TimeOver:
                reason = "time_limit"
                break
            yield stepped
            if self._rates.all_ended():
                reason = "auto_stop"
                break
            if time.monotonic() >= self._ends_at and self.step < self.total:
                reason = "time_limit"
                break
        if reason == "time_limit" and self.parts.steady:
            self.restore_best()
        self._raise_if_bad()
        yield Finished(self.step, self.total, reason)

    def take_step(self) -> Stepped:
        """Do one step of the optimisation."""
        parts = self.parts
        if isinstance(parts.drawer, SteppedDrawer):
            parts.drawer.advance(self.step, self.total)
        self._edit()
        parts.optimiser.zero_grad()
        try:
            terms = self._accumulate()
            loss = torch.stack(list(terms.values())).sum(0)
            self._best.see(self._parameters(), loss, self.step)
            parts.optimiser.step()
        except (MemoryError, RuntimeError) as error:
            if not is_out_of_memory(error):
                raise
            parts.optimiser.zero_grad()
            raise OutOfMemory(memory_advice(self.settings, len(parts.labels))) from error
        parts.drawer.project()
        self._rates.adapt(self.step, self._best.since, parts.optimiser)
        self.step += 1
        if parts.device.type == "cpu" or self.step % CHECK_EVERY == 0:
            self._raise_if_bad()
        return Stepped(self.step, self.total, loss, terms)

    @torch.no_grad()
    def _edit(self) -> None:
        """Let whatever is due change the drawing: overlay, zoom."""
        due = [edit for edit in self.parts.edits if edit.times.has(self.step)]
        if due:
            image = self.drawer.render().clamp(0, 1)
            for edit in due:
                image = edit(image)
            self.drawer.fit(image)
            self.drawer.project()

    def state_dict(self) -> dict[str, Any]:
        """Return all that a resumed run needs beside the settings; randomness needs nothing."""
        return {
            "step": self.step,
            "drawer": dict(self.drawer.state_dict()),
            "optimizer": self.parts.optimiser.state_dict(),
            **self._rates.state_dict(),
            **self._best.state_dict(),
        }

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        """Go on from `state`; raises KeyError or RuntimeError if it belongs to other settings."""
        self.drawer.load_state_dict(state["drawer"])
        self.parts.optimiser.load_state_dict(state["optimizer"])
        self.step = int(state["step"])
        self._rates.load_state_dict(state)
        self._best.load_state_dict(state)

    def restore_best(self, items: Sequence[int] | None = None) -> None:
        """Put the parameters of the lowest loss so far back, of all items or the given ones."""
        self._best.restore(self._parameters(), range(len(self.parts.labels)) if items is None else items)

    def _accumulate(self) -> dict[str, Tensor]:
        """Accumulate the gradients of all passes of a step.

        Raises _TimeOver, with gradients discarded, if the time limit is reached between two passes.
        """
        batches = self.parts.schedule.batches
        sums: dict[str, Tensor] = {}
        for index in range(batches):
            if index and time.monotonic() >= self._ends_at:
                self.parts.optimiser.zero_grad()
                raise _TimeOver
            terms = self._look(self.step * batches + index)
            loss = torch.stack(list(terms.values())).sum(0)
            (loss.nan_to_num(0.0, 0.0, 0.0).sum() / batches).backward()
            for name, term in terms.items():
                share = term.detach() / batches
                sums[name] = sums[name] + share if name in sums else share
        return sums

    def _look(self, index: int) -> dict[str, Tensor]:
        """One pass: the weighted [B] term of every loss, in a graph that reaches the parameters."""
        parts = self.parts
        image = drawn = (parts.render or parts.drawer.render)()
        penalties: dict[str, Tensor] = {}
        for name, weight, apply in parts.filters:
            image, penalty = apply(image, parts.rng, index)
            if penalty is not None:
                penalties[name] = weight * penalty
        if parts.hold is not None:
            image = parts.hold.over(image)
        embeds, views = {}, {}
        for name, perceptor in parts.perceptors.items():
            views[name] = parts.cutouts[name].sample(parts.rng, index, self.step / max(self.total, 1))
            embeds[name] = self._embed(perceptor, parts.cutouts[name].apply(image, views[name]))

        def see(name: str, other: Tensor) -> Tensor:
            return self._embed(parts.perceptors[name], parts.cutouts[name].apply(other, views[name]))

        straight, alpha = image.split((3, 1), 1) if image.shape[1] == 4 else (image, None)
        ground = None if alpha is None else parts.rng.at("background", index).uniform(3, 1, 1).to(image.device)
        frame = Frame(self.step, self.total, straight, alpha, embeds, see, parts.drawer, ground, drawn)
        terms = {weighted.name: weighted.weight * weighted.loss(frame) for weighted in parts.losses}
        return {**terms, **penalties}

    def _embed(self, perceptor: Perceptor, cuts: Tensor) -> Tensor:
        if cuts.device.type == "cpu":
            # Kernels choose their summation order by batch size; item by item, a batch equals its single runs.
            return torch.stack([perceptor.encode_image(item) for item in cuts])
        embeds = perceptor.encode_image(cuts.flatten(0, 1))
        return embeds.view(*cuts.shape[:2], -1)

    def _shown(self, pictures: Tensor) -> Tensor:
        return pictures if self.ranking is None else pictures[list(self.places)]

    def _parameters(self) -> list[Tensor]:
        return [param for group in self.drawer.param_groups() for param in group.params]

    def _raise_if_bad(self) -> None:
        bad = self._best.bad()
        if not bad:
            return
        self.restore_best([item for item, _ in bad])
        item, step = bad[0]
        label, seed = self.parts.labels[item], self.parts.rng.seeds[item]
        raise NumericalError(
            f"the loss of {label!r} (seed {seed}) became NaN or infinite at step {step + 1}; the best picture before "
            "that step is kept; set a lower learning_rate or fewer losses"
        )
