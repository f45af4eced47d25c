"""Built-in drawers: one file each."""

DEFAULT = "pixel"
"""What draws where no drawer is named."""
