"""The tools as the protocol's official client sees them, in this process, and once as the program itself."""

import base64
import io
import json
import os
import re
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from pixdraw.drawing import Drawing
from pixdraw.hosting.agents import tools
from pixdraw.hosting.agents.desk import Desk
from pixdraw.hosting.agents.server import TOOLS, make_server, serve
from pixdraw.imaging.files import save_png
from tests.fakes import Cache
from tests.sprite_generators import build_in

anyio = pytest.importorskip("anyio")
pytestmark = pytest.mark.skipif(find_spec("mcp") is None, reason="pip install 'pixdraw[mcp]'")

QUICK = {"size": "16x16", "num_cuts": 1, "init": "none", "pixel_parameters": "cells", "priors": "none"}
SMALL: dict[str, Any] = {"prompts": "a fox", "iterations": 1, "seed": 1, "settings": QUICK}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sprite and a picture from a stranger, and a file outside it."""
    monkeypatch.setattr(tools, "Drawing", partial(Drawing, cache=Cache()))
    build_in(monkeypatch)
    folder = tmp_path / "art"
    folder.mkdir()
    sprite = torch.zeros(4, 12, 12)
    sprite[:, 3:10, 4:8] = torch.tensor([0.8, 0.2, 0.2, 1.0]).view(4, 1, 1)
    sprite[:, 1:4, 5:7] = torch.tensor([0.9, 0.7, 0.5, 1.0]).view(4, 1, 1)
    save_png(sprite, folder / "hero.png")
    save_png(sprite.repeat_interleave(5, 1).repeat_interleave(5, 2), folder / "large.png")
    save_png(sprite, tmp_path / "outside.png")
    return folder


def client_of(program: Any) -> Any:
    """The protocol's own client, whose import takes a second."""
    from mcp import Client

    return Client(program)


def call(folder: Path, name: str, given: dict[str, Any], progress: Any = None) -> Any:
    async def ask() -> Any:
        async with client_of(make_server(Desk(folder))) as client:
            return await client.call_tool(name, given, progress_callback=progress)

    return anyio.run(ask)


def made(folder: Path, name: str, given: dict[str, Any]) -> dict[str, Any]:
    """What a tool tells, once its picture and its files are seen to be there."""
    result = call(folder, name, given)
    assert not result.is_error, result.content[0].text
    told = result.structured_content
    assert json.loads(result.content[0].text) == told
    for picture in result.content[1:]:
        opened = Image.open(io.BytesIO(base64.b64decode(picture.data)))
        assert max(opened.size) >= 256 and opened.format == "PNG"
    assert all((folder / file).is_file() and "/" not in file for file in told.get("files", []))
    return dict(told)


def test_a_client_sees_the_tools_and_what_they_take(folder: Path) -> None:
    async def ask() -> Any:
        async with client_of(make_server(Desk(folder))) as client:
            return await client.list_tools()

    listed = {tool.name: tool for tool in anyio.run(ask).tools}
    assert list(listed) == list(TOOLS)
    taken = listed["draw"].input_schema
    assert taken["required"] == ["prompts"] and taken["additionalProperties"] is False
    properties = taken["properties"]
    assert properties["iterations"]["maximum"] == 100_000 and properties["transparent"]["type"] == "boolean"
    assert "hex" in properties["pixel_type"]["enum"] and "num_cuts" in properties["settings"]["description"]
    assert "outdir" not in json.dumps(taken)


def test_a_drawing_is_shown_and_told_and_nothing_is_replaced(folder: Path) -> None:
    given = {**SMALL, "num_outputs": 2, "output_format": "sprite", "init_image": "hero.png"}
    first, second = made(folder, "draw", given), made(folder, "draw", given)
    assert first["seeds"] == [1, 2] and first["steps"] == 1 and len(first["files"]) == 4
    assert not set(first["files"]) & set(second["files"])
    kept = json.loads(Image.open(folder / first["files"][0]).info["pixdraw"])
    assert kept["init_image"] == "hero.png" and str(folder) not in json.dumps(kept)


def test_progress_is_told(folder: Path) -> None:
    told: list[tuple[float, float | None]] = []

    async def progress(step: float, total: float | None, message: str | None) -> None:
        told.append((step, total))

    call(folder, "draw", {**SMALL, "iterations": 3}, progress)
    assert told[-1] == (3, 3)


