"""A position in the spans of a prompt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pixdraw.proposals.language.noun_phrases import Draft, is_adjective, noun_phrase
from pixdraw.proposals.language.spans import Span


@dataclass
class Cursor:
    """Moves from left to right; a span is never read twice."""

    text: str
    spans: Sequence[Span]
    at: int = 0

    @property
    def now(self) -> Span:
        """The span at the present position."""
        return self.spans[self.at]

    @property
    def is_done(self) -> bool:
        """Whether all is read."""
        return self.at >= len(self.spans)

    def peek(self, ahead: int = 0) -> Span | None:
        """Return the span so many after the present one; None after the end."""
        return self.spans[self.at + ahead] if self.at + ahead < len(self.spans) else None

    def is_end(self, at: int) -> bool:
        """Return whether a clause ends at a position."""
        return at >= len(self.spans) or self.spans[at].is_a("stop")

    def slice(self, start: int, end: int) -> str:
        """Return the text of spans as written, with single blanks."""
        return " ".join(self.text[self.spans[start].start : self.spans[end - 1].end].split()) if end > start else ""

    def phrase(self, at: int) -> tuple[Draft | None, int]:
        """Read a noun phrase and the "of" phrases after it, without moving."""
        draft, end = noun_phrase(self.spans, at)
        while draft and end < len(self.spans) and self.spans[end].low == "of":
            inner, after = noun_phrase(self.spans, end + 1)
            if inner is None:
                after = self._adjectives(end + 1)
                draft.of = f"{draft.of} {self.slice(end, after)}".strip() if after > end + 1 else draft.of
                return draft, after if after > end + 1 else end
            after = self._more(inner, after)
            _belongs(draft, inner, self.slice(end, after))
            end = after
        return draft, end

    def _adjectives(self, at: int) -> int:
        """Return the position after adjectives that stand for a noun: the dead of "an amulet of the dead"."""
        start = at = at + (at < len(self.spans) and self.spans[at].is_a("determiner"))
        while at < len(self.spans) and is_adjective(self.spans[at]):
            at += 1
        return at if at > start else start - 1

    def _more(self, inner: Draft, end: int) -> int:
        """Return the position after a second material after "of": the moss of "a golem of stone and moss"."""
        if inner.is_determined or end >= len(self.spans) or not self.spans[end].is_a("joining"):
            return end
        other, after = noun_phrase(self.spans, end + 1)
        if other is None or other.is_determined:
            return end
        return after if "m" in other.flags or other.span.is_a("material") or other.span.is_plural else end


def _belongs(draft: Draft, inner: Draft, text: str) -> None:
    """Add an "of" phrase to a thing, as its material where it is one; a view of the desert becomes the desert."""
    draft.of = f"{draft.of} {text}".strip()
    draft.owner = draft.owner or inner
    if draft.span.is_a("part") and not draft.inner and ("p" in inner.flags or draft.span.low == "view"):
        draft.inner, draft.inner_flags = inner.noun, inner.flags
    if inner.span.is_a("material") and not inner.words:
        draft.materials.append(inner.span.low)
