"""Names → plug-ins, imported only when used.

Built-in plug-ins are found by file name, those of other packages by entry point (`pixdraw.drawers`, `pixdraw.losses`,
`pixdraw.filters`, `pixdraw.perceptors`), those of a notebook by `add`. Listing imports none of them, so a broken one
never hides the others.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import os
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

from pydantic import BaseModel

from pixdraw import plugin_files
from pixdraw.errors import PixdrawError, PluginError, suggestion
from pixdraw.fields import Tables
from pixdraw.plugin_files import found_by


@dataclass(frozen=True)
class Registry:
    """One kind of plug-in. `package` holds the built-in ones, `group` names the entry points of the others."""

    kind: str
    group: str
    package: str | None = None
    needs: dict[str, str] = field(default_factory=dict)
    """Name → what to install, for plug-ins we know of and do not ship."""
    added: dict[str, ModuleType] = field(default_factory=dict)
    """Name → plug-in made on the spot, for as long as the process lasts."""

    def add(self, name: str, plugin: ModuleType) -> None:
        """Make a plug-in known by name; raises PluginError if the name is a file's or another package's."""
        if name in self.modules() and name not in self.added:
            raise PluginError(f"{self.kind} {name!r} exists already; choose another name, such as my_{name}")
        self.added[name] = plugin

    def modules(self) -> dict[str, str]:
        """Return name → module path of every plug-in, built-in ones first; imports nothing."""
        found = dict(found_by(_files, self.package)) if self.package else {}
        for point in found_by(_points, self.group):
            found.setdefault(point.name, point.value.partition(":")[0])
        return {**found, **{name: plugin.__name__ for name, plugin in self.added.items()}}

    def names(self) -> list[str]:
        """Return every known name, sorted."""
        return sorted(self.modules())

    def resolve(self, name: str) -> str:
        """Return the current name behind `name`, or raise PluginError with the nearest one."""
        modules = self.modules()
        if name in modules:
            return name
        aliases = self.aliases()
        if name in aliases:
            return aliases[name]
        if name in self.needs:
            raise PluginError(f"{self.kind} {name!r} is known but not installed: {self.needs[name]}")
        raise PluginError(
            f"{self.kind} {name!r} does not exist{suggestion(name, [*modules, *aliases])}; "
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
        except Exception as error:  # another package's code may raise anything; the other plug-ins are kept
            what = " ".join(str(error).split()) or type(error).__name__
            raise PluginError(f"{self.kind} {name!r} cannot be imported from {path}: {what}") from error
        for part in ("Config", "build"):
            if not hasattr(module, part):
                raise PluginError(f"{self.kind} {name!r}: {path} has no `{part}`; a plug-in exports Config and build")
        if not _is_model(module.Config):
            raise PluginError(f"{self.kind} {name!r}: {path}.Config is not a pydantic model; derive it from BaseModel")
        return module

    def build(self, name: str, *given: object) -> Any:  # Any: what plug-ins of this kind make
        """Call the plug-in's `build`; PluginError says what another package's raised, and where."""
        module, name = self.load(name), self.resolve(name)
        try:
            return module.build(*given)
        except PixdrawError:
            raise
        except Exception as error:
            if name in self.added or self.is_built_in(name):
                raise  # a notebook's author, and ours, want to see all of it
            what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")
            raise PluginError(f"{self.kind} {name!r} cannot be built: {what} ({_place(error, module)})") from error

    def config(self, name: str) -> type[BaseModel]:
        """Return the plug-in's `Config`, without importing torch where its file allows that."""
        name = self.resolve(name)
        return self._read(name, self.modules()[name])["Config"]  # type: ignore[no-any-return]

    def tables(self, name: str) -> Tables:
        """Return the tables declared in the plug-in's file (see `fields.Tables`).

        Raises PluginError if one has the wrong type.
        """
        name = self.resolve(name)
        return self._tables(name, self._read(name, self.modules()[name]))

    def _tables(self, name: str, read: Mapping[str, Any]) -> Tables:
        found = {key.lower(): table for key, table in read.items() if key != "Config"}
        kinds = {"presets": tuple, "aliases": tuple, "keeps_palette": tuple}
        for key, table in found.items():
            if not isinstance(table, kinds.get(key, Mapping)):
                raise PluginError(
                    f"{self.kind} {name!r}: {key.upper()} is a {type(table).__name__}; see pixdraw.fields"
                )
        return Tables(**found)

    def known(self) -> Iterator[tuple[str, type[BaseModel], Tables]]:
        """Yield name, `Config` and tables of every plug-in that can be read; a broken one says so when it is chosen."""
        for name, path in sorted(self.modules().items()):
            try:
                read = self._read(name, path)
                yield name, read["Config"], self._tables(name, read)
            except PluginError:
                continue

    def aliases(self) -> dict[str, str]:
        """Return alias → name, of what the plug-ins' files say."""
        return {alias: name for name, _, tables in self.known() for alias in tables.aliases}

    def default(self) -> str:
        """Return the plug-in that is taken where none is named: what the built-in ones' package says."""
        return str(importlib.import_module(str(self.package)).DEFAULT)

    def is_built_in(self, name: str) -> bool:
        """Return whether a plug-in comes with pixdraw."""
        return self.modules().get(name) == f"{self.package}.{name}"

    def _read(self, name: str, path: str) -> dict[str, Any]:
        """Return the plug-in's `Config` and tables: of its file, or of its module where the file does not do."""
        module = self.added.get(name)
        if module is None:
            found = plugin_files.read(path)
            if found is not None and _is_model(found.get("Config")):
                return found
            module = self.load(name)
        return {key: getattr(module, key) for key in plugin_files.WANTED if hasattr(module, key)}


DRAWERS = Registry("drawer", "pixdraw.drawers", "drawers")
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
    return tuple(sorted(_all_points(_states(sys.path)).select(group=group)))


@functools.lru_cache(maxsize=2)
def _all_points(folders: tuple[tuple[str, int], ...]) -> Any:  # Any: SelectableGroups before Python 3.12, EntryPoints
    """Read those of all groups for one state of the folders: a look into every installed package."""
    return entry_points()


def _files(package: str) -> tuple[tuple[str, str], ...]:
    """Return (name, module path) of a package's files, sorted; those of a file written meanwhile, too."""
    spec = importlib.util.find_spec(package)
    return _read_files(package, _states((spec.submodule_search_locations or ()) if spec else ()))


@functools.lru_cache(maxsize=8)
def _read_files(package: str, folders: tuple[tuple[str, int], ...]) -> tuple[tuple[str, str], ...]:
    """List them for one state of the folders: settings are resolved by some twenty such lists."""
    names = [path.stem for folder, _ in folders for path in sorted(Path(folder).glob("*.py"))]
    return tuple((name, f"{package}.{name}") for name in names if not name.startswith("_"))


def _states(folders: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Return each folder with the time when a file in it last came or went; 0 for one that does not exist."""
    found = []
    for folder in folders:
        try:
            found.append((folder, os.stat(folder or ".").st_mtime_ns))  # noqa: PTH116 (a Path takes ten times as long)
        except OSError:
            found.append((folder, 0))
    return tuple(found)


def _is_model(config: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(config, type) and issubclass(config, BaseModel)
