"""What rules paint, and icons of one ink, as pictures to train with."""

from pathlib import Path

import numpy as np
import pytest
import torch

from pixdraw.proposals.ruled import known
from training import outlines as of_one_ink
from training import painted as by_rules
from training.concepts import Concept
from training.sources import IconSet

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="currentColor" d="M1 1h2v2h-2z"/></svg>'


def test_each_name_is_painted_at_several_seeds_and_knows_its_painter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = {name: known.names()[name] for name in ("statue", "stone statue", "lantern")}
    assert len(some) == 3
    monkeypatch.setattr(known, "names", lambda: some)
    made = by_rules.painted(tmp_path / "painted.pt")
    labels = [one.label for one in made.art.concepts]
    assert sorted(labels) == ["lantern", "statue", "stone statue"]
    assert np.bincount(made.art.concept_of).tolist() == [by_rules.SEEDS] * 3
    assert made.art.pixels.shape == (3 * by_rules.SEEDS, 4, 64, 64) and made.art.pixels[:, 3].any(2).any(1).all()
    numbers = dict(zip(labels, made.painter_of.tolist(), strict=True))
    assert numbers["statue"] == numbers["stone statue"] != numbers["lantern"]
    assert dict(zip(labels, made.art.colourable.tolist(), strict=True)) == {
        "statue": True, "stone statue": False, "lantern": True
    }  # fmt: skip
    again = by_rules.painted(tmp_path / "painted.pt")
    assert torch.equal(again.art.pixels, made.art.pixels)


def test_icons_show_what_they_are_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = {"anvil": SQUARE, "anvil-outline": SQUARE, "tall-tree": SQUARE, "car_bold": SQUARE, "empty": "<svg/>"}
    monkeypatch.setattr(of_one_ink, "OUTLINE_SETS", (IconSet("one", "1", "MIT", mono=True),))
    monkeypatch.setattr(of_one_ink, "icons", lambda icon_set, work: (named, {}))
    concepts = [Concept("anvil", 1.0), Concept("automobile", 1.0), Concept("tree", 1.0)]
    found = of_one_ink.outlines(concepts, tmp_path, tmp_path / "outlines.pt")
    assert found.concept_of.tolist() == [0, 0, 1]  # "car" is an everyday name of the automobile
    assert found.pixels.shape == (3, 4, 64, 64)
    assert not found.pixels[:, :3].any() and found.pixels[:, 3, 32, 32].eq(255).all()


def test_names_of_one_painter_are_no_negatives_of_each_other() -> None:
    pytest.importorskip("tokenizers", reason="the teacher's package is there where something is trained")
    from training.live import Batch
    from training.vision import Bank, Tower
    from training.words import Words

    generator = torch.Generator().manual_seed(1)
    sentences = torch.nn.functional.normalize(torch.randn(3, 384, generator=generator), dim=1)
    image = torch.nn.functional.normalize(torch.randn(1, 256, generator=generator), dim=1)
    batch = Batch(image, sentences[:1], torch.tensor([0]), torch.zeros(0, 384), torch.zeros(0, dtype=torch.long))
    tower = Tower(torch.nn.Identity())
    losses = [
        Bank(sentences, torch.tensor(kin), Words(), 0.99).contrast(tower, image, batch).item()
        for kin in ((0, 1, 2), (0, 0, 2), (0, 0, 0))
    ]
    assert losses[0] > losses[1] > losses[2]
