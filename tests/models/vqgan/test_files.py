"""Published layouts, the slim form, and files that are broken or mean harm."""

from __future__ import annotations

import argparse
import datetime
import os
import subprocess
import sys
import types
import zipfile
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from pixdraw.errors import FileError, ModelError
from pixdraw.models.checkpoint_reader import read_tensors
from pixdraw.models.vqgan import files
from pixdraw.models.vqgan.files import Shape
from pixdraw.models.vqgan.network import VqNetwork, load_network
from tests import checkpoints

IMAGE = torch.rand(2, 3, 16, 24, generator=torch.Generator().manual_seed(3))


def redrawn(loaded: Any, image: Tensor = IMAGE) -> Tensor:
    out: Tensor = loaded.decode(loaded.embed(loaded.encode(image)))
    return out


def as_lightning(folder: Path) -> Path:
    return checkpoints.write(folder, checkpoints.lightning(checkpoints.network().state_dict()), checkpoints.config())


def as_legacy(folder: Path) -> Path:
    content = checkpoints.lightning(checkpoints.network().state_dict())
    return checkpoints.write(folder, content, checkpoints.config(), zipped=False)


def as_transformer(folder: Path) -> Path:
    state = {f"first_stage_model.{name}": value for name, value in checkpoints.network().state_dict().items()}
    others = {"transformer.tok_emb.weight": torch.zeros(9, 4), "cond_stage_model.decoder.x": torch.zeros(2)}
    return checkpoints.write(folder, checkpoints.lightning(state | others), checkpoints.transformer_config())


def as_bare_state(folder: Path) -> Path:
    return checkpoints.write(folder, checkpoints.network().state_dict(), checkpoints.config())


def as_latent_diffusion(folder: Path) -> Path:
    config = checkpoints.config()
    config["model"]["target"] = "ldm.models.autoencoder.VQModelInterface"
    return checkpoints.write(folder, {"state_dict": checkpoints.network().state_dict()}, config)


def as_running_means(folder: Path) -> Path:
    state = checkpoints.network().state_dict()
    state |= {"quantize.embedding.cluster_size": torch.ones(24), "quantize.embedding.embed_avg": torch.ones(24, 16)}
    config = checkpoints.config()
    config["model"]["target"] = "taming.models.vqgan.EMAVQ"
    return checkpoints.write(folder, {"state_dict": state}, config)


def as_slim(folder: Path) -> Path:
    made = checkpoints.network()
    return files.write_slim(made.shape, made.state_dict(), folder / "model.safetensors")


LAYOUTS = [
    as_lightning, as_legacy, as_transformer, as_bare_state, as_latent_diffusion, as_running_means, as_slim,
]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_published_layout_draws_the_same(layout: Callable[[Path], Path], tmp_path: Path) -> None:
    wanted = checkpoints.network()
    loaded = load_network(layout(tmp_path), None, "cpu")
    assert torch.equal(loaded.encode(IMAGE), wanted.encode(IMAGE))
    assert torch.equal(redrawn(loaded), redrawn(wanted))
    assert redrawn(wanted).std() > 0.05, "a flat picture would prove nothing"
    assert not any(param.requires_grad for param in loaded.parameters())


def test_a_network_with_no_blocks_but_the_decoders_own_draws_the_same(tmp_path: Path) -> None:
    layers = {**checkpoints.LAYERS, "num_res_blocks": 0, "ch_mult": [1, 1, 2]}
    torch.manual_seed(2)
    made = VqNetwork(Shape("vq", 24, 16, layers)).eval()
    loaded = load_network(files.write_slim(made.shape, made.state_dict(), tmp_path / "a.safetensors"), None, "cpu")
    assert torch.equal(redrawn(loaded), redrawn(made))


def test_gumbel_takes_the_likeliest_code(tmp_path: Path) -> None:
    made = checkpoints.network("gumbel")
    loaded = load_network(checkpoints.plain(tmp_path, "gumbel"), None, "cpu")
    scores = made.quantize.proj(made.features(IMAGE))  # type: ignore[operator]
    assert torch.equal(loaded.encode(IMAGE), scores.argmax(1))
    assert torch.equal(redrawn(loaded), redrawn(made))


