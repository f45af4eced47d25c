import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pixdraw.assembly.session import build
from pixdraw.errors import ModelError
from pixdraw.models import clip_catalog, hub
from pixdraw.settings.model import resolve


class Calls(list[str]):
    """Attempts to reach the network."""


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Calls]:
    """No network, an empty cache, and a note of every attempt."""
    calls = Calls()

    def refuse(*args: Any, **kwargs: Any) -> Any:
        calls.append(str(args[:1]))
        raise OSError("no network in tests")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    yield calls


def plant(hub: Path, repo: str, **files: str) -> Path:
    """Lay files into a hub cache as the hub's library does."""
    folder = hub / f"models--{repo.replace('/', '--')}"
    snapshot = folder / "snapshots" / ("0" * 40)
    snapshot.mkdir(parents=True)
    (folder / "refs").mkdir()
    (folder / "refs" / "main").write_text("0" * 40)
    for name, text in files.items():
        (snapshot / name.replace("__", ".")).write_text(text)
    return snapshot


@pytest.mark.parametrize("name", clip_catalog.KNOWN)
def test_known_names_have_openais_weights_and_activation(name: str) -> None:
    source = clip_catalog.resolve(name)
    assert source.quick_gelu
    assert source.architecture.endswith("-quickgelu")
    assert source.repo.startswith("timm/")
    assert source.repo.endswith(".openai")


@pytest.mark.parametrize(
    ("name", "known"), [("ViT-B-32", "ViT-B/32"), ("vit-l/14@336px", "ViT-L/14@336px"), ("rn50X4", "RN50x4")]
)
def test_known_names_may_be_spelled_in_other_ways(name: str, known: str) -> None:
    assert clip_catalog.resolve(name).repo == clip_catalog.resolve(known).repo


@pytest.mark.parametrize(
    ("name", "architecture", "repo", "quick_gelu"),
    [
        ("ViT-B/32:laion2b_s34b_b79k", "ViT-B-32", "laion/CLIP-ViT-B-32-laion2B-s34B-b79K", False),
        ("ViT-B-32:laion2b_s34b_b79k", "ViT-B-32", "laion/CLIP-ViT-B-32-laion2B-s34B-b79K", False),
        ("ViT-B-16:openai", "ViT-B-16", "timm/vit_base_patch16_clip_224.openai", True),
        ("ViT-B-16-SigLIP", "ViT-B-16-SigLIP", "timm/ViT-B-16-SigLIP", False),
        ("hf-hub:acme/model", "", "acme/model", False),
    ],
)
def test_models_and_tags_of_open_clip(name: str, architecture: str, repo: str, quick_gelu: bool) -> None:
    source = clip_catalog.resolve(name)
    assert (source.architecture, source.repo, source.quick_gelu) == (architecture, repo, quick_gelu)


