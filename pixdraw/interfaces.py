"""The contracts. Read this file first.

Letters in shapes: B picture (item), N cutout, D embedding, H W canvas, S side of a cutout, M any number of pictures.
During a step the rendered canvas may be smaller than that of the saved picture (see `ShrinkingDrawer`). Pixels are
float32 sRGB in [0, 1], channels first, straight alpha. Dimension 0 of every tensor that belongs to a picture is B, and
nothing reduces over it: item i of a batch is what a run of item i alone would be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol, runtime_checkable

from torch import Tensor

from pixdraw.imaging.compositing import mix_on_plain
from pixdraw.rng import Rng
from pixdraw.text.prompts import Prompt
from pixdraw.text.scene import Scenes

State = Mapping[str, Any]
"""What state_dict() returns: tensors and plain values only, so that it loads with weights_only=True."""


@dataclass(frozen=True)
class Canvas:
    """What a drawer draws on."""

    height: int
    width: int
    items: int
    """B."""
    transparent: bool = False
    """True asks the drawer for 4 channels."""


@dataclass(frozen=True)
class ParamGroup:
    """Leaves of the drawer that one learning rate moves; every parameter's first dimension is B."""

    name: str
    params: Sequence[Tensor]
    lr: float


@runtime_checkable
class Drawer(Protocol):
    """Renders pictures from parameters.

    A drawer is one file that exports `Config`, a pydantic model with the drawer's own settings under prefixed flat
    names, and `build(config, canvas, rng, device) -> Drawer`. Optional exports: `round_canvas(config, canvas) ->
    Canvas` for drawers that support only certain sizes (warns if it changes the size); `check(config)`, called before
    any model is loaded, which raises a PixdrawError for settings that name something that does not exist.
    """

    channels: int
    """3, or 4 with alpha."""

    def render(self) -> Tensor:
        """Return [B, channels, H, W] in [0, 1], differentiable in every parameter."""

    def param_groups(self) -> Sequence[ParamGroup]:
        """Return the parameters with their learning rates; the first group is the drawer's main one."""

    def project(self) -> None:
        """Bring the parameters back into their valid range, in place; doing it twice changes nothing more."""

    def fit(self, image: Tensor, /) -> None:
        """Fit the parameters to `image` [B or 1, 3 or 4, H, W] in [0, 1] as closely as possible; used for init images
        and overlays.
        """

    def state_dict(self) -> State: ...
    def load_state_dict(self, state: State, /) -> Any: ...


@runtime_checkable
class BeginningDrawer(Protocol):
    """A drawer that treats the picture a run starts from differently from those that it fits later."""

    def begin(self, image: Tensor, /) -> None:
        """Look like `image` [B or 1, 3 or 4, H, W], in place of `fit`."""


@runtime_checkable
class KeptDrawer(Protocol):
    """A drawer whose saved pictures differ from those that the losses see."""

    def kept(self) -> Tensor:
        """Return the pictures as they are kept, in place of `render`: [B, channels, H, W] in [0, 1]."""


@runtime_checkable
class ShrinkingDrawer(Protocol):
    """A drawer that renders the same pictures in fewer pixels, too, with less work."""

    def smaller(self, height: int, width: int, /) -> tuple[Canvas, Callable[[], Tensor]]:
        """Return (canvas, render) for smaller pictures.

        That is the smallest canvas of at least this height and width, with the drawer's aspect ratio, that still
        resolves every cell or shape, and a function that renders on it instead of `render`.

        Each pixel is the mean of its area. If no smaller canvas qualifies, return the drawer's own canvas and `render`.
        """


@runtime_checkable
class VectorDrawer(Protocol):
    """A drawer whose picture consists of shapes."""

    def to_svg(self, item: int) -> str:
        """Return item's picture as a complete SVG document of the canvas' size."""


@runtime_checkable
class GridDrawer(Protocol):
    """A drawer whose picture is a grid of cells."""

    def cells(self) -> Tensor:
        """Return the sprite at native resolution: [B, channels, rows, columns] in [0, 1]."""


@runtime_checkable
class CellDrawer(GridDrawer, Protocol):
    """A drawer of cells that writes any sprite of its grid as shapes: one that a filter has recoloured, too."""

    def cells_svg(self, cells: Tensor, /) -> str:
        """Return cells [channels, rows, columns] as a complete SVG document of the canvas' size."""


@runtime_checkable
class LatentDrawer(Protocol):
    """A drawer whose parameters are a latent of some model."""

    def latent(self) -> Tensor:
        """Return the latent [B, …], differentiable."""


@runtime_checkable
class SteppedDrawer(Protocol):
    """A drawer that changes itself between steps (rebirth of strokes, annealing, a schedule of its own)."""

    def advance(self, step: int, total: int) -> None:
        """Called once before the rendering of `step` (0 … total - 1); a function of its arguments and the state."""


@runtime_checkable
class ClockedDrawer(SteppedDrawer, Protocol):
    """A drawer that updates itself, such as a diffusion sampler.

    Each step of the run advances its schedule by one step, and the gradient only guides that update. No optimiser is
    used.
    """

    def tick(self, rates: Sequence[float], frozen: Sequence[bool], /) -> None:
        """Go on from the step that `advance` was given, guided by the parameters' `.grad` times each item's rate.

        Frozen items stay as they are.
        """


