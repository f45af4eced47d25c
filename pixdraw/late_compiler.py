"""Torch's compiler (`torch._dynamo`) takes two seconds to import, and nothing here compiles.

torchvision and timm import it for one or two functions, and torch's optimisers import it only to disable it for
themselves. Inside `without_compiler` they get stand-ins instead; whoever asks these for anything else gets the compiler
itself.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

COMPILER, UTILS = "torch._dynamo", "torch._dynamo.utils"
_KEPT = "__dynamo_disable"
"""Attribute in which torch keeps what `disable` returned for a function."""


@contextmanager
def without_compiler() -> Iterator[None]:
    """Let what is imported or built inside do without torch's compiler, unless that is imported already."""
    if COMPILER in sys.modules:
        yield
        return
    untouched: list[Any] = []

    def disable(function: Callable[..., Any] | None = None, *_: Any, **__: Any) -> Callable[..., Any]:
        if function is None:
            return disable  # to decorate with
        untouched.append(function)
        return function

    def is_compile_supported(device_type: str) -> bool:
        supported: bool = _real(UTILS).is_compile_supported(device_type)
        return supported

    _StandIn(COMPILER, disable=disable, graph_break=lambda *_, **__: None)
    _StandIn(UTILS, is_compile_supported=is_compile_supported)
    try:
        yield
    finally:
        _leave()
        for function in untouched:  # the compiler, imported later, is to disable itself there
            vars(function).pop(_KEPT, None)


class _StandIn(ModuleType):
    """A module that has a few functions, and everything else from the module it stands for."""

    def __init__(self, name: str, **functions: Callable[..., Any]) -> None:
        super().__init__(name)
        vars(self).update(functions)
        sys.modules.setdefault(name, self)  # another thread may be importing it

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and (self.__name__, name) != (COMPILER, "__path__"):
            raise AttributeError(name)  # `inspect` asks all modules for their files; a package's parts lie at its path
        return getattr(_real(self.__name__), name)


def _real(name: str) -> Any:
    """Import a module that a stand-in stands for."""
    _leave()
    return importlib.import_module(name)


def _leave() -> None:
    """Take the stand-ins out of the way."""
    for name in (COMPILER, UTILS):
        if isinstance(sys.modules.get(name), _StandIn):
            del sys.modules[name]
