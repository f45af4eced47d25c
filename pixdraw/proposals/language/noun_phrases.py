"""Noun phrases: an article or a number, adjectives, and the noun that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pixdraw.proposals.language.spans import ARTICLES, Span
from pixdraw.text.scene import Thing

_STOPPING = (
    *("placing", "about", "wearing", "holding", "riding", "interacting", "having", "together", "idiom", "verbs"),
    "here",
)
"""Classes that end a noun phrase that has its noun."""
_NEVER = ("determiner", "pronoun", "relative", "being", "tag", "there")
"""Classes that are in no noun phrase."""
_QUALITIES = ("adjective", "colour", "material")
_LIKE_YOU = ("uni", "use", "eu", "ufo", "uku", "usb", "one", "once", "utopia", "uranus", "ut")
"""Beginnings of words that are written with a vowel, but pronounced without one."""
_SILENT = ("hour", "honest", "heir", "honor", "honour", "x-ray", "8", "11", "18", "mp3", "rpg", "nft", "fbi")
POSSESSIVES = ("its", "his", "her", "their")
PLURAL = 2
"""Count of a plural without a number."""
_HUNDRED = 100
_MULTIPLIERS = (12, _HUNDRED, 1000)


@dataclass
class Draft:
    """A thing while its prompt is read."""

    span: Span
    """Its noun."""
    words: list[str] = field(default_factory=list)
    """Words before the noun, as written."""
    article: str = ""
    count: int = 1
    colours: list[str] = field(default_factory=list)
    materials: list[str] = field(default_factory=list)
    modifiers: list[str] = field(default_factory=list)
    of: str = ""
    """What follows the noun and belongs to it: "of healing"."""
    after: list[str] = field(default_factory=list)
    """Clauses after that, as written."""
    said_to: int = -1
    """Position after the last of these clauses."""
    wears: list[Draft] = field(default_factory=list)
    holds: list[Draft] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    inner: str = ""
    """The noun that is meant where its own is a part of a place: the desert of "a view of the desert"."""
    inner_flags: str = ""
    is_determined: bool = False
    """Whether an article or a number is before it."""
    is_own: bool = False
    """Whether "its", "her" or the like is before it: a part of what was named, or worn by it."""
    is_absent: bool = False
    """Whether the prompt excludes it: "no windows"."""
    owner: Draft | None = None
    """The noun phrase of its first "of"."""
    apart: list[str] = field(default_factory=list)
    """Words of manner and view that stood among its own."""

    @property
    def noun(self) -> str:
        return self.inner or self.span.noun or self.span.low

    @property
    def flags(self) -> str:
        return self.inner_flags or self.span.flags

    @property
    def is_definite(self) -> bool:
        return self.article == "the"

    def copy(self) -> Draft:
        """Return a draft to which other things may be added."""
        names = ("words", "colours", "materials", "modifiers", "after", "wears", "holds", "details", "apart")
        lists: dict[str, Any] = {name: [*getattr(self, name)] for name in names}
        return replace(self, **lists)

    def finish(self) -> Thing:
        """Return the thing as a value."""
        phrase = " ".join(filter(None, (self._phrase(), self.of)))
        return Thing(
            self.noun, phrase, " ".join((phrase, *self.after)).replace(" ,", ","), self.count, tuple(self.colours),
            tuple(self.materials), tuple(self.modifiers), tuple(one.finish() for one in self.wears),
            tuple(one.finish() for one in self.holds), tuple(self.details), "noun" in self.span.roles,
        )  # fmt: skip

    def _phrase(self) -> str:
        last = self.span.noun if self.span.is_plural and not self.inner else self.span.text
        name = " ".join((*self.words, last))
        if self.article == "the" and self.count == 1:
            return f"the {name}"
        if "m" in self.flags and self.article not in ("a", "an") and not self.inner:
            return name
        return article_and_name(name) if self.article or self.count > 1 else name


def article_and_name(name: str) -> str:
    """Return a name with its article: "an owl", "a unicorn", "an hour glass"."""
    low = name.lower()
    vowel = (low[:1] in "aeiou" and not low.startswith(_LIKE_YOU)) or low.startswith(_SILENT)
    return f"{'an' if vowel else 'a'} {name}"


def noun_phrase(spans: Sequence[Span], at: int) -> tuple[Draft | None, int]:
    """Read the noun phrase at a position: return its thing, None if there is none, and the position after it."""
    first, article, count, absent, own = at, "", 0, False, False
    while at < len(spans) and spans[at].is_a("determiner", "number"):
        one = spans[at]
        if one.number:
            count, at = _numeral(spans, at)
            article = article or ("a" if one.low.startswith("a ") else "")
        else:
            article, absent = one.low if one.low in ARTICLES else "a", absent or one.low == "no"
            own = one.low in POSSESSIVES
        at += 1
    end = _end(spans, at, article or ("a" if count == 1 else ""))
    run, apart = _without_manner(spans[at:end])
    if other := _other_of(spans, run, end):  # "a red and a green apple"
        draft = Draft(other.span, article=article, apart=apart)
    else:
        while run and not _is_head(run[-1], article, begins=first == 0):
            run, end = run[:-1], end - 1
        if not run:
            return None, first
        draft = Draft(_as_noun(run.pop()), article=article, apart=apart)
    draft.is_determined, draft.is_absent, draft.is_own = bool(article or count), absent, own
    describe(draft, run)
    _count(draft, spans[at - 1] if at > first else None, count)
    return draft, end


def _numeral(spans: Sequence[Span], at: int) -> tuple[int, int]:
    """Return the number at a position and the position of its last word: "twenty one", "a hundred and one"."""
    total = spans[at].number
    while at + 1 < len(spans):
        last = at + 1 + (total >= _HUNDRED and spans[at + 1].low == "and")
        more = spans[last].number if last < len(spans) else 0
        if more in _MULTIPLIERS and total < more and last == at + 1:
            total *= more
        elif more and (_follows_tens(total, more) or (more < _HUNDRED and total % _HUNDRED == 0)):
            total += more
        else:
            break
        at = last
    if at + 2 < len(spans) and spans[at + 1].low == "of" and spans[at + 2].is_a("determiner"):  # five of the cats
        at += 1
    return total, at


def _follows_tens(total: int, more: int) -> bool:
    """Return whether a number is the one of "twenty one"."""
    return more < 10 <= total % _HUNDRED - 10 and total % 10 == 0


def _is_head(span: Span, article: str, *, begins: bool) -> bool:
    """Return whether a word can be the head noun.

    Ambiguous words (flag "r"): a form in -ing counts as a noun only without an article, an adjective only with one.
    Exception: a living being at the beginning of a prompt ("viking with an axe"). Adjectives that name a person by
    themselves (class "alone") are nouns after an article, and at the beginning of a prompt: "a punk".
    """
    if span.is_a("alone"):
        return bool(article) or begins
    if "r" in span.flags and (span.is_a("doing") if article else span.is_a("adjective") and not span.is_a("doing")):
        return begins and "a" in span.flags and not article and not span.is_a("colour")
    return span.is_a("noun", "unknown")


def _as_noun(span: Span) -> Span:
    """Return a head noun; an adjective that stands for a person as the noun of a being."""
    if not span.is_a("alone") or span.is_a("noun"):
        return span
    return replace(span, roles=span.roles | {"noun"}, noun=span.low, flags="a")


def is_adjective(span: Span) -> bool:
    """Return whether a word may stand before a noun and belong to it."""
    return span.is_a(
        "adjective", "colour", "material", "shade", "done", "doing", "owner", "number", "adverb", "look", "here"
    )


def _end(spans: Sequence[Span], at: int, article: str) -> int:
    """Return the position after the last word that may belong to a noun phrase."""
    noun: Span | None = None
    while at < len(spans):
        one = spans[at]
        if one.is_a("manner"):
            pass
        elif one.is_a("stop", "joining"):
            if not _joins_adjectives(spans, at):
                break
        elif noun is None:
            if one.is_a(*_NEVER) or (one.is_a(*_STOPPING) and not (is_adjective(one) or one.is_a("noun"))):
                break
            if one.is_a(*_STOPPING) and not one.is_a("noun") and not leads_to_noun(spans, at + 1):
                break
        elif one.is_a(*_NEVER) or _is_verb(spans, at, noun, article) or not _leads_on(spans, at) or _counts(spans, at):
            break
        if one.is_a("noun", "unknown") or (article and _stands_alone(spans, at)):
            noun = one
        at += 1
    return at


def _stands_alone(spans: Sequence[Span], at: int) -> bool:
    """Return whether an adjective names a person, of whom the next word says something: "a punk in black boots"."""
    if not spans[at].is_a("alone") or at + 1 >= len(spans):
        return False
    return spans[at + 1].is_a(*_STOPPING) and not spans[at + 1].is_a("noun", "adjective")


def _leads_on(spans: Sequence[Span], at: int) -> bool:
    """Return whether a word is a noun or stands before one."""
    return spans[at].is_a("noun", "unknown") or leads_to_noun(spans, at + 1)


def leads_to_noun(spans: Sequence[Span], at: int) -> bool:
    """Return whether adjectives, if any, and a noun stand at a position."""
    start = at
    while at < len(spans) and not spans[at].is_a("noun"):
        joins = at > start and spans[at].is_a("joining") and at + 1 < len(spans) and is_adjective(spans[at + 1])
        if not is_adjective(spans[at]) and not joins:
            break
        at += 1
    return at < len(spans) and spans[at].is_a("noun", "unknown") and not spans[at].is_a(*_NEVER)


def _counts(spans: Sequence[Span], at: int) -> bool:
    """Return whether a number begins another noun phrase: the two of "one cat two dogs"."""
    if not spans[at].number:
        return False
    at += 1
    while at < len(spans) and not spans[at].is_a("noun") and is_adjective(spans[at]):
        at += 1
    return at < len(spans) and spans[at].is_plural


def _joins_adjectives(spans: Sequence[Span], at: int) -> bool:
    """Return whether a comma or "and" stands between adjectives of one noun: "black and white cat", "big, red cat"."""
    if at == 0 or at + 1 >= len(spans) or not spans[at - 1].is_a(*_QUALITIES) or "a" in spans[at - 1].flags:
        return False
    after = spans[at + 1]
    if spans[at].is_a("stop") and (spans[at].low != "," or spans[at - 1].is_a("noun") or after.is_a("noun")):
        return False
    return after.is_a(*_QUALITIES) and leads_to_noun(spans, at + 2 if after.is_a("noun") else at + 1)


def _is_verb(spans: Sequence[Span], at: int, noun: Span, article: str) -> bool:
    """Return whether a word after a noun says what the noun does, or what is done to it."""
    one, after = spans[at], spans[at + 1] if at + 1 < len(spans) else None
    if is_compound(spans, at):
        return False
    if one.is_a("verbs", *_STOPPING):
        return True
    if one.is_plural and (one.is_a("posture", "aimed") or (article in ("a", "an") and one.is_a("acts"))):
        return not noun.is_plural
    if noun.is_plural and one.is_a("verb") and not one.is_plural and after is not None:
        return not after.is_a("stop", "joining")  # astronauts play chess
    if one.is_a("doing"):
        if one.is_a("noun") and "r" not in one.flags:
            lives = "a" in noun.flags and after is not None and not after.is_a("stop", "joining")
            return lives or (after is not None and after.is_a("determiner", "about", "placing"))
        return True
    return one.is_a("done", "adverb") and not one.is_a("noun") and not leads_to_noun(spans, at + 1)


def is_compound(spans: Sequence[Span], at: int) -> bool:
    """Return whether a form in -ing and the noun before it tell of a being after them: a fire breathing red dragon.

    Of beings that do something themselves only man eating plants are so called.
    """
    doer, doing = spans[at - 1] if at else None, spans[at]
    if doer is None or not doing.low.endswith("ing") or not doer.is_a("noun") or doer.is_plural:
        return False
    if not leads_to_noun(spans, at + 1) or doing.is_a("placing", "posture"):
        return False
    head = next(one for one in spans[at + 1 :] if one.is_a("noun"))
    if "r" in head.flags:
        return False
    eats = doer.low == "man" and doing.low == "eating"
    return eats or ("a" in head.flags and "a" not in doer.flags)


def _without_manner(run: Sequence[Span]) -> tuple[list[Span], list[str]]:
    """Return a noun phrase's words, and apart those of manner and view, unless there is no other noun."""
    kept = [one for one in run if not one.is_a("manner", "view")]
    if any(one.is_a("noun", "unknown") for one in kept):
        return kept, [one.text for one in run if one.is_a("manner", "view")]
    return list(run), []


