"""Which scene a prompt asks for: its place, light, weather and season, and what else it wants to see there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pixdraw.models.sprites.subject import rgb_called
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.ruled import scenic
from pixdraw.proposals.scenes.places import AIRY, FROM_OUTSIDE, Cave, Land, Outlook, Standing, places
from pixdraw.proposals.scenes.props import is_drawn
from pixdraw.text.scene import Scene, Thing

_APART = re.compile(
    r"\b(?:with|and|in|inside|on|at|over|under|by|near|behind|beside|between|among|of|through|into|from|above|below|"
    r"next to|in front|full|covered|surrounded|lit|filled|the|an?|some|its|it|going|running|flowing|leading|during|for|"
    r"to|while|scene|landscape|background|backdrop|scenery|view|pixel art|interior|level|environment)\b|[,.;:!]"
)
_INSIDE = re.compile(r"^(?:the |an? )?inside\b|\b(?:interior|indoors|inside of|inside view|inside an?|inside the)\b")
_ABOVE = re.compile(r"\b(?:(?:from|seen) above|top[- ]?down|bird'?s[- ]eye|aerial|overhead|map view|satellite)\b")
_LIGHTS = """
neon: neon cyberpunk synthwave vaporwave
night: night midnight moonlit moonlight nighttime nighttime starry starlit nocturnal
sunset: sunset dusk evening twilight sundown nightfall
dawn: dawn sunrise morning daybreak
storm: storm stormy thunderstorm thunder
rain: rain rainy raining drizzle downpour
gloom: spooky haunted creepy cursed eerie scary gloomy ghostly sinister evil horror dark halloween
magic: magical magic enchanted fairy mystical mystic dreamy
hell: hellish infernal demonic
alien: alien
smoke: apocalyptic apocalypse post-apocalyptic burning war-torn
fog: fog foggy mist misty hazy
"""
"""Light: words that tell it; the first line that has a word decides."""
_MOODS = """
autumn: autumn fall autumnal
winter: snowy winter wintry snow-covered frozen icy snow snowing snowfall blizzard christmas
spring: blossom blossoms blooming sakura spring
gloom: spooky haunted creepy cursed eerie scary gloomy ghostly sinister evil horror halloween
magic: magical magic enchanted mystical fairy
neon: neon cyberpunk synthwave vaporwave
dead: dead withered barren lifeless dying
"""
_WEATHERS = """
rain: rain rainy raining drizzle downpour storm stormy thunderstorm
snow: snowing snowfall blizzard snowstorm falling-snow snow-falling
fog: fog foggy mist misty hazy
"""
_SHOWN = """
sun: sun sunny
moon: moon crescent
full moon: full-moon
crescent: crescent
blood: blood-moon
stars: star stars starry
clouds: clouds cloud
overcast: cloudy overcast
rainbow: rainbow
lightning: lightning thunder thunderstorm
aurora: aurora northern-lights
meteor: meteor comet shooting-star
clear: clear cloudless
"""
"""What is seen in the sky: words that ask for it; words joined by "-" stand beside each other."""
_IN_SKY = frozenset(("sun", "moon", "full moon", "star", "cloud", "sky", "rainbow", "lightning", "aurora",
                     "northern light",
                     "meteor", "comet", "shooting star", "rain", "snow", "fog", "mist", "storm", "night", "day",
                     "light",
                     "thunderstorm", "weather", "crescent moon", "crescent", "blood moon", "sunlight",
                     "moonlight"))  # fmt: skip
_PLURAL = 2


@dataclass(frozen=True)
class Asked:
    """A scene, and the things of the prompt that are no part of the place and are drawn before it."""

    outlook: Outlook
    others: tuple[Thing, ...] = ()


def asked_of(scene: Scene) -> Asked | None:
    """Return the scene that a prompt asks for; None for a prompt of things, be they in a place or not."""
    text = scene.text.lower()
    is_inside = bool(_INSIDE.search(text))
    chunks = [chunk for part in _APART.split(_ABOVE.sub(",", text)) if (chunk := part.split())]
    named = [name for chunk in chunks if (name := _place_of(chunk, is_inside=is_inside))]
    homed = _at_home(_said(scene.things[0])) if len(scene.things) == 1 else ""
    if homed:
        asked = _outlook(text, [*chunks, _said(scene.things[0])[-1:]], [homed, *named], is_inside=is_inside)
        return Asked(asked)
    if not named:
        return None
    others = tuple(one for one in scene.things if not _belongs(one, is_inside=is_inside))
    is_place = any(_place_of(_said(one), is_inside=is_inside) for one in scene.things if one not in others)
    furnished = len(scene.things) > 1 and not isinstance(places()[named[0]], Land)
    airy = any(" ".join(_said(one)[-1:]) in _IN_SKY for one in scene.things)
    if not (is_place or is_inside or not scene.things or (not others and (furnished or airy))):
        return None
    if is_inside and not is_place and scene.things and len(others) == len(scene.things):
        return None
    others = (*others, *(being for chunk in chunks if (being := _being(chunk, scene))))
    return Asked(_outlook(text, chunks, named, is_inside=is_inside), others[:2])


def _being(chunk: Sequence[str], scene: Scene) -> Thing | None:
    """Return the being that a noun phrase names, if no thing of the scene is it: the fox of "a forest with a fox"."""
    known = lexicon.load()
    noun = known.singular(chunk[-1])
    taken = {thing.noun.split()[-1] for thing in scene.things}
    is_with = re.search(rf"\bwith (?:an? |the |some )?{re.escape(' '.join(chunk))}\b", scene.text.lower())
    is_none = noun in taken or noun in scenic.NAMES or noun in _IN_SKY
    if not is_with or is_none or "a" not in known.nouns.get(noun, ""):
        return None
    phrase = " ".join((*(word for word in chunk[:-1] if word not in known.numbers), noun))
    return Thing(noun, phrase, phrase)


def around(texts: Sequence[str]) -> Outlook | None:
    """Return the place that things are in ("in the forest", "at night"), as a scene with nothing in it.

    None if no text names a place of the table.
    """
    said = " ".join(texts).lower()
    is_inside = said.startswith(("in ", "inside ", "on ")) and not said.startswith("in front")
    chunks = [chunk for text in texts for part in _APART.split(text.lower()) if (chunk := part.split())]
    named = [name for chunk in chunks if (name := _place_of(chunk, is_inside=is_inside))]
    if not named:
        return None
    return replace(_outlook(said, chunks, named, is_inside=is_inside), asked=(), is_bare=True, is_above=False)


def _place_of(chunk: Sequence[str], *, is_inside: bool) -> str | None:
    """Return the name of the place that a noun phrase ends with, whatever is said before it."""
    known, one_of = places(), lexicon.load().singular
    chunk = [word for word in chunk if word not in ("at", "day")]
    for end in range(len(chunk), 0, -1):
        if end < len(chunk) and not _says_how(chunk[end]):
            break
        for start in range(end):
            name = " ".join(chunk[start:end])
            single = " ".join((*chunk[start : end - 1], one_of(chunk[end - 1])))
            for form in (name, single):
                if form in known and (is_inside or form not in FROM_OUTSIDE):
                    return form
    return None


def _says_how(word: str) -> bool:
    """Return whether a word after a noun says how or what it does: a volcano erupting."""
    known = lexicon.load()
    return word.endswith(("ing", "ed")) or any(known.has(one, word) for one in ("adjective", "done", "doing"))


def _said(thing: Thing) -> list[str]:
    """Return the words of a thing's noun phrase, without an article."""
    chunks = [chunk for part in _APART.split(thing.noun_phrase.lower()) if (chunk := part.split())]
    return chunks[0] if chunks else []


