"""Movement from one picture: own colours, one ground line, closed loops, and parts that are found."""

import json
from pathlib import Path

import pytest
import torch

from pixdraw.cli import app
from pixdraw.errors import FileError, SettingsError
from pixdraw.formats.actions_catalog import ACTIONS
from pixdraw.imaging.files import read, save_png
from pixdraw.imaging.style import border
from pixdraw.tools.animate import DIRECTIONS, animate, in_directions, measures
from pixdraw.tools.export import read as frames_of
from pixdraw.tools.motion import shifted, torn
from pixdraw.tools.parts import find

MAN = """
....aa....
....aa....
..bbbbbbccc
..bbbbbb..
...bbbb...
...bbbb...
...bbbb...
...d..d...
...d..d...
...e..e...
"""
FLAME = """
....y....
...yyo...
..yyyoo..
..oyyor..
.rooyorr.
.rrooorr.
..rrrrr..
...www...
...www...
"""
COLOURS = {
    "a": (0.9, 0.7, 0.6), "b": (0.2, 0.3, 0.8), "c": (0.8, 0.8, 0.9), "d": (0.3, 0.2, 0.1), "e": (0.1, 0.1, 0.1),
    "y": (1.0, 0.95, 0.4), "o": (1.0, 0.6, 0.1), "r": (0.8, 0.2, 0.1), "w": (0.3, 0.2, 0.2),
}  # fmt: skip


def sprite(text: str) -> torch.Tensor:
    rows = text.split()
    out = torch.zeros(4, len(rows) + 2, max(map(len, rows)) + 4)
    for y, row in enumerate(rows):
        for x, letter in enumerate(row):
            if letter != ".":
                out[:3, y + 2, x + 2], out[3, y + 2, x + 2] = torch.tensor(COLOURS[letter]), 1
    return out


def test_parts_are_found_in_the_outline() -> None:
    body = find(sprite(MAN))
    assert body is not None
    assert (body.top, body.ground, body.hip) == (2, 12, 9) and len(body.legs) == 2
    assert [leg.nonzero()[:, 1].unique().tolist() for leg in body.legs] == [[5], [8]]
    assert body.limb[4, 10:13].all() and not body.limb[:, :9].any()  # the arm, with what holds it
    assert find(torch.zeros(4, 5, 5)) is None


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("count", [2, 6, 9])
@pytest.mark.parametrize("text", [MAN, FLAME], ids=["man", "flame"])
def test_frames_have_the_sprites_colours_one_ground_line_and_a_closed_loop(action: str, count: int, text: str) -> None:
    frames = animate(sprite(text), [action], count=count)
    assert len(frames) == count and frames.tags[0].name == action
    found = measures(frames)
    assert found.new_colours == 0
    assert found.ground_rows == 0 or action == "float"
    if count > 2 and action != "spin":
        assert found.overlap > 0.4 and found.closing >= found.overlap - 0.05
    assert any((frame != frames.pixels[0]).any() for frame in frames.pixels[1:]) or count == 2
    alone = frames.pixels[0][:, frames.pixels[0][3].any(1)][:, :, frames.pixels[0][3].any(0)]
    still = sprite(text)
    assert torch.equal(alone, still[:, still[3].any(1)][:, :, still[3].any(0)])


def test_legs_move_in_turn_and_one_stands() -> None:
    frames = animate(sprite(MAN), ["walk"], count=8)
    feet = torch.stack([frame[3, -1] for frame in frames.pixels])
    assert (feet.sum(1) >= 1).all()
    assert not torch.equal(frames.pixels[2], frames.pixels[6])


def test_an_arm_swings_about_where_it_is_held() -> None:
    frames = animate(sprite(MAN), ["attack"], count=10)
    arms = [
        (frame[:3] - torch.tensor(COLOURS["c"]).view(3, 1, 1)).abs().sum(0).lt(1e-6).nonzero()
        for frame in frames.pixels
    ]
    heights = [float(arm[:, 0].float().mean()) for arm in arms]
    assert min(heights) < heights[0] < max(heights)  # up, then down
    mirrored = animate(sprite(MAN).flip(2), ["attack"], count=10)
    assert mirrored.pixels.shape == frames.pixels.shape


