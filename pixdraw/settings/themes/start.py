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
        help="Painted background that the picture starts from or stands in front of: a name (sunset, "
        "night, meadow, …; see `pixdraw looks`), or its parts, of which only sky is needed: "
        "sky=navy,gold (from the top down); ground=#333; horizon=0.6 (0 the top, 1 the bottom); "
        "light=0.7,0.5,0.2,gold (across, down, radius, colour); temperature=0.5 (-1 cold to 1 warm); "
        "noise=0.05 (0 to 1).",
        hosted=True,
        text="own",
    )
    looks_file: str | None = setting(
        None,
        help="YAML file with names of your own for base and manner: under `bases:` and under `manners:` a "
        "line `name: text` for each.",
        opens="file",
    )
    init_noise: Literal["none", "pixels", "gradient", "snow"] = setting(
        "none",
        help="Random colours to start from where there is no init_image: pixels (clouds), gradient (one "
        "colour runs into another) or snow (each pixel by itself); none: the drawer's own start.",
        hosted=True,
    )
    init: Literal["none", "proposal"] = setting(
        "none",
        help="proposal: start from a sprite that the built-in generator draws of the prompt, or, where "
        "there is an init_image, from its variation of that; none: start from init_image or "
        "init_noise.",
        hosted=True,
        needs="prompts",
    )
    freedom: float | None = setting(
        None,
        gt=0,
        le=1000,
        help="How far the picture may move away from its start, however many iterations there are: 1 is as"
        " far as the drawer's learning rates lead in 100 iterations, 0.1 a tenth of that; none: no "
        "limit. Losses and guidance show from about 0.3 on, with iterations=40 and "
        "prompt_strength=0.01.",
        hosted=True,
        takes_none=True,
    )
    proposal_style: Literal[presets.PROPOSAL_STYLES] = setting(  # type: ignore[valid-type]
        presets.AUTO,
        help="Which set of sprites the proposal is to look like, by name; auto: a set that has the thing, "
        "chosen by the seed.",
        hosted=True,
        needs="init=proposal",
    )
    proposal_guidance: float = setting(
        1.3,
        ge=0,
        le=20,
        help="How strongly the proposal follows the prompt, 0 to 20 (classifier-free guidance); 1: as the "
        "generator learned it.",
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
        help="Share of fresh noise in each denoising step of the proposal, from 0 (none, DDIM) to 1 (DDPM).",
        hosted=True,
        needs="init=proposal",
    )
    proposal_polish: int = setting(
        8,
        ge=0,
        le=64,
        help="Over how many noises the finished proposal is averaged, 0 to 64, which takes out stray colours; 0 leaves "
        "them, and seeds differ more.",
        hosted=True,
        needs="init=proposal",
    )
    proposal_strength: float = setting(
        0.7,
        gt=0,
        le=1,
        help="How far the proposal may move away from init_image, above 0 to 1; at 1 it hardly depends on it any more.",
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
