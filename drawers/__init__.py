"""Built-in drawers: one file each."""
