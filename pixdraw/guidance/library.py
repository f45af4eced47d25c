"""A folder of pictures, searched: by a perceptor, by the names of its folders, and by rules of what is of use.

Pictures that cannot be read, are too small, blank or nearly the same as a better one are skipped, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from pixdraw.errors import FileError, PixdrawError, SettingsError
from pixdraw.guidance.files import pictures_below
from pixdraw.guidance.remembered import Memory
from pixdraw.guidance.rows import embed_file
from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.interfaces import Perceptor
from pixdraw.text.prompts import Prompt

LEAST_SIDE = 16
"""Smallest shorter side of a picture that is used, in pixels."""
BLANK = 0.01
"""Standard deviation of the colours below which nothing is to be seen."""
SAME = 0.985
"""Cosine from which on two pictures show the same."""
ASPECT = 0.02
"""Penalty in cosine units per factor of 2 between a picture's aspect ratio and the wanted one."""


@dataclass(frozen=True)
class Found:
    """A picture of the library."""

    path: Path
    folder: str
    """Words of its folders, empty at the top."""
    score: float
    """Cosine similarity to the weighted mean of the prompts, plus the bonus for its folder name, minus penalties."""
    named: bool
    """Whether a prompt names its folder."""


@dataclass(frozen=True)
class Library:
    """Pictures by their scores, the best first, and those skipped with the reason, each in one line."""

    found: tuple[Found, ...]
    left_out: tuple[str, ...]


@torch.no_grad()
def search(
    library: str | Path,
    prompts: Sequence[Prompt],
    perceptor: Perceptor,
    *,
    names: float = 0.2,
    aspect: float | None = None,
    device: torch.device | str = "cpu",
) -> Library:
    """Return the pictures below the folder `library`, those nearest to the prompts first.

    A picture whose folder, or a folder above it, is named in a prompt that pulls gets `names` times the prompt's weight
    on top of its cosine. `aspect` is the wanted width over height. Raises FileError if there is no usable picture.
    """
    root = Path(library).expanduser()
    paths = pictures_below(str(library), "library")
    place = torch.device(device)
    wanted, memory = _wanted(perceptor, prompts, place), Memory(perceptor, place)
    left_out: list[str] = []
    scored: list[tuple[Found, Tensor]] = []
    for path in paths:
        image, reason = _usable(path)
        if image is None:
            left_out.append(f"{path.relative_to(root)}: {reason}")
            continue
        embed = embed_file(perceptor, str(path), memory, place)
        folder = _words(" ".join(path.relative_to(root).parent.parts))
        bonus = _named(path.relative_to(root).parent, prompts)
        off = abs(torch.tensor(image.shape[3] / image.shape[2] / aspect).log2().item()) if aspect else 0.0
        score = float(embed @ wanted) + names * bonus - ASPECT * off
        scored.append((Found(path, folder, score, bonus > 0), embed))
    scored.sort(key=lambda one: (-one[0].score, str(one[0].path)))
    kept: list[tuple[Found, Tensor]] = []
    for one, embed in scored:
        twin = next((other for other, seen in kept if float(seen @ embed) > SAME), None)
        if twin is None:
            kept.append((one, embed))
        else:
            left_out.append(f"{one.path.relative_to(root)}: shows the same as {twin.path.relative_to(root)}")
    if not kept:
        raise FileError(f"library={library}: none of its {len(paths)} pictures is of use; the first: {left_out[0]}")
    return Library(tuple(one for one, _ in kept), tuple(left_out))


def _wanted(perceptor: Perceptor, prompts: Sequence[Prompt], device: torch.device | str) -> Tensor:
    """Return the mean direction [D] of the prompts by their weights."""
    if not any(prompt.weight > 0 for prompt in prompts):
        raise SettingsError("no prompt pulls: say what to draw, as in `pixdraw collage 'a harbour' --library FOLDER`")
    total = sum(abs(prompt.weight) for prompt in prompts)
    embeds = [perceptor.encode_text([prompt.text])[0].to(device) * prompt.weight / total for prompt in prompts]
    return torch.stack(embeds).sum(0)


def _usable(path: Path) -> tuple[Tensor | None, str]:
    """Return a picture [1, 3 or 4, H, W], or None and why it is of no use."""
    try:
        image = files.read(path)
    except PixdrawError as error:
        return None, str(error).removeprefix(f"{path}: ")
    if min(image.shape[2:]) < LEAST_SIDE:
        return None, f"{image.shape[3]}x{image.shape[2]} is too small; give at least {LEAST_SIDE} pixels a side"
    if float(on_white(image).flatten(2).std(2).max()) < BLANK:
        return None, "nothing is to be seen in it"
    return image, ""


def _named(folder: Path, prompts: Sequence[Prompt]) -> float:
    """Return the greatest weight of a prompt that names the folder or one above it, of several also one; 0: none."""
    words = [_words(part) for part in folder.parts]
    names = [f" {name} " for word in words for name in (word, word.removesuffix("s"))]
    wanted = [(f" {_words(prompt.text)} ", prompt.weight) for prompt in prompts]
    return max((weight for text, weight in wanted for name in names if name.strip() and name in text), default=0.0)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.replace("_", " ").casefold()))
