"""Starting without Python's garbage collector, which would look again and again at what is there to stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage inside, where modules are imported and models read; nor, later, among what was made there.

    To look at it takes a tenth of the start, and as long again at the end of the program. For programs alone: whatever
    refers to itself and was made inside is never freed.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
