"""Fixed maps between cells and pixels: gathers forwards, gathers backwards, so the same bits on every run.

Letters: C channels, N cells, M outputs of a map, K inputs that one output mixes, P outputs that one input feeds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from drawers._grid.lattice import Lattice

_SAMPLES = 8  # a side: the coverage of an edge pixel is a multiple of 1/64
_CHUNK = 1 << 16  # edge pixels resolved at a time; bounds the memory of building a map
_BLOCK = 256  # outputs summed at a time; the quickest of 32 … 512 on one CPU thread
_BLOCKS = 32  # … but not in more blocks than this: each is three kernels on a GPU


@dataclass(frozen=True)
class Mixes:
    """out[..., m] = Σ_k weight[k, m] · x[..., index[k, m]], both [K, M]: few inputs for each output."""

    index: Tensor
    weight: Tensor

    def apply(self, x: Tensor) -> Tensor:
        """[B, C, N] → [B, C, M]."""
        out = x.new_zeros(*x.shape[:2], self.index.shape[1])
        for index, weight in zip(self.index, self.weight, strict=True):
            out.addcmul_(x.gather(2, index.expand(*x.shape[:2], -1)), weight)
        return out

    def to(self, device: torch.device | str) -> Mixes:
        """Return the table on `device`."""
        return Mixes(self.index.to(device), self.weight.to(device))


@dataclass(frozen=True)
class Sums:
    """out[..., n] = Σ_p weight[n, p] · x[..., index[n, p]]: many inputs for each output.

    Blocks of consecutive outputs, each padded to its own longest list, bound the memory and keep reads close together.
    """

    blocks: tuple[tuple[Tensor, Tensor], ...]

    @classmethod
    def build(cls, inputs: Tensor, outputs: Tensor, weights: Tensor, length: int) -> Sums:
        """Build from entries (input, output, weight), for `length` outputs."""
        order = outputs.argsort(stable=True)
        inputs, outputs, weights = inputs[order], outputs[order], weights[order]
        counts = torch.bincount(outputs, minlength=length)
        ends = counts.cumsum(0)
        place = torch.arange(len(outputs)) - (ends - counts)[outputs]
        blocks, most = [], max(_BLOCK, -(-length // _BLOCKS))
        for first in range(0, length, most):
            size = min(most, length - first)
            mine = slice(int(ends[first] - counts[first]), int(ends[first + size - 1]))
            index = torch.zeros(size, max(int(counts[first : first + size].max()), 1), dtype=torch.long)
            weight = torch.zeros(index.shape)
            index[outputs[mine] - first, place[mine]] = inputs[mine]
            weight[outputs[mine] - first, place[mine]] = weights[mine]
            blocks.append((index, weight))
        return cls(tuple(blocks))

    def apply(self, x: Tensor) -> Tensor:
        """[B, C, M] → [B, C, N]."""
        batch, channels, length = x.shape
        if length == 0:
            return x.new_zeros(batch, channels, sum(len(index) for index, _ in self.blocks))
        sums = []
        for index, weight in self.blocks:
            picked = x.gather(2, index.flatten().expand(batch, channels, -1)).view(batch, channels, *index.shape)
            sums.append(picked.mul_(weight).sum(3))
        return torch.cat(sums, 2)

    def to(self, device: torch.device | str) -> Sums:
        """Return the blocks on `device`."""
        return Sums(tuple((index.to(device), weight.to(device)) for index, weight in self.blocks))


@dataclass(frozen=True)
class LinearMap:
    """A sparse matrix and its transpose."""

    forward: Mixes
    adjoint: Sums

    @classmethod
    def build(cls, index: Tensor, weight: Tensor, inputs: int) -> LinearMap:
        """Build from [K, M] tables; entries of weight 0 are omitted from the transpose."""
        output = torch.arange(index.shape[1]).expand_as(index)
        kept = weight != 0
        return cls(Mixes(index, weight), Sums.build(output[kept], index[kept], weight[kept], inputs))

    def __call__(self, x: Tensor) -> Tensor:
        """[B, C, N] → [B, C, M], differentiable."""
        out: Tensor = _Apply.apply(x, self)
        return out

    def to(self, device: torch.device | str) -> LinearMap:
        """Return the map on `device`."""
        return LinearMap(self.forward.to(device), self.adjoint.to(device))


@dataclass(frozen=True)
class Coverage:
    """Which cell, or which mix of cells, every pixel shows."""

    source: Tensor
    """int64 [H·W]: below N a cell, from N on a mix."""
    cell_pixels: Sums
    """For each cell the pixels that show it and nothing else."""
    mix_pixels: Tensor
    """int64 [M]: the pixel that shows each mix."""
    mixes: LinearMap
    """Cells → mixes; an edge pixel weighs its cells by the area they cover."""

    def paint(self, cells: Tensor, mixes: Tensor) -> Tensor:
        """[B, C, N] and [B, C, M] → [B, C, H·W], differentiable."""
        out: Tensor = _Paint.apply(cells, mixes, self)
        return out

    def collect(self, image: Tensor) -> Tensor:
        """[B, C, H·W] → [B, C, N]: for each cell the sum of its pixels, times the area it covers of them."""
        return self.cell_pixels.apply(image) + self.mixes.adjoint.apply(image[..., self.mix_pixels])

    def to(self, device: torch.device | str) -> Coverage:
        """Return the map on `device`."""
        pixels = self.cell_pixels.to(device)
        return Coverage(self.source.to(device), pixels, self.mix_pixels.to(device), self.mixes.to(device))


def cover(lattice: Lattice, height: int, width: int, device: torch.device | str) -> Coverage:
    """Measure which cells every pixel of the canvas shows, by 64 samples a pixel, no two in one row or column."""
    scale_u, scale_v = lattice.columns / width, lattice.rows / height
    across, down = torch.arange(width).float(), torch.arange(height).float()[:, None]
    steps = [(i, j) for i in range(_SAMPLES) for j in range(_SAMPLES)]
    offsets = torch.tensor([[i + (j + 0.5) / _SAMPLES, j + (i + 0.5) / _SAMPLES] for i, j in steps]) / _SAMPLES

    first = lattice.owner((across + offsets[0, 0]) * scale_u, (down + offsets[0, 1]) * scale_v)
    mixed = torch.zeros(height, width, dtype=torch.bool)
    for some in offsets[1:].split(max(1, _CHUNK // (height * width))):  # of small canvases many samples at once
        dx, dy = some[:, 0, None, None], some[:, 1, None, None]
        mixed |= (lattice.owner((across + dx) * scale_u, (down + dy) * scale_v) != first).any(0)
    source, cells = first.flatten(), lattice.rows * lattice.columns
    mix_pixels = mixed.flatten().nonzero().flatten()
    parts = []
    for chunk in mix_pixels.split(_CHUNK) if len(mix_pixels) else ():
        u = ((chunk % width)[:, None] + offsets[:, 0]) * scale_u
        v = ((chunk // width)[:, None] + offsets[:, 1]) * scale_v
        parts.append(_shares(lattice.owner(u, v)))
    mixes = LinearMap.build(*_join(parts), cells)
    plain = (~mixed).flatten().nonzero().flatten()
    cell_pixels = Sums.build(plain, source[plain], torch.ones(len(plain)), cells)
    source[mix_pixels] = cells + torch.arange(len(mix_pixels))
    return Coverage(source, cell_pixels, mix_pixels, mixes).to(device)


def resize_map(old: tuple[int, int], new: tuple[int, int]) -> LinearMap:
    """Bilinear enlarging of a grid from `old` (rows, columns) to `new`, both flattened row by row."""
    (row, row_weight), (column, column_weight) = (_taps(a, b) for a, b in zip(old, new, strict=True))
    index = row[:, None, :, None] * old[1] + column[None, :, None, :]
    weight = row_weight[:, None, :, None] * column_weight[None, :, None, :]
    return LinearMap.build(index.reshape(4, -1), weight.reshape(4, -1), old[0] * old[1])


def _taps(old: int, new: int) -> tuple[Tensor, Tensor]:
    """Return the two nearest old positions of each new one and their weights, both [2, new]; edges are held."""
    place = ((torch.arange(new).double() + 0.5) * old / new - 0.5).clamp(0, old - 1)
    low = place.floor().clamp(max=max(old - 2, 0))
    far = (place - low).float()
    first = low.long()
    return torch.stack([first, (first + 1).clamp(max=old - 1)]), torch.stack([1 - far, far])


def _shares(owner: Tensor) -> tuple[Tensor, Tensor]:
    """Owners [M, samples] → cells and their shares, both [K, M], K the most cells that one pixel shows."""
    owner = owner.sort(dim=1).values
    new = torch.ones_like(owner, dtype=torch.bool)
    new[:, 1:] = owner[:, 1:] != owner[:, :-1]
    slot = new.long().cumsum(1) - 1
    most = int(slot.max()) + 1
    # Unused places repeat the pixel's first cell with weight 0.
    index = owner[:, :1].repeat(1, most).scatter(1, slot, owner)
    weight = torch.zeros(len(owner), most).scatter_add(1, slot, torch.full(owner.shape, 1 / owner.shape[1]))
    return index.T.contiguous(), weight.T.contiguous()


def _join(parts: list[tuple[Tensor, Tensor]]) -> tuple[Tensor, Tensor]:
    if not parts:
        return torch.zeros(1, 0, dtype=torch.long), torch.zeros(1, 0)
    most = max(len(index) for index, _ in parts)
    pairs = [(torch.cat([i, i[:1].repeat(most - len(i), 1)]), w) for i, w in parts]
    weights = [torch.cat([w, torch.zeros(most - len(w), w.shape[1])]) for _, w in pairs]
    return torch.cat([i for i, _ in pairs], 1), torch.cat(weights, 1)


class _Apply(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor, linear: LinearMap) -> Tensor:
        ctx.linear = linear
        return linear.forward.apply(x)

    @staticmethod
    @torch.autograd.function.once_differentiable  # type: ignore[untyped-decorator]
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, None]:
        return ctx.linear.adjoint.apply(grad), None


class _Paint(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, cells: Tensor, mixes: Tensor, coverage: Coverage) -> Tensor:
        ctx.coverage = coverage
        both = torch.cat([cells, mixes], 2)
        return both.gather(2, coverage.source.expand(*both.shape[:2], -1))

    @staticmethod
    @torch.autograd.function.once_differentiable  # type: ignore[untyped-decorator]
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, Tensor, None]:
        coverage: Coverage = ctx.coverage
        picked = grad.gather(2, coverage.mix_pixels.expand(*grad.shape[:2], -1))
        return coverage.cell_pixels.apply(grad), picked, None
