"""Tiny latent pipelines with random weights, saved as Stable Diffusion's and SDXL's are published."""

import json
from pathlib import Path
from typing import Any

import pytest
import torch

from pixdraw.models._torchvision import declare_missing_operators

TOKENS = 12


def save_pipeline(folder: Path, *, two: bool = False, kind: str = "epsilon", **unet: Any) -> Any:
    """Save a pipeline of SD, or of SDXL with `two` text encoders, and return it as diffusers has it."""
    declare_missing_operators()
    diffusers = pytest.importorskip("diffusers")
    transformers = pytest.importorskip("transformers")
    torch.manual_seed(0)
    width = 16
    more: dict[str, Any] = {}
    if two:
        more = {"addition_embed_type": "text_time", "addition_time_embed_dim": 4}
        more["projection_class_embeddings_input_dim"] = width + 6 * 4
    network = diffusers.UNet2DConditionModel(**{
        "sample_size": 8, "block_out_channels": (8, 16), "layers_per_block": 1, "norm_num_groups": 4,
        "attention_head_dim": 4, "cross_attention_dim": width * (1 + two),
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"), **more, **unet,
    })  # fmt: skip
    autoencoder = diffusers.AutoencoderKL(
        block_out_channels=(4, 8), norm_num_groups=2, latent_channels=4, layers_per_block=1, sample_size=16,
        down_block_types=("DownEncoderBlock2D",) * 2, up_block_types=("UpDecoderBlock2D",) * 2, scaling_factor=0.5,
    )  # fmt: skip
    tokenizer = _tokenizer(folder / "made", transformers)
    encoder = transformers.CLIPTextConfig(
        vocab_size=len(tokenizer), hidden_size=width, intermediate_size=24, num_hidden_layers=2, num_attention_heads=2,
        max_position_embeddings=TOKENS, projection_dim=width, bos_token_id=0, eos_token_id=1, pad_token_id=1,
    )  # fmt: skip
    scheduler = diffusers.DDIMScheduler(
        beta_schedule="scaled_linear",
        beta_start=0.00085,
        beta_end=0.012,
        clip_sample=False,
        prediction_type=kind,
        steps_offset=1,
    )
    parts = {
        "unet": network, "vae": autoencoder, "scheduler": scheduler,
        "text_encoder": transformers.CLIPTextModel(encoder), "tokenizer": tokenizer,
    }  # fmt: skip
    if two:
        second = transformers.CLIPTextModelWithProjection(encoder)
        made = diffusers.StableDiffusionXLPipeline(
            **parts, text_encoder_2=second, tokenizer_2=tokenizer, add_watermarker=False
        )
    else:
        made = diffusers.StableDiffusionPipeline(
            **parts, safety_checker=None, feature_extractor=None, requires_safety_checker=False
        )
    made.save_pretrained(folder)
    made.set_progress_bar_config(disable=True)
    return made


def _tokenizer(folder: Path, transformers: Any) -> Any:
    """CLIP's byte-level tokens without any merges, as vocab.json and merges.txt."""
    letters = [chr(code) for code in range(33, 127)]
    words = ["<|startoftext|>", "<|endoftext|>", *letters, *(f"{letter}</w>" for letter in letters)]
    folder.mkdir(parents=True)
    (folder / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "CLIPTokenizer", "model_max_length": TOKENS, "pad_token": "<|endoftext|>"})
    )
    return transformers.CLIPTokenizer.from_pretrained(str(folder))
