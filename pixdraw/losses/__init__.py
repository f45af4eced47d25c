"""Losses beside those of prompts and guidance, one plug-in a file: `Config` and `build(config, context) -> Loss`."""
