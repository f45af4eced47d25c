"""The seeds of all candidates, and how many pictures of each prompt are kept."""

from __future__ import annotations

from typing import Any

from pixdraw.errors import SettingsError
from pixdraw.settings.common import Settings
from pixdraw.settings.seeds import SEED_LIMIT

ONCE = ("loop_frames", "animation_frames")
"""Settings that make one work of several pictures, so that none of them can be chosen."""


def chosen_from(settings: Settings) -> dict[str, Any]:
    """Return `seed`, those of all candidates, and `keep_best`; nothing if every picture is kept.

    Candidates have the seeds that are given and those that follow the last one. Raises SettingsError if more are given
    or kept than are drawn.
    """
    if settings.candidates is None and settings.keep_best is None:
        return {}
    name = "keep_best" if settings.candidates is None else "candidates"
    for other in ONCE:
        if getattr(settings, other):
            raise SettingsError(
                f"{name}={getattr(settings, name)}: {other} makes one work of all pictures; give only one of the two"
            )
    seeds = list(settings.seed)
    count = settings.candidates or len(seeds)
    if len(seeds) > count:
        raise SettingsError(
            f"candidates={count}: there are {len(seeds)} seeds; give fewer seeds, or at least {len(seeds)} candidates"
        )
    keep = settings.keep_best or len(seeds)
    if keep > count:
        raise SettingsError(f"keep_best={keep}: only {count} are drawn of each prompt; set candidates={keep} or more")
    used, following = set(seeds), seeds[-1]
    while len(seeds) < count:
        following = (following + 1) % SEED_LIMIT
        if following not in used:
            seeds.append(following)
    return {"seed": tuple(seeds), "keep_best": keep}
