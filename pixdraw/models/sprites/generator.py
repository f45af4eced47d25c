"""The sprite generator: texts → sprites of palette entries, drawn whole, in part, or varied from a given one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import ModelError
from pixdraw.imaging.colour import nearest_index
from pixdraw.imaging.compositing import add_alpha
from pixdraw.interfaces import Perceptor
from pixdraw.models.sprites.attire import Attire, attired
from pixdraw.models.sprites.autoencoder import DEPTH, GRID, SIDE, Autoencoder
from pixdraw.models.sprites.choices import costs, decided, in_colours, resized, without_clear
from pixdraw.models.sprites.clothes import dressed
from pixdraw.models.sprites.denoiser import LATENTS, Asked, Denoiser, DenoiserConfig
from pixdraw.models.sprites.doubling import with_thin_outline, without_shadow
from pixdraw.models.sprites.finishing import finished, has_finish
from pixdraw.models.sprites.names import pulled as pulled_towards
from pixdraw.models.sprites.names import towards_name
from pixdraw.models.sprites.recolouring import recoloured
from pixdraw.models.sprites.sampling import Start, denoising_error, polished, sample
from pixdraw.models.sprites.subject import Figure, Subject, colours_of
from pixdraw.rng import Rng

KINDS = 3
"""Maximum number of different art styles tried per seed."""
DOUBLED, HALVED = 0.5, 0.002
"""Relative frequency of art of 16 by 16 where art of 32 by 32 is wanted, and the other way round."""
AMONG = 0.3
"""Frequency, as a fraction of the most usual kind's, below which a kind of art is not tried along with others: it is
drawn alone, for the few seeds that choose it first, so that the judge can't prefer it more often."""
DOUBT = 0.5
"""Weight of the denoising error relative to the judge's cosine when a candidate is chosen. The error is about 0.3 for
well-formed sprites and 0.7 for shapeless ones."""
LUCK = 0.2
"""Maximum random bonus, added to the judge's cosine and scaled by how well that style shows the name, so that different
seeds are drawn in different art styles."""
SHADED = ("dawnlike",)
"""Art styles whose figures have black shadows beside them."""
READS = "tiny"
"""Name of the perceptor whose texts the built-in generator understands."""
Judge = Callable[[Tensor, str], Tensor]
"""Scoring function (pictures [C, 4, S, S], text) → scores [C]; the candidate with the highest score is kept."""


Kind = tuple[int, int, float]
"""(art style index, scale index (cell width minus 1), how well the generator learned this name in this style, about 0
to 1)."""


@dataclass(frozen=True)
class SpriteRecipe:
    """How sprites are drawn."""

    size: int = 32
    """Cells on a side. Up to 16 the generator draws art of 16 by 16 where it knows some, above it art of 32 by 32, and
    fits that to the size."""
    manner: str | None = None
    """Art style, one of `SpriteGenerator.manners`; None: a style that contains the subject, chosen by the seed."""
    steps: int = 10
    guidance: float = 1.3
    """Scale of classifier-free guidance: 1 as learned, more is plainer."""
    eta: float = 0.5
    """Share of fresh noise in each step."""
    polish: int = 8
    """Number of noise samples that the clean-up step averages over (see `sampling.polished`); removes stray colours; 0:
    no clean-up."""
    palette_size: int | None = 12
    """Maximum number of colours of a sprite; None for no limit."""
    shared: bool = False
    """Whether all sprites share those colours, so that each depends on the others."""
    candidates: int = 1
    """How many are drawn of each subject; the one that the judge prefers is kept."""


@dataclass(frozen=True)
class Sprites:
    """Entries [B, S, S] int64: 0 is clear, k the colour k - 1 of `colours` [P, 3] in [0, 1]."""

    entries: Tensor
    colours: Tensor

    @property
    def pictures(self) -> Tensor:
        """[B, 4, S, S] in [0, 1], straight alpha of 0 or 1."""
        return in_colours(self.entries, self.colours)


@dataclass(frozen=True)
class Part:
    """Given pictures [B, 4, S, S] and masks [B, S, S] of where to draw; outside of the mask nothing changes.

    `strength` in (0, 1] is how far the drawing may leave the given one; at 1 it does not depend on it.
    """

    pictures: Tensor
    masks: Tensor
    strength: float = 1.0