def test_equals_tamings_own_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = types.ModuleType("taming.main")  # asks for what pytorch-lightning has no more since 1.8
    trainer.instantiate_from_config = lambda config: torch.nn.Identity()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, trainer.__name__, trainer)
    with checkpoints.imitated_lightning():
        from taming.models.vqgan import VQModel

    torch.manual_seed(5)
    theirs = VQModel(checkpoints.LAYERS, {"target": "torch.nn.Identity"}, n_embed=24, embed_dim=16).eval()
    path = checkpoints.write(tmp_path, checkpoints.lightning(theirs.state_dict()), checkpoints.config())
    mine = load_network(path, None, "cpu")
    with torch.no_grad():
        codes, _, (_, _, numbers) = theirs.encode(2 * IMAGE - 1)
        wanted = (theirs.decode(codes) + 1) / 2
        entries = theirs.quantize.get_codebook_entry(numbers.flatten(), codes.movedim(1, -1).shape)
    assert torch.equal(mine.encode(IMAGE).flatten(), numbers.flatten())
    assert torch.equal(redrawn(mine), (theirs.decode(entries) + 1) / 2)
    assert torch.allclose(redrawn(mine), wanted, atol=1e-5, rtol=0)  # its codes are rounded: z + (codes - z)


@pytest.mark.parametrize("items", [1, 2])
def test_gumbel_decodes_to_the_bit_what_tamings_einsum_gives(items: int) -> None:
    made = checkpoints.network("gumbel")
    numbers = torch.randint(24, (items, 8, 8), generator=torch.Generator().manual_seed(6))
    chosen = torch.nn.functional.one_hot(numbers, 24).movedim(-1, 1).float()
    # CompVis/taming-transformers, taming/modules/vqvae/quantize.py, GumbelQuantize
    codes = torch.einsum("b n h w, n d -> b d h w", chosen, made.codebook)
    assert made.embed(numbers).stride() == codes.stride()
    assert torch.equal(made.decode(made.embed(numbers)), made.decode(codes))


class Attributes(dict[str, Any]):
    """A mapping with attributes, as pytorch-lightning keeps hyperparameters in."""


def of_every_kind() -> dict[str, Any]:
    """What training scripts put into checkpoints beside weights."""
    attributes = Attributes(a=1, b={"c": [2]})
    attributes.note = "own"  # type: ignore[attr-defined]
    return {
        "attributes": attributes,
        "plain": Attributes(),
        "args": argparse.Namespace(lr=0.1, path=Path("a"), when=datetime.datetime(2021, 1, 1)),
        "collections": [deque([1, 2]), Counter("abc"), OrderedDict(a=1), defaultdict(list, {"a": [1]}), {1}],
        "numpy": [np.float64(0.5), np.arange(3), np.dtype("f4")],
        "others": [1j, slice(1, 2), frozenset([1]), bytearray(b"x"), b"x", int, print, torch.float16, torch.Size([1])],
    }


@pytest.mark.parametrize("zipped", [True, False])
def test_objects_of_every_kind_beside_the_weights_do_not_matter(zipped: bool, tmp_path: Path) -> None:
    content = {**of_every_kind(), **checkpoints.lightning(checkpoints.network().state_dict())}
    path = checkpoints.write(tmp_path, content, checkpoints.config(), zipped=zipped)
    assert torch.equal(redrawn(load_network(path, None, "cpu")), redrawn(checkpoints.network()))


