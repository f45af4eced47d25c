"""Things as true pixel art: what a stage asks for, drawn cell by cell by the sprite generator."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F

from pixdraw.errors import ModelError
from pixdraw.interfaces import Perceptor
from pixdraw.models.sprites import files, phrases
from pixdraw.models.sprites.network import SpriteNetwork
from pixdraw.models.sprites.sampling import SpriteRecipe, draw_sprites, in_colours
from pixdraw.proposals.language.phrases import parse_phrase
from pixdraw.proposals.plan import Stage
from pixdraw.rng import Rng
from pixdraw.text.manner import plain
from pixdraw.text.prompts import Prompt

PIXELS = "pixels"
"""The style of proposals that asks for it."""
RECIPE = SpriteRecipe(steps=1, guidance=1.0)
"""What is known by heart needs no rounds; more of them, or guidance, make it plainer and not better."""


def load_generator(device: torch.device | str) -> SpriteNetwork:
    """Return the built-in sprite generator; ModelError where its weights are missing or damaged."""
    folder = files.BUILT_IN
    if not (folder / "model.safetensors").is_file():
        raise ModelError(f"the built-in sprite generator is missing from {folder}: install pixdraw again")
    try:
        return files.load(folder, device)
    except Exception as error:  # json's, safetensors', torch's; all mean the same
        brief = " ".join(str(error).split())[:160]
        raise ModelError(f"the built-in sprite generator in {folder} is damaged ({brief}); install it again") from error


@torch.no_grad()
def draw_things(
    network: SpriteNetwork, reader: Perceptor, stage: Stage, items: Sequence[Sequence[Prompt]], rng: Rng
) -> Tensor:
    """Return the stage's R things [R, 4, S, S] in [0, 1], straight alpha; by seed half of them look the other way."""
    device = stage.embeds.device
    texts = [_said(stage, items[owner], row) for row, owner in enumerate(stage.owners)]
    meant = (stage.embeds * stage.weights[..., None]).sum(1).cpu()
    embeds = torch.stack(
        [
            F.normalize(mean, dim=0) if text is None else reader.encode_text([text])[0].cpu()
            for text, mean in zip(texts, meant, strict=True)
        ]
    )
    names, said = phrases.names_in(files.BUILT_IN), [text or "" for text in texts]
    text, manner, scale = phrases.choose(network, names, said, embeds, rng)
    entries = draw_sprites(network, text, rng, RECIPE, manner=manner, scale=scale, colours=phrases.colours_in(said))
    turned = rng.at("sprites.turned").integers(high=2)[:, None, None] > 0
    return in_colours(torch.where(turned, entries.flip(2), entries), network.palette).to(device)


def _said(stage: Stage, prompts: Sequence[Prompt], row: int) -> str | None:
    """Return what the row's thing is called; None for one of several, which only their embeddings tell apart."""
    owner = stage.owners[row]
    pulling = [prompt for prompt in prompts if prompt.weight > 0]
    if stage.owners.count(owner) > 1 or not pulling:
        return None
    text = plain(max(pulling, key=lambda prompt: prompt.weight).text)
    return parse_phrase(text).thing if stage.staged[owner] or stage.counts[row] > 1 else text
