"""The start of a run: a picture, noise, or a proposal drawn from the prompt."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ValidationInfo, field_validator

from pixdraw.fields import Hosted, setting
from pixdraw.settings import presets


class Start(BaseModel):
    """Settings of the start."""

    init_image: str | None = setting(
        None,
        help="Picture file that the drawing starts from.",
        hosted=Hosted(input=True),
        opens="file",
        everyday=True,
        was=("start_image_path",),
    )
    base: str | None = setting(
        None,
        help="Painted background. The run starts from it, or from the init image or proposal in front of it. A name "
        "(sunset, night, meadow, …; see `pixdraw looks`), or its parts separated by semicolons; only sky is required: "
        "sky=navy,gold (gradient from top to bottom); ground=#333; horizon=0.6 (0 is the top, 1 the bottom); "
        "light=0.7,0.5,0.2,gold (x, y, radius, colour; x, y in fractions of the sides); temperature=0.5 (-1 cold to 1 "
        "warm); noise=0.05 (0 to 1).",
        hosted=True,
        text="own",
    )
    looks_file: str | None = setting(
        None,
        help="YAML file with your own named bases and manners: lines `name: text` under `bases:` and `manners:`.",
        opens="file",
    )
    init_noise: Literal["none", "pixels", "gradient", "snow"] = setting(
        "none",
        help="Noise to start from if there is no init_image: pixels (fractal Perlin noise), gradient (random colour "
        "gradient) or snow (independent random pixels); none: the drawer's own start.",
        hosted=True,
    )
    init: Literal["none", "proposal"] = setting(
        "none",
        help="What the run starts from. proposal: a sprite that the built-in generator draws for the prompt; with "
        "init_image, a variation of that image. none: init_image, else init_noise, else the drawer's own start.",
        hosted=True,
        needs="prompts",
    )
    freedom: float | None = setting(
        None,
        gt=0,
        le=1000,
        help="How far the picture may move away from its start, independent of the number of iterations: learning "
        "rates are multiplied by min(1, freedom * 100 / iterations). 1 allows as much change as 100 iterations at the "
        "full rates; none: no limit. With the small default, other losses and guidance have little visible effect; to "
        "see them set freedom=0.3 iterations=40 prompt_strength=0.01.",
        hosted=True,
        takes_none=True,
    )
    proposal_style: Literal[presets.PROPOSAL_STYLES] = setting(  # type: ignore[valid-type]
        presets.AUTO,
        help="Art style of the proposal: the name of one of the sprite sets that the generator was trained on. auto: a "
        "set that contains the subject, chosen by the seed.",
        hosted=True,
        needs="init=proposal",
    )
    proposal_guidance: float = setting(
        1.3,
        ge=0,
        le=20,
        help="Classifier-free guidance scale of the proposal, 0 to 20: how strongly it follows the prompt; 1 means no "
        "guidance.",
        hosted=True,
        needs="init=proposal",
    )
    proposal_steps: int = setting(
        10,
        ge=1,
        le=1000,
        help="Number of denoising steps in which the generator draws the proposal, 1 to 1000; more take longer.",
        hosted=True,
        needs="init=proposal",
    )
    proposal_eta: float = setting(
        0.5,
        ge=0,
        le=1,
        help="Fraction of fresh noise in each denoising step of the proposal, from 0 (none, DDIM) to 1 (DDPM).",
        hosted=True,
        needs="init=proposal",
    )
    proposal_polish: int = setting(
        8,
        ge=0,
        le=64,
        help="Clean-up of the finished proposal: noise is added and removed again, and the results are averaged over "
        "this many noise samples, 0 to 64. This removes stray colours but makes seeds more alike; 0 turns it off.",
        hosted=True,
        needs="init=proposal",
    )
    proposal_strength: float = setting(
        0.7,
        gt=0,
        le=1,
        help="How much the proposal may differ from init_image, above 0 to 1 (the strength of image-to-image "
        "diffusion); at 1 it hardly depends on init_image.",
        hosted=True,
        needs="init=proposal and init_image or keep",
    )

    @field_validator("init")
    @classmethod
    def _init(cls, value: str, info: ValidationInfo) -> str:
        noise, base = info.data.get("init_noise", "none"), info.data.get("base")
        if noise != "none" and base is not None:
            raise ValueError(f"init_noise={noise} would cover base completely; give one of the two")
        if value != "none" and noise != "none":
            raise ValueError(f"init_noise={noise} and init={value} are two different starts; give one of them")
        return value
