"""Pages that mkdocs makes from the program itself: all settings, their old names, and the calls for programs."""

from __future__ import annotations

import inspect
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pixdraw
from pixdraw.fields import Tables
from pixdraw.registry import KINDS
from pixdraw.settings.catalog import every_setting
from pixdraw.settings.letters import LETTERS
from pixdraw.settings.presets import DEAD, REPLACED

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
    parts = ["# All settings\n", "Options of `pixdraw draw`, lines of YAML files and keywords of `pixdraw.draw`.\n"]
    for group, known in groupby(every_setting(), lambda one: one.group):
        parts.append(f"## {group}\n\n| setting | default | what it does |\n|---|---|---|")
        parts += [
            f"| `{one.name}` | {_cell(_default(one.field.default))} | {_cell(one.field.description or '')} |"
            for one in known
        ]
        parts.append("")
    return "\n".join(parts)


def former_names() -> str:
    """Return a page with tables of the names and letters that other programs and earlier versions had."""
    rows, left_out = {}, {}
    for old, said in said_now().items():
        (left_out if said.startswith("!") else rows)[old] = said.lstrip("!")
    head = [
        "# Old names",
        "",
        "All are understood: in Python, in YAML and on the command line, with `_` or `-`.",
        "",
    ]
    return "\n".join([
        *head, "| then | now |", "|---|---|", *(f"| `{old}` | {new} |" for old, new in sorted(rows.items())), "",
        "Left out, with a warning that says so:", "", "| then | why |", "|---|---|",
        *(f"| `{old}` | {_cell(why)} |" for old, why in sorted(left_out.items())), "",
        "Letters of old command lines:", "", "| then | now |", "|---|---|",
        *(f"| `-{letters}` | `{name}` |" for letters, name in sorted(LETTERS.items())), "",
    ])  # fmt: skip


def said_now() -> dict[str, str]:
    """Return old name, or name=value → what it is today; of what is left out `!` and why."""
    rows = {old: f"`{known.name}`" for known in every_setting() for old in known.facts.was}
    tables = [Tables(replaced=REPLACED, dead=DEAD), *(found for kind in KINDS.values() for _, _, found in kind.known())]
    for table in tables:
        rows.update({name: f"!{why}" for name, why in table.dead.items()})
        for (name, value), new in table.replaced.items():
            said = " ".join(f"`{setting}={text}`" for setting, text in new.items())
            rows[f"{name}={value}"] = said or "nothing: it is so by itself"
    for kind, registry in KINDS.items():
        for plugin, _, table in registry.known():
            for name, switch in table.switches.items():
                more = f" `{switch.ramp}=N`" if switch.ramp else ""
                weight = f"{switch.weight:g}" if switch.ramp else "N" if switch.weight == 1 else f"{switch.weight:g}N"
                rows[f"{name}=N"] = f"`{kind}={plugin}:{weight}`{more}"
    return rows


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
