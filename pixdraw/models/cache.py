"""Loaded models, kept so that each is read once for all drawings of a process and all frames of an animation."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar

import torch

from pixdraw.interfaces import Perceptor
from pixdraw.models import perceptors

Model = TypeVar("Model")


class ModelCache:
    """Loaded models: perceptors by name and device, others by the function that loads them and what it is given.

    Threads may share it: while one of them loads a model, the others wait.
    """

    def __init__(self) -> None:
        self._perceptors: dict[tuple[str, str], Perceptor] = {}
        self._others: dict[Hashable, Any] = {}  # Any: what each function returns
        self._used: set[Hashable] = set()
        self._lock = threading.RLock()  # loading a model may load another

    def get(self, name: str, device: torch.device | str) -> Perceptor:
        """Return the perceptor, loaded at the first call; raises as `perceptors.load` does."""
        key = (name, str(torch.device(device)))
        with self._lock:
            if key not in self._perceptors:
                self._perceptors[key] = perceptors.load(name, device=device)
            return self._perceptors[key]

    def loaded(self, load: Callable[..., Model], *given: Hashable) -> Model:
        """Return what `load(*given)` returned at the first call with the same values; a failure is not kept.

        Where one of them names a file or folder that has changed since, it is loaded again.
        """
        key = (load, *given)
        with self._lock:
            stamp = [_stamp(value) for value in given if isinstance(value, str | Path)]
            if key not in self._others or self._others[key][0] != stamp:
                self._others[key] = stamp, load(*given)
            self._used.add(key)
            model: Model = self._others[key][1]
        return model

    def keep_only(self, names: Collection[str]) -> None:
        """Drop all perceptors except `names`, and all other models that were not used since the last call.

        Called at the start of each drawing, so the models of the previous drawing are still cached. Memory is freed
        when no session references a model.
        """
        with self._lock:
            self._perceptors = {key: kept for key, kept in self._perceptors.items() if key[0] in names}
            self._others = {key: kept for key, kept in self._others.items() if key in self._used}
            self._used = set()

    def clear(self) -> None:
        """Forget all models."""
        with self._lock:
            self._perceptors, self._others, self._used = {}, {}, set()


def _stamp(name: str | Path) -> list[tuple[str, int, int]]:
    """Return the path, time and size of each file behind a name, by which a change is noticed."""
    path = Path(name).expanduser()
    files = sorted(path.rglob("*")) if path.is_dir() else [path] if path.is_file() else []
    return [(str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files]


@functools.cache
def shared_cache() -> ModelCache:
    """Return the cache of this process: `draw` and the calls of notebooks use it unless they are given another."""
    return ModelCache()


_CURRENT: ContextVar[ModelCache | None] = ContextVar("models", default=None)
"""The cache of the drawing that this thread builds."""


@contextmanager
def using_models(cache: ModelCache) -> Iterator[None]:
    """Take the models that `loaded` is asked for in this block from `cache`, and leave them in it."""
    token = _CURRENT.set(cache)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def perceptor_among(given: Mapping[str, Perceptor], name: str, device: torch.device | str) -> Perceptor:
    """Return the perceptor of a name: the one that is `given`, or else loaded as `loaded` does."""
    return given[name] if name in given else loaded(perceptors.load, name, device)


def loaded(load: Callable[..., Model], *given: Hashable) -> Model:
    """Return `load(*given)`, from the cache of the drawing that is being built where it is there.

    Nothing may change a model that was loaded so, as other drawings use it at the same time.
    """
    cache = _CURRENT.get()
    return load(*given) if cache is None else cache.loaded(load, *given)
