import struct
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from torch import Tensor

from pixdraw.errors import FileError, SettingsError
from pixdraw.imaging.palettes import MOST_COLOURS, NAMED, _oklch, parse_colour, parse_palette, resample, write_palette


def grey(palette: Tensor) -> list[float]:
    assert torch.equal(palette[:, 0], palette[:, 1]) and torch.equal(palette[:, 0], palette[:, 2])
    return palette[:, 0].tolist()


def same(palette: Tensor, *colours: str) -> bool:
    expected = [[int(colour[start : start + 2], 16) for start in (0, 2, 4)] for colour in colours]
    return torch.equal((palette * 255).round(), torch.tensor(expected, dtype=torch.float32))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("white", [n / 15 for n in range(16)]),
        (r"black->white\4", [0, 1 / 3, 2 / 3, 1]),
        (r"black->white->black\5", [0, 0.5, 1, 0.5, 0]),
        (r"black->white->black\4", [0, 2 / 3, 2 / 3, 0]),
        (r"[black,white]\3", [0, 0.5, 1]),
        (r" black -> white \ 4 ", [0, 1 / 3, 2 / 3, 1]),
        (r"[ black , white ] \ 3", [0, 0.5, 1]),
        (r"white\1", [1]),
        (r"black->white\1", [1]),
        (r"[black]\3", [0, 0, 0]),
        ("[white]", [1]),
        ("(51+51+51)\\2", [0, 0.2]),
        ("[[0.5+0.5+0.5], (51+51+51)]", [0.5, 0.2]),
        ("[0.5+0.5+0.5]", [0.5]),
        (r"[.5+.5+.5]->white\2", [0.5, 1]),
        ("pixel_grayscale\\2", [0, 1]),
        ("[rgb(255, 255, 255), #fff, #000000, mat:White]", [1, 1, 0, 1]),
        ("white\\2;", [0, 1]),
    ],
)
def test_ramps_lists_and_counts_follow_the_grammar(text: str, expected: list[float]) -> None:
    palette = parse_palette(text)
    assert palette.dtype == torch.float32
    assert grey(palette) == pytest.approx(expected, abs=1e-7)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("red->white;blue->yellow", 32),
        ("red;blue;yellow", 48),
        (r"red\8;blue->yellow\8", 16),
        ("red->yellow;[black]", 17),
        (r"red\8; blue -> yellow \8", 16),
    ],
)
def test_sections_are_joined(text: str, count: int) -> None:
    assert parse_palette(text).shape == (count, 3)


