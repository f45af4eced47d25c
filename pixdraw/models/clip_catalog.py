"""The known models, where their weights are, and how to fetch them.

Names of perceptors: `tiny`, the built-in one; OpenAI's (`ViT-B/32`, `RN50x4`, …); `MODEL:TAG` for any of open_clip's
models and tags; `MODEL:FILE` for weights in a file of one of its architectures; `local-dir:FOLDER` and
`hf-hub:ORG/NAME`, both with an open_clip_config.json beside the weights. `vqgan/NAME` is a VQGAN (vqgan/catalog.py),
`diffusion/NAME` a diffusion model (diffusion/catalog.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from pixdraw.errors import ModelError, suggestion
from pixdraw.late_compiler import without_compiler
from pixdraw.models import built_in, hub
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.diffusion import catalog as diffusion_catalog
from pixdraw.models.vqgan import catalog as vqgan_catalog
from pixdraw.registry import PERCEPTORS

CONFIG = "open_clip_config.json"
WEIGHTS = ("open_clip_model.safetensors", "open_clip_pytorch_model.bin")
"""Names of a model's files, in open_clip's order of preference."""

TOKENIZER_FILES = ("tokenizer_config.json", "tokenizer.json")
HELPER_FILES = (*TOKENIZER_FILES, "config.json")
TEXT_FILES = ("*.json", "*.model", "*.txt")
"""Files that a text tower of transformers needs from its own repository: everything but weights."""


@dataclass(frozen=True)
class Known:
    """The open_clip model behind a well-known name."""

    architecture: str
    tag: str
    parameters_m: int


KNOWN: dict[str, Known] = {
    # OpenAI's weights were trained with QuickGELU: open_clip's plain architectures only warn and compute nonsense.
    "RN50": Known("RN50-quickgelu", "openai", 102),
    "RN101": Known("RN101-quickgelu", "openai", 120),
    "RN50x4": Known("RN50x4-quickgelu", "openai", 178),
    "RN50x16": Known("RN50x16-quickgelu", "openai", 291),
    "RN50x64": Known("RN50x64-quickgelu", "openai", 623),
    "ViT-B/32": Known("ViT-B-32-quickgelu", "openai", 151),
    "ViT-B/16": Known("ViT-B-16-quickgelu", "openai", 150),
    "ViT-L/14": Known("ViT-L-14-quickgelu", "openai", 428),
    "ViT-L/14@336px": Known("ViT-L-14-336-quickgelu", "openai", 428),
}
"""OpenAI's name → open_clip's."""

SHOWN = 8
"""Maximum number of tags that an error message lists."""

GONE = ("SLIP_", "SIMCLR_", "CLIP_VIT")
"""Prefixes of pixray's names for the weights of the SLIP paper, which open_clip does not have."""


@dataclass(frozen=True)
class Source:
    """A model and where its weights are: at `place` on this machine, or in `repo` on the hub."""

    name: str
    architecture: str = ""
    """open_clip's name; empty if a folder's open_clip_config.json says it."""
    place: Path | None = None
    """The folder, or the file of weights."""
    repo: str = ""
    files: tuple[str, ...] = WEIGHTS
    """Names of the weights in `repo`, the best one first."""
    quick_gelu: bool = False
    preprocess: Mapping[str, Any] = field(default_factory=dict)
    """mean, std and the like of open_clip's table of weights."""


@dataclass(frozen=True)
class Listed:
    """A line of `list_models`."""

    name: str
    path: Path | None
    """Where its weights are on this machine; None if they are not."""
    size_mb: int | None
    """Size of the weights; an estimate where they are not on this machine."""
    note: str = ""

    def __str__(self) -> str:
        size = "" if self.size_mb is None else f"{self.size_mb} MB" if self.path else f"about {self.size_mb} MB"
        state = f"here: {self.path}" if self.path else "not here"
        return f"{self.name:<16}{size:>14}  {self.note or state}"


def resolve(name: str) -> Source:
    """Resolve a perceptor name to its weights source, without using the network.

    Raises ModelError for an unknown name.
    """
    if name == "tiny":
        return Source(name, place=built_in.FOLDER / "tiny")
    kind, _, rest = name.partition(":")
    if kind == "local-dir":
        return Source(name, place=Path(rest).expanduser())
    if kind == "hf-hub":
        if rest.count("/") != 1:
            raise ModelError(f"perceptor {name!r}: write hf-hub:ORG/NAME")
        return Source(name, repo=rest)
    official = {_plain(known): known for known in KNOWN}.get(_plain(name))
    if official:
        model, tag = KNOWN[official].architecture, KNOWN[official].tag
    else:
        model, tag = kind.replace("/", "-"), rest
    open_clip = _imported()
    if model not in open_clip.list_models():
        raise ModelError(_unknown(name, kind, open_clip.list_models()))
    if tag and ("/" in tag or "\\" in tag or Path(tag).suffix in (".pt", ".pth", ".bin", ".safetensors")):
        return Source(name, model, place=Path(tag).expanduser(), preprocess=_usual_preprocess(model))
    return _tagged(name, model, tag)


