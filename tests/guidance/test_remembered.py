"""Embeddings are worked out once, whatever the file is called, and by each perceptor for itself."""

import sqlite3
from pathlib import Path

import pytest
import torch
from torch import Tensor

from pixdraw.guidance import folder, remembered, rows, vectors
from pixdraw.imaging.files import save_png
from pixdraw.text.prompts import Prompt
from tests.fakes import ColourPerceptor

CPU = torch.device("cpu")


class Counting(ColourPerceptor):
    """Counts the pictures that it is shown."""

    def __init__(self, factor: float = 1.0) -> None:
        super().__init__()
        self.seen, self.factor = 0, factor

    def encode_image(self, pixels: Tensor) -> Tensor:
        self.seen += len(pixels)
        return super().encode_image(pixels**self.factor)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PIXDRAW_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache/embeddings.sqlite"


@pytest.fixture
def guides(tmp_path: Path) -> Path:
    (tmp_path / "guides").mkdir()
    for number in range(3):
        save_png(torch.rand(3, 9, 9), tmp_path / f"guides/{number}.png")
    return tmp_path / "guides"


def embed(guides: Path, perceptor: Counting) -> tuple[Tensor, int]:
    before = perceptor.seen
    embeds = folder.read_folder(str(guides), {"colours": perceptor}, CPU).embeds["colours"]
    return embeds, perceptor.seen - before - 1  # one look to know the perceptor again


def test_a_folder_is_embedded_once_to_the_bit(guides: Path) -> None:
    first, looks = embed(guides, Counting())
    again, more = embed(guides, Counting())
    assert torch.equal(first, again) and (looks, more) == (3, 0)
    (guides / "0.png").rename(guides / "9.png")
    moved, none = embed(guides, Counting())
    assert none == 0 and torch.equal(moved, first[[1, 2, 0]])
    save_png(torch.rand(3, 9, 9), guides / "9.png")
    assert embed(guides, Counting())[1] == 1


def test_other_weights_under_the_same_name_are_another_perceptor(guides: Path) -> None:
    first = embed(guides, Counting())[0]
    other, looks = embed(guides, Counting(2.0))
    assert looks == 3 and not torch.equal(first, other)


def test_targets_and_directions_are_remembered_too(guides: Path) -> None:
    seen = []
    for _ in range(2):
        perceptor = Counting()
        rows.picture_rows(perceptor, [Prompt(f"{guides}/*.png")], CPU)
        vectors.vector_rows("colours", perceptor, [Prompt("textoff"), Prompt("textoff2")], CPU)
        seen.append(perceptor.seen)
    assert seen == [2 + 3 + 2 * vectors.PAIRS, 2]


def test_what_was_not_used_for_longest_is_forgotten(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, clock = remembered.Memory(Counting(), CPU), iter(range(10**6))
    monkeypatch.setattr("time.time", lambda: next(clock))
    monkeypatch.setattr(remembered, "MOST_BYTES", 2**15)
    one = torch.ones(ColourPerceptor.embed_dim)
    for number in range(200):
        memory.embed(str(number), lambda: one)
        memory.embed("dear", lambda: one)
    assert cache.stat().st_size <= 2**15 + 2**13
    with sqlite3.connect(cache) as found:
        assert 10 < found.execute("SELECT COUNT(*) FROM embeddings").fetchone()[0] < 200
    made: list[str] = []
    for name in ("dear", "199", "0"):

        def make(name: str = name) -> Tensor:
            made.append(name)
            return one

        memory.embed(name, make)
    assert made == ["0"]


def test_a_damaged_file_is_made_anew_and_a_folder_that_cannot_be_written_is_no_error(
    cache: Path, guides: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.parent.mkdir()
    cache.write_bytes(b"no database, " * 999)
    assert embed(guides, Counting())[1] == 3
    assert embed(guides, Counting())[1] == 0
    monkeypatch.setenv("PIXDRAW_CACHE", str(guides / "0.png/inside"))
    assert embed(guides, Counting())[1] == 3
