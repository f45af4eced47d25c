"""The page served: one process, on this machine alone unless told otherwise, with nothing from other hosts."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.hosting.limits import Limits
from pixdraw.hosting.pictures import MOST_BYTES
from pixdraw.page import shown
from pixdraw.page.visits import Visits
from pixdraw.page.works import Easel

LOCAL = ("127.0.0.1", "localhost", "[::1]")
KEPT_S = 86_400
"""How long copies of files that a browser was shown are kept."""
POLICY = (
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'"
)
"""What a browser may load and connect to: this server."""


class Served(ExitStack):
    """A running page, as a context; `url` is where."""

    url = ""


def serve(
    *,
    host: str = LOCAL[0],
    port: int | None = None,
    at_once: int = 1,
    waiting: int = 16,
    browser: bool = False,
    easel: Easel | None = None,
    limits: Limits | None = None,
) -> Served:
    """Start the page and return it, running; leaving its context ends it and removes all files.

    `at_once` drawings go on at a time, at most `waiting` more wait. Raises SettingsError if Gradio is missing or the
    port is taken.
    """
    visits = Visits()
    inbox = visits.root / "files"
    inbox.mkdir(mode=0o700)
    os.environ["GRADIO_TEMP_DIR"] = str(inbox)
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    try:
        import gradio as gr

        from pixdraw.page.events import Events
        from pixdraw.page.layout import lay_out
    except ImportError as error:
        visits.close()
        raise SettingsError("the page needs Gradio: pip install 'pixdraw[page]'") from error
    served = Served()
    served.callback(visits.close)
    with gr.Blocks(title="pixdraw", analytics_enabled=False, delete_cache=(3600, KEPT_S)) as blocks:
        events = Events(lay_out(), visits, easel or Easel(), limits or Limits(), inbox)
        events.bind(at_once)
        blocks.unload(events.leave)
    blocks.queue(max_size=waiting, default_concurrency_limit=4, api_open=False)
    try:
        _, served.url, _ = blocks.launch(**_options(gr, host, port, browser))
    except OSError as error:
        served.close()
        raise SettingsError(f"port {port}: cannot be served on ({error}); choose another with --port") from error
    served.callback(blocks.close)
    return served


def _options(gr: Any, host: str, port: int | None, browser: bool) -> dict[str, Any]:
    """Return how Gradio is to serve: quietly, without its own links, with our looks and borders."""
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    middleware = [Middleware(_Policy)]
    if host in LOCAL:  # a page of another name that leads here is none of ours
        middleware.append(Middleware(TrustedHostMiddleware, allowed_hosts=list(LOCAL)))
    return {
        "server_name": host,
        "server_port": port,
        "prevent_thread_lock": True,
        "quiet": True,
        "share": False,
        "inbrowser": browser,
        "show_error": False,
        "ssr_mode": False,
        "footer_links": [],
        "run_history": False,
        "enable_monitoring": False,
        "pwa": False,
        "mcp_server": False,
        "max_file_size": MOST_BYTES,
        "app_kwargs": {"middleware": middleware, "docs_url": None, "redoc_url": None, "openapi_url": None},
        "theme": _theme(gr),
        "css": shown.static("page.css"),
        "js": shown.static("names.js"),
    }


def _theme(gr: Any) -> Any:
    """Return the page's looks, in the fonts of the reader's machine."""
    fonts = ["system-ui", "sans-serif"]
    theme = gr.themes.Base(
        primary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.zinc,
        radius_size=gr.themes.sizes.radius_md,
        font=fonts,
        font_mono=["ui-monospace", "Menlo", "Consolas", "monospace"],
    )
    return theme.set(
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_text_color="white",
        block_label_text_size="*text_sm",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_300",
        block_info_text_color="*neutral_600",
        block_info_text_color_dark="*neutral_300",
        button_cancel_background_fill="*neutral_100",
    )


class _Policy:
    """Adds to every answer what a browser may load."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def answer(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = [("content-security-policy", POLICY), ("x-content-type-options", "nosniff")]
                headers.append(("referrer-policy", "no-referrer"))
                message["headers"] = [*message["headers"], *((n.encode(), v.encode()) for n, v in headers)]
            await send(message)

        await self._app(scope, receive, answer)


__all__ = ["Served", "serve"]
