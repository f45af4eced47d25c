"""Losses made in a notebook."""

from typing import Any

import pytest
import torch
from torch import Tensor

import pixdraw
from pixdraw.errors import PluginError, SettingsError
from pixdraw.events import Stepped
from pixdraw.interfaces import Frame
from pixdraw.registry import LOSSES
from pixdraw.settings.model import resolve
from pixdraw.testing import check_loss
from tests.fakes import small_session


def dark(frame: Frame) -> Tensor:
    return frame.image.flatten(1).mean(1)


class Darker:
    """As pixray's losses are written: one picture, a parser, a number or a list of them."""

    def __init__(self, **kwargs: Any) -> None:
        self.device = kwargs["device"]

    @staticmethod
    def add_settings(parser):
        parser.add_argument("--darker_weight", type=float, help="how dark", default=1, dest="darker_weight")
        parser.add_argument("--darker_name", type=str, default=None)
        return parser

    def parse_settings(self, args):
        return args

    def get_loss(self, cur_cutouts, out, args, globals=None, lossGlobals=None):
        assert globals["cur_iteration"] >= 0 and globals["embeds"].dim() == 2
        assert out.shape[0] == 1
        return [args.darker_weight * cutouts.mean() for cutouts in cur_cutouts.values()]


def brightness(**given: Any) -> Tensor:
    session = small_session(transparent=False, iterations=20, **given)
    for event in session.run():
        if isinstance(event, Stepped) and "losses" in given:
            assert set(event.terms) == {"prompts", str(given["losses"]).partition(":")[0]}
    return session.images()


def test_a_function_is_a_loss() -> None:
    pixdraw.add_custom_loss("gloom", dark)
    assert brightness(losses="gloom:20").mean() < brightness().mean() - 0.1
    check_loss(LOSSES.load("gloom"))


def test_a_class_of_pixray_is_a_loss_with_settings() -> None:
    pixdraw.add_custom_loss("darker", Darker)
    strong = brightness(losses="darker:20", darker_weight=2, seed=[1, 2])
    assert strong.mean() < brightness().mean() - 0.1
    assert torch.equal(strong[1:], brightness(losses="darker:20", darker_weight=2, seed=2))
    assert resolve({"prompts": "a", "losses": "darker"}).flat()["darker_name"] is None
    with pytest.raises(SettingsError, match="darker_weight"):
        resolve({"prompts": "a", "losses": "darker", "darker_weight": "much"})
    with pytest.raises(SettingsError, match="darker_weight=1 belongs to loss darker"):
        resolve({"prompts": "a", "darker_weight": 1})


def test_a_plugin_object_is_a_loss() -> None:
    from pixdraw.losses import tv

    pixdraw.add_custom_loss("mine", tv)
    assert resolve({"prompts": "a", "losses": "mine", "tv_weight": 3}).chosen("losses")[0] == ("mine", 1.0)


def test_names_are_checked_and_may_be_used_again() -> None:
    for name, words in (("tv", "exists already.*my_tv"), ("a b", "letters"), ("class", "letters")):
        with pytest.raises(PluginError, match=words):
            pixdraw.add_custom_loss(name, dark)
    with pytest.raises(PluginError, match="is not a loss; give a function"):
        pixdraw.add_custom_loss("mine", 3)
    pixdraw.add_custom_loss("gloom", Darker)
    pixdraw.add_custom_loss("gloom", dark)
    assert not LOSSES.config("gloom").model_fields
    with pytest.raises(PluginError, match="did you mean gloom"):
        LOSSES.resolve("glom")
