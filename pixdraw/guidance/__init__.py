"""Losses of guidance beside the prompts: build_guidance.py makes them of the settings."""
