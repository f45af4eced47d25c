"""`pixdraw stylise`."""

from __future__ import annotations

from pathlib import Path

from pixdraw import streams


def stylise(
    *pictures: Path,
    style: list[str] | None = None,
    form: str = "transport",
    content: float = 1.0,
    steps: int = 100,
    features: str = "auto",
    perceptors: str = "tiny",
    device: str = "auto",
    output: Path | None = None,
) -> None:
    """Draw pictures again in the style of others: what they show stays, textures and colours change.

    For example: pixdraw stylise cat.png --style waves.jpg --style stars.jpg:0.5

    Writes NAME-styled.png beside each picture, and never replaces a file.

    Parameters
    ----------
    pictures
        Pictures of any kind that can be read.
    style
        A picture whose style is wanted, or a folder of such pictures; append :weight where one counts more or less.
    form
        What is compared: transport (the whole distribution of the features) or gram (which features occur together, as
        in Gatys' work).
    content
        How much of what the picture shows is kept, 0 or more.
    steps
        Steps of the optimiser.
    features
        What sees the style: vgg (VGG-19, where torchvision's weights are on this machine), perceptor (its layers),
        filters (fixed random ones), or auto.
    perceptors
        Models whose layers are used with perceptor, comma-separated.
    device
        Where to compute: auto, cpu, cuda, cuda:1, xpu or mps.
    output
        File to write, for one picture.
    """
    from pixdraw.assembly.devices import pick_device
    from pixdraw.errors import SettingsError
    from pixdraw.guidance.files import pictures_below
    from pixdraw.imaging import files
    from pixdraw.imaging.sources import is_folder
    from pixdraw.models.cache import ModelCache
    from pixdraw.settings.texts import texts_of
    from pixdraw.stages import stylise as stage

    if not pictures or not style:
        raise SettingsError("name a picture and a style, as in `pixdraw stylise cat.png --style waves.jpg`")
    if output is not None and len(pictures) > 1:
        raise SettingsError(f"output={output} is one file, and there are {len(pictures)} pictures; leave it out")
    place, cache = pick_device(device), ModelCache()
    found, weights = [], []
    for text in style:
        name, weight = _weighted(text)
        paths = pictures_below(name, "style") if is_folder(name) else [name]
        found += [files.read(path) for path in paths]
        weights += [weight / len(paths)] * len(paths)
    wanted = features in ("auto", "perceptor")
    extractors = stage.extractors_of(
        features, [cache.get(n, place) for n in texts_of(perceptors, ",")] if wanted else [], place
    )
    options = stage.StyleOptions(form, content, steps)
    for path in pictures:
        made = stage.stylise(files.read(path).to(place), found, extractors, options, weights)
        streams.say(files.save_png(made, output or path.with_name(f"{path.stem}-styled.png"), free=True))


def _weighted(text: str) -> tuple[str, float]:
    """Return the name and weight of NAME or NAME:WEIGHT."""
    name, colon, weight = text.rpartition(":")
    try:
        return (name, float(weight)) if colon and name else (text, 1.0)
    except ValueError:
        return text, 1.0
