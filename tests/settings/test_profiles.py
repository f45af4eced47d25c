"""Sprites in the style of others: what a style is, how it is kept, what becomes of a sprite."""

from pathlib import Path

import pytest
import torch

from pixdraw import cli
from pixdraw.errors import SettingsError
from pixdraw.imaging.files import save_png
from pixdraw.imaging.style import fill_of, outline_of, tones_of
from pixdraw.proposals.matching import SpriteStyle, matched
from pixdraw.settings import profiles
from pixdraw.settings.model import resolve
from pixdraw.settings.record import Record, redraw

BLACK, RED, DARK_RED = (0.05, 0.05, 0.1), (0.8, 0.2, 0.2), (0.5, 0.1, 0.1)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)


def colour(rgb: tuple[float, float, float]) -> torch.Tensor:
    return (torch.tensor([*rgb, 1.0]) * 255).round().view(4, 1, 1) / 255


def ball(outline: tuple[float, float, float] | None = BLACK, side: int = 16, radius: float = 6.5) -> torch.Tensor:
    """A red ball in two tones on clear ground, with an outline of a colour or none: [4, side, side]."""
    y, x = torch.meshgrid(*[torch.arange(side) - (side - 1) / 2] * 2, indexing="ij")
    seen, inner = torch.hypot(y, x) < radius, torch.hypot(y, x) < radius - 1.2
    out = torch.where((y > 0) & seen, colour(DARK_RED), torch.where(seen, colour(RED), torch.zeros(4, 1, 1)))
    return out if outline is None else torch.where(seen & ~inner, colour(outline), out)


def files(*sprites: torch.Tensor, times: int = 1) -> list[str]:
    names = [f"{number}.png" for number in range(len(sprites))]
    for name, sprite in zip(names, sprites, strict=True):
        save_png(sprite.repeat_interleave(times, 1).repeat_interleave(times, 2), name)
    return names


def test_a_style_is_read_from_enlarged_sprites() -> None:
    found = profiles.profile_of(files(ball(), ball(), times=5))
    assert found["pixel_size"] == [16, 16] and found["sprite_tones"] == 2
    assert found["sprite_outline"] == "#0d0d1a" and set(found["palette"][1:-1].split(",")) == {
        "#0d0d1a",
        "#cc3333",
        "#801a1a",
    }
    assert found["sprite_fill"] == pytest.approx(fill_of(ball()), abs=0.001)
    assert profiles.profile_of(files(ball(None)))["sprite_outline"] == "bare"


def test_like_stands_for_its_settings_and_what_is_given_goes_before_them() -> None:
    text = "|".join(files(ball(), ball()))
    settings = resolve({"prompts": ["a heart"], "like": text, "seed": 1})
    assert settings.like == () and settings.palette_mode == "exact" and settings.size == (384, 384)
    assert "like" not in settings.given() and settings.flat()["pixel_size"] == [16, 16]
    assert (settings.sprite_outline, settings.sprite_tones) == ("#0d0d1a", 2)
    own = resolve(
        {"prompts": ["a heart"], "like": text, "palette": "pico-8", "sprite_outline": "darker", "size": [64, 64]}
    )
    assert (own.palette, own.palette_mode, own.sprite_outline, own.size) == ("pico-8", None, "darker", (64, 64))
    strokes = resolve({"prompts": ["a heart"], "like": text, "drawer": "clipdraw"})
    assert strokes.palette_mode == "exact" and "pixel_size" not in strokes.flat()


def test_a_picture_in_a_style_is_drawn_again_without_the_files_and_in_another_style() -> None:
    first = resolve({"prompts": ["a heart"], "like": files(ball()), "seed": 1})
    record = Record(first.given(), first.flat())
    Path("0.png").unlink()
    assert redraw(record, {}, Path("x.png")).palette == first.palette
    save_png(ball(None, 24, 10), "other.png")
    other = redraw(record, {"like": "other.png"}, Path("x.png"))
    assert other.sprite_outline == "bare" and other.flat()["pixel_size"] == [24, 24]