def locate(source: Source) -> Path | None:
    """Return the folder or the file of weights if they are on this machine, without using the network."""
    if source.place is not None:
        return source.place if source.place.exists() else None
    if not source.architecture:
        config = hub.cached(source.repo, CONFIG)
        return config.parent if config and any((config.parent / name).exists() for name in source.files) else None
    return next((path for name in source.files if (path := hub.cached(source.repo, name))), None)


def ensure(source: Source) -> Path:
    """Return where the weights are, fetched if need be; raises ModelError if the hub does not answer at once."""
    place = locate(source)
    if place is not None:
        return place
    if source.name == "tiny":
        raise ModelError(f"the built-in perceptor is missing from {source.place}: install pixdraw again")
    _reject_missing_file(source)
    try:
        return _fetch(source)
    except hub.Unreachable as error:
        raise ModelError(_missing(f"weights{_size(source.name)}", source.repo, source.name, error)) from error


def check(names: Iterable[str]) -> None:
    """Raise ModelError, with the nearest right one, for a name that no perceptor has; fetches and loads nothing."""
    for name in names:
        if name in KNOWN or name not in PERCEPTORS.modules():
            _reject_missing_file(resolve(name))


def missing(names: Iterable[str]) -> list[str]:
    """Return the entries of `names` whose weights are not on this machine, with approximate sizes.

    Does not use the network.
    """
    found = []
    for name in names:
        with suppress(ModelError):
            source = resolve(name)
            if source.repo and locate(source) is None:
                found.append(f"{name}{_size(name)}")
    return found


def pull(name: str) -> Listed:
    """Fetch a model's weights, and what its text tower needs, into the hub's cache, continuing interrupted downloads.

    The hub's own library shows the progress. Raises ModelError.
    """
    if name.startswith(vqgan_catalog.PREFIX):
        vqgan_catalog.pull(name)
        return _listed_vqgan(vqgan_catalog.resolve(name))
    if name.startswith(diffusion_catalog.PREFIX):
        diffusion_catalog.pull(name)
        return _listed_diffusion(diffusion_catalog.resolve(name))
    source = resolve(name)
    if not source.repo:
        return _listed(name, source)
    try:
        if locate(source) is None:
            _fetch(source)
        for repo in helper_repos(source):
            if _helper(repo) is None:
                _fetch_helper(repo)
    except hub.Unreachable as error:
        raise ModelError(f"perceptor {name!r} cannot be fetched: {error}; connect and try again") from error
    return _listed(name, source)


def list_models(*, everything: bool = False) -> list[Listed]:
    """Return the perceptors and the models that draw; `everything`: all of open_clip's, too."""
    names = ["tiny", *KNOWN]
    if everything:
        open_clip = _imported()
        names += [f"{model}:{tag}" for model, tag in open_clip.list_pretrained()]
    plugged = [Listed(name, None, None, note="from another package") for name in PERCEPTORS.names()]
    drawing = [_listed_vqgan(name) for name in (vqgan_catalog.BUILT_IN, *vqgan_catalog.KNOWN)]
    drawing += [_listed_diffusion(name) for name in (diffusion_catalog.BUILT_IN, *diffusion_catalog.KNOWN)]
    return [_listed(name, resolve(name)) for name in names] + plugged + drawing


def helper_repos(source: Source) -> list[str]:
    """Return the hub's repositories that the model's text tower needs beside its weights."""
    text = text_config(source, locate(source))
    return list(dict.fromkeys(text[key] for key in ("hf_tokenizer_name", "hf_model_name") if text.get(key)))