def test_a_flame_keeps_its_wood() -> None:
    still = sprite(FLAME)
    frames = animate(still, ["flicker"], count=6)
    wood = torch.tensor(COLOURS["w"]).view(3, 1, 1)
    places = [((frame[:3] - wood).abs().sum(0) < 1e-6) & (frame[3] > 0) for frame in frames.pixels]
    assert all(torch.equal(places[0], place) for place in places)
    assert len({frame.numpy().tobytes() for frame in frames.pixels}) == 6


def test_a_coin_turns_mirrored_and_becomes_thin() -> None:
    frames = animate(sprite(MAN), ["spin"], count=8)
    widths = [int(frame[3].any(0).sum()) for frame in frames.pixels]
    assert widths[0] == widths[4] == max(widths) and min(widths) <= 2
    assert torch.equal(frames.pixels[4][3].any(1), frames.pixels[0][3].any(1))
    assert not torch.equal(frames.pixels[4], frames.pixels[0])


def test_directions_mirror_what_is_honest_and_ask_for_the_rest() -> None:
    man = sprite(MAN)
    with pytest.raises(
        SettingsError, match="directions=4 needs a picture of the side and the back: give --side FILE --back"
    ):
        in_directions({"front": man}, ["walk"], 4)
    with pytest.raises(SettingsError, match="directions=3: choose one of 1, 2, 4, 8"):
        in_directions({"front": man}, ["walk"], 3)
    for directions in (2, 4, 8):
        frames = in_directions({"front": man, "side": man, "back": man}, ["idle", "walk"], directions)
        tags = {tag.name: tag for tag in frames.tags}
        assert list(tags) == [f"{action}-{way}" for way in DIRECTIONS[directions] for action in ("idle", "walk")]
        right, left = tags["walk-right"], tags["walk-left"]
        shown = [frames.pixels[tag.first : tag.last + 1] for tag in (right, left)]
        assert torch.equal(shown[0].flip(3), shown[1])
        assert frames.tags[-1].last == len(frames) - 1


