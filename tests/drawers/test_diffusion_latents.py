"""Latent models of diffusers: against its own pipelines, as a drawer, and distilled into other drawers."""

import io
import itertools
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

import pixdraw
from drawers.diffusion import Config, build
from pixdraw.errors import ModelError, SettingsError
from pixdraw.fields import facts_of
from pixdraw.imaging.files import save_png
from pixdraw.interfaces import Canvas
from pixdraw.losses import distill
from pixdraw.models.diffusion import catalog, networks
from pixdraw.models.diffusion.backbones import PromptBatch
from pixdraw.models.diffusion.sampling import add_noise, guided, predict_x0
from pixdraw.rng import Rng
from pixdraw.text.prompts import parse_prompts
from tests.fakes import small_session
from tests.pipelines import TOKENS, save_pipeline

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Any]]:
    made = {}
    kinds: dict[str, dict[str, Any]] = {"sd": {}, "sdxl": {"two": True}, "v": {"kind": "v_prediction"}}
    for name, given in kinds.items():
        folder = tmp_path_factory.mktemp(name)
        made[name] = folder, save_pipeline(folder, **given)
    return made


def model(folders: dict[str, tuple[Path, Any]], name: str = "sd") -> str:
    return f"diffusers:{folders[name][0]}"


def session(folders: dict[str, tuple[Path, Any]], name: str = "sd", **given: Any) -> Any:
    values = {
        "drawer": "diffusion", "pixel_size": None, "transparent": False, "iterations": 3, "size": "24x16",
        "diffusion_model": model(folders, name), **given,
    }  # fmt: skip
    return small_session(**values)


def finish(made: Any) -> Tensor:
    for _ in made.run():
        pass
    images: Tensor = made.images()
    return images


@pytest.mark.parametrize("name", ["sd", "sdxl", "v"])
def test_its_guided_prediction_is_the_pipelines(name: str, folders: dict[str, tuple[Path, Any]]) -> None:
    pipe = folders[name][1]
    backbone = networks.load(model(folders, name), None, CPU)
    made = pipe.encode_prompt("a red cat", device="cpu", num_images_per_prompt=1, do_classifier_free_guidance=True)
    more: list[dict[str, Any]] = [{}, {}]
    if name == "sdxl":
        ids = torch.tensor([[16.0, 16, 0, 0, 16, 16]])
        more = [{"added_cond_kwargs": {"text_embeds": one, "time_ids": ids}} for one in made[2:4]]
    x, step = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(0)), 400
    with torch.no_grad():
        asked, plain = (
            pipe.unet(x, step, encoder_hidden_states=text, **one).sample
            for text, one in zip(made[:2], more, strict=True)
        )
        out = plain + 3 * (asked - plain)
        wanted = pipe.scheduler
        wanted.set_timesteps(1000)
        clean = wanted.step(out, step, x).pred_original_sample
        conditioning = backbone.condition(PromptBatch([parse_prompts("a red cat")]), Rng((1,)), CPU, 3.0)
        time = backbone.network._times[step]  # type: ignore[attr-defined]
        found, _ = predict_x0(x, guided(backbone.network, conditioning)(x, [time]), time)
    assert (asked - plain).abs().max() > 1e-4
    torch.testing.assert_close(found, clean, atol=1e-4, rtol=1e-4)


