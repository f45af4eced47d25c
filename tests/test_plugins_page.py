"""The loss and the filter of docs/plugins.md, installed as the page says, keep their contracts and draw."""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from pixdraw.settings.model import resolve
from pixdraw.testing import check_filter, check_loss
from tests.fakes import small_session

PAGE = (Path(__file__).parent.parent / "docs/plugins.md").read_text()
POINTS = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
MODULES = dict(re.findall(r"`my_package/(\w+)\.py`:\n\n```python\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The page's package, in a folder as pip leaves it."""
    (tmp_path / "my_package").mkdir()
    (tmp_path / "my_package/__init__.py").touch()
    for name, code in MODULES.items():
        (tmp_path / f"my_package/{name}.py").write_text(code)
    info = tmp_path / "my_package-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: my_package\nVersion: 1.0\n")
    assert POINTS
    (info / "entry_points.txt").write_text(POINTS[1].replace("project.entry-points.", "").replace('"', ""))
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield tmp_path
    for name in ("my_package", *(f"my_package.{name}" for name in MODULES)):
        sys.modules.pop(name, None)


def test_they_keep_their_contracts(package: Path) -> None:
    check_loss(importlib.import_module("my_package.dim"))
    check_filter(importlib.import_module("my_package.faded"))


def test_the_loss_makes_the_picture_as_bright_as_asked_for(package: Path) -> None:
    brightness = {}
    for wanted in (0.0, 1.0):
        session = small_session(losses="dim:100", dim_brightness=wanted, transparent=False, iterations=20)
        for _ in session.run():
            pass
        brightness[wanted] = float(session.images().mean())
    assert brightness[0.0] < brightness[1.0] - 0.1


def test_the_filter_takes_the_colour_out_of_what_is_saved(package: Path) -> None:
    session = small_session(filters="faded", faded_amount=1, transparent=False)
    red, green, blue = session.images()[0]
    assert torch.allclose(red, green, atol=1e-6) and torch.allclose(green, blue, atol=1e-6)
    assert resolve({"prompts": "a", "filters": "faded"}).flat()["faded_amount"] == 0.5
