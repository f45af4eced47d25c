"""The denoiser: a small v-prediction U-Net over RGBA sprites, its noise schedule, and the built-in weights.

It sees, beside the noisy picture, a sketch of what the text looks like, as cascades see a smaller picture (Ho et al.
2022, arXiv 2106.15282).

Pictures inside are premultiplied RGBA in [-1, 1]; v-prediction and the cosine schedule are those of Salimans & Ho 2022
(arXiv 2202.00512) and Nichol & Dhariwal 2021 (arXiv 2102.09672); blocks are modulated by the condition as in Dhariwal
& Nichol 2021 (arXiv 2105.05233).
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pixdraw.imaging.compositing import add_alpha, over
from pixdraw.models import built_in
from pixdraw.models._building import built_alone

CHANNELS = 4
SCENE = "scene"
"""The style of opaque pictures: a thing in a place."""
SCALE = ".scale"
"""Ends the name of what a matrix of 8 bits is to be multiplied by, row by row."""
BUILT_IN = built_in.FOLDER / "sprites"


@dataclass(frozen=True)
class DenoiserConfig:
    """Shape of the network; `side` is the sprite's side in pixels, a multiple of 8."""

    side: int = 32
    text_dim: int = 256
    widths: tuple[int, ...] = (48, 96, 176)
    blocks: tuple[int, ...] = (1, 1, 1)
    """Residual blocks on the way down at each width, and as many on the way up."""
    cond_dim: int = 256
    sketch_width: int = 1792
    sketch_rank: int = 352
    ground_rank: int = 40
    styles: tuple[str, ...] = ()
    """Names of the drawing styles it can be asked for, beside none; SCENE is one of things in places."""


class Denoiser(nn.Module):
    """(noisy sprites [B, 4, S, S], time [B] in [0, 1], text [B, text_dim], style [B]) → v [B, 4, S, S].

    Text is a unit vector, or all zeros for no text; style is an index into `config.styles`, or their number for any.
    """

    def __init__(self, config: DenoiserConfig) -> None:
        super().__init__()
        self.config = config
        widths, cond = config.widths, config.cond_dim
        self.time = nn.Sequential(nn.Linear(64, cond), nn.SiLU(), nn.Linear(cond, cond))
        self.text = nn.Linear(config.text_dim, cond)
        self.style = nn.Embedding(len(config.styles) + 1, cond)
        self.mix = nn.Sequential(nn.SiLU(), nn.Linear(cond, cond), nn.SiLU())
        self.stem = nn.Conv2d(2 * CHANNELS * 4, widths[0], 3, padding=1)
        self.down, self.up = nn.ModuleList(), nn.ModuleList()
        for level, (width, count) in enumerate(zip(widths, config.blocks, strict=True)):
            before = widths[max(level - 1, 0)]
            stride = nn.Conv2d(before, width, 3, stride=2, padding=1) if level else nn.Identity()
            self.down.append(nn.ModuleList([stride, *(Block(width, cond) for _ in range(count))]))
            grow = nn.Conv2d(width, before, 3, padding=1) if level else nn.Identity()
            self.up.append(nn.ModuleList([*(Block(width, cond) for _ in range(count)), grow]))
        self.attend = Attention(widths[-1])
        self.sketch = Sketch(config)
        self.norm = nn.GroupNorm(8, widths[0])
        self.out = nn.Conv2d(widths[0], CHANNELS * 4, 3, padding=1)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)  # type: ignore[arg-type]

    def forward(self, noisy: Tensor, time: Tensor, text: Tensor, style: Tensor) -> Tensor:
        """Predict v = alpha noise - sigma picture."""
        return self.condition(text, style)(noisy, time)

    def condition(self, text: Tensor, style: Tensor) -> Callable[[Tensor, Tensor], Tensor]:
        """Return (noisy, time) → v of these texts and styles, whose sketch is drawn once for all calls."""
        said, styled = self.text(text * self.config.text_dim**0.5), self.style(style)
        sketch = self.sketch(text, style)
        return lambda noisy, time: self._finish(noisy, sketch, self.mix(self.time(_waves(time)) + said + styled))

    def _finish(self, noisy: Tensor, sketch: Tensor, cond: Tensor) -> Tensor:
        """Predict v, given the sketch [B, 4, S, S] and what modulates the blocks [B, cond_dim]."""
        x = self.stem(F.pixel_unshuffle(torch.cat([noisy, sketch], 1), 2))
        kept = []
        for stage in self.down:
            stride, *blocks = stage.children()
            x = stride(x)
            for block in blocks:
                x = block(x, cond)
            kept.append(x)
        x = self.attend(x)
        for level in reversed(range(len(self.up))):
            *blocks, grow = self.up[level].children()
            if level < len(self.up) - 1:
                x = (x + kept[level]) * 0.5**0.5
            for block in blocks:
                x = block(x, cond)
            if level:
                x = F.interpolate(grow(x), scale_factor=2.0, mode="nearest")
        return F.pixel_shuffle(self.out(F.silu(self.norm(x))), 2)


