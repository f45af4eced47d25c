"""The Model Context Protocol over standard input and output."""

from __future__ import annotations

import base64
import io
import json
import math
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from torch import Tensor

from pixdraw import __version__
from pixdraw.errors import PixdrawError, PluginError, is_out_of_memory
from pixdraw.hosting.agents import schemas, tools
from pixdraw.hosting.agents.desk import Desk
from pixdraw.hosting.agents.tools import Made, Tell
from pixdraw.hosting.messages import public
from pixdraw.imaging.files import resize, to_pil

MOST_SHOWN = 4
"""Pictures of a result that are sent along; the others are files."""
LEAST_SIDE, MOST_SIDE = 256, 1024
"""Of those pictures: small ones are enlarged by a whole number, large ones shrunk."""
TELL_EVERY_S = 0.5
INSTRUCTIONS = (
    "pixdraw draws pixel art and vector pictures from text prompts, and repairs, animates and tiles pixel art. All "
    "files are in one folder; give file names without a path. Results are written as new files there; existing files "
    "are never overwritten. Look at the picture returned with a result before you continue."
)


@dataclass(frozen=True)
class Tool:
    """A tool as a client sees it."""

    told: str
    """What it is for."""
    schema: Callable[[], schemas.Schema]
    work: Callable[[Desk, Mapping[str, Any], Tell], Made]


TOOLS: Mapping[str, Tool] = {
    "draw": Tool(
        "Draw a picture of a text, as pixel art on clear ground unless told otherwise. Name things, colours and "
        "places: 'a knight with a red shield'. Takes from seconds to minutes.",
        schemas.drawing,
        tools.draw,
    ),
    "vary": Tool(
        "Draw variations of a picture. One that was drawn by rules is drawn again with some shapes and colours "
        "changed; of any other picture a part is redrawn, and all other pixels stay unchanged.",
        lambda: schemas.VARY,
        tools.vary,
    ),
    "repair": Tool(
        "Turn fake pixel art (enlarged, blurred, JPEG, generated) into true pixel art of one pixel a cell.",
        lambda: schemas.REPAIR,
        tools.repair,
    ),
    "pixelise": Tool("Turn a photograph or painting into pixel art.", lambda: schemas.PIXELISE, tools.pixelise),
    "animate": Tool("Move a sprite: idle, walk, attack and so on, as a film.", lambda: schemas.ANIMATE, tools.animate),
    "tileset": Tool(
        "Make the tiles between two terrains for Tiled, or one tile that repeats.",
        lambda: schemas.TILESET,
        tools.tileset,
    ),
    "inspect": Tool(
        "Report pixel-art faults in a sprite (orphan pixels, jaggies, doubled outlines, banding, pillow shading) and "
        "mark them in a picture.",
        lambda: schemas.INSPECT,
        tools.inspect,
    ),
    "palettes": Tool("List palettes, or the colours of one.", lambda: schemas.PALETTES, tools.palettes),
}
_RESULT = {"type": "object", "properties": {"files": {"type": "array", "items": {"type": "string"}}}}


def serve(folder: str | Path) -> None:
    """Serve the tools for a folder until standard input ends; nothing but the protocol goes to standard output.

    Raises FileError if there is no such folder, PluginError if the protocol's package is not installed, BrokenPipeError
    if the client is gone.
    """
    desk = Desk(folder)
    try:
        import anyio
        from mcp.server.stdio import stdio_server
    except ImportError as error:
        raise PluginError("`pixdraw mcp` needs a package that is not installed: pip install 'pixdraw[mcp]'") from error

    async def run() -> None:
        server = make_server(desk)
        async with stdio_server() as (read, write):
            await server.run(read, write, server.create_initialization_options())

    try:
        anyio.run(run)
    except Exception as error:
        if _is_broken_pipe(error):
            raise BrokenPipeError from error
        raise


