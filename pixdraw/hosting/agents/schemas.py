"""What each tool takes, as JSON Schema; that of drawing is made of the settings' own declarations."""

from __future__ import annotations

from typing import Any

from pixdraw.fields import bounds_of, choices_of, facts_of
from pixdraw.formats.actions_catalog import ACTIONS
from pixdraw.formats.films import KINDS as FILMS
from pixdraw.hosting.allowed import ALLOWED, INPUTS
from pixdraw.hosting.requests import MOST_OUTPUTS, MOST_PALETTE_CHARACTERS, MOST_PROMPT_CHARACTERS, OUTPUT_FORMATS
from pixdraw.imaging.dithering import DITHERS
from pixdraw.registry import DRAWERS
from pixdraw.settings.catalog import Known, every_setting
from pixdraw.settings.model import SEED_LIMIT

Schema = dict[str, Any]

MOST_SIDE = 64
"""Cells of a drawn tile."""
MOST_STEPS = 1000
"""Of a drawn tile."""
_PICTURE = {"type": "string", "description": "Name of a picture in the folder, such as hero.png."}
_PALETTE = {
    "type": "string",
    "maxLength": MOST_PALETTE_CHARACTERS,
    "description": "The only colours allowed: a palette's name, such as pico-8 (see the tool palettes), or colours, as "
    "in black->red->yellow or [black, #ff8000].",
}
_SEED = {"type": "integer", "minimum": 0, "maximum": SEED_LIMIT - 1}
_SCALE = {
    "type": "integer",
    "minimum": 1,
    "maximum": 16,
    "description": "Enlargement of the output: pixels per cell. Default: 1.",
}
_STEPS = {"type": "integer", "minimum": 1, "maximum": MOST_STEPS, "description": "Steps of the drawing."}


def drawing() -> Schema:
    """Return what `draw` takes: the inputs of hosted requests, and what these may set besides."""
    known = {one.name: one for one in every_setting() if one.is_built_in}
    made = {name: {**_kind(known[name]), "description": known[name].field.description} for name in INPUTS}
    made["prompts"] |= {"type": "string", "minLength": 1, "maxLength": MOST_PROMPT_CHARACTERS}
    made["seed"] = {
        **_SEED,
        "description": "Random seed of the first picture; further pictures use the following numbers. Default: random.",
    }
    made["drawer"]["enum"] = [name for name in DRAWERS.names() if DRAWERS.is_built_in(name)]
    made["pixel_size"] = {"type": "string", "description": f"{known['pixel_size'].field.description} As in 32x32."}
    made["init_image"] = {**_PICTURE, "description": "Name of a picture in the folder to start from."}
    made["num_outputs"] = {
        "type": "integer",
        "minimum": 1,
        "maximum": MOST_OUTPUTS,
        "description": "Pictures, drawn at once.",
    }
    made["output_format"] = {
        "enum": list(OUTPUT_FORMATS),
        "description": "What is written beside the PNG: sprite is a PNG with one pixel a cell.",
    }
    made["settings"] = {
        "type": "object",
        "description": "Further settings by name: " + ", ".join(sorted(ALLOWED)),
    }
    return _object(made, ["prompts"])


def _kind(known: Known) -> Schema:
    """Return the type, choices and bounds of a setting."""
    choices = choices_of(known.model, known.name)
    if choices:
        return {"enum": list(choices)}
    annotation = str(known.field.annotation)
    kinds = {"bool": "boolean", "int": "integer", "float": "number"}
    kind = next((kinds[name] for name in kinds if name in annotation and "tuple" not in annotation), "string")
    bounds = {"minimum": bounds_of(known.field).get("ge"), "maximum": bounds_of(known.field).get("le")}
    facts = facts_of(known.field)
    if facts and facts.hosted:
        bounds = {"minimum": facts.hosted.least, "maximum": facts.hosted.most} | {k: v for k, v in bounds.items() if v}
    return {"type": kind, **{name: bound for name, bound in bounds.items() if bound is not None}}


def _object(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


VARY = _object(
    {
        "picture": _PICTURE,
        "prompt": {
            "type": "string",
            "minLength": 1,
            "maxLength": MOST_PROMPT_CHARACTERS,
            "description": "What the picture shows or should show. Default: the prompt stored in the picture by "
            "pixdraw.",
        },
        "strength": {
            "type": "number",
            "exclusiveMinimum": 0,
            "maximum": 1,
            "description": "Fraction of the picture to change. Default: 0.4.",
        },
        "count": {"type": "integer", "minimum": 1, "maximum": MOST_OUTPUTS, "description": "How many variations; 4."},
        "seed": {**_SEED, "description": "Of the first variation; 1."},
        "iterations": _STEPS,
    },
    ["picture"],
)
REPAIR = _object(
    {
        "picture": _PICTURE,
        "grid": {"type": "string", "description": "Columns and rows of cells, such as 32x24; default: found."},
        "colours": {"type": "integer", "minimum": 1, "maximum": 256, "description": "Maximum number of colours."},
        "palette": _PALETTE,
        "scale": _SCALE,
    },
    ["picture"],
)
PIXELISE = _object(
    {
        "picture": _PICTURE,
        "size": {"type": "string", "description": "Cells along the longer side, or WIDTHxHEIGHT as in 48x64; 64."},
        "colours": {"type": "integer", "minimum": 2, "maximum": 256, "description": "How many colours; 24."},
        "palette": _PALETTE,
        "dither": {"enum": list(DITHERS), "description": "Dithering method. Default: none."},
        "outline": {
            "type": "number",
            "minimum": 0,
            "maximum": 2,
            "description": "How far thin lines are widened; 0.4.",
        },
        "scale": _SCALE,
    },
    ["picture"],
)
ANIMATE = _object(
    {
        "picture": {**_PICTURE, "description": "Name of a sprite on a clear ground in the folder."},
        "actions": {
            "type": "array",
            "items": {"enum": list(ACTIONS)},
            "minItems": 1,
            "maxItems": 6,
            "description": "Movements, each a film of its own; idle.",
        },
        "frames": {
            "type": "integer",
            "minimum": 2,
            "maximum": 64,
            "description": "Frames per movement. Default: 4 to 8, depending on the movement.",
        },
        "format": {"enum": list(FILMS), "description": "What is written; gif."},
        "scale": _SCALE,
    },
    ["picture"],
)
TILESET = _object(
    {
        "terrains": {
            "type": "array",
            "items": {"type": "string", "minLength": 1, "maxLength": MOST_PROMPT_CHARACTERS},
            "minItems": 1,
            "maxItems": 2,
            "description": "One or two terrains; the first is drawn on top of the second. Each is a text to draw, or "
            "the name of a .png file in the folder that shows one tile.",
        },
        "side": {"type": "integer", "minimum": 4, "maximum": MOST_SIDE, "description": "Cells of a drawn tile; 16."},
        "seed": {**_SEED, "description": "Other seeds give other borders and drawings; 1."},
        "iterations": _STEPS,
        "palette": _PALETTE,
    },
    ["terrains"],
)
INSPECT = _object({"picture": _PICTURE}, ["picture"])
PALETTES = _object(
    {
        "palette": {
            **_PALETTE,
            "description": "A palette's name, colours as in [black, #ff8000], or the name of a picture or a .gpl, "
            ".pal, .act or .hex file in the folder. Default: the names of all known palettes.",
        },
        "sort": {"type": "boolean", "description": "In ramps: greys, then hue after hue, each from dark to light."},
        "reduce": {
            "type": "integer",
            "minimum": 1,
            "maximum": 256,
            "description": "Reduce the palette to this many colours.",
        },
    },
    [],
)
