"""Trains the text tower to say what the teacher says, so that words never drawn still land beside their neighbours."""

from __future__ import annotations

import csv
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pixdraw.proposals.places import SETTINGS
from training.aliases import aliases
from training.recolour import COLOUR_SYNONYMS, COLOURS
from training.scenes import TEMPLATES, article, plural
from training.shapes import SHAPES
from training.sprites import Sprites
from training.teacher import Teacher
from training.wordnet import VISIBLE, WordNet
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

GLOSSES = 24_000
"""So many words and short definitions of things that can be seen are learned too."""


@dataclass(frozen=True)
class TextPlan:
    """How long and how."""

    minutes: float = 50.0
    batch: int = 256
    lr: float = 2e-3
    warmup_steps: int = 300
    caption_share: float = 0.5
    checkpoint_s: float = 90.0
    seed: int = 1


class Corpus:
    """Texts as tokens with the teacher's embeddings: what is said of pictures, and every word the tokenizers know."""

    def __init__(self, tokens: np.ndarray, embeds: np.ndarray, captions: int) -> None:
        self.tokens, self.embeds, self.captions = tokens, embeds, captions

    def batch(self, rng: np.random.Generator, size: int, caption_share: float) -> tuple[Tensor, Tensor]:
        """Return tokens [size, longest] and embeddings [size, 384]."""
        head = int(size * caption_share)
        rows = np.concatenate(
            [rng.integers(0, self.captions, head), rng.integers(self.captions, len(self.tokens), size - head)]
        )
        tokens = self.tokens[rows]
        longest = int((tokens != 0).sum(1).max())
        return torch.from_numpy(tokens[:, :longest].astype(np.int64)), torch.from_numpy(
            self.embeds[rows].astype(np.float32)
        )


def corpus(work: Path, sprites: Sprites, tokenize: object, words: Sequence[str], teacher: Teacher, seed: int) -> Corpus:
    """Build, or read back, the corpus."""
    path = work / "corpus.npz"
    if not path.exists():
        rng = np.random.default_rng(seed)
        said = {name for one in sprites.concepts for name in (one.label, *one.synonyms)}
        names = sorted({*said, *(name for many in aliases().values() for name in many), *SHAPES})
        captions = _about_names(rng, names)
        everything = captions + _about_words(rng, sorted({*words, *teacher.vocabulary()}), names)
        meanings = WordNet(work).glosses(VISIBLE)
        everything += [str(text) for text in rng.choice(meanings, min(GLOSSES, len(meanings)), replace=False)]
        tokens = np.concatenate(
            [tokenize(everything[at : at + 4096]).numpy().astype(np.uint16) for at in range(0, len(everything), 4096)]
        )  # type: ignore[operator]
        np.savez(path, tokens=tokens, embeds=teacher(everything).half().numpy(), captions=len(captions))
    data = np.load(path)
    return Corpus(data["tokens"], data["embeds"], int(data["captions"]))


def _about_names(rng: np.random.Generator, names: Sequence[str]) -> list[str]:
    texts: list[str] = []
    colours = [*COLOURS, *(word for many in COLOUR_SYNONYMS.values() for word in many)]
    places = [phrase for setting in SETTINGS.values() for phrase in setting.behind]
    for name in names:
        texts += [name, article(name), "the " + name, plural(name), f"{name} {rng.choice(places)}"]
        texts += [article(f"{rng.choice(colours)} {name}") for _ in range(3)] + [f"{rng.choice(ADJECTIVES)} {name}"]
        texts += [f"{article(f'{rng.choice(colours)} {name}')} {rng.choice(places)}"]
        texts += [
            *(str(rng.choice(TEMPLATES)).replace("{0}", "{}").format(article(name)) for _ in range(2)),
            f"{article(name)} and {article(str(rng.choice(names)))}",
        ]
    return texts


def _about_words(rng: np.random.Generator, words: Sequence[str], names: Sequence[str]) -> list[str]:
    texts: list[str] = []
    colours = list(COLOURS)
    for word in words:
        texts += [word, article(word)]
        kind = rng.integers(0, 5)
        if kind == 0:
            texts.append(f"{rng.choice(colours)} {word}")
        elif kind == 1:
            texts.append(str(rng.choice(TEMPLATES)).replace("{0}", "{}").format(word))
        elif kind == 2:
            texts.append(f"{word} {rng.choice(words)}")
        elif kind == 3:
            texts.append(f"{rng.choice(ADJECTIVES)} {word}")
        else:
            texts.append(f"{word} {rng.choice(names)}")
    return texts


class Student(nn.Module):
    """The text tower of an open_clip model, alone."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model
        model.visual = nn.Identity()

    def forward(self, tokens: Tensor) -> Tensor:
        """Tokens [B, up to the context length] → [B, D]; open_clip's encode_text on the positions that are used."""
        model = self.model
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
        self.path = work / "text.pt"
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
            recent.append(self._update(*texts.batch(rng, self.plan.batch, self.plan.caption_share)))
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
        loss = 1 - F.cosine_similarity(self.student(tokens), self.words(target)).mean()
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
