"""Pictures in the style of others."""

from pathlib import Path

import pytest
import torch
from torch import Tensor

from pixdraw.errors import ModelError, SettingsError
from pixdraw.losses import style
from pixdraw.models import vgg
from pixdraw.stages.stylise import StyleOptions, extractors_of, stylise

MOST = {"gram": 0.98, "transport": 0.85}
"""Of the distance before, in a few steps; that of Gram matrices is nearly at its largest where nothing is shared."""
FORMS = pytest.mark.parametrize("form", style.FORMS)


@pytest.fixture(autouse=True)
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Features of a quarter of the places, which have the same statistics."""
    monkeypatch.setattr(style, "SIDE", 64)


def stripes() -> Tensor:
    wave = (torch.arange(48) // 3 % 2).float()
    return torch.stack([wave, 0 * wave, 1 - wave]).view(1, 3, 1, 48).expand(1, 3, 48, 48).contiguous()


def content(items: int = 1, channels: int = 3) -> Tensor:
    """A green disc on yellow, another size for each item."""
    at = torch.arange(48) - 24
    discs = torch.stack([((at**2 + at[:, None] ** 2) < (9 + 5 * item) ** 2).float() for item in range(items)])
    image = torch.stack([0.9 - 0.7 * discs, 0.8 - 0.2 * discs, 0.2 + 0 * discs, discs], 1)
    return image[:, :channels]


def gap(one: Tensor, other: Tensor, form: str) -> float:
    describe, far = style.FORMS[form]
    extract = style.filters("cpu")
    pairs = zip(extract(one[:, :3]), extract(other), strict=True)
    return float(torch.stack([far(describe(a), describe(b)) for a, b in pairs]).mean())


@FORMS
def test_the_style_comes_nearer_and_the_content_stays(form: str) -> None:
    image, options = content(), StyleOptions(form, 0.1, 25)
    made = stylise(image, [stripes()], [style.filters("cpu")], options)
    assert made.shape == image.shape and made.min() >= 0 and made.max() <= 1
    assert gap(made, stripes(), form) < MOST[form] * gap(image, stripes(), form)
    bound = stylise(image, [stripes()], [style.filters("cpu")], StyleOptions(form, 30.0, 25))
    assert (bound - image).abs().mean() < 0.5 * (made - image).abs().mean()


def test_a_batch_is_its_single_pictures_and_keeps_their_outline() -> None:
    image, options = content(2, 4), StyleOptions(steps=4)
    extractors = [style.filters("cpu")]
    made = stylise(image, [stripes()], extractors, options)
    assert torch.equal(made[:, 3], image[:, 3])
    assert torch.equal(made, torch.cat([stylise(one, [stripes()], extractors, options) for one in image.split(1)]))


def test_weights_say_which_style_counts() -> None:
    red, blue = (torch.zeros(1, 3, 20, 30).index_fill_(1, torch.tensor([c]), 1.0) for c in (0, 2))
    noisy = [(one + 0.1 * stripes()[:, :, :20, :30]).clamp(0, 1) for one in (red, blue)]
    extractors, options = [style.filters("cpu")], StyleOptions(content=0.05, steps=12)
    reddish, bluish = (
        stylise(content(), noisy, extractors, options, weights).mean((0, 2, 3)) for weights in ([1, 0], [0, 1])
    )
    assert reddish[0] > bluish[0] + 0.1 and bluish[2] > reddish[2] + 0.03


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A VGG-19 of few channels, by the names of torchvision's file, in torch's cache."""
    file = tmp_path / "hub" / "checkpoints" / vgg.FILE
    file.parent.mkdir(parents=True)
    generator, state, before = torch.Generator().manual_seed(0), {}, 3
    for number in vgg.CONVOLUTIONS:
        state[f"features.{number}.weight"] = torch.randn(4, before, 3, 3, generator=generator) / 3
        state[f"features.{number}.bias"] = torch.zeros(4)
        before = 4
    torch.save(state, file)
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    return file


def test_vgg_is_taken_where_its_weights_are(weights: Path) -> None:
    (extract,) = extractors_of("auto", [])
    assert [tuple(features.shape) for features in extract(content())] == [(4, side**2) for side in (48, 24, 12, 6, 3)]
    made = stylise(content(), [stripes()], [extract], StyleOptions("gram", 1.0, 2))
    assert not torch.equal(made, content())
    weights.write_bytes(b"no")
    with pytest.raises(ModelError, match="fetch it again"):
        extractors_of("vgg", [])


def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    for call, told in (
        (lambda: extractors_of("vgg", []), "torch's cache"),
        (lambda: extractors_of("vvg", []), "did you mean vgg"),
        (lambda: extractors_of("perceptor", []), "features=filters"),
        (lambda: stylise(content(), [], []), "no style"),
        (lambda: stylise(content(), [stripes()], [], StyleOptions("gramm")), "gram or transport"),
        (lambda: stylise(content(), [stripes()], [], StyleOptions(steps=0)), "at least 1 step"),
        (lambda: stylise(content(), [stripes()], [], None, [1.0, 2.0]), "2 weights for 1 styles"),
        (lambda: stylise(content(), [stripes()], [], None, [float("nan")]), "1 weights for 1 styles"),
        (lambda: stylise(content(), [stripes()], [], StyleOptions(content=float("nan"))), "content=nan"),
    ):
        with pytest.raises(SettingsError, match=told):
            call()
