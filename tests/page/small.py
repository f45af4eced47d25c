"""Requests of the page that are drawn in a moment."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pixdraw.page.asking import asked
from pixdraw.page.visits import Picture, Visit, Work
from pixdraw.page.works import Easel, Look, draw
from tests.fakes import Cache

FORM = {"prompts": "red", "seed": 1, "pixel_size": "4x4", "size": "16,16", "iterations": 2}
FURTHER = "num_cuts: 1\ninit: none\npixel_parameters: cells\npriors: none"
NEEDS_GRADIO = pytest.mark.skipif(
    find_spec("gradio") is None, reason="Gradio is not installed: pip install 'pixdraw[page]'"
)


def easel(every_s: float = 0.0) -> Easel:
    """One that looks at every step, with a perceptor of a few numbers."""
    return Easel(cache=Cache(), every_s=every_s)


def drawn(visit: Visit, count: int = 1, **form: Any) -> list[Look]:
    """Draw a small picture to the end."""
    return list(looks(visit, count, **form))


def looks(visit: Visit, count: int = 1, **form: Any) -> Iterator[Look]:
    return draw(visit, visit.ticket(), asked({**FORM, **form}, FURTHER, count), easel())


def with_picture(visit: Visit, picture: Image.Image, text: PngInfo | None = None) -> Picture:
    """Put a picture into the gallery."""
    folder = visit.new_folder()
    picture.save(folder / "given.png", pnginfo=text)
    made = Picture(folder / "given.png", "given", {"png": folder / "given.png"})
    visit.add(Work(folder, (made,)))
    return made


def visit_in(folder: Path) -> Visit:
    folder.mkdir(exist_ok=True)
    return Visit(folder)
