"""Finds faults of a sprite: orphan pixels, jaggies, doubled outlines, banding, pillow shading.

The measures are those of the losses of the same names; here they are counted, judged and marked in the picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from pixdraw.imaging.cells import enlarge
from pixdraw.imaging.compositing import add_alpha, premultiply
from pixdraw.imaging.craft import MAPS, SEEN, Cells, pillow, shares
from pixdraw.tools.pictures import Pictures, as_batch
from pixdraw.tools.repair import LIKELY, repair

SCALE = 12
"""Pixels per cell in the marked picture."""
LEAST_CELL = 1.9
"""Pixels a cell from which a picture is taken for an enlarged one, where the grid is likely."""


@dataclass(frozen=True)
class Fault:
    """A kind of fault."""

    advice: str
    """What the fault is, and what to do about it."""
    colour: tuple[float, float, float]
    """Colour of its marks."""
    bearable: float
    """Share of the opaque cells, or value, up to which it is tolerated."""


FAULTS: Mapping[str, Fault] = {
    "orphans": Fault("single cells unlike all around them: join them to a cluster", (1.0, 0.0, 1.0), 0.02),
    "jaggies": Fault("lines that turn by a right angle: let them step diagonally", (0.0, 1.0, 1.0), 0.03),
    "doubled": Fault("dark outlines two cells thick: make them one", (1.0, 0.6, 0.0), 0.02),
    "banding": Fault("strips of one cell that get lighter side by side: break them up", (0.2, 0.6, 1.0), 0.02),
    "pillow": Fault("lighter from all edges to the middle: choose a side for the light", (1.0, 1.0, 0.0), 0.35),
}
"""Name → fault."""


@dataclass(frozen=True)
class Report:
    """The faults of B pictures."""

    image: Tensor
    """[B, 4, rows, columns] in [0, 1]: the cells, one pixel each."""
    colours: int
    """Number of different opaque colours of all pictures."""
    soft: int
    """Number of cells that are neither clear nor opaque."""
    enlarged: bool
    """Whether the pictures were enlarged, and were reduced to their cells first."""
    maps: Mapping[str, Tensor]
    """Fault → its strength in each cell, [B, rows, columns] in [0, 1]."""
    amounts: Mapping[str, Tensor]
    """Fault → [B]: share of the opaque cells that have it; for pillow shading its strength in [0, 1]."""

    def is_clean(self, item: int = 0) -> bool:
        """Return whether no fault of a picture exceeds what is tolerated."""
        return not any(self.has(fault, item) for fault in FAULTS)

    def has(self, fault: str, item: int = 0) -> bool:
        """Return whether a picture has more of a fault than is tolerated."""
        return float(self.amounts[fault][item]) > FAULTS[fault].bearable

    def marked(self) -> Tensor:
        """Return the cells enlarged, each fault framed in its colour: [B, 3, rows · SCALE, columns · SCALE]."""
        ground = 0.5 + 0.06 * ((torch.arange(self.image.shape[2])[:, None] + torch.arange(self.image.shape[3])) % 2)
        shown = self.image[:, :3] * self.image[:, 3:] + ground * (1 - self.image[:, 3:])
        large = enlarge(shown, SCALE)
        line = torch.zeros(SCALE, SCALE, dtype=torch.bool)
        for inset, (fault, kind) in enumerate(FAULTS.items()):
            frame = line.clone()
            frame[inset : SCALE - inset, inset : SCALE - inset] = True
            frame[inset + 1 : SCALE - inset - 1, inset + 1 : SCALE - inset - 1] = False
            seen = self._seen(fault)
            mask = enlarge(seen, SCALE) & frame.repeat(*seen.shape[1:])
            large = torch.where(mask[:, None], torch.tensor(kind.colour).view(1, 3, 1, 1), large)
        return large

    def lines(self, item: int = 0) -> list[str]:
        """Return the report as text, a line for each fault."""
        rows, columns = self.image.shape[2:]
        soft = f", {self.soft} half-transparent cells" if self.soft else ""
        out = [f"{columns}x{rows} cells{' (enlarged)' if self.enlarged else ''}, {self.colours} colours{soft}"]
        for fault, kind in FAULTS.items():
            amount = float(self.amounts[fault][item])
            count = int(self._seen(fault)[item].sum())
            found = f"{amount:.0%}" if fault == "pillow" else f"{count} cells, {amount:.1%}"
            out.append(f"{fault}: {found}; {kind.advice if self.has(fault, item) else 'fine'}")
        return out

    def _seen(self, fault: str) -> Tensor:
        seen = self.maps[fault] > SEEN
        if fault != "pillow":
            return seen
        return seen & torch.tensor([self.has(fault, item) for item in range(len(seen))])[:, None, None]


def inspect(pictures: Pictures) -> Report:
    """Find the faults of sprites, and where they are.

    `pictures` is a path, a Pillow image, an array [H, W, 3 or 4] or [B, H, W, 3 or 4], a tensor [B, 3 or 4, H, W], or a
    list of them of one size. Enlarged ones with a likely grid are first reduced to their cells. Raises SettingsError
    for other types or shapes, FileError for files that cannot be read.
    """
    batch = as_batch(pictures)
    found = repair(batch)
    enlarged = found.confidence >= LIKELY and min(found.cell) >= LEAST_CELL
    image = add_alpha(found.image if enlarged else batch)
    opaque = image[:, 3] >= 0.5
    levels = (image * 255).round().long()
    colours = levels[:, :3].movedim(1, -1)[opaque].unique(dim=0) if opaque.any() else levels[:0]
    cells = Cells(premultiply(image))
    maps = {name: measure(cells) for name, measure in MAPS.items()}
    amounts = shares(maps, cells)
    amounts["pillow"], maps["pillow"] = pillow(cells)
    soft = int(((levels[:, 3] > 0) & (levels[:, 3] < 255)).sum())
    return Report(image, len(colours), soft, enlarged, maps, amounts)
