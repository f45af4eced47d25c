"""What happens when something is pressed: values of the page to `page`'s functions, and what they give back to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from pixdraw.errors import PixdrawError
from pixdraw.hosting.limits import Limits
from pixdraw.hosting.messages import public
from pixdraw.hosting.requests import following
from pixdraw.page import asking, colours, shown, works
from pixdraw.page.brush import write_mask
from pixdraw.page.fields import belongs, other_settings, shown_fields, told
from pixdraw.page.layout import Parts
from pixdraw.page.opening import Opened, open_picture
from pixdraw.page.visits import Picture, Visit, Visits
from pixdraw.page.works import Easel, Look
from pixdraw.tools import vary

TO_STAGE = """() => {
  if (innerWidth < 800) document.querySelector("#stage").scrollIntoView({ behavior: "smooth", block: "start" });
  return [];
}"""


_QUIET: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
"""Options of events that are over at once."""
FULL = "the queue is full, so this was not drawn: try again in a minute"
BROKEN = "internal server error: try again, or with other settings"
_DRAWING = ("draw", "vary", "redraw", "grid")
"""Buttons that draw."""
_GRID = ("across", "across_values", "down", "down_values")


class Events:
    """The page's events: `bind` joins them to its parts."""

    def __init__(self, parts: Parts, visits: Visits, easel: Easel, limits: Limits, inbox: Path) -> None:
        self.parts, self.visits, self.easel, self.limits, self.inbox = parts, visits, easel, limits, inbox

    def bind(self, at_once: int) -> None:
        """Join every button of the page to what it does; this many drawings run at once, the others wait."""
        parts = self.parts
        form = list(parts.form.values())
        drawings: dict[str, tuple[Callable[..., Any], list[Any]]] = {
            "draw": (self.draw, [parts["start"], parts["further"], parts["count"], *form]),
            "vary": (self.vary, [parts["strength"], parts["varied"], parts.form["seed"]]),
            "redraw": (self.redraw, [parts["brush"], parts["part"], parts.form["seed"]]),
            "grid": (self.grid, [parts["further"], *(parts[name] for name in _GRID), *form]),
        }
        working = [parts["status"], parts["stop"]]
        for name in _DRAWING:
            act, inputs = drawings[name]
            asked = parts[name].click(self.begin, None, [parts["ticket"], *working], js=TO_STAGE, **_QUIET)
            drawn = asked.success(
                act,
                [parts["ticket"], *inputs],
                self._seen(),
                concurrency_id="draw",
                concurrency_limit=at_once,
                show_progress="hidden",
                api_visibility="private",
            )
            drawn.then(self.end, None, parts["stop"], **_QUIET)
            drawn.failure(self.fail, parts["ticket"], working, **_QUIET)  # for which Gradio calls no `then`
        parts["stop"].click(self.stop, None, parts["stop"], **_QUIET)
        parts["gallery"].select(self.choose, None, self._seen(), **_QUIET)
        self._bind_form(form)
        self._bind_palette()

    def _bind_form(self, form: list[Any]) -> None:
        parts = self.parts
        parts.form["drawer"].change(self.fields_of, parts.form["drawer"], form, **_QUIET)
        parts["other"].change(self.explain, parts["other"], parts["told"], **_QUIET)
        parts["add"].click(
            self.add, [parts["other"], parts["value"], parts["further"]], [parts["further"], parts["status"]], **_QUIET
        )
        parts["open"].upload(
            self.open, parts["open"], [parts["opened"], parts["found"], parts["restore"], *self._seen()], **_QUIET
        )
        parts["restore"].click(self.restore, parts["found"], [parts["further"], parts["status"], *form], **_QUIET)

    def _bind_palette(self) -> None:
        parts = self.parts
        codes, status = parts["codes"], parts["status"]
        for name, act, inputs in (
            ("sort", colours.sorted_codes, [codes]),
            ("reduce", colours.reduced_codes, [codes, parts["left"]]),
            ("take", colours.codes_of, [parts["source"]]),
        ):
            parts[name].click(_told(act), inputs, [codes, status], **_QUIET)
        parts["take_picture"].click(self.colours_of_chosen, None, [codes, status], **_QUIET)
        parts["use_palette"].click(_told(colours.text_of), codes, [parts.form["palette"], status], **_QUIET)
        parts["confused"].click(_told(_doubts, said=True), codes, [status], **_QUIET)
        parts["write"].click(self.write_palette, [codes, parts["kind"]], [parts["palette_file"], status], **_QUIET)

    def begin(self, request: gr.Request) -> Any:
        """Take a ticket for a drawing, which can be stopped until it ends."""
        ticket = self.visits.of(request.session_hash).ticket()
        return [ticket, shown.status(Look("Waiting for its turn …", 0)), gr.update(interactive=True)]

    def end(self) -> Any:
        """Leave nothing to stop."""
        return gr.update(interactive=False)

    def fail(self, request: gr.Request, ticket: int) -> Any:
        """Say why a drawing does not go on: the queue did not take it, or it broke; and leave nothing to stop."""
        begun = self.visits.of(request.session_hash).begun >= ticket
        return [_trouble(BROKEN if begun else FULL), gr.update(interactive=False)]

    def stop(self, request: gr.Request) -> Any:
        """Stop what the tab draws, and what it waits for."""
        self.visits.of(request.session_hash).stop()
        return gr.update(interactive=False)

    def leave(self, request: gr.Request) -> None:
        """End the visit of a tab that was closed."""
        self.visits.end(request.session_hash)

    def draw(self, request: gr.Request, ticket: int, start: bool, further: str | None, count: int, *form: Any) -> Any:
        """Draw what the form says."""
        visit = self._begun(request, ticket)

        def look() -> Iterator[Look]:
            own = {"init_image": str(visit.taken().path)} if start else {}
            settings = asking.asked(self._form(form), further or "", int(count), self.limits, **own)
            return works.draw(visit, ticket, settings, self.easel)

        yield from self._looks(look, request)

    def vary(self, request: gr.Request, ticket: int, strength: float, count: int, seed: str | None) -> Any:
        """Draw variations of the chosen picture."""
        visit = self._begun(request, ticket)

        def look() -> Iterator[Look]:
            picture = visit.taken().path
            first = asking.seed(seed, visit.tickets)
            settings = vary.variations(
                picture, _prompts(visit.taken()), strength=strength, count=int(count), seed=first, mask=None
            )
            return works.draw(visit, ticket, asking.within_limits(settings, self.limits), self.easel)

        yield from self._looks(look, request)

    def redraw(self, request: gr.Request, ticket: int, brush: Any, prompt: str, seed: str | None) -> Any:
        """Redraw the painted part of the chosen picture."""
        visit = self._begun(request, ticket)

        def look() -> Iterator[Look]:
            picture = visit.taken()
            painted = brush.get("painted") if isinstance(brush, dict) else None
            mask = write_mask(picture, painted, visit.new_folder())
            first = asking.seed(seed, visit.tickets)
            texts = [asking.prompt(prompt)] if (prompt or "").strip() else _prompts(picture)
            settings = vary.part(picture.path, mask, texts, seed=following(first, 1))
            return works.draw(visit, ticket, asking.within_limits(settings, self.limits), self.easel)

        yield from self._looks(look, request)

    def grid(self, request: gr.Request, ticket: int, further: str | None, *values: Any) -> Any:
        """Draw the form with two settings varied."""
        visit = self._begun(request, ticket)

        def look() -> Iterator[Look]:
            across, columns, down, rows = (str(value or "") for value in values[: len(_GRID)])
            form = self._form(values[len(_GRID) :])
            plan = asking.asked_grid(form, further or "", (across, columns), (down, rows), self.limits)
            return works.draw_grid(visit, ticket, plan, self.easel)

        yield from self._looks(look, request)

    def choose(self, request: gr.Request, event: gr.SelectData) -> Any:
        """Show a picture of the gallery, and work on from it."""
        visit = self.visits.of(request.session_hash)
        try:
            picture = visit.choose(int(event.index))
        except PixdrawError as error:
            return [gr.skip(), _trouble(error), *[gr.skip()] * (len(self._seen()) - 2)]
        return [shown.large(picture), "", gr.skip(), *self._of(picture)]

    def fields_of(self, drawer: str) -> Any:
        """Show the fields that a drawer has."""
        return [gr.update(visible=belongs(one, drawer)) for one in self._fields()]

    def explain(self, name: str | None) -> str:
        """Say what there is to say of a setting."""
        known = other_settings().get(name or "")
        return told(known) if known else ""

    def add(self, name: str | None, value: str | None, further: str | None) -> Any:
        """Add a setting's line; the border looks at it when it is drawn."""
        if not name or not (value or "").strip():
            return gr.skip(), _line("Choose a setting and give it a value")
        kept = [
            line for line in (further or "").splitlines() if line.strip() and line.partition(":")[0].strip() != name
        ]
        return "\n".join([*kept, asking.line(name, str(value))]), ""

    def open(self, request: gr.Request, file: str) -> Any:
        """Take a dropped picture into the gallery, and show what its settings are."""
        visit = self.visits.of(request.session_hash)
        try:
            found = open_picture(visit, Path(file), self.inbox)
        except PixdrawError as error:
            rest = [gr.skip()] * (len(self._seen()) - 2)
            return ["", None, gr.update(interactive=False), gr.skip(), _trouble(error), *rest]
        picture = visit.taken()
        use = gr.update(interactive=found.is_usable)
        return [shown.opened(found), found, use, shown.large(picture), "", _gallery(visit), *self._of(picture)]

    def restore(self, found: Opened | None) -> Any:
        """Fill the form with a dropped picture's settings."""
        if found is None or not found.is_usable:
            return [gr.skip(), _line("Drop a picture that pixdraw drew first"), *[gr.skip()] * len(self.parts.form)]
        empty = {one.name: [] if one.several else "" for one in self._fields()}
        filled = [found.form.get(one.name, _default(one, empty[one.name])) for one in self._fields()]
        return [found.further, _line("The settings are filled in under Draw"), *filled]

    def colours_of_chosen(self, request: gr.Request) -> Any:
        """Take the colours of the chosen picture into the palette editor."""
        visit = self.visits.of(request.session_hash)
        return _told(lambda: colours.codes_in(visit.taken()))()

    def write_palette(self, request: gr.Request, codes: Any, kind: str) -> Any:
        """Write the palette as a file to fetch."""
        visit = self.visits.of(request.session_hash)
        made, line = _told(lambda: str(colours.export(codes, kind, visit.new_folder())))()
        return (gr.update(value=made, visible=True) if isinstance(made, str) else gr.skip()), line

    def _begun(self, request: gr.Request, ticket: int) -> Visit:
        """Return the visit of a drawing whose turn has come."""
        visit = self.visits.of(request.session_hash)
        visit.begun = ticket
        return visit

    def _form(self, values: tuple[Any, ...]) -> dict[str, Any]:
        return dict(zip(self.parts.form, values, strict=True))

    def _fields(self) -> list[Any]:
        known = {one.name: one for one in shown_fields()}
        return [known[name] for name in self.parts.form]

    def _seen(self) -> list[Any]:
        """Return what shows pictures: stage, status, gallery, then all that is told of the chosen one."""
        parts = self.parts
        return [
            parts["stage"], parts["status"], parts["gallery"], parts["about"], parts["brush"], *parts.files.values()
        ]  # fmt: skip

    def _of(self, picture: Picture) -> list[Any]:
        """Return what is told of the chosen picture, the last of `_seen`."""
        paths = [picture.files.get(kind) for kind in self.parts.files]
        files = [gr.update(value=str(path) if path else None, visible=path is not None) for path in paths]
        return [f'<div class="about">{shown.about(picture)}</div>', shown.brush_of(picture), *files]

    def _looks(self, make: Callable[[], Iterator[Look]], request: gr.Request) -> Iterator[list[Any]]:
        """Yield what the page shows of a drawing; an error is told in the status line, and ends it."""
        rest: list[Any] = [gr.skip()] * (len(self._seen()) - 2)
        try:
            with works.told_in_public():
                for look in make():
                    stage = shown.sheet(look) if look.pictures else gr.skip()
                    if not look.ended or not look.pictures:
                        yield [stage, shown.status(look), *rest]
                        continue
                    visit = self.visits.of(request.session_hash)
                    yield [stage, shown.status(look), _gallery(visit), *self._of(visit.taken())]
        except PixdrawError as error:
            yield [gr.skip(), _trouble(error), *rest]


def _gallery(visit: Any) -> list[tuple[str, str]]:
    return [(str(picture.path), picture.told) for picture in visit.pictures()]


def _default(one: Any, empty: Any) -> Any:
    """Return what a field holds at the start."""
    return str(one.known.field.default) if one.name in ("drawer", "quality") else empty


def _prompts(picture: Picture) -> list[str]:
    """Return nothing if the picture's file has its prompt, else words that say nothing."""
    return [] if shown.has_settings(picture) else ["pixel art"]


def _doubts(codes: Any) -> str:
    lines = colours.doubts(codes)
    return "All colours can be told apart" if not lines else "Hard to tell apart: " + "; ".join(lines)


def _line(text: str) -> str:
    return shown.status(Look(text, 1, ended=True))


def _trouble(error: Exception | str) -> str:
    return shown.trouble(public(str(error)))


def _told(act: Callable[..., Any], *, said: bool = False) -> Callable[..., Any]:
    """Return a handler that gives what `act` does and an empty status, or, for an error, leaves it and tells why."""

    def handle(*values: Any) -> Any:
        try:
            made = act(*values)
        except PixdrawError as error:
            return _trouble(error) if said else (gr.skip(), _trouble(error))
        return _line(made) if said else (made, "")

    return handle