def test_a_cancelled_drawing_stops_and_the_next_one_is_drawn(folder: Path) -> None:
    async def ask() -> Any:
        async with client_of(make_server(Desk(folder))) as client:
            started = anyio.Event()

            async def progress(*told: Any) -> None:
                started.set()

            async with anyio.create_task_group() as group:
                long = {**SMALL, "iterations": 90_000}
                group.start_soon(partial(client.call_tool, "draw", long, progress_callback=progress))
                await started.wait()
                group.cancel_scope.cancel()
            return await client.call_tool("draw", SMALL)

    assert not anyio.run(ask).is_error
    assert len(list(folder.glob("a-fox*.png"))) == 1


def test_pictures_are_varied_repaired_pixelised_and_inspected(folder: Path) -> None:
    drawn = made(folder, "draw", SMALL)["files"][0]
    varied = made(folder, "vary", {"picture": drawn, "count": 2, "strength": 0.5, "iterations": 1})
    assert varied["seeds"] == [1, 2] and varied["prompts"] == ["a fox"] * 2
    repaired = made(folder, "repair", {"picture": "large.png", "palette": "pico-8"})
    assert (repaired["columns"], repaired["rows"]) == (12, 12) and "#ab5236" in repaired["colours"]
    assert made(folder, "pixelise", {"picture": "large.png", "size": "8", "colours": 4})["rows"] == 8
    report = made(folder, "inspect", {"picture": "hero.png"})
    assert report["report"][0].startswith("12x12 cells") and set(report["faults"]) >= {"orphans", "jaggies"}


def test_sprites_move_and_tiles_are_laid(folder: Path) -> None:
    moved = made(folder, "animate", {"picture": "hero.png", "actions": ["idle", "walk"], "frames": 4})
    assert moved["files"] == ["hero-idle.gif", "hero-walk.gif"] and moved["actions"] == {"idle": 4, "walk": 4}
    save_png(torch.rand(3, 8, 8), folder / "grass.png")
    save_png(torch.rand(3, 8, 8), folder / "dirt.png")
    tiles = made(folder, "tileset", {"terrains": ["grass.png", "dirt.png"]})
    assert tiles["side"] == 8 and any(name.endswith(".tsx") for name in tiles["files"])


def test_palettes_are_listed_sorted_and_reduced(folder: Path) -> None:
    assert "pico-8" in made(folder, "palettes", {})["palettes"]
    assert made(folder, "palettes", {"palette": "[red, #000000]"})["colours"] == ["#ff0000", "#000000"]
    assert len(made(folder, "palettes", {"palette": "pico-8", "reduce": 4, "sort": True})["colours"]) == 4
    assert len(made(folder, "palettes", {"palette": "hero.png"})["colours"]) == 2


HOSTILE: list[tuple[str, dict[str, Any], str]] = [
    ("draw", {**SMALL, "init_image": "../outside.png"}, "leads out of this folder"),
    ("draw", {**SMALL, "init_image": "/etc/hostname"}, "leads out of this folder"),
    ("draw", {**SMALL, "settings": {"outdir": "/tmp"}}, "outdir cannot be set"),
    ("draw", {**SMALL, "settings": {"output": "../x"}}, "output cannot be set"),
    ("draw", {**SMALL, "settings": {"image_prompts": "/etc/hostname"}}, "image_prompts cannot be set"),
    ("draw", {**SMALL, "settings": {"perceptors": "hf-hub:x/y"}}, "perceptors cannot be set"),
    ("draw", {**SMALL, "settings": {"losses": ["os"]}}, "cannot be chosen"),
    ("draw", {**SMALL, "settings": {"size": {"a": 1}}}, "give a number, a text or a list"),
    ("draw", {**SMALL, "settings": {"size": "4000x4000"}}, "are too many"),
    ("draw", {**SMALL, "iterations": 10**9}, "iterations: 1000000000 is greater than"),
    ("draw", {**SMALL, "palette": "@/etc/passwd"}, "files and addresses are not read here"),
    ("draw", {**SMALL, "quality": "supreme"}, "not on this machine"),
    ("draw", {**SMALL, "outdir": "x"}, "'outdir' was unexpected"),
    ("draw", {"prompts": ""}, "prompts"),
    ("draw", {"prompts": ["a"]}, "prompts: .* is not of type 'string'"),
    (
        "vary",
        {"picture": "stranger.png"},
        "use files, addresses, models or plug-ins from outside pixdraw: image_prompts",
    ),
    ("vary", {"picture": "huge.png"}, "are too many"),
    ("repair", {"picture": "hero.png", "palette": "@hero.png;@/etc/passwd"}, "files and addresses|no such file"),
    ("repair", {"picture": "hero.png", "palette": "/etc/x.gpl"}, "leads out of this folder"),
    ("repair", {"picture": "notes.txt"}, "not a picture"),
    ("pixelise", {"picture": "hero.png", "size": "99999999"}, "size"),
    ("animate", {"picture": "frames.json"}, "is not a sprite"),
    ("animate", {"picture": "hero.png", "actions": ["../x"]}, "is not one of"),
    ("tileset", {"terrains": ["../outside.png", "dirt"]}, "leads out of this folder"),
    ("tileset", {"terrains": ["grass"], "palette": "http://x/y"}, "files and addresses"),
    ("inspect", {}, "'picture' is a required property"),
    ("inspect", {"picture": {"$ref": "x"}}, "picture: "),
    ("palettes", {"palette": "../x.gpl"}, "leads out of this folder"),
    ("shell", {"command": "ls"}, "there is no tool 'shell'"),
]


