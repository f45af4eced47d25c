"""Names of VQGANs, where their files lie, how they are fetched."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pixdraw import cli
from pixdraw.errors import ModelError
from pixdraw.models import clip_catalog
from pixdraw.models.vqgan import catalog
from tests import checkpoints


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("PIXDRAW_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    return tmp_path / "cache" / "vqgan"


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Answers every request with a small model; what was asked for."""
    asked: list[str] = []
    (tmp_path / "there").mkdir()
    model = checkpoints.plain(tmp_path / "there")

    def answer(urls: Sequence[str], path: Path, **known: Any) -> Path:
        asked.append(urls[0])
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".zip":
            with zipfile.ZipFile(path, "w") as archive:
                archive.write(model, "model.ckpt")
        else:
            shutil.copy(model.with_suffix(path.suffix), path)
        return path

    monkeypatch.setattr(catalog, "download", answer)
    return asked


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("imagenet_f16_16384", "imagenet_f16_16384"),
        ("vqgan/imagenet_f16_1024", "imagenet_f16_1024"),
        ("vqgan_imagenet_f16_1024", "imagenet_f16_1024"),
        ("openimages_f16_8192", "gumbel_f8_8192"),
        ("tiny", "tiny"),
    ],
)
def test_names_and_those_of_other_projects(name: str, known: str) -> None:
    assert catalog.resolve(name) == known


def test_every_known_model_has_addresses_of_both_files() -> None:
    for known in catalog.KNOWN.values():
        assert known.configs and known.weights
        assert all(url.startswith(("https://", "http://")) and " " not in url for url in known.configs + known.weights)


def test_a_wrong_name_is_answered_with_the_right_one() -> None:
    with pytest.raises(ModelError, match="did you mean imagenet_f16_16384") as caught:
        catalog.ensure("imagenet_f16_1638")
    assert "\n" not in str(caught.value)


def test_a_missing_model_is_told_with_ways_out(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError) as caught:
        catalog.ensure("coco")
    for part in ("coco", str(cache), "vqgan_model=tiny", "vqgan_checkpoint", "pixdraw models pull vqgan/coco"):
        assert part in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_built_in_model_without_weights_is_told_with_ways_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(catalog, "BUILT_IN_FILE", tmp_path / "model.safetensors")
    with pytest.raises(ModelError, match="vqgan_checkpoint") as caught:
        catalog.ensure("tiny")
    assert "\n" not in str(caught.value)
    (tmp_path / "model.safetensors").write_text("x")
    assert catalog.ensure("tiny") == (tmp_path / "model.safetensors", None)


@pytest.mark.parametrize("name", ["imagenet_f16_1024", "vq-f8"])
def test_pull_puts_both_files_where_ensure_finds_them(network: list[str], cache: Path, name: str) -> None:
    listed = clip_catalog.pull(f"vqgan/{name}")
    assert listed.path == cache / f"{name}.ckpt"
    assert catalog.ensure(name) == (cache / f"{name}.ckpt", cache / f"{name}.yaml")
    assert len(network) == 2
    kept = [f"{name}.ckpt.sha256"] if name == "vq-f8" else []  # the download's own is the archive's
    assert sorted(path.name for path in cache.iterdir()) == [f"{name}.ckpt", *kept, f"{name}.yaml"]
    assert {model.name: model for model in clip_catalog.list_models()}[f"vqgan/{name}"].path == listed.path


def test_fetched_weights_that_were_changed_are_not_used(network: list[str], cache: Path) -> None:
    clip_catalog.pull("vqgan/vq-f8")
    weights = cache / "vq-f8.ckpt"
    weights.write_bytes(weights.read_bytes() + b"x")
    with pytest.raises(ModelError, match="is not the file that was fetched first"):
        catalog.ensure("vq-f8")
    (cache / "vq-f8.ckpt.sha256").unlink()
    assert catalog.ensure("vq-f8")[0] == weights


def test_no_first_mirror_is_asked_in_the_clear() -> None:
    for known in catalog.KNOWN.values():
        for mirrors in (known.configs, known.weights):
            secure = [address.startswith("https://") for address in mirrors]
            assert secure == sorted(secure, reverse=True) and secure[0]


def test_the_slim_form_in_the_cache_is_enough(
    network: list[str], cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip_catalog.pull("vqgan/coco")
    cli.app(["models", "slim", str(cache / "coco.ckpt")])
    assert capsys.readouterr().out.strip() == str(cache / "coco.safetensors")
    (cache / "coco.ckpt").unlink()
    (cache / "coco.yaml").unlink()
    assert catalog.ensure("coco") == (cache / "coco.safetensors", None)
    assert len(network) == 2


def test_an_archive_without_a_checkpoint_is_removed(
    monkeypatch: pytest.MonkeyPatch, network: list[str], cache: Path
) -> None:
    def answer(urls: Sequence[str], path: Path, **known: Any) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"no archive")
        return path

    monkeypatch.setattr(catalog, "download", answer)
    with pytest.raises(ModelError, match="holds no .ckpt"):
        catalog.pull("vq-f8")
    assert not list(cache.glob("*.zip")) and not list(cache.glob("*.ckpt"))
