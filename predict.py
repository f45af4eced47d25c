"""The Cog model: inputs declared for `cog build`, which reads this file without running it.

Defaults, bounds and choices are therefore literals here; a test holds them equal to the settings'. Everything that
decides or draws is in `pixdraw.hosting`.
"""

# `Optional[…]` because cog takes `Path | None` for a union; no postponed annotations, which its worker cannot read.
# ruff: noqa: B008, UP045

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path as LocalPath
from typing import Optional

from cog import BaseRunner, Input, Path, streaming

WEIGHTS = LocalPath(__file__).resolve().parent / "weights"
"""What is baked into the image: a cache of the Hugging Face hub in `hub`."""


class Predictor(BaseRunner):
    """Text to pixel art and vector drawings."""

    def setup(self) -> None:
        """Load the built-in model; opens no connection, and lets the runtime open none for inputs."""
        go_offline()
        from pixdraw.hosting.studio import Studio

        self.studio = Studio()
        self.studio.workspace.adopt()
        self.studio.open(print)

    @streaming
    def run(
        self,
        prompts: str = Input(
            description="What to draw. | joins prompts of one picture, each text:weight.", min_length=1, max_length=1000
        ),
        drawer: str = Input(
            default="pixel",
            choices=["pixel", "clipdraw", "line_sketch", "vqgan", "diffusion", "fft", "pyramid", "siren", "biggan"],
            description="What draws.",
        ),
        quality: str = Input(
            default="tiny",
            choices=["tiny", "draft", "normal", "better", "best", "supreme", "robust"],
            description="Models, iterations and size. All but tiny need CLIP weights in the image.",
        ),
        aspect: Optional[str] = Input(
            default=None,
            choices=["square", "widescreen", "portrait", "retain"],
            description="Shape of the picture; by quality. retain keeps init_image's.",
        ),
        pixel_type: Optional[str] = Input(
            default=None,
            choices=["rect", "rectshift", "hex", "tri", "diamond", "knit"],
            description="Shape of the cells of drawer pixel; default: rect.",
        ),
        pixel_size: Optional[str] = Input(
            default=None, max_length=20, description="Columns and rows of drawer pixel, as in 40x40."
        ),
        pixel_scale: Optional[float] = Input(
            default=None,
            ge=0.1,
            le=64,
            description="Divides the columns and rows of drawer pixel; 2: larger cells.",
        ),
        palette: Optional[str] = Input(
            default=None, max_length=500, description="Colours, as in pico-8, black->red->yellow or [black, #ff8000]."
        ),
        transparent: Optional[bool] = Input(default=None, description="Draw on transparent ground; by quality."),
        iterations: Optional[int] = Input(default=None, ge=1, le=100_000, description="Steps; by quality."),
        seed: Optional[int] = Input(
            default=None, ge=0, le=4_294_967_295, description="Seed of the first picture; default: a random one."
        ),
        num_outputs: int = Input(
            default=1, ge=1, le=16, description="Pictures, drawn together, of seed, seed + 1, and so on."
        ),
        init_image: Optional[Path] = Input(default=None, description="PNG, JPEG, WebP or GIF to start from."),
        output_format: str = Input(
            default="png",
            choices=["png", "svg", "sprite", "gif", "mp4"],
            description="sprite is one pixel a cell; gif and mp4 show the making.",
        ),
        settings: str = Input(
            default="", max_length=4096, description="Further settings as YAML lines, for example `num_cuts: 24`."
        ),
    ) -> Iterator[Path]:
        """Draw: yield previews, at most 20, then the pictures."""
        inputs = {name: value for name, value in locals().items() if name != "self"}  # every input, none forgotten
        with closing(self.studio.draw(inputs, print, self.record_metric)) as files:
            for file in files:
                yield Path(file)


def go_offline() -> None:
    """Keep this process from opening connections: models come from the image, files with the request.

    Cog's runtime fetches http(s) inputs itself, wherever they lead, so a proxy that refuses them stands in the way.
    PIXDRAW_FETCH_INPUTS=1 leaves that to it, for hosts that hand files over as addresses and filter what goes out.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"
    if (WEIGHTS / "hub").is_dir():
        os.environ.setdefault("HF_HUB_CACHE", str(WEIGHTS / "hub"))
    if os.environ.get("PIXDRAW_FETCH_INPUTS") != "1":
        os.environ.update(dict.fromkeys(["http_proxy", "https_proxy", "all_proxy"], "http://127.0.0.1:9"))
        os.environ.update(dict.fromkeys(["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"], "http://127.0.0.1:9"))
        os.environ.update({"no_proxy": "", "NO_PROXY": ""})
