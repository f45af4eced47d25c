"""The aesthetic loss: a linear head from a file."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from pixdraw.errors import FileError, SettingsError
from pixdraw.losses import aesthetic
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
    with pytest.raises(SettingsError, match="set aesthetic_head"):
        small_session(losses="aesthetic")


def test_it_raises_the_rating_of_a_drawing(tmp_path: Path) -> None:
    weight = torch.randn(1, 24, generator=torch.Generator().manual_seed(3))
    torch.save({"weight": weight, "bias": torch.zeros(1)}, tmp_path / "head.pth")

    def rating(**given: object) -> float:
        session = small_session(iterations=30, transparent=False, **given)
        for _ in session.run():
            pass
        return (session.parts.perceptors["colours"].encode_image(session.images()) @ weight.T).item()

    assert rating(losses="aesthetic:50", aesthetic_head=str(tmp_path / "head.pth")) > rating() + 0.5