def test_file_of_an_architecture_keeps_its_normalisation() -> None:
    source = clip_catalog.resolve("ViT-B-16-SigLIP:weights/siglip.safetensors")
    assert source.place == Path("weights/siglip.safetensors")
    assert source.preprocess["mean"] == (0.5, 0.5, 0.5)
    assert clip_catalog.resolve("ViT-B-32:a.pt").place == Path("a.pt")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("ViT-B/33", "did you mean ViT-B/32"),
        ("tinny", "did you mean tiny"),
        ("ViT-B-32:laion2b_s34b_b79", "did you mean laion2b_s34b_b79k"),
        ("ViT-H-14", "ViT-H-14:dfn5b"),
        ("SLIP_VITB16", "SLIP"),
        ("hf-hub:acme", "hf-hub:ORG/NAME"),
    ],
)
def test_wrong_names_are_answered_with_right_ones(name: str, says: str) -> None:
    with pytest.raises(ModelError, match=says) as caught:
        clip_catalog.resolve(name)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_missing_weights_are_told_in_one_line_with_two_ways_out(network: Calls, tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        clip_catalog.ensure(clip_catalog.resolve("ViT-B/32"))
    line = str(caught.value)
    assert "\n" not in line
    for part in ("ViT-B/32", "about 604 MB", str(tmp_path / "hub"), "quality=tiny", "pixdraw models pull ViT-B/32"):
        assert part in line
    assert 1 <= len(network) <= 2, "tried again and again"


def test_all_missing_models_of_a_run_are_named_with_their_sizes(network: Calls) -> None:
    with pytest.raises(ModelError) as caught:
        build(resolve({"prompts": "a", "quality": "normal", "size": "32x32", "device": "cpu"}))
    line = str(caught.value)
    assert "\n" not in line
    assert line.endswith("missing in all: ViT-B/32 (about 604 MB), ViT-B/16 (about 600 MB)")
    assert 1 <= len(network) <= 2, "asked for each of them"


def test_missing_models_are_those_of_the_hub_that_are_not_here(network: Calls, tmp_path: Path) -> None:
    plant(tmp_path / "hub", "timm/vit_base_patch32_clip_224.openai", open_clip_model__safetensors="x")
    names = ("tiny", "ViT-B/32", "no model", "RN50", "ViT-B-32:laion2b_s34b_b79k")
    assert clip_catalog.missing(names) == ["RN50 (about 408 MB)", "ViT-B-32:laion2b_s34b_b79k"]
    assert network == []


def test_offline_setting_asks_nobody(network: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        clip_catalog.ensure(clip_catalog.resolve("ViT-B/32"))
    assert network == []


def test_a_network_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    forever = threading.Event()

    def hang(*args: Any, **kwargs: Any) -> Any:
        forever.wait(20)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    monkeypatch.setattr(hub, "CONNECT_S", 0.05)
    with pytest.raises(ModelError, match="does not answer"):
        clip_catalog.ensure(clip_catalog.resolve("ViT-B/32"))
    assert not forever.is_set()
    forever.set()


def test_cached_weights_are_found_without_a_network(network: Calls, tmp_path: Path) -> None:
    snapshot = plant(tmp_path / "hub", "timm/vit_base_patch32_clip_224.openai", open_clip_model__safetensors="x")
    source = clip_catalog.resolve("ViT-B/32")
    assert clip_catalog.ensure(source) == clip_catalog.locate(source) == snapshot / "open_clip_model.safetensors"
    listed = {model.name: model for model in clip_catalog.list_models()}
    assert listed["ViT-B/32"].path == snapshot / "open_clip_model.safetensors"
    assert listed["ViT-B/16"].path is None
    assert "not here" in str(listed["ViT-B/16"])
    assert network == []


def test_older_names_of_weights_are_found_too(tmp_path: Path) -> None:
    snapshot = plant(tmp_path / "hub", "timm/vit_base_patch32_clip_224.openai", open_clip_pytorch_model__bin="x")
    assert clip_catalog.locate(clip_catalog.resolve("ViT-B/32")) == snapshot / "open_clip_pytorch_model.bin"


def test_hub_repository_is_a_folder_with_both_files(tmp_path: Path) -> None:
    source = clip_catalog.resolve("hf-hub:acme/model")
    snapshot = plant(tmp_path / "hub", "acme/model", open_clip_config__json="{}")
    assert clip_catalog.locate(source) is None
    (snapshot / "open_clip_model.safetensors").write_text("x")
    assert clip_catalog.locate(source) == snapshot


def test_pull_fetches_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repo, asked = "timm/vit_base_patch32_clip_224.openai", []

    def answer(url: str, **_: Any) -> Any:
        asked.append(url)
        return type("Metadata", (), {"size": 605_000_000})

    def download(repo_id: str, filename: str, **_: Any) -> str:
        return str(plant(tmp_path / "hub", repo_id, **{filename.replace(".", "__"): "x"}) / filename)

    monkeypatch.setattr("huggingface_hub.get_hf_file_metadata", answer)
    monkeypatch.setattr("huggingface_hub.hf_hub_download", download)
    listed = clip_catalog.pull("ViT-B/32")
    assert repo in asked[0]
    assert listed.path is not None
    assert listed.path.name == "open_clip_model.safetensors"


def test_pull_tells_what_keeps_it_from_fetching(network: Calls) -> None:
    with pytest.raises(ModelError, match="cannot be fetched"):
        clip_catalog.pull("ViT-B/32")
    assert network


def test_pull_of_a_model_that_is_here_needs_no_network(network: Calls, tmp_path: Path) -> None:
    plant(tmp_path / "hub", "timm/vit_base_patch32_clip_224.openai", open_clip_model__safetensors="x")
    assert clip_catalog.pull("ViT-B/32").path is not None
    (tmp_path / "open_clip_config.json").write_text("{}")
    assert clip_catalog.pull(f"local-dir:{tmp_path}").path == tmp_path
    assert network == []


def test_listing_names_everything_open_clip_has() -> None:
    names = [model.name for model in clip_catalog.list_models(everything=True)]
    assert names[0] == "tiny"
    assert "ViT-B-32:laion2b_s34b_b79k" in names
    assert len(names) == len(set(names)) > 150
