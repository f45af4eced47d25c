"""English plurals: which nouns a form may be the plural of, by the rules of spelling."""

from __future__ import annotations

from collections.abc import Container, Mapping

_VOWELS = "aeiou"


def singular(word: str, nouns: Container[str], irregular: Mapping[str, str], invariant: Container[str]) -> str:
    """Return the singular of a noun in small letters; a singular stays as it is, and so does what looks like a plural.

    `nouns` decides between spellings ("zombies" is no "zomby"), `irregular` maps plurals that follow no rule, and
    `invariant` has those that are their own singular, such as "scissors" and "chess".
    """
    if word in irregular:
        return irregular[word]
    if word in invariant:
        return word
    if word.endswith("men") and word[:-3] + "man" in nouns:
        return word[:-3] + "man"
    forms = stems(word)
    if found := next((form for form in forms if form in nouns), None):
        return found
    return word if word in nouns or not forms else forms[-1]


def stems(word: str) -> tuple[str, ...]:
    """Return the singulars that a plural may have by its spelling, the likeliest where no list decides last.

    Empty for what is no plural by its spelling: "moss", "cactus", "basis".
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s")):
        return ()
    if word.endswith("ies"):
        return word[:-1], word[:-3] + "y"
    if word.endswith("ves"):
        return word[:-3] + "fe", word[:-3] + "f", word[:-1]
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return word[:-1], word[:-2]
    if word.endswith("ses"):
        return word[:-2], word[:-1]
    return (word[:-1],)


def plural(noun: str) -> str:
    """Return the plural of a regular noun by the rules of spelling."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"
