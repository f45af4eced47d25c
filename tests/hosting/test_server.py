"""What the model over HTTP draws, as `python -m cog.server.http` serves it."""

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from examples.http_client import Client, content
from pixdraw.hosting.local import LocalServer
from tests.hosting.files import data_url, picture
from tests.hosting.served import SMALL, drawn, outputs, settings_in
from tests.hosting.texts import EVERY_TEXT


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({"prompts": "a blue|green tree:0.5"}, {"prompts": ["a blue|green tree:0.5"]}),
        (
            {"drawer": "clipdraw", "settings": "size: 32x32\nnum_cuts: 2\ninit: none\nstrokes: 8"},
            {"drawer": "clipdraw", "strokes": 8},
        ),
        ({"quality": "tiny"}, {"quality": "tiny", "perceptors": ["tiny"]}),
        ({"aspect": "widescreen", "settings": "scale: 0.25\ninit: none"}, {"aspect": "widescreen", "size": [50, 28]}),
        ({"pixel_type": "hex"}, {"pixel_type": "hex"}),
        ({"pixel_size": "7x5"}, {"pixel_size": [7, 5]}),
        ({"pixel_scale": 4.5}, {"pixel_scale": 4.5}),
        ({"palette": "black->white\\4"}, {"palette": "black->white\\4"}),
        ({"transparent": False}, {"transparent": False}),
        ({"transparent": True}, {"transparent": True}),
        ({"iterations": 3}, {"iterations": 3}),
        ({"seed": 12345}, {"seed": [12345]}),
        ({"seed": 5, "num_outputs": 3}, {"seed": [7]}),
        (
            {"settings": "size: 48x32\nnum_cuts: 3\ninit: none\nauto_stop: true"},
            {"size": [48, 32], "num_cuts": 3, "auto_stop": True},
        ),
        ({"init_image": data_url(picture("red"))}, {"init_image": "init_image.png"}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_every_input_reaches_the_run(client: Client, tmp_path: Path, inputs: dict, expected: dict) -> None:
    result, answer = drawn(client, **inputs)
    found = settings_in(result, tmp_path)
    assert {name: found[name] for name in expected} == expected
    assert len(answer["output"]) == inputs.get("num_outputs", 1)


@pytest.mark.parametrize(
    ("inputs", "text"),
    [each for each in EVERY_TEXT if each[0].get("drawer") != "vqgan"],  # which may have no weights
    ids=lambda given: next(iter(given.values())),
)
def test_everything_a_text_may_set_reaches_the_run(
    client: Client, tmp_path: Path, inputs: dict[str, Any], text: dict[str, Any]
) -> None:
    text = {"size": [32, 32], "num_cuts": 2, "init": "none", **text, "batches": 1}
    found = settings_in(drawn(client, **inputs, settings=yaml.safe_dump(text))[0], tmp_path)
    chosen_by = {"candidates", "keep_best", "rank"}  # a picture that was kept is drawn again by itself
    assert {name: found[name] for name in text if name not in chosen_by} == {
        name: value for name, value in text.items() if name not in chosen_by
    }


def test_what_a_text_sets_changes_the_picture(client: Client) -> None:
    none = "init: none\npixel_parameters: cells"
    texts = (
        none,
        f"{none}\nnegative_prompts: red",
        f"{none}\nlabels: sea",
        f"{none}\nspot_prompts: sea",
        f"{none}\nnoise_prompt_seeds: 7",
        f"{none}\nzoom: 1.5\nzoom_every: 1",
        f"{none}\nlosses: edge:20",
        f"{none}\nfilters: tiler",
        f"{none}\npalette_size: 2\npalette_mode: lookup",
        "",
        "init: proposal",
        "init: proposal\nproposal_style: noto\nproposal_guidance: 0",
    )
    small = "size: 32x32\nnum_cuts: 2\nproposal_steps: 2"
    found = [drawn(client, prompts="a knight", seed=3, settings=f"{small}\n{text}")[0] for text in texts]
    assert len({Image.open(io.BytesIO(picture)).tobytes() for picture in found}) == len(texts) - 1  # "" proposes, too


@pytest.mark.parametrize("colour", ["red", "blue"])
@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_the_init_image_is_what_the_drawing_starts_from(client: Client, colour: str, form: str) -> None:
    sent = data_url(picture(colour, form=form), f"image/{form.lower()}")
    result, _ = drawn(client, init_image=sent, iterations=1, transparent=False)
    with Image.open(io.BytesIO(result)) as image:
        red, _, blue = image.convert("RGB").resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    assert red > blue + 100 if colour == "red" else blue > red + 100


@pytest.mark.parametrize(
    ("output_format", "begin"),
    [("png", b"\x89PNG"), ("sprite", b"\x89PNG"), ("svg", b"<"), ("gif", b"GIF8"), ("mp4", b"\0\0\0")],
)
def test_every_format_is_what_it_says(client: Client, output_format: str, begin: bytes) -> None:
    result, answer = drawn(client, output_format=output_format, pixel_size="7x5")
    assert result.startswith(begin)
    assert len(answer["output"]) == 1
    if output_format == "sprite":
        with Image.open(io.BytesIO(result)) as image:
            assert image.size == (7, 5)
    if output_format == "svg":
        assert b"</svg>" in result


def test_the_answer_tells_seed_loss_and_timings_and_the_log_the_progress(client: Client) -> None:
    _, answer = drawn(client, seed=3, num_outputs=2, iterations=5)
    metrics = answer["metrics"]
    assert metrics["seed"] == [3, 4]
    assert len(metrics["loss"]) == 2
    assert set(metrics["timing"]) == {"load_s", "start_s", "draw_s", "write_s"}
    assert "step 5 of 5, loss " in answer["logs"]


def test_the_same_seed_draws_the_same_picture(client: Client) -> None:
    first, _ = drawn(client, seed=3)
    assert drawn(client, seed=3)[0] == first
    assert drawn(client, seed=4)[0] != first


def test_a_stream_shows_previews_while_drawing_then_the_results(client: Client, server: LocalServer) -> None:
    text = "size: 32x32\nnum_cuts: 1\ninit: none\npixel_parameters: cells\ndisplay_every: 1"
    events = list(client.stream(**{**SMALL, "iterations": 42, "settings": text, "num_outputs": 2}))
    kinds = [kind for kind, _ in events]
    pictures = [data for kind, data in events if kind == "output"]
    assert kinds[0] == "start" and kinds[-1] == "completed"
    assert [data["index"] for data in pictures] == list(range(22))
    assert kinds.index("output") < max(index for index, kind in enumerate(kinds) if kind == "log")
    sizes = [Image.open(io.BytesIO(content(data["chunk"]))).size for data in pictures]
    assert set(sizes[:20]) == {(68, 32)} and sizes[20:] == [(32, 32)] * 2
    assert len(set(outputs(server))) == 22
