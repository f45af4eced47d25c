"""Nodes of pixdraw for ComfyUI: copy this folder to `ComfyUI/custom_nodes/pixdraw`, and install pixdraw there."""

from .nodes import comfy_entrypoint

__all__ = ["comfy_entrypoint"]
