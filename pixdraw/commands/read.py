"""`pixdraw read`."""

from __future__ import annotations

from pixdraw import streams
from pixdraw.errors import PromptError
from pixdraw.proposals.language.reading import read as read_prompt
from pixdraw.proposals.parts import not_laid_out
from pixdraw.text.prompts import parse_prompts
from pixdraw.text.scene import BESIDE, Scene, Thing


def read(*prompts: str) -> None:
    """Show how prompts are parsed: objects, counts and colours, what they wear and hold, places and style words.

    For example: pixdraw read "two knights with red capes in a forest at night, pixel art"

    Nothing is drawn and no model is loaded. Words that the parser does not use are still passed to the models.

    Parameters
    ----------
    prompts
        Texts as for `pixdraw draw`; weights and several texts with | between them are allowed.
    """
    if not prompts:
        raise PromptError('no prompt: write what to read, for example: pixdraw read "a red heart"')
    texts = [prompt.text for text in prompts for prompt in parse_prompts(text)]
    streams.say("\n\n".join("\n".join(describe(read_prompt(text))) for text in texts))


def describe(scene: Scene) -> list[str]:
    """Return a reading as lines: the prompt, then one fact a line."""
    rows = [row for thing in scene.things for row in _thing(thing)] or [("thing", "none that is named")]
    left_out = not_laid_out(scene)
    rows += [
        ("laid out", scene.layout if scene.layout != BESIDE or len(scene.things) > 1 else ""),
        ("not laid out", left_out),
        ("place", ", ".join(place.text for place in scene.places)),
        ("seen", ", ".join(scene.views)),
        ("manner", ", ".join(scene.manner)),
        ("not read", " ".join(scene.unread)),
        ("models read", scene.text if scene.text != scene.prompt else ""),
    ]
    width = max(len(label) for label, _ in rows) + 2
    return [scene.prompt, *(f"  {label:<{width}}{text}" for label, text in rows if text)]


def _thing(thing: Thing) -> list[tuple[str, str]]:
    """Return the properties of an object, as labels and texts."""
    noun = thing.noun if thing.is_known else f"{thing.noun}, a word that the lexicon does not have"
    return [
        ("thing", f"{_counted(thing)} ({noun})"),
        ("  colour", ", ".join(thing.colours)),
        ("  material", ", ".join(thing.materials)),
        ("  is", ", ".join(thing.modifiers)),
        ("  wears", ", ".join(map(_counted, thing.wears))),
        ("  holds", ", ".join(map(_counted, thing.holds))),
        ("  also", ", ".join(thing.details)),
    ]


def _counted(thing: Thing) -> str:
    return f"{thing.count} times {thing.noun_phrase}" if thing.count > 1 else thing.noun_phrase
