"""Trains the text tower to say what the teacher says, so that words never drawn still land beside their neighbours."""

from __future__ import annotations

import csv
import json
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training import pool
from training.backgrounds import SETTINGS
from training.recolour import COLOUR_SYNONYMS, COLOURS
from training.scenes import TEMPLATES, article, plural
from training.sprites import Sprites
from training.teacher import WIDTH, Teacher

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
    """Texts as tokens with the teacher's embeddings: captions of the pool, and every word the tokenizers know."""

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
        captions = sorted(
            {
                text
                for index in pool.available(work / "pool")
                for text in json.loads(pool.shard_paths(work / "pool", index)[2].read_text())
            }
        )
        names = sorted({name for one in sprites.concepts for name in (one.label, *one.synonyms)})
        texts = _about_names(rng, names) + _about_words(rng, sorted({*words, *teacher.vocabulary()}), names)
        everything = captions + texts
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
        texts += [
            str(rng.choice(TEMPLATES)).replace("{0}", "{}").format(name),
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
    """The model's text tower with a head into the teacher's space; `folded` puts the map W into that head."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model
        model.visual = nn.Identity()
        self.head = nn.Linear(model.text_projection.in_features, WIDTH)
        model.text_projection = nn.Identity()

    def forward(self, tokens: Tensor) -> Tensor:
        """Tokens [B, up to the context length] → [B, 384]; open_clip's encode_text on the positions that are used."""
        model = self.model
        x = model.token_embedding(tokens) + model.positional_embedding[: tokens.shape[1]]
        mask = model.attn_mask[: tokens.shape[1], : tokens.shape[1]]
        x = model.ln_final(model.transformer(x, attn_mask=mask))
        out: Tensor = self.head(x[torch.arange(len(x), device=x.device), tokens.argmax(-1)])
        return out


class TextTrainer:
    """Distils the teacher; can stop and go on."""

    def __init__(self, work: Path, model: nn.Module, device: torch.device, plan: TextPlan) -> None:
        torch.manual_seed(plan.seed)
        self.work, self.plan, self.device = work, plan, device
        self.student = Student(model).to(device)
        self.optimiser = torch.optim.AdamW(self.student.parameters(), lr=plan.lr, betas=(0.9, 0.98), weight_decay=0.01)
        self.step, self.spent_s = 0, 0.0
        self.visual_map: tuple[Tensor, Tensor] | None = None
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
        self._read_map()
        recent: list[tuple[float, float]] = []
        while self.spent_s < 60 * self.plan.minutes:
            recent.append(self._update(*texts.batch(rng, self.plan.batch, self.plan.caption_share)))
            now = time.monotonic()
            self.spent_s, last = self.spent_s + now - last, now
            if self.step % 100 == 0:
                self._log(recent)
                recent = []
            if now - saved > self.plan.checkpoint_s:
                self._save()
                self._read_map()
                saved = now
        self._save()
        return self.student

    def _update(self, tokens: Tensor, target: Tensor) -> tuple[float, float]:
        plan = self.plan
        fraction = self.spent_s / (60 * plan.minutes)
        for group in self.optimiser.param_groups:
            group["lr"] = (
                plan.lr
                * min(1.0, (self.step + 1) / plan.warmup_steps)
                * (0.02 + 0.49 * (1 + math.cos(math.pi * min(1.0, fraction))))
            )
        tokens, target = tokens.to(self.device), target.to(self.device)
        out = self.student(tokens)
        plain = 1 - F.cosine_similarity(out, target)
        visual = plain
        if self.visual_map is not None:
            weight, bias = self.visual_map
            visual = 1 - F.cosine_similarity(F.linear(out, weight, bias), F.linear(target, weight, bias))
        # The pull on the norm keeps `out` a unit vector, which the folded map's bias relies on.
        loss = plain.mean() + visual.mean() + 0.1 * (out.norm(dim=-1) - 1).square().mean()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.student.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        return float(plain.detach().mean()), float(visual.detach().mean())

    def _read_map(self) -> None:
        """Take the image training's current map W, so that what pictures show weighs more."""
        path = self.work / "vision.pt"
        if path.exists():
            average = torch.load(path, map_location=self.device, weights_only=True)["average"]
            self.visual_map = (average["words.weight"], average["words.bias"])

    def _log(self, recent: list[tuple[float, float]]) -> None:
        path = self.work / "text.csv"
        fresh = not path.exists()
        with path.open("a", newline="") as file:
            writer = csv.writer(file)
            if fresh:
                writer.writerow(("step", "minutes", "1-cos teacher", "1-cos visual"))
            plain, visual = np.mean(recent, 0)
            writer.writerow((self.step, f"{self.spent_s / 60:.2f}", f"{plain:.4f}", f"{visual:.4f}"))

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


def folded(student: Student, words: nn.Linear) -> dict[str, Tensor]:
    """Return the text tower's tensors under open_clip's names, the map W folded into the projection."""
    state = {
        key.removeprefix("model."): value for key, value in student.state_dict().items() if key.startswith("model.")
    }
    state["text_projection.weight"] = words.weight @ student.head.weight
    state["text_projection.bias"] = words.weight @ student.head.bias + words.bias
    return state
