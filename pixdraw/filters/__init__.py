"""Filters, which change the picture before it is judged and saved: `Config` and `build(config, context) -> Filter`."""
