"""What prompts say: the table of readings, and what must hold for any prompt."""

import pytest

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.language.scene import BESIDE, HOLDING, ON, WEARING, Scene, Thing


def thing(one: Thing) -> str:
    """A thing in one line: how many, its core, what it wears and holds, what else is said."""
    parts = [f"{one.count} {one.core}" if one.count > 1 else one.core]
    parts += [f"wears {worn.core}" for worn in one.wears]
    parts += [f"holds {held.core}" for held in one.holds]
    return "; ".join((*parts, *one.details))


def line(scene: Scene) -> str:
    """A scene in one line."""
    parts = [" + ".join(map(thing, scene.things)) or "nothing"]
    parts += [f"layout {scene.layout}"] if scene.layout != BESIDE else []
    parts += [f"place {place.text}{' (high)' if place.is_high else ''}" for place in scene.places]
    parts += [f"view {view}" for view in scene.views]
    parts += [f"manner {word}" for word in scene.manner]
    parts += [f"unread {word}" for word in scene.unread]
    return " | ".join(parts)


TABLE = {
    "a silver flying saucer": "a silver flying saucer",
    "at night, a castle": "a castle | place at night",
    "a wolf howling at the moon": "a wolf; howling at the moon",
    "a gold fish": "a gold fish",
    "a goldfish": "a goldfish",
    "the king and the queen": "the king + the queen",
    "a dozen eggs": "12 an egg",
    "one apple and two pears": "an apple + 2 a pear",
    "a tree by the river": "a tree | place by the river",
    "there is a cat on the mat": f"a cat + the mat | layout {ON}",
    "a view from above": "nothing | view view from above",
    "a man on fire": "a man; on fire",
    "a knight holding a sword": f"a knight; holds a sword | layout {HOLDING}",
    "a skull with a wizard hat": f"a skull; wears a wizard hat | layout {WEARING}",
}


@pytest.mark.parametrize(("text", "reading"), TABLE.items())
def test_a_prompt_reads(text: str, reading: str) -> None:
    assert line(read(text)) == reading