class Harmful:
    """Runs a command where a pickle is trusted."""

    def __init__(self, call: Callable[..., Any], *arguments: str) -> None:
        self.call, self.arguments = call, arguments

    def __reduce__(self) -> tuple[Any, ...]:
        return self.call, self.arguments


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("place", ["callbacks", "state_dict"])
def test_no_code_of_a_file_runs(zipped: bool, place: str, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    commands = (Harmful(os.system, f"touch {marker}"), Harmful(eval, f"open({str(marker)!r}, 'w')"))
    for harmful in commands:
        content = checkpoints.lightning(checkpoints.network().state_dict())
        content[place]["harmful"] = harmful
        path = checkpoints.write(tmp_path, content, checkpoints.config(), zipped=zipped)
        try:
            load_network(path, None, "cpu")
        except ModelError as error:
            assert "\n" not in str(error)
        assert not marker.exists()
    with checkpoints.imitated_lightning():
        torch.load(path, weights_only=False)  # the test itself would notice
    assert marker.exists()


def test_a_checkpoint_that_was_packed_anew_draws_the_same(tmp_path: Path) -> None:
    path = as_lightning(tmp_path)
    packed = tmp_path / "packed.ckpt"
    with zipfile.ZipFile(path) as plain, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in plain.namelist():
            archive.writestr(name, plain.read(name))
    loaded = load_network(packed, path.with_suffix(".yaml"), "cpu")
    assert torch.equal(redrawn(loaded), redrawn(checkpoints.network()))


def test_a_description_out_of_proportion_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pixdraw.models.checkpoint_reader.MOST_PICKLE_BYTES", 1000)
    assert "implausibly large" in told(as_lightning(tmp_path))


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux tells what is mapped")
@pytest.mark.parametrize("layout", [as_transformer, as_slim])
def test_tensors_stay_on_disk_until_they_are_used(layout: Callable[[Path], Path], tmp_path: Path) -> None:
    path = layout(tmp_path)
    held = read_tensors(path)
    assert str(path) in Path("/proc/self/maps").read_text()
    assert held
    del held


def test_slim_form_holds_what_draws_and_nothing_else(tmp_path: Path) -> None:
    path = as_transformer(tmp_path)
    small = files.slim(path)
    assert small == path.with_suffix(".safetensors")
    assert set(read_tensors(small)) == set(checkpoints.network().state_dict())
    path.with_suffix(".yaml").unlink()
    path.unlink()
    assert torch.equal(redrawn(load_network(small, None, "cpu")), redrawn(checkpoints.network()))
    assert files.read_shape(small).factor == 4


def test_slim_form_of_half_precision_loads(tmp_path: Path) -> None:
    made = checkpoints.network()
    halves = {name: value.half() for name, value in made.state_dict().items()}
    loaded = load_network(files.write_slim(made.shape, halves, tmp_path / "a.safetensors"), None, "cpu")
    assert loaded.codebook.dtype == torch.float32
    assert torch.allclose(loaded.codebook, made.codebook, atol=1e-3)


def test_slim_form_replaces_no_checkpoint(tmp_path: Path) -> None:
    path = as_slim(tmp_path)
    kept = path.read_bytes()
    with pytest.raises(FileError, match="--out"):
        files.slim(path)
    assert path.read_bytes() == kept


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("layout", [as_lightning, as_legacy, as_slim])
@pytest.mark.parametrize("spoil", [cut, lambda path: path.write_bytes(b""), lambda path: path.write_text("<html>")])
def test_damaged_files_are_told_in_one_line(layout: Any, spoil: Callable[[Path], Any], tmp_path: Path) -> None:
    path = layout(tmp_path)
    spoil(path)
    with pytest.raises(ModelError, match="damaged") as caught:
        load_network(path, None, "cpu")
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


def itself_inside() -> dict[str, Any]:
    """A model that is its own first stage."""
    settings: dict[str, Any] = checkpoints.transformer_config()
    settings["model"]["params"]["first_stage_config"] = settings["model"]
    return settings


@pytest.mark.parametrize("text", ["null", "[]", "{", "[" * 100_000, '{"kind": "vq", "codes": 1, "embed_dim": 1}'])
def test_a_slim_form_with_a_damaged_shape_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    save_file({"a": torch.zeros(1)}, path, metadata={files.KEY: text})
    assert "damaged; write it again" in told(path)


def told(path: Path) -> str:
    with pytest.raises(ModelError) as caught:
        load_network(path, None, "cpu")
    assert "\n" not in str(caught.value) and len(str(caught.value)) < len(str(path)) + 250
    return str(caught.value)


@pytest.mark.filterwarnings("ignore:The PyTorch API of nested tensors")
@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda value: value.to_sparse(), "no values that can be read"),
        (lambda value: value.to("meta"), "no values that can be read"),
        (lambda value: torch.nested.nested_tensor([value], layout=torch.strided), "no values that can be read"),
        (lambda value: value * float("nan"), "values that are not numbers"),
        (lambda value: value.double() + 1e300, "values that are not numbers"),
        (lambda value: (value * float("nan")).to(torch.float8_e5m2), "values that are not numbers"),
        (lambda value: value.int(), "torch.int32, no weights"),
    ],
)
def test_tensors_that_are_no_weights_are_told(change: Callable[[Tensor], Tensor], says: str, tmp_path: Path) -> None:
    state = {name: change(value) for name, value in checkpoints.network().state_dict().items()}
    assert says in told(checkpoints.write(tmp_path, state, checkpoints.config()))


