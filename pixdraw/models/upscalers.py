"""Networks that enlarge pictures, of the many kinds that `spandrel` knows: EDSR, ESRGAN, Real-ESRGAN, SwinIR, …

Only tensors are read from files: no code in them is run.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor

from pixdraw.errors import ModelError, brief, raise_if_out_of_memory
from pixdraw.models._building import built_alone
from pixdraw.models._torchvision import declare_missing_operators


@dataclass(frozen=True)
class Upscaler:
    """A network that enlarges pictures, and its factor."""

    scale: int
    network: Any  # spandrel's descriptor of a model
    device: torch.device

    @torch.no_grad()
    def __call__(self, image: Tensor) -> Tensor:
        """[M, 3, H, W] in [0, 1] → [M, 3, scale H, scale W] in [0, 1], on the device of `image`."""
        descriptor = self.network
        given = image.to(self.device)
        if descriptor.input_channels == 1:  # a network of greys: each colour channel is one picture
            made = torch.cat([descriptor(plane.to(self.device)) for plane in given.flatten(0, 1)[:, None].split(1)])
            made = made.view(len(image), 3, *made.shape[2:])
        else:
            made = descriptor(given)
        out: Tensor = made.float().clamp(0, 1).to(image.device)
        return out


def load_upscaler(file: Path, device: torch.device | str) -> Upscaler:
    """Load a network from a file of weights: .pth, .pt, .ckpt or .safetensors.

    Raises ModelError if spandrel is missing, where the file holds no weights, where the network does not enlarge, and
    where its input is neither grey nor coloured.
    """
    declare_missing_operators()
    try:
        from spandrel import ImageModelDescriptor, ModelLoader
        from spandrel.__helpers.canonicalize import canonicalize_state_dict
    except ImportError as error:
        raise ModelError(
            f"{file}: reading networks that enlarge pictures needs spandrel: pip install 'pixdraw[upscale]'"
        ) from error
    state = _read(file)
    try:
        with built_alone():
            network = ModelLoader(torch.device(device)).load_from_state_dict(canonicalize_state_dict(state))
    except Exception as error:  # spandrel and torch raise many kinds of errors for files that do not fit
        raise ModelError(f"{file} is not a network that spandrel knows ({brief(error)})") from error
    if not isinstance(network, ImageModelDescriptor) or network.scale < 2:
        raise ModelError(f"{file} ({network.architecture.name}) does not enlarge: name a network of scale 2, 3, 4 or 8")
    if network.input_channels not in (1, 3) or network.output_channels != network.input_channels:
        raise ModelError(f"{file} takes pictures of {network.input_channels} channels: name one for colours or greys")
    network.model.eval().requires_grad_(False)
    return Upscaler(network.scale, network, torch.device(device))


def _read(file: Path) -> dict[str, Any]:
    try:
        if file.suffix == ".safetensors":
            return dict(load_file(file))
        state = torch.load(file, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise ModelError(f"{file}: there is no such file of weights") from error
    except Exception as error:  # each reader has its own
        raise_if_out_of_memory(error, file)
        raise ModelError(f"{file} is damaged or no file of weights ({brief(error)})") from error
    if not isinstance(state, dict):
        raise ModelError(f"{file} holds a {type(state).__name__}, no weights by name: save the network's state_dict")
    return state
