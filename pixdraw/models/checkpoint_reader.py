"""Reads tensors and plain values from other programs' checkpoints without running any code that they contain."""

from __future__ import annotations

import pickle
import re
import zipfile
from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import torch
from safetensors import safe_open
from torch import Tensor

from pixdraw.errors import ModelError, raise_if_out_of_memory
from pixdraw.models._building import built_alone

ZIP_MAGIC = b"PK\x03\x04"

LEGACY_PICKLES = 4
"""Pickles of a file from before torch 1.6, up to the one with the content: magic, version, machine, content."""

MOST_PICKLE_BYTES = 2**26
"""Maximum size in bytes of data.pkl in a zipped checkpoint; published checkpoints have a few megabytes."""

ADVICE = re.compile(
    r"(?s).*(?:Weights ?[Uu]npickler error: |trusted source\.\s+)|\s*(?:Check the documentation|Please use `torch).*"
)
"""Regular expression of the boilerplate in torch's messages that is removed from ours."""


class StandIn:
    """Replaces any class or function that a checkpoint names: takes any arguments and does nothing."""

    def __init__(self, *args: object, **kwargs: object) -> None: ...

    def __setstate__(self, state: object) -> None: ...


class MappingStandIn:
    """Replaces classes that the file fills with items, such as subclasses of dict; torch requires a real dict."""

    def __new__(cls, *args: object, **kwargs: object) -> Any:  # Any: not of this class
        return OrderedDict()


class SequenceStandIn:
    """Replaces classes that the file appends to."""

    def __new__(cls, *args: object, **kwargs: object) -> Any:
        return []


def read_tensors(path: Path) -> dict[str, Tensor]:
    """Return a checkpoint's tensors by name: of `state_dict` if there is one, else of the file itself.

    They stay on disk until they are used, except those of files from before torch 1.6. Raises ModelError for a file
    that is missing, damaged or no checkpoint.
    """
    if not path.is_file():
        raise ModelError(f"{path} does not exist or is not a file; check the name")
    try:
        if path.suffix == ".safetensors":
            with safe_open(path, "pt") as file:
                return {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (no mapping)
        content = _load(path)
    except Exception as error:  # each reader has its own
        raise_if_out_of_memory(error, path)
        raise ModelError(f"{path} is damaged or no checkpoint ({_brief(error)}); fetch it again") from error
    state = content.get("state_dict", content) if isinstance(content, Mapping) else None
    if not isinstance(state, Mapping):
        raise ModelError(f"{path} holds {type(content).__name__} and no weights; give a checkpoint with a state_dict")
    tensors = {str(name): value.detach() for name, value in state.items() if isinstance(value, Tensor)}
    for name, value in tensors.items():
        if value.is_meta or value.is_nested or value.layout != torch.strided:
            raise ModelError(f"{path}: {name} holds no values that can be read ({value.device}, {value.layout})")
    return tensors


def read_metadata(path: Path) -> dict[str, str]:
    """Return the metadata of a safetensors file; raises ModelError if it is none."""
    try:
        with safe_open(path, "pt") as file:
            return dict(file.metadata() or {})
    except Exception as error:  # as above
        raise_if_out_of_memory(error, path)
        raise ModelError(f"{path} is damaged or no safetensors file ({_brief(error)}); fetch it again") from error


def _load(path: Path) -> Any:
    zipped = zipfile.is_zipfile(path)
    if not zipped and _begins(path, ZIP_MAGIC):
        raise ValueError("its end is missing")
    # One class for each name, because torch allows a stand-in only one name. Names that torch itself allows come first.
    stand_ins = [(type("StandIn", (base,), {}), name) for name, base in _survey(path, zipped).items()]
    with built_alone(), torch.serialization.safe_globals(stand_ins):  # type: ignore[arg-type]
        return torch.load(path, map_location="cpu", weights_only=True, mmap=zipped and _is_stored(path))


def _survey(path: Path, zipped: bool) -> dict[str, type]:
    """Return the names that a checkpoint refers to, and what may stand in for each."""
    found: dict[str, type] = {}
    try:
        if zipped:
            with zipfile.ZipFile(path) as archive, archive.open(_content(archive)) as file:
                _Surveyor(file, found).load()
        else:
            with path.open("rb") as file:
                for _ in range(LEGACY_PICKLES):
                    _Surveyor(file, found).load()
    except KeyError as error:
        raise ValueError(f"byte {error} begins no instruction of a pickle") from error
    return found


def _begins(path: Path, magic: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(magic)) == magic


def _is_stored(path: Path) -> bool:
    """Return whether an archive has no compressed member: torch writes such ones and can map them into memory."""
    with zipfile.ZipFile(path) as archive:
        return all(info.compress_type == zipfile.ZIP_STORED for info in archive.infolist())


def _content(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if any(name.endswith("constants.pkl") for name in names):
        raise ValueError("a program of TorchScript, not its weights")
    name = next((name for name in names if name.endswith("data.pkl")), None)
    if name is None:
        raise ValueError("an archive without data.pkl")
    if (size := archive.getinfo(name).file_size) > MOST_PICKLE_BYTES:
        raise ValueError(f"its data.pkl has {size / 1e6:.0f} MB, which is implausibly large")
    return name


class _Surveyor(pickle._Unpickler):
    """Reads a pickle without its tensors, with stand-ins for all classes, and notes which of these are filled."""

    # Python's unpickler in Python: the one in C trusts the size of the memo that a file states.

    def __init__(self, file: IO[bytes], found: dict[str, type]) -> None:
        super().__init__(file)
        self._found = found

    def find_class(self, module: str, name: str) -> type:
        if (module, name) in NAME_MAPPING:  # pickles of protocol 2 have the names of Python 2
            module, name = NAME_MAPPING[module, name]
        full = f"{IMPORT_MAPPING.get(module, module)}.{name}"
        found = self._found
        found.setdefault(full, StandIn)

        def set_item(_: StandIn, key: object, value: object) -> None:
            found[full] = MappingStandIn

        def append(_: StandIn, *items: object) -> None:
            found[full] = SequenceStandIn

        return type("Noted", (StandIn,), {"__setitem__": set_item, "append": append, "extend": append})

    def persistent_load(self, pid: object) -> None:
        """Return a placeholder: storages are not read."""


def _brief(error: BaseException) -> str:
    text = " ".join(ADVICE.sub("", str(error)).split()).rstrip(".") or type(error).__name__
    return text if len(text) <= 160 else text[:157] + "..."