def _at_home(words: Sequence[str]) -> str:
    """Return the place that is named before something large that stands in it: the desert of a desert monolith."""
    if len(words) < 2 or words[-1] not in ("monolith", "obelisk", "ruin", "ruins", "column", "columns", "shrine"):
        return ""
    return next((word for word in words[:-1] if isinstance(places().get(word), Land)), "")


def _belongs(thing: Thing, *, is_inside: bool) -> bool:
    """Return whether a thing is a place, a part of the sky, or what stands in places."""
    words = _said(thing)
    if not words:  # "a landscape"
        return True
    if _place_of(words, is_inside=is_inside) or _stands(words):
        return True
    return " ".join(words[-2:]) in _IN_SKY or lexicon.load().singular(words[-1] if words else "") in _IN_SKY


def _stands(chunk: Sequence[str]) -> Standing | None:
    """Return what stands in places that a noun phrase names; None for beings and what no rules draw."""
    known = lexicon.load()
    count = max((known.numbers.get(word, 0) for word in chunk), default=0)
    words = [word for word in chunk if word not in known.numbers]
    if not words:
        return None
    last = known.singular(words[-1])
    plural = last != words[-1]
    for start in range(len(words)):
        noun = " ".join((*words[start:-1], last))
        if ("a" in known.nouns.get(noun, "") and noun not in scenic.NAMES) or noun in _IN_SKY:
            return None
        if is_drawn(noun):
            name = " ".join((*words[max(start - 1, 0) : -1], last))
            return Standing(name if is_drawn(name) else noun, min(count or (_PLURAL if plural else 1), 6))
    return None


