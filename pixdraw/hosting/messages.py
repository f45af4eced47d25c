"""What a client is told where a request fails: one line, without paths of the server."""

from __future__ import annotations

import re

LONGEST = 1000

# Several names with slashes before them, at the beginning of a word: no address, fraction or "and/or".
_PATH = re.compile(r"(?<![\w.:/~\\-])(?:~|[A-Za-z]:)?[/\\](?:[^\s/\\:'\",;()]+[/\\])+([^\s/\\:'\",;()]*)")


def public(text: str) -> str:
    """Return an error's text in one line, each path on this machine cut down to its last name."""
    line = " ".join(text.split())
    line = line if len(line) <= LONGEST else f"{line[:LONGEST]}..."
    return _PATH.sub(lambda match: match[1] or "a folder", line)
