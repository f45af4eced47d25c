"""The built-in perceptor computes what open_clip computes with its files, to the bit."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from pixdraw.errors import ModelError
from pixdraw.models import built_in, lite
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.perceptors import OpenClipPerceptor, load

FOLDER = built_in.FOLDER / "tiny"
TEXTS = ("a red heart", "", "Two dogs & a l'été — 漢字", "very " * 60 + "long")


@pytest.fixture(scope="module")
def theirs() -> OpenClipPerceptor:
    """The same files read by open_clip, without the names."""
    declare_missing_operators()
    lite.declare()
    import open_clip

    name = f"local-dir:{FOLDER}"
    return OpenClipPerceptor("theirs", open_clip.create_model(name), open_clip.get_tokenizer(name))


@pytest.fixture(scope="module")
def ours() -> OpenClipPerceptor:
    loaded = load(f"local-dir:{FOLDER}")
    assert isinstance(loaded, OpenClipPerceptor)
    return loaded


def test_it_is_made_without_open_clip() -> None:
    code = """
import sys
from pixdraw.models.perceptors import load
load("tiny")
print(sorted({"open_clip", "timm", "torchvision", "transformers", "torch._dynamo"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize("count", [1, 3])
def test_pictures_and_their_gradients(count: int, ours: OpenClipPerceptor, theirs: OpenClipPerceptor) -> None:
    pixels = torch.rand(count, 3, 64, 64, generator=torch.Generator().manual_seed(1))
    found = []
    for perceptor in (ours, theirs):
        seen = pixels.clone().requires_grad_()
        embeds = perceptor.encode_image(seen)
        (embeds * torch.linspace(-1, 1, embeds.shape[1])).sum().backward()
        assert seen.grad is not None
        found.append([embeds, seen.grad, *perceptor.features(pixels)])
    assert all(map(torch.equal, *found))


@pytest.mark.filterwarnings("ignore:.*reads 32")
def test_texts(ours: OpenClipPerceptor, theirs: OpenClipPerceptor) -> None:
    assert torch.equal(ours.encode_text(TEXTS), theirs.encode_text(TEXTS))


def test_its_tensors_are_open_clips(ours: OpenClipPerceptor, theirs: OpenClipPerceptor) -> None:
    assert ours._model.state_dict().keys() == theirs._model.state_dict().keys()


@pytest.mark.parametrize("broken", ["no weights", "cut off", "other weights", "another shape"])
def test_broken_folder_is_told_in_one_line(broken: str, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    config, weights = folder / "open_clip_config.json", folder / "open_clip_model.safetensors"
    if broken == "no weights":
        for path in folder.glob("*.safetensors"):
            path.unlink()
    elif broken == "cut off":
        weights.write_bytes(weights.read_bytes()[:-1000])
    elif broken == "other weights":
        config.write_text(config.read_text().replace('"embed_dim": 256', '"embed_dim": 24'))
    else:
        config.write_text(config.read_text().replace('"heads": 4', '"heads": 4, "pool_type": "last"'))
    with pytest.raises(ModelError) as caught:
        load(f"local-dir:{folder}")
    assert "\n" not in str(caught.value)
    assert str(folder) in str(caught.value)
