"""The common settings: the fields of all themes, together with the configurations of the chosen plug-ins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, PrivateAttr, field_validator

from pixdraw.fields import Hosted, Preset, facts_of, setting
from pixdraw.registry import DRAWERS
from pixdraw.settings.plugins import implied, no_priors, selected
from pixdraw.settings.seeds import parse_seeds
from pixdraw.settings.texts import texts_of
from pixdraw.settings.themes.animation import Animation
from pixdraw.settings.themes.canvas import Canvas
from pixdraw.settings.themes.choosing import Choosing
from pixdraw.settings.themes.colours import Colours
from pixdraw.settings.themes.guidance import Guidance
from pixdraw.settings.themes.judging import Judging
from pixdraw.settings.themes.masks import Masks
from pixdraw.settings.themes.matching import Matching
from pixdraw.settings.themes.motion import Motion
from pixdraw.settings.themes.outputs import Outputs
from pixdraw.settings.themes.overlay import Overlay
from pixdraw.settings.themes.pace import Pace
from pixdraw.settings.themes.stages import Stages
from pixdraw.settings.themes.start import Start
from pixdraw.text.prompts import parse_prompts

_CHOOSING = {"drawer", "losses", "priors", "filters", "palette", "palette_mode", "palette_size"}
"""Settings that choose plug-ins."""

THEMES: tuple[type[BaseModel], ...] = (
    Canvas, Colours, Start, Matching, Pace, Judging, Choosing, Guidance, Motion, Overlay, Masks, Animation, Outputs,
    Stages,
)  # fmt: skip
"""Their classes, in the order of help."""


class Settings(
    Canvas,
    Colours,
    Start,
    Matching,
    Pace,
    Judging,
    Choosing,
    Guidance,
    Motion,
    Overlay,
    Masks,
    Animation,
    Outputs,
    Stages,
):
    """Everything a run depends on, with a value for every setting. Made by `resolve`."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    prompts: tuple[str, ...] = setting(
        (),
        help="What to draw. Each text makes a separate picture; | inside a text separates several prompts for one "
        "picture. Each prompt may be text:weight:stop. weight: default 1, negative to avoid the text. stop: distance "
        "to the prompt below which it has no effect any more (default: none).",
        hosted=Hosted(input=True),
        everyday=True,
        was=("prompt", "text", "text_prompts"),
    )
    manner: tuple[str, ...] = setting(
        (),
        help="Style words that are added to the prompt: a known name (oil painting, low-poly, ghibli, …; see `pixdraw "
        "looks`) or any words. | separates several styles; every prompt is drawn in each of them. The initial picture "
        "(init=proposal) is generated without them.",
        hosted=True,
        text="prompt",
        needs="prompts",
        pulls=True,
    )
    seed: tuple[int, ...] = setting(
        (),
        help="Random seed: a number from 0 to 4294967295, or any text. The same seed gives the same picture. Several "
        "seeds (1,2) draw every prompt once with each. Default: a new random seed.",
        hosted=Hosted(input=True),
        everyday=True,
        rule="a fresh one in each run",
        was=("set_seed",),
    )
    drawer: str = setting(
        DRAWERS.default(),
        help="What the picture is made of, such as cells of a grid or strokes of a brush: see `pixdraw drawers`.",
        hosted=Hosted(input=True),
        opens="plugin",
        everyday=True,
    )
    losses: tuple[str, ...] = setting(
        (),
        help="Additional losses, such as symmetry: comma-separated names, each optionally name:weight. `pixdraw "
        "settings loss` lists them.",
        hosted=True,
        text="plugins",
        opens="plugin",
        pulls=True,
        everyday=True,
        was=("custom_loss",),
    )
    priors: tuple[str, ...] = setting(
        (),
        help="Regularising losses that quality and drawer add by default, comma-separated, each name:weight; none: "
        "none of them.",
        hosted=True,
        text="plugins",
        opens="plugin",
        takes_none=True,
    )
    filters: tuple[str, ...] = setting(
        (),
        help="Filters that the picture passes through before it is judged and written, comma-separated, "
        "each name:weight. `pixdraw settings filter` shows them.",
        hosted=True,
        text="plugins",
        opens="plugin",
        everyday=True,
        was=("color_mapper",),
    )
    quality: Literal["tiny", "draft", "normal", "better", "best", "supreme", "robust"] = setting(
        "tiny",
        help="Preset for perceptors, iterations, scale and num_cuts. tiny: the built-in models, nothing to download. "
        "draft, normal, better, best, supreme: pixray's presets with one to four CLIP models (downloaded once), each "
        "slower than the one before. robust: an adversarially trained CLIP model, which draws clearer shapes.",
        hosted=Hosted(input=True),
        everyday=True,
    )

    _plugins: dict[str, dict[str, BaseModel]] = PrivateAttr(default_factory=dict)
    _given: dict[str, Any] = PrivateAttr(default_factory=dict)
    _presets: dict[str, Preset] = PrivateAttr(default_factory=dict)
    _items: tuple[tuple[str, str, int], ...] = PrivateAttr(())

    @field_validator("losses", "priors", "filters", mode="before")
    @classmethod
    def _names(cls, value: Any) -> Any:
        return texts_of(no_priors(value), ",")

    @field_validator("prompts", mode="before")
    @classmethod
    def _prompts(cls, value: Any) -> Any:
        texts = [value] if isinstance(value, str) else value
        if isinstance(texts, Sequence):
            for text in texts:
                parse_prompts(text)
        return texts

    @field_validator("manner", mode="before")
    @classmethod
    def _manner(cls, value: Any) -> Any:
        return texts_of(value, "|")

    @field_validator("seed", mode="before")
    @classmethod
    def _seed(cls, value: Any) -> Any:
        return parse_seeds(value)

    def plugin(self, kind: str, name: str) -> BaseModel:
        """Return the `Config` of a chosen plug-in; kind is "drawer", "losses" or "filters"."""
        return self._plugins[kind][name]

    def chosen(self, kind: str) -> list[tuple[str, float]]:
        """Return (name, weight) of each chosen plug-in of a kind."""
        values = self.model_dump(include=_CHOOSING)
        found, more = selected(kind, values), implied(values)
        return [*found, (more[1], 1.0)] if more and more[0] == kind else found

    def given(self) -> dict[str, Any]:
        """Return the given settings, prompts and seeds included, as plain JSON values; the others are defaults."""
        return dict(self._given)

    def shown_with(self, **values: Any) -> Settings:
        """Return these settings with some values replaced, as given ones, for the files of a run."""
        shown = self.model_copy(update=values)
        shown._given = {name: values.get(name, value) for name, value in self._given.items()}
        return shown

    def only(self, items: Sequence[tuple[str, str, int]]) -> Settings:
        """Return these settings for some pictures of the batch; each is (prompt, words of manner, seed)."""
        chosen = self.model_copy()
        chosen._items = tuple(items)
        return chosen

    def items(self) -> tuple[tuple[str, str, int], ...]:
        """Return the pictures that `only` chose; empty if the batch has every prompt with every seed."""
        return self._items

    def presets(self) -> dict[str, Preset]:
        """Return {setting: the preset of its default} of settings that were not given and depend on others."""
        return dict(self._presets)

    def flat(self) -> dict[str, Any]:
        """Return all settings as one flat mapping of plain JSON values, from which `resolve` makes equal Settings."""
        values: dict[str, Any] = {}
        for part in (self, *(config for configs in self._plugins.values() for config in configs.values())):
            own = part.model_dump(mode="json")
            values.update({name: "none" if _is_none(part, name, value) else value for name, value in own.items()})
        return values


def _is_none(part: BaseModel, name: str, value: Any) -> bool:
    """Return whether the value is none, for a setting of which none is a proper value."""
    facts = facts_of(type(part).model_fields[name])
    return value is None and facts is not None and facts.takes_none
