"""Cells as categorical distributions: one logit per palette colour, plus one for "transparent" if there is alpha.

Source: SD-piXL (Binninger and Sorkine-Hornung 2024, arXiv 2410.06236), section 4: Gumbel-softmax over the palette
during the run, the likeliest colour in the result. Differs from it: clear is one more choice, and any loss can be used,
score distillation among them.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from drawers._grid.parametrisation import Parametrisation
from pixdraw.imaging.colour import oklab, own_colours
from pixdraw.interfaces import ParamGroup
from pixdraw.rng import Rng

REACH = 12.0
"""Logits are clamped to -REACH to REACH: beyond it a choice would be certain and never change."""
SHARPNESS = 40.0
"""Logits of a picture are minus this times squared distances in OKLab, where 0 to 1 is black to white."""


class Choices(Parametrisation):
    """Logits [B, P or P + 1, rows, columns] over the colours of each item's palette, the last for none."""

    palette: Tensor
    seeds: Tensor

    def __init__(self, cells: Tensor, palette: Tensor | int, rng: Rng) -> None:
        super().__init__()
        self._alpha, self._count = cells.shape[1] == 4, palette if isinstance(palette, int) else None
        self.register_buffer("seeds", torch.tensor(rng.seeds))  # step of the noise, which is a part of the state
        self._varied = rng.varied
        self._step: int | None = None
        colours = own_colours(cells[:, :3], palette) if isinstance(palette, int) else palette
        self.register_buffer("palette", colours.to(cells).expand(len(cells), -1, -1).clone())
        places = self.palette.shape[1] + self._alpha
        self.logits = nn.Parameter(cells.new_zeros(len(cells), places, *cells.shape[2:]))
        self.assign(cells)

    def mixed(self) -> Tensor:
        """Return the cells [B, C, rows, columns] as mixes of the colours, during a run with the step's Gumbel noise."""
        return torch.stack([self._mixed(item) for item in range(len(self.logits))])

    @torch.no_grad()
    def chosen(self) -> Tensor:
        """Return the cells in the likeliest colours, or clear."""
        return torch.stack([self._chosen(item) for item in range(len(self.logits))])

    def advance(self, step: int) -> None:
        """Draw the noise of a step."""
        self._step = step

    @torch.no_grad()
    def assign(self, cells: Tensor, /) -> None:
        """Set the logits to show cells [B, C, rows, columns]; a palette that was not given is computed again."""
        if self._count is not None:
            self.palette.copy_(own_colours(cells[:, :3], self._count, cells[:, 3:] if self._alpha else None))
        for item, one in enumerate(cells):
            self.logits[item].fill_(-REACH)
            own = self._own(item)
            place, places = oklab(one[:3].flatten(1)), oklab(self.palette[item, own].T)
            logits = -SHARPNESS * (place[:, None] - places[:, :, None]).square().sum(0)
            if self._alpha:
                alpha = one[3].flatten().clamp(1e-6, 1 - 1e-6)
                logits = torch.cat([logits.log_softmax(0) + alpha.log(), (1 - alpha).log()[None]])
            logits = (logits - logits.amax(0)).clamp(-REACH, 0)
            self.logits[item, self._places(own)] = logits.view(-1, *one.shape[1:])

    @torch.no_grad()
    def project(self) -> None:
        """Keep the logits in their range."""
        self.logits.nan_to_num_(0.0, REACH, -REACH).clamp_(-REACH, REACH)

    def colours(self) -> Tensor:
        """Return the palettes, [B, P, 3]."""
        return self.palette

    def groups(self, lr: float) -> list[ParamGroup]:
        """Return the one group of logits."""
        return [ParamGroup("choices", [self.logits], lr * REACH)]

    def _mixed(self, item: int) -> Tensor:
        own = self._own(item)
        logits = self.logits[item, self._places(own)]
        if self._step is not None and torch.is_grad_enabled():
            draws = Rng((int(self.seeds[item]),), self._varied).at("pixel.choices", self._step, device=logits.device)
            logits = logits - (-draws.uniform(*logits.shape)[0].clamp(1e-6, 1 - 1e-6).log()).log()
        shares = logits.softmax(0)
        colours = self.palette[item, own]
        there = shares[: len(own)]
        shown = torch.stack([(there * channel[:, None, None]).sum(0) for channel in colours.T])
        if not self._alpha:
            return shown
        alpha = there.sum(0)
        return torch.cat([shown / alpha.clamp(min=1e-6), alpha[None]]).clamp(0, 1)

    def _chosen(self, item: int) -> Tensor:
        own = self._own(item)
        places = self.logits[item, self._places(own)].argmax(0)
        colours = self.palette[item, own]
        shown = colours[places.clamp(max=len(own) - 1)].permute(2, 0, 1)
        return torch.cat([shown, (places < len(own)).to(shown)[None]]) if self._alpha else shown

    def _own(self, item: int) -> list[int]:
        """Return the places of the item's colours, each once: shorter palettes of a batch repeat one."""
        first = {tuple(colour): place for place, colour in reversed([*enumerate(self.palette[item].tolist())])}
        return sorted(first.values())

    def _places(self, own: list[int]) -> list[int]:
        return [*own, self.logits.shape[1] - 1] if self._alpha else own