@pytest.mark.parametrize(
    ("name", "given", "told"), HOSTILE, ids=[f"{n}-{name}" for n, (name, *_) in enumerate(HOSTILE)]
)
def test_hostile_arguments_are_refused_in_one_line(folder: Path, name: str, given: dict[str, Any], told: str) -> None:
    own = {"prompts": ["a"], "seed": [1]}
    stranger = {"stranger.png": {"image_prompts": ["/etc/hostname"]}, "huge.png": {"size": [4000, 4000]}}
    for file, more in stranger.items():
        save_png(torch.rand(3, 8, 8), folder / file, {"pixdraw": json.dumps(dict(own, **more))})
    (folder / "notes.txt").write_text("notes")
    (folder / "frames.json").write_text('{"meta": {"image": "../outside.png"}}')
    before = {path.name for path in folder.parent.rglob("*")}
    result = call(folder, name, given)
    assert result.is_error
    text = result.content[0].text
    assert re.search(told, text), text
    assert "\n" not in text and str(folder.parent) not in text
    assert {path.name for path in folder.parent.rglob("*")} == before


def test_a_fault_of_ours_tells_nothing_of_the_machine(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*given: Any) -> None:
        raise RuntimeError("secret of /home/me")

    monkeypatch.setattr(tools, "_read", broken)
    result = call(folder, "inspect", {"picture": "hero.png"})
    assert result.is_error and "secret" not in result.content[0].text
    assert "secret" in capsys.readouterr().err


def test_the_program_speaks_the_protocol_and_nothing_else(folder: Path, colours_path: str) -> None:
    """A tool that prints, as libraries do, would break the client that reads standard output."""
    code = (
        "import sys; from pixdraw.hosting.agents import server, tools; old = tools.palettes\n"
        "def loud(*given):\n    print('noise'); return old(*given)\n"
        "one = server.TOOLS['palettes']; server.TOOLS['palettes'] = server.Tool(one.told, one.schema, loud)\n"
        "sys.argv = ['pixdraw', 'mcp', sys.argv[1]]; from pixdraw.cli import main; main()"
    )
    from mcp import StdioServerParameters

    start: Callable[..., Any] = StdioServerParameters
    env = os.environ | {"PYTHONPATH": colours_path}
    program = start(command=sys.executable, args=["-c", code, str(folder)], env=env)

    async def ask() -> Any:
        async with client_of(program) as client:
            return await client.call_tool("palettes", {"palette": "pico-8"})

    assert anyio.run(ask).structured_content["colours"][0] == "#000000"


@pytest.mark.parametrize("fault", [BrokenPipeError, OSError])
def test_a_client_that_is_gone_is_no_fault_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    class Group(Exception):
        exceptions = (BrokenPipeError(), fault())

    def run(served: Callable[[], None]) -> None:
        raise Group

    monkeypatch.setattr("anyio.run", run)
    with pytest.raises(
        BrokenPipeError if fault is BrokenPipeError else Group
    ):  # the command ends silently by the first
        serve(tmp_path)
