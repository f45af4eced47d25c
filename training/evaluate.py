"""Draws prompts with pixdraw's default settings and lets the judge rank the labels: `python -m training.evaluate`.

Three splits: concepts seen in training; compositions whose (colour, object) or (object, setting) pair training never
saw; paraphrases whose wording is neither a label nor an alias nor a keyword. Figures go to evaluation.json and the
pictures to sheet-<split>.png in `--out`. Bars: seen top-1 0.70, top-5 0.90; compositions, both parts 0.60; paraphrases
top-5 0.60. Labels that share an everyday name ("cat", "cat face") count as one; `strict` figures do not do so.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from pixdraw.imaging.compositing import mix
from pixdraw.proposals.places import SETTINGS
from training.aliases import aliases
from training.concepts import Concept
from training.judge import Judge, known_concepts
from training.paraphrases import PARAPHRASES
from training.preview import sheet
from training.recolour import COLOURS
from training.scenes import article, held_out
from training.sources import TRAINING_SETS
from training.sprites import load

LABELS = 1500
"""The judge ranks at least so many."""
SPREAD = 6
"""So many prompts, each with so many seeds, tell how different the pictures of different seeds are."""
GROUPS = (0, 3, 4, 5, 6, 7)


@dataclass(frozen=True)
class Case:
    """One picture to draw and what it has to be recognised as."""

    prompt: str
    right: tuple[str, ...]
    colour: str | None = None
    setting: str | None = None


def seen_cases(concepts: Sequence[Concept], known: set[str], count: int, seed: int) -> list[Case]:
    """Return concepts of the groups people ask for, drawn by their training weight."""
    chosen = [one for one in concepts if one.group in GROUPS and one.label in known and one.weight >= 0.5]
    weights = np.array([one.weight for one in chosen])
    picks = np.random.default_rng(seed).choice(
        len(chosen), min(count, len(chosen)), replace=False, p=weights / weights.sum()
    )
    return [Case(article(chosen[index].label), (chosen[index].label,)) for index in picks]


def composed_cases(concepts: Sequence[Concept], known: set[str], count: int, seed: int) -> list[Case]:
    """Return pairs that training held out, half with a colour and half with a setting."""
    rng = np.random.default_rng(seed)
    solid = [
        one
        for one in concepts
        if one.group in (3, 4, 5, 7) and one.label in known and one.weight >= 1.1 and len(one.label.split()) == 1
    ]
    # An alias would be the same pair under another name.
    solid = [one for one in solid if one.label not in aliases()]
    cases: list[Case] = []
    for index in rng.permutation(len(solid)):
        label = solid[index].label
        colours = [colour for colour in COLOURS if held_out(colour, label) and colour not in ("gold", "silver")]
        places = [place for place in SETTINGS if held_out(label, place)]
        if colours and sum(case.colour is not None for case in cases) < count // 2:
            cases.append(Case(article(f"{colours[0]} {label}"), (label,), colour=colours[0]))
        elif places and sum(case.setting is not None for case in cases) < count - count // 2:
            cases.append(Case(f"{article(label)} {SETTINGS[places[0]].behind[0]}", (label,), setting=places[0]))
    return cases


def paraphrase_cases(known: set[str]) -> list[Case]:
    return [Case(prompt, right) for prompt, right in PARAPHRASES.items() if known.intersection(right)]


def draw(cases: Sequence[Case], seed: int, batch: int, options: dict[str, Any]) -> Tensor:
    """Draw every prompt with default settings (and `options`); return [N, 3, H, W] over light grey where clear."""
    import pixdraw

    pictures = []
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(cases), batch):
            prompts = [case.prompt for case in cases[start : start + batch]]
            session = pixdraw.run(prompts, seed=seed, outdir=f"{folder}/{start}", **options)
            pictures.append(_over(session.images().cpu(), 0.9))
    return torch.cat(pictures)


def _over(images: Tensor, grey: float) -> Tensor:
    if images.shape[1] == 3:
        return images
    return mix(images[:, :3], images[:, 3:], grey)


def all_labels(known: Sequence[str], concepts: Sequence[Concept]) -> list[str]:
    """Return at least LABELS labels: what the judge knows, every emoji, then the heaviest of the rest."""
    labels = list(dict.fromkeys([*known, *(one.label for one in concepts if one.group >= 0)]))
    rest = [one.label for one in sorted(concepts, key=lambda one: -one.weight) if one.label not in set(labels)]
    return labels + rest[: max(0, LABELS - len(labels))]


def same_names(labels: Sequence[str]) -> dict[str, set[str]]:
    """Return for each label those that share an everyday name with it, itself included."""
    everyday = aliases()
    names = {label: {label, label.removesuffix(" face"), *everyday.get(label, ())} for label in labels}
    owners: dict[str, set[str]] = {}
    for label, own in names.items():
        for name in own:
            owners.setdefault(name, set()).add(label)
    return {label: set().union(*(owners[name] for name in own)) for label, own in names.items()}


def spread(concepts: Sequence[Concept], known: set[str], options: dict[str, Any]) -> tuple[dict[str, float], Tensor]:
    """Draw SPREAD prompts by SPREAD seeds each: root mean square difference between seeds and between prompts."""
    import pixdraw

    prompts = [case.prompt for case in seen_cases(concepts, known, SPREAD, 9)]
    with tempfile.TemporaryDirectory() as folder:
        session = pixdraw.run(prompts, seed=list(range(1, SPREAD + 1)), outdir=folder, **options)
        images = _over(session.images().cpu(), 0.9)
    rows = images.flatten(1).view(SPREAD, SPREAD, -1)
    seeds = torch.stack([torch.pdist(row).mean() for row in rows]).mean()
    return {
        "between seeds": float(seeds / rows.shape[2] ** 0.5),
        "between prompts": float(torch.stack([torch.pdist(row).mean() for row in rows.unbind(1)]).mean())
        / rows.shape[2] ** 0.5,
    }, images


@dataclass(frozen=True)
class Reader:
    """Embeds lists of texts as the judge wants them, each list once; not text by text, as batches round differently."""

    judge: Judge
    known: dict[tuple[str, ...], Tensor] = field(default_factory=dict)

    def __call__(self, texts: Iterable[str]) -> Tensor:
        """Return [len(texts), D]."""
        given = tuple(texts)
        if given not in self.known:
            self.known[given] = self.judge.texts(given)
        return self.known[given]


def score(
    cases: Sequence[Case], images: Tensor, judge: Judge, labels: Sequence[str], *, reader: Reader | None = None
) -> tuple[dict[str, float], list[str]]:
    """Return the figures and, for each picture, what the judge took it for; `reader` knows what was read before."""
    alike, read = same_names(labels), reader or Reader(judge)
    rows: dict[str, list[float]] = {}
    guesses: list[str] = []
    for case, image in zip(cases, images, strict=True):
        texts = read(_said(label, case.colour, case.setting) for label in labels)
        order = [labels[index] for index in judge.rank(image[None], texts)[0].topk(5).indices.tolist()]
        right = set().union(*(alike.get(label, {label}) for label in case.right))
        hits = {
            "top-1": order[0] in right,
            "top-5": bool(right.intersection(order)),
            "strict top-1": order[0] in case.right,
            "strict top-5": bool(set(case.right).intersection(order)),
        }
        guess = order[0]
        if case.colour or case.setting:
            part = _attribute(case, image, read)
            hits |= {
                "attribute": part == (case.colour or case.setting),
                "both": hits["top-1"] and part == (case.colour or case.setting),
            }
            hits["both, object in top-5"] = hits["top-5"] and hits["attribute"]
            guess = f"{part} {order[0]}"
        for name, hit in hits.items():
            rows.setdefault(name, []).append(float(hit))
        guesses.append(("+" if hits["top-1"] else "." if hits["top-5"] else "-") + guess)
    return {name: float(np.mean(values)) for name, values in rows.items()} | {"pictures": float(len(cases))}, guesses


def _said(label: str, colour: str | None, setting: str | None) -> str:
    if colour:
        return article(f"{colour} {label}")
    return f"{article(label)} {SETTINGS[setting].behind[0]}" if setting else article(label)


def _attribute(case: Case, image: Tensor, read: Reader) -> str:
    """Return which colour or setting the judge sees, given the right object."""
    label, options = case.right[0], list(COLOURS) if case.colour else list(SETTINGS)
    texts = [_said(label, one, None) if case.colour else _said(label, None, one) for one in options]
    return options[int(read.judge.rank(image[None], read(texts))[0].argmax())]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=Path("build/evaluation"))
    parser.add_argument("--count", type=int, default=48, help="pictures of each of the first two splits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of pixdraw instead of its default"
    )
    parser.add_argument("--split", action="append", choices=("seen", "composed", "paraphrased", "spread"))
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    concepts = load(TRAINING_SETS, args.work, "perceptor").concepts
    known, _ = known_concepts(args.work)
    labels = all_labels(known, concepts)
    splits = {
        "seen": seen_cases(concepts, set(known), args.count, args.seed),
        "composed": composed_cases(concepts, set(known), args.count, args.seed),
        "paraphrased": paraphrase_cases(set(known)),
    }
    judge = Judge(args.work)
    reader = Reader(judge)
    figures: dict[str, dict[str, float]] = {}
    args.out.mkdir(parents=True, exist_ok=True)
    options = {name: json.loads(value) for name, value in (one.split("=", 1) for one in args.set)}
    for name in args.split or (*splits, "spread"):
        if name == "spread":
            figures[name], images = spread(concepts, set(known), options)
            pictures = [image.permute(1, 2, 0).numpy() for image in images]
            sheet(pictures, [""] * len(pictures), SPREAD, 64).save(args.out / "sheet-spread.png", optimize=True)
            print(name, json.dumps({key: round(value, 3) for key, value in figures[name].items()}), flush=True)
            continue
        cases, start = splits[name], time.monotonic()
        images = draw(cases, args.seed, args.batch, options)
        spent = time.monotonic() - start
        found, guesses = score(cases, images, judge, labels, reader=reader)
        captions = [f"{case.prompt} {guess}" for case, guess in zip(cases, guesses, strict=True)]
        figures[name] = found | {"labels": float(len(labels)), "seconds a picture": spent / len(cases)}
        print(name, json.dumps({key: round(value, 3) for key, value in figures[name].items()}), flush=True)
        pictures = [image.permute(1, 2, 0).numpy() for image in images]
        sheet(pictures, captions, cell=100).quantize(128).save(args.out / f"sheet-{name}.png", optimize=True)
        (args.out / "evaluation.json").write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
