"""Pages that mkdocs makes from the program itself: all settings, their old names, and the calls for programs."""

from __future__ import annotations

import inspect
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pixdraw
from pixdraw.settings.catalog import every_setting
from pixdraw.settings.presets import REPLACED

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    from mkdocs.structure.files import File

    for path, make in (("settings.md", settings), ("old-names.md", former_names), ("api.md", api)):
        files.append(File.generated(config, f"reference/{path}", content=make()))
    return files


def settings() -> str:
    """Return a page with a table of each group of settings."""
    parts = ["# Settings\n", "Options of `pixdraw draw`, lines of YAML files and keywords of `pixdraw.draw`.\n"]
    for group, known in groupby(every_setting(), lambda one: one.group):
        parts.append(f"## {group}\n\n| setting | default | what it does |\n|---|---|---|")
        parts += [
            f"| `{one.name}` | {_cell(_default(one.field.default))} | {_cell(one.field.description or '')} |"
            for one in known
        ]
        parts.append("")
    return "\n".join(parts)


def former_names() -> str:
    """Return a page with a table of the names that clipit, pixray and earlier versions had."""
    rows = {old: f"`{known.name}`" for known in every_setting() for old in known.facts.was}
    for (name, value), new in REPLACED.items():
        said = " ".join(f"`{setting}={text}`" for setting, text in new.items())
        rows[f"{name}={value}"] = said or "nothing: it is so by itself"
    head = ["# Old names", "", "All of them are still understood.", "", "| then | now |", "|---|---|"]
    return "\n".join([*head, *(f"| `{old}` | {new} |" for old, new in sorted(rows.items())), ""])


def api() -> str:
    """Return a page with what `import pixdraw` gives, from its docstrings."""
    names = [name for name in pixdraw.__all__ if inspect.getdoc(getattr(pixdraw, name))]
    homes = {name: getattr(pixdraw, name) for name in names}
    return "# API\n\n" + "\n".join(f"::: {value.__module__}.{name}\n" for name, value in homes.items())


def _default(value: Any) -> str:
    if value is None or repr(value) == "PydanticUndefined":
        return "by rule"
    return f"`{value}`" if not isinstance(value, tuple) else f"`{','.join(map(str, value))}`" if value else "none"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
