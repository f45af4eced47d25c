"""The pages that the documentation makes from the program hold all that they are to hold."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

import pixdraw
from pixdraw import cli
from pixdraw.settings.catalog import every_setting
from pixdraw.settings.legacy import old_names

DOCS = Path(__file__).parent.parent / "docs"


@pytest.fixture(scope="module")
def hooks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hooks", DOCS / "hooks.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_settings_has_each_with_its_help(hooks: ModuleType) -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| .* \| (.*) \|$", hooks.settings(), re.MULTILINE))
    names = {known.name for known in every_setting() if known.is_built_in}
    assert names <= set(rows)
    assert all(rows[name].strip() for name in names)


def test_the_page_of_old_names_has_each(hooks: ModuleType) -> None:
    page = hooks.former_names()
    assert all(f"| `{old}` |" in page or f"| `{old}=" in page for old in old_names())
    assert "| `display_freq` | `display_every` |" in page


def test_the_page_of_the_api_names_what_python_users_call(hooks: ModuleType) -> None:
    page = hooks.api()
    for name in ("draw", "resume", "Drawing", "add_settings"):
        assert f"::: {getattr(pixdraw, name).__module__}.{name}\n" in page


def test_every_page_is_in_the_contents() -> None:
    contents = (DOCS.parent / "mkdocs.yml").read_text()
    for page in DOCS.rglob("*.md"):
        assert page.relative_to(DOCS).as_posix() in contents, f"add {page.name} to the nav of mkdocs.yml"


def test_the_page_of_commands_has_each() -> None:
    page = (DOCS / "commands.md").read_text().partition("\n## Common options")[0]
    named = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    assert named == {name for name in cli.app if not name.startswith("-")}
