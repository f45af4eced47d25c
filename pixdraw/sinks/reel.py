"""The frames of a film, collected during the run."""

from __future__ import annotations

import math
import tempfile
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor

from pixdraw.errors import FileError
from pixdraw.events import Event, Finished, Started
from pixdraw.imaging.files import to_uint8
from pixdraw.sinks.base import SessionView
from pixdraw.sinks.mp4 import MOST_FPS, SECONDS, Pixels

MAX_FRAMES = SECONDS * MOST_FPS
"""Longer runs are shown in every k-th step. Differs from pixray, whose films grow with the run."""
MEMORY_BYTES = 2**26
"""Frames beyond this go to an unnamed temporary file of the system, and into no checkpoint."""


class Frames:
    """Pictures of all items, compressed, in memory up to a limit and then on disk.

    `every` is the number of steps between frames; 0: the smallest interval that gives at most MAX_FRAMES frames.
    """

    def __init__(self, every: int = 0) -> None:
        self._every = every
        self._file = tempfile.SpooledTemporaryFile(MEMORY_BYTES)  # noqa: SIM115
        self._steps: list[int] = []
        self._places: list[list[tuple[int, int]]] = []
        self._shape: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self._places)

    def see(self, event: Event, session: SessionView) -> None:
        """Keep the pictures of this step if a frame is due; those of the last step always."""
        if isinstance(event, Started):
            self._drop_early(event.total)
        if isinstance(event, Finished) or event.step % self._period(event.total) == 0:
            self.add(session.images(), event.step)

    def add(self, images: Tensor, step: int) -> None:
        """Store images [B, C, H, W] as the frame of a step, replacing an earlier one of the same step."""
        batch = to_uint8(images).permute(0, 2, 3, 1).contiguous().to("cpu")
        if self._places and (tuple(batch.shape[1:]) != self._shape or len(batch) != len(self._places[0])):
            raise FileError("the film in the checkpoint is of other pictures; draw again")
        if self._steps[-1:] == [step]:
            self._drop_last()
        self._shape = tuple(batch.shape[1:])
        try:
            self._file.seek(0, 2)
            places = [self._append(zlib.compress(item.numpy().tobytes(), 1)) for item in batch]
        except OSError as error:
            raise FileError(
                f"the film's frames do not fit a temporary folder ({error.strerror or error}); set TMPDIR to one with "
                "room, or make no film"
            ) from error
        self._places.append(places)
        self._steps.append(step)

    def of(self, item: int, stride: int = 1) -> Iterator[Pixels]:
        """Yield every stride-th frame [H, W, C] of one item, and always the last."""
        last, size = len(self._places) - 1, math.prod(self._shape)
        for number, places in enumerate(self._places):
            if number % stride == 0 or number == last:
                start, length = places[item]
                self._file.seek(start)
                data = zlib.decompressobj().decompress(self._file.read(length), size)
                yield np.frombuffer(data, np.uint8).reshape(self._shape)

    def state(self) -> dict[str, Any] | None:
        """Return all frames for a checkpoint, or None if they are too large for one."""
        self._file.seek(0, 2)
        if self._file.tell() > MEMORY_BYTES:
            return None
        self._file.seek(0)
        data = torch.frombuffer(bytearray(self._file.read() or b"\0"), dtype=torch.uint8)
        places = torch.tensor(self._places, dtype=torch.long).view(len(self), -1, 2)
        return {"data": data, "steps": list(self._steps), "places": places, "shape": list(self._shape)}

    def load(self, state: dict[str, Any], total: int) -> None:
        """Restore the frames from a checkpoint of a run of `total` steps.

        Raises FileError if the state is damaged. The extra frame that an early end adds is dropped.
        """
        try:
            data, places = state["data"].numpy().tobytes(), state["places"]
            steps, shape = [int(step) for step in state["steps"]], tuple(int(side) for side in state["shape"])
            whole = bool(places.shape[2] == 2 and (places >= 0).all() and (places.sum(2) <= len(data)).all())
            if not whole or len(places) != len(steps) or len(shape) != 3:
                raise ValueError("parts do not fit")
            self._file.seek(0)
            self._file.write(data)
            self._steps, self._shape = steps, shape
            self._places = [[(start, length) for start, length in frame] for frame in places.tolist()]
            for _ in self.of(0):
                pass
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, RuntimeError, zlib.error) as error:
            raise FileError("the film in the checkpoint is damaged; draw again") from error
        self._drop_early(total)

    def _drop_early(self, total: int) -> None:
        """Drop the extra frame that an early end added: an unbroken run has none."""
        if self._steps and self._steps[-1] % self._period(total):
            self._drop_last()

    def _period(self, total: int) -> int:
        return self._every or max(1, math.ceil(total / (MAX_FRAMES - 1)))

    def _append(self, data: bytes) -> tuple[int, int]:
        start = self._file.tell()
        self._file.write(data)
        return start, len(data)

    def _drop_last(self) -> None:
        self._places.pop()
        self._steps.pop()
