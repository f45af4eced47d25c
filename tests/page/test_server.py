"""The page served by Gradio, asked as a browser asks it."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from pixdraw.errors import SettingsError
from pixdraw.hosting.limits import Limits
from pixdraw.page.fields import shown_fields
from pixdraw.page.server import POLICY, Served, serve
from pixdraw.page.visits import Visits
from tests.page.small import FORM, FURTHER, NEEDS_GRADIO, drawn, easel, visit_in
from tests.sprite_generators import build_in

if TYPE_CHECKING:  # Gradio takes seconds to import
    from pixdraw.page.events import Events

pytestmark = NEEDS_GRADIO


class Request:
    """What Gradio tells of who asks."""

    def __init__(self, session_hash: str) -> None:
        self.session_hash = session_hash


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serve(easel=easel()) as running:
        yield running


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Iterator[Events]":
    import gradio as gr

    from pixdraw.page.events import Events
    from pixdraw.page.layout import lay_out

    build_in(monkeypatch)
    visits = Visits()
    with gr.Blocks(analytics_enabled=False):
        made = Events(lay_out(), visits, easel(), Limits(), tmp_path)
        made.bind(1)
    yield made
    visits.close()


def asked(url: str, headers: dict[str, str] | None = None) -> tuple[int, Any, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers or {}), timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def form_of(events: "Events", **changed: Any) -> list[Any]:
    return [{**FORM, **changed}.get(name, "") for name in events.parts.form]


def test_it_is_served_on_this_machine_alone_with_nothing_of_other_hosts(served: Served) -> None:
    assert served.url.startswith("http://127.0.0.1:")
    status, headers, body = asked(served.url)
    assert status == 200 and headers["content-security-policy"] == POLICY and "http" not in POLICY
    assert b"fonts.googleapis" not in body and b"cdn" not in body
    assert asked(served.url, {"Host": "evil.example"})[0] == 400
    config = json.loads(asked(served.url + "config")[2])
    assert config["analytics_enabled"] is False and config["footer_links"] == []


def test_files_of_the_machine_are_not_served(served: Served) -> None:
    for path in ("/etc/passwd", str(Path(__file__).resolve()), "pyproject.toml"):
        assert asked(f"{served.url}gradio_api/file={path}")[0] in (403, 404)


def test_every_field_has_a_label_and_its_help(events: "Events") -> None:
    assert list(events.parts.form) and set(events.parts.form) == {field.name for field in shown_fields()}
    for field in shown_fields():
        part = events.parts.form[field.name]
        assert part.label == field.label and part.info == field.help


def test_a_drawing_two_tabs_and_a_mask(events: "Events") -> None:
    one, other = Request("one"), Request("other")
    shown = [list(look) for look in events.draw(one, events.begin(one)[0], False, FURTHER, 1, *form_of(events))]
    stage, status, gallery, about, brush = shown[-1][:5]
    assert "<img" in stage and "Done" in status and len(gallery) == 1 and "<dt>prompts</dt>" in about
    assert len(shown[-1]) == len(events._seen()) and not events.visits.of("other").pictures()
    brush = {**brush, "painted": "1100" * 4}
    redrawn = [list(look) for look in events.redraw(one, events.begin(one)[0], brush, "blue", "3")]
    assert "Done" in redrawn[-1][1] and len(redrawn[-1][2]) == 2
    nothing = [list(look) for look in events.redraw(other, events.begin(other)[0], brush, "blue", "3")]
    assert 'role="alert"' in nothing[-1][1] and "no picture yet" in nothing[-1][1]
    varied = [list(look) for look in events.vary(one, events.begin(one)[0], 0.5, 2, "")]
    assert len(varied[-1][2]) == 4
    grid = events.grid(one, events.begin(one)[0], FURTHER, "seed", "1,2", "", "", *form_of(events))
    assert "Done: 2 pictures" in list(grid)[-1][1]
    events.leave(one)
    assert not events.visits.of("one").pictures()


def test_there_is_something_to_stop_only_while_a_tab_draws(events: "Events") -> None:
    assert events.parts["stop"].interactive is False
    tab = Request("one")
    ticket, status, stop = events.begin(tab)
    assert "Waiting for its turn" in status and stop["interactive"]
    assert events.stop(tab) == {"__type__": "update", "interactive": False}
    list(events.draw(tab, ticket, False, FURTHER, 1, *form_of(events)))
    assert not events.end()["interactive"]


def test_a_drawing_that_the_queue_refuses_or_that_breaks_says_so(events: "Events") -> None:
    tab = Request("one")
    ticket = events.begin(tab)[0]
    status, stop = events.fail(tab, ticket)
    assert 'role="alert"' in status and "queue is full" in status and "try again" in status
    assert not stop["interactive"]
    list(events.draw(tab, ticket, False, FURTHER, 1, *form_of(events)))
    assert "internal server error" in events.fail(tab, ticket)[0]


def test_every_drawing_is_told_of_its_failure(served: Served) -> None:
    calls = json.loads(asked(served.url + "config")[2])["dependencies"]
    queued = {call["id"] for call in calls if call["queue"] is not False and call["trigger_after"] is not None}
    assert len(queued) == 4  # draw, vary, redraw, grid
    assert {call["trigger_after"] for call in calls if call["trigger_only_on_failure"]} == queued


def test_mistakes_are_told_in_the_status_line(events: "Events") -> None:
    tab = Request("one")
    for form, told in (({"prompts": ""}, "prompt is empty"), ({"palette": "@/root/x.png"}, "not read here")):
        (look,) = events.draw(tab, events.begin(tab)[0], False, None, 1, *form_of(events, **form))
        assert 'role="alert"' in look[1] and told in look[1] and "/root" not in look[1]
    (look,) = events.draw(tab, events.begin(tab)[0], True, None, 1, *form_of(events))
    assert "no picture yet" in look[1]


def test_a_dropped_picture_fills_the_form_only_when_it_is_asked_to(events: "Events", tmp_path: Path) -> None:
    visit, tab = visit_in(tmp_path / "mine"), Request("one")
    drawn(visit, palette="pico-8")
    told, found, use, *_ = events.open(tab, str(visit.taken().path))
    assert "<dd>pico-8</dd>" in told and use["interactive"]
    further, _, *form = events.restore(found)
    filled = dict(zip(events.parts.form, form, strict=True))
    assert filled["palette"] == "pico-8" and filled["losses"] == [] and filled["drawer"] == "pixel"
    assert "num_cuts: 1" in further
    assert "role" in events.restore(None)[1]
    Image.new("RGB", (8, 8)).save(tmp_path / "plain.png")
    told, found, use, *_ = events.open(tab, str(tmp_path / "plain.png"))
    assert "holds no settings" in told and not use["interactive"]
    (tmp_path / "text.png").write_text("x")
    assert 'role="alert"' in events.open(tab, str(tmp_path / "text.png"))[4]


def test_settings_are_explained_and_added(events: "Events") -> None:
    assert "zoom" in events.explain("zoom_every") and events.explain(None) == ""
    further, _ = events.add("zoom", "1.02", "zoom: 1\nnum_cuts: 2")
    assert further == "num_cuts: 2\nzoom: 1.02"
    assert "Choose a setting" in events.add(None, "", "")[1]
    assert [one["visible"] for one in events.fields_of("fft")].count(False) >= 2


def test_a_taken_port_is_told(served: Served) -> None:
    with pytest.raises(SettingsError, match="choose another with --port"):
        serve(port=int(served.url.rstrip("/").rpartition(":")[2]))
