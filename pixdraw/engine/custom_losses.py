"""Losses that are registered at run time, for example in a notebook: a function, a class with pixray's `get_loss`, or a
plug-in object.
"""

from __future__ import annotations

import argparse
import inspect
import keyword
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType, SimpleNamespace
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from pixdraw.errors import PluginError
from pixdraw.registry import LOSSES


def add_custom_loss(name: str, loss: Any) -> None:
    """Make `loss` known as `name`, so that `losses="name:2"` chooses it; the same name again replaces it.

    `loss` is one of:

    - a function of a `Frame` that returns [B], lower being better;
    - a class as pixray's LossInterface: `get_loss(cutouts, out, args, globals, loss_globals)`, called for each
      picture with out [1, 3, H, W], cutouts {224: the whole picture, 224 pixels a side}, args its settings as
      attributes; what `add_settings(parser)` adds with argparse are settings of the run;
    - a module or object with `Config` and `build(config, context)`, as a file in `pixdraw/losses`.

    Lasts as long as the process: a picture drawn with it is drawn again only after the same call. Raises PluginError if
    `name` is not an identifier or belongs to an existing loss, or if `loss` is none of these three.
    """
    if not str(name).isidentifier() or keyword.iskeyword(name):
        raise PluginError(f"loss {name!r}: a name has letters, digits and _ only, as in my_loss")
    LOSSES.add(name, _as_plugin(name, loss))


def _as_plugin(name: str, loss: Any) -> ModuleType:
    module = ModuleType(f"pixdraw_custom_{name}")
    if hasattr(loss, "Config") and hasattr(loss, "build"):
        module.Config, module.build = loss.Config, loss.build  # type: ignore[attr-defined]
    elif inspect.isclass(loss) and hasattr(loss, "get_loss"):
        module.Config, module.build = _from_class(loss)  # type: ignore[attr-defined]
    elif callable(loss) and not inspect.isclass(loss):
        module.Config = create_model("Config", __config__=ConfigDict(extra="forbid", frozen=True))  # type: ignore[attr-defined]
        module.build = lambda config, context: loss  # type: ignore[attr-defined]
    else:
        raise PluginError(
            f"loss {name!r}: {loss!r:.80} is not a loss; give a function of a Frame, a class with get_loss, or an "
            "object with Config and build"
        )
    return module


def _from_class(loss: Any) -> tuple[type[BaseModel], Callable[..., Any]]:
    parser = argparse.ArgumentParser(add_help=False)
    if hasattr(loss, "add_settings"):
        loss.add_settings(parser)
    fields = {action.dest: _field(action) for action in parser._actions}
    config = create_model("Config", __config__=ConfigDict(extra="forbid", frozen=True), **fields)

    def build(config: BaseModel, context: Any) -> _ByItem:
        try:
            made = loss(device=context.device)
        except TypeError:  # a class that never thought of devices
            made = loss()
        args = SimpleNamespace(**config.model_dump())
        if hasattr(made, "parse_settings"):
            args = made.parse_settings(args) or args
        return _ByItem(made, args)

    return config, build


def _field(action: argparse.Action) -> Any:
    kind = action.type if isinstance(action.type, type) else type(action.default)
    annotation: Any = kind if kind in (int, float, str, bool) else Any
    description = (action.help or f"setting of a loss of yours, {action.dest}").replace("%", " percent")
    return annotation | None if action.default is None and annotation is not Any else annotation, Field(
        action.default, description=description
    )


SIDE = 224
"""Side of what a class with `get_loss` gets as cutouts, in pixels."""


@dataclass(frozen=True)
class _ByItem:
    """Calls a class with `get_loss` for each picture alone, so that whatever it averages over is one picture."""

    loss: Any
    args: Any

    def __call__(self, frame: Any) -> Any:
        import torch
        from torch.nn.functional import interpolate

        values = []
        for item, image in enumerate(frame.image):
            out = image[None]
            cutouts = {SIDE: interpolate(out, (SIDE, SIDE), mode="bilinear", antialias=True)}
            embeds = next(iter(frame.embeds.values()))[item]
            seen = {"cur_iteration": frame.step, "embeds": embeds}
            value = self.loss.get_loss(cutouts, out, self.args, globals=seen, lossGlobals={})
            parts = value if isinstance(value, list | tuple) else [value]
            values.append(torch.stack([torch.as_tensor(part).to(out).mean() for part in parts]).sum())
        return torch.stack(values)
