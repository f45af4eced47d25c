"""`pixdraw vector`."""

from __future__ import annotations

from pathlib import Path

from pixdraw import streams
from pixdraw.errors import SettingsError


def vector(
    file: Path, *, perceptors: str = "tiny", towards: Path | None = None, away: Path | None = None, device: str = "auto"
) -> None:
    """Compute a direction between two sets of pictures in embedding space, for vector_prompts, as a JSON file.

    Parameters
    ----------
    file
        File to write; its name ends in .json.
    perceptors
        Perceptors that the direction is made for, comma-separated: `pixdraw models list` names some.
    towards
        Folder of pictures that show what is wanted. If both towards and away are omitted, the direction "textoff" (away
        from lettering) is computed.
    away
        Folder of pictures that do not show it.
    device
        Where to compute: auto, cpu, cuda, cuda:1, xpu or mps.
    """
    from pixdraw.assembly.devices import pick_device
    from pixdraw.guidance import vectors
    from pixdraw.guidance.files import pictures_below
    from pixdraw.imaging import files
    from pixdraw.models.cache import ModelCache
    from pixdraw.settings.legacy import texts_of

    if file.suffix.lower() != ".json":
        raise SettingsError(f"{file}: name a .json file to write")
    if (towards is None) != (away is None):
        raise SettingsError("towards and away belong together: give two folders of pictures, or neither")
    cache, place, made = ModelCache(), pick_device(device), {}
    for name in texts_of(perceptors, ","):
        perceptor = cache.get(name, device=place)
        if towards is None or away is None:
            made[name] = vectors.textoff(perceptor, place)
        else:
            sides = [(str(towards), "towards"), (str(away), "away")]
            pictures = [[files.read(path).to(place) for path in pictures_below(*side)] for side in sides]
            made[name] = vectors.direction(perceptor, *pictures)
    files.write_atomic(file, vectors.write(made).encode())
    streams.say(file)
