import json
import shutil
import socket
import subprocess
import sys
import types
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from pydantic import BaseModel
from safetensors.torch import save_file
from torch import Tensor

from pixdraw.drawing import draw
from pixdraw.errors import ModelError
from pixdraw.interfaces import Perceptor
from pixdraw.models import perceptors
from pixdraw.models.clip_catalog import resolve
from pixdraw.models.perceptors import OpenClipPerceptor, load

SIDE = 32


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*args: Any, **kwargs: Any) -> Any:
        raise AssertionError("reached for the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))


@pytest.fixture(scope="module")
def perceptor(model_dir: Path) -> OpenClipPerceptor:
    loaded = load(f"local-dir:{model_dir}")
    assert isinstance(loaded, OpenClipPerceptor)
    return loaded


def pixels(count: int = 2) -> Tensor:
    return torch.rand(count, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(1))


def open_clip_model(folder: Path, *, quick_gelu: bool = False) -> Any:
    """The bare model of a folder, normalised input expected."""
    import open_clip

    model = open_clip.create_model(f"local-dir:{folder}", force_quick_gelu=quick_gelu)
    return model.eval()


def normalised(picture: Tensor, mean: Any, std: Any) -> Tensor:
    return (picture - torch.tensor(mean)[:, None, None]) / torch.tensor(std)[:, None, None]


OPENAI = ((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711))


def test_fresh_process_imports_models_late_and_loads_beside_any_torch_in_silence(model_dir: Path) -> None:
    code = f"""
import logging, sys
from pixdraw.models.perceptors import load
print(sorted({{'open_clip', 'torchvision', 'timm', 'huggingface_hub'}} & set(sys.modules)))
load("local-dir:{model_dir}")
import open_clip, torchvision.transforms
from pixdraw.engine.updater import ItemOptimiser
from pixdraw.interfaces import ParamGroup
import torch
place = torch.nn.Parameter(torch.ones(1, 2))
optimiser = ItemOptimiser("Adam", [ParamGroup("place", [place], 0.1)], None)
place.sum().backward()
optimiser.step()
optimiser.load_state_dict(optimiser.state_dict())
print(logging.getLogger().handlers, "torch._dynamo" in sys.modules, round(place.mean().item(), 3))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    wanted = "[]\n[] False 0.9\n"
    assert done.stdout == wanted, "models or torch's compiler are imported too early, or a logger is set up"
    assert done.stderr == ""


def test_a_failed_import_of_torchvision_can_be_mended() -> None:
    code = """
try:
    import torchvision
except RuntimeError:
    pass
from pixdraw.models._torchvision import declare_missing_operators
declare_missing_operators()
import torchvision
print(torchvision.transforms.functional.rgb_to_grayscale is not None)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_embeddings_are_open_clips_own(perceptor: OpenClipPerceptor, model_dir: Path) -> None:
    import open_clip

    assert isinstance(perceptor, Perceptor)
    assert (perceptor.image_size, perceptor.embed_dim) == (SIDE, 16)
    model = open_clip_model(model_dir)
    with torch.no_grad():
        image = model.encode_image(normalised(pixels(), *OPENAI), normalize=True)
        text = model.encode_text(open_clip.get_tokenizer(f"local-dir:{model_dir}")(["a cat", "a dog"]), normalize=True)
    torch.testing.assert_close(perceptor.encode_image(pixels()), image, atol=1e-6, rtol=0)
    torch.testing.assert_close(perceptor.encode_text(["a cat", "a dog"]), text, atol=1e-6, rtol=0)


def test_embeddings_have_unit_norm_and_pixels_a_gradient(perceptor: OpenClipPerceptor) -> None:
    picture = pixels(3).requires_grad_()
    out = perceptor.encode_image(picture)
    assert out.dtype == torch.float32
    torch.testing.assert_close(out.norm(dim=1), torch.ones(3))
    out[:, 0].sum().backward()
    assert picture.grad is not None
    assert (picture.grad.flatten(1).abs().sum(1) > 0).all()
    assert perceptor.encode_text([]).shape == (0, 16)
    assert not perceptor.encode_text(["a cat"]).requires_grad


def test_equal_input_gives_equal_output(perceptor: OpenClipPerceptor) -> None:
    assert torch.equal(perceptor.encode_image(pixels()), perceptor.encode_image(pixels()))


def test_weights_are_frozen_and_in_eval_mode(perceptor: OpenClipPerceptor) -> None:
    model = perceptor._model
    assert not any(module.training for module in model.modules())
    assert not any(parameter.requires_grad for parameter in model.parameters())


def test_normalisation_comes_from_the_model(model_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(model_dir, tmp_path / "model")
    config = json.loads((model_dir / "open_clip_config.json").read_text())
    config["preprocess_cfg"] = {"mean": [0.5, 0.5, 0.5], "std": [0.25, 0.25, 0.25]}
    (tmp_path / "model" / "open_clip_config.json").write_text(json.dumps(config))
    with torch.no_grad():
        bare = open_clip_model(model_dir).encode_image((pixels() - 0.5) / 0.25, normalize=True)
    torch.testing.assert_close(load(f"local-dir:{tmp_path / 'model'}").encode_image(pixels()), bare, atol=1e-6, rtol=0)


def test_long_text_is_cut_with_one_warning(perceptor: OpenClipPerceptor) -> None:
    long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    with pytest.warns(UserWarning, match="one two three.*17 tokens.*reads 16") as caught:
        embedding = perceptor.encode_text([long, "a cat"])
    assert len(caught) == 1
    assert embedding.shape == (2, 16)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        perceptor.encode_text([long.rpartition(" ")[0]])


def test_loading_warns_nothing_and_leaves_the_random_state_alone(model_dir: Path) -> None:
    state = torch.get_rng_state()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        load(f"local-dir:{model_dir}")
    assert torch.equal(torch.get_rng_state(), state)


def test_half_precision_agrees_and_gradients_of_any_size_survive(perceptor: OpenClipPerceptor, model_dir: Path) -> None:
    import open_clip

    half_model = open_clip.create_model(f"local-dir:{model_dir}", precision="fp16")
    half = OpenClipPerceptor("half", half_model, perceptor._tokenizer, torch.float16)
    slopes = []
    for judge in (half, perceptor):
        picture = pixels().requires_grad_()
        out = judge.encode_image(picture)
        assert out.dtype == torch.float32
        (out[:, 0] * torch.tensor([1e-7, 1e3])).sum().backward(retain_graph=True)
        assert picture.grad is not None
        slopes.append(picture.grad.flatten(1).clone())
        out[:, 0].sum().backward()
        assert picture.grad.isfinite().all()
    torch.testing.assert_close(half.encode_image(pixels()), perceptor.encode_image(pixels()), atol=5e-3, rtol=0)
    assert (torch.cosine_similarity(slopes[0] * 1e7, slopes[1] * 1e7) > 0.999).all()
    torch.testing.assert_close(slopes[0].norm(dim=1), slopes[1].norm(dim=1), rtol=0.02, atol=0)
    assert half.encode_text(["a cat"]).dtype == torch.float32


@pytest.mark.parametrize("proj_bias", [False, True])
def test_every_model_loads_in_the_precision_of_a_cuda_device(proj_bias: bool, model_dir: Path, tmp_path: Path) -> None:
    import open_clip

    folder = tmp_path / "model"
    shutil.copytree(model_dir, folder)
    config = json.loads((folder / "open_clip_config.json").read_text())
    text = config["model_cfg"]["text_cfg"] = {**config["model_cfg"]["text_cfg"], "proj_bias": proj_bias}
    (folder / "open_clip_config.json").write_text(json.dumps(config))
    if proj_bias:
        name = "test-with-bias"
        (tmp_path / f"{name}.json").write_text(json.dumps(config["model_cfg"]))
        open_clip.add_model_config(tmp_path / f"{name}.json")
        save_file(open_clip.create_model(name).state_dict(), folder / "open_clip_model.safetensors")
    dtype = perceptors.precision(torch.device("cuda"), text)
    assert dtype == (torch.float32 if proj_bias else torch.float16)
    tokenizer = load(f"local-dir:{model_dir}")._tokenizer  # type: ignore[attr-defined]
    built = OpenClipPerceptor("built", perceptors._build_folder(folder, dtype), tokenizer, dtype)
    assert built.encode_image(pixels()).isfinite().all() and built.encode_text(["a cat"]).isfinite().all()


@pytest.mark.skipif(not resolve("tiny").place.is_dir(), reason="training/ has not made the weights yet")  # type: ignore[union-attr]
def test_builtin_perceptor_loads_from_the_package() -> None:
    tiny = load("tiny")
    assert tiny.name == "tiny"
    picture = torch.rand(1, 3, tiny.image_size, tiny.image_size)
    assert tiny.encode_image(picture).shape == tiny.encode_text(["a red heart"]).shape == (1, tiny.embed_dim)


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def tag(model_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The model as `mini:openai` in open_clip's tables and the hub's cache; yields its file."""
    import open_clip

    tables: Any = getattr(open_clip.pretrained, "_PRETRAINED", None), getattr(open_clip.factory, "_MODEL_CONFIGS", None)
    if None in tables:
        pytest.skip("open_clip keeps its tables elsewhere now")
    config = json.loads((model_dir / "open_clip_config.json").read_text())["model_cfg"]
    monkeypatch.setitem(tables[1], "mini", config)
    row = {"hf_hub": "acme/mini.openai/", "quick_gelu": True, "mean": (0.5, 0.4, 0.3), "std": (0.2, 0.2, 0.2)}
    monkeypatch.setitem(tables[0], "mini", {"openai": row, "other": {**row, "quick_gelu": False}})
    snapshot = tmp_path / "hub" / "models--acme--mini.openai" / "snapshots" / ("0" * 40)
    snapshot.mkdir(parents=True)
    (snapshot.parent.parent / "refs").mkdir()
    (snapshot.parent.parent / "refs" / "main").write_text("0" * 40)
    shutil.copy(model_dir / "open_clip_model.safetensors", snapshot)
    yield snapshot / "open_clip_model.safetensors"


@pytest.mark.parametrize(("name", "quick_gelu"), [("mini:openai", True), ("mini:other", False)])
def test_tag_in_the_cache_loads_with_its_activation_and_normalisation(
    name: str, quick_gelu: bool, tag: Path, model_dir: Path
) -> None:
    found = load(name)
    with torch.no_grad():
        picture = normalised(pixels(), (0.5, 0.4, 0.3), (0.2, 0.2, 0.2))
        right, wrong = (
            open_clip_model(model_dir, quick_gelu=quick).encode_image(picture, normalize=True)
            for quick in (quick_gelu, not quick_gelu)
        )
    torch.testing.assert_close(found.encode_image(pixels()), right, atol=1e-6, rtol=0)
    assert (found.encode_image(pixels()) - wrong).abs().max() > 1e-5
    assert found.name == name


def test_hub_repository_in_the_cache_loads(tag: Path, model_dir: Path, perceptor: OpenClipPerceptor) -> None:
    shutil.copy(model_dir / "open_clip_config.json", tag.parent)
    assert torch.equal(load("hf-hub:acme/mini.openai").encode_image(pixels()), perceptor.encode_image(pixels()))


def test_quality_robust_draws_with_what_was_pulled(model_dir: Path, tag: Path) -> None:
    hub = tag.parents[3]
    snapshot = hub / "models--chs20--fare2-clip" / "snapshots" / ("1" * 40)
    snapshot.mkdir(parents=True)
    (snapshot.parent.parent / "refs").mkdir()
    (snapshot.parent.parent / "refs" / "main").write_text("1" * 40)
    for name in ("open_clip_config.json", "open_clip_model.safetensors"):
        shutil.copy(model_dir / name, snapshot)
    small: dict[str, Any] = {"size": "32x32", "pixel_size": "8x8", "num_cuts": 2, "iterations": 2, "seed": 1}
    drawing = draw("a red heart", quality="robust", **small)
    assert drawing.settings.perceptors == ("hf-hub:chs20/fare2-clip",) and drawing.step == 2


@pytest.mark.parametrize("end", ["safetensors", "pt"])
def test_file_of_an_architecture_loads(end: str, tag: Path, model_dir: Path, tmp_path: Path) -> None:
    file = tag
    if end == "pt":
        file = tmp_path / "weights.pt"
        torch.save({"epoch": 3, "state_dict": open_clip_model(model_dir).state_dict()}, file)
    with torch.no_grad():
        picture = normalised(pixels(), (0.5, 0.4, 0.3), (0.2, 0.2, 0.2))
        bare = open_clip_model(model_dir).encode_image(picture, normalize=True)
    torch.testing.assert_close(load(f"mini:{file}").encode_image(pixels()), bare, atol=1e-6, rtol=0)


def test_openais_torchscript_loads_with_its_activation(tag: Path, model_dir: Path, tmp_path: Path) -> None:
    class Stand(torch.nn.Module):
        """Parameters under the names of the file that OpenAI published, beside values that are no weights."""

        def __init__(self, model: Any) -> None:
            super().__init__()
            for name, module in model.named_children():
                setattr(self, name, module)
            for name, parameter in model.named_parameters(recurse=False):
                setattr(self, name, parameter)
            self.register_buffer("input_resolution", torch.tensor(SIDE))
            self.register_buffer("context_length", torch.tensor(16))

        def forward(self, image: Tensor) -> Tensor:
            return self.visual(image)  # type: ignore[no-any-return,operator]

    model = open_clip_model(model_dir, quick_gelu=True)
    picture = normalised(pixels(), (0.5, 0.4, 0.3), (0.2, 0.2, 0.2))
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore", torch.jit.TracerWarning)  # type: ignore[attr-defined]
        torch.jit.save(torch.jit.trace(Stand(model), picture, check_trace=False), str(tmp_path / "openai.pt"))
        bare = model.encode_image(picture, normalize=True)
    found = load(f"mini:{tmp_path / 'openai.pt'}").encode_image(pixels())
    torch.testing.assert_close(found, bare, atol=1e-6, rtol=0)


@pytest.mark.parametrize("end", ["safetensors", "pt", "torchscript"])
def test_cut_off_file_is_told_in_one_line(end: str, tag: Path, tmp_path: Path) -> None:
    import safetensors.torch

    file = tmp_path / ("cut.safetensors" if end == "safetensors" else "cut.pt")
    if end == "safetensors":
        shutil.copy(tag, file)
    elif end == "pt":
        torch.save(safetensors.torch.load_file(tag), file)
    else:
        torch.jit.save(torch.jit.script(torch.nn.Linear(300, 300)), str(file))
    file.write_bytes(file.read_bytes()[:-2000])
    with pytest.raises(ModelError, match="damaged") as caught:
        load(f"mini:{file}")
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("end", ["safetensors", "pt", "torchscript"])
def test_file_of_another_architecture_is_told_in_one_line(end: str, tag: Path, tmp_path: Path) -> None:
    from safetensors.torch import save_file

    file = tmp_path / ("other.safetensors" if end == "safetensors" else "other.pt")
    if end == "safetensors":
        save_file({"weight": torch.zeros(3, 3)}, file)
    elif end == "pt":
        torch.save({"weight": torch.zeros(3, 3)}, file)
    else:
        torch.jit.save(torch.jit.script(torch.nn.Linear(3, 3)), str(file))
    with pytest.raises(ModelError, match="does not hold the weights of mini") as caught:
        load(f"mini:{file}")
    assert "\n" not in str(caught.value)


def test_file_with_code_is_refused(tag: Path, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> Any:
            return (Path.touch, (tmp_path / "sprung",))

    torch.save({"weight": Trap()}, tmp_path / "trap.pt")
    with pytest.raises(ModelError, match="trap.pt"):
        load(f"mini:{tmp_path / 'trap.pt'}")
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("broken", ["no config", "bad config", "no weights", "other weights", "no folder", "a file"])
def test_broken_folder_is_told_in_one_line(broken: str, model_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(model_dir, folder)
    config = folder / "open_clip_config.json"
    if broken == "no config":
        config.unlink()
    elif broken == "bad config":
        config.write_text("{")
    elif broken == "no weights":
        (folder / "open_clip_model.safetensors").unlink()
    elif broken == "other weights":
        config.write_text(config.read_text().replace('"embed_dim": 16', '"embed_dim": 24'))
    elif broken == "no folder":
        shutil.rmtree(folder)
    else:
        folder = config
    with pytest.raises(ModelError) as caught:
        load(f"local-dir:{folder}")
    assert "\n" not in str(caught.value)
    assert str(folder) in str(caught.value)


def test_perceptor_of_another_package_is_found_by_its_name(
    perceptor: OpenClipPerceptor, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Config(BaseModel):
        pass

    plugin = types.ModuleType("acme_eye")
    plugin.Config, plugin.build = Config, lambda config, device: (config, device)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "acme_eye", plugin)
    monkeypatch.setattr("pixdraw.registry.Registry.modules", lambda self: {"eye": "acme_eye"})
    found: Any = load("eye", device="cpu")
    assert found == (Config(), torch.device("cpu"))
