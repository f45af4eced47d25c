"""`pixdraw upscale`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pixdraw import streams


def upscale(
    *pictures: Path,
    factor: int | None = None,
    method: str | None = None,
    model: Path | None = None,
    tile: int = 256,
    as_is: bool = False,
    device: str = "auto",
    output: str = "",
) -> None:
    """Make pictures larger: pixel art by rules, photographs and paintings by a network.

    For example: pixdraw upscale knight.png --factor 4 --method xbr

    Writes NAME-4x.png beside each picture, and never replaces a file.

    Parameters
    ----------
    pictures
        Pictures of any kind that can be read, or folders of them; of animations the first frame.
    factor
        How many times larger, 1 to 64; default: 4, or the factor of the model.
    method
        nearest (whole pixels; the default), scale2x or xbr (pixel art with rounded corners, in its own colours),
        smooth (bicubic), model.
    model
        File of a network's weights that spandrel reads: EDSR, ESRGAN, Real-ESRGAN, SwinIR and many others.
    tile
        Tile size of the network in pixels, at least 32; smaller tiles need less memory.
    as_is
        Do not reduce enlarged pixel art to one pixel per cell before xbr and scale2x.
    device
        Where to compute: auto, cpu, cuda, cuda:1, xpu or mps.
    output
        File to write; for several pictures the folder to write to.
    """
    from pixdraw.assembly.devices import pick_device
    from pixdraw.errors import SettingsError
    from pixdraw.imaging import files
    from pixdraw.stages import upscale as stage
    from pixdraw.tools import batch

    if not pictures:
        raise SettingsError("no pictures: name at least one, as in `pixdraw upscale knight.png --factor 4`")
    if tile < 32:
        raise SettingsError(f"tile {tile}: expected at least 32 pixels")
    place, paths = pick_device(device), batch.pictures_of(pictures)

    def work(path: Path) -> Iterator[str]:
        image = files.read(path)
        if method in stage.OF_CELLS and not as_is:
            image = stage.native(image)
        made = stage.upscale(image, factor, method or "nearest", model=model or "", tile=tile, device=place)
        ending = f"{made.shape[2] // image.shape[2]}x"
        yield str(batch.save(made, batch.place(path, ending, output, several=len(paths) > 1)))

    for line in batch.one_by_one(paths, work):
        streams.say(line)
