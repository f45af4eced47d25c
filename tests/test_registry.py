"""Plug-ins of other packages: installed as pip would, in a folder of their own."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw import cli, registry
from pixdraw.errors import PluginError, SettingsError
from pixdraw.registry import DRAWERS, LOSSES, Registry
from pixdraw.settings.model import known_names, resolve
from tests.fakes import small_session

STRIPES = """
import torch
from pydantic import BaseModel, Field
from torch import nn

from pixdraw.interfaces import ParamGroup


class Config(BaseModel):
    stripes_count: int = Field(4, ge=1, description="number of stripes")


class Stripes(nn.Module):
    channels = 3

    def __init__(self, config, canvas, device):
        super().__init__()
        self.canvas = canvas
        self.colors = nn.Parameter(torch.full((canvas.items, 3, config.stripes_count), 0.5, device=device))

    def render(self):
        size = (self.canvas.height, self.canvas.width)
        return nn.functional.interpolate(self.colors[:, :, None], size=size, mode="nearest")

    def param_groups(self):
        return [ParamGroup("colors", [self.colors], 0.05)]

    @torch.no_grad()
    def project(self):
        self.colors.clamp_(0, 1)

    @torch.no_grad()
    def fit(self, image):
        self.colors.copy_(nn.functional.adaptive_avg_pool2d(image[:, :3], (1, self.colors.shape[2]))[:, :, 0])


def build(config, canvas, rng, device):
    return Stripes(config, canvas, device)
"""

DARK = """
from pydantic import BaseModel, Field


class Config(BaseModel):
    dark_gamma: float = Field(1.0, gt=0, description="exponent")


def build(config, context):
    return lambda frame: frame.image.pow(config.dark_gamma).mean((1, 2, 3))
"""

POINTS = """
[pixdraw.drawers]
stripes = acme_stripes
broken = acme_broken
half = acme_half
typo = acme_typo
crash = acme_crash
plain = acme_plain
around = acme_crash.inner
fails = acme_fails
[pixdraw.losses]
dark = acme_dark
fails = acme_fails
[pixdraw.filters]
fails = acme_fails
"""

FAILS = """
from pydantic import BaseModel


class Config(BaseModel):
    pass


def build(config, *given):
    return int("no\\nnumber")
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "acme_stripes.py").write_text(STRIPES)
    (tmp_path / "acme_dark.py").write_text(DARK)
    (tmp_path / "acme_fails.py").write_text(FAILS)
    (tmp_path / "acme_broken.py").write_text("import acme_missing\n")
    (tmp_path / "acme_half.py").write_text("x = 1\n")
    (tmp_path / "acme_typo.py").write_text("def (\n")
    (tmp_path / "acme_crash.py").write_text("raise RuntimeError('no\\nlicence')\n")
    (tmp_path / "acme_plain.py").write_text("Config = {'a': 1}\nbuild = None\n")
    info = tmp_path / "acme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(POINTS)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # which would change the folder
    yield tmp_path
    for name in ("acme_stripes", "acme_dark", "acme_half", "acme_plain", "acme_fails"):
        sys.modules.pop(name, None)


def test_a_drawer_of_another_package_draws_with_its_own_settings(package: Path) -> None:
    session = small_session(drawer="stripes", stripes_count=5, transparent=False, pixel_size=None, iterations=30)
    start = session.images()
    for _ in session.run():
        pass
    assert session.images().shape == start.shape == (1, 3, 32, 40)
    assert not torch.equal(session.images(), start)
    assert session.settings.flat()["stripes_count"] == 5
    with pytest.raises(SettingsError, match="stripes_count"):
        small_session(drawer="stripes", stripes_count=0, pixel_size=None)


def test_its_settings_are_options_of_the_command_line(
    package: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["pixdraw", *words])
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        return code, *capfd.readouterr()

    _, listed, _ = run("settings")
    assert "stripes_count" in listed and "dark_gamma" in listed and "pixel_type" in listed
    code, _, told = run("draw", "a", "--dark-gamma=2")  # told whose it is by the settings, so it was read as an option
    assert code == 2 and "belongs to loss dark" in told
    code, _, told = run("draw", "a", "--drawer=stripes", "--stripes-count=0")
    assert code == 2 and "stripes_count" in told and "belongs" not in told


