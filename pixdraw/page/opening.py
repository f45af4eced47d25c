"""A picture that a visitor drops: into the gallery as a picture of our own making, its settings read, not yet used."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pixdraw.errors import FileError, PixdrawError
from pixdraw.hosting.allowed import REFUSED
from pixdraw.hosting.limits import Limits
from pixdraw.hosting.pictures import accept_picture
from pixdraw.page.asking import as_lines, asked
from pixdraw.page.fields import may_be_set, shown_fields
from pixdraw.page.visits import Picture, Visit, Work
from pixdraw.settings.legacy import translate
from pixdraw.settings.record import Record
from pixdraw.settings.trust import outside, without_places
from pixdraw.sinks.metadata import read_record


@dataclass(frozen=True)
class Opened:
    """What the settings of a picture are, before they are used."""

    form: Mapping[str, Any] = field(default_factory=dict)
    """Setting → what its field would hold."""
    further: str = ""
    """The others, as `name: value` lines."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Setting → why it is not taken from a file."""
    version: str = ""
    """Of pixdraw, that drew it."""
    trouble: str = ""
    """Why none of them can be used."""

    @property
    def is_usable(self) -> bool:
        """Whether there is anything to use."""
        return bool(self.form) and not self.trouble


def open_picture(visit: Visit, given: Path, inbox: Path) -> Opened:
    """Put a picture that was sent into the gallery, and return what its settings are.

    It passes the checks of a hosted request's pictures and is written anew. Nothing of its settings is used: they are
    somebody else's words. Raises FileError.
    """
    folder = visit.new_folder()
    path = accept_picture(given, inbox, folder / "opened.png")
    visit.add(Work(folder, (Picture(path, f"opened: {given.name[:60]}", {"png": path}),)))
    with suppress(FileError):  # of another program
        return restored(read_record(given))
    return Opened()


def restored(record: Record) -> Opened:
    """Return what a visitor may take over of a file's settings, and why not the rest."""
    try:
        told = without_places(translate(record.given))
    except PixdrawError as error:
        return Opened(version=record.version, trouble=str(error))
    reaching = outside(told)
    left_out = dict.fromkeys(reaching, "it names what does not come with pixdraw")
    left_out |= {name: REFUSED.get(name, "no setting of this page") for name in told if not may_be_set(name)}
    values = {name: value for name, value in told.items() if name not in left_out and value is not None}
    if values.get("time_limit_s") == Limits().time_s:
        del values["time_limit_s"]  # what every drawing of a page has
    fields = {one.name: one for one in shown_fields()}
    form = {name: _as_field(name, value) for name, value in values.items() if name in fields}
    further = as_lines({name: value for name, value in values.items() if name not in fields})
    trouble = ""
    try:
        asked(form, further)
    except PixdrawError as error:
        trouble = str(error)
    return Opened(form, further, left_out, record.version, trouble)


def _as_field(name: str, value: Any) -> Any:
    """Return a setting's value as its field on the page holds it."""
    shown = next(one for one in shown_fields() if one.name == name)
    if isinstance(value, list | tuple):
        if shown.several:
            return [str(part) for part in value]
        if name in ("prompts", "seed"):
            return str(value[0]) if value else ""
        return ("x" if shown.known.owner else ",").join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
