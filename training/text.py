"""Trains the text tower to say what the teacher says, so that words never drawn still land beside their neighbours:
`python -m training.text --work build/training`. It goes on where it was stopped, and starts from `--start` if given."""

from __future__ import annotations

import argparse
import csv
import math
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pixdraw.proposals.places import SETTINGS
from pixdraw.proposals.ruled import known as rules
from training.aliases import aliases
from training.architecture import CONFIG, build_model
from training.art import COMPOSED_SOURCES
from training.cells import pixel_art
from training.concepts import Concept
from training.precision import halved
from training.recolour import COLOUR_SYNONYMS, COLOURS
from training.scenes import TEMPLATES, article, plural
from training.shapes import SHAPES
from training.sources import TRAINING_SETS
from training.sprites import load
from training.teacher import Teacher
from training.wordnet import PERSON, VISIBLE, WordNet
from training.words import Words

ADJECTIVES = (
    "big",
    "small",
    "tiny",
    "huge",
    "cute",
    "happy",
    "sad",
    "angry",
    "old",
    "new",
    "shiny",
    "dark",
    "bright",
    "wooden",
    "metal",
    "glowing",
    "colourful",
    "little",
    "fluffy",
    "scary",
    "magic",
    "golden",
    "round",
    "fat",
    "beautiful",
    "evil",
    "sleeping",
    "flying",
)

MATERIALS = (
    "golden",
    "silver",
    "iron",
    "steel",
    "bronze",
    "stone",
    "wooden",
    "crystal",
    "glass",
    "leather",
    "ice",
    "fire",
    "gold",
    "copper",
    "bone",
    "mossy",
)
SHORT, SHORT_BATCHES = 10, 0.7
"""So many tokens has a short text, in so much of the batches there are no others."""
COUNTS = ("two", "three", "four", "five", "six", "many", "a pair of")
SAVED = "text.pt"
GLOSSES, LEMMAS = 12_000, 20_000
"""So many short definitions and names of things that can be seen are learned too."""
DESCRIBED = 0.65
"""How far the target of a description goes from what the teacher says of it to what it says of the thing described."""
LONGEST_DESCRIPTION = 16
"""Words."""


@dataclass(frozen=True)
class TextPlan:
    """How long and how."""

    minutes: float = 40.0
    batch: int = 512
    lr: float = 2e-3
    warmup_steps: int = 200
    caption_share: float = 0.4
    described_share: float = 0.4
    checkpoint_s: float = 60.0
    seed: int = 1


class Corpus:
    """Texts as tokens with the embeddings that they are to have: so many captions of pictures, so many descriptions of
    what can be seen, then every word the tokenizers know.
    """

    def __init__(self, tokens: np.ndarray, embeds: np.ndarray, captions: int, described: int) -> None:
        self.tokens, self.embeds = tokens, embeds
        self.bounds = ((0, captions), (captions, captions + described), (captions + described, len(tokens)))
        self.lengths = (tokens != 0).sum(1)

    def batch(self, rng: np.random.Generator, size: int, plan: TextPlan) -> tuple[Tensor, Tensor]:
        """Return tokens [size, longest] and embeddings [size, 384]; most batches have short texts alone, for speed."""
        first, second = int(size * plan.caption_share), int(size * plan.described_share)
        counts = (first, second, size - first - second)
        rows = np.concatenate([rng.integers(*of, count) for of, count in zip(self.bounds, counts, strict=True)])
        if rng.random() < SHORT_BATCHES:
            rows = rows[self.lengths[rows] <= SHORT]
        tokens = self.tokens[rows]
        longest = int((tokens != 0).sum(1).max())
        return torch.from_numpy(tokens[:, :longest].astype(np.int64)), torch.from_numpy(
            self.embeds[rows].astype(np.float32)
        )


def corpus(
    work: Path,
    concepts: Callable[[], Sequence[Concept]],
    tokenize: Callable[[list[str]], Tensor],
    words: Sequence[str],
    seed: int,
) -> Corpus:
    """Build, or read back, the corpus."""
    path = work / "corpus.npz"
    if not path.exists():
        rng, teacher = np.random.default_rng(seed), Teacher()
        said = {name for one in concepts() for name in (one.label, *one.synonyms)}
        names = sorted({*said, *(name for many in aliases().values() for name in many), *SHAPES})
        captions = [text for name in names for text in _about_name(rng, name, names)]
        wordnet = WordNet(work)
        described = descriptions(wordnet, names)
        others = _about_words(rng, sorted({*words, *teacher.vocabulary()}), names)
        for texts, most in ((wordnet.glosses(VISIBLE), GLOSSES), (_lemmas(wordnet), LEMMAS)):
            others += [str(text) for text in rng.choice(texts, min(most, len(texts)), replace=False)]
        everything = [*captions, *(text for text, _ in described), *others]
        tokens = np.concatenate(
            [tokenize(everything[at : at + 4096]).numpy().astype(np.uint16) for at in range(0, len(everything), 4096)]
        )
        embeds = teacher(everything)
        meant = sorted({one for _, means in described for one in means})
        row, rows = {name: at for at, name in enumerate(meant)}, teacher([article(name) for name in meant])
        for at, (_, means) in enumerate(described, len(captions)):
            things = F.normalize(rows[[row[name] for name in means]].mean(0), dim=0)
            embeds[at] = F.normalize(torch.lerp(embeds[at], things, DESCRIBED), dim=0)
        halves = embeds.half().numpy()
        np.savez(path, tokens=tokens, embeds=halves, captions=len(captions), described=len(described))
    data = np.load(path)
    return Corpus(data["tokens"], data["embeds"], int(data["captions"]), int(data["described"]))


