"""Words of a prompt about the picture, not about things in it: manner, hashtags, views, requests such as "draw me"."""

from __future__ import annotations

from pixdraw.proposals.language.cursor import Cursor
from pixdraw.proposals.language.noun_phrases import is_adjective, leads_to_noun
from pixdraw.proposals.language.spans import Span

_FILLING, _WHOLE = ("fills", "filling", "fill", "covers", "covering"), ("the", "whole", "entire", "full", "a", "all")
_CANVAS = ("square", "tile", "picture", "image", "frame", "canvas", "screen", "grid")
"""Words of "fills the whole square"."""
LONGEST_STYLE = 6
"""Maximum number of words before "style"."""


def _may_lead(span: Span, *, first: bool) -> bool:
    """Return whether a word may stand before "picture of"."""
    return (
        is_adjective(span)
        or span.is_a("manner", "look", "view", "joining", "noun")
        or (first and span.is_a("determiner"))
    )


class Apart:
    """Parses words about the picture itself (style, view, requests) and records their positions, so that they can be
    removed from the prompt.
    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.manner: list[str] = []
        self.views: list[str] = []
        self._left_out: list[tuple[int, int]] = []

    def remaining_text(self) -> str:
        """Return the text without manner, tags and requests."""
        kept, end = "", 0
        for start, stop in self._left_out:
            kept, end = kept + self.cursor.text[end:start], stop
        kept = " ".join((kept + self.cursor.text[end:]).split())
        while ", ," in kept or " ," in kept:
            kept = kept.replace(", ,", ",").replace(" ,", ",")
        return kept.strip(" ,;.")

    def begin(self) -> None:
        """Read what a prompt begins with: "draw me", "there is", "pixel art of"."""
        while not self.cursor.is_done and (self._request() or self.picture_of()):
            pass

    def _request(self) -> bool:
        one, after = self.cursor.now, self.cursor.peek(1)
        if one.is_a("there"):
            self._leave(self.cursor.at + 1, manner=False)
            return True
        if not one.is_a("request") or after is None:
            return False
        alone = " " not in one.low and one.low != "please"
        if alone and not after.is_a("determiner", "number", "pronoun", "picture", "manner"):
            return False
        for_whom = after.low in ("me", "us") and not self.cursor.is_end(self.cursor.at + 2)
        self._leave(self.cursor.at + 1 + for_whom, manner=False)
        return True

    def picture_of(self) -> bool:
        """Read "a picture of", with the adjectives before it."""
        spans, at = self.cursor.spans, self.cursor.at
        while at < len(spans) and _may_lead(spans[at], first=at == self.cursor.at):
            if spans[at].is_a("picture") and self._is_of(at):
                break
            at += 1
        if at >= len(spans) or not spans[at].is_a("picture") or not self._is_of(at):
            return False
        first = self.cursor.at + spans[self.cursor.at].is_a("determiner")
        self.manner.append(self.cursor.slice(first, at + 1))
        self._leave(at + 2, manner=False)
        return True

    def read(self) -> bool:
        """Read words of manner or a view at the present position, and return whether there are any."""
        one = self.cursor.now
        if one.low == "please":
            self._leave(self.cursor.at + 1, manner=False)
            return True
        if one.is_a("tag", "there"):
            self._leave(self.cursor.at + 1, manner=one.is_a("tag"))
            return True
        return self._view() or self._style() or self._manner_alone() or self._fills()

    def _fills(self) -> bool:
        """Read "fills the whole square", which is said of the picture."""
        at = self.cursor.at
        if self.cursor.now.low not in _FILLING:
            return False
        words = [one.low for one in self.cursor.spans[at + 1 : at + 4]]
        last = next((number for number, word in enumerate(words) if word in _CANVAS), None)
        if last is None or not all(word in _WHOLE for word in words[:last]):
            return False
        self._leave(at + last + 2)
        return True

    def take(self, words: list[str], start: int, end: int) -> None:
        """Keep words of manner and view that stood within a noun phrase between two positions."""
        for at in range(start, end):
            one = self.cursor.spans[at]
            if one.text in words:
                if one.is_a("view"):
                    self.views.append(one.low)
                else:
                    self.manner.append(one.low)
                    self._left_out.append((one.start, one.end))

    def _is_of(self, at: int) -> bool:
        return at + 2 < len(self.cursor.spans) and self.cursor.spans[at + 1].low == "of"

    def _view(self) -> bool:
        start = self.cursor.at
        at = start + self.cursor.now.is_a("determiner")
        if at >= len(self.cursor.spans) or not self.cursor.spans[at].is_a("view"):
            return False
        if leads_to_noun(self.cursor.spans, at + 1):
            return False
        self.views.append(self.cursor.spans[at].low)
        self.cursor.at = at + 1 + self._is_of(at)
        return True

    def _style(self) -> bool:
        """Read "in the style of ukiyo-e", "in 8-bit style", "as pixel art"."""
        spans, start = self.cursor.spans, self.cursor.at
        if self._artist():
            return True
        leads = self.cursor.now.low in ("in", "as", "with")
        if not leads and start and not spans[start - 1].is_a("stop"):
            return False
        at = start + leads
        while at < len(spans) and at - start < LONGEST_STYLE and not spans[at].is_a("stop", "joining", "placing"):
            if spans[at].low in ("style", "styles") or (leads and spans[at].low == "colors"):
                end = at + 1
                while spans[at + 1 : at + 2] and spans[at + 1].low == "of" and not self.cursor.is_end(end):
                    end += 1
                self._leave(end)
                return True
            at += 1
        at = start + leads
        at += at < len(spans) and spans[at].is_a("determiner")
        end = at
        while leads and end < len(spans) and spans[end].is_a("manner"):
            end += 1
        if end == at or leads_to_noun(spans, end):
            return False
        self._leave(end)
        return True

    def _artist(self) -> bool:
        """Read "by Greg Rutkowski": a name that the lexicon does not have."""
        start = at = self.cursor.at
        spans = self.cursor.spans
        while not self.cursor.is_end(at + 1) and not spans[at + 1].is_a("determiner", "placing", "number", "tag"):
            at += 1
        if self.cursor.now.low != "by" or not any(one.is_a("unknown") for one in spans[start + 1 : at + 1]):
            return False
        self._leave(at + 1)
        return True

    def _manner_alone(self) -> bool:
        """Read words of manner with no noun after them."""
        spans, at = self.cursor.spans, self.cursor.at
        while at < len(spans) and spans[at].is_a("manner", "look"):
            at += 1
        if at == self.cursor.at or (at < len(spans) and leads_to_noun(spans, at)):
            return False
        if not all(one.is_a("manner") for one in spans[self.cursor.at : at]) and not self.cursor.is_end(at):
            return False
        self._leave(at)
        return True

    def _leave(self, end: int, *, manner: bool = True) -> None:
        start, self.cursor.at = self.cursor.at, end
        if manner:
            self.manner.append(self.cursor.slice(start, end))
        self._left_out.append((self.cursor.spans[start].start, self.cursor.spans[end - 1].end))
