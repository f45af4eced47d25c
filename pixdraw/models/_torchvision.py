"""Makes `import torchvision` work beside a torch it was not built for, which open_clip and timm need.

The torchvision wheels of the package index are linked against CUDA. Beside a CPU build of torch their compiled part
cannot be loaded; torchvision notes that quietly, then fails because it registers shape functions for operators that
were never defined. It is enough to declare those operators, without an implementation.

It is also imported in half of the time: without torch's compiler.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from contextlib import suppress
from pathlib import Path

from pixdraw.late_compiler import without_compiler

SIGNATURE = "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor"
"""Any valid one will do: calling a declared operator without its compiled code is an error in any case."""


@functools.cache
def declare_missing_operators() -> object:
    """Declare the operators that torchvision registers shapes for, where its compiled part cannot be loaded; import it.

    Returns the handle that keeps the declarations alive, held by this function's cache; None if nothing had to be done.
    Call it right before importing open_clip; a first import of torchvision that failed does no harm.
    """
    library = _declare()
    with suppress(Exception), without_compiler():  # whoever imports it after that is told why it fails
        importlib.import_module("torchvision")
    return library


def _declare() -> object:
    import torch

    spec = importlib.util.find_spec("torchvision")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    for path in sorted([*folder.glob("_C*.so"), *folder.glob("_C*.pyd")]):
        try:
            torch.ops.load_library(str(path))
        except (ImportError, OSError):
            continue
        return None
    shapes = folder / "_meta_registrations.py"
    if not shapes.is_file():
        return None
    names = re.findall(r"""register_fake\(\s*["']torchvision::(\w+)["']""", shapes.read_text(encoding="utf-8"))
    library = torch.library.Library("torchvision", "FRAGMENT")
    for name in dict.fromkeys(names):
        if not hasattr(torch.ops.torchvision, name):
            library.define(name + SIGNATURE)
    return library
