"""The sprite generator as a diffusion network: sampled step by step and guided by the perceptors."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.models.cache import loaded
from pixdraw.models.diffusion.backbones import Asked, Backbone, PromptBatch
from pixdraw.models.diffusion.sampling import Network
from pixdraw.models.sprites import denoiser, files
from pixdraw.models.sprites.autoencoder import DEPTH, GRID, SIDE
from pixdraw.models.sprites.choices import expected, in_colours
from pixdraw.models.sprites.denoiser import COLOURS, SCALES
from pixdraw.models.sprites.generator import READS, Kind, SpriteGenerator, SpriteRecipe
from pixdraw.models.sprites.sampling import EARLIEST, unit
from pixdraw.models.sprites.subject import Subject, rgb_called
from pixdraw.models.targets import padded
from pixdraw.proposals.language.thesaurus import in_known_words
from pixdraw.proposals.planning import all_of
from pixdraw.proposals.subjects import subjects_of
from pixdraw.rng import Rng

GRADIENT = 200.0
PALETTE_SIZE = SpriteRecipe.palette_size
CANDIDATES = 4
"""So many kinds of art of a thing are looked at for one in cells of the grid's own size."""


@dataclass(frozen=True)
class SpriteBackbone(Backbone):
    """The generator's latents [B, 16, 8, 8] for pictures; a style is a manner of drawing and a width of cells."""

    generator: SpriteGenerator | None = None
    manner: str | None = None
    own_cells: bool = False
    """Whether it is asked for art whose cells are those of its grid, and not two of them wide."""

    @property
    def _sprites(self) -> SpriteGenerator:
        assert self.generator is not None
        return self.generator

    def shape(self, height: int, width: int) -> tuple[int, int, int]:
        """Return the latents' shape, which does not depend on the canvas."""
        return DEPTH, GRID, GRID

    def ask(self, batch: PromptBatch, rng: Rng, device: torch.device) -> Asked | None:
        """Encode each item's prompts, pulled to the names they mean; choose the manner of the leading one's name."""
        reader, prompts = batch.reader, batch.prompts
        assert reader is not None
        self._sprites.check_reader(reader)
        embeds, styles = list[list[Tensor]](), list[int]()
        for item, row in enumerate(prompts):
            things = [all_of(in_known_words(batch.scenes[prompt.text], self._sprites.nouns)) for prompt in row]
            subjects = subjects_of(things, reader, self._sprites.names)
            found = [self._sprites.recall(subject, rng.item(item), self._recipe) for subject in subjects]
            embeds.append([pulled for pulled, _ in found])
            leading = max(range(len(row)), key=lambda place: row[place].weight, default=None)
            styles.append(self.any_style if leading is None else self._style(subjects[leading], found[leading][1]))
        targets = padded(prompts, embeds, reader.embed_dim, device)
        return Asked(targets.embeds, targets.weights, torch.tensor(styles, device=device))

    @property
    def nouns(self) -> Container[str]:
        """The nouns that can be drawn."""
        return self._sprites.nouns

    @property
    def _recipe(self) -> SpriteRecipe:
        return SpriteRecipe(manner=self.manner, candidates=CANDIDATES if self.own_cells else 1)

    def _style(self, subject: Subject, kinds: Sequence[Kind]) -> int:
        """Return the number of the first kind of art that will do, in the colour that is asked for.

        The kind is of any manner if none has cells of its own size.
        """
        if self.own_cells:
            number = next((_number(kind) for kind in kinds if not kind[1]), self.any_style + 1)
        else:
            number = _number(kinds[0])
        return number + _kinds(self._sprites) * _colour(subject)

    def encode(self, picture: Tensor) -> Tensor:
        """[1, 3 or 4, 32, 32] in [0, 1] → latents [1, 16, 8, 8]."""
        return self._sprites.latents_of(picture).to(picture)

    def decode(self, estimate: Tensor) -> Tensor:
        """Latents [1, 16, 8, 8] → [1, 4, 32, 32]: each cell's expected colour, and the probability that it has one."""
        return expected(self._sprites.autoencoder.decode(unit(estimate)).softmax(-1), self._sprites.colours)

    def decide(self, estimate: Tensor) -> Tensor:
        """Return the sprite [1, 4, 32, 32] of latents: one of few colours, or none, in every cell."""
        logits = self._sprites.autoencoder.decode(unit(estimate)).log_softmax(-1)
        entries = self._sprites.decide([logits[0].cpu()], self._sprites.colours, PALETTE_SIZE)
        return in_colours(torch.stack(entries), self._sprites.colours).to(estimate)


def _colour(subject: Subject) -> int:
    """Return the number of the one of COLOURS that is nearest to the thing's own colour, from 1; 0 if it has none."""
    if subject.colour is None or subject.on_clothes:
        return 0
    shades = subject.colour.new_tensor([rgb_called(name) for name in COLOURS])
    return int((shades - subject.colour).square().sum(1).argmin()) + 1


def _kinds(generator: SpriteGenerator) -> int:
    """Return how many numbers of kinds of art there are."""
    return len(generator.manners) * SCALES + 2


def _number(kind: Kind) -> int:
    manner, scale, _ = kind
    return manner * SCALES + scale


def load(device: torch.device | str, manner: str | None = None, *, own_cells: bool = False) -> SpriteBackbone:
    """Return the built-in generator as a backbone, in one manner or in those that suit the names; raises ModelError.

    `own_cells` is as SpriteBackbone has it.
    """
    generator = loaded(files.load, files.BUILT_IN).to(device)
    config = generator.config
    return SpriteBackbone(
        _network(generator),
        side=SIDE,
        multiple=SIDE,
        schedule="cosine",
        gradient=GRADIENT,
        end=EARLIEST,
        reads=READS,
        text_dim=config.text_dim,
        classifier_free=True,
        bound=unit,
        any_style=len(config.manners) * SCALES,
        square=True,
        transparent=True,
        generator=generator,
        manner=manner,
        own_cells=own_cells,
    )


def _network(generator: SpriteGenerator) -> Network:
    """Return (x [M, 16, 8, 8], time [M], text [M, D], style [M]) → v of the same shape.

    Styles are manner * SCALES + scale, then any of both, and last any manner in cells of the grid's own size; then the
    same again in each of COLOURS.
    """
    manners, kinds = len(generator.manners), _kinds(generator)

    def predict(x: Tensor, time: Tensor, text: Tensor, style: Tensor) -> Tensor:
        colour, style = style // kinds, style % kinds
        said = text.square().sum(1) > 0
        free = (style == manners * SCALES) | ~said
        colours = F.one_hot(torch.where(said, colour, 0), len(COLOURS) + 1).roll(-1, 1).to(text)
        colours[:, -1] = 1 - colours[:, -1]
        asked = denoiser.Asked(
            text,
            torch.where(free | (style > manners * SCALES), manners, style // SCALES),
            torch.where(free, SCALES, torch.where(style > manners * SCALES, 0, style % SCALES)),
            colours,
        )
        network = generator.network
        v: Tensor = network(x.flatten(1), time, network.ask(asked))
        return v.view_as(x)

    return predict
