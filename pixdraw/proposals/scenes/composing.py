"""Paints a place as a scene: its sky, its layers or walls, what stands in it, its light and its weather."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from pixdraw.proposals.ruled.easel import Ramp
from pixdraw.proposals.ruled.look import ramp_of
from pixdraw.proposals.scenes import lands, maps, rooms, wonders
from pixdraw.proposals.scenes.canvas import Canvas, edge, hazed
from pixdraw.proposals.scenes.places import Cave, Land, Outlook, Room, Standing, places
from pixdraw.proposals.scenes.props import function_of, prop, share_of, shines
from pixdraw.proposals.scenes.skies import Light, light_of, paint_sky, paint_weather, rgb
from pixdraw.rng import Seed, chances

LAYERS = {**lands.LAYERS, **wonders.LAYERS}
MOONLIGHT = rgb("#c8d4f8")
"""Colour of the edges on which the moon shines."""
HAZE = 0.3
"""Share of the colour of the air in the ridges that are farthest away."""
_TONES = {
    "grass": "#58a83c", "leaf": "#3c8a3a", "jungle": "#2a8a48", "fir": "#2c6a48", "soil": "#a07a4a", "rock": "#68748e",
    "blossom": "#f0a0c4", "drygrass": "#c0a848", "ash": "#584c54", "dust": "#b08a60", "hellrock": "#5c2a2c",
    "moonrock": "#a8acb8", "violet": "#7a48a8", "teal": "#3a9088", "building": "#4a5474", "icewater": "#2a78b8",
    "swampwater": "#4a6a4a", "seasand": "#c8b888", "mint": "#7adcb0", "dungeonstone": "#5c6070", "barnred": "#98483a",
    "night": "#1e2a58",
}  # fmt: skip
"""Material of a layer → colour; other names are materials of their own."""
_SEASONS: Mapping[str, Mapping[str, str]] = {
    "autumn": {"grass": "#b09a44", "leaf": "#d0782c", "jungle": "#c8682c", "moss": "#8a7a3a"},
    "winter": {"grass": "snow", "leaf": "#7c9cb0", "soil": "#c0d0e0", "moss": "snow", "sand": "snow",
    "water": "#7ab4d8",
               "rock": "#8494ac", "jungle": "#7c9cb0", "stone": "#9aa8bc", "drygrass": "snow"},
    "spring": {"leaf": "#f0a0c4", "grass": "#7cc44c"},
    "gloom": {"grass": "#4c6248", "leaf": "#3a4e46", "moss": "#44584a", "soil": "#6a5a58", "fir": "#2c443e"},
    "magic": {"grass": "#3aa890", "leaf": "#5a58c0", "soil": "#8a78b8", "moss": "#3a9890"},
    "dead": {"grass": "#8a8058", "leaf": "#6a5a48"},
    "desert": {"grass": "sand", "soil": "#c89858", "leaf": "#b89868"},
    "neon": {"building": "#34305c", "asphalt": "#2a2840", "stone": "#3a3658"},
}  # fmt: skip
"""Season or mood → what it makes of materials."""
_CHANGED: Mapping[str, Mapping[str, str]] = {
    "autumn": {"tree": "autumn tree", "small flower": "mushroom"},
    "winter": {"tree": "snowy pine", "bush": "snowy bush", "cottage": "snowy cottage", "flower": "snowy bush",
               "small flower": "snowy bush", "pine tree": "snowy pine", "palm tree": "snowy pine", "reed": "",
               "mushroom": "snowy rock", "rock": "snowy rock", "fern": "", "cactus": "snowy rock"},
    "spring": {"tree": "cherry tree"},
    "desert": {"tree": "cactus", "bush": "rock"},
    "gloom": {"tree": "dead tree", "small flower": "mushroom"},
    "dead": {"tree": "dead tree", "bush": "rock", "small flower": ""},
}  # fmt: skip
"""Season or mood → what stands there instead of other things; nothing, where the name is empty."""


def scene(outlook: Outlook, seed: Seed, rows: int, columns: int) -> Tensor:
    """Return a scene as a picture [1, 3, rows, columns] in [0, 1], another one for every seed."""
    c = Canvas(rows, columns, chances(seed))
    place = places()[outlook.place]
    if outlook.is_above and isinstance(place, Land):
        maps.paint(c, place.name, outlook)
    elif isinstance(place, Land):
        _land(c, _merged(place, outlook.also), outlook)
    elif isinstance(place, Room):
        _room(c, place, outlook)
    else:
        _cave(c, place, outlook)
    return torch.from_numpy(c.colours.clip(0, 1)).float().permute(2, 0, 1)[None]


def tone(material: str, outlook: Outlook) -> Ramp:
    """Return the shades of a material in the season and mood of a scene."""
    for mood in outlook.moods:
        material = _SEASONS.get(mood, {}).get(material, material)
    return ramp_of(_TONES.get(material, material))


def _merged(place: Land, also: Sequence[str]) -> Land:
    """Return a land with what is to be seen of others: ridges behind it, water and ways on its ground."""
    layers = list(place.layers)
    ground = next((level for painter, _, level in layers if painter not in lands.RIDGES), 0.7)
    for name in also:
        other = places()[name]
        for painter, material, level in other.layers if isinstance(other, Land) else ():
            known = {one for one, _, _ in layers}
            if painter in known or {painter, *known} >= {"peaks", "snowpeaks"}:
                continue
            if painter in (*lands.RIDGES, "cone", "skyline", "pyramids"):
                layers.insert(0, (painter, material, min(level, ground + 0.02)))
            elif painter in ("lake", "river", "path", "road") or (painter == "isle" and "sea" in known):
                layers.append((painter, material, max(level, ground + 0.02)))
    ridges = sorted((one for one in layers if one[0] in lands.RIDGES), key=lambda one: (_RANKS.get(one[0], 2), one[2]))
    return replace(place, layers=(*ridges, *(one for one in layers if one[0] not in lands.RIDGES)))


_RANKS = {"peaks": 0, "snowpeaks": 0, "mesas": 1}
"""Ridges that are behind others."""


def _toned(layers: Sequence[tuple[str, str, float]]) -> str:
    """Return the material that a colour of the place is meant for: the water of a lake, else what comes first."""
    wet = [material for painter, material, _ in layers if painter in ("lake", "river", "sea", "falls")]
    named = [material for painter, material, _ in layers if painter in ("crowns", "trunks", "pines", "dunes", "mesas")]
    return (wet[:1] or named[:1] or [layers[-1][1]])[0]


def _land(c: Canvas, place: Land, outlook: Outlook) -> None:
    light = _light_over(place.light, outlook)
    horizon = min((level for _, _, level in place.layers), default=0.8)
    is_sea = place.light == "sea"
    is_alpine = any(painter in ("snowpeaks", "peaks") for painter, _, _ in place.layers)
    shown = outlook.shown | {"clear"} if is_alpine or "winter" in outlook.moods else outlook.shown
    paint_sky(c, light, 1.0 if is_sea else horizon, shown)
    said, meant = dict(outlook.tones).get("land"), _toned(place.layers)
    for number, (painter, material, level) in enumerate(place.layers):
        ramp = ramp_of(said) if said and material == meant else tone(material, outlook)
        if "winter" in outlook.moods:
            painter = {"pines": "snowpines", "crowns": "snowpines", "peaks": "snowpeaks"}.get(painter, painter)
        if painter in lands.RIDGES:
            ramp = hazed(
                ramp,
                light.haze,
                HAZE * (1.8 if light.is_dark else 1.0) * (1 - number / len(place.layers))
                if number < len(place.layers) - 1
                else 0,
            )
        LAYERS[painter](c, level, ramp, light)
    if not outlook.is_bare:
        _stand(c, place, outlook, light, horizon)
    c.shade(light.tint)
    paint_weather(c, light, outlook.weather)


def _light_over(usual: str, outlook: Outlook) -> Light:
    if usual == "sea":
        return light_of("night" if outlook.light == "night" else "sea")
    own = usual in ("black", "hell", "alien", "mars") and outlook.light in (None, "night", "gloom", "neon")
    return light_of(usual if own or outlook.light is None else outlook.light, dict(outlook.tones).get("sky"))


def _things(usual: Sequence[Standing], outlook: Outlook) -> list[Standing]:
    """Return what stands in a scene: first what is asked for, then what is usual there in its season."""
    asked = {function_of(one.name): one for one in outlook.asked}
    out, where = [], {}
    for one in usual:
        where[function_of(one.name)] = one.where
        name = one.name
        for mood in outlook.moods:
            name = _CHANGED.get(mood, {}).get(name, name)
        if name and function_of(name) not in asked:
            out.append(replace(one, name=name))
    return [*(replace(one, where=where.get(painter, "")) for painter, one in asked.items()), *out]


def _stand(c: Canvas, place: Land, outlook: Outlook, light: Light, horizon: float) -> None:
    """Put things on the ground, in the air and on the water of a land: those far away first, and smaller."""
    things = _things(place.things, outlook)
    ground = min(
        max(level for name, _, level in place.layers if name not in ("path", "road", "river", "lava", "tracks")), 0.84
    )
    things = [*things[len(outlook.asked) :], *things[: len(outlook.asked)]]  # what is asked for stands in front
    on_ground = [one.name for one in things if not one.where for _ in range(one.count)]
    at = _spots(c, place, on_ground, ground)
    for name, x, foot, size in sorted(at, key=lambda one: one[2]):
        _put(c, name, x, foot, size, light)
    rest = [(one.name, one.where) for one in things if one.where for _ in range(one.count)]
    for number, (name, where) in enumerate(rest):
        x = (number + c.rng.uniform(0.25, 0.75)) / len(rest)
        if where == "^":
            is_one = len(rest) == 1
            y = 0.82 if name == "floating island" else c.rng.uniform(0.3, 0.62) if not is_one else 0.42
            size = share_of(name) * (c.rng.uniform(0.6, 1.25) if not is_one else 1.0)
            _put(c, name, 0.5 if name == "floating island" else x, y, size, light)
        else:
            level = horizon + 0.1
            _put(c, name, x, c.rng.uniform(level, level + 0.12), share_of(name) * 0.7, light)


def _spots(c: Canvas, place: Land, names: Sequence[str], ground: float) -> list[tuple[str, float, float, float]]:
    """Return name, x, foot and size of things on the ground: small ones near by, tall ones behind, aside of paths."""
    layers = {painter for painter, _, _ in place.layers}
    tall = [name for name in names if share_of(name) >= 0.3]
    small = [name for name in names if share_of(name) < 0.3]
    out = []
    for group, near in ((tall, False), (small, True)):
        slots = [(number + 0.5) / max(len(group), 1) for number in range(len(group))]
        if not layers.isdisjoint(("path", "road", "river", "falls", "street")):
            slots = [0.5 + 0.5 * np.sign(x - 0.5) * (0.35 + 0.65 * abs(2 * x - 1)) if x != 0.5 else 0.84 for x in slots]
        if "isle" in layers:
            slots = [0.5 + 0.36 * (x - 0.5) for x in slots]
        order = c.rng.permutation(len(group))
        for number, name in enumerate(group):
            x = float(np.clip(slots[order[number]] + c.rng.uniform(-0.06, 0.06), 0.06, 0.94))
            depth = c.rng.uniform(0.72, 1.0) if near else (number + c.rng.uniform(0.2, 0.8)) / len(group) * 0.75
            if "isle" in layers:
                depth = 0.1 + 0.08 * near
            foot = ground + 0.05 + (0.93 - ground) * depth
            x, foot = _dry(c, x, foot)
            out.append((name, x, min(foot, 0.98), share_of(name) * (0.72 + 0.4 * depth)))
    return out


def _dry(c: Canvas, x: float, foot: float) -> tuple[float, float]:
    """Return a place near x on the ground that is neither in water nor on a street, if there is one."""
    for _ in range(12):
        row, column = min(int(foot * c.rows), c.rows - 1), int(x * (c.columns - 1))
        if not c.is_wet[row, max(column - 1, 0) : column + 2].any():
            break
        x = float(np.clip(x + c.rng.uniform(0.04, 0.12) * (1 if x > 0.5 else -1), 0.04, 0.96))
        foot = min(foot + c.rng.uniform(-0.02, 0.06), 0.99)
    return x, foot


def _put(c: Canvas, name: str, x: float, foot: float, share: float, light: Light) -> None:
    picture = _picture(c, name, light, share)
    if picture is not None and light.name == "night":
        _moonlit(picture)
    if picture is not None:
        half = 0.4 * picture.shape[1] / c.columns
        c.put(picture, min(max(x, half), 1 - half) if half < 0.4 else x, foot, lit=shines)


def _moonlit(picture: np.ndarray) -> None:
    """Let the moon shine on the upper edges of a thing, so that it stands off from what is behind it."""
    seen = picture[..., 3] > 0
    picture[edge(seen, -1), :3] = 0.45 * picture[edge(seen, -1), :3] + 0.55 * MOONLIGHT


def _picture(c: Canvas, name: str, light: Light, share: float | None = None) -> np.ndarray | None:
    """Return a thing as a picture [h, w, 4] without clear edges; None if no rules draw it."""
    side = max(round((share or share_of(name)) * c.short), 4)
    return prop(name, int(c.rng.integers(2**31)), side, is_dark=light.is_dark)


def _room(c: Canvas, place: Room, outlook: Outlook) -> None:
    light = light_of(outlook.light or "day")
    rooms.wall(c, place.wall[0], tone(place.wall[1], outlook) * c.rng.uniform(0.84, 1.08, 3))
    rooms.floor(c, place.floor[0], tone(place.floor[1], outlook) * c.rng.uniform(0.78, 0.98))
    said = dict(outlook.tones).get("land")
    if "rug" in place.parts:
        rooms.rug(c, ramp_of(said) if said else ramp_of(("#a83c44", "#3c5ea8", "#4a8258")[c.rng.integers(3)]))
    if "carpet" in place.parts:
        rooms.carpet(c, ramp_of(said) if said else ramp_of("#a8243a"))
    if "water" in place.parts:
        wonders.pool(c, 0.8, ramp_of("slime"), light)
    if "beams" in place.parts:
        rooms.beams(c, ramp_of("wood"))
    if not outlook.is_bare:
        _furnish(c, place, outlook, light)
    if outlook.light in ("night", "gloom", "neon", "storm"):
        c.shade(np.minimum(light.tint * 1.25, 1))


def _furnish(c: Canvas, place: Room, outlook: Outlook, light: Light) -> None:
    """Put furniture along the wall as long as there is room, and hang things where it is low."""
    wide, used = c.columns / c.short, 0.0
    things = [one for one in _things(place.things, outlook) for _ in range(one.count)]
    hanging = [one.name for one in things if one.name.split()[-1] in _HANGS]
    chosen: list[tuple[str, np.ndarray]] = []
    for name in (one.name for one in things if one.name not in hanging):
        picture = _picture(c, name, light)
        if picture is not None and used + picture.shape[1] * c.cell <= wide * 1.02:
            chosen.append((name, picture))
            used += picture.shape[1] * c.cell
    order = list(c.rng.permutation(len(chosen)))
    if place.name in _CENTRED and chosen:  # the first stands in the middle
        order.remove(0)
        order.insert(len(order) // 2 + len(order) % 2, 0)
    gap, x, at = max(wide - used, 0) / max(len(chosen), 1), 0.0, list[float]()
    for which in order:
        across = chosen[which][1].shape[1] * c.cell
        at.append(0.5 if which == 0 and place.name in _CENTRED else (x + gap / 2 + across / 2) / wide)
        x += across + gap
    lows = [(middle, rooms.FLOOR - chosen[which][1].shape[0] * c.cell) for which, middle in zip(order, at, strict=True)]
    _hang(c, [*hanging, *(one.name for one in place.hanging for _ in range(one.count))], lows, light)
    for which, middle in zip(order, at, strict=True):
        name, picture = chosen[which]
        foot = rooms.FLOOR + (0.07 if len(picture) > 0.36 * c.short else 0.13)
        c.put(picture, middle, foot, lit=shines)
        if name in ("fireplace", "forge"):
            rooms.warm(c, middle, foot - 0.12, 0.42)


def _hang(c: Canvas, names: Sequence[str], lows: Sequence[tuple[float, float]], light: Light) -> None:
    """Hang things on a wall, over furniture (its x, and where its top is) that leaves room, and beside it."""
    over = [x for x, top in sorted(lows, key=lambda one: -one[1]) if top > 0.28] or [x for x, _ in lows[:1]]
    beside = [x for x in (0.12, 0.88, 0.5) if all(abs(x - one) > 0.2 for one, _ in lows)]
    for name, x in zip(names, [*over, *beside], strict=False):
        _put(c, name, x, 0.36 if share_of(name) > 0.26 else 0.33, share_of(name), light)


_CENTRED = ("throne room", "church")
"""Rooms whose first thing stands in the middle."""
_HANGS = frozenset(("torch", "window", "banner", "picture", "painting", "poster", "clock", "tapestry", "chandelier",
                    "cobweb", "web", "glass", "shield", "sword", "lantern", "chains", "chain", "porthole",
                    "map"))  # fmt: skip


def _cave(c: Canvas, place: Cave, outlook: Outlook) -> None:
    said = dict(outlook.tones).get("land")
    ramp = ramp_of(said) if said else tone(place.rock, outlook)
    rooms.rock_walls(c, ramp)
    if place.rock == "hellrock":
        wonders.lava(c, 0.8, ramp_of("lava"), light_of("hell"))
    if outlook.is_bare:
        return
    things = [one.name for one in _things(place.things, outlook) for _ in range(one.count)]
    at = []
    for number, name in enumerate(things):
        x = (number + c.rng.uniform(0.3, 0.7)) / len(things)
        near = share_of(name) < 0.3 or number % 2
        at.append((name, 0.1 + 0.8 * x, 0.95 if near else 0.76, share_of(name)))
    c.rng.shuffle(at)
    for name, x, foot, size in sorted(at, key=lambda one: one[2]):
        _put(c, name, float(x), float(foot), float(size), light_of("day"))
        if "crystal" in name or name == "torch":
            rooms.warm(c, float(x), float(foot) - 0.15, 0.3, "#b0a0ff" if "crystal" in name else "#ffb450")
    if outlook.light in ("gloom", "night"):
        c.shade(np.array((0.72, 0.74, 0.86)))