def test_the_reason_is_told_without_torchs_advice(tmp_path: Path) -> None:
    path = checkpoints.write(tmp_path, Harmful(os.system, "true"), checkpoints.config())
    assert "system whose module" in told(path) and "weights_only" not in told(path)
    path.write_text("<html>")
    assert "begins no instruction of a pickle" in told(path)
    checkpoints.write(tmp_path, Harmful(subprocess.getoutput, "true"), None)
    assert "commands.getoutput" in told(path) and "Please" not in told(path)
    cut(path)
    assert "its end is missing" in told(path)
    torch.jit.save(torch.jit.script(torch.nn.Linear(1, 1)), path)
    assert "TorchScript" in told(path)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (checkpoints.config(ch=64), "is .* not .* as by its configuration"),
        (checkpoints.config(ch_mult=[1, 1, 1, 1]), "lacks"),
        (checkpoints.config(ch_mult=[1, 1]), "is .* not|does not know"),
        (checkpoints.config(codes=25), "quantize.embedding.weight is"),
        (checkpoints.config("gumbel"), "lacks quantize"),
        (checkpoints.config(ch=48), "no network can be built"),
        (checkpoints.config(out_ch=183, in_channels=183), "segmentations"),
        (checkpoints.config(ch="many"), "ch is 'many'"),
        (checkpoints.config(ch_mult=[1] * 9), "proportion"),
        (checkpoints.config(dropout="x"), "no network can be built"),
        (checkpoints.config(ch=True), "ch is True, expected a whole number"),
        (checkpoints.config(ch_mult=[True]), "expected whole numbers"),
        (itself_inside(), "expected model|not a VQGAN"),
        (checkpoints.config(ch=0), "ch is 0, expected a whole number from 1"),
        (checkpoints.config(num_res_blocks=-1), "num_res_blocks is -1, expected a whole number from 0"),
        (checkpoints.config(num_res_blocks=0, ch_mult=[1, 2, 1]), "without blocks cannot widen"),
        ({"model": {"target": "ldm.models.autoencoder.AutoencoderKL", "params": {}}}, "AutoencoderKL"),
        ({"model": {"target": "taming.models.vqgan.VQModel", "params": {"n_embed": 2}}}, "ddconfig"),
        ({"model": {"target": "taming.models.cond_transformer.Net2NetTransformer"}}, "expected model"),
        ({"a": 1}, "expected model"),
    ],
)
def test_a_configuration_of_another_network_is_told_in_one_line(
    settings: dict[str, Any], says: str, tmp_path: Path
) -> None:
    path = checkpoints.write(tmp_path, {"state_dict": checkpoints.network().state_dict()}, settings)
    with pytest.raises(ModelError, match=says) as caught:
        load_network(path, None, "cpu")
    assert "\n" not in str(caught.value)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="does not exist"):
        load_network(tmp_path / "a.safetensors", None, "cpu")
    path = as_lightning(tmp_path)
    with pytest.raises(ModelError, match="check the name of the configuration"):
        load_network(path, tmp_path / "b.yaml", "cpu")
    path.with_suffix(".yaml").unlink()
    with pytest.raises(ModelError, match="vqgan_config"):
        load_network(path, None, "cpu")
    other = checkpoints.write(tmp_path, {"state_dict": {"weight": torch.zeros(2)}}, checkpoints.config())
    with pytest.raises(ModelError, match="no VQGAN"):
        load_network(other, None, "cpu")
    (tmp_path / "c.yaml").write_text("a: [")
    with pytest.raises(ModelError, match="not YAML"):
        load_network(other, tmp_path / "c.yaml", "cpu")