def _is_broken_pipe(error: BaseException) -> bool:
    """Return whether an error, or each of a group of them, says that nobody reads any more."""
    group = getattr(error, "exceptions", None)  # the groups of Python 3.10 are another class than those of later ones
    return all(map(_is_broken_pipe, group)) if group else isinstance(error, BrokenPipeError)


def make_server(desk: Desk) -> Any:  # Any: the package is optional
    """Return the server of a folder's tools. One tool works at a time, others wait; a cancelled one stops."""
    import anyio
    import mcp_types as types
    from mcp.server import Server

    limiter = anyio.CapacityLimiter(1)
    made = {name: (tool, tool.schema()) for name, tool in TOOLS.items()}

    async def list_tools(context: Any, params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(
            tools=[
                types.Tool(name=name, description=tool.told, input_schema=schema, output_schema=_RESULT)
                for name, (tool, schema) in made.items()
            ]
        )

    async def call_tool(context: Any, params: Any) -> types.CallToolResult:
        said: list[float] = [0.0]

        def tell(step: int, total: int) -> None:
            anyio.from_thread.check_cancelled()
            if time.monotonic() - said[0] >= TELL_EVERY_S or step == total:
                said[0] = time.monotonic()
                anyio.from_thread.run(context.session.report_progress, step, total, f"step {step} of {total}")

        try:
            if params.name not in made:
                raise PluginError(f"there is no tool {params.name!r:.80}; there are {', '.join(made)}")
            tool, schema = made[params.name]
            given = params.arguments or {}
            check_arguments(given, schema)
            result = await anyio.to_thread.run_sync(partial(tool.work, desk, given, tell), limiter=limiter)
        except Exception as error:
            return types.CallToolResult(content=[types.TextContent(type="text", text=_told(error))], is_error=True)
        texts = [types.TextContent(type="text", text=json.dumps(dict(result.told), ensure_ascii=False))]
        pictures = [
            types.ImageContent(type="image", data=_encoded(picture), mime_type="image/png")
            for picture in result.shown[:MOST_SHOWN]
        ]
        return types.CallToolResult(content=[*texts, *pictures], structured_content=dict(result.told))

    return Server(
        "pixdraw", version=__version__, instructions=INSTRUCTIONS, on_list_tools=list_tools, on_call_tool=call_tool
    )


def check_arguments(given: Mapping[str, Any], schema: schemas.Schema) -> None:
    """Raise PluginError, in one line, for arguments that do not fit a tool's schema."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    wrong = best_match(Draft202012Validator(schema).iter_errors(given))
    if wrong is not None:
        where = ".".join(str(part) for part in wrong.absolute_path)
        message = wrong.message if len(wrong.message) <= 300 else f"{wrong.message[:150]} ... {wrong.message[-150:]}"
        raise PluginError(f"{where or 'arguments'}: {message}")


def _told(error: Exception) -> str:
    """Return the error message for the client; for internal errors the traceback is also printed to standard error."""
    if isinstance(error, PixdrawError):
        return public(str(error))
    if is_out_of_memory(error):
        return "out of memory: ask for a smaller size or fewer pictures"
    traceback.print_exception(error, file=sys.stderr)
    return f"internal error ({type(error).__name__}), not a fault of the arguments; try something else"


def _encoded(picture: Tensor) -> str:
    """Return a picture [3 or 4, H, W] as PNG in base64, of a size that can be looked at."""
    height, width = picture.shape[1:]
    longest = max(height, width)
    if longest < LEAST_SIDE:
        times = math.ceil(LEAST_SIDE / longest)
        picture = picture.repeat_interleave(times, 1).repeat_interleave(times, 2)
    elif longest > MOST_SIDE:
        small = [max(1, round(side * MOST_SIDE / longest)) for side in (height, width)]
        picture = resize(picture[None], *small)[0]
    buffer = io.BytesIO()
    to_pil(picture).save(buffer, "PNG")
    return base64.b64encode(buffer.getvalue()).decode()
