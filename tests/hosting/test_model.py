"""predict.py and cog.yaml against the settings and what Cog accepts."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from pixdraw import fields
from pixdraw.fields import bounds_of
from pixdraw.hosting import allowed, requests, settings_text
from pixdraw.hosting.studio import MOST_PREVIEWS
from pixdraw.registry import DRAWERS
from pixdraw.settings.model import SEED_LIMIT, Settings, choices_of

ROOT = Path(__file__).parent.parent.parent
PIXEL = DRAWERS.config("pixel")


def declared() -> dict[str, dict[str | None, Any]]:
    """Input name → what it declares, read as Cog reads it: without running the file."""
    tree = ast.parse((ROOT / "predict.py").read_text())
    run = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "run")
    found = {}
    for argument, call in zip(run.args.args[1:], run.args.defaults, strict=True):
        assert isinstance(call, ast.Call) and ast.unparse(call.func) == "Input" and not call.args
        found[argument.arg] = {word.arg: ast.literal_eval(word.value) for word in call.keywords}
    return found


def bounds(model: Any, name: str) -> dict[str, float]:
    return bounds_of(model.model_fields[name])


def test_inputs_are_those_the_request_knows() -> None:
    assert set(declared()) == {*allowed.INPUTS, "num_outputs", "output_format", "settings"}


@pytest.mark.parametrize(
    ("name", "model"), [("quality", Settings), ("aspect", Settings), ("pixel_type", PIXEL)], ids=lambda x: str(x)[:10]
)
def test_choices_are_the_settings(name: str, model: Any) -> None:
    assert tuple(declared()[name]["choices"]) == choices_of(model, name)


def test_drawers_are_all_built_in_ones() -> None:
    built_in = {name for name, module in DRAWERS.modules().items() if module.startswith("drawers.")}
    assert set(declared()["drawer"]["choices"]) == built_in, "name the drawer in predict.py, too"


def test_defaults_are_the_settings_or_left_to_them() -> None:
    for name, given in declared().items():
        if given.get("default") is not None and name in Settings.model_fields:
            assert given["default"] == Settings.model_fields[name].default, name


def test_bounds_are_the_settings() -> None:
    inputs = declared()
    assert (inputs["iterations"]["ge"], inputs["iterations"]["le"]) == (1, bounds(Settings, "iterations")["le"])
    assert (inputs["seed"]["ge"], inputs["seed"]["le"]) == (0, SEED_LIMIT - 1)
    hosted = fields.facts_of(PIXEL.model_fields["pixel_scale"]).hosted
    assert (inputs["pixel_scale"]["ge"], inputs["pixel_scale"]["le"]) == (hosted.least, hosted.most)
    assert inputs["pixel_scale"]["ge"] > bounds(PIXEL, "pixel_scale")["gt"]  # Cog has no "above"
    assert (inputs["num_outputs"]["ge"], inputs["num_outputs"]["le"]) == (1, requests.MOST_OUTPUTS)
    assert inputs["prompts"]["max_length"] == requests.MOST_PROMPT_CHARACTERS
    assert inputs["palette"]["max_length"] == requests.MOST_PALETTE_CHARACTERS
    assert inputs["settings"]["max_length"] == settings_text.MOST_CHARACTERS
    assert inputs["output_format"]["choices"] == list(requests.OUTPUT_FORMATS)
    assert MOST_PREVIEWS <= 20


def test_the_model_reads_no_annotations_late() -> None:
    assert "from __future__ import annotations" not in (ROOT / "predict.py").read_text()  # Cog's worker cannot


# Keys of Cog's config schema 1.0 as of 0.23; `additionalProperties` is false in it.
TOP = {"build", "image", "model", "run", "predict", "train", "concurrency", "environment", "weights"}
BUILD = {
    "cuda", "cudnn", "gpu", "python_version", "python_packages", "python_requirements", "pre_install",
    "system_packages", "sdk_version", "run",
}  # fmt: skip
REFUSED = re.compile(r"(PATH|PYTHONPATH|LD_LIBRARY_PATH|HF_ENDPOINT|(CUDA|NVIDIA|REPLICATE|R8|PGET)_.*)=")


def test_cog_yaml_is_what_cog_accepts() -> None:
    config = yaml.safe_load((ROOT / "cog.yaml").read_text())
    assert set(config) <= TOP
    assert ("run" in config) != ("predict" in config)
    build = config["build"]
    assert set(build) <= BUILD
    assert isinstance(build["gpu"], bool)
    assert isinstance(build["python_version"], str) and tuple(map(int, build["python_version"].split("."))) >= (3, 10)
    assert (ROOT / build["python_requirements"]).is_file() and "python_packages" not in build
    for line in config["environment"]:
        assert re.fullmatch(r"[A-Z_]+=\S+", line) and not REFUSED.match(line)
    file, name = config["run"].split(":")
    assert f"class {name}(BaseRunner)" in (ROOT / file).read_text()


def pins(file: str) -> dict[str, str]:
    """Name → version of a list of pins, as the image's Python (3.11) reads its markers."""
    lines = (line.partition("#")[0].strip() for line in (ROOT / file).read_text().splitlines())
    mine = (line.partition(";")[0] for line in lines if 'python_version < "3.11"' not in line)
    return {
        re.sub(r"[-_.]+", "-", name).lower(): version for name, _, version in (x.partition("==") for x in mine if x)
    }


def test_the_image_installs_every_dependency_in_its_known_good_version() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    listed = re.search(r"^dependencies = \[(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    assert listed
    names = {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r'"([\w.-]+)', listed[1])}
    image, known = pins("requirements-cog.txt"), pins("constraints.txt")
    assert names <= set(image)
    assert all(image.values())
    for name in set(image) - {"torch", "torchvision"}:
        assert image[name] == known[name], name


def test_what_the_image_needs_is_not_ignored() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert not {"pixdraw", "drawers", "weights", "predict.py", "cog.yaml", "requirements-cog.txt"} & set(ignored)