def test_a_loss_of_another_package_counts(package: Path) -> None:
    def brightness(**given: Any) -> float:
        session = small_session(transparent=False, iterations=30, **given)
        for event in session.run():
            if hasattr(event, "terms") and given:
                assert set(event.terms) == {"prompts", "dark"}
        return session.images().mean().item()

    assert brightness(losses="dark:20", dark_gamma=1.0) < brightness() - 0.1


def test_broken_plugins_do_not_hide_the_others(package: Path) -> None:
    assert {"pixel", "stripes", "broken", "half"} <= set(DRAWERS.names())
    assert "stripes_count" in known_names()
    with pytest.raises(PluginError, match="'broken' cannot be imported.*acme_missing"):
        DRAWERS.load("broken")
    with pytest.raises(PluginError, match="'half'.*no `Config`"):
        DRAWERS.load("half")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("typo", "invalid syntax"),
        ("crash", "no licence"),
        ("plain", "Config is not a pydantic model"),
        ("around", "no licence"),
    ],
)
def test_whatever_is_wrong_with_a_plugin_is_said_when_it_is_chosen(package: Path, name: str, words: str) -> None:
    assert "stripes_count" in known_names()
    for ask in (DRAWERS.load, DRAWERS.config):
        with pytest.raises(PluginError, match=f"'{name}'.*{words}"):
            ask(name)


@pytest.mark.parametrize(
    ("given", "kind"),
    [({"drawer": "fails"}, "drawer"), ({"losses": "fails"}, "loss"), ({"filters": "fails"}, "filter")],
)
def test_a_plugin_that_cannot_be_built_is_told_in_one_line(package: Path, given: dict[str, str], kind: str) -> None:
    with pytest.raises(PluginError, match=f"{kind} 'fails' cannot be built: ValueError: invalid literal") as caught:
        small_session(transparent=False, **({"pixel_size": None} if kind == "drawer" else {}), **given)
    assert str(caught.value).endswith(f"({package / 'acme_fails.py'}:10)") and "\n" not in str(caught.value)
    assert isinstance(caught.value.__cause__, ValueError)


def test_a_built_in_plugin_that_fails_shows_all_of_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DRAWERS.load("pixel"), "build", lambda *given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        small_session()


def test_the_only_drawer_with_a_setting_is_meant(package: Path) -> None:
    with pytest.warns(UserWarning, match="drawer=stripes is used, the only one with stripes_count"):
        assert resolve({"prompts": "a", "stripes_count": 3}).drawer == "stripes"


def test_another_plugins_setting_says_whose_it_is(package: Path) -> None:
    with pytest.raises(SettingsError, match="stripes_count=3 belongs to drawer stripes; this run's drawer is pixel"):
        resolve({"prompts": "a", "stripes_count": 3, "drawer": "pixel"})
    with pytest.raises(SettingsError, match="dark_gamma=1 belongs to loss dark; this run's loss is tv, solid"):
        resolve({"prompts": "a", "dark_gamma": 1})


def test_an_unknown_loss_names_the_nearest(package: Path) -> None:
    with pytest.raises(PluginError, match="did you mean dark"):
        LOSSES.resolve("drak")


def test_packages_are_looked_into_once_until_another_is_installed(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []
    monkeypatch.setattr(registry, "entry_points", lambda: looked.append(True) or entry_points())
    registry._all_points.cache_clear()
    for _ in range(3):
        known_names()
    assert len(looked) == 1
    info = package / "late-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: late\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[pixdraw.losses]\nlate = acme_dark\n")
    assert "late" in LOSSES.names()


def test_known_but_not_installed_says_what_to_install() -> None:
    none = Registry("drawer", "pixdraw.none", needs={"hologram": "pip install hologram"})
    with pytest.raises(PluginError, match="known but not installed: pip install hologram"):
        none.load("hologram")


def test_configs_are_read_without_torch() -> None:
    code = (
        "import sys\nfrom pixdraw.registry import KINDS\n"
        "print([(n, sorted(r.config(n).model_fields)[:1]) for r in KINDS.values() for n in r.names()])\n"
        "assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
