"""Where the weights that ship with pixdraw lie."""

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "weights"