@dataclass(frozen=True)
class SpriteGenerator:
    """A denoiser of latents, the autoencoder that they belong to, its colours [255, 3] in [0, 1], and known names.

    The two networks are read when it first draws: most pictures want its names and colours alone.
    """

    config: DenoiserConfig
    read: Callable[[], tuple[Denoiser, Autoencoder]]
    colours: Tensor
    names: tuple[str, ...]
    kinds: tuple[tuple[Kind, ...], ...]
    """For each name, the styles that show it well; empty for names that are understood but cannot be drawn."""
    tiles: Mapping[str, tuple[Kind, ...]] = field(default_factory=dict)
    """Names that also fill a square, as floors and walls do, with the kinds of art that show them so."""

    @cached_property
    def _networks(self) -> tuple[Denoiser, Autoencoder]:
        return self.read()

    @property
    def network(self) -> Denoiser:
        return self._networks[0]

    @property
    def autoencoder(self) -> Autoencoder:
        return self._networks[1]

    @property
    def manners(self) -> tuple[str, ...]:
        """Names of the manners of drawing that can be asked for."""
        return self.config.manners

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Names that can be drawn, and the nouns that they end with: wand, of "bone wand"."""
        return nouns_of(name for name, kinds in zip(self.names, self.kinds, strict=True) if kinds or name in self.tiles)

    @cached_property
    def learned(self) -> Mapping[str, float]:
        """Return how much of the most usual kind of art of each name that can be drawn was learned."""
        pairs = zip(self.names, self.kinds, strict=True)
        return {name: max(much for *_, much in kinds) for name, kinds in pairs if kinds}

    @cached_property
    def _as_things(self) -> tuple[Sequence[Sequence[Kind]], Tensor]:
        """The kinds of art of each name, and how plainly they show it, [K] in [0, 1]."""
        return self.kinds, _shown(self.kinds)

    @cached_property
    def _as_tiles(self) -> tuple[Sequence[Sequence[Kind]], Tensor]:
        """The same for names as what fills a square."""
        kinds = [self.tiles.get(name, ()) for name in self.names]
        return kinds, _shown(kinds)

    def draw(
        self,
        subjects: Sequence[Subject],
        rng: Rng,
        recipe: SpriteRecipe,
        *,
        palette: Tensor | None = None,
        judge: Judge | None = None,
        part: Part | None = None,
    ) -> Sprites:
        """Return a sprite of each subject.

        With a `palette` [P, 3] in [0, 1] cells are chosen from its colours by their odds, not recoloured afterwards.
        With `part` a given sprite is redrawn where its mask is set, or varied. Items are drawn one by one, so that a
        batch equals single runs to the bit, unless they share their colours.
        """
        wanted = self.colours if palette is None else palette.to(self.colours)
        odds = [
            self.likely(subject, rng.item(item), recipe, wanted=wanted, judge=judge, part=_item(part, item))
            for item, subject in enumerate(subjects)
        ]
        if recipe.shared:
            return Sprites(torch.stack(self.decide(odds, wanted, recipe.palette_size)), wanted)
        fixed = [None if part is None else _kept(part, item, wanted) for item in range(len(subjects))]
        pairs = zip(odds, fixed, strict=True)
        entries = [self.decide([one], wanted, recipe.palette_size, kept)[0] for one, kept in pairs]
        return Sprites(torch.stack(entries), wanted)

    @torch.no_grad()
    def likely(
        self,
        subject: Subject,
        rng: Rng,
        recipe: SpriteRecipe,
        *,
        wanted: Tensor | None = None,
        judge: Judge | None = None,
        part: Part | None = None,
    ) -> Tensor:
        """Return the log-probabilities [S, S, 256] of the entries of one sprite's cells, the best of the recipe's
        candidates.

        `rng` has one seed; `wanted` are the colours that the judge sees it in.
        """
        pulled, name, kinds = self._recalled(subject, rng, recipe)
        asked = self._asked(pulled, subject, kinds)
        latents = self._latents(asked, rng, recipe, part)
        thin = part is None and not subject.fills
        figure = self._figure(subject, recipe)
        attire = None if figure is None or part is not None else figure.attire
        found = self.odds_of(latents, asked, recipe.size, [thin] * len(latents), attire)
        if part is None:
            found = [self._coloured(one, subject, self.names[name], rng) for one in found]
        if subject.fills:
            found = [without_clear(one) for one in found]
        if len(found) == 1 or judge is None:
            return found[0]
        wanted = self.colours if wanted is None else wanted
        cost = costs(self.colours, wanted)
        entries = torch.stack([decided([one], cost, recipe.palette_size)[0] for one in found])
        error = denoising_error(
            self.network, latents, asked, lambda index: rng.at("sprites.error", index).normal(LATENTS)[0]
        )
        chance = rng.at("sprites.luck").uniform(len(kinds))[0][[kinds.index(kind) for kind in kinds]]
        luck = chance * torch.tensor([min(much, 1.0) for *_, much in kinds])
        return found[int((judge(in_colours(entries, wanted), subject.text) - DOUBT * error + LUCK * luck).argmax())]

    def decide(
        self, odds: Sequence[Tensor], wanted: Tensor, palette_size: int | None, fixed: Tensor | None = None
    ) -> list[Tensor]:
        """Return entries of sprites that share at most `palette_size` of the `wanted` colours: `choices.decided`."""
        return decided(odds, costs(self.colours, wanted), palette_size, fixed)

    def recall(self, subject: Subject, rng: Rng, recipe: SpriteRecipe) -> tuple[Tensor, list[Kind]]:
        """Return a subject's text [D] pulled towards the name that it means, and the kind of art of each candidate."""
        pulled, _, kinds = self._recalled(subject, rng, recipe)
        return pulled, kinds

    def check_reader(self, reader: Perceptor) -> None:
        """Raise ModelError if the generator learned the texts of another perceptor."""
        if reader.embed_dim != self.config.text_dim:
            raise ModelError(
                f"the sprite generator reads texts of {self.config.text_dim} numbers, perceptor "
                f"{reader.name!r} writes {reader.embed_dim}: the built-in weights belong to different versions; "
                "install pixdraw again"
            )

    def to(self, device: torch.device | str) -> SpriteGenerator:
        """Return this generator on the CPU, or a copy of it on another device."""
        if torch.device(device).type == "cpu":
            return self
        network, autoencoder = deepcopy(self.network).to(device), deepcopy(self.autoencoder).to(device)
        return replace(self, read=lambda: (network, autoencoder))

    @torch.no_grad()
    def latents_of(self, pictures: Tensor) -> Tensor:
        """Pictures [B, 3 or 4, h, w] in [0, 1] → latents [B, 16, 8, 8] of their cells, each the palette's nearest."""
        large = F.interpolate(add_alpha(pictures), (SIDE, SIDE), mode="nearest-exact")
        latents: Tensor = self.autoencoder.encode(entries_of(large, self.colours.to(large)))
        return latents

    @torch.no_grad()
    def odds_of(
        self, latents: Tensor, asked: Asked, size: int, thin: Sequence[bool], attire: Attire | None = None
    ) -> list[Tensor]:
        """Return the log-probabilities [S, S, 256] of the cells of each of the latents [C, 1024].

        `thin` says of which of them outlines are made one cell thick, where they are art of 16 by 16; `attire` is what
        a figure wears.
        """
        logits = self.autoencoder.decode(latents.view(-1, DEPTH, GRID, GRID)).log_softmax(-1)
        doubled = (asked.scale == 1).tolist()
        odds = [resized(one, size, doubled=twos) for one, twos in zip(logits, doubled, strict=True)]
        rows = zip(odds, doubled, thin, asked.manner.tolist(), strict=True)
        odds = [self._without_thick(one, manner, twos=twos) if thinner else one for one, twos, thinner, manner in rows]
        return odds if attire is None else [attired(one, self.colours, attire) for one in odds]

    def _without_thick(self, odds: Tensor, manner: int, *, twos: bool) -> Tensor:
        """Return log-probabilities with a thin outline, and without the black shadow that some art styles have."""
        odds = with_thin_outline(odds, self.colours) if twos else odds
        has_shadow = manner < len(self.manners) and self.manners[manner] in SHADED
        return without_shadow(odds, self.colours) if has_shadow else odds

    def _recalled(self, subject: Subject, rng: Rng, recipe: SpriteRecipe) -> tuple[Tensor, int, list[Kind]]:
        """Return (text embedding, index of the chosen name, style of each candidate)."""
        if figure := self._figure(subject, recipe):
            name = self.names.index(figure.name)
            return (
                pulled_towards(subject.embed.cpu().float(), self.network.keys[name].cpu()),
                name,
                self._kinds(self._in_manner(name, figure.manner), rng, recipe),
            )
        known, shown = self._as_tiles if subject.fills and self.tiles else self._as_things
        pulled, name = towards_name(self.network.keys.cpu(), subject, rng, shown)
        return pulled, name, self._kinds(known[name], rng, recipe)

    def _figure(self, subject: Subject, recipe: SpriteRecipe) -> Figure | None:
        """Return the figure that a subject is drawn as, if it can be: by its name, and in its manner."""
        figure = subject.figure
        if figure is None or figure.name not in self.names or recipe.manner is not None:
            return None
        return figure if self._in_manner(self.names.index(figure.name), figure.manner) else None

    def _in_manner(self, name: int, manner: str) -> list[Kind]:
        """Return the kinds of art that show a name in a manner."""
        return [kind for kind in self.kinds[name] if self.manners[kind[0]] == manner]

    def _coloured(self, odds: Tensor, subject: Subject, name: str, rng: Rng) -> Tensor:
        """Return log-probabilities in the subject's colour and materials, without those that the name that was drawn
        has.
        """

        def change(part: Tensor) -> Tensor:
            if subject.colour is not None:
                part = recoloured(part, self.colours, subject.colour)
            for finish in subject.finishes:
                if finish.words.isdisjoint(name.split()) or not has_finish(part, self.colours, finish):
                    part = finished(part, self.colours, finish, rng)
            return part

        return dressed(odds, self.colours, change) if subject.on_clothes else change(odds)

    def _kinds(self, known: Sequence[Kind], rng: Rng, recipe: SpriteRecipe) -> list[Kind]:
        """Return the kind of art of each candidate, one of those `known`; the usual ones more often."""
        wanted = 1 if recipe.size <= SIDE // 2 else 0
        if recipe.manner is not None:
            return [(self.manners.index(recipe.manner), wanted, 1.0)] * recipe.candidates
        chance = rng.at("sprites.kind").uniform(len(known))[0].clamp(min=1e-6)
        unlike = HALVED if wanted else DOUBLED
        often = torch.tensor([much * (1 if scale == wanted else unlike) for _, scale, much in known])
        first, *others = (-chance.log() / often).argsort().tolist()
        usual = often >= AMONG * often.max()
        tried = [first, *(other for other in others if usual[first] and usual[other])][:KINDS]
        return [known[tried[number % len(tried)]] for number in range(recipe.candidates)]

    def _asked(self, text: Tensor, subject: Subject, kinds: Sequence[Kind]) -> Asked:
        count = len(kinds)
        return Asked(
            text.expand(count, -1),
            torch.tensor([kind[0] for kind in kinds]),
            torch.tensor([kind[1] for kind in kinds]),
            colours_of([subject]).expand(count, -1),
        )

    def _latents(self, asked: Asked, rng: Rng, recipe: SpriteRecipe, part: Part | None) -> Tensor:
        """Return the latents [C, 1024] of the candidates."""

        def noise(step: int) -> Tensor:
            return rng.at("sprites.noise", step + 1).normal(len(asked.text), LATENTS)[0]

        def several(index: int) -> Tensor:
            return rng.at("sprites.polish", index).normal(recipe.polish, LATENTS)[0]

        start = None if part is None else self._start(part)
        latents = sample(self.network, asked, (recipe.steps, recipe.guidance, recipe.eta), noise, start)
        return polished(self.network, latents, asked, several, start) if recipe.polish else latents

    def _start(self, part: Part) -> Start:
        latents, mask = self.latents_of(part.pictures.cpu()).flatten(1)[0], part.masks[0].cpu()
        touched = F.adaptive_max_pool2d(mask[None, None].float(), GRID)[0, 0] > 0
        return Start(latents, ~touched.flatten().repeat(DEPTH), part.strength)


