"""The decoder is trained alone: what the generator has learned stays."""

import torch
from torch.nn import functional as F

from tests.sprite_generators import small_generator
from training import sprite_decoder
from training.sprite_generator import Lessons, encoded


def pupil(count: int = 6) -> sprite_decoder.Pupil:
    generator = small_generator()
    entries = torch.randint(0, 256, (count, 32, 32), generator=torch.Generator().manual_seed(0), dtype=torch.uint8)
    dim = generator.network.config.text_dim
    lessons = Lessons(
        latents=encoded(generator.autoencoder, entries),
        vectors=F.normalize(torch.ones(2, count, dim), dim=2),
        texts=torch.arange(count)[:, None],
        manner=torch.zeros(count, dtype=torch.long),
        scale=torch.zeros(count, dtype=torch.long),
        shares=torch.zeros(count, 12),
        main=torch.zeros(count, dtype=torch.long),
        weight=torch.ones(count),
        own=count,
        manners=generator.manners,
        keys=generator.network.keys,
        names=list(generator.names),
    )
    palette = (generator.colours * 255).round().to(torch.uint8)
    return sprite_decoder.Pupil(generator, {"entries": entries, "palette": palette}, lessons)


def test_only_the_decoder_learns() -> None:
    learns = pupil()
    before = {name: value.clone() for name, value in learns.network.state_dict().items()}
    optimiser = torch.optim.SGD(learns.learned, lr=1.0)
    torch.manual_seed(0)
    learns.loss().backward()  # type: ignore[no-untyped-call]
    optimiser.step()
    changed = {name for name, value in learns.network.state_dict().items() if not torch.equal(value, before[name])}
    assert changed and all(name.startswith(("decoder.", "out.")) for name in changed)


def test_what_the_denoiser_smooths_has_the_encoders_scale() -> None:
    learns = pupil()
    made = learns.denoised(torch.arange(6))
    assert made.shape == (6, 16, 8, 8)
    assert bool((made.flatten(1).std(1) <= 1.001).all())
