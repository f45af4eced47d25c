"""`pixdraw settings`."""

from __future__ import annotations

from pixdraw import streams
from pixdraw.settings.explain import explain


def settings(*words: str) -> None:
    """List all settings, those that a word is in, or explain one.

    For example: pixdraw settings palette, or: pixdraw settings iterations

    Parameters
    ----------
    words
        A setting's name, or words to look for in names and help.
    """
    streams.say(explain(" ".join(words)))