def _other_of(spans: Sequence[Span], run: Sequence[Span], end: int) -> Draft | None:
    """Return the thing after "and" where the words before it have no noun: the apple of "a red and a green apple"."""
    is_person = bool(run) and run[-1].is_a("alone") and not run[-1].is_a("colour")
    if not run or is_person or any(one.is_a("noun") and not one.is_a("colour", "material") for one in run):
        return None
    if end + 1 < len(spans) and spans[end].is_a("joining") and spans[end + 1].is_a("determiner", "number"):
        other, _ = noun_phrase(spans, end + 1)
        if other and other.words and all(is_adjective(one) for one in run):
            return other
    return None


def describe(draft: Draft, adjectives: Sequence[Span]) -> None:
    """Add the words before its noun to a thing: colours, materials, modifiers."""
    shade, before = "", ""
    adjectives = _with_compounds(draft, adjectives)
    for one in adjectives:
        draft.words.append(one.text)
        if one.is_a("joining", "stop"):
            before = ""
            continue
        if one.is_a("shade") and not one.is_a("colour"):
            shade = one.low
            continue
        if one.is_a("colour") and before not in ("", one.low):  # lime green
            draft.colours[-1] = f"{draft.colours[-1]} {one.low}"
        elif one.is_a("colour") and before != one.low:
            draft.colours.append(f"{shade} {one.low}".strip())
        elif shade:
            draft.modifiers.append(shade)
        before = one.low if one.is_a("colour") else ""
        if one.is_a("material") and (not one.is_a("metal") or "a" not in draft.flags):
            draft.materials.append(one.low)
        elif not one.is_a("colour"):
            draft.modifiers.append(one.low)
        shade = ""
    if shade:
        draft.modifiers.append(shade)
    draft.words = " ".join(draft.words).replace(" ,", ",").split()


