"""Small VQGANs of random weights, written as the published ones are."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import torch
import yaml
from torch import Tensor

from pixdraw.models.vqgan.files import Shape
from pixdraw.models.vqgan.network import VqNetwork

LAYERS: dict[str, Any] = {
    "double_z": False,
    "z_channels": 16,
    "resolution": 32,
    "in_channels": 3,
    "out_ch": 3,
    "ch": 32,
    "ch_mult": [1, 1, 1],
    "num_res_blocks": 1,
    "attn_resolutions": [8],
    "dropout": 0.0,
}
LOSS = {"target": "taming.modules.losses.vqperceptual.VQLPIPSWithDiscriminator", "params": {"disc_start": 0}}


def network(kind: str = "vq", *, codes: int = 24, seed: int = 0) -> VqNetwork:
    """A network whose pictures fill much of [0, 1], so that a difference shows."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        made = VqNetwork(Shape(kind, codes, 16, LAYERS)).eval().requires_grad_(False)
    made.decoder.conv_out.weight.mul_(4)  # type: ignore[operator, union-attr]
    return made


def config(kind: str = "vq", *, codes: int = 24, **layers: Any) -> dict[str, Any]:
    """What the .yaml of a published model says."""
    name = {"vq": "VQModel", "gumbel": "GumbelVQ"}[kind]
    params = {"embed_dim": 16, "n_embed": codes, "monitor": "val/rec_loss", "lossconfig": LOSS}
    return {"model": {"target": f"taming.models.vqgan.{name}", "params": {**params, "ddconfig": {**LAYERS, **layers}}}}


def transformer_config() -> dict[str, Any]:
    """The configuration of a whole transformer, the VQGAN inside."""
    inner = {**config()["model"], "ckpt_path": "logs/elsewhere/last.ckpt"}
    params = {"first_stage_config": inner, "cond_stage_config": "__is_first_stage__"}
    return {"model": {"target": "taming.models.cond_transformer.Net2NetTransformer", "params": params}}


class ModelCheckpoint:
    """Stands for a class of pytorch-lightning, whose import takes seconds; files hold nothing of it but its name."""


ModelCheckpoint.__module__ = "pytorch_lightning.callbacks.model_checkpoint"


@contextmanager
def imitated_lightning() -> Iterator[None]:
    """Have what files and taming ask of pytorch-lightning, without its import."""
    found = ModuleType("pytorch_lightning")
    vars(found).update(ModelCheckpoint=ModelCheckpoint, LightningModule=torch.nn.Module)
    names = ("pytorch_lightning", "pytorch_lightning.callbacks", ModelCheckpoint.__module__)
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setitem(sys.modules, name, found)
        yield


def lightning(state: Mapping[str, Tensor]) -> dict[str, Any]:
    """A checkpoint as pytorch-lightning 1.0 wrote it: classes as keys, omegaconf's objects as values."""
    from omegaconf import OmegaConf

    return {
        "epoch": 12,
        "global_step": 3456,
        "pytorch-lightning_version": "1.0.8",
        "state_dict": {**state, "loss.discriminator.main.0.weight": torch.zeros(3)},
        "callbacks": {ModelCheckpoint: {"best_model_score": torch.tensor(0.5), "best_model_path": "a"}},
        "optimizer_states": [{"state": {0: {"exp_avg": torch.zeros(4)}}, "param_groups": [{"lr": 4.5e-6}]}],
        "lr_schedulers": [],
        "hyper_parameters": OmegaConf.create({"a": {"b": [1, 2.5, "c"]}}),
    }


def write(folder: Path, content: Any, settings: Mapping[str, Any] | None, *, zipped: bool = True) -> Path:
    """Write NAME.ckpt and NAME.yaml; return the first."""
    path = folder / "model.ckpt"
    with imitated_lightning():
        torch.save(content, path, _use_new_zipfile_serialization=zipped)
    if settings is not None:
        path.with_suffix(".yaml").write_text(yaml.safe_dump(dict(settings)))
    return path


def plain(folder: Path, kind: str = "vq", **options: Any) -> Path:
    """A whole checkpoint of `kind`, ready to be drawn with."""
    return write(folder, {"state_dict": network(kind, **options).state_dict()}, config(kind, **options))
