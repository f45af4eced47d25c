"""Published diffusion models: small ones of the same formats, what does not fit, and how they are fetched."""

import hashlib
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from drawers.diffusion import Config, build
from pixdraw.errors import ModelError, SettingsError
from pixdraw.interfaces import Canvas
from pixdraw.models import clip_catalog, hub
from pixdraw.models._torchvision import declare_missing_operators
from pixdraw.models.clip_catalog import list_models
from pixdraw.models.diffusion import catalog
from pixdraw.models.diffusion.sampling import Conditioning, classifier_free_guidance, make_times, predict_x0
from pixdraw.rng import Rng
from tests.fakes import ColourPerceptor, small_session


class Free(nn.Module):
    """Of the kind of yfcc_1: no text; trained on all times."""

    shape, min_t, max_t = (3, 16, 16), 0.0, 1.0

    def __init__(self) -> None:
        super().__init__()
        self.net = nn.Sequential(nn.Conv2d(4, 8, 3, padding=1), nn.ReLU(), nn.Conv2d(8, 3, 3, padding=1))

    def forward(self, input: Tensor, t: Tensor) -> Tensor:
        return self.net(torch.cat([input, t[:, None, None, None].expand_as(input[:, :1])], 1))


class Conditioned(Free):
    """Of the kind of cc12m_1: reads ViT-B/16, whose part the fake perceptor plays."""

    clip_model = "ViT-B/16"

    def __init__(self) -> None:
        super().__init__()
        self.text = nn.Linear(ColourPerceptor.embed_dim, 3)

    def forward(self, input: Tensor, t: Tensor, clip_embed: Tensor) -> Tensor:  # type: ignore[override]
        return super().forward(input, t) + self.text(clip_embed)[..., None, None]


class Ported(Free):
    """Of the kind of danbooru_128: trained on DDPM's times alone."""

    min_t, max_t = 0.006, 0.9957


KINDS: dict[str, Any] = {"yfcc_1": Free, "cc12m_1": Conditioned, "cc12m_1_cfg": Conditioned, "danbooru_128": Ported}


@pytest.fixture(autouse=True)
def package(monkeypatch: pytest.MonkeyPatch) -> None:
    declare_missing_operators()
    registry = pytest.importorskip("diffusion.models.models")
    monkeypatch.setattr(registry, "models", {**registry.models, **KINDS})


def published(folder: Path, name: str) -> str:
    """Save a small model the way v-diffusion's authors did, a bare state_dict, and return its file."""
    torch.manual_seed(0)
    path = folder / f"{name}.pth"
    torch.save(KINDS[name]().state_dict(), path)
    return str(path)


def session(folder: Path, name: str, **given: Any):
    return small_session(
        **{
            "drawer": "diffusion", "pixel_size": None, "transparent": False, "iterations": 4, "diffusion_model": name,
            "diffusion_checkpoint": published(folder, name), **given,
        }
    )  # fmt: skip


def finish(made: Any) -> Tensor:
    for _ in made.run():
        pass
    return made.images()


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_draws_and_a_batch_equals_its_single_runs(name: str, tmp_path: Path) -> None:
    prompts, seeds = ["red", "green|blue:-0.5"], [1, 2]
    batch = finish(session(tmp_path, name, prompts=prompts, seed=seeds))
    assert batch.shape == (4, 3, 32, 40)
    for place, (prompt, seed) in enumerate((p, s) for p in prompts for s in seeds):
        assert torch.equal(batch[place], finish(session(tmp_path, name, prompts=prompt, seed=seed))[0])


def test_the_picture_is_what_v_diffusion_samples(tmp_path: Path) -> None:
    sampling = pytest.importorskip("diffusion.sampling")
    utils = pytest.importorskip("diffusion.utils")
    made = session(tmp_path, "yfcc_1", size="16x16", diffusion_gradient=0.0, diffusion_eta=0.0, iterations=7)
    start = made.drawer.x.detach().clone()
    model = Free()
    model.load_state_dict(torch.load(tmp_path / "yfcc_1.pth", weights_only=True))
    steps = utils.get_spliced_ddpm_cosine_schedule(torch.linspace(1, 0, 8)[:-1])
    wanted = sampling.sample(model, start, steps, 0.0, {})
    assert torch.allclose(finish(made), (wanted / 2 + 0.5).clamp(0, 1), atol=1e-4)


