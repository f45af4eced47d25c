"""Pictures made of the pictures of a library: found ones become the start, targets or styles of a drawing.

`collage` draws all of it; its stages come one by one, each a picture of its own: start, targets, style, size.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from pixdraw.assembly.devices import pick_device
from pixdraw.drawing import Drawing
from pixdraw.errors import SettingsError, brief, suggestion
from pixdraw.guidance.library import Found, Library, search
from pixdraw.imaging import files
from pixdraw.imaging.compositing import on_white
from pixdraw.imaging.files import to_pil
from pixdraw.imaging.sheets import Tile, contact_sheet
from pixdraw.models.cache import ModelCache
from pixdraw.settings.model import Settings, read_yaml, resolve
from pixdraw.stages import stylise, upscale
from pixdraw.text.prompts import parse_prompts

MOST_STARTS = 4
SEAM = 0.15
"""Width of the seam between two pictures of a start, in parts of one's width."""
LONGEST = 24
"""Maximum number of letters of a file's name on the sheet."""
OURS = ("prompts", "init_image", "target_images", "outdir", "output")
"""Settings that the stages decide."""


@dataclass(frozen=True)
class CollagePlan:
    """The stages of a collage; a count of 0 leaves a stage out."""

    start_count: int = 1
    """Number of pictures that the drawing starts from, side by side; 0 to 4."""
    target_count: int = 3
    """Number of pictures that are the targets of each stage."""
    target_stages: int = 2
    """Number of stages with different targets."""
    target_weight: float = 1.0
    style_count: int = 2
    """Number of pictures in whose style it is drawn again; those of folders that the prompt names come first."""
    style_steps: int = 60
    content: float = 1.0
    """How much of the content is kept in that stage."""
    upscale: int = 2
    """Factor of the enlargement; 1: none."""
    upscale_method: str = "smooth"
    upscale_model: str = ""
    names: float = 0.2
    """Bonus, in cosine, of pictures in a folder that the prompt names."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Settings of the drawing."""


@dataclass(frozen=True)
class Stage:
    """The result of a stage."""

    name: str
    """start, targets-1, …, style, upscale."""
    picture: Tensor
    """[1, 3 or 4, H, W] in [0, 1]."""
    used: tuple[Found, ...]
    """The library's pictures that it used."""
    was_done: bool = False
    """Whether it was made in an earlier run."""


@dataclass(frozen=True)
class _Step:
    """A stage to be made from the picture of the previous one."""

    name: str
    used: tuple[Found, ...]
    make: Callable[[Tensor | None], Tensor]


@dataclass(frozen=True)
class Chosen:
    """The found pictures that each stage uses."""

    start: tuple[Found, ...]
    targets: tuple[tuple[Found, ...], ...]
    """Targets of each stage."""
    styles: tuple[Found, ...]


def collage(
    prompt: str, library: str | Path, plan: CollagePlan | None = None, *, cache: ModelCache | None = None
) -> list[Stage]:
    """Draw a prompt from the pictures of a folder, and return every stage; the last one's picture is the result.

    Pictures [1, 3 or 4, H, W] in [0, 1]. Folders in the library, by artist or concept, count more where the prompt
    names them. Warns of stages that are left out. Raises SettingsError for a plan that is impossible, FileError if the
    library has no usable picture.
    """
    return list(Collage(prompt, library, plan or CollagePlan(), cache=cache))


