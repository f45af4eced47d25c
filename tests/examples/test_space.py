"""Where the page is hosted: the Space's files and the Dockerfile, as what runs them reads them."""

import re
import runpy
import shlex
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from pixdraw.cli import app
from pixdraw.commands import page as command

ROOT = Path(__file__).parents[2]
SPACE = ROOT / "examples" / "space"


@pytest.mark.parametrize(("environment", "port"), [({}, 7860), ({"PORT": "8080"}, 8080)], ids=["usual", "given"])
def test_the_space_serves_everybody_on_its_port(
    environment: Mapping[str, str], port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(command, "page", lambda **options: asked.update(options))
    monkeypatch.delenv("PORT", raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    runpy.run_path(str(SPACE / "app.py"), run_name="__main__")
    assert asked["host"] == "0.0.0.0" and asked["port"] == port and asked["browser"] is False


def test_the_space_names_its_app_and_the_gradio_that_is_tested() -> None:
    told = yaml.safe_load((SPACE / "README.md").read_text().split("---")[1])
    assert told["sdk"] == "gradio" and (SPACE / told["app_file"]).is_file()
    assert f"gradio=={told['sdk_version']}\n" in (ROOT / "constraints.txt").read_text()
    assert "pixdraw[page]" in (SPACE / "requirements.txt").read_text()


def test_the_image_is_given_all_that_the_wheel_is_made_of_and_starts_a_command_of_ours() -> None:
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text())
    steps = [line.split(maxsplit=1) for line in text.splitlines() if re.match(r"[A-Z]+ ", line)]
    copied = {name for step, rest in steps if step == "COPY" for name in rest.split()[:-1]}
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "constraints.txt", "pixdraw", "drawers"} <= copied
    ignored = (ROOT / ".dockerignore").read_text().split()
    for name in copied:
        assert (ROOT / name).exists() and not any(fnmatch(name, pattern) for pattern in ignored), name
    (start,) = (yaml.safe_load(rest) for step, rest in steps if step == "CMD")
    assert start[0] == "pixdraw"
    called, bound, _ = app.parse_args(shlex.join(start[1:]))
    assert called.__name__ == "page" and bound.arguments["host"] == "0.0.0.0" and bound.arguments["browser"] is False
