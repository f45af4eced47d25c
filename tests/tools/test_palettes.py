"""The palette desk: sorting, reducing, swapping, checking, and files that read back."""

import json
from pathlib import Path

import pytest
import torch

import pixdraw
from pixdraw import cli
from pixdraw.errors import PixdrawError, SettingsError
from pixdraw.imaging.files import read, save_png
from pixdraw.imaging.palettes import parse_palette
from pixdraw.tools import palettes as desk
from pixdraw.tools.palette_files import write_palette_file

MIXED = "[#0000ff, #ff0000, #808080, #400000, #000040, #800000, black, white]"


def codes(palette: torch.Tensor) -> list[str]:
    return ["#{:02x}{:02x}{:02x}".format(*row) for row in (palette * 255).round().int().tolist()]


def test_ramps_are_greys_then_hues_from_dark_to_light() -> None:
    assert codes(pixdraw.sort_palette(parse_palette(MIXED))) == [
        "#000000", "#808080", "#ffffff", "#000040", "#0000ff", "#400000", "#800000", "#ff0000",
    ]  # fmt: skip


def test_reducing_drops_what_is_nearest_to_another() -> None:
    table = parse_palette("[#ff0000, #fe0000, #00ff00, #0000ff]")
    assert codes(pixdraw.reduce_palette(table, 3))[1:] == ["#00ff00", "#0000ff"]
    with pytest.raises(SettingsError, match="0 colours"):
        pixdraw.reduce_palette(table, 0)


def test_swapped_colours_are_exactly_those() -> None:
    picture = parse_palette("[red, blue, white, red]").T.view(1, 3, 2, 2)
    done = pixdraw.swap_colours(picture, ["red=blue", "blue=red"])
    assert codes(done[0].flatten(1).T) == ["#0000ff", "#ff0000", "#ffffff", "#0000ff"]
    with pytest.raises(SettingsError, match="no pixel is green"):
        pixdraw.swap_colours(picture, {"green": "red"})
    other = desk.swap_palette(picture, parse_palette("[red, blue, white]"), parse_palette("[black, lime, yellow]"))
    assert codes(other[0].flatten(1).T) == ["#000000", "#00ff00", "#ffff00", "#000000"]


def test_contrast_and_colour_blindness() -> None:
    white, black = torch.ones(3), torch.zeros(3)
    assert float(pixdraw.contrast(white, black)) == pytest.approx(21)
    assert torch.allclose(desk.seen_by(torch.ones(1, 3), "protanopia"), torch.ones(1, 3), atol=1e-3)
    pair = parse_palette("[#09a176, #dc446f, #0000ff]")
    found = [(one.first, one.second, one.vision) for one in pixdraw.confusions(pair)]
    assert found == [(0, 1, "deuteranopia")]
    near = parse_palette("[#404040, #414141, white]")
    found = [(one.first, one.second, one.vision) for one in pixdraw.confusions(near)]
    assert found == [(0, 1, "everybody")], "once, though people with a colour blindness mix them up as well"


@pytest.mark.parametrize("name", ["a.gpl", "a.pal", "a.act", "a.hex", "a.png"])
def test_files_read_back(name: str, tmp_path: Path) -> None:
    table = parse_palette("pico-8")
    path = write_palette_file(table, tmp_path / name)
    assert sorted(codes(parse_palette(f"@{path}"))) == sorted(codes(table))
    assert write_palette_file(table, tmp_path / name) == tmp_path / name.replace(".", "-2.")


def test_riff_json_and_css(tmp_path: Path) -> None:
    table = parse_palette("pico-8")
    riff = write_palette_file(table, tmp_path / "b.pal", "riff")
    assert riff.read_bytes()[:12] == b"RIFF" + (16 * 4 + 4 + 12).to_bytes(4, "little") + b"PAL "
    assert codes(parse_palette(f"@{riff}")) == codes(table)
    assert json.loads(write_palette_file(table, tmp_path / "b.json").read_text())["colors"] == codes(table)
    assert "--colour-1: #1d2b53;" in write_palette_file(table, tmp_path / "b.css").read_text()
    with pytest.raises(SettingsError, match="expected one of gpl"):
        write_palette_file(table, tmp_path / "b.xyz")


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.app(["palette"])
    assert "pico-8" in capsys.readouterr().out.split()
    cli.app(["palette", "[#09a176, #dc446f]", "--check"])
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("#09a176  light ") and "hard to tell apart" in out[2]
    save_png(torch.tensor([1.0, 0.0, 0.0]).view(1, 3, 1, 1).expand(1, 3, 4, 4), tmp_path / "red.png")
    cli.app(["palette", str(tmp_path / "red.png"), "--swap", "red=#102030"])
    path = capsys.readouterr().out.strip()
    assert path == str(tmp_path / "red-swapped.png")
    assert codes(read(path)[0].flatten(1).T)[0] == "#102030"
    (tmp_path / "all").mkdir()
    for name in ("a.png", "b.png"):
        save_png(torch.tensor([1.0, 0.0, 0.0]).view(1, 3, 1, 1).expand(1, 3, 4, 4), tmp_path / "all" / name)
    cli.app(["palette", str(tmp_path / "all"), "--swap", "red=blue"])
    assert [Path(one).name for one in capsys.readouterr().out.split()] == ["a-swapped.png", "b-swapped.png"]
    for words, message in (
        (["none.png"], "none.png: cannot be read (no such file)"),
        (["pico-8", "--kind", "riff"], "kind=riff is the format for --export"),
        ([path, "--swap", "#102030=red", "--sort"], "--swap cannot be combined with"),
    ):
        with pytest.raises(PixdrawError) as caught:
            cli.app(["palette", *words], exit_on_error=False, print_error=False)
        assert message in str(caught.value) and "\n" not in str(caught.value)
