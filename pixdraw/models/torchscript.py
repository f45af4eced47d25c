"""Reads the weights in archives of TorchScript, as OpenAI published CLIP's, without running their programs."""

from __future__ import annotations

import io
import pickle
import zipfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

STORAGES = {
    "FloatStorage": torch.float32,
    "HalfStorage": torch.float16,
    "BFloat16Storage": torch.bfloat16,
    "DoubleStorage": torch.float64,
    "LongStorage": torch.int64,
    "IntStorage": torch.int32,
    "BoolStorage": torch.bool,
}
"""An archive's names of types of numbers."""

NOT_WEIGHTS = ("input_resolution", "context_length", "vocab_size", "attn_mask")
"""Tensors in OpenAI's archives that are not in open_clip's networks."""


def is_torchscript(file: Path) -> bool:
    """Return whether a file is an archive of TorchScript."""
    if not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as archive:
        return any(name.endswith("/constants.pkl") for name in archive.namelist())


def read_torchscript(file: Path) -> dict[str, Tensor]:
    """Return the tensors of an archive by their path in the module; raises what pickle and zipfile raise."""
    found: dict[str, Tensor] = {}

    def walk(node: object, path: str) -> None:
        for name, value in vars(node).items():
            if isinstance(value, Tensor):
                found[path + name] = value
            elif isinstance(value, _Node):
                walk(value, f"{path}{name}.")

    with zipfile.ZipFile(file) as archive:
        walk(_Reader(archive).load(), "")
    return {name: tensor for name, tensor in found.items() if name.rpartition(".")[2] not in NOT_WEIGHTS}


class _Node:
    """Stands for any class of an archive; unpickling fills its attributes."""


class _Reader(pickle._Unpickler):
    """Reads tensors, plain values and `_Node`s, and nothing else.

    It is Python's unpickler in Python: the one in C trusts the size of the memo that a file states.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._root = next(name for name in archive.namelist() if name.endswith("/data.pkl")).removesuffix("data.pkl")
        super().__init__(io.BytesIO(archive.read(f"{self._root}data.pkl")))

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("__torch__"):
            return _Node
        if module == "torch" and name in STORAGES:
            return STORAGES[name]
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return lambda data, offset, size, stride, *_: data.as_strided(size, stride, offset)
        if module == "torch.jit._pickle" or (module, name) == ("collections", "OrderedDict"):
            return lambda *_: None
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed in a model")

    def persistent_load(self, pid: Any) -> Tensor:
        _, dtype, key, *_ = pid
        return torch.frombuffer(bytearray(self._archive.read(f"{self._root}data/{key}")), dtype=dtype)
