"""`pixdraw upscale`."""

from __future__ import annotations

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
    output: Path | None = None,
) -> None:
    """Make pictures larger: pixel art by rules, photographs and paintings by a network.

    For example: pixdraw upscale knight.png --factor 4 --method xbr

    Writes NAME-4x.png beside each picture, and never replaces a file.

    Parameters
    ----------
    pictures
        Pictures of any kind that can be read; of animations the first frame.
    factor
        How many times larger, 1 to 64; left out: 4, or the factor of the model.
    method
        nearest (whole pixels; the default), scale2x or xbr (pixel art with rounded corners, in its own colours),
        smooth (bicubic), model.
    model
        File of a network's weights that spandrel reads: EDSR, ESRGAN, Real-ESRGAN, SwinIR and many others.
    tile
        Side in pixels of the part that the network sees at once; a smaller one takes less memory.
    as_is
        Take pixel art as it is; otherwise its enlarged cells become one pixel each before xbr and scale2x.
    device
        Where to compute: auto, cpu, cuda, cuda:1, xpu or mps.
    output
        File to write, for one picture.
    """
    from pixdraw.assembly.devices import pick_device
    from pixdraw.errors import SettingsError
    from pixdraw.imaging import files
    from pixdraw.stages import upscale as stage

    if not pictures:
        raise SettingsError("no pictures: name at least one, as in `pixdraw upscale knight.png --factor 4`")
    if output is not None and len(pictures) > 1:
        raise SettingsError(f"output={output} is one file, and there are {len(pictures)} pictures; leave it out")
    if tile < 32:
        raise SettingsError(f"tile {tile}: expected at least 32 pixels")
    for path in pictures:
        image = files.read(path)
        if method in ("xbr", "scale2x") and not as_is:
            image = stage.native(image)
        made = stage.upscale(
            image, factor, method or "nearest", model=model or "", tile=tile, device=pick_device(device)
        )
        times = made.shape[2] // image.shape[2]
        streams.say(files.save_png(made, output or path.with_name(f"{path.stem}-{times}x.png"), free=True))