def test_guidance_is_v_diffusions_of_cc12m_1_cfg(tmp_path: Path) -> None:
    made = session(tmp_path, "cc12m_1_cfg", prompts="red", size="16x16")
    model = Conditioned()
    model.load_state_dict(torch.load(tmp_path / "cc12m_1_cfg.pth", weights_only=True))
    x, t = made.drawer.x.detach(), torch.tensor([0.5])
    text = ColourPerceptor().encode_text(["red"])
    plain, asked = model(x, t, torch.zeros_like(text)), model(x, t, text)
    v = classifier_free_guidance(made.drawer._backbone.network, x, [0.5], made.drawer._conditioning)
    assert torch.allclose(v, plain + 3 * (asked - plain), atol=1e-5)


def test_a_model_without_guidance_gets_the_text_itself(tmp_path: Path) -> None:
    drawer = session(tmp_path, "cc12m_1", prompts="red|blue:-1").drawer
    assert drawer.reads == "ViT-B/16"
    assert drawer._conditioning.scales.tolist() == [[1.0]]
    assert torch.allclose(drawer._conditioning.texts[0], ColourPerceptor().encode_text(["red"]))


def test_ports_of_jax_models_go_by_ddpms_schedule(tmp_path: Path) -> None:
    drawer = session(tmp_path, "danbooru_128").drawer
    other = session(tmp_path, "danbooru_128", diffusion_schedule="cosine").drawer
    for index in range(6):
        assert drawer._time(index, 5) == make_times("ddpm", 5)[index]
        assert other._time(index, 5) == make_times("cosine", 5)[index]
    seen: list[float] = []

    def note(model: Any, inputs: tuple[Tensor, Tensor], out: Tensor) -> None:
        seen.extend(inputs[1].tolist())

    drawer._backbone.network._model.register_forward_hook(note)
    conditioning = Conditioning(torch.zeros(2, 1, 1), torch.zeros(2, 1), torch.zeros(2, dtype=torch.long))
    classifier_free_guidance(
        drawer._backbone.network, drawer.x.detach().expand(2, -1, -1, -1), [1.0, 0.0], conditioning
    )
    assert seen == pytest.approx([0.9957, 0.006])


def make(**given: Any):
    return build(Config(**given), Canvas(32, 32, 1, False), Rng((1,)), "cpu")


class Evil:
    def __reduce__(self) -> Any:
        return (exec, ("raise SystemExit('run')",))


def test_files_that_do_not_fit_are_told_and_never_run(tmp_path: Path) -> None:
    yfcc = published(tmp_path, "yfcc_1")
    with pytest.raises(ModelError, match="lacks text.weight, so it holds no cc12m_1"):
        make(diffusion_model="cc12m_1", diffusion_checkpoint=yfcc)
    with pytest.raises(ModelError, match="has text.weight, which yfcc_1 does not know"):
        make(diffusion_model="yfcc_1", diffusion_checkpoint=published(tmp_path, "cc12m_1"))
    torch.save({**torch.load(yfcc, weights_only=True), "net.0.bias": torch.zeros(9)}, tmp_path / "wide.pth")
    with pytest.raises(ModelError, match=r"net.0.bias is \[9\], not \[8\] as in yfcc_1"):
        make(diffusion_model="yfcc_1", diffusion_checkpoint=str(tmp_path / "wide.pth"))
    torch.save({"net.0.bias": Evil()}, tmp_path / "evil.pth")
    with pytest.raises(ModelError):
        make(diffusion_model="yfcc_1", diffusion_checkpoint=str(tmp_path / "evil.pth"))
    with pytest.raises(ModelError, match="does not exist"):
        make(diffusion_model="yfcc_1", diffusion_checkpoint=str(tmp_path / "none.pth"))


def test_wrong_names_styles_and_a_missing_package_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="did you mean cc12m_1.*diffusers:FOLDER"):
        make(diffusion_model="cc12m_2")
    with pytest.raises(SettingsError, match="needs the diffusion_model it was made for"):
        make(diffusion_checkpoint="some.pth")
    with pytest.raises(SettingsError, match="diffusion_style=noto is for diffusion_model=sprites"):
        make(diffusion_model="yfcc_1", diffusion_checkpoint=published(tmp_path, "yfcc_1"), diffusion_style="noto")
    monkeypatch.setitem(sys.modules, "diffusion", None)
    with pytest.raises(ModelError, match=r"needs the package v-diffusion-pytorch.*pixdraw\[vdiffusion\]"):
        make(diffusion_model="yfcc_1", diffusion_checkpoint=published(tmp_path, "yfcc_1"))


def test_a_transparent_canvas_is_told_not_to_be_used(tmp_path: Path) -> None:
    config = Config(diffusion_model="yfcc_1", diffusion_checkpoint=published(tmp_path, "yfcc_1"))
    with pytest.warns(UserWarning, match="yfcc_1 draws opaque pictures"):
        drawer = build(config, Canvas(32, 32, 1, True), Rng((1,)), "cpu")
    assert drawer.channels == 3