def text_config(source: Source, place: Path | None) -> dict[str, Any]:
    """Return the `text_cfg` of the model's configuration."""
    open_clip = _imported()
    name = source.architecture or f"local-dir:{place}"
    try:
        config: dict[str, Any] = open_clip.get_model_config(name) or {}
        return dict(config["text_cfg"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"perceptor {source.name!r}: {place}/{CONFIG} is missing or damaged ({error})") from error


def helper_folder(source: Source, repo: str) -> Path:
    """Return the local copy of one of `helper_repos`; raises ModelError."""
    try:
        return _helper(repo) or _fetch_helper(repo)
    except hub.Unreachable as error:
        raise ModelError(_missing("tokenizer", repo, source.name, error)) from error


def _reject_missing_file(source: Source) -> None:
    if source.place is not None and not source.place.exists():
        raise ModelError(f"perceptor {source.name!r}: {source.place} does not exist; check the path")


def _imported() -> Any:
    """Return open_clip, imported beside any torchvision and without torch's compiler, which takes half of the time."""
    with without_compiler():
        declare_missing_operators()
        return import_module("open_clip")


def _plain(name: str) -> str:
    return name.lower().replace("/", "-").replace("@", "-").removesuffix("px")


def _size(name: str) -> str:
    known = KNOWN.get(name)
    return f" (about {4 * known.parameters_m} MB)" if known else ""


def _missing(what: str, repo: str, name: str, error: Exception) -> str:
    return (
        f"perceptor {name!r} lacks its {what}: {repo} is not in {hub.cache_dir()}, and {error}; "
        f"use quality=tiny, or run `pixdraw models pull {name}` on a connected machine"
    )


def _unknown(name: str, model: str, architectures: list[str]) -> str:
    if name.startswith(GONE):
        return f"perceptor {name!r}: the SLIP weights are not in open_clip; use ViT-B/16 or any of its MODEL:TAG"
    near = suggestion(name, ["tiny", *KNOWN, *PERCEPTORS.names()]) or suggestion(model, architectures)
    return f"perceptor {name!r} does not exist{near}; known are tiny, {', '.join(KNOWN)} and open_clip's MODEL:TAG"


def _tagged(name: str, model: str, tag: str) -> Source:
    open_clip = _imported()
    tags = open_clip.pretrained.list_pretrained_tags_by_model(model)
    if not tag and len(tags) == 1:
        tag = tags[0]
    config = open_clip.pretrained.get_pretrained_cfg(model, tag) if tag else {}
    if not config:
        what = f"has no weights {tag!r}" if tag else "needs the name of its weights"
        choice = ", ".join(f"{model}:{known}" for known in tags[:SHOWN]) or f"{model}:FILE"
        choice += f" and {len(tags) - SHOWN} more" if len(tags) > SHOWN else ""
        raise ModelError(f"perceptor {name!r}: {model} {what}{suggestion(tag, tags)}; there are {choice}")
    repo, _, file = config["hf_hub"].rpartition("/")
    files = (str(Path(file).with_suffix(".safetensors")), file) if file else WEIGHTS
    return Source(name, model, repo=repo, files=files, quick_gelu=bool(config.get("quick_gelu")), preprocess=config)


def _usual_preprocess(model: str) -> Mapping[str, Any]:
    """Return what all known weights of an architecture share: a SigLIP file is not normalised like OpenAI's."""
    open_clip = _imported()
    tags = open_clip.pretrained.list_pretrained_tags_by_model(model)
    configs = [open_clip.pretrained.get_pretrained_cfg(model, tag) for tag in tags]
    keys = ("mean", "std")
    return {key: configs[0][key] for key in keys if configs and len({c[key] for c in configs}) == 1}


def _listed(name: str, source: Source) -> Listed:
    place = locate(source)
    known = KNOWN.get(name)
    if place is None:
        return Listed(name, None, known.parameters_m * 4 if known else None)
    files = [place] if place.is_file() else [place / file for file in source.files if (place / file).exists()]
    return Listed(name, place, max(1, round(files[0].stat().st_size / 1e6)) if files else None)


def _listed_vqgan(name: str) -> Listed:
    files, known = vqgan_catalog.locate(name), vqgan_catalog.KNOWN.get(name)
    if files is None:
        return Listed(vqgan_catalog.PREFIX + name, None, known.about_mb if known else None)
    return Listed(vqgan_catalog.PREFIX + name, files[0], max(1, round(files[0].stat().st_size / 1e6)))


def _listed_diffusion(name: str) -> Listed:
    file = diffusion_catalog.locate(name)
    return Listed(diffusion_catalog.PREFIX + name, file, max(1, round(file.stat().st_size / 1e6)) if file else None)


def _helper(repo: str) -> Path | None:
    return next((path.parent for name in HELPER_FILES if (path := hub.cached(repo, name))), None)


def _fetch(source: Source) -> Path:
    """Download the weights (and for hf-hub the configuration); return what `locate` would."""
    if not source.architecture:
        hub.fetch_file(source.repo, (CONFIG,))
    path = hub.fetch_file(source.repo, source.files)
    return path if source.architecture else path.parent


def _fetch_helper(repo: str) -> Path:
    return hub.fetch_folder(repo, TEXT_FILES, HELPER_FILES)
