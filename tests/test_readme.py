"""Everything that the README and the pages of docs say runs, only shorter; and their links lead somewhere."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from pixdraw import cli
from pixdraw.assembly import proposal
from pixdraw.fields import Preset
from pixdraw.settings import presets

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "README.md").read_text()
PAGES = sorted(ROOT.glob("docs/*.md"))
PYTHON = "".join(page.read_text() for page in PAGES)


def blocks(language: str, text: str = TEXT) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture(autouse=True)
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs/gallery").mkdir(parents=True)
    for picture in sorted((ROOT / "docs/gallery").glob("*.png"))[:8]:
        (tmp_path / "docs/gallery" / picture.name).symlink_to(picture)
    brief = {"iterations": 2, "num_cuts": 1, "proposal_steps": 2, "scale": 0.5}
    monkeypatch.setitem(presets.QUALITIES, "tiny", {**presets.QUALITIES["tiny"], **brief})
    proposed = [
        Preset(one.when, {**one.then, **(brief if "iterations" in one.then else {})}) for one in presets.PROPOSED
    ]
    monkeypatch.setattr(presets, "PROPOSED", proposed)
    monkeypatch.setattr(proposal, "CANDIDATES", 1)


@pytest.mark.parametrize("code", blocks("python") + blocks("python", PYTHON))
def test_its_python_runs(code: str) -> None:
    for name, fewer in (("iterations", 2), ("candidates", 5)):
        code = re.sub(rf"{name}=\d+", f"{name}={fewer}", code)
    code = code.replace("settings={", 'settings={"iterations": 2, "size": (64, 64), ')
    exec(code, {"__name__": "__main__"})


def test_its_commands_run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    lines = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("pixdraw ")]
    assert len(lines) >= 3
    for line in lines:
        monkeypatch.setattr(sys, "argv", shlex.split(line))
        cli.main()
    assert {"cat.png", "another-cat.png"} <= {path.name for path in Path().iterdir()}


def test_the_tutorial_takes_only_files_that_it_has_made() -> None:
    page = (ROOT / "docs/tutorial.md").read_text()
    made, taken = set[str](), list[str]()
    for line in (line for block in blocks("text", page) for line in block.splitlines()):
        program, *words = shlex.split(line)
        if program == "python":
            opened, saved = (re.findall(rf"{call}\('([^']+)'", words[1]) for call in ("open", "save"))
        else:
            saved = [words[at + 1] for at, word in enumerate(words) if word == "--output"]
            opened = [word for word in words if word.endswith((".png", ".webp")) and word not in saved]
        assert made.issuperset(opened), line
        taken += opened
        made.update(saved, (name.replace(".", "-sprite.") for name in saved if "--save-sprite" in words))
    assert {"knight.png", "knight-sprite.png", "blurred.webp"} == set(taken)


@pytest.mark.parametrize("page", [*sorted(ROOT.glob("*.md")), *PAGES], ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text()) + re.findall(
        r'src="([^"]+)"', page.read_text()
    ):
        if not target.startswith(("https://", "reference/")):
            assert (page.parent / target).exists(), target
            assert page not in PAGES or ".." not in target, f"{target} is not on the site: give its address"


def test_its_install_command_is_that_of_ci() -> None:
    script = (ROOT / ".ci/run").read_text()
    (command,) = [line for block in blocks("sh") for line in block.splitlines() if '".[test]"' in line]
    for part in command.split(" && ")[2:]:
        assert part.replace("pip install", "pip install --quiet --no-compile") in script or part in script, part


@pytest.mark.parametrize("page", ["README.md", "docs/commands.md"])
def test_its_options_exist(page: str) -> None:
    from pixdraw.settings.model import known_names

    for option in set(re.findall(r"--([a-z][a-z-]+)", (ROOT / page).read_text())) - {"check", "help"}:
        name = option.removeprefix("no-").replace("-", "_")
        assert name in known_names(), option


def test_pyproject_and_constraints_agree() -> None:
    pins = dict(re.findall(r"^([\w-]+)==([^\s;]+)", (ROOT / "constraints.txt").read_text(), re.MULTILINE))
    names = {name.lower().replace("-", "_") for name in pins}
    wanted = re.findall(r'^  "([\w-]+)[^"]*",$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    missing = {name.lower().replace("-", "_") for name in wanted} - names
    assert not missing, f"constraints.txt pins no {missing}"
