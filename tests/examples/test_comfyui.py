"""The nodes for ComfyUI, over a small stand-in of its V3 schema, as ComfyUI is no package of a registry."""

import asyncio
import importlib
import inspect
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from pixdraw.errors import SettingsError
from pixdraw.settings.catalog import find

NUMBERS = {"default", "min", "max", "step", "tooltip", "optional", "control_after_generate"}
KNOWN = {
    "String": {"default", "multiline", "tooltip", "optional"},
    "Int": NUMBERS,
    "Float": NUMBERS,
    "Boolean": {"default", "tooltip", "optional"},
    "Combo": {"options", "default", "tooltip", "optional"},
    "Image": {"tooltip", "optional"},
    "Mask": {"tooltip", "optional"},
}
"""Type → what its Input takes beside its name; as ComfyUI's documentation of the V3 schema lists them."""


def kind(name: str) -> SimpleNamespace:
    def given(id: str, **facts: Any) -> SimpleNamespace:  # noqa: A002 (ComfyUI's name)
        assert set(facts) <= KNOWN[name], f"{name}.Input takes no {set(facts) - KNOWN[name]}"
        return SimpleNamespace(id=id, kind=name, optional=facts.pop("optional", False), **facts)

    def made(id: str, display_name: str) -> SimpleNamespace:  # noqa: A002
        return SimpleNamespace(id=id, kind=name, display_name=display_name)

    return SimpleNamespace(Input=given, Output=made)


class Schema(SimpleNamespace):
    def __init__(
        self, *, node_id: str, display_name: str, category: str, description: str, inputs: list[Any], outputs: list[Any]
    ) -> None:
        super().__init__(
            node_id=node_id, display_name=display_name, category=category, description=description, inputs=inputs,
            outputs=outputs,
        )  # fmt: skip


class NodeOutput(SimpleNamespace):
    def __init__(self, *result: Any) -> None:
        super().__init__(result=result)


@pytest.fixture(scope="module")
def nodes() -> Iterator[Any]:
    pack, latest = types.ModuleType("comfy_api"), types.ModuleType("comfy_api.latest")
    latest.ComfyExtension = type("ComfyExtension", (), {})  # type: ignore[attr-defined]
    latest.io = SimpleNamespace(  # type: ignore[attr-defined]
        ComfyNode=type("ComfyNode", (), {}),
        Schema=Schema,
        NodeOutput=NodeOutput,
        **{name: kind(name) for name in KNOWN},
    )
    sys.modules.update({"comfy_api": pack, "comfy_api.latest": latest})
    yield importlib.import_module("examples.comfyui.nodes")
    for name in ("comfy_api", "comfy_api.latest", "examples.comfyui.nodes", "examples.comfyui"):
        sys.modules.pop(name, None)


def all_nodes(nodes: Any) -> dict[str, Any]:
    extension = asyncio.run(nodes.comfy_entrypoint())
    return {node.define_schema().node_id: node for node in asyncio.run(extension.get_node_list())}


def run(node: Any, **inputs: Any) -> tuple[Any, ...]:
    """Call a node as ComfyUI does: inputs by id, left-out ones at their default; a result for every output."""
    schema = node.define_schema()
    given = {one.id: one.default for one in schema.inputs if hasattr(one, "default")} | inputs
    result = node.execute(**given).result
    assert len(result) == len(schema.outputs)
    for value, output in zip(result, schema.outputs, strict=True):
        if output.kind in ("Image", "Mask"):
            assert value.dtype == torch.float32 and value.min() >= 0 and value.max() <= 1
            assert value.ndim == (4 if output.kind == "Image" else 3)
    return tuple(result)


def test_schemas_fit_what_is_executed(nodes: Any) -> None:
    found = all_nodes(nodes)
    assert list(found) == ["PixdrawDraw", "PixdrawPalette", "PixdrawRepair", "PixdrawPixelise", "PixdrawSheet"]
    for node in found.values():
        schema, takes = node.define_schema(), inspect.signature(node.execute).parameters
        assert [one.id for one in schema.inputs] == list(takes) and schema.category == "pixdraw"
        for one in schema.inputs:
            assert one.optional == (takes[one.id].default is not inspect.Parameter.empty), one.id
            if hasattr(one, "min"):
                assert one.min <= one.default <= one.max
            assert one.kind == "Image" or one.tooltip
        assert len({output.id for output in schema.outputs}) == len(schema.outputs)
    seed = found["PixdrawDraw"].define_schema().inputs[1]
    assert seed.tooltip == find("seed")[0].field.description and seed.max == 2**32 - 1


def test_the_pack_offers_the_entry_point(nodes: Any) -> None:
    pack = importlib.import_module("examples.comfyui")
    assert pack.comfy_entrypoint is nodes.comfy_entrypoint
    assert not (Path(pack.__file__ or "").parent / "js").exists()


def test_it_draws(nodes: Any) -> None:
    small = "iterations: 1\nnum_cuts: 1\ninit: none\nsize: [16, 16]\npixel_hard_alpha: true"
    image, mask, sprite, clear = run(nodes.PixdrawDraw, prompt="red", pictures=2, columns=4, rows=4, settings=small)
    assert image.shape == (2, 16, 16, 3) and mask.shape == (2, 16, 16)
    assert sprite.shape == (2, 4, 4, 3) and clear.shape == (2, 4, 4) and set(clear.unique().tolist()) <= {0.0, 1.0}
    with pytest.raises(SettingsError, match="does not exist"):
        run(nodes.PixdrawDraw, settings="nonsense: 1")


def test_palette_repair_pixelise_and_sheet(nodes: Any) -> None:
    torch.manual_seed(0)
    noise = torch.rand(2, 24, 16, 3)
    (image,) = run(nodes.PixdrawPalette, image=noise, palette="[black, white]")
    assert set(image.unique().tolist()) == {0.0, 1.0}
    table = torch.tensor([[0.0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1]])
    cells = table[torch.randint(5, (1, 16, 16))].repeat_interleave(6, 1).repeat_interleave(6, 2)
    small, mask, confidence = run(nodes.PixdrawRepair, image=cells)
    assert small.shape == (1, 16, 16, 3) and not mask.any() and confidence > 0.7
    assert torch.equal(small, cells[:, ::6, ::6])
    made, mask = run(nodes.PixdrawPixelise, image=noise, side=8, colours=4, mask=torch.ones(2, 24, 16))
    assert made.shape == (2, 8, 5, 3) and mask.all()
    laid, mask, columns = run(nodes.PixdrawSheet, image=noise, columns=2, mask=torch.zeros(2, 24, 16))
    assert laid.shape == (1, 24, 32, 3) and columns == 2 and torch.equal(laid[0, :, :16], noise[0])
    with pytest.raises(SettingsError, match="mask"):
        run(nodes.PixdrawSheet, image=noise, mask=torch.zeros(2, 8, 8))