@runtime_checkable
class PromptedDrawer(Protocol):
    """A drawer that is conditioned on the prompts directly, in addition to gradients."""

    reads: str | None
    """Name of the perceptor whose texts it understands; None if it needs none."""

    def read(self, perceptor: Perceptor | None, prompts: Sequence[Sequence[Prompt]], scenes: Scenes, /) -> None:
        """Take each item's prompts; `perceptor` is the one that it `reads`, `scenes` has the reading of each text."""


@runtime_checkable
class PaletteDrawer(Protocol):
    """A drawer that can restrict itself to a palette."""

    def limit_colours(self, palette: Tensor | int, /) -> None:
        """Use only the colours of `palette` [P, 3] or [B, P, 3]; a number: that many, found by the drawer."""

    def colours(self) -> Tensor:
        """Return the colours in use, [B, P, 3]."""


@runtime_checkable
class Perceptor(Protocol):
    """Embeds pictures and texts into one space. It normalises pixels itself."""

    name: str
    image_size: int
    embed_dim: int

    def encode_image(self, pixels: Tensor) -> Tensor:
        """[M, 3, S, S] in [0, 1] → [M, D] of unit norm, differentiable."""

    def encode_text(self, texts: Sequence[str]) -> Tensor:
        """Texts → [len(texts), D] of unit norm."""


@runtime_checkable
class LayeredPerceptor(Perceptor, Protocol):
    """A perceptor that also gives the features of some of its layers, for the style loss."""

    def features(self, pixels: Tensor) -> list[Tensor]:
        """[M, 3, S, S] in [0, 1] → maps [M, C, H, W] of some layers, differentiable."""


@dataclass(frozen=True)
class Frame:
    """Input of the losses in one pass."""

    step: int
    total: int
    straight: Tensor
    """[B, 3, H, W]: the picture's own colours after filters, not mixed with the background."""
    alpha: Tensor | None
    """[B, 1, H, W], or None for an opaque drawer."""
    embeds: Mapping[str, Tensor]
    """Perceptor name → [B, N, D], unit norm: the embeddings of the cutouts."""
    see: Callable[[str, Tensor], Tensor]
    """see(perceptor name, picture [B or 1, 3 or 4, H, W]) → embeddings [B, N, D] of the same cutouts of another
    picture."""
    drawer: Drawer
    ground: Tensor | None = None
    """[B, 3, 1, 1]: the step's background; None if `straight` lies over it already."""
    drawn: Tensor | None = None
    """[B, 3 or 4, H, W]: the picture before filters; None if there are none."""

    @cached_property
    def image(self) -> Tensor:
        """[B, 3, H, W]: the picture after filters, over the step's background where the drawer is transparent."""
        if self.alpha is None or self.ground is None:
            return self.straight
        return mix_on_plain(self.straight, self.alpha, self.ground)

    @property
    def progress(self) -> float:
        """How much of the run is done, in [0, 1)."""
        return self.step / max(self.total, 1)


class Loss(Protocol):
    """A loss: one number per picture.

    Lower is better; not yet multiplied by its weight; independent of resolution and of the number of cutouts. A loss is
    one file that exports `Config` and `build(config, context) -> Loss`. A module with `ANY_SIZE = True` declares that
    its loss may receive a downscaled picture (the resolution that the perceptors need); `context.canvas` then has that
    size.
    """

    def __call__(self, frame: Frame, /) -> Tensor:
        """Return [B]."""


class Filter(Protocol):
    """Changes the picture before it is seen and before it is saved.

    A filter is one file that exports `Config` and `build(config, context) -> Filter`.
    """

    def __call__(self, image: Tensor, rng: Rng, step: int | None, /) -> tuple[Tensor, Tensor | None]:
        """[B, C, H, W] → the same shape, or trimmed, and a penalty [B] or None.

        `step` is None when the picture is saved; the filter must then be deterministic and skip anything that is only
        meant for the perceptors.
        """


@runtime_checkable
class ColourFilter(Protocol):
    """A filter that shows a picture in a few colours, and its sprite in the same ones."""

    def colours(self, image: Tensor, /) -> Tensor:
        """Return the colours [B, P, 3] that [B, C, H, W] is shown in."""

    def recolour(self, cells: Tensor, colours: Tensor, /) -> Tensor:
        """Return a sprite [B, C, rows, columns] in these colours, as the picture is kept."""


@dataclass(frozen=True)
class Context:
    """What the build of a loss or filter may need of the run."""

    canvas: Canvas
    perceptors: Mapping[str, Perceptor]
    rng: Rng
    device: str
    palette: Tensor | None = None
    """[P, 3] in [0, 1]: the run's palette."""
    palette_size: int | None = None
    """P, where the colours themselves are to be learned and `palette` is None."""
    drawer: Drawer | None = None
    """The drawer in its initial state, for losses that penalise distance from the start. The run changes it later: copy
    what is needed."""
    prompts: Sequence[Sequence[Prompt]] = ()
    """The prompts of each item, for losses that read them by other means than the perceptors."""
    scenes: Scenes = field(default_factory=dict)
    """The reading of each of their texts."""