def test_models_are_fetched_once_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIXDRAW_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    file = Path(published(tmp_path, "yfcc_1"))
    monkeypatch.setattr(catalog, "MIRRORS", (tmp_path.as_uri(),))
    with pytest.raises(ModelError, match="SHA-256 is .*diffusion_model=sprites.*models pull diffusion/yfcc_1"):
        catalog.ensure("yfcc_1")
    monkeypatch.setitem(catalog.KNOWN, "yfcc_1", hashlib.sha256(file.read_bytes()).hexdigest())
    listed = clip_catalog.pull("diffusion/yfcc_1")
    assert listed.path == tmp_path / "cache" / "diffusion" / "yfcc_1.pth" and listed.path.is_file()
    file.unlink()
    assert make(diffusion_model="yfcc_1").channels == 3
    assert {"diffusion/sprites", "diffusion/cc12m_1_cfg"} <= {one.name for one in list_models()}


def test_offline_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIXDRAW_CACHE", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE is set.*give diffusion_checkpoint"):
        make(diffusion_model="cc12m_1_cfg")
    assert str(catalog.cache_dir()) == str(tmp_path / "diffusion")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    declare_missing_operators()
    diffusers = pytest.importorskip("diffusers")
    torch.manual_seed(0)
    unet = diffusers.UNet2DModel(
        sample_size=16, block_out_channels=(8, 16), layers_per_block=1, norm_num_groups=4, attention_head_dim=4,
        down_block_types=("DownBlock2D", "AttnDownBlock2D"), up_block_types=("AttnUpBlock2D", "UpBlock2D"),
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("pipeline")
    diffusers.DDPMPipeline(unet, diffusers.DDPMScheduler()).save_pretrained(folder)
    return folder


@pytest.mark.parametrize("kind", ["epsilon", "v_prediction", "sample"])
def test_a_diffusers_model_predicts_what_it_does_there(kind: str, pipeline: Path, tmp_path: Path) -> None:
    diffusers = pytest.importorskip("diffusers")
    unet = diffusers.UNet2DModel.from_pretrained(pipeline / "unet", low_cpu_mem_usage=False).eval()
    scheduler = diffusers.DDPMScheduler(prediction_type=kind)
    diffusers.DDPMPipeline(unet, scheduler).save_pretrained(tmp_path)
    drawer = make(diffusion_model=f"diffusers:{tmp_path}")
    x, step = torch.randn(1, 3, 16, 16, generator=torch.Generator().manual_seed(0)), 400
    network: Any = drawer._backbone.network
    time = network._times[step]
    conditioning = Conditioning(torch.zeros(1, 1, 1), torch.zeros(1, 1), torch.zeros(1, dtype=torch.long))
    picture, _ = predict_x0(x, classifier_free_guidance(network, x, [time], conditioning), time)
    wanted = scheduler.step(unet(x, step).sample, step, x).pred_original_sample
    assert torch.allclose(picture.clamp(-1, 1), wanted, atol=1e-4)


def test_a_diffusers_model_draws(pipeline: Path, tmp_path: Path) -> None:
    given = {
        "drawer": "diffusion", "pixel_size": None, "transparent": False, "iterations": 3, "size": "16x16",
        "diffusion_model": f"diffusers:{pipeline}",
    }  # fmt: skip
    batch = finish(small_session(seed=[1, 2], **given))
    assert torch.equal(batch[1], finish(small_session(seed=2, **given))[0])
    for part in ("unet", "scheduler"):  # as older repositories hold them: side by side
        for file in (pipeline / part).iterdir():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    flat = finish(small_session(seed=2, **{**given, "diffusion_model": f"diffusers:{tmp_path}"}))
    assert torch.equal(batch[1], flat[0])


def test_other_diffusers_folders_are_told(pipeline: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="config.json is missing or damaged"):
        make(diffusion_model=f"diffusers:{tmp_path}")
    (tmp_path / "config.json").write_text('{"_class_name": "FluxTransformer2DModel"}')
    with pytest.raises(ModelError, match="holds a FluxTransformer2DModel"):
        make(diffusion_model=f"diffusers:{tmp_path}")
    monkeypatch.setattr(hub, "_ask", lambda *_: pytest.fail("asked without need"))
    with pytest.raises(ModelError, match="is neither a folder.*check the name"):
        monkeypatch.setattr(hub, "_ask", lambda *_: (_ for _ in ()).throw(hub.Unreachable("no answer")))
        make(diffusion_model="diffusers:somebody/nothing")