def test_the_command_writes_a_film_an_action_or_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    save_png(sprite(MAN), "man.png")
    app(["animate", "man.png", "--action", "idle, walk"])
    assert capsys.readouterr().out.split() == ["man-idle.gif", "man-walk.gif"]
    Path("all").mkdir()
    for name in ("a.png", "b.png"):
        save_png(sprite(MAN), f"all/{name}")
    Path("all/c.png").write_bytes(b"x")
    with pytest.raises(FileError, match="1 of 3 files failed.*c.png"):
        app(["animate", "all"])
    assert capsys.readouterr().out.split() == ["a-idle.gif", "b-idle.gif"]
    assert len(frames_of(["man-walk.gif"])) <= 6
    views = ["--directions", "4", "--side", "man.png", "--back", "man.png"]
    app(
        [
            "animate",
            "man.png",
            "--action",
            "idle,walk",
            *views,
            "--format",
            "sheet",
            "--output",
            "out/hero",
            "--scale",
            "2",
        ]
    )
    told = json.loads(Path("out/hero.json").read_text())
    assert [tag["name"] for tag in told["meta"]["frameTags"]][:2] == ["idle-down", "walk-down"]
    assert told["frames"][0]["sourceSize"]["h"] == 24
    app(["animate", "man.png", "--action", "idle"])
    assert Path("man-idle-2.gif").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "no pictures to move; for example"),
        (["man.png", "--action", "wlak"], "action='wlak': choose one of idle, walk, .*did you mean walk"),
        (["man.png", "--action", ""], "no action: choose some of idle, walk"),
        (["man.png", "--scale", "0"], "scale 0: expected 1 to 64"),
        (["man.png", "--format", "gfi"], "format='gfi': choose one of .*did you mean gif"),
        (["man.png", "--side", "man.png"], "side and back are views for --directions 2, 4 or 8"),
        (["man.png", "--frames", "1"], "frames=1: expected 2 to 64"),
        (["man.png", "--duration-ms", "0"], "duration_ms=0: expected a whole number from 1 to 65535"),
        (["man.png", "--duration-ms", "65536"], "duration_ms=65536: expected a whole number from 1 to 65535"),
        (["full.png"], "the picture has no clear cell: movement needs a sprite on a clear ground"),
        (["none.png"], "none.png: cannot be read"),
        (["man.png", "man.png", "--output", "x"], "output, side and back are for one picture"),
        (["large.png", "--no-native"], "a sprite of 4x300x300: expected"),
    ],
)
def test_errors_are_one_line(words: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save_png(sprite(MAN), "man.png")
    save_png(torch.ones(3, 8, 8), "full.png")
    save_png(torch.zeros(4, 300, 300), "large.png")
    with pytest.raises((SettingsError, FileError), match=message) as caught:
        app(["animate", *words], exit_on_error=False, print_error=False)
    assert "\n" not in str(caught.value)
    assert read("man.png").shape[1] == 4


def test_hanging_hands_are_no_part_of_legs() -> None:
    man = torch.zeros(4, 24, 20)
    for top, bottom, left, right in ((3, 14, 5, 15), (14, 22, 6, 9), (14, 22, 11, 14), (9, 16, 4, 6), (9, 16, 14, 16)):
        man[:, top:bottom, left:right] = 1  # a trunk, legs, arms that hang lower
    body = find(man)
    assert body is not None and len(body.legs) == 2
    assert not torch.stack(body.legs)[:, :, [4, 5, 14, 15]].any()
    lifted = animate(man, ["walk"]).pixels
    low = lifted.shape[2] - man.shape[1]
    assert bool((lifted[:, 3, low + 15, 4] > 0).all()) and bool((lifted[:, 3, low + 15, 15] > 0).all())


def test_what_only_moved_is_no_seam() -> None:
    striped = torch.zeros(4, 12, 12)
    striped[:, 2:10, 2:9] = torch.tensor([0.9, 0.2, 0.1, 1.0]).view(4, 1, 1)
    striped[1, 2:10, 2:9:2] = 0.8
    moved = shifted(striped, down=-1, right=1)
    assert not torn(striped, striped).any() and not torn(moved, striped).any()
    apart = torch.cat([striped[:, :6], moved[:, 6:]], 1)
    assert torn(apart, striped).nonzero()[:, 0].unique().tolist() == [5, 6]


def test_an_outline_is_closed_where_parts_come_apart() -> None:
    solid = torch.zeros(4, 20, 20)
    solid[:, 3:13, 5:13], solid[:, 7:10, 13:18] = torch.tensor([0.8, 0.7, 0.2, 1.0]).view(4, 1, 1), 1
    for left in (5, 10):  # legs
        solid[:, 13:18, left : left + 3] = torch.tensor([0.2, 0.3, 0.8, 1.0]).view(4, 1, 1)
    rim = border(solid[3] > 0)
    black = torch.tensor([0.1, 0.0, 0.1, 1.0]).view(4, 1, 1)
    framed = torch.where(rim, black, solid)
    for frame in animate(framed, ["walk", "attack"]).pixels:
        assert bool((frame[:3, border(frame[3] > 0)] == black[:3, :, 0]).all())
    bare = animate(solid, ["attack"]).pixels
    assert not (bare[:, :3] == black[None, :3]).all(1).any()  # what has no outline gets none


def test_the_wood_below_a_flame_does_not_burn() -> None:
    torch_ = sprite(FLAME)
    wood = (torch_[:3] == torch.tensor(COLOURS["w"]).view(3, 1, 1)).all(0)
    torch_[:3, wood] = torch.tensor((0.67, 0.45, 0.27))[:, None]
    frames = animate(torch_, ["flicker"]).pixels
    rows = [int(row) for row in wood.nonzero()[:, 0].unique()]
    low = frames.shape[2] - torch_.shape[1]
    assert torch.equal(
        frames[:, :, [low + row for row in rows]], frames[:1, :, [low + row for row in rows]].expand(6, -1, -1, -1)
    )
    assert not torch.equal(frames[1], frames[0])
