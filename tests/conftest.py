"""One torch thread: two on a busy small machine can be thirty times slower.

Torch is imported where tests are collected: the process that only hands them out to others would wait for it.
"""

import gc
import json
import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pixdraw.late_compiler import without_compiler

gc.disable()  # until all tests are collected: what they import stays
os.environ.setdefault("PIXDRAW_CACHE", tempfile.mkdtemp(prefix="pixdraw-cache-"))  # never the user's


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that ask the server."""
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.server)


def pytest_collection_finish() -> None:
    """From now on the collector looks through what tests make, not through a million objects of what they import."""
    import torch

    torch.set_num_threads(1)
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def what_a_module_made_is_looked_through_once() -> Iterator[None]:
    """What is imported and kept meanwhile, such as Gradio and models, would make each later collection slower."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def no_compiler() -> Iterator[None]:
    """Optimisers that tests make for themselves import torch's compiler, too, which takes seconds."""
    with without_compiler():
        yield


@pytest.fixture(autouse=True)
def forget_plugins_of_the_process() -> Iterator[None]:
    """What a test, or a page's example, adds on the spot is gone in the next one."""
    from pixdraw.registry import DRAWERS, FILTERS, LOSSES, PERCEPTORS

    registries = (DRAWERS, LOSSES, FILTERS, PERCEPTORS)
    before = [dict(registry.added) for registry in registries]
    yield
    for registry, added in zip(registries, before, strict=True):
        registry.added.clear()
        registry.added.update(added)


@pytest.fixture(scope="session")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small open_clip model of random weights, as `local-dir:` loads it."""
    from pixdraw.models._torchvision import declare_missing_operators

    declare_missing_operators()
    import open_clip
    import torch
    from safetensors.torch import save_file

    text = {"context_length": 16, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1}
    vision = {"image_size": 32, "layers": 1, "width": 32, "head_width": 16, "patch_size": 8}
    config = {"embed_dim": 16, "vision_cfg": vision, "text_cfg": text}
    torch.manual_seed(0)
    logging.getLogger().setLevel(logging.ERROR)
    model = open_clip.CLIP(embed_dim=16, vision_cfg=vision, text_cfg=text)
    folder = tmp_path_factory.mktemp("model")
    (folder / "open_clip_config.json").write_text(json.dumps({"model_cfg": config, "preprocess_cfg": {}}))
    save_file(model.state_dict(), folder / "open_clip_model.safetensors")
    return folder


PLUGIN = """
import sys
import types

import torch
from pydantic import BaseModel

from tests.fakes import ColourPerceptor

# Optimisers import torch's compiler at their first step, which takes seconds; nothing is compiled here.
sys.modules["torch._dynamo"] = torch._dynamo = types.ModuleType("torch._dynamo")
torch._dynamo.__getattr__ = lambda name: lambda *given, **options: given[0] if given else None


class Config(BaseModel):
    pass


def build(config, device):
    return ColourPerceptor()
"""


@pytest.fixture(scope="session")
def colours_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """PYTHONPATH that gives a new process the tests' perceptor as `colours`: importing open_clip takes seconds."""
    folder = tmp_path_factory.mktemp("colours")
    (folder / "colours_eye.py").write_text(PLUGIN)
    info = folder / "colours-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: colours\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[pixdraw.perceptors]\ncolours = colours_eye\n")
    return f"{Path(__file__).parent.parent}{os.pathsep}{folder}"
