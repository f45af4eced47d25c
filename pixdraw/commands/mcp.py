"""`pixdraw mcp`."""

from __future__ import annotations

from pathlib import Path


def mcp(folder: Path = Path()) -> None:
    """Serve tools for agents over standard input and output: draw, vary, repair, pixelise, animate, tileset, and more.

    For example, in a client's configuration: command "pixdraw", arguments "mcp", "/home/me/art"

    Parameters
    ----------
    folder
        The only folder whose files the tools read and write; default: the working folder.
    """
    from pixdraw.hosting.agents.server import serve

    serve(folder)
