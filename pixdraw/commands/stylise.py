"""`pixdraw stylise`."""

from __future__ import annotations

from collections.abc import Iterator
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
    output: str = "",
) -> None:
    """Draw pictures again in the style of others: what they show stays, textures and colours change.

    For example: pixdraw stylise cat.png --style waves.jpg --style stars.jpg:0.5

    Writes NAME-styled.png beside each picture, and never replaces a file.

    Parameters
    ----------
    pictures
        Pictures of any kind that can be read, or folders of them.
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
        Feature extractor: vgg (VGG-19; needs torchvision's weights on this machine), perceptor (layers of
        --perceptors), filters (fixed random filters), or auto (vgg if available, else perceptor and filters).
    perceptors
        Models whose layers are used with perceptor, comma-separated.
    device
        Where to compute: auto, cpu, cuda, cuda:1, xpu or mps.
    output
        File to write; for several pictures the folder to write to.
    """
    from pixdraw.assembly.devices import pick_device
    from pixdraw.errors import SettingsError
    from pixdraw.imaging import files
    from pixdraw.models.cache import ModelCache
    from pixdraw.settings.texts import texts_of
    from pixdraw.stages import stylise as stage
    from pixdraw.tools import batch

    if not pictures or not style:
        raise SettingsError("name a picture and a style, as in `pixdraw stylise cat.png --style waves.jpg`")
    place, cache = pick_device(device), ModelCache()
    found, weights = stage.styles_of(style)
    wanted = features in ("auto", "perceptor")
    extractors = stage.extractors_of(
        features, [cache.get(n, place) for n in texts_of(perceptors, ",")] if wanted else [], place
    )
    options = stage.StyleOptions(form, content, steps)
    paths = batch.pictures_of(pictures)

    def work(path: Path) -> Iterator[str]:
        made = stage.stylise(files.read(path).to(place), found, extractors, options, weights)
        yield str(batch.save(made, batch.place(path, "styled", output, several=len(paths) > 1)))

    for line in batch.one_by_one(paths, work):
        streams.say(line)
