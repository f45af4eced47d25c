"""The OpenAPI document that `cog build` writes for a model, made without it: `python -m pixdraw.hosting.schema`.

Cog's server reads `.cog/openapi_schema.json` in its working directory; without one it checks no input and streams
nothing. Cog's own generator, a static one, is part of its command line, which pip does not bring; this one asks the
model's class, so it may accept what `cog build` refuses.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any

SCHEMA = Path(".cog/openapi_schema.json")

_CONSTRAINTS = {
    "description": "description",
    "default": "default",
    "ge": "minimum",
    "le": "maximum",
    "min_length": "minLength",
    "max_length": "maxLength",
    "regex": "pattern",
}
"""Attribute of Cog's input → keyword of JSON Schema."""


def make_schema(module: str = "predict", name: str = "Predictor") -> dict[str, Any]:
    """Return the document of a model class that can be imported."""
    model = importlib.import_module("cog._inspector").create_predictor(module, name)
    required = [name for name, field in model.inputs.items() if field.default is None and not _optional(field)]
    schemas = {
        "Input": {
            "title": "Input",
            "type": "object",
            "properties": {name: _property(field) for name, field in model.inputs.items()},
            "required": required,
        },
        "Output": model.output.json_type(),
    }
    return {
        "openapi": "3.0.2",
        "info": {"title": "Cog", "version": "0.1.0"},
        "paths": {"/predictions": {"post": {"x-cog-streaming": True}}},
        "components": {"schemas": schemas},
    }


def write_schema(folder: Path) -> None:
    """Write the document of the model in `predict.py` where a server started in `folder` finds it."""
    target = folder / SCHEMA
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(make_schema(), indent=1) + "\n", encoding="utf-8")


def _property(field: Any) -> dict[str, Any]:
    made = {"title": field.name.replace("_", " ").title(), "x-order": field.order, **field.type.json_type()}
    for name, keyword in _CONSTRAINTS.items():
        value = getattr(field, name)
        if value is not None:
            made[keyword] = int(value) if isinstance(value, float) and value.is_integer() else value
    if field.choices:
        made["enum"] = list(field.choices)
    return made


def _optional(field: Any) -> bool:
    return "OPTIONAL" in field.type.repetition.name


if __name__ == "__main__":
    sys.path.insert(0, "")
    write_schema(Path())