def test_latents_are_scaled_as_the_pipeline_has_them(folders: dict[str, tuple[Path, Any]]) -> None:
    pipe, backbone = folders["sd"][1], networks.load(model(folders), None, CPU)
    picture = torch.rand(1, 3, 16, 24, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        latents = backbone.encode(picture)
        assert latents.shape == (1, *backbone.shape(16, 24)) == (1, 4, 8, 12)
        assert torch.equal(latents, pipe.vae.encode(picture * 2 - 1).latent_dist.mean * 0.5)
        shown = (pipe.vae.decode(latents / 0.5).sample / 2 + 0.5).clamp(0, 1)
        torch.testing.assert_close(backbone.decode(latents), shown)


@pytest.mark.parametrize("name", ["sd", "sdxl"])
def test_a_batch_is_its_single_runs_and_each_its_own(name: str, folders: dict[str, tuple[Path, Any]]) -> None:
    prompts, seeds = ["red", "green|blue:-0.5"], [1, 2]
    batch = finish(session(folders, name, prompts=prompts, seed=seeds))
    assert batch.shape == (4, 3, 16, 24)
    for place, (prompt, seed) in enumerate((p, s) for p in prompts for s in seeds):
        assert torch.equal(batch[place], finish(session(folders, name, prompts=prompt, seed=seed))[0])
    assert not torch.equal(batch[0], batch[1]) and not torch.equal(batch[0], batch[2])


def test_the_loop_guides_it_and_a_picture_begins_it(folders: dict[str, tuple[Path, Any]], tmp_path: Path) -> None:
    free = finish(session(folders, diffusion_gradient=0.0))
    assert not torch.equal(free, finish(session(folders)))
    save_png(torch.rand(3, 16, 24, generator=torch.Generator().manual_seed(0)), tmp_path / "start.png")
    begun = session(folders, init_image=str(tmp_path / "start.png"), diffusion_skip=60)
    assert begun.drawer.time.item() < 0.75 and not torch.equal(finish(begun), free)  # type: ignore[attr-defined]


DISTILLED: dict[str, dict[str, Any]] = {
    "cells": {"seed": [1, 2]},
    "strokes": {"drawer": "clipdraw", "pixel_size": None, "strokes": 4},
    "logits": {
        "pixel_parameters": "logits",
        "palette": "[red, black, white]",
        "palette_mode": "exact",
        "pixel_lr": 0.3,
    },
    "latents": {"drawer": "diffusion", "pixel_size": None},
}


def distilled(folders: dict[str, tuple[Path, Any]], **given: Any) -> Any:
    name = "sdxl" if "strokes" in given else "sd"
    values = {
        "losses": "distill:5", "distill_model": model(folders, name), "transparent": False, "iterations": 3,
        "size": "20x16", "num_cuts": 2, "init": "none", **given,
    }  # fmt: skip
    if values.get("drawer") == "diffusion":
        values["diffusion_model"] = model(folders)
    return small_session(**values)


@pytest.mark.parametrize("kind", DISTILLED)
def test_distilled_batches_are_their_single_runs_resumed_ones_unbroken(
    kind: str, folders: dict[str, tuple[Path, Any]]
) -> None:
    given = DISTILLED[kind]
    unbroken = distilled(folders, prompts=["red", "blue"], **given)
    batch = finish(unbroken)
    assert any(one.name == "distill" for one in unbroken.parts.losses)
    pairs = itertools.product(("red", "blue"), given.get("seed", [1]))
    for picture, (prompt, seed) in zip(batch, pairs, strict=True):
        assert torch.equal(picture, finish(distilled(folders, prompts=prompt, **{**given, "seed": seed}))[0])
    assert not torch.equal(batch, finish(distilled(folders, prompts=["red", "blue"], **given, losses="distill:0.1")))
    first, second = (distilled(folders, prompts=["red", "blue"], **given) for _ in range(2))
    first.take_step()
    file = io.BytesIO()
    torch.save(first.state_dict(), file)
    file.seek(0)
    second.load_state_dict(torch.load(file, weights_only=True))
    assert torch.equal(finish(second), batch)


def test_its_gradient_is_that_of_the_paper(folders: dict[str, tuple[Path, Any]]) -> None:
    made = distilled(
        folders, losses="distill:1", pixel_size=[16, 16], size="16x16", distill_least=0.5, distill_most=0.5
    )
    loss = next(one.loss for one in made.parts.losses if one.name == "distill")
    picture = torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(0)).requires_grad_()
    frame = type("Frame", (), {"image": picture, "step": 0})
    loss(frame).sum().backward()  # type: ignore[arg-type]
    backbone = networks.load(model(folders), None, CPU)
    latents = backbone.encode(picture.detach())
    noise = Rng((1,)).at("distill.noise", 0).normal(4, 8, 8)
    noisy = add_noise(latents, noise, 0.5)
    asked = backbone.condition(PromptBatch([parse_prompts("red")]), Rng((1,)), CPU, 100.0)
    with torch.no_grad():
        found = predict_x0(noisy, guided(backbone.network, asked)(noisy, [0.5]), 0.5)[1]
    wanted = 0.5 * (found - noise) / latents.numel()  # σ² is a half at 0.5
    again = picture.detach().requires_grad_()
    (backbone.encode(again) * wanted).sum().backward()
    torch.testing.assert_close(picture.grad, again.grad, atol=1e-6, rtol=1e-4)


