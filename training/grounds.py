"""The places of `pixdraw.proposals.places` as pictures to train with."""

from __future__ import annotations

from collections.abc import Mapping

from training import backdrops, interiors

GROUNDS: Mapping[str, backdrops.Painter] = {
    "night": backdrops.night,
    "space": backdrops.space,
    "sunset": backdrops.sunset,
    "ocean": backdrops.ocean,
    "underwater": backdrops.underwater,
    "beach": backdrops.beach,
    "desert": backdrops.desert,
    "forest": backdrops.forest,
    "snow": backdrops.snow,
    "city": backdrops.city,
    "mountains": backdrops.mountains,
    "room": backdrops.room,
    "dungeon": interiors.dungeon,
    "tavern": interiors.tavern,
    "cave": interiors.cave,
    "meadow": backdrops.meadow,
    "river": backdrops.river,
    "sky": backdrops.sky,
    "rain": backdrops.rain,
}
"""Setting → its painter."""
