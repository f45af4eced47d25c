"""Where the weights that ship with pixdraw lie."""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "weights"


def has(name: str) -> bool:
    """Return whether the weights called `name` are part of this copy of pixdraw."""
    return (FOLDER / name / "model.safetensors").is_file()
