"""The aesthetic loss: a linear head from a file."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from pixdraw.assembly.session import build
from pixdraw.errors import FileError, ModelError, SettingsError
from pixdraw.fields import facts_of
from pixdraw.losses import aesthetic
from pixdraw.models.aesthetic_heads import HEADS, fetched, read_head
from pixdraw.settings.model import resolve
from pixdraw.testing import check_loss, example_context, example_frame
from tests.fakes import small_session


@pytest.fixture
def head(tmp_path: Path) -> Path:
    torch.save({"weight": torch.eye(8)[:1], "bias": torch.tensor([5.0])}, tmp_path / "head.pth")
    return tmp_path / "head.pth"


def test_contract(head: Path) -> None:
    check_loss(aesthetic, config=aesthetic.Config(aesthetic_head=str(head)))


def test_it_is_the_mean_squared_distance_from_the_target(head: Path) -> None:
    context, image = example_context(), torch.rand(2, 3, 32, 48)
    frame = example_frame(image, context)
    config = aesthetic.Config(aesthetic_head=str(head), aesthetic_target=7)
    ratings = frame.embeds["testing"][..., 0] + 5
    expected = 0.02 * (ratings - 7).square().mean(1)
    assert torch.allclose(aesthetic.build(config, context)(frame), expected)


def test_both_kinds_of_files_are_read(head: Path, tmp_path: Path) -> None:
    save_file({"weight": torch.eye(8)[:1].contiguous(), "bias": torch.tensor([5.0])}, tmp_path / "head.safetensors")
    first, second = (
        aesthetic.build(aesthetic.Config(aesthetic_head=str(path)), example_context())
        for path in (head, tmp_path / "head.safetensors")
    )
    assert torch.equal(first.weight, second.weight) and first.bias == second.bias == 5


@pytest.mark.parametrize("data", [b"", b"no", b"PK\x03\x04"])
@pytest.mark.parametrize("suffix", ["pth", "safetensors"])
def test_a_damaged_head_is_one_line(data: bytes, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(data)
    for name in (path, tmp_path / f"missing.{suffix}"):
        with pytest.raises(FileError, match=name.name) as caught:
            aesthetic.build(aesthetic.Config(aesthetic_head=str(name)), example_context())
        assert "\n" not in str(caught.value)


def test_a_head_that_fits_no_perceptor_says_so(head: Path) -> None:
    with pytest.raises(SettingsError, match=r"8 numbers; perceptors are colours \(24\)"):
        small_session(losses="aesthetic", aesthetic_head=str(head))
    with pytest.raises(
        SettingsError,
        match="no head for colours; set perceptors.* or aesthetic_head.*laion-vit-b-32 for ViT-B/32",
    ):
        small_session(losses="aesthetic")


def test_heads_are_found_before_any_model_is_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PIXDRAW_CACHE", str(tmp_path))
    monkeypatch.setattr("pixdraw.assembly.session._perceptors", lambda *given: pytest.fail("a model was loaded"))
    asked: list[str] = []

    def refuse(urls: tuple[str, ...], path: Path) -> Path:
        asked.extend(urls)
        raise ModelError(f"{path.name} cannot be fetched")

    monkeypatch.setattr("pixdraw.models.aesthetic_heads.download", refuse)
    for given, error, words in (
        ({"perceptors": "RN50"}, SettingsError, "no head for RN50"),
        ({"perceptors": "RN50,ViT-B/32"}, ModelError, "sa_0_4_vit_b_32_linear.pth cannot be fetched"),
        ({"perceptors": "ViT-B/32", "aesthetic_head": "improved-vit-l-14"}, SettingsError, "is for ViT-L/14"),
        ({"perceptors": "tiny", "aesthetic_head": "laion"}, SettingsError, "did you mean laion-vit"),
        ({"perceptors": "tiny", "aesthetic_head": "none.pth"}, FileError, "cannot be read .*; check the name"),
    ):
        with pytest.raises(error, match=words):
            build(resolve({"prompts": "a", "losses": "aesthetic", **given}))
    assert len(asked) == 1 and asked[0].endswith("/sa_0_4_vit_b_32_linear.pth")


def test_a_published_head_is_read_in_its_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIXDRAW_CACHE", str(tmp_path))
    head = HEADS["improved-vit-l-14"]
    sizes = (768, 1024, 128, 64, 16, 1)
    layers = torch.nn.Sequential(*(torch.nn.Linear(*pair) for pair in pairwise(sizes)))
    numbers = (0, 2, 4, 6, 7)  # as the file has them: dropouts take the numbers between
    state = {
        f"layers.{number}.{kind}": getattr(layer, kind).detach()
        for number, layer in zip(numbers, layers, strict=True)
        for kind in ("weight", "bias")
    }
    head.path.parent.mkdir(parents=True)
    torch.save(state, head.path)
    assert fetched("improved-vit-l-14") == head.path and "%2B" in head.path.name
    weight, bias = read_head(head.path)
    seen = torch.randn(5, 768)
    assert torch.allclose(seen @ weight + bias, layers(seen)[:, 0], atol=1e-5)


def test_names_in_the_help_are_those_there_are() -> None:
    field = aesthetic.Config.model_fields["aesthetic_head"]
    assert facts_of(field).ours == tuple(HEADS) and ", ".join(HEADS) in str(field.description)


def test_it_raises_the_rating_of_a_drawing(tmp_path: Path) -> None:
    weight = torch.randn(1, 24, generator=torch.Generator().manual_seed(3))
    torch.save({"weight": weight, "bias": torch.zeros(1)}, tmp_path / "head.pth")

    def rating(**given: Any) -> float:
        session = small_session(iterations=30, transparent=False, **given)
        for _ in session.run():
            pass
        return (session.parts.perceptors["colours"].encode_image(session.images()) @ weight.T).item()

    assert rating(losses="aesthetic:50", aesthetic_head=str(tmp_path / "head.pth")) > rating() + 0.5
