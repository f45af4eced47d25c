"""What a plug-in's file says of it, read without importing the file.

Help and validation want a plug-in's settings and tables, not torch, whose import takes longer than everything else
together: only the statements that these need are executed.
"""

from __future__ import annotations

import ast
import functools
import importlib.util
import sys
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar

Found = TypeVar("Found")

WANTED = ("Config", "PRESETS", "ALIASES", "REPLACED", "SWITCHES", "DEAD", "KEEPS_PALETTE")
"""What of a file is read so: the settings of the plug-in, and the tables of `Tables`."""

_LOOK: ContextVar[dict[Hashable, Any] | None] = ContextVar("look", default=None)
"""What was found at the one look that is going on, if any."""


@contextmanager
def one_look() -> Iterator[None]:
    """Look at folders and files of plug-ins only once inside: to resolve settings asks for them a hundred times."""
    token = _LOOK.set({} if _LOOK.get() is None else _LOOK.get())
    try:
        yield
    finally:
        _LOOK.reset(token)


def found_by(look: Callable[..., Found], *given: Hashable) -> Found:
    """Return what `look(*given)` finds; inside `one_look`, what it found at first."""
    seen = _LOOK.get()
    if seen is None:
        return look(*given)
    key = (look, *given)
    if key not in seen:
        seen[key] = look(*given)
    found: Found = seen[key]
    return found


def read(path: str) -> dict[str, Any] | None:
    """Return those of WANTED that the module `path` defines; None if it cannot be read so."""
    return found_by(_read_now, path)


def _read_now(path: str) -> dict[str, Any] | None:
    file = _source(path, tuple(sys.path)) or _source.__wrapped__(path, ())  # it may have been installed meanwhile
    if file is None:
        return None
    try:
        state = Path(file).stat()
    except OSError:
        return None
    return _read(path, file, (state.st_mtime_ns, state.st_size))


@functools.lru_cache(maxsize=256)
def _source(path: str, folders: tuple[str, ...]) -> str | None:
    """Return the file of the module `path`, while these are the folders of modules; None if it is no source."""
    try:
        spec = importlib.util.find_spec(path)  # imports the packages around it
    except Exception:
        return None  # loading it says what is wrong
    return spec.origin if spec is not None and spec.origin and spec.origin.endswith(".py") else None


@functools.lru_cache(maxsize=256)
def _read(path: str, file: str, state: tuple[int, int]) -> dict[str, Any] | None:
    """Read one state of a file."""
    try:
        tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    except (SyntaxError, ValueError, OSError):
        return None
    makers = {name: node for node in tree.body for name in _defines(node)}
    wanted, queue = set[ast.stmt](), [makers[name] for name in WANTED if name in makers]
    while queue:
        node = queue.pop()
        if node not in wanted:
            wanted.add(node)
            names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
            queue += [makers[name] for name in names if name in makers]
    future = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    body = [node for node in tree.body if node in wanted or node in future]
    space: dict[str, Any] = {"__name__": path, "__file__": file}
    try:
        exec(compile(ast.Module(body, []), file, "exec"), space)
        found = {name: space[name] for name in WANTED if name in space}
        if hasattr(found.get("Config"), "model_rebuild"):
            found["Config"].model_rebuild(_types_namespace=space)
    except Exception:
        return None  # the whole module, or its own error, decides
    return found


def _defines(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [part.id for target in node.targets for part in ast.walk(target) if isinstance(part, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    return []
