"""All settings: the common ones, and those of every plug-in that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pixdraw.fields import Facts, facts_of
from pixdraw.registry import KINDS, Registry
from pixdraw.settings.common import THEMES, Settings


@dataclass(frozen=True)
class Known:
    """A setting and its owner."""

    name: str
    model: type[BaseModel]
    group: str
    """Its group in help: a theme, or a plug-in such as `drawer pixel`."""
    registry: Registry | None = None
    """Kind of the plug-in; None for a common setting."""
    plugin: str = ""

    @property
    def field(self) -> FieldInfo:
        """Its type, default and help."""
        return self.model.model_fields[self.name]

    @property
    def facts(self) -> Facts:
        """Its `Facts`, as declared with `fields.setting`; the defaults for a plain pydantic field."""
        return facts_of(self.field) or Facts()

    @property
    def owner(self) -> str:
        """Its plug-in, such as `drawer pixel`; empty for a common setting."""
        return f"{self.registry.kind} {self.plugin}" if self.registry else ""

    @property
    def is_built_in(self) -> bool:
        """Whether it comes with pixdraw."""
        return self.registry is None or self.registry.is_built_in(self.plugin)


def every_setting() -> Iterator[Known]:
    """Yield all settings in the order of help; several plug-ins may have a setting of the same name."""
    themed = {name for theme in THEMES for name in theme.model_fields}
    for name in Settings.model_fields:
        if name not in themed:
            yield Known(name, Settings, "what is drawn")
    for theme in THEMES:
        for name in theme.model_fields:
            yield Known(name, Settings, theme.__name__.lower())
    for registry in KINDS.values():
        for plugin, config, _ in registry.known():
            for name in config.model_fields:
                yield Known(name, config, f"{registry.kind} {plugin}", registry, plugin)


def find(name: str) -> list[Known]:
    """Return all settings with this name; several plug-ins may each have one."""
    return [known for known in every_setting() if known.name == name]


def known_names() -> dict[str, str]:
    """Return every setting's name → its owner: "" for common ones, else such as "drawer pixel"."""
    names: dict[str, str] = {}
    for known in every_setting():
        names.setdefault(known.name, known.owner)
    return names
