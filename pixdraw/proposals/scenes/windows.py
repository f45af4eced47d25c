"""What is seen through a window: the place or the sky behind it, and its frame."""

from __future__ import annotations

import re

import numpy as np
import torch
from torch import Tensor

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.scenes.asking import asked_of
from pixdraw.proposals.scenes.places import Outlook
from pixdraw.text.scene import Scene

_SEEN = re.compile(
    r"^(?P<frame>(?:[a-z'-]+ ){0,6}?(?:window|porthole|viewport))\b[ ,]*(?:that is |which is )?"
    r"(?:looking out|looking|overlooking|facing|showing|with an? view|view)(?: (?:at|on|onto|over|of|to|into))*"
    r" (?P<view>.+)$"
)
"""A window, and what is seen through it."""
_IN_SPACE = re.compile(r"\b(?:space|spaceship|starship|planets?|galaxy|nebula|asteroids?|moons?)\b")
_STEEL = re.compile(r"\b(?:space|spaceship|starship|submarine|ship|station|metal|porthole|sci-fi)\b")
PANE = 0.1
"""Share of the picture's shorter side that the frame takes at each edge."""


def view_in(scene: Scene) -> tuple[Outlook, bool] | None:
    """Return what is seen through the window that a prompt is of, and whether the frame is round and of steel; None for
    other prompts.
    """
    found = _SEEN.match(" ".join(scene.text.lower().split()))
    if found is None:
        return None
    view = found["view"].strip(" .")
    asked = asked_of(read(view))
    if asked is None and _IN_SPACE.search(f"{found['frame']} {view}"):
        asked = asked_of(read(f"space with {view}"))
    return None if asked is None else (asked.outlook, bool(_STEEL.search(found["frame"])))


def edge_of(rows: int, columns: int) -> int:
    """Return how many cells the frame takes at each edge."""
    return max(round(PANE * min(rows, columns)), 2)


def framed(picture: Tensor, *, is_round: bool) -> Tensor:
    """Return a view [1, 3, rows, columns] in [0, 1] behind a window: a rounded one in steel, or a
    wooden one with a cross.
    """
    rows, columns = picture.shape[-2:]
    down, across = np.mgrid[0:rows, 0:columns] + 0.5
    wide = edge_of(rows, columns)
    y, x = down - rows / 2, across - columns / 2
    if is_round:
        far = ((2 * abs(y) / rows) ** 5 + (2 * abs(x) / columns) ** 5) ** 0.2 * min(rows, columns) / 2
        inside = far - (min(rows, columns) / 2 - wide)
    else:
        inside = np.maximum(abs(y) - (rows / 2 - wide), abs(x) - (columns / 2 - wide))
        bar = max(wide // 4, 1)
        inside = np.where((abs(x) < bar) | (abs(y) < bar), 0.5 * wide, inside)
    ramp = ramp_of("iron" if is_round else "wood")
    level = np.where(inside > wide * 0.75, 1, np.where(y + x < 0, 3, 2))
    level = np.where((inside > 0) & (inside <= 1), 0, level)
    if is_round:
        rivets = [(fy * rows, fx * columns) for fy in (0.08, 0.92) for fx in (0.08, 0.92)]
        for row, column in rivets:
            level[int(row) : int(row) + 2, int(column) : int(column) + 2] = 4
    frame = torch.from_numpy(np.asarray(ramp, dtype=np.float32)[level]).permute(2, 0, 1)[None].to(picture)
    return torch.where(torch.from_numpy(inside > 0), frame, picture)
