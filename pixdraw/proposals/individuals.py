"""How people of one role differ from seed to seed: skin, hair, beard, the shade of their clothes, belt and boots."""

from __future__ import annotations

import colorsys
from dataclasses import replace

from pixdraw.proposals import wardrobe
from pixdraw.proposals.outfit import Outfit
from pixdraw.proposals.roles import BEARDS, BODIES, DRESSED, FACES, HATS, NO_PEOPLE
from pixdraw.rng import Rng

PEOPLE = ("man", "woman")
"""Figures whose hair and clothes may be any."""
SKINS = ("", "#f2caa8", "#cf9763", "#b47c50", "#9c6644")
"""Colours of skin beside the figure's own, ""."""
DARK_SKINS = SKINS[-2:]
HAIRS = ("hair", "hair", "black", "blond", "ginger", "#8a5a34")
"""Colours of hair."""
DARK_HAIRS = ("black", "black", "#4a3228")
"""Colours of the hair of people of dark skin."""
STYLES = {
    "man": ("", "", "long hair", "quiff", "fringe", "bowl cut"),
    "woman": ("", "", "bun", "ponytail", "fringe", "braids"),
}
"""Pieces of hair, where nothing else is on the head; "": as the figure has it."""
_ALL_STYLES = tuple(style for several in STYLES.values() for style in several if style)
CHINS = ("", "", "", "beard", "mustache", "goatee")
"""Beards of men whose role and prompt leave it free."""
DARK_BEARD = "#33282a"
"""Colour of beards of men of dark skin: of other colours of hair they would hardly be seen on it."""
SOFT = "#5c4c46"
"""Colour of a black beard, in which eyes are still seen."""
DYES = ("", "#3f68a8", "#a83c34", "#4a8a4e", "#7a4f94", "#b0803a", "#5c6470")
"""Colours of the clothes of people whose role has none of its own."""
DYED = (*PEOPLE, "elder", "crone", "wizard")
METALS = ("", "", "#b08a54", "#5f6880", "#8fa0b8")
"""Colours of the armour of knights."""
SHADES = ((0.0, 0.0), (0.0, -0.13), (0.0, 0.1), (0.04, -0.04), (-0.04, 0.03))
"""By how much clothes differ in hue, of 1 around, and lightness from the colour of their role."""
BELTS = ("", "leather", "dark", "#b08a54")
BOOTS = ("", "leather", "dark", "#6a3a2a")
PALE, DEEP = 0.8, 0.22
"""Lightness from which on clothes are white, and up to which they are black: these hardly change."""


def individual(outfit: Outfit, rng: Rng) -> Outfit:
    """Return an outfit with all that the prompt and the role leave to chance, by the one seed of `rng`."""
    look = replace(outfit, pieces=dict(outfit.pieces))
    if not look.pieces.keys().isdisjoint(NO_PEOPLE):
        return look
    if look.figure in DRESSED:
        _skin(look, rng)
        _head(look, rng)
    if not look.clothes_are_said:
        _clothes(look, rng)
    if look.figure == "man" and look.pieces.keys().isdisjoint(BODIES):
        for name, colours in (("belt", BELTS), ("boots", BOOTS)):
            if name not in look.pieces and (colour := _one(colours, rng, name)):
                look.pieces[name] = (colour,)
    return look


def _skin(look: Outfit, rng: Rng) -> None:
    """Give a person a colour of skin."""
    if look.skin:
        return
    look.skin = _one(SKINS, rng, "skins")
    if look.skin:
        bare = ("ears", "bald")
        look.pieces = {one: (look.skin,) if one in bare else given for one, given in look.pieces.items()}


def _head(look: Outfit, rng: Rng) -> None:
    """Give a man or a woman hair and a beard, as far as they are free, both of one colour."""
    if look.figure not in PEOPLE or "bald" in look.pieces:
        return
    worn = {one: given or wardrobe.own_colours(one) for one, given in look.pieces.items() if one in BEARDS}
    if not look.hair and all(colours == ("hair",) for colours in worn.values()):
        look.hair = _one(DARK_HAIRS if look.skin in DARK_SKINS else HAIRS, rng, "hair")
    colour = look.hair or "hair"
    is_dark = look.skin in DARK_SKINS and not look.hair_is_said
    beard = DARK_BEARD if is_dark else SOFT if colour == "black" else colour
    hides = not look.pieces.keys().isdisjoint(FACES)
    if look.figure == "man" and not worn and not hides and not look.is_shaven and (chin := _one(CHINS, rng, "beard")):
        look.pieces[chin] = (beard,)
    styles, is_bare = STYLES[look.figure], look.pieces.keys().isdisjoint((*HATS, *_ALL_STYLES))
    if is_bare and not hides and not look.hair_is_said and (style := _one(styles, rng, "hair style")):
        look.pieces[style] = (colour,)
    own = {one: given or wardrobe.own_colours(one.removeprefix(wardrobe.LEFT)) for one, given in look.pieces.items()}
    hairy = {one: beard if one in BEARDS else colour for one in look.pieces if own[one] == ("hair",)}
    look.pieces = {one: (hairy[one],) if one in hairy else given for one, given in look.pieces.items()}
    if (
        is_dark and "beard" in look.pieces and not look.beard_is_said
    ):  # a full one would leave nothing of the face but the eyes
        look.pieces["goatee"] = look.pieces.pop("beard")


def _clothes(look: Outfit, rng: Rng) -> None:
    """Give clothes a shade of their role's colour, and any colour where the role has none."""
    if not look.clothes:
        usual = METALS if look.figure == "knight" else DYES if look.figure in DYED else ("",)
        look.clothes = _one(usual, rng, "cloth")
        return
    hue, more = SHADES[int(rng.at("people.shade").integers(high=len(SHADES)))]
    turned, light, full = colorsys.rgb_to_hls(*wardrobe.colour(look.clothes).tolist())
    if look.clothes == "skin" or not DEEP < light < PALE:
        return
    rgb = colorsys.hls_to_rgb((turned + hue) % 1, min(max(light + more, 0.0), 1.0), full)
    look.clothes = "#" + "".join(f"{round(255 * one):02x}" for one in rgb)


def _one(several: tuple[str, ...], rng: Rng, what: str) -> str:
    """Return one of several by chance."""
    return several[int(rng.at(f"people.{what}").integers(high=len(several)))]