def test_what_is_saved_draws_the_same_again(
    folders: dict[str, tuple[Path, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    given: dict[str, Any] = {
        "prompts": "red", "size": "16x16", "num_cuts": 2, "iterations": 2, "transparent": False, "seed": 1,
        "losses": "distill:5", "distill_model": model(folders), "drawer": "diffusion",
        "diffusion_model": model(folders),
    }  # fmt: skip
    drawing = pixdraw.draw(**given)
    drawing.save("one.png")
    again = pixdraw.draw(**pixdraw.read_settings("one.png"))
    assert torch.equal(again.tensor(), drawing.tensor())


def test_what_does_not_fit_is_told(folders: dict[str, tuple[Path, Any]], tmp_path: Path) -> None:
    shutil.copytree(folders["sd"][0], tmp_path / "other")
    file = tmp_path / "other" / "unet" / "config.json"
    plain = json.loads(file.read_text())

    def refused(words: str, name: str = "other") -> None:
        with pytest.raises(ModelError, match=words):
            build(Config(diffusion_model=f"diffusers:{tmp_path / name}"), Canvas(16, 16, 1, False), Rng((1,)), "cpu")

    file.write_text(json.dumps({**plain, "_class_name": "FluxTransformer2DModel"}))
    refused("holds a FluxTransformer2DModel; supported are UNet2DModel and UNet2DConditionModel")
    file.write_text(json.dumps({**plain, "in_channels": 9}))
    refused("cannot be loaded")
    file.write_text(json.dumps(plain))
    shutil.rmtree(tmp_path / "other" / "vae")
    refused("cannot be loaded")
    save_pipeline(tmp_path / "wide", cross_attention_dim=24)
    refused("reads texts of 24 numbers, its encoders make 16", "wide")
    save_pipeline(tmp_path / "paint", in_channels=9)
    refused("takes 9 channels, its autoencoder makes 4", "paint")
    save_png(torch.zeros(3, 8, 8), tmp_path / "x.png")
    for given, words in {
        (("distill_model", ""),): "distill_model is empty; set it to one of cc12m_1_cfg",
        (("distill_model", "sprites"),): "no gradient passes",
        (("distill_model", "diffusers:x"), ("distill_least", 0.9), ("distill_most", 0.1)): "swap them",
        (("prompts", None), ("image_prompts", str(tmp_path / "x.png"))): "there is no prompt",
    }.items():
        with pytest.raises(SettingsError, match=words):
            distilled(folders, **dict(given))


def test_long_prompts_are_told_to_be_cut(folders: dict[str, tuple[Path, Any]]) -> None:
    backbone = networks.load(model(folders), None, CPU)
    with pytest.warns(UserWarning, match=f"reads only the first {TOKENS} tokens"):
        backbone.condition(PromptBatch([parse_prompts("a very long prompt indeed")]), Rng((1,)), CPU)


def test_models_that_need_no_trust_are_the_published_ones() -> None:
    assert facts_of(distill.Config.model_fields["distill_model"]).ours == ("", *catalog.KNOWN)