def _with_compounds(draft: Draft, words: Sequence[Span]) -> list[Span]:
    """Return the words before a noun, "fire breathing" as one; what a sword wielding orc wields it holds."""
    out = list[Span]()
    for at, one in enumerate(words):
        if not (out and one.low.endswith("ing") and is_compound((*words, draft.span), at)):
            out.append(one)
            continue
        before = out.pop()
        if one.is_a("holding") and before.low != "man":
            draft.holds.append(Draft(before, article="a", is_determined=True))
            draft.after.append(f"{one.low} {article_and_name(before.noun)}")
        else:
            joined = f"{before.low}-{one.low}"
            out.append(Span(f"{before.text} {one.text}", joined, frozenset(("adjective",))))
    return out


def _count(draft: Draft, opening: Span | None, number: int) -> None:
    """Count a thing by the number before it, or by its plural."""
    noun = draft.span
    if noun.noun == noun.low and noun.low.endswith("s") and opening and "pair of" in opening.low:
        draft.words, draft.article = ["pair of", *draft.words], "a"
        return
    if opening and opening.low.endswith(" of") and not noun.is_plural and "invariant" not in noun.roles:
        group = [word for word in opening.low.split() if word not in ARTICLES]
        draft.words, draft.article, draft.inner = [*group, *draft.words], draft.article or "a", group[0]
    elif draft.article in ("a", "an") and not number and noun.is_plural:
        draft.count = 1
    elif noun.is_plural or "invariant" in noun.roles:
        draft.count = number or (PLURAL if noun.is_plural else 1)
    elif number > 1 and opening and noun.is_a("noun") and draft.words and "m" not in noun.flags:
        draft.words, draft.article = [opening.text, *draft.words], draft.article or "a"  # a three headed dragon
        draft.modifiers.insert(0, opening.low)
        return
    elif number > 1 and "m" in noun.flags:
        draft.count = 1  # some milk
        return
    else:
        draft.count = number or 1
    if (number or draft.count > 1) and not draft.article:
        draft.article = "a"