def test_profiles_are_saved_listed_shown_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> str:
        cli.app(["profile", *words], exit_on_error=False, print_error=False)
        return capsys.readouterr().out

    assert run("list") == ""
    path = run("save", "my game", *files(ball())).strip()
    assert path.endswith("config/pixdraw/profiles/my game.json")
    with pytest.raises(SettingsError, match="profile 'my game' exists"):
        run("save", "my game", "0.png")
    run("save", "my game", "0.png", "--overwrite")
    assert run("list") == "my game\n" and "sprite_outline: #0d0d1a" in run("show", "my game")
    assert resolve({"prompts": ["a heart"], "like": "my game"}).sprite_outline == "#0d0d1a"
    with pytest.raises(SettingsError, match="profile 'mygame' does not exist; choose one of my game"):
        resolve({"prompts": ["a heart"], "like": "mygame"})
    run("remove", "my game")
    assert run("list") == ""


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"like": "nothing"}, "profile 'nothing' does not exist; none is saved yet; or give picture files"),
        ({"like": "../x"}, r"profile '../x': expected a name of letters"),
        ({"like": "clear.png"}, "like=clear.png: the picture is fully transparent"),
        ({"like": "large.png"}, "like=large.png: 300x8 cells; expected pixel art of at most 256"),
        ({"like": ["a.png"] * 10}, "like: 10 pictures; expected 1 to 9"),
        ({"sprite_outline": "thick"}, "sprite_outline='thick': write a colour, darker or bare"),
        ({"sprite_tones": 0}, "sprite_tones"),
    ],
)
def test_errors_are_one_line(given: dict, message: str) -> None:
    save_png(torch.zeros(4, 8, 8), "clear.png")
    save_png(torch.rand(4, 8, 300), "large.png")
    with pytest.raises(SettingsError, match=message):
        resolve({"prompts": ["a heart"], **given})


def test_an_outline_is_recoloured_laid_around_shaded_or_taken_off() -> None:
    blue = colour((0.0, 0.0, 0.4))[:3, 0, 0]
    recoloured = matched(ball()[None], SpriteStyle(outline=blue))[0]
    assert torch.equal(recoloured[3], ball()[3]) and torch.equal(outline_of(recoloured), blue)  # type: ignore[arg-type]
    laid = matched(ball(None)[None], SpriteStyle(outline=blue))[0]
    assert torch.equal(outline_of(laid), blue) and int(laid[3].sum()) > int(ball(None)[3].sum())  # type: ignore[arg-type]
    assert torch.equal(laid[:3, ball(None)[3] > 0], ball(None)[:3, ball(None)[3] > 0])  # it lies around, not over it
    assert outline_of(matched(ball()[None], SpriteStyle(outline="darker"))[0]) == "darker"
    assert outline_of(matched(ball()[None], SpriteStyle(outline="bare"))[0]) == "bare"


def test_tones_and_size_are_matched_and_colours_stay_in_the_palette() -> None:
    palette = torch.stack([colour(one)[:3, 0, 0] for one in (BLACK, RED, DARK_RED)])
    style = SpriteStyle(outline="darker", tones=1, fill=0.5)
    done = matched(ball()[None], style, palette)[0]
    colours = {tuple(row) for row in done[:3, done[3] > 0].T.tolist()}
    assert colours <= {tuple(row) for row in palette.tolist()}
    assert fill_of(done) == pytest.approx(0.5, abs=0.07) and done[3].unique().tolist() == [0, 1]
    assert int((done[3] > 0).any(1).nonzero()[-1]) == int(
        (ball()[3] > 0).any(1).nonzero()[-1]
    )  # it stands where it stood
    assert tones_of(matched(ball(None)[None], SpriteStyle(tones=1))[0]) == 1
    assert torch.equal(matched(ball()[None], SpriteStyle())[0], ball())
    assert torch.equal(matched(torch.zeros(1, 4, 8, 8), style), torch.zeros(1, 4, 8, 8))
