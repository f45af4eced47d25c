"""`pixdraw page`."""

from __future__ import annotations

import time

from pixdraw import streams


def page(
    *, port: int = 7860, host: str = "127.0.0.1", at_once: int = 1, waiting: int = 16, browser: bool = True
) -> None:
    """Start the browser interface: live previews, gallery, inpainting brush, palette editor and downloads.

    For example: pixdraw page --port 7861 --no-browser

    It runs until Ctrl-C. Needs the extra `page`: pip install "pixdraw[page]"

    Parameters
    ----------
    port
        Number of the port that the page is served on; default: the first free one from 7860 on.
    host
        Address that it is served on: 127.0.0.1 for this machine alone, 0.0.0.0 for every machine that reaches this
        one, without a password.
    at_once
        Maximum number of drawings running at the same time, over all visitors.
    waiting
        How many more drawings may wait for their turn; further ones are refused.
    browser
        Open the page in the browser.
    """
    from pixdraw.errors import SettingsError
    from pixdraw.page.server import serve

    for name, value, least, most in (
        ("port", port, 1, 65535),
        ("at_once", at_once, 1, 64),
        ("waiting", waiting, 1, 1000),
    ):
        if not least <= value <= most:
            raise SettingsError(f"{name}={value}: expected {least} to {most}")
    with serve(host=host, port=port, at_once=at_once, waiting=waiting, browser=browser) as served:
        streams.say(served.url)
        while True:
            time.sleep(3600)