class Sketch(nn.Module):
    """What a text in a style looks like, before any noise is seen: dense layers and two fixed bases of pictures.

    The bases are principal components of the training pictures: of things, and of the grounds that scenes stand on.
    To remember pictures in dense layers costs next to nothing, so that the convolutions have only to finish what is
    sketched. A scene is a thing that stands before a ground, so that it is known as well there as alone.
    """

    basis: Tensor
    mean: Tensor
    ground_basis: Tensor
    ground_mean: Tensor

    def __init__(self, config: DenoiserConfig) -> None:
        super().__init__()
        self.config = config
        hidden, rank = config.sketch_width, config.sketch_rank
        self.style = nn.Embedding(len(config.styles) + 1, 64)
        self.first = nn.Linear(config.text_dim + 64, hidden)
        self.second = nn.Linear(hidden, hidden)
        self.last = nn.Linear(hidden, rank + config.ground_rank)
        self.place = nn.Sequential(nn.Linear(config.text_dim, 64), nn.SiLU(), nn.Linear(64, 1))
        self.register_buffer("basis", torch.zeros(rank, CHANNELS * config.side**2))
        self.register_buffer("mean", torch.zeros(CHANNELS * config.side**2))
        self.register_buffer("ground_basis", torch.zeros(config.ground_rank, 3 * config.side**2))
        self.register_buffer("ground_mean", torch.zeros(3 * config.side**2))

    def weights(self, text: Tensor, style: Tensor) -> tuple[Tensor, Tensor]:
        """[B, text_dim], [B] → weights of the bases [B, rank], [B, ground_rank]."""
        hidden = torch.cat([text * self.config.text_dim**0.5, self.style(style)], 1)
        hidden = F.silu(self.first(hidden))
        hidden = hidden + F.silu(self.second(hidden))
        thing, ground = self.last(hidden).split([self.config.sketch_rank, self.config.ground_rank], 1)
        return thing, ground

    def place_odds(self, text: Tensor) -> Tensor:
        """[B, text_dim] → [B], log odds that a text tells of a place, or of a thing in one."""
        out: Tensor = self.place(text * self.config.text_dim**0.5)[:, 0]
        return out

    def forward(self, text: Tensor, style: Tensor) -> Tensor:
        """[B, text_dim], [B] → premultiplied pictures [B, 4, S, S], about [-1, 1]; 0 where there is no text."""
        side, styles = self.config.side, self.config.styles
        thing, ground = self.weights(text, style)
        picture = (self.mean + thing @ self.basis).view(-1, CHANNELS, side, side)
        if SCENE in styles:
            whole = stood(((picture + 1) / 2).clamp(0, 1), self._grounds(ground)) * 2 - 1
            picture = torch.where((style == styles.index(SCENE))[:, None, None, None], whole, picture)
        said = text.abs().amax(1) > 0
        return picture * said[:, None, None, None]

    def ground(self, text: Tensor) -> Tensor:
        """[B, text_dim] → [B, 3, S, S] in [0, 1]: the place that a text tells of, with nothing in it."""
        scene = torch.full((len(text),), self.config.styles.index(SCENE), device=text.device)
        return self._grounds(self.weights(text, scene)[1])

    def _grounds(self, weights: Tensor) -> Tensor:
        """[B, ground_rank] → [B, 3, S, S] in [0, 1]."""
        pictures = (self.ground_mean + weights @ self.ground_basis).view(-1, 3, self.config.side, self.config.side)
        return ((pictures + 1) / 2).clamp(0, 1)

    def speaks_of_place(self, text: Tensor) -> Tensor:
        """[B, text_dim] → [B] whether a text tells of a place, or of a thing in one; one at a time, as all texts."""
        return torch.cat([self.place_odds(one) > 0 for one in text.split(1)])