def nouns_of(drawn: Iterable[str]) -> frozenset[str]:
    """Return those of the names of what can be drawn that are words, and the nouns that they end with."""
    names = [name for name in drawn if len(name) > 2 and name.replace(" ", "").replace("-", "").isalpha()]
    return frozenset(names) | {name.split()[-1] for name in names}


def entries_of(pictures: Tensor, colours: Tensor) -> Tensor:
    """Pictures [B, 4, S, S] → entries [B, S, S]: 0 where alpha is below a half, else that of the nearest colour."""
    return torch.where(pictures[:, 3] > 0.5, nearest_index(pictures[:, :3], colours[None]) + 1, 0)


def _shown(kinds: Sequence[Sequence[Kind]]) -> Tensor:
    """Return how plainly art shows each name, [K] in [0, 1]: how much its most usual kind of art was learned."""
    return torch.tensor([max((much for *_, much in one), default=0.0) for one in kinds]).clamp(max=1)


def _item(part: Part | None, item: int) -> Part | None:
    one = slice(item, item + 1)
    return None if part is None else Part(part.pictures[one], part.masks[one], part.strength)


def _kept(part: Part, item: int, wanted: Tensor) -> Tensor:
    """Return the fixed palette indices [S, S]; -1 marks cells to be drawn."""
    return torch.where(part.masks[item].cpu(), -1, entries_of(part.pictures[item : item + 1].cpu(), wanted)[0])
