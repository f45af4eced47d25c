"""Names → plug-ins, imported only when used.

Built-in plug-ins are found by file name, those of other packages by entry point (`pixdraw.drawers`, `pixdraw.losses`,
`pixdraw.filters`, `pixdraw.perceptors`), those of a notebook by `add`. Listing imports none of them, so a broken one
never hides the others.
"""

from __future__ import annotations

import ast
import functools
import importlib
import importlib.util
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

from pydantic import BaseModel

from pixdraw.errors import PixdrawError, PluginError, suggestion


@dataclass(frozen=True)
class Registry:
    """One kind of plug-in. `package` holds the built-in ones, `group` names the entry points of the others."""

    kind: str
    group: str
    package: str | None = None
    aliases: dict[str, str] = field(default_factory=dict)
    needs: dict[str, str] = field(default_factory=dict)
    """Name → what to install, for plug-ins we know of and do not ship."""
    added: dict[str, ModuleType] = field(default_factory=dict)
    """Name → plug-in made on the spot, for as long as the process lasts."""

    def add(self, name: str, plugin: ModuleType) -> None:
        """Make a plug-in known by name; PluginError where the name is a file's or another package's."""
        if name in self.modules() and name not in self.added:
            raise PluginError(f"{self.kind} {name!r} exists already; choose another name, such as my_{name}")
        self.added[name] = plugin

    def modules(self) -> dict[str, str]:
        """Return name → module path of every plug-in, built-in ones first; imports nothing."""
        found = dict(_files(self.package)) if self.package else {}
        for point in _points(self.group):
            found.setdefault(point.name, point.value.partition(":")[0])
        return {**found, **{name: plugin.__name__ for name, plugin in self.added.items()}}

    def names(self) -> list[str]:
        """Return every known name, sorted."""
        return sorted(self.modules())

    def resolve(self, name: str) -> str:
        """Return the current name behind `name`, or raise PluginError with the nearest one."""
        name = self.aliases.get(name, name)
        modules = self.modules()
        if name in modules:
            return name
        if name in self.needs:
            raise PluginError(f"{self.kind} {name!r} is known but not installed: {self.needs[name]}")
        raise PluginError(
            f"{self.kind} {name!r} does not exist{suggestion(name, [*modules, *self.aliases])}; "
            f"there are: {', '.join(sorted(modules))}"
        )

    def load(self, name: str) -> ModuleType:
        """Import the plug-in's module; PluginError says which package is missing or what broke."""
        name = self.resolve(name)
        if name in self.added:
            return self.added[name]
        path = self.modules()[name]
        try:
            module = importlib.import_module(path)
        except Exception as error:  # another package's code may raise anything; the other plug-ins go on
            what = " ".join(str(error).split()) or type(error).__name__
            raise PluginError(f"{self.kind} {name!r} cannot be imported from {path}: {what}") from error
        for part in ("Config", "build"):
            if not hasattr(module, part):
                raise PluginError(f"{self.kind} {name!r}: {path} has no `{part}`; a plug-in exports Config and build")
        if not _is_model(module.Config):
            raise PluginError(f"{self.kind} {name!r}: {path}.Config is no pydantic model; derive it from BaseModel")
        return module

    def build(self, name: str, *given: object) -> Any:  # Any: what plug-ins of this kind make
        """Call the plug-in's `build`; PluginError says what another package's raised, and where."""
        module, name = self.load(name), self.resolve(name)
        try:
            return module.build(*given)
        except PixdrawError:
            raise
        except Exception as error:
            if name in self.added or module.__name__ == f"{self.package}.{name}":
                raise  # a notebook's author, and ours, want to see all of it
            what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
            raise PluginError(f"{self.kind} {name!r} cannot be built: {what} ({_place(error, module)})") from error

    def config(self, name: str) -> type[BaseModel]:
        """Return the plug-in's `Config`, without importing torch where its file allows that."""
        name = self.resolve(name)
        if name in self.added:
            return self.added[name].Config  # type: ignore[no-any-return]
        path = self.modules()[name]
        config = _slice_config(path)
        return config if config is not None else self.load(name).Config  # type: ignore[no-any-return]


DRAWERS = Registry(
    "drawer",
    "pixdraw.drawers",
    "drawers",
    aliases={
        "pixeldraw": "pixel",
        "fast_pixel": "pixel",
        "linedraw": "line_sketch",
        "linesketch": "line_sketch",
        "clip_draw": "clipdraw",
        "vdiff": "diffusion",
    },
)
LOSSES = Registry("loss", "pixdraw.losses", "pixdraw.losses")
FILTERS = Registry("filter", "pixdraw.filters", "pixdraw.filters")
PERCEPTORS = Registry("perceptor", "pixdraw.perceptors")
KINDS = {"drawer": DRAWERS, "losses": LOSSES, "filters": FILTERS}


def _place(error: Exception, module: ModuleType) -> str:
    """Return "FILE:LINE" of the plug-in where the error came from; of the last call where none was its own."""
    calls = traceback.extract_tb(error.__traceback__)
    call = next((call for call in reversed(calls) if call.filename == module.__file__), calls[-1])
    return f"{call.filename}:{call.lineno}"


def _points(group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group, sorted; those of a package installed meanwhile, too."""
    folders = [Path(place or ".") for place in sys.path]
    return _read_points(group, tuple((str(f), f.stat().st_mtime_ns if f.exists() else 0) for f in folders))


@functools.lru_cache(maxsize=8)
def _read_points(group: str, folders: tuple[tuple[str, int], ...]) -> tuple[EntryPoint, ...]:
    """Read them for one state of the folders: a look into every installed package, which the help wants fifty times."""
    return tuple(sorted(entry_points(group=group)))


def _files(package: str) -> Iterator[tuple[str, str]]:
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in sorted(Path(folder).glob("*.py")):
            if not path.stem.startswith("_"):
                yield path.stem, f"{package}.{path.stem}"


def _slice_config(path: str) -> type[BaseModel] | None:
    """Execute only the statements of a plug-in's file that its `Config` needs, and return it.

    Help and validation want a plug-in's settings, not torch, whose import takes longer than everything else together.
    Returns None where the file is no plain source, has no `Config`, or its `Config` needs what cannot be sliced.
    """
    try:
        spec = importlib.util.find_spec(path)  # imports the packages around it
        if spec is None or not spec.origin or not spec.origin.endswith(".py"):
            return None
        tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    except Exception:
        return None  # loading it says what is wrong
    makers = {name: node for node in tree.body for name in _defines(node)}
    if "Config" not in makers:
        return None
    wanted, queue = set[ast.stmt](), [makers["Config"]]
    while queue:
        node = queue.pop()
        if node not in wanted:
            wanted.add(node)
            names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
            queue += [makers[name] for name in names if name in makers]
    future = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    body = [node for node in tree.body if node in wanted or node in future]
    space: dict[str, object] = {"__name__": path, "__file__": spec.origin}
    try:
        exec(compile(ast.Module(body, []), spec.origin, "exec"), space)
    except Exception:
        return None  # the whole module, or its own error, decides
    config = space["Config"]
    if not _is_model(config):
        return None
    config.model_rebuild(_types_namespace=space)
    return config


def _is_model(config: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(config, type) and issubclass(config, BaseModel)


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