def arranged(things: Tensor, counts: Sequence[int], above_frac: float = 0.5) -> Tensor:
    """Put so many small copies of each premultiplied thing [N, 4, S, S], 2 to 9 in all, beside one another, rows even.

    Returns [1, 4, S, S], of whose free height `above_frac` is above them.
    """
    side, count = things.shape[-1], sum(counts)
    rows = 3 if count > 6 else 2 if count > 2 else 1
    lengths = [count // rows + (row >= rows - count % rows) for row in range(rows)]
    small = side // max(lengths)
    copies = F.interpolate(things, (small, small), mode="area").split(1)
    left_over = [thing for thing, times in enumerate(counts) for _ in range(times)]
    out = torch.zeros_like(things[:1])
    for row, length in enumerate(lengths):
        top, left = int((side - rows * small) * above_frac) + row * small, (side - length * small) // 2
        here, left_over = left_over[:length], left_over[length:]
        runs = [copies[thing].repeat(1, 1, 1, here.count(thing)) for thing in dict.fromkeys(here)]
        out[:, :, top : top + small, left : left + length * small] = torch.cat(runs, 3)
    return out


def stood(things: Tensor, grounds: Tensor, *, high: bool = False) -> Tensor:
    """Stand premultiplied things [B, 4, S, S] in [0, 1], at three quarters of their size, before [B, 3, h, w].

    They stand at the bottom, in the middle, or are `high` up.
    """
    side, (rows, columns) = things.shape[-1], grounds.shape[2:]
    inner = side * 3 // 4
    small = F.interpolate(things, (inner, inner), mode="bilinear", antialias=True)
    margin = (columns - inner) // 2
    below = rows - inner - 1 if high else 1
    small = F.pad(small, (margin, columns - inner - margin, rows - inner - below, below))
    return before(small, grounds)


def before(things: Tensor, grounds: Tensor) -> Tensor:
    """Lay premultiplied things [B, 4, h, w] in [0, 1] over [B, 3, h, w], where they are: opaque [B, 4, h, w]."""
    return add_alpha(over(things, grounds))


class Block(nn.Module):
    """Two 3 x 3 convolutions around a scale and shift that the condition gives."""

    def __init__(self, width: int, cond: int) -> None:
        super().__init__()
        self.first_norm, self.second_norm = nn.GroupNorm(8, width), nn.GroupNorm(8, width, affine=False)
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        self.modulate = nn.Linear(cond, 2 * width)
        nn.init.zeros_(self.modulate.weight)
        nn.init.zeros_(self.modulate.bias)
        nn.init.zeros_(self.second.weight)

    def forward(self, x: Tensor, cond: Tensor) -> Tensor:
        """[B, width, h, w], [B, cond] → [B, width, h, w]."""
        scale, shift = self.modulate(cond)[:, :, None, None].chunk(2, 1)
        hidden = self.first(F.silu(self.first_norm(x)))
        hidden = torch.addcmul(shift, self.second_norm(hidden), 1 + scale)
        out: Tensor = x + self.second(F.silu(hidden))
        return out


class Attention(nn.Module):
    """Self-attention over the smallest grid."""

    def __init__(self, width: int, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.norm = nn.GroupNorm(8, width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, x: Tensor) -> Tensor:
        """[B, width, h, w] → [B, width, h, w]."""
        batch, width, high, wide = x.shape
        tokens = self.norm(x).flatten(2).transpose(1, 2)
        query, key, value = (
            part.unflatten(-1, (self.heads, -1)).transpose(1, 2) for part in self.qkv(tokens).chunk(3, -1)
        )
        mixed = F.scaled_dot_product_attention(query, key, value).transpose(1, 2).flatten(2)
        out: Tensor = x + self.out(mixed).transpose(1, 2).reshape(batch, width, high, wide)
        return out


def _waves(time: Tensor) -> Tensor:
    """[B] → [B, 64]: sines and cosines of the time at 32 frequencies."""
    frequencies = torch.exp(torch.linspace(0, math.log(1000), 32, device=time.device, dtype=time.dtype))
    angles = time[:, None] * frequencies
    return torch.cat([angles.sin(), angles.cos()], 1)


def levels(time: Tensor) -> tuple[Tensor, Tensor]:
    """Return (alpha, sigma) of the cosine schedule: cos and sin of time · π / 2; time 0 is the clean picture."""
    angle = time * (math.pi / 2)
    return angle.cos(), angle.sin()


def save(model: Denoiser, folder: Path) -> int:
    """Write config and weights, the sketch's matrices in 8 bits, all else in fp16; return the bytes written."""
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(asdict(model.config), indent=2) + "\n")
    tensors = {}
    for key, value in model.state_dict().items():
        value = value.detach().float().cpu().contiguous()
        if key.startswith("sketch.") and value.ndim == 2:
            scale = (value.abs().amax(1, keepdim=True) / 127).clamp(min=1e-6)
            tensors[key + SCALE], value = scale.half(), (value / scale.half().float()).round().clamp(-127, 127)
        tensors[key] = value.to(torch.int8 if key + SCALE in tensors else torch.float16)
    temporary = folder / "weights.tmp"
    save_file(tensors, temporary, metadata={"format": "pt"})
    temporary.chmod(0o644)
    temporary.replace(folder / "model.safetensors")
    return sum(path.stat().st_size for path in folder.iterdir())


def load(folder: Path = BUILT_IN, device: torch.device | str = "cpu") -> Denoiser:
    """Return the denoiser saved in `folder`, in float32, without gradient for its weights."""
    from safetensors.torch import load_file

    given: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8"))
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    config = DenoiserConfig(**values)
    with built_alone():
        model = Denoiser(config)
    saved = {key: value.float() for key, value in load_file(folder / "model.safetensors").items()}
    weights = {key: value * saved.get(key + SCALE, 1.0) for key, value in saved.items() if not key.endswith(SCALE)}
    model.load_state_dict(weights)
    return model.to(device).eval().requires_grad_(False)
