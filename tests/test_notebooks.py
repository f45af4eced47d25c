"""The notebooks, executed at reduced size; every one is committed without outputs."""

import base64
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

ROOT = Path(__file__).parent.parent
SMALL = """
from pixdraw.assembly import proposal
from pixdraw.settings import presets
proposal.CANDIDATES = 1
small = {{"perceptors": ("colours",), "num_cuts": 1, "proposal_steps": 4}}
presets.QUALITIES["tiny"] = {{**presets.QUALITIES["tiny"], **small}}
iterations, size, display_every = {}, (64, 48), 2
"""
"""Takes the place of what a notebook's cell tagged `parameters` says."""
ROUGH = """
STROKES, STEPS, SIDE = 24, 8, 48
from drawers import line_sketch
line_sketch.FIT_STEPS, line_sketch.REFINE_STEPS = 2, 4
"""
"""The same for the notebook that fits strokes to a photo."""
AFRESH = """
%reset -f
import os
os.chdir({!r})
import pixdraw
pixdraw.reset_settings()
from pixdraw.late_compiler import without_compiler
get_ipython().without_compiler = without_compiler()
get_ipython().without_compiler.__enter__()
del os, pixdraw, without_compiler
"""
"""What a notebook finds is as in a process of its own; only torch's compiler, which takes seconds, is not imported."""

nbformat = pytest.importorskip("nbformat", reason="needs nbformat: pip install 'pixdraw[test]'")
nbclient = pytest.importorskip("nbclient", reason="needs nbclient: pip install 'pixdraw[test]'")
run_sync = pytest.importorskip("jupyter_core.utils", reason="needs nbclient: pip install 'pixdraw[test]'").run_sync
pytest.importorskip("ipykernel", reason="needs ipykernel: pip install 'pixdraw[test]'")


class Counting(nbclient.NotebookClient):  # type: ignore[misc, name-defined]
    """Counts how often each cell renews a picture in its place."""

    def process_message(self, message: Any, cell: Any, index: int) -> Any:
        if message["msg_type"] == "update_display_data":
            cell.metadata["renewed"] = cell.metadata.get("renewed", 0) + 1
        return super().process_message(message, cell, index)


@pytest.fixture(scope="module")
def kernel(colours_path: str) -> Iterator[Any]:
    """One process for all notebooks, with the tests' perceptor: to import torch and open_clip takes it seconds."""
    from jupyter_client.manager import AsyncKernelManager

    manager = AsyncKernelManager(kernel_name="python3")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", f"{colours_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}".rstrip(os.pathsep))
        patch.setenv("OMP_NUM_THREADS", "1")
        yield manager
    run_sync(manager.shutdown_kernel)(now=True)


def execute(name: str, folder: Path, parameters: str, kernel: Any) -> dict[str, Any]:
    """Run a notebook in an empty folder with other parameters, no names known; return its tagged cells by tag."""
    notebook = nbformat.read(ROOT / "examples" / f"{name}.ipynb", as_version=4)
    place = next(i for i, cell in enumerate(notebook.cells) if "parameters" in cell.metadata.get("tags", []))
    notebook.cells.insert(place + 1, nbformat.v4.new_code_cell(parameters))
    notebook.cells.insert(0, nbformat.v4.new_code_cell(AFRESH.format(str(folder))))
    client = Counting(notebook, km=kernel, timeout=300)
    client.execute(env=dict(os.environ))
    client.kc.stop_channels()
    return {tag: cell for cell in notebook.cells for tag in cell.metadata.get("tags", [])}


def pictures(cell: Any) -> list[Image.Image]:
    """Return what a cell shows, on white: the shape of a sprite of one colour is in its transparency."""
    data = [output["data"]["image/png"] for output in cell.outputs if "image/png" in output.get("data", {})]
    shown = [Image.open(io.BytesIO(base64.b64decode(png))).convert("RGBA") for png in data]
    return [Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB") for image in shown]


def text(cell: Any) -> str:
    return "".join(output.get("text", "") for output in cell.outputs if output.get("name") == "stdout")


def is_drawn(image: Image.Image) -> bool:
    """No flat picture: its pixels differ by more than the noise of a start."""
    return max(float(np.ptp(np.asarray(band))) for band in image.split()) > 20


def test_notebooks_are_committed_without_outputs() -> None:
    found = sorted((ROOT / "examples").glob("*.ipynb"))
    assert {"settings_api.ipynb", "batches_sprites_svg.ipynb"} <= {path.name for path in found}
    for path in found:
        for cell in nbformat.read(path, as_version=4).cells:
            assert not cell.get("outputs"), path.name
            assert cell.get("execution_count") is None, path.name


def test_the_settings_notebook_draws_and_renews_one_picture_in_its_place(tmp_path: Path, kernel: Any) -> None:
    cells = execute("settings_api", tmp_path, SMALL.format(7), kernel)
    (live,) = pictures(cells["live"])
    assert live.size == (64, 48) and is_drawn(live)
    assert cells["live"].metadata["renewed"] >= 3
    (saved,) = pictures(cells["picture"])
    assert saved.size == (64, 48)
    assert "output.png" in text(cells["picture"])
    assert text(cells["steps"]).splitlines() == ["step 2 of 7", "step 4 of 7", "step 6 of 7"]
    assert "pixel_type" in text(cells["error"])


def test_the_batch_notebook_draws_batches_sprites_and_svg(tmp_path: Path, kernel: Any) -> None:
    cells = execute("batches_sprites_svg", tmp_path, SMALL.format(5), kernel)
    (sheet,) = pictures(cells["batch"])
    assert sheet.size[0] * sheet.size[1] > 4 * 64 * 48 and is_drawn(sheet)
    assert len(text(cells["batch"]).splitlines()) == 4
    assert len(list((tmp_path / "batch").glob("*.png"))) == 4
    sprites = [image for image in pictures(cells["sprite"]) if image.size == (16, 16)]
    assert len(sprites) == 1
    assert 1 < len(sprites[0].getcolors(256) or ()) <= 17
    (document,) = (tmp_path / "shapes").glob("*.svg")
    assert "</svg>" in document.read_text()
    assert any("image/svg+xml" in output.get("data", {}) for output in cells["svg"].outputs)


def test_the_vector_notebook_comes_nearer_to_the_photo_and_says_how_near(tmp_path: Path, kernel: Any) -> None:
    cells = execute("vectorise_photo", tmp_path, ROUGH, kernel)
    reached = [float(line.split("PSNR")[1].split()[0]) for line in text(cells["by-hand"]).splitlines()]
    assert len(reached) == 5 and reached[-1] > reached[0]
    assert is_drawn(pictures(cells["by-hand"])[0])
    fitted = text(cells["fit"]).splitlines()
    assert [line.split(":")[0] for line in fitted] == ["24 strokes", "24 blobs"]
    assert all(float(line.split("PSNR")[1].split()[0]) > 12 for line in fitted)
    for tag, count in (("fit", 2), ("sketch", 1)):
        assert sum("image/svg+xml" in output.get("data", {}) for output in cells[tag].outputs) == count