class Collage:
    """A collage that is being made: iterating over it yields its stages, one after the other."""

    def __init__(
        self,
        prompt: str,
        library: str | Path,
        plan: CollagePlan,
        *,
        cache: ModelCache | None = None,
        done: Mapping[str, Tensor] | None = None,
    ) -> None:
        """Search the library. Raises SettingsError and FileError before anything is drawn.

        `done` are the pictures of stages that were made earlier, by name, which are not made again.
        """
        _check(plan)
        self._plan, self._done = plan, done or {}
        self._cache = ModelCache() if cache is None else cache
        self._given = {**plan.settings, "prompts": prompt}
        first = self._resolved(1)
        if len(first.prompts) != 1 or len(first.seed) != 1:
            raise SettingsError("a collage is one picture: give one prompt and one seed")
        self.seed: int = first.seed[0]
        self._device = pick_device(first.device)
        self._perceptors = [self._cache.get(name, self._device) for name in first.perceptors]
        width, height = first.size
        self._size = (height, width)
        prompts = parse_prompts(first.prompts[0])
        self.library: Library = search(
            library, prompts, self._perceptors[0], names=plan.names, aspect=width / height, device=self._device
        )
        self.chosen: Chosen = choose(self.library.found, plan)

    def __iter__(self) -> Iterator[Stage]:
        picture: Tensor | None = None
        for step in self._steps():
            before = None if picture is None else files.to_uint8(picture).float() / 255  # as it is saved
            done = self._done.get(step.name)
            picture = step.make(before) if done is None else done
            yield Stage(step.name, picture, step.used, done is not None)

    def _steps(self) -> Iterator[_Step]:
        chosen, plan = self.chosen, self._plan
        if chosen.start:
            yield _Step("start", chosen.start, self._started)
        stages = chosen.targets or ((),)
        for number, targets in enumerate(stages, 1):
            name = f"targets-{number}" if targets else "drawing"
            yield _Step(name, targets, partial(self._drawn, targets=targets, stages=len(stages)))
        if chosen.styles:
            yield _Step("style", chosen.styles, self._styled)
        if plan.upscale > 1 or plan.upscale_model:
            yield _Step("upscale", (), self._enlarged)

    def _started(self, before: Tensor | None) -> Tensor:
        return side_by_side([files.read(one.path) for one in self.chosen.start], self._size)

    def _styled(self, before: Tensor | None) -> Tensor:
        assert before is not None
        extractors = stylise.extractors_of("auto", self._perceptors, self._device)
        options = stylise.StyleOptions("transport", self._plan.content, self._plan.style_steps)
        styles = [files.read(one.path) for one in self.chosen.styles]
        return stylise.stylise(before.to(self._device), styles, extractors, options).cpu()

    def _enlarged(self, before: Tensor | None) -> Tensor:
        assert before is not None
        factor = self._plan.upscale if self._plan.upscale > 1 else None
        method, model = self._plan.upscale_method, self._plan.upscale_model
        return upscale.upscale(before, factor, method, model=model, device=self._device)

    def _drawn(self, start: Tensor | None, *, targets: Sequence[Found], stages: int) -> Tensor:
        with tempfile.TemporaryDirectory() as folder:
            given: dict[str, Any] = {"seed": self.seed}
            if start is not None:
                files.save_png(start, Path(folder) / "start.png")
                given["init_image"] = str(Path(folder) / "start.png")
            if targets:
                weight = self._plan.target_weight / len(targets)
                given["target_images"] = [f"{_copied(one.path, folder, n)}:{weight:g}" for n, one in enumerate(targets)]
            return Drawing(self._resolved(stages, given), cache=self._cache).finish().tensor()

    def _resolved(self, stages: int, more: Mapping[str, Any] | None = None) -> Settings:
        """Return the settings of one of `stages` stages of drawing, which share the iterations."""
        whole = resolve({**self._given, **(more or {})})
        if stages == 1:
            return whole
        return resolve({**self._given, **(more or {}), "iterations": max(1, whole.iterations // stages)})


def planned(file: Path | None, given: Mapping[str, Any], sets: Sequence[str]) -> dict[str, Any]:
    """Return the record of a collage: prompt, library, the fields of a plan, and `set`, a mapping of settings.

    `given` overrides the YAML `file`; None counts as not given. Raises SettingsError for unknown names.
    """
    record = dict(read_yaml(file)) if file else {}
    chosen = dict(record.pop("set", None) or {})
    names = {"prompt", "library", *(one.name for one in fields(CollagePlan))} - {"settings"}
    for name in record:
        if name not in names:
            raise SettingsError(f"{file}: {name} is not a setting of a collage{suggestion(name, names)}")
    for text in sets:
        name, equals, value = text.partition("=")
        if not equals:
            raise SettingsError(f"set {text!r}: expected NAME=VALUE, as in --set drawer=fft")
        chosen[name.strip().lstrip("-").replace("-", "_")] = value
    record |= {name: value for name, value in given.items() if value not in (None, ())}
    for name, example in (("prompt", '"a harbour"'), ("library", "--library FOLDER")):
        if not record.get(name):
            raise SettingsError(f'a collage needs its {name}: pixdraw collage "a harbour" --library FOLDER ({example})')
    return {**record, "set": chosen}


def spread(record: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a record, with its seed, for each collage of one that has several prompts or seeds."""
    prompts = [record["prompt"]] if isinstance(record["prompt"], str) else [str(one) for one in record["prompt"]]
    if not isinstance(record.get("set"), Mapping):
        raise SettingsError("the plan cannot be read: its set is not a mapping of settings")
    seeds = resolve({**record["set"], "prompts": prompts[:1]}).seed
    return [{**record, "prompt": one, "set": {**record["set"], "seed": seed}} for one in prompts for seed in seeds]


def of_record(record: Mapping[str, Any], done: Mapping[str, Tensor] | None = None) -> Collage:
    """Return the collage that a record describes, without the stages that are `done`; raises as `Collage` does."""
    plan = {name: value for name, value in record.items() if name not in ("prompt", "library", "set")}
    try:
        made = CollagePlan(**plan, settings=record["set"])
        return Collage(str(record["prompt"]), str(record["library"]), made, done=done)
    except TypeError as error:
        raise SettingsError(f"the plan cannot be read: {brief(error)}") from error


def sheet_of(making: Collage, stages: Sequence[Stage]) -> Image.Image:
    """Return one labelled sheet: the found pictures, with their scores and roles, and the stages."""
    parts = dict.fromkeys(making.chosen.start, "start")
    parts |= {one: f"targets-{number}" for number, some in enumerate(making.chosen.targets, 1) for one in some}
    parts |= dict.fromkeys(making.chosen.styles, "style")
    shown = [one for one in making.library.found if one in parts]
    found = [
        Tile(to_pil(files.read(one.path)[0]), (one.path.name[:LONGEST], f"{parts[one]}, {one.score:.2f}", one.folder))
        for one in shown
    ]
    made = [Tile(to_pil(stage.picture[0]), (stage.name,), stage is stages[-1]) for stage in stages]
    return contact_sheet([("found", found), ("made", made)] if found else [("made", made)])


def choose(found: Sequence[Found], plan: CollagePlan) -> Chosen:
    """Distribute found pictures, the best first: to the start, to the targets of each stage, to the styles.

    Styles come from folders that the prompt names, as far as there are any. No picture has two roles while there are
    enough; otherwise the best are used again, except for the start.
    """
    left = list(found)
    start, left = tuple(left[: plan.start_count]), left[plan.start_count :]
    by_name = sorted(left or found, key=lambda one: not one.named)
    styles = tuple(by_name[: plan.style_count])
    rest = [one for one in left if one not in styles] or list(found)
    stages = plan.target_stages if plan.target_count else 0
    picks = [rest[index % len(rest)] for index in range(stages * plan.target_count)]
    each = [tuple(dict.fromkeys(picks[n * plan.target_count : (n + 1) * plan.target_count])) for n in range(stages)]
    return Chosen(start, tuple(each), styles)


def side_by_side(pictures: Sequence[Tensor], size: tuple[int, int]) -> Tensor:
    """Return pictures, each [1, 3 or 4, h, w], as one [1, 3, height, width]: strips across it with soft seams."""
    height, width = size
    filled = [_filling(on_white(picture), size) for picture in pictures]
    if len(filled) == 1:
        return filled[0]
    place = (torch.arange(width) + 0.5) / width * len(filled)
    shares = torch.stack([_ramp(place - number) * _ramp(number + 1 - place) for number in range(len(filled))])
    shares = shares / shares.sum(0)
    return (torch.cat(filled) * shares[:, None, None, :]).sum(0, keepdim=True).clamp(0, 1)


def _ramp(inside: Tensor) -> Tensor:
    return (inside / SEAM / 2 + 0.5).clamp(1e-4, 1)


def _filling(picture: Tensor, size: tuple[int, int]) -> Tensor:
    """Scale a picture to cover the size, and crop it around its middle."""
    height, width = picture.shape[2:]
    factor = max(size[0] / height, size[1] / width)
    shape = (max(size[0], round(height * factor)), max(size[1], round(width * factor)))
    large = files.resize(picture, *shape)
    top, left = (shape[0] - size[0]) // 2, (shape[1] - size[1]) // 2
    return large[:, :, top : top + size[0], left : left + size[1]]


def _copied(path: Path, folder: str, number: int) -> str:
    """Copy a picture to a name without the characters of patterns and weights; return that name."""
    copy = Path(folder) / f"target-{number}{path.suffix.lower()}"
    copy.write_bytes(path.read_bytes())
    return str(copy)


def _check(plan: CollagePlan) -> None:
    bounds = {
        "start_count": (0, MOST_STARTS),
        "target_count": (0, 64),
        "target_stages": (1, 20),
        "style_count": (0, 16),
        "style_steps": (1, 10_000),
        "upscale": (1, upscale.MOST_FACTOR),
    }
    for name, (least, most) in bounds.items():
        value = getattr(plan, name)
        if not least <= value <= most:
            raise SettingsError(f"{name.replace('_', '-')}={value}: expected {least} to {most}")
    for name in OURS:
        if name in plan.settings:
            raise SettingsError(f"set {name}: a collage decides it; leave it out")