def _outlook(text: str, chunks: Sequence[Sequence[str]], named: Sequence[str], *, is_inside: bool) -> Outlook:
    known = places()
    grounds = [name for name in named if known[name].name not in AIRY]
    within = [name for name in grounds if not isinstance(known[name], Land)] if is_inside else []
    place = (within or grounds or named)[0]
    words = re.findall(r"[a-z'-]+", text)
    in_sky = [word for word in words if word not in place.split() or len(place.split()) == 1]
    moods = tuple(_read(_MOODS, words))
    light = next(iter(_read(_LIGHTS, words)), None)
    shown = frozenset(_read(_SHOWN, in_sky))
    if known[place].name in ("arctic", "snow"):
        moods = tuple(mood for mood in moods if mood != "winter")
    if light is None and "moon" in shown:
        light = "night"
    if light == "magic" and isinstance(known[place], Cave):
        light = None
    asked, grounds = list[Standing](), [*grounds]
    for chunk in chunks:
        found = _place_of(chunk, is_inside=is_inside)
        if found is None and (one := _stands(chunk)):
            asked.append(one)
        for word in chunk if found == place and isinstance(known[place], Land) else ():
            if word in place.split():
                continue
            if isinstance(known.get(word), Land):  # a mountain village
                grounds.append(word)
            elif word in scenic.NAMES and word != "planet":  # a mushroom forest
                asked.append(Standing(word, _PLURAL))
    if "desert" in grounds or not {"western", "wild-west"}.isdisjoint(words):
        moods += ("desert",)
    if "underwater" in words and isinstance(known[place], Land) and known[place].name != "underwater":
        asked += [one for one in known[place].things if not one.where]
        place = "underwater"
    return Outlook(
        place,
        tuple(dict.fromkeys(name for name in grounds if name != place)),
        light,
        frozenset(_read(_WEATHERS, words)),
        shown,
        moods,
        tuple(dict.fromkeys(asked)),
        tuple(_tones(chunks, place, is_inside=is_inside)),
        bool(_ABOVE.search(text)),
    )


def _tones(chunks: Sequence[Sequence[str]], place: str, *, is_inside: bool) -> Iterable[tuple[str, str]]:
    """Return the colours that are said of the place, and of the sky, as hexadecimal digits."""
    known = lexicon.load()
    for chunk in chunks:
        colours = [word for word in chunk[:-1] if known.has("colour", word) and rgb_called(word) is not None]
        if not colours:
            continue
        rgb = rgb_called(colours[-1])
        assert rgb is not None
        tone = "#" + "".join(f"{round(255 * one):02x}" for one in rgb)
        if chunk[-1] in ("sky", "skies", "sunset", "sunrise"):
            yield "sky", tone
        elif _place_of(chunk, is_inside=is_inside) == place:
            yield "land", tone


def _read(table: str, words: Sequence[str]) -> list[str]:
    """Return the keys of a table whose words are among `words`, in the table's order."""
    said = {*words, *(f"{one}-{after}" for one, after in zip(words, words[1:], strict=False))}
    said |= {word.rstrip("s") if word.endswith("ts") else word for word in said}
    found = []
    for line in table.strip().splitlines():
        key, listed = line.split(":")
        if not said.isdisjoint(listed.split()):
            found.append(key)
    return found


_SETTINGS: Mapping[str, tuple[str, str | None]] = {
    "night": ("night sky", "night"), "space": ("space", None), "sunset": ("sunset", "sunset"), "ocean": ("ocean", None),
    "underwater": ("underwater", None), "beach": ("beach", None), "desert": ("desert", None),
    "forest": ("forest", None),
    "snow": ("snow", None), "city": ("city", None), "mountains": ("mountain", None), "room": ("living room", None),
    "dungeon": ("dungeon", None), "tavern": ("tavern", None), "cave": ("cave", None), "meadow": ("meadow", None),
    "river": ("river", None), "sky": ("sky", None), "rain": ("meadow", "rain"),
}  # fmt: skip


def outlook_of_setting(place: str, sky: str | None) -> Outlook:
    """Return a setting of `proposals.places`, under the sky of another one, as a scene with nothing in it."""
    name, light = _SETTINGS[place]
    over = {"night": "night", "sunset": "sunset", "rain": "rain", "sky": "day"}.get(sky or "", light)
    weather = frozenset(("rain",)) if "rain" in (place, sky) else frozenset()
    return Outlook(name, light=over, weather=weather, is_bare=True)
