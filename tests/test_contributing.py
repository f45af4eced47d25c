"""What CONTRIBUTING says works, and its files agree with each other."""

import re
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from pixdraw.proposals.language.reading import read
from pixdraw.proposals.ruled.easel import Easel
from pixdraw.proposals.ruled.look import look_of

ROOT = Path(__file__).parent.parent
DRAWER, TEST, PAINTER = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(), re.DOTALL)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The example drawer, as if its file lay in `drawers`."""
    import drawers

    module = types.ModuleType("drawers.plain")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(drawers, "plain", module, raising=False)
    exec(DRAWER, module.__dict__)
    return module


def test_its_drawer_keeps_the_contract_by_its_own_test(plain: types.ModuleType) -> None:
    names: dict[str, Any] = {}
    exec(TEST, names)
    test = names["test_it_keeps_the_contract"]
    assert callable(test)
    test()


def test_its_painter_draws_with_the_colour_that_is_said() -> None:
    names: dict[str, Any] = {}
    exec(PAINTER, names)
    (kind,) = names["KINDS"]
    pictures = []
    for text in ("a red anvil", "a blue anvil"):
        easel = Easel(16)
        kind.paint(easel, look_of(read(text).things[0], 1))
        pictures.append(easel.picture())
    red, blue = (picture[picture[..., 3] > 0].mean(0) for picture in pictures)
    assert kind.name == "anvil" and red[0] > blue[0] and blue[2] > red[2]


def test_its_paths_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text()
    for path in re.findall(r"`((?:pixdraw|drawers|training|tests)/[\w/.]*)`", text):
        assert path in ("drawers/plain.py", "tests/drawers/test_plain.py") or (ROOT / path).exists(), path


def test_pre_commit_takes_the_ruff_of_the_checks() -> None:
    (pinned,) = re.findall(r"^ruff==(.+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    assert f"rev: v{pinned}\n" in (ROOT / ".pre-commit-config.yaml").read_text()


def test_the_one_test_it_runs_is_there() -> None:
    ((path, word),) = re.findall(r"python -m pytest (tests/\S+) -k (\w+)", (ROOT / "CONTRIBUTING.md").read_text())
    assert re.search(rf"^def test_\w*{word}", (ROOT / path).read_text(), re.MULTILINE)


def test_the_commands_that_make_models_anew_are_there() -> None:
    text = (ROOT / "training/RESULTS.md").read_text().split("\n## ")[0]
    commands = re.findall(r"python -m training\.(\w+)", text)
    assert {"perceptor", "sprite_generator", "vqgan"} <= set(commands)
    for name in commands:
        source = (ROOT / f"training/{name}.py").read_text()
        assert "__main__" in source, f"python -m training.{name} does nothing"
