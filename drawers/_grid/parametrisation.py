"""What the optimiser moves in a grid of cells: one interface for colours, choices among colours, and latents."""

from __future__ import annotations

from abc import ABC, abstractmethod

from torch import Tensor, nn

from pixdraw.interfaces import ParamGroup


class Parametrisation(nn.Module, ABC):
    """Parameters, and the cells [B, C, rows, columns] that they stand for; C is 3, or 4 with alpha."""

    @abstractmethod
    def mixed(self) -> Tensor:
        """Return the cells, differentiable; those without a palette may lie outside [0, 1]."""

    def chosen(self) -> Tensor:
        """Return the cells as they are kept."""
        return self.mixed()

    @abstractmethod
    def assign(self, cells: Tensor, /) -> None:
        """Make the parameters stand for these cells, as nearly as they can."""

    @abstractmethod
    def project(self) -> None:
        """Keep the parameters in their range."""

    @abstractmethod
    def groups(self, lr: float) -> list[ParamGroup]:
        """Return the parameters with their learning rates; `lr` is that of colours, where 1 is from black to white."""

    def colours(self) -> Tensor | None:
        """Return the colours [B, P, 3] that the cells are mixed of, if these are all that they can have."""
        return None

    def advance(self, step: int) -> None:
        """Go to a step of the run."""
