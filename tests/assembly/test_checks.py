"""What is found wrong in settings before a model is loaded; wrong names are in tests/tools/many/test_rows.py."""

from types import SimpleNamespace

import pytest

from pixdraw.assembly.checks import check_plugins, fetch_for_losses
from pixdraw.assembly.losses import loss_names
from pixdraw.errors import SettingsError
from pixdraw.registry import DRAWERS
from pixdraw.settings.model import resolve
from tests.fakes import small_session


def test_the_names_of_losses_are_known_before_they_are_built() -> None:
    session = small_session(
        contrast=1,
        losses="smoothness,symmetry:0.5",
        negative_prompts="red",
        labels="green",
        noise_prompt_seeds="1,2",
        spot_prompts="blue",
        transparent=True,
        transparent_weight=0.5,
    )
    built = [weighted.name for weighted in session.parts.losses]
    assert len(built) >= 8 and sorted(loss_names(session.settings)) == sorted(built)


def test_drawer_and_losses_are_asked_for_what_is_wrong_and_only_then_to_fetch(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(config: object) -> None:
        raise SettingsError("no such model")

    loss = SimpleNamespace(
        check=lambda config, names: asked.append(f"check {names}"), fetch=lambda config, names: asked.append("fetch")
    )
    settings = resolve({"prompts": "a", "losses": "smoothness", "priors": "none"})
    monkeypatch.setattr(type(DRAWERS), "load", lambda self, name: SimpleNamespace() if self is DRAWERS else loss)
    check_plugins(settings)
    assert asked == ["check ('tiny',)"]
    fetch_for_losses(settings)
    assert asked[1:] == ["fetch"]
    monkeypatch.setattr(type(DRAWERS), "load", lambda self, name: SimpleNamespace(check=refuse))
    with pytest.raises(SettingsError, match="no such model"):
        check_plugins(settings)
