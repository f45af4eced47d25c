"""Figures: beings that are drawn in a plain manner, and people, a man or a woman dressed for their role."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from torch import Tensor

from pixdraw.errors import SettingsError
from pixdraw.models.sprites.attire import Attire, Piece
from pixdraw.models.sprites.subject import Figure
from pixdraw.proposals import wardrobe
from pixdraw.proposals.individuals import individual
from pixdraw.proposals.language import lexicon
from pixdraw.proposals.language.thesaurus import SHAPELESS
from pixdraw.proposals.materials import material_of, shades_of
from pixdraw.proposals.outfit import Outfit
from pixdraw.proposals.roles import (
    ANY_HAT,
    ANYBODY,
    BARE,
    BEINGS,
    CLOTHES,
    DRESSED,
    FEMALE,
    FIGURES,
    HAIRS,
    HANDS,
    HATS,
    HEADS,
    LOOKS,
    OLD,
    ON_ALL,
    ONE_EYED,
    ORDER,
    PLAIN,
    RAISING,
    SHAVEN,
    SKINS,
    THROWN,
    TINTS,
    WHOLE,
    other_words,
    roles,
)
from pixdraw.rng import Rng
from pixdraw.text.scene import Scene, Thing, bare

_EYES = re.compile(r"\b(?:eyes?|eyed|pupils?|lips|mouth|teeth|tongue|claws|nose)$")
_ONE_EYE = re.compile(r"\bone (?:[a-z]+ )?eye\b|\b(?:one|single)[- ]eyed\b|\bcyclops\b")
_BEARD = re.compile(r"\b(?:beard|mustache|moustache|goatee)\b")
_SAID = re.compile(r"[a-z][a-z'-]*")


def figure_of(thing: Thing, drawn: Container[str], rng: Rng | None = None) -> Figure | None:
    """Return the figure that a thing is drawn as; None if it is none, or `drawn` has not the name of the figure.

    The one seed of `rng` decides what the role and the prompt leave open, such as the colour of the hair.
    """
    if thing.is_tile or not thing.noun_phrase:
        return None
    phrase = bare(thing.noun_phrase).replace("-haired", "_haired").replace(" haired", "_haired").split()
    head = phrase[: next((at for at, word in enumerate(phrase) if word in ("of", "on")), len(phrase))]
    noun = thing.noun.partition(" on ")[0]  # a witch on a broom is a witch
    role, others = _role(head, noun)
    if not role or (len(noun.split()) > 1 and noun not in roles() and noun not in role):
        return None
    look = _dressed(role, others, thing)
    if look is None:
        return None
    name, manner, neck = FIGURES.get(look.figure, (look.figure, BEINGS, WHOLE))
    if name not in drawn:
        return None
    return Figure(name, manner, _attire(look if rng is None else individual(look, rng), neck))


def as_figures(scene: Scene, renamed: Scene, drawn: Container[str]) -> Scene:
    """Return a scene in known words, `renamed`, but that figures keep their own and are drawn with what they have."""
    pairs = list(zip(scene.things, renamed.things, strict=True))
    found = [figure_of(thing, drawn) for thing, _ in pairs]
    if not any(found):
        return renamed
    things = tuple(one if figure else other for (one, other), figure in zip(pairs, found, strict=True))
    return replace(renamed, things=things)


def holds_all(thing: Thing, drawn: Container[str]) -> bool:
    """Return whether a thing is drawn as a figure that wears and holds whatever it can."""
    return figure_of(thing, drawn) is not None and all(_piece(one.noun_phrase) for one in thing.holds)


def without_eyes(thing: Thing) -> Thing:
    """Return a thing without what its text says of the colour of eyes and the like, which is not that of its body."""
    text = thing.text
    for detail in thing.details:
        if _EYES.search(detail.lower()):
            text = text.replace(detail, "").strip(" ,")
    return replace(thing, text=" ".join(text.split()) or thing.noun_phrase)


def _role(words: Sequence[str], noun: str) -> tuple[str, list[str]]:
    """Return the role at the end of a noun phrase, and the words before it; none where they make it something else."""
    last = _longest(words)
    if not last:
        return "", []
    others = list(words[: len(words) - len(last.split())])
    if last in ANYBODY and (before := _longest(others)) and before not in ANYBODY and before not in HAIRS:
        return before, [*others[: len(others) - len(before.split())], last]
    return last, others


def _longest(words: Sequence[str]) -> str:
    """Return the longest role that words end with."""
    ends = (" ".join(words[start:]) for start in range(max(len(words) - 4, 0), len(words)))
    return next((end for end in ends if end in roles()), "")


def _fits(word: str) -> bool:
    """Return whether a word before a role leaves it the same."""
    known = lexicon.load()
    named = (PLAIN, FEMALE, OLD, ANYBODY, ONE_EYED, LOOKS, SKINS, HAIRS)
    if "_haired" in word or any(word in words for words in named):
        return True
    if "a" in known.nouns.get(word, "") and not known.has("colour", word):
        return False
    kinds = ("adjective", "colour", "shade", "adverb", "done", "doing", "look", "determiner")
    says_how = word == "and" or word in known.numbers or material_of(word) is not None
    return says_how or any(known.has(kind, word) for kind in kinds)


def _dressed(role: str, others: Sequence[str], thing: Thing) -> Outfit | None:
    """Return how a role looks, as the words before it and what a prompt says of it; None if they do not fit."""
    figure, clothes, worn = roles()[role]
    if not all(_fits(word) or roles().get(word, ("",))[0] == figure for word in others):
        return None
    if role in SHAPELESS and not ONE_EYED.isdisjoint(others):
        figure = "cyclops"
    look = Outfit(figure, clothes, is_shaven=not SHAVEN.isdisjoint((*others, *role.split())))
    look.beard_is_said = "bearded" in others
    is_female = not {*others, *role.split()}.isdisjoint(FEMALE)
    if is_female and figure in ("man", "wizard"):
        look.figure = "woman"
        if figure == "wizard":
            look.clothes = "blue"
            look.take("pointed blue gold")
    for one in worn:
        if not (is_female and one.split()[0] in ("beard", "mustache", "long")):
            look.take(one)
    if figure == "elder" or (figure == "man" and not is_female and not set(others).isdisjoint(OLD)):
        look.hair = "white"
        look.take("long beard white")
    for word in others:
        for one in LOOKS.get(word, "").split(", "):
            look.take(one)
        look.skin = SKINS.get(word, look.skin)
        look.hair = HAIRS.get(word.replace("_", "-"), look.hair)
    if look.skin and look.figure in DRESSED:
        look.pieces = {one: (look.skin,) if one in ("ears", "bald") else given for one, given in look.pieces.items()}
    _coloured(look, thing)
    _given(look, thing)
    return look


def _coloured(look: Outfit, thing: Thing) -> None:
    """Give a figure the colour or the material of its own: a red knight, a golden knight."""
    hair = [HAIRS[one] for one in thing.colours if one in HAIRS]
    look.hair = hair[0] if hair else look.hair
    own = [one for one in thing.colours if one not in HAIRS]
    own = own or list(dict.fromkeys(filter(material_of, (*thing.materials, *thing.modifiers))))
    own = own or [one for one in thing.modifiers if one == "dark"]
    if len(own) != 1:
        return
    if look.figure in BARE:
        look.skin = _colour(own[0])
    elif look.figure in FIGURES:
        _clothe(look, _colour(own[0]))


def _clothe(look: Outfit, colour: str) -> None:
    """Give the clothes a colour, and the pieces that are of the same cloth."""
    if colour:
        look.clothes, look.clothes_are_said = colour, True
        look.pieces = {one: (colour, *given[1:]) if one in TINTS else given for one, given in look.pieces.items()}


def _given(look: Outfit, thing: Thing) -> None:
    """Put on a figure what a prompt says that it wears, holds and has."""
    for one in thing.wears:
        said = _colour((*one.colours, *one.materials, "")[0])
        name = _piece(one.noun_phrase)
        if one.noun in ANY_HAT and (own := next((hat for hat in look.pieces if hat in HATS), "")):
            name = own
        is_cloth = (name in TINTS or one.noun in CLOTHES) and name not in ("hood", "cape", "scarf", "apron")
        if said and is_cloth and look.figure in FIGURES:
            look.clothes, look.clothes_are_said = said, True
        fits = look.figure in DRESSED or (name in HATS and look.figure in HEADS)
        if name and (fits or name in HANDS or (name in ON_ALL and look.figure in FIGURES)):
            look.put(name, *((said,) if said else ()))
    if thing.holds:
        look.pieces = {one: given for one, given in look.pieces.items() if one not in HANDS}
    for one in thing.holds:
        if name := THROWN.get(one.noun, _piece(one.noun_phrase)):
            look.hold(name, one.count, *_painted(name, _colour((*one.colours, *one.materials, "")[0])))
    for detail in thing.details:
        _detailed(look, detail.lower())
    if "slime" in look.pieces and _ONE_EYE.search(thing.text.lower()):
        look.pieces = {"slime with one eye" if one == "slime" else one: given for one, given in look.pieces.items()}
    if look.figure in FIGURES and not RAISING.isdisjoint(_SAID.findall(thing.text.lower())):
        look.take("raised arm")
    if "raised arm" in look.pieces:
        look.put("raised arm", look.clothes or "blue")


def _painted(name: str, said: str) -> tuple[str, ...]:
    """Return the colours of a held piece of which a prompt says one: an axe's is that of its blade, no handle's."""
    handle, *rest = wardrobe.own_colours(name)
    on_blade = handle in ("wood", "white") and rest and said != _colour("wood")
    return () if not said else (handle, said) if on_blade else (said,)


def _detailed(look: Outfit, detail: str) -> None:
    """Put on what a clause says: "with a long white beard", "dressed in black"."""
    words = _SAID.findall(detail)
    said = next((_colour(word) for word in words if _colour(word)), "")
    if "hair" in words and look.figure in DRESSED:
        look.hair = HAIRS.get(next((one for one in words if one in HAIRS), ""), said) or look.hair
        look.hair_is_said = not {"long", "short", "curly", "straight", "messy", "spiky"}.isdisjoint(words)
        if "long" in words and look.figure == "man":
            look.put("long hair", "hair")
    elif _BEARD.search(detail) and look.figure in DRESSED:
        short = "goatee" if "goatee" in words else "mustache"
        name = short if "beard" not in words else "long beard" if "long" in words or said == "white" else "beard"
        look.put(name, said or look.hair or "hair")
        look.beard_is_said = True
    elif "skin" in words:
        look.skin = said or look.skin
    elif words[:1] in (["dressed"], ["in"], ["clad"]) and said and look.figure in DRESSED:
        _clothe(look, said)
    elif (name := _piece(" ".join(words))) and (look.figure in DRESSED or (name in ON_ALL and look.figure in FIGURES)):
        look.put(name, *(_painted(name, said) if name in HANDS else (said,) if said else ()))


def _piece(phrase: str) -> str:
    """Return the piece of the wardrobe that a phrase ends with; none if there is no such piece."""
    words = bare(phrase).split()
    words = words[: words.index("of")] if "of" in words else words
    for start in range(max(len(words) - 3, 0), len(words)):
        end = " ".join(words[start:])
        for form in (end, lexicon.load().singular(end)):
            name = other_words().get(form, form)
            if wardrobe.is_piece(name):
                return name
    return ""


def _colour(word: str) -> str:
    """Return a word's colour as the wardrobe takes it; none where it is no colour."""
    last = word.lower().replace("-", " ").split()[-1:]
    if not last:
        return ""
    if material := material_of(last[0]):
        red, green, blue = (round(255 * one) for one in shades_of(material)[2].tolist())
        return f"#{red:02x}{green:02x}{blue:02x}"
    if not lexicon.load().has("colour", last[0]) and last[0] != "dark":
        return ""
    try:
        wardrobe.colour(word if word in wardrobe.COLOURS else last[0])
    except SettingsError:
        return ""
    return last[0]


def _attire(look: Outfit, neck: int) -> Attire:
    """Return what a figure wears as values."""

    def wanted(name: str) -> Tensor | None:
        return wardrobe.colour(name) if name else None

    return Attire(_laid(look), wanted(look.clothes), wanted(look.hair), wanted(look.skin), neck)


def _laid(look: Outfit) -> tuple[Piece, ...]:
    """Return the pieces of a figure, those first that lie under others."""
    names = sorted(look.pieces, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    pieces = (wardrobe.piece(name, *look.pieces[name]) for name in names)
    return tuple(_in_skin(one, look.skin) if look.skin else one for one in pieces)


def _in_skin(piece: Piece, skin: str) -> Piece:
    """Return a piece in which skin is seen, such as a raised arm, with that of its figure."""
    red, green, blue = wardrobe.colour(skin).tolist()
    return replace(piece, inks={one: (red, green, blue) if one == "s" else ink for one, ink in piece.inks.items()})
