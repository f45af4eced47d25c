"""`pixdraw models`: the models that pixdraw knows, fetched and made smaller."""

from __future__ import annotations

from pathlib import Path

from cyclopts import App

from pixdraw import streams
from pixdraw.settings import presets

models = App(name="models", help="List or download the models that judge and draw pictures.", help_format="plaintext")


@models.command(name="list")
def list_() -> None:
    """List the models that pixdraw knows, and whether they are on this machine."""
    from pixdraw.models.clip_catalog import list_models

    for model in list_models():
        streams.say(model)


@models.command
def pull(name: str) -> None:
    """Download the weights of a model into the local cache.

    Parameters
    ----------
    name
        Name of a model, with vqgan/ or diffusion/ before one that draws; or a quality, which stands for its models.
    """
    from pixdraw.models.clip_catalog import pull as fetch

    for model in presets.QUALITIES.get(name, {}).get("perceptors", (name,)):
        streams.say(fetch(model))


@models.command
def slim(file: Path, *, config: Path | None = None, out: Path | None = None) -> None:
    """Reduce the checkpoint of a VQGAN to the parts that draw, in one small .safetensors file.

    Parameters
    ----------
    file
        The checkpoint.
    config
        Its .yaml file; default: the one beside the checkpoint, of the same name.
    out
        File to write; default: beside the checkpoint, under the same name.
    """
    from pixdraw.models.vqgan.files import slim as write

    streams.say(write(file, config, out))
