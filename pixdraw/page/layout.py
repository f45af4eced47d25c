"""What stands where on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import gradio as gr

from pixdraw.hosting.requests import MOST_OUTPUTS
from pixdraw.imaging.palettes import NAMED
from pixdraw.page import shown
from pixdraw.page.asking import grid_settings
from pixdraw.page.colours import FILES, MOST_COLOURS, codes_of
from pixdraw.page.fields import FIRST, Field, belongs, other_settings, shown_fields
from pixdraw.registry import DRAWERS

DOWNLOADS: Mapping[str, str] = {
    "png": "PNG", "sprite": "Sprite", "svg": "SVG", "sheet": "Sheet", "aseprite": ".aseprite", "html": "HTML",
    "zip": "All (.zip)",
}  # fmt: skip
"""Kind of file → its button."""
OPENED = (".png", ".gif", ".webp", ".jpg", ".jpeg")


@dataclass
class Parts:
    """The components that events read and change, by what they are."""

    form: dict[str, Any] = field(default_factory=dict)
    """Setting → its field."""
    one: dict[str, Any] = field(default_factory=dict)
    """Name → component."""
    files: dict[str, Any] = field(default_factory=dict)
    """Kind of file → its button."""

    def __getitem__(self, name: str) -> Any:
        return self.one[name]


def lay_out() -> Parts:
    """Put everything on the page that is being built, and return what events need."""
    parts = Parts()
    gr.HTML(shown.HEAD, elem_id="head")
    with gr.Row():
        with gr.Column(scale=2, min_width=320), gr.Tabs(elem_id="tabs"):
            for label, lay in _TABS.items():
                with gr.Tab(label, elem_id=f"tab-{label.lower()}"):
                    lay(parts)
        with gr.Column(scale=3, min_width=320):
            _stage(parts)
    return parts


def _draw_tab(parts: Parts) -> None:
    fields = {one.name: one for one in shown_fields()}
    for name in FIRST[:1]:
        parts.form[name] = gr.Textbox(label=fields[name].label, info=fields[name].help, lines=2, elem_id=name)
    with gr.Row():
        parts.one["draw"] = gr.Button("Draw", variant="primary", elem_id="draw", scale=2)
        parts.one["count"] = gr.Slider(
            1,
            MOST_OUTPUTS,
            1,
            step=1,
            label="Pictures",
            info="with this seed and those after it",
            buttons=[],
            elem_id="pictures",
            scale=3,
        )
    with gr.Row():
        for name in FIRST[1:3]:
            parts.form[name] = _component(fields[name])
    with gr.Row():
        for name in FIRST[3:]:
            parts.form[name] = _component(fields[name])
    parts.one["start"] = gr.Checkbox(
        label="Start from the chosen picture", info="the one that is shown, changed towards the prompt", elem_id="start"
    )
    with gr.Accordion("More settings", open=False):
        for name, one in fields.items():
            if name not in FIRST:
                parts.form[name] = _component(one)
    with gr.Accordion("Every other setting", open=False):
        parts.one["other"] = gr.Dropdown(sorted(other_settings()), value=None, label="Setting", elem_id="setting")
        parts.one["told"] = gr.HTML("", elem_classes="about")
        with gr.Row():
            parts.one["value"] = gr.Textbox(label="Value", elem_id="setting-value", scale=3)
            parts.one["add"] = gr.Button("Add", elem_id="add-setting", scale=1)
        parts.one["further"] = gr.Textbox(
            label="Added settings", info="name: value, one a line", lines=3, elem_id="added-settings"
        )


def _change_tab(parts: Parts) -> None:
    gr.Markdown("Both start from the **chosen picture**, the one that is shown.")
    with gr.Row():
        parts.one["strength"] = gr.Slider(
            0.05,
            1,
            0.4,
            step=0.05,
            label="Strength",
            info="fraction of the picture to change",
            buttons=[],
            elem_id="strength",
        )
        parts.one["varied"] = gr.Slider(
            1, MOST_OUTPUTS, 4, step=1, label="Variations", buttons=[], elem_id="variations"
        )
    parts.one["vary"] = gr.Button("Draw variations", elem_id="vary")
    parts.one["brush"] = gr.HTML(
        shown.brush_of(None),
        html_template=shown.static("brush.html"),
        js_on_load=shown.static("brush.js"),
        apply_default_css=False,
        elem_id="brush",
        elem_classes="brush",
    )
    parts.one["part"] = gr.Textbox(
        label="Prompt of the painted part", info="left empty: the picture's own", elem_id="part"
    )
    parts.one["redraw"] = gr.Button("Redraw the painted part", variant="primary", elem_id="redraw")


def _grid_tab(parts: Parts) -> None:
    gr.Markdown(
        "The prompt and settings of Draw, with two of them varied. Separate values by commas, or by semicolons."
    )
    for side, told, value, example in (("across", "Columns", "seed", "1,2,3"), ("down", "Rows", "", "")):
        with gr.Row():
            parts.one[side] = gr.Dropdown(
                ["", *grid_settings()], value=value, label=told, elem_id=told.lower(), scale=2
            )
            parts.one[f"{side}_values"] = gr.Textbox(
                label=f"Values of the {told.lower()}", value=example, elem_id=f"{told.lower()}-values", scale=3
            )
    parts.one["grid"] = gr.Button("Draw the grid", variant="primary", elem_id="grid")


def _palette_tab(parts: Parts) -> None:
    parts.one["codes"] = gr.HTML(
        codes_of(next(iter(NAMED))),
        html_template=shown.static("palette.html"),
        js_on_load=shown.static("palette.js"),
        apply_default_css=False,
        elem_id="palette-editor",
    )
    parts.one["use_palette"] = gr.Button("Draw with these colours", variant="primary", elem_id="use-palette")
    with gr.Row():
        parts.one["sort"] = gr.Button("Sort into ramps", elem_id="sort-palette")
        parts.one["confused"] = gr.Button("Find colours that look alike", elem_id="check-palette")
    with gr.Row():
        parts.one["left"] = gr.Slider(
            1, MOST_COLOURS, 8, step=1, label="Colours to keep", buttons=[], elem_id="colours-to-keep", scale=3
        )
        parts.one["reduce"] = gr.Button("Reduce", elem_id="reduce-palette", scale=1)
    with gr.Row():
        parts.one["source"] = gr.Dropdown(
            list(NAMED),
            allow_custom_value=True,
            label="Another palette",
            info="a name (pico-8), a ramp (red->yellow\\8) or a list ([black, #ff8000])",
            elem_id="palette-source",
            scale=3,
        )
        parts.one["take"] = gr.Button("Load", elem_id="load-palette", scale=1)
    parts.one["take_picture"] = gr.Button("Take the colours of the chosen picture", elem_id="take-colours")
    with gr.Row():
        parts.one["kind"] = gr.Dropdown(
            list(FILES), value=FILES[0], label="Kind of file", elem_id="palette-kind", scale=3
        )
        parts.one["write"] = gr.Button("Write file", elem_id="write-palette", scale=1)
    parts.one["palette_file"] = gr.File(label="Palette file", interactive=False, visible=False, elem_id="palette-file")


def _open_tab(parts: Parts) -> None:
    parts.one["open"] = gr.File(
        label="Drop a picture: of pixdraw, to have its settings again, or any other",
        file_types=list(OPENED),
        type="filepath",
        elem_id="open",
        height=140,
    )
    parts.one["opened"] = gr.HTML("", elem_id="opened")
    parts.one["found"] = gr.State(None)
    parts.one["restore"] = gr.Button("Use these settings", variant="primary", interactive=False, elem_id="restore")


_TABS = {
    "Draw": _draw_tab, "Change": _change_tab, "Grid": _grid_tab, "Palette": _palette_tab, "Open": _open_tab,
}  # fmt: skip


def _stage(parts: Parts) -> None:
    parts.one["stage"] = gr.HTML(shown.EMPTY, elem_id="stage")
    with gr.Row(elem_id="progress"):
        parts.one["status"] = gr.HTML("", elem_id="status")
        parts.one["stop"] = gr.Button("Stop", variant="stop", interactive=False, elem_id="stop", scale=0, min_width=96)
    with gr.Row(elem_classes="files"):
        for kind, label in DOWNLOADS.items():
            parts.files[kind] = gr.DownloadButton(label, size="sm", visible=False, elem_id=f"get-{kind}", min_width=60)
    parts.one["about"] = gr.HTML("", elem_id="chosen")
    parts.one["gallery"] = gr.Gallery(
        label="Gallery of this tab",
        columns=6,
        fit_columns=False,
        object_fit="contain",
        height="auto",
        allow_preview=False,
        interactive=False,
        buttons=[],
        elem_id="gallery",
    )
    parts.one["ticket"] = gr.State(0)


def _component(one: Field) -> Any:
    """Return the field of a setting: what it is given with follows from its declaration."""
    least, most = one.bounds
    shared: dict[str, Any] = {"label": one.label, "info": one.help, "elem_id": f"field-{one.name}", "min_width": 140}
    if not belongs(one, DRAWERS.default()):
        shared["visible"] = False
    if one.several:
        return gr.Dropdown(list(one.choices), value=[], multiselect=True, allow_custom_value=one.free, **shared)
    if one.choices:
        default = str(one.known.field.default)
        value = default if default in one.choices and one.name in ("drawer", "quality") else ""
        choices = [("automatic", ""), *((choice, choice) for choice in one.choices)] if value == "" else one.choices
        return gr.Dropdown(list(choices), value=value, allow_custom_value=one.free, **shared)
    amounts = "" if least is None or most is None else f", or {least:g} to {most:g}"
    return gr.Textbox(value="", placeholder=f"automatic{amounts}", **shared)
