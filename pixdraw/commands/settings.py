"""`pixdraw settings`."""

from __future__ import annotations

from pixdraw import streams
from pixdraw.settings.explain import explain


def settings(*words: str) -> None:
    """List all settings or those that match some words, or explain one.

    For example: pixdraw settings palette, or: pixdraw settings iterations

    Parameters
    ----------
    words
        The name of a setting, or words to search names and help for.
    """
    streams.say(explain(" ".join(words)))
