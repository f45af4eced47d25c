"""Reads other programs' checkpoints without trusting them: tensors and plain values come out, no class of theirs."""

from __future__ import annotations

import pickletools
import re
import zipfile
from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import torch
from safetensors import safe_open
from torch import Tensor

from pixdraw.errors import ModelError

LEGACY_PICKLES = 4
"""Of a file from before torch 1.6, the pickles up to the one with the content: magic, version, machine, content."""


FILLED = ("collections.defaultdict",)
"""Classes that the file fills with items after making them: torch then insists on a plain dict."""

ADVICE = re.compile(r"Weights ?[Uu]npickler error: ([^.]*)")
"""What torch says, among its advice to trust the file."""


class StandIn:
    """Takes the place of any class or function of a checkpoint; takes everything, does nothing."""

    def __init__(self, *args: object, **kwargs: object) -> None: ...

    def __setstate__(self, state: object) -> None: ...


def read_tensors(path: Path) -> dict[str, Tensor]:
    """Return a checkpoint's tensors by name: of `state_dict` where there is one, else of the file itself.

    They stay on disk until they are used, but in files from before torch 1.6. Raises ModelError for what is missing,
    damaged, no checkpoint, or needs code that it brings along.
    """
    if not path.is_file():
        raise ModelError(f"{path} does not exist or is no file; check the name")
    try:
        if path.suffix == ".safetensors":
            with safe_open(path, "pt") as file:
                return {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (no mapping)
        content = _load(path)
    except Exception as error:  # each reader has its own
        raise ModelError(f"{path} is damaged or no checkpoint ({_brief(error)}); fetch it again") from error
    state = content.get("state_dict", content) if isinstance(content, Mapping) else None
    if not isinstance(state, Mapping):
        raise ModelError(f"{path} holds {type(content).__name__}, no weights; give a checkpoint with a state_dict")
    return {str(name): value.detach() for name, value in state.items() if isinstance(value, Tensor)}


def read_metadata(path: Path) -> dict[str, str]:
    """Return the metadata of a safetensors file; raises ModelError where it is none."""
    try:
        with safe_open(path, "pt") as file:
            return dict(file.metadata() or {})
    except Exception as error:  # as above
        raise ModelError(f"{path} is damaged or no safetensors file ({_brief(error)}); fetch it again") from error


def _load(path: Path) -> Any:
    zipped = zipfile.is_zipfile(path)
    # A class for each name: torch takes one stand-in for one name only. What torch itself allows goes before these.
    stand_ins = [(type("StandIn", (StandIn,), {}), name) for name in _globals(path, zipped) if name not in FILLED]
    with torch.serialization.safe_globals([*stand_ins, *((lambda *_: {}, name) for name in FILLED)]):  # type: ignore[list-item]
        return torch.load(path, map_location="cpu", weights_only=True, mmap=zipped)


def _globals(path: Path, zipped: bool) -> set[str]:
    """Return the names that a checkpoint refers to, by reading its pickles' instructions; nothing is run."""
    if zipped:
        with zipfile.ZipFile(path) as archive:
            name = next((name for name in archive.namelist() if name.endswith("data.pkl")), None)
            if name is None:
                raise ValueError("an archive without data.pkl")
            with archive.open(name) as file:
                return set(_names(file))
    with path.open("rb") as file:
        return {name for _ in range(LEGACY_PICKLES) for name in _names(file)}


def _names(file: IO[bytes]) -> Iterator[str]:
    for opcode, argument, _ in pickletools.genops(file):
        if opcode.name == "GLOBAL":
            module, name = str(argument).split(" ", 1)
            if (module, name) in NAME_MAPPING:  # Python 2's names, as pickles of protocol 2 have them
                module, name = NAME_MAPPING[module, name]
            yield f"{IMPORT_MAPPING.get(module, module)}.{name}"


def _brief(error: BaseException) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    found = ADVICE.search(text)
    text = found.group(1) if found else text
    return text if len(text) <= 160 else text[:157] + "..."