def descriptions(wordnet: WordNet, names: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return texts and what each is of: WordNet's definitions and other words of all that can be seen.

    A meaning is of the name that it, or the next broader meaning, has; a kind, of the names right below it. Of all
    others, which are of their own first word, every fourth is taken.
    """
    called: dict[int, str] = {}
    for name in names:
        for offset in wordnet.visible(name)[:1]:
            called.setdefault(offset, name)
    found, known = list[tuple[str, list[str]]](), set(names)
    for offset, one in wordnet.synsets.items():
        if one.file not in (*VISIBLE, PERSON) or one.is_rude or not one.words:
            continue
        own = called.get(offset) or next((called[kind] for kind in one.broader if kind in called), None)
        below = [called[kind] for kind in one.narrower if kind in called]
        if not (own or below or offset % 4 == 0):
            continue
        means = [own] if own else below or [one.words[0]]
        clause = re.sub(r"\([^)]*\)", "", one.definition.split(";")[0]).split()
        texts = {" ".join(clause) if len(clause) <= LONGEST_DESCRIPTION else ""}
        texts |= {article(word) for word in one.words if word not in known}
        found += [(text, means) for text in sorted(texts) if text and text != article(means[0])]
    return found


def _lemmas(wordnet: WordNet) -> list[str]:
    visible = (one for one in wordnet.synsets.values() if one.file in VISIBLE and not one.is_rude)
    return sorted({article(word.replace("_", " ").lower()) for one in visible for word in one.words})


def _about_name(rng: np.random.Generator, name: str, names: Sequence[str]) -> list[str]:
    """Return what may be said of a thing: its name in two forms, and three ways of having it somehow."""
    colours = [*COLOURS, *(word for many in COLOUR_SYNONYMS.values() for word in many)]
    places = [phrase for setting in SETTINGS.values() for phrase in setting.behind]
    ways = (
        lambda: article(f"{rng.choice(colours)} {name}"),
        lambda: article(f"{rng.choice(MATERIALS)} {name}"),
        lambda: article(f"{rng.choice(ADJECTIVES)} {name}"),
        lambda: f"{rng.choice(COUNTS)} {plural(name)}",
        lambda: f"{article(name)} {rng.choice(places)}",
        lambda: f"{article(f'{rng.choice(colours)} {name}')} {rng.choice(places)}",
        lambda: str(rng.choice(TEMPLATES)).replace("{0}", "{}").format(article(name)),
        lambda: f"{article(name)} and {article(str(rng.choice(names)))}",
    )
    return [name, article(name), *(ways[way]() for way in rng.choice(len(ways), 3, replace=False))]


def _about_words(rng: np.random.Generator, words: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return every word, every other one with an article, and as many pairs of a word and something else."""
    texts = [word if rng.random() < 0.5 else article(word) for word in words]
    for word in rng.choice(words, len(words) // 2, replace=False):
        before = (rng.choice(list(COLOURS)), rng.choice(ADJECTIVES), rng.choice(MATERIALS))[int(rng.integers(3))]
        texts.append(f"{before} {word}" if rng.random() < 0.6 else f"{word} {rng.choice(names)}")
    return texts


class Student(nn.Module):
    """The text tower of an open_clip model, alone."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model
        model.visual = nn.Identity()

    def forward(self, tokens: Tensor) -> Tensor:
        """Tokens [B, up to the context length] → [B, D]; open_clip's encode_text on the positions that are used."""
        model: Any = self.model  # open_clip's, whose parts torch does not know by type
        x = model.token_embedding(tokens) + model.positional_embedding[: tokens.shape[1]]
        mask = model.attn_mask[: tokens.shape[1], : tokens.shape[1]]
        x = model.ln_final(model.transformer(x, attn_mask=mask))
        out: Tensor = model.text_projection(x[torch.arange(len(x), device=x.device), tokens.argmax(-1)])
        return out

    def tensors(self) -> dict[str, Tensor]:
        """Return the text tower's tensors under open_clip's names."""
        return {
            key.removeprefix("model."): value
            for key, value in self.state_dict().items()
            if not key.startswith(("model.visual", "model.logit"))
        }


class TextTrainer:
    """Distils the teacher; can stop and go on."""

    def __init__(self, work: Path, model: nn.Module, device: torch.device, plan: TextPlan) -> None:
        torch.manual_seed(plan.seed)
        self.work, self.plan, self.device = work, plan, device
        self.student = Student(model).to(device)
        self.optimiser = torch.optim.AdamW(self.student.parameters(), lr=plan.lr, betas=(0.9, 0.98), weight_decay=0.01)
        self.step, self.spent_s = 0, 0.0
        self.words = Words(device)
        self.path = work / SAVED
        if self.path.exists():
            state = torch.load(self.path, map_location=device, weights_only=True)
            self.student.load_state_dict(state["student"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.step, self.spent_s = state["step"], state["spent_s"]

    def run(self, texts: Corpus) -> nn.Module:
        """Train until the time is spent; return the student."""
        rng = np.random.default_rng((self.plan.seed, self.step))
        last = saved = time.monotonic()
        recent: list[float] = []
        while self.spent_s < 60 * self.plan.minutes:
            recent.append(self._update(*texts.batch(rng, self.plan.batch, self.plan)))
            now = time.monotonic()
            self.spent_s, last = self.spent_s + now - last, now
            if self.step % 100 == 0:
                self._log(recent)
                recent = []
            if now - saved > self.plan.checkpoint_s:
                self._save()
                saved = now
        self._save()
        return self.student

    def _update(self, tokens: Tensor, target: Tensor) -> float:
        plan = self.plan
        fraction = self.spent_s / (60 * plan.minutes)
        for group in self.optimiser.param_groups:
            group["lr"] = (
                plan.lr
                * min(1.0, (self.step + 1) / plan.warmup_steps)
                * (0.02 + 0.49 * (1 + math.cos(math.pi * min(1.0, fraction))))
            )
        tokens, target = tokens.to(self.device), target.to(self.device)
        with halved(self.device):
            said = self.student(tokens)
        loss = 1 - F.cosine_similarity(said.float(), self.words(target)).mean()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.student.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        return float(loss.detach())

    def _log(self, recent: list[float]) -> None:
        path = self.work / "text.csv"
        fresh = not path.exists()
        with path.open("a", newline="") as file:
            writer = csv.writer(file)
            if fresh:
                writer.writerow(("step", "minutes", "1-cos"))
            writer.writerow((self.step, f"{self.spent_s / 60:.2f}", f"{np.mean(recent):.4f}"))

    def _save(self) -> None:
        state = {
            "student": self.student.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "spent_s": self.spent_s,
        }
        temporary = self.path.with_suffix(".tmp")
        torch.save(state, temporary)
        temporary.replace(self.path)


def everyday_words(tokenizer: object) -> list[str]:
    """Return the whole words of CLIP's vocabulary."""
    encoder: dict[str, int] = tokenizer.encoder  # type: ignore[attr-defined]
    return [token[:-4] for token in encoder if token.endswith("</w>") and token[:-4].isalpha() and len(token) > 6]


def train(work: Path, device: torch.device, plan: TextPlan, start: Path | None, sprites: Path | None) -> None:
    """Train the tower as `plan` says; `start` is a file of weights, `sprites` a folder of pixel art to name, too."""
    model = build_model(work, start)
    import open_clip

    tokenizer = open_clip.SimpleTokenizer(context_length=CONFIG["text_cfg"]["context_length"])
    texts = corpus(work, lambda: _drawn(work, sprites), tokenizer, everyday_words(tokenizer), plan.seed)
    TextTrainer(work, model, device, plan).run(texts)


def _drawn(work: Path, sprites: Path | None) -> list[Concept]:
    """Return all that icons and pixel art show, and what rules paint."""
    concepts = load(TRAINING_SETS, work, "perceptor", True).concepts
    known = {one.label for one in concepts}
    concepts = concepts + [Concept(name, 1.0) for name in rules.names() if name not in known]
    if sprites is None:
        return concepts
    known = {one.label for one in concepts}
    art = {one.label: one for one in pixel_art(sprites) if one.source not in COMPOSED_SOURCES}
    return concepts + [Concept(label, 1.0, list(one.said)) for label, one in art.items() if label not in known]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--minutes", type=float, default=TextPlan.minutes)
    parser.add_argument("--lr", type=float, default=TextPlan.lr)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--start", type=Path, help="open_clip_model.safetensors to go on from")
    parser.add_argument("--sprites", type=Path, help="folder of pixel art with its labels.tsv")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    plan = TextPlan(minutes=args.minutes, lr=args.lr)
    train(args.work, torch.device(args.device), plan, args.start, args.sprites)


if __name__ == "__main__":
    main()
