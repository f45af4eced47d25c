"""Palettes as a filter and in the pixel drawer: the colours of what is saved are counted."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from pixdraw.assembly.driving import drive
from pixdraw.errors import SettingsError
from pixdraw.filters import lookup
from pixdraw.imaging.colour import mix_colours, nearest_colour, nearest_index, oklab, own_colours
from pixdraw.imaging.files import read, to_uint8
from pixdraw.imaging.palettes import parse_palette
from pixdraw.interfaces import GridDrawer
from pixdraw.rng import Rng
from pixdraw.sinks.standard import standard_sinks
from pixdraw.testing import check_filter, example_context
from tests.fakes import small_session


def finish(**given: Any):
    session = small_session(**given)
    for _ in session.run():
        pass
    return session


def colours_of(image: Tensor) -> set[tuple[int, ...]]:
    """The colours of a picture [C, H, W], those of clear pixels left out; alpha must be all or nothing."""
    pixels = to_uint8(image).flatten(1).T
    if pixels.shape[1] == 4:
        assert set(pixels[:, 3].tolist()) <= {0, 255}
        pixels = pixels[pixels[:, 3] == 255, :3]
    return {tuple(row) for row in pixels.tolist()}


def bytes_of(palette: Tensor) -> set[tuple[int, ...]]:
    return {tuple(row) for row in to_uint8(palette).tolist()}


@pytest.mark.parametrize(
    "given",
    [{}, {"lookup_dither": "ordered", "lookup_beta": 0.0}, {"lookup_dither": "diffusion", "lookup_dither_dot": 3}],
)
def test_contract(given: dict) -> None:
    check_filter(lookup, config=lookup.Config(**given))


def test_every_pixel_is_shown_in_its_nearest_colour() -> None:
    image = torch.tensor([[0.9, 0.1, 0.1], [0.2, 0.1, 0.2], [0.1, 0.6, 0.1]]).T.view(1, 3, 1, 3)
    context = example_context()  # black, white, red, half green, blue
    out, penalty = lookup.build(lookup.Config(), context)(image, Rng((0,)), 0)
    assert torch.equal(out[0, :, 0].T, torch.tensor([[1.0, 0, 0], [0, 0, 0], [0, 0.5, 0]]))
    squares = 3 * 0.01 + (0.04 + 0.01 + 0.04) + 3 * 0.01
    assert penalty.tolist() == pytest.approx([0.25 * squares / 9])


def test_the_gradient_passes_and_the_penalty_pulls() -> None:
    image = torch.full((1, 3, 2, 2), 0.9).requires_grad_()
    out, penalty = lookup.build(lookup.Config(), example_context())(image, Rng((0,)), 0)
    (grad,) = torch.autograd.grad(out.sum(), image, retain_graph=True)
    assert torch.equal(grad, torch.ones_like(image))
    (pull,) = torch.autograd.grad(penalty.sum(), image)
    assert (pull < 0).all()  # towards white


def test_oklab_has_its_authors_values() -> None:
    # Ottosson 2020, by his own conversion; next to black it is shifted on purpose.
    colours = torch.tensor([[1.0, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, 0.5, 0.5]]).T
    wanted = [[1, 0, 0], [0.628, 0.225, 0.126], [0.866, -0.234, 0.179], [0.452, -0.032, -0.312], [0.598, 0, 0]]
    assert torch.allclose(oklab(colours).T, torch.tensor(wanted), atol=2.5e-3)
    black = torch.zeros(3, 1, requires_grad=True)
    oklab(black)[0].sum().backward()
    assert black.grad is not None and 0 < float(black.grad.max()) < 10


def test_nearest_agrees_with_all_distances() -> None:
    image, palette = torch.rand(2, 3, 9, 7), torch.rand(11, 3)
    seen = torch.stack([oklab(item.flatten(1)) for item in image]).view(2, 3, 9, 7)
    every = (seen[:, None] - oklab(palette.T).T[None, :, :, None, None]).square().sum(2)
    assert torch.equal(nearest_index(image, palette), every.argmin(1))
    own = torch.stack([palette, palette.flip(0)])
    assert torch.equal(nearest_colour(image, own), nearest_colour(image, palette))


def test_own_colours_are_found_and_clear_pixels_do_not_count() -> None:
    wanted = parse_palette("[red, lime, blue, white]")
    image = wanted[torch.arange(64) % 4].T.reshape(1, 3, 8, 8)
    found = own_colours(image, 4)[0]
    assert torch.allclose(found.sort(0).values, wanted.sort(0).values)
    alpha = (torch.arange(64) % 4 < 2).float().view(1, 1, 8, 8)
    assert bytes_of(own_colours(image, 4, alpha)[0]) == {(255, 0, 0), (0, 255, 0)}
    two = own_colours(torch.tensor([0.0, 0.2, 0.8, 1.0]).view(1, 1, 2, 2).expand(1, 3, 2, 2), 2)[0, :, 0]
    assert two.sort().values.tolist() == pytest.approx([0.1, 0.9])


def test_a_mix_of_colours_sharpens_to_the_nearest() -> None:
    image, palette = torch.rand(2, 3, 5, 4), parse_palette("pico-8")
    near = nearest_colour(image, palette)
    gaps = [(mix_colours(image, palette, sharp) - near).abs().mean().item() for sharp in (1.0, 10.0, 100.0, 1e5)]
    assert gaps == sorted(gaps, reverse=True) and gaps[-1] < 1e-2
    assert torch.equal(mix_colours(image, palette, torch.inf), near)
    middle = torch.full((1, 3, 1, 1), 0.445)  # of black and white in lightness, black being at 0.1
    assert torch.allclose(mix_colours(middle, parse_palette("1-bit"), 7.0), torch.tensor(0.5), atol=0.03)


def test_a_colour_named_twice_counts_once() -> None:
    image, palette = torch.rand(1, 3, 4, 4), torch.eye(3)
    assert torch.equal(mix_colours(image, palette, 5.0), mix_colours(image, torch.cat([palette, palette[:1]]), 5.0))


@pytest.mark.parametrize(
    ("colour", "named"), [((222, 46, 54), (255, 0, 77)), ((255, 0, 0), (255, 0, 77)), ((30, 80, 40), (95, 87, 79))]
)
def test_the_nearest_colour_is_the_one_that_looks_alike(colour: tuple, named: tuple) -> None:
    """Of PICO-8: a red is its red, not its brown."""
    image = torch.tensor(colour).view(1, 3, 1, 1) / 255
    assert bytes_of(nearest_colour(image, parse_palette("pico-8"))[0, :, :, 0].T) == {named}


@pytest.mark.parametrize("transparent", [False, True])
@pytest.mark.parametrize("kind", ["rect", "hex", "knit"])
def test_exact_pictures_and_sprites_have_palette_colours_only(kind: str, transparent: bool) -> None:
    given: dict[str, Any] = {"palette_mode": "exact", "pixel_type": kind, "transparent": transparent, "size": "43x35"}
    session = finish(palette="pico-8", **given)
    assert isinstance(session.drawer, GridDrawer)
    for picture in (session.images()[0], session.drawer.cells()[0].detach()):
        used = colours_of(picture)
        assert used <= bytes_of(parse_palette("pico-8")) and len(used) > 1


@pytest.mark.parametrize("given", [{"palette_mode": "exact"}, {"palette_mode": "lookup", "pixel_type": "hex"}])
def test_a_palette_size_bounds_the_colours(given: dict) -> None:
    session = finish(palette_size=3, prompts=["red", "green"], iterations=20, **{"transparent": False, **given})
    pictures = [*session.images()]
    if given["palette_mode"] == "exact":
        pictures += [*session.drawer.cells().detach()]
    assert [len(colours_of(picture)) for picture in pictures] == [3] * len(pictures)


def test_an_exact_run_stopped_early_keeps_to_the_palette() -> None:
    session = small_session(palette="pico-8", palette_mode="exact")
    for event in session.run():
        if event.step == 3:
            break
    assert colours_of(session.images()[0]) <= bytes_of(parse_palette("pico-8"))


@pytest.mark.parametrize(
    "given",
    [
        {"palette": "pico-8", "palette_mode": "exact"},
        {"palette_size": 4, "palette_mode": "exact", "transparent": False},
        {"palette": "pico-8", "palette_mode": "lookup"},
        {"palette_size": 4, "palette_mode": "lookup"},
        {"filters": "lookup", "lookup_dither": "ordered", "transparent": False},
    ],
)
def test_batch_equals_single_runs(given: dict) -> None:
    batch = finish(prompts=["red", "green"], seed=[1, 2], iterations=6, **given).images()
    singles = [finish(prompts=p, seed=s, iterations=6, **given).images() for p in ("red", "green") for s in (1, 2)]
    assert torch.equal(batch, torch.cat(singles))


def test_a_drawer_without_cells_gets_exact_colours_by_lookup() -> None:
    given: dict[str, Any] = {
        "drawer": "clipdraw",
        "strokes": 8,
        "pixel_size": None,
        "iterations": 3,
        "transparent": False,
    }
    session = finish(palette="pico-8", palette_mode="exact", **given)
    assert not isinstance(session.drawer, GridDrawer)
    assert colours_of(session.images()[0]) <= bytes_of(parse_palette("pico-8"))
    assert len(colours_of(finish(palette_size=3, palette_mode="exact", **given).images()[0])) == 3


def test_dithering_mixes_two_colours_in_proportion() -> None:
    image = torch.full((1, 3, 32, 32), 0.5 + 0.25 * 0.2)
    context = example_context()
    config = lookup.Config(lookup_dither="ordered")
    palette = torch.tensor([[0.4, 0.4, 0.4], [0.6, 0.6, 0.6]])
    out, _ = lookup.build(config, replace(context, palette=palette))(image, Rng((0,)), 0)
    assert (out == 0.6).float().mean().item() == pytest.approx(0.75)


def test_saved_pictures_and_sprites_hold_palette_colours_only(tmp_path: Path) -> None:
    session = small_session(palette="pico-8", palette_mode="exact", save_sprite=True, outdir=str(tmp_path), seed=[1, 2])
    sinks = standard_sinks(session)
    for _ in drive(session, sinks):
        pass
    files = sorted(tmp_path.rglob("*.png"))
    assert len(files) == 4
    for file in files:
        used = colours_of(read(file)[0])
        assert used <= bytes_of(parse_palette("pico-8")) and 1 < len(used) <= 16


@pytest.mark.parametrize("dot", [1, 4])
def test_diffusion_keeps_the_mean_with_two_colours(dot: int) -> None:
    ramp = torch.linspace(0, 1, 64).expand(2, 3, 64, 64).contiguous()
    ramp[1] = 1 - ramp[1]
    context = replace(example_context(), palette=parse_palette("1-bit"))
    config = lookup.Config(lookup_dither="diffusion", lookup_dither_dot=dot)
    out, _ = lookup.build(config, context)(ramp, Rng((0, 1)), None)
    assert bytes_of(out.transpose(0, 1).flatten(1).T) == {(0, 0, 0), (255, 255, 255)}
    for start in range(0, 64, 16):
        middle = slice(start, start + 16)
        assert out[..., middle].mean((1, 2, 3)).tolist() == pytest.approx(
            ramp[..., middle].mean((1, 2, 3)).tolist(), abs=0.05
        )
    dots = out.unflatten(3, (-1, dot)).unflatten(2, (-1, dot))
    assert torch.equal(dots, dots[:, :, :, :1, :, :1].expand_as(dots))
    alone, _ = lookup.build(config, context)(ramp[1:], Rng((1,)), None)
    assert torch.equal(alone, out[1:])


def test_exact_with_dither_is_dithered_and_exact() -> None:
    given: dict[str, Any] = {
        "palette": "[black, white]",
        "palette_mode": "exact",
        "lookup_dither_dot": 4,
        "transparent": False,
    }
    plain = finish(**given, iterations=3).images()
    dithered = finish(**given, iterations=3, lookup_dither="diffusion").images()
    assert colours_of(dithered[0]) == {(0, 0, 0), (255, 255, 255)}
    assert not torch.equal(plain, dithered)


def test_diffusion_takes_no_more_colours_than_it_can() -> None:
    with pytest.raises(SettingsError, match="at most 256 colours, the palette has 300"):
        small_session(palette=r"red->blue\300", palette_mode="lookup", lookup_dither="diffusion")