@pytest.mark.parametrize(
    "colour",
    [
        "rgb(999,0,0)",
        "rgb(0,256,0)",
        "rgb(101%,0%,0%)",
        "rgba(300,0,0,255)",
        "hsl(0,0%,300%)",
        "hsl(0,900%,50%)",
        "hsv(0,0%,101%)",
        "(256+0+0)",
        "[0+1.01+0]",
        f"({'9' * 400}+0+0)",
    ],
)
@pytest.mark.parametrize("way", ["[{}]", "{}", r"black->{}\5", "{}->black", "white;[black,{}]"])
def test_colours_brighter_than_white_are_refused_on_every_way_in(colour: str, way: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_palette(way.format(colour))
    assert len(str(caught.value)) < 400
    with pytest.raises(SettingsError, match="pen_color"):
        parse_colour(colour, "pen_color")


def test_a_colour_may_lack_its_sign() -> None:
    assert same(parse_palette("[1a1c2c, 257179, 000000]"), "1a1c2c", "257179", "000000")


def test_names_are_those_of_css() -> None:
    assert same(parse_palette("[red, green, rebeccapurple]"), "ff0000", "008000", "663399")
    assert parse_palette(r"[pixel_orange]")[0].tolist() == pytest.approx([1, 0.8, 0.2])


def test_names_of_the_xkcd_survey_are_known_after_those_of_css() -> None:
    assert same(parse_palette("[xkcd:red, red, blood red, XKCD: Blood Red]"), "e50000", "ff0000", "980002", "980002")
    assert len(parse_palette(r"seafoam->dried blood\5;slime green")) == 21
    with pytest.raises(SettingsError, match="unknown colour 'xkcd:#ff0000'"):
        parse_palette("xkcd:#ff0000")


@pytest.mark.parametrize(
    "text",
    ["", " ; ", "no colour", "red\\0", "red\\x", "red\\", "red\\99999", "[red", "[]", "red->", "->", "(300+0+0)"]
    + ["[[2+0+0]]", "(1.1.1+0+0)", "[red blue]", "red,blue", "#12345"],
)
def test_anything_else_is_one_line(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_palette(text)
    assert "\n" not in str(caught.value) and str(caught.value).startswith("palette ")


def test_a_mistyped_colour_gets_a_suggestion() -> None:
    with pytest.raises(SettingsError, match="did you mean orange"):
        parse_palette("ornage->red")


def test_few_colours_of_a_picture_are_taken_as_they_are(tmp_path: Path) -> None:
    image = Image.new("RGBA", (10, 10), "#445566")
    image.paste("#112233", (0, 0, 4, 8))
    image.paste((255, 0, 0, 0), (0, 0, 1, 10))
    image.save(tmp_path / "x.png")
    for text in (f"@{tmp_path / 'x.png'}", f"@{tmp_path / 'x.png'}\\2"):
        assert same(parse_palette(text), "445566", "112233")  # the commonest first
    assert len(parse_palette(f"[red];@{tmp_path / 'x.png'} \\1")) == 2


def test_many_colours_of_a_picture_are_cut_to_the_number(tmp_path: Path) -> None:
    Image.linear_gradient("L").convert("RGB").save(tmp_path / "x.png")
    palette = parse_palette(f"@{tmp_path / 'x.png'}\\8")
    assert palette.shape == (8, 3)
    assert palette[:, 0].sort().values.diff().min() > 0.08
    assert palette.min() < 0.1 and palette.max() > 0.9
    assert len(parse_palette(f"@{tmp_path / 'x.png'}")) == 255


def test_a_windows_path_is_no_count(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="sky.png"):
        parse_palette(r"@C:\pictures\sky.png")


def test_tables_of_colours_are_read(tmp_path: Path) -> None:
    act = bytes([1, 2, 3, 4, 5, 6]) + bytes(762)
    (tmp_path / "a.act").write_bytes(act + struct.pack(">HH", 2, 0xFFFF))
    (tmp_path / "b.act").write_bytes(act)
    (tmp_path / "c.gpl").write_text("GIMP Palette\nName: x\nColumns: 2\n# y\n  1   2   3\tnavy\n4 5 6\n")
    (tmp_path / "d.hex").write_text("010203\r\n#040506\r\n\r\n")
    for name in ("a.act", "c.gpl", "d.hex"):
        assert same(parse_palette(f"@{tmp_path / name}"), "010203", "040506")
        assert len(parse_palette(f"@{tmp_path / name}\\5")) == 5
    assert len(parse_palette(f"@{tmp_path / 'b.act'}")) == 256


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.png", b"no"),
        ("x.act", b"no"),
        ("x.gpl", b"no"),
        ("x.hex", b"zz"),
        ("x.hex", b"ff"),
        ("x.hex", b"\xff"),
        ("x.hex", b""),
        ("x.pal", b"1234"),
        ("x.pal", b"RIFF"),
        ("x.pal", b"RIFF\x18\0\0\0PAL data\x0c\0\0\0\0\x03\x02\0" + bytes(4)),
        ("x.pal", b"RIFF\x18\0\0\0PAL data"),
        ("x.pal", b"JASC-PAL\n0100\n2\n1 2 3\n-4 5 6\n"),
        ("x.pal", b"JASC-PAL\n0100\n2\n1 2 3\n256 5 6\n"),
        ("x.pal", b"JASC-PAL\n0100\n2\n1 2 3\n4 5\n"),
        ("x.pal", b"0 0 0\n1 2 three\n"),
        ("x.pal", b"a few words of prose, 48 bytes of them and more.."),
        ("x.pal", b"\x89PNG\r\n\x1a\n" + bytes(40)),
        ("x.pal", bytes(3 * 600)),
        ("x.act", b"a few words of prose"),
        ("x.gpl", b"GIMP Palette\n1 2 3\n-1 2 3\n"),
        ("x.gpl", b"GIMP Palette\n999 2 3\n"),
        ("x.gpl", b"GIMP Palette\nName: none\n"),
        ("x.hex", b"010203\n-40506\n"),
        ("x.txt", b"PK\x03\x04"),
        ("x.png", b"%!PS-Adobe-3.0 EPSF-3.0\n"),
        ("x.pal", b"JASC-PAL\r\n0100\r\n1\r\na b c\r\n"),
    ],
)
def test_a_damaged_file_is_one_line(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(FileError, match=name) as caught:
        parse_palette(f"@{tmp_path / name}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [("x.hex", b"010203\n"), ("x.pal", b"JASC-PAL\n0100\n1\n1 2 3\n"), ("x.gpl", b"GIMP Palette\n1 2 3\n")],
)
def test_a_byte_order_mark_does_no_harm(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + data)
    assert same(parse_palette(f"@{tmp_path / name}"), "010203")


@pytest.mark.parametrize("name", ["x.ase", "x.aseprite"])
def test_palettes_of_kinds_that_are_not_read_say_what_to_export(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"ASEF")
    with pytest.raises(FileError, match=r"not read; export the palette as \.gpl or \.hex"):
        parse_palette(f"@{tmp_path / name}")


def test_a_missing_or_clear_picture_is_one_line(tmp_path: Path) -> None:
    Image.new("RGBA", (3, 3)).save(tmp_path / "clear.png")
    for name in ("missing.png", "missing.act", "clear.png"):
        with pytest.raises(FileError, match=name):
            parse_palette(f"@{tmp_path / name}")


def test_resampling_meets_the_stops_exactly() -> None:
    stops = torch.rand(5, 3)
    assert torch.equal(resample(stops, 5), stops)
    assert torch.equal(resample(stops, 9)[::2], stops)


@pytest.mark.parametrize("name", NAMED)
def test_named_palettes_are_taken_whole_and_joined(name: str) -> None:
    palette = parse_palette(name)
    assert len(palette) == len(NAMED[name].split()) == len(palette.unique(dim=0))
    assert len(parse_palette(f"{name.upper()} ; [red]")) == len(palette) + 1


def test_pico_8_has_its_sixteen_colours() -> None:
    palette = parse_palette("pico-8")
    assert palette.shape == (16, 3)
    assert same(palette[[0, 8, 15]], "000000", "ff004d", "ffccaa")


def test_the_composite_palette_has_its_hues_in_order() -> None:
    palette = parse_palette("nes-like")
    assert len(palette) >= 50
    blue, red, green = (palette[1 + 13 + hue] for hue in (2, 6, 10))  # the second row, after black and a row of 13
    assert blue.argmax() == 2 and red.argmax() == 0 and green.argmax() == 1


def test_ramps_go_from_dark_to_light_and_shadows_are_bluer() -> None:
    colours = parse_palette("ramps-32")
    assert len(colours.unique(dim=0)) == 32
    ramps = colours.view(8, 4, 3)
    luma = ramps @ torch.tensor([0.2126, 0.7152, 0.0722])
    assert (luma.diff(dim=1) > 0.1).all()
    share = ramps[1:, :, 2] / ramps[1:].sum(2)  # of blue
    assert (share[:2, 0] > share[:2, 1]).all()
    # white and red of the source's own table (OKLab 1, 0, 0 and 0.628, 0.225, 0.126)
    assert _oklch(1, 0, 0) == "#ffffff"
    assert _oklch(0.62796, 0.25768, 29.234) == "#ff0000"


def test_three_kinds_of_pal_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.pal").write_text("JASC-PAL\r\n0100\r\n2\r\n1 2 3\r\n4 5 6\r\n")
    chunk = struct.pack("<HH", 0x300, 2) + bytes([1, 2, 3, 0, 4, 5, 6, 0])
    riff = b"PAL data" + struct.pack("<I", len(chunk)) + chunk
    (tmp_path / "b.pal").write_bytes(b"RIFF" + struct.pack("<I", len(riff)) + riff)
    (tmp_path / "c.pal").write_bytes(bytes([1, 2, 3, 4, 5, 6]))
    for name in "abc":
        assert same(parse_palette(f"@{tmp_path / name}.pal"), "010203", "040506")


GPL = b"GIMP Palette\nName: 1 2 3\nColumns: 2\n# 9 9 9\n  1   2   3\tnavy\n4 5 6 7 up\n"


@pytest.mark.parametrize(
    "data",
    [
        GPL,
        b"JASC-PAL\n0100\n2\n1 2 3\n4 5 6\n",
        b"\xef\xbb\xbfjasc-pal\r\n\r\n0100\r\n2\r\n\r\n1 2 3\r\n\r\n4 5 6\r\n",
        b"1 2 3\n4,5,6\n",
        b"; mine\n010203\n#040506\n",
        b"0x010203\n0X040506\n",
        b";paint.net Palette File\n;two\nFF010203\n80040506\n",
        "JASC-PAL\n0100\n2\n1 2 3\n4 5 6\n".encode("utf-16"),
    ],
)
@pytest.mark.parametrize("name", ["x.pal", "x.gpl", "x.hex", "x.act", "x.txt", "x.png", "x"])
def test_tables_are_known_by_their_content(data: bytes, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert same(parse_palette(f"@{tmp_path / name}"), "010203", "040506")


@pytest.mark.parametrize(
    "data",
    [
        b"JASC-PAL\n0100\n3\n1 2 3 255\n9 9 9 0\n4 5 6 128\n",
        b"GIMP Palette\nChannels: RGBA\n1 2 3 255 a\n9 9 9 127 b\n4 5 6 200 c\n",
        b"GIMP Palette\n1 2 3 255\n9 9 9 0\n4 5 6 255\n",
        b"1 2 3 255\n9 9 9 0\n4 5 6 255\n",
        b";paint.net\nFF010203\n00090909\nFF040506\n",
    ],
)
def test_transparent_entries_are_no_colours(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.pal").write_bytes(data)
    assert same(parse_palette(f"@{tmp_path / 'x.pal'}"), "010203", "040506")


def test_numbers_as_names_are_no_alpha(tmp_path: Path) -> None:
    (tmp_path / "x.gpl").write_text("GIMP Palette\n1 2 3 0\n4 5 6 1\n")
    (tmp_path / "y.gpl").write_text("GIMP Palette\n1 2 3 010203\n4 5 6 040506\n")
    for name in ("x.gpl", "y.gpl"):
        assert same(parse_palette(f"@{tmp_path / name}"), "010203", "040506")


def test_tables_that_contradict_themselves_are_told(tmp_path: Path) -> None:
    (tmp_path / "x.act").write_bytes(bytes(range(256)) * 3 + b"\x02\x00\xff\xff")
    (tmp_path / "x.pal").write_bytes(b"JASC-PAL\n0100\n16\n1 2 3\n4 5 6\n")
    for name, words in (("x.act", "bytes in reverse order"), ("x.pal", "announces 16 colours and holds 2")):
        with pytest.warns(UserWarning, match=words):
            assert len(parse_palette(f"@{tmp_path / name}")) == 2


@pytest.mark.parametrize("turned", [False, True])
def test_a_strip_keeps_its_order(turned: bool, tmp_path: Path) -> None:
    colours = ["ff8000", "000000", "ffffff", "0000ff", "00ff00"]
    image = Image.new("RGB", (60, 8))
    for place, colour in enumerate(colours):
        image.paste(f"#{colour}", (place * 8, 0, 60, 8))  # the last is the widest
    (image.transpose(Image.Transpose.TRANSPOSE) if turned else image).save(tmp_path / "x.png")
    assert same(parse_palette(f"@{tmp_path / 'x.png'}"), *colours)


def test_swatches_as_often_as_each_other_keep_their_order(tmp_path: Path) -> None:
    image = Image.new("RGB", (4, 4), "#111111")
    for place, colour in (((2, 0), "#ffffff"), ((0, 2), "#000000"), ((2, 2), "#888888")):
        image.paste(colour, (*place, place[0] + 2, place[1] + 2))
    image.save(tmp_path / "x.png")
    assert same(parse_palette(f"@{tmp_path / 'x.png'}"), "111111", "ffffff", "000000", "888888")


def test_a_picture_named_as_a_table_is_a_picture(tmp_path: Path) -> None:
    Image.new("RGB", (2, 2), "#010203").save(tmp_path / "x.pal", "PNG")
    assert same(parse_palette(f"@{tmp_path / 'x.pal'}"), "010203")


def test_one_colour_can_be_asked_for() -> None:
    assert parse_colour("(255+0+0)", "x") == (1, 0, 0)
    with pytest.raises(SettingsError, match="edge_color='no colour': no colour"):
        parse_colour("no colour", "edge_color")


@pytest.mark.parametrize("name", ["mine.pal", "deep/folder/mine.GPL", "red->mine.png"])
def test_a_file_without_its_sign_is_told_of_it(name: str) -> None:
    file = name.split("->")[-1]
    with pytest.raises(SettingsError, match=f"unknown colour .*a file is named with @ before it: @{file}"):
        parse_palette(name)


def test_a_palette_has_up_to_the_most_colours_and_no_more() -> None:
    assert len(parse_palette(rf"red->blue\{MOST_COLOURS}")) == MOST_COLOURS
    with pytest.raises(SettingsError, match=f"1 to {MOST_COLOURS}"):
        parse_palette(rf"red->blue\{MOST_COLOURS + 1}")


@settings(deadline=None, derandomize=True, database=None)
@given(st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=8))
def test_any_palette_of_bytes_reads_back_as_it_was(rows: list[tuple[int, int, int]]) -> None:
    palette = torch.tensor(rows, dtype=torch.float32) / 255
    assert torch.equal(parse_palette(write_palette(palette)), palette)
