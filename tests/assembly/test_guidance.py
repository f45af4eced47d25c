"""Guidance beside the prompts: pictures, labels, spots, directions, a folder of guides."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from pixdraw.assembly import guidance
from pixdraw.assembly.job import Job
from pixdraw.errors import FileError, PixdrawError, PromptError, SettingsError
from pixdraw.guidance import folder, latents, rows, seen, vectors
from pixdraw.guidance.files import find
from pixdraw.imaging.files import save_png
from pixdraw.interfaces import Canvas, ParamGroup
from pixdraw.models.cache import shared_cache
from pixdraw.rng import Rng
from pixdraw.settings.model import resolve
from pixdraw.sinks.metadata import read_settings
from pixdraw.testing import example_context, example_frame
from pixdraw.text.prompts import Prompt
from tests.fakes import ColourPerceptor, small_session

COLOURS = {"red": (1.0, 0, 0), "green": (0, 1.0, 0), "blue": (0, 0, 1.0)}


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    for name, colour in COLOURS.items():
        flat = torch.tensor(colour)[:, None, None].expand(3, 24, 32)
        for index in range(2):
            path = tmp_path / "guides" / name / f"{index}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            save_png(flat * (1 - 0.2 * index), path)
    half = torch.ones(4, 20, 30)
    half[3, :, :15] = 0
    save_png(half, tmp_path / "half.png")
    return tmp_path


def drawn(**given: Any) -> Tensor:
    session = small_session(**{"prompts": [], "iterations": 10, "pixel_lr": 0.08, "transparent": False, **given})
    for _ in session.run():
        pass
    return session.images()


def test_everything_at_once_is_its_single_runs_to_the_bit(pictures: Path) -> None:
    given = {
        "labels": "cat:0.5|dog", "negative_prompts": "grey:0.3", "image_prompts": str(pictures / "half.png"),
        "target_images": str(pictures / "guides/{red,blue}/*.png:0.5"),
        "spot_prompts": "sun", "spot_prompts_off": "sky", "image_labels": str(pictures / "guides/red/*.png:2"),
        "noise_prompt_seeds": "3,4", "noise_prompt_weights": 0.1, "vector_prompts": "textoff",
        "guides": str(pictures / "guides"), "guide_count": 2, "guide_randomness": 0.3, "iterations": 4,
    }  # fmt: skip
    both = drawn(prompts=["red sea", "a|b:0.5"], seed=[1, 2], transparent=True, **given)
    for item, (prompt, seed) in enumerate((p, s) for p in ("red sea", "a|b:0.5") for s in (1, 2)):
        alone = drawn(prompts=prompt, seed=seed, transparent=True, **given)
        assert torch.equal(both[item], alone[0]), (prompt, seed)


@pytest.mark.parametrize("given", [{}, {"image_prompt_shuffle": True}])
def test_image_prompts_colour_the_picture_without_any_prompt(pictures: Path, given: dict) -> None:
    for name, colour in COLOURS.items():
        image = drawn(image_prompts=str(pictures / "guides" / name / "0.png"), **given).mean((0, 2, 3))
        assert image.argmax() == torch.tensor(colour).argmax(), name


def test_the_weight_of_image_prompts_turns_it_round(pictures: Path) -> None:
    red = {"image_prompts": str(pictures / "guides/red/0.png")}
    away = drawn(**red, image_prompt_weight=-1).mean((0, 2, 3))
    assert away[0] < drawn(**red).mean((0, 2, 3))[0] - 0.1


def test_target_images_of_one_name_share_its_weight(pictures: Path) -> None:
    perceptor = ColourPerceptor()
    source = Prompt(str(pictures / "guides/red/*.png"), 3.0, 0.25)
    found = rows.picture_rows(perceptor, [source], torch.device("cpu"))
    assert [(row.weight, row.stop) for row in found] == [(1.5, 0.25)] * 2
    assert drawn(target_images=str(pictures / "guides/blue/0.png")).mean((0, 2, 3)).argmax() == 2


def test_image_labels_colour_the_picture_without_any_prompt(pictures: Path) -> None:
    for name, colour in COLOURS.items():
        image = drawn(image_labels=str(pictures / "guides" / name / "*.png"), image_label_weight=30).mean((0, 2, 3))
        assert image.argmax() == torch.tensor(colour).argmax(), name


def test_image_labels_are_an_angle_by_hand_and_of_latents_where_there_are_any(pictures: Path) -> None:
    context = example_context()
    drawer = small_session(transparent=False, size="48x32").drawer
    white, grey = torch.ones(1, 3, 32, 48), torch.full((1, 3, 32, 48), 0.75)
    black_and_white = torch.cat([white[..., :24], 0 * white[..., 24:]], 3)
    wanted = [latents.mean_direction(drawer, sides, context.canvas) for sides in ([white, grey], [black_and_white])]
    loss = latents.LatentLabels(wanted, torch.tensor([1.0, -2.0]), torch.tensor([-torch.inf] * 2))
    right = 2 * (math.pi / 4) ** 2  # of a right angle
    assert loss(example_frame(white, context)).item() == pytest.approx(-2 * right, rel=1e-3)
    assert loss(example_frame(black_and_white, context)).item() == pytest.approx(right, abs=1e-3)

    class Latent(torch.nn.Module):
        """One number a picture and channel: how bright it is."""

        def __init__(self) -> None:
            super().__init__()
            self.z = torch.nn.Parameter(torch.tensor([3.0, 4.0, 0.0]).view(1, 3, 1, 1))

        def latent(self) -> Tensor:
            return self.z

        def param_groups(self) -> list[ParamGroup]:
            return [ParamGroup("z", [self.z], 0.1)]

        def fit(self, image: Tensor) -> None:
            self.z.data = image.mean((2, 3), keepdim=True)

    latent = Latent()
    red, green = (torch.tensor(COLOURS[name]).view(1, 3, 1, 1).expand(1, 3, 8, 8) for name in ("red", "green"))
    both = latents.mean_direction(latent, [red, green], context.canvas)  # type: ignore[arg-type]
    assert latent.z.flatten().tolist() == [3, 4, 0]
    assert both.flatten().tolist() == pytest.approx([0.5**0.5, 0.5**0.5, 0])


def test_a_label_is_the_mean_of_its_sentences() -> None:
    perceptor = ColourPerceptor()
    (row,) = rows.label_rows(perceptor, [Prompt("cat", 2.0)])
    mean = perceptor.encode_text([template.format("cat") for template in rows.TEMPLATES]).mean(0)
    assert torch.allclose(row.embed, mean / mean.norm()) and row.weight == 2.0


def test_negative_prompts_push_away() -> None:
    settings = resolve({"prompts": "a", "negative_prompts": "b:2|c", "perceptors": "x", "priors": "none"})
    context = example_context()
    job = Job(settings, [()] * 3, {}, context.rng, context.canvas, torch.device("cpu"))
    (loss,) = guidance.guidance_losses(job, context)
    pulling: Any = loss.loss
    (target,) = pulling.targets.values()
    assert target.weights.tolist() == [[-2.0, -1.0]] * context.canvas.items
    with pytest.raises(SettingsError, match="pushes away; write b:1"):
        resolve({"prompts": "a", "negative_prompts": "b:-2"})


@pytest.mark.parametrize(("name", "inside"), [("spot_prompts", True), ("spot_prompts_off", False)])
def test_a_spot_prompt_moves_only_its_part(name: str, inside: bool) -> None:
    canvas = Canvas(height=32, width=48, items=2)
    mask = seen.spot_mask(canvas, None)
    part = mask if inside else 1 - mask
    perceptor = ColourPerceptor()
    targets = {"testing": rows.shared(rows.text_rows(perceptor, [Prompt("x")]), 2, torch.device("cpu"))}
    image = torch.rand(2, 3, 32, 48).requires_grad_()

    def see(_: str, other: Tensor) -> Tensor:
        flat = other[:, :3] * other[:, 3:] + 0.5 * (1 - other[:, 3:])
        return perceptor.encode_image(flat)[:, None]

    frame = example_frame(image, example_context())
    frame = type(frame)(**{**frame.__dict__, "see": see, "embeds": {"testing": see("", torch.ones(2, 4, 32, 48))}})
    seen.SpotLoss(part, targets)(frame).sum().backward()
    moved = (image.grad.abs().sum(1, keepdim=True) > 0).float()
    assert moved.sum() > 0 and not (moved * (1 - part)).any()


def test_spot_masks_are_discs_or_the_dark_part_of_a_file(pictures: Path) -> None:
    square = seen.spot_mask(Canvas(100, 100, 1), None)
    assert square.mean().item() == pytest.approx(3.14159 * 0.234**2, rel=0.02)
    wide = seen.spot_mask(Canvas(90, 160, 1), None)
    assert wide.sum().item() == pytest.approx(3.14159 * 27**2, rel=0.02)
    dark = torch.ones(3, 10, 10)
    dark[:, :, :5] = 0
    save_png(dark, pictures / "mask.png")
    assert seen.spot_mask(Canvas(20, 20, 1), str(pictures / "mask.png"))[0, 0, :, [3, 16]].mean(0).tolist() == [1, 0]


def test_noise_prompts_take_the_last_weight() -> None:
    found = rows.noise_rows(ColourPerceptor(), [1, 2, 3], [0.5, 0.25])
    assert [row.weight for row in found] == [0.5, 0.25, 0.25]
    assert rows.noise_rows(ColourPerceptor(), [1], [])[0].weight == 1.0
    assert torch.equal(found[0].embed, rows.noise_rows(ColourPerceptor(), [1], [])[0].embed)
    assert abs(float(found[0].embed @ found[1].embed)) < 0.9
    settings = resolve({"prompts": "a", "noise_prompt_seeds": "1, 2", "noise_prompt_weights": [0.5]})
    assert (settings.noise_prompt_seeds, settings.noise_prompt_weights) == ((1, 2), (0.5,))


def picks(folder_: folder.Folder, wanted: Tensor, **given: Any) -> list:
    values: dict[str, Any] = {"count": 2, "stages": 3, "randomness": 0.0, "names": 0.0, **given}
    return folder.pick(folder_, ("x", ColourPerceptor()), wanted, Rng((1, 2)), folder.Choice(**values)).tolist()


def test_guides_are_the_nearest_and_no_stage_repeats_another() -> None:
    embeds = torch.eye(8)
    many = folder.Folder(tuple(Path(str(i)) for i in range(8)), {"x": embeds}, ("",) * 8)
    wanted = torch.linspace(1, 0, 8).expand(2, 8)
    assert picks(many, wanted) == [[[0, 1], [2, 3], [4, 5]]] * 2
    assert picks(many, wanted, stages=1, count=20) == [[[0, 1, 2, 3, 4, 5, 6, 7]]] * 2
    assert picks(many, wanted, stages=5)[0][4] == [0, 1]
    one, two = picks(many, wanted, randomness=5.0)
    assert one != two and [one, two] == picks(many, wanted, randomness=5.0) and one != picks(many, wanted)[0]


def test_folder_names_are_concepts_with_weight(pictures: Path) -> None:
    opened = folder.read_folder(str(pictures / "guides"), {"x": ColourPerceptor()}, torch.device("cpu"))
    assert opened.names == ("blue", "blue", "green", "green", "red", "red")
    wanted = ColourPerceptor().encode_text(["green"]).expand(2, -1)
    assert [sorted(stage) for stage in picks(opened, wanted, names=10.0, stages=1)[0]] == [[2, 3]]
    assert [sorted(stage) for stage in picks(opened, wanted, names=-10.0, stages=1)[0]] != [[2, 3]]


def test_guides_colour_the_picture(pictures: Path) -> None:
    assert drawn(guides=str(pictures / "guides/green"), guide_count=1).mean((0, 2, 3)).argmax() == 1


def test_vectors_are_written_and_read_again(tmp_path: Path) -> None:
    vector = vectors.textoff(ColourPerceptor(), torch.device("cpu"))
    assert vector.norm().item() == pytest.approx(1)
    path = tmp_path / "off.json"
    path.write_text(vectors.write({"colours": vector}))
    for name, weight in ((str(path), 0.4), ("TextOff", 0.4)):
        (row,) = vectors.vector_rows("colours", ColourPerceptor(), [Prompt(name, 4.0)], torch.device("cpu"))
        assert torch.allclose(row.embed, vector, atol=1e-5) and row.weight == pytest.approx(weight)
    with pytest.warns(UserWarning, match="no direction for other"):
        assert not vectors.vector_rows("other", ColourPerceptor(), [Prompt(str(path))], torch.device("cpu"))
    path.write_text(json.dumps({"colours": [[1.0, 2.0]]}))
    with pytest.raises(SettingsError, match="2 numbers for colours, which has 24"):
        small_session(vector_prompts=str(path))
    path.write_text("[1")
    with pytest.raises(FileError, match="expected JSON"):
        small_session(vector_prompts=str(path))


def test_textoff_points_from_lettering_to_none_for_the_built_in_perceptor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "PAIRS", 8)
    perceptor = shared_cache().get("tiny", device=torch.device("cpu"))
    vector = vectors.textoff(perceptor, torch.device("cpu"))
    others = [vectors.lettered(1000 + seed) for seed in range(6)]
    higher = [
        (rows.embed_picture(perceptor, plain) @ vector > rows.embed_picture(perceptor, words) @ vector).item()
        for plain, words in others
    ]
    assert sum(higher) >= 5


def test_files_are_found_by_braces_and_stars(pictures: Path) -> None:
    names = find(str(pictures / "guides/{red,blue}/{1,0}.png"), "x")
    assert [Path(name).relative_to(pictures / "guides").as_posix() for name in names] == [
        "red/1.png", "red/0.png", "blue/1.png", "blue/0.png",
    ]  # fmt: skip
    assert len(find(str(pictures / "guides/*/0.png"), "x")) == 3
    for name in ("c{1,2}.png", "d[1].png", "e*.png", "f?.png", "{a,b"):  # literally, before it is a pattern
        (pictures / name).write_bytes((pictures / "half.png").read_bytes())
        assert find(str(pictures / name), "x") == [str(pictures / name)]
    with pytest.raises(FileError, match="its braces stand for over"):
        find("{a,b}" * 40, "x")
    assert find("https://example.org/a.png", "x") == ["https://example.org/a.png"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"image_prompts": "nope.png"}, "image_prompts='nope.png': there is no such file"),
        ({"target_images": "{}/hlf.png"}, "did you mean half.png"),
        ({"guides": "{}/guide"}, "there is no such folder .did you mean guides"),
        ({"vector_prompts": "textof"}, "expected textoff, .* or a .json file .did you mean textoff"),
        ({"labels": ":3"}, "weight but no text"),
        ({"noise_prompt_weights": "inf"}, "finite"),
    ],
)
def test_errors_are_one_line(pictures: Path, given: dict, words: str) -> None:
    given = {name: value.replace("{}", str(pictures)) for name, value in given.items()}
    with pytest.raises(PixdrawError, match=words):
        small_session(**given)


def test_nothing_at_all_to_draw_is_told() -> None:
    with pytest.raises(PromptError, match="nothing to draw"):
        small_session(prompts=[], negative_prompts="a")


def test_a_picture_without_prompts_is_drawn_again(pictures: Path) -> None:
    from pixdraw.sinks.metadata import describe

    session = small_session(prompts=[], labels="cat", seed=3, iterations=2)
    for _ in session.run():
        pass
    path = pictures / "out.png"
    save_png(session.images()[0], path, describe(session, 0))
    settings = {**read_settings(path), "perceptors": "colours"}
    again = small_session(**settings)
    for _ in again.run():
        pass
    assert torch.equal(again.images(), session.images())
