"""`from clipit.generate import …`, as some notebooks write."""

from clipit import *  # noqa: F403
